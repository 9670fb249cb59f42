//! One project folder, open for work: `NAME.zhanban/` with `project.db`, `media/`, backups. Saving runs on its own thread.

use super::book::Book;
use super::db::{self, Header};
use super::load::{Loaded, load};
use super::lock::{Lock, Taken, user};
use super::mend::mend;
use super::writer::Writer;
use crate::base::say::StoreSay;
use crate::base::{Digest, Finding, PhotoFacts, Say};
use crate::media::Library;
use crate::model::Exhibition;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Everything a person can mend, as a sentence in their language (`StoreSay`).
    #[error("{}", .0.text(crate::base::Lang::En))]
    Told(Say, #[source] Option<Box<dyn std::error::Error + Send + Sync>>),
}

/// A project just opened: the show as it was left, and what had to be mended on the way.
pub struct Opened {
    pub project: Project,
    pub exhibition: Exhibition,
    pub findings: Vec<Finding>,
}

/// What the title bar says.
#[derive(Clone, Debug, PartialEq)]
pub enum SaveState {
    Saved,
    Saving,
    /// Kept in memory, tried again every 2 s.
    Failed(Say),
    ReadOnly(Say),
}

/// Dropping it saves what is still open and makes revisions of it.
pub struct Project {
    folder: PathBuf,
    library: Library,
    access: Access,
}

enum Access {
    /// The writer goes first: the lock is held until the last save is done.
    Write(Writer, #[expect(dead_code, reason = "held, never read")] Lock),
    Look {
        why: Say,
        /// Somebody handed over changes that cannot be saved.
        has_changes: AtomicBool,
    },
}

impl Project {
    /// A new folder; refuses one that exists.
    pub fn create(folder: &Path, exhibition: &Exhibition) -> Result<Project, StoreError> {
        let name = name_of(folder);
        if folder.symlink_metadata().is_ok() {
            return Err(told(StoreSay::Exists { name }));
        }
        let cannot =
            |error: BoxError| StoreError::Told(StoreSay::CannotCreate { name: name.clone() }.into(), Some(error));
        create_folder(folder, exhibition).map_err(cannot)?;
        Ok(Project::open(folder)?.project)
    }

    /// Opens and recovers. A read-only disk, a newer format or another window give a project that cannot save
    /// (`SaveState::ReadOnly`), never an error.
    pub fn open(folder: &Path) -> Result<Opened, StoreError> {
        let folder = project_of(folder);
        let header = checked_header(folder, &name_of(folder))?;
        let (mode, lock) = mode_of(folder, &header);
        let (opened, loaded) = read(folder, &header, &mode)?;
        let mode = opened
            .mode(mode)
            .map_err(|error| unreadable(error, &name_of(folder), false))?;
        Ok(begin(folder, opened.db, loaded, mode, lock))
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn library(&self) -> Library {
        self.library.clone()
    }

    /// Hands the state to the writer thread and returns at once; states that come quickly are merged, the last one
    /// is on disk within 1 s.
    pub fn save(&self, exhibition: &Exhibition) {
        match &self.access {
            Access::Write(writer, _) => writer.save(exhibition),
            Access::Look { has_changes, .. } => has_changes.store(true, Ordering::Relaxed),
        }
    }

    pub fn state(&self) -> SaveState {
        match &self.access {
            Access::Write(writer, _) => writer.state(),
            Access::Look { why, .. } => SaveState::ReadOnly(why.clone()),
        }
    }

    /// Waits until everything handed over is on disk; an error says why it is not.
    pub fn flush(&self) -> Result<(), StoreError> {
        match &self.access {
            Access::Write(writer, _) => writer.flush(),
            Access::Look { why, has_changes } if has_changes.load(Ordering::Relaxed) => {
                Err(StoreError::Told(why.clone(), None))
            }
            Access::Look { .. } => Ok(()),
        }
    }

    /// As `checkpoint`, at the next save: nobody waits.
    pub fn mark(&self, exhibition: &Exhibition, reason: &str) {
        match &self.access {
            Access::Write(writer, _) => writer.mark(exhibition, reason),
            Access::Look { has_changes, .. } => has_changes.store(true, Ordering::Relaxed),
        }
    }

    /// Makes revisions of everything that changed since the last ones: hand-in, import, export, quitting.
    pub fn checkpoint(&self, exhibition: &Exhibition, reason: &str) -> Result<(), StoreError> {
        match &self.access {
            Access::Write(writer, _) => writer.checkpoint(exhibition, reason),
            Access::Look { why, .. } => Err(StoreError::Told(why.clone(), None)),
        }
    }
}

type BoxError = Box<dyn std::error::Error + Send + Sync>;

impl From<StoreSay> for Say {
    fn from(say: StoreSay) -> Say {
        Say::Store(say)
    }
}

fn told(say: StoreSay) -> StoreError {
    StoreError::Told(say.into(), None)
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map_or_else(
        || folder.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// Built beside its place and moved there whole: nobody ever sees half a project.
pub fn create_folder(folder: &Path, exhibition: &Exhibition) -> Result<(), BoxError> {
    let parent = folder
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent)?;
    let building = tempfile::Builder::new().prefix(".zhanban-new-").tempdir_in(parent)?;
    let inner = building.path().join("project");
    std::fs::create_dir(&inner)?;
    std::fs::create_dir(inner.join("media"))?;
    let mut book = Book {
        db: db::create(&inner.join("project.db"), &exhibition.show.id.to_string())?,
        saved: None,
        stored: BTreeMap::new(),
        rests: BTreeMap::new(),
        author: user(),
        has_states: false,
    };
    book.write(exhibition, Some("created"))?;
    book.db.close().map_err(|(_, error)| error)?;
    std::fs::rename(&inner, folder)?;
    sync_folder(parent);
    Ok(())
}

/// A rename is on disk once its folder is. Windows has no such call and needs none.
pub fn sync_folder(folder: &Path) {
    if cfg!(unix) {
        // A disk that cannot sync a folder keeps its renames in order anyway, or not at all.
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// What can be told before SQLite touches anything.
fn checked_header(folder: &Path, name: &str) -> Result<Header, StoreError> {
    let name = || name.to_string();
    if !folder.exists() {
        return Err(told(StoreSay::NotFound { name: name() }));
    }
    let file = folder.join("project.db");
    if !file.is_file() {
        return Err(told(StoreSay::NotAProject { name: name() }));
    }
    let header = Header::read(&file)
        .map_err(|error| StoreError::Told(StoreSay::CannotRead { name: name() }.into(), Some(error.into())))?;
    if header.there < 100 {
        return Err(told(StoreSay::CutShort { name: name() }));
    }
    match (header.is_sqlite, header.application == db::APPLICATION) {
        (true, true) if header.format == 0 => Err(told(StoreSay::Damaged { name: name() })),
        // A crash may have left the file short; its journal makes it whole again.
        (true, true) if header.is_cut_short() && !has_journal(folder) => Err(told(StoreSay::CutShort { name: name() })),
        (true, true) => Ok(header),
        (false, true) | (true, false) if is_nearly_ours(folder) => Err(told(StoreSay::Damaged { name: name() })),
        _ => Err(told(StoreSay::NotAProject { name: name() })),
    }
}

/// People also pick the file inside.
fn project_of(folder: &Path) -> &Path {
    let is_inside = folder.file_name().is_some_and(|name| name == "project.db") && folder.is_file();
    folder.parent().filter(|_| is_inside).unwrap_or(folder)
}

/// The file's content, verified; nothing but ours runs.
fn read(folder: &Path, header: &Header, mode: &Mode) -> Result<(OpenFile, Loaded), StoreError> {
    let name = name_of(folder);
    let is_newer = header.format > db::FORMAT;
    let unreadable = |error: rusqlite::Error| unreadable(error, &name, is_newer);
    let opened = OpenFile::open(&folder.join("project.db"), mode).map_err(unreadable)?;
    let db = &opened.db;
    if !db::is_ours(db).map_err(unreadable)? {
        return Err(told(if is_newer {
            StoreSay::NewerUnreadable { name }
        } else {
            StoreSay::Foreign { name }
        }));
    }
    if !db::is_whole(db) {
        return Err(told(StoreSay::Damaged { name }));
    }
    let loaded = load(db).map_err(unreadable)?;
    Ok((opened, loaded))
}

/// A project only looked at, whoever has it open: for taking boards out of it.
pub struct Seen {
    pub folder: PathBuf,
    pub db: Connection,
    pub exhibition: Exhibition,
    pub findings: Vec<Finding>,
    pub library: Library,
}

pub fn look_at(folder: &Path) -> Result<Seen, StoreError> {
    let folder = project_of(folder);
    let header = checked_header(folder, &name_of(folder))?;
    let (opened, loaded) = read(folder, &header, &Mode::Look(StoreSay::ReadOnlyPlace))?;
    let library = Library::open(&folder.join("media"));
    let (exhibition, mended) = mend(&loaded.exhibition, &|photo| found_again(&library, photo));
    library.take_in_drawings(exhibition.photos.values().map(|facts| &**facts));
    let mut findings = loaded.findings;
    findings.extend(mended);
    Ok(Seen {
        folder: folder.to_path_buf(),
        db: opened.db,
        exhibition,
        findings,
        library,
    })
}

/// Other signs of a project than the file's header: a folder named and furnished like one.
fn is_nearly_ours(folder: &Path) -> bool {
    folder.extension().is_some_and(|extension| extension == "zhanban") && folder.join("media").is_dir()
}

fn has_journal(folder: &Path) -> bool {
    folder
        .join("project.db-journal")
        .metadata()
        .is_ok_and(|journal| journal.len() > 0)
}

/// How the file is opened: for writing, or why only for looking.
enum Mode {
    Write,
    Look(StoreSay),
}

fn mode_of(folder: &Path, header: &Header) -> (Mode, Option<Lock>) {
    if header.format > db::FORMAT {
        return (Mode::Look(StoreSay::Newer), None);
    }
    match Lock::take(folder) {
        Taken::Mine(lock) => (Mode::Write, Some(lock)),
        Taken::Theirs(who) => (Mode::Look(StoreSay::OpenElsewhere { who }), None),
        Taken::ReadOnly => (Mode::Look(StoreSay::ReadOnlyPlace), None),
    }
}

struct OpenFile {
    db: Connection,
    /// A copy that was needed to read without writing; goes after the connection.
    _copy: Option<tempfile::TempDir>,
}

impl OpenFile {
    fn open(file: &Path, mode: &Mode) -> rusqlite::Result<OpenFile> {
        let may_write = matches!(mode, Mode::Write);
        let open = |file: &Path, may_write| {
            let db = db::open(file, may_write)?;
            // The first read rolls back a journal.
            db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(db)
        };
        match open(file, may_write) {
            Ok(db) => Ok(OpenFile { db, _copy: None }),
            // After a crash on a disk that is write-protected now: the journal is rolled back in a copy.
            Err(error) if !may_write && file.with_file_name("project.db-journal").exists() => {
                let Ok(copy) = copied(file) else {
                    return Err(error);
                };
                let db = open(&copy.path().join("project.db"), true)?;
                Ok(OpenFile { db, _copy: Some(copy) })
            }
            Err(error) => Err(error),
        }
    }

    /// A file that only opened for reading is one more reason to only look.
    fn mode(&self, wanted: Mode) -> rusqlite::Result<Mode> {
        Ok(match wanted {
            Mode::Write if self.db.is_readonly("main")? => Mode::Look(StoreSay::ReadOnlyPlace),
            mode => mode,
        })
    }
}

fn copied(file: &Path) -> std::io::Result<tempfile::TempDir> {
    let copy = tempfile::tempdir()?;
    for name in ["project.db", "project.db-journal"] {
        std::fs::copy(file.with_file_name(name), copy.path().join(name))?;
    }
    Ok(copy)
}

fn unreadable(error: rusqlite::Error, name: &str, is_newer: bool) -> StoreError {
    let name = name.to_string();
    let say = match error.sqlite_error_code() {
        _ if is_newer => StoreSay::NewerUnreadable { name },
        Some(
            rusqlite::ErrorCode::CannotOpen
            | rusqlite::ErrorCode::SystemIoFailure
            | rusqlite::ErrorCode::PermissionDenied,
        ) => StoreSay::CannotRead { name },
        _ => StoreSay::Damaged { name },
    };
    StoreError::Told(say.into(), Some(error.into()))
}

/// The project as it goes on from here: mended where needed, with its writer.
fn begin(folder: &Path, db: Connection, loaded: Loaded, mode: Mode, lock: Option<Lock>) -> Opened {
    let library = Library::open(&folder.join("media"));
    let (exhibition, mended) = mend(&loaded.exhibition, &|photo| found_again(&library, photo));
    library.take_in_drawings(exhibition.photos.values().map(|facts| &**facts));
    let mut findings = loaded.findings;
    findings.extend(mended);
    let access = match (mode, lock) {
        (Mode::Write, Some(lock)) => {
            let book = Book {
                db,
                // What was mended differs from this and is written with the next save.
                saved: Some(loaded.exhibition),
                stored: loaded.stored,
                rests: loaded.rests,
                author: user(),
                has_states: loaded.has_states,
            };
            Access::Write(Writer::start(book, folder, &exhibition), lock)
        }
        (Mode::Look(why), _) => look(why),
        (Mode::Write, None) => look(StoreSay::ReadOnlyPlace),
    };
    if matches!(access, Access::Write(..)) {
        sweep(folder);
    }
    let project = Project {
        folder: folder.to_path_buf(),
        library,
        access,
    };
    Opened {
        project,
        exhibition,
        findings,
    }
}

/// What a crash left of packs that were being read.
fn sweep(folder: &Path) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        if entry
            .file_name()
            .to_string_lossy()
            .starts_with(super::exchange::STAGING)
        {
            // What cannot be removed only takes space.
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// A photo whose record is lost and whose file is still there.
fn found_again(library: &Library, photo: Digest) -> Option<PhotoFacts> {
    let hex = photo.hex();
    let files = std::fs::read_dir(library.folder().join(&hex[..2])).ok()?;
    let file = files
        .filter_map(|entry| Some(entry.ok()?.path()))
        .find(|file| file.file_stem().is_some_and(|stem| *stem == *hex))?;
    library.add_file(&file).ok()
}

fn look(why: StoreSay) -> Access {
    Access::Look {
        why: why.into(),
        has_changes: AtomicBool::new(false),
    }
}
