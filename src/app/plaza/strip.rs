//! The visiting order along the foot: thumbnails with numbers; dragging one gives it another number.

use super::plan::{Plan, Spot};
use super::{PlazaPane, deeds, say};
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::{widgets, words};
use crate::model::BoardId;
use egui::{Id, Key, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

pub const HEIGHT: f32 = 124.0;
const TILE: f32 = 56.0;
const GAP: f32 = 8.0;
const SIDE: f32 = 16.0;

/// A board on its way from the list to the plan.
#[derive(Clone, Copy)]
pub struct Held(pub BoardId);

#[derive(Default)]
pub struct Strip {
    /// Left edge and width of each tile, by the plan's version.
    places: Vec<(f32, f32)>,
    made_for: Option<u64>,
    offset: f32,
    /// The board the strip last scrolled to.
    shown: Option<BoardId>,
    drag: Option<Drag>,
}

struct Drag {
    moving: Vec<BoardId>,
    /// Before this place of the order.
    to: usize,
}

impl Strip {
    fn renew(&mut self, plan: &Plan) {
        if self.made_for == Some(plan.version) {
            return;
        }
        self.made_for = Some(plan.version);
        let mut x = SIDE;
        self.places = plan
            .spots
            .iter()
            .map(|spot| {
                let width = (f64::from(TILE) * spot.board.size.w / spot.board.size.h) as f32;
                let width = width.round().clamp(24.0, 160.0);
                let place = (x, width);
                x += width + GAP;
                place
            })
            .collect();
    }

    fn length(&self) -> f32 {
        self.places.last().map_or(0.0, |(x, width)| x + width + SIDE)
    }

    /// The gap nearest to a place, counted by the tile after it.
    fn gap_at(&self, x: f32) -> usize {
        self.places.partition_point(|(left, width)| left + width / 2.0 < x)
    }

    fn gap_x(&self, at: usize) -> f32 {
        match self.places.get(at) {
            Some((left, _)) => left - GAP / 2.0,
            None => self.length() - SIDE + GAP / 2.0,
        }
    }
}

pub fn strip_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, t.line.0));
    let head = Rect::from_min_size(rect.min + vec2(SIDE, 6.0), vec2(rect.width() - 2.0 * SIDE, 20.0));
    let title = lang.of(words::ORDER);
    widgets::told_in(ui, head, title, bold(12.0), t.t1);
    let width = ui.painter().layout_no_wrap(title.into(), bold(12.0), t.t1.0).size().x;
    let rest = Rect::from_min_max(pos2(head.left() + width + 12.0, head.top()), head.max);
    widgets::text_in(ui, rest, lang.of(words::ORDER_HINT), font(12.0), t.t3);
    pane.strip.renew(plan);
    let area = Rect::from_min_max(pos2(rect.left(), rect.top() + 28.0), rect.max);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
    let scroll = scrolled(&child, pane, plan, area);
    let output = scroll.show_viewport(&mut child, |ui, viewport| {
        ui.set_min_size(vec2(pane.strip.length(), area.height()));
        tiles_ui(ui, pane, plan, view, viewport, session, send);
    });
    pane.strip.offset = output.state.clamped_offset().x;
}

/// Follows the wheel, the choice made elsewhere, and a drag near its ends.
fn scrolled(ui: &Ui, pane: &mut PlazaPane, plan: &Plan, area: Rect) -> ScrollArea {
    let scroll = ScrollArea::horizontal().id_salt("order").auto_shrink([false, false]);
    let most = (pane.strip.length() - area.width()).max(0.0);
    let old = pane.strip.offset.min(most);
    let mut offset = old;
    let (pointer, wheel) = ui.input(|input| (input.pointer.hover_pos(), input.smooth_scroll_delta()));
    if let Some(at) = pointer.filter(|at| area.contains(*at)) {
        if wheel.y != 0.0 && wheel.x == 0.0 {
            offset -= wheel.y;
        }
        if pane.strip.drag.is_some() {
            let push = (48.0 - (at.x - area.left())).max(0.0) - (48.0 - (area.right() - at.x)).max(0.0);
            offset -= push / 4.0;
            if push != 0.0 {
                ui.ctx().request_repaint();
            }
        }
    }
    let last = pane.chosen.last().copied();
    if pane.strip.shown != last {
        pane.strip.shown = last;
        let at = last.and_then(|id| plan.spot(id)).map(|spot| spot.number - 1);
        if let Some((x, width)) = at.and_then(|at| pane.strip.places.get(at))
            && (*x < offset + SIDE || x + width > offset + area.width() - SIDE)
        {
            offset = x + width / 2.0 - area.width() / 2.0;
        }
    }
    let offset = offset.clamp(0.0, most);
    if offset == pane.strip.offset {
        scroll
    } else {
        scroll.horizontal_scroll_offset(offset)
    }
}

fn tiles_ui(
    ui: &Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    viewport: Rect,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let corner = ui.min_rect().min;
    let first = pane
        .strip
        .places
        .partition_point(|(x, width)| x + width < viewport.left());
    let last = pane.strip.places.partition_point(|(x, _)| *x < viewport.right());
    for at in first..last {
        let (x, width) = pane.strip.places[at];
        let tile = Rect::from_min_size(corner + vec2(x, 2.0), vec2(width, TILE + 22.0));
        tile_ui(ui, pane, plan, view, &plan.spots[at], tile, session, send);
    }
    let Some(drag) = &mut pane.strip.drag else { return };
    let (pointer, is_down, escaped) = ui.input(|input| {
        (
            input.pointer.latest_pos(),
            input.pointer.any_down(),
            input.key_pressed(Key::Escape),
        )
    });
    if escaped {
        pane.strip.drag = None;
        return;
    }
    let moving = drag.moving.clone();
    if let Some(pointer) = pointer {
        let to = pane.strip.gap_at(pointer.x - corner.x);
        if let Some(drag) = &mut pane.strip.drag {
            drag.to = to;
        }
        let x = corner.x + pane.strip.gap_x(to);
        let mark = Rect::from_min_max(pos2(x - 1.5, corner.y), pos2(x + 1.5, corner.y + TILE + 4.0));
        ui.painter().rect_filled(mark, 1, t.accent.0);
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    }
    if !is_down {
        let to = pane.strip.drag.take().map_or(0, |drag| drag.to);
        if let Some(command) = deeds::reordered(&view.exhibition.order, &moving, to) {
            send.command(command);
        }
    }
}

fn tile_ui(
    ui: &Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    spot: &Spot,
    tile: Rect,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let id = spot.board.id;
    let is_chosen = pane.chosen.contains(&id);
    let response = ui.interact(tile, Id::unique(("in order", id)), Sense::click_and_drag());
    let spoken = say::in_sequence(view.lang, spot);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &spoken));
    let picture = Rect::from_min_size(tile.min + vec2(0.0, 4.0), vec2(tile.width(), TILE));
    let px = (TILE * ui.ctx().pixels_per_point()).round() as u32;
    widgets::thumbnail(ui, picture, view.pictures.board(view.exhibition, &spot.board, px));
    let is_moving = pane.strip.drag.as_ref().is_some_and(|drag| drag.moving.contains(&id));
    if is_moving {
        ui.painter().rect_filled(picture, 0, t.panel.0.gamma_multiply(0.6));
    }
    if is_chosen || response.hovered() {
        let stroke = Stroke::new(if is_chosen { 2.0 } else { 1.0 }, t.accent.0);
        ui.painter()
            .rect_stroke(picture.expand(2.0), 3, stroke, StrokeKind::Outside);
    }
    widgets::focus_ring(ui, &response, picture.expand(3.0), 4);
    let (face, colour) = if is_chosen {
        (bold(11.0), t.accent.0)
    } else {
        (font(11.0), t.t2.0)
    };
    let number = pos2(picture.center().x, picture.bottom() + 11.0);
    let text = format!("{:03}", spot.number);
    ui.painter()
        .text(number, egui::Align2::CENTER_CENTER, text, face, colour);
    if spot.stand.is_none() {
        let dot = picture.right_top() + vec2(-5.0, 5.0);
        ui.painter().circle_filled(dot, 4.0, t.warn_icon.0);
    }
    if response.clicked() {
        pane.settle(send);
        pane.pick(ui, session, plan, id);
        // Where the hand already is, the strip need not move.
        pane.strip.shown = pane.chosen.last().copied();
    }
    if response.double_clicked() {
        send.send(Message::OpenBoard(id));
    }
    if response.drag_started() {
        pane.settle(send);
        if !is_chosen {
            pane.choose(session, &[id]);
            pane.strip.shown = Some(id);
        }
        pane.strip.drag = Some(Drag {
            moving: pane.chosen.clone(),
            to: spot.number - 1,
        });
    }
    response.on_hover_text(format!("{:03}　{}\n{}", spot.number, spot.title, spot.unit));
}
