//! Revisions: immutable states of one object, each named by its hash and naming its parents.

use super::db::{body_sha, seal, unpack};
use crate::base::Digest;
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

/// One row of `rev` or `state`, not yet verified.
pub struct Stored {
    pub kind: String,
    pub object: String,
    packed: Option<Vec<u8>>,
    seal: Seal,
}

enum Seal {
    State(Vec<u8>),
    Revision {
        hash: Vec<u8>,
        body_sha: Vec<u8>,
        parents: String,
        author: String,
        at: String,
        reason: String,
    },
}

/// A verified body; `None` where the object is gone.
pub struct Body {
    pub text: Option<Vec<u8>>,
    pub sha: Digest,
}

pub const REV: &str =
    "rev.kind, rev.object, rev.body, rev.hash, rev.body_sha, rev.parents, rev.author, rev.at_utc, rev.reason";
pub const STATE: &str = "kind, object, body, seal";

impl Stored {
    pub fn state(row: &Row<'_>) -> rusqlite::Result<Stored> {
        Ok(Stored {
            kind: row.get(0)?,
            object: row.get(1)?,
            packed: row.get(2)?,
            seal: Seal::State(row.get(3)?),
        })
    }

    pub fn revision(row: &Row<'_>) -> rusqlite::Result<Stored> {
        Ok(Stored {
            kind: row.get(0)?,
            object: row.get(1)?,
            packed: row.get(2)?,
            seal: Seal::Revision {
                hash: row.get(3)?,
                body_sha: row.get(4)?,
                parents: row.get(5)?,
                author: row.get(6)?,
                at: row.get(7)?,
                reason: row.get(8)?,
            },
        })
    }

    /// When the revision was made.
    pub fn at(&self) -> &str {
        match &self.seal {
            Seal::State(_) => "",
            Seal::Revision { at, .. } => at,
        }
    }

    /// The body, if every hash fits; `None` for a damaged row.
    pub fn verified(&self) -> Option<Body> {
        let text = match &self.packed {
            Some(packed) => Some(unpack(packed)?),
            None => None,
        };
        let sha = body_sha(text.as_deref());
        let fits = match &self.seal {
            Seal::State(sealed) => *sealed == seal(&self.kind, &self.object, sha).0,
            Seal::Revision {
                hash,
                body_sha,
                parents,
                author,
                at,
                reason,
            } => {
                *body_sha == sha.0
                    && *hash == revision_hash(&self.kind, &self.object, sha, [parents, author, at, reason]).0
            }
        };
        fits.then_some(Body { text, sha })
    }
}

fn revision_hash(kind: &str, object: &str, body: Digest, rest: [&str; 4]) -> Digest {
    let [parents, author, at, reason] = rest;
    Digest::of(format!("{kind}\0{object}\0{body}\0{parents}\0{author}\0{at}\0{reason}").as_bytes())
}

/// The newest revision of an object that is whole.
pub fn newest_good(db: &Connection, kind: &str, object: &str) -> Option<Stored> {
    let sql = format!("SELECT {REV} FROM rev WHERE kind = ?1 AND object = ?2 ORDER BY at_utc DESC, rowid DESC");
    let mut query = db.prepare(&sql).ok()?;
    let rows = query.query_map((kind, object), Stored::revision).ok()?;
    rows.filter_map(Result::ok).find(|stored| stored.verified().is_some())
}

/// Turns every working state into a revision and moves the heads.
pub fn revise(tx: &Transaction<'_>, author: &str, reason: &str) -> rusqlite::Result<()> {
    let states: Vec<Stored> = tx
        .prepare_cached(&format!("SELECT {STATE} FROM state ORDER BY rowid"))?
        .query_map([], Stored::state)?
        .collect::<rusqlite::Result<_>>()?;
    let at = crate::base::utc::now();
    for state in states {
        // A damaged state stays where it is: it is no revision, and somebody may still want to look at it.
        if let Some(body) = state.verified() {
            revise_one(tx, &state, &body, [author, &at, reason])?;
        }
    }
    Ok(())
}

fn revise_one(
    tx: &Transaction<'_>,
    state: &Stored,
    body: &Body,
    [author, at, reason]: [&str; 3],
) -> rusqlite::Result<()> {
    let key = (&state.kind, &state.object);
    let head: Option<Vec<u8>> = tx
        .prepare_cached("SELECT head FROM object WHERE kind = ?1 AND id = ?2")?
        .query_row(key, |row| row.get(0))
        .optional()?
        .flatten();
    let head_body: Option<Vec<u8>> = tx
        .prepare_cached("SELECT body_sha FROM rev WHERE hash = ?1")?
        .query_row([&head], |row| row.get(0))
        .optional()?;
    let is_new = head_body.as_deref() != Some(&body.sha.0[..]);
    if is_new {
        let parents: String = head.iter().flatten().map(|byte| format!("{byte:02x}")).collect();
        let hash = revision_hash(&state.kind, &state.object, body.sha, [&parents, author, at, reason]);
        tx.prepare_cached(
            "INSERT OR IGNORE INTO rev(kind, object, body, hash, body_sha, parents, author, at_utc, reason) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            &state.kind,
            &state.object,
            &state.packed,
            hash.0,
            body.sha.0,
            &parents,
            author,
            at,
            reason,
        ))?;
        tx.prepare_cached(
            "INSERT INTO object(kind, id, head) VALUES (?1, ?2, ?3) ON CONFLICT(kind, id) DO UPDATE SET head = ?3",
        )?
        .execute((&state.kind, &state.object, hash.0))?;
    }
    tx.prepare_cached("DELETE FROM state WHERE kind = ?1 AND object = ?2")?
        .execute(key)?;
    Ok(())
}
