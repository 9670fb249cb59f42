//! Everything that can happen to an exhibition, as values: "set to this", not "change by".

use super::*;
use crate::base::say::Deed;
use crate::base::{Day, Digest, PhotoCredit, PhotoFacts, Say};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
// Commands live for one call and are few; a box around the content would only be in the way of those who write them.
#[allow(clippy::large_enum_variant)]
pub enum Command {
    SetShow(Show),
    /// Which installed fonts stand for which styles.
    SetFonts(ShowFonts),
    /// The colours that all boards share; names differ from each other.
    SetSwatches(Vec<ShowSwatch>),
    /// The register of names.
    SetNames(Vec<KnownName>),
    /// Which rules hold, which findings are taken upon oneself, what went out.
    SetPrint(PrintBook),
    /// Adds, renames, removes and orders units at once; a unit that still has boards cannot go.
    SetCommittees(Vec<Committee>),
    /// A new board at `at` of the order (its end if beyond).
    AddBoard {
        board: Arc<Board>,
        at: usize,
    },
    /// Replaces a board's body whole: template switches, imports.
    SetBoard(Arc<Board>),
    RemoveBoard(BoardId),
    /// Removes it to the bin; `at` is now.
    BinBoard {
        board: BoardId,
        at: String,
    },
    /// Out of the bin, to where it was.
    RestoreBoard(BoardId),
    /// These boards of the bin are gone for good.
    EmptyBin(Vec<BoardId>),
    SetCommittee {
        board: BoardId,
        committee: CommitteeId,
    },
    SetScript {
        board: BoardId,
        script: crate::script::Script,
    },
    SetMake {
        board: BoardId,
        make: Make,
    },
    /// Another of the good arrangements of its photos.
    SetArrangement {
        board: BoardId,
        arrangement: u16,
    },
    SetGround {
        board: BoardId,
        ground: Option<Ground>,
    },
    SetGuides {
        board: BoardId,
        guides: Guides,
    },
    AddElement {
        board: BoardId,
        element: Arc<Element>,
    },
    RemoveElement {
        board: BoardId,
        element: ElementId,
    },
    SetArea {
        board: BoardId,
        element: ElementId,
        area: Area,
    },
    SetZ {
        board: BoardId,
        element: ElementId,
        z: String,
    },
    /// Elements with the same number are chosen and moved together.
    SetGroup {
        board: BoardId,
        element: ElementId,
        group: Option<u64>,
    },
    SetLocked {
        board: BoardId,
        element: ElementId,
        is_locked: bool,
    },
    SetHidden {
        board: BoardId,
        element: ElementId,
        is_hidden: bool,
    },
    SetScripts {
        board: BoardId,
        element: ElementId,
        scripts: Option<Scripts>,
    },
    SetKind {
        board: BoardId,
        element: ElementId,
        kind: ElementKind,
    },
    /// The display sequence; must name every board once.
    SetOrder(Vec<BoardId>),
    SetState {
        board: BoardId,
        state: BoardState,
    },
    AddPlaza(Arc<Plaza>),
    RemovePlaza(PlazaId),
    SetPlaza(Arc<Plaza>),
    SetPlaces {
        plaza: PlazaId,
        places: Vec<(BoardId, Option<Stand>)>,
    },
    AddTemplate(Arc<Template>),
    AddPhoto(Arc<PhotoFacts>),
    /// Who took a photo, and whether it may be shown.
    SetCredit {
        photo: Digest,
        credit: PhotoCredit,
    },
    /// Only a photo no board uses can go.
    RemovePhoto(Digest),
    SetWords(crate::script::Words),
    SetFacts(Vec<Fact>),
    SetShops(Vec<Shop>),
    SetImportMark {
        code: String,
        mark: ImportMark,
    },
    /// When a unit's boards are due.
    SetDue {
        committee: CommitteeId,
        day: Option<Day>,
    },
    /// A comment meeting as it stands now: a new one, or in place of what was kept of it.
    SetMeeting(Meeting),
    RemoveMeeting(MeetingId),
    /// The show as a merge has made it.
    BringIn(Box<Exhibition>),
    /// Several as one: all or nothing.
    Batch(Vec<Command>),
}

/// Why a command was refused; nothing has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal(pub Say);

impl Command {
    /// What the undo menu calls it.
    pub fn deed(&self) -> Deed {
        match self {
            Command::SetShow(_) => Deed::Show,
            Command::SetFonts(_) => Deed::Fonts,
            Command::SetSwatches(_) => Deed::Swatches,
            Command::SetNames(_) => Deed::Names,
            Command::SetPrint(_) => Deed::Print,
            Command::SetCommittees(_) => Deed::Committees,
            Command::AddBoard { .. } => Deed::AddBoard,
            Command::SetBoard(_) => Deed::ChangeBoard,
            Command::RemoveBoard(_) | Command::BinBoard { .. } => Deed::RemoveBoard,
            Command::RestoreBoard(_) => Deed::RestoreBoard,
            Command::EmptyBin(_) => Deed::EmptyBin,
            Command::SetDue { .. } => Deed::Due,
            Command::SetMeeting(_) | Command::RemoveMeeting(_) => Deed::Meeting,
            Command::BringIn(_) => Deed::BringIn,
            Command::SetCommittee { .. } => Deed::Committee,
            Command::SetScript { .. } => Deed::Script,
            Command::SetMake { .. } => Deed::Make,
            Command::SetArrangement { .. } => Deed::Arrangement,
            Command::SetGround { .. } => Deed::Ground,
            Command::AddElement { .. } => Deed::AddElement,
            Command::RemoveElement { .. } => Deed::RemoveElement,
            Command::SetArea { .. } => Deed::Move,
            Command::SetGuides { .. } => Deed::Guides,
            Command::SetGroup { .. } => Deed::Group,
            Command::SetCredit { .. } => Deed::Credit,
            Command::SetZ { .. } => Deed::Layer,
            Command::SetLocked { .. } => Deed::Lock,
            Command::SetHidden { .. } => Deed::Hide,
            Command::SetScripts { .. } => Deed::Scripts,
            Command::SetKind { .. } => Deed::Content,
            Command::SetOrder(_) => Deed::Order,
            Command::SetState { .. } => Deed::State,
            Command::AddPlaza(_) | Command::RemovePlaza(_) | Command::SetPlaza(_) => Deed::Plaza,
            Command::SetPlaces { .. } => Deed::Places,
            Command::AddTemplate(_) => Deed::Template,
            Command::AddPhoto(_) | Command::RemovePhoto(_) => Deed::Photos,
            Command::SetWords(_) => Deed::Words,
            Command::SetFacts(_) => Deed::Facts,
            Command::SetShops(_) => Deed::Shops,
            Command::SetImportMark { .. } => Deed::Import,
            // Files and marks come along with the boards they serve.
            Command::Batch(commands) => commands
                .iter()
                .map(Command::deed)
                .max_by_key(|deed| !matches!(deed, Deed::Photos | Deed::Template | Deed::Import | Deed::Meeting))
                .unwrap_or(Deed::ChangeBoard),
        }
    }
}
