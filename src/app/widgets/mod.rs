//! Our own controls: allocate, sense, paint, and say to a screen reader what they are. Nothing else styles anything.

mod paint;
mod swatch;

pub use paint::{
    bar, body, elided, focus_ring, hairline, heading, keycap, line, paint_icon, paint_icon_filled, paint_middle,
    paragraph, raised, section, text_in, text_right, thumbnail, told_in,
};

pub use swatch::{in_print, swatch};

use super::theme::{Depth, Tokens, bold, font, tokens};
use egui::{
    Align, Align2, Color32, CursorIcon, Galley, Layout, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons as i;
use std::sync::Arc;

pub type Icon = MaterialIcon;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One in a view.
    Primary,
    Normal,
    Quiet,
    Danger,
    /// Filled red: only in the dialog that asks for confirmation.
    Confirm,
}

#[derive(Clone, Copy)]
pub struct Button<'a> {
    pub text: &'a str,
    pub icon: Option<Icon>,
    pub kind: Kind,
    pub height: f32,
    pub enabled: bool,
    /// 0: as wide as its text.
    pub width: f32,
}

impl<'a> Button<'a> {
    pub fn new(text: &'a str) -> Button<'a> {
        Button {
            text,
            icon: None,
            kind: Kind::Normal,
            height: 32.0,
            enabled: true,
            width: 0.0,
        }
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub fn small(mut self) -> Self {
        self.height = 24.0;
        self
    }

    pub fn large(mut self) -> Self {
        self.height = 40.0;
        self
    }

    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let size = match self.height as u32 {
            0..=24 => 12.0,
            40.. => 14.0,
            _ => 13.0,
        };
        let face = if matches!(self.kind, Kind::Primary | Kind::Confirm) {
            bold(size)
        } else {
            font(size)
        };
        let text = ui
            .painter()
            .layout_no_wrap(self.text.into(), face, Color32::PLACEHOLDER);
        let icon_size = if self.height <= 24.0 { 16.0 } else { 18.0 };
        let icon_room = if self.icon.is_some() { icon_size + 6.0 } else { 0.0 };
        let padding = match self.height as u32 {
            0..=24 => 8.0,
            40.. => 20.0,
            _ => 12.0,
        };
        let width = (text.size().x + icon_room + 2.0 * padding).max(self.width);
        let sense = if self.enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height), sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, self.enabled, self.text));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let (fill, outline, colour) = self.look(t, &response);
        let radius = if self.height >= 40.0 { 8 } else { 6 };
        ui.painter().rect(rect, radius, fill, outline, StrokeKind::Inside);
        let mut x = rect.center().x - (text.size().x + icon_room) / 2.0;
        if let Some(icon) = self.icon {
            paint_icon(ui, icon, pos2(x + icon_size / 2.0, rect.center().y), icon_size, colour);
            x += icon_room;
        }
        paint_middle(ui, x, rect.center().y, text, colour);
        focus_ring(ui, &response, rect, radius);
        response
    }

    fn look(&self, t: &Tokens, response: &Response) -> (Color32, Stroke, Color32) {
        let (hover, press) = (response.hovered(), response.is_pointer_button_down_on());
        let normal = if press {
            t.press
        } else if hover {
            t.hover
        } else {
            t.panel
        };
        if !self.enabled {
            let outline = if self.kind == Kind::Quiet {
                Color32::TRANSPARENT
            } else {
                t.line.0
            };
            let fill = if self.kind == Kind::Quiet {
                Color32::TRANSPARENT
            } else {
                t.field.0
            };
            return (fill, Stroke::new(1.0, outline), t.off.0);
        }
        match self.kind {
            Kind::Primary => (
                if hover || press { t.accent_hover.0 } else { t.accent.0 },
                Stroke::NONE,
                t.on.0,
            ),
            Kind::Confirm => (t.error.0, Stroke::NONE, t.panel.0),
            Kind::Normal => (normal.0, Stroke::new(1.0, t.line2.0), t.t1.0),
            Kind::Danger => (normal.0, Stroke::new(1.0, t.line2.0), t.error.0),
            Kind::Quiet => (
                if hover || press { normal.0 } else { Color32::TRANSPARENT },
                Stroke::NONE,
                t.t1.0,
            ),
        }
    }
}

pub fn button(ui: &mut Ui, text: &str) -> Response {
    Button::new(text).show(ui)
}

/// A square button with only an icon; `label` is its name for people and screen readers.
pub fn icon_button(ui: &mut Ui, icon: Icon, label: &str, chosen: bool, enabled: bool) -> Response {
    icon_button_sized(ui, icon, label, chosen, enabled, 32.0)
}

pub fn icon_button_sized(ui: &mut Ui, icon: Icon, label: &str, chosen: bool, enabled: bool, side: f32) -> Response {
    let t = tokens(ui);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, enabled, chosen, label));
    let fill = if chosen {
        t.accent_soft.0
    } else if enabled && response.is_pointer_button_down_on() {
        t.press.0
    } else if enabled && response.hovered() {
        t.hover.0
    } else {
        Color32::TRANSPARENT
    };
    let colour = if !enabled {
        t.off.0
    } else if chosen {
        t.accent.0
    } else if response.hovered() {
        t.t1.0
    } else {
        t.t2.0
    };
    ui.painter().rect_filled(rect, 6, fill);
    paint_icon(ui, icon, rect.center(), if side < 32.0 { 16.0 } else { 20.0 }, colour);
    focus_ring(ui, &response, rect, 6);
    response.on_hover_text(label).on_disabled_hover_text(label)
}

/// A tool of a toolbar: icon and word, chosen in the accent.
pub fn tool(ui: &mut Ui, icon: Icon, label: &str, chosen: bool, with_word: bool) -> Response {
    let t = tokens(ui);
    if !with_word {
        return icon_button(ui, icon, label, chosen, true);
    }
    let face = if chosen { bold(13.0) } else { font(13.0) };
    let text = ui.painter().layout_no_wrap(label.into(), face, Color32::PLACEHOLDER);
    let (rect, response) = ui.allocate_exact_size(vec2(text.size().x + 44.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, label));
    let fill = if chosen {
        t.accent_soft.0
    } else if response.hovered() {
        t.hover.0
    } else {
        Color32::TRANSPARENT
    };
    let colour = if chosen { t.accent.0 } else { t.t2.0 };
    ui.painter().rect_filled(rect, 6, fill);
    paint_icon(ui, icon, pos2(rect.left() + 18.0, rect.center().y), 20.0, colour);
    paint_middle(
        ui,
        rect.left() + 34.0,
        rect.center().y,
        text,
        if chosen { t.accent.0 } else { t.t1.0 },
    );
    focus_ring(ui, &response, rect, 6);
    response
}

/// Two to four choices in a trough; gives the new choice when one is clicked.
pub fn segmented(
    ui: &mut Ui,
    name: &str,
    choices: &[(Option<Icon>, &str)],
    chosen: usize,
    height: f32,
) -> Option<usize> {
    let t = tokens(ui);
    let size = if height < 32.0 { 12.0 } else { 13.0 };
    let galleys: Vec<Arc<Galley>> = choices
        .iter()
        .enumerate()
        .map(|(index, (_, label))| {
            let face = if index == chosen { bold(size) } else { font(size) };
            ui.painter().layout_no_wrap((*label).into(), face, Color32::PLACEHOLDER)
        })
        .collect();
    let bare: Vec<f32> = choices
        .iter()
        .zip(&galleys)
        .map(|((icon, label), galley)| {
            let icon = match (icon, label.is_empty()) {
                (Some(_), true) => 18.0,
                (Some(_), false) => 24.0,
                (None, _) => 0.0,
            };
            galley.size().x + icon
        })
        .collect();
    // Long words in a narrow panel have less air about them.
    let spare = ui.available_width() - 4.0 - bare.iter().sum::<f32>();
    let air = (spare / choices.len().max(1) as f32).floor().clamp(8.0, 24.0);
    let widths: Vec<f32> = bare.into_iter().map(|width| width + air).collect();
    let total: f32 = widths.iter().sum();
    let (rect, whole) = ui.allocate_exact_size(vec2(total + 4.0, height), Sense::hover());
    ui.painter().rect_filled(rect, 7, t.field.0);
    let mut x = rect.left() + 2.0;
    let mut picked = None;
    for (index, ((icon, label), width)) in choices.iter().zip(&widths).enumerate() {
        let cell = Rect::from_min_size(pos2(x, rect.top() + 2.0), vec2(*width, height - 4.0));
        x += width;
        let response = ui.interact(cell, whole.id.with((name, index)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, index == chosen, *label));
        let colour = if index == chosen || response.hovered() {
            t.t1.0
        } else {
            t.t2.0
        };
        if index == chosen {
            ui.painter().add(t.shadow(Depth::Segment).as_shape(cell, 5));
            ui.painter().rect_filled(cell, 5, t.seg_on.0);
        }
        let galley = galleys[index].clone();
        let mut at = cell.center().x - galley.size().x / 2.0;
        if let Some(icon) = icon {
            let shift = if label.is_empty() { 0.0 } else { 12.0 };
            paint_icon(
                ui,
                *icon,
                pos2(at - if label.is_empty() { 0.0 } else { 2.0 }, cell.center().y),
                18.0,
                colour,
            );
            at += shift;
        }
        paint_middle(ui, at, cell.center().y, galley, colour);
        focus_ring(ui, &response, cell, 5);
        if response.clicked() && index != chosen {
            picked = Some(index);
        }
    }
    picked
}

/// A row of tabs with an accent foot under the chosen one.
pub fn tabs(ui: &mut Ui, labels: &[(&str, usize)], chosen: usize) -> Option<usize> {
    let t = tokens(ui);
    let (rect, whole) = ui.allocate_exact_size(vec2(ui.available_width(), 40.0), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let galleys: Vec<(Arc<Galley>, Arc<Galley>)> = labels
        .iter()
        .enumerate()
        .map(|(index, (label, count))| {
            let face = if index == chosen { bold(13.0) } else { font(13.0) };
            let number = if *count > 0 { count.to_string() } else { String::new() };
            let lay = |text: String, face| ui.painter().layout_no_wrap(text, face, Color32::PLACEHOLDER);
            (lay((*label).into(), face), lay(number, font(11.0)))
        })
        .collect();
    let number_room = |number: &Galley| {
        if number.size().x > 0.0 {
            number.size().x + 4.0
        } else {
            0.0
        }
    };
    let width = |side: f32, with_numbers: bool| -> f32 {
        let of_tab = |(text, number): &(Arc<Galley>, Arc<Galley>)| {
            let room = if with_numbers { number_room(number) } else { 0.0 };
            text.size().x + room + 2.0 * side
        };
        galleys.iter().map(of_tab).sum()
    };
    // Where space is short the numbers go first, then the air.
    let ways = [(8.0, true), (8.0, false), (5.0, false)];
    let fits = ways
        .into_iter()
        .find(|(side, with)| width(*side, *with) <= rect.width() - 8.0);
    let (side, with_numbers) = fits.unwrap_or((3.0, false));
    let mut x = rect.left() + side.min(8.0);
    let mut picked = None;
    for (index, ((label, _), (text, number))) in labels.iter().zip(galleys).enumerate() {
        let room = if with_numbers { number_room(&number) } else { 0.0 };
        let cell = Rect::from_min_size(pos2(x, rect.top()), vec2(text.size().x + room + 2.0 * side, 40.0));
        x = cell.right();
        let response = ui.interact(cell, whole.id.with(("tab", index)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, index == chosen, *label));
        let colour = if index == chosen || response.hovered() {
            t.t1.0
        } else {
            t.t2.0
        };
        let text_width = text.size().x;
        paint_middle(ui, cell.left() + side, cell.center().y, text, colour);
        if with_numbers {
            let left = cell.left() + side + 4.0 + text_width;
            paint_middle(ui, left, cell.center().y, number, t.t3.0);
        }
        if index == chosen {
            let foot = Rect::from_min_max(pos2(cell.left(), cell.bottom() - 2.0), cell.max);
            ui.painter().rect_filled(foot, 0, t.accent.0);
        }
        focus_ring(ui, &response, cell.shrink(2.0), 4);
        if response.clicked() && index != chosen {
            picked = Some(index);
        }
    }
    picked
}

/// Which soft colours a chip wears.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Plain,
    Accent,
    Ok,
    Warn,
    Error,
    Doubt,
}

impl Mood {
    pub fn colours(self, t: &Tokens) -> (Color32, Color32) {
        match self {
            Mood::Plain => (t.field.0, t.t2.0),
            Mood::Accent => (t.accent_soft.0, t.accent.0),
            Mood::Ok => (t.ok_soft.0, t.ok.0),
            Mood::Warn => (t.warn_soft.0, t.warn.0),
            Mood::Error => (t.error_soft.0, t.error.0),
            Mood::Doubt => (t.doubt_soft.0, t.doubt.0),
        }
    }
}

pub fn chip(ui: &mut Ui, icon: Option<Icon>, text: &str, mood: Mood) -> Response {
    pill(ui, icon, text, mood, 20.0, Sense::hover(), Role::Label, false)
}

pub fn filter_chip(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let mood = if chosen { Mood::Accent } else { Mood::Plain };
    pill(ui, None, text, mood, 24.0, Sense::click(), Role::RadioButton, chosen)
}

fn pill(
    ui: &mut Ui,
    icon: Option<Icon>,
    text: &str,
    mood: Mood,
    height: f32,
    sense: Sense,
    role: Role,
    chosen: bool,
) -> Response {
    let t = tokens(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(text.into(), font(12.0), Color32::PLACEHOLDER);
    let icon_room = if icon.is_some() { 16.0 } else { 0.0 };
    let padding = if height > 20.0 { 10.0 } else { 8.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + icon_room + 2.0 * padding, height), sense);
    response.widget_info(|| WidgetInfo::selected(role, true, chosen, text));
    let (mut fill, colour) = mood.colours(t);
    if sense.senses_click() && response.hovered() && mood == Mood::Plain {
        fill = t.press.0;
    }
    ui.painter().rect_filled(rect, height / 2.0, fill);
    if let Some(icon) = icon {
        paint_icon(
            ui,
            icon,
            pos2(rect.left() + padding + 5.0, rect.center().y),
            14.0,
            colour,
        );
    }
    paint_middle(ui, rect.left() + padding + icon_room, rect.center().y, galley, colour);
    focus_ring(ui, &response, rect, (height / 2.0) as u8);
    response
}

/// A full-width row to put things on; hover and choice are painted, the caller paints the rest into the rectangle.
pub fn list_row(ui: &mut Ui, height: f32, chosen: bool, name: &str) -> (Rect, Response) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, name));
    let fill = if chosen {
        t.accent_soft.0
    } else if response.hovered() {
        t.hover.0
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, 0, fill);
    if response.has_focus() {
        ui.painter()
            .rect_stroke(rect.shrink(1.0), 2, Stroke::new(2.0, t.accent.0), StrokeKind::Inside);
    }
    (rect, response)
}

/// Text field with our look. The caller keeps the string; placeholder only for searches.
pub fn field(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: f32) -> Response {
    let (outer, _) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
    let edit = egui::TextEdit::singleline(text)
        .min_size(outer.size())
        .desired_width(width - 16.0);
    edit_in(ui, edit, outer, outer, name, hint, 8)
}

/// A text field that writes in `inner` and looks as large as `outer`, with so much white at its sides.
fn edit_in(
    ui: &mut Ui,
    edit: egui::TextEdit<'_>,
    outer: Rect,
    inner: Rect,
    name: &str,
    hint: &str,
    side: i8,
) -> Response {
    let t = tokens(ui);
    let shape = ui.painter().add(egui::Shape::Noop);
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center)),
    );
    let edit = edit
        .hint_text(egui::RichText::new(hint).color(t.t3.0))
        .frame(egui::Frame::new().inner_margin(Margin::symmetric(side, 6)))
        .align(Align2::LEFT_CENTER);
    let response = child.add(edit).accessible_name(name);
    let (fill, stroke) = field_look(t, &response);
    let look = egui::epaint::RectShape::new(outer, 6, fill, stroke, StrokeKind::Inside);
    ui.painter().set(shape, look);
    response
}

/// Fill and outline of anything that takes text.
pub fn field_look(t: &Tokens, response: &Response) -> (Color32, Stroke) {
    if response.has_focus() {
        (t.panel.0, Stroke::new(1.0, t.accent.0))
    } else if response.hovered() {
        (t.field.0, Stroke::new(1.0, t.line2.0))
    } else {
        (t.field.0, Stroke::NONE)
    }
}

/// A magnifying glass and a field.
pub fn search(ui: &mut Ui, text: &mut String, name: &str, width: f32, keys: &str) -> Response {
    let t = tokens(ui);
    let (outer, _) = ui.allocate_exact_size(vec2(width, 32.0), Sense::hover());
    let inner = Rect::from_min_max(outer.min + vec2(28.0, 0.0), outer.max);
    let edit = egui::TextEdit::singleline(text).desired_width(inner.width() - 12.0);
    let response = edit_in(ui, edit, outer, inner, name, name, 4);
    paint_icon(
        ui,
        i::ICON_SEARCH,
        pos2(outer.left() + 18.0, outer.center().y),
        18.0,
        t.t3.0,
    );
    if !keys.is_empty() && text.is_empty() {
        keycap(ui, pos2(outer.right() - 8.0, outer.center().y), keys);
    }
    response
}

/// Nothing here yet: an icon, one sentence, one button.
pub fn empty_state(ui: &mut Ui, icon: Icon, sentence: &str, button: Option<(&str, Icon)>) -> bool {
    let t = tokens(ui);
    let mut clicked = false;
    ui.vertical_centered(|ui| {
        ui.add_space(48.0);
        let (rect, _) = ui.allocate_exact_size(Vec2::splat(32.0), Sense::hover());
        paint_icon(ui, icon, rect.center(), 28.0, t.t3.0);
        paragraph(ui, sentence, 13.0, t.t2);
        if let Some((text, icon)) = button {
            ui.add_space(4.0);
            clicked = Button::new(text).icon(icon).kind(Kind::Primary).show(ui).clicked();
        }
        ui.add_space(24.0);
    });
    clicked
}

pub fn checkbox(ui: &mut Ui, on: bool, label: &str) -> Response {
    choice(ui, on, label, Role::CheckBox)
}

pub fn radio(ui: &mut Ui, on: bool, label: &str) -> Response {
    choice(ui, on, label, Role::RadioButton)
}

fn choice(ui: &mut Ui, on: bool, label: &str, role: Role) -> Response {
    let t = tokens(ui);
    let galley = ui.painter().layout_no_wrap(label.into(), font(13.0), t.t1.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 24.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::selected(role, true, on, label));
    let mark = Rect::from_center_size(pos2(rect.left() + 8.0, rect.center().y), Vec2::splat(16.0));
    let radius = if role == Role::CheckBox { 4 } else { 8 };
    let outline = if on { t.accent.0 } else { t.t3.0 };
    let fill = if on { t.accent.0 } else { t.panel.0 };
    ui.painter()
        .rect(mark, radius, fill, Stroke::new(1.0, outline), StrokeKind::Inside);
    if on && role == Role::CheckBox {
        paint_icon(ui, i::ICON_CHECK, mark.center(), 14.0, t.on.0);
    } else if on {
        ui.painter().circle_filled(mark.center(), 3.0, t.on.0);
    }
    paint_middle(ui, rect.left() + 24.0, rect.center().y, galley, t.t1.0);
    focus_ring(ui, &response, mark, radius);
    response
}

/// A slider with its name left and its number right; gives the value while it is dragged and whether the drag ended. A
/// double click gives 0.
pub fn slider(
    ui: &mut Ui,
    name: &str,
    value: f64,
    range: std::ops::RangeInclusive<f64>,
    step: f64,
    shown: &str,
) -> (Option<f64>, bool) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
    text_in(
        ui,
        Rect::from_min_size(rect.min, vec2(52.0, 28.0)),
        name,
        font(12.0),
        t.t2,
    );
    text_right(ui, pos2(rect.right(), rect.center().y), shown, font(12.0), t.t1);
    let track = Rect::from_min_max(
        pos2(rect.left() + 56.0, rect.top()),
        pos2(rect.right() - 52.0, rect.bottom()),
    );
    let response = ui.interact(track, ui.scope_id().with(("slider", name)), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(true, value, name));
    let (low, high) = (*range.start(), *range.end());
    let share = ((value - low) / (high - low)).clamp(0.0, 1.0) as f32;
    bar(ui, track, Some(share));
    let knob = pos2(track.left() + track.width() * share, track.center().y);
    ui.painter().circle(knob, 7.0, t.knob.0, Stroke::new(1.0, t.line2.0));
    focus_ring(ui, &response, Rect::from_center_size(knob, Vec2::splat(14.0)), 7);
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    let stepped = |value: f64| (value / step).round() * step;
    let mut moved = response
        .interact_pointer_pos()
        .filter(|_| response.dragged() || response.clicked())
        .map(|pointer| low + (high - low) * f64::from(((pointer.x - track.left()) / track.width()).clamp(0.0, 1.0)))
        .map(stepped);
    if response.has_focus() {
        // The arrows turn it and do not lead to the next field.
        let filter = egui::EventFilter {
            horizontal_arrows: true,
            ..egui::EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let steps = ui.input(|input| {
            f64::from(
                i32::from(input.key_pressed(egui::Key::ArrowRight))
                    - i32::from(input.key_pressed(egui::Key::ArrowLeft)),
            )
        });
        if steps != 0.0 {
            moved = Some(stepped(value + steps * step).clamp(low, high));
        }
    }
    if response.double_clicked() {
        moved = Some(0.0);
    }
    (moved, response.drag_stopped() || response.clicked())
}

/// A row of a menu: icon left, keys right.
pub fn menu_row(ui: &mut Ui, icon: Option<Icon>, label: &str, keys: &str, enabled: bool, danger: bool) -> Response {
    let t = tokens(ui);
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, enabled, label));
    if enabled && (response.hovered() || response.has_focus()) {
        ui.painter().rect_filled(rect, 6, t.hover.0);
    }
    let colour = if !enabled {
        t.off.0
    } else if danger {
        t.error.0
    } else {
        t.t1.0
    };
    if let Some(icon) = icon {
        paint_icon(
            ui,
            icon,
            pos2(rect.left() + 18.0, rect.center().y),
            18.0,
            if enabled && !danger { t.t2.0 } else { colour },
        );
    }
    text_in(
        ui,
        Rect::from_min_max(rect.min + vec2(36.0, 0.0), rect.max - vec2(8.0, 0.0)),
        label,
        font(13.0),
        colour,
    );
    text_right(ui, pos2(rect.right() - 8.0, rect.center().y), keys, font(12.0), t.t3);
    response
}

/// A link: accent text, underlined on hover.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let t = tokens(ui);
    let galley = ui.painter().layout_no_wrap(text.into(), font(13.0), t.accent.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    let colour = if response.hovered() {
        t.accent_hover.0
    } else {
        t.accent.0
    };
    paint_middle(ui, rect.left(), rect.center().y, galley, colour);
    if response.hovered() {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 4.0, Stroke::new(1.0, colour));
    }
    focus_ring(ui, &response, rect, 4);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A one-choice popup that looks like a field with an arrow.
pub fn dropdown(ui: &mut Ui, name: &str, choices: &[String], chosen: usize, width: f32) -> Option<usize> {
    let t = tokens(ui);
    let shown = choices.get(chosen).map_or("", String::as_str);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    let fill = if response.hovered() { t.hover.0 } else { t.panel.0 };
    ui.painter()
        .rect(rect, 6, fill, Stroke::new(1.0, t.line2.0), StrokeKind::Inside);
    text_in(
        ui,
        Rect::from_min_max(rect.min + vec2(12.0, 0.0), rect.max - vec2(28.0, 0.0)),
        shown,
        font(13.0),
        t.t1,
    );
    paint_icon(
        ui,
        i::ICON_EXPAND_MORE,
        pos2(rect.right() - 16.0, rect.center().y),
        18.0,
        t.t2.0,
    );
    focus_ring(ui, &response, rect, 6);
    let mut picked = None;
    egui::Popup::menu(&response).width(width.max(160.0)).show(|ui| {
        egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, choice) in choices.iter().enumerate() {
                let icon = (index == chosen).then_some(i::ICON_CHECK);
                if menu_row(ui, icon, choice, "", true, false).clicked() {
                    picked = Some(index);
                    ui.close();
                }
            }
        });
    });
    picked
}
