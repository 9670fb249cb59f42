//! The write-once folder of photos, `ab/<sha256>.<ext>`, and the upright sRGB pixels made from them.

use crate::base::{Digest, PhotoFacts};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Upright pixels in sRGB, 8 bits, no padding; alpha only where the file has it (straight, not premultiplied).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    /// `width * height * 4` bytes.
    pub rgba: Vec<u8>,
}

#[derive(Debug, thiserror::Error)]
pub enum MediaError {
    #[error("the photo {name} cannot be read")]
    Read {
        name: String,
        #[source]
        source: std::io::Error,
    },
    #[error("the photo {name} cannot be stored")]
    Store {
        name: String,
        #[source]
        source: std::io::Error,
    },
}

/// A show's photos on disk, with mips kept in memory within a budget. Cheap to clone; used from many threads.
#[derive(Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
}

impl Library {
    /// Makes the folder at the first `add`; never fails, because a missing photo is a placeholder.
    pub fn open(folder: &Path) -> Library {
        Library {
            shared: Arc::new(Shared {
                folder: folder.to_path_buf(),
            }),
        }
    }

    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// Copies a photo in under its hash (streamed, synced, renamed) and finds out what it is. A file that is no
    /// sound picture is kept all the same: `PhotoFacts::state` says what is wrong. Only the disk can refuse.
    pub fn add_file(&self, file: &Path) -> Result<PhotoFacts, MediaError> {
        let bytes = std::fs::read(file).map_err(|source| MediaError::Read {
            name: file.display().to_string(),
            source,
        })?;
        self.add_bytes(&file.file_name().unwrap_or_default().to_string_lossy(), &bytes)
    }

    /// The same for bytes in memory: pasted pictures, packages.
    pub fn add_bytes(&self, name: &str, bytes: &[u8]) -> Result<PhotoFacts, MediaError> {
        let _ = (name, bytes);
        unimplemented!()
    }

    /// Where the photo's file lies; it may be missing.
    pub fn path(&self, facts: &PhotoFacts) -> PathBuf {
        let _ = facts;
        unimplemented!()
    }

    /// The whole original file.
    pub fn bytes(&self, facts: &PhotoFacts) -> Result<Vec<u8>, MediaError> {
        let _ = facts;
        unimplemented!()
    }

    /// Upright sRGB pixels, the smallest mip whose longer side has at least `longest_px` (the full size if none has).
    /// `None` where nothing can be shown; `grey` gives them as luminance. Decodes on the calling thread.
    pub fn pixels(&self, facts: &PhotoFacts, longest_px: u32, grey: bool) -> Option<Arc<Pixels>> {
        let _ = (facts, longest_px, grey);
        None
    }

    /// The same if it lies ready in memory.
    pub fn pixels_at_hand(&self, digest: Digest, longest_px: u32, grey: bool) -> Option<Arc<Pixels>> {
        let _ = (digest, longest_px, grey);
        None
    }
}
