//! What is asked: what to pack, what to do with a pack, whether the bin is emptied.

use super::bring::BringForm;
use super::{Place, say};
use crate::app::dialogs::{self, answers, question};
use crate::app::tasks::Work;
use crate::app::theme::tokens;
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::app::words;
use crate::model::{BoardId, Command, CommitteeId};
use egui::Ui;
use std::path::PathBuf;

/// A question of this kind, as a message.
#[derive(Clone, Debug)]
pub enum Ask {
    Pack,
    /// What to do with this pack.
    Door(PathBuf),
    /// Whether these boards of the bin go for good.
    ForGood(Vec<BoardId>),
}

/// A question that stands open.
// There is one at a time: its size does not matter.
#[allow(clippy::large_enum_variant)]
pub enum Form {
    Pack { only: Option<CommitteeId>, is_unit: bool },
    Door(PathBuf),
    ForGood(Vec<BoardId>),
    Bring(BringForm),
}

impl Form {
    pub fn is_wide(&self) -> bool {
        matches!(self, Form::Bring(_))
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        match self {
            Form::Pack { only, is_unit } => pack_ui(ui, only, is_unit, view, send),
            Form::Door(pack) => door_ui(ui, pack, view, send),
            Form::ForGood(boards) => for_good_ui(ui, boards, view, send),
            Form::Bring(form) => form.show(ui, view, send),
        }
    }
}

fn ask_place(place: Place) -> Message {
    Message::Ask(dialogs::Ask::Path(dialogs::Purpose::Exchange(place)))
}

fn pack_ui(
    ui: &mut Ui,
    only: &mut Option<CommitteeId>,
    is_unit: &mut bool,
    view: &View<'_>,
    send: &mut Sender,
) -> bool {
    let (lang, show) = (view.lang, view.exhibition);
    let t = tokens(ui);
    question(ui, lang.of(say::WHAT_TO_PACK));
    widgets::paragraph(ui, lang.of(say::PACK_HINT), 13.0, t.t2);
    ui.add_space(4.0);
    let whole = format!(
        "{}　{}",
        lang.of(say::WHOLE),
        words::boards_short(lang, show.boards.len())
    );
    if widgets::radio(ui, !*is_unit, &whole).clicked() {
        *is_unit = false;
    }
    if widgets::radio(ui, *is_unit, lang.of(say::ONE_UNIT)).clicked() {
        *is_unit = true;
    }
    let units = &show.committees;
    let count = |unit: CommitteeId| show.boards.iter().filter(|board| board.committee == unit).count();
    let names: Vec<String> = units
        .iter()
        .map(|unit| {
            let name = words::name_of(&unit.name, lang);
            format!("{name}　{}", words::boards_short(lang, count(unit.id)))
        })
        .collect();
    let at = units.iter().position(|unit| Some(unit.id) == *only).unwrap_or(0);
    if let Some(at) = widgets::dropdown(ui, lang.of(words::UNIT), &names, at, 320.0) {
        *only = units.get(at).map(|unit| unit.id);
        *is_unit = true;
    }
    let chosen = only.or(units.first().map(|unit| unit.id)).filter(|_| *is_unit);
    let is_ready = if *is_unit {
        chosen.is_some_and(|unit| count(unit) > 0)
    } else {
        !show.boards.is_empty()
    };
    let deed = Button::new(lang.of(say::GO_ON)).kind(Kind::Primary).enabled(is_ready);
    let answer = answers(ui, deed, lang.of(words::CANCEL));
    if answer == Some(true) {
        send.send(ask_place(Place::Pack(chosen)));
    }
    answer.is_some()
}

fn door_ui(ui: &mut Ui, pack: &std::path::Path, view: &View<'_>, send: &mut Sender) -> bool {
    let lang = view.lang;
    let t = tokens(ui);
    question(ui, lang.of(say::DOOR));
    let name = pack.file_name().unwrap_or_default().to_string_lossy().into_owned();
    widgets::paragraph(ui, &name, 13.0, t.t1);
    widgets::paragraph(ui, lang.of(say::DOOR_HINT), 13.0, t.t2);
    let is_own = widgets::link(ui, lang.of(say::OPEN_OWN)).clicked();
    if is_own {
        send.send(ask_place(Place::OpenAs(pack.to_path_buf())));
    }
    let deed = Button::new(lang.of(say::BRING_HERE)).kind(Kind::Primary);
    let answer = answers(ui, deed, lang.of(words::CANCEL));
    if answer == Some(true) {
        send.send(Message::Start(Place::Bring.work(pack.to_path_buf())));
    }
    is_own || answer.is_some()
}

fn for_good_ui(ui: &mut Ui, boards: &[BoardId], view: &View<'_>, send: &mut Sender) -> bool {
    let lang = view.lang;
    let t = tokens(ui);
    question(ui, &say::for_good(lang, boards.len()));
    widgets::paragraph(ui, lang.of(say::GOOD_HINT), 13.0, t.t2);
    let deed = Button::new(lang.of(say::FOR_GOOD)).kind(Kind::Confirm);
    let answer = answers(ui, deed, lang.of(words::KEEP));
    if answer == Some(true) {
        send.command(Command::EmptyBin(boards.to_vec()));
    }
    answer.is_some()
}

/// Starts a job of this kind.
pub fn start(work: super::ExchangeWork) -> Message {
    Message::Start(Work::Exchange(work))
}
