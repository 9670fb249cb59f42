//! Files and folders that were dropped or chosen for a new board: texts and photos from them, in a job.

use crate::app::files;
use crate::app::tasks::ShowMaterial;
use crate::app::words;
use crate::base::say::ModelSay;
use crate::base::{Lang, PhotoFacts, PhotoFormat, PhotoState, Progress, Say};
use crate::compose::{ImportError, import_paths, read_document, take_pictures};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What came of them.
#[derive(Debug, Default)]
pub struct Gathered {
    pub text: String,
    /// In the order in which they were named; those of a document in its order.
    pub photos: Vec<Arc<PhotoFacts>>,
    /// What did not come in, a sentence each.
    pub troubles: Vec<String>,
}

/// Endings of files that hold text.
const TEXTS: [&str; 5] = ["docx", "txt", "md", "doc", "wps"];

pub fn is_text(file: &Path) -> bool {
    let end = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    TEXTS.contains(&end.as_str())
}

/// Takes the photos into the library; the show is not changed.
pub fn gather(
    files: &[PathBuf],
    show: &ShowMaterial,
    lang: Lang,
    progress: &Progress,
) -> Result<Gathered, ImportError> {
    let mut gathered = Gathered::default();
    let (folders, files): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(|file| file.is_dir());
    let (texts, pictures): (Vec<&PathBuf>, Vec<&PathBuf>) = files.into_iter().partition(|file| is_text(file));
    for file in texts {
        take_text(file, show, lang, &mut gathered);
    }
    for folder in folders {
        for (name, facts) in take_pictures(folder, &show.library, &progress.part())? {
            match facts {
                Some(facts) => gathered.photos.push(facts),
                None => gathered.troubles.push(words::not_read(
                    lang,
                    Path::new(&name),
                    &std::io::ErrorKind::Other.into(),
                )),
            }
        }
    }
    let pictures: Vec<PathBuf> = pictures.into_iter().cloned().collect();
    let imported = import_paths(&pictures, &show.exhibition, &show.library, progress)?;
    let new = imported.commands.iter().filter_map(|command| match command {
        crate::model::Command::AddPhoto(facts) => Some((facts.digest, facts.clone())),
        _ => None,
    });
    let new: std::collections::BTreeMap<_, _> = new.collect();
    for photo in &imported.photos {
        gathered
            .photos
            .extend(new.get(photo).or_else(|| show.exhibition.photos.get(photo)).cloned());
    }
    gathered
        .troubles
        .extend(imported.findings.iter().map(|finding| finding.text(lang)));
    leave_unshown(&mut gathered, lang);
    Ok(gathered)
}

/// What cannot be shown in a photo's place is told and left out: the board comes without it.
fn leave_unshown(gathered: &mut Gathered, lang: Lang) {
    let drawings = gathered.photos.iter().filter(|facts| facts.format == PhotoFormat::Svg);
    let told = drawings.map(|facts| format!("{}：{}", facts.name, Say::Model(ModelSay::DrawingAsPhoto).text(lang)));
    let told: Vec<String> = told.collect();
    gathered.troubles.extend(told);
    gathered.photos.retain(|facts| {
        facts.format != PhotoFormat::Svg && matches!(facts.state, PhotoState::Good | PhotoState::Truncated)
    });
}

fn take_text(file: &Path, show: &ShowMaterial, lang: Lang, gathered: &mut Gathered) {
    let bytes = match files::read_document(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            gathered.troubles.push(words::not_read(lang, file, &error));
            return;
        }
    };
    match read_document(&bytes) {
        Ok(word) => {
            if !gathered.text.is_empty() {
                gathered.text.push('\n');
            }
            gathered.text.push_str(word.text.trim());
            let pictures = word
                .pictures
                .iter()
                .filter_map(|(name, bytes)| show.library.add_bytes(name, bytes).ok());
            gathered.photos.extend(pictures.map(Arc::new));
        }
        Err(why) => gathered.troubles.push(words::no_document(lang, file, why)),
    }
}
