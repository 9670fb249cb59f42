//! Atoms into lines: which breaks, and who gives or takes white so that both edges are straight.

use super::atoms::{Atom, Atoms};
use super::breaks::{self, Break};
use super::choose::choose;
use super::class::{self, Class};
use super::{Align, ParaIn, Prohibition};
use std::ops::Range;

/// One line: atoms, and how each is moved.
#[derive(Debug)]
pub struct FitLine {
    pub atoms: Range<usize>,
    /// Where the pen starts, in mm along the measure.
    pub start: f64,
    /// Total advance of the line as set.
    pub width: f64,
    /// White taken before and after each atom's ink (trims and shrinking), in mm.
    pub cuts: Vec<(f64, f64)>,
    /// White before each atom, in mm.
    pub spaces: Vec<f64>,
    /// How far the last mark hangs outside the measure, in mm (rule 18).
    pub hang: f64,
    pub is_last: bool,
}

/// What shrinks, in the order of rule 15; a line-end mark goes first of all, always.
pub const STEPS: usize = 6;

pub struct Fitted {
    pub lines: Vec<FitLine>,
    pub has_yielded: bool,
}

/// Prefix sums over a paragraph, so that any candidate line is measured in a few additions.
pub struct Sums<'a> {
    pub all: &'a Atoms,
    pub para: &'a ParaIn,
    advance: Vec<f64>,
    gap: Vec<f64>,
    shrink: [Vec<f64>; STEPS],
    /// What word spaces can grow by, in mm.
    room: Vec<f64>,
    /// Atoms before which white may come in.
    open: Vec<usize>,
    /// Where a line that ends here has its last atom that is no space behind it.
    bare: Vec<usize>,
}

pub fn fit(all: &Atoms, para: &ParaIn, measure: f64) -> Fitted {
    let measure = measure.max(0.0);
    if para.align == Align::Spread {
        return spread(all, measure);
    }
    let sums = Sums::new(all, para);
    let mut breaks = breaks::breaks(&para.text, &all.atoms, para.level);
    // Rule 20: only lines that begin at the edge are indented.
    let is_indented = matches!(para.align, Align::Justify | Align::Start);
    let indent = if is_indented { para.indent * para.look.em } else { 0.0 };
    let first_indent = indent.min((measure - para.look.em).max(0.0));
    let widths: Vec<f64> = (0..=all.atoms.len())
        .map(|at| sums.advance[at] + sums.gap[at] - sums.shrink.iter().map(|step| step[at]).sum::<f64>())
        .collect();
    let has_yielded = breaks::force(&mut breaks, &widths, measure, &all.atoms);
    let lines = choose(&sums, &breaks, measure, first_indent)
        .windows(2)
        .enumerate()
        .map(|(index, pair)| {
            let indent = if index == 0 { first_indent } else { 0.0 };
            let is_last = breaks[pair[1]] == Break::Must;
            sums.set(pair[0]..pair[1], measure, indent, is_last)
        })
        .collect();
    Fitted {
        lines,
        has_yielded: has_yielded && measure < 4.0 * para.look.em,
    }
}

impl<'a> Sums<'a> {
    fn new(all: &'a Atoms, para: &'a ParaIn) -> Sums<'a> {
        let n = all.atoms.len();
        let mut sums = Sums {
            all,
            para,
            advance: vec![0.0; n + 1],
            gap: vec![0.0; n + 1],
            shrink: std::array::from_fn(|_| vec![0.0; n + 1]),
            room: vec![0.0; n + 1],
            open: vec![0; n + 1],
            bare: vec![0; n + 1],
        };
        for (index, atom) in all.atoms.iter().enumerate() {
            sums.advance[index + 1] = sums.advance[index] + atom.advance - atom.trim.0 - atom.trim.1;
            sums.gap[index + 1] = sums.gap[index] + all.gaps[index];
            sums.room[index + 1] = sums.room[index] + space_room(atom);
            let is_space = atom.class == Class::Space;
            sums.bare[index + 1] = if is_space { sums.bare[index] } else { index + 1 };
            let is_open = index > 0 && sums.is_open(index);
            sums.open[index + 1] = sums.open[index] + usize::from(is_open);
            for step in 0..STEPS {
                let share = shrinkable(atom, all.gaps[index], step, para.level);
                sums.shrink[step][index + 1] = sums.shrink[step][index] + share;
            }
        }
        sums
    }

    /// The atoms of a line without the spaces at its end.
    pub fn trimmed(&self, start: usize, end: usize) -> usize {
        let rest = self.bare[end];
        if rest <= start { end } else { rest }
    }

    /// The atoms that fill the measure: all but spaces at the end and a mark that hangs, if one does.
    fn filled(&self, start: usize, end: usize) -> (usize, bool) {
        let end = self.trimmed(start, end);
        let hangs = self.para.hanging
            && self.para.align != Align::Centre
            && end - start > 1
            && class::may_hang(self.all.atoms[end - 1].first);
        (end - usize::from(hangs), hangs)
    }

    /// Rules 10 and 11: white at the edges of what fills the measure goes.
    fn edges(&self, start: usize, end: usize, hangs: bool) -> (f64, f64) {
        let right = if hangs { 0.0 } else { self.all.atoms[end - 1].blank.1 };
        (self.head(start), right)
    }

    /// Rule 10: the white that an opening mark loses at the head of a line.
    fn head(&self, start: usize) -> f64 {
        let keeps = start == 0 && self.para.open_indent && self.para.indent > 0.0;
        if keeps { 0.0 } else { self.all.atoms[start].blank.0 }
    }

    pub fn natural(&self, start: usize, end: usize) -> f64 {
        let (end, hangs) = self.filled(start, end);
        let (left, right) = self.edges(start, end, hangs);
        self.advance[end] - self.advance[start] + self.gap[end] - self.gap[start + 1] - left - right
    }

    /// How much a line can give besides its edges.
    pub fn give(&self, start: usize, end: usize) -> [f64; STEPS] {
        let (end, hangs) = self.filled(start, end);
        let mut give: [f64; STEPS] = std::array::from_fn(|step| self.shrink[step][end] - self.shrink[step][start]);
        let atoms = &self.all.atoms;
        let (first, last) = (&atoms[start], &atoms[end - 1]);
        for (step, give) in give.iter_mut().enumerate() {
            // What the edges have taken already, and the gap before the line.
            if step_of(first, self.para.level) == Some(step) {
                *give -= first.blank.0;
            }
            if step_of(last, self.para.level) == Some(step) && !hangs {
                *give -= last.blank.1;
            }
            if step == 4 {
                *give -= self.all.gaps[start] / 2.0;
            }
            *give = give.max(0.0);
        }
        give
    }

    /// How much white comes in softly, at word spaces and Han–Latin gaps, and how many places take the rest.
    pub fn take(&self, start: usize, end: usize) -> (f64, usize) {
        let (end, _) = self.filled(start, end);
        let soft = self.room[end] - self.room[start] + (self.gap[end] - self.gap[start + 1]) / 3.0;
        (soft, self.open[end] - self.open[start + 1])
    }

    /// White may come in before this atom (rule 16c): not inside words, pairs, or around connectors.
    fn is_open(&self, at: usize) -> bool {
        let (one, next) = (&self.all.atoms[at - 1], &self.all.atoms[at]);
        let is_word = |class| matches!(class, Class::Latin | Class::Digit | Class::Mark);
        let is_fixed = |class| matches!(class, Class::Connector | Class::Space);
        !(is_word(one.class) && is_word(next.class)
            || is_fixed(one.class)
            || is_fixed(next.class)
            || one.class == Class::Joined && next.class == Class::Joined)
    }

    /// Sets one line: squeezes or stretches a justified one to the measure, places the others.
    fn set(&self, range: Range<usize>, measure: f64, indent: f64, is_last: bool) -> FitLine {
        let end = self.trimmed(range.start, range.end);
        let atoms = &self.all.atoms[range.start..end];
        let target = measure - indent;
        let mut line = FitLine {
            atoms: range.start..end,
            start: indent,
            width: 0.0,
            cuts: atoms.iter().map(|atom| atom.trim).collect(),
            spaces: self.all.gaps[range.start..end].to_vec(),
            hang: 0.0,
            is_last,
        };
        line.spaces[0] = 0.0;
        line.cuts[0].0 += self.head(range.start);
        if let (Some(cut), Some(last)) = (line.cuts.last_mut(), atoms.last()) {
            cut.1 += last.blank.1;
            let (_, hangs) = self.filled(range.start, end);
            line.hang = if hangs { last.advance - cut.0 - cut.1 } else { 0.0 };
        }
        let slack = target - self.natural(range.start, end);
        let is_justified = self.para.align == Align::Justify;
        if slack < 0.0 && is_justified {
            self.shrink(&mut line, -slack);
        } else if is_justified && !is_last {
            self.stretch(&mut line, slack);
        }
        line.width = line_width(atoms, &line);
        let free = target - line.width;
        line.start += match self.para.align {
            Align::Centre => free / 2.0,
            Align::End => free,
            Align::Justify | Align::Start | Align::Spread => 0.0,
        };
        line
    }

    /// Rule 15, step by step, an equal share for everything in a step.
    fn shrink(&self, line: &mut FitLine, mut over: f64) {
        let give = self.give(line.atoms.start, line.atoms.end);
        for (step, room) in give.into_iter().enumerate() {
            if over <= 1e-9 {
                return;
            }
            if room <= 1e-9 {
                continue;
            }
            let share = (over / room).min(1.0);
            let last = line.cuts.len() - 1;
            for index in 0..line.filled() {
                let atom = &self.all.atoms[line.atoms.start + index];
                if step == 4 {
                    line.spaces[index] *= 1.0 - share / 2.0;
                } else if step_of(atom, self.para.level) == Some(step) {
                    if step == 0 {
                        line.cuts[index].1 += share * space_give(atom);
                        continue;
                    }
                    if index > 0 {
                        line.cuts[index].0 += share * atom.blank.0;
                    }
                    if index < last {
                        line.cuts[index].1 += share * atom.blank.1;
                    }
                }
            }
            over -= share * room;
        }
    }

    /// Rule 16: word spaces, then Han–Latin gaps, then all gaps alike.
    fn stretch(&self, line: &mut FitLine, mut slack: f64) {
        let from = line.atoms.start;
        let count = line.filled();
        let rooms = [
            (0..count)
                .map(|i| space_room(&self.all.atoms[from + i]))
                .collect::<Vec<f64>>(),
            line.spaces[..count].iter().map(|gap| gap / 3.0).collect(),
        ];
        for room in rooms {
            let total: f64 = room.iter().sum();
            if total > 1e-9 && slack > 1e-9 {
                let share = (slack / total).min(1.0);
                for (space, room) in line.spaces.iter_mut().zip(&room) {
                    *space += share * room;
                }
                slack -= share * total;
            }
        }
        if slack <= 1e-9 {
            return;
        }
        let mut places: Vec<usize> = (1..count).filter(|at| self.is_open(from + at)).collect();
        if places.is_empty() {
            places = (1..count)
                .filter(|at| self.all.atoms[from + at].class == Class::Space)
                .collect();
        }
        let each = slack / places.len().max(1) as f64;
        for at in places {
            line.spaces[at] += each;
        }
    }
}

fn line_width(atoms: &[Atom], line: &FitLine) -> f64 {
    let advances: f64 = atoms.iter().map(|atom| atom.advance).sum();
    let cuts: f64 = line.cuts.iter().map(|cut| cut.0 + cut.1).sum();
    advances - cuts + line.spaces.iter().sum::<f64>() - line.hang
}

impl FitLine {
    /// How many atoms fill the measure: a hanging mark does not.
    fn filled(&self) -> usize {
        self.cuts.len() - usize::from(self.hang > 0.0)
    }
}

/// Which step of rule 15 an atom's own white belongs to; 4 is the gap before it.
fn step_of(atom: &Atom, level: Prohibition) -> Option<usize> {
    match atom.class {
        Class::Space => Some(0),
        Class::Middle => Some(1),
        Class::Open | Class::Close => Some(2),
        Class::Comma => Some(3),
        Class::Stop if level != Prohibition::None => Some(5),
        _ => None,
    }
}

fn shrinkable(atom: &Atom, gap: f64, step: usize, level: Prohibition) -> f64 {
    match step {
        4 => gap / 2.0,
        0 if atom.class == Class::Space => space_give(atom),
        0 => 0.0,
        _ if step_of(atom, level) == Some(step) => atom.blank.0 + atom.blank.1,
        _ => 0.0,
    }
}

/// A word space goes down to a quarter em, up to a half.
fn space_give(atom: &Atom) -> f64 {
    (atom.advance - 0.25 * atom.em).max(0.0)
}

fn space_room(atom: &Atom) -> f64 {
    if atom.class == Class::Space {
        (0.5 * atom.em - atom.advance).max(0.0)
    } else {
        0.0
    }
}

/// Couplets: one line, equal air between all characters, the first and the last at the edges.
fn spread(all: &Atoms, measure: f64) -> Fitted {
    let count = all.atoms.len();
    if count == 0 {
        return Fitted {
            lines: Vec::new(),
            has_yielded: false,
        };
    }
    let cuts: Vec<(f64, f64)> = all.atoms.iter().map(|atom| atom.trim).collect();
    let used: f64 = all
        .atoms
        .iter()
        .map(|atom| atom.advance - atom.trim.0 - atom.trim.1)
        .sum();
    let air = if count > 1 {
        ((measure - used) / (count - 1) as f64).max(0.0)
    } else {
        0.0
    };
    let mut spaces = vec![air; count];
    spaces[0] = 0.0;
    let line = FitLine {
        atoms: 0..count,
        start: if count == 1 { (measure - used) / 2.0 } else { 0.0 },
        width: used + air * (count - 1) as f64,
        cuts,
        spaces,
        hang: 0.0,
        is_last: true,
    };
    Fitted {
        lines: vec![line],
        has_yielded: false,
    }
}
