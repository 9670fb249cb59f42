//! The styles of a board's template, to be changed for all boards that stand on it: a version of the show's own.

use super::board::style_name;
use super::dialogs::{answers, question};
use super::fields;
use super::theme::{bold, font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::{Align, FontSlot};
use crate::compose::refit;
use crate::model::{Board, BoardId, Command, Exhibition, ParaStyle, StyleName, Template, TemplateRef};
use egui::{ScrollArea, Ui, vec2};
use std::sync::Arc;

const QUESTION: Words = ["版式样式", "版式樣式", "Styles of the template"];
const HINT: Words = [
    "改动存为本展自己的一版；用这个版式的展板都跟着改，已通过的除外。可以撤销。",
    "改動存為本展自己的一版；用這個版式的展板都跟著改，已核可的除外。可以復原。",
    "Kept as a version of this show's own; all boards on this template follow, but for approved ones. Can be undone.",
];
const SIZE: Words = ["字号", "字級", "Size"];
const LEAST: Words = ["最小", "最小", "Least"];
const LEADING: Words = ["行距", "行距", "Leading"];
const FACE: Words = ["字体", "字體", "Face"];
const WEIGHT: Words = ["粗细", "粗細", "Weight"];
const ALIGN: Words = ["对齐", "對齊", "Alignment"];
const COLOUR: Words = ["颜色", "顏色", "Colour"];

const WEIGHTS: [(u16, Words); 4] = [
    (400, ["常规", "標準", "Regular"]),
    (500, ["中等", "中等", "Medium"]),
    (700, ["粗", "粗", "Bold"]),
    (900, ["特粗", "特粗", "Black"]),
];
const ALIGNS: [(Align, Words); 5] = [
    (Align::Start, ["靠头", "靠頭", "Start"]),
    (Align::Centre, ["居中", "置中", "Centre"]),
    (Align::End, ["靠尾", "靠尾", "End"]),
    (Align::Justify, ["两端对齐", "左右對齊", "Justified"]),
    (Align::Spread, ["撑满一行", "撐滿一行", "Spread"]),
];

pub struct StylesForm {
    board: BoardId,
    template: Arc<Template>,
    styles: Vec<(StyleName, ParaStyle)>,
    chosen: usize,
}

impl StylesForm {
    pub fn of(show: &Exhibition, board: BoardId) -> Option<StylesForm> {
        let template = show.template_of(show.board(board)?)?.clone();
        let styles = template
            .styles
            .iter()
            .map(|(name, style)| (name.clone(), style.clone()));
        let styles: Vec<_> = styles.collect();
        let chosen = styles.iter().position(|(name, _)| name.0 == "body").unwrap_or(0);
        Some(StylesForm {
            board,
            styles,
            chosen,
            template,
        })
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(QUESTION));
        widgets::paragraph(ui, lang.of(HINT), 13.0, t.t2);
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(220.0);
                ScrollArea::vertical()
                    .id_salt("styles")
                    .max_height(380.0)
                    .auto_shrink([false, true])
                    .show(ui, |ui| self.list_ui(ui, view));
            });
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                if let Some((name, style)) = self.styles.get_mut(self.chosen) {
                    ui.push_id(&name.0, |ui| style_ui(ui, view, &self.template, style));
                }
            });
        });
        let changed = self.changed();
        let deed = Button::new(lang.of(words::OK))
            .kind(Kind::Primary)
            .enabled(changed.is_some());
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if let (Some(true), Some(changed)) = (answer, changed)
            && let Some(command) = followed(view.exhibition, self.board, changed)
        {
            send.command(command);
            send.send(Message::Toast(lang.of(words::TEMPLATE_CHANGED).into(), true));
        }
        answer.is_some()
    }

    fn list_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (at, (name, style)) in self.styles.iter().enumerate() {
            let t = tokens(ui);
            let called = view.lang.of(style_name(&name.0));
            let text = format!("{called} · {:.1} mm", style.em);
            let spoken = format!("{text} {}", name.0);
            let (rect, response) = widgets::list_row(ui, 30.0, at == self.chosen, &spoken);
            let face = if at == self.chosen { bold(13.0) } else { font(13.0) };
            widgets::text_in(ui, rect.shrink2(vec2(12.0, 0.0)), &text, face, t.t1);
            if response.clicked() {
                self.chosen = at;
            }
        }
    }

    /// The template with the styles as they are now; `None` where none was changed.
    fn changed(&self) -> Option<Template> {
        let styles = self.styles.iter().cloned().collect();
        (styles != self.template.styles).then(|| Template {
            styles,
            ..Template::clone(&self.template)
        })
    }
}

fn style_ui(ui: &mut Ui, view: &View<'_>, template: &Template, style: &mut ParaStyle) {
    let lang = view.lang;
    ui.horizontal(|ui| {
        number(ui, lang.of(SIZE), "mm", &mut style.em, 1.0..=500.0);
        let mut least = style.least_em.unwrap_or(style.em);
        number(ui, lang.of(LEAST), "mm", &mut least, 1.0..=500.0);
        let least = least.min(style.em);
        if style.least_em.is_some() || least < style.em {
            style.least_em = Some(least);
        }
        number(ui, lang.of(LEADING), "em", &mut style.line, 0.8..=4.0);
    });
    widgets::heading(ui, lang.of(FACE));
    let faces = FontSlot::ALL.iter().map(|slot| lang.of(slot.names()).to_string());
    let faces: Vec<String> = faces.collect();
    let at = FontSlot::ALL.iter().position(|slot| *slot == style.slot).unwrap_or(0);
    let width = ui.available_width().min(320.0);
    if let Some(at) = widgets::dropdown(ui, lang.of(FACE), &faces, at, width) {
        style.slot = FontSlot::ALL[at];
    }
    widgets::heading(ui, lang.of(WEIGHT));
    let weights = WEIGHTS.map(|(_, name)| lang.of(name).to_string());
    let at = WEIGHTS.iter().position(|(weight, _)| *weight == style.weight);
    if let Some(at) = widgets::dropdown(ui, lang.of(WEIGHT), &weights, at.unwrap_or(usize::MAX), width) {
        style.weight = WEIGHTS[at].0;
    }
    widgets::heading(ui, lang.of(ALIGN));
    let aligns = ALIGNS.map(|(_, name)| lang.of(name).to_string());
    let at = ALIGNS.iter().position(|(align, _)| *align == style.align).unwrap_or(0);
    if let Some(at) = widgets::dropdown(ui, lang.of(ALIGN), &aligns, at, width) {
        style.align = ALIGNS[at].0;
    }
    widgets::heading(ui, lang.of(COLOUR));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for (name, colour) in view.exhibition.swatches_of(template) {
            let [r, g, b] = view.ink.proof.srgb(colour);
            let label = format!("{} {name}", lang.of(COLOUR));
            if widgets::swatch(ui, egui::Color32::from_rgb(r, g, b), &label, name == style.colour).clicked() {
                style.colour = name;
            }
        }
    });
}

fn number(ui: &mut Ui, name: &str, unit: &str, value: &mut f64, range: std::ops::RangeInclusive<f64>) {
    ui.vertical(|ui| {
        ui.set_width(120.0);
        widgets::heading(ui, name);
        if let Some(typed) = fields::number(ui, name, (*value * 100.0).round() / 100.0, unit, 120.0) {
            *value = typed.clamp(*range.start(), *range.end());
        }
    });
}

/// The template as the show's own, and the boards that stood where this one stands on it; approved ones stay.
pub fn followed(show: &Exhibition, board: BoardId, changed: Template) -> Option<Command> {
    let before = show.board(board)?.template.clone();
    let from = show.templates.get(&before)?.clone();
    let changed = Arc::new(as_own(show, changed));
    let reference = TemplateRef {
        name: changed.name.clone(),
        version: changed.version(),
    };
    let is_same_plan = from.slots == changed.slots && from.flows == changed.flows;
    let on = |other: &&Arc<Board>| other.id == board || (other.template == before && !show.state(other.id).is_final());
    let follow = |other: &Arc<Board>| {
        // Where only the look differs, everything stays where it is.
        let followed = if is_same_plan {
            Board {
                template: reference.clone(),
                ..Board::clone(other)
            }
        } else {
            refit(other, &from, &changed, other.size)
        };
        Command::SetBoard(Arc::new(followed))
    };
    let boards = show.boards.iter().filter(on).map(follow);
    let first = std::iter::once(Command::AddTemplate(changed.clone()));
    Some(Command::Batch(first.chain(boards).collect()))
}

/// Under a name of the show's own, the newest of its versions.
pub fn as_own(show: &Exhibition, mut template: Template) -> Template {
    if template.edition == 0 {
        template.name = format!("own-{:08x}", BoardId::random().0 as u32);
        template.title.hans = format!("{}（本展）", template.title.hans);
        template.title.hant = format!("{}（本展）", template.title.hant);
        template.english = format!("{} (this show)", template.english);
    }
    let versions = show.templates.values().filter(|other| other.name == template.name);
    template.edition = versions.map(|other| other.edition).max().unwrap_or(0) + 1;
    template
}
