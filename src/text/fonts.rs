//! The shipped faces, memory-mapped, and which face a style slot and weight mean: an installed one where the show names
//! it and it was found, else a shipped one.

use super::named::{FIRST, FontData, named_face};
pub use crate::base::FontSlot;
use harfrust::Font;
use memmap2::Mmap;
use std::path::Path;
use std::sync::Arc;

/// A shipped face by its place in the table of this file, or a named one by the order in which they were found.
/// In one process a number means the same outlines everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct FaceId(pub u16);

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

/// A named face that was found, for a style and weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AtHand {
    pub slot: FontSlot,
    pub weight: Weight,
    pub face: FaceId,
}

/// All shipped faces, mapped once, and the named ones of a show.
pub struct Fonts {
    shipped: Arc<Vec<Loaded>>,
    pub(super) named: Vec<AtHand>,
    pub(super) plans: Arc<super::shape::Plans>,
}

pub(super) struct Loaded {
    pub data: FontData,
    pub font: Font,
}

impl Fonts {
    /// Maps every face; reads no more than the tables of contents.
    pub fn open(folder: &Path) -> Result<Fonts, FontsError> {
        let shipped = FACES
            .iter()
            .map(|face| load(folder, face.file))
            .collect::<Result<_, _>>()?;
        Ok(Fonts {
            shipped: Arc::new(shipped),
            named: Vec::new(),
            plans: Arc::default(),
        })
    }

    /// The same shipped faces, and these in front of them.
    pub fn with_named(&self, named: &[AtHand]) -> Fonts {
        Fonts {
            shipped: self.shipped.clone(),
            named: named.to_vec(),
            plans: self.plans.clone(),
        }
    }

    /// The file's bytes; which face of it is `index`.
    pub fn bytes(&self, face: FaceId) -> &[u8] {
        (*self.loaded(face).data).as_ref()
    }

    /// Which face of its file: more than 0 only in collections.
    pub fn index(&self, face: FaceId) -> u32 {
        named_face(face).map_or(0, |named| named.index)
    }

    pub fn postscript_name(&self, face: FaceId) -> &str {
        match named_face(face) {
            Some(named) => &named.portrait.postscript_name,
            None => FACES.get(usize::from(face.0)).unwrap_or(&FACES[0]).postscript_name,
        }
    }

    // A number that nobody gave out cannot reach a frame; the first face keeps this from being a question.
    fn loaded(&self, face: FaceId) -> &Loaded {
        match named_face(face) {
            Some(named) => &named.loaded,
            None => self.shipped.get(usize::from(face.0)).unwrap_or(&self.shipped[0]),
        }
    }

    pub fn faces(&self) -> &[Face] {
        &FACES
    }

    /// The parsed face; its tables are cached inside.
    pub fn font(&self, face: FaceId) -> &Font {
        &self.loaded(face).font
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

    /// The face of the slot with the nearest weight; of two as near, the bolder. A style that nobody names is the first
    /// of its stand-ins.
    pub fn choose(&self, slot: FontSlot, weight: Weight) -> FaceId {
        self.named_for(slot, weight)
            .unwrap_or_else(|| shipped_for(stand_ins(slot, weight)[0]))
    }

    fn named_for(&self, slot: FontSlot, weight: Weight) -> Option<FaceId> {
        let named = self.named.iter().filter(|named| named.slot == slot);
        named
            .min_by_key(|named| distance(named.weight, weight))
            .map(|named| named.face)
    }

    /// The face that has this character: the chosen one, else a stand-in at the same weight; `None` where none has.
    pub fn face_for(&self, slot: FontSlot, weight: Weight, character: char) -> Option<FaceId> {
        let shipped = stand_ins(slot, weight).into_iter().map(shipped_for);
        let mut chain = self.named_for(slot, weight).into_iter().chain(shipped);
        chain.find(|face| self.has(*face, character))
    }

    /// This style is set in the shipped WenKai, which has mainland marks only.
    pub fn is_wenkai(&self, slot: FontSlot, weight: Weight) -> bool {
        let face = FACES.get(usize::from(self.choose(slot, weight).0));
        face.is_some_and(|face| face.slot == FontSlot::Kai)
    }
}

/// What is set where a style has no face of its own, or its face lacks a character; the first that has it.
fn stand_ins(slot: FontSlot, weight: Weight) -> [(FontSlot, Weight); 3] {
    use FontSlot::{BiaoSong, FangSong, Hei, Kai, LiShu, Song};
    match slot {
        Hei => [Hei, Song, Kai].map(|slot| (slot, weight)),
        Song => [Song, Hei, Kai].map(|slot| (slot, weight)),
        Kai | FangSong | LiShu => [Kai, Song, Hei].map(|slot| (slot, weight)),
        // A title face is black by nature.
        BiaoSong => [(Song, Weight(900)), (Hei, weight), (Kai, weight)],
    }
}

/// The style whose shipped face is set where this one has none of its own.
pub fn stand_in(slot: FontSlot) -> FontSlot {
    stand_ins(slot, Weight(400))[0].0
}

fn distance(one: Weight, wanted: Weight) -> (u16, u16) {
    (one.0.abs_diff(wanted.0), u16::MAX - one.0)
}

fn shipped_for((slot, weight): (FontSlot, Weight)) -> FaceId {
    let best = FACES
        .iter()
        .enumerate()
        .filter(|(_, face)| face.slot == slot)
        .min_by_key(|(_, face)| distance(face.weight, weight));
    FaceId(best.map_or(0, |(index, _)| index as u16))
}

const _: () = assert!(FACES.len() < FIRST as usize);

/// A font file without reading it.
pub fn map_file(file: &Path) -> std::io::Result<FontData> {
    let opened = std::fs::File::open(file)?;
    // Font files are replaced, not written to, while programs have them open; the program's own are not touched at all.
    #[allow(unsafe_code)]
    let map = unsafe { Mmap::map(&opened) }?;
    Ok(Arc::new(map))
}

fn load(folder: &Path, file: &str) -> Result<Loaded, FontsError> {
    let data = map_file(&folder.join(file)).map_err(|source| FontsError::Open {
        file: file.into(),
        source,
    })?;
    let damaged = || FontsError::Damaged { file: file.into() };
    let font = Font::new(harfrust::font::Blob::from(data.clone()), 0).ok_or_else(damaged)?;
    let is_whole = font.num_glyphs() > 1000 && font.charmap().map_unicode('的').is_some();
    is_whole.then_some(Loaded { data, font }).ok_or_else(damaged)
}
