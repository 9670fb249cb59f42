//! Where the program's own data lies: `assets` and `fonts`. Opened once at start; knows no project.

use super::FontPlaces;
use crate::base::{Digest, Finding};
use crate::media::Proof;
use crate::model::{Shop, ShopProfile, Template};
use crate::text::Fonts;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

#[derive(Debug, thiserror::Error)]
pub enum HomeError {
    #[error(
        "the folders assets and fonts were not found beside the program; unpack the whole zip, or set ZHANBAN_HOME"
    )]
    NotFound,
    #[error("{file} is damaged: {reason}; unpack the whole zip again")]
    Damaged { file: PathBuf, reason: String },
}

/// Found by `ZHANBAN_HOME`, else beside the exe, else upwards from the exe; never by the working directory.
/// Opened once; cheap to clone.
#[derive(Clone)]
pub struct Home {
    pub folder: PathBuf,
    /// The shipped ones.
    pub fonts: Arc<Fonts>,
    /// Where fonts that a show names are looked for.
    pub font_places: FontPlaces,
    /// The default output profile (coated paper, FOGRA39 data).
    pub profile: Arc<[u8]>,
    pub proof: Arc<Proof>,
    /// Shipped templates, by name.
    pub templates: Arc<Vec<Arc<Template>>>,
    /// Kinds of print shops, and what is wrong with their files.
    pub shops: Arc<Vec<ShopProfile>>,
    pub shop_findings: Arc<Vec<Finding>>,
    /// Of the last shop with a profile of its own.
    own_proof: Arc<Mutex<Option<Arc<Proof>>>>,
}

impl Home {
    pub fn open() -> Result<Home, HomeError> {
        let wanted = std::env::var_os("ZHANBAN_HOME").filter(|folder| !folder.is_empty());
        let exe = std::env::current_exe()
            .ok()
            .map(|exe| exe.canonicalize().unwrap_or(exe));
        let folder = match wanted {
            // A wrong setting is told, not silently passed over.
            Some(folder) => at(Path::new(&folder)),
            None => exe.and_then(|exe| exe.ancestors().skip(1).find_map(at)),
        };
        Home::open_at(&folder.ok_or(HomeError::NotFound)?)
    }

    /// The program's data in a known folder.
    pub fn open_at(folder: &Path) -> Result<Home, HomeError> {
        let profile_file = folder.join("assets/profiles/coated-fogra39.icc");
        let profile: Arc<[u8]> = read(&profile_file)?.into();
        let proof = Proof::from_icc(&profile).map_err(|error| damaged(&profile_file, &error))?;
        let proof = Arc::new(proof);
        crate::media::set_default_proof(&proof);
        let (shops, shop_findings) = super::shops::shops(&folder.join("assets/shops"));
        let fonts_folder = folder.join("fonts");
        let fonts = Fonts::open(&fonts_folder).map_err(|error| damaged(&fonts_folder, &error))?;
        Ok(Home {
            folder: folder.to_path_buf(),
            fonts: Arc::new(fonts),
            font_places: FontPlaces::usual(),
            profile,
            proof,
            templates: Arc::new(templates(&folder.join("assets/templates"))?),
            shops: Arc::new(shops),
            shop_findings: Arc::new(shop_findings),
            own_proof: Arc::default(),
        })
    }

    /// The output profile that this shop's files are made for, and how it looks. One that is damaged counts as none.
    pub fn colours(&self, shop: &Shop) -> (Arc<[u8]>, Arc<Proof>) {
        let usual = || (self.profile.clone(), self.proof.clone());
        let Some(own) = &shop.profile else {
            return usual();
        };
        let mut known = self.own_proof.lock().unwrap_or_else(PoisonError::into_inner);
        let id = Digest::of(&own.icc);
        if known.as_ref().is_none_or(|proof| proof.id() != id) {
            *known = Proof::from_icc(&own.icc).ok().map(Arc::new);
        }
        known.clone().map_or_else(usual, |proof| (own.icc.clone(), proof))
    }

    /// A text or a picture of the help.
    pub fn help_file(&self, name: &str) -> std::io::Result<Vec<u8>> {
        std::fs::read(self.folder.join("assets/help").join(name))
    }

    /// The sample's content folder.
    pub fn sample(&self) -> PathBuf {
        self.folder.join("assets/sample")
    }

    /// The profile of a shop that came with the program; `None` for an office's own.
    pub fn shop_profile(&self, shop: &Shop) -> Option<&ShopProfile> {
        self.shops.iter().find(|profile| profile.shop.kind == shop.kind)
    }

    pub fn template(&self, name: &str) -> Option<&Arc<Template>> {
        self.templates.iter().find(|template| template.name == name)
    }
}

fn at(folder: &Path) -> Option<PathBuf> {
    (folder.join("assets").is_dir() && folder.join("fonts").is_dir()).then(|| folder.to_path_buf())
}

fn read(file: &Path) -> Result<Vec<u8>, HomeError> {
    std::fs::read(file).map_err(|error| damaged(file, &error))
}

fn damaged(file: &Path, reason: &dyn std::error::Error) -> HomeError {
    let inner = reason.source().map(|source| format!(" ({source})")).unwrap_or_default();
    HomeError::Damaged {
        file: file.to_path_buf(),
        reason: format!("{reason}{inner}"),
    }
}

/// Every `*.json` of the folder; a folder that is not there holds none.
fn templates(folder: &Path) -> Result<Vec<Arc<Template>>, HomeError> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(Vec::new());
    };
    let mut templates: Vec<Arc<Template>> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|extension| extension == "json"))
        .map(|file| {
            let template = serde_json::from_slice(&read(&file)?).map_err(|error| damaged(&file, &error))?;
            Ok(Arc::new(template))
        })
        .collect::<Result<_, HomeError>>()?;
    templates.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(templates)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with everything but templates.
    fn folder() -> tempfile::TempDir {
        let home = Home::open().unwrap();
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("assets/profiles")).unwrap();
        std::fs::create_dir_all(folder.path().join("assets/templates")).unwrap();
        std::fs::create_dir_all(folder.path().join("fonts")).unwrap();
        let fonts = std::fs::read_dir(home.folder.join("fonts")).unwrap();
        for font in fonts.map(|entry| entry.unwrap()) {
            std::fs::hard_link(font.path(), folder.path().join("fonts").join(font.file_name()))
                .or_else(|_| std::fs::copy(font.path(), folder.path().join("fonts").join(font.file_name())).map(|_| ()))
                .unwrap();
        }
        let profile = "assets/profiles/coated-fogra39.icc";
        std::fs::copy(home.folder.join(profile), folder.path().join(profile)).unwrap();
        folder
    }

    #[test]
    fn the_program_finds_its_data_from_where_it_is_built() {
        let home = Home::open().unwrap();
        assert!(home.sample().join("committees.csv").is_file());
        assert!(home.profile.len() > 10_000);
    }

    #[test]
    fn a_damaged_template_is_named() {
        let folder = folder();
        let file = folder.path().join("assets/templates/red-story.json");
        std::fs::write(&file, b"{ \"name\": \"red-story\", ").unwrap();
        let Err(error) = Home::open_at(folder.path()) else {
            panic!("opened");
        };
        assert!(error.to_string().contains("red-story.json"), "{error}");
        std::fs::remove_file(&file).unwrap();
        assert!(Home::open_at(folder.path()).unwrap().templates.is_empty());
    }

    #[test]
    fn a_missing_profile_is_named() {
        let folder = folder();
        std::fs::remove_file(folder.path().join("assets/profiles/coated-fogra39.icc")).unwrap();
        let Err(error) = Home::open_at(folder.path()) else {
            panic!("opened");
        };
        assert!(error.to_string().contains("coated-fogra39.icc"), "{error}");
    }
}
