//! Shows on disk: the project folder, revisions, working states, recovery. Knows files and SQLite; draws nothing.

mod home;
mod project;

pub use home::{Home, HomeError};
pub use project::{Opened, Project, SaveState, StoreError};
