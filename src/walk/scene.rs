//! A plaza as bodies in space: boards on their stands, the ground, the things of the venue, people. Made anew when the show
//! changes, not when somebody moves.

use super::body::{Body, Face};
use super::light::Light;
use super::steps::Obstacles;
use super::vector::{Rgb, V3, v3};
use super::{people, stands, things};
use crate::base::Digest;
use crate::geom::{Point, point};
use crate::model::{Board, BoardId, Exhibition, Foot, Plaza, Stand, Surface};
use crate::plaza::{along, facing_vector, lift, route};

/// A board's face in space.
#[derive(Clone, Debug)]
pub struct Panel {
    pub board: BoardId,
    /// In display sequence, from 1.
    pub number: usize,
    pub foot: Foot,
    pub w: f32,
    pub h: f32,
    /// The middle of its foot line, on the ground.
    pub foot_at: V3,
    /// From the reader's left to the right, and towards the reader; level.
    pub side: V3,
    pub front: V3,
    /// Towards the reader; leans up where the board leans back.
    pub normal: V3,
    /// Top left, top right, bottom right, bottom left for the reader.
    pub corners: [V3; 4],
}

impl Panel {
    fn of(board: &Board, number: usize, stand: &Stand) -> Option<Panel> {
        let (side, front) = (along(stand.facing), facing_vector(stand.facing));
        let (side, front) = (
            v3(side.x as f32, side.y as f32, 0.0),
            v3(front.x as f32, front.y as f32, 0.0),
        );
        let foot_at = things::flat(stand.at);
        let (w, h) = ((board.size.w / 1000.0) as f32, (board.size.h / 1000.0) as f32);
        let is_sound = foot_at.is_finite() && side.is_finite() && w > 0.01 && h > 0.01 && w < 100.0 && h < 100.0;
        if !is_sound {
            return None;
        }
        let (sin, cos) = stands::tilt(stand.foot).to_radians().sin_cos();
        let up = V3::UP * cos - front * sin;
        let low = foot_at + front * stands::ahead(stand.foot) + V3::UP * lift(stand.foot) as f32;
        let (left, right) = (low - side * (w / 2.0), low + side * (w / 2.0));
        Some(Panel {
            board: board.id,
            number,
            foot: stand.foot,
            w,
            h,
            foot_at,
            side,
            front,
            normal: front * cos + V3::UP * sin,
            corners: [left + up * h, right + up * h, right, left],
        })
    }

    pub fn middle(&self) -> V3 {
        (self.corners[0] + self.corners[2]) * 0.5
    }

    /// A point of the face by its place on the texture.
    pub fn point(&self, u: f32, v: f32) -> V3 {
        self.corners[0] + (self.corners[1] - self.corners[0]) * u + (self.corners[3] - self.corners[0]) * v
    }
}

/// Paint on the ground.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    pub corners: [V3; 4],
    pub colour: Rgb,
    pub alpha: f32,
}

/// What keeps the sun from a board.
#[derive(Clone, Debug)]
pub struct Shade {
    centre: V3,
    radius: f32,
    quad: Option<[V3; 4]>,
    panel: Option<u32>,
}

impl Shade {
    pub fn quad(corners: [V3; 4]) -> Shade {
        let centre = (corners[0] + corners[2]) * 0.5;
        Shade {
            centre,
            radius: corners
                .iter()
                .map(|corner| (*corner - centre).length())
                .fold(0.0, f32::max),
            quad: Some(corners),
            panel: None,
        }
    }

    pub fn ball(centre: V3, radius: f32) -> Shade {
        Shade {
            centre,
            radius,
            quad: None,
            panel: None,
        }
    }

    /// The ray from a point meets it.
    fn covers(&self, from: V3, way: V3) -> bool {
        let to = self.centre - from;
        let along = to.dot(way);
        if along < -self.radius || (to - way * along).length() > self.radius {
            return false;
        }
        let Some([a, b, _, d]) = self.quad else {
            return along > 0.0;
        };
        let (across, down) = (b - a, d - a);
        let normal = across.cross(down);
        let slope = normal.dot(way);
        if slope.abs() < 1e-6 {
            return false;
        }
        let t = normal.dot(a - from) / slope;
        if t < 0.02 {
            return false;
        }
        let hit = from + way * t - a;
        let (u, v) = (hit.dot(across) / across.dot(across), hit.dot(down) / down.dot(down));
        (0.0..=1.0).contains(&u) && (0.0..=1.0).contains(&v)
    }
}

pub struct Scene {
    /// Of the plaza, in metres.
    pub size: [f32; 2],
    pub ground: Surface,
    pub is_indoor: bool,
    /// Corners of the ground.
    pub outline: Vec<V3>,
    /// The ground cut into triangles.
    pub floor: Vec<[V3; 3]>,
    pub panels: Vec<Panel>,
    pub bodies: Vec<Body>,
    pub faces: Vec<Face>,
    pub marks: Vec<Mark>,
    /// Photos of fronts of buildings.
    pub fronts: Vec<Digest>,
    pub shades: Vec<Shade>,
    pub obstacles: Obstacles,
}

/// Bodies whose radius takes fewer pixels are drawn with their few faces.
const FAR_PX: f32 = 26.0;
/// Shadows longer than this are too faint to matter on a board.
const REACH: f32 = 18.0;

impl Scene {
    pub fn of(exhibition: &Exhibition, plaza: &Plaza, has_people: bool) -> Scene {
        let size = [plaza.size.w, plaza.size.h].map(|side| {
            if side.is_finite() {
                side.clamp(1.0, 2000.0) as f32
            } else {
                1.0
            }
        });
        let mut scene = Scene {
            size,
            ground: plaza.venue.ground,
            is_indoor: plaza.venue.is_indoor,
            outline: Vec::new(),
            floor: Vec::new(),
            panels: Vec::new(),
            bodies: Vec::new(),
            faces: Vec::new(),
            marks: Vec::new(),
            fronts: Vec::new(),
            shades: Vec::new(),
            obstacles: Obstacles::default(),
        };
        scene.lay_ground(plaza);
        for (index, thing) in plaza.venue.things.iter().enumerate() {
            things::add(&mut scene, thing, index as u32 * 1009 + 7);
        }
        for (at, board) in exhibition.in_order().into_iter().enumerate() {
            if let Some(panel) = plaza
                .places
                .get(&board.id)
                .and_then(|stand| Panel::of(board, at + 1, stand))
            {
                scene.put_panel(panel);
            }
        }
        if has_people {
            let ways: Vec<Vec<V3>> = route(exhibition, plaza)
                .iter()
                .map(|leg| {
                    leg.points
                        .iter()
                        .map(|p| things::flat(*p))
                        .filter(|p| p.is_finite())
                        .collect()
                })
                .collect();
            for person in people::people(&scene.panels, &ways) {
                scene.put_person(&person);
            }
        }
        scene
    }

    fn lay_ground(&mut self, plaza: &Plaza) {
        let [w, h] = self.size;
        let given: Vec<V3> = plaza
            .venue
            .outline
            .iter()
            .map(|p| things::flat(*p))
            .filter(|p| p.is_finite())
            .collect();
        self.outline = if given.len() >= 3 {
            given
        } else {
            vec![v3(0.0, 0.0, 0.0), v3(w, 0.0, 0.0), v3(w, h, 0.0), v3(0.0, h, 0.0)]
        };
        self.floor = triangles(&self.outline);
        let outline = self.outline.clone();
        if self.is_indoor {
            things::hall(self, &outline);
        }
    }

    pub fn is_inside(&self, x: f32, y: f32) -> bool {
        let mut inside = false;
        for (at, a) in self.outline.iter().enumerate() {
            let b = self.outline[(at + 1) % self.outline.len()];
            if (a.y > y) != (b.y > y) && x < a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) {
                inside = !inside;
            }
        }
        inside
    }

    /// The index of a photo of a front.
    pub fn front(&mut self, digest: Digest) -> u32 {
        let at = self.fronts.iter().position(|other| *other == digest);
        at.unwrap_or_else(|| {
            self.fronts.push(digest);
            self.fronts.len() - 1
        }) as u32
    }

    /// One body that looks the same from near and far.
    pub fn body(&mut self, ends: [V3; 2], bias: f32, contact: f32, faces: Vec<Face>, far: Option<Vec<Face>>) {
        let corners = || faces.iter().flat_map(|face| face.corners);
        let (mut low, mut high) = (ends[0], ends[0]);
        for p in corners() {
            low = v3(low.x.min(p.x), low.y.min(p.y), low.z.min(p.z));
            high = v3(high.x.max(p.x), high.y.max(p.y), high.z.max(p.z));
        }
        let centre = (low + high) * 0.5;
        let start = self.faces.len();
        self.faces.extend(faces);
        let near = start..self.faces.len();
        let far = match far {
            Some(far) => {
                let start = self.faces.len();
                self.faces.extend(far);
                start..self.faces.len()
            }
            None => near.clone(),
        };
        self.bodies.push(Body {
            ends,
            centre,
            radius: (high - low).length() / 2.0,
            bounds: [low, high],
            far_px: FAR_PX,
            bias,
            contact,
            near,
            far,
            panel: None,
            is_person: false,
        });
    }

    fn put_panel(&mut self, panel: Panel) {
        let index = self.panels.len() as u32;
        let half = panel.side * (panel.w / 2.0);
        let ends = [panel.foot_at - half, panel.foot_at + half];
        let contact = if panel.foot == Foot::OnWall { 0.0 } else { 0.45 };
        self.body(
            ends,
            0.0,
            contact,
            stands::whole(&panel, index),
            Some(stands::bare(&panel, index)),
        );
        if let Some(body) = self.bodies.last_mut() {
            body.panel = Some(index);
        }
        self.obstacles.segment(ends[0], ends[1], 0.12);
        self.shades.push(Shade {
            panel: Some(index),
            ..Shade::quad(panel.corners)
        });
        self.panels.push(panel);
    }

    fn put_person(&mut self, person: &people::Person) {
        // Nobody stands inside a board or a tree.
        if !self.obstacles.is_free(person.at, 0.3) {
            return;
        }
        self.body(
            [person.at; 2],
            0.0,
            0.34,
            people::near(person),
            Some(people::far(person)),
        );
        if let Some(body) = self.bodies.last_mut() {
            body.is_person = true;
        }
    }

    /// What may keep the sun from a panel at this hour.
    pub fn shades_of(&self, panel: &Panel, light: &Light) -> Vec<u32> {
        if !light.has_sun() || panel.normal.dot(light.toward) <= 0.0 {
            return Vec::new();
        }
        let (middle, own) = (panel.middle(), (panel.w.hypot(panel.h)) / 2.0);
        let is_near = |shade: &Shade| {
            let to = shade.centre - middle;
            let along = to.dot(light.toward);
            let is_before = (-shade.radius..=REACH + shade.radius).contains(&along);
            is_before && (to - light.toward * along).length() <= own + shade.radius
        };
        let is_other = |shade: &Shade| {
            shade
                .panel
                .is_none_or(|index| self.panels[index as usize].board != panel.board)
        };
        let found = self
            .shades
            .iter()
            .enumerate()
            .filter(|(_, shade)| is_other(shade) && is_near(shade));
        found.map(|(at, _)| at as u32).collect()
    }

    /// What may keep the sun from a point.
    pub fn shades_near(&self, point: V3, light: &Light) -> Vec<u32> {
        let is_near = |shade: &Shade| {
            let to = shade.centre - point;
            let along = to.dot(light.toward);
            (0.0..=REACH * 3.0).contains(&along) && (to - light.toward * along).length() <= shade.radius
        };
        let found = self.shades.iter().enumerate().filter(|(_, shade)| is_near(shade));
        found.map(|(at, _)| at as u32).collect()
    }

    /// Whether the sun reaches a point.
    pub fn is_lit(&self, point: V3, light: &Light, shades: &[u32]) -> bool {
        !shades
            .iter()
            .any(|at| self.shades[*at as usize].covers(point, light.toward))
    }

    pub fn panel_of(&self, board: BoardId) -> Option<&Panel> {
        self.panels.iter().find(|panel| panel.board == board)
    }

    /// The board whose face a ray meets first, if nothing nearer stands before it.
    pub fn hit(&self, from: V3, way: V3) -> Option<(&Panel, f32)> {
        let mut best: Option<(&Panel, f32)> = None;
        for panel in &self.panels {
            let slope = panel.normal.dot(way);
            if slope >= -1e-6 {
                continue;
            }
            let t = panel.normal.dot(panel.corners[0] - from) / slope;
            let hit = from + way * t - panel.corners[0];
            let (u, v) = (
                hit.dot(panel.side) / panel.w,
                hit.dot(panel.corners[3] - panel.corners[0]) / (panel.h * panel.h),
            );
            let is_on = t > 0.0 && (0.0..=1.0).contains(&u) && (0.0..=1.0).contains(&v);
            if is_on && best.is_none_or(|(_, least)| t < least) {
                best = Some((panel, t));
            }
        }
        best
    }
}

/// A polygon that lies level, as triangles.
pub fn triangles(ring: &[V3]) -> Vec<[V3; 3]> {
    let corners: Vec<Point> = ring.iter().map(|p| point(f64::from(p.x), f64::from(p.y))).collect();
    let parts = crate::plaza::triangles(&corners).into_iter();
    parts.map(|part| part.map(|corner| ring[corner])).collect()
}
