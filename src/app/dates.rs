//! A day: typed, a day earlier or later by a click, or picked from a small calendar.

use super::fields;
use super::theme::{bold, font, tokens};
use super::widgets::{self, icon_button_sized};
use super::words;
use crate::base::{Day, Lang};
use egui::{
    Align2, CursorIcon, Id, Popup, PopupCloseBehavior, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};
use egui_material_icons::icons as i;

const BUTTON: f32 = 28.0;
/// A day in the calendar.
const CELL: f32 = 32.0;

/// `Some` when the person chose another day; within it `None` when the field was emptied. `usual` is what holds then.
pub fn day_ui(
    ui: &mut Ui,
    key: &str,
    name: &str,
    day: Option<Day>,
    usual: Day,
    lang: Lang,
    width: f32,
) -> Option<Option<Day>> {
    let mut chosen = None;
    let bad = ui.scope_id().with((key, "bad"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let shown = day.map(|day| day.to_string()).unwrap_or_default();
        let hint = usual.to_string();
        let typed = fields::hinted(ui, key, &shown, name, &hint, width - 3.0 * (BUTTON + 2.0));
        if let Some(typed) = typed {
            let read = Day::parse(&typed);
            let is_bad = read.is_none() && !typed.trim().is_empty();
            ui.data_mut(|data| data.insert_temp(bad, is_bad));
            if !is_bad {
                chosen = Some(read);
            }
        }
        let now = day.unwrap_or(usual);
        for (icon, word, days) in [
            (i::ICON_CHEVRON_LEFT, words::DAY_BEFORE, -1),
            (i::ICON_CHEVRON_RIGHT, words::DAY_AFTER, 1),
        ] {
            if icon_button_sized(ui, icon, lang.of(word), false, true, BUTTON).clicked() {
                chosen = Some(Some(now.plus(days)));
            }
        }
        let open = icon_button_sized(
            ui,
            i::ICON_CALENDAR_MONTH,
            lang.of(words::CALENDAR),
            false,
            true,
            BUTTON,
        );
        if let Some(picked) = calendar_ui(&open, now, lang) {
            chosen = Some(Some(picked));
        }
    });
    if chosen.is_some() {
        ui.data_mut(|data| data.insert_temp(bad, false));
    }
    if ui.data(|data| data.get_temp(bad)).unwrap_or(false) {
        widgets::paragraph(ui, lang.of(words::NO_DAY), 12.0, tokens(ui).error);
    }
    chosen
}

/// A month to pick a day from, under its button.
fn calendar_ui(button: &Response, day: Day, lang: Lang) -> Option<Day> {
    let shown_id: Id = button.id.with("month");
    let mut picked = None;
    let popup = Popup::menu(button)
        .width(7.0 * CELL)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let shown = popup.show(|ui| {
        let t = tokens(ui);
        let month = ui.data(|data| data.get_temp::<Day>(shown_id)).unwrap_or(day);
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.horizontal(|ui| {
            let step = |ui: &mut Ui, icon, word, months| {
                if icon_button_sized(ui, icon, lang.of(word), false, true, BUTTON).clicked() {
                    let other = month.plus_months(months);
                    ui.data_mut(|data| data.insert_temp(shown_id, other));
                }
            };
            step(ui, i::ICON_CHEVRON_LEFT, words::MONTH_BEFORE, -1);
            let (rect, told) = ui.allocate_exact_size(vec2(7.0 * CELL - 2.0 * BUTTON, BUTTON), Sense::hover());
            let title = words::month(lang, month.year(), month.month());
            told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &title));
            ui.painter()
                .text(rect.center(), Align2::CENTER_CENTER, title, bold(13.0), t.t1.0);
            step(ui, i::ICON_CHEVRON_RIGHT, words::MONTH_AFTER, 1);
        });
        ui.horizontal(|ui| {
            for word in words::WEEKDAYS {
                let (rect, _) = ui.allocate_exact_size(vec2(CELL, 22.0), Sense::hover());
                ui.painter()
                    .text(rect.center(), Align2::CENTER_CENTER, lang.of(word), font(11.0), t.t3.0);
            }
        });
        let first = month.plus(1 - i64::from(month.of_month()));
        let blank = usize::from(first.weekday());
        let days: Vec<Option<Day>> = std::iter::repeat_n(None, blank)
            .chain(month.whole_month().map(Some))
            .collect();
        for week in days.chunks(7) {
            ui.horizontal(|ui| {
                for cell in week {
                    match cell {
                        Some(other) if cell_ui(ui, *other, *other == day).clicked() => {
                            picked = Some(*other);
                            ui.close();
                        }
                        Some(_) => {}
                        None => ui.add_space(CELL),
                    }
                }
            });
        }
    });
    if shown.is_none() {
        // It opens at the chosen day's month the next time.
        button.ctx.data_mut(|data| data.remove::<Day>(shown_id));
    }
    picked
}

fn cell_ui(ui: &mut Ui, day: Day, is_chosen: bool) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(CELL, CELL - 4.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, day.to_string()));
    let inner = rect.shrink(1.0);
    if is_chosen {
        ui.painter().rect_filled(inner, 6, t.accent_soft.0);
    } else if response.hovered() {
        ui.painter().rect_filled(inner, 6, t.hover.0);
    }
    if day == Day::today() {
        ui.painter()
            .rect_stroke(inner, 6, Stroke::new(1.0, t.line2.0), StrokeKind::Inside);
    }
    let (face, colour) = if is_chosen {
        (bold(13.0), t.accent.0)
    } else {
        (font(13.0), t.t1.0)
    };
    ui.painter().text(
        inner.center(),
        Align2::CENTER_CENTER,
        day.of_month().to_string(),
        face,
        colour,
    );
    widgets::focus_ring(ui, &response, inner, 6);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
