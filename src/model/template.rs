//! Templates: data that an office never has to place a box for. Sizes in mm at the template's own board size.

use super::{Element, ElementId, Scripts, StyleName, TwoName};
use crate::base::{Align, Colour, Digest, FontSlot};
use crate::geom::{Rect, Size};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// "red-story"
    pub name: String,
    pub title: TwoName,
    pub english: String,
    /// "red", "ink", "green", "blue", "doc"
    pub family: String,
    /// "title", "story", "results", "quotes", "before-after", "roster", "gallery", "couplet", "end", "rollup"
    pub kind: String,
    pub size: Size,
    pub swatches: BTreeMap<String, Colour>,
    /// Swatch of the ground.
    pub paper: String,
    pub styles: BTreeMap<StyleName, ParaStyle>,
    /// Back to front, under everything else.
    pub decor: Vec<Decor>,
    pub slots: Vec<Slot>,
    /// Columns whose blocks close up when something is missing and share what is left when something is short.
    /// Slots named here stand where their column puts them; all others stand at their `area`.
    #[serde(default)]
    pub flows: Vec<Flow>,
    /// Counts the versions that a show has made of a template of its own; 0 for those that come with the program.
    #[serde(default, skip_serializing_if = "is_first")]
    pub edition: u32,
    /// What stands on a new board from the start; without it, an empty place for each slot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start: Vec<Element>,
}

fn is_first(edition: &u32) -> bool {
    *edition == 0
}

/// What a board may not do with a slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SlotRules {
    /// It stays where the template has it, and cannot go.
    pub fixed_place: bool,
    /// It looks as the template says.
    pub fixed_style: bool,
    /// It shows what it showed at the start.
    pub fixed_content: bool,
    /// What it showed at the start is only an example.
    pub must_change: bool,
}

impl SlotRules {
    pub fn is_default(&self) -> bool {
        *self == SlotRules::default()
    }
}

impl Template {
    /// Its foot goes into a cassette.
    pub fn is_rollup(&self) -> bool {
        self.kind == "rollup"
    }

    /// Its name for people: Simplified, Traditional, English.
    pub fn titles(&self) -> [&str; 3] {
        [&self.title.hans, &self.title.hant, &self.english]
    }

    /// Hash of the canonical JSON: the version a board refers to.
    pub fn version(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// What a new board begins with, under ids of its own.
    pub fn first_elements(&self) -> Vec<Arc<Element>> {
        let fresh = |element: &Element| Element {
            id: ElementId::random(),
            ..element.clone()
        };
        self.start.iter().map(|element| Arc::new(fresh(element))).collect()
    }

    pub fn slot(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.name == name)
    }

    /// The slot that an element fills, and whether it is the one that the element names; one that the template does not
    /// list looks like the last of its role.
    pub fn slot_for(&self, element: &Element) -> Option<(&Slot, bool)> {
        let (takes, usual) = element.kind.fills();
        let name = element.slot.as_ref().map(|slot| slot.0.as_str());
        let own = name.and_then(|name| self.slot(name));
        if let Some(own) = own.filter(|slot| slot.takes == takes) {
            return Some((own, true));
        }
        let role = name.map_or(usual, slot_role);
        let of_kind = || self.slots.iter().filter(|slot| slot.takes == takes);
        let of_role = |role: &str| of_kind().rfind(|slot| slot_role(&slot.name) == role);
        let kin = of_role(role)
            .or_else(|| of_role(usual))
            .or_else(|| of_kind().rfind(|_| takes != SlotKind::Text));
        kin.map(|slot| (slot, false))
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
    /// Air between the characters of a line, in em; for titles and kickers of one line.
    #[serde(default)]
    pub tracking: f64,
    /// ，。、 at line ends hang outside the edge.
    #[serde(default, skip_serializing_if = "is_no")]
    pub hanging: bool,
    /// Two marks that meet, one of them a bracket, give all the white between them.
    #[serde(default, skip_serializing_if = "is_no")]
    pub tight_marks: bool,
    /// The interpunct in names takes a full em on the mainland too.
    #[serde(default, skip_serializing_if = "is_no")]
    pub wide_interpunct: bool,
    /// An opening mark behind the first line's indent keeps its white.
    #[serde(default, skip_serializing_if = "is_no")]
    pub open_indent: bool,
    /// In vertical lines so many digits stand side by side in one upright em: 0 to 3.
    #[serde(default = "two", skip_serializing_if = "is_two")]
    pub upright_digits: u8,
}

fn yes() -> bool {
    true
}

// A template's identity is the hash of what is written: younger settings are written only where they say something.
fn is_no(said: &bool) -> bool {
    !said
}

fn two() -> u8 {
    2
}

fn is_two(digits: &u8) -> bool {
    *digits == 2
}

/// "photo" of "photo.3".
pub fn slot_role(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((role, number)) if number.parse::<u32>().is_ok() => role,
        _ => name,
    }
}

/// A named place for content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// In which script the text shows; else the board's, photo captions in both, one under the other.
    #[serde(default, rename = "script")]
    pub scripts: Option<Scripts>,
    /// Photo: how its foot or head is veiled so that type on it stays readable, 0..=1.
    #[serde(default)]
    pub veil: f64,
    /// Photo: the pixels as grey (documentary, ink).
    #[serde(default)]
    pub grey: bool,
    /// How the content is arranged; see `SlotLook`.
    #[serde(default)]
    pub look: SlotLook,
    /// The text shrinks (down to `least_em`) before it takes more lines than this; 0: as many as it needs.
    #[serde(default)]
    pub lines: u8,
    /// A line above the content.
    #[serde(default)]
    pub rule: Option<SlotRule>,
    /// Photo: its outline as path data in board millimetres. Points below the slot's middle move with its foot.
    #[serde(default)]
    pub clip: Option<String>,
    /// Photo: the caption stands on the photo's foot, over the veil.
    #[serde(default)]
    pub caption_inside: bool,
    /// Photo: how its head is veiled, 0..=1.
    #[serde(default)]
    pub veil_head: f64,
    /// Swatches of the veils at foot and head; `ink` and `paper` where none are named.
    #[serde(default)]
    pub veil_colours: Option<[String; 2]>,
    /// Swatch of what is drawn with the content: bars, discs, brackets, seals, arrows, tags.
    #[serde(default)]
    pub accent: Option<String>,
    /// The second of these: the last disc, last year's bar.
    #[serde(default)]
    pub accent_2: Option<String>,
    /// Photo: line and shadow of its frame, unless the photo has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
    #[serde(default, skip_serializing_if = "SlotRules::is_default")]
    pub rules: SlotRules,
}

/// How the frame of a photo ends; the default is with nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// Line along the inside of the frame, in mm; 0: none.
    #[serde(default)]
    pub width: f64,
    /// Swatch of the line.
    #[serde(default)]
    pub colour: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shadow: Option<Shadow>,
}

/// A shadow that a frame casts on what lies under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shadow {
    /// To the right and down, in mm.
    pub shift: [f64; 2],
    /// From full to nothing across its edge, in mm.
    pub blur: f64,
    /// 0..=1
    pub opacity: f64,
    /// Its swatch.
    pub colour: String,
}

/// How a slot arranges what it takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotLook {
    /// Text as paragraphs; a number over its label; a QR code over its call; steps under a disc.
    #[default]
    Plain,
    /// A number with its label on the same line; a QR code or a step's disc beside the text.
    Beside,
    /// A number as a labelled bar; all such bars of a board share one scale.
    Chart,
    /// A number on a ground, figure at the head, label at the foot.
    Tile,
    /// A quote between two drawn brackets.
    Brackets,
    /// Paragraphs joined in one line: credits.
    Joined,
    /// A step as a question and its answer.
    Question,
    /// A step as a moment of a time line; `padding` is the gap to the next.
    Moment,
}

/// A line above a slot's content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotRule {
    pub colour: String,
    /// Thickness in mm.
    pub width: f64,
    /// In mm; 0: the slot's whole width.
    #[serde(default)]
    pub length: f64,
    /// Down to the content, in mm.
    pub gap: f64,
}

/// A column of rows, filled from above.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    pub area: Rect,
    pub rows: Vec<FlowRow>,
    /// Where nothing grows, the gaps share what is left, up to this many times their size each.
    #[serde(default = "some_air")]
    pub air: f64,
    /// Where the rows stand if still something is left: 0 at the head, 1 at the foot.
    #[serde(default)]
    pub align: f64,
}

fn some_air() -> f64 {
    0.6
}

/// Blocks side by side. Where only one cell has content, it takes the width of all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowRow {
    /// Above the row, if something stands above.
    #[serde(default)]
    pub gap: f64,
    pub cells: Vec<FlowCell>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowCell {
    pub x: f64,
    pub w: f64,
    pub blocks: Vec<FlowBlock>,
    /// Where the blocks stand if the row is higher: 0 at the head, 1 at the foot.
    #[serde(default)]
    pub align: f64,
    /// Air above the cell's first block, so that a photo can start at the cap line of the text beside it.
    #[serde(default)]
    pub top: f64,
    /// Keeps its width where the others are empty.
    #[serde(default)]
    pub fixed: bool,
}

/// One slot, or a group: `photo.*` is every photo that has no other place, `section.*` the headings with their bodies,
/// `gallery.*` the lead photo among the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlowBlock {
    pub slot: String,
    /// Above the block, if something of the cell stands above.
    #[serde(default)]
    pub gap: f64,
    /// Share of what is left in the flow; 0: as high as its content.
    #[serde(default)]
    pub grow: f64,
    /// Photos: the least height, in mm.
    #[serde(default)]
    pub least: f64,
    #[serde(default)]
    pub arrange: Arrange,
    /// Between the members of a group, in mm.
    #[serde(default)]
    pub each: f64,
    /// How many members stand side by side before a group takes another row; 0: all.
    #[serde(default)]
    pub per_row: u8,
    /// No member becomes wider than this; the group then stands at the right edge. 0: no limit.
    #[serde(default)]
    pub most_w: f64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arrange {
    /// Side by side, equal widths; photos by their shapes, equal heights.
    #[default]
    Row,
    /// One under the other.
    Stack,
    /// Tiles that fill the block, the longer ones two wide.
    Mosaic,
}

fn one() -> u8 {
    1
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    #[default]
    Text,
    Photo,
    Number,
    Quote,
    Qr,
    Table,
    Step,
    Change,
    Shape,
    Art,
    Emblem,
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
    /// Moves with a slot that a flow has moved.
    #[serde(default)]
    pub follow: Option<Follow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Follow {
    pub slot: String,
    /// Which height of the slot: 0 its head, 0.5 its middle, 1 its foot.
    pub at: f64,
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
