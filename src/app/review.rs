//! 审阅: boards by state, the chosen one large, what may be decided. J and K walk, P and R decide.

use super::actions::{Action, keys_text, row_of};
use super::badge::{paint_mark, paint_state};
use super::dialogs::Ask;
use super::meeting::past_words;
use super::overview::set_state;
use super::session::Session;
use super::summary::{BoardRow, Query, Summary};
use super::theme::{Depth, bold, font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind, empty_state, paint_icon, paint_icon_filled};
use super::words;
use crate::base::{Finding, Severity};
use crate::export::papers::decision_word;
use crate::model::{BoardId, BoardState, ElementId};
use crate::workflow::next_states;
use egui::{
    Align, CentralPanel, Frame, Key, Layout, Modifiers, Panel, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct ReviewPane {
    query: Query,
    /// Groups that are shut, by state.
    shut: Vec<BoardState>,
    scroll_to: Option<BoardId>,
    opened: bool,
}

/// What needs a decision first.
const ORDER: [BoardState; 9] = [
    BoardState::InReview,
    BoardState::Submitted,
    BoardState::Returned,
    BoardState::Approved,
    BoardState::SentToShop,
    BoardState::Printed,
    BoardState::Standing,
    BoardState::SelfChecked,
    BoardState::Draft,
];

pub fn review_ui(
    ui: &mut Ui,
    pane: &mut ReviewPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    pane.query.set(&session.search);
    let queue: Vec<&BoardRow> = queue(pane, summary);
    let is_known = session
        .board
        .is_some_and(|board| queue.iter().any(|row| row.board.id == board));
    // Coming here with nothing that waits chosen: the first that waits.
    if !is_known || !std::mem::replace(&mut pane.opened, true) {
        let waits = queue.iter().find(|row| row.phase == 1).or(queue.first());
        if let Some(row) = waits.filter(|_| !is_known || summary.waiting() > 0) {
            session.board = Some(row.board.id);
        }
    }
    let chosen = session.board.and_then(|board| summary.row(board));
    keys(ui, pane, &queue, chosen, session, send);
    Panel::left("review queue")
        .exact_size(280.0)
        .resizable(false)
        .frame(Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            queue_ui(ui, pane, view, summary, &queue, session, send);
        });
    Panel::right("review facts")
        .exact_size(320.0)
        .resizable(false)
        .frame(Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            facts_ui(ui, view, chosen, send);
        });
    CentralPanel::no_frame()
        .frame(Frame::new().fill(t.ground.0))
        .show(ui, |ui| match chosen {
            Some(row) => picture_ui(ui, view, row, send),
            None => {
                empty_state(ui, i::ICON_RATE_REVIEW, view.lang.of(words::NO_DECISION), None);
            }
        });
}

fn queue<'a>(pane: &ReviewPane, summary: &'a Summary) -> Vec<&'a BoardRow> {
    let mut queue: Vec<&BoardRow> = summary.rows.iter().filter(|row| pane.query.finds(row)).collect();
    queue.sort_by_key(|row| (ORDER.iter().position(|state| *state == row.state), row.number));
    queue
}

fn keys(
    ui: &Ui,
    pane: &mut ReviewPane,
    queue: &[&BoardRow],
    chosen: Option<&BoardRow>,
    session: &mut Session,
    send: &mut Sender,
) {
    if ui.ctx().text_edit_focused()
        || egui::Popup::is_any_open(ui.ctx())
        || ui.memory(|m| m.top_modal_layer().is_some())
    {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let at = chosen.and_then(|row| queue.iter().position(|other| other.board.id == row.board.id));
    let step = i32::from(pressed(Key::J)) - i32::from(pressed(Key::K));
    if let (Some(at), true) = (at, step != 0) {
        let next = (at as i32 + step).clamp(0, queue.len() as i32 - 1) as usize;
        session.board = Some(queue[next].board.id);
        pane.scroll_to = session.board;
    }
    let Some(row) = chosen else { return };
    for (key, state) in [(Key::P, BoardState::Approved), (Key::R, BoardState::Returned)] {
        if pressed(key) && next_states(row.state).contains(&state) {
            set_state(row, state, session.lang(), send);
            next_waiting(queue, row, session);
        }
    }
}

/// After a decision: the next board that waits.
fn next_waiting(queue: &[&BoardRow], decided: &BoardRow, session: &mut Session) {
    let waits = |row: &&&BoardRow| row.phase == 1 && row.board.id != decided.board.id;
    let next = queue
        .iter()
        .filter(waits)
        .find(|row| row.number > decided.number)
        .or(queue.iter().find(waits));
    if let Some(row) = next {
        session.board = Some(row.board.id);
    }
}

fn queue_ui(
    ui: &mut Ui,
    pane: &mut ReviewPane,
    view: &View<'_>,
    summary: &Summary,
    queue: &[&BoardRow],
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.right() - 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let (head, _) = ui.allocate_exact_size(vec2(whole.width(), 48.0), Sense::hover());
    widgets::told_in(
        ui,
        head.shrink2(vec2(16.0, 0.0)),
        lang.of(words::REVIEW_LIST),
        bold(16.0),
        t.t1,
    );
    meeting_ui(ui, head, view, send);
    let (rect, _) = ui.allocate_exact_size(vec2(whole.width(), 36.0), Sense::hover());
    let done = summary.phases[3] + summary.phases[4];
    let bar = Rect::from_min_size(rect.min + vec2(16.0, 2.0), vec2(rect.width() - 32.0, 4.0));
    widgets::bar(ui, bar, Some(done as f32 / summary.rows.len().max(1) as f32));
    let line = Rect::from_min_max(pos2(bar.left(), bar.bottom() + 4.0), pos2(bar.right(), rect.bottom()));
    let passed = words::with_count(lang, words::PHASES_LONG[3], done);
    widgets::text_in(ui, line, &passed, font(12.0), t.t2);
    let waiting = words::waiting(lang, summary.waiting());
    widgets::text_right(ui, line.right_center(), &waiting, font(12.0), t.t2);
    widgets::hairline(ui);
    let wanted = pane.scroll_to.take();
    ScrollArea::vertical()
        .id_salt("queue")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for group in queue.chunk_by(|one, other| one.state == other.state) {
                let state = group[0].state;
                let is_shut = pane.shut.contains(&state);
                if group_ui(ui, state, group.len(), is_shut, lang) {
                    match pane.shut.iter().position(|other| *other == state) {
                        Some(at) => drop(pane.shut.remove(at)),
                        None => pane.shut.push(state),
                    }
                }
                for row in group.iter().filter(|_| !is_shut) {
                    row_ui(ui, view, row, wanted, session);
                }
            }
        });
}

/// The way into a comment meeting, at the right of the head.
fn meeting_ui(ui: &mut Ui, head: Rect, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let row = row_of(Action::Meeting);
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(head.shrink2(vec2(12.0, 0.0)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    let button = Button::new(lang.of(row.label)).icon(row.icon).small();
    let help = format!("{}　{}", lang.of(row.help), keys_text(row));
    if button.show(&mut child).on_hover_text(help).clicked() {
        send.act(Action::Meeting);
    }
    let past = view.exhibition.show.meetings.len();
    let word = past_words(lang, past);
    if past > 0 && widgets::icon_button_sized(&mut child, i::ICON_UPDATE, &word, false, true, 24.0).clicked() {
        send.send(Message::Ask(Ask::Meetings));
    }
}

/// What comment meetings said of a board, the last three times.
fn said_ui(ui: &mut Ui, view: &View<'_>, board: BoardId) {
    let t = tokens(ui);
    let lang = view.lang;
    for (meeting, entry) in view.exhibition.said_of(board).take(3) {
        let word = entry.decision.map_or("", |decision| lang.of(decision_word(decision)));
        let head = format!("{}　{}　{word}", meeting.day, lang.of(super::meeting::MEETING));
        widgets::line(ui, &head, font(12.0), t.t3, 20.0);
        if !entry.note.is_empty() {
            widgets::paragraph(ui, &entry.note, 13.0, t.t1);
        }
    }
}

fn group_ui(ui: &mut Ui, state: BoardState, count: usize, is_shut: bool, lang: crate::base::Lang) -> bool {
    let t = tokens(ui);
    let name = lang.of(words::state(state));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, !is_shut, format!("{name} {count}")));
    ui.painter()
        .rect_filled(rect, 0, if response.hovered() { t.hover.0 } else { t.base.0 });
    paint_mark(ui, pos2(rect.left() + 23.0, rect.center().y), state);
    let words = Rect::from_min_max(
        pos2(rect.left() + 36.0, rect.top()),
        pos2(rect.right() - 64.0, rect.bottom()),
    );
    widgets::text_in(ui, words, name, bold(12.0), t.t1);
    widgets::text_right(
        ui,
        pos2(rect.right() - 36.0, rect.center().y),
        &count.to_string(),
        font(12.0),
        t.t2,
    );
    let arrow = if is_shut {
        i::ICON_CHEVRON_RIGHT
    } else {
        i::ICON_EXPAND_MORE
    };
    paint_icon(ui, arrow, pos2(rect.right() - 22.0, rect.center().y), 18.0, t.t3.0);
    response.clicked()
}

fn row_ui(ui: &mut Ui, view: &View<'_>, row: &BoardRow, wanted: Option<BoardId>, session: &mut Session) {
    let t = tokens(ui);
    let is_chosen = session.board == Some(row.board.id);
    let spoken = words::board_spoken(view.lang, row);
    let (rect, response) = widgets::list_row(ui, 64.0, is_chosen, &spoken);
    if wanted == Some(row.board.id) {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        session.board = Some(row.board.id);
    }
    if !ui.is_rect_visible(rect) {
        return;
    }
    let place = Rect::from_center_size(pos2(rect.left() + 48.0, rect.center().y), vec2(64.0, 48.0));
    picture(ui, view, row, place);
    let words = Rect::from_min_max(
        pos2(rect.left() + 92.0, rect.top() + 10.0),
        pos2(rect.right() - 16.0, rect.top() + 32.0),
    );
    let face = if is_chosen { bold(13.0) } else { font(13.0) };
    widgets::text_in(ui, words, &row.title, face, t.t1);
    let below = words.translate(vec2(0.0, 22.0));
    let mut right = below.right();
    for (count, icon, colour) in [
        (row.warnings, i::ICON_WARNING, t.warn.0),
        (row.errors, i::ICON_ERROR, t.error.0),
    ] {
        if count > 0 {
            right -= widgets::text_right(
                ui,
                pos2(right, below.center().y),
                &count.to_string(),
                font(12.0),
                colour,
            );
            paint_icon(ui, icon, pos2(right - 9.0, below.center().y), 14.0, colour);
            right -= 22.0;
        }
    }
    let facts = format!("{:03}　{}", row.number, row.unit);
    widgets::text_in(
        ui,
        Rect::from_min_max(below.min, pos2(right, below.bottom())),
        &facts,
        font(12.0),
        t.t2,
    );
}

/// The board's picture as large as fits the place.
pub(super) fn picture(ui: &Ui, view: &View<'_>, row: &BoardRow, place: Rect) -> Rect {
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    let size = if place.height() * ratio <= place.width() {
        vec2((place.height() * ratio).round(), place.height().round())
    } else {
        vec2(place.width().round(), (place.width() / ratio).round())
    };
    let at = place.center() - size / 2.0;
    let rect = Rect::from_min_size(pos2(at.x.round(), at.y.round()), size);
    let px = (rect.height() * ui.ctx().pixels_per_point()).round() as u32;
    widgets::thumbnail(ui, rect, view.pictures.board(view.exhibition, &row.board, px));
    rect
}

fn picture_ui(ui: &mut Ui, view: &View<'_>, row: &BoardRow, send: &mut Sender) {
    let t = tokens(ui);
    let room = ui.max_rect().shrink(32.0);
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    let size = if room.height() * ratio <= room.width() {
        vec2(room.height() * ratio, room.height())
    } else {
        vec2(room.width(), room.width() / ratio)
    };
    let shadow = Rect::from_center_size(room.center(), size);
    ui.painter().add(t.shadow(Depth::Board).as_shape(shadow, 0));
    let rect = picture(ui, view, row, room);
    let response = ui.interact(rect, ui.scope_id().with("review picture"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words::board_spoken(view.lang, row)));
    if response.double_clicked() {
        send.send(Message::OpenBoard(row.board.id));
    }
}

fn facts_ui(ui: &mut Ui, view: &View<'_>, chosen: Option<&BoardRow>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.left() + 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    let Some(row) = chosen else { return };
    let foot_height = decide_height(row);
    let body = Rect::from_min_max(whole.min, pos2(whole.right(), whole.bottom() - foot_height));
    let mut upper = ui.new_child(UiBuilder::new().max_rect(body));
    widgets::section(&mut upper, "", |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal(|ui| {
            widgets::line(ui, &format!("{:03}", row.number), font(13.0), t.t3, 24.0);
            widgets::line(ui, &row.title, bold(16.0), t.t1, 24.0);
        });
        let facts = format!("{}　{}", row.unit, words::size_cm(row.board.size.w, row.board.size.h));
        widgets::line(ui, &facts, font(12.0), t.t2, 20.0);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        paint_state(ui, rect, row.state, lang);
        if widgets::link(ui, lang.of(words::OPEN_BOARD)).clicked() {
            send.send(Message::OpenBoard(row.board.id));
        }
        said_ui(ui, view, row.board.id);
    });
    let found: Vec<&Finding> = view
        .findings
        .iter()
        .filter(|finding| finding.place.board.as_deref() == Some(row.board.code.as_str()))
        .collect();
    ScrollArea::vertical()
        .id_salt("review findings")
        .auto_shrink([false, false])
        .show(&mut upper, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if found.is_empty() {
                ui.horizontal(|ui| {
                    ui.add_space(16.0);
                    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 48.0), Sense::hover());
                    paint_icon(ui, i::ICON_CHECK_CIRCLE, rect.center() - vec2(4.0, 0.0), 18.0, t.ok.0);
                    widgets::line(ui, lang.of(words::NO_FINDINGS), font(13.0), t.t2, 48.0);
                });
            }
            for finding in found {
                if finding_ui(ui, finding, lang) {
                    let element = finding.place.element.as_deref().and_then(ElementId::parse);
                    send.send(Message::GoTo(row.board.id, element));
                }
            }
        });
    let foot = Rect::from_min_max(body.left_bottom(), whole.max);
    decide_ui(ui, foot, row, lang, send);
}

/// A sentence with its mark; `true` when clicked.
pub(super) fn finding_ui(ui: &mut Ui, finding: &Finding, lang: crate::base::Lang) -> bool {
    let t = tokens(ui);
    let text = finding.text(lang);
    let width = ui.available_width() - 60.0;
    let mut job = egui::text::LayoutJob::simple(text.clone(), font(13.0), t.t1.0, width);
    for section in &mut job.sections {
        section.format.line_height = Some(20.0);
    }
    let galley = ui.painter().layout_job(job);
    let height = galley.size().y + 20.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    if response.hovered() {
        ui.painter().rect_filled(rect, 0, t.hover.0);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let (icon, colour) = mark(ui, finding.severity);
    paint_icon_filled(ui, icon, rect.min + vec2(25.0, 20.0), 18.0, colour);
    ui.painter().galley(rect.min + vec2(44.0, 10.0), galley, t.t1.0);
    response.clicked()
}

pub(super) fn mark(ui: &Ui, severity: Severity) -> (widgets::Icon, egui::Color32) {
    let t = tokens(ui);
    match severity {
        Severity::Error => (i::ICON_ERROR, t.error.0),
        Severity::Warning => (i::ICON_WARNING, t.warn_icon.0),
        Severity::Note => (i::ICON_INFO, t.t3.0),
    }
}

fn decide_height(row: &BoardRow) -> f32 {
    24.0 + 28.0 + 48.0 * next_states(row.state).len() as f32
}

/// One button a state; forward is primary, back is quiet.
fn decide_ui(ui: &mut Ui, foot: Rect, row: &BoardRow, lang: crate::base::Lang, send: &mut Sender) {
    let t = tokens(ui);
    ui.painter().rect_filled(foot, 0, t.base.0);
    ui.painter()
        .hline(foot.x_range(), foot.top() + 0.5, Stroke::new(1.0, t.line.0));
    let inner = foot.shrink2(vec2(16.0, 12.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing.y = 8.0;
    widgets::heading(&mut ui, lang.of(words::DECIDE));
    let forward = next_states(row.state)
        .iter()
        .copied()
        .filter(|state| *state > row.state && *state != BoardState::Returned)
        .min();
    for state in next_states(row.state) {
        let kind = if Some(*state) == forward {
            Kind::Primary
        } else {
            Kind::Normal
        };
        let label = decision(*state, lang);
        let button = Button::new(&label).kind(kind).large().width(inner.width());
        if button.show(&mut ui).clicked() {
            set_state(row, *state, lang, send);
        }
    }
}

fn decision(state: BoardState, lang: crate::base::Lang) -> String {
    let word = lang.of(words::decision(state));
    match state {
        BoardState::Approved => format!("{word}　P"),
        BoardState::Returned => format!("{word}　R"),
        BoardState::Draft
        | BoardState::SelfChecked
        | BoardState::Submitted
        | BoardState::InReview
        | BoardState::SentToShop
        | BoardState::Printed
        | BoardState::Standing => word.into(),
    }
}
