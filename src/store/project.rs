//! One project folder, open for work: `NAME.zhanban/` with `project.db`, `media/`, backups. Saving runs on its own thread.

use crate::base::{Finding, Say};
use crate::media::Library;
use crate::model::Exhibition;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Everything a person can mend, as a sentence in their language (`StoreSay`).
    #[error("{}", .0.text(crate::base::Lang::En))]
    Told(Say, #[source] Option<Box<dyn std::error::Error + Send + Sync>>),
}

/// A project just opened: the show as it was left, and what had to be mended on the way.
pub struct Opened {
    pub project: Project,
    pub exhibition: Exhibition,
    pub findings: Vec<Finding>,
}

/// What the title bar says.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    Saved,
    Saving,
    /// Kept in memory, tried again every 2 s.
    Failed(Say),
    ReadOnly(Say),
}

pub struct Project {
    folder: PathBuf,
}

impl Project {
    /// A new folder; refuses one that exists.
    pub fn create(folder: &Path, exhibition: &Exhibition) -> Result<Project, StoreError> {
        let _ = exhibition;
        Ok(Project {
            folder: folder.to_path_buf(),
        })
    }

    /// Opens and recovers. A read-only disk, a newer format or another window give a project that cannot save
    /// (`SaveState::ReadOnly`), never an error.
    pub fn open(folder: &Path) -> Result<Opened, StoreError> {
        let _ = folder;
        unimplemented!()
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn library(&self) -> Library {
        Library::open(&self.folder.join("media"))
    }

    /// Hands the state to the writer thread and returns at once; states that come quickly are merged, the last one
    /// is on disk within 1 s.
    pub fn save(&self, exhibition: &Exhibition) {
        let _ = exhibition;
    }

    pub fn state(&self) -> SaveState {
        SaveState::Saved
    }

    /// Waits until everything handed over is on disk; an error says why it is not.
    pub fn flush(&self) -> Result<(), StoreError> {
        Ok(())
    }

    /// Makes revisions of everything that changed since the last ones: hand-in, import, export, quitting.
    pub fn checkpoint(&self, exhibition: &Exhibition, reason: &str) -> Result<(), StoreError> {
        let _ = (exhibition, reason);
        Ok(())
    }
}
