//! Why a command could not be done, in one sentence for the person who asked.

use super::words;
use crate::app::{WindowError, words as app_words};
use crate::base::{Lang, Say};
use crate::compose::ImportError;
use crate::export::ExportError;
use crate::model::Refusal;
use crate::store::{ExchangeError, HomeError, StoreError};
use std::path::PathBuf;

#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// In the user's language already.
    #[error("{0}")]
    Told(String),
    #[error("{0:?}")]
    Say(Say),
    #[error(transparent)]
    Import(#[from] ImportError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error(transparent)]
    Home(#[from] HomeError),
    #[error(transparent)]
    Window(WindowError),
    #[error("{file} cannot be written")]
    Write {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("{file} cannot be read")]
    Read {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Fault {
        let StoreError::Told(say, _) = error;
        Fault::Say(say)
    }
}

impl From<ExchangeError> for Fault {
    fn from(error: ExchangeError) -> Fault {
        match error {
            ExchangeError::Told(say, _) => Fault::Say(say),
            ExchangeError::Cancelled => Fault::Export(ExportError::Cancelled),
        }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Fault {
        Fault::Say(refusal.0)
    }
}

impl From<WindowError> for Fault {
    fn from(error: WindowError) -> Fault {
        match error {
            WindowError::Home(error) => Fault::Home(error),
            WindowError::Screenshot { file, source } => Fault::Write { file, source },
            error => Fault::Window(error),
        }
    }
}

impl Fault {
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Fault::Told(text) => text.clone(),
            Fault::Say(say) => say.text(lang),
            Fault::Import(error) => app_words::import_failed(lang, error),
            Fault::Export(error) => app_words::export_failed(lang, error),
            Fault::Home(HomeError::NotFound) => lang.of(words::HOME_MISSING).into(),
            Fault::Home(HomeError::Damaged { file, .. }) => words::home_damaged(lang, file),
            Fault::Window(WindowError::Graphics(_)) => lang.of(words::NO_GRAPHICS).into(),
            Fault::Window(WindowError::Unfinished { file }) => words::unfinished(lang, file),
            Fault::Window(_) => lang.of(words::NO_DISPLAY).into(),
            Fault::Write { file, .. } => words::not_written(lang, file),
            Fault::Read { file, .. } => words::not_read(lang, file),
        }
    }
}
