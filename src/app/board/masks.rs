//! What nobody is to recognise on a photo, and what must be seen of it: their lists beside the canvas.

use super::areas::{Areas, Which};
use super::inspect::set_kind;
use super::tool::Tool;
use super::{BoardPane, adjust, photo};
use crate::app::theme::tokens;
use crate::app::view::{Sender, View};
use crate::app::widgets::{self, Button, section};
use crate::app::words::Words;
use crate::base::{Mask, MaskForm, MaskKind, PhotoFacts, PhotoPart};
use crate::geom::Point;
use crate::layout::Laid;
use crate::model::{Board, Command, Crop, Element, ElementKind, PhotoElement};
use egui::{Align, Layout, Ui, vec2};
use egui_material_icons::icons as i;

const MASKS: Words = ["遮挡人脸和证件", "遮蔽人臉和證件", "Masks for faces and papers"];
const HELP: Words = [
    "遮住的地方在 PDF、图片和预览里都恢复不了；原图只留在本展览的素材文件夹里。",
    "遮住的地方在 PDF、圖片和預覽裡都無法還原；原圖只留在本展覽的素材資料夾裡。",
    "What is masked cannot be brought back from any PDF, picture or preview; the original stays in this show's media folder.",
];
const ADD_OVAL: Words = ["遮一张脸", "遮一張臉", "Mask a face"];
const ADD_BOX: Words = ["遮一块", "遮一塊", "Mask a box"];
const BLUR: Words = ["模糊", "模糊", "Blur"];
const SOLID: Words = ["涂实", "塗實", "Solid"];
const MARK_KEEP: Words = ["标出重点", "標出重點", "Mark what matters"];
const EDIT_KEEP: Words = ["改重点范围", "改重點範圍", "Change what matters"];
const DROP_KEEP: Words = ["不标重点", "不標重點", "Nothing in particular"];

pub fn masks_ui(
    ui: &mut Ui,
    pane: &mut BoardPane,
    view: &View<'_>,
    board: &Board,
    laid: &Laid,
    element: &Element,
    shown: &PhotoElement,
    facts: &PhotoFacts,
    send: &mut Sender,
) {
    let lang = view.lang;
    section(ui, lang.of(MASKS), |ui| {
        let mut masks = shown.masks.clone();
        let mut picked = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let half = (ui.available_width() - 8.0) / 2.0;
            for (name, icon, form) in [
                (ADD_OVAL, i::ICON_FACE, MaskForm::Ellipse),
                (ADD_BOX, i::ICON_CROP_SQUARE, MaskForm::Rect),
            ] {
                if Button::new(lang.of(name)).icon(icon).width(half).show(ui).clicked() {
                    picked = Some(masks.len());
                    masks.push(Mask {
                        part: free_part(laid, element, form, &masks),
                        form,
                        kind: MaskKind::Blur,
                    });
                }
            }
        });
        let seen = facts.look.as_ref().map_or(&[][..], |look| &look.faces);
        let bare: Vec<&PhotoPart> = seen.iter().filter(|face| !is_covered(face, &masks)).collect();
        if !bare.is_empty() {
            let name = lang.of([
                format!("遮住找到的 {} 张脸", bare.len()),
                format!("遮住找到的 {} 張臉", bare.len()),
                format!("Mask the {} faces found", bare.len()),
            ]);
            let width = ui.available_width();
            if Button::new(&name)
                .icon(i::ICON_FACE_RETOUCHING_OFF)
                .width(width)
                .show(ui)
                .clicked()
            {
                masks.extend(bare.into_iter().map(|face| over_face(*face)));
            }
        }
        let mut gone = None;
        for (at, mask) in masks.iter_mut().enumerate() {
            ui.push_id(("mask", at), |ui| {
                if mask_ui(ui, view, pane.is_picked(element, at), at, mask, &mut picked) {
                    gone = Some(at);
                }
            });
        }
        if let Some(gone) = gone {
            masks.remove(gone);
            picked = None;
            pane.drop_tool(send);
        }
        if masks != shown.masks {
            let kind = ElementKind::Photo(PhotoElement { masks, ..shown.clone() });
            send.command(set_kind(board, element.id, kind));
        }
        if let Some(picked) = picked {
            pane.drop_tool(send);
            pane.tool = Tool::Areas(Areas::on(element.id, Which::Mask(picked)));
        }
        let t = tokens(ui);
        widgets::paragraph(ui, lang.of(HELP), 12.0, t.t3);
    });
}

/// One row: its number, how it hides, and away with it. Gives whether it goes.
fn mask_ui(
    ui: &mut Ui,
    view: &View<'_>,
    is_picked: bool,
    at: usize,
    mask: &mut Mask,
    picked: &mut Option<usize>,
) -> bool {
    let lang = view.lang;
    let number = at + 1;
    let name = lang.of([
        format!("遮挡 {number}"),
        format!("遮蔽 {number}"),
        format!("Mask {number}"),
    ]);
    let remove = lang.of([
        format!("去掉遮挡 {number}"),
        format!("去掉遮蔽 {number}"),
        format!("Remove mask {number}"),
    ]);
    let mut goes = false;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), 32.0),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if widgets::filter_chip(ui, &name, is_picked).clicked() {
                *picked = Some(at);
            }
            let choices = [(None, lang.of(BLUR)), (None, lang.of(SOLID))];
            let chosen = usize::from(mask.kind == MaskKind::Solid);
            if let Some(kind) = widgets::segmented(ui, &name, &choices, chosen, 28.0) {
                mask.kind = [MaskKind::Blur, MaskKind::Solid][kind];
            }
            goes = widgets::icon_button_sized(ui, i::ICON_CLOSE, &remove, false, true, 28.0).clicked();
        },
    );
    goes
}

/// Links for the area that every crop keeps in its frame.
pub fn keep_ui(
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
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let name = if shown.crop.keep.is_some() {
            EDIT_KEEP
        } else {
            MARK_KEEP
        };
        if widgets::link(ui, lang.of(name)).clicked() {
            if shown.crop.keep.is_none() {
                let keep = Some(free_part(laid, element, MaskForm::Rect, &[]));
                send.command(adjust::with_crop(board, element, shown, Crop { keep, ..shown.crop }));
            }
            pane.drop_tool(send);
            pane.tool = Tool::Areas(Areas::on(element.id, Which::Keep));
        }
        if shown.crop.keep.is_some() && widgets::link(ui, lang.of(DROP_KEEP)).clicked() {
            let crop = Crop {
                keep: None,
                ..shown.crop
            };
            send.command(adjust::with_crop(board, element, shown, crop));
            pane.drop_tool(send);
        }
    });
}

/// In the middle of what is seen, beside the masks that stand there.
fn free_part(laid: &Laid, element: &Element, form: MaskForm, masks: &[Mask]) -> PhotoPart {
    let side = if form == MaskForm::Ellipse { 0.14 } else { 0.2 };
    let middle = photo::image_at(laid, element.id).map(|seen| seen.share_of(seen.middle()));
    let Point { x, y } = middle.unwrap_or(crate::geom::point(0.5, 0.5));
    let step = masks.len() as f64 * 0.03;
    PhotoPart::of([x - side / 2.0 + step, y - side / 2.0 + step, side, side])
}

fn over_face(face: PhotoPart) -> Mask {
    let [x, y, w, h] = face.shares();
    // Hair and chin tell a person too.
    let (left, top) = ((x - 0.15 * w).max(0.0), (y - 0.25 * h).max(0.0));
    Mask {
        part: PhotoPart::of([left, top, w * 1.3, h * 1.4]),
        form: MaskForm::Ellipse,
        kind: MaskKind::Blur,
    }
}

fn is_covered(face: &PhotoPart, masks: &[Mask]) -> bool {
    let (x, y) = (face.x + face.w / 2, face.y + face.h / 2);
    masks
        .iter()
        .any(|Mask { part, .. }| (part.x..=part.x + part.w).contains(&x) && (part.y..=part.y + part.h).contains(&y))
}

/// A mask less; `None` where there is none of this number.
pub fn without(board: &Board, element: &Element, which: Which) -> Option<Command> {
    let ElementKind::Photo(shown) = &element.kind else {
        return None;
    };
    let mut photo = shown.clone();
    match which {
        Which::Keep => photo.crop.keep = None,
        Which::Mask(at) if at < photo.masks.len() => drop(photo.masks.remove(at)),
        Which::Mask(_) => return None,
    }
    Some(set_kind(board, element.id, ElementKind::Photo(photo)))
}
