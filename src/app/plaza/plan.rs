//! What the plan shows, made again only when the show, the plaza or the language changed.

use crate::app::words;
use crate::base::say::PlazaSay;
use crate::base::{Finding, Lang, Say};
use crate::geom::{Point, Rect, point};
use crate::model::{Board, BoardId, CommitteeId, Exhibition, Plaza, Stand};
use crate::plaza::{
    DEPTH, Leg, Row, along, depth, distance, entrance, exposed, facing_vector, findings, footprint, route, stand_bounds,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Between a board and its picture on the ground, in metres: the mark of the face stands there.
pub const MARK: f64 = 0.22;

/// One board of the show; in display sequence.
pub struct Spot {
    pub board: Arc<Board>,
    pub number: usize,
    pub title: String,
    pub unit: String,
    /// Index of the unit in the show's list: decides the colour.
    pub unit_at: usize,
    /// Where it stands in this plaza.
    pub stand: Option<Stand>,
    /// Outline and picture, upright, in metres.
    pub bounds: Rect,
    pub is_faulty: bool,
}

/// Boards of one unit beside each other: indices into `spots`.
pub struct Block {
    pub from: usize,
    pub to: usize,
}

pub struct Plan {
    made_from: (Exhibition, Lang),
    pub plaza: Arc<Plaza>,
    pub spots: Vec<Spot>,
    pub blocks: Vec<Block>,
    by_id: HashMap<BoardId, usize>,
    pub entrance: Option<Point>,
    pub route: Vec<Leg>,
    /// Stand in no plaza at all.
    pub homeless: Vec<BoardId>,
    pub findings: Vec<Finding>,
    /// Rows that stand across the wind without shelter.
    pub exposed: Vec<Row>,
    /// Counts up with every change.
    pub version: u64,
}

impl Plan {
    pub fn renewed(old: Option<Plan>, exhibition: &Exhibition, plaza: &Arc<Plaza>, lang: Lang) -> Plan {
        let version = old.as_ref().map_or(0, |old| old.version + 1);
        match old {
            Some(old)
                if Arc::ptr_eq(&old.plaza, plaza) && old.made_from.1 == lang && old.made_from.0.is_same(exhibition) =>
            {
                old
            }
            _ => make(exhibition, plaza, lang, version),
        }
    }

    pub fn spot(&self, id: BoardId) -> Option<&Spot> {
        self.by_id.get(&id).and_then(|at| self.spots.get(*at))
    }

    /// Chosen boards that stand here.
    pub fn standing(&self, chosen: &[BoardId]) -> Vec<(BoardId, Stand)> {
        let stand = |id: &BoardId| self.plaza.places.get(id).map(|stand| (*id, *stand));
        chosen.iter().filter_map(stand).collect()
    }

    /// The board under a point: the nearest outline, else the picture that lies before it.
    pub fn under(&self, at: Point, slack: f64, has_pictures: bool) -> Option<BoardId> {
        let near = self.spots.iter().filter_map(|spot| {
            let away = distance(&spot.board, &spot.stand?, at);
            (away <= slack).then_some((away, spot.board.id))
        });
        let nearest = near.min_by(|a, b| a.0.total_cmp(&b.0));
        nearest.map(|(_, id)| id).or_else(|| {
            let lies = |spot: &&Spot| {
                spot.bounds.contains(at) && spot.stand.is_some_and(|stand| is_before(&spot.board, &stand, at))
            };
            let found = self.spots.iter().filter(|_| has_pictures).find(lies);
            found.map(|spot| spot.board.id)
        })
    }
}

/// On the ground where the board's picture is drawn.
fn is_before(board: &Board, stand: &Stand, at: Point) -> bool {
    let (side, front) = (along(stand.facing), facing_vector(stand.facing));
    let (dx, dy) = (at.x - stand.at.x, at.y - stand.at.y);
    let beside = (dx * side.x + dy * side.y).abs();
    let before = dx * front.x + dy * front.y;
    beside <= board.size.w / 2000.0 && (0.0..=far_edge(board)).contains(&before)
}

/// How far in front of the foot line the picture ends.
pub fn far_edge(board: &Board) -> f64 {
    DEPTH / 2.0 + MARK + board.size.h / 1000.0
}

/// The picture on the ground: reader's left near, right near, right far, left far.
pub fn picture_corners(board: &Board, stand: &Stand) -> [Point; 4] {
    ground_box(stand, board.size.w / 2000.0, DEPTH / 2.0 + MARK, far_edge(board))
}

/// Left near, right near, right far, left far of a rectangle in front of the foot line.
pub fn ground_box(stand: &Stand, half: f64, near: f64, far: f64) -> [Point; 4] {
    let (side, front) = (along(stand.facing), facing_vector(stand.facing));
    let corner = |a: f64, b: f64| {
        point(
            stand.at.x + side.x * a + front.x * b,
            stand.at.y + side.y * a + front.y * b,
        )
    };
    [
        corner(-half, near),
        corner(half, near),
        corner(half, far),
        corner(-half, far),
    ]
}

fn make(exhibition: &Exhibition, plaza: &Arc<Plaza>, lang: Lang, version: u64) -> Plan {
    let units: BTreeMap<CommitteeId, (usize, &str)> = exhibition
        .committees
        .iter()
        .enumerate()
        .map(|(at, unit)| (unit.id, (at, words::name_of(&unit.name, lang))))
        .collect();
    let is_unplaced = |finding: &Finding| matches!(finding.say, Say::Plaza(PlazaSay::Unplaced { .. }));
    let mut found = findings(exhibition, plaza);
    // Boards without a place have a list of their own.
    found.retain(|finding| !is_unplaced(finding));
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let faulty: BTreeSet<&str> = found
        .iter()
        .filter_map(|finding| finding.place.board.as_deref())
        .collect();
    let spots: Vec<Spot> = exhibition
        .in_order()
        .into_iter()
        .enumerate()
        .map(|(at, board)| {
            let stand = plaza.places.get(&board.id).copied();
            let (unit_at, unit) = units.get(&board.committee).copied().unwrap_or((0, ""));
            Spot {
                board: board.clone(),
                number: at + 1,
                title: board.title(),
                unit: unit.to_string(),
                unit_at,
                stand,
                bounds: stand.map_or_else(Rect::default, |stand| whole_bounds(board, &stand)),
                is_faulty: faulty.contains(board.code.as_str()),
            }
        })
        .collect();
    let stands = |id: &BoardId| exhibition.plazas.iter().any(|plaza| plaza.places.contains_key(id));
    Plan {
        made_from: (exhibition.clone(), lang),
        plaza: plaza.clone(),
        blocks: blocks(&spots),
        entrance: entrance(exhibition, plaza),
        route: route(exhibition, plaza),
        exposed: exposed(exhibition, plaza),
        by_id: spots.iter().enumerate().map(|(at, spot)| (spot.board.id, at)).collect(),
        homeless: exhibition.order.iter().filter(|id| !stands(id)).copied().collect(),
        findings: found,
        spots,
        version,
    }
}

fn whole_bounds(board: &Board, stand: &Stand) -> Rect {
    let corners = picture_corners(board, stand);
    let first = stand_bounds(board, stand);
    corners
        .iter()
        .fold(first, |all, p| all.union(&crate::geom::rect(p.x, p.y, 0.0, 0.0)))
}

/// Follow each other, belong together, look the same way from one line.
fn blocks(spots: &[Spot]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (at, spot) in spots.iter().enumerate() {
        let Some(stand) = spot.stand else { continue };
        let goes_on = blocks.last().filter(|block| block.to == at).and_then(|_| {
            let last = &spots[at - 1];
            Some(last.board.committee == spot.board.committee && is_one_row(&last.stand?, &stand))
        });
        match blocks.last_mut() {
            Some(block) if goes_on == Some(true) => block.to = at + 1,
            _ => blocks.push(Block { from: at, to: at + 1 }),
        }
    }
    blocks
}

fn is_one_row(first: &Stand, second: &Stand) -> bool {
    let front = facing_vector(first.facing);
    let (dx, dy) = (second.at.x - first.at.x, second.at.y - first.at.y);
    (first.facing - second.facing).abs() < 1.0 && (dx * front.x + dy * front.y).abs() < 0.5 && dx.hypot(dy) < 6.0
}

/// The outline on the ground, at least so thick, so that it is seen from high above too.
pub fn seen_outline(board: &Board, stand: &Stand, least: f64) -> [Point; 4] {
    // What is deeper than its board is drawn by itself.
    if DEPTH >= least && depth(stand.foot) <= DEPTH {
        return footprint(board, stand);
    }
    let least = least.max(DEPTH);
    ground_box(stand, board.size.w / 2000.0, DEPTH / 2.0 - least, DEPTH / 2.0)
}
