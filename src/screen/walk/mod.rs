//! Paints the walk with egui alone, so that it runs wherever the window runs: faces are projected here and drawn from far to
//! near, what near ones hide not at all. Textures have no perspective of their own there; ground and boards are cut so
//! finely that nobody sees it.

mod ground;
mod sky;

use super::cover::Cover;
use super::sheets::Look;
use crate::walk::{
    Body, Camera, Cloth, Face, Light, Mask, NEAR, Paint, Panel, Rgb, Scene, V3, Vertex, ground_cloth, high_px,
    is_too_near, mix, outside, sky_cloth, times, v3,
};
use egui::epaint::Vertex as Corner;
use egui::{
    Color32, ColorImage, Mesh, Painter, Pos2, Rect, Shape, TextureFilter, TextureHandle, TextureId, TextureOptions,
    TextureWrapMode,
};
use std::collections::HashMap;

/// Nothing farther is drawn but ground and sky.
const FARTHEST: f32 = 180.0;
/// Bodies smaller than this, in pixels, are not drawn.
const LEAST_PX: f32 = 1.5;
/// Boards lower than this on the picture show a plain colour.
const PLAIN_PX: u32 = 12;
/// Faces that appear larger than this, in pixels, may hide what is behind them.
const HIDING_PX: f32 = 20.0;
/// Less haze than this is not seen; what is near is painted once, without air before it.
const LEAST_HAZE: f32 = 0.035;
const DARKEST: f32 = 0.86;

/// What stays between frames: textures of the ground, and what keeps the sun from each board.
pub struct WalkPainter {
    ground: TextureHandle,
    outside: TextureHandle,
    sky: TextureHandle,
    mask: TextureHandle,
    mask_rect: [f32; 4],
    shades: HashMap<u32, Vec<u32>>,
}

/// Textures of the boards that are seen, asked for from near to far.
type Looks = HashMap<u32, Option<Look>>;

/// Textures of boards and of fronts of buildings, by index and height in pixels.
pub trait Textures {
    fn panel(&mut self, index: u32, high_px: u32) -> Option<Look>;
    fn front(&mut self, index: u32) -> Option<TextureId>;
}

impl WalkPainter {
    pub fn new(ctx: &egui::Context, scene: &Scene, light: &Light) -> WalkPainter {
        let tiled = TextureOptions {
            mipmap_mode: Some(TextureFilter::Linear),
            ..ROUND
        };
        let load = |cloth: &Cloth| ctx.load_texture("ground", image_of(cloth), tiled);
        let mask = Mask::of(scene, light);
        WalkPainter {
            ground: load(&ground_cloth(scene.ground)),
            outside: load(&ground_cloth(outside(scene.ground, scene.is_indoor))),
            sky: ctx.load_texture("sky", image_of(&sky_cloth(light)), ROUND),
            mask_rect: rect_of(&mask),
            mask: ctx.load_texture("ground shadows", shadow_of(&mask), TextureOptions::LINEAR),
            shades: HashMap::new(),
        }
    }

    /// Another hour.
    pub fn relight(&mut self, scene: &Scene, light: &Light) {
        let mask = Mask::of(scene, light);
        self.mask_rect = rect_of(&mask);
        self.mask.set(shadow_of(&mask), TextureOptions::LINEAR);
        self.sky.set(image_of(&sky_cloth(light)), ROUND);
        self.shades.clear();
    }

    pub fn paint(
        &mut self,
        painter: &Painter,
        rect: Rect,
        scene: &Scene,
        light: &Light,
        camera: &Camera,
        textures: &mut dyn Textures,
    ) {
        let mut canvas = Canvas {
            rect,
            camera,
            light,
            fog: light.fog(),
            shapes: Vec::new(),
            plain: Mesh::default(),
            white: egui::epaint::WHITE_UV,
            cover: Cover::of(rect),
        };
        let bodies = canvas.shown(scene);
        canvas.sky(self.sky.id());
        canvas.ground(scene, self);
        let mut looks = Looks::new();
        for index in bodies.iter().filter_map(|body| body.panel) {
            let texture = canvas.texture(
                &scene.panels[index as usize],
                index,
                textures,
                painter.pixels_per_point(),
            );
            looks.insert(index, texture);
        }
        for body in bodies.into_iter().rev() {
            canvas.body(scene, body, &mut self.shades, textures, &looks);
        }
        canvas.flush();
        painter.extend(canvas.shapes);
    }
}

fn rect_of(mask: &Mask) -> [f32; 4] {
    let [x, y] = mask.at;
    [
        x,
        y,
        x + mask.width as f32 * mask.step,
        y + mask.height as f32 * mask.step,
    ]
}

/// Meets itself at its sides.
const ROUND: TextureOptions = TextureOptions {
    wrap_mode: TextureWrapMode::Repeat,
    ..TextureOptions::LINEAR
};

fn image_of(cloth: &Cloth) -> ColorImage {
    let pixels = cloth.pixels().iter().map(|[r, g, b]| Color32::from_rgb(*r, *g, *b));
    ColorImage::new(cloth.size(), pixels.collect())
}

fn shadow_of(mask: &Mask) -> ColorImage {
    let alpha = |dark: &u8| Color32::from_black_alpha((f32::from(*dark) * DARKEST) as u8);
    ColorImage::new([mask.width, mask.height], mask.dark.iter().map(alpha).collect())
}

fn colour(rgb: Rgb) -> Color32 {
    let [r, g, b] = rgb.map(|part| (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8);
    Color32::from_rgb(r, g, b)
}

fn veil(rgb: Rgb, alpha: f32) -> Color32 {
    let [r, g, b] = rgb.map(|part| (part.clamp(0.0, 1.0) * alpha * 255.0 + 0.5) as u8);
    Color32::from_rgba_premultiplied(r, g, b, (alpha * 255.0 + 0.5) as u8)
}

/// How much of a colour the air has taken.
fn haze(light: &Light, away: f32) -> f32 {
    ((light.haze(away) - LEAST_HAZE) / (1.0 - LEAST_HAZE)).max(0.0)
}

struct Canvas<'a> {
    rect: Rect,
    camera: &'a Camera,
    light: &'a Light,
    fog: Rgb,
    shapes: Vec<Shape>,
    /// Faces that follow each other: those without a texture, and small boards from the sheet they are on.
    plain: Mesh,
    /// A white place on the texture of those.
    white: Pos2,
    /// What all that stands there hides of ground and sky.
    cover: Cover,
}

impl Canvas<'_> {
    fn at(&self, [x, y]: [f32; 2]) -> Pos2 {
        // What lies far outside would lose its place in the numbers of the card.
        let near = |value: f32| value.clamp(-30_000.0, 30_000.0);
        self.rect.min + egui::vec2(near(x), near(y))
    }

    fn haze(&self, away: f32) -> f32 {
        haze(self.light, away)
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            let next = Mesh::with_texture(self.plain.texture_id);
            self.shapes.push(Shape::mesh(std::mem::replace(&mut self.plain, next)));
        }
    }

    fn fan(mesh: &mut Mesh, corners: impl Iterator<Item = Corner>) {
        let first = mesh.vertices.len() as u32;
        mesh.vertices.extend(corners);
        for at in first + 1..(mesh.vertices.len() as u32).saturating_sub(1) {
            mesh.add_triangle(first, at, at + 1);
        }
    }

    fn flat(&self, at: Pos2, color: Color32) -> Corner {
        Corner {
            pos: at,
            uv: self.white,
            color,
        }
    }

    /// From near to far, without what others hide.
    fn shown<'s>(&mut self, scene: &'s Scene) -> Vec<&'s Body> {
        let eye = self.camera.eye;
        let mut seen: Vec<(f32, &Body)> = scene
            .bodies
            .iter()
            .filter(|body| {
                let is_wide = body.radius * self.camera.scale_at(body.centre) >= LEAST_PX;
                is_wide && self.camera.sees(body.centre, body.radius) && !(body.is_person && is_too_near(body, eye))
            })
            .map(|body| (away(body, eye) + body.bias, body))
            .filter(|(away, body)| *away < FARTHEST || body.panel.is_none())
            .collect();
        seen.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut shown: Vec<&Body> = Vec::with_capacity(seen.len());
        for (_, body) in seen {
            if self.part_of(body).is_some_and(|part| self.cover.hides(part)) {
                continue;
            }
            for face in &scene.faces[self.faces_of(body)] {
                self.hide(face);
            }
            shown.push(body);
        }
        shown
    }

    fn faces_of(&self, body: &Body) -> std::ops::Range<usize> {
        if body.radius * self.camera.scale_at(body.centre) < body.far_px {
            body.far.clone()
        } else {
            body.near.clone()
        }
    }

    /// What a body takes of the picture at most; `None` where it reaches behind the eye.
    fn part_of(&self, body: &Body) -> Option<Rect> {
        let [low, high] = body.bounds;
        let mut part = Rect::NOTHING;
        for corner in 0..8 {
            let pick = |bit: usize, low: f32, high: f32| if corner >> bit & 1 == 0 { low } else { high };
            let p = v3(pick(0, low.x, high.x), pick(1, low.y, high.y), pick(2, low.z, high.z));
            part.extend_with(self.at(self.camera.project(p)?));
        }
        Some(part)
    }

    fn hide(&mut self, face: &Face) {
        let [a, _, c, _] = face.corners;
        let is_large = (c - a).length() * self.camera.scale_at((a + c) * 0.5) > HIDING_PX;
        if !is_large || !face.faces(self.camera.eye) {
            return;
        }
        let seen = face.corners.map(|p| Vertex {
            at: self.camera.view(p),
            uv: [0.0; 2],
        });
        // Of these, pieces that reach behind the eye are not painted.
        let is_whole = matches!(face.paint, Paint::Plain(_) | Paint::Panel(_));
        if !is_whole && seen.iter().any(|corner| corner.at.z <= NEAR) {
            return;
        }
        let corners: Vec<Pos2> = self
            .camera
            .clipped(&seen)
            .iter()
            .map(|corner| self.at(self.camera.screen(corner.at)))
            .collect();
        self.cover.add(&corners);
    }

    fn body(
        &mut self,
        scene: &Scene,
        body: &Body,
        shades: &mut HashMap<u32, Vec<u32>>,
        textures: &mut dyn Textures,
        looks: &Looks,
    ) {
        let eye = self.camera.eye;
        let mut faces: Vec<(f32, &Face)> = scene.faces[self.faces_of(body)]
            .iter()
            .filter(|face| face.faces(eye))
            .map(|face| (((face.corners[0] + face.corners[2]) * 0.5 - eye).length(), face))
            .collect();
        faces.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, face) in faces {
            match face.paint {
                Paint::Plain(own) => self.face(face, own),
                Paint::Round { colour, normals, tones } => self.round(face, colour, normals, tones),
                Paint::Front(index) => match textures.front(index) {
                    Some(texture) => self.cloth(face, &Look::whole(texture), 6, |_, _| 1.0),
                    None => self.face(face, [0.87, 0.85, 0.80]),
                },
                Paint::Panel(index) => self.panel(scene, index, face, shades, looks),
            }
        }
    }

    /// As sharp as the board is seen; none where it is small or shows its back.
    fn texture(&self, panel: &Panel, index: u32, textures: &mut dyn Textures, dots: f32) -> Option<Look> {
        let high = high_px(panel, self.camera);
        let seen = panel.h * self.camera.scale_at(panel.middle());
        let is_wished = high > 0 && seen >= PLAIN_PX as f32;
        is_wished
            .then(|| textures.panel(index, (high as f32 * dots) as u32))
            .flatten()
    }

    fn panel(&mut self, scene: &Scene, index: u32, face: &Face, shades: &mut HashMap<u32, Vec<u32>>, looks: &Looks) {
        let panel = &scene.panels[index as usize];
        let seen = panel.h * self.camera.scale_at(panel.middle());
        let Some(look) = looks.get(&index).copied().flatten() else {
            self.face(face, [0.90, 0.89, 0.86]);
            return;
        };
        let light = self.light;
        let around = shades.entry(index).or_insert_with(|| scene.shades_of(panel, light));
        let pieces = if around.is_empty() || seen < 40.0 {
            (seen / 55.0).clamp(1.0, 12.0) as usize
        } else {
            8
        };
        let lit = |u: f32, v: f32| {
            let is_lit = around.is_empty() || scene.is_lit(panel.point(u, v), light, around);
            if is_lit { 1.0 } else { 0.0 }
        };
        self.cloth(face, &look, pieces, lit);
    }

    fn face(&mut self, face: &Face, own: Rgb) {
        let lit = times(own, self.light.tint(face.normal, 1.0));
        let (light, fog) = (self.light, self.fog);
        self.quad(&face.corners, |away| colour(mix(lit, fog, haze(light, away))));
    }

    fn round(&mut self, face: &Face, own: Rgb, normals: [V3; 4], tones: [f32; 4]) {
        let seen = face.corners.map(|p| self.camera.view(p));
        if seen.iter().any(|at| at.z <= NEAR) {
            return;
        }
        let haze = self.haze(seen[0].z);
        let corners = [0, 1, 2, 3].map(|at| {
            let lit = times(own.map(|part| part * tones[at]), self.light.tint(normals[at], 1.0));
            let tone = colour(mix(lit, self.fog, haze));
            self.flat(self.at(self.camera.screen(seen[at])), tone)
        });
        Self::fan(&mut self.plain, corners.into_iter());
    }

    fn quad(&mut self, corners: &[V3; 4], tone: impl Fn(f32) -> Color32) {
        let seen = corners.map(|p| Vertex {
            at: self.camera.view(p),
            uv: [0.0; 2],
        });
        let kept = self.camera.clipped(&seen);
        if kept.len() < 3 {
            return;
        }
        let corners: Vec<Corner> = kept
            .iter()
            .map(|corner| self.flat(self.at(self.camera.screen(corner.at)), tone(corner.at.z)))
            .collect();
        Self::fan(&mut self.plain, corners.into_iter());
    }

    /// A textured face in so many pieces each way, and the air before it.
    fn cloth(&mut self, face: &Face, look: &Look, pieces: usize, lit: impl Fn(f32, f32) -> f32) {
        let [a, b, _, d] = face.corners;
        let [left, top, right, bottom] = face.uv;
        let on_texture = |u: f32, v: f32| {
            look.uv
                .lerp_inside(egui::vec2(left + (right - left) * u, top + (bottom - top) * v))
        };
        let tints = [0.0, 1.0].map(|lit| colour(self.light.tint(face.normal, lit)));
        let mut mesh = Mesh::with_texture(look.texture);
        let part = |at: usize| at as f32 / pieces as f32;
        let side = pieces + 1;
        let mut is_before = Vec::with_capacity(side * side);
        for row in 0..side {
            for column in 0..side {
                let (u, v) = (part(column), part(row));
                let seen = self.camera.view(a + (b - a) * u + (d - a) * v);
                is_before.push(seen.z > NEAR);
                let pos = self.at(self.camera.screen(v3(seen.x, seen.y, seen.z.max(NEAR))));
                mesh.vertices.push(Corner {
                    pos,
                    uv: on_texture(u, v),
                    color: if lit(u, v) > 0.5 { tints[1] } else { tints[0] },
                });
            }
        }
        for row in 0..pieces {
            for column in 0..pieces {
                let at = row * side + column;
                let four = [at, at + 1, at + side, at + side + 1];
                if four.iter().all(|corner| is_before[*corner]) {
                    let [p, q, r, s] = four.map(|corner| corner as u32);
                    mesh.add_triangle(p, q, r);
                    mesh.add_triangle(q, s, r);
                }
            }
        }
        match look.white {
            Some(white) => {
                if self.plain.texture_id != look.texture {
                    self.flush();
                    self.plain.texture_id = look.texture;
                    self.white = white;
                }
                self.plain.append(mesh);
            }
            None => {
                self.flush();
                self.shapes.push(Shape::mesh(mesh));
            }
        }
        let away = face.corners.map(|p| self.camera.view(p).z);
        if self.haze(away.into_iter().fold(0.0, f32::max)) > 0.0 {
            let (light, fog) = (self.light, self.fog);
            self.quad(&face.corners, |away| veil(fog, haze(light, away)));
        }
    }
}

/// On the ground, to the nearest point of the line it stands on.
fn away(body: &Body, eye: V3) -> f32 {
    let [a, b] = body.ends;
    let way = b - a;
    let length = way.dot(way);
    let to = v3(eye.x - a.x, eye.y - a.y, 0.0);
    let t = if length > 1e-9 {
        (to.dot(way) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (to - way * t).length()
}
