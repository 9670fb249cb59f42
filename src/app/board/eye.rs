//! How the board is looked at: as any screen shows it, as it will be printed, what print cannot show, how much ink.

use crate::app::tasks::shop_of;
use crate::app::theme::{Depth, font, tokens};
use crate::app::view::View;
use crate::app::widgets;
use crate::app::words::Words;
use crate::base::Lang;
use crate::raster::Eye;
use egui::{Popup, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons as i;

const LOOK: Words = [
    "怎么看：屏幕、印刷、墨量",
    "怎麼看：螢幕、印刷、墨量",
    "Look: screen, print, inks",
];

/// A button with a menu.
pub fn button_ui(ui: &mut Ui, eye: &mut Eye, view: &View<'_>) {
    let lang = view.lang;
    let limit = shop_of(view.exhibition).ink_limit;
    // The limit of another shop is looked at anew.
    if let Eye::Coverage { .. } = eye {
        *eye = Eye::Coverage { limit };
    }
    let is_on = *eye != Eye::Screen;
    let button = widgets::icon_button(ui, i::ICON_PALETTE, lang.of(LOOK), is_on, true);
    let button = button.on_hover_text(lang.of(LOOK));
    Popup::menu(&button).width(220.0).show(|ui| {
        ui.set_min_width(196.0);
        ui.spacing_mut().item_spacing.y = 4.0;
        for choice in [Eye::Screen, Eye::Print, Eye::Gamut, Eye::Coverage { limit }] {
            if widgets::radio(ui, *eye == choice, lang.of(name(choice))).clicked() {
                *eye = choice;
                ui.close();
            }
        }
    });
}

/// What the colours mean, at the canvas' upper left.
pub fn legend_ui(ui: &Ui, eye: Eye, canvas: Rect, lang: Lang) {
    let Some(words) = meaning(lang, eye) else { return };
    let t = tokens(ui);
    let galley = ui.painter().layout_no_wrap(words.clone(), font(12.0), t.t1.0);
    let place = Rect::from_min_size(canvas.min + vec2(12.0, 12.0), vec2(galley.size().x + 24.0, 28.0));
    let response = ui.interact(place, ui.scope_id().with("legend"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    ui.painter().add(t.shadow(Depth::Popup).as_shape(place, 6));
    let edge = Stroke::new(1.0, t.line.0);
    ui.painter().rect(place, 6, t.raised.0, edge, StrokeKind::Inside);
    let at = pos2(place.left() + 12.0, place.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, t.t1.0);
}

fn name(eye: Eye) -> Words {
    match eye {
        Eye::Screen => ["屏幕颜色", "螢幕顏色", "As on screen"],
        Eye::Print => ["印出来的颜色", "印出來的顏色", "As printed"],
        Eye::Gamut => ["印不出的颜色", "印不出的顏色", "What print cannot show"],
        Eye::Coverage { .. } => ["墨量", "墨量", "Ink coverage"],
    }
}

fn meaning(lang: Lang, eye: Eye) -> Option<String> {
    let words: Words = match eye {
        Eye::Screen => return None,
        Eye::Print => [
            "照片按印刷油墨的颜色显示",
            "照片按印刷油墨的顏色顯示",
            "Photos in the light of the inks",
        ],
        Eye::Gamut => [
            "洋红处的颜色印不出，会变暗淡",
            "洋紅處的顏色印不出，會變暗淡",
            "Magenta: print will be duller here",
        ],
        Eye::Coverage { limit } => {
            return Some(lang.of([
                format!("越深墨越多；红处超过 {limit} %"),
                format!("越深墨越多；紅處超過 {limit} %"),
                format!("Darker is more ink; red is over {limit} %"),
            ]));
        }
    };
    Some(lang.of(words).into())
}
