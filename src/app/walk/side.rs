//! Beside the view: the hour of the sun, what it does to boards, tours, bookmarks.

use super::motion::Motion;
use super::{Place, WalkPane, say};
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets;
use crate::app::words;
use crate::model::{Command, Plaza};
use crate::walk::{EYES, Eye, before};
use egui::{Key, ScrollArea, Ui};
use egui_material_icons::icons as i;
use std::sync::Arc;

/// From the first light to the last.
const DAY: std::ops::RangeInclusive<f64> = 330.0..=1200.0;

pub fn side_ui(ui: &mut Ui, pane: &mut WalkPane, place: &Place, plaza: &Plaza, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let whole = ui.max_rect();
    ui.painter()
        .vline(whole.left() + 0.5, whole.y_range(), egui::Stroke::new(1.0, t.line.0));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        let lang = view.lang;
        if !place.scene.is_indoor {
            widgets::section(ui, lang.of(say::SUN), |ui| sun_ui(ui, pane, place, view));
            widgets::section(ui, lang.of(say::DAZZLES), |ui| dazzles_ui(ui, pane, place, plaza, view));
        }
        widgets::section(ui, lang.of(say::TOUR), |ui| tour_ui(ui, pane, plaza, view));
        widgets::section(ui, lang.of(say::MARKS), |ui| marks_ui(ui, pane, plaza, view, send));
    });
}

fn clock(minutes: u16) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn sun_ui(ui: &mut Ui, pane: &mut WalkPane, place: &Place, view: &View<'_>) {
    let t = tokens(ui);
    let shown = clock(pane.minutes);
    let (moved, _) = widgets::slider(ui, view.lang.of(say::HOUR), f64::from(pane.minutes), DAY, 15.0, &shown);
    if let Some(minutes) = moved {
        pane.minutes = minutes.clamp(*DAY.start(), *DAY.end()) as u16;
    }
    let words = say::sun(view.lang, &place.lit_at.1.to_string(), place.light.altitude);
    widgets::line(ui, &words, font(12.0), t.t2, 20.0);
}

fn dazzles_ui(ui: &mut Ui, pane: &mut WalkPane, place: &Place, plaza: &Plaza, view: &View<'_>) {
    const SHOWN: usize = 12;
    let t = tokens(ui);
    let Some(found) = &place.dazzles else {
        widgets::line(ui, view.lang.of(words::RECKONING), font(12.0), t.t3, 20.0);
        return;
    };
    if found.is_empty() {
        widgets::line(ui, view.lang.of(say::NO_DAZZLES), font(12.0), t.t2, 20.0);
    }
    for dazzle in found.iter().take(SHOWN) {
        let words = say::dazzle(view.lang, dazzle);
        if widgets::link(ui, &words).clicked()
            && let Some(face) = place.scene.panel_of(dazzle.board)
        {
            pane.minutes = dazzle.from.0;
            pane.stand(plaza, before(face, EYES[pane.height]));
        }
    }
    if found.len() > SHOWN {
        let more = say::more(view.lang, found.len() - SHOWN);
        widgets::line(ui, &more, font(12.0), t.t3, 20.0);
    }
}

fn tour_ui(ui: &mut Ui, pane: &mut WalkPane, plaza: &Plaza, view: &View<'_>) {
    let lang = view.lang;
    let names: Vec<String> = std::iter::once(lang.of(say::VISITORS).to_string())
        .chain(plaza.tours.iter().map(|tour| tour.name.clone()))
        .collect();
    pane.tour = pane.tour.min(names.len() - 1);
    if let Some(tour) = widgets::dropdown(ui, lang.of(say::WHICH_TOUR), &names, pane.tour, 232.0) {
        pane.tour = tour;
        pane.motion = Motion::Still;
    }
    let (word, icon) = if pane.is_playing() {
        (say::PAUSE, i::ICON_PAUSE)
    } else {
        (say::PLAY, i::ICON_PLAY_ARROW)
    };
    if widgets::Button::new(lang.of(word)).icon(icon).show(ui).clicked() {
        pane.play(view.exhibition, plaza);
        ui.ctx().request_repaint();
    }
    let shown = format!("{:.1}×", pane.pace);
    let (moved, _) = widgets::slider(ui, lang.of(say::PACE), pane.pace, 0.5..=4.0, 0.5, &shown);
    if let Some(pace) = moved {
        pane.pace = pace.clamp(0.5, 4.0);
    }
    if let Motion::Tour(tour) = &pane.motion {
        let t = tokens(ui);
        let (at, count) = tour.progress();
        widgets::line(ui, &say::stop(lang, at, count), font(12.0), t.t2, 20.0);
    }
}

fn marks_ui(ui: &mut Ui, pane: &mut WalkPane, plaza: &Plaza, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    for (at, mark) in plaza.bookmarks.iter().enumerate() {
        ui.horizontal(|ui| {
            if let Some((_, name)) = pane.naming.as_mut().filter(|(named, _)| *named == at) {
                let field = widgets::field(ui, name, lang.of(say::MARK_NAME), "", 168.0);
                let is_done = field.lost_focus();
                if is_done {
                    let is_dropped = ui.input(|input| input.key_pressed(Key::Escape));
                    if let Some((_, name)) = pane.naming.take().filter(|_| !is_dropped) {
                        rename(plaza, at, &name, send);
                    }
                }
                return;
            }
            if widgets::link(ui, &mark.name).clicked() {
                pane.stand(plaza, Eye::of(mark));
            }
            let word = format!("{} {}", lang.of(say::RENAME), mark.name);
            if widgets::icon_button_sized(ui, i::ICON_EDIT, &word, false, true, 24.0).clicked() {
                pane.naming = Some((at, mark.name.clone()));
            }
            let word = format!("{} {}", lang.of(say::FORGET), mark.name);
            if widgets::icon_button_sized(ui, i::ICON_DELETE, &word, false, true, 24.0).clicked() {
                let mut changed = plaza.clone();
                changed.bookmarks.remove(at);
                send.command(Command::SetPlaza(Arc::new(changed)));
            }
        });
    }
    if widgets::Button::new(lang.of(say::KEEP))
        .icon(i::ICON_BOOKMARK_ADD)
        .small()
        .show(ui)
        .clicked()
    {
        pane.bookmark(plaza, view, send);
    }
}

fn rename(plaza: &Plaza, at: usize, name: &str, send: &mut Sender) {
    let name = name.trim();
    let mut changed = plaza.clone();
    if let Some(mark) = changed
        .bookmarks
        .get_mut(at)
        .filter(|mark| !name.is_empty() && mark.name != name)
    {
        mark.name = name.to_string();
        send.command(Command::SetPlaza(Arc::new(changed)));
    }
}
