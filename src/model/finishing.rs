//! Where holes, folds and the cassette's grip are on a sheet. Millimetres of the board, y down.

use super::{Eyelets, Finishing};
use crate::geom::{Point, Rect, point, rect};

impl Eyelets {
    /// Middles of the holes of a sheet that is cut at `cut`: one in each corner, the others evenly between.
    pub fn middles(&self, cut: Rect) -> Vec<Point> {
        let inner = cut.grow(-self.inset);
        if inner.w <= 0.0 || inner.h <= 0.0 {
            return Vec::new();
        }
        let steps = |length: f64| (length / self.spacing).ceil().max(1.0) as usize;
        let (across, down) = (steps(inner.w), steps(inner.h));
        let x = |step: usize| inner.x + inner.w * step as f64 / across as f64;
        let y = |step: usize| inner.y + inner.h * step as f64 / down as f64;
        let rows = (0..=across).flat_map(|step| [point(x(step), inner.y), point(x(step), inner.bottom())]);
        let sides = (1..down).flat_map(|step| [point(inner.x, y(step)), point(inner.right(), y(step))]);
        rows.chain(sides).collect()
    }
}

impl Finishing {
    /// What stays in sight between the folds; `None` where nothing is folded.
    pub fn inside_hem(&self, cut: Rect) -> Option<Rect> {
        (self.hem > 0.0).then(|| cut.grow(-self.hem))
    }

    /// The strip at the foot that a roll-up's cassette hides; `None` where there is none.
    pub fn clamped(&self, cut: Rect, is_rollup: bool) -> Option<Rect> {
        let height = self.clamp.min(cut.h);
        (is_rollup && height > 0.0).then(|| rect(cut.x, cut.bottom() - height, cut.w, height))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_stand_in_the_corners_and_no_further_apart_than_asked() {
        let eyelets = Eyelets {
            spacing: 500.0,
            inset: 50.0,
            diameter: 12.0,
        };
        let cut = rect(-100.0, -100.0, 1100.0, 1400.0);
        let middles = eyelets.middles(cut);
        for corner in [(-50.0, -50.0), (950.0, -50.0), (-50.0, 1250.0), (950.0, 1250.0)] {
            assert!(middles.contains(&point(corner.0, corner.1)), "{corner:?}: {middles:?}");
        }
        // 1000 mm across need one between, 1300 mm down two.
        assert_eq!(middles.len(), 4 + 2 + 4);
        assert!(eyelets.middles(rect(0.0, 0.0, 80.0, 900.0)).is_empty());
    }
}
