//! A new board from photos and a page of text: what comes in at the left, every template of the size with it in it at the
//! right. One page; everything but the content is chosen beforehand.

mod gallery;
mod gather;
mod left;
mod say;

pub use gather::{Gathered, gather, is_text};

use super::dialogs::{Ask, Purpose, question};
use super::obey::next_code;
use super::tasks::{Series, Work};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words;
use crate::base::{PhotoFacts, Progress};
use crate::compose::{Proposed, Restyled, Wish};
use crate::geom::Size;
use crate::model::{
    Board, BoardId, Command, Committee, CommitteeId, Element, ElementId, Exhibition, Make, Template, TwoName,
};
use crate::script::{Script, Words as WordList, derive, detect};
use egui::{Align, Key, Layout, Rect, Ui, UiBuilder, vec2};
use std::sync::Arc;

/// What is typed rests so long before the boards follow, in seconds.
const REST: f64 = 0.35;
const LEFT: f32 = 328.0;
const GAP: f32 = 24.0;
const FOOT: f32 = 56.0;

#[derive(Default)]
pub struct NewBoard {
    unit: Option<CommitteeId>,
    /// Of the first unit, where the show has none yet.
    unit_name: String,
    code: String,
    material: String,
    /// Of all templates, the show's usual one first.
    sizes: Vec<Size>,
    size: usize,
    /// `None`: as the text is written.
    script: Option<Script>,
    text: String,
    /// With the captions they are given here.
    photos: Vec<(Arc<PhotoFacts>, String)>,
    /// Counts every change of the wish, and when the last one was.
    changes: u64,
    changed_at: f64,
    /// The change that was proposed for last, and that which the proposals answer.
    asked: Option<u64>,
    proposed: Proposed,
    /// The show with a board for each option, in their order: what the pictures are of.
    preview: Option<Exhibition>,
    family: Option<String>,
    /// A template's name; `None`: the best.
    chosen: Option<String>,
    /// Photos and texts on their way.
    coming: Option<(u64, Progress)>,
    /// What did not come in, a sentence each.
    troubles: Vec<String>,
    is_shown: bool,
}

impl NewBoard {
    pub fn new(unit: Option<CommitteeId>, name: &str) -> NewBoard {
        NewBoard {
            unit,
            unit_name: name.trim().into(),
            ..NewBoard::default()
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        if !std::mem::replace(&mut self.is_shown, true) {
            self.prepare(view);
        }
        self.renew(ui, send);
        question(ui, view.lang.of(words::NEW_BOARD));
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(360.0, 900.0);
        let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
        let left = Rect::from_min_size(whole.min, vec2(LEFT, height));
        let right = Rect::from_min_max(whole.min + vec2(LEFT + GAP, 0.0), whole.max);
        let child = |rect| UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
        left::left_ui(&mut ui.new_child(child(left)), self, view, send);
        let is_sure = gallery::gallery_ui(&mut ui.new_child(child(right)), self, view);
        let answer = self.foot_ui(ui, view, is_sure, send);
        left::hover_ui(ui, view.lang, whole);
        answer
    }

    /// Code, unit, size and sizes as they usually are.
    fn prepare(&mut self, view: &View<'_>) {
        let show = view.exhibition;
        let first = show.committees.first().map_or_else(CommitteeId::random, |unit| unit.id);
        self.unit = self.unit.or(Some(first));
        let last = show.boards.iter().map(|board| board.code.as_str()).max();
        self.code = next_code(last.unwrap_or("A000"), &|code| show.board_by_code(code).is_some());
        for template in view.templates() {
            if !self.sizes.iter().any(|size| size.is_about(template.size)) {
                self.sizes.push(template.size);
            }
        }
        self.sizes.sort_by(|a, b| {
            (a.w * a.h, a.w)
                .partial_cmp(&(b.w * b.h, b.w))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        self.script = self.script.or(show.show.usual_script);
        let usual = show.show.usual_size;
        self.size = self.sizes.iter().position(|size| size.is_about(usual)).unwrap_or(0);
    }

    /// The wish has changed.
    fn touch(&mut self, ui: &Ui) {
        self.changes += 1;
        self.changed_at = ui.input(|input| input.time);
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(REST));
    }

    /// Asks for proposals once the wish rests.
    fn renew(&mut self, ui: &Ui, send: &mut Sender) {
        let now = ui.input(|input| input.time);
        let rests = self.asked.is_none() || now - self.changed_at >= REST;
        if self.asked == Some(self.changes) {
            return;
        }
        if !rests {
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(REST));
            return;
        }
        let Some(unit) = self.unit else { return };
        self.asked = Some(self.changes);
        send.send(Message::Start(Work::Propose(self.changes, Arc::new(self.wish(unit)))));
    }

    fn wish(&self, committee: CommitteeId) -> Wish {
        Wish {
            code: self.code.trim().into(),
            committee,
            size: self.sizes.get(self.size).copied(),
            script: self.script,
            make: Make {
                material: self.material.trim().into(),
                ..Make::default()
            },
            text: self.text.clone(),
            photos: self.photos.clone(),
        }
    }

    /// Proposals for the wish as it was at `change`.
    pub fn take_proposed(&mut self, change: u64, proposed: Proposed, show: &Exhibition) {
        if self.asked != Some(change) {
            return;
        }
        let mut preview = show.clone();
        let templates = Arc::make_mut(&mut preview.templates);
        for option in &proposed.options {
            templates.insert(option.board.template.clone(), option.template.clone());
        }
        let photos = Arc::make_mut(&mut preview.photos);
        photos.extend(self.photos.iter().map(|(facts, _)| (facts.digest, facts.clone())));
        preview
            .boards
            .extend(proposed.options.iter().map(|option| option.board.clone()));
        self.preview = Some(preview);
        self.proposed = proposed;
    }

    /// A job that brings photos and texts has begun.
    pub fn watch(&mut self, job: u64, progress: Progress) {
        self.coming = Some((job, progress));
    }

    /// Photos go behind those there are, each once; texts behind the text.
    pub fn take_gathered(&mut self, gathered: Result<Gathered, String>) {
        self.coming = None;
        self.troubles.clear();
        match gathered {
            Ok(gathered) => {
                for facts in gathered.photos {
                    if !self.photos.iter().any(|(known, _)| known.digest == facts.digest) {
                        self.photos.push((facts, String::new()));
                    }
                }
                if !self.text.is_empty() && !gathered.text.is_empty() {
                    self.text.push('\n');
                }
                self.text.push_str(&gathered.text);
                self.troubles = gathered.troubles;
            }
            Err(sentence) if sentence.is_empty() => {}
            Err(sentence) => self.troubles.push(sentence),
        }
        self.changes += 1;
        self.changed_at = 0.0;
    }

    /// Those of the family that is looked at, the best first.
    fn shown(&self) -> impl Iterator<Item = (usize, &Restyled)> {
        let options = self.proposed.options.iter().enumerate();
        options.filter(|(_, option)| {
            self.family
                .as_ref()
                .is_none_or(|family| *family == option.template.family)
        })
    }

    fn chosen(&self) -> Option<&Restyled> {
        let named = |(_, option): &(usize, &Restyled)| Some(&option.template.name) == self.chosen.as_ref();
        let found = self.shown().find(named).or_else(|| self.shown().next());
        found.map(|(_, option)| option)
    }

    /// Why no board can be made now.
    fn hindrance(&self, view: &View<'_>) -> Option<words::Words> {
        let code = self.code.trim();
        if view.exhibition.committees.is_empty() && self.unit_name.trim().is_empty() {
            Some(say::UNIT_BLANK)
        } else if code.is_empty() {
            Some(say::CODE_BLANK)
        } else if view.exhibition.board_by_code(code).is_some() {
            Some(say::CODE_TAKEN)
        } else {
            None
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, view: &View<'_>, is_sure: bool, send: &mut Sender) -> bool {
        let lang = view.lang;
        let t = super::theme::tokens(ui);
        let hindrance = self.hindrance(view);
        let enter = !ui.ctx().text_edit_focused() && ui.input(|input| input.key_pressed(Key::Enter));
        let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT), egui::Sense::hover());
        let words = match (hindrance, self.troubles.first()) {
            (Some(words), _) => (lang.of(words).to_string(), t.error),
            (None, Some(trouble)) => (trouble.clone(), t.error),
            (None, None) => (lang.of(say::ARROWS).to_string(), t.t3),
        };
        let mut right = ui.new_child(
            UiBuilder::new()
                .max_rect(line)
                .layout(Layout::right_to_left(Align::Center)),
        );
        right.spacing_mut().item_spacing.x = 8.0;
        let can = hindrance.is_none() && self.chosen().is_some() && self.coming.is_none();
        let create = Button::new(lang.of(words::CREATE))
            .kind(Kind::Primary)
            .large()
            .enabled(can);
        let create = create.show(&mut right).clicked() || ((is_sure || enter) && can);
        let cancel = Button::new(lang.of(words::CANCEL)).large().show(&mut right).clicked();
        let has_text = !self.text.trim().is_empty() && self.unit.is_some() && self.coming.is_none();
        let series = Button::new(lang.of(say::SERIES))
            .large()
            .enabled(has_text)
            .show(&mut right);
        let series = series.on_hover_text(lang.of(say::SERIES_HELP)).clicked();
        let room = Rect::from_min_max(line.min, egui::pos2(right.min_rect().left() - 16.0, line.bottom()));
        widgets::told_in(ui, room, &words.0, super::theme::font(12.0), words.1);
        if create {
            self.create(view, send);
        }
        if series {
            self.series(view, send);
        }
        create || cancel || series
    }

    fn create(&self, view: &View<'_>, send: &mut Sender) {
        let Some(option) = self.chosen() else { return };
        let show = view.exhibition;
        let mut commands = self.photo_commands(show);
        if let (true, Some(id)) = (show.committees.is_empty(), self.unit) {
            let name = two_name(self.unit_name.trim(), show);
            commands.push(Command::SetCommittees(vec![Committee { id, name }]));
        }
        if !show.templates.contains_key(&option.board.template) {
            commands.push(Command::AddTemplate(option.template.clone()));
        }
        let board = self.own(&option.board);
        let id = board.id;
        let behind = show
            .in_order()
            .iter()
            .rposition(|other| other.committee == board.committee);
        commands.push(Command::AddBoard {
            board: Arc::new(board),
            at: behind.map_or(show.order.len(), |at| at + 1),
        });
        send.command(Command::Batch(commands));
        send.send(Message::OpenBoard(id));
    }

    /// The proposal with ids that no other board has; code and unit as they stand now.
    fn own(&self, proposal: &Board) -> Board {
        let mut board = proposal.clone();
        board.id = BoardId::random();
        board.code = self.code.trim().into();
        board.committee = self.unit.unwrap_or(board.committee);
        board.make.material = self.material.trim().into();
        let own = |element: &Arc<Element>| {
            Arc::new(Element {
                id: ElementId::random(),
                ..Element::clone(element)
            })
        };
        board.elements = proposal.elements.iter().map(own).collect();
        board
    }

    fn photo_commands(&self, show: &Exhibition) -> Vec<Command> {
        let new = self
            .photos
            .iter()
            .filter(|(facts, _)| !show.photos.contains_key(&facts.digest));
        new.map(|(facts, _)| Command::AddPhoto(facts.clone())).collect()
    }

    fn series(&self, view: &View<'_>, send: &mut Sender) {
        let unit = self.unit.and_then(|unit| view.exhibition.committee(unit));
        let names = self.photos.iter().enumerate().map(|(at, (facts, _))| {
            let is_twin = self.photos[..at].iter().any(|(other, _)| other.name == facts.name);
            // Numbers ahead of a name are no part of what people called it.
            let name = if is_twin {
                format!("{at}_{}", facts.name)
            } else {
                facts.name.clone()
            };
            (name, Some(facts.clone()))
        });
        send.send(Message::Start(Work::Series(Box::new(Series {
            text: self.text.clone(),
            photos: names.collect(),
            captions: self.photos.iter().map(|(_, caption)| caption.clone()).collect(),
            committee: Some(unit.map_or_else(|| self.unit_name.trim().to_string(), |unit| unit.name.hans.clone()))
                .filter(|name| !name.is_empty()),
            family: self.family.clone(),
        }))));
    }
}

/// Asks for files that hold photos or texts.
fn ask_files(send: &mut Sender) {
    send.send(Message::Ask(Ask::Path(Purpose::ForBoard)));
}

/// A name in both scripts, from one of them.
fn two_name(name: &str, show: &Exhibition) -> TwoName {
    let words = WordList::default();
    let is_hant = detect(name) == Some(Script::Hant);
    let of = |script: Script| match (script, is_hant) {
        (Script::Hans, false) | (Script::Hant, true) => name.to_string(),
        _ => {
            derive(
                name,
                if is_hant { Script::Hant } else { Script::Hans },
                show.show.region,
                &words,
                &[],
            )
            .text
        }
    };
    TwoName {
        hans: of(Script::Hans),
        hant: of(Script::Hant),
    }
}

fn template_title<'a>(template: &'a Template, view: &View<'_>) -> &'a str {
    view.lang.of(template.titles())
}
