//! What a shop asks of inks: no more than it can dry, rich black where black is large, black alone where letters are
//! small (four plates never meet exactly). Where a shop wants its photos in inks, colours of drawings are inks too; else
//! only what boards give in CMYK changes.

use super::Press;
use crate::base::Colour;
use crate::layout::{Ink, Paint};
use crate::media::Proof;
use crate::model::within;

/// What is painted, in mm of the board.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Used {
    Text { em: f64 },
    Area { short_side: f64 },
    Line,
}

/// From here on a black area is large.
const LARGE: f64 = 20.0;

/// The paint as this shop prints it.
pub fn as_printed(paint: &Paint, used: Used, press: &Press, proof: &Proof) -> Paint {
    let mut paint = paint.clone();
    let limited = |ink: &mut Ink| {
        if let Colour::Srgb(rgb) = ink.colour
            && press.shop.photo_quality > 0.0
        {
            ink.colour = Colour::Cmyk(proof.cmyk(rgb));
        }
        if let Colour::Cmyk(inks) = &mut ink.colour {
            *inks = within(*inks, press.shop.ink_limit);
        }
    };
    match &mut paint {
        Paint::Flat(ink) => {
            ink.colour = blackened(ink.colour, used, press);
            limited(ink);
        }
        Paint::Linear { stops, .. } | Paint::Radial { stops, .. } => stops.iter_mut().for_each(|(_, ink)| limited(ink)),
    }
    paint
}

fn blackened(colour: Colour, used: Used, press: &Press) -> Colour {
    let black = match colour {
        Colour::Cmyk([.., k]) if k >= 85.0 => k,
        Colour::Srgb(rgb) if rgb.iter().all(|part| *part <= 30) => 100.0,
        _ => return colour,
    };
    match (used, colour, press.shop.rich_black) {
        (Used::Text { em }, _, _) if em <= press.shop.plain_black => Colour::Cmyk([0.0, 0.0, 0.0, black]),
        (Used::Area { short_side }, Colour::Cmyk([c, m, y, k]), Some(rich))
            if short_side >= LARGE && k >= 95.0 && c + m + y <= 5.0 =>
        {
            Colour::Cmyk(rich)
        }
        _ => colour,
    }
}
