//! Paragraphs into a box: lines one under the other (or column by column from the right), positions in mm.

use super::atoms::{ABOVE, Atoms, atoms};
use super::fit::{FitLine, fit};
use super::{BoxIn, Fonts, Line, ParaIn, PosGlyph, TextLayout};
use crate::geom::{Rect, rect, um};

/// A line that knows its paragraph, before it has a place across the lines.
struct Waiting<'a> {
    para: usize,
    input: &'a ParaIn,
    atoms: std::rc::Rc<Atoms>,
    line: FitLine,
    /// White before this line's cell, in mm.
    before: f64,
}

/// Fills the box. Deterministic: same input and fonts, same numbers, rounded to 1 µm.
pub fn lay(input: &BoxIn, fonts: &Fonts) -> TextLayout {
    let columns = if input.vertical {
        1
    } else {
        usize::from(input.columns.max(1))
    };
    let along = if input.vertical { input.size.h } else { input.size.w };
    let measure = (along - input.column_gap * (columns - 1) as f64) / columns as f64;
    let mut layout = TextLayout::default();
    let mut waiting = Vec::new();
    for (index, para) in input.paras.iter().enumerate() {
        let all = std::rc::Rc::new(atoms(para, input.region, input.vertical, fonts));
        layout.missing.extend(&all.missing);
        let fitted = fit(&all, para, measure);
        layout.yielded |= fitted.has_yielded;
        let mut lines = fitted.lines;
        if lines.is_empty() {
            lines.push(empty_line());
        }
        for (number, line) in lines.into_iter().enumerate() {
            let is_first = number == 0 && index > 0;
            waiting.push(Waiting {
                para: index,
                input: para,
                atoms: all.clone(),
                line,
                before: if is_first { input.para_gap } else { 0.0 },
            });
        }
    }
    layout.missing.sort_unstable();
    layout.missing.dedup();
    let per_column = waiting.len().div_ceil(columns).max(1);
    let across = if input.vertical { input.size.w } else { input.size.h };
    for (column, lines) in waiting.chunks(per_column).enumerate() {
        let shift = column as f64 * (measure + input.column_gap);
        place_column(&mut layout, input, lines, shift, measure, across);
    }
    layout.used = used(&layout, input.vertical);
    layout
}

fn empty_line() -> FitLine {
    FitLine {
        atoms: 0..0,
        start: 0.0,
        width: 0.0,
        cuts: Vec::new(),
        spaces: Vec::new(),
        is_last: true,
    }
}

fn place_column(layout: &mut TextLayout, input: &BoxIn, lines: &[Waiting<'_>], shift: f64, measure: f64, across: f64) {
    let total: f64 = lines
        .iter()
        .enumerate()
        .map(|(index, line)| line.input.line + if index == 0 { 0.0 } else { line.before })
        .sum();
    layout.overflow |= total > across + 1e-3;
    let mut at = (across - total).max(0.0) * input.block_align;
    for (index, waiting) in lines.iter().enumerate() {
        at += if index == 0 { 0.0 } else { waiting.before };
        layout.overflow |= waiting.line.start + waiting.line.width > measure + 1e-3;
        place_line(layout, input, waiting, at, shift, measure);
        at += waiting.input.line;
    }
}

fn place_line(layout: &mut TextLayout, input: &BoxIn, waiting: &Waiting<'_>, at: f64, shift: f64, measure: f64) {
    let (para, line) = (waiting.input, &waiting.line);
    let first_glyph = layout.glyphs.len();
    let em = para.look.em;
    let baseline = at + (para.line - em) / 2.0 + ABOVE * em;
    let middle = input.size.w - at - para.line / 2.0;
    let mut pen = shift + line.start;
    for (index, atom) in waiting.atoms.atoms[line.atoms.clone()].iter().enumerate() {
        pen += line.spaces[index] - line.cuts[index].0;
        for glyph in &waiting.atoms.glyphs[atom.glyphs.clone()] {
            let (x, y) = if input.vertical {
                (middle + glyph.across, pen + glyph.along)
            } else {
                (pen + glyph.along, baseline + glyph.across)
            };
            layout.glyphs.push(PosGlyph {
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
            });
        }
        pen += atom.advance - line.cuts[index].1;
    }
    let area = if input.vertical {
        rect(um(input.size.w - at - para.line), 0.0, um(para.line), um(measure))
    } else {
        rect(um(shift), um(at), um(measure), um(para.line))
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
        end: um(pen),
        glyphs: first_glyph..layout.glyphs.len(),
        last_of_para: line.is_last,
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
