//! egui painting of boards and plaza: textures made by workers, the canvas picture, the walk. Knows frames; changes no show.

mod canvas;
mod pictures;
mod shelf;
pub mod thumbnails;
mod walk;

pub use canvas::{CanvasPicture, Shown, Want};
pub use pictures::Pictures;
pub use shelf::ShelfError;
pub use walk::{Textures, WalkPainter};
