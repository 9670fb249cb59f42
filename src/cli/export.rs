//! `export` and `render`: boards as PDF files, one board as pixels.

use super::args::{ExportArgs, RenderArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::{Outcome, files, report, terminal, words};
use crate::app::words::name_of;
use crate::base::{Finding, Progress};
use crate::check::{FONT_MISSING, check_board, doubts_in};
use crate::export::{ExportError, Page, Press, Written, file_names, write_board, write_pdf};
use crate::model::{Board, BoardId, Shop};
use crate::raster::{Photos, View, draw, png};
use crate::script::Script;
use crate::text::missing;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

pub fn export(args: &ExportArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let mut shop = desk.shop(&show.exhibition, args.shop.as_deref())?;
    shop.is_outlined |= args.outlines;
    let chosen = chosen(&show, desk, &args.board)?;
    fonts_are_here(&show, desk, &chosen, &shop, args.accept_fonts)?;
    files::make_folder(&args.to)?;
    let written = desk.terminal.work(words::WORK_EXPORT, |progress| {
        if args.joined {
            joined(&show, desk, &shop, args.script.0, &args.to, progress).map(|written| vec![written])
        } else {
            boards(&show, desk, &chosen, &shop, args.script.0, &args.to, progress)
        }
    })?;
    let mut findings: Vec<Finding> = written.iter().flat_map(|written| written.findings.clone()).collect();
    if let Some(script) = args.script.0 {
        // What nobody saw of boards that were made in the other script.
        let doubts = |board: &Arc<Board>| doubts_in(&show.exhibition, board, script);
        let doubts: Vec<Vec<Finding>> = chosen.iter().map(doubts).filter(|found| !found.is_empty()).collect();
        if !doubts.is_empty() {
            let lang = desk.terminal.lang;
            desk.terminal.tell(&words::doubts_left(lang, doubts.len()));
        }
        if args.json {
            findings.extend(doubts.into_iter().flatten());
        }
    }
    report::written(&written, &findings, &args.to, args.json, desk.terminal);
    Ok(Outcome::of(&findings))
}

/// Texts in another face than the show names are told, and are for a person to accept.
fn fonts_are_here(
    show: &Show,
    desk: &Desk<'_>,
    boards: &[Arc<Board>],
    shop: &Shop,
    is_accepted: bool,
) -> Result<(), Fault> {
    let lang = desk.terminal.lang;
    if missing(&show.exhibition.show.fonts).next().is_none() {
        return Ok(());
    }
    let of_board = |board: &Arc<Board>| {
        let laid = desk.cache.lay(&show.exhibition, board, None);
        check_board(&show.exhibition, board, &laid, shop)
    };
    let findings: Vec<Finding> = boards
        .iter()
        .flat_map(of_board)
        .filter(|finding| finding.rule == FONT_MISSING)
        .collect();
    for finding in &findings {
        desk.terminal.tell(&words::finding(lang, finding));
    }
    if findings.is_empty() || is_accepted {
        return Ok(());
    }
    Err(Fault::Told(words::fonts_missing(lang, findings.len())))
}

/// The boards with these codes in display sequence; all of them where none is named.
fn chosen(show: &Show, desk: &Desk<'_>, codes: &[String]) -> Result<Vec<Arc<Board>>, Fault> {
    let mut wanted: BTreeSet<BoardId> = BTreeSet::new();
    for code in codes {
        wanted.insert(desk.board(&show.exhibition, code)?.id);
    }
    let boards = show.exhibition.in_order().into_iter();
    Ok(boards
        .filter(|board| codes.is_empty() || wanted.contains(&board.id))
        .cloned()
        .collect())
}

/// One file a board, several at a time.
pub fn boards(
    show: &Show,
    desk: &Desk<'_>,
    boards: &[Arc<Board>],
    shop: &Shop,
    script: Option<Script>,
    to: &Path,
    progress: &Progress,
) -> Result<Vec<Written>, Fault> {
    progress.set_total(boards.len() as u64);
    let press = Press::of(shop, desk.home.profile.clone());
    let sources = desk.sources(&show.exhibition, show.project.library());
    let about: Vec<Page> = boards
        .iter()
        .map(|board| Page::about(&show.exhibition, board, script))
        .collect();
    let written: Result<Vec<Vec<Written>>, ExportError> = boards
        .par_iter()
        .zip(file_names(&about, &press))
        .map(|(board, file)| {
            if progress.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            let page = desk.page(&show.exhibition, board, script);
            // Each file is one step here, whatever it counts inside.
            let written = write_board(page, &press, &sources, &to.join(file), &Progress::default())?;
            progress.advance(1);
            Ok(written)
        })
        .collect();
    Ok(written?.into_iter().flatten().collect())
}

/// All boards in one file, in display sequence.
pub fn joined(
    show: &Show,
    desk: &Desk<'_>,
    shop: &Shop,
    script: Option<Script>,
    to: &Path,
    progress: &Progress,
) -> Result<Written, Fault> {
    let boards = show.exhibition.in_order();
    let pages: Vec<_> = boards
        .par_iter()
        .map(|board| desk.page(&show.exhibition, board, script))
        .collect();
    let title = name_of(&show.exhibition.show.title, desk.terminal.lang);
    let file = to.join(format!("{}.pdf", files::safe_name(title)));
    let press = Press::of(shop, desk.home.profile.clone());
    let sources = desk.sources(&show.exhibition, show.project.library());
    Ok(write_pdf(&pages, title, &press, &sources, &file, progress)?)
}

pub fn render(args: &RenderArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let lang = desk.terminal.lang;
    if !(1.0..=1200.0).contains(&args.dpi) {
        return Err(Fault::Told(words::value(
            lang,
            "--dpi",
            &args.dpi.to_string(),
            "1 … 1200",
        )));
    }
    let show = desk.show(&args.show)?;
    let board = desk.board(&show.exhibition, &args.board)?;
    let laid = desk.cache.lay(&show.exhibition, board, args.script.0);
    let view = View::whole(&laid.frame, args.dpi);
    // Four bytes a pixel; a gigapixel is more than any viewer opens.
    if u64::from(view.width_px) * u64::from(view.height_px) > 1_000_000_000 {
        return Err(Fault::Told(words::value(
            lang,
            "--dpi",
            &args.dpi.to_string(),
            "1 … 300",
        )));
    }
    let ink = desk.ink(&show.exhibition, show.project.library());
    let bytes = desk.terminal.work(words::WORK_RENDER, |_| {
        png(&draw(&laid.frame, &view, &ink, Photos::Wait), args.dpi)
    });
    files::write_whole(&args.to, &bytes)?;
    for finding in &laid.findings {
        terminal::tell(&words::finding(lang, finding));
    }
    desk.terminal.note(&args.to.display().to_string());
    Ok(Outcome::of(&laid.findings))
}
