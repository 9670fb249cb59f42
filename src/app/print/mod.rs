//! 印制: the shop's wishes left, what the check says in the middle, the board it is about right, jobs at the foot.

mod found;
mod wishes;

use super::fields;
use super::jobs::{Job, Jobs};
use super::paper_work::Parcel;
use super::review::finding_ui;
use super::review::picture;
use super::session::Session;
use super::summary::{BoardRow, Summary};
use super::tasks::Work;
use super::theme::{bold, font, tokens};
use super::tray::job_row_ui;
use super::view::{Message, Sender, View};
use super::widgets::{self, paint_icon};
use super::words;
use crate::base::{Finding, Lang, Severity, utc};
use crate::model::{BoardId, Command, ElementId, Exhibition};
use egui::{
    Align, CentralPanel, Frame, Layout, Panel, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};
use egui_material_icons::icons as i;
use found::findings_ui;
use std::collections::BTreeSet;
use wishes::{Deliver, wishes_ui};

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Which {
    #[default]
    All,
    Approved,
    This,
}

#[derive(Default)]
pub struct PrintPane {
    which: Which,
    deliver: Deliver,
    parcel: Parcel,
    /// The show as it was last looked at, the hand-over it was held against, and the boards that are as they were then.
    unchanged: Option<(Exhibition, String, BTreeSet<BoardId>)>,
    /// The show as it was last looked at, and which of its boards have changed since they went to the shop.
    since: Option<(Exhibition, Vec<usize>)>,
    severity: Option<Severity>,
    /// The finding in the inspector, by its place in the sorted list.
    chosen: usize,
    is_jobs_shut: bool,
}

pub fn print_ui(
    ui: &mut Ui,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    jobs: &Jobs,
    session: &mut Session,
    send: &mut Sender,
) {
    let found = sorted(view, pane.severity);
    pane.chosen = pane.chosen.min(found.len().saturating_sub(1));
    Panel::left("print wishes")
        .exact_size(264.0)
        .resizable(false)
        .frame(Frame::new())
        .show_separator_line(false)
        .show(ui, |ui| {
            wishes_ui(ui, pane, view, summary, session, send);
        });
    // Where nothing is found there is no board to show beside it.
    if ui.available_width() > 760.0 && !found.is_empty() {
        Panel::right("print board")
            .exact_size(320.0)
            .resizable(false)
            .frame(Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                board_ui(ui, pane, view, summary, &found, send);
            });
    }
    let rows = told(jobs).count();
    if rows > 0 {
        let rows = rows.min(3) as f32;
        let height = if pane.is_jobs_shut { 40.0 } else { 40.0 + 48.0 * rows };
        Panel::bottom("print jobs")
            .exact_size(height)
            .resizable(false)
            .frame(Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                jobs_ui(ui, pane, jobs, view.lang, send);
            });
    }
    CentralPanel::no_frame().show(ui, |ui| findings_ui(ui, pane, view, summary, &found, send));
}

/// Errors first, then by rule, then in display sequence.
fn sorted<'a>(view: &View<'a>, severity: Option<Severity>) -> Vec<&'a Finding> {
    let mut found: Vec<&Finding> = view
        .findings
        .iter()
        .filter(|finding| severity.is_none_or(|wished| finding.severity == wished))
        .collect();
    found.sort_by(|one, other| (other.severity, one.rule).cmp(&(one.severity, other.rule)));
    found
}

fn row_of<'a>(summary: &'a Summary, finding: &Finding) -> Option<&'a BoardRow> {
    let code = finding.place.board.as_deref()?;
    summary.rows.iter().find(|row| row.board.code == code)
}

fn go_to(row: &BoardRow, finding: &Finding, send: &mut Sender) {
    let element = finding.place.element.as_deref().and_then(ElementId::parse);
    send.send(Message::GoTo(row.board.id, element));
}

/// The board the chosen finding is about, with all that is said of it.
fn board_ui(ui: &mut Ui, pane: &PrintPane, view: &View<'_>, summary: &Summary, found: &[&Finding], send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.left() + 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    let chosen = found.get(pane.chosen);
    let row = chosen.and_then(|finding| row_of(summary, finding));
    let head = Rect::from_min_size(whole.min, vec2(whole.width(), 48.0));
    let title = match row {
        Some(row) => format!("{:03}　{}", row.number, row.title),
        None => lang.of(words::OF_SHOW).to_string(),
    };
    let right = if row.is_some() { 100.0 } else { 16.0 };
    let words = Rect::from_min_max(
        pos2(head.left() + 16.0, head.top()),
        pos2(head.right() - right, head.bottom()),
    );
    widgets::text_in(ui, words, &title, bold(13.0), t.t1);
    let Some(row) = row else {
        if let Some(finding) = chosen {
            let below = Rect::from_min_max(head.left_bottom(), whole.max);
            let mut ui = ui.new_child(UiBuilder::new().max_rect(below));
            finding_ui(&mut ui, finding, lang);
            reason_ui(&mut ui, view, finding, send);
        }
        return;
    };
    let place = Rect::from_min_max(pos2(head.right() - 96.0, head.top()), head.max - vec2(16.0, 0.0));
    let mut corner = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
    );
    if widgets::link(&mut corner, lang.of(words::OPEN_BOARD)).clicked() {
        send.send(Message::OpenBoard(row.board.id));
    }
    let ground = Rect::from_min_size(
        head.left_bottom(),
        vec2(whole.width(), (whole.height() * 0.5).min(400.0)),
    );
    ui.painter().rect_filled(ground, 0, t.ground.0);
    picture(ui, view, row, ground.shrink(20.0));
    let below = Rect::from_min_max(ground.left_bottom(), whole.max);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(below));
    ScrollArea::vertical()
        .id_salt("its findings")
        .auto_shrink([false, false])
        .show(&mut ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let its = |finding: &&&Finding| finding.place.board.as_deref() == Some(row.board.code.as_str());
            for finding in found.iter().filter(its) {
                if finding_ui(ui, finding, lang) {
                    go_to(row, finding, send);
                }
                reason_ui(ui, view, finding, send);
            }
        });
}

/// Why a warning may go to print as it is; the reason goes along to the shop.
fn reason_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding, send: &mut Sender) {
    if finding.severity != Severity::Warning {
        return;
    }
    let book = &view.exhibition.show.print;
    let why = book
        .reason(finding)
        .map(|reason| reason.why.clone())
        .unwrap_or_default();
    let label = format!("{} · {}", view.lang.of(words::REASON), finding.text(view.lang));
    ui.horizontal(|ui| {
        ui.add_space(44.0);
        let key = (
            finding.rule,
            &finding.place.board,
            &finding.place.element,
            &finding.place.file,
        );
        let width = ui.available_width() - 16.0;
        let typed = fields::hinted(ui, key, &why, &label, view.lang.of(words::REASON_HINT), width);
        if let Some(why) = typed {
            send.command(Command::SetPrint(book.with_reason(finding, &why, &utc::now())));
        }
    });
    ui.add_space(8.0);
}

fn jobs_ui(ui: &mut Ui, pane: &mut PrintPane, jobs: &Jobs, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.base.0);
    ui.painter()
        .hline(whole.x_range(), whole.top() + 0.5, Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, response) = ui.allocate_exact_size(vec2(whole.width(), 40.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, lang.of(words::JOBS)));
    let words = head.shrink2(vec2(24.0, 0.0));
    let running = jobs.running();
    let sentence = if running > 0 {
        words::jobs_running(lang, running)
    } else {
        lang.of(words::DONE).to_string()
    };
    let name = widgets::elided(ui, lang.of(words::JOBS), bold(13.0), t.t1.0, 200.0);
    let width = name.size().x;
    widgets::paint_middle(ui, words.left(), words.center().y, name, t.t1.0);
    let rest = Rect::from_min_max(pos2(words.left() + width + 12.0, words.top()), words.max);
    widgets::text_in(ui, rest, &sentence, font(12.0), t.t2);
    let arrow = if pane.is_jobs_shut {
        i::ICON_EXPAND_LESS
    } else {
        i::ICON_EXPAND_MORE
    };
    paint_icon(ui, arrow, pos2(words.right() - 8.0, words.center().y), 20.0, t.t2.0);
    if response.clicked() {
        pane.is_jobs_shut ^= true;
    }
    ScrollArea::vertical()
        .id_salt("job rows")
        // The panel is as high as its rows, which may be less than a scrolled area's usual least.
        .min_scrolled_height(0.0)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            for job in told(jobs) {
                job_row_ui(ui, job, lang, send);
            }
        });
}

/// The last first. That the show was opened nobody needs to read here.
fn told(jobs: &Jobs) -> impl Iterator<Item = &Job> {
    let is_opening = |work: &Work| matches!(work, Work::Open(_) | Work::New(..) | Work::Sample(_));
    let jobs = jobs.list.iter().rev();
    jobs.filter(move |job| !job.work.is_quiet() && (job.is_running() || !is_opening(&job.work)))
}
