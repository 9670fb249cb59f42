//! Photo files: identity by digest, facts from the header, pixels within limits, mips, colour through profiles.
//! Knows no boards and no window. Decodes only after the header was found within limits.

mod library;
mod proof;

pub use library::{Library, MediaError, Pixels};
pub use proof::{Proof, ProofError, grey_profile};
