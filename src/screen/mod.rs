//! egui painting of boards and plaza: textures made by workers, the canvas picture, the walk. Knows frames; changes no show.

mod canvas;
mod cover;
mod pictures;
mod sheets;
mod shelf;
pub mod thumbnails;
mod walk;

pub use canvas::{CanvasPicture, Shown, Want};
pub use pictures::Pictures;
pub use sheets::Look;
pub use shelf::ShelfError;
pub use walk::{Textures, WalkPainter};
