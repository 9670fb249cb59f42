//! egui painting of boards and plaza: textures made by workers, the canvas picture. Knows frames; changes no show.

mod pictures;

pub use pictures::Pictures;
