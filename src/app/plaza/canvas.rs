//! The plan: toolbar above, the ground at true size, scale and zoom below.

use super::plan::Plan;
use super::strip::Held;
use super::tool::{self, Tool, hung};
use super::{PlazaPane, Tab, deeds, keys, menu, paint, say, venue};
use crate::app::actions::{self, Action};
use crate::app::board::camera::{REAL, Stage};
use crate::app::session::{PlanChoices, Session};
use crate::app::theme::{Depth, bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::{widgets, words};
use crate::base::Lang;
use crate::model::{BoardId, Foot, Stand};
use crate::plaza::snap;
use egui::{
    Align, DragAndDrop, Id, Layout, Panel, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;

/// What every part of the plan reads. The stage counts in metres.
pub struct Scene<'a> {
    pub view: &'a View<'a>,
    pub plan: &'a Plan,
    pub stage: Stage,
    pub choices: PlanChoices,
}

/// The plan, wherever it is drawn.
pub fn canvas_id() -> Id {
    Id::unique("plaza canvas")
}

pub fn canvas_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    Panel::top("plaza tools")
        .exact_size(44.0)
        .resizable(false)
        .frame(egui::Frame::new().fill(t.panel.0))
        .show_separator_line(false)
        .show(ui, |ui| toolbar_ui(ui, pane, plan, session, send));
    let canvas = ui.available_rect_before_wrap();
    ui.painter().rect_filled(canvas, 0, t.ground.0);
    let response = ui.interact(canvas, canvas_id(), Sense::click_and_drag());
    let spoken = format!("{} {}", view.lang.of(say::PLAN), plan.plaza.name);
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &spoken));
    let action = session.take_view_action();
    aim(ui, pane, plan, canvas, &response, action);
    let Some(camera) = pane.cameras.get(&plan.plaza.id) else {
        return;
    };
    let scene = Scene {
        view,
        plan,
        stage: Stage::new(camera, canvas, ui.ctx().pixels_per_point()),
        choices: session.settings.plan.clone(),
    };
    if let Some(action) = action {
        keys::act(ui.ctx(), pane, &scene, session, action, send);
    }
    keys::keys_ui(ui, pane, &scene, session, send);
    tool::pointer_ui(ui, pane, &scene, &response, session, send);
    let hovered = response.hover_pos().and_then(|at| tool::under(&scene, at));
    let clipped = ui.new_child(UiBuilder::new().max_rect(canvas));
    let mut clipped = clipped;
    clipped.set_clip_rect(canvas.intersect(ui.clip_rect()));
    paint::plan_ui(&clipped, pane, &scene, hovered);
    if let Some(board) = paint::spoken_ui(&clipped, pane, &scene) {
        pane.choose(session, &[board]);
        response.request_focus();
    }
    drop_ui(&clipped, pane, &scene, &response, session, send);
    menu::menu_ui(&response, pane, &scene, session, send);
    let is_drawing = matches!(pane.tool, Tool::Draw(_) | Tool::Ground(_));
    if plan.plaza.places.is_empty() && pane.tab == Tab::Stand && !is_drawing {
        empty_ui(ui, &scene, send);
    }
    foot_ui(ui, &scene, send);
    let over_entrance = response.hover_pos().is_some_and(|at| tool::is_on_entrance(&scene, at));
    if over_entrance && matches!(pane.tool, Tool::Idle) {
        response.on_hover_text_at_pointer(view.lang.of(say::ENTRANCE_HELP));
    } else if let Some(board) =
        hovered.filter(|_| matches!(pane.tool, Tool::Idle) && !egui::Popup::is_any_open(ui.ctx()))
    {
        response.on_hover_ui_at_pointer(|ui| card_ui(ui, &scene, board));
    }
    session.hint = match &pane.tool {
        Tool::Move(_) => Some(view.lang.of(say::HINT_MOVE).into()),
        Tool::Entrance => Some(view.lang.of(say::HINT_ENTRANCE).into()),
        Tool::Draw(venue::tool::Drawing::Scale(_)) => Some(view.lang.of(venue::say::HINT_SCALE).into()),
        Tool::Draw(_) => Some(view.lang.of(venue::say::HINT_DRAW).into()),
        _ if pane.tab == Tab::Venue => Some(view.lang.of(venue::say::HINT_VENUE).into()),
        _ if pane.tab == Tab::Route && pane.touring.adds => Some(view.lang.of(say::HINT_STOPS).into()),
        _ if pane.has_chosen() => Some(view.lang.of(say::HINT_CHOSEN).into()),
        _ => None,
    };
}

/// Where the camera looks in this frame: fitted, zoomed, scrolled, or led to a place.
fn aim(ui: &Ui, pane: &mut PlazaPane, plan: &Plan, canvas: egui::Rect, response: &Response, action: Option<Action>) {
    let size = plan.plaza.size;
    let camera = pane.cameras.entry(plan.plaza.id).or_insert_with(paint::camera);
    if camera.fits {
        camera.fit(size, canvas);
    }
    if let Some(at) = response.hover_pos() {
        let (zoom, scroll) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
        if zoom != 1.0 {
            camera.zoom_about(f64::from(zoom), at, canvas);
        } else if scroll != egui::Vec2::ZERO {
            camera.pan(scroll);
        }
    }
    match action {
        Some(Action::Fit) => camera.fit(size, canvas),
        Some(Action::ZoomIn) => camera.zoom_about(1.25, canvas.center(), canvas),
        Some(Action::ZoomOut) => camera.zoom_about(0.8, canvas.center(), canvas),
        _ => {}
    }
    if let Some(place) = pane.look_at.take() {
        let stage = Stage::new(camera, canvas, ui.ctx().pixels_per_point());
        if !canvas.shrink(48.0).contains(stage.screen(place)) {
            camera.centre = place;
            camera.fits = false;
        }
    }
    camera.hold(size, canvas);
}

fn toolbar_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, session: &mut Session, send: &mut Sender) {
    let lang = session.lang();
    let choices = &mut session.settings.plan;
    let t = tokens(ui);
    let bar = ui.max_rect();
    ui.painter()
        .hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let has_words = bar.width() > 860.0;
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(bar.shrink2(vec2(8.0, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for action in [
                Action::Walk,
                Action::Arrange,
                Action::Variants,
                Action::OrderBoards,
                Action::NumberByPlace,
            ] {
                let row = actions::row_of(action);
                let has_word = has_words && action == Action::Arrange;
                let tool = widgets::tool(ui, row.icon, lang.of(row.label), false, has_word);
                if told(tool, action, lang).clicked() {
                    send.act(action);
                }
            }
            upright(ui);
            let has_standing = !plan.standing(&pane.chosen).is_empty();
            for action in [
                Action::TurnLeft,
                Action::TurnRight,
                Action::TurnBoard,
                Action::PinBoards,
                Action::Earlier,
                Action::Later,
                Action::TakeOffPlan,
            ] {
                let row = actions::row_of(action);
                let is_order = matches!(action, Action::Earlier | Action::Later);
                let enabled = if is_order { pane.has_chosen() } else { has_standing };
                let button = widgets::icon_button(ui, row.icon, lang.of(row.label), false, enabled);
                if told(button, action, lang).clicked() {
                    send.act(action);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for action in [Action::PlanPapers, Action::PlanPng, Action::PlanPdf] {
                    let row = actions::row_of(action);
                    let button = widgets::icon_button(ui, row.icon, lang.of(row.label), false, true);
                    if told(button, action, lang).clicked() {
                        send.act(action);
                    }
                }
                upright(ui);
                let route = widgets::tool(ui, i::ICON_ROUTE, lang.of(say::ROUTE), choices.shows_route, has_words);
                if route.on_hover_text(lang.of(say::ROUTE_HELP)).clicked() {
                    choices.shows_route ^= true;
                }
                let pictures = widgets::tool(
                    ui,
                    i::ICON_IMAGE,
                    lang.of(say::PICTURES),
                    choices.shows_pictures,
                    has_words,
                );
                if pictures.on_hover_text(lang.of(say::PICTURES_HELP)).clicked() {
                    choices.shows_pictures ^= true;
                }
            });
        },
    );
}

/// The row's help and keys as a tooltip.
pub fn told(response: Response, action: Action, lang: Lang) -> Response {
    let row = actions::row_of(action);
    response.on_hover_text(format!("{}　{}", lang.of(row.help), actions::keys_text(row)))
}

fn upright(ui: &mut Ui) {
    let t = tokens(ui);
    ui.add_space(6.0);
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 20.0), Sense::hover());
    ui.painter().rect_filled(rect, 0, t.line.0);
    ui.add_space(6.0);
}

/// The floating bar at the foot: smaller, the scale, larger, fit.
fn foot_ui(ui: &mut Ui, scene: &Scene<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = scene.view.lang;
    let canvas = scene.stage.canvas;
    let place = egui::Rect::from_min_size(pos2(canvas.right() - 208.0, canvas.bottom() - 52.0), vec2(196.0, 40.0));
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 8));
    let outline = Stroke::new(1.0, t.line.0);
    ui.painter()
        .rect(place, 8, t.raised.0, outline, egui::StrokeKind::Inside);
    // Clicks between its buttons are not clicks on the plan.
    ui.interact(place, canvas_id().with("foot"), Sense::click_and_drag());
    let button = |ui: &mut Ui, action: Action, icon, send: &mut Sender| {
        let label = lang.of(actions::row_of(action).label);
        if told(widgets::icon_button(ui, icon, label, false, true), action, lang).clicked() {
            send.act(action);
        }
    };
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(place.shrink2(vec2(4.0, 4.0)))
            .layout(Layout::left_to_right(Align::Center)),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            button(ui, Action::ZoomOut, i::ICON_REMOVE, send);
            let (rect, told) = ui.allocate_exact_size(vec2(82.0, 32.0), Sense::hover());
            let scale = format!("1 : {}", reduction(scene.stage.zoom));
            told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &scale));
            let galley = ui.painter().layout_no_wrap(scale.clone(), bold(13.0), t.t1.0);
            let left = rect.center().x - galley.size().x / 2.0;
            widgets::paint_middle(ui, left, rect.center().y, galley, t.t1.0);
            button(ui, Action::ZoomIn, i::ICON_ADD, send);
            button(ui, Action::Fit, actions::row_of(Action::Fit).icon, send);
        },
    );
}

/// 22 points a metre are 1 : 172; two figures say enough.
fn reduction(zoom: f64) -> u64 {
    let exact = (REAL * 1000.0 / zoom).max(1.0);
    let step = 10_f64.powf((exact.log10().floor() - 1.0).max(0.0));
    ((exact / step).round() * step) as u64
}

/// A board from the list at the right, held over the plan or let go on it.
fn drop_ui(
    ui: &Ui,
    pane: &mut PlazaPane,
    scene: &Scene<'_>,
    response: &Response,
    session: &mut Session,
    send: &mut Sender,
) {
    let Some(held) = DragAndDrop::payload::<Held>(ui.ctx()) else {
        return;
    };
    let pointer = ui.input(|input| input.pointer.latest_pos());
    let Some(at) = pointer.filter(|at| scene.stage.canvas.contains(*at)) else {
        return;
    };
    let wish = Stand::new(scene.stage.board(at), 0.0);
    let reach = scene.stage.mm(8.0);
    let found = snap(
        scene.view.exhibition,
        &scene.plan.plaza,
        held.0,
        wish,
        scene.choices.rows.gap,
        reach,
    );
    let stand = hung(&scene.plan.plaza, found.stand);
    paint::ghost_ui(ui, scene, held.0, &stand);
    if stand.foot != Foot::OnWall {
        paint::guides_ui(ui, scene, &found.guides);
    }
    if ui.input(|input| input.pointer.any_released())
        && response.contains_pointer()
        && DragAndDrop::take_payload::<Held>(ui.ctx()).is_some()
    {
        send.command(deeds::placed(scene.plan.plaza.id, held.0, stand));
        pane.choose(session, &[held.0]);
    }
}

/// What a board is, beside the pointer.
fn card_ui(ui: &mut Ui, scene: &Scene<'_>, board: BoardId) {
    let Some(spot) = scene.plan.spot(board) else { return };
    let t = tokens(ui);
    let ratio = (spot.board.size.w / spot.board.size.h) as f32;
    let size = if ratio >= 1.0 {
        vec2(200.0, (200.0 / ratio).round())
    } else {
        vec2((160.0 * ratio).round(), 160.0)
    };
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_width(size.x.max(168.0));
    let (rect, _) = ui.allocate_exact_size(vec2(size.x.max(168.0), size.y + 8.0), Sense::hover());
    let px = (size.y * ui.ctx().pixels_per_point()).round() as u32;
    let picture = egui::Rect::from_min_size(pos2(rect.center().x - size.x / 2.0, rect.top()), size);
    let texture = scene.view.pictures.board(scene.view.exhibition, &spot.board, px);
    widgets::thumbnail(ui, picture, texture);
    let head = format!("{:03}　{}", spot.number, spot.title);
    widgets::line(ui, &head, bold(13.0), t.t1, 20.0);
    widgets::line(ui, &spot.unit, font(12.0), t.t2, 18.0);
    let size = say::board_size(scene.view.lang, spot);
    widgets::line(ui, &format!("{}　{size}", spot.board.code), font(12.0), t.t3, 18.0);
}

fn empty_ui(ui: &mut Ui, scene: &Scene<'_>, send: &mut Sender) {
    let lang = scene.view.lang;
    let t = tokens(ui);
    let place = egui::Rect::from_center_size(scene.stage.canvas.center(), vec2(340.0, 200.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(place));
    child.painter().rect_filled(place, 8, t.raised.0.gamma_multiply(0.92));
    let (sentence, word, icon, action) = if scene.plan.spots.is_empty() {
        (say::NO_BOARDS, words::NEW_BOARD, i::ICON_ADD, Action::NewBoard)
    } else {
        (say::EMPTY_PLAZA, say::IN_ROWS, i::ICON_AUTO_FIX_HIGH, Action::Arrange)
    };
    if widgets::empty_state(&mut child, i::ICON_MAP, lang.of(sentence), Some((lang.of(word), icon))) {
        send.act(action);
    }
}
