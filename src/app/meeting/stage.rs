//! The board on the wall, what it is above it, the way out below it.

use super::{Running, say};
use crate::app::badge::paint_state;
use crate::app::theme::{Depth, bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::app::words;
use crate::export::papers::minutes_and_seconds;
use crate::model::{Meeting, MeetingEntry};
use egui::{Align, Color32, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

/// Of the limit: amber from here on.
const SOON: f64 = 0.8;

pub fn head_ui(ui: &mut Ui, running: &Running, view: &View<'_>, meeting: &Meeting, entry: &MeetingEntry) {
    let t = tokens(ui);
    let lang = view.lang;
    let rect = ui.max_rect();
    let k = super::scale(ui);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, egui::Stroke::new(1.0, t.line.0));
    // From the right: this board's time, the meeting's, how far one is.
    let seconds = running.seconds(entry);
    let mut right = rect.right() - 24.0;
    let whole: u32 = meeting.entries.iter().map(|entry| running.seconds(entry)).sum();
    let limit = f64::from(meeting.limit) * 60.0;
    let colour = match f64::from(seconds) {
        spent if limit > 0.0 && spent >= limit => t.error.0,
        spent if limit > 0.0 && spent >= SOON * limit => t.warn.0,
        _ => t.t1.0,
    };
    let clock = match meeting.limit {
        0 => minutes_and_seconds(seconds),
        limit => format!("{} / {limit}:00", minutes_and_seconds(seconds)),
    };
    let place = format!("{} / {}", running.at + 1, meeting.entries.len());
    for (name, shown, colour) in [
        (lang.of(say::THIS_BOARD), clock, colour),
        (lang.of(say::WHOLE), minutes_and_seconds(whole), t.t2.0),
        (lang.of(words::BOARD), place, t.t2.0),
    ] {
        let above = pos2(right, rect.top() + 20.0 * k);
        let below = pos2(right, rect.top() + 48.0 * k);
        let wide = widgets::text_right(ui, above, name, font(12.0 * k), t.t3).max(widgets::text_right(
            ui,
            below,
            &shown,
            bold(26.0 * k),
            colour,
        ));
        let told = Rect::from_min_max(pos2(right - wide, rect.top()), pos2(right, rect.bottom()));
        let response = ui.interact(told, ui.scope_id().with(("clock", name)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {shown}")));
        right -= wide + 28.0 * k;
    }
    let left = rect.left() + 24.0;
    let line = Rect::from_min_max(pos2(left, rect.top() + 8.0 * k), pos2(right, rect.top() + 44.0 * k));
    let title = format!("{:03}　{}", entry.number, entry.title);
    widgets::told_in(ui, line, &title, bold(26.0 * k), t.t1);
    let below = Rect::from_min_max(pos2(left, rect.top() + 46.0 * k), pos2(right, rect.top() + 66.0 * k));
    let Some(board) = view.exhibition.board(entry.board) else {
        widgets::text_in(ui, below, words::name_of(&entry.unit, lang), font(15.0 * k), t.t2);
        return;
    };
    let unit = view.exhibition.committee(board.committee).map(|unit| &unit.name);
    let unit = words::name_of(unit.unwrap_or(&entry.unit), lang);
    let facts = format!("{unit}　{}", board.code);
    let galley = widgets::elided(ui, &facts, font(15.0 * k), t.t2.0, below.width() * 0.7);
    let wide = galley.size().x;
    widgets::paint_middle(ui, below.left(), below.center().y, galley, t.t2.0);
    let state = Rect::from_min_max(pos2(below.left() + wide + 20.0, below.top()), below.max);
    paint_state(ui, state, view.exhibition.state(board.id), lang);
}

/// `true` when the meeting is to be left.
pub fn foot_ui(ui: &mut Ui, running: &mut Running, view: &View<'_>, send: &mut Sender) -> bool {
    let t = tokens(ui);
    let lang = view.lang;
    let rect = ui.max_rect();
    ui.painter()
        .hline(rect.x_range(), rect.top() + 0.5, egui::Stroke::new(1.0, t.line.0));
    let mut is_left = false;
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(vec2(24.0, 0.0)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    let leave = format!("{}　Esc", lang.of(say::LEAVE));
    is_left |= Button::new(&leave).kind(Kind::Quiet).show(&mut child).clicked();
    if Button::new(lang.of(say::END))
        .icon(i::ICON_FLAG)
        .show(&mut child)
        .clicked()
    {
        running.keep_note_and_times(view, true, send);
        running.shows_end = true;
    }
    let room = Rect::from_min_max(
        pos2(rect.left() + 24.0, rect.top()),
        pos2(child.min_rect().left() - 12.0, rect.bottom()),
    );
    widgets::text_in(
        ui,
        room,
        lang.of(say::HINTS),
        font(13.0 * super::scale(ui).min(1.2)),
        t.t3,
    );
    is_left
}

pub fn stage_ui(
    ui: &mut Ui,
    running: &mut Running,
    view: &View<'_>,
    meeting: &Meeting,
    entry: &MeetingEntry,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0, t.ground.0);
    let room = whole.shrink2(vec2(64.0, 14.0));
    match view.exhibition.board(entry.board) {
        Some(board) => {
            let place = fitted(board.size.w / board.size.h, room);
            let px = (place.height() * ui.ctx().pixels_per_point()).round() as u32;
            ui.painter().add(t.shadow(Depth::Board).as_shape(place, 0));
            widgets::thumbnail(ui, place, view.pictures.board(view.exhibition, board, px));
            let response = ui.interact(place, ui.scope_id().with("board on the wall"), Sense::hover());
            let spoken = format!("{:03} {}", entry.number, entry.title);
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &spoken));
            // Those that come next are made while this one is talked about.
            for ahead in [running.at + 1, running.at + 2, running.at.wrapping_sub(1)] {
                let other = meeting.entries.get(ahead);
                if let Some(other) = other.and_then(|other| view.exhibition.board(other.board)) {
                    let high = fitted(other.size.w / other.size.h, room).height();
                    let px = (high * ui.ctx().pixels_per_point()).round() as u32;
                    let _ = view.pictures.board(view.exhibition, other, px);
                }
            }
        }
        None => {
            let place = Rect::from_center_size(room.center(), vec2(room.width().min(520.0), 96.0));
            ui.painter().rect_filled(place, 8, t.panel.0);
            let line = place.shrink(20.0);
            widgets::told_in(ui, line, lang.of(say::DELETED), font(18.0), t.t2);
        }
    }
    let last = meeting.entries.len().saturating_sub(1);
    for (x, icon, word, to) in [
        (
            whole.left() + 32.0,
            i::ICON_CHEVRON_LEFT,
            say::PREVIOUS,
            running.at.checked_sub(1),
        ),
        (
            whole.right() - 32.0,
            i::ICON_CHEVRON_RIGHT,
            say::NEXT,
            (running.at < last).then_some(running.at + 1),
        ),
    ] {
        let place = Rect::from_center_size(pos2(x, whole.center().y), vec2(44.0, 44.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(place));
        let response = widgets::icon_button_sized(&mut child, icon, lang.of(word), false, to.is_some(), 44.0);
        if let Some(to) = to.filter(|_| response.clicked()) {
            running.go_to(to, view, send);
        }
    }
    if let Some(typed) = &running.jump {
        jump_ui(ui, whole, lang.of(say::GO_TO), typed);
    }
}

/// As large as fits, in the middle.
fn fitted(ratio: f64, room: Rect) -> Rect {
    let ratio = ratio as f32;
    let size = if room.height() * ratio <= room.width() {
        vec2(room.height() * ratio, room.height())
    } else {
        vec2(room.width(), room.width() / ratio)
    };
    let at = room.center() - size / 2.0;
    Rect::from_min_size(pos2(at.x.round(), at.y.round()), vec2(size.x.round(), size.y.round()))
}

/// The number that is being typed, over the board.
fn jump_ui(ui: &Ui, whole: Rect, name: &str, typed: &str) {
    let t = tokens(ui);
    let plate = Rect::from_center_size(pos2(whole.center().x, whole.top() + 76.0), vec2(320.0, 72.0));
    let painter = ui.painter();
    painter.add(t.shadow(Depth::Dialog).as_shape(plate, 12));
    painter.rect(
        plate,
        12,
        t.raised.0,
        egui::Stroke::new(1.0, t.accent.0),
        egui::StrokeKind::Inside,
    );
    let response = ui.interact(plate, ui.scope_id().with("go to"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name} {typed}")));
    let words = Rect::from_min_max(plate.min + vec2(20.0, 0.0), plate.max);
    widgets::text_in(ui, words, name, font(16.0), t.t2);
    let digits = if typed.is_empty() { "…" } else { typed };
    let colour: Color32 = t.t1.0;
    widgets::text_right(
        ui,
        pos2(plate.right() - 24.0, plate.center().y),
        digits,
        bold(32.0),
        colour,
    );
}
