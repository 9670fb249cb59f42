//! Elements under the hand, moved from where they stood when the hand took them.

use super::deeds::{set_area, together};
use super::gaps::{self, Gap};
use super::snap::{Edges, Guide, Lines};
use super::tool::SAFE;
use super::{Scene, overlays, paint};
use crate::geom::{Point, Rect, point};
use crate::model::{Area, Command, ElementId, ElementKind};

#[derive(Clone, Debug)]
pub struct Move {
    /// Where everything stood at the start.
    pub starts: Vec<(ElementId, Rect, f64)>,
    pub from: Point,
    pub guides: Vec<Guide>,
    pub gaps: Vec<Gap>,
    pub by: Point,
    pub has_moved: bool,
    /// A photo from its place in the template: let go on another, the two change places.
    pub swaps: bool,
}

impl Move {
    pub fn start(starts: Vec<(ElementId, Rect, f64)>, from: Point) -> Move {
        Move {
            starts,
            from,
            guides: Vec::new(),
            gaps: Vec::new(),
            by: Point::default(),
            has_moved: false,
            swaps: false,
        }
    }

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
        self.gaps.clear();
        if reach > 0.0 {
            let moving: Vec<ElementId> = self.starts.iter().map(|(element, ..)| *element).collect();
            let there = whole.shift(by.x, by.y);
            let around = neighbours(scene, &moving);
            let (mut dx, mut dy, guides) = lines(scene, &moving).snap(there, Edges::All, reach);
            for (is_across, d) in [(true, &mut dx), (false, &mut dy)] {
                let has_line = guides.iter().any(|guide| guide.is_upright == is_across);
                if let Some((more, gaps)) = gaps::equal(there, &around, is_across, reach).filter(|_| !has_line) {
                    *d = more;
                    self.gaps.extend(gaps);
                }
            }
            by = point(
                by.x + if is_straight && by.x == 0.0 { 0.0 } else { dx },
                by.y + if is_straight && by.y == 0.0 { 0.0 } else { dy },
            );
            let now = whole.shift(by.x, by.y);
            let rooms = guides
                .iter()
                .filter_map(|guide| gaps::between(now, &around, guide.is_upright, guide.at));
            self.gaps.extend(rooms);
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

/// The photo under the hand with which the moved one would change places.
pub fn swap_target(scene: &Scene<'_>, drag: &Move) -> Option<ElementId> {
    let [(moved, ..)] = drag.starts[..] else { return None };
    let at = point(drag.from.x + drag.by.x, drag.from.y + drag.by.y);
    let others = scene.board.elements.iter().rev();
    let other = others
        .filter(|other| other.id != moved && has_photo(&other.kind))
        .find(|other| {
            let area = scene.laid.areas.get(&other.id).map(|(area, _)| *area);
            // What lies behind it from the start is not meant.
            area.is_some_and(|area| area.contains(at) && !area.contains(drag.from))
        });
    other.filter(|_| drag.swaps && drag.has_moved).map(|other| other.id)
}

/// Photos that stand where the template has them change places; what a hand has put somewhere is moved.
pub fn can_swap(scene: &Scene<'_>, starts: &[(ElementId, Rect, f64)]) -> bool {
    let [(moved, ..)] = starts else { return false };
    let found = scene.board.element(*moved);
    found.is_some_and(|found| found.area == Area::Slot && has_photo(&found.kind))
}

fn has_photo(kind: &ElementKind) -> bool {
    matches!(kind, ElementKind::Photo(photo) if photo.photo.is_some())
}

/// What moved things can stand on: all that stands on the board but themselves.
pub fn lines(scene: &Scene<'_>, moving: &[ElementId]) -> Lines {
    let size = scene.board.size;
    let columns = paint::columns(scene.view, scene.board);
    let mut lines = Lines::new(size, SAFE, &columns, &neighbours(scene, moving));
    if scene.choices.shows_guides {
        for is_upright in [true, false] {
            for line in scene.board.guides.of(is_upright) {
                lines.add_line(*line, is_upright, size);
            }
        }
    }
    if scene.choices.shows_grid {
        for column in overlays::columns(size) {
            lines.add_line(column.x, true, size);
            lines.add_line(column.right(), true, size);
        }
    }
    lines
}

fn neighbours(scene: &Scene<'_>, moving: &[ElementId]) -> Vec<Rect> {
    let areas = scene.laid.areas.iter();
    areas
        .filter(|(element, (_, angle))| !moving.contains(element) && *angle == 0.0)
        .map(|(_, (area, _))| *area)
        .collect()
}
