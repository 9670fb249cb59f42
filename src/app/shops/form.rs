//! The office's own shop, field by field. Nonsense is told at once and cannot be kept.

use super::words;
use crate::app::dialogs::{Ask, Purpose, answers, question};
use crate::app::fields;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::app::words as app_words;
use crate::base::Lang;
use crate::base::say::ShopField;
use crate::export::{Page, Press, file_name};
use crate::model::{Eyelets, Output, OutputProfile, Shop};
use egui::{ScrollArea, Sense, Ui, UiBuilder, vec2};
use std::sync::Arc;

pub struct Form {
    shop: Shop,
    rolls: String,
    error: Option<String>,
    /// Why the chosen profile cannot be used.
    refused: Option<String>,
}

/// Bleeds that shops ask for.
const BLEEDS: [f64; 4] = [0.0, 3.0, 5.0, 10.0];

/// What black areas get where nobody said otherwise (large-format shops: C50 M50 Y50 K100).
const RICH_BLACK: [f64; 4] = [50.0, 50.0, 50.0, 100.0];

/// Nothing that an eye finds is lost, at a third of the size.
const PHOTO_QUALITY: f64 = 92.0;

impl Form {
    pub fn of(shop: Shop) -> Form {
        let rolls: Vec<String> = shop.rolls.iter().map(f64::to_string).collect();
        Form {
            rolls: rolls.join(", "),
            shop,
            error: None,
            refused: None,
        }
    }

    pub fn take(&mut self, read: Result<OutputProfile, String>) {
        match read {
            Ok(profile) => (self.shop.profile, self.refused) = (Some(profile), None),
            Err(sentence) => self.refused = Some(sentence),
        }
    }

    /// `Some(None)` when it is left, `Some(Some(shop))` when it is kept.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> Option<Option<Shop>> {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, &format!("{} · {}", lang.of(words::SHOPS), lang.of(words::OWN)));
        let height = (ui.ctx().content_rect().height() - 260.0).clamp(240.0, 640.0);
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        ScrollArea::vertical()
            .id_salt("shop form")
            .auto_shrink([false, false])
            .show(&mut inner, |ui| self.columns_ui(ui, view, send));
        self.error = self.fault(lang);
        ui.horizontal(|ui| {
            ui.set_height(24.0);
            let sentence = self.error.as_deref().unwrap_or_default();
            widgets::line(ui, sentence, font(12.0), t.error, 24.0);
            // What the sentence proposes is one click away.
            if self.is_mendable() && widgets::link(ui, lang.of(words::MEND)).clicked() {
                self.shop = self.shop.clone().mended().0;
            }
        });
        let is_sound = self.error.is_none();
        let deed = Button::new(lang.of(app_words::OK))
            .kind(Kind::Primary)
            .enabled(is_sound);
        match answers(ui, deed, lang.of(app_words::CANCEL)) {
            Some(true) if is_sound => Some(Some(self.shop.clone())),
            Some(false) => Some(None),
            _ => None,
        }
    }

    fn is_mendable(&self) -> bool {
        !self.shop.name.trim().is_empty() && rolls(&self.rolls).is_some() && !self.shop.faults().is_empty()
    }

    fn fault(&self, lang: Lang) -> Option<String> {
        if self.shop.name.trim().is_empty() {
            return Some(lang.of(words::NAMELESS).into());
        }
        if rolls(&self.rolls).is_none() {
            return Some(lang.of(words::ROLLS_WRONG).into());
        }
        let fault = self.shop.faults().into_iter().next()?;
        Some(lang.of(fault.texts()))
    }

    fn columns_ui(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
        let width = (ui.available_width() - 40.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for column in 0..2 {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                    if column == 0 {
                        self.sheet_ui(ui, view.lang, width);
                        self.sharp_ui(ui, view.lang, width);
                    } else {
                        self.file_ui(ui, view, width);
                        self.profile_ui(ui, view.lang, width, send);
                        self.work_ui(ui, view.lang, width);
                    }
                });
                ui.add_space(24.0);
            }
        });
    }

    fn sheet_ui(&mut self, ui: &mut Ui, lang: Lang, width: f32) {
        let shop = &mut self.shop;
        caption(ui, lang.of(words::NAME), width);
        if let Some(name) = fields::text(ui, "own shop", &shop.name, lang.of(words::NAME), width) {
            shop.name = name.trim().into();
        }
        ui.add_space(6.0);
        widgets::heading(ui, lang.of(words::SHEET));
        let bleeds = BLEEDS.map(|mm| format!("{mm}"));
        labelled(ui, lang.of(ShopField::Bleed.names()), width, |ui| {
            let names = bleeds.each_ref().map(|name| (None, name.as_str()));
            let at = BLEEDS.iter().position(|mm| *mm == shop.bleed).unwrap_or(usize::MAX);
            if let Some(picked) = widgets::segmented(ui, "bleed", &names, at, 28.0) {
                shop.bleed = BLEEDS[picked];
            }
            widgets::line(ui, ShopField::Bleed.unit(), font(12.0), tokens(ui).t3, 28.0);
        });
        for (field, value) in [
            (ShopField::WhiteEdge, &mut shop.white_edge),
            (ShopField::Slug, &mut shop.slug),
        ] {
            number(ui, field, value, lang, width);
        }
        tick(ui, &mut shop.has_crop_marks, lang.of(words::MARKS));
    }

    fn sharp_ui(&mut self, ui: &mut Ui, lang: Lang, width: f32) {
        let (shop, t) = (&mut self.shop, tokens(ui));
        ui.add_space(6.0);
        widgets::heading(ui, lang.of(words::SHARP));
        number(ui, ShopField::LeastDpi, &mut shop.least_dpi, lang, width);
        number(ui, ShopField::ViewDistance, &mut shop.view_m, lang, width);
        widgets::line(ui, &words::eye(lang, shop.view_m), font(12.0), t.t3, 18.0);
        number(ui, ShopField::InkLimit, &mut shop.ink_limit, lang, width);
        number(ui, ShopField::PlainBlack, &mut shop.plain_black, lang, width);
        let mut is_rich = shop.rich_black.is_some();
        if tick(ui, &mut is_rich, lang.of(words::RICH_BLACK)) {
            shop.rich_black = is_rich.then_some(RICH_BLACK);
        }
        if let Some(inks) = &mut shop.rich_black {
            ui.horizontal(|ui| {
                for (name, ink) in ["C", "M", "Y", "K"].into_iter().zip(inks) {
                    if let Some(value) = fields::number(ui, name, *ink, name, (width - 24.0) / 4.0) {
                        *ink = value;
                    }
                }
            });
        }
    }

    fn file_ui(&mut self, ui: &mut Ui, view: &View<'_>, width: f32) {
        let (lang, t) = (view.lang, tokens(ui));
        let shop = &mut self.shop;
        widgets::heading(ui, lang.of(words::FILE));
        labelled(ui, lang.of(words::OUTPUT), width, |ui| {
            let kinds = [Output::Pdf, Output::Tiff, Output::Jpeg];
            let at = kinds.iter().position(|kind| *kind == shop.output).unwrap_or(0);
            let names = ["PDF", "TIFF", "JPEG"].map(|name| (None, name));
            if let Some(picked) = widgets::segmented(ui, "output", &names, at, 28.0) {
                shop.output = kinds[picked];
            }
        });
        if shop.output != Output::Pdf {
            number(ui, ShopField::OutputDpi, &mut shop.output_dpi, lang, width);
        } else {
            tick(ui, &mut shop.is_outlined, lang.of(words::OUTLINES));
            let mut is_turned = shop.photo_quality > 0.0;
            if tick(ui, &mut is_turned, lang.of(words::PHOTOS_CMYK)) {
                shop.photo_quality = if is_turned { PHOTO_QUALITY } else { 0.0 };
            }
            if is_turned {
                number(ui, ShopField::PhotoQuality, &mut shop.photo_quality, lang, width);
            }
        }
        labelled(ui, lang.of(words::SCALE), width, |ui| {
            let at = usize::from(shop.scale == 10);
            let names = ["1:1", "1:10"].map(|name| (None, name));
            if let Some(picked) = widgets::segmented(ui, "scale", &names, at, 28.0) {
                shop.scale = [1, 10][picked];
            }
        });
        caption(ui, lang.of(words::FILE_NAMES), width);
        let wished = fields::text(ui, "file names", &shop.file_names, lang.of(words::FILE_NAMES), width);
        if let Some(pattern) = wished {
            shop.file_names = pattern;
        }
        let name = file_name(&sample(view), &Press::of(shop, Arc::from([])), extension(shop.output));
        widgets::line(ui, &words::example(lang, &name), font(12.0), t.t2, 18.0);
        widgets::paragraph(ui, lang.of(words::NAME_HELP), 11.0, t.t3);
        caption(ui, lang.of(words::ROLLS), width);
        if let Some(text) = fields::text(ui, "rolls", &self.rolls, lang.of(words::ROLLS), width) {
            if let Some(rolls) = rolls(&text) {
                self.shop.rolls = rolls;
            }
            self.rolls = text;
        }
        number(ui, ShopField::Overlap, &mut self.shop.overlap, lang, width);
    }

    /// How the press prints: files are made for it, and the screen shows CMYK by it.
    fn profile_ui(&mut self, ui: &mut Ui, lang: Lang, width: f32, send: &mut Sender) {
        let t = tokens(ui);
        caption(ui, lang.of(words::PROFILE), width);
        let own = self.shop.profile.as_ref().map(|profile| profile.name.clone());
        let is_own = own.is_some();
        let shown = own.unwrap_or_else(|| lang.of(words::USUAL_PROFILE).into());
        widgets::line(ui, &shown, font(13.0), t.t1, 22.0).on_hover_text(&shown);
        ui.horizontal(|ui| {
            if Button::new(lang.of(words::CHOOSE_FILE)).small().show(ui).clicked() {
                send.send(Message::Ask(Ask::Path(Purpose::OutputProfile)));
            }
            if is_own && widgets::link(ui, lang.of(words::AS_USUAL)).clicked() {
                self.shop.profile = None;
            }
        });
        if let Some(sentence) = &self.refused {
            widgets::paragraph(ui, sentence, 12.0, t.error);
        }
    }

    fn work_ui(&mut self, ui: &mut Ui, lang: Lang, width: f32) {
        let finishing = &mut self.shop.finishing;
        ui.add_space(6.0);
        widgets::heading(ui, lang.of(words::WORK));
        let mut has_eyelets = finishing.eyelets.is_some();
        if tick(ui, &mut has_eyelets, lang.of(words::EYELETS)) {
            finishing.eyelets = has_eyelets.then(Eyelets::default);
        }
        if let Some(eyelets) = &mut finishing.eyelets {
            number(ui, ShopField::EyeletSpacing, &mut eyelets.spacing, lang, width);
            number(ui, ShopField::EyeletInset, &mut eyelets.inset, lang, width);
            number(ui, ShopField::EyeletDiameter, &mut eyelets.diameter, lang, width);
        }
        number(ui, ShopField::Hem, &mut finishing.hem, lang, width);
        number(ui, ShopField::Clamp, &mut finishing.clamp, lang, width);
        tick(ui, &mut finishing.has_cut_line, lang.of(words::CUT_LINE));
    }
}

/// Numbers with commas between; `None` where something else stands among them.
fn rolls(text: &str) -> Option<Vec<f64>> {
    let parts = text.split([',', '，', '、', ' ', ';', '；']);
    parts
        .filter(|part| !part.trim().is_empty())
        .map(|part| part.trim().parse().ok().filter(|width: &f64| width.is_finite()))
        .collect()
}

fn extension(output: Output) -> &'static str {
    match output {
        Output::Pdf => "pdf",
        Output::Tiff => "tif",
        Output::Jpeg => "jpg",
    }
}

/// The exhibition's first board, to show what names come out.
fn sample(view: &View<'_>) -> Page {
    let boards = view.exhibition.in_order();
    boards
        .first()
        .map(|board| Page::about(view.exhibition, board, None))
        .unwrap_or_default()
}

/// What the field below is for; the field has the same words for a screen reader.
fn caption(ui: &mut Ui, name: &str, width: f32) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
    widgets::text_in(ui, rect, name, font(12.0), t.t2);
}

fn labelled<R>(ui: &mut Ui, name: &str, width: f32, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let (rect, _) = ui.allocate_exact_size(vec2(width - 176.0, 28.0), Sense::hover());
        widgets::text_in(ui, rect, name, font(12.0), t.t2);
        ui.scope(|ui| {
            ui.set_width(168.0);
            add(ui)
        })
        .inner
    })
    .inner
}

fn number(ui: &mut Ui, field: ShopField, value: &mut f64, lang: Lang, width: f32) {
    let name = lang.of(field.names());
    labelled(ui, name, width, |ui| {
        if let Some(number) = fields::number(ui, name, *value, field.unit(), 168.0) {
            *value = number;
        }
    });
}

fn tick(ui: &mut Ui, value: &mut bool, name: &str) -> bool {
    let clicked = widgets::checkbox(ui, *value, name).clicked();
    *value ^= clicked;
    clicked
}
