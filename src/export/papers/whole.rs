//! The whole show in one PDF that a mail takes: boards as pictures, a page each, with its place; bookmarks by unit.

use super::sheet::{GREY, Sheet, plain};
use super::{Thumbs, place_of, write_pages};
use crate::base::{Lang, Progress};
use crate::export::{Boards, ExportError, Page, Press, Sources, Written};
use crate::geom::{point, rect, size};
use std::path::Path;
use std::sync::Arc;

/// What mail servers commonly take.
pub const LARGEST: u64 = 20_000_000;

/// Pixels along the longer side and JPEG quality, the best first.
const STEPS: [(u32, u8); 7] = [
    (2000, 82),
    (1600, 78),
    (1300, 74),
    (1000, 70),
    (800, 64),
    (620, 58),
    (460, 50),
];
/// Boards by which a step is tried.
const TRIED: usize = 6;
/// Width of a page in mm.
const WIDTH: f64 = 210.0;

pub fn whole_show(
    boards: &Boards<'_>,
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    lang: Lang,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let parent = to.parent().filter(|parent| !parent.as_os_str().is_empty());
    let folder = parent.unwrap_or(Path::new("."));
    let every = boards.boards.len().div_ceil(TRIED).max(1);
    let some: Vec<_> = boards.boards.iter().step_by(every).cloned().collect();
    let tried = Boards {
        boards: &some,
        ..*boards
    };
    for (at, (pixels, quality)) in STEPS.into_iter().enumerate() {
        let is_last = at + 1 == STEPS.len();
        let few = Thumbs::of(&tried, sources, pixels, quality, folder, &progress.part())?;
        let share = boards.boards.len() as f64 / some.len().max(1) as f64;
        // A twentieth is left for what else stands in the file.
        if few.bytes() as f64 * share > LARGEST as f64 * 0.95 && !is_last {
            continue;
        }
        let thumbs = Thumbs::of(boards, sources, pixels, quality, folder, progress)?;
        if thumbs.bytes() as f64 > LARGEST as f64 * 0.97 && !is_last {
            continue;
        }
        let pages = pages(boards, &thumbs, sources, lang);
        return write_pages(&pages, title, press, &thumbs.sources(sources), to, &progress.part());
    }
    Err(ExportError::Build("no step was tried".into()))
}

fn pages(boards: &Boards<'_>, thumbs: &Thumbs, sources: &Sources, lang: Lang) -> Vec<Page> {
    let page = |board: &std::sync::Arc<crate::model::Board>| {
        let height = WIDTH * board.size.h / board.size.w;
        let mut sheet = Sheet::new(&sources.fonts, lang, size(WIDTH, height + 7.0));
        if let Some(facts) = thumbs.get(board.id) {
            sheet.picture(facts, rect(0.0, 0.0, WIDTH, height));
        }
        let about = Page::about(boards.exhibition, board, boards.script);
        let foot = format!("{}　{}　{}", about.number, about.title, about.committee);
        let look = plain(2.9).in_colour(GREY);
        let place = place_of(boards.exhibition, board, lang).unwrap_or_default();
        let used = sheet.width_of(&place, look).min(WIDTH / 2.0);
        sheet.line_to(&place, point(WIDTH - 4.0, height + 1.4), used, look);
        sheet.line(&foot, point(4.0, height + 1.4), WIDTH - 12.0 - used, look);
        Page {
            frame: Arc::new(sheet.finish()),
            is_rollup: false,
            ..about
        }
    };
    boards.boards.iter().map(page).collect()
}
