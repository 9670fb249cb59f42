//! The venue: its edge, what stands on it, the picture below, light and wind. Its tools on the plan and its panel.

mod conditions;
pub mod deeds;
pub mod paint;
mod panel;
pub mod say;
mod sketch;
pub mod tool;

pub use panel::venue_ui;

use crate::geom::Point;
use tool::Chosen;

/// What the person at the desk does to the ground.
#[derive(Default)]
pub struct Editing {
    pub chosen: Chosen,
    /// A hand on free ground moves the picture below.
    pub moves_sketch: bool,
    /// Two points of the picture whose distance is asked.
    pub scale: Option<[Point; 2]>,
}
