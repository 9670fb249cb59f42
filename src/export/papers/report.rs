//! What the check says as a paper: a picture of each board with its findings beside it, the worst first.

use super::sheet::{A4, AMBER, GREY, INK, PALE, RED, Sheet, plain, strong};
use super::{Thumbs, today};
use crate::base::say::paper;
use crate::base::{Finding, Lang, Severity};
use crate::export::{Boards, Page};
use crate::geom::{point, rect};
use crate::layout::Frame;
use crate::model::Board;
use crate::text::Fonts;
use std::sync::Arc;

/// A finding, and why it may go to print all the same.
pub struct Reported {
    pub finding: Finding,
    pub reason: Option<String>,
}

const EDGE: f64 = 14.0;
const THUMB: f64 = 34.0;
const EM: f64 = 3.3;

struct Book<'a> {
    fonts: &'a Fonts,
    lang: Lang,
    title: String,
    done: Vec<Sheet<'a>>,
    sheet: Sheet<'a>,
    y: f64,
}

/// Boards without findings are only counted.
pub fn report(
    boards: &Boards<'_>,
    thumbs: &Thumbs,
    found: &[Reported],
    title: &str,
    fonts: &Fonts,
    lang: Lang,
) -> Vec<Frame> {
    let mut book = Book {
        fonts,
        lang,
        title: format!("{title}　{}", lang.of(paper::REPORT)),
        done: Vec::new(),
        sheet: Sheet::new(fonts, lang, A4),
        y: EDGE,
    };
    book.head(boards, found);
    let of_show: Vec<&Reported> = found
        .iter()
        .filter(|one| board_of(boards, &one.finding).is_none())
        .collect();
    if !of_show.is_empty() {
        book.block(None, None, &of_show);
    }
    for board in boards.boards {
        let is_its = |one: &&Reported| one.finding.place.board.as_deref() == Some(board.code.as_str());
        let mut its: Vec<&Reported> = found.iter().filter(is_its).collect();
        its.sort_by_key(|one| std::cmp::Reverse(one.finding.severity));
        if !its.is_empty() {
            let about = Page::about(boards.exhibition, board, boards.script);
            book.block(Some(&about), thumbs.get(board.id), &its);
        }
    }
    book.finish()
}

fn board_of<'a>(boards: &'a Boards<'_>, finding: &Finding) -> Option<&'a Arc<Board>> {
    let code = finding.place.board.as_deref()?;
    boards.boards.iter().find(|board| board.code == code)
}

impl<'a> Book<'a> {
    fn head(&mut self, boards: &Boards<'_>, found: &[Reported]) {
        let room = A4.w - 2.0 * EDGE;
        self.sheet
            .line(&self.title.clone(), point(EDGE, self.y), room, strong(6.0));
        self.y += 10.5;
        let count = |severity| found.iter().filter(|one| one.finding.severity == severity).count();
        let sums = [Severity::Error, Severity::Warning, Severity::Note].map(count);
        let sentence = self.lang.of(paper::checked(boards.boards.len(), sums, &today()));
        self.y += self
            .sheet
            .paragraph(&sentence, point(EDGE, self.y), room, plain(EM).in_colour(GREY));
        self.y += 3.0;
    }

    fn turn_page(&mut self) {
        let next = Sheet::new(self.fonts, self.lang, A4);
        self.done.push(std::mem::replace(&mut self.sheet, next));
        self.sheet.line(
            &self.title.clone(),
            point(EDGE, EDGE - 4.0),
            A4.w - 2.0 * EDGE,
            plain(2.8).in_colour(GREY),
        );
        self.y = EDGE + 3.0;
    }

    fn block(&mut self, about: Option<&Page>, thumb: Option<&crate::base::PhotoFacts>, found: &[&Reported]) {
        let left = EDGE + if thumb.is_some() { THUMB + 5.0 } else { 0.0 };
        let width = A4.w - EDGE - left;
        let heights: Vec<f64> = found.iter().map(|one| self.height(one, width)).collect();
        let high = 9.0 + heights.iter().sum::<f64>();
        let least = if thumb.is_some() { 46.0 } else { 20.0 };
        if self.y + high.min(120.0).max(least) > A4.h - EDGE {
            self.turn_page();
        }
        self.sheet
            .rule(point(EDGE, self.y), point(A4.w - EDGE, self.y), 0.15, PALE);
        self.y += 2.5;
        let top = self.y;
        if let Some(facts) = thumb {
            let seen = self.sheet.picture(facts, rect(EDGE, top, THUMB, 42.0));
            self.sheet.outline(seen, 0.1, PALE);
        }
        let title = match about {
            Some(about) => format!("{}　{}　{}", about.number, about.code, about.title),
            None => self.lang.of(paper::OF_SHOW).to_string(),
        };
        self.sheet.line(&title, point(left, self.y), width, strong(4.0));
        self.y += 7.0;
        for (one, height) in found.iter().zip(heights) {
            if self.y + height > A4.h - EDGE {
                self.turn_page();
            }
            self.finding(one, left, width);
            self.y += height;
        }
        self.y = self.y.max(top + least - 2.0) + 1.5;
    }

    fn height(&self, one: &Reported, width: f64) -> f64 {
        let text = self
            .sheet
            .height_of(&one.finding.text(self.lang), width - 18.0, plain(EM));
        let reason = one.reason.as_ref().map_or(0.0, |reason| {
            self.sheet.height_of(&self.reason(reason), width - 18.0, plain(2.9))
        });
        text + reason + 1.6
    }

    fn reason(&self, reason: &str) -> String {
        format!("{}{reason}", self.lang.of(paper::REASON))
    }

    fn finding(&mut self, one: &Reported, left: f64, width: f64) {
        let (word, colour) = match one.finding.severity {
            Severity::Error => (paper::ERROR, RED),
            Severity::Warning => (paper::WARNING, AMBER),
            Severity::Note => (paper::NOTE, GREY),
        };
        self.sheet.fill(rect(left, self.y + 0.6, 1.2, EM * 1.2), colour);
        let word = self.lang.of(word);
        self.sheet
            .line(word, point(left + 3.0, self.y), 14.0, strong(EM).in_colour(INK));
        let at = point(left + 18.0, self.y);
        let high = self
            .sheet
            .paragraph(&one.finding.text(self.lang), at, width - 18.0, plain(EM));
        if let Some(reason) = &one.reason {
            let at = point(left + 18.0, self.y + high);
            let said = self.reason(reason);
            self.sheet
                .paragraph(&said, at, width - 18.0, plain(2.9).in_colour(GREY));
        }
    }

    fn finish(mut self) -> Vec<Frame> {
        self.done.push(self.sheet);
        let count = self.done.len();
        let numbered = self.done.into_iter().enumerate().map(|(at, mut sheet)| {
            let foot = point(A4.w - EDGE, A4.h - EDGE + 3.0);
            sheet.line_to(&format!("{} / {count}", at + 1), foot, 40.0, plain(2.6).in_colour(GREY));
            sheet.finish()
        });
        numbered.collect()
    }
}
