//! Text that hardly stands off from what it lies on: panels, photos, fades. A background of the board's own has a rule
//! of its own, which knows how to say so.

use super::light::{Lights, contrast, luminance};
use super::{Subject, excerpt, ground, safe_area};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::geom::rect;
use crate::layout::{Item, Paint};
use std::collections::BTreeSet;

pub const RULE: &str = "text-contrast";

/// Greys of a photo are known in 17 cells a side and colours as an ideal press mixes them: what is told must be far from
/// the 3 : 1 that large text needs (WCAG 2.1, 1.4.3).
const LEAST: f64 = 2.0;
/// Pixels a millimetre: letters are no smaller than a few of them.
const SCALE: f64 = 0.25;
/// A run is faint where more of its letters are than this share.
const MOST: f64 = 0.5;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let size = subject.laid.frame.size;
    let mut lights = Lights::new(rect(0.0, 0.0, size.w, size.h), SCALE);
    let told_by_ground = found.iter().filter(|finding| finding.rule == ground::RULE);
    let known: BTreeSet<String> = told_by_ground
        .filter_map(|finding| finding.place.element.clone())
        .collect();
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let Item::Glyphs(run) = part.item else {
            lights.paint(part, &subject.exhibition.photos);
            continue;
        };
        // What a template draws in letters is its ornament; what is half clear is meant to be faint.
        let (Some(source), Paint::Flat(ink)) = (part.source, &run.paint) else {
            continue;
        };
        if ink.alpha * part.opacity < 0.6 || known.contains(&source.to_string()) {
            continue;
        }
        let own = luminance(ink.colour);
        let boxes = run.glyphs.iter().filter_map(|glyph| safe_area::ink(run, glyph));
        let below: Vec<f64> = boxes
            .filter_map(|area| lights.at(part.on_board(area).centre()))
            .collect();
        let faint = below.iter().filter(|light| contrast(own, **light) < LEAST).count();
        if faint > 0 && faint as f64 > MOST * below.len() as f64 && told.insert(source) {
            let say = RuleSay::TextFaint {
                text: excerpt(run.text.trim()),
            };
            found.push(subject.find(Some(source), Severity::Warning, RULE, say));
        }
    }
}
