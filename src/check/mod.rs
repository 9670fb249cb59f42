//! Preflight: what would go wrong in print or in the plaza, one rule a file. Reads frames and facts; changes nothing.
//!
//! What cannot be has no rule. Two boards with one number, or a board without: numbers are places in the display sequence,
//! which every command keeps whole and opening a file mends. Two boards with one code: refused by the commands. RGB in
//! files for a shop that takes inks alone: the export turns all of it, see `screen_colour`. Tests hold all three.

mod approval;
mod brackets;
mod captions;
mod counted;
mod couplet;
mod credit;
mod dates;
mod doubts;
mod emblem;
mod empty;
mod facts;
mod finishing;
mod fixes;
mod font_embedding;
mod font_lacks;
mod font_missing;
mod font_stand_in;
mod frozen_words;
mod ground;
mod hairline;
mod inks;
mod levels;
mod light;
mod made;
mod memo;
mod mixed_script;
mod names;
mod off_board;
mod other_script;
mod photo_alike;
mod photo_chat;
mod photo_dpi;
mod photo_state;
mod photo_twice;
mod photo_unmasked;
mod placement;
mod private_data;
mod punctuation;
mod qr_read;
mod qr_size;
mod repeated;
mod safe_area;
mod screen_colour;
mod shop_profile;
mod small_text;
mod swatches;
mod text_contrast;
mod text_overlap;
mod titles;
mod walk;
mod wet;

pub use doubts::{OpenCharacter, doubts_in, open_characters};
pub use emblem::LEAST as EMBLEM_LEAST;
pub use facts::{quotes, requote};
pub use fixes::fix;
pub use font_missing::RULE as FONT_MISSING;
pub use memo::CheckMemo;
pub use photo_dpi::{Sharpness, sharpness};

use crate::base::{Finding, Place, Say, Severity};
use crate::layout::{GlyphRun, Item, Laid, LayoutCache};
use crate::model::{Board, Element, ElementId, Exhibition, Shop, Template};
use memo::Basis;
use rayon::prelude::*;
use std::sync::Arc;

/// One board with all that its rules read.
struct Subject<'a> {
    exhibition: &'a Exhibition,
    board: &'a Board,
    template: Option<&'a Template>,
    laid: &'a Laid,
    /// All items of its frame with their places.
    parts: Vec<walk::Found<'a>>,
    shop: &'a Shop,
}

/// The rules that look at one board, in the order their findings stand.
const RULES: &[fn(&Subject<'_>, &mut Vec<Finding>)] = &[
    photo_state::check,
    photo_dpi::check,
    photo_chat::check,
    credit::check,
    captions::check_board,
    photo_twice::check_board,
    empty::check,
    made::check,
    small_text::check,
    safe_area::check,
    off_board::check,
    finishing::check,
    couplet::check,
    qr_size::check,
    qr_read::check,
    emblem::check,
    ground::check,
    text_contrast::check,
    text_overlap::check,
    wet::check,
    inks::check,
    screen_colour::check,
    swatches::check,
    hairline::check,
    mixed_script::check,
    other_script::check,
    punctuation::check,
    repeated::check,
    brackets::check,
    counted::check,
    dates::check,
    private_data::check,
    names::check,
    facts::check,
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
        parts: walk::items(&laid.frame),
        shop,
    };
    let mut found = laid.findings.clone();
    for rule in RULES {
        rule(&subject, &mut found);
    }
    levels::settle(exhibition, found)
}

/// What only the whole show can tell: one photo, its like or a caption in several places, plan faults, boards without a place.
pub fn check_show(exhibition: &Exhibition) -> Vec<Finding> {
    check_show_again(exhibition, &CheckMemo::default())
}

fn check_show_again(exhibition: &Exhibition, memo: &CheckMemo) -> Vec<Finding> {
    let mut found = Vec::new();
    photo_twice::check_show(exhibition, &mut found);
    photo_alike::check_show(exhibition, &mut memo.likes(), &mut found);
    photo_unmasked::check_show(exhibition, &mut found);
    captions::check_show(exhibition, &mut found);
    titles::check(exhibition, &mut found);
    facts::check_show(exhibition, &mut found);
    placement::check(exhibition, &mut found);
    levels::settle(exhibition, found)
}

/// What is asked of these boards only when they go to the shop.
pub fn check_handover(exhibition: &Exhibition, boards: &[Arc<Board>]) -> Vec<Finding> {
    levels::settle(exhibition, approval::check(exhibition, boards))
}

/// All of it, in display sequence.
pub fn check_all(exhibition: &Exhibition, cache: &LayoutCache, shop: &Shop) -> Vec<Finding> {
    check_again(exhibition, cache, shop, &CheckMemo::default())
}

/// The same, looking again only at boards that are not as the memo knows them.
pub fn check_again(exhibition: &Exhibition, cache: &LayoutCache, shop: &Shop, memo: &CheckMemo) -> Vec<Finding> {
    let basis = Basis::new(exhibition, shop);
    let of_board = |board: &&Arc<Board>| {
        let laid = cache.lay(exhibition, board, None);
        if let Some(findings) = memo.known(board, &laid, &basis) {
            return findings;
        }
        let findings = check_board(exhibition, board, &laid, shop);
        memo.keep(board, &laid, &basis, &findings);
        findings
    };
    let each: Vec<Vec<Finding>> = exhibition.in_order().par_iter().map(of_board).collect();
    let mut found: Vec<Finding> = each.into_iter().flatten().collect();
    found.extend(check_show_again(exhibition, memo));
    found.extend(levels::settle(
        exhibition,
        shop_profile::check(shop).into_iter().collect(),
    ));
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
        let runs = self.parts.iter();
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
