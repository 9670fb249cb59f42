//! Carets, selections and input methods over laid text: which place in the text a point means, and where it stands.
//! Knows no keys and no windows; all points and rectangles are in mm from the box's top left.

use super::{BoxIn, Line, TextLayout};
use crate::geom::{Point, Rect, rect};
use icu_segmenter::{GraphemeClusterSegmenter, WordSegmenter};
use std::ops::Range;

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    pub para: u32,
    /// Byte of the paragraph's text.
    pub at: u32,
    pub affinity: Affinity,
}

/// Which of two lines a place at their break belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Affinity {
    /// At the end of the line before.
    Before,
    /// At the start of the line after.
    #[default]
    After,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Move {
    NextCharacter,
    PreviousCharacter,
    NextWord,
    PreviousWord,
    LineStart,
    LineEnd,
    /// To the line that follows or goes before, near `goal` mm along it (see [`Carets::goal`]).
    NextLine(f64),
    PreviousLine(f64),
    TextStart,
    TextEnd,
}

/// Where an input method's unfinished text stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Preedit {
    /// One piece a line, to be underlined.
    pub pieces: Vec<Rect>,
    /// The window of candidates keeps clear of this.
    pub candidates: Rect,
}

/// A laid box and the text it was laid from.
#[derive(Clone, Copy)]
pub struct Carets<'a> {
    input: &'a BoxIn,
    layout: &'a TextLayout,
}

impl<'a> Carets<'a> {
    /// `layout` is what `lay` made of `input`.
    pub fn new(input: &'a BoxIn, layout: &'a TextLayout) -> Carets<'a> {
        Carets { input, layout }
    }

    /// The place nearest to a point, inside or outside the text.
    pub fn position_at(&self, point: Point) -> Position {
        let distance = |line: &Line| {
            let area = line.area;
            let x = (area.x - point.x).max(point.x - area.right()).max(0.0);
            let y = (area.y - point.y).max(point.y - area.bottom()).max(0.0);
            x * x + y * y
        };
        let lines = 0..self.layout.lines.len();
        let nearest = lines.min_by(|one, other| {
            let [one, other] = [one, other].map(|index| distance(&self.layout.lines[*index]));
            one.total_cmp(&other)
        });
        let along = if self.input.vertical { point.y } else { point.x };
        nearest.map_or(START, |index| self.position_in(index, along))
    }

    /// The caret: no thickness along the line, a little more than the type size across.
    pub fn rect_of(&self, position: Position) -> Rect {
        let Some(line) = self.line_of(position).and_then(|index| self.layout.lines.get(index)) else {
            return Rect::default();
        };
        let along = self.along(line, position.at);
        self.band(line, along, along)
    }

    pub fn moved(&self, position: Position, by: Move) -> Position {
        match by {
            Move::NextCharacter => self.next(position, characters),
            Move::PreviousCharacter => self.previous(position, characters),
            Move::NextWord => self.next(position, word_ends),
            Move::PreviousWord => self.previous(position, word_starts),
            Move::LineStart => self.line_edge(position, false),
            Move::LineEnd => self.line_edge(position, true),
            Move::NextLine(goal) => self.other_line(position, 1, goal),
            Move::PreviousLine(goal) => self.other_line(position, -1, goal),
            Move::TextStart => START,
            Move::TextEnd => self.text_end(),
        }
    }

    /// How far along its line a place stands: kept by the editor while it moves from line to line.
    pub fn goal(&self, position: Position) -> f64 {
        let line = self.line_of(position).and_then(|index| self.layout.lines.get(index));
        line.map_or(0.0, |line| self.along(line, position.at) - self.line_start(line))
    }

    /// What is lit between two places, one rectangle a line, without gaps along it.
    pub fn selection(&self, one: Position, other: Position) -> Vec<Rect> {
        let key = |position: Position| (position.para, position.at);
        let (from, to) = if key(one) <= key(other) {
            (one, other)
        } else {
            (other, one)
        };
        let inside = |line: &&Line| {
            let (first, last) = ((line.para, line.range.start), (line.para, line.range.end));
            first < key(to) && last > key(from)
        };
        let lines = self.layout.lines.iter().filter(inside);
        lines
            .map(|line| {
                let start = if line.para == from.para { from.at } else { 0 };
                let end = if line.para == to.para { to.at } else { u32::MAX };
                let start = self.along(line, start.max(line.range.start));
                self.band(line, start, self.along(line, end.min(line.range.end)))
            })
            .collect()
    }

    /// The word around a place, as a double click takes it.
    pub fn word_at(&self, position: Position) -> Range<u32> {
        let text = self.text(position.para);
        let ends: Vec<u32> = segments(text);
        let after = ends.partition_point(|end| *end <= position.at);
        let start = ends.get(after.wrapping_sub(1)).copied().unwrap_or(0);
        start..ends.get(after).copied().unwrap_or(text.len() as u32)
    }

    /// `range` is the unfinished text inside its paragraph, `caret` the byte of it that is being converted.
    pub fn preedit(&self, para: u32, range: Range<u32>, caret: u32) -> Preedit {
        let at = |at| Position {
            para,
            at,
            affinity: Affinity::After,
        };
        let pieces = self.selection(at(range.start), at(range.end));
        let own = self.rect_of(at(caret.clamp(range.start, range.end)));
        let is_beside = |piece: &&Rect| {
            if self.input.vertical {
                piece.x == own.x
            } else {
                piece.y == own.y
            }
        };
        let candidates = pieces.iter().find(is_beside).copied().unwrap_or(own);
        Preedit { pieces, candidates }
    }

    fn text(&self, para: u32) -> &'a str {
        self.input.paras.get(para as usize).map_or("", |para| &para.text)
    }

    fn line_of(&self, position: Position) -> Option<usize> {
        let lines = &self.layout.lines;
        let is_started = |line: &Line| (line.para, line.range.start) <= (position.para, position.at);
        let index = lines.partition_point(is_started).saturating_sub(1);
        let line = lines.get(index)?;
        let is_at_break = line.range.start == position.at && line.para == position.para;
        let has_before = index > 0 && lines[index - 1].para == position.para;
        Some(if position.affinity == Affinity::Before && is_at_break && has_before {
            index - 1
        } else {
            index
        })
    }

    /// Where a byte stands along its line. A cell of several characters is shared out evenly among them.
    fn along(&self, line: &Line, at: u32) -> f64 {
        let index = line.cells.partition_point(|cell| cell.range.end <= at);
        let Some(cell) = line.cells.get(index) else {
            return line.cells.last().map_or(line.start, |cell| cell.to);
        };
        if at <= cell.range.start {
            return cell.from;
        }
        let stops = self.stops(line.para, &cell.range);
        let passed = stops.partition_point(|stop| *stop <= at);
        cell.from + (cell.to - cell.from) * passed as f64 / stops.len().max(1) as f64
    }

    /// Where the characters of a cell end.
    fn stops(&self, para: u32, cell: &Range<u32>) -> Vec<u32> {
        let piece = self.text(para).get(cell.start as usize..cell.end as usize);
        let mut stops = characters(piece.unwrap_or_default());
        stops.retain(|stop| *stop > 0);
        stops.iter().map(|stop| stop + cell.start).collect()
    }

    fn position_in(&self, index: usize, along: f64) -> Position {
        let line = &self.layout.lines[index];
        let mut nearest = (f64::INFINITY, line.range.start);
        let mut offer = |at: u32, place: f64| {
            let off = (place - along).abs();
            if off < nearest.0 {
                nearest = (off, at);
            }
        };
        offer(
            line.range.start,
            line.cells.first().map_or(line.start, |cell| cell.from),
        );
        for cell in &line.cells {
            let stops = self.stops(line.para, &cell.range);
            offer(cell.range.start, cell.from);
            for (passed, stop) in stops.iter().enumerate() {
                let share = (passed + 1) as f64 / stops.len() as f64;
                offer(*stop, cell.from + (cell.to - cell.from) * share);
            }
        }
        self.at_line(index, nearest.1)
    }

    /// A place of a line, told apart from the same place at the start of the next one.
    fn at_line(&self, index: usize, at: u32) -> Position {
        let line = &self.layout.lines[index];
        let next = self.layout.lines.get(index + 1);
        let is_shared = next.is_some_and(|next| next.para == line.para && next.range.start == at);
        Position {
            para: line.para,
            at,
            affinity: if is_shared { Affinity::Before } else { Affinity::After },
        }
    }

    fn line_edge(&self, position: Position, is_end: bool) -> Position {
        let Some(index) = self.line_of(position) else {
            return position;
        };
        let line = &self.layout.lines[index];
        let at = if is_end { line.range.end } else { line.range.start };
        if is_end {
            return self.at_line(index, at);
        }
        Position {
            para: line.para,
            at,
            affinity: Affinity::After,
        }
    }

    fn other_line(&self, position: Position, by: isize, goal: f64) -> Position {
        let Some(index) = self.line_of(position) else {
            return position;
        };
        match index.checked_add_signed(by).filter(|to| *to < self.layout.lines.len()) {
            Some(to) => self.position_in(to, self.line_start(&self.layout.lines[to]) + goal),
            None => self.line_edge(position, by > 0),
        }
    }

    fn next(&self, position: Position, stops: fn(&str) -> Vec<u32>) -> Position {
        let text = self.text(position.para);
        let after = stops(text).into_iter().find(|stop| *stop > position.at);
        let has_more = position.para as usize + 1 < self.input.paras.len();
        let (para, at) = match after {
            Some(at) => (position.para, at),
            None if position.at < text.len() as u32 || !has_more => (position.para, text.len() as u32),
            None => (position.para + 1, 0),
        };
        let affinity = Affinity::After;
        Position { para, at, affinity }
    }

    fn previous(&self, position: Position, stops: fn(&str) -> Vec<u32>) -> Position {
        let before = stops(self.text(position.para))
            .into_iter()
            .rfind(|stop| *stop < position.at);
        let (para, at) = match (before, position.at, position.para) {
            (Some(at), _, para) => (para, at),
            (None, 0, 1..) => (position.para - 1, self.text(position.para - 1).len() as u32),
            (None, _, para) => (para, 0),
        };
        let affinity = Affinity::After;
        Position { para, at, affinity }
    }

    fn text_end(&self) -> Position {
        let para = self.input.paras.len().saturating_sub(1) as u32;
        Position {
            para,
            at: self.text(para).len() as u32,
            affinity: Affinity::After,
        }
    }

    fn line_start(&self, line: &Line) -> f64 {
        if self.input.vertical { line.area.y } else { line.area.x }
    }

    /// From one place of a line to another, as high as its type.
    fn band(&self, line: &Line, from: f64, to: f64) -> Rect {
        let across = if self.input.vertical { line.area.w } else { line.area.h };
        let em = self
            .input
            .paras
            .get(line.para as usize)
            .map_or(across, |para| para.look.em);
        let height = (1.2 * em).min(across);
        let inset = (across - height) / 2.0;
        let length = (to - from).max(0.0);
        if self.input.vertical {
            rect(line.area.x + inset, from, height, length)
        } else {
            rect(from, line.area.y + inset, length, height)
        }
    }
}

const START: Position = Position {
    para: 0,
    at: 0,
    affinity: Affinity::After,
};

/// Bytes between what a reader takes for characters; a surrogate pair, a letter and its accents are one.
fn characters(text: &str) -> Vec<u32> {
    let stops = GraphemeClusterSegmenter::new().segment_str(text);
    stops.map(|stop| stop as u32).collect()
}

/// Bytes between words, marks and spaces, both ends among them.
fn segments(text: &str) -> Vec<u32> {
    let stops = WordSegmenter::new_dictionary(Default::default()).segment_str(text);
    stops.map(|stop| stop as u32).collect()
}

fn words(text: &str) -> Vec<(u32, u32)> {
    let is_word = |(from, to): &(u32, u32)| {
        let piece = text.get(*from as usize..*to as usize);
        piece.is_some_and(|piece| piece.contains(char::is_alphanumeric))
    };
    let stops = segments(text);
    stops
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(is_word)
        .collect()
}

fn word_starts(text: &str) -> Vec<u32> {
    words(text).into_iter().map(|(start, _)| start).collect()
}

fn word_ends(text: &str) -> Vec<u32> {
    words(text).into_iter().map(|(_, end)| end).collect()
}
