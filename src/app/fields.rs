//! Fields that keep a scratch text while they have the focus and give it away once, when the person is done: so neither
//! undo nor saving ever sees half a word or an open composition.

use super::theme::{font, tokens};
use super::widgets::{self, field_look};
use egui::{
    Align, Align2, Key, Layout, Margin, Modifiers, Rect, Response, Sense, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

/// A text 32 high. `Some` when a changed text was finished by Enter or by leaving; Esc restores.
pub fn text(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    value: &str,
    name: &str,
    width: f32,
) -> Option<String> {
    hinted(ui, key, value, name, "", width)
}

/// The same with a hint in the empty field.
pub fn hinted(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    value: &str,
    name: &str,
    hint: &str,
    width: f32,
) -> Option<String> {
    called(ui, key, value, name, hint, width, false)
}

/// The same; it gets the keyboard where it is called.
pub fn called(
    ui: &mut Ui,
    key: impl std::hash::Hash + std::fmt::Debug,
    value: &str,
    name: &str,
    hint: &str,
    width: f32,
    is_called: bool,
) -> Option<String> {
    let id = ui.scope_id().with(key);
    let mut scratch = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| value.to_string());
    let response = widgets::field(ui, &mut scratch, name, hint, width);
    if is_called {
        response.request_focus();
        response.scroll_to_me(None);
    }
    finish(ui, id, &response, scratch, value)
}

/// A number 28 high: letter left, unit right; "120/2+5" is reckoned. `Some` when a changed number was finished.
pub fn number(ui: &mut Ui, name: &str, value: f64, unit: &str, width: f32) -> Option<f64> {
    let t = tokens(ui);
    let id = ui.scope_id().with(("number", name));
    let shown = shown(value);
    let mut scratch = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| shown.clone());
    let (outer, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    let shape = ui.painter().add(egui::Shape::Noop);
    let unit_width = widgets::text_right(ui, pos2(outer.right() - 8.0, outer.center().y), unit, font(12.0), t.t3);
    let inner = Rect::from_min_max(outer.min, pos2(outer.right() - unit_width - 10.0, outer.bottom()));
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::left_to_right(Align::Center)),
    );
    child.spacing_mut().interact_size.y = 28.0;
    let response = child
        .add(
            egui::TextEdit::singleline(&mut scratch)
                .frame(egui::Frame::new().inner_margin(Margin::symmetric(8, 4)))
                .align(Align2::LEFT_CENTER)
                .desired_width(inner.width() - 16.0),
        )
        .accessible_name(name);
    let (fill, stroke) = field_look(t, &response);
    ui.painter().set(
        shape,
        egui::epaint::RectShape::new(outer, 6, fill, stroke, StrokeKind::Inside),
    );
    let finished = finish(ui, id, &response, scratch, &shown)?;
    reckon(&finished).filter(|number| *number != value)
}

fn finish(ui: &Ui, id: egui::Id, response: &Response, scratch: String, value: &str) -> Option<String> {
    if response.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, scratch));
        return None;
    }
    let was_open = ui.data_mut(|data| data.remove_temp::<String>(id)).is_some();
    // The field itself lets go at Esc.
    let is_dropped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    (was_open && !is_dropped && scratch != value).then_some(scratch)
}

fn shown(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

/// Sums, differences, products and quotients from left to right with the usual precedence; `None` where it is no number.
fn reckon(text: &str) -> Option<f64> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut sum = 0.0;
    let mut rest = text.as_str();
    let mut sign = 1.0;
    loop {
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(at, c)| matches!(c, '+' | '-') && !rest[..*at].ends_with(['*', '/', '+', '-']))
            .map_or(rest.len(), |(at, _)| at);
        sum += sign * product(&rest[..end])?;
        let Some(next) = rest.get(end..).and_then(|rest| rest.chars().next()) else {
            return Some(sum).filter(|sum| sum.is_finite());
        };
        sign = if next == '-' { -1.0 } else { 1.0 };
        rest = &rest[end + 1..];
    }
}

fn product(text: &str) -> Option<f64> {
    // Nothing at all is no number either.
    if text.is_empty() {
        return None;
    }
    let mut operator = None;
    let mut result = 1.0;
    for part in text.split_inclusive(['*', '/']) {
        let (number, next) = match part.strip_suffix(['*', '/']) {
            Some(number) => (number, part.chars().last()),
            None => (part, None),
        };
        let number: f64 = number.parse().ok()?;
        result = match operator {
            None => number,
            Some('/') => result / number,
            Some(_) => result * number,
        };
        operator = next;
    }
    (operator.is_none() && !text.is_empty()).then_some(result)
}

/// The keys of the digits; each stands at its own number.
pub const DIGITS: [Key; 10] = [
    Key::Num0,
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// How far the arrow keys want to go, right and down, by the modifiers held: each with the length of a step.
pub fn arrows(ui: &Ui, steps: &[(Modifiers, f64)]) -> (f64, f64) {
    let (mut x, mut y) = (0.0, 0.0);
    for (modifiers, step) in steps {
        let count = |key| {
            ui.input_mut(|input| match input.modifiers.matches_exact(*modifiers) {
                true => input.count_and_consume_key(*modifiers, key),
                false => 0,
            }) as f64
        };
        x += (count(Key::ArrowRight) - count(Key::ArrowLeft)) * step;
        y += (count(Key::ArrowDown) - count(Key::ArrowUp)) * step;
    }
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_reckoned_and_words_are_not_numbers() {
        for (text, number) in [
            ("120/2+5", Some(65.0)),
            ("3", Some(3.0)),
            ("-3", Some(-3.0)),
            ("2*3-4/2", Some(4.0)),
            (" 1.5 + 2 ", Some(3.5)),
            ("3mm", None),
            ("", None),
            ("1/0", None),
            ("2+", None),
            ("2*", None),
        ] {
            assert_eq!(reckon(text), number, "{text}");
        }
        assert_eq!(
            (shown(3.0), shown(2.5), shown(300.0)),
            ("3".into(), "2.5".into(), "300".into())
        );
    }
}
