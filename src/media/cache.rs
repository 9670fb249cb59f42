//! Mips in memory: shared by all libraries (a digest means the same pixels everywhere), the longest unused go first.

use super::library::Pixels;
use crate::base::Digest;
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Condvar, LazyLock, Mutex, MutexGuard, PoisonError};

/// What the mips of all photos may hold together.
const BUDGET: usize = 192 << 20;

/// What is larger is handed out and not kept.
const MAX_LEVEL: usize = 64 << 20;

/// A photo as seen, in colour or as luminance.
pub type Shown = (Digest, bool);

/// One size of a photo.
pub struct Level {
    /// What was asked for; the photo may have less.
    pub longest_px: u32,
    /// No larger one can be made.
    is_full: bool,
    pub pixels: Arc<Pixels>,
    last_used: u64,
}

impl Level {
    pub fn new(longest_px: u32, is_full: bool, pixels: Pixels) -> Level {
        Level {
            longest_px,
            is_full,
            pixels: Arc::new(pixels),
            last_used: 0,
        }
    }
}

/// What came of decoding.
pub enum Made {
    /// From large to small; the smallest that satisfies the wish is handed out.
    Levels(Vec<Level>),
    /// The file cannot be read just now.
    NotNow,
    /// The file is there and no picture: it is not tried again.
    Never,
}

#[derive(Default)]
struct Mips {
    levels: BTreeMap<(Shown, u32), Level>,
    being_made: HashSet<Shown>,
    hopeless: HashSet<Shown>,
    bytes: usize,
    clock: u64,
}

static MIPS: LazyLock<Mutex<Mips>> = LazyLock::new(Mutex::default);
static MADE: Condvar = Condvar::new();

fn lock() -> MutexGuard<'static, Mips> {
    MIPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What lies ready and comes nearest: the smallest that is large enough, else the largest.
pub fn nearest(shown: Shown, longest_px: u32) -> Option<Arc<Pixels>> {
    let mut mips = lock();
    mips.find(shown, longest_px).or_else(|| {
        let (_, level) = mips.levels.range((shown, 0)..=(shown, u32::MAX)).next_back()?;
        Some(level.pixels.clone())
    })
}

/// Gets the level, or lets one thread make it while the others wait.
pub fn get_or_make(shown: Shown, longest_px: u32, make: impl FnOnce() -> Made) -> Option<Arc<Pixels>> {
    let mut mips = lock();
    loop {
        if let Some(pixels) = mips.find(shown, longest_px) {
            return Some(pixels);
        }
        if mips.hopeless.contains(&shown) {
            return None;
        }
        if mips.being_made.insert(shown) {
            break;
        }
        mips = MADE.wait(mips).unwrap_or_else(PoisonError::into_inner);
    }
    drop(mips);
    let _done = Done(shown);
    match make() {
        Made::Levels(levels) => {
            let large_enough = levels
                .iter()
                .rev()
                .find(|level| level.longest_px >= longest_px || level.is_full);
            let pixels = large_enough.map(|level| level.pixels.clone());
            lock().keep(shown, levels);
            pixels
        }
        Made::NotNow => None,
        Made::Never => {
            lock().hopeless.insert(shown);
            None
        }
    }
}

/// Lets the waiting go on also where making failed or panicked.
struct Done(Shown);

impl Drop for Done {
    fn drop(&mut self) {
        lock().being_made.remove(&self.0);
        MADE.notify_all();
    }
}

impl Mips {
    /// The level that satisfies the wish, if it lies ready.
    fn find(&mut self, shown: Shown, longest_px: u32) -> Option<Arc<Pixels>> {
        self.clock += 1;
        let sizes = self.levels.range_mut((shown, 0)..=(shown, u32::MAX));
        let mut large_enough = sizes.filter(|((_, longest), level)| *longest >= longest_px || level.is_full);
        let (_, level) = large_enough.next()?;
        level.last_used = self.clock;
        Some(level.pixels.clone())
    }

    fn keep(&mut self, shown: Shown, levels: Vec<Level>) {
        for mut level in levels {
            if level.pixels.rgba.len() > MAX_LEVEL {
                continue;
            }
            // Smaller levels count as used later, so that the large ones make room first.
            self.clock += 1;
            level.last_used = self.clock;
            self.bytes += level.pixels.rgba.len();
            if let Some(old) = self.levels.insert((shown, level.longest_px), level) {
                self.bytes -= old.pixels.rgba.len();
            }
        }
        while self.bytes > BUDGET {
            let oldest = self.levels.iter().min_by_key(|(_, level)| level.last_used);
            let Some(key) = oldest.map(|(key, _)| *key) else {
                break;
            };
            if let Some(level) = self.levels.remove(&key) {
                self.bytes -= level.pixels.rgba.len();
            }
        }
    }
}
