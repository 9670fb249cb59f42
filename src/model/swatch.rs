//! Colours that a show fixes once for all its boards: the flag's red, the show's gold.

use super::{Exhibition, Ground, MarkKind, Template, Tint};
use crate::base::Colour;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A colour by which a show is known: the same numbers in every board's file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShowSwatch {
    /// "国旗红"; unlike all others of the show.
    pub name: String,
    pub colour: Colour,
    /// Swatches of template families that it takes the place of: `red/gold`.
    pub stands_for: Vec<String>,
}

/// Before the name of a show's swatch where a text names it.
const SHARED: &str = "show/";

impl ShowSwatch {
    /// How a text names it among the template's swatches.
    pub fn key(&self) -> String {
        format!("{SHARED}{}", self.name)
    }

    /// How `stands_for` names a template's swatch.
    pub fn place(family: &str, swatch: &str) -> String {
        format!("{family}/{swatch}")
    }
}

/// How many texts, shapes and grounds of the show are in this shared colour by name.
pub fn uses(exhibition: &Exhibition, swatch: &ShowSwatch) -> usize {
    let key = swatch.key();
    let texts = exhibition
        .boards
        .iter()
        .flat_map(|board| board.elements.iter().flat_map(|element| element.texts()));
    let in_texts = texts
        .filter(|text| {
            let typed = [text.typed(false), text.typed(true)].into_iter().flatten();
            let paras = typed.flat_map(|text| &text.paras);
            let mut marks = paras.flat_map(|para| &para.marks);
            marks.any(|mark| matches!(&mark.kind, MarkKind::Colour(name) if *name == key))
        })
        .count();
    let is_it = |tint: &&Tint| matches!(tint, Tint::Swatch(name) if *name == key);
    let drawn = exhibition.boards.iter().map(|board| {
        let shapes = board.elements.iter().flat_map(|element| element.kind.tints());
        let ground = board.ground.iter().flat_map(Ground::tints);
        shapes.chain(ground).filter(is_it).count()
    });
    in_texts + drawn.sum::<usize>()
}

/// The template's swatches with the show's among them.
pub fn with_shared(template: &Template, shared: &[ShowSwatch]) -> BTreeMap<String, Colour> {
    let mut swatches = template.swatches.clone();
    for (name, colour) in &mut swatches {
        let place = ShowSwatch::place(&template.family, name);
        if let Some(swatch) = shared.iter().find(|swatch| swatch.stands_for.contains(&place)) {
            *colour = swatch.colour;
        }
    }
    swatches.extend(shared.iter().map(|swatch| (swatch.key(), swatch.colour)));
    swatches
}
