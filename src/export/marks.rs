//! What stands outside the bleed: crop marks and the line that tells the shop which board this is.

use super::{Page, Press, Tile};
use crate::base::{Align, Colour, FontSlot};
use crate::geom::{Point, Rect, Transform, point, size};
use crate::layout::{GlyphRun, Item, Paint, Path, Placed, Seg};
use crate::script::Region;
use crate::text::{BoxIn, Breaking, Fonts, Look, ParaIn, Prohibition, Weight, lay};

/// A hairline that every platesetter draws, in points.
pub const MARK_WIDTH: f64 = 0.25;

/// In mm: marks are no longer, and end before the sheet does.
const LONGEST: f64 = 8.0;
const TO_EDGE: f64 = 1.0;

/// The eight lines at the corners of the trim, in millimetres of the board. They begin where the bleed ends, at
/// least 2 mm from the trim, so that no mark is ever inside the picture.
pub fn crop_marks(trim: Rect, press: &Press) -> Path {
    // Marks keep their size in a file of 1:10.
    let scale = press.scale();
    let start = press.shop.bleed.max(2.0 * scale);
    let end = (press.shop.bleed + press.room() - TO_EDGE * scale).min(start + LONGEST * scale);
    let mut path = Path::default();
    if end <= start {
        return path;
    }
    let mut line = |from: (f64, f64), to: (f64, f64)| {
        path.segs.push(Seg::Move(point(from.0, from.1)));
        path.segs.push(Seg::Line(point(to.0, to.1)));
    };
    for x in [trim.x, trim.right()] {
        line((x, trim.y - start), (x, trim.y - end));
        line((x, trim.bottom() + start), (x, trim.bottom() + end));
    }
    for y in [trim.y, trim.bottom()] {
        line((trim.x - start, y), (trim.x - end, y));
        line((trim.right() + start, y), (trim.right() + end, y));
    }
    path
}

/// Where the neighbour of a strip ends: short lines above and below, as crop marks are.
pub fn overlap_marks(tile: Tile, press: &Press) -> Path {
    let mut path = Path::default();
    let (start, end) = (
        press.shop.bleed + press.scale(),
        press.shop.bleed + press.room() - TO_EDGE * press.scale(),
    );
    let (area, overlap) = (tile.area, press.shop.overlap);
    let mut xs = Vec::new();
    if tile.number > 1 {
        xs.push(area.x + overlap);
    }
    if tile.number < tile.count {
        xs.push(area.right() - overlap);
    }
    for x in xs {
        for (from, to) in [
            (area.y - start, area.y - end),
            (area.bottom() + start, area.bottom() + end),
        ] {
            path.segs.push(Seg::Move(point(x, from)));
            path.segs.push(Seg::Line(point(x, to)));
        }
    }
    path
}

/// "017 · QH017 · 石桥还在 · 青禾县 · 900 × 1200 mm · 1:1" under the board; nothing where the slug has no room.
pub fn slug_line(page: &Page, press: &Press, fonts: &Fonts, day: &str) -> Vec<Placed> {
    let scale = press.scale();
    let em = (press.shop.slug * 0.4).min(4.0) * scale;
    if em < 1.5 * scale {
        return Vec::new();
    }
    let (trim, cut) = (page.frame.size, page.sheet(press));
    let mut measure = format!("{} × {} mm", short(trim.w), short(trim.h));
    if press.shop.white_edge > 0.0 {
        measure.push_str(&format!(" + {}", short(press.shop.white_edge)));
    }
    let strip = page
        .tile
        .map(|tile| format!("{}/{}", tile.number, tile.count))
        .unwrap_or_default();
    let parts = [
        &strip,
        &page.number,
        &page.code,
        &page.title,
        &page.committee,
        &measure,
        &press.shop.name,
    ];
    let parts: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let text = format!("{} · 1:{scale} · {day}", parts.join(" · "));
    let from_left = (LONGEST * scale).min(cut.w * 0.1);
    let at = point(
        cut.x + from_left,
        cut.bottom() + press.shop.bleed + (press.room() - em * 1.2) / 2.0,
    );
    // What does not fit into one line is the end of a long title; the number and the code come first.
    plain_words(&text, em, cut.w - 2.0 * from_left, at, fonts)
}

/// One black line of text that begins below and right of `at`; what does not fit is left out.
pub fn plain_words(text: &str, em: f64, width: f64, at: Point, fonts: &Fonts) -> Vec<Placed> {
    let laid = lay(&one_line(text, em, width), fonts);
    let first = laid.lines.first().map_or(0..0, |line| line.glyphs.clone());
    laid.glyphs[first]
        .chunk_by(|a, b| a.face == b.face)
        .filter_map(|run| GlyphRun::of(run, Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, 100.0])), text))
        .map(|run| Placed {
            at: Transform::shift(at.x, at.y),
            item: Item::Glyphs(run),
            source: None,
        })
        .collect()
}

fn one_line(text: &str, em: f64, width: f64) -> BoxIn {
    BoxIn {
        size: size(width, em * 1.2),
        vertical: false,
        region: Region::Mainland,
        paras: vec![ParaIn {
            text: text.to_string(),
            look: Look {
                slot: FontSlot::Hei,
                weight: Weight(400),
                em,
                tag: 0,
            },
            spans: Vec::new(),
            line: em * 1.2,
            align: Align::Start,
            indent: 0.0,
            han_latin_gap: false,
            level: Prohibition::None,
            breaking: Breaking::Quick,
            ..ParaIn::default()
        }],
        para_gap: 0.0,
        columns: 1,
        column_gap: 0.0,
        block_align: 0.0,
    }
}

/// "900", "812.8"
pub fn short(mm: f64) -> String {
    format!("{}", (mm * 10.0).round() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::rect;
    use std::sync::Arc;

    #[test]
    fn no_mark_reaches_into_the_bleed_or_over_the_sheet() {
        for (bleed, slug) in [(0.0, 10.0), (3.0, 10.0), (10.0, 15.0), (3.0, 2.5)] {
            let mut press = Press::plain(Arc::from([]));
            (press.shop.bleed, press.shop.slug, press.shop.has_crop_marks) = (bleed, slug, true);
            let (trim, marks) = (
                rect(0.0, 0.0, 900.0, 1200.0),
                crop_marks(rect(0.0, 0.0, 900.0, 1200.0), &press),
            );
            assert_eq!(marks.segs.len(), 16);
            let (inner, outer) = (trim.grow(bleed - 1e-9), trim.grow(bleed + slug));
            for seg in &marks.segs {
                let (Seg::Move(p) | Seg::Line(p)) = seg else {
                    panic!("a mark is straight")
                };
                assert!(!inner.contains(*p) && outer.contains(*p), "{bleed} {slug} {p:?}");
            }
        }
    }
}
