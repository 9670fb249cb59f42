//! The pointer on the ground while the venue is edited: corners, things, the sketch below.

use super::super::canvas::Scene;
use super::super::tool::Tool;
use super::super::{PlazaPane, Tab};
use super::deeds;
use crate::app::view::{Message, Sender};
use crate::geom::{Point, point};
use crate::model::{Command, Sketch, ThingKind};
use crate::plaza::ground::{ground_of, is_inside, length, outline, to_edge};
use egui::{Key, Modifiers, PointerButton, Response, Ui};

/// How near the pointer must come, in points.
const NEAR: f32 = 8.0;

/// What is chosen on the ground.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Chosen {
    #[default]
    Nothing,
    Corner(usize),
    Thing(usize),
}

/// Points that are set one by one until the shape is whole.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawing {
    Outline(Vec<Point>),
    Thing(ThingKind, Vec<Point>),
    /// Two points of the sketch whose distance will be typed.
    Scale(Vec<Point>),
}

impl Drawing {
    pub fn points(&self) -> &Vec<Point> {
        match self {
            Drawing::Outline(points) | Drawing::Thing(_, points) | Drawing::Scale(points) => points,
        }
    }

    fn points_mut(&mut self) -> &mut Vec<Point> {
        match self {
            Drawing::Outline(points) | Drawing::Thing(_, points) | Drawing::Scale(points) => points,
        }
    }
}

/// What a hand has hold of, as it lay at the start.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    Corner(usize),
    Thing {
        at: usize,
        start: Vec<Point>,
        only: Option<usize>,
        from: Point,
    },
    Sketch {
        start: Sketch,
        from: Point,
    },
}

/// On decimetres, unless Alt is held.
fn snapped(ui: &Ui, at: Point) -> Point {
    if ui.input(|input| input.modifiers.alt) {
        return at;
    }
    point((at.x * 10.0).round() / 10.0, (at.y * 10.0).round() / 10.0)
}

/// `true` where the pointer belongs to the ground and not to boards.
pub fn pointer_ui(ui: &Ui, pane: &mut PlazaPane, scene: &Scene<'_>, response: &Response, send: &mut Sender) -> bool {
    if let Tool::Draw(_) = pane.tool {
        if response.clicked_by(PointerButton::Primary)
            && let Some(at) = response.interact_pointer_pos()
        {
            response.request_focus();
            set_point(pane, scene, snapped(ui, scene.stage.board(at)), send);
        }
        ui.ctx().set_cursor_icon(egui::CursorIcon::Crosshair);
        return true;
    }
    if pane.tab != Tab::Venue {
        return false;
    }
    if response.double_clicked()
        && let Some(at) = response.interact_pointer_pos()
    {
        let here = scene.stage.board(at);
        if to_edge(&outline(&scene.plan.plaza), here) <= scene.stage.mm(NEAR) && corner_at(scene, here).is_none() {
            let (command, corner) = deeds::corner_added(&scene.plan.plaza, here);
            send.command(command);
            pane.venue.chosen = Chosen::Corner(corner);
            return true;
        }
    }
    if response.clicked_by(PointerButton::Primary)
        && let Some(at) = response.interact_pointer_pos()
    {
        pane.settle(send);
        response.request_focus();
        pane.chosen.clear();
        pane.venue.chosen = under(scene, scene.stage.board(at));
    }
    if response.drag_started_by(PointerButton::Primary)
        && let Some(pressed) = ui.input(|input| input.pointer.press_origin())
        && !ui.input(|input| input.key_down(Key::Space))
    {
        pane.settle(send);
        response.request_focus();
        if let Some(held) = grip(pane, scene, scene.stage.board(pressed)) {
            send.send(Message::Begin);
            pane.tool = Tool::Ground(held);
        }
    }
    if let Tool::Ground(held) = &pane.tool
        && response.dragged()
        && let Some(at) = response.interact_pointer_pos()
    {
        let here = scene.stage.board(at);
        send.command(dragged(ui, scene, held, here));
    }
    matches!(pane.tool, Tool::Ground(_))
}

fn corner_at(scene: &Scene<'_>, here: Point) -> Option<usize> {
    let reach = scene.stage.mm(NEAR);
    outline(&scene.plan.plaza)
        .iter()
        .position(|corner| length(*corner, here) <= reach)
}

/// The topmost thing, else a corner of the ground.
fn under(scene: &Scene<'_>, here: Point) -> Chosen {
    if let Some(corner) = corner_at(scene, here) {
        return Chosen::Corner(corner);
    }
    let reach = scene.stage.mm(NEAR);
    let things = &scene.plan.plaza.venue.things;
    let is_hit = |at: &usize| {
        let thing = &things[*at];
        let on = ground_of(thing)
            .iter()
            .any(|corners| is_inside(corners, here) || to_edge(corners, here) <= reach);
        on || thing.points.iter().any(|p| length(*p, here) <= reach)
    };
    (0..things.len())
        .rev()
        .find(is_hit)
        .map_or(Chosen::Nothing, Chosen::Thing)
}

fn grip(pane: &mut PlazaPane, scene: &Scene<'_>, here: Point) -> Option<Held> {
    let reach = scene.stage.mm(NEAR);
    match under(scene, here) {
        Chosen::Corner(corner) => {
            pane.venue.chosen = Chosen::Corner(corner);
            Some(Held::Corner(corner))
        }
        Chosen::Thing(at) => {
            let start = scene.plan.plaza.venue.things[at].points.clone();
            // A point of what is chosen already is moved alone.
            let is_chosen = pane.venue.chosen == Chosen::Thing(at) && start.len() > 1;
            let only = start.iter().position(|p| is_chosen && length(*p, here) <= reach);
            pane.venue.chosen = Chosen::Thing(at);
            Some(Held::Thing {
                at,
                start,
                only,
                from: here,
            })
        }
        Chosen::Nothing => {
            let start = scene.plan.plaza.venue.sketch.clone()?;
            pane.venue.moves_sketch.then_some(Held::Sketch { start, from: here })
        }
    }
}

fn dragged(ui: &Ui, scene: &Scene<'_>, held: &Held, here: Point) -> Command {
    let plaza = &scene.plan.plaza;
    match held {
        Held::Corner(corner) => deeds::cornered(plaza, *corner, snapped(ui, here)),
        Held::Thing { at, start, only, from } => {
            let lead = start[only.unwrap_or(0)];
            let to = snapped(ui, point(lead.x + here.x - from.x, lead.y + here.y - from.y));
            deeds::thing_moved(plaza, *at, start, *only, to.x - lead.x, to.y - lead.y)
        }
        Held::Sketch { start, from } => deeds::with_venue(plaza, |venue| {
            let at = point(start.at.x + here.x - from.x, start.at.y + here.y - from.y);
            venue.sketch = Some(Sketch { at, ..start.clone() });
        }),
    }
}

fn set_point(pane: &mut PlazaPane, scene: &Scene<'_>, at: Point, send: &mut Sender) {
    let Tool::Draw(drawing) = &mut pane.tool else { return };
    let reach = scene.stage.mm(NEAR);
    let first = drawing.points().first().copied();
    // A click on the first point closes the shape, as Enter does.
    if first.is_some_and(|first| drawing.points().len() > 2 && length(first, at) <= reach) {
        finish(pane, scene, send);
        return;
    }
    drawing.points_mut().push(at);
    let is_whole = match drawing {
        Drawing::Thing(kind, points) => deeds::points_of(*kind) == Some(points.len()),
        Drawing::Scale(points) => points.len() == 2,
        Drawing::Outline(_) => false,
    };
    if is_whole {
        finish(pane, scene, send);
    }
}

/// The shape becomes part of the ground; too few points are forgotten.
pub fn finish(pane: &mut PlazaPane, scene: &Scene<'_>, send: &mut Sender) {
    let Tool::Draw(drawing) = std::mem::take(&mut pane.tool) else {
        return;
    };
    let plaza = &scene.plan.plaza;
    match drawing {
        Drawing::Outline(points) if points.len() > 2 => send.command(deeds::outlined(plaza, &points)),
        Drawing::Thing(kind, points) if points.len() >= deeds::points_of(kind).unwrap_or(2) => {
            send.command(deeds::thing_added(plaza, kind, &points));
            pane.venue.chosen = Chosen::Thing(plaza.venue.things.len());
        }
        Drawing::Scale(points) => {
            if let [from, to] = points[..] {
                pane.venue.scale = Some([from, to]);
            }
        }
        Drawing::Outline(_) | Drawing::Thing(..) => {}
    }
}

/// Keys while a shape is drawn or something of the ground is chosen; `true` where one of them was meant here.
pub fn keys_ui(ui: &Ui, pane: &mut PlazaPane, scene: &Scene<'_>, send: &mut Sender) -> bool {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if let Tool::Draw(drawing) = &mut pane.tool {
        if pressed(Key::Backspace) && drawing.points_mut().pop().is_none() {
            pane.tool = Tool::Idle;
        } else if pressed(Key::Enter) {
            finish(pane, scene, send);
        } else if pressed(Key::Escape) {
            pane.tool = Tool::Idle;
        }
        return true;
    }
    if pane.tab != Tab::Venue || pane.has_chosen() || pane.venue.chosen == Chosen::Nothing {
        return false;
    }
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        remove(pane, scene, send);
    } else if pressed(Key::Escape) {
        if matches!(pane.tool, Tool::Ground(_)) {
            pane.drop_tool(send);
        }
        pane.venue.chosen = Chosen::Nothing;
    }
    true
}

pub fn remove(pane: &mut PlazaPane, scene: &Scene<'_>, send: &mut Sender) {
    let plaza = &scene.plan.plaza;
    let command = match std::mem::take(&mut pane.venue.chosen) {
        Chosen::Corner(at) => deeds::corner_removed(plaza, at),
        Chosen::Thing(at) => Some(deeds::thing_removed(plaza, at)),
        Chosen::Nothing => None,
    };
    if let Some(command) = command {
        pane.settle(send);
        send.command(command);
    }
}
