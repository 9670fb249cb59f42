//! The board workspace: boards and photos left, the canvas in the middle, properties and both scripts right.

mod adjust;
mod areas;
mod arrange;
mod art;
mod bin;
pub(super) mod camera;
mod canvas;
mod chosen;
mod credit;
mod deeds;
mod doubts;
mod drags;
mod edge;
mod eye;
mod facts;
mod far;
mod floats;
mod found;
mod gaps;
mod grab;
mod ground;
mod group_deeds;
mod handles;
mod history;
mod insert;
mod inspect;
mod keys;
mod layers;
mod left;
mod look;
mod masks;
mod menu;
mod nudge;
mod overlays;
mod paint;
mod parts;
mod photo;
mod place;
mod resize;
mod rulers;
mod say;
mod shape;
mod snap;
mod table;
mod tabs;
mod texts;
mod tint;
mod tool;
mod toolbar;
mod turn;
mod typing;
mod whole;
mod writing;
mod writing_keys;
mod writing_ui;

pub use photo::ask_at as photo_at;
pub use tabs::{is_shown as has_tabs, tabs_ui};

pub use deeds::put_file;
pub use parts::{element_name, gist};

pub use say::style as style_name;

use super::actions::Action;
use super::session::Session;
use super::summary::{Query, Summary};
use super::view::{Message, Sender, View};
use super::widgets;
use super::words;
use crate::base::Digest;
use crate::geom::Rect;
use crate::layout::{Laid, LayoutCache};
use crate::model::{Board, BoardId, Element, ElementId};
use crate::raster::Eye;
use crate::screen::CanvasPicture;
use crate::script::Script;
use camera::Camera;
use egui::{CentralPanel, Panel, Ui};
use egui_material_icons::icons as i;
use std::collections::HashMap;
use std::sync::Arc;
use tool::Tool;
use typing::{ChosenPart, Typing};

/// What the board workspace keeps between frames: pan and zoom by board, the tool's state, text being typed.
#[derive(Default)]
pub struct BoardPane {
    cameras: HashMap<BoardId, Camera>,
    picture: Option<(Arc<LayoutCache>, CanvasPicture)>,
    tool: Tool,
    /// Chosen besides `Session::element`.
    also: Vec<ElementId>,
    /// The group whose members are chosen one by one.
    inside: Option<u64>,
    /// Clicked last among several: the others line up with it.
    key: Option<ElementId>,
    /// What a look was copied from.
    look: Option<crate::model::ElementKind>,
    /// The guide whose place is being typed.
    guide_field: Option<rulers::GuideAt>,
    /// Where the menu of a ruler was opened.
    guide_wanted: Option<egui::Pos2>,
    /// Seen from so many metres away.
    far: Option<f64>,
    /// A bank card is held to the screen.
    is_calibrating: bool,
    /// The choice this pane made or saw last; another one came from outside.
    seen: Option<(BoardId, Option<ElementId>)>,
    /// The script shown instead of the board's own.
    script: Option<Script>,
    /// How the board is looked at; not kept, since what one sees then is no board.
    eye: Eye,
    /// A gesture of small steps that ends when the hand rests: when the last one was, in seconds.
    steps: Option<f64>,
    /// The photo that is being levelled, for the lines over it.
    levelled: Option<ElementId>,
    /// The photo of which a copy was asked for last.
    decoded: Option<Digest>,
    typing: Option<Typing>,
    /// The text that is written in on the board itself.
    writing: Option<writing::Writing>,
    /// The new text that is written in as soon as it stands on the board.
    write_next: Option<ElementId>,
    /// The element whose content, which is no text, gets the keyboard in the inspector.
    wants_content: Option<ElementId>,
    /// The cell of a table that was written in last.
    cell: Option<table::CellAt>,
    /// Words chosen in a text field; they stay chosen while a button takes the keyboard.
    part: Option<ChosenPart>,
    /// What a field gave to the board in this frame: whoever changes the same text now goes on from it.
    flushed: Option<(u64, typing::Spot, crate::model::TwoScript)>,
    /// The field that gets the keyboard back with its choice as it was.
    wants_back: Option<typing::Spot>,
    /// The text field that gets the keyboard at the next frame.
    wants_keys: Option<typing::Spot>,
    clip: Vec<(Element, Rect, f64)>,
    /// What was put on the system's clipboard with it.
    clip_text: String,
    list: ListState,
}

/// The lists at the left.
#[derive(Default)]
struct ListState {
    query: Query,
    only_unit: bool,
    bin: bin::Which,
    /// The board the list last scrolled to.
    scrolled: Option<BoardId>,
}

/// After this long without another step, arrow keys and wheel turns are one undo step.
const REST: f64 = 0.7;

/// Fills the work area right of the rail, between top bar and status bar.
pub fn board_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    pane.follow(ui.ctx(), view, session, send);
    session
        .settings
        .tabs
        .retain(|board| view.exhibition.board(*board).is_some());
    session.keep_tab();
    let is_narrow = ui.available_width() + 56.0 < 1320.0;
    let t = super::theme::tokens(ui);
    let panel = egui::Frame::new().fill(t.panel.0);
    Panel::left("board lists")
        .exact_size(if is_narrow { 224.0 } else { 264.0 })
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| left::left_ui(ui, pane, view, summary, session, send));
    let board = session.board.and_then(|board| view.exhibition.board(board)).cloned();
    let Some(board) = board else {
        CentralPanel::no_frame().show(ui, |ui| nothing_ui(ui, view, send));
        return;
    };
    let laid = view.cache.lay(view.exhibition, &board, pane.script);
    let wide = session.right == super::session::RightTab::Texts;
    let width = match (wide, is_narrow) {
        (true, false) => 480.0,
        (true, true) => 360.0,
        (false, false) => 304.0,
        (false, true) => 280.0,
    };
    Panel::right("inspector")
        .exact_size(width)
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| {
            inspect::inspector_ui(ui, pane, view, &board, &laid, summary, session, send);
        });
    CentralPanel::no_frame().show(ui, |ui| {
        canvas::canvas_ui(ui, pane, view, &board, &laid, session, send);
    });
    pane.seen = Some((board.id, session.element));
}

/// No board is open: what to do next.
fn nothing_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let t = super::theme::tokens(ui);
    ui.painter().rect_filled(ui.max_rect(), 0, t.ground.0);
    ui.add_space((ui.available_height() / 2.0 - 120.0).max(0.0));
    let sentence = if view.exhibition.boards.is_empty() {
        words::NO_BOARDS
    } else {
        words::NO_BOARD_OPEN
    };
    let button = Some((view.lang.of(words::NEW_BOARD), i::ICON_ADD));
    if widgets::empty_state(ui, i::ICON_IMAGE, view.lang.of(sentence), button) {
        send.act(Action::NewBoard);
    }
}

impl BoardPane {
    /// What changed outside since the last frame: another board, another choice, things that are gone.
    fn follow(&mut self, ctx: &egui::Context, view: &View<'_>, session: &mut Session, send: &mut Sender) {
        let Some(board) = session.board.and_then(|board| view.exhibition.board(board)) else {
            self.drop_tool(send);
            self.stop_writing(send);
            self.also.clear();
            return;
        };
        if self
            .writing
            .as_ref()
            .is_some_and(|writing| writing.spot.board != board.id)
        {
            self.stop_writing(send);
        }
        if session.element.is_some_and(|element| board.element(element).is_none()) {
            session.element = None;
        }
        let now = Some((board.id, session.element));
        if self.seen.map(|(board, _)| board) != Some(board.id) {
            self.drop_tool(send);
            self.script = None;
            self.guide_field = None;
            self.far = None;
        }
        if self.seen != now {
            self.also.clear();
            self.inside = None;
            self.drop_tool(send);
            self.seen = now;
        }
        self.also.retain(|element| board.element(*element).is_some());
        if let Some(last) = self.steps {
            let (time, pressed) = ctx.input(|input| (input.time, input.pointer.any_pressed()));
            if pressed || time - last >= REST {
                self.settle(send);
            } else {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(REST - (time - last) + 0.01));
            }
        }
    }

    /// Ends a gesture of small steps: what comes next is a step of its own.
    pub fn settle(&mut self, send: &mut Sender) {
        self.levelled = None;
        if self.steps.take().is_some() {
            send.send(Message::Commit);
        }
    }

    /// Begins such a gesture, or goes on with it.
    fn step(&mut self, ctx: &egui::Context, send: &mut Sender) {
        if self.steps.is_none() {
            send.send(Message::Begin);
        }
        self.steps = Some(ctx.input(|input| input.time));
    }

    /// A drag under way is taken back.
    fn drop_tool(&mut self, send: &mut Sender) {
        if self.tool.is_gesture() {
            send.send(Message::Cancel);
        }
        self.tool = Tool::default();
    }

    /// Text that was typed into a field that is no longer shown: it is kept.
    pub fn keep_typed(&mut self, ctx: &egui::Context, view: &View<'_>, send: &mut Sender) {
        let now = ctx.cumulative_frame_nr();
        if let Some(typing) = self.typing.take_if(|typing| typing.frame != now) {
            typing.finish(view.exhibition, send);
        }
    }

    /// What is typed and not yet given away, for when the window closes.
    pub fn unsaved(&mut self, exhibition: &crate::model::Exhibition) -> Option<crate::model::Command> {
        self.typing.take()?.command(exhibition)
    }

    /// The board in front is drawn as sharp as it can be.
    pub fn is_idle(&self) -> bool {
        self.picture.as_ref().is_none_or(|(_, picture)| picture.is_idle())
    }

    fn picture(&mut self, ctx: &egui::Context, view: &View<'_>) -> &CanvasPicture {
        let is_same = |(cache, _): &(Arc<LayoutCache>, CanvasPicture)| Arc::ptr_eq(cache, view.cache);
        if !self.picture.as_ref().is_some_and(is_same) {
            self.picture = None;
            self.cameras.clear();
            self.clip.clear();
        }
        // Another output profile: the same boards in other colours.
        if self
            .picture
            .as_ref()
            .is_some_and(|(_, picture)| picture.profile() != view.ink.proof.id())
        {
            self.picture = None;
        }
        let new = || {
            let picture = CanvasPicture::new(ctx, view.cache.clone(), view.ink.clone());
            (view.cache.clone(), picture)
        };
        &self.picture.get_or_insert_with(new).1
    }
}

/// What every part of the canvas reads.
struct Scene<'a> {
    view: &'a View<'a>,
    board: &'a Arc<Board>,
    laid: &'a Arc<Laid>,
    stage: camera::Stage,
    choices: super::session::CanvasChoices,
}

impl Scene<'_> {
    /// Neither locked nor held fast by the template.
    fn is_free(&self, element: ElementId) -> bool {
        let is_locked = self.board.element(element).is_none_or(|found| found.is_locked);
        !is_locked && !self.view.exhibition.rules_of(self.board.id, element).fixed_place
    }

    fn lang(&self) -> crate::base::Lang {
        self.view.lang
    }

    fn area(&self, element: ElementId) -> Option<(Rect, f64)> {
        deeds::area_of(self.board, self.laid, element).or_else(|| {
            let empty = paint::empty_places(self.view, self.board, self.laid);
            empty
                .into_iter()
                .find(|(id, _)| *id == element)
                .map(|(_, area)| (area, 0.0))
        })
    }
}
