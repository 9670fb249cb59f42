//! What is asked of boards only when they go to the shop: that they are approved, and what they are made of.

use crate::base::say::RuleSay;
use crate::base::{Finding, Place, Severity};
use crate::model::{Board, BoardState, Exhibition};
use std::sync::Arc;

pub fn check(exhibition: &Exhibition, boards: &[Arc<Board>]) -> Vec<Finding> {
    let codes = |is_so: &dyn Fn(&Board) -> bool| -> Vec<String> {
        let those = boards.iter().filter(|board| is_so(board));
        those.map(|board| board.code.clone()).collect()
    };
    let returned = codes(&|board| exhibition.state(board.id) == BoardState::Returned);
    let open = codes(&|board| {
        let state = exhibition.state(board.id);
        !state.is_final() && state != BoardState::Returned
    });
    let bare = codes(&|board| board.make.material.trim().is_empty());
    let tell = |boards: Vec<String>, severity, rule, say: fn(Vec<String>) -> RuleSay| {
        (!boards.is_empty()).then(|| Finding {
            severity,
            rule,
            place: Place::default(),
            say: say(boards).into(),
        })
    };
    [
        tell(returned, Severity::Error, "returned", |boards| RuleSay::Returned {
            boards,
        }),
        tell(open, Severity::Warning, "not-approved", |boards| RuleSay::NotApproved {
            boards,
        }),
        tell(bare, Severity::Warning, "material", |boards| RuleSay::MaterialMissing {
            boards,
        }),
    ]
    .into_iter()
    .flatten()
    .collect()
}
