//! Top bar, rail and status bar: the same in all workspaces.

use super::actions::{self, Action, Can};
use super::board;
use super::exchange::say;
use super::jobs::Jobs;
use super::person;
use super::recent::recent_ui;
use super::session::{Session, Workspace};
use super::summary::Summary;
use super::tasks::shop_of;
use super::theme::{bold, font, tokens};
use super::tray::tray_ui;
use super::view::{Sender, View};
use super::widgets::{self, paint_icon, text_right};
use super::words::{self, Words};
use crate::base::Lang;
use crate::store::SaveState;
use egui::{
    Align, Color32, Layout, Panel, Popup, PopupCloseBehavior, Rect, Role as Named, ScrollArea, Sense, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons as i;

pub struct Bar<'a> {
    pub view: &'a View<'a>,
    pub summary: &'a Summary,
    pub jobs: &'a Jobs,
    pub can: &'a Can,
}

pub fn top_bar_ui(ui: &mut Ui, bar: &Bar<'_>, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = session.lang();
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.horizontal_centered(|ui| {
        ui.add_space(12.0);
        menu_ui(ui, bar, session, send);
        ui.add_space(12.0);
        let right = 360.0_f32.min(rect.width() * 0.36) + 48.0;
        let room = (rect.width() - right - 300.0).clamp(80.0, 420.0);
        title_ui(ui, words::name_of(&bar.view.exhibition.show.title, lang), room);
        ui.add_space(12.0);
        saved_ui(ui, bar.view.saved, lang);
        ui.add_space(8.0);
        upright(ui, 24.0);
        ui.add_space(4.0);
        for action in [Action::Undo, Action::Redo] {
            let row = actions::row_of(action);
            let name = spoken(row, lang);
            if widgets::icon_button(ui, row.icon, &name, false, (row.enabled)(bar.can)).clicked() {
                send.act(action);
            }
        }
        if session.workspace == Workspace::Board && board::has_tabs(session) {
            // Jobs, help, the search and who sits here keep their room.
            let taken = SEARCH + 108.0 + person::width(ui, session);
            let place = Rect::from_min_max(
                pos2(ui.cursor().left() + 12.0, rect.top()),
                pos2(rect.right() - taken, rect.bottom()),
            );
            if place.width() > 120.0 {
                board::tabs_ui(ui, bar.view, session, place);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(12.0);
            if person::width(ui, session) > 0.0 {
                person::person_ui(ui, session);
            }
            let help = actions::row_of(Action::Help);
            if widgets::icon_button(ui, help.icon, &spoken(help, lang), session.shows_help, true).clicked() {
                send.act(Action::Help);
            }
            jobs_ui(ui, bar.jobs, lang, send);
            ui.add_space(8.0);
            let width = SEARCH.min((ui.available_width() - 24.0).max(120.0));
            search_ui(ui, session, width);
        });
    });
}

/// How wide the search is where there is room.
const SEARCH: f32 = 264.0;

/// "Undo (Ctrl Z)"
fn spoken(row: &actions::Row, lang: Lang) -> String {
    let keys = actions::keys_text(row);
    let label = lang.of(row.label);
    if keys.is_empty() {
        label.into()
    } else {
        format!("{label}　{keys}")
    }
}

fn title_ui(ui: &mut Ui, title: &str, room: f32) {
    let t = tokens(ui);
    let galley = widgets::elided(ui, title, bold(14.0), t.t1.0, room);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Named::Label, true, title));
    widgets::paint_middle(ui, rect.left(), rect.center().y, galley, t.t1.0);
}

fn saved_ui(ui: &mut Ui, saved: &SaveState, lang: Lang) {
    let t = tokens(ui);
    let (icon, words, colour): (_, Words, Color32) = match saved {
        SaveState::Saved => (i::ICON_CHECK, words::SAVED, t.t3.0),
        SaveState::Saving => (i::ICON_SYNC, words::SAVING, t.t3.0),
        SaveState::Failed(_) => (i::ICON_ERROR, words::NOT_SAVED, t.error.0),
        SaveState::ReadOnly(_) => (i::ICON_LOCK, words::ONLY_READ, t.warn.0),
    };
    let word = lang.of(words);
    let galley = ui.painter().layout_no_wrap(word.into(), font(12.0), colour);
    // As wide as the longest of its usual words, so that nothing moves while saving.
    let widest = ui
        .painter()
        .layout_no_wrap(lang.of(words::SAVING).into(), font(12.0), colour)
        .size()
        .x;
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x.max(widest) + 20.0, 32.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Named::Label, true, word));
    paint_icon(ui, icon, pos2(rect.left() + 8.0, rect.center().y), 16.0, colour);
    widgets::paint_middle(ui, rect.left() + 20.0, rect.center().y, galley, colour);
    if let SaveState::Failed(say) | SaveState::ReadOnly(say) = saved {
        response.on_hover_text(say.text(lang));
    }
}

fn upright(ui: &mut Ui, height: f32) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(1.0, height), Sense::hover());
    ui.painter().rect_filled(rect, 0, t.line.0);
}

fn search_ui(ui: &mut Ui, session: &mut Session, width: f32) {
    let lang = session.lang();
    let name = lang.of(words::SEARCH);
    let response = widgets::search(ui, &mut session.search, name, width, "Ctrl F");
    if std::mem::take(&mut session.focus_search) {
        response.request_focus();
    }
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let shows_hits = matches!(session.workspace, Workspace::Overview | Workspace::Review);
    if (is_entered || (response.changed() && !session.search.is_empty())) && !shows_hits {
        session.workspace = Workspace::Overview;
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        session.search.clear();
    }
}

fn jobs_ui(ui: &mut Ui, jobs: &Jobs, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let running = jobs.running();
    let name = if running > 0 {
        words::jobs_running(lang, running)
    } else {
        lang.of(words::JOBS).to_string()
    };
    let response = widgets::icon_button(ui, i::ICON_SYNC, &name, false, true);
    let failed = jobs
        .shown()
        .any(|job| matches!(job.state, super::jobs::JobState::Failed(_)));
    if running > 0 || failed {
        let colour = if failed { t.error.0 } else { t.accent.0 };
        badge(ui, response.rect.right_top() + vec2(-7.0, 7.0), running.max(1), colour);
    }
    Popup::menu(&response)
        .width(400.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| tray_ui(ui, jobs, lang, send));
}

/// A number in a small filled pill.
fn badge(ui: &Ui, centre: egui::Pos2, count: usize, colour: Color32) {
    let t = tokens(ui);
    let galley = ui.painter().layout_no_wrap(count.to_string(), bold(11.0), t.on.0);
    let size = vec2((galley.size().x + 8.0).max(16.0), 16.0);
    let rect = Rect::from_center_size(centre, size);
    ui.painter().rect_filled(rect, 8, colour);
    widgets::paint_middle(
        ui,
        rect.center().x - galley.size().x / 2.0,
        rect.center().y,
        galley,
        t.on.0,
    );
}

/// The whole action table in three columns.
fn menu_ui(ui: &mut Ui, bar: &Bar<'_>, session: &mut Session, send: &mut Sender) {
    let lang = session.lang();
    const LEFT: &[(Words, &[Action])] = &[
        (
            words::SHOW_MENU,
            &[
                Action::NewShow,
                Action::Open,
                Action::Sample,
                Action::ShowSettings,
                Action::Fonts,
                Action::Colours,
                Action::Rules,
                Action::Registers,
                Action::Meeting,
                Action::Import,
                Action::Draft,
                Action::AddPhotos,
            ],
        ),
        (["", "", ""], &[Action::OpenLogs, Action::Quit]),
    ];
    const THIRD: &[(Words, &[Action])] = &[
        (
            HAND_IN,
            &[Action::Pack, Action::BringPack, Action::BringShow, Action::SaveCopy],
        ),
        (
            words::EXPORT,
            &[
                Action::ExportThis,
                Action::ExportAll,
                Action::ExportJoined,
                Action::PlanPdf,
                Action::PlanPng,
                Action::PlanPapers,
                Action::WalkPicture,
                Action::LedgerBook,
                Action::PrintBoard,
            ],
        ),
    ];
    const RIGHT: &[(Words, &[Action])] = &[
        (
            words::BOARD,
            &[
                Action::NewBoard,
                Action::Duplicate,
                Action::Restyle,
                Action::Versions,
                Action::Styles,
                Action::SaveTemplate,
                Action::DeleteBoard,
                Action::Undo,
                Action::Redo,
            ],
        ),
        (
            words::VIEW_MENU,
            &[
                Action::Help,
                Action::Palette,
                Action::Find,
                Action::Texts,
                Action::NextFinding,
                Action::Fit,
                Action::RealSize,
                Action::ToggleBleed,
                Action::Arrange,
                Action::Variants,
                Action::OrderBoards,
                Action::Walk,
                Action::FullScreen,
            ],
        ),
    ];
    let response = widgets::icon_button(ui, i::ICON_MENU, lang.of(words::MENU), false, true);
    Popup::menu(&response).width(876.0).show(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        // In a low window the table is longer than there is room.
        let high = (ui.ctx().content_rect().height() - 64.0).max(200.0);
        let table = ScrollArea::vertical().max_height(high).min_scrolled_height(high);
        table.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                for (at, column) in [LEFT, RIGHT, THIRD].into_iter().enumerate() {
                    ui.vertical(|ui| {
                        ui.set_width(284.0);
                        for (index, (title, rows)) in column.iter().enumerate() {
                            menu_group_ui(ui, index, lang.of(*title), rows, bar.can, lang, send);
                        }
                        if at == 2 && !session.settings.recent.is_empty() {
                            head_ui(ui, true, lang.of(say::RECENT));
                            if recent_ui(ui, session, 5, send) {
                                ui.close();
                            }
                        }
                    });
                }
            });
        });
    });
}

fn menu_group_ui(ui: &mut Ui, index: usize, title: &str, rows: &[Action], can: &Can, lang: Lang, send: &mut Sender) {
    head_ui(ui, index > 0, title);
    for action in rows {
        let row = actions::row_of(*action);
        let is_danger = *action == Action::DeleteBoard;
        let keys = actions::keys_text(row);
        let enabled = (row.enabled)(can);
        if widgets::menu_row(ui, Some(row.icon), lang.of(row.label), &keys, enabled, is_danger)
            .on_hover_text(lang.of(row.help))
            .clicked()
        {
            send.act(*action);
            ui.close();
        }
    }
}

/// The name of a group, under a line.
fn head_ui(ui: &mut Ui, has_line: bool, title: &str) {
    let t = tokens(ui);
    if has_line {
        ui.add_space(4.0);
        widgets::hairline(ui);
        ui.add_space(4.0);
    }
    if !title.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(8.0);
            widgets::line(ui, title, font(11.0), t.t3, 24.0);
        });
    }
}

const HAND_IN: Words = ["交稿与收稿", "交稿與收稿", "Handing in"];

/// Something that stays until it is mended: not saved, read only, not opened.
pub fn strip_ui(ui: &mut Ui, view: &View<'_>, trouble: &mut Option<String>, send: &mut Sender) {
    let lang = view.lang;
    let t = tokens(ui);
    let (sentence, is_error, can_close) = match (view.saved, &*trouble) {
        (SaveState::Failed(say), _) => (say.text(lang), true, false),
        (SaveState::ReadOnly(say), _) => (say.text(lang), false, false),
        (_, Some(trouble)) => (trouble.clone(), false, true),
        _ => return,
    };
    let (fill, colour) = if is_error {
        (t.error_soft.0, t.error.0)
    } else {
        (t.warn_soft.0, t.warn.0)
    };
    let frame = egui::Frame::new().fill(fill);
    Panel::top("strip")
        .exact_size(40.0)
        .resizable(false)
        .frame(frame)
        .show_separator_line(false)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            paint_icon(
                ui,
                i::ICON_INFO,
                pos2(rect.left() + 28.0, rect.center().y),
                18.0,
                colour,
            );
            let words = Rect::from_min_max(
                pos2(rect.left() + 48.0, rect.top()),
                pos2(rect.right() - 140.0, rect.bottom()),
            );
            let response = ui.allocate_rect(words, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Named::Label, true, &sentence));
            widgets::text_in(ui, words, &sentence, font(13.0), colour);
            response.on_hover_text(&sentence);
            if is_error {
                let place =
                    Rect::from_min_max(pos2(rect.right() - 132.0, rect.top() + 8.0), rect.max - vec2(16.0, 8.0));
                let mut child = ui.new_child(
                    egui::UiBuilder::new()
                        .max_rect(place)
                        .layout(Layout::right_to_left(Align::Center)),
                );
                let row = actions::row_of(Action::SaveElsewhere);
                if widgets::Button::new(lang.of(row.label))
                    .small()
                    .show(&mut child)
                    .clicked()
                {
                    send.act(Action::SaveElsewhere);
                }
            }
            if can_close {
                let place =
                    Rect::from_min_max(pos2(rect.right() - 132.0, rect.top() + 8.0), rect.max - vec2(16.0, 8.0));
                let mut child = ui.new_child(
                    egui::UiBuilder::new()
                        .max_rect(place)
                        .layout(Layout::right_to_left(Align::Center)),
                );
                if widgets::Button::new(lang.of(words::DISMISS))
                    .small()
                    .kind(widgets::Kind::Quiet)
                    .show(&mut child)
                    .clicked()
                {
                    *trouble = None;
                }
            }
        });
}

pub fn rail_ui(ui: &mut Ui, summary: &Summary, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = session.lang();
    let rect = ui.max_rect();
    ui.painter()
        .vline(rect.right() - 0.5, rect.y_range(), Stroke::new(1.0, t.line.0));
    let mut y = rect.top() + 8.0;
    for workspace in Workspace::ALL {
        let row = actions::row_of(Action::Go(workspace));
        let place = Rect::from_min_size(pos2(rect.left() + 4.0, y), vec2(47.0, 52.0));
        y += 56.0;
        let response = ui.interact(place, ui.scope_id().with(("rail", workspace)), Sense::click());
        let is_chosen = session.workspace == workspace;
        let label = lang.of(row.label);
        response.widget_info(|| WidgetInfo::selected(Named::Tab, true, is_chosen, label));
        rail_item(ui, place, row.icon, label, is_chosen, &response);
        if workspace == Workspace::Review && summary.waiting() > 0 {
            badge(ui, place.center_top() + vec2(15.0, 9.0), summary.waiting(), t.error.0);
        }
        let help = format!("{}　{}", lang.of(row.help), actions::keys_text(row));
        if response.on_hover_text(help).clicked() {
            send.act(Action::Go(workspace));
        }
    }
    person::settings_ui(
        ui,
        Rect::from_min_size(pos2(rect.left() + 12.0, rect.bottom() - 44.0), vec2(32.0, 32.0)),
        session,
    );
}

fn rail_item(ui: &Ui, place: Rect, icon: widgets::Icon, label: &str, is_chosen: bool, response: &egui::Response) {
    let t = tokens(ui);
    if is_chosen {
        ui.painter().rect_filled(place, 8, t.accent_soft.0);
    } else if response.hovered() {
        ui.painter().rect_filled(place, 8, t.press.0);
    }
    let colour = if is_chosen { t.accent.0 } else { t.t2.0 };
    let at = pos2(place.center().x, place.top() + 18.0);
    if is_chosen {
        widgets::paint_icon_filled(ui, icon, at, 20.0, colour);
    } else {
        paint_icon(ui, icon, at, 20.0, colour);
    }
    let face = if is_chosen { bold(11.0) } else { font(11.0) };
    // Long words may use the rail's whole width.
    let galley = widgets::elided(ui, label, face, colour, place.width() + 7.0);
    widgets::paint_middle(
        ui,
        place.center().x - galley.size().x / 2.0,
        place.top() + 39.0,
        galley,
        colour,
    );
    widgets::focus_ring(ui, response, place, 8);
}

pub fn status_bar_ui(ui: &mut Ui, bar: &Bar<'_>, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = session.lang();
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.top() + 0.5, Stroke::new(1.0, t.line.0));
    let mut right = rect.right() - 12.0;
    let middle = rect.center().y;
    if let Some(facts) = board_facts(bar.view, session) {
        right -= text_right(ui, pos2(right, middle), &facts, font(12.0), t.t2) + 16.0;
    }
    for (count, icon, colour, says) in [
        (
            bar.summary.warnings,
            i::ICON_WARNING,
            t.warn,
            words::warnings(lang, bar.summary.warnings),
        ),
        (
            bar.summary.errors,
            i::ICON_ERROR,
            t.error,
            words::errors(lang, bar.summary.errors),
        ),
    ] {
        if count == 0 {
            continue;
        }
        let galley = ui.painter().layout_no_wrap(says.clone(), font(12.0), t.t2.0);
        let place = Rect::from_min_max(
            pos2(right - galley.size().x - 20.0, rect.top() + 2.0),
            pos2(right, rect.bottom() - 2.0),
        );
        let response = ui.interact(place, ui.scope_id().with(("status", &says)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Named::Button, true, &says));
        let ink = if response.hovered() { t.t1.0 } else { t.t2.0 };
        paint_icon(ui, icon, pos2(place.left() + 8.0, middle), 16.0, colour.0);
        widgets::paint_middle(ui, place.left() + 20.0, middle, galley, ink);
        if response.clicked() {
            send.act(Action::Go(Workspace::Print));
        }
        right = place.left() - 12.0;
    }
    let counts = format!(
        "{} · {}",
        words::boards(lang, bar.summary.rows.len()),
        words::units(lang, bar.summary.units.len())
    );
    let galley = ui.painter().layout_no_wrap(counts, font(12.0), t.t2.0);
    let width = galley.size().x;
    widgets::paint_middle(ui, rect.left() + 12.0, middle, galley, t.t2.0);
    let hint = session
        .hint
        .clone()
        .unwrap_or_else(|| lang.of(hint(session.workspace)).into());
    let left = rect.left() + 12.0 + width + 24.0;
    if right - left > 120.0 && !hint.is_empty() {
        paint_icon(ui, i::ICON_KEYBOARD, pos2(left + 8.0, middle), 16.0, t.t3.0);
        let room = Rect::from_min_max(pos2(left + 22.0, rect.top()), pos2(right - 8.0, rect.bottom()));
        widgets::text_in(ui, room, &hint, font(12.0), t.t3);
    }
}

/// What the open board is made as: "90 × 120 cm · KT board · Bleed 3 mm".
fn board_facts(view: &View<'_>, session: &Session) -> Option<String> {
    let is_here = session.workspace == Workspace::Board;
    let board = view.exhibition.board(session.board.filter(|_| is_here)?)?;
    let mut facts = vec![words::size_cm(board.size.w, board.size.h)];
    facts.push(board.make.material.trim().to_string());
    let bleed = shop_of(view.exhibition).bleed;
    facts.push(format!("{} {bleed} mm", view.lang.of(words::BLEED)));
    facts.retain(|fact| !fact.is_empty());
    Some(facts.join(" · "))
}

fn hint(workspace: Workspace) -> Words {
    match workspace {
        Workspace::Overview => words::HINT_OVERVIEW,
        Workspace::Board => words::HINT_CANVAS,
        Workspace::Plaza => words::HINT_PLAZA,
        Workspace::Review => words::HINT_REVIEW,
        Workspace::Print => words::HINT_PRINT,
    }
}
