//! What a panel is handed: the show to read, a queue to send into. Panels change nothing themselves.

use super::actions::Action;
use super::dialogs::Ask;
use super::tasks::Work;
use crate::base::{Digest, Finding, Lang};
use crate::geom::Rect;
use crate::layout::LayoutCache;
use crate::model::{BoardId, Command, Document, ElementId, Exhibition, PlazaId, Template};
use crate::raster::Ink;
use crate::screen::Pictures;
use crate::store::{Home, SaveState};
use std::path::PathBuf;
use std::sync::Arc;

/// Everything a panel may read.
pub struct View<'a> {
    pub exhibition: &'a Exhibition,
    pub document: &'a Document,
    /// As it was when the drag under way began.
    pub start: Option<&'a Exhibition>,
    pub home: &'a Home,
    pub cache: &'a Arc<LayoutCache>,
    /// Fonts, photos and colours of the open show.
    pub ink: &'a Ink,
    pub pictures: &'a Pictures,
    /// Of the whole show, as the check job last found them.
    pub findings: &'a [Finding],
    /// `false` until the check has looked at the show as it is now.
    pub is_checked: bool,
    pub saved: &'a SaveState,
    pub lang: Lang,
    pub can_undo: bool,
    pub can_redo: bool,
}

impl View<'_> {
    /// The show's own templates, then those that came with the program.
    pub fn templates(&self) -> Vec<Arc<Template>> {
        let own = self.exhibition.own_templates().into_iter();
        own.chain(self.home.templates.iter().cloned()).collect()
    }

    pub fn template(&self, name: &str) -> Option<Arc<Template>> {
        self.templates().into_iter().find(|template| template.name == name)
    }
}

/// What a panel wants done; the window does it after the frame is built, in order.
#[derive(Debug)]
// A frame sends a handful of them; boxes would only be in the way of those who write them.
#[allow(clippy::large_enum_variant)]
pub enum Message {
    Do(Command),
    /// On the disk as if this were done: what is being typed, while no step of it is in the document yet.
    Draft(Command),
    /// A drag: `Begin`, any number of `Do`, then `Commit` or `Cancel`.
    Begin,
    Commit,
    Cancel,
    Act(Action),
    /// Back or forward until so many steps are done.
    GoToStep(usize),
    OpenBoard(BoardId),
    /// Opens the board and chooses the element.
    GoTo(BoardId, Option<ElementId>),
    /// Takes these files in; photos go to this place if one is named.
    Drop(Vec<PathBuf>, Option<PhotoPlace>),
    /// A sentence at the foot of the window, with undo if it can be taken back.
    Toast(String, bool),
    /// A question to answer first.
    Ask(Ask),
    /// Slow work, with its row in the tray.
    Start(Work),
    StopJob(u64),
    ForgetJob(u64),
    RetryJob(u64),
    /// Shows the folder in the system's file manager.
    Reveal(PathBuf),
}

/// Where a photo that comes from outside is put.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PhotoPlace {
    In(BoardId, ElementId),
    /// A new photo that fills this rectangle.
    New(BoardId, Rect),
    /// A new emblem inside this rectangle.
    Emblem(BoardId, Rect),
    /// The board's background.
    Ground(BoardId),
    /// Below the plan of a plaza.
    Sketch(PlazaId),
    /// The front of a thing on a plaza, by its index.
    Front(PlazaId, usize),
    /// Wherever this one is shown: its file was lost.
    Instead(Digest),
}

#[derive(Default)]
pub struct Sender {
    pub queue: Vec<Message>,
}

impl Sender {
    pub fn send(&mut self, message: Message) {
        self.queue.push(message);
    }

    pub fn command(&mut self, command: Command) {
        self.queue.push(Message::Do(command));
    }

    pub fn act(&mut self, action: Action) {
        self.queue.push(Message::Act(action));
    }
}
