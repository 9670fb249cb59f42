//! By which a plan is read: where north is, and how long a metre.

use crate::base::Lang;
use crate::base::say::plaza_paper as words;
use crate::export::papers::{GREY, INK, PAPER, Sheet, pen, plain, ring, strong};
use crate::geom::{Path, Point, point, rect};

/// North as the venue has it: a needle in a ring.
pub fn compass(sheet: &mut Sheet<'_>, middle: Point, radius: f64, north: f64, lang: Lang) {
    let degrees = if north.is_finite() { north } else { 0.0 };
    let (sin, cos) = degrees.to_radians().sin_cos();
    let at = |up: f64, aside: f64| {
        point(
            middle.x + (sin * up + cos * aside) * radius,
            middle.y + (-cos * up + sin * aside) * radius,
        )
    };
    sheet.shape(Path::circle(middle, radius), None, Some(pen(0.2, GREY)));
    for quarter in 0..4 {
        let (s, c) = (f64::from(quarter) * 90.0 + degrees).to_radians().sin_cos();
        let reach = |by: f64| point(middle.x + s * radius * by, middle.y - c * radius * by);
        sheet.through(&[reach(0.86), reach(1.0)], pen(0.2, GREY));
    }
    sheet.shape(ring(&[at(0.92, 0.0), at(-0.5, -0.42), at(-0.2, 0.0)]), Some(INK), None);
    let half = [at(0.92, 0.0), at(-0.5, 0.42), at(-0.2, 0.0)];
    sheet.shape(ring(&half), Some(PAPER), Some(pen(0.2, INK)));
    let em = radius * 0.55;
    let name = at(1.42, 0.0);
    sheet.line_about(
        lang.of(words::NORTH),
        point(name.x, name.y - em * 0.725),
        40.0,
        strong(em),
    );
}

/// Alternating fields from `left`, at most `room` long; `mm` a metre.
pub fn scale_bar(sheet: &mut Sheet<'_>, left: Point, room: f64, mm: f64, lang: Lang) {
    let steps = [500.0, 200.0, 100.0, 50.0, 20.0, 10.0, 5.0, 2.0, 1.0];
    let fits = steps.into_iter().find(|metres| metres * mm <= room);
    let metres: f64 = fits.unwrap_or(0.5);
    let (length, high) = (metres * mm, 1.5);
    for field in 0..5 {
        let place = rect(left.x + length / 5.0 * f64::from(field), left.y, length / 5.0, high);
        let fill = if field % 2 == 0 { INK } else { PAPER };
        sheet.shape(Path::rect(place), Some(fill), Some(pen(0.15, INK)));
    }
    let marks = [(0.0, "0".to_string()), (1.0, lang.of(words::metres(metres)))];
    for (share, text) in marks {
        let at = point(left.x + length * share, left.y + high + 0.3);
        sheet.line_about(&text, at, 30.0, plain(2.3));
    }
}
