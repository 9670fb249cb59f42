//! What an exhibition is called, whose Traditional it takes, how large its boards usually are: for a new one, and to
//! change later.

use super::dates::day_ui;
use super::dialogs::{Ask, Purpose, answers, question};
use super::fields;
use super::theme::tokens;
use super::view::{Message, Sender};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::{Day, Lang};
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
    "名称、日期、地点、繁体字形、常用尺寸和印厂",
    "名稱、日期、地點、繁體字形、常用尺寸和印刷廠",
    "Name, days, place, Traditional forms, usual size, print shop",
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
const OPENS: Words = ["开展日期", "開展日期", "First day"];
const CLOSES: Words = ["闭展日期", "閉展日期", "Last day"];
const PLACE_HANS: Words = ["展出地点（简体）", "展出地點（簡體）", "Place in Simplified"];
const PLACE_HANT: Words = ["展出地点（繁体）", "展出地點（繁體）", "Place in Traditional"];
const USUAL_SCRIPT: Words = ["新展板的用字", "新展板的用字", "Script of new boards"];
const AS_WRITTEN: Words = ["随文字", "隨文字", "As written"];
const USUAL: Words = ["新展板的尺寸", "新展板的尺寸", "Size of new boards"];

pub struct ShowForm {
    show: Show,
    is_new: bool,
    /// The Traditional name follows the Simplified one until somebody writes it.
    follows: bool,
    place_follows: bool,
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
            place_follows: true,
            has_focus: false,
        }
    }

    pub fn of(show: &Show) -> ShowForm {
        let follows = |name: &TwoName| name.hant == traditional(&name.hans, show.region);
        ShowForm {
            show: show.clone(),
            is_new: false,
            follows: follows(&show.title),
            place_follows: follows(&show.place),
            has_focus: false,
        }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, lang: Lang, send: &mut Sender) -> bool {
        question(ui, lang.of(if self.is_new { NEW_SHOW } else { SHOW_SETTINGS }));
        let is_new_form = self.forms_ui(ui, lang);
        let focus = !std::mem::replace(&mut self.has_focus, true);
        let region = self.show.region;
        let title = (&mut self.show.title, &mut self.follows);
        names_ui(ui, lang, [NAME_HANS, NAME_HANT], title, region, is_new_form, focus);
        self.days_ui(ui, lang);
        let place = (&mut self.show.place, &mut self.place_follows);
        names_ui(ui, lang, [PLACE_HANS, PLACE_HANT], place, region, is_new_form, false);
        self.usual_ui(ui, lang);
        if !self.is_new && self.links_ui(ui, lang, send) {
            return true;
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

    /// `true` when other forms were chosen.
    fn forms_ui(&mut self, ui: &mut Ui, lang: Lang) -> bool {
        let t = tokens(ui);
        widgets::heading(ui, lang.of(FORMS));
        let names = [TAIWAN, HONG_KONG].map(|word| (None, lang.of(word)));
        let at = usize::from(self.show.region == Region::HongKong);
        let picked = widgets::segmented(ui, "forms", &names, at, 32.0).filter(|picked| *picked != at);
        if let Some(picked) = picked {
            self.show.region = [Region::Taiwan, Region::HongKong][picked];
        }
        widgets::paragraph(ui, lang.of(FORMS_HINT), 12.0, t.t2);
        picked.is_some()
    }

    fn days_ui(&mut self, ui: &mut Ui, lang: Lang) {
        let half = half(ui);
        let today = Day::today();
        ui.horizontal_top(|ui| {
            let show = &mut self.show;
            ui.vertical(|ui| {
                ui.set_width(half);
                widgets::heading(ui, lang.of(OPENS));
                if let Some(day) = day_ui(ui, "opens", lang.of(OPENS), show.opens, today, lang, half) {
                    show.opens = day;
                }
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                widgets::heading(ui, lang.of(CLOSES));
                let usual = show.opens.unwrap_or(today);
                if let Some(day) = day_ui(ui, "closes", lang.of(CLOSES), show.closes, usual, lang, half) {
                    show.closes = day;
                }
            });
        });
    }

    fn usual_ui(&mut self, ui: &mut Ui, lang: Lang) {
        let half = half(ui);
        ui.horizontal_top(|ui| {
            let show = &mut self.show;
            ui.vertical(|ui| {
                ui.set_width(half);
                widgets::heading(ui, lang.of(USUAL));
                ui.horizontal(|ui| {
                    let usual = show.usual_size;
                    let width = (half - 8.0) / 2.0;
                    let w = fields::number(ui, lang.of(words::WIDTH), usual.w, "mm", width).unwrap_or(usual.w);
                    let h = fields::number(ui, lang.of(words::HEIGHT), usual.h, "mm", width).unwrap_or(usual.h);
                    show.usual_size = size(w, h);
                });
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                widgets::heading(ui, lang.of(USUAL_SCRIPT));
                const ALL: [Option<Script>; 3] = [None, Some(Script::Hans), Some(Script::Hant)];
                let names = [AS_WRITTEN, words::SIMPLIFIED, words::TRADITIONAL].map(|word| (None, lang.of(word)));
                let at = ALL.iter().position(|script| *script == show.usual_script).unwrap_or(0);
                if let Some(at) = widgets::segmented(ui, lang.of(USUAL_SCRIPT), &names, at, 28.0) {
                    show.usual_script = ALL[at];
                }
            });
        });
    }

    /// What has a window of its own; `true` when one was asked for.
    fn links_ui(&self, ui: &mut Ui, lang: Lang, send: &mut Sender) -> bool {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 20.0;
            let asked = [
                (super::shops::words::SHOPS, Ask::Shops),
                (super::fonts_form::FONTS, Ask::Fonts),
                (super::colours_form::COLOURS, Ask::Colours),
            ];
            for (name, ask) in asked {
                if widgets::link(ui, lang.of(name)).clicked() {
                    send.send(Message::Ask(ask));
                    return true;
                }
            }
            false
        })
        .inner
    }
}

fn half(ui: &Ui) -> f32 {
    (ui.available_width() - ui.spacing().item_spacing.x) / 2.0
}

/// A name in both scripts; the Traditional one follows until somebody writes it.
fn names_ui(
    ui: &mut Ui,
    lang: Lang,
    labels: [Words; 2],
    (name, follows): (&mut TwoName, &mut bool),
    region: Region,
    is_new_form: bool,
    focus: bool,
) {
    let half = half(ui);
    ui.horizontal_top(|ui| {
        let hans = ui
            .vertical(|ui| {
                widgets::heading(ui, lang.of(labels[0]));
                widgets::field(ui, &mut name.hans, lang.of(labels[0]), "", half)
            })
            .inner;
        if focus {
            hans.request_focus();
        }
        ui.vertical(|ui| {
            widgets::heading(ui, lang.of(labels[1]));
            if widgets::field(ui, &mut name.hant, lang.of(labels[1]), "", half).changed() {
                *follows = name.hant.is_empty();
            }
        });
        if *follows && (hans.changed() || is_new_form) {
            name.hant = traditional(&name.hans, region);
        }
    });
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
