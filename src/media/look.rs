//! What the pixels of a photo say once and for all: a print by which copies are known, faces, and what stands out.
//! Nothing leaves the PC; the result is data of the show, so that nobody's machine decides anew.

use super::library::Pixels;
use super::{decode, exif, facts, jpeg};
use crate::base::{Digest, PhotoFacts, PhotoFormat, PhotoLook, PhotoPart, PhotoState};
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Faces of a twentieth of the photo's length and more are found at this size (the detector wants 28 px).
const LONGEST: u32 = 640;

/// Larger photos would take seconds and hundreds of megabytes for little.
const MOST_PIXELS: u64 = 80_000_000;

/// Looks at a photo; `None` where there is nothing to see.
pub fn of(photo: &PhotoFacts, bytes: &[u8]) -> Option<PhotoLook> {
    let [width, height] = photo.stored_px.map(u64::from);
    if photo.state != PhotoState::Good || width * height > MOST_PIXELS {
        return None;
    }
    // A folder that is taken in again is not looked at again.
    if let Some(known) = known().get(&photo.digest) {
        return Some(known.clone());
    }
    let pixels = decode::upright(photo, bytes, LONGEST, false)?;
    let greys = greys(&pixels);
    let faces = faces(&greys, pixels.width, pixels.height);
    let look = PhotoLook {
        print: print(&greys, pixels.width as usize, pixels.height as usize),
        subject: around(&faces).or_else(|| standing_out(&pixels)),
        faces,
        has_camera: has_camera(photo, bytes),
    };
    known().insert(photo.digest, look.clone());
    Some(look)
}

type Known = HashMap<Digest, PhotoLook>;

fn known() -> std::sync::MutexGuard<'static, Known> {
    static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn has_camera(photo: &PhotoFacts, bytes: &[u8]) -> bool {
    let block = match photo.format {
        PhotoFormat::Jpeg => jpeg::header(bytes).and_then(|header| header.exif),
        _ => facts::exif_block(bytes),
    };
    block.is_some_and(|block| exif::has_camera(&block))
}

fn greys(pixels: &Pixels) -> Vec<u8> {
    let points = pixels.rgba.as_chunks::<4>().0.iter();
    points
        .map(|[r, g, b, _]| ((u32::from(*r) * 77 + u32::from(*g) * 150 + u32::from(*b) * 29) >> 8) as u8)
        .collect()
}

/// Cells a side of the print; each is compared with its right and its lower neighbour.
const CELLS: usize = 16;

/// Steps of grey in 1/16 by which a neighbour must be lighter: flat sky says nothing either way.
const STEP: u64 = 12;

fn print(greys: &[u8], width: usize, height: usize) -> [u64; 8] {
    let mean = |column: usize, row: usize| {
        let span = |at: usize, length: usize| (at * length / (CELLS + 1), ((at + 1) * length).div_ceil(CELLS + 1));
        let ((x0, x1), (y0, y1)) = (span(column, width), span(row, height));
        let rows = greys[y0 * width..y1 * width].chunks_exact(width);
        let sum: u64 = rows.flat_map(|row| &row[x0..x1]).map(|grey| u64::from(*grey)).sum();
        sum * 16 / ((x1 - x0) * (y1 - y0)).max(1) as u64
    };
    let mut print = [0u64; 8];
    for row in 0..CELLS {
        for column in 0..CELLS {
            let here = mean(column, row) + STEP;
            let bit = row * CELLS + column;
            print[bit / 64] |= u64::from(mean(column + 1, row) > here) << (bit % 64);
            print[4 + bit / 64] |= u64::from(mean(column, row + 1) > here) << (bit % 64);
        }
    }
    print
}

/// How two photos are alike though their files differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// One picture: saved again, made smaller, trimmed a little.
    Same,
    /// Another moment of the same scene.
    Near,
}

/// Measured on the sample's photographs; see `tests/media/look.rs`.
const SAME: u32 = 40;
const NEAR: u32 = 110;

/// Of 512 bits fewer say too little: a white page is like every other white page.
const LEAST_BITS: u32 = 48;

/// `None` where they differ or nothing is known.
pub fn alike(one: &PhotoFacts, other: &PhotoFacts) -> Option<Alike> {
    let (Some(a), Some(b)) = (&one.look, &other.look) else {
        return None;
    };
    let count = |bits: u64| bits.count_ones();
    if [a, b].iter().any(|look| look.print.iter().copied().map(count).sum::<u32>() < LEAST_BITS) {
        return None;
    }
    let off: u32 = a.print.iter().zip(&b.print).map(|(a, b)| count(a ^ b)).sum();
    let shape = |facts: &PhotoFacts| {
        let [w, h] = facts.upright_px().map(|side| f64::from(side.max(1)));
        w / h
    };
    let has_one_shape = (shape(one) / shape(other) - 1.0).abs() < 0.05;
    match off {
        0..=SAME if has_one_shape => Some(Alike::Same),
        0..=NEAR => Some(Alike::Near),
        _ => None,
    }
}

/// Below, the detector sees faces in leaves.
const SURE: f64 = 3.0;

fn faces(greys: &[u8], width: u32, height: u32) -> Vec<PhotoPart> {
    let Some(model) = &*MODEL else { return Vec::new() };
    let least = 20;
    if width.min(height) < 2 * least {
        return Vec::new();
    }
    let found = decode::guarded(|| {
        let mut detector = rustface::create_detector_with_model(model.clone());
        detector.set_min_face_size(least);
        detector.set_score_thresh(SURE);
        detector.set_pyramid_scale_factor(0.8);
        detector.set_slide_window_step(4, 4);
        Ok(detector.detect(&rustface::ImageData::new(greys, width, height)))
    });
    let share = |at: f64, side: u32| at / f64::from(side);
    let mut faces: Vec<PhotoPart> = found
        .unwrap_or_default()
        .iter()
        .map(|face| {
            let area = face.bbox();
            let (w, h) = (f64::from(area.width()), f64::from(area.height()));
            PhotoPart::of([
                share(f64::from(area.x()), width),
                share(f64::from(area.y()), height),
                share(w, width),
                share(h, height),
            ])
        })
        .collect();
    faces.sort();
    faces
}

/// SeetaFace's frontal model, see `assets/faces`.
static MODEL: LazyLock<Option<rustface::Model>> = LazyLock::new(|| {
    let bytes: &[u8] = include_bytes!("../../assets/faces/seeta-frontal.bin");
    rustface::read_model(bytes).ok()
});

/// All faces with hair, chin and a little air.
fn around(faces: &[PhotoPart]) -> Option<PhotoPart> {
    let with_air = |face: &PhotoPart| {
        let [x, y, w, h] = face.shares();
        let (left, top) = ((x - 0.3 * w).max(0.0), (y - 0.5 * h).max(0.0));
        let (right, bottom) = ((x + 1.3 * w).min(1.0), (y + 1.3 * h).min(1.0));
        PhotoPart::of([left, top, right - left, bottom - top])
    };
    faces.iter().map(with_air).reduce(PhotoPart::union)
}

/// Cells a side in which what stands out is looked for.
const GRID: usize = 20;

/// Where a photo is sharper and more colourful than elsewhere; `None` where that is everywhere or nowhere.
fn standing_out(pixels: &Pixels) -> Option<PhotoPart> {
    let weights = weights(pixels);
    let sum: f64 = weights.iter().sum();
    if sum <= 0.0 {
        return None;
    }
    let axis = |of: fn(usize) -> usize| {
        let place = |cell: usize| (of(cell) as f64 + 0.5) / GRID as f64;
        let of_all = |value: &dyn Fn(f64) -> f64| {
            let values = weights.iter().enumerate().map(|(cell, weight)| weight * value(place(cell)));
            values.sum::<f64>() / sum
        };
        let middle = of_all(&|at| at);
        let spread = of_all(&|at| (at - middle) * (at - middle)).sqrt();
        (middle - 1.7 * spread, 3.4 * spread)
    };
    let ((x, w), (y, h)) = (axis(|cell| cell % GRID), axis(|cell| cell / GRID));
    if w.max(h) > 0.62 {
        return None;
    }
    let (left, top) = (x.max(0.0), y.max(0.0));
    Some(PhotoPart::of([left, top, (x + w).min(1.0) - left, (y + h).min(1.0) - top]))
}

/// How much each cell stands out above the usual.
fn weights(pixels: &Pixels) -> Vec<f64> {
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let points = pixels.rgba.as_chunks::<4>().0;
    let mut edges = [0u64; GRID * GRID];
    let mut colours = [[0u64; 3]; GRID * GRID];
    let mut counts = [0u64; GRID * GRID];
    for y in 0..height.saturating_sub(1) {
        for x in 0..width.saturating_sub(1) {
            let cell = y * GRID / height * GRID + x * GRID / width;
            let here = points[y * width + x];
            let (right, below) = (points[y * width + x + 1], points[(y + 1) * width + x]);
            edges[cell] += u64::from(here[1].abs_diff(right[1])) + u64::from(here[1].abs_diff(below[1]));
            for (sum, value) in colours[cell].iter_mut().zip(here) {
                *sum += u64::from(value);
            }
            counts[cell] += 1;
        }
    }
    let mean = |sum: u64, count: u64| sum as f64 / count.max(1) as f64;
    let total: u64 = counts.iter().sum();
    let usual: [f64; 3] = std::array::from_fn(|i| mean(colours.iter().map(|sums| sums[i]).sum(), total));
    let values: Vec<f64> = (0..GRID * GRID)
        .map(|cell| {
            let away: f64 = (0..3).map(|i| (mean(colours[cell][i], counts[cell]) - usual[i]).abs()).sum();
            mean(edges[cell], counts[cell]) * 3.0 + away * 0.5
        })
        .collect();
    let middle = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - middle * 1.25).max(0.0)).collect()
}
