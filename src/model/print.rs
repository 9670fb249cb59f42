//! How a show goes to print: how strict each rule is, which findings a person took upon themselves and why, what went
//! out when. Plain data, saved with the show.

use super::{BoardId, NameId, TwoName};
use crate::base::{Digest, Finding, Lang, Place};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PrintBook {
    /// By rule; one that is not named is as strict as it comes.
    pub levels: BTreeMap<String, Level>,
    pub reasons: Vec<Reason>,
    /// In the order they went out.
    pub sent: Vec<Sent>,
}

/// How strict a show is with one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing goes to the shop with such a finding.
    Mandatory,
    /// It may go, with a reason.
    Recommended,
    Off,
}

impl Level {
    pub const ALL: [Level; 3] = [Level::Mandatory, Level::Recommended, Level::Off];
}

/// A finding that somebody took upon themselves. It holds for what was said then: a photo that grew coarser asks again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub rule: String,
    pub place: Place,
    pub said: Digest,
    pub why: String,
    /// The day, as in `utc::now`.
    pub at: String,
}

impl Reason {
    pub fn new(finding: &Finding, why: &str, at: &str) -> Reason {
        Reason {
            rule: finding.rule.into(),
            place: finding.place.clone(),
            said: said(finding),
            why: why.trim().into(),
            at: at.into(),
        }
    }

    pub fn is_for(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && self.place == finding.place && self.said == said(finding)
    }
}

fn said(finding: &Finding) -> Digest {
    Digest::of(finding.text(Lang::Hans).as_bytes())
}

/// One hand-over to a shop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sent {
    pub at: String,
    pub shop: String,
    /// Name of the folder or zip.
    pub package: String,
    pub boards: Vec<SentBoard>,
}

/// A board as it went out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentBoard {
    pub board: BoardId,
    pub number: u32,
    /// `Board::digest` at that time.
    pub body: Digest,
}

impl PrintBook {
    pub fn is_empty(&self) -> bool {
        *self == PrintBook::default()
    }

    pub fn reason(&self, finding: &Finding) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.is_for(finding))
    }

    /// With this reason for the finding; a blank one takes it back.
    pub fn with_reason(&self, finding: &Finding, why: &str, at: &str) -> PrintBook {
        let mut book = self.clone();
        book.reasons.retain(|reason| !reason.is_for(finding));
        if !why.trim().is_empty() {
            book.reasons.push(Reason::new(finding, why, at));
        }
        book
    }

    /// With this rule so strict; `None` as it comes.
    pub fn with_level(&self, rule: &str, level: Option<Level>) -> PrintBook {
        let mut book = self.clone();
        match level {
            Some(level) => drop(book.levels.insert(rule.into(), level)),
            None => drop(book.levels.remove(rule)),
        }
        book
    }

    /// The last time a board went out.
    pub fn last_sent(&self, board: BoardId) -> Option<(&Sent, &SentBoard)> {
        let of = |sent: &'_ Sent| sent.boards.iter().position(|one| one.board == board);
        let sent = self.sent.iter().rev().find(|sent| of(sent).is_some())?;
        Some((sent, &sent.boards[of(sent)?]))
    }
}

/// A person, a place or a unit as the show writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownName {
    pub id: NameId,
    pub kind: NameKind,
    pub name: TwoName,
    /// Of a person: as it stands before the name, 镇党委书记.
    #[serde(default)]
    pub post: TwoName,
    /// 1 stands first; 0 where no rank is kept.
    #[serde(default)]
    pub rank: u32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameKind {
    #[default]
    Person,
    Place,
    Unit,
}

impl NameKind {
    pub const ALL: [NameKind; 3] = [NameKind::Person, NameKind::Place, NameKind::Unit];
}
