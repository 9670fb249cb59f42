//! Characters that could be one of several: shown in the derived text, settled by a click. Settling writes a mark on the
//! source, so it moves with the text, with undo and with a merge.

use super::parts::{get, parts};
use super::typing::Spot;
use super::{Scene, say};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::{widgets, words};
use crate::model::{Element, ElementId, Exhibition, OtherScript, TwoScript, picked};
use crate::script::{self, Converted, Doubt, config};
use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Popup, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::ops::Range;

/// A paragraph in the other script, and the characters of it that someone may or must decide.
pub struct Derived {
    pub text: String,
    marks: Vec<Open>,
}

struct Open {
    para: usize,
    doubt: Doubt,
    /// Characters of the derived text.
    at: usize,
    is_settled: bool,
}

/// The whole text in the other script, paragraphs joined.
pub fn derived(exhibition: &Exhibition, two: &TwoScript) -> Derived {
    let mut whole = Derived {
        text: String::new(),
        marks: Vec::new(),
    };
    for (index, para) in two.source.paras.iter().enumerate() {
        if index > 0 {
            whole.text.push('\n');
        }
        let before = whole.text.chars().count();
        let picks = para.picks();
        let converted = script::derive(
            &para.text,
            two.authored,
            exhibition.show.region,
            &exhibition.words,
            &picks,
        );
        let config = config(two.authored, exhibition.show.region);
        // Without the picks, so that what is settled can be settled anew.
        for doubt in script::doubts(&para.text, config, &exhibition.words, &[]) {
            let is_settled = picks.iter().any(|(range, _)| range.start == doubt.range.start);
            if let Some(at) = carried(&converted, &doubt.range) {
                whole.marks.push(Open {
                    para: index,
                    doubt,
                    at: before + at,
                    is_settled,
                });
            }
        }
        whole.text.push_str(&converted.text);
    }
    whole
}

/// The character of the result that stands for this one of the source.
fn carried(converted: &Converted, range: &Range<usize>) -> Option<usize> {
    let carried = converted.carried(range);
    (!carried.is_empty()).then(|| converted.text[..carried.start].chars().count())
}

/// How many characters of an element nobody has decided, where its other script is derived.
pub fn count(exhibition: &Exhibition, element: &Element) -> usize {
    let is_open = |text: &&TwoScript| matches!(text.other, OtherScript::Derived);
    element
        .texts()
        .into_iter()
        .filter(is_open)
        .flat_map(|text| text.source.paras.iter().map(move |para| (text, para)))
        .map(|(text, para)| {
            let config = config(text.authored, exhibition.show.region);
            script::doubts(&para.text, config, &exhibition.words, &para.picks()).len()
        })
        .sum()
}

/// The next element in reading order with something to decide, after this one.
pub fn next(scene: &Scene<'_>, after: Option<ElementId>) -> Option<ElementId> {
    let order = super::chosen::reading_order(scene.board, scene.laid);
    let here = after.and_then(|after| order.iter().position(|element| *element == after));
    let start = here.map_or(0, |at| at + 1);
    let has_doubt = |element: &&ElementId| {
        let found = scene.board.element(**element);
        found.is_some_and(|found| count(scene.view.exhibition, found) > 0)
    };
    order[start..].iter().chain(&order[..start]).find(has_doubt).copied()
}

/// The derived text as a quiet field whose open characters can be clicked.
pub fn derived_ui(ui: &mut Ui, view: &View<'_>, spot: Spot, two: &TwoScript, name: &str, send: &mut Sender) {
    let t = tokens(ui);
    let derived = derived(view.exhibition, two);
    let width = ui.available_width();
    let galley = ui.painter().layout_job(job(ui, &derived, width - 16.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y.max(20.0) + 12.0), Sense::hover());
    let spoken = if derived.text.trim().is_empty() {
        name.to_string()
    } else {
        format!("{name} {}", derived.text)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    ui.painter()
        .rect_stroke(rect, 6, Stroke::new(1.0, t.line.0), egui::StrokeKind::Inside);
    let origin = rect.min + vec2(8.0, 6.0);
    ui.painter().galley(origin, galley.clone(), t.t2.0);
    for (index, open) in derived.marks.iter().enumerate() {
        let left = galley
            .pos_from_cursor(CCursor::new(open.at))
            .translate(origin.to_vec2());
        let right = galley
            .pos_from_cursor(CCursor::new(open.at + 1))
            .translate(origin.to_vec2());
        let end = if right.top() == left.top() && right.left() > left.left() {
            right.left()
        } else {
            left.left() + 13.0
        };
        let place = Rect::from_min_max(left.min, pos2(end, left.bottom()));
        mark_ui(ui, view, spot, two, open, index, place, send);
    }
}

fn job(ui: &Ui, derived: &Derived, width: f32) -> LayoutJob {
    let t = tokens(ui);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    for (at, character) in derived.text.chars().enumerate() {
        let mut format = TextFormat::simple(font(13.0), t.t1.0);
        format.line_height = Some(20.0);
        if derived.marks.iter().any(|open| open.at == at && !open.is_settled) {
            format.color = t.doubt.0;
            format.background = t.doubt_soft.0;
            format.underline = Stroke::new(2.0, t.doubt.0);
        }
        job.append(character.encode_utf8(&mut [0; 4]), 0.0, format);
    }
    job
}

fn mark_ui(
    ui: &mut Ui,
    view: &View<'_>,
    spot: Spot,
    two: &TwoScript,
    open: &Open,
    index: usize,
    place: Rect,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let id = egui::Id::unique(("doubt", spot, index));
    let response = ui.interact(place.expand2(vec2(1.0, 2.0)), id, Sense::click());
    let words = if open.is_settled {
        format!("{} {}", lang.of(say::SETTLED), open.doubt.from)
    } else {
        words::in_doubt(lang, open.doubt.from)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
    if open.is_settled {
        // Settled, and told so only to who looks for it.
        ui.painter()
            .hline(place.x_range(), place.bottom() - 1.0, Stroke::new(1.0, t.line2.0));
    }
    widgets::focus_ring(ui, &response, place, 3);
    Popup::menu(&response).width(208.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            let question = format!("{}　{}", words, lang.of(say::WHICH_CHARACTER));
            widgets::line(ui, &question, font(12.0), t.t2, 28.0);
        });
        let taken = two
            .source
            .paras
            .get(open.para)
            .and_then(|para| para.picks().into_iter().find(|(range, _)| *range == open.doubt.range));
        for (number, choice) in open.doubt.choices.iter().enumerate() {
            let is_taken = taken.as_ref().is_some_and(|(_, becomes)| becomes.starts_with(*choice));
            if choice_ui(ui, lang, *choice, number + 1, is_taken) {
                let two = picked(two, open.para, open.doubt.range.clone(), *choice);
                if let Some(command) = spot.put(view.exhibition, two) {
                    send.command(command);
                }
                ui.close();
            }
        }
    });
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
}

/// One way to write it, large; its number is its key.
fn choice_ui(ui: &mut Ui, lang: crate::base::Lang, choice: char, number: usize, is_taken: bool) -> bool {
    let t = tokens(ui);
    let label = words::take(lang, choice);
    let (rect, response) = widgets::list_row(ui, 44.0, is_taken, &label);
    let galley = ui.painter().layout_no_wrap(choice.to_string(), bold(24.0), t.t1.0);
    widgets::paint_middle(ui, rect.left() + 12.0, rect.center().y, galley, t.t1.0);
    let words = Rect::from_min_max(rect.min + vec2(52.0, 0.0), rect.max - vec2(36.0, 0.0));
    widgets::text_in(ui, words, &label, font(13.0), t.t1);
    widgets::keycap(ui, pos2(rect.right() - 10.0, rect.center().y), &number.to_string());
    let keys = [egui::Key::Num1, egui::Key::Num2, egui::Key::Num3, egui::Key::Num4];
    let is_pressed = keys
        .get(number - 1)
        .is_some_and(|key| !ui.ctx().text_edit_focused() && ui.input(|input| input.key_pressed(*key)));
    response.clicked() || is_pressed
}

/// Every part of an element with its text.
pub fn spots(board: &crate::model::Board, element: &Element) -> Vec<(Spot, TwoScript)> {
    parts(&element.kind)
        .into_iter()
        .filter_map(|part| {
            let spot = Spot {
                board: board.id,
                element: element.id,
                part,
                is_other: false,
            };
            Some((spot, get(&element.kind, part, board.script)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TwoName;
    use crate::script::{Region, Script};

    fn show() -> Exhibition {
        Exhibition::new(TwoName::default(), Region::Mainland)
    }

    #[test]
    fn an_open_character_is_found_in_the_derived_text_and_settling_closes_it() {
        let show = show();
        let two = TwoScript::new(Script::Hans, "第一段\n他姓后，在后院");
        let before = derived(&show, &two);
        assert_eq!(before.text.lines().count(), 2);
        let open: Vec<&Open> = before.marks.iter().filter(|open| !open.is_settled).collect();
        assert_eq!(open.len(), 1);
        assert_eq!(before.text.chars().nth(open[0].at), Some(open[0].doubt.taken));
        let settled = picked(&two, open[0].para, open[0].doubt.range.clone(), '后');
        let after = derived(&show, &settled);
        assert!(after.marks.iter().all(|open| open.is_settled));
        assert!(after.text.ends_with("他姓后，在後院"));
    }

    #[test]
    fn a_text_without_open_characters_has_no_marks() {
        assert!(derived(&show(), &TwoScript::new(Script::Hans, "清水")).marks.is_empty());
        assert!(derived(&show(), &TwoScript::new(Script::Hant, "")).marks.is_empty());
    }
}
