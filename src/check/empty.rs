//! Places a template cannot do without that are still empty, and words that only keep a place.

use super::{Subject, excerpt};
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::{Element, ElementKind, SlotKind};

/// What people and older templates write where the real words are to come.
const STAND_INS: &[&str] = &[
    "待补",
    "待補",
    "待定",
    "待填",
    "某某",
    "XX",
    "××",
    "点此输入",
    "點此輸入",
    "此处",
    "此處",
    "TODO",
    "Lorem ipsum",
    "xxx",
    "标题在此",
    "標題在此",
    "输入标题",
    "輸入標題",
    "请输入",
    "請輸入",
];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for slot in subject
        .template
        .iter()
        .flat_map(|template| &template.slots)
        .filter(|slot| slot.required)
    {
        let element = subject
            .shown()
            .find(|element| element.slot.as_ref().is_some_and(|name| name.0 == slot.name));
        let is_filled = match slot.takes {
            SlotKind::Text => element.is_some_and(has_words),
            // An empty photo place that stands there is told by the layout.
            SlotKind::Photo => element.is_some(),
            SlotKind::Number
            | SlotKind::Quote
            | SlotKind::Qr
            | SlotKind::Table
            | SlotKind::Step
            | SlotKind::Change
            | SlotKind::Shape
            | SlotKind::Art
            | SlotKind::Emblem => element.is_some(),
            SlotKind::NumberLabel | SlotKind::CommitteeLabel | SlotKind::ShowLabel => true,
        };
        if !is_filled {
            let is_title = slot.name == "title" || slot.name.starts_with("title.");
            let severity = if is_title { Severity::Error } else { Severity::Warning };
            let say = if is_title {
                CheckSay::TitleMissing
            } else {
                CheckSay::SlotEmpty {
                    slot: slot.name.clone(),
                }
            };
            found.push(subject.find(element.map(|element| element.id), severity, "empty", say));
        }
    }
    for element in subject.shown() {
        for text in element.texts() {
            let plain = text.source.to_plain();
            let line = plain.lines().find_map(|line| {
                let place = STAND_INS.iter().find_map(|words| stand_in(line, words))?;
                // Some characters before it say where it is.
                let start = line[..place].char_indices().rev().nth(5);
                Some(&line[start.map_or(0, |(at, _)| at)..])
            });
            if let Some(line) = line {
                let say = CheckSay::StandIn { text: excerpt(line) };
                found.push(subject.find(Some(element.id), Severity::Warning, "stand-in", say));
                break;
            }
        }
    }
}

/// Where it stands. Two letters could be part of a word (XXL), and three Chinese ones hardly.
fn stand_in(text: &str, words: &str) -> Option<usize> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() && c != 'X');
    let is_alone =
        |at: usize| !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next());
    let mut places = text.match_indices(words).map(|(at, _)| at);
    places.find(|at| !words.is_ascii() || is_alone(*at))
}

fn has_words(element: &Element) -> bool {
    match &element.kind {
        ElementKind::Text(text) => !text.text.source.is_blank(),
        _ => true,
    }
}
