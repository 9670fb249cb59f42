//! The slow part of choosing fonts, for jobs: the list of what is installed, a line drawn in a face, and what a face lacks
//! of the texts of a show.

use super::tasks::Material;
use crate::base::{Colour, NamedFont, Progress};
use crate::geom::{Point, Transform, point, size};
use crate::layout::{Frame, Item, Paint, Path, PathItem, Placed, Seg};
use crate::model::Exhibition;
use crate::raster::{Ink, Photos, Picture, View, draw};
use crate::script::Script;
use crate::store::{Installed, InstalledFace};
use crate::text::{FaceId, Portrait, Unusable, map_file};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider as _};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

#[derive(Clone, Debug)]
pub enum FontWork {
    List,
    /// Hashes the file and looks what it lacks.
    Take(InstalledFace),
    Samples(Vec<SampleOf>),
}

/// A face to show a line of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SampleOf {
    File(PathBuf, u32),
    Face(FaceId),
}

pub enum FontDone {
    List(Installed),
    Taken(Result<Box<FontFacts>, Unusable>),
    Samples(Vec<(SampleOf, Picture)>),
}

/// What a person should know before a font is used.
pub struct FontFacts {
    pub font: NamedFont,
    pub portrait: Portrait,
    /// Of the show's texts.
    pub hans: Coverage,
    pub hant: Coverage,
}

/// Different characters that texts need, and those that the face lacks.
#[derive(Default)]
pub struct Coverage {
    pub needed: usize,
    pub lacking: Vec<char>,
}

/// Physical pixels of a sample; shown at half of that.
pub const SAMPLE_PX: [u32; 2] = [520, 88];

pub fn run(work: &FontWork, material: &Material, progress: &Progress) -> FontDone {
    match work {
        FontWork::List => FontDone::List(material.home.font_places.list(progress)),
        FontWork::Take(face) => FontDone::Taken(take(face, material).map(Box::new)),
        FontWork::Samples(wishes) => {
            let made = wishes.iter().filter(|_| !progress.is_cancelled());
            FontDone::Samples(
                made.filter_map(|of| Some((of.clone(), sample(of, material)?)))
                    .collect(),
            )
        }
    }
}

fn take(installed: &InstalledFace, material: &Material) -> Result<FontFacts, Unusable> {
    let (font, face) = installed.named()?;
    let covered = |script: Script| {
        let needed = match &material.show {
            Some(show) => characters(&show.exhibition, script),
            None => BTreeSet::new(),
        };
        Coverage {
            needed: needed.len(),
            lacking: needed.into_iter().filter(|c| !face.has(*c)).collect(),
        }
    };
    Ok(FontFacts {
        font,
        portrait: face.portrait.clone(),
        hans: covered(Script::Hans),
        hant: covered(Script::Hant),
    })
}

/// Every character of a show's texts in one script.
fn characters(exhibition: &Exhibition, script: Script) -> BTreeSet<char> {
    let elements = exhibition.boards.iter().flat_map(|board| &board.elements);
    let texts = elements.flat_map(|element| element.texts());
    texts
        .flat_map(|two| {
            let text = two
                .in_script(script, exhibition.show.region, &exhibition.words)
                .to_plain();
            text.chars().collect::<Vec<_>>()
        })
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect()
}

/// `None` where the file is gone or its outlines cannot be read.
fn sample(of: &SampleOf, material: &Material) -> Option<Picture> {
    let show = material.show.as_ref()?;
    let ink = Ink {
        fonts: material.home.fonts.clone(),
        library: show.library.clone(),
        proof: material.home.proof.clone(),
        photos: show.exhibition.photos.clone(),
        lens: None,
    };
    let path = match of {
        SampleOf::File(file, index) => {
            let data = map_file(file).ok()?;
            line((*data).as_ref(), *index)?
        }
        SampleOf::Face(face) => line(ink.fonts.bytes(*face), ink.fonts.index(*face))?,
    };
    let [w, h] = SAMPLE_PX;
    let frame = Frame {
        size: size(f64::from(w), f64::from(h)),
        items: [
            filled(Path::rect(crate::geom::rect(0.0, 0.0, w.into(), h.into())), 0.0),
            filled(path, 95.0),
        ]
        .into(),
    };
    let view = View {
        width_px: w,
        height_px: h,
        origin: Point::default(),
        px_per_mm: 1.0,
    };
    Some(draw(&frame, &view, &ink, Photos::AtHand))
}

fn filled(path: Path, black: f64) -> Placed {
    Placed {
        at: Transform::IDENTITY,
        item: Item::Path(PathItem {
            path,
            fill: Some(Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, black]))),
            stroke: None,
        }),
        source: None,
    }
}

const WORDS: &str = "山高水长国风 永和八年";
/// For faces without Chinese.
const LATIN: &str = "Mountains & rivers 2026";

/// The sample's outlines; characters that the face lacks leave a gap.
fn line(data: &[u8], index: u32) -> Option<Path> {
    catch_unwind(AssertUnwindSafe(|| {
        let font = FontRef::from_index(data, index).ok()?;
        let map = font.charmap();
        let words = if map.map('山').is_some() { WORDS } else { LATIN };
        let em = f64::from(SAMPLE_PX[1]) * 0.5;
        let metrics = font.glyph_metrics(Size::new(em as f32), LocationRef::default());
        let glyphs = font.outline_glyphs();
        let mut pen = Pen {
            segs: Vec::new(),
            origin: point(em * 0.3, f64::from(SAMPLE_PX[1]) * 0.7),
            last: Point::default(),
        };
        for c in words.chars() {
            let id = map.map(c);
            let outline = id.and_then(|id| glyphs.get(id));
            let settings = DrawSettings::unhinted(Size::new(em as f32), LocationRef::default());
            if let Some(outline) = outline {
                // A glyph that cannot be read is drawn as far as it goes.
                let _ = outline.draw(settings, &mut pen);
            }
            let advance = id.and_then(|id| metrics.advance_width(id)).unwrap_or(em as f32);
            pen.origin.x += f64::from(advance);
        }
        Some(Path::from(pen.segs))
    }))
    .ok()?
}

struct Pen {
    segs: Vec<Seg>,
    origin: Point,
    last: Point,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> Point {
        point(self.origin.x + f64::from(x), self.origin.y - f64::from(y))
    }
}

impl OutlinePen for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.segs.push(Seg::Move(self.last));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = self.at(x, y);
        self.segs.push(Seg::Line(self.last));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let (control, end) = (self.at(cx, cy), self.at(x, y));
        let toward = |from: Point| {
            point(
                from.x + (control.x - from.x) * 2.0 / 3.0,
                from.y + (control.y - from.y) * 2.0 / 3.0,
            )
        };
        self.segs.push(Seg::Cubic(toward(self.last), toward(end), end));
        self.last = end;
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let end = self.at(x, y);
        self.segs.push(Seg::Cubic(self.at(cx0, cy0), self.at(cx1, cy1), end));
        self.last = end;
    }

    fn close(&mut self) {
        self.segs.push(Seg::Close);
    }
}
