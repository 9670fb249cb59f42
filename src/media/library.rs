//! The write-once folder of photos, `ab/<sha256>.<ext>`, and the upright sRGB pixels made from them.

use super::bake::{self, Baked};
use super::{art, cache, decode, facts, look};
use crate::base::{Digest, PhotoFacts, PhotoFormat, PhotoState, Recipe, reason};
use sha2::Digest as _;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

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
        source: io::Error,
    },
    #[error("the photo {name} cannot be stored")]
    Store {
        name: String,
        #[source]
        source: io::Error,
    },
}

/// A show's photos on disk, with mips kept in memory within a budget. Cheap to clone; used from many threads.
#[derive(Clone)]
pub struct Library {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    /// Where photos with recipes worked in are kept; until it is known, they are made anew each time.
    baked: OnceLock<PathBuf>,
}

/// No photo file is longer; what is (films, disk images) is not read into memory to be looked at.
const MAX_BYTES: u64 = 1 << 30;

/// Longer sides of the mips, in pixels.
const MIPS: [u32; 5] = [4096, 2048, 1024, 512, 256];

/// Up to here mips are made with the first decoding, wanted or not: lists and thumbnails ask next.
const ALWAYS: u32 = 1024;

/// No larger copy is worked on while a hand waits.
const PREVIEW: u64 = 2048;

impl Library {
    /// Makes the folder at the first `add`; never fails, because a missing photo is a placeholder.
    pub fn open(folder: &Path) -> Library {
        Library {
            shared: Arc::new(Shared {
                folder: folder.to_path_buf(),
                baked: OnceLock::new(),
            }),
        }
    }

    pub fn folder(&self) -> &Path {
        &self.shared.folder
    }

    /// Copies a photo in under its hash (streamed, synced, renamed) and finds out what it is. A file that is no
    /// sound picture is kept all the same: `PhotoFacts::state` says what is wrong. Only the disk can refuse.
    pub fn add_file(&self, file: &Path) -> Result<PhotoFacts, MediaError> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let opened = File::open(file).map_err(|source| MediaError::Read {
            name: name.clone(),
            source,
        })?;
        self.add(&name, opened)
    }

    /// The same for bytes in memory: pasted pictures, packages.
    pub fn add_bytes(&self, name: &str, bytes: &[u8]) -> Result<PhotoFacts, MediaError> {
        self.add(name, bytes)
    }

    /// Where the photo's file lies; it may be missing.
    pub fn path(&self, facts: &PhotoFacts) -> PathBuf {
        self.place(facts.digest, facts.format)
    }

    /// The whole original file.
    pub fn bytes(&self, facts: &PhotoFacts) -> Result<Vec<u8>, MediaError> {
        fs::read(self.path(facts)).map_err(|source| MediaError::Read {
            name: facts.name.clone(),
            source,
        })
    }

    /// The profile embedded in the photo's file, as it is; `None` without one or without the file.
    pub fn icc(&self, facts: &PhotoFacts) -> Option<Vec<u8>> {
        facts::icc_profile(&self.bytes(facts).ok()?)
    }

    /// Whether the photo's file is there with its whole length.
    pub fn has(&self, facts: &PhotoFacts) -> bool {
        fs::metadata(self.path(facts)).is_ok_and(|file| file.len() == facts.bytes)
    }

    /// Drawings whose files are there become known to layout (`art_at_hand`); others are placeholders.
    pub fn take_in_drawings<'a>(&self, photos: impl Iterator<Item = &'a PhotoFacts>) {
        let is_wanted =
            |facts: &&PhotoFacts| facts.format == PhotoFormat::Svg && art::art_at_hand(facts.digest).is_none();
        for facts in photos.filter(is_wanted) {
            let Ok(bytes) = self.bytes(facts) else { continue };
            // Somebody may have drawn into the file since.
            if Digest::of(&bytes) == facts.digest {
                let _ = art::take_in(facts.digest, &bytes);
            }
        }
    }

    /// Upright sRGB pixels, the smallest mip whose longer side has at least `longest_px` (the full size if none has).
    /// `None` where nothing can be shown; `grey` gives them as luminance. Decodes on the calling thread.
    pub fn pixels(&self, facts: &PhotoFacts, longest_px: u32, grey: bool) -> Option<Arc<Pixels>> {
        let is_usable = matches!(facts.state, PhotoState::Good | PhotoState::Truncated);
        if !is_usable || facts.format == PhotoFormat::Svg {
            return None;
        }
        cache::get_or_make((facts.digest, grey), longest_px, || self.make(facts, longest_px, grey))
    }

    /// The same if it lies ready in memory; what is too small or too large serves until the right one is made.
    pub fn pixels_at_hand(&self, digest: Digest, longest_px: u32, grey: bool) -> Option<Arc<Pixels>> {
        cache::nearest((digest, grey), longest_px)
    }

    /// Keeps photos with recipes worked in between starts, beside the thumbnails; the folder may be deleted any time.
    /// Once for a library.
    pub fn keep_baked_in(&self, folder: &Path) {
        if self.shared.baked.set(folder.to_path_buf()).is_ok() {
            shed(folder);
        }
    }

    /// The photo with this recipe worked in: what screen and print show. Made on the calling thread unless it is kept;
    /// `None` where the photo shows nothing. Never the original.
    pub fn baked(&self, facts: &PhotoFacts, recipe: &Recipe) -> Option<Baked> {
        let place = self.baked_place(facts, recipe);
        let kept = place.as_ref().and_then(|place| fs::read(place).ok());
        if let Some(baked) = kept.and_then(|bytes| bake::known(facts, recipe, bytes)) {
            return Some(baked);
        }
        let baked = bake::bake(facts, &self.bytes(facts).ok()?, recipe)?;
        if let Some(place) = place {
            // A full disk costs time and nothing else.
            let _ = keep(&place, &baked.bytes);
        }
        Some(baked)
    }

    /// As `pixels`, with the recipe worked in.
    pub fn baked_pixels(
        &self,
        facts: &PhotoFacts,
        recipe: &Recipe,
        longest_px: u32,
        grey: bool,
    ) -> Option<Arc<Pixels>> {
        let shown = (bake::key(facts.digest, recipe), grey);
        cache::get_or_make(shown, longest_px, || match self.baked(facts, recipe) {
            Some(baked) => made(&baked.facts, &baked.bytes, longest_px, grey),
            None if self.has(facts) => cache::Made::Never,
            None => cache::Made::NotNow,
        })
    }

    /// Whether the recipe need not be worked in first.
    pub fn has_baked(&self, facts: &PhotoFacts, recipe: &Recipe) -> bool {
        let shown = (bake::key(facts.digest, recipe), false);
        let is_kept = || self.baked_place(facts, recipe).is_some_and(|place| place.is_file());
        cache::nearest(shown, 1).is_some() || is_kept()
    }

    /// The recipe tried on a copy of about this size that lies ready: a first look while the real one is made.
    pub fn preview_at_hand(&self, facts: &PhotoFacts, recipe: &Recipe, longest_px: u32, grey: bool) -> Option<Pixels> {
        let whole = recipe.full_px[0].max(recipe.full_px[1]);
        let part = recipe.part_px[2].max(recipe.part_px[3]).max(1);
        let wanted = (u64::from(longest_px) * u64::from(whole)).div_ceil(u64::from(part));
        let mip = self.pixels_at_hand(facts.digest, wanted.min(PREVIEW) as u32, grey)?;
        bake::on_mip(&mip, recipe)
    }

    fn baked_place(&self, facts: &PhotoFacts, recipe: &Recipe) -> Option<PathBuf> {
        let hex = bake::key(facts.digest, recipe).hex();
        Some(self.shared.baked.get()?.join(format!("{}.photo", &hex[..40])))
    }

    fn make(&self, facts: &PhotoFacts, longest_px: u32, grey: bool) -> cache::Made {
        match self.bytes(facts) {
            Ok(bytes) => made(facts, &bytes, longest_px, grey),
            Err(_) => cache::Made::NotNow,
        }
    }

    fn place(&self, digest: Digest, format: PhotoFormat) -> PathBuf {
        let hex = digest.hex();
        let extension = match format {
            PhotoFormat::Jpeg => "jpg",
            PhotoFormat::Png => "png",
            PhotoFormat::WebP => "webp",
            PhotoFormat::Tiff => "tif",
            PhotoFormat::Bmp => "bmp",
            PhotoFormat::Gif => "gif",
            PhotoFormat::Svg => "svg",
            PhotoFormat::Unknown => "bin",
        };
        self.shared.folder.join(&hex[..2]).join(format!("{hex}.{extension}"))
    }

    fn add(&self, name: &str, source: impl Read) -> Result<PhotoFacts, MediaError> {
        let store = |source: io::Error| MediaError::Store {
            name: name.to_string(),
            source,
        };
        let waiting = self.shared.folder.join(".tmp");
        fs::create_dir_all(&waiting).map_err(store)?;
        let mut temporary = tempfile::NamedTempFile::new_in(&waiting).map_err(store)?;
        let (digest, length) = copy_hashed(source, temporary.as_file_mut(), name)?;
        let facts = if length > MAX_BYTES {
            oversized(digest, name, length)
        } else {
            let bytes = fs::read(temporary.path()).map_err(store)?;
            let mut facts = facts::inspect(digest, name, &bytes);
            facts.look = look::of(&facts, &bytes);
            facts
        };
        let place = self.place(digest, facts.format);
        // The same hash with its whole length is the same file; a shorter one is what a full disk left behind.
        if fs::metadata(&place).is_ok_and(|there| there.len() == length) {
            return Ok(facts);
        }
        temporary.as_file().sync_all().map_err(store)?;
        let folder = place.parent().unwrap_or(&self.shared.folder);
        fs::create_dir_all(folder).map_err(store)?;
        temporary.persist(&place).map_err(|error| store(error.error))?;
        sync_folder(folder);
        sync_folder(&self.shared.folder);
        Ok(facts)
    }
}

/// The mips of a file's bytes, from the wished size down.
fn made(facts: &PhotoFacts, bytes: &[u8], longest_px: u32, grey: bool) -> cache::Made {
    let full = facts.stored_px[0].max(facts.stored_px[1]);
    let wanted = MIPS
        .iter()
        .rev()
        .copied()
        .find(|mip| *mip >= longest_px)
        .unwrap_or(full)
        .min(full);
    let first = wanted.max(ALWAYS.min(full));
    let Some(pixels) = decode::upright(facts, bytes, first, grey) else {
        return cache::Made::Never;
    };
    let mut levels = vec![cache::Level::new(first, first >= full, pixels)];
    for longest in MIPS.iter().copied().filter(|mip| *mip < first) {
        let smaller = levels
            .last()
            .and_then(|level| super::scale::mip(&level.pixels, facts.upright_px(), longest));
        levels.extend(smaller.map(|pixels| cache::Level::new(longest, false, pixels)));
    }
    cache::Made::Levels(levels)
}

/// What a folder of baked photos may hold.
const MOST_BAKED: u64 = 2 << 30;

/// Lets go of the oldest files until the rest fits.
fn shed(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let about = entry.metadata().ok()?;
            Some((about.modified().ok()?, about.len(), entry.path()))
        })
        .collect();
    let mut bytes: u64 = files.iter().map(|(_, length, _)| length).sum();
    files.sort();
    for (_, length, file) in files {
        if bytes <= MOST_BAKED {
            return;
        }
        if fs::remove_file(file).is_ok() {
            bytes -= length;
        }
    }
}

/// Written beside and renamed, so that a reader never sees half a photo.
fn keep(place: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = place.parent().unwrap_or(place);
    fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(bytes)?;
    beside.persist(place).map_err(|error| error.error)?;
    Ok(())
}

/// Copies and hashes in one pass.
fn copy_hashed(mut source: impl Read, target: &mut File, name: &str) -> Result<(Digest, u64), MediaError> {
    let mut hash = sha2::Sha256::new();
    let mut length = 0;
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = match source.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(source) => {
                return Err(MediaError::Read {
                    name: name.to_string(),
                    source,
                });
            }
        };
        hash.update(&buffer[..read]);
        target.write_all(&buffer[..read]).map_err(|source| MediaError::Store {
            name: name.to_string(),
            source,
        })?;
        length += read as u64;
    }
    Ok((Digest(hash.finalize().into()), length))
}

fn oversized(digest: Digest, name: &str, bytes: u64) -> PhotoFacts {
    let mut facts = facts::inspect(digest, name, &[]);
    facts.bytes = bytes;
    facts.state = PhotoState::Broken {
        reason: reason::NO_PICTURE.to_string(),
    };
    facts
}

/// Makes a rename last through a power cut; Windows neither needs nor offers it.
fn sync_folder(folder: &Path) {
    #[cfg(unix)]
    if let Ok(folder) = File::open(folder) {
        // A file system that cannot sync a folder has done what it can.
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = folder;
}
