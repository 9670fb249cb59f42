//! A plaza in the file: stands, ground, tours, bookmarks. What came late is written only where it says something.

use super::{Real, Size, is_false, names};
use crate::base::{Day, Digest};
use crate::geom::{self, point};
use crate::model::{self, BoardId, PlazaId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

names!(Surface, model::Surface, [Paving, Grass, Asphalt, Floor]);
names!(
    Foot,
    model::Foot,
    [Frame, AFrame, Truss, RollUp, Easel, BackToBack, OnWall]
);
names!(
    ThingKind,
    model::ThingKind,
    [Gate, Steps, Flagpole, Tree, FireLane, Power, KeepOut, Wall, Building]
);

#[derive(Serialize, Deserialize)]
pub struct Plaza {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    bookmarks: Vec<Bookmark>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    entrance: Option<Spot>,
    entries: BTreeMap<BoardId, Stand>,
    id: PlazaId,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reading: Option<Real>,
    size: Size,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tours: Vec<Tour>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    venue: Option<Venue>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct Spot {
    x: Real,
    y: Real,
}

impl From<geom::Point> for Spot {
    fn from(at: geom::Point) -> Spot {
        Spot {
            x: Real(at.x),
            y: Real(at.y),
        }
    }
}

impl From<Spot> for geom::Point {
    fn from(at: Spot) -> geom::Point {
        point(at.x.0, at.y.0)
    }
}

#[derive(Serialize, Deserialize)]
pub struct Stand {
    facing: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    foot: Option<Foot>,
    #[serde(default, skip_serializing_if = "is_false")]
    pinned: bool,
    x: Real,
    y: Real,
}

impl From<&model::Stand> for Stand {
    fn from(stand: &model::Stand) -> Stand {
        Stand {
            facing: Real(stand.facing),
            foot: (stand.foot != model::Foot::default()).then(|| stand.foot.into()),
            pinned: stand.is_pinned,
            x: Real(stand.at.x),
            y: Real(stand.at.y),
        }
    }
}

impl From<Stand> for model::Stand {
    fn from(stand: Stand) -> model::Stand {
        model::Stand {
            at: point(stand.x.0, stand.y.0),
            facing: stand.facing.0,
            foot: stand.foot.map(model::Foot::from).unwrap_or_default(),
            is_pinned: stand.pinned,
        }
    }
}

#[derive(Serialize, Deserialize)]
struct Venue {
    closes: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    day: Option<Day>,
    ground: Surface,
    indoor: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    latitude: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    longitude: Option<Real>,
    north: Real,
    note: String,
    opens: u16,
    outline: Vec<Spot>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sketch: Option<Sketch>,
    things: Vec<Thing>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    wind: Option<Real>,
}

#[derive(Serialize, Deserialize)]
struct Sketch {
    at: Spot,
    opacity: Real,
    picture: Digest,
    scale: Real,
    turn: Real,
}

#[derive(Serialize, Deserialize)]
struct Thing {
    height: Real,
    kind: ThingKind,
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    picture: Option<Digest>,
    points: Vec<Spot>,
    width: Real,
}

#[derive(Serialize, Deserialize)]
struct Tour {
    leaders: bool,
    name: String,
    stops: Vec<Stop>,
}

#[derive(Serialize, Deserialize)]
struct Stop {
    board: BoardId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    seconds: Option<Real>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    speech: String,
}

#[derive(Serialize, Deserialize)]
struct Bookmark {
    at: Spot,
    eye: Real,
    heading: Real,
    name: String,
    pitch: Real,
}

impl From<&model::Plaza> for Plaza {
    fn from(plaza: &model::Plaza) -> Plaza {
        let places = plaza.places.iter();
        Plaza {
            bookmarks: plaza.bookmarks.iter().map(Bookmark::from).collect(),
            entrance: plaza.entrance.map(Spot::from),
            entries: places.map(|(board, place)| (*board, place.into())).collect(),
            id: plaza.id,
            name: plaza.name.clone(),
            reading: (plaza.reading != model::USUAL_READING).then_some(Real(plaza.reading)),
            size: plaza.size.into(),
            tours: plaza.tours.iter().map(Tour::from).collect(),
            venue: (plaza.venue != model::Venue::default()).then(|| Venue::from(&plaza.venue)),
        }
    }
}

impl From<Plaza> for model::Plaza {
    fn from(plaza: Plaza) -> model::Plaza {
        let places = plaza.entries.into_iter();
        model::Plaza {
            id: plaza.id,
            name: plaza.name,
            size: plaza.size.into(),
            places: places.map(|(board, place)| (board, place.into())).collect(),
            entrance: plaza.entrance.map(geom::Point::from),
            venue: plaza.venue.map(model::Venue::from).unwrap_or_default(),
            tours: plaza.tours.into_iter().map(model::Tour::from).collect(),
            bookmarks: plaza.bookmarks.into_iter().map(model::Bookmark::from).collect(),
            reading: plaza.reading.map_or(model::USUAL_READING, |reading| reading.0),
        }
    }
}

impl From<&model::Venue> for Venue {
    fn from(venue: &model::Venue) -> Venue {
        Venue {
            closes: venue.closes.0,
            day: venue.day,
            ground: venue.ground.into(),
            indoor: venue.is_indoor,
            latitude: venue.latitude.map(Real),
            longitude: venue.longitude.map(Real),
            north: Real(venue.north),
            note: venue.note.clone(),
            opens: venue.opens.0,
            outline: venue.outline.iter().copied().map(Spot::from).collect(),
            sketch: venue.sketch.as_ref().map(Sketch::from),
            things: venue.things.iter().map(Thing::from).collect(),
            wind: venue.wind.map(Real),
        }
    }
}

impl From<Venue> for model::Venue {
    fn from(venue: Venue) -> model::Venue {
        model::Venue {
            outline: venue.outline.into_iter().map(geom::Point::from).collect(),
            things: venue.things.into_iter().map(model::Thing::from).collect(),
            ground: venue.ground.into(),
            is_indoor: venue.indoor,
            north: venue.north.0,
            latitude: venue.latitude.map(|degrees| degrees.0),
            longitude: venue.longitude.map(|degrees| degrees.0),
            wind: venue.wind.map(|degrees| degrees.0),
            note: venue.note,
            sketch: venue.sketch.map(model::Sketch::from),
            day: venue.day,
            opens: model::Hour(venue.opens),
            closes: model::Hour(venue.closes),
        }
    }
}

impl From<&model::Sketch> for Sketch {
    fn from(sketch: &model::Sketch) -> Sketch {
        Sketch {
            at: sketch.at.into(),
            opacity: Real(sketch.opacity),
            picture: sketch.picture,
            scale: Real(sketch.scale),
            turn: Real(sketch.turn),
        }
    }
}

impl From<Sketch> for model::Sketch {
    fn from(sketch: Sketch) -> model::Sketch {
        model::Sketch {
            picture: sketch.picture,
            at: sketch.at.into(),
            scale: sketch.scale.0,
            turn: sketch.turn.0,
            opacity: sketch.opacity.0,
        }
    }
}

impl From<&model::Thing> for Thing {
    fn from(thing: &model::Thing) -> Thing {
        Thing {
            height: Real(thing.height),
            kind: thing.kind.into(),
            name: thing.name.clone(),
            picture: thing.picture,
            points: thing.points.iter().copied().map(Spot::from).collect(),
            width: Real(thing.width),
        }
    }
}

impl From<Thing> for model::Thing {
    fn from(thing: Thing) -> model::Thing {
        model::Thing {
            kind: thing.kind.into(),
            points: thing.points.into_iter().map(geom::Point::from).collect(),
            width: thing.width.0,
            height: thing.height.0,
            name: thing.name,
            picture: thing.picture,
        }
    }
}

impl From<&model::Tour> for Tour {
    fn from(tour: &model::Tour) -> Tour {
        let stop = |stop: &model::Stop| Stop {
            board: stop.board,
            seconds: stop.seconds.map(Real),
            speech: stop.speech.clone(),
        };
        Tour {
            leaders: tour.is_leaders,
            name: tour.name.clone(),
            stops: tour.stops.iter().map(stop).collect(),
        }
    }
}

impl From<Tour> for model::Tour {
    fn from(tour: Tour) -> model::Tour {
        let stop = |stop: Stop| model::Stop {
            board: stop.board,
            seconds: stop.seconds.map(|seconds| seconds.0),
            speech: stop.speech,
        };
        model::Tour {
            name: tour.name,
            is_leaders: tour.leaders,
            stops: tour.stops.into_iter().map(stop).collect(),
        }
    }
}

impl From<&model::Bookmark> for Bookmark {
    fn from(mark: &model::Bookmark) -> Bookmark {
        Bookmark {
            at: mark.at.into(),
            eye: Real(mark.eye),
            heading: Real(mark.heading),
            name: mark.name.clone(),
            pitch: Real(mark.pitch),
        }
    }
}

impl From<Bookmark> for model::Bookmark {
    fn from(mark: Bookmark) -> model::Bookmark {
        model::Bookmark {
            name: mark.name,
            at: mark.at.into(),
            eye: mark.eye.0,
            heading: mark.heading.0,
            pitch: mark.pitch.0,
        }
    }
}
