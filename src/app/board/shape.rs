//! Shapes in the inspector: fill, line, corners, heads, opacity, shadow.

use super::edge::{shadow_ui, usual_shadow};
use super::inspect::set_kind;
use super::place::labelled;
use super::tint::{self, Swatches};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, section};
use crate::app::words::Words;
use crate::model::{Board, Course, Dash, Element, ElementKind, Heads, ShapeElement, ShapeForm, ShapeLine};
use egui::Ui;

const FILL: Words = ["填充", "填滿", "Fill"];
const LINE: Words = ["线条", "線條", "Line"];
const WIDTH: Words = ["粗细", "粗細", "Thickness"];
const DASH: Words = ["线型", "線型", "Kind of line"];
const HEADS: Words = ["箭头", "箭頭", "Arrowheads"];
const WHERE: Words = ["箭头在哪端", "箭頭在哪端", "Where the arrowheads are"];
const CORNER: Words = ["圆角", "圓角", "Corner radius"];
const OPACITY: Words = ["不透明度", "不透明度", "Opacity"];
const EFFECTS: Words = ["效果", "效果", "Effects"];
const SHADOW: Words = ["加阴影", "加陰影", "Cast a shadow"];

fn dash(dash: Dash) -> Words {
    match dash {
        Dash::Solid => ["实线", "實線", "Solid"],
        Dash::Dashed => ["虚线", "虛線", "Dashed"],
        Dash::Dotted => ["点线", "點線", "Dotted"],
    }
}

fn heads(heads: Heads) -> Words {
    match heads {
        Heads::None => ["没有", "沒有", "None"],
        Heads::End => ["终点", "終點", "At the end"],
        Heads::Both => ["两端", "兩端", "At both ends"],
    }
}

pub fn shape_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    shown: &ShapeElement,
    send: &mut Sender,
) {
    let swatches = tint::swatches(view, board);
    let mut wanted = shown.clone();
    if !matches!(shown.form, ShapeForm::Line(_)) {
        fill_ui(ui, view, &swatches, &mut wanted);
    }
    line_ui(ui, view, &swatches, &mut wanted);
    effects_ui(ui, view, &mut wanted);
    if wanted != *shown {
        send.command(set_kind(board, element.id, ElementKind::Shape(wanted)));
    }
}

fn fill_ui(ui: &mut Ui, view: &View<'_>, swatches: &Swatches, shape: &mut ShapeElement) {
    let name = view.lang.of(FILL);
    section(ui, "", |ui| {
        if widgets::checkbox(ui, shape.fill.is_some(), name).clicked() {
            shape.fill = match shape.fill {
                Some(_) => None,
                None => Some(tint::usual(swatches)),
            };
        }
        if let Some(fill) = &mut shape.fill {
            tint::tint_ui(ui, view, swatches, name, fill);
        }
    });
}

fn line_ui(ui: &mut Ui, view: &View<'_>, swatches: &Swatches, shape: &mut ShapeElement) {
    let lang = view.lang;
    let name = lang.of(LINE);
    let is_line = matches!(shape.form, ShapeForm::Line(_));
    section(ui, if is_line { name } else { "" }, |ui| {
        if !is_line && widgets::checkbox(ui, shape.line.is_some(), name).clicked() {
            shape.line = match shape.line {
                Some(_) => None,
                None => Some(usual_line(swatches)),
            };
        }
        let half = (ui.available_width() - 12.0) / 2.0;
        if let Some(line) = &mut shape.line {
            tint::tint_ui(ui, view, swatches, name, &mut line.tint);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if let Some(mm) = labelled(ui, lang.of(WIDTH), line.width, "mm", half) {
                    line.width = mm;
                }
                let names = Dash::ALL.map(|kind| lang.of(dash(kind)).to_string());
                let at = Dash::ALL.iter().position(|kind| *kind == line.dash).unwrap_or(0);
                if let Some(at) = widgets::dropdown(ui, lang.of(DASH), &names, at, half) {
                    line.dash = Dash::ALL[at];
                }
            });
        }
        if let ShapeForm::Line(course) = &mut shape.form {
            heads_ui(ui, view, course);
        }
    });
}

pub fn usual_line(swatches: &Swatches) -> ShapeLine {
    ShapeLine {
        tint: tint::dark(swatches),
        // Seen from a few steps away.
        width: 2.0,
        dash: Dash::Solid,
    }
}

fn heads_ui(ui: &mut Ui, view: &View<'_>, course: &mut Course) {
    let lang = view.lang;
    widgets::heading(ui, lang.of(HEADS));
    let names = Heads::ALL.map(|kind| lang.of(heads(kind)).to_string());
    let at = Heads::ALL.iter().position(|kind| *kind == course.heads).unwrap_or(0);
    let width = ui.available_width();
    if let Some(at) = widgets::dropdown(ui, lang.of(WHERE), &names, at, width) {
        course.heads = Heads::ALL[at];
    }
}

fn effects_ui(ui: &mut Ui, view: &View<'_>, shape: &mut ShapeElement) {
    let lang = view.lang;
    section(ui, lang.of(EFFECTS), |ui| {
        let half = (ui.available_width() - 12.0) / 2.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            if let Some(percent) = labelled(ui, lang.of(OPACITY), shape.opacity * 100.0, "%", half) {
                shape.opacity = (percent / 100.0).clamp(0.0, 1.0);
            }
            if let ShapeForm::Rect { corner } = &mut shape.form
                && let Some(mm) = labelled(ui, lang.of(CORNER), *corner, "mm", half)
            {
                *corner = mm.max(0.0);
            }
        });
        if widgets::checkbox(ui, shape.shadow.is_some(), lang.of(SHADOW)).clicked() {
            shape.shadow = match shape.shadow {
                Some(_) => None,
                None => Some(usual_shadow("ink")),
            };
        }
        if let Some(shadow) = &mut shape.shadow {
            shadow_ui(ui, view, shadow, half);
        }
    });
}
