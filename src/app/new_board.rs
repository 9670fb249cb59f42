//! A new board: for whom, which template, which code. One page, everything chosen beforehand but the code and title.

use super::dialogs::{answers, question};
use super::obey::next_code;
use super::theme::{font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words;
use crate::model::{
    ArtElement, Board, BoardId, ChangeElement, Command, CommitteeId, Element, ElementId, ElementKind, EmblemElement,
    Make, NumberElement, PhotoElement, QrElement, QuoteElement, Scripts, Slot, SlotKind, SlotName, StepElement,
    TableElement, Template, TemplateRef, TextElement, TwoScript, z_between,
};
use crate::script::Script;
use egui::{Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

#[derive(Default)]
pub struct NewBoard {
    unit: Option<CommitteeId>,
    template: Option<String>,
    code: Option<String>,
    script: Script,
    is_shown: bool,
}

impl NewBoard {
    pub fn new(unit: Option<CommitteeId>) -> NewBoard {
        NewBoard {
            unit,
            ..NewBoard::default()
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let lang = view.lang;
        let show = view.exhibition;
        if !std::mem::replace(&mut self.is_shown, true) {
            self.prepare(view);
        }
        question(ui, lang.of(words::NEW_BOARD));
        ui.horizontal(|ui| {
            let names: Vec<String> = show
                .committees
                .iter()
                .map(|unit| words::name_of(&unit.name, lang).to_string())
                .collect();
            let at = show.committees.iter().position(|unit| Some(unit.id) == self.unit);
            labelled(ui, lang.of(words::FOR_UNIT), |ui| {
                let picked = widgets::dropdown(ui, lang.of(words::FOR_UNIT), &names, at.unwrap_or(usize::MAX), 280.0);
                if let Some(picked) = picked {
                    self.unit = Some(show.committees[picked].id);
                }
            });
            ui.add_space(8.0);
            let code = self.code.get_or_insert_with(String::new);
            labelled(ui, lang.of(words::NEW_CODE), |ui| {
                widgets::field(ui, code, lang.of(words::NEW_CODE), "", 140.0);
            });
            ui.add_space(8.0);
            labelled(ui, lang.of(words::SCRIPT), |ui| {
                let names = [words::SIMPLIFIED, words::TRADITIONAL].map(|word| (None, lang.of(word)));
                if let Some(at) = widgets::segmented(ui, "script", &names, self.script as usize, 32.0) {
                    self.script = [Script::Hans, Script::Hant][at];
                }
            });
        });
        ui.add_space(8.0);
        widgets::heading(ui, lang.of(words::CHOOSE_TEMPLATE));
        self.templates_ui(ui, view);
        let ready = self.ready(view);
        let deed = Button::new(lang.of(words::CREATE))
            .kind(Kind::Primary)
            .enabled(ready.is_some());
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if let (Some(true), Some((board, template))) = (answer, ready) {
            self.create(view, board, &template, send);
        }
        answer.is_some()
    }

    fn prepare(&mut self, view: &View<'_>) {
        let show = view.exhibition;
        self.unit = self.unit.or_else(|| show.committees.first().map(|unit| unit.id));
        let usual = show.show.usual_size;
        let templates = &view.home.templates;
        let fitting = templates.iter().find(|template| template.size.is_about(usual));
        self.template = fitting.or(templates.first()).map(|template| template.name.clone());
        let last = show.boards.iter().map(|board| board.code.as_str()).max();
        self.code = Some(next_code(last.unwrap_or("A000"), &|code| {
            show.board_by_code(code).is_some()
        }));
    }

    fn templates_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let lang = view.lang;
        let t = tokens(ui);
        if view.home.templates.is_empty() {
            widgets::paragraph(ui, lang.of(words::NO_TEMPLATES), 13.0, t.t2);
            return;
        }
        let columns = ((ui.available_width() + 12.0) / 188.0).floor().max(1.0);
        let width = (ui.available_width() - 12.0 * (columns - 1.0)) / columns;
        ScrollArea::vertical()
            .max_height(336.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(12.0, 12.0);
                ui.set_max_width(ui.available_width());
                for row in view.templates().chunks(columns as usize) {
                    ui.horizontal(|ui| {
                        for template in row {
                            let is_chosen = self.template.as_deref() == Some(&template.name);
                            if template_card(ui, view, template, is_chosen, vec2(width, 156.0)) {
                                self.template = Some(template.name.clone());
                            }
                        }
                    });
                }
            });
    }

    /// The board to make, once everything is chosen.
    fn ready(&self, view: &View<'_>) -> Option<(Board, Arc<Template>)> {
        let template = view.template(self.template.as_deref()?)?;
        let code = self.code.as_deref()?.trim();
        let is_free = !code.is_empty() && view.exhibition.board_by_code(code).is_none();
        let board = blank_board(&template, code, self.unit?, self.script);
        is_free.then_some((board, template))
    }

    fn create(&self, view: &View<'_>, board: Board, template: &Arc<Template>, send: &mut Sender) {
        let id = board.id;
        let at = view
            .exhibition
            .in_order()
            .iter()
            .rposition(|other| other.committee == board.committee)
            .map_or(view.exhibition.order.len(), |at| at + 1);
        let mut commands = Vec::new();
        if !view.exhibition.templates.contains_key(&board.template) {
            commands.push(Command::AddTemplate(template.clone()));
        }
        commands.push(Command::AddBoard {
            board: Arc::new(board),
            at,
        });
        send.command(Command::Batch(commands));
        send.send(Message::OpenBoard(id));
    }
}

fn labelled(ui: &mut Ui, label: &str, add: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widgets::heading(ui, label);
        add(ui);
    });
}

/// The template's plan: ground, photo places and text places at true ratio, in its own colours.
fn template_card(ui: &mut Ui, view: &View<'_>, template: &Template, is_chosen: bool, size: egui::Vec2) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = view.lang.of(template.titles());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
    let (fill, stroke) = if is_chosen {
        (t.accent_soft.0, Stroke::new(2.0, t.accent.0))
    } else {
        (if response.hovered() { t.hover.0 } else { t.field.0 }, Stroke::NONE)
    };
    ui.painter().rect(rect, 8, fill, stroke, StrokeKind::Inside);
    let room = Rect::from_min_max(rect.min + vec2(12.0, 12.0), rect.max - vec2(12.0, 52.0));
    sketch(ui, view, template, room);
    let line = |y: f32| Rect::from_min_size(pos2(rect.left() + 12.0, rect.bottom() - y), vec2(size.x - 24.0, 20.0));
    widgets::text_in(ui, line(46.0), name, font(13.0), t.t1);
    let cm = words::size_cm(template.size.w, template.size.h);
    widgets::text_in(ui, line(26.0), &cm, font(12.0), t.t2);
    widgets::focus_ring(ui, &response, rect, 8);
    response.clicked()
}

fn sketch(ui: &Ui, view: &View<'_>, template: &Template, room: Rect) {
    let scale = (f64::from(room.width()) / template.size.w).min(f64::from(room.height()) / template.size.h) as f32;
    let size = vec2(template.size.w as f32, template.size.h as f32) * scale;
    let board = Rect::from_center_size(room.center(), size);
    let colour = |swatch: &str| {
        template.swatches.get(swatch).map(|colour| {
            let [r, g, b] = view.ink.proof.srgb(*colour);
            egui::Color32::from_rgb(r, g, b)
        })
    };
    let paper = colour(&template.paper).unwrap_or(egui::Color32::WHITE);
    widgets::thumbnail(ui, board, None);
    ui.painter().rect_filled(board, 0, paper);
    for slot in &template.slots {
        let area = Rect::from_min_size(
            board.min + vec2(slot.area.x as f32, slot.area.y as f32) * scale,
            vec2(slot.area.w as f32, slot.area.h as f32) * scale,
        );
        let style = slot.style.as_ref().and_then(|name| template.styles.get(name));
        let ink = style
            .and_then(|style| colour(&style.colour))
            .unwrap_or(egui::Color32::GRAY);
        let fill = match slot.takes {
            SlotKind::Photo => egui::Color32::from_rgb(0x9A, 0xAB, 0xB0),
            _ => slot
                .ground
                .as_deref()
                .and_then(&colour)
                .unwrap_or(ink.gamma_multiply(0.35)),
        };
        ui.painter().rect_filled(area.intersect(board), 1, fill);
    }
}

/// Every slot of the template with empty content, so that each can be clicked and filled.
pub fn blank_board(template: &Template, code: &str, committee: CommitteeId, script: Script) -> Board {
    let mut z: Option<String> = None;
    let mut elements: Vec<Arc<Element>> = template.first_elements();
    let slots = template.slots.iter().filter(|_| template.start.is_empty());
    for slot in slots {
        let Some(kind) = blank(slot, script) else {
            continue;
        };
        let key = z_between(z.as_deref(), None);
        z = Some(key.clone());
        let name = SlotName(slot.name.clone());
        elements.push(Arc::new(Element::new(ElementId::random(), Some(name), key, kind)));
    }
    Board {
        id: BoardId::random(),
        code: code.to_string(),
        committee,
        template: TemplateRef {
            name: template.name.clone(),
            version: template.version(),
        },
        size: template.size,
        script,
        make: Make::default(),
        arrangement: 0,
        ground: None,
        guides: Default::default(),
        elements,
    }
}

fn blank(slot: &Slot, script: Script) -> Option<ElementKind> {
    let script = slot.scripts.and_then(Scripts::only).unwrap_or(script);
    let empty = || TwoScript::new(script, "");
    let role = slot.name.split('.').next().unwrap_or_default();
    Some(match slot.takes {
        SlotKind::Text if role == "title" => ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(
                script,
                match script {
                    Script::Hans => "标题",
                    Script::Hant => "標題",
                },
            ),
        }),
        SlotKind::Text => ElementKind::Text(TextElement {
            style: None,
            text: empty(),
        }),
        SlotKind::Photo => ElementKind::Photo(PhotoElement {
            caption: slot.second.as_ref().map(|_| empty()),
            ..PhotoElement::default()
        }),
        SlotKind::Number => ElementKind::Number(NumberElement {
            value: String::new(),
            unit: empty(),
            label: empty(),
            bar: None,
        }),
        SlotKind::Quote => ElementKind::Quote(QuoteElement {
            text: empty(),
            speaker: empty(),
            post: empty(),
        }),
        SlotKind::Qr => ElementKind::Qr(QrElement {
            content: String::new(),
            call: empty(),
        }),
        SlotKind::Table => ElementKind::Table(TableElement {
            head: Vec::new(),
            rows: Vec::new(),
        }),
        SlotKind::Step => ElementKind::Step(StepElement {
            head: empty(),
            text: empty(),
        }),
        SlotKind::Change => ElementKind::Change(ChangeElement {
            label: empty(),
            from: empty(),
            to: empty(),
        }),
        SlotKind::Art => ElementKind::Art(ArtElement::default()),
        SlotKind::Emblem => ElementKind::Emblem(EmblemElement::default()),
        SlotKind::Shape | SlotKind::NumberLabel | SlotKind::CommitteeLabel | SlotKind::ShowLabel => return None,
    })
}
