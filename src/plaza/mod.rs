//! Where the boards stand: geometry of stands, arranging a whole show, what is wrong with a plan, the plan as a sheet.
//! Metres on the ground, y down (south); knows sizes of boards, not what is on them. No pixels, no window.

mod arrange;
mod faults;
mod geometry;
pub mod ground;
mod order;
mod plan;
mod route;
mod sun;

pub use arrange::{Arrangement, Way, arrange, arrange_command, arrange_with};
pub use faults::findings;
pub use geometry::distance;
pub use geometry::{DEPTH, Guide, Snapped, along, depth, facing_vector, footprint, hit, lift, snap, stand_bounds};
pub use order::order_from_places;
pub use plan::{plan_frame, plan_frame_in};
pub use route::{Leg, READING, entrance, on_edge, route};
pub use sun::{Sun, sun, sun_over};

/// Two people pass each other and a third stands reading: the width a way between boards must have, in metres.
pub const LEAST_AISLE: f64 = 2.4;

/// Diameter of the circle in which a wheelchair turns, in metres (GB 50763: 1.50 m).
pub const TURNING: f64 = 1.5;
