//! What leaves one desk and reaches another: packs (`.zbpack`), verified copies, and the other side's show with all that
//! a merge needs. A pack is trusted in nothing: sizes, names and hashes are checked before anything of it is used.

mod copy;
mod guard;
mod history;
mod incoming;
mod masked;
mod pack;

pub use copy::{Copied, copy_to, rescue_to};
pub use incoming::{Incoming, STAGING};
pub use pack::{Packed, pack};

use crate::base::Say;
use crate::base::say::ExchangeSay;
use crate::store::StoreError;
use serde::{Deserialize, Serialize};
use std::io;
use std::path::Path;

#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    #[error("cancelled")]
    Cancelled,
    /// Everything a person can mend, as a sentence in their language.
    #[error("{}", .0.text(crate::base::Lang::En))]
    Told(Say, #[source] Option<Box<dyn std::error::Error + Send + Sync>>),
}

impl From<StoreError> for ExchangeError {
    fn from(error: StoreError) -> ExchangeError {
        let StoreError::Told(say, source) = error;
        ExchangeError::Told(say, source)
    }
}

fn told(say: ExchangeSay) -> ExchangeError {
    ExchangeError::Told(say.into(), None)
}

/// Why something was not written, in the words of offices: full, too long for the stick, protected, gone.
fn not_written(error: io::Error, to: &Path) -> ExchangeError {
    let name = name_of(to);
    let say = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::WriteZero => {
            ExchangeSay::DiskFull { name }
        }
        io::ErrorKind::FileTooLarge => ExchangeSay::TooLong { name },
        io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => ExchangeSay::Protected { name },
        _ => ExchangeSay::CannotWrite { name },
    };
    ExchangeError::Told(say.into(), Some(error.into()))
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn parent(path: &Path) -> &Path {
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    parent.unwrap_or(Path::new("."))
}

/// Refuses before the first byte where the disk is sure to fill up; a disk that does not tell is tried.
fn room_for(bytes: u64, to: &Path) -> Result<(), ExchangeError> {
    let Ok(free) = fs4::available_space(parent(to)) else {
        return Ok(());
    };
    if bytes <= free {
        return Ok(());
    }
    Err(told(ExchangeSay::NoRoom {
        name: name_of(to),
        needed_mb: bytes.div_ceil(1 << 20),
        free_mb: free >> 20,
    }))
}

/// The version of packs this program writes; a higher one is refused.
const FORMAT: u32 = 1;
const MANIFEST: &str = "manifest.json";

/// What a pack says of itself: every entry but this one, with its length and hash.
#[derive(Serialize, Deserialize)]
struct Manifest {
    /// Always "zhanban pack": other zips have manifests too.
    what: String,
    format: u32,
    /// `None`: the whole show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    only: Option<crate::model::CommitteeId>,
    /// Who packed it and when.
    by: String,
    at: String,
    entries: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    name: String,
    bytes: u64,
    sha256: crate::base::Digest,
    #[serde(flatten)]
    role: Role,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "role")]
enum Role {
    /// An object of the show; `known_as` is the hash its revisions have, where masks made the packed form another.
    Object {
        kind: String,
        id: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known_as: Option<crate::base::Digest>,
    },
    /// Earlier forms of an object, newest first.
    Past { kind: String, id: String },
    /// A photo, drawing or emblem under its hash.
    Media,
    /// For whoever opens the file with another program.
    Readme,
}

const WHAT: &str = "zhanban pack";
