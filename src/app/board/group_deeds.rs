//! What is done to several elements at once: grouped, lined up, spread, tidied, dressed alike.

use super::arrange::{self, Align};
use super::deeds::{set_area, together};
use super::tool::SAFE;
use super::{BoardPane, Scene, say};
use crate::app::actions::Action;
use crate::app::session::Session;
use crate::app::view::{Message, Sender};
use crate::geom::{Rect, rect};
use crate::model::{Command, ElementId, ElementKind, dressed};

/// What moves as one: an element, or a whole group.
struct Unit {
    members: Vec<(ElementId, Rect, f64)>,
    around: Rect,
}

/// One action on all that is chosen.
pub fn act(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session, action: Action, send: &mut Sender) {
    match action {
        Action::Group => group(pane, scene, session, send),
        Action::Ungroup => ungroup(pane, scene, session, send),
        Action::SelectSame => select_same(pane, scene, session),
        Action::CopyLook => copy_look(pane, scene, session, send),
        Action::PasteLook => paste_look(pane, scene, session, send),
        _ => arranged(pane, scene, session, action, send),
    }
}

fn group(pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let all = pane.chosen(session);
    if all.len() < 2 {
        send.send(Message::Toast(scene.lang().of(say::CHOOSE_SEVERAL).into(), false));
        return;
    }
    pane.inside = None;
    let group = Some(new_group());
    let commands = all.iter().map(|element| set_group(scene, *element, group));
    send.command(Command::Batch(commands.collect()));
}

/// Numbers of groups are made like ids: two offices that group on copies of one board do not meet.
pub fn new_group() -> u64 {
    ElementId::random().0 as u64
}

fn set_group(scene: &Scene<'_>, element: ElementId, group: Option<u64>) -> Command {
    Command::SetGroup {
        board: scene.board.id,
        element,
        group,
    }
}

fn ungroup(pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let is_grouped = |element: &ElementId| scene.board.element(*element).is_some_and(|found| found.group.is_some());
    let all = pane.chosen(session).into_iter().filter(is_grouped);
    pane.inside = None;
    if let Some(command) = together(all.map(|element| set_group(scene, element, None)).collect()) {
        send.command(command);
    }
}

fn select_same(pane: &mut BoardPane, scene: &Scene<'_>, session: &mut Session) {
    let kind = |element: ElementId| scene.board.element(element).map(|found| found.kind.fills().0);
    let Some(like) = session.element.and_then(kind) else {
        return;
    };
    let same = scene
        .board
        .elements
        .iter()
        .filter(|element| !element.is_hidden && element.kind.fills().0 == like);
    let same: Vec<ElementId> = session
        .element
        .into_iter()
        .chain(same.map(|element| element.id))
        .collect();
    pane.choose_just(scene.board, session, &same);
}

fn copy_look(pane: &mut BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let Some(element) = session.element.and_then(|element| scene.board.element(element)) else {
        return;
    };
    pane.look = Some(element.kind.clone());
    send.send(Message::Toast(scene.lang().of(say::LOOK_COPIED).into(), false));
}

fn paste_look(pane: &BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let Some(like) = &pane.look else {
        send.send(Message::Toast(scene.lang().of(say::NO_LOOK).into(), false));
        return;
    };
    let dress = |element: ElementId| {
        let found = scene.board.element(element)?;
        let kind = dressed(&found.kind, like)?;
        (kind != found.kind).then(|| super::inspect::set_kind(scene.board, element, kind))
    };
    let commands: Vec<Command> = pane.chosen(session).into_iter().filter_map(dress).collect();
    match together(commands) {
        Some(command) => send.command(command),
        None => send.send(Message::Toast(scene.lang().of(say::LOOK_FITS_NONE).into(), false)),
    }
}

/// A lone unit goes to the safe area; several go to the one that was clicked last, else to what is around them all.
fn arranged(pane: &BoardPane, scene: &Scene<'_>, session: &Session, action: Action, send: &mut Sender) {
    let all = pane.chosen(session);
    if all.iter().any(|element| !scene.is_free(*element)) {
        send.send(Message::Toast(scene.lang().of(say::LOCKED).into(), false));
        return;
    }
    let units = units(pane, scene, &all);
    let areas: Vec<Rect> = units.iter().map(|unit| unit.around).collect();
    let Some(union) = areas.iter().copied().reduce(|all, one| all.union(&one)) else {
        return;
    };
    let safe = rect(0.0, 0.0, scene.board.size.w, scene.board.size.h).grow(-SAFE);
    let key = units.iter().find(|unit| {
        let is_key = |(element, ..): &(ElementId, Rect, f64)| pane.key == Some(*element);
        unit.members.iter().any(is_key)
    });
    let to = match (units.len(), key) {
        (1, _) => safe,
        (_, Some(key)) => key.around,
        _ => union,
    };
    let moves = match action {
        Action::AlignLeft => arrange::aligned(&areas, to, Align::Left),
        Action::AlignCentre => arrange::aligned(&areas, to, Align::Centre),
        Action::AlignRight => arrange::aligned(&areas, to, Align::Right),
        Action::AlignTop => arrange::aligned(&areas, to, Align::Top),
        Action::AlignMiddle => arrange::aligned(&areas, to, Align::Middle),
        Action::AlignBottom => arrange::aligned(&areas, to, Align::Bottom),
        Action::SpreadAcross => arrange::spread(&areas, true),
        Action::SpreadDown => arrange::spread(&areas, false),
        Action::TidyUp => arrange::tidied(&areas),
        _ => return,
    };
    let commands = units
        .iter()
        .zip(moves)
        .filter(|(_, by)| by.x.abs() > 1e-4 || by.y.abs() > 1e-4);
    let commands = commands.flat_map(|(unit, by)| {
        let members = unit.members.iter();
        members.map(move |(element, area, angle)| set_area(scene.board, *element, area.shift(by.x, by.y), *angle))
    });
    if let Some(command) = together(commands.collect()) {
        send.command(command);
    }
}

fn units(pane: &BoardPane, scene: &Scene<'_>, all: &[ElementId]) -> Vec<Unit> {
    let mut units: Vec<(Option<u64>, Unit)> = Vec::new();
    for element in all {
        let Some((area, angle)) = scene.area(*element) else {
            continue;
        };
        let around = arrange::around(area, angle);
        let group = scene.board.element(*element).and_then(|found| found.group);
        let group = group.filter(|group| pane.inside != Some(*group));
        let member = (*element, area, angle);
        match units.iter_mut().find(|(other, _)| group.is_some() && *other == group) {
            Some((_, unit)) => {
                unit.members.push(member);
                unit.around = unit.around.union(&around);
            }
            None => units.push((
                group,
                Unit {
                    members: vec![member],
                    around,
                },
            )),
        }
    }
    units.into_iter().map(|(_, unit)| unit).collect()
}

/// Two photos change places: each keeps its frame and its caption's place, and shows what the other showed.
pub fn swapped(board: &crate::model::Board, one: ElementId, other: ElementId) -> Option<Command> {
    let photo = |element: ElementId| match &board.element(element)?.kind {
        ElementKind::Photo(photo) => Some(photo),
        _ => None,
    };
    let (a, b) = (photo(one)?, photo(other)?);
    let with = |own: &crate::model::PhotoElement, like: &crate::model::PhotoElement| {
        ElementKind::Photo(crate::model::PhotoElement {
            photo: like.photo,
            crop: like.crop,
            tone: like.tone,
            masks: like.masks.clone(),
            caption: like.caption.clone(),
            tag: like.tag.clone(),
            ..own.clone()
        })
    };
    Some(Command::Batch(vec![
        super::inspect::set_kind(board, one, with(a, b)),
        super::inspect::set_kind(board, other, with(b, a)),
    ]))
}
