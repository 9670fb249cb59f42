//! What was laid and shaped before: fitting asks for the same box again and again, or for the same text at another size,
//! and after a keystroke all other texts of a board are what they were.

use super::atoms::{Atoms, atoms};
use super::lay::lay_with;
use super::{Align, BoxIn, Breaking, Fonts, ParaIn, TextLayout};
use crate::script::Region;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

/// What one pass over a board has laid, and what the pass before it had.
#[derive(Default)]
pub struct Memo {
    boxes: Kept<BoxIn, TextLayout>,
    shapes: Shapes,
}

/// Paragraphs shaped at 1 mm.
#[derive(Default)]
pub struct Shapes(Kept<Shape, Atoms>);

/// A paragraph without its size and without what only the choice of lines asks for.
#[derive(PartialEq)]
struct Shape {
    para: ParaIn,
    region: Region,
    is_vertical: bool,
}

/// Inputs and what came of them, found by a hash of the input; inputs with one hash are compared as a whole.
struct Kept<I, O> {
    before: Found<I, O>,
    now: RefCell<Found<I, O>>,
}

type Found<I, O> = HashMap<u64, Vec<Arc<(I, O)>>>;

impl<I, O> Default for Kept<I, O> {
    fn default() -> Kept<I, O> {
        Kept {
            before: Found::new(),
            now: RefCell::default(),
        }
    }
}

impl<I: PartialEq, O> Kept<I, O> {
    fn get(&self, key: u64, input: I, make: impl FnOnce(&I) -> O) -> Arc<(I, O)> {
        let known = |found: &Found<I, O>| found.get(&key)?.iter().find(|known| known.0 == input).cloned();
        if let Some(known) = known(&self.now.borrow()) {
            return known;
        }
        let known = known(&self.before).unwrap_or_else(|| {
            let made = make(&input);
            Arc::new((input, made))
        });
        self.now.borrow_mut().entry(key).or_default().push(known.clone());
        known
    }

    fn turned(self) -> Kept<I, O> {
        Kept {
            before: self.now.into_inner(),
            now: RefCell::default(),
        }
    }
}

impl Memo {
    /// As `lay`, once for every box.
    pub fn lay(&self, input: BoxIn, fonts: &Fonts) -> TextLayout {
        let mut hasher = DefaultHasher::new();
        (input.size.w.to_bits(), input.size.h.to_bits(), input.columns).hash(&mut hasher);
        fonts.named.hash(&mut hasher);
        for para in &input.paras {
            (para.text.as_str(), para.look.em.to_bits()).hash(&mut hasher);
        }
        let make = |input: &BoxIn| lay_with(input, fonts, &self.shapes);
        self.boxes.get(hasher.finish(), input, make).1.clone()
    }

    /// For the next pass: keeps what this one has asked for, forgets the rest.
    pub fn turned(self) -> Memo {
        Memo {
            boxes: self.boxes.turned(),
            shapes: Shapes(self.shapes.0.turned()),
        }
    }
}

impl Shapes {
    /// A paragraph of one size is shaped once for all sizes.
    pub(super) fn atoms(&self, para: &ParaIn, region: Region, is_vertical: bool, fonts: &Fonts) -> Atoms {
        let em = para.look.em;
        if em <= 0.0 || para.spans.iter().any(|(_, look)| look.em != em) {
            return atoms(para, region, is_vertical, fonts);
        }
        let mut hasher = DefaultHasher::new();
        (para.text.as_str(), para.spans.len(), para.ruby.len()).hash(&mut hasher);
        fonts.named.hash(&mut hasher);
        let shape = Shape {
            para: at_one(para),
            region,
            is_vertical,
        };
        let make = |shape: &Shape| atoms(&shape.para, region, is_vertical, fonts);
        self.0.get(hasher.finish(), shape, make).1.scaled(em)
    }
}

fn at_one(para: &ParaIn) -> ParaIn {
    let mut one = ParaIn {
        line: 0.0,
        indent: 0.0,
        align: Align::default(),
        breaking: Breaking::default(),
        hanging: false,
        open_indent: false,
        ..para.clone()
    };
    one.look.em = 1.0;
    one.spans.iter_mut().for_each(|(_, look)| look.em = 1.0);
    one
}
