//! A plaza as a small plan to look at: ground, things, boards, and where one of them stands.

use crate::app::theme::tokens;
use crate::geom::Point;
use crate::model::{BoardId, Exhibition, Plaza, Stand};
use crate::plaza::ground::{bars_walking, ground_of, outline};
use crate::plaza::{facing_vector, footprint, triangles};
use egui::{Color32, Mesh, Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};

/// As large as the place allows. With `here` the others step back behind it.
pub fn small_plan(ui: &Ui, exhibition: &Exhibition, plaza: &Plaza, here: Option<BoardId>, place: Rect) {
    let t = tokens(ui);
    let zoom = (f64::from(place.width()) / plaza.size.w).min(f64::from(place.height()) / plaza.size.h);
    let origin = place.center() - vec2((plaza.size.w * zoom) as f32, (plaza.size.h * zoom) as f32) / 2.0;
    let screen = |p: &Point| pos2(origin.x + (p.x * zoom) as f32, origin.y + (p.y * zoom) as f32);
    let fill = |corners: &[Point], colour: Color32| {
        let mut mesh = Mesh::default();
        for corner in corners {
            mesh.colored_vertex(screen(corner), colour);
        }
        for [a, b, c] in triangles(corners) {
            mesh.add_triangle(a as u32, b as u32, c as u32);
        }
        ui.painter().add(Shape::mesh(mesh));
    };
    let edge = outline(plaza);
    fill(&edge, t.panel.0);
    let closed = edge.iter().map(screen).collect();
    ui.painter().add(Shape::closed_line(closed, Stroke::new(1.0, t.t3.0)));
    for thing in &plaza.venue.things {
        let colour = if bars_walking(thing.kind) { t.line2.0 } else { t.line.0 };
        for corners in ground_of(thing) {
            fill(&corners, colour);
        }
    }
    for (id, stand) in &plaza.places {
        let Some(board) = exhibition.board(*id) else {
            continue;
        };
        let front = facing_vector(stand.facing);
        // Thick enough to be seen, the face on its own side.
        let mut corners = footprint(board, stand);
        let thick = 1.6 / zoom;
        for corner in &mut corners[2..] {
            corner.x -= front.x * thick;
            corner.y -= front.y * thick;
        }
        fill(&corners, if here.is_some() { t.t3.0 } else { t.accent.0 });
    }
    if let Some(stand) = here.and_then(|board| plaza.places.get(&board)) {
        mark(ui, stand, &screen);
    }
}

/// A ring around the board, a tip towards its reader.
fn mark(ui: &Ui, stand: &Stand, screen: &dyn Fn(&Point) -> Pos2) {
    let t = tokens(ui);
    let at = screen(&stand.at);
    let front = facing_vector(stand.facing);
    let way = vec2(front.x as f32, front.y as f32);
    let across = way.rot90();
    let painter = ui.painter();
    painter.circle_filled(at, 13.0, t.accent.0.gamma_multiply(0.22));
    painter.circle(at, 6.5, t.accent.0, Stroke::new(2.0, t.panel.0));
    let tip = [way * 17.0, way * 9.0 + across * 5.0, way * 9.0 - across * 5.0].map(|by| at + by);
    painter.add(Shape::convex_polygon(tip.to_vec(), t.accent.0, Stroke::NONE));
}
