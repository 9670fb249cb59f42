//! Names of units beside their boards, none over another, a number or a board. Made again when zoom or plan changed,
//! not when the plan is only panned.

use super::canvas::Scene;
use super::plan::{Spot, far_edge};
use crate::app::theme::font;
use crate::app::widgets::elided;
use crate::geom::Point;
use crate::plaza::{along, facing_vector};
use egui::{Color32, Galley, Rect, Ui, Vec2, vec2};
use std::sync::Arc;

/// Points from the board to the middle of its number.
pub const NUMBER_AWAY: f32 = 12.0;

pub struct Label {
    /// From the plan's corner, in points.
    pub at: Vec2,
    pub galley: Arc<Galley>,
    pub unit_at: usize,
}

#[derive(Default)]
pub struct Labels {
    made_for: Option<(u64, f64, bool, f32)>,
    pub list: Vec<Label>,
}

impl Labels {
    pub fn renew(&mut self, ui: &Ui, scene: &Scene<'_>, has_pictures: bool) {
        let wished = (
            scene.plan.version,
            scene.stage.zoom,
            has_pictures,
            ui.ctx().pixels_per_point(),
        );
        if self.made_for != Some(wished) {
            self.list = make(ui, scene, has_pictures);
            self.made_for = Some(wished);
        }
    }
}

fn make(ui: &Ui, scene: &Scene<'_>, has_pictures: bool) -> Vec<Label> {
    let plan = scene.plan;
    let zoom = scene.stage.zoom;
    let mut taken: Vec<Rect> = Vec::new();
    for spot in &plan.spots {
        taken.extend(ground_taken(spot, zoom, has_pictures));
    }
    let mut list = Vec::new();
    for block in &plan.blocks {
        let spots = &plan.spots[block.from..block.to];
        if let Some((label, rect)) = place(ui, spots, zoom, has_pictures, &taken) {
            taken.push(rect);
            list.push(label);
        }
    }
    list
}

/// A board with its picture, and its number behind it, in points from the plan's corner.
fn ground_taken(spot: &Spot, zoom: f64, has_pictures: bool) -> Vec<Rect> {
    let Some(stand) = spot.stand else { return Vec::new() };
    let bounds = if has_pictures {
        spot.bounds
    } else {
        crate::plaza::stand_bounds(&spot.board, &stand)
    };
    let scaled = |value: f64| (value * zoom) as f32;
    let board = Rect::from_min_size(
        egui::pos2(scaled(bounds.x), scaled(bounds.y)),
        vec2(scaled(bounds.w), scaled(bounds.h)),
    );
    let Some(size) = number_size(spot, zoom) else {
        return vec![board];
    };
    let number = number_at(&stand.at, stand.facing, zoom).to_pos2();
    vec![board, Rect::from_center_size(number, vec2(size * 1.8, size))]
}

/// Of a board's number, in points; `None` where the board is too narrow to carry it.
pub fn number_size(spot: &Spot, zoom: f64) -> Option<f32> {
    match spot.board.size.w / 1000.0 * zoom {
        width if width >= 26.0 => Some(11.0),
        width if width >= 17.0 => Some(9.0),
        _ => None,
    }
}

/// The middle of a board's number, in points from the plan's corner.
pub fn number_at(at: &Point, facing: f64, zoom: f64) -> Vec2 {
    let front = facing_vector(facing);
    vec2((at.x * zoom) as f32, (at.y * zoom) as f32) - vec2(front.x as f32, front.y as f32) * NUMBER_AWAY
}

/// How many places along a block are tried.
const STEPS: u32 = 24;
/// So much of a block's length they span: a name beyond its ends would be another block's.
const REACH: f64 = 0.84;

/// Behind the boards, else behind their numbers, else in front of the pictures, else nowhere; never wider than there is room.
fn place(ui: &Ui, spots: &[Spot], zoom: f64, has_pictures: bool, taken: &[Rect]) -> Option<(Label, Rect)> {
    let first = spots.first()?;
    let (stand, last) = (first.stand?, spots.last()?.stand?);
    if first.unit.is_empty() || zoom < 5.0 {
        return None;
    }
    let front = facing_vector(stand.facing);
    let (front, side) = (vec2(front.x as f32, front.y as f32), along(stand.facing));
    let side = vec2(side.x as f32, side.y as f32);
    let middle = vec2(
        ((stand.at.x + last.at.x) / 2.0 * zoom) as f32,
        ((stand.at.y + last.at.y) / 2.0 * zoom) as f32,
    );
    let length = ((last.at.x - stand.at.x).hypot(last.at.y - stand.at.y) + first.board.size.w / 1000.0) * zoom;
    let highest = spots.iter().map(|spot| far_edge(&spot.board)).fold(0.0, f64::max);
    let before = if has_pictures { (highest * zoom) as f32 } else { 4.0 };
    let widest = (length as f32 + 24.0).max(72.0);
    let galley = elided(ui, &first.unit, font(11.0), Color32::PLACEHOLDER, widest);
    let half = galley.size() / 2.0;
    let reach = front.x.abs() * half.x + front.y.abs() * half.y;
    let has_numbers = spots.iter().any(|spot| number_size(spot, zoom).is_some());
    let behind = if has_numbers { NUMBER_AWAY + 5.0 } else { 2.0 };
    // A name belongs to the boards it touches: first along the whole block, only then farther away.
    for away in [
        -(2.0 + reach),
        -(behind + reach),
        before + 3.0 + reach,
        -(NUMBER_AWAY + 20.0 + reach),
    ] {
        for step in 0..=STEPS {
            let aside = f64::from(step.div_ceil(2)) * if step % 2 == 0 { 1.0 } else { -1.0 };
            let centre = middle + front * away + side * ((aside / f64::from(STEPS) * REACH * length) as f32);
            let rect = Rect::from_center_size(centre.to_pos2(), galley.size() + vec2(4.0, 0.0));
            if taken
                .iter()
                .all(|other| !other.intersects(rect.shrink2(vec2(0.0, 2.5))))
            {
                let label = Label {
                    at: centre - half,
                    galley,
                    unit_at: first.unit_at,
                };
                return Some((label, rect));
            }
        }
    }
    None
}
