//! Equal gaps: a moved thing jumps where it stands as far from its neighbours as they stand from each other. Knows
//! rectangles only.

use crate::geom::{Point, Rect, point, rect};

/// The room between two things, drawn with its length while the hand is on one of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    pub from: Point,
    pub to: Point,
}

impl Gap {
    pub fn mm(&self) -> f64 {
        (self.to.x - self.from.x).abs().max((self.to.y - self.from.y).abs())
    }
}

/// How far to move on along one axis so that gaps are equal, no farther than `reach`, and these gaps.
pub fn equal(moving: Rect, neighbours: &[Rect], is_across: bool, reach: f64) -> Option<(f64, Vec<Gap>)> {
    let turn = |area: &Rect| {
        if is_across {
            *area
        } else {
            rect(area.y, area.x, area.h, area.w)
        }
    };
    let moving = turn(&moving);
    let beside: Vec<Rect> = neighbours
        .iter()
        .map(turn)
        .filter(|other| other.y < moving.bottom() && other.bottom() > moving.y)
        .collect();
    let before = |limit: f64| beside.iter().filter(move |other| other.right() <= limit);
    let after = |limit: f64| beside.iter().filter(move |other| other.x >= limit);
    let nearest_before = |limit| before(limit).max_by(|a, b| a.right().total_cmp(&b.right()));
    let nearest_after = |limit| after(limit).min_by(|a, b| a.x.total_cmp(&b.x));
    let left = nearest_before(moving.x + reach);
    let right = nearest_after(moving.right() - reach);
    let mut offers: Vec<(f64, [(f64, f64); 2])> = Vec::new();
    if let (Some(left), Some(right)) = (left, right) {
        let x = (left.right() + right.x - moving.w) / 2.0;
        offers.push((x, [(left.right(), x), (x + moving.w, right.x)]));
    }
    if let Some(left) = left
        && let Some(far) = nearest_before(left.x)
    {
        let x = left.right() + (left.x - far.right());
        offers.push((x, [(far.right(), left.x), (left.right(), x)]));
    }
    if let Some(right) = right
        && let Some(far) = nearest_after(right.right())
    {
        let x = right.x - (far.x - right.right()) - moving.w;
        offers.push((x, [(x + moving.w, right.x), (right.right(), far.x)]));
    }
    let is_seen = |(_, gaps): &(f64, [(f64, f64); 2])| gaps.iter().all(|(from, to)| to - from > 0.5);
    let near = offers.into_iter().filter(is_seen).map(|(x, gaps)| (x - moving.x, gaps));
    let (by, gaps) = near
        .filter(|(by, _)| by.abs() <= reach)
        .min_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
    let y = moving.centre().y;
    let gap = |(from, to): (f64, f64)| match is_across {
        true => Gap {
            from: point(from, y),
            to: point(to, y),
        },
        false => Gap {
            from: point(y, from),
            to: point(y, to),
        },
    };
    Some((by, gaps.map(gap).to_vec()))
}

/// The room between a thing and the nearest one that stands on the same line with it.
pub fn between(moving: Rect, neighbours: &[Rect], is_upright: bool, at: f64) -> Option<Gap> {
    let turn = |area: &Rect| {
        if is_upright {
            rect(area.y, area.x, area.h, area.w)
        } else {
            *area
        }
    };
    let moving = turn(&moving);
    let is_on = |other: &Rect| {
        [other.y, other.centre().y, other.bottom()]
            .iter()
            .any(|edge| (edge - at).abs() < 0.01)
    };
    let rooms = neighbours.iter().map(turn).filter(is_on).filter_map(|other| {
        let after = (moving.right(), other.x);
        let before = (other.right(), moving.x);
        [after, before].into_iter().find(|(from, to)| to - from > 0.5)
    });
    let (from, to) = rooms.min_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
    Some(match is_upright {
        true => Gap {
            from: point(at, from),
            to: point(at, to),
        },
        false => Gap {
            from: point(from, at),
            to: point(to, at),
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: [(f64, f64); 2] = [(0.0, 100.0), (130.0, 100.0)];

    fn neighbours() -> Vec<Rect> {
        TWO.iter().map(|(x, w)| rect(*x, 0.0, *w, 50.0)).collect()
    }

    #[test]
    fn the_third_of_a_row_stands_as_far_off_as_the_second() {
        let (by, gaps) = equal(rect(262.0, 10.0, 80.0, 20.0), &neighbours(), true, 4.0).unwrap();
        assert_eq!(by, -2.0);
        assert!(gaps.iter().all(|gap| (gap.mm() - 30.0).abs() < 1e-9));
        assert!(equal(rect(270.0, 10.0, 80.0, 20.0), &neighbours(), true, 4.0).is_none());
        assert!(
            equal(rect(262.0, 90.0, 80.0, 20.0), &neighbours(), true, 4.0).is_none(),
            "not beside them"
        );
    }

    #[test]
    fn between_two_it_goes_to_the_middle_across_and_down() {
        let apart = [rect(0.0, 0.0, 10.0, 10.0), rect(0.0, 90.0, 10.0, 10.0)];
        let (by, gaps) = equal(rect(0.0, 38.0, 10.0, 20.0), &apart, false, 4.0).unwrap();
        assert_eq!(by, 2.0);
        assert_eq!((gaps[0].from, gaps[0].to), (point(5.0, 10.0), point(5.0, 40.0)));
    }

    #[test]
    fn the_distance_to_the_next_on_a_line_is_told() {
        let gap = between(rect(0.0, 100.0, 50.0, 20.0), &[rect(0.0, 0.0, 80.0, 60.0)], true, 0.0).unwrap();
        assert_eq!(gap.mm(), 40.0);
        assert!(between(rect(0.0, 100.0, 50.0, 20.0), &[rect(3.0, 0.0, 80.0, 60.0)], true, 0.0).is_none());
    }
}
