//! Lists for those who set up: what goes onto the truck, what lies on the ground, who does what when, what has come.

use super::positions::foot;
use super::site::{Site, Spot, spans};
use crate::base::Lang;
use crate::base::say::plaza_paper as words;
use crate::base::say::plaza_paper::Words;
use crate::export::papers::{
    A4, A4_ACROSS, Column, GREY, INK, PALE, PAPER, Pen, Sheet, Table, pen, plain, ring, strong,
};
use crate::geom::{Path, Point, Rect, point, rect};
use crate::layout::Frame;
use crate::model::{Board, CommitteeId};
use crate::plaza::facing_vector;
use crate::plaza::ground::length;
use crate::text::Fonts;
use std::collections::BTreeMap;

/// Where somebody makes a tick.
const BOX: &str = "□";

fn column(lang: Lang, head: Words, share: f64) -> Column {
    Column {
        head: lang.of(head).to_string(),
        share,
        is_number: false,
    }
}

/// The count stands under the titles, where there is room.
fn counted(lang: Lang, boards: usize) -> Vec<String> {
    let empty = String::new();
    vec![
        lang.of(words::TOTAL).into(),
        empty.clone(),
        empty,
        lang.of(words::boards(boards)),
    ]
}

fn size_of(board: &Board) -> String {
    format!("{:.0}×{:.0}", board.size.w / 10.0, board.size.h / 10.0)
}

/// A list a row, each on paper of its own: it goes with the truck.
pub fn loading(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    let lang = site.lang;
    let columns = || {
        vec![
            column(lang, words::TURN, 9.0),
            column(lang, words::NUMBER, 6.0),
            column(lang, words::CODE, 9.0),
            column(lang, words::TITLE, 30.0),
            column(lang, words::UNIT, 18.0),
            column(lang, words::SIZE, 10.0),
            column(lang, words::FOOT, 10.0),
            column(lang, words::LOADED, 6.0),
        ]
    };
    let mut pages = Vec::new();
    for (at, row) in site.rows.iter().enumerate() {
        let last_first = row.spots.iter().rev().map(|spot| &site.spots[*spot]);
        let rows = last_first.enumerate().map(|(turn, spot)| {
            vec![
                (turn + 1).to_string(),
                format!("{:03}", spot.number),
                spot.board.code.clone(),
                spot.board.title(),
                site.unit_name(spot.board.committee).to_string(),
                size_of(spot.board),
                lang.of(foot(spot.stand.foot)).to_string(),
                BOX.to_string(),
            ]
        });
        let which = format!("{}　{}", lang.of(words::LOADING), lang.of(words::row(at + 1)));
        let table = Table {
            title: site.heading(&which),
            about: vec![lang.of(words::LOADING_ABOUT).into()],
            columns: columns(),
            rows: rows.collect(),
            total: counted(lang, row.spots.len()),
            foot: Vec::new(),
        };
        pages.extend(table.pages(fonts, lang, A4));
    }
    pages
}

/// Unit by unit: which boards, in which rows; time, person and signature are left to them.
pub fn schedule(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    let lang = site.lang;
    let mut rows_of: BTreeMap<CommitteeId, Vec<usize>> = BTreeMap::new();
    for (at, row) in site.rows.iter().enumerate() {
        for spot in &row.spots {
            let rows = rows_of.entry(site.spots[*spot].board.committee).or_default();
            if rows.last() != Some(&(at + 1)) {
                rows.push(at + 1);
            }
        }
    }
    let of_unit = |(unit, _, numbers): (&crate::model::Committee, _, Vec<usize>)| {
        let mut rows = rows_of.get(&unit.id).cloned().unwrap_or_default();
        rows.dedup();
        let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
        vec![
            super::site::named(&unit.name, lang).to_string(),
            spans(&numbers, 4),
            numbers.len().to_string(),
            rows.join("、"),
            String::new(),
            String::new(),
            String::new(),
        ]
    };
    let table = Table {
        title: site.heading(lang.of(words::SCHEDULE)),
        about: vec![lang.of(words::SCHEDULE_ABOUT).into()],
        columns: vec![
            column(lang, words::UNIT, 26.0),
            column(lang, words::NUMBER, 20.0),
            column(lang, words::BOARDS, 7.0),
            column(lang, words::ROW, 9.0),
            column(lang, words::FROM_TO, 18.0),
            column(lang, words::PERSON, 22.0),
            column(lang, words::SIGNATURE, 16.0),
        ],
        rows: site.units().into_iter().map(of_unit).collect(),
        total: vec![
            lang.of(words::TOTAL).into(),
            String::new(),
            site.spots.len().to_string(),
        ],
        foot: Vec::new(),
    };
    table.pages(fonts, lang, A4_ACROSS)
}

/// By number, to be ticked; boards without a place on a page behind.
pub fn check_in(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    let lang = site.lang;
    let of_spot = |spot: &Spot<'_>| {
        let row = site.row_of(spot.board.id).map(|row| (row + 1).to_string());
        vec![
            format!("{:03}", spot.number),
            spot.board.code.clone(),
            spot.board.title(),
            site.unit_name(spot.board.committee).to_string(),
            row.unwrap_or_default(),
            site.square(spot.stand.at),
            BOX.into(),
            BOX.into(),
            String::new(),
        ]
    };
    let table = Table {
        title: site.heading(lang.of(words::CHECK_IN)),
        about: Vec::new(),
        columns: vec![
            column(lang, words::NUMBER, 6.0),
            column(lang, words::CODE, 9.0),
            column(lang, words::TITLE, 30.0),
            column(lang, words::UNIT, 18.0),
            column(lang, words::ROW, 5.0),
            column(lang, words::SQUARE, 6.0),
            column(lang, words::ARRIVED, 6.0),
            column(lang, words::SOUND, 6.0),
            column(lang, words::REMARK, 14.0),
        ],
        rows: site.spots.iter().map(of_spot).collect(),
        total: counted(lang, site.spots.len()),
        foot: Vec::new(),
    };
    let mut pages = table.pages(fonts, lang, A4);
    pages.extend(spares(site, fonts));
    pages
}

fn spares(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    let (lang, spares) = (site.lang, site.spares());
    if spares.is_empty() {
        return Vec::new();
    }
    let of_board = |(number, board): &(usize, &std::sync::Arc<Board>)| {
        vec![
            format!("{number:03}"),
            board.code.clone(),
            board.title(),
            site.unit_name(board.committee).to_string(),
            size_of(board),
            BOX.into(),
            String::new(),
        ]
    };
    let table = Table {
        title: site.heading(lang.of(words::SPARES)),
        about: Vec::new(),
        columns: vec![
            column(lang, words::NUMBER, 6.0),
            column(lang, words::CODE, 9.0),
            column(lang, words::TITLE, 30.0),
            column(lang, words::UNIT, 18.0),
            column(lang, words::SIZE, 10.0),
            column(lang, words::ARRIVED, 6.0),
            column(lang, words::REMARK, 16.0),
        ],
        rows: spares.iter().map(of_board).collect(),
        total: counted(lang, spares.len()),
        foot: Vec::new(),
    };
    table.pages(fonts, lang, A4)
}

/// Two on a sheet, to be cut apart: each lies where its board will stand.
pub fn cards(site: &Site<'_>, fonts: &Fonts) -> Vec<Frame> {
    let high = A4.h / 2.0;
    let of_page = |some: &[Spot<'_>]| {
        let mut sheet = Sheet::new(fonts, site.lang, A4);
        for (at, spot) in some.iter().enumerate() {
            card(&mut sheet, site, spot, rect(0.0, high * at as f64, A4.w, high));
        }
        let dash = Pen {
            width: 0.15,
            colour: GREY,
            dash: &[2.0, 2.0],
        };
        sheet.through(&[point(0.0, high), point(A4.w, high)], dash);
        sheet.finish()
    };
    site.spots.chunks(2).map(of_page).collect()
}

fn card(sheet: &mut Sheet<'_>, site: &Site<'_>, spot: &Spot<'_>, area: Rect) {
    let (lang, board) = (site.lang, spot.board);
    let inner = area.grow(-10.0);
    let colour = site.colour(board.committee);
    sheet.fill(rect(area.x, area.y, 5.0, area.h), colour);
    let number = format!("{:03}", spot.number);
    // As wide as its half of the card allows.
    let em = 66.0 * 3.0 / (number.len().max(3)) as f64;
    sheet.line(&number, point(inner.x + 2.0, inner.y - em * 0.24), 130.0, strong(em));
    let side = 30.0;
    let code = rect(inner.right() - side, inner.y, side, side);
    sheet.code(&format!("{number} {} {}", board.code, board.title()), code);
    sheet.line_about(
        &board.code,
        point(code.centre().x, code.bottom() + 0.5),
        side,
        plain(3.4),
    );
    facing(sheet, site, spot, point(inner.right() - 15.0, inner.y + 66.0));
    let (left, width) = (inner.x + 2.0, inner.w - 48.0);
    sheet.line(
        site.unit_name(board.committee),
        point(left, inner.y + 72.0),
        width,
        strong(8.0),
    );
    sheet.paragraph_of(&board.title(), point(left, inner.y + 85.0), width, 2, plain(5.6));
    let facts = format!(
        "{:.0} × {:.0} mm　{}",
        board.size.w,
        board.size.h,
        lang.of(foot(spot.stand.foot))
    );
    let base = inner.bottom();
    sheet.line(&facts, point(left, base - 22.0), width, plain(4.6));
    sheet.line(&place_of(site, spot), point(left, base - 14.0), inner.w, plain(4.6));
    let foot = site.heading(lang.of(words::CARDS));
    sheet.line(&foot, point(left, base - 5.0), inner.w, plain(3.2).in_colour(GREY));
}

fn place_of(site: &Site<'_>, spot: &Spot<'_>) -> String {
    let lang = site.lang;
    let mut parts = Vec::new();
    if let Some(row) = site.row_of(spot.board.id) {
        parts.push(lang.of(words::row(row + 1)));
        let start = site.rows[row].ends[0];
        parts.push(lang.of(words::from_start(length(start, spot.feet()[0]))));
    }
    let square = site.square(spot.stand.at);
    if !square.is_empty() {
        parts.push(format!("{} {square}", lang.of(words::SQUARE)));
    }
    parts.join("　")
}

/// Which way its face looks: an arrow on a rose whose top is the plan's, and the bearing in words.
fn facing(sheet: &mut Sheet<'_>, site: &Site<'_>, spot: &Spot<'_>, middle: Point) {
    let front = facing_vector(spot.stand.facing);
    let at = |out: f64, aside: f64| {
        point(
            middle.x + front.x * out - front.y * aside,
            middle.y + front.y * out + front.x * aside,
        )
    };
    sheet.shape(Path::circle(middle, 15.0), Some(PAPER), Some(pen(0.4, PALE)));
    let bar = [at(-1.2, -9.0), at(-1.2, 9.0), at(1.2, 9.0), at(1.2, -9.0)];
    sheet.shape(ring(&bar), Some(INK), None);
    let arrow = [at(3.0, -3.0), at(3.0, 3.0), at(11.5, 0.0)];
    sheet.shape(ring(&arrow), Some(site.colour(spot.board.committee)), None);
    let north = site.plaza.venue.north;
    let (sin, cos) = if north.is_finite() {
        north.to_radians().sin_cos()
    } else {
        (0.0, 1.0)
    };
    let lang = site.lang;
    let mark = point(middle.x + sin * 11.8, middle.y - cos * 11.8);
    let look = strong(3.2).in_colour(GREY);
    sheet.line_about(lang.of(words::NORTH), point(mark.x, mark.y - 2.3), 12.0, look);
    let gap = if lang == Lang::En { " " } else { "" };
    let words = format!("{}{gap}{}", lang.of(words::FACES), lang.of(*bearing(site, front)));
    sheet.line_about(&words, point(middle.x, middle.y + 17.0), 44.0, strong(5.0));
}

/// The eighth of the compass in which a direction on the plan lies.
pub fn bearing(site: &Site<'_>, way: Point) -> &'static Words {
    let north = site.plaza.venue.north;
    let north = if north.is_finite() { north } else { 0.0 };
    let degrees = way.x.atan2(-way.y).to_degrees() - north;
    let eighth = (degrees.rem_euclid(360.0) / 45.0).round() as usize % 8;
    &words::BEARINGS[eighth]
}
