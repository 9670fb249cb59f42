//! Screen colours that no ink reaches, for a shop that takes inks alone. Its files hold no RGB: the export turns photos and
//! drawings into the profile's inks, whatever they are (`tests/export/shops.rs`). What is left to tell is that a colour of
//! a drawing will not look as it does on the screen. Photos lose less than an eye remembers, and are not told.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Colour, Finding, Severity};
use crate::layout::{Item, Paint};
use crate::media::proof_at_hand;
use crate::model::{ElementId, Output};

pub const RULE: &str = "screen-colour";

/// CIE 1976 ΔE between the screen and the print: from here on nobody takes one for the other.
const FAR: f64 = 15.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let shop = subject.shop;
    if shop.output != Output::Pdf || shop.photo_quality <= 0.0 {
        return;
    }
    let Some(proof) = proof_at_hand(shop.profile.as_ref().map(|profile| &profile.icc)) else {
        return;
    };
    let mut worst: Vec<(Option<ElementId>, [u8; 3], f64)> = Vec::new();
    for part in &subject.parts {
        for rgb in screen_colours(part.item) {
            let off = proof.off(rgb);
            match worst.iter_mut().find(|one| one.0 == part.source) {
                Some(one) if one.2 < off => (one.1, one.2) = (rgb, off),
                Some(_) => {}
                None => worst.push((part.source, rgb, off)),
            }
        }
    }
    for (source, [r, g, b], off) in worst {
        if off > FAR {
            let colour = format!("#{r:02X}{g:02X}{b:02X}");
            found.push(subject.find(source, Severity::Warning, RULE, RuleSay::ScreenColour { colour }));
        }
    }
}

fn screen_colours(item: &Item) -> Vec<[u8; 3]> {
    let paints: Vec<&Paint> = match item {
        Item::Path(item) => item
            .fill
            .iter()
            .chain(item.stroke.as_ref().map(|stroke| &stroke.paint))
            .collect(),
        Item::Glyphs(run) => vec![&run.paint],
        Item::Image(_) | Item::Shadow(_) | Item::Group(_) => Vec::new(),
    };
    let inks = paints.into_iter().flat_map(|paint| match paint {
        Paint::Flat(ink) => vec![ink],
        Paint::Linear { stops, .. } | Paint::Radial { stops, .. } => stops.iter().map(|(_, ink)| ink).collect(),
    });
    let rgb = inks.filter_map(|ink| match ink.colour {
        Colour::Srgb(rgb) => Some(rgb),
        Colour::Cmyk(_) | Colour::Spot(_) => None,
    });
    rgb.collect()
}
