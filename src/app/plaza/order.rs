//! The display sequence made anew: by units, theme, heading, date, strokes, sound, or as the boards stand.

use super::plan::Plan;
use super::{PlazaPane, say};
use crate::app::theme::{Depth, bold, of};
use crate::app::view::{Message, Sender, View};
use crate::app::widgets::{self, Button, Kind};
use crate::model::{BoardId, Command};
use crate::plaza::{OrderBy, order_by_rows, ordered};
use egui::{Align, Id, Layout, Margin, Modal, vec2};

/// What is chosen in the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    By(OrderBy),
    Rows,
    Snake,
}

pub const WISHES: [Wish; 8] = [
    Wish::By(OrderBy::Units),
    Wish::By(OrderBy::Theme),
    Wish::By(OrderBy::Heading),
    Wish::By(OrderBy::Date),
    Wish::By(OrderBy::Strokes),
    Wish::By(OrderBy::Pinyin),
    Wish::Rows,
    Wish::Snake,
];

fn made(wish: Wish, plan: &Plan, view: &View<'_>) -> Vec<BoardId> {
    match wish {
        Wish::By(by) => ordered(view.exhibition, by),
        Wish::Rows => order_by_rows(view.exhibition, &plan.plaza, false),
        Wish::Snake => order_by_rows(view.exhibition, &plan.plaza, true),
    }
}

pub fn order_ui(ctx: &egui::Context, pane: &mut PlazaPane, plan: &Plan, view: &View<'_>, send: &mut Sender) {
    let Some(wish) = &mut pane.ordering else { return };
    let t = of(ctx.theme() == egui::Theme::Dark);
    let lang = view.lang;
    let modal = Modal::new(Id::unique("order by"))
        .frame(widgets::raised(t, 12, Margin::same(24), Depth::Dialog))
        .show(ctx, |ui| {
            ui.set_width(360.0);
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            widgets::line(ui, lang.of(say::ORDER_BY), bold(16.0), t.t1, 28.0);
            for (other, words) in WISHES.iter().zip(say::ORDERS) {
                if widgets::radio(ui, other == wish, lang.of(words)).clicked() {
                    *wish = *other;
                }
            }
            widgets::paragraph(ui, lang.of(say::ORDER_NOTE), 12.0, t.t3.0);
            ui.add_space(4.0);
            let mut answer = None;
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::new(lang.of(say::RENUMBER))
                    .kind(Kind::Primary)
                    .show(ui)
                    .clicked()
                {
                    answer = Some(true);
                }
                if Button::new(lang.of(say::LEAVE)).kind(Kind::Quiet).show(ui).clicked() {
                    answer = Some(false);
                }
            });
            answer
        });
    let wish = *wish;
    let is_left = modal.should_close();
    match modal.inner {
        Some(true) => {
            let order = made(wish, plan, view);
            if order != *view.exhibition.order {
                send.command(Command::SetOrder(order));
                send.send(Message::Toast(lang.of(say::RENUMBERED).to_string(), true));
            }
            pane.ordering = None;
        }
        Some(false) => pane.ordering = None,
        None if is_left => pane.ordering = None,
        None => {}
    }
}
