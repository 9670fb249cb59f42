//! An approved board keeps its derived texts; a word list or dictionary that says otherwise by now is told, so that a
//! person decides whether to take the approval back.

use super::Subject;
use super::doubts::is_derived_shown;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::part::{get, parts};
use crate::model::{Element, OtherScript};

/// Characters shown on either side of the first difference.
const AROUND: usize = 4;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        if let Some((kept, now)) = changed(subject, element) {
            let say = CheckSay::FrozenWords { kept, now };
            found.push(subject.find(Some(element.id), Severity::Warning, "frozen-words", say));
        }
    }
}

/// Where the first text that would be converted otherwise today differs: as approved, as it would be now.
fn changed(subject: &Subject<'_>, element: &Element) -> Option<(String, String)> {
    let (exhibition, board) = (subject.exhibition, subject.board);
    let scripts = exhibition.scripts_of(board, element);
    parts(&element.kind).into_iter().find_map(|part| {
        let text = get(&element.kind, part, board.script)?;
        let OtherScript::Frozen { text: kept } = &text.other else {
            return None;
        };
        let is_shown = is_derived_shown(part, scripts, text.authored, board.script);
        let now = || text.derived(exhibition.show.region, &exhibition.words).to_plain();
        is_shown.then(|| difference(&kept.to_plain(), &now())).flatten()
    })
}

fn difference(kept: &str, now: &str) -> Option<(String, String)> {
    let same = kept.chars().zip(now.chars()).take_while(|(a, b)| a == b).count();
    let piece = |text: &str| -> String {
        let from = same.saturating_sub(AROUND);
        text.chars().skip(from).take(same - from + 2 * AROUND).collect()
    };
    (kept != now).then(|| (piece(kept), piece(now)))
}
