//! Photo files into the library, many at once, and what is wrong with them in plain words.

use super::folder::ImportError;
use crate::base::say::ImportSay;
use crate::base::{Finding, PhotoFacts, PhotoFormat, PhotoState, Place, Progress, Say, Severity};
use crate::media::{Library, MediaError};
use rayon::prelude::*;
use std::path::PathBuf;
use std::sync::Arc;

/// A photo file and the name people know it by.
#[derive(Clone)]
pub struct Wanted {
    pub name: String,
    pub path: PathBuf,
}

/// Facts in the order of `wanted`; `None` where the file could not be read. Only the library's disk can stop it.
pub fn take_in(
    wanted: &[Wanted],
    library: &Library,
    progress: &Progress,
) -> Result<Vec<Option<Arc<PhotoFacts>>>, ImportError> {
    wanted
        .par_iter()
        .map(|wanted| {
            if progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
            let facts = match library.add_file(&wanted.path) {
                Ok(facts) => Some(Arc::new(facts)),
                Err(MediaError::Read { .. }) => None,
                Err(error) => return Err(error.into()),
            };
            progress.advance(1);
            Ok(facts)
        })
        .collect()
}

/// What a person should know of this file; nothing for a sound photo under its right name.
pub fn finding(name: &str, facts: Option<&PhotoFacts>) -> Option<Finding> {
    let file = name.to_string();
    let (severity, rule, say) = match facts.map(|facts| &facts.state) {
        None => (
            Severity::Error,
            "import-photo-missing",
            ImportSay::PhotoUnreadable { file },
        ),
        Some(PhotoState::Missing) => (
            Severity::Error,
            "import-photo-missing",
            ImportSay::PhotoMissing { file },
        ),
        Some(PhotoState::Broken { .. }) if facts.is_some_and(|facts| facts.bytes == 0) => {
            (Severity::Error, "import-photo-broken", ImportSay::PhotoEmpty { file })
        }
        Some(PhotoState::Broken { .. }) => (Severity::Error, "import-photo-broken", ImportSay::PhotoBroken { file }),
        Some(PhotoState::Truncated) => (
            Severity::Error,
            "import-photo-broken",
            ImportSay::PhotoTruncated { file },
        ),
        Some(PhotoState::TooLarge) => (
            Severity::Error,
            "import-photo-broken",
            ImportSay::PhotoTooLarge { file },
        ),
        Some(PhotoState::Good) => {
            let format = facts.map_or(PhotoFormat::Unknown, |facts| facts.format);
            let is = name_of(format)?;
            if extensions(format).iter().any(|end| has_extension(name, end)) {
                return None;
            }
            let say = ImportSay::PhotoOther { file, is: is.into() };
            (Severity::Note, "import-photo-name", say)
        }
    };
    Some(Finding {
        severity,
        rule,
        place: Place::file(name),
        say: Say::Import(say),
    })
}

pub fn has_extension(name: &str, end: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, last)| last.eq_ignore_ascii_case(end))
}

/// Endings under which cameras, phones and scanners save pictures.
pub const PICTURES: &[&str] = &[
    "jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "bmp", "gif", "heic", "heif",
];

fn extensions(format: PhotoFormat) -> &'static [&'static str] {
    match format {
        PhotoFormat::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
        PhotoFormat::Png => &["png"],
        PhotoFormat::WebP => &["webp"],
        PhotoFormat::Tiff => &["tif", "tiff"],
        PhotoFormat::Bmp => &["bmp"],
        PhotoFormat::Gif => &["gif"],
        PhotoFormat::Svg => &["svg"],
        PhotoFormat::Unknown => &[],
    }
}

fn name_of(format: PhotoFormat) -> Option<&'static str> {
    match format {
        PhotoFormat::Jpeg => Some("JPEG"),
        PhotoFormat::Png => Some("PNG"),
        PhotoFormat::WebP => Some("WebP"),
        PhotoFormat::Tiff => Some("TIFF"),
        PhotoFormat::Bmp => Some("BMP"),
        PhotoFormat::Gif => Some("GIF"),
        PhotoFormat::Svg => Some("SVG"),
        PhotoFormat::Unknown => None,
    }
}
