//! All tests that are not beside their code, in one binary.
#![allow(clippy::unwrap_used)]

mod architecture;
mod check;
mod cli;
mod commands;
mod draft;
mod drawn;
mod exchange;
mod export;
mod fonts;
mod import;
mod layout;
mod licences;
mod manual;
mod media;
mod meeting;
mod plaza;
mod plaza_ground;
mod plaza_papers;
mod proof;
mod raster;
mod refit;
mod script;
mod store;
mod text;
mod walk;
mod window;
mod workflow;
