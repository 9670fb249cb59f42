//! Styles that no shipped face has: which face stands in.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, FontSlot, Severity};
use crate::text::stand_in;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let runs = subject.runs();
    for slot in [FontSlot::FangSong, FontSlot::LiShu] {
        let is_named = subject.exhibition.show.fonts.contains_key(&slot);
        let Some((element, _)) = runs.iter().find(|(_, run)| run.slot == slot && !is_named) else {
            continue;
        };
        let say = CheckSay::FontStandIn {
            slot,
            stand_in: stand_in(slot),
        };
        found.push(subject.find(*element, Severity::Note, "font-stand-in", say));
    }
}
