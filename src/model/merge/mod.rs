//! Three-way merge of a show with another side's: board, element, field, paragraph. Pure. Knows no files and no packs.
//! What only one side changed is in the result; where both changed the same place differently, ours stays unless a person
//! chooses otherwise, and both are listed. What one side took away and the other changed stays.

mod board;
mod value;

use super::{Board, BoardId, Committee, CommitteeId, ElementId, Exhibition, Plaza};
use board::Boards;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use value::{Clash, Judge, key_of, sequence};

/// The other side of a merge.
#[derive(Clone, Debug)]
pub struct Other {
    pub exhibition: Exhibition,
    /// What both sides had last, as far as anybody knows; parts that they never shared are empty here.
    pub base: Exhibition,
    /// The settings in `base` are known to have been shared.
    pub has_settings: bool,
    /// Only this unit's boards were sent: what is missing was not taken away.
    pub only: Option<CommitteeId>,
    /// What the other side's objects are known by: kept with the show, so that the next merge has a base.
    pub met: BTreeMap<String, crate::base::Digest>,
    /// The moment of the merge, for what goes to the bin.
    pub at: String,
}

/// Which version of a place is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    Ours,
    Theirs,
}

/// What is done with one board of the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Take {
    /// Ours stays as it is.
    Leave,
    Merge,
    /// Ours stays as it is, theirs comes as a second board.
    Copy,
}

/// What a person has chosen; where nothing is said, the usual.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    pub boards: BTreeMap<BoardId, Take>,
    /// By `Conflict::key`.
    pub sides: BTreeMap<String, Side>,
}

/// How a board of the two sides differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum News {
    /// Only they have it.
    New,
    ChangedThere,
    ChangedHere,
    ChangedOnBoth,
    RemovedThere,
    /// Removed here, and there it was changed since.
    RemovedHere,
    /// Another board with the same code.
    SameCode,
    Same,
}

impl News {
    /// There is something to take.
    pub fn is_news(self) -> bool {
        !matches!(self, News::Same | News::ChangedHere)
    }

    /// Two boards that were never one cannot be mixed.
    pub fn usual(self) -> Take {
        if self == News::SameCode {
            Take::Copy
        } else {
            Take::Merge
        }
    }
}

/// One board of the two sides; `id` is theirs where they have it.
#[derive(Clone, Debug)]
pub struct BoardNews {
    pub id: BoardId,
    pub news: News,
    pub ours: Option<Arc<Board>>,
    pub theirs: Option<Arc<Board>>,
}

impl BoardNews {
    pub fn code(&self) -> &str {
        let board = self.ours.as_ref().or(self.theirs.as_ref());
        board.map_or("", |board| board.code.as_str())
    }

    pub fn title(&self) -> String {
        let board = self.theirs.as_ref().or(self.ours.as_ref());
        board.map(|board| board.title()).unwrap_or_default()
    }
}

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    Board,
    State,
    Code,
    Unit,
    Template,
    Size,
    Make,
    Script,
    Ground,
    Arrangement,
    Element,
    Place,
    Photo,
    Text,
    Settings,
    Units,
    Words,
    Facts,
    Shops,
    Plaza,
}

/// Both sides changed the same place, and differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The place, the same each time the two are merged.
    pub key: String,
    pub board: Option<BoardId>,
    pub element: Option<ElementId>,
    pub field: Field,
    /// `Null` where it was taken away.
    pub ours: Value,
    pub theirs: Value,
    /// Which one is in the result.
    pub side: Side,
}

/// What is taken unless a person says otherwise: boards that are approved here stay as they are.
pub fn careful(ours: &Exhibition, news: &[BoardNews]) -> Choices {
    let is_settled = |row: &&BoardNews| {
        let ours = row.ours.as_ref().filter(|board| ours.state(board.id).is_final());
        ours.is_some() && row.news != News::SameCode && row.news.is_news()
    };
    let left = news.iter().filter(is_settled).map(|row| (row.id, Take::Leave));
    Choices {
        boards: left.collect(),
        sides: BTreeMap::new(),
    }
}

pub struct Merged {
    pub exhibition: Exhibition,
    /// In display sequence, those of the other side alone last.
    pub boards: Vec<BoardNews>,
    pub conflicts: Vec<Conflict>,
}

impl Merged {
    /// Boards that are new, changed, removed and left as they were, under these choices.
    pub fn counts(&self, choices: &Choices) -> [usize; 4] {
        let mut counts = [0; 4];
        for row in self.boards.iter().filter(|row| row.news.is_news()) {
            let take = choices.boards.get(&row.id).copied().unwrap_or(row.news.usual());
            let at = match (take, row.news) {
                (Take::Leave, _) => 3,
                (Take::Copy, _) | (Take::Merge, News::New | News::RemovedHere) => 0,
                (Take::Merge, News::RemovedThere) => 2,
                (Take::Merge, _) => 1,
            };
            counts[at] += 1;
        }
        counts
    }
}

pub fn merge(ours: &Exhibition, other: &Other, choices: &Choices) -> Merged {
    let same = same_units(ours, &other.exhibition);
    let theirs = with_units(&other.exhibition, &same);
    let base = with_units(&other.base, &same);
    let is_one_show = other.only.is_none() && ours.show.id == theirs.show.id;
    let mut judge = Judge::new(&choices.sides);
    let mut after = ours.clone();
    templates(&mut after, &theirs);
    if is_one_show {
        if other.has_settings {
            put(
                &mut after.show,
                judge_one(&mut judge, "show", &base.show, &ours.show, &theirs.show),
            );
        }
        let units = judge_one(
            &mut judge,
            "committees",
            &base.committees,
            &ours.committees,
            &theirs.committees,
        );
        put(&mut after.committees, units);
        shops(&mut judge, &mut after, [&base, ours, &theirs]);
    }
    let words = judge_one(&mut judge, "words", &base.words, &ours.words, &theirs.words);
    put(&mut after.words, words);
    let facts = judge_one(&mut judge, "facts", &base.facts, &ours.facts, &theirs.facts);
    put(&mut after.facts, facts);
    let versions = Versions {
        base: &base,
        ours,
        theirs: &theirs,
        is_one_show,
    };
    let boards = Boards::merge(&versions, choices, &mut judge, &mut after, &other.at);
    if is_one_show {
        plazas(&mut judge, &mut after, [&base, ours, &theirs]);
    }
    photos(&mut after, &theirs, is_one_show);
    whole(&mut after, ours, &theirs);
    remember(&mut after, other, &boards.left);
    let conflicts = judge.clashes.into_iter().map(Conflict::of).collect();
    Merged {
        exhibition: after,
        boards: boards.news,
        conflicts,
    }
}

/// The three shows, units that are one under one id.
struct Versions<'a> {
    base: &'a Exhibition,
    ours: &'a Exhibition,
    theirs: &'a Exhibition,
    is_one_show: bool,
}

/// Units that offices made each for itself are one where they have one name: theirs by id, and the id they get here.
fn same_units(ours: &Exhibition, theirs: &Exhibition) -> BTreeMap<CommitteeId, CommitteeId> {
    let units = ours.committees.iter();
    let by_name: BTreeMap<&str, CommitteeId> = units.map(|unit| (unit.name.hans.as_str(), unit.id)).collect();
    let strangers = theirs
        .committees
        .iter()
        .filter(|unit| ours.committee(unit.id).is_none());
    strangers
        .filter_map(|unit| Some((unit.id, *by_name.get(unit.name.hans.as_str())?)))
        .collect()
}

fn with_units(show: &Exhibition, same: &BTreeMap<CommitteeId, CommitteeId>) -> Exhibition {
    let mut settled = show.clone();
    if same.is_empty() {
        return settled;
    }
    for board in &mut settled.boards {
        if let Some(id) = same.get(&board.committee) {
            Arc::make_mut(board).committee = *id;
        }
    }
    let mut seen = BTreeSet::new();
    let mut units = Vec::clone(&settled.committees);
    for unit in &mut units {
        unit.id = same.get(&unit.id).copied().unwrap_or(unit.id);
    }
    units.retain(|unit| seen.insert(unit.id));
    settled.committees = Arc::new(units);
    settled
}

/// Templates have no versions: each is known by its hash. Those that no board takes in the end do no harm.
fn templates(after: &mut Exhibition, theirs: &Exhibition) {
    for (at, template) in theirs.templates.iter() {
        if !after.templates.contains_key(at) {
            Arc::make_mut(&mut after.templates).insert(at.clone(), template.clone());
        }
    }
}

/// Photos that boards show now, and of the same show also those that wait for a place.
fn photos(after: &mut Exhibition, theirs: &Exhibition, is_one_show: bool) {
    let shown = after.files();
    let wanted = |digest: &crate::base::Digest| is_one_show || shown.contains(digest);
    for (digest, facts) in theirs.photos.iter().filter(|(digest, _)| wanted(digest)) {
        let is_lost = |facts: &crate::base::PhotoFacts| facts.state == crate::base::PhotoState::Missing;
        let is_better = match after.photos.get(digest) {
            Some(known) => is_lost(known) && !is_lost(facts),
            None => true,
        };
        if is_better {
            Arc::make_mut(&mut after.photos).insert(*digest, facts.clone());
        }
    }
}

fn put<T: PartialEq>(old: &mut Arc<T>, new: Option<T>) {
    if let Some(new) = new
        && **old != new
    {
        *old = Arc::new(new);
    }
}

/// `None` where what came out cannot be read back: then ours stays.
fn judge_one<T: Serialize + DeserializeOwned>(
    judge: &mut Judge<'_>,
    name: &str,
    base: &Arc<T>,
    ours: &Arc<T>,
    theirs: &Arc<T>,
) -> Option<T> {
    let [base, ours, theirs] = [base, ours, theirs].map(|part| serde_json::to_value(&**part).ok());
    let merged = judge.merge(name, base.as_ref(), ours.as_ref(), theirs.as_ref())?;
    serde_json::from_value(merged).ok()
}

/// A print shop is one thing: half of one office's wishes and half of another's is no shop.
fn shops(judge: &mut Judge<'_>, after: &mut Exhibition, [base, ours, theirs]: [&Exhibition; 3]) {
    let ids = |show: &Exhibition| show.shops.iter().map(|shop| shop.id).collect::<Vec<_>>();
    let find = |show: &Exhibition, id| show.shops.iter().find(|shop| shop.id == id).cloned();
    let mut merged = Vec::new();
    for id in sequence(&ids(base), &ids(ours), &ids(theirs)) {
        let [base, ours, theirs] = [find(base, id), find(ours, id), find(theirs, id)];
        let taken = if ours == theirs || theirs == base {
            ours
        } else if ours == base {
            theirs
        } else {
            let name = |shop: &Option<super::Shop>| shop.as_ref().map(|shop| Value::from(shop.name.clone()));
            let side = judge.under("shops", |judge| {
                judge.under(&id.to_string(), |judge| {
                    judge.clash(name(&ours), name(&theirs));
                    judge.clashes.last().map_or(Side::Ours, |clash| clash.side)
                })
            });
            if side == Side::Ours { ours } else { theirs }
        };
        merged.extend(taken);
    }
    put(&mut after.shops, Some(merged));
}

fn plazas(judge: &mut Judge<'_>, after: &mut Exhibition, [base, ours, theirs]: [&Exhibition; 3]) {
    let ids = |show: &Exhibition| show.plazas.iter().map(|plaza| plaza.id).collect::<Vec<_>>();
    let find = |show: &Exhibition, id| show.plaza(id).and_then(|plaza| serde_json::to_value(plaza).ok());
    let mut merged = Vec::new();
    for id in sequence(&ids(base), &ids(ours), &ids(theirs)) {
        let [base, mine, theirs] = [find(base, id), find(ours, id), find(theirs, id)];
        let value = judge.under("plazas", |judge| {
            judge.merge(&id.to_string(), base.as_ref(), mine.as_ref(), theirs.as_ref())
        });
        let plaza: Option<Plaza> = value.and_then(|value| serde_json::from_value(value).ok());
        match (plaza, ours.plaza(id)) {
            (Some(plaza), Some(same)) if **same == plaza => merged.push(same.clone()),
            (Some(plaza), _) => merged.push(Arc::new(plaza)),
            (None, _) => {}
        }
    }
    after.plazas = merged;
}

/// Every invariant of the model: units of boards exist, places and states belong to boards that are there.
fn whole(after: &mut Exhibition, ours: &Exhibition, theirs: &Exhibition) {
    let there: BTreeSet<BoardId> = after.boards.iter().map(|board| board.id).collect();
    let known: BTreeSet<CommitteeId> = after.committees.iter().map(|unit| unit.id).collect();
    let wanted: BTreeSet<CommitteeId> = after.boards.iter().map(|board| board.committee).collect();
    let missing: Vec<Committee> = ours
        .committees
        .iter()
        .chain(theirs.committees.iter())
        .filter(|unit| wanted.contains(&unit.id) && !known.contains(&unit.id))
        .cloned()
        .collect();
    for unit in missing {
        if after.committee(unit.id).is_none() {
            Arc::make_mut(&mut after.committees).push(unit);
        }
    }
    if after.bin.iter().any(|binned| there.contains(&binned.board.id)) {
        Arc::make_mut(&mut after.bin).retain(|binned| !there.contains(&binned.board.id));
    }
    for plaza in &mut after.plazas {
        if plaza.places.keys().any(|board| !there.contains(board)) {
            Arc::make_mut(plaza).places.retain(|board, _| there.contains(board));
        }
    }
    if after.states.keys().any(|board| !there.contains(board)) {
        Arc::make_mut(&mut after.states).retain(|board, _| there.contains(board));
    }
}

/// What of theirs is worked in now; boards that were left are not.
fn remember(after: &mut Exhibition, other: &Other, left: &BTreeSet<BoardId>) {
    let left: BTreeSet<String> = left.iter().map(|id| format!("board {id}")).collect();
    for (key, digest) in other.met.iter().filter(|(key, _)| !left.contains(*key)) {
        if after.met.get(key) != Some(digest) {
            Arc::make_mut(&mut after.met).insert(key.clone(), *digest);
        }
    }
}

impl Conflict {
    fn of(clash: Clash) -> Conflict {
        let at: Vec<&str> = clash.at.iter().map(String::as_str).collect();
        let is_board = matches!(at.first(), Some(&("board" | "state")));
        let element = (at.get(2) == Some(&"elements")).then(|| at.get(3).and_then(|id| ElementId::parse(id)));
        Conflict {
            board: is_board.then(|| at.get(1).and_then(|id| BoardId::parse(id))).flatten(),
            element: element.flatten(),
            field: field_of(&at),
            ours: clash.ours.unwrap_or(Value::Null),
            theirs: clash.theirs.unwrap_or(Value::Null),
            side: clash.side,
            key: key_of(&clash.at),
        }
    }
}

fn field_of(at: &[&str]) -> Field {
    let has = |name: &str| at.contains(&name);
    match at {
        ["show", ..] => Field::Settings,
        ["committees", ..] => Field::Units,
        ["words", ..] => Field::Words,
        ["facts", ..] => Field::Facts,
        ["shops", ..] => Field::Shops,
        ["plazas", ..] => Field::Plaza,
        ["state", ..] => Field::State,
        ["board", _, "elements", _, ..] if has("paras") || has("source") || has("other") => Field::Text,
        ["board", _, "elements", _, "area" | "z" | "group", ..] => Field::Place,
        ["board", _, "elements", _, "kind", "photo", ..] => Field::Photo,
        ["board", _, "elements", ..] => Field::Element,
        ["board", _, "code"] => Field::Code,
        ["board", _, "committee"] => Field::Unit,
        ["board", _, "template"] => Field::Template,
        ["board", _, "size"] => Field::Size,
        ["board", _, "make", ..] => Field::Make,
        ["board", _, "script"] => Field::Script,
        ["board", _, "ground", ..] => Field::Ground,
        ["board", _, "arrangement"] => Field::Arrangement,
        _ => Field::Board,
    }
}
