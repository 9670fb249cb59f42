//! What is chosen on the board: one element in `Session`, the rest here.

use super::BoardPane;
use crate::app::session::Session;
use crate::layout::{Laid, bounds, hit};
use crate::model::{Board, Element, ElementId};

impl BoardPane {
    pub(super) fn chosen(&self, session: &Session) -> Vec<ElementId> {
        session.element.into_iter().chain(self.also.iter().copied()).collect()
    }

    pub(super) fn is_chosen(&self, session: &Session, element: ElementId) -> bool {
        session.element == Some(element) || self.also.contains(&element)
    }

    /// Exactly these, whatever groups they are in.
    pub(super) fn choose_just(&mut self, board: &Board, session: &mut Session, elements: &[ElementId]) {
        let mut all: Vec<ElementId> = Vec::new();
        for element in elements {
            if !all.contains(element) {
                all.push(*element);
            }
        }
        session.element = all.first().copied();
        self.also = all.into_iter().skip(1).collect();
        self.key = None;
        self.seen = Some((board.id, session.element));
    }

    /// Exactly these, with those that are grouped with them; of the group that was gone into, only those.
    pub(super) fn choose(&mut self, board: &Board, session: &mut Session, elements: &[ElementId]) {
        let mut all: Vec<ElementId> = Vec::new();
        for element in elements {
            if !all.contains(element) {
                all.push(*element);
            }
            let group = self.shut_group(board, *element);
            let mates = board
                .elements
                .iter()
                .filter(|mate| group.is_some() && mate.group == group);
            for mate in mates {
                if !all.contains(&mate.id) {
                    all.push(mate.id);
                }
            }
        }
        let is_inside = |element: &ElementId| {
            let group = board.element(*element).and_then(|element| element.group);
            group.is_some() && group == self.inside
        };
        if !all.iter().any(is_inside) {
            self.inside = None;
        }
        self.choose_just(board, session, &all);
    }

    /// The group of an element, unless it was gone into.
    fn shut_group(&self, board: &Board, element: ElementId) -> Option<u64> {
        let group = board.element(element)?.group;
        group.filter(|group| self.inside != Some(*group))
    }

    /// Into the group of an element: from now on its members are chosen one by one.
    pub(super) fn enter_group(&mut self, board: &Board, session: &mut Session, element: ElementId) -> bool {
        let Some(group) = self.shut_group(board, element) else {
            return false;
        };
        self.inside = Some(group);
        self.choose_just(board, session, &[element]);
        true
    }

    /// Shift-click: in or out, with the rest of its group.
    pub(super) fn toggle(&mut self, board: &Board, session: &mut Session, element: ElementId) {
        let group = self.shut_group(board, element);
        let is_mate = |other: &Element| other.id == element || (group.is_some() && other.group == group);
        let mates: Vec<ElementId> = board
            .elements
            .iter()
            .filter(|other| is_mate(other))
            .map(|other| other.id)
            .collect();
        let mut all = self.chosen(session);
        let is_out = all.contains(&element);
        if is_out {
            all.retain(|other| !mates.contains(other));
        } else {
            all.extend(mates);
        }
        self.choose_just(board, session, &all);
        self.key = (!is_out).then_some(element);
    }

    /// The next or previous in reading order; the first where none is chosen.
    pub(super) fn choose_next(&mut self, board: &Board, laid: &Laid, session: &mut Session, back: bool) {
        let order = reading_order(board, laid);
        if order.is_empty() {
            return;
        }
        let here = session
            .element
            .and_then(|element| order.iter().position(|other| *other == element));
        let at = match (here, back) {
            (None, false) => 0,
            (None, true) => order.len() - 1,
            (Some(at), false) => (at + 1) % order.len(),
            (Some(at), true) => (at + order.len() - 1) % order.len(),
        };
        self.choose(board, session, &[order[at]]);
    }
}

/// From above, then from the left; what is not shown comes last.
pub fn reading_order(board: &Board, laid: &Laid) -> Vec<ElementId> {
    let mut order: Vec<ElementId> = board.elements.iter().map(|element| element.id).collect();
    let key = |id: &ElementId| {
        let area = laid.areas.get(id).map(|(area, _)| *area);
        area.map_or((true, 0, 0), |area| (false, (area.y / 8.0) as i64, area.x as i64))
    };
    order.sort_by_key(key);
    order
}

/// What a click at this point means: the element whose own area it is, else one that shows something there
/// (a caption under its photo).
pub fn under(board: &Board, laid: &Laid, at: crate::geom::Point, reach: f64) -> Option<ElementId> {
    hit(laid, at, reach).or_else(|| {
        let shows = |element: &&std::sync::Arc<crate::model::Element>| {
            !laid.grips.contains_key(&element.id)
                && laid.areas.contains_key(&element.id)
                && bounds(laid, element.id).is_some_and(|area| area.contains(at))
        };
        board.elements.iter().rev().find(shows).map(|element| element.id)
    })
}
