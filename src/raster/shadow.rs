//! The soft form of a shadow as amounts on a grid in its own millimetres: coarse, since nothing in it is sharp. The
//! grid does not depend on which part of a picture is drawn.

use super::outline::{Area, Polygon, points_of};
use crate::geom::{Point, Transform};
use crate::layout::ShadowItem;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use vello_cpu::color::{AlphaColor, Srgb};
use vello_cpu::{PixmapMut, RasterizerSettings, RenderContext, RenderSettings, Resources, TargetInit};

/// How much of the ink lies where: 255 is all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mask {
    /// Of the grid's corner, in cells.
    left: i32,
    top: i32,
    pub width: usize,
    pub height: usize,
    /// Row by row; nothing outside.
    pub amounts: Vec<u8>,
}

/// A mask and how large its cells are.
#[derive(Clone, Debug)]
pub struct Soft {
    /// In mm of the item.
    pub cell: f64,
    pub mask: Arc<Mask>,
}

/// Cells of a grid at most: a larger one is of no use to an eye.
const MOST: f64 = 1_000_000.0;

/// Cells of a standard deviation: between them the slope is straight to less than a screen step.
const PER_DEVIATION: f64 = 4.0;

/// A Gaussian has faded to a 255th here, in deviations.
const REACH: f64 = 3.0;

impl Soft {
    /// `finest`: smaller cells would not be seen, in mm. `None` where there is nothing to cast it.
    pub fn of(item: &ShadowItem, finest: f64) -> Option<Soft> {
        let deviation = (item.blur / 2.0).max(0.0);
        let mut cell = (deviation / PER_DEVIATION).max(finest).max(0.05);
        let bounds = Area::around(points_of(&item.path, &Transform::scale(100.0, 100.0)))?;
        let sides = [bounds.width(), bounds.height()].map(|side| f64::from(side) / 100.0 + 2.0 * REACH * deviation);
        cell = cell
            .max((sides[0] * sides[1] / MOST).sqrt())
            .max(sides[0].max(sides[1]) / 16_000.0);
        let to_cells = Transform::scale(1.0 / cell, 1.0 / cell);
        let reach = (REACH * deviation / cell).ceil() + 1.0;
        let area = Area::around(points_of(&item.path, &to_cells))?.grow(reach);
        let (width, height) = (u16::try_from(area.width()).ok()?, u16::try_from(area.height()).ok()?);
        let mut amounts = solid(item, &to_cells, &area, width, height)?;
        soften(&mut amounts, usize::from(width), deviation / cell);
        let amounts = amounts.iter().map(|amount| (amount * 255.0).round() as u8).collect();
        Some(Soft {
            cell,
            mask: Arc::new(Mask {
                left: area.x0,
                top: area.y0,
                width: usize::from(width),
                height: usize::from(height),
                amounts,
            }),
        })
    }

    /// Where the grid begins, in mm of the item.
    pub fn corner(&self) -> Point {
        crate::geom::point(
            f64::from(self.mask.left) * self.cell,
            f64::from(self.mask.top) * self.cell,
        )
    }

    /// With cells a `times`th as large, straight between the middles of the old ones.
    pub fn finer(&self, times: usize) -> Soft {
        let (width, height) = (self.mask.width * times, self.mask.height * times);
        let at = |index: usize| (index as f64 + 0.5) / times as f64;
        let rows = (0..height).flat_map(|y| (0..width).map(move |x| self.amount(at(x), at(y)).round() as u8));
        Soft {
            cell: self.cell / times as f64,
            mask: Arc::new(Mask {
                left: self.mask.left * times as i32,
                top: self.mask.top * times as i32,
                width,
                height,
                amounts: rows.collect(),
            }),
        }
    }

    /// At a point of the item, 0..=255.
    pub fn at(&self, p: Point) -> f64 {
        let cells = |mm: f64, from: i32| mm / self.cell - f64::from(from);
        self.amount(cells(p.x, self.mask.left), cells(p.y, self.mask.top))
    }

    /// In cells from the grid's corner.
    fn amount(&self, x: f64, y: f64) -> f64 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (column, row) = (x.floor(), y.floor());
        let (right, down) = (x - column, y - row);
        let cell = |column: f64, row: f64| {
            let is_inside =
                column >= 0.0 && row >= 0.0 && column < self.mask.width as f64 && row < self.mask.height as f64;
            let amount = is_inside.then(|| self.mask.amounts[row as usize * self.mask.width + column as usize]);
            f64::from(amount.unwrap_or(0))
        };
        let across = |row: f64| cell(column, row) * (1.0 - right) + cell(column + 1.0, row) * right;
        across(row) * (1.0 - down) + across(row + 1.0) * down
    }
}

/// Amounts 0..=1 of the form with its hard edge.
fn solid(item: &ShadowItem, to_cells: &Transform, area: &Area, width: u16, height: u16) -> Option<Vec<f32>> {
    let settings = RenderSettings {
        num_threads: 0,
        ..RenderSettings::default()
    };
    let mut context = RenderContext::new_with(width, height, settings);
    let mut polygon = Polygon::new(area);
    polygon.set_fill(&item.path, to_cells);
    context.set_paint(AlphaColor::<Srgb>::BLACK);
    context.set_fill_rule(polygon.rule);
    context.fill_path(&polygon.path);
    context.flush();
    let mut bytes = vec![0; usize::from(width) * usize::from(height) * 4];
    let target = PixmapMut::new(width, height, &mut bytes)?;
    let settings = RasterizerSettings {
        target_init: TargetInit::Clear(AlphaColor::TRANSPARENT),
        ..RasterizerSettings::default()
    };
    context.render_with(target, &mut Resources::new(), settings);
    let pixels = bytes.as_chunks::<4>().0.iter();
    Some(pixels.map(|pixel| f32::from(pixel[3]) / 255.0).collect())
}

/// A Gaussian across, then down; `deviation` in cells.
fn soften(amounts: &mut [f32], width: usize, deviation: f64) {
    let reach = (REACH * deviation).ceil() as usize;
    if reach == 0 || width == 0 {
        return;
    }
    let weights: Vec<f32> = (0..=reach)
        .map(|step| (-0.5 * (step as f64 / deviation).powi(2)).exp() as f32)
        .collect();
    let sum: f32 = weights[0] + 2.0 * weights[1..].iter().sum::<f32>();
    let weights: Vec<f32> = weights.iter().map(|weight| weight / sum).collect();
    let mut line = Vec::new();
    for row in amounts.chunks_exact_mut(width) {
        line.clear();
        line.extend_from_slice(row);
        for (x, amount) in row.iter_mut().enumerate() {
            *amount = around(&line, x, &weights);
        }
    }
    let height = amounts.len() / width;
    let before = amounts.to_vec();
    for y in 0..height {
        let row = &mut amounts[y * width..(y + 1) * width];
        row.fill(0.0);
        let first = y.saturating_sub(reach);
        for other in first..=(y + reach).min(height - 1) {
            let weight = weights[other.abs_diff(y)];
            let from = &before[other * width..(other + 1) * width];
            for (amount, part) in row.iter_mut().zip(from) {
                *amount += weight * part;
            }
        }
    }
}

fn around(line: &[f32], x: usize, weights: &[f32]) -> f32 {
    let mut sum = line[x] * weights[0];
    for (step, weight) in weights.iter().enumerate().skip(1) {
        let left = x.checked_sub(step).map_or(0.0, |at| line[at]);
        let right = line.get(x + step).copied().unwrap_or(0.0);
        sum += weight * (left + right);
    }
    sum
}

/// Shadows of the frame that is being drawn, made when a band first meets one. By where they lie in memory: the frame
/// stays where it is while it is drawn.
#[derive(Default)]
pub struct Shadows(Mutex<HashMap<usize, Option<Soft>>>);

impl Shadows {
    pub fn get(&self, item: &ShadowItem, finest: f64) -> Option<Soft> {
        let key = std::ptr::from_ref(item).addr();
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.entry(key).or_insert_with(|| Soft::of(item, finest)).clone()
    }
}
