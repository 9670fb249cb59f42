//! 印制: the shop's wishes left, what the check says in the middle, the board it is about right, jobs at the foot.

use super::dialogs::{Ask, Purpose};
use super::jobs::Jobs;
use super::review::{finding_ui, mark, picture};
use super::session::Session;
use super::shops;
use super::summary::{BoardRow, Summary};
use super::tasks::{Export, shop_of};
use super::theme::{bold, font, tokens};
use super::tray::job_row_ui;
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind, empty_state, paint_icon, paint_icon_filled};
use super::words::{self, Words};
use crate::base::{Finding, Lang, Severity};
use crate::model::{BoardId, ElementId, Output, Shop};
use crate::workflow::phase;
use egui::{
    Align, CentralPanel, Frame, Layout, Panel, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};
use egui_material_icons::icons as i;

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
    is_joined: bool,
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
    if ui.available_width() > 760.0 {
        Panel::right("print board")
            .exact_size(320.0)
            .resizable(false)
            .frame(Frame::new())
            .show_separator_line(false)
            .show(ui, |ui| {
                board_ui(ui, pane, view, summary, &found, send);
            });
    }
    if jobs.shown().next().is_some() {
        let rows = jobs.shown().count().min(3) as f32;
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

fn wishes_ui(
    ui: &mut Ui,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0, t.panel.0);
    ui.painter()
        .vline(whole.right() - 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    let boards = wished(pane, view, session);
    let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - 104.0), whole.max);
    export_ui(ui, foot, pane, summary, boards, &shop_of(view.exhibition), lang, send);
    let upper = Rect::from_min_max(whole.min, pos2(whole.right(), foot.top()));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(upper));
    ScrollArea::vertical()
        .id_salt("wishes")
        .auto_shrink([false, false])
        .show(&mut ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
            widgets::told_in(
                ui,
                head.shrink2(vec2(16.0, 0.0)),
                lang.of(words::HAND_OVER),
                bold(16.0),
                t.t1,
            );
            widgets::section(ui, lang.of(words::WHICH), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                which_ui(ui, pane, summary, session, lang);
            });
            widgets::section(ui, lang.of(words::HOW), |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                for (is_joined, word) in [(false, words::ONE_FILE_EACH), (true, words::ONE_FILE)] {
                    if widgets::radio(ui, pane.is_joined == is_joined, lang.of(word)).clicked() {
                        pane.is_joined = is_joined;
                    }
                }
            });
            widgets::section(ui, lang.of(words::SHOP), |ui| shop_ui(ui, view, send));
            widgets::section(ui, lang.of(words::PLAN_SHEET), |ui| {
                let width = (ui.available_width() - 8.0) / 2.0;
                ui.horizontal(|ui| {
                    for (name, what) in [
                        ("PDF", Export::PlanPdf(session.plaza)),
                        ("PNG", Export::PlanPng(session.plaza)),
                    ] {
                        let is_there = !view.exhibition.plazas.is_empty();
                        let button = Button::new(name)
                            .icon(i::ICON_MAP)
                            .width(width)
                            .enabled(is_there)
                            .show(ui);
                        if button.on_disabled_hover_text(lang.of(words::NO_PLAZA)).clicked() {
                            send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
                        }
                    }
                });
            });
        });
}

fn which_ui(ui: &mut Ui, pane: &mut PrintPane, summary: &Summary, session: &Session, lang: Lang) {
    let t = tokens(ui);
    let approved = summary.phases[3] + summary.phases[4];
    let this = session.board.and_then(|board| summary.row(board));
    for (which, word, count) in [
        (Which::All, words::ALL_BOARDS, summary.rows.len().to_string()),
        (Which::Approved, words::ONLY_APPROVED, approved.to_string()),
        (
            Which::This,
            words::ONLY_THIS,
            this.map(|row| format!("{:03}", row.number)).unwrap_or_default(),
        ),
    ] {
        let response = widgets::radio(ui, pane.which == which, lang.of(word));
        let right = pos2(ui.max_rect().right(), response.rect.center().y);
        widgets::text_right(ui, right, &count, font(12.0), t.t2);
        if response.clicked() {
            pane.which = which;
        }
    }
}

fn wished(pane: &PrintPane, view: &View<'_>, session: &Session) -> Vec<BoardId> {
    let show = view.exhibition;
    match pane.which {
        Which::All => show.order.to_vec(),
        Which::Approved => show
            .order
            .iter()
            .copied()
            .filter(|board| phase(show.state(*board)) >= 3)
            .collect(),
        Which::This => session
            .board
            .filter(|board| show.board(*board).is_some())
            .into_iter()
            .collect(),
    }
}

/// Which shop, and what it asks for; it is changed in a form of its own.
fn shop_ui(ui: &mut Ui, view: &View<'_>, send: &mut Sender) {
    let (lang, t) = (view.lang, tokens(ui));
    let shop = shop_of(view.exhibition);
    let width = ui.available_width();
    let (line, _) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    let name = shops::words::name(&shop, view.home, lang);
    let words = Rect::from_min_max(line.min, pos2(line.right() - 84.0, line.bottom()));
    widgets::told_in(ui, words, name, bold(13.0), t.t1);
    let place = Rect::from_min_max(pos2(words.right(), line.top()), line.max);
    let mut corner = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
    );
    if Button::new(lang.of(shops::words::CHANGE)).show(&mut corner).clicked() {
        send.send(Message::Ask(Ask::Shops));
    }
    widgets::paragraph(ui, shops::words::about(&shop, view.home, lang), 12.0, t.t2);
    widgets::paragraph(ui, &shops::words::facts(&shop, lang), 12.0, t.t3);
    if shop.output == Output::Pdf && widgets::checkbox(ui, shop.is_outlined, lang.of(shops::words::OUTLINES)).clicked()
    {
        let is_outlined = !shop.is_outlined;
        shops::choose(view, Shop { is_outlined, ..shop }, send);
    }
}

fn export_ui(
    ui: &mut Ui,
    foot: Rect,
    pane: &PrintPane,
    summary: &Summary,
    boards: Vec<BoardId>,
    shop: &Shop,
    lang: Lang,
    send: &mut Sender,
) {
    let t = tokens(ui);
    ui.painter().rect_filled(foot, 0, t.base.0);
    ui.painter()
        .hline(foot.x_range(), foot.top() + 0.5, Stroke::new(1.0, t.line.0));
    let inner = foot.shrink2(vec2(16.0, 16.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)));
    ui.spacing_mut().item_spacing.y = 8.0;
    let label = format!(
        "{} · {}",
        lang.of(words::EXPORT),
        words::boards_short(lang, boards.len())
    );
    let button = Button::new(&label)
        .icon(i::ICON_PICTURE_AS_PDF)
        .kind(Kind::Primary)
        .large()
        .width(inner.width())
        .enabled(!boards.is_empty());
    if button.show(&mut ui).clicked() {
        let what = if pane.is_joined {
            Export::Joined(boards)
        } else {
            Export::Boards(boards)
        };
        send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
    }
    let (rect, _) = ui.allocate_exact_size(vec2(inner.width(), 20.0), Sense::hover());
    let sentence = if summary.errors > 0 {
        words::must_mend(lang, summary.errors)
    } else {
        words::shop_line(lang, shop)
    };
    widgets::text_in(&ui, rect, &sentence, font(12.0), t.t2);
}

fn findings_ui(
    ui: &mut Ui,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    found: &[&Finding],
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    ui.spacing_mut().item_spacing.y = 0.0;
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
    let inner = head.shrink2(vec2(24.0, 12.0));
    let line = |y: f32| Rect::from_min_size(inner.min + vec2(0.0, y), vec2(inner.width(), 24.0));
    // Before the check has seen the show, nothing is promised.
    let title = if view.is_checked {
        words::must_mend(lang, summary.errors)
    } else {
        lang.of(words::CHECKING).to_string()
    };
    widgets::told_in(ui, line(0.0), &title, bold(16.0), t.t1);
    let checked = if view.is_checked {
        let boards = words::checked(lang, summary.rows.len());
        format!("{boards} · {}", words::warnings(lang, summary.warnings))
    } else {
        words::boards_short(lang, summary.rows.len())
    };
    widgets::text_in(ui, line(24.0), &checked, font(12.0), t.t2);
    chips_ui(ui, pane, view, lang);
    if found.is_empty() && !view.is_checked {
        empty_state(ui, i::ICON_SYNC, lang.of(words::CHECKING), None);
        return;
    }
    if found.is_empty() {
        empty_state(ui, i::ICON_CHECK_CIRCLE, lang.of(words::NO_FINDINGS), None);
        return;
    }
    let heights: Vec<(usize, f32)> = lines(found);
    ScrollArea::vertical()
        .id_salt("findings")
        .auto_shrink([false, false])
        .show_viewport(ui, |ui, shown| {
            let total: f32 = heights.iter().map(|(_, height)| height).sum();
            let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), total), Sense::hover());
            let mut y = 0.0;
            for (index, height) in heights {
                let is_shown = y + height >= shown.top() && y <= shown.bottom();
                let place = Rect::from_min_size(whole.min + vec2(0.0, y), vec2(whole.width(), height));
                y += height;
                if is_shown {
                    let mut ui = ui.new_child(UiBuilder::new().max_rect(place).id_salt(index));
                    row_ui(&mut ui, place, pane, view, summary, found, index, send);
                }
            }
        });
}

/// The index of each finding and its height; the first of a rule has its group's name above it.
fn lines(found: &[&Finding]) -> Vec<(usize, f32)> {
    (0..found.len())
        .map(|index| (index, if starts_group(found, index) { 96.0 } else { 60.0 }))
        .collect()
}

fn starts_group(found: &[&Finding], index: usize) -> bool {
    index == 0 || (found[index - 1].severity, found[index - 1].rule) != (found[index].severity, found[index].rule)
}

fn chips_ui(ui: &mut Ui, pane: &mut PrintPane, view: &View<'_>, lang: Lang) {
    let t = tokens(ui);
    let count = |severity: Severity| {
        view.findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let response = ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 40.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_height(40.0);
            ui.add_space(24.0);
            for (severity, word, count) in [
                (None, words::ALL, view.findings.len()),
                (Some(Severity::Error), words::ERRORS, count(Severity::Error)),
                (Some(Severity::Warning), words::WARNINGS, count(Severity::Warning)),
                (Some(Severity::Note), words::NOTES, count(Severity::Note)),
            ] {
                let label = words::with_count(lang, word, count);
                if widgets::filter_chip(ui, &label, pane.severity == severity).clicked() {
                    pane.severity = severity;
                    pane.chosen = 0;
                }
            }
        },
    );
    let bottom = response.response.rect.bottom() - 0.5;
    ui.painter()
        .hline(ui.max_rect().x_range(), bottom, Stroke::new(1.0, t.line.0));
}

fn row_ui(
    ui: &mut Ui,
    place: Rect,
    pane: &mut PrintPane,
    view: &View<'_>,
    summary: &Summary,
    found: &[&Finding],
    index: usize,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let finding = found[index];
    let mut rect = place;
    if starts_group(found, index) {
        let head = Rect::from_min_size(rect.min, vec2(rect.width(), 36.0));
        ui.painter().rect_filled(head, 0, t.base.0);
        let same = found
            .iter()
            .filter(|other| other.rule == finding.rule && other.severity == finding.severity);
        let name = format!("{} {}", lang.of(rule_name(finding.rule)), same.count());
        widgets::text_in(ui, head.shrink2(vec2(24.0, 0.0)), &name, bold(12.0), t.t2);
        rect.min.y += 36.0;
    }
    let text = finding.text(lang);
    let response = ui.interact(rect, ui.scope_id().with("finding"), Sense::click());
    let is_chosen = pane.chosen == index;
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &text));
    let fill = if is_chosen {
        t.accent_soft.0
    } else if response.hovered() {
        t.hover.0
    } else {
        t.panel.0
    };
    ui.painter().rect_filled(rect, 0, fill);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    widgets::focus_ring(ui, &response, rect.shrink(2.0), 2);
    let (icon, colour) = mark(ui, finding.severity);
    paint_icon_filled(ui, icon, pos2(rect.left() + 34.0, rect.center().y), 20.0, colour);
    let row = row_of(summary, finding);
    let mut left = rect.left() + 56.0;
    if let Some(row) = row {
        let picture_place = Rect::from_center_size(pos2(left + 32.0, rect.center().y), vec2(60.0, 46.0));
        picture(ui, view, row, picture_place);
        left += 76.0;
        let number = Rect::from_min_max(pos2(left, rect.top()), pos2(left + 40.0, rect.bottom()));
        widgets::text_in(ui, number, &format!("{:03}", row.number), font(13.0), t.t3);
        left += 40.0;
    }
    let mut right = rect.right() - 24.0;
    if let Some(row) = row {
        let label = lang.of(words::GO_THERE);
        let size = vec2(if lang == Lang::En { 92.0 } else { 72.0 }, 32.0);
        let place = Rect::from_min_size(pos2(right - size.x, rect.center().y - 16.0), size);
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .layout(Layout::right_to_left(Align::Center)),
        );
        if Button::new(label).show(&mut child).clicked() {
            go_to(row, finding, send);
        }
        right = place.left() - 8.0;
    }
    wrapped(
        ui,
        Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.bottom())),
        &text,
    );
    if response.clicked() {
        pane.chosen = index;
    }
    if let (true, Some(row)) = (response.double_clicked(), row) {
        go_to(row, finding, send);
    }
}

fn go_to(row: &BoardRow, finding: &Finding, send: &mut Sender) {
    let element = finding.place.element.as_deref().and_then(ElementId::parse);
    send.send(Message::GoTo(row.board.id, element));
}

/// Up to two lines, in the middle of the place.
fn wrapped(ui: &Ui, place: Rect, text: &str) {
    let t = tokens(ui);
    let mut job = egui::text::LayoutJob::simple(text.into(), font(13.0), t.t1.0, place.width());
    job.wrap.max_rows = 2;
    job.wrap.overflow_character = Some('…');
    for section in &mut job.sections {
        section.format.line_height = Some(20.0);
    }
    let galley = ui.painter().layout_job(job);
    widgets::paint_middle(ui, place.left(), place.center().y, galley, t.t1.0);
}

/// What findings of one rule have in common, in words.
fn rule_name(rule: &str) -> Words {
    match rule.split('-').next().unwrap_or_default() {
        "photo" => words::PHOTOS,
        "text" | "overset" | "font" | "glyph" | "type" => words::TEXTS,
        "doubt" | "script" => words::DOUBT,
        "plaza" | "stand" | "aisle" => words::PLAZA,
        "ink" => words::INK_LIMIT,
        "finishing" | "shop" => words::SHOP,
        "import" | "content" => words::IMPORT_SHORT,
        _ => words::CHECK,
    }
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
            }
        });
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
            for job in jobs.list.iter().rev().filter(|job| !job.work.is_quiet()) {
                job_row_ui(ui, job, lang, send);
            }
        });
}
