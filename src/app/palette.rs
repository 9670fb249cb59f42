//! Ctrl+K: commands, boards and the texts on them in one place. Arrows choose, Enter runs.

use super::actions::{self, Action, Can};
use super::badge::paint_state;
use super::summary::{Query, Summary};
use super::theme::{Depth, font, of, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Icon};
use super::words;
use crate::model::{BoardId, ElementId};
use crate::script::initials;
use egui::{Align2, Area, Id, Key, Margin, Modal, Modifiers, Order, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

#[derive(Default)]
pub struct Palette {
    typed: String,
    query: Query,
    at: usize,
    is_shown: bool,
}

enum Hit {
    Run(Action),
    Open(BoardId),
    Text(BoardId, ElementId, String),
}

const MOST: usize = 6;

impl Palette {
    /// `true` when it is done with.
    pub fn show(
        &mut self,
        ctx: &egui::Context,
        view: &View<'_>,
        summary: &Summary,
        can: &Can,
        send: &mut Sender,
    ) -> bool {
        let t = of(ctx.theme() == egui::Theme::Dark);
        let area = Area::new(Id::unique("palette"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_TOP, vec2(0.0, 88.0));
        self.query.set(&self.typed);
        let hits = self.hits(view, summary, can);
        let moved = ctx.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            down as isize - up as isize
        });
        if !hits.is_empty() {
            self.at = (self.at as isize + moved).rem_euclid(hits.len() as isize) as usize;
        }
        let enter = ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let modal = Modal::new(Id::unique("palette"))
            .area(area)
            .frame(widgets::raised(t, 12, Margin::ZERO, Depth::Dialog))
            .show(ctx, |ui| {
                ui.set_width(640.0_f32.min(ctx.content_rect().width() - 64.0));
                self.body(ui, view, summary, &hits)
            });
        let chosen = modal.inner.or(enter.then_some(self.at));
        if let Some(hit) = chosen.and_then(|at| hits.get(at)) {
            match hit {
                Hit::Run(action) => send.act(*action),
                Hit::Open(board) => send.send(Message::OpenBoard(*board)),
                Hit::Text(board, element, _) => send.send(Message::GoTo(*board, Some(*element))),
            }
            return true;
        }
        modal.should_close()
    }

    fn hits(&self, view: &View<'_>, summary: &Summary, can: &Can) -> Vec<Hit> {
        let typed = self.typed.trim().to_lowercase();
        // "bc" finds 保存: the first letters of its sounds.
        let is_latin = typed.chars().all(|c| c.is_ascii_lowercase());
        let mut hits: Vec<Hit> = actions::TABLE
            .iter()
            .filter(|row| (row.enabled)(can) && row.action != Action::Palette)
            .filter(|row| {
                typed.is_empty()
                    || [row.label, row.help]
                        .iter()
                        .any(|words| view.lang.of(*words).to_lowercase().contains(&typed))
                    || (is_latin && initials(view.lang.of(row.label)).contains(&typed))
            })
            .take(MOST)
            .map(|row| Hit::Run(row.action))
            .collect();
        if self.query.is_empty() {
            return hits;
        }
        let found: Vec<_> = summary.rows.iter().filter(|row| self.query.finds(row)).collect();
        hits.extend(found.iter().take(MOST).map(|row| Hit::Open(row.board.id)));
        let mut count = 0;
        'boards: for row in &found {
            for element in &row.board.elements {
                for text in element.texts() {
                    let plain = text.source.to_plain();
                    let Some(at) = plain.to_lowercase().find(&typed) else {
                        continue;
                    };
                    // Lower case may be longer than what was written: cut only where both agree.
                    let from = plain.floor_char_boundary(at.saturating_sub(24));
                    let lead = if from > 0 { "…" } else { "" };
                    let line = format!("{lead}{}", plain[from..].replace('\n', " "));
                    hits.push(Hit::Text(row.board.id, element.id, line));
                    count += 1;
                    if count == MOST {
                        break 'boards;
                    }
                }
            }
        }
        hits
    }

    /// The row that was clicked.
    fn body(&mut self, ui: &mut Ui, view: &View<'_>, summary: &Summary, hits: &[Hit]) -> Option<usize> {
        let t = tokens(ui);
        let lang = view.lang;
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let head = ui.horizontal(|ui| {
            ui.add_space(12.0);
            let width = ui.available_width() - 12.0;
            ui.vertical(|ui| {
                ui.add_space(8.0);
                let response = widgets::search(ui, &mut self.typed, lang.of(words::PALETTE), width, "Esc");
                ui.add_space(8.0);
                response
            })
            .inner
        });
        if !std::mem::replace(&mut self.is_shown, true) {
            head.inner.request_focus();
        }
        if head.inner.changed() {
            self.at = 0;
        }
        widgets::hairline(ui);
        let mut clicked = None;
        egui::ScrollArea::vertical()
            .max_height(440.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.add_space(8.0);
                let mut group = "";
                for (index, hit) in hits.iter().enumerate() {
                    let its_group = lang.of(match hit {
                        Hit::Run(_) => words::COMMANDS,
                        Hit::Open(_) => words::BOARDS,
                        Hit::Text(..) => words::IN_TEXTS,
                    });
                    if its_group != group {
                        group = its_group;
                        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
                        widgets::text_in(ui, rect.shrink2(vec2(20.0, 0.0)), group, font(12.0), t.t3);
                    }
                    if self.row(ui, view, summary, hit, index) {
                        clicked = Some(index);
                    }
                }
                if hits.is_empty() {
                    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 56.0), Sense::hover());
                    let sentence = words::not_found(lang, self.typed.trim());
                    widgets::text_in(ui, rect.shrink2(vec2(20.0, 0.0)), &sentence, font(13.0), t.t2);
                }
                ui.add_space(8.0);
            });
        widgets::hairline(ui);
        let (foot, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
        widgets::text_in(
            ui,
            foot.shrink2(vec2(20.0, 0.0)),
            lang.of(words::PALETTE_KEYS),
            font(12.0),
            t.t3,
        );
        clicked
    }

    fn row(&self, ui: &mut Ui, view: &View<'_>, summary: &Summary, hit: &Hit, index: usize) -> bool {
        let t = tokens(ui);
        let lang = view.lang;
        let height = if matches!(hit, Hit::Open(_)) { 44.0 } else { 36.0 };
        let (outer, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
        let rect = outer.shrink2(vec2(8.0, 0.0));
        let is_chosen = index == self.at;
        if is_chosen || response.hovered() {
            let fill = if is_chosen { t.accent_soft.0 } else { t.hover.0 };
            ui.painter().rect_filled(rect, 6, fill);
        }
        if is_chosen && ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp)) {
            response.scroll_to_me(None);
        }
        let (name, note, icon): (String, String, Icon) = match hit {
            Hit::Run(action) => {
                let row = actions::row_of(*action);
                (lang.of(row.label).into(), actions::keys_text(row), row.icon)
            }
            Hit::Open(board) => match summary.row(*board) {
                Some(row) => (
                    row.title.clone(),
                    format!("{:03}　{}", row.number, row.unit),
                    i::ICON_IMAGE,
                ),
                None => return false,
            },
            Hit::Text(board, _, line) => {
                let number = summary.row(*board).map(|row| format!("{:03}", row.number));
                (line.clone(), number.unwrap_or_default(), i::ICON_NOTES)
            }
        };
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, &name));
        let middle = rect.center().y;
        let mut right = rect.right() - 12.0;
        if let Hit::Open(board) = hit
            && let Some(row) = summary.row(*board)
        {
            picture(ui, view, row, pos2(rect.left() + 22.0, middle));
            let place = Rect::from_min_max(pos2(right - 92.0, rect.top()), pos2(right, rect.bottom()));
            paint_state(ui, place, row.state, lang);
            right -= 104.0;
        } else {
            widgets::paint_icon(ui, icon, pos2(rect.left() + 20.0, middle), 20.0, t.t2.0);
        }
        right -= widgets::text_right(ui, pos2(right, middle), &note, font(12.0), t.t3) + 12.0;
        let words = Rect::from_min_max(pos2(rect.left() + 44.0, rect.top()), pos2(right, rect.bottom()));
        widgets::text_in(ui, words, &name, font(13.0), t.t1);
        response.clicked()
    }
}

fn picture(ui: &Ui, view: &View<'_>, row: &super::summary::BoardRow, centre: egui::Pos2) {
    let ratio = (row.board.size.w / row.board.size.h) as f32;
    let size = if ratio > 1.0 {
        vec2(34.0, 34.0 / ratio)
    } else {
        vec2(34.0 * ratio, 34.0)
    };
    let px = (size.y * ui.ctx().pixels_per_point()).ceil() as u32;
    let texture = view.pictures.board(view.exhibition, &row.board, px);
    widgets::thumbnail(ui, Rect::from_center_size(centre, size), texture);
}
