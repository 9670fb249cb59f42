//! How far a board is, as a mark with its word: a pie that fills, then return, tick, truck, press, flag.

use super::theme::{Tokens, font, tokens};
use super::widgets::{self, Icon};
use super::words;
use crate::base::Lang;
use crate::model::BoardState;
use egui::{Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

/// Mark and word in a line 20 high.
pub fn state_badge(ui: &mut Ui, state: BoardState, lang: Lang) -> Response {
    let t = tokens(ui);
    let word = lang.of(words::state(state));
    let galley = ui.painter().layout_no_wrap(word.into(), font(12.0), t.t2.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 20.0, 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, word));
    paint_state(ui, rect, state, lang);
    response
}

/// The same into a rectangle; gives the width it took.
pub fn paint_state(ui: &Ui, rect: Rect, state: BoardState, lang: Lang) -> f32 {
    let t = tokens(ui);
    paint_mark(ui, pos2(rect.left() + 7.0, rect.center().y), state);
    let words = Rect::from_min_max(pos2(rect.left() + 20.0, rect.top()), rect.max);
    let galley = widgets::elided(ui, lang.of(words::state(state)), font(12.0), t.t2.0, words.width());
    let width = galley.size().x + 20.0;
    widgets::paint_middle(ui, words.left(), words.center().y, galley, t.t2.0);
    width
}

/// 14 points across.
pub fn paint_mark(ui: &Ui, centre: Pos2, state: BoardState) {
    let t = tokens(ui);
    match look(t, state) {
        Look::Pie(share, colour) => pie(ui, centre, share, colour),
        Look::Icon(icon, colour) => widgets::paint_icon_filled(ui, icon, centre, 16.0, colour),
    }
}

enum Look {
    Pie(f32, Color32),
    Icon(Icon, Color32),
}

fn look(t: &Tokens, state: BoardState) -> Look {
    match state {
        BoardState::Draft => Look::Pie(0.08, t.t2.0),
        BoardState::SelfChecked => Look::Pie(0.25, t.t2.0),
        BoardState::Submitted => Look::Pie(0.4, t.accent.0),
        BoardState::InReview => Look::Pie(0.6, t.accent.0),
        BoardState::Returned => Look::Icon(i::ICON_REPLY, t.warn_icon.0),
        BoardState::Approved => Look::Icon(i::ICON_CHECK_CIRCLE, t.ok.0),
        BoardState::SentToShop => Look::Icon(i::ICON_LOCAL_SHIPPING, t.ok.0),
        BoardState::Printed => Look::Icon(i::ICON_PRINT, t.ok.0),
        BoardState::Standing => Look::Icon(i::ICON_FLAG, t.ok.0),
    }
}

fn pie(ui: &Ui, centre: Pos2, share: f32, colour: Color32) {
    ui.painter().circle_stroke(centre, 6.25, Stroke::new(1.5, colour));
    // Slices of less than a third of a turn are convex.
    let slices = (share / 0.3).ceil().max(1.0);
    let step = share / slices;
    for slice in 0..slices as usize {
        let from = slice as f32 * step;
        let mut points = vec![centre];
        points.extend((0..=8).map(|corner| {
            let turn = (from + step * corner as f32 / 8.0) * std::f32::consts::TAU;
            centre + 4.5 * vec2(turn.sin(), -turn.cos())
        }));
        ui.painter().add(Shape::convex_polygon(points, colour, Stroke::NONE));
    }
}
