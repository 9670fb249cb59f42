//! How long frames take, for `bench/full`: into the file that `ZHANBAN_FRAMES` names. The first line is the moment the
//! program began, in microseconds since 1970; then one a frame: microseconds since then, of the frame before with its
//! painting, of our own part of this frame, whether a show was on it, bytes of all textures, pictures made, and whether
//! none is wished for any more.

use super::files;
use crate::screen::Pictures;
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

    pub fn note(&mut self, ctx: &egui::Context, frame_before: Option<f32>, own: Duration, pictures: Option<&Pictures>) {
        let took = frame_before.map_or(0, |seconds| (seconds * 1e6) as u64);
        let (at, own) = (self.start.elapsed().as_micros(), own.as_micros());
        // Writing into a string cannot fail.
        let _ = writeln!(
            self.lines,
            "{at} {took} {own} {} {} {} {}",
            u8::from(pictures.is_some()),
            texture_bytes(ctx),
            pictures.map_or(0, Pictures::done),
            u8::from(pictures.is_some_and(Pictures::is_idle)),
        );
    }

    pub fn write(&self) {
        if let Err(error) = files::write_whole(&self.file, self.lines.as_bytes()) {
            eprintln!("{}: {error}", self.file.display());
        }
    }
}

/// With the smaller versions that some have.
fn texture_bytes(ctx: &egui::Context) -> usize {
    let textures = ctx.tex_manager();
    let textures = textures.read();
    let each = textures.allocated().map(|(_, meta)| match meta.options.mipmap_mode {
        Some(_) => meta.bytes_used() / 3 * 4,
        None => meta.bytes_used(),
    });
    each.sum()
}
