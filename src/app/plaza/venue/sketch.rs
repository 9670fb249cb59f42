//! The picture below the plan: put, scaled by two points, moved, turned, faded, taken away.

use super::super::plan::Plan;
use super::super::side::measure;
use super::super::{PlazaPane, say as plan_say};
use super::tool::Drawing;
use super::{deeds, say};
use crate::app::board::photo_at;
use crate::app::view::{PhotoPlace, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::geom::point;
use crate::model::Sketch;
use crate::plaza::ground::length;
use egui::Ui;
use egui_material_icons::icons as i;

pub fn sketch_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let plaza = &plan.plaza;
    let metre = lang.of(plan_say::METRE);
    ui.spacing_mut().item_spacing.y = 4.0;
    let Some(sketch) = &plaza.venue.sketch else {
        let button = Button::new(lang.of(say::ADD_SKETCH))
            .icon(i::ICON_ADD_PHOTO_ALTERNATE)
            .small();
        if button.show(ui).on_hover_text(lang.of(say::ADD_SKETCH_HELP)).clicked() {
            send.send(photo_at(PhotoPlace::Sketch(plaza.id)));
        }
        return;
    };
    let set = |change: &dyn Fn(&mut Sketch)| {
        deeds::with_venue(plaza, |venue| {
            if let Some(sketch) = &mut venue.sketch {
                change(sketch);
            }
        })
    };
    let shown = format!("{:.0} %", sketch.opacity * 100.0);
    let (faded, is_done) = widgets::slider(ui, lang.of(say::OPACITY), sketch.opacity, 0.0..=1.0, 0.05, &shown);
    if let Some(opacity) = faded.filter(|opacity| *opacity != sketch.opacity) {
        if pane.steps.is_none() {
            pane.step(ui.ctx(), send);
        }
        send.command(set(&|sketch| sketch.opacity = opacity.clamp(0.0, 1.0)));
    }
    if is_done {
        pane.settle(send);
    }
    if let Some(turn) = measure(ui, lang.of(say::TURN), sketch.turn, lang.of(plan_say::DEGREE)) {
        send.command(set(&|sketch| sketch.turn = turn));
    }
    let x = measure(ui, lang.of(say::SKETCH_X), sketch.at.x, metre);
    let y = measure(ui, lang.of(say::SKETCH_Y), sketch.at.y, metre);
    if x.is_some() || y.is_some() {
        let at = point(x.unwrap_or(sketch.at.x), y.unwrap_or(sketch.at.y));
        send.command(set(&|sketch| sketch.at = at));
    }
    if let Some(ends) = pane.venue.scale {
        let now = (length(ends[0], ends[1]) * 100.0).round() / 100.0;
        if let Some(metres) = measure(ui, lang.of(say::DISTANCE), now, metre)
            && let Some(command) = deeds::scaled(plaza, ends, metres)
        {
            send.command(command);
            pane.venue.scale = None;
        }
    }
    if widgets::checkbox(ui, pane.venue.moves_sketch, lang.of(say::MOVE_SKETCH)).clicked() {
        pane.venue.moves_sketch ^= true;
    }
    ui.horizontal_wrapped(|ui| {
        let scale = Button::new(lang.of(say::SCALE_SKETCH)).icon(i::ICON_STRAIGHTEN).small();
        if scale.show(ui).on_hover_text(lang.of(say::HINT_SCALE)).clicked() {
            pane.venue.scale = None;
            pane.draw(Drawing::Scale(Vec::new()), send);
        }
        let off = Button::new(lang.of(say::REMOVE_SKETCH)).small().kind(Kind::Quiet);
        if off.show(ui).clicked() {
            pane.venue.scale = None;
            send.command(deeds::with_venue(plaza, |venue| venue.sketch = None));
        }
    });
}
