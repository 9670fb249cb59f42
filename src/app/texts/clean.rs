//! Slips of typing and pasting on all boards, by kind, each shown before it is mended.

use super::find::summary_ui;
use super::finder::Finder;
use super::row::{HEIGHT, Ticks, proposal_ui, rows_ui};
use super::say;
use crate::app::theme::tokens;
use crate::app::view::{Sender, View};
use crate::app::widgets;
use crate::model::{Proposal, slips_on};
use crate::script::Slip;
use egui::{Margin, Ui, vec2};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct CleanPane {
    finder: Finder<Proposal>,
    /// Kinds that are not wanted.
    hidden: Vec<Slip>,
    ticks: Ticks,
}

impl CleanPane {
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let t = tokens(ui);
        let lang = view.lang;
        self.finder.renew(view.exhibition, slips_on);
        let all = self.finder.all();
        let count = |slip: Slip| all.iter().filter(|proposal| proposal.slip == Some(slip)).count();
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
                widgets::paragraph(ui, lang.of(say::CLEAN_HINT), 12.0, t.t2);
                ui.horizontal_wrapped(|ui| {
                    for slip in Slip::ALL {
                        let label = format!("{} {}", lang.of(say::slip(slip)), count(slip));
                        let is_on = !self.hidden.contains(&slip);
                        if widgets::filter_chip(ui, &label, is_on).clicked() {
                            match is_on {
                                true => self.hidden.push(slip),
                                false => self.hidden.retain(|other| *other != slip),
                            }
                        }
                    }
                });
            });
        let is_wanted = |proposal: &&Proposal| proposal.slip.is_some_and(|slip| !self.hidden.contains(&slip));
        let wanted: Vec<Proposal> = all.iter().filter(is_wanted).cloned().collect();
        if wanted.is_empty() {
            widgets::empty_state(ui, i::ICON_CLEANING_SERVICES, lang.of(say::CLEAN_EMPTY), None);
            return;
        }
        summary_ui(ui, view, &wanted, &self.ticks, true, send);
        let ticks = &mut self.ticks;
        rows_ui(ui, "slips", &wanted, HEIGHT, |ui, proposal| {
            let is_on = ticks.is_on(view, proposal);
            if let Some(on) = proposal_ui(ui, view, proposal, Some(is_on), send) {
                ticks.set(view, proposal, on);
            }
        });
    }
}
