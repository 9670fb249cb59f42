//! The registers and the print book of a show in the file. They came late: a show without them has the bytes it had.

use super::names;
use super::text::TwoName;
use crate::base::{self, Digest};
use crate::model::{self, BoardId, NameId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

names!(Level, model::Level, [Mandatory, Recommended, Off]);
names!(NameKind, model::NameKind, [Person, Place, Unit]);

#[derive(Default, Serialize, Deserialize)]
pub struct PrintBook {
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    levels: BTreeMap<String, Level>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<Reason>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    sent: Vec<Sent>,
}

#[derive(Serialize, Deserialize)]
struct Reason {
    at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    board: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    element: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<String>,
    rule: String,
    said: Digest,
    why: String,
}

#[derive(Serialize, Deserialize)]
struct Sent {
    at: String,
    boards: Vec<SentBoard>,
    package: String,
    shop: String,
}

#[derive(Serialize, Deserialize)]
struct SentBoard {
    board: BoardId,
    body: Digest,
    number: u32,
}

#[derive(Serialize, Deserialize)]
pub struct KnownName {
    id: NameId,
    kind: NameKind,
    name: TwoName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    post: Option<TwoName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rank: Option<u32>,
}

impl PrintBook {
    pub fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.reasons.is_empty() && self.sent.is_empty()
    }
}

impl From<&model::PrintBook> for PrintBook {
    fn from(book: &model::PrintBook) -> PrintBook {
        let levels = book.levels.iter();
        PrintBook {
            levels: levels.map(|(rule, level)| (rule.clone(), (*level).into())).collect(),
            reasons: book.reasons.iter().map(Reason::from).collect(),
            sent: book.sent.iter().map(Sent::from).collect(),
        }
    }
}

impl From<PrintBook> for model::PrintBook {
    fn from(book: PrintBook) -> model::PrintBook {
        let levels = book.levels.into_iter();
        model::PrintBook {
            levels: levels.map(|(rule, level)| (rule, level.into())).collect(),
            reasons: book.reasons.into_iter().map(model::Reason::from).collect(),
            sent: book.sent.into_iter().map(model::Sent::from).collect(),
        }
    }
}

impl From<&model::Reason> for Reason {
    fn from(reason: &model::Reason) -> Reason {
        let reason = reason.clone();
        Reason {
            at: reason.at,
            board: reason.place.board,
            element: reason.place.element,
            file: reason.place.file,
            rule: reason.rule,
            said: reason.said,
            why: reason.why,
        }
    }
}

impl From<Reason> for model::Reason {
    fn from(reason: Reason) -> model::Reason {
        model::Reason {
            rule: reason.rule,
            place: base::Place {
                board: reason.board,
                element: reason.element,
                file: reason.file,
            },
            said: reason.said,
            why: reason.why,
            at: reason.at,
        }
    }
}

impl From<&model::Sent> for Sent {
    fn from(sent: &model::Sent) -> Sent {
        let board = |one: &model::SentBoard| SentBoard {
            board: one.board,
            body: one.body,
            number: one.number,
        };
        Sent {
            at: sent.at.clone(),
            boards: sent.boards.iter().map(board).collect(),
            package: sent.package.clone(),
            shop: sent.shop.clone(),
        }
    }
}

impl From<Sent> for model::Sent {
    fn from(sent: Sent) -> model::Sent {
        let board = |one: SentBoard| model::SentBoard {
            board: one.board,
            number: one.number,
            body: one.body,
        };
        model::Sent {
            at: sent.at,
            shop: sent.shop,
            package: sent.package,
            boards: sent.boards.into_iter().map(board).collect(),
        }
    }
}

impl From<&model::KnownName> for KnownName {
    fn from(known: &model::KnownName) -> KnownName {
        let has_post = known.post != model::TwoName::default();
        KnownName {
            id: known.id,
            kind: known.kind.into(),
            name: (&known.name).into(),
            post: has_post.then(|| (&known.post).into()),
            rank: (known.rank > 0).then_some(known.rank),
        }
    }
}

impl From<KnownName> for model::KnownName {
    fn from(known: KnownName) -> model::KnownName {
        model::KnownName {
            id: known.id,
            kind: known.kind.into(),
            name: known.name.into(),
            post: known.post.map(model::TwoName::from).unwrap_or_default(),
            rank: known.rank.unwrap_or_default(),
        }
    }
}
