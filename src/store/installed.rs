//! Fonts installed on this PC: which there are, and those of them that a show names. The only place that asks the system.

use crate::base::{Digest, NamedFont, Progress};
use crate::model::ShowFonts;
use crate::text::{FontData, NamedFace, Portrait, Unusable, faces_in, map_file, missing, portrait, take_in};
use fontique::{Collection, CollectionOptions, SourceKind};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Where fonts are looked for. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub enum FontPlaces {
    /// What the system knows.
    #[default]
    ThisPc,
    /// These folders and what is in them, and nothing else.
    Folders(Arc<Vec<PathBuf>>),
}

/// A face that could be named.
#[derive(Clone, Debug)]
pub struct InstalledFace {
    pub file: PathBuf,
    pub index: u32,
    pub portrait: Portrait,
}

#[derive(Clone, Debug, Default)]
pub struct Installed {
    /// Those with Chinese first, then by name.
    pub faces: Vec<InstalledFace>,
    /// Files that look like fonts and cannot be used, and why.
    pub skipped: Vec<(PathBuf, Unusable)>,
}

static LOOKED_FOR: Mutex<BTreeSet<(Digest, u32)>> = Mutex::new(BTreeSet::new());

/// Larger ones are no fonts.
const LARGEST: u64 = 1 << 30;
/// Deeper than any system nests its font folders.
const DEEPEST: usize = 8;

impl FontPlaces {
    /// `ZHANBAN_FONTS` names folders to look in instead of asking the system.
    pub fn usual() -> FontPlaces {
        match std::env::var_os("ZHANBAN_FONTS").filter(|folders| !folders.is_empty()) {
            Some(folders) => FontPlaces::in_folders(std::env::split_paths(&folders)),
            None => FontPlaces::ThisPc,
        }
    }

    pub fn in_folders(folders: impl IntoIterator<Item = PathBuf>) -> FontPlaces {
        FontPlaces::Folders(Arc::new(folders.into_iter().collect()))
    }

    /// Every face there is; broken files are told, never stumbled over. Slow: for a job.
    pub fn list(&self, progress: &Progress) -> Installed {
        let files = self.files();
        progress.set_total(files.len() as u64);
        let mut list = Installed::default();
        for file in files {
            if progress.is_cancelled() {
                break;
            }
            list.add(&file);
            progress.advance(1);
        }
        list.faces.sort_by(|one, other| {
            let key = |face: &InstalledFace| {
                let portrait = &face.portrait;
                (
                    !portrait.has_chinese,
                    portrait.family.clone(),
                    portrait.weight,
                    portrait.full_name.clone(),
                    face.index,
                )
            };
            key(one).cmp(&key(other))
        });
        list
    }

    /// Takes in the fonts of a show that this PC has; the others stay missing. The name finds a font, the hash tells
    /// whether it is the same. `true` where something was found. Slow where something is missing: for a job.
    pub fn find(&self, fonts: &ShowFonts) -> bool {
        let missing: Vec<&NamedFont> = missing(fonts).map(|(_, font)| font).collect();
        if missing.is_empty() {
            return false;
        }
        if let Ok(mut looked) = LOOKED_FOR.lock() {
            looked.extend(missing.iter().map(|font| (font.file, font.index)));
        }
        let mut is_any = false;
        for face in self.list(&Progress::default()).faces {
            let is_called = |font: &&NamedFont| {
                font.index == face.index
                    && (font.full_name == face.portrait.full_name || face.portrait.families.contains(&font.family))
            };
            let alike: Vec<&NamedFont> = missing.iter().copied().filter(is_called).collect();
            if alike.is_empty() {
                continue;
            }
            let Ok(data) = map_file(&face.file) else { continue };
            let digest = Digest::of((*data).as_ref());
            if alike.iter().any(|font| font.file == digest) {
                is_any |= take_in(&data, digest, face.index).is_ok();
            }
        }
        is_any
    }

    /// The same, but what was looked for since the program started is not looked for again: for checks, which are many.
    pub fn find_once(&self, fonts: &ShowFonts) -> bool {
        let is_new = LOOKED_FOR.lock().is_ok_and(|looked| {
            let mut all = fonts.values().flatten();
            all.any(|font| !looked.contains(&(font.file, font.index)))
        });
        is_new && self.find(fonts)
    }

    fn files(&self) -> BTreeSet<PathBuf> {
        match self {
            FontPlaces::ThisPc => of_system(),
            FontPlaces::Folders(folders) => {
                let mut files = BTreeSet::new();
                for folder in folders.iter() {
                    gather(folder, DEEPEST, &mut files);
                }
                files
            }
        }
    }
}

impl InstalledFace {
    /// Ready to be named: taken in, with the hash by which other PCs know it again. Reads the whole file.
    pub fn named(&self) -> Result<(NamedFont, &'static NamedFace), Unusable> {
        let data = map_file(&self.file).ok().ok_or(Unusable::NotAFont)?;
        let file = Digest::of((*data).as_ref());
        let face = take_in(&data, file, self.index)?;
        let portrait = &face.portrait;
        let font = NamedFont {
            family: portrait.family.clone(),
            full_name: portrait.full_name.clone(),
            file,
            index: self.index,
            weight: portrait.weight,
        };
        Ok((font, face))
    }
}

impl Installed {
    fn add(&mut self, file: &Path) {
        let data: FontData = match map_file(file) {
            Ok(data) => data,
            Err(_) => return self.skipped.push((file.to_path_buf(), Unusable::NotAFont)),
        };
        let bytes = (*data).as_ref();
        for index in 0..faces_in(bytes) {
            match portrait(bytes, index) {
                Ok(portrait) => self.faces.push(InstalledFace {
                    file: file.to_path_buf(),
                    index,
                    portrait,
                }),
                // A collection that breaks off has told enough with its first bad face.
                Err(why) => return self.skipped.push((file.to_path_buf(), why)),
            }
        }
    }
}

/// The files behind every family that the system lists.
fn of_system() -> BTreeSet<PathBuf> {
    let mut system = Collection::new(CollectionOptions {
        shared: false,
        system_fonts: true,
    });
    let families: Vec<_> = system.family_ids().collect();
    let mut files = BTreeSet::new();
    for family in families.into_iter().filter_map(|id| system.family(id)) {
        for font in family.fonts() {
            if let SourceKind::Path(path) = font.source().kind() {
                files.insert(path.to_path_buf());
            }
        }
    }
    files.retain(|file| is_font(file));
    files
}

fn gather(folder: &Path, depth: usize, files: &mut BTreeSet<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() && depth > 0 {
            gather(&path, depth - 1, files);
        } else if is_font(&path) {
            files.insert(path);
        }
    }
}

/// Type 1 and bitmap fonts have no place in our layout and are not worth a word.
fn is_font(file: &Path) -> bool {
    let extension = file.extension().and_then(|extension| extension.to_str());
    let is_named = extension.is_some_and(|extension| {
        ["ttf", "otf", "ttc", "otc"]
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    });
    is_named && std::fs::metadata(file).is_ok_and(|facts| facts.is_file() && (1..LARGEST).contains(&facts.len()))
}
