//! Columns of blocks: what is missing closes up, what is short of room shrinks together, photos take what is left.

use super::desk::Desk;
use super::draw::{self, ALL_SCALES, Around, Piece, SCALES, scale_of};
use super::group::{self, Spot};
use super::setting::OPEN;
use crate::geom::{Rect, rect};
use crate::model::{ElementKind, Flow, FlowBlock, FlowCell, FlowRow};

/// A flow with the elements that fall to it; empty blocks, cells and rows are left out.
pub struct Filled<'a> {
    pub flow: &'a Flow,
    rows: Vec<Row<'a>>,
    pub around: Around,
}

struct Row<'a> {
    spec: &'a FlowRow,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    spec: &'a FlowCell,
    x: f64,
    w: f64,
    blocks: Vec<Block<'a>>,
}

pub struct Block<'a> {
    pub spec: &'a FlowBlock,
    pub pieces: Vec<Piece<'a>>,
}

/// Where everything of a flow goes.
pub struct Plan<'a> {
    pub spots: Vec<Spot<'a>>,
    /// Even the smallest type does not fit: it has become smaller than the template allows.
    pub is_over: bool,
    /// Photos have become much smaller than the template has in mind.
    pub is_crowded: bool,
}

/// Photos may become so much lower than their least height before that is told.
pub const LOW_PHOTOS: f64 = 0.6;

struct Fit {
    scale: f64,
    photos: f64,
    is_over: bool,
}

impl<'a> Filled<'a> {
    /// `take` hands over the elements of one block.
    pub fn new(flow: &'a Flow, around: Around, take: &mut dyn FnMut(&FlowBlock) -> Vec<Piece<'a>>) -> Filled<'a> {
        let rows = flow.rows.iter().filter_map(|spec| filled_row(spec, take)).collect();
        Filled { flow, rows, around }
    }

    pub fn plan(&self, desk: &Desk<'_>) -> Plan<'a> {
        let Fit { scale, photos, is_over } = self.fit(desk);
        let rows: Vec<f64> = self
            .rows
            .iter()
            .map(|row| self.row_height(desk, row, scale, photos))
            .collect();
        let gaps: Vec<f64> = self.gaps();
        let used = rows.iter().sum::<f64>() + gaps.iter().sum::<f64>();
        let left = (self.flow.area.h - used).max(0.0);
        let weights: Vec<f64> = self.rows.iter().map(row_weight).collect();
        let weight: f64 = weights.iter().sum();
        let air = match weight > 0.0 {
            true => 0.0,
            false => {
                let gap_sum: f64 = gaps.iter().sum();
                left.min(gap_sum * self.flow.air)
            }
        };
        let gap_sum: f64 = gaps.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        let start = if weight > 0.0 {
            0.0
        } else {
            (left - air) * self.flow.align
        };
        let mut y = self.flow.area.y + start;
        let mut spots = Vec::new();
        for (((row, height), gap), share) in self.rows.iter().zip(&rows).zip(&gaps).zip(&weights) {
            y += gap + air * gap / gap_sum;
            let height = height + if weight > 0.0 { left * share / weight } else { 0.0 };
            for cell in &row.cells {
                self.put_cell(desk, cell, rect(cell.x, y, cell.w, height), scale, photos, &mut spots);
            }
            y += height;
        }
        Plan {
            spots,
            is_over,
            is_crowded: photos < LOW_PHOTOS,
        }
    }

    /// The largest type with which all fits, and the share of their least height that photos keep.
    fn fit(&self, desk: &Desk<'_>) -> Fit {
        let fits = |step: usize, photos: f64| self.height(desk, scale_of(step), photos) <= self.flow.area.h + 0.01;
        let fitted = |step: usize, photos: f64| Fit {
            scale: scale_of(step),
            photos,
            is_over: step >= SCALES,
        };
        if fits(0, 1.0) {
            return fitted(0, 1.0);
        }
        // A little smaller type is less of a loss than a much smaller photo, and the other way round.
        let mild = 6.min(SCALES - 1);
        let usual = [(mild, 1.0), (mild, 0.8), (SCALES - 1, 0.8), (SCALES - 1, LOW_PHOTOS)];
        // Too many photos first, then too much text: still a sound board, with a finding.
        let last = [0.4, 0.25, 0.12].map(|photos| (SCALES - 1, photos));
        let beyond = [LOW_PHOTOS, 0.25, 0.12].map(|photos| (ALL_SCALES - 1, photos));
        for (last, photos) in usual.into_iter().chain(last).chain(beyond) {
            if fits(last, photos) {
                let (mut low, mut high) = (0, last);
                while low < high {
                    let middle = (low + high) / 2;
                    if fits(middle, photos) {
                        high = middle
                    } else {
                        low = middle + 1
                    }
                }
                return fitted(high, photos);
            }
        }
        fitted(ALL_SCALES - 1, 0.12)
    }

    fn height(&self, desk: &Desk<'_>, scale: f64, photos: f64) -> f64 {
        let rows = self.rows.iter().map(|row| self.row_height(desk, row, scale, photos));
        rows.sum::<f64>() + self.gaps().iter().sum::<f64>()
    }

    fn gaps(&self) -> Vec<f64> {
        let above = |(index, row): (usize, &Row<'_>)| if index == 0 { 0.0 } else { row.spec.gap };
        self.rows.iter().enumerate().map(above).collect()
    }

    fn row_height(&self, desk: &Desk<'_>, row: &Row<'_>, scale: f64, photos: f64) -> f64 {
        let heights = row.cells.iter().map(|cell| self.cell_height(desk, cell, scale, photos));
        heights.fold(0.0, f64::max)
    }

    fn cell_height(&self, desk: &Desk<'_>, cell: &Cell<'_>, scale: f64, photos: f64) -> f64 {
        let mut height = if is_beside_text(cell) { cell.spec.top } else { 0.0 };
        for (index, block) in cell.blocks.iter().enumerate() {
            height += if index == 0 { 0.0 } else { block.spec.gap };
            height += group::least(desk, block, cell.w, scale, photos, self.around);
        }
        height
    }

    fn put_cell(
        &self,
        desk: &Desk<'_>,
        cell: &Cell<'a>,
        area: Rect,
        scale: f64,
        photos: f64,
        spots: &mut Vec<Spot<'a>>,
    ) {
        let left = (area.h - self.cell_height(desk, cell, scale, photos)).max(0.0);
        let weight: f64 = cell.blocks.iter().map(|block| block.spec.grow).sum();
        let mut y = area.y + if is_beside_text(cell) { cell.spec.top } else { 0.0 };
        if weight <= 0.0 {
            y += left * cell.spec.align;
        }
        for (index, block) in cell.blocks.iter().enumerate() {
            y += if index == 0 { 0.0 } else { block.spec.gap };
            let mut height = group::least(desk, block, area.w, scale, photos, self.around);
            if weight > 0.0 {
                height += left * block.spec.grow / weight;
            }
            let place = rect(area.x, y, area.w, height);
            group::put(desk, block, place, scale, self.around, spots);
            y += height;
        }
    }
}

/// `top` lines a photo up with the text beside it; alone in its row the photo starts where the row does.
fn is_beside_text(cell: &Cell<'_>) -> bool {
    cell.w <= cell.spec.w + 0.01
}

fn row_weight(row: &Row<'_>) -> f64 {
    let weight = |cell: &Cell<'_>| cell.blocks.iter().map(|block| block.spec.grow).sum::<f64>();
    row.cells.iter().map(weight).fold(0.0, f64::max)
}

fn filled_row<'a>(spec: &'a FlowRow, take: &mut dyn FnMut(&FlowBlock) -> Vec<Piece<'a>>) -> Option<Row<'a>> {
    let mut cells: Vec<Cell<'a>> = spec
        .cells
        .iter()
        .filter_map(|cell| {
            let blocks: Vec<Block<'a>> = cell
                .blocks
                .iter()
                .map(|block| Block {
                    spec: block,
                    pieces: take(block),
                })
                .filter(|block| !block.pieces.is_empty())
                .collect();
            let has_any = !blocks.is_empty();
            has_any.then_some(Cell {
                spec: cell,
                x: cell.x,
                w: cell.w,
                blocks,
            })
        })
        .collect();
    if let [only] = cells.as_mut_slice()
        && !only.spec.fixed
    {
        only.x = spec.cells.iter().map(|cell| cell.x).fold(f64::INFINITY, f64::min);
        let right = spec.cells.iter().map(|cell| cell.x + cell.w).fold(0.0, f64::max);
        only.w = right - only.x;
    }
    (!cells.is_empty()).then_some(Row { spec, cells })
}

/// How high one element becomes when nothing limits it; photos: `least` and the caption.
pub fn natural(desk: &Desk<'_>, piece: &Piece<'_>, w: f64, scale: f64, least: f64, around: Around) -> f64 {
    if let ElementKind::Photo(photo) = &piece.element.kind {
        return least + draw::caption_room(desk, piece, photo, w);
    }
    draw::draw(&desk.measuring(), piece, rect(0.0, 0.0, w, OPEN), scale, around)
        .foot
        .max(0.0)
}
