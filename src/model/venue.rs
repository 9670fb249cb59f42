//! The ground on which boards stand, and what people do on it: plain data. Geometry and rules are in the module `plaza`.
//! All lengths in metres, y down (south on the usual plan), from the north-west corner of the plaza.

use super::BoardId;
use crate::base::{Day, Digest};
use crate::geom::Point;
use serde::{Deserialize, Serialize};

/// A place as it is before boards come.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Venue {
    /// Corners of the ground; empty: the whole rectangle of the plaza's size.
    pub outline: Vec<Point>,
    /// In the order in which they were put there; later ones lie above.
    pub things: Vec<Thing>,
    pub ground: Surface,
    /// A hall: light from above, no sun, no wind.
    pub is_indoor: bool,
    /// Clockwise in degrees from the top of the plan to north.
    pub north: f64,
    /// In degrees, north of the equator positive; `None`: nobody has said.
    pub latitude: Option<f64>,
    /// In degrees, east positive. Local time is UTC+8 wherever it is.
    pub longitude: Option<f64>,
    /// Direction the wind comes from, clockwise in degrees from north; `None`: nobody has said.
    pub wind: Option<f64>,
    /// What people must know of the ground, such as a slope.
    pub note: String,
    pub sketch: Option<Sketch>,
    /// Opening day and hours; the sun is reckoned for them.
    pub day: Option<Day>,
    pub opens: Hour,
    pub closes: Hour,
}

/// Minutes after midnight.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Hour(pub u16);

impl Hour {
    /// "9:05", also with the colon of Chinese type.
    pub fn parse(text: &str) -> Option<Hour> {
        let (hour, minute) = text.trim().split_once([':', '：'])?;
        let (hour, minute): (u16, u16) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
        (hour < 24 && minute < 60).then_some(Hour(hour * 60 + minute))
    }
}

impl std::fmt::Display for Hour {
    /// "09:05"
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60 % 24, self.0 % 60)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Surface {
    #[default]
    Paving,
    Grass,
    Asphalt,
    Floor,
}

impl Surface {
    pub const ALL: [Surface; 4] = [Surface::Paving, Surface::Grass, Surface::Asphalt, Surface::Floor];
}

/// A photo, sketch or satellite picture under the plan, to trace over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sketch {
    pub picture: Digest,
    /// The picture's top left corner.
    pub at: Point,
    /// Metres a pixel; found from two points whose distance is known.
    pub scale: f64,
    /// Clockwise in degrees about `at`.
    pub turn: f64,
    /// 0 to 1.
    pub opacity: f64,
}

/// Something that is there. One point is round with `width` as its diameter, two or more are a line of that width,
/// three or more of a closed kind (`ThingKind::is_area`) are an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thing {
    pub kind: ThingKind,
    pub points: Vec<Point>,
    pub width: f64,
    /// Above the ground; 0 for what lies flat.
    pub height: f64,
    /// What the plan writes beside it.
    pub name: String,
    /// The front of a building, from a photo.
    pub picture: Option<Digest>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThingKind {
    Gate,
    Steps,
    Flagpole,
    Tree,
    /// Kept free in its whole width.
    FireLane,
    Power,
    /// Nothing may stand here.
    KeepOut,
    /// Boards may hang on it.
    Wall,
    Building,
}

impl ThingKind {
    pub const ALL: [ThingKind; 9] = [
        ThingKind::Gate,
        ThingKind::Steps,
        ThingKind::Flagpole,
        ThingKind::Tree,
        ThingKind::FireLane,
        ThingKind::Power,
        ThingKind::KeepOut,
        ThingKind::Wall,
        ThingKind::Building,
    ];

    /// Its points are the corners of an area.
    pub fn is_area(self) -> bool {
        matches!(self, ThingKind::Steps | ThingKind::KeepOut | ThingKind::Building)
    }
}

/// What holds a board up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foot {
    /// A steel frame with two feet.
    #[default]
    Frame,
    /// Two boards lean on each other like a roof.
    AFrame,
    Truss,
    RollUp,
    Easel,
    /// Two boards on one frame, back to back.
    BackToBack,
    OnWall,
}

impl Foot {
    pub const ALL: [Foot; 7] = [
        Foot::Frame,
        Foot::AFrame,
        Foot::Truss,
        Foot::RollUp,
        Foot::Easel,
        Foot::BackToBack,
        Foot::OnWall,
    ];
}

/// A way through the boards for some people. The visitors' way is the display sequence unless a tour says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tour {
    pub name: String,
    pub is_leaders: bool,
    pub stops: Vec<Stop>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    pub board: BoardId,
    /// `None`: as long as its text takes to read.
    pub seconds: Option<f64>,
    /// Who speaks here and of what; empty: nobody does.
    pub speech: String,
}

/// Where the walk stood and which way it looked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bookmark {
    pub name: String,
    pub at: Point,
    /// Height of the eye.
    pub eye: f64,
    /// Clockwise in degrees from the top of the plan.
    pub heading: f64,
    /// Degrees above the horizon.
    pub pitch: f64,
}
