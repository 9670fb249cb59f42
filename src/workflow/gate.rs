//! What stands between a show and the shop: errors block, warnings wait for a reason, notes pass.

use crate::base::{Finding, Severity, utc};
use crate::model::{Board, BoardId, BoardState, Command, Exhibition, Sent, SentBoard};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

#[derive(Clone, Debug, Default)]
pub struct Gate {
    pub errors: Vec<Finding>,
    /// Warnings that nobody has taken upon themselves.
    pub open: Vec<Finding>,
    /// Warnings with the reason somebody gave.
    pub accepted: Vec<(Finding, String)>,
    pub notes: Vec<Finding>,
}

impl Gate {
    pub fn of(exhibition: &Exhibition, findings: Vec<Finding>) -> Gate {
        let mut gate = Gate::default();
        for finding in findings {
            let reason = exhibition.show.print.reason(&finding).map(|reason| reason.why.clone());
            match (finding.severity, reason) {
                (Severity::Error, _) => gate.errors.push(finding),
                (Severity::Warning, None) => gate.open.push(finding),
                (Severity::Warning, Some(why)) => gate.accepted.push((finding, why)),
                (Severity::Note, _) => gate.notes.push(finding),
            }
        }
        gate
    }

    pub fn is_open(&self) -> bool {
        self.errors.is_empty() && self.open.is_empty()
    }
}

/// One step: the hand-over in the show's book, and approved boards on their way.
pub fn sent(exhibition: &Exhibition, folder: &Path, boards: &[SentBoard], shop: String) -> Command {
    let mut book = exhibition.show.print.clone();
    book.sent.push(Sent {
        at: utc::now(),
        shop,
        package: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        boards: boards.to_vec(),
    });
    let approved = boards
        .iter()
        .filter(|one| exhibition.state(one.board) == BoardState::Approved);
    let on_their_way = approved.map(|one| Command::SetState {
        board: one.board,
        state: BoardState::SentToShop,
    });
    Command::Batch(std::iter::once(Command::SetPrint(book)).chain(on_their_way).collect())
}

/// Boards that this shop has, by these hand-overs, as they are now.
pub fn unchanged_since(exhibition: &Exhibition, sent: &[Sent], shop: &str) -> BTreeSet<BoardId> {
    let is_same = |board: &&Arc<Board>| {
        let mut last = sent.iter().rev().filter(|one| one.shop == shop);
        let last = last.find_map(|one| one.boards.iter().find(|of| of.board == board.id));
        last.is_some_and(|last| {
            last.body == board.digest() && exhibition.number(board.id) == Some(last.number as usize)
        })
    };
    exhibition.boards.iter().filter(is_same).map(|board| board.id).collect()
}

/// Boards that went out and are not as they were then.
pub fn changed_since_sent(exhibition: &Exhibition) -> Vec<usize> {
    let boards = exhibition.in_order().into_iter().enumerate();
    let is_changed = |(at, board): (usize, &Arc<Board>)| {
        let (_, was) = exhibition.show.print.last_sent(board.id)?;
        (was.body != board.digest() || was.number as usize != at + 1).then_some(at + 1)
    };
    boards.filter_map(is_changed).collect()
}
