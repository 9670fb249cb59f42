//! Which part of a board (or of the plaza) the canvas shows and how large; its points to points of the window and back.

use crate::geom::{Point, Rect, Size, point, rect};
use egui::{Pos2, pos2, vec2};

/// A screen is taken to have 96 points an inch: at this many points a millimetre a board is as large as printed.
pub const REAL: f64 = 96.0 / 25.4;
const LEAST: f64 = 0.02;
/// 64 times as large as printed.
const MOST: f64 = 64.0 * REAL;
/// Ground around a board that fits; above and below it the bar at the foot has room too.
const AIR: egui::Vec2 = egui::vec2(40.0, 60.0);

/// What a board's view is remembered by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Points a millimetre.
    pub zoom: f64,
    /// The point of the board in the middle of the canvas.
    pub centre: Point,
    /// Stays fitted when the window changes.
    pub fits: bool,
    /// The least and the most zoom.
    pub range: [f64; 2],
}

impl Default for Camera {
    fn default() -> Camera {
        Camera {
            zoom: 0.5,
            centre: Point::default(),
            fits: true,
            range: [LEAST, MOST],
        }
    }
}

impl Camera {
    /// The whole board with ground around it.
    pub fn fit(&mut self, board: Size, canvas: egui::Rect) {
        let room = vec2(
            (canvas.width() - 2.0 * AIR.x).max(40.0),
            (canvas.height() - 2.0 * AIR.y).max(40.0),
        );
        let zoom = (f64::from(room.x) / board.w).min(f64::from(room.y) / board.h);
        self.zoom = zoom.clamp(self.range[0], self.range[1]);
        self.centre = point(board.w / 2.0, board.h / 2.0);
        self.fits = true;
    }

    /// Larger or smaller; what lies under `fixed` stays there.
    pub fn zoom_about(&mut self, factor: f64, fixed: Pos2, canvas: egui::Rect) {
        let off = fixed - canvas.center();
        let at = point(
            self.centre.x + f64::from(off.x) / self.zoom,
            self.centre.y + f64::from(off.y) / self.zoom,
        );
        self.zoom = (self.zoom * factor).clamp(self.range[0], self.range[1]);
        self.centre = point(at.x - f64::from(off.x) / self.zoom, at.y - f64::from(off.y) / self.zoom);
        self.fits = false;
    }

    /// Moves what is seen by so many points of the window.
    pub fn pan(&mut self, by: egui::Vec2) {
        self.centre.x -= f64::from(by.x) / self.zoom;
        self.centre.y -= f64::from(by.y) / self.zoom;
        self.fits = false;
    }

    /// A corner of the board always stays within reach.
    pub fn hold(&mut self, board: Size, canvas: egui::Rect) {
        let keep = 60.0 / self.zoom;
        let half = point(
            f64::from(canvas.width()) / 2.0 / self.zoom,
            f64::from(canvas.height()) / 2.0 / self.zoom,
        );
        let within =
            |value: f64, half: f64, length: f64| value.clamp(keep - half, (length + half - keep).max(keep - half));
        self.centre = point(
            within(self.centre.x, half.x, board.w),
            within(self.centre.y, half.y, board.h),
        );
    }

    /// In percent of the size that things have at so many points a millimetre.
    pub fn percent_of(&self, real: f64) -> f32 {
        (self.zoom / real * 100.0) as f32
    }

    /// This part of the board as large as the canvas allows, with ground around it.
    pub fn fit_part(&mut self, part: Rect, canvas: egui::Rect) {
        self.fit(
            Size {
                w: part.w.max(1.0),
                h: part.h.max(1.0),
            },
            canvas,
        );
        self.centre = part.centre();
        self.fits = false;
    }
}

/// The board as it stands in the window in this frame.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    pub canvas: egui::Rect,
    pub zoom: f64,
    /// Where the board's corner is, on a physical pixel so that pictures stay sharp.
    pub origin: Pos2,
}

impl Stage {
    pub fn new(camera: &Camera, canvas: egui::Rect, pixels_per_point: f32) -> Stage {
        let at = |centre: f32, mm: f64| {
            let exact = f64::from(centre) - mm * camera.zoom;
            let ppp = f64::from(pixels_per_point);
            ((exact * ppp).round() / ppp) as f32
        };
        Stage {
            canvas,
            zoom: camera.zoom,
            origin: pos2(
                at(canvas.center().x, camera.centre.x),
                at(canvas.center().y, camera.centre.y),
            ),
        }
    }

    pub fn screen(&self, p: Point) -> Pos2 {
        self.origin + vec2((p.x * self.zoom) as f32, (p.y * self.zoom) as f32)
    }

    pub fn screen_rect(&self, r: Rect) -> egui::Rect {
        egui::Rect::from_min_max(self.screen(point(r.x, r.y)), self.screen(point(r.right(), r.bottom())))
    }

    pub fn board(&self, p: Pos2) -> Point {
        point(
            f64::from(p.x - self.origin.x) / self.zoom,
            f64::from(p.y - self.origin.y) / self.zoom,
        )
    }

    /// The part of the board's plane that the canvas shows.
    pub fn seen(&self) -> Rect {
        let (from, to) = (self.board(self.canvas.min), self.board(self.canvas.max));
        rect(from.x, from.y, to.x - from.x, to.y - from.y)
    }

    /// So many points in millimetres.
    pub fn mm(&self, points: f32) -> f64 {
        f64::from(points) / self.zoom
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::size;

    fn canvas() -> egui::Rect {
        egui::Rect::from_min_size(pos2(320.0, 92.0), vec2(800.0, 700.0))
    }

    #[test]
    fn zooming_keeps_what_is_under_the_cursor() {
        let mut camera = Camera::default();
        camera.fit(size(900.0, 1200.0), canvas());
        let cursor = pos2(500.0, 300.0);
        let before = Stage::new(&camera, canvas(), 1.0).board(cursor);
        for factor in [1.3, 2.0, 0.4] {
            camera.zoom_about(factor, cursor, canvas());
            let after = Stage::new(&camera, canvas(), 1.0).board(cursor);
            let slack = 1.0 / camera.zoom;
            assert!((after.x - before.x).abs() < slack && (after.y - before.y).abs() < slack);
        }
    }

    #[test]
    fn a_fitted_board_is_wholly_seen_and_panning_never_loses_it() {
        for board in [size(900.0, 1200.0), size(2400.0, 1200.0), size(800.0, 1800.0)] {
            let mut camera = Camera::default();
            camera.fit(board, canvas());
            let whole = rect(0.0, 0.0, board.w, board.h);
            let stage = Stage::new(&camera, canvas(), 1.25);
            assert!(canvas().contains_rect(stage.screen_rect(whole)));
            camera.pan(vec2(1e6, -1e6));
            camera.hold(board, canvas());
            let stage = Stage::new(&camera, canvas(), 1.25);
            assert!(stage.screen_rect(whole).intersects(canvas()));
        }
    }
}
