//! Characters that could become one of several in the other script, where that script is shown and nobody decided.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::{Element, ElementKind, MarkKind, OtherScript, Para, TwoScript};
use crate::script::{config, doubts};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let mut open: Vec<(char, Vec<char>)> = Vec::new();
        for text in converted(subject, element) {
            for para in &text.source.paras {
                open.extend(of_para(subject, text, para));
            }
        }
        open.sort();
        open.dedup();
        if open.is_empty() {
            continue;
        }
        let say = CheckSay::Doubts {
            characters: open
                .iter()
                .map(|(from, _)| from.to_string())
                .collect::<Vec<_>>()
                .join("、"),
            choices: open[0].1.iter().map(char::to_string).collect::<Vec<_>>().join("／"),
        };
        found.push(subject.find(Some(element.id), Severity::Note, "doubts", say));
    }
}

/// Texts of which a reader sees the derived script: captions always, others where the board shows the other one.
fn converted<'a>(subject: &Subject<'_>, element: &'a Element) -> Vec<&'a TwoScript> {
    let is_derived = |text: &&TwoScript| matches!(text.other, OtherScript::Derived);
    let is_turned = |text: &&TwoScript| text.authored != subject.board.script;
    match &element.kind {
        ElementKind::Photo(photo) => {
            let tag = photo.tag.iter().filter(is_turned);
            photo.caption.iter().chain(tag).filter(is_derived).collect()
        }
        _ => element
            .texts()
            .into_iter()
            .filter(is_turned)
            .filter(is_derived)
            .collect(),
    }
}

fn of_para(subject: &Subject<'_>, text: &TwoScript, para: &Para) -> Vec<(char, Vec<char>)> {
    let picks: Vec<_> = para
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Pick(to) => Some((mark.range.clone(), to.clone())),
            _ => None,
        })
        .collect();
    let config = config(text.authored, subject.exhibition.show.region);
    doubts(&para.text, config, &subject.exhibition.words, &picks)
        .into_iter()
        .map(|doubt| (doubt.from, doubt.choices))
        .collect()
}
