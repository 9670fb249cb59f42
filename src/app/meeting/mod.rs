//! The comment meeting: boards one after the other on the wall, each beside its place in the plaza; notes typed, decisions
//! by keys, the time; at the end the minutes. Menus and panels are away meanwhile.

mod begin;
mod deeds;
mod end;
mod keys;
mod past;
mod say;
mod side;
mod stage;
mod work;

pub use past::PastMeetings;
pub use say::{MEETING, MEETING_HELP, past as past_words};
pub use work::MinutesFile;
pub(super) use work::write_minutes_file;

use super::session::Session;
use super::theme::{font, tokens};
use super::view::{Sender, View};
use super::widgets;
use crate::model::{BoardId, Command, Exhibition, Meeting, MeetingEntry, MeetingId};
use begin::BeginForm;
use egui::{Frame, Margin, Panel, Rect, Response, StrokeKind, Ui, UiBuilder, ViewportCommand};
use std::collections::BTreeMap;
use std::time::Duration;

#[derive(Default)]
pub struct MeetingPane {
    /// What is asked before it begins.
    form: Option<BeginForm>,
    running: Option<Running>,
    /// How the window was before.
    was_full: bool,
}

/// A meeting under way.
pub struct Running {
    id: MeetingId,
    /// Index of the board on the wall among the meeting's entries.
    at: usize,
    /// Seconds a board, with what is not in the record yet.
    spent: BTreeMap<BoardId, f64>,
    /// When the last frame was, on the window's clock.
    last: Option<f64>,
    note: Option<Note>,
    /// The note is to have the keyboard.
    wants_note: bool,
    /// The last decision wants words.
    asks_why: bool,
    /// Digits of the board to go to.
    jump: Option<String>,
    shows_end: bool,
}

/// A note that is being written.
struct Note {
    board: BoardId,
    text: String,
    /// As it was before the open composition.
    before: String,
    is_composing: bool,
    /// When the last key came, on the window's clock.
    changed: f64,
    /// What of it is on the disk, though no step of it is in the document yet.
    drafted: Option<String>,
}

impl Note {
    /// Without half a word.
    fn settled(&self) -> &str {
        if self.is_composing { &self.before } else { &self.text }
    }
}

impl Running {
    /// Goes on behind the last board that was reached.
    fn of(meeting: &Meeting) -> Running {
        let entries = &meeting.entries;
        let last = entries.iter().rposition(MeetingEntry::is_reached);
        let spent = entries.iter().map(|entry| (entry.board, f64::from(entry.seconds)));
        Running {
            id: meeting.id,
            at: last.map_or(0, |last| (last + 1).min(entries.len().saturating_sub(1))),
            spent: spent.collect(),
            last: None,
            note: None,
            wants_note: false,
            asks_why: false,
            jump: None,
            shows_end: false,
        }
    }

    /// Time goes by for the board on the wall. A machine that slept was not talked before.
    fn tick(&mut self, ui: &Ui, board: BoardId) {
        const LONGEST: f64 = 5.0;
        let now = ui.input(|input| input.time);
        let passed = self
            .last
            .replace(now)
            .map_or(0.0, |last| (now - last).clamp(0.0, LONGEST));
        if self.shows_end {
            return;
        }
        let spent = self.spent.entry(board).or_default();
        *spent += passed;
        let rest = 1.0 - spent.fract();
        ui.ctx().request_repaint_after(Duration::from_secs_f64(rest + 0.01));
    }
}

impl MeetingPane {
    /// The window turns to the meeting.
    pub fn enter(&mut self, ctx: &egui::Context) {
        self.was_full = ctx.input(|input| input.viewport().fullscreen == Some(true));
        self.form = None;
        self.running = None;
        if !self.was_full {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(true));
        }
    }

    /// What was typed and how long it took, where the window is shut meanwhile.
    pub fn unsaved(&self, exhibition: &Exhibition) -> Option<Command> {
        let running = self.running.as_ref()?;
        let meeting = running.with_all(exhibition)?;
        (exhibition.meeting(running.id) != Some(&meeting)).then_some(Command::SetMeeting(meeting))
    }

    /// And back: what was typed and how long it took is kept.
    pub fn leave(&mut self, ctx: &egui::Context, view: &View<'_>, send: &mut Sender) {
        self.form = None;
        if let Some(mut running) = self.running.take() {
            let is_over = running.shows_end;
            running.keep_note_and_times(view, is_over, send);
        }
        if !self.was_full {
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(false));
        }
    }
}

/// Fills the window.
pub fn meeting_ui(ui: &mut Ui, pane: &mut MeetingPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    ui.painter().rect_filled(ui.max_rect(), 0, t.ground.0);
    let is_there = |running: &Running| view.exhibition.meeting(running.id).is_some();
    if pane.running.as_ref().is_some_and(|running| !is_there(running)) {
        // Its beginning was undone.
        pane.running = None;
    }
    let is_left = match &mut pane.running {
        Some(running) => running_ui(ui, running, view, session, send),
        None => {
            let form = pane.form.get_or_insert_with(|| BeginForm::of(view.exhibition));
            let begun = begin::begin_ui(ui, form, view, send);
            if let begin::Answer::Begun(running) = begun {
                pane.running = Some(*running);
                pane.form = None;
                ui.ctx().request_repaint();
                return;
            }
            matches!(begun, begin::Answer::Left)
        }
    };
    if is_left {
        pane.leave(ui.ctx(), view, send);
        session.meets = false;
    }
}

/// `true` when it is to be left.
fn running_ui(ui: &mut Ui, running: &mut Running, view: &View<'_>, session: &mut Session, send: &mut Sender) -> bool {
    let t = tokens(ui);
    let Some(meeting) = view.exhibition.meeting(running.id) else {
        return false;
    };
    running.at = running.at.min(meeting.entries.len().saturating_sub(1));
    let Some(entry) = meeting.entries.get(running.at) else {
        return end::end_ui(ui, running, view, send);
    };
    running.tick(ui, entry.board);
    let mut is_left = keys::keys(ui, running, view, meeting, send);
    let Some(entry) = meeting.entries.get(running.at) else {
        return is_left;
    };
    session.board = Some(entry.board).filter(|board| view.exhibition.board(*board).is_some());
    let flat = |fill: egui::Color32| Frame::new().fill(fill);
    let whole = ui.max_rect();
    Panel::top("meeting head")
        .exact_size(76.0 * scale(ui))
        .resizable(false)
        .frame(flat(t.panel.0))
        .show_separator_line(false)
        .show(ui, |ui| stage::head_ui(ui, running, view, meeting, entry));
    Panel::bottom("meeting foot")
        .exact_size(44.0 * scale(ui).min(1.2))
        .resizable(false)
        .frame(flat(t.base.0))
        .show_separator_line(false)
        .show(ui, |ui| is_left |= stage::foot_ui(ui, running, view, send));
    Panel::right("meeting side")
        .exact_size((whole.width() * 0.29).clamp(340.0, 520.0))
        .resizable(false)
        .frame(flat(t.panel.0))
        .show_separator_line(false)
        .show(ui, |ui| side::side_ui(ui, running, view, entry, send));
    stage::stage_ui(ui, running, view, meeting, entry, send);
    if running.shows_end {
        is_left |= end::end_ui(ui, running, view, send);
    }
    is_left
}

impl Running {
    fn keep_note_and_times(&mut self, view: &View<'_>, is_over: bool, send: &mut Sender) {
        let Some(mut meeting) = self.with_all(view.exhibition) else {
            return;
        };
        self.note = None;
        meeting.is_over = is_over;
        if view.exhibition.meeting(self.id) != Some(&meeting) {
            send.command(Command::SetMeeting(meeting));
        }
    }

    /// To this board; the note in hand is kept.
    fn go_to(&mut self, at: usize, view: &View<'_>, send: &mut Sender) {
        self.keep_note(view, send);
        self.at = at;
        self.asks_why = false;
        self.jump = None;
    }
}

/// From the last row of a hall: type grows with the window.
fn scale(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() / 760.0).clamp(1.0, 1.5)
}

/// A field of several lines with our look.
fn area(ui: &mut Ui, id: egui::Id, text: &mut String, name: &str, hint: &str, outer: Rect, size: f32) -> Response {
    let t = tokens(ui);
    let shape = ui.painter().add(egui::Shape::Noop);
    let mut child = ui.new_child(UiBuilder::new().max_rect(outer));
    let rows = ((outer.height() - 16.0) / (size * 1.4)).floor().max(1.0) as usize;
    let response = egui::ScrollArea::vertical()
        .id_salt(id)
        .max_height(outer.height())
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            ui.add(
                egui::TextEdit::multiline(text)
                    .id(id)
                    .font(font(size))
                    .hint_text(egui::RichText::new(hint).color(t.t3.0).font(font(size)))
                    .frame(Frame::new().inner_margin(Margin::symmetric(10, 8)))
                    .desired_width(outer.width() - 20.0)
                    .desired_rows(rows),
            )
            .accessible_name(name)
        })
        .inner;
    let (fill, stroke) = widgets::field_look(t, &response);
    let look = egui::epaint::RectShape::new(outer, 6, fill, stroke, StrokeKind::Inside);
    ui.painter().set(shape, look);
    response
}
