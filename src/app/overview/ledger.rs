//! 台账: one line a board, sortable, only visible rows; a state is changed where it stands.

use super::several;
use super::{OverviewPane, board_menu, listed, states_menu};
use crate::app::badge::paint_state;
use crate::app::ledger_book;
use crate::app::session::Session;
use crate::app::summary::{BoardRow, Summary};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, empty_state, paint_icon};
use crate::app::words::{self, Words};
use crate::base::{Day, Lang};
use crate::workflow::LedgerRow;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_extras::{Column, TableBuilder};
use egui_material_icons::icons as i;
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sort {
    by: By,
    is_backwards: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum By {
    #[default]
    Number,
    Code,
    Title,
    Unit,
    State,
    Template,
    Size,
    Photos,
    Characters,
    Findings,
    Due,
}

/// Column, its name, its width (0: what is left), whether it holds numbers.
const COLUMNS: [(By, Words, f32, bool); 11] = [
    (By::Number, words::NUMBER, 56.0, false),
    (By::Code, words::CODE, 84.0, false),
    (By::Title, words::TITLE, 0.0, false),
    (By::Unit, words::UNIT, 152.0, false),
    (By::State, words::STATE, 112.0, false),
    (By::Due, ledger_book::DUE, 92.0, false),
    (By::Template, words::TEMPLATE, 124.0, false),
    (By::Size, words::SIZE, 108.0, true),
    (By::Photos, words::PHOTOS, 60.0, true),
    (By::Characters, words::CHARACTERS, 72.0, true),
    (By::Findings, words::FINDINGS, 88.0, true),
];

/// Left out first where the window is narrow.
const SPARED: [By; 5] = [By::Template, By::Characters, By::Due, By::Photos, By::Code];

pub(super) fn ledger_ui(
    ui: &mut Ui,
    pane: &mut OverviewPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = session.lang();
    let ledger = summary.ledger(view.exhibition, view.findings);
    let facts: BTreeMap<&str, &LedgerRow> = ledger.iter().map(|row| (row.code.as_str(), row)).collect();
    let mut rows = listed(pane, summary, session);
    if rows.is_empty() {
        let button = Some((lang.of(words::SHOW_ALL), i::ICON_TABLE_ROWS));
        if empty_state(ui, i::ICON_TABLE_ROWS, lang.of(words::NO_HIT), button) {
            pane.show_all(session);
        }
        return;
    }
    sort(&mut rows, pane.sort, &facts, view);
    pane.picked.retain(|id| rows.iter().any(|row| row.board.id == *id));
    several::keys(ui, pane, &rows, session, send);
    several::bar_ui(ui, pane, &rows, session, send);
    let mut columns: Vec<_> = COLUMNS.to_vec();
    for spared in SPARED {
        let needed: f32 = columns.iter().map(|column| column.2.max(0.0)).sum::<f32>() + 200.0 + 32.0;
        if needed > ui.available_width() {
            columns.retain(|column| column.0 != spared);
        }
    }
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let mut table = TableBuilder::new(ui)
        .id_salt("ledger")
        .sense(Sense::click())
        .auto_shrink([false, false]);
    for (by, _, width, _) in &columns {
        let pad = if *by == By::Number { 12.0 } else { 0.0 };
        table = table.column(match width {
            0.0 => Column::remainder().at_least(120.0).clip(true),
            width => Column::exact(*width + pad).clip(true),
        });
    }
    table
        .header(36.0, |mut header| {
            for (by, name, _, is_number) in &columns {
                header.col(|ui| heading_ui(ui, *by, lang.of(*name), *is_number, &mut pane.sort));
            }
        })
        .body(|body| {
            body.rows(36.0, rows.len(), |mut line| {
                let row = rows[line.index()];
                let is_chosen = pane.picked.contains(&row.board.id)
                    || (pane.picked.is_empty() && session.board == Some(row.board.id));
                line.set_selected(is_chosen);
                for (by, _, _, is_number) in &columns {
                    line.col(|ui| cell_ui(ui, *by, *is_number, row, &facts, view, send));
                }
                let response = line.response();
                response
                    .widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, words::board_spoken(lang, row)));
                if response.clicked() {
                    let modifiers = response.ctx.input(|input| input.modifiers);
                    several::click(pane, &rows, row.board.id, modifiers, session);
                }
                if response.double_clicked() {
                    send.send(Message::OpenBoard(row.board.id));
                }
                board_menu(&response, row, session, send);
            });
        });
}

fn sort(rows: &mut [&BoardRow], sort: Sort, facts: &BTreeMap<&str, &LedgerRow>, view: &View<'_>) {
    let fact = |row: &BoardRow| facts.get(row.board.code.as_str()).copied();
    rows.sort_by(|one, other| match sort.by {
        By::Number => one.number.cmp(&other.number),
        By::Code => one.board.code.cmp(&other.board.code),
        By::Title => one.title.cmp(&other.title),
        By::Unit => one.unit.cmp(&other.unit),
        By::State => one.state.cmp(&other.state),
        By::Template => one.board.template.name.cmp(&other.board.template.name),
        By::Size => area(one).total_cmp(&area(other)),
        By::Photos => fact(one).map(|row| row.photos).cmp(&fact(other).map(|row| row.photos)),
        By::Characters => fact(one)
            .map(|row| row.characters)
            .cmp(&fact(other).map(|row| row.characters)),
        By::Due => due(one, view).cmp(&due(other, view)),
        By::Findings => (one.errors, one.warnings).cmp(&(other.errors, other.warnings)),
    });
    if sort.is_backwards {
        rows.reverse();
    }
}

fn due(row: &BoardRow, view: &View<'_>) -> Option<Day> {
    view.exhibition.show.due.get(&row.board.committee).copied()
}

fn area(row: &BoardRow) -> f64 {
    row.board.size.w * row.board.size.h
}

fn heading_ui(ui: &mut Ui, by: By, name: &str, is_number: bool, sort: &mut Sort) {
    let t = tokens(ui);
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.scope_id().with(("sort", by as u8)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, name));
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let is_chosen = sort.by == by;
    let colour = if is_chosen || response.hovered() {
        t.t1.0
    } else {
        t.t2.0
    };
    let face = if is_chosen { bold(12.0) } else { font(12.0) };
    let arrow = if sort.is_backwards {
        i::ICON_ARROW_DOWNWARD
    } else {
        i::ICON_ARROW_UPWARD
    };
    let place = padded(rect, by);
    if is_number {
        let width = widgets::text_right(ui, pos2(place.right(), rect.center().y), name, face, colour);
        if is_chosen {
            paint_icon(
                ui,
                arrow,
                pos2(place.right() - width - 10.0, rect.center().y),
                14.0,
                colour,
            );
        }
    } else {
        let galley = widgets::elided(ui, name, face, colour, place.width());
        let width = galley.size().x;
        widgets::paint_middle(ui, place.left(), rect.center().y, galley, colour);
        if is_chosen {
            paint_icon(
                ui,
                arrow,
                pos2(place.left() + width + 10.0, rect.center().y),
                14.0,
                colour,
            );
        }
    }
    if response.clicked() {
        sort.is_backwards = is_chosen && !sort.is_backwards;
        sort.by = by;
    }
}

/// Room at the sides of a cell; the first and last column keep the page's margin.
fn padded(rect: Rect, by: By) -> Rect {
    let left = if by == By::Number { 24.0 } else { 8.0 };
    let right = if by == By::Findings { 24.0 } else { 8.0 };
    Rect::from_min_max(
        pos2(rect.left() + left, rect.top()),
        pos2(rect.right() - right, rect.bottom()),
    )
}

fn cell_ui(
    ui: &mut Ui,
    by: By,
    is_number: bool,
    row: &BoardRow,
    facts: &BTreeMap<&str, &LedgerRow>,
    view: &View<'_>,
    send: &mut Sender,
) {
    let lang = view.lang;
    let t = tokens(ui);
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let place = padded(rect, by);
    let fact = facts.get(row.board.code.as_str());
    let text = match by {
        By::Number => format!("{:03}", row.number),
        By::Code => row.board.code.clone(),
        By::Title => row.title.clone(),
        By::Unit => row.unit.clone(),
        By::State => return state_ui(ui, place, row, lang, send),
        By::Due => due(row, view).map(|day| day.to_string()).unwrap_or_default(),
        By::Template => row.board.template.name.clone(),
        By::Size => words::size_cm(row.board.size.w, row.board.size.h),
        By::Photos => fact.map(|row| row.photos.to_string()).unwrap_or_default(),
        By::Characters => fact.map(|row| row.characters.to_string()).unwrap_or_default(),
        By::Findings => return findings_ui(ui, place, row),
    };
    let colour = match by {
        By::Title => t.t1,
        By::Due if row.is_late => t.error,
        _ => t.t2,
    };
    if is_number {
        widgets::text_right(ui, pos2(place.right(), rect.center().y), &text, font(12.0), colour);
    } else {
        widgets::text_in(
            ui,
            place,
            &text,
            if by == By::Title { font(13.0) } else { font(12.0) },
            colour,
        );
    }
}

/// The state with its menu of allowed changes.
fn state_ui(ui: &mut Ui, place: Rect, row: &BoardRow, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let pad = place.shrink2(vec2(-6.0, 5.0));
    let response = ui.interact(pad, ui.scope_id().with(("state", row.board.id)), Sense::click());
    let name = format!(
        "{} {:03} {}",
        lang.of(words::STATE),
        row.number,
        lang.of(words::state(row.state))
    );
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &name));
    if response.hovered() {
        ui.painter().rect_filled(pad, 6, t.press.0);
        paint_icon(
            ui,
            i::ICON_EXPAND_MORE,
            pos2(pad.right() - 10.0, pad.center().y),
            16.0,
            t.t2.0,
        );
    }
    paint_state(ui, place, row.state, lang);
    widgets::focus_ring(ui, &response, pad, 6);
    egui::Popup::menu(&response).width(200.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        states_menu(ui, row, lang, send);
    });
}

fn findings_ui(ui: &Ui, place: Rect, row: &BoardRow) {
    let t = tokens(ui);
    let mut right = place.right();
    for (count, icon, colour) in [
        (row.warnings, i::ICON_WARNING, t.warn.0),
        (row.errors, i::ICON_ERROR, t.error.0),
    ] {
        if count == 0 {
            continue;
        }
        right -= widgets::text_right(
            ui,
            pos2(right, place.center().y),
            &count.to_string(),
            font(12.0),
            colour,
        );
        paint_icon(ui, icon, pos2(right - 10.0, place.center().y), 15.0, colour);
        right -= 28.0;
    }
}
