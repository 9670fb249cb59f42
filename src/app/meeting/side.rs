//! Beside the board: its place in the plaza, what was said of it, the note, what is decided.

use super::deeds::barred;
use super::{Note, Running, area, say};
use crate::app::plaza::small_plan;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Icon};
use crate::app::words;
use crate::export::papers::decision_word;
use crate::model::{BoardState, Command, Decision, MeetingEntry};
use egui::{
    Color32, Event, Id, ImeEvent, Key, Modifiers, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;
use std::time::Duration;

const EDGE: f32 = 20.0;
const BUTTON: f32 = 48.0;
const GAP: f32 = 8.0;
/// Seconds without a key before a note is on the disk: nothing is lost when the current fails.
const REST: f64 = 1.5;

pub fn side_ui(ui: &mut Ui, running: &mut Running, view: &View<'_>, entry: &MeetingEntry, send: &mut Sender) {
    let t = tokens(ui);
    let whole = ui.max_rect();
    ui.painter()
        .vline(whole.left() + 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    let inner = whole.shrink2(vec2(EDGE, 16.0));
    let cut = |from: f32, to: f32| Rect::from_min_max(pos2(inner.left(), from), pos2(inner.right(), to));
    let plan = (inner.height() * 0.27).clamp(90.0, 280.0);
    let plan = cut(inner.top(), inner.top() + plan);
    plan_ui(ui, view, entry, plan);
    // From below: buttons, the note above them, what was said before in between.
    let buttons = 3.0 * BUTTON * super::scale(ui) + 2.0 * GAP;
    let buttons = cut(inner.bottom() - buttons, inner.bottom());
    let note = (inner.height() * 0.21).clamp(84.0, 220.0);
    let note = cut(buttons.top() - 14.0 - note, buttons.top() - 14.0);
    said_ui(ui, running, view, entry, cut(plan.bottom() + 12.0, note.top() - 12.0));
    note_ui(ui, running, view, entry, note, send);
    decisions_ui(ui, running, view, entry, buttons, send);
}

/// The plaza the board stands in, with its place.
fn plan_ui(ui: &Ui, view: &View<'_>, entry: &MeetingEntry, place: Rect) {
    let t = tokens(ui);
    let lang = view.lang;
    ui.painter()
        .rect(place, 6, t.ground.0, Stroke::new(1.0, t.line.0), StrokeKind::Inside);
    let plazas = &view.exhibition.plazas;
    let Some(plaza) = plazas.iter().find(|plaza| plaza.places.contains_key(&entry.board)) else {
        let galley = widgets::elided(ui, lang.of(say::NO_PLACE), font(14.0), t.t2.0, place.width() - 24.0);
        let left = place.center().x - galley.size().x / 2.0;
        widgets::paint_middle(ui, left, place.center().y, galley, t.t2.0);
        told(ui, place, lang.of(say::NO_PLACE));
        return;
    };
    let has_several = plazas.len() > 1;
    let foot = if has_several { 24.0 } else { 0.0 };
    let ground = Rect::from_min_max(place.min, place.max - vec2(0.0, foot)).shrink(12.0);
    let painter_clip = ui.painter().with_clip_rect(place);
    small_plan(ui, view.exhibition, plaza, Some(entry.board), ground);
    if has_several {
        let at = pos2(place.left() + 12.0, place.bottom() - 8.0);
        painter_clip.text(at, egui::Align2::LEFT_BOTTOM, &plaza.name, font(13.0), t.t2.0);
    }
    told(ui, place, lang.of(say::SMALL_PLAN));
}

fn told(ui: &Ui, place: Rect, words: &str) {
    let response = ui.interact(place, ui.scope_id().with("plan"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
}

/// The decision of today, then what earlier meetings said.
fn said_ui(ui: &mut Ui, running: &Running, view: &View<'_>, entry: &MeetingEntry, place: Rect) {
    let t = tokens(ui);
    let lang = view.lang;
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    child.set_clip_rect(place.intersect(ui.clip_rect()));
    let ui = &mut child;
    let k = super::scale(ui);
    ui.spacing_mut().item_spacing.y = 4.0;
    if let Some(decision) = entry.decision {
        let (icon, colour) = look(ui, decision);
        let (rect, response) = ui.allocate_exact_size(vec2(place.width(), 32.0 * k), Sense::hover());
        let word = lang.of(decision_word(decision));
        let spoken = format!("{}：{word}", lang.of(crate::base::say::minutes::RESULT));
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
        widgets::paint_icon_filled(
            ui,
            icon,
            pos2(rect.left() + 12.0 * k, rect.center().y),
            24.0 * k,
            colour,
        );
        let words = Rect::from_min_max(pos2(rect.left() + 32.0 * k, rect.top()), rect.max);
        widgets::text_in(ui, words, word, bold(20.0 * k), colour);
    }
    let earlier: Vec<_> = view
        .exhibition
        .said_of(entry.board)
        .filter(|(meeting, _)| meeting.id != running.id)
        .collect();
    if earlier.is_empty() {
        widgets::line(ui, lang.of(say::NO_EARLIER), font(13.0 * k), t.t3, 24.0 * k);
        return;
    }
    widgets::line(ui, lang.of(say::EARLIER), bold(13.0 * k), t.t2, 24.0 * k);
    ScrollArea::vertical()
        .id_salt("earlier notes")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for (meeting, said) in earlier {
                let word = said.decision.map_or("", |decision| lang.of(decision_word(decision)));
                widgets::line(ui, &format!("{}　{word}", meeting.day), font(13.0 * k), t.t3, 20.0 * k);
                if !said.note.is_empty() {
                    widgets::paragraph(ui, &said.note, 15.0 * k, t.t1);
                }
            }
        });
}

fn note_ui(ui: &mut Ui, running: &mut Running, view: &View<'_>, entry: &MeetingEntry, place: Rect, send: &mut Sender) {
    let lang = view.lang;
    let id = Id::unique(("meeting note", running.id, entry.board));
    let was_open = running.note.as_ref().is_some_and(|note| note.board == entry.board);
    let mut note = running.note.take().filter(|_| was_open).unwrap_or_else(|| Note {
        board: entry.board,
        text: entry.note.clone(),
        before: entry.note.clone(),
        is_composing: false,
        changed: 0.0,
        drafted: None,
    });
    let is_composing = composing(ui, note.is_composing);
    if !note.is_composing {
        note.before.clone_from(&note.text);
    }
    // The input method needs Ctrl and Enter for itself while a word is open.
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let is_done = has_focus && !is_composing && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    if std::mem::take(&mut running.wants_note) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let hint = lang.of(if running.asks_why {
        say::WHY_HINT
    } else {
        say::NOTE_HINT
    });
    let response = area(
        ui,
        id,
        &mut note.text,
        lang.of(say::NOTE),
        hint,
        place,
        17.0 * super::scale(ui),
    );
    note.is_composing = is_composing;
    let now = ui.input(|input| input.time);
    if response.changed() {
        note.changed = now;
    }
    if !is_composing {
        note.before.clone_from(&note.text);
    }
    if is_done {
        response.surrender_focus();
    }
    let has_focus = response.has_focus() && !is_done;
    if has_focus {
        let is_new = note.settled() != note.drafted.as_deref().unwrap_or(&entry.note);
        let wait = REST - (now - note.changed);
        if is_new && wait > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(wait + 0.01));
        } else if is_new && let Some(meeting) = running.with_note(view.exhibition, &note) {
            note.drafted = Some(note.settled().to_string());
            send.send(Message::Draft(Command::SetMeeting(meeting)));
        }
        running.note = Some(note);
    } else if was_open {
        running.note = Some(note);
        running.keep_note(view, send);
        running.asks_why = false;
    }
}

fn composing(ui: &Ui, was: bool) -> bool {
    ui.input(|input| {
        input.events.iter().fold(was, |was, event| match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => !text.is_empty(),
            Event::Ime(ImeEvent::Commit(_)) => false,
            _ => was,
        })
    })
}

fn look(ui: &Ui, decision: Decision) -> (Icon, Color32) {
    let t = tokens(ui);
    match decision {
        Decision::Approved => (i::ICON_CHECK_CIRCLE, t.ok.0),
        Decision::Returned => (i::ICON_REPLY, t.error.0),
        Decision::HeldOver => (i::ICON_UPDATE, t.warn.0),
    }
}

/// As a button says it: the deed, not yet done.
fn deed(decision: Decision) -> words::Words {
    match decision {
        Decision::Approved => words::decision(BoardState::Approved),
        Decision::Returned => words::decision(BoardState::Returned),
        Decision::HeldOver => ["下次再议", "下次再議", "Hold over"],
    }
}

fn decisions_ui(
    ui: &mut Ui,
    running: &mut Running,
    view: &View<'_>,
    entry: &MeetingEntry,
    place: Rect,
    send: &mut Sender,
) {
    let lang = view.lang;
    for (at, decision) in Decision::ALL.into_iter().enumerate() {
        let high = BUTTON * super::scale(ui);
        let top = place.top() + at as f32 * (high + GAP);
        let rect = Rect::from_min_size(pos2(place.left(), top), vec2(place.width(), high));
        let why_not = barred(view, entry, decision);
        let is_taken = entry.decision == Some(decision);
        if decision_ui(ui, rect, decision, at + 1, lang.of(deed(decision)), is_taken, why_not) {
            running.decide(view, decision, send);
        }
    }
}

/// A large button with its key; `true` when it is clicked.
fn decision_ui(
    ui: &Ui,
    rect: Rect,
    decision: Decision,
    key: usize,
    word: &str,
    is_taken: bool,
    why_not: Option<&str>,
) -> bool {
    let t = tokens(ui);
    let k = super::scale(ui);
    let is_open = why_not.is_none();
    let sense = if is_open { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("decide", key)), sense);
    response.widget_info(|| WidgetInfo::selected(Role::Button, is_open, is_taken, word));
    let (icon, colour) = look(ui, decision);
    let fill = if is_taken {
        colour.gamma_multiply(0.16)
    } else if !is_open {
        t.field.0
    } else if response.is_pointer_button_down_on() {
        t.press.0
    } else if response.hovered() {
        t.hover.0
    } else {
        t.panel.0
    };
    let outline = match (is_taken, is_open) {
        (true, _) => Stroke::new(2.0, colour),
        (false, true) => Stroke::new(1.0, t.line2.0),
        (false, false) => Stroke::new(1.0, t.line.0),
    };
    ui.painter().rect(rect, 8, fill, outline, StrokeKind::Inside);
    let (ink, mark) = match (is_open, is_taken) {
        (_, true) => (t.t1.0, colour),
        (true, false) => (t.t1.0, colour),
        (false, false) => (t.off.0, t.off.0),
    };
    widgets::paint_icon_filled(ui, icon, pos2(rect.left() + 26.0, rect.center().y), 22.0, mark);
    let words = Rect::from_min_max(pos2(rect.left() + 48.0, rect.top()), rect.max - vec2(48.0, 0.0));
    widgets::text_in(
        ui,
        words,
        word,
        if is_taken { bold(17.0 * k) } else { font(17.0 * k) },
        ink,
    );
    let cap = Rect::from_center_size(pos2(rect.right() - 28.0, rect.center().y), vec2(28.0, 28.0));
    let outline = Stroke::new(1.0, t.line2.0);
    ui.painter().rect(cap, 6, t.panel.0, outline, StrokeKind::Inside);
    let face = bold(16.0);
    let middle = egui::Align2::CENTER_CENTER;
    ui.painter()
        .text(cap.center(), middle, key, face, if is_open { t.t2.0 } else { t.off.0 });
    widgets::focus_ring(ui, &response, rect, 8);
    let is_clicked = is_open && response.clicked();
    if let Some(why) = why_not {
        response.on_hover_text(why);
    }
    is_clicked
}
