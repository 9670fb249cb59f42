//! Everything of a show that is not a board or a template.

use super::board::Board;
use super::meeting::Meeting;
use super::print::{KnownName, PrintBook};
use super::text::{FontSlot, Script, TwoName};
use super::venue::Stand;
use super::{Real, Size, names};
use crate::base::{self, Day, Digest};
use crate::model::{self, BoardId, CommitteeId, FactId, PlazaId, ShowId};
use crate::script;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

names!(Region, script::Region, [Mainland, Taiwan, HongKong]);
names!(
    BoardState,
    model::BoardState,
    [
        Draft,
        SelfChecked,
        Submitted,
        InReview,
        Returned,
        Approved,
        SentToShop,
        Printed,
        Standing
    ]
);
#[derive(Serialize, Deserialize)]
pub struct Show {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closes: Option<Day>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    due: BTreeMap<CommitteeId, Day>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    fonts: Vec<FontsOfSlot>,
    id: ShowId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    meetings: Vec<Meeting>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    names: Vec<KnownName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    opens: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    place: Option<TwoName>,
    #[serde(default, skip_serializing_if = "PrintBook::is_empty")]
    print: PrintBook,
    region: Region,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    swatches: Vec<Swatch>,
    title: TwoName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    usual_script: Option<Script>,
    usual_size: Size,
}

#[derive(Serialize, Deserialize)]
struct Swatch {
    colour: Colour,
    name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    stands_for: Vec<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Colour {
    Cmyk([Real; 4]),
    Srgb([u8; 3]),
    Spot { cmyk: [Real; 4], plate: base::Plate },
}

#[derive(Serialize, Deserialize)]
struct FontsOfSlot {
    fonts: Vec<NamedFont>,
    slot: FontSlot,
}

#[derive(Serialize, Deserialize)]
struct NamedFont {
    family: String,
    file: Digest,
    full_name: String,
    index: u32,
    weight: u16,
}

/// A list or a map, under one name for all of them, so that one bad entry can be left out (`pieces.rs`).
#[derive(Serialize, Deserialize)]
pub struct Entries<T> {
    pub entries: T,
}

/// The display sequence, and the sequence in which boards and plazas are kept.
#[derive(Serialize, Deserialize)]
pub struct Order {
    pub boards: Vec<BoardId>,
    pub plazas: Vec<PlazaId>,
    pub shown: Vec<BoardId>,
}

#[derive(Serialize, Deserialize)]
pub struct Committee {
    id: CommitteeId,
    name: TwoName,
}

#[derive(Serialize, Deserialize)]
pub struct Fact {
    date: String,
    id: FactId,
    name: String,
    source: String,
    unit: String,
    value: String,
}

#[derive(Serialize, Deserialize)]
pub struct WordPair {
    hans: String,
    hant: String,
}

#[derive(Serialize, Deserialize)]
pub struct ImportMark {
    body: Digest,
    source: Digest,
}

impl From<&model::Show> for Show {
    fn from(show: &model::Show) -> Show {
        Show {
            closes: show.closes,
            due: show.due.clone(),
            opens: show.opens,
            place: Some(&show.place).filter(|place| !place.is_empty()).map(TwoName::from),
            usual_script: show.usual_script.map(Script::from),
            id: show.id,
            region: show.region.into(),
            title: (&show.title).into(),
            usual_size: show.usual_size.into(),
            swatches: show.swatches.iter().map(Swatch::from).collect(),
            meetings: show.meetings.iter().map(Meeting::from).collect(),
            names: show.names.iter().map(KnownName::from).collect(),
            print: (&show.print).into(),
            fonts: show
                .fonts
                .iter()
                .map(|(slot, fonts)| FontsOfSlot {
                    fonts: fonts.iter().map(NamedFont::from).collect(),
                    slot: (*slot).into(),
                })
                .collect(),
        }
    }
}

impl From<&base::NamedFont> for NamedFont {
    fn from(font: &base::NamedFont) -> NamedFont {
        NamedFont {
            family: font.family.clone(),
            file: font.file,
            full_name: font.full_name.clone(),
            index: font.index,
            weight: font.weight,
        }
    }
}

impl From<NamedFont> for base::NamedFont {
    fn from(font: NamedFont) -> base::NamedFont {
        base::NamedFont {
            family: font.family,
            full_name: font.full_name,
            file: font.file,
            index: font.index,
            weight: font.weight,
        }
    }
}

impl From<Show> for model::Show {
    fn from(show: Show) -> model::Show {
        model::Show {
            closes: show.closes,
            due: show.due,
            opens: show.opens,
            place: show.place.map(model::TwoName::from).unwrap_or_default(),
            usual_script: show.usual_script.map(script::Script::from),
            id: show.id,
            title: show.title.into(),
            region: show.region.into(),
            usual_size: show.usual_size.into(),
            swatches: show.swatches.into_iter().map(model::ShowSwatch::from).collect(),
            meetings: show.meetings.into_iter().map(model::Meeting::from).collect(),
            names: show.names.into_iter().map(model::KnownName::from).collect(),
            print: show.print.into(),
            fonts: show
                .fonts
                .into_iter()
                .map(|of| {
                    let fonts = of.fonts.into_iter().map(base::NamedFont::from);
                    (of.slot.into(), fonts.collect())
                })
                .collect(),
        }
    }
}

impl From<&model::ShowSwatch> for Swatch {
    fn from(swatch: &model::ShowSwatch) -> Swatch {
        Swatch {
            colour: match swatch.colour {
                base::Colour::Cmyk(inks) => Colour::Cmyk(inks.map(Real)),
                base::Colour::Srgb(rgb) => Colour::Srgb(rgb),
                base::Colour::Spot(base::Spot { plate, cmyk }) => Colour::Spot {
                    cmyk: cmyk.map(Real),
                    plate,
                },
            },
            name: swatch.name.clone(),
            stands_for: swatch.stands_for.clone(),
        }
    }
}

impl From<Swatch> for model::ShowSwatch {
    fn from(swatch: Swatch) -> model::ShowSwatch {
        model::ShowSwatch {
            name: swatch.name,
            colour: match swatch.colour {
                Colour::Cmyk(inks) => base::Colour::Cmyk(inks.map(|ink| ink.0)),
                Colour::Srgb(rgb) => base::Colour::Srgb(rgb),
                Colour::Spot { cmyk, plate } => base::Colour::Spot(base::Spot {
                    plate,
                    cmyk: cmyk.map(|ink| ink.0),
                }),
            },
            stands_for: swatch.stands_for,
        }
    }
}

impl From<&model::Committee> for Committee {
    fn from(committee: &model::Committee) -> Committee {
        Committee {
            id: committee.id,
            name: (&committee.name).into(),
        }
    }
}

impl From<Committee> for model::Committee {
    fn from(committee: Committee) -> model::Committee {
        model::Committee {
            id: committee.id,
            name: committee.name.into(),
        }
    }
}

impl From<&model::Fact> for Fact {
    fn from(fact: &model::Fact) -> Fact {
        let fact = fact.clone();
        Fact {
            date: fact.date,
            id: fact.id,
            name: fact.name,
            source: fact.source,
            unit: fact.unit,
            value: fact.value,
        }
    }
}

impl From<Fact> for model::Fact {
    fn from(fact: Fact) -> model::Fact {
        model::Fact {
            id: fact.id,
            name: fact.name,
            value: fact.value,
            unit: fact.unit,
            date: fact.date,
            source: fact.source,
        }
    }
}

impl From<&script::WordPair> for WordPair {
    fn from(pair: &script::WordPair) -> WordPair {
        WordPair {
            hans: pair.hans.clone(),
            hant: pair.hant.clone(),
        }
    }
}

impl From<WordPair> for script::WordPair {
    fn from(pair: WordPair) -> script::WordPair {
        script::WordPair {
            hans: pair.hans,
            hant: pair.hant,
        }
    }
}

impl From<&model::ImportMark> for ImportMark {
    fn from(mark: &model::ImportMark) -> ImportMark {
        ImportMark {
            body: mark.body,
            source: mark.source,
        }
    }
}

impl From<ImportMark> for model::ImportMark {
    fn from(mark: ImportMark) -> model::ImportMark {
        model::ImportMark {
            source: mark.source,
            body: mark.body,
        }
    }
}

/// A deleted board, as it waits in the bin.
#[derive(Serialize, Deserialize)]
pub struct Binned {
    at: String,
    board: Board,
    number: usize,
    places: Vec<Place>,
    state: BoardState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    unit: Option<Committee>,
}

#[derive(Serialize, Deserialize)]
struct Place {
    plaza: PlazaId,
    stand: Stand,
}

impl From<&model::Binned> for Binned {
    fn from(binned: &model::Binned) -> Binned {
        let place = |(plaza, stand): &(PlazaId, model::Stand)| Place {
            plaza: *plaza,
            stand: stand.into(),
        };
        Binned {
            at: binned.at.clone(),
            board: Board::from(&*binned.board),
            number: binned.number,
            places: binned.places.iter().map(place).collect(),
            state: binned.state.into(),
            unit: binned.unit.as_ref().map(Committee::from),
        }
    }
}

impl From<Binned> for model::Binned {
    fn from(binned: Binned) -> model::Binned {
        let places = binned.places.into_iter();
        model::Binned {
            board: std::sync::Arc::new(binned.board.into()),
            unit: binned.unit.map(model::Committee::from),
            state: binned.state.into(),
            number: binned.number.max(1),
            places: places.map(|place| (place.plaza, place.stand.into())).collect(),
            at: binned.at,
        }
    }
}
