//! Places from which a plaza is worth looking at: its entrance, along its rows, before its boards.

use super::camera::Eye;
use super::scene::{Panel, Scene};
use super::steps::before;
use super::things::flat;
use super::vector::{V3, v3};
use crate::model::{Exhibition, Plaza};
use crate::plaza::entrance;

/// A place with a name that files can have.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: String,
    pub eye: Eye,
}

/// At the entrance, looking in.
pub fn gate(scene: &Scene, exhibition: &Exhibition, plaza: &Plaza, height: f32) -> Eye {
    let [w, h] = scene.size;
    let place = entrance(exhibition, plaza).map_or(v3(w / 2.0, h, 0.0), flat);
    let place = if place.is_finite() { place } else { v3(w / 2.0, h, 0.0) };
    let middle = v3(w / 2.0, h / 2.0, 0.0);
    let boards = scene
        .panels
        .iter()
        .fold(v3(0.0, 0.0, 0.0), |sum, panel| sum + panel.foot_at);
    let aim = match scene.panels.len() {
        0 => middle,
        count => boards * (1.0 / count as f32),
    };
    // A few steps before the line, so that the first row is seen as a row.
    let back = (place - aim).unit() * 2.5;
    let start = v3(place.x + back.x, place.y + back.y, height);
    let eye = Eye {
        at: start,
        heading: 0.0,
        pitch: 0.0,
    };
    eye.looking_at(v3(aim.x, aim.y, height - 0.1))
}

/// From the entrance, along each row, before every so many boards.
pub fn views(scene: &Scene, exhibition: &Exhibition, plaza: &Plaza, height: f32, every: usize) -> Vec<View> {
    let mut views = vec![View {
        name: "gate".into(),
        eye: gate(scene, exhibition, plaza, height),
    }];
    for (at, row) in rows(&scene.panels).into_iter().enumerate() {
        views.push(View {
            name: format!("aisle-{:02}", at + 1),
            eye: along_row(row, height),
        });
    }
    for panel in scene.panels.iter().step_by(every.max(1)) {
        views.push(View {
            name: format!("board-{:03}", panel.number),
            eye: before(panel, height),
        });
    }
    views
}

/// Neighbours in the sequence that stand on one line.
fn rows(panels: &[Panel]) -> Vec<&[Panel]> {
    let is_row = |a: &Panel, b: &Panel| {
        let step = b.foot_at - a.foot_at;
        a.front.dot(b.front) > 0.98 && step.dot(a.front).abs() < 0.6 && step.length() < 8.0
    };
    panels.chunk_by(is_row).filter(|row| row.len() >= 3).collect()
}

/// Where somebody comes along a row, its boards on one side and the way ahead.
fn along_row(row: &[Panel], height: f32) -> Eye {
    let (first, last) = (&row[0], &row[row.len() - 1]);
    let way = (last.foot_at - first.foot_at).unit();
    let start = first.foot_at - way * 1.8 + first.front * 1.9;
    let aim = first.foot_at.lerp(last.foot_at, 0.6) + first.front * 0.3;
    let eye = Eye {
        at: v3(start.x, start.y, height),
        heading: 0.0,
        pitch: 0.0,
    };
    eye.looking_at(aim + V3::UP * 1.15)
}
