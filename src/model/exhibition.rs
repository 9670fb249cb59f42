//! The whole show as plain data. Only commands change it (`Document::execute`).

use super::swatch::{ShowSwatch, with_shared};
use super::{
    Binned, Board, BoardId, Committee, CommitteeId, Element, Fact, KnownName, Meeting, Plaza, PrintBook, Scripts, Shop,
    ShowId, Template, TemplateRef, TwoName,
};
use crate::base::{Colour, Day, Digest, FontSlot, NamedFont, PhotoFacts};
use crate::geom::Size;
use crate::script::{Region, Script, Words};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Cheap to clone: everything large is shared.
#[derive(Clone, Debug, PartialEq)]
pub struct Exhibition {
    pub show: Arc<Show>,
    /// In the order of the list of units.
    pub committees: Arc<Vec<Committee>>,
    /// Boards in no particular order; `order` holds the display sequence.
    pub boards: Vec<Arc<Board>>,
    /// Display sequence; numbers on boards follow from it. Every board stands in it exactly once.
    pub order: Arc<Vec<BoardId>>,
    pub states: Arc<BTreeMap<BoardId, BoardState>>,
    pub plazas: Vec<Arc<Plaza>>,
    /// Every template version in use.
    pub templates: Arc<BTreeMap<TemplateRef, Arc<Template>>>,
    pub photos: Arc<BTreeMap<Digest, Arc<PhotoFacts>>>,
    pub words: Arc<Words>,
    pub facts: Arc<Vec<Fact>>,
    pub shops: Arc<Vec<Shop>>,
    /// By `Board.code`: what a content folder gave last time, so that a second import changes only what nobody touched.
    pub imports: Arc<BTreeMap<String, ImportMark>>,
    /// Deleted boards, the last one at the end.
    pub bin: Arc<Vec<Arc<Binned>>>,
    /// By object: the form of the other side's that was worked in last, so that the next merge has a base.
    pub met: Arc<BTreeMap<String, Digest>>,
}

/// What an import left behind for one board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportMark {
    /// Hash of what the folder said.
    pub source: Digest,
    /// Hash of the board's body as the import made it.
    pub body: Digest,
}

/// Settings of the show as a whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Show {
    pub id: ShowId,
    pub title: TwoName,
    /// Traditional text of this show takes the forms and words of this region.
    pub region: Region,
    /// Size of a new board in mm.
    pub usual_size: Size,
    /// Script of new boards; `None`: the one their text is written in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_script: Option<Script>,
    /// First and last day on which the boards stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Day>,
    /// Where they stand, as visitors are told: "county square". Empty: nobody has said.
    #[serde(default, skip_serializing_if = "TwoName::is_empty")]
    pub place: TwoName,
    /// Installed fonts in place of the shipped ones, a list of weights a style. Nothing else installed is ever used.
    #[serde(default)]
    pub fonts: ShowFonts,
    /// Colours that all boards share, number for number.
    #[serde(default)]
    pub swatches: Vec<ShowSwatch>,
    /// The day on which a unit's boards are to be handed in.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub due: BTreeMap<CommitteeId, Day>,
    /// Persons, places and units whose names all boards write alike.
    #[serde(default)]
    pub names: Vec<KnownName>,
    /// Comment meetings, the last one at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// Rules, reasons and what went to the shop.
    #[serde(default)]
    pub print: PrintBook,
}

impl Show {
    /// "2026-12-01 – 2026-12-10", or what is known of it.
    pub fn days(&self) -> Option<String> {
        match (self.opens, self.closes) {
            (Some(opens), Some(closes)) if opens != closes => Some(format!("{opens} – {closes}")),
            (opens, closes) => opens.or(closes).map(|day| day.to_string()),
        }
    }
}

pub type ShowFonts = BTreeMap<FontSlot, Vec<NamedFont>>;

/// How far a board is on its way; `workflow` holds the allowed changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoardState {
    #[default]
    Draft,
    SelfChecked,
    Submitted,
    InReview,
    Returned,
    Approved,
    SentToShop,
    Printed,
    Standing,
}

impl BoardState {
    /// Approved or further: what the board says is settled, its derived texts are frozen.
    pub fn is_final(self) -> bool {
        self >= BoardState::Approved
    }
}

impl Exhibition {
    /// A show with nothing in it yet.
    pub fn new(title: TwoName, region: Region) -> Exhibition {
        Exhibition {
            show: Arc::new(Show {
                id: ShowId::random(),
                title,
                region,
                usual_size: crate::geom::size(900.0, 1200.0),
                usual_script: None,
                opens: None,
                closes: None,
                place: TwoName::default(),
                fonts: ShowFonts::new(),
                swatches: Vec::new(),
                due: BTreeMap::new(),
                names: Vec::new(),
                meetings: Vec::new(),
                print: PrintBook::default(),
            }),
            committees: Arc::default(),
            boards: Vec::new(),
            order: Arc::default(),
            states: Arc::default(),
            plazas: Vec::new(),
            templates: Arc::default(),
            photos: Arc::default(),
            words: Arc::default(),
            facts: Arc::default(),
            shops: Arc::default(),
            imports: Arc::default(),
            bin: Arc::default(),
            met: Arc::default(),
        }
    }

    /// Nothing was replaced: every part is the very same allocation. Cheap; a "no" may still be equal by value.
    pub fn is_same(&self, other: &Exhibition) -> bool {
        Arc::ptr_eq(&self.show, &other.show)
            && Arc::ptr_eq(&self.committees, &other.committees)
            && all_same(&self.boards, &other.boards)
            && Arc::ptr_eq(&self.order, &other.order)
            && Arc::ptr_eq(&self.states, &other.states)
            && all_same(&self.plazas, &other.plazas)
            && Arc::ptr_eq(&self.templates, &other.templates)
            && Arc::ptr_eq(&self.photos, &other.photos)
            && Arc::ptr_eq(&self.words, &other.words)
            && Arc::ptr_eq(&self.facts, &other.facts)
            && Arc::ptr_eq(&self.shops, &other.shops)
            && Arc::ptr_eq(&self.imports, &other.imports)
            && Arc::ptr_eq(&self.bin, &other.bin)
            && Arc::ptr_eq(&self.met, &other.met)
    }

    /// Every picture that a board or a plaza shows.
    pub fn files(&self) -> BTreeSet<crate::base::Digest> {
        let boards = self.boards.iter().flat_map(|board| board.files());
        boards
            .chain(self.plazas.iter().flat_map(|plaza| plaza.files()))
            .collect()
    }

    pub fn plaza(&self, id: super::PlazaId) -> Option<&Arc<Plaza>> {
        self.plazas.iter().find(|plaza| plaza.id == id)
    }

    pub fn board(&self, id: BoardId) -> Option<&Arc<Board>> {
        self.boards.iter().find(|board| board.id == id)
    }

    pub fn board_by_code(&self, code: &str) -> Option<&Arc<Board>> {
        self.boards.iter().find(|board| board.code == code)
    }

    /// Boards in display sequence.
    pub fn in_order(&self) -> Vec<&Arc<Board>> {
        let by_id: BTreeMap<BoardId, &Arc<Board>> = self.boards.iter().map(|board| (board.id, board)).collect();
        self.order.iter().filter_map(|id| by_id.get(id).copied()).collect()
    }

    /// 1-based place in the display sequence.
    pub fn number(&self, id: BoardId) -> Option<usize> {
        self.order.iter().position(|other| *other == id).map(|index| index + 1)
    }

    pub fn committee(&self, id: super::CommitteeId) -> Option<&Committee> {
        self.committees.iter().find(|committee| committee.id == id)
    }

    pub fn state(&self, id: BoardId) -> BoardState {
        self.states.get(&id).copied().unwrap_or_default()
    }

    pub fn template_of(&self, board: &Board) -> Option<&Arc<Template>> {
        self.templates.get(&board.template)
    }

    /// The show's own templates, each as it was last made.
    pub fn own_templates(&self) -> Vec<Arc<Template>> {
        let mut newest: BTreeMap<&str, &Arc<Template>> = BTreeMap::new();
        for template in self.templates.values().filter(|template| template.edition > 0) {
            let known = newest.entry(&template.name).or_insert(template);
            if known.edition < template.edition {
                *known = template;
            }
        }
        newest.into_values().cloned().collect()
    }

    /// The colours of a board: its template's, the show's in place of those they stand for, and the show's own under
    /// `show/NAME`.
    pub fn swatches_of(&self, template: &Template) -> BTreeMap<String, Colour> {
        with_shared(template, &self.show.swatches)
    }

    /// The scripts wanted for an element, by itself or its place; `None`: the board's, and for captions both.
    pub fn scripts_of(&self, board: &Board, element: &Element) -> Option<Scripts> {
        let of_slot = || self.template_of(board)?.slot_for(element)?.0.scripts;
        element.scripts.or_else(of_slot)
    }
}

fn all_same<T>(some: &[Arc<T>], others: &[Arc<T>]) -> bool {
    some.len() == others.len() && some.iter().zip(others).all(|(one, other)| Arc::ptr_eq(one, other))
}
