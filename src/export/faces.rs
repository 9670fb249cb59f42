//! The faces of a file: which glyphs its pages use, one subset a face, and the text that each glyph stands for.
//! Composite fonts with Identity-H; codes are the glyph numbers of the subset (ISO 32000-1, 9.7 and 9.10.3).

use super::file::{Id, PdfFile, reference};
use super::{ExportError, syntax};
use crate::layout::GlyphRun;
use crate::text::{FaceId, Fonts, named_face};
use lopdf::{Dictionary, Object, dictionary};
use printpdf::ToUnicodeCMap;
use sha2::Digest as _;
use skrifa::MetadataProvider as _;
use skrifa::instance::{LocationRef, Size};
use skrifa::raw::TableProvider as _;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;
use std::sync::Arc;
use subsetter::GlyphRemapper;

/// Glyphs that show one piece of text together, mostly one glyph and one character.
pub struct Cluster<'a> {
    pub glyphs: Range<usize>,
    pub text: &'a str,
}

/// The run cut into clusters; a glyph with an empty range belongs to the one before it.
pub fn clusters(run: &GlyphRun) -> Vec<Cluster<'_>> {
    let mut clusters: Vec<Cluster<'_>> = Vec::with_capacity(run.glyphs.len());
    for (index, glyph) in run.glyphs.iter().enumerate() {
        let range = glyph.cluster.start as usize..glyph.cluster.end as usize;
        match clusters.last_mut() {
            Some(last) if range.is_empty() => last.glyphs.end = index + 1,
            _ => clusters.push(Cluster {
                glyphs: index..index + 1,
                text: run.text.get(range).unwrap_or_default(),
            }),
        }
    }
    clusters
}

/// What is used of one face.
#[derive(Default)]
pub struct Used {
    remapper: GlyphRemapper,
    /// By number in the subset; the first text a glyph came with.
    texts: BTreeMap<u16, String>,
    /// By number in the subset.
    widths: Vec<f64>,
    id: Id,
}

impl Used {
    /// Number in the subset.
    pub fn code(&self, glyph: u16) -> u16 {
        self.remapper.get(glyph).unwrap_or(0)
    }

    /// Thousandths of an em.
    pub fn width(&self, code: u16) -> f64 {
        self.widths.get(usize::from(code)).copied().unwrap_or(1000.0)
    }

    /// The glyph alone reads as this text; else the page has to say what it means.
    pub fn says(&self, code: u16, text: &str) -> bool {
        self.texts.get(&code).is_some_and(|known| known == text)
    }
}

/// All faces of a file.
pub struct Faces {
    fonts: Arc<Fonts>,
    used: BTreeMap<FaceId, Used>,
}

impl Faces {
    pub fn new(fonts: Arc<Fonts>) -> Faces {
        Faces {
            fonts,
            used: BTreeMap::new(),
        }
    }

    /// Notes the glyphs of a run; from then on `get` answers for them. The font itself is written last.
    pub fn take(&mut self, run: &GlyphRun, file: &mut PdfFile) -> Result<(), ExportError> {
        let used = match self.used.entry(run.face) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                refuse_locked(run.face)?;
                new.insert(Used {
                    id: file.reserve(),
                    ..Used::default()
                })
            }
        };
        let before = used.remapper.num_gids();
        for cluster in clusters(run) {
            let is_alone = cluster.glyphs.len() == 1;
            for glyph in &run.glyphs[cluster.glyphs] {
                let code = used.remapper.remap(glyph.id);
                if is_alone && !cluster.text.is_empty() {
                    used.texts.entry(code).or_insert_with(|| cluster.text.to_string());
                }
            }
        }
        if used.widths.is_empty() || used.remapper.num_gids() > before {
            used.measure(&opened(&self.fonts, run.face)?);
        }
        Ok(())
    }

    /// The face and the number of its font dictionary.
    pub fn get(&self, face: FaceId) -> Option<(&Used, Id)> {
        self.used.get(&face).map(|used| (used, used.id))
    }

    /// Subsets and writes every face.
    pub fn write(&mut self, file: &mut PdfFile) -> Result<(), ExportError> {
        for (face, used) in &self.used {
            let name = self.fonts.postscript_name(*face);
            let font = opened(&self.fonts, *face)?;
            let subset = subsetter::subset(self.fonts.bytes(*face), self.fonts.index(*face), &used.remapper);
            let subset = subset.map_err(|error| ExportError::Build(format!("{name}: {error}")))?;
            used.write(file, &font, name, &subset)?;
        }
        Ok(())
    }
}

/// A face whose maker allows no embedding goes into no file, its outlines no more than the font.
pub fn refuse_locked(face: FaceId) -> Result<(), ExportError> {
    match named_face(face).filter(|named| !named.portrait.embedding.is_allowed()) {
        Some(locked) => Err(ExportError::FontLocked {
            font: locked.portrait.full_name.clone(),
        }),
        None => Ok(()),
    }
}

pub fn opened(fonts: &Fonts, face: FaceId) -> Result<skrifa::FontRef<'_>, ExportError> {
    let font = skrifa::FontRef::from_index(fonts.bytes(face), fonts.index(face));
    font.map_err(|error| ExportError::Build(format!("{}: {error}", fonts.postscript_name(face))))
}

impl Used {
    /// The widths that are not known yet.
    fn measure(&mut self, font: &skrifa::FontRef<'_>) {
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let to_thousandths = 1000.0 / units_per_em(font);
        for glyph in self.remapper.remapped_gids().skip(self.widths.len()) {
            let advance = metrics.advance_width(glyph.into()).unwrap_or(1000.0);
            self.widths.push(f64::from(advance) * to_thousandths);
        }
    }

    fn write(
        &self,
        file: &mut PdfFile,
        font: &skrifa::FontRef<'_>,
        name: &str,
        subset: &[u8],
    ) -> Result<(), ExportError> {
        let name = format!("{}+{name}", self.tag());
        let outlines = table(subset, b"CFF ");
        let is_cff = outlines.is_some();
        let program = match outlines {
            Some(cff) => file.add_deflated(dictionary! { "Subtype" => "CIDFontType0C" }, cff)?,
            None => file.add_deflated(dictionary! { "Length1" => subset.len() as i64 }, subset)?,
        };
        let mut descriptor = descriptor(font, &name);
        descriptor.set(if is_cff { "FontFile3" } else { "FontFile2" }, reference(program));
        let descriptor = file.add(descriptor)?;
        let mut cid_font = dictionary! {
            "Type" => "Font",
            "Subtype" => if is_cff { "CIDFontType0" } else { "CIDFontType2" },
            "BaseFont" => name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => reference(descriptor),
            "DW" => 1000,
            "W" => self.width_table(),
        };
        if !is_cff {
            cid_font.set("CIDToGIDMap", "Identity");
        }
        let cid_font = file.add(cid_font)?;
        let unicode = file.add_deflated(Dictionary::new(), self.unicode_map(&name).as_bytes())?;
        let font = dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => Object::Array(vec![reference(cid_font)]),
            "ToUnicode" => reference(unicode),
        };
        file.put(self.id, &font.into())
    }

    /// Six capitals that differ between subsets (ISO 32000-1, 9.6.4).
    fn tag(&self) -> String {
        let mut hash = sha2::Sha256::new();
        for glyph in self.remapper.remapped_gids() {
            hash.update(glyph.to_be_bytes());
        }
        hash.finalize()
            .iter()
            .take(6)
            .map(|byte| char::from(b'A' + byte % 26))
            .collect()
    }

    /// Runs of widths that are not the default.
    fn width_table(&self) -> Object {
        let mut table: Vec<Object> = Vec::new();
        let mut run: (u16, Vec<Object>) = (0, Vec::new());
        for (code, width) in self.widths.iter().enumerate() {
            if *width == 1000.0 {
                continue;
            }
            if usize::from(run.0) + run.1.len() != code {
                close_run(&mut table, &mut run);
                run.0 = code as u16;
            }
            run.1.push(Object::Real(*width as f32));
        }
        close_run(&mut table, &mut run);
        Object::Array(table)
    }

    /// Codes whose text never stands alone are called a zero width space: the page itself says what they mean.
    fn unicode_map(&self, name: &str) -> String {
        let text = |code: u16| self.texts.get(&code).map_or("\u{200B}", String::as_str);
        let codes =
            (1..self.remapper.num_gids()).map(|code| (u32::from(code), text(code).chars().map(u32::from).collect()));
        ToUnicodeCMap {
            mappings: codes.collect(),
        }
        .to_cmap_string(name)
    }
}

fn close_run(table: &mut Vec<Object>, run: &mut (u16, Vec<Object>)) {
    if !run.1.is_empty() {
        table.push(Object::Integer(i64::from(run.0)));
        table.push(Object::Array(std::mem::take(&mut run.1)));
    }
}

fn units_per_em(font: &skrifa::FontRef<'_>) -> f64 {
    f64::from(font.head().map_or(1000, |head| head.units_per_em()).max(1))
}

fn descriptor(font: &skrifa::FontRef<'_>, name: &str) -> Dictionary {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let thousandths = |value: f32| (f64::from(value) * 1000.0 / units_per_em(font)).round() as i64;
    let bounds = metrics.bounds.unwrap_or_default();
    let bounds = [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max];
    dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        // Symbolic: the codes are no standard encoding (ISO 32000-1, table 123).
        "Flags" => 4,
        "FontBBox" => Object::Array(bounds.iter().map(|side| Object::Integer(thousandths(*side))).collect()),
        "ItalicAngle" => syntax::reals(&[f64::from(metrics.italic_angle)]).as_array().map_or(Object::Integer(0), |list| list[0].clone()),
        "Ascent" => thousandths(metrics.ascent),
        "Descent" => thousandths(metrics.descent),
        "CapHeight" => thousandths(metrics.cap_height.unwrap_or(metrics.ascent)),
        // No face tells its stem; the usual guess from the weight.
        "StemV" => 80,
    }
}

/// A table of an OpenType file by its tag.
fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let font = skrifa::FontRef::new(font).ok()?;
    let tag = skrifa::Tag::new(tag);
    Some(font.table_data(tag)?.as_bytes())
}
