//! Sheets that are wider than the shop's widest roll: cut into upright strips that overlap, at places where no letter
//! and no photo is where that can be had, and a drawing of how they are put together.

use super::marks::{plain_words, short};
use super::{Page, Press};
use crate::base::Colour;
use crate::geom::{Rect, Transform, point, rect, size};
use crate::layout::{Frame, Item, Paint, Path, PathItem, Placed, Stroke};
use crate::text::Fonts;
use std::sync::Arc;

/// A strip of a sheet, in mm of the board.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    pub area: Rect,
    /// From 1.
    pub number: usize,
    pub count: usize,
}

/// How far a seam moves at a time while it looks for a clean place, in mm.
const STEP: f64 = 5.0;

/// The strips of the page's sheet from left to right; empty where it fits on a roll, lengthwise or across.
pub fn tiles(page: &Page, press: &Press) -> Vec<Tile> {
    let cut = press.shop.cut(page.frame.size);
    let printed = cut.grow(press.shop.bleed);
    let roll = press.shop.rolls.iter().copied().fold(0.0, f64::max);
    let overlap = press.shop.overlap.min(roll / 2.0);
    if roll <= 0.0 || printed.w.min(printed.h) <= roll {
        return Vec::new();
    }
    let step = roll - overlap;
    let count = ((printed.w - overlap) / step).ceil().max(1.0) as usize;
    let taken = taken(&page.frame);
    let mut seams: Vec<f64> = Vec::new();
    for seam in 1..count {
        let most = seams
            .last()
            .map_or(printed.x + roll - overlap / 2.0, |last| last + step);
        let least = printed.right() - roll + overlap / 2.0 - (count - 1 - seam) as f64 * step;
        let even = cut.x + cut.w * seam as f64 / count as f64;
        seams.push(clean(even, least, most, overlap, &taken));
    }
    let half = overlap / 2.0;
    let lefts = std::iter::once(cut.x).chain(seams.iter().map(|seam| seam - half));
    let rights = seams.iter().map(|seam| seam + half).chain([cut.right()]);
    lefts
        .zip(rights)
        .enumerate()
        .map(|(index, (left, right))| Tile {
            area: rect(left, cut.y, right - left, cut.h),
            number: index + 1,
            count,
        })
        .collect()
}

/// The place between `least` and `most` where the seam takes the least with it, of those as good the nearest to `even`.
fn clean(even: f64, least: f64, most: f64, overlap: f64, taken: &[(f64, f64, f64)]) -> f64 {
    let steps = ((most - least) / STEP).floor().max(0.0) as usize;
    let even = even.clamp(least, most.max(least));
    let places = (0..=steps).map(|step| least + step as f64 * STEP).chain([even]);
    let cost = |place: f64| -> f64 {
        let (left, right) = (place - overlap / 2.0, place + overlap / 2.0);
        let torn = |(from, to, weight): &(f64, f64, f64)| weight * (to.min(right) - from.max(left)).max(0.0);
        taken.iter().map(torn).sum()
    };
    let ranked = |place: &f64| (cost(*place), (place - even).abs());
    let better = |one: &f64, other: &f64| {
        let ((a, b), (c, d)) = (ranked(one), ranked(other));
        a.total_cmp(&c).then(b.total_cmp(&d))
    };
    places.min_by(better).unwrap_or(even)
}

/// From, to and weight across the board of everything that a seam should spare: a letter weighs its size in mm, a photo
/// less than any.
fn taken(frame: &Frame) -> Vec<(f64, f64, f64)> {
    let mut taken = Vec::new();
    spans(&frame.items, &Transform::IDENTITY, &mut taken);
    // What runs across the whole board cannot be spared.
    taken.retain(|(from, to, _)| to - from < frame.size.w * 0.8);
    taken
}

fn spans(items: &[Placed], outer: &Transform, taken: &mut Vec<(f64, f64, f64)>) {
    for placed in items {
        let at = placed.at.then(outer);
        match &placed.item {
            Item::Glyphs(run) => taken.extend(run.glyphs.iter().map(|glyph| {
                let x = at.apply(point(glyph.x, glyph.y)).x;
                let width = run.em * glyph.stretch;
                (x, x + width, run.em)
            })),
            Item::Image(image) => {
                let clip = image.clip;
                let corners = [
                    (clip.x, clip.y),
                    (clip.right(), clip.y),
                    (clip.right(), clip.bottom()),
                    (clip.x, clip.bottom()),
                ]
                .map(|(x, y)| at.apply(point(x, y)).x);
                let (from, to) = corners
                    .iter()
                    .fold((f64::MAX, f64::MIN), |(from, to), x| (from.min(*x), to.max(*x)));
                taken.push((from, to, 1.0));
            }
            Item::Group(group) => spans(&group.items, &at, taken),
            Item::Path(_) | Item::Shadow(_) => {}
        }
    }
}

/// The page of one strip. Strips always have marks: somebody puts them together.
pub fn strip(page: &Page, tile: Tile, press: &Press) -> (Page, Press) {
    let page = Page {
        tile: Some(tile),
        ..page.clone()
    };
    let mut press = press.clone();
    press.shop.slug = press.shop.slug.max(10.0);
    press.shop.has_crop_marks = true;
    (page, press)
}

/// A3 with the strips, their sizes and where they overlap.
pub fn assembly(page: &Page, press: &Press, tiles: &[Tile], fonts: &Fonts) -> Page {
    let paper = size(420.0, 297.0);
    let cut = press.shop.cut(page.frame.size);
    let scale = (380.0 / cut.w).min(210.0 / cut.h);
    let (left, top) = ((paper.w - cut.w * scale) / 2.0, 50.0);
    let on_paper = |area: Rect| {
        rect(
            left + (area.x - cut.x) * scale,
            top + (area.y - cut.y) * scale,
            area.w * scale,
            area.h * scale,
        )
    };
    let mut items = plain_words(&heading(page, press, tiles), 6.0, 380.0, point(20.0, 20.0), fonts);
    for tile in tiles {
        let shown = on_paper(tile.area);
        items.push(outline(shown, if tile.number % 2 == 1 { &[] } else { &[3.0, 1.5] }));
        let size = format!("{} × {} mm", short(tile.area.w), short(tile.area.h));
        let number = format!("{}/{}", tile.number, tile.count);
        let em = (shown.w / 12.0).clamp(2.0, 8.0);
        for (row, text) in [number, size].iter().enumerate() {
            let at = point(shown.x + em, shown.y + em + row as f64 * em * 1.5);
            items.extend(plain_words(text, em, shown.w, at, fonts));
        }
    }
    Page {
        frame: Arc::new(Frame { size: paper, items }),
        tile: None,
        is_rollup: false,
        ..page.clone()
    }
}

/// "017 石橋還在　8000 × 1800 mm = 3 × …　↔ 20 mm"
fn heading(page: &Page, press: &Press, tiles: &[Tile]) -> String {
    let cut = press.shop.cut(page.frame.size);
    let name = [&page.number, &page.code, &page.title].map(String::as_str).join(" ");
    let (w, h) = (short(cut.w), short(cut.h));
    let overlap = short(press.shop.overlap);
    format!("{}　{w} × {h} mm　1–{}　拼接 {overlap} mm", name.trim(), tiles.len())
}

fn outline(area: Rect, dash: &[f64]) -> Placed {
    Placed {
        at: Transform::IDENTITY,
        item: Item::Path(PathItem {
            path: Path::rect(area),
            fill: None,
            stroke: Some(Stroke {
                paint: Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, 100.0])),
                width: 0.4,
                round: false,
                dash: dash.to_vec(),
            }),
        }),
        source: None,
    }
}
