//! The template's decoration as items: path data, swatches, what moves with a slot and what goes with one.

use super::desk::Desk;
use super::{Ink, Item, Paint, Path, PathItem, Placed, Stroke, path};
use crate::geom::{Point, Rect, Transform, point, um};
use crate::model::{Decor, DecorPaint};
use std::collections::BTreeMap;

/// Where each filled slot stands by the template and where it stands now.
pub type Moves = BTreeMap<String, (Rect, Rect)>;

pub fn items(desk: &Desk<'_>, above: bool, moves: &Moves) -> Vec<Placed> {
    let template = desk.template;
    let shown =
        |decor: &&Decor| decor.above == above && decor.with.as_ref().is_none_or(|slot| moves.contains_key(slot));
    template
        .decor
        .iter()
        .filter(shown)
        .filter_map(|decor| {
            let at = Transform::shift(0.0, shift(decor, moves));
            let item = item(desk, decor)?;
            Some(Placed {
                at,
                item: Item::Path(item),
                source: None,
            })
        })
        .collect()
}

fn shift(decor: &Decor, moves: &Moves) -> f64 {
    let followed = decor
        .follow
        .as_ref()
        .and_then(|follow| Some((follow.at, moves.get(&follow.slot)?)));
    followed.map_or(0.0, |(at, (planned, now))| {
        um(now.y + now.h * at - planned.y - planned.h * at)
    })
}

fn item(desk: &Desk<'_>, decor: &Decor) -> Option<PathItem> {
    let paint = |paint: &DecorPaint| self::paint(desk, paint, decor.opacity);
    Some(PathItem {
        path: path::parse(&decor.d)?,
        fill: decor.fill.as_ref().map(paint),
        stroke: decor
            .stroke
            .as_ref()
            .filter(|_| decor.width > 0.0)
            .map(|stroke| Stroke {
                paint: paint(stroke),
                width: decor.width,
                round: true,
                dash: Vec::new(),
            }),
    })
}

fn paint(desk: &Desk<'_>, paint: &DecorPaint, opacity: f64) -> Paint {
    let ink = |swatch: &str, alpha: f64| Ink {
        colour: desk.swatch(swatch),
        alpha: um(alpha * opacity),
    };
    match paint {
        DecorPaint::Swatch(swatch) => Paint::Flat(ink(swatch, 1.0)),
        DecorPaint::Linear { from, to, stops } => Paint::Linear {
            from: point(from[0], from[1]),
            to: point(to[0], to[1]),
            stops: stops
                .iter()
                .map(|(at, swatch, alpha)| (*at, ink(swatch, *alpha)))
                .collect(),
        },
    }
}

pub fn map_points(path: &mut Path, map: impl Fn(Point) -> Point) {
    path.map_points(map);
}
