//! A text under the keys of one frame: what each key, word and input method does to it and to its caret.

use super::writing::{Writing, offset_of};
use crate::app::actions::Action;
use crate::text::{Affinity, Move};
use egui::{Event, ImeEvent, Key, Modifiers};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Next,
    Previous,
}

/// A text under the keys of one frame.
pub struct Desk {
    pub text: String,
    pub writing: Writing,
    pub is_done: bool,
    /// Undo or redo was asked for.
    pub steps_back: Option<Action>,
    /// The next text of the board was asked for, or the one before.
    pub goes_to: Option<Way>,
    pub copied: Option<String>,
}

impl Desk {
    pub fn take(&mut self, event: &Event) {
        match event {
            Event::Text(text) if self.writing.preedit.is_empty() => self.insert(text),
            Event::Paste(text) => self.insert(&text.replace("\r\n", "\n")),
            Event::Copy => self.copied = self.chosen_words(),
            Event::Cut => {
                self.copied = self.chosen_words();
                if self.copied.is_some() {
                    self.insert("");
                }
            }
            Event::Ime(event) => self.compose(event),
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if self.writing.preedit.is_empty() => self.key(*key, *modifiers),
            _ => {}
        }
    }

    /// Unfinished text is only shown; a commit is text like any other.
    fn compose(&mut self, event: &ImeEvent) {
        match event {
            ImeEvent::Preedit { text, .. } if text != "\n" && text != "\r" => self.writing.preedit.clone_from(text),
            ImeEvent::Commit(text) if text != "\n" && text != "\r" => {
                self.writing.preedit.clear();
                if !text.is_empty() {
                    self.insert(text);
                }
            }
            ImeEvent::DeleteSurrounding {
                before_chars,
                after_chars,
            } => {
                for _ in 0..*after_chars {
                    self.delete(Move::NextCharacter);
                }
                for _ in 0..*before_chars {
                    self.delete(Move::PreviousCharacter);
                }
            }
            _ => {}
        }
    }

    fn chosen_words(&self) -> Option<String> {
        let words = self.text.get(self.writing.chosen())?;
        (!words.is_empty()).then(|| words.to_string())
    }

    /// In place of what is chosen.
    fn insert(&mut self, words: &str) {
        let chosen = self.writing.chosen();
        let clean: String = words.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        self.text.replace_range(chosen.clone(), &clean);
        self.writing.set(chosen.start + clean.len(), false);
        self.writing.is_behind = true;
    }

    fn delete(&mut self, by: Move) {
        if self.writing.chosen().is_empty() {
            let to = self.moved(by);
            self.writing.set(to, true);
        }
        self.insert("");
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) {
        let has_command = modifiers.command;
        match key {
            Key::Escape => self.is_done = true,
            Key::Enter => self.insert("\n"),
            Key::Tab if has_command => {}
            Key::Tab if modifiers.shift => self.goes_to = Some(Way::Previous),
            Key::Tab => self.goes_to = Some(Way::Next),
            Key::Backspace if has_command => self.delete(Move::PreviousWord),
            Key::Backspace => self.delete(Move::PreviousCharacter),
            Key::Delete if has_command => self.delete(Move::NextWord),
            Key::Delete => self.delete(Move::NextCharacter),
            Key::A if has_command => {
                self.writing.set(0, false);
                self.writing.set(self.text.len(), true);
            }
            Key::Z if has_command && modifiers.shift => self.steps_back = Some(Action::Redo),
            Key::Z if has_command => self.steps_back = Some(Action::Undo),
            Key::Y if has_command => self.steps_back = Some(Action::Redo),
            _ => {
                if let Some(by) = self.step_of(key, modifiers) {
                    self.go(by, modifiers.shift);
                }
            }
        }
    }

    /// Along the lines of the text as it stands: in columns the arrows go the other way round.
    fn step_of(&mut self, key: Key, modifiers: Modifiers) -> Option<Move> {
        let is_vertical = self.writing.place().is_some_and(|place| place.text.is_vertical());
        let goal = self.goal();
        let by_word = modifiers.command || modifiers.alt;
        let next = if by_word { Move::NextWord } else { Move::NextCharacter };
        let previous = if by_word {
            Move::PreviousWord
        } else {
            Move::PreviousCharacter
        };
        Some(match (key, is_vertical) {
            (Key::ArrowRight, false) | (Key::ArrowDown, true) => next,
            (Key::ArrowLeft, false) | (Key::ArrowUp, true) => previous,
            (Key::ArrowDown, false) | (Key::ArrowLeft, true) => Move::NextLine(goal),
            (Key::ArrowUp, false) | (Key::ArrowRight, true) => Move::PreviousLine(goal),
            (Key::Home, _) if modifiers.command => Move::TextStart,
            (Key::End, _) if modifiers.command => Move::TextEnd,
            (Key::Home, _) => Move::LineStart,
            (Key::End, _) => Move::LineEnd,
            _ => return None,
        })
    }

    fn goal(&self) -> f64 {
        let position = self.writing.position(&self.text, self.writing.caret);
        let own = || self.writing.place().map(|place| place.text.carets().goal(position));
        self.writing.goal.or_else(own).unwrap_or(0.0)
    }

    fn go(&mut self, by: Move, keeps_anchor: bool) {
        // Without Shift an arrow first drops what is chosen, at the end it points to.
        let chosen = self.writing.chosen();
        if !keeps_anchor && !chosen.is_empty() && matches!(by, Move::NextCharacter | Move::PreviousCharacter) {
            let to = if by == Move::NextCharacter {
                chosen.end
            } else {
                chosen.start
            };
            self.writing.set(to, false);
            return;
        }
        let goal = match by {
            Move::NextLine(goal) | Move::PreviousLine(goal) => Some(goal),
            _ => None,
        };
        let to = self.moved(by);
        let is_at_end = matches!(by, Move::LineEnd);
        self.writing.set(to, keeps_anchor);
        self.writing.goal = goal;
        if is_at_end {
            self.writing.affinity = Affinity::Before;
        }
    }

    /// Where the caret goes; by the letters alone where the text is not laid as it is now.
    fn moved(&self, by: Move) -> usize {
        let from = self.writing.position(&self.text, self.writing.caret);
        match self.writing.place().filter(|_| !self.writing.is_behind) {
            Some(place) => offset_of(&self.text, place.text.carets().moved(from, by)),
            None => by_letters(&self.text, self.writing.caret, by),
        }
    }
}

pub fn by_letters(text: &str, at: usize, by: Move) -> usize {
    let before = || text[..at].chars().next_back().map_or(0, char::len_utf8);
    let after = || text[at..].chars().next().map_or(0, char::len_utf8);
    match by {
        Move::PreviousCharacter | Move::PreviousWord => at - before(),
        Move::NextCharacter | Move::NextWord => at + after(),
        Move::LineStart => text[..at].rfind('\n').map_or(0, |at| at + 1),
        Move::LineEnd => text[at..].find('\n').map_or(text.len(), |end| at + end),
        Move::TextStart => 0,
        Move::TextEnd => text.len(),
        Move::NextLine(_) | Move::PreviousLine(_) => at,
    }
}
