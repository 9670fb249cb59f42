//! Shape, line and shadow of a photo's frame: as the template has them, or its own.

use super::inspect::set_kind;
use super::place::labelled;
use super::say;
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, in_print, section, swatch};
use crate::app::words::Words;
use crate::base::Colour;
use crate::model::{Board, Edge, Element, ElementKind, FrameShape, PhotoElement, Shadow};
use egui::{Color32, Sense, Ui, vec2};
use std::collections::BTreeMap;

const EDGE: Words = ["边框与阴影", "邊框與陰影", "Frame and shadow"];
const LOOK: Words = ["边框样式", "邊框樣式", "Look of the frame"];
const NONE: Words = ["没有", "沒有", "None"];
const LINE: Words = ["边线", "邊線", "Line"];
const SHADOW: Words = ["阴影", "陰影", "Shadow"];
const BOTH: Words = ["边线和阴影", "邊線和陰影", "Line and shadow"];
const SHAPE: Words = ["边框形状", "邊框形狀", "Shape of the frame"];
const CORNERS: Words = ["形状", "形狀", "Shape"];
const LINES: Words = ["线和影", "線和影", "Line and shadow"];
const PLAIN: Words = ["直角", "直角", "Square corners"];
const ROUNDED: Words = ["圆角", "圓角", "Round corners"];
const ELLIPSE: Words = ["椭圆", "橢圓", "Ellipse"];
const RADIUS: Words = ["圆角半径", "圓角半徑", "Radius"];
const WIDTH: Words = ["线宽", "線寬", "Width"];
const BLUR: Words = ["柔化", "柔化", "Softness"];
const OPACITY: Words = ["浓淡", "濃淡", "Strength"];
const RIGHT: Words = ["向右", "向右", "Right"];
const DOWN: Words = ["向下", "向下", "Down"];

/// Seen from a few steps away, and no more.
const USUAL_LINE: f64 = 3.0;

pub fn usual_shadow(ink: &str) -> Shadow {
    Shadow {
        shift: [2.0, 4.0],
        blur: 14.0,
        opacity: 0.35,
        colour: ink.into(),
    }
}

pub fn edge_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    shown: &PhotoElement,
    send: &mut Sender,
) {
    let lang = view.lang;
    let Some(template) = view.exhibition.template_of(board) else {
        return;
    };
    let swatches = view.exhibition.swatches_of(template);
    let mut wanted = shown.edge.clone();
    let mut shape = shown.shape;
    section(ui, lang.of(EDGE), |ui| {
        shape_ui(ui, view, &mut shape);
        let names = [say::OF_TEMPLATE, NONE, LINE, SHADOW, BOTH].map(|name| lang.of(name).to_string());
        let at = shown.edge.as_ref().map_or(0, |edge| {
            1 + usize::from(edge.width > 0.0) + 2 * usize::from(edge.shadow.is_some())
        });
        let width = ui.available_width();
        name_ui(ui, lang.of(LINES));
        if let Some(picked) = widgets::dropdown(ui, lang.of(LOOK), &names, at, width) {
            wanted = picked
                .checked_sub(1)
                .map(|picked| chosen(picked, shown.edge.as_ref(), &swatches));
        }
        if let Some(edge) = &mut wanted {
            let half = (ui.available_width() - 12.0) / 2.0;
            if edge.width > 0.0 {
                if let Some(mm) = labelled(ui, lang.of(WIDTH), edge.width, "mm", half) {
                    edge.width = mm.clamp(0.1, 100.0);
                }
                swatches_ui(ui, view, &swatches, &mut edge.colour);
            }
            if let Some(shadow) = &mut edge.shadow {
                shadow_ui(ui, view, shadow, half);
            }
        }
    });
    if wanted != shown.edge || shape != shown.shape {
        let kind = ElementKind::Photo(PhotoElement {
            edge: wanted,
            shape,
            ..shown.clone()
        });
        send.command(set_kind(board, element.id, kind));
    }
}

/// What the choice below is about, for the eye: a screen reader has the choice's own name.
fn name_ui(ui: &mut Ui, name: &str) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
    widgets::text_in(ui, rect, name, font(12.0), tokens(ui).t2);
}

/// Corners of an A4 photo that are seen from a few steps away.
const USUAL_RADIUS: f64 = 12.0;

fn shape_ui(ui: &mut Ui, view: &View<'_>, shape: &mut Option<FrameShape>) {
    let lang = view.lang;
    let names = [say::OF_TEMPLATE, PLAIN, ROUNDED, ELLIPSE].map(|name| lang.of(name).to_string());
    let at = match shape {
        None => 0,
        Some(FrameShape::Plain) => 1,
        Some(FrameShape::Rounded(_)) => 2,
        Some(FrameShape::Ellipse) => 3,
    };
    let width = ui.available_width();
    name_ui(ui, lang.of(CORNERS));
    if let Some(picked) = widgets::dropdown(ui, lang.of(SHAPE), &names, at, width) {
        *shape = match picked {
            0 => None,
            1 => Some(FrameShape::Plain),
            2 => Some(FrameShape::Rounded(USUAL_RADIUS)),
            _ => Some(FrameShape::Ellipse),
        };
    }
    if let Some(FrameShape::Rounded(radius)) = shape {
        let half = (ui.available_width() - 12.0) / 2.0;
        if let Some(mm) = labelled(ui, lang.of(RADIUS), *radius, "mm", half) {
            *radius = mm.clamp(0.0, 1000.0);
        }
    }
}

/// 0 nothing, 1 a line, 2 a shadow, 3 both; what was set before stays.
fn chosen(picked: usize, before: Option<&Edge>, swatches: &BTreeMap<String, Colour>) -> Edge {
    let has = |name: &str| swatches.contains_key(name);
    let light = ["white", "paper"]
        .into_iter()
        .find(|name| has(name))
        .unwrap_or_default();
    let before = before.cloned().unwrap_or_default();
    Edge {
        width: match picked {
            1 | 3 if before.width > 0.0 => before.width,
            1 | 3 => USUAL_LINE,
            _ => 0.0,
        },
        colour: if before.colour.is_empty() {
            light.into()
        } else {
            before.colour
        },
        shadow: (picked >= 2).then(|| before.shadow.unwrap_or_else(|| usual_shadow("ink"))),
    }
}

pub fn shadow_ui(ui: &mut Ui, view: &View<'_>, shadow: &mut Shadow, half: f32) {
    let lang = view.lang;
    let [right, down] = shadow.shift;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        if let Some(mm) = labelled(ui, lang.of(BLUR), shadow.blur, "mm", half) {
            shadow.blur = mm.clamp(0.0, 100.0);
        }
        if let Some(percent) = labelled(ui, lang.of(OPACITY), shadow.opacity * 100.0, "%", half) {
            shadow.opacity = (percent / 100.0).clamp(0.0, 1.0);
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for (name, at, mm) in [(RIGHT, 0, right), (DOWN, 1, down)] {
            if let Some(mm) = labelled(ui, lang.of(name), mm, "mm", half) {
                shadow.shift[at] = mm.clamp(-100.0, 100.0);
            }
        }
    });
}

fn swatches_ui(ui: &mut Ui, view: &View<'_>, swatches: &BTreeMap<String, Colour>, chosen: &mut String) {
    let t = tokens(ui);
    widgets::line(ui, view.lang.of(say::COLOUR), font(12.0), t.t2, 20.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (name, colour) in swatches {
            let [r, g, b] = view.ink.proof.srgb(*colour);
            let label = format!("{} {}", view.lang.of(say::COLOUR), in_print(*colour));
            if swatch(ui, Color32::from_rgb(r, g, b), &label, name == chosen).clicked() {
                chosen.clone_from(name);
            }
        }
    });
}
