//! Boards as small pictures that papers show: drawn once, kept as JPEG in a folder of their own that goes when they go.

use super::jpeg_of;
use crate::base::{Digest, PhotoFacts, Progress};
use crate::export::{Boards, ExportError, Sources};
use crate::media::Library;
use crate::model::{Board, BoardId};
use crate::raster::{Ink, Photos, View, draw};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

pub struct Thumbs {
    _folder: tempfile::TempDir,
    library: Library,
    by_board: BTreeMap<BoardId, Arc<PhotoFacts>>,
}

impl Thumbs {
    /// So many pixels along the longer side, at this JPEG quality; `folder` is where there is room.
    pub fn of(
        boards: &Boards<'_>,
        sources: &Sources,
        longest_px: u32,
        quality: u8,
        folder: &Path,
        progress: &Progress,
    ) -> Result<Thumbs, ExportError> {
        let unwritable = |source| ExportError::Write {
            file: folder.to_path_buf(),
            source,
        };
        let own = tempfile::Builder::new()
            .prefix(".zhanban-")
            .tempdir_in(folder)
            .map_err(unwritable)?;
        let library = Library::open(own.path());
        let ink = ink_of(sources);
        progress.set_total(boards.boards.len() as u64);
        let draw_one = |board: &Arc<Board>| {
            if progress.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            let bytes = small_picture(boards, board, &ink, longest_px, quality);
            let facts = library
                .add_bytes(&format!("{}.jpg", board.code), &bytes)
                .map_err(|error| ExportError::Build(error.to_string()))?;
            progress.advance(1);
            Ok((board.id, Arc::new(facts)))
        };
        let by_board: BTreeMap<BoardId, Arc<PhotoFacts>> = boards
            .boards
            .par_iter()
            .map(draw_one)
            .collect::<Result<_, ExportError>>()?;
        Ok(Thumbs {
            _folder: own,
            library,
            by_board,
        })
    }

    pub fn get(&self, board: BoardId) -> Option<&PhotoFacts> {
        self.by_board.get(&board).map(|facts| &**facts)
    }

    /// Of all files together.
    pub fn bytes(&self) -> u64 {
        self.by_board.values().map(|facts| facts.bytes).sum()
    }

    /// What a PDF of sheets with these pictures reads.
    pub fn sources(&self, sources: &Sources) -> Sources {
        let photos: BTreeMap<Digest, Arc<PhotoFacts>> = self
            .by_board
            .values()
            .map(|facts| (facts.digest, facts.clone()))
            .collect();
        Sources {
            library: self.library.clone(),
            photos: Arc::new(photos),
            ..sources.clone()
        }
    }
}

/// A board as a JPEG, so many pixels along its longer side.
pub fn small_picture(boards: &Boards<'_>, board: &Arc<Board>, ink: &Ink, longest_px: u32, quality: u8) -> Vec<u8> {
    let laid = boards.cache.look(boards.exhibition, board, boards.script);
    let longer = laid.frame.size.w.max(laid.frame.size.h);
    let view = View::whole(&laid.frame, f64::from(longest_px) / longer * 25.4);
    jpeg_of(&draw(&laid.frame, &view, ink, Photos::Wait), quality)
}

pub fn ink_of(sources: &Sources) -> Ink {
    Ink {
        fonts: sources.fonts.clone(),
        library: sources.library.clone(),
        proof: sources.proof.clone(),
        photos: sources.photos.clone(),
        lens: None,
    }
}
