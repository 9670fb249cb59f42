//! Many boards: a file each on all cores, or all in one file. They are laid while the file is written.

use super::{ExportError, Page, Press, Sources, Written, file_names, room_for, write_board, write_in_turn};
use crate::base::say::{ExportSay, Say};
use crate::base::{Digest, Finding, Place, Progress, Severity};
use crate::layout::LayoutCache;
use crate::model::{Board, Exhibition, Ground, Output};
use crate::script::Script;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

/// What goes to print, in the order of the joined file.
pub struct Boards<'a> {
    pub exhibition: &'a Exhibition,
    pub boards: &'a [Arc<Board>],
    /// `None`: each board in its own.
    pub script: Option<Script>,
    pub cache: &'a LayoutCache,
}

/// Files that were written, and boards that could not be.
pub struct Many {
    pub written: Vec<Written>,
    pub failed: Vec<Finding>,
}

impl Many {
    /// What could not be shown, and what could not be written at all.
    pub fn findings(&self) -> Vec<Finding> {
        let shown = self.written.iter().flat_map(|written| &written.findings);
        shown.chain(&self.failed).cloned().collect()
    }
}

/// Boards laid at once while a joined file is written.
const AHEAD: usize = 32;

impl Boards<'_> {
    fn page(&self, board: &Arc<Board>) -> Page {
        let laid = self.cache.look(self.exhibition, board, self.script);
        let frame = Arc::try_unwrap(laid).map_or_else(|kept| kept.frame.clone(), |own| own.frame);
        Page {
            frame: Arc::new(frame),
            ..Page::about(self.exhibition, board, self.script)
        }
    }

    /// All that is shown, as often as it is.
    fn photos(&self) -> impl Iterator<Item = Digest> + '_ {
        self.boards.iter().flat_map(|board| {
            let ground = board.ground.as_ref().and_then(Ground::photo);
            let shown = board.elements.iter().filter(|element| !element.is_hidden);
            ground
                .into_iter()
                .chain(shown.filter_map(|element| element.kind.file()))
        })
    }
}

/// Each board into a file of its own, as the shop takes it. One that cannot be written is told and the others go on; a
/// full disk ends it, and what was written by then stays whole.
pub fn write_each(
    boards: &Boards<'_>,
    press: &Press,
    sources: &Sources,
    folder: &Path,
    progress: &Progress,
) -> Result<Many, ExportError> {
    progress.set_total(boards.boards.len() as u64);
    let about: Vec<Page> = boards
        .boards
        .iter()
        .map(|board| Page::about(boards.exhibition, board, boards.script))
        .collect();
    let names = file_names(&about, press);
    let photos: Vec<Digest> = boards.photos().collect();
    // How much a flat picture needs only its pixels tell.
    if press.shop.output == Output::Pdf {
        room_for([names.len(); 2], photos.iter(), press, sources, folder)?;
    }
    let each = boards.boards.par_iter().zip(names).map(|(board, name)| {
        if progress.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        // Each file is one step here, whatever it counts inside.
        let done = write_board(
            boards.page(board),
            press,
            sources,
            &folder.join(&name),
            &progress.part(),
        );
        progress.advance(1);
        match done {
            Err(error) if ends_all(&error) => Err(error),
            Err(error) => Ok(Err(told(&board.code, &name, error))),
            Ok(written) => Ok(Ok(written)),
        }
    });
    let each: Vec<Result<Vec<Written>, Finding>> = each.collect::<Result<_, ExportError>>()?;
    let mut many = Many {
        written: Vec::new(),
        failed: Vec::new(),
    };
    for done in each {
        match done {
            Ok(written) => many.written.extend(written),
            Err(finding) => many.failed.push(finding),
        }
    }
    Ok(many)
}

/// No other board would fare better.
fn ends_all(error: &ExportError) -> bool {
    match error {
        ExportError::Cancelled | ExportError::DiskTooSmall { .. } => true,
        ExportError::Write { source, .. } => matches!(
            source.kind(),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem | ErrorKind::NotFound
        ),
        ExportError::FontLocked { .. } | ExportError::Build(_) => false,
    }
}

fn told(code: &str, file: &str, error: ExportError) -> Finding {
    let say = match error {
        ExportError::FontLocked { font } => ExportSay::BoardFontLocked { font },
        ExportError::Build(why) => ExportSay::BoardNotBuilt { why },
        ExportError::Write { source, .. } if source.kind() == ErrorKind::FileTooLarge => {
            ExportSay::BoardTooLong { file: file.into() }
        }
        _ => ExportSay::BoardNotWritten { file: file.into() },
    };
    Finding {
        severity: Severity::Error,
        rule: "board-not-exported",
        place: Place::board(code),
        say: Say::Export(say),
    }
}

/// All boards in one file.
pub fn write_joined(
    boards: &Boards<'_>,
    title: &str,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    progress.set_total(boards.boards.len() as u64);
    let photos: BTreeSet<Digest> = boards.photos().collect();
    room_for([1, boards.boards.len()], photos.iter(), press, sources, to)?;
    let pages = boards.boards.chunks(AHEAD).flat_map(|some| {
        let laid: Vec<Page> = some.par_iter().map(|board| boards.page(board)).collect();
        laid
    });
    write_in_turn(pages, title, press, sources, to, progress)?.take_place()
}
