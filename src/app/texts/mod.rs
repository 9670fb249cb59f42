//! 文字: a panel beside any workspace with what is done to texts across the whole show: find and replace, clean up,
//! settle characters, keep the word list, see and give styles. Everything is shown before it is done, and is one step to undo.

mod clean;
mod find;
mod finder;
mod open;
mod row;
mod say;
mod styles;
mod words_list;

pub use say::words_taken;

use super::session::Session;
use super::theme::{bold, tokens};
use super::view::{Sender, View};
use super::widgets::{self, icon_button_sized};
use super::words;
use egui::{Align, Layout, Margin, Ui, vec2};
use egui_material_icons::icons as i;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Find,
    Clean,
    Open,
    Words,
    Styles,
}

const TABS: [Tab; 5] = [Tab::Find, Tab::Clean, Tab::Open, Tab::Words, Tab::Styles];

/// Width of the panel in points.
pub const WIDTH: f32 = 400.0;

#[derive(Default)]
pub struct TextPane {
    tab: Tab,
    find: find::FindPane,
    clean: clean::CleanPane,
    open: open::OpenPane,
    words: words_list::WordsPane,
}

impl TextPane {
    /// The field to type into takes the keyboard at the next frame.
    pub fn focus(&mut self) {
        self.tab = Tab::Find;
        self.find.wants_focus = true;
    }

    /// `true` when it is to be shut.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, session: &Session, send: &mut Sender) -> bool {
        let t = tokens(ui);
        let lang = view.lang;
        let edge = ui.max_rect();
        ui.painter()
            .vline(edge.left() + 0.5, edge.y_range(), egui::Stroke::new(1.0, t.line.0));
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let mut is_shut = false;
        egui::Frame::new()
            .inner_margin(Margin {
                left: 16,
                right: 8,
                top: 8,
                bottom: 0,
            })
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    widgets::line(ui, lang.of(words::TEXT_TOOLS), bold(14.0), t.t1, 32.0);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        is_shut =
                            icon_button_sized(ui, i::ICON_CLOSE, lang.of(words::CLOSE), false, true, 28.0).clicked();
                    });
                });
            });
        let counts = [0, 0, self.open.count(), view.exhibition.words.pairs.len(), 0];
        let names = [say::FIND, say::CLEAN, say::OPEN, say::WORDS, say::STYLES].map(|words| lang.of(words));
        let labels: Vec<(&str, usize)> = names.into_iter().zip(counts).collect();
        let at = TABS.iter().position(|tab| *tab == self.tab).unwrap_or_default();
        if let Some(next) = widgets::tabs(ui, &labels, at) {
            self.tab = TABS[next];
        }
        match self.tab {
            Tab::Find => self.find.show(ui, view, send),
            Tab::Clean => self.clean.show(ui, view, send),
            Tab::Open => {
                if let Some(pair) = self.open.show(ui, view, send) {
                    self.words.propose(pair);
                    self.tab = Tab::Words;
                }
            }
            Tab::Words => self.words.show(ui, view, send),
            Tab::Styles => styles::styles_ui(ui, view, session, send),
        }
        let is_away = ui.input(|input| input.key_pressed(egui::Key::Escape))
            && ui.ui_contains_pointer()
            && !ui.ctx().text_edit_focused();
        is_shut || is_away
    }
}
