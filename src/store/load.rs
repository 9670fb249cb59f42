//! The show out of the file: every row verified, a damaged one replaced by the newest good revision, the rest whole.

use super::db;
use super::objects::{Key, Kind, Owned};
use super::rest::{Rest, Understood, understand};
use super::rev::{self, Stored};
use crate::base::say::{Part, StoreSay};
use crate::base::{Digest, Finding, Place, Say, Severity};
use crate::model::*;
use rayon::prelude::*;
use rusqlite::Connection;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct Loaded {
    /// As it stands in the file; not mended.
    pub exhibition: Exhibition,
    pub findings: Vec<Finding>,
    pub stored: BTreeMap<Key, Digest>,
    pub rests: BTreeMap<Key, Rest>,
    pub has_states: bool,
}

/// Rows that speak of one object.
#[derive(Default)]
struct Rows {
    state: Option<Stored>,
    head: Option<Stored>,
}

struct Got {
    kind: String,
    object: String,
    what: What,
}

// Few at a time, and most of them are the large one.
#[allow(clippy::large_enum_variant)]
enum What {
    Good {
        sha: Digest,
        understood: Option<Understood>,
        /// Set where a damaged row was passed over: when the version shown was made.
        from: Option<String>,
    },
    Lost,
}

pub fn load(db: &Connection) -> rusqlite::Result<Loaded> {
    let (rows, unreadable) = rows(db)?;
    let has_states = rows.values().any(|rows| rows.state.is_some());
    let mut got: Vec<Got> = rows
        .into_par_iter()
        .map(|((kind, object), rows)| Got {
            what: best(&rows, &kind, &object),
            kind,
            object,
        })
        .collect();
    for got in got.iter_mut().filter(|got| matches!(got.what, What::Lost)) {
        if let Some(older) = rev::newest_good(db, &got.kind, &got.object) {
            let at = older.at().to_string();
            got.what = good(&older, &got.kind, &got.object, Some(at)).unwrap_or(What::Lost);
        }
    }
    let show = db.query_row("SELECT value FROM meta WHERE key = 'show'", [], |row| {
        row.get::<_, String>(0)
    });
    let mut loading = Loading::new(show.ok().and_then(|id| ShowId::parse(&id)));
    got.into_iter().for_each(|got| loading.take(got));
    if unreadable > 0 {
        let say = StoreSay::PartLost { part: Part::Unknown };
        loading.tell(Severity::Error, "part-lost", Place::default(), say);
    }
    Ok(loading.finish(has_states))
}

type All = BTreeMap<(String, String), Rows>;

/// The rows by object, and how many could not even be read.
fn rows(db: &Connection) -> rusqlite::Result<(All, usize)> {
    let mut all = All::new();
    let mut unreadable = 0;
    let mut readable = |row: rusqlite::Result<Stored>| {
        unreadable += usize::from(row.is_err());
        row.ok()
    };
    // Objects are found by their revisions too, so that a damaged list of objects loses none.
    let mut query = db.prepare("SELECT kind, id FROM object UNION SELECT kind, object FROM rev")?;
    for key in query
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .filter_map(Result::ok)
    {
        all.entry(key).or_default();
    }
    let mut query = db.prepare(&format!(
        "SELECT {} FROM object JOIN rev ON rev.hash = object.head AND rev.kind = object.kind AND rev.object = object.id",
        rev::REV
    ))?;
    for head in query.query_map([], Stored::revision)?.filter_map(&mut readable) {
        let key = (head.kind.clone(), head.object.clone());
        all.entry(key).or_default().head = Some(head);
    }
    let mut query = db.prepare(&format!("SELECT {} FROM state", rev::STATE))?;
    for state in query.query_map([], Stored::state)?.filter_map(readable) {
        let key = (state.kind.clone(), state.object.clone());
        all.entry(key).or_default().state = Some(state);
    }
    Ok((all, unreadable))
}

/// The working state where it is whole, else the last revision.
fn best(rows: &Rows, kind: &str, object: &str) -> What {
    if let Some(state) = &rows.state
        && let Some(good) = good(state, kind, object, None)
    {
        return good;
    }
    let Some(head) = &rows.head else {
        return What::Lost;
    };
    let from = rows.state.is_some().then(|| head.at().to_string());
    good(head, kind, object, from).unwrap_or(What::Lost)
}

fn good(stored: &Stored, kind: &str, object: &str, from: Option<String>) -> Option<What> {
    let body = stored.verified()?;
    let understood = match (body.text, Kind::from_name(kind)) {
        (Some(text), Some(kind)) => {
            let understood = understand(kind, &text).ok()?;
            let is_here = understood.object.key() == Key::new(kind, object);
            Some(is_here.then_some(understood)?)
        }
        // Gone, or of a kind that a newer program knows.
        _ => None,
    };
    Some(What::Good {
        sha: body.sha,
        understood,
        from,
    })
}

/// The show while it is put together.
pub struct Loading {
    pub exhibition: Exhibition,
    has_show: bool,
    /// The sequence in which boards and plazas were kept.
    kept: (Vec<BoardId>, Vec<PlazaId>),
    findings: Vec<Finding>,
    stored: BTreeMap<Key, Digest>,
    rests: BTreeMap<Key, Rest>,
}

impl Loading {
    pub fn new(show: Option<ShowId>) -> Loading {
        let nameless = TwoName {
            hans: "未命名展览".into(),
            hant: "未命名展覽".into(),
        };
        let mut exhibition = Exhibition::new(nameless, crate::script::Region::Mainland);
        if let Some(id) = show {
            Arc::make_mut(&mut exhibition.show).id = id;
        }
        Loading {
            exhibition,
            has_show: false,
            kept: Default::default(),
            findings: Vec::new(),
            stored: BTreeMap::new(),
            rests: BTreeMap::new(),
        }
    }

    fn take(&mut self, got: Got) {
        let kind = Kind::from_name(&got.kind);
        let What::Good { sha, understood, from } = got.what else {
            let part = kind.map_or(Part::Unknown, part);
            self.tell(
                Severity::Error,
                "part-lost",
                Place::default(),
                StoreSay::PartLost { part },
            );
            return;
        };
        let Some(kind) = kind else {
            return;
        };
        let key = Key::new(kind, &got.object);
        self.stored.insert(key.clone(), sha);
        let Some(Understood { object, rest, left_out }) = understood else {
            return;
        };
        if let Some(rest) = rest {
            self.rests.insert(key, rest);
        }
        let place = match &object {
            Owned::Board(board) => Place::board(&board.code),
            _ => Place::default(),
        };
        if let Some(when) = from {
            let say = StoreSay::PartOlder {
                part: named(kind, &object),
                when: minute(&when),
            };
            self.tell(Severity::Warning, "part-older", place.clone(), say);
        }
        if left_out > 0 {
            let say = StoreSay::FromNewer {
                part: named(kind, &object),
                count: left_out,
            };
            self.tell(Severity::Warning, "from-newer", place, say);
        }
        self.put(object);
    }

    fn tell(&mut self, severity: Severity, rule: &'static str, place: Place, say: StoreSay) {
        self.findings.push(Finding {
            severity,
            rule,
            place,
            say: Say::Store(say),
        });
    }

    pub fn put(&mut self, object: Owned) {
        let show = &mut self.exhibition;
        match object {
            Owned::Show(settings) => {
                show.show = Arc::new(settings);
                self.has_show = true;
            }
            Owned::Committees(list) => show.committees = Arc::new(list),
            Owned::Board(board) => show.boards.push(Arc::new(board)),
            Owned::Order { shown, boards, plazas } => {
                show.order = Arc::new(shown);
                self.kept = (boards, plazas);
            }
            Owned::States(states) => show.states = Arc::new(states),
            Owned::Plaza(plaza) => show.plazas.push(Arc::new(plaza)),
            Owned::Template(version, template) => {
                let at = TemplateRef {
                    name: template.name.clone(),
                    version,
                };
                Arc::make_mut(&mut show.templates).insert(at, Arc::new(template));
            }
            Owned::Photo(photo) => {
                Arc::make_mut(&mut show.photos).insert(photo.digest, Arc::new(photo));
            }
            Owned::Words(words) => show.words = Arc::new(words),
            Owned::Facts(list) => show.facts = Arc::new(list),
            Owned::Shops(list) => show.shops = Arc::new(list),
            Owned::Imports(marks) => show.imports = Arc::new(marks),
            Owned::Bin(list) => show.bin = Arc::new(list),
            Owned::Met(marks) => show.met = Arc::new(marks),
        }
    }

    pub fn finish(mut self, has_states: bool) -> Loaded {
        if !self.has_show && !self.findings.iter().any(|finding| is_lost(finding, Part::Show)) {
            let say = StoreSay::PartLost { part: Part::Show };
            self.tell(Severity::Error, "part-lost", Place::default(), say);
        }
        let places = |ids: &[u128]| -> BTreeMap<u128, usize> { ids.iter().copied().zip(0..).collect() };
        let (boards, plazas) = &self.kept;
        let boards = places(&boards.iter().map(|id| id.0).collect::<Vec<_>>());
        let plazas = places(&plazas.iter().map(|id| id.0).collect::<Vec<_>>());
        let place = |places: &BTreeMap<u128, usize>, id: u128| places.get(&id).copied().unwrap_or(usize::MAX);
        let show = &mut self.exhibition;
        show.boards.sort_by_key(|board| (place(&boards, board.id.0), board.id));
        show.plazas.sort_by_key(|plaza| (place(&plazas, plaza.id.0), plaza.id));
        Loaded {
            exhibition: self.exhibition,
            findings: self.findings,
            stored: self.stored,
            rests: self.rests,
            has_states,
        }
    }
}

fn is_lost(finding: &Finding, part: Part) -> bool {
    finding.say == Say::Store(StoreSay::PartLost { part })
}

fn part(kind: Kind) -> Part {
    match kind {
        Kind::Show => Part::Show,
        Kind::Committees => Part::Committees,
        Kind::Board => Part::Board { code: String::new() },
        Kind::Order => Part::Order,
        Kind::States => Part::States,
        Kind::Plaza => Part::Plaza,
        Kind::Template => Part::Template,
        Kind::Photo => Part::Photo,
        Kind::Words => Part::Words,
        Kind::Facts => Part::Facts,
        Kind::Shops => Part::Shops,
        Kind::Imports => Part::Imports,
        Kind::Bin => Part::Bin,
        Kind::Met => Part::Met,
    }
}

fn named(kind: Kind, object: &Owned) -> Part {
    match object {
        Owned::Board(board) => Part::Board {
            code: board.code.clone(),
        },
        _ => part(kind),
    }
}

/// A time as people read it: "2026-11-26 06:34" (UTC).
fn minute(at: &str) -> String {
    at.get(..16).unwrap_or(at).replace('T', " ")
}

/// The whole of a file as it stands, for verifying a copy: every row's hash fits.
pub fn all_rows_fit(db: &Connection) -> bool {
    let fits = |sql: &str, read: fn(&rusqlite::Row<'_>) -> rusqlite::Result<Stored>| -> rusqlite::Result<bool> {
        let mut query = db.prepare(sql)?;
        let mut rows = query.query_map([], read)?;
        rows.try_fold(true, |fits, row| Ok(fits && row?.verified().is_some()))
    };
    db::is_whole(db)
        && fits(&format!("SELECT {} FROM rev", rev::REV), Stored::revision).unwrap_or(false)
        && fits(&format!("SELECT {} FROM state", rev::STATE), Stored::state).unwrap_or(false)
}
