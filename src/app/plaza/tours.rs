//! Tours: listed, named, copied, deleted; their stops clicked on the plan or proposed, timed, and spoken at.

use super::plan::Plan;
use super::side::measure;
use super::{PlazaPane, say};
use crate::app::fields;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::model::{BoardId, Command, Exhibition, Plaza, Stop, Tour};
use crate::plaza::{Cue, Walked, measured, proposed, visit};
use egui::{Ui, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

/// What the person at the desk does to the tours.
#[derive(Default)]
pub struct Touring {
    /// Index into the plaza's tours.
    pub chosen: Option<usize>,
    /// Clicks on boards add stops.
    pub adds: bool,
    stop: Option<usize>,
    /// The tour as it was measured last, by the plan's version.
    walked: Option<(u64, usize, Walked)>,
}

impl Touring {
    /// Of the chosen tour.
    pub fn walked(&mut self, exhibition: &Exhibition, plan: &Plan) -> Option<&Walked> {
        let at = self.chosen?;
        let tour = plan.plaza.tours.get(at)?;
        let is_fresh = matches!(&self.walked, Some((version, other, _)) if (*version, *other) == (plan.version, at));
        if !is_fresh {
            self.walked = Some((plan.version, at, measured(exhibition, &plan.plaza, tour)));
        }
        self.walked.as_ref().map(|(.., walked)| walked)
    }
}

fn with_tours(plaza: &Plaza, change: impl FnOnce(&mut Vec<Tour>)) -> Command {
    let mut changed = plaza.clone();
    change(&mut changed.tours);
    Command::SetPlaza(Arc::new(changed))
}

fn stops(boards: &[BoardId]) -> Vec<Stop> {
    let stop = |board: &BoardId| Stop {
        board: *board,
        seconds: None,
        speech: String::new(),
    };
    boards.iter().map(stop).collect()
}

/// A board that was clicked: the next stop; clicked again, no stop any more.
pub fn clicked(plaza: &Plaza, at: usize, board: BoardId) -> Option<Command> {
    plaza.tours.get(at)?;
    Some(with_tours(plaza, |tours| {
        let stops_now = &mut tours[at].stops;
        match stops_now.iter().position(|stop| stop.board == board) {
            Some(stop) => {
                stops_now.remove(stop);
            }
            None => stops_now.extend(stops(&[board])),
        }
    }))
}

pub fn tours_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let count = plan.plaza.tours.len();
    pane.touring.chosen = pane.touring.chosen.filter(|at| *at < count);
    if pane.touring.chosen.is_none() {
        pane.touring.adds = false;
    }
    widgets::section(ui, lang.of(say::TOURS), |ui| list_ui(ui, pane, plan, view, send));
    // A tour that was added just now is there in the next frame.
    if let Some(at) = pane.touring.chosen.filter(|at| *at < count) {
        widgets::section(ui, "", |ui| tour_ui(ui, pane, plan, at, view, send));
    }
}

fn list_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let plaza = &plan.plaza;
    ui.spacing_mut().item_spacing.y = 2.0;
    if plaza.tours.is_empty() {
        widgets::paragraph(ui, lang.of(say::NO_TOURS), 12.0, t.t3);
    }
    for (at, tour) in plaza.tours.iter().enumerate() {
        let is_chosen = pane.touring.chosen == Some(at);
        let (rect, response) = widgets::list_row(ui, 32.0, is_chosen, &say::tour(lang, tour));
        let icon = if tour.is_leaders { i::ICON_STAR } else { i::ICON_GROUPS };
        widgets::paint_icon(ui, icon, pos2(rect.left() + 14.0, rect.center().y), 16.0, t.t2.0);
        let words = egui::Rect::from_min_max(rect.min + vec2(30.0, 0.0), rect.max - vec2(8.0, 0.0));
        widgets::text_in(ui, words, &tour.name, font(13.0), t.t1);
        widgets::text_right(
            ui,
            pos2(rect.right() - 8.0, rect.center().y),
            &tour.stops.len().to_string(),
            font(12.0),
            t.t3,
        );
        if response.clicked() {
            pane.touring.chosen = if is_chosen { None } else { Some(at) };
            pane.touring.stop = None;
        }
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        for (word, is_leaders) in [(say::NEW_TOUR, false), (say::NEW_LEADERS, true)] {
            if Button::new(lang.of(word)).icon(i::ICON_ADD).small().show(ui).clicked() {
                let boards = if is_leaders {
                    Vec::new()
                } else {
                    visit(view.exhibition, plaza)
                };
                let standing: Vec<BoardId> = boards.into_iter().filter(|id| plaza.places.contains_key(id)).collect();
                pane.touring.chosen = Some(plaza.tours.len());
                pane.touring.adds = is_leaders;
                send.command(with_tours(plaza, |tours| {
                    tours.push(Tour {
                        name: say::tour_name(lang, is_leaders, tours.len() + 1),
                        is_leaders,
                        stops: stops(&standing),
                    });
                }));
            }
        }
    });
    if let Some(reading) = measure(ui, lang.of(say::READING), plaza.reading, lang.of(say::LETTERS)) {
        send.command(Command::SetPlaza(Arc::new(Plaza {
            reading: reading.clamp(10.0, 5_000.0),
            ..Plaza::clone(plaza)
        })));
    }
}

fn tour_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, at: usize, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let plaza = &plan.plaza;
    let tour = &plaza.tours[at];
    ui.spacing_mut().item_spacing.y = 4.0;
    let width = ui.available_width();
    if let Some(name) = fields::text(ui, ("tour", at), &tour.name, lang.of(say::TOUR_NAME), width) {
        send.command(with_tours(plaza, |tours| tours[at].name = name.trim().into()));
    }
    ui.horizontal_wrapped(|ui| {
        let propose = Button::new(lang.of(say::SHORTEST)).icon(i::ICON_ROUTE).small();
        if propose.show(ui).on_hover_text(lang.of(say::SHORTEST_HELP)).clicked() {
            let boards = proposed(view.exhibition, plaza);
            send.command(with_tours(plaza, |tours| {
                tours[at].stops = kept(&tours[at].stops, &boards)
            }));
        }
        let by_order = Button::new(lang.of(say::IN_ORDER)).small().kind(Kind::Quiet);
        if by_order.show(ui).clicked() {
            let order = view.exhibition.order.iter().filter(|id| plaza.places.contains_key(id));
            let boards: Vec<BoardId> = order.copied().collect();
            send.command(with_tours(plaza, |tours| {
                tours[at].stops = kept(&tours[at].stops, &boards)
            }));
        }
        let copy = Button::new(lang.of(say::COPY_TOUR))
            .icon(i::ICON_CONTENT_COPY)
            .small()
            .kind(Kind::Quiet);
        if copy.show(ui).clicked() {
            pane.touring.chosen = Some(plaza.tours.len());
            send.command(with_tours(plaza, |tours| {
                let copy = Tour {
                    name: super::venue::say::copy_of(lang, &tours[at].name),
                    ..tours[at].clone()
                };
                tours.push(copy);
            }));
        }
        let delete = Button::new(lang.of(say::DELETE_TOUR))
            .icon(i::ICON_DELETE)
            .small()
            .kind(Kind::Quiet);
        if delete.show(ui).clicked() {
            pane.touring.chosen = None;
            send.command(with_tours(plaza, |tours| {
                tours.remove(at);
            }));
        }
    });
    if widgets::checkbox(ui, pane.touring.adds, lang.of(say::CLICK_STOPS)).clicked() {
        pane.touring.adds ^= true;
    }
    let Some(walked) = pane.touring.walked(view.exhibition, plan).cloned() else {
        return;
    };
    let total = say::walked(lang, walked.metres, walked.seconds, walked.cues.len());
    widgets::line(ui, &total, bold(13.0), t.t1, 24.0);
    cues_ui(ui, pane, plan, at, &walked.cues, view, send);
}

/// These boards in this order; what was said of a stop stays with it.
fn kept(old: &[Stop], boards: &[BoardId]) -> Vec<Stop> {
    let mut new = stops(boards);
    for stop in &mut new {
        if let Some(known) = old.iter().find(|known| known.board == stop.board) {
            *stop = known.clone();
        }
    }
    new
}

/// The cue list: when people come, how long they stay, who speaks.
fn cues_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    at: usize,
    cues: &[Cue],
    view: &View<'_>,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let plaza = &plan.plaza;
    ui.spacing_mut().item_spacing.y = 0.0;
    for cue in cues {
        let Some(spot) = plan.spot(cue.board) else { continue };
        let Some(index) = plaza.tours[at].stops.iter().position(|stop| stop.board == cue.board) else {
            continue;
        };
        let is_chosen = pane.touring.stop == Some(index);
        let spoken = say::cue(lang, spot, cue.at, cue.seconds);
        let (rect, response) = widgets::list_row(ui, 28.0, is_chosen, &spoken);
        let words = egui::Rect::from_min_max(rect.min + vec2(4.0, 0.0), rect.max - vec2(74.0, 0.0));
        widgets::text_in(
            ui,
            words,
            &format!("{:03}　{}", spot.number, spot.title),
            font(12.0),
            t.t1,
        );
        let times = format!("{} · {:.0} s", say::clock(cue.at), cue.seconds);
        widgets::text_right(ui, pos2(rect.right() - 4.0, rect.center().y), &times, font(11.0), t.t3);
        if !cue.speech.is_empty() {
            let dot = pos2(rect.left() - 4.0, rect.center().y);
            ui.painter().circle_filled(dot, 3.0, t.accent.0);
        }
        if response.clicked() {
            pane.touring.stop = if is_chosen { None } else { Some(index) };
            pane.look_at = spot.stand.map(|stand| stand.at);
        }
        if is_chosen {
            stop_ui(ui, pane, plaza, at, index, cue, view, send);
        }
    }
}

fn stop_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plaza: &Plaza,
    at: usize,
    index: usize,
    cue: &Cue,
    view: &View<'_>,
    send: &mut Sender,
) {
    let lang = view.lang;
    let mut set = |change: &dyn Fn(&mut Stop)| {
        send.command(with_tours(plaza, |tours| {
            if let Some(stop) = tours[at].stops.get_mut(index) {
                change(stop);
            }
        }));
    };
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(seconds) = measure(ui, lang.of(say::STAY), cue.seconds, lang.of(say::SECOND)) {
        set(&|stop| stop.seconds = Some(seconds.clamp(0.0, 86_400.0)));
    }
    let name = lang.of(say::SPEECH);
    let width = ui.available_width();
    if let Some(speech) = fields::hinted(ui, ("speech", at, index), &cue.speech, name, name, width) {
        set(&|stop| stop.speech = speech.trim().into());
    }
    if Button::new(lang.of(say::NO_STOP))
        .small()
        .kind(Kind::Quiet)
        .show(ui)
        .clicked()
    {
        pane.touring.stop = None;
        send.command(with_tours(plaza, |tours| {
            if index < tours[at].stops.len() {
                tours[at].stops.remove(index);
            }
        }));
    }
}
