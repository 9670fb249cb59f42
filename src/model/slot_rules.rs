//! What a template holds fast on the boards that stand on it: the place, the look, the content of a slot.

use super::apply::{Done, refuse};
use super::{BoardId, Element, ElementId, ElementKind, Exhibition, MarkKind, SlotRules, StyleName};
use crate::base::say::ModelSay;
use std::sync::Arc;

impl Exhibition {
    /// What the template of its board says of an element; one that fills no slot of its own is free.
    pub fn rules_of(&self, board: BoardId, element: ElementId) -> SlotRules {
        let rules = || {
            let board = self.board(board)?;
            let element = board.element(element)?;
            let slot = self.template_of(board)?.slot(&element.slot.as_ref()?.0)?;
            Some(slot.rules)
        };
        rules().unwrap_or_default()
    }

    /// Elements that still show the example their template began with, though it says that they must not.
    pub fn unchanged(&self, board: &super::Board) -> Vec<ElementId> {
        let Some(template) = self.template_of(board) else {
            return Vec::new();
        };
        let is_example = |element: &&Arc<Element>| {
            let Some(name) = element.slot.as_ref() else {
                return false;
            };
            let must = template.slot(&name.0).is_some_and(|slot| slot.rules.must_change);
            let first = template.start.iter().find(|first| first.slot.as_ref() == Some(name));
            must && first.is_some_and(|first| says(&first.kind) == says(&element.kind))
        };
        let found = board.elements.iter().filter(is_example);
        found.map(|element| element.id).collect()
    }
}

pub(super) fn place_is_free(show: &Exhibition, board: BoardId, element: ElementId) -> Done {
    if show.rules_of(board, element).fixed_place {
        return refuse(ModelSay::PlaceFixed);
    }
    Ok(())
}

pub(super) fn kind_is_free(show: &Exhibition, board: BoardId, element: ElementId, kind: &ElementKind) -> Done {
    let rules = show.rules_of(board, element);
    let Some(old) = show.board(board).and_then(|board| board.element(element)) else {
        return Ok(());
    };
    if rules.fixed_content && says(&old.kind) != says(kind) {
        return refuse(ModelSay::ContentFixed);
    }
    if rules.fixed_style && !looks_alike(&old.kind, kind) {
        return refuse(ModelSay::StyleFixed);
    }
    Ok(())
}

/// All that a reader meets, without how it looks.
fn says(kind: &ElementKind) -> (Vec<String>, Option<crate::base::Digest>) {
    let mut said: Vec<String> = kind.texts().iter().map(|text| text.source.to_plain()).collect();
    match kind {
        ElementKind::Number(number) => said.push(number.value.clone()),
        ElementKind::Qr(qr) => said.push(qr.content.clone()),
        _ => {}
    }
    (said, kind.file())
}

/// Nothing of the look has come in that was not there before: words may go, and their marks with them.
fn looks_alike(old: &ElementKind, new: &ElementKind) -> bool {
    let known = marks(old);
    let is_dressed_so = match (old, new) {
        (ElementKind::Photo(old), ElementKind::Photo(new)) => {
            (&old.shape, &old.edge, &old.tone) == (&new.shape, &new.edge, &new.tone)
        }
        (ElementKind::Shape(old), ElementKind::Shape(new)) => old == new,
        _ => style(old) == style(new),
    };
    is_dressed_so && marks(new).iter().all(|mark| known.contains(mark))
}

fn style(kind: &ElementKind) -> Option<&StyleName> {
    match kind {
        ElementKind::Text(text) => text.style.as_ref(),
        _ => None,
    }
}

fn marks(kind: &ElementKind) -> Vec<MarkKind> {
    let paras = kind.texts().into_iter().flat_map(|text| &text.source.paras);
    let marks = paras.flat_map(|para| para.marks.iter().map(|mark| mark.kind.clone()));
    marks
        .filter(|kind| !matches!(kind, MarkKind::Pick(_) | MarkKind::Field(_) | MarkKind::Ruby(_)))
        .collect()
}
