//! The slow part, away from the window.

use crate::app::files;
use crate::app::ledger_book::ledger_book;
use crate::app::show_form::folder_name;
use crate::app::tasks::{Material, ShowMaterial, safe_name, write_board};
use crate::app::words;
use crate::base::{Day, Lang, Progress};
use crate::check::check_again;
use crate::model::merge::{Choices, Other, merge};
use crate::model::{BoardId, CommitteeId, Exhibition};
use crate::store::{ExchangeError, Incoming, Opened, Project, copy_to, pack, rescue_to};
use crate::workflow::ledger;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Clone, Debug)]
pub enum ExchangeWork {
    /// Of the whole show or one unit, into this folder.
    Pack(Option<CommitteeId>, PathBuf),
    /// A pack or another show's folder, to look at.
    Read(PathBuf),
    /// Photos of what was chosen, into our library.
    Take(Arc<Incoming>, Arc<Other>, Choices),
    /// A pack as a show of its own, in this folder.
    OpenAs(PathBuf, PathBuf),
    Copy(PathBuf),
    Rescue(PathBuf),
    Ledger(PathBuf),
    /// A board as a PDF in the system's viewer.
    View(BoardId),
}

pub enum ExchangeDone {
    /// What was written, in words, and the folder.
    Written(String, PathBuf),
    Read(Arc<Incoming>, Arc<Other>),
    Took(Arc<Incoming>, Arc<Other>, Choices),
    Opened(Box<Opened>),
    View(PathBuf),
    Failed(String),
    Cancelled,
}

impl ExchangeWork {
    pub fn title(&self, lang: Lang) -> &'static str {
        lang.of(match self {
            ExchangeWork::Pack(..) => super::say::PACKING,
            ExchangeWork::Read(_) => super::say::READING,
            ExchangeWork::Take(..) => super::say::BRINGING,
            ExchangeWork::OpenAs(..) => words::OPENING,
            ExchangeWork::Copy(_) | ExchangeWork::Rescue(_) => super::say::COPYING,
            ExchangeWork::Ledger(_) => words::LEDGER,
            ExchangeWork::View(_) => super::say::VIEWING,
        })
    }
}

pub fn run(work: &ExchangeWork, material: &Material, progress: &Progress) -> ExchangeDone {
    let lang = material.lang;
    let done = match (work, &material.show) {
        (ExchangeWork::OpenAs(pack, folder), _) => open_as(pack, folder, progress),
        (_, None) => return ExchangeDone::Failed(lang.of(words::NOT_KEPT).into()),
        (ExchangeWork::Pack(only, folder), Some(show)) => make_pack(*only, folder, show, lang, progress),
        (ExchangeWork::Read(path), Some(show)) => read(path, show, progress),
        (ExchangeWork::Take(incoming, other, choices), Some(show)) => take(incoming, other, choices, show, progress),
        (ExchangeWork::Copy(folder), Some(show)) => copy(folder, show, lang, progress),
        (ExchangeWork::Rescue(folder), Some(show)) => rescue(folder, show, progress),
        (ExchangeWork::Ledger(folder), Some(show)) => return write_ledger(folder, show, material),
        (ExchangeWork::View(board), Some(show)) => return view(*board, show, material, progress),
    };
    done.unwrap_or_else(|error| match error {
        ExchangeError::Cancelled => ExchangeDone::Cancelled,
        ExchangeError::Told(say, _) => ExchangeDone::Failed(say.text(lang)),
    })
}

type Done = Result<ExchangeDone, ExchangeError>;

fn make_pack(only: Option<CommitteeId>, folder: &Path, show: &ShowMaterial, lang: Lang, progress: &Progress) -> Done {
    let exhibition = &show.exhibition;
    let unit = only.and_then(|unit| exhibition.committee(unit));
    let of = unit.map_or(&exhibition.show.title, |unit| &unit.name);
    let name = format!("{} {}", safe_name(words::name_of(of, lang)), Day::today());
    let to = files::free_place(folder, &name, ".zbpack");
    let packed = pack(exhibition, only, &show.folder, &show.library, &to, progress)?;
    Ok(ExchangeDone::Written(
        words::packed(lang, &packed),
        folder.to_path_buf(),
    ))
}

fn read(path: &Path, show: &ShowMaterial, progress: &Progress) -> Done {
    if files::absolute(path) == files::absolute(&show.folder) {
        let say = crate::base::say::ExchangeSay::Itself;
        return Err(ExchangeError::Told(say.into(), None));
    }
    let incoming = Incoming::open(path, &show.folder, progress)?;
    let other = incoming.other(&show.exhibition, &show.folder);
    Ok(ExchangeDone::Read(Arc::new(incoming), Arc::new(other)))
}

fn take(
    incoming: &Arc<Incoming>,
    other: &Arc<Other>,
    choices: &Choices,
    show: &ShowMaterial,
    progress: &Progress,
) -> Done {
    let merged = merge(&show.exhibition, other, choices);
    incoming.bring_files(&merged.exhibition, &show.library, progress)?;
    Ok(ExchangeDone::Took(incoming.clone(), other.clone(), choices.clone()))
}

fn open_as(pack: &Path, folder: &Path, progress: &Progress) -> Done {
    let name = pack.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let incoming = Incoming::open(pack, folder, progress)?;
    let to = files::free_place(folder, &name, ".zhanban");
    incoming.open_as(&to, progress)?;
    Ok(ExchangeDone::Opened(Box::new(Project::open(&to)?)))
}

/// Where a copy goes: under the show's name.
fn copy_place(folder: &Path, exhibition: &Exhibition) -> PathBuf {
    let name = folder_name(&exhibition.show.title);
    files::free_place(folder, name.trim_end_matches(".zhanban"), ".zhanban")
}

fn copy(folder: &Path, show: &ShowMaterial, lang: Lang, progress: &Progress) -> Done {
    let to = copy_place(folder, &show.exhibition);
    let copied = copy_to(&show.folder, &show.exhibition, &show.library, &to, progress)?;
    Ok(ExchangeDone::Written(
        words::copied(lang, &copied),
        folder.to_path_buf(),
    ))
}

fn rescue(folder: &Path, show: &ShowMaterial, progress: &Progress) -> Done {
    let to = copy_place(folder, &show.exhibition);
    rescue_to(&show.exhibition, &show.library, &to, progress)?;
    Ok(ExchangeDone::Opened(Box::new(Project::open(&to)?)))
}

fn write_ledger(folder: &Path, show: &ShowMaterial, material: &Material) -> ExchangeDone {
    let (exhibition, lang) = (&show.exhibition, material.lang);
    let shop = crate::app::tasks::shop_of(exhibition);
    let found = check_again(exhibition, &show.cache, &shop, &show.memo);
    let rows = ledger(exhibition, &found);
    let name = format!(
        "{} {} {}",
        safe_name(words::name_of(&exhibition.show.title, lang)),
        lang.of(words::LEDGER),
        Day::today()
    );
    let to = files::free_place(folder, &name, ".xlsx");
    let written = ledger_book(exhibition, &rows, lang)
        .map_err(std::io::Error::other)
        .and_then(|bytes| files::write_whole(&to, &bytes).map(|()| bytes.len()));
    match written {
        Ok(bytes) => ExchangeDone::Written(words::written(lang, 1, bytes as u64, 0), folder.to_path_buf()),
        Err(error) => ExchangeDone::Failed(words::not_written(lang, folder, &error)),
    }
}

fn view(board: BoardId, show: &ShowMaterial, material: &Material, progress: &Progress) -> ExchangeDone {
    let folder = files::print_folder();
    match write_board(board, &folder, show, material, progress) {
        Ok(file) => ExchangeDone::View(file),
        Err(sentence) => ExchangeDone::Failed(sentence),
    }
}
