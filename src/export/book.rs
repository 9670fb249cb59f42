//! What the pages of one file share: faces, photos, profiles, opacities. Each is written once, when a page first asks.

use super::faces::Faces;
use super::file::{Id, PdfFile, reference};
use super::finish::{self, Layer};
use super::inks::Inks;
use super::outline::Outlines;
use super::photo::{self, Stored};
use super::syntax::reals;
use super::{ExportError, Press, Sources};
use crate::base::say::Finish;
use crate::base::{Digest, Finding, Progress};
use crate::layout::ImageItem;
use crate::media::baked_key;
use lopdf::{Object, dictionary};
use moxcms::{ColorDateTime, ColorProfile};
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct Book {
    pub file: PdfFile,
    pub sources: Sources,
    pub faces: Faces,
    /// Where text goes into the file as paths.
    pub outlines: Option<Outlines>,
    pub progress: Progress,
    pub press: Press,
    /// Millimetres of the board in a unit of the page that is being written.
    pub to_mm: f64,
    /// What is done to the sheets, each on its layer.
    pub layers: BTreeMap<Finish, Layer>,
    /// Code of the board that is being written, for findings.
    pub board: String,
    pub findings: Vec<Finding>,
    /// By the photo, or by what a recipe makes of it; in colour or as luminance.
    photos: BTreeMap<(Digest, bool), Option<Stored>>,
    profiles: BTreeMap<Vec<u8>, Id>,
    opacities: BTreeMap<i64, Id>,
    /// Colour spaces of inks beside the four, by their names.
    plates: BTreeMap<String, Id>,
    inks: Option<Arc<Inks>>,
}

impl Book {
    pub fn new(file: PdfFile, sources: Sources, press: &Press, progress: &Progress) -> Book {
        Book {
            file,
            faces: Faces::new(sources.fonts.clone()),
            outlines: press.shop.is_outlined.then(|| Outlines::new(sources.fonts.clone())),
            sources,
            progress: progress.clone(),
            press: press.clone(),
            to_mm: 1.0,
            layers: BTreeMap::new(),
            board: String::new(),
            findings: Vec::new(),
            photos: BTreeMap::new(),
            profiles: BTreeMap::new(),
            opacities: BTreeMap::new(),
            plates: BTreeMap::new(),
            inks: None,
        }
    }

    pub fn stop_if_cancelled(&self) -> Result<(), ExportError> {
        if self.progress.is_cancelled() {
            return Err(ExportError::Cancelled);
        }
        Ok(())
    }

    /// The photo's object; `None` where it cannot be had, which is told once.
    pub fn photo(&mut self, image: &ImageItem) -> Result<Option<Stored>, ExportError> {
        let digest = match &image.recipe {
            Some(recipe) => baked_key(image.photo, recipe),
            None => image.photo,
        };
        if let Some(known) = self.photos.get(&(digest, image.grey)) {
            return Ok(*known);
        }
        self.stop_if_cancelled()?;
        let stored = photo::store(self, image)?;
        self.photos.insert((digest, image.grey), stored);
        Ok(stored)
    }

    /// For photos that are turned into the profile's inks.
    pub fn inks(&mut self) -> Arc<Inks> {
        let (proof, limit) = (&self.sources.proof, self.press.shop.ink_limit);
        let made = self.inks.get_or_insert_with(|| Arc::new(Inks::of(proof, limit)));
        made.clone()
    }

    /// A colour space tagged with the profile.
    pub fn tagged(&mut self, profile: &[u8], channels: i64) -> Result<Object, ExportError> {
        let id = match self.profiles.get(profile) {
            Some(id) => *id,
            None => {
                let id = self.file.add_deflated(dictionary! { "N" => channels }, profile)?;
                self.profiles.insert(profile.to_vec(), id);
                id
            }
        };
        Ok(Object::Array(vec!["ICCBased".into(), reference(id)]))
    }

    pub fn srgb(&mut self) -> Result<Object, ExportError> {
        self.tagged(&srgb_profile()?, 3)
    }

    /// Grey with the tone curve of sRGB: what an untagged grey photo means on screen.
    pub fn grey(&mut self) -> Result<Object, ExportError> {
        let mut profile = ColorProfile::new_gray_with_gamma(2.2);
        profile.gray_trc = ColorProfile::new_srgb().red_trc;
        let profile = encoded(profile)?;
        self.tagged(&profile, 1)
    }

    /// The colour space of a plate of its own, and what full ink of it looks like (ISO 32000-1, 8.6.6.4). One plate has
    /// one look in a file: that of the first who asked.
    pub fn separation(&mut self, plate: &str, look: &[f64; 4]) -> Result<Id, ExportError> {
        if let Some(id) = self.plates.get(plate) {
            return Ok(*id);
        }
        let tint = dictionary! {
            "FunctionType" => 2,
            "Domain" => reals(&[0.0, 1.0]),
            "C0" => reals(&[0.0; 4]),
            "C1" => reals(look),
            "N" => 1,
        };
        let id = self.file.reserve();
        let space = vec!["Separation".into(), plate.into(), "DeviceCMYK".into(), tint.into()];
        self.file.put(id, &Object::Array(space))?;
        self.plates.insert(plate.into(), id);
        Ok(id)
    }

    /// Prints on every plate: marks.
    pub fn registration(&mut self) -> Result<Id, ExportError> {
        self.separation("All", &[1.0; 4])
    }

    /// The layer of this work, the same for all pages.
    pub fn layer(&mut self, finish: Finish) -> Result<Layer, ExportError> {
        if let Some(layer) = self.layers.get(&finish) {
            return Ok(*layer);
        }
        let layer = finish::make(self, finish)?;
        self.layers.insert(finish, layer);
        Ok(layer)
    }

    /// A graphics state of this opacity, told apart to a thousandth.
    pub fn opacity(&mut self, alpha: f64) -> Result<Id, ExportError> {
        let thousandths = (alpha.clamp(0.0, 1.0) * 1000.0).round() as i64;
        if let Some(id) = self.opacities.get(&thousandths) {
            return Ok(*id);
        }
        let value = Object::Real(thousandths as f32 / 1000.0);
        let id = self.file.add(dictionary! {
            "Type" => "ExtGState",
            "ca" => value.clone(),
            "CA" => value,
        })?;
        self.opacities.insert(thousandths, id);
        Ok(id)
    }
}

pub fn srgb_profile() -> Result<Vec<u8>, ExportError> {
    encoded(ColorProfile::new_srgb())
}

/// Of no date, so that one profile has the same bytes today and tomorrow.
fn encoded(mut profile: ColorProfile) -> Result<Vec<u8>, ExportError> {
    profile.creation_date_time = ColorDateTime {
        year: 2026,
        month: 1,
        day_of_the_month: 1,
        hours: 0,
        minutes: 0,
        seconds: 0,
    };
    profile.encode().map_err(|error| ExportError::Build(error.to_string()))
}
