//! `--screenshot`: waits until every picture is there, takes one of the window, quits.

use super::files;
use super::shell::Shell;
use super::tasks::Work;
use egui::{ColorImage, ScreenshotCallback, ViewportCommand};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// After the show is open; what is not there by then is photographed as it is.
const PATIENCE: Duration = Duration::from_secs(20);
/// Frames in a row with nothing under way.
const STILL: u32 = 4;

pub struct Shot {
    file: PathBuf,
    since: Option<Instant>,
    still: u32,
    taken: Option<Receiver<Arc<ColorImage>>>,
    /// What the caller of `run` is told.
    pub result: Arc<Mutex<Option<std::io::Error>>>,
}

impl Shot {
    pub fn new(file: PathBuf) -> Shot {
        Shot {
            file,
            since: None,
            still: 0,
            taken: None,
            result: Arc::default(),
        }
    }
}

impl Shell {
    pub(super) fn photograph(&mut self, ctx: &egui::Context) {
        let is_idle = self.is_idle();
        let is_opening = self
            .jobs
            .is_running(|work| matches!(work, Work::Open(_) | Work::Sample(_)));
        let Some(shot) = &mut self.shot else {
            return;
        };
        if let Some(taken) = &shot.taken {
            if let Ok(picture) = taken.try_recv() {
                let written = files::write_picture(&shot.file, &picture);
                if let (Err(error), Ok(mut result)) = (written, shot.result.lock()) {
                    *result = Some(error);
                }
                self.is_quitting = true;
            }
            ctx.request_repaint();
            return;
        }
        ctx.request_repaint_after(Duration::from_millis(40));
        if is_opening {
            return;
        }
        shot.still = if is_idle { shot.still + 1 } else { 0 };
        let since = shot.since.get_or_insert_with(Instant::now);
        if shot.still >= STILL || since.elapsed() > PATIENCE {
            let (send, taken) = channel();
            shot.taken = Some(taken);
            ctx.send_viewport_cmd(ViewportCommand::Screenshot(ScreenshotCallback::new(move |picture| {
                // Nobody waits any more when the window was closed by hand.
                let _ = send.send(picture);
            })));
            ctx.request_repaint();
        }
    }
}
