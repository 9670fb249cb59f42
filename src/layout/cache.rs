//! Boards laid out once and kept until something they show changes.

use super::{Labels, Laid, LayoutInput, TextBox, lay_board, lay_board_again, text_boxes};
use crate::media;
use crate::model::{Board, BoardId, ElementId, Exhibition};
use crate::script::Script;
use crate::text::{self, Fonts, Memo};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A board, and the script it is shown in (`None` is its own).
type Shown = (BoardId, Option<Script>);

/// Shared between window, jobs and checks; one entry a board and script.
pub struct LayoutCache {
    fonts: Arc<Fonts>,
    entries: Mutex<HashMap<Shown, (LayoutInput, Arc<Laid>)>>,
    /// The texts of boards that were laid more than once, the last one behind: somebody is at work on them.
    memos: Mutex<Vec<(Shown, Memo)>>,
}

/// A memo takes some megabytes.
const MEMOS: usize = 2;

impl LayoutCache {
    pub fn new(fonts: Arc<Fonts>) -> LayoutCache {
        LayoutCache {
            fonts,
            entries: Mutex::default(),
            memos: Mutex::default(),
        }
    }

    pub fn fonts(&self) -> &Arc<Fonts> {
        &self.fonts
    }

    /// The board as the exhibition shows it; `script` `None` is the board's own.
    pub fn lay(&self, exhibition: &Exhibition, board: &Arc<Board>, script: Option<Script>) -> Arc<Laid> {
        let input = layout_input(exhibition, board, script);
        let key = (board.id, script);
        let kept = |entries: &HashMap<_, (LayoutInput, Arc<Laid>)>| {
            entries
                .get(&key)
                .filter(|(old, _)| is_same(old, &input))
                .map(|(_, laid)| laid.clone())
        };
        let mut is_known = false;
        if let Ok(entries) = self.entries.lock() {
            if let Some(laid) = kept(&entries) {
                return laid;
            }
            is_known = entries.contains_key(&key);
        }
        let memo = self.memo(key);
        let laid = Arc::new(lay_board_again(&input, &self.fonts, &memo));
        if is_known {
            self.keep(key, memo.turned());
        }
        if let Ok(mut entries) = self.entries.lock() {
            entries.insert(key, (input, laid.clone()));
        }
        laid
    }

    /// Where the texts of one element stand, as `lay` has it.
    pub fn boxes(
        &self,
        exhibition: &Exhibition,
        board: &Arc<Board>,
        script: Option<Script>,
        element: ElementId,
    ) -> Vec<TextBox> {
        let input = layout_input(exhibition, board, script);
        let key = (board.id, script);
        let memo = self.memo(key);
        let boxes = text_boxes(&input, &self.fonts, &memo, element);
        self.keep(key, memo.turned());
        boxes
    }

    /// As `lay`, but keeps nothing that it did not keep before: an export of thousands of boards leaves no frames behind.
    pub fn look(&self, exhibition: &Exhibition, board: &Arc<Board>, script: Option<Script>) -> Arc<Laid> {
        let input = layout_input(exhibition, board, script);
        let kept = self.entries.lock().ok().and_then(|entries| {
            let (old, laid) = entries.get(&(board.id, script))?;
            is_same(old, &input).then(|| laid.clone())
        });
        kept.unwrap_or_else(|| Arc::new(lay_board(&input, &self.fonts)))
    }

    fn memo(&self, key: Shown) -> Memo {
        let Ok(mut memos) = self.memos.lock() else {
            return Memo::default();
        };
        let known = memos.iter().position(|(other, _)| *other == key);
        known.map(|at| memos.remove(at).1).unwrap_or_default()
    }

    fn keep(&self, key: Shown, memo: Memo) {
        if let Ok(mut memos) = self.memos.lock() {
            memos.push((key, memo));
            if memos.len() > MEMOS {
                memos.remove(0);
            }
        }
    }
}

/// All that decides how this board looks.
pub fn layout_input(exhibition: &Exhibition, board: &Arc<Board>, script: Option<Script>) -> LayoutInput {
    let template = exhibition.template_of(board).cloned().unwrap_or_default();
    let number = exhibition.number(board.id).map(|number| format!("{number:03}"));
    LayoutInput {
        board: board.clone(),
        template,
        swatches: exhibition.show.swatches.clone(),
        words: exhibition.words.clone(),
        photos: exhibition.photos.clone(),
        art: board.files().filter_map(media::art_at_hand).collect(),
        region: exhibition.show.region,
        labels: Labels {
            number: number.unwrap_or_default(),
            committee: exhibition
                .committee(board.committee)
                .map(|committee| committee.name.clone())
                .unwrap_or_default(),
            show: exhibition.show.title.clone(),
        },
        named: text::at_hand(&exhibition.show.fonts),
        script,
    }
}

/// Both give the same picture: whatever the board shows is equal.
pub fn is_same(old: &LayoutInput, new: &LayoutInput) -> bool {
    let same_photos = || {
        Arc::ptr_eq(&old.photos, &new.photos)
            || new
                .board
                .files()
                .all(|photo| old.photos.get(&photo) == new.photos.get(&photo))
    };
    let is_same_art = |(one, other): (&Arc<_>, &Arc<_>)| Arc::ptr_eq(one, other);
    let same_art = old.art.len() == new.art.len() && old.art.iter().zip(&new.art).all(is_same_art);
    Arc::ptr_eq(&old.board, &new.board)
        && Arc::ptr_eq(&old.template, &new.template)
        && Arc::ptr_eq(&old.words, &new.words)
        && old.swatches == new.swatches
        && old.region == new.region
        && old.labels == new.labels
        && old.script == new.script
        && old.named == new.named
        && same_art
        && same_photos()
}
