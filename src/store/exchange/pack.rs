//! A pack is written: objects as the project's own file has them, their earlier forms, the photos they need. Beside its
//! place first, read back entry by entry, and only then under its name.

use super::guard::Guarded;
use super::history::{Chains, encoded, pasts_of, with_now};
use super::{
    Entry, ExchangeError, FORMAT, MANIFEST, Manifest, Role, WHAT, masked, name_of, not_written, parent, room_for, told,
};
use crate::base::say::ExchangeSay;
use crate::base::{Digest, PhotoFacts, Progress, utc};
use crate::media::Library;
use crate::model::{BoardId, CommitteeId, Exhibition, TemplateRef};
use crate::store::lock::user;
use crate::store::objects::{Key, Kind};
use crate::store::project::sync_folder;
use sha2::Digest as _;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, Write};
use std::path::Path;
use std::sync::Arc;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// What went into a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed {
    pub boards: usize,
    pub photos: usize,
    /// Photos that are not here, so that nobody can send them.
    pub missing: usize,
    pub bytes: u64,
}

pub(super) const README: &str = "README.txt";
const README_TEXT: &str = "这是“展板”程序的展板包。请不要解压：在程序里打开它，或者把它拖到程序窗口上。\r\n\
    這是「展板」程式的展板包。請不要解壓縮：在程式裡開啟它，或者把它拖到程式視窗上。\r\n\
    This is a pack of exhibition boards. Do not unzip it: open it in the program, or drop it on its window.\r\n";

/// The whole show, or one unit's boards with all they need, as one file. `folder` is where the show's file lies: what was
/// shared before is read there.
pub fn pack(
    show: &Exhibition,
    only: Option<CommitteeId>,
    folder: &Path,
    library: &Library,
    to: &Path,
    progress: &Progress,
) -> Result<Packed, ExchangeError> {
    let chosen = restricted(show, only);
    if chosen.boards.is_empty() && only.is_some() {
        let name = only
            .and_then(|unit| show.committee(unit))
            .map(|unit| unit.name.hans.clone());
        return Err(told(ExchangeSay::NoBoards {
            name: name.unwrap_or_default(),
        }));
    }
    let failed = |error: io::Error| not_written(error, to);
    std::fs::create_dir_all(parent(to)).map_err(failed)?;
    let beside = tempfile::tempdir().map_err(failed)?;
    let burnt_files = Library::open(beside.path());
    let mut packed = masked::burnt(&chosen, library, &burnt_files);
    let media = media(show, &packed, only.is_none(), &[&burnt_files, library]);
    packed.photos = Arc::new(
        media
            .iter()
            .map(|file| (file.facts.digest, file.facts.clone()))
            .collect(),
    );
    let here: Vec<&Sent> = media.iter().filter(|file| file.place.is_some()).collect();
    let bytes: u64 = here.iter().map(|file| file.facts.bytes).sum();
    room_for(bytes + (8 << 20), to)?;
    progress.set_total(2 * here.len() as u64 + 2);

    let mut part = tempfile::Builder::new()
        .prefix(".zhanban-")
        .suffix(".part")
        .tempfile_in(parent(to))
        .map_err(failed)?;
    let mut writer = Writer {
        zip: ZipWriter::new(BufWriter::new(part.as_file_mut())),
        entries: Vec::new(),
    };
    let chains = chains(show, &chosen, only, folder);
    writer.texts(&chosen, &packed, &chains).map_err(failed)?;
    progress.advance(1);
    for file in &here {
        if progress.is_cancelled() {
            return Err(ExchangeError::Cancelled);
        }
        writer.media(file).map_err(failed)?;
        progress.advance(1);
    }
    writer.finish(only).map_err(failed)?;
    part.as_file().sync_all().map_err(failed)?;
    read_back(part.path(), to, progress)?;
    open_to_others(part.as_file()).map_err(failed)?;
    let written = part.persist(to).map_err(|error| failed(error.error))?;
    sync_folder(parent(to));
    Ok(Packed {
        boards: packed.boards.len(),
        photos: here.len(),
        missing: media.len() - here.len(),
        bytes: written.metadata().map_or(0, |about| about.len()),
    })
}

fn read_back(part: &Path, to: &Path, progress: &Progress) -> Result<(), ExchangeError> {
    let verified = Guarded::open(part).and_then(|mut pack| pack.verify(progress));
    verified.map_err(|error| match error {
        ExchangeError::Cancelled => ExchangeError::Cancelled,
        ExchangeError::Told(say, source) => {
            let what = ExchangeSay::NotVerified { name: name_of(to) };
            ExchangeError::Told(what.into(), source.or_else(|| Some(format!("{say:?}").into())))
        }
    })
}

/// Temporary files are private; a pack is as readable as any file the user makes.
#[cfg(unix)]
fn open_to_others(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    match file.set_permissions(std::fs::Permissions::from_mode(0o644)) {
        // Sticks know no rights.
        Err(error) if error.kind() != io::ErrorKind::PermissionDenied => Err(error),
        _ => Ok(()),
    }
}

#[cfg(not(unix))]
fn open_to_others(_: &File) -> io::Result<()> {
    Ok(())
}

/// Only what one unit's boards need; the whole show as it is, but for its bin.
fn restricted(show: &Exhibition, only: Option<CommitteeId>) -> Exhibition {
    let mut chosen = show.clone();
    chosen.bin = Arc::default();
    chosen.met = Arc::default();
    let Some(unit) = only else { return chosen };
    chosen.boards.retain(|board| board.committee == unit);
    let boards: BTreeSet<BoardId> = chosen.boards.iter().map(|board| board.id).collect();
    let used: BTreeSet<&TemplateRef> = chosen.boards.iter().map(|board| &board.template).collect();
    let templates = show.templates.iter().filter(|(at, _)| used.contains(at));
    chosen.templates = Arc::new(templates.map(|(at, template)| (at.clone(), template.clone())).collect());
    chosen.order = Arc::new(show.order.iter().copied().filter(|id| boards.contains(id)).collect());
    let states = show.states.iter().filter(|(id, _)| boards.contains(id));
    chosen.states = Arc::new(states.map(|(id, state)| (*id, *state)).collect());
    chosen.committees = Arc::new(show.committee(unit).cloned().into_iter().collect());
    chosen.plazas = Vec::new();
    chosen.shops = Arc::default();
    chosen.imports = Arc::default();
    chosen
}

/// The forms of everything that goes along, those of this unit's boards that are gone among them: so that the other side
/// learns of it.
fn chains(show: &Exhibition, chosen: &Exhibition, only: Option<CommitteeId>, folder: &Path) -> Chains {
    let mut chains = pasts_of(folder);
    let now = Exhibition {
        met: show.met.clone(),
        ..chosen.clone()
    };
    with_now(&mut chains, &now);
    let Some(unit) = only else { return chains };
    let there: BTreeSet<Key> = chosen
        .boards
        .iter()
        .map(|board| Key::new(Kind::Board, board.id))
        .collect();
    chains.retain(|key, chain| {
        let was_its = || {
            let text = chain.first().and_then(|version| version.text.as_deref());
            let board = text.and_then(|text| crate::store::v1::read(Kind::Board, text).ok());
            matches!(board, Some(crate::store::objects::Owned::Board(board)) if board.committee == unit)
        };
        match key.kind {
            Kind::Board => there.contains(key) || was_its(),
            Kind::States | Kind::Words | Kind::Facts => true,
            _ => false,
        }
    });
    chains
}

/// A photo of the pack, and its file where there is one.
struct Sent {
    facts: Arc<PhotoFacts>,
    place: Option<std::path::PathBuf>,
}

/// What the boards show; with the whole show also what waits in its library. Never the file under a mask.
fn media(show: &Exhibition, packed: &Exhibition, is_whole: bool, libraries: &[&Library]) -> Vec<Sent> {
    let mut wanted: BTreeSet<Digest> = packed.boards.iter().flat_map(|board| board.files()).collect();
    if is_whole {
        let shown: BTreeSet<Digest> = show.boards.iter().flat_map(|board| board.files()).collect();
        let binned: BTreeSet<Digest> = show.bin.iter().flat_map(|binned| binned.board.files()).collect();
        let waiting = show
            .photos
            .keys()
            .filter(|photo| !shown.contains(photo) && !binned.contains(photo));
        wanted.extend(waiting);
    }
    let facts = wanted.iter().filter_map(|photo| packed.photos.get(photo));
    let file = |facts: &Arc<PhotoFacts>| {
        let library = libraries.iter().find(|library| library.has(facts));
        let place = library.map(|library| library.path(facts));
        Sent {
            facts: facts.clone(),
            place: place.filter(|place| !masked::kept_back(packed, facts.digest) && is_itself(place, facts.digest)),
        }
    };
    facts.map(file).collect()
}

/// A file that damage has changed is not sent as what it was.
fn is_itself(place: &Path, digest: Digest) -> bool {
    let hash = || -> io::Result<Digest> {
        let mut hash = sha2::Sha256::new();
        let mut file = File::open(place)?;
        let mut buffer = vec![0; 1 << 20];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(Digest(hash.finalize().into())),
                read => hash.update(&buffer[..read]),
            }
        }
    };
    hash().is_ok_and(|found| found == digest)
}

struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    entries: Vec<Entry>,
}

impl<W: Write + Seek> Writer<W> {
    /// The readme, every object and every past.
    fn texts(&mut self, chosen: &Exhibition, packed: &Exhibition, chains: &Chains) -> io::Result<()> {
        self.text(README.into(), README_TEXT.as_bytes(), Role::Readme)?;
        let known: BTreeMap<Key, Digest> = encoded(chosen).into_iter().map(|(key, sha, _)| (key, sha)).collect();
        for (number, (key, sha, text)) in (1..).zip(encoded(packed)) {
            let role = Role::Object {
                kind: key.kind.name().into(),
                known_as: known.get(&key).copied().filter(|known| *known != sha),
                id: key.id,
            };
            self.text(format!("o/{number:06}.json"), &text, role)?;
        }
        for (number, (key, chain)) in (1..).zip(chains) {
            let versions: Vec<PastVersion<'_>> = chain.iter().map(PastVersion::of).collect();
            let text = serde_json::to_vec(&versions)?;
            let role = Role::Past {
                kind: key.kind.name().into(),
                id: key.id.clone(),
            };
            self.text(format!("p/{number:06}.json"), &text, role)?;
        }
        Ok(())
    }

    fn text(&mut self, name: String, text: &[u8], role: Role) -> io::Result<()> {
        self.start(&name, CompressionMethod::Deflated)?;
        self.zip.write_all(text)?;
        self.entries.push(Entry {
            name,
            bytes: text.len() as u64,
            sha256: Digest::of(text),
            role,
        });
        Ok(())
    }

    /// Photos are as small as they get: stored.
    fn media(&mut self, file: &Sent) -> io::Result<()> {
        let Some(place) = &file.place else { return Ok(()) };
        let name = format!("m/{}", file.facts.digest);
        self.start(&name, CompressionMethod::Stored)?;
        let bytes = io::copy(&mut File::open(place)?, &mut self.zip)?;
        self.entries.push(Entry {
            name,
            bytes,
            sha256: file.facts.digest,
            role: Role::Media,
        });
        Ok(())
    }

    fn start(&mut self, name: &str, method: CompressionMethod) -> io::Result<()> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.zip.start_file(name, options).map_err(in_io)
    }

    fn finish(mut self, only: Option<CommitteeId>) -> io::Result<()> {
        let manifest = Manifest {
            what: WHAT.into(),
            format: FORMAT,
            only,
            by: user(),
            at: utc::now(),
            entries: std::mem::take(&mut self.entries),
        };
        let text = serde_json::to_vec(&manifest)?;
        self.start(MANIFEST, CompressionMethod::Deflated)?;
        self.zip.write_all(&text)?;
        self.zip.finish().map_err(in_io)?.flush()
    }
}

fn in_io(error: zip::result::ZipError) -> io::Error {
    match error {
        zip::result::ZipError::Io(error) => error,
        error => io::Error::other(error),
    }
}

/// One earlier form in a pack.
#[derive(serde::Serialize)]
struct PastVersion<'a> {
    sha: Digest,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<std::borrow::Cow<'a, str>>,
}

impl PastVersion<'_> {
    fn of(version: &super::history::Version) -> PastVersion<'_> {
        PastVersion {
            sha: version.sha,
            text: version.text.as_deref().map(String::from_utf8_lossy),
        }
    }
}
