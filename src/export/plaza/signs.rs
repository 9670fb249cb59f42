//! Lines of a plan's legend: each sign as the plan draws it, and what it means.

use super::chart::{Chart, ROUTE};
use super::dims::MEASURE;
use super::things;
use crate::base::say::plaza_paper as words;
use crate::base::{Colour, Lang};
use crate::export::papers::{INK, Pen, Sheet, pen, plain, ring, strong};
use crate::geom::{Path, Point, Rect, point, rect};
use crate::model::ThingKind;

/// A line of the legend.
pub enum Sign {
    Board,
    Row,
    Measure,
    Fixed,
    Tour,
    Thing(ThingKind),
}

impl Sign {
    pub fn name(&self, lang: Lang) -> String {
        let words = match self {
            Sign::Board => words::SIGN_BOARD,
            Sign::Row => words::SIGN_ROW,
            Sign::Measure => words::SIGN_MEASURE,
            Sign::Fixed => words::SIGN_FIXED,
            Sign::Tour => words::SIGN_TOUR,
            Sign::Thing(kind) => return things::name(*kind, lang),
        };
        lang.of(words).into()
    }

    pub fn draw(&self, sheet: &mut Sheet<'_>, place: Rect) {
        let middle = place.centre();
        let ends = [point(place.x, middle.y), point(place.right(), middle.y)];
        match self {
            Sign::Board => {
                let red = Colour::Cmyk([20.0, 90.0, 80.0, 10.0]);
                let bar = rect(place.x, middle.y - 0.5, place.w, 1.0);
                sheet.shape(Path::rect(bar), Some(red), Some(pen(0.1, INK)));
                let arrow = [(-0.7, 1.0), (0.7, 1.0), (0.0, 2.1)];
                let arrow = arrow.map(|(x, y)| point(middle.x + x, middle.y + y));
                sheet.shape(ring(&arrow), Some(red), None);
                sheet.line_about("001", point(middle.x, middle.y - 3.4), 9.0, strong(1.9));
            }
            Sign::Row => {
                let line = Pen {
                    width: 0.13,
                    colour: MEASURE,
                    dash: &[3.0, 0.8, 0.6, 0.8],
                };
                sheet.through(&[point(place.x + 4.0, middle.y), ends[1]], line);
                let at = point(place.x + 2.0, middle.y);
                sheet.shape(Path::circle(at, 1.9), None, Some(pen(0.18, MEASURE)));
                let look = strong(2.0).in_colour(MEASURE);
                sheet.line_about("1", point(at.x, at.y - 1.45), 4.0, look);
            }
            Sign::Measure => {
                sheet.through(&ends, pen(0.13, MEASURE));
                for end in ends {
                    let tick = [point(end.x - 0.6, end.y + 0.6), point(end.x + 0.6, end.y - 0.6)];
                    sheet.through(&tick, pen(0.25, MEASURE));
                }
                let look = plain(1.9).in_colour(MEASURE);
                sheet.line_about("2.40", point(middle.x, middle.y - 2.6), 9.0, look);
            }
            Sign::Fixed => {
                sheet.shape(Path::circle(middle, 1.3), None, Some(pen(0.3, INK)));
                let cross = |x: f64, y: f64| [-2.0, 2.0].map(|by: f64| point(middle.x + x * by, middle.y + y * by));
                sheet.through(&cross(1.0, 0.0), pen(0.2, INK));
                sheet.through(&cross(0.0, 1.0), pen(0.2, INK));
            }
            Sign::Tour => {
                let line = Pen {
                    width: 0.45,
                    colour: ROUTE,
                    dash: &[2.2, 1.1],
                };
                sheet.through(&ends, line);
            }
            Sign::Thing(kind) => {
                let chart = Chart {
                    at: Point::default(),
                    mm: 1.0,
                    unit: 0.9,
                };
                things::draw(sheet, &chart, &things::sample(*kind, place));
            }
        }
    }
}
