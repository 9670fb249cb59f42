//! Faces from outside the program: what one says about itself, and those that shows name, numbered for the life of the
//! process. Reads no disk: `store` finds the files.

use super::fonts::{AtHand, FaceId, Loaded};
use super::shape::can_shape;
use crate::base::{Digest, FontSlot, NamedFont};
use harfrust::Font;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider as _;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _, Tag, instance::LocationRef, instance::Size};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, PoisonError, RwLock};

/// The bytes of a font file, mapped or in memory.
pub type FontData = Arc<dyn AsRef<[u8]> + Send + Sync>;

/// Why a font cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    #[error("this is no OpenType font")]
    NotAFont,
    #[error("the font is damaged")]
    Damaged,
    /// Bitmaps, colour pictures, or outlines that a PDF cannot carry (CFF2).
    #[error("the font has no outlines for print")]
    NoOutlines,
}

/// What the font's maker allows (OS/2 `fsType`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embedding {
    Installable,
    Editable,
    PreviewAndPrint,
    Restricted,
    NoSubset,
    BitmapOnly,
}

impl Embedding {
    /// A PDF takes a subset of the outlines.
    pub fn is_allowed(self) -> bool {
        matches!(
            self,
            Embedding::Installable | Embedding::Editable | Embedding::PreviewAndPrint
        )
    }

    /// Before version 3 several of the first bits may be set: then the most liberal holds (OpenType, OS/2).
    fn from_bits(bits: u16) -> Embedding {
        match bits {
            bits if bits & 0x0200 != 0 => Embedding::BitmapOnly,
            bits if bits & 0x0100 != 0 => Embedding::NoSubset,
            bits if bits & 0x0008 != 0 => Embedding::Editable,
            bits if bits & 0x0004 != 0 => Embedding::PreviewAndPrint,
            bits if bits & 0x0002 != 0 => Embedding::Restricted,
            _ => Embedding::Installable,
        }
    }
}

/// What a face says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portrait {
    /// In Chinese where the font has such a name.
    pub family: String,
    /// All its family names: people search by any of them.
    pub families: Vec<String>,
    pub full_name: String,
    pub postscript_name: String,
    pub weight: u16,
    pub embedding: Embedding,
    pub has_chinese: bool,
    /// Knows Simplified and hardly a character of Traditional.
    pub only_simplified: bool,
}

/// A face that some show names and that was found.
pub struct NamedFace {
    pub id: FaceId,
    pub file: Digest,
    pub index: u32,
    pub portrait: Portrait,
    pub(super) loaded: Loaded,
}

/// Those of the shipped faces stay below.
pub(super) const FIRST: u16 = 256;

// One list for the process, so that a number means the same outlines in every `Fonts` and every cache of outlines.
// A face stays: frames may name it as long as the program runs.
static TAKEN: RwLock<Vec<&'static NamedFace>> = RwLock::new(Vec::new());

pub fn named_face(id: FaceId) -> Option<&'static NamedFace> {
    let at = usize::from(id.0.checked_sub(FIRST)?);
    let taken = TAKEN.read().unwrap_or_else(PoisonError::into_inner);
    taken.get(at).copied()
}

/// The face of this font, if it was found on this PC.
pub fn found(font: &NamedFont) -> Option<&'static NamedFace> {
    find(font.file, font.index)
}

fn find(file: Digest, index: u32) -> Option<&'static NamedFace> {
    let taken = TAKEN.read().unwrap_or_else(PoisonError::into_inner);
    taken
        .iter()
        .find(|face| face.file == file && face.index == index)
        .copied()
}

/// The named fonts that were not found on this PC, each with the style of type it is named for.
pub fn missing(fonts: &BTreeMap<FontSlot, Vec<NamedFont>>) -> impl Iterator<Item = (FontSlot, &NamedFont)> {
    let named = fonts
        .iter()
        .flat_map(|(slot, list)| list.iter().map(move |font| (*slot, font)));
    named.filter(|(_, font)| found(font).is_none())
}

/// Counts up when a face is taken in: pictures made before may look otherwise now.
pub fn faces_found() -> usize {
    TAKEN.read().unwrap_or_else(PoisonError::into_inner).len()
}

/// The named fonts that were found, as layout takes them.
pub fn at_hand(fonts: &BTreeMap<FontSlot, Vec<NamedFont>>) -> Vec<AtHand> {
    let of_slot = |(slot, list): (&FontSlot, &Vec<NamedFont>)| {
        let slot = *slot;
        let faces = list.iter().filter_map(move |font| {
            Some(AtHand {
                slot,
                weight: super::Weight(font.weight),
                face: found(font)?.id,
            })
        });
        faces.collect::<Vec<_>>()
    };
    fonts.iter().flat_map(of_slot).collect()
}

impl NamedFace {
    pub fn has(&self, character: char) -> bool {
        let glyph = self.loaded.font.charmap().map_unicode(character);
        glyph.is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// Takes a face in: `file` is the hash of all of `data`.
pub fn take_in(data: &FontData, file: Digest, index: u32) -> Result<&'static NamedFace, Unusable> {
    if let Some(face) = find(file, index) {
        return Ok(face);
    }
    let portrait = portrait((**data).as_ref(), index)?;
    let font = tried(|| {
        let font = Font::new(harfrust::font::Blob::from(data.clone()), index).ok_or(Unusable::Damaged)?;
        let is_well = draws((**data).as_ref(), index) && can_shape(&font);
        is_well.then_some(font).ok_or(Unusable::Damaged)
    })?;
    let mut taken = TAKEN.write().unwrap_or_else(PoisonError::into_inner);
    // Another thread may have been here meanwhile.
    if let Some(face) = taken.iter().find(|face| face.file == file && face.index == index) {
        return Ok(face);
    }
    let number = u16::try_from(taken.len() + usize::from(FIRST))
        .ok()
        .ok_or(Unusable::Damaged)?;
    let face: &'static NamedFace = Box::leak(Box::new(NamedFace {
        id: FaceId(number),
        file,
        index,
        portrait,
        loaded: Loaded {
            data: data.clone(),
            font,
        },
    }));
    taken.push(face);
    Ok(face)
}

/// How many faces a file holds; 1 for a single font.
pub fn faces_in(data: &[u8]) -> u32 {
    let collection = data
        .get(..12)
        .filter(|head| head.starts_with(b"ttcf"))
        .and_then(|head| head.get(8..12)?.try_into().ok());
    // A real collection has a few dozen at most; a made-up count must not keep anybody waiting.
    collection.map_or(1, u32::from_be_bytes).min(256)
}

/// Reads a face that may be anything: broken files are told, not stumbled over.
pub fn portrait(data: &[u8], index: u32) -> Result<Portrait, Unusable> {
    tried(|| {
        let font = FontRef::from_index(data, index).ok().ok_or(Unusable::NotAFont)?;
        let has = |tag: &[u8; 4]| font.table_data(Tag::new(tag)).is_some_and(|table| !table.is_empty());
        if !has(b"glyf") && !has(b"CFF ") {
            return Err(Unusable::NoOutlines);
        }
        let units = font.head().ok().ok_or(Unusable::Damaged)?.units_per_em();
        let glyphs = font.maxp().ok().ok_or(Unusable::Damaged)?.num_glyphs();
        if !(16..=16384).contains(&units) || glyphs < 2 || !font.charmap().has_map() {
            return Err(Unusable::Damaged);
        }
        Ok(describe(&font))
    })
}

fn describe(font: &FontRef<'_>) -> Portrait {
    let families = [StringId::TYPOGRAPHIC_FAMILY_NAME, StringId::FAMILY_NAME].map(|id| names(font, id));
    let family = families
        .iter()
        .find(|names| !names.is_empty())
        .cloned()
        .unwrap_or_default();
    let full = names(font, StringId::FULL_NAME);
    let postscript = names(font, StringId::POSTSCRIPT_NAME).into_iter().next();
    let postscript: String = postscript
        .iter()
        .flat_map(|(_, name)| name.chars())
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(63)
        .collect();
    let mut all: Vec<String> = Vec::new();
    for (_, name) in families.into_iter().flatten() {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let family = chinese_first(&family).unwrap_or_else(|| postscript.clone());
    let map = font.charmap();
    let has = |c: &char| map.map(*c).is_some_and(|glyph| glyph.to_u32() != 0);
    let traditional = TRADITIONAL.chars().filter(has).count();
    let os2 = font.os2().ok();
    Portrait {
        full_name: chinese_first(&full).unwrap_or_else(|| family.clone()),
        family,
        families: all,
        postscript_name: if postscript.is_empty() {
            "Unnamed".into()
        } else {
            postscript
        },
        weight: os2.as_ref().map_or(400, |os2| os2.us_weight_class().clamp(100, 900)),
        embedding: Embedding::from_bits(os2.map_or(0, |os2| os2.fs_type())),
        has_chinese: "的一是在有".chars().all(|c| has(&c)),
        only_simplified: "国学会这们来时个".chars().all(|c| has(&c)) && traditional * 2 < TRADITIONAL.chars().count(),
    }
}

/// Common characters that only Traditional text has.
const TRADITIONAL: &str = "國學會這們來時個說對長門開問東車馬書話語見覺從愛縣鄉處關陽龍";

/// Language and text of each entry, empty ones left out.
fn names(font: &FontRef<'_>, id: StringId) -> Vec<(String, String)> {
    font.localized_strings(id)
        .take(64)
        .map(|name| {
            let text: String = name.chars().filter(|c| !c.is_control()).take(120).collect();
            (
                name.language().unwrap_or_default().to_lowercase(),
                text.trim().to_string(),
            )
        })
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

fn chinese_first(names: &[(String, String)]) -> Option<String> {
    let chinese = names.iter().find(|(language, _)| language.starts_with("zh"));
    chinese.or(names.first()).map(|(_, name)| name.clone())
}

/// Some characters can be drawn: a table of contents alone makes no font.
fn draws(data: &[u8], index: u32) -> bool {
    let Ok(font) = FontRef::from_index(data, index) else {
        return false;
    };
    let (map, glyphs) = (font.charmap(), font.outline_glyphs());
    "的展国n8".chars().any(|c| {
        let glyph = map.map(c).and_then(|id| glyphs.get(id));
        let mut pen = Segments(0);
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        glyph.is_some_and(|glyph| glyph.draw(settings, &mut pen).is_ok()) && pen.0 > 2
    })
}

/// Counts what is drawn.
struct Segments(usize);

impl OutlinePen for Segments {
    fn move_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}

/// A reader that gives up on made-up bytes must not take the program with it.
fn tried<T>(read: impl FnOnce() -> Result<T, Unusable>) -> Result<T, Unusable> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Unusable::Damaged))
}
