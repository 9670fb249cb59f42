//! What a board looks like, as data: the one thing that screen, PDF, clicks and checks all read.
//! Millimetres on the board, y down, from the trim's top left. No pixels, no PDF, no fonts: only face numbers and glyph ids.

pub use crate::base::Colour;
use crate::base::{Digest, Recipe, Turn};
pub use crate::geom::{Path, Seg};
use crate::geom::{Point, Rect, Size, Transform};
use crate::model::ElementId;
use crate::text::{FaceId, FontSlot, PosGlyph};
use serde::Serialize;
use std::sync::Arc;

/// One laid-out board. What touches the trim runs on to a 10 mm bleed; a shop's `Press` clips it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Frame {
    pub size: Size,
    /// Back to front.
    pub items: Vec<Placed>,
}

/// How far over the trim the artwork runs, in mm.
pub const BLEED: f64 = 10.0;

/// An item and where it stands; `at` maps the item's own millimetres to the board's (or the group's).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Placed {
    pub at: Transform,
    pub item: Item,
    /// The element that a click here selects; `None` for the template's own decoration.
    pub source: Option<ElementId>,
}

/// Every back end matches all kinds without `_`, so that a new kind stops the build where work is needed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Item {
    Glyphs(GlyphRun),
    Image(ImageItem),
    Path(PathItem),
    Shadow(ShadowItem),
    Group(GroupItem),
}

/// Glyphs of one face, size and colour. The text of glyph `i` is `text[glyphs[i].cluster]`; an empty range
/// marks a glyph that belongs to the cluster before it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GlyphRun {
    pub face: FaceId,
    /// The style the text asked for; where its face lacks characters, `face` is another style's.
    pub slot: FontSlot,
    /// Type size in mm.
    pub em: f64,
    pub paint: Paint,
    pub text: String,
    pub glyphs: Vec<Glyph>,
}

/// A glyph whose origin (on the baseline) is at `x, y`. Upright glyphs of vertical lines have their origin already moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Glyph {
    pub id: u16,
    pub x: f64,
    pub y: f64,
    /// Clockwise in quarter turns about the origin: 1 for Latin in vertical lines, else 0.
    pub quarter_turns: u8,
    /// Horizontal scale about the origin, 1 but for tate-chu-yoko and seals.
    pub stretch: f64,
    pub cluster: std::ops::Range<u32>,
}

impl Glyph {
    /// As it was laid, its cluster as well.
    pub fn of(glyph: &PosGlyph) -> Glyph {
        Glyph {
            id: glyph.id,
            x: glyph.x,
            y: glyph.y,
            quarter_turns: glyph.quarter_turns,
            stretch: glyph.stretch,
            cluster: glyph.cluster.clone(),
        }
    }
}

impl GlyphRun {
    /// Glyphs of one face, size and paragraph; `text` is the paragraph's. For sheets, plans and slugs, which have one style.
    pub fn of(run: &[PosGlyph], paint: Paint, text: &str) -> Option<GlyphRun> {
        let first = run.first()?;
        Some(GlyphRun {
            face: first.face,
            slot: FontSlot::Hei,
            em: first.em,
            paint,
            text: text.to_string(),
            glyphs: run.iter().map(Glyph::of).collect(),
        })
    }
}

/// A photo: the upright picture (the whole of it, or the part that a recipe keeps) lies on `place`, and only `clip` of
/// it is seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImageItem {
    pub photo: Digest,
    /// Stored pixels are turned so to stand upright.
    pub turn: Turn,
    pub stored_px: [u32; 2],
    pub place: Rect,
    pub clip: Rect,
    /// Shown as luminance: the pixels stay, the colour profile makes them grey (`media::grey_profile`).
    pub grey: bool,
    /// Its pixels are not the file's own but what `media` makes of them by this; they stand upright.
    pub recipe: Option<Arc<Recipe>>,
}

impl ImageItem {
    /// Unit square of the stored picture (y down) to millimetres.
    pub fn matrix(&self) -> Transform {
        Transform::from_array(self.turn.matrix())
            .then(&Transform::scale(self.place.w, self.place.h))
            .then(&Transform::shift(self.place.x, self.place.y))
    }

    /// Where the whole upright photo would lie.
    pub fn whole(&self) -> Rect {
        let Some(recipe) = &self.recipe else {
            return self.place;
        };
        let [x, y, w, h] = recipe.part_px.map(f64::from);
        let [full_w, full_h] = recipe.full_px.map(f64::from);
        let (across, down) = (self.place.w / w, self.place.h / h);
        crate::geom::rect(
            self.place.x - x * across,
            self.place.y - y * down,
            full_w * across,
            full_h * down,
        )
    }

    /// Pixels an inch of the board.
    pub fn dpi(&self) -> f64 {
        let across = if self.turn.swaps_sides() {
            self.stored_px[1]
        } else {
            self.stored_px[0]
        };
        f64::from(across) / (self.place.w / 25.4)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathItem {
    pub path: Path,
    pub fill: Option<Paint>,
    pub stroke: Option<Stroke>,
}

/// What a shape above casts: its form in one ink, with a soft edge.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShadowItem {
    pub path: Path,
    /// From full to nothing across the edge, in mm: twice the standard deviation of a Gaussian.
    pub blur: f64,
    pub ink: Ink,
}

/// Clips its items to `clip` and fades them together by `opacity` (0..=1).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupItem {
    pub clip: Option<Path>,
    pub opacity: f64,
    pub items: Vec<Placed>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stroke {
    pub paint: Paint,
    /// In mm, always above 0.
    pub width: f64,
    pub round: bool,
    /// Lengths on and off in mm; empty for a solid line.
    pub dash: Vec<f64>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Paint {
    Flat(Ink),
    /// From `from` to `to` in the item's millimetres; stops by position 0..=1, at least two, ascending.
    Linear {
        from: Point,
        to: Point,
        stops: Vec<(f64, Ink)>,
    },
    Radial {
        centre: Point,
        radius: f64,
        stops: Vec<(f64, Ink)>,
    },
}

/// A colour and how opaque it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ink {
    pub colour: Colour,
    /// 0..=1
    pub alpha: f64,
}

impl Paint {
    pub fn flat(colour: Colour) -> Paint {
        Paint::Flat(Ink { colour, alpha: 1.0 })
    }
}
