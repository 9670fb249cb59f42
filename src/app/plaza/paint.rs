//! Painting the plan: ground, grid, route, boards with their pictures, numbers, names, marks. Only what is seen.

use super::canvas::Scene;
use super::labels::{number_at, number_size};
use super::plan::{Block, Spot, far_edge, ground_box, picture_corners, seen_outline};
use super::tool::Tool;
use super::{PlazaPane, Tab, reading, say, sunny, venue};
use crate::app::board::camera::Camera;
use crate::app::theme::{Tokens, bold, font, tokens};
use crate::app::widgets;
use crate::geom::{Point, Rect, point};
use crate::model::{BoardId, Stand, Thing, ThingKind};
use crate::plaza::ground::{is_inside, outline};
use crate::plaza::{DEPTH, Guide, Leg, along, depth, facing_vector, footprint};
use egui::{Align2, Color32, Mesh, Pos2, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use egui_material_icons::icons as i;

/// Points a metre: from a whole village square to one board.
const ZOOM: [f64; 2] = [1.0, 600.0];
/// Radius of the entrance's mark, in points.
pub const ENTRANCE: f32 = 11.0;
/// A gate so near to the entrance is the entrance, in metres.
const GATE: f64 = 4.0;
/// Units beside each other take neighbouring entries: light theme, dark theme; as on the printed plan.
const UNITS: [[Color32; 6]; 2] = [
    [
        Color32::from_rgb(0xB8, 0x32, 0x2F),
        Color32::from_rgb(0x3C, 0x9D, 0xBE),
        Color32::from_rgb(0x1F, 0x70, 0x50),
        Color32::from_rgb(0xD8, 0x8A, 0x1C),
        Color32::from_rgb(0x1F, 0x50, 0x86),
        Color32::from_rgb(0x72, 0xA5, 0x32),
    ],
    [
        Color32::from_rgb(0xE0, 0x6A, 0x62),
        Color32::from_rgb(0x62, 0xBD, 0xD9),
        Color32::from_rgb(0x46, 0xA3, 0x7C),
        Color32::from_rgb(0xE8, 0xAC, 0x52),
        Color32::from_rgb(0x6C, 0x9B, 0xD2),
        Color32::from_rgb(0x9C, 0xC9, 0x5E),
    ],
];

/// A plan that is seen for the first time.
pub fn camera() -> Camera {
    Camera {
        range: ZOOM,
        ..Camera::default()
    }
}

pub fn unit_colour(ui: &Ui, unit_at: usize) -> Color32 {
    UNITS[usize::from(ui.visuals().dark_mode)][unit_at % 6]
}

/// Pictures smaller than this say nothing.
pub fn has_room_for_pictures(scene: &Scene<'_>) -> bool {
    scene.stage.zoom >= 9.0
}

pub fn plan_ui(ui: &Ui, pane: &mut PlazaPane, scene: &Scene<'_>, hovered: Option<BoardId>) {
    let t = tokens(ui);
    let has_pictures = scene.choices.shows_pictures && has_room_for_pictures(scene);
    let seen = scene.stage.seen().grow(1.0);
    venue::paint::ground_ui(ui, scene, t);
    free_ui(ui, scene, t);
    venue::paint::things_ui(ui, scene, t);
    for block in &scene.plan.blocks {
        band_ui(ui, scene, block, has_pictures, &seen);
    }
    if pane.tab == Tab::Route && pane.touring.chosen.is_some() {
        let walked = pane.touring.walked(scene.view.exhibition, scene.plan);
        route_ui(ui, scene, walked.map_or(&[][..], |walked| walked.legs.as_slice()), t);
    } else if scene.choices.shows_route || pane.tab == Tab::Route {
        route_ui(ui, scene, &scene.plan.route, t);
    }
    let shown = |spot: &&Spot| spot.stand.is_some() && spot.bounds.intersect(&seen).is_some();
    let spots: Vec<&Spot> = scene.plan.spots.iter().filter(shown).collect();
    if has_pictures {
        pictures_ui(ui, scene, &spots);
    }
    for spot in &spots {
        board_ui(ui, pane, scene, spot, t);
    }
    for spot in &spots {
        number_ui(ui, scene, spot, pane.chosen.contains(&spot.board.id), t);
    }
    if pane.tab == Tab::Read {
        for spot in &spots {
            sunny::badge_ui(ui, pane, scene, spot);
        }
    }
    pane.labels.renew(ui, scene, has_pictures);
    for label in &pane.labels.list {
        let at = scene.stage.origin + label.at;
        if scene
            .stage
            .canvas
            .intersects(egui::Rect::from_min_size(at, label.galley.size()))
        {
            // The route may run under a name.
            let plate = egui::Rect::from_min_size(at, label.galley.size()).shrink2(vec2(0.0, 2.0));
            ui.painter().rect_filled(plate, 2, t.panel.0.gamma_multiply(0.7));
            ui.painter()
                .galley_with_override_text_color(at, label.galley.clone(), unit_ink(ui, label.unit_at, t));
        }
    }
    for spot in &spots {
        let is_chosen = pane.chosen.contains(&spot.board.id);
        if is_chosen || hovered == Some(spot.board.id) {
            let is_barred = matches!(&pane.tool, Tool::Move(drag) if drag.is_barred) && is_chosen;
            frame_ui(ui, scene, spot, has_pictures, is_chosen, is_barred, t);
        }
        if spot.is_faulty {
            fault_ui(ui, scene, spot, t);
        }
    }
    wind_ui(ui, scene, t);
    entrance_ui(ui, scene, t);
    venue::paint::marks_ui(ui, pane, scene);
    match &pane.tool {
        Tool::Move(drag) => guides_ui(ui, scene, &drag.guides),
        Tool::Band(band) => {
            let area = scene.stage.screen_rect(band.area());
            let fill = t.select.0.gamma_multiply(0.10);
            ui.painter()
                .rect(area, 0, fill, Stroke::new(1.0, t.select.0), StrokeKind::Inside);
        }
        _ => {}
    }
    legend_ui(ui, scene, t);
}

/// A unit's colour that is readable as small type: drawn towards the ink.
fn unit_ink(ui: &Ui, unit_at: usize, t: &Tokens) -> Color32 {
    unit_colour(ui, unit_at).lerp_to_gamma(t.t1.0, 0.55)
}

fn screen(scene: &Scene<'_>, corners: &[Point]) -> Vec<Pos2> {
    corners.iter().map(|p| scene.stage.screen(*p)).collect()
}

fn polygon(ui: &Ui, scene: &Scene<'_>, corners: &[Point], fill: Color32, stroke: Stroke) {
    ui.painter()
        .add(Shape::convex_polygon(screen(scene, corners), fill, stroke));
}

/// A tint under the boards of one unit.
fn band_ui(ui: &Ui, scene: &Scene<'_>, block: &Block, has_pictures: bool, seen: &Rect) {
    let spots = &scene.plan.spots[block.from..block.to];
    let (Some(first), Some(last)) = (spots.first(), spots.last()) else {
        return;
    };
    let (Some(from), Some(to)) = (first.stand, last.stand) else {
        return;
    };
    let bounds = spots.iter().fold(first.bounds, |all, spot| all.union(&spot.bounds));
    if bounds.intersect(seen).is_none() {
        return;
    }
    let side = along(from.facing);
    let length = (to.at.x - from.at.x) * side.x + (to.at.y - from.at.y) * side.y;
    let middle = Stand::new(
        point((from.at.x + to.at.x) / 2.0, (from.at.y + to.at.y) / 2.0),
        from.facing,
    );
    let half = length.abs() / 2.0 + first.board.size.w.max(last.board.size.w) / 2000.0 + 0.12;
    let highest = spots.iter().map(|spot| far_edge(&spot.board)).fold(0.0, f64::max);
    let far = if has_pictures { highest + 0.12 } else { 0.5 };
    let fill = unit_colour(ui, first.unit_at).gamma_multiply(0.12);
    polygon(ui, scene, &ground_box(&middle, half, -0.2, far), fill, Stroke::NONE);
}

/// The way from the entrance past all boards, with arrows where a unit begins.
fn route_ui(ui: &Ui, scene: &Scene<'_>, legs: &[Leg], t: &Tokens) {
    let colour = t.accent.0.gamma_multiply(0.55);
    let mut line: Vec<Pos2> = Vec::new();
    let mut arrows: Vec<[Pos2; 2]> = Vec::new();
    let mut unit = None;
    for leg in legs {
        let points = screen(scene, &leg.points);
        let next = scene.plan.spot(leg.to).map(|spot| spot.unit_at);
        if unit != next {
            arrows.extend(longest(&points));
            unit = next;
        }
        // A leg begins where the one before ended.
        line.extend(points.iter().skip(usize::from(!line.is_empty())));
    }
    if line.len() < 2 {
        return;
    }
    ui.painter().add(Shape::line(line, Stroke::new(1.5, colour)));
    let mut last: Option<Pos2> = None;
    for [from, to] in arrows {
        let way = to - from;
        if way.length() < 4.0 || last.is_some_and(|last| (to - last).length() < 60.0) {
            continue;
        }
        last = Some(to);
        let (way, middle) = (way.normalized(), from + way / 2.0);
        let across = way.rot90() * 3.5;
        let tip = vec![
            middle + way * 5.0,
            middle - way * 3.0 + across,
            middle - way * 3.0 - across,
        ];
        ui.painter().add(Shape::convex_polygon(tip, t.accent.0, Stroke::NONE));
    }
}

/// The longest straight part of a way.
fn longest(points: &[Pos2]) -> Option<[Pos2; 2]> {
    let parts = points.windows(2).map(|ends| [ends[0], ends[1]]);
    parts.max_by(|a, b| (a[1] - a[0]).length_sq().total_cmp(&(b[1] - b[0]).length_sq()))
}

/// The boards as they look, laid on the ground before them; upright on the screen whichever way they face. All pictures
/// first, then all their outlines: so they go to the screen in a few calls.
fn pictures_ui(ui: &Ui, scene: &Scene<'_>, spots: &[&Spot]) {
    let t = tokens(ui);
    let mut meshes: Vec<Mesh> = Vec::new();
    let mut outlines = Vec::with_capacity(spots.len());
    for spot in spots {
        let Some(stand) = spot.stand else { continue };
        let corners = screen(scene, &picture_corners(&spot.board, &stand));
        let px = spot.board.size.h / 1000.0 * scene.stage.zoom * f64::from(ui.ctx().pixels_per_point());
        let look = scene
            .view
            .pictures
            .look(scene.view.exhibition, &spot.board, px.round() as u32);
        let Some(look) = look else {
            let outline = Stroke::new(1.0, t.line2.0);
            outlines.push(Shape::convex_polygon(corners, t.field.0, outline));
            continue;
        };
        let is_turned = stand.facing.to_radians().cos() < -1e-9;
        if meshes.last().is_none_or(|mesh| mesh.texture_id != look.texture) {
            meshes.push(Mesh::with_texture(look.texture));
        }
        let Some(mesh) = meshes.last_mut() else { continue };
        let first = mesh.vertices.len() as u32;
        for (corner, [u, v]) in corners.iter().zip([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]) {
            let part = if is_turned { vec2(1.0 - u, 1.0 - v) } else { vec2(u, v) };
            mesh.vertices.push(egui::epaint::Vertex {
                pos: *corner,
                uv: look.uv.lerp_inside(part),
                color: Color32::WHITE,
            });
        }
        mesh.add_triangle(first, first + 1, first + 2);
        mesh.add_triangle(first, first + 2, first + 3);
        outlines.push(Shape::closed_line(corners, Stroke::new(0.5, t.line2.0)));
    }
    ui.painter().extend(meshes.into_iter().map(Shape::mesh));
    ui.painter().extend(outlines);
}

/// The footprint, and a mark on the side of its face.
fn board_ui(ui: &Ui, pane: &PlazaPane, scene: &Scene<'_>, spot: &Spot, t: &Tokens) {
    let Some(stand) = spot.stand else { return };
    let colour = reading::board_colour(ui, pane, spot.board.id, spot.unit_at);
    if depth(stand.foot) > DEPTH {
        let outline = footprint(&spot.board, &stand);
        let edge = Stroke::new(1.0, colour.gamma_multiply(0.7));
        polygon(ui, scene, &outline, colour.gamma_multiply(0.18), edge);
    }
    let outline = seen_outline(&spot.board, &stand, scene.stage.mm(3.0));
    polygon(ui, scene, &outline, colour, Stroke::NONE);
    let front = facing_vector(stand.facing);
    let side = along(stand.facing);
    let foot = scene
        .stage
        .screen(point(stand.at.x + front.x * 0.05, stand.at.y + front.y * 0.05));
    let (front, side) = (vec2(front.x as f32, front.y as f32), vec2(side.x as f32, side.y as f32));
    let size = ((scene.stage.zoom * 0.16) as f32).clamp(2.0, 9.0);
    let mark = vec![foot + side * size, foot + front * size, foot - side * size];
    let fill = if spot.is_faulty { t.warn_icon.0 } else { colour };
    ui.painter().add(Shape::convex_polygon(mark, fill, Stroke::NONE));
    if stand.is_pinned {
        let half = spot.board.size.w / 2000.0;
        let along = along(stand.facing);
        let end = scene
            .stage
            .screen(point(stand.at.x - along.x * half, stand.at.y - along.y * half));
        ui.painter().circle_filled(end, 7.0, t.panel.0);
        widgets::paint_icon_filled(ui, i::ICON_PUSH_PIN, end, 12.0, t.accent.0);
    }
}

/// Rows that stand across the wind with nothing before them: a mark at each end.
fn wind_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    for row in &scene.plan.exposed {
        let at = scene.stage.screen(row.ends[0]) - vec2(16.0, 0.0);
        ui.painter().circle_filled(at, 9.0, t.panel.0.gamma_multiply(0.9));
        widgets::paint_icon(ui, i::ICON_AIR, at, 15.0, t.warn_icon.0);
    }
}

/// Behind its board, if the board is wide enough to carry it.
fn number_ui(ui: &Ui, scene: &Scene<'_>, spot: &Spot, is_chosen: bool, t: &Tokens) {
    let Some(stand) = spot.stand else { return };
    let wished = number_size(spot, scene.stage.zoom).or(is_chosen.then_some(10.0));
    let Some(size) = wished else { return };
    let at = scene.stage.origin + number_at(&stand.at, stand.facing, scene.stage.zoom);
    let (face, colour) = if is_chosen {
        (bold(size), t.accent.0)
    } else {
        (font(size), t.t2.0)
    };
    let text = format!("{:03}", spot.number);
    ui.painter().text(at, Align2::CENTER_CENTER, text, face, colour);
}

/// No line of the grid runs through a number. A picture of the place below stays whole.
fn free_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    let plaza = &scene.plan.plaza;
    if plaza.venue.sketch.is_some() {
        return;
    }
    let ground = outline(plaza);
    let fill = venue::paint::surface(ui, plaza.venue.ground, t);
    for spot in &scene.plan.spots {
        let (Some(stand), Some(size)) = (spot.stand, number_size(spot, scene.stage.zoom)) else {
            continue;
        };
        let at = scene.stage.origin + number_at(&stand.at, stand.facing, scene.stage.zoom);
        if scene.stage.canvas.contains(at) && is_inside(&ground, scene.stage.board(at)) {
            let place = egui::Rect::from_center_size(at, vec2(size * 2.1, size + 3.0));
            ui.painter().rect_filled(place, 0, fill);
        }
    }
}

/// Around board and picture: what is chosen, what lies under the pointer.
fn frame_ui(ui: &Ui, scene: &Scene<'_>, spot: &Spot, has_pictures: bool, is_chosen: bool, is_barred: bool, t: &Tokens) {
    let Some(stand) = spot.stand else { return };
    let air = scene.stage.mm(3.0);
    let far = if has_pictures { far_edge(&spot.board) } else { 0.05 };
    let half = spot.board.size.w / 2000.0 + air;
    let corners = ground_box(&stand, half, -0.05 - air, far + air);
    let colour = if is_barred { t.error.0 } else { t.select.0 };
    let stroke = Stroke::new(if is_chosen { 2.0 } else { 1.0 }, colour);
    let fill = if is_barred {
        colour.gamma_multiply(0.2)
    } else {
        Color32::TRANSPARENT
    };
    polygon(ui, scene, &corners, fill, stroke);
}

fn fault_ui(ui: &Ui, scene: &Scene<'_>, spot: &Spot, t: &Tokens) {
    let Some(stand) = spot.stand else { return };
    let side = along(stand.facing);
    let half = spot.board.size.w / 2000.0;
    let corner = scene
        .stage
        .screen(point(stand.at.x + side.x * half, stand.at.y + side.y * half));
    ui.painter().circle_filled(corner, 5.0, t.panel.0);
    ui.painter().circle_filled(corner, 4.0, t.warn_icon.0);
}

/// Lines a dragged board has snapped to.
pub fn guides_ui(ui: &Ui, scene: &Scene<'_>, guides: &[Guide]) {
    let t = tokens(ui);
    for guide in guides {
        let ends = [scene.stage.screen(guide.from), scene.stage.screen(guide.to)];
        ui.painter().line_segment(ends, Stroke::new(1.0, t.guide.0));
        let length = (guide.to.x - guide.from.x).hypot(guide.to.y - guide.from.y);
        let text = say::metres(scene.view.lang, (length * 100.0).round() / 100.0);
        let galley = ui.painter().layout_no_wrap(text, font(11.0), t.panel.0);
        let middle = ends[0] + (ends[1] - ends[0]) / 2.0 - vec2(0.0, 14.0);
        let tag = egui::Rect::from_center_size(middle, galley.size() + vec2(8.0, 2.0));
        ui.painter().rect_filled(tag, 4, t.guide.0);
        ui.painter()
            .galley(tag.center() - galley.size() / 2.0, galley, t.panel.0);
    }
}

/// Where a board from the list would stand.
pub fn ghost_ui(ui: &Ui, scene: &Scene<'_>, board: BoardId, stand: &Stand) {
    let t = tokens(ui);
    let Some(spot) = scene.plan.spot(board) else { return };
    let fill = t.accent_soft.0.gamma_multiply(0.6);
    let stroke = Stroke::new(1.0, t.accent.0);
    polygon(ui, scene, &picture_corners(&spot.board, stand), fill, stroke);
    let outline = seen_outline(&spot.board, stand, scene.stage.mm(3.0));
    polygon(ui, scene, &outline, t.accent.0, Stroke::NONE);
}

/// Where visitors come in.
fn entrance_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    let Some(at) = scene.plan.entrance else { return };
    let place = scene.stage.screen(at);
    if !scene.stage.canvas.expand(40.0).contains(place) {
        return;
    }
    ui.painter().circle_filled(place, ENTRANCE, t.accent.0);
    widgets::paint_icon(ui, i::ICON_LOGIN, place, 14.0, t.on.0);
    let is_near = |p: &Point| (p.x - at.x).hypot(p.y - at.y) < GATE;
    let is_gate = |thing: &&Thing| thing.kind == ThingKind::Gate && thing.points.iter().any(is_near);
    if scene.plan.plaza.venue.things.iter().any(|thing| is_gate(&thing)) {
        // The gate has its own word there.
        return;
    }
    let word = scene.view.lang.of(say::ENTRANCE);
    let size = scene.plan.plaza.size;
    let (align, by) = if at.x <= 0.0 || at.x >= size.w {
        (Align2::CENTER_TOP, vec2(0.0, 13.0))
    } else {
        (Align2::LEFT_CENTER, vec2(15.0, 0.0))
    };
    ui.painter().text(place + by, align, word, bold(12.0), t.accent.0);
}

/// Scale bar, north and how much stands, at the lower left.
fn legend_ui(ui: &Ui, scene: &Scene<'_>, t: &Tokens) {
    let canvas = scene.stage.canvas;
    let metres = [0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0]
        .into_iter()
        .find(|metres| metres * scene.stage.zoom >= 72.0)
        .unwrap_or(500.0);
    let length = (metres * scene.stage.zoom) as f32;
    let text = say::metres(scene.view.lang, metres);
    let galley = ui.painter().layout_no_wrap(text, font(12.0), t.t1.0);
    let size = scene.plan.plaza.size;
    let facts = say::all_in(
        scene.view.lang,
        scene.plan.plaza.places.len(),
        scene.plan.spots.len(),
        size.w,
        size.h,
    );
    let facts = ui.painter().layout_no_wrap(facts, font(12.0), t.t2.0);
    let width = length + galley.size().x + facts.size().x + 84.0;
    let plate = egui::Rect::from_min_size(pos2(canvas.left() + 12.0, canvas.bottom() - 44.0), vec2(width, 32.0));
    ui.painter().rect_filled(plate, 8, t.raised.0.gamma_multiply(0.92));
    let y = plate.center().y;
    let north = pos2(plate.left() + 18.0, y);
    let turned = |x: f32, y: f32| {
        let (sin, cos) = (scene.plan.plaza.venue.north as f32).to_radians().sin_cos();
        north + vec2(x * cos - (y + 2.0) * sin, x * sin + (y + 2.0) * cos) - vec2(0.0, 2.0)
    };
    let arrow = vec![turned(0.0, -12.0), turned(4.0, -3.0), turned(-4.0, -3.0)];
    ui.painter().add(Shape::convex_polygon(arrow, t.t1.0, Stroke::NONE));
    let word = scene.view.lang.of(say::NORTH);
    ui.painter()
        .text(north + vec2(0.0, 5.0), Align2::CENTER_CENTER, word, bold(11.0), t.t1.0);
    let x = plate.left() + 40.0;
    let bar = egui::Rect::from_min_size(pos2(x, y - 2.0), vec2(length, 4.0));
    ui.painter()
        .rect(bar, 0, t.panel.0, Stroke::new(1.0, t.t1.0), StrokeKind::Inside);
    let half = egui::Rect::from_min_size(bar.min, vec2(length / 2.0, 4.0));
    ui.painter().rect_filled(half, 0, t.t1.0);
    let after = x + length + 8.0;
    let left = after + galley.size().x + 20.0;
    widgets::paint_middle(ui, after, y, galley, t.t1.0);
    widgets::paint_middle(ui, left, y, facts, t.t2.0);
}

/// Says each board to a screen reader; the one it asked to be chosen.
pub fn spoken_ui(ui: &Ui, pane: &PlazaPane, scene: &Scene<'_>) -> Option<BoardId> {
    let mut asked = None;
    for spot in scene.plan.spots.iter().filter(|spot| spot.stand.is_some()) {
        let place = scene.stage.screen_rect(spot.bounds).intersect(scene.stage.canvas);
        if !place.is_positive() {
            continue;
        }
        let id = egui::Id::unique(("on plan", spot.board.id));
        let response = ui.interact(place, id, egui::Sense::hover());
        let is_chosen = pane.chosen.contains(&spot.board.id);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::ListItem, true, is_chosen, say::spoken(spot)));
        if ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click)) {
            asked = Some(spot.board.id);
        }
    }
    asked
}
