//! What a guide carries: a page with the stops on a map, and a list by the clock.

use super::chart::{Chart, Hand, ROUTE, legs_of};
use super::leaflet::clock;
use super::site::{Site, distance};
use crate::base::say::plaza_paper as words;
use crate::export::papers::{A4, A4_ACROSS, Column, GREY, INK, PALE, Sheet, Table, WASH, plain, strong};
use crate::geom::{Point, point, rect};
use crate::layout::Frame;
use crate::model::{Board, Hour, Stop, Tour, USUAL_READING};
use crate::text::Fonts;
use std::sync::Arc;

/// Metres a second of a group that keeps together.
const PACE: f64 = 1.0;
/// Nobody stops for less, in seconds.
const LEAST: f64 = 15.0;
/// Longer than this is a slip, in seconds.
const MOST: f64 = 4.0 * 3600.0;
const EDGE: f64 = 14.0;

/// A stop as it is reached.
struct Reached<'t> {
    stop: &'t Stop,
    board: &'t Arc<Board>,
    number: usize,
    /// Metres from the stop before.
    walk: f64,
    /// Seconds after the tour's start.
    at: f64,
    stay: f64,
    /// Where the group stands.
    place: Option<Point>,
}

/// Of every tour of the plaza that has stops.
pub fn cues(site: &Site<'_>, start: Hour, fonts: &Fonts) -> Vec<Frame> {
    let tours = site.plaza.tours.iter().filter(|tour| !tour.stops.is_empty());
    let mut pages = Vec::new();
    for tour in tours {
        let reached = reached(site, tour);
        if reached.is_empty() {
            continue;
        }
        pages.push(guide(site, tour, &reached, start, fonts));
        pages.extend(list(site, tour, &reached, start).pages(fonts, site.lang, A4_ACROSS));
    }
    pages
}

fn reached<'t>(site: &'t Site<'_>, tour: &'t Tour) -> Vec<Reached<'t>> {
    let legs = legs_of(site, tour);
    let mut legs = legs.iter();
    let mut at = 0.0;
    let mut all = Vec::new();
    for stop in &tour.stops {
        let Some(board) = site.exhibition.board(stop.board) else {
            continue;
        };
        let leg = site.spot(stop.board).and_then(|_| legs.next());
        let walk = leg.map_or(0.0, |leg| {
            leg.points.windows(2).map(|ends| distance(ends[0], ends[1])).sum()
        });
        at += walk / PACE;
        let stay = stay(site, stop, board);
        all.push(Reached {
            stop,
            board,
            number: site.exhibition.number(stop.board).unwrap_or_default(),
            walk,
            at,
            stay,
            place: leg.and_then(|leg| leg.points.last().copied()),
        });
        at += stay;
    }
    all
}

/// As somebody set it, else as long as its text takes to read.
fn stay(site: &Site<'_>, stop: &Stop, board: &Board) -> f64 {
    let set = stop.seconds.filter(|seconds| seconds.is_finite() && *seconds >= 0.0);
    let reading = site.plaza.reading;
    let speed = if reading.is_finite() && reading >= 1.0 {
        reading
    } else {
        USUAL_READING
    };
    let shown = board.elements.iter().filter(|element| !element.is_hidden);
    let count = |text: &crate::model::TwoScript| {
        let plain = text.source.to_plain();
        plain.chars().filter(|c| !c.is_whitespace()).count()
    };
    let characters: usize = shown.flat_map(|element| element.texts()).map(count).sum();
    let usual = (characters as f64 / speed * 60.0).max(LEAST);
    set.unwrap_or(usual).min(MOST)
}

fn at_clock(start: Hour, seconds: f64) -> String {
    let minutes = (seconds / 60.0).floor().clamp(0.0, 10_000.0) as u32;
    clock(Hour(((u32::from(start.0) + minutes) % 1440) as u16))
}

fn in_short(site: &Site<'_>, reached: &[Reached<'_>]) -> String {
    let metres: f64 = reached.iter().map(|one| one.walk).sum();
    let last = reached.last().map_or(0.0, |one| one.at + one.stay);
    site.lang
        .of(words::tour_about(reached.len(), (last / 60.0).ceil(), metres))
}

fn name_of(site: &Site<'_>, tour: &Tour) -> String {
    let usual = site
        .lang
        .of(if tour.is_leaders { words::SIGN_TOUR } else { words::TOUR });
    let name = tour.name.trim();
    if name.is_empty() { usual.into() } else { name.into() }
}

/// One page: the way on a map above, the stops below.
fn guide(site: &Site<'_>, tour: &Tour, reached: &[Reached<'_>], start: Hour, fonts: &Fonts) -> Frame {
    let mut sheet = Sheet::new(fonts, site.lang, A4);
    let room = A4.w - 2.0 * EDGE;
    sheet.line(&name_of(site, tour), point(EDGE, EDGE), room, strong(7.0));
    let about = format!("{}　{}", site.heading(&at_clock(start, 0.0)), in_short(site, reached));
    sheet.line(&about, point(EDGE, EDGE + 11.0), room, plain(3.2).in_colour(GREY));
    let map = rect(EDGE, EDGE + 20.0, room, 112.0);
    sheet.outline(map, 0.2, PALE);
    let inner = map.grow(-7.0);
    let mm = (inner.w / site.bounds.w.max(1.0)).min(inner.h / site.bounds.h.max(1.0));
    let chart = Chart::centred(&site.bounds, &inner, mm, 0.6);
    let mut hand = Hand::new(&mut sheet, site, chart);
    hand.ground();
    hand.things(|_| true);
    hand.outline();
    hand.bars();
    hand.tour(tour);
    hand.entrance();
    for (at, one) in reached.iter().enumerate() {
        if let Some(place) = one.place {
            hand.disc(&(at + 1).to_string(), chart.map(place), 3.4, ROUTE);
        }
    }
    stops(&mut sheet, site, reached, start, map.bottom() + 6.0);
    sheet.finish()
}

fn stops(sheet: &mut Sheet<'_>, site: &Site<'_>, reached: &[Reached<'_>], start: Hour, top: f64) {
    let high = A4.h - EDGE - top;
    let columns = if reached.len() > 18 { 2 } else { 1 };
    let lines = reached.len().div_ceil(columns).max(1);
    let line = (high / lines as f64).min(11.0);
    let em = (line * 0.42).clamp(1.6, 3.6);
    let wide = (A4.w - 2.0 * EDGE) / columns as f64;
    for (at, one) in reached.iter().enumerate() {
        let (x, y) = (EDGE + wide * (at / lines) as f64, top + line * (at % lines) as f64);
        if at % lines % 2 == 0 {
            sheet.fill(rect(x, y, wide - 2.0, line), WASH);
        }
        let y = y + (line - em * 1.45) / 2.0;
        let cells = [
            (0.0, (at + 1).to_string(), strong(em).in_colour(ROUTE)),
            (2.4, at_clock(start, one.at), strong(em)),
            (6.2, format!("{:03}", one.number), strong(em)),
        ];
        for (left, text, look) in cells {
            sheet.line(&text, point(x + 1.5 + left * em, y), 4.0 * em, look);
        }
        let left = x + 1.5 + 9.0 * em;
        let title = format!("{}　{}", one.board.title(), site.unit_name(one.board.committee));
        let words = match one.stop.speech.trim() {
            "" => title,
            speech => format!("{title}　{speech}"),
        };
        sheet.line(&words, point(left, y), x + wide - left - 4.0, plain(em).in_colour(INK));
    }
}

fn list(site: &Site<'_>, tour: &Tour, reached: &[Reached<'_>], start: Hour) -> Table {
    let lang = site.lang;
    let column = |head: words::Words, share: f64, is_number: bool| Column {
        head: lang.of(head).to_string(),
        share,
        is_number,
    };
    let of = |(at, one): (usize, &Reached<'_>)| {
        vec![
            (at + 1).to_string(),
            at_clock(start, one.at),
            lang.of(words::seconds(one.stay)),
            format!("{:03}", one.number),
            one.board.title(),
            site.unit_name(one.board.committee).to_string(),
            one.stop.speech.trim().to_string(),
            format!("{:.0} m", one.walk),
        ]
    };
    Table {
        title: site.heading(&format!("{}　{}", lang.of(words::CUES), name_of(site, tour))),
        about: vec![in_short(site, reached), lang.of(words::CUES_ABOUT).to_string()],
        columns: vec![
            column(words::STOP, 5.0, false),
            column(words::CLOCK, 7.0, false),
            column(words::STAY, 11.0, false),
            column(words::BOARD, 7.0, false),
            column(words::TITLE, 26.0, false),
            column(words::UNIT, 18.0, false),
            column(words::SPEECH, 40.0, false),
            column(words::WALK, 8.0, true),
        ],
        rows: reached.iter().enumerate().map(of).collect(),
        total: Vec::new(),
        foot: Vec::new(),
    }
}
