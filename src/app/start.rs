//! Before a show is open: the first start with its two choices, and how far opening is.

use super::actions::Action;
use super::exchange::say;
use super::jobs::Jobs;
use super::recent::recent_ui;
use super::session::{Role, Session};
use super::show_form;
use super::tasks::Work;
use super::theme::{bold, font, tokens};
use super::view::Sender;
use super::widgets::{self, Button, Icon, Kind, paint_icon};
use super::words;
use crate::base::Lang;
use egui::{Rect, Role as Named, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

pub fn start_ui(ui: &mut Ui, session: &mut Session, jobs: &Jobs, trouble: Option<&str>, send: &mut Sender) {
    let t = tokens(ui);
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0, t.panel.0);
    let lang = session.lang();
    let opening = jobs
        .list
        .iter()
        .find(|job| job.is_running() && matches!(job.work, Work::Open(_)));
    if opening.is_some() {
        // Usually gone within a second: no choices flash by.
        let middle = Rect::from_center_size(rect.center(), vec2(320.0, 48.0));
        let galley = widgets::elided(ui, lang.of(words::OPENING), font(14.0), t.t2.0, 320.0);
        widgets::paint_middle(
            ui,
            middle.center().x - galley.size().x / 2.0,
            middle.top() + 12.0,
            galley,
            t.t2.0,
        );
        return;
    }
    let left = Rect::from_min_max(
        rect.min,
        pos2(rect.left() + (rect.width() * 0.389).min(560.0), rect.bottom()),
    );
    scene(ui, left, lang);
    let column = (rect.right() - left.right() - 96.0).min(600.0);
    let at = pos2(
        left.right() + (rect.right() - left.right() - column) / 2.0,
        rect.center().y - 270.0,
    );
    let place = Rect::from_min_size(pos2(at.x, at.y.max(rect.top() + 48.0)), vec2(column, 540.0));
    let mut ui = ui.new_child(UiBuilder::new().max_rect(place));
    ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
    choices_ui(&mut ui, session, column);
    ui.add_space(24.0);
    progress_ui(&mut ui, session, jobs, trouble, column, send);
}

/// Three boards on their stands, drawn: paper, a band, lines of type.
fn scene(ui: &mut Ui, left: Rect, lang: Lang) {
    let t = tokens(ui);
    ui.painter().rect_filled(left, 0, t.ground.0);
    let head = pos2(left.left() + 48.0, left.top() + 48.0);
    let name = ui
        .painter()
        .layout_no_wrap(lang.of(words::APP_NAME).into(), bold(28.0), t.t1.0);
    ui.painter().galley(head, name, t.t1.0);
    let line = Rect::from_min_size(head + vec2(0.0, 44.0), vec2(left.width() - 72.0, 22.0));
    widgets::text_in(ui, line, lang.of(words::APP_LINE), font(14.0), t.t2);
    let foot = Rect::from_min_size(pos2(head.x, left.bottom() - 52.0), vec2(left.width() - 72.0, 20.0));
    widgets::text_in(ui, foot, lang.of(words::OFFLINE), font(12.0), t.t3);
    let painter = ui.painter().with_clip_rect(left);
    let width = (left.width() * 0.42).min(240.0);
    let centre = pos2(left.center().x, left.center().y + 60.0);
    for (dx, scale, band) in [(-0.92, 0.78, t.ok), (0.92, 0.78, t.warn_icon), (0.0, 1.0, t.error)] {
        let (w, h) = (width * scale, width * scale * 4.0 / 3.0);
        let board = Rect::from_center_size(centre + vec2(dx * width, 0.0), vec2(w, h));
        for x in [0.22, 0.78] {
            let x = board.left() + w * x;
            painter.vline(
                x,
                (board.bottom())..=(board.bottom() + h * 0.26),
                Stroke::new(3.0, t.t2.0),
            );
        }
        painter.add(t.shadow(super::theme::Depth::Board).as_shape(board, 0));
        painter.rect_filled(board, 0, t.panel.0);
        let top = Rect::from_min_size(board.min, vec2(w, h * 0.46));
        painter.rect_filled(top, 0, band.0);
        let title = Rect::from_min_size(board.min + vec2(w * 0.1, h * 0.28), vec2(w * 0.62, h * 0.055));
        painter.rect_filled(title, 1, t.panel.0);
        for row in 0..5 {
            let length = if row == 4 { 0.44 } else { 0.8 };
            let at = board.min + vec2(w * 0.1, h * (0.55 + 0.07 * row as f32));
            painter.rect_filled(Rect::from_min_size(at, vec2(w * length, h * 0.022)), 1, t.press.0);
        }
        painter.rect_stroke(board, 0, Stroke::new(1.0, t.line2.0), StrokeKind::Outside);
    }
}

fn choices_ui(ui: &mut Ui, session: &mut Session, column: f32) {
    let t = tokens(ui);
    let lang = session.lang();
    widgets::line(ui, lang.of(words::FIRST_TITLE), bold(20.0), t.t1, 32.0);
    ui.add_space(16.0);
    ui.horizontal(|ui| {
        widgets::line(ui, lang.of(words::LANGUAGE), bold(12.0), t.t1, 20.0);
        widgets::line(ui, "Language", font(12.0), t.t3, 20.0);
    });
    ui.horizontal(|ui| {
        let width = (column - 24.0) / 3.0;
        for (choice, name) in Lang::ALL.into_iter().zip(["简体中文", "繁體中文", "English"]) {
            if card(ui, vec2(width, 52.0), None, name, "", session.settings.lang == choice) {
                session.settings.lang = choice;
            }
        }
    });
    ui.add_space(16.0);
    widgets::heading(ui, lang.of(words::YOUR_PART));
    ui.horizontal(|ui| {
        let width = (column - 12.0) / 2.0;
        for (role, icon, name, line) in [
            (Role::Clerk, i::ICON_IMAGE, words::CLERK, words::CLERK_LINE),
            (Role::Organizer, i::ICON_MAP, words::ORGANIZER, words::ORGANIZER_LINE),
        ] {
            let is_chosen = session.settings.role == role;
            if card(
                ui,
                vec2(width, 112.0),
                Some(icon),
                lang.of(name),
                lang.of(line),
                is_chosen,
            ) {
                session.settings.role = role;
            }
        }
    });
}

/// A large choice; `true` when clicked.
fn card(ui: &mut Ui, size: egui::Vec2, icon: Option<Icon>, name: &str, line: &str, is_chosen: bool) -> bool {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Named::RadioButton, true, is_chosen, name));
    let (fill, stroke) = if is_chosen {
        (t.accent_soft.0, Stroke::new(2.0, t.accent.0))
    } else if response.hovered() {
        (t.hover.0, Stroke::new(1.0, t.line2.0))
    } else {
        (t.panel.0, Stroke::new(1.0, t.line2.0))
    };
    ui.painter().rect(rect, 8, fill, stroke, StrokeKind::Inside);
    let colour = if is_chosen { t.accent.0 } else { t.t1.0 };
    if is_chosen {
        paint_icon(
            ui,
            i::ICON_CHECK_CIRCLE,
            rect.right_top() + vec2(-26.0, 26.0),
            20.0,
            t.accent.0,
        );
    }
    let inner = rect.shrink2(vec2(16.0, 0.0));
    match icon {
        None => widgets::text_in(ui, inner, name, if is_chosen { bold(14.0) } else { font(14.0) }, colour),
        Some(icon) => {
            paint_icon(
                ui,
                icon,
                rect.min + vec2(30.0, 30.0),
                28.0,
                if is_chosen { t.accent.0 } else { t.t2.0 },
            );
            let at = |y: f32| Rect::from_min_size(pos2(inner.left(), rect.top() + y), vec2(inner.width(), 22.0));
            widgets::text_in(ui, at(52.0), name, bold(14.0), t.t1);
            widgets::text_in(ui, at(78.0), line, font(12.0), t.t2);
        }
    }
    widgets::focus_ring(ui, &response, rect, 8);
    response
        .on_hover_text(if line.is_empty() { name } else { line })
        .clicked()
}

fn progress_ui(ui: &mut Ui, session: &mut Session, jobs: &Jobs, trouble: Option<&str>, column: f32, send: &mut Sender) {
    let lang = session.lang();
    let t = tokens(ui);
    if let Some(trouble) = trouble {
        let frame = egui::Frame::new()
            .fill(t.error_soft.0)
            .corner_radius(8)
            .inner_margin(egui::Margin::symmetric(16, 8));
        frame.show(ui, |ui| {
            ui.set_width(column - 32.0);
            widgets::paragraph(ui, trouble, 13.0, t.error);
        });
        ui.add_space(8.0);
    }
    let making = jobs.list.iter().find(|job| job.is_running());
    if let Some(job) = making {
        let (done, total) = job.progress.state();
        let (rect, response) = ui.allocate_exact_size(vec2(column, 56.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Named::ProgressIndicator, true, &job.title));
        let count = if total > 0 {
            format!("{done} / {total}")
        } else {
            String::new()
        };
        let top = Rect::from_min_size(rect.min, vec2(column, 24.0));
        widgets::text_in(ui, top, &job.title, font(13.0), t.t1);
        widgets::text_right(ui, top.right_center(), &count, font(12.0), t.t2);
        let bar = Rect::from_min_size(rect.min + vec2(0.0, 28.0), vec2(column, 8.0));
        widgets::bar(ui, bar, (total > 0).then(|| done as f32 / total as f32));
        return;
    }
    ui.horizontal(|ui| {
        if Button::new(lang.of(words::OPEN))
            .icon(i::ICON_FOLDER_OPEN)
            .kind(Kind::Primary)
            .large()
            .show(ui)
            .clicked()
        {
            send.act(Action::Open);
        }
        if Button::new(lang.of(show_form::NEW_SHOW)).large().show(ui).clicked() {
            send.act(Action::NewShow);
        }
        if Button::new(lang.of(words::MAKE_SAMPLE)).large().show(ui).clicked() {
            send.act(Action::Sample);
        }
    });
    if !session.settings.recent.is_empty() {
        ui.add_space(8.0);
        widgets::heading(ui, lang.of(say::RECENT));
        ui.spacing_mut().item_spacing.y = 0.0;
        recent_ui(ui, session, 4, send);
    }
}
