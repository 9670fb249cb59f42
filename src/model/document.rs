//! The exhibition being edited, with undo. Undo keeps earlier exhibitions; nothing has an inverse.

use super::{Board, Command, Element, Exhibition, OtherScript, Refusal, RichText, TwoScript};
use crate::base::say::Deed;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

pub struct Document {
    now: Exhibition,
    revision: u64,
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    /// Sum over `undo`.
    undo_bytes: usize,
    gesture: Option<Gesture>,
}

/// An exhibition to go back (or forward) to, and what the way between did.
struct Step {
    exhibition: Exhibition,
    deed: Deed,
    /// About what this snapshot alone keeps in memory.
    bytes: usize,
}

struct Gesture {
    start: Exhibition,
    deed: Option<Deed>,
}

const MOST_STEPS: usize = 1000;
const MOST_BYTES: usize = 64 << 20;

impl Document {
    pub fn new(exhibition: Exhibition) -> Document {
        Document {
            now: exhibition,
            revision: 0,
            undo: VecDeque::new(),
            redo: Vec::new(),
            undo_bytes: 0,
            gesture: None,
        }
    }

    pub fn exhibition(&self) -> &Exhibition {
        &self.now
    }

    /// Counts up with every change, undo included.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// One command, one undo step (inside a gesture: part of the gesture's step).
    /// A command that changes nothing leaves no step.
    pub fn execute(&mut self, command: &Command) -> Result<(), Refusal> {
        let next = command.apply(&self.now)?;
        if next.is_same(&self.now) {
            return Ok(());
        }
        let before = self.replace(next);
        match &mut self.gesture {
            Some(gesture) => gesture.deed = Some(command.deed()),
            None => self.remember(before, command.deed()),
        }
        Ok(())
    }

    /// Starts a drag: everything until `commit` is one step; each move is computed from the start.
    /// A gesture still open is committed first.
    pub fn begin(&mut self) {
        self.commit();
        self.gesture = Some(Gesture {
            start: self.now.clone(),
            deed: None,
        });
    }

    /// The exhibition as it was at `begin`.
    pub fn start_of_gesture(&self) -> Option<&Exhibition> {
        self.gesture.as_ref().map(|gesture| &gesture.start)
    }

    /// Ends the gesture as one step; a drag that came back to its start leaves none and keeps redo.
    pub fn commit(&mut self) {
        let Some(gesture) = self.gesture.take() else {
            return;
        };
        let Some(deed) = gesture.deed else {
            return;
        };
        if is_equal(&gesture.start, &self.now) {
            // The start's own `Arc`s come back, so that nothing is laid out or saved again.
            self.replace(gesture.start);
        } else {
            self.remember(gesture.start, deed);
        }
    }

    /// Back to `begin`; redo is as it was.
    pub fn cancel(&mut self) {
        if let Some(gesture) = self.gesture.take()
            && !gesture.start.is_same(&self.now)
        {
            self.replace(gesture.start);
        }
    }

    /// One step back. During a drag it cancels the drag.
    pub fn undo(&mut self) -> bool {
        if self.gesture.is_some() {
            self.cancel();
            return true;
        }
        let Some(step) = self.undo.pop_back() else {
            return false;
        };
        self.undo_bytes -= step.bytes;
        let after = self.replace(step.exhibition);
        self.redo.push(Step {
            exhibition: after,
            ..step
        });
        true
    }

    /// One step forward again; nothing during a drag.
    pub fn redo(&mut self) -> bool {
        if self.gesture.is_some() {
            return false;
        }
        let Some(step) = self.redo.pop() else {
            return false;
        };
        let before = self.replace(step.exhibition);
        self.undo_bytes += step.bytes;
        self.undo.push_back(Step {
            exhibition: before,
            ..step
        });
        true
    }

    pub fn can_undo(&self) -> bool {
        self.gesture.is_some() || !self.undo.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        self.gesture.is_none() && !self.redo.is_empty()
    }

    /// What `undo` would take back.
    pub fn undo_deed(&self) -> Option<Deed> {
        match &self.gesture {
            Some(gesture) => gesture.deed,
            None => self.undo.back().map(|step| step.deed),
        }
    }

    /// What `redo` would do again.
    pub fn redo_deed(&self) -> Option<Deed> {
        self.redo
            .last()
            .filter(|_| self.gesture.is_none())
            .map(|step| step.deed)
    }

    /// What was done, the oldest first, and what was undone, the next to be redone first.
    pub fn deeds(&self) -> (Vec<Deed>, Vec<Deed>) {
        let done = self.undo.iter().map(|step| step.deed).collect();
        (done, self.redo.iter().rev().map(|step| step.deed).collect())
    }

    /// Back or forward until so many steps are done.
    pub fn go_to(&mut self, done: usize) {
        self.cancel();
        while self.undo.len() > done && self.undo() {}
        while self.undo.len() < done && self.redo() {}
    }

    fn replace(&mut self, next: Exhibition) -> Exhibition {
        self.revision += 1;
        std::mem::replace(&mut self.now, next)
    }

    fn remember(&mut self, before: Exhibition, deed: Deed) {
        let bytes = bytes_apart(&before, &self.now);
        self.redo.clear();
        self.undo_bytes += bytes;
        self.undo.push_back(Step {
            exhibition: before,
            deed,
            bytes,
        });
        while self.undo.len() > MOST_STEPS || (self.undo_bytes > MOST_BYTES && self.undo.len() > 1) {
            let Some(oldest) = self.undo.pop_front() else {
                break;
            };
            self.undo_bytes -= oldest.bytes;
        }
    }
}

/// Equal by value; shared parts are not looked into.
fn is_equal(one: &Exhibition, other: &Exhibition) -> bool {
    fn same<T: PartialEq>(one: &Arc<T>, other: &Arc<T>) -> bool {
        Arc::ptr_eq(one, other) || one == other
    }
    fn all<T: PartialEq>(some: &[Arc<T>], others: &[Arc<T>]) -> bool {
        some.len() == others.len() && some.iter().zip(others).all(|(one, other)| same(one, other))
    }
    same(&one.show, &other.show)
        && same(&one.committees, &other.committees)
        && all(&one.boards, &other.boards)
        && same(&one.order, &other.order)
        && same(&one.states, &other.states)
        && all(&one.plazas, &other.plazas)
        && same(&one.templates, &other.templates)
        && same(&one.photos, &other.photos)
        && same(&one.words, &other.words)
        && same(&one.facts, &other.facts)
        && same(&one.shops, &other.shops)
        && same(&one.imports, &other.imports)
        && same(&one.bin, &other.bin)
        && same(&one.met, &other.met)
}

/// About how many bytes `before` keeps that `after` does not share. Cheap: looks only into what differs.
fn bytes_apart(before: &Exhibition, after: &Exhibition) -> usize {
    let mut bytes = size_of::<Step>() + 8 * (before.boards.len() + before.plazas.len());
    let kept: BTreeMap<_, _> = after.boards.iter().map(|board| (board.id, board)).collect();
    for board in &before.boards {
        match kept.get(&board.id) {
            Some(other) if Arc::ptr_eq(board, other) => {}
            other => bytes += board_bytes(board, other.map(|other| &***other)),
        }
    }
    let mut part = |is_shared: bool, count: usize, each: usize| {
        if !is_shared {
            bytes += count * each;
        }
    };
    part(Arc::ptr_eq(&before.order, &after.order), before.order.len(), 16);
    part(Arc::ptr_eq(&before.states, &after.states), before.states.len(), 32);
    part(
        Arc::ptr_eq(&before.committees, &after.committees),
        before.committees.len(),
        160,
    );
    part(
        Arc::ptr_eq(&before.templates, &after.templates),
        before.templates.len(),
        120,
    );
    part(Arc::ptr_eq(&before.photos, &after.photos), before.photos.len(), 60);
    part(Arc::ptr_eq(&before.words, &after.words), before.words.pairs.len(), 80);
    part(Arc::ptr_eq(&before.facts, &after.facts), before.facts.len(), 300);
    part(Arc::ptr_eq(&before.shops, &after.shops), before.shops.len(), 120);
    part(Arc::ptr_eq(&before.imports, &after.imports), before.imports.len(), 120);
    part(Arc::ptr_eq(&before.met, &after.met), before.met.len(), 120);
    part(Arc::ptr_eq(&before.bin, &after.bin), before.bin.len(), 300);
    for plaza in &before.plazas {
        let is_shared = after.plazas.iter().any(|other| Arc::ptr_eq(plaza, other));
        part(is_shared, plaza.places.len() + 2, 60);
    }
    bytes
}

fn board_bytes(board: &Board, other: Option<&Board>) -> usize {
    let elements = board
        .elements
        .iter()
        .filter(|element| other.is_none_or(|other| !other.elements.iter().any(|kept| Arc::ptr_eq(kept, element))));
    size_of::<Board>() + 100 + 8 * board.elements.len() + elements.map(|element| element_bytes(element)).sum::<usize>()
}

fn element_bytes(element: &Element) -> usize {
    size_of::<Element>() + 64 + element.texts().into_iter().map(text_bytes).sum::<usize>()
}

fn text_bytes(text: &TwoScript) -> usize {
    let rich = |text: &RichText| -> usize {
        text.paras
            .iter()
            .map(|para| 120 + para.text.len() + 64 * para.marks.len())
            .sum()
    };
    size_of::<TwoScript>()
        + rich(&text.source)
        + match &text.other {
            OtherScript::Derived => 0,
            OtherScript::Kept { text, .. } | OtherScript::Frozen { text } => rich(text),
        }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{BoardId, Committee, CommitteeId, Show, TwoName};
    use crate::script::Region;

    fn committee(name: &str) -> Committee {
        Committee {
            id: CommitteeId::random(),
            name: TwoName {
                hans: name.into(),
                hant: name.into(),
            },
        }
    }

    fn document() -> Document {
        Document::new(Exhibition::new(
            TwoName {
                hans: "展".into(),
                hant: "展".into(),
            },
            Region::Mainland,
        ))
    }

    fn rename(document: &Document, title: &str) -> Command {
        let mut show = Show::clone(&document.exhibition().show);
        show.title.hans = title.into();
        Command::SetShow(show)
    }

    #[test]
    fn a_cancelled_drag_keeps_redo_and_a_drag_back_to_the_start_leaves_no_step() {
        let mut doc = document();
        doc.execute(&rename(&doc, "甲")).unwrap();
        doc.execute(&rename(&doc, "乙")).unwrap();
        assert!(doc.undo() && doc.can_redo());
        doc.begin();
        doc.execute(&rename(&doc, "丙")).unwrap();
        doc.cancel();
        assert_eq!(doc.exhibition().show.title.hans, "甲");
        assert!(doc.can_redo());

        let before = doc.exhibition().clone();
        doc.begin();
        doc.execute(&rename(&doc, "丙")).unwrap();
        doc.execute(&rename(&doc, "甲")).unwrap();
        doc.commit();
        assert!(doc.exhibition().is_same(&before));
        assert!(doc.can_redo() && doc.redo());
        assert_eq!(doc.exhibition().show.title.hans, "乙");
    }

    #[test]
    fn a_drag_is_one_step_and_undo_in_its_middle_cancels_it() {
        let mut doc = document();
        doc.begin();
        for title in ["甲", "乙", "丙"] {
            doc.execute(&rename(&doc, title)).unwrap();
            assert_eq!(doc.start_of_gesture().unwrap().show.title.hans, "展");
        }
        doc.commit();
        assert_eq!(doc.undo_deed(), Some(Deed::Show));
        assert!(doc.undo());
        assert_eq!(doc.exhibition().show.title.hans, "展");
        assert!(!doc.can_undo() && doc.can_redo());

        doc.begin();
        doc.execute(&rename(&doc, "丁")).unwrap();
        assert!(!doc.redo(), "no redo in the middle of a drag");
        assert!(doc.undo());
        assert_eq!(doc.exhibition().show.title.hans, "展");
        assert!(!doc.can_undo() && doc.can_redo());
    }

    #[test]
    fn typing_letter_by_letter_is_one_step_only_inside_a_gesture() {
        let mut doc = document();
        doc.execute(&rename(&doc, "甲")).unwrap();
        doc.execute(&rename(&doc, "甲乙")).unwrap();
        assert!(doc.undo());
        assert_eq!(doc.exhibition().show.title.hans, "甲");
    }

    #[test]
    fn setting_what_is_already_there_leaves_no_step_and_no_new_revision() {
        let mut doc = document();
        doc.execute(&rename(&doc, "展")).unwrap();
        assert_eq!((doc.revision(), doc.can_undo()), (0, false));
        assert!(doc.execute(&Command::RemoveBoard(BoardId(1))).is_err());
        assert_eq!((doc.revision(), doc.can_undo()), (0, false));
    }

    #[test]
    fn undo_keeps_a_thousand_steps_and_not_more_than_its_memory() {
        let mut doc = document();
        for step in 0..1100 {
            doc.execute(&rename(&doc, &format!("第{step}次"))).unwrap();
        }
        assert_eq!(doc.undo.len(), 1000);

        let mut doc = document();
        for step in 0..200 {
            // About 1.6 MB a snapshot.
            let list = (0..10_000).map(|_| committee(&format!("单位{step}"))).collect();
            doc.execute(&Command::SetCommittees(list)).unwrap();
        }
        assert!(doc.undo.len() < 60, "{}", doc.undo.len());
        let sum: usize = doc.undo.iter().map(|step| step.bytes).sum();
        assert_eq!(sum, doc.undo_bytes);
        assert!(sum <= MOST_BYTES);
        while doc.undo() {}
        assert_eq!(doc.undo_bytes, 0);
    }
}
