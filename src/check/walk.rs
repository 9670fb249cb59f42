//! All items of a frame with their place on the board, groups opened.

use crate::geom::{Path, Rect, Seg, Size, Transform, point, rect};
use crate::layout::{Frame, Item, Placed};
use crate::model::ElementId;

/// An item that is no group, and how its own millimetres map to the board's.
#[derive(Clone)]
pub struct Found<'a> {
    pub at: Transform,
    pub item: &'a Item,
    pub source: Option<ElementId>,
    /// Of the groups around it together.
    pub opacity: f64,
    /// What the groups around it are cut to, each in its own millimetres.
    pub clips: Vec<(Transform, &'a Path)>,
}

pub fn items(frame: &Frame) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    let outer = Around {
        at: Transform::IDENTITY,
        source: None,
        opacity: 1.0,
        clips: Vec::new(),
    };
    open(&frame.items, &outer, &mut found);
    found
}

/// The groups that an item is in.
struct Around<'a> {
    at: Transform,
    source: Option<ElementId>,
    opacity: f64,
    clips: Vec<(Transform, &'a Path)>,
}

fn open<'a>(items: &'a [Placed], outer: &Around<'a>, found: &mut Vec<Found<'a>>) {
    for placed in items {
        let at = placed.at.then(&outer.at);
        let source = placed.source.or(outer.source);
        match &placed.item {
            Item::Group(group) => {
                let own = group.clip.iter().map(|clip| (at, clip));
                let inner = Around {
                    at,
                    source,
                    opacity: outer.opacity * group.opacity,
                    clips: outer.clips.iter().copied().chain(own).collect(),
                };
                open(&group.items, &inner, found);
            }
            Item::Glyphs(_) | Item::Image(_) | Item::Path(_) | Item::Shadow(_) => found.push(Found {
                at,
                item: &placed.item,
                source,
                opacity: outer.opacity,
                clips: outer.clips.clone(),
            }),
        }
    }
}

impl Found<'_> {
    /// Of the template or the board, and over the trim on all sides.
    pub fn is_ground(&self, board: Size) -> bool {
        let own = match self.item {
            Item::Path(item) => bounds(&item.path),
            Item::Image(image) => Some(image.clip),
            Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => None,
        };
        own.filter(|_| self.source.is_none()).is_some_and(|own| {
            let area = self.on_board(own);
            area.x < 0.0 && area.y < 0.0 && area.right() > board.w && area.bottom() > board.h
        })
    }

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

/// Around all points of a path, also those that curves only bend towards.
pub fn bounds(path: &Path) -> Option<Rect> {
    let points = path.segs.iter().flat_map(|seg| match *seg {
        Seg::Move(p) | Seg::Line(p) => vec![p],
        Seg::Cubic(a, b, c) => vec![a, b, c],
        Seg::Close => Vec::new(),
    });
    let boxes = points.map(|p| rect(p.x, p.y, 0.0, 0.0));
    boxes.reduce(|all, one| all.union(&one))
}
