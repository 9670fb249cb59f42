//! Outlines of glyphs as polygons, kept for the whole process in a bounded cache: one for each face, glyph and
//! doubling of size, because a glyph shown small needs fewer corners.

use super::outline::TOLERANCE;
use crate::text::{FaceId, Fonts};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use vello_cpu::kurbo::{self, BezPath, PathEl};

/// Corners in em, y down, from the glyph's origin.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    pub corners: Vec<[f32; 2]>,
    /// Where each contour ends in `corners`.
    pub ends: Vec<u32>,
}

/// `FaceId` means the same outlines in every `Fonts` of the process. The last is the size class.
type Key = (FaceId, u16, u8);

/// Two generations: when the young one is full it becomes the old one, and what is not asked for again goes with that.
#[derive(Default)]
struct Cache {
    young: HashMap<Key, Arc<Outline>>,
    old: HashMap<Key, Arc<Outline>>,
    young_bytes: usize,
}

/// Bytes of a generation.
const BUDGET: usize = 24 << 20;

static CACHE: LazyLock<Mutex<Cache>> = LazyLock::new(Mutex::default);

/// The outlines of these glyphs, fine enough for this type size in pixels.
pub fn outlines(fonts: &Fonts, face: FaceId, em_px: f64, ids: &[u16]) -> Vec<Arc<Outline>> {
    let class = size_class(em_px);
    let lock = || CACHE.lock().unwrap_or_else(PoisonError::into_inner);
    let mut found: Vec<Option<Arc<Outline>>> = {
        let mut cache = lock();
        ids.iter().map(|id| cache.get((face, *id, class))).collect()
    };
    if found.iter().any(Option::is_none) {
        let made = make(fonts, face, class, ids, &mut found);
        let mut cache = lock();
        for (id, outline) in made {
            cache.keep((face, id, class), outline);
        }
    }
    found.into_iter().map(Option::unwrap_or_default).collect()
}

/// Fills the gaps of `found`; gives back what is new.
fn make(
    fonts: &Fonts,
    face: FaceId,
    class: u8,
    ids: &[u16],
    found: &mut [Option<Arc<Outline>>],
) -> HashMap<u16, Arc<Outline>> {
    let mut made: HashMap<u16, Arc<Outline>> = HashMap::new();
    // `Fonts` has opened the same bytes as a font already.
    let Ok(font) = FontRef::from_index(fonts.bytes(face), fonts.index(face)) else {
        return made;
    };
    let glyphs = font.outline_glyphs();
    let per_em = f64::from(fonts.units_per_em(face));
    for (id, place) in ids.iter().zip(found).filter(|(_, place)| place.is_none()) {
        let outline = made.entry(*id).or_insert_with(|| {
            let mut pen = Pen(BezPath::new());
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            if let Some(glyph) = glyphs.get(GlyphId::new(u32::from(*id))) {
                // A glyph that cannot be read is drawn as far as it goes.
                let _ = glyph.draw(settings, &mut pen);
            }
            Arc::new(flattened(&pen.0, per_em, class))
        });
        *place = Some(outline.clone());
    }
    made
}

/// Up to `2^class` pixels an em.
fn size_class(em_px: f64) -> u8 {
    em_px.log2().ceil().clamp(3.0, 13.0) as u8
}

fn flattened(curves: &BezPath, per_em: f64, class: u8) -> Outline {
    let tolerance = TOLERANCE * per_em / f64::from(1u32 << class);
    let mut outline = Outline::default();
    let end = |corners: &[[f32; 2]], ends: &mut Vec<u32>| {
        let count = corners.len() as u32;
        if ends.last().copied().unwrap_or(0) < count {
            ends.push(count);
        }
    };
    let Outline { corners, ends } = &mut outline;
    kurbo::flatten(curves, tolerance, |piece| match piece {
        PathEl::MoveTo(p) => {
            end(corners, ends);
            corners.push(in_em(p, per_em));
        }
        PathEl::LineTo(p) | PathEl::QuadTo(_, p) | PathEl::CurveTo(_, _, p) => corners.push(in_em(p, per_em)),
        PathEl::ClosePath => {}
    });
    end(corners, ends);
    outline
}

fn in_em(p: kurbo::Point, per_em: f64) -> [f32; 2] {
    [(p.x / per_em) as f32, (-p.y / per_em) as f32]
}

impl Cache {
    fn get(&mut self, key: Key) -> Option<Arc<Outline>> {
        if let Some(outline) = self.young.get(&key) {
            return Some(outline.clone());
        }
        let outline = self.old.remove(&key)?;
        self.keep(key, outline.clone());
        Some(outline)
    }

    fn keep(&mut self, key: Key, outline: Arc<Outline>) {
        let bytes = outline.corners.len() * 8 + outline.ends.len() * 4 + 96;
        if self.young_bytes + bytes > BUDGET {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        if self.young.insert(key, outline).is_none() {
            self.young_bytes += bytes;
        }
    }
}

struct Pen(BezPath);

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0.quad_to((cx0, cy0), (x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.curve_to((cx0, cy0), (cx1, cy1), (x, y));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cache_stays_within_its_budget_and_keeps_what_is_asked_for() {
        let mut cache = Cache::default();
        let outline = Arc::new(Outline {
            corners: vec![[0.0; 2]; 1000],
            ends: vec![1000],
        });
        let favourite = (FaceId(0), 0, 5);
        cache.keep(favourite, outline.clone());
        for index in 1..20_000 {
            cache.keep((FaceId(1), index, 5), outline.clone());
            assert!(cache.get(favourite).is_some());
        }
        assert!(cache.young_bytes <= BUDGET);
        assert!((cache.young.len() + cache.old.len()) * 8000 <= 2 * BUDGET);
        assert!(cache.get((FaceId(1), 1, 5)).is_none());
    }
}
