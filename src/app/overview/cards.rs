//! Boards by unit as cards of one height: wide boards look wide. Only what is on the screen is drawn.

use super::{OverviewPane, board_menu, is_listed};
use crate::app::badge::paint_state;
use crate::app::session::Session;
use crate::app::summary::{BoardRow, Summary, UnitRow};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, empty_state, paint_icon};
use crate::app::words;
use egui::{Color32, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

const MARGIN: f32 = 24.0;
const GAP: f32 = 20.0;
/// A tile is at least this wide: roll-ups stand on it.
const TILE: f32 = 128.0;
/// Under the picture: number with title, state with findings.
const FOOT: f32 = 52.0;
const HEAD: f32 = 44.0;

/// A unit laid out: its rows of cards, and the tile that unfolds the rest.
struct Block<'a> {
    unit: &'a UnitRow,
    top: f32,
    count: usize,
    cards: Vec<(&'a BoardRow, Rect)>,
    /// The tile's place and how many it stands for.
    rest: Option<(Rect, usize)>,
    bottom: f32,
}

pub(super) fn cards_ui(
    ui: &mut Ui,
    pane: &mut OverviewPane,
    view: &View<'_>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let lang = session.lang();
    if summary.rows.is_empty() {
        let button = Some((lang.of(words::NEW_BOARD), i::ICON_ADD));
        if empty_state(ui, i::ICON_DASHBOARD, lang.of(words::NO_BOARDS), button) {
            send.act(crate::app::actions::Action::NewBoard);
        }
        return;
    }
    let blocks = blocks(pane, summary, session, ui.available_width());
    let Some(last) = blocks.last() else {
        let sentence = if session.search.trim().is_empty() {
            lang.of(words::NO_HIT).to_string()
        } else {
            words::not_found(lang, session.search.trim())
        };
        let button = Some((lang.of(words::SHOW_ALL), i::ICON_DASHBOARD));
        if empty_state(ui, i::ICON_SEARCH, &sentence, button) {
            pane.show_all(session);
        }
        return;
    };
    let height = last.bottom;
    let wanted = session.scroll_to.take();
    let target = wanted.and_then(|unit| blocks.iter().find(|block| block.unit.committee.id == unit));
    let mut area = ScrollArea::vertical().id_salt("cards").auto_shrink([false, false]);
    if let Some(block) = target {
        area = area.vertical_scroll_offset(block.top);
    }
    area.show_viewport(ui, |ui, shown| {
        let (whole, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        if response.clicked() {
            session.board = None;
        }
        let shift = whole.min.to_vec2();
        pane.in_view = blocks
            .iter()
            .find(|block| block.bottom > shown.top() + 60.0)
            .map(|block| block.unit.committee.id);
        for block in blocks
            .iter()
            .filter(|block| block.bottom >= shown.top() && block.top <= shown.bottom())
        {
            block_ui(ui, block, shift, view, session, send);
        }
    });
}

/// Everything's place, from the top left of the scrolled area.
fn blocks<'a>(pane: &OverviewPane, summary: &'a Summary, session: &Session, width: f32) -> Vec<Block<'a>> {
    let mut top = 0.0;
    let mut blocks = Vec::new();
    let is_narrowed = session.phase.is_some() || session.only_findings || pane.only_warnings || !pane.query.is_empty();
    for unit in &summary.units {
        let rows: Vec<&BoardRow> = unit
            .rows
            .iter()
            .map(|row| &summary.rows[*row])
            .filter(|row| is_listed(pane, row, session))
            .collect();
        if rows.is_empty() {
            continue;
        }
        let is_unfolded = is_narrowed || session.unfolded.contains(&unit.committee.id);
        let block = block(unit, &rows, top, width, session.settings.card_height, is_unfolded);
        top = block.bottom;
        blocks.push(block);
    }
    blocks
}

fn block<'a>(
    unit: &'a UnitRow,
    rows: &[&'a BoardRow],
    top: f32,
    width: f32,
    height: f32,
    is_unfolded: bool,
) -> Block<'a> {
    let right = width - MARGIN;
    let tile = 56.0;
    let (mut x, mut y) = (MARGIN, top + HEAD);
    let mut cards = Vec::new();
    let mut rest = None;
    for (index, row) in rows.iter().enumerate() {
        let card = card_width(row, height).min(right - MARGIN);
        let left = rows.len() - index;
        // The last one may end where the tile would have stood.
        let room = if is_unfolded || left == 1 {
            right
        } else {
            right - GAP - tile
        };
        if x > MARGIN && x + card > room {
            if !is_unfolded {
                rest = Some((Rect::from_min_size(pos2(x, y), vec2(tile, height)), left));
                break;
            }
            x = MARGIN;
            y += height + FOOT + 12.0;
        }
        cards.push((*row, Rect::from_min_size(pos2(x, y), vec2(card, height))));
        x += card + GAP;
    }
    Block {
        unit,
        top,
        count: rows.len(),
        cards,
        rest,
        bottom: y + height + FOOT + 12.0,
    }
}

fn card_width(row: &BoardRow, height: f32) -> f32 {
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    (height * ratio).max(TILE * height / 180.0).round()
}

fn block_ui(
    ui: &mut Ui,
    block: &Block<'_>,
    shift: egui::Vec2,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = session.lang();
    let head = Rect::from_min_size(
        pos2(MARGIN, block.top) + shift,
        vec2(ui.available_width().max(200.0), HEAD),
    );
    let name = widgets::elided(ui, &block.unit.name, bold(14.0), t.t1.0, 320.0);
    let name_width = name.size().x;
    widgets::paint_middle(ui, head.left(), head.center().y + 4.0, name, t.t1.0);
    let mut facts = words::boards_short(lang, block.count);
    if block.unit.phases[1] > 0 {
        facts = format!("{facts} · {}", words::waiting(lang, block.unit.phases[1]));
    }
    let facts = widgets::elided(ui, &facts, font(12.0), t.t2.0, 320.0);
    widgets::paint_middle(
        ui,
        head.left() + name_width + 10.0,
        head.center().y + 4.0,
        facts,
        t.t2.0,
    );
    let id = block.unit.committee.id;
    if session.unfolded.contains(&id) && block.rest.is_none() && block.count > 1 {
        let word = lang.of(words::COLLAPSE);
        let galley = ui.painter().layout_no_wrap(word.into(), font(12.0), t.accent.0);
        let right = ui.max_rect().right() - MARGIN;
        let place = Rect::from_min_max(
            pos2(right - galley.size().x, head.top() + 12.0),
            pos2(right, head.bottom() - 4.0),
        );
        let response = ui.interact(place, ui.scope_id().with(("fold", id)), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{word} {}", block.unit.name)));
        widgets::paint_middle(ui, place.left(), place.center().y, galley, t.accent.0);
        if response.clicked() {
            session.unfolded.retain(|unit| *unit != id);
        }
    }
    for (row, place) in &block.cards {
        let place = place.translate(shift);
        if ui.is_rect_visible(place.expand2(vec2(0.0, FOOT))) {
            card_ui(ui, row, place, view, session, send);
        }
    }
    if let Some((place, count)) = block.rest {
        rest_ui(ui, block.unit, place.translate(shift), count, session);
    }
}

/// "+10 展开"
fn rest_ui(ui: &mut Ui, unit: &UnitRow, place: Rect, count: usize, session: &mut Session) {
    let t = tokens(ui);
    let lang = session.lang();
    let id = unit.committee.id;
    let response = ui.interact(place, ui.scope_id().with(("rest", id)), Sense::click());
    let word = lang.of(words::EXPAND);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{word} {}", unit.name)));
    let fill = if response.hovered() { t.press.0 } else { t.field.0 };
    ui.painter().rect_filled(place, 4, fill);
    for (text, face, dy) in [
        (words::more(count), bold(13.0), -11.0),
        (word.to_string(), font(12.0), 11.0),
    ] {
        let galley = widgets::elided(ui, &text, face, t.t2.0, place.width());
        let x = place.center().x - galley.size().x / 2.0;
        widgets::paint_middle(ui, x, place.center().y + dy, galley, t.t2.0);
    }
    widgets::focus_ring(ui, &response, place, 4);
    if response.clicked() {
        session.unfolded.push(id);
    }
}

fn card_ui(ui: &mut Ui, row: &BoardRow, place: Rect, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let t = tokens(ui);
    let lang = session.lang();
    let id = row.board.id;
    let whole = Rect::from_min_max(place.min, place.max + vec2(0.0, FOOT - 4.0));
    let response = ui.interact(whole, ui.scope_id().with(("card", id)), Sense::click());
    let is_chosen = session.board == Some(id);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, words::board_spoken(lang, row)));
    let picture = fitted(row, place);
    if picture.width() < place.width() - 2.0 {
        ui.painter().rect_filled(place, 4, t.field.0);
    }
    let px = (picture.height() * ui.ctx().pixels_per_point()).round() as u32;
    widgets::thumbnail(ui, picture, view.pictures.board(view.exhibition, &row.board, px));
    if is_chosen {
        ui.painter()
            .rect_stroke(place.expand(4.0), 6, Stroke::new(2.0, t.accent.0), StrokeKind::Inside);
    } else if response.hovered() {
        ui.painter()
            .rect_stroke(place.expand(3.0), 5, Stroke::new(1.0, t.line2.0), StrokeKind::Inside);
    }
    widgets::focus_ring(ui, &response, place.expand(4.0), 6);
    foot_ui(ui, row, place, is_chosen, lang);
    if response.clicked() {
        session.board = Some(id);
    }
    if response.double_clicked() {
        send.send(Message::OpenBoard(id));
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        send.send(Message::OpenBoard(id));
    }
    board_menu(&response, row, session, send);
}

/// The board at its true ratio on the tile.
fn fitted(row: &BoardRow, place: Rect) -> Rect {
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    let size = if place.height() * ratio <= place.width() {
        vec2((place.height() * ratio).round(), place.height())
    } else {
        vec2(place.width(), (place.width() / ratio).round())
    };
    let at = place.center() - size / 2.0;
    Rect::from_min_size(pos2(at.x.round(), at.y.round()), size)
}

fn foot_ui(ui: &Ui, row: &BoardRow, place: Rect, is_chosen: bool, lang: crate::base::Lang) {
    let t = tokens(ui);
    let line = |y: f32| Rect::from_min_size(pos2(place.left(), place.bottom() + y), vec2(place.width(), 20.0));
    let first = line(8.0);
    let number = format!("{:03}", row.number);
    let galley = ui.painter().layout_no_wrap(number, font(12.0), t.t3.0);
    let number_width = galley.size().x;
    widgets::paint_middle(ui, first.left(), first.center().y, galley, t.t3.0);
    let face = if is_chosen { bold(13.0) } else { font(13.0) };
    let title = Rect::from_min_max(pos2(first.left() + number_width + 8.0, first.top()), first.max);
    widgets::text_in(ui, title, &row.title, face, t.t1);
    let second = line(28.0);
    let mut right = second.right();
    let marks: [(usize, widgets::Icon, Color32); 2] = [
        (row.warnings, i::ICON_WARNING, t.warn.0),
        (row.errors, i::ICON_ERROR, t.error.0),
    ];
    for (count, icon, colour) in marks {
        if count == 0 || right - second.left() < 80.0 {
            continue;
        }
        right -= widgets::text_right(
            ui,
            pos2(right, second.center().y),
            &count.to_string(),
            font(12.0),
            colour,
        );
        paint_icon(ui, icon, pos2(right - 10.0, second.center().y), 15.0, colour);
        right -= 26.0;
    }
    paint_state(
        ui,
        Rect::from_min_max(second.min, pos2(right, second.bottom())),
        row.state,
        lang,
    );
}
