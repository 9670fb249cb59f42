//! Elements under the hand: moved or pulled at a handle, from where they stood when the hand took them.

use super::deeds::{set_area, together};
use super::handles::Handle;
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

#[derive(Clone, Debug)]
pub struct Resize {
    pub element: ElementId,
    pub start: Rect,
    pub angle: f64,
    pub handle: Handle,
    pub from: Point,
    pub guides: Vec<Guide>,
    pub now: Rect,
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

impl Resize {
    pub fn go(&mut self, scene: &Scene<'_>, here: Point, reach: f64, keeps_ratio: bool) -> Option<Command> {
        let by = point(here.x - self.from.x, here.y - self.from.y);
        let mut now = self.handle.pulled(self.start, self.angle, by, keeps_ratio);
        self.guides.clear();
        // Edges of a turned box are on no line.
        if reach > 0.0 && self.angle == 0.0 && !keeps_ratio {
            let edges = Edges::One(self.handle.x, self.handle.y);
            let (dx, dy, guides) = lines(scene, &[self.element]).snap(now, edges, reach);
            now = self
                .handle
                .pulled(self.start, self.angle, point(by.x + dx, by.y + dy), false);
            self.guides = guides;
        }
        if now == self.now {
            return None;
        }
        self.now = now;
        Some(set_area(scene.board, self.element, now, self.angle))
    }
}

/// What moved things can stand on: all that stands on the board but themselves.
fn lines(scene: &Scene<'_>, moving: &[ElementId]) -> Lines {
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
