//! Rulers in centimetres along two edges of the canvas, and guides: drawn out of them, moved, typed, dragged back.

use super::tool::Tool;
use super::{BoardPane, Scene, menu, say};
use crate::app::actions::Action;
use crate::app::fields;
use crate::app::theme::{Depth, Tokens, font, tokens};
use crate::app::view::{Message, Sender};
use crate::app::widgets;
use crate::geom::point;
use crate::model::{Board, Command, Guides};
use egui::{Align, CursorIcon, Layout, Popup, Pos2, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo};
use egui::{pos2, vec2};
use egui_material_icons::icons as i;

/// How much of the canvas a ruler takes, in points.
pub const WIDE: f32 = 20.0;
/// A guide is grabbed within so many points.
const GRAB: f32 = 4.0;

/// One guide of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GuideAt {
    pub is_upright: bool,
    pub index: usize,
}

/// A guide under the hand.
#[derive(Clone, Debug)]
pub struct GuideDrag {
    pub guide: GuideAt,
    start: Guides,
    /// `None`: let go here, it is gone.
    pub now: Option<f64>,
}

impl GuideDrag {
    /// The guide at this index, or a new one where there is none yet.
    pub fn start(board: &Board, guide: GuideAt) -> GuideDrag {
        GuideDrag {
            guide,
            start: board.guides.clone(),
            now: board.guides.of(guide.is_upright).get(guide.index).copied(),
        }
    }

    /// On whole millimetres, or on an edge that is near; `is_free`: wherever the hand is. Over a ruler it goes away.
    pub fn go(&mut self, scene: &Scene<'_>, at: Pos2, is_free: bool) -> Option<Command> {
        let GuideAt { is_upright, index } = self.guide;
        let canvas = scene.stage.canvas;
        let is_away = at.x < canvas.left() || at.y < canvas.top() || !canvas.expand(WIDE).contains(at);
        let exact = scene.stage.board(at);
        let exact = if is_upright { exact.x } else { exact.y };
        let near = |line: &f64| (line - exact).abs() <= scene.stage.mm(6.0);
        let edge = edges(scene, is_upright).into_iter().filter(near);
        let edge = edge.min_by(|a, b| (a - exact).abs().total_cmp(&(b - exact).abs()));
        let now = match (is_away, is_free) {
            (true, _) => None,
            (_, true) => Some(exact),
            _ => Some(edge.unwrap_or(exact.round())),
        };
        if now == self.now {
            return None;
        }
        self.now = now;
        let mut guides = self.start.clone();
        let lines = guides.of_mut(is_upright);
        match (now, lines.get_mut(index)) {
            (Some(now), Some(line)) => *line = now,
            (Some(now), None) => lines.push(now),
            (None, Some(_)) => {
                lines.remove(index);
            }
            (None, None) => {}
        }
        Some(set(scene.board, guides))
    }
}

fn set(board: &Board, guides: Guides) -> Command {
    Command::SetGuides {
        board: board.id,
        guides,
    }
}

/// Edges and middles that a guide may stand on.
fn edges(scene: &Scene<'_>, is_upright: bool) -> Vec<f64> {
    let areas = scene.laid.areas.values().filter(|(_, angle)| *angle == 0.0);
    areas
        .flat_map(|(area, _)| match is_upright {
            true => [area.x, area.centre().x, area.right()],
            false => [area.y, area.centre().y, area.bottom()],
        })
        .collect()
}

/// The guide under a point of the window, where guides can be taken hold of.
pub fn guide_at(scene: &Scene<'_>, at: Pos2) -> Option<GuideAt> {
    let guides = &scene.board.guides;
    if !scene.choices.shows_guides || guides.are_locked {
        return None;
    }
    [true, false].into_iter().find_map(|is_upright| {
        let off = |line: &f64| match is_upright {
            true => (scene.stage.screen(point(*line, 0.0)).x - at.x).abs(),
            false => (scene.stage.screen(point(0.0, *line)).y - at.y).abs(),
        };
        let index = guides.of(is_upright).iter().position(|line| off(line) <= GRAB)?;
        Some(GuideAt { is_upright, index })
    })
}

/// An action of the table on all guides.
pub fn act(scene: &Scene<'_>, action: Action, send: &mut Sender) {
    let mut guides = scene.board.guides.clone();
    match action {
        Action::LockGuides => guides.are_locked ^= true,
        Action::ClearGuides => {
            guides.upright.clear();
            guides.level.clear();
        }
        _ => {}
    }
    send.command(set(scene.board, guides));
}

pub fn rulers_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, send: &mut Sender) {
    let canvas = scene.stage.canvas;
    let across = Rect::from_min_max(canvas.min - vec2(0.0, WIDE), pos2(canvas.right(), canvas.top()));
    let down = Rect::from_min_max(canvas.min - vec2(WIDE, 0.0), pos2(canvas.left(), canvas.bottom()));
    let t = tokens(ui);
    let corner = Rect::from_min_max(canvas.min - vec2(WIDE, WIDE), canvas.min);
    ui.painter().rect_filled(corner, 0, t.panel.0);
    for (is_upright, place, name) in [(false, across, say::RULER_ACROSS), (true, down, say::RULER_DOWN)] {
        ui.painter().rect_filled(place, 0, t.panel.0);
        ticks(ui, t, scene, place, !is_upright);
        let id = super::keys::canvas_id().with(("ruler", is_upright));
        let response = ui.interact(place, id, Sense::click_and_drag());
        let name = scene.lang().of(name);
        response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
        draw_out(ui, pane, scene, &response, is_upright, send);
        menu_ui(&response, pane, scene, is_upright, send);
        let told = response.on_hover_text(scene.lang().of(say::RULER_HELP));
        if told.hovered() {
            let icon = if is_upright {
                CursorIcon::ResizeHorizontal
            } else {
                CursorIcon::ResizeVertical
            };
            ui.ctx().set_cursor_icon(icon);
        }
    }
    let line = Stroke::new(1.0, t.line.0);
    ui.painter().hline(across.x_range(), across.bottom() - 0.5, line);
    ui.painter().vline(down.right() - 0.5, down.y_range(), line);
    if let Some(at) = ui
        .input(|input| input.pointer.latest_pos())
        .filter(|at| canvas.contains(*at))
    {
        let mark = Stroke::new(1.0, t.accent.0);
        ui.painter().vline(at.x, across.y_range(), mark);
        ui.painter().hline(down.x_range(), at.y, mark);
    }
}

/// Millimetres between numbers, and between ticks, at so many points a millimetre.
fn steps(zoom: f64) -> (f64, f64) {
    let all = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0];
    let step = all.into_iter().find(|step| step * zoom >= 46.0).unwrap_or(5000.0);
    let fine = if step * zoom / 10.0 >= 5.0 { 10.0 } else { 5.0 };
    (step, step / fine)
}

fn ticks(ui: &Ui, t: &Tokens, scene: &Scene<'_>, place: Rect, is_across: bool) {
    let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
    let seen = scene.stage.seen();
    let (from, to) = if is_across {
        (seen.x, seen.right())
    } else {
        (seen.y, seen.bottom())
    };
    let (step, fine) = steps(scene.stage.zoom);
    let mut tick = (from / fine).floor() as i64;
    let count = ((to - from) / fine).ceil() as i64 + 1;
    let (last, per) = (tick + count, (step / fine).round() as i64);
    while tick <= last {
        let mm = tick as f64 * fine;
        let at = scene.stage.screen(point(mm, mm));
        let is_main = tick.rem_euclid(per) == 0;
        let long = if is_main { WIDE } else { 5.0 };
        let stroke = Stroke::new(1.0, if is_main { t.line2.0 } else { t.line.0 });
        if is_across {
            painter.vline(at.x, (place.bottom() - long)..=place.bottom(), stroke);
        } else {
            painter.hline((place.right() - long)..=place.right(), at.y, stroke);
        }
        if is_main {
            number(&painter, t, mm, at, place, is_across);
        }
        tick += 1;
    }
}

fn number(painter: &egui::Painter, t: &Tokens, mm: f64, at: Pos2, place: Rect, is_across: bool) {
    let text = if mm.fract() == 0.0 {
        format!("{mm:.0}")
    } else {
        format!("{mm:.1}")
    };
    let galley = painter.layout_no_wrap(text, font(10.0), t.t3.0);
    if is_across {
        painter.galley(pos2(at.x + 3.0, place.top() + 1.0), galley, t.t3.0);
        return;
    }
    // Read from below, as on a folding rule.
    let corner = pos2(place.left() + 2.0, at.y - 3.0);
    let shape = egui::epaint::TextShape::new(corner, galley, t.t3.0).with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(shape);
}

fn draw_out(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    is_upright: bool,
    send: &mut Sender,
) {
    if response.drag_started() {
        pane.settle(send);
        pane.drop_tool(send);
        pane.guide_field = None;
        ui.memory_mut(|memory| memory.request_focus(super::keys::canvas_id()));
        send.send(Message::Begin);
        let index = scene.board.guides.of(is_upright).len();
        pane.tool = Tool::Guide(GuideDrag::start(scene.board, GuideAt { is_upright, index }));
    }
    let Tool::Guide(drag) = &mut pane.tool else { return };
    if drag.guide.is_upright != is_upright {
        return;
    }
    if response.dragged()
        && let Some(at) = response.interact_pointer_pos()
        && let Some(command) = drag.go(scene, at, ui.input(|input| input.modifiers.command))
    {
        send.command(command);
    }
    if response.drag_stopped() {
        pane.tool = Tool::Idle;
        send.send(Message::Commit);
    }
}

fn menu_ui(response: &Response, pane: &mut BoardPane, scene: &Scene<'_>, is_upright: bool, send: &mut Sender) {
    let lang = scene.lang();
    if response.secondary_clicked() {
        pane.guide_wanted = response.interact_pointer_pos();
    }
    Popup::context_menu(response).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if widgets::menu_row(ui, Some(i::ICON_ADD), lang.of(say::NEW_GUIDE), "", true, false).clicked() {
            let at = pane.guide_wanted.map(|at| scene.stage.board(at)).unwrap_or_default();
            let mut guides = scene.board.guides.clone();
            let lines = guides.of_mut(is_upright);
            lines.push(if is_upright { at.x.round() } else { at.y.round() });
            let index = lines.len() - 1;
            send.command(set(scene.board, guides));
            pane.guide_field = Some(GuideAt { is_upright, index });
            ui.close();
        }
        menu::divider(ui);
        let rows = [
            Action::LockGuides,
            Action::ClearGuides,
            Action::ToggleGuides,
            Action::ToggleRulers,
        ];
        menu::rows(ui, lang, &rows, send);
    });
}

/// The exact place of a guide, typed; with a way to take it away.
pub fn field_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, send: &mut Sender) {
    let Some(GuideAt { is_upright, index }) = pane.guide_field else {
        return;
    };
    let Some(now) = scene.board.guides.of(is_upright).get(index).copied() else {
        return;
    };
    let t = tokens(ui);
    let lang = scene.lang();
    let canvas = scene.stage.canvas;
    let on = scene.stage.screen(point(now, now));
    let corner = if is_upright {
        pos2(on.x + 8.0, canvas.top() + 8.0)
    } else {
        pos2(canvas.left() + 8.0, on.y + 8.0)
    };
    let size = vec2(190.0, 40.0);
    let corner = corner.clamp(canvas.min, (canvas.max - size).max(canvas.min));
    let place = Rect::from_min_size(corner, size);
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 8));
    let edge = Stroke::new(1.0, t.line.0);
    ui.painter().rect(place, 8, t.raised.0, edge, egui::StrokeKind::Inside);
    ui.interact(
        place,
        super::keys::canvas_id().with("guide field"),
        Sense::click_and_drag(),
    );
    let room = UiBuilder::new()
        .id_salt(("guide field", is_upright, index))
        .max_rect(place.shrink2(vec2(6.0, 4.0)))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(room, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let typed = fields::number(ui, lang.of(say::GUIDE_PLACE), now, "mm", 110.0);
        let mut guides = scene.board.guides.clone();
        if let Some(typed) = typed {
            guides.of_mut(is_upright)[index] = typed;
            send.command(set(scene.board, guides.clone()));
            pane.guide_field = None;
        }
        if widgets::icon_button_sized(ui, i::ICON_DELETE, lang.of(say::DROP_GUIDE), false, true, 28.0).clicked() {
            guides.of_mut(is_upright).remove(index);
            send.command(set(scene.board, guides));
            pane.guide_field = None;
        }
        if widgets::icon_button_sized(ui, i::ICON_CHECK, lang.of(say::GUIDE_DONE), false, true, 28.0).clicked() {
            pane.guide_field = None;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_apart_at_every_zoom() {
        for zoom in [0.02, 0.3, 1.0, 4.0, 40.0, 240.0] {
            let (step, fine) = steps(zoom);
            assert!(step * zoom >= 46.0 || step == 5000.0, "{zoom}");
            assert!(fine * zoom >= 4.0 && (step / fine).fract() == 0.0, "{zoom}");
        }
    }
}
