//! A frame as the operators of a PDF page. Points are brought to the page's units here, so that the page needs no
//! transforms of its own and every program reads back the numbers that layout gave.

use super::ExportError;
use super::black::{Used, as_printed};
use super::book::Book;
use super::faces::{clusters, refuse_locked};
use super::file::{Id, reference};
use super::finish::Layer;
use super::outline;
use super::paint::{even_alpha, fading, keeps_angles, masked, pattern, scale_of, shares};
use super::syntax::{Content, number, reals, utf16};
use crate::base::Colour;
use crate::geom::{Point, Rect, Transform, point, rect};
use crate::layout::{
    Glyph, GlyphRun, GroupItem, ImageItem, Item, Paint, Path, PathItem, Placed, Seg, ShadowItem, Stroke,
};
use crate::raster::Soft;
use lopdf::{Dictionary, Object, dictionary};
use std::collections::BTreeMap;
use std::io::Write as _;

/// What the operators of one page (or form) call by name.
#[derive(Default)]
struct Resources {
    by_kind: BTreeMap<&'static str, BTreeMap<String, Object>>,
}

impl Resources {
    fn name(&mut self, kind: &'static str, letter: char, id: Id) -> String {
        let name = format!("{letter}{id}");
        self.by_kind
            .entry(kind)
            .or_default()
            .insert(name.clone(), reference(id));
        name
    }

    fn dictionary(self) -> Dictionary {
        let mut all = Dictionary::new();
        for (kind, names) in self.by_kind {
            let mut of_kind = Dictionary::new();
            for (name, object) in names {
                of_kind.set(name, object);
            }
            all.set(kind, of_kind);
        }
        all
    }
}

/// Operators and resources of a page being drawn.
pub struct Painter<'b> {
    pub book: &'b mut Book,
    pub content: Content,
    resources: Resources,
    /// The sheet, for the boxes of forms.
    sheet: [f64; 4],
}

impl<'b> Painter<'b> {
    pub fn new(book: &'b mut Book, sheet: [f64; 4]) -> Painter<'b> {
        Painter {
            book,
            content: Content::default(),
            resources: Resources::default(),
            sheet,
        }
    }

    /// The operators and the resources they name.
    pub fn finish(self) -> (Vec<u8>, Dictionary) {
        (self.content.bytes, self.resources.dictionary())
    }

    /// Draws back to front; `to_page` leads from the items' millimetres to the page.
    pub fn items(&mut self, items: &[Placed], to_page: &Transform) -> Result<(), ExportError> {
        for placed in items {
            let at = placed.at.then(to_page);
            match &placed.item {
                Item::Glyphs(run) => self.glyphs(run, &at)?,
                Item::Image(image) => self.image(image, &at)?,
                Item::Path(path) => self.path(path, &at)?,
                Item::Shadow(shadow) => self.shadow(shadow, &at)?,
                Item::Group(group) => self.group(group, &at)?,
            }
        }
        Ok(())
    }

    /// What is drawn by `draw` is seen only inside the path.
    pub fn clipped<R>(
        &mut self,
        path: &Path,
        to_page: &Transform,
        draw: impl FnOnce(&mut Self) -> Result<R, ExportError>,
    ) -> Result<R, ExportError> {
        self.content.op("q");
        self.content.path(path, to_page);
        self.content.op(if path.even_odd { "W* n" } else { "W n" });
        let drawn = draw(self);
        self.content.op("Q");
        drawn
    }

    /// Lines that print on every plate; their width in page units.
    pub fn registration_lines(&mut self, lines: &Path, to_page: &Transform, width: f64) -> Result<(), ExportError> {
        let space = self.book.registration()?;
        self.full_lines(space, lines, to_page, width);
        Ok(())
    }

    /// Lines in full ink of a plate.
    fn full_lines(&mut self, space: Id, lines: &Path, to_page: &Transform, width: f64) {
        let space = self.resources.name("ColorSpace", 'S', space);
        self.content.named(&space, "CS");
        self.content.op("1 SCN");
        self.content.with(&[width], 3, "w");
        self.content.op("[] 0 d 0 J");
        self.content.path(lines, to_page);
        self.content.op("S");
    }

    /// Lines of the work that is done to the sheet; their width in page units.
    pub fn on_layer(&mut self, layer: Layer, lines: &Path, to_page: &Transform, width: f64) {
        let group = self.resources.name("Properties", 'L', layer.group);
        let state = self.resources.name("ExtGState", 'G', layer.state);
        self.content.op(&format!("/OC /{group} BDC\nq"));
        self.content.named(&state, "gs");
        self.full_lines(layer.space, lines, to_page, width);
        self.content.op("Q\nEMC");
    }

    fn group(&mut self, group: &GroupItem, at: &Transform) -> Result<(), ExportError> {
        if group.opacity <= 0.0 || group.items.is_empty() {
            return Ok(());
        }
        if group.opacity < 1.0 {
            return self.faded(group, at);
        }
        match &group.clip {
            Some(clip) => self.clipped(clip, at, |painter| painter.items(&group.items, at)),
            None => self.items(&group.items, at),
        }
    }

    /// Items that fade together are a transparency group of their own.
    fn faded(&mut self, group: &GroupItem, at: &Transform) -> Result<(), ExportError> {
        let sheet = self.sheet;
        let mut inner = Painter::new(self.book, sheet);
        match &group.clip {
            Some(clip) => inner.clipped(clip, at, |painter| painter.items(&group.items, at))?,
            None => inner.items(&group.items, at)?,
        }
        let (bytes, resources) = inner.finish();
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => reals(&sheet),
            "Group" => dictionary! { "S" => "Transparency", "I" => true },
            "Resources" => resources,
        };
        let form = self.book.file.add_deflated(form, &bytes)?;
        let state = self.book.opacity(group.opacity)?;
        let (state, form) = (
            self.resources.name("ExtGState", 'G', state),
            self.resources.name("XObject", 'X', form),
        );
        self.content.op("q");
        self.content.named(&state, "gs");
        self.content.named(&form, "Do");
        self.content.op("Q");
        Ok(())
    }

    fn path(&mut self, item: &PathItem, at: &Transform) -> Result<(), ExportError> {
        if let Some(fill) = &item.fill {
            let short_side = short_side(&item.path, at) * self.book.to_mm;
            let fill = self.printed(fill, Used::Area { short_side });
            self.painted(&fill, at, false, |painter| {
                painter.content.path(&item.path, at);
                painter.content.op(if item.path.even_odd { "f*" } else { "f" });
            })?;
        }
        if let Some(stroke) = &item.stroke {
            let paint = self.printed(&stroke.paint, Used::Line);
            self.painted(&paint, at, true, |painter| painter.stroke(&item.path, stroke, at))?;
        }
        Ok(())
    }

    /// The ink over the shadow's whole box, let through by a soft mask.
    fn shadow(&mut self, shadow: &ShadowItem, at: &Transform) -> Result<(), ExportError> {
        let Some(soft) = Soft::of(shadow, 0.0) else {
            return Ok(());
        };
        let soft = soft.finer(SHADOW_FINER);
        let corner = soft.corner();
        let place = rect(
            corner.x,
            corner.y,
            soft.mask.width as f64 * soft.cell,
            soft.mask.height as f64 * soft.cell,
        );
        let state = masked(self.book, &soft.mask, &unit_square(place).then(at), self.sheet)?;
        let state = self.resources.name("ExtGState", 'G', state);
        let paint = self.printed(&Paint::Flat(shadow.ink), Used::Line);
        self.content.op("q");
        self.content.named(&state, "gs");
        self.painted(&paint, at, false, |painter| {
            painter.content.path(&Path::rect(place), at);
            painter.content.op("f");
        })?;
        self.content.op("Q");
        Ok(())
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, at: &Transform) {
        // Where the transform keeps no angles the pen is transformed too.
        let (bent, outer, scale) = if keeps_angles(at) {
            (false, *at, scale_of(at))
        } else {
            (true, Transform::IDENTITY, 1.0)
        };
        if bent {
            self.content.op("q");
            self.content.matrix(at, "cm");
        }
        self.content.with(&[stroke.width * scale], 3, "w");
        self.content.op(if stroke.round { "1 J 1 j" } else { "0 J 0 j 4 M" });
        self.content.bytes.push(b'[');
        for length in &stroke.dash {
            number(&mut self.content.bytes, length * scale, 3);
            self.content.bytes.push(b' ');
        }
        self.content.op("] 0 d");
        self.content.path(path, &outer);
        self.content.op("S");
        if bent {
            self.content.op("Q");
        }
    }

    /// Sets ink, gradient and opacity, draws, and leaves the page as it was.
    fn painted(
        &mut self,
        paint: &Paint,
        at: &Transform,
        is_stroke: bool,
        draw: impl FnOnce(&mut Self),
    ) -> Result<(), ExportError> {
        let state = match even_alpha(paint) {
            Some(alpha) if alpha <= 0.0 => return Ok(()),
            Some(alpha) if alpha >= 1.0 => None,
            Some(alpha) => Some(self.book.opacity(alpha)?),
            None => fading(self.book, paint, at, self.sheet)?,
        };
        if let Some(state) = state {
            let state = self.resources.name("ExtGState", 'G', state);
            self.content.op("q");
            self.content.named(&state, "gs");
        }
        match paint {
            Paint::Flat(ink) => self.flat_ink(ink.colour, is_stroke)?,
            Paint::Linear { .. } | Paint::Radial { .. } => {
                if let Some(id) = pattern(self.book, paint, at)? {
                    let name = self.resources.name("Pattern", 'P', id);
                    self.content.op(if is_stroke { "/Pattern CS" } else { "/Pattern cs" });
                    self.content.named(&name, if is_stroke { "SCN" } else { "scn" });
                }
            }
        }
        draw(self);
        if state.is_some() {
            self.content.op("Q");
        }
        Ok(())
    }

    fn flat_ink(&mut self, colour: Colour, is_stroke: bool) -> Result<(), ExportError> {
        match colour {
            Colour::Cmyk(inks) => self.content.with(&shares(&inks), 4, if is_stroke { "K" } else { "k" }),
            Colour::Srgb(rgb) => {
                let space = self.book.srgb()?;
                let spaces = self.resources.by_kind.entry("ColorSpace").or_default();
                spaces.insert("sRGB".into(), space);
                self.content.named("sRGB", if is_stroke { "CS" } else { "cs" });
                let parts = rgb.map(|part| f64::from(part) / 255.0);
                self.content.with(&parts, 4, if is_stroke { "SC" } else { "sc" });
            }
            Colour::Spot(spot) => {
                let space = self.book.separation(spot.plate.name(), &shares(&spot.cmyk))?;
                let space = self.resources.name("ColorSpace", 'S', space);
                self.content.named(&space, if is_stroke { "CS" } else { "cs" });
                self.content.op(if is_stroke { "1 SCN" } else { "1 scn" });
            }
        }
        Ok(())
    }

    fn image(&mut self, image: &ImageItem, at: &Transform) -> Result<(), ExportError> {
        let Some(stored) = self.book.photo(image)? else {
            return self.hatched(image.clip, at);
        };
        let name = self.resources.name("XObject", 'I', stored.id);
        let upright = ImageItem {
            turn: Default::default(),
            ..image.clone()
        };
        let on_board = if stored.is_upright {
            upright.matrix()
        } else {
            image.matrix()
        };
        let matrix = first_row_up().then(&on_board).then(at);
        self.clipped(&Path::rect(image.clip), at, |painter| {
            painter.content.matrix(&matrix, "cm");
            painter.content.named(&name, "Do");
            Ok(())
        })
    }

    /// Where a photo should be: seen at once, and never taken for a picture.
    fn hatched(&mut self, place: Rect, at: &Transform) -> Result<(), ExportError> {
        let paint = |black: f64| Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, black]));
        let mut lines = Path::default();
        let (reach, gap) = (place.w + place.h, (place.w + place.h).max(1.0) / 40.0);
        for step in 1..40 {
            let along = f64::from(step) * gap;
            if along < reach {
                lines.segs.push(Seg::Move(point(place.x + along, place.y)));
                lines
                    .segs
                    .push(Seg::Line(point(place.x + along - place.h, place.bottom())));
            }
        }
        let ground = PathItem {
            path: Path::rect(place),
            fill: Some(paint(8.0)),
            stroke: None,
        };
        let hatch = PathItem {
            path: lines,
            fill: None,
            stroke: Some(Stroke {
                paint: paint(35.0),
                width: gap / 8.0,
                round: false,
                dash: Vec::new(),
            }),
        };
        self.clipped(&Path::rect(place), at, |painter| {
            painter.path(&ground, at)?;
            painter.path(&hatch, at)
        })
    }

    fn glyphs(&mut self, run: &GlyphRun, at: &Transform) -> Result<(), ExportError> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        if self.book.outlines.is_some() {
            return self.outlined(run, at);
        }
        self.book.faces.take(run, &mut self.book.file)?;
        let Some((used, id)) = self.book.faces.get(run.face) else {
            return Err(ExportError::Build(format!("face {} was not collected", run.face.0)));
        };
        let mut line = Line::new(run.em * scale_of(at));
        let mut text = Content::default();
        text.op("BT");
        let font = self.resources.name("Font", 'F', id);
        text.bytes.extend(format!("/{font} ").as_bytes());
        text.with(&[line.size], 4, "Tf");
        for cluster in clusters(run) {
            let glyphs = &run.glyphs[cluster.glyphs];
            let says_itself = glyphs.len() == 1 && used.says(used.code(glyphs[0].id), cluster.text);
            if !says_itself {
                line.end(&mut text);
                let _ = write!(text.bytes, "/Span <</ActualText <");
                for byte in utf16(cluster.text) {
                    let _ = write!(text.bytes, "{byte:02X}");
                }
                text.op(">>> BDC");
            }
            for glyph in glyphs {
                let code = used.code(glyph.id);
                line.show(&mut text, code, used.width(code), &glyph_matrix(glyph, at));
            }
            if !says_itself {
                line.end(&mut text);
                text.op("EMC");
            }
        }
        line.end(&mut text);
        text.op("ET");
        let paint = self.text_paint(run, at);
        self.painted(&paint, at, false, |painter| painter.content.bytes.extend(&text.bytes))
    }

    /// The same run as plain paths: one for each glyph, but all in one where they fade, so that none shows through
    /// another (which a PDF's text does not do either).
    fn outlined(&mut self, run: &GlyphRun, at: &Transform) -> Result<(), ExportError> {
        let Some(outlines) = &mut self.book.outlines else {
            return Ok(());
        };
        refuse_locked(run.face)?;
        outlines.take(run)?;
        let is_opaque = even_alpha(&run.paint) == Some(1.0);
        let mut shapes = Content::default();
        for glyph in &run.glyphs {
            let Some(path) = outlines.get(run.face, glyph.id) else {
                continue;
            };
            shapes.path(path, &outline::matrix(run, glyph, at));
            if is_opaque {
                shapes.op("f");
            }
        }
        if shapes.bytes.is_empty() {
            return Ok(());
        }
        if !is_opaque {
            shapes.op("f");
        }
        let paint = self.text_paint(run, at);
        self.painted(&paint, at, false, |painter| painter.content.bytes.extend(&shapes.bytes))
    }

    /// The paint as the shop of this file prints it.
    fn printed(&self, paint: &Paint, used: Used) -> Paint {
        as_printed(paint, used, &self.book.press, &self.book.sources.proof)
    }

    fn text_paint(&self, run: &GlyphRun, at: &Transform) -> Paint {
        let em = run.em * scale_of(at) * self.book.to_mm;
        self.printed(&run.paint, Used::Text { em })
    }
}

/// Pictures of a PDF have their first row at the top of a unit square whose y runs up.
fn first_row_up() -> Transform {
    Transform::scale(1.0, -1.0).then(&Transform::shift(0.0, 1.0))
}

/// From a picture's unit square to where it lies.
fn unit_square(place: Rect) -> Transform {
    first_row_up()
        .then(&Transform::scale(place.w, place.h))
        .then(&Transform::shift(place.x, place.y))
}

/// Viewers that show a mask's cells as squares then show none that an eye finds.
const SHADOW_FINER: usize = 3;

/// From the glyph's own space (y up, one unit an em) to the page, without the type size.
fn glyph_matrix(glyph: &Glyph, at: &Transform) -> Transform {
    let scale = scale_of(at).max(1e-9);
    let whole = Transform::scale(glyph.stretch, -1.0)
        .then(&Transform::rotate(90.0 * f64::from(glyph.quarter_turns)))
        .then(&Transform::shift(glyph.x, glyph.y))
        .then(at);
    Transform {
        a: whole.a / scale,
        b: whole.b / scale,
        c: whole.c / scale,
        d: whole.d / scale,
        ..whole
    }
}

/// Glyphs that stand one after the other on one line of text are shown by one operator.
struct Line {
    /// Points.
    size: f64,
    start: Option<Transform>,
    /// From the start, in thousandths of the type size.
    pen: f64,
}

impl Line {
    fn new(size: f64) -> Line {
        Line {
            size: (size * 1e4).round() / 1e4,
            start: None,
            pen: 0.0,
        }
    }

    fn show(&mut self, text: &mut Content, code: u16, width: f64, at: &Transform) {
        match self.step_to(at) {
            Some(step) => {
                let step = (step * 100.0).round() / 100.0;
                if step.abs() >= 0.05 {
                    text.bytes.push(b'>');
                    number(&mut text.bytes, -step, 2);
                    text.bytes.push(b'<');
                    self.pen += step;
                }
            }
            None => {
                self.end(text);
                text.matrix(at, "Tm");
                text.bytes.extend(b"[<");
                self.start = Some(*at);
                self.pen = 0.0;
            }
        }
        let _ = write!(text.bytes, "{code:04X}");
        self.pen += width;
    }

    /// How far the glyph stands from the pen, where it stands on the same line; else `None`.
    fn step_to(&self, at: &Transform) -> Option<f64> {
        let start = self.start?;
        let is_same = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let turned =
            !is_same(start.a, at.a) || !is_same(start.b, at.b) || !is_same(start.c, at.c) || !is_same(start.d, at.d);
        let (along, off) = split(point(at.e - start.e, at.f - start.f), &start);
        // Less than a micrometre off the line, and near enough that readers see one line.
        if turned || off.abs() > 0.003 {
            return None;
        }
        let step = along / self.size.max(1e-9) * 1000.0 - self.pen;
        (step.abs() < 20_000.0).then_some(step)
    }

    fn end(&mut self, text: &mut Content) {
        if self.start.take().is_some() {
            text.op(">]TJ");
        }
    }
}

/// A distance on the page along and across the direction of writing.
fn split(delta: Point, start: &Transform) -> (f64, f64) {
    let square = (start.a * start.a + start.b * start.b).max(1e-12);
    let along = (delta.x * start.a + delta.y * start.b) / square;
    let off = (delta.x * start.b - delta.y * start.a) / square.sqrt();
    (along, off)
}

/// Of the box around a path on the page.
fn short_side(path: &Path, at: &Transform) -> f64 {
    let ends = path.segs.iter().filter_map(|seg| match seg {
        Seg::Move(p) | Seg::Line(p) | Seg::Cubic(_, _, p) => Some(at.apply(*p)),
        Seg::Close => None,
    });
    let mut sides = [[f64::INFINITY, f64::NEG_INFINITY]; 2];
    for end in ends {
        for ([least, most], value) in sides.iter_mut().zip([end.x, end.y]) {
            (*least, *most) = (least.min(value), most.max(value));
        }
    }
    let [w, h] = sides.map(|[least, most]| most - least);
    w.min(h).max(0.0)
}
