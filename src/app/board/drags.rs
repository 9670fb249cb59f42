//! Elements under the hand, moved from where they stood when the hand took them.

use super::deeds::{set_area, together};
use super::snap::{Edges, Guide, Lines};
use super::tool::SAFE;
use super::{Scene, paint};
use crate::geom::{Point, Rect, point};
use crate::model::{Command, ElementId};

#[derive(Clone, Debug)]
pub struct Move {
    /// Where everything stood at the start.
    pub starts: Vec<(ElementId, Rect, f64)>,
    pub from: Point,
    pub guides: Vec<Guide>,
    pub by: Point,
    pub has_moved: bool,
}

impl Move {
    pub fn go(&mut self, scene: &Scene<'_>, here: Point, reach: f64, is_straight: bool) -> Option<Command> {
        let mut by = point(here.x - self.from.x, here.y - self.from.y);
        if is_straight {
            if by.x.abs() >= by.y.abs() {
                by.y = 0.0;
            } else {
                by.x = 0.0;
            }
        }
        let whole = self
            .starts
            .iter()
            .map(|(_, area, _)| *area)
            .reduce(|all, one| all.union(&one))?;
        self.guides.clear();
        if reach > 0.0 {
            let moving: Vec<ElementId> = self.starts.iter().map(|(element, ..)| *element).collect();
            let (dx, dy, guides) = lines(scene, &moving).snap(whole.shift(by.x, by.y), Edges::All, reach);
            by = point(
                by.x + if is_straight && by.x == 0.0 { 0.0 } else { dx },
                by.y + if is_straight && by.y == 0.0 { 0.0 } else { dy },
            );
            self.guides = guides;
        }
        if by == self.by {
            return None;
        }
        self.by = by;
        self.has_moved = true;
        let moved = |(element, area, angle): &(ElementId, Rect, f64)| {
            set_area(scene.board, *element, area.shift(by.x, by.y), *angle)
        };
        together(self.starts.iter().map(moved).collect())
    }
}

/// What moved things can stand on: all that stands on the board but themselves.
pub fn lines(scene: &Scene<'_>, moving: &[ElementId]) -> Lines {
    let neighbours: Vec<Rect> = scene
        .laid
        .areas
        .iter()
        .filter(|(element, (_, angle))| !moving.contains(element) && *angle == 0.0)
        .map(|(_, (area, _))| *area)
        .collect();
    let columns = paint::columns(scene.view, scene.board);
    Lines::new(scene.board.size, SAFE, &columns, &neighbours)
}
