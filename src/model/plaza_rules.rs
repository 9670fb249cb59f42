//! What a plaza must be before it becomes part of a show: numbers that people can mean, boards and pictures that are there.

use super::apply::{settled_point, within};
use super::{Exhibition, Hour, Plaza, Refusal, Venue};
use crate::base::say::ModelSay;
use crate::geom::{Point, size};
use std::sync::Arc;

/// Corners of one outline, things of one venue, stops of one tour: nobody plans more.
const MANY: usize = 20_000;

/// The same plaza where nothing had to be rounded.
///
/// # Errors
/// Refused where a number is out of reach, or a board or picture is not in the show.
pub(super) fn checked_plaza(show: &Exhibition, plaza: &Arc<Plaza>) -> Result<Arc<Plaza>, Refusal> {
    if !plaza.files().all(|file| show.photos.contains_key(&file)) {
        return Err(ModelSay::PhotoUnknown.into());
    }
    let boards: std::collections::BTreeSet<_> = show.boards.iter().map(|board| board.id).collect();
    let mut settled = Plaza::clone(plaza);
    settled.size = size(
        within(plaza.size.w, 0.1..=10_000.0)?,
        within(plaza.size.h, 0.1..=10_000.0)?,
    );
    settled.entrance = settled.entrance.map(settled_point).transpose()?;
    for (board, stand) in &mut settled.places {
        if !boards.contains(board) {
            return Err(ModelSay::BoardGone.into());
        }
        stand.at = settled_point(stand.at)?;
        stand.facing = turned(stand.facing)?;
    }
    settle_venue(&mut settled.venue)?;
    for stop in settled.tours.iter_mut().flat_map(|tour| &mut tour.stops) {
        if !boards.contains(&stop.board) {
            return Err(ModelSay::BoardGone.into());
        }
        stop.seconds = stop
            .seconds
            .map(|seconds| within(seconds, 0.0..=86_400.0))
            .transpose()?;
    }
    for mark in &mut settled.bookmarks {
        mark.at = settled_point(mark.at)?;
        mark.eye = within(mark.eye, 0.1..=100.0)?;
        mark.heading = turned(mark.heading)?;
        mark.pitch = within(mark.pitch, -90.0..=90.0)?;
    }
    settled.reading = within(settled.reading, 10.0..=5_000.0)?;
    Ok(if settled == **plaza {
        plaza.clone()
    } else {
        Arc::new(settled)
    })
}

fn settle_venue(venue: &mut Venue) -> Result<(), Refusal> {
    settle_points(&mut venue.outline)?;
    if crosses_itself(&venue.outline) {
        return Err(ModelSay::OutlineCrosses.into());
    }
    if venue.things.len() > MANY {
        return Err(ModelSay::NumberOutOfReach.into());
    }
    for thing in &mut venue.things {
        settle_points(&mut thing.points)?;
        thing.width = within(thing.width, 0.0..=1_000.0)?;
        thing.height = within(thing.height, 0.0..=1_000.0)?;
    }
    venue.north = turned(venue.north)?;
    venue.latitude = venue
        .latitude
        .map(|degrees| within(degrees, -90.0..=90.0))
        .transpose()?;
    venue.longitude = venue
        .longitude
        .map(|degrees| within(degrees, -180.0..=180.0))
        .transpose()?;
    venue.wind = venue.wind.map(turned).transpose()?;
    if let Some(sketch) = &mut venue.sketch {
        sketch.at = settled_point(sketch.at)?;
        sketch.turn = turned(sketch.turn)?;
        sketch.opacity = within(sketch.opacity, 0.0..=1.0)?;
        // Finer than the usual rounding: the scale of a picture of many pixels.
        if !(1e-6..=1e3).contains(&sketch.scale) {
            return Err(ModelSay::NumberOutOfReach.into());
        }
    }
    for hour in [&mut venue.opens, &mut venue.closes] {
        *hour = Hour(hour.0.min(24 * 60));
    }
    Ok(())
}

/// Two sides that go through each other, or fewer than three corners: no ground.
pub fn crosses_itself(outline: &[Point]) -> bool {
    let count = outline.len();
    if (1..3).contains(&count) {
        return true;
    }
    let side = |p: Point, q: Point, at: Point| (q.x - p.x) * (at.y - p.y) - (q.y - p.y) * (at.x - p.x);
    let ends = |at: usize| (outline[at], outline[(at + 1) % count]);
    let meet = |one: usize, other: usize| {
        let ((a, b), (c, d)) = (ends(one), ends(other));
        side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
    };
    (0..count).any(|one| (one + 2..count).any(|other| meet(one, other)))
}

fn settle_points(points: &mut [Point]) -> Result<(), Refusal> {
    if points.len() > MANY {
        return Err(ModelSay::NumberOutOfReach.into());
    }
    for at in points {
        *at = settled_point(*at)?;
    }
    Ok(())
}

fn turned(degrees: f64) -> Result<f64, Refusal> {
    Ok(within(degrees, -36_000.0..=36_000.0)?.rem_euclid(360.0))
}
