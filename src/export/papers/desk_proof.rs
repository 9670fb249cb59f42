//! One board on office paper to be read and signed: fitted, with a scale, what tells this version from another, and the
//! smallest type at its true size.

use super::sheet::{A3, A4, GREY, INK, PALE, Sheet, plain, strong};
use super::today;
use crate::base::Lang;
use crate::base::say::paper;
use crate::export::{Boards, Page};
use crate::geom::{Rect, Size, Transform, point, rect};
use crate::layout::{Frame, Item, Placed};
use crate::model::Board;
use crate::text::Fonts;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    #[default]
    A4,
    A3,
}

const EDGE: f64 = 12.0;
/// Strip, facts and signatures.
const FOOT: f64 = 62.0;

/// Where the board stands on paper of this size.
fn place_on(size: Size) -> Rect {
    rect(EDGE, EDGE + 8.0, size.w - 2.0 * EDGE, size.h - 2.0 * EDGE - FOOT - 16.0)
}

fn scale(board: Size, place: Rect) -> f64 {
    (place.w / board.w).min(place.h / board.h)
}

pub fn desk_proof(boards: &Boards<'_>, board: &Arc<Board>, paper: Paper, fonts: &Fonts, lang: Lang) -> Frame {
    let laid = boards.cache.look(boards.exhibition, board, boards.script);
    let about = Page::about(boards.exhibition, board, boards.script);
    let upright = match paper {
        Paper::A4 => A4,
        Paper::A3 => A3,
    };
    let across = crate::geom::size(upright.h, upright.w);
    let scale_on = |size: Size| scale(laid.frame.size, place_on(size));
    // The paper lies as the board is seen larger.
    let size = if scale_on(across) > scale_on(upright) {
        across
    } else {
        upright
    };
    let mut sheet = Sheet::new(fonts, lang, size);
    let room = size.w - 2.0 * EDGE;
    let title = format!("{}　{}", about.number, about.title);
    sheet.line(&title, point(EDGE, EDGE - 2.0), room - 40.0, strong(5.0));
    let kind = format!("{}　{}", lang.of(paper::DESK_PROOF), about.code);
    sheet.line_to(
        &kind,
        point(size.w - EDGE, EDGE - 1.0),
        60.0,
        plain(3.2).in_colour(GREY),
    );
    let seen = fitted(&mut sheet, &laid.frame, place_on(size));
    ruler(&mut sheet, laid.frame.size, seen, lang);
    strip(
        &mut sheet,
        &laid.frame,
        rect(EDGE, size.h - EDGE - FOOT, room, 26.0),
        lang,
    );
    let facts = facts(boards, board, &about, lang);
    sheet.paragraph(
        &facts,
        point(EDGE, size.h - EDGE - 27.0),
        room,
        plain(2.9).in_colour(GREY),
    );
    signatures(&mut sheet, size, lang);
    sheet.finish()
}

fn fitted(sheet: &mut Sheet<'_>, frame: &Frame, place: Rect) -> Rect {
    let times = scale(frame.size, place);
    let (w, h) = (frame.size.w * times, frame.size.h * times);
    let seen = rect(place.x + (place.w - w) / 2.0, place.y + (place.h - h) / 2.0, w, h);
    let whole = rect(0.0, 0.0, frame.size.w, frame.size.h);
    sheet.board(frame, whole, point(seen.x, seen.y), times);
    sheet.outline(seen, 0.1, PALE);
    seen
}

/// A mark each 10 cm of the board below it, a longer one each half metre.
fn ruler(sheet: &mut Sheet<'_>, board: Size, seen: Rect, lang: Lang) {
    let y = seen.bottom() + 2.0;
    let mm = seen.w / board.w;
    sheet.rule(point(seen.x, y), point(seen.right(), y), 0.2, INK);
    for mark in 0..=(board.w / 100.0) as u32 {
        let x = seen.x + f64::from(mark) * 100.0 * mm;
        let long = if mark % 5 == 0 { 2.2 } else { 1.2 };
        sheet.rule(point(x, y), point(x, y + long), 0.2, INK);
    }
    let words = lang.of(paper::scale(1.0 / mm));
    sheet.line_about(
        &words,
        point(seen.centre().x, y + 2.4),
        120.0,
        plain(2.6).in_colour(GREY),
    );
}

/// Around the smallest type of an element.
fn strip(sheet: &mut Sheet<'_>, frame: &Frame, place: Rect, lang: Lang) {
    let mut least: Option<(f64, Rect)> = None;
    smallest(&frame.items, &Transform::IDENTITY, &mut least);
    let Some((em, at)) = least else { return };
    let caption = lang.of(paper::smallest(em));
    sheet.line(&caption, point(place.x, place.y), place.w, plain(2.6).in_colour(GREY));
    let window = rect(place.x, place.y + 4.2, place.w, place.h - 4.2);
    let x = (at.x - 4.0).min(frame.size.w - window.w).max(0.0);
    // Characters stand from 0.88 em above the baseline, the foot of `at`, to 0.12 em below it.
    let y = at.bottom() - 0.38 * at.h - window.h / 2.0;
    sheet.board(frame, rect(x, y, window.w, window.h), point(window.x, window.y), 1.0);
    sheet.outline(window, 0.1, PALE);
}

/// Size and place of the smallest type so far.
fn smallest(items: &[Placed], outer: &Transform, least: &mut Option<(f64, Rect)>) {
    for placed in items {
        let at = placed.at.then(outer);
        match &placed.item {
            Item::Group(group) => smallest(&group.items, &at, least),
            Item::Glyphs(run) => {
                let (one, other) = (at.apply(point(0.0, 0.0)), at.apply(point(run.em, 0.0)));
                let em = (other.x - one.x).hypot(other.y - one.y);
                let is_less = least.is_none_or(|(known, _)| em < known - 1e-6);
                if let (Some(first), true, false) = (run.glyphs.first(), is_less, run.text.trim().is_empty()) {
                    let start = at.apply(point(first.x, first.y));
                    *least = Some((em, rect(start.x, start.y - em, em, em)));
                }
            }
            Item::Image(_) | Item::Path(_) | Item::Shadow(_) => {}
        }
    }
}

/// What tells this version from another.
fn facts(boards: &Boards<'_>, board: &Board, about: &Page, lang: Lang) -> String {
    let digest = board.digest().hex();
    let material = if about.material.is_empty() {
        lang.of(paper::UNNAMED).to_string()
    } else {
        about.material.clone()
    };
    let show = &boards.exhibition.show.title;
    let show = lang.of([&show.hans, &show.hant, &show.hans]);
    format!(
        "{show}　{} {}　{} {:.0}×{:.0} mm　{} {material}\n{} {}　{} {}",
        lang.of(paper::UNIT),
        about.committee,
        lang.of(paper::SIZE),
        board.size.w,
        board.size.h,
        lang.of(paper::MATERIAL),
        lang.of(paper::PRINTED),
        today(),
        lang.of(paper::VERSION),
        &digest[..16],
    )
}

fn signatures(sheet: &mut Sheet<'_>, size: Size, lang: Lang) {
    let y = size.h - EDGE - 6.0;
    let width = (size.w - 2.0 * EDGE) / 3.0;
    for (at, word) in [paper::SIGNED, paper::APPROVED_BY, paper::DATE].into_iter().enumerate() {
        let x = EDGE + width * at as f64;
        let taken = sheet.line(lang.of(word), point(x, y), width, plain(3.4));
        let line = [point(x + taken + 2.0, y + 4.6), point(x + width - 6.0, y + 4.6)];
        sheet.rule(line[0], line[1], 0.2, INK);
    }
}
