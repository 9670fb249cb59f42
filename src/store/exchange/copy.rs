//! A copy of the whole project in another place: a stick, a share, a disk that is still there. Built beside its place,
//! every file read back, and only then under its name.

use super::{ExchangeError, name_of, not_written, parent, room_for, told};
use crate::base::say::{ExchangeSay, StoreSay};
use crate::base::{Digest, PhotoFacts, Progress};
use crate::media::Library;
use crate::model::Exhibition;
use crate::store::StoreError;
use crate::store::db;
use crate::store::load::all_rows_fit;
use crate::store::project::{create_folder, sync_folder};
use sha2::Digest as _;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// What a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    pub photos: usize,
    /// Photos that are not here any more.
    pub missing: usize,
    pub bytes: u64,
}

/// The project as it lies on disk, with its revisions.
pub fn copy_to(
    folder: &Path,
    show: &Exhibition,
    library: &Library,
    to: &Path,
    progress: &Progress,
) -> Result<Copied, ExchangeError> {
    let source = folder.join("project.db");
    let make = |inner: &Path| -> Result<(), ExchangeError> {
        let file = inner.join("project.db");
        let copied = || -> rusqlite::Result<bool> {
            let db = db::open(&source, false)?;
            db.execute("VACUUM INTO ?1", [file.to_string_lossy()])?;
            drop(db);
            Ok(all_rows_fit(&db::open(&file, false)?))
        };
        match copied() {
            Ok(true) => Ok(()),
            Ok(false) => Err(told(ExchangeSay::NotVerified { name: name_of(to) })),
            Err(error) => Err(from_sqlite(error, to)),
        }
    };
    whole(show, library, to, progress, make)
}

/// The show as it is in memory, for when its own place is gone: without earlier revisions, with the photos that can
/// still be read.
pub fn rescue_to(
    show: &Exhibition,
    library: &Library,
    to: &Path,
    progress: &Progress,
) -> Result<Copied, ExchangeError> {
    let make = |inner: &Path| -> Result<(), ExchangeError> {
        let fresh = inner.join("fresh");
        create_folder(&fresh, show).map_err(|error| match error.downcast::<io::Error>() {
            Ok(error) => not_written(*error, to),
            Err(error) => ExchangeError::Told(ExchangeSay::CannotWrite { name: name_of(to) }.into(), Some(error)),
        })?;
        std::fs::rename(fresh.join("project.db"), inner.join("project.db")).map_err(|error| not_written(error, to))?;
        std::fs::remove_dir_all(fresh).map_err(|error| not_written(error, to))
    };
    whole(show, library, to, progress, make)
}

fn whole(
    show: &Exhibition,
    library: &Library,
    to: &Path,
    progress: &Progress,
    make: impl FnOnce(&Path) -> Result<(), ExchangeError>,
) -> Result<Copied, ExchangeError> {
    if to.symlink_metadata().is_ok() {
        let say = StoreSay::Exists { name: name_of(to) };
        return Err(StoreError::Told(say.into(), None).into());
    }
    let failed = |error: io::Error| not_written(error, to);
    let photos: Vec<&PhotoFacts> = show.photos.values().map(|facts| &**facts).collect();
    let here: Vec<&PhotoFacts> = photos.iter().copied().filter(|facts| library.has(facts)).collect();
    let bytes: u64 = here.iter().map(|facts| facts.bytes).sum();
    room_for(bytes + (16 << 20), to)?;
    progress.set_total(here.len() as u64 + 1);
    std::fs::create_dir_all(parent(to)).map_err(failed)?;
    let building = tempfile::Builder::new()
        .prefix(".zhanban-new-")
        .tempdir_in(parent(to))
        .map_err(failed)?;
    let inner = building.path().join("project");
    std::fs::create_dir_all(inner.join("media")).map_err(failed)?;
    make(&inner)?;
    progress.advance(1);
    let target = Library::open(&inner.join("media"));
    let mut missing = photos.len() - here.len();
    for facts in here {
        if progress.is_cancelled() {
            return Err(ExchangeError::Cancelled);
        }
        missing += usize::from(!copy_photo(
            &library.path(facts),
            &target.path(facts),
            facts.digest,
            to,
        )?);
        progress.advance(1);
    }
    std::fs::rename(&inner, to).map_err(failed)?;
    sync_folder(parent(to));
    Ok(Copied {
        photos: photos.len() - missing,
        missing,
        bytes,
    })
}

/// Copies, syncs and reads back; `false` where the source is not what it was.
fn copy_photo(from: &Path, place: &Path, digest: Digest, to: &Path) -> Result<bool, ExchangeError> {
    let failed = |error: io::Error| not_written(error, to);
    std::fs::create_dir_all(parent(place)).map_err(failed)?;
    // A source that goes away is missing; only the target can fail.
    let Ok(source) = File::open(from) else {
        return Ok(false);
    };
    let mut written = File::create(place).map_err(failed)?;
    let copied = hashed(source, Some(&mut written));
    written.sync_all().map_err(failed)?;
    drop(written);
    match copied {
        Ok(found) if found == digest => {}
        Ok(_) | Err(Failed::Read) => {
            std::fs::remove_file(place).map_err(failed)?;
            return Ok(false);
        }
        Err(Failed::Write(error)) => return Err(failed(error)),
    }
    let again = File::open(place).map_err(failed)?;
    match hashed(again, None) {
        Ok(found) if found == digest => Ok(true),
        _ => Err(told(ExchangeSay::NotVerified { name: name_of(to) })),
    }
}

enum Failed {
    Read,
    Write(io::Error),
}

fn hashed(mut source: File, mut target: Option<&mut File>) -> Result<Digest, Failed> {
    let mut hash = sha2::Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let Ok(read) = source.read(&mut buffer) else {
            return Err(Failed::Read);
        };
        if read == 0 {
            return Ok(Digest(hash.finalize().into()));
        }
        hash.update(&buffer[..read]);
        if let Some(target) = &mut target {
            target.write_all(&buffer[..read]).map_err(Failed::Write)?;
        }
    }
}

fn from_sqlite(error: rusqlite::Error, to: &Path) -> ExchangeError {
    let name = name_of(to);
    let say = if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DiskFull) {
        ExchangeSay::DiskFull { name }
    } else {
        ExchangeSay::CannotWrite { name }
    };
    ExchangeError::Told(say.into(), Some(error.into()))
}
