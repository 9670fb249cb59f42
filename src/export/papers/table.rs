//! Tables over as many pages as they need: a head on each, rows of one line, sums at the end.

use super::sheet::{GREY, INK, PALE, Sheet, WASH, plain, strong};
use crate::base::Lang;
use crate::geom::{Size, point, rect};
use crate::layout::Frame;
use crate::text::Fonts;

pub struct Column {
    pub head: String,
    /// Share of the width.
    pub share: f64,
    /// Numbers stand at the right.
    pub is_number: bool,
}

pub struct Table {
    pub title: String,
    /// Below the title, a line each.
    pub about: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    pub total: Vec<String>,
    /// Behind the last row.
    pub foot: Vec<String>,
}

const EDGE: f64 = 12.0;
const ROW: f64 = 6.4;
const EM: f64 = 2.9;

impl Table {
    pub fn pages(&self, fonts: &Fonts, lang: Lang, paper: Size) -> Vec<Frame> {
        let mut pages = Vec::new();
        let mut rest = &self.rows[..];
        loop {
            let mut page = OnPage::new(self, fonts, lang, paper, pages.len());
            let mut room = ((paper.h - EDGE - 8.0 - page.y) / ROW) as usize;
            let needs = 1 + self.foot.len();
            // Sums and what stands below them keep company with a row.
            if rest.len() <= room && rest.len() + needs > room {
                room = rest.len().saturating_sub(1);
            }
            let (here, later) = rest.split_at(rest.len().min(room.max(1)));
            here.iter()
                .enumerate()
                .for_each(|(at, row)| page.row(row, at % 2 == 1, false));
            rest = later;
            if rest.is_empty() {
                page.end();
            }
            pages.push(page.sheet);
            if rest.is_empty() {
                break;
            }
        }
        let count = pages.len();
        let numbered = pages.into_iter().enumerate().map(|(at, mut sheet)| {
            let label = format!("{} / {count}", at + 1);
            let foot = point(paper.w - EDGE, paper.h - EDGE + 1.0);
            sheet.line_to(&label, foot, 40.0, plain(2.6).in_colour(GREY));
            sheet.finish()
        });
        numbered.collect()
    }
}

struct OnPage<'a> {
    table: &'a Table,
    sheet: Sheet<'a>,
    y: f64,
}

impl<'a> OnPage<'a> {
    fn new(table: &'a Table, fonts: &'a Fonts, lang: Lang, paper: Size, number: usize) -> OnPage<'a> {
        let mut sheet = Sheet::new(fonts, lang, paper);
        let room = paper.w - 2.0 * EDGE;
        sheet.line(&table.title, point(EDGE, EDGE), room, strong(5.0));
        let mut y = EDGE + 9.0;
        for about in table.about.iter().filter(|_| number == 0) {
            y += sheet.paragraph(about, point(EDGE, y), room, plain(EM).in_colour(GREY));
        }
        let mut page = OnPage {
            table,
            sheet,
            y: y + 2.0,
        };
        let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
        page.row(&heads, false, true);
        page
    }

    fn row(&mut self, cells: &[String], is_odd: bool, is_bold: bool) {
        let room = self.sheet.size.w - 2.0 * EDGE;
        if is_odd {
            self.sheet.fill(rect(EDGE, self.y, room, ROW), WASH);
        }
        let look = if is_bold { strong(EM) } else { plain(EM) };
        let shares: f64 = self.table.columns.iter().map(|column| column.share).sum();
        let mut x = EDGE;
        for (column, cell) in self.table.columns.iter().zip(cells) {
            let width = room * column.share / shares;
            let y = self.y + (ROW - EM * 1.45) / 2.0;
            if column.is_number {
                self.sheet.line_to(cell, point(x + width - 1.5, y), width - 2.0, look);
            } else {
                self.sheet.line(cell, point(x + 1.0, y), width - 2.0, look);
            }
            x += width;
        }
        self.y += ROW;
        let (width, colour) = if is_bold { (0.3, INK) } else { (0.1, PALE) };
        let line = [point(EDGE, self.y), point(EDGE + room, self.y)];
        self.sheet.rule(line[0], line[1], width, colour);
    }

    fn end(&mut self) {
        if !self.table.total.is_empty() {
            self.row(&self.table.total.clone(), false, true);
        }
        self.y += 2.0;
        for line in &self.table.foot {
            let room = self.sheet.size.w - 2.0 * EDGE;
            self.y += self
                .sheet
                .paragraph(line, point(EDGE, self.y), room, plain(EM).in_colour(GREY));
        }
    }
}
