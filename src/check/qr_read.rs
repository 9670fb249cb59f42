//! Codes are read as a phone would read them: from what the board shows, by a decoder that did not make them.

use super::light::{Lights, plate};
use super::walk::{self, Found};
use super::{Subject, safe_area};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::geom::Rect;
use crate::layout::Item;
use crate::model::{ElementId, ElementKind};

/// Pixels a side of the picture that is read: several for each square of the largest code that is of use.
const PIXELS: f64 = 420.0;
/// The least square in mm: half a metre away it is as wide as seven of a phone's pixels.
const LEAST: f64 = 1.0;
/// Quiet squares on either side, as they are drawn.
const QUIET: usize = 4;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let codes: Vec<(ElementId, &str)> = subject
        .shown()
        .filter_map(|element| match &element.kind {
            ElementKind::Qr(code) if !code.content.trim().is_empty() => Some((element.id, code.content.trim())),
            _ => None,
        })
        .collect();
    if codes.is_empty() {
        return;
    }
    let parts = &subject.parts;
    for (id, content) in codes {
        let mut tell = |severity, rule, say| found.push(subject.find(Some(id), severity, rule, say));
        if !is_address(content) {
            let content = super::excerpt(content);
            tell(Severity::Warning, "qr-address", RuleSay::QrAddress { content });
        }
        // A code that holds too much is not drawn at all; the layout says so.
        let squares = parts
            .iter()
            .filter(|part| part.source == Some(id) && is_path(part))
            .count();
        let Some(place) = plate(parts, id).filter(|_| squares > 1) else {
            continue;
        };
        if is_covered(parts, id, place) {
            tell(Severity::Error, "qr-covered", RuleSay::QrCovered);
            continue;
        }
        match read(parts, place, subject) {
            Some((text, side)) if text.trim() == content => {
                let module_mm = place.w / (side + 2 * QUIET) as f64;
                if module_mm < LEAST - 0.005 {
                    let say = RuleSay::QrFine {
                        module_mm: (module_mm * 100.0).round() / 100.0,
                        least_mm: LEAST,
                    };
                    tell(Severity::Warning, "qr-fine", say);
                }
            }
            _ => tell(Severity::Error, "qr-unreadable", RuleSay::QrUnreadable),
        }
    }
}

fn is_path(part: &Found<'_>) -> bool {
    matches!(part.item, Item::Path(_))
}

/// Plain words are fine in a code; what begins like an address must be one.
fn is_address(content: &str) -> bool {
    let lower = content.to_lowercase();
    if !lower.starts_with("http") && !lower.starts_with("www.") {
        return true;
    }
    let rest = match lower.split_once("://") {
        Some(("http" | "https", rest)) => rest,
        Some(_) => return false,
        None if lower.starts_with("http") => return false,
        None => &lower,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_split = content.chars().any(|c| c.is_whitespace() || "，。、：；".contains(c));
    host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !is_split
}

/// Something else is drawn over the plate after it.
fn is_covered(parts: &[Found<'_>], id: ElementId, place: Rect) -> bool {
    let inner = place.grow(-0.5);
    let behind = parts.iter().skip_while(|part| part.source != Some(id));
    let mut others = behind.filter(|part| part.source != Some(id));
    others.any(|part| match part.item {
        Item::Glyphs(run) => {
            let mut boxes = run.glyphs.iter().filter_map(|glyph| safe_area::ink(run, glyph));
            boxes.any(|ink| part.on_board(ink).intersect(&inner).is_some())
        }
        Item::Image(image) => part.on_board(image.clip).intersect(&inner).is_some(),
        Item::Path(item) => {
            let is_seen = item.fill.is_some();
            let own = walk::bounds(&item.path).filter(|_| is_seen);
            own.is_some_and(|own| part.on_board(own).intersect(&inner).is_some())
        }
        Item::Shadow(_) | Item::Group(_) => false,
    })
}

/// What the code says and how many squares a side has.
fn read(parts: &[Found<'_>], place: Rect, subject: &Subject<'_>) -> Option<(String, usize)> {
    let mut lights = Lights::new(place, PIXELS / place.w.max(1.0));
    for part in parts {
        lights.paint(part, &subject.exhibition.photos);
    }
    let (width, height) = lights.size();
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| lights.pixel(x, y));
    let grids = picture.detect_grids();
    let (meta, text) = grids.first()?.decode().ok()?;
    Some((text, meta.version.to_size()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_like_an_address_is_one() {
        for (content, wanted) in [
            ("https://qinghe.example/wu?a=1", true),
            ("www.qinghe.example", true),
            ("青禾县水土展", true),
            ("http//qinghe.example", false),
            ("https://", false),
            ("https://qinghe", false),
            ("https://qinghe.example/a b", false),
            ("https：//qinghe.example", false),
        ] {
            assert_eq!(is_address(content), wanted, "{content}");
        }
    }
}
