//! The sample exhibition, as far along as a real show is in the middle of its preparation.

use crate::base::{Finding, Severity};
use crate::model::{BoardState, Command, Exhibition, TwoName};
use crate::plaza::arrange_command;
use crate::script::Region;

const TITLE: &str = "水土青禾";

/// Has its name and nothing else; its content folder fills it.
pub fn empty_sample() -> Exhibition {
    let title = TwoName {
        hans: TITLE.into(),
        hant: TITLE.into(),
    };
    Exhibition::new(title, Region::Mainland)
}

/// What happens to the sample after its import: boards are checked, sent in and approved, and placed in the plaza.
pub fn sample_run(exhibition: &Exhibition, findings: &[Finding]) -> Vec<Command> {
    let mut commands = states(exhibition, findings);
    commands.push(arrange_command(exhibition));
    commands
}

/// How far the sample's boards are. A unit works front to back, early units are ahead of late ones, and what the
/// import has an error about is never past its draft.
fn states(exhibition: &Exhibition, findings: &[Finding]) -> Vec<Command> {
    use BoardState::*;
    let units = exhibition.committees.len().max(1);
    let mut commands = Vec::new();
    for (index, board) in exhibition.in_order().into_iter().enumerate() {
        let unit = exhibition
            .committees
            .iter()
            .position(|unit| unit.id == board.committee)
            .unwrap_or(0);
        let stage = 10 * (units - unit) / units;
        let is_faulty = findings
            .iter()
            .any(|finding| finding.severity == Severity::Error && finding.place.board.as_deref() == Some(&board.code));
        let state = match (stage, index % 8) {
            _ if is_faulty => Draft,
            (8.., 0..=4) => SentToShop,
            (8.., _) => Approved,
            (6..=7, 0..=4) => Approved,
            (6..=7, 5) => Returned,
            (6..=7, _) => InReview,
            (4..=5, 0..=2) => InReview,
            (4..=5, 3) => Returned,
            (4..=5, _) => Submitted,
            (2..=3, 0..=3) => Submitted,
            (2..=3, 4..=5) => SelfChecked,
            (_, 0) => SelfChecked,
            _ => Draft,
        };
        if state != Draft {
            commands.push(Command::SetState { board: board.id, state });
        }
    }
    commands
}
