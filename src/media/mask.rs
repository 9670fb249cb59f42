//! Faces and papers made unrecognisable: what stood under a mask is gone from the pixels and cannot be reckoned back.

use super::library::Pixels;
use crate::base::{Mask, MaskForm, MaskKind, Recipe};

/// A blurred mask is worked out from so many means along its longer side: fewer than any face or word needs.
const CELLS: f64 = 4.0;

const SOLID: [u8; 4] = [70, 70, 72, 255];

/// What lies outside the frame of a slanted photo.
const OUTSIDE: [u8; 4] = [128, 128, 128, 255];

/// Burns all masks of a recipe into its part; `pixels` may be a smaller copy of it.
pub fn burn_all(pixels: &mut Pixels, recipe: &Recipe) {
    let [x, y, w, h] = recipe.part_px.map(f64::from);
    let scale = [f64::from(pixels.width) / w, f64::from(pixels.height) / h];
    for mask in &recipe.masks {
        let [left, top, wide, high] = mask.part.shares();
        let [full_w, full_h] = recipe.full_px.map(f64::from);
        let across = |share: f64| (share * full_w - x) * scale[0];
        let down = |share: f64| (share * full_h - y) * scale[1];
        burn(
            pixels,
            mask,
            [across(left), down(top), across(left + wide), down(top + high)],
        );
    }
    if let Some(corners) = recipe.seen {
        let corners = corners.map(|[x, y]| [f64::from(x) * scale[0], f64::from(y) * scale[1]]);
        blank_outside(pixels, corners);
    }
}

/// In whole pixels: left, top, right, bottom.
type Area = [usize; 4];

fn burn(pixels: &mut Pixels, mask: &Mask, [left, top, right, bottom]: [f64; 4]) {
    let (width, height) = (f64::from(pixels.width), f64::from(pixels.height));
    let whole: Area = [
        left.floor().clamp(0.0, width) as usize,
        top.floor().clamp(0.0, height) as usize,
        right.ceil().clamp(0.0, width) as usize,
        bottom.ceil().clamp(0.0, height) as usize,
    ];
    if whole[0] >= whole[2] || whole[1] >= whole[3] {
        return;
    }
    let means = (mask.kind == MaskKind::Blur).then(|| Means::of(pixels, whole));
    let middle = [(left + right) / 2.0, (top + bottom) / 2.0];
    let half = [(right - left) / 2.0, (bottom - top) / 2.0];
    // A pixel that the shape only touches is covered too.
    let is_inside = |x: usize, y: usize| {
        let off = |at: usize, axis: usize| {
            let away = (at as f64 + 0.5 - middle[axis]).abs() - 0.5;
            away.max(0.0) / half[axis].max(0.5)
        };
        let (dx, dy) = (off(x, 0), off(y, 1));
        mask.form == MaskForm::Rect || dx * dx + dy * dy <= 1.0
    };
    let row = pixels.width as usize;
    let targets = pixels.rgba.as_chunks_mut::<4>().0;
    for y in whole[1]..whole[3] {
        for x in (whole[0]..whole[2]).filter(|x| is_inside(*x, y)) {
            targets[y * row + x] = means.as_ref().map_or(SOLID, |means| means.at(x, y));
        }
    }
}

/// Means of large cells.
struct Means {
    left: usize,
    top: usize,
    cell: f64,
    columns: usize,
    rows: usize,
    values: Vec<[f64; 4]>,
}

impl Means {
    fn of(pixels: &Pixels, [left, top, right, bottom]: Area) -> Means {
        let (wide, high) = (right - left, bottom - top);
        let cell = (wide.max(high) as f64 / CELLS).max(1.0);
        let count = |length: usize| ((length as f64 / cell).ceil() as usize).max(1);
        let (columns, rows) = (count(wide), count(high));
        let mut sums = vec![[0u64; 5]; columns * rows];
        let points = pixels.rgba.as_chunks::<4>().0;
        for y in 0..high {
            for x in 0..wide {
                let at = |offset: usize, count: usize| ((offset as f64 / cell) as usize).min(count - 1);
                let sum = &mut sums[at(y, rows) * columns + at(x, columns)];
                let point = points[(top + y) * pixels.width as usize + left + x];
                for (sum, value) in sum.iter_mut().zip(point) {
                    *sum += u64::from(value);
                }
                sum[4] += 1;
            }
        }
        let values = sums
            .iter()
            .map(|sum| std::array::from_fn(|at| sum[at] as f64 / sum[4].max(1) as f64))
            .collect();
        Means {
            left,
            top,
            cell,
            columns,
            rows,
            values,
        }
    }

    /// Between the middles of the four cells around.
    fn at(&self, x: usize, y: usize) -> [u8; 4] {
        let along = |at: usize, start: usize, count: usize| {
            let at = (((at - start) as f64 + 0.5) / self.cell - 0.5).clamp(0.0, (count - 1) as f64);
            let first = at as usize;
            (first, (first + 1).min(count - 1), at - first as f64)
        };
        let (x0, x1, u) = along(x, self.left, self.columns);
        let (y0, y1, v) = along(y, self.top, self.rows);
        let value = |x: usize, y: usize| self.values[y * self.columns + x];
        let (a, b, c, d) = (value(x0, y0), value(x1, y0), value(x0, y1), value(x1, y1));
        std::array::from_fn(|i| {
            let (top, bottom) = (a[i] + (b[i] - a[i]) * u, c[i] + (d[i] - c[i]) * u);
            (top + (bottom - top) * v + 0.5) as u8
        })
    }
}

/// The four corners go clockwise. Two pixels beyond the line stay, so that no edge of a print shows what replaced them.
fn blank_outside(pixels: &mut Pixels, corners: [[f64; 2]; 4]) {
    const MARGIN: f64 = 2.0;
    let sides: Vec<([f64; 2], [f64; 2])> = (0..4)
        .map(|at| {
            let ([x, y], [to_x, to_y]) = (corners[at], corners[(at + 1) % 4]);
            let (dx, dy) = (to_x - x, to_y - y);
            let length = (dx * dx + dy * dy).sqrt().max(1e-9);
            ([x, y], [dx / length, dy / length])
        })
        .collect();
    let row = pixels.width as usize;
    for (at, pixel) in pixels.rgba.as_chunks_mut::<4>().0.iter_mut().enumerate() {
        let (x, y) = ((at % row) as f64 + 0.5, (at / row) as f64 + 0.5);
        let is_outside =
            |([from_x, from_y], [dx, dy]): &([f64; 2], [f64; 2])| dx * (y - from_y) - dy * (x - from_x) < -MARGIN;
        if sides.iter().any(is_outside) {
            *pixel = OUTSIDE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::PhotoPart;

    fn noise(width: u32, height: u32) -> Pixels {
        let mut seed = 7u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 24) as u8
        };
        let rgba = (0..width * height)
            .flat_map(|_| [next(), next(), next(), 255])
            .collect();
        Pixels { width, height, rgba }
    }

    fn recipe(mask: Mask, seen: Option<[[i32; 2]; 4]>) -> Recipe {
        Recipe {
            masks: vec![mask],
            full_px: [200, 100],
            part_px: [50, 20, 120, 80],
            seen,
            ..Recipe::default()
        }
    }

    #[test]
    fn under_a_mask_nothing_depends_on_single_pixels_and_beside_it_nothing_changes() {
        for form in [MaskForm::Rect, MaskForm::Ellipse] {
            for kind in [MaskKind::Blur, MaskKind::Solid] {
                let mask = Mask {
                    part: PhotoPart::of([0.4, 0.4, 0.3, 0.5]),
                    form,
                    kind,
                };
                let before = noise(120, 80);
                let mut after = before.clone();
                burn_all(&mut after, &recipe(mask, None));
                let at = |pixels: &Pixels, x: usize, y: usize| pixels.rgba.as_chunks::<4>().0[y * 120 + x];
                // In pixels of the part: 30..90 across, 20..70 down.
                for y in 0..80 {
                    for x in 0..120 {
                        let (dx, dy) = ((x as f64 - 59.5) / 30.0, (y as f64 - 44.5) / 25.0);
                        let is_in = match form {
                            MaskForm::Rect => (30..90).contains(&x) && (20..70).contains(&y),
                            MaskForm::Ellipse => dx * dx + dy * dy < 0.97,
                        };
                        let is_out = match form {
                            MaskForm::Rect => !is_in,
                            MaskForm::Ellipse => dx * dx + dy * dy > 1.1,
                        };
                        if is_out {
                            assert_eq!(at(&after, x, y), at(&before, x, y));
                        }
                        // The mean of many such pixels is a middle grey.
                        if is_in && kind == MaskKind::Blur {
                            assert!(at(&after, x, y)[0].abs_diff(128) < 28, "{x},{y}");
                        }
                        if is_in && kind == MaskKind::Solid {
                            assert_eq!(at(&after, x, y), SOLID);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn outside_a_slanted_frame_nothing_is_left() {
        let mask = Mask {
            part: PhotoPart::of([0.9, 0.9, 0.02, 0.02]),
            form: MaskForm::Rect,
            kind: MaskKind::Solid,
        };
        let mut pixels = noise(120, 80);
        burn_all(
            &mut pixels,
            &recipe(mask, Some([[60, 0], [120, 40], [60, 80], [0, 40]])),
        );
        let at = |x: usize, y: usize| pixels.rgba.as_chunks::<4>().0[y * 120 + x];
        for (x, y) in [(0, 0), (119, 0), (0, 79), (119, 79), (20, 20)] {
            assert_eq!(at(x, y), OUTSIDE, "{x},{y}");
        }
        assert_ne!(at(60, 40), OUTSIDE);
    }
}
