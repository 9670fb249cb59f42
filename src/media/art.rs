//! A vector drawing as data, read once from its file and known by its digest from then on, so that layout needs no disk.

use super::svg;
use crate::base::Digest;
use crate::base::say::LeftOut;
use crate::geom::{Path, Point, Size, Transform};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// In units of its own, y down, from its top left; the longer side is 1000 units.
#[derive(Clone, Debug, PartialEq)]
pub struct Art {
    pub digest: Digest,
    pub size: Size,
    /// Back to front.
    pub marks: Vec<Mark>,
    /// What the file holds besides, and no vectors can show.
    pub left_out: Vec<LeftOut>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Shape(Shape),
    /// Clipped and faded together.
    Group {
        clip: Option<Path>,
        opacity: f64,
        marks: Vec<Mark>,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// From the path's units to the drawing's; the identity but for gradients that are no circles.
    pub at: Transform,
    pub path: Path,
    pub fill: Option<Fill>,
    pub line: Option<Line>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    Flat(Tone),
    Linear {
        from: Point,
        to: Point,
        stops: Vec<(f64, Tone)>,
    },
    Radial {
        centre: Point,
        radius: f64,
        stops: Vec<(f64, Tone)>,
    },
}

/// sRGB, and how opaque it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tone {
    pub rgb: [u8; 3],
    pub alpha: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub tone: Tone,
    pub width: f64,
    pub is_round: bool,
    pub dash: Vec<f64>,
}

static KNOWN: Mutex<Option<HashMap<Digest, Arc<Art>>>> = Mutex::new(None);

/// Reads a drawing from its file's bytes; the reason is one of `base::reason`.
pub fn take_in(digest: Digest, bytes: &[u8]) -> Result<Arc<Art>, String> {
    if let Some(art) = art_at_hand(digest) {
        return Ok(art);
    }
    let art = Arc::new(svg::read(digest, bytes)?);
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.get_or_insert_default().insert(digest, art.clone());
    Ok(art)
}

/// The drawing of this digest, as far as its file was there to be read.
pub fn art_at_hand(digest: Digest) -> Option<Arc<Art>> {
    let known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.as_ref()?.get(&digest).cloned()
}
