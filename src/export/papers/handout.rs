//! All texts of a show in visiting order, large and in both scripts, for those who cannot read them on the boards.

use super::sheet::{A4, GREY, INK, PALE, Sheet, Type, plain, strong};
use crate::base::Lang;
use crate::base::say::paper;
use crate::export::{Boards, Page};
use crate::geom::point;
use crate::layout::Frame;
use crate::model::{Board, Element, ElementKind};
use crate::script::Script;
use crate::text::Fonts;
use std::sync::Arc;

const EDGE: f64 = 20.0;
/// 18 point, what large print means to the blind associations.
const EM: f64 = 18.0 * 25.4 / 72.0;

struct Book<'a> {
    fonts: &'a Fonts,
    lang: Lang,
    done: Vec<Sheet<'a>>,
    sheet: Sheet<'a>,
    y: f64,
}

pub fn handout(boards: &Boards<'_>, title: &str, fonts: &Fonts, lang: Lang) -> Vec<Frame> {
    let mut book = Book {
        fonts,
        lang,
        done: Vec::new(),
        sheet: Sheet::new(fonts, lang, A4),
        y: EDGE,
    };
    book.say(&format!("{title}　{}", lang.of(paper::HANDOUT)), strong(8.0));
    book.y += 6.0;
    for board in boards.boards {
        book.board(boards, board);
    }
    book.finish()
}

impl Book<'_> {
    fn board(&mut self, boards: &Boards<'_>, board: &Arc<Board>) {
        let about = Page::about(boards.exhibition, board, boards.script);
        // A board begins with some lines of its text.
        if self.y > A4.h - EDGE - 60.0 {
            self.turn_page();
        }
        self.sheet
            .rule(point(EDGE, self.y), point(A4.w - EDGE, self.y), 0.4, INK);
        self.y += 4.0;
        self.say(
            &format!("{}　{}", about.number, about.committee),
            plain(4.6).in_colour(GREY),
        );
        let own = boards.script.unwrap_or(board.script);
        for script in [own, own.other()] {
            self.sheet.turn_to(script, boards.exhibition.show.region);
            let texts = texts(boards, board, script);
            if texts.is_empty() {
                self.say(self.lang.of(paper::NO_TEXT), plain(EM).in_colour(GREY));
                break;
            }
            for (text, is_title) in texts {
                self.say(&text, if is_title { strong(EM * 1.25) } else { plain(EM) });
                self.y += 2.0;
            }
            if script == own {
                self.sheet
                    .rule(point(EDGE, self.y + 1.0), point(EDGE + 30.0, self.y + 1.0), 0.3, PALE);
                self.y += 5.0;
            }
        }
        self.y += 6.0;
    }

    /// Sentence by sentence, so that a page may end between two.
    fn say(&mut self, text: &str, look: Type) {
        let width = A4.w - 2.0 * EDGE;
        for part in parts(text) {
            let high = self.sheet.height_of(part, width, look);
            if self.y + high > A4.h - EDGE {
                self.turn_page();
            }
            self.y += self.sheet.paragraph(part, point(EDGE, self.y), width, look);
        }
    }

    fn turn_page(&mut self) {
        let next = self.sheet.next(self.fonts, A4);
        self.done.push(std::mem::replace(&mut self.sheet, next));
        self.y = EDGE;
    }

    fn finish(mut self) -> Vec<Frame> {
        self.done.push(self.sheet);
        let numbered = self.done.into_iter().enumerate().map(|(at, mut sheet)| {
            let foot = point(A4.w / 2.0, A4.h - 13.0);
            sheet.line_about(&format!("{}", at + 1), foot, 40.0, plain(4.0).in_colour(GREY));
            sheet.finish()
        });
        numbered.collect()
    }
}

/// A paragraph whole where it is short, else its sentences in groups of about 160 characters.
fn parts(text: &str) -> Vec<&str> {
    const LONG: usize = 160;
    let mut parts = Vec::new();
    for para in text.split('\n').filter(|para| !para.trim().is_empty()) {
        let (mut start, mut count) = (0, 0);
        for (at, c) in para.char_indices() {
            count += 1;
            let end = at + c.len_utf8();
            if "。！？；".contains(c) && count >= LONG {
                parts.push(&para[start..end]);
                (start, count) = (end, 0);
            }
        }
        if start < para.len() {
            parts.push(&para[start..]);
        }
    }
    parts
}

/// In the order in which a reader meets them: from above, in one row from the left.
fn texts(boards: &Boards<'_>, board: &Arc<Board>, script: Script) -> Vec<(String, bool)> {
    let show = boards.exhibition;
    let laid = boards.cache.look(show, board, boards.script);
    let place = |element: &Element| {
        let area = laid.areas.get(&element.id).map(|(area, _)| *area).unwrap_or_default();
        ((area.y / 30.0).floor() as i64, area.x as i64)
    };
    let is_title = |element: &Element| element.slot.as_ref().is_some_and(|slot| slot.role() == "title");
    let mut elements: Vec<&Arc<Element>> = board.elements.iter().filter(|element| !element.is_hidden).collect();
    elements.sort_by_key(|element| (!is_title(element), place(element)));
    let mut texts = Vec::new();
    for element in elements {
        let said = |text: &crate::model::TwoScript| text.in_script(script, show.show.region, &show.words).to_plain();
        let words: Vec<String> = element
            .texts()
            .into_iter()
            .map(said)
            .filter(|text| !text.trim().is_empty())
            .collect();
        let text = match &element.kind {
            ElementKind::Number(number) => format!("{}{}", number.value, words.join("　")),
            ElementKind::Table(_) => words.join("，"),
            _ => words.join("\n"),
        };
        if !text.trim().is_empty() {
            texts.push((text, is_title(element)));
        }
    }
    texts
}
