//! Fonts whose makers do not allow them in a PDF.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::text::named_face;
use std::collections::BTreeSet;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    if subject.exhibition.show.fonts.is_empty() {
        return;
    }
    let used: BTreeSet<_> = subject.runs().iter().map(|(_, run)| (run.face, run.slot)).collect();
    for (face, slot) in used {
        let Some(face) = named_face(face).filter(|face| !face.portrait.embedding.is_allowed()) else {
            continue;
        };
        let font = face.portrait.full_name.clone();
        let say = CheckSay::FontLocked { font, slot };
        found.push(subject.find(None, Severity::Error, "font-embedding", say));
    }
}
