//! What every drawing of one board needs at hand: its template at the board's size, its script, swatches, styles.

use super::LayoutInput;
use crate::base::say::{LayoutSay, Say};
use crate::base::{Colour, Finding, FontSlot, Place, Severity};
use crate::model::{Element, ElementId, ParaStyle, RichText, StyleName, Template, Tint, TwoScript};
use crate::script::{Region, Script, glyph_region};
use crate::text::{Fonts, Memo};
use std::borrow::Cow;
use std::sync::LazyLock;

#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub input: &'a LayoutInput,
    /// Scaled to the board's size.
    pub template: &'a Template,
    pub fonts: &'a Fonts,
    pub memo: &'a Memo,
    pub script: Script,
    /// Only heights are asked for: nothing is placed, nothing made prettier that keeps its height.
    pub measures: bool,
    /// The element whose texts are asked for besides.
    pub wanted: Option<ElementId>,
}

/// Stands in for a style that a template lacks.
static PLAIN: LazyLock<ParaStyle> = LazyLock::new(|| ParaStyle {
    slot: FontSlot::Hei,
    weight: 400,
    em: 15.0,
    least_em: Some(13.1),
    line: 1.7,
    align: Default::default(),
    indent: 0.0,
    colour: "ink".into(),
    han_latin_gap: true,
    tracking: 0.0,
    hanging: false,
    tight_marks: false,
    wide_interpunct: false,
    open_indent: false,
    upright_digits: 2,
});

pub const BLACK: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 100.0]);
pub const WHITE: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 0.0]);

impl<'a> Desk<'a> {
    pub fn in_script(&self, script: Script) -> Desk<'a> {
        Desk { script, ..*self }
    }

    pub fn measuring(&self) -> Desk<'a> {
        Desk {
            measures: true,
            ..*self
        }
    }

    pub fn swatch(&self, name: &str) -> Colour {
        self.template.swatches.get(name).copied().unwrap_or(BLACK)
    }

    pub fn tint(&self, tint: &Tint) -> Colour {
        tint.colour(&self.template.swatches)
    }

    pub fn paper(&self) -> Colour {
        self.template
            .swatches
            .get(&self.template.paper)
            .copied()
            .unwrap_or(WHITE)
    }

    /// A swatch that a slot may name, else the template's first of the usual ones.
    pub fn accent(&self, named: Option<&String>) -> Colour {
        let usual = ["ground", "seal", "accent", "ink"];
        match named {
            Some(name) => self.swatch(name),
            None => usual
                .iter()
                .find_map(|name| self.template.swatches.get(*name))
                .copied()
                .unwrap_or(BLACK),
        }
    }

    pub fn style(&self, name: &str) -> &'a ParaStyle {
        let styles = &self.template.styles;
        styles
            .get(&StyleName(name.to_string()))
            .or_else(|| styles.get(&StyleName("body".into())))
            .unwrap_or_else(|| &PLAIN)
    }

    pub fn has_style(&self, name: &str) -> bool {
        self.template.styles.contains_key(&StyleName(name.to_string()))
    }

    pub fn words<'t>(&self, two: &'t TwoScript, script: Script) -> Cow<'t, RichText> {
        two.in_script(script, self.input.region, &self.input.words)
    }

    /// In the board's script, as one line of plain text.
    pub fn plain(&self, two: &TwoScript) -> String {
        let text = self.words(two, self.script).to_plain();
        text.trim().replace('\n', " ")
    }

    /// Glyph forms and the place of commas: Simplified is mainland's; Traditional is Hong Kong's where the show says
    /// so, else Taiwan's, whose comma stands in the middle.
    pub fn region(&self, script: Script) -> Region {
        glyph_region(script, self.input.region)
    }

    pub fn finding(
        &self,
        element: Option<&Element>,
        severity: Severity,
        rule: &'static str,
        say: LayoutSay,
    ) -> Finding {
        let place = Place::board(&self.input.board.code);
        Finding {
            severity,
            rule,
            place: match element {
                Some(element) => place.at_element(element.id),
                None => place,
            },
            say: Say::Layout(say),
        }
    }
}

/// The scale at which every style is at its floor, at the latest.
pub const FLOOR_SCALE: f64 = 0.5;

/// Type size at a scale of the fit: never under the style's floor, but for texts that fit at no size which the template
/// allows. These shrink on, all alike, so that they stay within their place; an error tells of them.
pub fn em_at(style: &ParaStyle, scale: f64) -> f64 {
    let floor = style.least_em.map_or(style.em, |least| least.min(style.em));
    let em = (style.em * scale.max(FLOOR_SCALE)).max(floor);
    crate::geom::um(em * (scale / FLOOR_SCALE).min(1.0))
}
