//! Text where the shop will punch a hole, fold the sheet or put its foot into a cassette.

use super::{Subject, excerpt, safe_area};
use crate::base::say::{Finish, ShopSay};
use crate::base::{Finding, Severity};
use crate::geom::{Point, Rect};
use crate::layout::Item;
use std::collections::BTreeSet;

/// Holes are punched by hand: text keeps this far from them, in mm.
const AROUND: f64 = 5.0;

/// What is done to this board's sheet.
struct Work {
    hem: Option<Rect>,
    clamp: Option<Rect>,
    holes: Vec<Point>,
    reach: f64,
}

impl Work {
    fn of(subject: &Subject<'_>) -> Work {
        let (size, shop) = (subject.laid.frame.size, subject.shop);
        let cut = shop.cut(size);
        let finishing = &shop.finishing;
        let is_rollup = subject.template.is_some_and(|template| template.is_rollup());
        Work {
            hem: finishing.inside_hem(cut),
            clamp: finishing.clamped(cut, is_rollup),
            holes: finishing
                .eyelets
                .map(|eyelets| eyelets.middles(cut))
                .unwrap_or_default(),
            reach: finishing.eyelets.map_or(0.0, |eyelets| eyelets.diameter / 2.0 + AROUND),
        }
    }

    fn takes(&self, ink: Rect) -> Option<Finish> {
        let is_near = |hole: &Point| {
            let (x, y) = (hole.x.clamp(ink.x, ink.right()), hole.y.clamp(ink.y, ink.bottom()));
            (hole.x - x).hypot(hole.y - y) < self.reach
        };
        if self.clamp.is_some_and(|strip| ink.bottom() > strip.y) {
            return Some(Finish::Clamp);
        }
        if self.holes.iter().any(is_near) {
            return Some(Finish::Eyelets);
        }
        let is_out =
            |seen: Rect| ink.x < seen.x || ink.y < seen.y || ink.right() > seen.right() || ink.bottom() > seen.bottom();
        self.hem.is_some_and(is_out).then_some(Finish::Hem)
    }
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let work = Work::of(subject);
    if work.hem.is_none() && work.clamp.is_none() && work.holes.is_empty() {
        return;
    }
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let Item::Glyphs(run) = part.item else { continue };
        let inks = run.glyphs.iter().filter_map(|glyph| safe_area::ink(run, glyph));
        let Some(finish) = inks.filter_map(|ink| work.takes(part.on_board(ink))).next() else {
            continue;
        };
        if told.insert((part.source, finish)) {
            let say = ShopSay::TextUnder {
                text: excerpt(run.text.trim()),
                finish,
            };
            found.push(subject.find(part.source, Severity::Warning, "finishing", say));
        }
    }
}
