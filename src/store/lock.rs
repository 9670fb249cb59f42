//! Only one window writes. The lock is the system's own, so it goes with the process however that ends;
//! `lock.json` beside it only tells the others who it is.

use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A window that is just shut, or a program that it starts at this moment, holds the lock a little longer.
const TRIES: u32 = 5;
const PAUSE: Duration = Duration::from_millis(20);

pub struct Lock {
    /// Held as long as this handle lives; `None` on disks that know no locks.
    _file: Option<File>,
    hint: PathBuf,
}

pub enum Taken {
    Mine(Lock),
    /// Another window has it; who, where known.
    Theirs(String),
    /// The folder cannot be written to.
    ReadOnly,
}

#[derive(Serialize, Deserialize)]
struct Hint {
    name: String,
    machine: String,
    process: u32,
    since: String,
}

impl Lock {
    pub fn take(folder: &Path) -> Taken {
        let hint = folder.join("lock.json");
        let options = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .to_owned();
        let Ok(file) = options.open(folder.join("lock")) else {
            return Taken::ReadOnly;
        };
        let mut tries = TRIES;
        let file = loop {
            match file.try_lock() {
                Ok(()) => break Some(file),
                Err(TryLockError::Error(_)) => break None,
                Err(TryLockError::WouldBlock) if tries == 0 => return Taken::Theirs(who(&hint)),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
            }
            tries -= 1;
        };
        let mine = Hint {
            name: user(),
            machine: machine(),
            process: std::process::id(),
            since: crate::base::utc::now(),
        };
        let text = serde_json::to_string(&mine).unwrap_or_default();
        match std::fs::write(&hint, text) {
            Err(error) if error.kind() == std::io::ErrorKind::ReadOnlyFilesystem => Taken::ReadOnly,
            // A full disk has no room for the hint; the lock holds all the same.
            _ => Taken::Mine(Lock { _file: file, hint }),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Only a hint: where it cannot be removed the next one writes over it.
        let _ = std::fs::remove_file(&self.hint);
    }
}

fn who(hint: &Path) -> String {
    let text = std::fs::read(hint).unwrap_or_default();
    let Ok(hint) = serde_json::from_slice::<Hint>(&text) else {
        return String::new();
    };
    [hint.name, hint.machine]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" @ ")
}

/// The name people log in with; empty where the system does not tell.
pub fn user() -> String {
    first_set(&["USERNAME", "USER", "LOGNAME"])
}

fn machine() -> String {
    let named = first_set(&["COMPUTERNAME", "HOSTNAME"]);
    if !named.is_empty() {
        return named;
    }
    let name = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
    name.trim().to_string()
}

fn first_set(names: &[&str]) -> String {
    let values = names.iter().filter_map(|name| std::env::var(name).ok());
    values
        .map(|value| value.trim().to_string())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}
