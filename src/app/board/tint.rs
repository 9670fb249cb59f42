//! Choosing a colour: one of the template's and the show's, or inks by value.

use crate::app::fields;
use crate::app::theme::tokens;
use crate::app::view::View;
use crate::app::widgets::{in_print, swatch};
use crate::base::Colour;
use crate::model::{Board, Tint};
use egui::{Color32, Ui, vec2};
use std::collections::BTreeMap;

pub type Swatches = BTreeMap<String, Colour>;

/// Those that the board's template and the show have.
pub fn swatches(view: &View<'_>, board: &Board) -> Swatches {
    let template = view.exhibition.template_of(board);
    template.map_or_else(Swatches::new, |template| view.exhibition.swatches_of(template))
}

/// The first of these that the template has; black where it has none.
fn first(swatches: &Swatches, names: &[&str]) -> Tint {
    let found = names.iter().find(|name| swatches.contains_key(**name));
    found.map_or(Tint::Inks([0.0, 0.0, 0.0, 100.0]), |name| Tint::Swatch((*name).into()))
}

/// What shapes are filled with at first.
pub fn usual(swatches: &Swatches) -> Tint {
    first(swatches, &["accent", "seal", "ground", "gold", "ink"])
}

pub fn dark(swatches: &Swatches) -> Tint {
    first(swatches, &["ink", "ground", "accent"])
}

pub fn light(swatches: &Swatches) -> Tint {
    first(swatches, &["paper", "white", "mist", "tint"])
}

/// Swatches, and under them the inks, to be changed by number; `name` tells whose colour it is.
pub fn tint_ui(ui: &mut Ui, view: &View<'_>, swatches: &Swatches, name: &str, tint: &mut Tint) {
    let t = tokens(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (key, colour) in swatches {
            let [r, g, b] = view.ink.proof.srgb(*colour);
            let label = format!("{name} {}", in_print(*colour));
            let is_chosen = matches!(&*tint, Tint::Swatch(chosen) if chosen == key);
            if swatch(ui, Color32::from_rgb(r, g, b), &label, is_chosen).clicked() {
                *tint = Tint::Swatch(key.clone());
            }
        }
    });
    let shown = tint.colour(swatches);
    let inks = match shown.in_process() {
        Colour::Cmyk(inks) => inks,
        Colour::Srgb(rgb) => view.ink.proof.cmyk(rgb),
        Colour::Spot(spot) => spot.cmyk,
    };
    let [r, g, b] = view.ink.proof.srgb(shown);
    for (row, letters) in [["C", "M"], ["Y", "K"]].into_iter().enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let (place, _) = ui.allocate_exact_size(vec2(28.0, 28.0), egui::Sense::hover());
            if row == 0 {
                let edge = egui::Stroke::new(1.0, t.line2.0);
                let fill = Color32::from_rgb(r, g, b);
                ui.painter().rect(place, 6, fill, edge, egui::StrokeKind::Inside);
            }
            let width = (ui.available_width() - 6.0) / 2.0;
            for (column, letter) in letters.into_iter().enumerate() {
                let at = 2 * row + column;
                let label = format!("{name} {letter}");
                if let Some(percent) = fields::number(ui, &label, inks[at], letter, width) {
                    let mut inks = inks;
                    inks[at] = percent.clamp(0.0, 100.0);
                    *tint = Tint::Inks(inks);
                }
            }
        });
    }
}
