//! What is only looked at: lines of text, icons, outlines, bars, pictures.

use super::Icon;
use crate::app::theme::{Depth, Tokens, bold, filled_icon_font, font, icon_font, tokens};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, FontId, Galley, Margin, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

/// A key's name in a small outline, its right end at `right`.
pub fn keycap(ui: &Ui, right: Pos2, keys: &str) {
    let t = tokens(ui);
    let galley = ui.painter().layout_no_wrap(keys.into(), font(11.0), t.t3.0);
    let rect = Rect::from_min_size(
        pos2(right.x - galley.size().x - 8.0, right.y - 9.0),
        vec2(galley.size().x + 8.0, 18.0),
    );
    ui.painter()
        .rect(rect, 4, t.panel.0, Stroke::new(1.0, t.line2.0), StrokeKind::Inside);
    paint_middle(ui, rect.left() + 4.0, rect.center().y, galley, t.t3.0);
}

/// Padding, an optional bold heading, and a hairline under it.
pub fn section<R>(ui: &mut Ui, title: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens(ui);
    let inner = egui::Frame::new()
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            if !title.is_empty() {
                heading(ui, title);
            }
            add(ui)
        });
    let rect = inner.response.rect;
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    inner.inner
}

/// The bold line over a group.
pub fn heading(ui: &mut Ui, title: &str) {
    let t = tokens(ui);
    line(ui, title, bold(12.0), t.t1.0, 20.0);
}

/// One line of text in a fixed height.
pub fn line(ui: &mut Ui, text: &str, face: FontId, colour: impl Into<Color32>, height: f32) -> Response {
    let colour = colour.into();
    let galley = elided(ui, text, face, colour, ui.available_width().max(8.0));
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint_middle(ui, rect.left(), rect.center().y, galley, colour);
    response
}

/// A wrapped paragraph.
pub fn paragraph(ui: &mut Ui, text: &str, size: f32, colour: impl Into<Color32>) -> Response {
    let colour: Color32 = colour.into();
    let mut job = LayoutJob::simple(text.into(), font(size), colour, ui.available_width());
    for section in &mut job.sections {
        section.format.line_height = Some((size * 1.55).round());
    }
    ui.add(egui::Label::new(job))
}

/// One line that ends in "…" where it is longer than `width`.
pub fn elided(ui: &Ui, text: &str, face: FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.into(), TextFormat::simple(face, colour));
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    ui.painter().layout_job(job)
}

/// Paints a line of text into `rect`, left and middle, elided.
pub fn text_in(ui: &Ui, rect: Rect, text: &str, face: FontId, colour: impl Into<Color32>) {
    let colour = colour.into();
    let galley = elided(ui, text, face, colour, rect.width());
    paint_middle(ui, rect.left(), rect.center().y, galley, colour);
}

/// `text_in` for headings and facts that a screen reader should find.
pub fn told_in(ui: &Ui, rect: Rect, text: &str, face: FontId, colour: impl Into<Color32>) {
    let response = ui.interact(rect, ui.scope_id().with(("told", text)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    text_in(ui, rect, text, face, colour);
}

/// Paints a line that ends at `right`; gives its width.
pub fn text_right(ui: &Ui, right: Pos2, text: &str, face: FontId, colour: impl Into<Color32>) -> f32 {
    let colour = colour.into();
    let galley = ui.painter().layout_no_wrap(text.into(), face, colour);
    let width = galley.size().x;
    paint_middle(ui, right.x - width, right.y, galley, colour);
    width
}

pub fn paint_middle(ui: &Ui, left: f32, middle: f32, galley: Arc<Galley>, colour: Color32) {
    let at = pos2(left.round(), (middle - galley.size().y / 2.0).round());
    ui.painter().galley_with_override_text_color(at, galley, colour);
}

pub fn paint_icon(ui: &Ui, icon: Icon, centre: Pos2, size: f32, colour: Color32) {
    ui.painter()
        .text(centre, Align2::CENTER_CENTER, icon.codepoint, icon_font(size), colour);
}

/// The filled cut of the icon: a state, or what is chosen.
pub fn paint_icon_filled(ui: &Ui, icon: Icon, centre: Pos2, size: f32, colour: Color32) {
    let face = filled_icon_font(size);
    ui.painter()
        .text(centre, Align2::CENTER_CENTER, icon.codepoint, face, colour);
}

pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let t = tokens(ui);
        ui.painter().rect_stroke(
            rect.expand(1.0),
            CornerRadius::same(radius + 1),
            Stroke::new(2.0, t.accent.0),
            StrokeKind::Outside,
        );
    }
}

pub fn hairline(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0, t.line.0);
}

/// A bar 4 high; `None` shows an empty one.
pub fn bar(ui: &Ui, rect: Rect, share: Option<f32>) {
    let t = tokens(ui);
    let trough = Rect::from_center_size(rect.center(), vec2(rect.width(), 4.0));
    ui.painter().rect_filled(trough, 2, t.press.0);
    if let Some(share) = share {
        let done = Rect::from_min_size(trough.min, vec2(trough.width() * share.clamp(0.0, 1.0), 4.0));
        ui.painter().rect_filled(done, 2, t.accent.0);
    }
}

/// Frame of dialogs and floating things.
pub fn raised(t: &Tokens, radius: u8, margin: Margin, depth: Depth) -> egui::Frame {
    egui::Frame::new()
        .fill(t.raised.0)
        .stroke(Stroke::new(1.0, t.line.0))
        .corner_radius(radius)
        .shadow(t.shadow(depth))
        .inner_margin(margin)
}

/// A thumbnail with its outline and small shadow.
pub fn thumbnail(ui: &Ui, rect: Rect, texture: Option<egui::TextureId>) {
    let t = tokens(ui);
    ui.painter().add(t.shadow(Depth::Segment).as_shape(rect, 0));
    match texture {
        Some(texture) => {
            let uv = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(texture, rect, uv, Color32::WHITE);
        }
        None => {
            ui.painter().rect_filled(rect, 0, t.field.0);
        }
    }
    let outline = if ui.visuals().dark_mode {
        Color32::from_white_alpha(15)
    } else {
        Color32::from_black_alpha(26)
    };
    ui.painter()
        .rect_stroke(rect, 0, Stroke::new(1.0, outline), StrokeKind::Outside);
}

pub fn body() -> FontId {
    font(13.0)
}
