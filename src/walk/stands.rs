//! What holds boards up, as faces: frames, roofs, trusses, rolls, easels. Steel and wood in quiet colours.

use super::body::{Face, Maker, Paint};
use super::scene::Panel;
use super::vector::{Rgb, V3};
use crate::model::Foot;

const STEEL: Rgb = [0.50, 0.52, 0.55];
const DARK: Rgb = [0.24, 0.25, 0.28];
const EDGE: Rgb = [0.86, 0.86, 0.85];
const BACK: Rgb = [0.70, 0.71, 0.71];
const WOOD: Rgb = [0.56, 0.40, 0.26];

/// Half of a board's thickness.
const HALF: f32 = 0.016;

/// How far a board leans back, in degrees.
pub fn tilt(foot: Foot) -> f32 {
    match foot {
        Foot::AFrame => 14.0,
        Foot::Easel => 9.0,
        Foot::Frame | Foot::Truss | Foot::RollUp | Foot::BackToBack | Foot::OnWall => 0.0,
    }
}

/// How far the face is before the foot line.
pub fn ahead(foot: Foot) -> f32 {
    match foot {
        Foot::Frame => 0.035,
        Foot::BackToBack => 0.045,
        Foot::Truss => 0.12,
        Foot::AFrame | Foot::RollUp | Foot::Easel | Foot::OnWall => 0.02,
    }
}

/// The board alone, for far away.
pub fn bare(panel: &Panel, index: u32) -> Vec<Face> {
    let mut made = Maker::default();
    if matches!(panel.foot, Foot::Frame | Foot::BackToBack | Foot::Truss) {
        posts(&mut made, panel);
    }
    back(&mut made, panel);
    front(&mut made, panel, index);
    made.faces
}

/// The board and all that holds it.
pub fn whole(panel: &Panel, index: u32) -> Vec<Face> {
    let mut made = Maker::default();
    feet(&mut made, panel);
    back(&mut made, panel);
    edges(&mut made, panel);
    front(&mut made, panel, index);
    made.faces
}

/// Two strips that are seen from before and from behind.
fn posts(made: &mut Maker, panel: &Panel) {
    let half = panel.w / 2.0 - 0.035;
    for side in [-half, half] {
        let (left, right) = (on_ground(panel, side - 0.025, 0.0), on_ground(panel, side + 0.025, 0.0));
        let up = V3::UP * panel.corners[0].z;
        for sign in [1.0, -1.0] {
            made.quad([left + up, right + up, right, left], panel.front * sign, STEEL);
        }
    }
}

fn front(made: &mut Maker, panel: &Panel, index: u32) {
    made.faces.push(Face {
        corners: panel.corners,
        normal: panel.normal,
        paint: Paint::Panel(index),
        uv: [0.0, 0.0, 1.0, 1.0],
    });
}

fn behind(panel: &Panel) -> [V3; 4] {
    panel.corners.map(|corner| corner - panel.normal * (2.0 * HALF))
}

fn back(made: &mut Maker, panel: &Panel) {
    if panel.foot == Foot::OnWall {
        return;
    }
    let rear = behind(panel);
    let away = panel.normal * -1.0;
    made.quad(rear, away, BACK);
    // Two rails that every such board has behind it.
    let lift = panel.normal * -0.004;
    for [from, to] in [[0.16, 0.20], [0.80, 0.84]] {
        let at = |corner: usize, other: usize, t: f32| rear[corner].lerp(rear[other], t) + lift;
        let rail = [at(0, 3, from), at(1, 2, from), at(1, 2, to), at(0, 3, to)];
        made.quad(rail, away, [0.60, 0.61, 0.62]);
    }
}

fn edges(made: &mut Maker, panel: &Panel) {
    let (front, rear) = (panel.corners, behind(panel));
    let middle = (front[0] + front[2]) * 0.5;
    for at in 0..4 {
        let next = (at + 1) % 4;
        let outward = (front[at] + front[next]) * 0.5 - middle;
        made.quad([front[at], front[next], rear[next], rear[at]], outward, EDGE);
    }
}

fn feet(made: &mut Maker, panel: &Panel) {
    match panel.foot {
        Foot::Frame => frame(made, panel, 0.32),
        Foot::BackToBack => frame(made, panel, 0.36),
        Foot::AFrame => prop(made, panel),
        Foot::Truss => truss(made, panel),
        Foot::RollUp => roll(made, panel),
        Foot::Easel => easel(made, panel),
        Foot::OnWall => {}
    }
}

/// On the ground under the foot line, so far to the reader's right and so far before it.
fn on_ground(panel: &Panel, side: f32, front: f32) -> V3 {
    let at = panel.foot_at + panel.side * side + panel.front * front;
    V3 { z: 0.0, ..at }
}

/// Two posts with a foot across each, and a bar between them.
fn frame(made: &mut Maker, panel: &Panel, reach: f32) {
    let half = panel.w / 2.0 - 0.035;
    let top = panel.corners[0].z + 0.02;
    for side in [-half, half] {
        let foot = on_ground(panel, side, 0.0);
        made.beam(foot, foot + V3::UP * top, 0.045, STEEL);
        let bar = V3::UP * 0.025;
        made.beam(
            on_ground(panel, side, -reach) + bar,
            on_ground(panel, side, reach) + bar,
            0.05,
            DARK,
        );
        for end in [-reach, reach] {
            // A brace from the foot to the post.
            let from = on_ground(panel, side, end * 0.75) + bar;
            made.beam(from, foot + V3::UP * 0.28, 0.025, STEEL);
        }
    }
    let bar = V3::UP * 0.2;
    made.beam(
        on_ground(panel, -half, 0.0) + bar,
        on_ground(panel, half, 0.0) + bar,
        0.035,
        STEEL,
    );
}

/// The other half of a roof: legs behind that lean the other way.
fn prop(made: &mut Maker, panel: &Panel) {
    let half = panel.w / 2.0 - 0.04;
    let (top, depth) = (
        panel.corners[0].z,
        2.0 * panel.h * tilt(Foot::AFrame).to_radians().sin(),
    );
    for side in [-half, half] {
        let apex = panel.corners[0].lerp(panel.corners[1], (side + panel.w / 2.0) / panel.w) - panel.normal * 0.03;
        made.beam(V3 { z: top, ..apex }, on_ground(panel, side, -depth), 0.04, WOOD);
        made.beam(on_ground(panel, side, 0.01), apex, 0.035, WOOD);
    }
    let low = V3::UP * 0.35;
    made.beam(
        on_ground(panel, -half, -depth * 0.72) + low,
        on_ground(panel, half, -depth * 0.72) + low,
        0.03,
        WOOD,
    );
}

/// Two towers of four tubes with lacing, a beam above, plates under them.
fn truss(made: &mut Maker, panel: &Panel) {
    const BAR: f32 = 0.026;
    let (half, top) = (panel.w / 2.0 + 0.16, panel.corners[0].z + 0.25);
    let wide = 0.1;
    for side in [-half, half] {
        let plate = on_ground(panel, side, 0.0) + V3::UP * 0.015;
        made.cuboid(plate, panel.side * 0.3, panel.front * 0.3, V3::UP * 0.015, DARK);
        for (a, b) in [(-wide, -wide), (wide, -wide), (wide, wide), (-wide, wide)] {
            let foot = on_ground(panel, side + a, b);
            made.beam(foot, foot + V3::UP * top, BAR, STEEL);
        }
        let steps = (top / 0.32).ceil().max(1.0) as usize;
        for step in 0..steps {
            let z = |part: f32| V3::UP * (top * (step as f32 + part) / steps as f32);
            let flip = if step % 2 == 0 { wide } else { -wide };
            for depth in [-wide, wide] {
                let (from, to) = (
                    on_ground(panel, side - flip, depth),
                    on_ground(panel, side + flip, depth),
                );
                made.beam(from + z(0.0), to + z(1.0), 0.014, STEEL);
            }
        }
    }
    for (depth, low) in [(-wide, 0.0), (wide, 0.0), (0.0, 0.18)] {
        let at = V3::UP * (top - low);
        made.beam(
            on_ground(panel, -half - wide, depth) + at,
            on_ground(panel, half + wide, depth) + at,
            BAR,
            STEEL,
        );
    }
}

/// A cassette on the ground, a pole behind, a rail on top.
fn roll(made: &mut Maker, panel: &Panel) {
    let foot = on_ground(panel, 0.0, 0.0) + V3::UP * 0.05;
    made.cuboid(
        foot,
        panel.side * (panel.w / 2.0 + 0.02),
        panel.front * 0.09,
        V3::UP * 0.05,
        STEEL,
    );
    let pole = on_ground(panel, 0.0, -0.05);
    made.beam(pole, pole + V3::UP * panel.corners[0].z, 0.025, STEEL);
    let (left, right) = (panel.corners[0], panel.corners[1]);
    made.beam(left, right, 0.03, STEEL);
}

/// Two legs before, one behind, a shelf under the board.
fn easel(made: &mut Maker, panel: &Panel) {
    let half = panel.w / 2.0 * 0.7;
    let up = (panel.corners[0] - panel.corners[3]).unit();
    let middle = panel.corners[0].lerp(panel.corners[1], 0.5) + up * 0.12 - panel.normal * 0.03;
    for side in [-half, half] {
        let towards = middle + panel.side * (side * 0.35);
        made.beam(on_ground(panel, side, 0.14), towards, 0.035, WOOD);
    }
    made.beam(middle, on_ground(panel, 0.0, -0.65), 0.035, WOOD);
    let shelf = panel.corners[3].lerp(panel.corners[2], 0.5) - up * 0.02 + panel.normal * 0.01;
    made.cuboid(
        shelf,
        panel.side * (half * 0.95),
        panel.normal * 0.035,
        up * 0.012,
        WOOD,
    );
}
