//! What inks do on a press: black alone is grey where it is large, and small letters in several inks blur.

use super::{Subject, excerpt, walk};
use crate::base::say::RuleSay;
use crate::base::{Colour, Finding, Severity};
use crate::layout::{Item, Paint};
use crate::model::Output;
use std::collections::BTreeSet;

/// Both sides of a large black area are longer, in mm.
const LARGE: f64 = 100.0;
/// Letters up to this size, in mm (17 point), show plates that do not meet.
const SMALL: f64 = 6.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    // Flat pictures are in the colours of a screen.
    if subject.shop.output != Output::Pdf {
        return;
    }
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let said = match part.item {
            Item::Path(item) => {
                let place = walk::bounds(&item.path).map(|own| part.on_board(own));
                let fill = item.fill.as_ref();
                let black = fill.zip(place).filter(|(paint, place)| {
                    place.w >= LARGE && place.h >= LARGE && is_plain_black(paint) && subject.shop.rich_black.is_none()
                });
                let black = black.map(|(_, place)| RuleSay::PlainBlack {
                    width_cm: (place.w / 10.0).round() as u32,
                    height_cm: (place.h / 10.0).round() as u32,
                });
                black.map(|say| ("plain-black", Severity::Note, say))
            }
            Item::Glyphs(run) => {
                let em = run.em * part.scale();
                let is_small = em <= SMALL && em > subject.shop.plain_black;
                let say = RuleSay::TextInManyInks {
                    text: excerpt(run.text.trim()),
                    em_mm: (em * 10.0).round() / 10.0,
                };
                (is_small && is_many_inked(&run.paint)).then_some(("text-black", Severity::Warning, say))
            }
            Item::Image(_) | Item::Shadow(_) | Item::Group(_) => None,
        };
        if let Some((rule, severity, say)) = said
            && told.insert((part.source, rule))
        {
            found.push(subject.find(part.source, severity, rule, say));
        }
    }
}

fn is_plain_black(paint: &Paint) -> bool {
    let Paint::Flat(ink) = paint else { return false };
    matches!(ink.colour, Colour::Cmyk([c, m, y, k]) if k >= 95.0 && c + m + y <= 5.0) && ink.alpha > 0.9
}

fn is_many_inked(paint: &Paint) -> bool {
    let Paint::Flat(ink) = paint else { return false };
    matches!(ink.colour, Colour::Cmyk([c, m, y, k]) if k >= 60.0 && [c, m, y].iter().all(|ink| *ink >= 20.0))
}
