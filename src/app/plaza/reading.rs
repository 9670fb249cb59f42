//! What can be read from the way: boards coloured by most of their words, a list that leads to each text.

use super::plan::Plan;
use super::{PlazaPane, paint, say, sunny};
use crate::app::session::Session;
use crate::app::slow::Slow;
use crate::app::theme::{Tokens, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Mood};
use crate::app::words;
use crate::base::Lang;
use crate::model::BoardId;
use crate::plaza::{BoardSeen, Level, Screen, legibility};
use crate::walk::Dazzle;
use egui::{Color32, Ui, pos2, vec2};
use egui_material_icons::icons as i;

/// More boards than these are not read one by one.
const MOST: usize = 60;

/// What is legible, and what the sun does.
type Found = (Vec<BoardSeen>, Vec<Dazzle>);

/// The last answer, and the one under way.
#[derive(Default)]
pub struct Reading {
    slow: Option<(u64, Slow<Found>)>,
    found: Vec<BoardSeen>,
    /// What the sun does to boards on the day of the show.
    pub dazzles: Vec<Dazzle>,
    made_for: Option<u64>,
    unfolded: Option<BoardId>,
}

impl Reading {
    /// Looks again when the plan is another one.
    fn renew(&mut self, ctx: &egui::Context, plan: &Plan, view: &View<'_>) {
        if let Some((version, slow)) = &self.slow
            && let Some(found) = slow.take()
        {
            self.made_for = Some(*version);
            (self.found, self.dazzles) = found;
            self.slow = None;
        }
        if self.slow.is_some() || self.made_for == Some(plan.version) {
            return;
        }
        let (exhibition, cache) = (view.exhibition.clone(), view.cache.clone());
        let (plaza, way) = (plan.plaza.clone(), plan.route.clone());
        let slow = Slow::start(ctx, move || {
            let standing = exhibition
                .boards
                .iter()
                .filter(|board| plaza.places.contains_key(&board.id));
            let laid = standing
                .map(|board| (board.id, cache.lay(&exhibition, board, None)))
                .collect();
            let seen = legibility(&exhibition, &plaza, &way, &laid);
            (seen, sunny::dazzled(&exhibition, &plaza))
        });
        self.slow = Some((plan.version, slow));
    }

    pub fn level(&self, board: BoardId) -> Option<Level> {
        let seen = self.found.iter().find(|seen| seen.board == board)?;
        Some(seen.level())
    }
}

pub fn colour(level: Level, t: &Tokens) -> Color32 {
    match level {
        Level::Good => t.ok.0,
        Level::Hard => t.warn_icon.0,
        Level::Unread => t.error.0,
    }
}

pub fn reading_ui(
    ui: &mut Ui,
    pane: &mut PlazaPane,
    plan: &Plan,
    view: &View<'_>,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    pane.reading.renew(ui.ctx(), plan, view);
    widgets::section(ui, lang.of(say::LEGIBLE), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        if pane.reading.made_for.is_none() {
            widgets::line(ui, lang.of(words::RECKONING), font(13.0), t.t2, 24.0);
            return;
        }
        for (level, words) in [Level::Good, Level::Hard, Level::Unread].into_iter().zip(say::LEVELS) {
            let count = pane.reading.found.iter().filter(|seen| seen.level() == level).count();
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), egui::Sense::hover());
            ui.painter()
                .circle_filled(pos2(rect.left() + 6.0, rect.center().y), 5.0, colour(level, t));
            let text = format!("{}　{count}", lang.of(words));
            let words = egui::Rect::from_min_max(rect.min + vec2(18.0, 0.0), rect.max);
            widgets::told_in(ui, words, &text, font(13.0), t.t1);
        }
        widgets::paragraph(ui, lang.of(say::LEGIBLE_RULE), 12.0, t.t3);
    });
    if pane.reading.made_for.is_some() {
        sunny::sunny_ui(ui, pane, plan, view, session);
    }
    let mut worst: Vec<BoardSeen> = pane.reading.found.clone();
    worst.retain(|seen| seen.level() != Level::Good);
    worst.sort_by_key(|seen| std::cmp::Reverse(seen.level()));
    if worst.is_empty() {
        if pane.reading.made_for.is_some() {
            widgets::section(ui, "", |ui| {
                widgets::chip(ui, Some(i::ICON_CHECK), lang.of(say::ALL_LEGIBLE), Mood::Ok)
            });
        }
        return;
    }
    widgets::section(ui, lang.of(say::BOARDS_TO_SEE), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for seen in worst.iter().take(MOST) {
            board_ui(ui, pane, plan, seen, lang, send);
        }
        if worst.len() > MOST {
            widgets::line(ui, &say::more(lang, worst.len() - MOST), font(12.0), t.t3, 20.0);
        }
    });
}

fn board_ui(ui: &mut Ui, pane: &mut PlazaPane, plan: &Plan, seen: &BoardSeen, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    let Some(spot) = plan.spot(seen.board) else { return };
    let is_open = pane.reading.unfolded == Some(seen.board);
    let spoken = say::seen(lang, spot, seen.metres);
    let (rect, response) = widgets::list_row(ui, 28.0, is_open, &spoken);
    let dot = pos2(rect.left() + 8.0, rect.center().y);
    ui.painter().circle_filled(dot, 4.0, colour(seen.level(), t));
    let words = egui::Rect::from_min_max(rect.min + vec2(20.0, 0.0), rect.max - vec2(48.0, 0.0));
    widgets::text_in(
        ui,
        words,
        &format!("{:03}　{}", spot.number, spot.title),
        font(13.0),
        t.t1,
    );
    let metres = say::metres(lang, (seen.metres * 10.0).round() / 10.0);
    widgets::text_right(ui, pos2(rect.right() - 4.0, rect.center().y), &metres, font(11.0), t.t3);
    if response.clicked() {
        pane.reading.unfolded = if is_open { None } else { Some(seen.board) };
        pane.look_at = spot.stand.map(|stand| stand.at);
    }
    if !is_open {
        return;
    }
    if let Some(screen) = seen.behind {
        let by = match screen {
            Screen::Board(board) => plan
                .spot(board)
                .map(|spot| format!("{:03}", spot.number))
                .unwrap_or_default(),
            Screen::Thing(kind) => super::venue::say::kind(lang, kind).to_string(),
        };
        widgets::paragraph(ui, &say::hidden(lang, &by), 12.0, t.error.0);
    }
    for block in seen
        .blocks
        .iter()
        .filter(|block| block.level != Level::Good || block.is_low)
    {
        let text: String = block.text.chars().take(12).collect();
        let line = say::block(lang, &text, block.em, block.minutes, block.is_low);
        let (rect, response) = widgets::list_row(ui, 26.0, false, &line);
        let dot = pos2(rect.left() + 24.0, rect.center().y);
        ui.painter().circle_filled(dot, 3.0, colour(block.level, t));
        let words = egui::Rect::from_min_max(rect.min + vec2(34.0, 0.0), rect.max);
        widgets::text_in(ui, words, &line, font(11.5), t.t2);
        if response.on_hover_text(lang.of(say::GO_TO_TEXT)).clicked() {
            send.send(Message::GoTo(seen.board, Some(block.element)));
        }
    }
}

/// The colours' meaning, where units have theirs.
pub fn board_colour(ui: &Ui, pane: &PlazaPane, board: BoardId, unit_at: usize) -> Color32 {
    if pane.tab != super::Tab::Read {
        return paint::unit_colour(ui, unit_at);
    }
    let t = tokens(ui);
    pane.reading.level(board).map_or(t.t3.0, |level| colour(level, t))
}
