//! How strict the exhibition is with each rule of the check.

use super::dialogs::question;
use super::theme::{bold, font, tokens};
use super::view::{Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::say::{ASKED_FOR, RULES, Rule, RuleField};
use crate::model::{Command, Level};
use egui::{Align, Layout, Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

pub const RULES_TITLE: Words = ["检查项", "檢查項目", "Rules of the check"];
pub const RULES_HELP: Words = [
    "哪些问题必须改、哪些只提醒、哪些不查",
    "哪些問題必須改、哪些只提醒、哪些不查",
    "Which findings block, which only warn, which are off",
];
pub const RULES_BUTTON: Words = ["检查项…", "檢查項目…", "Rules…"];
const HINT: Words = [
    "“必须”的不改好就不能交付，“建议”的写明理由可以交付，“不查”的不再提。“照常”按问题轻重。设定随展览保存。",
    "「必須」的不改好就不能交付，「建議」的寫明理由可以交付，「不查」的不再提。「照常」按問題輕重。設定隨展覽儲存。",
    "Mandatory blocks the hand-over, recommended needs a reason, off says nothing; usual goes by how bad it is. Saved with the exhibition.",
];
/// In the order of the buttons: none, then `Level::ALL`.
const LEVELS: [Words; 4] = [
    ["照常", "照常", "Usual"],
    ["必须", "必須", "Mandatory"],
    ["建议", "建議", "Recommended"],
    ["不查", "不查", "Off"],
];
const ROW: f32 = 40.0;
const HEAD: f32 = 36.0;

#[derive(Default)]
pub struct RulesForm;

impl RulesForm {
    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(RULES_TITLE));
        widgets::paragraph(ui, lang.of(HINT), 12.0, t.t2);
        let height = (ui.ctx().content_rect().height() - 300.0).clamp(200.0, 520.0);
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let mut inner = ui.new_child(UiBuilder::new().max_rect(place));
        ScrollArea::vertical()
            .id_salt("rules")
            .auto_shrink([false, false])
            .show(&mut inner, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for field in RuleField::ALL {
                    widgets::line(ui, lang.of(field.titles()), bold(12.0), t.t2, HEAD);
                    for rule in RULES.iter().filter(|rule| rule.field == field) {
                        rule_ui(ui, rule, view, send);
                    }
                }
            });
        ui.add_space(8.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = Button::new(lang.of(words::OK)).kind(Kind::Primary).large();
            done.show(ui).clicked()
        })
        .inner
    }
}

fn rule_ui(ui: &mut Ui, rule: &Rule, view: &View<'_>, send: &mut Sender) {
    let (lang, t) = (view.lang, tokens(ui));
    let book = &view.exhibition.show.print;
    let level = book.levels.get(rule.name).copied();
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, ROW), Sense::hover());
    ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, t.line.0));
    let words_place = Rect::from_min_max(row.min, pos2(row.right() - 380.0, row.bottom()));
    widgets::told_in(ui, words_place, lang.of(rule.titles), font(13.0), t.t1);
    let place = Rect::from_min_max(pos2(row.right() - 376.0, row.top() + 4.0), row.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).id_salt(rule.name));
    // A screen reader hears which rule a choice belongs to.
    let labels = LEVELS.map(|word| lang.of(word));
    let names = labels.map(|word| (None, word));
    // A rule that waits to be asked for is off as it comes.
    let usual = if ASKED_FOR.contains(&rule.name) {
        LEVELS.len() - 1
    } else {
        0
    };
    let chosen = level.map_or(usual, |level| {
        Level::ALL.iter().position(|one| *one == level).map_or(0, |at| at + 1)
    });
    if let Some(at) = widgets::segmented(&mut child, rule.name, &names, chosen, 28.0) {
        let level = at.checked_sub(1).map(|at| Level::ALL[at]);
        send.command(Command::SetPrint(book.with_level(rule.name, level)));
    }
}
