//! Where several rectangles go when they are lined up, spread or tidied. Knows rectangles only.

use crate::geom::{Point, Rect, point, rect};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
    Top,
    Middle,
    Bottom,
}

/// How far each of them moves to stand at this edge of `to`.
pub fn aligned(areas: &[Rect], to: Rect, how: Align) -> Vec<Point> {
    let by = |area: &Rect| match how {
        Align::Left => point(to.x - area.x, 0.0),
        Align::Centre => point(to.centre().x - area.centre().x, 0.0),
        Align::Right => point(to.right() - area.right(), 0.0),
        Align::Top => point(0.0, to.y - area.y),
        Align::Middle => point(0.0, to.centre().y - area.centre().y),
        Align::Bottom => point(0.0, to.bottom() - area.bottom()),
    };
    areas.iter().map(by).collect()
}

/// The outer two stay; the others stand between them with equal gaps.
pub fn spread(areas: &[Rect], is_across: bool) -> Vec<Point> {
    let near = |area: &Rect| if is_across { area.x } else { area.y };
    let length = |area: &Rect| if is_across { area.w } else { area.h };
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|a, b| near(&areas[*a]).total_cmp(&near(&areas[*b])));
    let mut moves = vec![point(0.0, 0.0); areas.len()];
    let (Some(first), Some(last)) = (order.first(), order.last()) else {
        return moves;
    };
    let whole = near(&areas[*last]) + length(&areas[*last]) - near(&areas[*first]);
    let filled: f64 = areas.iter().map(length).sum();
    let gap = (whole - filled) / (areas.len().max(2) - 1) as f64;
    let mut at = near(&areas[*first]);
    for index in &order {
        let by = at - near(&areas[*index]);
        moves[*index] = if is_across { point(by, 0.0) } else { point(0.0, by) };
        at += length(&areas[*index]) + gap;
    }
    moves
}

/// Between things that overlapped before, in mm.
const USUAL_GAP: f64 = 10.0;

/// In rows as they nearly stand already: each row begins at the left, its things stand on one line, all gaps are alike.
pub fn tidied(areas: &[Rect]) -> Vec<Point> {
    let rows = rows(areas);
    let across = rows.iter().flat_map(|row| {
        let pairs = row.windows(2);
        pairs.map(|pair| areas[pair[1]].x - areas[pair[0]].right())
    });
    let foot = |row: &[usize]| row.iter().map(|index| areas[*index].bottom()).fold(f64::MIN, f64::max);
    let head = |row: &[usize]| row.iter().map(|index| areas[*index].y).fold(f64::MAX, f64::min);
    let (gap_x, gap_y) = (
        usual(across.collect()),
        usual(rows.windows(2).map(|pair| head(&pair[1]) - foot(&pair[0])).collect()),
    );
    let left = areas.iter().map(|area| area.x).fold(f64::MAX, f64::min);
    let mut top = areas.iter().map(|area| area.y).fold(f64::MAX, f64::min);
    let mut moves = vec![point(0.0, 0.0); areas.len()];
    for row in &rows {
        let mut x = left;
        let mut height: f64 = 0.0;
        for index in row {
            let area = areas[*index];
            moves[*index] = point(x - area.x, top - area.y);
            x += area.w + gap_x;
            height = height.max(area.h);
        }
        top += height + gap_y;
    }
    moves
}

/// From above, each from the left: what stands beside the first of a row, by its middle, belongs to it.
fn rows(areas: &[Rect]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..areas.len()).collect();
    order.sort_by(|a, b| areas[*a].y.total_cmp(&areas[*b].y));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for index in order {
        let middle = areas[index].centre().y;
        match rows.last_mut().filter(|row| middle < areas[row[0]].bottom()) {
            Some(row) => row.push(index),
            None => rows.push(vec![index]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| areas[*a].x.total_cmp(&areas[*b].x));
    }
    rows
}

/// The middle one of the gaps, to a millimetre.
fn usual(mut gaps: Vec<f64>) -> f64 {
    gaps.retain(|gap| *gap > 0.0);
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 2).map_or(USUAL_GAP, |gap| gap.round().max(1.0))
}

/// The upright rectangle around a turned one.
pub fn around(area: Rect, angle: f64) -> Rect {
    if angle == 0.0 {
        return area;
    }
    let (sin, cos) = angle.to_radians().sin_cos();
    let w = area.w * cos.abs() + area.h * sin.abs();
    let h = area.w * sin.abs() + area.h * cos.abs();
    let centre = area.centre();
    rect(centre.x - w / 2.0, centre.y - h / 2.0, w, h)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(areas: &[Rect], by: &[Point]) -> Vec<Rect> {
        areas.iter().zip(by).map(|(area, by)| area.shift(by.x, by.y)).collect()
    }

    #[test]
    fn edges_and_middles_meet_those_of_the_target() {
        let areas = [rect(10.0, 20.0, 100.0, 50.0), rect(300.0, 400.0, 40.0, 20.0)];
        let to = rect(0.0, 0.0, 200.0, 100.0);
        let x = |how| moved(&areas, &aligned(&areas, to, how)).map_x();
        assert_eq!(x(Align::Left), [0.0, 0.0]);
        assert_eq!(x(Align::Centre), [50.0, 80.0]);
        assert_eq!(x(Align::Right), [100.0, 160.0]);
        let bottom = moved(&areas, &aligned(&areas, to, Align::Bottom));
        assert!(bottom.iter().all(|area| area.bottom() == 100.0));
    }

    trait MapX {
        fn map_x(self) -> Vec<f64>;
    }

    impl MapX for Vec<Rect> {
        fn map_x(self) -> Vec<f64> {
            self.into_iter().map(|area| area.x).collect()
        }
    }

    #[test]
    fn what_is_spread_has_equal_gaps_and_the_outer_ones_stay() {
        let areas = [
            rect(0.0, 0.0, 10.0, 10.0),
            rect(90.0, 0.0, 10.0, 10.0),
            rect(20.0, 5.0, 30.0, 10.0),
        ];
        let after = moved(&areas, &spread(&areas, true));
        assert_eq!((after[0].x, after[1].x), (0.0, 90.0));
        assert_eq!(after[2].x - after[0].right(), after[1].x - after[2].right());
        assert_eq!(spread(&areas, false)[0], point(0.0, 0.0));
        assert!(spread(&[], true).is_empty());
    }

    #[test]
    fn a_loose_heap_becomes_rows_and_a_tidy_one_stays() {
        let areas = [
            rect(12.0, 10.0, 50.0, 30.0),
            rect(70.0, 14.0, 50.0, 30.0),
            rect(10.0, 60.0, 50.0, 30.0),
        ];
        let tidy = moved(&areas, &tidied(&areas));
        assert_eq!((tidy[0].x, tidy[2].x), (10.0, 10.0));
        assert_eq!(tidy[0].y, tidy[1].y);
        assert!(tidied(&tidy).iter().all(|by| by.x == 0.0 && by.y == 0.0));
    }

    #[test]
    fn a_turned_rectangle_takes_more_room() {
        let turned = around(rect(0.0, 0.0, 100.0, 50.0), 90.0);
        assert!((turned.w - 50.0).abs() < 1e-9 && (turned.h - 100.0).abs() < 1e-9);
    }
}
