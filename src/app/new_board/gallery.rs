//! Every template of the size with the person's own photos and texts in it, those that suit best first.

use super::{NewBoard, say, template_title};
use crate::app::restyle::picture_ui;
use crate::app::theme::{font, tokens};
use crate::app::view::View;
use crate::app::widgets::{self, Mood};
use crate::app::words;
use crate::compose::Restyled;
use crate::model::Exhibition;
use crate::script::Script;
use egui::{Align, Key, Layout, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeSet;

const GAP: f32 = 16.0;
/// Name and measures under a picture.
const NAME: f32 = 40.0;

/// `true` when one was double clicked.
pub fn gallery_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>) -> bool {
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    head_ui(ui, form, view);
    let count = form.shown().count();
    let t = tokens(ui);
    let sentence = say::filled(view.lang, count, form.text.trim().is_empty() && form.photos.is_empty());
    widgets::line(ui, &sentence, font(12.0), t.t2, 20.0);
    if count == 0 {
        if form.proposed.is_too_long {
            let words = say::too_long(view.lang, form.proposed.outline.characters);
            widgets::empty_state(ui, i::ICON_AUTO_STORIES, &words, None);
        } else if form.asked.is_some() && !form.sizes.is_empty() && form.preview.is_some() {
            widgets::empty_state(ui, i::ICON_DASHBOARD_CUSTOMIZE, view.lang.of(say::NO_SIZE), None);
        }
        return false;
    }
    keys(ui, form);
    cards_ui(ui, form, view)
}

fn head_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>) {
    let lang = view.lang;
    let families: BTreeSet<&str> = form
        .proposed
        .options
        .iter()
        .map(|option| option.template.family.as_str())
        .collect();
    let families: Vec<String> = families.into_iter().map(str::to_string).collect();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        if widgets::filter_chip(ui, lang.of(say::ALL), form.family.is_none()).clicked() {
            form.family = None;
        }
        for family in families {
            let is_on = form.family.as_deref() == Some(&family);
            if widgets::filter_chip(ui, &words::family(lang, &family), is_on).clicked() {
                form.family = (!is_on).then_some(family);
                form.chosen = None;
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let names = [words::SIMPLIFIED, words::TRADITIONAL].map(|word| (None, lang.of(word)));
            let now = form
                .script
                .or(form.proposed.options.first().map(|option| option.board.script));
            let now = now.unwrap_or_default() as usize;
            if let Some(at) = widgets::segmented(ui, "script", &names, now, 32.0) {
                form.script = Some([Script::Hans, Script::Hant][at]);
                form.touch(ui);
            }
        });
    });
}

/// Arrows choose while nothing else wants them.
fn keys(ui: &Ui, form: &mut NewBoard) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let (left, right) = ui.input(|input| (input.key_pressed(Key::ArrowLeft), input.key_pressed(Key::ArrowRight)));
    if left == right {
        return;
    }
    let names: Vec<String> = form.shown().map(|(_, option)| option.template.name.clone()).collect();
    let now = form.chosen().map(|option| option.template.name.clone());
    let at = names.iter().position(|name| Some(name) == now.as_ref()).unwrap_or(0);
    let next = if left {
        at.saturating_sub(1)
    } else {
        (at + 1).min(names.len().saturating_sub(1))
    };
    form.chosen = names.get(next).cloned();
}

fn cards_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>) -> bool {
    let room = ui.available_width() - 12.0;
    let size = form.sizes.get(form.size).copied().unwrap_or_default();
    let ratio = (size.w / size.h.max(1.0)) as f32;
    // Wide boards want wide cards; a portrait stands as high as three quarters of a landscape's width.
    let wanted = if ratio > 1.2 { 300.0 } else { 184.0 };
    let columns = ((room + GAP) / (wanted + GAP)).floor().max(1.0);
    let width = (room - GAP * (columns - 1.0)) / columns;
    let height = (width / ratio).min(320.0) + NAME;
    let shown: Vec<(usize, Restyled)> = form.shown().map(|(at, option)| (at, option.clone())).collect();
    let chosen = form.chosen().map(|option| option.template.name.clone());
    let (mut picked, mut is_sure) = (None, false);
    let Some(show) = &form.preview else { return false };
    ScrollArea::vertical()
        .id_salt("gallery")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, GAP);
            for row in shown.chunks(columns as usize) {
                ui.horizontal(|ui| {
                    for (at, option) in row {
                        let is_chosen = chosen.as_ref() == Some(&option.template.name);
                        let suits = *at < 3;
                        let response = card_ui(ui, view, show, option, is_chosen, suits, vec2(width, height));
                        if response.clicked() {
                            picked = Some(option.template.name.clone());
                        }
                        is_sure |= response.double_clicked();
                    }
                });
            }
        });
    if picked.is_some() {
        form.chosen = picked;
    }
    is_sure
}

fn card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    show: &Exhibition,
    option: &Restyled,
    is_chosen: bool,
    suits: bool,
    size: egui::Vec2,
) -> egui::Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = template_title(&option.template, view);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let room = Rect::from_min_max(rect.min + vec2(4.0, 4.0), rect.max - vec2(4.0, NAME));
    picture_ui(ui, view, show, &option.board, room);
    let stroke = match is_chosen {
        true => Stroke::new(2.0, t.accent.0),
        false if response.hovered() => Stroke::new(1.0, t.line2.0),
        false => Stroke::NONE,
    };
    ui.painter().rect_stroke(rect, 8, stroke, StrokeKind::Inside);
    let line = Rect::from_min_max(
        pos2(rect.left() + 8.0, rect.bottom() - NAME + 8.0),
        rect.max - vec2(8.0, 8.0),
    );
    let colour = if is_chosen { t.accent } else { t.t1 };
    let mut end = line.right();
    if suits {
        let words = view.lang.of(say::SUITS);
        let chip = Rect::from_min_max(pos2(line.right() - 52.0, line.top() + 2.0), line.right_bottom());
        let mut at = ui.new_child(
            egui::UiBuilder::new()
                .max_rect(chip)
                .layout(Layout::right_to_left(Align::Center)),
        );
        widgets::chip(&mut at, None, words, Mood::Accent);
        end = at.min_rect().left() - 6.0;
    }
    widgets::text_in(
        ui,
        Rect::from_min_max(line.min, pos2(end, line.bottom())),
        name,
        font(13.0),
        colour,
    );
    widgets::focus_ring(ui, &response, rect, 8);
    response
}
