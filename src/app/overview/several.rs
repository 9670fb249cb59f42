//! Several rows of the ledger at once: chosen as in any list, their states changed together, by hand or by keys.

use super::OverviewPane;
use crate::app::session::Session;
use crate::app::summary::BoardRow;
use crate::app::theme::{bold, tokens};
use crate::app::view::{Message, Sender};
use crate::app::widgets::{self, Button};
use crate::app::words::{self, Words};
use crate::base::{Lang, many};
use crate::model::{BoardId, BoardState, Command};
use crate::workflow::next_states;
use egui::{Align, Key, Layout, Modifiers, Ui, vec2};
use egui_material_icons::icons as i;

const DESELECT: Words = ["取消选择", "取消選取", "Clear selection"];

/// A click chooses one, with Ctrl adds or takes off, with Shift all up to there.
pub(super) fn click(
    pane: &mut OverviewPane,
    rows: &[&BoardRow],
    id: BoardId,
    modifiers: Modifiers,
    session: &mut Session,
) {
    if modifiers.shift {
        let place = |id| rows.iter().position(|row| row.board.id == id);
        if let (Some(from), Some(to)) = (session.board.and_then(place), place(id)) {
            let range = &rows[from.min(to)..=from.max(to)];
            pane.picked = range.iter().map(|row| row.board.id).collect();
            return;
        }
    }
    if modifiers.command {
        if pane.picked.is_empty() {
            pane.picked.extend(session.board);
        }
        if !pane.picked.remove(&id) {
            pane.picked.insert(id);
        }
    } else {
        pane.picked.clear();
    }
    session.board = Some(id);
}

/// Up and down, Enter opens, Ctrl+A takes all, Esc none.
pub(super) fn keys(ui: &Ui, pane: &mut OverviewPane, rows: &[&BoardRow], session: &mut Session, send: &mut Sender) {
    let is_busy = ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx());
    if is_busy || ui.ctx().memory(|memory| memory.top_modal_layer().is_some()) {
        return;
    }
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::COMMAND, Key::A) {
        pane.picked = rows.iter().map(|row| row.board.id).collect();
    }
    if !pane.picked.is_empty() && pressed(Modifiers::NONE, Key::Escape) {
        pane.picked.clear();
    }
    let here = session
        .board
        .and_then(|board| rows.iter().position(|row| row.board.id == board));
    for (key, step) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
        for modifiers in [Modifiers::SHIFT, Modifiers::NONE] {
            if pressed(modifiers, key) {
                let next = here.map_or(0, |at| at.saturating_add_signed(step).min(rows.len().saturating_sub(1)));
                let Some(row) = rows.get(next) else { continue };
                if modifiers == Modifiers::SHIFT {
                    pane.picked.extend(session.board);
                    pane.picked.insert(row.board.id);
                } else {
                    pane.picked.clear();
                }
                session.board = Some(row.board.id);
                return;
            }
        }
    }
    if ui.memory(|memory| memory.focused().is_none())
        && let Some(board) = here.and_then(|at| rows.get(at))
        && pressed(Modifiers::NONE, Key::Enter)
    {
        send.send(Message::OpenBoard(board.board.id));
    }
}

/// What can be done with all of them: each state that at least one may go to, with how many.
pub(super) fn bar_ui(ui: &mut Ui, pane: &mut OverviewPane, rows: &[&BoardRow], session: &Session, send: &mut Sender) {
    if pane.picked.len() < 2 {
        return;
    }
    let lang = session.lang();
    let t = tokens(ui);
    let chosen: Vec<&BoardRow> = rows
        .iter()
        .copied()
        .filter(|row| pane.picked.contains(&row.board.id))
        .collect();
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 40.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(40.0);
            ui.spacing_mut().item_spacing.x = 8.0;
            ui.add_space(24.0);
            widgets::line(ui, &picked(lang, chosen.len()), bold(13.0), t.t1, 24.0);
            let label = format!("{}…", lang.of(words::CHANGE_TO));
            let response = Button::new(&label).icon(i::ICON_EXPAND_MORE).small().show(ui);
            egui::Popup::menu(&response).width(240.0).show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (state, boards) in ways(&chosen) {
                    let name = format!(
                        "{} {}　{}",
                        lang.of(words::CHANGE_TO),
                        lang.of(words::state(state)),
                        words::boards_short(lang, boards.len())
                    );
                    if widgets::menu_row(ui, None, &name, "", true, false).clicked() {
                        let commands = boards.iter().map(|board| Command::SetState { board: *board, state });
                        send.command(Command::Batch(commands.collect()));
                        send.send(Message::Toast(changed(lang, boards.len(), state), true));
                        ui.close();
                    }
                }
            });
            if Button::new(lang.of(DESELECT)).small().show(ui).clicked() {
                pane.picked.clear();
            }
        },
    );
}

/// States in the order of a board's way, each with the boards that may go there.
fn ways(rows: &[&BoardRow]) -> Vec<(BoardState, Vec<BoardId>)> {
    let mut ways: std::collections::BTreeMap<BoardState, Vec<BoardId>> = Default::default();
    for row in rows {
        for state in next_states(row.state) {
            ways.entry(*state).or_default().push(row.board.id);
        }
    }
    ways.into_iter().collect()
}

fn picked(lang: Lang, count: usize) -> String {
    lang.of([
        format!("选了 {count} 块"),
        format!("選了 {count} 塊"),
        format!("{count} chosen"),
    ])
}

fn changed(lang: Lang, count: usize, state: BoardState) -> String {
    let to = lang.of(words::state(state));
    lang.of([
        format!("{count} 块改为{to}"),
        format!("{count} 塊改為{to}"),
        format!("{}: {to}", many(count, "board")),
    ])
}
