//! Emblems stand free, whole and large enough: nothing over them or too near, inside the safe area, printable.

use super::safe_area::MARGIN;
use super::{Subject, walk};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::geom::{Rect, rect};
use crate::layout::Item;
use crate::model::{Element, ElementId, ElementKind};

/// The least height in mm. An emblem's finest strokes are about a twenty-fifth of its height; at 15 mm that is 0.6 mm,
/// which an eye still parts from two metres away and a printer of 100 dpi still draws.
pub const LEAST: f64 = 15.0;

/// Of the shorter side: what stays free all around. Emblems' own rules ask for a quarter to a half.
const CLEAR: f64 = 0.25;

/// What only touches does not overlap.
const TOUCH: f64 = 0.05;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let ElementKind::Emblem(emblem) = &element.kind else {
            continue;
        };
        let Some(place) = place_of(subject, element.id).filter(|_| emblem.art.is_some()) else {
            continue;
        };
        let mut tell = |severity, say| found.push(subject.find(Some(element.id), severity, "emblem", say));
        if place.h < LEAST - TOUCH {
            let say = CheckSay::EmblemSmall {
                height_mm: place.h.round() as u32,
                least_mm: LEAST as u32,
            };
            tell(Severity::Warning, say);
        }
        let size = subject.laid.frame.size;
        if !holds(rect(0.0, 0.0, size.w, size.h).grow(-MARGIN), place) {
            tell(
                Severity::Warning,
                CheckSay::EmblemAtEdge {
                    margin_mm: MARGIN as u32,
                },
            );
        }
        match neighbours(subject, element, place) {
            Some(Near::Over) => tell(Severity::Error, CheckSay::EmblemCovered),
            Some(Near::Beside) => tell(Severity::Warning, CheckSay::EmblemCrowded),
            None => {}
        }
    }
}

/// Where the emblem itself is, without the air of its rectangle.
fn place_of(subject: &Subject<'_>, id: ElementId) -> Option<Rect> {
    let (area, _) = subject.laid.areas.get(&id)?;
    let art = subject
        .shown()
        .find(|element| element.id == id)
        .and_then(|element| element.kind.file());
    let [w, h] = subject.exhibition.photos.get(&art?)?.upright_px().map(f64::from);
    if w < 1.0 || h < 1.0 {
        return Some(*area);
    }
    let times = (area.w / w).min(area.h / h);
    let (w, h) = (w * times, h * times);
    let centre = area.centre();
    Some(rect(centre.x - w / 2.0, centre.y - h / 2.0, w, h))
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    Beside,
    Over,
}

/// The worst of what comes too near. A plate that holds the emblem with its air is none.
fn neighbours(subject: &Subject<'_>, emblem: &Element, place: Rect) -> Option<Near> {
    let clear = place.grow(CLEAR * place.w.min(place.h));
    let touches = |area: &Rect, other: Rect| area.intersect(&other.grow(-TOUCH)).is_some();
    let mut is_before = true;
    let mut worst: Option<Near> = None;
    for part in &subject.parts {
        if part.source == Some(emblem.id) {
            is_before = false;
            continue;
        }
        let Some(own) = bounds(part.item) else { continue };
        let area = part.on_board(own);
        let near = if is_before {
            let is_plate = holds(area, clear) && is_filled(part.item);
            let is_free = is_plate || part.is_ground(subject.laid.frame.size);
            (!is_free && touches(&area, clear)).then_some(Near::Beside)
        } else if touches(&area, place) {
            Some(Near::Over)
        } else {
            touches(&area, clear).then_some(Near::Beside)
        };
        worst = worst.max(near);
    }
    worst
}

fn holds(outer: Rect, inner: Rect) -> bool {
    let slack = outer.grow(TOUCH);
    inner.x >= slack.x && inner.y >= slack.y && inner.right() <= slack.right() && inner.bottom() <= slack.bottom()
}

fn is_filled(item: &Item) -> bool {
    match item {
        Item::Path(path) => path.fill.is_some(),
        Item::Image(_) => true,
        Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => false,
    }
}

/// What the item covers, as far as it can come in an emblem's way; shadows fall on what is behind.
fn bounds(item: &Item) -> Option<Rect> {
    match item {
        Item::Path(item) => {
            let wide = item.stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0);
            walk::bounds(&item.path).map(|area| area.grow(wide))
        }
        Item::Image(image) => Some(image.clip),
        Item::Glyphs(run) => {
            let boxes = run.glyphs.iter().filter_map(|glyph| super::safe_area::ink(run, glyph));
            boxes.reduce(|all, one| all.union(&one))
        }
        Item::Shadow(_) | Item::Group(_) => None,
    }
}
