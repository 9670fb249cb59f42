//! How long frames take, for `bench/full`: into the file that `ZHANBAN_FRAMES` names. The first line is the moment the
//! program began, in microseconds since 1970; then one a frame: microseconds since then, of the frame before with its
//! painting, of our own part of this frame, and whether a show was on it.

use super::files;
use std::fmt::Write;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

pub struct Pace {
    file: PathBuf,
    start: Instant,
    lines: String,
}

impl Pace {
    /// `None` where nobody asks.
    pub fn wished() -> Option<Pace> {
        let file = std::env::var_os("ZHANBAN_FRAMES")?;
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Some(Pace {
            file: file.into(),
            start: Instant::now(),
            lines: format!("{}\n", now.as_micros()),
        })
    }

    pub fn note(&mut self, frame_before: Option<f32>, own: Duration, has_show: bool) {
        let took = frame_before.map_or(0, |seconds| (seconds * 1e6) as u64);
        let (at, own) = (self.start.elapsed().as_micros(), own.as_micros());
        // Writing into a string cannot fail.
        let _ = writeln!(self.lines, "{at} {took} {own} {}", u8::from(has_show));
    }

    pub fn write(&self) {
        if let Err(error) = files::write_whole(&self.file, self.lines.as_bytes()) {
            eprintln!("{}: {error}", self.file.display());
        }
    }
}
