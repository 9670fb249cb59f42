//! Paints the walk with egui alone, so that it runs wherever the window runs: faces are projected here and drawn from far to
//! near. Textures have no perspective of their own there; ground and boards are cut so finely that nobody sees it.

use crate::walk::{
    Body, Camera, Cloth, Face, Light, Mask, NEAR, Paint, Rgb, Scene, TILE, V3, Vertex, ground_cloth, high_px,
    is_too_near, mix, outside, times, v3,
};
use egui::epaint::Vertex as Corner;
use egui::{
    Color32, ColorImage, Mesh, Painter, Pos2, Rect, Shape, Stroke, TextureFilter, TextureHandle, TextureId,
    TextureOptions, TextureWrapMode, pos2,
};
use std::collections::HashMap;

/// Nothing farther is drawn but ground and sky.
const FARTHEST: f32 = 180.0;
/// Bodies smaller than this, in pixels, are not drawn; below the second with their few faces.
const LEAST_PX: f32 = 1.5;
const FAR_PX: f32 = 26.0;
/// Boards lower than this on the picture show a plain colour.
const PLAIN_PX: u32 = 12;
const DARKEST: f32 = 0.86;

/// What stays between frames: textures of the ground, and what keeps the sun from each board.
pub struct WalkPainter {
    ground: TextureHandle,
    outside: TextureHandle,
    mask: TextureHandle,
    mask_rect: [f32; 4],
    shades: HashMap<u32, Vec<u32>>,
}

/// Textures of boards and of fronts of buildings, by index and height in pixels.
pub trait Textures {
    fn panel(&mut self, index: u32, high_px: u32) -> Option<TextureId>;
    fn front(&mut self, index: u32) -> Option<TextureId>;
}

impl WalkPainter {
    pub fn new(ctx: &egui::Context, scene: &Scene, light: &Light) -> WalkPainter {
        let repeated = TextureOptions {
            wrap_mode: TextureWrapMode::Repeat,
            mipmap_mode: Some(TextureFilter::Linear),
            ..TextureOptions::LINEAR
        };
        let load = |cloth: &Cloth| {
            let pixels = cloth.pixels().iter().map(|[r, g, b]| Color32::from_rgb(*r, *g, *b));
            ctx.load_texture("ground", ColorImage::new(cloth.size(), pixels.collect()), repeated)
        };
        let mask = Mask::of(scene, light);
        WalkPainter {
            ground: load(&ground_cloth(scene.ground)),
            outside: load(&ground_cloth(outside(scene.ground))),
            mask_rect: rect_of(&mask),
            mask: ctx.load_texture("ground shadows", image_of(&mask), TextureOptions::LINEAR),
            shades: HashMap::new(),
        }
    }

    /// Another hour.
    pub fn relight(&mut self, scene: &Scene, light: &Light) {
        let mask = Mask::of(scene, light);
        self.mask_rect = rect_of(&mask);
        self.mask.set(image_of(&mask), TextureOptions::LINEAR);
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
        };
        canvas.sky();
        canvas.ground(scene, self);
        for body in canvas.in_order(scene) {
            canvas.body(scene, body, &mut self.shades, textures, painter.pixels_per_point());
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

fn image_of(mask: &Mask) -> ColorImage {
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

struct Canvas<'a> {
    rect: Rect,
    camera: &'a Camera,
    light: &'a Light,
    fog: Rgb,
    shapes: Vec<Shape>,
    /// Untextured faces that follow each other.
    plain: Mesh,
}

impl Canvas<'_> {
    fn at(&self, [x, y]: [f32; 2]) -> Pos2 {
        // What lies far outside would lose its place in the numbers of the card.
        let near = |value: f32| value.clamp(-30_000.0, 30_000.0);
        self.rect.min + egui::vec2(near(x), near(y))
    }

    fn flush(&mut self) {
        if !self.plain.is_empty() {
            self.shapes.push(Shape::mesh(std::mem::take(&mut self.plain)));
        }
    }

    fn fan(mesh: &mut Mesh, corners: impl Iterator<Item = Corner>) {
        let first = mesh.vertices.len() as u32;
        mesh.vertices.extend(corners);
        for at in first + 1..(mesh.vertices.len() as u32).saturating_sub(1) {
            mesh.add_triangle(first, at, at + 1);
        }
    }

    fn flat(at: Pos2, color: Color32) -> Corner {
        Corner {
            pos: at,
            uv: egui::epaint::WHITE_UV,
            color,
        }
    }

    /// The row of the picture where the ground ends.
    fn horizon(&self) -> f32 {
        let [w, h] = self.camera.size;
        let (top, bottom) = (self.camera.ray(w / 2.0, 0.0).z, self.camera.ray(w / 2.0, h).z);
        h * top / (top - bottom).max(1e-6)
    }

    fn sky(&mut self) {
        let [w, h] = self.camera.size;
        let end = self.horizon().clamp(0.0, h);
        if end > 0.0 {
            const ACROSS: u32 = 20;
            const DOWN: u32 = 16;
            let first = self.plain.vertices.len() as u32;
            for row in 0..=DOWN {
                for column in 0..=ACROSS {
                    let (x, y) = (w * column as f32 / ACROSS as f32, end * row as f32 / DOWN as f32);
                    let tone = colour(self.light.sky(self.camera.ray(x, y).unit()));
                    let corner = Self::flat(self.at([x, y]), tone);
                    self.plain.vertices.push(corner);
                }
            }
            for row in 0..DOWN {
                for column in 0..ACROSS {
                    let at = first + row * (ACROSS + 1) + column;
                    self.plain.add_triangle(at, at + 1, at + ACROSS + 1);
                    self.plain.add_triangle(at + 1, at + ACROSS + 2, at + ACROSS + 1);
                }
            }
        }
        if !self.light.is_indoor {
            self.skyline();
        }
        if end < h {
            // Ground beyond all that is painted.
            let far = colour(mix([0.42, 0.46, 0.33], self.fog, 0.8));
            let corners = [[0.0, end], [w, end], [w, h], [0.0, h]].map(|spot| Self::flat(self.at(spot), far));
            Self::fan(&mut self.plain, corners.into_iter());
        }
    }

    fn skyline(&mut self) {
        const STEPS: i32 = 90;
        let middle = self.camera.forward.x.atan2(-self.camera.forward.y);
        let colours = self.light.skyline_colours();
        for (which, tone) in colours.into_iter().enumerate() {
            let tones = [mix(self.fog, tone, 1.0), mix(self.fog, tone, 0.45 + 0.3 * which as f32)];
            let mut last: Option<u32> = None;
            for step in -STEPS..=STEPS {
                let turn = middle + step as f32 / STEPS as f32 * 1.1;
                let way = v3(turn.sin(), -turn.cos(), 0.0) * 900.0;
                let high = self.light.skyline(turn)[which] * 900.0;
                let eye = self.camera.eye;
                let ends = [eye + way + V3::UP * high, eye + way].map(|p| self.camera.project(p));
                let [Some(top), Some(low)] = ends else {
                    last = None;
                    continue;
                };
                let at = self.plain.vertices.len() as u32;
                for (end, tone) in [top, low].into_iter().zip(tones) {
                    let corner = Self::flat(self.at(end), colour(tone));
                    self.plain.vertices.push(corner);
                }
                if let Some(before) = last {
                    self.plain.add_triangle(before, at, before + 1);
                    self.plain.add_triangle(at, at + 1, before + 1);
                }
                last = Some(at);
            }
        }
    }

    fn ground(&mut self, scene: &Scene, own: &WalkPainter) {
        self.flush();
        let eye = self.camera.eye;
        let tint = colour(self.light.tint(V3::UP, 1.0));
        // Counted from near the eye, so that places on the texture stay small numbers.
        let (x, y) = ((eye.x / TILE).floor() * TILE, (eye.y / TILE).floor() * TILE);
        let tiled = |p: V3| [(p.x - x) / TILE, (p.y - y) / TILE];
        const FAR: f32 = 700.0;
        let around = [(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)].map(|(a, b)| v3(eye.x + a, eye.y + b, 0.0));
        self.spread(&around, own.outside.id(), tint, &tiled);
        for triangle in &scene.floor {
            self.spread(triangle, own.ground.id(), tint, &tiled);
        }
        for mark in &scene.marks {
            let lit = times(mark.colour, self.light.tint(V3::UP, 0.8));
            self.quad(&mark.corners, |_| veil(lit, mark.alpha));
        }
        self.flush();
        let [left, top, right, bottom] = own.mask_rect;
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| v3(x, y, 0.0));
        let on_mask = |p: V3| [(p.x - left) / (right - left), (p.y - top) / (bottom - top)];
        self.spread(&corners, own.mask.id(), Color32::WHITE, &on_mask);
        self.haze();
    }

    /// A flat piece of ground, cut into bands of nearly one distance.
    fn spread(&mut self, corners: &[V3], texture: TextureId, tint: Color32, uv: &dyn Fn(V3) -> [f32; 2]) {
        let seen: Vec<Vertex> = corners
            .iter()
            .map(|p| Vertex {
                at: self.camera.view(*p),
                uv: uv(*p),
            })
            .collect();
        let farthest = seen.iter().map(|corner| corner.at.z).fold(0.0_f32, f32::max);
        const COLUMNS: usize = 14;
        let lean = self.camera.size[0] / 2.0 / self.camera.focal;
        let mut mesh = Mesh::with_texture(texture);
        let mut from = NEAR.max(seen.iter().map(|corner| corner.at.z).fold(f32::INFINITY, f32::min));
        let mut rest = self.camera.clipped(&seen);
        while from < farthest && rest.len() >= 3 {
            let to = from * 1.13 + 0.02;
            let band = cut(&rest, |corner| to - corner.at.z);
            // In columns too: across a wide band a flat texture would shear.
            for column in 0..COLUMNS {
                let slope = |edge: usize| lean * (2.0 * edge as f32 / COLUMNS as f32 - 1.0);
                let piece = cut(&band, |corner| corner.at.x - slope(column) * corner.at.z);
                let piece = cut(&piece, |corner| slope(column + 1) * corner.at.z - corner.at.x);
                if piece.len() >= 3 {
                    let corners = piece.iter().map(|corner| Corner {
                        pos: self.at(self.camera.screen(corner.at)),
                        uv: pos2(corner.uv[0], corner.uv[1]),
                        color: tint,
                    });
                    Self::fan(&mut mesh, corners);
                }
            }
            rest = cut(&rest, |corner| corner.at.z - to);
            from = to;
        }
        self.shapes.push(Shape::mesh(mesh));
    }

    /// The air between eye and ground, row by row.
    fn haze(&mut self) {
        let [w, h] = self.camera.size;
        let start = self.horizon().max(0.0);
        if start >= h {
            return;
        }
        let mut last: Option<u32> = None;
        for step in 0..=28 {
            let part = (step as f32 / 28.0).powi(2);
            let y = start + (h - start) * part;
            let ray = self.camera.ray(w / 2.0, y + 0.01);
            let away = if ray.z < -1e-5 { self.camera.eye.z / -ray.z } else { 1e5 };
            let tone = veil(self.fog, self.light.haze(away).min(0.8));
            let at = self.plain.vertices.len() as u32;
            for x in [0.0, w] {
                let corner = Self::flat(self.at([x, y]), tone);
                self.plain.vertices.push(corner);
            }
            if let Some(before) = last {
                self.plain.add_triangle(before, before + 1, at);
                self.plain.add_triangle(before + 1, at + 1, at);
            }
            last = Some(at);
        }
    }

    /// From far to near.
    fn in_order<'s>(&self, scene: &'s Scene) -> Vec<&'s Body> {
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
        seen.sort_by(|a, b| b.0.total_cmp(&a.0));
        seen.into_iter().map(|(_, body)| body).collect()
    }

    fn body(
        &mut self,
        scene: &Scene,
        body: &Body,
        shades: &mut HashMap<u32, Vec<u32>>,
        textures: &mut dyn Textures,
        dots: f32,
    ) {
        let is_far = body.radius * self.camera.scale_at(body.centre) < FAR_PX;
        let range = if is_far { body.far.clone() } else { body.near.clone() };
        let eye = self.camera.eye;
        let mut faces: Vec<(f32, &Face)> = scene.faces[range]
            .iter()
            .filter(|face| face.faces(eye))
            .map(|face| (((face.corners[0] + face.corners[2]) * 0.5 - eye).length(), face))
            .collect();
        faces.sort_by(|a, b| b.0.total_cmp(&a.0));
        for (_, face) in faces {
            match face.paint {
                Paint::Plain(own) => self.face(face, own),
                Paint::Front(index) => match textures.front(index) {
                    Some(texture) => self.cloth(face, texture, 6, |_, _| 1.0),
                    None => self.face(face, [0.87, 0.85, 0.80]),
                },
                Paint::Panel(index) => self.panel(scene, index, face, shades, textures, dots),
            }
        }
    }

    fn panel(
        &mut self,
        scene: &Scene,
        index: u32,
        face: &Face,
        shades: &mut HashMap<u32, Vec<u32>>,
        textures: &mut dyn Textures,
        dots: f32,
    ) {
        let panel = &scene.panels[index as usize];
        let high = high_px(panel, self.camera);
        let seen = panel.h * self.camera.scale_at(panel.middle());
        let texture = (seen >= PLAIN_PX as f32).then(|| textures.panel(index, (high as f32 * dots) as u32));
        let Some(texture) = texture.flatten() else {
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
        self.cloth(face, texture, pieces, lit);
        if seen > 90.0 {
            let ends = face.corners.map(|p| self.camera.project(p));
            if let [Some(a), Some(b), Some(c), Some(d)] = ends {
                let edge = veil(times([0.80, 0.80, 0.79], light.tint(face.normal, 0.5)), 0.85);
                let line = [a, b, c, d].map(|end| self.at(end)).to_vec();
                self.shapes.push(Shape::closed_line(line, Stroke::new(1.0, edge)));
            }
        }
    }

    fn face(&mut self, face: &Face, own: Rgb) {
        let lit = times(own, self.light.tint(face.normal, 1.0));
        let (light, fog) = (self.light, self.fog);
        self.quad(&face.corners, |away| colour(mix(lit, fog, light.haze(away))));
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
            .map(|corner| Self::flat(self.at(self.camera.screen(corner.at)), tone(corner.at.z)))
            .collect();
        Self::fan(&mut self.plain, corners.into_iter());
    }

    /// A textured face in so many pieces each way, and the air before it.
    fn cloth(&mut self, face: &Face, texture: TextureId, pieces: usize, lit: impl Fn(f32, f32) -> f32) {
        let [a, b, _, d] = face.corners;
        let [left, top, right, bottom] = face.uv;
        let tints = [0.0, 1.0].map(|lit| colour(self.light.tint(face.normal, lit)));
        let mut mesh = Mesh::with_texture(texture);
        let mut air = Mesh::default();
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
                    uv: pos2(left + (right - left) * u, top + (bottom - top) * v),
                    color: if lit(u, v) > 0.5 { tints[1] } else { tints[0] },
                });
                air.vertices
                    .push(Self::flat(pos, veil(self.fog, self.light.haze(seen.z))));
            }
        }
        for row in 0..pieces {
            for column in 0..pieces {
                let at = row * side + column;
                let four = [at, at + 1, at + side, at + side + 1];
                if four.iter().all(|corner| is_before[*corner]) {
                    let [p, q, r, s] = four.map(|corner| corner as u32);
                    for mesh in [&mut mesh, &mut air] {
                        mesh.add_triangle(p, q, r);
                        mesh.add_triangle(q, s, r);
                    }
                }
            }
        }
        self.flush();
        self.shapes.push(Shape::mesh(mesh));
        self.shapes.push(Shape::mesh(air));
    }
}

/// The part of a seen polygon where a measure that changes evenly is not negative.
fn cut(corners: &[Vertex], measure: impl Fn(&Vertex) -> f32) -> Vec<Vertex> {
    let mut kept = Vec::with_capacity(corners.len() + 2);
    for (index, a) in corners.iter().enumerate() {
        let b = &corners[(index + 1) % corners.len()];
        let (from, to) = (measure(a), measure(b));
        if from >= 0.0 {
            kept.push(*a);
        }
        if (from >= 0.0) != (to >= 0.0) {
            let t = from / (from - to);
            kept.push(Vertex {
                at: a.at.lerp(b.at, t),
                uv: [0, 1].map(|i| a.uv[i] + (b.uv[i] - a.uv[i]) * t),
            });
        }
    }
    kept
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
