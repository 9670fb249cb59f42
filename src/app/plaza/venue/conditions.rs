//! Ground, north, place and hours, wind: what the sun and the wind are reckoned from.

use super::super::plan::Plan;
use super::super::say as plan_say;
use super::super::side::measure;
use super::{deeds, say};
use crate::app::dates::day_ui;
use crate::app::fields;
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets;
use crate::base::Day;
use crate::base::say::plaza_paper::BEARINGS;
use crate::model::{Hour, Surface, Venue};
use egui::Ui;

pub fn conditions_ui(ui: &mut Ui, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let lang = view.lang;
    let plaza = &plan.plaza;
    let venue = &plaza.venue;
    let degree = lang.of(plan_say::DEGREE);
    ui.spacing_mut().item_spacing.y = 4.0;
    let width = ui.available_width();
    let mut set = |change: &dyn Fn(&mut Venue)| send.command(deeds::with_venue(plaza, |venue| change(venue)));
    let names = Surface::ALL.map(|surface| (None, say::surface(lang, surface)));
    let at = Surface::ALL
        .iter()
        .position(|surface| *surface == venue.ground)
        .unwrap_or(0);
    if let Some(at) = widgets::segmented(ui, lang.of(say::SURFACE), &names, at, 28.0) {
        set(&|venue| venue.ground = Surface::ALL[at]);
    }
    if widgets::checkbox(ui, venue.is_indoor, lang.of(say::INDOOR)).clicked() {
        set(&|venue| venue.is_indoor ^= true);
    }
    if let Some(north) = measure(ui, lang.of(say::NORTH), venue.north, degree) {
        set(&|venue| venue.north = north);
    }
    let mut places: Vec<String> = vec![lang.of(say::PICK_PLACE).into()];
    places.extend(say::PLACES.iter().map(|(name, ..)| lang.of(*name).to_string()));
    let here = say::PLACES
        .iter()
        .position(|(_, latitude, longitude)| (Some(*latitude), Some(*longitude)) == (venue.latitude, venue.longitude));
    let at = here.map_or(0, |at| at + 1);
    if let Some(at) = widgets::dropdown(ui, lang.of(say::PLACE), &places, at, width)
        && let Some((_, latitude, longitude)) = at.checked_sub(1).and_then(|at| say::PLACES.get(at))
    {
        set(&|venue| (venue.latitude, venue.longitude) = (Some(*latitude), Some(*longitude)));
    }
    if let Some(latitude) = measure(ui, lang.of(say::LATITUDE), venue.latitude.unwrap_or(0.0), degree) {
        set(&|venue| venue.latitude = Some(latitude));
    }
    if let Some(longitude) = measure(ui, lang.of(say::LONGITUDE), venue.longitude.unwrap_or(0.0), degree) {
        set(&|venue| venue.longitude = Some(longitude));
    }
    let opens = view.exhibition.show.opens.unwrap_or_else(Day::today);
    widgets::line(ui, lang.of(say::DAY_OF_SUN), font(13.0), tokens(ui).t2, 22.0);
    if let Some(day) = day_ui(ui, "venue day", lang.of(say::DAY), venue.day, opens, lang, width) {
        set(&|venue| venue.day = day);
    }
    let hours = lang.of(say::HOUR);
    let hour = |hour: f64| Hour((hour.clamp(0.0, 24.0) * 60.0).round() as u16);
    if let Some(opens) = measure(ui, lang.of(say::OPENS), f64::from(venue.opens.0) / 60.0, hours) {
        set(&|venue| venue.opens = hour(opens));
    }
    if let Some(closes) = measure(ui, lang.of(say::CLOSES), f64::from(venue.closes.0) / 60.0, hours) {
        set(&|venue| venue.closes = hour(closes));
    }
    let winds = std::iter::once(&say::NO_WIND).chain(&BEARINGS);
    let winds: Vec<String> = winds.map(|wind| lang.of(*wind).to_string()).collect();
    let at = venue.wind.map_or(0, |wind| (wind / 45.0).round() as usize % 8 + 1);
    if let Some(at) = widgets::dropdown(ui, lang.of(say::WIND), &winds, at, width) {
        set(&|venue| venue.wind = at.checked_sub(1).map(|at| at as f64 * 45.0));
    }
    let name = lang.of(say::NOTE);
    if let Some(note) = fields::hinted(ui, "venue note", &venue.note, name, name, width) {
        set(&|venue| venue.note = note.trim().into());
    }
}
