//! Boards that stand open, side by side above the canvas: a click brings one to the front, a drag moves it along.

use super::say;
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::View;
use crate::app::widgets;
use crate::model::BoardId;
use egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

pub const HIGH: f32 = 32.0;
const MOST: f32 = 180.0;

/// Shown while more than one board stands open.
pub fn is_shown(session: &Session) -> bool {
    session.settings.tabs.len() > 1
}

pub fn tabs_ui(ui: &mut Ui, view: &View<'_>, session: &mut Session) {
    let t = tokens(ui);
    let bar = ui.max_rect();
    ui.painter().rect_filled(bar, 0, t.base.0);
    ui.painter()
        .hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, t.line.0));
    let tabs = session.settings.tabs.clone();
    let width = ((bar.width() - 8.0) / tabs.len() as f32).min(MOST);
    let mut shut = None;
    for (at, board) in tabs.iter().enumerate() {
        let left = bar.left() + 4.0 + at as f32 * width;
        let place = Rect::from_min_size(pos2(left, bar.top() + 2.0), vec2(width - 4.0, HIGH - 2.0));
        if tab_ui(ui, view, session, *board, place) {
            shut = Some(*board);
        }
        let id = tab_id(*board);
        if ui.ctx().is_being_dragged(id)
            && let Some(hand) = ui.input(|input| input.pointer.latest_pos())
        {
            let to = (((hand.x - bar.left() - 4.0) / width).floor().max(0.0) as usize).min(tabs.len() - 1);
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
    let fill = match (is_front, response.hovered()) {
        (true, _) => t.panel.0,
        (false, true) => t.hover.0,
        (false, false) => t.base.0,
    };
    let corners = egui::CornerRadius {
        nw: 6,
        ne: 6,
        sw: 0,
        se: 0,
    };
    ui.painter().rect_filled(place, corners, fill);
    if is_front {
        let foot = Rect::from_min_max(pos2(place.left(), place.bottom() - 2.0), place.max);
        ui.painter().rect_filled(foot, 0, t.accent.0);
    }
    let text = format!("{number:03}  {title}");
    let words = Rect::from_min_max(place.min + vec2(10.0, 0.0), place.max - vec2(30.0, 0.0));
    let face = if is_front { bold(12.0) } else { font(12.0) };
    widgets::text_in(ui, words, &text, face, if is_front { t.t1 } else { t.t2 });
    let shut = Rect::from_center_size(pos2(place.right() - 16.0, place.center().y), vec2(22.0, 22.0));
    let mut child = ui.new_child(egui::UiBuilder::new().id_salt(("shut", board)).max_rect(shut));
    let label = format!("{} {title}", lang.of(say::SHUT_TAB));
    let is_shut = widgets::icon_button_sized(&mut child, i::ICON_CLOSE, &label, false, true, 22.0).clicked();
    if response.clicked() {
        session.open_board(board);
    }
    is_shut || response.middle_clicked()
}
