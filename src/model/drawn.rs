//! What is drawn on a board besides its content: shapes, drawings from files, emblems, and the ground under it all.

use super::Shadow;
use crate::base::{Colour, Digest};
use crate::geom::{Point, Rect, point, rect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A colour as a person chose it: one of the template's or the show's, or inks by value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tint {
    /// By its name, so that it follows when the template or the show changes the colour.
    Swatch(String),
    /// Percent of cyan, magenta, yellow, black.
    Inks([f64; 4]),
}

impl Tint {
    /// Black where no swatch has the name.
    pub fn colour(&self, swatches: &BTreeMap<String, Colour>) -> Colour {
        match self {
            Tint::Swatch(name) => swatches.get(name).copied().unwrap_or(BLACK),
            Tint::Inks(inks) => Colour::Cmyk(*inks),
        }
    }
}

const BLACK: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 100.0]);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShapeElement {
    pub form: ShapeForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<Tint>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<ShapeLine>,
    /// 0..=1, of the whole shape with its shadow.
    pub opacity: f64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shadow: Option<Shadow>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShapeForm {
    Rect {
        /// Radius in mm.
        corner: f64,
    },
    Ellipse,
    Line(Course),
}

/// A line as its rectangle's diagonal: the rectangle says where, this says between which corners and which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// It ends at the left, not at the right.
    pub is_leftward: bool,
    /// It ends above, not below.
    pub is_upward: bool,
    pub heads: Heads,
}

/// Where a line has an arrow's head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heads {
    #[default]
    None,
    End,
    Both,
}

impl Heads {
    pub const ALL: [Heads; 3] = [Heads::None, Heads::End, Heads::Both];
}

impl Course {
    /// Where the line begins and ends.
    pub fn ends(&self, area: Rect) -> [Point; 2] {
        let (left, right) = (area.x, area.right());
        let (from_x, to_x) = if self.is_leftward { (right, left) } else { (left, right) };
        let (from_y, to_y) = if self.is_upward {
            (area.bottom(), area.y)
        } else {
            (area.y, area.bottom())
        };
        [point(from_x, from_y), point(to_x, to_y)]
    }

    /// The rectangle and course of a line between two points.
    pub fn between(from: Point, to: Point, heads: Heads) -> (Rect, Course) {
        let area = rect(
            from.x.min(to.x),
            from.y.min(to.y),
            (to.x - from.x).abs(),
            (to.y - from.y).abs(),
        );
        let course = Course {
            is_leftward: to.x < from.x,
            is_upward: to.y < from.y,
            heads,
        };
        (area, course)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShapeLine {
    pub tint: Tint,
    /// In mm.
    pub width: f64,
    #[serde(default)]
    pub dash: Dash,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Dash {
    #[default]
    Solid,
    Dashed,
    Dotted,
}

impl Dash {
    pub const ALL: [Dash; 3] = [Dash::Solid, Dash::Dashed, Dash::Dotted];
}

/// A drawing from a file, as vectors: always whole, in its own colours.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArtElement {
    /// `None`: a place waiting for a drawing.
    pub art: Option<Digest>,
    /// It fills its rectangle instead of keeping its own proportions.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_stretched: bool,
}

/// An emblem that the organizer supplies, as a drawing or a picture. What must not be done to one has no field here:
/// it is shown whole, upright, unmirrored, in its own proportions and colours, fully opaque.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EmblemElement {
    /// `None`: a place waiting for the file.
    pub art: Option<Digest>,
}

/// What a board has in place of its template's paper. A field of the board, not an element: there is one, it has no
/// place or order of its own, and no hand can take hold of it by accident.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    Flat(Tint),
    Fade {
        from: Tint,
        to: Tint,
        way: FadeWay,
    },
    Photo {
        photo: Digest,
        /// How far the paper's colour covers it, 0..=1.
        veil: f64,
    },
    Pattern {
        figure: Figure,
        paper: Tint,
        ink: Tint,
        /// From one figure to the next, in mm.
        pitch: f64,
    },
}

/// Where a gradient ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FadeWay {
    #[default]
    Down,
    Right,
    DownRight,
    DownLeft,
}

impl FadeWay {
    pub const ALL: [FadeWay; 4] = [FadeWay::Down, FadeWay::Right, FadeWay::DownRight, FadeWay::DownLeft];
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Figure {
    #[default]
    Dots,
    Stripes,
    Grid,
    Waves,
}

impl Figure {
    pub const ALL: [Figure; 4] = [Figure::Dots, Figure::Stripes, Figure::Grid, Figure::Waves];
}

impl Ground {
    /// The colours it names.
    pub fn tints(&self) -> Vec<&Tint> {
        match self {
            Ground::Flat(tint) => vec![tint],
            Ground::Fade { from, to, .. } => vec![from, to],
            Ground::Photo { .. } => Vec::new(),
            Ground::Pattern { paper, ink, .. } => vec![paper, ink],
        }
    }

    pub fn photo(&self) -> Option<Digest> {
        match self {
            Ground::Photo { photo, .. } => Some(*photo),
            Ground::Flat(_) | Ground::Fade { .. } | Ground::Pattern { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_the_same_after_it_was_taken_apart() {
        let (from, to) = (point(30.0, 10.0), point(5.0, 80.0));
        for [from, to] in [[from, to], [to, from], [from, from], [point(1.0, 2.0), point(9.0, 2.0)]] {
            let (area, course) = Course::between(from, to, Heads::End);
            assert_eq!(course.ends(area), [from, to]);
        }
    }
}
