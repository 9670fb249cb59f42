//! The paragraph styles that a board's template shares with all boards made from it: what each is, where it is used, and
//! a click that gives it to the chosen text.

use super::say;
use crate::app::board::style_name;
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets;
use crate::base::{Align, Lang};
use crate::model::{Board, Command, Element, ElementKind, ParaStyle, Scripts, Slot, StyleName, Template, TextElement};
use egui::{Margin, Rect, Ui, pos2, vec2};
use egui_material_icons::icons as i;

const HEIGHT: f32 = 56.0;

pub fn styles_ui(ui: &mut Ui, view: &View<'_>, session: &Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let board = session.board.and_then(|board| view.exhibition.board(board));
    let Some((board, template)) = board.and_then(|board| Some((board, view.exhibition.template_of(board)?))) else {
        widgets::empty_state(ui, i::ICON_TEXT_FORMAT, lang.of(say::STYLES_EMPTY), None);
        return;
    };
    egui::Frame::new()
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| widgets::paragraph(ui, lang.of(say::STYLES_HINT), 12.0, t.t2));
    widgets::hairline(ui);
    let chosen = session.element.and_then(|element| board.element(element));
    let chosen = chosen.and_then(|element| match &element.kind {
        ElementKind::Text(text) => Some((element, text)),
        _ => None,
    });
    let now = chosen.and_then(|(element, text)| style_of(template, element, text));
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        for (name, style) in &template.styles {
            let users = users(board, template, name);
            if row_ui(ui, lang, name, style, users.len(), now == Some(name)) {
                match (chosen, users.first()) {
                    (Some((element, text)), _) => send.command(Command::SetKind {
                        board: board.id,
                        element: element.id,
                        kind: ElementKind::Text(TextElement {
                            style: Some(name.clone()),
                            ..text.clone()
                        }),
                    }),
                    (None, Some(element)) => send.send(Message::GoTo(board.id, Some(element.id))),
                    (None, None) => {}
                }
            }
        }
    });
}

/// `true` when it is clicked.
fn row_ui(ui: &mut Ui, lang: Lang, name: &StyleName, style: &ParaStyle, users: usize, is_chosen: bool) -> bool {
    let t = tokens(ui);
    let title = lang.of(style_name(&name.0));
    let (rect, response) = widgets::list_row(ui, HEIGHT, is_chosen, title);
    let line = |top: f32| Rect::from_min_size(rect.min + vec2(16.0, top), vec2(rect.width() - 32.0, 20.0));
    widgets::told_in(ui, line(8.0), title, bold(13.0), t.t1);
    widgets::told_in(ui, line(29.0), &facts(lang, style), font(12.0), t.t2);
    let right = pos2(rect.right() - 16.0, rect.top() + 18.0);
    widgets::text_right(ui, right, &say::used(lang, users), font(12.0), t.t3);
    response.clicked()
}

/// "宋体 500 · 16 mm · 行距 1.8 · 两端对齐"
fn facts(lang: Lang, style: &ParaStyle) -> String {
    let align = match style.align {
        Align::Justify => say::JUSTIFY,
        Align::Start => say::START,
        Align::Centre => say::CENTRE,
        Align::End => say::END,
        Align::Spread => say::SPREAD,
    };
    format!(
        "{} {} · {:.0} mm · {} {:.1} · {}",
        lang.of(style.slot.names()),
        style.weight,
        style.em,
        lang.of(say::LINE),
        style.line,
        lang.of(align),
    )
}

/// A caption in both scripts has a style for each, where the template gives the other script one: `caption-other`.
fn in_caption(name: &StyleName, own: Option<&StyleName>, scripts: Option<Scripts>) -> bool {
    let own = own.map_or("caption", |own| own.0.as_str());
    let is_both = scripts.and_then(Scripts::only).is_none();
    name.0 == own || is_both && name.0.strip_suffix("-other") == Some(own)
}

/// Its own style, else its slot's.
fn style_of<'a>(template: &'a Template, element: &'a Element, text: &'a TextElement) -> Option<&'a StyleName> {
    let slot = slot_of(template, element);
    text.style.as_ref().or_else(|| slot?.style.as_ref())
}

fn slot_of<'a>(template: &'a Template, element: &Element) -> Option<&'a Slot> {
    template.slot(&element.slot.as_ref()?.0)
}

/// The elements of a board that have a style: as the main or the second one of their place, or in a caption.
fn users<'a>(board: &'a Board, template: &Template, name: &StyleName) -> Vec<&'a Element> {
    let has = |element: &Element| {
        let slot = slot_of(template, element);
        let main = slot.and_then(|slot| slot.style.as_ref());
        let second = slot.and_then(|slot| slot.second.as_ref());
        match &element.kind {
            ElementKind::Text(text) => text.style.as_ref().or(main) == Some(name) || second == Some(name),
            ElementKind::Photo(_) => {
                let scripts = element.scripts.or_else(|| slot?.scripts);
                in_caption(name, second, scripts)
            }
            _ => main == Some(name) || second == Some(name),
        }
    };
    board
        .elements
        .iter()
        .map(|element| &**element)
        .filter(|element| has(element))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_of_a_caption_in_the_other_script_is_used_where_both_scripts_are_shown() {
        let caption = StyleName("caption".into());
        let on_photo = StyleName("caption-on".into());
        // style | second style of the place | scripts shown
        for (name, own, scripts, expected) in [
            ("caption", None, None, true),
            ("caption-other", None, None, true),
            ("caption-other", Some(&caption), Some(Scripts::Beside), true),
            ("caption-other", Some(&caption), Some(Scripts::Hans), false),
            ("caption-other", Some(&on_photo), None, false),
            ("caption-on-other", Some(&on_photo), None, true),
            ("caption-on", Some(&on_photo), Some(Scripts::Hant), true),
            ("body", None, None, false),
        ] {
            let got = in_caption(&StyleName(name.into()), own, scripts);
            assert_eq!(got, expected, "{name} {own:?} {scripts:?}");
        }
    }
}
