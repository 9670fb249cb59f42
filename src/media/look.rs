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
    let (width, height) = (pixels.width as usize, pixels.height as usize);
    let look = PhotoLook {
        print: print(&greys, width, height, 0.0),
        inner: print(&greys, width, height, TRIM),
        subject: around(&faces).or_else(|| standing_out(&greys, width, height)),
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

/// Cells a side of the print.
const CELLS: usize = 17;

/// What a trimmed copy has lost at each side, as a share.
const TRIM: f64 = 0.015;

/// Of the picture without so much of each side.
fn print(greys: &[u8], width: usize, height: usize, trim: f64) -> Vec<u8> {
    let span = |at: usize, length: usize| {
        let cut = (length as f64 * trim).round() as usize;
        let length = length - 2 * cut;
        (cut + at * length / CELLS, cut + ((at + 1) * length).div_ceil(CELLS))
    };
    let mean = |cell: usize| {
        let ((x0, x1), (y0, y1)) = (span(cell % CELLS, width), span(cell / CELLS, height));
        let rows = greys[y0 * width..y1 * width].chunks_exact(width);
        let sum: u64 = rows.flat_map(|row| &row[x0..x1]).map(|grey| u64::from(*grey)).sum();
        let count = ((x1 - x0) * (y1 - y0)).max(1) as u64;
        ((sum + count / 2) / count) as u8
    };
    (0..CELLS * CELLS).map(mean).collect()
}

/// How two photos are alike though their files differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alike {
    /// One picture: saved again, made smaller, trimmed a little.
    Same,
    /// Another moment of the same scene.
    Near,
}

/// Steps of grey between the cells, root mean square. Measured on the sample's thirty photographs: saved at quality 40
/// up to 0.9, half as large 1.4, trimmed by 3 % 1.9; a hand that moved by 1.5 % from 2.3 on, by 3 % from 4.1.
const SAME: f64 = 2.0;

/// Of 512 neighbours so many may differ in which is lighter. Measured: frames of a burst 25 to 130, different
/// photographs from 150 on.
const NEAR: u32 = 100;

/// Less contrast than this says too little: a white page is like every other white page.
const LEAST_CONTRAST: f64 = 8.0;

/// `None` where they differ or nothing is known.
pub fn alike(one: &PhotoFacts, other: &PhotoFacts) -> Option<Alike> {
    let (Some(a), Some(b)) = (&one.look, &other.look) else {
        return None;
    };
    if contrast(&a.print).min(contrast(&b.print)) < LEAST_CONTRAST {
        return None;
    }
    let shape = |facts: &PhotoFacts| {
        let [w, h] = facts.upright_px().map(|side| f64::from(side.max(1)));
        w / h
    };
    if (shape(one) / shape(other) - 1.0).abs() < 0.05 && steps_between(a, b) <= SAME {
        return Some(Alike::Same);
    }
    (turned_between(a, b) <= NEAR).then_some(Alike::Near)
}

fn contrast(print: &[u8]) -> f64 {
    let count = print.len().max(1) as f64;
    let mean = print.iter().map(|grey| f64::from(*grey)).sum::<f64>() / count;
    (print.iter().map(|grey| (f64::from(*grey) - mean).powi(2)).sum::<f64>() / count).sqrt()
}

/// How far apart the greys of two pictures are, the one or the other perhaps trimmed.
pub fn steps_between(a: &PhotoLook, b: &PhotoLook) -> f64 {
    let apart = |a: &[u8], b: &[u8]| {
        let sum: u32 = a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum();
        (f64::from(sum) / a.len().max(1) as f64).sqrt()
    };
    apart(&a.print, &b.print)
        .min(apart(&a.inner, &b.print))
        .min(apart(&a.print, &b.inner))
}

/// How many neighbours changed places in lightness, of 512; the hand may have moved by up to a cell each way, and what
/// only one of the two shows does not count.
pub fn turned_between(a: &PhotoLook, b: &PhotoLook) -> u32 {
    if a.print.len() != CELLS * CELLS || b.print.len() != CELLS * CELLS {
        return u32::MAX;
    }
    let count = |dx: i32, dy: i32| {
        let (mut turned, mut seen) = (0u32, 0u32);
        let last = CELLS as i32 - 1;
        for y in dy.max(0)..last + dy.min(0) {
            for x in dx.max(0)..last + dx.min(0) {
                let here = |print: &[u8], x: i32, y: i32| {
                    let grey = |x: i32, y: i32| print[(y * CELLS as i32 + x) as usize];
                    [grey(x + 1, y) > grey(x, y), grey(x, y + 1) > grey(x, y)]
                };
                let (one, other) = (here(&a.print, x, y), here(&b.print, x - dx, y - dy));
                turned += u32::from(one[0] != other[0]) + u32::from(one[1] != other[1]);
                seen += 2;
            }
        }
        turned * 512 / seen.max(1)
    };
    let moves = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (dx, dy)));
    moves.map(|(dx, dy)| count(dx, dy)).min().unwrap_or(u32::MAX)
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
const GRID: usize = 24;

/// Where a photo is so much sharper than elsewhere that it must be meant: a small place, twice as rich as the rest.
/// `None` where that is everywhere or nowhere, as on most landscapes: their middle is as good as any guess.
fn standing_out(greys: &[u8], width: usize, height: usize) -> Option<PhotoPart> {
    let edges = edges(greys, width, height)?;
    let mut sorted = edges.clone();
    sorted.sort_by(f64::total_cmp);
    let (middle, most) = (sorted[sorted.len() / 2], sorted[sorted.len() - 1]);
    let least = middle + (most - middle) * 0.35;
    let weights: Vec<f64> = edges.iter().map(|edge| (edge - least).max(0.0)).collect();
    let sum: f64 = weights.iter().sum();
    let rich = weights.iter().filter(|weight| **weight > 0.0).count();
    if most < 2.2 * middle + 2.0 || rich * 9 > GRID * GRID || sum <= 0.0 {
        return None;
    }
    let axis = |of: fn(usize) -> usize| {
        let place = |cell: usize| (of(cell) as f64 + 0.5) / GRID as f64;
        let of_all = |value: &dyn Fn(f64) -> f64| {
            let values = weights.iter().enumerate();
            values.map(|(cell, weight)| weight * value(place(cell))).sum::<f64>() / sum
        };
        let middle = of_all(&|at| at);
        (middle, of_all(&|at| (at - middle) * (at - middle)).sqrt())
    };
    let ((x, wide), (y, high)) = (axis(|cell| cell % GRID), axis(|cell| cell / GRID));
    if wide.max(high) > 0.21 {
        return None;
    }
    // Nearly all of it lies within so many deviations.
    let along = |middle: f64, spread: f64| {
        let (from, to) = ((middle - 1.9 * spread).max(0.0), (middle + 1.9 * spread).min(1.0));
        (from, to - from)
    };
    let ((x, w), (y, h)) = (along(x, wide), along(y, high));
    Some(PhotoPart::of([x, y, w, h]))
}

/// Mean steps of grey in each cell and its neighbours, at half size: noise and grain are no edges.
fn edges(greys: &[u8], width: usize, height: usize) -> Option<Vec<f64>> {
    let (half_w, half_h) = (width / 2, height / 2);
    if half_w < GRID || half_h < GRID {
        return None;
    }
    let grey = |x: usize, y: usize| {
        let at = 2 * y * width + 2 * x;
        let four = [at, at + 1, at + width, at + width + 1];
        four.iter().map(|at| i32::from(greys[*at])).sum::<i32>() / 4
    };
    let mut sums = [(0u64, 0u64); GRID * GRID];
    for y in 0..half_h - 1 {
        for x in 0..half_w - 1 {
            let here = grey(x, y);
            let step = here.abs_diff(grey(x + 1, y)) + here.abs_diff(grey(x, y + 1));
            let (sum, count) = &mut sums[y * GRID / half_h * GRID + x * GRID / half_w];
            (*sum, *count) = (*sum + u64::from(step), *count + 1);
        }
    }
    let mean = |cell: usize| sums[cell].0 as f64 / sums[cell].1.max(1) as f64;
    let around = |cell: usize| {
        let (x, y) = (cell % GRID, cell / GRID);
        let rows = y.saturating_sub(1)..=(y + 1).min(GRID - 1);
        let cells: Vec<usize> = rows
            .flat_map(|y| (x.saturating_sub(1)..=(x + 1).min(GRID - 1)).map(move |x| y * GRID + x))
            .collect();
        cells.iter().map(|cell| mean(*cell)).sum::<f64>() / cells.len() as f64
    };
    Some((0..GRID * GRID).map(around).collect())
}
