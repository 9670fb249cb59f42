//! What the check says, grouped by rule: the worst first, a click to the place, a mend where only one is possible.

use super::{PrintPane, go_to, row_of};
use crate::app::dialogs::Ask;
use crate::app::review::{mark, picture};
use crate::app::rules_form;
use crate::app::summary::Summary;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind, empty_state, paint_icon_filled};
use crate::app::words::{self, Words};
use crate::base::say::rule_of;
use crate::base::{Finding, Lang, Severity};
use crate::check::fix;
use egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

pub fn findings_ui(
    ui: &mut Ui,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    found: &[&Finding],
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
    let inner = head.shrink2(vec2(24.0, 12.0));
    let line = |y: f32| Rect::from_min_size(inner.min + vec2(0.0, y), vec2(inner.width(), 24.0));
    // Before the check has seen the show, nothing is promised.
    let title = if view.is_checked {
        words::must_mend(lang, summary.errors, open_warnings(view))
    } else {
        lang.of(words::CHECKING).to_string()
    };
    widgets::told_in(ui, line(0.0), &title, bold(16.0), t.t1);
    let checked = if view.is_checked {
        let boards = words::checked(lang, summary.rows.len());
        let told = format!("{boards} · {}", words::warnings(lang, summary.warnings));
        match open_warnings(view) {
            0 => told,
            open => format!("{told} · {}", words::reasons_missing(lang, open)),
        }
    } else {
        words::boards_short(lang, summary.rows.len())
    };
    widgets::text_in(ui, line(24.0), &checked, font(12.0), t.t2);
    chips_ui(ui, pane, view, lang, send);
    if found.is_empty() && !view.is_checked {
        empty_state(ui, i::ICON_SYNC, lang.of(words::CHECKING), None);
        return;
    }
    if found.is_empty() {
        empty_state(ui, i::ICON_CHECK_CIRCLE, lang.of(words::NO_FINDINGS), None);
        return;
    }
    let heights: Vec<(usize, f32)> = lines(found);
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink([false, false])
        .show_viewport(ui, |ui, shown| {
            let total: f32 = heights.iter().map(|(_, height)| height).sum();
            let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), total), Sense::hover());
            let mut y = 0.0;
            for (index, height) in heights {
                let is_shown = y + height >= shown.top() && y <= shown.bottom();
                let place = Rect::from_min_size(whole.min + vec2(0.0, y), vec2(whole.width(), height));
                y += height;
                if is_shown {
                    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(index));
                    row_ui(&mut ui, place, pane, view, summary, found, index, send);
                }
            }
        });
}

/// Warnings that nobody has taken upon themselves.
fn open_warnings(view: &View<'_>) -> usize {
    let book = &view.exhibition.show.print;
    let is_open = |finding: &&Finding| finding.severity == Severity::Warning && book.reason(finding).is_none();
    view.findings.iter().filter(is_open).count()
}

/// The index of each finding and its height; the first of a rule has its group's name above it.
fn lines(found: &[&Finding]) -> Vec<(usize, f32)> {
    (0..found.len())
        .map(|index| (index, if starts_group(found, index) { 96.0 } else { 60.0 }))
        .collect()
}

fn starts_group(found: &[&Finding], index: usize) -> bool {
    index == 0 || (found[index - 1].severity, found[index - 1].rule) != (found[index].severity, found[index].rule)
}

fn chips_ui(ui: &mut Ui, pane: &mut PrintPane, view: &View<'_>, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let count = |severity: Severity| {
        view.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let response = ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 40.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(40.0);
            ui.add_space(24.0);
            // Right of the chips, where the list is about.
            let place = Rect::from_min_max(
                pos2(ui.max_rect().right() - 120.0, ui.max_rect().top()),
                ui.max_rect().max,
            );
            let mut corner = ui.new_child(
                UiBuilder::new()
                    .max_rect(place.shrink2(vec2(24.0, 4.0)).with_min_x(place.left()))
                    .layout(Layout::right_to_left(Align::Center)),
            );
            if Button::new(lang.of(rules_form::RULES_BUTTON))
                .small()
                .show(&mut corner)
                .clicked()
            {
                send.send(Message::Ask(Ask::Rules));
            }
            for (severity, word, count) in [
                (None, words::ALL, view.findings.len()),
                (Some(Severity::Error), words::ERRORS, count(Severity::Error)),
                (Some(Severity::Warning), words::WARNINGS, count(Severity::Warning)),
                (Some(Severity::Note), words::NOTES, count(Severity::Note)),
            ] {
                let label = words::with_count(lang, word, count);
                if widgets::filter_chip(ui, &label, pane.severity == severity).clicked() {
                    pane.severity = severity;
                    pane.chosen = 0;
                }
            }
        },
    );
    let bottom = response.response.rect.bottom() - 0.5;
    ui.painter()
        .hline(ui.max_rect().x_range(), bottom, Stroke::new(1.0, t.line.0));
}

fn row_ui(
    ui: &mut Ui,
    place: Rect,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    found: &[&Finding],
    index: usize,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let finding = found[index];
    let mut rect = place;
    if starts_group(found, index) {
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), 36.0));
        ui.painter().rect_filled(head, 0, t.base.0);
        let same = found
            .iter()
            .filter(|other| other.rule == finding.rule && other.severity == finding.severity);
        let name = format!("{} {}", lang.of(rule_name(finding.rule)), same.count());
        widgets::text_in(ui, head.shrink2(vec2(24.0, 0.0)), &name, bold(12.0), t.t2);
        rect.min.y += 36.0;
    }
    let text = finding.text(lang);
    let response = ui.interact(rect, ui.scope_id().with("finding"), Sense::click());
    let is_chosen = pane.chosen == index;
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &text));
    let fill = if is_chosen {
        t.accent_soft.0
    } else if response.hovered() {
        t.hover.0
    } else {
        t.panel.0
    };
    ui.painter().rect_filled(rect, 0, fill);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    widgets::focus_ring(ui, &response, rect.shrink(2.0), 2);
    let is_accepted = finding.severity == Severity::Warning && view.exhibition.show.print.reason(finding).is_some();
    let (icon, colour) = match is_accepted {
        true => (i::ICON_CHECK_CIRCLE, t.ok.0),
        false => mark(ui, finding.severity),
    };
    paint_icon_filled(ui, icon, pos2(rect.left() + 34.0, rect.center().y), 20.0, colour);
    let row = row_of(summary, finding);
    let mut left = rect.left() + 56.0;
    if let Some(row) = row {
        let picture_place = Rect::from_center_size(pos2(left + 32.0, rect.center().y), vec2(60.0, 46.0));
        picture(ui, view, row, picture_place);
        left += 76.0;
        let number = Rect::from_min_max(pos2(left, rect.top()), pos2(left + 40.0, rect.bottom()));
        widgets::text_in(ui, number, &format!("{:03}", row.number), font(13.0), t.t3);
        left += 40.0;
    }
    let mut right = rect.right() - 24.0;
    if let Some(row) = row {
        let label = lang.of(words::GO_THERE);
        let size = vec2(if lang == Lang::En { 92.0 } else { 72.0 }, 32.0);
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - 16.0), size);
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .layout(Layout::right_to_left(Align::Center)),
        );
        if Button::new(label).show(&mut child).clicked() {
            go_to(row, finding, send);
        }
        right = place.left() - 8.0;
    }
    if let Some(command) = fix(view.exhibition, finding) {
        let size = vec2(if lang == Lang::En { 64.0 } else { 56.0 }, 32.0);
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - 16.0), size);
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .layout(Layout::right_to_left(Align::Center)),
        );
        if Button::new(lang.of(words::MEND))
            .kind(Kind::Primary)
            .show(&mut child)
            .clicked()
        {
            send.command(command);
            send.send(Message::Toast(lang.of(words::MENDED).into(), true));
        }
        right = place.left() - 8.0;
    }
    wrapped(
        ui,
        Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())),
        &text,
    );
    if response.clicked() {
        pane.chosen = index;
    }
    if let (true, Some(row)) = (response.double_clicked(), row) {
        go_to(row, finding, send);
    }
}

/// Up to two lines, in the middle of the place.
fn wrapped(ui: &Ui, place: Rect, text: &str) {
    let t = tokens(ui);
    let mut job = egui::text::LayoutJob::simple(text.into(), font(13.0), t.t1.0, place.width());
    job.wrap.max_rows = 2;
    job.wrap.overflow_character = Some('…');
    for section in &mut job.sections {
        section.format.line_height = Some(20.0);
    }
    let galley = ui.painter().layout_job(job);
    widgets::paint_middle(ui, place.left(), place.center().y, galley, t.t1.0);
}

/// What findings of one rule have in common, in words.
fn rule_name(rule: &str) -> Words {
    rule_of(rule).map_or(words::CHECK, |rule| rule.titles)
}
