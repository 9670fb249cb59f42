//! `Frame` into PDF/X-4 that a shop takes without a phone call. Knows the PDF crates; breaks no line, picks no font.

mod press;

pub use press::Press;

use crate::base::{Digest, Finding, PhotoFacts, Progress};
use crate::layout::Frame;
use crate::media::{Library, Proof};
use crate::text::Fonts;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One page of a PDF.
#[derive(Clone)]
pub struct Page {
    pub frame: Arc<Frame>,
    /// "017": the page label, and the slug's number.
    pub number: String,
    /// Bookmark and slug.
    pub title: String,
    pub code: String,
    /// Pages of one unit stand under one bookmark.
    pub committee: String,
}

/// What writing reads besides the frames.
#[derive(Clone)]
pub struct Sources {
    pub fonts: Arc<Fonts>,
    pub library: Library,
    pub photos: Arc<BTreeMap<Digest, Arc<PhotoFacts>>>,
    pub proof: Arc<Proof>,
}

/// What was written, and what could not be shown on the way (a photo that vanished: its place is hatched).
#[derive(Clone, Debug)]
pub struct Written {
    pub file: PathBuf,
    pub pages: usize,
    pub bytes: u64,
    pub findings: Vec<Finding>,
}

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("cancelled; no half-written file was left")]
    Cancelled,
    #[error("{file} cannot be written")]
    Write {
        file: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// Told before the first byte is written.
    #[error("{file} needs {needed} bytes and the disk has {free}")]
    DiskTooSmall { file: PathBuf, needed: u64, free: u64 },
    #[error("the PDF could not be put together: {0}")]
    Build(String),
}

/// Writes all pages into one file: streamed to a temporary file beside it, synced, renamed. Photos go file to file.
/// `title` is the document's; progress counts pages.
pub fn write_pdf(
    pages: &[Page],
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let _ = (pages, title, press, sources, to, progress);
    Err(ExportError::Build("not built yet".into()))
}

/// "017_QH017_石橋還在溪聲依舊.pdf": number, code and title without what file systems refuse, at most 120 bytes.
pub fn file_name(page: &Page) -> String {
    format!("{}_{}_{}.pdf", page.number, page.code, page.title)
}
