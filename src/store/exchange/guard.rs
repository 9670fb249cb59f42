//! The gate for packs from outside: nothing of one is used before its list, names, sizes and hashes have been checked.

use super::{Entry, ExchangeError, FORMAT, MANIFEST, Manifest, Role, WHAT, name_of, told};
use crate::base::say::ExchangeSay;
use crate::base::{Digest, Progress};
use sha2::Digest as _;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use zip::ZipArchive;

/// More entries than any show has.
const MOST_ENTRIES: u64 = 50_000;
/// Of one JSON text, as in the project's own file.
const MOST_TEXT: u64 = 64 << 20;
/// Of all JSON texts together.
const MOST_TEXTS: u64 = 1 << 30;
/// Of one photo, as in the library.
const MOST_MEDIA: u64 = 1 << 30;

/// A pack whose list has been read and holds together; the entries' contents are checked as they are read.
pub struct Guarded {
    zip: ZipArchive<BufReader<File>>,
    pub manifest: Manifest,
    name: String,
}

impl Guarded {
    pub fn open(file: &Path) -> Result<Guarded, ExchangeError> {
        let name = name_of(file);
        let mut opened = File::open(file).map_err(|error| cannot_read(&name, error))?;
        check_end(&mut opened, &name)?;
        let zip = ZipArchive::new(BufReader::new(opened)).map_err(|error| damaged(&name, error))?;
        let mut pack = Guarded {
            zip,
            manifest: Manifest {
                what: String::new(),
                format: 0,
                only: None,
                by: String::new(),
                at: String::new(),
                entries: Vec::new(),
            },
            name,
        };
        pack.check_directory()?;
        pack.manifest = pack.read_manifest()?;
        pack.check_list()?;
        Ok(pack)
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    fn told(&self, say: impl Fn(String) -> ExchangeSay) -> ExchangeError {
        told(say(self.name.clone()))
    }

    fn odd(&self) -> ExchangeError {
        self.told(|name| ExchangeSay::Odd { name })
    }

    fn too_much(&self) -> ExchangeError {
        self.told(|name| ExchangeSay::TooMuch { name })
    }

    /// No entry twice, none over another: each was read once and by everybody alike.
    fn check_directory(&mut self) -> Result<(), ExchangeError> {
        if self.zip.len() as u64 > MOST_ENTRIES {
            return Err(self.too_much());
        }
        let overlap = self.zip.has_overlapping_files().unwrap_or(true);
        if self.zip.has_duplicate_names() || overlap || self.zip.offset() != 0 {
            return Err(self.odd());
        }
        Ok(())
    }

    fn read_manifest(&mut self) -> Result<Manifest, ExchangeError> {
        let name = self.name.clone();
        let Ok(entry) = self.zip.by_name(MANIFEST) else {
            return Err(told(ExchangeSay::NotAPack { name }));
        };
        let mut text = Vec::new();
        let read = entry.take(MOST_TEXT + 1).read_to_end(&mut text);
        read.map_err(|error| damaged(&name, error))?;
        if text.len() as u64 > MOST_TEXT {
            return Err(self.too_much());
        }
        let head: Head = serde_json::from_slice(&text).map_err(|error| damaged(&name, error))?;
        if head.what != WHAT {
            return Err(told(ExchangeSay::NotAPack { name }));
        }
        if head.format > FORMAT {
            return Err(told(ExchangeSay::Newer { name }));
        }
        serde_json::from_slice(&text).map_err(|error| damaged(&name, error))
    }

    /// The list and the zip speak of the same files, under names of our own making, within reason.
    fn check_list(&mut self) -> Result<(), ExchangeError> {
        let mut listed: BTreeMap<&str, u64> = BTreeMap::new();
        let mut texts = 0u64;
        for entry in &self.manifest.entries {
            let most = if entry.role == Role::Media {
                MOST_MEDIA
            } else {
                MOST_TEXT
            };
            if entry.bytes > most {
                return Err(self.too_much());
            }
            texts += if entry.role == Role::Media { 0 } else { entry.bytes };
            if !is_our_name(entry) || listed.insert(&entry.name, entry.bytes).is_some() {
                return Err(self.odd());
            }
        }
        if texts > MOST_TEXTS {
            return Err(self.too_much());
        }
        if listed.len() + 1 != self.zip.len() {
            return Err(self.odd());
        }
        for at in 0..self.zip.len() {
            let entry = self.zip.by_index_raw(at).map_err(|error| damaged(&self.name, error))?;
            let name = entry.name().map(|name| name.into_owned()).unwrap_or_default();
            let is_as_listed = name == MANIFEST || listed.get(name.as_str()) == Some(&entry.size());
            if !is_as_listed || entry.encrypted() || entry.is_dir() {
                let say = ExchangeSay::Odd {
                    name: self.name.clone(),
                };
                return Err(told(say));
            }
        }
        Ok(())
    }

    /// Bytes of all photos together.
    pub fn media_bytes(&self) -> u64 {
        let media = self.manifest.entries.iter().filter(|entry| entry.role == Role::Media);
        media.map(|entry| entry.bytes).sum()
    }

    /// One text, verified.
    pub fn text(&mut self, entry: &Entry) -> Result<Vec<u8>, ExchangeError> {
        let mut text = Vec::new();
        self.copy(entry, &mut text)?;
        Ok(text)
    }

    /// One entry, verified while it is copied: no more than it said, and with the hash it said.
    pub fn copy(&mut self, entry: &Entry, to: &mut impl Write) -> Result<(), ExchangeError> {
        let name = self.name.clone();
        let source = self.zip.by_name(&entry.name).map_err(|error| damaged(&name, error))?;
        let mut source = source.take(entry.bytes + 1);
        let mut hash = sha2::Sha256::new();
        let mut length = 0u64;
        let mut buffer = vec![0; 1 << 18];
        loop {
            let read = source.read(&mut buffer).map_err(|error| damaged(&name, error))?;
            if read == 0 {
                break;
            }
            hash.update(&buffer[..read]);
            length += read as u64;
            if length > entry.bytes {
                break;
            }
            to.write_all(&buffer[..read])
                .map_err(|error| super::not_written(error, Path::new(&name)))?;
        }
        if length != entry.bytes || Digest(hash.finalize().into()) != entry.sha256 {
            return Err(told(ExchangeSay::Damaged { name }));
        }
        Ok(())
    }

    /// Reads every entry; for a pack that was just written.
    pub fn verify(&mut self, progress: &Progress) -> Result<(), ExchangeError> {
        let entries = std::mem::take(&mut self.manifest.entries);
        for entry in &entries {
            if progress.is_cancelled() {
                return Err(ExchangeError::Cancelled);
            }
            self.copy(entry, &mut std::io::sink())?;
            progress.advance(1);
        }
        self.manifest.entries = entries;
        Ok(())
    }
}

/// What is read of any version's manifest.
#[derive(serde::Deserialize)]
struct Head {
    #[serde(default)]
    what: String,
    #[serde(default)]
    format: u32,
}

/// A zip ends with its directory's record; ours have no comment behind it. Told before anything is allocated.
fn check_end(file: &mut File, name: &str) -> Result<(), ExchangeError> {
    let mut first = [0; 4];
    let mut last = [0; 22];
    let head = file.read_exact(&mut first);
    let tail = file.seek(SeekFrom::End(-22)).and_then(|_| file.read_exact(&mut last));
    let is_zip = head.is_ok() && first == *b"PK\x03\x04";
    if !is_zip {
        return Err(told(ExchangeSay::NotAPack { name: name.into() }));
    }
    if tail.is_err() || last[..4] != *b"PK\x05\x06" || last[20..] != [0, 0] {
        return Err(told(ExchangeSay::CutShort { name: name.into() }));
    }
    let entries = u64::from(u16::from_le_bytes([last[10], last[11]]));
    if entries > MOST_ENTRIES {
        return Err(told(ExchangeSay::TooMuch { name: name.into() }));
    }
    file.seek(SeekFrom::Start(0))
        .map_err(|error| cannot_read(name, error))?;
    Ok(())
}

/// `o/000012.json`, `p/000012.json`, `m/` with a hash, the readme: no name of a pack ever becomes a path.
fn is_our_name(entry: &Entry) -> bool {
    let numbered = |folder: &str| {
        let number = entry
            .name
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_suffix(".json"));
        number.is_some_and(|number| number.len() == 6 && number.bytes().all(|c| c.is_ascii_digit()))
    };
    match &entry.role {
        Role::Object { .. } => numbered("o/"),
        Role::Past { .. } => numbered("p/"),
        Role::Media => entry.name == format!("m/{}", entry.sha256),
        Role::Readme => entry.name == super::pack::README,
    }
}

fn cannot_read(name: &str, error: std::io::Error) -> ExchangeError {
    let say = ExchangeSay::CannotRead { name: name.into() };
    ExchangeError::Told(say.into(), Some(error.into()))
}

fn damaged(name: &str, error: impl std::error::Error + Send + Sync + 'static) -> ExchangeError {
    let say = ExchangeSay::Damaged { name: name.into() };
    ExchangeError::Told(say.into(), Some(Box::new(error)))
}
