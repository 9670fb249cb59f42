//! Text fields of the inspector: what is typed stays in a scratch text and goes to the board when the hand rests, when
//! the focus leaves, never in the middle of a composition. Esc puts back what stood there.

use super::BoardPane;
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::field_look;
pub use crate::model::part::Spot;
use crate::model::{Command, Exhibition, RichText, TwoScript};
use egui::{Event, Id, ImeEvent, Key, Margin, Response, StrokeKind, TextEdit, Ui};
use std::ops::Range;

/// A field with the focus.
pub struct Typing {
    pub spot: Spot,
    text: String,
    /// As it last went to the board.
    kept: String,
    /// As it stood when the focus came.
    before: Option<TwoScript>,
    changed: f64,
    is_composing: bool,
    /// The frame in which the field was last shown.
    pub frame: u64,
}

/// Words chosen in a text field.
#[derive(Clone)]
pub struct ChosenPart {
    pub spot: Spot,
    /// In characters.
    range: Range<usize>,
    words: String,
}

impl ChosenPart {
    /// These bytes of a text; `None` where there are none.
    pub fn of(spot: Spot, plain: &str, part: Range<usize>) -> Option<ChosenPart> {
        let words = plain.get(part.clone())?.to_string();
        let start = plain.get(..part.start)?.chars().count();
        let range = start..start + words.chars().count();
        (!words.is_empty()).then_some(ChosenPart { spot, range, words })
    }

    /// Its bytes in the text on the board; `None` where that was rewritten meanwhile and has other words there. While
    /// its field `is_typing` the board may be behind.
    pub fn in_text(&self, plain: &str, is_typing: bool) -> Option<Range<usize>> {
        let at = |index: usize| plain.char_indices().nth(index).map_or(plain.len(), |(at, _)| at);
        let part = at(self.range.start)..at(self.range.end);
        let is_there = is_typing || plain[part.clone()] == self.words;
        (is_there && !part.is_empty()).then_some(part)
    }
}

/// Seconds without a key before the board follows.
const PAUSE: f64 = 0.4;

impl Typing {
    /// `None` where nothing was changed.
    pub fn command(&self, exhibition: &Exhibition) -> Option<Command> {
        self.spot.put(exhibition, self.typed(exhibition)?)
    }

    fn typed(&self, exhibition: &Exhibition) -> Option<TwoScript> {
        if self.text == self.kept {
            return None;
        }
        Some(self.spot.two(exhibition)?.retexted(&self.text, self.spot.is_other))
    }

    pub fn finish(&self, exhibition: &Exhibition, send: &mut Sender) {
        if let Some(command) = self.command(exhibition) {
            send.command(command);
        }
    }
}

/// A field as high as its text, up to `most_rows`.
pub fn field_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    spot: Spot,
    shown: &RichText,
    name: &str,
    send: &mut Sender,
) -> Response {
    let t = tokens(ui);
    let id = Id::unique(("board text", spot));
    let shown = shown.to_plain();
    let is_mine = pane.typing.as_ref().is_some_and(|typing| typing.spot == spot);
    let mut text = match pane.typing.as_mut().filter(|_| is_mine) {
        Some(typing) => std::mem::take(&mut typing.text),
        None => shown.clone(),
    };
    let shape = ui.painter().add(egui::Shape::Noop);
    let response = ui
        .add(
            TextEdit::multiline(&mut text)
                .id(id)
                .font(font(13.0))
                .frame(egui::Frame::new().inner_margin(Margin::symmetric(8, 6)))
                .desired_width(ui.available_width())
                .desired_rows(1),
        )
        .accessible_name(name);
    let (fill, stroke) = field_look(t, &response);
    ui.painter().set(
        shape,
        egui::epaint::RectShape::new(response.rect, 6, fill, stroke, StrokeKind::Inside),
    );
    if pane.wants_keys == Some(spot) {
        pane.wants_keys = None;
        response.request_focus();
        response.scroll_to_me(None);
        // The whole text is chosen, so that typing replaces a sample text.
        choose(ui, id, 0..text.chars().count());
    }
    if pane.wants_back == Some(spot) {
        pane.wants_back = None;
        response.request_focus();
        // A field that loses the keyboard forgets what was chosen.
        if let Some(part) = pane.part.as_ref().filter(|part| part.spot == spot) {
            choose(ui, id, part.range.clone());
        }
    }
    if response.has_focus() {
        let part = chosen_part(ui, id, spot, &text);
        let is_other = pane.part.as_ref().is_some_and(|other| other.spot != spot);
        if part.is_some() || !is_other {
            pane.part = part;
        }
    }
    follow(ui, pane, view, spot, &response, text, shown, send);
    response
}

/// What stands between the two ends of the choice, if it holds anything.
fn chosen_part(ui: &Ui, id: Id, spot: Spot, text: &str) -> Option<ChosenPart> {
    let range = TextEdit::load_state(ui.ctx(), id)?.cursor.char_range()?;
    let (one, other) = (range.primary.index, range.secondary.index);
    let range = one.min(other).0..one.max(other).0;
    let words = text.chars().skip(range.start).take(range.len()).collect();
    (one != other).then_some(ChosenPart { spot, range, words })
}

/// Chooses characters of a field.
fn choose(ui: &Ui, id: Id, part: Range<usize>) {
    let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    let at = egui::text::CCursor::new;
    let range = egui::text::CCursorRange::two(at(part.start), at(part.end));
    state.cursor.set_char_range(Some(range));
    TextEdit::store_state(ui.ctx(), id, state);
}

fn follow(
    ui: &Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    spot: Spot,
    response: &Response,
    text: String,
    shown: String,
    send: &mut Sender,
) {
    let (time, frame) = (ui.input(|input| input.time), ui.ctx().cumulative_frame_nr());
    let is_mine = pane.typing.as_ref().is_some_and(|typing| typing.spot == spot);
    if response.has_focus() && !is_mine {
        if let Some(other) = pane.typing.take() {
            other.finish(view.exhibition, send);
        }
        pane.typing = Some(Typing {
            spot,
            text,
            kept: shown,
            before: spot.two(view.exhibition),
            changed: time,
            is_composing: false,
            frame,
        });
        return;
    }
    let Some(typing) = pane.typing.as_mut().filter(|_| is_mine) else {
        return;
    };
    typing.frame = frame;
    // Changed elsewhere (undo, a settled character) while nothing new was typed: the field follows.
    let is_behind = shown != typing.kept && text == typing.kept;
    typing.text = if is_behind { shown.clone() } else { text };
    if is_behind {
        typing.kept = shown;
    }
    if response.changed() {
        typing.changed = time;
    }
    typing.is_composing = composing(ui, typing.is_composing);
    if response.lost_focus() || !response.has_focus() {
        let Some(typing) = pane.typing.take() else { return };
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            restore(view, &typing, send);
        } else {
            let typed = typing.typed(view.exhibition);
            pane.flushed = typed.map(|two| (frame, spot, two));
            typing.finish(view.exhibition, send);
        }
        return;
    }
    if typing.text == typing.kept {
        return;
    }
    if typing.is_composing || time - typing.changed < PAUSE {
        let wait = (PAUSE - (time - typing.changed)).max(0.05);
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(wait));
        return;
    }
    typing.finish(view.exhibition, send);
    typing.kept = typing.text.clone();
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

fn restore(view: &View<'_>, typing: &Typing, send: &mut Sender) {
    let Some(before) = typing.before.clone() else { return };
    if typing.spot.two(view.exhibition).as_ref() != Some(&before)
        && let Some(command) = typing.spot.put(view.exhibition, before)
    {
        send.command(command);
    }
}
