//! What the canvas draws: the board's picture, bleed and margins, outlines, handles, guides, empty places.

use super::arrange::around;
use super::drags::swap_target;
use super::handles::{self, Handle};
use super::tool::{SAFE, Tool};
use super::whole::Whole;
use super::{BoardPane, Scene, areas, overlays, parts, photo, say, turn};
use crate::app::session::Session;
use crate::app::tasks::shop_of;
use crate::app::theme::{Depth, Tokens, bold, font, tokens};
use crate::app::view::View;
use crate::app::widgets;
use crate::geom::{Point, Rect, point, rect};
use crate::layout::{BLEED, Laid};
use crate::model::{Area, Board, ElementId};
use crate::screen::{Shown, Want};
use egui::{Color32, Painter, Pos2, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// The template's places at the board's own size: what things align to.
pub fn columns(view: &View<'_>, board: &Board) -> Vec<Rect> {
    slots(view, board).map(|(_, area)| area).collect()
}

fn slots<'a>(view: &View<'a>, board: &Board) -> impl Iterator<Item = (&'a str, Rect)> + use<'a> {
    let template = view.exhibition.template_of(board).map(|template| &**template);
    let size = board.size;
    template.into_iter().flat_map(move |template| {
        let (x, y) = (size.w / template.size.w.max(1.0), size.h / template.size.h.max(1.0));
        template.slots.iter().map(move |slot| {
            let area = slot.area;
            (slot.name.as_str(), rect(area.x * x, area.y * y, area.w * x, area.h * y))
        })
    })
}

/// Where elements without content would stand, as far as nothing else stands there.
pub fn empty_places(view: &View<'_>, board: &Board, laid: &Laid) -> Vec<(ElementId, Rect)> {
    let empty: Vec<_> = board
        .elements
        .iter()
        .filter(|element| !element.is_hidden && !laid.areas.contains_key(&element.id))
        .collect();
    if empty.is_empty() {
        return Vec::new();
    }
    let is_free = |area: &Rect| {
        laid.areas.values().all(|(other, _)| {
            let shared = other.intersect(area).map_or(0.0, |shared| shared.w * shared.h);
            shared < area.w * area.h * 0.2 || other.w * other.h > 4.0 * area.w * area.h
        })
    };
    empty
        .into_iter()
        .filter_map(|element| {
            if let Area::ByHand { rect, .. } = element.area {
                return Some((element.id, rect));
            }
            let name = &element.slot.as_ref()?.0;
            let (_, area) = slots(view, board).find(|(slot, _)| slot == name)?;
            is_free(&area).then_some((element.id, area))
        })
        .collect()
}

/// Ground, board, bleed: everything under the hand's own marks.
pub fn board_ui(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, shows_bleed: bool) {
    let t = tokens(ui);
    let stage = &scene.stage;
    let painter = ui.painter().with_clip_rect(stage.canvas);
    let trim_mm = rect(0.0, 0.0, scene.board.size.w, scene.board.size.h);
    let trim = stage.screen_rect(trim_mm);
    let bleed_mm = shop_of(scene.view.exhibition).bleed.clamp(0.0, BLEED);
    let outer = if shows_bleed {
        stage.screen_rect(trim_mm.grow(bleed_mm))
    } else {
        trim
    };
    painter.add(t.shadow(Depth::Board).as_shape(outer, 0));
    let ppp = f64::from(ui.ctx().pixels_per_point());
    let want = Want {
        exhibition: scene.view.exhibition,
        board: scene.board,
        script: pane.script,
        eye: pane.eye,
        px_per_mm: stage.zoom * ppp,
        seen: stage.seen(),
        grid: [0.0, 0.0],
    };
    let shown = pane.picture(ui.ctx(), scene.view).show(&want);
    paper(ui, &painter, scene, outer, trim, shown.as_ref());
    if shows_bleed {
        veil(&painter, t, outer, trim);
        dashed(&painter, outer, t.bleed.0);
        dashed(&painter, stage.screen_rect(trim_mm.grow(-SAFE)), t.safe.0);
        painter.rect_stroke(
            trim,
            0,
            Stroke::new(1.0, t.t3.0.gamma_multiply(0.6)),
            StrokeKind::Outside,
        );
    }
}

/// The picture; until there is one, the thumbnail stretched over the board, or paper.
fn paper(ui: &Ui, painter: &Painter, scene: &Scene<'_>, outer: egui::Rect, trim: egui::Rect, shown: Option<&Shown>) {
    let clipped = painter.with_clip_rect(outer.intersect(painter.clip_rect()));
    let whole = egui::Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    let is_covering = shown.is_some_and(|shown| {
        scene
            .stage
            .screen_rect(shown.place)
            .contains_rect(outer.intersect(scene.stage.canvas))
    });
    if !is_covering {
        let px = trim.height().min(512.0) * ui.ctx().pixels_per_point();
        clipped.rect_filled(outer, 0, Color32::WHITE);
        if let Some(texture) = scene.view.pictures.board(scene.view.exhibition, scene.board, px as u32) {
            clipped.image(texture, trim, whole, Color32::WHITE);
        }
    }
    if let Some(shown) = shown {
        clipped.image(
            shown.texture,
            scene.stage.screen_rect(shown.place),
            whole,
            Color32::WHITE,
        );
    }
}

fn veil(painter: &Painter, t: &Tokens, outer: egui::Rect, trim: egui::Rect) {
    let colour = t.ground.0.gamma_multiply(0.45);
    for part in [
        egui::Rect::from_min_max(outer.min, pos2(outer.right(), trim.top())),
        egui::Rect::from_min_max(pos2(outer.left(), trim.bottom()), outer.max),
        egui::Rect::from_min_max(pos2(outer.left(), trim.top()), pos2(trim.left(), trim.bottom())),
        egui::Rect::from_min_max(pos2(trim.right(), trim.top()), pos2(outer.right(), trim.bottom())),
    ] {
        painter.rect_filled(part, 0, colour);
    }
}

fn dashed(painter: &Painter, area: egui::Rect, colour: Color32) {
    let corners = [
        area.left_top(),
        area.right_top(),
        area.right_bottom(),
        area.left_bottom(),
        area.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, colour), 5.0, 4.0));
}

/// Places that wait for content: a dashed outline with their name.
pub fn empty_ui(ui: &Ui, scene: &Scene<'_>) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    for (id, area) in empty_places(scene.view, scene.board, scene.laid) {
        let Some(element) = scene.board.element(id) else {
            continue;
        };
        let place = scene.stage.screen_rect(area);
        painter.rect_filled(place, 0, Color32::from_white_alpha(40));
        dashed(&painter, place, Color32::from_black_alpha(150));
        let name = parts::element_name(scene.board, element, scene.lang());
        let galley = widgets::elided(
            ui,
            &name,
            font(12.0),
            Color32::from_black_alpha(220),
            place.width() - 8.0,
        );
        if place.height() >= galley.size().y && place.width() > 24.0 {
            let chip = egui::Rect::from_center_size(place.center(), galley.size() + vec2(12.0, 4.0));
            painter.rect_filled(chip, 4, Color32::from_white_alpha(220));
            painter.galley(chip.min + vec2(6.0, 2.0), galley, t.t1.0);
        }
    }
}

/// Hover, choice, handles, guides, the frame of a choice under way.
pub fn marks_ui(ui: &Ui, pane: &BoardPane, scene: &Scene<'_>, session: &Session, hovered: Option<ElementId>) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    if let Some(element) = hovered.filter(|element| !pane.is_chosen(session, *element))
        && pane.tool.is_idle()
        && let Some((area, angle)) = scene.area(element)
    {
        outline(
            &painter,
            scene,
            area,
            angle,
            Stroke::new(1.0, t.select.0.gamma_multiply(0.6)),
            false,
        );
    }
    if let Tool::Crop { element, .. } = pane.tool {
        crop_ui(&painter, t, scene, element);
        return;
    }
    if let Tool::Areas(tool) = &pane.tool {
        areas::areas_ui(&painter, t, scene, tool.element, Some(tool.picked));
        return;
    }
    let chosen = pane.chosen(session);
    let is_single = chosen.len() == 1;
    if let Some((area, angle)) = pane.levelled.and_then(|element| scene.area(element)) {
        lines_over(&painter, scene, area, angle, 8);
    }
    let width = if is_single { 1.5 } else { 1.0 };
    let mut whole: Option<Rect> = None;
    for element in &chosen {
        let Some((area, angle)) = scene.area(*element) else {
            continue;
        };
        outline(&painter, scene, area, angle, Stroke::new(width, t.select.0), true);
        let upright = around(area, angle);
        whole = Some(whole.map_or(upright, |whole| whole.union(&upright)));
        let is_locked = scene.board.element(*element).is_some_and(|element| element.is_locked);
        if is_locked {
            lock(
                ui,
                &painter,
                t,
                scene.stage.screen(Handle { x: 1, y: -1 }.at(area, angle)),
            );
        } else if is_single
            && pane.writing.is_none()
            && let Some(element) = scene.board.element(*element)
        {
            if turn::can_turn(element) {
                turn_handle(&painter, t, scene, area, angle);
            }
            handles(&painter, t, scene, &handles::of(element), area, angle);
        }
        if !is_single && pane.key == Some(*element) {
            // The others line up with it.
            outline(&painter, scene, area, angle, Stroke::new(2.5, t.select.0), true);
        }
    }
    if let Some(whole) = whole.filter(|_| !is_single) {
        outline(&painter, scene, whole, 0.0, Stroke::new(1.5, t.select.0), true);
        if let Some(free) = Whole::of(pane, scene, session).filter(|_| pane.tool.is_idle()) {
            if free.can_turn(scene) {
                turn_handle(&painter, t, scene, whole, 0.0);
            }
            let corners: Vec<Handle> = Handle::corners().collect();
            handles(&painter, t, scene, &corners, whole, 0.0);
        }
    }
    for guide in pane.tool.guides() {
        let (from, to) = if guide.is_upright {
            (point(guide.at, guide.from), point(guide.at, guide.to))
        } else {
            (point(guide.from, guide.at), point(guide.to, guide.at))
        };
        painter.line_segment(
            [scene.stage.screen(from), scene.stage.screen(to)],
            Stroke::new(1.0, t.measure.0),
        );
    }
    match &pane.tool {
        Tool::Frame { from, to } => {
            let frame = egui::Rect::from_two_pos(scene.stage.screen(*from), scene.stage.screen(*to));
            painter.rect(
                frame,
                0,
                t.select.0.gamma_multiply(0.12),
                Stroke::new(1.0, t.select.0),
                StrokeKind::Inside,
            );
        }
        Tool::Resize(drag) => size_tag(
            &painter,
            t,
            scene,
            drag.now,
            format!("{:.0} × {:.0} mm", drag.now.w, drag.now.h),
        ),
        Tool::Turn(drag) => size_tag(&painter, t, scene, drag.area(), format!("{:.1}°", drag.now)),
        Tool::Grow(drag) => {
            let now = drag.now();
            size_tag(&painter, t, scene, now, format!("{:.0} × {:.0} mm", now.w, now.h));
        }
        Tool::Guide(drag) => guide_tag(&painter, t, scene, drag),
        Tool::Move(drag) if swap_target(scene, drag).is_some() => {
            let other = swap_target(scene, drag).and_then(|other| scene.area(other));
            if let Some((area, _)) = other {
                drop_ui(ui, scene, area, scene.lang().of(say::SWAP_HERE));
            }
        }
        Tool::Move(drag) if drag.has_moved => {
            overlays::gaps_ui(ui, scene, &drag.gaps);
            if let Some(whole) = whole {
                size_tag(&painter, t, scene, whole, format!("{:.0}, {:.0} mm", whole.x, whole.y));
            }
        }
        _ => {}
    }
}

fn corners(scene: &Scene<'_>, area: Rect, angle: f64) -> Vec<Pos2> {
    [(-1, -1), (1, -1), (1, 1), (-1, 1)]
        .into_iter()
        .map(|(x, y)| scene.stage.screen(Handle { x, y }.at(area, angle)))
        .collect()
}

fn outline(painter: &Painter, scene: &Scene<'_>, area: Rect, angle: f64, stroke: Stroke, with_halo: bool) {
    let points = corners(scene, area, angle);
    if with_halo {
        let halo = Stroke::new(stroke.width + 2.0, Color32::from_white_alpha(190));
        painter.add(Shape::closed_line(points.clone(), halo));
    }
    painter.add(Shape::closed_line(points, stroke));
}

/// Round at the corners, square at the sides; where there is no room, corners only.
fn handles(painter: &Painter, t: &Tokens, scene: &Scene<'_>, all: &[Handle], area: Rect, angle: f64) {
    let size = scene.stage.screen_rect(area).size();
    for handle in all {
        let room = if handle.x == 0 { size.x } else { size.y };
        if !handle.is_corner() && room < 36.0 {
            continue;
        }
        let at = scene.stage.screen(handle.at(area, angle));
        let stroke = Stroke::new(1.5, t.select.0);
        if handle.is_corner() {
            painter.circle(at, 5.5, Color32::from_white_alpha(190), Stroke::NONE);
            painter.circle(at, 4.5, Color32::WHITE, stroke);
        } else {
            let mark = egui::Rect::from_center_size(at, vec2(8.0, 8.0));
            painter.rect_filled(mark.expand(1.5), 1, Color32::from_white_alpha(190));
            painter.rect(mark, 1, Color32::WHITE, stroke, StrokeKind::Inside);
        }
    }
}

/// A stalk with a ring: pulled round, it turns the box.
fn turn_handle(painter: &Painter, t: &Tokens, scene: &Scene<'_>, area: Rect, angle: f64) {
    let foot = scene.stage.screen(Handle { x: 0, y: -1 }.at(area, angle));
    let head = scene
        .stage
        .screen(turn::handle(area, angle, scene.stage.mm(turn::ABOVE)));
    painter.line_segment([foot, head], Stroke::new(3.0, Color32::from_white_alpha(190)));
    painter.line_segment([foot, head], Stroke::new(1.0, t.select.0));
    painter.circle(head, 6.0, Color32::WHITE, Stroke::new(1.5, t.select.0));
    painter.circle_filled(head, 2.0, t.select.0);
}

fn guide_tag(painter: &Painter, t: &Tokens, scene: &Scene<'_>, drag: &super::rulers::GuideDrag) {
    let Some(now) = drag.now else { return };
    let canvas = scene.stage.canvas;
    let on = scene.stage.screen(point(now, now));
    let at = if drag.guide.is_upright {
        pos2(on.x + 8.0, canvas.top() + 8.0)
    } else {
        pos2(canvas.left() + 8.0, on.y + 6.0)
    };
    let galley = painter.layout_no_wrap(overlays::millimetres(now), bold(12.0), Color32::WHITE);
    let tag = egui::Rect::from_min_size(at, galley.size()).expand2(vec2(6.0, 3.0));
    painter.rect_filled(tag, 4, t.measure.0);
    painter.galley(at, galley, Color32::WHITE);
}

fn lock(ui: &Ui, painter: &Painter, t: &Tokens, at: Pos2) {
    painter.circle(at, 10.0, Color32::WHITE, Stroke::new(1.0, t.select.0));
    let ui_painter_is_clipped = painter.clip_rect().contains(at);
    if ui_painter_is_clipped {
        widgets::paint_icon(ui, egui_material_icons::icons::ICON_LOCK, at, 14.0, t.select.0);
    }
}

fn size_tag(painter: &Painter, t: &Tokens, scene: &Scene<'_>, area: Rect, text: String) {
    let place = scene.stage.screen_rect(area);
    let galley = painter.layout_no_wrap(text, bold(12.0), Color32::WHITE);
    let at = pos2(place.center().x - galley.size().x / 2.0, place.bottom() + 12.0);
    let tag = egui::Rect::from_min_size(at, galley.size()).expand2(vec2(6.0, 3.0));
    painter.rect_filled(tag, 4, t.measure.0);
    painter.galley(at, galley, Color32::WHITE);
}

/// The frame with its thirds, and how far the photo reaches outside it.
fn crop_ui(painter: &Painter, t: &Tokens, scene: &Scene<'_>, element: ElementId) {
    let (Some(seen), Some((area, angle))) = (photo::image_at(scene.laid, element), scene.area(element)) else {
        return;
    };
    let [left_top, right_top, right_bottom, left_bottom] =
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(x, y)| scene.stage.screen(seen.on_board(point(x, y))));
    painter.add(Shape::closed_line(
        vec![left_top, right_top, right_bottom, left_bottom],
        Stroke::new(1.0, t.select.0.gamma_multiply(0.5)),
    ));
    lines_over(painter, scene, area, angle, 3);
    outline(painter, scene, area, angle, Stroke::new(2.0, t.select.0), true);
    areas::areas_ui(painter, t, scene, element, None);
}

/// Upright and level lines over a frame: what should be straight is held against them.
fn lines_over(painter: &Painter, scene: &Scene<'_>, area: Rect, angle: f64, parts: u32) {
    let thin = Stroke::new(1.0, Color32::from_white_alpha(150));
    let corners = corners(scene, area, angle);
    let [left_top, right_top, right_bottom, left_bottom] = corners[..] else {
        return;
    };
    for part in 1..parts {
        let share = part as f32 / parts as f32;
        let across = [left_top.lerp(right_top, share), left_bottom.lerp(right_bottom, share)];
        let down = [left_top.lerp(left_bottom, share), right_top.lerp(right_bottom, share)];
        for line in [across, down] {
            painter.line_segment(line, Stroke::new(2.0, Color32::from_black_alpha(50)));
            painter.line_segment(line, thin);
        }
    }
}

/// Where a photo that is held over the canvas would go.
pub fn drop_ui(ui: &Ui, scene: &Scene<'_>, area: Rect, words: &str) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    let place = scene.stage.screen_rect(area);
    painter.rect(
        place,
        0,
        t.accent_soft.0.gamma_multiply(0.6),
        Stroke::new(2.0, t.accent.0),
        StrokeKind::Inside,
    );
    let galley = painter.layout_no_wrap(words.into(), bold(13.0), t.on.0);
    let chip = egui::Rect::from_center_size(place.center(), galley.size() + vec2(20.0, 10.0));
    painter.rect_filled(chip, 8, t.accent.0);
    painter.galley(chip.center() - galley.size() / 2.0, galley, t.on.0);
}

/// What a screen reader finds on the canvas: each element by name, where it stands.
pub fn spoken_ui(ui: &Ui, pane: &BoardPane, scene: &Scene<'_>, session: &Session) -> Option<ElementId> {
    let mut asked = None;
    for element in &scene.board.elements {
        let Some((area, _)) = scene.area(element.id) else {
            continue;
        };
        let place = scene.stage.screen_rect(area);
        // A level line has no height of its own.
        let thin = place.width().min(place.height()) < 4.0;
        let place = place.expand(if thin { 4.0 } else { 0.0 }).intersect(scene.stage.canvas);
        if !place.is_positive() {
            continue;
        }
        let id = egui::Id::unique(("on canvas", element.id));
        let response = ui.interact(place, id, egui::Sense::hover());
        let gist = parts::gist(element);
        let name = parts::element_name(scene.board, element, scene.lang());
        let is_chosen = pane.is_chosen(session, element.id);
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::ListItem, true, is_chosen, format!("{name} {gist}").trim())
        });
        if ui.input(|input| input.has_accesskit_action_request(id, egui::accesskit::Action::Click)) {
            asked = Some(element.id);
        }
    }
    asked
}

/// A point of the canvas kept on the board.
pub fn on_board(board: &Board, at: Point) -> Point {
    point(at.x.clamp(0.0, board.size.w), at.y.clamp(0.0, board.size.h))
}
