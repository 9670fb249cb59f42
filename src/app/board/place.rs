//! Where what is chosen stands: typed in millimetres, lined up, spread; and what is done to several at once.

use super::{BoardPane, deeds, handles, say};
use crate::app::actions::{self, Action};
use crate::app::fields;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, section};
use crate::app::words;
use crate::geom::rect;
use crate::layout::Laid;
use crate::model::{Area, Board, Element, ElementKind};
use egui::{Sense, Ui, vec2};

pub fn several_ui(ui: &mut Ui, pane: &BoardPane, view: &View<'_>, board: &Board, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    section(ui, "", |ui| {
        widgets::line(ui, &say::several(lang, pane.also.len() + 1), bold(16.0), t.t1, 24.0);
        widgets::paragraph(ui, lang.of(say::SEVERAL), 13.0, t.t2);
        arrange_ui(ui, view, &ARRANGE, send);
        arrange_ui(ui, view, &SPREAD, send);
        let is_group = pane
            .also
            .iter()
            .any(|element| board.element(*element).is_some_and(|found| found.group.is_some()));
        let group = if is_group { Action::Ungroup } else { Action::Group };
        for action in [
            group,
            Action::DuplicateElement,
            Action::LockElement,
            Action::DeleteElement,
        ] {
            let row = actions::row_of(action);
            let width = ui.available_width();
            if Button::new(lang.of(row.label))
                .icon(row.icon)
                .width(width)
                .show(ui)
                .clicked()
            {
                send.act(action);
            }
        }
    });
}

pub const ARRANGE: [Action; 6] = [
    Action::AlignLeft,
    Action::AlignCentre,
    Action::AlignRight,
    Action::AlignTop,
    Action::AlignMiddle,
    Action::AlignBottom,
];

pub const SPREAD: [Action; 3] = [Action::SpreadAcross, Action::SpreadDown, Action::TidyUp];

/// Small buttons of the table side by side.
fn arrange_ui(ui: &mut Ui, view: &View<'_>, all: &[Action], send: &mut Sender) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for action in all {
            let row = actions::row_of(*action);
            let button = widgets::icon_button(ui, row.icon, view.lang.of(row.label), false, true);
            if button.on_hover_text(view.lang.of(row.help)).clicked() {
                send.act(*action);
            }
        }
    });
}

/// A number with its name before it.
pub fn labelled(ui: &mut Ui, name: &str, value: f64, unit: &str, width: f32) -> Option<f64> {
    let t = tokens(ui);
    ui.allocate_ui_with_layout(
        vec2(width, 28.0),
        egui::Layout::left_to_right(egui::Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let galley = ui.painter().layout_no_wrap(name.into(), font(12.0), t.t2.0);
            let size = vec2(galley.size().x.max(12.0), 28.0);
            let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
            widgets::paint_middle(ui, rect.left(), rect.center().y, galley, t.t2.0);
            fields::number(ui, name, value, unit, width - size.x - 6.0)
        },
    )
    .inner
}

pub fn place_ui(ui: &mut Ui, view: &View<'_>, board: &Board, laid: &Laid, element: &Element, send: &mut Sender) {
    let lang = view.lang;
    let Some((area, angle)) = deeds::area_of(board, laid, element.id) else {
        return;
    };
    section(ui, lang.of(words::POSITION), |ui| {
        arrange_ui(ui, view, &ARRANGE, send);
        let half = (ui.available_width() - 12.0) / 2.0;
        let mut now = (area, angle);
        // A level line has no height.
        let least = if handles::is_line(element) { 0.0 } else { 1.0 };
        for pair in [[words::LEFT, words::TOP], [words::WIDTH, words::HEIGHT]] {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                for word in pair {
                    let name = lang.of(word);
                    let value = if word == words::LEFT {
                        area.x
                    } else if word == words::TOP {
                        area.y
                    } else if word == words::WIDTH {
                        area.w
                    } else {
                        area.h
                    };
                    // A tenth is finer than a cutter.
                    let value = (value * 10.0).round() / 10.0;
                    let Some(value) = labelled(ui, name, value, "mm", half) else {
                        continue;
                    };
                    now.0 = if word == words::LEFT {
                        rect(value, area.y, area.w, area.h)
                    } else if word == words::TOP {
                        rect(area.x, value, area.w, area.h)
                    } else if word == words::WIDTH {
                        rect(area.x, area.y, value.max(least), area.h)
                    } else {
                        rect(area.x, area.y, area.w, value.max(least))
                    };
                }
            });
        }
        ui.horizontal(|ui| {
            let stands = matches!(element.kind, ElementKind::Emblem(_));
            if !stands && let Some(value) = labelled(ui, lang.of(words::ANGLE), angle, "°", half) {
                now.1 = value;
            }
            if element.area != Area::Slot
                && element.slot.is_some()
                && widgets::link(ui, lang.of(words::BACK_TO_SLOT)).clicked()
            {
                send.act(Action::BackToSlot);
            }
        });
        if now != (area, angle) {
            send.command(deeds::set_area(board, element.id, now.0, now.1));
        }
    });
}
