//! The stretches of ground on which each form puts its boards, in the order of a visit.

use super::fill::{Filled, Gaps, Piece, fill};
use super::fit::Site;
use super::geometry::bounds;
use super::ground::{hanging_lines, length, sides};
use super::lines::{Line, Need};
use super::{Way, along, depth, facing_vector};
use crate::geom::{Point, point};
use crate::model::Foot;

/// A free stretch of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slot {
    pub line: Line,
    pub span: [f64; 2],
    pub depth: f64,
    pub foot: Foot,
    /// Its boards stand about the axis of the show, not in its own middle.
    pub is_centred: bool,
}

impl Slot {
    pub fn length(&self) -> f64 {
        self.span[1] - self.span[0]
    }
}

/// Parallel lines over the ground at one angle, and the extent of the ground as these lines see it.
pub(super) struct Sheet {
    facing: f64,
    u: [f64; 2],
    pub v: [f64; 2],
    axis: f64,
}

impl Sheet {
    fn new(site: &Site<'_>, facing: f64) -> Sheet {
        let (side, front) = (along(facing), facing_vector(facing));
        let seen = |p: &Point| point(p.x * side.x + p.y * side.y, p.x * front.x + p.y * front.y);
        let corners: Vec<Point> = site.bars.outline.iter().map(seen).collect();
        let around = bounds(&corners);
        let axis = site.axis.map(|axis| seen(&axis).x);
        Sheet {
            facing,
            u: [around.x, around.right()],
            v: [around.y, around.bottom()],
            axis: axis.unwrap_or(around.x + around.w / 2.0),
        }
    }

    /// A line across the whole ground at this depth; `is_back` looks the other way and runs the other way.
    pub fn line(&self, v: f64, is_back: bool) -> Line {
        let (side, front) = (along(self.facing), facing_vector(self.facing));
        let u = if is_back { self.u[1] } else { self.u[0] };
        Line {
            from: point(side.x * u + front.x * v, side.y * u + front.y * v),
            facing: if is_back { self.facing + 180.0 } else { self.facing },
            length: self.u[1] - self.u[0],
        }
    }
}

pub(super) fn row_slots(site: &Site<'_>) -> Vec<Slot> {
    let slots = best(site, &site.guests.pieces(), site.gaps(), |sheet, offset| {
        let need = site.need;
        let mut slots = Vec::new();
        let mut v = sheet.v[0] + site.wish.margin.max(need.behind) + need.depth / 2.0 + offset;
        let mut is_back = false;
        while v < sheet.v[1] {
            let line = sheet.line(v, is_back);
            slots.extend(stretches(site, line, &need, site.foot));
            let lane = if site.wish.is_two_sided {
                0.0
            } else {
                site.wish.back_lane.max(2.0 * need.behind)
            };
            v += need.depth
                + match (site.wish.way, is_back) {
                    (Way::Serpentine, true) => lane,
                    (Way::Serpentine, false) | (Way::SameWay, _) => need.aisle,
                };
            is_back = site.wish.way == Way::Serpentine && !is_back;
        }
        slots
    });
    slots.map(|(_, slots)| slots).unwrap_or_default()
}

pub(super) fn stretches(site: &Site<'_>, line: Line, need: &Need, foot: Foot) -> Vec<Slot> {
    let slot = |span| Slot {
        line,
        span,
        depth: need.depth,
        foot,
        is_centred: true,
    };
    site.bars.free(&line, need).into_iter().map(slot).collect()
}

/// Lines at the angle, from the depth and of the length that hold all pieces and look most like the ground; and what
/// speaks against them.
pub(super) fn best(
    site: &Site<'_>,
    groups: &[Vec<Piece>],
    gaps: Gaps,
    slots_of: impl Fn(&Sheet, f64) -> Vec<Slot>,
) -> Option<(f64, Vec<Slot>)> {
    let mut best: Option<(f64, Vec<Slot>)> = None;
    for facing in facings(site) {
        let sheet = Sheet::new(site, facing);
        let pitch = site.need.aisle / 3.0;
        for offset in [0.0, pitch, 2.0 * pitch] {
            let all = slots_of(&sheet, offset);
            for part in (4..=20).rev() {
                let cap = (sheet.u[1] - sheet.u[0]) * f64::from(part) / 20.0;
                let cap = site.wish.row.map_or(cap, |row| cap.min(row));
                let slots = clipped(&all, &sheet, cap);
                let (cost, depth) = cost(&sheet, &slots, groups, gaps);
                if best.as_ref().is_some_and(|(least, _)| cost >= *least - 1e-9) {
                    continue;
                }
                best = Some((cost, slots));
                // As much ground behind the last row as before the first.
                let spare = sheet.v[1] - depth - site.wish.margin;
                if spare > 0.2 && cost < MISSING {
                    let moved = clipped(&slots_of(&sheet, offset + spare / 2.0), &sheet, cap);
                    let (again, _) = self::cost(&sheet, &moved, groups, gaps);
                    if again <= cost + 0.05 {
                        best = Some((cost, moved));
                    }
                }
            }
        }
    }
    best
}

/// Each piece without room costs so much: nothing outweighs it.
const MISSING: f64 = 1e3;

/// What the ground would rather not have, and how deep into it the last used row and its aisle reach.
fn cost(sheet: &Sheet, slots: &[Slot], groups: &[Vec<Piece>], gaps: Gaps) -> (f64, f64) {
    let lengths: Vec<f64> = slots.iter().map(Slot::length).collect();
    let filled = fill(groups, &lengths, gaps);
    let front = facing_vector(sheet.facing);
    let used: Vec<usize> = (0..slots.len()).filter(|row| !filled.rows[*row].is_empty()).collect();
    let (mut low, mut high, mut wide, mut room, mut taken) = (f64::INFINITY, f64::NEG_INFINITY, 0.0_f64, 0.0, 0.0);
    for row in &used {
        let line = slots[*row].line;
        let v = line.from.x * front.x + line.from.y * front.y;
        (low, high) = (low.min(v), high.max(v));
        wide = wide.max(lengths[*row]);
        room += lengths[*row];
        taken += filled.rows[*row].len() as f64 * gaps.inner + width_in(groups, &filled, *row);
    }
    let deep = (high - low).max(1.0);
    let ground = (sheet.u[1] - sheet.u[0]) / (sheet.v[1] - sheet.v[0]).max(1.0);
    let shape = (wide / deep / ground).max(1e-6).ln().abs();
    let empty = 1.0 - (taken / f64::max(room, 1e-6)).min(1.0);
    let missing = filled.left.len() as f64 * MISSING;
    (missing + 0.5 * shape + empty + 0.01 * used.len() as f64, high)
}

fn width_in(groups: &[Vec<Piece>], filled: &Filled, row: usize) -> f64 {
    let pieces = groups.iter().flatten();
    let count = filled.rows[row].len();
    let first = filled.rows[row].first().map_or(0, |(key, _)| *key);
    // Keys run in order, so the pieces of a row follow each other.
    pieces.skip(first).take(count).map(|piece| piece.width).sum()
}

/// No longer than `cap`, about the axis of the show.
fn clipped(slots: &[Slot], sheet: &Sheet, cap: f64) -> Vec<Slot> {
    let axis = sheet.axis.clamp(
        (sheet.u[0] + cap / 2.0).min(sheet.u[1]),
        (sheet.u[1] - cap / 2.0).max((sheet.u[0] + cap / 2.0).min(sheet.u[1])),
    );
    let (side, mut clipped) = (along(sheet.facing), slots.to_vec());
    for slot in &mut clipped {
        let from = slot.line.from.x * side.x + slot.line.from.y * side.y;
        let middle = if slot.line.facing == sheet.facing {
            axis - from
        } else {
            from - axis
        };
        slot.span = [
            slot.span[0].max(middle - cap / 2.0),
            slot.span[1].min(middle + cap / 2.0),
        ];
    }
    clipped.retain(|slot| slot.length() > 0.2);
    clipped
}

/// Along the longest side of the ground, and across it.
fn facings(site: &Site<'_>) -> Vec<f64> {
    if let Some(facing) = site.wish.facing {
        return vec![facing.rem_euclid(360.0)];
    }
    let longest = sides(&site.bars.outline).max_by(|a, b| length(a[0], a[1]).total_cmp(&length(b[0], b[1])));
    let Some([p, q]) = longest else { return vec![0.0] };
    let angle = (q.y - p.y).atan2(q.x - p.x).to_degrees();
    // Of the two ways along a side the one that looks more to the south of the plan.
    let facing = (angle + 90.0).rem_euclid(180.0) - 90.0;
    let facing = if facing.abs() < 1e-6 { 0.0 } else { facing };
    vec![facing.rem_euclid(360.0), (facing + 90.0).rem_euclid(360.0)]
}

/// Along each side of the ground and looking in, then a ring that looks out at it, and so on towards the middle.
pub(super) fn ring_slots(site: &mut Site<'_>) -> Vec<Slot> {
    let ring = clockwise(site);
    let need = site.need;
    let wanted: f64 = 1.1
        * (0..site.guests.boards.len())
            .map(|at| site.guests.width(at) + site.wish.gap)
            .sum::<f64>();
    let mut slots: Vec<Slot> = Vec::new();
    let mut far = site.wish.margin.max(need.behind) + need.depth / 2.0;
    for turn in 0..RINGS {
        let is_out = turn % 2 == 1;
        let mut found = Vec::new();
        let order: Vec<&[Point; 2]> = if is_out {
            ring.iter().rev().collect()
        } else {
            ring.iter().collect()
        };
        for [p, q] in order {
            let line = beside([*p, *q], far, is_out);
            let free = site.bars.free(&line, &need).into_iter().map(|span| Slot {
                line,
                span,
                depth: need.depth,
                foot: site.foot,
                is_centred: false,
            });
            let free: Vec<Slot> = free.filter(|slot| slot.length() > 0.5).collect();
            site.bar(&free);
            found.extend(free);
        }
        far += need.depth
            + 0.02
            + if is_out {
                site.wish.back_lane.max(0.6)
            } else {
                need.aisle
            };
        slots.extend(found);
        if slots.iter().map(Slot::length).sum::<f64>() >= wanted {
            break;
        }
    }
    slots
}

/// More rings than these stand in no plaza.
const RINGS: usize = 24;

/// The sides clockwise on the plan, the first one after the gate.
fn clockwise(site: &Site<'_>) -> Vec<[Point; 2]> {
    let mut corners = site.bars.outline.clone();
    let twice: f64 = sides(&corners).map(|[p, q]| p.x * q.y - q.x * p.y).sum();
    if twice < 0.0 {
        corners.reverse();
    }
    let mut ring: Vec<[Point; 2]> = sides(&corners).filter(|[p, q]| length(*p, *q) > 0.5).collect();
    if let Some(axis) = site.axis {
        let away = |[p, q]: &[Point; 2]| length(super::ground::nearest_on([*p, *q], axis), axis);
        let gate = (0..ring.len()).min_by(|a, b| away(&ring[*a]).total_cmp(&away(&ring[*b])));
        let count = ring.len().max(1);
        ring.rotate_left(gate.map_or(0, |gate| (gate + 1) % count));
    }
    ring
}

/// Parallel to a side, so far inside, looking in or out.
fn beside([p, q]: [Point; 2], far: f64, is_out: bool) -> Line {
    let whole = length(p, q).max(1e-9);
    let normal = point(-(q.y - p.y) / whole, (q.x - p.x) / whole);
    let facing = (-normal.x).atan2(normal.y).to_degrees();
    let start = if is_out { q } else { p };
    Line {
        from: point(start.x + normal.x * far, start.y + normal.y * far),
        facing: if is_out { facing + 180.0 } else { facing },
        length: whole,
    }
}

/// Both sides of walls and the fronts of buildings.
pub(super) fn wall_slots(site: &mut Site<'_>) -> Vec<Slot> {
    let need = Need {
        depth: depth(Foot::OnWall),
        behind: 0.0,
        aisle: site.need.aisle,
    };
    let mut slots = Vec::new();
    for (_, [p, q], width) in hanging_lines(site.plaza) {
        let far = width / 2.0 + need.depth / 2.0 + 0.002;
        for ends in [[p, q], [q, p]] {
            let line = beside(ends, far, false);
            let free = site.bars.free(&line, &need).into_iter().map(|span| Slot {
                line,
                span,
                depth: need.depth,
                foot: Foot::OnWall,
                is_centred: false,
            });
            let free: Vec<Slot> = free.filter(|slot| slot.length() > 0.5).collect();
            site.bar(&free);
            slots.extend(free);
        }
    }
    slots
}
