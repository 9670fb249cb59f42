//! Templates: data that an office never has to place a box for. Sizes in mm at the template's own board size.

use super::{StyleName, TwoName};
use crate::base::{Align, Colour, Digest, FontSlot};
use crate::geom::{Rect, Size};
use crate::script::Script;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// "red-story"
    pub name: String,
    pub title: TwoName,
    pub english: String,
    /// "red", "ink", "green", "blue", "doc"
    pub family: String,
    /// "title", "story", "results", "quotes", "before-after", "gallery", "couplet", "rollup"
    pub kind: String,
    pub size: Size,
    pub swatches: BTreeMap<String, Colour>,
    /// Swatch of the ground.
    pub paper: String,
    pub styles: BTreeMap<StyleName, ParaStyle>,
    /// Back to front, under everything else.
    pub decor: Vec<Decor>,
    pub slots: Vec<Slot>,
}

impl Template {
    /// Hash of the canonical JSON: the version a board refers to.
    pub fn version(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParaStyle {
    pub slot: FontSlot,
    pub weight: u16,
    /// Type size in mm.
    pub em: f64,
    /// Down to this size the text may shrink to fit; `em` where it may not.
    #[serde(default)]
    pub least_em: Option<f64>,
    /// Line height as a multiple of em.
    pub line: f64,
    #[serde(default)]
    pub align: Align,
    /// First line, in em.
    #[serde(default)]
    pub indent: f64,
    pub colour: String,
    #[serde(default = "yes")]
    pub han_latin_gap: bool,
}

fn yes() -> bool {
    true
}

/// A named place for content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// "title", "photo.2", "number.1"; the part before the dot is its role.
    pub name: String,
    pub takes: SlotKind,
    pub area: Rect,
    /// Style of the main text (number: the figure; quote: the words; step: the head).
    #[serde(default)]
    pub style: Option<StyleName>,
    /// Style of the second text (number: label; quote: who; step: text; photo: caption; change: label).
    #[serde(default)]
    pub second: Option<StyleName>,
    /// Where the second text stands, if not inside `area`: a photo's caption, a number's label.
    #[serde(default)]
    pub second_area: Option<Rect>,
    #[serde(default)]
    pub vertical: bool,
    #[serde(default = "one")]
    pub columns: u8,
    #[serde(default)]
    pub column_gap: f64,
    /// Where the text block stands in its area: 0 start, 0.5 middle, 1 end.
    #[serde(default)]
    pub block_align: f64,
    #[serde(default)]
    pub required: bool,
    /// Swatch of the ground under the content: tiles, scrolls.
    #[serde(default)]
    pub ground: Option<String>,
    /// Space between the ground's edge (`area`) and the content, mm.
    #[serde(default)]
    pub padding: f64,
    /// Fixed script of this slot; else the board's.
    #[serde(default)]
    pub script: Option<Script>,
    /// Photo: how its foot or head is veiled so that type on it stays readable, 0..=1.
    #[serde(default)]
    pub veil: f64,
    /// Photo: the pixels as grey (documentary, ink).
    #[serde(default)]
    pub grey: bool,
}

fn one() -> u8 {
    1
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    Text,
    Photo,
    Number,
    Quote,
    Qr,
    Table,
    Step,
    Change,
    /// Board number, committee, show title: filled from `Labels`, never by hand.
    NumberLabel,
    CommitteeLabel,
    ShowLabel,
}

/// Decoration: vectors only, in the template's swatches.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decor {
    /// SVG path data in board millimetres.
    pub d: String,
    #[serde(default)]
    pub fill: Option<DecorPaint>,
    #[serde(default)]
    pub stroke: Option<DecorPaint>,
    /// In mm.
    #[serde(default)]
    pub width: f64,
    #[serde(default = "full")]
    pub opacity: f64,
    /// Drawn above the photos instead of under everything.
    #[serde(default)]
    pub above: bool,
    /// Drawn only where this slot is filled.
    #[serde(default)]
    pub with: Option<String>,
}

fn full() -> f64 {
    1.0
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecorPaint {
    Swatch(String),
    /// Swatches and opacities by position, from one point to the other.
    Linear {
        from: [f64; 2],
        to: [f64; 2],
        stops: Vec<(f64, String, f64)>,
    },
}
