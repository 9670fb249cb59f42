//! All texts of a show in visiting order, large and in both scripts, for those who cannot read them on the boards.

use super::book::Book;
use super::sheet::{A4, GREY, INK, PALE, Type, plain, strong};
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

struct Handout<'a> {
    lang: Lang,
    book: Book<'a>,
}

pub fn handout(boards: &Boards<'_>, title: &str, fonts: &Fonts, lang: Lang) -> Vec<Frame> {
    let book = Book::new(fonts, lang, EDGE, String::new());
    let mut handout = Handout {
        lang,
        book: book.numbered(plain(4.0).in_colour(GREY)),
    };
    handout.say(&format!("{title}　{}", lang.of(paper::HANDOUT)), strong(8.0));
    handout.book.y += 6.0;
    for board in boards.boards {
        handout.board(boards, board);
    }
    handout.book.finish()
}

impl Handout<'_> {
    fn board(&mut self, boards: &Boards<'_>, board: &Arc<Board>) {
        let about = Page::about(boards.exhibition, board, boards.script);
        // A board begins with some lines of its text.
        self.book.need(60.0);
        self.book
            .sheet
            .rule(point(EDGE, self.book.y), point(A4.w - EDGE, self.book.y), 0.4, INK);
        self.book.y += 4.0;
        self.say(
            &format!("{}　{}", about.number, about.committee),
            plain(4.6).in_colour(GREY),
        );
        let own = boards.script.unwrap_or(board.script);
        for script in [own, own.other()] {
            self.book.sheet.turn_to(script, boards.exhibition.show.region);
            let texts = texts(boards, board, script);
            if texts.is_empty() {
                self.say(self.lang.of(paper::NO_TEXT), plain(EM).in_colour(GREY));
                break;
            }
            for (text, is_title) in texts {
                self.say(&text, if is_title { strong(EM * 1.25) } else { plain(EM) });
                self.book.y += 2.0;
            }
            if script == own {
                self.book.sheet.rule(
                    point(EDGE, self.book.y + 1.0),
                    point(EDGE + 30.0, self.book.y + 1.0),
                    0.3,
                    PALE,
                );
                self.book.y += 5.0;
            }
        }
        self.book.y += 6.0;
    }

    /// Sentence by sentence, so that a page may end between two.
    fn say(&mut self, text: &str, look: Type) {
        let width = self.book.room();
        for part in parts(text) {
            let high = self.book.sheet.height_of(part, width, look);
            self.book.need(high);
            self.book.y += self.book.sheet.paragraph(part, point(EDGE, self.book.y), width, look);
        }
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
