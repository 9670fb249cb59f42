//! Texts in two scripts, paragraphs and their marks.

use super::{Real, names};
use crate::base::{self, Digest};
use crate::model::{self, FactId};
use crate::script;
use serde::{Deserialize, Serialize};

names!(Script, script::Script, [Hans, Hant]);
names!(FontSlot, base::FontSlot, [Hei, Song, Kai, FangSong, BiaoSong, LiShu]);

#[derive(Serialize, Deserialize)]
pub struct TwoScript {
    authored: Script,
    #[serde(default)]
    other: Other,
    source: RichText,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Other {
    #[default]
    Derived,
    Kept {
        of: Digest,
        text: RichText,
    },
    Frozen {
        text: RichText,
    },
}

#[derive(Serialize, Deserialize)]
struct RichText {
    paras: Vec<Para>,
}

#[derive(Serialize, Deserialize)]
struct Para {
    id: u64,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    style: Option<String>,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Mark {
    from: usize,
    kind: MarkKind,
    to: usize,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum MarkKind {
    Weight(u16),
    Size(Real),
    Colour(String),
    Slot(FontSlot),
    Underline,
    EmphasisDots,
    Ruby(String),
    Field(FactId),
    Pick(String),
}

#[derive(Serialize, Deserialize)]
pub struct TwoName {
    hans: String,
    hant: String,
}

impl From<&model::TwoName> for TwoName {
    fn from(name: &model::TwoName) -> TwoName {
        TwoName {
            hans: name.hans.clone(),
            hant: name.hant.clone(),
        }
    }
}

impl From<TwoName> for model::TwoName {
    fn from(name: TwoName) -> model::TwoName {
        model::TwoName {
            hans: name.hans,
            hant: name.hant,
        }
    }
}

impl From<&model::TwoScript> for TwoScript {
    fn from(text: &model::TwoScript) -> TwoScript {
        TwoScript {
            authored: text.authored.into(),
            other: match &text.other {
                model::OtherScript::Derived => Other::Derived,
                model::OtherScript::Kept { text, of } => Other::Kept {
                    of: *of,
                    text: text.into(),
                },
                model::OtherScript::Frozen { text } => Other::Frozen { text: text.into() },
            },
            source: (&text.source).into(),
        }
    }
}

impl From<TwoScript> for model::TwoScript {
    fn from(text: TwoScript) -> model::TwoScript {
        model::TwoScript {
            authored: text.authored.into(),
            source: text.source.into(),
            other: match text.other {
                Other::Derived => model::OtherScript::Derived,
                Other::Kept { of, text } => model::OtherScript::Kept { text: text.into(), of },
                Other::Frozen { text } => model::OtherScript::Frozen { text: text.into() },
            },
        }
    }
}

impl From<&model::RichText> for RichText {
    fn from(text: &model::RichText) -> RichText {
        RichText {
            paras: text.paras.iter().map(Para::from).collect(),
        }
    }
}

impl From<RichText> for model::RichText {
    fn from(text: RichText) -> model::RichText {
        model::RichText {
            paras: text.paras.into_iter().map(model::Para::from).collect(),
        }
    }
}

impl From<&model::Para> for Para {
    fn from(para: &model::Para) -> Para {
        Para {
            id: para.id,
            marks: para.marks.iter().map(Mark::from).collect(),
            style: para.style.as_ref().map(|style| style.0.clone()),
            text: para.text.clone(),
        }
    }
}

impl From<Para> for model::Para {
    fn from(para: Para) -> model::Para {
        // A mark beyond its text, or inside a character, would stop whoever cuts the text there.
        let fits = |mark: &Mark| para.text.get(mark.from..mark.to).is_some();
        model::Para {
            id: para.id,
            style: para.style.map(model::StyleName),
            marks: para.marks.into_iter().filter(fits).map(model::Mark::from).collect(),
            text: para.text,
        }
    }
}

impl From<&model::Mark> for Mark {
    fn from(mark: &model::Mark) -> Mark {
        Mark {
            from: mark.range.start,
            kind: match &mark.kind {
                model::MarkKind::Weight(weight) => MarkKind::Weight(*weight),
                model::MarkKind::Size(size) => MarkKind::Size(Real(*size)),
                model::MarkKind::Colour(swatch) => MarkKind::Colour(swatch.clone()),
                model::MarkKind::Slot(slot) => MarkKind::Slot((*slot).into()),
                model::MarkKind::Underline => MarkKind::Underline,
                model::MarkKind::EmphasisDots => MarkKind::EmphasisDots,
                model::MarkKind::Ruby(text) => MarkKind::Ruby(text.clone()),
                model::MarkKind::Field(fact) => MarkKind::Field(*fact),
                model::MarkKind::Pick(text) => MarkKind::Pick(text.clone()),
            },
            to: mark.range.end,
        }
    }
}

impl From<Mark> for model::Mark {
    fn from(mark: Mark) -> model::Mark {
        model::Mark {
            range: mark.from..mark.to,
            kind: match mark.kind {
                MarkKind::Weight(weight) => model::MarkKind::Weight(weight),
                MarkKind::Size(size) => model::MarkKind::Size(size.0),
                MarkKind::Colour(swatch) => model::MarkKind::Colour(swatch),
                MarkKind::Slot(slot) => model::MarkKind::Slot(slot.into()),
                MarkKind::Underline => model::MarkKind::Underline,
                MarkKind::EmphasisDots => model::MarkKind::EmphasisDots,
                MarkKind::Ruby(text) => model::MarkKind::Ruby(text),
                MarkKind::Field(fact) => model::MarkKind::Field(fact),
                MarkKind::Pick(text) => model::MarkKind::Pick(text),
            },
        }
    }
}
