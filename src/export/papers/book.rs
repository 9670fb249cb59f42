//! A paper of as many A4 pages as it takes: what is told goes on down the page and over to the next one.

use super::sheet::{A4, GREY, PALE, Sheet, Type, plain};
use crate::base::Lang;
use crate::geom::point;
use crate::layout::Frame;
use crate::text::Fonts;

pub struct Book<'a> {
    fonts: &'a Fonts,
    edge: f64,
    /// At the head of every page but the first.
    title: String,
    /// Of the page numbers.
    number: Type,
    done: Vec<Sheet<'a>>,
    /// The page that is written on, and how far down, in mm.
    pub sheet: Sheet<'a>,
    pub y: f64,
}

impl<'a> Book<'a> {
    /// `edge` in mm on all four sides.
    pub fn new(fonts: &'a Fonts, lang: Lang, edge: f64, title: String) -> Book<'a> {
        Book {
            fonts,
            edge,
            title,
            number: plain(2.8).in_colour(GREY),
            done: Vec::new(),
            sheet: Sheet::new(fonts, lang, A4),
            y: edge,
        }
    }

    pub fn numbered(mut self, number: Type) -> Book<'a> {
        self.number = number;
        self
    }

    pub fn title(&self) -> &str {
        &self.title
    }

    /// Pages that are full.
    pub fn full(&self) -> usize {
        self.done.len()
    }

    /// From edge to edge.
    pub fn room(&self) -> f64 {
        A4.w - 2.0 * self.edge
    }

    /// On to the next page where less than so much is left of this one.
    pub fn need(&mut self, high: f64) {
        if self.y + high > A4.h - self.edge {
            self.turn();
        }
    }

    fn turn(&mut self) {
        let next = self.sheet.next(self.fonts, A4);
        self.done.push(std::mem::replace(&mut self.sheet, next));
        self.y = self.edge;
        if !self.title.is_empty() {
            let at = point(self.edge, self.edge - 5.0);
            let room = self.room();
            self.sheet.line(&self.title, at, room, plain(2.8).in_colour(GREY));
            self.y += 2.0;
        }
    }

    /// A hairline from edge to edge, and some air.
    pub fn rule(&mut self) {
        let (from, to) = (point(self.edge, self.y), point(A4.w - self.edge, self.y));
        self.sheet.rule(from, to, 0.15, PALE);
        self.y += 2.5;
    }

    /// All pages, each with its number and how many there are.
    pub fn finish(mut self) -> Vec<Frame> {
        self.done.push(self.sheet);
        let count = self.done.len();
        let foot = point(A4.w - self.edge, A4.h - self.edge + 4.0);
        let numbered = self.done.into_iter().enumerate().map(|(at, mut sheet)| {
            sheet.line_to(&format!("{} / {count}", at + 1), foot, 40.0, self.number);
            sheet.finish()
        });
        numbered.collect()
    }
}
