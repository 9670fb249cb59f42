//! The exhibition as plain data, and the commands that change it. Knows no fonts, no pixels, no files.

mod apply;
mod board;
mod command;
mod committee;
mod document;
mod element;
mod exhibition;
mod finishing;
mod ids;
mod invariants;
pub mod part;
mod plaza;
mod proposal;
mod retext;
mod shop;
mod swatch;
mod template;
mod text;
mod z;

pub use board::*;
pub use command::*;
pub use committee::*;
pub use document::*;
pub use element::*;
pub use exhibition::*;
pub use ids::*;
pub use invariants::invariants;
pub use plaza::*;
pub use proposal::{Proposal, Query, accepted, slips_on};
pub use retext::{edited, look_of, picked, retext, with_look};
pub use shop::*;
pub use swatch::{ShowSwatch, uses, with_shared};
pub use template::*;
pub use text::*;
pub use z::z_between;
