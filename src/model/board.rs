//! One board: what an office makes. Its order, number, place and state are not in here,
//! so that renumbering never touches a board somebody is working on.

use super::{BoardId, CommitteeId, Element, ElementId, Ground};
use crate::base::Digest;
use crate::geom::Size;
use crate::script::Script;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Board {
    pub id: BoardId,
    /// The human id, unique in a show: "QH017".
    pub code: String,
    pub committee: CommitteeId,
    pub template: TemplateRef,
    /// Trim size in mm.
    pub size: Size,
    /// The script its text is shown in; captions show both.
    pub script: Script,
    #[serde(default)]
    pub make: Make,
    /// Which of the good arrangements its groups of photos take: 0 the best one.
    #[serde(default)]
    pub arrangement: u16,
    /// In place of the template's paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// Lines to stand things on; they are never printed.
    #[serde(default, skip_serializing_if = "Guides::is_default")]
    pub guides: Guides,
    /// In order of `z`, then id.
    pub elements: Vec<Arc<Element>>,
}

/// Lines across the whole board, in mm from its left and upper edge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Guides {
    #[serde(default)]
    pub upright: Vec<f64>,
    #[serde(default)]
    pub level: Vec<f64>,
    #[serde(default)]
    pub are_locked: bool,
}

impl Guides {
    pub fn is_default(&self) -> bool {
        *self == Guides::default()
    }

    /// Those that stand upright, or those that lie level.
    pub fn of(&self, is_upright: bool) -> &Vec<f64> {
        if is_upright { &self.upright } else { &self.level }
    }

    pub fn of_mut(&mut self, is_upright: bool) -> &mut Vec<f64> {
        if is_upright { &mut self.upright } else { &mut self.level }
    }
}

/// A template at the version the board was made with.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TemplateRef {
    pub name: String,
    pub version: Digest,
}

/// How the board is to be produced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Make {
    /// "KT board 5 mm"; empty means the show's usual.
    #[serde(default)]
    pub material: String,
    #[serde(default)]
    pub finishing: String,
    #[serde(default = "one")]
    pub copies: u32,
    #[serde(default)]
    pub stand: String,
}

fn one() -> u32 {
    1
}

impl Default for Make {
    fn default() -> Make {
        Make {
            material: String::new(),
            finishing: String::new(),
            copies: one(),
            stand: String::new(),
        }
    }
}

impl Board {
    /// This board with the element put in, or put in place of the one with its id; kept in order of `z`.
    pub fn with_element(&self, element: Arc<Element>) -> Board {
        let mut board = self.without_element(element.id);
        let at = board
            .elements
            .partition_point(|other| (&other.z, other.id) < (&element.z, element.id));
        board.elements.insert(at, element);
        board
    }

    pub fn without_element(&self, id: ElementId) -> Board {
        let mut board = self.clone();
        board.elements.retain(|element| element.id != id);
        board
    }

    /// A key that stands in front of everything on the board.
    pub fn front_z(&self) -> String {
        super::z_between(self.elements.last().map(|element| element.z.as_str()), None)
    }

    /// Photos shown here, each as often as it is shown.
    pub fn photos(&self) -> impl Iterator<Item = Digest> + '_ {
        self.elements.iter().filter_map(|element| match &element.kind {
            super::ElementKind::Photo(photo) => photo.photo,
            _ => None,
        })
    }

    /// Every file shown here, as often as it is shown: photos, drawings, emblems, the ground's picture.
    pub fn files(&self) -> impl Iterator<Item = Digest> + '_ {
        let ground = self.ground.as_ref().and_then(Ground::photo);
        let shown = self.elements.iter().filter_map(|element| element.kind.file());
        ground.into_iter().chain(shown)
    }

    pub fn element(&self, id: ElementId) -> Option<&Arc<Element>> {
        self.elements.iter().find(|element| element.id == id)
    }

    /// The first element filling this slot.
    pub fn in_slot(&self, slot: &str) -> Option<&Arc<Element>> {
        self.elements
            .iter()
            .find(|element| element.slot.as_ref().is_some_and(|name| name.0 == slot))
    }

    /// Tells whether somebody touched it since.
    pub fn digest(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// The title's first lines in one string, for lists and file names; the code where there is none.
    pub fn title(&self) -> String {
        let title = self.in_slot("title").and_then(|element| match &element.kind {
            super::ElementKind::Text(text) => Some(text.text.source.to_plain().replace('\n', "")),
            _ => None,
        });
        title
            .filter(|text| !text.trim().is_empty())
            .unwrap_or_else(|| self.code.clone())
    }
}

/// An empty board with an id of its own.
#[cfg(test)]
pub fn board_for_tests() -> Board {
    Board {
        id: BoardId::random(),
        code: "T001".into(),
        committee: CommitteeId::random(),
        template: TemplateRef {
            name: "red-album".into(),
            version: Digest::of(b""),
        },
        size: crate::geom::size(900.0, 1200.0),
        script: Script::Hans,
        make: Make::default(),
        arrangement: 0,
        ground: None,
        guides: Guides::default(),
        elements: Vec::new(),
    }
}
