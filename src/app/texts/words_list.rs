//! The show's word list: names and set phrases with both scripts written out; they go before every dictionary.

use super::row::rows_ui;
use super::say;
use crate::app::dialogs::{Ask, Purpose};
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind, icon_button_sized};
use crate::app::words;
use crate::model::Command;
use crate::script::{WordPair, Words};
use egui::{Margin, Rect, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct WordsPane {
    hans: String,
    hant: String,
    search: String,
}

const HEIGHT: f32 = 36.0;

impl WordsPane {
    /// Fills the fields; the person looks it over and adds it.
    pub fn propose(&mut self, pair: WordPair) {
        self.hans = pair.hans;
        self.hant = pair.hant;
    }

    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let lang = view.lang;
        let list = &view.exhibition.words;
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| self.head_ui(ui, view, send));
        widgets::hairline(ui);
        if list.pairs.is_empty() {
            widgets::empty_state(ui, i::ICON_MENU_BOOK, lang.of(say::WORDS_EMPTY), None);
            return;
        }
        let is_found = |pair: &&WordPair| {
            let search = self.search.trim();
            search.is_empty() || pair.hans.contains(search) || pair.hant.contains(search)
        };
        let shown: Vec<WordPair> = list.pairs.iter().filter(is_found).cloned().collect();
        let mut chosen = None;
        rows_ui(ui, "words", &shown, HEIGHT, |ui, pair| {
            if pair_ui(ui, view, pair, send) {
                chosen = Some(pair.clone());
            }
        });
        if let Some(pair) = chosen {
            self.propose(pair);
        }
    }

    fn head_ui(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let t = tokens(ui);
        let lang = view.lang;
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        widgets::paragraph(ui, lang.of(say::WORDS_HINT), 12.0, t.t2);
        let mut is_entered = false;
        ui.horizontal(|ui| {
            let half = (ui.available_width() - 8.0 - 72.0) / 2.0;
            let fields = [
                (&mut self.hans, words::SIMPLIFIED),
                (&mut self.hant, words::TRADITIONAL),
            ];
            for (text, name) in fields {
                let response = widgets::field(ui, text, lang.of(name), lang.of(name), half - 4.0);
                is_entered |= response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            }
            let is_whole = !self.hans.trim().is_empty() && !self.hant.trim().is_empty();
            let add = Button::new(lang.of(say::ADD)).kind(Kind::Primary).enabled(is_whole);
            if (add.show(ui).clicked() || is_entered) && is_whole {
                let mut list = (*view.exhibition.words).clone();
                list.add(WordPair {
                    hans: std::mem::take(&mut self.hans).trim().to_string(),
                    hant: std::mem::take(&mut self.hant).trim().to_string(),
                });
                send.command(Command::SetWords(list));
            }
        });
        ui.horizontal(|ui| {
            let width = ui.available_width() - 2.0 * 36.0 - 8.0;
            widgets::search(ui, &mut self.search, lang.of(say::SEARCH_WORDS), width, "");
            if widgets::icon_button(ui, i::ICON_UPLOAD_FILE, lang.of(say::WORDS_IN), false, true).clicked() {
                send.send(Message::Ask(Ask::Path(Purpose::WordsIn)));
            }
            let has_words = !view.exhibition.words.pairs.is_empty();
            if widgets::icon_button(ui, i::ICON_DOWNLOAD, lang.of(say::WORDS_OUT), false, has_words).clicked() {
                send.send(Message::Ask(Ask::Path(Purpose::WordsOut)));
            }
        });
    }
}

/// `true` when it is to be edited.
fn pair_ui(ui: &mut Ui, view: &View<'_>, pair: &WordPair, send: &mut Sender) -> bool {
    let t = tokens(ui);
    let lang = view.lang;
    let (rect, response) = widgets::list_row(ui, HEIGHT, false, &format!("{} {}", pair.hans, pair.hant));
    let half = (rect.width() - 16.0 - 44.0) / 2.0;
    for (index, text) in [&pair.hans, &pair.hant].into_iter().enumerate() {
        let left = rect.left() + 16.0 + half * index as f32;
        let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + half - 8.0, rect.bottom()));
        widgets::text_in(ui, cell, text, font(13.0), t.t1);
    }
    let place = Rect::from_center_size(pos2(rect.right() - 26.0, rect.center().y), vec2(28.0, 28.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    if icon_button_sized(&mut child, i::ICON_DELETE, lang.of(words::DELETE), false, true, 28.0).clicked() {
        let pairs = view.exhibition.words.pairs.iter().filter(|other| *other != pair);
        let list = Words {
            pairs: pairs.cloned().collect(),
        };
        send.command(Command::SetWords(list));
        send.send(Message::Toast(say::word_gone(lang, &pair.hans), true));
    }
    response.clicked()
}
