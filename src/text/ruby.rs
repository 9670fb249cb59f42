//! Readings beside the text: pinyin above it (right of it in vertical lines), bopomofo right of each character.
//! They belong to their base: no line breaks inside, and the text that is copied from a page is the base's alone.

use super::atoms::{ABOVE, Atom, AtomGlyph, Atoms, MIDDLE};
use super::shape::{How, Shaped, Shaper};
use super::{FaceId, ParaIn};
use crate::script::Region;
use std::ops::Range;

/// A reading and the atoms it is of.
#[derive(Clone, Debug)]
pub struct Ruby {
    pub atoms: Range<usize>,
    /// Along from where the anchor says, across as the atoms' own glyphs.
    pub glyphs: Vec<AtomGlyph>,
    pub width: f64,
    pub anchor: Anchor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Over the middle of its base.
    Middle,
    /// Where its base begins.
    Start,
}

/// Rule 26: half the size of the base.
const SIZE: f64 = 0.5;
/// How far a reading hangs over each neighbour, in em of the base. At a line's edge one side takes both: a quarter.
const HANG: f64 = 0.125;
/// White between two readings, in em of the base, on both sides of each.
const APART: f64 = 0.07;
/// What readings need beside the base's own em.
const ROOM: f64 = 0.62;
/// What emphasis dots need beside the em that carries them.
const DOT_ROOM: f64 = 0.25;
/// Baseline of pinyin over the base's baseline, and the middle of turned pinyin right of the column's middle.
const OVER: f64 = 1.0;
const BESIDE: f64 = 0.78;

/// Rule 27: the size of bopomofo, its distance from its base and the room it takes in a horizontal line.
const SYMBOL: f64 = 0.3;
const SYMBOL_GAP: f64 = 0.04;
const SYMBOL_ROOM: f64 = 0.5;
const TONES: &str = "ˊˇˋ˙";

struct Setter<'a> {
    all: &'a mut Atoms,
    para: &'a ParaIn,
    region: Region,
    is_vertical: bool,
    shaper: Shaper<'a>,
}

/// What readings and emphasis dots need before and after the type of a paragraph's lines, in mm (rule 28). All its lines
/// are alike, so that they stay evenly apart.
pub fn rooms(all: &Atoms, para: &ParaIn, is_vertical: bool) -> (f64, f64) {
    let em = para.look.em;
    let is_beside = |ruby: &Ruby| is_vertical || ruby.anchor == Anchor::Middle;
    let readings = if all.rubies.iter().any(is_beside) {
        ROOM * em
    } else {
        0.0
    };
    let own = if is_vertical { 0.5 } else { 1.0 - ABOVE };
    let dots = (all.atoms.iter())
        .filter(|atom| is_dotted(para, atom))
        .map(|atom| (own + DOT_ROOM) * atom.em - own * em)
        .fold(0.0, f64::max);
    if is_vertical {
        (readings + dots, 0.0)
    } else {
        (readings, dots)
    }
}

/// Carries an emphasis dot: no mark and no space does.
fn is_dotted(para: &ParaIn, atom: &Atom) -> bool {
    atom.first.is_alphanumeric() && para.dots.iter().any(|range| range.contains(&atom.range.start))
}

/// Sets all readings of a paragraph and widens the bases that are narrower than theirs.
pub fn add(all: &mut Atoms, para: &ParaIn, region: Region, is_vertical: bool, shaper: Shaper<'_>) {
    let mut setter = Setter {
        all,
        para,
        region,
        is_vertical,
        shaper,
    };
    for (base, reading) in &para.ruby {
        for (base, reading) in pairs(&para.text, base, reading) {
            setter.add(&base, &reading);
        }
    }
    all.rubies.sort_by_key(|ruby| ruby.atoms.start);
}

/// Syllable by syllable where there are as many as characters, else over the whole base.
fn pairs(text: &str, base: &Range<usize>, reading: &str) -> Vec<(Range<usize>, String)> {
    let piece = text.get(base.clone()).unwrap_or_default();
    let syllables: Vec<&str> = reading.split_whitespace().collect();
    if syllables.len() < 2 || syllables.len() != piece.chars().count() {
        return vec![(base.clone(), syllables.join(" "))];
    }
    let each = piece.char_indices().zip(syllables);
    each.map(|((at, c), syllable)| {
        let start = base.start + at;
        (start..start + c.len_utf8(), syllable.to_string())
    })
    .collect()
}

fn is_bopomofo(reading: &str) -> bool {
    reading.contains(|c| matches!(c, '\u{3105}'..='\u{312f}'))
}

impl Setter<'_> {
    fn add(&mut self, base: &Range<usize>, reading: &str) {
        let atoms = &self.all.atoms;
        let first = atoms.partition_point(|atom| atom.range.end <= base.start);
        let last = atoms.partition_point(|atom| atom.range.start < base.end);
        if first >= last || reading.is_empty() {
            return;
        }
        for atom in &mut self.all.atoms[first + 1..last] {
            atom.is_tied = true;
        }
        if is_bopomofo(reading) && last - first == 1 {
            self.add_bopomofo(first, reading);
        } else {
            self.add_line(first..last, reading);
        }
    }

    /// Pinyin and whatever else is written in a line.
    fn add_line(&mut self, atoms: Range<usize>, reading: &str) {
        let em = self.all.atoms[atoms.start].em;
        let size = SIZE * em;
        let beyond = self.beyond_dots(atoms.clone());
        let (mut glyphs, mut pen) = (Vec::new(), 0.0);
        for (face, piece) in self.runs(reading) {
            for glyph in self.shape(face, &piece) {
                let (along, across) = if self.is_vertical {
                    (pen + glyph.dx, (BESIDE + beyond) / SIZE - MIDDLE - glyph.dy)
                } else {
                    (pen + glyph.dx, glyph.dy - OVER / SIZE)
                };
                let turns = u8::from(self.is_vertical);
                glyphs.push(self.glyph(
                    atoms.start,
                    (face, glyph.id),
                    size,
                    (along * size, across * size),
                    turns,
                ));
                pen += glyph.advance;
            }
        }
        let width = pen * size;
        self.widen(&atoms, width);
        self.all.rubies.push(Ruby {
            atoms,
            glyphs,
            width,
            anchor: Anchor::Middle,
        });
    }

    /// A base narrower than its reading is widened evenly, but for what may hang over plain neighbours.
    fn widen(&mut self, atoms: &Range<usize>, width: f64) {
        let own = &self.all.atoms[atoms.clone()];
        let em = own[0].em;
        let white: f64 = self.all.gaps[atoms.start + 1..atoms.end].iter().sum();
        let base: f64 = own.iter().map(|atom| atom.advance - atom.trim.0 - atom.trim.1).sum();
        let before = atoms.start.checked_sub(1).is_some_and(|at| self.is_plain(at));
        let is_among_plain = before && self.is_plain(atoms.end);
        let hang = em * if is_among_plain { HANG } else { -APART };
        let each = (width - base - white - 2.0 * hang).max(0.0) / own.len() as f64;
        for atom in &mut self.all.atoms[atoms.clone()] {
            atom.advance += each;
            for glyph in &mut self.all.glyphs[atom.glyphs.clone()] {
                glyph.along += each / 2.0;
            }
        }
    }

    /// An atom without a reading of its own.
    fn is_plain(&self, at: usize) -> bool {
        let Some(atom) = self.all.atoms.get(at) else {
            return false;
        };
        let has_own = |ruby: &(Range<usize>, String)| ruby.0.contains(&atom.range.start);
        !self.para.ruby.iter().any(has_own)
    }

    /// Symbols one under the other, the tone beside the last (the light tone's dot over the first).
    fn add_bopomofo(&mut self, at: usize, reading: &str) {
        let (em, advance) = (self.all.atoms[at].em, self.all.atoms[at].advance);
        let size = SYMBOL * em;
        let symbols: Vec<char> = reading.chars().filter(|c| !TONES.contains(*c)).collect();
        let tone = reading.chars().find(|c| TONES.contains(*c));
        let height = symbols.len() as f64 * size;
        let beyond = self.beyond_dots(at..at + 1);
        let left = if self.is_vertical { 0.5 * em } else { advance } + (SYMBOL_GAP + beyond) * em;
        // Down from the baseline.
        let top = -MIDDLE * em - height / 2.0;
        let mut places: Vec<(char, f64, f64)> = (symbols.iter().enumerate())
            .map(|(index, c)| (*c, left, top + (index as f64 + ABOVE) * size))
            .collect();
        places.extend(tone.map(|tone| match tone {
            '˙' => (tone, left + 0.3 * size, top + 0.5 * size),
            _ => (tone, left + size, top + height - 0.35 * size),
        }));
        let mut glyphs = Vec::new();
        for (c, x, y) in places {
            for (face, piece) in self.runs(&c.to_string()) {
                for glyph in self.shape(face, &piece) {
                    let (x, y) = (x + glyph.dx * size, y + glyph.dy * size);
                    let place = if self.is_vertical { (ABOVE * em + y, x) } else { (x, y) };
                    glyphs.push(self.glyph(at, (face, glyph.id), size, place, 0));
                }
            }
        }
        if !self.is_vertical {
            self.all.atoms[at].advance += SYMBOL_ROOM * em;
        }
        self.all.rubies.push(Ruby {
            atoms: at..at + 1,
            glyphs,
            width: 0.0,
            anchor: Anchor::Start,
        });
    }

    /// In vertical lines emphasis dots stand between the text and its reading.
    fn beyond_dots(&self, atoms: Range<usize>) -> f64 {
        let has_dots = self.all.atoms[atoms].iter().any(|atom| is_dotted(self.para, atom));
        if has_dots && self.is_vertical { DOT_ROOM } else { 0.0 }
    }

    fn runs(&mut self, text: &str) -> Vec<(FaceId, String)> {
        let look = self.para.look;
        let mut runs: Vec<(FaceId, String)> = Vec::new();
        for c in text.chars() {
            let Some(face) = self.shaper.fonts.face_for(look.slot, look.weight, c) else {
                self.all.missing.push(c);
                continue;
            };
            match runs.last_mut() {
                Some((last, piece)) if *last == face => piece.push(c),
                _ => runs.push((face, c.to_string())),
            }
        }
        runs
    }

    fn shape(&mut self, face: FaceId, text: &str) -> Vec<Shaped> {
        let how = How {
            face,
            is_vertical: false,
            region: self.region,
            is_latin: !is_bopomofo(text),
        };
        self.shaper.shape(how, text)
    }

    fn glyph(
        &self,
        at: usize,
        (face, id): (FaceId, u16),
        em: f64,
        (along, across): (f64, f64),
        turns: u8,
    ) -> AtomGlyph {
        let own = self.all.atoms[at].glyphs.start;
        let end = self.all.atoms[at].range.end as u32;
        AtomGlyph {
            face,
            id,
            em,
            tag: self.all.glyphs.get(own).map_or(self.para.look.tag, |glyph| glyph.tag),
            along,
            across,
            quarter_turns: turns,
            stretch: 1.0,
            // Says nothing of its own.
            cluster: end..end,
        }
    }
}
