//! Lines that a plate or a nozzle cannot hold.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::layout::Item;
use std::collections::BTreeSet;

pub const RULE: &str = "hairline";

/// A quarter of a point, in mm: what prepress calls a hairline (Ghent Workgroup 2015).
const LEAST: f64 = 0.25 * 25.4 / 72.0;
/// What a line is made by the mend.
pub const MENDED: f64 = 0.25;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let Item::Path(item) = part.item else { continue };
        let Some(width) = item.stroke.as_ref().map(|stroke| stroke.width * part.scale()) else {
            continue;
        };
        if width < LEAST - 1e-4 && told.insert(part.source) {
            let say = RuleSay::Hairline {
                width_mm: (width * 1000.0).round() / 1000.0,
            };
            found.push(subject.find(part.source, Severity::Warning, RULE, say));
        }
    }
}
