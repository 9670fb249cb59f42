//! One plaza as its papers need it: boards that stand there with their numbers, rows of them, the ground's outline, the
//! squares of the grid. Metres, y down, from the plaza's north-west corner. Whatever was saved, all numbers here are finite.

use crate::base::say::PlanSay;
use crate::base::{Colour, Digest, Finding, Lang, Place, Severity};
use crate::geom::{Point, Rect, Size, point, size};
use crate::model::{
    Board, BoardId, Committee, CommitteeId, Exhibition, Plaza, Stand, Thing, TwoName, USUAL_READING, Venue,
    crosses_itself,
};
use crate::plaza::ground::{area, length, sides};
use crate::plaza::{self, along, bounds, stand_bounds};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Neighbouring committees take neighbouring entries, so these differ in lightness as well as in hue.
const COMMITTEES: [Colour; 6] = [
    Colour::Cmyk([20.0, 90.0, 80.0, 10.0]),
    Colour::Cmyk([65.0, 10.0, 10.0, 0.0]),
    Colour::Cmyk([85.0, 35.0, 80.0, 25.0]),
    Colour::Cmyk([10.0, 45.0, 90.0, 0.0]),
    Colour::Cmyk([100.0, 75.0, 30.0, 20.0]),
    Colour::Cmyk([50.0, 5.0, 85.0, 0.0]),
];
/// No ground is wider than this, in metres: larger numbers are slips.
const WIDEST: f64 = 5000.0;
/// Boards farther outside than this are not on the plan but among those without a place.
const STRAY: f64 = 20.0;

/// A board where it stands.
pub struct Spot<'a> {
    /// In the display sequence, from 1.
    pub number: usize,
    pub board: &'a Arc<Board>,
    pub stand: Stand,
}

impl Spot<'_> {
    /// Where the reader's left and right foot of the board stand.
    pub fn feet(&self) -> [Point; 2] {
        let (side, half) = (along(self.stand.facing), self.board.size.w / 2000.0);
        [-half, half].map(|by| point(self.stand.at.x + side.x * by, self.stand.at.y + side.y * by))
    }
}

/// Boards beside each other that look the same way, from the reader's left.
pub struct Row {
    /// Places in `Site::spots`.
    pub spots: Vec<usize>,
    pub facing: f64,
    /// Left foot of the first board and right foot of the last one.
    pub ends: [Point; 2],
}

impl Row {
    pub fn length(&self) -> f64 {
        length(self.ends[0], self.ends[1])
    }

    pub fn middle(&self) -> Point {
        let [a, b] = self.ends;
        point((a.x + b.x) / 2.0, (a.y + b.y) / 2.0)
    }
}

pub struct Site<'a> {
    pub exhibition: &'a Exhibition,
    pub plaza: &'a Plaza,
    pub lang: Lang,
    /// The same with nothing in it that is no number, or farther off than people could mean: for what reckons with it.
    pub sane: Plaza,
    /// A simple ring.
    pub outline: Vec<Point>,
    /// What the plaza's own outline was, if it could not be used.
    pub has_bad_outline: bool,
    pub things: Vec<&'a Thing>,
    /// By number.
    pub spots: Vec<Spot<'a>>,
    /// In the order of their first numbers.
    pub rows: Vec<Row>,
    /// Around the ground and all that stands there.
    pub bounds: Rect,
    /// Side of a square of the grid.
    pub step: f64,
    colours: BTreeMap<CommitteeId, Colour>,
}

impl<'a> Site<'a> {
    pub fn new(exhibition: &'a Exhibition, plaza: &'a Plaza, lang: Lang) -> Site<'a> {
        let (outline, has_bad_outline) = outline_of(plaza);
        let ground = bounds(&outline);
        let spots = spots_of(exhibition, plaza, &ground);
        let is_drawn = |thing: &&Thing| {
            let is_near = |p: &Point| is_finite(*p) && ground.grow(STRAY).contains(*p);
            !thing.points.is_empty() && thing.points.iter().all(is_near) && thing.width.is_finite()
        };
        let things: Vec<&Thing> = plaza.venue.things.iter().filter(is_drawn).collect();
        let boards = spots.iter().map(|spot| stand_bounds(spot.board, &spot.stand));
        let whole = boards
            .chain(things.iter().map(|thing| bounds(&thing.points)))
            .fold(ground, |all, one| all.union(&one));
        let colours = exhibition.committees.iter().enumerate();
        let sane = sane(plaza, &spots, &things, &outline, &ground);
        Site {
            rows: rows_of(exhibition, &sane, &spots),
            step: step_of(&whole),
            colours: colours
                .map(|(at, committee)| (committee.id, COMMITTEES[at % COMMITTEES.len()]))
                .collect(),
            sane,
            exhibition,
            plaza,
            lang,
            outline,
            has_bad_outline,
            things,
            spots,
            bounds: whole,
        }
    }

    /// What people should know of what the plan could not show as it was given.
    pub fn findings(&self) -> Vec<Finding> {
        if !self.has_bad_outline {
            return Vec::new();
        }
        vec![Finding {
            severity: Severity::Warning,
            rule: "plan-outline",
            place: Place::default(),
            say: PlanSay::OutlineCrosses {
                plaza: self.plaza.name.clone(),
            }
            .into(),
        }]
    }

    pub fn colour(&self, committee: CommitteeId) -> Colour {
        self.colours.get(&committee).copied().unwrap_or(COMMITTEES[0])
    }

    pub fn spot(&self, board: BoardId) -> Option<&Spot<'a>> {
        self.spots.iter().find(|spot| spot.board.id == board)
    }

    /// 0-based.
    pub fn row_of(&self, board: BoardId) -> Option<usize> {
        let at = self.spots.iter().position(|spot| spot.board.id == board)?;
        self.rows.iter().position(|row| row.spots.contains(&at))
    }

    /// "C4": letters go across, numbers down; nothing outside the grid.
    pub fn square(&self, at: Point) -> String {
        if at.x < 0.0 || at.y < 0.0 {
            return String::new();
        }
        let [column, line] = [at.x, at.y].map(|along| (along / self.step).floor() as usize);
        format!("{}{}", letters(column), line + 1)
    }

    /// Unit, colour and the numbers of its boards, of every unit that has boards here.
    pub fn units(&self) -> Vec<(&'a Committee, Colour, Vec<usize>)> {
        let mut numbers: BTreeMap<CommitteeId, Vec<usize>> = BTreeMap::new();
        for spot in &self.spots {
            numbers.entry(spot.board.committee).or_default().push(spot.number);
        }
        let units = self.exhibition.committees.iter();
        units
            .filter_map(|unit| Some((unit, self.colour(unit.id), numbers.get(&unit.id)?.clone())))
            .collect()
    }

    /// Boards of the show that stand in no plaza at all.
    pub fn spares(&self) -> Vec<(usize, &'a Arc<Board>)> {
        let is_here = |board: &Board| self.spots.iter().any(|spot| spot.board.id == board.id);
        let elsewhere = |board: &Board| {
            let mut others = self.exhibition.plazas.iter().filter(|plaza| plaza.id != self.plaza.id);
            others.any(|plaza| plaza.places.contains_key(&board.id))
        };
        let numbered = self.exhibition.in_order().into_iter().enumerate();
        numbered
            .filter(|(_, board)| !is_here(board) && !elsewhere(board))
            .map(|(at, board)| (at + 1, board))
            .collect()
    }

    /// The two fixed points from which a crew measures: the ends of the ground's longest side.
    pub fn fixed_points(&self) -> [Point; 2] {
        // Of equal sides the first holds, so that two sheets agree.
        let longest = sides(&self.outline).fold(None, |best: Option<[Point; 2]>, side| match best {
            Some(kept) if length(kept[0], kept[1]) >= length(side[0], side[1]) - 1e-6 => Some(kept),
            _ => Some(side),
        });
        longest.unwrap_or_default()
    }

    /// By which two printed plans are told apart: what stands where, and how it is numbered.
    pub fn version(&self) -> String {
        let boards: Vec<_> = self
            .spots
            .iter()
            .map(|spot| (spot.number, &spot.board.code, spot.board.size, spot.stand))
            .collect();
        let json = serde_json::to_vec(&(&boards, &self.plaza.venue, self.plaza.size)).unwrap_or_default();
        Digest::of(&json).hex()[..8].to_string()
    }

    pub fn show_name(&self) -> &'a str {
        named(&self.exhibition.show.title, self.lang)
    }

    /// Show, plaza where it is called otherwise, and what paper this is.
    pub fn heading(&self, what: &str) -> String {
        let (show, plaza) = (self.show_name(), &self.plaza.name);
        if plaza == show {
            return format!("{show}　{what}");
        }
        format!("{show}　{plaza}　{what}")
    }

    pub fn unit_name(&self, committee: CommitteeId) -> &'a str {
        let unit = self.exhibition.committee(committee);
        unit.map_or("", |unit| named(&unit.name, self.lang))
    }
}

pub fn named(name: &TwoName, lang: Lang) -> &str {
    let wished = lang.of([&name.hans, &name.hant, &name.hans]);
    if wished.is_empty() { &name.hans } else { wished }
}

pub fn is_finite(p: Point) -> bool {
    p.x.is_finite() && p.y.is_finite()
}

/// 0 is A, 25 Z, 26 AA.
pub fn letters(mut column: usize) -> String {
    let mut text = String::new();
    loop {
        text.insert(0, char::from(b'A' + (column % 26) as u8));
        if column < 26 {
            return text;
        }
        column = column / 26 - 1;
    }
}

/// Ascending numbers as "001–014 020"; more spans than wanted end in "…".
pub fn spans(numbers: &[usize], most: usize) -> String {
    let runs: Vec<&[usize]> = numbers.chunk_by(|a, b| a + 1 == *b).collect();
    let mut text: Vec<String> = runs
        .iter()
        .take(most)
        .map(|run| match run {
            [only] => format!("{only:03}"),
            [first, .., last] => format!("{first:03}–{last:03}"),
            [] => String::new(),
        })
        .collect();
    if runs.len() > most {
        text.push("…".into());
    }
    text.join(" ")
}

/// The plaza's own outline where it is a ring that does not cross itself, else its rectangle; and whether it had a bad one.
fn outline_of(plaza: &Plaza) -> (Vec<Point>, bool) {
    let own = &plaza.venue.outline;
    let is_sane = own.len() >= 3
        && own
            .iter()
            .all(|p| is_finite(*p) && p.x.abs() <= WIDEST && p.y.abs() <= WIDEST)
        && area(own) > 0.01
        && !crosses_itself(own);
    if is_sane {
        return (own.clone(), false);
    }
    let side = |length: f64| {
        if length.is_finite() {
            length.clamp(1.0, WIDEST)
        } else {
            1.0
        }
    };
    let (w, h) = (side(plaza.size.w), side(plaza.size.h));
    let corners = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)];
    (corners.map(|(x, y)| point(x, y)).to_vec(), !own.is_empty())
}

fn sane(plaza: &Plaza, spots: &[Spot<'_>], things: &[&Thing], outline: &[Point], ground: &Rect) -> Plaza {
    let is_reading = |letters: &f64| letters.is_finite() && *letters >= 1.0;
    Plaza {
        places: spots.iter().map(|spot| (spot.board.id, spot.stand)).collect(),
        entrance: plaza.entrance.filter(|at| is_finite(*at)),
        venue: Venue {
            outline: outline.to_vec(),
            things: things.iter().copied().cloned().collect(),
            ..Venue::default()
        },
        reading: Some(plaza.reading).filter(is_reading).unwrap_or(USUAL_READING),
        ..Plaza::new(plaza.id, plaza.name.clone(), sane_size(plaza, ground))
    }
}

/// The plaza's own size, else that of its outline.
fn sane_size(plaza: &Plaza, ground: &Rect) -> Size {
    let is_sane = |side: f64| (0.0..=WIDEST).contains(&side);
    if is_sane(plaza.size.w) && is_sane(plaza.size.h) {
        return plaza.size;
    }
    size(ground.right(), ground.bottom())
}

fn spots_of<'a>(exhibition: &'a Exhibition, plaza: &Plaza, ground: &Rect) -> Vec<Spot<'a>> {
    let near = ground.grow(STRAY);
    let numbered = exhibition.in_order().into_iter().enumerate();
    numbered
        .filter_map(|(at, board)| {
            let stand = *plaza.places.get(&board.id)?;
            let is_sane = is_finite(stand.at) && stand.facing.is_finite() && near.contains(stand.at);
            is_sane.then_some(Spot {
                number: at + 1,
                board,
                stand,
            })
        })
        .collect()
}

/// The rows that the window knows, as places in `spots`.
fn rows_of(exhibition: &Exhibition, sane: &Plaza, spots: &[Spot<'_>]) -> Vec<Row> {
    let at = |id: &BoardId| spots.iter().position(|spot| spot.board.id == *id);
    let rows = plaza::rows_of(exhibition, sane).into_iter();
    rows.map(|row| Row {
        spots: row.boards.iter().filter_map(at).collect(),
        facing: row.facing,
        ends: row.ends,
    })
    .collect()
}

/// Five metres, ten on large grounds; more where nobody could read so many letters.
fn step_of(bounds: &Rect) -> f64 {
    let longest = bounds.right().max(bounds.bottom());
    let steps = [(60.0, 5.0), (400.0, 10.0), (1000.0, 20.0), (2500.0, 50.0)];
    let fits = steps.into_iter().find(|(most, _)| longest <= *most);
    fits.map_or(100.0, |(_, step)| step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_the_grid_go_on_after_z() {
        assert_eq!(
            [0, 7, 25, 26, 51, 52, 701, 702].map(letters),
            ["A", "H", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
        );
        assert_eq!(spans(&[1, 2, 3, 7, 9, 10], 2), "001–003 007 …");
    }

    #[test]
    fn a_bow_is_no_outline() {
        let ring = |corners: &[(f64, f64)]| corners.iter().map(|(x, y)| point(*x, *y)).collect::<Vec<_>>();
        assert!(crosses_itself(&ring(&[(0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)])));
        assert!(!crosses_itself(&ring(&[
            (0.0, 0.0),
            (9.0, 0.0),
            (9.0, 9.0),
            (4.0, 3.0),
            (0.0, 9.0)
        ])));
    }
}
