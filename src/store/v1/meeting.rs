//! Comment meetings in the file. They came late: a show without one has the bytes it had.

use super::names;
use super::text::TwoName;
use crate::base::Day;
use crate::model::{self, BoardId, CommitteeId, MeetingId};
use serde::{Deserialize, Serialize};

names!(Decision, model::Decision, [Approved, Returned, HeldOver]);

#[derive(Serialize, Deserialize)]
pub struct Meeting {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    chair: String,
    day: Day,
    entries: Vec<Entry>,
    id: MeetingId,
    #[serde(default, skip_serializing_if = "is_off")]
    is_over: bool,
    #[serde(default, skip_serializing_if = "is_none")]
    limit: u16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    place: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    present: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scope: Option<Scope>,
    /// Minutes after midnight.
    start: u16,
}

/// The boards a meeting was called for.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Scope {
    All,
    Waiting,
    Unit(CommitteeId),
}

impl From<model::MeetingScope> for Scope {
    fn from(scope: model::MeetingScope) -> Scope {
        match scope {
            model::MeetingScope::All => Scope::All,
            model::MeetingScope::Waiting => Scope::Waiting,
            model::MeetingScope::Unit(unit) => Scope::Unit(unit),
        }
    }
}

impl From<Scope> for model::MeetingScope {
    fn from(scope: Scope) -> model::MeetingScope {
        match scope {
            Scope::All => model::MeetingScope::All,
            Scope::Waiting => model::MeetingScope::Waiting,
            Scope::Unit(unit) => model::MeetingScope::Unit(unit),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Entry {
    board: BoardId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decision: Option<Decision>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
    number: u32,
    #[serde(default, skip_serializing_if = "is_zero")]
    seconds: u32,
    title: String,
    unit: TwoName,
}

fn is_off(value: &bool) -> bool {
    !value
}

fn is_none(limit: &u16) -> bool {
    *limit == 0
}

fn is_zero(seconds: &u32) -> bool {
    *seconds == 0
}

impl From<&model::Meeting> for Meeting {
    fn from(meeting: &model::Meeting) -> Meeting {
        Meeting {
            chair: meeting.chair.clone(),
            day: meeting.day,
            entries: meeting.entries.iter().map(Entry::from).collect(),
            id: meeting.id,
            is_over: meeting.is_over,
            limit: meeting.limit,
            place: meeting.place.clone(),
            present: meeting.present.clone(),
            scope: meeting.scope.map(Scope::from),
            start: meeting.start.0,
        }
    }
}

impl From<Meeting> for model::Meeting {
    fn from(meeting: Meeting) -> model::Meeting {
        model::Meeting {
            id: meeting.id,
            day: meeting.day,
            start: model::Hour(meeting.start.min(24 * 60 - 1)),
            place: meeting.place,
            chair: meeting.chair,
            present: meeting.present,
            scope: meeting.scope.map(model::MeetingScope::from),
            limit: meeting.limit,
            is_over: meeting.is_over,
            entries: meeting.entries.into_iter().map(model::MeetingEntry::from).collect(),
        }
    }
}

impl From<&model::MeetingEntry> for Entry {
    fn from(entry: &model::MeetingEntry) -> Entry {
        Entry {
            board: entry.board,
            decision: entry.decision.map(Decision::from),
            note: entry.note.clone(),
            number: entry.number,
            seconds: entry.seconds,
            title: entry.title.clone(),
            unit: (&entry.unit).into(),
        }
    }
}

impl From<Entry> for model::MeetingEntry {
    fn from(entry: Entry) -> model::MeetingEntry {
        model::MeetingEntry {
            board: entry.board,
            number: entry.number,
            title: entry.title,
            unit: entry.unit.into(),
            seconds: entry.seconds,
            note: entry.note,
            decision: entry.decision.map(model::Decision::from),
        }
    }
}
