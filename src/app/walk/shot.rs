//! What the eye sees as a PNG: drawn by the scene's own software with depth and fine edges, off the window's thread.

use crate::app::files;
use crate::app::tasks::{Done, Material, ShowMaterial, Stop, safe_name, shop_of};
use crate::app::words::NO_PLAZA;
use crate::base::Day;
use crate::export::ExportError;
use crate::model::{Hour, PlazaId};
use crate::raster::{Ink, png};
use crate::walk::{Eye, Light, Mask, Scene, Shot, Wardrobe, picture};
use std::path::Path;

#[derive(Clone, Debug, PartialEq)]
pub struct WalkShot {
    pub plaza: PlazaId,
    pub eye: Eye,
    /// After midnight.
    pub minutes: u16,
    pub has_people: bool,
    pub size: [u32; 2],
}

pub(in crate::app) fn write(
    shot: &WalkShot,
    folder: &Path,
    show: &ShowMaterial,
    material: &Material,
) -> Result<Done, Stop> {
    let exhibition = &show.exhibition;
    let Some(plaza) = exhibition.plaza(shot.plaza) else {
        return Ok(Done::Failed(material.lang.of(NO_PLAZA).into()));
    };
    let ink = Ink {
        fonts: material.home.fonts.clone(),
        library: show.library.clone(),
        proof: material.home.colours(&shop_of(exhibition)).1,
        photos: exhibition.photos.clone(),
        lens: None,
    };
    let scene = Scene::of(exhibition, plaza, shot.has_people);
    let day = plaza.venue.day.unwrap_or_else(Day::today);
    let light = Light::of(&plaza.venue, day, Hour(shot.minutes));
    let mask = Mask::of(&scene, &light);
    let size = Shot {
        width: shot.size[0],
        height: shot.size[1],
    };
    let cloths = Wardrobe::default().dress(&scene, exhibition, &show.cache, &ink, &shot.eye, size);
    let bytes = png(&picture(&scene, &light, &mask, &shot.eye, &cloths, size), 96.0);
    let name = safe_name(&format!(
        "{} {:02}{:02}",
        plaza.name,
        shot.minutes / 60,
        shot.minutes % 60
    ));
    let to = files::free_place(folder, &name, "png");
    files::write_whole(&to, &bytes).map_err(|source| ExportError::Write { file: to, source })?;
    Ok(Done::Written {
        files: 1,
        bytes: bytes.len() as u64,
        folder: folder.to_path_buf(),
        findings: Vec::new(),
    })
}
