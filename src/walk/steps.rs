//! Walking: what one cannot walk through, where one stands to read, the way of a tour.

use super::camera::Eye;
use super::scene::Panel;
use super::things::flat;
use super::vector::{V3, v3};
use crate::model::{Board, BoardId, Exhibition, Plaza, Tour};
use crate::plaza::route;
use std::sync::Arc;

/// Shoulders of somebody who walks.
const BODY: f32 = 0.28;
/// So far outside the plaza one may still walk.
const OUTSIDE: f32 = 12.0;

/// Lines and posts, each with half its thickness.
#[derive(Clone, Debug, Default)]
pub struct Obstacles {
    lines: Vec<([V3; 2], f32)>,
}

impl Obstacles {
    pub fn segment(&mut self, from: V3, to: V3, half: f32) {
        self.lines.push(([from, to], half));
    }

    pub fn circle(&mut self, at: V3, radius: f32) {
        self.lines.push(([at, at], radius));
    }

    pub fn is_free(&self, at: V3, body: f32) -> bool {
        self.lines
            .iter()
            .all(|(line, half)| (at - nearest(line, at)).length() >= half + body)
    }

    /// Where one gets from a place towards another: along what stands in the way, never through it.
    pub fn slide(&self, from: V3, to: V3, size: [f32; 2]) -> V3 {
        let way = to - from;
        let length = way.length();
        if length <= 0.0 || !way.is_finite() {
            return from;
        }
        let count = (length / 0.08).ceil().min(400.0) as usize;
        let near: Vec<&([V3; 2], f32)> = self
            .lines
            .iter()
            .filter(|(line, half)| (from - nearest(line, from)).length() < half + BODY + length)
            .collect();
        let mut here = from;
        for _ in 0..count {
            let mut next = here + way * (1.0 / count as f32);
            for _ in 0..3 {
                for (line, half) in &near {
                    let away = v3(next.x, next.y, 0.0) - nearest(line, next);
                    let gap = away.length();
                    if gap < half + BODY && gap > 1e-5 {
                        next = next + away * ((half + BODY - gap) / gap);
                    }
                }
            }
            // Between two that are too close there is no way.
            if near
                .iter()
                .any(|(line, half)| (flat_of(next) - nearest(line, next)).length() < half + BODY - 0.02)
            {
                break;
            }
            here = next;
        }
        v3(
            here.x.clamp(-OUTSIDE, size[0] + OUTSIDE),
            here.y.clamp(-OUTSIDE, size[1] + OUTSIDE),
            from.z,
        )
    }
}

fn flat_of(p: V3) -> V3 {
    v3(p.x, p.y, 0.0)
}

fn nearest([a, b]: &[V3; 2], p: V3) -> V3 {
    let way = *b - *a;
    let length = way.dot(way);
    let p = flat_of(p);
    if length < 1e-9 {
        return *a;
    }
    *a + way * ((p - *a).dot(way) / length).clamp(0.0, 1.0)
}

/// Standing before a board at reading distance, its middle straight ahead.
pub fn before(panel: &Panel, height: f32) -> Eye {
    let away = (1.72 * panel.h).max(1.1 * panel.w).clamp(1.5, 6.0);
    let at = panel.foot_at + panel.front * away;
    let eye = Eye {
        at: v3(at.x, at.y, height),
        heading: 0.0,
        pitch: 0.0,
    };
    eye.looking_at(panel.middle())
}

/// A stop of a tour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stay {
    pub board: BoardId,
    pub seconds: f32,
}

/// The way to one stop.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    pub points: Vec<V3>,
    pub stay: Stay,
}

/// As long as a board's text takes to read aloud to oneself.
fn reading(board: &Board, per_minute: f64) -> f32 {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    let count: usize = texts.map(|text| text.source.to_plain().chars().count()).sum();
    let per_minute = if per_minute.is_finite() {
        per_minute.max(60.0)
    } else {
        crate::model::USUAL_READING
    };
    ((count as f64 / per_minute * 60.0) as f32).clamp(4.0, 240.0)
}

/// The visitors' way, or the stops of one tour in their order.
pub fn tour_of(exhibition: &Exhibition, plaza: &Plaza, tour: Option<&Tour>) -> Vec<Pass> {
    let mut show = exhibition.clone();
    let mut count = usize::MAX;
    if let Some(tour) = tour {
        let stops: Vec<BoardId> = tour.stops.iter().map(|stop| stop.board).collect();
        let rest = exhibition.order.iter().filter(|id| !stops.contains(id)).copied();
        count = stops.iter().filter(|id| plaza.places.contains_key(id)).count();
        show.order = Arc::new(stops.iter().copied().chain(rest).collect());
    }
    let seconds = |id: BoardId| {
        let stop = tour.and_then(|tour| tour.stops.iter().find(|stop| stop.board == id));
        let said = stop.and_then(|stop| stop.seconds).filter(|seconds| seconds.is_finite());
        let read = || exhibition.board(id).map_or(4.0, |board| reading(board, plaza.reading));
        said.map_or_else(read, |seconds| seconds.clamp(0.0, 3600.0) as f32)
    };
    let legs = route(&show, plaza).into_iter().take(count);
    legs.map(|leg| Pass {
        points: leg.points.iter().map(|p| flat(*p)).filter(|p| p.is_finite()).collect(),
        stay: Stay {
            board: leg.to,
            seconds: seconds(leg.to),
        },
    })
    .collect()
}
