//! What has changed since a plan that people have in their hands: moved, added, gone, renumbered. The earlier plan is its
//! table of positions: it holds what was printed, also where the project has gone its own way since or lies elsewhere.

use super::chart::{Chart, Hand};
use super::crew::bearing;
use super::paper::{PlanPaper, cut};
use super::positions::Position;
use super::site::{Site, Spot};
use crate::base::Colour;
use crate::base::say::plaza_paper as words;
use crate::export::papers::{A3, A4_ACROSS, Column, GREY, INK, Pen, RED, Sheet, Table, pen, plain, ring, strong};
use crate::geom::{Path, point, rect, size};
use crate::layout::Frame;
use crate::plaza::ground::length;
use crate::text::Fonts;

/// Nobody sets a board more exactly, in metres and degrees.
const STILL: f64 = 0.05;
const STRAIGHT: f64 = 1.0;
const NEW: Colour = Colour::Cmyk([75.0, 10.0, 90.0, 10.0]);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Change {
    pub number: Option<usize>,
    pub code: String,
    pub title: String,
    pub unit: String,
    pub what: Vec<String>,
    /// Squares of the grid.
    pub before: String,
    pub after: String,
}

/// In the order of the numbers; boards that are gone at the end.
pub fn changes(site: &Site<'_>, earlier: &[Position]) -> Vec<Change> {
    let standing = site.spots.iter().filter_map(|spot| changed(site, spot, earlier));
    let is_here = |old: &&Position| site.spots.iter().any(|spot| spot.board.code == old.code);
    let gone = earlier
        .iter()
        .filter(|old| is_of(site, old) && !is_here(old))
        .map(|old| Change {
            number: None,
            code: old.code.clone(),
            title: old.title.clone(),
            unit: String::new(),
            what: vec![site.lang.of(words::GONE).into()],
            before: site.square(old.at),
            after: String::new(),
        });
    standing.chain(gone).collect()
}

/// Of this plaza; a table of one plaza may leave its name out.
fn is_of(site: &Site<'_>, old: &Position) -> bool {
    old.plaza.is_empty() || old.plaza == site.plaza.name
}

fn changed(site: &Site<'_>, spot: &Spot<'_>, earlier: &[Position]) -> Option<Change> {
    let lang = site.lang;
    let mut change = Change {
        number: Some(spot.number),
        code: spot.board.code.clone(),
        title: spot.board.title(),
        unit: site.unit_name(spot.board.committee).into(),
        after: site.square(spot.stand.at),
        ..Change::default()
    };
    let Some(old) = earlier.iter().find(|old| old.code == spot.board.code) else {
        change.what.push(lang.of(words::ADDED).into());
        return Some(change);
    };
    change.before = site.square(old.at);
    if !is_of(site, old) {
        change
            .what
            .push(lang.of(words::other_plaza(&old.plaza, &site.plaza.name)));
        return Some(change);
    }
    let moved = length(old.at, spot.stand.at);
    if moved >= STILL {
        let way = point(spot.stand.at.x - old.at.x, spot.stand.at.y - old.at.y);
        change.what.push(lang.of(words::moved(moved, bearing(site, way))));
    }
    let turn = (spot.stand.facing - old.facing).rem_euclid(360.0);
    let turn = turn.min(360.0 - turn);
    if turn >= STRAIGHT {
        change.what.push(lang.of(words::turned(turn)));
    }
    if old.number > 0 && old.number != spot.number {
        change.what.push(lang.of(words::renumbered(old.number, spot.number)));
    }
    (!change.what.is_empty()).then_some(change)
}

/// A plan with arrows from where boards were to where they are, and the list.
pub fn delta_pages(site: &Site<'_>, earlier: &[Position], fonts: &Fonts) -> Vec<Frame> {
    let found = changes(site, earlier);
    let mut pages = vec![map(site, earlier, &found, fonts)];
    pages.extend(table(site, &found).pages(fonts, site.lang, A4_ACROSS));
    pages
}

fn table(site: &Site<'_>, found: &[Change]) -> Table {
    let lang = site.lang;
    let column = |head: words::Words, share: f64| Column {
        head: lang.of(head).to_string(),
        share,
        is_number: false,
    };
    let mut about = vec![lang.of(words::CHANGES_ABOUT).to_string()];
    if found.is_empty() {
        about.push(lang.of(words::NO_CHANGES).to_string());
    }
    let joined = lang.of(["，", "，", ", "]);
    let of = |change: &Change| {
        vec![
            change.number.map(|number| format!("{number:03}")).unwrap_or_default(),
            change.code.clone(),
            change.title.clone(),
            change.unit.clone(),
            change.what.join(joined),
            change.before.clone(),
            change.after.clone(),
        ]
    };
    Table {
        title: site.heading(lang.of(words::CHANGES)),
        about,
        columns: vec![
            column(words::NUMBER, 6.0),
            column(words::CODE, 9.0),
            column(words::TITLE, 26.0),
            column(words::UNIT, 17.0),
            column(words::WHAT_CHANGED, 32.0),
            column(words::BEFORE, 7.0),
            column(words::AFTER, 7.0),
        ],
        rows: found.iter().map(of).collect(),
        total: vec![lang.of(words::TOTAL).into(), found.len().to_string()],
        foot: Vec::new(),
    }
}

fn map(site: &Site<'_>, earlier: &[Position], found: &[Change], fonts: &Fonts) -> Frame {
    let paper = size(A3.h, A3.w);
    let mut sheet = Sheet::new(fonts, site.lang, paper);
    let title = site.heading(site.lang.of(words::CHANGES));
    sheet.line(&title, point(12.0, 10.0), 300.0, strong(5.6));
    let version = format!("{} {}", site.lang.of(words::VERSION), site.version());
    sheet.line_to(&version, point(paper.w - 12.0, 11.0), 80.0, plain(3.2).in_colour(GREY));
    let room = rect(20.0, 30.0, paper.w - 40.0, paper.h - 50.0);
    let scale = cut(site, Some(PlanPaper::A3)).overview;
    let fits = (room.w / site.bounds.w).min(room.h / site.bounds.h);
    let mm = fits.min(1000.0 / f64::from(scale).max(1.0) * 1.2);
    let chart = Chart::centred(&site.bounds, &room, mm, 0.8);
    let mut hand = Hand::new(&mut sheet, site, chart);
    let seen = chart.map_rect(&site.bounds).grow(1.0);
    hand.grid_edge(&seen);
    hand.grid(&seen);
    hand.things(|_| true);
    hand.outline();
    hand.true_boards();
    for old in earlier.iter().filter(|old| is_of(site, old)) {
        moved(&mut hand, site, old, found);
    }
    for spot in &site.spots {
        let is_named = found.iter().find(|change| change.code == spot.board.code);
        let Some(change) = is_named else { continue };
        let is_added = change.before.is_empty();
        let at = chart.map(spot.stand.at);
        let colour = if is_added { NEW } else { RED };
        hand.sheet.shape(Path::circle(at, 2.6), None, Some(pen(0.4, colour)));
        hand.word(&format!("{:03}", spot.number), point(at.x, at.y - 4.6), 2.6, colour);
    }
    sheet.finish()
}

/// The old place as a ghost; an arrow from it where the board went on.
fn moved(hand: &mut Hand<'_, '_>, site: &Site<'_>, old: &Position, found: &[Change]) {
    if !found.iter().any(|change| change.code == old.code) {
        return;
    }
    let from = hand.chart.map(old.at);
    let dash = Pen {
        width: 0.25,
        colour: GREY,
        dash: &[0.8, 0.6],
    };
    hand.sheet.shape(Path::circle(from, 1.6), None, Some(dash));
    let Some(spot) = site.spots.iter().find(|spot| spot.board.code == old.code) else {
        let cross = |x: f64| [point(from.x - x, from.y - 1.2), point(from.x + x, from.y + 1.2)];
        hand.sheet.through(&cross(1.2), pen(0.4, INK));
        hand.sheet.through(&cross(-1.2), pen(0.4, INK));
        return;
    };
    let to = hand.chart.map(spot.stand.at);
    let length = length(from, to);
    if length < 3.0 {
        return;
    }
    hand.sheet.through(&[from, to], pen(0.35, RED));
    let (dx, dy) = ((to.x - from.x) / length, (to.y - from.y) / length);
    let head = [(0.0, 0.0), (-2.2, 0.9), (-2.2, -0.9)]
        .map(|(on, aside)| point(to.x + dx * on - dy * aside, to.y + dy * on + dx * aside));
    hand.sheet.shape(ring(&head), Some(RED), None);
}
