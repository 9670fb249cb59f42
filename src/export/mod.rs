//! `Frame` into PDF/X-4 that a shop takes without a phone call. Knows the PDF crates; breaks no line, picks no font.
//!
//! The file is written by this module object by object, so that memory stays flat. Of printpdf only the map from
//! glyphs to text is used: its serializer compiles in a profile that may not be passed on, holds every photo in
//! memory and writes page boxes and overprint wrongly.

mod black;
mod boards;
mod book;
mod document;
mod faces;
mod file;
mod finish;
mod flat;
pub mod handover;
mod inks;
mod jpeg;
mod marks;
mod names;
mod outline;
mod page;
mod paint;
pub mod papers;
mod photo;
pub mod plaza;
mod png;
mod press;
mod syntax;
mod tiles;
mod xlsx;

pub use boards::{Boards, Many, write_each, write_joined};
pub use flat::write_flat;
pub use names::{file_name, file_names, file_stem};
pub use press::Press;
pub use tiles::{Tile, tiles};
pub use xlsx::{Cell, Sheet, write_xlsx};

use crate::base::{Digest, Finding, PhotoFacts, Progress};
use crate::geom::{Rect, rect};
use crate::layout::{self, Frame, Item, Placed};
use crate::media::{Library, Proof};
use crate::model::{Board, Exhibition, Output};
use crate::script::Script;
use crate::text::Fonts;
use book::Book;
use document::Boxes;
use file::{Id, Part, PdfFile};
use marks::{MARK_WIDTH, crop_marks, overlap_marks, slug_line};
use page::Painter;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One page of a PDF.
#[derive(Clone, Default)]
pub struct Page {
    pub frame: Arc<Frame>,
    /// "017": the page label, and the slug's number.
    pub number: String,
    /// Bookmark and slug.
    pub title: String,
    pub code: String,
    /// Pages of one unit stand under one bookmark.
    pub committee: String,
    /// What the board is made of, and how often: for names of files.
    pub material: String,
    pub copies: u32,
    /// The foot of it goes into a cassette.
    pub is_rollup: bool,
    /// Only this strip of it.
    pub tile: Option<Tile>,
}

impl Page {
    /// All that is said of a board, without its frame; in this script, else in its own.
    pub fn about(exhibition: &Exhibition, board: &Board, script: Option<Script>) -> Page {
        let unit = exhibition.committee(board.committee);
        let number = exhibition.number(board.id);
        Page {
            frame: Arc::new(Frame {
                size: board.size,
                items: Vec::new(),
            }),
            number: number.map(|number| format!("{number:03}")).unwrap_or_default(),
            title: board.title(),
            code: board.code.clone(),
            committee: unit
                .map(|unit| unit.name.of(script.unwrap_or(board.script)).to_string())
                .unwrap_or_default(),
            material: board.make.material.clone(),
            copies: board.make.copies,
            is_rollup: exhibition
                .template_of(board)
                .is_some_and(|template| template.is_rollup()),
            tile: None,
        }
    }

    /// What is cut out as one piece, in mm of the board.
    pub fn sheet(&self, press: &Press) -> Rect {
        self.tile
            .map_or_else(|| press.shop.cut(self.frame.size), |tile| tile.area)
    }
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
    /// The font's maker does not allow it in a PDF, as outlines no more than as a font.
    #[error("the font {font} may not be embedded; choose another one for its style")]
    FontLocked { font: String },
    #[error("the PDF could not be put together: {0}")]
    Build(String),
}

/// Writes one board as the shop takes it: a PDF, or one flat picture. Where it is wider than the shop's rolls, a PDF
/// for each strip (`…_1of3.pdf`) and one that shows how they are put together.
pub fn write_board(
    page: Page,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Vec<Written>, ExportError> {
    let title = page.title.clone();
    let strips = tiles(&page, press);
    match press.shop.output {
        Output::Tiff | Output::Jpeg => Ok(vec![write_flat(&page, press, sources, to, progress)?]),
        Output::Pdf if strips.is_empty() => Ok(vec![write_pdf(&[page], &title, press, sources, to, progress)?]),
        Output::Pdf => {
            let stem = to.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let mut ready = Vec::with_capacity(strips.len() + 1);
            for strip in &strips {
                let (page, press) = tiles::strip(&page, *strip, press);
                let to = to.with_file_name(format!("{stem}_{}of{}.pdf", strip.number, strip.count));
                ready.push(prepare_pdf(&[page], &title, &press, sources, &to, progress)?);
            }
            let drawing = tiles::assembly(&page, press, &strips, &sources.fonts);
            let mut plain = press.bare();
            plain.shop.is_outlined = press.shop.is_outlined;
            let to = to.with_file_name(format!("{stem}_assembly.pdf"));
            ready.push(prepare_pdf(&[drawing], &title, &plain, sources, &to, progress)?);
            // Either all strips of a board are there or none.
            ready.into_iter().map(Ready::take_place).collect()
        }
    }
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
    prepare_pdf(pages, title, press, sources, to, progress)?.take_place()
}

/// A whole file beside its place, and what is said of it.
struct Ready {
    written: Written,
    part: Part,
}

impl Ready {
    fn take_place(self) -> Result<Written, ExportError> {
        self.part.take_place()?;
        Ok(self.written)
    }
}

fn prepare_pdf(
    pages: &[Page],
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Ready, ExportError> {
    let mut photos = BTreeSet::new();
    pages.iter().for_each(|page| photos_of(&page.frame.items, &mut photos));
    room_for([1, pages.len()], photos.iter(), press, sources, to)?;
    progress.set_total(pages.len() as u64);
    write_in_turn(pages.iter().cloned(), title, press, sources, to, progress)
}

/// Each page is asked for when its turn comes and let go when it is written: memory does not grow with their number.
fn write_in_turn(
    pages: impl Iterator<Item = Page>,
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Ready, ExportError> {
    let now = crate::base::utc::now();
    let mut book = Book::new(PdfFile::begin(to)?, sources.clone(), press, progress);
    let tree = book.file.reserve();
    let (mut written, mut done) = (Vec::new(), Vec::new());
    for page in pages {
        book.stop_if_cancelled()?;
        let slug = slug_line(&page, press, &sources.fonts, &now[..10]);
        written.push(write_page(&mut book, &page, &slug, press, tree)?);
        done.push(Page {
            frame: Arc::default(),
            ..page
        });
        progress.advance(1);
    }
    book.stop_if_cancelled()?;
    book.faces.write(&mut book.file)?;
    let trailer = document::finish(&mut book, tree, &written, &done, title, press, &now)?;
    let Book { file, findings, .. } = book;
    let (part, bytes) = file.finish(trailer)?;
    let written = Written {
        file: to.to_path_buf(),
        pages: done.len(),
        bytes,
        findings,
    };
    Ok(Ready { written, part })
}

fn write_page(book: &mut Book, page: &Page, slug: &[Placed], press: &Press, tree: Id) -> Result<Id, ExportError> {
    book.board.clone_from(&page.code);
    let boxes = Boxes::of(page, press);
    let size = page.frame.size;
    let trim = rect(0.0, 0.0, size.w, size.h);
    book.to_mm = boxes.to_page.a.abs().recip();
    let mut painter = Painter::new(book, boxes.media);
    let sheet = page.sheet(press);
    let seen = overlapping(trim.grow(press.shop.bleed), sheet.grow(press.shop.bleed));
    painter.clipped(&layout::Path::rect(seen), &boxes.to_page, |painter| {
        painter.items(&page.frame.items, &boxes.to_page)
    })?;
    let cut = press.shop.cut(size);
    if press.shop.has_crop_marks {
        let mut marks = crop_marks(sheet, press);
        if let Some(tile) = page.tile {
            marks.segs.extend(overlap_marks(tile, press).segs);
        }
        painter.registration_lines(&marks, &boxes.to_page, MARK_WIDTH / boxes.unit)?;
    }
    painter.items(slug, &boxes.to_page)?;
    finish::draw(&mut painter, cut, press, page.is_rollup, &boxes.to_page, boxes.unit)?;
    let (content, resources) = painter.finish();
    let contents = book.file.add_deflated(Default::default(), &content)?;
    book.file.add(boxes.dictionary(tree, contents, resources))
}

fn overlapping(one: Rect, other: Rect) -> Rect {
    let (x, y) = (one.x.max(other.x), one.y.max(other.y));
    let (right, bottom) = (one.right().min(other.right()), one.bottom().min(other.bottom()));
    rect(x, y, (right - x).max(0.0), (bottom - y).max(0.0))
}

/// Refuses before the first byte where the disk is sure to fill up. A photo counts as often as it is named. `to` is a
/// file, or the folder of many.
fn room_for<'p>(
    [files, pages]: [usize; 2],
    photos: impl Iterator<Item = &'p Digest>,
    press: &Press,
    sources: &Sources,
    to: &Path,
) -> Result<(), ExportError> {
    let parent = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = if to.is_dir() { Some(to) } else { parent };
    // A file system that does not tell is tried.
    let Ok(free) = fs4::available_space(folder.unwrap_or(Path::new("."))) else {
        return Ok(());
    };
    let bytes = photos
        .filter_map(|photo| sources.photos.get(photo))
        .map(|facts| facts.bytes);
    let profiles = files as u64 * press.packed_profile().len() as u64;
    let needed = bytes.sum::<u64>() + profiles + pages as u64 * BYTES_A_PAGE;
    if needed > free {
        return Err(ExportError::DiskTooSmall {
            file: to.to_path_buf(),
            needed,
            free,
        });
    }
    Ok(())
}

/// Operators and a share of the fonts; measured on the sample.
const BYTES_A_PAGE: u64 = 60_000;

fn photos_of(items: &[Placed], photos: &mut BTreeSet<Digest>) {
    for placed in items {
        match &placed.item {
            Item::Image(image) => drop(photos.insert(image.photo)),
            Item::Group(group) => photos_of(&group.items, photos),
            Item::Glyphs(_) | Item::Path(_) | Item::Shadow(_) => {}
        }
    }
}
