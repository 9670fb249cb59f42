//! The cells of a table in the inspector: typed as in a spreadsheet, pasted from one; rows and columns come and go about
//! the cell that was written in last.

use super::inspect::set_kind;
use super::parts::{self, Part};
use super::texts::other_ui;
use super::typing::{Spot, field_ui};
use super::{BoardPane, say};
use crate::app::theme::tokens;
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, section};
use crate::model::{Board, ElementId, ElementKind, MOST_CELLS, TableElement};
use egui::{Align, Event, Layout, ScrollArea, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

/// A column is at least as wide as four characters.
const LEAST: f32 = 72.0;
const GAP: f32 = 4.0;

/// The cell that was written in last, in lines as they are read.
#[derive(Clone, Copy, PartialEq)]
pub struct CellAt {
    element: ElementId,
    line: usize,
    column: usize,
}

pub fn table_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    id: ElementId,
    grid: &TableElement,
    send: &mut Sender,
) {
    let lang = view.lang;
    let mut wanted = grid.clone();
    section(ui, lang.of(say::CELLS), |ui| {
        pasted(ui, pane, board, id, &mut wanted, view, send);
        grid_ui(ui, pane, view, board, id, grid, send);
        ui.add_space(4.0);
        let at = at(pane, id, grid);
        deeds_ui(ui, view, board, &mut wanted, at);
        if widgets::checkbox(ui, grid.has_head(), lang.of(say::HAS_HEAD)).clicked() {
            wanted.turn_head();
        }
        widgets::paragraph(ui, lang.of(say::TABLE_HELP), 12.0, tokens(ui).t3);
    });
    if wanted != *grid {
        send.command(set_kind(board, id, ElementKind::Table(wanted)));
        return;
    }
    let Some(at) = at(pane, id, grid) else { return };
    let spot = spot(board, id, grid, at.line, at.column);
    let kind = ElementKind::Table(grid.clone());
    let Some(two) = parts::get(&kind, spot.part, board.script) else {
        return;
    };
    section(ui, &say::cell(lang, row_of(grid, at.line), at.column), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        other_ui(
            ui,
            pane,
            view,
            spot,
            &two,
            &say::cell(lang, row_of(grid, at.line), at.column),
            send,
        );
    });
}

/// The cell that is or was written in; none of another table, none that is gone.
fn at(pane: &mut BoardPane, id: ElementId, grid: &TableElement) -> Option<CellAt> {
    if let Some(Spot {
        element,
        part: Part::Cell(row, column),
        ..
    }) = pane.typing.as_ref().map(|typing| typing.spot)
        && element == id
    {
        let line = row - usize::from(!grid.has_head());
        pane.cell = Some(CellAt { element, line, column });
    }
    let is_there = |at: &CellAt| at.element == id && at.line < grid.lines() && at.column < grid.columns();
    pane.cell.filter(is_there)
}

/// Row 0 is the head, whether there is one or not.
fn row_of(grid: &TableElement, line: usize) -> usize {
    line + usize::from(!grid.has_head())
}

fn spot(board: &Board, id: ElementId, grid: &TableElement, line: usize, column: usize) -> Spot {
    Spot {
        board: board.id,
        element: id,
        part: Part::Cell(row_of(grid, line), column),
        is_other: false,
    }
}

/// Cells on their way from a spreadsheet into the cell that is written in.
fn pasted(
    ui: &Ui,
    pane: &mut BoardPane,
    board: &Board,
    id: ElementId,
    wanted: &mut TableElement,
    view: &View<'_>,
    send: &mut Sender,
) {
    let is_here = pane.typing.as_ref().is_some_and(|typing| typing.spot.element == id);
    let Some(at) = at(pane, id, wanted).filter(|_| is_here) else {
        return;
    };
    let cells = ui.input_mut(|input| {
        let found = input.events.iter().position(|event| match event {
            Event::Paste(text) => TableElement::cells_of(text).is_some(),
            _ => false,
        })?;
        match input.events.remove(found) {
            Event::Paste(text) => TableElement::cells_of(&text),
            _ => None,
        }
    });
    let Some(cells) = cells else { return };
    pane.typing = None;
    if !wanted.fill(at.line, at.column, &cells, board.script) {
        send.send(Message::Toast(say::too_many_cells(view.lang, MOST_CELLS), true));
    }
}

fn grid_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    id: ElementId,
    grid: &TableElement,
    send: &mut Sender,
) {
    let columns = grid.columns().max(1);
    let room = ui.available_width();
    let width = ((room - GAP * (columns - 1) as f32) / columns as f32).max(LEAST);
    let kind = ElementKind::Table(grid.clone());
    ScrollArea::horizontal().id_salt("cells").show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(GAP, GAP);
        for line in 0..grid.lines() {
            let top = ui.cursor().min;
            let mut foot = top.y;
            for column in 0..columns {
                let spot = spot(board, id, grid, line, column);
                let Some(two) = parts::get(&kind, spot.part, board.script) else {
                    continue;
                };
                let place = egui::Rect::from_min_size(
                    pos2(top.x + column as f32 * (width + GAP), top.y),
                    vec2(width, 10_000.0),
                );
                let builder = UiBuilder::new()
                    .id_salt(("cell", line, column))
                    .max_rect(place)
                    .layout(Layout::top_down(Align::Min));
                let mut child = ui.new_child(builder);
                child.set_width(width);
                let name = say::cell(view.lang, row_of(grid, line), column);
                field_ui(&mut child, pane, view, spot, &two.source, &name, send);
                foot = foot.max(child.min_rect().bottom());
            }
            let size = vec2(columns as f32 * (width + GAP) - GAP, foot - top.y);
            ui.allocate_exact_size(size, egui::Sense::hover());
        }
    });
}

/// Rows and columns about the cell; at the end where none was written in.
fn deeds_ui(ui: &mut Ui, view: &View<'_>, board: &Board, wanted: &mut TableElement, at: Option<CellAt>) {
    let lang = view.lang;
    let (line, column) = at.map_or(
        (wanted.lines().saturating_sub(1), wanted.columns().saturating_sub(1)),
        |at| (at.line, at.column),
    );
    let has_room = (wanted.lines() + 1) * (wanted.columns() + 1) <= MOST_CELLS;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (icon, word) in [
            (i::ICON_ADD_ROW_ABOVE, say::ROW_ABOVE),
            (i::ICON_ADD_ROW_BELOW, say::ROW_BELOW),
            (i::ICON_ADD_COLUMN_LEFT, say::COLUMN_BEFORE),
            (i::ICON_ADD_COLUMN_RIGHT, say::COLUMN_AFTER),
        ] {
            if !widgets::icon_button(ui, icon, lang.of(word), false, has_room).clicked() {
                continue;
            }
            match word {
                say::ROW_ABOVE => wanted.add_line(line, board.script),
                say::ROW_BELOW => wanted.add_line(line + 1, board.script),
                say::COLUMN_BEFORE => wanted.add_column(column, board.script),
                _ => wanted.add_column(column + 1, board.script),
            }
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let half = (ui.available_width() - 8.0) / 2.0;
        let can = |count: usize| at.is_some() && count > 1;
        let row = Button::new(lang.of(say::DROP_ROW)).small().width(half);
        if row.enabled(can(wanted.lines())).show(ui).clicked() {
            wanted.drop_line(line);
        }
        let row = Button::new(lang.of(say::DROP_COLUMN)).small().width(half);
        if row.enabled(can(wanted.columns())).show(ui).clicked() {
            wanted.drop_column(column);
        }
    });
}
