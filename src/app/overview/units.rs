//! The list of units: add, rename in both scripts, order, remove. Each change is one undo step.

use super::OverviewPane;
use crate::app::fields;
use crate::app::ledger_book;
use crate::app::summary::{Summary, UnitRow};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Mood, icon_button_sized};
use crate::app::words;
use crate::base::{Day, Lang};
use crate::model::{Command, Committee, CommitteeId, TwoName};
use crate::script::{Script, Words, config, convert};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

pub(super) fn units_ui(ui: &mut Ui, pane: &mut OverviewPane, view: &View<'_>, summary: &Summary, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let width = ui.available_width();
    let (head, _) = ui.allocate_exact_size(vec2(width, 36.0), Sense::hover());
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let columns = Columns::of(head);
    widgets::text_in(ui, columns.hans, lang.of(words::NAME_HANS), font(12.0), t.t2);
    widgets::text_in(ui, columns.hant, lang.of(words::NAME_HANT), font(12.0), t.t2);
    widgets::text_in(ui, columns.count, lang.of(words::BOARDS), font(12.0), t.t2);
    widgets::text_in(ui, columns.due, lang.of(ledger_book::DUE), font(12.0), t.t2);
    let last = summary.units.len();
    ScrollArea::vertical()
        .id_salt("units")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            for (index, unit) in summary.units.iter().enumerate() {
                ui.push_id(unit.committee.id, |ui| unit_ui(ui, view, unit, index, last, send));
            }
            add_ui(ui, pane, view, send);
        });
}

/// A date and how many boards are late.
const DUE_WIDTH: f32 = 176.0;

struct Columns {
    number: Rect,
    hans: Rect,
    hant: Rect,
    count: Rect,
    due: Rect,
    buttons: Rect,
}

impl Columns {
    fn of(row: Rect) -> Columns {
        let part = |from: f32, to: f32| Rect::from_min_max(pos2(from, row.top()), pos2(to, row.bottom()));
        let (left, right) = (row.left() + 24.0, row.right() - 24.0);
        let first = left + 36.0;
        let names = ((right - 112.0 - 88.0 - DUE_WIDTH - first) / 2.0).min(320.0);
        Columns {
            number: part(left, first),
            hans: part(first, first + names - 12.0),
            hant: part(first + names, first + 2.0 * names - 12.0),
            count: part(first + 2.0 * names, first + 2.0 * names + 80.0),
            due: part(first + 2.0 * names + 88.0, first + 2.0 * names + 76.0 + DUE_WIDTH),
            buttons: part(
                first + 2.0 * names + 88.0 + DUE_WIDTH,
                first + 2.0 * names + 200.0 + DUE_WIDTH,
            ),
        }
    }
}

fn inside<R>(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::left_to_right(Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 4.0;
    add(&mut child)
}

fn unit_ui(ui: &mut Ui, view: &View<'_>, unit: &UnitRow, index: usize, last: usize, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    ui.painter()
        .hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let columns = Columns::of(row);
    widgets::text_in(ui, columns.number, &(index + 1).to_string(), font(12.0), t.t3);
    let name = &unit.committee.name;
    let spoken = |words| format!("{} {}", lang.of(words), index + 1);
    let width = columns.hans.width();
    let hans = inside(ui, columns.hans, |ui| {
        fields::text(ui, "hans", &name.hans, &spoken(words::NAME_HANS), width)
    });
    let hant = inside(ui, columns.hant, |ui| {
        fields::text(ui, "hant", &name.hant, &spoken(words::NAME_HANT), width)
    });
    if hans.is_some() || hant.is_some() {
        let hans = hans.unwrap_or_else(|| name.hans.clone());
        let hant = hant.unwrap_or_else(|| follow(name, &hans, view));
        change(view, send, |units| units[index].name = TwoName { hans, hant });
    }
    widgets::text_in(
        ui,
        columns.count,
        &words::boards_short(lang, unit.rows.len()),
        font(12.0),
        t.t2,
    );
    inside(ui, columns.due, |ui| due_ui(ui, unit, index, lang, send));
    inside(ui, columns.buttons, |ui| {
        if icon_button_sized(ui, i::ICON_ARROW_UPWARD, lang.of(words::UP), false, index > 0, 28.0).clicked() {
            change(view, send, |units| units.swap(index, index - 1));
        }
        if icon_button_sized(
            ui,
            i::ICON_ARROW_DOWNWARD,
            lang.of(words::DOWN),
            false,
            index + 1 < last,
            28.0,
        )
        .clicked()
        {
            change(view, send, |units| units.swap(index, index + 1));
        }
        let has_boards = !unit.rows.is_empty();
        let word = if has_boards {
            words::UNIT_HAS_BOARDS
        } else {
            words::REMOVE
        };
        if icon_button_sized(ui, i::ICON_DELETE, lang.of(word), false, !has_boards, 28.0).clicked() {
            change(view, send, |units| {
                units.remove(index);
            });
        }
    });
}

/// The day, typed as people write it; emptied, there is none.
fn due_ui(ui: &mut Ui, unit: &UnitRow, index: usize, lang: Lang, send: &mut Sender) {
    let shown = unit.due.map(|day| day.to_string()).unwrap_or_default();
    let name = format!("{} {}", lang.of(ledger_book::DUE), index + 1);
    if let Some(typed) = fields::text(ui, "due", &shown, &name, 100.0) {
        let day = Day::parse(&typed);
        if day.is_some() || typed.trim().is_empty() {
            let committee = unit.committee.id;
            send.command(Command::SetDue { committee, day });
        } else {
            send.send(Message::Toast(lang.of(NO_DAY).into(), false));
        }
    }
    if unit.late > 0 {
        widgets::chip(ui, None, &words::with_count(lang, super::LATE, unit.late), Mood::Error);
    }
}

const NO_DAY: words::Words = [
    "日期请写成 2026-12-01 这样",
    "日期請寫成 2026-12-01 這樣",
    "Please write the day as 2026-12-01",
];

/// The Traditional name goes along while it is what the converter makes of the Simplified one.
fn follow(name: &TwoName, hans: &str, view: &View<'_>) -> String {
    if name.hant == traditional(&name.hans, view) || name.hant.trim().is_empty() {
        traditional(hans, view)
    } else {
        name.hant.clone()
    }
}

fn traditional(hans: &str, view: &View<'_>) -> String {
    let show = view.exhibition;
    let words: &Words = &show.words;
    convert(hans, config(Script::Hans, show.show.region), words, &[]).text
}

fn change(view: &View<'_>, send: &mut Sender, how: impl FnOnce(&mut Vec<Committee>)) {
    let mut units = view.exhibition.committees.to_vec();
    how(&mut units);
    send.command(Command::SetCommittees(units));
}

fn add_ui(ui: &mut Ui, pane: &mut OverviewPane, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let t = tokens(ui);
    ui.add_space(12.0);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    let columns = Columns::of(head);
    widgets::text_in(ui, columns.hans, lang.of(words::ADD_UNIT), bold(12.0), t.t1);
    widgets::text_in(ui, columns.hant, lang.of(words::SAME_IF_BLANK), font(12.0), t.t3);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    let columns = Columns::of(row);
    let [hans, hant] = &mut pane.new_unit;
    let width = columns.hans.width();
    let first = inside(ui, columns.hans, |ui| {
        widgets::field(ui, hans, lang.of(words::NEW_UNIT), "", width)
    });
    let second = inside(ui, columns.hant, |ui| {
        let name = format!("{} {}", lang.of(words::NEW_UNIT), named(lang));
        widgets::field(ui, hant, &name, "", width)
    });
    let is_ready = !hans.trim().is_empty();
    let entered = (first.lost_focus() || second.lost_focus()) && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let place = Rect::from_min_max(columns.count.min, columns.buttons.max);
    let clicked = inside(ui, place, |ui| {
        Button::new(lang.of(words::ADD_UNIT))
            .icon(i::ICON_ADD)
            .enabled(is_ready)
            .show(ui)
            .clicked()
    });
    if is_ready && (clicked || entered) {
        let hans = std::mem::take(hans).trim().to_string();
        let typed = std::mem::take(hant).trim().to_string();
        let hant = if typed.is_empty() {
            traditional(&hans, view)
        } else {
            typed
        };
        change(view, send, |units| {
            units.push(Committee {
                id: CommitteeId::random(),
                name: TwoName { hans, hant },
            });
        });
    }
    ui.add_space(24.0);
}

fn named(lang: Lang) -> &'static str {
    lang.of(words::TRADITIONAL)
}
