//! One found place as a row: a tick, the words around it with what goes and what comes, and where it stands.

use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::{widgets, words};
use crate::model::part::Spot;
use crate::model::{Proposal, RichText};
use egui::text::{LayoutJob, TextFormat};
use egui::{Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use std::collections::HashSet;
use std::ops::Range;

pub const HEIGHT: f32 = 52.0;

/// Which proposals a person turned on or off, against what the program would do.
#[derive(Default)]
pub struct Ticks {
    turned: HashSet<Key>,
}

type Key = (Spot, usize, usize, String);

fn key(proposal: &Proposal) -> Key {
    (
        proposal.spot,
        proposal.para,
        proposal.range.start,
        proposal.becomes.clone(),
    )
}

impl Ticks {
    pub fn clear(&mut self) {
        self.turned.clear();
    }

    pub fn is_on(&self, view: &View<'_>, proposal: &Proposal) -> bool {
        is_usual(view, proposal) != self.turned.contains(&key(proposal))
    }

    pub fn set(&mut self, view: &View<'_>, proposal: &Proposal, is_on: bool) {
        if is_on == is_usual(view, proposal) {
            self.turned.remove(&key(proposal));
        } else {
            self.turned.insert(key(proposal));
        }
    }
}

/// Boards that were approved or printed are changed only on purpose.
fn is_usual(view: &View<'_>, proposal: &Proposal) -> bool {
    proposal.is_sure && !view.exhibition.state(proposal.spot.board).is_final()
}

/// The text that a spot names.
pub fn text_at(view: &View<'_>, spot: Spot) -> Option<RichText> {
    spot.two(view.exhibition)?.typed(spot.is_other).cloned()
}

/// The row; gives the new state of its tick when that was clicked. `None`: only found, nothing is to change.
pub fn proposal_ui(
    ui: &mut Ui,
    view: &View<'_>,
    proposal: &Proposal,
    is_on: Option<bool>,
    send: &mut Sender,
) -> Option<bool> {
    let spot = proposal.spot;
    let text = text_at(view, spot)?;
    let para = text.paras.get(proposal.para)?;
    para.text.get(proposal.range.clone())?;
    let snippet = Snippet {
        text: &para.text,
        range: proposal.range.clone(),
        becomes: is_on.map(|_| proposal.becomes.as_str()),
    };
    let spoken = format!("{} {}", place_of(view, spot), &para.text);
    let (rect, response) = widgets::list_row(ui, HEIGHT, false, &spoken);
    let left = if is_on.is_some() { 40.0 } else { 16.0 };
    let words = Rect::from_min_max(rect.min + vec2(left, 0.0), rect.max);
    snippet_ui(ui, view, spot, &snippet, words, 16.0);
    let tick = Rect::from_center_size(pos2(rect.left() + 26.0, rect.center().y), vec2(24.0, 24.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(tick));
    let clicked = is_on.is_some_and(|on| widgets::checkbox(&mut child, on, "").clicked());
    if response.clicked() {
        send.send(Message::GoTo(spot.board, Some(spot.element)));
    }
    is_on.filter(|_| clicked).map(|on| !on)
}

pub struct Snippet<'a> {
    pub text: &'a str,
    pub range: Range<usize>,
    pub becomes: Option<&'a str>,
}

/// Two lines: the words with the change in them, and where they stand.
pub fn snippet_ui(ui: &Ui, view: &View<'_>, spot: Spot, snippet: &Snippet<'_>, rect: Rect, right: f32) {
    let t = tokens(ui);
    let width = rect.width() - right;
    let galley = ui.painter().layout_job(job(ui, snippet, width));
    ui.painter().galley(rect.min + vec2(0.0, 7.0), galley, t.t1.0);
    let place = Rect::from_min_max(
        pos2(rect.left(), rect.top() + 28.0),
        pos2(rect.left() + width, rect.top() + 46.0),
    );
    widgets::text_in(ui, place, &place_of(view, spot), font(11.0), t.t3);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
}

/// "12 · QH012 清水河"
pub fn place_of(view: &View<'_>, spot: Spot) -> String {
    let Some(board) = view.exhibition.board(spot.board) else {
        return String::new();
    };
    let number = view.exhibition.number(spot.board).unwrap_or_default();
    let state = view.exhibition.state(spot.board);
    let title = format!("{number} · {} {}", board.code, board.title());
    match state.is_final() {
        true => format!("{title} · {}", view.lang.of(words::state(state))),
        false => title,
    }
}

fn job(ui: &Ui, snippet: &Snippet<'_>, width: f32) -> LayoutJob {
    let t = tokens(ui);
    let (text, range) = (snippet.text, &snippet.range);
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    let from = text[..range.start].char_indices().rev().nth(8).map_or(0, |(at, _)| at);
    let plain = TextFormat::simple(font(13.0), t.t2.0);
    if from > 0 {
        job.append("…", 0.0, plain.clone());
    }
    job.append(&text[from..range.start], 0.0, plain.clone());
    let mut gone = TextFormat::simple(bold(13.0), t.t1.0);
    gone.background = t.doubt_soft.0;
    let old = seen(&text[range.clone()]);
    if let Some(becomes) = snippet.becomes.filter(|becomes| **becomes != text[range.clone()]) {
        gone.strikethrough = Stroke::new(1.0, t.error.0);
        gone.color = t.error.0;
        job.append(&old, 0.0, gone);
        let mut come = TextFormat::simple(bold(13.0), t.ok.0);
        come.background = t.ok_soft.0;
        job.append(becomes, 2.0, come);
    } else {
        job.append(&old, 0.0, gone);
    }
    let rest = &text[range.end..];
    let to = rest.char_indices().nth(40).map_or(rest.len(), |(at, _)| at);
    job.append(&rest[..to], 0.0, plain);
    job
}

/// White and invisible characters made visible.
fn seen(text: &str) -> String {
    let show = |c: char| match c {
        ' ' | '\u{a0}' | '\t' => '␣',
        '\u{3000}' => '□',
        c if c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{ad}' | '\u{feff}') =>
        {
            '◌'
        }
        c => c,
    };
    text.chars().map(show).collect()
}

/// All rows, of which only those in sight are built.
pub fn rows_ui<T>(ui: &mut Ui, name: &str, rows: &[T], height: f32, mut add: impl FnMut(&mut Ui, &T)) {
    egui::ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show_rows(ui, height, rows.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows[range.clone()].iter().enumerate() {
                ui.push_id(range.start + index, |ui| add(ui, row));
            }
        });
}
