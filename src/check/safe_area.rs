//! Text so near to the trim that a wandering cutter may take it.

use super::{Subject, excerpt};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::geom::{Rect, rect};
use crate::layout::{Glyph, GlyphRun, Item};
use std::collections::BTreeSet;

/// In mm from the trim.
pub const MARGIN: f64 = 10.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let size = subject.laid.frame.size;
    let safe = rect(0.0, 0.0, size.w, size.h).grow(-MARGIN);
    let mut told = BTreeSet::new();
    for part in &subject.parts {
        let Item::Glyphs(run) = part.item else { continue };
        let boxes = run.glyphs.iter().filter_map(|glyph| ink(run, glyph));
        let is_outside = |area: Rect| {
            let area = part.on_board(area);
            // A tenth of a millimetre is rounding.
            area.x < safe.x - 0.1
                || area.y < safe.y - 0.1
                || area.right() > safe.right() + 0.1
                || area.bottom() > safe.bottom() + 0.1
        };
        if boxes.into_iter().any(is_outside) && told.insert(part.source) {
            let say = CheckSay::TextAtEdge {
                text: excerpt(run.text.trim()),
                margin_mm: MARGIN,
            };
            found.push(subject.find(part.source, Severity::Warning, "safe-area", say));
        }
    }
}

/// About where the glyph's ink is, from its origin on the baseline; `None` for blanks.
pub fn ink(run: &GlyphRun, glyph: &Glyph) -> Option<Rect> {
    let range = glyph.cluster.start as usize..glyph.cluster.end as usize;
    let character = run.text.get(range)?.chars().next()?;
    if character.is_whitespace() {
        return None;
    }
    let em = run.em;
    // Marks fill the first half of their box, letters and figures are about half as wide as Han characters.
    let is_mark = matches!(
        character,
        '。' | '，' | '、' | '：' | '；' | '！' | '？' | '」' | '』' | '”' | '’' | '）' | '》'
    );
    let width = if is_mark || character.is_ascii() { 0.5 } else { 0.95 } * em * glyph.stretch;
    Some(match glyph.quarter_turns {
        1 => rect(glyph.x - 0.15 * em, glyph.y, 0.8 * em, width),
        _ => rect(glyph.x, glyph.y - 0.8 * em, width, 0.85 * em),
    })
}
