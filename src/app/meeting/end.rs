//! What came of the meeting, and its minutes as files.

use super::work::MinutesFile;
use super::{Running, keys, say};
use crate::app::dialogs::{Ask, Purpose, question};
use crate::app::tasks::Export;
use crate::app::theme::{Depth, bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::base::say::minutes;
use crate::export::papers::minutes_and_seconds;
use crate::model::MeetingId;
use egui::{Id, Margin, Modal, Rect, Sense, Ui, pos2, vec2};
use egui_material_icons::icons as i;

const WIDTH: f32 = 560.0;

/// `true` when the meeting is to be left.
pub fn end_ui(ui: &mut Ui, running: &mut Running, view: &View<'_>, send: &mut Sender) -> bool {
    let t = tokens(ui);
    let lang = view.lang;
    let Some(meeting) = running.meeting(view.exhibition) else {
        return false;
    };
    let mut is_left = false;
    let frame = widgets::raised(t, 12, Margin::same(28), Depth::Dialog);
    let modal = Modal::new(Id::unique("meeting end")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing = vec2(8.0, 10.0);
        question(ui, lang.of(say::ENDED));
        let tally = meeting.tally();
        let counts = [
            (minutes::APPROVED, tally.approved, t.ok.0),
            (minutes::RETURNED, tally.returned, t.error.0),
            (minutes::HELD_OVER, tally.held_over, t.warn.0),
            (minutes::OPEN, tally.open, t.t2.0),
            (minutes::NOT_REACHED, tally.not_reached, t.t2.0),
        ];
        let (row, _) = ui.allocate_exact_size(vec2(WIDTH, 84.0), Sense::hover());
        let width = WIDTH / counts.len() as f32;
        for (at, (word, count, colour)) in counts.into_iter().enumerate() {
            let left = row.left() + at as f32 * width;
            let cell = Rect::from_min_size(pos2(left, row.top()), vec2(width - 8.0, 84.0));
            let number = Rect::from_min_max(cell.min, pos2(cell.right(), cell.top() + 50.0));
            let colour = if count == 0 { t.t3.0 } else { colour };
            widgets::text_in(ui, number, &count.to_string(), bold(36.0), colour);
            let below = Rect::from_min_max(pos2(cell.left(), number.bottom()), cell.max);
            widgets::text_in(ui, below, lang.of(word), font(13.0), t.t2);
            let response = ui.interact(cell, ui.scope_id().with(("count", at)), Sense::hover());
            let spoken = format!("{} {count}", lang.of(word));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &spoken));
        }
        let facts = format!(
            "{}　{}　{} {}",
            say::count(lang, meeting.entries.len()),
            meeting.day,
            lang.of(minutes::SPOKEN),
            minutes_and_seconds(meeting.seconds())
        );
        widgets::line(ui, &facts, font(14.0), t.t2, 24.0);
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let pdf = Button::new(lang.of(say::SAVE_PDF)).icon(i::ICON_PICTURE_AS_PDF);
            if pdf.kind(Kind::Primary).large().show(ui).clicked() {
                save(running.id, MinutesFile::Pdf, send);
            }
            let xlsx = Button::new(lang.of(say::SAVE_XLSX)).icon(i::ICON_TABLE_VIEW);
            if xlsx.large().show(ui).clicked() {
                save(running.id, MinutesFile::Xlsx, send);
            }
        });
        ui.horizontal(|ui| {
            if Button::new(lang.of(say::BACK)).kind(Kind::Quiet).show(ui).clicked() {
                keys::back(running, view, send);
            }
            is_left = Button::new(lang.of(say::LEAVE)).kind(Kind::Quiet).show(ui).clicked();
        });
    });
    if modal.should_close() {
        keys::back(running, view, send);
    }
    is_left
}

/// Asks where to.
pub fn save(meeting: MeetingId, file: MinutesFile, send: &mut Sender) {
    let what = Export::Minutes(meeting, file);
    send.send(Message::Ask(Ask::Path(Purpose::Export(what))));
}
