//! What is wrong with a plan: boards that overlap, stand outside, crowd a way, or have no place.

use super::LEAST_AISLE;
use super::geometry::{bounds, box_before, depth, footprint, overlap};
use super::ground::{Taken, holds, outline, share_ground, taken};
use crate::base::say::{GroundSay, PlazaSay};
use crate::base::{Finding, Place, Say, Severity};
use crate::geom::{Point, Rect};
use crate::model::{Board, Exhibition, Foot, Plaza, Stand, ThingKind};

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
    let ground = outline(plaza);
    let things = taken(plaza);
    for (index, one) in standing.iter().enumerate() {
        let first = one.board.code.clone();
        if !holds(&ground, &one.outline) {
            found.push(finding(
                Severity::Error,
                "plaza-outside",
                one.board,
                PlazaSay::Outside { board: first.clone() },
            ));
        }
        if let Some(thing) = things.iter().find(|thing| is_on(one, thing)) {
            let say = PlazaSay::OnThing {
                board: first.clone(),
                thing: name_of(thing.kind),
            };
            found.push(finding(Severity::Error, "plaza-thing", one.board, say));
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

/// A board on a wall is meant to touch it.
fn is_on(one: &Standing<'_>, thing: &Taken) -> bool {
    let hangs = one.stand.foot == Foot::OnWall && matches!(thing.kind, ThingKind::Wall | ThingKind::Building);
    !hangs && near(&one.bounds, &thing.bounds, 0.0) && share_ground(&thing.corners, &one.outline)
}

/// What the ground has there, as sentences name it.
pub fn name_of(kind: ThingKind) -> GroundSay {
    match kind {
        ThingKind::Gate => GroundSay::Gate,
        ThingKind::Steps => GroundSay::Steps,
        ThingKind::Flagpole => GroundSay::Flagpole,
        ThingKind::Tree => GroundSay::Tree,
        ThingKind::FireLane => GroundSay::FireLane,
        ThingKind::Power => GroundSay::Power,
        ThingKind::KeepOut => GroundSay::KeepOut,
        ThingKind::Wall => GroundSay::Wall,
        ThingKind::Building => GroundSay::Building,
    }
}

fn near(first: &Rect, second: &Rect, reach: f64) -> bool {
    first.grow(reach + 1e-3).intersect(second).is_some()
}

/// A board that stands in the ground a reader of `one` needs.
fn crowding<'a, 'b>(one: &Standing<'a>, all: &'b [Standing<'a>]) -> Option<&'b Standing<'a>> {
    let half = one.board.size.w / 2000.0;
    let face = depth(one.stand.foot) / 2.0;
    let ground = box_before(one.stand, half, face, face + LEAST_AISLE);
    all.iter().find(|other| {
        other.board.id != one.board.id
            && near(&one.bounds, &other.bounds, LEAST_AISLE)
            && overlap(&ground, &other.outline)
            && !overlap(&one.outline, &other.outline)
    })
}

/// A board can stand there: on the ground, on nothing else, into no other board. Drags end nowhere else.
pub fn is_free(exhibition: &Exhibition, plaza: &Plaza, board: &Board, stand: &Stand) -> bool {
    let one = Standing {
        board,
        stand,
        outline: footprint(board, stand),
        bounds: bounds(&footprint(board, stand)),
    };
    let meets = |(id, other): (&crate::model::BoardId, &Stand)| {
        *id != board.id
            && exhibition
                .board(*id)
                .is_some_and(|other_board| overlap(&one.outline, &footprint(other_board, other)))
    };
    holds(&outline(plaza), &one.outline)
        && !taken(plaza).iter().any(|thing| is_on(&one, thing))
        && !plaza.places.iter().any(meets)
}
