//! Where the texts of one element stand, line by line: what an editor puts its caret on. Laid only while somebody writes.

use super::setting::Set;
use crate::geom::{Point, Transform, rect, um};
use crate::text::{BoxIn, Carets, Cell, Line, Look, ParaIn, TextLayout};
use std::ops::Range;

/// A text as it stands on the board, in one script.
#[derive(Clone, Debug)]
pub struct TextBox {
    input: BoxIn,
    layout: TextLayout,
    /// From the box's millimetres to the board's.
    pub at: Transform,
}

impl TextBox {
    pub(super) fn new(set: &Set, origin: Point) -> TextBox {
        let para = |(index, text): (usize, &String)| {
            let mut glyphs = set.layout.glyphs.iter();
            let em = glyphs.find(|glyph| glyph.para as usize == index).map(|glyph| glyph.em);
            let look = Look {
                em: em.unwrap_or(Look::default().em),
                ..Look::default()
            };
            ParaIn {
                text: text.clone(),
                look,
                ..ParaIn::default()
            }
        };
        TextBox {
            input: BoxIn {
                size: Default::default(),
                vertical: set.is_vertical(),
                region: Default::default(),
                paras: set.texts().iter().enumerate().map(para).collect(),
                para_gap: 0.0,
                columns: 1,
                column_gap: 0.0,
                block_align: 0.0,
            },
            layout: set.layout.clone(),
            at: Transform::shift(um(origin.x), um(origin.y)),
        }
    }

    pub fn carets(&self) -> Carets<'_> {
        Carets::new(&self.input, &self.layout)
    }

    pub fn is_vertical(&self) -> bool {
        self.input.vertical
    }

    /// All paragraphs joined by line ends, as `RichText::to_plain`.
    pub fn plain(&self) -> String {
        let paras: Vec<&str> = self.input.paras.iter().map(|para| para.text.as_str()).collect();
        paras.join("\n")
    }

    /// Type size of a paragraph in mm.
    pub fn em(&self, para: u32) -> f64 {
        let para = self.input.paras.get(para as usize);
        para.map_or(Look::default().em, |para| para.look.em)
    }

    /// The box as it is written: `plain` may be a part of what stands there (a figure beside its unit, a quote within the
    /// marks it was given), or what stands there a part of it (a quote whose marks are drawn). `from` is the first byte
    /// of the box that no other text has taken; with the box goes the byte after it. `None` where neither is so.
    pub fn as_written(&self, plain: &str, from: usize) -> Option<(TextBox, usize)> {
        let own = self.plain();
        if own == plain && from == 0 {
            return Some((self.clone(), own.len()));
        }
        let rest = own.get(from..)?;
        if let Some(at) = rest.find(plain).filter(|_| !plain.is_empty()) {
            let start = from + at;
            return Some((self.cut(&own, plain, start, 0), start + plain.len()));
        }
        let at = plain.find(&own).filter(|_| !own.trim().is_empty() && from == 0)?;
        let more = plain[..at].chars().chain(plain[at + own.len()..].chars());
        let is_it = more.clone().count() <= 4 && !more.clone().any(char::is_alphanumeric);
        is_it.then(|| (self.cut(&own, plain, 0, at), own.len()))
    }

    /// The lines told in the bytes of `plain`: byte `start` of the own text is byte `lead` of it.
    fn cut(&self, own: &str, plain: &str, start: usize, lead: usize) -> TextBox {
        let own_heads = heads(own);
        let to = |para: u32, at: u32| {
            let head = own_heads.get(para as usize).copied().unwrap_or(own.len());
            (head + at as usize + lead).saturating_sub(start).min(plain.len())
        };
        let new_heads = heads(plain);
        let mut cut = self.clone();
        cut.layout.lines = Vec::new();
        let mut looks: Vec<Option<Look>> = vec![None; new_heads.len()];
        for line in &self.layout.lines {
            let range = to(line.para, line.range.start)..to(line.para, line.range.end);
            if range.is_empty() && !line.range.is_empty() {
                continue;
            }
            let para = new_heads.partition_point(|head| *head <= range.start).saturating_sub(1);
            let head = new_heads.get(para).copied().unwrap_or(0);
            let em = self.em_in(line, |cluster| {
                let cluster = to(line.para, cluster.start)..to(line.para, cluster.end);
                !cluster.is_empty()
            });
            if let (Some(em), Some(look)) = (em, looks.get_mut(para)) {
                look.get_or_insert(Look { em, ..Look::default() });
            }
            cut.layout
                .lines
                .push(self.line_cut(line, para as u32, head, range, &to, em));
        }
        // What stands before the first character and after the last belongs to them.
        if let Some(line) = cut.layout.lines.first_mut()
            && line.para == 0
        {
            line.range.start = 0;
            let from = line.cells.first().map_or(line.start, |cell| cell.from);
            hang(line, 0, from, from);
        }
        if let Some(line) = cut.layout.lines.last_mut() {
            let head = new_heads.get(line.para as usize).copied().unwrap_or(0);
            let next = new_heads
                .get(line.para as usize + 1)
                .map_or(plain.len(), |next| next - 1);
            line.range.end = line.range.end.max((next - head) as u32);
            let to = line.cells.last().map_or(line.start, |cell| cell.to);
            hang(line, line.range.end, to, to);
        }
        cut.input.paras = plain
            .split('\n')
            .zip(looks)
            .map(|(text, look)| ParaIn {
                text: text.into(),
                look: look.unwrap_or_else(|| self.input.paras.first().map_or(Look::default(), |para| para.look)),
                ..ParaIn::default()
            })
            .collect();
        cut
    }

    fn line_cut(
        &self,
        line: &Line,
        para: u32,
        head: usize,
        range: Range<usize>,
        to: &impl Fn(u32, u32) -> usize,
        em: Option<f64>,
    ) -> Line {
        let near = |at: usize| at.saturating_sub(head) as u32;
        let cells: Vec<Cell> = line
            .cells
            .iter()
            .map(|cell| Cell {
                range: near(to(line.para, cell.range.start))..near(to(line.para, cell.range.end)),
                ..cell.clone()
            })
            .filter(|cell| !cell.range.is_empty())
            .collect();
        let start = cells.first().map_or(line.start, |cell| cell.from);
        let end = cells.last().map_or(line.end, |cell| cell.to);
        let mut area = line.area;
        if !self.input.vertical && cells.len() < line.cells.len() {
            area = rect(start, area.y, end - start, area.h);
            // Smaller type stands on the baseline of the larger beside it, not in the middle of the line.
            if let Some((em, y)) = em.zip(self.baseline(line))
                && em * 1.2 < area.h
            {
                area = rect(area.x, y - em * 0.98, area.w, em * 1.2);
            }
        }
        Line {
            para,
            range: near(range.start)..near(range.end),
            area,
            start,
            end,
            cells,
            ..line.clone()
        }
    }

    fn baseline(&self, line: &Line) -> Option<f64> {
        let glyphs = self.layout.glyphs.get(line.glyphs.clone())?;
        glyphs.first().map(|glyph| glyph.y)
    }

    fn em_in(&self, line: &Line, is_in: impl Fn(&Range<u32>) -> bool) -> Option<f64> {
        let glyphs = self.layout.glyphs.get(line.glyphs.clone())?;
        glyphs.iter().find(|glyph| is_in(&glyph.cluster)).map(|glyph| glyph.em)
    }
}

/// Where the paragraphs of a text joined by line ends begin.
fn heads(plain: &str) -> Vec<usize> {
    let after_ends = plain.match_indices('\n').map(|(at, _)| at + 1);
    Some(0).into_iter().chain(after_ends).collect()
}

/// A caret may stand at `at` too, beyond the line's own characters.
fn hang(line: &mut Line, at: u32, from: f64, to: f64) {
    let first = line.cells.first().map_or(at, |cell| cell.range.start);
    let last = line.cells.last().map_or(at, |cell| cell.range.end);
    if at < first {
        line.cells.insert(
            0,
            Cell {
                range: at..first,
                from,
                to,
            },
        );
    } else if at > last {
        line.cells.push(Cell {
            range: last..at,
            from,
            to,
        });
    }
}
