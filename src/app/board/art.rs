//! Drawings and emblems in the inspector: which file, how it stands, and what an emblem is guarded against.

use super::inspect::set_kind;
use super::{bin, photo, say};
use crate::app::theme::{font, tokens};
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, Kind, section};
use crate::app::words::{self, Words};
use crate::base::{Digest, PhotoFacts};
use crate::check;
use crate::model::{ArtElement, Board, Element, ElementKind};
use egui::{Rect, Sense, Ui, pos2, vec2};
use egui_material_icons::icons as i;
use std::sync::Arc;

const STRETCH: Words = ["拉伸铺满框", "拉伸鋪滿框", "Stretch to fill the frame"];
const NO_ART: Words = [
    "还没有图形。把 SVG 拖上来，或者从文件里选。",
    "還沒有圖形。把 SVG 拖上來，或者從檔案裡選。",
    "No drawing yet. Drop an SVG here or choose a file.",
];
const NO_EMBLEM: Words = [
    "还没有徽标。放进主办方给的 SVG 或 PNG 原文件。",
    "還沒有標誌。放進主辦單位給的 SVG 或 PNG 原檔。",
    "No emblem yet. Put in the SVG or PNG file from the organizer.",
];
const GUARDED: Words = [
    "徽标保持原样：不拉伸、不裁切、不变色、不倾斜、不镜像、不变淡，上面不压东西。",
    "標誌保持原樣：不拉伸、不裁切、不變色、不傾斜、不鏡像、不變淡，上面不壓東西。",
    "An emblem stays as it is: not stretched, cropped, recoloured, tilted, mirrored or faded, and with nothing over it.",
];

pub fn art_ui(ui: &mut Ui, view: &View<'_>, board: &Board, element: &Element, shown: &ArtElement, send: &mut Sender) {
    section(ui, "", |ui| {
        file_ui(ui, view, board, element, shown.art, NO_ART, send);
        if widgets::checkbox(ui, shown.is_stretched, view.lang.of(STRETCH)).clicked() {
            let kind = ElementKind::Art(ArtElement {
                is_stretched: !shown.is_stretched,
                ..shown.clone()
            });
            send.command(set_kind(board, element.id, kind));
        }
    });
}

pub fn emblem_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    art: Option<Digest>,
    send: &mut Sender,
) {
    let t = tokens(ui);
    section(ui, "", |ui| {
        file_ui(ui, view, board, element, art, NO_EMBLEM, send);
        widgets::paragraph(ui, view.lang.of(GUARDED), 12.0, t.t2);
        widgets::paragraph(ui, &least_size(view), 12.0, t.t2);
    });
}

fn least_size(view: &View<'_>) -> String {
    let mm = check::EMBLEM_LEAST;
    view.lang.of([
        format!("至少 {mm} 毫米高，四周留出它短边的四分之一。"),
        format!("至少 {mm} 公釐高，四周留出它短邊的四分之一。"),
        format!("At least {mm} mm high, with a quarter of its shorter side free all around."),
    ])
}

fn file_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    element: &Element,
    file: Option<Digest>,
    without: Words,
    send: &mut Sender,
) {
    let t = tokens(ui);
    let lang = view.lang;
    let facts = file.and_then(|file| view.exhibition.photos.get(&file));
    match facts {
        Some(facts) => facts_ui(ui, view, facts),
        None => drop(widgets::paragraph(ui, lang.of(without), 13.0, t.t2)),
    }
    let kind = if facts.is_some() { Kind::Normal } else { Kind::Primary };
    let width = ui.available_width();
    let swap = Button::new(lang.of(words::REPLACE)).icon(i::ICON_SWAP_HORIZ);
    if swap.width(width).kind(kind).show(ui).clicked() {
        send.send(photo::ask_for(board.id, element.id));
    }
}

fn facts_ui(ui: &mut Ui, view: &View<'_>, facts: &Arc<PhotoFacts>) {
    let t = tokens(ui);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
    let picture = Rect::from_min_size(line.min, vec2(96.0, 72.0));
    bin::picture(ui, view, facts, picture);
    let row = |at: f32| {
        Rect::from_min_max(
            pos2(picture.right() + 12.0, line.top() + at),
            pos2(line.right(), line.top() + at + 20.0),
        )
    };
    widgets::told_in(ui, row(2.0), &facts.name, font(13.0), t.t1);
    widgets::told_in(ui, row(24.0), &say::measure(view.lang, facts), font(12.0), t.t2);
    if let Some(words) = bin::trouble(facts) {
        widgets::told_in(ui, row(46.0), view.lang.of(words), font(12.0), t.error);
    }
}
