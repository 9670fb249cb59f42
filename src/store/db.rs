//! `project.db`: its header, its tables, and how a connection is set up so that no SQL but ours ever runs.

use crate::base::Digest;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::io::Read;
use std::path::Path;

/// The version this program writes. A higher one opens read-only.
pub const FORMAT: u32 = 1;
/// "ZHBN"
pub const APPLICATION: u32 = 0x5A48_424E;
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// As SQLite keeps them: a table that differs is not ours.
const TABLES: [&str; 4] = [
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE object(kind TEXT NOT NULL, id TEXT NOT NULL, head BLOB, PRIMARY KEY(kind, id)) WITHOUT ROWID",
    "CREATE TABLE rev(hash BLOB PRIMARY KEY, kind TEXT NOT NULL, object TEXT NOT NULL, body BLOB, body_sha BLOB NOT NULL, parents TEXT NOT NULL, author TEXT NOT NULL, at_utc TEXT NOT NULL, reason TEXT NOT NULL)",
    "CREATE TABLE state(kind TEXT NOT NULL, object TEXT NOT NULL, body BLOB, seal BLOB NOT NULL, PRIMARY KEY(kind, object))",
];
const INDEXES: [&str; 1] = ["CREATE INDEX rev_of_object ON rev(kind, object, at_utc)"];

/// What the first 100 bytes tell, read before SQLite touches the file.
pub struct Header {
    pub is_sqlite: bool,
    pub application: u32,
    pub format: u32,
    /// Bytes the header speaks of, and bytes there are.
    pub told: u64,
    pub there: u64,
}

impl Header {
    pub fn read(file: &Path) -> std::io::Result<Header> {
        let mut bytes = Vec::new();
        let mut opened = std::fs::File::open(file)?;
        opened.by_ref().take(100).read_to_end(&mut bytes)?;
        let there = opened.metadata()?.len();
        bytes.resize(100, 0);
        let word = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let page = match u16::from_be_bytes([bytes[16], bytes[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        Ok(Header {
            is_sqlite: bytes.starts_with(MAGIC),
            application: word(68),
            format: word(60),
            told: page * u64::from(word(28)),
            there,
        })
    }

    pub fn is_cut_short(&self) -> bool {
        self.there < self.told.max(100)
    }
}

pub fn create(file: &Path, show: &str) -> rusqlite::Result<Connection> {
    let db = Connection::open(file)?;
    db.execute_batch(&format!(
        "PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};"
    ))?;
    set_up(&db, true)?;
    for sql in TABLES.iter().chain(&INDEXES) {
        db.execute_batch(sql)?;
    }
    let mut insert = db.prepare("INSERT INTO meta(key, value) VALUES (?1, ?2)")?;
    insert.execute(("show", show))?;
    insert.execute(("created", crate::base::utc::now()))?;
    insert.execute(("program", env!("CARGO_PKG_VERSION")))?;
    drop(insert);
    Ok(db)
}

/// Opens an existing file; a journal left by a crash is rolled back here.
pub fn open(file: &Path, may_write: bool) -> rusqlite::Result<Connection> {
    let access = if may_write {
        OpenFlags::SQLITE_OPEN_READ_WRITE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let db = Connection::open_with_flags(file, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_up(&db, may_write)?;
    Ok(db)
}

fn set_up(db: &Connection, may_write: bool) -> rusqlite::Result<()> {
    for (setting, is_on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        db.set_db_config(setting, is_on)?;
    }
    db.busy_timeout(std::time::Duration::from_secs(5))?;
    db.execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")?;
    if may_write {
        // A rollback journal, because a copied or write-protected folder must open; EXTRA also syncs the folder.
        db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        db.execute_batch("PRAGMA synchronous = EXTRA;")?;
    }
    Ok(())
}

/// Tables as we make them, and nothing that runs by itself.
pub fn is_ours(db: &Connection) -> rusqlite::Result<bool> {
    let mut query = db.prepare("SELECT type, name, sql FROM sqlite_schema")?;
    let rows = query.query_map([], |row| {
        Ok((
            row.get::<_, String>(0)?,
            row.get::<_, String>(1)?,
            row.get::<_, Option<String>>(2)?,
        ))
    })?;
    let mut tables = 0;
    for row in rows {
        let (what, name, sql) = row?;
        let sql = sql.unwrap_or_default();
        let is_known = match what.as_str() {
            "table" if TABLES.contains(&sql.as_str()) => {
                tables += 1;
                true
            }
            // A later program may add tables of its own beside ours.
            "table" => !TABLES
                .iter()
                .any(|ours| ours.starts_with(&format!("CREATE TABLE {name}("))),
            // SQLite's own have no text.
            "index" => sql.is_empty() || INDEXES.contains(&sql.as_str()),
            _ => false,
        };
        if !is_known {
            return Ok(false);
        }
    }
    Ok(tables == TABLES.len())
}

/// SQLite's own look at the structure; what is inside the rows has hashes.
pub fn is_whole(db: &Connection) -> bool {
    let first = db.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
    first.is_ok_and(|answer| answer == "ok")
}

/// JSON, compressed. `None` stands for an object that is gone.
pub fn pack(text: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(4));
    packer.write_all(text).expect("memory takes everything");
    packer.finish().expect("memory takes everything")
}

/// `None` where the bytes are damaged, or are more than any board can be.
pub fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    const MOST: u64 = 64 << 20;
    let mut text = Vec::with_capacity(packed.len() * 8);
    let mut unpacker = flate2::read::ZlibDecoder::new(packed).take(MOST);
    unpacker.read_to_end(&mut text).ok()?;
    ((text.len() as u64) < MOST).then_some(text)
}

/// The hash of a body; an object that is gone has that of no bytes.
pub fn body_sha(text: Option<&[u8]>) -> Digest {
    Digest::of(text.unwrap_or_default())
}

/// Binds a body to the object it belongs to: a row that wandered to another key is seen.
pub fn seal(kind: &str, object: &str, body: Digest) -> Digest {
    Digest::of(format!("{kind}\0{object}\0{body}").as_bytes())
}
