//! What visitors carry: A4 lying across, folded once. Outside the title and who made which boards, inside the map.

use super::chart::{Chart, Hand};
use super::instruments::compass;
use super::site::{Site, named, spans};
use super::things;
use crate::base::say::plaza_paper as words;
use crate::base::{Colour, Lang};
use crate::export::papers::{A4_ACROSS, GREY, INK, PALE, PAPER, RED, Sheet, pen, plain, ring, strong};
use crate::geom::{Point, Rect, point, rect};
use crate::layout::Frame;
use crate::model::{Hour, TwoName};
use crate::text::Fonts;

const FOLD: f64 = A4_ACROSS.w / 2.0;
const EDGE: f64 = 12.0;
const CLOTH: Colour = Colour::Cmyk([0.0, 2.0, 6.0, 3.0]);

pub fn leaflet(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    vec![outside(site, fonts), inside(site, fonts)]
}

/// The other script's form, where it differs.
fn other(name: &TwoName, lang: Lang) -> Option<&str> {
    let other = lang.of([&name.hant, &name.hans, &name.hant]);
    (!other.is_empty() && other != named(name, lang)).then_some(other)
}

/// Back cover at the left, front cover at the right.
fn outside(site: &Site<'_>, fonts: &Fonts) -> Frame {
    let mut sheet = Sheet::new(fonts, site.lang, A4_ACROSS);
    sheet.fill(rect(FOLD, 0.0, FOLD, A4_ACROSS.h), CLOTH);
    cover(&mut sheet, site);
    back(&mut sheet, site);
    sheet.finish()
}

fn cover(sheet: &mut Sheet<'_>, site: &Site<'_>) {
    let lang = site.lang;
    let (left, room) = (FOLD + 16.0, FOLD - 32.0);
    bands(sheet, site, rect(FOLD, 118.0, FOLD, 62.0));
    let title = &site.exhibition.show.title;
    let name = named(title, lang);
    let wide = sheet.width_of(name, strong(1.0)).max(0.1);
    let em = (room / wide).clamp(7.0, 19.0);
    let mut y = 30.0;
    y += sheet.paragraph_of(name, point(left, y), room, 3, strong(em));
    if let Some(other) = other(title, lang) {
        y += 2.0;
        let look = plain((em * 0.42).clamp(4.0, 7.0)).in_colour(GREY);
        y += sheet.paragraph_of(other, point(left, y), room, 2, look);
    }
    y += 5.0;
    sheet.fill(rect(left, y, 14.0, 0.9), INK);
    y += 6.0;
    let place = named(&site.exhibition.show.place, lang);
    let place = if place.is_empty() { &site.plaza.name } else { place };
    if place != name {
        sheet.line(place, point(left, y), room, plain(5.4));
        y += 9.0;
    }
    let hours = hours(site).unwrap_or_default();
    sheet.line(&hours, point(left, y), room, plain(4.2));
    let count = lang.of(words::boards(site.spots.len()));
    sheet.line(&count, point(left, 188.0), room, plain(3.8).in_colour(GREY));
    let leaflet = point(A4_ACROSS.w - 16.0, 188.0);
    sheet.line_to(lang.of(words::LEAFLET), leaflet, 60.0, plain(3.8).in_colour(GREY));
}

/// The boards of the show as they follow each other: as wide as they are, in their units' colours.
fn bands(sheet: &mut Sheet<'_>, site: &Site<'_>, area: Rect) {
    let all: f64 = site.spots.iter().map(|spot| spot.board.size.w).sum();
    if all <= 0.0 {
        return;
    }
    let mut x = area.x;
    let tallest = site.spots.iter().map(|spot| spot.board.size.h).fold(1.0, f64::max);
    for spot in &site.spots {
        let wide = spot.board.size.w / all * area.w;
        let high = area.h * (0.35 + 0.65 * spot.board.size.h / tallest);
        let bar = rect(x, area.bottom() - high, (wide - 0.12).max(0.1), high);
        sheet.fill(bar, site.colour(spot.board.committee));
        x += wide;
    }
}

/// "2026-12-01 – 2026-12-10　9:00–17:00", as far as somebody has said.
fn hours(site: &Site<'_>) -> Option<String> {
    let venue = &site.plaza.venue;
    let day = site.exhibition.show.days().or(venue.day.map(|day| day.to_string()));
    let clock = (venue.closes > venue.opens).then(|| format!("{}–{}", clock(venue.opens), clock(venue.closes)));
    let parts: Vec<String> = day.into_iter().chain(clock).collect();
    (!parts.is_empty()).then(|| format!("{}　{}", site.lang.of(words::OPEN), parts.join("　")))
}

pub fn clock(hour: Hour) -> String {
    hour.to_string()
}

fn back(sheet: &mut Sheet<'_>, site: &Site<'_>) {
    let lang = site.lang;
    let room = FOLD - 2.0 * EDGE;
    sheet.line(lang.of(words::UNITS), point(EDGE, EDGE), room, strong(5.0));
    sheet.rule(point(EDGE, EDGE + 9.0), point(FOLD - EDGE, EDGE + 9.0), 0.3, INK);
    let units = site.units();
    let top = EDGE + 12.0;
    let high = A4_ACROSS.h - EDGE - 14.0 - top;
    // As large as there is room for, in one column or two.
    let columns = if units.len() > 24 { 2 } else { 1 };
    let lines = units.len().div_ceil(columns).max(1);
    let line = (high / lines as f64).min(8.5);
    let em = (line * 0.56).clamp(1.8, 3.9);
    let wide = room / columns as f64;
    for (at, (unit, colour, numbers)) in units.iter().enumerate() {
        let (x, y) = (EDGE + wide * (at / lines) as f64, top + line * (at % lines) as f64);
        sheet.fill(rect(x, y + em * 0.22, em, em), *colour);
        let figures = spans(numbers, 2);
        let used = sheet.line(&figures, point(x + em * 1.6, y), wide * 0.5, strong(em));
        let left = x + (em * 1.6 + used + 2.0).max(em * 7.2);
        let room = x + wide - left - 2.0;
        let used = sheet.line(named(&unit.name, lang), point(left, y), room, plain(em));
        if let Some(other) = other(&unit.name, lang).filter(|_| room - used > em * 3.0) {
            let look = plain(em * 0.8).in_colour(GREY);
            sheet.line(other, point(left + used + 2.0, y + em * 0.15), room - used - 2.0, look);
        }
    }
    let foot = point(EDGE, A4_ACROSS.h - EDGE - 8.0);
    sheet.paragraph_of(lang.of(words::HOW_TO_VISIT), foot, room, 2, plain(2.9).in_colour(GREY));
}

/// The map over the whole spread; nothing that matters lies in the fold.
fn inside(site: &Site<'_>, fonts: &Fonts) -> Frame {
    let mut sheet = Sheet::new(fonts, site.lang, A4_ACROSS);
    sheet.fill(rect(0.0, 0.0, A4_ACROSS.w, A4_ACROSS.h), CLOTH);
    let lang = site.lang;
    sheet.line(site.show_name(), point(EDGE, 9.0), 150.0, strong(5.6));
    let compass_at = point(A4_ACROSS.w - EDGE - 5.0, 15.5);
    compass(&mut sheet, compass_at, 4.6, site.plaza.venue.north, lang);
    let hours = hours(site).unwrap_or_default();
    let right = point(A4_ACROSS.w - EDGE - 16.0, 11.0);
    sheet.line_to(&hours, right, 110.0, plain(3.4).in_colour(GREY));
    let room = rect(EDGE, 26.0, A4_ACROSS.w - 2.0 * EDGE, A4_ACROSS.h - 26.0 - EDGE);
    map(&mut sheet, site, room);
    sheet.finish()
}

fn map(sheet: &mut Sheet<'_>, site: &Site<'_>, room: Rect) {
    let inner = room.grow(-8.0);
    let mm = (inner.w / site.bounds.w.max(1.0)).min(inner.h / site.bounds.h.max(1.0));
    let chart = Chart::centred(&site.bounds, &inner, mm, 0.72);
    let ground = chart.map_all(&site.outline);
    sheet.shape(ring(&ground), Some(PAPER), Some(pen(0.3, PALE)));
    let mut hand = Hand::new(sheet, site, chart);
    hand.ground();
    hand.things(things::is_for_visitors);
    hand.bars();
    begin(&mut hand, site);
    hand.numbers();
    hand.entrance();
    hand.units(&[4.6, 3.8, 3.0, 2.4]);
}

/// Where to begin: a mark at the first board.
fn begin(hand: &mut Hand<'_, '_>, site: &Site<'_>) {
    let Some(first) = site.spots.first() else { return };
    let left: Point = hand.chart.map(first.feet()[0]);
    let side = crate::plaza::along(first.stand.facing);
    let at = point(left.x - side.x * 4.4, left.y - side.y * 4.4);
    hand.disc("1", at, 3.4, RED);
    hand.taken.push(rect(at.x - 3.0, at.y - 3.0, 6.0, 6.0));
    let word = hand.lang().of(words::BEGIN_HERE);
    hand.label(word, point(at.x, at.y - 4.6), 3.4, RED);
}
