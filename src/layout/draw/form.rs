//! Shapes: a rectangle, an ellipse, a line with or without heads; filled, outlined, faded together, with a shadow.

use super::{Drawn, Grip, Piece};
use crate::geom::{Path, Point, Rect, Seg, Transform, point, um};
use crate::layout::desk::Desk;
use crate::layout::{GroupItem, Ink, Item, Paint, PathItem, Placed, ShadowItem, Stroke};
use crate::model::{Course, Dash, ElementId, Heads, Shadow, ShapeElement, ShapeForm, ShapeLine};

pub fn draw_shape(desk: &Desk<'_>, piece: &Piece<'_>, shape: &ShapeElement, area: Rect) -> Drawn {
    let mut drawn = Drawn::new(area);
    let items = match shape.form {
        ShapeForm::Line(course) => line_items(desk, shape, course, area),
        ShapeForm::Rect { corner } => closed_items(desk, shape, Path::rounded(area, corner)),
        ShapeForm::Ellipse => closed_items(desk, shape, Path::ellipse(area)),
    };
    let source = Some(piece.element.id);
    let placed = |(at, item): (Transform, Item)| Placed { at, item, source };
    let items: Vec<Placed> = items.into_iter().map(placed).collect();
    drawn.items = faded(items, shape.opacity, source);
    drawn.grip = grip(shape, area);
    drawn.foot = area.y;
    drawn
}

fn faded(items: Vec<Placed>, opacity: f64, source: Option<ElementId>) -> Vec<Placed> {
    if opacity >= 1.0 || items.is_empty() {
        return items;
    }
    let item = Item::Group(GroupItem {
        clip: None,
        opacity: um(opacity.max(0.0)),
        items,
    });
    let at = Transform::IDENTITY;
    vec![Placed { at, item, source }]
}

/// Each with where it lies: only a shadow lies elsewhere.
type Items = Vec<(Transform, Item)>;

fn closed_items(desk: &Desk<'_>, shape: &ShapeElement, path: Path) -> Items {
    let mut items = Items::new();
    let fill = shape.fill.as_ref().map(|tint| Paint::flat(desk.tint(tint)));
    let stroke = shape.line.as_ref().map(|line| stroke(desk, line));
    if let Some(shadow) = &shape.shadow {
        let form = match (&fill, &shape.line) {
            (None, Some(line)) => ring(shape, &path, line.width),
            _ => path.clone(),
        };
        items.push(cast(desk, shadow, form));
    }
    if fill.is_some() || stroke.is_some() {
        items.push((Transform::IDENTITY, Item::Path(PathItem { path, fill, stroke })));
    }
    items
}

fn stroke(desk: &Desk<'_>, line: &ShapeLine) -> Stroke {
    let (round, dash) = match line.dash {
        Dash::Solid => (false, Vec::new()),
        Dash::Dashed => (false, vec![um(line.width * 3.0), um(line.width * 2.0)]),
        // Round ends make a disc of a dash that has hardly any length.
        Dash::Dotted => (true, vec![0.001, um(line.width * 2.0)]),
    };
    Stroke {
        paint: Paint::flat(desk.tint(&line.tint)),
        width: um(line.width),
        round,
        dash,
    }
}

fn cast(desk: &Desk<'_>, shadow: &Shadow, path: Path) -> (Transform, Item) {
    let [right, down] = shadow.shift.map(um);
    let ink = Ink {
        colour: desk.swatch(&shadow.colour),
        alpha: um(shadow.opacity.clamp(0.0, 1.0)),
    };
    let blur = um(shadow.blur.clamp(0.0, 200.0));
    (
        Transform::shift(right, down),
        Item::Shadow(ShadowItem { path, blur, ink }),
    )
}

/// What an outline alone covers.
fn ring(shape: &ShapeElement, path: &Path, width: f64) -> Path {
    let bounds = path.segs.iter().filter_map(|seg| match seg {
        Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p) => Some(crate::geom::rect(p.x, p.y, 0.0, 0.0)),
        Seg::Close => None,
    });
    let area = bounds.reduce(|all, one| all.union(&one)).unwrap_or_default();
    let form = |by: f64| {
        let area = area.grow(by);
        match shape.form {
            ShapeForm::Rect { corner } if corner > 0.0 => Path::rounded(area, (corner + by).max(0.0)),
            ShapeForm::Ellipse => Path::ellipse(area),
            ShapeForm::Rect { .. } | ShapeForm::Line(_) => Path::rect(area),
        }
    };
    let mut segs = form(width / 2.0).segs;
    segs.extend(form(-width / 2.0).segs);
    Path { segs, even_odd: true }
}

/// A head is so many line widths long and half as wide to each side.
const HEAD: f64 = 4.0;

fn line_items(desk: &Desk<'_>, shape: &ShapeElement, course: Course, area: Rect) -> Items {
    let Some(line) = &shape.line else {
        return Items::new();
    };
    let [from, to] = course.ends(area);
    let length = (to.x - from.x).hypot(to.y - from.y);
    if length < 0.001 {
        return Items::new();
    }
    let along = point((to.x - from.x) / length, (to.y - from.y) / length);
    let count = match course.heads {
        Heads::None => 0.0,
        Heads::End => 1.0,
        Heads::Both => 2.0,
    };
    // On a short line the heads share what there is.
    let head = if count > 0.0 {
        (line.width * HEAD).min(length / count)
    } else {
        0.0
    };
    let at = |way: f64, off: f64| {
        let (x, y) = (
            from.x + along.x * way - along.y * off,
            from.y + along.y * way + along.x * off,
        );
        point(um(x), um(y))
    };
    // The shaft ends inside its head, so that no gap shows between the two.
    let begin = if course.heads == Heads::Both { head * 0.7 } else { 0.0 };
    let end = if count > 0.0 { length - head * 0.7 } else { length };
    let mut heads = Vec::new();
    let mut add_head =
        |tip: f64, foot: f64| heads.extend(closed(&[at(tip, 0.0), at(foot, head / 2.0), at(foot, -head / 2.0)]));
    if count > 0.0 {
        add_head(length, length - head);
    }
    if course.heads == Heads::Both {
        add_head(0.0, head);
    }
    let mut items = Items::new();
    if let Some(shadow) = &shape.shadow {
        let half = line.width / 2.0;
        let mut form = closed(&[at(begin, half), at(begin, -half), at(end, -half), at(end, half)]);
        form.extend(heads.iter().copied());
        items.push(cast(desk, shadow, Path::from(form)));
    }
    let shaft = Path::from(vec![Seg::Move(at(begin, 0.0)), Seg::Line(at(end, 0.0))]);
    let plain = |path, fill, stroke| (Transform::IDENTITY, Item::Path(PathItem { path, fill, stroke }));
    items.push(plain(shaft, None, Some(stroke(desk, line))));
    if !heads.is_empty() {
        items.push(plain(Path::from(heads), Some(Paint::flat(desk.tint(&line.tint))), None));
    }
    items
}

/// Always the same way round, so that two that overlap are both filled.
fn closed(corners: &[Point]) -> Vec<Seg> {
    let next = corners.iter().cycle().skip(1);
    let area: f64 = corners.iter().zip(next).map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    let mut corners = corners.to_vec();
    if area < 0.0 {
        corners.reverse();
    }
    let seg = |(index, p): (usize, Point)| if index == 0 { Seg::Move(p) } else { Seg::Line(p) };
    corners.into_iter().enumerate().map(seg).chain([Seg::Close]).collect()
}

/// A line, and a shape without a fill, are taken hold of where they are drawn.
fn grip(shape: &ShapeElement, area: Rect) -> Option<Grip> {
    let width = shape.line.as_ref().map_or(0.0, |line| line.width);
    let along = match shape.form {
        ShapeForm::Line(course) => course.ends(area).to_vec(),
        _ if shape.fill.is_some() => return None,
        ShapeForm::Rect { .. } => {
            let (right, bottom) = (area.right(), area.bottom());
            let corners = [
                (area.x, area.y),
                (right, area.y),
                (right, bottom),
                (area.x, bottom),
                (area.x, area.y),
            ];
            corners.map(|(x, y)| point(x, y)).to_vec()
        }
        ShapeForm::Ellipse => (0..=48)
            .map(|step| {
                let (sin, cos) = (f64::from(step) / 48.0 * std::f64::consts::TAU).sin_cos();
                let centre = area.centre();
                point(um(centre.x + cos * area.w / 2.0), um(centre.y + sin * area.h / 2.0))
            })
            .collect(),
    };
    Some(Grip {
        along,
        reach: width / 2.0,
    })
}
