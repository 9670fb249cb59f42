//! Everything on the board from front to back: choose what is hard to click, hide it, lock it.

use super::left::padded;
use super::{BoardPane, parts, say};
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Icon};
use crate::app::words;
use crate::model::{Board, Command, Element, ElementKind, ShapeForm};
use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

const ROW: f32 = 36.0;

pub fn layers_ui(ui: &mut Ui, pane: &mut BoardPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let board = session.board.and_then(|board| view.exhibition.board(board)).cloned();
    let Some(board) = board.filter(|board| !board.elements.is_empty()) else {
        padded(ui, |ui| {
            widgets::empty_state(ui, i::ICON_LAYERS, view.lang.of(words::NO_BOARD_OPEN), None);
        });
        return;
    };
    let front_first: Vec<&Arc<Element>> = board.elements.iter().rev().collect();
    ScrollArea::vertical()
        .id_salt("layers")
        .auto_shrink([false, false])
        .show_rows(ui, ROW, front_first.len(), |ui, range| {
            for element in &front_first[range] {
                ui.push_id(element.id, |ui| row_ui(ui, pane, view, &board, element, session, send));
            }
        });
}

pub fn icon(element: &Element) -> Icon {
    match &element.kind {
        ElementKind::Text(_) => i::ICON_TEXT_FIELDS,
        ElementKind::Photo(_) => i::ICON_IMAGE,
        ElementKind::Number(_) => i::ICON_TAG,
        ElementKind::Quote(_) => i::ICON_FORMAT_QUOTE,
        ElementKind::Qr(_) => i::ICON_QR_CODE,
        ElementKind::Table(_) => i::ICON_TABLE_ROWS,
        ElementKind::Step(_) => i::ICON_FORMAT_LIST_NUMBERED,
        ElementKind::Change(_) => i::ICON_COMPARE_ARROWS,
        ElementKind::Shape(shape) => match shape.form {
            ShapeForm::Rect { .. } => i::ICON_RECTANGLE,
            ShapeForm::Ellipse => i::ICON_CIRCLE,
            ShapeForm::Line(_) => i::ICON_DIAGONAL_LINE,
        },
        ElementKind::Art(_) => i::ICON_SHAPES,
        ElementKind::Emblem(_) => i::ICON_VERIFIED,
    }
}

fn row_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    element: &Arc<Element>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let is_chosen = pane.is_chosen(session, element.id);
    let name = parts::element_name(board, element, lang);
    let gist = parts::gist(element);
    let spoken = format!("{} {name} {gist}", lang.of(say::LAYERS));
    let (rect, response) = widgets::list_row(ui, ROW, is_chosen, spoken.trim());
    let colour = if element.is_hidden { t.off.0 } else { t.t1.0 };
    widgets::paint_icon(
        ui,
        icon(element),
        pos2(rect.left() + 24.0, rect.center().y),
        18.0,
        t.t2.0,
    );
    let face = if is_chosen { bold(13.0) } else { font(13.0) };
    let galley = widgets::elided(ui, &name, face, colour, 96.0);
    let width = galley.size().x;
    widgets::paint_middle(ui, rect.left() + 44.0, rect.center().y, galley, colour);
    let words = Rect::from_min_max(
        pos2(rect.left() + 52.0 + width, rect.top()),
        pos2(rect.right() - 68.0, rect.bottom()),
    );
    widgets::text_in(ui, words, &gist, font(12.0), t.t3);
    if response.clicked() {
        if ui.input(|input| input.modifiers.shift) {
            pane.toggle(board, session, element.id);
        } else {
            pane.choose(board, session, &[element.id]);
        }
    }
    let place = Rect::from_min_max(pos2(rect.right() - 64.0, rect.top()), rect.max - vec2(8.0, 0.0));
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
        |ui| switches_ui(ui, view, board, element, &name, response.contains_pointer(), send),
    );
}

/// Lock and eye: there when they say something, or when the hand is there.
fn switches_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    name: &str,
    is_near: bool,
    send: &mut Sender,
) {
    let lang = view.lang;
    ui.spacing_mut().item_spacing.x = 2.0;
    let (icon, word) = if element.is_hidden {
        (i::ICON_VISIBILITY_OFF, words::SHOW)
    } else {
        (i::ICON_VISIBILITY, words::HIDE)
    };
    if element.is_hidden || is_near {
        let label = format!("{} {name}", lang.of(word));
        if widgets::icon_button_sized(ui, icon, &label, false, true, 24.0).clicked() {
            send.command(Command::SetHidden {
                board: board.id,
                element: element.id,
                is_hidden: !element.is_hidden,
            });
        }
    } else {
        ui.add_space(26.0);
    }
    let (icon, word) = if element.is_locked {
        (i::ICON_LOCK, words::UNLOCK)
    } else {
        (i::ICON_LOCK_OPEN, words::LOCK)
    };
    if element.is_locked || is_near {
        let label = format!("{} {name}", lang.of(word));
        if widgets::icon_button_sized(ui, icon, &label, false, true, 24.0).clicked() {
            send.command(Command::SetLocked {
                board: board.id,
                element: element.id,
                is_locked: !element.is_locked,
            });
        }
    }
}
