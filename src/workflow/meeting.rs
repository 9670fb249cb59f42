//! What a comment meeting may decide about a board, as one step: the record of the meeting and the board's new state.

use super::{next_states, phase};
use crate::model::{Board, BoardId, BoardState, Command, Decision, Exhibition, Meeting, MeetingEntry, MeetingScope};
use std::sync::Arc;

/// The states a decision leads through, each by an allowed change; `None`: this state does not allow it. A board that was
/// handed in and is shown to the meeting is in review by that.
pub fn steps_to(from: BoardState, decision: Decision) -> Option<Vec<BoardState>> {
    let to = match decision {
        Decision::Approved if from.is_final() => return None,
        Decision::Approved => BoardState::Approved,
        Decision::Returned => BoardState::Returned,
        Decision::HeldOver => return Some(Vec::new()),
    };
    let allows = |from, to| next_states(from).contains(&to);
    if allows(from, to) {
        return Some(vec![to]);
    }
    let by_review = allows(from, BoardState::InReview) && allows(BoardState::InReview, to);
    by_review.then(|| vec![BoardState::InReview, to])
}

/// The decision in the meeting's record and the board's state, as one step; `None` where it is not allowed or the board is
/// gone. `meeting` is as it stands now, with notes and times.
pub fn decided(exhibition: &Exhibition, meeting: &Meeting, board: BoardId, decision: Decision) -> Option<Command> {
    exhibition.board(board)?;
    let steps = steps_to(exhibition.state(board), decision)?;
    let mut meeting = meeting.clone();
    let entry = meeting.entries.iter_mut().find(|entry| entry.board == board)?;
    entry.decision = Some(decision);
    let states = steps.into_iter().map(|state| Command::SetState { board, state });
    Some(Command::Batch(states.chain([Command::SetMeeting(meeting)]).collect()))
}

/// The boards a meeting is called for, in display sequence.
pub fn called(exhibition: &Exhibition, scope: MeetingScope) -> Vec<Arc<Board>> {
    let is_meant = |board: &&Arc<Board>| match scope {
        MeetingScope::All => true,
        MeetingScope::Waiting => phase(exhibition.state(board.id)) == 1,
        MeetingScope::Unit(unit) => board.committee == unit,
    };
    exhibition.in_order().into_iter().filter(is_meant).cloned().collect()
}

/// The meeting with the boards that have come since it was called, each before those it precedes in display sequence
/// among the boards not reached yet; and how many came.
pub fn joined(exhibition: &Exhibition, meeting: &Meeting) -> (Meeting, usize) {
    let mut meeting = meeting.clone();
    let called = meeting.scope.map(|scope| called(exhibition, scope)).unwrap_or_default();
    let new = called.iter().filter(|board| meeting.entry(board.id).is_none());
    let new: Vec<MeetingEntry> = new.map(|board| MeetingEntry::of(exhibition, board)).collect();
    let count = new.len();
    let reached = meeting.entries.iter().rposition(MeetingEntry::is_reached);
    let first = reached.map_or(0, |last| last + 1);
    for entry in new {
        let place = |board: BoardId| exhibition.number(board).unwrap_or(usize::MAX);
        let rest = &meeting.entries[first..];
        let before = rest.iter().position(|other| place(other.board) > place(entry.board));
        let at = before.map_or(meeting.entries.len(), |at| first + at);
        meeting.entries.insert(at, entry);
    }
    (meeting, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_go_only_by_allowed_changes() {
        use BoardState::*;
        use Decision::{HeldOver, Returned as Back};
        let states = [
            Draft,
            SelfChecked,
            Submitted,
            InReview,
            Returned,
            Approved,
            SentToShop,
            Printed,
            Standing,
        ];
        for from in states {
            let approved = match from {
                Submitted => Some(vec![InReview, Approved]),
                InReview => Some(vec![Approved]),
                _ => None,
            };
            assert_eq!(steps_to(from, Decision::Approved), approved, "{from:?}");
            let returned = match from {
                Submitted => Some(vec![InReview, Returned]),
                InReview | Approved => Some(vec![Returned]),
                _ => None,
            };
            assert_eq!(steps_to(from, Back), returned, "{from:?}");
            assert_eq!(steps_to(from, HeldOver), Some(vec![]));
        }
    }
}
