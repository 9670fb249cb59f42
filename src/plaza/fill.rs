//! Boards into stretches, one after the other: what belongs together stays together while there is room for it.

use crate::model::{Board, BoardId, Exhibition};
use std::sync::Arc;

/// What goes onto a line as one: a board, or a whole bay.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub key: usize,
    pub width: f64,
}

/// Between pieces of one group, and between two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaps {
    pub inner: f64,
    pub outer: f64,
}

/// Where the middle of each piece comes to lie, by stretch; and what found no room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filled {
    pub rows: Vec<Vec<(usize, f64)>>,
    pub left: Vec<usize>,
}

impl Filled {
    /// How much of a stretch its pieces take: from the first edge to the last.
    pub fn used(&self, row: usize, width: impl Fn(usize) -> f64) -> f64 {
        let pieces = &self.rows[row];
        pieces.last().map_or(0.0, |(key, middle)| middle + width(*key) / 2.0)
    }
}

/// Groups whole where they fit whole; if then something is left over, wherever there is room for the next piece.
pub fn fill(groups: &[Vec<Piece>], lengths: &[f64], gaps: Gaps) -> Filled {
    let whole = filled(groups, lengths, gaps, true);
    if whole.left.is_empty() {
        return whole;
    }
    let flowing = filled(groups, lengths, gaps, false);
    if flowing.left.len() < whole.left.len() {
        flowing
    } else {
        whole
    }
}

fn filled(groups: &[Vec<Piece>], lengths: &[f64], gaps: Gaps, keeps_whole: bool) -> Filled {
    let mut filled = Filled {
        rows: vec![Vec::new(); lengths.len()],
        left: Vec::new(),
    };
    let (mut row, mut used) = (0, 0.0);
    for group in groups {
        let needs = length_of(group, gaps.inner);
        let lead = |used: f64| if used > 0.0 { gaps.outer } else { 0.0 };
        let has_room = |row: usize, used: f64| lengths.get(row).is_some_and(|length| used + needs <= length + 1e-9);
        if keeps_whole
            && !has_room(row, used + lead(used))
            && let Some(next) = (row + 1..lengths.len()).find(|row| has_room(*row, 0.0))
        {
            (row, used) = (next, 0.0);
        }
        for (at, piece) in group.iter().enumerate() {
            let gap = match (used > 0.0, at) {
                (false, _) => 0.0,
                (true, 0) => gaps.outer,
                (true, _) => gaps.inner,
            };
            let fits = |row: usize, from: f64| lengths[row] + 1e-9 >= from + piece.width;
            if row < lengths.len() && fits(row, used + gap) {
                used += gap;
            } else if let Some(next) = (row + 1..lengths.len()).find(|row| fits(*row, 0.0)) {
                (row, used) = (next, 0.0);
            } else {
                filled.left.push(piece.key);
                continue;
            }
            filled.rows[row].push((piece.key, used + piece.width / 2.0));
            used += piece.width;
        }
    }
    filled
}

pub fn length_of(group: &[Piece], gap: f64) -> f64 {
    let wide: f64 = group.iter().map(|piece| piece.width).sum();
    wide + gap * (group.len() as f64 - 1.0).max(0.0)
}

/// The boards that are to be placed, in display sequence, and which of them belong together.
#[derive(Clone, Debug, Default)]
pub struct Guests {
    pub boards: Vec<Arc<Board>>,
    /// Ranges of `boards`.
    pub groups: Vec<std::ops::Range<usize>>,
}

impl Guests {
    /// Boards of one committee that follow each other; with `by_theme` those of one family of templates alone.
    pub fn of(exhibition: &Exhibition, by_theme: bool, is_guest: impl Fn(BoardId) -> bool) -> Guests {
        let boards: Vec<Arc<Board>> = exhibition
            .in_order()
            .into_iter()
            .filter(|board| is_guest(board.id))
            .cloned()
            .collect();
        let belong =
            |one: &Board, other: &Board| one.committee == other.committee && (!by_theme || theme(one) == theme(other));
        let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
        for at in 0..boards.len() {
            match groups.last_mut() {
                Some(group) if belong(&boards[at - 1], &boards[at]) => group.end = at + 1,
                _ => groups.push(at..at + 1),
            }
        }
        Guests { boards, groups }
    }

    pub fn width(&self, at: usize) -> f64 {
        self.boards[at].size.w / 1000.0
    }

    pub fn pieces(&self) -> Vec<Vec<Piece>> {
        let piece = |key| Piece {
            key,
            width: self.width(key),
        };
        self.groups
            .iter()
            .map(|group| group.clone().map(piece).collect())
            .collect()
    }
}

/// The family of a template, as its name begins: "red" of "red-story".
pub fn theme(board: &Board) -> &str {
    let name = &board.template.name;
    name.split_once('-').map_or(name.as_str(), |(family, _)| family)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(widths: &[&[f64]]) -> Vec<Vec<Piece>> {
        let mut key = 0;
        let mut piece = |width: &f64| {
            key += 1;
            Piece {
                key: key - 1,
                width: *width,
            }
        };
        widths
            .iter()
            .map(|group| group.iter().map(&mut piece).collect())
            .collect()
    }

    #[test]
    fn groups_go_whole_to_the_next_stretch_and_are_parted_only_in_need() {
        let gaps = Gaps { inner: 0.5, outer: 1.0 };
        let two = groups(&[&[1.0, 1.0], &[1.0, 1.0]]);
        let roomy = fill(&two, &[4.0, 4.0], gaps);
        assert_eq!(roomy.rows, [vec![(0, 0.5), (1, 2.0)], vec![(2, 0.5), (3, 2.0)]]);
        let tight = fill(&two, &[4.5, 1.0], gaps);
        assert_eq!((tight.rows[0].len(), tight.rows[1].len()), (3, 1));
        let small = fill(&two, &[1.0, 1.0], gaps);
        assert_eq!(small.left, [2, 3]);
    }
}
