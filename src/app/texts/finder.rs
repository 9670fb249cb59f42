//! What was found on each board, kept as long as the board is the same: only changed boards are read again.

use crate::model::{Board, BoardId, Exhibition};
use std::collections::HashMap;
use std::sync::Arc;

pub struct Finder<T> {
    by_board: HashMap<BoardId, (Arc<Board>, Vec<T>)>,
    seen: Option<Exhibition>,
    all: Vec<T>,
}

impl<T> Default for Finder<T> {
    fn default() -> Finder<T> {
        Finder {
            by_board: HashMap::new(),
            seen: None,
            all: Vec::new(),
        }
    }
}

impl<T: Clone> Finder<T> {
    /// All that was found, in display sequence.
    pub fn all(&self) -> &[T] {
        &self.all
    }

    /// Forgets everything: something else is looked for.
    pub fn reset(&mut self) {
        *self = Finder::default();
    }

    /// Looks through the boards that changed since the last call.
    pub fn renew(&mut self, exhibition: &Exhibition, find: impl Fn(&Board) -> Vec<T>) {
        if self.seen.as_ref().is_some_and(|seen| seen.is_same(exhibition)) {
            return;
        }
        let mut before = std::mem::take(&mut self.by_board);
        self.all.clear();
        for board in exhibition.in_order() {
            let kept = before.remove(&board.id).filter(|(known, _)| Arc::ptr_eq(known, board));
            let (_, found) = kept.unwrap_or_else(|| (board.clone(), find(board)));
            self.all.extend(found.iter().cloned());
            self.by_board.insert(board.id, (board.clone(), found));
        }
        self.seen = Some(exhibition.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TwoName;
    use crate::script::Region;
    use std::cell::Cell;

    #[test]
    fn boards_that_stayed_are_not_read_again() {
        let mut show = Exhibition::new(TwoName::default(), Region::Mainland);
        let mut boards: Vec<Board> = (0..3).map(|_| crate::model::board_for_tests()).collect();
        show.boards = boards.drain(..).map(Arc::new).collect();
        show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
        let reads = Cell::new(0);
        let find = |board: &Board| {
            reads.set(reads.get() + 1);
            vec![board.id]
        };
        let mut finder = Finder::default();
        finder.renew(&show, find);
        finder.renew(&show, find);
        assert_eq!((reads.get(), finder.all().len()), (3, 3));
        let mut changed = (*show.boards[1]).clone();
        changed.code = "X".into();
        show.boards[1] = Arc::new(changed);
        finder.renew(&show, find);
        assert_eq!((reads.get(), finder.all()), (4, &show.order[..]));
        show.order = Arc::new(show.order.iter().rev().copied().collect());
        finder.renew(&show, find);
        assert_eq!((reads.get(), finder.all()), (4, &show.order[..]));
    }
}
