//! Keys of the meeting, those of clickers among them. While a note is written they belong to it.

use super::{Running, say};
use crate::app::fields::DIGITS;
use crate::app::view::{Message, Sender, View};
use crate::model::{Decision, Meeting};
use egui::{Event, Key, Modifiers, Ui};

/// Boards of a show have at most so many digits in their number.
const MOST_DIGITS: usize = 4;

/// `true` when the meeting is to be left.
pub fn keys(ui: &Ui, running: &mut Running, view: &View<'_>, meeting: &Meeting, send: &mut Sender) -> bool {
    let is_barred = egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    // Esc has taken the keyboard from the note already: it belonged to it all the same.
    if is_barred || running.note.is_some() || ui.ctx().text_edit_focused() {
        return false;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Escape) {
        if running.jump.take().is_some() {
            return false;
        }
        return true;
    }
    if running.jump.is_some() {
        jump_keys(ui, running, view, meeting, send);
        return false;
    }
    let last = meeting.entries.len().saturating_sub(1);
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let before = is_free && ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Space));
    let next = [Key::ArrowRight, Key::ArrowDown, Key::PageDown].map(pressed);
    let previous = [Key::ArrowLeft, Key::ArrowUp, Key::PageUp].map(pressed);
    let to = if next.contains(&true) || (is_free && pressed(Key::Space)) {
        Some((running.at + 1).min(last))
    } else if before || previous.contains(&true) {
        Some(running.at.saturating_sub(1))
    } else if pressed(Key::Home) {
        Some(0)
    } else {
        pressed(Key::End).then_some(last)
    };
    if let Some(to) = to {
        running.go_to(to, view, send);
        return false;
    }
    for (key, decision) in DIGITS[1..].iter().zip(Decision::ALL) {
        if pressed(*key) {
            forget_typed(ui);
            running.decide(view, decision, send);
            return false;
        }
    }
    if pressed(Key::N) {
        forget_typed(ui);
        running.wants_note = true;
        return false;
    }
    let digit = (0..10).filter(|digit| !(1..=3).contains(digit));
    if let Some(digit) = digit.into_iter().find(|digit| pressed(DIGITS[*digit])) {
        running.jump = Some(digit.to_string());
    } else if is_free && pressed(Key::Enter) {
        running.jump = Some(String::new());
    }
    false
}

/// The letter of a key does not go into the field that it opens.
fn forget_typed(ui: &Ui) {
    ui.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_))));
}

pub fn back(running: &mut Running, view: &View<'_>, send: &mut Sender) {
    running.shows_end = false;
    running.keep_times(view, false, send);
}

fn jump_keys(ui: &Ui, running: &mut Running, view: &View<'_>, meeting: &Meeting, send: &mut Sender) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let Some(typed) = &mut running.jump else { return };
    for (digit, key) in DIGITS.iter().enumerate() {
        if pressed(*key) && typed.len() < MOST_DIGITS {
            typed.push_str(&digit.to_string());
        }
    }
    if pressed(Key::Backspace) {
        typed.pop();
    }
    if !pressed(Key::Enter) {
        return;
    }
    let typed = running.jump.take().unwrap_or_default();
    let Ok(number) = typed.parse::<u32>() else { return };
    match meeting.entries.iter().position(|entry| entry.number == number) {
        Some(at) => running.go_to(at, view, send),
        None => send.send(Message::Toast(say::no_such(view.lang, &typed), false)),
    }
}
