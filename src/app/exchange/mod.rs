//! Handing in and bringing in, from the window: packs, copies, the ledger as a file, a board in the system's viewer.

mod bring;
mod deeds;
mod form;
pub mod say;
mod work;

pub use form::{Ask, Form};
pub use work::{ExchangeDone, ExchangeWork, run};

use super::tasks::Work;
use super::words::Words;
use crate::model::CommitteeId;
use std::path::PathBuf;

/// A place on the disk that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Place {
    /// Where a pack goes: of the whole show, or of one unit.
    Pack(Option<CommitteeId>),
    /// A pack's file.
    Bring,
    /// Another exhibition's folder.
    BringShow,
    Copy,
    /// A copy out of memory, because the show's own place is gone; work goes on there.
    Rescue,
    Ledger,
    /// Where this pack becomes a show of its own.
    OpenAs(PathBuf),
}

impl Place {
    pub fn work(&self, path: PathBuf) -> Work {
        Work::Exchange(match self {
            Place::Pack(only) => ExchangeWork::Pack(*only, path),
            Place::Bring | Place::BringShow => ExchangeWork::Read(path),
            Place::Copy => ExchangeWork::Copy(path),
            Place::Rescue => ExchangeWork::Rescue(path),
            Place::Ledger => ExchangeWork::Ledger(path),
            Place::OpenAs(pack) => ExchangeWork::OpenAs(pack.clone(), path),
        })
    }

    /// Something is written there; the folder need not exist.
    pub fn is_made(&self) -> bool {
        !matches!(self, Place::Bring | Place::BringShow)
    }

    pub fn title(&self) -> Words {
        match self {
            Place::Pack(_) => say::WHERE_PACK,
            Place::Bring => say::WHICH_PACK,
            Place::BringShow => say::WHICH_SHOW,
            Place::Copy | Place::Rescue => say::WHERE_COPY,
            Place::Ledger => say::WHERE_LEDGER,
            Place::OpenAs(_) => super::show_form::CHOOSE_HOME,
        }
    }
}
