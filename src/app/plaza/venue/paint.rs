//! The ground as a site plan: quiet lines and tints, so that boards stay what is looked at.

use super::super::canvas::Scene;
use super::super::tool::Tool;
use super::super::{PlazaPane, Tab};
use super::say;
use super::tool::{Chosen, Drawing};
use crate::app::theme::{Tokens, bold, font, tokens};
use crate::app::widgets;
use crate::geom::{Point, point};
use crate::model::{Surface, Thing, ThingKind};
use crate::plaza::ground::{ground_of, length, outline, sides};
use crate::plaza::{hatched, triangles};
use egui::epaint::Vertex;
use egui::{Align2, Color32, Mesh, Pos2, Shape, Stroke, Ui, pos2, vec2};
use egui_material_icons::icons as i;

fn screen(scene: &Scene<'_>, corners: &[Point]) -> Vec<Pos2> {
    corners.iter().map(|p| scene.stage.screen(*p)).collect()
}

/// Any simple outline, filled.
fn filled(ui: &Ui, scene: &Scene<'_>, corners: &[Point], fill: Color32) {
    let mut mesh = Mesh::default();
    for at in screen(scene, corners) {
        mesh.colored_vertex(at, fill);
    }
    for [a, b, c] in triangles(corners) {
        mesh.add_triangle(a as u32, b as u32, c as u32);
    }
    ui.painter().add(Shape::mesh(mesh));
}

fn closed(ui: &Ui, scene: &Scene<'_>, corners: &[Point], stroke: Stroke) {
    ui.painter().add(Shape::closed_line(screen(scene, corners), stroke));
}

fn dashed(ui: &Ui, scene: &Scene<'_>, corners: &[Point], stroke: Stroke) {
    let mut around = screen(scene, corners);
    around.extend(around.first().copied());
    ui.painter().extend(Shape::dashed_line(&around, stroke, 6.0, 4.0));
}

fn lines(ui: &Ui, scene: &Scene<'_>, lines: &[[Point; 2]], stroke: Stroke) {
    for [from, to] in lines {
        let ends = [scene.stage.screen(*from), scene.stage.screen(*to)];
        ui.painter().line_segment(ends, stroke);
    }
}

/// Tints that say what one stands on, drawn from the panel's own colour.
pub fn surface(ui: &Ui, surface: Surface, t: &Tokens) -> Color32 {
    let (tint, part) = match surface {
        Surface::Paving => return t.panel.0,
        Surface::Grass => (Color32::from_rgb(0x5E, 0x9A, 0x4A), 0.14),
        Surface::Asphalt => (Color32::from_rgb(0x70, 0x74, 0x7A), 0.16),
        Surface::Floor => (Color32::from_rgb(0xB5, 0x8A, 0x55), 0.12),
    };
    let part = if ui.visuals().dark_mode { part * 1.4 } else { part };
    t.panel.0.lerp_to_gamma(tint, part)
}

/// The ground with its edge, a line each metre where there is room, stronger each ten; the sketch on it.
pub fn ground_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    let plaza = &scene.plan.plaza;
    let corners = outline(plaza);
    filled(ui, scene, &corners, surface(ui, plaza.venue.ground, t));
    sketch_ui(ui, scene);
    let step = match scene.stage.zoom {
        z if z >= 14.0 => 1.0,
        z if z >= 4.0 => 5.0,
        z if z >= 1.5 => 10.0,
        _ => 50.0,
    };
    let fine = Stroke::new(1.0, t.line.0.gamma_multiply(0.45));
    let strong = Stroke::new(1.0, t.line.0);
    for degrees in [0.0, 90.0] {
        lines(ui, scene, &hatched(&corners, degrees, step), fine);
        if step < 10.0 {
            lines(ui, scene, &hatched(&corners, degrees, 10.0), strong);
        }
    }
    closed(ui, scene, &corners, Stroke::new(1.5, t.t3.0));
}

fn sketch_ui(ui: &Ui, scene: &Scene<'_>) {
    let Some(sketch) = &scene.plan.plaza.venue.sketch else {
        return;
    };
    let Some(facts) = scene.view.exhibition.photos.get(&sketch.picture) else {
        return;
    };
    let [w, h] = facts.upright_px().map(f64::from);
    let shown = w.max(h) * sketch.scale * scene.stage.zoom * f64::from(ui.ctx().pixels_per_point());
    let Some(texture) = scene.view.pictures.photo(facts, (shown.round() as u32).clamp(64, 2048)) else {
        return;
    };
    let (sin, cos) = sketch.turn.to_radians().sin_cos();
    let mut mesh = Mesh::with_texture(texture);
    let fade = Color32::WHITE.gamma_multiply(sketch.opacity as f32);
    for [u, v] in [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]] {
        let (x, y) = (u * w * sketch.scale, v * h * sketch.scale);
        let at = point(sketch.at.x + x * cos - y * sin, sketch.at.y + x * sin + y * cos);
        mesh.vertices.push(Vertex {
            pos: scene.stage.screen(at),
            uv: pos2(u as f32, v as f32),
            color: fade,
        });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
    ui.painter().add(Shape::mesh(mesh));
}

pub fn things_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    let things = &scene.plan.plaza.venue.things;
    for thing in things {
        thing_ui(ui, scene, thing, t);
    }
    for thing in things {
        name_ui(ui, scene, thing, t);
    }
}

fn thing_ui(ui: &Ui, scene: &Scene<'_>, thing: &Thing, t: &Tokens) {
    let parts = ground_of(thing);
    let ink = Stroke::new(1.0, t.t3.0);
    let middle = thing.points.first().map(|at| scene.stage.screen(*at));
    match thing.kind {
        ThingKind::Tree => tree_ui(ui, scene, thing),
        ThingKind::Flagpole => {
            let Some(at) = middle else { return };
            let radius = (thing.width / 2.0 * scene.stage.zoom) as f32;
            ui.painter().circle(at, radius.max(4.0), t.panel.0, ink);
            ui.painter().circle_filled(at, (radius * 0.3).clamp(1.5, 5.0), t.t2.0);
        }
        ThingKind::Power => {
            let Some(at) = middle else { return };
            let half = ((thing.width / 2.0 * scene.stage.zoom) as f32).clamp(7.0, 16.0);
            let place = egui::Rect::from_center_size(at, vec2(half, half) * 2.0);
            ui.painter().rect(place, 3, t.panel.0, ink, egui::StrokeKind::Inside);
            widgets::paint_icon(ui, i::ICON_BOLT, at, half * 1.5, t.t2.0);
        }
        ThingKind::Gate => {
            for part in &parts {
                filled(ui, scene, part, t.accent.0.gamma_multiply(0.22));
            }
            for at in screen(scene, &thing.points) {
                let post = egui::Rect::from_center_size(at, vec2(7.0, 7.0));
                ui.painter().rect_filled(post, 1, t.t2.0);
            }
        }
        ThingKind::Steps => {
            for part in &parts {
                filled(ui, scene, part, t.line.0.gamma_multiply(0.35));
                lines(ui, scene, &hatched(part, along(part), 0.35), ink);
                closed(ui, scene, part, ink);
            }
        }
        ThingKind::FireLane => {
            for part in &parts {
                filled(ui, scene, part, t.error.0.gamma_multiply(0.07));
                dashed(ui, scene, part, Stroke::new(1.0, t.error.0.gamma_multiply(0.65)));
            }
        }
        ThingKind::KeepOut => {
            for part in &parts {
                let colour = t.warn_icon.0.gamma_multiply(0.6);
                lines(ui, scene, &hatched(part, 45.0, 0.8), Stroke::new(1.0, colour));
                closed(ui, scene, part, Stroke::new(1.0, colour));
            }
        }
        ThingKind::Wall => {
            for part in &parts {
                filled(ui, scene, part, t.t2.0);
            }
            lines(ui, scene, &ends_of(&thing.points), Stroke::new(2.0, t.t2.0));
        }
        ThingKind::Building => {
            for part in &parts {
                filled(ui, scene, part, t.line2.0.gamma_multiply(0.55));
                lines(ui, scene, &hatched(part, 135.0, 0.6), Stroke::new(1.0, t.line2.0));
                closed(ui, scene, part, Stroke::new(1.5, t.t2.0));
            }
        }
    }
}

fn ends_of(points: &[Point]) -> Vec<[Point; 2]> {
    points.windows(2).map(|ends| [ends[0], ends[1]]).collect()
}

/// The angle of the longest side: steps run along it.
fn along(corners: &[Point]) -> f64 {
    let longest = sides(corners).max_by(|a, b| length(a[0], a[1]).total_cmp(&length(b[0], b[1])));
    longest.map_or(0.0, |[p, q]| (q.y - p.y).atan2(q.x - p.x).to_degrees())
}

/// A crown of leaves from above, its trunk in the middle.
fn tree_ui(ui: &Ui, scene: &Scene<'_>, thing: &Thing) {
    let Some(at) = thing.points.first().map(|at| scene.stage.screen(*at)) else {
        return;
    };
    let is_dark = ui.visuals().dark_mode;
    let green = if is_dark {
        Color32::from_rgb(0x7F, 0xB2, 0x6E)
    } else {
        Color32::from_rgb(0x5B, 0x8C, 0x4A)
    };
    let radius = ((thing.width / 2.0 * scene.stage.zoom) as f32).max(4.0);
    ui.painter().circle_filled(at, radius, green.gamma_multiply(0.22));
    let bow = |step: u8| {
        let (sin, cos) = (f32::from(step) * std::f32::consts::TAU / 72.0).sin_cos();
        let reach = radius * (0.95 + 0.05 * (f32::from(step) * std::f32::consts::TAU / 8.0).cos());
        at + vec2(cos, sin) * reach
    };
    let crown = (0..72).map(bow).collect();
    ui.painter()
        .add(Shape::closed_line(crown, Stroke::new(1.0, green.gamma_multiply(0.8))));
    ui.painter().circle_filled(at, (radius * 0.12).clamp(1.5, 5.0), green);
}

/// Its own name, else that of its kind where something stands in the way of boards.
fn name_ui(ui: &Ui, scene: &Scene<'_>, thing: &Thing, t: &Tokens) {
    let speaks = matches!(
        thing.kind,
        ThingKind::FireLane | ThingKind::KeepOut | ThingKind::Building | ThingKind::Gate | ThingKind::Steps
    );
    let name = match (thing.name.as_str(), speaks) {
        ("", false) => return,
        ("", true) => say::kind(scene.view.lang, thing.kind),
        (name, _) => name,
    };
    if thing.points.is_empty() || scene.stage.zoom < 4.0 {
        return;
    }
    let count = thing.points.len() as f64;
    let middle = point(
        thing.points.iter().map(|p| p.x).sum::<f64>() / count,
        thing.points.iter().map(|p| p.y).sum::<f64>() / count,
    );
    let colour = if thing.kind == ThingKind::FireLane {
        t.error.0
    } else {
        t.t2.0
    };
    let galley = ui.painter().layout_no_wrap(name.into(), font(11.0), colour);
    let mut at = scene.stage.screen(middle) - galley.size() / 2.0;
    if thing.points.len() == 1 {
        at.y += (thing.width / 2.0 * scene.stage.zoom) as f32 + 9.0;
    }
    let plate = egui::Rect::from_min_size(at, galley.size()).expand2(vec2(3.0, 0.0));
    ui.painter().rect_filled(plate, 2, t.panel.0.gamma_multiply(0.75));
    ui.painter().galley(at, galley, colour);
}

/// What is being drawn or chosen, above everything else.
pub fn marks_ui(ui: &Ui, pane: &PlazaPane, scene: &Scene<'_>) {
    let t = tokens(ui);
    let plaza = &scene.plan.plaza;
    if let Tool::Draw(drawing) = &pane.tool {
        drawing_ui(ui, scene, drawing, t);
    }
    if pane.tab != Tab::Venue {
        return;
    }
    for (at, corner) in outline(plaza).iter().enumerate() {
        grip_ui(ui, scene, *corner, pane.venue.chosen == Chosen::Corner(at), t);
    }
    if let Chosen::Thing(at) = pane.venue.chosen
        && let Some(thing) = plaza.venue.things.get(at)
    {
        for part in ground_of(thing) {
            closed(ui, scene, &part, Stroke::new(2.0, t.select.0));
        }
        for corner in thing.points.iter().filter(|_| thing.points.len() > 1) {
            grip_ui(ui, scene, *corner, false, t);
        }
    }
    if let Some([from, to]) = pane.venue.scale {
        measure_ui(ui, scene, &[from, to], t);
    }
}

fn grip_ui(ui: &Ui, scene: &Scene<'_>, at: Point, is_chosen: bool, t: &Tokens) {
    let place = egui::Rect::from_center_size(scene.stage.screen(at), vec2(8.0, 8.0));
    let fill = if is_chosen { t.select.0 } else { t.panel.0 };
    ui.painter()
        .rect(place, 1, fill, Stroke::new(1.5, t.select.0), egui::StrokeKind::Inside);
}

fn drawing_ui(ui: &Ui, scene: &Scene<'_>, drawing: &Drawing, t: &Tokens) {
    let mut points = drawing.points().clone();
    let pointer = ui.input(|input| input.pointer.hover_pos());
    if let Some(at) = pointer.filter(|at| scene.stage.canvas.contains(*at)) {
        let at = scene.stage.board(at);
        points.push(point((at.x * 10.0).round() / 10.0, (at.y * 10.0).round() / 10.0));
    }
    if let Drawing::Thing(kind, set) = drawing
        && kind.is_area()
        && let ([a], Some(c)) = (set.as_slice(), points.last())
    {
        let corners = [*a, point(c.x, a.y), *c, point(a.x, c.y)];
        dashed(ui, scene, &corners, Stroke::new(1.0, t.select.0));
    }
    measure_ui(ui, scene, &points, t);
    for at in drawing.points() {
        grip_ui(ui, scene, *at, true, t);
    }
}

/// A line of stretches, each with its length.
fn measure_ui(ui: &Ui, scene: &Scene<'_>, points: &[Point], t: &Tokens) {
    for ends in points.windows(2) {
        let [from, to] = [scene.stage.screen(ends[0]), scene.stage.screen(ends[1])];
        ui.painter().line_segment([from, to], Stroke::new(1.5, t.select.0));
        let metres = (length(ends[0], ends[1]) * 100.0).round() / 100.0;
        let text = super::super::say::metres(scene.view.lang, metres);
        let middle = from + (to - from) / 2.0 - vec2(0.0, 10.0);
        ui.painter()
            .text(middle, Align2::CENTER_CENTER, text, bold(11.0), t.select.0);
    }
}
