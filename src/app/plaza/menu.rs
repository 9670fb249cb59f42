//! The right-click menu of the plan: the same actions as everywhere.

use super::canvas::Scene;
use super::{PlazaPane, say};
use crate::app::actions::{self, Action};
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::app::widgets;
use crate::model::BoardId;
use egui::{Popup, Response, Ui};
use egui_material_icons::icons as i;

pub fn menu_ui(response: &Response, pane: &mut PlazaPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let lang = scene.view.lang;
    Popup::context_menu(response).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let Some(board) = pane.chosen.last().copied() else {
            rows(ui, scene, &[Action::SelectAll, Action::Fit], send);
            divider(ui);
            rows(
                ui,
                scene,
                &[
                    Action::Arrange,
                    Action::Variants,
                    Action::OrderBoards,
                    Action::NumberByPlace,
                ],
                send,
            );
            if !scene.plan.homeless.is_empty() {
                rows(ui, scene, &[Action::PlaceAll], send);
            }
            divider(ui);
            rows(ui, scene, &[Action::PlanPdf, Action::PlanPng, Action::PlanPapers], send);
            return;
        };
        if widgets::menu_row(
            ui,
            Some(i::ICON_OPEN_IN_NEW),
            lang.of(say::OPEN_BOARD),
            "Enter",
            true,
            false,
        )
        .clicked()
        {
            send.send(Message::OpenBoard(board));
            ui.close();
        }
        if widgets::menu_row(ui, Some(i::ICON_GROUPS), lang.of(say::WHOLE_UNIT), "", true, false).clicked() {
            let unit = scene.plan.spot(board).map(|spot| spot.board.committee);
            let same = scene
                .plan
                .spots
                .iter()
                .filter(|spot| spot.stand.is_some() && Some(spot.board.committee) == unit);
            let all: Vec<BoardId> = same.map(|spot| spot.board.id).collect();
            pane.choose(session, &all);
            ui.close();
        }
        divider(ui);
        rows(
            ui,
            scene,
            &[Action::TurnBoard, Action::TurnRight, Action::TurnLeft],
            send,
        );
        divider(ui);
        rows(ui, scene, &[Action::Earlier, Action::Later], send);
        divider(ui);
        rows(
            ui,
            scene,
            &[Action::SelectRow, Action::TurnRow, Action::PinBoards],
            send,
        );
        divider(ui);
        rows(ui, scene, &[Action::TakeOffPlan], send);
    });
}

fn divider(ui: &mut Ui) {
    ui.add_space(4.0);
    widgets::hairline(ui);
    ui.add_space(4.0);
}

fn rows(ui: &mut Ui, scene: &Scene<'_>, rows: &[Action], send: &mut Sender) {
    let lang = scene.view.lang;
    for action in rows {
        let row = actions::row_of(*action);
        let keys = actions::keys_text(row);
        let is_danger = *action == Action::TakeOffPlan;
        let item = widgets::menu_row(ui, Some(row.icon), lang.of(row.label), &keys, true, is_danger);
        if item.on_hover_text(lang.of(row.help)).clicked() {
            send.act(*action);
            ui.close();
        }
    }
}
