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
/// Bytes of pictures that stay; some 20 shows of 200 boards and their photos.
const MOST: u64 = 400 << 20;

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

    /// Lets go of the oldest pictures, and of what a stopped program left half written, until the rest fits.
    pub fn shed(&self) {
        shed(&self.folder, MOST);
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

fn shed(folder: &Path, most: u64) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let about = entry.metadata().ok().filter(|about| about.is_file())?;
            Some((about.modified().ok()?, about.len(), entry.path()))
        })
        .collect();
    let mut bytes: u64 = files.iter().map(|(_, length, _)| length).sum();
    files.sort();
    let an_hour_ago = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for (modified, length, file) in files {
        let is_left = file.extension().is_some_and(|end| end == "part") && modified < an_hour_ago;
        if (bytes > most || is_left) && std::fs::remove_file(file).is_ok() {
            bytes -= length;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thumb(tone: u8) -> Thumb {
        Thumb {
            width: 30,
            height: 40,
            rgba: [tone, tone, tone, 255].repeat(30 * 40),
        }
    }

    #[test]
    fn a_broken_or_half_written_picture_is_none_and_is_written_anew() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::at(folder.path());
        let name = Digest::of(b"board");
        assert!(shelf.take(&name).is_none());
        shelf.keep(&name, &thumb(90)).unwrap();
        let whole = std::fs::read(shelf.path(&name)).unwrap();
        for broken in [&whole[..0], &whole[..20], b"no picture at all"] {
            std::fs::write(shelf.path(&name), broken).unwrap();
            assert!(shelf.take(&name).is_none(), "{} bytes", broken.len());
        }
        shelf.keep(&name, &thumb(90)).unwrap();
        assert_eq!(shelf.take(&name).unwrap(), thumb(90));
    }

    #[test]
    fn the_oldest_pictures_go_first_and_only_until_the_rest_fits() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::at(folder.path());
        let names: Vec<Digest> = (0..4_u8).map(|at| Digest::of(&[at])).collect();
        for (at, name) in names.iter().enumerate() {
            shelf.keep(name, &thumb(at as u8)).unwrap();
            let file = std::fs::File::options().write(true).open(shelf.path(name)).unwrap();
            let age = std::time::Duration::from_secs(1000 - at as u64);
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        let one = std::fs::metadata(shelf.path(&names[0])).unwrap().len();
        shed(folder.path(), one * 5 / 2);
        let left: Vec<bool> = names.iter().map(|name| shelf.has(name)).collect();
        assert_eq!(left, [false, false, true, true]);
    }
}
