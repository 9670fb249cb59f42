//! What stands on a board. A new kind stops the build in `layout` and the inspector.

use super::{
    ArtElement, Edge, ElementId, EmblemElement, OtherScript, RichText, ShapeElement, SlotKind, StyleName, Tint,
    TwoScript,
};
use crate::base::{Digest, Mask, PhotoFacts, PhotoPart, Tone};
use crate::geom::Rect;
use crate::script::{Region, Script, Words};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Element {
    pub id: ElementId,
    /// The template slot it fills; `None` for what people add by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<SlotName>,
    #[serde(default)]
    pub area: Area,
    /// Elements with the same group move together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<u64>,
    /// Order from back to front, compared as text (fractional key), then by id.
    pub z: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_locked: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_hidden: bool,
    /// Overrides the slot's and the board's script.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scripts: Option<Scripts>,
    pub kind: ElementKind,
}

/// In which script a place shows its text; both: the board's first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scripts {
    Hans,
    Hant,
    /// The other script under the board's.
    Stacked,
    /// The other script to the right of the board's, in vertical text to its left.
    Beside,
}

impl Scripts {
    pub const ALL: [Scripts; 4] = [Scripts::Hans, Scripts::Hant, Scripts::Stacked, Scripts::Beside];

    /// The only script shown.
    pub fn only(self) -> Option<Script> {
        match self {
            Scripts::Hans => Some(Script::Hans),
            Scripts::Hant => Some(Script::Hant),
            Scripts::Stacked | Scripts::Beside => None,
        }
    }
}

/// Name of a slot: `title`, `photo.2`, `number.1` …; the part before the dot is its role.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SlotName(pub String);

impl SlotName {
    pub fn role(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Where the template's slot says.
    #[default]
    Slot,
    /// Moved by hand; the angle is clockwise in degrees about the rectangle's centre.
    ByHand { rect: Rect, angle: f64 },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ElementKind {
    Text(TextElement),
    Photo(PhotoElement),
    Number(NumberElement),
    Quote(QuoteElement),
    Qr(QrElement),
    Table(TableElement),
    /// A numbered step, or an item of a list: short head, one or two lines of text.
    Step(StepElement),
    /// Before and after of one figure.
    Change(ChangeElement),
    Shape(ShapeElement),
    Art(ArtElement),
    Emblem(EmblemElement),
}

/// Any styled text: title, couplet side, lead, heading, body, credits …
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextElement {
    /// Overrides the slot's style.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<StyleName>,
    pub text: TwoScript,
}

/// A photo owns its caption.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PhotoElement {
    /// `None`: a place waiting for a photo.
    pub photo: Option<Digest>,
    #[serde(default)]
    pub crop: Crop,
    #[serde(default, skip_serializing_if = "is_default")]
    pub tone: Tone,
    /// What nobody is to recognise on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub masks: Vec<Mask>,
    /// In place of the slot's own outline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<FrameShape>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<TwoScript>,
    /// A tag on the photo's foot: "before, April".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tag: Option<TwoScript>,
    /// In place of what the slot says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edge: Option<Edge>,
}

/// The part of the upright photo to show: it always fills its frame.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Crop {
    /// 1 = as large as just fills the frame; up to 8.
    pub zoom: f64,
    /// Which point of the photo (0..=1 each way) is kept in the middle as far as the frame allows.
    pub focus: [f64; 2],
    /// Straightened by so many degrees clockwise, −15..=15.
    #[serde(default, skip_serializing_if = "is_default")]
    pub angle: f64,
    /// Turns by a quarter clockwise, 0..=3, after the turn that the file asks for.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quarters: u8,
    /// What must be seen as far as the frame's shape allows, wherever `focus` is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep: Option<PhotoPart>,
}

impl Crop {
    /// Straightening is for slips of the hand, not for art.
    pub const MOST_ANGLE: f64 = 15.0;

    /// For a photo that was just put in: what stands out on it stays in the frame.
    pub fn about(facts: &PhotoFacts) -> Crop {
        Crop {
            keep: facts.look.as_ref().and_then(|look| look.subject),
            ..Crop::default()
        }
    }
}

impl Default for Crop {
    fn default() -> Crop {
        Crop {
            zoom: 1.0,
            focus: [0.5, 0.5],
            angle: 0.0,
            quarters: 0,
            keep: None,
        }
    }
}

/// The outline of a photo's frame.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FrameShape {
    Plain,
    /// Corners of this radius in mm.
    Rounded(f64),
    Ellipse,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NumberElement {
    /// "1.2", "1350"
    pub value: String,
    pub unit: TwoScript,
    pub label: TwoScript,
    /// Last time and this time, drawn as a bar.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bar: Option<[f64; 2]>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QuoteElement {
    pub text: TwoScript,
    pub speaker: TwoScript,
    /// Age, work, place in one line.
    pub post: TwoScript,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct QrElement {
    pub content: String,
    pub call: TwoScript,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableElement {
    pub head: Vec<TwoScript>,
    pub rows: Vec<Vec<TwoScript>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepElement {
    pub head: TwoScript,
    pub text: TwoScript,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChangeElement {
    pub label: TwoScript,
    pub from: TwoScript,
    pub to: TwoScript,
}

impl Element {
    /// Where its slot says, unlocked and shown.
    pub fn new(id: ElementId, slot: Option<SlotName>, z: String, kind: ElementKind) -> Element {
        Element {
            id,
            slot,
            area: Area::Slot,
            group: None,
            z,
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind,
        }
    }

    /// Every text a reader meets on it, in the order of the kind's fields.
    pub fn texts(&self) -> Vec<&TwoScript> {
        self.kind.texts()
    }
}

impl ElementKind {
    /// The kind of slot it fills, and the role it has where it names none.
    pub fn fills(&self) -> (SlotKind, &'static str) {
        match self {
            ElementKind::Text(_) => (SlotKind::Text, "body"),
            ElementKind::Photo(_) => (SlotKind::Photo, "photo"),
            ElementKind::Number(_) => (SlotKind::Number, "number"),
            ElementKind::Quote(_) => (SlotKind::Quote, "quote"),
            ElementKind::Qr(_) => (SlotKind::Qr, "qr"),
            ElementKind::Table(_) => (SlotKind::Table, "table"),
            ElementKind::Step(_) => (SlotKind::Step, "step"),
            ElementKind::Change(_) => (SlotKind::Change, "change"),
            ElementKind::Shape(_) => (SlotKind::Shape, "shape"),
            ElementKind::Art(_) => (SlotKind::Art, "art"),
            ElementKind::Emblem(_) => (SlotKind::Emblem, "emblem"),
        }
    }

    /// The file it shows: a photo, a drawing, an emblem.
    pub fn file(&self) -> Option<Digest> {
        match self {
            ElementKind::Photo(photo) => photo.photo,
            ElementKind::Art(art) => art.art,
            ElementKind::Emblem(emblem) => emblem.art,
            ElementKind::Text(_)
            | ElementKind::Number(_)
            | ElementKind::Quote(_)
            | ElementKind::Qr(_)
            | ElementKind::Table(_)
            | ElementKind::Step(_)
            | ElementKind::Change(_)
            | ElementKind::Shape(_) => None,
        }
    }

    /// The colours that a shape names.
    pub fn tints(&self) -> Vec<&Tint> {
        match self {
            ElementKind::Shape(shape) => {
                let line = shape.line.as_ref().map(|line| &line.tint);
                shape.fill.iter().chain(line).collect()
            }
            _ => Vec::new(),
        }
    }

    /// It has texts at all.
    pub fn has_texts(&self) -> bool {
        !matches!(
            self,
            ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_)
        )
    }

    /// It has room for a text and the same text in the other script.
    pub fn takes_both_scripts(&self) -> bool {
        matches!(self, ElementKind::Text(_) | ElementKind::Photo(_))
    }

    /// As `Element::texts`.
    pub fn texts(&self) -> Vec<&TwoScript> {
        match self {
            ElementKind::Text(text) => vec![&text.text],
            ElementKind::Photo(photo) => photo.caption.iter().chain(&photo.tag).collect(),
            ElementKind::Number(number) => vec![&number.unit, &number.label],
            ElementKind::Quote(quote) => vec![&quote.text, &quote.speaker, &quote.post],
            ElementKind::Qr(qr) => vec![&qr.call],
            ElementKind::Table(table) => table.head.iter().chain(table.rows.iter().flatten()).collect(),
            ElementKind::Step(step) => vec![&step.head, &step.text],
            ElementKind::Change(change) => vec![&change.label, &change.from, &change.to],
            ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => Vec::new(),
        }
    }

    /// The same texts in the same order.
    fn texts_mut(&mut self) -> Vec<&mut TwoScript> {
        match self {
            ElementKind::Text(text) => vec![&mut text.text],
            ElementKind::Photo(photo) => photo.caption.iter_mut().chain(&mut photo.tag).collect(),
            ElementKind::Number(number) => vec![&mut number.unit, &mut number.label],
            ElementKind::Quote(quote) => vec![&mut quote.text, &mut quote.speaker, &mut quote.post],
            ElementKind::Qr(qr) => vec![&mut qr.call],
            ElementKind::Table(table) => table.head.iter_mut().chain(table.rows.iter_mut().flatten()).collect(),
            ElementKind::Step(step) => vec![&mut step.head, &mut step.text],
            ElementKind::Change(change) => vec![&mut change.label, &mut change.from, &mut change.to],
            ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => Vec::new(),
        }
    }

    /// Changes the source of every text, and the other script where a person has rewritten it.
    pub(super) fn each_text(&mut self, change: &mut dyn FnMut(&mut RichText)) {
        for text in self.texts_mut() {
            change(&mut text.source);
            if let OtherScript::Kept { text, .. } = &mut text.other {
                change(text);
            }
        }
    }

    /// Texts that follow their source stay as they are now, whatever dictionaries and word lists become.
    pub(super) fn freeze(&mut self, region: Region, words: &Words) {
        for text in self.texts_mut() {
            if text.other == OtherScript::Derived {
                let text_now = text.derived(region, words);
                text.other = OtherScript::Frozen { text: text_now };
            }
        }
    }

    pub(super) fn thaw(&mut self) {
        for text in self.texts_mut() {
            if matches!(text.other, OtherScript::Frozen { .. }) {
                text.other = OtherScript::Derived;
            }
        }
    }

    /// A frozen text that is none of `known` any more follows its source again.
    pub(super) fn thaw_unless(&mut self, known: &[&ElementKind]) {
        let old: Vec<&TwoScript> = known.iter().flat_map(|kind| kind.texts()).collect();
        for text in self.texts_mut() {
            let is_known = old
                .iter()
                .any(|old| old.source == text.source && old.other == text.other);
            if matches!(text.other, OtherScript::Frozen { .. }) && !is_known {
                text.other = OtherScript::Derived;
            }
        }
    }
}
