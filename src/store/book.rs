//! What is on disk, and how a changed exhibition gets there: one transaction, only what changed.

use super::db::{body_sha, pack, seal};
use super::objects::{Change, Key, changes};
use super::rest::Rest;
use super::rev::revise;
use super::v1;
use crate::base::Digest;
use crate::model::Exhibition;
use rayon::prelude::*;
use rusqlite::{Connection, TransactionBehavior};
use std::collections::BTreeMap;

/// An open file that is written to, and what was last written there.
pub struct Book {
    pub db: Connection,
    /// The exhibition that `stored` belongs to; `None` before the first save.
    pub saved: Option<Exhibition>,
    /// Hash of every body in the file: setting back what was there before writes nothing.
    pub stored: BTreeMap<Key, Digest>,
    /// What newer programs wrote and this one hands on.
    pub rests: BTreeMap<Key, Rest>,
    pub author: String,
    /// States that are no revision yet.
    pub has_states: bool,
}

struct Write {
    key: Key,
    sha: Digest,
    packed: Option<Vec<u8>>,
}

impl Book {
    /// Writes what differs from the last save; with a reason, everything changed becomes revisions too.
    /// On an error nothing has happened: the next call tries the same and more.
    pub fn write(&mut self, exhibition: &Exhibition, reason: Option<&str>) -> rusqlite::Result<()> {
        let (stored, rests) = (&self.stored, &self.rests);
        let writes: Vec<Write> = changes(self.saved.as_ref(), exhibition)
            .into_par_iter()
            .filter_map(|change| write_of(change, stored, rests))
            .collect();
        let revises = reason.is_some() && (self.has_states || !writes.is_empty());
        if !writes.is_empty() || revises {
            let tx = self.db.transaction_with_behavior(TransactionBehavior::Immediate)?;
            for write in &writes {
                put(&tx, write)?;
            }
            if let Some(reason) = reason {
                revise(&tx, &self.author, reason)?;
            }
            tx.commit()?;
            self.has_states = reason.is_none();
        }
        self.stored
            .extend(writes.into_iter().map(|write| (write.key, write.sha)));
        self.saved = Some(exhibition.clone());
        Ok(())
    }
}

/// `None` where the file holds just this.
fn write_of((key, piece): Change<'_>, stored: &BTreeMap<Key, Digest>, rests: &BTreeMap<Key, Rest>) -> Option<Write> {
    let text = piece.map(|piece| {
        let text = v1::encode(&piece);
        match rests.get(&key) {
            Some(rest) => rest.put_back(&text),
            None => text,
        }
    });
    let sha = body_sha(text.as_deref());
    (stored.get(&key) != Some(&sha)).then(|| Write {
        packed: text.map(|text| pack(&text)),
        key,
        sha,
    })
}

fn put(tx: &Connection, write: &Write) -> rusqlite::Result<()> {
    let (kind, id) = (write.key.kind.name(), &write.key.id);
    tx.prepare_cached("INSERT OR IGNORE INTO object(kind, id, head) VALUES (?1, ?2, NULL)")?
        .execute((kind, id))?;
    tx.prepare_cached(
        "INSERT INTO state(kind, object, body, seal) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT(kind, object) DO UPDATE SET body = ?3, seal = ?4",
    )?
    .execute((kind, id, &write.packed, seal(kind, id, write.sha).0))?;
    Ok(())
}
