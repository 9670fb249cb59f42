//! All boards small, in display sequence, with number, title and size.

use super::sheet::{A4_ACROSS, GREY, PALE, Sheet, plain, strong};
use super::{Thumbs, today};
use crate::base::say::paper;
use crate::export::{Boards, Page};
use crate::geom::{point, rect};
use crate::layout::Frame;
use crate::{base::Lang, text::Fonts};

const ACROSS: usize = 5;
const DOWN: usize = 2;
const EDGE: f64 = 12.0;

pub fn contact_sheets(boards: &Boards<'_>, thumbs: &Thumbs, title: &str, fonts: &Fonts, lang: Lang) -> Vec<Frame> {
    let pages: Vec<_> = boards.boards.chunks(ACROSS * DOWN).collect();
    let count = pages.len();
    let (w, h) = ((A4_ACROSS.w - 2.0 * EDGE) / ACROSS as f64, 85.0);
    let of_page = |(at, some): (usize, &&[std::sync::Arc<crate::model::Board>])| {
        let mut sheet = Sheet::new(fonts, lang, A4_ACROSS);
        let head = format!("{title}　{}", lang.of(paper::CONTACT));
        sheet.line(&head, point(EDGE, 8.0), 200.0, strong(4.2));
        let foot = format!("{}　{} / {count}", today(), at + 1);
        sheet.line_to(&foot, point(A4_ACROSS.w - EDGE, 8.6), 60.0, plain(2.8).in_colour(GREY));
        for (cell, board) in some.iter().enumerate() {
            let (x, y) = (
                EDGE + (cell % ACROSS) as f64 * w,
                20.0 + (cell / ACROSS) as f64 * (h + 6.0),
            );
            let about = Page::about(boards.exhibition, board, boards.script);
            if let Some(facts) = thumbs.get(board.id) {
                let seen = sheet.picture(facts, rect(x + 1.0, y, w - 4.0, h - 16.0));
                sheet.outline(seen, 0.1, PALE);
            }
            let room = w - 4.0;
            sheet.line(&about.number, point(x + 1.0, y + h - 14.0), room, strong(4.2));
            let code = point(x + w - 3.0, y + h - 13.2);
            sheet.line_to(&about.code, code, room - 12.0, plain(2.8).in_colour(GREY));
            sheet.line(&about.title, point(x + 1.0, y + h - 8.0), room, plain(2.8));
            let size = format!("{:.0}×{:.0} mm · {}", board.size.w, board.size.h, about.committee);
            sheet.line(&size, point(x + 1.0, y + h - 4.0), room, plain(2.4).in_colour(GREY));
        }
        sheet.finish()
    };
    pages.iter().enumerate().map(of_page).collect()
}
