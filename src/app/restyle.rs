//! The open board on other templates and at other sizes, with its own photos and texts, to look at and to choose from.

use super::dialogs::{answers, question};
use super::theme::{font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::compose::{Restyled, restyled};
use crate::geom::Size;
use crate::model::{Board, BoardId, Exhibition, Template};
use egui::{Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

pub const RESTYLE: Words = ["换版式…", "換版式…", "Change template…"];
pub const RESTYLE_HELP: Words = [
    "用这块展板自己的照片和文字看看别的版式和尺寸",
    "用這塊展板自己的照片和文字看看別的版式和尺寸",
    "Shows this board's own photos and texts on other templates and at other sizes",
];
const QUESTION: Words = ["换一个版式", "換一個版式", "Change the template"];
const HINT: Words = [
    "照片和文字都会带过去，一样不少；前三个最合适。换了以后可以撤销。",
    "照片和文字都會帶過去，一樣不少；前三個最合適。換了以後可以復原。",
    "All photos and texts come along; the first three suit best. Can be undone.",
];
const TAKE: Words = ["换成这个版式", "換成這個版式", "Use this template"];
const SIZES: Words = ["展板尺寸", "展板尺寸", "Board size"];
const SUITS: Words = ["合适", "合適", "Suits"];
const NOW: Words = ["现在的版式", "現在的版式", "Now"];

pub struct Restyle {
    board: BoardId,
    /// Sizes there are templates for, the board's own first.
    sizes: Vec<Size>,
    size: usize,
    chosen: usize,
    /// Made for this body of the board, at this size.
    shown: Option<(Arc<Board>, usize)>,
    options: Vec<Restyled>,
    /// The show with a board of its own for each option, in their order: what the pictures are of.
    preview: Option<Exhibition>,
    previews: Vec<Arc<Board>>,
}

impl Restyle {
    pub fn new(board: BoardId) -> Restyle {
        Restyle {
            board,
            sizes: Vec::new(),
            size: 0,
            chosen: 0,
            shown: None,
            options: Vec::new(),
            preview: None,
            previews: Vec::new(),
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let lang = view.lang;
        let Some(board) = view.exhibition.boards.iter().find(|board| board.id == self.board) else {
            return true;
        };
        self.prepare(view, board);
        question(ui, lang.of(QUESTION));
        let t = tokens(ui);
        widgets::paragraph(ui, lang.of(HINT), 13.0, t.t2);
        self.sizes_ui(ui, lang.of(SIZES));
        ui.add_space(4.0);
        let mut is_sure = false;
        let columns = 4;
        let gap = 12.0;
        let width = (ui.available_width() - 12.0 - gap * (columns as f32 - 1.0)) / columns as f32;
        ScrollArea::vertical()
            .id_salt(self.size)
            .max_height(428.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(gap, gap);
                let count = self.options.len();
                for row in (0..count).collect::<Vec<_>>().chunks(columns) {
                    ui.horizontal(|ui| {
                        for &at in row {
                            let response = self.card_ui(ui, view, board, at, width);
                            if response.clicked() {
                                self.chosen = at;
                            }
                            is_sure |= response.double_clicked();
                        }
                    });
                }
            });
        let chosen = self.options.get(self.chosen);
        let is_other = chosen.is_some_and(|one| one.board.template != board.template || one.board.size != board.size);
        let deed = Button::new(lang.of(TAKE)).kind(Kind::Primary).enabled(is_other);
        let answer = answers(ui, deed, lang.of(words::CANCEL)).or((is_sure && is_other).then_some(true));
        if let (Some(true), Some(chosen)) = (answer, chosen) {
            send.command(chosen.command(view.exhibition));
            send.send(Message::Toast(lang.of(words::TEMPLATE_CHANGED).into(), true));
        }
        answer.is_some()
    }

    fn prepare(&mut self, view: &View<'_>, board: &Arc<Board>) {
        if self.sizes.is_empty() {
            self.sizes = sizes(&view.templates(), board.size);
        }
        let is_shown = |(body, size): &(Arc<Board>, usize)| Arc::ptr_eq(body, board) && *size == self.size;
        if self.shown.as_ref().is_some_and(is_shown) {
            return;
        }
        self.shown = Some((board.clone(), self.size));
        let size = self.sizes.get(self.size).copied();
        self.options = restyled(view.exhibition, board, &view.templates(), size, &view.home.fonts);
        self.chosen = 0;
        let (show, boards) = preview(view.exhibition, &self.options);
        (self.preview, self.previews) = (Some(show), boards);
    }

    fn sizes_ui(&mut self, ui: &mut Ui, name: &str) {
        let labels: Vec<String> = self.sizes.iter().map(|size| words::size_cm(size.w, size.h)).collect();
        let labels: Vec<_> = labels.iter().map(|label| (None, label.as_str())).collect();
        if let Some(size) = widgets::segmented(ui, name, &labels, self.size, 32.0) {
            self.size = size;
        }
    }

    fn card_ui(&self, ui: &mut Ui, view: &View<'_>, board: &Arc<Board>, at: usize, width: f32) -> egui::Response {
        let t = tokens(ui);
        let lang = view.lang;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 236.0), Sense::click());
        let (Some(option), Some(made), Some(show)) = (self.options.get(at), self.previews.get(at), &self.preview)
        else {
            return response;
        };
        let template = &option.template;
        let is_chosen = at == self.chosen;
        let name = title(template, view);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
        let (fill, stroke) = match is_chosen {
            true => (t.accent_soft.0, Stroke::new(2.0, t.accent.0)),
            false if response.hovered() => (t.hover.0, Stroke::NONE),
            false => (t.field.0, Stroke::NONE),
        };
        ui.painter().rect(rect, 8, fill, stroke, StrokeKind::Inside);
        let room = Rect::from_min_max(rect.min + vec2(12.0, 12.0), rect.max - vec2(12.0, 52.0));
        picture_ui(ui, view, show, made, room);
        let line = |y: f32| Rect::from_min_size(pos2(rect.left() + 12.0, rect.bottom() - y), vec2(width - 24.0, 20.0));
        widgets::text_in(ui, line(46.0), name, font(13.0), t.t1);
        let is_now = option.board.template.name == board.template.name && option.board.size == board.size;
        let about = match at {
            _ if is_now => lang.of(NOW),
            0..3 => lang.of(SUITS),
            _ => "",
        };
        widgets::text_in(ui, line(26.0), about, font(12.0), t.t2);
        widgets::focus_ring(ui, &response, rect, 8);
        response
    }
}

/// A board's picture as large as fits.
pub fn picture_ui(ui: &Ui, view: &View<'_>, show: &Exhibition, board: &Arc<Board>, room: Rect) {
    let scale = (room.width() / board.size.w as f32).min(room.height() / board.size.h as f32);
    let place = Rect::from_center_size(
        room.center(),
        vec2(board.size.w as f32 * scale, board.size.h as f32 * scale),
    );
    let px = (place.height() * ui.ctx().pixels_per_point()).round() as u32;
    widgets::thumbnail(ui, place, view.pictures.board(show, board, px));
}

pub fn title<'a>(template: &'a Template, view: &View<'_>) -> &'a str {
    view.lang.of(template.titles())
}

/// The show with these boards beside its own, each under an id of its own: its pictures are made like all others.
pub fn preview(show: &Exhibition, options: &[Restyled]) -> (Exhibition, Vec<Arc<Board>>) {
    let mut preview = show.clone();
    let templates = Arc::make_mut(&mut preview.templates);
    let mut boards = Vec::new();
    for option in options {
        templates.insert(option.board.template.clone(), option.template.clone());
        boards.push(Arc::new(Board {
            id: BoardId::random(),
            ..Board::clone(&option.board)
        }));
    }
    preview.boards.extend(boards.iter().cloned());
    (preview, boards)
}

/// Each size once: the board's own, then from the smallest.
fn sizes(templates: &[Arc<Template>], own: Size) -> Vec<Size> {
    let mut sizes: Vec<Size> = Vec::new();
    for template in templates {
        if !sizes.iter().any(|size| size.is_about(template.size)) {
            sizes.push(template.size);
        }
    }
    sizes.sort_by(|a, b| {
        (a.w * a.h, a.w)
            .partial_cmp(&(b.w * b.h, b.w))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    if let Some(at) = sizes.iter().position(|size| size.is_about(own)) {
        let own = sizes.remove(at);
        sizes.insert(0, own);
    }
    sizes
}
