//! Where the boards stand: the ground, geometry of stands, arranging a whole show, order and tours, sun and legibility,
//! what is wrong with a plan.
//! Metres on the ground, y down (south); knows sizes of boards and, for legibility alone, their frames. No pixels, no window.

mod arrange;
mod bays;
mod faults;
mod fill;
mod fit;
mod forms;
mod geometry;
pub mod ground;
mod legible;
mod lines;
mod order;
mod paths;
mod route;
mod rows;
mod score;
mod shapes;
mod sun;
mod tour;
mod walk;

pub use arrange::{Arrangement, Form, Way, arrange, arrange_command, arrange_with};
pub use faults::{findings, is_free, name_of};
pub use fit::{Fitted, Sights, fit, is_given};
pub use geometry::{
    DEPTH, Guide, Snapped, along, bounds, depth, distance, facing_vector, footprint, hit, lift, snap, stand_bounds,
};
pub use legible::{BlockSeen, BoardSeen, LEAST_EM, Level, STOOP, Screen, legibility, sight, sights};
pub use order::{OrderBy, order_by_rows, order_from_places, ordered};
pub use route::{Leg, READING, entrance, legs, on_edge, reader, route, visit};
pub use rows::{Row, rows_of};
pub use score::{Score, Variant, advice, bearing, exposed, in_low_sun, pins_that_meet, variants, walked};
pub use shapes::{hatched, triangles};
pub use sun::{Sun, sun, sun_over};
pub use tour::{Cue, STROLL, Walked, measured, proposed, reading_seconds, stop_seconds};

/// Two people pass each other and a third stands reading: the width a way between boards must have, in metres.
pub const LEAST_AISLE: f64 = 2.4;

/// Diameter of the circle in which a wheelchair turns, in metres (GB 50763: 1.50 m).
pub const TURNING: f64 = 1.5;
