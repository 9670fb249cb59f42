//! Changes to the ground as commands: pure, so that tests need no window.

use crate::base::{Digest, PhotoFacts};
use crate::geom::{Point, point, size, um};
use crate::model::{Command, Plaza, Sketch, Thing, ThingKind, Venue};
use crate::plaza::ground::{length, nearest_on, outline, sides};
use std::sync::Arc;

pub fn with_venue(plaza: &Plaza, change: impl FnOnce(&mut Venue)) -> Command {
    let mut changed = plaza.clone();
    change(&mut changed.venue);
    Command::SetPlaza(Arc::new(changed))
}

/// The ground by its corners; its size follows them.
pub fn outlined(plaza: &Plaza, corners: &[Point]) -> Command {
    let mut changed = plaza.clone();
    changed.venue.outline = corners
        .iter()
        .map(|at| point(um(at.x.max(0.0)), um(at.y.max(0.0))))
        .collect();
    let far = |value: fn(&Point) -> f64| changed.venue.outline.iter().map(value).fold(1.0, f64::max).ceil();
    if !corners.is_empty() {
        changed.size = size(far(|p| p.x), far(|p| p.y));
    }
    Command::SetPlaza(Arc::new(changed))
}

/// One corner elsewhere.
pub fn cornered(plaza: &Plaza, at: usize, to: Point) -> Command {
    let mut corners = outline(plaza);
    if let Some(corner) = corners.get_mut(at) {
        *corner = to;
    }
    outlined(plaza, &corners)
}

/// A new corner on the nearest side, and its index.
pub fn corner_added(plaza: &Plaza, at: Point) -> (Command, usize) {
    let mut corners = outline(plaza);
    let away = |ends: &[Point; 2]| length(nearest_on(*ends, at), at);
    let each: Vec<[Point; 2]> = sides(&corners).collect();
    let side = (0..each.len()).min_by(|a, b| away(&each[*a]).total_cmp(&away(&each[*b])));
    let side = side.unwrap_or(0);
    corners.insert(side + 1, nearest_on(each[side], at));
    (outlined(plaza, &corners), side + 1)
}

/// `None` where too few would be left.
pub fn corner_removed(plaza: &Plaza, at: usize) -> Option<Command> {
    let mut corners = outline(plaza);
    (corners.len() > 3 && at < corners.len()).then(|| {
        corners.remove(at);
        outlined(plaza, &corners)
    })
}

/// Usual width and height of each kind, in metres.
pub fn usual(kind: ThingKind) -> [f64; 2] {
    match kind {
        ThingKind::Gate => [0.6, 3.0],
        ThingKind::Steps => [0.0, 0.45],
        ThingKind::Flagpole => [1.0, 12.0],
        ThingKind::Tree => [3.0, 5.0],
        // GB 50016: a fire engine needs 4 m in width and 4 m above.
        ThingKind::FireLane => [4.0, 0.0],
        ThingKind::Power => [0.5, 1.0],
        ThingKind::KeepOut => [0.0, 0.0],
        ThingKind::Wall => [0.24, 3.0],
        ThingKind::Building => [0.0, 9.0],
    }
}

/// How many points finish a thing of this kind by themselves; `None`: Enter does.
pub fn points_of(kind: ThingKind) -> Option<usize> {
    match kind {
        ThingKind::Flagpole | ThingKind::Tree | ThingKind::Power => Some(1),
        ThingKind::Gate => Some(2),
        ThingKind::Steps | ThingKind::FireLane | ThingKind::KeepOut | ThingKind::Wall | ThingKind::Building => None,
    }
}

pub fn thing_added(plaza: &Plaza, kind: ThingKind, points: &[Point]) -> Command {
    let [width, height] = usual(kind);
    // Two corners of an area are those of a rectangle.
    let points = match points {
        [a, c] if kind.is_area() => vec![*a, point(c.x, a.y), *c, point(a.x, c.y)],
        points => points.to_vec(),
    };
    with_venue(plaza, |venue| {
        venue.things.push(Thing {
            kind,
            points: points.iter().map(|at| point(um(at.x), um(at.y))).collect(),
            width,
            height,
            name: String::new(),
            picture: None,
        });
    })
}

pub fn thing_set(plaza: &Plaza, at: usize, change: impl FnOnce(&mut Thing)) -> Command {
    with_venue(plaza, |venue| {
        if let Some(thing) = venue.things.get_mut(at) {
            change(thing);
        }
    })
}

/// All its points, or one of them, from where they were when the drag began.
pub fn thing_moved(plaza: &Plaza, at: usize, start: &[Point], only: Option<usize>, dx: f64, dy: f64) -> Command {
    let moved = |(index, from): (usize, &Point)| match only {
        Some(only) if only != index => *from,
        _ => point(um(from.x + dx), um(from.y + dy)),
    };
    let points = start.iter().enumerate().map(moved).collect();
    thing_set(plaza, at, |thing| thing.points = points)
}

pub fn thing_removed(plaza: &Plaza, at: usize) -> Command {
    with_venue(plaza, |venue| {
        if at < venue.things.len() {
            venue.things.remove(at);
        }
    })
}

/// A picture under the plan, as wide as the ground until somebody scales it.
pub fn sketched(plaza: &Plaza, facts: &PhotoFacts) -> Command {
    let [w, _] = facts.upright_px();
    with_venue(plaza, |venue| {
        let old = venue.sketch.take();
        let new = Sketch {
            picture: facts.digest,
            at: Point::default(),
            scale: (plaza.size.w / f64::from(w.max(1))).clamp(1e-6, 1e3),
            turn: 0.0,
            opacity: 0.6,
        };
        venue.sketch = Some(match old {
            // The same place again, with a better picture.
            Some(old) if old.picture == facts.digest => old,
            _ => new,
        });
    })
}

pub fn fronted(plaza: &Plaza, at: usize, picture: Option<Digest>) -> Command {
    thing_set(plaza, at, |thing| thing.picture = picture)
}

/// The sketch so large that two points of it lie `metres` apart; the first one stays where it is.
pub fn scaled(plaza: &Plaza, [from, to]: [Point; 2], metres: f64) -> Option<Command> {
    let sketch = plaza.venue.sketch.as_ref()?;
    let now = length(from, to);
    if now < 1e-6 || !(0.01..=10_000.0).contains(&metres) {
        return None;
    }
    let factor = metres / now;
    let at = point(
        from.x + (sketch.at.x - from.x) * factor,
        from.y + (sketch.at.y - from.y) * factor,
    );
    Some(with_venue(plaza, |venue| {
        if let Some(sketch) = &mut venue.sketch {
            sketch.scale *= factor;
            sketch.at = at;
        }
    }))
}

/// A copy with a new id and no boards: they stand in one place only.
pub fn copied(plaza: &Plaza, name: String) -> Plaza {
    Plaza {
        id: crate::model::PlazaId::random(),
        name,
        places: Default::default(),
        tours: Vec::new(),
        ..plaza.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlazaId;

    fn venue_of(command: Command) -> Venue {
        match command {
            Command::SetPlaza(plaza) => plaza.venue.clone(),
            _ => Venue::default(),
        }
    }

    #[test]
    fn two_points_and_a_distance_scale_the_sketch_about_the_first() {
        let mut plaza = Plaza::new(PlazaId(1), String::new(), size(40.0, 30.0));
        plaza.venue.sketch = Some(Sketch {
            picture: Digest([1; 32]),
            at: point(0.0, 0.0),
            scale: 0.1,
            turn: 0.0,
            opacity: 0.5,
        });
        let ends = [point(10.0, 10.0), point(20.0, 10.0)];
        let sketch = venue_of(scaled(&plaza, ends, 25.0).unwrap()).sketch.unwrap();
        assert!((sketch.scale - 0.25).abs() < 1e-12);
        assert_eq!(sketch.at, point(-15.0, -15.0));
        assert!(scaled(&plaza, [ends[0], ends[0]], 5.0).is_none());
    }

    #[test]
    fn corners_are_added_on_the_nearest_side_and_three_stay() {
        let plaza = Plaza::new(PlazaId(1), String::new(), size(40.0, 30.0));
        let (command, at) = corner_added(&plaza, point(41.0, 12.0));
        let outline = venue_of(command).outline;
        assert_eq!((at, outline[2], outline.len()), (2, point(40.0, 12.0), 5));
        let mut three = plaza.clone();
        three.venue.outline = outline[..3].to_vec();
        assert!(corner_removed(&three, 0).is_none());
    }
}
