//! What can be read from the visitors' way: every text block by its angle, its height above the ground, and what stands
//! in front of it.
//!
//! The rule is the one preflight has: a Han character is read without effort where its body takes 30 minutes of arc, 8.73 mm
//! at one metre. ISO 9241-303 asks 20 to 22 minutes of what is read for long and 16 at the very least, measured on Latin
//! capitals; Han characters have more strokes, so 20 is where reading is hard, and below it people walk on.

use super::geometry::bounds;
use super::ground::{bars_sight, body_of, cross, length, nearest_on, sides};
use super::{Leg, READING, Sights, facing_vector, footprint, lift};
use crate::geom::{Point, Rect, point};
use crate::layout::{Item, Laid, LayoutCache, Placed};
use crate::model::{Board, BoardId, ElementId, Exhibition, Plaza, Stand, ThingKind};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// 30 minutes of arc at one metre, in mm: a Han character of this size is read without effort from there.
pub const LEAST_EM: f64 = 8.73;
/// Two thirds of that: 20 minutes.
const HARD_EM: f64 = 5.82;
/// Lower than this a reader stoops, in metres above the ground.
pub const STOOP: f64 = 0.7;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Without effort.
    Good,
    Hard,
    Unread,
}

/// One text of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockSeen {
    pub element: ElementId,
    pub text: String,
    /// Characters in it.
    pub letters: usize,
    /// Its smallest type, in mm.
    pub em: f64,
    /// The angle of that type, in minutes of arc.
    pub minutes: f64,
    pub level: Level,
    /// Its lower edge hangs so low that a standing reader stoops.
    pub is_low: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    Board(BoardId),
    Thing(ThingKind),
}

#[derive(Clone, Debug, PartialEq)]
pub struct BoardSeen {
    pub board: BoardId,
    /// From the nearest point of the way before it, in metres.
    pub metres: f64,
    /// Worst first.
    pub blocks: Vec<BlockSeen>,
    /// Stands between the way and the board.
    pub behind: Option<Screen>,
}

impl BoardSeen {
    /// As most of its words are: for a caption people step up to the board. Hidden ones are not read at all.
    pub fn level(&self) -> Level {
        let all: usize = self.blocks.iter().map(|block| block.letters).sum();
        let from = |level: Level| -> usize {
            let worse = self
                .blocks
                .iter()
                .filter(|block| block.level >= level || (block.is_low && level == Level::Hard));
            worse.map(|block| block.letters).sum()
        };
        match self.behind {
            Some(_) => Level::Unread,
            None if 2 * from(Level::Unread) > all => Level::Unread,
            None if 2 * from(Level::Hard) > all => Level::Hard,
            None => Level::Good,
        }
    }
}

/// All boards here whose frames are given.
pub fn legibility(
    exhibition: &Exhibition,
    plaza: &Plaza,
    way: &[Leg],
    laid: &BTreeMap<BoardId, Arc<Laid>>,
) -> Vec<BoardSeen> {
    let screens = Screens::of(exhibition, plaza);
    let each = exhibition.in_order().into_iter().filter_map(|board| {
        let stand = plaza.places.get(&board.id)?;
        Some(seen(board, stand, laid.get(&board.id)?, way, &screens))
    });
    each.collect()
}

fn seen(board: &Board, stand: &Stand, laid: &Laid, way: &[Leg], screens: &Screens) -> BoardSeen {
    let eye = eye(stand, way);
    let metres = length(eye, stand.at).max(0.3);
    let mut blocks = blocks(board, laid, metres, lift(stand.foot));
    blocks.sort_by(|a, b| {
        b.level
            .cmp(&a.level)
            .then(b.is_low.cmp(&a.is_low))
            .then(a.minutes.total_cmp(&b.minutes))
    });
    BoardSeen {
        board: board.id,
        metres,
        blocks,
        behind: screens.between(board.id, eye, stand.at),
    }
}

/// The nearest point of the way from which the face is seen; where there is none, the usual place of a reader.
fn eye(stand: &Stand, way: &[Leg]) -> Point {
    let front = facing_vector(stand.facing);
    let before = |at: Point| (at.x - stand.at.x) * front.x + (at.y - stand.at.y) * front.y;
    let usual = point(stand.at.x + front.x * READING, stand.at.y + front.y * READING);
    let parts = way.iter().flat_map(|leg| leg.points.windows(2));
    let near = parts
        .map(|ends| nearest_on([ends[0], ends[1]], stand.at))
        .filter(|at| before(*at) >= 0.5);
    near.min_by(|a, b| length(*a, stand.at).total_cmp(&length(*b, stand.at)))
        .unwrap_or(usual)
}

/// The smallest type of each text and where it hangs.
fn blocks(board: &Board, laid: &Laid, metres: f64, lift: f64) -> Vec<BlockSeen> {
    let mut ems: BTreeMap<ElementId, Type> = BTreeMap::new();
    gather(&laid.frame.items, 1.0, None, &mut ems);
    let seen = ems.into_iter().map(|(element, Type { em, text, letters })| {
        let minutes = em / LEAST_EM / metres * 30.0;
        let level = if em >= LEAST_EM * metres - 0.05 {
            Level::Good
        } else if em >= HARD_EM * metres - 0.05 {
            Level::Hard
        } else {
            Level::Unread
        };
        let bottom = laid.areas.get(&element).map(|(area, _)| area.bottom());
        let above = bottom.map(|bottom| lift + (board.size.h - bottom) / 1000.0);
        BlockSeen {
            element,
            text,
            letters,
            em,
            minutes,
            level,
            is_low: above.is_some_and(|above| above < STOOP),
        }
    });
    seen.collect()
}

/// The smallest type of one text, its first line, and how much of it there is.
struct Type {
    em: f64,
    text: String,
    letters: usize,
}

fn gather(items: &[Placed], scale: f64, source: Option<ElementId>, ems: &mut BTreeMap<ElementId, Type>) {
    for placed in items {
        let at = &placed.at;
        let scale = scale * (at.a * at.d - at.b * at.c).abs().sqrt();
        let source = placed.source.or(source);
        match &placed.item {
            Item::Glyphs(run) if !run.text.trim().is_empty() => {
                let Some(element) = source else { continue };
                let entry = ems.entry(element).or_insert_with(|| Type {
                    em: f64::INFINITY,
                    text: run.text.trim().to_string(),
                    letters: 0,
                });
                entry.em = entry.em.min(run.em * scale);
                entry.letters += run.glyphs.len();
            }
            Item::Group(group) => gather(&group.items, scale, source, ems),
            Item::Glyphs(_) | Item::Image(_) | Item::Path(_) | Item::Shadow(_) => {}
        }
    }
}

/// How far back a reader must stand to take in the board's widest line of large type within 60 degrees, in metres: the
/// largest type asks most.
pub fn sight(laid: &Laid) -> f64 {
    let mut widest: f64 = 0.0;
    let mut ems: BTreeMap<ElementId, Type> = BTreeMap::new();
    gather(&laid.frame.items, 1.0, None, &mut ems);
    let largest = ems.values().map(|text| text.em).fold(0.0, f64::max);
    for (element, text) in &ems {
        if text.em >= 0.8 * largest
            && let Some((area, _)) = laid.areas.get(element)
        {
            widest = widest.max(area.w.max(area.h));
        }
    }
    widest / 2000.0 / 30.0_f64.to_radians().tan()
}

/// `sight` of every board of the show, laid where they are not yet.
pub fn sights(exhibition: &Exhibition, cache: &LayoutCache) -> Sights {
    let of = |board: &Arc<Board>| (board.id, sight(&cache.lay(exhibition, board, None)));
    exhibition.boards.par_iter().map(of).collect()
}

/// What people cannot look through: boards by their footprint, trees by their trunk.
struct Screens {
    all: Vec<(Screen, Vec<Point>, Rect)>,
}

impl Screens {
    fn of(exhibition: &Exhibition, plaza: &Plaza) -> Screens {
        let boards = plaza.places.iter().filter_map(|(id, stand)| {
            let corners = footprint(exhibition.board(*id)?, stand).to_vec();
            Some((Screen::Board(*id), corners))
        });
        let things = plaza.venue.things.iter().filter(|thing| bars_sight(thing.kind));
        let things = things.flat_map(|thing| {
            let kind = thing.kind;
            body_of(thing)
                .into_iter()
                .map(move |corners| (Screen::Thing(kind), corners))
        });
        let with_bounds = |(screen, corners): (Screen, Vec<Point>)| {
            let around = bounds(&corners);
            (screen, corners, around)
        };
        Screens {
            all: boards.chain(things).map(with_bounds).collect(),
        }
    }

    /// Whatever the eye meets on its way to the middle of the board.
    fn between(&self, board: BoardId, eye: Point, to: Point) -> Option<Screen> {
        // The wall a board hangs on begins behind its middle.
        let to = point(to.x + (eye.x - to.x) * 0.1, to.y + (eye.y - to.y) * 0.1);
        let ray = bounds(&[eye, to]).grow(1e-6);
        let meets = |(screen, corners, around): &&(Screen, Vec<Point>, Rect)| {
            *screen != Screen::Board(board)
                && around.intersect(&ray).is_some()
                && sides(corners).any(|side| cross([eye, to], side))
        };
        self.all.iter().find(meets).map(|(screen, ..)| *screen)
    }
}
