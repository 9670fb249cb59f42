//! Plan faults, and boards that stand in no plaza.

use crate::base::say::{CheckSay, PlazaSay};
use crate::base::{Finding, Place, Say, Severity};
use crate::model::Exhibition;
use crate::plaza;

pub fn check(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    for plaza in &exhibition.plazas {
        // A show may have several plazas; a board needs a place in one of them.
        let is_unplaced = |finding: &Finding| matches!(finding.say, Say::Plaza(PlazaSay::Unplaced { .. }));
        let faults = plaza::findings(exhibition, plaza);
        found.extend(faults.into_iter().filter(|finding| !is_unplaced(finding)));
    }
    let stands = |id| exhibition.plazas.iter().any(|plaza| plaza.places.contains_key(&id));
    let without: Vec<String> = exhibition
        .in_order()
        .into_iter()
        .filter(|board| !stands(board.id))
        .map(|board| board.code.clone())
        .collect();
    let Some(first) = without.first() else { return };
    let severity = if exhibition.plazas.is_empty() {
        Severity::Note
    } else {
        Severity::Warning
    };
    found.push(Finding {
        severity,
        rule: "no-place",
        place: Place::board(first),
        say: Say::Check(CheckSay::NoPlace { boards: without }),
    });
}
