//! Rows of jobs: what, how far, cancel; what came of it, open folder, try again.

use super::jobs::{Job, JobState, Jobs};
use super::tasks::{Export, Work};
use super::theme::{bold, font, tokens};
use super::view::{Message, Sender};
use super::widgets::{self, Icon, icon_button_sized, paint_icon, text_in, text_right};
use super::words;
use crate::base::Lang;
use egui::{Align, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

/// The popup of the top bar.
pub fn tray_ui(ui: &mut Ui, jobs: &Jobs, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    if jobs.shown().next().is_none() {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
        text_in(
            ui,
            rect.shrink2(vec2(12.0, 0.0)),
            lang.of(words::NO_JOBS),
            font(13.0),
            t.t2,
        );
        return;
    }
    egui::ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for job in jobs.list.iter().rev().filter(|job| !job.work.is_quiet()) {
            job_row_ui(ui, job, lang, send);
        }
    });
}

fn icon_of(work: &Work) -> Icon {
    match work {
        Work::Open(_) => i::ICON_FOLDER_OPEN,
        Work::New(..) => i::ICON_CREATE_NEW_FOLDER,
        Work::Sample(_) | Work::ImportFolder(_) | Work::Draft(_) | Work::Series(_) => i::ICON_DOWNLOAD,
        Work::Gather(_) | Work::Propose(..) => i::ICON_ADD,
        Work::TakePhotos(..) => i::ICON_ADD_PHOTO_ALTERNATE,
        Work::TakeWords(_) | Work::KeepWords(_) | Work::TakeRegister(..) => i::ICON_MENU_BOOK,
        Work::Check { .. } => i::ICON_FACT_CHECK,
        Work::Exchange(_) => i::ICON_INVENTORY_2,
        Work::Fonts(_) => i::ICON_FONT_DOWNLOAD,
        Work::TakeProfile(_) => i::ICON_PALETTE,
        Work::Export(Export::PlanPdf(_) | Export::PlanPng(_) | Export::PlanPapers(_), _) => i::ICON_MAP,
        Work::Export(Export::WalkPng(_), _) => i::ICON_PHOTO_CAMERA,
        Work::Export(Export::Handover(..), _) => i::ICON_LOCAL_SHIPPING,
        Work::Export(Export::Minutes(..), _) => i::ICON_SLIDESHOW,
        Work::Export(Export::Registers, _) => i::ICON_MENU_BOOK,
        Work::Export(..) => i::ICON_PICTURE_AS_PDF,
    }
}

/// 48 high.
pub fn job_row_ui(ui: &mut Ui, job: &Job, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 48.0), Sense::hover());
    let says = says(job, lang);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}，{says}", job.title)));
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let (icon, colour) = match &job.state {
        JobState::Running => (icon_of(&job.work), t.t2.0),
        JobState::Finished(..) => (i::ICON_CHECK_CIRCLE, t.ok.0),
        JobState::Failed(_) => (i::ICON_ERROR, t.error.0),
        JobState::Cancelled => (i::ICON_BLOCK, t.t3.0),
    };
    paint_icon(ui, icon, pos2(rect.left() + 24.0, rect.center().y), 20.0, colour);
    let buttons = Rect::from_min_max(pos2(rect.right() - 72.0, rect.top()), rect.max - vec2(8.0, 0.0));
    buttons_ui(ui, buttons, job, lang, send);
    let body = Rect::from_min_max(
        pos2(rect.left() + 44.0, rect.top()),
        pos2(buttons.left() - 4.0, rect.bottom()),
    );
    if !job.is_running() {
        let top = Rect::from_min_max(body.min + vec2(0.0, 4.0), pos2(body.right(), body.center().y));
        text_in(ui, top, &job.title, bold(12.0), t.t1);
        let foot = Rect::from_min_max(pos2(body.left(), body.center().y), body.max - vec2(0.0, 4.0));
        text_in(
            ui,
            foot,
            &says,
            font(12.0),
            if matches!(job.state, JobState::Failed(_)) {
                t.error
            } else {
                t.t2
            },
        );
        response.on_hover_text(says);
        return;
    }
    let count = text_right(ui, pos2(body.right(), body.top() + 15.0), &says, font(12.0), t.t2);
    let name = Rect::from_min_max(
        body.min + vec2(0.0, 4.0),
        pos2(body.right() - count - 8.0, body.top() + 26.0),
    );
    text_in(ui, name, &job.title, bold(12.0), t.t1);
    let (done, total) = job.progress.state();
    let share = (total > 0).then(|| done as f32 / total as f32);
    let bar = Rect::from_min_max(pos2(body.left(), body.bottom() - 18.0), body.max - vec2(0.0, 10.0));
    widgets::bar(ui, bar, share);
}

fn buttons_ui(ui: &mut Ui, place: Rect, job: &Job, lang: Lang, send: &mut Sender) {
    let mut ui = ui.new_child(
        UiBuilder::new()
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center)),
    );
    ui.spacing_mut().item_spacing.x = 4.0;
    let ui = &mut ui;
    if job.is_running() {
        if icon_button_sized(ui, i::ICON_CLOSE, lang.of(words::CANCEL), false, true, 24.0).clicked() {
            send.send(Message::StopJob(job.id));
        }
        return;
    }
    if icon_button_sized(ui, i::ICON_CLOSE, lang.of(words::CLEAR), false, true, 24.0).clicked() {
        send.send(Message::ForgetJob(job.id));
    }
    if let JobState::Finished(_, Some(folder)) = &job.state
        && icon_button_sized(ui, i::ICON_FOLDER_OPEN, lang.of(words::OPEN_FOLDER), false, true, 24.0).clicked()
    {
        send.send(Message::Reveal(folder.clone()));
    }
    if matches!(job.state, JobState::Failed(_) | JobState::Cancelled)
        && icon_button_sized(ui, i::ICON_REFRESH, lang.of(words::AGAIN), false, true, 24.0).clicked()
    {
        send.send(Message::RetryJob(job.id));
    }
}

fn says(job: &Job, lang: Lang) -> String {
    match &job.state {
        JobState::Finished(says, _) | JobState::Failed(says) => says.clone(),
        JobState::Cancelled => lang.of(words::CANCELLED).into(),
        JobState::Running => {
            let (done, total) = job.progress.state();
            if total == 0 {
                return String::new();
            }
            let count = format!("{done} / {total}");
            match time_left(job, done, total) {
                Some(seconds) => format!("{count} · {}", words::time_left(lang, seconds)),
                None => count,
            }
        }
    }
}

/// In seconds; only once there is something to reckon from.
fn time_left(job: &Job, done: u64, total: u64) -> Option<u64> {
    let passed = job.started.elapsed().as_secs_f64();
    let is_known = done > 0 && done < total && passed > 2.0;
    is_known.then(|| (passed / done as f64 * (total - done) as f64).ceil() as u64)
}
