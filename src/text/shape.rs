//! Runs of one face into glyphs with advances, through the shaper. Knows no lines.

use super::{FaceId, Fonts};
use crate::script::Region;
use harfrust::{Buffer, ClusterLevel, Direction, Language, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, RwLock};

/// Compiled plans by face, direction, language and script: making one costs more than shaping a caption.
#[derive(Default)]
pub struct Plans {
    made: RwLock<HashMap<Key, Arc<ShapePlan>>>,
}

type Key = (u16, bool, Region, bool);

/// What a run is shaped as.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct How {
    pub face: FaceId,
    /// Top to bottom, upright.
    pub is_vertical: bool,
    pub region: Region,
    /// Latin, digits, Greek …: no Han among them.
    pub is_latin: bool,
}

/// One glyph in em of its face.
#[derive(Clone, Copy, Debug)]
pub struct Shaped {
    pub id: u16,
    /// Bytes into the run's text where its cluster starts.
    pub cluster: usize,
    /// Along the line: to the right, or downwards.
    pub advance: f64,
    /// Of the origin from the pen: to the right, and downwards.
    pub dx: f64,
    pub dy: f64,
}

/// Shapes run after run and keeps what the next one needs again.
pub struct Shaper<'a> {
    pub fonts: &'a Fonts,
    buffer: Buffer,
    plans: Vec<(How, Arc<ShapePlan>)>,
}

impl<'a> Shaper<'a> {
    pub fn new(fonts: &'a Fonts) -> Shaper<'a> {
        Shaper {
            fonts,
            buffer: Buffer::new(),
            plans: Vec::new(),
        }
    }

    /// Shapes one run; clusters come in order.
    pub fn shape(&mut self, how: How, text: &str) -> Vec<Shaped> {
        let plan = self.plan(how);
        let font = self.fonts.font(how.face);
        let buffer = &mut self.buffer;
        buffer.reset();
        buffer.push_str(text);
        buffer.set_cluster_level(ClusterLevel::MonotoneGraphemes);
        buffer.set_direction(direction(how.is_vertical));
        buffer.set_script(script(how.is_latin));
        buffer.set_language(Language::new(language(how.region)));
        let shaper = ShaperFont::new(font);
        if harfrust::shape(&shaper, buffer, ShapeOptions::new().plan(Some(&plan))).is_err() {
            return Vec::new();
        }
        shaped(buffer, how, self.fonts.units_per_em(how.face))
    }

    fn plan(&mut self, how: How) -> Arc<ShapePlan> {
        if let Some((_, plan)) = self.plans.iter().find(|(known, _)| *known == how) {
            return plan.clone();
        }
        let plan = self.fonts.plans.get(self.fonts.font(how.face), how);
        self.plans.push((how, plan.clone()));
        plan
    }
}

fn shaped(buffer: &Buffer, how: How, units_per_em: u16) -> Vec<Shaped> {
    let scale = 1.0 / f64::from(units_per_em);
    let em = |units: i32| f64::from(units) * scale;
    buffer
        .glyph_infos()
        .iter()
        .zip(buffer.glyph_positions())
        .map(|(info, position)| Shaped {
            id: info.glyph_id.min(u32::from(u16::MAX)) as u16,
            cluster: info.cluster as usize,
            advance: if how.is_vertical {
                em(-position.y_advance)
            } else {
                em(position.x_advance)
            },
            dx: em(position.x_offset),
            dy: em(-position.y_offset),
        })
        .collect()
}

impl Plans {
    fn get(&self, font: &harfrust::Font, how: How) -> Arc<ShapePlan> {
        let key = (how.face.0, how.is_vertical, how.region, how.is_latin);
        if let Some(plan) = self.made.read().ok().and_then(|made| made.get(&key).cloned()) {
            return plan;
        }
        let direction = direction(how.is_vertical);
        let language = Language::new(language(how.region));
        let plan = Arc::new(ShapePlan::new(
            font,
            direction,
            script(how.is_latin),
            language.as_ref(),
            &[],
        ));
        if let Ok(mut made) = self.made.write() {
            made.insert(key, plan.clone());
        }
        plan
    }
}

/// A few characters go through the shaper both ways: tables that break it are found before a board meets them.
pub fn can_shape(font: &harfrust::Font) -> bool {
    [false, true].into_iter().all(|is_vertical| {
        let language = Language::new(language(Region::Taiwan));
        let plan = ShapePlan::new(font, direction(is_vertical), script(false), language.as_ref(), &[]);
        let mut buffer = Buffer::new();
        buffer.push_str("山里，展板（2026）。");
        buffer.set_direction(direction(is_vertical));
        buffer.set_script(script(false));
        buffer.set_language(language);
        let options = ShapeOptions::new().plan(Some(&plan));
        harfrust::shape(&ShaperFont::new(font), &mut buffer, options).is_ok() && !buffer.glyph_infos().is_empty()
    })
}

fn direction(is_vertical: bool) -> Direction {
    if is_vertical {
        Direction::TopToBottom
    } else {
        Direction::LeftToRight
    }
}

fn script(is_latin: bool) -> Option<Script> {
    Script::from_iso15924_tag(Tag::new(if is_latin { b"Latn" } else { b"Hani" }))
}

/// The tag that picks the regional forms (`locl`).
fn language(region: Region) -> &'static str {
    match region {
        Region::Mainland => "zh-Hans",
        Region::Taiwan => "zh-Hant",
        Region::HongKong => "zh-Hant-HK",
    }
}

/// Bytes of each cluster, from the starts that the glyphs name.
pub fn cluster_ranges(shaped: &[Shaped], length: usize) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = shaped.iter().map(|glyph| glyph.cluster).collect();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([length]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}
