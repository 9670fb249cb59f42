//! Every kind of object to JSON and back.

use super::board::Board;
use super::photo_file::Photo;
use super::shop::Shop;
use super::show::{Binned, BoardState, Committee, Entries, Fact, ImportMark, Order, Show, WordPair};
use super::venue::Plaza;
use crate::base::Digest;
use crate::model::{self, BoardId};
use crate::script;
use crate::store::objects::{Kind, Owned, Piece};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A template under the version that boards name. It is kept, not computed anew: a later program may know more fields
/// and would come to another hash.
#[derive(Serialize, Deserialize)]
struct Kept<T> {
    template: T,
    version: Digest,
}

/// The canonical JSON of one object.
pub fn encode(piece: &Piece<'_>) -> Vec<u8> {
    match piece {
        Piece::Show(show) => json(&Show::from(*show)),
        Piece::Committees(list) => json(&list_of::<Committee, _>(list)),
        Piece::Board(board) => json(&Board::from(*board)),
        Piece::Order { shown, boards, plazas } => json(&Order {
            boards: boards.clone(),
            plazas: plazas.clone(),
            shown: shown.to_vec(),
        }),
        Piece::States(states) => {
            let entries: BTreeMap<BoardId, BoardState> =
                states.iter().map(|(board, state)| (*board, (*state).into())).collect();
            json(&Entries { entries })
        }
        Piece::Plaza(plaza) => json(&Plaza::from(*plaza)),
        Piece::Template(at, template) => json(&Kept {
            template,
            version: at.version,
        }),
        Piece::Photo(photo) => json(&Photo::from(*photo)),
        Piece::Words(words) => json(&list_of::<WordPair, _>(&words.pairs)),
        Piece::Facts(list) => json(&list_of::<Fact, _>(list)),
        Piece::Shops(list) => json(&list_of::<Shop, _>(list)),
        Piece::Imports(marks) => {
            let entries: BTreeMap<&String, ImportMark> = marks
                .iter()
                .map(|(code, mark)| (code, ImportMark::from(mark)))
                .collect();
            json(&Entries { entries })
        }
        Piece::Bin(list) => json(&Entries {
            entries: list.iter().map(|binned| Binned::from(&**binned)).collect::<Vec<_>>(),
        }),
        Piece::Met(marks) => json(&Entries { entries: *marks }),
    }
}

/// One object from JSON text.
pub fn read(kind: Kind, text: &[u8]) -> Result<Owned, serde_json::Error> {
    Ok(match kind {
        Kind::Show => Owned::Show(from::<Show>(text)?.into()),
        Kind::Committees => Owned::Committees(items::<Committee, _>(text)?),
        Kind::Board => Owned::Board(from::<Board>(text)?.into()),
        Kind::Order => {
            let Order { boards, plazas, shown } = from(text)?;
            Owned::Order { shown, boards, plazas }
        }
        Kind::States => {
            let Entries { entries } = from::<Entries<BTreeMap<BoardId, BoardState>>>(text)?;
            Owned::States(
                entries
                    .into_iter()
                    .map(|(board, state)| (board, state.into()))
                    .collect(),
            )
        }
        Kind::Plaza => Owned::Plaza(from::<Plaza>(text)?.into()),
        Kind::Template => {
            let Kept::<model::Template> { template, version } = from(text)?;
            Owned::Template(version, template)
        }
        Kind::Photo => Owned::Photo(from::<Photo>(text)?.into()),
        Kind::Words => Owned::Words(script::Words {
            pairs: items::<WordPair, _>(text)?,
        }),
        Kind::Facts => Owned::Facts(items::<Fact, _>(text)?),
        Kind::Shops => Owned::Shops(items::<Shop, _>(text)?),
        Kind::Imports => {
            let Entries { entries } = from::<Entries<BTreeMap<String, ImportMark>>>(text)?;
            Owned::Imports(entries.into_iter().map(|(code, mark)| (code, mark.into())).collect())
        }
        Kind::Bin => Owned::Bin(
            items::<Binned, model::Binned>(text)?
                .into_iter()
                .map(Arc::new)
                .collect(),
        ),
        Kind::Met => {
            let Entries { entries } = from::<Entries<BTreeMap<String, Digest>>>(text)?;
            Owned::Met(entries)
        }
    })
}

/// The field whose entries stand alone: one that cannot be read costs only itself.
pub fn holder(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Board => Some("elements"),
        Kind::Committees
        | Kind::States
        | Kind::Plaza
        | Kind::Words
        | Kind::Facts
        | Kind::Shops
        | Kind::Imports
        | Kind::Bin
        | Kind::Met => Some("entries"),
        Kind::Show | Kind::Order | Kind::Template | Kind::Photo => None,
    }
}

fn json(saved: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(saved).expect("saved types have only text keys and known numbers")
}

fn from<'a, T: Deserialize<'a>>(text: &'a [u8]) -> Result<T, serde_json::Error> {
    serde_json::from_slice(text)
}

fn list_of<'a, T: From<&'a M>, M>(list: &'a [M]) -> Entries<Vec<T>> {
    Entries {
        entries: list.iter().map(T::from).collect(),
    }
}

fn items<T: DeserializeOwned, M: From<T>>(text: &[u8]) -> Result<Vec<M>, serde_json::Error> {
    let Entries { entries } = from::<Entries<Vec<T>>>(text)?;
    Ok(entries.into_iter().map(M::from).collect())
}
