//! QR codes that phones cannot catch from where people stand, or that lead nowhere.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::geom::rect;
use crate::layout::{Item, Path};
use crate::model::ElementKind;

/// The side of a code with its quiet zone, in mm.
pub const LEAST: f64 = 60.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let ElementKind::Qr(code) = &element.kind else {
            continue;
        };
        if code.content.trim().is_empty() {
            found.push(subject.find(Some(element.id), Severity::Error, "qr", CheckSay::QrEmpty));
            continue;
        }
        let parts = &subject.parts;
        let sides = parts
            .iter()
            .filter(|part| part.source == Some(element.id))
            .filter_map(|part| match part.item {
                Item::Path(path) => side(&path.path).map(|side| side * part.scale()),
                Item::Glyphs(_) | Item::Image(_) | Item::Shadow(_) | Item::Group(_) => None,
            });
        // The white ground with the quiet zone is the largest of its shapes.
        let side = sides.fold(0.0, f64::max);
        if side > 0.0 && side < LEAST - 0.05 {
            let say = CheckSay::QrSmall {
                side_mm: side.round() as u32,
                least_mm: LEAST as u32,
            };
            found.push(subject.find(Some(element.id), Severity::Warning, "qr", say));
        }
    }
}

fn side(path: &Path) -> Option<f64> {
    let points = path.ends();
    let first = points.first()?;
    let bounds = points
        .iter()
        .map(|p| rect(p.x, p.y, 0.0, 0.0))
        .fold(rect(first.x, first.y, 0.0, 0.0), |all, one| all.union(&one));
    Some(bounds.w.min(bounds.h))
}
