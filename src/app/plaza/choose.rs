//! Several ways to arrange the show side by side, each as a small plan with its score; and what to change where the
//! ground is too small.

use super::small::small_plan;
use super::{PlazaPane, say};
use crate::app::slow::Slow;
use crate::app::theme::{Depth, bold, font, of, tokens};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::app::words;
use crate::base::say::PlazaSay;
use crate::base::{Lang, Say};
use crate::model::{Command, Exhibition, Plaza};
use crate::plaza::{Arrangement, Sights, Variant, advice, pins_that_meet, sights, variants};
use egui::{Align, Id, Layout, Margin, Modal, Sense, Stroke, Ui, vec2};
use std::sync::Arc;

/// What is offered.
pub struct Offer {
    variants: Vec<Variant>,
    said: Vec<PlazaSay>,
}

pub enum Choosing {
    Waiting(Slow<Offer>),
    Shown(Offer),
}

impl Choosing {
    pub fn start(ctx: &egui::Context, view: &View<'_>, plaza: Option<&Arc<Plaza>>, wish: &Arrangement) -> Choosing {
        let (exhibition, cache) = (view.exhibition.clone(), view.cache.clone());
        let (plaza, wish) = (plaza.cloned(), wish.clone());
        Choosing::Waiting(Slow::start(ctx, move || {
            let sights = sights(&exhibition, &cache);
            offer(&exhibition, plaza.as_deref(), &wish, &sights)
        }))
    }
}

fn offer(exhibition: &Exhibition, plaza: Option<&Plaza>, wish: &Arrangement, sights: &Sights) -> Offer {
    let variants = variants(exhibition, plaza, wish, sights);
    let mut said = Vec::new();
    if let (Some(plaza), Some(first)) = (plaza, variants.first()) {
        said.extend(pins_that_meet(exhibition, plaza));
        said.extend(advice(exhibition, plaza, wish, sights, first.fitted.left.len()));
    }
    Offer { variants, said }
}

/// The dialog while it is open.
pub fn choose_ui(ctx: &egui::Context, pane: &mut PlazaPane, view: &View<'_>, send: &mut Sender) {
    let Some(choosing) = &mut pane.choosing else { return };
    if let Choosing::Waiting(slow) = choosing
        && let Some(offer) = slow.take()
    {
        *choosing = Choosing::Shown(offer);
    }
    let t = of(ctx.theme() == egui::Theme::Dark);
    let lang = view.lang;
    let mut taken = None;
    let modal = Modal::new(Id::unique("variants"))
        .frame(widgets::raised(t, 12, Margin::same(24), Depth::Dialog))
        .show(ctx, |ui| {
            ui.set_width((ctx.content_rect().width() - 120.0).min(1040.0));
            ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
            widgets::line(ui, lang.of(say::VARIANTS), bold(16.0), t.t1, 28.0);
            let mut is_done = false;
            match choosing {
                Choosing::Waiting(_) => {
                    widgets::line(ui, lang.of(words::RECKONING), font(13.0), t.t2, 240.0);
                }
                Choosing::Shown(offer) => {
                    for said in &offer.said {
                        let text = Say::Plaza(said.clone()).text(lang);
                        widgets::paragraph(ui, &text, 13.0, t.warn.0);
                    }
                    let width = (ui.available_width() - 36.0) / 4.0;
                    ui.horizontal_top(|ui| {
                        for (at, variant) in offer.variants.iter().enumerate() {
                            if card_ui(ui, view, variant, at, width, lang) {
                                taken = Some(at);
                            }
                        }
                    });
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let button = Button::new(lang.of(say::LEAVE)).kind(Kind::Quiet);
                is_done = button.show(ui).clicked();
            });
            is_done
        });
    let is_left = modal.inner || modal.should_close();
    if let (Some(at), Some(Choosing::Shown(offer))) = (taken, &pane.choosing) {
        let plaza = Arc::new(offer.variants[at].fitted.plaza.clone());
        let is_there = view.exhibition.plaza(plaza.id).is_some();
        if let Some(camera) = pane.cameras.get_mut(&plaza.id) {
            camera.fits = true;
        }
        send.command(if is_there {
            Command::SetPlaza(plaza)
        } else {
            Command::AddPlaza(plaza)
        });
        send.send(Message::Toast(lang.of(say::ARRANGED).to_string(), true));
        pane.choosing = None;
    } else if is_left {
        pane.choosing = None;
    }
}

/// `true` when it is taken.
fn card_ui(ui: &mut Ui, view: &View<'_>, variant: &Variant, at: usize, width: f32, lang: Lang) -> bool {
    let t = tokens(ui);
    ui.allocate_ui_with_layout(vec2(width, 330.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 6.0;
        let (place, _) = ui.allocate_exact_size(vec2(width, 170.0), Sense::hover());
        ui.painter().rect(
            place,
            6,
            t.ground.0,
            Stroke::new(1.0, t.line.0),
            egui::StrokeKind::Inside,
        );
        small_plan(ui, view.exhibition, &variant.fitted.plaza, None, place.shrink(8.0));
        let name = say::variant(lang, &variant.wish);
        widgets::line(ui, &name, bold(13.0), t.t1, 20.0);
        let score = Say::Plaza(variant.score.say()).text(lang);
        ui.allocate_ui(vec2(width, 66.0), |ui| {
            ui.set_min_height(66.0);
            widgets::paragraph(ui, &score, 12.0, t.t2);
        });
        let word = say::take(lang, at + 1);
        let kind = if at == 0 { Kind::Primary } else { Kind::Normal };
        Button::new(&word).kind(kind).width(width).show(ui).clicked()
    })
    .inner
}
