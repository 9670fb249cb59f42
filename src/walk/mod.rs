//! The plaza as visitors see it: a scene as data, the eye in it, the sun over it, and its picture drawn without a graphics
//! card. Metres on the ground as in `plaza`, height upwards. Knows no window: `screen` paints the same scene with egui.

mod body;
mod camera;
mod cloth;
mod ground;
mod light;
mod mask;
mod people;
mod picture;
mod scene;
mod sight;
mod sky;
mod stands;
mod steps;
mod things;
mod trees;
mod triangle;
mod vector;
mod views;
mod wardrobe;

pub use body::{Body, Face, Paint};
pub use camera::{Camera, Eye, NEAR, Vertex};
pub use cloth::{Cloth, Cloths, board_cloth};
pub use ground::{TILE, drift, ground_cloth, outside};
pub use light::Light;
pub use mask::Mask;
pub use picture::{Shot, is_too_near, picture};
pub use scene::{Mark, Panel, Scene, Shade};
pub use sight::{Dazzle, DazzleKind, dazzles, now as dazzle_now};
pub use sky::{sky_cloth, sky_place};
pub use steps::{Obstacles, Pass, Stay, before, tour_of};
pub use vector::{Rgb, V3, mix, smooth, times, v3};
pub use views::{View, gate, views};
pub use wardrobe::{Wardrobe, high_px};

/// Heights of the eye: adult, tall, child or wheelchair.
pub const EYES: [f32; 3] = [1.5, 1.7, 1.2];
