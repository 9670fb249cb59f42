//! Members of one block side by side, one under the other, as rows of photos, as tiles.

use super::desk::Desk;
use super::draw::{self, Around, Piece};
use super::flow::{Block, natural};
use crate::geom::{Rect, rect, um};
use crate::model::{Arrange, ElementKind, FlowBlock, PhotoElement};

/// Where one element goes.
#[derive(Clone)]
pub struct Spot<'a> {
    pub piece: Piece<'a>,
    pub area: Rect,
    pub scale: f64,
    pub around: Around,
}

/// The least height of a block.
pub fn least(desk: &Desk<'_>, block: &Block<'_>, w: f64, scale: f64, photos: f64, around: Around) -> f64 {
    let places = match is_photos(block) {
        true => photo_places(desk, block, w, None, photos),
        false => places(desk, block, w, None, scale, around),
    };
    places.height
}

/// Gives every member its place.
pub fn put<'a>(desk: &Desk<'_>, block: &Block<'a>, area: Rect, scale: f64, around: Around, spots: &mut Vec<Spot<'a>>) {
    let places = match is_photos(block) {
        true => photo_places(desk, block, area.w, Some(area.h), 1.0),
        false => places(desk, block, area.w, Some(area.h), scale, around),
    };
    let count = block.pieces.len();
    for (index, (piece, place)) in block.pieces.iter().zip(places.rects).enumerate() {
        spots.push(Spot {
            piece: piece.clone(),
            area: Rect {
                x: um(place.x + area.x),
                y: um(place.y + area.y),
                w: um(place.w),
                h: um(place.h),
            },
            scale,
            around: Around {
                is_last: count > 1 && index + 1 == count,
                ..around
            },
        });
    }
}

struct Places {
    rects: Vec<Rect>,
    height: f64,
}

fn is_photos(block: &Block<'_>) -> bool {
    block.pieces.iter().all(|piece| photo_of(piece).is_some())
}

fn photo_of<'a>(piece: &Piece<'a>) -> Option<&'a PhotoElement> {
    match &piece.element.kind {
        ElementKind::Photo(photo) => Some(photo),
        _ => None,
    }
}

fn places(desk: &Desk<'_>, block: &Block<'_>, w: f64, h: Option<f64>, scale: f64, around: Around) -> Places {
    let spec = block.spec;
    if spec.slot.starts_with("section.") {
        return sections(desk, block, w, scale, around);
    }
    match spec.arrange {
        _ if block.pieces.len() == 1 && spec.arrange != Arrange::Mosaic => {
            let height = member(desk, block, 0, w, scale, around);
            Places {
                rects: vec![rect(0.0, 0.0, w, h.unwrap_or(height).max(height))],
                height,
            }
        }
        Arrange::Row => rows(desk, block, w, scale, around),
        Arrange::Stack => stack(desk, block, w, scale, around),
        Arrange::Mosaic => mosaic(block, w, h.unwrap_or(spec.least)),
    }
}

fn member(desk: &Desk<'_>, block: &Block<'_>, index: usize, w: f64, scale: f64, around: Around) -> f64 {
    let piece = block.pieces.get(index);
    piece.map_or(0.0, |piece| natural(desk, piece, w, scale, block.spec.least, around))
}

/// Equal widths; all members of a row are as high as the highest.
fn rows(desk: &Desk<'_>, block: &Block<'_>, w: f64, scale: f64, around: Around) -> Places {
    let spec = block.spec;
    let count = block.pieces.len();
    let most = if spec.per_row == 0 {
        count
    } else {
        usize::from(spec.per_row)
    };
    let row_count = count.div_ceil(most.max(1));
    // As even as can be: five of at most four stand as three and two.
    let across = count.div_ceil(row_count.max(1)).max(1);
    // One of a kind that usually stands in company keeps its size.
    let cells = if count < most && most <= 3 && count > 1 {
        most.min(3)
    } else {
        across
    };
    let each = spec.each;
    let cell = (w - each * (cells as f64 - 1.0)) / cells as f64;
    let mut rects = Vec::new();
    let mut y = 0.0;
    for row in (0..count).collect::<Vec<_>>().chunks(across) {
        if y > 0.0 {
            y += each.max(20.0);
        }
        let heights = row.iter().map(|&index| member(desk, block, index, cell, scale, around));
        let height = heights.fold(0.0, f64::max);
        rects.extend((0..row.len()).map(|column| rect(column as f64 * (cell + each), y, cell, height)));
        y += height;
    }
    Places { rects, height: y }
}

fn stack(desk: &Desk<'_>, block: &Block<'_>, w: f64, scale: f64, around: Around) -> Places {
    let mut rects = Vec::new();
    let mut y = 0.0;
    for index in 0..block.pieces.len() {
        if index > 0 {
            y += block.spec.each;
        }
        let height = member(desk, block, index, w, scale, around);
        rects.push(rect(0.0, y, w, height));
        y += height;
    }
    Places { rects, height: y }
}

/// Headings with their bodies: little air inside a section, `each` between two.
fn sections(desk: &Desk<'_>, block: &Block<'_>, w: f64, scale: f64, around: Around) -> Places {
    let is_vertical = block.pieces.iter().any(|piece| piece.slot.vertical);
    if is_vertical && block.pieces.len() > 1 {
        return columns_of(desk, block, w, scale, around);
    }
    let mut rects = Vec::new();
    let mut y = 0.0;
    let mut above: Option<&Piece<'_>> = None;
    for (index, piece) in block.pieces.iter().enumerate() {
        y += match above {
            None => 0.0,
            Some(above) if above.role == "heading" && piece.role != "heading" => block.spec.each * 0.6,
            Some(above) if above.role == piece.role && piece.role != "heading" => block.spec.each * 0.4,
            Some(_) => block.spec.each * 1.4,
        };
        let height = member(desk, block, index, w, scale, around);
        rects.push(rect(0.0, y, w, height));
        y += height;
        above = Some(piece);
    }
    Places { rects, height: y }
}

/// Vertical headings and bodies stand side by side from the right, all as long as the longest has to be.
fn columns_of(desk: &Desk<'_>, block: &Block<'_>, w: f64, scale: f64, around: Around) -> Places {
    let gap = 18.0;
    let heads: f64 = block
        .pieces
        .iter()
        .map(|piece| if piece.role == "heading" { 52.0 } else { 0.0 })
        .sum();
    let length = |piece: &Piece<'_>| match &piece.element.kind {
        ElementKind::Text(text) => text.text.source.to_plain().chars().count() as f64,
        _ => 1.0,
    };
    let bodies = || block.pieces.iter().filter(|piece| piece.role != "heading");
    let total: f64 = bodies().map(length).sum::<f64>().max(1.0);
    let room = w - heads - gap * (block.pieces.len() as f64 - 1.0);
    let width = |piece: &Piece<'_>| match piece.role.as_str() {
        "heading" => 52.0,
        _ => room * length(piece) / total,
    };
    let height = (0..block.pieces.len())
        .filter_map(|index| Some((index, block.pieces.get(index)?)))
        .map(|(index, piece)| member(desk, block, index, width(piece), scale, around))
        .fold(0.0, f64::max);
    let mut right = w;
    let mut rects = Vec::new();
    for piece in &block.pieces {
        let wide = width(piece);
        rects.push(rect(right - wide, 0.0, wide, height));
        right -= wide + gap;
    }
    Places { rects, height }
}

/// Rows of photos: equal heights in a row, widths by their shapes, captions of a row on one line.
fn photo_places(desk: &Desk<'_>, block: &Block<'_>, w: f64, h: Option<f64>, photos: f64) -> Places {
    let spec = block.spec;
    let low = spec.least * photos;
    let caption =
        |piece: &Piece<'_>, w: f64| photo_of(piece).map_or(0.0, |photo| draw::caption_room(desk, piece, photo, w));
    if let [piece] = block.pieces.as_slice() {
        let wide = if spec.most_w > 0.0 { w.min(spec.most_w) } else { w };
        let under = caption(piece, wide);
        let height = h.unwrap_or(low + under);
        return Places {
            rects: vec![rect(w - wide, 0.0, wide, (height - under).max(5.0))],
            height,
        };
    }
    if spec.arrange == Arrange::Stack {
        let unders: Vec<f64> = block.pieces.iter().map(|piece| caption(piece, w)).collect();
        let count = unders.len() as f64;
        let fixed = unders.iter().sum::<f64>() + spec.each * (count - 1.0);
        let height = h.unwrap_or(low * count.min(2.0) + fixed);
        let one = ((height - fixed) / count).max(5.0);
        let mut y = 0.0;
        let rects = unders
            .iter()
            .map(|under| {
                let place = rect(0.0, y, w, one);
                y += one + under + spec.each;
                place
            })
            .collect();
        return Places { rects, height };
    }
    // None is so narrow that its caption wraps, least of all one of two under a text.
    let narrowest = if block.pieces.len() == 2 { 1.35 } else { 1.0 };
    let shapes: Vec<f64> = block
        .pieces
        .iter()
        .map(|piece| {
            photo_of(piece)
                .map_or(1.5, |photo| draw::shape(desk, photo))
                .clamp(narrowest, 2.0)
        })
        .collect();
    let wall = Wall {
        shapes: &shapes,
        w,
        spec,
        captions: &|index, w| block.pieces.get(index).map_or(0.0, |piece| caption(piece, w)),
    };
    wall.places(h, low)
}

/// Photos justified in rows.
struct Wall<'a> {
    shapes: &'a [f64],
    w: f64,
    spec: &'a FlowBlock,
    captions: &'a dyn Fn(usize, f64) -> f64,
}

impl Wall<'_> {
    fn places(&self, h: Option<f64>, low: f64) -> Places {
        let count = self.shapes.len();
        let most = if self.spec.per_row == 0 {
            4
        } else {
            usize::from(self.spec.per_row)
        };
        let usual = count.div_ceil(most);
        let Some(h) = h else {
            let rows = self.rows(usual);
            let height = low * rows.len() as f64 + self.fixed(&rows);
            return Places {
                rects: Vec::new(),
                height,
            };
        };
        // The number of rows with which the photos are cropped least.
        let best = (usual..=count)
            .map(|rows| self.rows(rows))
            .filter(|rows| rows.len() == usual || self.times(rows, h) * self.least_row(rows) >= low * 0.9)
            .min_by(|a, b| {
                let bad = |rows: &[std::ops::Range<usize>]| self.times(rows, h).max(0.001).ln().abs();
                bad(a).total_cmp(&bad(b))
            })
            .unwrap_or_else(|| self.rows(usual));
        self.placed(&best, h)
    }

    /// Splits into rows whose shapes add up as evenly as can be.
    fn rows(&self, rows: usize) -> Vec<std::ops::Range<usize>> {
        let total: f64 = self.shapes.iter().sum();
        let mut ends = Vec::new();
        let mut start = 0;
        let mut sum = 0.0;
        for row in 0..rows {
            let rows_left = rows - row - 1;
            let goal = total * (row + 1) as f64 / rows as f64;
            let mut end = start;
            while end < self.shapes.len() - rows_left {
                let shape = self.shapes.get(end).copied().unwrap_or(1.0);
                // The one on the border goes where it lies for the greater part.
                if end > start && sum + shape / 2.0 > goal && rows_left > 0 {
                    break;
                }
                sum += shape;
                end += 1;
            }
            ends.push(start..end);
            start = end;
        }
        ends.retain(|row| !row.is_empty());
        ends
    }

    fn shape_sum(&self, row: &std::ops::Range<usize>) -> f64 {
        self.shapes
            .get(row.clone())
            .unwrap_or_default()
            .iter()
            .sum::<f64>()
            .max(0.1)
    }

    fn room(&self, row: &std::ops::Range<usize>) -> f64 {
        let wide = self.w - self.spec.each * (row.len() as f64 - 1.0);
        if self.spec.most_w > 0.0 {
            wide.min(self.spec.most_w * row.len() as f64)
        } else {
            wide
        }
    }

    fn natural(&self, row: &std::ops::Range<usize>) -> f64 {
        self.room(row) / self.shape_sum(row)
    }

    fn least_row(&self, rows: &[std::ops::Range<usize>]) -> f64 {
        rows.iter().map(|row| self.natural(row)).fold(f64::INFINITY, f64::min)
    }

    fn under(&self, row: &std::ops::Range<usize>) -> f64 {
        let height = self.natural(row);
        row.clone()
            .map(|index| (self.captions)(index, height * self.shapes.get(index).copied().unwrap_or(1.0)))
            .fold(0.0, f64::max)
    }

    /// Captions and the air between rows.
    fn fixed(&self, rows: &[std::ops::Range<usize>]) -> f64 {
        rows.iter().map(|row| self.under(row)).sum::<f64>() + self.air() * (rows.len() as f64 - 1.0)
    }

    fn air(&self) -> f64 {
        self.spec.each * 1.2
    }

    /// How much higher than their shapes the photos become.
    fn times(&self, rows: &[std::ops::Range<usize>], h: f64) -> f64 {
        let heights: f64 = rows.iter().map(|row| self.natural(row)).sum();
        (h - self.fixed(rows)) / heights.max(0.1)
    }

    fn placed(&self, rows: &[std::ops::Range<usize>], h: f64) -> Places {
        let times = self.times(rows, h).max(0.05);
        let mut rects = Vec::new();
        let mut y = 0.0;
        for row in rows {
            let natural = self.natural(row);
            let high = natural * times;
            let mut x = self.w - self.room(row) - self.spec.each * (row.len() as f64 - 1.0);
            for index in row.clone() {
                let wide = natural * self.shapes.get(index).copied().unwrap_or(1.0);
                rects.push(rect(x, y, wide, high));
                x += wide + self.spec.each;
            }
            y += high + self.under(row) + self.air();
        }
        Places { rects, height: h }
    }
}

/// Tiles in rows that all end at the right edge: tiles with a bar, then every other one, are two wide where needed.
fn mosaic(block: &Block<'_>, w: f64, h: f64) -> Places {
    let count = block.pieces.len();
    let across = usize::from(block.spec.per_row.max(1));
    let gap = block.spec.each;
    let rows = count
        .div_ceil(across)
        .max(if count >= across { 3.min(count) } else { 1 });
    let high = (h - gap * (rows as f64 - 1.0)) / rows as f64;
    let cell = (w - gap * (across as f64 - 1.0)) / across as f64;
    let has_bar = |index: usize| {
        let kind = block.pieces.get(index).map(|piece| &piece.element.kind);
        matches!(kind, Some(ElementKind::Number(number)) if number.bar.is_some())
    };
    let mut rects = Vec::new();
    let mut start = 0;
    for row in 0..rows {
        let rows_left = rows - row;
        let left = count - start;
        let mut take = (left / rows_left).min(across);
        // A row with more bars has more wide tiles, so it takes fewer.
        let bars = (start..start + take).filter(|&index| has_bar(index)).count();
        if left > take * rows_left && bars == 0 && take < across {
            take += 1;
        }
        let take = take.max(left.saturating_sub((rows_left - 1) * across)).max(1);
        let spans = spans(start..start + take, across, &has_bar);
        let mut column = 0;
        for span in spans {
            let x = column as f64 * (cell + gap);
            let wide = span as f64 * cell + (span as f64 - 1.0) * gap;
            rects.push(rect(x, row as f64 * (high + gap), wide, high));
            column += span;
        }
        start += take;
    }
    Places { rects, height: h }
}

/// How many columns each tile of a row takes; they add up to all columns.
fn spans(row: std::ops::Range<usize>, across: usize, has_bar: &dyn Fn(usize) -> bool) -> Vec<usize> {
    let count = row.len();
    let mut spans = vec![1; count];
    let mut spare = across.saturating_sub(count);
    while spare > 0 && count > 0 {
        let widest_first = |&at: &usize| (spans.get(at).copied().unwrap_or(9), !has_bar(row.start + at), at);
        let Some(at) = (0..count).min_by_key(widest_first) else {
            break;
        };
        if let Some(span) = spans.get_mut(at) {
            *span += 1;
        }
        spare -= 1;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_tiles_ends_at_the_edge_and_bars_are_wide() {
        let bar_at = |wide: usize| move |index: usize| index == wide;
        assert_eq!(spans(0..3, 4, &bar_at(2)), [1, 1, 2]);
        assert_eq!(spans(3..6, 4, &bar_at(3)), [2, 1, 1]);
        assert_eq!(spans(0..4, 4, &bar_at(9)), [1, 1, 1, 1]);
        assert_eq!(spans(0..1, 4, &bar_at(0)), [4]);
        for count in 1..=4 {
            assert_eq!(spans(0..count, 4, &bar_at(1)).iter().sum::<usize>(), 4);
        }
    }

    #[test]
    fn seven_photos_stand_as_three_and_four() {
        let shapes = [1.5; 7];
        let spec = FlowBlock {
            each: 15.0,
            per_row: 4,
            ..FlowBlock::default()
        };
        let wall = Wall {
            shapes: &shapes,
            w: 1080.0,
            spec: &spec,
            captions: &|_, _| 40.0,
        };
        let places = wall.places(Some(550.0), 150.0);
        assert_eq!(places.rects.len(), 7);
        let tops: std::collections::BTreeSet<_> = places.rects.iter().map(|place| place.y as i64).collect();
        assert_eq!(tops.len(), 2);
        for place in &places.rects {
            assert!(place.right() < 1080.001 && place.bottom() < 550.001, "{place:?}");
        }
    }
}
