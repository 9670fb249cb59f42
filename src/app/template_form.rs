//! A board becomes a template for others: its names, and what of each place a board made from it may change.

use super::dialogs::{answers, question};
use super::theme::{bold, font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::Lang;
use crate::model::part::{parts, with};
use crate::model::{
    Area, Board, BoardId, Command, Element, ElementId, ElementKind, Exhibition, FlowBlock, Slot, SlotName, SlotRules,
    Template, TwoName, TwoScript,
};
use egui::{Rect, ScrollArea, Sense, Ui, pos2, vec2};
use std::collections::BTreeSet;
use std::sync::Arc;

const QUESTION: Words = ["存为版式", "存為版式", "Save board as template"];
const HINT: Words = [
    "位置和样式照这块板；勾上的，用这个版式的展板就改不了。没勾“留内容”的位置在新展板上是空的。",
    "位置和樣式照這塊板；勾上的，用這個版式的展板就改不了。沒勾「留內容」的位置在新展板上是空的。",
    "Places and looks are this board's; what is ticked cannot be changed on boards made from it. Places without “keep” are empty on a new board.",
];
const NAME_HANS: Words = ["简体名称", "簡體名稱", "Name in Simplified"];
const NAME_HANT: Words = ["繁体名称", "繁體名稱", "Name in Traditional"];
const NAME_EN: Words = ["英文名称（可空）", "英文名稱（可空）", "Name in English (optional)"];
const COLUMNS: [Words; 6] = [
    ["锁位置", "鎖位置", "Place fixed"],
    ["锁样式", "鎖樣式", "Look fixed"],
    ["锁内容", "鎖內容", "Content fixed"],
    ["必填", "必填", "Required"],
    ["留内容", "留內容", "Keep"],
    ["必须改", "必須改", "Must change"],
];
const SAVE: Words = ["存为版式", "存為版式", "Save template"];
const SAVED: Words = [
    "版式存好了，新建展板时可以选它",
    "版式存好了，新增展板時可以選它",
    "Template saved; it can be chosen for new boards",
];

pub struct TemplateForm {
    board: BoardId,
    hans: String,
    hant: String,
    english: String,
    rows: Vec<Row>,
}

struct Row {
    element: ElementId,
    rules: SlotRules,
    is_required: bool,
    keeps_content: bool,
}

impl TemplateForm {
    pub fn of(show: &Exhibition, id: BoardId) -> Option<TemplateForm> {
        let board = show.board(id)?;
        let template = show.template_of(board)?;
        let row = |element: &Arc<Element>| {
            let slot = element.slot.as_ref().and_then(|name| template.slot(&name.0));
            let is_drawn = !element.kind.has_texts();
            Row {
                element: element.id,
                rules: slot.map(|slot| slot.rules).unwrap_or_default(),
                is_required: slot.is_some_and(|slot| slot.required),
                // Shapes, drawings and emblems belong to the look; words and photos to the board.
                keeps_content: is_drawn,
            }
        };
        Some(TemplateForm {
            board: id,
            hans: String::new(),
            hant: String::new(),
            english: String::new(),
            rows: board.elements.iter().map(row).collect(),
        })
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        let Some(board) = view.exhibition.board(self.board).cloned() else {
            return true;
        };
        question(ui, lang.of(QUESTION));
        widgets::paragraph(ui, lang.of(HINT), 13.0, t.t2);
        ui.horizontal(|ui| {
            let width = (ui.available_width() - 24.0) / 3.0;
            for (name, text) in [
                (NAME_HANS, &mut self.hans),
                (NAME_HANT, &mut self.hant),
                (NAME_EN, &mut self.english),
            ] {
                ui.vertical(|ui| {
                    ui.set_width(width);
                    widgets::heading(ui, lang.of(name));
                    widgets::field(ui, text, lang.of(name), "", width);
                });
            }
        });
        head_ui(ui, lang);
        ScrollArea::vertical()
            .id_salt("slots")
            .max_height(300.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for row in &mut self.rows {
                    if let Some(element) = board.element(row.element) {
                        ui.push_id(row.element, |ui| row_ui(ui, lang, &board, element, row));
                    }
                }
            });
        let is_named = !self.hans.trim().is_empty() && !self.hant.trim().is_empty();
        let deed = Button::new(lang.of(SAVE)).kind(Kind::Primary).enabled(is_named);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true)
            && let Some(template) = self.made(view, &board)
        {
            send.command(Command::AddTemplate(Arc::new(template)));
            send.send(Message::Toast(lang.of(SAVED).into(), true));
        }
        answer.is_some()
    }

    fn made(&self, view: &View<'_>, board: &Arc<Board>) -> Option<Template> {
        let base = view.exhibition.template_of(board)?;
        let laid = view.cache.lay(view.exhibition, board, None);
        let english = self.english.trim();
        let mut template = Template {
            name: format!("own-{:08x}", BoardId::random().0 as u32),
            title: TwoName {
                hans: self.hans.trim().into(),
                hant: self.hant.trim().into(),
            },
            english: if english.is_empty() {
                self.hans.trim().into()
            } else {
                english.into()
            },
            edition: 1,
            start: Vec::new(),
            ..scaled(base, board)
        };
        for row in &self.rows {
            let Some(element) = board.element(row.element) else {
                continue;
            };
            let area = laid.areas.get(&element.id).map(|(area, _)| *area);
            put(&mut template, element, area, row);
        }
        Some(template)
    }
}

/// The template at the board's own size, so that its places are where the board shows them.
fn scaled(base: &Template, board: &Board) -> Template {
    crate::layout::at_size(base, board.size)
}

/// One element as a place of the template and as what stands there first.
fn put(template: &mut Template, element: &Element, area: Option<crate::geom::Rect>, row: &Row) {
    let mut first = element.clone();
    first.group = None;
    let is_free = element.slot.is_none();
    if is_free && element.kind.has_texts() {
        // What was added by hand becomes a place of its own.
        let name = free_name(template, element.kind.fills().1);
        first.slot = Some(SlotName(name));
    }
    let by_hand = match first.area {
        Area::ByHand { rect, angle } if first.slot.is_some() && angle == 0.0 => Some(rect),
        _ => None,
    };
    if let Some(name) = first.slot.clone() {
        if by_hand.is_some() {
            // It no longer stands in its column.
            leave_flows(template, &name.0);
            first.area = Area::Slot;
        }
        let kin = template
            .slot_for(element)
            .map(|(slot, _)| slot.clone())
            .unwrap_or_default();
        if template.slot(&name.0).is_none() {
            template.slots.push(Slot {
                name: name.0.clone(),
                takes: element.kind.fills().0,
                second_area: None,
                ..kin
            });
        }
        if let Some(slot) = template.slots.iter_mut().find(|slot| slot.name == name.0) {
            slot.rules = row.rules;
            slot.required = row.is_required;
            if let Some(rect) = by_hand.or(area.filter(|_| is_free)) {
                slot.area = rect;
                slot.second_area = None;
            }
            if let ElementKind::Text(text) = &mut first.kind
                && let Some(style) = text.style.take()
            {
                slot.style = Some(style);
            }
        }
    }
    if !row.keeps_content && !row.rules.fixed_content && !row.rules.must_change {
        first.kind = emptied(&first.kind);
    }
    template.start.push(first);
}

fn free_name(template: &Template, role: &str) -> String {
    let taken: BTreeSet<&str> = template.slots.iter().map(|slot| slot.name.as_str()).collect();
    let mut number = 1;
    loop {
        let name = format!("{role}.{number}");
        if !taken.contains(name.as_str()) {
            return name;
        }
        number += 1;
    }
}

fn leave_flows(template: &mut Template, slot: &str) {
    let is_other = |block: &FlowBlock| block.slot != slot;
    for cell in template
        .flows
        .iter_mut()
        .flat_map(|flow| &mut flow.rows)
        .flat_map(|row| &mut row.cells)
    {
        cell.blocks.retain(is_other);
    }
}

/// The same place without what it says.
fn emptied(kind: &ElementKind) -> ElementKind {
    let mut kind = kind.clone();
    match &mut kind {
        ElementKind::Photo(photo) => {
            photo.photo = None;
            photo.crop = Default::default();
            photo.tone = Default::default();
            photo.masks.clear();
        }
        ElementKind::Number(number) => {
            number.value.clear();
            number.bar = None;
        }
        ElementKind::Qr(qr) => qr.content.clear(),
        ElementKind::Table(table) => {
            table.head.clear();
            table.rows.clear();
        }
        _ => {}
    }
    let script = kind.texts().first().map(|text| text.authored);
    let Some(script) = script else { return kind };
    parts(&kind.clone())
        .into_iter()
        .fold(kind, |kind, part| with(&kind, part, TwoScript::new(script, "")))
}

const FIRST: f32 = 250.0;

fn cell(rect: Rect, at: usize) -> Rect {
    let width = (rect.width() - FIRST) / COLUMNS.len() as f32;
    let left = rect.left() + FIRST + at as f32 * width;
    Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()))
}

fn head_ui(ui: &mut Ui, lang: Lang) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    for (at, name) in COLUMNS.iter().enumerate() {
        widgets::text_in(ui, cell(rect, at), lang.of(*name), font(12.0), t.t2);
    }
}

fn row_ui(ui: &mut Ui, lang: Lang, board: &Board, element: &Element, row: &mut Row) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
    let name = super::board::element_name(board, element, lang);
    let words = Rect::from_min_max(rect.min, pos2(rect.left() + FIRST - 8.0, rect.bottom()));
    widgets::text_in(
        ui,
        words,
        &format!("{name}  {}", super::board::gist(element)),
        bold(13.0),
        t.t1,
    );
    let has_slot_rules = element.slot.is_some() || element.kind.has_texts();
    let switches = [
        &mut row.rules.fixed_place,
        &mut row.rules.fixed_style,
        &mut row.rules.fixed_content,
        &mut row.is_required,
        &mut row.keeps_content,
        &mut row.rules.must_change,
    ];
    for (at, switch) in switches.into_iter().enumerate() {
        // Drawn things have no place of their own that a rule could hold.
        if !has_slot_rules && at != 4 {
            continue;
        }
        let mut child = ui.new_child(egui::UiBuilder::new().id_salt(at).max_rect(cell(rect, at)));
        let label = format!("{} {name}", lang.of(COLUMNS[at]));
        if tick_ui(&mut child, *switch, &label) {
            *switch = !*switch;
        }
    }
}

/// A tick without words: the column says what it is for.
fn tick_ui(ui: &mut Ui, is_on: bool, label: &str) -> bool {
    let icon = if is_on {
        egui_material_icons::icons::ICON_CHECK_BOX
    } else {
        egui_material_icons::icons::ICON_CHECK_BOX_OUTLINE_BLANK
    };
    widgets::icon_button_sized(ui, icon, label, is_on, true, 28.0).clicked()
}
