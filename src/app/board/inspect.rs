//! The right panel: properties of what is chosen, else of the board; all texts in both scripts; findings of this board.

use super::doubts::spots;
use super::{
    BoardPane, adjust, art, credit, deeds, edge, facts, found, layers, look, masks, parts, photo, place, say, shape,
    table, texts,
};
use crate::app::actions::Action;
use crate::app::fields;
use crate::app::session::{RightTab, Session};
use crate::app::summary::Summary;
use crate::app::tasks::shop_of;
use crate::app::theme::{bold, font, tokens};
use crate::app::view::{PhotoPlace, Sender, View};
use crate::app::widgets::{self, Button, Kind, section};
use crate::app::words;
use crate::base::PhotoFacts;
use crate::check::{Sharpness, sharpness};
use crate::geom::point;
use crate::layout::Laid;
use crate::model::{Board, Command, Element, ElementId, ElementKind, NumberElement, PhotoElement, QrElement};
use egui::{Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

pub fn inspector_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    laid: &Arc<Laid>,
    summary: &Summary,
    session: &mut Session,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let whole = ui.max_rect();
    ui.painter()
        .vline(whole.left() + 0.5, whole.y_range(), Stroke::new(1.0, t.line.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    let found = found::findings_of(view, board);
    let labels = [
        (lang.of(words::PROPERTIES), 0),
        (lang.of(words::TEXTS), 0),
        (lang.of(words::CHECK), found.len()),
    ];
    let all = [RightTab::Properties, RightTab::Texts, RightTab::Check];
    let at = all.iter().position(|tab| *tab == session.right).unwrap_or(0);
    if let Some(at) = widgets::tabs(ui, &labels, at) {
        session.right = all[at];
    }
    let chosen = session.element.and_then(|element| board.element(element)).cloned();
    ScrollArea::vertical()
        .id_salt(("inspector", session.right as u8, session.element))
        .auto_shrink([false, false])
        .show(ui, |ui| match (session.right, chosen) {
            (RightTab::Properties, _) if !pane.also.is_empty() => place::several_ui(ui, pane, view, board, send),
            (RightTab::Properties, Some(element)) => {
                ui.push_id(element.id, |ui| element_ui(ui, pane, view, board, laid, &element, send));
            }
            (RightTab::Properties, None) => {
                ui.push_id(board.id, |ui| facts::board_facts_ui(ui, view, board, summary, send));
            }
            (RightTab::Texts, _) => texts::texts_ui(ui, pane, view, board, laid, session, send),
            (RightTab::Check, _) => found::check_ui(ui, view, board, &found, session, send),
        });
}

fn element_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Arc<Board>,
    laid: &Laid,
    element: &Arc<Element>,
    send: &mut Sender,
) {
    head_ui(ui, view, board, element, send);
    tray_ui(ui, view, board, laid, element, send);
    match &element.kind {
        ElementKind::Photo(shown) => photo_ui(ui, pane, view, board, laid, element, shown, send),
        ElementKind::Number(number) => number_ui(ui, view, board, element.id, number, send),
        ElementKind::Qr(qr) => qr_ui(ui, pane, view, board, element.id, qr, send),
        ElementKind::Table(grid) => table::table_ui(ui, pane, view, board, element.id, grid, send),
        ElementKind::Shape(shown) => shape::shape_ui(ui, view, board, element, shown, send),
        ElementKind::Art(shown) => art::art_ui(ui, view, board, element, shown, send),
        ElementKind::Emblem(shown) => art::emblem_ui(ui, view, board, element, shown.art, send),
        _ => {}
    }
    // The cells of a table have their own grid.
    let blocks = match &element.kind {
        ElementKind::Table(_) => Vec::new(),
        _ => spots(board, element),
    };
    for (spot, two) in blocks {
        let name = view.lang.of(parts::name(&element.kind, spot.part));
        section(ui, "", |ui| texts::block_ui(ui, pane, view, spot, &two, name, send));
    }
    if let ElementKind::Photo(shown) = &element.kind {
        if let Some(facts) = shown.photo.and_then(|photo| view.exhibition.photos.get(&photo)) {
            adjust::tone_ui(ui, pane, view, board, element, shown, facts, send);
            masks::masks_ui(ui, pane, view, board, laid, element, shown, facts, send);
        }
        edge::edge_ui(ui, view, board, element, shown, send);
        if let Some(facts) = shown.photo.and_then(|photo| view.exhibition.photos.get(&photo)) {
            credit::credit_ui(ui, view, facts, send);
        }
    }
    if element.kind.has_texts() {
        look::scripts_ui(ui, view, board, element, send);
    }
    look::look_ui(ui, pane, view, board, element, send);
    place::place_ui(ui, view, board, laid, element, send);
}

/// What the template has no place for waits here for one.
fn tray_ui(ui: &mut Ui, view: &View<'_>, board: &Board, laid: &Laid, element: &Element, send: &mut Sender) {
    let id = element.id.to_string();
    let is_waiting = laid
        .findings
        .iter()
        .any(|finding| finding.rule == "no-place" && finding.place.element.as_deref() == Some(id.as_str()));
    if !is_waiting {
        return;
    }
    let lang = view.lang;
    section(ui, "", |ui| {
        widgets::paragraph(ui, lang.of(say::IN_TRAY), 13.0, tokens(ui).warn);
        let put = Button::new(lang.of(say::PUT_ON_BOARD)).icon(i::ICON_ADD_TO_PHOTOS);
        if put.width(ui.available_width()).kind(Kind::Primary).show(ui).clicked() {
            let middle = point(board.size.w / 2.0, board.size.h / 2.0);
            let area = deeds::area_about(board, middle, 0.5, 0.25);
            send.command(deeds::set_area(board, element.id, area, 0.0));
        }
    });
}

fn head_ui(ui: &mut Ui, view: &View<'_>, board: &Board, element: &Element, send: &mut Sender) {
    let t = tokens(ui);
    let lang = view.lang;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 56.0), Sense::hover());
    let middle = rect.center().y;
    widgets::paint_icon_filled(
        ui,
        layers::icon(element),
        pos2(rect.left() + 26.0, middle),
        20.0,
        t.accent.0,
    );
    let name = parts::element_name(board, element, lang);
    let words = Rect::from_min_max(
        pos2(rect.left() + 46.0, rect.top()),
        pos2(rect.right() - 84.0, rect.bottom()),
    );
    widgets::told_in(ui, words, &name, bold(16.0), t.t1);
    let mut child = ui.new_child(
        egui::UiBuilder::new()
            .max_rect(rect.shrink2(vec2(10.0, 0.0)))
            .layout(egui::Layout::right_to_left(egui::Align::Center)),
    );
    child.spacing_mut().item_spacing.x = 0.0;
    for (action, is_on, icon, word) in [
        (
            Action::LockElement,
            element.is_locked,
            if element.is_locked {
                i::ICON_LOCK
            } else {
                i::ICON_LOCK_OPEN
            },
            if element.is_locked { words::UNLOCK } else { words::LOCK },
        ),
        (
            Action::HideElement,
            element.is_hidden,
            if element.is_hidden {
                i::ICON_VISIBILITY_OFF
            } else {
                i::ICON_VISIBILITY
            },
            if element.is_hidden { words::SHOW } else { words::HIDE },
        ),
    ] {
        if widgets::icon_button(&mut child, icon, lang.of(word), is_on, true).clicked() {
            send.act(action);
        }
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line.0));
}

fn photo_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    laid: &Laid,
    element: &Element,
    shown: &PhotoElement,
    send: &mut Sender,
) {
    let lang = view.lang;
    let facts = shown.photo.and_then(|photo| view.exhibition.photos.get(&photo));
    section(ui, "", |ui| {
        match facts {
            Some(facts) => {
                file_ui(ui, view, laid, element.id, facts);
                lost_ui(ui, view, facts, send);
            }
            None => {
                let t = tokens(ui);
                widgets::paragraph(ui, lang.of(words::NO_PHOTO), 13.0, t.t2);
            }
        }
        ui.horizontal(|ui| {
            let half = (ui.available_width() - 8.0) / 2.0;
            let kind = if facts.is_some() { Kind::Normal } else { Kind::Primary };
            let swap = Button::new(lang.of(words::REPLACE))
                .icon(i::ICON_SWAP_HORIZ)
                .width(half)
                .kind(kind);
            if swap.show(ui).clicked() {
                send.send(photo::ask_for(board.id, element.id));
            }
            let crop = Button::new(lang.of(words::CROP)).icon(i::ICON_CROP).width(half);
            if crop.enabled(facts.is_some()).show(ui).clicked() {
                send.act(Action::CropPhoto);
            }
        });
        if let Some(facts) = facts {
            adjust::crop_ui(ui, pane, view, board, element, shown, facts, send);
            masks::keep_ui(ui, pane, view, board, laid, element, shown, send);
        }
    });
}

fn file_ui(ui: &mut Ui, view: &View<'_>, laid: &Laid, element: ElementId, facts: &Arc<PhotoFacts>) {
    let t = tokens(ui);
    let lang = view.lang;
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
    sharp_ui(ui, view, facts);
    let picture = Rect::from_min_size(line.min, vec2(96.0, 72.0));
    super::bin::picture(ui, view, facts, picture);
    let row = |at: f32| {
        Rect::from_min_max(
            pos2(picture.right() + 12.0, line.top() + at),
            pos2(line.right(), line.top() + at + 20.0),
        )
    };
    widgets::told_in(ui, row(2.0), &facts.name, font(13.0), t.t1);
    let image = photo::image_of(laid, element);
    let mut size = say::pixels(lang, facts.upright_px());
    if let Some(image) = image {
        size.push_str(&format!(" · {:.0} dpi", image.dpi()));
    }
    widgets::told_in(ui, row(24.0), &size, font(12.0), t.t2);
    if let Some(words) = super::bin::trouble(facts) {
        widgets::told_in(ui, row(46.0), lang.of(words), font(12.0), t.error);
        return;
    }
    let Some(image) = image else { return };
    let sharpness = sharpness(image.dpi(), &shop_of(view.exhibition));
    let (icon, colour) = match sharpness {
        Sharpness::Good | Sharpness::Fair => (i::ICON_CHECK_CIRCLE, t.ok),
        Sharpness::Poor => (i::ICON_WARNING, t.warn),
        Sharpness::Blurred => (i::ICON_ERROR, t.error),
    };
    let verdict = row(46.0);
    widgets::paint_icon_filled(ui, icon, pos2(verdict.left() + 8.0, verdict.center().y), 16.0, colour.0);
    let words = Rect::from_min_max(verdict.min + vec2(20.0, 0.0), verdict.max);
    let told = say::sharpness(lang, sharpness);
    widgets::told_in(ui, words, &told, font(12.0), colour);
}

/// The file is gone or broken: it may lie elsewhere.
fn lost_ui(ui: &mut Ui, view: &View<'_>, facts: &PhotoFacts, send: &mut Sender) {
    if super::bin::trouble(facts).is_none() {
        return;
    }
    let find = Button::new(view.lang.of(say::FIND_FILE)).icon(i::ICON_TROUBLESHOOT);
    let find = find.width(ui.available_width()).show(ui);
    if find.on_hover_text(view.lang.of(say::FIND_FILE_HELP)).clicked() {
        send.send(photo::ask_at(PhotoPlace::Instead(facts.digest)));
    }
}

/// How large the photo may become, and where a larger one may be had.
fn sharp_ui(ui: &mut Ui, view: &View<'_>, facts: &PhotoFacts) {
    let t = tokens(ui);
    let lang = view.lang;
    if super::bin::trouble(facts).is_some() {
        return;
    }
    let told = say::sharp_length(lang, facts.sharp_length(shop_of(view.exhibition).least_dpi) / 10.0);
    widgets::line(ui, &told, font(12.0), t.t2, 20.0);
    if facts.is_from_chat() {
        widgets::paragraph(ui, lang.of(say::FROM_CHAT), 12.0, t.warn);
    }
}

pub fn set_kind(board: &Board, element: ElementId, kind: ElementKind) -> Command {
    Command::SetKind {
        board: board.id,
        element,
        kind,
    }
}

fn number_ui(ui: &mut Ui, view: &View<'_>, board: &Board, id: ElementId, number: &NumberElement, send: &mut Sender) {
    let name = view.lang.of(words::VALUE);
    section(ui, name, |ui| {
        let width = ui.available_width();
        if let Some(value) = fields::text(ui, "value", &number.value, name, width) {
            let kind = ElementKind::Number(NumberElement {
                value,
                ..number.clone()
            });
            send.command(set_kind(board, id, kind));
        }
    });
    bar_ui(ui, view, board, id, number, send);
}

/// Last time and this time, as a bar under the figure.
fn bar_ui(ui: &mut Ui, view: &View<'_>, board: &Board, id: ElementId, number: &NumberElement, send: &mut Sender) {
    let lang = view.lang;
    section(ui, "", |ui| {
        let mut bar = number.bar;
        if widgets::checkbox(ui, bar.is_some(), lang.of(say::BAR))
            .on_hover_text(lang.of(say::BAR_HELP))
            .clicked()
        {
            let now = number.value.trim().replace([',', '，'], "").parse().unwrap_or(100.0);
            bar = match bar {
                Some(_) => None,
                None => Some([now * 0.8, now]),
            };
        }
        if let Some([last, now]) = &mut bar {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                let half = (ui.available_width() - 12.0) / 2.0;
                for (part, word) in [(last, say::LAST_TIME), (now, say::THIS_TIME)] {
                    if let Some(value) = place::labelled(ui, lang.of(word), *part, "", half) {
                        *part = value.max(0.0);
                    }
                }
            });
        }
        if bar != number.bar {
            let kind = ElementKind::Number(NumberElement { bar, ..number.clone() });
            send.command(set_kind(board, id, kind));
        }
    });
}

fn qr_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    id: ElementId,
    qr: &QrElement,
    send: &mut Sender,
) {
    let name = view.lang.of(words::QR_CONTENT);
    let is_called = pane.wants_content.take_if(|wanted| *wanted == id).is_some();
    section(ui, name, |ui| {
        let width = ui.available_width();
        let hint = view.lang.of(say::QR_HINT);
        if let Some(content) = fields::called(ui, "content", &qr.content, name, hint, width, is_called) {
            let kind = ElementKind::Qr(QrElement { content, ..qr.clone() });
            send.command(set_kind(board, id, kind));
        }
    });
}
