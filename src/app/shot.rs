//! `--screenshot`: waits until every picture is there, takes one of the window, quits.

use super::files;
use super::shell::Shell;
use super::tasks::Work;
use egui::{ColorImage, ScreenshotCallback, ViewportCommand};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Without a step forward for so long, what is not there yet will not come; it is told, and the window photographed as
/// it is. A busy machine may need seconds for one picture.
const PATIENCE: Duration = Duration::from_secs(60);
/// A job under way (opening, checking a whole show) tells of no steps.
const JOB_PATIENCE: Duration = Duration::from_secs(600);
/// Frames in a row with nothing under way.
const STILL: u32 = 4;

pub struct Shot {
    file: PathBuf,
    /// How far the work was, and when it last went on.
    step: Option<([u64; 3], Instant)>,
    still: u32,
    taken: Option<Receiver<Arc<ColorImage>>>,
    /// What the caller of `run` is told.
    pub result: Arc<Mutex<Option<Missed>>>,
}

/// Why the picture is not what was asked for.
#[derive(Debug)]
pub enum Missed {
    Unwritten(std::io::Error),
    /// Written, but something on it was still being drawn.
    Unfinished,
}

impl Shot {
    pub fn new(file: PathBuf) -> Shot {
        Shot {
            file,
            step: None,
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
            .is_running(|work| matches!(work, Work::Open(_) | Work::New(..) | Work::Sample(_)));
        let step = self.progress();
        let patience = if self.jobs.is_running(|_| true) {
            JOB_PATIENCE
        } else {
            PATIENCE
        };
        let Some(shot) = &mut self.shot else {
            return;
        };
        if let Some(taken) = &shot.taken {
            if let Ok(picture) = taken.try_recv() {
                let written = files::write_picture(&shot.file, &picture);
                if let (Err(error), Ok(mut result)) = (written, shot.result.lock()) {
                    *result = Some(Missed::Unwritten(error));
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
        let now = Instant::now();
        let since = match shot.step {
            Some((seen, since)) if seen == step => since,
            _ => now,
        };
        shot.step = Some((step, since));
        let is_stuck = now - since > patience;
        if shot.still >= STILL || is_stuck {
            if let (true, Ok(mut result)) = (is_stuck, shot.result.lock()) {
                *result = Some(Missed::Unfinished);
            }
            let (send, taken) = channel();
            shot.taken = Some(taken);
            ctx.send_viewport_cmd(ViewportCommand::Screenshot(ScreenshotCallback::new(move |picture| {
                // Nobody waits any more when the window was closed by hand.
                let _ = send.send(picture);
            })));
            ctx.request_repaint();
        }
    }

    /// Changes whenever the work behind the window goes on.
    fn progress(&self) -> [u64; 3] {
        let show = self.show.as_ref();
        [
            show.map_or(0, |show| show.pictures.done()),
            show.map_or(0, |show| show.check_round),
            self.jobs.running() as u64,
        ]
    }
}
