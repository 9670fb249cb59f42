//! How long frames take, for `bench/full/window`: one line a frame, microseconds since the start and of the frame
//! before with its painting, into the file that `ZHANBAN_FRAMES` names.

use super::files;
use std::fmt::Write;
use std::path::PathBuf;
use std::time::Instant;

pub struct Pace {
    file: PathBuf,
    start: Instant,
    lines: String,
}

impl Pace {
    /// `None` where nobody asks.
    pub fn wished() -> Option<Pace> {
        let file = std::env::var_os("ZHANBAN_FRAMES")?;
        Some(Pace {
            file: file.into(),
            start: Instant::now(),
            lines: String::new(),
        })
    }

    pub fn note(&mut self, frame_before: Option<f32>) {
        let took = frame_before.map_or(0, |seconds| (seconds * 1e6) as u64);
        // Writing into a string cannot fail.
        let _ = writeln!(self.lines, "{} {took}", self.start.elapsed().as_micros());
    }

    pub fn write(&self) {
        if let Err(error) = files::write_whole(&self.file, self.lines.as_bytes()) {
            eprintln!("{}: {error}", self.file.display());
        }
    }
}
