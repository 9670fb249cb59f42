//! The scene as pixels, without a graphics card: depth for every pixel, textures in true perspective, shadows on ground and
//! boards, four samples a pixel. Bands of rows are drawn on all cores.

use super::body::{Body, Face, Paint};
use super::camera::{Camera, Eye, NEAR, Vertex};
use super::cloth::{Cloth, Cloths};
use super::ground::{TILE, drift};
use super::light::Light;
use super::mask::Mask;
use super::scene::Scene;
use super::sky::{sky_cloth, sky_place};
use super::triangle::{Band, Cover, Triangle, World};
use super::vector::{Rgb, V3, mix, times};
use crate::raster::Picture;
use rayon::prelude::*;

/// Rows of samples a band has.
const ROWS: usize = 32;
/// Samples a pixel, across and down.
const FINE: usize = 2;
/// Even the farthest ground keeps some of its colour, or the horizon would be a white line.
const FAINTEST: f32 = 0.8;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shot {
    pub width: u32,
    pub height: u32,
}

pub fn picture(scene: &Scene, light: &Light, mask: &Mask, eye: &Eye, cloths: &Cloths, shot: Shot) -> Picture {
    let (width, height) = (shot.width.clamp(1, 8192) as usize, shot.height.clamp(1, 8192) as usize);
    let (fine_width, fine_height) = (width * FINE, height * FINE);
    let camera = Camera::new(eye, [fine_width as f32, fine_height as f32]);
    let mut drawing = Drawing {
        scene,
        light,
        camera,
        covers: Vec::new(),
        triangles: Vec::new(),
    };
    drawing.gather(cloths);
    let world = World {
        scene,
        light,
        fog: light.fog(),
        covers: &drawing.covers,
    };
    let sky = sky_cloth(light);
    let backdrop = Backdrop {
        sky: &sky,
        scene,
        light,
        mask,
        camera: &camera,
        cloths,
        fog: light.fog(),
    };
    let bands: Vec<Vec<u8>> = (0..fine_height.div_ceil(ROWS))
        .into_par_iter()
        .map(|index| {
            let top = index * ROWS;
            let rows = ROWS.min(fine_height - top);
            let mut band = backdrop.band(top, rows, fine_width);
            for triangle in &drawing.triangles {
                let (from, to) = triangle.rows();
                if to >= top as f32 && from <= (top + rows) as f32 {
                    band.fill(triangle, &world);
                }
            }
            averaged(&band, rows / FINE, width)
        })
        .collect();
    Picture {
        width: width as u32,
        height: height as u32,
        rgba: bands.concat(),
    }
}

/// The samples of each pixel together; light adds up, so it is squared before.
fn averaged(band: &Band, rows: usize, width: usize) -> Vec<u8> {
    let mut rgba = Vec::with_capacity(rows * width * 4);
    for row in 0..rows {
        for column in 0..width {
            let mut sum = [0.0_f32; 3];
            for (dx, dy) in [(0, 0), (1, 0), (0, 1), (1, 1)] {
                let px = band.px[(row * FINE + dy) * band.width + column * FINE + dx];
                sum = [0, 1, 2].map(|i| sum[i] + px[i] * px[i]);
            }
            rgba.extend(sum.map(|part| ((part / 4.0).sqrt().clamp(0.0, 1.0) * 255.0 + 0.5) as u8));
            rgba.push(255);
        }
    }
    rgba
}

struct Drawing<'a> {
    scene: &'a Scene,
    light: &'a Light,
    camera: Camera,
    covers: Vec<Cover<'a>>,
    triangles: Vec<Triangle>,
}

impl<'a> Drawing<'a> {
    /// Paint on the ground first, since it lies on what is there already.
    fn gather(&mut self, cloths: &'a Cloths) {
        let scene = self.scene;
        for mark in &scene.marks {
            let tint = self.light.tint(V3::UP, 0.8);
            let cover = Cover::Thin(times(mark.colour, tint), mark.alpha);
            self.put(&mark.corners.map(|p| (p, [0.0; 2])), cover);
        }
        for body in &scene.bodies {
            self.body(body, cloths);
        }
    }

    fn body(&mut self, body: &Body, cloths: &'a Cloths) {
        let camera = &self.camera;
        if !camera.sees(body.centre, body.radius) || (body.is_person && is_too_near(body, camera.eye)) {
            return;
        }
        let is_far = camera.scale_at(body.centre) * body.radius < body.far_px * FINE as f32;
        let faces = if is_far { body.far.clone() } else { body.near.clone() };
        for face in &self.scene.faces[faces] {
            if face.faces(self.camera.eye) {
                if let Paint::Round { colour, normals, tones } = face.paint {
                    self.round(face, colour, normals, tones);
                    continue;
                }
                let cover = self.cover(face, cloths);
                let uvs = face.uvs();
                self.put(&[0, 1, 2, 3].map(|at| (face.corners[at], uvs[at])), cover);
            }
        }
    }

    fn round(&mut self, face: &Face, own: Rgb, normals: [V3; 4], tones: [f32; 4]) {
        let seen = face.corners.map(|p| self.camera.view(p));
        if seen.iter().any(|at| at.z <= NEAR) {
            return;
        }
        let lit = |at: usize| times(own.map(|part| part * tones[at]), self.light.tint(normals[at], 1.0));
        for three in [[0, 1, 2], [0, 2, 3]] {
            self.triangles.push(Triangle {
                at: three.map(|at| self.camera.screen(seen[at])),
                near: three.map(|at| 1.0 / seen[at].z),
                uv: [[0.0; 2]; 3],
                cover: self.covers.len(),
            });
            self.covers.push(Cover::Round(three.map(lit)));
        }
    }

    fn cover(&self, face: &Face, cloths: &'a Cloths) -> Cover<'a> {
        let (lit, shaded) = (self.light.tint(face.normal, 1.0), self.light.tint(face.normal, 0.0));
        let (cloth, panel) = match face.paint {
            Paint::Plain(colour) | Paint::Round { colour, .. } => return Cover::Plain(times(colour, lit)),
            Paint::Front(at) => (cloths.fronts.get(at as usize), None),
            Paint::Panel(at) => {
                let panel = &self.scene.panels[at as usize];
                let shades = self.scene.shades_of(panel, self.light);
                (cloths.panels.get(at as usize), Some((at as usize, shades)))
            }
        };
        match cloth.and_then(|cloth| cloth.as_deref()) {
            Some(cloth) => Cover::Cloth {
                cloth,
                lit,
                shaded,
                panel,
            },
            None => Cover::Plain(times([0.92, 0.92, 0.91], lit)),
        }
    }

    fn put(&mut self, corners: &[(V3, [f32; 2]); 4], cover: Cover<'a>) {
        let seen = corners.map(|(at, uv)| Vertex {
            at: self.camera.view(at),
            uv,
        });
        let kept = self.camera.clipped(&seen);
        if kept.len() < 3 {
            return;
        }
        let index = self.covers.len();
        self.covers.push(cover);
        for at in 1..kept.len() - 1 {
            let three = [kept[0], kept[at], kept[at + 1]];
            self.triangles.push(Triangle {
                at: three.map(|corner| self.camera.screen(corner.at)),
                near: three.map(|corner| 1.0 / corner.at.z),
                uv: three.map(|corner| corner.uv),
                cover: index,
            });
        }
    }
}

/// Nobody wants to look out of somebody's head.
pub fn is_too_near(body: &Body, eye: V3) -> bool {
    let away = body.ends[0] - eye;
    away.x.hypot(away.y) < 1.6
}

/// Sky, skyline and ground.
struct Backdrop<'a> {
    scene: &'a Scene,
    light: &'a Light,
    mask: &'a Mask,
    camera: &'a Camera,
    cloths: &'a Cloths,
    sky: &'a Cloth,
    fog: Rgb,
}

impl Backdrop<'_> {
    fn band(&self, top: usize, rows: usize, width: usize) -> Band {
        let mut px = Vec::with_capacity(rows * width);
        for row in top..top + rows {
            for column in 0..width {
                let ray = self.camera.ray(column as f32 + 0.5, row as f32 + 0.5);
                px.push(if ray.z < -1e-4 { self.ground(ray) } else { self.sky(ray) });
            }
        }
        Band {
            top,
            width,
            near: vec![0.0; px.len()],
            px,
        }
    }

    fn sky(&self, ray: V3) -> Rgb {
        let flat = ray.x.hypot(ray.y).max(1e-6);
        let slope = ray.z / flat;
        if slope < 0.12 && !self.light.is_indoor {
            let [far, near] = self.light.skyline(ray.x.atan2(-ray.y));
            let colours = self.light.skyline_colours();
            if slope < near {
                return mix(self.fog, colours[1], 0.75 + 0.25 * slope / near);
            }
            if slope < far {
                return mix(self.fog, colours[0], 0.45 + 0.55 * slope / far);
            }
        }
        let [u, v] = sky_place(ray.unit());
        self.sky.look(u, v, 1.0)
    }

    fn ground(&self, ray: V3) -> Rgb {
        let t = self.camera.eye.z.max(0.05) / -ray.z;
        let (x, y) = (self.camera.eye.x + ray.x * t, self.camera.eye.y + ray.y * t);
        let haze = self.light.haze(t).min(FAINTEST);
        // How much ground a sample spans: across, and away, where it is foreshortened.
        let across = t / self.camera.focal;
        let away = across * t / self.camera.eye.z.max(0.05);
        let cloth = if self.scene.is_inside(x, y) {
            &self.cloths.ground
        } else {
            &self.cloths.outside
        };
        let texels = cloth.size()[0] as f32 / TILE;
        let colour = cloth.look(x / TILE, y / TILE, (across * away).sqrt().max(away * 0.4) * texels);
        let tone = drift(x, y);
        let tint = self.light.tint(V3::UP, 1.0).map(|part| part * tone);
        let lit = times(colour, tint);
        let dark = self.mask.at(x, y);
        let shaded = mix(lit, times(lit, [0.10, 0.12, 0.20]), dark);
        mix(shaded, self.fog, haze)
    }
}
