//! Shows on disk: the project folder, revisions, working states, recovery. Knows files and SQLite; draws nothing.

mod backup;
mod book;
mod db;
mod exchange;
mod home;
mod installed;
mod load;
mod lock;
mod mend;
mod objects;
mod project;
mod reserve;
mod rest;
mod rev;
mod shops;
mod v1;
mod writer;

pub use exchange::{Copied, ExchangeError, Incoming, Packed, copy_to, pack, rescue_to};
pub use home::{Home, HomeError};
pub use installed::{FontPlaces, Installed, InstalledFace};
pub use project::{Opened, Project, SaveState, StoreError};
