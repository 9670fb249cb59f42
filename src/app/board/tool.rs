//! What the pointer does on the canvas: choose, move, resize, crop, frame several, pan. Esc always leads back to idle.

use super::areas::Areas;
use super::drags::{Move, can_swap, swap_target};
use super::grab::{corner_grabbed, cursor, found, grabbed, is_filled_photo, turn_grabbed};
use super::resize::Resize;
use super::rulers::{self, GuideDrag};
use super::snap::Guide;
use super::turn::Turn;
use super::whole::Grow;
use super::{BoardPane, Scene, deeds, group_deeds, keys, photo, say, writing};
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::geom::{Point, Rect, rect};
use crate::model::{ElementId, ElementKind};
use egui::{Key, PointerButton, Pos2, Response, Ui};

/// One thing at a time.
#[derive(Clone, Debug, Default)]
pub enum Tool {
    #[default]
    Idle,
    Pan,
    Move(Move),
    Resize(Resize),
    Turn(Turn),
    Grow(Grow),
    Guide(GuideDrag),
    /// The photo inside its frame; `drag` while the hand is on it.
    Crop {
        element: ElementId,
        drag: Option<photo::CropDrag>,
    },
    /// Masks and what must be seen, on a photo.
    Areas(Areas),
    /// A frame that chooses what it touches.
    Frame {
        from: Point,
        to: Point,
    },
}

/// Edges jump within so many points of the window.
pub const REACH: f32 = 6.0;
/// What must stay readable stays so far from the trim, in mm.
pub const SAFE: f64 = 10.0;

impl Tool {
    /// A `Begin` was sent and waits for its end.
    pub fn is_gesture(&self) -> bool {
        match self {
            Tool::Move(_) | Tool::Resize(_) | Tool::Turn(_) | Tool::Grow(_) | Tool::Guide(_) => true,
            Tool::Crop { drag, .. } => drag.is_some(),
            Tool::Areas(areas) => areas.is_dragged(),
            Tool::Idle | Tool::Pan | Tool::Frame { .. } => false,
        }
    }

    pub fn is_idle(&self) -> bool {
        matches!(self, Tool::Idle)
    }

    pub fn guides(&self) -> &[Guide] {
        match self {
            Tool::Move(drag) => &drag.guides,
            Tool::Resize(drag) => &drag.guides,
            _ => &[],
        }
    }
}

/// Reads the pointer over the canvas and acts.
pub fn pointer_ui(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    let at = response.hover_pos().or(response.interact_pointer_pos());
    if response.drag_started() {
        // A click outside closes a menu; a drag outside does too.
        egui::Popup::close_all(ui.ctx());
        start(ui, pane, scene, response, session, send);
    }
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
    {
        drag(ui, pane, scene, response, at, send);
    }
    if response.drag_stopped() {
        stop(pane, scene, session, send);
    }
    if response.clicked_by(PointerButton::Primary) || response.clicked_by(PointerButton::Secondary) {
        click(ui, pane, scene, response, session, send);
    }
    if response.double_clicked() {
        double_click(pane, scene, response, session, send);
    }
    if let Some(at) = at {
        cursor(ui, pane, scene, at, session);
    }
}

fn wants_pan(ui: &Ui, response: &Response) -> bool {
    let space = ui.input(|input| input.key_down(Key::Space)) && !ui.ctx().text_edit_focused();
    space || response.dragged_by(PointerButton::Middle) || response.drag_started_by(PointerButton::Middle)
}

fn start(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    pane.settle(send);
    if wants_pan(ui, response) {
        if !matches!(pane.tool, Tool::Crop { .. } | Tool::Areas(_)) {
            pane.tool = Tool::Pan;
        }
        return;
    }
    if !response.drag_started_by(PointerButton::Primary) {
        return;
    }
    // A hand that was faster than the frame may have begun in another panel.
    let pressed = ui.input(|input| input.pointer.press_origin());
    let Some(pressed) = pressed.filter(|at| scene.stage.canvas.contains(*at)) else {
        return;
    };
    let from = scene.stage.board(pressed);
    if let Tool::Crop { element, drag } = &mut pane.tool {
        *drag = photo::CropDrag::start(scene, *element, from);
        if drag.is_some() {
            send.send(Message::Begin);
        }
        return;
    }
    if let Tool::Areas(areas) = &mut pane.tool {
        let (has_begun, command) = areas.start(scene, pressed);
        if has_begun {
            send.send(Message::Begin);
        }
        if let Some(command) = command {
            send.command(command);
        }
        return;
    }
    pane.guide_field = None;
    if let Some(whole) = turn_grabbed(pane, scene, session, pressed) {
        send.send(Message::Begin);
        pane.tool = Tool::Turn(Turn::start(whole, from));
        return;
    }
    if let Some((whole, handle)) = corner_grabbed(pane, scene, session, pressed) {
        send.send(Message::Begin);
        pane.tool = Tool::Grow(Grow::start(whole, handle, from));
        return;
    }
    if let Some((element, handle)) = grabbed(pane, scene, session, pressed)
        && let Some((start, angle)) = scene.area(element)
        && let Some(found) = scene.board.element(element)
    {
        send.send(Message::Begin);
        pane.tool = Tool::Resize(Resize::start(found, start, angle, handle, from));
        return;
    }
    if let Some(guide) = rulers::guide_at(scene, pressed) {
        send.send(Message::Begin);
        pane.tool = Tool::Guide(GuideDrag::start(scene.board, guide));
        return;
    }
    let modifiers = ui.input(|input| input.modifiers);
    let Some(element) = found(scene, from) else {
        pane.tool = Tool::Frame { from, to: from };
        return;
    };
    if modifiers.command && is_filled_photo(scene, element) {
        pane.choose(scene.board, session, &[element]);
        let drag = photo::CropDrag::start(scene, element, from);
        if drag.is_some() {
            send.send(Message::Begin);
            pane.tool = Tool::Crop { element, drag };
        }
        return;
    }
    if !pane.is_chosen(session, element) {
        if modifiers.shift {
            pane.toggle(scene.board, session, element);
        } else {
            pane.choose(scene.board, session, &[element]);
        }
    }
    if modifiers.alt {
        start_copy(pane, scene, session, from, send);
    } else {
        start_move(pane, scene, session, from, send);
    }
}

/// With Alt the hand takes copies along; what was there stays.
fn start_copy(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, from: Point, send: &mut Sender) {
    let originals = keys::originals(scene, &pane.chosen(session));
    let (Some(command), ids) = deeds::copies(scene.board, &originals, 0.0) else {
        return;
    };
    send.send(Message::Begin);
    send.command(command);
    let places = originals.iter().map(|(_, area, angle)| (*area, *angle));
    let starts = ids
        .iter()
        .copied()
        .zip(places)
        .map(|(id, (area, angle))| (id, area, angle));
    pane.tool = Tool::Move(Move::start(starts.collect(), from));
    pane.expect(scene.board, session, &ids);
}

fn start_move(pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, from: Point, send: &mut Sender) {
    let starts: Vec<_> = pane
        .chosen(session)
        .into_iter()
        .filter(|element| scene.is_free(*element))
        .filter_map(|element| scene.area(element).map(|(area, angle)| (element, area, angle)))
        .collect();
    if starts.is_empty() {
        return;
    }
    send.send(Message::Begin);
    let swaps = can_swap(scene, &starts);
    pane.tool = Tool::Move(Move {
        swaps,
        ..Move::start(starts, from)
    });
}

fn drag(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, response: &Response, at: Pos2, send: &mut Sender) {
    let modifiers = ui.input(|input| input.modifiers);
    let here = scene.stage.board(at);
    let snaps = scene.choices.snaps && !modifiers.command;
    let reach = if snaps { scene.stage.mm(REACH) } else { 0.0 };
    if wants_pan(ui, response) && !pane.tool.is_gesture() || matches!(pane.tool, Tool::Pan) {
        let by = response.drag_delta();
        pane.cameras.entry(scene.board.id).or_default().pan(by);
        return;
    }
    match &mut pane.tool {
        Tool::Move(drag) => {
            drag.swaps &= !modifiers.command;
            let moved = drag.go(scene, here, reach, modifiers.shift);
            if let Some(command) = moved {
                send.command(command);
            }
        }
        Tool::Resize(drag) => {
            if let Some(command) = drag.go(scene, here, reach, modifiers.shift) {
                send.command(command);
            }
        }
        Tool::Turn(drag) => {
            if let Some(command) = drag.go(scene, here, modifiers.shift, !snaps) {
                send.command(command);
            }
        }
        Tool::Grow(drag) => {
            if let Some(command) = drag.go(scene, here) {
                send.command(command);
            }
        }
        Tool::Guide(drag) => {
            if let Some(command) = drag.go(scene, at, modifiers.command) {
                send.command(command);
            }
        }
        Tool::Crop { drag: Some(drag), .. } => {
            if let Some(command) = drag.go(scene, here) {
                send.command(command);
            }
        }
        Tool::Areas(areas) => {
            if let Some(command) = areas.go(scene, here) {
                send.command(command);
            }
        }
        Tool::Frame { to, .. } => *to = here,
        Tool::Idle | Tool::Pan | Tool::Crop { drag: None, .. } => {}
    }
}

fn stop(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    match std::mem::take(&mut pane.tool) {
        Tool::Move(drag) if swap_target(scene, &drag).is_some() => {
            send.send(Message::Cancel);
            let other = swap_target(scene, &drag);
            let moved = drag.starts.first().map(|(element, ..)| *element);
            if let (Some(moved), Some(other)) = (moved, other)
                && let Some(command) = group_deeds::swapped(scene.board, moved, other)
            {
                send.command(command);
                send.send(Message::Toast(scene.lang().of(say::SWAPPED).into(), true));
                pane.choose_just(scene.board, session, &[other]);
            }
        }
        Tool::Move(_) | Tool::Resize(_) | Tool::Turn(_) | Tool::Grow(_) | Tool::Guide(_) => send.send(Message::Commit),
        Tool::Crop { element, drag } => {
            if drag.is_some() {
                send.send(Message::Commit);
            }
            pane.tool = Tool::Crop { element, drag: None };
        }
        Tool::Areas(mut areas) => {
            if areas.is_dragged() {
                send.send(Message::Commit);
            }
            areas.stop();
            pane.tool = Tool::Areas(areas);
        }
        Tool::Frame { from, to } => {
            let frame = rect(
                from.x.min(to.x),
                from.y.min(to.y),
                (to.x - from.x).abs(),
                (to.y - from.y).abs(),
            );
            let touched: Vec<ElementId> = scene
                .board
                .elements
                .iter()
                .map(|element| element.id)
                .filter(|element| {
                    let area = scene.laid.areas.get(element).map(|(area, _)| *area);
                    // A photo that fills the board is behind everything and not meant.
                    // A level line has no height.
                    let area = area.map(|area| area.grow(0.1));
                    area.is_some_and(|area| area.intersect(&frame).is_some() && !contains(&area, &frame))
                })
                .collect();
            pane.choose(scene.board, session, &touched);
        }
        Tool::Idle | Tool::Pan => {}
    }
}

fn contains(outer: &Rect, inner: &Rect) -> bool {
    outer.x <= inner.x && outer.y <= inner.y && outer.right() >= inner.right() && outer.bottom() >= inner.bottom()
}

fn click(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    response.request_focus();
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    pane.guide_field = None;
    let element = found(scene, scene.stage.board(at));
    let inside = match &pane.tool {
        Tool::Crop { element, .. } => Some(*element),
        Tool::Areas(areas) => Some(areas.element),
        _ => None,
    };
    if inside.is_some() && element != inside {
        pane.drop_tool(send);
    }
    if let Tool::Areas(areas) = &mut pane.tool {
        areas.pick(scene, scene.stage.board(at));
    }
    let is_secondary = response.clicked_by(PointerButton::Secondary);
    match element {
        Some(element) if is_secondary && pane.is_chosen(session, element) => {}
        Some(element) if ui.input(|input| input.modifiers.shift) => pane.toggle(scene.board, session, element),
        Some(element) => pane.choose(scene.board, session, &[element]),
        None => pane.choose(scene.board, session, &[]),
    }
}

fn double_click(
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    if let Some(guide) = rulers::guide_at(scene, at) {
        pane.guide_field = Some(guide);
        return;
    }
    let at = scene.stage.board(at);
    match found(scene, at) {
        Some(element) if pane.enter_group(scene.board, session, element) => {}
        Some(element) => open(pane, scene, session, element, Some(at), send),
        None => {
            let board = rect(0.0, 0.0, scene.board.size.w, scene.board.size.h);
            if !board.contains(at) {
                let camera = pane.cameras.entry(scene.board.id).or_default();
                camera.fit(scene.board.size, scene.stage.canvas);
            }
        }
    }
}

/// Enter, or a double click at a point: into the text, into the photo, or a photo for an empty place.
pub fn open(
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    session: &mut Session,
    element: ElementId,
    at: Option<Point>,
    send: &mut Sender,
) {
    let Some(found) = scene.board.element(element) else {
        return;
    };
    if pane.inside.is_none() {
        pane.choose(scene.board, session, &[element]);
    }
    // A caption under its photo is outside the photo's frame.
    let is_beside = at.is_some_and(|at| scene.area(element).is_some_and(|(area, _)| !area.contains(at)));
    match &found.kind {
        _ if is_beside && writing::start(pane, scene, session, element, at) => {}
        ElementKind::Photo(shown) if shown.photo.is_some() => {
            pane.tool = Tool::Crop { element, drag: None };
        }
        ElementKind::Photo(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => {
            send.send(photo::ask_for(scene.board.id, element));
        }
        _ if writing::start(pane, scene, session, element, at) => {}
        _ => pane.edit_text(scene.board, element, session),
    }
}
