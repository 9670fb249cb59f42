//! Which element stands under a point, and where each one stands.

use super::{Frame, Grip, GroupItem, Item, Laid, Path, Placed, Seg};
use crate::geom::{Point, Rect, Transform, point, rect};
use crate::model::ElementId;
use std::collections::BTreeMap;

/// The topmost element under a point of the board. Inside an element's own area every point counts, so that the
/// air between characters can be grabbed too; the smaller of two areas wins where one lies wholly inside the other.
/// Lines are grabbed within `reach` mm of where they run.
pub fn hit(laid: &Laid, at: Point, reach: f64) -> Option<ElementId> {
    let mut best: Option<(ElementId, f64)> = None;
    for element in from_front(&laid.frame) {
        if let Some(grip) = laid.grips.get(&element) {
            // A line is small whatever its rectangle: what stands behind it is meant only beside it.
            if best.is_none() && is_along(grip, at, reach) {
                return Some(element);
            }
            continue;
        }
        let Some((area, angle)) = laid.areas.get(&element) else {
            continue;
        };
        let unturned = Transform::rotate_about(-angle, area.centre()).apply(at);
        if !area.contains(unturned) {
            continue;
        }
        let extent = area.w * area.h;
        match best {
            None => best = Some((element, extent)),
            // A photo on a tile, a number on a photo: what lies in front wins, unless it is a large box around a
            // small thing behind it.
            Some((_, front)) if extent * 4.0 < front => best = Some((element, extent)),
            Some(_) => {}
        }
    }
    best.map(|(element, _)| element)
}

fn is_along(grip: &Grip, at: Point, reach: f64) -> bool {
    let near = |pair: &[Point]| distance(at, pair[0], pair[1]) <= grip.reach.max(reach);
    grip.along.windows(2).any(near)
}

/// From a point to the line between two others.
fn distance(p: Point, from: Point, to: Point) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let square = x * x + y * y;
    let share = if square > 0.0 {
        ((p.x - from.x) * x + (p.y - from.y) * y) / square
    } else {
        0.0
    };
    let share = share.clamp(0.0, 1.0);
    (p.x - from.x - x * share).hypot(p.y - from.y - y * share)
}

/// The smallest upright rectangle around what an element shows, captions and grounds included.
pub fn bounds(laid: &Laid, element: ElementId) -> Option<Rect> {
    let mut around: Option<Rect> = None;
    for placed in &laid.frame.items {
        if placed.source == Some(element)
            && let Some(part) = placed_bounds(placed, &Transform::IDENTITY)
        {
            around = Some(around.map_or(part, |old| old.union(&part)));
        }
    }
    around.or_else(|| laid.areas.get(&element).map(|(area, angle)| turned(*area, *angle)))
}

/// Elements from the front to the back, each once.
fn from_front(frame: &Frame) -> Vec<ElementId> {
    let mut seen = BTreeMap::new();
    for (index, placed) in frame.items.iter().enumerate() {
        if let Some(element) = placed.source {
            seen.insert(element, index);
        }
    }
    let mut order: Vec<_> = seen.into_iter().map(|(element, index)| (index, element)).collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    order.into_iter().map(|(_, element)| element).collect()
}

fn turned(area: Rect, angle: f64) -> Rect {
    around_corners(area, &Transform::rotate_about(angle, area.centre()))
}

fn around_corners(area: Rect, by: &Transform) -> Rect {
    let corners = [
        point(area.x, area.y),
        point(area.right(), area.y),
        point(area.right(), area.bottom()),
        point(area.x, area.bottom()),
    ];
    around_points(corners.into_iter().map(|corner| by.apply(corner))).unwrap_or(area)
}

fn around_points(points: impl Iterator<Item = Point>) -> Option<Rect> {
    points
        .map(|p| rect(p.x, p.y, 0.0, 0.0))
        .reduce(|around, p| around.union(&p))
}

fn placed_bounds(placed: &Placed, outer: &Transform) -> Option<Rect> {
    let at = placed.at.then(outer);
    match &placed.item {
        Item::Glyphs(run) => {
            // The em box of each glyph: near enough for a selection, and needs no font.
            around_points(run.glyphs.iter().flat_map(|glyph| {
                let corners = [
                    point(glyph.x, glyph.y - run.em * 0.88),
                    point(glyph.x + run.em * glyph.stretch, glyph.y + run.em * 0.12),
                ];
                corners.map(|corner| at.apply(corner))
            }))
        }
        Item::Image(image) => Some(around_corners(image.clip, &at)),
        Item::Path(item) => path_bounds(&item.path, &at),
        Item::Shadow(_) => None,
        Item::Group(GroupItem { clip, items, .. }) => {
            let inner = items
                .iter()
                .filter_map(|item| placed_bounds(item, &at))
                .reduce(|around, part| around.union(&part))?;
            match clip.as_ref().and_then(|clip| path_bounds(clip, &at)) {
                Some(clip) => inner.intersect(&clip),
                None => Some(inner),
            }
        }
    }
}

fn path_bounds(path: &Path, at: &Transform) -> Option<Rect> {
    around_points(path.segs.iter().flat_map(|seg| {
        let points = match *seg {
            Seg::Move(p) | Seg::Line(p) => vec![p],
            Seg::Cubic(a, b, c) => vec![a, b, c],
            Seg::Close => Vec::new(),
        };
        points.into_iter().map(|p| at.apply(p))
    }))
}
