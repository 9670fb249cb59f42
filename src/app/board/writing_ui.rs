//! The caret, what is chosen and what an input method shows, on the board; the hand in a text; a bar over the choice.

use super::typing::Spot;
use super::writing::{Writing, position_of};
use super::{BoardPane, Scene, look, say};
use crate::app::session::Session;
use crate::app::theme::{Depth, Tokens, font, tokens};
use crate::app::view::Sender;
use crate::app::widgets;
use crate::geom::{Point, Rect, point};
use crate::layout::TextBox;
use crate::model::MarkKind;
use egui::{
    Align, Color32, Layout, Painter, Pos2, Response, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};
use egui_material_icons::icons as i;

/// The pointer while a text is written in; `false`: it is the canvas's own.
pub fn pointer_ui(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, response: &Response, send: &mut Sender) -> bool {
    let Some(writing) = &mut pane.writing else { return false };
    let at = response.interact_pointer_pos().or(response.hover_pos());
    let over = at.map(|at| scene.stage.board(at));
    let is_over = over.is_some_and(|at| is_in(scene, writing, at));
    if is_over || writing.is_drawing {
        ui.ctx().set_cursor_icon(match writing.place() {
            Some(place) if place.text.is_vertical() => egui::CursorIcon::VerticalText,
            _ => egui::CursorIcon::Text,
        });
    }
    let pressed = response.is_pointer_button_down_on() && ui.input(|input| input.pointer.primary_pressed());
    if pressed && is_over {
        let with_shift = ui.input(|input| input.modifiers.shift);
        response.request_focus();
        if let Some((spot, offset)) = over.and_then(|at| writing.at(at)) {
            take_to(writing, spot, offset, with_shift);
        }
        writing.is_drawing = true;
        pane.settle(send);
        return true;
    }
    if pressed {
        pane.stop_writing(send);
        return false;
    }
    if response.triple_clicked() {
        choose_around(writing, true);
    } else if response.double_clicked() {
        choose_around(writing, false);
    } else if writing.is_drawing
        && response.dragged()
        && let Some((spot, offset)) = over.and_then(|at| writing.at(at))
        && spot == writing.spot
    {
        writing.set(offset, true);
    }
    if response.drag_stopped() || !ui.input(|input| input.pointer.any_down()) {
        writing.is_drawing = false;
    }
    true
}

/// Inside the element's own rectangle, or on one of its texts outside it: a caption.
fn is_in(scene: &Scene<'_>, writing: &Writing, at: Point) -> bool {
    let own = scene.area(writing.spot.element).is_some_and(|(area, angle)| {
        let turn = crate::geom::Transform::rotate_about(-angle, area.centre());
        area.contains(turn.apply(at))
    });
    let is_text = |text: &TextBox| {
        let carets = text.carets();
        let end = carets.moved(position_of("", 0), crate::text::Move::TextEnd);
        let own = text.at.inverse().map(|back| back.apply(at));
        own.is_some_and(|own| {
            carets
                .selection(position_of("", 0), end)
                .iter()
                .any(|line| line.contains(own))
        })
    };
    own || writing.places().iter().any(|place| is_text(&place.text))
}

fn take_to(writing: &mut Writing, spot: Spot, offset: usize, keeps_anchor: bool) {
    let is_same = spot == writing.spot;
    writing.spot = spot;
    writing.preedit.clear();
    writing.set(offset, keeps_anchor && is_same);
}

/// The word around the caret, or its paragraph.
fn choose_around(writing: &mut Writing, is_para: bool) {
    let Some(place) = writing.place() else { return };
    let plain = place.text.plain();
    let position = position_of(&plain, writing.caret);
    let start = writing.caret.min(plain.len()) - position.at as usize;
    let range = if is_para {
        let end = plain[start..].find('\n').map_or(plain.len(), |end| start + end);
        start..end
    } else {
        let word = place.text.carets().word_at(position);
        start + word.start as usize..start + word.end as usize
    };
    writing.set(range.start, false);
    writing.set(range.end, true);
}

/// Everything of it that is drawn; the input method learns where the caret is.
pub fn writing_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let Some(writing) = &pane.writing else { return };
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    let has_keys = ui.memory(|memory| memory.has_focus(super::keys::canvas_id()));
    let chosen = writing.chosen();
    let mut lit = egui::Rect::NOTHING;
    let mut caret = Vec::new();
    let mut px = 16.0;
    let mut is_vertical = false;
    match writing.place() {
        Some(place) => {
            let plain = place.text.plain();
            let carets = place.text.carets();
            let (from, to) = (position_of(&plain, chosen.start), position_of(&plain, chosen.end));
            if !chosen.is_empty() {
                for line in carets.selection(from, to) {
                    let corners = quad(scene, &place.text, line);
                    corners.iter().for_each(|corner| lit.extend_with(*corner));
                    let fill = t.select.0.gamma_multiply(0.28);
                    painter.add(Shape::convex_polygon(corners, fill, Stroke::NONE));
                }
            }
            let position = writing.position(&plain, writing.caret);
            caret = quad(scene, &place.text, carets.rect_of(position));
            px = (place.text.em(position.para) * scene.stage.zoom) as f32;
            is_vertical = place.text.is_vertical();
        }
        None => {
            // Nothing is written yet: the caret waits beside what stands before it, else at the head of the place.
            let kind = scene.board.element(writing.spot.element).map(|found| &found.kind);
            if let Some(before) = kind.and_then(|kind| writing.place_before(kind)) {
                let plain = before.text.plain();
                let end = position_of(&plain, plain.len());
                caret = quad(scene, &before.text, before.text.carets().rect_of(end));
                px = (before.text.em(end.para) * scene.stage.zoom) as f32;
                is_vertical = before.text.is_vertical();
            } else if let Some((area, _)) = scene.area(writing.spot.element) {
                let head = crate::geom::rect(area.x, area.y, 0.0, area.h.min(24.0));
                let place = scene.stage.screen_rect(head);
                caret = vec![
                    place.left_top(),
                    place.left_top(),
                    place.left_bottom(),
                    place.left_bottom(),
                ];
                px = place.height();
            }
        }
    }
    let Some(bounds) = bounds(&caret) else { return };
    let wants_view = |writing: &mut Writing| !writing.is_behind && std::mem::take(&mut writing.wants_view);
    if pane.writing.as_mut().is_some_and(wants_view)
        && let Some(by) = into_view(bounds, scene.stage.canvas)
    {
        pane.cameras.entry(scene.board.id).or_default().pan(by);
        ui.ctx().request_repaint();
    }
    let Some(writing) = &pane.writing else { return };
    if !writing.preedit.is_empty() {
        preedit_ui(&painter, t, bounds, &writing.preedit, px.clamp(13.0, 96.0), is_vertical);
    } else if has_keys && let [from, across, _, along] = caret[..] {
        let ends = [from, if is_vertical { across } else { along }];
        painter.line_segment(ends, Stroke::new(4.0, Color32::from_white_alpha(200)));
        painter.line_segment(ends, Stroke::new(2.0, t.accent.0));
    }
    if has_keys {
        let seen = bounds.expand(1.0);
        ui.ctx().output_mut(|output| {
            output.ime = Some(egui::output::IMEOutput {
                purpose: egui::IMEPurpose::Normal,
                rect: seen,
                cursor_rect: seen,
                should_interrupt_composition: false,
            });
        });
    }
    let has_choice = !chosen.is_empty() && writing.preedit.is_empty() && lit.is_positive();
    if has_choice && !writing.is_drawing {
        bar_ui(ui, pane, scene, session, lit, send);
    }
}

/// How far the board must move so that the caret is seen, with some air around it.
fn into_view(caret: egui::Rect, canvas: egui::Rect) -> Option<egui::Vec2> {
    let room = canvas.shrink(40.0);
    let off = |low: f32, high: f32, from: f32, to: f32| (from - low).max(0.0) + (to - high).min(0.0);
    let by = vec2(
        off(caret.left(), caret.right(), room.left(), room.right()),
        off(caret.top(), caret.bottom(), room.top(), room.bottom()),
    );
    (by != egui::Vec2::ZERO).then_some(by)
}

fn bounds(points: &[Pos2]) -> Option<egui::Rect> {
    (!points.is_empty()).then(|| egui::Rect::from_points(points))
}

fn quad(scene: &Scene<'_>, text: &TextBox, area: Rect) -> Vec<Pos2> {
    let corners = [
        point(area.x, area.y),
        point(area.right(), area.y),
        point(area.right(), area.bottom()),
        point(area.x, area.bottom()),
    ];
    corners.map(|corner| scene.stage.screen(text.at.apply(corner))).to_vec()
}

/// What is not finished, underlined, at the caret and as large as what is around it.
fn preedit_ui(painter: &Painter, t: &Tokens, caret: egui::Rect, words: &str, px: f32, is_vertical: bool) {
    let words = if is_vertical {
        words.chars().map(|c| format!("{c}\n")).collect::<String>()
    } else {
        words.to_string()
    };
    let galley = painter.layout_no_wrap(words.trim_end().into(), font(px), t.t1.0);
    let size = galley.size();
    let corner = if is_vertical {
        pos2(caret.center().x - size.x / 2.0, caret.top())
    } else {
        pos2(caret.left(), caret.center().y - size.y / 2.0)
    };
    let place = egui::Rect::from_min_size(corner, size);
    painter.rect_filled(place.expand2(vec2(2.0, 0.0)), 2, t.raised.0);
    painter.galley(corner, galley, t.t1.0);
    let line = Stroke::new(2.0, t.accent.0);
    if is_vertical {
        painter.vline(place.right() + 1.0, place.y_range(), line);
    } else {
        painter.hline(place.x_range(), place.bottom(), line);
    }
}

/// Looks for the chosen words, above them.
fn bar_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, lit: egui::Rect, send: &mut Sender) {
    let Some(element) = session.element.and_then(|element| scene.board.element(element)) else {
        return;
    };
    let t = tokens(ui);
    let lang = scene.lang();
    let looks = [
        (i::ICON_FORMAT_BOLD, say::PART_BOLD, MarkKind::Weight(700)),
        (i::ICON_FORMAT_UNDERLINED, say::PART_UNDERLINE, MarkKind::Underline),
        (i::ICON_MORE_HORIZ, say::PART_DOTS, MarkKind::EmphasisDots),
        (i::ICON_TEXT_INCREASE, say::PART_LARGER, MarkKind::Size(1.25)),
        (i::ICON_TEXT_DECREASE, say::PART_SMALLER, MarkKind::Size(0.8)),
    ];
    let swatches = look::swatches(scene.view, scene.board);
    let size = vec2(
        looks.len() as f32 * 30.0 + swatches.len().min(6) as f32 * 28.0 + 16.0,
        40.0,
    );
    let canvas = scene.stage.canvas;
    let mut corner = pos2(lit.center().x - size.x / 2.0, lit.top() - size.y - 8.0);
    if corner.y < canvas.top() + 4.0 {
        corner.y = lit.bottom() + 8.0;
    }
    let corner = corner.clamp(canvas.min, (canvas.max - size).max(canvas.min));
    let place = egui::Rect::from_min_size(corner, size);
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 8));
    ui.painter()
        .rect(place, 8, t.raised.0, Stroke::new(1.0, t.line.0), StrokeKind::Inside);
    ui.interact(
        place,
        super::keys::canvas_id().with("span bar"),
        Sense::click_and_drag(),
    );
    let mut wanted = None;
    let room = UiBuilder::new()
        .max_rect(place.shrink2(vec2(8.0, 4.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(room, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.spacing_mut().interact_size.y = 24.0;
        for (icon, name, kind) in looks {
            let now = look::part_look(
                pane,
                scene.view,
                scene.board,
                element,
                ui.ctx().cumulative_frame_nr(),
                &kind,
            );
            let is_size = matches!(kind, MarkKind::Size(_));
            let is_on = now.is_some() && !is_size;
            if widgets::icon_button_sized(ui, icon, lang.of(name), is_on, true, 28.0).clicked() {
                wanted = Some((stepped(kind, now), is_on));
            }
        }
        for (name, colour, spoken) in swatches.into_iter().take(6) {
            let kind = MarkKind::Colour(name);
            let now = look::part_look(
                pane,
                scene.view,
                scene.board,
                element,
                ui.ctx().cumulative_frame_nr(),
                &kind,
            );
            let is_on = now.as_ref() == Some(&kind);
            let label = format!("{} {spoken}", lang.of(say::PART_COLOUR));
            if widgets::swatch(ui, colour, &label, is_on).clicked() {
                wanted = Some((kind, is_on));
            }
        }
    });
    if let Some((kind, was_on)) = wanted {
        let frame = ui.ctx().cumulative_frame_nr();
        let is_on = !was_on && kind != MarkKind::Size(1.0);
        if let Some(command) = look::part_dressed(pane, scene.view, scene.board, element, frame, &kind, is_on) {
            pane.settle(send);
            send.command(command);
        }
        ui.memory_mut(|memory| memory.request_focus(super::keys::canvas_id()));
    }
}

/// A size goes on from the one that is there.
fn stepped(kind: MarkKind, now: Option<MarkKind>) -> MarkKind {
    match (kind, now) {
        (MarkKind::Size(by), Some(MarkKind::Size(now))) => {
            let times = ((now * by * 100.0).round() / 100.0).clamp(0.2, 5.0);
            MarkKind::Size(if (times - 1.0).abs() < 0.02 { 1.0 } else { times })
        }
        (kind, _) => kind,
    }
}
