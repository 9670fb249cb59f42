//! The show as objects, each with its own revisions: which there are, and which have changed since the last save.

use crate::base::{Digest, PhotoFacts};
use crate::model::*;
use crate::script::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Show,
    Committees,
    Board,
    Order,
    States,
    Plaza,
    Template,
    Photo,
    Words,
    Facts,
    Shops,
    Imports,
    Bin,
    Met,
}

impl Kind {
    const ALL: [Kind; 14] = [
        Kind::Show,
        Kind::Committees,
        Kind::Board,
        Kind::Order,
        Kind::States,
        Kind::Plaza,
        Kind::Template,
        Kind::Photo,
        Kind::Words,
        Kind::Facts,
        Kind::Shops,
        Kind::Imports,
        Kind::Bin,
        Kind::Met,
    ];

    /// As it stands in the file.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Show => "show",
            Kind::Committees => "committees",
            Kind::Board => "board",
            Kind::Order => "order",
            Kind::States => "states",
            Kind::Plaza => "plaza",
            Kind::Template => "template",
            Kind::Photo => "photo",
            Kind::Words => "words",
            Kind::Facts => "facts",
            Kind::Shops => "shops",
            Kind::Imports => "imports",
            Kind::Bin => "bin",
            Kind::Met => "met",
        }
    }

    /// `None` for kinds that a newer program has added.
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Which object: kinds that a show has once have an empty id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub kind: Kind,
    pub id: String,
}

impl std::fmt::Display for Key {
    /// As `Exhibition::met` has it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind.name(), self.id)
    }
}

impl Key {
    pub fn only(kind: Kind) -> Key {
        Key {
            kind,
            id: String::new(),
        }
    }

    pub fn new(kind: Kind, id: impl ToString) -> Key {
        Key {
            kind,
            id: id.to_string(),
        }
    }

    pub fn template(at: &TemplateRef) -> Key {
        Key::new(Kind::Template, format!("{} {}", at.version, at.name))
    }
}

/// One object of a show, to be written.
pub enum Piece<'a> {
    Show(&'a Show),
    Committees(&'a [Committee]),
    Board(&'a Board),
    Order {
        shown: &'a [BoardId],
        boards: Vec<BoardId>,
        plazas: Vec<PlazaId>,
    },
    States(&'a BTreeMap<BoardId, BoardState>),
    Plaza(&'a Plaza),
    Template(&'a TemplateRef, &'a Template),
    Photo(&'a PhotoFacts),
    Words(&'a Words),
    Facts(&'a [Fact]),
    Shops(&'a [Shop]),
    Imports(&'a BTreeMap<String, ImportMark>),
    Bin(&'a [Arc<Binned>]),
    Met(&'a BTreeMap<String, Digest>),
}

/// One object as read.
#[derive(Debug)]
pub enum Owned {
    Show(Show),
    Committees(Vec<Committee>),
    Board(Board),
    Order {
        shown: Vec<BoardId>,
        boards: Vec<BoardId>,
        plazas: Vec<PlazaId>,
    },
    States(BTreeMap<BoardId, BoardState>),
    Plaza(Plaza),
    /// With the version that boards refer to.
    Template(Digest, Template),
    Photo(PhotoFacts),
    Words(Words),
    Facts(Vec<Fact>),
    Shops(Vec<Shop>),
    Imports(BTreeMap<String, ImportMark>),
    Bin(Vec<Arc<Binned>>),
    Met(BTreeMap<String, Digest>),
}

impl Owned {
    /// The key this object must stand under; a row under another one is damaged.
    pub fn key(&self) -> Key {
        match self {
            Owned::Show(_) => Key::only(Kind::Show),
            Owned::Committees(_) => Key::only(Kind::Committees),
            Owned::Board(board) => Key::new(Kind::Board, board.id),
            Owned::Order { .. } => Key::only(Kind::Order),
            Owned::States(_) => Key::only(Kind::States),
            Owned::Plaza(plaza) => Key::new(Kind::Plaza, plaza.id),
            Owned::Template(version, template) => Key::template(&reference(*version, template)),
            Owned::Photo(photo) => Key::new(Kind::Photo, photo.digest),
            Owned::Words(_) => Key::only(Kind::Words),
            Owned::Facts(_) => Key::only(Kind::Facts),
            Owned::Shops(_) => Key::only(Kind::Shops),
            Owned::Imports(_) => Key::only(Kind::Imports),
            Owned::Bin(_) => Key::only(Kind::Bin),
            Owned::Met(_) => Key::only(Kind::Met),
        }
    }

    /// Calls `then` with this object as it would be written.
    pub fn with_piece<T>(&self, then: impl FnOnce(&Piece<'_>) -> T) -> T {
        let at;
        then(&match self {
            Owned::Show(show) => Piece::Show(show),
            Owned::Committees(list) => Piece::Committees(list),
            Owned::Board(board) => Piece::Board(board),
            Owned::Order { shown, boards, plazas } => Piece::Order {
                shown,
                boards: boards.clone(),
                plazas: plazas.clone(),
            },
            Owned::States(states) => Piece::States(states),
            Owned::Plaza(plaza) => Piece::Plaza(plaza),
            Owned::Template(version, template) => {
                at = reference(*version, template);
                Piece::Template(&at, template)
            }
            Owned::Photo(photo) => Piece::Photo(photo),
            Owned::Words(words) => Piece::Words(words),
            Owned::Facts(list) => Piece::Facts(list),
            Owned::Shops(list) => Piece::Shops(list),
            Owned::Imports(marks) => Piece::Imports(marks),
            Owned::Bin(list) => Piece::Bin(list),
            Owned::Met(marks) => Piece::Met(marks),
        })
    }
}

fn reference(version: Digest, template: &Template) -> TemplateRef {
    TemplateRef {
        name: template.name.clone(),
        version,
    }
}

/// An object to write, or `None` where it is gone.
pub type Change<'a> = (Key, Option<Piece<'a>>);

/// Every object that is not the very same as in `old`: what shares its `Arc` was not touched.
pub fn changes<'a>(old: Option<&Exhibition>, new: &'a Exhibition) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    only(&mut changes, Kind::Show, old.map(|old| &old.show), &new.show, |show| {
        Piece::Show(show)
    });
    only(
        &mut changes,
        Kind::Committees,
        old.map(|old| &old.committees),
        &new.committees,
        |list| Piece::Committees(list),
    );
    if !old.is_some_and(|old| same_order(old, new)) {
        let order = Piece::Order {
            shown: &new.order,
            boards: new.boards.iter().map(|board| board.id).collect(),
            plazas: new.plazas.iter().map(|plaza| plaza.id).collect(),
        };
        changes.push((Key::only(Kind::Order), Some(order)));
    }
    only(
        &mut changes,
        Kind::States,
        old.map(|old| &old.states),
        &new.states,
        Piece::States,
    );
    only(
        &mut changes,
        Kind::Words,
        old.map(|old| &old.words),
        &new.words,
        Piece::Words,
    );
    only(
        &mut changes,
        Kind::Facts,
        old.map(|old| &old.facts),
        &new.facts,
        |list| Piece::Facts(list),
    );
    only(
        &mut changes,
        Kind::Shops,
        old.map(|old| &old.shops),
        &new.shops,
        |list| Piece::Shops(list),
    );
    only(
        &mut changes,
        Kind::Imports,
        old.map(|old| &old.imports),
        &new.imports,
        Piece::Imports,
    );
    later(&mut changes, old, new);
    many(
        &mut changes,
        old.map(|old| keyed(&old.boards, |board| Key::new(Kind::Board, board.id))),
        keyed(&new.boards, |board| Key::new(Kind::Board, board.id)),
        |_, board| Piece::Board(board),
    );
    many(
        &mut changes,
        old.map(|old| keyed(&old.plazas, |plaza| Key::new(Kind::Plaza, plaza.id))),
        keyed(&new.plazas, |plaza| Key::new(Kind::Plaza, plaza.id)),
        |_, plaza| Piece::Plaza(plaza),
    );
    if !old.is_some_and(|old| Arc::ptr_eq(&old.photos, &new.photos)) {
        let photos = |show: &'a Exhibition| keyed(show.photos.values(), |photo| Key::new(Kind::Photo, photo.digest));
        let before = old.map(|old| keyed(old.photos.values(), |photo| Key::new(Kind::Photo, photo.digest)));
        many(&mut changes, before, photos(new), |_, photo| Piece::Photo(photo));
    }
    if !old.is_some_and(|old| Arc::ptr_eq(&old.templates, &new.templates)) {
        templates(&mut changes, old, new);
    }
    changes
}

fn templates<'a>(changes: &mut Vec<Change<'a>>, old: Option<&Exhibition>, new: &'a Exhibition) {
    let mut before = old.map(|old| old.templates.clone()).unwrap_or_default();
    for (at, template) in new.templates.iter() {
        let was = Arc::make_mut(&mut before).remove(at);
        if !was.is_some_and(|was| Arc::ptr_eq(&was, template)) {
            changes.push((Key::template(at), Some(Piece::Template(at, template))));
        }
    }
    changes.extend(before.keys().map(|at| (Key::template(at), None)));
}

/// Kinds that came later: while there is nothing of them, nothing is written.
fn later<'a>(changes: &mut Vec<Change<'a>>, old: Option<&Exhibition>, new: &'a Exhibition) {
    let is_first = |is_empty: bool| old.is_none() && is_empty;
    if !is_first(new.bin.is_empty()) {
        only(changes, Kind::Bin, old.map(|old| &old.bin), &new.bin, |list| {
            Piece::Bin(list)
        });
    }
    if !is_first(new.met.is_empty()) {
        only(changes, Kind::Met, old.map(|old| &old.met), &new.met, Piece::Met);
    }
}

fn same_order(old: &Exhibition, new: &Exhibition) -> bool {
    Arc::ptr_eq(&old.order, &new.order)
        && old
            .boards
            .iter()
            .map(|board| board.id)
            .eq(new.boards.iter().map(|board| board.id))
        && old
            .plazas
            .iter()
            .map(|plaza| plaza.id)
            .eq(new.plazas.iter().map(|plaza| plaza.id))
}

fn only<'a, T>(
    changes: &mut Vec<Change<'a>>,
    kind: Kind,
    old: Option<&Arc<T>>,
    new: &'a Arc<T>,
    piece: impl FnOnce(&'a T) -> Piece<'a>,
) {
    if !old.is_some_and(|old| Arc::ptr_eq(old, new)) {
        changes.push((Key::only(kind), Some(piece(new))));
    }
}

fn keyed<'a, T>(objects: impl IntoIterator<Item = &'a Arc<T>>, key: impl Fn(&T) -> Key) -> BTreeMap<Key, &'a Arc<T>> {
    objects.into_iter().map(|object| (key(object), object)).collect()
}

fn many<'a, T>(
    changes: &mut Vec<Change<'a>>,
    old: Option<BTreeMap<Key, &Arc<T>>>,
    new: BTreeMap<Key, &'a Arc<T>>,
    piece: impl Fn(&Key, &'a T) -> Piece<'a>,
) {
    let mut old = old.unwrap_or_default();
    for (key, object) in new {
        if !old.remove(&key).is_some_and(|was| Arc::ptr_eq(was, object)) {
            let piece = piece(&key, object);
            changes.push((key, Some(piece)));
        }
    }
    changes.extend(old.into_keys().map(|key| (key, None)));
}
