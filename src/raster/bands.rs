//! A picture as bands across it. Each draws the same pixels as the whole would, so where the seams are makes no difference.

use super::brush::{Scene, draw_tile};
use super::outline::Area;
use super::photo::Wanted;
use super::{Ink, Photos, Picture, View};
use crate::geom::{Point, Transform, point};
use crate::layout::{BLEED, Frame};
use std::num::NonZero;
use std::sync::{Mutex, PoisonError};

/// Pixels of a band, about: enough to be worth a thread of its own.
const BAND: u64 = 500_000;

/// `vello_cpu` counts pixels in 16 bits.
const MAX_SIDE: u32 = 32_768;

/// Height of the bands of a picture.
pub fn rows(view: &View) -> u32 {
    let pixels = u64::from(view.width_px) * u64::from(view.height_px);
    let bands = pixels.div_ceil(BAND).clamp(1, u64::from(u32::MAX)) as u32;
    view.height_px
        .div_ceil(bands)
        .clamp(1, MAX_SIDE)
        .next_multiple_of(super::outline::CELL)
}

/// `rows` is a multiple of `CELL`.
pub fn draw(frame: &Frame, view: &View, ink: &Ink, photos: Photos, rows: u32) -> Picture {
    let (width, height) = (view.width_px, view.height_px);
    let row_bytes = width as usize * 4;
    let mut rgba = vec![0; row_bytes * height as usize];
    let to_px =
        Transform::shift(-view.origin.x, -view.origin.y).then(&Transform::scale(view.px_per_mm, view.px_per_mm));
    let mut scene = Scene::new(ink, to_px, paper(frame, &to_px));
    let wanted = Wanted::of(frame, &to_px, &area_of(0, 0, width, height));
    let threads = cores();
    let rows_at_once = rows as usize * threads;
    for (group, bytes) in rgba.chunks_mut((row_bytes * rows_at_once).max(1)).enumerate() {
        let top = (group * rows_at_once) as u32;
        let group_height = (bytes.len() / row_bytes) as u32;
        scene.photos = wanted.fetch(&area_of(0, top, width, group_height), ink, photos, &scene.photos);
        let bands = bytes.chunks_mut(row_bytes * rows as usize).enumerate();
        on_threads(threads, bands.collect(), |(index, bytes)| {
            let top = top + index as u32 * rows;
            let height = (bytes.len() / row_bytes) as u32;
            draw_band(frame, &scene, &area_of(0, top, width, height), bytes);
        });
    }
    Picture { width, height, rgba }
}

pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, NonZero::get)
}

/// Does all pieces of work on up to so many threads of its own. The pool that exports use would let the canvas wait
/// until the last board is written.
pub fn on_threads<T: Send>(threads: usize, pieces: Vec<T>, work: impl Fn(T) + Sync) {
    let threads = threads.min(pieces.len());
    let waiting = Mutex::new(pieces.into_iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    let take = || {
        while let Some(piece) = next() {
            work(piece);
        }
    };
    std::thread::scope(|scope| {
        for _ in 1..threads {
            scope.spawn(take);
        }
        take();
    });
}

/// The trim and its bleed, on whole pixels: paper has no half-transparent edge.
fn paper(frame: &Frame, to_px: &Transform) -> Area {
    let px = |p: Point| {
        let p = to_px.apply(p);
        [p.x.round() as i32, p.y.round() as i32]
    };
    let [x0, y0] = px(point(-BLEED, -BLEED));
    let [x1, y1] = px(point(frame.size.w + BLEED, frame.size.h + BLEED));
    Area { x0, y0, x1, y1 }
}

fn draw_band(frame: &Frame, scene: &Scene<'_>, band: &Area, bytes: &mut [u8]) {
    if band.width() <= MAX_SIDE {
        draw_tile(frame, scene, band, bytes);
        return;
    }
    let row_bytes = band.width() as usize * 4;
    for left in (0..band.width()).step_by(MAX_SIDE as usize) {
        let width = MAX_SIDE.min(band.width() - left);
        let tile_bytes = width as usize * 4;
        let mut tile = vec![0; tile_bytes * band.height() as usize];
        draw_tile(
            frame,
            scene,
            &area_of(left, band.y0 as u32, width, band.height()),
            &mut tile,
        );
        for (row, part) in bytes.chunks_exact_mut(row_bytes).zip(tile.chunks_exact(tile_bytes)) {
            row[left as usize * 4..][..tile_bytes].copy_from_slice(part);
        }
    }
}

fn area_of(x: u32, y: u32, width: u32, height: u32) -> Area {
    Area {
        x0: x as i32,
        y0: y as i32,
        x1: (x + width) as i32,
        y1: (y + height) as i32,
    }
}
