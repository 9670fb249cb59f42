//! Pictures of boards and photos as textures, made on worker threads and kept while they are in use.

use crate::layout::LayoutCache;
use crate::model::{Board, Exhibition};
use crate::raster::Ink;
use std::path::PathBuf;
use std::sync::Arc;

pub struct Pictures {}

impl Pictures {
    /// `folder` keeps thumbnails between starts, named by a hash of all that decides the picture; may be deleted any time.
    pub fn new(ctx: &egui::Context, cache: Arc<LayoutCache>, ink: Ink, folder: Option<PathBuf>) -> Pictures {
        let (_, _, _, _) = (ctx, cache, ink, folder);
        Pictures {}
    }

    /// The board's picture about this high in physical pixels. What is at hand comes back at once (an older picture
    /// while the new one is made); `None` before the first. Asks for a repaint when a better one is there.
    pub fn board(&self, exhibition: &Exhibition, board: &Arc<Board>, height_px: u32) -> Option<egui::TextureId> {
        let (_, _, _) = (exhibition, board, height_px);
        None
    }

    /// A photo, upright, its longer side about this long in physical pixels.
    pub fn photo(&self, facts: &Arc<crate::base::PhotoFacts>, longest_px: u32) -> Option<egui::TextureId> {
        let (_, _) = (facts, longest_px);
        None
    }

    /// No picture is being made and none waits.
    pub fn is_idle(&self) -> bool {
        true
    }
}
