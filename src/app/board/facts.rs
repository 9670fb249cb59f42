//! Properties of the board itself, while nothing on it is chosen: code, title, unit, template, size, production, state.

use super::inspect::set_kind;
use super::place::labelled;
use super::{ground, parts, say};
use crate::app::actions::{self, Action};
use crate::app::badge::state_badge;
use crate::app::fields;
use crate::app::restyle;
use crate::app::summary::Summary;
use crate::app::theme::{bold, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, body, section};
use crate::app::words;
use crate::compose::refit;
use crate::geom::{Size, size};
use crate::model::{Board, Command, Make};
use crate::script::Script;
use crate::workflow::next_states;
use egui::{Sense, Ui, vec2};
use std::sync::Arc;

pub fn board_facts_ui(ui: &mut Ui, view: &View<'_>, board: &Arc<Board>, summary: &Summary, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    section(ui, "", |ui| {
        widgets::line(ui, lang.of(words::BOARD_FACTS), bold(16.0), t.t1, 24.0);
        if summary.row(board.id).is_some_and(|row| row.errors + row.warnings == 0) {
            widgets::paragraph(ui, lang.of(words::NOTHING_CHOSEN), 12.0, t.t2);
        }
        name_ui(ui, view, board, send);
    });
    section(ui, lang.of(words::STATE), |ui| state_ui(ui, view, board, send));
    section(ui, lang.of(words::TEMPLATE), |ui| template_ui(ui, view, board, send));
    section(ui, lang.of(ground::GROUND), |ui| {
        ground::ground_ui(ui, view, board, send)
    });
    section(ui, lang.of(say::PRODUCTION), |ui| make_ui(ui, view, board, send));
    ui.allocate_exact_size(vec2(1.0, 24.0), Sense::hover());
}

fn set_board(board: &Arc<Board>, send: &mut Sender, change: impl FnOnce(&mut Board)) {
    let mut changed = Board::clone(board);
    change(&mut changed);
    send.command(Command::SetBoard(Arc::new(changed)));
}

fn name_ui(ui: &mut Ui, view: &View<'_>, board: &Arc<Board>, send: &mut Sender) {
    let lang = view.lang;
    let width = ui.available_width();
    widgets::heading(ui, lang.of(words::CODE));
    if let Some(code) = fields::text(ui, "code", &board.code, lang.of(words::CODE), width) {
        set_board(board, send, |board| board.code = code.trim().to_string());
    }
    if let Some(element) = board.in_slot("title")
        && let Some(two) = parts::get(&element.kind, parts::Part::Text, board.script)
    {
        widgets::heading(ui, lang.of(words::TITLE));
        let title = two.source.to_plain();
        // Lines of a title are its own affair: the field shows and keeps them as spaces only where there are none.
        if !title.contains('\n')
            && let Some(title) = fields::text(ui, "title", &title, lang.of(words::TITLE), width)
        {
            let mut two = two.clone();
            two.source = crate::model::retext(&two.source, &title);
            send.command(set_kind(
                board,
                element.id,
                parts::with(&element.kind, parts::Part::Text, two),
            ));
        } else if title.contains('\n') {
            let t = tokens(ui);
            widgets::paragraph(ui, &title, 13.0, t.t1);
        }
    }
    widgets::heading(ui, lang.of(words::UNIT));
    let units = &view.exhibition.committees;
    let names: Vec<String> = units
        .iter()
        .map(|unit| words::name_of(&unit.name, lang).to_string())
        .collect();
    let at = units.iter().position(|unit| unit.id == board.committee);
    if let Some(at) = widgets::dropdown(ui, lang.of(words::UNIT), &names, at.unwrap_or(usize::MAX), width) {
        send.command(Command::SetCommittee {
            board: board.id,
            committee: units[at].id,
        });
    }
    widgets::heading(ui, lang.of(words::SCRIPT));
    let names = [words::SIMPLIFIED, words::TRADITIONAL].map(|word| (None, lang.of(word)));
    if let Some(at) = widgets::segmented(ui, "board script", &names, board.script as usize, 32.0) {
        send.command(Command::SetScript {
            board: board.id,
            script: [Script::Hans, Script::Hant][at],
        });
    }
}

fn state_ui(ui: &mut Ui, view: &View<'_>, board: &Board, send: &mut Sender) {
    let lang = view.lang;
    let state = view.exhibition.state(board.id);
    state_badge(ui, state, lang);
    ui.horizontal_wrapped(|ui| {
        for next in next_states(state) {
            if Button::new(lang.of(words::decision(*next))).small().show(ui).clicked() {
                send.command(Command::SetState {
                    board: board.id,
                    state: *next,
                });
                send.send(Message::Toast(words::state_set(lang, &board.title(), *next), true));
            }
        }
    });
}

fn template_ui(ui: &mut Ui, view: &View<'_>, board: &Arc<Board>, send: &mut Sender) {
    let lang = view.lang;
    let width = ui.available_width();
    let t = tokens(ui);
    let template = view.exhibition.template_of(board);
    let name = template.map_or(board.template.name.as_str(), |template| restyle::title(template, view));
    widgets::line(ui, name, body(), t.t1, 20.0);
    let row = actions::row_of(Action::Restyle);
    let button = Button::new(lang.of(row.label)).icon(row.icon).width(width);
    if button.show(ui).on_hover_text(lang.of(row.help)).clicked() {
        send.act(Action::Restyle);
    }
    let half = (width - 12.0) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let Size { w, h } = board.size;
        if let Some(w) = labelled(ui, lang.of(words::WIDTH), w, "mm", half) {
            set_size(view, board, size(w, h), send);
        }
        if let Some(h) = labelled(ui, lang.of(words::HEIGHT), h, "mm", half) {
            set_size(view, board, size(w, h), send);
        }
    });
}

/// What stands by hand grows and shrinks with the board.
fn set_size(view: &View<'_>, board: &Arc<Board>, size: Size, send: &mut Sender) {
    let template = view.exhibition.template_of(board).cloned().unwrap_or_default();
    let changed = match template.slots.is_empty() {
        true => Board {
            size,
            ..Board::clone(board)
        },
        false => refit(board, &template, &template, size),
    };
    send.command(Command::SetBoard(Arc::new(changed)));
}

fn make_ui(ui: &mut Ui, view: &View<'_>, board: &Board, send: &mut Sender) {
    let lang = view.lang;
    let width = ui.available_width();
    let mut set = |make: Make| {
        send.command(Command::SetMake { board: board.id, make });
    };
    let make = &board.make;
    for (key, word, value) in [
        ("material", say::MATERIAL, &make.material),
        ("finishing", say::FINISHING, &make.finishing),
        ("stand", say::STAND, &make.stand),
    ] {
        let name = lang.of(word);
        widgets::heading(ui, name);
        if let Some(text) = fields::text(ui, key, value, name, width) {
            let mut make = make.clone();
            match key {
                "material" => make.material = text,
                "finishing" => make.finishing = text,
                _ => make.stand = text,
            }
            set(make);
        }
    }
    if let Some(copies) = labelled(ui, lang.of(say::COPIES), f64::from(make.copies), "", 140.0) {
        set(Make {
            copies: copies.round().clamp(1.0, 999.0) as u32,
            ..make.clone()
        });
    }
}
