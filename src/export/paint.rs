//! Gradients and opacity as PDF has them. Gradients: ISO 32000-1, 8.7.4 and 7.10; opacity: 11.6.

use super::ExportError;
use super::book::Book;
use super::file::{Id, reference};
use super::syntax::{Content, reals};
use crate::base::{Colour, Spot};
use crate::geom::{Point, Transform};
use crate::layout::{Ink, Paint};
use crate::raster::Mask;
use lopdf::{Dictionary, Object, dictionary};

/// Colours of a gradient in one space.
struct Ramp {
    space: Object,
    /// Position and parts, 0..=1, at least two.
    stops: Vec<(f64, Vec<f64>)>,
}

/// Form of a gradient in the item's own millimetres.
struct Shape {
    kind: i64,
    coords: Vec<f64>,
}

/// The smallest step between two stops: equal positions are a hard edge, a function's bounds must ascend, and
/// numbers are written with four decimals.
const STEP: f64 = 2e-4;

fn parts(paint: &Paint) -> Option<(Shape, &[(f64, Ink)])> {
    match paint {
        Paint::Flat(_) => None,
        Paint::Linear { from, to, stops } => Some((
            Shape {
                kind: 2,
                coords: vec![from.x, from.y, to.x, to.y],
            },
            stops,
        )),
        Paint::Radial { centre, radius, stops } => Some((
            Shape {
                kind: 3,
                coords: vec![centre.x, centre.y, 0.0, centre.x, centre.y, *radius],
            },
            stops,
        )),
    }
}

/// The opacity that all of the paint has; `None` where it changes along a gradient.
pub fn even_alpha(paint: &Paint) -> Option<f64> {
    match paint {
        Paint::Flat(ink) => Some(ink.alpha),
        Paint::Linear { stops, .. } | Paint::Radial { stops, .. } => {
            let first = stops.first().map_or(1.0, |(_, ink)| ink.alpha);
            stops.iter().all(|(_, ink)| ink.alpha == first).then_some(first)
        }
    }
}

/// Percent of ink as a PDF counts it.
pub fn shares(inks: &[f64; 4]) -> [f64; 4] {
    inks.map(|part| (part / 100.0).clamp(0.0, 1.0))
}

/// A pattern that fills with the gradient's colours; `to_page` leads from the item to the page.
pub fn pattern(book: &mut Book, paint: &Paint, to_page: &Transform) -> Result<Option<Id>, ExportError> {
    let Some((shape, stops)) = parts(paint) else {
        return Ok(None);
    };
    let ramp = colours(book, stops)?;
    let shading = shading(&shape, ramp);
    let m = to_page;
    let pattern = dictionary! {
        "Type" => "Pattern",
        "PatternType" => 2,
        "Matrix" => reals(&[m.a, m.b, m.c, m.d, m.e, m.f]),
        "Shading" => shading,
    };
    book.file.add(pattern).map(Some)
}

/// A graphics state that fades what is painted along the gradient's opacity. Once set it counts where it was set.
pub fn fading(book: &mut Book, paint: &Paint, to_page: &Transform, page: [f64; 4]) -> Result<Option<Id>, ExportError> {
    let Some((shape, stops)) = parts(paint) else {
        return Ok(None);
    };
    let ramp = Ramp {
        space: "DeviceGray".into(),
        stops: spread(
            stops
                .iter()
                .map(|(at, ink)| (*at, vec![ink.alpha.clamp(0.0, 1.0)]))
                .collect(),
        ),
    };
    let mut content = Content::default();
    content.matrix(to_page, "cm");
    content.named("S", "sh");
    let resources = dictionary! { "Shading" => dictionary! { "S" => shading(&shape, ramp) } };
    soft_mask(book, &content, resources, page).map(Some)
}

/// A graphics state that lets through as much as the mask says; `to_page` leads from its unit square to the page.
pub fn masked(book: &mut Book, mask: &Mask, to_page: &Transform, page: [f64; 4]) -> Result<Id, ExportError> {
    let picture = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => mask.width as i64,
        "Height" => mask.height as i64,
        "ColorSpace" => "DeviceGray",
        "BitsPerComponent" => 8,
        "Interpolate" => true,
    };
    let picture = book.file.add_deflated(picture, &mask.amounts)?;
    let mut content = Content::default();
    content.matrix(to_page, "cm");
    content.named("M", "Do");
    let resources = dictionary! { "XObject" => dictionary! { "M" => reference(picture) } };
    soft_mask(book, &content, resources, page)
}

fn soft_mask(book: &mut Book, content: &Content, resources: Dictionary, page: [f64; 4]) -> Result<Id, ExportError> {
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => reals(&page),
        "Group" => dictionary! { "S" => "Transparency", "CS" => "DeviceGray", "I" => true },
        "Resources" => resources,
    };
    let form = book.file.add_deflated(form, &content.bytes)?;
    book.file.add(dictionary! {
        "Type" => "ExtGState",
        "SMask" => dictionary! { "Type" => "Mask", "S" => "Luminosity", "G" => reference(form) },
    })
}

fn shading(shape: &Shape, ramp: Ramp) -> Dictionary {
    dictionary! {
        "ShadingType" => shape.kind,
        "ColorSpace" => ramp.space.clone(),
        "Coords" => reals(&shape.coords),
        "Function" => function(&ramp.stops),
        "Extend" => Object::Array(vec![true.into(), true.into()]),
    }
}

/// sRGB among CMYK is brought into CMYK, and a spot ink gives way to the inks that look like it, so that a gradient has
/// one space.
fn colours(book: &mut Book, stops: &[(f64, Ink)]) -> Result<Ramp, ExportError> {
    let is_srgb = stops.iter().all(|(_, ink)| matches!(ink.colour, Colour::Srgb(_)));
    let proof = book.sources.proof.clone();
    let values = stops.iter().map(|(at, ink)| {
        let parts = match ink.colour {
            Colour::Srgb(rgb) if is_srgb => rgb.map(|part| f64::from(part) / 255.0).to_vec(),
            Colour::Srgb(rgb) => shares(&proof.cmyk(rgb)).to_vec(),
            Colour::Cmyk(inks) | Colour::Spot(Spot { cmyk: inks, .. }) => shares(&inks).to_vec(),
        };
        (*at, parts)
    });
    let stops = spread(values.collect());
    let space = if is_srgb { book.srgb()? } else { "DeviceCMYK".into() };
    Ok(Ramp { space, stops })
}

/// Stops from 0 to 1, strictly ascending.
fn spread(mut stops: Vec<(f64, Vec<f64>)>) -> Vec<(f64, Vec<f64>)> {
    if let Some((at, value)) = stops.first().cloned()
        && at > 0.0
    {
        stops.insert(0, (0.0, value));
    }
    if let Some((at, value)) = stops.last().cloned()
        && at < 1.0
    {
        stops.push((1.0, value));
    }
    if stops.len() == 1 {
        stops.push(stops[0].clone());
    }
    let count = stops.len();
    let mut last = -STEP;
    for (index, stop) in stops.iter_mut().enumerate() {
        let most = 1.0 - STEP * (count - 1 - index) as f64;
        stop.0 = stop.0.clamp(last + STEP, most.max(last + STEP));
        last = stop.0;
    }
    stops
}

/// Straight lines from stop to stop.
fn function(stops: &[(f64, Vec<f64>)]) -> Object {
    let mut pieces: Vec<Object> = stops
        .windows(2)
        .map(|pair| {
            Object::Dictionary(dictionary! {
                "FunctionType" => 2,
                "Domain" => reals(&[0.0, 1.0]),
                "C0" => reals(&pair[0].1),
                "C1" => reals(&pair[1].1),
                "N" => 1,
            })
        })
        .collect();
    if pieces.len() == 1 {
        return pieces.remove(0);
    }
    let inner: Vec<f64> = stops[1..stops.len() - 1].iter().map(|(at, _)| *at).collect();
    let encode: Vec<f64> = pieces.iter().flat_map(|_| [0.0, 1.0]).collect();
    Object::Dictionary(dictionary! {
        "FunctionType" => 3,
        "Domain" => reals(&[0.0, 1.0]),
        "Functions" => Object::Array(pieces),
        "Bounds" => reals(&inner),
        "Encode" => reals(&encode),
    })
}

/// Length of a vector of the item on the page, for line widths; exact where the transform keeps angles.
pub fn scale_of(m: &Transform) -> f64 {
    (m.a * m.d - m.b * m.c).abs().sqrt()
}

/// The transform keeps angles, so that a line's width is the same all around.
pub fn keeps_angles(m: &Transform) -> bool {
    let across = Point { x: m.a, y: m.b };
    let down = Point { x: m.c, y: m.d };
    let length = |p: &Point| p.x.hypot(p.y);
    let lengths = (length(&across) - length(&down)).abs();
    let dot = across.x * down.x + across.y * down.y;
    lengths < 1e-6 * length(&across).max(1e-9) && dot.abs() < 1e-6 * length(&across).powi(2).max(1e-9)
}
