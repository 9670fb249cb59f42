//! What a meeting does to the show: its record with notes and times, decisions with the boards' new states.

use super::say;
use super::{Note, Running};
use crate::app::view::{Message, Sender, View};
use crate::base::{Day, utc};
use crate::export::papers::decision_word;
use crate::model::{BoardState, Command, Decision, Exhibition, Hour, Meeting, MeetingEntry};
use crate::workflow::{decided, steps_to};
use std::time::{Duration, SystemTime};

/// Day and hour where such shows are held: in all of China clocks are eight hours ahead of world time.
pub fn here_and_now() -> (Day, Hour) {
    let moment = utc::text(SystemTime::now() + Duration::from_secs(8 * 3600));
    let hour = moment.get(11..16).and_then(Hour::parse).unwrap_or_default();
    (Day::of_moment(&moment).unwrap_or_else(Day::today), hour)
}

/// The last one of this day that is not over.
pub fn cut_off(exhibition: &Exhibition, today: Day) -> Option<&Meeting> {
    let mut meetings = exhibition.show.meetings.iter().rev();
    meetings.find(|meeting| !meeting.is_over && meeting.day == today)
}

impl Running {
    /// The meeting as it stands now: as it is kept, with the time that has passed since.
    pub fn meeting(&self, exhibition: &Exhibition) -> Option<Meeting> {
        let mut meeting = exhibition.meeting(self.id)?.clone();
        for entry in &mut meeting.entries {
            entry.seconds = self.seconds(entry);
        }
        Some(meeting)
    }

    /// The same with the note in hand.
    pub fn with_all(&self, exhibition: &Exhibition) -> Option<Meeting> {
        let note = self.note.as_ref();
        let with_note = note.and_then(|note| self.with_note(exhibition, note));
        with_note.or_else(|| self.meeting(exhibition))
    }

    /// How long a board was on the wall, what is not kept yet included.
    pub fn seconds(&self, entry: &MeetingEntry) -> u32 {
        let spent = self.spent.get(&entry.board).map_or(0, |spent| *spent as u32);
        spent.max(entry.seconds)
    }

    /// The note in hand goes into the record.
    pub fn keep_note(&mut self, view: &View<'_>, send: &mut Sender) {
        let Some(note) = self.note.take() else { return };
        let Some(meeting) = self.with_note(view.exhibition, &note) else {
            return;
        };
        let kept = view.exhibition.meeting(self.id).and_then(|kept| kept.entry(note.board));
        if meeting.entry(note.board).map(|entry| &entry.note) != kept.map(|entry| &entry.note) {
            send.command(Command::SetMeeting(meeting));
        } else if note.drafted.is_some() {
            send.send(Message::Draft(Command::SetMeeting(meeting)));
        }
    }

    /// The meeting with a note that is still being written.
    pub(super) fn with_note(&self, exhibition: &Exhibition, note: &Note) -> Option<Meeting> {
        let mut meeting = self.meeting(exhibition)?;
        let entry = meeting.entries.iter_mut().find(|entry| entry.board == note.board)?;
        entry.note = note.settled().trim().to_string();
        Some(meeting)
    }

    /// Times that were not kept with a note or a decision; `is_over` closes the minutes or opens them again.
    pub fn keep_times(&self, view: &View<'_>, is_over: bool, send: &mut Sender) {
        let kept = view.exhibition.meeting(self.id);
        if let Some(mut meeting) = self.meeting(view.exhibition) {
            meeting.is_over = is_over;
            if kept != Some(&meeting) {
                send.command(Command::SetMeeting(meeting));
            }
        }
    }

    /// A decision that the board's state does not allow is told, with the reason.
    pub fn decide(&mut self, view: &View<'_>, decision: Decision, send: &mut Sender) {
        let Some(mut meeting) = self.meeting(view.exhibition) else {
            return;
        };
        let Some(board) = meeting.entries.get(self.at).map(|entry| entry.board) else {
            return;
        };
        if let Some(why) = barred(view, &meeting.entries[self.at], decision) {
            send.send(Message::Toast(why.into(), false));
            return;
        }
        // What was typed a moment ago goes along with the decision.
        if let Some(note) = self.note.take().filter(|note| note.board == board) {
            meeting.entries[self.at].note = note.settled().trim().to_string();
        }
        let wants_words = decision == Decision::Returned && meeting.entries[self.at].note.is_empty();
        if let Some(command) = decided(view.exhibition, &meeting, board, decision) {
            send.command(command);
            let said = say::decided(meeting.entries[self.at].number, view.lang.of(decision_word(decision)));
            send.send(Message::Toast(said, true));
        }
        // Who gets it back wants to know why.
        self.wants_note = wants_words;
        self.asks_why = wants_words;
    }
}

/// Why this decision cannot be taken now; `None`: it can.
pub fn barred(view: &View<'_>, entry: &MeetingEntry, decision: Decision) -> Option<&'static str> {
    if view.exhibition.board(entry.board).is_none() {
        return Some(view.lang.of(say::DELETED));
    }
    let state: BoardState = view.exhibition.state(entry.board);
    let is_allowed = steps_to(state, decision).is_some();
    (!is_allowed).then(|| say::barred(view.lang, state, decision == Decision::Approved))
}
