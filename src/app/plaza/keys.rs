//! Actions of the one table that the plan does itself, and its own keys: arrows, Esc, Enter, Delete.

use super::canvas::{self, Scene};
use super::tool::Tool;
use super::{Arranging, PlazaPane, choose, deeds, hand, order, say, venue};
use crate::app::actions::Action;
use crate::app::fields;
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::base::Lang;
use crate::model::{BoardId, Command};
use crate::plaza::order_from_places;
use egui::{EventFilter, Key, Modifiers, Ui};

/// Keys while the plan has the keyboard.
pub fn keys_ui(ui: &Ui, pane: &mut PlazaPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let id = canvas::canvas_id();
    let focused = ui.memory(|memory| memory.focused());
    let has_work = pane.has_chosen() || matches!(pane.tool, Tool::Draw(_));
    if focused.is_none() && has_work && !egui::Popup::is_any_open(ui.ctx()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    // An open menu has the keys; its Esc is not the plan's.
    if ui.memory(|memory| memory.focused()) != Some(id) || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if venue::tool::keys_ui(ui, pane, scene, send) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        if matches!(pane.tool, Tool::Idle) {
            pane.settle(send);
            pane.chosen.clear();
        } else {
            pane.drop_tool(send);
        }
    }
    if pressed(Key::Delete) {
        act(ui.ctx(), pane, scene, session, Action::TakeOffPlan, send);
    }
    if pressed(Key::Enter)
        && let Some(board) = pane.chosen.last().copied()
    {
        pane.settle(send);
        send.send(Message::OpenBoard(board));
        return;
    }
    nudge(ui, pane, scene, send);
}

fn nudge(ui: &Ui, pane: &mut PlazaPane, scene: &Scene<'_>, send: &mut Sender) {
    let (x, y) = fields::arrows(ui, &[(Modifiers::NONE, 0.1), (Modifiers::SHIFT, 1.0)]);
    let stands = scene.plan.standing(&pane.chosen);
    if (x, y) == (0.0, 0.0) || stands.is_empty() || pane.tool.is_gesture() {
        return;
    }
    let others = hand::without(&scene.plan.plaza, &pane.chosen);
    let shifted: hand::Stands = stands
        .iter()
        .map(|(id, stand)| {
            let at = crate::geom::point(stand.at.x + x, stand.at.y + y);
            (*id, crate::model::Stand { at, ..*stand })
        })
        .collect();
    // Nobody is pushed into another; who stands in another's way already may leave.
    let is_clear = |stands: &hand::Stands| hand::is_clear(scene.view.exhibition, &others, stands);
    if is_clear(&stands) && !is_clear(&shifted) {
        return;
    }
    pane.step(ui.ctx(), send);
    send.command(deeds::shifted(scene.plan.plaza.id, &stands, x, y));
}

/// One action of the table.
pub fn act(
    ctx: &egui::Context,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    session: &mut Session,
    action: Action,
    send: &mut Sender,
) {
    pane.settle(send);
    let plaza = &scene.plan.plaza;
    let stands = scene.plan.standing(&pane.chosen);
    let exhibition = scene.view.exhibition;
    let command = match action {
        Action::SelectAll => {
            let all: Vec<BoardId> = exhibition
                .order
                .iter()
                .filter(|id| plaza.places.contains_key(id))
                .copied()
                .collect();
            pane.choose(session, &all);
            None
        }
        Action::TurnBoard => deeds::turned(plaza.id, &stands, 90.0),
        Action::TurnRight => deeds::turned(plaza.id, &stands, 15.0),
        Action::TurnLeft => deeds::turned(plaza.id, &stands, -15.0),
        Action::TakeOffPlan => deeds::taken_off(plaza.id, &stands),
        Action::PlaceAll => deeds::all_placed(exhibition, plaza, &scene.plan.homeless, &scene.choices.rows),
        Action::Earlier => deeds::stepped(&exhibition.order, &pane.chosen, false),
        Action::Later => deeds::stepped(&exhibition.order, &pane.chosen, true),
        Action::NumberByPlace => {
            let order = order_from_places(exhibition, plaza);
            (order != *exhibition.order).then_some(Command::SetOrder(order))
        }
        Action::Arrange => {
            if let Some(camera) = pane.cameras.get_mut(&plaza.id) {
                camera.fits = true;
            }
            pane.arranging = Some(Arranging::start(ctx, scene.view, Some(plaza.id)));
            None
        }
        Action::SelectRow => {
            let row = pane
                .chosen
                .last()
                .map(|board| hand::row_with(exhibition, plaza, *board));
            pane.choose(session, &row.unwrap_or_default());
            None
        }
        Action::LineUp => some(plaza.id, hand::lined_up(&stands)),
        Action::SpreadRow => some(plaza.id, hand::spread(exhibition, &stands)),
        Action::SpaceRow => some(plaza.id, hand::spaced(exhibition, &stands, scene.choices.rows.gap)),
        Action::TurnRow => deeds::turned(plaza.id, &stands, 180.0),
        Action::SwapBoards => hand::swapped(exhibition, plaza.id, &stands),
        Action::MirrorBoards => hand::mirrored(exhibition, plaza.id, &stands),
        Action::PinBoards => hand::pinned(plaza.id, &stands),
        Action::Variants => {
            let choosing = choose::Choosing::start(ctx, scene.view, Some(plaza), &scene.choices.rows);
            pane.choosing = Some(choosing);
            None
        }
        Action::OrderBoards => {
            pane.ordering = Some(order::WISHES[0]);
            None
        }
        Action::DuplicatePlaza => {
            let copy = venue::deeds::copied(plaza, venue::say::copy_of(scene.view.lang, &plaza.name));
            session.plaza = Some(copy.id);
            Some(Command::AddPlaza(std::sync::Arc::new(copy)))
        }
        Action::NewPlaza => {
            pane.add_plaza(scene.view, session, send);
            None
        }
        Action::DeletePlaza => {
            delete_plaza(plaza, scene.view.lang, send);
            None
        }
        _ => None,
    };
    if let Some(command) = command {
        send.command(command);
    }
}

fn some(plaza: crate::model::PlazaId, stands: hand::Stands) -> Option<Command> {
    (!stands.is_empty()).then(|| hand::stood(plaza, &stands))
}

fn delete_plaza(plaza: &crate::model::Plaza, lang: Lang, send: &mut Sender) {
    send.command(Command::RemovePlaza(plaza.id));
    send.send(Message::Toast(say::deleted(lang, &plaza.name), true));
}
