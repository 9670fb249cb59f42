//! A hand on the handle above a box: what is chosen turns about its middle.

use super::Scene;
use super::whole::Whole;
use crate::geom::{Point, Rect, Transform, point};
use crate::model::{Command, Element, ElementKind};

/// How far above its upper edge the handle stands, in points of the window.
pub const ABOVE: f32 = 26.0;
/// Degrees within which a free turn catches at the four main directions.
const CATCH: f64 = 1.5;

#[derive(Clone, Debug)]
pub struct Turn {
    whole: Whole,
    /// Where the hand took hold, in degrees about the middle.
    from: f64,
    pub now: f64,
}

/// Emblems stand upright, lines are turned by their ends.
pub fn can_turn(element: &Element) -> bool {
    !matches!(element.kind, ElementKind::Emblem(_)) && !super::handles::is_line(element)
}

/// Where the handle stands on the board; `above` in mm.
pub fn handle(area: Rect, angle: f64, above: f64) -> Point {
    let centre = area.centre();
    Transform::rotate_about(angle, centre).apply(point(centre.x, area.y - above))
}

impl Turn {
    pub fn start(whole: Whole, from: Point) -> Turn {
        Turn {
            from: direction(whole.area, from),
            now: whole.angle,
            whole,
        }
    }

    pub fn area(&self) -> Rect {
        self.whole.area
    }

    /// Steps of 15° with Shift; else it catches upright and level, unless `is_free`.
    pub fn go(&mut self, scene: &Scene<'_>, here: Point, in_steps: bool, is_free: bool) -> Option<Command> {
        let exact = self.whole.angle + direction(self.whole.area, here) - self.from;
        let now = if in_steps {
            (exact / 15.0).round() * 15.0
        } else {
            let main = (exact / 90.0).round() * 90.0;
            let catches = !is_free && (exact - main).abs() <= CATCH;
            if catches { main } else { (exact * 10.0).round() / 10.0 }
        };
        let now = said(now);
        if now == self.now {
            return None;
        }
        self.now = now;
        self.whole.turned(scene, now)
    }
}

/// Between −180 and 180 degrees, as people say it.
pub fn said(angle: f64) -> f64 {
    (angle + 180.0).rem_euclid(360.0) - 180.0
}

fn direction(area: Rect, at: Point) -> f64 {
    let centre = area.centre();
    (at.y - centre.y).atan2(at.x - centre.x).to_degrees()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::rect;

    #[test]
    fn the_handle_goes_round_with_its_box() {
        let area = rect(0.0, 0.0, 100.0, 50.0);
        assert_eq!(handle(area, 0.0, 10.0), point(50.0, -10.0));
        let right = handle(area, 90.0, 10.0);
        assert!(
            (right.x - 85.0).abs() < 1e-9 && (right.y - 25.0).abs() < 1e-9,
            "{right:?}"
        );
    }
}
