//! All tests that are not beside their code, in one binary.
#![allow(clippy::unwrap_used)]

mod architecture;
mod check;
mod commands;
mod import;
mod plaza;
