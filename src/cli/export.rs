//! `export` and `render`: boards as PDF files, one board as pixels.

use super::args::{ExportArgs, RenderArgs};
use super::desk::{Desk, Show};
use super::fault::Fault;
use super::{Outcome, files, report, terminal, words};
use crate::app::words::name_of;
use crate::base::{Finding, Progress};
use crate::check::{FONT_MISSING, check_board, doubts_in};
use crate::export::{Boards, Many, Press, Sources, write_each, write_joined};
use crate::media::Proof;
use crate::model::{Board, BoardId, Shop};
use crate::raster::{Photos, View, draw, png};
use crate::script::Script;
use crate::text::missing;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

pub fn export(args: &ExportArgs, desk: &Desk<'_>) -> Result<Outcome, Fault> {
    let show = desk.show(&args.show)?;
    let mut shop = desk.shop(&show.exhibition, args.shop.as_deref())?;
    shop.is_outlined |= args.outlines;
    let chosen = chosen(&show, desk, &args.board)?;
    fonts_are_here(&show, desk, &chosen, &shop, args.accept_fonts)?;
    let mut job = Job::new(&show, desk, &shop, args.script.0);
    if let Some(file) = &args.profile {
        job = job.with_profile(file)?;
    }
    files::make_folder(&args.to)?;
    let many = desk.terminal.work(words::WORK_EXPORT, |progress| match args.joined {
        true => job.joined(&args.to, progress),
        false => job.each(&chosen, &args.to, progress),
    })?;
    let mut findings = many.findings();
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
    report::written(&many.written, &findings, &args.to, args.json, desk.terminal);
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

/// Boards of a show on their way to a shop.
pub struct Job<'a> {
    show: &'a Show,
    desk: &'a Desk<'a>,
    press: Press,
    proof: Arc<Proof>,
    /// `None`: each board in its own.
    script: Option<Script>,
}

impl<'a> Job<'a> {
    pub fn new(show: &'a Show, desk: &'a Desk<'a>, shop: &Shop, script: Option<Script>) -> Job<'a> {
        let (profile, proof) = desk.home.colours(shop);
        Job {
            show,
            desk,
            press: Press::of(shop, profile),
            proof,
            script,
        }
    }

    /// With the shop's own output profile in place of the usual one.
    fn with_profile(mut self, file: &Path) -> Result<Job<'a>, Fault> {
        let bytes = std::fs::read(file).map_err(|source| Fault::Read {
            file: file.to_path_buf(),
            source,
        })?;
        let Ok(proof) = Proof::from_icc(&bytes) else {
            return Err(Fault::Told(words::no_output_profile(self.desk.terminal.lang, file)));
        };
        (self.press, self.proof) = (Press::of(&self.press.shop, bytes.into()), Arc::new(proof));
        Ok(self)
    }

    fn boards<'b>(&'b self, boards: &'b [Arc<Board>]) -> (Boards<'b>, Sources) {
        let sources = self.desk.sources(&self.show.exhibition, self.show.project.library());
        let boards = Boards {
            exhibition: &self.show.exhibition,
            boards,
            script: self.script,
            cache: &self.desk.cache,
        };
        let proof = self.proof.clone();
        (boards, Sources { proof, ..sources })
    }

    /// One file a board, several at a time; boards that could not be written stand among the findings.
    pub fn each(&self, boards: &[Arc<Board>], to: &Path, progress: &Progress) -> Result<Many, Fault> {
        let (boards, sources) = self.boards(boards);
        Ok(write_each(&boards, &self.press, &sources, to, progress)?)
    }

    /// All boards in one file, in display sequence.
    pub fn joined(&self, to: &Path, progress: &Progress) -> Result<Many, Fault> {
        let exhibition = &self.show.exhibition;
        let all: Vec<Arc<Board>> = exhibition.in_order().into_iter().cloned().collect();
        let (boards, sources) = self.boards(&all);
        let title = name_of(&exhibition.show.title, self.desk.terminal.lang);
        let file = to.join(format!("{}.pdf", files::safe_name(title)));
        Ok(Many {
            written: vec![write_joined(&boards, title, &self.press, &sources, &file, progress)?],
            failed: Vec::new(),
        })
    }
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
