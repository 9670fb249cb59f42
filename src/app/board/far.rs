//! The board as large as it looks from some metres away, and which of its texts nobody can read from there.

use super::{BoardPane, Scene, say};
use crate::app::theme::{Depth, font, tokens};
use crate::app::widgets;
use crate::geom::Transform;
use crate::layout::{Item, Laid, Placed};
use crate::model::ElementId;
use crate::plaza::LEAST_EM;
use egui::{Align, Color32, Layout, Rect, Sense, Shape, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeSet;

/// Metres to choose from.
pub const METRES: [f64; 3] = [2.0, 5.0, 8.0];
/// A screen is looked at from so far, in metres.
const SCREEN: f64 = 0.6;

/// Points a millimetre at which the board takes the angle that it has from `metres` away; `real`: at its own size.
pub fn zoom(real: f64, metres: f64) -> f64 {
    real * SCREEN / metres
}

/// What shows type that is too small from there.
pub fn too_small(laid: &Laid, metres: f64) -> BTreeSet<ElementId> {
    fn walk(
        items: &[Placed],
        outer: &Transform,
        source: Option<ElementId>,
        least: f64,
        found: &mut BTreeSet<ElementId>,
    ) {
        for placed in items {
            let at = placed.at.then(outer);
            let source = placed.source.or(source);
            match &placed.item {
                Item::Glyphs(run) => {
                    let scale = (at.a * at.d - at.b * at.c).abs().sqrt();
                    if run.em * scale < least && !run.text.trim().is_empty() {
                        found.extend(source);
                    }
                }
                Item::Group(group) => walk(&group.items, &at, source, least, found),
                Item::Image(_) | Item::Path(_) | Item::Shadow(_) => {}
            }
        }
    }
    let mut found = BTreeSet::new();
    walk(
        &laid.frame.items,
        &Transform::IDENTITY,
        None,
        LEAST_EM * metres - 0.05,
        &mut found,
    );
    found
}

/// How far, what cannot be read, and the way back; marks on what is too small.
pub fn far_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>) {
    let Some(metres) = pane.far else { return };
    let t = tokens(ui);
    let lang = scene.lang();
    let small = too_small(scene.laid, metres);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    for (area, _) in small.iter().filter_map(|element| scene.laid.areas.get(element)) {
        let place = scene.stage.screen_rect(*area).expand(2.0);
        let corners = [
            place.left_top(),
            place.right_top(),
            place.right_bottom(),
            place.left_bottom(),
            place.left_top(),
        ];
        painter.extend(Shape::dashed_line(&corners, Stroke::new(1.0, t.warn_icon.0), 3.0, 3.0));
    }
    let canvas = scene.stage.canvas;
    let sentence = say::unreadable(lang, metres, small.len());
    let galley = ui.painter().layout_no_wrap(sentence.clone(), font(13.0), t.t1.0);
    let width = (galley.size().x + 300.0).min(canvas.width() - 24.0);
    let place = Rect::from_center_size(pos2(canvas.center().x, canvas.top() + 32.0), vec2(width, 40.0));
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 8));
    let edge = Stroke::new(1.0, t.line.0);
    ui.painter().rect(place, 8, t.raised.0, edge, egui::StrokeKind::Inside);
    ui.interact(place, super::keys::canvas_id().with("far"), Sense::click_and_drag());
    let room = UiBuilder::new()
        .max_rect(place.shrink2(vec2(8.0, 4.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(room, |ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let names = METRES.map(|metres| say::metres(lang, metres));
        let names: Vec<_> = names.iter().map(|name| (None, name.as_str())).collect();
        let at = METRES.iter().position(|other| *other == metres).unwrap_or(1);
        if let Some(at) = widgets::segmented(ui, "far", &names, at, 28.0) {
            pane.far = Some(METRES[at]);
        }
        let colour = if small.is_empty() { t.ok.0 } else { t.warn.0 };
        let room = ui.available_width() - 36.0;
        ui.allocate_ui_with_layout(vec2(room, 28.0), Layout::left_to_right(Align::Center), |ui| {
            widgets::line(ui, &sentence, font(13.0), colour, 28.0)
        });
        if widgets::icon_button_sized(ui, i::ICON_CLOSE, lang.of(say::LEAVE_FAR), false, true, 28.0).clicked() {
            leave(pane, scene);
        }
    });
}

/// Back to the whole board.
pub fn leave(pane: &mut BoardPane, scene: &Scene<'_>) {
    pane.far = None;
    let camera = pane.cameras.entry(scene.board.id).or_default();
    camera.fit(scene.board.size, scene.stage.canvas);
}

/// A bank card is 85.6 × 54 mm everywhere (ISO/IEC 7810, ID-1): held to the screen, it tells how large a millimetre is.
const CARD: [f64; 2] = [85.6, 53.98];

/// The card on the screen with a slider; gives the pixels a millimetre while it is dragged.
pub fn card_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, px_per_mm: f64) -> Option<f64> {
    if !pane.is_calibrating {
        return None;
    }
    let t = tokens(ui);
    let lang = scene.lang();
    let canvas = scene.stage.canvas;
    let ppp = f64::from(ui.ctx().pixels_per_point());
    let size = CARD.map(|mm| (mm * px_per_mm / ppp) as f32);
    let place = Rect::from_center_size(canvas.center(), vec2((size[0] + 48.0).max(420.0), size[1] + 170.0));
    ui.painter().add(t.shadow(Depth::Dialog).as_shape(place, 12));
    let edge = Stroke::new(1.0, t.line.0);
    ui.painter().rect(place, 12, t.raised.0, edge, egui::StrokeKind::Inside);
    ui.interact(place, super::keys::canvas_id().with("card"), Sense::click_and_drag());
    let mut picked = None;
    let room = UiBuilder::new()
        .max_rect(place.shrink2(vec2(24.0, 16.0)))
        .layout(Layout::top_down(Align::Min));
    ui.scope_builder(room, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        widgets::paragraph(ui, lang.of(say::CARD_HELP), 13.0, t.t1);
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), size[1]), Sense::hover());
        let card = Rect::from_center_size(row.center(), vec2(size[0], size[1]));
        ui.painter().rect(
            card,
            10,
            t.accent_soft.0,
            Stroke::new(2.0, t.accent.0),
            egui::StrokeKind::Inside,
        );
        let stripe = Rect::from_min_size(card.min + vec2(0.0, size[1] * 0.14), vec2(size[0], size[1] * 0.18));
        ui.painter().rect_filled(stripe, 0, Color32::from_black_alpha(90));
        let shown = format!("{px_per_mm:.2}");
        picked = widgets::slider(ui, lang.of(say::CARD_SIZE), px_per_mm, 2.0..=16.0, 0.02, &shown).0;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = widgets::Button::new(lang.of(say::GUIDE_DONE)).kind(widgets::Kind::Primary);
            if done.show(ui).clicked() {
                pane.is_calibrating = false;
            }
        });
    });
    // A double click on a slider means nought, which no screen has.
    picked.filter(|px| *px >= 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_takes_the_angle_it_has_from_afar() {
        let real = super::super::camera::REAL;
        // 1.2 m seen from 6 m is as wide as 12 cm seen from 60 cm.
        assert!((zoom(real, 6.0) * 1200.0 - real * 120.0).abs() < 1e-9);
    }
}
