//! Tours: how long they take, how far they lead, which way past every board is short.

use super::ground::length;
use super::route::{Leg, entrance, legs, reader};
use super::score::walked;
use super::walk::Walk;
use crate::geom::Point;
use crate::model::{Board, BoardId, Exhibition, Plaza, Stop, Tour};

/// People stroll between boards at so many metres a second.
pub const STROLL: f64 = 1.0;
/// Nobody gives a board less, in seconds.
const GLANCE: f64 = 10.0;
/// Up to so many boards distances are measured on foot; beyond them, as the crow flies.
const ON_FOOT: usize = 400;

/// One stop as the guide needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    pub board: BoardId,
    /// From the stop before.
    pub metres: f64,
    /// Since the tour began, when people come to stand here.
    pub at: f64,
    pub seconds: f64,
    pub speech: String,
}

/// A whole tour, measured.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walked {
    pub legs: Vec<Leg>,
    pub cues: Vec<Cue>,
    pub metres: f64,
    pub seconds: f64,
}

/// As long as the board's own words take to read standing, in seconds.
pub fn reading_seconds(board: &Board, plaza: &Plaza) -> f64 {
    let texts = board.elements.iter().filter(|element| !element.is_hidden);
    let letters: usize = texts
        .flat_map(|element| element.texts())
        .map(|text| text.source.to_plain().chars().filter(|c| !c.is_whitespace()).count())
        .sum();
    (letters as f64 / plaza.reading * 60.0).max(GLANCE).round()
}

pub fn stop_seconds(exhibition: &Exhibition, plaza: &Plaza, stop: &Stop) -> f64 {
    let own = || exhibition.board(stop.board).map(|board| reading_seconds(board, plaza));
    stop.seconds.or_else(own).unwrap_or(0.0)
}

/// Stops that have no place here are passed over.
pub fn measured(exhibition: &Exhibition, plaza: &Plaza, tour: &Tour) -> Walked {
    let stops: Vec<&Stop> = tour
        .stops
        .iter()
        .filter(|stop| plaza.places.contains_key(&stop.board))
        .collect();
    let boards: Vec<BoardId> = stops.iter().map(|stop| stop.board).collect();
    let legs = legs(exhibition, plaza, &boards);
    let mut walked_so_far = Walked::default();
    for (leg, stop) in legs.iter().zip(stops) {
        let metres = walked(std::slice::from_ref(leg));
        let seconds = stop_seconds(exhibition, plaza, stop);
        let at = walked_so_far.seconds + metres / STROLL;
        walked_so_far.cues.push(Cue {
            board: stop.board,
            metres,
            at,
            seconds,
            speech: stop.speech.clone(),
        });
        walked_so_far.metres += metres;
        walked_so_far.seconds = at + seconds;
    }
    Walked { legs, ..walked_so_far }
}

/// A short way past every board that stands here: the better of the display sequence and the nearest next one, both made
/// shorter by turning stretches round (2-opt) until no turn helps.
pub fn proposed(exhibition: &Exhibition, plaza: &Plaza) -> Vec<BoardId> {
    let boards: Vec<BoardId> = exhibition
        .order
        .iter()
        .filter(|id| plaza.places.contains_key(id))
        .copied()
        .collect();
    let Some(start) = entrance(exhibition, plaza) else {
        return boards;
    };
    let mut points: Vec<Point> = boards.iter().map(|id| reader(plaza, &plaza.places[id])).collect();
    points.push(start);
    let far = distances(exhibition, plaza, &points);
    let count = boards.len();
    let in_order: Vec<usize> = (0..count).collect();
    let best = [in_order, nearest_next(&far, count)]
        .into_iter()
        .map(|order| two_opt(&far, order))
        .min_by(|a, b| total(&far, a).total_cmp(&total(&far, b)));
    best.unwrap_or_default().into_iter().map(|at| boards[at]).collect()
}

/// From each point to each; the last one is the entrance.
fn distances(exhibition: &Exhibition, plaza: &Plaza, points: &[Point]) -> Vec<Vec<f64>> {
    let straight = |from: &Point| points.iter().map(|to| length(*from, *to)).collect::<Vec<f64>>();
    if points.len() > ON_FOOT {
        return points.iter().map(straight).collect();
    }
    let walk = Walk::new(exhibition, plaza);
    let on_foot = |from: &Point| {
        let found = walk.grid().distances(*from, points);
        // Squares know no distance shorter than themselves; where there is no way at all, the crow's will do.
        let each = found.iter().zip(straight(from));
        each.map(|(far, least)| if far.is_finite() { far.max(least) } else { least })
            .collect()
    };
    points.iter().map(on_foot).collect()
}

fn total(far: &[Vec<f64>], order: &[usize]) -> f64 {
    let gate = far.len() - 1;
    let mut here = gate;
    let mut sum = 0.0;
    for next in order {
        sum += far[here][*next];
        here = *next;
    }
    sum
}

fn nearest_next(far: &[Vec<f64>], count: usize) -> Vec<usize> {
    let mut rest: Vec<usize> = (0..count).collect();
    let mut order = Vec::with_capacity(count);
    let mut here = far.len() - 1;
    while !rest.is_empty() {
        let at = (0..rest.len()).min_by(|a, b| far[here][rest[*a]].total_cmp(&far[here][rest[*b]]));
        here = rest.remove(at.unwrap_or(0));
        order.push(here);
    }
    order
}

/// The end is free: nobody walks back to the gate.
fn two_opt(far: &[Vec<f64>], mut order: Vec<usize>) -> Vec<usize> {
    let gate = far.len() - 1;
    for _ in 0..SWEEPS {
        let mut is_better = false;
        for from in 0..order.len().saturating_sub(1) {
            let before = if from == 0 { gate } else { order[from - 1] };
            for to in from + 1..order.len() {
                let (first, last) = (order[from], order[to]);
                let after = order.get(to + 1);
                let old = far[before][first] + after.map_or(0.0, |after| far[last][*after]);
                let new = far[before][last] + after.map_or(0.0, |after| far[first][*after]);
                if new + 1e-9 < old {
                    order[from..=to].reverse();
                    is_better = true;
                    break;
                }
            }
        }
        if !is_better {
            break;
        }
    }
    order
}

/// Enough for any plan: each sweep that helps makes the way shorter, and few do after the first ten.
const SWEEPS: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_that_goes_to_and_fro_is_straightened() {
        let at = [5.0_f64, 1.0, 4.0, 2.0, 3.0, 0.0];
        let far: Vec<Vec<f64>> = at.iter().map(|a| at.iter().map(|b| (a - b).abs()).collect()).collect();
        let order = two_opt(&far, vec![0, 1, 2, 3, 4]);
        assert_eq!((total(&far, &order), order.len()), (5.0, 5));
    }
}
