//! `Frame` into pixels on the CPU. The same code draws the canvas, thumbnails, plaza pictures and PNG files.
//! Knows no boards and no window.

mod bands;
mod brush;
mod file;
mod glyphs;
mod lens;
mod outline;
mod photo;
mod shade;
mod shadow;
#[cfg(test)]
mod tests;

pub use file::png;
pub use lens::{Eye, Lens};
pub use shadow::{Mask, Soft};

use crate::base::{Digest, PhotoFacts};
use crate::geom::Point;
use crate::layout::Frame;
use crate::media::{Library, Proof};
use crate::text::Fonts;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that drawing reads besides the frame. Cheap to clone.
#[derive(Clone)]
pub struct Ink {
    pub fonts: Arc<Fonts>,
    pub library: Library,
    pub proof: Arc<Proof>,
    pub photos: Arc<BTreeMap<Digest, Arc<PhotoFacts>>>,
    /// `None`: as on any screen.
    pub lens: Option<Arc<Lens>>,
}

/// Which part of the board, how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    pub width_px: u32,
    pub height_px: u32,
    /// The board's point (mm) at the picture's top left.
    pub origin: Point,
    pub px_per_mm: f64,
}

impl View {
    /// The whole trim at this many dots an inch.
    pub fn whole(frame: &Frame, dpi: f64) -> View {
        let px_per_mm = dpi / 25.4;
        let px = |mm: f64| ((mm * px_per_mm).round() as u32).max(1);
        View {
            width_px: px(frame.size.w),
            height_px: px(frame.size.h),
            origin: Point::default(),
            px_per_mm,
        }
    }
}

/// Opaque pixels where the board is, transparent outside its bleed; premultiplied, no padding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// How patient the caller is with photos.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Photos {
    /// Decode what is missing: files, thumbnails.
    Wait,
    /// Decode what is missing, but try recipes on small copies: a hand is on the slider.
    Preview,
    /// Draw a quiet grey where a photo is not at hand: the first picture while the user waits.
    AtHand,
}

/// A picture drawn with patience shows no more than one drawn with `Photos::Preview`, as far as recipes go.
pub fn is_settled(frame: &Frame, ink: &Ink) -> bool {
    photo::is_settled(&frame.items, ink)
}

/// Draws, in bands on all cores. The memory needed beside the result does not grow with the picture.
pub fn draw(frame: &Frame, view: &View, ink: &Ink, photos: Photos) -> Picture {
    bands::draw(frame, view, ink, photos, bands::rows(view))
}
