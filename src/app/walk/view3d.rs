//! The view itself: painted, dragged, clicked, walked by keys; the small plan in its corner.

use super::motion::{Motion, Push};
use super::{Place, WalkPane, say, title_of};
use crate::app::actions::Action;
use crate::app::fields::DIGITS;
use crate::app::session::Session;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::model::Plaza;
use crate::screen::{Look, Textures};
use crate::walk::{Camera, Eye, Scene, dazzle_now, v3};
use egui::{
    Color32, CursorIcon, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Shape, Stroke, TextureId,
    Ui, WidgetInfo, pos2, vec2,
};

/// While one moves, boards need not be sharper than what is kept on disk.
const MOVING_PX: u32 = 384;
/// Boards farther than this do not answer to clicks.
const REACH: f32 = 30.0;

struct Shown<'a> {
    view: &'a View<'a>,
    boards: Vec<crate::model::BoardId>,
    fronts: Vec<crate::base::Digest>,
    is_moving: bool,
}

impl Textures for Shown<'_> {
    fn panel(&mut self, index: u32, high_px: u32) -> Option<Look> {
        let board = self.view.exhibition.board(*self.boards.get(index as usize)?)?;
        let px = if self.is_moving {
            high_px.min(MOVING_PX)
        } else {
            high_px
        };
        self.view.pictures.look(self.view.exhibition, board, px)
    }

    fn front(&mut self, index: u32) -> Option<TextureId> {
        let facts = self.view.exhibition.photos.get(self.fronts.get(index as usize)?)?;
        self.view.pictures.photo(facts, 1024)
    }
}

pub fn view_ui(
    ui: &mut Ui,
    pane: &mut WalkPane,
    place: &mut Place,
    plaza: &Plaza,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let rect = ui.available_rect_before_wrap();
    let response = ui.interact(rect, Id::unique("walk view"), Sense::click_and_drag());
    let spoken = format!("{} {}", view.lang.of(say::WALK), plaza.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &spoken));
    if session.take_view_action() == Some(Action::WalkPicture) {
        pane.ask_shot(plaza, [rect.width(), rect.height()], send);
    }
    let eye_before = pane.eye(plaza);
    let push = keys(ui, pane, place, plaza, view, session, send, &response);
    look(pane, plaza, &response, rect);
    let seconds = ui.input(|input| input.stable_dt).clamp(0.0, 0.1);
    if pane.advance(plaza, &place.scene, push, seconds) {
        ui.ctx().request_repaint();
    }
    let eye = pane.eye(plaza);
    let is_moving = (eye.at - eye_before.at).length() > 1e-3
        || (eye.heading - eye_before.heading).abs() > 0.02
        || (eye.pitch - eye_before.pitch).abs() > 0.02;
    if is_moving {
        // The frame in which all stands still is the sharp one.
        ui.ctx().request_repaint();
    }
    let camera = Camera::new(&eye, [rect.width(), rect.height()]);
    let mut shown = Shown {
        view,
        boards: place.scene.panels.iter().map(|face| face.board).collect(),
        fronts: place.scene.fronts.clone(),
        is_moving,
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    place
        .painter
        .paint(&painter, rect, &place.scene, &place.light, &camera, &mut shown);
    pointer(ui, pane, place, &camera, view, rect, &response, send);
    if place.scene.panels.is_empty() {
        let t = tokens(ui);
        let galley = ui
            .painter()
            .layout_no_wrap(view.lang.of(say::NO_BOARDS).into(), font(14.0), t.t1.0);
        let plate = Rect::from_center_size(rect.center(), galley.size() + vec2(32.0, 20.0));
        ui.painter().rect_filled(plate, 8, t.raised.0.gamma_multiply(0.92));
        ui.painter()
            .galley(plate.center() - galley.size() / 2.0, galley, t.t1.0);
    }
    minimap(ui, pane, &place.scene, plaza, &eye, rect, view);
}

#[expect(clippy::too_many_arguments, reason = "what a frame of the walk knows, named once")]
fn keys(
    ui: &Ui,
    pane: &mut WalkPane,
    place: &Place,
    plaza: &Plaza,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
    response: &Response,
) -> Push {
    let focused = ui.memory(|memory| memory.focused());
    let is_barred = egui::Popup::is_any_open(ui.ctx()) || ui.memory(|memory| memory.top_modal_layer().is_some());
    if is_barred || focused.is_some_and(|id| id != response.id) {
        return Push::default();
    }
    if focused.is_none() {
        // The key that ended an input beside the view is not meant for the view.
        response.request_focus();
        return Push::default();
    }
    let filter = EventFilter {
        tab: false,
        horizontal_arrows: true,
        vertical_arrows: true,
        escape: true,
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    for (key, is_next) in [(Key::PageDown, true), (Key::PageUp, false)] {
        if pressed(key) {
            pane.step(plaza, &place.scene, is_next, session);
        }
    }
    if pressed(Key::Space) {
        pane.play(view.exhibition, plaza);
    }
    if pressed(Key::B) {
        pane.bookmark(plaza, view, send);
    }
    for (key, mark) in DIGITS[1..].iter().zip(&plaza.bookmarks) {
        if pressed(*key) {
            pane.stand(plaza, Eye::of(mark));
        }
    }
    if pressed(Key::Escape) {
        match pane.motion {
            Motion::Still => send.act(Action::Walk),
            Motion::To(_) | Motion::Tour(_) => pane.motion = Motion::Still,
        }
    }
    // Who holds the key in an input until it repeats here did not ask for a board.
    let is_new = ui.input(|input| input.events.iter().any(is_enter));
    if pressed(Key::Enter) && is_new && !place.scene.panels.is_empty() {
        let nearest = &place.scene.panels[pane.nearest(plaza, &place.scene)];
        send.send(Message::OpenBoard(nearest.board));
    }
    ui.input(|input| {
        if input.modifiers.command || input.modifiers.alt {
            return Push::default();
        }
        let down = |keys: [Key; 2]| f32::from(u8::from(keys.iter().any(|key| input.key_down(*key))));
        Push {
            ahead: down([Key::W, Key::ArrowUp]) - down([Key::S, Key::ArrowDown]),
            aside: down([Key::D, Key::D]) - down([Key::A, Key::A]),
            turn: down([Key::ArrowRight, Key::E]) - down([Key::ArrowLeft, Key::Q]),
            is_fast: input.modifiers.shift,
        }
    })
}

fn is_enter(event: &egui::Event) -> bool {
    let egui::Event::Key {
        key, pressed, repeat, ..
    } = event
    else {
        return false;
    };
    *key == Key::Enter && *pressed && !*repeat
}

/// Dragging takes hold of the world, as on a map.
fn look(pane: &mut WalkPane, plaza: &Plaza, response: &Response, rect: Rect) {
    if !response.dragged() {
        return;
    }
    response.request_focus();
    let by = response.drag_delta() * (70.0 / rect.width().max(1.0));
    let mut eye = pane.eye(plaza);
    eye.heading = (eye.heading - by.x).rem_euclid(360.0);
    eye.pitch = (eye.pitch + by.y).clamp(-50.0, 50.0);
    if matches!(&pane.motion, Motion::Tour(_)) {
        pane.motion = Motion::Still;
    }
    pane.eyes.insert(plaza.id, eye);
}

#[expect(clippy::too_many_arguments, reason = "what a frame of the walk knows, named once")]
fn pointer(
    ui: &Ui,
    pane: &mut WalkPane,
    place: &Place,
    camera: &Camera,
    view: &View<'_>,
    rect: Rect,
    response: &Response,
    send: &mut Sender,
) {
    let Some(at) = response.hover_pos() else { return };
    let spot = at - rect.min;
    let ray = camera.ray(spot.x, spot.y);
    let ground = camera.ground(spot.x, spot.y);
    let away = ground.map_or(f32::INFINITY, |ground| (ground - camera.eye).length());
    let hit = place
        .scene
        .hit(camera.eye, ray)
        .filter(|(_, t)| ray.length() * t < away.min(REACH));
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    } else if hit.is_some() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    }
    if response.clicked() {
        response.request_focus();
        match (&hit, ground) {
            (Some((face, _)), _) => send.send(Message::OpenBoard(face.board)),
            (None, Some(ground)) => pane.motion = Motion::To(ground),
            (None, None) => {}
        }
        ui.ctx().request_repaint();
    }
    if let Some((face, _)) = hit.filter(|_| !response.dragged()) {
        let mut words = title_of(view.exhibition, face.board, face.number);
        if let Some(kind) = dazzle_now(face, &place.light, &place.scene) {
            words = format!("{words}\n{}", view.lang.of(say::kind(kind)));
        }
        response.clone().on_hover_text_at_pointer(words);
    }
}

/// The plan in the corner: boards, the eye and what it sees. A click goes there.
fn minimap(ui: &Ui, pane: &mut WalkPane, scene: &Scene, plaza: &Plaza, eye: &Eye, rect: Rect, view: &View<'_>) {
    let t = tokens(ui);
    let [w, h] = scene.size;
    let zoom = (190.0 / w).min(150.0 / h);
    let size = vec2(w * zoom, h * zoom);
    let map = Rect::from_min_size(pos2(rect.left() + 14.0, rect.bottom() - 14.0 - size.y), size);
    let painter = ui.painter();
    painter.rect_filled(map.expand(6.0), 8, t.raised.0.gamma_multiply(0.9));
    painter.rect_stroke(map, 2, Stroke::new(1.0, t.line2.0), egui::StrokeKind::Inside);
    let at = |x: f32, y: f32| -> Pos2 { map.min + vec2(x, y) * zoom };
    for face in &scene.panels {
        let half = face.side * (face.w / 2.0);
        let ends = [face.foot_at - half, face.foot_at + half].map(|p| at(p.x, p.y));
        painter.line_segment(ends, Stroke::new(2.0, t.t2.0));
    }
    let here = at(eye.at.x, eye.at.y);
    let here = pos2(
        here.x.clamp(map.left(), map.right()),
        here.y.clamp(map.top(), map.bottom()),
    );
    let (ahead, right) = (eye.ahead(), eye.right());
    let (ahead, right) = (vec2(ahead.x, ahead.y), vec2(right.x, right.y));
    let cone = vec![
        here,
        here + ahead * 26.0 - right * 17.0,
        here + ahead * 26.0 + right * 17.0,
    ];
    let fill = t.accent.0.gamma_multiply(0.28);
    painter.add(Shape::convex_polygon(cone, fill, Stroke::NONE));
    painter.circle(here, 4.5, t.accent.0, Stroke::new(1.5, Color32::WHITE));
    let response = ui.interact(map, Id::unique("walk map"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.lang.of(say::SMALL_PLAN)));
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let to = (pointer - map.min) / zoom;
        let eye = pane.eye(plaza);
        pane.stand(
            plaza,
            Eye {
                at: v3(to.x, to.y, eye.at.z),
                ..eye
            },
        );
        ui.ctx().request_repaint();
    }
    response.on_hover_text(view.lang.of(say::SMALL_PLAN));
}
