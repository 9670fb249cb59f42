//! Where the boards stand: geometry of stands, arranging a whole show, what is wrong with a plan.
//! Metres on the ground, y down (south); knows sizes of boards, not what is on them. No pixels, no window.

mod arrange;
mod faults;
mod geometry;
mod order;
mod route;

pub use arrange::{Arrangement, Way, arrange, arrange_command, arrange_with};
pub use faults::findings;
pub use geometry::distance;
pub use geometry::{DEPTH, Guide, Snapped, along, facing_vector, footprint, hit, snap, stand_bounds};
pub use order::order_from_places;
pub use route::{Leg, READING, entrance, on_edge, route};

/// Two people pass each other and a third stands reading: the width a way between boards must have, in metres.
pub const LEAST_AISLE: f64 = 2.4;
