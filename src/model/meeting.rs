//! Comment meetings: boards gone through one after the other before a projector, what was said of each and what was
//! decided. A meeting is a record: it keeps numbers and titles as they were, also of boards that are gone since.

use super::{Board, BoardId, CommitteeId, Exhibition, Hour, MeetingId, TwoName};
use crate::base::Day;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meeting {
    pub id: MeetingId,
    pub day: Day,
    pub start: Hour,
    pub place: String,
    pub chair: String,
    /// Who is there, as somebody typed it.
    pub present: String,
    /// Minutes meant for a board; 0: as long as it takes.
    pub limit: u16,
    /// Which boards it is about, those that come later too; `None`: only those in `entries`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<MeetingScope>,
    /// The minutes are closed; one that is not can be gone on with.
    pub is_over: bool,
    /// Every board that was to be gone through, in this order.
    pub entries: Vec<MeetingEntry>,
}

/// The boards a meeting was called for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingScope {
    All,
    /// Those that wait for review.
    Waiting,
    Unit(CommitteeId),
}

/// One board of a meeting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MeetingEntry {
    // Two desks that both write down the same meeting are merged board by board: entries of a list are known by `id`.
    #[serde(rename = "id")]
    pub board: BoardId,
    /// Number, title and unit on that day.
    pub number: u32,
    pub title: String,
    pub unit: TwoName,
    /// How long it was on the wall.
    pub seconds: u32,
    pub note: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

/// What a meeting decides about a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    Approved,
    Returned,
    /// Until the next meeting; its state stays as it is.
    HeldOver,
}

impl Decision {
    /// In the order of their keys: 1, 2, 3.
    pub const ALL: [Decision; 3] = [Decision::Approved, Decision::Returned, Decision::HeldOver];
}

/// How many boards a meeting came to, by what it decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub approved: usize,
    pub returned: usize,
    pub held_over: usize,
    /// Looked at, nothing decided.
    pub open: usize,
    pub not_reached: usize,
}

impl MeetingEntry {
    pub fn of(exhibition: &Exhibition, board: &Board) -> MeetingEntry {
        let unit = exhibition.committee(board.committee);
        MeetingEntry {
            board: board.id,
            number: exhibition.number(board.id).unwrap_or_default() as u32,
            title: board.title(),
            unit: unit.map(|unit| unit.name.clone()).unwrap_or_default(),
            seconds: 0,
            note: String::new(),
            decision: None,
        }
    }

    pub fn is_reached(&self) -> bool {
        self.seconds > 0 || !self.note.is_empty() || self.decision.is_some()
    }
}

impl Meeting {
    /// Of these boards, with nothing said yet.
    pub fn new(exhibition: &Exhibition, boards: &[Arc<Board>], day: Day, start: Hour) -> Meeting {
        let entries = boards.iter().map(|board| MeetingEntry::of(exhibition, board));
        Meeting {
            id: MeetingId::random(),
            day,
            start,
            place: String::new(),
            chair: String::new(),
            present: String::new(),
            limit: 0,
            scope: None,
            is_over: false,
            entries: entries.collect(),
        }
    }

    pub fn entry(&self, board: BoardId) -> Option<&MeetingEntry> {
        self.entries.iter().find(|entry| entry.board == board)
    }

    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for entry in &self.entries {
            let count = match entry.decision {
                Some(Decision::Approved) => &mut tally.approved,
                Some(Decision::Returned) => &mut tally.returned,
                Some(Decision::HeldOver) => &mut tally.held_over,
                None if entry.is_reached() => &mut tally.open,
                None => &mut tally.not_reached,
            };
            *count += 1;
        }
        tally
    }

    /// Of all boards together.
    pub fn seconds(&self) -> u32 {
        self.entries.iter().map(|entry| entry.seconds).sum()
    }
}

impl Exhibition {
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.show.meetings.iter().find(|meeting| meeting.id == id)
    }

    /// What meetings had to say about a board, the last one first.
    pub fn said_of(&self, board: BoardId) -> impl Iterator<Item = (&Meeting, &MeetingEntry)> {
        let meetings = self.show.meetings.iter().rev();
        let said = meetings.filter_map(move |meeting| Some((meeting, meeting.entry(board)?)));
        said.filter(|(_, entry)| entry.decision.is_some() || !entry.note.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_counts_as_reached_by_time_word_or_decision() {
        let mut show = Exhibition::new(TwoName::default(), crate::script::Region::Mainland);
        let entry = |board: u128, seconds, note: &str, decision| MeetingEntry {
            board: BoardId(board),
            number: board as u32,
            title: String::new(),
            unit: TwoName::default(),
            seconds,
            note: note.into(),
            decision,
        };
        let day = Day::parse("2026-12-01").unwrap();
        let meeting = Meeting {
            entries: vec![
                entry(1, 0, "", Some(Decision::Approved)),
                entry(2, 9, "字小", Some(Decision::Returned)),
                entry(3, 0, "", Some(Decision::HeldOver)),
                entry(4, 30, "", None),
                entry(5, 0, "再看", None),
                entry(6, 0, "", None),
            ],
            ..Meeting::new(&show, &[], day, Hour(14 * 60))
        };
        let tally = Tally {
            approved: 1,
            returned: 1,
            held_over: 1,
            open: 2,
            not_reached: 1,
        };
        assert_eq!((meeting.tally(), meeting.seconds()), (tally, 39));
        Arc::make_mut(&mut show.show).meetings.push(meeting);
        let said = |board| show.said_of(BoardId(board)).count();
        assert_eq!([2, 4, 5, 7].map(said), [1, 0, 1, 0]);
    }
}
