//! The shipped faces, memory-mapped, and which face a style slot and weight mean.

pub use crate::base::FontSlot;
use harfrust::Font;
use memmap2::Mmap;
use std::path::Path;
use std::sync::Arc;

/// Index into `Fonts`; stable for a given set of font files (sorted by the table in this file).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct FaceId(pub u8);

/// CSS numbers, 100..=900.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Weight(pub u16);

/// One shipped face.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// "NotoSansCJKsc-Regular"
    pub postscript_name: &'static str,
    pub file: &'static str,
    pub slot: FontSlot,
    pub weight: Weight,
}

const fn face(postscript_name: &'static str, file: &'static str, slot: FontSlot, weight: u16) -> Face {
    Face {
        postscript_name,
        file,
        slot,
        weight: Weight(weight),
    }
}

/// The order is the numbering of `FaceId`.
const FACES: [Face; 9] = [
    face("NotoSansCJKsc-Regular", "NotoSansCJKsc-Regular.otf", FontSlot::Hei, 400),
    face("NotoSansCJKsc-Medium", "NotoSansCJKsc-Medium.otf", FontSlot::Hei, 500),
    face("NotoSansCJKsc-Bold", "NotoSansCJKsc-Bold.otf", FontSlot::Hei, 700),
    face("NotoSansCJKsc-Black", "NotoSansCJKsc-Black.otf", FontSlot::Hei, 900),
    face(
        "NotoSerifCJKsc-Medium",
        "NotoSerifCJKsc-Medium.otf",
        FontSlot::Song,
        500,
    ),
    face("NotoSerifCJKsc-Bold", "NotoSerifCJKsc-Bold.otf", FontSlot::Song, 700),
    face("NotoSerifCJKsc-Black", "NotoSerifCJKsc-Black.otf", FontSlot::Song, 900),
    face("LXGWWenKai-Regular", "LXGWWenKai-Regular.ttf", FontSlot::Kai, 400),
    face("LXGWWenKai-Bold", "LXGWWenKai-Bold.ttf", FontSlot::Kai, 700),
];

#[derive(Debug, thiserror::Error)]
pub enum FontsError {
    #[error("the font {file} cannot be opened")]
    Open {
        file: String,
        #[source]
        source: std::io::Error,
    },
    #[error("the font {file} is damaged")]
    Damaged { file: String },
}

/// All shipped faces, mapped once.
pub struct Fonts {
    loaded: Vec<Loaded>,
    pub(super) plans: super::shape::Plans,
}

struct Loaded {
    map: Arc<Mmap>,
    font: Font,
}

impl Fonts {
    /// Maps every face; reads no more than the tables of contents.
    pub fn open(folder: &Path) -> Result<Fonts, FontsError> {
        let loaded = FACES
            .iter()
            .map(|face| load(folder, face.file))
            .collect::<Result<_, _>>()?;
        Ok(Fonts {
            loaded,
            plans: super::shape::Plans::default(),
        })
    }

    /// The file's bytes (one face a file, index 0).
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        &self.loaded[face.0 as usize].map
    }

    pub fn faces(&self) -> &[Face] {
        &FACES
    }

    /// The parsed face; its tables are cached inside.
    pub fn font(&self, face: FaceId) -> &Font {
        &self.loaded[face.0 as usize].font
    }

    pub fn units_per_em(&self, face: FaceId) -> u16 {
        self.font(face).units_per_em().max(1)
    }

    pub fn has(&self, face: FaceId, character: char) -> bool {
        self.font(face)
            .charmap()
            .map_unicode(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The face of the slot with the nearest weight; of two as near, the bolder.
    pub fn choose(&self, slot: FontSlot, weight: Weight) -> FaceId {
        let distance = |face: &Face| (face.weight.0.abs_diff(weight.0), u16::MAX - face.weight.0);
        let best = FACES
            .iter()
            .enumerate()
            .filter(|(_, face)| face.slot == slot)
            .min_by_key(|(_, face)| distance(face));
        FaceId(best.map_or(0, |(index, _)| index as u8))
    }

    /// The face that has this character: the chosen one, else another style at the same weight; `None` where none has.
    pub fn face_for(&self, slot: FontSlot, weight: Weight, character: char) -> Option<FaceId> {
        let chain = match slot {
            FontSlot::Hei => [FontSlot::Hei, FontSlot::Song, FontSlot::Kai],
            FontSlot::Song => [FontSlot::Song, FontSlot::Hei, FontSlot::Kai],
            FontSlot::Kai => [FontSlot::Kai, FontSlot::Song, FontSlot::Hei],
        };
        chain
            .into_iter()
            .map(|slot| self.choose(slot, weight))
            .find(|face| self.has(*face, character))
    }
}

fn load(folder: &Path, file: &str) -> Result<Loaded, FontsError> {
    let opened = std::fs::File::open(folder.join(file)).map_err(|source| FontsError::Open {
        file: file.into(),
        source,
    })?;
    // The program's own font files are not written to while it runs; a changed file would at worst draw wrong glyphs.
    #[allow(unsafe_code)]
    let map = unsafe { Mmap::map(&opened) }.map_err(|source| FontsError::Open {
        file: file.into(),
        source,
    })?;
    let map = Arc::new(map);
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = map.clone();
    let damaged = || FontsError::Damaged { file: file.into() };
    let font = Font::new(harfrust::font::Blob::from(shared), 0).ok_or_else(damaged)?;
    let is_whole = font.num_glyphs() > 1000 && font.charmap().map_unicode('的').is_some();
    is_whole.then_some(Loaded { map, font }).ok_or_else(damaged)
}
