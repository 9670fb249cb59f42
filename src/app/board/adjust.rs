//! A photo as its hand wants it: straight, turned, lighter, warmer. Nothing touches the file.

use super::BoardPane;
use super::inspect::set_kind;
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, section};
use crate::app::words::{self, Words};
use crate::base::{PhotoFacts, Tone};
use crate::media::automatic_tone;
use crate::model::{Board, Crop, Element, ElementKind, PhotoElement};
use egui::Ui;
use egui_material_icons::icons as i;
use std::sync::Arc;

const TONE: Words = ["光线与颜色", "光線與顏色", "Light and colour"];
const STRAIGHTEN: Words = ["拉直", "拉直", "Level"];
const BRIGHTNESS: Words = ["亮度", "亮度", "Light"];
const CONTRAST: Words = ["对比", "對比", "Contrast"];
const SATURATION: Words = ["鲜艳", "鮮豔", "Colour"];
const WARMTH: Words = ["冷暖", "冷暖", "Warmth"];
const AUTOMATIC: Words = ["自动", "自動", "Automatic"];
const TURN_LEFT: Words = ["向左转", "向左轉", "Turn left"];
const TURN_RIGHT: Words = ["向右转", "向右轉", "Turn right"];
const RESET_TONE: Words = ["还原光线与颜色", "還原光線與顏色", "As taken"];

/// Level, quarter turns, zoom and back to the start: stands in the photo's own section.
pub fn crop_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    shown: &PhotoElement,
    facts: &PhotoFacts,
    send: &mut Sender,
) {
    let lang = view.lang;
    let told = format!("{:.1}°", shown.crop.angle);
    let most = Crop::MOST_ANGLE;
    let (moved, ended) = widgets::slider(ui, lang.of(STRAIGHTEN), shown.crop.angle, -most..=most, 0.1, &told);
    if let Some(angle) = moved.filter(|angle| *angle != shown.crop.angle) {
        pane.step(ui.ctx(), send);
        pane.levelled = Some(element.id);
        send.command(with_crop(board, element, shown, Crop { angle, ..shown.crop }));
    }
    if ended {
        pane.settle(send);
    }
    ui.horizontal(|ui| {
        let t = tokens(ui);
        ui.spacing_mut().item_spacing.x = 4.0;
        for (icon, name, quarters) in [
            (i::ICON_ROTATE_90_DEGREES_CCW, TURN_LEFT, 3),
            (i::ICON_ROTATE_90_DEGREES_CW, TURN_RIGHT, 1),
        ] {
            if widgets::icon_button(ui, icon, lang.of(name), false, true).clicked() {
                let crop = Crop {
                    quarters: (shown.crop.quarters + quarters) % 4,
                    ..shown.crop
                };
                send.command(with_crop(board, element, shown, crop));
            }
        }
        if shown.crop != Crop::about(facts) {
            let zoom = format!("{} {:.0}%", lang.of(words::CROP_ZOOM), shown.crop.zoom * 100.0);
            widgets::line(ui, &zoom, font(12.0), t.t2, 24.0);
            if widgets::link(ui, lang.of(words::CROP_RESET)).clicked() {
                send.command(with_crop(board, element, shown, Crop::about(facts)));
            }
        }
    });
}

pub fn with_crop(board: &Board, element: &Element, shown: &PhotoElement, crop: Crop) -> crate::model::Command {
    let kind = ElementKind::Photo(PhotoElement { crop, ..shown.clone() });
    set_kind(board, element.id, kind)
}

pub fn tone_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    shown: &PhotoElement,
    facts: &Arc<PhotoFacts>,
    send: &mut Sender,
) {
    let lang = view.lang;
    section(ui, lang.of(TONE), |ui| {
        let mut tone = shown.tone;
        let mut has_ended = false;
        for (name, value) in [
            (BRIGHTNESS, &mut tone.brightness),
            (CONTRAST, &mut tone.contrast),
            (SATURATION, &mut tone.saturation),
            (WARMTH, &mut tone.warmth),
        ] {
            let told = if *value == 0 { "0".into() } else { format!("{value:+}") };
            let (moved, ended) = widgets::slider(ui, lang.of(name), f64::from(*value), -100.0..=100.0, 1.0, &told);
            if let Some(moved) = moved {
                *value = moved.clamp(-100.0, 100.0) as i8;
            }
            has_ended |= ended;
        }
        if tone != shown.tone {
            pane.step(ui.ctx(), send);
            send.command(with_tone(board, element, shown, tone));
        }
        if has_ended {
            pane.settle(send);
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let at_hand = pane.copy_of(ui.ctx(), view, facts);
            let button = Button::new(lang.of(AUTOMATIC)).icon(i::ICON_AUTO_FIX_HIGH);
            let is_clicked = button.enabled(at_hand.is_some()).show(ui).clicked();
            if let Some(pixels) = at_hand.filter(|_| is_clicked) {
                let automatic = automatic_tone(&pixels);
                let tone = Tone {
                    saturation: shown.tone.saturation,
                    warmth: shown.tone.warmth,
                    ..automatic
                };
                send.command(with_tone(board, element, shown, tone));
            }
            if shown.tone != Tone::default() && widgets::link(ui, lang.of(RESET_TONE)).clicked() {
                send.command(with_tone(board, element, shown, Tone::default()));
            }
        });
    });
}

fn with_tone(board: &Board, element: &Element, shown: &PhotoElement, tone: Tone) -> crate::model::Command {
    let kind = ElementKind::Photo(PhotoElement { tone, ..shown.clone() });
    set_kind(board, element.id, kind)
}

/// Large enough to count its tones.
const COPY_PX: u32 = 512;

impl BoardPane {
    /// A small copy of the untouched photo; it is made beside the window where it is not at hand.
    fn copy_of(
        &mut self,
        ctx: &egui::Context,
        view: &View<'_>,
        facts: &Arc<PhotoFacts>,
    ) -> Option<Arc<crate::media::Pixels>> {
        let library = &view.ink.library;
        let at_hand = library.pixels_at_hand(facts.digest, COPY_PX, false);
        if at_hand.is_none() && self.decoded != Some(facts.digest) {
            self.decoded = Some(facts.digest);
            let (library, facts, ctx) = (library.clone(), facts.clone(), ctx.clone());
            std::thread::spawn(move || {
                library.pixels(&facts, COPY_PX, false);
                ctx.request_repaint();
            });
        }
        at_hand
    }
}
