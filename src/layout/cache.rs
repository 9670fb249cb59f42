//! Boards laid out once and kept until something they show changes.

use super::{Labels, Laid, LayoutInput, lay_board};
use crate::model::{Board, BoardId, Exhibition};
use crate::script::Script;
use crate::text::{self, Fonts};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// A board, and the script it is shown in (`None` is its own).
type Shown = (BoardId, Option<Script>);

/// Shared between window, jobs and checks; one entry a board and script.
pub struct LayoutCache {
    fonts: Arc<Fonts>,
    entries: Mutex<HashMap<Shown, (LayoutInput, Arc<Laid>)>>,
}

impl LayoutCache {
    pub fn new(fonts: Arc<Fonts>) -> LayoutCache {
        LayoutCache {
            fonts,
            entries: Mutex::default(),
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
        if let Some(laid) = self.entries.lock().ok().and_then(|entries| kept(&entries)) {
            return laid;
        }
        let laid = Arc::new(lay_board(&input, &self.fonts));
        if let Ok(mut entries) = self.entries.lock() {
            entries.insert(key, (input, laid.clone()));
        }
        laid
    }
}

/// All that decides how this board looks.
pub fn layout_input(exhibition: &Exhibition, board: &Arc<Board>, script: Option<Script>) -> LayoutInput {
    let template = exhibition.template_of(board).cloned().unwrap_or_default();
    let number = exhibition.number(board.id).map(|number| format!("{number:03}"));
    LayoutInput {
        board: board.clone(),
        template,
        words: exhibition.words.clone(),
        photos: exhibition.photos.clone(),
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
                .photos()
                .all(|photo| old.photos.get(&photo) == new.photos.get(&photo))
    };
    Arc::ptr_eq(&old.board, &new.board)
        && Arc::ptr_eq(&old.template, &new.template)
        && Arc::ptr_eq(&old.words, &new.words)
        && old.region == new.region
        && old.labels == new.labels
        && old.script == new.script
        && old.named == new.named
        && same_photos()
}
