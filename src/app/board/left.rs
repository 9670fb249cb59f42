//! The left panel: boards, photos, layers. A click opens, a drag carries a photo to the canvas.

use super::{BoardPane, bin, history, layers, say};
use crate::app::actions::{self, Action};
use crate::app::badge::paint_state;
use crate::app::session::{LeftTab, Session};
use crate::app::summary::{BoardRow, Summary};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button};
use crate::app::words;
use egui::{Align, Layout, Panel, Rect, ScrollArea, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

pub fn left_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let rect = ui.max_rect();
    ui.painter()
        .vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    let labels = [
        (lang.of(words::BOARDS), summary.rows.len()),
        (lang.of(words::PHOTOS), view.exhibition.photos.len()),
        (lang.of(say::LAYERS), 0),
        (lang.of(say::HISTORY), 0),
    ];
    let all = [LeftTab::Boards, LeftTab::Photos, LeftTab::Layers, LeftTab::History];
    let at = all.iter().position(|tab| *tab == session.left).unwrap_or(0);
    if let Some(at) = widgets::tabs(ui, &labels, at) {
        session.left = all[at];
    }
    match session.left {
        LeftTab::Boards => boards_ui(ui, pane, view, summary, session, send),
        LeftTab::Photos => bin::photos_ui(ui, pane, view, session, send),
        LeftTab::Layers => layers::layers_ui(ui, pane, view, session, send),
        LeftTab::History => history::history_ui(ui, view, send),
    }
}

/// A foot with buttons, above the status bar.
pub fn foot(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let t = tokens(ui);
    Panel::bottom(egui::Id::unique(("left foot", name)))
        .exact_size(56.0)
        .resizable(false)
        .frame(egui::Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            ui.painter()
                .hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, t.line.0));
            ui.scope_builder(
                UiBuilder::new()
                    .max_rect(rect.shrink2(vec2(12.0, 12.0)))
                    .layout(Layout::left_to_right(Align::Center)),
                |ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    add(ui);
                },
            );
        });
}

fn boards_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = view.lang;
    foot(ui, "boards", |ui| {
        let room = ui.available_width() - 72.0;
        let new = Button::new(lang.of(words::NEW_BOARD)).icon(i::ICON_ADD).width(room);
        if new.show(ui).clicked() {
            send.act(Action::NewBoard);
        }
        for action in [Action::Duplicate, Action::DeleteBoard] {
            let row = actions::row_of(action);
            let enabled = session.board.is_some();
            if widgets::icon_button(ui, row.icon, lang.of(row.label), false, enabled).clicked() {
                send.act(action);
            }
        }
    });
    padded(ui, |ui| {
        let width = ui.available_width();
        widgets::search(ui, &mut session.board_search, lang.of(words::FIND_BOARD), width, "");
    });
    pane.list.query.set(&session.board_search);
    let unit = session
        .board
        .and_then(|board| summary.row(board))
        .map(|row| row.board.committee);
    padded(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if widgets::filter_chip(ui, lang.of(words::ALL), !pane.list.only_unit).clicked() {
                pane.list.only_unit = false;
            }
            if widgets::filter_chip(ui, lang.of(say::THIS_UNIT), pane.list.only_unit).clicked() {
                pane.list.only_unit = true;
            }
        });
    });
    let rows: Vec<&BoardRow> = summary
        .rows
        .iter()
        .filter(|row| !pane.list.only_unit || unit.is_none_or(|unit| row.board.committee == unit))
        .filter(|row| pane.list.query.finds(row))
        .collect();
    if rows.is_empty() {
        let sentence = if summary.rows.is_empty() {
            words::NO_BOARDS
        } else {
            say::NO_BOARD_FOUND
        };
        padded(ui, |ui| {
            widgets::empty_state(ui, i::ICON_SEARCH, lang.of(sentence), None);
        });
        return;
    }
    list_ui(ui, pane, view, &rows, session, send);
}

const ROW: f32 = 68.0;

fn list_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    rows: &[&BoardRow],
    session: &mut Session,
    send: &mut Sender,
) {
    let mut area = ScrollArea::vertical().id_salt("boards").auto_shrink([false, false]);
    if pane.list.scrolled != session.board {
        pane.list.scrolled = session.board;
        let at = rows.iter().position(|row| Some(row.board.id) == session.board);
        if let Some(at) = at {
            let middle = at as f32 * ROW - (ui.available_height() - ROW) / 2.0;
            area = area.vertical_scroll_offset(middle.max(0.0));
        }
    }
    area.show_rows(ui, ROW, rows.len(), |ui, range| {
        for row in &rows[range] {
            ui.push_id(row.board.id, |ui| row_ui(ui, pane, view, row, session, send));
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    row: &BoardRow,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let is_chosen = session.board == Some(row.board.id);
    let (rect, response) = widgets::list_row(ui, ROW, is_chosen, &words::board_spoken(lang, row));
    let tile = Rect::from_min_size(rect.min + vec2(12.0, 6.0), vec2(64.0, 56.0));
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    let size = if 56.0 * ratio <= 64.0 {
        vec2((56.0 * ratio).round(), 56.0)
    } else {
        vec2(64.0, (64.0 / ratio).round())
    };
    let corner = tile.center() - size / 2.0;
    let picture = Rect::from_min_size(pos2(corner.x.round(), corner.y.round()), size);
    let px = (size.y * ui.ctx().pixels_per_point()).round() as u32;
    widgets::thumbnail(ui, picture, view.pictures.board(view.exhibition, &row.board, px));
    let left = tile.right() + 12.0;
    let line = |y: f32| {
        Rect::from_min_max(
            pos2(left, rect.top() + y),
            pos2(rect.right() - 12.0, rect.top() + y + 20.0),
        )
    };
    let number = format!("{:03}", row.number);
    let galley = ui.painter().layout_no_wrap(number, font(12.0), t.t3.0);
    let width = galley.size().x;
    let first = line(8.0);
    widgets::paint_middle(ui, first.left(), first.center().y, galley, t.t3.0);
    let face = if is_chosen { bold(13.0) } else { font(13.0) };
    let title = Rect::from_min_max(pos2(first.left() + width + 6.0, first.top()), first.max);
    widgets::text_in(ui, title, &row.title, face, t.t1);
    widgets::text_in(ui, line(26.0), &row.unit, font(12.0), t.t2);
    let third = line(44.0);
    let room = findings_ui(ui, row, third);
    paint_state(
        ui,
        Rect::from_min_max(third.min, pos2(room, third.bottom())),
        row.state,
        lang,
    );
    if response.clicked() {
        // Where the hand already is, the list need not move.
        pane.list.scrolled = Some(row.board.id);
        send.send(Message::OpenBoard(row.board.id));
    }
    crate::app::overview::board_menu(&response, row, session, send);
}

/// Errors and warnings at the right end; where they begin.
fn findings_ui(ui: &Ui, row: &BoardRow, line: Rect) -> f32 {
    let t = tokens(ui);
    let mut right = line.right();
    for (count, icon, colour) in [
        (row.warnings, i::ICON_WARNING, t.warn.0),
        (row.errors, i::ICON_ERROR, t.error.0),
    ] {
        if count > 0 {
            right -= widgets::text_right(ui, pos2(right, line.center().y), &count.to_string(), font(12.0), colour);
            widgets::paint_icon(ui, icon, pos2(right - 10.0, line.center().y), 15.0, colour);
            right -= 24.0;
        }
    }
    right
}

pub fn padded<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    egui::Frame::new()
        .inner_margin(egui::Margin {
            left: 12,
            right: 12,
            top: 8,
            bottom: 0,
        })
        .show(ui, add)
        .inner
}
