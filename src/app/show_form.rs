//! What an exhibition is called, whose Traditional it takes, how large its boards usually are: for a new one, and to
//! change later.

use super::dialogs::{Ask, Purpose, answers, question};
use super::fields;
use super::theme::tokens;
use super::view::{Message, Sender};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::Lang;
use crate::geom::size;
use crate::model::{Command, Exhibition, Show, TwoName};
use crate::script::{Region, Script, Words as WordList, derive};
use egui::Ui;

pub const NEW_SHOW: Words = ["新建展览", "新建展覽", "New exhibition"];
pub const NEW_SHOW_HELP: Words = [
    "从空白开始，先起名字",
    "從空白開始，先取名字",
    "Starts empty, with a name",
];
pub const SHOW_SETTINGS: Words = ["展览设置", "展覽設定", "Exhibition settings"];
pub const SHOW_SETTINGS_HELP: Words = [
    "名称、繁体字形、常用尺寸",
    "名稱、繁體字形、常用尺寸",
    "Name, Traditional forms, usual size",
];
pub const CHOOSE_HOME: Words = [
    "新展览存在哪个文件夹",
    "新展覽存在哪個資料夾",
    "Folder for the new exhibition",
];
pub const MAKING: Words = ["正在新建展览", "正在新建展覽", "Making the exhibition"];
const NAME_HANS: Words = ["简体名称", "簡體名稱", "Name in Simplified"];
const NAME_HANT: Words = ["繁体名称", "繁體名稱", "Name in Traditional"];
const FORMS: Words = ["繁体用字", "繁體用字", "Traditional forms"];
const FORMS_HINT: Words = [
    "决定繁体的字形、标点位置和用词表，改后所有未定稿的展板随之变化。",
    "決定繁體的字形、標點位置和用詞表，改後所有未定稿的展板隨之變化。",
    "Decides glyph forms, where marks stand and which tables convert; boards not yet approved follow.",
];
const TAIWAN: Words = ["台湾", "台灣", "Taiwan"];
const HONG_KONG: Words = ["香港", "香港", "Hong Kong"];
const GO_ON: Words = ["选文件夹…", "選擇資料夾…", "Choose folder…"];
const USUAL: Words = ["新展板的尺寸", "新展板的尺寸", "Size of new boards"];

pub struct ShowForm {
    show: Show,
    is_new: bool,
    /// The Traditional name follows the Simplified one until somebody writes it.
    follows: bool,
    has_focus: bool,
}

impl ShowForm {
    pub fn new_show() -> ShowForm {
        let empty = TwoName {
            hans: String::new(),
            hant: String::new(),
        };
        ShowForm {
            show: (*Exhibition::new(empty, Region::Mainland).show).clone(),
            is_new: true,
            follows: true,
            has_focus: false,
        }
    }

    pub fn of(show: &Show) -> ShowForm {
        let title = &show.title;
        ShowForm {
            show: show.clone(),
            is_new: false,
            follows: title.hant == traditional(&title.hans, show.region),
            has_focus: false,
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, lang: Lang, send: &mut Sender) -> bool {
        let t = tokens(ui);
        let width = ui.available_width();
        question(ui, lang.of(if self.is_new { NEW_SHOW } else { SHOW_SETTINGS }));
        widgets::heading(ui, lang.of(NAME_HANS));
        let hans = widgets::field(ui, &mut self.show.title.hans, lang.of(NAME_HANS), "", width);
        if !std::mem::replace(&mut self.has_focus, true) {
            hans.request_focus();
        }
        widgets::heading(ui, lang.of(NAME_HANT));
        let hant = widgets::field(ui, &mut self.show.title.hant, lang.of(NAME_HANT), "", width);
        if hant.changed() {
            self.follows = self.show.title.hant.is_empty();
        }
        let mut is_new_form = hans.changed();
        ui.add_space(4.0);
        widgets::heading(ui, lang.of(FORMS));
        let names = [TAIWAN, HONG_KONG].map(|word| (None, lang.of(word)));
        let at = usize::from(self.show.region == Region::HongKong);
        if let Some(picked) = widgets::segmented(ui, "forms", &names, at, 32.0).filter(|picked| *picked != at) {
            self.show.region = [Region::Taiwan, Region::HongKong][picked];
            is_new_form = true;
        }
        if self.follows && is_new_form {
            self.show.title.hant = traditional(&self.show.title.hans, self.show.region);
        }
        widgets::paragraph(ui, lang.of(FORMS_HINT), 12.0, t.t2);
        ui.add_space(4.0);
        widgets::heading(ui, lang.of(USUAL));
        ui.horizontal(|ui| {
            let usual = self.show.usual_size;
            let w = fields::number(ui, lang.of(words::WIDTH), usual.w, "mm", 120.0).unwrap_or(usual.w);
            let h = fields::number(ui, lang.of(words::HEIGHT), usual.h, "mm", 120.0).unwrap_or(usual.h);
            self.show.usual_size = size(w, h);
        });
        for (name, ask) in [
            (super::fonts_form::FONTS, Ask::Fonts),
            (super::colours_form::COLOURS, Ask::Colours),
        ] {
            if !self.is_new && widgets::link(ui, lang.of(name)).clicked() {
                send.send(Message::Ask(ask));
                return true;
            }
        }
        let title = &self.show.title;
        let has_name = !title.hans.trim().is_empty() || !title.hant.trim().is_empty();
        let deed = lang.of(if self.is_new { GO_ON } else { words::OK });
        let deed = Button::new(deed).kind(Kind::Primary).enabled(has_name);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) {
            send.send(if self.is_new {
                Message::Ask(Ask::Path(Purpose::NewShow(Box::new(self.show.clone()))))
            } else {
                Message::Do(Command::SetShow(self.show.clone()))
            });
        }
        answer.is_some()
    }
}

fn traditional(hans: &str, region: Region) -> String {
    derive(hans, Script::Hans, region, &WordList::default(), &[]).text
}

/// `NAME.zhanban`, with nothing in it that a file system refuses.
pub fn folder_name(title: &TwoName) -> String {
    let title = [&title.hans, &title.hant]
        .into_iter()
        .find(|name| !name.trim().is_empty());
    let clean: String = title
        .map_or("", |title| title.trim())
        .chars()
        .map(|c| {
            if c.is_control() || "/\\:*?\"<>|".contains(c) {
                ' '
            } else {
                c
            }
        })
        .take(60)
        .collect();
    format!("{}.zhanban", clean.trim().trim_end_matches('.').trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_takes_the_name_without_what_systems_refuse() {
        let name = |hans: &str, hant: &str| TwoName {
            hans: hans.into(),
            hant: hant.into(),
        };
        assert_eq!(folder_name(&name("水土/青禾", "")), "水土 青禾.zhanban");
        assert_eq!(folder_name(&name("", " 春: ")), "春.zhanban");
        assert_eq!(folder_name(&name("展..", "")), "展.zhanban");
        assert_eq!(folder_name(&name(&"长".repeat(200), "")).chars().count(), 68);
    }
}
