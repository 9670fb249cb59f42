//! Texts that were rewritten in the other script: one that is empty, and one that is older than its source.

use super::doubts::is_derived_shown;
use super::{Subject, excerpt};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::model::part::{get, parts};
use crate::model::{Element, OtherScript};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        if let Some(say) = of_element(subject, element) {
            found.push(subject.find(Some(element.id), Severity::Warning, "other-script", say));
        }
    }
}

fn of_element(subject: &Subject<'_>, element: &Element) -> Option<RuleSay> {
    let board = subject.board;
    let scripts = subject.exhibition.scripts_of(board, element);
    parts(&element.kind).into_iter().find_map(|part| {
        let two = get(&element.kind, part, board.script)?;
        let OtherScript::Kept { text: kept, .. } = &two.other else {
            return None;
        };
        if two.source.is_blank() || !is_derived_shown(part, scripts, two.authored, board.script) {
            return None;
        }
        let text = excerpt(two.source.to_plain().trim());
        if kept.is_blank() {
            Some(RuleSay::OtherMissing { text })
        } else {
            two.is_stale().then_some(RuleSay::OtherStale { text })
        }
    })
}
