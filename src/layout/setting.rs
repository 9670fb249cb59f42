//! Text into glyph runs: styles and marks become looks, the text engine lays them, runs come back with their colours.

use super::desk::{Desk, em_at};
use super::{Glyph, GlyphRun, Ink, Item, Paint, Path, PathItem, Placed, Seg, Stroke};
use crate::base::{Align, Colour, FontSlot};
use crate::geom::{Point, Transform, point, rect, size, um};
use crate::model::{ElementId, MarkKind, Para, ParaStyle, RichText};
use crate::script::Script;
use crate::text::{BoxIn, Breaking, Line, Look, ParaIn, Prohibition, TextLayout, Weight};

/// How one box of text is to be set.
#[derive(Clone, Copy)]
pub struct Wish<'a> {
    pub style: &'a str,
    pub scale: f64,
    pub w: f64,
    /// Columns run over it where `vertical`; else only `block_align` looks at it.
    pub h: f64,
    pub vertical: bool,
    pub columns: u8,
    pub column_gap: f64,
    pub block_align: f64,
    pub align: Option<Align>,
    /// Lines end where a speaker pauses, if that takes no more lines than this.
    pub pauses: Option<u8>,
    pub script: Script,
}

impl<'a> Wish<'a> {
    pub fn new(style: &'a str, w: f64, scale: f64, script: Script) -> Wish<'a> {
        Wish {
            style,
            scale,
            w,
            h: OPEN,
            vertical: false,
            columns: 1,
            column_gap: 0.0,
            block_align: 0.0,
            align: None,
            pauses: None,
            script,
        }
    }
}

/// The height of a box that may become as high as its text.
pub const OPEN: f64 = 100_000.0;

/// A box of text, laid.
pub struct Set {
    pub layout: TextLayout,
    paras: Vec<String>,
    dresses: Vec<Dress>,
    vertical: bool,
}

#[derive(Clone, Copy, PartialEq)]
struct Dress {
    slot: FontSlot,
    colour: Colour,
    underline: bool,
    dots: bool,
}

/// A piece of a composed line: a figure, its unit, its label.
pub struct Part<'a> {
    pub text: &'a str,
    pub slot: FontSlot,
    pub weight: u16,
    pub em: f64,
    pub colour: Colour,
    /// Air before this part, in mm.
    pub gap: f64,
}

pub fn set(desk: &Desk<'_>, text: &RichText, wish: &Wish<'_>) -> Set {
    let mut dresses = Vec::new();
    let paras: Vec<ParaIn> = text
        .paras
        .iter()
        .map(|para| para_in(desk, para, wish, &mut dresses))
        .collect();
    let style = desk.style(wish.style);
    let track = style.tracking * em_at(style, wish.scale);
    let longest = paras.iter().map(|para| para.text.chars().count()).max().unwrap_or(0);
    let air = if track > 0.0 {
        track * longest.saturating_sub(1) as f64
    } else {
        0.0
    };
    let texts = paras.iter().map(|para| para.text.clone()).collect();
    let input = BoxIn {
        size: size((wish.w - air).max(1.0), wish.h),
        vertical: wish.vertical,
        region: desk.region(wish.script),
        paras,
        para_gap: 0.0,
        columns: wish.columns.max(1),
        column_gap: wish.column_gap,
        block_align: wish.block_align,
    };
    let mut set = Set {
        layout: desk.memo.lay(input, desk.fonts),
        paras: texts,
        dresses,
        vertical: wish.vertical,
    };
    if wish.columns > 1 && !wish.vertical && wish.block_align == 0.0 {
        set.even_columns(
            usize::from(wish.columns),
            (wish.w + wish.column_gap) / f64::from(wish.columns),
        );
    }
    if style.tracking != 0.0 && !wish.vertical {
        set.track(track, air, wish.align.unwrap_or(style.align));
    }
    set
}

/// The words of a place that waits for something, and their size in mm: a caption's, less where the place is narrow.
pub fn hint(desk: &Desk<'_>, text: &str, w: f64, colour: Colour) -> (Set, f64) {
    let style = desk.style("caption");
    let em = style.em.min(w / 6.0);
    let part = Part {
        text,
        slot: style.slot,
        weight: 500,
        em,
        colour,
        gap: 0.0,
    };
    (set_line(desk, &[part], em * 1.4, 0.0), em)
}

/// One line of parts on one baseline, as long as it gets.
pub fn set_line(desk: &Desk<'_>, parts: &[Part<'_>], line: f64, tracking: f64) -> Set {
    let mut text = String::new();
    let mut spans = Vec::new();
    let mut dresses = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let start = text.len();
        text.push_str(part.text);
        dresses.push(Dress {
            slot: part.slot,
            colour: part.colour,
            underline: false,
            dots: false,
        });
        let look = Look {
            slot: part.slot,
            weight: Weight(part.weight),
            em: part.em,
            tag: index as u16,
        };
        spans.push((start..text.len(), look));
    }
    spans.retain(|(range, _)| !range.is_empty());
    let first = spans.first().map(|(_, look)| *look);
    let look = first.unwrap_or(Look {
        slot: FontSlot::Hei,
        weight: Weight(400),
        em: 10.0,
        tag: 0,
    });
    let para = ParaIn {
        text: text.clone(),
        look,
        spans,
        line,
        align: Align::Start,
        indent: 0.0,
        han_latin_gap: false,
        level: Prohibition::None,
        breaking: Breaking::Quick,
        ..ParaIn::default()
    };
    let input = BoxIn {
        size: size(OPEN, OPEN),
        vertical: false,
        region: desk.region(desk.script),
        paras: vec![para],
        para_gap: 0.0,
        columns: 1,
        column_gap: 0.0,
        block_align: 0.0,
    };
    let mut set = Set {
        layout: desk.memo.lay(input, desk.fonts),
        paras: vec![text],
        dresses,
        vertical: false,
    };
    set.space_parts(parts, tracking);
    set
}

fn para_in(desk: &Desk<'_>, para: &Para, wish: &Wish<'_>, dresses: &mut Vec<Dress>) -> ParaIn {
    let style = desk.style(para.style.as_ref().map_or(wish.style, |style| &style.0));
    let em = em_at(style, wish.scale);
    let plain = (
        Look {
            slot: style.slot,
            weight: Weight(style.weight),
            em,
            tag: 0,
        },
        Dress {
            slot: style.slot,
            colour: desk.swatch(&style.colour),
            underline: false,
            dots: false,
        },
    );
    let mut cuts: Vec<usize> = para
        .marks
        .iter()
        .flat_map(|mark| [mark.range.start, mark.range.end])
        .chain([0, para.text.len()])
        .filter(|&cut| para.text.is_char_boundary(cut))
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut tag_of = |dress: Dress| {
        let known = dresses.iter().position(|other| *other == dress);
        known.unwrap_or_else(|| {
            dresses.push(dress);
            dresses.len() - 1
        }) as u16
    };
    let look = Look {
        tag: tag_of(plain.1),
        ..plain.0
    };
    let spans = cuts
        .windows(2)
        .filter_map(|cut| {
            let (from, to) = (*cut.first()?, *cut.last()?);
            let marks = || {
                para.marks
                    .iter()
                    .filter(|mark| mark.range.start <= from && mark.range.end >= to)
            };
            marks().next()?;
            let (mut look, mut dress) = plain;
            marks().for_each(|mark| mark_look(desk, &mark.kind, style, em, &mut look, &mut dress));
            look.tag = tag_of(dress);
            Some((from..to, look))
        })
        .collect();
    let align = wish.align.unwrap_or(style.align);
    ParaIn {
        text: para.text.clone(),
        look,
        spans,
        line: um(style.line * em),
        align,
        indent: style.indent,
        han_latin_gap: style.han_latin_gap,
        level: Prohibition::default(),
        breaking: match wish.pauses {
            Some(most) => Breaking::ByPauses { most },
            None if align == Align::Justify => Breaking::Best,
            None => Breaking::Balanced,
        },
        ruby: readings(para),
        hanging: style.hanging,
        tight_marks: style.tight_marks,
        wide_interpunct: style.wide_interpunct,
        open_indent: style.open_indent,
        upright_digits: style.upright_digits,
        dots: dotted(para),
    }
}

fn readings(para: &Para) -> Vec<(std::ops::Range<usize>, String)> {
    let marks = para.marks.iter();
    marks
        .filter_map(|mark| match &mark.kind {
            MarkKind::Ruby(reading) => Some((mark.range.clone(), reading.clone())),
            _ => None,
        })
        .collect()
}

fn dotted(para: &Para) -> Vec<std::ops::Range<usize>> {
    let marks = para.marks.iter();
    marks
        .filter(|mark| mark.kind == MarkKind::EmphasisDots)
        .map(|mark| mark.range.clone())
        .collect()
}

fn mark_look(desk: &Desk<'_>, kind: &MarkKind, style: &ParaStyle, em: f64, look: &mut Look, dress: &mut Dress) {
    match kind {
        MarkKind::Weight(weight) => look.weight = Weight(*weight),
        MarkKind::Size(times) => look.em = um((em * times).clamp(style.em * 0.2, style.em * 5.0)),
        MarkKind::Colour(swatch) => dress.colour = desk.swatch(swatch),
        MarkKind::Slot(slot) => (look.slot, dress.slot) = (*slot, *slot),
        MarkKind::Underline => dress.underline = true,
        MarkKind::EmphasisDots => dress.dots = true,
        // Readings stand beside the text; facts and picks do not show.
        MarkKind::Ruby(_) | MarkKind::Field(_) | MarkKind::Pick(_) => {}
    }
}

impl Set {
    pub fn is_vertical(&self) -> bool {
        self.vertical
    }

    /// Its paragraphs.
    pub fn texts(&self) -> &[String] {
        &self.paras
    }

    /// Down to the last line's foot.
    pub fn foot(&self) -> f64 {
        self.layout.used.bottom()
    }

    pub fn width(&self) -> f64 {
        self.layout.used.right()
    }

    pub fn lines(&self) -> usize {
        self.layout.lines.len()
    }

    /// The last lines of paragraphs that take several.
    pub fn last_lines(&self) -> impl Iterator<Item = &Line> {
        let lines = &self.layout.lines;
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let last = pairs.filter(|(before, line)| before.para == line.para && line.last_of_para);
        last.map(|(_, line)| line)
    }

    /// A last line that holds but one character and its marks (rule 21).
    pub fn lone_ending(&self) -> Option<String> {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
        let mut said = self.last_lines().filter_map(|line| self.said(line));
        said.find(|text| letters(text) == 1).map(str::to_string)
    }

    fn said(&self, line: &Line) -> Option<&str> {
        let para = self.paras.get(line.para as usize)?;
        para.get(line.range.start as usize..line.range.end as usize)
    }

    /// Some characters have no glyph: which.
    pub fn missing(&self) -> String {
        self.layout.missing.iter().collect()
    }

    /// Columns end within one line of each other, the first ones longer. `step`: from one column's left edge to the next.
    fn even_columns(&mut self, columns: usize, step: f64) {
        let count = self.layout.lines.len();
        let Some(first) = self.layout.lines.first() else { return };
        let (left, top, high) = (first.area.x, first.area.y, first.area.h);
        if self.layout.lines.iter().any(|line| (line.area.h - high).abs() > 0.001) {
            return;
        }
        let (rows, longer) = (count / columns, count % columns);
        let starts: Vec<usize> = (0..columns).map(|column| column * rows + column.min(longer)).collect();
        for (index, line) in self.layout.lines.iter_mut().enumerate() {
            let column = starts.partition_point(|start| *start <= index).saturating_sub(1);
            let row = index - starts.get(column).copied().unwrap_or(0);
            let (x, y) = (um(left + column as f64 * step), um(top + row as f64 * high));
            let (dx, dy) = (x - line.area.x, y - line.area.y);
            line.area = rect(x, y, line.area.w, line.area.h);
            (line.start, line.end) = (um(line.start + dx), um(line.end + dx));
            for glyph in self.layout.glyphs.get_mut(line.glyphs.clone()).unwrap_or_default() {
                (glyph.x, glyph.y) = (um(glyph.x + dx), um(glyph.y + dy));
            }
        }
        let used = self.layout.used;
        self.layout.used = rect(used.x, used.y, used.w, um(count.div_ceil(columns) as f64 * high));
    }

    /// Air between the characters of each line.
    fn track(&mut self, by: f64, air: f64, align: Align) {
        for line in &mut self.layout.lines {
            let extra = by * line.cells.len().saturating_sub(1) as f64;
            let start = match align {
                Align::Centre => (air - extra) / 2.0,
                Align::End => air - extra,
                Align::Start | Align::Justify | Align::Spread => 0.0,
            };
            let glyphs = self.layout.glyphs.get_mut(line.glyphs.clone());
            for glyph in glyphs.unwrap_or_default() {
                // Glyphs that say nothing, readings among them, go with the character before them.
                let said = glyph.cluster.start - u32::from(glyph.cluster.is_empty() && glyph.cluster.start > 0);
                let index = line.cells.partition_point(|cell| cell.range.end <= said);
                glyph.x = um(glyph.x + start + by * index as f64);
            }
            for (index, cell) in line.cells.iter_mut().enumerate() {
                cell.from = um(cell.from + start + by * index as f64);
                cell.to = um(cell.to + start + by * index as f64);
            }
            line.end += extra;
        }
        self.layout.used.w += air;
    }

    fn space_parts(&mut self, parts: &[Part<'_>], tracking: f64) {
        let mut shift = 0.0;
        let mut tag = None;
        let mut within = 0;
        let mut shifts = Vec::with_capacity(self.layout.glyphs.len());
        for glyph in &mut self.layout.glyphs {
            if tag != Some(glyph.tag) {
                // An empty part has no glyphs, but its gap belongs to nobody.
                shift += parts.get(usize::from(glyph.tag)).map_or(0.0, |part| part.gap);
                tag = Some(glyph.tag);
                within = 0;
            } else if glyph.tag == 0 {
                within += 1;
            }
            if glyph.tag == 0 && within > 0 {
                shift += tracking * glyph.em;
            }
            glyph.x = um(glyph.x + shift);
            shifts.push((glyph.cluster.start, shift));
        }
        // Carets stand where the glyphs went.
        for cell in self.layout.lines.iter_mut().flat_map(|line| &mut line.cells) {
            let at = |byte: u32| shifts.partition_point(|(start, _)| *start <= byte).checked_sub(1);
            let by = |byte: u32| at(byte).and_then(|at| shifts.get(at)).map_or(0.0, |(_, shift)| *shift);
            cell.from = um(cell.from + by(cell.range.start));
            cell.to = um(cell.to + by(cell.range.end.saturating_sub(1)));
        }
        self.layout.used.w = um(self.layout.used.w + shift);
    }

    /// The glyphs as items with their colours; `origin` is the box's top left on the board.
    pub fn place(&self, origin: Point, source: Option<ElementId>) -> Vec<Placed> {
        let at = Transform::shift(um(origin.x), um(origin.y));
        let mut items = Vec::new();
        for line in &self.layout.lines {
            let glyphs = self.layout.glyphs.get(line.glyphs.clone()).unwrap_or_default();
            let same = |a: &crate::text::PosGlyph, b: &crate::text::PosGlyph| {
                a.para == b.para && a.face == b.face && a.em == b.em && a.tag == b.tag
            };
            for run in glyphs.chunk_by(same) {
                items.extend(self.run_item(run).map(|item| Placed { at, item, source }));
                items.extend(
                    self.adorned(run, line)
                        .into_iter()
                        .map(|item| Placed { at, item, source }),
                );
            }
        }
        items
    }

    fn dress(&self, tag: u16) -> Option<&Dress> {
        self.dresses.get(usize::from(tag))
    }

    fn run_item(&self, run: &[crate::text::PosGlyph]) -> Option<Item> {
        let first = run.first()?;
        let para = self.paras.get(first.para as usize)?;
        let mut text = String::new();
        let mut last = None;
        let glyphs = run
            .iter()
            .map(|glyph| {
                let start = text.len() as u32;
                if last.as_ref() != Some(&glyph.cluster) {
                    let range = glyph.cluster.start as usize..glyph.cluster.end as usize;
                    text.push_str(para.get(range).unwrap_or_default());
                    last = Some(glyph.cluster.clone());
                }
                Glyph {
                    cluster: start..text.len() as u32,
                    ..Glyph::of(glyph)
                }
            })
            .collect();
        let dress = self.dress(first.tag);
        let colour = dress.map_or(super::desk::BLACK, |dress| dress.colour);
        Some(Item::Glyphs(GlyphRun {
            face: first.face,
            slot: dress.map_or_else(FontSlot::default, |dress| dress.slot),
            em: first.em,
            paint: Paint::flat(colour),
            text,
            glyphs,
        }))
    }

    /// Underlines and emphasis dots.
    fn adorned(&self, run: &[crate::text::PosGlyph], line: &Line) -> Vec<Item> {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            return Vec::new();
        };
        let Some(dress) = self.dress(first.tag) else {
            return Vec::new();
        };
        // Readings are neither underlined nor dotted.
        if run.iter().all(|glyph| glyph.cluster.is_empty()) {
            return Vec::new();
        }
        let em = first.em;
        let mut items = Vec::new();
        if dress.underline {
            let (from, to) = if self.vertical {
                let x = line.area.x + line.area.w / 2.0 - em * 0.6;
                (point(x, first.y - em * 0.88), point(x, last.y + em * 0.12))
            } else {
                let y = first.y + em * 0.18;
                (point(first.x, y), point(last.x + em, y))
            };
            items.push(Item::Path(PathItem {
                path: Path::from(vec![Seg::Move(from), Seg::Line(to)]),
                fill: None,
                stroke: Some(Stroke {
                    paint: Paint::flat(dress.colour),
                    width: um(em * 0.055),
                    round: false,
                    dash: Vec::new(),
                }),
            }));
        }
        if dress.dots {
            for glyph in run.iter().filter(|glyph| self.takes_dot(glyph)) {
                let centre = if self.vertical {
                    point(line.area.x + line.area.w / 2.0 + em * 0.64, glyph.y - em * 0.38)
                } else {
                    point(glyph.x + em / 2.0, glyph.y + em * 0.27)
                };
                items.push(filled(Path::circle(centre, em * 0.065), dress.colour));
            }
        }
        items
    }

    fn takes_dot(&self, glyph: &crate::text::PosGlyph) -> bool {
        let range = glyph.cluster.start as usize..glyph.cluster.end as usize;
        let text = self.paras.get(glyph.para as usize).and_then(|para| para.get(range));
        text.is_some_and(|text| text.chars().any(char::is_alphanumeric))
    }
}

pub fn filled(path: Path, colour: Colour) -> Item {
    Item::Path(PathItem {
        path,
        fill: Some(Paint::flat(colour)),
        stroke: None,
    })
}

pub fn faded(path: Path, colour: Colour, alpha: f64) -> Item {
    Item::Path(PathItem {
        path,
        fill: Some(Paint::Flat(Ink { colour, alpha })),
        stroke: None,
    })
}

pub fn stroked(path: Path, colour: Colour, width: f64) -> Item {
    Item::Path(PathItem {
        path,
        fill: None,
        stroke: Some(Stroke {
            paint: Paint::flat(colour),
            width: um(width),
            round: false,
            dash: Vec::new(),
        }),
    })
}

pub fn line_path(points: &[(f64, f64)]) -> Path {
    let seg = |(index, &(x, y)): (usize, &(f64, f64))| {
        let p = point(um(x), um(y));
        if index == 0 { Seg::Move(p) } else { Seg::Line(p) }
    };
    Path::from(points.iter().enumerate().map(seg).collect::<Vec<_>>())
}

pub fn box_path(x: f64, y: f64, w: f64, h: f64) -> Path {
    Path::rect(rect(um(x), um(y), um(w), um(h)))
}
