//! Boards that the sun makes hard to read: mirrored off the face, or low behind it.

use super::light::Light;
use super::scene::{Panel, Scene};
use super::vector::{V3, v3};
use crate::base::Day;
use crate::model::{BoardId, Hour, Plaza};
use crate::plaza::READING;

/// Within so many degrees of the mirrored sun a face shines.
const MIRROR: f32 = 24.0;
/// Within so many degrees of the sun one is dazzled.
const BEHIND: f32 = 22.0;
const STEP: u16 = 30;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DazzleKind {
    Glare,
    Backlight,
}

/// A board that is hard to read from one hour to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dazzle {
    pub board: BoardId,
    pub number: usize,
    pub kind: DazzleKind,
    pub from: Hour,
    pub to: Hour,
}

/// What troubles the reader of a panel in this light.
pub fn now(panel: &Panel, light: &Light, scene: &Scene) -> Option<DazzleKind> {
    if !light.has_sun() {
        return None;
    }
    let middle = panel.middle();
    let reader = panel.foot_at + panel.front * READING as f32;
    let reader = v3(reader.x, reader.y, 1.5);
    let is_free = |from: V3| scene.is_lit(from, light, &scene.shades_near(from, light));
    let toward = light.toward;
    let facing = panel.normal.dot(toward);
    let degrees = |a: V3, b: V3| a.unit().dot(b.unit()).clamp(-1.0, 1.0).acos().to_degrees();
    if facing > 0.05 {
        let mirrored = panel.normal * (2.0 * facing) - toward;
        let shines = degrees(mirrored, reader - middle) < MIRROR;
        return (shines && is_free(middle + panel.normal * 0.05)).then_some(DazzleKind::Glare);
    }
    let is_low = degrees(toward, middle - reader) < BEHIND;
    (is_low && is_free(reader)).then_some(DazzleKind::Backlight)
}

/// Over the opening hours of a day, in display sequence. Where nobody has said hours, from eight to six.
pub fn dazzles(scene: &Scene, plaza: &Plaza, day: Day) -> Vec<Dazzle> {
    let venue = &plaza.venue;
    let (opens, closes) = if venue.opens < venue.closes {
        (venue.opens.0, venue.closes.0)
    } else {
        (8 * 60, 18 * 60)
    };
    let hours: Vec<u16> = (opens..=closes).step_by(usize::from(STEP)).collect();
    let lights: Vec<Light> = hours.iter().map(|hour| Light::of(venue, day, Hour(*hour))).collect();
    let mut found = Vec::new();
    for panel in &scene.panels {
        let mut open: Option<Dazzle> = None;
        for (hour, light) in hours.iter().zip(&lights) {
            let kind = now(panel, light, scene);
            match (&mut open, kind) {
                (Some(one), Some(kind)) if one.kind == kind => one.to = Hour(*hour + STEP),
                (_, kind) => {
                    found.extend(open.take());
                    open = kind.map(|kind| Dazzle {
                        board: panel.board,
                        number: panel.number,
                        kind,
                        from: Hour(*hour),
                        to: Hour(*hour + STEP),
                    });
                }
            }
        }
        found.extend(open);
    }
    found
}
