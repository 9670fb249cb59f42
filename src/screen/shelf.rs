//! Thumbnails on disk, named by a hash of all that decides them: a name that is there is never out of date.
//! The folder may be deleted at any time; what cannot be read is made again.

use super::thumbnails::Thumb;
use crate::base::Digest;
use image::codecs::jpeg::JpegEncoder;
use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    #[error("the thumbnail {name} cannot be kept")]
    Keep {
        name: String,
        #[source]
        source: std::io::Error,
    },
}

const QUALITY: u8 = 88;

pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    pub fn at(folder: &Path) -> Shelf {
        Shelf {
            folder: folder.to_path_buf(),
        }
    }

    fn path(&self, name: &Digest) -> PathBuf {
        self.folder.join(format!("{}.jpg", &name.hex()[..40]))
    }

    pub fn has(&self, name: &Digest) -> bool {
        self.path(name).is_file()
    }

    pub fn take(&self, name: &Digest) -> Option<Thumb> {
        let bytes = std::fs::read(self.path(name)).ok()?;
        let picture = image::load_from_memory_with_format(&bytes, image::ImageFormat::Jpeg).ok()?;
        let rgba = picture.into_rgba8();
        Some(Thumb {
            width: rgba.width(),
            height: rgba.height(),
            rgba: rgba.into_raw(),
        })
    }

    /// Written beside and renamed, so that a reader never sees half a picture.
    pub fn keep(&self, name: &Digest, thumb: &Thumb) -> Result<(), ShelfError> {
        let path = self.path(name);
        let broken = |source| ShelfError::Keep {
            name: path.display().to_string(),
            source,
        };
        let rgb: Vec<u8> = thumb
            .rgba
            .chunks_exact(4)
            .flat_map(|px| [px[0], px[1], px[2]])
            .collect();
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, QUALITY)
            .encode(&rgb, thumb.width, thumb.height, image::ExtendedColorType::Rgb8)
            .map_err(|error| broken(std::io::Error::other(error)))?;
        std::fs::create_dir_all(&self.folder).map_err(broken)?;
        let own = std::process::id();
        let thread = format!("{:?}", std::thread::current().id());
        let number: String = thread.chars().filter(char::is_ascii_digit).collect();
        let beside = path.with_extension(format!("{own}-{number}.part"));
        std::fs::write(&beside, &bytes).map_err(broken)?;
        std::fs::rename(&beside, &path).map_err(broken)
    }
}
