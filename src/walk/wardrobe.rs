//! The boards' pictures for a picture of the scene, each as sharp as it is seen, kept from one picture to the next.

use super::camera::{Camera, Eye};
use super::cloth::{Cloth, Cloths, board_cloth};
use super::ground::{ground_cloth, outside};
use super::picture::Shot;
use super::scene::{Panel, Scene};
use crate::base::Digest;
use crate::layout::LayoutCache;
use crate::model::{BoardId, Exhibition, Surface};
use crate::raster::Ink;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Heights in which boards are drawn; a step between two is seen by nobody.
const STEPS: [u32; 7] = [48, 96, 192, 384, 768, 1152, 1536];
/// Longer side of a photo of a building's front.
const FRONT_PX: u32 = 2048;

/// How high a panel's picture should be, in pixels; 0: it cannot be seen.
pub fn high_px(panel: &Panel, camera: &Camera) -> u32 {
    let middle = panel.middle();
    let half = panel.w.hypot(panel.h) / 2.0;
    if panel.normal.dot(camera.eye - middle) <= 0.0 || !camera.sees(middle, half) {
        return 0;
    }
    // The near edge decides.
    let away = ((middle - camera.eye).length() - half * 0.7).max(0.4);
    let high = (panel.h * camera.focal / away) as u32;
    STEPS
        .into_iter()
        .find(|step| *step * 5 / 4 >= high)
        .unwrap_or(STEPS[STEPS.len() - 1])
}

#[derive(Default)]
pub struct Wardrobe {
    panels: BTreeMap<BoardId, (u32, Arc<Cloth>)>,
    fronts: BTreeMap<Digest, Option<Arc<Cloth>>>,
    grounds: Vec<(Surface, Arc<Cloth>)>,
}

impl Wardrobe {
    /// Drawn on all cores; what is sharp enough already is not drawn again.
    pub fn dress(
        &mut self,
        scene: &Scene,
        exhibition: &Exhibition,
        cache: &LayoutCache,
        ink: &Ink,
        eye: &Eye,
        shot: Shot,
    ) -> Cloths {
        let camera = Camera::new(eye, [shot.width as f32, shot.height as f32]);
        let wanted: Vec<(&Panel, u32)> = scene
            .panels
            .iter()
            .map(|panel| (panel, high_px(panel, &camera)))
            .filter(|(panel, px)| *px > 0 && self.panels.get(&panel.board).is_none_or(|(had, _)| had < px))
            .collect();
        let made: Vec<(BoardId, (u32, Arc<Cloth>))> = wanted
            .into_par_iter()
            .filter_map(|(panel, px)| {
                let board = exhibition.board(panel.board)?;
                let laid = cache.look(exhibition, board, None);
                Some((panel.board, (px, Arc::new(board_cloth(&laid.frame, ink, px)))))
            })
            .collect();
        self.panels.extend(made);
        for digest in &scene.fronts {
            self.fronts
                .entry(*digest)
                .or_insert_with(|| front(exhibition, ink, *digest));
        }
        Cloths {
            panels: scene
                .panels
                .iter()
                .map(|panel| Some(self.panels.get(&panel.board)?.1.clone()))
                .collect(),
            fronts: scene
                .fronts
                .iter()
                .map(|digest| self.fronts.get(digest)?.clone())
                .collect(),
            ground: self.ground(scene.ground),
            outside: self.ground(outside(scene.ground, scene.is_indoor)),
        }
    }

    fn ground(&mut self, surface: Surface) -> Arc<Cloth> {
        if let Some((_, cloth)) = self.grounds.iter().find(|(made, _)| *made == surface) {
            return cloth.clone();
        }
        let cloth = Arc::new(ground_cloth(surface));
        self.grounds.push((surface, cloth.clone()));
        cloth
    }
}

/// `None` where the photo is missing or broken: the building has a quiet front then.
fn front(exhibition: &Exhibition, ink: &Ink, digest: Digest) -> Option<Arc<Cloth>> {
    let facts = exhibition.photos.get(&digest)?;
    let pixels = ink.library.pixels(facts, FRONT_PX, false)?;
    let px = pixels.rgba.chunks_exact(4).map(|px| [px[0], px[1], px[2]]).collect();
    Some(Arc::new(Cloth::new(
        pixels.width as usize,
        pixels.height as usize,
        px,
        false,
    )))
}
