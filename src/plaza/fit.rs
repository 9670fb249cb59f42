//! A show onto the ground there is: inside its outline, clear of what stands there, around boards that are pinned.

use super::arrange::in_the_open;
use super::bays::stand_in_bays;
use super::fill::{Filled, Gaps, Guests, fill};
use super::forms::{Slot, ring_slots, row_slots, wall_slots};
use super::geometry::{bounds, box_before, overlap};
use super::ground::{bars_walking, body_of, holds, outline, share_ground, taken};
use super::lines::{Bar, Bars, Need};
use super::{Arrangement, Form, LEAST_AISLE, TURNING, Way, depth, footprint};
use crate::geom::{Point, Rect, point, size, um};
use crate::model::{Board, BoardId, Exhibition, Foot, Plaza, PlazaId, Stand, ThingKind};
use std::collections::{BTreeMap, BTreeSet};

/// A board is read whole from so far, in metres; boards that are not named ask for no more than a usual aisle.
pub type Sights = BTreeMap<BoardId, f64>;

/// A plaza with its boards placed, and those that found no room.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    pub plaza: Plaza,
    pub left: Vec<BoardId>,
}

/// The ground is as it is, whatever the boards need.
pub fn is_given(plaza: &Plaza) -> bool {
    let venue = &plaza.venue;
    !venue.outline.is_empty()
        || !venue.things.is_empty()
        || venue.sketch.is_some()
        || plaza.places.values().any(|stand| stand.is_pinned)
}

/// Places all boards of the show that stand in no other plaza. Pinned ones stay.
pub fn fit(exhibition: &Exhibition, plaza: Option<&Plaza>, wish: &Arrangement, sights: &Sights) -> Fitted {
    let new = Plaza::new(PlazaId::random(), exhibition.show.title.hans.clone(), size(40.0, 30.0));
    let plaza = plaza.unwrap_or(&new);
    let here = only_here(exhibition, plaza);
    let furthest = here.boards.iter().filter_map(|board| sights.get(&board.id));
    let wish = Arrangement {
        aisle: furthest.copied().fold(wish.aisle, f64::max),
        ..wish.clone().within_reason()
    };
    if is_given(plaza) || wish.keeps_ground {
        return on_ground(&here, plaza, &wish);
    }
    if matches!(wish.form, Form::Rows | Form::Walls) && wish.facing.is_none() {
        return Fitted {
            plaza: in_the_open(&here, plaza, &wish),
            left: Vec::new(),
        };
    }
    grown(&here, plaza, &wish)
}

/// The show without what stands elsewhere.
fn only_here(exhibition: &Exhibition, plaza: &Plaza) -> Exhibition {
    let others = exhibition.plazas.iter().filter(|other| other.id != plaza.id);
    let elsewhere: BTreeSet<BoardId> = others.flat_map(|other| other.places.keys().copied()).collect();
    let mut here = exhibition.clone();
    if !elsewhere.is_empty() {
        here.boards.retain(|board| !elsewhere.contains(&board.id));
        let order = here.order.iter().filter(|id| !elsewhere.contains(id));
        here.order = std::sync::Arc::new(order.copied().collect());
    }
    here
}

/// Bare ground as large as these boards need, near to the 3:2 of a plan sheet.
fn grown(here: &Exhibition, plaza: &Plaza, wish: &Arrangement) -> Fitted {
    let wide: f64 = here.boards.iter().map(|board| board.size.w / 1000.0 + wish.gap).sum();
    let mut h = (wide * (wish.aisle + wish.back_lane) / 3.0).sqrt() + 2.0 * wish.margin;
    loop {
        let ground = Plaza {
            size: size((h * 1.5).ceil(), h.ceil()),
            ..plaza.clone()
        };
        let fitted = on_ground(here, &ground, wish);
        if fitted.left.is_empty() || h > 2_000.0 {
            return fitted;
        }
        h *= 1.12;
    }
}

/// What every form needs to know of the ground.
pub(super) struct Site<'a> {
    pub plaza: &'a Plaza,
    pub wish: &'a Arrangement,
    pub bars: Bars,
    pub need: Need,
    pub guests: &'a Guests,
    /// Where the middle of the show should be, if there is a gate.
    pub axis: Option<Point>,
    /// Of boards on usual ground.
    pub foot: Foot,
    /// What holds each guest up already.
    pub feet: BTreeMap<BoardId, Foot>,
}

impl Site<'_> {
    pub fn gaps(&self) -> Gaps {
        Gaps {
            inner: self.wish.gap,
            outer: self.wish.committee_gap.max(self.wish.gap),
        }
    }

    /// The rest of the ground once boards stand in these stretches.
    pub fn bar(&mut self, slots: &[Slot]) {
        for slot in slots {
            let half = slot.depth / 2.0;
            let strip = slot.line.strip(slot.span, -half, half);
            let reading = slot.line.strip(slot.span, half, half + self.need.aisle);
            self.bars.standing.push(Bar::new(reading, 0.0));
            self.bars.standing.push(Bar::new(strip.clone(), TURNING));
            self.bars.reading.push(Bar::new(strip, 0.0));
        }
    }
}

fn on_ground(here: &Exhibition, plaza: &Plaza, wish: &Arrangement) -> Fitted {
    let is_pinned = |id: &BoardId| plaza.places.get(id).is_some_and(|stand| stand.is_pinned);
    let guests = Guests::of(here, wish.by_theme, |id| !is_pinned(&id));
    let is_backed = wish.is_two_sided && wish.way == Way::Serpentine && wish.form != Form::Ring;
    let feet: BTreeMap<BoardId, Foot> = guests
        .boards
        .iter()
        .map(|board| (board.id, foot_of(plaza, board.id)))
        .collect();
    let deepest = feet.values().map(|foot| depth(*foot)).fold(0.0, f64::max);
    let mut site = Site {
        plaza,
        wish,
        bars: bars(here, plaza, wish),
        need: Need {
            depth: deepest.max(depth(Foot::Frame)) + ROUNDING,
            behind: if is_backed { 0.0 } else { BEHIND },
            aisle: wish.aisle.max(LEAST_AISLE) + ROUNDING,
        },
        guests: &guests,
        axis: axis(plaza),
        foot: if is_backed { Foot::BackToBack } else { Foot::Frame },
        feet,
    };
    let mut places = pinned(plaza);
    let slots = match wish.form {
        Form::Rows => row_slots(&site),
        Form::Ring => ring_slots(&mut site),
        Form::Walls => {
            let mut slots = wall_slots(&mut site);
            slots.extend(row_slots(&site));
            slots
        }
        Form::Blocks => Vec::new(),
    };
    let without = if wish.form == Form::Blocks {
        stand_in_bays(&site, &mut places)
    } else {
        let lengths: Vec<f64> = slots.iter().map(Slot::length).collect();
        let filled = fill(&guests.pieces(), &lengths, site.gaps());
        stand_in(&site, &slots, &filled, &mut places);
        filled.left
    };
    let mut left: Vec<BoardId> = without.iter().map(|key| guests.boards[*key].id).collect();
    left.extend(cull(here, plaza, &mut places));
    Fitted {
        plaza: Plaza {
            places,
            ..plaza.clone()
        },
        left,
    }
}

/// Places are kept to a millimetre: two neighbours may come nearer to each other by as much.
const ROUNDING: f64 = 0.002;

/// Struts and those who set up need so much behind a row, in metres.
const BEHIND: f64 = 0.3;

fn foot_of(plaza: &Plaza, board: BoardId) -> Foot {
    match plaza.places.get(&board).map(|stand| stand.foot) {
        // What hung on a wall or shared a frame is put up anew.
        None | Some(Foot::OnWall | Foot::BackToBack) => Foot::Frame,
        Some(foot) => foot,
    }
}

fn pinned(plaza: &Plaza) -> BTreeMap<BoardId, Stand> {
    let pinned = plaza.places.iter().filter(|(_, stand)| stand.is_pinned);
    pinned.map(|(id, stand)| (*id, *stand)).collect()
}

/// Through the gate, else the entrance that somebody has set.
fn axis(plaza: &Plaza) -> Option<Point> {
    let gate = plaza.venue.things.iter().find(|thing| thing.kind == ThingKind::Gate);
    let middle = gate.filter(|gate| !gate.points.is_empty()).map(|gate| {
        let count = gate.points.len() as f64;
        point(
            gate.points.iter().map(|p| p.x).sum::<f64>() / count,
            gate.points.iter().map(|p| p.y).sum::<f64>() / count,
        )
    });
    middle.or(plaza.entrance)
}

fn bars(here: &Exhibition, plaza: &Plaza, wish: &Arrangement) -> Bars {
    let mut bars = Bars {
        outline: outline(plaza),
        margin: wish.margin.max(TURNING),
        ..Bars::default()
    };
    for thing in taken(plaza) {
        let clear = match thing.kind {
            ThingKind::Wall | ThingKind::Building | ThingKind::Steps | ThingKind::Gate => TURNING,
            ThingKind::Tree | ThingKind::Flagpole | ThingKind::Power | ThingKind::KeepOut => 0.5,
            ThingKind::FireLane => 0.2,
        };
        bars.standing.push(Bar::new(thing.corners, clear));
    }
    let in_the_way = plaza.venue.things.iter().filter(|thing| bars_walking(thing.kind));
    for corners in in_the_way.flat_map(body_of) {
        bars.reading.push(Bar::new(corners, 0.0));
    }
    for (id, stand) in plaza.places.iter().filter(|(_, stand)| stand.is_pinned) {
        let Some(board) = here.board(*id) else { continue };
        let half = depth(stand.foot) / 2.0;
        let before = box_before(stand, board.size.w / 2000.0, half, half + wish.aisle.max(LEAST_AISLE));
        bars.standing.push(Bar::new(before.to_vec(), 0.0));
        bars.standing
            .push(Bar::new(footprint(board, stand).to_vec(), wish.gap.max(0.1)));
        bars.reading.push(Bar::new(footprint(board, stand).to_vec(), 0.0));
    }
    bars
}

/// Each stretch's boards in its middle, or as near to the axis as the stretch allows.
pub(super) fn start_of(site: &Site<'_>, slot: &Slot, used: f64) -> f64 {
    let [from, to] = slot.span;
    let wished = match site.axis.filter(|_| slot.is_centred) {
        Some(axis) => slot.line.seen(axis).x - used / 2.0,
        None => (from + to - used) / 2.0,
    };
    wished.clamp(from, (to - used).max(from))
}

fn stand_in(site: &Site<'_>, slots: &[Slot], filled: &Filled, places: &mut BTreeMap<BoardId, Stand>) {
    for (row, slot) in slots.iter().enumerate() {
        let start = start_of(site, slot, filled.used(row, |key| site.guests.width(key)));
        for (key, middle) in &filled.rows[row] {
            let board = &site.guests.boards[*key];
            let at = slot.line.at(start + middle);
            let usual = site.feet.get(&board.id).copied().unwrap_or_default();
            let foot = match slot.foot {
                Foot::Frame => usual,
                Foot::BackToBack if usual != Foot::Frame => usual,
                foot => foot,
            };
            let stand = Stand::new(point(um(at.x), um(at.y)), slot.line.facing.rem_euclid(360.0));
            places.insert(board.id, Stand { foot, ..stand });
        }
    }
}

/// Takes away again what must not stand where it came to stand: rounding and odd grounds end here, nothing else.
fn cull(here: &Exhibition, plaza: &Plaza, places: &mut BTreeMap<BoardId, Stand>) -> Vec<BoardId> {
    let ground = outline(plaza);
    let things = taken(plaza);
    let mut standing: Vec<(Rect, [Point; 4])> = Vec::new();
    let mut gone = Vec::new();
    let order: Vec<&std::sync::Arc<Board>> = here.in_order();
    let of_pins = order
        .iter()
        .filter(|board| places.get(&board.id).is_some_and(|stand| stand.is_pinned));
    standing.extend(of_pins.map(|board| around(board, &places[&board.id])));
    for board in order {
        let Some(stand) = places.get(&board.id).filter(|stand| !stand.is_pinned) else {
            continue;
        };
        let (reach, corners) = around(board, stand);
        let is_barred = things.iter().any(|thing| {
            !(stand.foot == Foot::OnWall && matches!(thing.kind, ThingKind::Wall | ThingKind::Building))
                && thing.bounds.intersect(&reach).is_some()
                && share_ground(&thing.corners, &corners)
        });
        let meets = standing
            .iter()
            .any(|(other, outline)| other.intersect(&reach).is_some() && overlap(outline, &corners));
        if is_barred || meets || !holds(&ground, &corners) {
            places.remove(&board.id);
            gone.push(board.id);
        } else {
            standing.push((reach, corners));
        }
    }
    gone
}

fn around(board: &Board, stand: &Stand) -> (Rect, [Point; 4]) {
    let corners = footprint(board, stand);
    (bounds(&corners).grow(1e-3), corners)
}
