//! Who draws the window, tried one after the other: OpenGL first, on Windows then Direct3D (it starts over remote desktop
//! and without a driver), elsewhere the system's own OpenGL on the processor. A driver that takes the program down leaves
//! a marker, and the next start begins with another way.

use super::files::{self, Folders};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renderer {
    Glow,
    #[cfg(windows)]
    Wgpu,
    /// OpenGL, drawn by the processor.
    #[cfg(not(windows))]
    Software,
}

#[cfg(windows)]
const ALL: [Renderer; 2] = [Renderer::Glow, Renderer::Wgpu];
#[cfg(not(windows))]
const ALL: [Renderer; 2] = [Renderer::Glow, Renderer::Software];

/// Mesa's switch for drawing without the graphics card.
#[cfg(not(windows))]
const SOFTWARE: (&str, &str) = ("LIBGL_ALWAYS_SOFTWARE", "1");

impl Renderer {
    pub fn parse(name: &str) -> Option<Renderer> {
        ALL.into_iter().find(|renderer| renderer.name() == name)
    }

    pub fn name(self) -> &'static str {
        match self {
            Renderer::Glow => "glow",
            #[cfg(windows)]
            Renderer::Wgpu => "wgpu",
            #[cfg(not(windows))]
            Renderer::Software => "software",
        }
    }

    /// What `--renderer` knows here.
    pub fn names() -> String {
        ALL.map(Renderer::name).join(", ")
    }

    /// All there are, the wished one first, the one that crashed last.
    pub fn in_turn(wished: Option<Renderer>, crashed: Option<Renderer>) -> Vec<Renderer> {
        let mut turn = ALL.to_vec();
        turn.sort_by_key(|renderer| (Some(*renderer) == crashed, Some(*renderer) != wished));
        turn
    }

    pub fn backend(self) -> eframe::Renderer {
        match self {
            #[cfg(windows)]
            Renderer::Wgpu => eframe::Renderer::Wgpu,
            _ => eframe::Renderer::Glow,
        }
    }

    /// The program once more, where this way needs another environment than ours; its exit tells how it went.
    pub fn elsewhere(self) -> Option<std::io::Result<std::process::ExitStatus>> {
        #[cfg(not(windows))]
        if self == Renderer::Software && std::env::var_os(SOFTWARE.0).is_none() {
            return Some(again());
        }
        None
    }
}

#[cfg(not(windows))]
fn again() -> std::io::Result<std::process::ExitStatus> {
    let mut rest = std::env::args_os().skip(1);
    let mut child = std::process::Command::new(std::env::current_exe()?);
    child.env(SOFTWARE.0, SOFTWARE.1).args(["--renderer", "software"]);
    while let Some(argument) = rest.next() {
        if argument == "--renderer" {
            rest.next();
        } else {
            child.arg(argument);
        }
    }
    child.status()
}

/// The marker of a window that has not drawn yet. It is held while it lasts, so that one that nobody holds tells of a
/// start that came to a sudden end.
#[derive(Default)]
pub struct Starting {
    held: Option<(PathBuf, files::Held)>,
    frames: u32,
}

/// A window that has drawn so often has a driver that works.
const ENOUGH: u32 = 3;

impl Starting {
    /// Who was at work when the last start ended before it drew; the marker is gone afterwards.
    pub fn crashed(folders: &Folders) -> Option<Renderer> {
        let file = marker(folders)?;
        let name = files::unheld(&file)?;
        files::drop_file(&file);
        Renderer::parse(name.trim())
    }

    pub fn begin(folders: &Folders, renderer: Renderer) -> Starting {
        let held = marker(folders).and_then(|path| {
            let file = files::held(&path, renderer.name())?;
            Some((path, file))
        });
        Starting { held, frames: 0 }
    }

    pub fn drawn(&mut self) {
        self.frames = self.frames.saturating_add(1);
        if self.frames == ENOUGH {
            self.end();
        }
    }

    /// This start is over, well or with a reason; also when the window goes.
    pub fn end(&mut self) {
        if let Some((path, file)) = self.held.take() {
            drop(file);
            files::drop_file(&path);
        }
    }
}

impl Drop for Starting {
    fn drop(&mut self) {
        self.end();
    }
}

fn marker(folders: &Folders) -> Option<PathBuf> {
    Some(folders.logs.as_ref()?.join("starting"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(place: &std::path::Path) -> Folders {
        Folders {
            logs: Some(place.to_path_buf()),
            ..Folders::default()
        }
    }

    #[test]
    fn a_start_that_came_to_a_sudden_end_is_found_once() {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        assert_eq!(Starting::crashed(&folders), None);
        // As a crash leaves it: written, and held by nobody.
        std::fs::write(place.path().join("starting"), "glow").unwrap();
        assert_eq!(Starting::crashed(&folders), Some(Renderer::Glow));
        assert_eq!(Starting::crashed(&folders), None);
        let turn = Renderer::in_turn(Some(Renderer::Glow), Some(Renderer::Glow));
        assert_eq!(turn.last(), Some(&Renderer::Glow));
    }

    #[test]
    fn a_window_that_is_just_starting_is_no_crash_and_three_frames_end_it() {
        let place = tempfile::tempdir().unwrap();
        let folders = folders(place.path());
        let mut starting = Starting::begin(&folders, Renderer::Glow);
        assert_eq!(Starting::crashed(&folders), None, "it is held");
        (0..ENOUGH).for_each(|_| starting.drawn());
        assert!(!place.path().join("starting").exists());
    }

    #[test]
    fn every_way_is_tried_whatever_is_wished() {
        for wished in ALL.map(Some).into_iter().chain([None]) {
            let turn = Renderer::in_turn(wished, None);
            assert_eq!(turn.len(), ALL.len());
            assert!(wished.is_none_or(|wished| turn[0] == wished));
        }
        assert!(ALL.into_iter().all(|one| Renderer::parse(one.name()) == Some(one)));
    }
}
