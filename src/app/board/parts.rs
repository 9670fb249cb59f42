//! What elements and their texts are called.

use crate::app::words::{self, Words};
use crate::base::Lang;
pub use crate::model::part::{Part, get, parts, with, written};
use crate::model::{Board, Element, ElementId, ElementKind, ShapeForm};

/// What a part is called beside its field.
pub fn name(kind: &ElementKind, part: Part) -> Words {
    match (kind, part) {
        (_, Part::Text) => words::TEXTS,
        (_, Part::Caption) => words::CAPTION,
        (_, Part::Tag) => words::TAG,
        (_, Part::Value) => words::VALUE,
        (_, Part::Unit) => words::UNIT_OF_NUMBER,
        (_, Part::Label) => words::LABEL,
        (ElementKind::Step(_), Part::Words) => words::LABEL,
        (_, Part::Words) => words::role("quote"),
        (_, Part::Speaker) => words::SPEAKER,
        (_, Part::Post) => words::POST,
        (_, Part::Call) => words::CALL,
        (_, Part::Head) => words::STEP_HEAD,
        (_, Part::From) => words::FROM,
        (_, Part::To) => words::TO,
        (_, Part::Cell(0, _)) => ["表头", "表頭", "Table head"],
        (_, Part::Cell(..)) => words::TABLE,
    }
}

/// "Photo 2": the role, with a number where a board has several.
pub fn element_name(board: &Board, element: &Element, lang: Lang) -> String {
    let role = role_of(element);
    let same: Vec<ElementId> = board
        .elements
        .iter()
        .filter(|other| role_of(other) == role)
        .map(|other| other.id)
        .collect();
    let name = lang.of(role_word(element, role));
    match same.iter().position(|id| *id == element.id) {
        Some(at) if same.len() > 1 => format!("{name} {}", at + 1),
        _ => name.to_string(),
    }
}

/// What people call a role; a template's own names go by what stands there.
fn role_word(element: &Element, role: &str) -> Words {
    let of_slot = words::role(role);
    if of_slot != words::role("") || role == "text" {
        return of_slot;
    }
    let of_style = super::say::style(role);
    if of_style != super::say::style("") {
        return of_style;
    }
    words::role(role_of_kind(&element.kind))
}

/// "title", "photo" …: of its slot, else of its kind.
pub fn role_of(element: &Element) -> &str {
    match &element.slot {
        Some(slot) => slot.role(),
        None => role_of_kind(&element.kind),
    }
}

fn role_of_kind(kind: &ElementKind) -> &'static str {
    match kind {
        ElementKind::Text(_) => "text",
        ElementKind::Photo(_) => "photo",
        ElementKind::Number(_) => "number",
        ElementKind::Quote(_) => "quote",
        ElementKind::Qr(_) => "qr",
        ElementKind::Table(_) => "table",
        ElementKind::Step(_) => "step",
        ElementKind::Change(_) => "change",
        ElementKind::Shape(shape) if matches!(shape.form, ShapeForm::Line(_)) => "line",
        ElementKind::Shape(_) => "shape",
        ElementKind::Art(_) => "art",
        ElementKind::Emblem(_) => "emblem",
    }
}

/// The first words of what it shows.
pub fn gist(element: &Element) -> String {
    let text = match &element.kind {
        ElementKind::Number(number) => format!("{}{}", number.value, number.unit.source.to_plain()),
        ElementKind::Qr(qr) => qr.content.clone(),
        _ => element
            .texts()
            .into_iter()
            .map(|text| text.source.to_plain())
            .find(|text| !text.trim().is_empty())
            .unwrap_or_default(),
    };
    text.replace('\n', " ").chars().take(24).collect()
}
