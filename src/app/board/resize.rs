//! A hand on a handle: a box that grows, in its own shape where the element asks for it, or a line's end.

use super::deeds::{set_area, together};
use super::drags::lines;
use super::handles::{self, Handle};
use super::snap::{Edges, Guide};
use super::{Scene, say};
use crate::app::words::Words;
use crate::geom::{Point, Rect, Transform, point};
use crate::model::{Command, Course, Element, ElementId, ElementKind, ShapeElement, ShapeForm};

#[derive(Clone, Debug)]
pub struct Resize {
    pub element: ElementId,
    start: Rect,
    angle: f64,
    handle: Handle,
    from: Point,
    pub guides: Vec<Guide>,
    pub now: Rect,
    /// Of a line: then one of its ends is pulled.
    course: Option<Course>,
    proportions: Proportions,
}

/// Whether a pull keeps an element's shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proportions {
    /// With Shift.
    Free,
    /// Without Shift.
    Kept,
    Always,
}

impl Proportions {
    fn of(kind: &ElementKind) -> Proportions {
        match kind {
            ElementKind::Emblem(_) => Proportions::Always,
            ElementKind::Art(art) if !art.is_stretched => Proportions::Kept,
            _ => Proportions::Free,
        }
    }

    fn are_kept(self, with_shift: bool) -> bool {
        match self {
            Proportions::Free => with_shift,
            Proportions::Kept => !with_shift,
            Proportions::Always => true,
        }
    }
}

impl Resize {
    pub fn start(element: &Element, start: Rect, angle: f64, handle: Handle, from: Point) -> Resize {
        Resize {
            element: element.id,
            start,
            angle,
            handle,
            from,
            guides: Vec::new(),
            now: start,
            course: handles::course(element),
            proportions: Proportions::of(&element.kind),
        }
    }

    pub fn hint(&self) -> Words {
        match self.proportions {
            _ if self.course.is_some() => say::HINT_END,
            Proportions::Free => say::HINT_RESIZE,
            Proportions::Kept => say::HINT_KEPT,
            Proportions::Always => say::HINT_EMBLEM,
        }
    }

    pub fn cursor(&self) -> egui::CursorIcon {
        self.handle.cursor(self.angle)
    }

    pub fn go(&mut self, scene: &Scene<'_>, here: Point, reach: f64, with_shift: bool) -> Option<Command> {
        if let Some(course) = self.course {
            return self.pull_end(scene, course, here, reach, with_shift);
        }
        let keeps_ratio = self.proportions.are_kept(with_shift);
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

    /// One end of a line follows the hand, the other stays; it snaps level and upright, with Shift to every 45°.
    fn pull_end(
        &mut self,
        scene: &Scene<'_>,
        course: Course,
        here: Point,
        reach: f64,
        is_straight: bool,
    ) -> Option<Command> {
        let turn = Transform::rotate_about(self.angle, self.start.centre());
        let ends = course.ends(self.start).map(|end| turn.apply(end));
        let is_start = handles::ends(course)[0] == self.handle;
        let (pulled, kept) = if is_start {
            (ends[0], ends[1])
        } else {
            (ends[1], ends[0])
        };
        let to = point(pulled.x + here.x - self.from.x, pulled.y + here.y - self.from.y);
        let to = straightened(kept, to, if is_straight { f64::INFINITY } else { reach });
        let (from, to) = if is_start { (to, kept) } else { (kept, to) };
        let (area, course) = Course::between(from, to, course.heads);
        let mut commands = vec![set_area(scene.board, self.element, area, 0.0)];
        let kind = &scene.board.element(self.element)?.kind;
        if let ElementKind::Shape(shape) = kind
            && shape.form != ShapeForm::Line(course)
        {
            commands.push(Command::SetKind {
                board: scene.board.id,
                element: self.element,
                kind: ElementKind::Shape(ShapeElement {
                    form: ShapeForm::Line(course),
                    ..shape.clone()
                }),
            });
        }
        if area == self.now && commands.len() == 1 {
            return None;
        }
        self.now = area;
        together(commands)
    }
}

/// The point on the nearest of the eight main directions, where it lies within `reach` of it.
fn straightened(from: Point, to: Point, reach: f64) -> Point {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let diagonal = (x.abs() + y.abs()) / 2.0;
    let level = point(to.x, from.y);
    let upright = point(from.x, to.y);
    let slant = point(from.x + diagonal.copysign(x), from.y + diagonal.copysign(y));
    let far = |p: &Point| (p.x - to.x).hypot(p.y - to.y);
    // Slanting lines are caught only on purpose.
    let slant = reach.is_infinite().then_some(slant);
    let nearest = [Some(level), Some(upright), slant]
        .into_iter()
        .flatten()
        .min_by(|a, b| far(a).total_cmp(&far(b)));
    nearest.filter(|p| far(p) <= reach).unwrap_or(to)
}
