//! The set-up plan: what a crew with a tape needs to put every board where it belongs. True to scale; where one sheet does
//! not hold it, an overview comes first.

use super::chart::{Chart, Hand, ROUTE};
use super::instruments::{compass, scale_bar};
use super::paper::{Cut, PlanPaper, SIDE, cut, frame, room};
use super::signs::Sign;
use super::site::{Row, Site, named, spans};
use crate::base::Day;
use crate::base::say::plaza_paper as words;
use crate::export::papers::{A3, Column, GREY, INK, Sheet, Table, Type, WASH, plain, strong};
use crate::geom::{Path, Point, Rect, point, rect, size};
use crate::layout::Frame;
use crate::model::{ThingKind, Tour};
use crate::plaza::ground::length;
use crate::text::Fonts;

const LINE: f64 = 4.3;
const EM: f64 = 2.4;

/// All sheets of one plaza's plan.
pub fn setup_plan(site: &Site<'_>, wish: Option<PlanPaper>, fonts: &Fonts) -> Vec<Frame> {
    let cut = cut(site, wish);
    let is_split = cut.sheets.len() > 1 || cut.sheets.first() != Some(&site.bounds);
    let count = cut.sheets.len() + usize::from(is_split);
    let mut done = Drafted {
        site,
        cut: &cut,
        fonts,
        count,
        has_rows_left: false,
    };
    let mut frames = Vec::new();
    if is_split {
        frames.push(done.overview());
    }
    for (at, seen) in cut.sheets.iter().enumerate() {
        frames.push(done.sheet(seen, at + 1 + usize::from(is_split), is_split));
    }
    if done.has_rows_left {
        frames.extend(row_table(site).pages(fonts, site.lang, size(A3.h, A3.w)));
    }
    frames
}

/// The tour of those who open the show, if there is one.
pub fn leaders<'a>(site: &Site<'a>) -> Option<&'a Tour> {
    site.plaza
        .tours
        .iter()
        .find(|tour| tour.is_leaders && !tour.stops.is_empty())
}

struct Drafted<'d> {
    site: &'d Site<'d>,
    cut: &'d Cut,
    fonts: &'d Fonts,
    count: usize,
    /// Not every row found room beside the plan.
    has_rows_left: bool,
}

impl<'d> Drafted<'d> {
    fn sheet(&mut self, seen: &Rect, number: usize, is_part: bool) -> Frame {
        let mut sheet = Sheet::new(self.fonts, self.site.lang, self.cut.size);
        let (place, mm) = (room(self.cut.size), 1000.0 / f64::from(self.cut.scale));
        let chart = Chart::centred(seen, &place, mm, 1.0);
        sheet.clipped(Path::rect(place), |sheet| {
            let mut hand = Hand::new(sheet, self.site, chart);
            draw(&mut hand, &place);
        });
        let mut names = Hand::new(&mut sheet, self.site, chart);
        names.grid_edge(&place);
        self.surround(&mut sheet, &place);
        self.side(&mut sheet, self.cut.scale, number, !is_part);
        sheet.finish()
    }

    /// The whole ground with the sheets on it.
    fn overview(&mut self) -> Frame {
        let mut sheet = Sheet::new(self.fonts, self.site.lang, self.cut.size);
        let (place, mm) = (room(self.cut.size), 1000.0 / f64::from(self.cut.overview));
        let chart = Chart::centred(&self.site.bounds, &place, mm, 1.0);
        let mut hand = Hand::new(&mut sheet, self.site, chart);
        hand.grid_edge(&place);
        hand.ground();
        hand.grid(&place);
        hand.things(|_| true);
        hand.outline();
        hand.bars();
        hand.entrance();
        hand.fixed_points();
        for (at, seen) in self.cut.sheets.iter().enumerate() {
            let field = chart.map_rect(seen);
            hand.sheet.outline(field, 0.35, ROUTE);
            hand.disc(&(at + 2).to_string(), point(field.x + 4.5, field.y + 4.5), 3.2, ROUTE);
        }
        self.surround(&mut sheet, &place);
        self.side(&mut sheet, self.cut.overview, 1, true);
        sheet.finish()
    }

    fn surround(&self, sheet: &mut Sheet<'_>, place: &Rect) {
        sheet.outline(frame(self.cut.size), 0.5, INK);
        sheet.outline(*place, 0.2, INK);
    }

    fn side(&mut self, sheet: &mut Sheet<'d>, scale: u32, number: usize, has_tables: bool) {
        let inner = frame(self.cut.size);
        let column = rect(inner.right() - SIDE, inner.y, SIDE, inner.h);
        let edge = [point(column.x, column.y), point(column.x, column.bottom())];
        sheet.rule(edge[0], edge[1], 0.3, INK);
        let block = self.title_block(sheet, &column, scale, number);
        let mut list = List {
            sheet,
            area: rect(column.x + 4.0, column.y + 4.0, SIDE - 8.0, block - column.y - 6.0),
            y: column.y + 4.0,
        };
        list.instruments(self.site, scale);
        list.legend(self.site);
        if has_tables {
            self.has_rows_left |= !list.rows(self.site);
            list.units(self.site);
        }
        list.notes(self.site);
    }

    /// Gives back where it begins.
    fn title_block(&self, sheet: &mut Sheet<'d>, column: &Rect, scale: u32, number: usize) -> f64 {
        let (site, lang) = (self.site, self.site.lang);
        let high = 58.0;
        let top = column.bottom() - high;
        let block = rect(column.x, top, column.w, high);
        sheet.fill(rect(block.x + 0.15, block.y, block.w - 0.3, 21.0), WASH);
        sheet.rule(point(block.x, top), point(block.right(), top), 0.5, INK);
        let (left, width) = (block.x + 4.0, block.w - 8.0);
        sheet.line(site.show_name(), point(left, top + 2.0), width, strong(5.0));
        let mut title = lang.of(words::SETUP).to_string();
        if site.plaza.name != site.show_name() {
            title = format!("{title}　{}", site.plaza.name);
        }
        sheet.line(&title, point(left, top + 11.0), width, strong(3.8));
        let cells: [(words::Words, String); 6] = [
            (words::SCALE, format!("1:{scale}")),
            (words::PAPER, self.cut.paper.name().to_string()),
            (words::SHEET, format!("{number} / {}", self.count)),
            (words::BOARDS, site.spots.len().to_string()),
            (words::DATE, Day::today().to_string()),
            (words::VERSION, site.version()),
        ];
        for (at, (head, text)) in cells.into_iter().enumerate() {
            let place = rect(
                block.x + block.w / 3.0 * (at % 3) as f64,
                top + 21.0 + 12.0 * (at / 3) as f64,
                block.w / 3.0,
                12.0,
            );
            cell(sheet, place, lang.of(head), &text);
        }
        for (at, head) in [words::DRAWN, words::CHECKED, words::APPROVED].into_iter().enumerate() {
            let place = rect(block.x + block.w / 3.0 * at as f64, top + 45.0, block.w / 3.0, 13.0);
            cell(sheet, place, lang.of(head), "");
        }
        top
    }
}

/// Everything that lies on the plan itself, from below.
fn draw(hand: &mut Hand<'_, '_>, place: &Rect) {
    hand.ground();
    hand.grid(place);
    hand.things(|_| true);
    hand.outline();
    hand.row_lines();
    hand.true_boards();
    hand.numbers();
    if let Some(tour) = leaders(hand.site) {
        hand.tour(tour);
    }
    hand.measures();
    hand.units(&[3.0, 2.4, 2.0]);
    hand.entrance();
    hand.fixed_points();
}

fn cell(sheet: &mut Sheet<'_>, place: Rect, head: &str, text: &str) {
    sheet.outline(place, 0.15, INK);
    let at = point(place.x + 1.5, place.y + 0.8);
    sheet.line(head, at, place.w - 3.0, plain(2.1).in_colour(GREY));
    sheet.line(text, point(place.x + 1.5, place.y + 5.0), place.w - 3.0, strong(3.4));
}

/// What stands beside the plan, from above.
struct List<'l, 'f> {
    sheet: &'l mut Sheet<'f>,
    area: Rect,
    y: f64,
}

impl List<'_, '_> {
    fn room(&self) -> f64 {
        self.area.bottom() - self.y
    }

    fn head(&mut self, text: &str) {
        self.y += 2.0;
        self.sheet
            .line(text, point(self.area.x, self.y), self.area.w, strong(2.9));
        self.y += 4.8;
        let ends = [self.area.x, self.area.right()].map(|x| point(x, self.y));
        self.sheet.rule(ends[0], ends[1], 0.2, INK);
        self.y += 1.0;
    }

    fn instruments(&mut self, site: &Site<'_>, scale: u32) {
        let middle = point(self.area.x + 10.0, self.y + 13.0);
        compass(self.sheet, middle, 8.0, site.plaza.venue.north, site.lang);
        let left = point(self.area.x + 28.0, self.y + 10.0);
        scale_bar(
            self.sheet,
            left,
            self.area.w - 32.0,
            1000.0 / f64::from(scale),
            site.lang,
        );
        let text = format!("1:{scale}");
        self.sheet.line(&text, point(left.x, self.y + 2.0), 40.0, strong(4.0));
        let step = site.lang.of(words::grid_of(site.step));
        self.sheet.line(
            &step,
            point(left.x, self.y + 17.0),
            self.area.w - 30.0,
            plain(EM).in_colour(GREY),
        );
        self.y += 25.0;
    }

    /// Only what is on the plan.
    fn legend(&mut self, site: &Site<'_>) {
        let lang = site.lang;
        self.head(lang.of(words::LEGEND));
        let mut signs: Vec<Sign> = vec![Sign::Board, Sign::Row, Sign::Measure, Sign::Fixed];
        if leaders(site).is_some() {
            signs.push(Sign::Tour);
        }
        let occurs = |kind: &ThingKind| site.things.iter().any(|thing| thing.kind == *kind);
        signs.extend(ThingKind::ALL.into_iter().filter(occurs).map(Sign::Thing));
        let half = self.area.w / 2.0;
        let top = self.y;
        for (at, sign) in signs.iter().enumerate() {
            let place = rect(
                self.area.x + half * (at % 2) as f64,
                top + 6.2 * (at / 2) as f64,
                9.0,
                4.2,
            );
            sign.draw(self.sheet, place);
            let at = point(place.right() + 2.0, place.y + 2.1 - EM * 0.725);
            self.sheet.line(&sign.name(lang), at, half - 12.0, plain(EM));
        }
        self.y = top + 6.2 * signs.len().div_ceil(2) as f64;
    }

    /// `false` where some rows found no room.
    fn rows(&mut self, site: &Site<'_>) -> bool {
        let lang = site.lang;
        // Units want some lines of what is left.
        let most = ((self.room() - 24.0) / LINE) as usize;
        if site.rows.is_empty() {
            return true;
        }
        if most < 4 {
            return false;
        }
        self.head(lang.of(words::ROWS));
        let fixed = site.fixed_points();
        let columns = [0.0, 6.0, 27.0, 36.0, 48.0, 57.0, 66.0, 75.0];
        let heads = lang.of(words::ROW_SHORT);
        self.cells(&columns, &heads.map(str::to_string), plain(2.1).in_colour(GREY));
        for (at, row) in site.rows.iter().enumerate().take(most) {
            if at % 2 == 0 {
                let band = rect(self.area.x, self.y - 0.4, self.area.w, LINE);
                self.sheet.fill(band, WASH);
            }
            self.cells(&columns, &row_cells(site, at, row, &fixed), plain(2.2));
        }
        site.rows.len() <= most
    }

    fn cells(&mut self, columns: &[f64; 8], cells: &[String; 8], look: Type) {
        for (at, text) in cells.iter().enumerate() {
            let end = columns.get(at + 1).copied().unwrap_or(self.area.w);
            if at < 2 {
                let place = point(self.area.x + columns[at], self.y);
                self.sheet.line(text, place, end - columns[at] - 0.5, look);
            } else {
                let right = point(self.area.x + end - 0.6, self.y);
                self.sheet.line_to(text, right, end - columns[at], look);
            }
        }
        self.y += LINE;
    }

    fn units(&mut self, site: &Site<'_>) {
        let units = site.units();
        if units.is_empty() || self.room() < 22.0 {
            return;
        }
        self.head(site.lang.of(words::UNITS));
        let columns = if units.len() as f64 * LINE > self.room() - 8.0 {
            2
        } else {
            1
        };
        let wide = self.area.w / columns as f64;
        let lines = ((self.room() - 2.0) / LINE) as usize;
        let lines = lines.min(units.len().div_ceil(columns)).max(1);
        let top = self.y;
        for (at, (unit, colour, numbers)) in units.iter().enumerate().take(lines * columns) {
            let place = point(
                self.area.x + wide * (at / lines) as f64,
                top + LINE * (at % lines) as f64,
            );
            self.sheet.fill(rect(place.x, place.y + 0.5, 2.6, 2.6), *colour);
            let figures = spans(numbers, if columns == 1 { 3 } else { 1 });
            let used = self
                .sheet
                .line(&figures, point(place.x + 4.0, place.y), wide - 14.0, strong(2.2));
            let name = named(&unit.name, site.lang);
            let left = place.x + 6.0 + used;
            self.sheet
                .line(name, point(left, place.y), place.x + wide - left - 1.0, plain(2.2));
        }
        self.y = top + LINE * lines as f64;
    }

    /// What people must know of the ground, and how to read the plan.
    fn notes(&mut self, site: &Site<'_>) {
        let lang = site.lang;
        let mut notes = vec![lang.of(words::HOW_TO_MEASURE).to_string()];
        notes.extend(Some(site.plaza.venue.note.trim().to_string()).filter(|note| !note.is_empty()));
        notes.extend(site.findings().iter().map(|finding| finding.text(lang)));
        let spares = site.spares().len();
        if spares > 0 {
            notes.push(lang.of(words::spare_count(spares)));
        }
        if self.room() < 14.0 {
            return;
        }
        self.head(lang.of(words::NOTES));
        for note in notes {
            let lines = ((self.room() / (EM * 1.45)) as usize).min(6);
            if lines == 0 {
                return;
            }
            let at = point(self.area.x, self.y);
            self.y += self.sheet.paragraph_of(&note, at, self.area.w, lines, plain(EM)) + 1.0;
        }
    }
}

/// Number, first and last board, boards, length, and how far both ends are from A and B.
fn row_cells(site: &Site<'_>, at: usize, row: &Row, fixed: &[Point; 2]) -> [String; 8] {
    let numbers: Vec<usize> = row.spots.iter().map(|spot| site.spots[*spot].number).collect();
    let metres = |metres: f64| format!("{metres:.2}");
    let [first, last] = row.ends;
    [
        (at + 1).to_string(),
        format!("{:03}–{:03}", numbers[0], numbers[numbers.len() - 1]),
        numbers.len().to_string(),
        metres(row.length()),
        metres(length(first, fixed[0])),
        metres(length(first, fixed[1])),
        metres(length(last, fixed[0])),
        metres(length(last, fixed[1])),
    ]
}

/// The rows on sheets of their own, where there are many.
fn row_table(site: &Site<'_>) -> Table {
    let lang = site.lang;
    let fixed = site.fixed_points();
    let heads = lang.of(words::ROW_LONG);
    let shares = [5.0, 14.0, 7.0, 9.0, 12.0, 12.0, 12.0, 12.0];
    let column = |(at, head): (usize, &str)| Column {
        head: head.to_string(),
        share: shares[at],
        is_number: at >= 2,
    };
    let rows = site.rows.iter().enumerate();
    Table {
        title: site.heading(lang.of(words::ROWS)),
        about: vec![lang.of(words::HOW_TO_MEASURE).to_string()],
        columns: heads.into_iter().enumerate().map(column).collect(),
        rows: rows
            .map(|(at, row)| row_cells(site, at, row, &fixed).to_vec())
            .collect(),
        total: Vec::new(),
        foot: Vec::new(),
    }
}
