//! Space set aside in the project folder and given up when the disk is full, so that the last work can be saved.

use std::io::Write;
use std::path::{Path, PathBuf};

const BYTES: u64 = 32 << 20;
pub struct Reserve {
    file: PathBuf,
    is_wanted: bool,
}

impl Reserve {
    pub fn of(folder: &Path) -> Reserve {
        let file = folder.join("reserve.bin");
        let is_wanted = !file.exists();
        Reserve { file, is_wanted }
    }

    /// It is not there yet.
    pub fn is_wanted(&self) -> bool {
        self.is_wanted
    }

    /// Writes it. Where the disk has not room enough nothing is left, and it is not tried again until the next opening.
    pub fn lay_aside(&mut self) {
        if std::mem::take(&mut self.is_wanted) && self.fill().is_err() {
            let _ = std::fs::remove_file(&self.file);
        }
    }

    fn fill(&self) -> std::io::Result<()> {
        let mut file = std::fs::File::create(&self.file)?;
        // Not zeros: a compressing disk would keep no space for them.
        let noise: Vec<u8> = (0..1u32 << 18)
            .flat_map(|n| n.wrapping_mul(0x9E37_79B9).to_le_bytes())
            .collect();
        for _ in 0..BYTES / noise.len() as u64 {
            file.write_all(&noise)?;
        }
        file.sync_all()
    }

    /// Gives the space back; `false` where there was none.
    pub fn give_up(&mut self) -> bool {
        std::fs::remove_file(&self.file).is_ok()
    }
}
