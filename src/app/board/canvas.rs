//! The canvas: toolbar above, the board on its ground, zoom and script below. Pointer and keys are in `tool` and `keys`.

use super::camera::Stage;
use super::tool::Tool;
use super::{
    BoardPane, Scene, deeds, eye, far, floats, grab, keys, menu, overlays, paint, photo, rulers, say, tool, toolbar,
    writing, writing_ui,
};
use crate::app::actions::{self, Action};
use crate::app::session::Session;
use crate::app::theme::tokens;
use crate::app::view::{Message, PhotoPlace, Sender, View};
use crate::app::{widgets, words};
use crate::base::Digest;
use crate::geom::Rect;
use crate::layout::Laid;
use crate::model::{Board, ElementId, ElementKind};
use egui::{DragAndDrop, Panel, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use egui_material_icons::icons as i;
use std::path::PathBuf;
use std::sync::Arc;

/// A photo on its way from the list to the board.
#[derive(Clone, Copy)]
pub struct HeldPhoto(pub Digest);

pub fn canvas_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    laid: &Arc<Laid>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    Panel::top("canvas tools")
        .exact_size(44.0)
        .resizable(false)
        .frame(egui::Frame::new().fill(t.panel.0))
        .show_separator_line(false)
        .show(ui, |ui| toolbar::toolbar_ui(ui, pane, view, board, session, send));
    let mut canvas = ui.available_rect_before_wrap();
    let choices = session.settings.canvas;
    if choices.shows_rulers {
        canvas.min += vec2(rulers::WIDE, rulers::WIDE);
    }
    ui.painter().rect_filled(canvas, 0, t.ground.0);
    let response = ui.interact(canvas, keys::canvas_id(), Sense::click_and_drag());
    let spoken = format!("{} {}", view.lang.of(say::CANVAS), board.title());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &spoken));
    let ppp = ui.ctx().pixels_per_point();
    let camera = pane.cameras.entry(board.id).or_default();
    let real = choices.px_per_mm.map_or(super::camera::REAL, |px| px / f64::from(ppp));
    if camera.fits {
        camera.fit(board.size, canvas);
    }
    if let Some(metres) = pane.far {
        camera.fit(board.size, canvas);
        camera.zoom = far::zoom(real, metres);
    } else {
        camera.hold(board.size, canvas);
    }
    wheel(ui, pane, board, canvas, &response);
    let camera = pane.cameras.entry(board.id).or_default();
    camera.hold(board.size, canvas);
    session.zoom = Some(camera.percent_of(real));
    let scene = Scene {
        view,
        board,
        laid,
        stage: Stage::new(camera, canvas, ppp),
        choices,
    };
    if let Some(action) = session.take_view_action() {
        view_action(ui, pane, &scene, session, action, real, send);
    }
    if choices.shows_rulers {
        rulers::rulers_ui(ui, pane, &scene, send);
    }
    writing::begin_next(pane, &scene, session);
    if !writing::keys_ui(ui, pane, &scene, session, send) {
        keys::keys_ui(ui, pane, &scene, session, send);
    }
    if pane.far.is_none() && !writing_ui::pointer_ui(ui, pane, &scene, &response, send) {
        tool::pointer_ui(ui, pane, &scene, &response, session, send);
    }
    crop_wheel(ui, pane, &scene, &response, send);
    paint::board_ui(ui, pane, &scene, session.settings.shows_bleed);
    if pane.far.is_none() {
        paint::empty_ui(ui, &scene);
        let held = match &pane.tool {
            Tool::Guide(drag) => Some(drag.guide),
            _ => pane.guide_field,
        };
        overlays::overlays_ui(ui, &scene, held);
    }
    eye::legend_ui(ui, pane.eye, canvas, view.lang);
    let hovered = response
        .hover_pos()
        .filter(|_| pane.far.is_none())
        .and_then(|at| grab::found(&scene, scene.stage.board(at)));
    paint::marks_ui(ui, pane, &scene, session, hovered);
    if let Some(element) = paint::spoken_ui(ui, pane, &scene, session) {
        pane.choose(board, session, &[element]);
        response.request_focus();
    }
    drops_ui(ui, pane, &scene, &response, session, send);
    menu::menu_ui(&response, pane, &scene, session, send);
    if board.elements.is_empty() {
        empty_board_ui(ui, &scene, send);
    }
    writing_ui::writing_ui(ui, pane, &scene, session, send);
    floats::floats_ui(ui, pane, &scene, session, send);
    toolbar::foot_ui(ui, pane, &scene, real, send);
    rulers::field_ui(ui, pane, &scene, send);
    far::far_ui(ui, pane, &scene);
    let px_per_mm = real * f64::from(ppp);
    if let Some(px) = far::card_ui(ui, pane, &scene, px_per_mm) {
        session.settings.canvas.px_per_mm = Some(px);
    }
    session.hint = hint(pane, session).map(|words| view.lang.of(words).to_string());
}

fn hint(pane: &BoardPane, session: &Session) -> Option<words::Words> {
    match &pane.tool {
        Tool::Crop { .. } => Some(say::HINT_CROP),
        Tool::Areas(_) => Some(say::HINT_AREAS),
        Tool::Move(drag) if drag.swaps => Some(say::HINT_SWAP),
        Tool::Move(_) => Some(say::HINT_MOVE),
        Tool::Resize(drag) => Some(drag.hint()),
        Tool::Turn(_) => Some(say::HINT_TURN),
        Tool::Grow(_) => Some(say::HINT_GROW),
        Tool::Guide(_) => Some(say::HINT_GUIDE),
        _ if pane.writing.is_some() => Some(say::HINT_WRITE),
        _ if pane.typing.is_some() => Some(words::HINT_TEXT),
        _ if session.element.is_some() => Some(say::HINT_CHOSEN),
        _ => None,
    }
}

fn wheel(ui: &Ui, pane: &mut BoardPane, board: &Board, canvas: egui::Rect, response: &Response) {
    let Some(at) = response.hover_pos() else { return };
    let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    let can_pan = pane.far.is_none() && !matches!(pane.tool, Tool::Crop { .. });
    let camera = pane.cameras.entry(board.id).or_default();
    if zoom != 1.0 {
        pane.far = None;
        camera.zoom_about(f64::from(zoom), at, canvas);
    } else if scroll != egui::Vec2::ZERO && can_pan {
        camera.pan(scroll);
    }
}

/// While a photo is cropped the wheel enlarges it inside its frame.
fn crop_wheel(ui: &Ui, pane: &mut BoardPane, scene: &Scene<'_>, response: &Response, send: &mut Sender) {
    let Tool::Crop { element, .. } = pane.tool else { return };
    let turned = ui.input(|input| input.smooth_scroll_delta().y);
    if turned == 0.0 || response.hover_pos().is_none() {
        return;
    }
    let Some(mut crop) = photo::crop_of(scene, element) else {
        return;
    };
    crop.zoom = (crop.zoom * f64::from(turned / 400.0).exp()).clamp(1.0, 8.0);
    if let Some(command) = photo::set_crop(scene, element, crop) {
        pane.step(ui.ctx(), send);
        send.command(command);
    }
}

fn view_action(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    session: &mut Session,
    action: Action,
    real: f64,
    send: &mut Sender,
) {
    let canvas = scene.stage.canvas;
    if matches!(
        action,
        Action::Fit | Action::RealSize | Action::ZoomIn | Action::ZoomOut | Action::ZoomToChosen
    ) {
        pane.far = None;
    }
    let chosen = pane.chosen(session).into_iter();
    let part = chosen
        .filter_map(|element| scene.area(element))
        .map(|(area, angle)| super::arrange::around(area, angle));
    let part = part.reduce(|all, one| all.union(&one));
    let camera = pane.cameras.entry(scene.board.id).or_default();
    match action {
        Action::Fit => camera.fit(scene.board.size, canvas),
        Action::RealSize => {
            let factor = real / camera.zoom;
            camera.zoom_about(factor, canvas.center(), canvas);
        }
        Action::ZoomToChosen => match part {
            Some(part) => camera.fit_part(part, canvas),
            None => camera.fit(scene.board.size, canvas),
        },
        Action::ZoomIn => camera.zoom_about(1.25, canvas.center(), canvas),
        Action::ZoomOut => camera.zoom_about(0.8, canvas.center(), canvas),
        _ => keys::act(ui, pane, scene, session, action, send),
    }
}

/// Photos from the list or from outside, held over the canvas or let go on it.
fn drops_ui(
    ui: &Ui,
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let inside = pointer.filter(|at| scene.stage.canvas.contains(*at));
    let (hovers, dropped): (bool, Vec<PathBuf>) = ui.input(|input| {
        let paths = input.raw.dropped_files.iter().map(|file| file.path().to_path_buf());
        (!input.raw.hovered_files.is_empty(), paths.collect())
    });
    let held = DragAndDrop::payload::<HeldPhoto>(ui.ctx());
    if !hovers && dropped.is_empty() && held.is_none() {
        return;
    }
    let Some(at) = inside else { return };
    let (element, area) = target(scene, scene.stage.board(at));
    let words = match element
        .and_then(|element| scene.board.element(element))
        .map(|element| &element.kind)
    {
        Some(kind) if kind.file().is_some() => say::SWAP_FOR_THIS,
        Some(_) => say::PUT_HERE,
        None => say::ADD_AS_NEW,
    };
    paint::drop_ui(ui, scene, area, scene.lang().of(words));
    ui.ctx().request_repaint();
    let place = match element {
        Some(element) => PhotoPlace::In(scene.board.id, element),
        None => PhotoPlace::New(scene.board.id, area),
    };
    if !dropped.is_empty() {
        send.send(Message::Drop(dropped, Some(place)));
        return;
    }
    let is_released = ui.input(|input| input.pointer.any_released());
    if is_released
        && response.contains_pointer()
        && let Some(photo) = DragAndDrop::take_payload::<HeldPhoto>(ui.ctx())
    {
        put(pane, scene, session, place, photo.0, send);
    }
}

/// The photo place under a point, or where a new photo would stand.
fn target(scene: &Scene<'_>, at: crate::geom::Point) -> (Option<ElementId>, Rect) {
    let has_file = |element: &&Arc<crate::model::Element>| {
        matches!(
            element.kind,
            ElementKind::Photo(_) | ElementKind::Art(_) | ElementKind::Emblem(_)
        )
    };
    let found = scene.board.elements.iter().rev().filter(has_file).find_map(|element| {
        let (area, _) = scene.area(element.id)?;
        area.contains(at).then_some((element.id, area))
    });
    match found {
        Some((element, area)) => (Some(element), area),
        None => {
            let at = paint::on_board(scene.board, at);
            (None, deeds::area_about(scene.board, at, 0.36, 0.24))
        }
    }
}

fn put(
    pane: &mut BoardPane,
    scene: &Scene<'_>,
    session: &mut Session,
    place: PhotoPlace,
    photo: Digest,
    send: &mut Sender,
) {
    let Some(facts) = scene.view.exhibition.photos.get(&photo) else {
        return;
    };
    // Its own shape, as high as the place that was shown.
    let place = match place {
        PhotoPlace::New(board, area) => {
            let [w, h] = facts.upright_px();
            let w = (area.h * f64::from(w.max(1)) / f64::from(h.max(1))).round();
            let area = crate::geom::rect(area.centre().x - w / 2.0, area.y, w, area.h);
            PhotoPlace::New(board, area)
        }
        other => other,
    };
    let Some((command, new)) = deeds::put_file(scene.board, place, facts) else {
        return;
    };
    send.command(command);
    match (new, place) {
        (Some(new), _) => pane.expect(scene.board, session, &[new]),
        (None, PhotoPlace::In(_, element)) => pane.choose(scene.board, session, &[element]),
        (None, _) => {}
    }
}

fn empty_board_ui(ui: &mut Ui, scene: &Scene<'_>, send: &mut Sender) {
    let lang = scene.lang();
    let canvas = scene.stage.canvas;
    let place = egui::Rect::from_center_size(canvas.center(), vec2(360.0, 200.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    let row = actions::row_of(Action::AddText);
    let t = tokens(ui);
    child.painter().rect_filled(place, 8, t.raised.0.gamma_multiply(0.92));
    if widgets::empty_state(
        &mut child,
        i::ICON_EDIT,
        lang.of(say::EMPTY_BOARD),
        Some((lang.of(row.label), row.icon)),
    ) {
        send.act(Action::AddText);
    }
}
