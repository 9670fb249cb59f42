//! What a comment meeting may decide about a board, as one step: the record of the meeting and the board's new state.

use super::next_states;
use crate::model::{BoardId, BoardState, Command, Decision, Exhibition, Meeting};

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
