//! How a text looks: its style, and size, weight, lines, dots, colour and reading of all of it or of the chosen words.

use super::inspect::set_kind;
use super::place::labelled;
use super::typing::{ChosenPart, Spot};
use super::{BoardPane, say};
use crate::app::colours_form::COLOURS;
use crate::app::dialogs::Ask;
use crate::app::fields;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, in_print, section};
use crate::base::FontSlot;
use crate::model::part::Part;
use crate::model::{
    Board, Command, Element, ElementKind, MarkKind, RichText, Scripts, StyleName, TextElement, TwoScript, look_of,
    with_look,
};
use egui::{Ui, vec2};
use egui_material_icons::icons as i;
use std::ops::Range;

/// In which script this place shows its text.
pub fn scripts_ui(ui: &mut Ui, view: &View<'_>, board: &Board, element: &Element, send: &mut Sender) {
    let lang = view.lang;
    let all: Vec<Option<Scripts>> = [None]
        .into_iter()
        .chain(Scripts::ALL.into_iter().map(Some))
        .filter(|scripts| {
            let is_single = scripts.is_none_or(|scripts| scripts.only().is_some());
            is_single || element.kind.takes_both_scripts()
        })
        .collect();
    let names: Vec<String> = all
        .iter()
        .map(|scripts| lang.of(say::scripts(*scripts)).to_string())
        .collect();
    section(ui, lang.of(say::SCRIPTS), |ui| {
        let at = all.iter().position(|scripts| *scripts == element.scripts).unwrap_or(0);
        let width = ui.available_width();
        if let Some(at) = widgets::dropdown(ui, lang.of(say::SCRIPTS), &names, at, width) {
            send.command(Command::SetScripts {
                board: board.id,
                element: element.id,
                scripts: all[at],
            });
        }
    });
}

/// What is to be changed: a text of the element, and which bytes of it.
struct Chosen {
    spot: Spot,
    two: TwoScript,
    part: Range<usize>,
    is_part: bool,
}

impl Chosen {
    /// The words chosen in a field, all of that text where they are gone; else all of a text element's source.
    fn of(pane: &BoardPane, view: &View<'_>, board: &Board, element: &Element, frame: u64) -> Option<Chosen> {
        let is_here = |part: &&ChosenPart| part.spot.board == board.id && part.spot.element == element.id;
        let chosen = pane.part.as_ref().filter(is_here);
        let whole = Spot {
            board: board.id,
            element: element.id,
            part: Part::Text,
            is_other: false,
        };
        let mut spot = match chosen {
            Some(part) => part.spot,
            None if matches!(element.kind, ElementKind::Text(_)) => whole,
            None => return None,
        };
        let flushed = pane
            .flushed
            .as_ref()
            .filter(|(at, other, _)| *at == frame && *other == spot);
        let two = match flushed {
            Some((_, _, two)) => two.clone(),
            None => spot.two(view.exhibition)?,
        };
        // The other script may follow its source again since: then there is only the source.
        spot.is_other &= two.typed(true).is_some();
        let plain = two.typed(spot.is_other)?.to_plain();
        let is_typing = pane.typing.as_ref().is_some_and(|typing| typing.spot == spot);
        let part = chosen.filter(|part| part.spot == spot);
        let part = part.and_then(|part| part.in_text(&plain, is_typing));
        Some(Chosen {
            spot,
            two,
            is_part: part.is_some(),
            part: part.unwrap_or(0..plain.len()),
        })
    }

    fn text(&self) -> &RichText {
        self.two.typed(self.spot.is_other).unwrap_or(&self.two.source)
    }

    fn look(&self, like: &MarkKind) -> Option<MarkKind> {
        look_of(self.text(), &self.part, like)
    }

    fn looked(&self, view: &View<'_>, kind: &MarkKind, is_on: bool) -> Option<Command> {
        let mut two = self.two.clone();
        let text = two.typed_mut(self.spot.is_other)?;
        *text = with_look(text, &self.part, kind, is_on);
        self.spot.put(view.exhibition, two)
    }
}

/// The colours of a board: name, on the screen, as a reader hears it.
pub fn swatches(view: &View<'_>, board: &Board) -> Vec<(String, egui::Color32, String)> {
    let Some(template) = view.exhibition.template_of(board) else {
        return Vec::new();
    };
    let swatches = view.exhibition.swatches_of(template).into_iter();
    swatches
        .map(|(name, colour)| {
            let [r, g, b] = view.ink.proof.srgb(colour);
            (name, egui::Color32::from_rgb(r, g, b), in_print(colour))
        })
        .collect()
}

/// The look of this sort that the chosen words have.
pub fn part_look(
    pane: &BoardPane,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    frame: u64,
    kind: &MarkKind,
) -> Option<MarkKind> {
    Chosen::of(pane, view, board, element, frame)?.look(kind)
}

/// The command that gives the chosen words a look, or takes it.
pub fn part_dressed(
    pane: &BoardPane,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    frame: u64,
    kind: &MarkKind,
    is_on: bool,
) -> Option<Command> {
    Chosen::of(pane, view, board, element, frame)?.looked(view, kind, is_on)
}

pub fn look_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    send: &mut Sender,
) {
    let lang = view.lang;
    let Some(template) = view.exhibition.template_of(board) else {
        return;
    };
    let Some(chosen) = Chosen::of(pane, view, board, element, ui.ctx().cumulative_frame_nr()) else {
        return;
    };
    let mut wanted: Option<(MarkKind, bool)> = None;
    section(ui, lang.of(say::STYLE), |ui| {
        if let (ElementKind::Text(text), false) = (&element.kind, chosen.is_part) {
            style_ui(ui, view, board, element, text, send);
        }
        if chosen.is_part {
            let plain = chosen.text().to_plain();
            let words = plain.get(chosen.part.clone()).unwrap_or_default();
            let t = tokens(ui);
            widgets::line(ui, &say::chosen_words(lang, words), font(13.0), t.accent, 20.0);
        }
        ui.horizontal(|ui| marks_ui(ui, view, &chosen, &mut wanted));
        slot_ui(ui, view, &chosen, &mut wanted);
        if chosen.is_part {
            reading_ui(ui, view, &chosen, &mut wanted);
        }
        let now = match chosen.look(&MarkKind::Colour(String::new())) {
            Some(MarkKind::Colour(name)) => Some(name),
            _ => None,
        };
        widgets::heading(ui, lang.of(say::COLOUR));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            ui.spacing_mut().interact_size.y = 24.0;
            for (name, colour) in view.exhibition.swatches_of(template) {
                let [r, g, b] = view.ink.proof.srgb(colour);
                let shared = view.exhibition.show.swatches.iter().find(|swatch| swatch.key() == name);
                let called = shared.map_or(lang.of(say::COLOUR), |swatch| &swatch.name);
                let label = format!("{called} {}", in_print(colour));
                let is_chosen = now.as_ref() == Some(&name);
                if widgets::swatch(ui, egui::Color32::from_rgb(r, g, b), &label, is_chosen).clicked() {
                    wanted = Some((MarkKind::Colour(name.clone()), !is_chosen));
                }
            }
        });
        ui.horizontal(|ui| {
            if now.is_some() && widgets::link(ui, lang.of(say::AS_STYLE)).clicked() {
                wanted = Some((MarkKind::Colour(String::new()), false));
            }
            if widgets::link(ui, lang.of(COLOURS)).clicked() {
                send.send(Message::Ask(Ask::Colours));
            }
        });
    });
    if let Some((kind, is_on)) = wanted
        && let Some(command) = chosen.looked(view, &kind, is_on)
    {
        send.command(command);
        if chosen.is_part && !matches!(kind, MarkKind::Ruby(_)) {
            pane.wants_back = Some(chosen.spot);
        }
    }
}

/// Size, weight, underline, emphasis dots.
fn marks_ui(ui: &mut Ui, view: &View<'_>, chosen: &Chosen, wanted: &mut Option<(MarkKind, bool)>) {
    let lang = view.lang;
    let times = match chosen.look(&MarkKind::Size(1.0)) {
        Some(MarkKind::Size(times)) => times,
        _ => 1.0,
    };
    if let Some(percent) = labelled(ui, lang.of(say::TYPE_SIZE), times * 100.0, "%", 116.0) {
        let times = (percent / 100.0).clamp(0.2, 5.0);
        *wanted = Some((MarkKind::Size(times), (times - 1.0).abs() > 0.001));
    }
    for (icon, label, kind) in [
        (i::ICON_FORMAT_BOLD, say::WEIGHT, MarkKind::Weight(700)),
        (i::ICON_FORMAT_UNDERLINED, say::UNDERLINE, MarkKind::Underline),
        (i::ICON_MORE_HORIZ, say::EMPHASIS, MarkKind::EmphasisDots),
    ] {
        let is_on = chosen.look(&kind).is_some();
        if widgets::icon_button(ui, icon, lang.of(label), is_on, true).clicked() {
            *wanted = Some((kind, !is_on));
        }
    }
}

/// The style of type, the style's own as the first choice.
fn slot_ui(ui: &mut Ui, view: &View<'_>, chosen: &Chosen, wanted: &mut Option<(MarkKind, bool)>) {
    let lang = view.lang;
    let now = match chosen.look(&MarkKind::Slot(FontSlot::default())) {
        Some(MarkKind::Slot(slot)) => Some(slot),
        _ => None,
    };
    let names = FontSlot::ALL.iter().map(|slot| lang.of(slot.names()).to_string());
    let names: Vec<String> = std::iter::once(lang.of(say::AS_STYLE).to_string())
        .chain(names)
        .collect();
    let at = now.and_then(|slot| FontSlot::ALL.iter().position(|other| *other == slot));
    widgets::heading(ui, lang.of(say::TYPEFACE));
    let width = ui.available_width();
    if let Some(at) = widgets::dropdown(ui, lang.of(say::TYPEFACE), &names, at.map_or(0, |at| at + 1), width) {
        let picked = at.checked_sub(1).map(|at| FontSlot::ALL[at]);
        *wanted = Some((MarkKind::Slot(picked.unwrap_or_default()), picked.is_some()));
    }
}

/// Pinyin or bopomofo over the chosen words.
fn reading_ui(ui: &mut Ui, view: &View<'_>, chosen: &Chosen, wanted: &mut Option<(MarkKind, bool)>) {
    let name = view.lang.of(say::READING);
    let now = match chosen.look(&MarkKind::Ruby(String::new())) {
        Some(MarkKind::Ruby(reading)) => reading,
        _ => String::new(),
    };
    widgets::heading(ui, name);
    let width = ui.available_width();
    let key = ("reading", chosen.part.start, chosen.part.end);
    if let Some(reading) = fields::text(ui, key, &now, name, width) {
        let reading = reading.trim().to_string();
        let is_on = !reading.is_empty();
        *wanted = Some((MarkKind::Ruby(reading), is_on));
    }
    let t = tokens(ui);
    widgets::paragraph(ui, view.lang.of(say::READING_HINT), 12.0, t.t3);
}

/// The template's styles, and the slot's own as the first choice.
fn style_ui(ui: &mut Ui, view: &View<'_>, board: &Board, element: &Element, text: &TextElement, send: &mut Sender) {
    let lang = view.lang;
    let Some(template) = view.exhibition.template_of(board) else {
        return;
    };
    let styles: Vec<&StyleName> = template.styles.keys().collect();
    let mut names = vec![lang.of(say::OF_TEMPLATE).to_string()];
    for style in &styles {
        let name = lang.of(say::style(&style.0)).to_string();
        let em = template.styles[*style].em;
        names.push(format!("{name} · {em:.0} mm"));
    }
    let at = text
        .style
        .as_ref()
        .and_then(|style| styles.iter().position(|other| *other == style))
        .map_or(0, |at| at + 1);
    let width = ui.available_width();
    if let Some(at) = widgets::dropdown(ui, lang.of(say::STYLE), &names, at, width) {
        let style = at.checked_sub(1).map(|at| styles[at].clone());
        let kind = ElementKind::Text(TextElement { style, ..text.clone() });
        send.command(set_kind(board, element.id, kind));
    }
}
