//! Where the boards stand: plain data. Geometry and rules are in the module `plaza`.

use super::{BoardId, Bookmark, Foot, PlazaId, Tour, Venue};
use crate::base::Digest;
use crate::geom::{Point, Size};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Characters a minute that a visitor reads standing, where nobody has said otherwise.
pub const USUAL_READING: f64 = 300.0;

/// One venue with its boards. Metres, y down (south), from the north-west corner.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plaza {
    pub id: PlazaId,
    pub name: String,
    /// In metres.
    pub size: Size,
    pub places: BTreeMap<BoardId, Stand>,
    /// Where visitors come in, in metres; `None`: nobody has said, the plan finds the usual place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entrance: Option<Point>,
    #[serde(default)]
    pub venue: Venue,
    #[serde(default)]
    pub tours: Vec<Tour>,
    #[serde(default)]
    pub bookmarks: Vec<Bookmark>,
    /// Characters a minute.
    #[serde(default = "usual_reading")]
    pub reading: f64,
}

fn usual_reading() -> f64 {
    USUAL_READING
}

impl Plaza {
    /// Whether a board has a place or a stop here.
    pub fn names(&self, board: BoardId) -> bool {
        let mut stops = self.tours.iter().flat_map(|tour| &tour.stops);
        self.places.contains_key(&board) || stops.any(|stop| stop.board == board)
    }

    /// Takes a board off the ground and out of every tour.
    pub fn forget(&mut self, board: BoardId) {
        self.places.remove(&board);
        for tour in &mut self.tours {
            tour.stops.retain(|stop| stop.board != board);
        }
    }

    /// The pictures it shows of the ground and of buildings.
    pub fn files(&self) -> impl Iterator<Item = Digest> {
        let sketch = self.venue.sketch.iter().map(|sketch| sketch.picture);
        sketch.chain(self.venue.things.iter().filter_map(|thing| thing.picture))
    }

    /// A bare rectangle of ground.
    pub fn new(id: PlazaId, name: String, size: Size) -> Plaza {
        Plaza {
            id,
            name,
            size,
            places: BTreeMap::new(),
            entrance: None,
            venue: Venue::default(),
            tours: Vec::new(),
            bookmarks: Vec::new(),
            reading: USUAL_READING,
        }
    }
}

/// A board's stand: the middle of its foot line and the way its face looks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// In metres.
    pub at: Point,
    /// Clockwise in degrees; 0 looks south (towards the bottom of the plan).
    pub facing: f64,
    #[serde(default)]
    pub foot: Foot,
    /// Arranging leaves it where it is.
    #[serde(default)]
    pub is_pinned: bool,
}

impl Stand {
    /// On a usual frame, free to be moved.
    pub fn new(at: Point, facing: f64) -> Stand {
        Stand {
            at,
            facing,
            foot: Foot::Frame,
            is_pinned: false,
        }
    }
}
