//! The panel at the right: which plaza, rows and their measures, what is chosen, who has no place, what is wrong.

use super::plan::{Plan, Spot};
use super::strip::Held;
use super::tool::Tool;
use super::{PlazaPane, Tab, canvas, deeds, hand, paint, reading, say, tours, venue};
use crate::app::actions::{self, Action};
use crate::app::fields;
use crate::app::session::Session;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, Kind, Mood};
use crate::base::Severity;
use crate::model::{Foot, Stand};
use crate::plaza::{Form, LEAST_AISLE, Way};
use egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

/// More than these are not read one by one.
const MOST: usize = 40;

pub fn side_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let rect = ui.max_rect();
    ui.painter()
        .vline(rect.left() + 0.5, rect.y_range(), Stroke::new(1.0, t.line.0));
    ScrollArea::vertical()
        .id_salt("plaza side")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let lang = view.lang;
            tabs_ui(ui, pane, lang);
            match pane.tab {
                Tab::Stand => {}
                Tab::Venue => return venue::venue_ui(ui, pane, plan, view, session, send),
                Tab::Route => return tours::tours_ui(ui, pane, plan, view, send),
                Tab::Read => return reading::reading_ui(ui, pane, plan, view, session, send),
            }
            if pane.has_chosen() {
                chosen_ui(ui, pane, plan, view, send);
            }
            if !plan.homeless.is_empty() {
                homeless_ui(ui, pane, plan, view, session, send);
            }
            widgets::section(ui, lang.of(say::ROWS), |ui| rows_ui(ui, session, send));
            faults_ui(ui, pane, plan, view, session);
        });
}

fn tabs_ui(ui: &mut Ui, pane: &mut PlazaPane, lang: crate::base::Lang) {
    widgets::section(ui, "", |ui| {
        let names = say::TABS.map(|words| (None, lang.of(words)));
        let at = Tab::ALL.iter().position(|tab| *tab == pane.tab).unwrap_or(0);
        if let Some(at) = widgets::segmented(ui, lang.of(say::TAB), &names, at, 28.0) {
            pane.tab = Tab::ALL[at];
            pane.touring.adds = false;
            if matches!(pane.tool, Tool::Draw(_)) {
                pane.tool = Tool::Idle;
            }
        }
    });
}

/// A word left, a number field right.
pub fn measure(ui: &mut Ui, word: &str, value: f64, unit: &str) -> Option<f64> {
    let t = tokens(ui);
    ui.horizontal(|ui| {
        let width = ui.available_width();
        let (rect, _) = ui.allocate_exact_size(vec2(width - 112.0, 28.0), Sense::hover());
        widgets::text_in(ui, rect, word, font(13.0), t.t2);
        fields::number(ui, word, value, unit, 104.0)
    })
    .inner
}

fn rows_ui(ui: &mut Ui, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = session.lang();
    let rows = &mut session.settings.plan.rows;
    let metre = lang.of(say::METRE);
    ui.spacing_mut().item_spacing.y = 4.0;
    let forms = say::FORMS.map(|form| (None, lang.of(form)));
    let at = Form::ALL.iter().position(|form| *form == rows.form).unwrap_or(0);
    if let Some(at) = widgets::segmented(ui, lang.of(say::FORM), &forms, at, 28.0) {
        rows.form = Form::ALL[at];
    }
    let names = say::WAYS.map(|way| (None, lang.of(way)));
    let at = usize::from(rows.way == Way::SameWay);
    if let Some(at) = widgets::segmented(ui, lang.of(say::WAY), &names, at, 28.0) {
        rows.way = [Way::Serpentine, Way::SameWay][at];
    }
    ui.add_space(2.0);
    let row = rows.row.unwrap_or(0.0);
    if let Some(metres) = measure(ui, lang.of(say::ROW_LENGTH), row, metre) {
        rows.row = (metres > 0.0).then_some(metres.clamp(1.0, 500.0));
    }
    if let Some(metres) = measure(ui, lang.of(say::AISLE), rows.aisle, metre) {
        rows.aisle = metres.clamp(LEAST_AISLE, 50.0);
    }
    if let Some(metres) = measure(ui, lang.of(say::GAP), rows.gap, metre) {
        rows.gap = metres.clamp(0.0, 20.0);
    }
    widgets::paragraph(ui, lang.of(say::AUTO_ROW), 12.0, t.t3);
    for (on, words) in [
        (&mut rows.is_two_sided, say::TWO_SIDED),
        (&mut rows.by_theme, say::BY_THEME),
        (&mut rows.keeps_ground, say::KEEPS_GROUND),
    ] {
        if widgets::checkbox(ui, *on, lang.of(words)).clicked() {
            *on ^= true;
        }
    }
    let action = actions::row_of(Action::Arrange);
    let button = Button::new(lang.of(say::IN_ROWS))
        .icon(action.icon)
        .kind(Kind::Primary)
        .width(ui.available_width());
    if canvas::told(button.show(ui), Action::Arrange, lang).clicked() {
        send.act(Action::Arrange);
    }
    let row = actions::row_of(Action::Variants);
    let button = Button::new(lang.of(say::SEE_VARIANTS))
        .icon(row.icon)
        .width(ui.available_width());
    if canvas::told(button.show(ui), Action::Variants, lang).clicked() {
        send.act(Action::Variants);
    }
}

/// Numbers and units of what is chosen; place and facing of a single board.
fn chosen_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let spots: Vec<&Spot> = pane.chosen.iter().filter_map(|id| plan.spot(*id)).collect();
    let title = say::several(lang, spots.len());
    widgets::section(ui, &title, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        feet_ui(ui, pane, plan, lang, send);
        let [spot] = spots.as_slice() else {
            let mut units: Vec<&str> = spots.iter().map(|spot| spot.unit.as_str()).collect();
            units.dedup();
            units.truncate(6);
            widgets::paragraph(ui, &units.join(lang.of(["、", "、", ", "])), 12.0, t.t2);
            return;
        };
        let head = format!("{:03}　{}", spot.number, spot.title);
        widgets::line(ui, &head, bold(13.0), t.t1, 20.0);
        let size = say::board_size(lang, spot);
        widgets::line(ui, &format!("{}　{size}", spot.unit), font(12.0), t.t2, 18.0);
        let Some(stand) = spot.stand else { return };
        let metre = lang.of(say::METRE);
        let x = measure(ui, lang.of(say::CHOSEN_X), stand.at.x, metre);
        let y = measure(ui, lang.of(say::CHOSEN_Y), stand.at.y, metre);
        let facing = measure(ui, lang.of(say::FACING), stand.facing, lang.of(say::DEGREE));
        if x.is_some() || y.is_some() || facing.is_some() {
            let at = crate::geom::point(x.unwrap_or(stand.at.x), y.unwrap_or(stand.at.y));
            let facing = facing.unwrap_or(stand.facing).rem_euclid(360.0);
            pane.settle(send);
            send.command(deeds::placed(
                plan.plaza.id,
                spot.board.id,
                Stand { at, facing, ..stand },
            ));
        }
    });
}

/// What holds the chosen ones up, whether arranging leaves them alone, and what a hand does to a row.
fn feet_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, lang: crate::base::Lang, send: &mut Sender) {
    let stands = plan.standing(&pane.chosen);
    let Some((_, first)) = stands.first() else { return };
    let feet: Vec<String> = Foot::ALL
        .iter()
        .map(|foot| venue::say::foot(lang, *foot).to_string())
        .collect();
    let at = Foot::ALL.iter().position(|foot| *foot == first.foot).unwrap_or(0);
    let width = ui.available_width();
    if let Some(at) = widgets::dropdown(ui, lang.of(say::FOOT), &feet, at, width) {
        pane.settle(send);
        send.command(hand::footed(plan.plaza.id, &stands, Foot::ALL[at]));
    }
    let is_pinned = stands.iter().all(|(_, stand)| stand.is_pinned);
    let pin = widgets::checkbox(ui, is_pinned, lang.of(say::PINNED));
    if canvas::told(pin, Action::PinBoards, lang).clicked() {
        send.act(Action::PinBoards);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for action in actions::OF_ROWS {
            let row = actions::row_of(*action);
            let enabled = match action {
                Action::SelectRow => true,
                Action::SwapBoards => stands.len() == 2,
                _ => stands.len() > 1,
            };
            let button = widgets::icon_button(ui, row.icon, lang.of(row.label), false, enabled);
            if canvas::told(button, *action, lang).clicked() {
                send.act(*action);
            }
        }
    });
}

fn homeless_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let title = format!("{} {}", lang.of(say::HOMELESS), plan.homeless.len());
    widgets::section(ui, &title, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        widgets::paragraph(ui, lang.of(say::DRAG_IN), 12.0, t.t3);
        let height = (plan.homeless.len() as f32 * 28.0).min(168.0);
        ScrollArea::vertical()
            .id_salt("homeless")
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, 28.0, plan.homeless.len(), |ui, range| {
                for id in &plan.homeless[range] {
                    let Some(spot) = plan.spot(*id) else { continue };
                    homeless_row(ui, pane, plan, view, spot, session, send);
                }
            });
        ui.add_space(8.0);
        let row = actions::row_of(Action::PlaceAll);
        let button = Button::new(lang.of(row.label))
            .icon(row.icon)
            .width(ui.available_width());
        if canvas::told(button.show(ui), Action::PlaceAll, lang).clicked() {
            send.act(Action::PlaceAll);
        }
    });
}

fn homeless_row(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    spot: &Spot,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::click_and_drag());
    let spoken = say::put_in(view.lang, spot);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, t.hover.0);
    }
    let dot = pos2(rect.left() + 8.0, rect.center().y);
    ui.painter()
        .circle_filled(dot, 4.0, paint::unit_colour(ui, spot.unit_at));
    let words = Rect::from_min_max(rect.min + vec2(20.0, 0.0), rect.max - vec2(24.0, 0.0));
    let text = format!("{:03}　{}", spot.number, spot.title);
    widgets::text_in(ui, words, &text, font(13.0), t.t1);
    let icon = pos2(rect.right() - 12.0, rect.center().y);
    widgets::paint_icon(ui, i::ICON_ADD, icon, 16.0, t.t2.0);
    widgets::focus_ring(ui, &response, rect, 4);
    response.dnd_set_drag_payload(Held(spot.board.id));
    if response.clicked() {
        let middle = pane.cameras.get(&plan.plaza.id).map(|camera| camera.centre);
        let size = plan.plaza.size;
        let at = middle.unwrap_or(crate::geom::point(size.w / 2.0, size.h / 2.0));
        pane.settle(send);
        let stand = Stand::new(at, 0.0);
        send.command(deeds::placed(plan.plaza.id, spot.board.id, stand));
        pane.choose(session, &[spot.board.id]);
    }
}

fn faults_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, session: &mut Session) {
    let t = tokens(ui);
    let lang = view.lang;
    let title = match plan.findings.len() {
        0 => lang.of(say::FAULTS).to_string(),
        count => format!("{} {count}", lang.of(say::FAULTS)),
    };
    widgets::section(ui, &title, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if plan.findings.is_empty() {
            widgets::chip(ui, Some(i::ICON_CHECK), lang.of(say::NO_FAULTS), Mood::Ok);
            return;
        }
        for (at, finding) in plan.findings.iter().take(MOST).enumerate() {
            let (icon, colour) = match finding.severity {
                Severity::Error => (i::ICON_ERROR, t.error.0),
                _ => (i::ICON_WARNING, t.warn_icon.0),
            };
            let text = finding.text(lang);
            let response = fault_row(ui, at, icon, colour, &text);
            let code = finding.place.board.as_deref();
            let board = code.and_then(|code| view.exhibition.board_by_code(code));
            if let Some(board) = board.filter(|_| response.clicked()) {
                pane.choose(session, &[board.id]);
                pane.look_at = plan.spot(board.id).and_then(|spot| spot.stand).map(|stand| stand.at);
            }
        }
        let rest = plan.findings.len().saturating_sub(MOST);
        if rest > 0 {
            widgets::line(ui, &say::more(lang, rest), font(12.0), t.t3, 20.0);
        }
    });
}

fn fault_row(ui: &mut Ui, at: usize, icon: widgets::Icon, colour: egui::Color32, text: &str) -> egui::Response {
    let t = tokens(ui);
    let width = ui.available_width();
    let galley = ui.painter().layout(text.into(), font(12.0), t.t1.0, width - 28.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y + 10.0), Sense::hover());
    let response = ui.interact(rect, ui.scope_id().with(("fault", at)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, text));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4, t.hover.0);
    }
    widgets::paint_icon(ui, icon, pos2(rect.left() + 10.0, rect.top() + 13.0), 16.0, colour);
    ui.painter().galley(rect.min + vec2(24.0, 5.0), galley, t.t1.0);
    widgets::focus_ring(ui, &response, rect, 4);
    response
}
