//! The bar above the canvas: add, order, what is shown; and the bar at its foot: how large.

use super::{BoardPane, Scene, eye, insert, keys, menu, say};
use crate::app::actions::{self, Action};
use crate::app::session::Session;
use crate::app::theme::{Depth, bold, tokens};
use crate::app::view::{Sender, View};
use crate::app::{widgets, words};
use crate::model::Board;
use egui::{Align, Layout, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

pub fn toolbar_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let bar = ui.max_rect();
    ui.painter()
        .hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let has_words = bar.width() > 700.0;
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(bar.shrink2(vec2(8.0, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            if let Some(back) = session.back {
                let name = lang.of(say::back(back, session.walks));
                if widgets::tool(ui, i::ICON_ARROW_BACK, name, false, bar.width() > 860.0).clicked() {
                    send.act(Action::Back);
                }
                upright(ui);
            }
            for action in [Action::AddText, Action::AddPhotoPlace] {
                let row = actions::row_of(action);
                if told(
                    widgets::tool(ui, row.icon, lang.of(row.label), false, has_words),
                    row,
                    lang,
                )
                .clicked()
                {
                    send.act(action);
                }
            }
            insert_ui(ui, lang, has_words, send);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                view_ui(ui, session, lang, send);
                eye::button_ui(ui, &mut pane.eye, view);
                ui.add_space(6.0);
                let names = [words::HANS, words::HANT].map(|word| (None, lang.of(word)));
                let shown = pane.script.unwrap_or(board.script);
                if let Some(at) = widgets::segmented(ui, lang.of(say::SHOWN_SCRIPT), &names, shown as usize, 32.0) {
                    let script = [crate::script::Script::Hans, crate::script::Script::Hant][at];
                    pane.script = Some(script).filter(|script| *script != board.script);
                }
            });
        },
    );
}

/// What the canvas shows besides the board, behind one button.
fn view_ui(ui: &mut Ui, session: &Session, lang: crate::base::Lang, send: &mut Sender) {
    const SWITCHES: [Action; 6] = [
        Action::ToggleRulers,
        Action::ToggleGuides,
        Action::ToggleGrid,
        Action::ToggleBleed,
        Action::ToggleFinishing,
        Action::ToggleSnap,
    ];
    const VIEWS: [Action; 4] = [Action::Fit, Action::ZoomToChosen, Action::FarView, Action::Calibrate];
    let button = widgets::icon_button(ui, i::ICON_VISIBILITY, lang.of(say::VIEW), false, true);
    // Several switches are often turned one after the other.
    let stays = egui::PopupCloseBehavior::CloseOnClickOutside;
    egui::Popup::menu(&button)
        .width(248.0)
        .close_behavior(stays)
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for action in SWITCHES {
                let row = actions::row_of(action);
                let switch = widgets::checkbox(ui, session.settings.is_on(action), lang.of(row.label));
                if switch.on_hover_text(lang.of(row.help)).clicked() {
                    send.act(action);
                }
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            menu::divider(ui);
            menu::rows(ui, lang, &VIEWS, send);
            menu::divider(ui);
            menu::rows(ui, lang, &[Action::LockGuides, Action::ClearGuides], send);
        });
}

/// Contents, what is drawn and files, behind one button.
fn insert_ui(ui: &mut Ui, lang: crate::base::Lang, has_words: bool, send: &mut Sender) {
    const DRAWN: [Action; 4] = [Action::AddRect, Action::AddEllipse, Action::AddLine, Action::AddArrow];
    const FILES: [Action; 2] = [Action::AddArt, Action::AddEmblem];
    let button = widgets::tool(ui, i::ICON_CATEGORY, lang.of(words::INSERT), false, has_words);
    egui::Popup::menu(&button).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        menu::rows(ui, lang, &insert::CONTENTS, send);
        menu::divider(ui);
        menu::rows(ui, lang, &DRAWN, send);
        menu::divider(ui);
        menu::rows(ui, lang, &FILES, send);
    });
}

/// The row's help and keys as a tooltip.
fn told(response: Response, row: &actions::Row, lang: crate::base::Lang) -> Response {
    response.on_hover_text(format!("{}　{}", lang.of(row.help), actions::keys_text(row)))
}

fn upright(ui: &mut Ui) {
    let t = tokens(ui);
    ui.add_space(6.0);
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, 20.0), Sense::hover());
    ui.painter().rect_filled(rect, 0, t.line.0);
    ui.add_space(6.0);
}

/// The floating bar at the foot: smaller, how large, larger, fit, as printed.
pub fn foot_ui(ui: &mut Ui, pane: &mut BoardPane, scene: &Scene<'_>, real: f64, send: &mut Sender) {
    let t = tokens(ui);
    let lang = scene.lang();
    let canvas = scene.stage.canvas;
    let place = egui::Rect::from_min_size(pos2(canvas.right() - 220.0, canvas.bottom() - 52.0), vec2(208.0, 40.0));
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 8));
    ui.painter().rect(
        place,
        8,
        t.raised.0,
        Stroke::new(1.0, t.line.0),
        egui::StrokeKind::Inside,
    );
    // Clicks between its buttons are not clicks on the board.
    ui.interact(place, keys::canvas_id().with("foot"), Sense::click_and_drag());
    ui.scope_builder(
        UiBuilder::new()
            .max_rect(place.shrink2(vec2(4.0, 4.0)))
            .layout(Layout::left_to_right(Align::Center)),
        |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let percent = pane.cameras.entry(scene.board.id).or_default().percent_of(real);
            for action in [Action::ZoomOut, Action::RealSize, Action::ZoomIn, Action::Fit] {
                let row = actions::row_of(action);
                let response = if action == Action::RealSize {
                    percent_ui(ui, percent, lang.of(row.label))
                } else {
                    widgets::icon_button(ui, icon_of(action), lang.of(row.label), false, true)
                };
                if told(response, row, lang).clicked() {
                    send.act(action);
                }
            }
        },
    );
}

fn icon_of(action: Action) -> widgets::Icon {
    match action {
        Action::ZoomOut => i::ICON_REMOVE,
        Action::ZoomIn => i::ICON_ADD,
        _ => actions::row_of(action).icon,
    }
}

fn percent_ui(ui: &mut Ui, percent: f32, label: &str) -> Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(96.0, 32.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    if response.hovered() {
        ui.painter().rect_filled(rect, 6, t.hover.0);
    }
    let text = if percent < 9.95 {
        format!("{percent:.1}%")
    } else {
        format!("{percent:.0}%")
    };
    let galley = ui.painter().layout_no_wrap(text, bold(13.0), t.t1.0);
    widgets::paint_middle(
        ui,
        rect.center().x - galley.size().x / 2.0,
        rect.center().y,
        galley,
        t.t1.0,
    );
    widgets::focus_ring(ui, &response, rect, 6);
    response
}
