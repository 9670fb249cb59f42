//! What comes onto the new board: size, photos with captions, text, and for whom it is.

use super::{NewBoard, ask_files, say};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, field_look, paint_icon};
use crate::app::words;
use crate::base::Lang;
use crate::geom::Size;
use egui::{
    Event, Margin, Rect, Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;

/// A text longer than this is counted, not shown: laying it out would hold up the window at every key.
const SHOWN: usize = 20_000;
const BOX: f32 = 148.0;

pub fn left_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>, send: &mut Sender) {
    ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
    ScrollArea::vertical()
        .id_salt("new board")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            // The bar of the scroll area stands beside, not on the fields.
            ui.set_max_width(ui.available_width() - 12.0);
            head(ui, view.lang.of(say::SIZES), "");
            sizes_ui(ui, form);
            ui.add_space(8.0);
            photos_ui(ui, form, view, send);
            ui.add_space(8.0);
            text_ui(ui, form, view, send);
            ui.add_space(8.0);
            about_ui(ui, form, view);
        });
}

/// While files hang over the window: where they would go.
pub fn hover_ui(ui: &Ui, lang: Lang, whole: Rect) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let t = tokens(ui);
    let painter = ui.painter();
    painter.rect(
        whole,
        8,
        t.panel.0.gamma_multiply(0.85),
        Stroke::new(2.0, t.accent.0),
        StrokeKind::Inside,
    );
    paint_icon(
        ui,
        i::ICON_ADD_PHOTO_ALTERNATE,
        whole.center() - vec2(0.0, 28.0),
        28.0,
        t.accent.0,
    );
    let words = widgets::elided(ui, lang.of(say::LET_GO), bold(16.0), t.accent.0, whole.width());
    widgets::paint_middle(
        ui,
        whole.center().x - words.size().x / 2.0,
        whole.center().y + 8.0,
        words,
        t.accent.0,
    );
}

fn head(ui: &mut Ui, title: &str, count: &str) {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        widgets::line(ui, title, bold(13.0), t.t1, 20.0);
        if !count.is_empty() {
            widgets::line(ui, count, font(12.0), t.t2, 20.0);
        }
    });
}

fn sizes_ui(ui: &mut Ui, form: &mut NewBoard) {
    let width = (ui.available_width() - 16.0) / 3.0;
    let mut picked = None;
    for row in form.sizes.iter().enumerate().collect::<Vec<_>>().chunks(3) {
        ui.horizontal(|ui| {
            for (at, size) in row {
                if size_ui(ui, **size, *at == form.size, width) {
                    picked = Some(*at);
                }
            }
        });
    }
    if let Some(at) = picked.filter(|at| *at != form.size) {
        form.size = at;
        form.touch(ui);
    }
}

/// The board's shape and its measures.
fn size_ui(ui: &mut Ui, size: Size, is_chosen: bool, width: f32) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 64.0), Sense::click());
    let name = words::size_cm(size.w, size.h);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
    let (fill, stroke) = match is_chosen {
        true => (t.accent_soft.0, Stroke::new(2.0, t.accent.0)),
        false if response.hovered() => (t.hover.0, Stroke::new(1.0, t.line2.0)),
        false => (t.panel.0, Stroke::new(1.0, t.line2.0)),
    };
    ui.painter().rect(rect, 8, fill, stroke, StrokeKind::Inside);
    let scale = 28.0 / size.w.max(size.h) as f32;
    let shape = vec2(size.w as f32 * scale, size.h as f32 * scale);
    let place = Rect::from_center_size(pos2(rect.center().x, rect.top() + 22.0), shape);
    let colour = if is_chosen { t.accent.0 } else { t.line2.0 };
    ui.painter().rect_filled(place, 1, colour);
    let (face, ink) = if is_chosen {
        (bold(12.0), t.accent)
    } else {
        (font(12.0), t.t2)
    };
    let words = widgets::elided(ui, &name, face, ink.0, width - 4.0);
    widgets::paint_middle(
        ui,
        rect.center().x - words.size().x / 2.0,
        rect.bottom() - 14.0,
        words,
        ink.0,
    );
    widgets::focus_ring(ui, &response, rect, 8);
    response.clicked()
}

fn photos_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    ui.horizontal(|ui| {
        let count = form.photos.len();
        let count = if count > 0 {
            say::photos(lang, count)
        } else {
            String::new()
        };
        head(ui, lang.of(say::PHOTOS), &count);
        if !form.photos.is_empty() {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if widgets::link(ui, lang.of(say::ADD)).clicked() {
                    ask_files(send);
                }
            });
        }
    });
    if form.photos.is_empty() && drop_ui(ui, lang.of(say::DROP_PHOTOS)) {
        ask_files(send);
    }
    let mut deed = None;
    let count = form.photos.len();
    for (at, (facts, caption)) in form.photos.iter_mut().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let (rect, response) = ui.allocate_exact_size(vec2(44.0, 32.0), Sense::hover());
            let texture = view.pictures.photo(facts, (44.0 * ui.ctx().pixels_per_point()) as u32);
            widgets::thumbnail(ui, rect, texture);
            response.on_hover_text(&facts.name);
            let name = format!("{} {}", lang.of(say::CAPTION_HINT), at + 1);
            let width = ui.available_width() - 2.0 * 28.0;
            let field = widgets::field(ui, caption, &name, lang.of(say::CAPTION_HINT), width);
            if field.changed() {
                deed = Some((at, Deed::Said));
            }
            let earlier = format!("{} {}", lang.of(say::EARLIER), at + 1);
            if widgets::icon_button_sized(ui, i::ICON_ARROW_UPWARD, &earlier, false, at > 0, 24.0).clicked() {
                deed = Some((at, Deed::Earlier));
            }
            let remove = format!("{} {}", lang.of(say::REMOVE), at + 1);
            if widgets::icon_button_sized(ui, i::ICON_CLOSE, &remove, false, true, 24.0).clicked() {
                deed = Some((at, Deed::Remove));
            }
        });
    }
    if let Some((at, deed)) = deed.filter(|(at, _)| *at < count) {
        match deed {
            Deed::Said => {}
            Deed::Earlier => form.photos.swap(at, at.saturating_sub(1)),
            Deed::Remove => {
                form.photos.remove(at);
            }
        }
        form.touch(ui);
    }
    if let Some((job, progress)) = &form.coming {
        let (done, total) = progress.state();
        let t = tokens(ui);
        ui.horizontal(|ui| {
            widgets::line(ui, &say::gathering(lang, done, total), font(12.0), t.t2, 24.0);
            if widgets::link(ui, lang.of(say::STOP)).clicked() {
                send.send(Message::StopJob(*job));
            }
        });
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
        widgets::bar(ui, rect, (total > 0).then(|| done as f32 / total as f32));
    }
}

enum Deed {
    Said,
    Earlier,
    Remove,
}

/// A dashed place that asks for something; `true` when clicked.
fn drop_ui(ui: &mut Ui, words: &str) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
    let fill = if response.hovered() { t.hover.0 } else { t.field.0 };
    ui.painter().rect_filled(rect, 8, fill);
    let outline = rect.shrink(0.5);
    let corners = [
        outline.left_top(),
        outline.right_top(),
        outline.right_bottom(),
        outline.left_bottom(),
        outline.left_top(),
    ];
    ui.painter()
        .extend(Shape::dashed_line(&corners, Stroke::new(1.0, t.line2.0), 5.0, 4.0));
    paint_icon(
        ui,
        i::ICON_ADD_PHOTO_ALTERNATE,
        rect.center() - vec2(0.0, 12.0),
        20.0,
        t.t2.0,
    );
    let words = widgets::elided(ui, words, font(12.0), t.t2.0, rect.width() - 16.0);
    widgets::paint_middle(
        ui,
        rect.center().x - words.size().x / 2.0,
        rect.center().y + 14.0,
        words,
        t.t2.0,
    );
    widgets::focus_ring(ui, &response, rect, 8);
    response.clicked()
}

fn text_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let t = tokens(ui);
    ui.horizontal(|ui| {
        let count = form.proposed.outline.characters;
        let count = if count > 0 {
            say::characters(lang, count)
        } else {
            String::new()
        };
        head(ui, lang.of(say::TEXT), &count);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let file = widgets::link(ui, lang.of(say::FROM_FILE));
            if file.on_hover_text(lang.of(say::FROM_FILE_HELP)).clicked() {
                ask_files(send);
            }
            if !form.text.is_empty() && widgets::link(ui, lang.of(say::CLEAR)).clicked() {
                form.text.clear();
                form.touch(ui);
            }
        });
    });
    let name = lang.of(say::TEXT);
    if form.text.len() > SHOWN {
        widgets::paragraph(ui, &say::too_long(lang, form.text.chars().count()), 13.0, t.t1);
    } else {
        take_long_paste(ui, form);
        box_ui(ui, form, name, lang.of(say::PASTE_HERE));
    }
    if form.proposed.is_too_long && form.text.len() <= SHOWN {
        widgets::paragraph(ui, &say::too_long(lang, form.proposed.outline.characters), 12.0, t.warn);
    }
    for (name, text) in say::outline(lang, &form.proposed.outline) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
        widgets::text_in(
            ui,
            Rect::from_min_size(rect.min, vec2(52.0, 22.0)),
            &name,
            font(12.0),
            t.t2,
        );
        let rest = Rect::from_min_max(rect.min + vec2(56.0, 0.0), rect.max);
        widgets::told_in(ui, rest, &text, font(12.0), t.t1);
    }
    if !form.proposed.left_out.is_empty() {
        let lines = say::left_out(lang, form.proposed.left_out.len());
        let note = widgets::paragraph(ui, &lines, 12.0, t.t2);
        note.on_hover_text(form.proposed.left_out.join("\n"));
    }
}

fn box_ui(ui: &mut Ui, form: &mut NewBoard, name: &str, hint: &str) {
    let t = tokens(ui);
    let shape = ui.painter().add(Shape::Noop);
    let (outer, _) = ui.allocate_exact_size(vec2(ui.available_width(), BOX), Sense::hover());
    let mut inner = ui.new_child(egui::UiBuilder::new().max_rect(outer.shrink(1.0)));
    let response = ScrollArea::vertical()
        .id_salt("text")
        .auto_shrink([false, false])
        .show(&mut inner, |ui| {
            let edit = TextEdit::multiline(&mut form.text)
                .font(font(13.0))
                .hint_text(egui::RichText::new(hint).color(t.t3.0))
                .frame(egui::Frame::new().inner_margin(Margin::symmetric(8, 6)))
                .min_size(vec2(0.0, BOX - 2.0))
                .desired_width(f32::INFINITY);
            ui.add(edit).accessible_name(name)
        })
        .inner;
    let (fill, stroke) = field_look(t, &response);
    ui.painter().set(
        shape,
        egui::epaint::RectShape::new(outer, 6, fill, stroke, StrokeKind::Inside),
    );
    if response.changed() {
        form.touch(ui);
    }
}

/// A book that is pasted never comes into the field: it is kept, counted and made into a series.
fn take_long_paste(ui: &Ui, form: &mut NewBoard) {
    if !ui.ctx().text_edit_focused() {
        return;
    }
    let mut long = None;
    ui.ctx().input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if form.text.len() + text.len() > SHOWN => {
                long = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    if let Some(text) = long {
        form.text.push_str(&text);
        form.touch(ui);
    }
}

fn about_ui(ui: &mut Ui, form: &mut NewBoard, view: &View<'_>) {
    let lang = view.lang;
    let show = view.exhibition;
    head(ui, lang.of(say::ABOUT), "");
    let width = ui.available_width();
    labelled(ui, lang.of(words::FOR_UNIT), |ui| {
        if show.committees.is_empty() {
            widgets::field(
                ui,
                &mut form.unit_name,
                lang.of(say::UNIT_NAME),
                lang.of(say::UNIT_NAME),
                width,
            );
            return;
        }
        let names: Vec<String> = show
            .committees
            .iter()
            .map(|unit| words::name_of(&unit.name, lang).to_string())
            .collect();
        let at = show.committees.iter().position(|unit| Some(unit.id) == form.unit);
        let picked = widgets::dropdown(ui, lang.of(words::FOR_UNIT), &names, at.unwrap_or(usize::MAX), width);
        if let Some(picked) = picked {
            form.unit = Some(show.committees[picked].id);
            form.touch(ui);
        }
    });
    ui.horizontal(|ui| {
        labelled(ui, lang.of(words::NEW_CODE), |ui| {
            widgets::field(ui, &mut form.code, lang.of(words::NEW_CODE), "", 116.0);
        });
        labelled(ui, lang.of(say::MATERIAL), |ui| {
            let width = width - 124.0;
            widgets::field(
                ui,
                &mut form.material,
                lang.of(say::MATERIAL),
                lang.of(say::MATERIAL_HINT),
                width,
            );
        });
    });
}

fn labelled(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::heading(ui, label);
        add(ui);
    });
}
