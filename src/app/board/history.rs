//! What was done, step by step, and what was undone: a click goes there.

use super::left::padded;
use super::say;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets;
use egui::{Rect, ScrollArea, Ui, pos2};
use egui_material_icons::icons as i;

const ROW: f32 = 30.0;

pub fn history_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let (done, undone) = view.document.deeds();
    if done.is_empty() && undone.is_empty() {
        padded(ui, |ui| {
            widgets::empty_state(ui, i::ICON_HISTORY, lang.of(say::NO_HISTORY), None);
        });
        return;
    }
    let opened = std::iter::once(lang.of(say::AS_OPENED).to_string());
    let steps = done.iter().chain(&undone).map(|deed| lang.of(deed.texts()).to_string());
    let names: Vec<String> = opened.chain(steps).collect();
    let now = done.len();
    ScrollArea::vertical()
        .id_salt("history")
        .auto_shrink([false, false])
        .stick_to_bottom(true)
        .show_rows(ui, ROW, names.len(), |ui, range| {
            for at in range {
                row_ui(ui, view, at, &names[at], now, send);
            }
        });
}

fn row_ui(ui: &mut Ui, view: &View<'_>, at: usize, name: &str, now: usize, send: &mut Sender) {
    let t = tokens(ui);
    let is_now = at == now;
    let spoken = format!("{} {at} {name}", view.lang.of(say::HISTORY));
    let (rect, response) = ui
        .push_id(("step", at), |ui| widgets::list_row(ui, ROW, is_now, &spoken))
        .inner;
    let colour = if at > now { t.off.0 } else { t.t1.0 };
    let number = Rect::from_min_max(rect.min, pos2(rect.left() + 40.0, rect.bottom()));
    widgets::text_right(
        ui,
        pos2(number.right() - 6.0, number.center().y),
        &at.to_string(),
        font(11.0),
        t.t3.0,
    );
    let words = Rect::from_min_max(
        pos2(rect.left() + 44.0, rect.top()),
        pos2(rect.right() - 12.0, rect.bottom()),
    );
    let face = if is_now { bold(13.0) } else { font(13.0) };
    widgets::text_in(ui, words, name, face, colour);
    if response.clicked() && !is_now {
        send.send(Message::GoToStep(at));
    }
}
