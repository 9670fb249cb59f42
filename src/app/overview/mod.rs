//! 总览: units by phase left; boards as cards, as a ledger, or the list of units right.

mod bin;
mod cards;
mod ledger;
mod matrix;
mod several;
mod units;

use super::actions::{self, Action};
use super::exchange::say;
use super::session::{OverviewView, Role, Session, Workspace};
use super::summary::{BoardRow, Query, Summary};
use super::theme::{bold, font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind, Mood};
use super::words;
use crate::base::{Day, Lang};
use crate::model::{BoardId, BoardState, Command, CommitteeId};
use crate::workflow::next_states;
use egui::{
    Align, CentralPanel, Layout, Panel, Rect, Response, Role as Named, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;
use std::collections::BTreeSet;

/// Not handed in after the day it was due.
const LATE: words::Words = ["迟交", "遲交", "Late"];

/// What the overview keeps between frames.
#[derive(Default)]
pub struct OverviewPane {
    query: Query,
    /// The unit whose boards are at the top of the cards.
    in_view: Option<CommitteeId>,
    sort: ledger::Sort,
    new_unit: [String; 2],
    only_warnings: bool,
    only_late: bool,
    /// Only this unit's boards.
    unit: Option<CommitteeId>,
    /// Rows of the ledger that are chosen together.
    picked: BTreeSet<BoardId>,
}

pub fn overview_ui(
    ui: &mut Ui,
    pane: &mut OverviewPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let width = ui.available_width() + 56.0;
    pane.query.set(&session.search);
    if width >= 1000.0 {
        let left = if width < 1320.0 { 360.0 } else { 424.0 };
        Panel::left("matrix")
            .exact_size(left)
            .resizable(false)
            .frame(egui::Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                matrix::matrix_ui(ui, pane, summary, session, send);
            });
    }
    CentralPanel::no_frame().show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        head_ui(ui, summary, session, send);
        match session.overview {
            OverviewView::Cards => {
                progress_ui(ui, view, summary, session);
                filters_ui(ui, pane, summary, session);
                cards::cards_ui(ui, pane, view, summary, session, send);
            }
            OverviewView::Ledger => {
                filters_ui(ui, pane, summary, session);
                ledger::ledger_ui(ui, pane, view, summary, session, send);
            }
            OverviewView::Units => units::units_ui(ui, pane, view, summary, send),
            OverviewView::Bin => bin::bin_ui(ui, view, send),
        }
    });
}

/// Rows that pass the search and the filters.
fn listed<'a>(pane: &OverviewPane, summary: &'a Summary, session: &Session) -> Vec<&'a BoardRow> {
    summary
        .rows
        .iter()
        .filter(|row| is_listed(pane, row, session))
        .collect()
}

fn is_listed(pane: &OverviewPane, row: &BoardRow, session: &Session) -> bool {
    session.phase.is_none_or(|phase| row.phase == phase)
        && (!session.only_findings || row.errors > 0)
        && (!pane.only_warnings || row.warnings > 0)
        && (!pane.only_late || row.is_late)
        && pane.unit.is_none_or(|unit| row.board.committee == unit)
        && pane.query.finds(row)
}

fn head_ui(ui: &mut Ui, summary: &Summary, session: &mut Session, send: &mut Sender) {
    let lang = session.lang();
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 56.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(56.0);
            ui.add_space(24.0);
            let names = [
                (Some(i::ICON_GRID_VIEW), lang.of(words::CARDS)),
                (Some(i::ICON_TABLE_ROWS), lang.of(words::LEDGER)),
                (Some(i::ICON_GROUPS), lang.of(words::UNITS)),
                (Some(i::ICON_DELETE), lang.of(say::BIN)),
            ];
            let views = [
                OverviewView::Cards,
                OverviewView::Ledger,
                OverviewView::Units,
                OverviewView::Bin,
            ];
            let at = views.iter().position(|other| *other == session.overview).unwrap_or(0);
            if let Some(at) = widgets::segmented(ui, "overview", &names, at, 32.0) {
                session.overview = views[at];
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(24.0);
                let reviews = session.settings.role == Role::Organizer && summary.waiting() > 0;
                let new = Button::new(lang.of(words::NEW_BOARD)).icon(i::ICON_ADD);
                if reviews {
                    let count = words::review_count(lang, summary.waiting());
                    let review = Button::new(&count).icon(i::ICON_RATE_REVIEW).kind(Kind::Primary);
                    if review.show(ui).clicked() {
                        send.act(Action::Go(Workspace::Review));
                    }
                }
                let kind = if reviews { Kind::Normal } else { Kind::Primary };
                if new.kind(kind).show(ui).clicked() {
                    send.act(Action::NewBoard);
                }
                let import = actions::row_of(Action::Import);
                let label = lang.of(words::IMPORT_SHORT);
                if ui.available_width() > 150.0
                    && Button::new(label)
                        .icon(import.icon)
                        .show(ui)
                        .on_hover_text(lang.of(import.help))
                        .clicked()
                {
                    send.act(Action::Import);
                }
            });
        },
    );
}

/// The colour of a phase: grey, accent, amber, green, pale green.
fn phase_colour(ui: &Ui, phase: usize) -> egui::Color32 {
    let t = tokens(ui);
    match phase {
        0 => t.off.0,
        1 => t.accent.0,
        2 => t.warn_icon.0,
        3 => t.ok.0,
        _ => t.ok.0.gamma_multiply(0.5),
    }
}

/// All boards as one bar, and what its colours mean; a click on a word filters.
fn progress_ui(ui: &mut Ui, view: &View<'_>, summary: &Summary, session: &mut Session) {
    let t = tokens(ui);
    let lang = session.lang();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    let total = summary.rows.len().max(1) as f32;
    let bar = Rect::from_min_max(
        pos2(rect.left() + 24.0, rect.top()),
        pos2(rect.right() - 24.0, rect.top() + 8.0),
    );
    ui.painter().rect_filled(bar, 2, t.field.0);
    let mut x = bar.left();
    let mut word_x = bar.left();
    let show = &view.exhibition.show;
    let mut right = bar.right();
    if let Some(told) = words::countdown(lang, show.opens, show.closes, Day::today()) {
        let wide = ui.painter().layout_no_wrap(told.clone(), font(12.0), t.t2.0).size().x;
        right -= wide + 20.0;
        let place = Rect::from_min_max(
            pos2(bar.right() - wide - 1.0, bar.bottom() + 6.0),
            pos2(bar.right() + 1.0, bar.bottom() + 30.0),
        );
        widgets::told_in(ui, place, &told, font(12.0), t.t2);
    }
    for (phase, count) in summary.phases.into_iter().enumerate() {
        let colour = phase_colour(ui, phase);
        if count > 0 {
            let width = bar.width() * count as f32 / total;
            let part = Rect::from_min_size(pos2(x, bar.top()), vec2((width - 1.0).max(1.0), 8.0));
            ui.painter().rect_filled(part, 2, colour);
            x += width;
        }
        let word = lang.of(words::PHASES_LONG[phase]);
        let name = ui.painter().layout_no_wrap(word.into(), font(12.0), t.t2.0);
        let number = ui.painter().layout_no_wrap(count.to_string(), bold(12.0), t.t1.0);
        let width = 14.0 + name.size().x + 6.0 + number.size().x;
        let place = Rect::from_min_size(pos2(word_x, bar.bottom() + 6.0), vec2(width, 24.0));
        word_x += width + 20.0;
        if place.right() > right {
            continue;
        }
        let response = ui.interact(place, ui.scope_id().with(("phase", phase)), Sense::click());
        let spoken = format!("{word} {count}");
        let is_chosen = session.phase == Some(phase);
        response.widget_info(|| WidgetInfo::selected(Named::Button, true, is_chosen, &spoken));
        let dot = Rect::from_center_size(pos2(place.left() + 4.0, place.center().y), vec2(8.0, 8.0));
        ui.painter().rect_filled(dot, 2, colour);
        let ink = if response.hovered() || is_chosen {
            t.t1.0
        } else {
            t.t2.0
        };
        let name_width = name.size().x;
        widgets::paint_middle(ui, place.left() + 14.0, place.center().y, name, ink);
        widgets::paint_middle(ui, place.left() + 20.0 + name_width, place.center().y, number, t.t1.0);
        if response.clicked() {
            session.phase = if is_chosen { None } else { Some(phase) };
        }
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
}

fn filters_ui(ui: &mut Ui, pane: &mut OverviewPane, summary: &Summary, session: &mut Session) {
    let t = tokens(ui);
    let lang = session.lang();
    let response = ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 44.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(44.0);
            ui.add_space(24.0);
            let is_all = session.phase.is_none()
                && !session.only_findings
                && !pane.only_warnings
                && !pane.only_late
                && pane.unit.is_none();
            if chip(ui, lang, words::ALL, summary.rows.len(), is_all) {
                pane.show_all_phases(session);
            }
            let waits = session.phase == Some(1);
            if chip(ui, lang, words::NEEDS_REVIEW, summary.waiting(), waits) {
                session.phase = if waits { None } else { Some(1) };
            }
            let with_errors = summary.rows.iter().filter(|row| row.errors > 0).count();
            if chip(ui, lang, words::WITH_ERRORS, with_errors, session.only_findings) {
                session.only_findings ^= true;
            }
            let with_warnings = summary.rows.iter().filter(|row| row.warnings > 0).count();
            if chip(ui, lang, words::WITH_WARNINGS, with_warnings, pane.only_warnings) {
                pane.only_warnings ^= true;
            }
            let late = summary.rows.iter().filter(|row| row.is_late).count();
            if (late > 0 || pane.only_late) && chip(ui, lang, LATE, late, pane.only_late) {
                pane.only_late ^= true;
            }
            if let Some(unit) = pane
                .unit
                .and_then(|unit| summary.units.iter().find(|row| row.committee.id == unit))
                && closing_chip(ui, &unit.name)
            {
                pane.unit = None;
            }
            if let Some(phase) = session.phase.filter(|phase| *phase != 1) {
                let name = lang.of(words::PHASES_LONG[phase]);
                if closing_chip(ui, name) {
                    session.phase = None;
                }
            }
            if !session.search.trim().is_empty() {
                let name = words::searching(lang, session.search.trim());
                if closing_chip(ui, &name) {
                    session.search.clear();
                }
            }
            if session.overview == OverviewView::Cards {
                size_ui(ui, session);
            }
        },
    );
    let bottom = response.response.rect.bottom() - 0.5;
    ui.painter()
        .hline(ui.max_rect().x_range(), bottom, Stroke::new(1.0, t.line.0));
}

fn chip(ui: &mut Ui, lang: Lang, name: words::Words, count: usize, is_chosen: bool) -> bool {
    widgets::filter_chip(ui, &words::with_count(lang, name, count), is_chosen).clicked()
}

/// A filter that is on, with a way out of it.
fn closing_chip(ui: &mut Ui, name: &str) -> bool {
    let t = tokens(ui);
    let galley = widgets::elided(ui, name, font(12.0), t.accent.0, 160.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 36.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Named::Button, true, format!("{name} ×")));
    let (fill, ink) = Mood::Accent.colours(t);
    ui.painter().rect_filled(rect, 12, fill);
    widgets::paint_middle(ui, rect.left() + 10.0, rect.center().y, galley, ink);
    widgets::paint_icon(ui, i::ICON_CLOSE, pos2(rect.right() - 14.0, rect.center().y), 14.0, ink);
    widgets::focus_ring(ui, &response, rect, 12);
    response.clicked()
}

fn size_ui(ui: &mut Ui, session: &mut Session) {
    let lang = session.lang();
    let t = tokens(ui);
    if ui.available_width() < 190.0 {
        return;
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(20.0);
        let height = &mut session.settings.card_height;
        if widgets::icon_button_sized(ui, i::ICON_ADD, lang.of(words::LARGER), false, *height < 320.0, 24.0).clicked() {
            *height = (*height + 20.0).min(320.0);
        }
        let (rect, response) = ui.allocate_exact_size(vec2(72.0, 24.0), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::slider(true, f64::from(*height), lang.of(words::CARD_SIZE)));
        let share = ((*height - 120.0) / 200.0).clamp(0.0, 1.0);
        widgets::bar(ui, rect, None);
        let knob = pos2(rect.left() + rect.width() * share, rect.center().y);
        ui.painter().circle(knob, 7.0, t.knob.0, Stroke::new(1.0, t.line2.0));
        if let Some(pointer) = response
            .interact_pointer_pos()
            .filter(|_| response.dragged() || response.clicked())
        {
            let share = ((pointer.x - rect.left()) / rect.width()).clamp(0.0, 1.0);
            *height = 120.0 + (share * 10.0).round() * 20.0;
        }
        let is_large = *height > 120.0;
        if widgets::icon_button_sized(ui, i::ICON_REMOVE, lang.of(words::SMALLER), false, is_large, 24.0).clicked() {
            *height = (*height - 20.0).max(120.0);
        }
    });
}

/// The menu of a board, wherever it is right-clicked: open, duplicate, allowed states, delete.
pub(in crate::app) fn board_menu(response: &Response, row: &BoardRow, session: &mut Session, send: &mut Sender) {
    let lang = session.lang();
    let id = row.board.id;
    if response.secondary_clicked() {
        session.board = Some(id);
    }
    egui::Popup::context_menu(response).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if widgets::menu_row(ui, Some(i::ICON_EDIT), lang.of(words::OPEN_BOARD), "", true, false).clicked() {
            send.send(Message::OpenBoard(id));
            ui.close();
        }
        for action in [Action::Duplicate, Action::Restyle, Action::ExportThis] {
            let entry = actions::row_of(action);
            let keys = actions::keys_text(entry);
            if widgets::menu_row(ui, Some(entry.icon), lang.of(entry.label), &keys, true, false).clicked() {
                session.board = Some(id);
                send.act(action);
                ui.close();
            }
        }
        divider(ui);
        states_menu(ui, row, lang, send);
        divider(ui);
        let entry = actions::row_of(Action::DeleteBoard);
        if widgets::menu_row(ui, Some(entry.icon), lang.of(entry.label), "", true, true).clicked() {
            session.board = Some(id);
            send.act(Action::DeleteBoard);
            ui.close();
        }
    });
}

fn divider(ui: &mut Ui) {
    ui.add_space(4.0);
    widgets::hairline(ui);
    ui.add_space(4.0);
}

/// One row for each state the board may go to.
pub(super) fn states_menu(ui: &mut Ui, row: &BoardRow, lang: Lang, send: &mut Sender) {
    for state in next_states(row.state) {
        let name = format!("{} {}", lang.of(words::CHANGE_TO), lang.of(words::state(*state)));
        let response = widgets::menu_row(ui, None, &name, "", true, false);
        super::badge::paint_mark(ui, pos2(response.rect.left() + 18.0, response.rect.center().y), *state);
        if response.clicked() {
            set_state(row, *state, lang, send);
            ui.close();
        }
    }
}

pub(super) fn set_state(row: &BoardRow, state: BoardState, lang: Lang, send: &mut Sender) {
    send.command(Command::SetState {
        board: row.board.id,
        state,
    });
    send.send(Message::Toast(words::state_set(lang, &row.title, state), true));
}

impl OverviewPane {
    fn show_all_phases(&mut self, session: &mut Session) {
        session.phase = None;
        session.only_findings = false;
        self.only_warnings = false;
        self.only_late = false;
        self.unit = None;
    }

    /// No filter, no search.
    fn show_all(&mut self, session: &mut Session) {
        self.show_all_phases(session);
        session.search.clear();
    }
}
