//! Boards that stand open, side by side in the top bar: a click brings one to the front, a drag moves it along.

use super::say;
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::View;
use crate::app::widgets;
use crate::model::BoardId;
use egui::{Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

const HIGH: f32 = 32.0;
const MOST: f32 = 180.0;
const GAP: f32 = 4.0;
/// A narrower tab has no room for its cross, unless it is the one in front.
const CROSSED: f32 = 96.0;

/// Shown while more than one board stands open.
pub fn is_shown(session: &Session) -> bool {
    session.settings.tabs.len() > 1
}

/// Fills `bar` from the left.
pub fn tabs_ui(ui: &mut Ui, view: &View<'_>, session: &mut Session, bar: Rect) {
    let tabs = session.settings.tabs.clone();
    let width = (bar.width() / tabs.len() as f32).min(MOST);
    let mut shut = None;
    for (at, board) in tabs.iter().enumerate() {
        let left = bar.left() + at as f32 * width;
        let top = bar.center().y - HIGH / 2.0;
        let place = Rect::from_min_size(pos2(left, top), vec2(width - GAP, HIGH));
        if tab_ui(ui, view, session, *board, place) {
            shut = Some(*board);
        }
        let id = tab_id(*board);
        if ui.ctx().is_being_dragged(id)
            && let Some(hand) = ui.input(|input| input.pointer.latest_pos())
        {
            let to = (((hand.x - bar.left()) / width).floor().max(0.0) as usize).min(tabs.len() - 1);
            if to != at {
                let moved = session.settings.tabs.remove(at);
                session.settings.tabs.insert(to, moved);
                break;
            }
        }
    }
    if let Some(board) = shut {
        session.close_tab(board);
    }
}

fn tab_id(board: BoardId) -> egui::Id {
    egui::Id::unique(("board tab", board))
}

/// `true` when it is to be shut.
fn tab_ui(ui: &mut Ui, view: &View<'_>, session: &mut Session, board: BoardId, place: Rect) -> bool {
    let t = tokens(ui);
    let lang = view.lang;
    let Some(found) = view.exhibition.board(board) else {
        return true;
    };
    let is_front = session.board == Some(board);
    let number = view.exhibition.number(board).unwrap_or(0);
    let title = found.title();
    let response = ui.interact(place, tab_id(board), Sense::click_and_drag());
    let spoken = format!("{} {title}", lang.of(say::TAB));
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_front, &spoken));
    if is_front {
        let line = Stroke::new(1.0, t.line.0);
        ui.painter().rect(place, 6, t.panel.0, line, StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter().rect_filled(place, 6, t.hover.0);
    }
    let text = format!("{number:03}  {title}");
    let has_cross = is_front || place.width() >= CROSSED;
    let cross = if has_cross { 30.0 } else { 6.0 };
    let words = Rect::from_min_max(place.min + vec2(10.0, 0.0), place.max - vec2(cross, 0.0));
    let face = if is_front { bold(12.0) } else { font(12.0) };
    widgets::text_in(ui, words, &text, face, if is_front { t.t1 } else { t.t2 });
    let shut = Rect::from_center_size(pos2(place.right() - 16.0, place.center().y), vec2(22.0, 22.0));
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(("shut", board)).max_rect(shut));
    let label = format!("{} {title}", lang.of(say::SHUT_TAB));
    let is_shut =
        has_cross && widgets::icon_button_sized(&mut child, i::ICON_CLOSE, &label, false, true, 22.0).clicked();
    widgets::focus_ring(ui, &response, place, 6);
    if response.clicked() {
        session.open_board(board);
    }
    is_shut || response.middle_clicked()
}
