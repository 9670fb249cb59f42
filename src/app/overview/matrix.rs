//! Units by phase: number first, tint second. A click on a number filters, on a name scrolls to the unit.

use super::OverviewPane;
use crate::app::session::{OverviewView, Session};
use crate::app::summary::{Summary, UnitRow};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::Sender;
use crate::app::widgets::{self, icon_button};
use crate::app::words;
use egui::{Color32, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

pub(super) fn matrix_ui(
    ui: &mut Ui,
    pane: &mut OverviewPane,
    summary: &Summary,
    session: &mut Session,
    _: &mut Sender,
) {
    let t = tokens(ui);
    let lang = session.lang();
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.right() - 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    let (head, _) = ui.allocate_exact_size(vec2(whole.width(), 56.0), Sense::hover());
    widgets::told_in(
        ui,
        head.shrink2(vec2(16.0, 0.0)),
        lang.of(words::PROGRESS),
        bold(16.0),
        t.t1,
    );
    let mut edit = ui.new_child(egui::UiBuilder::new().max_rect(Rect::from_min_size(
        pos2(head.right() - 48.0, head.top() + 12.0),
        vec2(32.0, 32.0),
    )));
    if icon_button(&mut edit, i::ICON_EDIT, lang.of(words::UNITS), false, true).clicked() {
        session.overview = OverviewView::Units;
    }
    let columns = Columns::of(whole);
    let (labels, _) = ui.allocate_exact_size(vec2(whole.width(), 28.0), Sense::hover());
    let count = words::units(lang, summary.units.len());
    widgets::text_in(ui, columns.name(labels), &count, font(12.0), t.t2);
    for phase in 0..5 {
        centred(
            ui,
            columns.cell(labels, phase),
            lang.of(words::PHASES[phase]),
            font(12.0),
            t.t2.0,
        );
    }
    let total = pos2(labels.right() - 16.0, labels.center().y);
    widgets::text_right(ui, total, lang.of(words::TOTAL), font(12.0), t.t2);
    let foot = 40.0;
    ScrollArea::vertical()
        .id_salt("matrix rows")
        .max_height((ui.available_height() - foot).max(28.0))
        .auto_shrink([false, false])
        .show_rows(ui, 28.0, summary.units.len(), |ui, shown| {
            for unit in &summary.units[shown] {
                unit_ui(ui, pane, unit, &columns, session);
            }
        });
    let (rect, _) = ui.allocate_exact_size(vec2(whole.width(), foot), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, t.line.0));
    widgets::text_in(ui, columns.name(rect), lang.of(words::ALL), bold(13.0), t.t1);
    for (phase, count) in summary.phases.iter().enumerate() {
        centred(ui, columns.cell(rect, phase), &count.to_string(), bold(13.0), t.t1.0);
    }
    let total = pos2(rect.right() - 16.0, rect.center().y);
    widgets::text_right(ui, total, &summary.rows.len().to_string(), bold(13.0), t.t1);
}

/// Where numbers stand in a row.
struct Columns {
    first: f32,
    each: f32,
}

impl Columns {
    fn of(whole: Rect) -> Columns {
        let each = if whole.width() < 400.0 { 38.0 } else { 48.0 };
        Columns {
            first: whole.right() - 56.0 - 5.0 * each,
            each,
        }
    }

    fn name(&self, row: Rect) -> Rect {
        Rect::from_min_max(pos2(row.left() + 16.0, row.top()), pos2(self.first - 4.0, row.bottom()))
    }

    fn cell(&self, row: Rect, phase: usize) -> Rect {
        Rect::from_min_size(
            pos2(self.first + self.each * phase as f32, row.top()),
            vec2(self.each, row.height()),
        )
    }
}

fn unit_ui(ui: &mut Ui, pane: &mut OverviewPane, unit: &UnitRow, columns: &Columns, session: &mut Session) {
    let t = tokens(ui);
    let lang = session.lang();
    let id = unit.committee.id;
    let is_here = session.overview == OverviewView::Cards && pane.in_view == Some(id);
    let mut spoken = format!("{}，{}", unit.name, words::boards_short(lang, unit.rows.len()));
    if unit.late > 0 {
        spoken.push_str(&format!("，{}", words::with_count(lang, super::LATE, unit.late)));
    }
    let (row, response) = widgets::list_row(ui, 28.0, is_here, &spoken);
    if response.clicked() {
        if session.overview == OverviewView::Ledger {
            pane.unit = Some(id);
        } else {
            session.overview = OverviewView::Cards;
            session.scroll_to = Some(id);
        }
    }
    let face = if is_here { bold(13.0) } else { font(13.0) };
    let ink = if unit.late > 0 { t.error } else { t.t1 };
    widgets::text_in(ui, columns.name(row), &unit.name, face, ink);
    for (phase, count) in unit.phases.into_iter().enumerate() {
        let cell = columns.cell(row, phase);
        if count == 0 {
            centred(ui, cell, "·", font(13.0), t.off.0);
            continue;
        }
        let pad = cell.shrink2(vec2(1.0, 1.0));
        let response = ui.interact(pad, ui.scope_id().with((id, phase)), Sense::click());
        let is_chosen = session.phase == Some(phase);
        let spoken = format!("{} {} {count}", unit.name, lang.of(words::PHASES_LONG[phase]));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &spoken));
        let strength = 0.10 + 0.045 * (count.min(8) as f32);
        let tint =
            super::phase_colour(ui, phase.min(3)).gamma_multiply(if response.hovered() { 0.55 } else { strength });
        ui.painter().rect_filled(pad, 4, tint);
        centred(ui, cell, &count.to_string(), font(13.0), t.t1.0);
        widgets::focus_ring(ui, &response, pad, 4);
        if response.clicked() {
            session.phase = Some(phase);
            if session.overview == OverviewView::Ledger {
                pane.unit = Some(id);
            } else {
                session.overview = OverviewView::Cards;
                session.scroll_to = Some(id);
            }
        }
    }
    let total = pos2(row.right() - 16.0, row.center().y);
    widgets::text_right(ui, total, &unit.rows.len().to_string(), font(13.0), t.t2);
}

fn centred(ui: &Ui, cell: Rect, text: &str, face: egui::FontId, colour: Color32) {
    let galley = widgets::elided(ui, text, face, colour, cell.width() + 6.0);
    widgets::paint_middle(
        ui,
        cell.center().x - galley.size().x / 2.0,
        cell.center().y,
        galley,
        colour,
    );
}
