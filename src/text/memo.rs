//! Boxes laid before: fitting asks for the same box again and again, and after a keystroke all other texts of a board
//! are what they were.

use super::{BoxIn, Fonts, TextLayout, lay};
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// What one pass over a board has laid, and what the pass before it had.
#[derive(Default)]
pub struct Memo {
    before: Laid,
    now: RefCell<Laid>,
}

type Laid = HashMap<u64, Vec<(BoxIn, Arc<TextLayout>)>>;

impl Memo {
    /// As `lay`, once for every box.
    pub fn lay(&self, input: BoxIn, fonts: &Fonts) -> Arc<TextLayout> {
        let key = key(&input, fonts);
        let known = |laid: &Laid| {
            let same = laid.get(&key)?.iter().find(|(other, _)| *other == input)?;
            Some(same.1.clone())
        };
        if let Some(layout) = known(&self.now.borrow()) {
            return layout;
        }
        let layout = known(&self.before).unwrap_or_else(|| Arc::new(lay(&input, fonts)));
        let mut now = self.now.borrow_mut();
        now.entry(key).or_default().push((input, layout.clone()));
        layout
    }

    /// For the next pass: keeps what this one has asked for, forgets the rest.
    pub fn turned(self) -> Memo {
        Memo {
            before: self.now.into_inner(),
            now: RefCell::default(),
        }
    }
}

/// Boxes with one key are compared as a whole: not all of a box needs to be in it. The fonts it is laid with do.
fn key(input: &BoxIn, fonts: &Fonts) -> u64 {
    let mut hasher = DefaultHasher::new();
    (input.size.w.to_bits(), input.size.h.to_bits(), input.columns).hash(&mut hasher);
    fonts.named.hash(&mut hasher);
    for para in &input.paras {
        (para.text.as_str(), para.look.em.to_bits()).hash(&mut hasher);
    }
    hasher.finish()
}
