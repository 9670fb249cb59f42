//! Writing on the board itself: caret, selection, keys, clipboard, input methods. Every finished character goes to the
//! board at once, those of one burst are one undo step; what an input method has not finished stays here.

use super::chosen::reading_order;
use super::parts::{self, Part};
use super::typing::{ChosenPart, Spot};
use super::writing_keys::{Desk, Way};
use super::{BoardPane, Scene, say};
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::geom::{Point, Rect};
use crate::layout::{Laid, TextBox};
use crate::model::{ElementId, ElementKind, MOST_CELLS, TableElement, TwoScript};
use crate::text::{Affinity, Move, Position};
use egui::{Event, Ui};
use std::ops::Range;
use std::sync::Arc;

/// A text with a caret in it.
pub struct Writing {
    pub spot: Spot,
    /// Bytes of the plain text: where the caret stands, and the other end of what is chosen.
    pub caret: usize,
    pub anchor: usize,
    pub(super) affinity: Affinity,
    /// How far along its line the caret wants to stay while it goes from line to line.
    pub(super) goal: Option<f64>,
    /// What the input method has not finished.
    pub preedit: String,
    /// The caret has moved: it must be seen.
    pub wants_view: bool,
    /// The hand draws a selection.
    pub is_drawing: bool,
    /// The texts of the element as they stand in the frame they were asked for.
    boxes: Option<(Arc<Laid>, Vec<Place>)>,
    /// Characters not yet laid: the boxes are behind until the next frame.
    pub(super) is_behind: bool,
}

/// A text of the element that can be written in where it stands.
pub struct Place {
    pub spot: Spot,
    pub text: TextBox,
}

impl Writing {
    pub fn new(spot: Spot, caret: usize) -> Writing {
        Writing {
            spot,
            caret,
            anchor: caret,
            affinity: Affinity::After,
            goal: None,
            preedit: String::new(),
            wants_view: true,
            is_drawing: false,
            boxes: None,
            is_behind: false,
        }
    }

    pub fn chosen(&self) -> Range<usize> {
        self.caret.min(self.anchor)..self.caret.max(self.anchor)
    }

    /// The last text before this one that stands on the board: beside it a blank one begins.
    pub fn place_before(&self, kind: &ElementKind) -> Option<&Place> {
        let order = parts::written(kind);
        let rank = |part: Part| order.iter().position(|other| *other == part);
        let before = |place: &&Place| rank(place.spot.part) < rank(self.spot.part);
        self.places().iter().rev().find(before)
    }

    /// The box that is written in; none while the text is empty.
    pub fn place(&self) -> Option<&Place> {
        let (_, places) = self.boxes.as_ref()?;
        places.iter().find(|place| place.spot == self.spot)
    }

    pub fn places(&self) -> &[Place] {
        self.boxes.as_ref().map_or(&[], |(_, places)| places)
    }

    pub fn position(&self, plain: &str, at: usize) -> Position {
        let mut position = position_of(plain, at);
        position.affinity = self.affinity;
        position
    }

    pub fn set(&mut self, caret: usize, keeps_anchor: bool) {
        self.caret = caret;
        if !keeps_anchor {
            self.anchor = caret;
        }
        self.goal = None;
        self.affinity = Affinity::After;
        self.wants_view = true;
    }

    /// Where a point of the board is in a text; of two texts, the one it lies nearer to.
    pub fn at(&self, point: Point) -> Option<(Spot, usize)> {
        let inside = |place: &&Place| hit_box(&place.text, point) <= 0.0;
        let places = || self.places().iter();
        let nearest = || places().min_by(|a, b| hit_box(&a.text, point).total_cmp(&hit_box(&b.text, point)));
        let place = places().find(inside).or_else(nearest)?;
        let own = place.text.at.inverse()?.apply(point);
        let position = place.text.carets().position_at(own);
        Some((place.spot, offset_of(&place.text.plain(), position)))
    }

    fn renew(&mut self, pane_script: Option<crate::script::Script>, scene: &Scene<'_>) {
        let is_same = |(laid, _): &(Arc<Laid>, Vec<Place>)| Arc::ptr_eq(laid, scene.laid);
        if !self.boxes.as_ref().is_some_and(is_same) {
            let places = places(scene, self.spot.element, pane_script);
            self.boxes = Some((scene.laid.clone(), places));
        }
        self.is_behind = false;
    }
}

/// How far outside a text's lines a point is, in mm; 0 inside.
fn hit_box(text: &TextBox, point: Point) -> f64 {
    let Some(own) = text.at.inverse().map(|back| back.apply(point)) else {
        return f64::INFINITY;
    };
    let carets = text.carets();
    let end = carets.moved(position_of("", 0), Move::TextEnd);
    let lines = carets.selection(position_of("", 0), end);
    let off = |area: &Rect| {
        let x = (area.x - own.x).max(own.x - area.right()).max(0.0);
        let y = (area.y - own.y).max(own.y - area.bottom()).max(0.0);
        x.hypot(y)
    };
    lines.iter().map(off).fold(f64::INFINITY, f64::min)
}

/// The texts of an element where they stand on the board, in the order of its parts.
fn places(scene: &Scene<'_>, element: ElementId, script: Option<crate::script::Script>) -> Vec<Place> {
    let Some(found) = scene.board.element(element) else {
        return Vec::new();
    };
    let boxes = scene
        .view
        .cache
        .boxes(scene.view.exhibition, scene.board, script, element);
    // How much of each box has found its text.
    let mut taken = vec![None; boxes.len()];
    let mut places = Vec::new();
    for part in parts::written(&found.kind) {
        for is_other in [false, true] {
            let spot = Spot {
                board: scene.board.id,
                element,
                part,
                is_other,
            };
            let Some(plain) = plain_of(scene, spot) else { continue };
            let whole = (0..boxes.len()).find(|at| taken[*at].is_none() && boxes[*at].plain() == plain);
            let text = match whole {
                Some(at) => {
                    taken[at] = Some(usize::MAX);
                    Some(boxes[at].clone())
                }
                None => boxes.iter().zip(&mut taken).find_map(|(text, taken)| {
                    let (text, end) = text.as_written(&plain, taken.unwrap_or(0))?;
                    *taken = Some(end);
                    Some(text)
                }),
            };
            places.extend(text.map(|text| Place { spot, text }));
        }
    }
    places
}

fn plain_of(scene: &Scene<'_>, spot: Spot) -> Option<String> {
    let two = spot.two(scene.view.exhibition)?;
    Some(two.typed(spot.is_other)?.to_plain())
}

/// Opens an element's text for writing where a point of the board is, else at its end; `false` where it cannot be
/// written in place: what stands there is made from what was typed.
pub fn start(
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    session: &mut Session,
    element: ElementId,
    at: Option<Point>,
) -> bool {
    let places = places(scene, element, pane.script);
    let first = places.first().map(|place| place.spot);
    let Some(first) = first.or_else(|| empty_text(scene, element)) else {
        return false;
    };
    let mut writing = Writing::new(first, 0);
    writing.boxes = Some((scene.laid.clone(), places));
    let (spot, at) = at.and_then(|at| writing.at(at)).unwrap_or_else(|| {
        let end = plain_of(scene, first).map_or(0, |plain| plain.len());
        (first, end)
    });
    (writing.spot, writing.caret, writing.anchor) = (spot, at, at);
    pane.choose_just(scene.board, session, &[element]);
    pane.writing = Some(writing);
    true
}

/// Into the text that was just added, all of it chosen: what is written takes its place.
pub fn begin_next(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session) {
    let is_there = |element: &ElementId| scene.board.element(*element).is_some();
    let Some(element) = pane.write_next.filter(is_there) else {
        return;
    };
    pane.write_next = None;
    if start(pane, scene, session, element, None)
        && let Some(writing) = &mut pane.writing
    {
        writing.anchor = 0;
    }
}

impl BoardPane {
    pub fn is_writing(&self) -> bool {
        self.writing.is_some()
    }

    /// What was written stays; the next thing is a step of its own.
    pub(super) fn stop_writing(&mut self, send: &mut Sender) {
        if self.writing.take().is_some() {
            self.settle(send);
        }
    }
}

/// Keys, text and input methods while a text is written in; `false`: nothing is, and they are the canvas's.
pub fn keys_ui(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) -> bool {
    let Some(mut writing) = pane.writing.take() else {
        return false;
    };
    let is_chosen = session.element == Some(writing.spot.element) && pane.also.is_empty();
    let two = writing.spot.two(scene.view.exhibition);
    let plain = plain_of(scene, writing.spot);
    let (Some(two), Some(plain), true) = (two, plain, is_chosen && writing.spot.board == scene.board.id) else {
        pane.settle(send);
        return false;
    };
    let id = super::keys::canvas_id();
    if ui.memory(|memory| memory.focused()).is_none() && !egui::Popup::is_any_open(ui.ctx()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let is_focused = ui.memory(|memory| memory.has_focus(id));
    writing.renew(pane.script, scene);
    writing.caret = floor(&plain, writing.caret);
    writing.anchor = floor(&plain, writing.anchor);
    if !is_focused {
        // A button or a field has the keyboard; what is chosen stays chosen.
        writing.preedit.clear();
        pane.writing = Some(writing);
        return true;
    }
    let filter = egui::EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let mut desk = Desk {
        text: plain.clone(),
        writing,
        is_done: false,
        steps_back: None,
        goes_to: None,
        copied: None,
    };
    let events: Vec<Event> = ui.input(|input| input.events.clone());
    for event in &events {
        match event {
            Event::Paste(text) if fill_cells(scene, desk.writing.spot, text, send) => {
                pane.settle(send);
                return true;
            }
            _ => desk.take(event),
        }
    }
    if let Some(words) = desk.copied {
        ui.ctx().copy_text(words);
    }
    let writing = desk.writing;
    if desk.text != plain {
        pane.step(ui.ctx(), send);
        put(scene, writing.spot, two, &desk.text, send);
    }
    pane.part = ChosenPart::of(writing.spot, &desk.text, writing.chosen());
    if let Some(action) = desk.steps_back {
        pane.settle(send);
        send.act(action);
    }
    match desk.goes_to {
        _ if desk.is_done => pane.settle(send),
        Some(way) => go_on(pane, scene, session, writing, way, send),
        None => pane.writing = Some(writing),
    }
    true
}

/// Cells of a spreadsheet go into the table from the cell that is written in on; `false` where there is no such cell, or
/// they are none.
fn fill_cells(scene: &Scene<'_>, spot: Spot, text: &str, send: &mut Sender) -> bool {
    let (Part::Cell(row, column), Some(cells)) = (spot.part, TableElement::cells_of(text)) else {
        return false;
    };
    let Some(ElementKind::Table(grid)) = scene.board.element(spot.element).map(|found| &found.kind) else {
        return false;
    };
    let mut filled = grid.clone();
    let line = row - usize::from(!grid.has_head());
    if !filled.fill(line, column, &cells, scene.board.script) {
        let sentence = say::too_many_cells(scene.lang(), MOST_CELLS);
        send.send(Message::Toast(sentence, true));
        return true;
    }
    send.command(super::inspect::set_kind(
        scene.board,
        spot.element,
        ElementKind::Table(filled),
    ));
    true
}

/// Into the next text of the board in reading order, or the one before, all of it chosen; round at the ends.
fn go_on(
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    session: &mut Session,
    writing: Writing,
    way: Way,
    send: &mut Sender,
) {
    let here = writing.spot;
    let spots = spots(scene, pane.script);
    let at = spots.iter().position(|spot| *spot == here);
    let next = match (at, way) {
        (Some(at), Way::Next) => (at + 1) % spots.len(),
        (Some(at), Way::Previous) => (at + spots.len() - 1) % spots.len(),
        (None, _) => 0,
    };
    let Some(next) = spots.get(next).copied().filter(|next| *next != here) else {
        pane.writing = Some(writing);
        return;
    };
    pane.settle(send);
    if start(pane, scene, session, next.element, None)
        && let Some(writing) = &mut pane.writing
    {
        let end = plain_of(scene, next).map_or(0, |plain| plain.len());
        (writing.spot, writing.anchor, writing.caret) = (next, 0, end);
    }
}

/// Every text of the board that can be written in where it stands, in reading order; with it the parts of a number or a
/// quote that are still blank.
fn spots(scene: &Scene<'_>, script: Option<crate::script::Script>) -> Vec<Spot> {
    let can_write = |id: &ElementId| scene.board.element(*id).is_some_and(|element| !element.is_locked);
    let of = |id: ElementId| match with_blanks(scene, id, &places(scene, id, script)) {
        spots if spots.is_empty() => empty_text(scene, id).into_iter().collect::<Vec<_>>(),
        spots => spots,
    };
    let order = reading_order(scene.board, scene.laid).into_iter();
    order.filter(can_write).flat_map(of).collect()
}

/// The texts of an element that stand on the board, and those it has room for; in the order of its parts.
fn with_blanks(scene: &Scene<'_>, element: ElementId, places: &[Place]) -> Vec<Spot> {
    let Some(found) = scene.board.element(element) else {
        return Vec::new();
    };
    let closes_up = matches!(
        found.kind,
        ElementKind::Number(_) | ElementKind::Quote(_) | ElementKind::Step(_) | ElementKind::Change(_)
    );
    let mut spots = Vec::new();
    for part in parts::written(&found.kind) {
        let standing = places.iter().map(|place| place.spot).filter(|spot| spot.part == part);
        let before = spots.len();
        spots.extend(standing);
        let blank = Spot {
            board: scene.board.id,
            element,
            part,
            is_other: false,
        };
        // A part that is written and does not show is no less a part.
        let is_open = || places.is_empty() || plain_of(scene, blank).is_some_and(|plain| plain.is_empty());
        if spots.len() == before && closes_up && is_open() {
            spots.push(blank);
        }
    }
    spots
}

/// An element without a character: nothing of it is laid, and it can be written in all the same.
fn empty_text(scene: &Scene<'_>, element: ElementId) -> Option<Spot> {
    let kind = &scene.board.element(element)?.kind;
    if matches!(kind, ElementKind::Photo(_) | ElementKind::Qr(_)) {
        return None;
    }
    let spot = |part: &Part| Spot {
        board: scene.board.id,
        element,
        part: *part,
        is_other: false,
    };
    let spots: Vec<Spot> = parts::written(kind).iter().map(spot).collect();
    let is_blank = |spot: &Spot| plain_of(scene, *spot).is_some_and(|plain| plain.is_empty());
    spots.first().copied().filter(|_| spots.iter().all(is_blank))
}

fn put(scene: &Scene<'_>, spot: Spot, two: TwoScript, text: &str, send: &mut Sender) {
    if let Some(command) = spot.put(scene.view.exhibition, two.retexted(text, spot.is_other)) {
        send.command(command);
    }
}

/// The place before this byte of a text whose paragraphs are joined by line ends.
pub fn position_of(plain: &str, at: usize) -> Position {
    let before = plain.get(..at).unwrap_or(plain);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    Position {
        para: before.matches('\n').count() as u32,
        at: (before.len() - start) as u32,
        affinity: Affinity::After,
    }
}

pub fn offset_of(plain: &str, position: Position) -> usize {
    let mut lines = plain.split('\n');
    let before: usize = lines
        .by_ref()
        .take(position.para as usize)
        .map(|line| line.len() + 1)
        .sum();
    (before + position.at as usize).min(plain.len())
}

/// The start of a character, not after `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::super::writing_keys::by_letters;
    use super::*;

    #[test]
    fn bytes_of_a_text_and_places_in_its_paragraphs_lead_to_each_other() {
        let text = "水到\n上坪\n\n村";
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(offset_of(text, position_of(text, at)), at, "{at}");
        }
        assert_eq!(position_of(text, 7).para, 1);
    }

    #[test]
    fn letters_are_passed_whole_where_nothing_is_laid() {
        let text = "水a\n村";
        assert_eq!(by_letters(text, 0, Move::NextCharacter), 3);
        assert_eq!(by_letters(text, 8, Move::PreviousCharacter), 5);
        assert_eq!(by_letters(text, 0, Move::LineEnd), 4);
        assert_eq!(floor(text, 2), 0);
    }
}
