use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// How far a job is, and whether the user wants it to stop. Cheap to clone; shared between the job and the window.
#[derive(Clone, Debug, Default)]
pub struct Progress {
    steps: Arc<Steps>,
    cancelled: Arc<AtomicBool>,
}

#[derive(Debug, Default)]
struct Steps {
    done: AtomicU64,
    total: AtomicU64,
}

impl Progress {
    /// For a part that counts steps of its own and stops when the whole does.
    pub fn part(&self) -> Progress {
        Progress {
            steps: Arc::default(),
            cancelled: self.cancelled.clone(),
        }
    }

    pub fn set_total(&self, total: u64) {
        self.steps.total.store(total, Ordering::Relaxed);
    }

    pub fn advance(&self, steps: u64) {
        self.steps.done.fetch_add(steps, Ordering::Relaxed);
    }

    /// Steps done and steps in all; `(0, 0)` before the job knows.
    pub fn state(&self) -> (u64, u64) {
        (
            self.steps.done.load(Ordering::Relaxed),
            self.steps.total.load(Ordering::Relaxed),
        )
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}
