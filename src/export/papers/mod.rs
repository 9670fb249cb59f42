//! Papers that go with boards: job sheets, contact sheets, labels, reports, proofs, handouts. All are frames, written by
//! the same back end as the boards.

mod book;
mod contact;
mod desk_proof;
mod handout;
mod labels;
mod minutes;
mod phone;
mod report;
mod sheet;
mod table;
mod thumbs;
mod whole;

pub use contact::contact_sheets;
pub use desk_proof::{Paper, desk_proof};
pub use handout::handout;
pub use labels::{labels, place_of};
pub use minutes::{decision_word, minutes_and_seconds, minutes_tables, result_word, sums_of, write_minutes};
pub use phone::phone_preview;
pub use report::{Reported, report};
pub use sheet::{
    A3, A4, A4_ACROSS, AMBER, GREY, INK, PALE, PAPER, Pen, RED, Sheet, Type, WASH, pen, plain, ring, strong,
};
pub use table::{Column, Table};
pub use thumbs::{Thumbs, ink_of, small_picture};
pub use whole::whole_show;

use super::{ExportError, Page, Press, Sources, Written, write_pdf};
use crate::base::Progress;
use crate::layout::Frame;
use crate::raster::Picture;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use std::path::Path;
use std::sync::Arc;

/// Sheets as one PDF, each of which says which board it shows: that makes bookmarks by unit.
pub fn write_pages(
    pages: &[Page],
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    write_pdf(pages, title, &press.bare(), sources, to, progress)
}

/// Sheets as one PDF.
pub fn write_sheets(
    frames: Vec<Frame>,
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let pages: Vec<Page> = frames
        .into_iter()
        .map(|frame| Page {
            frame: Arc::new(frame),
            title: title.to_string(),
            ..Page::default()
        })
        .collect();
    write_pages(&pages, title, press, sources, to, progress)
}

/// Opaque pixels as a JPEG of this quality.
pub fn jpeg_of(picture: &Picture, quality: u8) -> Vec<u8> {
    let pixels = picture.rgba.as_chunks::<4>().0;
    let rgb: Vec<u8> = pixels.iter().flat_map(|&[r, g, b, _]| [r, g, b]).collect();
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, quality);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    // Memory takes every write, and no picture here has more pixels a side than JPEG can count.
    let _ = encoder.encode(&rgb, picture.width as u16, picture.height as u16, ColorType::Rgb);
    file
}

/// Today as papers write it.
fn today() -> String {
    crate::base::utc::now()[..10].to_string()
}
