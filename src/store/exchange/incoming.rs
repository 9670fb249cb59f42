//! The other side's show: out of a pack, or straight from a project folder. Holds its photos at hand until it is dropped.

use super::guard::Guarded;
use super::history::{Chains, Version, base, pasts, pasts_of, with_now};
use super::{Entry, ExchangeError, Role, name_of, not_written, room_for, told};
use crate::base::say::ExchangeSay;
use crate::base::{Digest, Finding, PhotoFacts, Progress, utc};
use crate::media::{Library, inspect};
use crate::model::merge::Other;
use crate::model::{CommitteeId, Exhibition};
use crate::store::load::Loading;
use crate::store::mend::mend;
use crate::store::objects::{Key, Kind, Owned};
use crate::store::project::{self, Project};
use crate::store::rest::understand;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

pub struct Incoming {
    /// As people know it: the pack's or folder's name.
    pub name: String,
    pub exhibition: Exhibition,
    /// Only this unit's boards are there.
    pub only: Option<CommitteeId>,
    /// Who packed it and when; empty where nobody says.
    pub by: String,
    pub at: String,
    pub findings: Vec<Finding>,
    pub library: Library,
    chains: Chains,
    /// Photos of a pack lie here.
    _staging: Option<tempfile::TempDir>,
}

impl std::fmt::Debug for Incoming {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Incoming")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Incoming {
    /// A `.zbpack` file or a project folder. Photos of a pack are laid beside `near`, on the disk they will go to.
    pub fn open(from: &Path, near: &Path, progress: &Progress) -> Result<Incoming, ExchangeError> {
        let is_inside = from.file_name().is_some_and(|name| name == "project.db");
        if from.is_dir() || is_inside {
            return Incoming::of_folder(from);
        }
        if from.symlink_metadata().is_err() {
            let name = name_of(from);
            return Err(told(ExchangeSay::CannotRead { name }));
        }
        Incoming::of_pack(from, near, progress)
    }

    fn of_folder(folder: &Path) -> Result<Incoming, ExchangeError> {
        let seen = project::look_at(folder)?;
        let mut chains = pasts(&seen.db).unwrap_or_default();
        with_now(&mut chains, &seen.exhibition);
        Ok(Incoming {
            name: name_of(&seen.folder),
            exhibition: seen.exhibition,
            only: None,
            by: String::new(),
            at: String::new(),
            findings: seen.findings,
            library: seen.library,
            chains,
            _staging: None,
        })
    }

    fn of_pack(file: &Path, near: &Path, progress: &Progress) -> Result<Incoming, ExchangeError> {
        let mut pack = Guarded::open(file)?;
        let place = near.join("staging");
        room_for(pack.media_bytes(), &place)?;
        let staging = tempfile::Builder::new().prefix(STAGING).tempdir_in(near);
        let staging = staging.map_err(|error| not_written(error, near))?;
        let library = Library::open(staging.path());
        let manifest = &mut pack.manifest;
        let (only, by, at) = (manifest.only, std::mem::take(&mut manifest.by), manifest.at.clone());
        let entries = std::mem::take(&mut manifest.entries);
        let mut read = read_objects(&mut pack, &entries)?;
        let mut known: BTreeMap<Digest, Arc<PhotoFacts>> = BTreeMap::new();
        known.extend(
            read.loading
                .exhibition
                .photos
                .iter()
                .map(|(digest, facts)| (*digest, facts.clone())),
        );
        progress.set_total(entries.len() as u64);
        for entry in entries.iter().filter(|entry| entry.role == Role::Media) {
            if progress.is_cancelled() {
                return Err(ExchangeError::Cancelled);
            }
            let Some(facts) = known.get(&entry.sha256) else {
                return Err(told(ExchangeSay::Odd { name: name_of(file) }));
            };
            let facts = stage(&mut pack, entry, facts, &library)?;
            Arc::make_mut(&mut read.loading.exhibition.photos).insert(facts.digest, Arc::new(facts));
            progress.advance(1);
        }
        let (exhibition, findings) = mend(&read.loading.finish(false).exhibition, &|_| None);
        library.take_in_drawings(exhibition.photos.values().map(|facts| &**facts));
        Ok(Incoming {
            name: name_of(file),
            exhibition,
            only,
            by: by.chars().filter(|c| !c.is_control()).take(80).collect(),
            at: at.chars().filter(|c| !c.is_control()).take(30).collect(),
            findings,
            library,
            chains: read.chains,
            _staging: Some(staging),
        })
    }

    /// What a merge with our show needs; `folder` is where ours lies.
    pub fn other(&self, ours: &Exhibition, folder: &Path) -> Other {
        let (base, has_settings) = base(ours, &pasts_of(folder), &self.chains);
        let is_one_show = self.only.is_none() && ours.show.id == self.exhibition.show.id;
        let there: BTreeSet<Key> = self
            .exhibition
            .boards
            .iter()
            .map(|board| Key::new(Kind::Board, board.id))
            .collect();
        let met = self.chains.iter().filter_map(|(key, chain)| {
            let is_shared = match key.kind {
                Kind::Board => there.contains(key),
                Kind::Words | Kind::Facts => true,
                _ => is_one_show,
            };
            is_shared.then(|| Some((key.to_string(), chain.first()?.sha))).flatten()
        });
        Other {
            met: met.collect(),
            exhibition: self.exhibition.clone(),
            base,
            has_settings,
            only: self.only,
            at: utc::now(),
        }
    }

    /// Copies the photos of `merged` that we lack into our library; verified there by their hash.
    pub fn bring_files(&self, merged: &Exhibition, into: &Library, progress: &Progress) -> Result<(), ExchangeError> {
        let lacking: Vec<&Arc<PhotoFacts>> = merged
            .photos
            .values()
            .filter(|facts| !into.has(facts) && self.library.has(facts))
            .collect();
        let bytes = lacking.iter().map(|facts| facts.bytes).sum();
        room_for(bytes, &into.folder().join("photo"))?;
        progress.set_total(lacking.len() as u64);
        for facts in lacking {
            if progress.is_cancelled() {
                return Err(ExchangeError::Cancelled);
            }
            let file = self.library.path(facts);
            into.add_file(&file).map_err(|error| match error {
                crate::media::MediaError::Store { source, .. } => not_written(source, into.folder()),
                crate::media::MediaError::Read { .. } => told(ExchangeSay::CannotRead {
                    name: self.name.clone(),
                }),
            })?;
            progress.advance(1);
        }
        Ok(())
    }

    /// The pack as a show of its own, made in this folder.
    pub fn open_as(&self, folder: &Path, progress: &Progress) -> Result<(), ExchangeError> {
        let project = Project::create(folder, &self.exhibition)?;
        let brought = self.bring_files(&self.exhibition, &project.library(), progress);
        if brought.is_err() {
            drop(project);
            // It was made a moment ago and is not whole.
            let _ = std::fs::remove_dir_all(folder);
        }
        brought
    }
}

/// Folders in which photos of packs wait; what a crash left of them goes with the next opening.
pub const STAGING: &str = ".bringing-";

struct Objects {
    loading: Loading,
    chains: Chains,
}

/// The objects and their pasts, each verified; kinds that a newer program added are passed over.
fn read_objects(pack: &mut Guarded, entries: &[Entry]) -> Result<Objects, ExchangeError> {
    let mut read = Objects {
        loading: Loading::new(None),
        chains: Chains::new(),
    };
    let mut now: BTreeMap<Key, Version> = BTreeMap::new();
    for entry in entries {
        match &entry.role {
            Role::Object { kind, id, known_as } => {
                let text = pack.text(entry)?;
                let Some(kind) = Kind::from_name(kind) else { continue };
                let key = Key::new(kind, id);
                let object = understand(kind, &text)
                    .ok()
                    .filter(|understood| understood.object.key() == key);
                let Some(understood) = object else {
                    return Err(told(ExchangeSay::Damaged {
                        name: pack.name().into(),
                    }));
                };
                if let Owned::Bin(_) | Owned::Met(_) = understood.object {
                    continue;
                }
                let sha = known_as.unwrap_or(entry.sha256);
                now.insert(key, Version { sha, text: Some(text) });
                read.loading.put(understood.object);
            }
            Role::Past { kind, id } => {
                let text = pack.text(entry)?;
                let Some(kind) = Kind::from_name(kind) else { continue };
                let versions: Vec<PastVersion> =
                    serde_json::from_slice(&text).map_err(|error| damaged(pack.name(), error))?;
                let chain = versions.into_iter().map(PastVersion::version);
                read.chains.insert(Key::new(kind, id), chain.collect());
            }
            Role::Media => {}
            Role::Readme => drop(pack.text(entry)?),
        }
    }
    for (key, version) in now {
        if let Some(chain) = read.chains.get_mut(&key) {
            chain.retain(|past| past.sha != version.sha);
            chain.insert(0, version);
        }
    }
    Ok(read)
}

#[derive(serde::Deserialize)]
struct PastVersion {
    sha: Digest,
    #[serde(default)]
    text: Option<String>,
}

impl PastVersion {
    /// A text that is not what its hash says is none.
    fn version(self) -> Version {
        let text = self.text.map(String::into_bytes);
        Version {
            sha: self.sha,
            text: text.filter(|text| Digest::of(text) == self.sha),
        }
    }
}

/// Lays a photo of the pack into `library`. What it is says its own header, not the pack.
fn stage(pack: &mut Guarded, entry: &Entry, told: &PhotoFacts, library: &Library) -> Result<PhotoFacts, ExchangeError> {
    let failed = |error| not_written(error, library.folder());
    let waiting = library.folder().join("waiting");
    let mut file = File::create(&waiting).map_err(failed)?;
    pack.copy(entry, &mut file)?;
    drop(file);
    let bytes = std::fs::read(&waiting).map_err(failed)?;
    let mut facts = inspect(entry.sha256, &told.name, &bytes);
    facts.look = told.look.clone();
    let place = library.path(&facts);
    std::fs::create_dir_all(super::parent(&place)).map_err(failed)?;
    std::fs::rename(&waiting, &place).map_err(failed)?;
    Ok(facts)
}

fn damaged(name: &str, error: serde_json::Error) -> ExchangeError {
    let say = ExchangeSay::Damaged { name: name.into() };
    ExchangeError::Told(say.into(), Some(error.into()))
}
