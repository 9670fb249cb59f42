//! Type that cannot be read from where people stand. Text that does not fit at all is told by the layout.

use super::{Subject, excerpt};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::layout::Item;
use crate::plaza::LEAST_EM;
use std::collections::BTreeSet;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let Item::Glyphs(run) = part.item else { continue };
        let em = run.em * part.scale();
        // A hair under is rounding; spaces are no text.
        if em > LEAST_EM - 0.05 || run.text.trim().is_empty() || !told.insert(part.source) {
            continue;
        }
        let say = CheckSay::TextSmall {
            text: excerpt(run.text.trim()),
            em_mm: (em * 10.0).round() / 10.0,
        };
        found.push(subject.find(part.source, Severity::Warning, "text-small", say));
    }
}
