//! Lines over the board that are never printed: guides, the grid of templates, what the shop does to the sheet, gaps.

use super::Scene;
use super::gaps::Gap;
use super::rulers::GuideAt;
use crate::app::tasks::shop_of;
use crate::app::theme::{bold, tokens};
use crate::geom::{Rect, Size, point, rect};
use egui::{Color32, Painter, Pos2, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

/// The columns that all templates are built on: margins of a 15th of the short side, gutters of a 60th, 12 columns, 24 on
/// boards twice as wide as high.
pub fn columns(board: Size) -> Vec<Rect> {
    let short = board.w.min(board.h);
    let (margin, gutter) = (short / 15.0, short / 60.0);
    let count = if board.w >= board.h * 1.9 { 24 } else { 12 };
    let width = (board.w - 2.0 * margin - gutter * f64::from(count - 1)) / f64::from(count);
    if width <= 0.0 {
        return Vec::new();
    }
    let column = |at: i32| {
        let x = margin + f64::from(at) * (width + gutter);
        rect(x, margin, width, board.h - 2.0 * margin)
    };
    (0..count).map(column).collect()
}

/// Under the hand's own marks; guides above the grid.
pub fn overlays_ui(ui: &Ui, scene: &Scene<'_>, held: Option<GuideAt>) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    if scene.choices.shows_grid {
        for column in columns(scene.board.size) {
            let place = scene.stage.screen_rect(column);
            painter.rect_filled(place, 0, t.guide.0.gamma_multiply(0.10));
            let edge = Stroke::new(1.0, t.guide.0.gamma_multiply(0.35));
            painter.vline(place.left(), place.y_range(), edge);
            painter.vline(place.right(), place.y_range(), edge);
        }
    }
    if scene.choices.shows_finishing {
        finishing(&painter, t.error.0, scene);
    }
    if scene.choices.shows_guides {
        let canvas = scene.stage.canvas;
        for is_upright in [true, false] {
            for (index, line) in scene.board.guides.of(is_upright).iter().enumerate() {
                let is_held = held == Some(GuideAt { is_upright, index });
                let stroke = Stroke::new(if is_held { 2.0 } else { 1.0 }, t.guide.0);
                let at = scene.stage.screen(point(*line, *line));
                if is_upright {
                    painter.vline(at.x, canvas.y_range(), stroke);
                } else {
                    painter.hline(canvas.x_range(), at.y, stroke);
                }
            }
        }
    }
}

/// Eyelets, folds and the cassette's grip, where the shop will have them.
fn finishing(painter: &Painter, colour: Color32, scene: &Scene<'_>) {
    let shop = shop_of(scene.view.exhibition);
    let cut = shop.cut(scene.board.size);
    let stroke = Stroke::new(1.5, colour);
    if let Some(eyelets) = &shop.finishing.eyelets {
        let radius = (eyelets.diameter / 2.0 * scene.stage.zoom).max(2.0) as f32;
        for middle in eyelets.middles(cut) {
            let at = scene.stage.screen(middle);
            painter.circle(at, radius, Color32::from_white_alpha(160), stroke);
        }
    }
    if let Some(inside) = shop.finishing.inside_hem(cut) {
        dashed(painter, scene.stage.screen_rect(inside), stroke);
    }
    let is_rollup = scene
        .view
        .exhibition
        .template_of(scene.board)
        .is_some_and(|template| template.is_rollup());
    if let Some(strip) = shop.finishing.clamped(cut, is_rollup) {
        let place = scene.stage.screen_rect(strip);
        painter.rect(place, 0, colour.gamma_multiply(0.15), stroke, StrokeKind::Inside);
    }
    if cut != rect(0.0, 0.0, scene.board.size.w, scene.board.size.h) {
        painter.rect_stroke(scene.stage.screen_rect(cut), 0, stroke, StrokeKind::Outside);
    }
}

fn dashed(painter: &Painter, area: egui::Rect, stroke: Stroke) {
    let corners = [
        area.left_top(),
        area.right_top(),
        area.right_bottom(),
        area.left_bottom(),
        area.left_top(),
    ];
    painter.extend(Shape::dashed_line(&corners, stroke, 6.0, 4.0));
}

/// Rooms between things, each with its length.
pub fn gaps_ui(ui: &Ui, scene: &Scene<'_>, gaps: &[Gap]) {
    let t = tokens(ui);
    let painter = ui.painter().with_clip_rect(scene.stage.canvas);
    let stroke = Stroke::new(1.0, t.measure.0);
    for gap in gaps {
        let (from, to) = (scene.stage.screen(gap.from), scene.stage.screen(gap.to));
        painter.line_segment([from, to], stroke);
        let across = if (from.x - to.x).abs() > (from.y - to.y).abs() {
            vec2(0.0, 4.0)
        } else {
            vec2(4.0, 0.0)
        };
        for end in [from, to] {
            painter.line_segment([end - across, end + across], stroke);
        }
        let middle = from + (to - from) / 2.0;
        tag(&painter, t.measure.0, middle, &millimetres(gap.mm()));
    }
}

/// To a tenth, without it where there is none.
pub fn millimetres(mm: f64) -> String {
    let tenths = (mm * 10.0).round() / 10.0;
    if tenths.fract() == 0.0 {
        format!("{tenths:.0} mm")
    } else {
        format!("{tenths:.1} mm")
    }
}

fn tag(painter: &Painter, colour: Color32, middle: Pos2, text: &str) {
    let galley = painter.layout_no_wrap(text.into(), bold(11.0), Color32::WHITE);
    let place = egui::Rect::from_center_size(middle, galley.size() + vec2(8.0, 2.0));
    painter.rect_filled(place, 3, colour);
    painter.galley(pos2(place.left() + 4.0, place.top() + 1.0), galley, Color32::WHITE);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::size;

    #[test]
    fn the_grid_is_the_one_that_templates_stand_on() {
        let grid = columns(size(900.0, 1200.0));
        assert_eq!(grid.len(), 12);
        assert_eq!((grid[0].x, grid[0].w), (60.0, 51.25));
        assert!((grid[11].right() - 840.0).abs() < 1e-9);
        assert_eq!(columns(size(2400.0, 1200.0)).len(), 24);
    }

    #[test]
    fn lengths_are_said_to_a_tenth() {
        assert_eq!(millimetres(12.0), "12 mm");
        assert_eq!(millimetres(12.345), "12.3 mm");
    }
}
