//! Findings kept from check to check: a board is looked at again only when it, its layout or what its rules read of the
//! show is another allocation. Likeness of photos is kept for as long as the photos come in the same sequence.

use super::photo_alike::Likes;
use crate::base::Finding;
use crate::layout::Laid;
use crate::model::{Board, BoardId, Exhibition, Shop};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

#[derive(Default)]
pub struct CheckMemo {
    boards: Mutex<BTreeMap<BoardId, Kept>>,
    likes: Mutex<Likes>,
}

struct Kept {
    board: Arc<Board>,
    laid: Arc<Laid>,
    basis: Basis,
    findings: Vec<Finding>,
}

/// What rules of one board read besides the board and its layout.
#[derive(Clone)]
pub struct Basis {
    exhibition: Exhibition,
    shop: Arc<Shop>,
}

impl Basis {
    pub fn new(exhibition: &Exhibition, shop: &Shop) -> Basis {
        Basis {
            // Boards are compared one by one.
            exhibition: Exhibition {
                boards: Vec::new(),
                ..exhibition.clone()
            },
            shop: Arc::new(shop.clone()),
        }
    }

    fn is_same(&self, other: &Basis) -> bool {
        let (one, two) = (&self.exhibition, &other.exhibition);
        Arc::ptr_eq(&one.show, &two.show)
            && Arc::ptr_eq(&one.templates, &two.templates)
            && Arc::ptr_eq(&one.photos, &two.photos)
            && Arc::ptr_eq(&one.words, &two.words)
            && Arc::ptr_eq(&one.facts, &two.facts)
            && (Arc::ptr_eq(&self.shop, &other.shop) || self.shop == other.shop)
    }
}

impl CheckMemo {
    pub fn known(&self, board: &Arc<Board>, laid: &Arc<Laid>, basis: &Basis) -> Option<Vec<Finding>> {
        let boards = self.boards.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = boards.get(&board.id)?;
        let is_same = Arc::ptr_eq(&kept.board, board) && Arc::ptr_eq(&kept.laid, laid) && kept.basis.is_same(basis);
        is_same.then(|| kept.findings.clone())
    }

    /// Which photos are like each other, as it was last found.
    pub fn likes(&self) -> MutexGuard<'_, Likes> {
        self.likes.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn keep(&self, board: &Arc<Board>, laid: &Arc<Laid>, basis: &Basis, findings: &[Finding]) {
        let kept = Kept {
            board: board.clone(),
            laid: laid.clone(),
            basis: basis.clone(),
            findings: findings.to_vec(),
        };
        self.boards
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(board.id, kept);
    }
}
