//! Boards whose template has become another since they were made: each before and after, and which of them follow it.

use super::dialogs::{answers, question};
use super::restyle::{picture_ui, preview, title};
use super::theme::{font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind, Mood};
use super::words::{self, Words};
use crate::base::Lang;
use crate::compose::{Restyled, refit};
use crate::model::{Board, BoardId, Command, Exhibition, Template};
use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub const VERSIONS: Words = ["更新版式…", "更新版式…", "Update templates…"];
pub const VERSIONS_HELP: Words = [
    "版式改过以后，让已经做好的展板跟上；先看前后对照",
    "版式改過以後，讓已經做好的展板跟上；先看前後對照",
    "Boards follow a template that has changed since they were made; before and after side by side",
];
const NONE: Words = [
    "所有展板用的都是最新的版式。",
    "所有展板用的都是最新的版式。",
    "All boards stand on their templates as they are now.",
];
const HINT: Words = [
    "左边是现在的样子，右边是跟上以后的样子。照片和文字一样不少，可以一步撤销。",
    "左邊是現在的樣子，右邊是跟上以後的樣子。照片和文字一樣不少，可以一步復原。",
    "On the left as it is, on the right as it will be. No photo or text is lost; one step of undo.",
];
const APPROVED: Words = [
    "已通过，不勾就不变",
    "已核可，不勾就不變",
    "Approved: stays unless ticked",
];
const OVER: Words = ["有文字放不下", "有文字放不下", "Text does not fit"];

pub struct Versions {
    rows: Vec<Row>,
    /// The show they were made for.
    of: Vec<Arc<Board>>,
    preview: Exhibition,
    previews: Vec<Arc<Board>>,
    kept: BTreeSet<BoardId>,
}

struct Row {
    before: Arc<Board>,
    after: Restyled,
    /// The text did fit, and no longer does; looked at when the row is first seen.
    is_over: Option<bool>,
}

impl Versions {
    pub fn new(show: &Exhibition, templates: &[Arc<Template>]) -> Versions {
        let named = |template: &Arc<Template>| (template.name.clone(), (template.version(), template.clone()));
        let newest: BTreeMap<String, _> = templates.iter().map(named).collect();
        let mut rows = Vec::new();
        for before in show.in_order() {
            let newer = newest.get(&before.template.name);
            let Some((_, template)) = newer.filter(|(version, _)| *version != before.template.version) else {
                continue;
            };
            let from = show.template_of(before).cloned().unwrap_or_default();
            let after = refit(before, &from, template, before.size);
            rows.push(Row {
                before: before.clone(),
                after: Restyled {
                    misfit: 0.0,
                    template: template.clone(),
                    board: Arc::new(after),
                },
                is_over: None,
            });
        }
        let options: Vec<Restyled> = rows.iter().map(|row| row.after.clone()).collect();
        let (preview, previews) = preview(show, &options);
        // What is approved changes only where somebody says so.
        let settled = rows.iter().filter(|row| show.state(row.before.id).is_final());
        let kept = settled.map(|row| row.before.id).collect();
        Versions {
            of: show.boards.clone(),
            rows,
            preview,
            previews,
            kept,
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let lang = view.lang;
        let is_same = self.of.len() == view.exhibition.boards.len()
            && self
                .of
                .iter()
                .zip(&view.exhibition.boards)
                .all(|(a, b)| Arc::ptr_eq(a, b));
        if !is_same {
            *self = Versions::new(view.exhibition, &view.templates());
        }
        let t = tokens(ui);
        question(ui, lang.of(VERSIONS).trim_end_matches('…'));
        if self.rows.is_empty() {
            widgets::paragraph(ui, lang.of(NONE), 13.0, t.t2);
            return answers(ui, Button::new(lang.of(words::CLOSE)), lang.of(words::CANCEL)).is_some();
        }
        widgets::paragraph(ui, lang.of(HINT), 13.0, t.t2);
        ScrollArea::vertical()
            .max_height(440.0)
            .auto_shrink([false, true])
            .show_rows(ui, 196.0, self.rows.len(), |ui, shown| {
                for at in shown {
                    self.row_ui(ui, view, at);
                }
            });
        let count = self.rows.len() - self.kept.len();
        let text = deed_words(lang, count);
        let deed = Button::new(&text).kind(Kind::Primary).enabled(count > 0);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) {
            let chosen = self.rows.iter().filter(|row| !self.kept.contains(&row.before.id));
            let commands = chosen.map(|row| row.after.command(view.exhibition));
            send.command(Command::Batch(commands.collect()));
            send.send(Message::Toast(lang.of(words::TEMPLATE_CHANGED).into(), true));
        }
        answer.is_some()
    }

    fn row_ui(&mut self, ui: &mut Ui, view: &View<'_>, at: usize) {
        let lang = view.lang;
        let t = tokens(ui);
        let (Some(row), Some(made)) = (self.rows.get_mut(at), self.previews.get(at)) else {
            return;
        };
        let is_over = *row.is_over.get_or_insert_with(|| {
            let over = |show: &Exhibition, board: &Arc<Board>| {
                let laid = view.cache.lay(show, board, None);
                laid.findings.iter().filter(|finding| finding.rule == "overset").count()
            };
            over(&self.preview, made) > over(view.exhibition, &row.before)
        });
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 184.0), Sense::hover());
        let half = Rect::from_min_size(rect.min, vec2(220.0, 184.0));
        picture_ui(ui, view, view.exhibition, &row.before, half.shrink(8.0));
        widgets::paint_icon(
            ui,
            i::ICON_ARROW_FORWARD,
            pos2(rect.left() + 236.0, rect.center().y),
            20.0,
            t.t2.0,
        );
        let after = Rect::from_min_size(rect.min + vec2(252.0, 0.0), half.size());
        picture_ui(ui, view, &self.preview, made, after.shrink(8.0));
        let text = Rect::from_min_max(pos2(rect.left() + 488.0, rect.top() + 12.0), rect.max);
        ui.scope_builder(egui::UiBuilder::new().max_rect(text), |ui| {
            let id = row.before.id;
            let label = format!("{}　{}", row.before.code, row.before.title());
            if widgets::checkbox(ui, !self.kept.contains(&id), &label).clicked() && !self.kept.remove(&id) {
                self.kept.insert(id);
            }
            widgets::line(ui, title(&row.after.template, view), font(12.0), t.t2, 20.0);
            if view.exhibition.state(id).is_final() {
                widgets::line(ui, lang.of(APPROVED), font(12.0), t.t2, 20.0);
            }
            if is_over {
                widgets::chip(ui, Some(i::ICON_WARNING), lang.of(OVER), Mood::Warn);
            }
        });
    }
}

fn deed_words(lang: Lang, count: usize) -> String {
    lang.of([
        format!("更新 {count} 块"),
        format!("更新 {count} 塊"),
        format!("Update {count}"),
    ])
}
