//! Which print shop the exhibition goes to: kinds that came with the program, and one of the office's own.

mod form;
pub mod words;

use super::dialogs::question;
use super::theme::{bold, font, tokens};
use super::view::{Sender, View};
use super::widgets::{self, Button, Kind};
use crate::app::tasks::shop_of;
use crate::app::words as app_words;
use crate::model::{Command, OutputProfile, Shop, ShopId, with_chosen};
use egui::{Align, Layout, Rect, Stroke, Ui, UiBuilder, pos2, vec2};
use egui_material_icons::icons as i;
use form::Form;

#[derive(Default)]
pub struct ShopsForm {
    /// The shop that is being filled in.
    form: Option<Form>,
}

impl ShopsForm {
    /// A profile that was read for the shop being described, or why it cannot be used.
    pub fn take(&mut self, read: Result<OutputProfile, String>) {
        if let Some(form) = &mut self.form {
            form.take(read);
        }
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        if let Some(form) = &mut self.form {
            match form.show(ui, view, send) {
                None => {}
                Some(None) => self.form = None,
                Some(Some(shop)) => {
                    choose(view, shop, send);
                    self.form = None;
                }
            }
            return false;
        }
        self.list_ui(ui, view, send)
    }

    fn list_ui(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(words::SHOPS));
        widgets::paragraph(ui, lang.of(words::HINT), 12.0, t.t2);
        ui.add_space(4.0);
        let chosen = shop_of(view.exhibition);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for profile in view.home.shops.iter() {
                self.row_ui(ui, &profile.shop, profile.shop.kind == chosen.kind, view, send);
            }
            for shop in own(view) {
                let is_chosen = chosen.is_own() && (chosen.id == shop.id || view.exhibition.shops.is_empty());
                self.row_ui(ui, &shop, is_chosen, view, send);
            }
        });
        ui.add_space(12.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = Button::new(lang.of(app_words::OK)).kind(Kind::Primary).large();
            done.show(ui).clicked()
        })
        .inner
    }

    fn row_ui(&mut self, ui: &mut Ui, shop: &Shop, is_chosen: bool, view: &View<'_>, send: &mut Sender) {
        let (lang, t) = (view.lang, tokens(ui));
        let name = words::name(shop, view.home, lang).to_string();
        let (row, response) = widgets::list_row(ui, 64.0, is_chosen, &name);
        ui.painter().hline(row.x_range(), row.top(), Stroke::new(1.0, t.line.0));
        let mark = if is_chosen {
            (i::ICON_RADIO_BUTTON_CHECKED, t.accent.0)
        } else {
            (i::ICON_RADIO_BUTTON_UNCHECKED, t.t3.0)
        };
        widgets::paint_icon(ui, mark.0, pos2(row.left() + 22.0, row.center().y), 20.0, mark.1);
        let button = if shop.is_own() { words::EDIT } else { words::FROM_THIS };
        let right = row.right() - 136.0;
        let head = Rect::from_min_max(row.min + vec2(44.0, 10.0), pos2(right, row.top() + 32.0));
        widgets::text_in(ui, head, &name, bold(13.0), t.t1);
        let named = widgets::elided(ui, &name, bold(13.0), t.t1.0, head.width()).size().x;
        let beside = Rect::from_min_max(pos2(head.left() + named + 12.0, head.top()), head.max);
        widgets::text_in(ui, beside, &words::facts(shop, lang), font(12.0), t.t3);
        let below = head.translate(vec2(0.0, 22.0));
        widgets::text_in(ui, below, words::about(shop, view.home, lang), font(12.0), t.t2);
        let place = Rect::from_min_max(pos2(right, row.top()), row.max - vec2(8.0, 0.0));
        let mut corner = ui.new_child(
            UiBuilder::new()
                .max_rect(place)
                .id_salt(&name)
                .layout(Layout::right_to_left(Align::Center)),
        );
        let label = lang.of(button);
        let wished = Button::new(label).show(&mut corner);
        let is_blank = shop.is_own() && shop.name.is_empty();
        if wished.clicked() || response.clicked() && is_blank {
            self.form = Some(Form::of(own_of(shop, view)));
        } else if response.clicked() && !is_chosen {
            choose(view, shop.clone(), send);
        }
    }
}

/// One undo step, saved with the exhibition.
pub fn choose(view: &View<'_>, shop: Shop, send: &mut Sender) {
    send.command(Command::SetShops(with_chosen(&view.exhibition.shops, shop)));
}

/// The exhibition's own shops; where it has none, an empty one to begin with.
fn own(view: &View<'_>) -> Vec<Shop> {
    let own: Vec<Shop> = view
        .exhibition
        .shops
        .iter()
        .filter(|shop| shop.is_own())
        .cloned()
        .collect();
    if !own.is_empty() {
        return own;
    }
    vec![Shop {
        kind: String::new(),
        ..Shop::default()
    }]
}

/// What the form begins with: the office's own as it is, or a shipped one under the office's own name.
fn own_of(shop: &Shop, view: &View<'_>) -> Shop {
    let known = view.exhibition.shops.iter().find(|known| known.is_own());
    let id = known.map_or_else(ShopId::random, |known| known.id);
    let name = if shop.is_own() {
        shop.name.clone()
    } else {
        let (name, own) = (words::name(shop, view.home, view.lang), view.lang.of(words::OWN));
        known.map_or_else(|| format!("{own} · {name}"), |known| known.name.clone())
    };
    Shop {
        id,
        kind: String::new(),
        name,
        ..shop.clone().mended().0
    }
}
