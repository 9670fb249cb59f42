//! Photos with fewer pixels than the shop asks for at their printed size.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::layout::Item;
use crate::model::Shop;

/// How sharp a photo is where people stand. The inspector and the check use this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharpness {
    Good,
    /// Enough for the distance, not for a look from close by.
    Fair,
    /// Less than the shop asks for.
    Poor,
    /// Below half of what is asked for a reader sees it from where people stand.
    Blurred,
}

/// At twice what the distance needs nobody sees pixels from a step nearer either.
pub fn sharpness(dpi: f64, shop: &Shop) -> Sharpness {
    let share = dpi / shop.least_dpi.max(1.0);
    match share {
        2.0.. => Sharpness::Good,
        1.0.. => Sharpness::Fair,
        0.5.. => Sharpness::Poor,
        _ => Sharpness::Blurred,
    }
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let least = subject.shop.least_dpi;
    for part in &subject.parts {
        let Item::Image(image) = part.item else { continue };
        let scale = part.scale();
        let dpi = image.dpi() / scale;
        let severity = match sharpness(dpi, subject.shop) {
            Sharpness::Good | Sharpness::Fair => continue,
            Sharpness::Poor => Severity::Warning,
            Sharpness::Blurred => Severity::Error,
        };
        let printed = image.clip.w.min(image.place.w) * scale;
        let facts = subject.exhibition.photos.get(&image.photo);
        let say = CheckSay::PhotoCoarse {
            file: facts.map(|facts| facts.name.clone()).unwrap_or_default(),
            // A photo that just misses does not read as if it met.
            dpi: (dpi.round() as u32).min(least.ceil() as u32 - 1),
            least: least.round() as u32,
            printed_cm: (printed / 10.0).round() as u32,
            sharp_cm: (printed * dpi / least / 10.0).floor() as u32,
        };
        found.push(subject.find(part.source, severity, "photo-dpi", say));
    }
}
