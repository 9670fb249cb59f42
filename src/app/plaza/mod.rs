//! The plaza workspace: the plan at true size in the middle, the visiting order under it, settings and faults right.

mod canvas;
mod choose;
mod deeds;
mod hand;
mod keys;
mod labels;
mod menu;
mod order;
mod paint;
mod plan;
mod reading;
mod say;
mod side;
mod small;
mod strip;
mod sunny;
mod tool;
mod tours;
mod venue;

pub use small::small_plan;
pub use venue::deeds::{fronted, sketched};

use super::actions::Action;
use super::board::camera::Camera;
use super::session::Session;
use super::slow::Slow;
use super::theme::tokens;
use super::view::{Message, Sender, View};
use super::{widgets, words};
use crate::geom::Point;
use crate::model::{BoardId, PlazaId};
use crate::plaza::{Sights, sights};
use egui::{CentralPanel, Frame, Panel, Ui};
use egui_material_icons::icons as i;
use plan::Plan;
use std::collections::HashMap;
use tool::Tool;

/// After this long without another step, arrow keys are one undo step.
const REST: f64 = 0.7;

/// What the panel and the pointer are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Boards and rows.
    #[default]
    Stand,
    Venue,
    Route,
    /// What can be read from the way.
    Read,
}

impl Tab {
    pub const ALL: [Tab; 4] = [Tab::Stand, Tab::Venue, Tab::Route, Tab::Read];
}

/// Pan, zoom, what is chosen, the drag under way.
#[derive(Default)]
pub struct PlazaPane {
    tab: Tab,
    venue: venue::Editing,
    touring: tours::Touring,
    reading: reading::Reading,
    /// Ways to arrange the show, while they are offered.
    choosing: Option<choose::Choosing>,
    /// Boards that are being looked at before they are placed.
    arranging: Option<Arranging>,
    /// The question for a new order, while it is open.
    ordering: Option<order::Wish>,
    /// The plaza shown in the last frame.
    shown: Option<PlazaId>,
    cameras: HashMap<PlazaId, Camera>,
    /// In the order they were chosen.
    chosen: Vec<BoardId>,
    tool: Tool,
    /// A gesture of small steps that ends when the hand rests: when the last one was, in seconds.
    steps: Option<f64>,
    plan: Option<Plan>,
    labels: labels::Labels,
    strip: strip::Strip,
    /// The plan should show this place at the next frame.
    look_at: Option<Point>,
}

/// How far back each board is read from is known once all are laid, which takes a while in a show just opened.
struct Arranging {
    plaza: Option<PlazaId>,
    sights: Slow<Sights>,
}

impl Arranging {
    fn start(ctx: &egui::Context, view: &View<'_>, plaza: Option<PlazaId>) -> Arranging {
        let (exhibition, cache) = (view.exhibition.clone(), view.cache.clone());
        let sights = Slow::start(ctx, move || sights(&exhibition, &cache));
        Arranging { plaza, sights }
    }
}

/// Fills the work area right of the rail, between top bar and status bar.
pub fn plaza_ui(ui: &mut Ui, pane: &mut PlazaPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    pane.arrange(view, session, send);
    let Some(plan) = pane.follow(ui.ctx(), view, session, send) else {
        nothing_ui(ui, pane, view, session, send);
        return;
    };
    let t = tokens(ui);
    let panel = Frame::new().fill(t.panel.0);
    let is_narrow = ui.available_width() + 56.0 < 1320.0;
    Panel::right("plaza side")
        .exact_size(if is_narrow { 264.0 } else { 288.0 })
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| side::side_ui(ui, pane, &plan, view, session, send));
    Panel::bottom("visiting order")
        .exact_size(strip::HEIGHT)
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| strip::strip_ui(ui, pane, &plan, view, session, send));
    CentralPanel::no_frame().show(ui, |ui| canvas::canvas_ui(ui, pane, &plan, view, session, send));
    let ctx = ui.ctx().clone();
    choose::choose_ui(&ctx, pane, view, send);
    order::order_ui(&ctx, pane, &plan, view, send);
    pane.plan = Some(plan);
}

/// No plaza yet: what to do next.
fn nothing_ui(ui: &mut Ui, pane: &mut PlazaPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    ui.painter().rect_filled(ui.max_rect(), 0, t.ground.0);
    match session.take_view_action() {
        Some(Action::Arrange) => pane.arranging = Some(Arranging::start(ui.ctx(), view, None)),
        Some(Action::NewPlaza) => pane.add_plaza(view, session, send),
        _ => {}
    }
    ui.add_space((ui.available_height() / 2.0 - 120.0).max(0.0));
    let is_empty = view.exhibition.boards.is_empty();
    let (sentence, word, icon, action) = if is_empty {
        (say::NO_BOARDS, words::NEW_BOARD, i::ICON_ADD, Action::NewBoard)
    } else {
        (say::NO_PLAZA, say::IN_ROWS, i::ICON_AUTO_FIX_HIGH, Action::Arrange)
    };
    if widgets::empty_state(ui, i::ICON_MAP, lang.of(sentence), Some((lang.of(word), icon))) {
        send.act(action);
    }
}

impl PlazaPane {
    /// Boards go to their places once it is known from where they are read.
    fn arrange(&mut self, view: &View<'_>, session: &Session, send: &mut Sender) {
        let Some(sights) = self.arranging.as_ref().and_then(|arranging| arranging.sights.take()) else {
            return;
        };
        let Some(id) = self.arranging.take().map(|arranging| arranging.plaza) else {
            return;
        };
        let plaza = id.and_then(|id| view.exhibition.plaza(id));
        if id.is_some() && plaza.is_none() {
            return;
        }
        let rows = &session.settings.plan.rows;
        send.command(deeds::arranged(
            view.exhibition,
            plaza.map(|plaza| &**plaza),
            rows,
            &sights,
        ));
        send.send(Message::Toast(view.lang.of(say::ARRANGED).to_string(), true));
    }

    pub fn has_chosen(&self) -> bool {
        !self.chosen.is_empty()
    }

    /// The plan as the show is now; `None` where there is no plaza.
    fn follow(
        &mut self,
        ctx: &egui::Context,
        view: &View<'_>,
        session: &mut Session,
        send: &mut Sender,
    ) -> Option<Plan> {
        let exhibition = view.exhibition;
        let shown = session
            .plaza
            .and_then(|id| exhibition.plaza(id))
            .or(exhibition.plazas.first());
        let shown = shown.cloned();
        session.plaza = shown.as_ref().map(|plaza| plaza.id);
        if self.shown != session.plaza {
            self.drop_tool(send);
            self.shown = session.plaza;
            self.venue = venue::Editing::default();
            self.touring = tours::Touring::default();
        }
        self.chosen.retain(|id| exhibition.board(*id).is_some());
        if let Some(last) = self.steps {
            let (time, pressed) = ctx.input(|input| (input.time, input.pointer.any_pressed()));
            if pressed || time - last >= REST {
                self.settle(send);
            } else {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(REST - (time - last) + 0.01));
            }
        }
        let old = self.plan.take();
        Some(Plan::renewed(old, exhibition, &shown?, view.lang))
    }

    /// Ends a gesture: what comes next is a step of its own.
    pub fn settle(&mut self, send: &mut Sender) {
        if self.steps.take().is_some() {
            send.send(Message::Commit);
        }
        if self.tool.is_gesture() {
            send.send(Message::Commit);
            self.tool = Tool::Idle;
        }
    }

    /// Begins a gesture of small steps, or goes on with it.
    fn step(&mut self, ctx: &egui::Context, send: &mut Sender) {
        if self.steps.is_none() {
            send.send(Message::Begin);
        }
        self.steps = Some(ctx.input(|input| input.time));
    }

    /// Begins to set points on the ground.
    fn draw(&mut self, drawing: venue::tool::Drawing, send: &mut Sender) {
        self.settle(send);
        self.chosen.clear();
        self.venue.chosen = venue::tool::Chosen::Nothing;
        self.tool = Tool::Draw(drawing);
    }

    /// A drag under way is taken back.
    fn drop_tool(&mut self, send: &mut Sender) {
        if self.tool.is_gesture() {
            send.send(Message::Cancel);
        }
        self.tool = Tool::Idle;
    }

    fn choose(&mut self, session: &mut Session, boards: &[BoardId]) {
        self.chosen = boards.to_vec();
        if let Some(last) = boards.last()
            && session.board != Some(*last)
        {
            session.board = Some(*last);
            session.element = None;
        }
    }

    /// In or out of what is chosen.
    fn toggle(&mut self, session: &mut Session, board: BoardId) {
        let mut chosen = self.chosen.clone();
        match chosen.iter().position(|other| *other == board) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(board),
        }
        self.choose(session, &chosen);
    }

    /// Chooses one board, or with Shift or Ctrl one more, and shows where it stands.
    fn pick(&mut self, ui: &Ui, session: &mut Session, plan: &Plan, board: BoardId) {
        let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
        if adds {
            self.toggle(session, board);
        } else {
            self.choose(session, &[board]);
        }
        self.look_at = plan.spot(board).and_then(|spot| spot.stand).map(|stand| stand.at);
    }

    fn add_plaza(&mut self, view: &View<'_>, session: &mut Session, send: &mut Sender) {
        let name = say::plaza_name(view.lang, view.exhibition.plazas.len() + 1);
        let plaza = deeds::new_plaza(name);
        session.plaza = Some(plaza.id);
        send.command(crate::model::Command::AddPlaza(std::sync::Arc::new(plaza)));
    }
}
