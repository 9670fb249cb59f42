//! Two texts that lie over each other.

use super::{Subject, excerpt, safe_area};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::geom::Rect;
use crate::layout::Item;
use crate::model::ElementId;
use std::collections::BTreeSet;

/// Ink is only about where it is thought: what meets by less than this share of the smaller type is near, not over.
const MEETS: f64 = 0.4;

struct Run {
    source: ElementId,
    ink: Rect,
    em: f64,
    text: String,
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let runs = runs(subject);
    let mut told: BTreeSet<ElementId> = BTreeSet::new();
    for (at, upper) in runs.iter().enumerate() {
        let over = runs[..at]
            .iter()
            .find(|lower| lower.source != upper.source && meet(lower, upper));
        if let Some(lower) = over
            && !told.contains(&lower.source)
            && told.insert(upper.source)
        {
            let say = RuleSay::TextOverText {
                text: excerpt(&upper.text),
                other: excerpt(&lower.text),
            };
            found.push(subject.find(Some(upper.source), Severity::Warning, "text-overlap", say));
        }
    }
}

/// Texts of elements, a line each; what is half clear lies under others on purpose.
fn runs(subject: &Subject<'_>) -> Vec<Run> {
    let parts = subject.parts.iter();
    parts
        .filter_map(|part| {
            let Item::Glyphs(run) = part.item else { return None };
            let is_faint = matches!(&run.paint, crate::layout::Paint::Flat(ink) if ink.alpha * part.opacity < 0.6);
            let boxes = run.glyphs.iter().filter_map(|glyph| safe_area::ink(run, glyph));
            Some(Run {
                source: part.source.filter(|_| !is_faint)?,
                ink: part.on_board(boxes.reduce(|all, one| all.union(&one))?),
                em: run.em * part.scale(),
                text: run.text.trim().to_string(),
            })
        })
        .collect()
}

fn meet(one: &Run, other: &Run) -> bool {
    let least = MEETS * one.em.min(other.em);
    one.ink
        .intersect(&other.ink)
        .is_some_and(|both| both.w > least && both.h > least)
}
