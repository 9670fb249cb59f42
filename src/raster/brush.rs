//! Walks a frame and draws what touches one tile of the picture.

use super::outline::{Area, Polygon, points_of, scale_of};
use super::photo::{self, Fetched, Found};
use super::shade::{Course, Shades};
use super::shadow::Shadows;
use super::{Ink, glyphs};
use crate::geom::{Transform, point};
use crate::layout::{
    Colour, Frame, Glyph, GlyphRun, GroupItem, ImageItem, Item, Paint, Path, PathItem, Placed, ShadowItem, Stroke,
};
use std::sync::Arc;
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::kurbo::Affine;
use vello_cpu::peniko::{Extend, ImageAlphaType, ImageQuality, ImageSampler};
use vello_cpu::{Image, ImageSource, PixelMetadata, Pixmap, PixmapMut, RasterizerSettings, RenderContext, Resources};
use vello_cpu::{RenderSettings, TargetInit};

/// Where a photo is still being decoded.
const QUIET: [u8; 3] = [0xE6, 0xE8, 0xEA];
/// Ground and lines where a photo cannot be shown.
const GAP: [u8; 3] = [0xEE, 0xEE, 0xEE];
const HATCH: [u8; 3] = [0xC4, 0xC4, 0xC4];

/// What all tiles of a picture share.
pub struct Scene<'a> {
    ink: &'a Ink,
    to_px: Transform,
    /// Board and bleed.
    paper: Area,
    pub photos: Fetched,
    shadows: Shadows,
}

impl<'a> Scene<'a> {
    pub fn new(ink: &'a Ink, to_px: Transform, paper: Area) -> Scene<'a> {
        Scene {
            ink,
            to_px,
            paper,
            photos: Fetched::new(),
            shadows: Shadows::default(),
        }
    }
}

/// Draws a tile of at most 65,535 pixels a side into its bytes.
pub fn draw_tile(frame: &Frame, scene: &Scene<'_>, tile: &Area, bytes: &mut [u8]) {
    let (width, height) = (tile.width() as u16, tile.height() as u16);
    let (Some(paper), Some(target)) = (scene.paper.intersect(tile), PixmapMut::new(width, height, bytes)) else {
        return;
    };
    let settings = RenderSettings {
        num_threads: 0,
        ..RenderSettings::default()
    };
    let mut brush = Brush {
        scene,
        tile: *tile,
        context: RenderContext::new_with(width, height, settings),
        polygon: Polygon::new(tile),
        shades: Shades::new(&scene.ink.proof, &scene.ink.lens),
    };
    brush.polygon.set_rect(&paper);
    let is_cut = !scene.paper.covers(tile);
    if is_cut {
        brush.context.push_clip_path(&brush.polygon.path);
    }
    brush.context.set_paint(AlphaColor::<Srgb>::WHITE);
    brush.context.fill_path(&brush.polygon.path);
    brush.items(&frame.items, &scene.to_px);
    if is_cut {
        brush.context.pop_clip();
    }
    brush.context.flush();
    let settings = RasterizerSettings {
        target_init: TargetInit::Clear(AlphaColor::TRANSPARENT),
        ..RasterizerSettings::default()
    };
    brush.context.render_with(target, &mut Resources::new(), settings);
    make_opaque(bytes, tile, &paper);
}

/// Mixing in 8 bits loses a 255th of the paper's opacity here and there.
fn make_opaque(bytes: &mut [u8], tile: &Area, paper: &Area) {
    let columns = (paper.x0 - tile.x0) as usize * 4..(paper.x1 - tile.x0) as usize * 4;
    let rows = bytes.chunks_exact_mut(tile.width() as usize * 4);
    for row in rows.skip((paper.y0 - tile.y0) as usize).take(paper.height() as usize) {
        for pixel in row[columns.clone()].as_chunks_mut::<4>().0 {
            pixel[3] = 255;
        }
    }
}

struct Brush<'a> {
    scene: &'a Scene<'a>,
    tile: Area,
    context: RenderContext,
    /// The shape under way.
    polygon: Polygon,
    shades: Shades,
}

impl Brush<'_> {
    fn items(&mut self, items: &[Placed], at: &Transform) {
        for placed in items {
            let at = placed.at.then(at);
            match &placed.item {
                Item::Glyphs(run) => self.glyphs(run, &at),
                Item::Image(image) => self.image(image, &at),
                Item::Path(path) => self.path(path, &at),
                Item::Shadow(shadow) => self.shadow(shadow, &at),
                Item::Group(group) => self.group(group, &at),
            }
        }
    }

    fn glyphs(&mut self, run: &GlyphRun, at: &Transform) {
        let em_px = run.em * scale_of(at);
        let seen: Vec<&Glyph> = run
            .glyphs
            .iter()
            .filter(|glyph| {
                // No shipped glyph reaches further from its origin.
                let reach = 3.0 * em_px * glyph.stretch.abs().max(1.0);
                let origin = Area::around([at.apply(point(glyph.x, glyph.y))]);
                origin.is_some_and(|origin| self.is_seen(&origin.grow(reach + 1.0)))
            })
            .collect();
        let ids: Vec<u16> = seen.iter().map(|glyph| glyph.id).collect();
        let outlines = glyphs::outlines(&self.scene.ink.fonts, run.face, em_px, &ids);
        self.polygon.clear();
        for (glyph, outline) in seen.iter().zip(&outlines) {
            self.add_glyph(outline, &placed(glyph, run.em).then(at));
        }
        self.fill(&run.paint, at);
    }

    fn add_glyph(&mut self, outline: &glyphs::Outline, at: &Transform) {
        let mut begin = 0;
        for end in &outline.ends {
            let contour = &outline.corners[begin..*end as usize];
            begin = *end as usize;
            for (index, [x, y]) in contour.iter().enumerate() {
                let p = at.apply(point(f64::from(*x), f64::from(*y)));
                if index == 0 {
                    self.polygon.start(p);
                } else {
                    self.polygon.line(p);
                }
            }
            self.polygon.close();
        }
    }

    fn path(&mut self, item: &PathItem, at: &Transform) {
        let Some(area) = Area::around(points_of(&item.path, at)) else {
            return;
        };
        // Mitres reach four times the half width.
        let reach = item.stroke.as_ref().map_or(0.0, |stroke| stroke.width * 2.0);
        let longest = at.a.hypot(at.b).max(at.c.hypot(at.d));
        if !self.is_seen(&area.grow(reach * longest + 1.0)) {
            return;
        }
        if let Some(paint) = &item.fill {
            self.polygon.set_fill(&item.path, at);
            self.fill(paint, at);
        }
        if let Some(stroke) = &item.stroke {
            self.stroke(&item.path, stroke, at);
        }
    }

    fn shadow(&mut self, shadow: &ShadowItem, at: &Transform) {
        let reach = shadow.blur.max(0.0) * 2.0 * scale_of(at) + 4.0;
        let seen = Area::around(points_of(&shadow.path, at)).filter(|area| self.is_seen(&area.grow(reach)));
        let Some(area) = seen.and_then(|area| area.grow(reach).intersect(&self.tile)) else {
            return;
        };
        // Half a pixel: finer cells are not seen.
        let finest = 0.5 / scale_of(at).max(1e-9);
        let (Some(soft), Some(back)) = (self.scene.shadows.get(shadow, finest), at.inverse()) else {
            return;
        };
        let [r, g, b] = self.shades.rgb(shadow.ink.colour).map(f64::from);
        let full = shadow.ink.alpha.clamp(0.0, 1.0) / 255.0;
        let mut rgba = Vec::with_capacity(area.width() as usize * area.height() as usize * 4);
        for y in area.y0..area.y1 {
            for x in area.x0..area.x1 {
                let middle = back.apply(point(f64::from(x) + 0.5, f64::from(y) + 0.5));
                let alpha = soft.at(middle) * full;
                rgba.extend([r * alpha, g * alpha, b * alpha, 255.0 * alpha].map(|part| part.round() as u8));
            }
        }
        self.polygon.set_rect(&area);
        self.fill_pixels(rgba, &area, false);
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke, at: &Transform) {
        self.polygon.set_stroke(path, stroke, at);
        self.fill(&stroke.paint, at);
    }

    fn group(&mut self, group: &GroupItem, at: &Transform) {
        let opacity = group.opacity.clamp(0.0, 1.0) as f32;
        if opacity == 0.0 {
            return;
        }
        let clip = match &group.clip {
            None if opacity == 1.0 => return self.items(&group.items, at),
            None => None,
            Some(clip) => {
                self.polygon.set_fill(clip, at);
                if !self.polygon.area().is_some_and(|area| self.is_seen(&area)) {
                    return;
                }
                self.context.set_fill_rule(self.polygon.rule);
                Some(&self.polygon.path)
            }
        };
        self.context.push_layer(clip, None, Some(opacity), None, None);
        self.items(&group.items, at);
        self.context.pop_layer();
    }

    fn image(&mut self, image: &ImageItem, at: &Transform) {
        self.set_rect(&image.clip, at);
        let Some(area) = self.polygon.area().and_then(|area| area.intersect(&self.tile)) else {
            return;
        };
        match self.scene.photos.get(&photo::key_of(image)) {
            Some(Found::Pixels(ready)) => {
                let rgba = ready.fit(&image.place, at, &area);
                self.fill_pixels(rgba, &area, ready.is_opaque);
            }
            Some(Found::NotYet) => self.fill(&Paint::flat(Colour::Srgb(QUIET)), at),
            Some(Found::Never) | None => self.gap(image, at),
        }
    }

    /// Says that there should be a photo.
    fn gap(&mut self, image: &ImageItem, at: &Transform) {
        self.fill(&Paint::flat(Colour::Srgb(GAP)), at);
        let (lines, width) = photo::hatching(&image.clip);
        let clip = Path::rect(image.clip);
        self.polygon.set_fill(&clip, at);
        self.context.set_fill_rule(self.polygon.rule);
        self.context
            .push_layer(Some(&self.polygon.path), None, None, None, None);
        self.stroke(&lines, &photo::plain_stroke(width, HATCH), at);
        self.stroke(&clip, &photo::plain_stroke(width, HATCH), at);
        self.context.pop_layer();
    }

    fn set_rect(&mut self, r: &crate::geom::Rect, at: &Transform) {
        self.polygon.clear();
        let [first, rest @ ..] = photo::corners(r, at);
        self.polygon.start(first);
        for p in rest {
            self.polygon.line(p);
        }
        self.polygon.close();
    }

    fn is_seen(&self, area: &Area) -> bool {
        area.intersect(&self.tile).is_some()
    }

    /// Fills the shape under way.
    fn fill(&mut self, paint: &Paint, at: &Transform) {
        let Some(area) = self.polygon.area().and_then(|area| area.intersect(&self.tile)) else {
            return;
        };
        self.context.set_fill_rule(self.polygon.rule);
        let (course, stops) = match paint {
            Paint::Flat(ink) => {
                let [r, g, b] = self.shades.rgb(ink.colour).map(|part| f32::from(part) / 255.0);
                let alpha = ink.alpha.clamp(0.0, 1.0) as f32;
                self.context.set_paint(AlphaColor::<Srgb>::new([r, g, b, alpha]));
                return self.context.fill_path(&self.polygon.path);
            }
            Paint::Linear { from, to, stops } => (Course::Linear { from: *from, to: *to }, stops),
            Paint::Radial { centre, radius, stops } => {
                let (centre, radius) = (*centre, *radius);
                (Course::Radial { centre, radius }, stops)
            }
        };
        let ramp = self.shades.ramp(stops);
        self.fill_pixels(ramp.paint(&course, at, &area), &area, ramp.is_opaque());
    }

    /// Fills the shape under way with premultiplied pixels made for just this area.
    fn fill_pixels(&mut self, rgba: Vec<u8>, area: &Area, is_opaque: bool) {
        let metadata = PixelMetadata {
            alpha_type: ImageAlphaType::AlphaPremultiplied,
            may_have_transparency: !is_opaque,
        };
        let pixmap = Pixmap::from_parts(rgba, area.width() as u16, area.height() as u16, metadata);
        self.context.set_paint(Image {
            image: ImageSource::Pixmap(Arc::new(pixmap)),
            sampler: ImageSampler {
                x_extend: Extend::Pad,
                y_extend: Extend::Pad,
                quality: ImageQuality::Low,
                alpha: 1.0,
            },
        });
        self.context.set_fill_rule(self.polygon.rule);
        let (x, y) = (area.x0 - self.tile.x0, area.y0 - self.tile.y0);
        self.context
            .set_paint_transform(Affine::translate((f64::from(x), f64::from(y))));
        self.context.fill_path(&self.polygon.path);
        self.context.reset_paint_transform();
    }
}

/// From the outline's em to the run's millimetres.
fn placed(glyph: &Glyph, em: f64) -> Transform {
    let (wide, high) = (em * glyph.stretch, em);
    let [a, b, c, d] = match glyph.quarter_turns % 4 {
        0 => [wide, 0.0, 0.0, high],
        1 => [0.0, wide, -high, 0.0],
        2 => [-wide, 0.0, 0.0, -high],
        _ => [0.0, -wide, high, 0.0],
    };
    Transform::from_array([a, b, c, d, glyph.x, glyph.y])
}
