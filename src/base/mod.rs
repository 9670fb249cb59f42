//! What every module speaks: findings, sentences in three languages, progress, photo facts.
//! Knows nothing of boards, pixels or files.

mod day;
mod digest;
mod finding;
mod lang;
mod look;
mod photo;
mod progress;
pub mod say;
mod touch;
pub mod utc;

pub use day::Day;
pub use digest::Digest;
pub use finding::{Finding, Place, Severity};
pub use lang::{Lang, many, verb};
pub use look::{Align, Colour, FontSlot, NamedFont, Plate, PlateError, Spot};
pub use photo::{Consent, PhotoColour, PhotoCredit, PhotoFacts, PhotoFormat, PhotoLook, PhotoState, Turn, reason};
pub use progress::Progress;
pub use say::Say;
pub use touch::{Mask, MaskForm, MaskKind, PhotoPart, Recipe, Tone};
