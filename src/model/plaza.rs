//! Where the boards stand: plain data. Geometry and rules are in the module `plaza`.

use super::{BoardId, PlazaId};
use crate::geom::{Point, Size};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One venue. Metres, y down (south), from the north-west corner.
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
}

/// A board's stand: the middle of its foot line and the way its face looks.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stand {
    /// In metres.
    pub at: Point,
    /// Clockwise in degrees; 0 looks south (towards the bottom of the plan).
    pub facing: f64,
}
