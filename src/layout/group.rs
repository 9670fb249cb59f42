//! Members of one block side by side, one under the other, as a wall of photos, as tiles.

use super::desk::Desk;
use super::draw::{self, Around, Piece};
use super::flow::{Block, LOW_PHOTOS, natural};
use super::wall::Wall;
use crate::geom::{Rect, rect, um};
use crate::model::{Arrange, ElementKind, PhotoElement};

/// Where one element goes.
#[derive(Clone)]
pub struct Spot<'a> {
    pub piece: Piece<'a>,
    pub area: Rect,
    pub scale: f64,
    pub around: Around,
    /// The first of a group of photos whose place none of their arrangements fills.
    pub is_loose: bool,
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
    for (index, (piece, place)) in block.pieces.iter().zip(&places.rects).enumerate() {
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
            is_loose: places.is_loose && index == 0,
        });
    }
}

struct Places {
    rects: Vec<Rect>,
    height: f64,
    /// Photos that do not fill their block.
    is_loose: bool,
}

impl Places {
    fn of(rects: Vec<Rect>, height: f64) -> Places {
        Places {
            rects,
            height,
            is_loose: false,
        }
    }
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
            Places::of(vec![rect(0.0, 0.0, w, h.unwrap_or(height).max(height))], height)
        }
        Arrange::Row => rows(desk, block, w, scale, around),
        Arrange::Stack => stack(desk, block, w, h, scale, around),
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
    Places::of(rects, y)
}

/// Where the block may grow, its members spread over it, as far as three more gaps go between two of them.
fn stack(desk: &Desk<'_>, block: &Block<'_>, w: f64, h: Option<f64>, scale: f64, around: Around) -> Places {
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
    let gaps = rects.len().saturating_sub(1) as f64;
    if let Some(h) = h.filter(|h| *h > y && gaps > 0.0 && block.spec.grow > 0.0) {
        let more = ((h - y) / gaps).min(3.0 * block.spec.each);
        for (index, place) in rects.iter_mut().enumerate() {
            place.y += more * index as f64;
            place.h += if (index as f64) < gaps { more } else { 0.0 };
        }
        y += more * gaps;
    }
    Places::of(rects, y)
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
    Places::of(rects, y)
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
    Places::of(rects, height)
}

/// Photos fill the block with the arrangement that crops them least; captions of a row stand on one line.
fn photo_places(desk: &Desk<'_>, block: &Block<'_>, w: f64, h: Option<f64>, photos: f64) -> Places {
    let caption = |index: usize, w: f64| {
        let piece = block.pieces.get(index);
        let photo = piece.and_then(|piece| Some((piece, photo_of(piece)?)));
        photo.map_or(0.0, |(piece, photo)| draw::caption_room(desk, piece, photo, w))
    };
    let low = block.spec.least * photos;
    // A group that may not become so wide stands at the right edge.
    let (full, w) = (w, widest(block, w));
    let height = h.unwrap_or_else(|| least_wall(block, w, photos, &caption));
    let Some(h) = h else {
        return Places::of(Vec::new(), height);
    };
    if block.pieces.len() == 1 {
        return Places::of(vec![rect(full - w, 0.0, w, (h - caption(0, w)).max(5.0))], height);
    }
    let shapes: Vec<f64> = block
        .pieces
        .iter()
        .map(|piece| photo_of(piece).map_or(1.5, |photo| draw::shape(desk, photo)))
        .collect();
    let wall = Wall {
        shapes: &shapes,
        w,
        h,
        gap: block.spec.each,
        least: low,
        lead: lead(desk, block),
        variant: usize::from(desk.input.board.arrangement),
        captions: &caption,
    };
    let arranged = wall.arrange();
    let rects = arranged.rects.iter();
    let rects = rects.map(|place| rect(place.x + full - w, place.y, place.w, place.h));
    Places {
        is_loose: arranged.is_loose,
        ..Places::of(rects.collect(), height)
    }
}

fn across(block: &Block<'_>) -> usize {
    let count = block.pieces.len();
    // More photos than a template has in mind stand closer than it says.
    let many = (count as f64).sqrt().ceil() as usize;
    let most = match block.spec.arrange {
        Arrange::Stack => count.div_ceil(4).clamp(1, 3),
        _ if block.spec.per_row == 0 => many.max(4),
        _ => many.max(usize::from(block.spec.per_row)),
    };
    count.div_ceil(count.div_ceil(most).max(1)).max(1)
}

fn widest(block: &Block<'_>, w: f64) -> f64 {
    match block.spec.most_w {
        most if most > 0.0 => w.min(most * across(block) as f64),
        _ => w,
    }
}

/// The photo that is to be larger: the template's lead photo, else the first where the template has none of its own.
fn lead(desk: &Desk<'_>, block: &Block<'_>) -> Option<usize> {
    let named = block.pieces.iter().position(|piece| piece.role == "hero");
    let has_own = ["hero", "before"].iter().any(|name| desk.template.slot(name).is_some());
    named.or((!has_own && block.pieces.len() > 2).then_some(0))
}

/// As many rows as the template has in mind, each of the least height, with gaps and captions.
fn least_wall(block: &Block<'_>, w: f64, photos: f64, caption: &dyn Fn(usize, f64) -> f64) -> f64 {
    let spec = block.spec;
    let count = block.pieces.len();
    let across = across(block);
    let rows = count.div_ceil(across);
    let across = across as f64;
    let wide = (w - spec.each * (across - 1.0)) / across;
    let under = (0..count).map(|index| caption(index, wide)).fold(0.0, f64::max);
    // A long stack may become lower than wished: it has no second column to go to.
    let high = if spec.arrange == Arrange::Stack {
        rows.min(2)
    } else {
        rows
    };
    let fixed = under * rows as f64 + spec.each * 1.2 * rows.saturating_sub(1) as f64;
    // Where photos have to become very small, all of their group does.
    spec.least * photos * high as f64 + fixed * (photos / LOW_PHOTOS).min(1.0)
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
    Places::of(rects, h)
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
}
