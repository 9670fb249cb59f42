//! Who took a photo, and whether those on it agreed: kept with the photo, wherever it is shown.

use super::say;
use crate::app::fields;
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, section};
use crate::base::{Consent, PhotoCredit, PhotoFacts};
use crate::model::Command;
use egui::Ui;

pub fn credit_ui(ui: &mut Ui, view: &View<'_>, facts: &PhotoFacts, send: &mut Sender) {
    let lang = view.lang;
    let credit = &facts.credit;
    let mut wanted = credit.clone();
    section(ui, lang.of(say::CREDIT), |ui| {
        let width = ui.available_width();
        widgets::heading(ui, lang.of(say::AUTHOR));
        if let Some(author) = fields::text(ui, "author", &credit.author, lang.of(say::AUTHOR), width) {
            wanted.author = author.trim().into();
        }
        widgets::heading(ui, lang.of(say::CONSENT));
        let names = Consent::ALL.map(|consent| lang.of(say::consent(consent)).to_string());
        let at = Consent::ALL
            .iter()
            .position(|consent| *consent == credit.consent)
            .unwrap_or(0);
        if let Some(at) = widgets::dropdown(ui, lang.of(say::CONSENT), &names, at, width) {
            wanted.consent = Consent::ALL[at];
        }
        widgets::heading(ui, lang.of(say::CREDIT_NOTE));
        if let Some(note) = fields::text(ui, "note", &credit.note, lang.of(say::CREDIT_NOTE), width) {
            wanted.note = note.trim().into();
        }
    });
    set(facts, wanted, send);
}

fn set(facts: &PhotoFacts, wanted: PhotoCredit, send: &mut Sender) {
    if wanted != facts.credit {
        send.command(Command::SetCredit {
            photo: facts.digest,
            credit: wanted,
        });
    }
}
