//! Who sits at this desk, in the top bar; and the settings that are this person's own.

use super::session::{Session, ThemeChoice};
use super::theme::{bold, font, tokens};
use super::widgets;
use super::{welcome, words};
use egui::{Popup, PopupCloseBehavior, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

const FACE: f32 = 28.0;

/// Who sits at this desk, where they have said so: the unit's or the person's first character in a circle.
fn person_of(session: &Session) -> Option<String> {
    let settings = &session.settings;
    let told: Vec<&str> = [settings.name.trim(), settings.unit.trim()]
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

pub fn width(ui: &Ui, session: &Session) -> f32 {
    match person_of(session) {
        Some(_) if has_room_for_unit(ui, session) => FACE + 8.0 + UNIT + 8.0,
        Some(_) => FACE + 8.0,
        None => 0.0,
    }
}

/// Room for the unit's name beside the circle.
const UNIT: f32 = 96.0;

fn has_room_for_unit(ui: &Ui, session: &Session) -> bool {
    ui.ctx().content_rect().width() >= 1400.0 && !session.settings.unit.trim().is_empty()
}

/// The circle opens what the settings say of the person.
pub fn person_ui(ui: &mut Ui, session: &mut Session) {
    let t = tokens(ui);
    let Some(told) = person_of(session) else { return };
    let (wide, shows_unit) = (width(ui, session) - 8.0, has_room_for_unit(ui, session));
    let (rect, response) = ui.allocate_exact_size(vec2(wide, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &told));
    let middle = pos2(rect.left() + FACE / 2.0, rect.center().y);
    let fill = if response.hovered() { t.press.0 } else { t.accent_soft.0 };
    ui.painter().circle_filled(middle, FACE / 2.0, fill);
    let settings = &session.settings;
    let unit = settings.unit.trim();
    let first = if unit.is_empty() { settings.name.trim() } else { unit };
    let letter: String = first.chars().take(1).collect();
    let galley = ui.painter().layout_no_wrap(letter, bold(13.0), t.accent.0);
    let left = middle.x - galley.size().x / 2.0;
    widgets::paint_middle(ui, left, middle.y, galley, t.accent.0);
    if shows_unit {
        let place = Rect::from_min_max(pos2(rect.left() + FACE + 8.0, rect.top()), rect.max);
        widgets::text_in(ui, place, unit, font(13.0), t.t2);
    }
    widgets::focus_ring(ui, &response, rect, 6);
    let response = response.on_hover_text(&told);
    Popup::menu(&response)
        .width(320.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| settings_body(ui, session));
}

pub fn settings_ui(ui: &mut Ui, place: Rect, session: &mut Session) {
    let lang = session.lang();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place));
    let response = widgets::icon_button(&mut child, i::ICON_SETTINGS, lang.of(words::SETTINGS), false, true);
    Popup::menu(&response)
        .align(egui::RectAlign::RIGHT_END)
        .width(320.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            settings_body(ui, session);
        });
}

fn settings_body(ui: &mut Ui, session: &mut Session) {
    let margin = egui::Margin::symmetric(12, 8);
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        settings_rows_ui(ui, session);
    });
}

fn settings_rows_ui(ui: &mut Ui, session: &mut Session) {
    let lang = session.lang();
    let settings = &mut session.settings;
    welcome::person_ui(ui, settings);
    ui.add_space(8.0);
    widgets::heading(ui, lang.of(words::THEME));
    let themes = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    let names = [words::THEME_SYSTEM, words::THEME_LIGHT, words::THEME_DARK].map(|word| (None, lang.of(word)));
    let at = themes.iter().position(|other| *other == settings.theme).unwrap_or(0);
    if let Some(at) = widgets::segmented(ui, "theme", &names, at, 32.0) {
        settings.theme = themes[at];
    }
    ui.add_space(8.0);
    widgets::heading(ui, lang.of(words::SIZE_OF_UI));
    let scales = [100, 125, 150, 200];
    let names = [(None, "100%"), (None, "125%"), (None, "150%"), (None, "200%")];
    let at = scales.iter().position(|other| *other == settings.scale).unwrap_or(0);
    if let Some(at) = widgets::segmented(ui, "scale", &names, at, 32.0) {
        settings.scale = scales[at];
    }
}
