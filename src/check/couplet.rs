//! The two sides of a couplet have the same number of characters.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::{Element, ElementKind};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let sides: Vec<&Element> = subject
        .shown()
        .filter(|element| element.slot.as_ref().is_some_and(|slot| slot.role() == "couplet"))
        .filter(|element| length(element) > 0)
        .collect();
    // By slot: the upper side is `couplet.1`.
    let side = |name: &str| {
        sides
            .iter()
            .find(|element| element.slot.as_ref().is_some_and(|slot| slot.0 == name))
    };
    match (side("couplet.1"), side("couplet.2")) {
        (Some(one), Some(other)) if length(one) != length(other) => {
            let say = CheckSay::CoupletUneven {
                first: length(one),
                second: length(other),
            };
            found.push(subject.find(Some(other.id), Severity::Warning, "couplet", say));
        }
        (Some(only), None) | (None, Some(only)) => {
            found.push(subject.find(Some(only.id), Severity::Warning, "couplet", CheckSay::CoupletAlone));
        }
        _ => {}
    }
}

/// Characters; marks and blanks do not count.
fn length(element: &Element) -> usize {
    match &element.kind {
        ElementKind::Text(text) => text
            .text
            .source
            .to_plain()
            .chars()
            .filter(|c| c.is_alphanumeric())
            .count(),
        _ => 0,
    }
}
