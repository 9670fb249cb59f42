//! A whole show into rows: committees stay together, gaps are equal, ways are wide enough, nothing overlaps.

use super::fill::theme;
use super::fit::fit;
use super::{DEPTH, LEAST_AISLE};
use crate::geom::{point, size, um};
use crate::model::{Board, BoardId, Command, Exhibition, Foot, Plaza, Stand};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How the visitor goes from row to row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Two rows look at each other across a way: out along one, back along the other, always left to right.
    #[default]
    Serpentine,
    /// Every row looks south and is read from the west.
    SameWay,
}

/// What the boards form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    #[default]
    Rows,
    /// Each committee in a bay of its own: two rows that look at each other, open towards the way.
    Blocks,
    /// Along the edge of the ground, looking in; then a ring inside it, looking out.
    Ring,
    /// On walls and fronts of buildings; what finds no room there stands in rows.
    Walls,
}

impl Form {
    pub const ALL: [Form; 4] = [Form::Rows, Form::Blocks, Form::Ring, Form::Walls];
}

/// All lengths in metres.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    pub form: Form,
    pub way: Way,
    /// Backs together, two boards on one frame.
    pub is_two_sided: bool,
    /// Boards of one family of templates stay together within their committee.
    pub by_theme: bool,
    /// Within the size the ground has now; else it takes the size that the boards need. A ground with corners or things
    /// of its own is never changed.
    pub keeps_ground: bool,
    /// Which way the first row looks, as a stand's facing; `None`: what fits the ground best.
    pub facing: Option<f64>,
    /// Between two boards.
    pub gap: f64,
    /// Between two committees in one row.
    pub committee_gap: f64,
    /// In front of the boards.
    pub aisle: f64,
    /// Between the backs of two rows: room for struts and for those who set up.
    pub back_lane: f64,
    /// Free ground around everything.
    pub margin: f64,
    /// Longest row; `None`: what gives the plaza the shape of a sheet of paper.
    pub row: Option<f64>,
}

impl Default for Arrangement {
    fn default() -> Arrangement {
        Arrangement {
            form: Form::default(),
            way: Way::default(),
            is_two_sided: false,
            by_theme: false,
            keeps_ground: false,
            facing: None,
            gap: 0.4,
            committee_gap: 1.6,
            aisle: 4.0,
            back_lane: LEAST_AISLE,
            margin: 4.0,
            row: None,
        }
    }
}

impl Arrangement {
    /// Every length as people can mean it: wide enough to walk, no wider than a square.
    pub fn within_reason(self) -> Arrangement {
        let usual = Arrangement::default();
        let length = |value: f64, from: f64, to: f64, usual: f64| {
            if value.is_finite() {
                value.clamp(from, to)
            } else {
                usual
            }
        };
        Arrangement {
            form: self.form,
            way: self.way,
            is_two_sided: self.is_two_sided,
            by_theme: self.by_theme,
            keeps_ground: self.keeps_ground,
            facing: self.facing.filter(|facing| facing.is_finite()),
            gap: length(self.gap, 0.0, 20.0, usual.gap),
            committee_gap: length(self.committee_gap, 0.0, 50.0, usual.committee_gap),
            aisle: length(self.aisle, LEAST_AISLE, 50.0, usual.aisle),
            back_lane: length(self.back_lane, 0.0, 50.0, usual.back_lane),
            margin: length(self.margin, 0.0, 100.0, usual.margin),
            row: self.row.map(|row| length(row, 1.0, 500.0, 30.0)),
        }
    }
}

/// Places every board of the show, in display sequence.
pub fn arrange(exhibition: &Exhibition) -> Plaza {
    arrange_with(exhibition, &Arrangement::default())
}

/// The command that puts the arranged plan into the show: the first plaza's, or a new one.
pub fn arrange_command(exhibition: &Exhibition) -> Command {
    let plaza = Arc::new(arrange(exhibition));
    if exhibition.plazas.is_empty() {
        Command::AddPlaza(plaza)
    } else {
        Command::SetPlaza(plaza)
    }
}

/// The show on its first plaza, or on a new one; all of its boards that stand nowhere else.
pub fn arrange_with(exhibition: &Exhibition, wish: &Arrangement) -> Plaza {
    let first = exhibition.plazas.first().map(|plaza| &**plaza);
    fit(exhibition, first, wish, &BTreeMap::new()).plaza
}

/// Rows on ground that takes the size they need.
pub(super) fn in_the_open(exhibition: &Exhibition, plaza: &Plaza, wish: &Arrangement) -> Plaza {
    let blocks = blocks(exhibition, wish);
    let widest = blocks.iter().map(|block| block.length).fold(1.0, f64::max);
    let rows = match wish.row {
        Some(row) => rows(&blocks, row.max(1.0), wish),
        None => best_rows(&blocks, widest, wish),
    };
    let length = rows.iter().map(|row| row_length(row, wish)).fold(0.0, f64::max);
    let mut places = BTreeMap::new();
    let mut y = wish.margin;
    for (index, row) in rows.iter().enumerate() {
        let is_back = wish.way == Way::Serpentine && index % 2 == 1;
        if index > 0 {
            y += depth_before(index, wish);
        }
        place_row(row, is_back, length, y, wish, &mut places);
    }
    // The first way of same-way rows lies south of the last row as well.
    let below = if wish.way == Way::SameWay || rows.len() % 2 == 1 {
        wish.aisle.max(wish.margin)
    } else {
        wish.margin
    };
    let whole = |metres: f64| (metres - 1e-9).ceil();
    Plaza {
        places,
        size: size(whole(length + 2.0 * wish.margin), whole(y + below)),
        ..plaza.clone()
    }
}

/// Boards of one committee that follow each other.
struct Block<'a> {
    boards: Vec<&'a Board>,
    length: f64,
}

fn blocks<'a>(exhibition: &'a Exhibition, wish: &Arrangement) -> Vec<Block<'a>> {
    let gap = wish.gap;
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for board in exhibition.in_order() {
        match blocks
            .last_mut()
            .filter(|block| block.boards[0].committee == board.committee)
            .filter(|block| !wish.by_theme || theme(block.boards[0]) == theme(board))
        {
            Some(block) => {
                block.length += gap + width(board);
                block.boards.push(board);
            }
            None => blocks.push(Block {
                boards: vec![board],
                length: width(board),
            }),
        }
    }
    blocks
}

fn width(board: &Board) -> f64 {
    board.size.w / 1000.0
}

/// Fills rows up to `row` metres; a committee goes to the next row whole, unless it is longer than a row itself.
fn rows<'a>(blocks: &'a [Block<'a>], row: f64, wish: &Arrangement) -> Vec<Vec<Vec<&'a Board>>> {
    let mut rows: Vec<Vec<Vec<&Board>>> = vec![Vec::new()];
    let mut used = 0.0;
    for block in blocks {
        let needs = if used > 0.0 { wish.committee_gap } else { 0.0 } + block.length;
        if used > 0.0 && used + needs > row {
            rows.push(Vec::new());
            used = 0.0;
        }
        let mut part: Vec<&Board> = Vec::new();
        let lead = if used > 0.0 { wish.committee_gap } else { 0.0 };
        used += lead;
        for board in &block.boards {
            let gap = if part.is_empty() { 0.0 } else { wish.gap };
            if used > 0.0 && !part.is_empty() && used + gap + width(board) > row {
                last(&mut rows).push(std::mem::take(&mut part));
                rows.push(Vec::new());
                used = width(board);
            } else {
                used += gap + width(board);
            }
            part.push(board);
        }
        last(&mut rows).push(part);
    }
    rows.retain(|row| !row.is_empty());
    rows
}

fn last<'a, 'b>(rows: &'b mut Vec<Vec<Vec<&'a Board>>>) -> &'b mut Vec<Vec<&'a Board>> {
    if rows.is_empty() {
        rows.push(Vec::new());
    }
    let end = rows.len() - 1;
    &mut rows[end]
}

fn row_length(row: &[Vec<&Board>], wish: &Arrangement) -> f64 {
    let parts: f64 = row
        .iter()
        .map(|part| part.iter().map(|board| width(board)).sum::<f64>() + wish.gap * (part.len() as f64 - 1.0))
        .sum();
    parts + wish.committee_gap * (row.len() as f64 - 1.0).max(0.0)
}

/// Distance from the foot line of the row before to that of row `index`.
fn depth_before(index: usize, wish: &Arrangement) -> f64 {
    let free = if wish.way == Way::SameWay || index % 2 == 1 {
        wish.aisle
    } else if wish.is_two_sided {
        0.0
    } else {
        wish.back_lane
    };
    free + DEPTH
}

/// The row length that comes nearest to the 3:2 of a plan sheet and leaves little empty ground.
fn best_rows<'a>(blocks: &'a [Block<'a>], widest: f64, wish: &Arrangement) -> Vec<Vec<Vec<&'a Board>>> {
    let total: f64 = blocks.iter().map(|block| block.length + wish.committee_gap).sum();
    let steps = ((total - widest).max(0.0).ceil() as usize).min(400);
    let mut best: Option<(f64, Vec<Vec<Vec<&Board>>>)> = None;
    for step in 0..=steps {
        let found = rows(blocks, widest + step as f64, wish);
        let length = found.iter().map(|row| row_length(row, wish)).fold(0.0, f64::max);
        let depth: f64 = (1..found.len()).map(|index| depth_before(index, wish)).sum();
        let (w, h) = (length + 2.0 * wish.margin, depth + 2.0 * wish.margin);
        let empty = 1.0
            - found.iter().map(|row| row_length(row, wish)).sum::<f64>()
                / (length * found.len().max(1) as f64).max(1e-9);
        let cost = (w / h / 1.5).ln().abs() + empty;
        if best.as_ref().is_none_or(|(least, _)| cost < *least - 1e-12) {
            best = Some((cost, found));
        }
    }
    best.map(|(_, rows)| rows).unwrap_or_default()
}

/// A row that looks north runs from the east, so that it too is read from left to right.
fn place_row(
    row: &[Vec<&Board>],
    is_back: bool,
    length: f64,
    y: f64,
    wish: &Arrangement,
    places: &mut BTreeMap<BoardId, Stand>,
) {
    let mut x = 0.0;
    for (index, part) in row.iter().enumerate() {
        if index > 0 {
            x += wish.committee_gap;
        }
        for (inner, board) in part.iter().enumerate() {
            if inner > 0 {
                x += wish.gap;
            }
            let middle = x + width(board) / 2.0;
            x += width(board);
            let (at, facing) = if is_back {
                (wish.margin + length - middle, 180.0)
            } else {
                (wish.margin + middle, 0.0)
            };
            let foot = if wish.is_two_sided && wish.way == Way::Serpentine {
                Foot::BackToBack
            } else {
                Foot::Frame
            };
            places.insert(
                board.id,
                Stand {
                    foot,
                    ..Stand::new(point(um(at), um(y)), facing)
                },
            );
        }
    }
}
