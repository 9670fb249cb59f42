//! The pointer on the plan: choose, drag with snapping, rubber band, pan, double click.

use super::canvas::Scene;
use super::venue::tool::{Drawing, Held};
use super::{PlazaPane, Tab, deeds, hand, tours, venue};
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::geom::{Point, Rect, point, rect};
use crate::model::{BoardId, Foot, Plaza, Stand};
use crate::plaza::ground::on_wall;
use crate::plaza::{Guide, depth, snap};
use egui::{CursorIcon, Key, PointerButton, Response, Ui};

/// How near the pointer must come, in points.
const NEAR: f32 = 6.0;
const SNAP: f32 = 8.0;
/// A board hangs itself on a wall that is so near, in metres.
const WALL: f64 = 0.6;

#[derive(Default)]
pub enum Tool {
    #[default]
    Idle,
    Pan,
    Band(Band),
    Move(Box<Move>),
    /// The entrance is led along the edge.
    Entrance,
    /// A shape on the ground is set point by point.
    Draw(Drawing),
    /// A hand has hold of the ground.
    Ground(Held),
}

/// A rubber band in metres.
pub struct Band {
    pub from: Point,
    pub to: Point,
    /// Chosen before it began.
    base: Vec<BoardId>,
}

impl Band {
    pub fn area(&self) -> Rect {
        let (x, y) = (self.from.x.min(self.to.x), self.from.y.min(self.to.y));
        rect(x, y, (self.to.x - self.from.x).abs(), (self.to.y - self.from.y).abs())
    }
}

pub struct Move {
    lead: (BoardId, Stand),
    from: Point,
    stands: Vec<(BoardId, Stand)>,
    /// All that stays where it is.
    others: Plaza,
    pub guides: Vec<Guide>,
    /// They stood in each other's way before: then nothing holds the hand back.
    was_barred: bool,
    /// Where they are now they cannot stay.
    pub is_barred: bool,
    /// Where they stood free last.
    free: Vec<(BoardId, Stand)>,
}

impl Tool {
    /// The document is inside `Begin`.
    pub fn is_gesture(&self) -> bool {
        matches!(self, Tool::Move(_) | Tool::Entrance | Tool::Ground(_))
    }
}

/// The pointer is on the entrance's mark.
pub fn is_on_entrance(scene: &Scene<'_>, at: egui::Pos2) -> bool {
    let place = scene.plan.entrance.map(|entrance| scene.stage.screen(entrance));
    place.is_some_and(|place| place.distance(at) <= super::paint::ENTRANCE + 2.0)
}

/// The board under the pointer.
pub fn under(scene: &Scene<'_>, at: egui::Pos2) -> Option<BoardId> {
    let slack = scene.stage.mm(NEAR);
    let has_pictures = scene.choices.shows_pictures && super::paint::has_room_for_pictures(scene);
    scene.plan.under(scene.stage.board(at), slack, has_pictures)
}

pub fn pointer_ui(
    ui: &Ui,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    let begins_at_entrance = ui
        .input(|input| input.pointer.press_origin())
        .is_some_and(|at| is_on_entrance(scene, at));
    if !begins_at_entrance && venue::tool::pointer_ui(ui, pane, scene, response, send) {
        if response.drag_stopped() && pane.tool.is_gesture() {
            send.send(Message::Commit);
            pane.tool = Tool::Idle;
        }
        return;
    }
    if response.drag_started() {
        // A click outside closes a menu; a drag outside does too.
        egui::Popup::close_all(ui.ctx());
        start(ui, pane, scene, response, session, send);
    }
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
    {
        drag(ui, pane, scene, response, at, session, send);
    }
    if response.drag_stopped() {
        if let Tool::Move(drag) = &pane.tool
            && drag.is_barred
        {
            send.command(hand::stood(scene.plan.plaza.id, &drag.free));
        }
        if pane.tool.is_gesture() {
            send.send(Message::Commit);
        }
        pane.tool = Tool::Idle;
    }
    if response.clicked_by(PointerButton::Primary) || response.clicked_by(PointerButton::Secondary) {
        click(ui, pane, scene, response, session, send);
    }
    let found = response.hover_pos().and_then(|at| under(scene, at));
    if response.double_clicked()
        && !matches!(pane.tab, Tab::Venue)
        && let Some(board) = found
    {
        send.send(Message::OpenBoard(board));
    }
    if response.hovered() || response.dragged() {
        let icon = match (&pane.tool, found) {
            (Tool::Pan, _) => CursorIcon::Grabbing,
            (Tool::Move(_) | Tool::Entrance, _) => CursorIcon::Move,
            (Tool::Band(_), _) => CursorIcon::Crosshair,
            _ if wants_pan(ui, response) => CursorIcon::Grab,
            _ if response.hover_pos().is_some_and(|at| is_on_entrance(scene, at)) => CursorIcon::Move,
            (_, Some(_)) => CursorIcon::PointingHand,
            _ => CursorIcon::Default,
        };
        ui.ctx().set_cursor_icon(icon);
    }
}

fn wants_pan(ui: &Ui, response: &Response) -> bool {
    let space = ui.input(|input| input.key_down(Key::Space)) && !ui.ctx().text_edit_focused();
    space || response.dragged_by(PointerButton::Middle) || response.drag_started_by(PointerButton::Middle)
}

fn start(
    ui: &Ui,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    pane.settle(send);
    response.request_focus();
    if wants_pan(ui, response) {
        pane.tool = Tool::Pan;
        return;
    }
    if !response.drag_started_by(PointerButton::Primary) {
        return;
    }
    let Some(pressed) = ui.input(|input| input.pointer.press_origin()) else {
        return;
    };
    if is_on_entrance(scene, pressed) {
        send.send(Message::Begin);
        pane.tool = Tool::Entrance;
        return;
    }
    if pane.tab == Tab::Venue {
        pane.tool = Tool::Pan;
        return;
    }
    let from = scene.stage.board(pressed);
    let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
    let Some(board) = under(scene, pressed) else {
        let base = if adds { pane.chosen.clone() } else { Vec::new() };
        pane.tool = Tool::Band(Band { from, to: from, base });
        return;
    };
    if !pane.chosen.contains(&board) {
        if adds {
            pane.toggle(session, board);
        } else {
            pane.choose(session, &[board]);
        }
    }
    let stands = scene.plan.standing(&pane.chosen);
    let Some(lead) = stands.iter().find(|(id, _)| *id == board).copied() else {
        return;
    };
    let others = hand::without(&scene.plan.plaza, &pane.chosen);
    send.send(Message::Begin);
    pane.tool = Tool::Move(Box::new(Move {
        lead,
        from,
        was_barred: !hand::is_clear(scene.view.exhibition, &others, &stands),
        is_barred: false,
        free: stands.clone(),
        stands,
        others,
        guides: Vec::new(),
    }));
}

fn drag(
    ui: &Ui,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    response: &Response,
    at: egui::Pos2,
    session: &mut Session,
    send: &mut Sender,
) {
    let here = scene.stage.board(at);
    let gap = scene.choices.rows.gap;
    match &mut pane.tool {
        Tool::Pan => {
            let by = response.drag_delta();
            if let Some(camera) = pane.cameras.get_mut(&scene.plan.plaza.id) {
                camera.pan(by);
            }
        }
        Tool::Band(band) => {
            band.to = here;
            let area = band.area();
            let mut chosen = band.base.clone();
            for spot in &scene.plan.spots {
                let Some(stand) = spot.stand else { continue };
                let foot = crate::plaza::stand_bounds(&spot.board, &stand);
                if area.intersect(&foot).is_some() && !chosen.contains(&spot.board.id) {
                    chosen.push(spot.board.id);
                }
            }
            pane.choose(session, &chosen);
        }
        Tool::Move(drag) => {
            let modifiers = ui.input(|input| input.modifiers);
            let stands = drag.go(scene, here, gap, modifiers);
            drag.is_barred = !drag.was_barred && !hand::is_clear(scene.view.exhibition, &drag.others, &stands);
            if !drag.is_barred {
                drag.free.clone_from(&stands);
            }
            send.command(hand::stood(scene.plan.plaza.id, &stands));
        }
        Tool::Entrance => send.command(deeds::entered(&scene.plan.plaza, here)),
        Tool::Idle | Tool::Draw(_) | Tool::Ground(_) => {}
    }
}

impl Move {
    /// Where all of them stand now, from where they stood at the start.
    fn go(&mut self, scene: &Scene<'_>, here: Point, gap: f64, modifiers: egui::Modifiers) -> Vec<(BoardId, Stand)> {
        let (dx, dy) = self.by(scene, here, gap, modifiers);
        let shifted = |(id, stand): &(BoardId, Stand)| {
            let at = point(stand.at.x + dx, stand.at.y + dy);
            (*id, Stand { at, ..*stand })
        };
        let mut stands: Vec<(BoardId, Stand)> = self.stands.iter().map(shifted).collect();
        if let [(_, stand)] = stands.as_mut_slice() {
            *stand = match modifiers.alt {
                true => on_feet(*stand),
                false => hung(&scene.plan.plaza, *stand),
            };
            if stand.foot == Foot::OnWall {
                self.guides.clear();
            }
        }
        stands
    }

    fn by(&mut self, scene: &Scene<'_>, here: Point, gap: f64, modifiers: egui::Modifiers) -> (f64, f64) {
        let (mut dx, mut dy) = (here.x - self.from.x, here.y - self.from.y);
        if modifiers.shift {
            if dx.abs() >= dy.abs() {
                dy = 0.0;
            } else {
                dx = 0.0;
            }
        }
        self.guides.clear();
        if modifiers.alt {
            return (dx, dy);
        }
        let (id, start) = self.lead;
        let wish = Stand {
            at: point(start.at.x + dx, start.at.y + dy),
            ..start
        };
        let reach = scene.stage.mm(SNAP);
        let snapped = snap(scene.view.exhibition, &self.others, id, wish, gap, reach);
        self.guides = snapped.guides;
        (snapped.stand.at.x - start.at.x, snapped.stand.at.y - start.at.y)
    }
}

/// On the wall that is so near, else on its own feet.
pub fn hung(plaza: &Plaza, stand: Stand) -> Stand {
    match on_wall(plaza, stand, depth(Foot::OnWall), WALL) {
        Some(hung) => Stand {
            foot: Foot::OnWall,
            ..hung
        },
        None => on_feet(stand),
    }
}

fn on_feet(stand: Stand) -> Stand {
    match stand.foot {
        Foot::OnWall => Stand {
            foot: Foot::Frame,
            ..stand
        },
        _ => stand,
    }
}

fn click(
    ui: &Ui,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    pane.settle(send);
    response.request_focus();
    let Some(at) = response.interact_pointer_pos() else {
        return;
    };
    let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
    let is_right = response.clicked_by(PointerButton::Secondary);
    if pane.tab == Tab::Venue {
        return;
    }
    let found = under(scene, at);
    if let (Tab::Route, true, false, Some(tour), Some(board)) =
        (pane.tab, pane.touring.adds, is_right, pane.touring.chosen, found)
    {
        if let Some(command) = tours::clicked(&scene.plan.plaza, tour, board) {
            send.command(command);
        }
        return;
    }
    match found {
        Some(board) if is_right && pane.chosen.contains(&board) => {}
        Some(board) if adds => pane.toggle(session, board),
        Some(board) => pane.choose(session, &[board]),
        None if adds => {}
        None => {
            // The line of a row between its boards chooses all of it.
            let reach = scene.stage.mm(NEAR);
            let row = hand::row_at(scene.view.exhibition, &scene.plan.plaza, scene.stage.board(at), reach);
            if row.is_empty() {
                pane.chosen.clear();
            } else {
                pane.choose(session, &row);
            }
        }
    }
}
