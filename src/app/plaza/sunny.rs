//! Boards that the sun makes hard to read on the day of the show: a list with hours, a badge on the plan.

use super::PlazaPane;
use super::canvas::Scene;
use super::plan::{Plan, Spot};
use super::say;
use crate::app::session::Session;
use crate::app::theme::{font, tokens};
use crate::app::view::View;
use crate::app::walk::{DAZZLES, NO_DAZZLES, dazzle_words};
use crate::app::widgets;
use crate::base::Day;
use crate::model::{Exhibition, Plaza};
use crate::plaza::along;
use crate::walk::{Dazzle, dazzles};
use egui::{Ui, pos2, vec2};
use egui_material_icons::icons as i;

/// More are not read one by one.
const MOST: usize = 12;

/// Over the opening hours; nothing in a hall.
pub fn dazzled(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Dazzle> {
    let scene = crate::walk::Scene::of(exhibition, plaza, false);
    dazzles(&scene, plaza, plaza.venue.day.unwrap_or_else(Day::today))
}

pub fn sunny_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, session: &mut Session) {
    if plan.plaza.venue.is_indoor {
        return;
    }
    let t = tokens(ui);
    let lang = view.lang;
    let found = std::mem::take(&mut pane.reading.dazzles);
    widgets::section(ui, lang.of(DAZZLES), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let day = plan.plaza.venue.day.unwrap_or_else(Day::today);
        widgets::paragraph(
            ui,
            &say::sun_of(lang, day, plan.plaza.venue.latitude.is_some()),
            12.0,
            t.t3,
        );
        if found.is_empty() {
            widgets::line(ui, lang.of(NO_DAZZLES), font(12.0), t.t2, 20.0);
        }
        for dazzle in found.iter().take(MOST) {
            let line = dazzle_words(lang, dazzle);
            let (rect, response) = widgets::list_row(ui, 26.0, false, &line);
            let icon = pos2(rect.left() + 10.0, rect.center().y);
            widgets::paint_icon(ui, i::ICON_SUNNY, icon, 16.0, t.warn_icon.0);
            let words = egui::Rect::from_min_max(rect.min + vec2(26.0, 0.0), rect.max);
            widgets::text_in(ui, words, &line, font(12.0), t.t1);
            if response.clicked() {
                let stand = plan.spot(dazzle.board).and_then(|spot| spot.stand);
                pane.look_at = stand.map(|stand| stand.at);
                pane.choose(session, &[dazzle.board]);
            }
        }
        if found.len() > MOST {
            widgets::line(ui, &say::more(lang, found.len() - MOST), font(12.0), t.t3, 20.0);
        }
    });
    pane.reading.dazzles = found;
}

/// At the board's left end on the plan; its right end may carry the mark of a fault.
pub fn badge_ui(ui: &Ui, pane: &PlazaPane, scene: &Scene<'_>, spot: &Spot) {
    let is_dazzled = |dazzle: &Dazzle| dazzle.board == spot.board.id;
    let Some(stand) = spot.stand.filter(|_| pane.reading.dazzles.iter().any(is_dazzled)) else {
        return;
    };
    let t = tokens(ui);
    let side = along(stand.facing);
    let half = spot.board.size.w / 2000.0;
    let end = crate::geom::point(stand.at.x - side.x * half, stand.at.y - side.y * half);
    let at = scene.stage.screen(end);
    if spot.board.size.w / 1000.0 * scene.stage.zoom < 17.0 {
        ui.painter().circle_filled(at, 2.5, t.warn_icon.0);
        return;
    }
    ui.painter().circle_filled(at, 8.0, t.panel.0);
    widgets::paint_icon_filled(ui, i::ICON_SUNNY, at, 14.0, t.warn_icon.0);
}
