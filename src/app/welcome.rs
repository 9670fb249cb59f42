//! The card of the first start: language, part, name and unit, over a window that works already. Never in the way.

use super::session::{Role, Settings};
use super::theme::{Depth, bold, tokens};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::Lang;
use egui::{Align2, Area, Id, Margin, Order, Ui, vec2};
use egui_material_icons::icons as i;

const TITLE: Words = ["先认识一下", "先認識一下", "Hello"];
const LINE: Words = [
    "这是示例展览，随便点，改坏了可以重做一份。下面几项以后在左下角齿轮里改。",
    "這是範例展覽，隨便點，改壞了可以重做一份。下面幾項以後在左下角齒輪裡改。",
    "This is the sample exhibition: try anything, it can be made anew. All this can be changed later at the cogwheel.",
];
pub const NAME: Words = ["您的名字", "您的姓名", "Your name"];
pub const UNIT: Words = ["您的单位", "您的單位", "Your unit"];
const DONE: Words = ["好了", "好了", "Done"];
const LATER: Words = ["以后再说", "以後再說", "Later"];

const WIDTH: f32 = 376.0;

/// `true` once the card has gone for good.
pub fn welcome_ui(ctx: &egui::Context, settings: &mut Settings) -> bool {
    let t = super::theme::of(ctx.theme() == egui::Theme::Dark);
    let mut is_done = false;
    // Beside the status bar and the rail, above the work; whatever it covers can be scrolled into view.
    Area::new(Id::unique("welcome"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-24.0, -52.0))
        .show(ctx, |ui| {
            widgets::raised(t, 12, Margin::same(20), Depth::Dialog).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                is_done = card_ui(ui, settings);
            });
        });
    settings.is_settled |= is_done;
    is_done
}

fn card_ui(ui: &mut Ui, settings: &mut Settings) -> bool {
    let t = tokens(ui);
    let lang = settings.lang;
    let mut is_done = false;
    ui.horizontal(|ui| {
        widgets::line(ui, lang.of(TITLE), bold(16.0), t.t1, 24.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            is_done = widgets::icon_button_sized(ui, i::ICON_CLOSE, lang.of(LATER), false, true, 24.0).clicked();
        });
    });
    widgets::paragraph(ui, lang.of(LINE), 12.0, t.t2);
    ui.add_space(6.0);
    person_ui(ui, settings);
    ui.add_space(8.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        is_done |= Button::new(lang.of(DONE)).kind(Kind::Primary).show(ui).clicked();
    });
    is_done
}

/// Who sits here: language, part, name, unit. The same in the settings.
pub fn person_ui(ui: &mut Ui, settings: &mut Settings) {
    let lang = settings.lang;
    widgets::heading(ui, lang.of(words::LANGUAGE));
    let at = Lang::ALL.iter().position(|other| *other == lang).unwrap_or(0);
    let names = [(None, "简体中文"), (None, "繁體中文"), (None, "English")];
    if let Some(at) = widgets::segmented(ui, "language", &names, at, 32.0) {
        settings.lang = Lang::ALL[at];
    }
    widgets::heading(ui, lang.of(words::ROLE));
    let roles = [Role::Organizer, Role::Clerk];
    let names = [words::ORGANIZER, words::CLERK].map(|word| (None, lang.of(word)));
    let at = roles.iter().position(|other| *other == settings.role).unwrap_or(0);
    if let Some(at) = widgets::segmented(ui, "role", &names, at, 32.0) {
        settings.role = roles[at];
    }
    let t = tokens(ui);
    let line = match settings.role {
        Role::Organizer => words::ORGANIZER_LINE,
        Role::Clerk => words::CLERK_LINE,
    };
    widgets::paragraph(ui, lang.of(line), 12.0, t.t2);
    let width = (ui.available_width() - 8.0) / 2.0;
    ui.horizontal(|ui| {
        for (name, text) in [(NAME, &mut settings.name), (UNIT, &mut settings.unit)] {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                let (rect, _) = ui.allocate_exact_size(vec2(width, 20.0), egui::Sense::hover());
                widgets::text_in(ui, rect, lang.of(name), bold(12.0), t.t1);
                widgets::field(ui, text, lang.of(name), "", width);
            });
        }
    });
}
