//! What the check found on the board, the worst first: a click leads there.

use crate::app::session::Session;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::{widgets, words};
use crate::base::{Finding, Severity};
use crate::model::{Board, ElementId};
use egui::{Stroke, Ui, pos2, vec2};
use egui_material_icons::icons as i;

pub fn findings_of<'a>(view: &View<'a>, board: &Board) -> Vec<&'a Finding> {
    let mut found: Vec<&Finding> = view
        .findings
        .iter()
        .filter(|finding| finding.place.board.as_deref() == Some(board.code.as_str()))
        .collect();
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    found
}

pub fn check_ui(ui: &mut Ui, view: &View<'_>, board: &Board, found: &[&Finding], session: &Session, send: &mut Sender) {
    let lang = view.lang;
    if found.is_empty() {
        widgets::empty_state(ui, i::ICON_CHECK_CIRCLE, lang.of(words::NO_FINDINGS), None);
        return;
    }
    for (index, finding) in found.iter().enumerate() {
        let element = finding.place.element.as_deref().and_then(ElementId::parse);
        let is_chosen = element.is_some() && element == session.element;
        let response = ui.push_id(index, |ui| {
            finding_ui(ui, &finding.text(lang), finding.severity, is_chosen)
        });
        if response.inner.clicked() {
            send.send(Message::GoTo(board.id, element));
        }
    }
}

fn finding_ui(ui: &mut Ui, text: &str, severity: Severity, is_chosen: bool) -> egui::Response {
    let t = tokens(ui);
    let width = ui.available_width() - 60.0;
    let mut job = egui::text::LayoutJob::simple(text.into(), font(13.0), t.t1.0, width);
    for part in &mut job.sections {
        part.format.line_height = Some(20.0);
    }
    let galley = ui.painter().layout_job(job);
    let (rect, response) = widgets::list_row(ui, galley.size().y + 20.0, is_chosen, text);
    let (icon, colour) = match severity {
        Severity::Error => (i::ICON_ERROR, t.error),
        Severity::Warning => (i::ICON_WARNING, t.warn),
        Severity::Note => (i::ICON_INFO, t.t3),
    };
    widgets::paint_icon(ui, icon, pos2(rect.left() + 24.0, rect.top() + 20.0), 18.0, colour.0);
    ui.painter().galley(rect.min + vec2(44.0, 10.0), galley, t.t1.0);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    response
}
