//! What the check says as a paper: a picture of each board with its findings beside it, the worst first.

use super::book::Book;
use super::sheet::{A4, AMBER, GREY, INK, PALE, RED, plain, strong};
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

struct Report<'a> {
    lang: Lang,
    book: Book<'a>,
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
    let title = format!("{title}　{}", lang.of(paper::REPORT));
    let mut report = Report {
        lang,
        book: Book::new(fonts, lang, EDGE, title),
    };
    report.head(boards, found);
    let of_show: Vec<&Reported> = found
        .iter()
        .filter(|one| board_of(boards, &one.finding).is_none())
        .collect();
    if !of_show.is_empty() {
        report.block(None, None, &of_show);
    }
    for board in boards.boards {
        let is_its = |one: &&Reported| one.finding.place.board.as_deref() == Some(board.code.as_str());
        let mut its: Vec<&Reported> = found.iter().filter(is_its).collect();
        its.sort_by_key(|one| std::cmp::Reverse(one.finding.severity));
        if !its.is_empty() {
            let about = Page::about(boards.exhibition, board, boards.script);
            report.block(Some(&about), thumbs.get(board.id), &its);
        }
    }
    report.book.finish()
}

fn board_of<'a>(boards: &'a Boards<'_>, finding: &Finding) -> Option<&'a Arc<Board>> {
    let code = finding.place.board.as_deref()?;
    boards.boards.iter().find(|board| board.code == code)
}

impl Report<'_> {
    fn head(&mut self, boards: &Boards<'_>, found: &[Reported]) {
        let (room, title) = (self.book.room(), self.book.title().to_string());
        self.book
            .sheet
            .line(&title, point(EDGE, self.book.y), room, strong(6.0));
        self.book.y += 10.5;
        let count = |severity| found.iter().filter(|one| one.finding.severity == severity).count();
        let sums = [Severity::Error, Severity::Warning, Severity::Note].map(count);
        let sentence = self.lang.of(paper::checked(boards.boards.len(), sums, &today()));
        self.book.y += self
            .book
            .sheet
            .paragraph(&sentence, point(EDGE, self.book.y), room, plain(EM).in_colour(GREY));
        self.book.y += 3.0;
    }

    fn block(&mut self, about: Option<&Page>, thumb: Option<&crate::base::PhotoFacts>, found: &[&Reported]) {
        let left = EDGE + if thumb.is_some() { THUMB + 5.0 } else { 0.0 };
        let width = A4.w - EDGE - left;
        let heights: Vec<f64> = found.iter().map(|one| self.height(one, width)).collect();
        let high = 9.0 + heights.iter().sum::<f64>();
        let least = if thumb.is_some() { 46.0 } else { 20.0 };
        self.book.need(high.min(120.0).max(least));
        self.book.rule();
        let top = self.book.y;
        if let Some(facts) = thumb {
            let seen = self.book.sheet.picture(facts, rect(EDGE, top, THUMB, 42.0));
            self.book.sheet.outline(seen, 0.1, PALE);
        }
        let title = match about {
            Some(about) => format!("{}　{}　{}", about.number, about.code, about.title),
            None => self.lang.of(paper::OF_SHOW).to_string(),
        };
        self.book
            .sheet
            .line(&title, point(left, self.book.y), width, strong(4.0));
        self.book.y += 7.0;
        for (one, height) in found.iter().zip(heights) {
            self.book.need(height);
            self.finding(one, left, width);
            self.book.y += height;
        }
        self.book.y = self.book.y.max(top + least - 2.0) + 1.5;
    }

    fn height(&self, one: &Reported, width: f64) -> f64 {
        let text = self
            .book
            .sheet
            .height_of(&one.finding.text(self.lang), width - 18.0, plain(EM));
        let reason = one.reason.as_ref().map_or(0.0, |reason| {
            self.book
                .sheet
                .height_of(&self.reason(reason), width - 18.0, plain(2.9))
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
        self.book
            .sheet
            .fill(rect(left, self.book.y + 0.6, 1.2, EM * 1.2), colour);
        let word = self.lang.of(word);
        self.book
            .sheet
            .line(word, point(left + 3.0, self.book.y), 14.0, strong(EM).in_colour(INK));
        let at = point(left + 18.0, self.book.y);
        let high = self
            .book
            .sheet
            .paragraph(&one.finding.text(self.lang), at, width - 18.0, plain(EM));
        if let Some(reason) = &one.reason {
            let at = point(left + 18.0, self.book.y + high);
            let said = self.reason(reason);
            self.book
                .sheet
                .paragraph(&said, at, width - 18.0, plain(2.9).in_colour(GREY));
        }
    }
}
