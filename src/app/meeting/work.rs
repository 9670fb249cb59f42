//! The job that writes the minutes.

use super::say::GONE;
use crate::app::files;
use crate::app::tasks::{Done, Material, ShowMaterial, Stop, safe_name, shop_of, sources};
use crate::app::words;
use crate::base::Progress;
use crate::base::say::minutes::MINUTES;
use crate::export::papers::{minutes_tables, write_minutes};
use crate::export::{ExportError, Press, write_xlsx};
use crate::model::MeetingId;
use std::path::Path;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MinutesFile {
    /// To be signed.
    Pdf,
    /// To work on.
    Xlsx,
}

/// Under the show's name and the meeting's day, beside what is there already.
pub(in crate::app) fn write_minutes_file(
    id: MeetingId,
    kind: MinutesFile,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
    progress: &Progress,
) -> Result<Done, Stop> {
    let lang = material.lang;
    let exhibition = &show.exhibition;
    let Some(meeting) = exhibition.meeting(id) else {
        return Ok(Done::Failed(lang.of(GONE).into()));
    };
    let title = words::name_of(&exhibition.show.title, lang);
    let name = format!("{} {} {}", safe_name(title), lang.of(MINUTES), meeting.day);
    let (ending, bytes) = match kind {
        MinutesFile::Pdf => (".pdf", None),
        MinutesFile::Xlsx => {
            let bytes = write_xlsx(&minutes_tables(meeting, title, lang));
            let bytes = bytes.map_err(|error| ExportError::Build(error.to_string()))?;
            (".xlsx", Some(bytes))
        }
    };
    let to = files::free_place(folder, &name, ending);
    let written = match bytes {
        Some(bytes) => {
            let size = bytes.len() as u64;
            files::write_whole(&to, &bytes).map_err(|source| ExportError::Write { file: to, source })?;
            size
        }
        None => {
            let press = Press::plain(material.home.colours(&shop_of(exhibition)).0);
            let sources = sources(show, &material.home);
            write_minutes(meeting, exhibition, &show.cache, &press, &sources, &to, lang, progress)?.bytes
        }
    };
    Ok(Done::Written {
        files: 1,
        bytes: written,
        folder: folder.to_path_buf(),
        findings: Vec::new(),
    })
}
