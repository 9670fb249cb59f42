//! Photo files: identity by digest, facts from the header, pixels within limits, mips, colour through profiles,
//! tone and masks worked in, faces, likeness. Drawings as vectors.
//! Knows no boards and no window. Decodes only after the header was found within limits.

mod art;
mod bake;
mod cache;
mod decode;
mod exif;
mod facts;
mod grey;
mod grid;
mod jpeg;
mod library;
mod look;
mod mask;
mod photo_colour;
mod proof;
mod scale;
mod svg;
mod svg_guard;
mod tone;

pub use art::{Art, Fill, Line, Mark, Shape, Tone, art_at_hand};
pub use bake::{Baked, key as baked_key};
pub use facts::{MAX_PIXELS, MAX_SIDE, icc_profile, inspect};
pub use grey::grey_profile;
pub use grid::Grid;
pub use library::{Library, MediaError, Pixels};
pub use look::{Alike, alike, steps_between, turned_between};
pub use photo_colour::{proof_at_hand, proof_of, set_default_proof};
pub use proof::{Proof, ProofError, profile_name};
pub use tone::{Grade, automatic as automatic_tone};
