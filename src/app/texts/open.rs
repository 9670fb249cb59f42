//! One-to-many characters of the whole show that nobody has decided: settled by a click, all alike at once, or for good
//! in the word list.

use super::finder::Finder;
use super::row::{Snippet, rows_ui, snippet_ui};
use super::say;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, icon_button_sized};
use crate::check::{OpenCharacter, open_characters};
use crate::model::{Command, ElementKind, part, picked};
use crate::script::{Config, Region, Script, WordPair, config, convert};
use egui::{Margin, Rect, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct OpenPane {
    finder: Finder<OpenCharacter>,
    /// What the doubts depend on beside the boards.
    of: Option<(std::sync::Arc<crate::script::Words>, Region)>,
}

/// Characters alike: the same one between the same two.
struct Group<'a> {
    places: Vec<&'a OpenCharacter>,
}

const HEIGHT: f32 = 92.0;

impl OpenPane {
    pub fn count(&self) -> usize {
        self.finder.all().len()
    }

    /// Gives a pair for the word list where that was asked for.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> Option<WordPair> {
        let t = tokens(ui);
        let lang = view.lang;
        let of = (view.exhibition.words.clone(), view.exhibition.show.region);
        if self.of.as_ref() != Some(&of) {
            self.finder.reset();
            self.of = Some(of);
        }
        self.finder
            .renew(view.exhibition, |board| open_characters(view.exhibition, board));
        let groups = groups(self.finder.all());
        if groups.is_empty() {
            widgets::empty_state(ui, i::ICON_SPELLCHECK, lang.of(say::OPEN_EMPTY), None);
            return None;
        }
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| widgets::paragraph(ui, lang.of(say::OPEN_HINT), 12.0, t.t2));
        widgets::hairline(ui);
        let mut proposed = None;
        rows_ui(ui, "open", &groups, HEIGHT, |ui, group| {
            if let Some(pair) = group_ui(ui, view, group, send) {
                proposed = Some(pair);
            }
        });
        proposed
    }
}

fn groups(all: &[OpenCharacter]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut at = std::collections::HashMap::new();
    for open in all {
        let index = *at.entry((open.doubt.from, open.around)).or_insert_with(|| {
            groups.push(Group { places: Vec::new() });
            groups.len() - 1
        });
        groups[index].places.push(open);
    }
    groups
}

fn group_ui(ui: &mut Ui, view: &View<'_>, group: &Group<'_>, send: &mut Sender) -> Option<WordPair> {
    let t = tokens(ui);
    let lang = view.lang;
    let first = group.places.first()?;
    let text = super::row::text_at(view, first.spot)?;
    let para = text.paras.get(first.para)?;
    para.text.get(first.doubt.range.clone())?;
    let spoken = format!("{} {}", first.doubt.from, super::row::place_of(view, first.spot));
    let (rect, response) = widgets::list_row(ui, HEIGHT, false, &spoken);
    let snippet = Snippet {
        text: &para.text,
        range: first.doubt.range.clone(),
        becomes: None,
    };
    let words = Rect::from_min_max(rect.min + vec2(16.0, 0.0), rect.max);
    snippet_ui(ui, view, first.spot, &snippet, words, 16.0);
    if response.clicked() {
        send.send(Message::GoTo(first.spot.board, Some(first.spot.element)));
    }
    let below = Rect::from_min_max(pos2(rect.left() + 16.0, rect.top() + 50.0), rect.max - vec2(8.0, 6.0));
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(below)
            .layout(egui::Layout::left_to_right(egui::Align::Center)),
    );
    let choices: Vec<String> = first.doubt.choices.iter().map(char::to_string).collect();
    for (index, choice) in choices.iter().enumerate() {
        let is_taken = first.doubt.taken == first.doubt.choices[index];
        let label = format!("{} {choice}", lang.of(say::TAKE));
        if widgets::tool(&mut child, i::ICON_CHECK, &label, is_taken, true).clicked() {
            settle(view, group, first.doubt.choices[index], send);
        }
    }
    let mut proposed = None;
    child.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let label = lang.of(say::TO_WORDS);
        if icon_button_sized(ui, i::ICON_PLAYLIST_ADD, label, false, true, 28.0).clicked() {
            proposed = Some(word_around(view, first, &para.text));
        }
        if group.places.len() > 1 {
            widgets::line(ui, &say::alike(lang, group.places.len()), font(12.0), t.t2, 28.0);
        }
    });
    proposed
}

/// Settles all that are alike as one command.
fn settle(view: &View<'_>, group: &Group<'_>, choice: char, send: &mut Sender) {
    let mut kinds: Vec<(crate::model::BoardId, crate::model::ElementId, ElementKind)> = Vec::new();
    for open in &group.places {
        let spot = open.spot;
        let Some(board) = view.exhibition.board(spot.board) else {
            continue;
        };
        let Some(element) = board.element(spot.element) else {
            continue;
        };
        let at = kinds
            .iter()
            .position(|(board, element, _)| (*board, *element) == (spot.board, spot.element));
        let at = at.unwrap_or_else(|| {
            kinds.push((spot.board, spot.element, element.kind.clone()));
            kinds.len() - 1
        });
        let kind = &mut kinds[at].2;
        if let Some(two) = part::get(kind, spot.part, board.script) {
            *kind = part::with(
                kind,
                spot.part,
                picked(&two, open.para, open.doubt.range.clone(), choice),
            );
        }
    }
    let commands = kinds
        .into_iter()
        .map(|(board, element, kind)| Command::SetKind { board, element, kind });
    send.command(Command::Batch(commands.collect()));
    let sentence = say::settled(view.lang, group.places.len());
    send.send(Message::Toast(sentence, true));
}

/// The character with its neighbours, in both scripts, to be made a word of the list.
fn word_around(view: &View<'_>, open: &OpenCharacter, text: &str) -> WordPair {
    let is_han = |c: &char| c.is_alphabetic() && !c.is_ascii();
    let before = text[..open.doubt.range.start].chars().next_back().filter(is_han);
    let after = text[open.doubt.range.end..].chars().next().filter(is_han);
    let word: String = before.into_iter().chain([open.doubt.from]).chain(after).collect();
    let from = open.from;
    let config: Config = config(from, view.exhibition.show.region);
    let other = convert(&word, config, &view.exhibition.words, &[]).text;
    match from {
        Script::Hans => WordPair {
            hans: word,
            hant: other,
        },
        Script::Hant => WordPair {
            hans: other,
            hant: word,
        },
    }
}
