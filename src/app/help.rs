//! The help beside the work: a page a task, with pictures, and the page of keys that is made from the action table.

use super::actions::{TABLE, keys_text};
use super::session::Workspace;
use super::theme::{bold, font, tokens};
use super::view::View;
use super::widgets;
use super::words::Words;
use crate::base::Lang;
use egui::{Align, Color32, Layout, Margin, Rect, ScrollArea, Sense, TextureHandle, Ui, vec2};
use egui_material_icons::icons as i;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;

pub const WIDTH: f32 = 392.0;
pub const HELP: Words = ["帮助", "說明", "Help"];
pub const HELP_HELP: Words = [
    "这里能做什么、怎么做",
    "這裡能做什麼、怎麼做",
    "What can be done here, and how",
];
const CLOSE: Words = ["关闭帮助", "關閉說明", "Close the help"];
const BACK: Words = ["全部题目", "全部題目", "All pages"];
const KEYS: Words = ["快捷键", "快速鍵", "Keys"];
const LOST: Words = [
    "帮助文件不见了，请把压缩包完整解开。",
    "說明檔案不見了，請把壓縮檔完整解開。",
    "The help is missing: unpack the whole zip.",
];

/// In a window narrower than this the help lies over the inspector: the canvas keeps its room.
const WIDE: f32 = 1600.0;

/// The place of the help at the right of the window; gives back what is shown there.
pub fn beside<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let t = tokens(ui);
    let ground = egui::Frame::new().fill(t.panel.0);
    if ui.ctx().content_rect().width() >= WIDE {
        let panel = egui::Panel::right("help").exact_size(WIDTH).resizable(false);
        return panel.frame(ground).show(ui, add).inner;
    }
    let place = ui.available_rect_before_wrap();
    let place = Rect::from_min_max(egui::pos2(place.right() - WIDTH, place.top()), place.max);
    let area = egui::Area::new(egui::Id::unique("help")).fixed_pos(place.min);
    let shown = area.show(ui.ctx(), |ui| {
        ground.show(ui, |ui| {
            ui.set_min_size(place.size());
            ui.set_max_size(place.size());
            ui.painter()
                .vline(place.left() + 0.5, place.y_range(), egui::Stroke::new(1.0, t.line.0));
            add(ui)
        })
    });
    shown.inner.inner
}

/// Texts in the order of `Lang`.
type Three = [String; 3];

/// One task.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    pub id: String,
    /// The workspace whose F1 opens it.
    #[serde(default)]
    pub at: Option<String>,
    pub title: Three,
    pub lead: Three,
    pub steps: Vec<Three>,
}

/// The pages of `assets/help/help.yaml`; what is wrong with it is a sentence for who writes it.
pub fn pages(text: &str) -> Result<Vec<Page>, String> {
    serde_yaml_ng::from_str(text).map_err(|error| error.to_string())
}

/// The picture of a page in `assets/help`: of the window in this language.
pub fn picture_name(page: &Page, lang: Lang) -> String {
    format!("{}/{}.jpg", lang.tag(), page.id)
}

/// The manual of one language as Markdown: every page, then the keys.
pub fn manual(pages: &[Page], lang: Lang) -> String {
    let mut text = format!(
        "# {}\n",
        lang.of(["展板 使用说明", "展板 使用說明", "zhanban: the manual"])
    );
    for page in pages {
        text.push_str(&format!("\n## {}\n", page.title[lang as usize]));
        text.push_str(&format!(
            "![{0}](../assets/help/{1})\n\n",
            page.title[lang as usize],
            picture_name(page, lang)
        ));
        text.push_str(&format!("{}\n\n", page.lead[lang as usize]));
        for (number, step) in (1..).zip(&page.steps) {
            text.push_str(&format!("{number}. {}\n", step[lang as usize]));
        }
    }
    text.push_str(&format!("\n## {}\n| | | |\n|---|---|---|\n", lang.of(KEYS)));
    for row in TABLE {
        let keys = keys_text(row);
        let keys = if keys.is_empty() {
            String::new()
        } else {
            format!("`{keys}`")
        };
        text.push_str(&format!(
            "| {keys} | {} | {} |\n",
            lang.of(row.label),
            lang.of(row.help)
        ));
    }
    text
}

#[derive(Default)]
pub struct HelpPane {
    /// None where they cannot be read.
    pages: Option<Arc<[Page]>>,
    is_open: bool,
    /// `None`: the list. The keys are the page behind the last.
    at: Option<usize>,
    /// `None`: there is no picture of this name.
    pictures: BTreeMap<String, Option<TextureHandle>>,
}

impl HelpPane {
    /// The next time it opens at the page of the workspace again.
    pub fn close(&mut self) {
        self.is_open = false;
    }

    fn pages(&mut self, view: &View<'_>) -> Arc<[Page]> {
        let read = || {
            let bytes = view.home.help_file("help.yaml").unwrap_or_default();
            pages(&String::from_utf8_lossy(&bytes)).unwrap_or_default().into()
        };
        self.pages.get_or_insert_with(read).clone()
    }

    /// `true` when it is to be closed.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, workspace: Workspace) -> bool {
        let t = tokens(ui);
        let lang = view.lang;
        let pages = self.pages(view);
        if !std::mem::replace(&mut self.is_open, true) {
            let name = workspace.name();
            self.at = pages.iter().position(|page| page.at.as_deref() == Some(name));
        }
        let mut is_closed = false;
        egui::Frame::new()
            .inner_margin(Margin::symmetric(16, 12))
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    widgets::line(ui, lang.of(HELP), bold(16.0), t.t1, 32.0);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        is_closed = widgets::icon_button(ui, i::ICON_CLOSE, lang.of(CLOSE), false, true).clicked();
                        if self.at.is_some() && widgets::link(ui, lang.of(BACK)).clicked() {
                            self.at = None;
                        }
                    });
                });
            });
        widgets::hairline(ui);
        if pages.is_empty() {
            widgets::empty_state(ui, i::ICON_HELP, lang.of(LOST), None);
            return is_closed;
        }
        ScrollArea::vertical()
            .id_salt(self.at)
            .auto_shrink([false, false])
            .show(ui, |ui| match self.at {
                None => self.list_ui(ui, &pages, lang),
                Some(at) => {
                    let margin = Margin::symmetric(16, 12);
                    egui::Frame::new()
                        .inner_margin(margin)
                        .show(ui, |ui| match pages.get(at) {
                            Some(page) => self.page_ui(ui, page, view),
                            None => keys_ui(ui, lang),
                        });
                }
            });
        is_closed
    }

    fn list_ui(&mut self, ui: &mut Ui, pages: &[Page], lang: Lang) {
        let t = tokens(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        let titles = pages.iter().map(|page| page.title[lang as usize].as_str());
        for (at, title) in titles.chain([lang.of(KEYS)]).enumerate() {
            let (rect, response) = widgets::list_row(ui, 40.0, false, title);
            widgets::text_in(ui, rect.shrink2(vec2(16.0, 0.0)), title, font(14.0), t.t1);
            if response.clicked() {
                self.at = Some(at);
            }
        }
    }

    fn page_ui(&mut self, ui: &mut Ui, page: &Page, view: &View<'_>) {
        let t = tokens(ui);
        let lang = view.lang as usize;
        ui.spacing_mut().item_spacing.y = 8.0;
        widgets::paragraph(ui, &page.title[lang], 20.0, t.t1);
        widgets::paragraph(ui, &page.lead[lang], 14.0, t.t2);
        if let Some(picture) = self.picture(ui, page, view) {
            let size = picture.size_vec2();
            let width = ui.available_width();
            let (rect, _) = ui.allocate_exact_size(vec2(width, width * size.y / size.x.max(1.0)), Sense::hover());
            let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
            ui.painter().image(picture.id(), rect, whole, Color32::WHITE);
        }
        for (number, step) in (1..).zip(&page.steps) {
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, 22.0), Sense::hover());
                widgets::text_in(ui, rect, &number.to_string(), bold(14.0), t.accent);
                // A line on its own would not end at the edge.
                ui.vertical(|ui| widgets::paragraph(ui, &step[lang], 14.0, t.t1));
            });
        }
    }

    fn picture(&mut self, ui: &Ui, page: &Page, view: &View<'_>) -> Option<TextureHandle> {
        let name = picture_name(page, view.lang);
        let made = self.pictures.entry(name.clone()).or_insert_with(|| {
            let bytes = view.home.help_file(&name).ok()?;
            let picture = image::load_from_memory(&bytes).ok()?.to_rgb8();
            let size = [picture.width() as usize, picture.height() as usize];
            let image = egui::ColorImage::from_rgb(size, picture.as_raw());
            Some(ui.ctx().load_texture(&name, image, egui::TextureOptions::LINEAR))
        });
        made.clone()
    }
}

fn keys_ui(ui: &mut Ui, lang: Lang) {
    let t = tokens(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    widgets::paragraph(ui, lang.of(KEYS), 20.0, t.t1);
    ui.add_space(8.0);
    for row in TABLE.iter().filter(|row| row.keys.is_some()) {
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover());
        widgets::text_in(ui, rect, lang.of(row.label), font(13.0), t.t1);
        widgets::text_right(ui, rect.right_center(), &keys_text(row), font(12.0), t.t2);
        response.on_hover_text(lang.of(row.help));
    }
}
