//! Actions of the one table that the board does itself, and the canvas's own keys: arrows, Tab, Enter, Esc, clipboard.

use super::deeds::{self, Depth, reordered, together};
use super::parts::parts;
use super::tool::Tool;
use super::typing::Spot;
use super::{
    BoardPane, Scene, chosen, doubts, far, group_deeds, insert, masks, nudge, photo, rulers, say, tint, tool, writing,
};
use crate::app::actions::Action;
use crate::app::session::{RightTab, Session};
use crate::app::view::{Message, PhotoPlace, Sender};
use crate::geom::Rect;
use crate::model::{Area, Board, Command, Element, ElementId, ElementKind};
use egui::{Event, EventFilter, Id, Key, Modifiers, Ui};
use std::sync::Arc;

/// The canvas, wherever it is drawn.
pub fn canvas_id() -> Id {
    Id::unique("board canvas")
}

/// Keys while the canvas has the keyboard.
pub fn keys_ui(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let id = canvas_id();
    let focused = ui.memory(|memory| memory.focused());
    // What was clicked has gone or took no keyboard: with something chosen, it is the canvas that listens.
    if focused.is_none() && session.element.is_some() && !egui::Popup::is_any_open(ui.ctx()) {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    // An open menu has the keys; its Esc is not the board's.
    if focused != Some(id) || egui::Popup::is_any_open(ui.ctx()) {
        return;
    }
    let filter = EventFilter {
        tab: true,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    clipboard(ui, pane, scene, session, send);
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::Escape) {
        escape(ui, pane, scene, session, send);
    }
    if pressed(Modifiers::SHIFT, Key::Tab) {
        pane.choose_next(scene.board, scene.laid, session, true);
    } else if pressed(Modifiers::NONE, Key::Tab) {
        pane.choose_next(scene.board, scene.laid, session, false);
    }
    if pressed(Modifiers::NONE, Key::Enter) {
        match (session.element, &pane.tool) {
            (Some(_), Tool::Crop { .. } | Tool::Areas(_)) => pane.drop_tool(send),
            (Some(element), _) => tool::open(pane, scene, session, element, None, send),
            (None, _) => pane.choose_next(scene.board, scene.laid, session, false),
        }
    }
    if pressed(Modifiers::NONE, Key::Backspace) && session.element.is_some() {
        act(ui, pane, scene, session, Action::DeleteElement, send);
    }
    nudge::nudge(ui, pane, scene, session, send);
}

/// A drag is taken back, then a crop ends, then nothing is chosen, then the keyboard goes on.
fn escape(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    pane.settle(send);
    if !pane.tool.is_idle() {
        pane.drop_tool(send);
    } else if pane.guide_field.take().is_some() || std::mem::take(&mut pane.is_calibrating) {
        // That was what it put away.
    } else if pane.far.is_some() {
        far::leave(pane, scene);
    } else if let (Some(_), Some(element)) = (pane.inside.take(), session.element) {
        // Out of the group, to all of it.
        pane.choose(scene.board, session, &[element]);
    } else if session.element.is_some() {
        pane.choose(scene.board, session, &[]);
    } else {
        ui.memory_mut(|memory| memory.surrender_focus(canvas_id()));
    }
}

/// The clipboard's keys come as events of their own.
fn clipboard(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let events: Vec<Event> = ui.input(|input| {
        let is_clip = |event: &&Event| matches!(event, Event::Copy | Event::Cut | Event::Paste(_));
        input.events.iter().filter(is_clip).cloned().collect()
    });
    for event in events {
        match event {
            Event::Copy => act(ui, pane, scene, session, Action::CopyElement, send),
            Event::Cut => act(ui, pane, scene, session, Action::CutElement, send),
            Event::Paste(text) => paste(pane, scene, session, Some(text), send),
            _ => {}
        }
    }
}

/// One action of the table.
pub fn act(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, action: Action, send: &mut Sender) {
    pane.stop_writing(send);
    pane.settle(send);
    let board = scene.board;
    let all = pane.chosen(session);
    match action {
        Action::SelectAll => {
            let shown: Vec<ElementId> = chosen::reading_order(board, scene.laid)
                .into_iter()
                .filter(|element| scene.laid.areas.contains_key(element))
                .collect();
            pane.choose(board, session, &shown);
        }
        Action::AddText => {
            let area = insert::room(scene, 0.4, 0.12);
            pane.add(scene, session, deeds::new_text(board, area), send);
            pane.write_next = session.element;
            session.right = RightTab::Properties;
        }
        Action::AddPhotoPlace => {
            let area = insert::room(scene, 0.36, 0.24);
            pane.add(scene, session, deeds::new_photo(board, area, None), send);
        }
        Action::AddRect | Action::AddEllipse | Action::AddLine | Action::AddArrow => {
            let swatches = tint::swatches(scene.view, board);
            pane.add(
                scene,
                session,
                deeds::new_shape(board, action, &swatches, |w, h| insert::room(scene, w, h)),
                send,
            );
            session.right = RightTab::Properties;
        }
        action if let Some(element) = insert::new_content(board, action, |w, h| insert::room(scene, w, h)) => {
            let id = element.id;
            let is_code = matches!(element.kind, ElementKind::Qr(_));
            pane.add(scene, session, element, send);
            session.right = RightTab::Properties;
            if is_code {
                pane.wants_content = Some(id);
            } else {
                pane.write_next = Some(id);
            }
        }
        Action::AddArt => {
            let area = insert::room(scene, 0.3, 0.3);
            send.send(photo::ask_at(PhotoPlace::New(board.id, area)));
        }
        Action::AddEmblem => {
            let area = insert::room(scene, 0.12, 0.12);
            send.send(photo::ask_at(PhotoPlace::Emblem(board.id, area)));
        }
        Action::EditText => {
            if let Some(element) = session.element
                && !writing::start(pane, scene, session, element, None)
            {
                pane.edit_text(board, element, session);
            }
        }
        Action::ReplacePhoto => {
            if let Some(element) = filed_among(board, session.element) {
                send.send(photo::ask_for(board.id, element));
            }
        }
        Action::CropPhoto => {
            if let Some(element) = photo_among(board, session.element) {
                pane.tool = Tool::Crop { element, drag: None };
            }
        }
        Action::CutElement | Action::CopyElement => {
            pane.copy(ui, scene, session, send);
            if action == Action::CutElement {
                remove(pane, scene, session, send);
            }
        }
        Action::PasteElement => paste(pane, scene, session, None, send),
        Action::PasteInPlace => paste_in_place(pane, scene, session, send),
        Action::LockGuides | Action::ClearGuides => rulers::act(scene, action, send),
        Action::FarView => match pane.far {
            Some(_) => far::leave(pane, scene),
            None => {
                pane.choose(board, session, &[]);
                pane.far = Some(far::METRES[1]);
            }
        },
        Action::Calibrate => pane.is_calibrating ^= true,
        Action::Group
        | Action::Ungroup
        | Action::SelectSame
        | Action::CopyLook
        | Action::PasteLook
        | Action::AlignLeft
        | Action::AlignCentre
        | Action::AlignRight
        | Action::AlignTop
        | Action::AlignMiddle
        | Action::AlignBottom
        | Action::SpreadAcross
        | Action::SpreadDown
        | Action::TidyUp => group_deeds::act(pane, scene, session, action, send),
        Action::DuplicateElement => {
            let originals = originals(scene, &all);
            let (command, ids) = deeds::copies(board, &originals, 10.0);
            if let Some(command) = command {
                send.command(command);
                pane.expect(board, session, &ids);
            }
        }
        Action::DeleteElement => match &pane.tool {
            Tool::Areas(areas) => {
                let element = board.element(areas.element);
                if let Some(command) = element.and_then(|element| masks::without(board, element, areas.picked)) {
                    send.command(command);
                }
                pane.drop_tool(send);
            }
            _ => remove(pane, scene, session, send),
        },
        Action::Forward => depth(board, session, Depth::Forward, send),
        Action::Backward => depth(board, session, Depth::Backward, send),
        Action::ToFront => depth(board, session, Depth::Front, send),
        Action::ToBack => depth(board, session, Depth::Back, send),
        Action::LockElement => switch(board, &all, send, |element, on| Command::SetLocked {
            board: board.id,
            element: element.id,
            is_locked: on,
        }),
        Action::HideElement => hide(board, &all, send),
        Action::BackToSlot => {
            let back = all
                .iter()
                .filter(|element| board.element(**element).is_some_and(|found| found.slot.is_some()))
                .map(|element| Command::SetArea {
                    board: board.id,
                    element: *element,
                    area: Area::Slot,
                });
            if let Some(command) = together(back.collect()) {
                send.command(command);
            }
        }
        Action::NextElement => pane.choose_next(board, scene.laid, session, false),
        Action::PreviousElement => pane.choose_next(board, scene.laid, session, true),
        Action::NextDoubt => match doubts::next(scene, session.element) {
            Some(element) => {
                pane.choose(board, session, &[element]);
                session.right = RightTab::Properties;
            }
            None => send.send(Message::Toast(scene.lang().of(say::SETTLE_FIRST).into(), false)),
        },
        Action::OtherScript => {
            let shown = pane.script.unwrap_or(board.script);
            pane.script = Some(shown.other()).filter(|script| *script != board.script);
        }
        _ => {}
    }
}

/// Shows a file, or waits for one.
fn filed_among(board: &Board, element: Option<ElementId>) -> Option<ElementId> {
    let found = board.element(element?)?;
    let has_file = matches!(
        found.kind,
        ElementKind::Photo(_) | ElementKind::Art(_) | ElementKind::Emblem(_)
    );
    has_file.then_some(found.id)
}

fn photo_among(board: &Board, element: Option<ElementId>) -> Option<ElementId> {
    let found = board.element(element?)?;
    matches!(found.kind, ElementKind::Photo(_)).then_some(found.id)
}

fn depth(board: &Board, session: &Session, to: Depth, send: &mut Sender) {
    if let Some(command) = session.element.and_then(|element| reordered(board, element, to)) {
        send.command(command);
    }
}

/// All on, or all off where all are on.
fn switch(board: &Board, all: &[ElementId], send: &mut Sender, make: impl Fn(&Element, bool) -> Command) {
    let found: Vec<&Arc<Element>> = all.iter().filter_map(|element| board.element(*element)).collect();
    let on = found.iter().any(|element| !element.is_locked);
    if let Some(command) = together(found.iter().map(|element| make(element, on)).collect()) {
        send.command(command);
    }
}

fn hide(board: &Board, all: &[ElementId], send: &mut Sender) {
    let found: Vec<&Arc<Element>> = all.iter().filter_map(|element| board.element(*element)).collect();
    let is_hidden = found.iter().any(|element| !element.is_hidden);
    let hide = |element: &&Arc<Element>| Command::SetHidden {
        board: board.id,
        element: element.id,
        is_hidden,
    };
    if let Some(command) = together(found.iter().map(hide).collect()) {
        send.command(command);
    }
}

fn remove(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let all = pane.chosen(session);
    if all.iter().any(|element| !scene.is_free(*element)) {
        send.send(Message::Toast(scene.lang().of(say::LOCKED).into(), false));
        return;
    }
    if let Some(command) = deeds::removed(scene.board, &all) {
        send.command(command);
        pane.choose(scene.board, session, &[]);
    }
}

pub fn originals(scene: &Scene<'_>, all: &[ElementId]) -> Vec<(Element, Rect, f64)> {
    let in_depth = scene.board.elements.iter().filter(|element| all.contains(&element.id));
    in_depth
        .filter_map(|element| {
            let (area, angle) = scene.area(element.id)?;
            Some((Element::clone(element), area, angle))
        })
        .collect()
}

/// What was copied here; text from elsewhere becomes a new text.
fn paste(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, text: Option<String>, send: &mut Sender) {
    let board = scene.board;
    let is_ours = text.as_ref().is_none_or(|text| *text == pane.clip_text);
    if is_ours && !pane.clip.is_empty() {
        // Beside the original where it still stands there.
        let stands_there =
            |(original, area, _): &(Element, Rect, f64)| scene.area(original.id).is_some_and(|(now, _)| now == *area);
        let shift = if pane.clip.iter().any(stands_there) { 10.0 } else { 0.0 };
        let (command, ids) = deeds::copies(board, &pane.clip, shift);
        if let Some(command) = command {
            send.command(command);
            pane.expect(board, session, &ids);
        }
        return;
    }
    match text.filter(|text| !text.trim().is_empty()) {
        Some(text) => {
            let area = insert::room(scene, 0.5, 0.3);
            pane.add(scene, session, deeds::pasted(board, area, &text), send);
        }
        None => send.send(Message::Toast(scene.lang().of(say::NOTHING_COPIED).into(), false)),
    }
}

/// Where it stood on the board it was copied from.
fn paste_in_place(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, send: &mut Sender) {
    let (command, ids) = deeds::copies(scene.board, &pane.clip, 0.0);
    match command {
        Some(command) => {
            send.command(command);
            pane.expect(scene.board, session, &ids);
        }
        None => send.send(Message::Toast(scene.lang().of(say::NOTHING_COPIED).into(), false)),
    }
}

impl BoardPane {
    fn add(&mut self, scene: &Scene<'_>, session: &mut Session, element: Element, send: &mut Sender) {
        let id = element.id;
        send.command(Command::AddElement {
            board: scene.board.id,
            element: Arc::new(element),
        });
        self.expect(scene.board, session, &[id]);
    }

    /// Chooses what a command on its way will have made.
    pub(super) fn expect(&mut self, board: &Board, session: &mut Session, elements: &[ElementId]) {
        session.element = elements.first().copied();
        self.also = elements.iter().skip(1).copied().collect();
        self.seen = Some((board.id, session.element));
    }

    fn copy(&mut self, ui: &Ui, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
        self.clip = originals(scene, &self.chosen(session));
        if self.clip.is_empty() {
            return;
        }
        let texts: Vec<String> = self
            .clip
            .iter()
            .flat_map(|(element, ..)| element.texts().into_iter().map(|text| text.source.to_plain()))
            .filter(|text| !text.trim().is_empty())
            .collect();
        self.clip_text = if texts.is_empty() {
            scene.board.code.clone()
        } else {
            texts.join("\n")
        };
        ui.ctx().copy_text(self.clip_text.clone());
        let sentence = say::copied(scene.lang(), self.clip.len());
        send.send(Message::Toast(sentence, false));
    }

    /// The keyboard goes to the element's first text in the inspector.
    pub(super) fn edit_text(&mut self, board: &Board, element: ElementId, session: &mut Session) {
        let Some(found) = board.element(element) else { return };
        session.right = RightTab::Properties;
        if matches!(found.kind, ElementKind::Qr(_)) {
            self.wants_content = Some(element);
        } else if let Some(part) = parts(&found.kind).first() {
            self.wants_keys = Some(Spot {
                board: board.id,
                element,
                part: *part,
                is_other: false,
            });
        }
    }
}
