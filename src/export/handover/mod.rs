//! The complete job for a shop in one folder: files of the boards, job sheet, contact sheet, labels, findings with their
//! reasons, and a list by which every file is checked. It is put together beside its place, read back, then renamed:
//! whoever looks finds all of it or nothing.

pub(super) mod folder;
mod list;
mod notes;

pub use list::{Listed, Manifest, verify};

use super::papers::Table;
use super::papers::{self, Reported, Thumbs, contact_sheets, labels, report};
use super::{Boards, Cell, ExportError, Page, Press, Sources, file_names, write_each, write_xlsx};
use crate::base::say::{HandoverSay, paper};
use crate::base::{Digest, Finding, Lang, Progress, Say};
use crate::layout::LayoutCache;
use crate::model::{Board, BoardId, Exhibition, Output, Sent, SentBoard, Shop};
use crate::workflow::{Gate, JobRow, job, roll_use, sums, unchanged_since};
use folder::PartFolder;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub struct Order<'a> {
    pub exhibition: &'a Exhibition,
    pub boards: &'a [Arc<Board>],
    pub cache: &'a LayoutCache,
    pub shop: &'a Shop,
    /// What the shop is called in the papers.
    pub shop_name: &'a str,
    pub press: &'a Press,
    pub sources: &'a Sources,
    pub gate: &'a Gate,
    /// Only boards that are not as they were then.
    pub since: Option<Since<'a>>,
    pub is_zipped: bool,
    pub lang: Lang,
}

/// The earlier hand-over that a difference is held against.
#[derive(Clone, Copy, Debug)]
pub enum Since<'a> {
    /// A package that lies here: what boards looked like stands in its list.
    Package(&'a Path),
    /// What the show knows of hand-overs up to and with the last of these; the packages need not be at hand.
    Record(&'a [Sent]),
}

/// What was handed over.
#[derive(Clone, Debug)]
pub struct Handed {
    pub folder: PathBuf,
    pub zip: Option<PathBuf>,
    pub files: usize,
    pub bytes: u64,
    pub boards: Vec<SentBoard>,
    pub findings: Vec<Finding>,
}

#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("{0:?}")]
    Told(Say),
}

impl From<HandoverSay> for HandoverError {
    fn from(say: HandoverSay) -> HandoverError {
        HandoverError::Told(say.into())
    }
}

/// Names of what lies in a package.
const FILES: [&str; 3] = ["印刷文件", "印刷檔案", "print-files"];
const OUTLINED: [&str; 3] = ["转曲文件", "轉曲檔案", "outlined-files"];

/// Puts the package together and gives it its place at `to`, which must be new or empty.
pub fn hand_over(order: &Order<'_>, to: &Path, progress: &Progress) -> Result<Handed, HandoverError> {
    check_gate(order)?;
    let looks = looks(order);
    let earlier = order.since.map(|since| Earlier::of(order, since, &looks)).transpose()?;
    let is_as_before = |board: &&Arc<Board>| earlier.as_ref().is_some_and(|earlier| earlier.holds(board));
    let wanted: Vec<Arc<Board>> = order
        .boards
        .iter()
        .filter(|board| !is_as_before(board))
        .cloned()
        .collect();
    if wanted.is_empty() {
        return Err(match earlier {
            Some(Earlier { folder, .. }) => HandoverSay::Nothing { folder },
            None => HandoverSay::NoBoards,
        }
        .into());
    }
    let mut package = PartFolder::begin(to)?;
    let boards = Boards {
        exhibition: order.exhibition,
        boards: &wanted,
        script: None,
        cache: order.cache,
    };
    // Files of the boards, their outlined copies, pictures of all, and a handful of papers.
    progress.set_total(wanted.len() as u64 * if order.shop.is_outlined { 3 } else { 2 } + 5);
    let done = write_boards(order, &boards, &mut package, progress)?;
    let rows = job(order.exhibition, &wanted);
    write_papers(order, &boards, &rows, &done, earlier.as_ref(), &mut package, progress)?;
    let manifest = Manifest::of(order, &wanted, &looks, &done.files, package.files());
    package.add("manifest.json", &manifest.to_json())?;
    package.add("manifest.sha256", list::seal(&manifest.to_json()).as_bytes())?;
    if progress.is_cancelled() {
        return Err(ExportError::Cancelled.into());
    }
    package.read_back()?;
    let (files, bytes) = (package.files().len(), package.bytes());
    let folder = package.take_place()?;
    let zip = order.is_zipped.then(|| folder::zip(&folder)).transpose()?;
    Ok(Handed {
        folder,
        zip,
        files,
        bytes,
        boards: wanted.iter().map(|board| sent(order.exhibition, board)).collect(),
        findings: done.findings,
    })
}

fn check_gate(order: &Order<'_>) -> Result<(), HandoverError> {
    let gate = order.gate;
    if order.boards.is_empty() {
        return Err(HandoverSay::NoBoards.into());
    }
    if !gate.errors.is_empty() {
        let errors = gate.errors.len();
        return Err(HandoverSay::Blocked { errors }.into());
    }
    if !gate.open.is_empty() {
        let warnings = gate.open.len();
        return Err(HandoverSay::ReasonsMissing { warnings }.into());
    }
    Ok(())
}

fn sent(exhibition: &Exhibition, board: &Board) -> SentBoard {
    SentBoard {
        board: board.id,
        number: exhibition.number(board.id).unwrap_or_default() as u32,
        body: board.digest(),
    }
}

/// What each board shows and how it is made, as one hash: two packages are compared by these.
fn looks(order: &Order<'_>) -> BTreeMap<String, Digest> {
    let look = |board: &Arc<Board>| {
        let laid = order.cache.look(order.exhibition, board, None);
        let name = Page::about(order.exhibition, board, None);
        let all = (&laid.frame, &board.make, &name.number, &name.title);
        let json = serde_json::to_vec(&all).unwrap_or_default();
        (board.code.clone(), Digest::of(&json))
    };
    order.boards.iter().map(look).collect()
}

/// An earlier hand-over to this shop, as far as the next one asks.
struct Earlier {
    /// What a person knows it by.
    folder: String,
    made_at: String,
    /// Codes of the boards that are at the shop since.
    boards: BTreeSet<String>,
    /// Those of them that are as they were.
    same: BTreeSet<String>,
}

impl Earlier {
    fn of(order: &Order<'_>, since: Since<'_>, looks: &BTreeMap<String, Digest>) -> Result<Earlier, HandoverError> {
        match since {
            Since::Package(folder) => {
                let list = Manifest::read(folder)?;
                let is_same =
                    |(code, look): &(&String, &Digest)| list.shop == order.shop_name && looks.get(*code) == Some(*look);
                Ok(Earlier {
                    folder: folder.display().to_string(),
                    same: list
                        .looks
                        .iter()
                        .filter(is_same)
                        .map(|(code, _)| code.clone())
                        .collect(),
                    boards: list.looks.keys().cloned().collect(),
                    made_at: list.made_at,
                })
            }
            Since::Record(sent) => {
                let exhibition = order.exhibition;
                let last = sent.last();
                let codes = |ids: &BTreeSet<BoardId>| {
                    let boards = exhibition.boards.iter().filter(|board| ids.contains(&board.id));
                    boards.map(|board| board.code.clone()).collect::<BTreeSet<String>>()
                };
                let at_shop = sent.iter().filter(|one| one.shop == order.shop_name);
                let at_shop = at_shop.flat_map(|one| &one.boards).map(|one| one.board).collect();
                let mut boards = codes(&at_shop);
                let binned = exhibition.bin.iter().map(|binned| &binned.board);
                boards.extend(
                    binned
                        .filter(|board| at_shop.contains(&board.id))
                        .map(|board| board.code.clone()),
                );
                Ok(Earlier {
                    folder: last.map(|last| last.package.clone()).unwrap_or_default(),
                    made_at: last.map(|last| last.at.clone()).unwrap_or_default(),
                    same: codes(&unchanged_since(exhibition, sent, order.shop_name)),
                    boards,
                })
            }
        }
    }

    fn holds(&self, board: &Board) -> bool {
        self.same.contains(&board.code)
    }
}

#[derive(Default)]
struct BoardFiles {
    /// Names in the package by the board's code.
    files: BTreeMap<String, Vec<String>>,
    findings: Vec<Finding>,
}

/// As the shop takes them; where it wants outlines, with and without fonts.
fn write_boards(
    order: &Order<'_>,
    boards: &Boards<'_>,
    package: &mut PartFolder,
    progress: &Progress,
) -> Result<BoardFiles, HandoverError> {
    let mut done = BoardFiles::default();
    let is_pdf = order.shop.output == Output::Pdf;
    let mut live = order.press.clone();
    live.shop.is_outlined = false;
    write_into(order, boards, &live, order.lang.of(FILES), package, &mut done, progress)?;
    if order.shop.is_outlined && is_pdf {
        let mut outlined = order.press.clone();
        outlined.shop.is_outlined = true;
        write_into(
            order,
            boards,
            &outlined,
            order.lang.of(OUTLINED),
            package,
            &mut done,
            progress,
        )?;
    }
    Ok(done)
}

fn write_into(
    order: &Order<'_>,
    boards: &Boards<'_>,
    press: &Press,
    name: &str,
    package: &mut PartFolder,
    done: &mut BoardFiles,
    progress: &Progress,
) -> Result<(), HandoverError> {
    let folder = package.folder(name)?;
    let part = progress.part();
    let many = write_each(boards, press, order.sources, &folder, &part)?;
    progress.advance(boards.boards.len() as u64);
    if let Some(failed) = many.failed.first() {
        return Err(HandoverError::Told(failed.say.clone()));
    }
    done.findings.extend(many.findings());
    let about: Vec<Page> = boards
        .boards
        .iter()
        .map(|board| Page::about(boards.exhibition, board, None))
        .collect();
    let names = file_names(&about, press);
    let mut written = many.written.into_iter().peekable();
    for (board, name_of_board) in boards.boards.iter().zip(names) {
        let stem = name_of_board
            .rsplit_once('.')
            .map_or(name_of_board.as_str(), |(stem, _)| stem);
        let of_board = done.files.entry(board.code.clone()).or_default();
        let is_its = |file: &Path| {
            let file = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let rest = file.strip_prefix(stem);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with("_assembly") || rest.contains("of"))
        };
        while let Some(one) = written.next_if(|one| is_its(&one.file)) {
            let file = one.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
            of_board.push(package.took(name, &file)?);
        }
    }
    Ok(())
}

fn write_papers(
    order: &Order<'_>,
    boards: &Boards<'_>,
    rows: &[JobRow],
    done: &BoardFiles,
    earlier: Option<&Earlier>,
    package: &mut PartFolder,
    progress: &Progress,
) -> Result<(), HandoverError> {
    let lang = order.lang;
    let show = &order.exhibition.show.title;
    let title = lang.of([&show.hans, &show.hant, &show.hans]).clone();
    let fonts = &order.sources.fonts;
    let table = job_table(order, rows, done, package, &title);
    let sheets = table.pages(fonts, lang, papers::A4_ACROSS);
    let name = |words: [&'static str; 3], ending: &str| format!("{}.{ending}", lang.of(words));
    let put = |package: &mut PartFolder, frames, file: String, sources: &Sources| -> Result<(), HandoverError> {
        let to = package.path(&file);
        papers::write_sheets(frames, &title, order.press, sources, &to, &progress.part())?;
        package.took("", &file)?;
        progress.advance(1);
        Ok(())
    };
    put(package, sheets, name(paper::JOB_SHEET, "pdf"), order.sources)?;
    package.add(
        &name(paper::JOB_SHEET, "xlsx"),
        &job_workbook(order, rows, done, package)?,
    )?;
    put(
        package,
        labels(boards, fonts, lang),
        name(paper::LABELS, "pdf"),
        order.sources,
    )?;
    let thumbs = Thumbs::of(boards, order.sources, 700, 80, package.root(), &progress.part())?;
    progress.advance(boards.boards.len() as u64);
    let seen = thumbs.sources(order.sources);
    let contact = contact_sheets(boards, &thumbs, &title, fonts, lang);
    put(package, contact, name(paper::CONTACT, "pdf"), &seen)?;
    let told = reported(order.gate);
    let pages = report(boards, &thumbs, &told, &title, fonts, lang);
    put(package, pages, name(paper::REPORT, "pdf"), &seen)?;
    drop(thumbs);
    let used = notes::fonts(order, boards);
    package.add(lang.of(notes::FONTS_FILE), &notes::as_file(&used))?;
    let read_me = notes::read_me(order, rows, boards, earlier);
    package.add(lang.of(notes::READ_ME_FILE), &notes::as_file(&read_me))?;
    Ok(())
}

/// Accepted warnings with their reasons, then notes.
pub fn reported(gate: &Gate) -> Vec<Reported> {
    let bare = |finding: &Finding| Reported {
        finding: finding.clone(),
        reason: None,
    };
    let accepted = gate.accepted.iter().map(|(finding, why)| Reported {
        finding: finding.clone(),
        reason: Some(why.clone()),
    });
    let open = gate.errors.iter().chain(&gate.open).map(bare);
    open.chain(accepted).chain(gate.notes.iter().map(bare)).collect()
}

/// The cells of one board: numbers as numbers.
fn cells(row: &JobRow, files: &[String], package: &PartFolder) -> Vec<Cell> {
    let names: Vec<&str> = files.iter().map(String::as_str).collect();
    let hashes: Vec<String> = files
        .iter()
        .filter_map(|file| package.hash(file))
        .map(|hash| hash.hex())
        .collect();
    vec![
        Cell::count(row.number),
        Cell::text(&row.code),
        Cell::text(&row.title),
        Cell::text(&row.committee),
        Cell::Number(row.width_mm),
        Cell::Number(row.height_mm),
        Cell::text(&row.material),
        Cell::text(&row.finishing),
        Cell::Number(f64::from(row.copies)),
        Cell::Number(row.total_m2()),
        Cell::text(names.join("\n")),
        Cell::text(hashes.join("\n")),
    ]
}

fn job_workbook(
    order: &Order<'_>,
    rows: &[JobRow],
    done: &BoardFiles,
    package: &PartFolder,
) -> Result<Vec<u8>, HandoverError> {
    let lang = order.lang;
    let (copies, area) = sums(rows);
    let none: Vec<String> = Vec::new();
    let of = |row: &JobRow| cells(row, done.files.get(&row.code).unwrap_or(&none), package);
    let mut total = vec![Cell::text(lang.of(paper::TOTAL))];
    total.extend([const { Cell::Empty }; 7]);
    total.extend([Cell::Number(f64::from(copies)), Cell::Number(area)]);
    let jobs = super::Sheet {
        name: lang.of(paper::JOB_SHEET).into(),
        head: paper::JOB_HEAD.map(|head| lang.of(head).to_string()).to_vec(),
        rows: rows.iter().map(of).collect(),
        total,
    };
    let rolls = super::Sheet {
        name: lang.of(paper::ROLL_HEAD[1]).into(),
        head: paper::ROLL_HEAD.map(|head| lang.of(head).to_string()).to_vec(),
        rows: roll_use(rows, order.shop)
            .into_iter()
            .map(|used| {
                vec![
                    Cell::text(used.material),
                    Cell::Number(used.roll_mm),
                    Cell::Number((used.length_mm / 10.0).round() / 100.0),
                    Cell::count(used.pieces),
                    Cell::Number((used.waste * 1000.0).round() / 10.0),
                ]
            })
            .collect(),
        total: Vec::new(),
    };
    let all = if rolls.rows.is_empty() {
        vec![jobs]
    } else {
        vec![jobs, rolls]
    };
    write_xlsx(&all).map_err(|error| ExportError::Build(error.to_string()).into())
}

fn job_table(order: &Order<'_>, rows: &[JobRow], done: &BoardFiles, package: &PartFolder, title: &str) -> Table {
    let lang = order.lang;
    let (copies, area) = sums(rows);
    let shares = [5.0, 8.0, 24.0, 14.0, 8.0, 8.0, 12.0, 10.0, 5.0, 8.0, 30.0, 12.0];
    let numbers = [
        true, false, false, false, true, true, false, false, true, true, false, false,
    ];
    let column = |(at, share): (usize, f64)| super::papers::Column {
        head: lang.of(paper::JOB_HEAD[at]).to_string(),
        share,
        is_number: numbers[at],
    };
    let of_row = |row: &JobRow| {
        let files = done.files.get(&row.code).map(Vec::as_slice).unwrap_or_default();
        let first = files.first().map(String::as_str).unwrap_or_default();
        let name = first.rsplit('/').next().unwrap_or_default().to_string();
        let hash = package
            .hash(first)
            .map(|hash| hash.hex()[..12].to_string())
            .unwrap_or_default();
        vec![
            format!("{:03}", row.number),
            row.code.clone(),
            row.title.clone(),
            row.committee.clone(),
            row.width_mm.to_string(),
            row.height_mm.to_string(),
            row.material.clone(),
            row.finishing.clone(),
            row.copies.to_string(),
            format!("{:.3}", row.total_m2()),
            name,
            hash,
        ]
    };
    let mut total = vec![lang.of(paper::TOTAL).to_string()];
    total.extend(std::iter::repeat_n(String::new(), 7));
    total.extend([copies.to_string(), format!("{area:.3}")]);
    let rolls = roll_use(rows, order.shop).into_iter().map(|used| {
        lang.of(paper::roll(
            &used.material,
            used.roll_mm,
            used.length_mm / 1000.0,
            used.pieces,
            used.waste,
        ))
    });
    let date = &crate::base::utc::now()[..10];
    Table {
        title: format!("{title}　{}", lang.of(paper::JOB_SHEET)),
        about: vec![lang.of(paper::job_about(order.shop_name, date, rows.len(), copies, area))],
        columns: shares.into_iter().enumerate().map(column).collect(),
        rows: rows.iter().map(of_row).collect(),
        total,
        foot: rolls.collect(),
    }
}
