//! The meetings that were held: their minutes as files, again and again.

use super::end::save;
use super::say;
use super::work::MinutesFile;
use crate::app::dialogs::question;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button};
use crate::export::papers::sums_of;
use crate::model::{Command, Meeting};
use egui::{ScrollArea, Ui};
use egui_material_icons::icons as i;

/// Keeps nothing: the show has them.
#[derive(Default)]
pub struct PastMeetings;

impl PastMeetings {
    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let t = tokens(ui);
        let lang = view.lang;
        question(ui, lang.of(say::PAST));
        let meetings = &view.exhibition.show.meetings;
        if meetings.is_empty() {
            widgets::paragraph(ui, lang.of(say::NO_PAST), 13.0, t.t2);
        }
        let mut is_asked = false;
        ScrollArea::vertical()
            .id_salt("past meetings")
            .max_height(420.0)
            .show(ui, |ui| {
                for meeting in meetings.iter().rev() {
                    ui.push_id(meeting.id, |ui| is_asked |= row_ui(ui, meeting, view, send));
                }
            });
        let close = Button::new(lang.of(say::CLOSE));
        ui.add_space(8.0);
        is_asked || close.show(ui).clicked()
    }
}

/// `true` when a place is asked for.
fn row_ui(ui: &mut Ui, meeting: &Meeting, view: &View<'_>, send: &mut Sender) -> bool {
    let t = tokens(ui);
    let lang = view.lang;
    let mut name = format!("{} {}", meeting.day, meeting.start);
    if !meeting.place.is_empty() {
        name.push_str(&format!("　{}", meeting.place));
    }
    if !meeting.is_over {
        name.push_str(&format!("　{}", lang.of(say::NOT_OVER)));
    }
    widgets::hairline(ui);
    widgets::line(ui, &name, bold(14.0), t.t1, 24.0);
    widgets::paragraph(ui, &sums_of(meeting, lang), 13.0, t.t2);
    let mut is_asked = false;
    ui.horizontal(|ui| {
        let pdf = Button::new(lang.of(say::SAVE_PDF)).icon(i::ICON_PICTURE_AS_PDF).small();
        if pdf.show(ui).clicked() {
            save(meeting.id, MinutesFile::Pdf, send);
            is_asked = true;
        }
        let xlsx = Button::new(lang.of(say::SAVE_XLSX)).icon(i::ICON_TABLE_VIEW).small();
        if xlsx.show(ui).clicked() {
            save(meeting.id, MinutesFile::Xlsx, send);
            is_asked = true;
        }
        if widgets::icon_button_sized(ui, i::ICON_DELETE, lang.of(say::FORGET), false, true, 24.0).clicked() {
            send.command(Command::RemoveMeeting(meeting.id));
            send.send(Message::Toast(lang.of(say::FORGOTTEN).into(), true));
        }
    });
    widgets::line(ui, "", font(12.0), t.t2, 4.0);
    is_asked
}
