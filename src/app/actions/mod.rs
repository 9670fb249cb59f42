//! Everything a user can trigger, once: menu, toolbar and keys read this table, so they cannot disagree.

mod canvas;
mod insert;
mod stands;
mod table;

pub use stands::OF_ROWS;
pub use table::TABLE;

use super::session::Workspace;
use super::widgets::Icon;
use super::words::Words;
use egui::{Key, KeyboardShortcut, Modifiers};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    Go(Workspace),
    NewShow,
    ShowSettings,
    Fonts,
    Colours,
    Rules,
    Registers,
    Open,
    Sample,
    Import,
    Draft,
    NewBoard,
    Duplicate,
    DeleteBoard,
    Restyle,
    Versions,
    Styles,
    SaveTemplate,
    NextTab,
    PreviousTab,
    CloseTab,
    Rearrange,
    Shuffle,
    Undo,
    Redo,
    Fit,
    RealSize,
    ZoomIn,
    ZoomOut,
    ToggleBleed,
    ToggleRulers,
    ToggleGuides,
    ToggleGrid,
    ToggleFinishing,
    ToggleSnap,
    Find,
    Texts,
    Palette,
    Help,
    NextFinding,
    AddPhotos,
    Arrange,
    PlanPdf,
    PlanPng,
    PlanPapers,
    ExportThis,
    ExportAll,
    ExportJoined,
    Pack,
    BringPack,
    BringShow,
    SaveCopy,
    SaveElsewhere,
    LedgerBook,
    PrintBoard,
    OpenLogs,
    // On the board in the editor: its pane takes them from `Session::view_action`.
    SelectAll,
    AddText,
    AddPhotoPlace,
    AddNumber,
    AddQuote,
    AddQr,
    AddTable,
    AddStep,
    AddChange,
    AddRect,
    AddEllipse,
    AddLine,
    AddArrow,
    AddArt,
    AddEmblem,
    EditText,
    ReplacePhoto,
    CropPhoto,
    CutElement,
    CopyElement,
    PasteElement,
    DuplicateElement,
    DeleteElement,
    Forward,
    Backward,
    ToFront,
    ToBack,
    LockElement,
    HideElement,
    BackToSlot,
    NextElement,
    PreviousElement,
    NextDoubt,
    OtherScript,
    Group,
    Ungroup,
    SelectSame,
    PasteInPlace,
    CopyLook,
    PasteLook,
    AlignLeft,
    AlignCentre,
    AlignRight,
    AlignTop,
    AlignMiddle,
    AlignBottom,
    SpreadAcross,
    SpreadDown,
    TidyUp,
    ZoomToChosen,
    FarView,
    Calibrate,
    LockGuides,
    ClearGuides,
    // On the plan of the plaza, likewise.
    TurnBoard,
    TurnRight,
    TurnLeft,
    Earlier,
    Later,
    TakeOffPlan,
    PlaceAll,
    NumberByPlace,
    SelectRow,
    LineUp,
    SpreadRow,
    SpaceRow,
    TurnRow,
    SwapBoards,
    MirrorBoards,
    PinBoards,
    Variants,
    OrderBoards,
    NewPlaza,
    DuplicatePlaza,
    DeletePlaza,
    /// Boards before a projector, one after the other.
    Meeting,
    // The walk through the plaza.
    Walk,
    WalkPicture,
    FullScreen,
    Back,
    Quit,
}

/// What decides whether an action can run now.
#[derive(Clone, Copy, Default)]
pub struct Can {
    pub show_open: bool,
    pub board_open: bool,
    /// The editor is in front with a board in it.
    pub on_board: bool,
    /// … that was opened from elsewhere.
    pub back: bool,
    /// … and something on it is chosen.
    pub element: bool,
    /// The plaza is in front.
    pub on_plaza: bool,
    /// … and a board is chosen there.
    pub stand: bool,
    /// The plaza is in front and walked through.
    pub on_walk: bool,
    pub undo: bool,
    pub redo: bool,
}

pub struct Row {
    pub action: Action,
    pub label: Words,
    pub help: Words,
    pub icon: Icon,
    pub keys: Option<KeyboardShortcut>,
    pub enabled: fn(&Can) -> bool,
}

/// The row of an action; every action has one (held by a test).
pub fn row_of(action: Action) -> &'static Row {
    TABLE
        .iter()
        .find(|row| row.action == action)
        .unwrap_or(&TABLE[TABLE.len() - 1])
}

/// "Ctrl Shift Z" as people write it.
pub fn keys_text(row: &Row) -> String {
    let Some(keys) = row.keys else {
        return String::new();
    };
    let ctrl = if keys.modifiers.command { "Ctrl " } else { "" };
    let alt = if keys.modifiers.alt { "Alt " } else { "" };
    let shift = if keys.modifiers.shift { "Shift " } else { "" };
    format!("{ctrl}{alt}{shift}{}", keys.logical_key.symbol_or_name())
}

/// The action whose keys were pressed, longest combination first so that Ctrl+Shift+Z is not Ctrl+Z.
pub fn pressed(ctx: &egui::Context, can: &Can, typing: bool) -> Option<Action> {
    let mut rows: Vec<&Row> = TABLE.iter().filter(|row| row.keys.is_some()).collect();
    rows.sort_by_key(|row| row.keys.map(|keys| !(keys.modifiers.shift || keys.modifiers.alt)));
    for row in rows {
        let Some(keys) = row.keys else { continue };
        if typing && belongs_to_text(row.action, &keys) {
            continue;
        }
        // A plain letter means one thing here and another there, and so does choosing everything.
        let is_shared = keys.modifiers.is_none() || row.action == Action::SelectAll;
        if is_shared && !(row.enabled)(can) {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            return (row.enabled)(can).then_some(row.action);
        }
    }
    if !typing {
        let redo = KeyboardShortcut::new(Modifiers::COMMAND, Key::Y);
        if ctx.input_mut(|input| input.consume_shortcut(&redo)) && can.redo {
            return Some(Action::Redo);
        }
    }
    None
}

/// While a text has the focus, undo, deleting, the clipboard and plain letters belong to the text.
fn belongs_to_text(action: Action, keys: &KeyboardShortcut) -> bool {
    let is_letter =
        keys.modifiers.is_none() && !matches!(keys.logical_key, Key::F1 | Key::F5 | Key::F7 | Key::F8 | Key::F11);
    is_letter
        || matches!(
            action,
            Action::Undo
                | Action::Redo
                | Action::DeleteBoard
                | Action::SelectAll
                | Action::CutElement
                | Action::CopyElement
                | Action::PasteElement
                | Action::PasteInPlace
        )
}

/// What is at hand while a comment meeting fills the window.
pub fn is_of_meeting(action: Action) -> bool {
    matches!(
        action,
        Action::Undo | Action::Redo | Action::Meeting | Action::FullScreen | Action::Quit
    )
}

/// What the board in the editor does itself.
pub fn is_of_board(action: Action) -> bool {
    matches!(
        action,
        Action::SelectAll
            | Action::AddText
            | Action::AddPhotoPlace
            | Action::AddNumber
            | Action::AddQuote
            | Action::AddQr
            | Action::AddTable
            | Action::AddStep
            | Action::AddChange
            | Action::AddRect
            | Action::AddEllipse
            | Action::AddLine
            | Action::AddArrow
            | Action::AddArt
            | Action::AddEmblem
            | Action::EditText
            | Action::ReplacePhoto
            | Action::CropPhoto
            | Action::CutElement
            | Action::CopyElement
            | Action::PasteElement
            | Action::DuplicateElement
            | Action::DeleteElement
            | Action::Forward
            | Action::Backward
            | Action::ToFront
            | Action::ToBack
            | Action::LockElement
            | Action::HideElement
            | Action::BackToSlot
            | Action::NextElement
            | Action::PreviousElement
            | Action::NextDoubt
            | Action::OtherScript
            | Action::Group
            | Action::Ungroup
            | Action::SelectSame
            | Action::PasteInPlace
            | Action::CopyLook
            | Action::PasteLook
            | Action::AlignLeft
            | Action::AlignCentre
            | Action::AlignRight
            | Action::AlignTop
            | Action::AlignMiddle
            | Action::AlignBottom
            | Action::SpreadAcross
            | Action::SpreadDown
            | Action::TidyUp
            | Action::ZoomToChosen
            | Action::FarView
            | Action::Calibrate
            | Action::LockGuides
            | Action::ClearGuides
    )
}

/// What the plan of the plaza does itself.
pub fn is_of_plaza(action: Action) -> bool {
    matches!(
        action,
        Action::TurnBoard
            | Action::TurnRight
            | Action::TurnLeft
            | Action::Earlier
            | Action::Later
            | Action::TakeOffPlan
            | Action::PlaceAll
            | Action::NumberByPlace
            | Action::SelectRow
            | Action::LineUp
            | Action::SpreadRow
            | Action::SpaceRow
            | Action::TurnRow
            | Action::SwapBoards
            | Action::MirrorBoards
            | Action::PinBoards
            | Action::Variants
            | Action::OrderBoards
            | Action::NewPlaza
            | Action::DuplicatePlaza
            | Action::DeletePlaza
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_actions_share_a_key_and_every_word_is_there() {
        let mut keys = BTreeSet::new();
        for row in TABLE {
            let text = keys_text(row);
            assert!(text.is_empty() || keys.insert(text.clone()), "{text} twice");
            for words in [row.label, row.help] {
                assert!(words.iter().all(|word| !word.is_empty()), "{:?}", row.action);
            }
            assert_eq!(row_of(row.action).action, row.action);
        }
    }
}
