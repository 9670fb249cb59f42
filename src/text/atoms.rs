//! A paragraph as atoms: the smallest things a line is made of, each with its advance and the white it can give.

use super::class::{self, Class};
use super::ruby::{self, Ruby};
use super::shape::{self, How, Shaped, Shaper};
use super::{FaceId, FontSlot, Fonts, Look, ParaIn};
use crate::script::Region;
use icu_segmenter::WordSegmenter;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// One cluster of text (or a pair like ——) that no line breaks.
#[derive(Clone, Debug)]
pub struct Atom {
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
    pub glyphs: Range<usize>,
    pub first: char,
    pub last: char,
    pub class: Class,
    pub em: f64,
    /// Along the line in mm, before anything is squeezed.
    pub advance: f64,
    /// White before and after the ink that may still go, in mm.
    pub blank: (f64, f64),
    /// White that neighbours or style have taken already, in mm.
    pub trim: (f64, f64),
    /// Shares a reading with the atom before it: no line begins here.
    pub is_tied: bool,
    /// Letters or digits in an upright em of their own: set as an ideograph is, with no gap beside them.
    pub is_upright: bool,
}

/// A glyph of an atom; offsets in mm from the atom's start on the line's axis and the line's middle or baseline.
#[derive(Clone, Debug)]
pub struct AtomGlyph {
    pub face: FaceId,
    pub id: u16,
    pub em: f64,
    pub tag: u16,
    /// Along the line.
    pub along: f64,
    /// Across it: down from the baseline (horizontal), right of the column's middle (vertical).
    pub across: f64,
    pub quarter_turns: u8,
    pub stretch: f64,
    pub cluster: Range<u32>,
}

#[derive(Clone, Default)]
pub struct Atoms {
    pub atoms: Vec<Atom>,
    pub glyphs: Vec<AtomGlyph>,
    /// White between an atom and the one before it, in mm: the Han–Latin gap.
    pub gaps: Vec<f64>,
    pub missing: Vec<char>,
    pub rubies: Vec<Ruby>,
    /// Worked out once for all sizes.
    words: Arc<OnceLock<Vec<usize>>>,
}

/// How a piece of text stands in a vertical line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stance {
    /// Along a horizontal line.
    Flat,
    /// Upright in a vertical one.
    Upright,
    /// Lying on its side in a vertical one.
    Turned,
    /// A few digits or one letter side by side in one upright em.
    Together,
}

struct Run {
    range: Range<usize>,
    face: Option<FaceId>,
    look: Look,
    stance: Stance,
    is_latin: bool,
}

/// The middle of an em box above the baseline: 0.88 above and 0.12 below it.
pub const ABOVE: f64 = 0.88;
pub const MIDDLE: f64 = 0.38;

pub fn atoms(para: &ParaIn, region: Region, is_vertical: bool, fonts: &Fonts) -> Atoms {
    let mut all = Atoms::default();
    let mut shaper = Shaper::new(fonts);
    for run in runs(para, region, is_vertical, fonts) {
        all.add(&run, para, region, &mut shaper);
    }
    all.squeeze_neighbours(para.tight_marks);
    all.gaps = gaps(&all.atoms, para.han_latin_gap);
    ruby::add(&mut all, para, region, is_vertical, shaper);
    all
}

fn look_at(para: &ParaIn, at: usize) -> Look {
    let next = para.spans.partition_point(|(range, _)| range.end <= at);
    let span = para.spans.get(next).filter(|(range, _)| range.contains(&at));
    span.map_or(para.look, |(_, look)| *look)
}

fn runs(para: &ParaIn, region: Region, is_vertical: bool, fonts: &Fonts) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, c) in para.text.char_indices() {
        let range = at..at + c.len_utf8();
        if let Some(last) = runs
            .last_mut()
            .filter(|last| class::is_combining(c) && last.face.is_some())
        {
            last.range.end = range.end;
            continue;
        }
        if class::is_invisible(c) {
            continue;
        }
        let look = look_at(para, at);
        let class = class::class(c);
        // In vertical lines hyphens and slashes lie down with their words.
        let is_latin = !class::is_cjk(class) && (class != Class::Connector || is_vertical && c.is_ascii());
        let face = face(fonts, look, c, region);
        let stance = match (is_vertical, is_latin) {
            (false, _) => Stance::Flat,
            (true, true) => Stance::Turned,
            (true, false) => Stance::Upright,
        };
        match runs.last_mut() {
            Some(last)
                if last.range.end == range.start
                    && last.face == face
                    && face.is_some()
                    && last.look == look
                    && last.is_latin == is_latin
                    && !(is_vertical && is_latin && is_word_edge(&para.text, at, c)) =>
            {
                last.range.end = range.end;
            }
            _ => runs.push(Run {
                range,
                face,
                look,
                stance,
                is_latin,
            }),
        }
    }
    for run in runs.iter_mut().filter(|run| run.stance == Stance::Turned) {
        let text = &para.text[run.range.clone()];
        if stands_upright(text, usize::from(para.upright_digits)) {
            run.stance = Stance::Together;
        }
    }
    runs
}

/// A space begins or ends between the character at a place and the one before it.
fn is_word_edge(text: &str, at: usize, c: char) -> bool {
    let is_space = |c| class::class(c) == Class::Space;
    let before = text[..at].chars().next_back();
    before.is_some_and(|before| is_space(before) != is_space(c))
}

/// Rules 23 and 24: one letter or digit, or as many digits as are wanted.
fn stands_upright(text: &str, digits: usize) -> bool {
    let mut letters = text.chars().filter(|c| !class::is_combining(*c));
    let first = letters.next();
    let is_one = letters.next().is_none() && first.is_some_and(char::is_alphanumeric);
    let is_number = text.len() <= digits && text.bytes().all(|byte| byte.is_ascii_digit());
    is_one || is_number
}

/// WenKai has mainland marks only: in Traditional text they come from Song at the same size.
fn face(fonts: &Fonts, look: Look, c: char, region: Region) -> Option<FaceId> {
    const BORROWED: &str = "，。、：；？！「」『』—…";
    let borrows = region != Region::Mainland && BORROWED.contains(c) && fonts.is_wenkai(look.slot, look.weight);
    let slot = if borrows { FontSlot::Song } else { look.slot };
    fonts.face_for(slot, look.weight, c)
}

impl Atoms {
    /// Bytes where a word of the text begins; asked for by ragged paragraphs only.
    pub fn word_starts(&self, text: &str) -> &[usize] {
        let segmented = || {
            let segmenter = WordSegmenter::new_dictionary(Default::default());
            segmenter.segment_str(text).collect()
        };
        self.words.get_or_init(segmented)
    }

    /// The same atoms so many times as large: all their lengths are shares of an em.
    pub fn scaled(&self, times: f64) -> Atoms {
        let mut all = self.clone();
        let both = |pair: &mut (f64, f64)| *pair = (pair.0 * times, pair.1 * times);
        for atom in &mut all.atoms {
            atom.em *= times;
            atom.advance *= times;
            both(&mut atom.blank);
            both(&mut atom.trim);
        }
        let readings = all.rubies.iter_mut().flat_map(|ruby| ruby.glyphs.iter_mut());
        for glyph in all.glyphs.iter_mut().chain(readings) {
            glyph.em *= times;
            glyph.along *= times;
            glyph.across *= times;
        }
        all.gaps.iter_mut().for_each(|gap| *gap *= times);
        all.rubies.iter_mut().for_each(|ruby| ruby.width *= times);
        all
    }

    fn add(&mut self, run: &Run, para: &ParaIn, region: Region, shaper: &mut Shaper<'_>) {
        let text = &para.text[run.range.clone()];
        let Some(face) = run.face else {
            self.missing.extend(text.chars());
            return self.add_placeholder(run, text, region, shaper);
        };
        let how = How {
            face,
            is_vertical: run.stance == Stance::Upright,
            region,
            is_latin: run.is_latin,
        };
        let shaped = if run.stance == Stance::Upright && text.contains(['“', '”', '‘', '’']) {
            shaper.shape(how, &class::stood(text, region))
        } else {
            shaper.shape(how, text)
        };
        // A damaged face may know a character and yet have nothing to show for it.
        if shaped.is_empty() {
            self.missing.extend(text.chars());
        }
        if run.stance == Stance::Together {
            return self.add_together(run, text, face, &shaped);
        }
        let mut at = 0;
        for range in shape::cluster_ranges(&shaped, text.len()) {
            let end = at
                + shaped[at..]
                    .iter()
                    .take_while(|glyph| glyph.cluster == range.start)
                    .count();
            self.add_cluster(run, text, range, face, &shaped[at..end], region, para.wide_interpunct);
            at = end;
        }
    }

    fn add_cluster(
        &mut self,
        run: &Run,
        text: &str,
        range: Range<usize>,
        face: FaceId,
        shaped: &[Shaped],
        region: Region,
        is_wide: bool,
    ) {
        let em = run.look.em;
        let piece = &text[range.clone()];
        let (Some(first), Some(last)) = (piece.chars().next(), piece.chars().next_back()) else {
            return;
        };
        let first_glyph = self.glyphs.len();
        let absolute = run.range.start + range.start..run.range.start + range.end;
        let mut pen = 0.0;
        for (index, glyph) in shaped.iter().enumerate() {
            let (along, across) = match run.stance {
                Stance::Upright => (pen + glyph.dy, glyph.dx),
                Stance::Turned => (pen + glyph.dx, -MIDDLE - glyph.dy),
                Stance::Flat | Stance::Together => (pen + glyph.dx, glyph.dy),
            };
            self.glyphs.push(AtomGlyph {
                face,
                id: glyph.id,
                em,
                tag: run.look.tag,
                along: along * em,
                across: across * em,
                quarter_turns: u8::from(run.stance == Stance::Turned),
                stretch: 1.0,
                cluster: cluster(&absolute, index),
            });
            pen += glyph.advance;
        }
        if shaped.iter().any(|glyph| glyph.id == 0) {
            self.missing.extend(piece.chars());
        }
        let class = class::class(first);
        let blank = if pen >= 0.75 && range.len() == first.len_utf8() {
            class::blank(first, class, region, run.stance == Stance::Upright)
        } else {
            (0.0, 0.0)
        };
        let mut atom = Atom {
            range: absolute,
            glyphs: first_glyph..self.glyphs.len(),
            first,
            last,
            class,
            em,
            advance: pen * em,
            blank: (blank.0 * em, blank.1 * em),
            trim: (0.0, 0.0),
            is_tied: false,
            is_upright: false,
        };
        // Rule 14: on the mainland the interpunct takes half an em and does not give.
        if class == Class::Middle && region == Region::Mainland && !is_wide {
            atom.trim = std::mem::take(&mut atom.blank);
        }
        self.push(atom);
    }

    /// —— and …… are one atom even where the face draws them as two glyphs.
    fn push(&mut self, atom: Atom) {
        if let Some(last) = self.atoms.last_mut()
            && atom.class == Class::Joined
            && last.class == Class::Joined
            && last.last == atom.first
            && last.range.end == atom.range.start
            && last.first == last.last
            && last.range.len() < 2 * atom.first.len_utf8()
        {
            for glyph in &mut self.glyphs[atom.glyphs.clone()] {
                glyph.along += last.advance;
            }
            last.range.end = atom.range.end;
            last.glyphs.end = atom.glyphs.end;
            last.advance += atom.advance;
            return;
        }
        self.atoms.push(atom);
    }

    /// Tate-chu-yoko: all glyphs side by side in one upright em.
    fn add_together(&mut self, run: &Run, text: &str, face: FaceId, shaped: &[Shaped]) {
        let em = run.look.em;
        let width: f64 = shaped.iter().map(|glyph| glyph.advance).sum();
        let stretch = if width > 1.0 { 1.0 / width } else { 1.0 };
        let mut pen = -width * stretch / 2.0;
        let first_glyph = self.glyphs.len();
        let (mut last_cluster, mut index) = (usize::MAX, 0);
        let ranges = shape::cluster_ranges(shaped, text.len());
        for glyph in shaped {
            let range = ranges
                .iter()
                .find(|range| range.start == glyph.cluster)
                .cloned()
                .unwrap_or(0..0);
            index = if glyph.cluster == last_cluster { index + 1 } else { 0 };
            last_cluster = glyph.cluster;
            self.glyphs.push(AtomGlyph {
                face,
                id: glyph.id,
                em,
                tag: run.look.tag,
                along: (ABOVE + glyph.dy) * em,
                across: (pen + glyph.dx * stretch) * em,
                quarter_turns: 0,
                stretch,
                cluster: cluster(&(run.range.start + range.start..run.range.start + range.end), index),
            });
            pen += glyph.advance * stretch;
        }
        if let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) {
            self.atoms.push(Atom {
                range: run.range.clone(),
                glyphs: first_glyph..self.glyphs.len(),
                first,
                last,
                class: class::class(first),
                em,
                advance: em,
                blank: (0.0, 0.0),
                trim: (0.0, 0.0),
                is_tied: false,
                is_upright: true,
            });
        }
    }

    /// A character no face has is shown as a box and told; it is never left out.
    fn add_placeholder(&mut self, run: &Run, text: &str, region: Region, shaper: &mut Shaper<'_>) {
        let (fonts, weight) = (shaper.fonts, run.look.weight);
        let face = fonts
            .face_for(FontSlot::Hei, weight, '□')
            .unwrap_or_else(|| fonts.choose(FontSlot::Hei, weight));
        let how = How {
            face,
            is_vertical: run.stance == Stance::Upright,
            region,
            is_latin: false,
        };
        let mut shaped = shaper.shape(how, "□");
        for glyph in &mut shaped {
            glyph.cluster = 0;
        }
        let flat = Run {
            range: run.range.clone(),
            face: run.face,
            look: run.look,
            stance: if run.stance == Stance::Flat {
                Stance::Flat
            } else {
                Stance::Upright
            },
            is_latin: false,
        };
        self.add_cluster(&flat, text, 0..text.len(), face, &shaped, region, false);
        if let Some(atom) = self.atoms.last_mut() {
            atom.class = Class::Han;
        }
    }

    /// Rule 8: where two full-width marks meet and one is a bracket, half an em goes, from the white that faces the other;
    /// `tight`: all of that white.
    fn squeeze_neighbours(&mut self, tight: bool) {
        for index in 1..self.atoms.len() {
            let (before, after) = self.atoms.split_at_mut(index);
            let (Some(one), Some(next)) = (before.last_mut(), after.first_mut()) else {
                continue;
            };
            let is_mark = |atom: &Atom| matches!(atom.class, Class::Open | Class::Close | Class::Comma | Class::Stop);
            let is_meeting =
                is_mark(one) && is_mark(next) && (class::is_bracket(one.class) || class::is_bracket(next.class));
            if !is_meeting || one.advance < 0.75 * one.em || next.advance < 0.75 * next.em {
                continue;
            }
            let wanted = if tight { 1.0 } else { 0.5 } * one.em.min(next.em);
            let from_one = one.blank.1.min(wanted);
            let from_next = next.blank.0.min(wanted - from_one);
            one.blank.1 -= from_one;
            one.trim.1 += from_one;
            next.blank.0 -= from_next;
            next.trim.0 += from_next;
        }
    }
}

fn cluster(range: &Range<usize>, index: usize) -> Range<u32> {
    let (start, end) = (range.start as u32, range.end as u32);
    if index == 0 { start..end } else { end..end }
}

/// Rule 19: a quarter em between Han and letters or digits, none beside marks or a typed space.
fn gaps(atoms: &[Atom], wanted: bool) -> Vec<f64> {
    let is_word = |atom: &Atom| matches!(atom.class, Class::Latin | Class::Digit) && !atom.is_upright;
    let mut gaps = vec![0.0; atoms.len()];
    if wanted {
        for (gap, pair) in gaps.iter_mut().skip(1).zip(atoms.windows(2)) {
            let (one, next) = (&pair[0], &pair[1]);
            let meets = one.class == Class::Han && is_word(next)
                || is_word(one) && next.class == Class::Han
                || one.class == Class::Han && next.class == Class::Mark && "$#@+&".contains(next.first)
                || one.class == Class::Mark && "%‰°".contains(one.last) && next.class == Class::Han;
            if meets {
                *gap = 0.25 * one.em.min(next.em);
            }
        }
    }
    gaps
}
