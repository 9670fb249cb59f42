//! Slow work on threads: one row each, with progress, cancel, and a result that comes back to the window.

use super::tasks::{Done, Material, Work, run};
use crate::base::Progress;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Instant;

/// One row of the tray.
pub struct Job {
    pub id: u64,
    pub title: String,
    pub work: Work,
    pub progress: Progress,
    pub state: JobState,
    pub started: Instant,
    result: Receiver<Done>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum JobState {
    Running,
    /// What came of it, and the folder it went to.
    Finished(String, Option<PathBuf>),
    Failed(String),
    Cancelled,
}

impl Job {
    pub fn is_running(&self) -> bool {
        self.state == JobState::Running
    }
}

#[derive(Default)]
pub struct Jobs {
    pub list: Vec<Job>,
    next: u64,
}

impl Jobs {
    pub fn start(&mut self, ctx: &egui::Context, title: String, work: Work, material: Material) -> u64 {
        let (send, result) = channel();
        let progress = Progress::default();
        let (ctx, at_work, what) = (ctx.clone(), progress.clone(), work.clone());
        std::thread::spawn(move || {
            let done = run(&what, &material, &at_work);
            // Nobody listens any more when the window is gone; then there is nobody to tell.
            let _ = send.send(done);
            ctx.request_repaint();
        });
        self.next += 1;
        self.list.push(Job {
            id: self.next,
            title,
            work,
            progress,
            state: JobState::Running,
            started: Instant::now(),
            result,
        });
        self.next
    }

    /// Results that came since the last call; their rows wait for `finish`.
    pub fn arrived(&mut self) -> Vec<(u64, Done)> {
        let mut arrived = Vec::new();
        for job in self.list.iter().filter(|job| job.is_running()) {
            match job.result.try_recv() {
                Ok(done) => arrived.push((job.id, done)),
                Err(TryRecvError::Empty) => {}
                // The thread ended without a word: it panicked.
                Err(TryRecvError::Disconnected) => arrived.push((job.id, Done::Broken)),
            }
        }
        arrived
    }

    pub fn finish(&mut self, id: u64, state: JobState) {
        if let Some(job) = self.list.iter_mut().find(|job| job.id == id) {
            job.state = state;
        }
    }

    pub fn stop(&mut self, id: u64) {
        if let Some(job) = self.list.iter().find(|job| job.id == id) {
            job.progress.cancel();
        }
    }

    pub fn forget(&mut self, id: u64) -> Option<Job> {
        let at = self.list.iter().position(|job| job.id == id && !job.is_running())?;
        Some(self.list.remove(at))
    }

    pub fn running(&self) -> usize {
        self.shown().filter(|job| job.is_running()).count()
    }

    /// Rows for people: checks run too often to be told.
    pub fn shown(&self) -> impl Iterator<Item = &Job> {
        self.list.iter().filter(|job| !job.work.is_quiet())
    }

    pub fn is_running(&self, which: impl Fn(&Work) -> bool) -> bool {
        self.list.iter().any(|job| job.is_running() && which(&job.work))
    }

    pub fn stop_all(&self) {
        for job in &self.list {
            job.progress.cancel();
        }
    }
}
