//! What jobs do, away from the window: open, make the sample, take in, check, export. Each reads a cheap clone of the
//! show; what comes back is commands, findings or files.

use super::exchange::{self, ExchangeDone, ExchangeWork};
use super::files;
use super::font_work::{self, FontDone, FontWork};
use super::meeting::{MinutesFile, write_minutes_file};
use super::new_board::{Gathered, gather};
use super::paper_work::{self, PaperKind, Parcel, Register};
use super::plaza_papers::{self, PlanWish};
use super::view::PhotoPlace;
use super::words;
use crate::base::{Finding, Lang, PhotoFormat, Progress, Say};
use crate::check::{CheckMemo, check_again, usual_shop};
use crate::compose::{
    self, Draft, ImportError, Imported, Named, Proposed, Wish, decode, empty_sample, import_folder, import_paths,
    proposed, read_document, sample_run,
};
use crate::export::handover::Handed;
use crate::export::papers::{ink_of, write_sheets};
use crate::export::plaza::{Site, setup_plan};
use crate::export::{Boards, ExportError, Press, Sources, write_each, write_joined};
use crate::layout::{Frame, LayoutCache};
use crate::media::{Library, Proof, profile_name};
use crate::model::{Board, BoardId, Command, Document, Exhibition, MeetingId, OutputProfile, PlazaId, Shop, Show};
use crate::raster::{Photos, View, draw, png};
use crate::script::Words;
use crate::store::{Home, Opened, Project, StoreError};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A job as a value, so that it can be tried again.
#[derive(Clone, Debug)]
pub enum Work {
    Open(PathBuf),
    /// An empty exhibition, made in this folder.
    New(PathBuf, Box<Show>),
    /// The sample exhibition, made new in this folder.
    Sample(PathBuf),
    ImportFolder(PathBuf),
    /// An article into a series of boards, with the photos that no board has yet.
    Draft(PathBuf),
    /// A pasted text and its photos into a series of boards.
    Series(Box<Series>),
    /// Photos and texts for a new board.
    Gather(Vec<PathBuf>),
    /// A new board on every template, as it was wished for at this change.
    Propose(u64, Arc<Wish>),
    /// Photos into the library; the first one to this place.
    TakePhotos(Vec<PathBuf>, Option<PhotoPlace>),
    Check {
        revision: u64,
    },
    Export(Export, PathBuf),
    /// The word list from a table file, and into a folder.
    TakeWords(PathBuf),
    KeepWords(PathBuf),
    /// Figures, or names, from a table file.
    TakeRegister(Register, PathBuf),
    /// A shop's output profile, for the form in which it is described.
    TakeProfile(PathBuf),
    /// For the form in which fonts are chosen.
    Fonts(FontWork),
    /// Packs, copies, the ledger as a file.
    Exchange(ExchangeWork),
}

/// What a series of boards is made of.
#[derive(Clone, Debug)]
pub struct Series {
    pub text: String,
    pub photos: Vec<Named>,
    /// A photo each; empty where none was given.
    pub captions: Vec<String>,
    pub committee: Option<String>,
    pub family: Option<String>,
}

#[derive(Clone, Debug)]
pub enum Export {
    /// One file a board.
    Boards(Vec<BoardId>),
    /// One file, in visiting order.
    Joined(Vec<BoardId>),
    /// Of this plaza, else of the first.
    PlanPdf(Option<PlazaId>),
    PlanPng(Option<PlazaId>),
    /// What somebody in the walk sees.
    WalkPng(super::walk::WalkShot),
    /// The complete job for the shop, in a new folder.
    Handover(Vec<BoardId>, Parcel),
    /// What is read in the office, not printed at the shop.
    Paper(PaperKind, Vec<BoardId>),
    /// Plans, lists and leaflets of the plaza, in a new folder.
    PlanPapers(Box<PlanWish>),
    /// Figures and names as tables.
    Registers,
    /// Of a comment meeting.
    Minutes(MeetingId, MinutesFile),
}

impl Work {
    /// Not shown in the tray.
    pub fn is_quiet(&self) -> bool {
        matches!(
            self,
            Work::Check { .. } | Work::Fonts(_) | Work::TakeProfile(_) | Work::Gather(_) | Work::Propose(..)
        )
    }
}

/// What every job may read.
#[derive(Clone)]
pub struct Material {
    pub home: Home,
    pub lang: Lang,
    /// `None` while no show is open.
    pub show: Option<ShowMaterial>,
}

#[derive(Clone)]
pub struct ShowMaterial {
    pub exhibition: Exhibition,
    pub cache: Arc<LayoutCache>,
    pub library: Library,
    /// What the last check found of each board.
    pub memo: Arc<CheckMemo>,
    /// Where its file lies.
    pub folder: PathBuf,
}

// A job has one: its size does not matter.
#[allow(clippy::large_enum_variant)]
pub enum Done {
    Opened(Box<Opened>),
    Imported(Imported, Option<PhotoPlace>),
    /// Or a sentence that says why not.
    Gathered(Box<Result<Gathered, String>>),
    Proposed(u64, Box<Proposed>),
    Checked {
        revision: u64,
        findings: Vec<Finding>,
    },
    Written {
        files: usize,
        bytes: u64,
        folder: PathBuf,
        findings: Vec<Finding>,
    },
    /// A whole package, and the shop it is for.
    HandedOver {
        handed: Handed,
        shop: String,
    },
    /// A register with what a table had, and what is to be said of it.
    Register(Command, String),
    /// Pairs from a table, and how many of its rows were none.
    Words(crate::script::Words, usize),
    Fonts(FontDone),
    Exchange(ExchangeDone),
    /// Or a sentence that says why not.
    Profile(Result<OutputProfile, String>),
    /// A sentence in the user's language.
    Failed(String),
    Cancelled,
    /// The work ended without a result.
    Broken,
}

/// What stopped a job, before it is put into words.
pub(super) enum Stop {
    Store(StoreError),
    Import(ImportError),
    Export(ExportError),
    Refused(Say),
    NoShow,
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Stop {
        Stop::Store(error)
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Stop {
        Stop::Import(error)
    }
}

impl From<ExportError> for Stop {
    fn from(error: ExportError) -> Stop {
        Stop::Export(error)
    }
}

pub fn run(work: &Work, material: &Material, progress: &Progress) -> Done {
    let done = match work {
        Work::Open(folder) => open(folder, &material.home),
        Work::New(folder, show) => new(folder, show),
        Work::Sample(folder) => sample(folder, &material.home, progress),
        Work::ImportFolder(folder) => import(folder, material, progress),
        Work::Draft(file) => draft(file, material, progress),
        Work::Series(series) => make_series(series, material, progress),
        Work::Gather(files) => take_for_board(files, material, progress),
        Work::Propose(change, wish) => propose(*change, wish, material),
        Work::TakePhotos(files, slot) => take_photos(files, *slot, material, progress),
        Work::Check { revision } => check(*revision, material),
        Work::Export(what, folder) => export(what, folder, material, progress),
        Work::TakeWords(file) => Ok(take_words(file, material.lang)),
        Work::KeepWords(folder) => keep_words(folder, material),
        Work::TakeRegister(which, file) => paper_work::take_register(*which, file, material),
        Work::TakeProfile(file) => Ok(Done::Profile(take_profile(file, material.lang))),
        Work::Exchange(work) => Ok(Done::Exchange(exchange::run(work, material, progress))),
        Work::Fonts(work) => Ok(Done::Fonts(font_work::run(work, material, progress))),
    };
    done.unwrap_or_else(|stop| in_words(stop, material.lang))
}

fn take_words(file: &Path, lang: Lang) -> Done {
    match files::read_small(file) {
        Ok(bytes) => {
            let (words, skipped) = Words::from_csv(&decode(&bytes).text);
            Done::Words(words, skipped)
        }
        Err(error) => Done::Failed(words::not_read(lang, file, &error)),
    }
}

fn take_profile(file: &Path, lang: Lang) -> Result<OutputProfile, String> {
    let icc = files::read_small(file).map_err(|error| words::not_read(lang, file, &error))?;
    if Proof::from_icc(&icc).is_err() {
        return Err(words::no_output_profile(lang, file));
    }
    let stem = || file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = Some(profile_name(&icc)).filter(|name| !name.is_empty());
    Ok(OutputProfile {
        name: name.unwrap_or_else(stem),
        icc: icc.into(),
    })
}

/// `words.csv`, with the mark by which spreadsheets know UTF-8.
fn keep_words(folder: &Path, material: &Material) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let text = format!("\u{feff}{}", show.exhibition.words.to_csv());
    Ok(match files::write_whole(&folder.join("words.csv"), text.as_bytes()) {
        Ok(()) => Done::Written {
            files: 1,
            bytes: text.len() as u64,
            folder: folder.to_path_buf(),
            findings: Vec::new(),
        },
        Err(error) => Done::Failed(words::not_written(material.lang, folder, &error)),
    })
}

fn in_words(stop: Stop, lang: Lang) -> Done {
    Done::Failed(match stop {
        Stop::Import(ImportError::Cancelled) | Stop::Export(ExportError::Cancelled) => return Done::Cancelled,
        Stop::Store(StoreError::Told(say, _)) | Stop::Refused(say) => say.text(lang),
        Stop::Import(error) => words::import_failed(lang, &error),
        Stop::Export(error) => words::export_failed(lang, &error),
        Stop::NoShow => lang.of(words::NOT_KEPT).into(),
    })
}

pub(super) fn of_show(material: &Material) -> Result<&ShowMaterial, Stop> {
    material.show.as_ref().ok_or(Stop::NoShow)
}

/// Fonts that the show names are looked for before its first board is drawn.
fn open(folder: &Path, home: &Home) -> Result<Done, Stop> {
    let opened = Project::open(folder)?;
    home.font_places.find(&opened.exhibition.show.fonts);
    Ok(Done::Opened(Box::new(opened)))
}

fn new(folder: &Path, settings: &Show) -> Result<Done, Stop> {
    let mut document = Document::new(Exhibition::new(settings.title.clone(), settings.region));
    let refused = |refusal: crate::model::Refusal| Stop::Refused(refusal.0);
    document.execute(&Command::SetShow(settings.clone())).map_err(refused)?;
    drop(Project::create(folder, document.exhibition())?);
    Ok(Done::Opened(Box::new(Project::open(folder)?)))
}

/// Made whole beside its place, with its plan, then moved there: half a sample is never found by the next start.
fn sample(folder: &Path, home: &Home, progress: &Progress) -> Result<Done, Stop> {
    let part = folder.with_extension("part");
    let unwritable = |source| {
        Stop::Export(ExportError::Write {
            file: folder.to_path_buf(),
            source,
        })
    };
    files::remove_own(&part).map_err(unwritable)?;
    if let Some(parent) = folder.parent() {
        files::make_folder(parent).map_err(unwritable)?;
    }
    let mut document = Document::new(empty_sample());
    let project = Project::create(&part, document.exhibition())?;
    let imported = import_folder(
        &home.sample(),
        document.exhibition(),
        &home.templates,
        &project.library(),
        progress,
    )?;
    let refused = |refusal: crate::model::Refusal| Stop::Refused(refusal.0);
    document.execute(&Command::Batch(imported.commands)).map_err(refused)?;
    let run = sample_run(document.exhibition(), &imported.findings);
    document.execute(&Command::Batch(run)).map_err(refused)?;
    project.save(document.exhibition());
    project.flush()?;
    drop(project);
    files::rename(&part, folder).map_err(unwritable)?;
    Ok(Done::Opened(Box::new(Project::open(folder)?)))
}

fn import(folder: &Path, material: &Material, progress: &Progress) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let imported = import_folder(
        folder,
        &show.exhibition,
        &material.home.templates,
        &show.library,
        progress,
    )?;
    Ok(Done::Imported(imported, None))
}

fn draft(file: &Path, material: &Material, progress: &Progress) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let bytes = match files::read_document(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Done::Failed(words::not_read(material.lang, file, &error))),
    };
    let word = match read_document(&bytes) {
        Ok(word) => word,
        Err(why) => return Ok(Done::Failed(words::no_document(material.lang, file, why))),
    };
    let shown = show.exhibition.files();
    let waiting = show
        .exhibition
        .photos
        .values()
        .filter(|photo| photo.format != PhotoFormat::Svg && !shown.contains(&photo.digest));
    let mut photos: Vec<_> = waiting.map(|photo| (photo.name.clone(), Some(photo.clone()))).collect();
    photos.sort_by(|one, other| one.0.cmp(&other.0));
    // Pictures of the document first: they stand where they belong.
    let own = word.pictures.iter().map(|(name, bytes)| {
        let facts = show.library.add_bytes(name, bytes).ok();
        (name.clone(), facts.map(Arc::new))
    });
    let photos: Vec<Named> = own.chain(photos).collect();
    let series = Series {
        text: word.text,
        photos,
        captions: Vec::new(),
        committee: None,
        family: None,
    };
    make_series(&series, material, progress)
}

fn make_series(series: &Series, material: &Material, progress: &Progress) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let what = Draft {
        text: &series.text,
        photos: &series.photos,
        captions: &series.captions,
        family: series.family.as_deref(),
        committee: series.committee.as_deref(),
    };
    let home = &material.home;
    let imported = compose::draft(&what, &show.exhibition, &home.templates, &home.fonts, progress)?;
    Ok(Done::Imported(imported, None))
}

fn take_for_board(files: &[PathBuf], material: &Material, progress: &Progress) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let gathered = gather(files, show, material.lang, progress);
    let told = |error| match error {
        ImportError::Cancelled => String::new(),
        error => words::import_failed(material.lang, &error),
    };
    Ok(Done::Gathered(Box::new(gathered.map_err(told))))
}

fn propose(change: u64, wish: &Wish, material: &Material) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let home = &material.home;
    let own = show.exhibition.own_templates().into_iter();
    let templates: Vec<_> = own.chain(home.templates.iter().cloned()).collect();
    let proposed = proposed(wish, &show.exhibition, &templates, &home.fonts);
    Ok(Done::Proposed(change, Box::new(proposed)))
}

fn take_photos(
    files: &[PathBuf],
    slot: Option<PhotoPlace>,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let show = of_show(material)?;
    let imported = import_paths(files, &show.exhibition, &show.library, progress)?;
    Ok(Done::Imported(imported, slot))
}

fn check(revision: u64, material: &Material) -> Result<Done, Stop> {
    let show = of_show(material)?;
    material.home.font_places.find_once(&show.exhibition.show.fonts);
    let mut findings = check_again(&show.exhibition, &show.cache, &shop_of(&show.exhibition), &show.memo);
    findings.extend(material.home.shop_findings.iter().cloned());
    Ok(Done::Checked { revision, findings })
}

/// The show's first shop, or the usual wishes.
pub fn shop_of(exhibition: &Exhibition) -> Shop {
    exhibition.shops.first().cloned().unwrap_or_else(usual_shop)
}

fn export(what: &Export, folder: &Path, material: &Material, progress: &Progress) -> Result<Done, Stop> {
    files::make_folder(folder).map_err(|source| ExportError::Write {
        file: folder.to_path_buf(),
        source,
    })?;
    let show = of_show(material)?;
    material.home.font_places.find_once(&show.exhibition.show.fonts);
    Ok(match what {
        Export::Boards(boards) => export_boards(boards, folder, show, material, progress)?,
        Export::Joined(boards) => export_joined(boards, folder, show, material, progress)?,
        Export::PlanPdf(plaza) => plan_pdf(*plaza, folder, show, material, progress)?,
        Export::PlanPng(plaza) => plan_png(*plaza, folder, show, material)?,
        Export::WalkPng(shot) => super::walk::write_shot(shot, folder, show, material)?,
        Export::Handover(boards, parcel) => paper_work::handover(boards, parcel, folder, show, material, progress)?,
        Export::Paper(kind, boards) => paper_work::papers(*kind, boards, folder, show, material, progress)?,
        Export::PlanPapers(wish) => plaza_papers::papers(wish, folder, show, material, progress)?,
        Export::Registers => paper_work::keep_registers(folder, show)?,
        Export::Minutes(meeting, file) => write_minutes_file(*meeting, *file, folder, show, material, progress)?,
    })
}

pub(super) fn sources(show: &ShowMaterial, home: &Home) -> Sources {
    Sources {
        fonts: home.fonts.clone(),
        library: show.library.clone(),
        photos: show.exhibition.photos.clone(),
        proof: home.colours(&shop_of(&show.exhibition)).1,
    }
}

/// In display sequence.
pub(super) fn chosen(boards: &[BoardId], show: &ShowMaterial) -> Vec<Arc<Board>> {
    let boards: BTreeSet<&BoardId> = boards.iter().collect();
    let in_order = show.exhibition.in_order().into_iter();
    in_order.filter(|board| boards.contains(&board.id)).cloned().collect()
}

pub(super) fn of_boards<'a>(boards: &'a [Arc<Board>], show: &'a ShowMaterial) -> Boards<'a> {
    Boards {
        exhibition: &show.exhibition,
        boards,
        script: None,
        cache: &show.cache,
    }
}

fn export_boards(
    boards: &[BoardId],
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let shop = shop_of(&show.exhibition);
    let press = Press::of(&shop, material.home.colours(&shop).0);
    let boards = chosen(boards, show);
    let sources = sources(show, &material.home);
    let many = write_each(&of_boards(&boards, show), &press, &sources, folder, progress)?;
    Ok(Done::Written {
        files: many.written.len(),
        bytes: many.written.iter().map(|written| written.bytes).sum(),
        folder: folder.to_path_buf(),
        findings: many.findings(),
    })
}

/// One board's PDF in this folder, for the system's viewer; or a sentence.
pub fn write_board(
    board: BoardId,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<PathBuf, String> {
    let failed = |error: &ExportError| words::export_failed(material.lang, error);
    files::make_folder(folder).map_err(|source| {
        let file = folder.to_path_buf();
        failed(&ExportError::Write { file, source })
    })?;
    material.home.font_places.find_once(&show.exhibition.show.fonts);
    let shop = shop_of(&show.exhibition);
    let press = Press::of(&shop, material.home.colours(&shop).0);
    let boards = chosen(&[board], show);
    let sources = sources(show, &material.home);
    let many =
        write_each(&of_boards(&boards, show), &press, &sources, folder, progress).map_err(|error| failed(&error))?;
    let told = || many.findings().first().map(|finding| finding.text(material.lang));
    let file = many.written.first().map(|written| written.file.clone());
    file.ok_or_else(|| told().unwrap_or_else(|| material.lang.of(words::FAILED).into()))
}

fn export_joined(
    boards: &[BoardId],
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let shop = shop_of(&show.exhibition);
    let press = Press::of(&shop, material.home.colours(&shop).0);
    let title = words::name_of(&show.exhibition.show.title, material.lang);
    let to = folder.join(format!("{}.pdf", safe_name(title)));
    let boards = chosen(boards, show);
    let sources = sources(show, &material.home);
    let written = write_joined(&of_boards(&boards, show), title, &press, &sources, &to, progress)?;
    Ok(Done::Written {
        files: 1,
        bytes: written.bytes,
        folder: folder.to_path_buf(),
        findings: written.findings,
    })
}

/// The plan's sheets, and what their file is called.
fn plan_sheets(plaza: Option<PlazaId>, show: &ShowMaterial, material: &Material) -> Option<(Vec<Frame>, String)> {
    let plazas = &show.exhibition.plazas;
    let chosen = plaza.and_then(|id| show.exhibition.plaza(id));
    let plaza = chosen.or(plazas.first())?;
    let name = words::name_of(&show.exhibition.show.title, material.lang);
    // Plans of several plazas stand beside each other in one folder.
    let which = if plazas.len() > 1 {
        format!(" {}", plaza.name)
    } else {
        String::new()
    };
    let title = format!("{name}{which} {}", material.lang.of(words::PLAN_SHEET));
    let site = Site::new(&show.exhibition, plaza, material.lang);
    Some((setup_plan(&site, None, &material.home.fonts), title))
}

fn plan_pdf(
    plaza: Option<PlazaId>,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let Some((frames, title)) = plan_sheets(plaza, show, material) else {
        return Ok(Done::Failed(material.lang.of(words::NO_PLAZA).into()));
    };
    let to = folder.join(format!("{}.pdf", safe_name(&title)));
    let press = Press::plain(material.home.profile.clone());
    let written = write_sheets(frames, &title, &press, &sources(show, &material.home), &to, progress)?;
    Ok(Done::Written {
        files: 1,
        bytes: written.bytes,
        folder: folder.to_path_buf(),
        findings: written.findings,
    })
}

/// The first sheet, which shows the whole ground.
fn plan_png(plaza: Option<PlazaId>, folder: &Path, show: &ShowMaterial, material: &Material) -> Result<Done, Stop> {
    let sheets = plan_sheets(plaza, show, material);
    let Some((frame, title)) = sheets.and_then(|(frames, title)| Some((frames.into_iter().next()?, title))) else {
        return Ok(Done::Failed(material.lang.of(words::NO_PLAZA).into()));
    };
    let ink = ink_of(&sources(show, &material.home));
    let dpi = 120.0;
    let picture = draw(&frame, &View::whole(&frame, dpi), &ink, Photos::Wait);
    let bytes = png(&picture, dpi);
    let to = folder.join(format!("{}.png", safe_name(&title)));
    files::write_whole(&to, &bytes).map_err(|source| ExportError::Write { file: to, source })?;
    Ok(Done::Written {
        files: 1,
        bytes: bytes.len() as u64,
        folder: folder.to_path_buf(),
        findings: Vec::new(),
    })
}

/// What every file system takes.
pub fn safe_name(name: &str) -> String {
    let kept = |c: char| !c.is_control() && !matches!(c, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let name: String = name.chars().filter(|c| kept(*c)).take(40).collect();
    let name = name.trim().trim_end_matches('.');
    if name.is_empty() { "zhanban".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_a_file_name_anywhere() {
        assert_eq!(safe_name("水/土:青*禾. "), "水土青禾");
        assert_eq!(safe_name("…\"?\""), "…");
        assert_eq!(safe_name("///"), "zhanban");
        assert!(safe_name(&"展".repeat(300)).len() <= 120);
    }
}
