//! The bar that floats beside what is chosen: what one most often does to it, one click away.

use super::{BoardPane, Scene, arrange, keys, menu, place};
use crate::app::actions::{self, Action};
use crate::app::session::Session;
use crate::app::theme::{Depth, tokens};
use crate::app::view::Sender;
use crate::app::widgets;
use crate::app::words::Words;
use crate::layout::bounds;
use crate::model::{Element, ElementKind};
use egui::{Align, Layout, Popup, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, pos2, vec2};
use egui_material_icons::icons as i;

const HIGH: f32 = 40.0;
/// Between the chosen and the bar, clear of the handles.
const AIR: f32 = 14.0;
/// The handle that turns stands above the chosen.
const ABOVE: f32 = 40.0;

const ARRANGE: Words = ["对齐与分布", "對齊與分布", "Align and distribute"];
const SWAP: Words = ["换照片", "換照片", "Replace"];
const CROP: Words = ["裁切", "裁切", "Crop"];
const PUT: Words = ["放照片", "放照片", "Add a photo"];
const FILE: Words = ["换文件", "換檔案", "Replace"];
const WRITE: Words = ["改文字", "改文字", "Edit"];
const CONTENT: Words = ["改内容", "改內容", "Edit"];

pub fn floats_ui(ui: &mut Ui, pane: &BoardPane, scene: &Scene<'_>, session: &Session, send: &mut Sender) {
    let is_open = Popup::is_any_open(ui.ctx()) && !Popup::is_id_open(ui.ctx(), arrange_id());
    if !pane.tool.is_idle() || pane.is_writing() || pane.far.is_some() || is_open {
        return;
    }
    let chosen = pane.chosen(session);
    let areas = chosen.iter().filter_map(|element| scene.area(*element));
    let frame = areas
        .map(|(area, angle)| scene.stage.screen_rect(arrange::around(area, angle)))
        .reduce(|all, one| all.union(one));
    let Some(frame) = frame else { return };
    // With what belongs to it outside its frame: a caption stays within reach.
    let whole = chosen.iter().filter_map(|element| bounds(scene.laid, *element));
    let whole = whole.fold(frame, |all, part| all.union(scene.stage.screen_rect(part)));
    let first = session.element.and_then(|element| scene.board.element(element));
    let Some(first) = first else { return };
    let heads = if chosen.len() == 1 { heads_of(first) } else { Vec::new() };
    let t = tokens(ui);
    let lang = scene.lang();
    let size = vec2(bar_width(ui, scene, &heads), HIGH);
    let is_photo = chosen.len() == 1 && matches!(first.kind, ElementKind::Photo(_));
    let canvas = scene.stage.canvas;
    let bar = inside(frame, size, canvas).filter(|_| is_photo);
    let Some(bar) = bar.or_else(|| place_of(whole, size, canvas)) else {
        return;
    };
    ui.painter().add(t.shadow(Depth::Popup).as_shape(bar, 8));
    ui.painter()
        .rect(bar, 8, t.raised.0, Stroke::new(1.0, t.line.0), StrokeKind::Inside);
    // Clicks between its buttons are not clicks on the board.
    ui.interact(bar, keys::canvas_id().with("floats"), Sense::click_and_drag());
    let inner = UiBuilder::new()
        .id_salt("floats")
        .max_rect(bar.shrink(4.0))
        .layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(inner, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (action, word) in &heads {
            let row = actions::row_of(*action);
            if widgets::tool(ui, row.icon, lang.of(*word), false, true)
                .on_hover_text(lang.of(row.help))
                .clicked()
            {
                send.act(*action);
            }
        }
        if !heads.is_empty() {
            upright(ui);
        }
        align_ui(ui, scene, chosen.len() > 1, send);
        for action in LAST {
            let row = actions::row_of(action);
            let is_on = action == Action::LockElement && first.is_locked;
            let button = widgets::icon_button(ui, row.icon, lang.of(row.label), is_on, true);
            let help = format!("{}　{}", lang.of(row.help), actions::keys_text(row));
            if button.on_hover_text(help).clicked() {
                send.act(action);
            }
        }
    });
}

const LAST: [Action; 5] = [
    Action::Forward,
    Action::Backward,
    Action::DuplicateElement,
    Action::LockElement,
    Action::DeleteElement,
];
const GAP: f32 = 2.0;
const BUTTON: f32 = 32.0;

/// What is done to this kind of thing alone.
fn heads_of(element: &Element) -> Vec<(Action, Words)> {
    match &element.kind {
        ElementKind::Photo(photo) if photo.photo.is_some() => {
            vec![(Action::ReplacePhoto, SWAP), (Action::CropPhoto, CROP)]
        }
        ElementKind::Photo(_) => vec![(Action::ReplacePhoto, PUT)],
        ElementKind::Art(_) | ElementKind::Emblem(_) => vec![(Action::ReplacePhoto, FILE)],
        ElementKind::Qr(_) => vec![(Action::EditText, CONTENT)],
        kind if kind.has_texts() => vec![(Action::EditText, WRITE)],
        _ => Vec::new(),
    }
}

fn bar_width(ui: &Ui, scene: &Scene<'_>, heads: &[(Action, Words)]) -> f32 {
    let word = |words: &Words| {
        let galley = ui.painter().layout_no_wrap(
            scene.lang().of(*words).into(),
            crate::app::theme::font(13.0),
            egui::Color32::PLACEHOLDER,
        );
        galley.size().x + 44.0 + GAP
    };
    let heads_wide: f32 = heads.iter().map(|(_, words)| word(words)).sum();
    let line = if heads.is_empty() { 0.0 } else { 9.0 + GAP };
    8.0 + heads_wide + line + (LAST.len() + 1) as f32 * (BUTTON + GAP) - GAP
}

/// At the foot of a photo that is large enough and all seen: there it covers nothing else.
fn inside(frame: Rect, size: Vec2, canvas: Rect) -> Option<Rect> {
    let has_room = frame.width() >= size.x + 2.0 * AIR && frame.height() >= 3.5 * size.y;
    let corner = pos2(frame.center().x - size.x / 2.0, frame.bottom() - AIR - size.y);
    let bar = Rect::from_min_size(corner.round(), size);
    (has_room && canvas.shrink(8.0).contains_rect(bar)).then_some(bar)
}

/// Under the chosen, else above it, else at its foot inside; always on the canvas. `None` where nothing of the chosen is
/// seen.
fn place_of(around: Rect, size: Vec2, canvas: Rect) -> Option<Rect> {
    let canvas = canvas.shrink(8.0);
    if !canvas.intersects(around) || canvas.width() < size.x {
        return None;
    }
    // The bar of the zoom stands at the foot.
    let lowest = canvas.bottom() - 56.0 - size.y;
    let under = around.bottom() + AIR;
    let over = around.top() - ABOVE - size.y;
    let y = if under <= lowest {
        under.max(canvas.top())
    } else if over >= canvas.top() {
        over
    } else {
        (around.bottom() - AIR - size.y).clamp(canvas.top(), lowest.max(canvas.top()))
    };
    let x = (around.center().x - size.x / 2.0).clamp(canvas.left(), canvas.right() - size.x);
    Some(Rect::from_min_size(pos2(x.round(), y.round()), size))
}

fn arrange_id() -> egui::Id {
    keys::canvas_id().with("floats arrange")
}

fn align_ui(ui: &mut Ui, scene: &Scene<'_>, is_several: bool, send: &mut Sender) {
    let lang = scene.lang();
    let button = widgets::icon_button(ui, i::ICON_ALIGN_HORIZONTAL_LEFT, lang.of(ARRANGE), false, true);
    Popup::menu(&button).id(arrange_id()).width(232.0).show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        menu::rows(ui, lang, &place::ARRANGE, send);
        if is_several {
            menu::divider(ui);
            menu::rows(ui, lang, &place::SPREAD, send);
            menu::divider(ui);
            menu::rows(ui, lang, &[Action::Group], send);
        }
    });
}

fn upright(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(9.0, 20.0), Sense::hover());
    ui.painter()
        .vline(rect.center().x, rect.y_range(), Stroke::new(1.0, t.line.0));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_on_the_canvas_and_off_the_chosen_where_there_is_room() {
        let canvas = Rect::from_min_size(pos2(300.0, 100.0), vec2(800.0, 700.0));
        let size = vec2(320.0, HIGH);
        for (x, y, w, h) in [
            (500.0, 200.0, 200.0, 100.0),
            (310.0, 110.0, 40.0, 40.0),
            (1050.0, 640.0, 60.0, 120.0),
            (300.0, 100.0, 800.0, 700.0),
            (200.0, -400.0, 1000.0, 2000.0),
        ] {
            let around = Rect::from_min_size(pos2(x, y), vec2(w, h));
            let bar = place_of(around, size, canvas).unwrap();
            assert!(canvas.contains_rect(bar), "{around:?} {bar:?}");
            let has_room = h < 400.0;
            assert!(!has_room || !bar.intersects(around), "{around:?} {bar:?}");
        }
        let gone = Rect::from_min_size(pos2(0.0, 0.0), vec2(100.0, 50.0));
        assert_eq!(place_of(gone, size, canvas), None);
    }
}
