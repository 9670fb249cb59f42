//! Jobs that make papers and hand-overs, away from the window.

use super::files;
use super::tasks::{Done, Material, ShowMaterial, Stop, chosen, of_boards, of_show, safe_name, shop_of, sources};
use super::words;
use crate::base::say::{HandoverSay, RegisterSay, paper};
use crate::base::{Finding, Lang, Progress, utc};
use crate::check::{check_again, check_handover};
use crate::compose::{as_csv, facts_from, facts_table, names_from, names_table};
use crate::export::handover::{HandoverError, Order, Since, hand_over, reported};
use crate::export::papers::{
    Paper, Thumbs, desk_proof, handout, ink_of, phone_preview, report, whole_show, write_sheets,
};
use crate::export::{Boards, Cell, ExportError, Page, Press, Sheet, Sources, file_name, write_xlsx};
use crate::model::{Board, BoardId, Command, Exhibition, Shop};
use crate::store::Home;
use crate::workflow::Gate;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What is not for the press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperKind {
    DeskA4,
    DeskA3,
    Phone,
    Whole,
    Handout,
    Report,
}

impl PaperKind {
    pub const ALL: [PaperKind; 6] = [
        PaperKind::DeskA4,
        PaperKind::DeskA3,
        PaperKind::Phone,
        PaperKind::Whole,
        PaperKind::Handout,
        PaperKind::Report,
    ];

    pub fn name(self) -> words::Words {
        match self {
            PaperKind::DeskA4 => ["A4 校样，签字用", "A4 校樣，簽字用", "Proofs on A4, to be signed"],
            PaperKind::DeskA3 => ["A3 校样，签字用", "A3 校樣，簽字用", "Proofs on A3, to be signed"],
            PaperKind::Phone => [
                "手机预览图（草稿）",
                "手機預覽圖（草稿）",
                "Pictures for phones (draft)",
            ],
            PaperKind::Whole => [
                "全展小样，20 MB 以内",
                "全展小樣，20 MB 以內",
                "Whole show, under 20 MB",
            ],
            PaperKind::Handout => ["大字文稿，简繁都有", "大字文稿，簡繁都有", "Large print, both scripts"],
            PaperKind::Report => ["检查报告", "檢查報告", "Preflight report"],
        }
    }
}

/// Of these boards and of the show as a whole; and what is asked only of boards that leave the house.
pub fn gate_of(show: &ShowMaterial, shop: &Shop, boards: &[Arc<Board>]) -> Gate {
    let mut found = check_again(&show.exhibition, &show.cache, shop, &show.memo);
    let codes: BTreeSet<&str> = boards.iter().map(|board| board.code.as_str()).collect();
    found.retain(|finding| finding.place.board.as_deref().is_none_or(|code| codes.contains(code)));
    found.extend(check_handover(&show.exhibition, boards));
    Gate::of(&show.exhibition, found)
}

/// What the shop is called.
pub fn shop_name(shop: &Shop, home: &Home, lang: Lang) -> String {
    super::shops::words::name(shop, home, lang).to_string()
}

/// A new folder of today below this one.
pub(super) fn dated_place(folder: &Path, name: &str) -> PathBuf {
    files::free_place(folder, &safe_name(&format!("{name} {}", &utc::now()[..10])), "")
}

/// What a set of papers that did not come about has to say.
pub(super) fn told(error: HandoverError, lang: Lang) -> Result<Done, Stop> {
    match error {
        HandoverError::Export(error) => Err(Stop::Export(error)),
        HandoverError::Told(say) => Ok(Done::Failed(say.text(lang))),
    }
}

/// How much of the complete job goes out, and how.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parcel {
    /// Only what changed since the hand-over of this time, as `Sent::at` has it.
    pub since: Option<String>,
    /// `FOLDER.zip` beside the folder.
    pub is_zipped: bool,
}

/// The complete job in a new folder of its own below this one.
pub(super) fn handover(
    boards: &[BoardId],
    parcel: &Parcel,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let lang = material.lang;
    let shop = shop_of(&show.exhibition);
    let boards = chosen(boards, show);
    let gate = gate_of(show, &shop, &boards);
    let press = Press::of(&shop, material.home.colours(&shop).0);
    let name = shop_name(&shop, &material.home, lang);
    let sent = &show.exhibition.show.print.sent;
    let last = parcel
        .since
        .as_ref()
        .and_then(|at| sent.iter().rposition(|one| one.at == *at));
    let order = Order {
        exhibition: &show.exhibition,
        boards: &boards,
        cache: &show.cache,
        shop: &shop,
        shop_name: &name,
        press: &press,
        sources: &sources(show, &material.home),
        gate: &gate,
        since: last.map(|last| Since::Record(&sent[..=last])),
        is_zipped: parcel.is_zipped,
        lang,
    };
    let title = words::name_of(&show.exhibition.show.title, lang);
    let place = dated_place(folder, &format!("{title} {name}"));
    match hand_over(&order, &place, progress) {
        Ok(handed) => Ok(Done::HandedOver { handed, shop: name }),
        Err(error) => told(error, lang),
    }
}

/// What came of a hand-over, in one sentence.
pub fn ready(handed: &crate::export::handover::Handed, lang: Lang) -> String {
    let say = HandoverSay::Ready {
        boards: handed.boards.len(),
        files: handed.files,
        folder: handed
            .folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
    };
    lang.of(say.texts())
}

pub(super) fn papers(
    kind: PaperKind,
    boards: &[BoardId],
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let lang = material.lang;
    let chosen = chosen(boards, show);
    let boards = of_boards(&chosen, show);
    let title = words::name_of(&show.exhibition.show.title, lang).to_string();
    let press = Press::plain(material.home.colours(&shop_of(&show.exhibition)).0);
    let desk = Desk {
        boards,
        title,
        press,
        sources: sources(show, &material.home),
        folder,
        lang,
    };
    let (files, bytes) = match kind {
        PaperKind::DeskA4 => desk.each(progress, |board| desk.proof(board, Paper::A4))?,
        PaperKind::DeskA3 => desk.each(progress, |board| desk.proof(board, Paper::A3))?,
        PaperKind::Phone => desk.each(progress, |board| desk.phone(board))?,
        PaperKind::Whole => desk.whole(progress)?,
        PaperKind::Handout => {
            let frames = handout(&desk.boards, &desk.title, &desk.sources.fonts, lang);
            desk.write(frames, lang.of(paper::HANDOUT), &desk.sources, progress)?
        }
        PaperKind::Report => desk.report(show, progress)?,
    };
    Ok(Done::Written {
        files,
        bytes,
        folder: folder.to_path_buf(),
        findings: Vec::<Finding>::new(),
    })
}

struct Desk<'a> {
    boards: Boards<'a>,
    title: String,
    press: Press,
    sources: Sources,
    folder: &'a Path,
    lang: Lang,
}

/// How many files, and their bytes.
type Count = (usize, u64);

impl Desk<'_> {
    fn each(
        &self,
        progress: &Progress,
        make: impl Fn(&Arc<Board>) -> Result<u64, ExportError>,
    ) -> Result<Count, ExportError> {
        progress.set_total(self.boards.boards.len() as u64);
        let mut bytes = 0;
        for board in self.boards.boards {
            if progress.is_cancelled() {
                return Err(ExportError::Cancelled);
            }
            bytes += make(board)?;
            progress.advance(1);
        }
        Ok((self.boards.boards.len(), bytes))
    }

    fn file_of(&self, board: &Board, ending: &str) -> PathBuf {
        let about = Page::about(self.boards.exhibition, board, None);
        self.folder.join(file_name(&about, &self.press, ending))
    }

    fn proof(&self, board: &Arc<Board>, paper: Paper) -> Result<u64, ExportError> {
        let frame = desk_proof(&self.boards, board, paper, &self.sources.fonts, self.lang);
        let to = self.file_of(board, "pdf");
        let title = board.title();
        let written = write_sheets(
            vec![frame],
            &title,
            &self.press,
            &self.sources,
            &to,
            &Progress::default(),
        )?;
        Ok(written.bytes)
    }

    fn phone(&self, board: &Arc<Board>) -> Result<u64, ExportError> {
        let laid = self.boards.cache.look(self.boards.exhibition, board, None);
        let bytes = phone_preview(&laid.frame, &ink_of(&self.sources), self.lang);
        let file = self.file_of(board, "jpg");
        files::write_whole(&file, &bytes).map_err(|source| ExportError::Write { file, source })?;
        Ok(bytes.len() as u64)
    }

    fn named(&self, what: &str) -> PathBuf {
        self.folder
            .join(format!("{}.pdf", safe_name(&format!("{} {what}", self.title))))
    }

    fn write(
        &self,
        frames: Vec<crate::layout::Frame>,
        what: &str,
        sources: &Sources,
        progress: &Progress,
    ) -> Result<Count, ExportError> {
        let to = self.named(what);
        let written = write_sheets(frames, &self.title, &self.press, sources, &to, progress)?;
        Ok((1, written.bytes))
    }

    fn whole(&self, progress: &Progress) -> Result<Count, ExportError> {
        let to = self.named(self.lang.of(paper::WHOLE));
        let written = whole_show(
            &self.boards,
            &self.title,
            &self.press,
            &self.sources,
            &to,
            self.lang,
            progress,
        )?;
        Ok((1, written.bytes))
    }

    fn report(&self, show: &ShowMaterial, progress: &Progress) -> Result<Count, ExportError> {
        let gate = gate_of(show, &shop_of(&show.exhibition), self.boards.boards);
        let told = reported(&gate);
        let codes: BTreeSet<&str> = told
            .iter()
            .filter_map(|one| one.finding.place.board.as_deref())
            .collect();
        let is_told = |board: &&Arc<Board>| codes.contains(board.code.as_str());
        let some: Vec<Arc<Board>> = self.boards.boards.iter().filter(is_told).cloned().collect();
        let shown = Boards {
            boards: &some,
            ..self.boards
        };
        let thumbs = Thumbs::of(&shown, &self.sources, 700, 80, self.folder, progress)?;
        let frames = report(
            &self.boards,
            &thumbs,
            &told,
            &self.title,
            &self.sources.fonts,
            self.lang,
        );
        let seen = thumbs.sources(&self.sources);
        self.write(frames, self.lang.of(paper::REPORT), &seen, &progress.part())
    }
}

/// Which register a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    Facts,
    Names,
}

pub(super) fn take_register(which: Register, file: &Path, material: &Material) -> Result<Done, Stop> {
    let show = &of_show(material)?.exhibition;
    let bytes = match files::read_small(file) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Done::Failed(words::not_read(material.lang, file, &error))),
    };
    Ok(match which {
        Register::Facts => {
            let taken = facts_from(&bytes, &show.facts).map_err(refused)?;
            let told = told_rows(taken.skipped, &taken.notes, material.lang);
            Done::Register(Command::SetFacts(taken.entries), told)
        }
        Register::Names => {
            let taken = names_from(&bytes, &show.show.names, show.show.region, &show.words).map_err(refused)?;
            let told = told_rows(taken.skipped, &taken.notes, material.lang);
            Done::Register(Command::SetNames(taken.entries), told)
        }
    })
}

fn refused(say: RegisterSay) -> Stop {
    Stop::Refused(say.into())
}

fn told_rows(skipped: usize, notes: &[RegisterSay], lang: Lang) -> String {
    let notes = notes.iter().map(|note| lang.of(note.texts()));
    let all: Vec<String> = std::iter::once(words::rows_taken(lang, skipped)).chain(notes).collect();
    all.join(lang.of(["。", "。", ". "]))
}

/// Each register as a table for every program, and both as one workbook.
pub fn register_files(exhibition: &Exhibition) -> Result<Vec<(&'static str, Vec<u8>)>, ExportError> {
    let facts = facts_table(&exhibition.facts);
    let names = names_table(&exhibition.show.names);
    let sheet = |name: &str, table: &[Vec<String>]| Sheet {
        name: name.into(),
        head: table.first().cloned().unwrap_or_default(),
        rows: table
            .iter()
            .skip(1)
            .map(|row| row.iter().map(Cell::text).collect())
            .collect(),
        total: Vec::new(),
    };
    let book = write_xlsx(&[sheet("facts", &facts), sheet("names", &names)]);
    let book = book.map_err(|error| ExportError::Build(error.to_string()))?;
    Ok(vec![
        ("facts.csv", as_csv(&facts)),
        ("names.csv", as_csv(&names)),
        ("registers.xlsx", book),
    ])
}

pub(super) fn keep_registers(folder: &Path, show: &ShowMaterial) -> Result<Done, Stop> {
    let (mut files, mut bytes) = (0, 0);
    for (name, content) in register_files(&show.exhibition)? {
        let file = folder.join(name);
        files::write_whole(&file, &content).map_err(|source| ExportError::Write { file, source })?;
        files += 1;
        bytes += content.len() as u64;
    }
    Ok(Done::Written {
        files,
        bytes,
        folder: folder.to_path_buf(),
        findings: Vec::new(),
    })
}
