//! Which faces the six styles of type are set in: the shipped ones, or installed fonts that the show names.

use super::dialogs::{answers, question};
use super::font_work::{Coverage, FontDone, FontFacts, FontWork, SAMPLE_PX, SampleOf};
use super::tasks::Work;
use super::theme::{bold, font, tokens};
use super::view::{Message, Sender, View};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::{FontSlot, Lang};
use crate::model::{Command, ShowFonts};
use crate::raster::Picture;
use crate::store::{Installed, InstalledFace};
use crate::text::{Embedding, Unusable, Weight, at_hand, missing, stand_in};
use egui::{Align, Layout, Rect, ScrollArea, Sense, TextureHandle, Ui, UiBuilder, pos2, vec2};
use std::collections::{HashMap, HashSet};

pub const FONTS: Words = ["字体", "字型", "Fonts"];
pub const FONTS_HELP: Words = [
    "六种字各用哪个字体，可换成本机装的",
    "六種字各用哪個字型，可換成本機裝的",
    "Which face each style has; installed ones may be named",
];
const HINT: Words = [
    "自带的字体在每台电脑上都一样。换成本机装的字体后，别的电脑要装同一个文件才一样；没有时用代替的字体，检查里会列出。",
    "內建的字型在每台電腦上都一樣。換成本機裝的字型後，別的電腦要裝同一個檔案才一樣；沒有時用代替的字型，檢查裡會列出。",
    "The shipped faces are the same on every PC. An installed font needs the very same file on the others; where it is missing a stand-in is set and the check lists the texts.",
];
const CHANGE: Words = ["更换…", "更換…", "Change…"];
const SHIPPED: Words = ["用自带的", "用內建的", "Use the shipped one"];
const NOT_HERE: Words = ["本机没有：", "本機沒有：", "Not on this PC: "];
const STANDS_IN: Words = ["代替", "代替", "stands in"];
const SEARCH: Words = ["搜索字体", "搜尋字型", "Search fonts"];
const LISTING: Words = [
    "正在看本机装了哪些字体…",
    "正在看本機裝了哪些字型…",
    "Looking at the installed fonts…",
];
const NONE: Words = ["没有这样的字体", "沒有這樣的字型", "No such font"];
const PICK: Words = [
    "点一个字体，看它缺不缺字",
    "點一個字型，看它缺不缺字",
    "Click a font to see what it lacks",
];
const USE: Words = ["用这个字体", "用這個字型", "Use this font"];
const BACK: Words = ["返回", "返回", "Back"];
const ONLY_SIMPLIFIED: Words = ["只有简体字", "只有簡體字", "Simplified only"];
const NO_CHINESE: Words = ["没有汉字", "沒有漢字", "no Chinese"];

#[derive(Default)]
pub struct FontsForm {
    /// The style that is being given another font.
    choosing: Option<FontSlot>,
    search: String,
    list: Option<Installed>,
    is_listing: bool,
    picked: Option<(std::path::PathBuf, u32)>,
    facts: Option<Result<Box<FontFacts>, Unusable>>,
    samples: HashMap<SampleOf, TextureHandle>,
    asked: HashSet<SampleOf>,
    arrived: Vec<(SampleOf, Picture)>,
}

impl FontsForm {
    /// What a job found out for this form.
    pub fn take(&mut self, done: FontDone) {
        match done {
            FontDone::List(list) => self.list = Some(list),
            FontDone::Taken(Ok(facts)) => {
                // A slow file may come back after another one was clicked.
                let is_current = |(file, index): &(std::path::PathBuf, u32)| {
                    let listed = self.list.iter().flat_map(|list| &list.faces);
                    let mut it = listed.filter(|face| face.file == *file && face.index == *index);
                    it.any(|face| face.portrait == facts.portrait)
                };
                if self.picked.as_ref().is_some_and(is_current) {
                    self.facts = Some(Ok(facts));
                }
            }
            FontDone::Taken(Err(why)) => self.facts = Some(Err(why)),
            FontDone::Samples(samples) => self.arrived.extend(samples),
        }
    }

    /// `true` when it is done with.
    pub fn show(&mut self, ui: &mut Ui, view: &View<'_>, send: &mut Sender) -> bool {
        for (of, picture) in self.arrived.drain(..) {
            let size = [picture.width as usize, picture.height as usize];
            let image = egui::ColorImage::from_rgba_premultiplied(size, &picture.rgba);
            let texture = ui
                .ctx()
                .load_texture("font sample", image, egui::TextureOptions::LINEAR);
            self.samples.insert(of, texture);
        }
        if !std::mem::replace(&mut self.is_listing, true) {
            send.send(Message::Start(Work::Fonts(FontWork::List)));
        }
        let mut wishes = Vec::new();
        let is_done = match self.choosing {
            None => self.slots_ui(ui, view, &mut wishes, send),
            Some(slot) => {
                self.choose_ui(ui, slot, view, &mut wishes, send);
                false
            }
        };
        wishes.retain(|of| self.asked.insert(of.clone()));
        if !wishes.is_empty() {
            send.send(Message::Start(Work::Fonts(FontWork::Samples(wishes))));
        }
        is_done
    }

    fn slots_ui(&mut self, ui: &mut Ui, view: &View<'_>, wishes: &mut Vec<SampleOf>, send: &mut Sender) -> bool {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, lang.of(FONTS));
        widgets::paragraph(ui, lang.of(HINT), 12.0, t.t2);
        ui.add_space(4.0);
        for slot in FontSlot::ALL {
            self.slot_ui(ui, slot, view, wishes, send);
        }
        let mut is_done = false;
        ui.add_space(8.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            is_done = Button::new(lang.of(words::OK))
                .kind(Kind::Primary)
                .large()
                .show(ui)
                .clicked();
        });
        is_done
    }

    fn slot_ui(&mut self, ui: &mut Ui, slot: FontSlot, view: &View<'_>, wishes: &mut Vec<SampleOf>, send: &mut Sender) {
        let (lang, t) = (view.lang, tokens(ui));
        let fonts = &view.exhibition.show.fonts;
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 60.0), Sense::hover());
        ui.painter()
            .hline(row.x_range(), row.top(), egui::Stroke::new(1.0, t.line.0));
        let words = Rect::from_min_size(row.min + vec2(0.0, 8.0), vec2(210.0, 22.0));
        widgets::told_in(ui, words, lang.of(slot.names()), bold(13.0), t.t1);
        let (sentence, is_well) = in_words(slot, fonts, lang);
        let colour = if is_well { t.t2 } else { t.warn };
        widgets::told_in(ui, words.translate(vec2(0.0, 22.0)), &sentence, font(12.0), colour);
        let face = view.home.fonts.with_named(&at_hand(fonts)).choose(slot, Weight(400));
        let place = Rect::from_min_size(pos2(row.left() + 220.0, row.top() + 8.0), sample_size());
        self.sample_ui(ui, place, &SampleOf::Face(face), wishes);
        let buttons = Rect::from_min_max(pos2(place.right() + 12.0, row.top()), row.max);
        let mut ui = ui.new_child(
            UiBuilder::new()
                .max_rect(buttons)
                .id_salt(slot)
                .layout(Layout::right_to_left(Align::Center)),
        );
        if Button::new(lang.of(CHANGE)).show(&mut ui).clicked() {
            self.choosing = Some(slot);
            (self.picked, self.facts) = (None, None);
        }
        if fonts.contains_key(&slot) && Button::new(lang.of(SHIPPED)).kind(Kind::Quiet).show(&mut ui).clicked() {
            let mut fonts = fonts.clone();
            fonts.remove(&slot);
            send.command(Command::SetFonts(fonts));
        }
    }

    fn sample_ui(&self, ui: &Ui, place: Rect, of: &SampleOf, wishes: &mut Vec<SampleOf>) {
        let texture = self.samples.get(of);
        if texture.is_none() && !self.asked.contains(of) && !wishes.contains(of) {
            wishes.push(of.clone());
        }
        widgets::thumbnail(ui, place, texture.map(TextureHandle::id));
    }

    fn choose_ui(
        &mut self,
        ui: &mut Ui,
        slot: FontSlot,
        view: &View<'_>,
        wishes: &mut Vec<SampleOf>,
        send: &mut Sender,
    ) {
        let (lang, t) = (view.lang, tokens(ui));
        question(ui, &format!("{} · {}", lang.of(FONTS), lang.of(slot.names())));
        let width = ui.available_width();
        widgets::search(ui, &mut self.search, lang.of(SEARCH), width, "");
        let listed = self.list.take();
        match &listed {
            Some(list) => self.list_ui(ui, list, lang, wishes, send),
            None => {
                widgets::line(ui, lang.of(LISTING), widgets::body(), t.t2, LIST_HEIGHT);
            }
        }
        if let Some(list) = listed.as_ref().filter(|list| !list.skipped.is_empty()) {
            let names = list.skipped.iter().take(20).map(|(file, _)| file.display().to_string());
            let names = names.collect::<Vec<_>>().join("\n");
            widgets::line(ui, &skipped(lang, list.skipped.len()), font(12.0), t.t3, 18.0).on_hover_text(names);
        }
        self.list = listed;
        self.facts_ui(ui, lang);
        let is_ready = matches!(&self.facts, Some(Ok(facts)) if facts.portrait.embedding.is_allowed());
        let deed = Button::new(lang.of(USE)).kind(Kind::Primary).enabled(is_ready);
        match answers(ui, deed, lang.of(BACK)) {
            Some(true) => {
                if let Some(Ok(facts)) = &self.facts {
                    let fonts = with(&view.exhibition.show.fonts, slot, &facts.font);
                    send.command(Command::SetFonts(fonts));
                }
                self.choosing = None;
            }
            Some(false) => self.choosing = None,
            None => {}
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, list: &Installed, lang: Lang, wishes: &mut Vec<SampleOf>, send: &mut Sender) {
        let t = tokens(ui);
        let wanted = self.search.trim().to_lowercase();
        let faces: Vec<&InstalledFace> = list.faces.iter().filter(|face| is_called(face, &wanted)).collect();
        if faces.is_empty() {
            widgets::line(ui, lang.of(NONE), widgets::body(), t.t2, LIST_HEIGHT);
            return;
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical()
                .id_salt("installed fonts")
                .auto_shrink([false, false])
                .max_height(LIST_HEIGHT)
                .show_rows(ui, 60.0, faces.len(), |ui, shown| {
                    for face in &faces[shown] {
                        self.face_ui(ui, face, lang, wishes, send);
                    }
                });
        });
    }

    fn face_ui(
        &mut self,
        ui: &mut Ui,
        face: &InstalledFace,
        lang: Lang,
        wishes: &mut Vec<SampleOf>,
        send: &mut Sender,
    ) {
        let t = tokens(ui);
        let key = (face.file.clone(), face.index);
        let portrait = &face.portrait;
        let (row, response) = widgets::list_row(ui, 60.0, self.picked.as_ref() == Some(&key), &portrait.full_name);
        let words = Rect::from_min_max(row.min + vec2(8.0, 8.0), pos2(row.right() - 280.0, row.top() + 30.0));
        widgets::text_in(ui, words, &portrait.full_name, bold(13.0), t.t1);
        let mut notes = vec![portrait.weight.to_string()];
        notes.extend(
            portrait
                .families
                .iter()
                .filter(|name| **name != portrait.full_name)
                .cloned(),
        );
        let mut is_well = true;
        for (is_so, word) in [
            (!portrait.has_chinese, lang.of(NO_CHINESE)),
            (portrait.only_simplified, lang.of(ONLY_SIMPLIFIED)),
            (!portrait.embedding.is_allowed(), lang.of(right(portrait.embedding))),
        ] {
            if is_so {
                notes.insert(0, word.into());
                is_well = false;
            }
        }
        let colour = if is_well { t.t2 } else { t.warn };
        let below = words.translate(vec2(0.0, 22.0));
        widgets::text_in(ui, below, &notes.join(" · "), font(12.0), colour);
        let place = Rect::from_min_size(pos2(row.right() - 272.0, row.top() + 8.0), sample_size());
        self.sample_ui(ui, place, &SampleOf::File(face.file.clone(), face.index), wishes);
        if response.clicked() {
            self.picked = Some(key);
            self.facts = None;
            send.send(Message::Start(Work::Fonts(FontWork::Take(face.clone()))));
        }
    }

    /// What the picked font lacks and what its maker allows.
    fn facts_ui(&self, ui: &mut Ui, lang: Lang) {
        let t = tokens(ui);
        let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), 66.0), Sense::hover());
        let line =
            |index: usize| Rect::from_min_size(place.min + vec2(0.0, index as f32 * 22.0), vec2(place.width(), 22.0));
        match &self.facts {
            None if self.picked.is_some() => widgets::text_in(ui, line(0), lang.of(words::CHECKING), font(12.0), t.t2),
            None => widgets::text_in(ui, line(0), lang.of(PICK), font(12.0), t.t2),
            Some(Err(why)) => widgets::told_in(ui, line(0), lang.of(unusable(*why)), font(12.0), t.error),
            Some(Ok(facts)) => {
                let colour = |is_well: bool| if is_well { t.t2 } else { t.warn };
                for (script, coverage) in [&facts.hans, &facts.hant].into_iter().enumerate() {
                    let mut sentence = covered(lang, script, coverage);
                    if script == 1 && facts.portrait.only_simplified {
                        sentence = format!("{} · {sentence}", lang.of(ONLY_SIMPLIFIED));
                    }
                    let is_well = coverage.lacking.is_empty();
                    widgets::told_in(ui, line(script), &sentence, font(12.0), colour(is_well));
                }
                let is_allowed = facts.portrait.embedding.is_allowed();
                let colour = if is_allowed { t.t2 } else { t.error };
                let sentence = lang.of(right(facts.portrait.embedding));
                widgets::told_in(ui, line(2), sentence, font(12.0), colour);
            }
        }
    }
}

const LIST_HEIGHT: f32 = 300.0;

fn sample_size() -> egui::Vec2 {
    vec2(SAMPLE_PX[0] as f32, SAMPLE_PX[1] as f32) / 2.0
}

/// Another weight of the same family joins the others; another family takes their place.
fn with(fonts: &ShowFonts, slot: FontSlot, font: &crate::base::NamedFont) -> ShowFonts {
    let mut fonts = fonts.clone();
    let list = fonts.entry(slot).or_default();
    list.retain(|other| other.family == font.family && other.weight != font.weight);
    list.push(font.clone());
    list.sort_by_key(|font| font.weight);
    fonts
}

fn is_called(face: &InstalledFace, wanted: &str) -> bool {
    let portrait = &face.portrait;
    let names = portrait
        .families
        .iter()
        .chain([&portrait.full_name, &portrait.postscript_name]);
    wanted.is_empty() || names.into_iter().any(|name| name.to_lowercase().contains(wanted))
}

/// The face of a style, and whether all is as it should be.
fn in_words(slot: FontSlot, fonts: &ShowFonts, lang: Lang) -> (String, bool) {
    let shipped = lang.of(stand_in(slot).face_names());
    let Some(list) = fonts.get(&slot) else {
        let is_own = stand_in(slot) == slot;
        let sentence = if is_own {
            shipped.to_string()
        } else {
            format!("{shipped} {}", lang.of(STANDS_IN))
        };
        return (sentence, true);
    };
    let names: Vec<&str> = list.iter().map(|font| font.full_name.as_str()).collect();
    let names = names.join("、");
    if missing(fonts).any(|(other, _)| other == slot) {
        (format!("{}{names}", lang.of(NOT_HERE)), false)
    } else {
        (names, true)
    }
}

fn covered(lang: Lang, script: usize, coverage: &Coverage) -> String {
    let (needed, lacking) = (coverage.needed, coverage.lacking.len());
    let some: String = coverage.lacking.iter().take(10).collect();
    let [hans, hant, en] = [["简体", "簡體", "Simplified"], ["繁体", "繁體", "Traditional"]][script.min(1)];
    lang.of(if lacking == 0 {
        [
            format!("{hans}：用到的 {needed} 个字都有"),
            format!("{hant}：用到的 {needed} 個字都有"),
            format!("{en}: has all {needed} characters in use"),
        ]
    } else {
        [
            format!("{hans}：用到的 {needed} 个字里缺 {lacking} 个，会用别的字体补：{some}"),
            format!("{hant}：用到的 {needed} 個字裡缺 {lacking} 個，會用別的字型補：{some}"),
            format!("{en}: lacks {lacking} of {needed} characters in use; others come in: {some}"),
        ]
    })
}

fn right(embedding: Embedding) -> Words {
    match embedding {
        Embedding::Installable | Embedding::Editable => {
            ["可以嵌入 PDF 付印", "可以嵌入 PDF 付印", "May be embedded in a PDF"]
        }
        Embedding::PreviewAndPrint => [
            "可以嵌入 PDF，只供查看和打印",
            "可以嵌入 PDF，只供檢視和列印",
            "May be embedded for viewing and printing",
        ],
        Embedding::Restricted => [
            "作者不许嵌入 PDF，不能付印",
            "作者不許嵌入 PDF，不能付印",
            "Its maker does not allow it in a PDF",
        ],
        Embedding::NoSubset => [
            "作者不许只嵌入一部分，不能付印",
            "作者不許只嵌入一部分，不能付印",
            "Its maker does not allow a part of it in a PDF",
        ],
        Embedding::BitmapOnly => [
            "作者只许嵌入点阵，不能付印",
            "作者只許嵌入點陣，不能付印",
            "Its maker allows only bitmaps of it in a PDF",
        ],
    }
}

fn unusable(why: Unusable) -> Words {
    match why {
        Unusable::NotAFont => ["这个文件不是字体", "這個檔案不是字型", "This file is no font"],
        Unusable::Damaged => ["这个字体坏了，不能用", "這個字型壞了，不能用", "This font is damaged"],
        Unusable::NoOutlines => [
            "这个字体没有能付印的轮廓",
            "這個字型沒有能付印的輪廓",
            "This font has no outlines for print",
        ],
    }
}

fn skipped(lang: Lang, files: usize) -> String {
    lang.of([
        format!("{files} 个字体文件用不了，没有列出"),
        format!("{files} 個字型檔用不了，沒有列出"),
        format!("Font files that cannot be used and are not listed: {files}"),
    ])
}
