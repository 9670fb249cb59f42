//! Paragraphs into a box: lines one under the other (or column by column from the right), positions in mm.

use super::atoms::{ABOVE, Atom, AtomGlyph, Atoms};
use super::fit::{FitLine, fit};
use super::memo::Shapes;
use super::ruby::{self, Anchor};
use super::{BoxIn, Cell, Fonts, Line, Look, ParaIn, PosGlyph, TextLayout};
use crate::geom::{Rect, rect, size, um};
use std::rc::Rc;

/// A line that knows its paragraph, before it has a place across the lines.
struct Waiting<'a> {
    para: usize,
    input: &'a ParaIn,
    atoms: Rc<Atoms>,
    line: FitLine,
    /// White before this line's cell, in mm.
    before: f64,
    /// The line's height, and how much of it stands before the type.
    height: f64,
    lead: f64,
    is_first: bool,
}

/// Fills the box. Deterministic: same input and fonts, same numbers, rounded to 1 µm.
pub fn lay(input: &BoxIn, fonts: &Fonts) -> TextLayout {
    lay_with(input, fonts, &Shapes::default())
}

/// As `lay`, without shaping again what was shaped at another size or width.
pub fn lay_with(input: &BoxIn, fonts: &Fonts, shapes: &Shapes) -> TextLayout {
    if is_sane(input) {
        lay_sane(input, fonts, shapes)
    } else {
        lay_sane(&mended(input), fonts, shapes)
    }
}

/// No board, plan or sheet is longer than a kilometre.
const MOST: f64 = 1e6;

/// All lengths are numbers that can be laid.
fn is_sane(input: &BoxIn) -> bool {
    let is_length = |length: f64| (0.0..=MOST).contains(&length);
    let is_look = |look: &Look| is_length(look.em);
    let is_para = |para: &ParaIn| {
        let spans = para.spans.iter().all(|(_, look)| is_look(look));
        is_look(&para.look) && spans && is_length(para.line) && is_length(para.indent)
    };
    let lengths = [input.size.w, input.size.h, input.para_gap, input.column_gap];
    lengths.into_iter().all(is_length) && (0.0..=1.0).contains(&input.block_align) && input.paras.iter().all(is_para)
}

/// What is no number becomes nothing, what is too long the longest.
fn mended(input: &BoxIn) -> BoxIn {
    let length = |length: f64| if length.is_nan() { 0.0 } else { length.clamp(0.0, MOST) };
    let mut input = input.clone();
    input.size = size(length(input.size.w), length(input.size.h));
    input.para_gap = length(input.para_gap);
    input.column_gap = length(input.column_gap);
    input.block_align = length(input.block_align).min(1.0);
    for para in &mut input.paras {
        let spans = para.spans.iter_mut().map(|(_, look)| &mut look.em);
        let own = [&mut para.look.em, &mut para.line, &mut para.indent];
        own.into_iter().chain(spans).for_each(|own| *own = length(*own));
    }
    input
}

fn lay_sane(input: &BoxIn, fonts: &Fonts, shapes: &Shapes) -> TextLayout {
    let columns = if input.vertical {
        1
    } else {
        usize::from(input.columns.max(1))
    };
    let along = if input.vertical { input.size.h } else { input.size.w };
    let measure = ((along - input.column_gap * (columns - 1) as f64) / columns as f64).max(0.0);
    let mut layout = TextLayout::default();
    let mut waiting = Vec::new();
    for (index, para) in input.paras.iter().enumerate() {
        let all = Rc::new(shapes.atoms(para, input.region, input.vertical, fonts));
        layout.missing.extend(&all.missing);
        let fitted = fit(&all, para, measure);
        layout.yielded |= fitted.has_yielded;
        let mut lines = fitted.lines;
        if lines.is_empty() {
            lines.push(empty_line());
        }
        let rooms = ruby::rooms(&all, para, input.vertical);
        for (number, line) in lines.into_iter().enumerate() {
            let is_first = number == 0;
            let (height, lead) = height(&all.atoms[line.atoms.clone()], para, rooms, input.vertical);
            waiting.push(Waiting {
                para: index,
                input: para,
                atoms: all.clone(),
                line,
                before: if is_first && index > 0 { input.para_gap } else { 0.0 },
                height,
                is_first,
                lead,
            });
        }
    }
    layout.missing.sort_unstable();
    layout.missing.dedup();
    let across = if input.vertical { input.size.w } else { input.size.h };
    let mut rest = waiting.as_slice();
    for column in 0..columns {
        let (lines, others) = rest.split_at(column_lines(rest, columns - column));
        rest = others;
        let shift = column as f64 * (measure + input.column_gap);
        place_column(&mut layout, input, lines, shift, measure, across);
    }
    layout.used = used(&layout, input.vertical);
    layout
}

/// How many lines the first of `columns` takes: an equal share, but for one or two lines so that no paragraph leaves its
/// first line alone at a column's foot or its last one alone at the next column's head.
fn column_lines(lines: &[Waiting<'_>], columns: usize) -> usize {
    let share = lines.len().div_ceil(columns);
    let is_torn = |at: usize| {
        let (Some(foot), Some(head)) = (lines.get(at.wrapping_sub(1)), lines.get(at)) else {
            return false;
        };
        foot.is_first && !foot.line.is_last || head.line.is_last && !head.is_first
    };
    let tries = [share, share + 1, share.saturating_sub(1), share + 2];
    let fits = |at: &usize| (1..=lines.len()).contains(at) && !is_torn(*at);
    tries.into_iter().find(fits).unwrap_or(share.min(lines.len()))
}

/// The height of a line and what of it stands before the paragraph's own type. Words set larger make their line higher
/// once they take more than half of the white between lines.
fn height(atoms: &[Atom], para: &ParaIn, rooms: (f64, f64), is_vertical: bool) -> (f64, f64) {
    let em = para.look.em;
    let (before, after) = rooms;
    let usual = para.line.max(before + em + after);
    let lead = ((usual - em) / 2.0).min(usual - em - after).max(before);
    let largest = atoms.iter().map(|atom| atom.em).fold(em, f64::max);
    let grown = largest - em;
    let height = usual.max(largest + (para.line - em).max(0.0) / 2.0 + before + after);
    if grown <= 0.0 || height <= usual {
        return (usual, lead);
    }
    // Larger type stands on the same baseline, or about the same middle.
    let above = if is_vertical { grown / 2.0 } else { ABOVE * grown };
    let rest = height - largest - before - after;
    (height, before + rest / 2.0 + above)
}

fn empty_line() -> FitLine {
    FitLine {
        atoms: 0..0,
        start: 0.0,
        width: 0.0,
        cuts: Vec::new(),
        spaces: Vec::new(),
        hang: 0.0,
        is_last: true,
    }
}

fn place_column(layout: &mut TextLayout, input: &BoxIn, lines: &[Waiting<'_>], shift: f64, measure: f64, across: f64) {
    let total: f64 = lines
        .iter()
        .enumerate()
        .map(|(index, line)| line.height + if index == 0 { 0.0 } else { line.before })
        .sum();
    layout.overflow |= total > across + 1e-3;
    let mut at = (across - total).max(0.0) * input.block_align;
    for (index, waiting) in lines.iter().enumerate() {
        at += if index == 0 { 0.0 } else { waiting.before };
        layout.overflow |= waiting.line.start + waiting.line.width > measure + 1e-3;
        place_line(layout, input, waiting, at, shift, measure);
        at += waiting.height;
    }
}

fn place_line(layout: &mut TextLayout, input: &BoxIn, waiting: &Waiting<'_>, at: f64, shift: f64, measure: f64) {
    let line = &waiting.line;
    let first_glyph = layout.glyphs.len();
    let em = waiting.input.look.em;
    let baseline = at + waiting.lead + ABOVE * em;
    let middle = input.size.w - at - waiting.lead - em / 2.0;
    let mut pen = shift + line.start;
    let place = |glyph: &AtomGlyph, pen: f64| {
        let (x, y) = if input.vertical {
            (middle + glyph.across, pen + glyph.along)
        } else {
            (pen + glyph.along, baseline + glyph.across)
        };
        PosGlyph {
            face: glyph.face,
            id: glyph.id,
            em: glyph.em,
            tag: glyph.tag,
            x: um(x),
            y: um(y),
            quarter_turns: glyph.quarter_turns,
            stretch: glyph.stretch,
            para: waiting.para as u32,
            cluster: glyph.cluster.clone(),
        }
    };
    let mut cells: Vec<Cell> = Vec::with_capacity(line.atoms.len());
    for (index, atom) in waiting.atoms.atoms[line.atoms.clone()].iter().enumerate() {
        pen += line.spaces[index];
        let from = pen;
        pen -= line.cuts[index].0;
        for glyph in &waiting.atoms.glyphs[atom.glyphs.clone()] {
            layout.glyphs.push(place(glyph, pen));
        }
        pen += atom.advance - line.cuts[index].1;
        cells.push(Cell {
            range: atom.range.start as u32..atom.range.end as u32,
            from: um(from),
            to: um(pen),
        });
    }
    // After all of the line's own text, so that the text copied from a page is not torn.
    let rubies = &waiting.atoms.rubies;
    let from = rubies.partition_point(|ruby| ruby.atoms.start < line.atoms.start);
    for ruby in &rubies[from..] {
        let Some(first) = cells.get(ruby.atoms.start - line.atoms.start) else {
            break;
        };
        let last = cells.get(ruby.atoms.end - 1 - line.atoms.start).unwrap_or(first);
        let start = match ruby.anchor {
            Anchor::Start => first.from,
            Anchor::Middle => {
                let most = (shift + measure - ruby.width).max(shift);
                ((first.from + last.to - ruby.width) / 2.0).clamp(shift, most)
            }
        };
        layout
            .glyphs
            .extend(ruby.glyphs.iter().map(|glyph| place(glyph, start)));
    }
    let area = if input.vertical {
        rect(
            um(input.size.w - at - waiting.height),
            0.0,
            um(waiting.height),
            um(measure),
        )
    } else {
        rect(um(shift), um(at), um(measure), um(waiting.height))
    };
    let range = match (
        waiting.atoms.atoms.get(line.atoms.start),
        waiting.atoms.atoms[line.atoms.clone()].last(),
    ) {
        (Some(first), Some(last)) => first.range.start as u32..last.range.end as u32,
        _ => 0..0,
    };
    layout.lines.push(Line {
        para: waiting.para as u32,
        range,
        area,
        start: um(shift + line.start),
        end: um(pen - line.hang),
        glyphs: first_glyph..layout.glyphs.len(),
        last_of_para: line.is_last,
        cells,
    });
}

/// Smallest rectangle around what the lines cover.
fn used(layout: &TextLayout, is_vertical: bool) -> Rect {
    let covered = |line: &Line| {
        let length = line.end - line.start;
        if is_vertical {
            rect(line.area.x, line.start, line.area.w, length)
        } else {
            rect(line.start, line.area.y, length, line.area.h)
        }
    };
    let Some(first) = layout.lines.first() else {
        return Rect::default();
    };
    layout
        .lines
        .iter()
        .fold(covered(first), |all, line| all.union(&covered(line)))
}
