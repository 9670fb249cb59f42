//! Find and replace over all boards, in both scripts.

use super::finder::Finder;
use super::row::{HEIGHT, Ticks, proposal_ui, rows_ui};
use super::say;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::model::{Proposal, Query, accepted};
use egui::{Margin, Ui, vec2};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct FindPane {
    find: String,
    becomes: String,
    minds_case: bool,
    is_exact: bool,
    query: Option<Query>,
    finder: Finder<Proposal>,
    ticks: Ticks,
    pub wants_focus: bool,
}

impl FindPane {
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let lang = view.lang;
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                let width = ui.available_width();
                let field = widgets::search(ui, &mut self.find, lang.of(say::FIND_WHAT), width, "");
                if std::mem::take(&mut self.wants_focus) {
                    field.request_focus();
                }
                widgets::field(
                    ui,
                    &mut self.becomes,
                    lang.of(say::REPLACE_BY),
                    lang.of(say::REPLACE_BY),
                    width,
                );
                ui.horizontal(|ui| {
                    if widgets::checkbox(ui, !self.is_exact, lang.of(say::BOTH_SCRIPTS)).clicked() {
                        self.is_exact ^= true;
                    }
                    ui.add_space(8.0);
                    if widgets::checkbox(ui, self.minds_case, lang.of(say::MIND_CASE)).clicked() {
                        self.minds_case ^= true;
                    }
                });
            });
        let query = Query::new(
            &self.find,
            &self.becomes,
            self.minds_case,
            self.is_exact,
            &view.exhibition.words,
        );
        if self.query.as_ref() != Some(&query) {
            self.finder.reset();
            self.ticks.clear();
            self.query = Some(query.clone());
        }
        if query.is_empty() {
            widgets::empty_state(ui, i::ICON_FIND_REPLACE, lang.of(say::FIND_EMPTY), None);
            return;
        }
        self.finder.renew(view.exhibition, |board| query.on(board));
        let all = self.finder.all();
        if all.is_empty() {
            widgets::empty_state(ui, i::ICON_SEARCH_OFF, lang.of(say::NOT_FOUND), None);
            return;
        }
        let is_replacing = !self.becomes.is_empty();
        summary_ui(ui, view, all, &self.ticks, is_replacing, send);
        let ticks = &mut self.ticks;
        rows_ui(ui, "found", all, HEIGHT, |ui, proposal| {
            let is_on = ticks.is_on(view, proposal);
            if let Some(on) = proposal_ui(ui, view, proposal, is_replacing.then_some(is_on), send) {
                ticks.set(view, proposal, on);
            }
        });
    }
}

/// How many there are on how many boards, and the button that does what is ticked.
pub fn summary_ui(ui: &mut Ui, view: &View<'_>, all: &[Proposal], ticks: &Ticks, can_do: bool, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let chosen: Vec<&Proposal> = all.iter().filter(|proposal| ticks.is_on(view, proposal)).collect();
    let boards = |list: &mut dyn Iterator<Item = &Proposal>| {
        let mut boards: Vec<_> = list.map(|proposal| proposal.spot.board).collect();
        boards.dedup();
        boards.len()
    };
    egui::Frame::new()
        .inner_margin(Margin {
            left: 16,
            right: 16,
            top: 0,
            bottom: 8,
        })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let sentence = say::found(lang, all.len(), boards(&mut all.iter()));
                widgets::line(ui, &sentence, font(12.0), t.t2, 32.0);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let label = say::mend(lang, chosen.len());
                    let button = Button::new(&label)
                        .kind(Kind::Primary)
                        .enabled(can_do && !chosen.is_empty());
                    if button.show(ui).clicked() {
                        send.command(accepted(view.exhibition, chosen.iter().copied()));
                        let count = boards(&mut chosen.iter().copied());
                        send.send(Message::Toast(say::mended(lang, chosen.len(), count), true));
                    }
                });
            });
        });
    widgets::hairline(ui);
}
