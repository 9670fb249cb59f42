//! Two boards under one title.

use crate::base::say::RuleSay;
use crate::base::{Finding, Place, Severity};
use crate::model::Exhibition;
use std::collections::BTreeMap;

/// In display sequence; the first board under a title is right. Boards of a series are told apart by their other lines.
pub fn check(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let mut firsts: BTreeMap<String, &str> = BTreeMap::new();
    for board in exhibition.in_order() {
        let Some(element) = board.in_slot("title").filter(|element| !element.is_hidden) else {
            continue;
        };
        let title = board.title();
        if title == board.code {
            continue;
        }
        match firsts.get(&title) {
            Some(first) => found.push(Finding {
                severity: Severity::Warning,
                rule: "title-twice",
                place: Place::board(&board.code).at_element(element.id),
                say: RuleSay::TitleTwice {
                    title: super::excerpt(&title),
                    first: (*first).to_string(),
                }
                .into(),
            }),
            None => drop(firsts.insert(title, &board.code)),
        }
    }
}
