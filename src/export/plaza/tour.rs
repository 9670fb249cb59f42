//! What a guide carries: a page with the stops on a map, and a list by the clock.

use super::chart::{Chart, Hand, ROUTE};
use super::leaflet::clock;
use super::site::Site;
use crate::base::say::plaza_paper as words;
use crate::export::papers::{A4, A4_ACROSS, Column, GREY, INK, PALE, Sheet, Table, WASH, plain, strong};
use crate::geom::{Point, point, rect};
use crate::layout::Frame;
use crate::model::{Board, Hour, Tour};
use crate::plaza::{Cue, Leg, measured};
use crate::text::Fonts;
use std::sync::Arc;

const EDGE: f64 = 14.0;

/// A stop as it is reached.
struct Reached<'t> {
    cue: Cue,
    board: &'t Arc<Board>,
    number: usize,
    /// Where the group stands.
    place: Point,
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

fn reached<'t>(site: &'t Site<'_>, tour: &Tour) -> Vec<Reached<'t>> {
    let walked = measured(site.exhibition, &site.sane, tour);
    let of = |(cue, leg): (Cue, Leg)| {
        Some(Reached {
            board: site.exhibition.board(cue.board)?,
            number: site.exhibition.number(cue.board).unwrap_or_default(),
            place: *leg.points.last()?,
            cue,
        })
    };
    walked.cues.into_iter().zip(walked.legs).filter_map(of).collect()
}

fn at_clock(start: Hour, seconds: f64) -> String {
    let minutes = (seconds / 60.0).floor().clamp(0.0, 10_000.0) as u32;
    clock(Hour(((u32::from(start.0) + minutes) % 1440) as u16))
}

fn in_short(site: &Site<'_>, reached: &[Reached<'_>]) -> String {
    let metres: f64 = reached.iter().map(|one| one.cue.metres).sum();
    let last = reached.last().map_or(0.0, |one| one.cue.at + one.cue.seconds);
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
        hand.disc(&(at + 1).to_string(), chart.map(one.place), 3.4, ROUTE);
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
            (2.4, at_clock(start, one.cue.at), strong(em)),
            (6.2, format!("{:03}", one.number), strong(em)),
        ];
        for (left, text, look) in cells {
            sheet.line(&text, point(x + 1.5 + left * em, y), 4.0 * em, look);
        }
        let left = x + 1.5 + 9.0 * em;
        let title = format!("{}　{}", one.board.title(), site.unit_name(one.board.committee));
        let words = match one.cue.speech.trim() {
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
            at_clock(start, one.cue.at),
            lang.of(words::seconds(one.cue.seconds)),
            format!("{:03}", one.number),
            one.board.title(),
            site.unit_name(one.board.committee).to_string(),
            one.cue.speech.trim().to_string(),
            format!("{:.0} m", one.cue.metres),
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
