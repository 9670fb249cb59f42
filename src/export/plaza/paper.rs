//! Which paper, which reduction, and how a large ground is cut into sheets. Plans are true to scale: a ruler laid on them
//! tells metres.

use super::site::Site;
use crate::geom::{Point, Rect, Size, point, rect, size};
use crate::plaza::{bounds, stand_bounds};

/// Reductions a surveyor's ruler knows.
const SCALES: [u32; 12] = [20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500];
/// For overviews, where nobody measures.
const OVERVIEWS: [u32; 6] = [750, 1000, 2000, 5000, 10_000, 20_000];
/// What is good to read, what is still readable, and what is only just so.
const READABLE: [u32; 3] = [100, 150, 250];
/// Beyond so many sheets a crew is better served by a smaller scale.
const MOST_SHEETS: usize = 12;
/// Sheets of one plan show this much of each other, in metres.
const OVERLAP: f64 = 2.0;
const EDGE: f64 = 10.0;
/// Beside the plan: legend, tables, title block.
pub const SIDE: f64 = 92.0;
/// Around the plan, inside the frame: letters of the grid, entrance arrows.
const BORDER: f64 = 8.0;
const AIR: f64 = 9.0;

/// What a plan is printed on; each lies across or stands upright as suits the ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPaper {
    A3,
    A2,
    A1,
}

impl PlanPaper {
    pub const ALL: [PlanPaper; 3] = [PlanPaper::A3, PlanPaper::A2, PlanPaper::A1];

    pub fn name(self) -> &'static str {
        match self {
            PlanPaper::A3 => "A3",
            PlanPaper::A2 => "A2",
            PlanPaper::A1 => "A1",
        }
    }

    /// ISO 216, lying across.
    fn size(self) -> Size {
        match self {
            PlanPaper::A3 => size(420.0, 297.0),
            PlanPaper::A2 => size(594.0, 420.0),
            PlanPaper::A1 => size(841.0, 594.0),
        }
    }
}

/// One plan as it is printed.
pub struct Cut {
    pub paper: PlanPaper,
    pub size: Size,
    pub scale: u32,
    /// What each sheet shows; one for a plan that fits. More than one have an index map before them.
    pub sheets: Vec<Rect>,
    pub overview: u32,
}

pub fn cut(site: &Site<'_>, wish: Option<PlanPaper>) -> Cut {
    let papers: Vec<PlanPaper> = PlanPaper::ALL
        .into_iter()
        .filter(|paper| wish.is_none_or(|wish| wish == *paper))
        .collect();
    for most in READABLE {
        for paper in &papers {
            let found = best(site, *paper, &SCALES).filter(|(_, scale)| *scale <= most);
            if let Some((size, scale)) = found {
                return Cut {
                    paper: *paper,
                    size,
                    scale,
                    sheets: vec![site.bounds],
                    overview: scale,
                };
            }
        }
    }
    in_sheets(site, wish.unwrap_or(PlanPaper::A1))
}

/// Where the plan lies on a sheet.
pub fn room(paper: Size) -> Rect {
    let inner = frame(paper);
    rect(
        inner.x + BORDER,
        inner.y + BORDER,
        inner.w - SIDE - 2.0 * BORDER,
        inner.h - 2.0 * BORDER,
    )
}

pub fn frame(paper: Size) -> Rect {
    rect(0.0, 0.0, paper.w, paper.h).grow(-EDGE)
}

/// Both ways round; the larger picture holds, then the one that lies across.
fn best(site: &Site<'_>, paper: PlanPaper, scales: &[u32]) -> Option<(Size, u32)> {
    let across = paper.size();
    let ways = [across, size(across.h, across.w)];
    let found = ways.into_iter().filter_map(|way| {
        let room = room(way).grow(-AIR);
        let fits = |scale: &&u32| {
            let mm = 1000.0 / f64::from(**scale);
            site.bounds.w * mm <= room.w && site.bounds.h * mm <= room.h
        };
        Some((way, *scales.iter().find(fits)?))
    });
    found.min_by_key(|(_, scale)| *scale)
}

fn in_sheets(site: &Site<'_>, paper: PlanPaper) -> Cut {
    let size = paper.size();
    let at_scale = |scale: u32| tiles(site, &room(size).grow(-2.0), scale);
    let fine = READABLE[READABLE.len() - 1];
    let (scale, sheets) = match at_scale(fine) {
        few if few.len() <= MOST_SHEETS => (fine, few),
        _ => (SCALES[SCALES.len() - 1], at_scale(SCALES[SCALES.len() - 1])),
    };
    let all: Vec<u32> = SCALES.into_iter().chain(OVERVIEWS).collect();
    let overview = best(site, paper, &all).map_or(OVERVIEWS[OVERVIEWS.len() - 1], |(_, scale)| scale);
    let upright = best(site, paper, &all).map_or(size, |(size, _)| size);
    // Ground on which nothing stands has an overview and no sheets.
    let is_empty = sheets.is_empty();
    Cut {
        paper,
        size: if is_empty { upright } else { size },
        scale: if is_empty { overview } else { scale },
        sheets: if is_empty { vec![site.bounds] } else { sheets },
        overview,
    }
}

/// In lines from the north-west, spread evenly so that none reaches far beyond the ground; only those on which something
/// stands.
fn tiles(site: &Site<'_>, room: &Rect, scale: u32) -> Vec<Rect> {
    let metres = f64::from(scale) / 1000.0;
    let (w, h) = (room.w * metres, room.h * metres);
    let whole = site.bounds;
    let count = |all: f64, one: f64| (((all - OVERLAP) / (one - OVERLAP)).ceil() as usize).clamp(1, 60);
    let (across, down) = (count(whole.w, w), count(whole.h, h));
    let mut tiles = Vec::new();
    for line in 0..down {
        for column in 0..across {
            let corner = point(
                whole.x + spread(column, across, whole.w - w),
                whole.y + spread(line, down, whole.h - h),
            );
            let tile = rect(corner.x, corner.y, w, h);
            let is_there = |area: Rect| area.grow(0.01).intersect(&tile).is_some();
            let mut boards = site.spots.iter().map(|spot| stand_bounds(spot.board, &spot.stand));
            let mut things = site.things.iter().map(|thing| bounds(&thing.points));
            if boards.any(is_there) || things.any(is_there) {
                tiles.push(tile);
            }
        }
    }
    tiles
}

/// Where one of several sheets begins when all of them together have so much to go; a single one lies in the middle.
fn spread(at: usize, count: usize, spare: f64) -> f64 {
    match count {
        0 | 1 => spare / 2.0,
        _ => spare * at as f64 / (count - 1) as f64,
    }
}

/// Where a place lies on the sheet that shows `seen`; for tests and for readers of the file.
pub fn on_sheet(cut: &Cut, seen: &Rect, at: Point) -> Point {
    let (room, mm) = (room(cut.size), 1000.0 / f64::from(cut.scale));
    let (middle, centre) = (seen.centre(), room.centre());
    point(centre.x + (at.x - middle.x) * mm, centre.y + (at.y - middle.y) * mm)
}
