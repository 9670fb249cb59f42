//! Preflight: what would go wrong in print or in the plaza, one rule a file. Reads frames and facts; changes nothing.

mod captions;
mod couplet;
mod doubts;
mod emblem;
mod empty;
mod finishing;
mod font_embedding;
mod font_lacks;
mod font_missing;
mod font_stand_in;
mod frozen_words;
mod ground;
mod mixed_script;
mod photo_alike;
mod photo_chat;
mod photo_dpi;
mod photo_state;
mod photo_twice;
mod photo_unmasked;
mod placement;
mod punctuation;
mod qr_size;
mod safe_area;
mod small_text;
mod walk;

pub use doubts::{OpenCharacter, doubts_in, open_characters};
pub use emblem::LEAST as EMBLEM_LEAST;
pub use font_missing::RULE as FONT_MISSING;

use crate::base::{Finding, Place, Say, Severity};
use crate::layout::{GlyphRun, Item, Laid, LayoutCache};
use crate::model::{Board, Element, ElementId, Exhibition, Shop, Template};
use rayon::prelude::*;
use std::sync::Arc;

/// One board with all that its rules read.
struct Subject<'a> {
    exhibition: &'a Exhibition,
    board: &'a Board,
    template: Option<&'a Template>,
    laid: &'a Laid,
    shop: &'a Shop,
}

/// The rules that look at one board, in the order their findings stand.
const RULES: &[fn(&Subject<'_>, &mut Vec<Finding>)] = &[
    photo_state::check,
    photo_dpi::check,
    photo_chat::check,
    captions::check_board,
    photo_twice::check_board,
    empty::check,
    small_text::check,
    safe_area::check,
    finishing::check,
    couplet::check,
    qr_size::check,
    emblem::check,
    ground::check,
    mixed_script::check,
    punctuation::check,
    doubts::check,
    frozen_words::check,
    font_missing::check,
    font_lacks::check,
    font_embedding::check,
    font_stand_in::check,
];

/// Everything to say about one board that is laid out: its layout's own findings first.
pub fn check_board(exhibition: &Exhibition, board: &Arc<Board>, laid: &Laid, shop: &Shop) -> Vec<Finding> {
    let subject = Subject {
        exhibition,
        board,
        template: exhibition.template_of(board).map(|template| &**template),
        laid,
        shop,
    };
    let mut found = laid.findings.clone();
    for rule in RULES {
        rule(&subject, &mut found);
    }
    found
}

/// What only the whole show can tell: one photo, its like or a caption in several places, plan faults, boards without a place.
pub fn check_show(exhibition: &Exhibition) -> Vec<Finding> {
    let mut found = Vec::new();
    photo_twice::check_show(exhibition, &mut found);
    photo_alike::check_show(exhibition, &mut found);
    photo_unmasked::check_show(exhibition, &mut found);
    captions::check_show(exhibition, &mut found);
    placement::check(exhibition, &mut found);
    found
}

/// All of it, in display sequence.
pub fn check_all(exhibition: &Exhibition, cache: &LayoutCache, shop: &Shop) -> Vec<Finding> {
    let boards = exhibition.in_order();
    let each: Vec<Vec<Finding>> = boards
        .par_iter()
        .map(|board| {
            let laid = cache.lay(exhibition, board, None);
            check_board(exhibition, board, &laid, shop)
        })
        .collect();
    let mut found: Vec<Finding> = each.into_iter().flatten().collect();
    found.extend(check_show(exhibition));
    found
}

/// What a show without a shop of its own is held against.
pub fn usual_shop() -> Shop {
    Shop {
        id: Shop::id_of(Shop::USUAL),
        kind: Shop::USUAL.into(),
        name: "胶印".into(),
        ..Shop::default()
    }
}

impl Subject<'_> {
    fn find(&self, element: Option<ElementId>, severity: Severity, rule: &'static str, say: impl Into<Say>) -> Finding {
        let place = Place::board(&self.board.code);
        Finding {
            severity,
            rule,
            place: match element {
                Some(element) => place.at_element(element),
                None => place,
            },
            say: say.into(),
        }
    }

    /// What a reader will see.
    fn shown(&self) -> impl Iterator<Item = &Element> {
        self.board
            .elements
            .iter()
            .map(|element| &**element)
            .filter(|element| !element.is_hidden)
    }

    /// Every piece of text with the element it belongs to.
    fn runs(&self) -> Vec<(Option<ElementId>, &GlyphRun)> {
        let runs = walk::items(&self.laid.frame).into_iter();
        runs.filter_map(|found| match found.item {
            Item::Glyphs(run) => Some((found.source, run)),
            Item::Image(_) | Item::Path(_) | Item::Shadow(_) | Item::Group(_) => None,
        })
        .collect()
    }

    fn slot_of(&self, element: &Element) -> Option<&crate::model::Slot> {
        let name = &element.slot.as_ref()?.0;
        self.template?.slot(name)
    }
}

/// The first characters of a text, so that a sentence can say which one it means.
fn excerpt(text: &str) -> String {
    let line: String = text.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
    let mut short: String = line.chars().take(10).collect();
    if line.chars().count() > 10 {
        short.push('…');
    }
    short
}
