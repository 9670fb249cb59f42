//! What is wrong with a plan: boards that overlap, stand outside, crowd a way, or have no place.

use super::geometry::{bounds, box_before, footprint, overlap};
use super::{DEPTH, LEAST_AISLE};
use crate::base::say::PlazaSay;
use crate::base::{Finding, Place, Say, Severity};
use crate::geom::{Point, Rect};
use crate::model::{Board, Exhibition, Plaza, Stand};

struct Standing<'a> {
    board: &'a Board,
    stand: &'a Stand,
    outline: [Point; 4],
    bounds: Rect,
}

/// In display sequence.
pub fn findings(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Finding> {
    let boards = exhibition.in_order();
    let standing: Vec<Standing<'_>> = boards
        .iter()
        .filter_map(|board| plaza.places.get(&board.id).map(|stand| (board, stand)))
        .map(|(board, stand)| {
            let outline = footprint(board, stand);
            Standing {
                board,
                stand,
                outline,
                bounds: bounds(&outline),
            }
        })
        .collect();
    let mut found = Vec::new();
    for (index, one) in standing.iter().enumerate() {
        let first = one.board.code.clone();
        if !is_inside(&one.bounds, plaza) {
            found.push(finding(
                Severity::Error,
                "plaza-outside",
                one.board,
                PlazaSay::Outside { board: first.clone() },
            ));
        }
        for other in &standing[index + 1..] {
            if near(&one.bounds, &other.bounds, 0.0) && overlap(&one.outline, &other.outline) {
                let say = PlazaSay::Overlap {
                    first: first.clone(),
                    second: other.board.code.clone(),
                };
                found.push(finding(Severity::Error, "plaza-overlap", one.board, say));
            }
        }
        if let Some(other) = crowding(one, &standing) {
            let say = PlazaSay::Narrow {
                first,
                second: other.board.code.clone(),
                metres: LEAST_AISLE,
            };
            found.push(finding(Severity::Warning, "plaza-narrow", one.board, say));
        }
    }
    let homeless = boards.len() - standing.len();
    if homeless > 0 {
        found.push(Finding {
            severity: Severity::Warning,
            rule: "plaza-unplaced",
            place: Place::default(),
            say: Say::Plaza(PlazaSay::Unplaced { count: homeless }),
        });
    }
    found
}

fn finding(severity: Severity, rule: &'static str, board: &Board, say: PlazaSay) -> Finding {
    Finding {
        severity,
        rule,
        place: Place::board(&board.code),
        say: Say::Plaza(say),
    }
}

fn is_inside(bounds: &Rect, plaza: &Plaza) -> bool {
    let slack = 1e-6;
    bounds.x >= -slack
        && bounds.y >= -slack
        && bounds.right() <= plaza.size.w + slack
        && bounds.bottom() <= plaza.size.h + slack
}

fn near(first: &Rect, second: &Rect, reach: f64) -> bool {
    first.grow(reach + 1e-3).intersect(second).is_some()
}

/// A board that stands in the ground a reader of `one` needs.
fn crowding<'a, 'b>(one: &Standing<'a>, all: &'b [Standing<'a>]) -> Option<&'b Standing<'a>> {
    let half = one.board.size.w / 2000.0;
    let ground = box_before(one.stand, half, DEPTH / 2.0, DEPTH / 2.0 + LEAST_AISLE);
    all.iter().find(|other| {
        other.board.id != one.board.id
            && near(&one.bounds, &other.bounds, LEAST_AISLE)
            && overlap(&ground, &other.outline)
            && !overlap(&one.outline, &other.outline)
    })
}
