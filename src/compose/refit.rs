//! A board on another template, at another size, or on a newer version of its template: everything on it finds its
//! place by role, in order; nothing is dropped, and what a hand has set stays where it still makes sense.

use super::fit::{empty_kind, photo_heads, places, slot_for};
use crate::geom::{Rect, Size, rect, um};
use crate::layout::{LayoutInput, lay_board, layout_input};
use crate::model::{
    Area, Board, Command, Element, ElementId, ElementKind, Exhibition, OtherScript, Para, SlotKind, SlotLook, SlotName,
    Template, TemplateRef, TextElement, TwoScript, slot_role, z_between,
};
use crate::text::Fonts;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Roles whose text a template may keep in one slot or in a slot a line.
const BY_LINE: [&str; 3] = ["title", "subtitle", "kicker"];
/// So many of the boards that fit best are laid out before three are proposed: a laid board takes about 2 ms.
const LAID: usize = 10;

/// `from` is the template that the board stands on now. Its id, code and everything that is not on it stay.
/// - The same template, another size or version: elements keep their slots where these still exist and their places by
///   hand, scaled with the board.
/// - Another template: elements of a role take its slots of that role in order; places by hand are kept by what has no
///   slot, and scaled with the board.
pub fn refit(board: &Board, from: &Template, to: &Template, size: Size) -> Board {
    let mut elements: Vec<Element> = board.elements.iter().map(|element| Element::clone(element)).collect();
    let is_same = from.name == to.name;
    elements.retain(|element| element.slot.is_none() || !is_blank(&element.kind) || is_wanted(element, to));
    for element in &mut elements {
        element.area = area_on(element, is_same, board.size, size);
        if let ElementKind::Text(TextElement {
            style: style @ Some(_), ..
        }) = &mut element.kind
            && style.as_ref().is_some_and(|style| !to.styles.contains_key(style))
        {
            *style = None;
        }
    }
    if !is_same {
        lines(&mut elements, to);
    }
    let names = names(&elements, from, to, is_same);
    for (element, name) in elements.iter_mut().zip(names) {
        element.slot = name;
    }
    let mut refitted = Board {
        template: TemplateRef {
            name: to.name.clone(),
            version: to.version(),
        },
        size,
        arrangement: if is_same { board.arrangement } else { 0 },
        elements: Vec::new(),
        ..board.clone()
    };
    for element in elements {
        refitted = refitted.with_element(Arc::new(element));
    }
    wanted(refitted, to)
}

/// How badly a board fits the template it stands on: 1 for each element without a place of its own, 1.5 for each
/// required place that is empty, 0.1 for each other one.
pub fn misfit(board: &Board, template: &Template) -> f64 {
    let filled: BTreeSet<&str> = board
        .elements
        .iter()
        .filter(|element| !is_blank(&element.kind))
        .filter_map(|element| Some(element.slot.as_ref()?.0.as_str()))
        .collect();
    let homeless = filled.iter().filter(|name| template.slot(name).is_none()).count();
    let empty = template
        .slots
        .iter()
        .filter(|slot| !is_label(slot.takes) && !filled.contains(slot.name.as_str()));
    homeless as f64 + empty.map(|slot| if slot.required { 1.5 } else { 0.1 }).sum::<f64>()
}

/// A board on a template it could have.
#[derive(Clone)]
pub struct Restyled {
    pub template: Arc<Template>,
    pub board: Arc<Board>,
    pub misfit: f64,
}

impl Restyled {
    /// Puts the board in place of what it is now, as one step.
    pub fn command(&self, show: &Exhibition) -> Command {
        let is_known = show.templates.contains_key(&self.board.template);
        let add = (!is_known).then(|| Command::AddTemplate(self.template.clone()));
        let set = Command::SetBoard(self.board.clone());
        Command::Batch(add.into_iter().chain([set]).collect())
    }
}

/// The board on every template of this size, or of any where none is named: the best first, and among the first three
/// no two of one family as long as others fit nearly as well (by 1.5, a required place). The best `LAID` are laid out
/// as well: each text that does not fit counts 2, photos that do not fill their place 0.5.
pub fn restyled(
    show: &Exhibition,
    board: &Board,
    templates: &[Arc<Template>],
    size: Option<Size>,
    fonts: &Fonts,
) -> Vec<Restyled> {
    let from = show.template_of(board).cloned().unwrap_or_default();
    let mut all: Vec<Restyled> = templates
        .iter()
        .filter(|template| size.is_none_or(|size| size.is_about(template.size)))
        .map(|template| {
            let board = refit(board, &from, template, template.size);
            Restyled {
                misfit: misfit(&board, template),
                template: template.clone(),
                board: Arc::new(board),
            }
        })
        .collect();
    ranked(show, &mut all, fonts);
    all
}

/// The order in which `restyled` proposes them.
pub fn ranked(show: &Exhibition, all: &mut Vec<Restyled>, fonts: &Fonts) {
    let sort = |some: &mut [Restyled]| {
        some.sort_by(|a, b| {
            a.misfit
                .total_cmp(&b.misfit)
                .then_with(|| a.template.name.cmp(&b.template.name))
        });
    };
    sort(all);
    let first = all.len().min(LAID);
    all[..first]
        .par_iter_mut()
        .for_each(|one| one.misfit += faults(show, one, fonts));
    sort(all);
    for place in 1..all.len().min(3) {
        let families: BTreeSet<String> = all[..place].iter().map(|one| one.template.family.clone()).collect();
        let most = all[place].misfit + 1.5;
        let other = all[place..]
            .iter()
            .position(|one| one.misfit <= most && !families.contains(&one.template.family));
        if let Some(other) = other {
            let one = all.remove(place + other);
            all.insert(place, one);
        }
    }
}

/// What does not fit, seen by laying the board out.
fn faults(show: &Exhibition, one: &Restyled, fonts: &Fonts) -> f64 {
    let input = LayoutInput {
        template: one.template.clone(),
        ..layout_input(show, &one.board, None)
    };
    let weight = |rule: &str| match rule {
        "overset" => 2.0,
        "photos-loose" => 0.5,
        _ => 0.0,
    };
    let laid = lay_board(&input, fonts);
    laid.findings.iter().map(|finding| weight(finding.rule)).sum()
}

fn area_on(element: &Element, is_same: bool, old: Size, new: Size) -> Area {
    match element.area {
        Area::ByHand { rect, angle } if is_same || element.slot.is_none() => Area::ByHand {
            rect: scaled(rect, old, new),
            angle,
        },
        _ => Area::Slot,
    }
}

/// The middle goes where it stood in the whole; the size by the smaller of both scales, so that nothing is stretched.
fn scaled(area: Rect, old: Size, new: Size) -> Rect {
    let (x, y) = (new.w / old.w.max(1.0), new.h / old.h.max(1.0));
    let times = x.min(y);
    let (w, h) = (area.w * times, area.h * times);
    let middle = area.centre();
    rect(um(middle.x * x - w / 2.0), um(middle.y * y - h / 2.0), um(w), um(h))
}

/// Nothing on it that could be lost.
fn is_blank(kind: &ElementKind) -> bool {
    let has_text = kind.texts().iter().any(|text| !text.source.is_blank());
    !has_text
        && match kind {
            ElementKind::Photo(photo) => photo.photo.is_none(),
            ElementKind::Number(number) => number.value.trim().is_empty(),
            ElementKind::Qr(code) => code.content.trim().is_empty(),
            ElementKind::Shape(_) | ElementKind::Art(_) | ElementKind::Emblem(_) => false,
            ElementKind::Text(_)
            | ElementKind::Quote(_)
            | ElementKind::Table(_)
            | ElementKind::Step(_)
            | ElementKind::Change(_) => true,
        }
}

fn is_wanted(element: &Element, to: &Template) -> bool {
    let slot = element.slot.as_ref().and_then(|name| to.slot(&name.0));
    slot.is_some_and(|slot| slot.takes == element.kind.fills().0)
}

fn is_label(takes: SlotKind) -> bool {
    matches!(
        takes,
        SlotKind::NumberLabel | SlotKind::CommitteeLabel | SlotKind::ShowLabel
    )
}

/// What of a role an element is: its number behind the dot, the bare name before all.
fn rank(name: &str) -> usize {
    name.rsplit_once('.')
        .and_then(|(_, number)| number.parse().ok())
        .unwrap_or(0)
}

/// A slot for each element, in the order of the elements.
fn names(elements: &[Element], from: &Template, to: &Template, is_same: bool) -> Vec<Option<SlotName>> {
    let keeps = |element: &Element| is_same && is_wanted(element, to);
    let kept = elements.iter().filter(|element| keeps(element));
    let mut given = Given {
        names: elements.iter().map(|element| element.slot.clone()).collect(),
        taken: kept
            .filter_map(|element| Some(element.slot.as_ref()?.0.clone()))
            .collect(),
        to,
    };
    // By the role it has on the new template, in order of the old numbers.
    let mut groups: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, element) in elements.iter().enumerate().filter(|(_, element)| !keeps(element)) {
        if let Some(name) = &element.slot {
            let role = role_on(element, slot_role(&name.0), to);
            groups
                .entry(role)
                .or_default()
                .push((order_in(role, &name.0, from), at));
        }
    }
    for (role, mut members) in groups {
        members.sort_unstable();
        match role {
            "photo" => {
                let mut heads = heads_of(to);
                heads.retain(|head| !given.taken.contains(head));
                heads.reverse();
                for (_, at) in members {
                    match heads.pop() {
                        Some(head) => given.put(at, SlotName(head)),
                        None => given.put_next(at, "photo", 0),
                    }
                }
            }
            "number" => {
                let is_bar = |at: usize| {
                    let name = elements.get(at).and_then(|element| element.slot.as_ref());
                    name.and_then(|name| from.slot(&name.0))
                        .is_some_and(|slot| slot.look == SlotLook::Chart)
                };
                let bars: Vec<bool> = members.iter().map(|(_, at)| is_bar(*at)).collect();
                for ((_, at), name) in members.iter().zip(number_names(&bars, to, &given.taken)) {
                    given.put(*at, name);
                }
            }
            // Headings and bodies of one number belong together, whichever of them is missing.
            "heading" | "body" => {
                let sections = sections(elements);
                for (number, at) in members {
                    let section = sections.iter().position(|one| *one == number);
                    given.put_next(at, role, section.unwrap_or(0));
                }
            }
            _ => {
                for (_, at) in members {
                    given.put_next(at, role, 0);
                }
            }
        }
    }
    given.names
}

/// Slots as they are given out.
struct Given<'a> {
    /// By the elements' order.
    names: Vec<Option<SlotName>>,
    taken: BTreeSet<String>,
    to: &'a Template,
}

impl Given<'_> {
    fn put(&mut self, at: usize, name: SlotName) {
        self.taken.insert(name.0.clone());
        if let Some(place) = self.names.get_mut(at) {
            *place = Some(name);
        }
    }

    fn put_next(&mut self, at: usize, role: &str, from: usize) {
        let name = next_free(self.to, role, from, &self.taken);
        self.put(at, name);
    }
}

/// The role's place at `from` (counted from 0) or behind it that nothing has taken.
fn next_free(to: &Template, role: &str, from: usize, taken: &BTreeSet<String>) -> SlotName {
    let mut index = from;
    loop {
        let name = slot_for(to, role, index);
        if !taken.contains(&name.0) {
            return name;
        }
        index += 1;
    }
}

/// Steps, items, questions and moments are one kind, and photos of all names are photos.
fn role_on<'a>(element: &Element, role: &'a str, to: &Template) -> &'a str {
    match (&element.kind, role) {
        (ElementKind::Photo(_), _) => "photo",
        (ElementKind::Step(_), role) if places(to, role).is_empty() => {
            let other = ["step", "item", "qa", "moment"]
                .into_iter()
                .find(|other| !places(to, other).is_empty());
            other.unwrap_or(role)
        }
        _ => role,
    }
}

/// Before and after come before the lead photo, that before all others.
fn order_in(role: &str, name: &str, from: &Template) -> usize {
    if role != "photo" {
        return rank(name);
    }
    let heads = heads_of(from);
    match heads.iter().position(|head| head == name) {
        Some(at) => at,
        None => heads.len() + rank(name),
    }
}

fn heads_of(template: &Template) -> Vec<String> {
    let (pair, hero) = photo_heads(template);
    let pair = if pair { &["before", "after"][..] } else { &[] };
    let hero = if hero { &["hero"][..] } else { &[] };
    pair.iter().chain(hero).map(|name| (*name).to_string()).collect()
}

/// The numbers of the sections there are.
fn sections(elements: &[Element]) -> Vec<usize> {
    let names = elements.iter().filter_map(|element| element.slot.as_ref());
    let numbers: BTreeSet<usize> = names
        .filter(|name| matches!(slot_role(&name.0), "heading" | "body"))
        .map(|name| rank(&name.0))
        .collect();
    numbers.into_iter().collect()
}

/// A slot a figure: bars of a chart take the template's bars first, all else what is no bar.
pub fn number_names(are_bars: &[bool], template: &Template, taken: &BTreeSet<String>) -> Vec<SlotName> {
    let is_bar = |name: &str| template.slot(name).is_some_and(|slot| slot.look == SlotLook::Chart);
    let mut free = places(template, "number");
    free.retain(|name| !taken.contains(*name));
    let mut slots: Vec<Option<SlotName>> = vec![None; are_bars.len()];
    for only_alike in [true, false] {
        for (bar, slot) in are_bars.iter().zip(&mut slots).filter(|(_, slot)| slot.is_none()) {
            let fits = |name: &&str| !only_alike || is_bar(name) == *bar;
            if let Some(at) = free.iter().position(fits) {
                *slot = Some(SlotName(free.remove(at).to_string()));
            }
        }
    }
    let mut taken = taken.clone();
    let own = places(template, "number").len();
    let mut behind = || {
        let name = next_free(template, "number", own, &taken);
        taken.insert(name.0.clone());
        name
    };
    slots.into_iter().map(|slot| slot.unwrap_or_else(&mut behind)).collect()
}

/// Titles in a slot a line become one text where the template has fewer slots, and the other way round.
fn lines(elements: &mut Vec<Element>, to: &Template) {
    for role in BY_LINE {
        let room = places(to, role).len().max(1);
        let of_role = |element: &Element| {
            let name = element.slot.as_ref().map(|name| name.0.as_str());
            let is_free = matches!(&element.kind, ElementKind::Text(text) if text.text.other == OtherScript::Derived);
            is_free && name.is_some_and(|name| slot_role(name) == role)
        };
        let mut members: Vec<usize> = (0..elements.len()).filter(|at| of_role(&elements[*at])).collect();
        members.sort_by_key(|at| elements[*at].slot.as_ref().map_or(0, |name| rank(&name.0)));
        let (Some(&first), count) = (members.first(), members.len()) else {
            continue;
        };
        if count > room {
            let more: Vec<Para> = members[room..].iter().flat_map(|at| paras(&elements[*at])).collect();
            let last = members[room - 1];
            if let Some(two) = text_of(&mut elements[last]) {
                two.source.paras.extend(more);
            }
            let gone: Vec<ElementId> = members[room..].iter().map(|at| elements[*at].id).collect();
            elements.retain(|element| !gone.contains(&element.id));
        } else if count == 1 && room > 1 {
            split(elements, first, role, room);
        }
    }
}

/// The first lines into places of their own, what is left into the last.
fn split(elements: &mut Vec<Element>, at: usize, role: &str, room: usize) {
    let all = paras(&elements[at]);
    let whole = elements[at].clone();
    let cut = room.min(all.len()).max(1);
    if cut < 2 {
        return;
    }
    let mut z = whole.z.clone();
    for index in 0..cut {
        let end = if index + 1 == cut { all.len() } else { index + 1 };
        let mut one = whole.clone();
        if let Some(two) = text_of(&mut one) {
            two.source.paras = all[index..end].to_vec();
        }
        if index == 0 {
            elements[at] = one;
            continue;
        }
        let above = elements
            .iter()
            .map(|element| element.z.as_str())
            .filter(|other| **other > *z)
            .min();
        z = z_between(Some(&z), above);
        elements.push(Element {
            id: ElementId::random(),
            slot: Some(SlotName(format!("{role}.{}", index + 1))),
            z: z.clone(),
            ..one
        });
    }
}

fn paras(element: &Element) -> Vec<Para> {
    match &element.kind {
        ElementKind::Text(text) => text.text.source.paras.clone(),
        _ => Vec::new(),
    }
}

fn text_of(element: &mut Element) -> Option<&mut TwoScript> {
    match &mut element.kind {
        ElementKind::Text(text) => Some(&mut text.text),
        _ => None,
    }
}

/// What the template cannot do without stands there empty, to be filled.
fn wanted(board: Board, to: &Template) -> Board {
    let mut board = board;
    for slot in to.slots.iter().filter(|slot| slot.required) {
        if board.in_slot(&slot.name).is_some() {
            continue;
        }
        let Some(kind) = empty_kind(slot, board.script) else {
            continue;
        };
        let name = SlotName(slot.name.clone());
        let element = Element::new(ElementId::random(), Some(name), board.front_z(), kind);
        board = board.with_element(Arc::new(element));
    }
    board
}
