//! Both scripts of a text: one below the other in the properties, side by side for the whole board.

use super::doubts::{derived, derived_ui, spots};
use super::typing::{Spot, field_ui};
use super::{BoardPane, chosen, parts, say};
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets;
use crate::app::words;
use crate::layout::Laid;
use crate::model::{Board, OtherScript, RichText, TwoScript};
use crate::script::Script;
use egui::{Align, Layout, Stroke, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// A text with its name, the source to write in, and the other script.
pub fn block_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    spot: Spot,
    two: &TwoScript,
    name: &str,
    send: &mut Sender,
) {
    ui.spacing_mut().item_spacing.y = 4.0;
    widgets::heading(ui, name);
    tag_ui(ui, view, two.authored, view.lang.of(words::SOURCE));
    let label = spoken(view, name, two.authored);
    field_ui(ui, pane, view, spot, &two.source, &label, send);
    ui.add_space(4.0);
    other_ui(ui, pane, view, spot, two, name, send);
}

fn spoken(view: &View<'_>, name: &str, script: Script) -> String {
    let script = match script {
        Script::Hans => words::SIMPLIFIED,
        Script::Hant => words::TRADITIONAL,
    };
    format!("{name} {}", view.lang.of(script))
}

/// "Simplified · source"
fn tag_ui(ui: &mut Ui, view: &View<'_>, script: Script, role: &str) {
    let t = tokens(ui);
    let script = match script {
        Script::Hans => words::SIMPLIFIED,
        Script::Hant => words::TRADITIONAL,
    };
    let text = format!("{} · {role}", view.lang.of(script));
    widgets::line(ui, &text, font(12.0), t.t2, 18.0);
}

pub fn other_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    spot: Spot,
    two: &TwoScript,
    name: &str,
    send: &mut Sender,
) {
    let lang = view.lang;
    let script = two.authored.other();
    let label = spoken(view, name, script);
    let role = match &two.other {
        OtherScript::Derived => words::FOLLOWS,
        OtherScript::Kept { .. } => words::REWRITTEN,
        OtherScript::Frozen { .. } => words::FROZEN,
    };
    tag_ui(ui, view, script, lang.of(role));
    match &two.other {
        OtherScript::Derived => {
            derived_ui(ui, view, spot, two, &label, send);
            if !two.source.is_blank() && widgets::link(ui, lang.of(say::REWRITE)).clicked() {
                let other = OtherScript::Kept {
                    text: RichText::plain(&derived(view.exhibition, two).text),
                    of: two.source.digest(),
                };
                put(view, spot, two, other, send);
                pane.wants_keys = Some(Spot { is_other: true, ..spot });
            }
        }
        OtherScript::Kept { text, .. } => {
            let other = Spot { is_other: true, ..spot };
            field_ui(ui, pane, view, other, text, &label, send);
            if two.is_stale() {
                stale_ui(ui, view, spot, two, text, send);
            }
            if widgets::link(ui, lang.of(say::FOLLOW)).clicked() {
                put(view, spot, two, OtherScript::Derived, send);
            }
        }
        OtherScript::Frozen { text } => {
            let t = tokens(ui);
            widgets::paragraph(ui, &text.to_plain(), 13.0, t.t1);
            if widgets::link(ui, lang.of(say::FOLLOW)).clicked() {
                put(view, spot, two, OtherScript::Derived, send);
            }
        }
    }
}

/// The source changed after this was rewritten: what it would be now, and the choice to leave it.
fn stale_ui(ui: &mut Ui, view: &View<'_>, spot: Spot, two: &TwoScript, text: &RichText, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    widgets::paragraph(ui, lang.of(words::STALE), 12.0, t.warn);
    widgets::paragraph(ui, &derived(view.exhibition, two).text, 12.0, t.t2);
    if widgets::link(ui, lang.of(words::KEEP_MINE)).clicked() {
        let other = OtherScript::Kept {
            text: text.clone(),
            of: two.source.digest(),
        };
        put(view, spot, two, other, send);
    }
}

fn put(view: &View<'_>, spot: Spot, two: &TwoScript, other: OtherScript, send: &mut Sender) {
    let two = TwoScript { other, ..two.clone() };
    if let Some(command) = spot.put(view.exhibition, two) {
        send.command(command);
    }
}

/// Every text of the board in reading order, source left, the other script right.
pub fn texts_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    laid: &Laid,
    session: &Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let mut is_empty = true;
    for id in chosen::reading_order(board, laid) {
        let Some(element) = board.element(id) else { continue };
        for (spot, two) in spots(board, element) {
            is_empty = false;
            let name = parts::element_name(board, element, lang);
            let name = match spot.part {
                parts::Part::Text => name,
                part => format!("{name} · {}", lang.of(parts::name(&element.kind, part))),
            };
            let place = ui.cursor().min;
            let is_chosen = session.element == Some(id);
            let shape = ui.painter().add(egui::Shape::Noop);
            let row = ui.push_id(spot, |ui| row_ui(ui, pane, view, spot, &two, &name, is_chosen, send));
            let rect = egui::Rect::from_min_max(place, row.response.rect.max);
            if is_chosen {
                ui.painter()
                    .set(shape, egui::epaint::RectShape::filled(rect, 0, t.accent_soft.0));
            }
            ui.painter()
                .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
        }
    }
    if is_empty {
        widgets::empty_state(
            ui,
            egui_material_icons::icons::ICON_TEXT_FIELDS,
            lang.of(say::NO_TEXTS),
            None,
        );
    }
}

fn row_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    spot: Spot,
    two: &TwoScript,
    name: &str,
    is_chosen: bool,
    send: &mut Sender,
) {
    let t = tokens(ui);
    egui::Frame::new()
        .inner_margin(egui::Margin::symmetric(16, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
            let colour = if is_chosen { t.accent } else { t.t1 };
            let head = widgets::line(ui, name, bold(12.0), colour, 20.0).interact(egui::Sense::click());
            if head.clicked() {
                send.send(Message::GoTo(spot.board, Some(spot.element)));
            }
            let half = (ui.available_width() - 12.0) / 2.0;
            let top = ui.cursor().min;
            let mut foot = top.y;
            for column in 0..2 {
                let at = egui::pos2(top.x + column as f32 * (half + 12.0), top.y);
                let place = egui::Rect::from_min_size(at, vec2(half, 10_000.0));
                let builder = UiBuilder::new()
                    .id_salt(("column", column))
                    .max_rect(place)
                    .layout(Layout::top_down(Align::Min));
                let mut child = ui.new_child(builder);
                child.set_width(half);
                if column == 0 {
                    tag_ui(&mut child, view, two.authored, view.lang.of(words::SOURCE));
                    let label = spoken(view, name, two.authored);
                    field_ui(&mut child, pane, view, spot, &two.source, &label, send);
                } else {
                    other_ui(&mut child, pane, view, spot, two, name, send);
                }
                foot = foot.max(child.min_rect().bottom());
            }
            ui.allocate_exact_size(vec2(1.0, foot - top.y), egui::Sense::hover());
        });
}
