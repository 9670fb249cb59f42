//! Text as people write it: paragraphs with marks, and one text kept in two scripts.

use crate::base::Digest;
use crate::script::{Region, Script, Words, derive};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::ops::Range;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RichText {
    pub paras: Vec<Para>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Para {
    /// Stays with the paragraph through edits, so that a merge can tell paragraphs apart.
    pub id: u64,
    /// Overrides the slot's style for this paragraph.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub style: Option<StyleName>,
    pub text: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// Something said about a part of a paragraph; `range` in bytes, on character boundaries.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    pub range: Range<usize>,
    pub kind: MarkKind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkKind {
    Weight(u16),
    /// Times the style's size.
    Size(f64),
    /// A swatch of the template.
    Colour(String),
    Slot(crate::base::FontSlot),
    Underline,
    EmphasisDots,
    Ruby(String),
    /// A registered fact is quoted here.
    Field(super::FactId),
    /// A one-to-many character settled by a person: what it becomes in the other script.
    Pick(String),
}

/// Name of a paragraph style of the template: `title`, `body`, `caption` …
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StyleName(pub String);

/// One text in both scripts: written in one, derived or rewritten in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwoScript {
    pub authored: Script,
    pub source: RichText,
    #[serde(default)]
    pub other: OtherScript,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherScript {
    /// Follows the source by conversion.
    #[default]
    Derived,
    /// Rewritten by a person, when the source had this hash. A source that changed since shows the difference.
    Kept { text: RichText, of: Digest },
    /// Derived and frozen at approval, so that a newer dictionary never changes a printed board.
    Frozen { text: RichText },
}

impl RichText {
    pub fn plain(text: &str) -> RichText {
        let paras = text
            .split('\n')
            .enumerate()
            .map(|(index, line)| Para {
                id: index as u64,
                text: line.to_string(),
                ..Para::default()
            })
            .collect();
        RichText { paras }
    }

    /// All paragraphs joined by line ends.
    pub fn to_plain(&self) -> String {
        self.paras
            .iter()
            .map(|para| para.text.as_str())
            .collect::<Vec<_>>()
            .join("\n")
    }

    pub fn is_blank(&self) -> bool {
        self.paras.iter().all(|para| para.text.trim().is_empty())
    }

    /// The hash that `Kept::of` compares.
    pub fn digest(&self) -> Digest {
        Digest::of(self.to_plain().as_bytes())
    }
}

impl Para {
    /// Its settled one-to-many characters, in order.
    pub fn picks(&self) -> Vec<(Range<usize>, String)> {
        let pick = |mark: &Mark| match &mark.kind {
            MarkKind::Pick(becomes) => Some((mark.range.clone(), becomes.clone())),
            _ => None,
        };
        self.marks.iter().filter_map(pick).collect()
    }
}

impl TwoScript {
    pub fn new(authored: Script, text: &str) -> TwoScript {
        TwoScript {
            authored,
            source: RichText::plain(text),
            other: OtherScript::Derived,
        }
    }

    /// Both scripts given by the author.
    pub fn both(authored: Script, source: &str, other: &str) -> TwoScript {
        let source = RichText::plain(source);
        let of = source.digest();
        TwoScript {
            authored,
            source,
            other: OtherScript::Kept {
                text: RichText::plain(other),
                of,
            },
        }
    }

    /// As written, as rewritten by a person, as frozen at approval, or derived with the show's words and the picks.
    pub fn in_script(&self, script: Script, region: Region, words: &Words) -> Cow<'_, RichText> {
        if self.authored == script {
            return Cow::Borrowed(&self.source);
        }
        match &self.other {
            OtherScript::Kept { text, .. } | OtherScript::Frozen { text } => Cow::Borrowed(text),
            OtherScript::Derived => Cow::Owned(self.derived(region, words)),
        }
    }

    /// What the dictionaries make of the source in the other script; marks travel with their words.
    pub fn derived(&self, region: Region, words: &Words) -> RichText {
        let derive_para = |para: &Para| {
            let converted = derive(&para.text, self.authored, region, words, &para.picks());
            let marks = para.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Pick(_)));
            Para {
                id: para.id,
                style: para.style.clone(),
                marks: marks
                    .map(|mark| Mark {
                        range: converted.carried(&mark.range),
                        kind: mark.kind.clone(),
                    })
                    .filter(|mark| !mark.range.is_empty())
                    .collect(),
                text: converted.text,
            }
        };
        RichText {
            paras: self.source.paras.iter().map(derive_para).collect(),
        }
    }

    /// The other script was rewritten for an earlier source.
    pub fn is_stale(&self) -> bool {
        matches!(&self.other, OtherScript::Kept { of, .. } if *of != self.source.digest())
    }
}

/// A name that has one form in each UI language or script: committees, shows, templates.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TwoName {
    pub hans: String,
    pub hant: String,
}

impl TwoName {
    pub fn is_empty(&self) -> bool {
        self.hans.is_empty() && self.hant.is_empty()
    }

    pub fn of(&self, script: Script) -> &str {
        match script {
            Script::Hans => &self.hans,
            Script::Hant => &self.hant,
        }
    }
}
