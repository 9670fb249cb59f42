//! A site drawn on a sheet: ground, grid, boards, numbers, ways. Metres become millimetres here and nowhere else.

use super::site::{Row, Site, Spot, letters};
use super::things;
use crate::base::say::plaza_paper as words;
use crate::base::{Colour, Lang};
use crate::export::papers::{GREY, INK, PAPER, Pen, Sheet, pen, plain, ring, strong};
use crate::geom::{Path, Point, Rect, point, rect};
use crate::model::{BoardId, Surface, ThingKind, Tour};
use crate::plaza::ground::length;
use crate::plaza::{along, bounds, entrance, facing_vector, footprint, legs};

pub const ROUTE: Colour = Colour::Cmyk([85.0, 60.0, 0.0, 10.0]);

/// Metres on the ground to millimetres on the sheet.
#[derive(Clone, Copy)]
pub struct Chart {
    /// Where the plaza's own corner lies on the sheet.
    pub at: Point,
    /// Millimetres a metre.
    pub mm: f64,
    /// All type and signs; 1 is what people read at arm's length.
    pub unit: f64,
}

impl Chart {
    /// This part of the ground in the middle of its room.
    pub fn centred(seen: &Rect, room: &Rect, mm: f64, unit: f64) -> Chart {
        let (middle, centre) = (seen.centre(), room.centre());
        let at = point(centre.x - middle.x * mm, centre.y - middle.y * mm);
        Chart { at, mm, unit }
    }

    pub fn map(&self, p: Point) -> Point {
        point(self.at.x + p.x * self.mm, self.at.y + p.y * self.mm)
    }

    pub fn map_all(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|p| self.map(*p)).collect()
    }

    pub fn map_rect(&self, r: &Rect) -> Rect {
        let corner = self.map(point(r.x, r.y));
        rect(corner.x, corner.y, r.w * self.mm, r.h * self.mm)
    }
}

/// The hand that draws on a sheet, and what stands there already that a label must not cover.
pub struct Hand<'h, 'f> {
    pub sheet: &'h mut Sheet<'f>,
    pub site: &'h Site<'h>,
    pub chart: Chart,
    pub taken: Vec<Rect>,
}

impl<'h, 'f> Hand<'h, 'f> {
    pub fn new(sheet: &'h mut Sheet<'f>, site: &'h Site<'h>, chart: Chart) -> Hand<'h, 'f> {
        Hand {
            sheet,
            site,
            chart,
            taken: Vec::new(),
        }
    }

    pub fn unit(&self) -> f64 {
        self.chart.unit
    }

    pub fn lang(&self) -> Lang {
        self.site.lang
    }

    /// What the ground is made of, very pale.
    pub fn ground(&mut self) {
        let colour = match self.site.plaza.venue.ground {
            Surface::Paving => return,
            Surface::Grass => Colour::Cmyk([12.0, 0.0, 18.0, 0.0]),
            Surface::Asphalt => Colour::Cmyk([0.0, 0.0, 0.0, 6.0]),
            Surface::Floor => Colour::Cmyk([0.0, 3.0, 8.0, 2.0]),
        };
        let corners = self.chart.map_all(&self.site.outline);
        self.sheet.shape(ring(&corners), Some(colour), None);
    }

    pub fn outline(&mut self) {
        let corners = self.chart.map_all(&self.site.outline);
        self.sheet
            .shape(ring(&corners), None, Some(pen(0.5 * self.unit(), INK)));
    }

    /// A cross at every corner of the grid; lines would strike through numbers.
    pub fn grid(&mut self, room: &Rect) {
        let [across, down] = self.grid_lines(room);
        let (faint, arm) = (pen(0.12, GREY), 1.2 * self.unit());
        for (_, x) in &across {
            for (_, y) in &down {
                self.sheet.through(&[point(x - arm, *y), point(x + arm, *y)], faint);
                self.sheet.through(&[point(*x, y - arm), point(*x, y + arm)], faint);
            }
        }
    }

    /// Letters and numbers of the squares at the edges of `room`, and a tick between two.
    pub fn grid_edge(&mut self, room: &Rect) {
        let [across, down] = self.grid_lines(room);
        let (unit, side) = (self.unit(), self.site.step * self.chart.mm);
        let (away, tick) = (2.8 * unit, 1.6 * unit);
        for (column, x) in &across {
            for (y, out) in [(room.y, -1.0), (room.bottom(), 1.0)] {
                self.sheet
                    .through(&[point(*x, y), point(*x, y + out * tick)], pen(0.2, INK));
                let middle = x + side / 2.0;
                if middle < room.right() {
                    self.word(&letters(*column), point(middle, y + out * away), 2.6, GREY);
                }
            }
        }
        for (line, y) in &down {
            for (x, out) in [(room.x, -1.0), (room.right(), 1.0)] {
                self.sheet
                    .through(&[point(x, *y), point(x + out * tick, *y)], pen(0.2, INK));
                let middle = y + side / 2.0;
                if middle < room.bottom() {
                    self.word(&(line + 1).to_string(), point(x + out * away, middle), 2.6, GREY);
                }
            }
        }
    }

    /// Columns and lines of the grid that begin inside the room, and where.
    fn grid_lines(&self, room: &Rect) -> [Vec<(usize, f64)>; 2] {
        let (step, mm) = (self.site.step, self.chart.mm);
        let bounds = self.site.bounds;
        let lines = |zero: f64, from: f64, to: f64, most: f64| -> Vec<(usize, f64)> {
            let count = (most / step).ceil().clamp(0.0, 600.0) as usize;
            let places = (0..=count).map(|line| (line, zero + line as f64 * step * mm));
            places
                .filter(|(_, at)| *at >= from - 0.01 && *at <= to + 0.01)
                .collect()
        };
        [
            lines(self.chart.at.x, room.x, room.right(), bounds.right()),
            lines(self.chart.at.y, room.y, room.bottom(), bounds.bottom()),
        ]
    }

    /// In the order in which they were put there, with their names.
    pub fn things(&mut self, is_wanted: impl Fn(ThingKind) -> bool) {
        let site = self.site;
        let wanted = || site.things.iter().filter(|thing| is_wanted(thing.kind));
        for thing in wanted() {
            things::draw(self.sheet, &self.chart, thing);
        }
        for thing in wanted() {
            let name: String = thing.name.trim().chars().take(24).collect();
            if name.is_empty() {
                continue;
            }
            let middle = self.chart.map(bounds(&thing.points).centre());
            // A sign's name below it, an area's in its middle.
            let is_sign = thing.points.len() == 1 && thing.width * self.chart.mm < 8.0;
            let aside = if is_sign { 3.6 * self.unit() } else { 0.0 };
            self.name_of_thing(&name, point(middle.x, middle.y + aside));
        }
    }

    /// On a small white field: there may be hatching below.
    fn name_of_thing(&mut self, name: &str, middle: Point) {
        let em = 2.5 * self.unit();
        let wide = self.sheet.width_of(name, plain(em)).min(60.0);
        let field = rect(
            middle.x - wide / 2.0 - 0.5 * em,
            middle.y - 0.75 * em,
            wide + em,
            1.5 * em,
        );
        if self.is_free(&field) {
            self.taken.push(field);
            self.sheet.shape(Path::rounded(field, 0.4 * em), Some(PAPER), None);
            self.sheet
                .line_about(name, point(middle.x, middle.y - em * 0.725), 60.0, plain(em));
        }
    }

    /// True outline, the unit's colour, and a small arrow to where the reader stands.
    pub fn true_boards(&mut self) {
        let unit = self.unit();
        let site = self.site;
        for spot in &site.spots {
            let colour = site.colour(spot.board.committee);
            let corners = self.chart.map_all(&footprint(spot.board, &spot.stand));
            self.sheet.shape(ring(&corners), Some(colour), Some(pen(0.1, INK)));
            let (foot, front, side) = self.axes(spot);
            let near = 0.05 * self.chart.mm + 0.5 * unit;
            let tip = [(-0.7, near), (0.7, near), (0.0, near + 1.1 * unit)];
            let arrow = tip.map(|(across, out)| {
                let across = across * unit;
                point(
                    foot.x + side.x * across + front.x * out,
                    foot.y + side.y * across + front.y * out,
                )
            });
            self.sheet.shape(ring(&arrow), Some(colour), None);
            self.taken.push(bounds(&corners).union(&bounds(&arrow)));
        }
    }

    /// True width, as thick as a pen makes it, colour towards the reader: for small maps.
    pub fn bars(&mut self) {
        let (unit, site) = (self.unit(), self.site);
        for spot in &site.spots {
            let colour = site.colour(spot.board.committee);
            let (foot, front, side) = self.axes(spot);
            let half = spot.board.size.w / 2000.0 * self.chart.mm;
            let band = |near: f64, far: f64| {
                [(-half, near), (half, near), (half, far), (-half, far)].map(|(across, out)| {
                    point(
                        foot.x + side.x * across + front.x * out,
                        foot.y + side.y * across + front.y * out,
                    )
                })
            };
            let (face, back) = (band(0.0, 1.2 * unit), band(-0.5 * unit, 0.0));
            self.sheet.shape(ring(&face), Some(colour), None);
            self.sheet.shape(ring(&back), Some(INK), None);
            self.taken.push(bounds(&face).union(&bounds(&back)));
        }
    }

    fn axes(&self, spot: &Spot<'_>) -> (Point, Point, Point) {
        let facing = spot.stand.facing;
        (self.chart.map(spot.stand.at), facing_vector(facing), along(facing))
    }

    /// Behind each board, all of one size; every other one steps back where boards are narrow.
    pub fn numbers(&mut self) {
        let (unit, site) = (self.unit(), self.site);
        let em = self.number_em();
        for spot in &site.spots {
            let digits = format!("{:03}", spot.number);
            let wide = self.sheet.width_of(&digits, strong(em));
            let (foot, front, _) = self.axes(spot);
            for step in 0..4 {
                let away = 0.05 * self.chart.mm + 0.5 * unit + (0.62 + 1.05 * f64::from(step)) * em;
                let middle = point(foot.x - front.x * away, foot.y - front.y * away);
                let ink = rect(middle.x - wide / 2.0, middle.y - em * 0.45, wide, em * 0.9);
                if step == 3 || self.is_free(&ink) {
                    self.taken.push(ink);
                    self.sheet
                        .line_about(&digits, point(middle.x, middle.y - em * 0.725), 60.0, strong(em));
                    break;
                }
            }
        }
    }

    /// As wide as the boards are, but for the narrowest few.
    fn number_em(&self) -> f64 {
        let mut widths: Vec<f64> = self.site.spots.iter().map(|spot| spot.board.size.w).collect();
        widths.sort_by(f64::total_cmp);
        let usual = widths.get(widths.len() / 10).copied().unwrap_or_default();
        let digits = if self.site.spots.last().is_some_and(|spot| spot.number > 999) {
            4.0
        } else {
            3.0
        };
        let em = usual / 1000.0 * self.chart.mm / (0.62 * digits);
        em.clamp(1.5 * self.unit(), 3.4 * self.unit())
    }

    /// Units' names in front of their boards, where there is room; the legend has them all.
    pub fn units(&mut self, ems: &[f64]) {
        let site = self.site;
        for row in &site.rows {
            let unit_of = |at: &usize| site.spots[*at].board.committee;
            for block in row.spots.chunk_by(|a, b| unit_of(a) == unit_of(b)) {
                let name = site.unit_name(unit_of(&block[0]));
                let ends = [block[0], block[block.len() - 1]].map(|at| site.spots[at].feet());
                let (left, right) = (self.chart.map(ends[0][0]), self.chart.map(ends[1][1]));
                self.unit_name(name, row, left, right, ems);
            }
        }
    }

    fn unit_name(&mut self, name: &str, row: &Row, left: Point, right: Point, ems: &[f64]) {
        let front = facing_vector(row.facing);
        let middle = point((left.x + right.x) / 2.0, (left.y + right.y) / 2.0);
        let is_level = (left.y - right.y).abs() < 0.5;
        for em in ems.iter().map(|em| em * self.unit()) {
            let wide = self.sheet.width_of(name, plain(em));
            if is_level && wide > length(left, right) + 3.0 * self.unit() {
                continue;
            }
            let away = 0.05 * self.chart.mm + 2.0 * self.unit() + if is_level { em * 0.7 } else { wide / 2.0 };
            let at = point(middle.x + front.x * away, middle.y + front.y * away);
            let ink = rect(at.x - wide / 2.0, at.y - em * 0.5, wide, em);
            if self.is_free(&ink) {
                self.taken.push(ink);
                self.sheet
                    .line_about(name, point(at.x, at.y - em * 0.725), 200.0, plain(em));
                return;
            }
        }
    }

    /// An arrow from outside onto the ground, its word beside it.
    pub fn entrance(&mut self) {
        let plaza = &self.site.sane;
        let Some(at) = entrance(self.site.exhibition, plaza) else {
            return;
        };
        let (w, h) = (plaza.size.w, plaza.size.h);
        let sides = [
            (at.x, point(1.0, 0.0)),
            (w - at.x, point(-1.0, 0.0)),
            (at.y, point(0.0, 1.0)),
            (h - at.y, point(0.0, -1.0)),
        ];
        let nearest = sides.into_iter().min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
        let inward = nearest.map_or(point(0.0, -1.0), |(_, inward)| inward);
        let unit = self.unit();
        let tip = self.chart.map(at);
        let at = |out: f64, aside: f64| {
            point(
                tip.x - inward.x * out * unit - inward.y * aside * unit,
                tip.y - inward.y * out * unit + inward.x * aside * unit,
            )
        };
        let arrow = [
            at(0.0, 0.0),
            at(3.0, 2.0),
            at(3.0, 0.8),
            at(6.0, 0.8),
            at(6.0, -0.8),
            at(3.0, -0.8),
            at(3.0, -2.0),
        ];
        self.sheet.shape(ring(&arrow), Some(INK), None);
        let word = self.lang().of(words::ENTRANCE);
        let wide = self.sheet.width_of(word, strong(3.0 * unit)) / unit;
        let away = if inward.x == 0.0 { 8.2 } else { 7.0 + wide / 2.0 };
        self.word(word, at(away, 0.0), 3.0, INK);
        self.taken.push(bounds(&arrow));
    }

    /// The way of a tour, an arrow on every longer stretch.
    pub fn tour(&mut self, tour: &Tour) {
        let points: Vec<Point> = way_of(self.site, tour).iter().map(|p| self.chart.map(*p)).collect();
        let unit = self.unit();
        let dash = [2.2 * unit, 1.1 * unit];
        let line = Pen {
            width: 0.45 * unit,
            colour: ROUTE,
            dash: &dash,
        };
        if points.len() > 1 {
            self.sheet.through(&points, line);
        }
        let mut walked = 12.0 * unit;
        for ends in points.windows(2) {
            let length = length(ends[0], ends[1]);
            walked += length;
            if length < 6.0 * unit || walked < 26.0 * unit {
                continue;
            }
            walked = 0.0;
            let (dx, dy) = ((ends[1].x - ends[0].x) / length, (ends[1].y - ends[0].y) / length);
            let middle = point((ends[0].x + ends[1].x) / 2.0, (ends[0].y + ends[1].y) / 2.0);
            let head = [(1.6, 0.0), (-1.2, 1.1), (-1.2, -1.1)].map(|(on, aside)| {
                point(
                    middle.x + (dx * on - dy * aside) * unit,
                    middle.y + (dy * on + dx * aside) * unit,
                )
            });
            self.sheet.shape(ring(&head), Some(ROUTE), None);
        }
    }

    /// A filled disc with a short word in it.
    pub fn disc(&mut self, text: &str, at: Point, radius: f64, colour: Colour) {
        let radius = radius * self.unit();
        self.sheet
            .shape(Path::circle(at, radius), Some(colour), Some(pen(0.2, PAPER)));
        let em = radius * if text.chars().count() > 2 { 0.85 } else { 1.15 };
        let look = strong(em).in_colour(PAPER);
        self.sheet.line_about(text, point(at.x, at.y - em * 0.725), 40.0, look);
    }

    /// A word with its middle here.
    pub fn word(&mut self, text: &str, middle: Point, em: f64, colour: Colour) {
        let em = em * self.unit();
        let look = strong(em).in_colour(colour);
        self.sheet
            .line_about(text, point(middle.x, middle.y - em * 0.725), 120.0, look);
    }

    /// The same where nothing stands yet.
    pub fn label(&mut self, text: &str, middle: Point, em: f64, colour: Colour) {
        let size = em * self.unit();
        let wide = self.sheet.width_of(text, plain(size));
        let ink = rect(middle.x - wide / 2.0, middle.y - size * 0.5, wide, size);
        if self.is_free(&ink) {
            self.taken.push(ink);
            let look = plain(size).in_colour(colour);
            self.sheet
                .line_about(text, point(middle.x, middle.y - size * 0.725), 120.0, look);
        }
    }

    pub fn is_free(&self, place: &Rect) -> bool {
        self.taken.iter().all(|taken| taken.intersect(place).is_none())
    }
}

/// Past the stops of a tour, from the entrance. Stops without a place are passed over.
pub fn way_of(site: &Site<'_>, tour: &Tour) -> Vec<Point> {
    let stops: Vec<BoardId> = tour.stops.iter().map(|stop| stop.board).collect();
    let mut points: Vec<Point> = legs(site.exhibition, &site.sane, &stops)
        .into_iter()
        .flat_map(|leg| leg.points)
        .collect();
    points.dedup_by(|a, b| length(*a, *b) < 1e-6);
    points
}
