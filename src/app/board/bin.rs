//! The photos of the show, those on this board ticked: drag one to the canvas, or click it for the chosen place.

use super::canvas::HeldPhoto;
use super::left::{foot, padded};
use super::{BoardPane, deeds, say};
use crate::app::actions::Action;
use crate::app::session::Session;
use crate::app::tasks::shop_of;
use crate::app::theme::{font, tokens};
use crate::app::view::{Message, PhotoPlace, Sender, View};
use crate::app::widgets::{self, Button};
use crate::app::words;
use crate::base::{Digest, PhotoFacts, PhotoFormat, PhotoState};
use crate::model::{Board, Element, ElementKind};
use egui::{Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;
use std::collections::BTreeSet;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    Unused,
    OfBoard,
}

const GAP: f32 = 8.0;
const LABEL: f32 = 24.0;

pub fn photos_ui(ui: &mut Ui, pane: &mut BoardPane, view: &View<'_>, session: &mut Session, send: &mut Sender) {
    let lang = view.lang;
    foot(ui, "photos", |ui| {
        let width = ui.available_width();
        let add = Button::new(lang.of(words::ADD_PHOTOS))
            .icon(i::ICON_ADD_PHOTO_ALTERNATE)
            .width(width);
        if add.show(ui).clicked() {
            send.act(Action::AddPhotos);
        }
    });
    let board = session.board.and_then(|board| view.exhibition.board(board));
    let here: BTreeSet<Digest> = board.map(|board| board.files().collect()).unwrap_or_default();
    let used = view.exhibition.files();
    padded(ui, |ui| {
        let width = ui.available_width();
        widgets::search(ui, &mut session.photo_search, lang.of(words::FIND_PHOTO), width, "");
    });
    padded(ui, |ui| filters_ui(ui, pane, view, &used, &here));
    let typed = session.photo_search.trim().to_lowercase();
    let photos: Vec<&Arc<PhotoFacts>> = view
        .exhibition
        .photos
        .values()
        .filter(|facts| match pane.list.bin {
            Which::All => true,
            Which::Unused => !used.contains(&facts.digest),
            Which::OfBoard => here.contains(&facts.digest),
        })
        .filter(|facts| typed.is_empty() || facts.name.to_lowercase().contains(&typed))
        .collect();
    if photos.is_empty() {
        let sentence = if view.exhibition.photos.is_empty() {
            words::NO_PHOTOS
        } else {
            say::NO_PHOTO_FOUND
        };
        padded(ui, |ui| {
            widgets::empty_state(ui, i::ICON_IMAGE, lang.of(sentence), None);
        });
        return;
    }
    ui.add_space(8.0);
    grid_ui(ui, view, &photos, board, &here, session, send);
}

fn filters_ui(ui: &mut Ui, pane: &mut BoardPane, view: &View<'_>, used: &BTreeSet<Digest>, here: &BTreeSet<Digest>) {
    let lang = view.lang;
    let all = view.exhibition.photos.len();
    let unused = view
        .exhibition
        .photos
        .keys()
        .filter(|photo| !used.contains(photo))
        .count();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for (which, words, count) in [
            (Which::All, words::ALL, all),
            (Which::Unused, words::UNUSED, unused),
            (Which::OfBoard, say::ON_THIS_BOARD, here.len()),
        ] {
            let name = words::with_count(lang, words, count);
            if widgets::filter_chip(ui, &name, pane.list.bin == which).clicked() {
                pane.list.bin = which;
            }
        }
    });
}

fn grid_ui(
    ui: &mut Ui,
    view: &View<'_>,
    photos: &[&Arc<PhotoFacts>],
    board: Option<&Arc<Board>>,
    here: &BTreeSet<Digest>,
    session: &mut Session,
    send: &mut Sender,
) {
    let room = ui.available_width() - 24.0;
    let width = ((room - GAP) / 2.0).floor();
    let height = (width * 2.0 / 3.0).round();
    let row = height + LABEL + GAP;
    let count = photos.len().div_ceil(2);
    ScrollArea::vertical()
        .id_salt("photos")
        .auto_shrink([false, false])
        .show_rows(ui, row, count, |ui, range| {
            for pair in photos.chunks(2).skip(range.start).take(range.len()) {
                let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), row), Sense::hover());
                for (column, facts) in pair.iter().enumerate() {
                    let x = line.left() + 12.0 + column as f32 * (width + GAP);
                    let place = Rect::from_min_size(pos2(x, line.top() + 2.0), vec2(width, height));
                    photo_ui(
                        ui,
                        view,
                        facts,
                        place,
                        board,
                        here.contains(&facts.digest),
                        session,
                        send,
                    );
                }
            }
        });
}

fn photo_ui(
    ui: &mut Ui,
    view: &View<'_>,
    facts: &Arc<PhotoFacts>,
    place: Rect,
    board: Option<&Arc<Board>>,
    is_here: bool,
    session: &Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let id = ui.scope_id().with(("photo", facts.digest));
    let whole = Rect::from_min_max(place.min, place.max + vec2(0.0, LABEL));
    let response = ui.interact(whole, id, Sense::click_and_drag());
    let spoken = if is_here {
        format!("{} · {}", facts.name, view.lang.of(say::ON_THIS_BOARD))
    } else {
        facts.name.clone()
    };
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_here, &spoken));
    picture(ui, view, facts, place);
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_stroke(place.expand(2.0), 2, Stroke::new(2.0, t.accent.0), StrokeKind::Outside);
    }
    if is_here {
        let at = place.right_top() + vec2(-12.0, 12.0);
        ui.painter().circle_filled(at, 9.0, t.accent.0);
        widgets::paint_icon(ui, i::ICON_CHECK, at, 14.0, t.on.0);
    }
    let label = Rect::from_min_size(pos2(place.left(), place.bottom() + 2.0), vec2(place.width(), 20.0));
    let (name, colour) = match trouble(facts) {
        Some(words) => (view.lang.of(words).to_string(), t.warn.0),
        None => (facts.name.clone(), t.t2.0),
    };
    let least_dpi = shop_of(view.exhibition).least_dpi;
    let cm = (facts.sharp_length(least_dpi) / 10.0).floor();
    let size_colour = if facts.is_from_chat() { t.warn } else { t.t3 };
    let taken = widgets::text_right(ui, label.right_center(), &format!("{cm} cm"), font(11.0), size_colour);
    let label = label.with_max_x(label.right() - taken - 6.0);
    widgets::text_in(ui, label, &name, font(12.0), colour);
    response.dnd_set_drag_payload(HeldPhoto(facts.digest));
    if response.dragged() {
        carried(ui, view, facts);
    }
    if response.clicked() {
        put_in_place(view, board, session, facts, send);
    }
    let mut told = vec![facts.name.clone(), say::measure(view.lang, facts)];
    if trouble(facts).is_none() && facts.format != PhotoFormat::Svg {
        told.push(say::sharp_length(view.lang, cm));
    }
    if facts.is_from_chat() {
        told.push(view.lang.of(say::FROM_CHAT).into());
    }
    response.on_hover_text(told.join("\n"));
}

/// Filled to the place, as a photo place of a board would show it.
pub fn picture(ui: &Ui, view: &View<'_>, facts: &Arc<PhotoFacts>, place: Rect) {
    let t = tokens(ui);
    let px = (place.width().max(place.height()) * 1.5 * ui.ctx().pixels_per_point()) as u32;
    ui.painter().rect_filled(place, 4, t.field.0);
    let Some(texture) = view.pictures.photo(facts, px) else {
        if trouble(facts).is_some() {
            widgets::paint_icon(ui, i::ICON_BROKEN_IMAGE, place.center(), 24.0, t.t3.0);
        }
        return;
    };
    let [w, h] = facts.upright_px().map(|side| side.max(1) as f32);
    if facts.format == PhotoFormat::Svg {
        // A drawing is seen whole.
        let times = (place.width() / w).min(place.height() / h);
        let place = Rect::from_center_size(place.center(), vec2(w * times, h * times));
        let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        ui.painter().image(texture, place, all, egui::Color32::WHITE);
        return;
    }
    let times = (place.width() / w).max(place.height() / h);
    let (u, v) = (place.width() / (w * times), place.height() / (h * times));
    let uv = Rect::from_center_size(pos2(0.5, 0.5), vec2(u, v));
    let shape = egui::epaint::RectShape::filled(place, 4, egui::Color32::WHITE).with_texture(texture, uv);
    ui.painter().add(shape);
}

pub fn trouble(facts: &PhotoFacts) -> Option<words::Words> {
    match facts.state {
        PhotoState::Good => None,
        PhotoState::Truncated => Some(words::PHOTO_TRUNCATED),
        PhotoState::TooLarge => Some(words::PHOTO_TOO_LARGE),
        PhotoState::Broken { .. } => Some(words::PHOTO_BROKEN),
        PhotoState::Missing => Some(words::PHOTO_MISSING),
    }
}

/// The photo under the hand while it is carried.
fn carried(ui: &Ui, view: &View<'_>, facts: &Arc<PhotoFacts>) {
    let Some(at) = ui.input(|input| input.pointer.latest_pos()) else {
        return;
    };
    let layer = egui::LayerId::new(egui::Order::Tooltip, egui::Id::unique("carried photo"));
    let painter = ui.ctx().layer_painter(layer);
    let [w, h] = facts.upright_px().map(|side| side.max(1) as f32);
    let size = vec2(96.0, (96.0 * h / w).min(120.0));
    let place = Rect::from_min_size(at + vec2(10.0, 10.0), size);
    if let Some(texture) = view.pictures.photo(facts, 192) {
        let uv = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        painter.image(texture, place, uv, egui::Color32::from_white_alpha(220));
    }
}

/// A click: into the chosen place, else into the first empty one of its sort; a drawing needs none.
fn put_in_place(
    view: &View<'_>,
    board: Option<&Arc<Board>>,
    session: &Session,
    facts: &Arc<PhotoFacts>,
    send: &mut Sender,
) {
    let Some(board) = board else { return };
    let is_drawing = facts.format == PhotoFormat::Svg;
    let takes = |element: &&Arc<Element>| match &element.kind {
        ElementKind::Photo(_) => !is_drawing,
        ElementKind::Art(_) => is_drawing,
        ElementKind::Emblem(_) => true,
        _ => false,
    };
    let is_empty = |element: &&Arc<Element>| takes(element) && element.kind.file().is_none();
    let chosen = session.element.and_then(|element| board.element(element)).filter(takes);
    let place = match chosen.or_else(|| board.elements.iter().find(is_empty)) {
        Some(element) => PhotoPlace::In(board.id, element.id),
        None if is_drawing => {
            let middle = crate::geom::point(board.size.w / 2.0, board.size.h / 2.0);
            PhotoPlace::New(board.id, deeds::area_about(board, middle, 0.3, 0.3))
        }
        None => {
            send.send(Message::Toast(view.lang.of(say::PLACE_FOR_PHOTO).into(), false));
            return;
        }
    };
    if let Some((command, _)) = deeds::put_file(board, place, facts) {
        send.command(command);
    }
}
