//! All items of a frame with their place on the board, groups opened.

use crate::geom::{Rect, Transform, point};
use crate::layout::{Frame, Item, Placed};
use crate::model::ElementId;

/// An item that is no group, and how its own millimetres map to the board's.
pub struct Found<'a> {
    pub at: Transform,
    pub item: &'a Item,
    pub source: Option<ElementId>,
}

pub fn items(frame: &Frame) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    open(&frame.items, Transform::IDENTITY, None, &mut found);
    found
}

fn open<'a>(items: &'a [Placed], outer: Transform, source: Option<ElementId>, found: &mut Vec<Found<'a>>) {
    for placed in items {
        let at = placed.at.then(&outer);
        let source = placed.source.or(source);
        match &placed.item {
            Item::Group(group) => open(&group.items, at, source, found),
            Item::Glyphs(_) | Item::Image(_) | Item::Path(_) | Item::Shadow(_) => found.push(Found {
                at,
                item: &placed.item,
                source,
            }),
        }
    }
}

impl Found<'_> {
    /// How much longer a millimetre of the item is on the board.
    pub fn scale(&self) -> f64 {
        let (from, to) = (self.at.apply(point(0.0, 0.0)), self.at.apply(point(1.0, 0.0)));
        (to.x - from.x).hypot(to.y - from.y)
    }

    /// The upright box around a rectangle of the item.
    pub fn on_board(&self, area: Rect) -> Rect {
        let corners = [
            point(area.x, area.y),
            point(area.right(), area.y),
            point(area.right(), area.bottom()),
            point(area.x, area.bottom()),
        ]
        .map(|corner| self.at.apply(corner));
        let least = |of: fn(crate::geom::Point) -> f64| corners.into_iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(crate::geom::Point) -> f64| corners.into_iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (x, y) = (least(|p| p.x), least(|p| p.y));
        Rect {
            x,
            y,
            w: most(|p| p.x) - x,
            h: most(|p| p.y) - y,
        }
    }
}
