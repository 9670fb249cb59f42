//! The board's background in the inspector, while nothing on it is chosen.

use super::photo;
use super::place::labelled;
use super::tint::{self, Swatches};
use crate::app::view::{Message, PhotoPlace, Sender, View};
use crate::app::widgets::{self, Button};
use crate::app::words::Words;
use crate::model::{Board, Command, FadeWay, Figure, Ground};
use egui::Ui;
use egui_material_icons::icons as i;

pub const GROUND: Words = ["背景", "背景", "Background"];
const KIND: Words = ["背景样式", "背景樣式", "Kind of background"];
const PAPER: Words = ["随版式", "隨版式", "As the template says"];
const FLAT: Words = ["单色", "單色", "One colour"];
const FADE: Words = ["渐变", "漸層", "Gradient"];
const PHOTO: Words = ["图片", "圖片", "Picture"];
const PATTERN: Words = ["图案", "圖樣", "Pattern"];
const COLOUR: Words = ["底色", "底色", "Ground"];
const FROM: Words = ["起色", "起色", "From"];
const TO: Words = ["止色", "止色", "To"];
const WAY: Words = ["方向", "方向", "Direction"];
const FROM_TO: Words = ["渐变方向", "漸層方向", "Direction of the gradient"];
const INK: Words = ["图案颜色", "圖樣顏色", "Pattern colour"];
const FIGURE: Words = ["图案样式", "圖樣樣式", "Figure"];
const PITCH: Words = ["间距", "間距", "Spacing"];
const VEIL: Words = ["盖淡", "蓋淡", "Veil"];
const CHOOSE: Words = ["选择背景图片…", "選擇背景圖片…", "Choose a background picture…"];

/// A picture under text is veiled this far at first, so that the text stays readable.
pub const USUAL_VEIL: f64 = 0.6;

fn way(way: FadeWay) -> Words {
    match way {
        FadeWay::Down => ["从上到下", "從上到下", "Downwards"],
        FadeWay::Right => ["从左到右", "從左到右", "To the right"],
        FadeWay::DownRight => ["从左上到右下", "從左上到右下", "Down to the right"],
        FadeWay::DownLeft => ["从右上到左下", "從右上到左下", "Down to the left"],
    }
}

fn figure(figure: Figure) -> Words {
    match figure {
        Figure::Dots => ["圆点", "圓點", "Dots"],
        Figure::Stripes => ["斜纹", "斜紋", "Stripes"],
        Figure::Grid => ["方格", "方格", "Grid"],
        Figure::Waves => ["海水纹", "海水紋", "Waves"],
    }
}

pub fn ground_ui(ui: &mut Ui, view: &View<'_>, board: &Board, send: &mut Sender) {
    let lang = view.lang;
    let swatches = tint::swatches(view, board);
    let names = [PAPER, FLAT, FADE, PHOTO, PATTERN].map(|name| lang.of(name).to_string());
    let at = match &board.ground {
        None => 0,
        Some(Ground::Flat(_)) => 1,
        Some(Ground::Fade { .. }) => 2,
        Some(Ground::Photo { .. }) => 3,
        Some(Ground::Pattern { .. }) => 4,
    };
    let width = ui.available_width();
    let mut wanted = board.ground.clone();
    match widgets::dropdown(ui, lang.of(KIND), &names, at, width) {
        Some(3) => send.send(ask_for(board)),
        Some(picked) => wanted = begun(picked, &swatches),
        None => {}
    }
    if let Some(ground) = &mut wanted {
        details_ui(ui, view, board, &swatches, ground, send);
    }
    if wanted != board.ground {
        send.command(Command::SetGround {
            board: board.id,
            ground: wanted,
        });
    }
}

fn ask_for(board: &Board) -> Message {
    photo::ask_at(PhotoPlace::Ground(board.id))
}

/// What each kind begins with: quiet colours of the template.
fn begun(picked: usize, swatches: &Swatches) -> Option<Ground> {
    let (light, strong) = (tint::light(swatches), tint::usual(swatches));
    match picked {
        1 => Some(Ground::Flat(light)),
        2 => Some(Ground::Fade {
            from: light,
            to: strong,
            way: FadeWay::Down,
        }),
        4 => Some(Ground::Pattern {
            figure: Figure::Waves,
            paper: light,
            ink: strong,
            pitch: 60.0,
        }),
        _ => None,
    }
}

fn details_ui(
    ui: &mut Ui,
    view: &View<'_>,
    board: &Board,
    swatches: &Swatches,
    ground: &mut Ground,
    send: &mut Sender,
) {
    let lang = view.lang;
    let width = ui.available_width();
    let half = (width - 12.0) / 2.0;
    let colour = |ui: &mut Ui, name: Words, tint: &mut crate::model::Tint| {
        widgets::heading(ui, lang.of(name));
        tint::tint_ui(ui, view, swatches, lang.of(name), tint);
    };
    match ground {
        Ground::Flat(tint) => colour(ui, COLOUR, tint),
        Ground::Fade { from, to, way: now } => {
            colour(ui, FROM, from);
            colour(ui, TO, to);
            let names = FadeWay::ALL.map(|kind| lang.of(way(kind)).to_string());
            let at = FadeWay::ALL.iter().position(|kind| kind == now).unwrap_or(0);
            widgets::heading(ui, lang.of(WAY));
            if let Some(at) = widgets::dropdown(ui, lang.of(FROM_TO), &names, at, width) {
                *now = FadeWay::ALL[at];
            }
        }
        Ground::Photo { veil, .. } => {
            if let Some(percent) = labelled(ui, lang.of(VEIL), *veil * 100.0, "%", half) {
                *veil = (percent / 100.0).clamp(0.0, 1.0);
            }
            let choose = Button::new(lang.of(CHOOSE)).icon(i::ICON_WALLPAPER).width(width);
            if choose.show(ui).clicked() {
                send.send(ask_for(board));
            }
        }
        Ground::Pattern {
            figure: now,
            paper,
            ink,
            pitch,
        } => {
            let names = Figure::ALL.map(|kind| lang.of(figure(kind)).to_string());
            let at = Figure::ALL.iter().position(|kind| kind == now).unwrap_or(0);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 12.0;
                if let Some(at) = widgets::dropdown(ui, lang.of(FIGURE), &names, at, half) {
                    *now = Figure::ALL[at];
                }
                if let Some(mm) = labelled(ui, lang.of(PITCH), *pitch, "mm", half) {
                    *pitch = mm;
                }
            });
            colour(ui, COLOUR, paper);
            colour(ui, INK, ink);
        }
    }
}
