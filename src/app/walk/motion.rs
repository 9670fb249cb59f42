//! How the eye gets about: by keys, to a place that was clicked, along a tour. Still when nothing moves it.

use super::WalkPane;
use crate::model::{Exhibition, Plaza};
use crate::walk::{EYES, Eye, Pass, Scene, V3, tour_of, v3};

/// Metres a second: strolling, and in a hurry.
const STROLL: f32 = 2.2;
const HURRY: f32 = 6.0;
/// Degrees a second.
const TURN: f32 = 80.0;
/// Visitors between two stops.
const TOUR: f32 = 1.3;

pub enum Motion {
    Still,
    /// To a place on the ground.
    To(V3),
    Tour(Tour),
}

pub struct Tour {
    passes: Vec<Pass>,
    at: usize,
    /// Metres walked of the way to that stop.
    walked: f32,
    /// Seconds still to stay there.
    left: f32,
    pub is_paused: bool,
}

/// What the keys say: ahead, aside, turning right; from -1 to 1.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Push {
    pub ahead: f32,
    pub aside: f32,
    pub turn: f32,
    pub is_fast: bool,
}

impl Push {
    pub fn is_any(&self) -> bool {
        self.ahead != 0.0 || self.aside != 0.0 || self.turn != 0.0
    }
}

impl WalkPane {
    pub fn play(&mut self, exhibition: &Exhibition, plaza: &Plaza) {
        if let Motion::Tour(tour) = &mut self.motion {
            tour.is_paused ^= true;
            return;
        }
        let chosen = self.tour.checked_sub(1).and_then(|at| plaza.tours.get(at));
        let mut passes = tour_of(exhibition, plaza, chosen);
        passes.retain(|pass| pass.points.len() >= 2);
        if passes.is_empty() {
            return;
        }
        self.motion = Motion::Tour(Tour {
            passes,
            at: 0,
            walked: 0.0,
            left: 0.0,
            is_paused: false,
        });
    }

    pub fn is_playing(&self) -> bool {
        matches!(&self.motion, Motion::Tour(tour) if !tour.is_paused)
    }

    /// One frame on; `true` while there is more to come.
    pub fn advance(&mut self, plaza: &Plaza, scene: &Scene, push: Push, seconds: f32) -> bool {
        let mut eye = self.eye(plaza);
        eye.at.z = EYES[self.height];
        if push.is_any() {
            self.motion = Motion::Still;
            eye = pushed(eye, scene, push, seconds);
            self.eyes.insert(plaza.id, eye);
            return true;
        }
        let goes_on = match &mut self.motion {
            Motion::Still => false,
            Motion::To(target) => {
                let way = v3(target.x - eye.at.x, target.y - eye.at.y, 0.0);
                // Far places are reached in about two seconds as well.
                let speed = (way.length() / 1.2).clamp(STROLL, 14.0);
                let step = (speed * seconds).min(way.length());
                let next = scene.obstacles.slide(eye.at, eye.at + way.unit() * step, scene.size);
                let gone = (next - eye.at).length();
                eye.at = next;
                way.length() > 0.06 && gone > step * 0.1
            }
            Motion::Tour(tour) => tour.advance(&mut eye, scene, seconds * self.pace as f32),
        };
        if !goes_on && !matches!(self.motion, Motion::Tour(_)) {
            self.motion = Motion::Still;
        }
        if matches!(&self.motion, Motion::Tour(tour) if tour.at >= tour.passes.len()) {
            self.motion = Motion::Still;
        }
        self.eyes.insert(plaza.id, eye);
        goes_on
    }
}

fn pushed(mut eye: Eye, scene: &Scene, push: Push, seconds: f32) -> Eye {
    eye.heading = (eye.heading + push.turn * TURN * seconds).rem_euclid(360.0);
    let way = eye.ahead() * push.ahead + eye.right() * push.aside;
    if way.length() > 0.01 {
        let speed = if push.is_fast { HURRY } else { STROLL };
        eye.at = scene
            .obstacles
            .slide(eye.at, eye.at + way.unit() * (speed * seconds), scene.size);
    }
    eye
}

impl Tour {
    fn advance(&mut self, eye: &mut Eye, scene: &Scene, seconds: f32) -> bool {
        if self.is_paused {
            return false;
        }
        let Some(pass) = self.passes.get(self.at) else {
            return false;
        };
        let board = scene.panel_of(pass.stay.board);
        let length = length_of(&pass.points);
        if self.walked < length {
            self.walked += TOUR * seconds;
            let (at, way) = along(&pass.points, self.walked.min(length));
            eye.at = v3(at.x, at.y, eye.at.z);
            let near = length - self.walked < 1.6;
            let aim = match board.filter(|_| near) {
                Some(board) => board.middle(),
                None => eye.at + way * 5.0,
            };
            *eye = towards(*eye, aim, seconds);
            self.left = pass.stay.seconds;
        } else {
            if let Some(board) = board {
                *eye = towards(*eye, board.middle(), seconds);
            }
            self.left -= seconds;
            if self.left <= 0.0 {
                self.at += 1;
                self.walked = 0.0;
            }
        }
        self.at < self.passes.len()
    }

    /// Stop and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        ((self.at + 1).min(self.passes.len()), self.passes.len())
    }
}

/// Turns the head, not faster than a head turns.
fn towards(eye: Eye, aim: V3, seconds: f32) -> Eye {
    let wish = eye.looking_at(aim);
    let turn = (wish.heading - eye.heading + 540.0).rem_euclid(360.0) - 180.0;
    let part = (seconds * 3.0).min(1.0);
    Eye {
        heading: (eye.heading + turn * part).rem_euclid(360.0),
        pitch: eye.pitch + (wish.pitch - eye.pitch) * part,
        ..eye
    }
}

fn length_of(points: &[V3]) -> f32 {
    points.windows(2).map(|ends| (ends[1] - ends[0]).length()).sum()
}

/// The place so far along, and the way there.
fn along(points: &[V3], mut walked: f32) -> (V3, V3) {
    for ends in points.windows(2) {
        let step = ends[1] - ends[0];
        let length = step.length();
        if walked <= length && length > 1e-4 {
            return (ends[0] + step * (walked / length), step.unit());
        }
        walked -= length;
    }
    (points.last().copied().unwrap_or_default(), v3(0.0, -1.0, 0.0))
}
