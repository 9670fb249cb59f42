//! What is asked before a meeting begins; and where one of today was cut off, whether it goes on.

use super::deeds::{cut_off, here_and_now};
use super::{Running, area, past_words, say};
use crate::app::dates::day_ui;
use crate::app::dialogs::{Ask, question};
use crate::app::theme::{Depth, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::app::words;
use crate::base::Day;
use crate::base::say::minutes;
use crate::model::{Board, Command, Exhibition, Hour, Meeting, MeetingScope};
use crate::workflow::{called, joined};
use egui::{Align2, Area, Id, Key, Margin, Modifiers, Order, ScrollArea, Sense, Ui, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

/// The form as it is filled in.
pub struct BeginForm {
    /// 0: all, 1: those waiting, then a unit each.
    scope: usize,
    day: Day,
    start: String,
    place: String,
    chair: String,
    present: String,
    limit: u16,
    /// A field had the keyboard in the frame before: Esc is for it.
    was_typing: bool,
}

pub enum Answer {
    Open,
    Begun(Box<Running>),
    Left,
}

const WIDTH: f32 = 560.0;
/// Longer nobody speaks of one board.
const MOST_MINUTES: f64 = 120.0;

impl BeginForm {
    /// Place, chair and the like as the last meeting had them.
    pub fn of(exhibition: &Exhibition) -> BeginForm {
        let (day, start) = here_and_now();
        let last = exhibition.show.meetings.last();
        let kept = |of: fn(&Meeting) -> &String| last.map(of).cloned().unwrap_or_default();
        BeginForm {
            scope: usize::from(!called(exhibition, MeetingScope::Waiting).is_empty()),
            day,
            start: start.to_string(),
            place: last.map_or_else(|| exhibition.show.place.hans.clone(), |meeting| meeting.place.clone()),
            chair: kept(|meeting| &meeting.chair),
            present: kept(|meeting| &meeting.present),
            limit: last.map_or(0, |meeting| meeting.limit),
            was_typing: false,
        }
    }

    fn scope(&self, exhibition: &Exhibition) -> MeetingScope {
        let unit = self.scope.checked_sub(2).and_then(|at| exhibition.committees.get(at));
        match (unit, self.scope) {
            (Some(unit), _) => MeetingScope::Unit(unit.id),
            (None, 1) => MeetingScope::Waiting,
            (None, _) => MeetingScope::All,
        }
    }

    fn meeting(&self, exhibition: &Exhibition, boards: &[Arc<Board>]) -> Option<Meeting> {
        let start = Hour::parse(&self.start)?;
        Some(Meeting {
            scope: Some(self.scope(exhibition)),
            place: self.place.trim().into(),
            chair: self.chair.trim().into(),
            present: self.present.trim().into(),
            limit: self.limit,
            ..Meeting::new(exhibition, boards, self.day, start)
        })
    }
}

pub fn begin_ui(ui: &mut Ui, form: &mut BeginForm, view: &View<'_>, send: &mut Sender) -> Answer {
    let t = tokens(ui);
    let mut answer = Answer::Open;
    let room = ui.ctx().content_rect().height() - 120.0;
    let card = Area::new(Id::unique("meeting begin"))
        .order(Order::Middle)
        .anchor(Align2::CENTER_CENTER, vec2(0.0, 0.0));
    card.show(ui.ctx(), |ui| {
        let card = widgets::raised(t, 12, Margin::same(28), Depth::Dialog);
        // Fields stand off from the panel's ground in both themes.
        card.fill(t.panel.0).show(ui, |ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            question(ui, view.lang.of(say::MEETING));
            ScrollArea::vertical()
                .id_salt("meeting form")
                .max_height(room - 140.0)
                .show(ui, |ui| {
                    if let Some(running) = again_ui(ui, view, send) {
                        answer = Answer::Begun(Box::new(running));
                    }
                    form_ui(ui, form, view, send);
                });
            if let Some(running) = deeds_ui(ui, form, view, send) {
                answer = running;
            }
        });
    });
    let is_barred = egui::Popup::is_any_open(ui.ctx())
        || ui.memory(|memory| memory.top_modal_layer().is_some())
        || std::mem::replace(&mut form.was_typing, ui.ctx().text_edit_focused());
    if !is_barred && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        return Answer::Left;
    }
    answer
}

/// The meeting of today that was cut off.
fn again_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> Option<Running> {
    let t = tokens(ui);
    let lang = view.lang;
    let meeting = cut_off(view.exhibition, here_and_now().0)?;
    let (joined, new) = joined(view.exhibition, meeting);
    let mut goes_on = false;
    let frame = egui::Frame::new()
        .fill(t.accent_soft.0)
        .corner_radius(8)
        .inner_margin(Margin::same(16));
    frame.show(ui, |ui| {
        ui.set_width(WIDTH - 32.0);
        let reached = meeting.entries.iter().filter(|entry| entry.is_reached()).count();
        let sentence = say::cut_off(lang, &meeting.start.to_string(), reached, meeting.entries.len());
        widgets::paragraph(ui, &sentence, 14.0, t.t1);
        if new > 0 {
            widgets::paragraph(ui, &say::joined(lang, new), 14.0, t.t1);
        }
        let button = Button::new(lang.of(say::GO_ON)).icon(i::ICON_PLAY_ARROW);
        goes_on = button.kind(Kind::Primary).show(ui).clicked();
    });
    ui.add_space(8.0);
    widgets::heading(ui, lang.of(say::NEW));
    goes_on.then(|| {
        let running = Running::of(&joined);
        if new > 0 {
            send.command(Command::SetMeeting(joined));
        }
        running
    })
}

fn form_ui(ui: &mut Ui, form: &mut BeginForm, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let units = view.exhibition.committees.iter();
    let choices: Vec<String> = [say::ALL, say::WAITING]
        .map(|word| lang.of(word).to_string())
        .into_iter()
        .chain(units.map(|unit| words::name_of(&unit.name, lang).to_string()))
        .collect();
    form.scope = form.scope.min(choices.len() - 1);
    widgets::heading(ui, lang.of(say::WHICH));
    ui.horizontal(|ui| {
        if let Some(scope) = widgets::dropdown(ui, lang.of(say::WHICH), &choices, form.scope, 320.0) {
            form.scope = scope;
        }
        let count = called(view.exhibition, form.scope(view.exhibition)).len();
        widgets::line(ui, &say::count(lang, count), font(14.0), t.t2, 32.0);
    });
    let third = (WIDTH - 16.0) / 3.0;
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.set_width(third);
            let (word, day) = (lang.of(minutes::DAY), form.day);
            widgets::heading(ui, word);
            ui.add_space(2.0);
            if let Some(day) = day_ui(ui, "meeting day", word, Some(day), here_and_now().0, lang, third) {
                form.day = day.unwrap_or(here_and_now().0);
            }
        });
        ui.vertical(|ui| {
            ui.set_width(third);
            widgets::heading(ui, lang.of(minutes::START));
            widgets::field(ui, &mut form.start, lang.of(minutes::START), "", third);
        });
        ui.vertical(|ui| {
            ui.set_width(third);
            widgets::heading(ui, lang.of(say::LIMIT));
            let unit = lang.of(say::MINUTES);
            let shown = f64::from(form.limit);
            ui.add_space(2.0);
            if let Some(limit) = crate::app::fields::number(ui, lang.of(say::LIMIT), shown, unit, third) {
                form.limit = limit.round().clamp(0.0, MOST_MINUTES) as u16;
            }
        });
    });
    widgets::line(ui, lang.of(say::LIMIT_HINT), font(12.0), t.t3, 18.0);
    let half = (WIDTH - 8.0) / 2.0;
    ui.horizontal(|ui| {
        for (word, text) in [(minutes::PLACE, &mut form.place), (minutes::CHAIR, &mut form.chair)] {
            ui.vertical(|ui| {
                ui.set_width(half);
                widgets::heading(ui, lang.of(word));
                widgets::field(ui, text, lang.of(word), "", half);
            });
        }
    });
    widgets::heading(ui, lang.of(minutes::PRESENT));
    let (outer, _) = ui.allocate_exact_size(vec2(WIDTH, 84.0), Sense::hover());
    let id = Id::unique("meeting present");
    area(ui, id, &mut form.present, lang.of(minutes::PRESENT), "", outer, 13.0);
    let past = view.exhibition.show.meetings.len();
    if past > 0 && widgets::link(ui, &past_words(lang, past)).clicked() {
        send.send(Message::Ask(Ask::Meetings));
    }
}

fn deeds_ui(ui: &mut Ui, form: &BeginForm, view: &View<'_>, send: &mut Sender) -> Option<Answer> {
    let t = tokens(ui);
    let lang = view.lang;
    let boards = called(view.exhibition, form.scope(view.exhibition));
    let meeting = form.meeting(view.exhibition, &boards);
    let wrong = match (&meeting, boards.is_empty()) {
        (_, true) => lang.of(say::NOTHING),
        (None, _) => lang.of(say::START_WRONG),
        (Some(_), false) => "",
    };
    widgets::line(ui, wrong, font(13.0), t.warn, 24.0);
    let mut answer = None;
    ui.horizontal(|ui| {
        let begin = Button::new(lang.of(say::BEGIN)).icon(i::ICON_SLIDESHOW);
        let begin = begin.kind(Kind::Primary).large().enabled(wrong.is_empty());
        let is_begun = begin.show(ui).clicked();
        if let (true, true, Some(meeting)) = (is_begun, wrong.is_empty(), meeting) {
            let running = Running {
                at: 0,
                ..Running::of(&meeting)
            };
            send.command(Command::SetMeeting(meeting));
            answer = Some(Answer::Begun(Box::new(running)));
        }
        let leave = format!("{}　Esc", lang.of(say::LEAVE));
        if Button::new(&leave).kind(Kind::Quiet).large().show(ui).clicked() {
            answer = Some(Answer::Left);
        }
    });
    answer
}
