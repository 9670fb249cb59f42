//! Earlier forms of objects, and which of them both sides had: the base of a merge.

use crate::base::Digest;
use crate::model::Exhibition;
use crate::store::db::{self, body_sha};
use crate::store::objects::{Key, Kind, Owned, changes};
use crate::store::rest::understand;
use crate::store::rev::{REV, Stored};
use crate::store::v1;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One form an object had; `text` is not there where only its hash is known.
#[derive(Clone, Debug)]
pub struct Version {
    pub sha: Digest,
    pub text: Option<Vec<u8>>,
}

/// Newest first; the first one is the object as it is, unless it is gone.
pub type Chains = BTreeMap<Key, Vec<Version>>;

/// Older forms go along as their hash alone: who has them needs no text, who has not had none of them either.
const WITH_TEXT: usize = 100;

/// Kinds that are versioned; templates and photos are known by their hash.
fn has_past(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Template | Kind::Photo | Kind::Imports | Kind::Bin | Kind::Met
    )
}

/// The forms that the file remembers, before those that are there now.
pub fn pasts(db: &Connection) -> rusqlite::Result<Chains> {
    let mut chains = Chains::new();
    let mut query = db.prepare(&format!("SELECT {REV} FROM rev ORDER BY at_utc DESC, rowid DESC"))?;
    for stored in query.query_map([], Stored::revision)?.filter_map(Result::ok) {
        let Some(kind) = Kind::from_name(&stored.kind).filter(|kind| has_past(*kind)) else {
            continue;
        };
        let Some(body) = stored.verified() else { continue };
        let Some(text) = body.text else { continue };
        let chain = chains.entry(Key::new(kind, &stored.object)).or_default();
        if chain.iter().all(|version| version.sha != body.sha) {
            let text = (chain.len() < WITH_TEXT).then_some(text);
            chain.push(Version { sha: body.sha, text });
        }
    }
    Ok(chains)
}

/// The same of a project folder, without its lock: only read. A file that cannot be read has no past.
pub fn pasts_of(folder: &Path) -> Chains {
    let read = || pasts(&db::open(&folder.join("project.db"), false)?);
    read().unwrap_or_default()
}

/// Puts the objects as they are now in front of their pasts.
pub fn with_now(chains: &mut Chains, show: &Exhibition) {
    for (key, sha, text) in encoded(show) {
        if !has_past(key.kind) {
            continue;
        }
        let met = show.met.get(&key.to_string()).copied();
        let chain = chains.entry(key).or_default();
        let met = met.filter(|met| *met != sha && chain.iter().all(|version| version.sha != *met));
        chain.retain(|version| version.sha != sha);
        // What was worked in from another desk is behind us too, though we never were just that.
        chain.splice(0..0, met.map(|sha| Version { sha, text: None }));
        chain.insert(0, Version { sha, text: Some(text) });
    }
}

/// Every object of a show as it stands in a file.
pub fn encoded(show: &Exhibition) -> Vec<(Key, Digest, Vec<u8>)> {
    let pieces = changes(None, show).into_iter();
    let texts = pieces.filter_map(|(key, piece)| {
        let text = v1::encode(&piece?);
        Some((key, body_sha(Some(&text)), text))
    });
    texts.collect()
}

/// What both sides had last of each object. Ours as it is now, if they had it; else the newest of theirs that we had
/// last or that was worked in here. Undoing a merge takes its mark back, and our past is asked newest first: so what was
/// undone counts as never taken in.
pub fn base(ours: &Exhibition, our_pasts: &Chains, theirs: &Chains) -> (Exhibition, bool) {
    let now: BTreeMap<Key, (Digest, Vec<u8>)> = encoded(ours)
        .into_iter()
        .map(|(key, sha, text)| (key, (sha, text)))
        .collect();
    let mut base = Exhibition::new(ours.show.title.clone(), ours.show.region);
    let mut has_settings = false;
    for (key, chain) in theirs {
        let place = |sha: &Digest| chain.iter().position(|version| version.sha == *sha);
        let past = || our_pasts.get(key)?.iter().find_map(|version| place(&version.sha));
        let met = || ours.met.get(&key.to_string()).and_then(place);
        let here = now.get(key);
        let at = here.and_then(|(sha, _)| place(sha));
        let at = at.or_else(|| past().into_iter().chain(met()).min());
        let Some(version) = at.and_then(|at| chain.get(at)) else {
            continue;
        };
        let own = || {
            our_pasts
                .get(key)?
                .iter()
                .find(|own| own.sha == version.sha)?
                .text
                .as_ref()
        };
        let as_now = here.filter(|(sha, _)| *sha == version.sha).map(|(_, text)| text);
        let text = version.text.as_ref().or(as_now).or_else(own);
        if let Some(object) = text.and_then(|text| understand(key.kind, text).ok()) {
            has_settings |= key.kind == Kind::Show;
            put(&mut base, object.object);
        }
    }
    (base, has_settings)
}

fn put(show: &mut Exhibition, object: Owned) {
    match object {
        Owned::Show(settings) => show.show = Arc::new(settings),
        Owned::Committees(list) => show.committees = Arc::new(list),
        Owned::Board(board) => show.boards.push(Arc::new(board)),
        Owned::Order { shown, .. } => show.order = Arc::new(shown),
        Owned::States(states) => show.states = Arc::new(states),
        Owned::Plaza(plaza) => show.plazas.push(Arc::new(plaza)),
        Owned::Words(words) => show.words = Arc::new(words),
        Owned::Facts(list) => show.facts = Arc::new(list),
        Owned::Shops(list) => show.shops = Arc::new(list),
        Owned::Template(..) | Owned::Photo(_) | Owned::Imports(_) | Owned::Bin(_) | Owned::Met(_) => {}
    }
}
