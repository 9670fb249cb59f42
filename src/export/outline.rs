//! Text as plain filled paths (转曲), so that a shop's program finds no font in the file. An outline is read once for
//! each glyph of a face and kept for the whole file.

use super::ExportError;
use super::faces::opened;
use crate::geom::{Point, Transform, point};
use crate::layout::{Glyph, GlyphRun, Path, Seg};
use crate::text::{FaceId, Fonts};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{GlyphId, MetadataProvider as _};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Outlines in em, y up, from the glyph's origin.
pub struct Outlines {
    fonts: Arc<Fonts>,
    known: BTreeMap<(FaceId, u16), Path>,
}

impl Outlines {
    pub fn new(fonts: Arc<Fonts>) -> Outlines {
        Outlines {
            fonts,
            known: BTreeMap::new(),
        }
    }

    /// Reads what the run needs and is not known yet; after this `get` answers for it.
    pub fn take(&mut self, run: &GlyphRun) -> Result<(), ExportError> {
        let is_new = |glyph: &&Glyph| !self.known.contains_key(&(run.face, glyph.id));
        let new: Vec<u16> = run.glyphs.iter().filter(is_new).map(|glyph| glyph.id).collect();
        if new.is_empty() {
            return Ok(());
        }
        let name = self.fonts.postscript_name(run.face);
        let broken = |why: String| ExportError::Build(format!("{name}: {why}"));
        let font = opened(&self.fonts, run.face)?;
        let glyphs = font.outline_glyphs();
        let per_em = f64::from(self.fonts.units_per_em(run.face));
        for id in new {
            let mut pen = Pen::new(per_em);
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if let Some(glyph) = glyphs.get(GlyphId::new(u32::from(id))) {
                let drawn = glyph.draw(settings, &mut pen);
                drawn.map_err(|error| broken(format!("glyph {id}: {error}")))?;
            }
            self.known.insert((run.face, id), pen.path);
        }
        Ok(())
    }

    pub fn get(&self, face: FaceId, glyph: u16) -> Option<&Path> {
        self.known.get(&(face, glyph)).filter(|path| !path.segs.is_empty())
    }
}

/// From the outline's em to the page.
pub fn matrix(run: &GlyphRun, glyph: &Glyph, at: &Transform) -> Transform {
    Transform::scale(run.em * glyph.stretch, -run.em)
        .then(&Transform::rotate(90.0 * f64::from(glyph.quarter_turns)))
        .then(&Transform::shift(glyph.x, glyph.y))
        .then(at)
}

struct Pen {
    path: Path,
    per_em: f64,
    last: Point,
}

impl Pen {
    fn new(per_em: f64) -> Pen {
        Pen {
            path: Path::default(),
            per_em,
            last: Point::default(),
        }
    }

    fn at(&self, x: f32, y: f32) -> Point {
        point(f64::from(x) / self.per_em, f64::from(y) / self.per_em)
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.path.segs.push(Seg::Move(self.last));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.path.segs.push(Seg::Line(self.last));
    }

    /// A PDF has only cubic curves; a square one is a cubic one whose handles are two thirds as long.
    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (from, handle, to) = (self.last, self.at(cx, cy), self.at(x, y));
        let towards = |end: Point| {
            point(
                end.x + (handle.x - end.x) * 2.0 / 3.0,
                end.y + (handle.y - end.y) * 2.0 / 3.0,
            )
        };
        self.path.segs.push(Seg::Cubic(towards(from), towards(to), to));
        self.last = to;
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.last = self.at(x, y);
        let (a, b) = (self.at(ax, ay), self.at(bx, by));
        self.path.segs.push(Seg::Cubic(a, b, self.last));
    }

    fn close(&mut self) {
        self.path.segs.push(Seg::Close);
    }
}
