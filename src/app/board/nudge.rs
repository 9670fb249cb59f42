//! Arrow keys: what is chosen moves by a millimetre, ten with Shift, a tenth with Ctrl; a burst is one step of undo.

use super::deeds::{set_area, together};
use super::tool::Tool;
use super::{BoardPane, Scene, photo, say};
use crate::app::fields;
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::geom::point;
use crate::model::{Command, ElementId};
use egui::{Modifiers, Ui};

pub fn nudge(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let steps = [
        (Modifiers::NONE, 1.0),
        (Modifiers::SHIFT, 10.0),
        (Modifiers::COMMAND, 0.1),
        (Modifiers::ALT, 0.1),
    ];
    let (x, y) = fields::arrows(ui, &steps);
    if (x, y) == (0.0, 0.0) || pane.tool.is_gesture() {
        return;
    }
    if let Tool::Crop { element, .. } = pane.tool {
        if let Some(command) = crop_step(scene, element, x, y) {
            pane.step(ui.ctx(), send);
            send.command(command);
        }
        return;
    }
    if let Tool::Areas(areas) = &pane.tool {
        if let Some(command) = areas.nudged(scene, x, y) {
            pane.step(ui.ctx(), send);
            send.command(command);
        }
        return;
    }
    let all = pane.chosen(session);
    let moves: Vec<Command> = all
        .iter()
        .filter(|element| scene.is_free(**element))
        .filter_map(|element| scene.area(*element).map(|(area, angle)| (*element, area, angle)))
        .map(|(element, area, angle)| set_area(scene.board, element, area.shift(x, y), angle))
        .collect();
    match together(moves) {
        Some(command) => {
            pane.step(ui.ctx(), send);
            send.command(command);
        }
        None if !all.is_empty() => send.send(Message::Toast(scene.lang().of(say::LOCKED).into(), false)),
        None => {}
    }
}

fn crop_step(scene: &Scene<'_>, element: ElementId, x: f64, y: f64) -> Option<Command> {
    let mut drag = photo::CropDrag::start(scene, element, point(0.0, 0.0))?;
    drag.go(scene, point(x, y))
}
