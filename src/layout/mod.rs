//! A board and its template into a `Frame`. Knows fonts and photo sizes; knows no pixels, no PDF, no disk.

mod board;
mod boxes;
mod cache;
mod decor;
mod desk;
mod draw;
mod flow;
pub mod frame;
mod ground;
mod group;
mod hit;
mod path;
mod resize;
mod setting;
mod wall;

pub use board::{lay_board, lay_board_again, text_boxes};
pub use boxes::TextBox;
pub use cache::{LayoutCache, is_same, layout_input};
pub use draw::{Grip, art_picture, qr_path};
pub use frame::*;
pub use hit::{bounds, hit};
pub use resize::at_size;
pub use wall::{Arranged, Wall};

use crate::base::{Digest, Finding, PhotoFacts};
use crate::geom::Rect;
use crate::media::Art;
use crate::model::{Board, ElementId, Template};
use crate::script::Words;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All that decides how a board looks; equal inputs give equal frames.
#[derive(Clone)]
pub struct LayoutInput {
    pub board: Arc<Board>,
    pub template: Arc<Template>,
    /// Colours that the show fixes for all boards.
    pub swatches: Vec<crate::model::ShowSwatch>,
    pub words: Arc<Words>,
    pub photos: Arc<BTreeMap<Digest, Arc<PhotoFacts>>>,
    /// The drawings on the board whose files this PC has.
    pub art: Vec<Arc<Art>>,
    /// Of the show: Traditional takes its forms and words.
    pub region: crate::script::Region,
    pub labels: Labels,
    /// Installed fonts that the show names and this PC has.
    pub named: Vec<crate::text::AtHand>,
    /// `None`: as the board says.
    pub script: Option<crate::script::Script>,
}

/// The small texts that come from outside the board's body and change without touching it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// "017"; empty while the board has no place in the order.
    pub number: String,
    pub committee: crate::model::TwoName,
    pub show: crate::model::TwoName,
}

/// A board laid out, and what did not go well on the way.
#[derive(Clone, Debug)]
pub struct Laid {
    pub frame: Frame,
    pub findings: Vec<Finding>,
    /// Where each shown element stands: its rectangle and the clockwise angle in degrees about its centre.
    pub areas: BTreeMap<ElementId, (Rect, f64)>,
    /// What is taken hold of along its lines, not everywhere in its rectangle.
    pub grips: BTreeMap<ElementId, Grip>,
}
