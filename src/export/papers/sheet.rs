//! A sheet of paper that is filled from above: type laid by `text`, lines, boards, pictures, codes. Millimetres.

use crate::base::{Align, Colour, FontSlot, Lang, PhotoFacts};
use crate::geom::{Path, Point, Rect, Size, Transform, point, rect, size, um};
use crate::layout::{Frame, GlyphRun, GroupItem, ImageItem, Item, Paint, PathItem, Placed, Seg, Stroke, qr_path};
use crate::script::{Region, Script};
use crate::text::{BoxIn, Breaking, Fonts, Look, ParaIn, TextLayout, Weight, lay};

pub const INK: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 100.0]);
pub const GREY: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 60.0]);
pub const PALE: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 18.0]);
pub const WASH: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 5.0]);
pub const PAPER: Colour = Colour::Cmyk([0.0; 4]);
pub const RED: Colour = Colour::Cmyk([15.0, 95.0, 90.0, 5.0]);
pub const AMBER: Colour = Colour::Cmyk([5.0, 50.0, 95.0, 0.0]);

/// A4, upright and across.
pub const A4: Size = Size { w: 210.0, h: 297.0 };
pub const A4_ACROSS: Size = Size { w: 297.0, h: 210.0 };
pub const A3: Size = Size { w: 297.0, h: 420.0 };

/// How a piece of type looks.
#[derive(Clone, Copy)]
pub struct Type {
    /// In mm.
    pub em: f64,
    pub weight: u16,
    pub colour: Colour,
}

pub const fn plain(em: f64) -> Type {
    Type {
        em,
        weight: 400,
        colour: INK,
    }
}

pub const fn strong(em: f64) -> Type {
    Type {
        em,
        weight: 700,
        colour: INK,
    }
}

impl Type {
    pub const fn in_colour(self, colour: Colour) -> Type {
        Type { colour, ..self }
    }
}

/// How a line is drawn; lengths on and off in mm, none for a solid line.
#[derive(Clone, Copy)]
pub struct Pen<'d> {
    pub width: f64,
    pub colour: Colour,
    pub dash: &'d [f64],
}

pub const fn pen(width: f64, colour: Colour) -> Pen<'static> {
    Pen {
        width,
        colour,
        dash: &[],
    }
}

/// The ring of these corners.
pub fn ring(points: &[Point]) -> Path {
    let mut segs: Vec<Seg> = Vec::with_capacity(points.len() + 1);
    for (at, p) in points.iter().enumerate() {
        let p = point(um(p.x), um(p.y));
        segs.push(if at == 0 { Seg::Move(p) } else { Seg::Line(p) });
    }
    segs.push(Seg::Close);
    Path::from(segs)
}

pub struct Sheet<'a> {
    fonts: &'a Fonts,
    region: Region,
    pub size: Size,
    items: Vec<Placed>,
}

impl<'a> Sheet<'a> {
    /// White paper, in the forms of this language.
    pub fn new(fonts: &'a Fonts, lang: Lang, size: Size) -> Sheet<'a> {
        let region = lang.of([Region::Mainland, Region::Taiwan, Region::Mainland]);
        let mut sheet = Sheet {
            fonts,
            region,
            size,
            items: Vec::new(),
        };
        sheet.fill(rect(0.0, 0.0, size.w, size.h), PAPER);
        sheet
    }

    /// On top of a board.
    pub fn over(fonts: &'a Fonts, lang: Lang, frame: &Frame) -> Sheet<'a> {
        Sheet {
            items: frame.items.clone(),
            ..Sheet::new(fonts, lang, frame.size)
        }
    }

    /// A new sheet in the same forms.
    pub fn next(&self, fonts: &'a Fonts, size: Size) -> Sheet<'a> {
        Sheet {
            region: self.region,
            ..Sheet::new(fonts, Lang::Hans, size)
        }
    }

    /// What follows has the forms of this script.
    pub fn turn_to(&mut self, script: Script, region: Region) {
        self.region = crate::script::glyph_region(script, region);
    }

    pub fn finish(self) -> Frame {
        Frame {
            size: self.size,
            items: self.items,
        }
    }

    fn set(&self, text: &str, width: f64, look: Type) -> TextLayout {
        let line = look.em * 1.45;
        let paras = text.split('\n').map(|text| ParaIn {
            text: text.to_string(),
            look: Look {
                slot: FontSlot::Hei,
                weight: Weight(look.weight),
                em: look.em,
                tag: 0,
            },
            line,
            align: Align::Start,
            breaking: Breaking::Quick,
            ..ParaIn::default()
        });
        let input = BoxIn {
            size: size(width, 10_000.0),
            vertical: false,
            region: self.region,
            paras: paras.collect(),
            para_gap: 0.0,
            columns: 1,
            column_gap: 0.0,
            block_align: 0.0,
        };
        lay(&input, self.fonts)
    }

    /// Of one line.
    pub fn width_of(&self, text: &str, look: Type) -> f64 {
        let set = self.set(text, 100_000.0, look);
        set.lines.iter().map(|line| line.end - line.start).fold(0.0, f64::max)
    }

    /// One line with its top left here, cut where it is wider than `room`; gives back its width.
    pub fn line(&mut self, text: &str, at: Point, room: f64, look: Type) -> f64 {
        let mut text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut width = self.width_of(&text, look);
        if width > room {
            // Characters are about as wide as each other; the rest is tried.
            let count = text.chars().count();
            let mut kept = ((count as f64 * room / width) as usize).min(count);
            loop {
                let cut: String = text.chars().take(kept).chain(['…']).collect();
                width = self.width_of(&cut, look);
                if width <= room || kept == 0 {
                    text = cut;
                    break;
                }
                kept -= 1;
            }
        }
        let set = self.set(&text, 100_000.0, look);
        self.put(&text, &set, at, look);
        width
    }

    /// The same with its right end here.
    pub fn line_to(&mut self, text: &str, right: Point, room: f64, look: Type) {
        let width = self.width_of(text, look).min(room);
        self.line(text, point(right.x - width, right.y), room + 0.01, look);
    }

    /// The same with its middle here.
    pub fn line_about(&mut self, text: &str, middle: Point, room: f64, look: Type) {
        let width = self.width_of(text, look).min(room);
        self.line(text, point(middle.x - width / 2.0, middle.y), room + 0.01, look);
    }

    pub fn height_of(&self, text: &str, width: f64, look: Type) -> f64 {
        self.set(text, width, look).lines.len() as f64 * look.em * 1.45
    }

    /// The lines a text of this width falls into.
    pub fn broken(&self, text: &str, width: f64, look: Type) -> Vec<String> {
        let set = self.set(text, width, look);
        let paras: Vec<&str> = text.split('\n').collect();
        let of_line = |line: &crate::text::Line| {
            let para = paras.get(line.para as usize)?;
            let range = line.range.start as usize..line.range.end as usize;
            Some(para.get(range)?.trim().to_string())
        };
        set.lines.iter().filter_map(of_line).collect()
    }

    /// Lines of this width; gives back how high they are.
    pub fn paragraph(&mut self, text: &str, at: Point, width: f64, look: Type) -> f64 {
        let set = self.set(text, width, look);
        self.put(text, &set, at, look);
        set.lines.len() as f64 * look.em * 1.45
    }

    /// No more than so many lines of it.
    pub fn paragraph_of(&mut self, text: &str, at: Point, width: f64, lines: usize, look: Type) -> f64 {
        let mut text = text.to_string();
        while self.set(&text, width, look).lines.len() > lines && text.chars().count() > 1 {
            let kept = text.chars().count() - 2;
            text = text.chars().take(kept).chain(['…']).collect();
        }
        self.paragraph(&text, at, width, look)
    }

    fn put(&mut self, text: &str, set: &TextLayout, at: Point, look: Type) {
        let paras: Vec<&str> = text.split('\n').collect();
        for run in set
            .glyphs
            .chunk_by(|one, next| (one.face, one.para) == (next.face, next.para))
        {
            let para = run.first().and_then(|first| paras.get(first.para as usize));
            let run = GlyphRun::of(run, Paint::flat(look.colour), para.copied().unwrap_or_default());
            self.items.extend(run.map(|run| Placed {
                at: Transform::shift(um(at.x), um(at.y)),
                item: Item::Glyphs(run),
                source: None,
            }));
        }
    }

    /// One line turned about its middle, half clear.
    pub fn slanted(&mut self, text: &str, middle: Point, look: Type, opacity: f64, degrees: f64) {
        let width = self.width_of(text, look);
        let before = self.items.len();
        let at = point(middle.x - width / 2.0, middle.y - look.em * 0.72);
        self.line(text, at, f64::INFINITY, look);
        let items = self.items.split_off(before);
        self.items.push(Placed {
            at: Transform::rotate_about(degrees, middle),
            item: Item::Group(GroupItem {
                clip: None,
                opacity,
                items,
            }),
            source: None,
        });
    }

    pub fn fill(&mut self, area: Rect, colour: Colour) {
        self.path(Path::rect(area), Some(Paint::flat(colour)), None);
    }

    pub fn outline(&mut self, area: Rect, width: f64, colour: Colour) {
        self.path(Path::rect(area), None, Some((width, colour)));
    }

    pub fn rule(&mut self, from: Point, to: Point, width: f64, colour: Colour) {
        let segs = vec![Seg::Move(from), Seg::Line(to)];
        self.path(Path::from(segs), None, Some((width, colour)));
    }

    /// A shape, filled, drawn around, or both.
    pub fn shape(&mut self, path: Path, fill: Option<Colour>, pen: Option<Pen<'_>>) {
        self.stroked(path, fill.map(Paint::flat), pen);
    }

    /// A line through these points.
    pub fn through(&mut self, points: &[Point], pen: Pen<'_>) {
        let segs = points.iter().enumerate().map(|(at, p)| {
            let p = point(um(p.x), um(p.y));
            if at == 0 { Seg::Move(p) } else { Seg::Line(p) }
        });
        let path = Path::from(segs.collect::<Vec<_>>());
        self.stroked(path, None, Some(pen));
    }

    /// What `draw` puts on the sheet shows only inside this area.
    pub fn clipped(&mut self, area: Path, draw: impl FnOnce(&mut Sheet<'a>)) {
        let before = self.items.len();
        draw(self);
        let items = self.items.split_off(before);
        self.items.push(Placed {
            at: Transform::IDENTITY,
            item: Item::Group(GroupItem {
                clip: Some(area),
                opacity: 1.0,
                items,
            }),
            source: None,
        });
    }

    fn path(&mut self, path: Path, fill: Option<Paint>, line: Option<(f64, Colour)>) {
        let pen = line.map(|(width, colour)| Pen {
            width,
            colour,
            dash: &[],
        });
        self.stroked(path, fill, pen);
    }

    fn stroked(&mut self, path: Path, fill: Option<Paint>, pen: Option<Pen<'_>>) {
        let stroke = pen.map(|pen| Stroke {
            paint: Paint::flat(pen.colour),
            width: pen.width,
            round: false,
            dash: pen.dash.to_vec(),
        });
        self.items.push(Placed {
            at: Transform::IDENTITY,
            item: Item::Path(PathItem { path, fill, stroke }),
            source: None,
        });
    }

    /// A QR code with its quiet zone.
    pub fn code(&mut self, content: &str, area: Rect) {
        if let Some(path) = qr_path(content, area) {
            self.path(path, Some(Paint::flat(INK)), None);
        }
    }

    /// The part `seen` of a board (its millimetres) at `at`, this many times as large.
    pub fn board(&mut self, frame: &Frame, seen: Rect, at: Point, times: f64) {
        let to = Transform::shift(-seen.x, -seen.y)
            .then(&Transform::scale(times, times))
            .then(&Transform::shift(at.x, at.y));
        let group = GroupItem {
            clip: Some(Path::rect(seen)),
            opacity: 1.0,
            items: frame.items.clone(),
        };
        self.items.push(Placed {
            at: to,
            item: Item::Group(group),
            source: None,
        });
    }

    /// A picture in the middle of its place, as large as fits; gives back where it lies.
    pub fn picture(&mut self, facts: &PhotoFacts, place: Rect) -> Rect {
        let [w, h] = facts.upright_px().map(f64::from);
        let times = (place.w / w.max(1.0)).min(place.h / h.max(1.0));
        let (w, h) = (w * times, h * times);
        let seen = rect(place.x + (place.w - w) / 2.0, place.y + (place.h - h) / 2.0, w, h);
        self.items.push(Placed {
            at: Transform::IDENTITY,
            item: Item::Image(ImageItem {
                photo: facts.digest,
                turn: facts.turn,
                stored_px: facts.stored_px,
                place: seen,
                clip: seen,
                grey: false,
                recipe: None,
            }),
            source: None,
        });
        seen
    }
}
