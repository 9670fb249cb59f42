//! 回收站: deleted boards with their day and the place they came from; back to it, or gone for good.

use crate::app::dialogs;
use crate::app::exchange::{Ask, say};
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, empty_state, icon_button_sized};
use crate::app::words;
use crate::base::Day;
use crate::model::{Binned, BoardId, Command};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

pub(super) fn bin_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let t = tokens(ui);
    let bin = &view.exhibition.bin;
    if bin.is_empty() {
        empty_state(ui, i::ICON_DELETE, lang.of(say::BIN_EMPTY), None);
        return;
    }
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 44.0), Sense::hover());
    ui.painter()
        .hline(head.x_range(), head.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let columns = Columns::of(head);
    for (place, name) in [
        (columns.title, words::TITLE),
        (columns.unit, words::UNIT),
        (columns.from, say::CAME_FROM),
        (columns.day, say::DELETED_ON),
        (columns.left, say::DAYS_LEFT),
    ] {
        widgets::text_in(ui, place, lang.of(name), font(12.0), t.t2);
    }
    inside(ui, columns.buttons, |ui| {
        if Button::new(lang.of(say::EMPTY_BIN)).small().show(ui).clicked() {
            let all = bin.iter().map(|binned| binned.board.id).collect();
            send.send(for_good(all));
        }
    });
    ScrollArea::vertical()
        .id_salt("bin")
        .auto_shrink([false, false])
        .show_rows(ui, 48.0, bin.len(), |ui, shown| {
            ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
            // The last one deleted first.
            for binned in bin.iter().rev().skip(shown.start).take(shown.len()) {
                ui.push_id(binned.board.id, |ui| row_ui(ui, binned, view, send));
            }
        });
}

fn for_good(boards: Vec<BoardId>) -> Message {
    Message::Ask(dialogs::Ask::Exchange(Ask::ForGood(boards)))
}

fn row_ui(ui: &mut Ui, binned: &Binned, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let t = tokens(ui);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    ui.painter()
        .hline(row.x_range(), row.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let columns = Columns::of(row);
    let title = binned.board.title();
    let name = format!("{}　{title}", binned.board.code);
    widgets::told_in(ui, columns.title, &name, font(13.0), t.t1);
    let unit = binned.unit.as_ref().map_or("", |unit| words::name_of(&unit.name, lang));
    widgets::text_in(ui, columns.unit, unit, font(12.0), t.t2);
    let from = say::came_from(lang, binned.number, binned.places.len());
    widgets::text_in(ui, columns.from, &from, font(12.0), t.t2);
    let day = Day::of_moment(&binned.at);
    let shown = day.map(|day| day.to_string()).unwrap_or_default();
    widgets::text_in(ui, columns.day, &shown, font(12.0), t.t2);
    let left = day.map_or(Binned::DAYS, |day| (Binned::DAYS - day.until(Day::today())).max(0));
    widgets::text_in(ui, columns.left, &say::days(lang, left), font(12.0), t.t2);
    inside(ui, columns.buttons, |ui| {
        let label = format!("{} {}", lang.of(say::FOR_GOOD), binned.board.code);
        if icon_button_sized(ui, i::ICON_DELETE_FOREVER, &label, false, true, 28.0).clicked() {
            send.send(for_good(vec![binned.board.id]));
        }
        let label = format!("{} {}", lang.of(say::RESTORE), binned.board.code);
        if icon_button_sized(ui, i::ICON_RESTORE_FROM_TRASH, &label, false, true, 28.0).clicked() {
            send.command(Command::RestoreBoard(binned.board.id));
            send.send(Message::Toast(say::put_back(lang, &title), true));
        }
    });
}

struct Columns {
    title: Rect,
    unit: Rect,
    from: Rect,
    day: Rect,
    left: Rect,
    buttons: Rect,
}

impl Columns {
    fn of(row: Rect) -> Columns {
        let part = |from: f32, to: f32| Rect::from_min_max(pos2(from, row.top()), pos2(to - 12.0, row.bottom()));
        let (left, right) = (row.left() + 24.0, row.right() - 12.0);
        let end = right - 140.0;
        let day = end - 70.0;
        let from = day - 100.0;
        let unit = from - 190.0;
        let title = (unit - 150.0).max(left + 120.0);
        Columns {
            title: part(left, title),
            unit: part(title, unit),
            from: part(unit, from),
            day: part(from, day),
            left: part(day, end),
            buttons: part(end, right),
        }
    }
}

fn inside<R>(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui) -> R) -> R {
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 4.0;
    add(&mut child)
}
