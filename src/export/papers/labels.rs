//! Labels for the backs of boards: number, place, unit, and a code that names the board to a phone.

use super::sheet::{A4, GREY, PALE, Sheet, plain, strong};
use crate::base::Lang;
use crate::base::say::paper;
use crate::export::{Boards, Page};
use crate::geom::{Rect, point, rect};
use crate::layout::Frame;
use crate::model::{Board, Exhibition};
use crate::text::Fonts;
use std::sync::Arc;

const ACROSS: usize = 2;
const DOWN: usize = 5;
const EDGE: f64 = 8.0;

pub fn labels(boards: &Boards<'_>, fonts: &Fonts, lang: Lang) -> Vec<Frame> {
    let (w, h) = ((A4.w - 2.0 * EDGE) / ACROSS as f64, (A4.h - 2.0 * EDGE) / DOWN as f64);
    let of_page = |some: &[Arc<Board>]| {
        let mut sheet = Sheet::new(fonts, lang, A4);
        for (cell, board) in some.iter().enumerate() {
            let x = EDGE + (cell % ACROSS) as f64 * w;
            let y = EDGE + (cell / ACROSS) as f64 * h;
            label(&mut sheet, boards, board, rect(x, y, w, h), lang);
        }
        sheet.finish()
    };
    boards.boards.chunks(ACROSS * DOWN).map(of_page).collect()
}

fn label(sheet: &mut Sheet<'_>, boards: &Boards<'_>, board: &Board, area: Rect, lang: Lang) {
    let about = Page::about(boards.exhibition, board, boards.script);
    sheet.outline(area, 0.1, PALE);
    let inner = area.grow(-4.0);
    let side = 30.0;
    let code = rect(inner.right() - side, inner.y, side, side);
    sheet.code(&format!("{} {} {}", about.number, about.code, about.title), code);
    sheet.line_about(
        &about.code,
        point(code.centre().x, code.bottom() + 0.5),
        side,
        plain(3.2),
    );
    let room = inner.w - side - 3.0;
    sheet.line(&about.number, point(inner.x, inner.y - 3.0), room, strong(17.0));
    let unit = point(inner.x, inner.y + 22.5);
    sheet.line(&about.committee, unit, room, strong(4.4));
    sheet.paragraph_of(&about.title, point(inner.x, inner.y + 29.5), room, 2, plain(3.4));
    let place = place_of(boards.exhibition, board, lang).unwrap_or_else(|| lang.of(paper::NO_PLACE).into());
    let foot = point(inner.x, inner.bottom() - 4.6);
    sheet.line(&place, foot, inner.w, plain(3.4).in_colour(GREY));
}

/// "文化广场 · 12.5 m, 8.0 m".
pub fn place_of(exhibition: &Exhibition, board: &Board, lang: Lang) -> Option<String> {
    let found = exhibition
        .plazas
        .iter()
        .find_map(|plaza| Some((plaza, plaza.places.get(&board.id)?)));
    let (plaza, stand) = found?;
    let [right, down] = [stand.at.x, stand.at.y];
    Some(lang.of(paper::place(&plaza.name, right, down)))
}
