//! The walk through the plaza, as a mode of its workspace: the view in the middle, sun, tour and bookmarks at its side.

mod motion;
mod say;
mod shot;
mod side;
mod view3d;

pub(super) use say::{DAZZLES, NO_DAZZLES, dazzle as dazzle_words};

pub use shot::WalkShot;
pub(in crate::app) use shot::write as write_shot;

use super::actions::{self, Action};
use super::session::Session;
use super::slow::Slow;
use super::theme::tokens;
use super::view::{Message, Sender, View};
use super::widgets;
use crate::base::Day;
use crate::model::{BoardId, Bookmark, Command, Exhibition, Hour, Plaza, PlazaId};
use crate::screen::WalkPainter;
use crate::walk::{Dazzle, EYES, Eye, Light, Panel as Face, Scene, before, dazzles, gate};
use egui::{Align, CentralPanel, Frame, Layout, Panel, Ui, UiBuilder, vec2};
use egui_material_icons::icons as i;
use motion::Motion;
use std::collections::HashMap;
use std::sync::Arc;

/// Where one stands in each plaza and what goes on there.
pub struct WalkPane {
    eyes: HashMap<PlazaId, Eye>,
    /// Index into `EYES`.
    height: usize,
    /// Minutes after midnight.
    minutes: u16,
    has_people: bool,
    pace: f64,
    /// 0 is the visitors' way, others are tours of the plaza.
    tour: usize,
    motion: Motion,
    place: Option<Place>,
    number: String,
    /// The bookmark whose name is being written.
    naming: Option<(usize, String)>,
}

impl Default for WalkPane {
    fn default() -> WalkPane {
        WalkPane {
            eyes: HashMap::new(),
            height: 0,
            minutes: 10 * 60,
            has_people: true,
            pace: 1.0,
            tour: 0,
            motion: Motion::Still,
            place: None,
            number: String::new(),
            naming: None,
        }
    }
}

/// The scene of one plaza with what was reckoned from it.
struct Place {
    made_from: (Exhibition, Arc<Plaza>, bool),
    lit_at: (u16, Day),
    scene: Arc<Scene>,
    light: Light,
    painter: WalkPainter,
    reckoned: Slow<Vec<Dazzle>>,
    /// Once they are reckoned.
    dazzles: Option<Vec<Dazzle>>,
}

/// Fills the work area; the plan has it otherwise.
pub fn walk_ui(ui: &mut Ui, pane: &mut WalkPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let shown = session.plaza.and_then(|id| view.exhibition.plaza(id));
    let Some(plaza) = shown.or(view.exhibition.plazas.first()).cloned() else {
        session.walks = false;
        return;
    };
    session.plaza = Some(plaza.id);
    let mut place = pane.renewed(ui.ctx(), view.exhibition, &plaza);
    let t = tokens(ui);
    let panel = Frame::new().fill(t.panel.0);
    Panel::right("walk side")
        .exact_size(264.0)
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| side::side_ui(ui, pane, &place, &plaza, view, send));
    Panel::top("walk tools")
        .exact_size(44.0)
        .resizable(false)
        .frame(panel)
        .show_separator_line(false)
        .show(ui, |ui| toolbar_ui(ui, pane, &place, &plaza, view, session, send));
    CentralPanel::no_frame().show(ui, |ui| {
        view3d::view_ui(ui, pane, &mut place, &plaza, view, session, send);
    });
    session.hint = Some(view.lang.of(say::HINT).into());
    pane.place = Some(place);
}

impl WalkPane {
    /// The scene as the show is now.
    fn renewed(&mut self, ctx: &egui::Context, exhibition: &Exhibition, plaza: &Arc<Plaza>) -> Place {
        let day = plaza.venue.day.unwrap_or_else(Day::today);
        let old = self.place.take().filter(|old| {
            let (show, at, has_people) = &old.made_from;
            Arc::ptr_eq(at, plaza) && *has_people == self.has_people && show.is_same(exhibition)
        });
        let light = || Light::of(&plaza.venue, day, Hour(self.minutes));
        let mut place = old.unwrap_or_else(|| {
            let scene = Arc::new(Scene::of(exhibition, plaza, self.has_people));
            let light = light();
            let material = (scene.clone(), plaza.clone());
            Place {
                made_from: (exhibition.clone(), plaza.clone(), self.has_people),
                lit_at: (self.minutes, day),
                painter: WalkPainter::new(ctx, &scene, &light),
                reckoned: Slow::start(ctx, move || dazzles(&material.0, &material.1, day)),
                dazzles: None,
                scene,
                light,
            }
        });
        if let Some(found) = place.reckoned.take() {
            place.dazzles = Some(found);
        }
        if place.lit_at != (self.minutes, day) {
            place.lit_at = (self.minutes, day);
            place.light = light();
            place.painter.relight(&place.scene, &place.light);
        }
        self.eyes
            .entry(plaza.id)
            .or_insert_with(|| gate(&place.scene, exhibition, plaza, EYES[0]));
        place
    }

    fn eye(&self, plaza: &Plaza) -> Eye {
        self.eyes
            .get(&plaza.id)
            .copied()
            .unwrap_or(Eye::at(crate::geom::point(0.0, 0.0), EYES[0], 0.0))
    }

    fn stand(&mut self, plaza: &Plaza, eye: Eye) {
        self.motion = Motion::Still;
        self.eyes.insert(plaza.id, eye);
    }

    fn go_before(&mut self, plaza: &Plaza, face: &Face, session: &mut Session) {
        session.board = Some(face.board);
        self.stand(plaza, before(face, EYES[self.height]));
    }

    /// The next or previous of the boards that stand here, from the one chosen.
    fn step(&mut self, plaza: &Plaza, scene: &Scene, is_next: bool, session: &mut Session) {
        let count = scene.panels.len();
        if count == 0 {
            return;
        }
        let at = scene.panels.iter().position(|face| Some(face.board) == session.board);
        // Whoever stands elsewhere begins with the board that is nearest.
        let is_there = at.is_some_and(|at| {
            let away = before(&scene.panels[at], 0.0).at - self.eye(plaza).at;
            away.x.hypot(away.y) < 1.0
        });
        let next = match at {
            Some(at) if is_there && is_next => (at + 1) % count,
            Some(at) if is_there => (at + count - 1) % count,
            _ => self.nearest(plaza, scene),
        };
        self.go_before(plaza, &scene.panels[next], session);
    }

    fn nearest(&self, plaza: &Plaza, scene: &Scene) -> usize {
        let eye = self.eye(plaza).at;
        let away = |face: &Face| (face.foot_at.x - eye.x).hypot(face.foot_at.y - eye.y);
        let each = scene.panels.iter().enumerate();
        each.min_by(|a, b| away(a.1).total_cmp(&away(b.1)))
            .map_or(0, |(at, _)| at)
    }

    /// Keeps where one stands and looks.
    fn bookmark(&mut self, plaza: &Plaza, view: &View<'_>, send: &mut Sender) {
        let eye = self.eye(plaza);
        let mut changed = plaza.clone();
        changed.bookmarks.push(Bookmark {
            name: say::place(view.lang, plaza.bookmarks.len() + 1),
            at: crate::geom::point(
                crate::geom::um(f64::from(eye.at.x)),
                crate::geom::um(f64::from(eye.at.y)),
            ),
            eye: (f64::from(eye.at.z) * 100.0).round() / 100.0,
            heading: f64::from(eye.heading).round(),
            pitch: f64::from(eye.pitch).round(),
        });
        send.command(Command::SetPlaza(Arc::new(changed)));
    }

    fn ask_shot(&self, plaza: &Plaza, view3d: [f32; 2], send: &mut Sender) {
        let scale = 2.0 * (1280.0 / view3d[0].max(1.0)).max(1.0);
        let shot = WalkShot {
            plaza: plaza.id,
            eye: self.eye(plaza),
            minutes: self.minutes,
            has_people: self.has_people,
            size: view3d.map(|side| (side * scale).clamp(16.0, 5000.0) as u32),
        };
        let what = super::tasks::Export::WalkPng(shot);
        send.send(Message::Ask(super::dialogs::Ask::Path(
            super::dialogs::Purpose::Export(what),
        )));
    }
}

fn toolbar_ui(
    ui: &mut Ui,
    pane: &mut WalkPane,
    place: &Place,
    plaza: &Plaza,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = view.lang;
    let t = tokens(ui);
    let bar = ui.max_rect();
    ui.painter()
        .hline(bar.x_range(), bar.bottom() - 0.5, egui::Stroke::new(1.0, t.line.0));
    let area = UiBuilder::new()
        .max_rect(bar.shrink2(vec2(8.0, 0.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(area, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let row = actions::row_of(Action::Walk);
        let back = widgets::tool(ui, i::ICON_MAP, lang.of(say::TO_PLAN), false, true);
        if back.on_hover_text(lang.of(row.help)).clicked() {
            send.act(Action::Walk);
        }
        for (icon, word, is_next) in [
            (i::ICON_CHEVRON_LEFT, say::BEFORE, false),
            (i::ICON_CHEVRON_RIGHT, say::NEXT, true),
        ] {
            let has_boards = !place.scene.panels.is_empty();
            if widgets::icon_button(ui, icon, lang.of(word), false, has_boards).clicked() {
                pane.step(plaza, &place.scene, is_next, session);
            }
        }
        let field = widgets::field(ui, &mut pane.number, lang.of(say::GO_TO), lang.of(say::NUMBER), 84.0);
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if is_entered && let Ok(number) = pane.number.trim().parse::<usize>() {
            pane.number.clear();
            match place.scene.panels.iter().find(|face| face.number == number) {
                Some(face) => pane.go_before(plaza, face, session),
                None => send.send(Message::Toast(say::not_here(lang, number), false)),
            }
        }
        let heights = say::HEIGHTS.map(|words| lang.of(words).to_string());
        if let Some(height) = widgets::dropdown(ui, lang.of(say::EYE), &heights, pane.height, 148.0) {
            pane.height = height;
            let mut eye = pane.eye(plaza);
            eye.at.z = EYES[height];
            pane.eyes.insert(plaza.id, eye);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let row = actions::row_of(Action::WalkPicture);
            let shot = widgets::icon_button(ui, row.icon, lang.of(row.label), false, true);
            if shot.on_hover_text(lang.of(row.help)).clicked() {
                send.act(Action::WalkPicture);
            }
            let people = widgets::tool(
                ui,
                i::ICON_GROUPS,
                lang.of(say::PEOPLE),
                pane.has_people,
                bar.width() > 700.0,
            );
            if people.on_hover_text(lang.of(say::PEOPLE_HELP)).clicked() {
                pane.has_people ^= true;
            }
        });
    });
}

/// What a board is called here.
fn title_of(exhibition: &Exhibition, board: BoardId, number: usize) -> String {
    let title = exhibition.board(board).map(|board| board.title()).unwrap_or_default();
    format!("{number:03}　{title}")
}
