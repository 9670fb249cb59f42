//! What reaches over the edge further than the bleed, or lies outside altogether.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::geom::rect;
use crate::layout::BLEED;

/// Rounding of a hand's move, in mm.
const SLACK: f64 = 1.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let size = subject.laid.frame.size;
    let board = rect(0.0, 0.0, size.w, size.h);
    for element in subject.shown() {
        let Some((area, _)) = subject.laid.areas.get(&element.id) else {
            continue;
        };
        let over = [-area.x, -area.y, area.right() - size.w, area.bottom() - size.h];
        let by = over.into_iter().fold(0.0, f64::max);
        let (severity, say) = if area.intersect(&board).is_none() {
            (Severity::Error, RuleSay::OffBoardWhole)
        } else if by > BLEED + SLACK {
            let by_mm = by.round() as u32;
            (Severity::Warning, RuleSay::OffBoard { by_mm })
        } else {
            continue;
        };
        found.push(subject.find(Some(element.id), severity, "off-board", say));
    }
}
