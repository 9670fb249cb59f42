//! Fonts that the show names and this PC lacks: which texts stand in another face.

use super::{Subject, excerpt};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::ElementId;
use crate::text::{found as on_this_pc, stand_in};

/// Before print a person is asked about findings of this rule.
pub const RULE: &str = "font-missing";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (slot, fonts) in &subject.exhibition.show.fonts {
        let Some(font) = fonts.iter().find(|font| on_this_pc(font).is_none()) else {
            continue;
        };
        let mut texts: Vec<(Option<ElementId>, String)> = Vec::new();
        for (source, run) in subject.runs().into_iter().filter(|(_, run)| run.slot == *slot) {
            match texts.iter_mut().find(|(element, _)| *element == source) {
                Some((_, text)) => text.push_str(&run.text),
                None => texts.push((source, run.text.clone())),
            }
        }
        for (element, text) in texts {
            let say = CheckSay::FontMissing {
                font: font.full_name.clone(),
                slot: *slot,
                stand_in: stand_in(*slot),
                text: excerpt(&text),
            };
            found.push(subject.find(element, Severity::Warning, RULE, say));
        }
    }
}
