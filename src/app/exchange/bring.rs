//! What a pack brings: every board that differs, with its picture and a check mark; where both sides changed one place,
//! both texts side by side.

use super::form::start;
use super::{ExchangeWork, say};
use crate::app::dialogs::{answers, question};
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, Kind, Mood};
use crate::app::words;
use crate::base::Lang;
use crate::layout::LayoutCache;
use crate::model::Exhibition;
use crate::model::merge::{BoardNews, Choices, Conflict, Merged, News, Other, Side, Take, careful, merge};
use crate::raster::Ink;
use crate::screen::Pictures;
use crate::store::Incoming;
use egui::{Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

pub struct BringForm {
    incoming: Arc<Incoming>,
    other: Arc<Other>,
    choices: Choices,
    /// Merged for this show and these choices.
    merged: Option<(Exhibition, Choices, Merged)>,
    /// Of the other side's photos; made when it is first drawn.
    pictures: Option<Pictures>,
}

impl BringForm {
    pub fn new(incoming: Arc<Incoming>, other: Arc<Other>, show: &Exhibition) -> BringForm {
        let news = merge(show, &other, &Choices::default()).boards;
        BringForm {
            choices: careful(show, &news),
            incoming,
            other,
            merged: None,
            pictures: None,
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let lang = view.lang;
        self.prepare(ui, view);
        let t = tokens(ui);
        question(ui, &say::bring_from(lang, &self.incoming.name));
        let by = say::packed_by(lang, &self.incoming.by, &self.incoming.at);
        if !by.is_empty() {
            widgets::line(ui, &by, font(12.0), t.t3, 18.0);
        }
        // Taken out while it is drawn: rows change the choices it was made for.
        let Some((of, with, merged)) = self.merged.take() else {
            return true;
        };
        let is_answered = self.news_ui(ui, &merged, view, send);
        self.merged = Some((of, with, merged));
        is_answered
    }

    fn news_ui(&mut self, ui: &mut Ui, merged: &Merged, view: &View<'_>, send: &mut Sender) -> bool {
        let lang = view.lang;
        let t = tokens(ui);
        let rows: Vec<BoardNews> = merged.boards.iter().filter(|row| row.news.is_news()).cloned().collect();
        if rows.is_empty() && merged.conflicts.is_empty() && merged.exhibition.is_same(view.exhibition) {
            widgets::paragraph(ui, lang.of(say::NOTHING), 13.0, t.t2);
            return answers(ui, Button::new(lang.of(words::CLOSE)), lang.of(words::CANCEL)).is_some();
        }
        widgets::paragraph(ui, lang.of(say::BRING_HINT), 13.0, t.t2);
        self.all_ui(ui, &rows, lang);
        ScrollArea::vertical()
            .id_salt("bring")
            .max_height(404.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                let rest: Vec<&Conflict> = merged.conflicts.iter().filter(|one| one.board.is_none()).collect();
                if !rest.is_empty() {
                    widgets::line(ui, lang.of(say::REST), bold(13.0), t.t1, 32.0);
                    rest.iter().for_each(|conflict| self.conflict_ui(ui, conflict, view));
                }
                for row in &rows {
                    ui.push_id(row.id, |ui| self.row_ui(ui, row, view));
                    let its = merged.conflicts.iter().filter(|one| one.board == Some(row.id));
                    let its: Vec<&Conflict> = its.collect();
                    if self.take(row) == Take::Merge {
                        its.iter().for_each(|conflict| self.conflict_ui(ui, conflict, view));
                    }
                }
            });
        let counts = merged.counts(&self.choices);
        widgets::line(
            ui,
            &words::brought(lang, counts, merged.conflicts.len()),
            font(13.0),
            t.t2,
            24.0,
        );
        let is_news = !merged.exhibition.is_same(view.exhibition);
        let deed = Button::new(lang.of(say::TAKE_IN)).kind(Kind::Primary).enabled(is_news);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) {
            let work = ExchangeWork::Take(self.incoming.clone(), self.other.clone(), self.choices.clone());
            send.send(start(work));
        }
        answer.is_some()
    }

    /// Merges anew where a choice or the show has changed.
    fn prepare(&mut self, ui: &Ui, view: &View<'_>) {
        let is_made = |(show, choices, _): &(Exhibition, Choices, Merged)| {
            show.is_same(view.exhibition) && *choices == self.choices
        };
        if !self.merged.as_ref().is_some_and(is_made) {
            let merged = merge(view.exhibition, &self.other, &self.choices);
            self.merged = Some((view.exhibition.clone(), self.choices.clone(), merged));
        }
        self.pictures.get_or_insert_with(|| {
            let ink = Ink {
                library: self.incoming.library.clone(),
                photos: self.incoming.exhibition.photos.clone(),
                ..view.ink.clone()
            };
            Pictures::new(ui.ctx(), Arc::new(LayoutCache::new(view.home.fonts.clone())), ink, None)
        });
    }

    fn take(&self, row: &BoardNews) -> Take {
        self.choices.boards.get(&row.id).copied().unwrap_or(row.news.usual())
    }

    fn all_ui(&mut self, ui: &mut Ui, rows: &[BoardNews], lang: Lang) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            if widgets::link(ui, lang.of(say::ALL_OF_THEM)).clicked() {
                self.choices.boards.clear();
            }
            if widgets::link(ui, lang.of(say::NONE_OF_THEM)).clicked() {
                self.choices.boards = rows.iter().map(|row| (row.id, Take::Leave)).collect();
            }
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &BoardNews, view: &View<'_>) {
        let lang = view.lang;
        let t = tokens(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - 8.0, 76.0), Sense::hover());
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
        if !ui.is_rect_visible(rect) {
            return;
        }
        self.picture_ui(
            ui,
            row,
            view,
            Rect::from_min_size(rect.min + vec2(0.0, 6.0), vec2(88.0, 64.0)),
        );
        let text = Rect::from_min_max(pos2(rect.left() + 100.0, rect.top() + 8.0), rect.max);
        ui.scope_builder(UiBuilder::new().max_rect(text), |ui| {
            let take = self.take(row);
            let label = format!("{}　{}", row.code(), row.title());
            if widgets::checkbox(ui, take != Take::Leave, &label).clicked() {
                let next = if take == Take::Leave {
                    row.news.usual()
                } else {
                    Take::Leave
                };
                self.choices.boards.insert(row.id, next);
            }
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                let mood = match row.news {
                    News::New => Mood::Ok,
                    News::ChangedOnBoth | News::SameCode | News::RemovedHere => Mood::Warn,
                    News::RemovedThere => Mood::Error,
                    _ => Mood::Accent,
                };
                widgets::chip(ui, None, lang.of(words::news(row.news)), mood);
                let is_final = row
                    .ours
                    .as_ref()
                    .is_some_and(|board| view.exhibition.state(board.id).is_final());
                if is_final {
                    widgets::chip(ui, None, lang.of(say::APPROVED), Mood::Plain);
                }
                self.ways_ui(ui, row, lang);
            });
        });
    }

    /// Joined or beside each other, where both make sense.
    fn ways_ui(&mut self, ui: &mut Ui, row: &BoardNews, lang: Lang) {
        let has_both = row.ours.is_some() && row.theirs.is_some();
        let take = self.take(row);
        if !has_both || take == Take::Leave {
            return;
        }
        let join = if row.news == News::SameCode {
            say::REPLACE
        } else {
            say::JOIN
        };
        for (way, name) in [(Take::Merge, join), (Take::Copy, say::SECOND)] {
            if widgets::filter_chip(ui, lang.of(name), take == way).clicked() {
                self.choices.boards.insert(row.id, way);
            }
        }
    }

    fn picture_ui(&self, ui: &Ui, row: &BoardNews, view: &View<'_>, room: Rect) {
        let (show, board) = match (&row.theirs, &row.ours) {
            (Some(theirs), _) => (&self.incoming.exhibition, theirs),
            (None, Some(ours)) => (view.exhibition, ours),
            (None, None) => return,
        };
        let scale = (room.width() / board.size.w as f32).min(room.height() / board.size.h as f32);
        let place = Rect::from_center_size(
            room.center(),
            vec2(board.size.w as f32 * scale, board.size.h as f32 * scale),
        );
        let px = (place.height() * ui.ctx().pixels_per_point()).round() as u32;
        let pictures = if row.theirs.is_some() {
            self.pictures.as_ref()
        } else {
            Some(view.pictures)
        };
        let texture = pictures.and_then(|pictures| pictures.board(show, board, px));
        widgets::thumbnail(ui, place, texture);
    }

    /// Both versions of one place; the one in the result is marked.
    fn conflict_ui(&mut self, ui: &mut Ui, conflict: &Conflict, view: &View<'_>) {
        let lang = view.lang;
        let t = tokens(ui);
        let text = |side| words::side_text(lang, conflict, side, view.exhibition, &self.incoming.exhibition);
        let texts = [text(Side::Ours), text(Side::Theirs)];
        ui.add_space(4.0);
        widgets::line(ui, lang.of(words::field(conflict.field)), font(12.0), t.t2, 20.0);
        let mut chosen = None;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let width = (ui.available_width() - 16.0) / 2.0;
            let sides = [(Side::Ours, say::HERE), (Side::Theirs, say::THERE)];
            for ((side, name), text) in sides.into_iter().zip(&texts) {
                if side_ui(ui, lang.of(name), text, conflict.side == side, width) {
                    chosen = Some(side);
                }
            }
        });
        ui.add_space(8.0);
        if let Some(side) = chosen {
            self.choices.sides.insert(conflict.key.clone(), side);
        }
    }
}

/// A card with one side's text; `true` when it is clicked.
fn side_ui(ui: &mut Ui, name: &str, text: &str, is_chosen: bool, width: f32) -> bool {
    let t = tokens(ui);
    let wrap = width - 24.0;
    let galley = ui.painter().layout(text.to_string(), font(13.0), t.t1.0, wrap);
    let height = (galley.size().y + 40.0).clamp(60.0, 220.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let spoken = format!("{name} {}", text.replace('\n', " "));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &spoken));
    let (fill, stroke) = if is_chosen {
        (t.accent_soft.0, Stroke::new(2.0, t.accent.0))
    } else if response.hovered() {
        (t.hover.0, Stroke::new(1.0, t.line2.0))
    } else {
        (t.panel.0, Stroke::new(1.0, t.line2.0))
    };
    ui.painter().rect(rect, 8, fill, stroke, StrokeKind::Inside);
    let head = Rect::from_min_size(rect.min + vec2(12.0, 6.0), vec2(wrap, 20.0));
    let ink = if is_chosen { t.accent } else { t.t2 };
    widgets::text_in(ui, head, name, bold(12.0), ink);
    if is_chosen {
        widgets::paint_icon(
            ui,
            i::ICON_CHECK_CIRCLE,
            rect.right_top() + vec2(-18.0, 16.0),
            16.0,
            t.accent.0,
        );
    }
    let painter = ui.painter().with_clip_rect(rect.shrink(4.0));
    painter.galley(rect.min + vec2(12.0, 28.0), galley, t.t1.0);
    widgets::focus_ring(ui, &response, rect, 8);
    response.clicked()
}
