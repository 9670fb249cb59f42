//! What is chosen as one box: a single element in its own direction, or the upright box around several. Turned, all go
//! round its middle; pulled at a corner, all grow from the opposite one and keep their shapes.

use super::arrange::around;
use super::deeds::{set_area, together};
use super::handles::Handle;
use super::{BoardPane, Scene, turn};
use crate::app::session::Session;
use crate::geom::{Point, Rect, Transform, point, rect};
use crate::model::{Command, ElementId};

/// The largest side of the smallest member stays above this, in mm.
const LEAST: f64 = 2.0;

#[derive(Clone, Debug)]
pub struct Whole {
    members: Vec<(ElementId, Rect, f64)>,
    pub area: Rect,
    pub angle: f64,
}

impl Whole {
    /// `None` where nothing is chosen or a member may not be moved.
    pub fn of(pane: &BoardPane, scene: &Scene<'_>, session: &Session) -> Option<Whole> {
        let chosen = pane.chosen(session);
        if chosen.iter().any(|element| !scene.is_free(*element)) {
            return None;
        }
        let place = |element: ElementId| scene.area(element).map(|(area, angle)| (element, area, angle));
        let members: Vec<_> = chosen.into_iter().filter_map(place).collect();
        let (area, angle) = match members[..] {
            [(_, area, angle)] => (area, angle),
            _ => {
                let boxes = members.iter().map(|(_, area, angle)| around(*area, *angle));
                (boxes.reduce(|all, one| all.union(&one))?, 0.0)
            }
        };
        Some(Whole { members, area, angle })
    }

    pub fn is_single(&self) -> bool {
        self.members.len() == 1
    }

    /// Whether every member has the handle that turns.
    pub fn can_turn(&self, scene: &Scene<'_>) -> bool {
        let found = |(element, ..): &(ElementId, Rect, f64)| scene.board.element(*element);
        self.members
            .iter()
            .all(|member| found(member).is_some_and(|found| turn::can_turn(found)))
    }

    /// All of it at this angle, in degrees clockwise.
    pub fn turned(&self, scene: &Scene<'_>, to: f64) -> Option<Command> {
        let by = to - self.angle;
        let about = Transform::rotate_about(by, self.area.centre());
        let turned = |(element, area, angle): &(ElementId, Rect, f64)| {
            let centre = about.apply(area.centre());
            let area = rect(centre.x - area.w / 2.0, centre.y - area.h / 2.0, area.w, area.h);
            set_area(scene.board, *element, area, turn::said(angle + by))
        };
        together(self.members.iter().map(turned).collect())
    }

    /// All of it so many times as large, from the corner opposite to the pulled one.
    fn grown(&self, scene: &Scene<'_>, handle: Handle, times: f64) -> Option<Command> {
        let grown = |(element, area, angle): &(ElementId, Rect, f64)| {
            set_area(scene.board, *element, self.scaled(*area, handle, times), *angle)
        };
        together(self.members.iter().map(grown).collect())
    }

    fn scaled(&self, area: Rect, handle: Handle, times: f64) -> Rect {
        let opposite = Handle {
            x: -handle.x,
            y: -handle.y,
        };
        let fixed = opposite.at(self.area, 0.0);
        rect(
            fixed.x + (area.x - fixed.x) * times,
            fixed.y + (area.y - fixed.y) * times,
            area.w * times,
            area.h * times,
        )
    }
}

/// A hand on a corner of the box around several.
#[derive(Clone, Debug)]
pub struct Grow {
    whole: Whole,
    handle: Handle,
    from: Point,
    times: f64,
}

impl Grow {
    pub fn start(whole: Whole, handle: Handle, from: Point) -> Grow {
        Grow {
            whole,
            handle,
            from,
            times: 1.0,
        }
    }

    pub fn go(&mut self, scene: &Scene<'_>, here: Point) -> Option<Command> {
        let by = point(here.x - self.from.x, here.y - self.from.y);
        let area = self.whole.area;
        let pulled = self.handle.pulled(area, 0.0, by, true);
        let side = |(_, area, _): &(ElementId, Rect, f64)| area.w.max(area.h);
        let smallest = self.whole.members.iter().map(side).fold(f64::INFINITY, f64::min);
        let times = (pulled.w / area.w.max(LEAST)).max(LEAST / smallest.max(LEAST));
        if times == self.times {
            return None;
        }
        self.times = times;
        self.whole.grown(scene, self.handle, times)
    }

    pub fn now(&self) -> Rect {
        self.whole.scaled(self.whole.area, self.handle, self.times)
    }

    pub fn cursor(&self) -> egui::CursorIcon {
        self.handle.cursor(0.0)
    }
}
