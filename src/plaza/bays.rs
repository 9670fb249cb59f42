//! Bays in a comb: the boards of each committee in two rows that look at each other, open towards the way along which the
//! bays stand. Who walks that way with the bays to the left turns into each, along its first row and back along its
//! second, and comes out where the next one begins.

use super::fill::{Gaps, Piece, fill, length_of};
use super::fit::{Site, start_of};
use super::forms::{Slot, best, stretches};
use super::lines::Need;
use super::{Way, along, facing_vector};
use crate::geom::{point, um};
use crate::model::{BoardId, Stand};
use std::collections::BTreeMap;

/// Deeper bays hide their boards from the way.
const MOST_IN_A_ROW: usize = 7;

/// The boards along the first row, then those along the second, in display sequence; keys of the site's guests.
type Bay = [Vec<usize>; 2];

/// Bays no deeper than this, in metres, and the stretches on which they stand side by side.
struct Comb {
    deep: f64,
    bays: Vec<Bay>,
    pieces: Vec<Vec<Piece>>,
    slots: Vec<Slot>,
}

/// Puts every guest into a bay and the bays onto the ground; answers with the guests that found no room.
pub(super) fn stand_in_bays(site: &Site<'_>, places: &mut BTreeMap<BoardId, Stand>) -> Vec<usize> {
    let widest = (0..site.guests.boards.len()).map(|at| site.guests.width(at));
    let widest = widest.fold(0.0, f64::max);
    let deep = |count: usize| widest + (widest + site.wish.gap) * (count as f64 - 1.0);
    let combs = (1..=MOST_IN_A_ROW).filter_map(|count| comb(site, deep(count)));
    match combs.min_by(|a, b| a.0.total_cmp(&b.0)) {
        Some((_, comb)) => stand(site, &comb, places),
        None => (0..site.guests.boards.len()).collect(),
    }
}

fn comb(site: &Site<'_>, deep: f64) -> Option<(f64, Comb)> {
    let (pieces, bays) = pieces(site, deep);
    let need = Need {
        depth: deep,
        behind: site.need.behind,
        aisle: site.need.aisle,
    };
    let (cost, slots) = best(site, &pieces, gaps(site), |sheet, offset| {
        let mut slots = Vec::new();
        let mut v = sheet.v[0] + site.wish.margin.max(need.behind) + deep / 2.0 + offset;
        let mut is_back = false;
        while v < sheet.v[1] {
            slots.extend(stretches(site, sheet.line(v, is_back), &need, site.foot));
            let is_pair = site.wish.way == Way::Serpentine;
            v += deep
                + if is_pair && is_back {
                    site.wish.back_lane.max(2.0 * need.behind + 0.02)
                } else {
                    need.aisle
                };
            is_back = is_pair && !is_back;
        }
        slots
    })?;
    let comb = Comb {
        deep,
        bays,
        pieces,
        slots,
    };
    Some((cost, comb))
}

/// Two bays stand back to back: people who set up pass between them, and numbers on a plan have room there.
fn gaps(site: &Site<'_>) -> Gaps {
    let gap = site.wish.committee_gap.max(2.0 * site.need.behind).max(0.02);
    Gaps { inner: gap, outer: gap }
}

/// As few bays for each committee as hold its boards, as even as can be.
fn pieces(site: &Site<'_>, deep: f64) -> (Vec<Vec<Piece>>, Vec<Bay>) {
    let mut bays: Vec<Bay> = Vec::new();
    let mut pieces = Vec::new();
    let width = 2.0 * site.need.depth + site.need.aisle;
    for group in &site.guests.groups {
        let keys: Vec<usize> = group.clone().collect();
        let first = bays.len();
        let shared = (1..=keys.len()).map(|count| shared_out(site, &keys, count));
        let fits = |bays: &Vec<Bay>| bays.iter().flatten().all(|row| wide(site, row) <= deep + 1e-9);
        bays.extend(shared.into_iter().find(fits).unwrap_or_default());
        pieces.push((first..bays.len()).map(|key| Piece { key, width }).collect());
    }
    (pieces, bays)
}

/// The boards of one committee in so many bays.
fn shared_out(site: &Site<'_>, keys: &[usize], count: usize) -> Vec<Bay> {
    let share = |at: usize| keys.len() * at / count;
    let each = (0..count).map(|at| &keys[share(at)..share(at + 1)]);
    each.map(|keys| halves(keys, |keys| wide(site, keys))).collect()
}

fn wide(site: &Site<'_>, keys: &[usize]) -> f64 {
    let piece = |key: &usize| Piece {
        key: *key,
        width: site.guests.width(*key),
    };
    length_of(&keys.iter().map(piece).collect::<Vec<_>>(), site.wish.gap)
}

/// As even as can be, the first half the longer one.
fn halves(keys: &[usize], wide: impl Fn(&[usize]) -> f64) -> Bay {
    let at = (0..keys.len())
        .find(|at| wide(&keys[..*at]) >= wide(&keys[*at..]))
        .unwrap_or(keys.len());
    [keys[..at].to_vec(), keys[at..].to_vec()]
}

fn stand(site: &Site<'_>, comb: &Comb, places: &mut BTreeMap<BoardId, Stand>) -> Vec<usize> {
    let lengths: Vec<f64> = comb.slots.iter().map(Slot::length).collect();
    let filled = fill(&comb.pieces, &lengths, gaps(site));
    let width = 2.0 * site.need.depth + site.need.aisle;
    let off = (site.need.aisle + site.need.depth) / 2.0;
    for (row, slot) in comb.slots.iter().enumerate() {
        let start = start_of(site, slot, filled.used(row, |_| width));
        let (side, front) = (along(slot.line.facing), facing_vector(slot.line.facing));
        for (bay, middle) in &filled.rows[row] {
            let middle = slot.line.at(start + middle);
            let [first, second] = &comb.bays[*bay];
            // Both rows begin where the bay opens, however long they are.
            let rows = [
                (-1.0, first.iter().collect::<Vec<_>>()),
                (1.0, second.iter().rev().collect()),
            ];
            for (sign, keys) in rows {
                let mut inwards = 0.0;
                for key in keys {
                    let wide = site.guests.width(*key);
                    let v = comb.deep / 2.0 - inwards - wide / 2.0;
                    inwards += wide + site.wish.gap;
                    let at = point(
                        um(middle.x + side.x * off * sign + front.x * v),
                        um(middle.y + side.y * off * sign + front.y * v),
                    );
                    let id = site.guests.boards[*key].id;
                    let foot = site.feet.get(&id).copied().unwrap_or_default();
                    let stand = Stand::new(at, (slot.line.facing + 90.0 * sign).rem_euclid(360.0));
                    places.insert(id, Stand { foot, ..stand });
                }
            }
        }
    }
    let left = filled.left.iter().flat_map(|bay| comb.bays[*bay].iter().flatten());
    left.copied().collect()
}
