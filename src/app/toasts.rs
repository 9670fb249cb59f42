//! Sentences at the foot of the window that go by themselves. Errors that block something stay in place instead.

use super::theme::{Depth, font, tokens};
use super::view::{Message, Sender};
use super::widgets::{self, paint_icon};
use super::words;
use crate::app::actions::Action;
use crate::base::Lang;
use egui::{Align2, Area, Color32, Id, Margin, Order, Sense, Vec2, pos2, vec2};
use egui_material_icons::icons as i;
use std::time::{Duration, Instant};

const SHOWN: Duration = Duration::from_secs(6);

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Done,
    /// Something was refused; nothing changed.
    Refused,
}

struct Toast {
    sentence: String,
    tone: Tone,
    undo: bool,
    until: Instant,
}

#[derive(Default)]
pub struct Toasts {
    list: Vec<Toast>,
}

impl Toasts {
    pub fn say(&mut self, sentence: String, tone: Tone, undo: bool) {
        self.list.retain(|toast| toast.sentence != sentence);
        // What can be taken back is always the last step: older offers would undo something else.
        for toast in &mut self.list {
            toast.undo = false;
        }
        self.list.push(Toast {
            sentence,
            tone,
            undo,
            until: Instant::now() + SHOWN,
        });
        let surplus = self.list.len().saturating_sub(2);
        self.list.drain(..surplus);
    }

    pub fn show(&mut self, ctx: &egui::Context, lang: Lang, send: &mut Sender) {
        let now = Instant::now();
        self.list.retain(|toast| toast.until > now);
        let Some(next) = self.list.iter().map(|toast| toast.until).min() else {
            return;
        };
        ctx.request_repaint_after(next - now);
        let area = Area::new(Id::unique("toasts"))
            .order(Order::Foreground)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -44.0))
            .interactable(true);
        let is_hovered = area
            .show(ctx, |ui| {
                ui.vertical_centered(|ui| {
                    for toast in &self.list {
                        toast_ui(ui, toast, lang, send);
                    }
                });
            })
            .response
            .contains_pointer();
        if is_hovered {
            for toast in &mut self.list {
                toast.until = toast.until.max(now + Duration::from_secs(2));
            }
        }
    }
}

fn toast_ui(ui: &mut egui::Ui, toast: &Toast, lang: Lang, send: &mut Sender) {
    let t = tokens(ui);
    widgets::raised(t, 8, Margin::symmetric(12, 6), Depth::Popup).show(ui, |ui| {
        ui.horizontal(|ui| {
            let (icon, colour): (_, Color32) = match toast.tone {
                Tone::Done => (i::ICON_CHECK_CIRCLE, t.ok.0),
                Tone::Refused => (i::ICON_INFO, t.warn_icon.0),
            };
            let (rect, _) = ui.allocate_exact_size(Vec2::new(20.0, 28.0), Sense::hover());
            paint_icon(ui, icon, pos2(rect.left() + 9.0, rect.center().y), 18.0, colour);
            let most = (ui.ctx().content_rect().width() - 240.0).max(200.0);
            let mut job = egui::text::LayoutJob::simple(toast.sentence.clone(), font(13.0), t.t1.0, most.min(560.0));
            job.halign = egui::Align::LEFT;
            ui.add(egui::Label::new(job));
            if toast.undo && widgets::link(ui, lang.of(words::UNDO)).clicked() {
                send.send(Message::Act(Action::Undo));
            }
        });
    });
}
