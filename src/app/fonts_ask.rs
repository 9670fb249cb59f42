//! Before an export: which texts stand in another face because this PC lacks the font that the show names.

use super::dialogs::{Ask, Purpose, answers, question};
use super::tasks::Export;
use super::theme::tokens;
use super::view::{Message, Sender};
use super::widgets::{self, Button, Kind};
use super::words::{self, Words};
use crate::base::{Finding, Lang};
use crate::check::FONT_MISSING;
use crate::model::Exhibition;
use crate::text::{self, stand_in};
use egui::{ScrollArea, Ui};

const QUESTION: Words = [
    "有字体本机没有，照样导出吗？",
    "有字型本機沒有，照樣匯出嗎？",
    "Some fonts are missing on this PC. Export anyway?",
];
const HINT: Words = [
    "这些文字会用代替的字体付印。要原来的字体，请先装上它，或在“字体”里另选。",
    "這些文字會用代替的字型付印。要原來的字型，請先裝上它，或在「字型」裡另選。",
    "These texts would be printed in a stand-in. For the real font, install it first or choose another under Fonts.",
];
const UNKNOWN: Words = [
    "检查还没看完，哪些文字受影响还不知道。",
    "檢查還沒看完，哪些文字受影響還不知道。",
    "The check is not done yet; which texts are affected is not known.",
];
const GO_ON: Words = ["用代替的字体导出", "用代替的字型匯出", "Export with the stand-ins"];

pub struct FontsAsk {
    what: Export,
    texts: Vec<Finding>,
}

impl FontsAsk {
    pub fn new(what: Export, texts: Vec<Finding>) -> FontsAsk {
        FontsAsk { what, texts }
    }

    /// `true` when it is answered.
    pub fn show(&mut self, ui: &mut Ui, lang: Lang, send: &mut Sender) -> bool {
        let t = tokens(ui);
        question(ui, lang.of(QUESTION));
        widgets::paragraph(ui, lang.of(HINT), 13.0, t.t2);
        if self.texts.is_empty() {
            widgets::paragraph(ui, lang.of(UNKNOWN), 13.0, t.warn);
        }
        ScrollArea::vertical()
            .id_salt("texts in other fonts")
            .max_height(280.0)
            .show(ui, |ui| {
                for finding in &self.texts {
                    let board = finding.place.board.as_deref().unwrap_or_default();
                    widgets::paragraph(ui, &format!("{board}　{}", finding.text(lang)), 12.0, t.t1);
                }
            });
        let deed = Button::new(lang.of(GO_ON)).kind(Kind::Confirm);
        let answer = answers(ui, deed, lang.of(words::CANCEL));
        if answer == Some(true) {
            send.send(Message::Ask(Ask::Accepted(Purpose::Export(self.what.clone()))));
        }
        answer.is_some()
    }
}

/// What to ask before these boards go to print; `None` where every font is here or no text needs the missing ones.
pub fn to_accept(
    what: &Export,
    exhibition: &Exhibition,
    findings: &[Finding],
    is_checked: bool,
) -> Option<Vec<Finding>> {
    let boards = match what {
        Export::Boards(boards) | Export::Joined(boards) | Export::Handover(boards, _) => boards,
        // Plans are set in shipped faces.
        Export::PlanPdf(_)
        | Export::PlanPng(_)
        | Export::PlanPapers(_)
        | Export::WalkPng(_)
        | Export::Paper(..)
        | Export::Minutes(..)
        | Export::Registers => {
            return None;
        }
    };
    text::missing(&exhibition.show.fonts).next()?;
    let is_here = |finding: &&Finding| {
        let code = finding.place.board.as_deref();
        let board = code.and_then(|code| exhibition.board_by_code(code));
        finding.rule == FONT_MISSING && board.is_some_and(|board| boards.contains(&board.id))
    };
    let texts: Vec<Finding> = findings.iter().filter(is_here).cloned().collect();
    (!texts.is_empty() || !is_checked).then_some(texts)
}

/// A sentence for a show that was just opened: which of its fonts are not here, and what stands in.
pub fn missing(exhibition: &Exhibition, lang: Lang) -> Option<String> {
    let gone: Vec<String> = text::missing(&exhibition.show.fonts)
        .map(|(slot, font)| format!("{} → {}", font.full_name, lang.of(stand_in(slot).face_names())))
        .collect();
    let (count, list) = (gone.len(), gone.join("、"));
    (count > 0).then(|| {
        lang.of([
            format!("本机缺 {count} 个字体：{list}。哪些文字受影响，见印制里的检查。"),
            format!("本機缺 {count} 個字型：{list}。哪些文字受影響，見印製裡的檢查。"),
            format!("Not on this PC: {list}. The check under Print lists the texts."),
        ])
    })
}
