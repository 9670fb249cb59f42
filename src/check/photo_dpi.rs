//! Photos with fewer pixels than the shop asks for at their printed size.

use super::{Subject, walk};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::layout::Item;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let least = subject.shop.least_dpi;
    for part in walk::items(&subject.laid.frame) {
        let Item::Image(image) = part.item else { continue };
        let scale = part.scale();
        let dpi = image.dpi() / scale;
        if dpi >= least {
            continue;
        }
        // Below half of what is asked for a reader sees it from where people stand.
        let severity = if dpi < least / 2.0 {
            Severity::Error
        } else {
            Severity::Warning
        };
        let printed = image.clip.w.min(image.place.w) * scale;
        let facts = subject.exhibition.photos.get(&image.photo);
        let say = CheckSay::PhotoCoarse {
            file: facts.map(|facts| facts.name.clone()).unwrap_or_default(),
            dpi: dpi.round() as u32,
            least: least.round() as u32,
            printed_cm: (printed / 10.0).round() as u32,
            sharp_cm: (printed * dpi / least / 10.0).floor() as u32,
        };
        found.push(subject.find(part.source, severity, "photo-dpi", say));
    }
}
