//! The venue's panel: which plaza, its edge, what is there, the picture below, light and wind.

use super::super::plan::Plan;
use super::super::side::measure;
use super::super::tool::Tool;
use super::super::{PlazaPane, canvas, deeds as plan_deeds, say as plan_say};
use super::tool::{Chosen, Drawing};
use super::{conditions, deeds, say, sketch};
use crate::app::actions::{self, Action};
use crate::app::board::photo_at;
use crate::app::fields;
use crate::app::session::Session;
use crate::app::theme::{font, tokens};
use crate::app::view::{PhotoPlace, Sender, View};
use crate::app::widgets::{self, Button, Icon, Kind};
use crate::geom::{point, size};
use crate::model::{Command, Plaza, ThingKind};
use egui::{Ui, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

pub fn venue_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = view.lang;
    widgets::section(ui, "", |ui| plazas_ui(ui, pane, plan, view, session, send));
    widgets::section(ui, lang.of(say::THINGS), |ui| things_ui(ui, pane, view, send));
    // Below the palette: what is put one after the other must not push its buttons away.
    if let Chosen::Thing(at) = pane.venue.chosen
        && let Some(thing) = plan.plaza.venue.things.get(at)
    {
        widgets::section(ui, &say::kind_alone(lang, thing.kind), |ui| {
            thing_ui(ui, pane, plan, at, view, send)
        });
    }
    widgets::section(ui, lang.of(say::EDGE), |ui| edge_ui(ui, pane, plan, view, send));
    widgets::section(ui, lang.of(say::SKETCH), |ui| {
        sketch::sketch_ui(ui, pane, plan, view, send)
    });
    widgets::section(ui, lang.of(say::CONDITIONS), |ui| {
        conditions::conditions_ui(ui, plan, view, send)
    });
}

fn plazas_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = view.lang;
    ui.spacing_mut().item_spacing.y = 4.0;
    let plazas = &view.exhibition.plazas;
    let width = ui.available_width();
    if plazas.len() > 1 {
        let names: Vec<String> = plazas.iter().map(|plaza| plaza.name.clone()).collect();
        let at = plazas.iter().position(|plaza| plaza.id == plan.plaza.id).unwrap_or(0);
        if let Some(at) = widgets::dropdown(ui, lang.of(plan_say::WHICH_PLAZA), &names, at, width) {
            pane.settle(send);
            pane.chosen.clear();
            session.plaza = Some(plazas[at].id);
        }
    }
    let old = &plan.plaza;
    if let Some(name) = fields::text(ui, ("plaza name", old.id), &old.name, lang.of(plan_say::NAME), width) {
        let name = name.trim().to_string();
        send.command(Command::SetPlaza(Arc::new(Plaza {
            name,
            ..Plaza::clone(old)
        })));
    }
    ui.horizontal_wrapped(|ui| {
        for action in [Action::NewPlaza, Action::DuplicatePlaza, Action::DeletePlaza] {
            let row = actions::row_of(action);
            let button = Button::new(lang.of(row.label)).icon(row.icon).small().kind(Kind::Quiet);
            if canvas::told(button.show(ui), action, lang).clicked() {
                send.act(action);
            }
        }
    });
}

fn edge_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let metre = lang.of(plan_say::METRE);
    ui.spacing_mut().item_spacing.y = 4.0;
    let old = &plan.plaza;
    let corners = &old.venue.outline;
    if corners.is_empty() {
        let width = measure(ui, lang.of(plan_say::WIDTH), old.size.w, metre);
        let height = measure(ui, lang.of(plan_say::HEIGHT), old.size.h, metre);
        if width.is_some() || height.is_some() {
            let side = |value: Option<f64>, old: f64| value.map_or(old, |metres| metres.clamp(1.0, 2000.0));
            let size = size(side(width, old.size.w), side(height, old.size.h));
            send.command(Command::SetPlaza(Arc::new(Plaza {
                size,
                ..Plaza::clone(old)
            })));
        }
    } else {
        widgets::line(ui, lang.of(say::CORNERS), font(12.0), t.t3, 18.0);
        for (at, corner) in corners.iter().enumerate() {
            ui.horizontal(|ui| {
                let room = (ui.available_width() - 8.0) / 2.0;
                let x = fields::number(ui, &say::corner(lang, at + 1, true), corner.x, metre, room);
                let y = fields::number(ui, &say::corner(lang, at + 1, false), corner.y, metre, room);
                if x.is_some() || y.is_some() {
                    let to = point(x.unwrap_or(corner.x), y.unwrap_or(corner.y));
                    send.command(deeds::cornered(old, at, to));
                }
            });
        }
    }
    entrance_ui(ui, plan, view, send);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        let draw = Button::new(lang.of(say::DRAW_EDGE)).icon(i::ICON_POLYLINE).small();
        if draw.show(ui).on_hover_text(lang.of(say::DRAW_EDGE_HELP)).clicked() {
            pane.draw(Drawing::Outline(Vec::new()), send);
        }
        let back = Button::new(lang.of(say::BACK_TO_RECTANGLE)).small().kind(Kind::Quiet);
        if !corners.is_empty() && back.show(ui).clicked() {
            send.command(deeds::outlined(old, &[]));
        }
    });
}

fn entrance_ui(ui: &mut Ui, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let Some(at) = plan.entrance else { return };
    let lang = view.lang;
    let metre = lang.of(plan_say::METRE);
    let old = &plan.plaza;
    let x = measure(ui, lang.of(plan_say::ENTRANCE_X), at.x, metre);
    let y = measure(ui, lang.of(plan_say::ENTRANCE_Y), at.y, metre);
    // A distance from the north is one along the western or eastern edge, whichever is nearer.
    let side = |value: f64, whole: f64| if value * 2.0 <= whole { 0.0 } else { whole };
    let wish = match (x, y) {
        (Some(x), _) => Some(point(x, side(at.y, old.size.h))),
        (_, Some(y)) => Some(point(side(at.x, old.size.w), y)),
        _ => None,
    };
    if let Some(wish) = wish {
        send.command(plan_deeds::entered(old, wish));
    }
}

fn icon_of(kind: ThingKind) -> Icon {
    match kind {
        ThingKind::Gate => i::ICON_DOOR_FRONT,
        ThingKind::Steps => i::ICON_STAIRS,
        ThingKind::Flagpole => i::ICON_FLAG,
        ThingKind::Tree => i::ICON_PARK,
        ThingKind::FireLane => i::ICON_FIRE_TRUCK,
        ThingKind::Power => i::ICON_BOLT,
        ThingKind::KeepOut => i::ICON_BLOCK,
        ThingKind::Wall => i::ICON_FENCE,
        ThingKind::Building => i::ICON_APARTMENT,
    }
}

/// The palette: three in a row.
fn things_ui(ui: &mut Ui, pane: &mut PlazaPane, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
    let width = (ui.available_width() - 8.0) / 3.0;
    for row in ThingKind::ALL.chunks(3) {
        ui.horizontal(|ui| {
            for kind in row {
                let is_on = matches!(&pane.tool, Tool::Draw(Drawing::Thing(drawn, _)) if drawn == kind);
                let spoken = say::place(lang, *kind);
                if tile(ui, icon_of(*kind), &say::kind_alone(lang, *kind), &spoken, is_on, width).clicked() {
                    pane.draw(Drawing::Thing(*kind, Vec::new()), send);
                }
            }
        });
    }
}

fn tile(ui: &mut Ui, icon: Icon, word: &str, spoken: &str, is_on: bool, width: f32) -> egui::Response {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 48.0), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_on, spoken));
    let fill = match (is_on, response.hovered()) {
        (true, _) => t.accent_soft.0,
        (false, true) => t.hover.0,
        (false, false) => t.field.0,
    };
    ui.painter().rect_filled(rect, 6, fill);
    let colour = if is_on { t.accent.0 } else { t.t2.0 };
    widgets::paint_icon(ui, icon, rect.center() - vec2(0.0, 8.0), 20.0, colour);
    let at = rect.center() + vec2(0.0, 14.0);
    let face = font(if word.len() > 9 { 10.5 } else { 11.5 });
    ui.painter().text(at, egui::Align2::CENTER_CENTER, word, face, colour);
    widgets::focus_ring(ui, &response, rect, 6);
    response
}

fn thing_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, at: usize, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let metre = lang.of(plan_say::METRE);
    let plaza = &plan.plaza;
    let thing = &plaza.venue.things[at];
    ui.spacing_mut().item_spacing.y = 4.0;
    let width = ui.available_width();
    if let Some(name) = fields::text(ui, ("thing", at), &thing.name, lang.of(say::THING_NAME), width) {
        send.command(deeds::thing_set(plaza, at, |thing| thing.name = name.trim().into()));
    }
    if !(thing.kind.is_area() && thing.points.len() > 2)
        && let Some(wide) = measure(ui, lang.of(say::THING_WIDTH), thing.width, metre)
    {
        send.command(deeds::thing_set(plaza, at, |thing| {
            thing.width = wide.clamp(0.0, 200.0)
        }));
    }
    if !matches!(thing.kind, ThingKind::FireLane | ThingKind::KeepOut)
        && let Some(high) = measure(ui, lang.of(say::THING_HEIGHT), thing.height, metre)
    {
        send.command(deeds::thing_set(plaza, at, |thing| {
            thing.height = high.clamp(0.0, 200.0)
        }));
    }
    ui.horizontal_wrapped(|ui| {
        if thing.kind == ThingKind::Building {
            let word = if thing.picture.is_some() {
                say::FRONT_OFF
            } else {
                say::FRONT
            };
            let button = Button::new(lang.of(word)).icon(i::ICON_IMAGE).small();
            if button.show(ui).clicked() {
                match thing.picture {
                    Some(_) => send.command(deeds::fronted(plaza, at, None)),
                    None => send.send(photo_at(PhotoPlace::Front(plaza.id, at))),
                }
            }
        }
        let delete = Button::new(lang.of(say::DELETE_THING))
            .icon(i::ICON_DELETE)
            .small()
            .kind(Kind::Quiet);
        if delete.show(ui).clicked() {
            pane.venue.chosen = Chosen::Nothing;
            send.command(deeds::thing_removed(plaza, at));
        }
    });
}
