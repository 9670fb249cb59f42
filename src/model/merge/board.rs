//! Boards of two sides matched by id, then by code; each pair merged, the display sequence with them.

use super::super::{Binned, Element, ElementKind, RichText, free_code};
use super::value::{Judge, sequence};
use super::{Board, BoardId, BoardNews, Choices, ElementId, Exhibition, News, Take, Versions};
use crate::base::Digest;
use crate::model::BoardState;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) struct Boards {
    pub news: Vec<BoardNews>,
    /// Boards of theirs that were not taken in.
    pub left: BTreeSet<BoardId>,
}

impl Boards {
    pub fn merge(
        versions: &Versions<'_>,
        choices: &Choices,
        judge: &mut Judge<'_>,
        after: &mut Exhibition,
        at: &str,
    ) -> Boards {
        let news = news(versions);
        let mut work = Work {
            versions,
            judge,
            after,
            at,
            left: BTreeSet::new(),
        };
        for row in &news {
            let take = choices.boards.get(&row.id).copied().unwrap_or(row.news.usual());
            work.row(row, take);
        }
        work.order();
        let left = work.left;
        Boards { news, left }
    }
}

/// Every board of the two sides, ours in display sequence first.
fn news(versions: &Versions<'_>) -> Vec<BoardNews> {
    let Versions { base, ours, theirs, .. } = versions;
    let mut rows = Vec::new();
    let mut matched: BTreeSet<BoardId> = BTreeSet::new();
    for board in ours.in_order() {
        let same = theirs.board(board.id);
        let twin = || {
            let twin = theirs.board_by_code(&board.code)?;
            (ours.board(twin.id).is_none() && base.board(twin.id).is_none()).then_some(twin)
        };
        let Some(their) = same.or_else(twin) else {
            if base.board(board.id).is_some() {
                rows.push(row(board.id, News::RemovedThere, Some(board), None));
            }
            continue;
        };
        matched.insert(their.id);
        let news = if their.id == board.id {
            kind(base.board(board.id).map(|base| &**base), board, their, versions)
        } else if is_alike(board, their) {
            News::Same
        } else {
            News::SameCode
        };
        rows.push(row(their.id, news, Some(board), Some(their)));
    }
    for their in theirs
        .in_order()
        .into_iter()
        .filter(|their| !matched.contains(&their.id))
    {
        match base.board(their.id) {
            // Removed here, and there it is as it was.
            Some(base) if base == their => {}
            Some(_) => rows.push(row(their.id, News::RemovedHere, None, Some(their))),
            None => rows.push(row(their.id, News::New, None, Some(their))),
        }
    }
    rows
}

fn row(id: BoardId, news: News, ours: Option<&Arc<Board>>, theirs: Option<&Arc<Board>>) -> BoardNews {
    BoardNews {
        id,
        news,
        ours: ours.cloned(),
        theirs: theirs.cloned(),
    }
}

/// A state is no part of a board's body, and a change of it is a change of the board all the same.
fn kind(base: Option<&Board>, ours: &Board, theirs: &Board, versions: &Versions<'_>) -> News {
    let [before, here, there] = [versions.base, versions.ours, versions.theirs].map(|show| show.state(ours.id));
    let (is_new_here, is_new_there) = match base {
        _ if ours == theirs && here == there => (false, false),
        Some(base) => ((ours, here) != (base, before), (theirs, there) != (base, before)),
        None => (true, true),
    };
    match (is_new_here, is_new_there) {
        (false, false) => News::Same,
        (true, false) => News::ChangedHere,
        (false, true) => News::ChangedThere,
        (true, true) => News::ChangedOnBoth,
    }
}

/// The same but for ids: both offices took in the same content.
fn is_alike(one: &Board, other: &Board) -> bool {
    let bare = |board: &Board| {
        let kinds = board.elements.iter().map(|element| Element {
            id: ElementId(0),
            ..Element::clone(element)
        });
        let elements = kinds.map(Arc::new).collect();
        Board {
            id: BoardId(0),
            elements,
            ..board.clone()
        }
    };
    bare(one) == bare(other)
}

struct Work<'w, 'j> {
    versions: &'w Versions<'w>,
    judge: &'w mut Judge<'j>,
    after: &'w mut Exhibition,
    at: &'w str,
    left: BTreeSet<BoardId>,
}

impl Work<'_, '_> {
    fn row(&mut self, row: &BoardNews, take: Take) {
        match (row.news, take) {
            (News::Same | News::ChangedHere, _) => {}
            (_, Take::Leave) => drop(self.left.insert(row.id)),
            (News::New, _) => self.add(row.theirs.as_ref(), None),
            (News::SameCode, Take::Merge) => self.replace(row),
            (_, Take::Copy) if row.theirs.is_some() => self.add(row.theirs.as_ref(), Some(row.id)),
            _ => self.merge(row),
        }
    }

    /// A board of theirs; as a copy it gets ids of its own, the same each time, and says in its title what it is.
    fn add(&mut self, board: Option<&Arc<Board>>, copy_of: Option<BoardId>) {
        let Some(board) = board else { return };
        let mut body = Board::clone(board);
        if copy_of.is_some() {
            body.id = BoardId(derived(body.id.0, board));
            for element in &mut body.elements {
                let mut copy = Element::clone(element);
                copy.id = ElementId(derived(copy.id.0, board));
                mark_title(&mut copy);
                *element = Arc::new(copy);
            }
            body.elements.sort_by(|a, b| (&a.z, a.id).cmp(&(&b.z, b.id)));
        }
        if self.after.board(body.id).is_some() {
            return;
        }
        body.code = free_code(&body.code, |code| self.after.board_by_code(code).is_some());
        let state = match copy_of {
            Some(_) => BoardState::Draft,
            None => self.versions.theirs.state(body.id),
        };
        if state != BoardState::Draft {
            Arc::make_mut(&mut self.after.states).insert(body.id, state);
        }
        let body = settled(&body, state, &[]);
        self.after.boards.push(body.unwrap_or_else(|| board.clone()));
    }

    /// Their board in place of ours of the same code.
    fn replace(&mut self, row: &BoardNews) {
        let (Some(ours), Some(theirs)) = (&row.ours, &row.theirs) else {
            return;
        };
        let body = Board {
            id: ours.id,
            ..Board::clone(theirs)
        };
        self.put(ours, body);
    }

    fn merge(&mut self, row: &BoardNews) {
        let value = |board: Option<&Arc<Board>>| board.and_then(|board| serde_json::to_value(board).ok());
        let base = value(self.versions.base.board(row.id));
        let (ours, theirs) = (value(row.ours.as_ref()), value(row.theirs.as_ref()));
        let merged = self.judge.under("board", |judge| {
            judge.merge(&row.id.to_string(), base.as_ref(), ours.as_ref(), theirs.as_ref())
        });
        let body: Option<Board> = merged
            .as_ref()
            .and_then(|merged| serde_json::from_value(merged.clone()).ok());
        match (&row.ours, body) {
            (Some(ours), Some(body)) => {
                self.state(row.id);
                self.put(ours, body);
            }
            // It came out as nothing that can be read: ours stays.
            (Some(_), None) if merged.is_some() => {}
            (Some(ours), None) => self.remove(ours),
            (None, Some(_)) => self.add(row.theirs.as_ref(), None),
            (None, None) => {}
        }
    }

    fn state(&mut self, id: BoardId) {
        let Versions { base, ours, theirs, .. } = self.versions;
        if theirs.board(id).is_none() {
            return;
        }
        let [base, ours, theirs] = [base, ours, theirs].map(|show| serde_json::to_value(show.state(id)).ok());
        let merged = self.judge.under("state", |judge| {
            judge.merge(&id.to_string(), base.as_ref(), ours.as_ref(), theirs.as_ref())
        });
        let state: Option<BoardState> = merged.and_then(|merged| serde_json::from_value(merged).ok());
        if let Some(state) = state.filter(|state| *state != self.after.state(id)) {
            Arc::make_mut(&mut self.after.states).insert(id, state);
        }
    }

    fn put(&mut self, ours: &Arc<Board>, mut body: Board) {
        body.elements.sort_by(|a, b| (&a.z, a.id).cmp(&(&b.z, b.id)));
        body.code = free_code(&body.code, |code| {
            self.after.board_by_code(code).is_some_and(|other| other.id != ours.id)
        });
        // What is as it was stays the very same, so that nothing is laid out again.
        for element in &mut body.elements {
            if let Some(same) = ours.element(element.id).filter(|same| *same == element) {
                *element = same.clone();
            }
        }
        let state = self.after.state(ours.id);
        let known: Vec<&Board> = [Some(&**ours), self.versions.theirs.board(ours.id).map(|their| &**their)]
            .into_iter()
            .flatten()
            .collect();
        let Some(body) = settled(&body, state, &known) else {
            return;
        };
        if let Some(slot) = self.after.boards.iter_mut().find(|board| board.id == ours.id)
            && **slot != *body
        {
            *slot = body;
        }
    }

    /// To the bin, as when a person deletes it.
    fn remove(&mut self, board: &Arc<Board>) {
        let binned = Binned::of(self.versions.ours, board, self.at);
        Arc::make_mut(&mut self.after.bin).push(Arc::new(binned));
        self.after.boards.retain(|other| other.id != board.id);
    }

    /// Ours; where theirs alone moved boards of the whole show, theirs. New ones stand behind their neighbour there, or
    /// behind their unit.
    fn order(&mut self) {
        let Versions {
            base,
            ours,
            theirs,
            is_one_show,
        } = self.versions;
        let there: BTreeSet<BoardId> = self.after.boards.iter().map(|board| board.id).collect();
        let mut order = if *is_one_show {
            sequence(&base.order, &ours.order, &theirs.order)
        } else {
            ours.order.to_vec()
        };
        order.retain(|id| there.contains(id));
        let units: BTreeMap<BoardId, _> = self
            .after
            .boards
            .iter()
            .map(|board| (board.id, board.committee))
            .collect();
        let their_place: BTreeMap<BoardId, usize> = theirs.order.iter().copied().zip(0..).collect();
        let mut missing: Vec<BoardId> = there.iter().copied().filter(|id| !order.contains(id)).collect();
        missing.sort_by_key(|id| (their_place.get(id).copied().unwrap_or(usize::MAX), *id));
        for id in missing {
            let unit = order.iter().rposition(|other| units.get(other) == units.get(&id));
            order.insert(unit.map_or(order.len(), |at| at + 1), id);
        }
        if order != *self.after.order {
            self.after.order = Arc::new(order);
        }
    }
}

/// An id that is made from another one, so that the same merge gives the same board again.
fn derived(id: u128, of: &Board) -> u128 {
    let made = Digest::of(format!("second of {:032x} {:032x}", of.id.0, id).as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&made.0[..16]);
    u128::from_le_bytes(bytes)
}

fn mark_title(element: &mut Element) {
    let is_title = element.slot.as_ref().is_some_and(|slot| slot.role() == "title");
    if let ElementKind::Text(text) = &mut element.kind
        && is_title
    {
        add(&mut text.text.source);
        if let crate::model::OtherScript::Kept { text: kept, of } = &mut text.text.other {
            add(kept);
            *of = text.text.source.digest();
        }
    }
    fn add(text: &mut RichText) {
        if let Some(para) = text.paras.last_mut() {
            para.text.push_str("（另一份）");
        }
    }
}

/// The body as it may stand: frozen texts are those of what is approved; `known` are the versions in which they still fit. `None` where its numbers are out of reach.
fn settled(body: &Board, state: BoardState, known: &[&Board]) -> Option<Arc<Board>> {
    let mut body = match crate::model::apply::settled(body) {
        Ok(Some(settled)) => settled,
        Ok(None) => body.clone(),
        Err(_) => return None,
    };
    for element in &mut body.elements {
        let mut kind = element.kind.clone();
        if state.is_final() {
            let versions = known.iter().filter_map(|board| board.element(element.id));
            let versions: Vec<&ElementKind> = versions.map(|element| &element.kind).collect();
            if !versions.is_empty() {
                kind.thaw_unless(&versions);
            }
        } else {
            kind.thaw();
        }
        if kind != element.kind {
            Arc::make_mut(element).kind = kind;
        }
    }
    Some(Arc::new(body))
}
