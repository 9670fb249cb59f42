//! Half-width marks in Chinese text: they break the line's rhythm and come from the wrong input mode.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::{Board, Proposal, TwoScript, slips_on};
use crate::script::{Edit, Script, Slip, slips};

pub const RULE: &str = "half-width";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let Some(text) = element.texts().into_iter().find_map(half_width) else {
            continue;
        };
        let say = CheckSay::HalfWidth { text };
        found.push(subject.find(Some(element.id), Severity::Warning, RULE, say));
    }
}

/// Every such mark as it should be.
pub fn mended(board: &Board) -> Vec<Proposal> {
    let is_mark = |one: &Proposal| one.is_sure && matches!(one.slip, Some(Slip::Mark | Slip::Quote));
    slips_on(board).into_iter().filter(is_mark).collect()
}

fn half_width(text: &TwoScript) -> Option<String> {
    let mut paras = text.source.paras.iter();
    paras.find_map(|para| first_half_width(&para.text, text.authored))
}

/// The first such mark with the characters around it.
fn first_half_width(text: &str, script: Script) -> Option<String> {
    let is_mark = |edit: &Edit| edit.is_sure && matches!(edit.slip, Slip::Mark | Slip::Quote);
    let edit = slips(text, script).into_iter().find(is_mark)?;
    let before = text[..edit.range.start].char_indices().rev().nth(2);
    let start = before.map_or(0, |(at, _)| at);
    Some(text[start..].chars().take(7).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_wrong_width_are_found_and_figures_are_left_alone() {
        for (text, wanted) in [
            ("春天,来了", Some("春天,来了")),
            ("一共3.5公里", None),
            ("早上10:30开会", None),
            ("时间:上午", Some("时间:上午")),
            ("他说\"好\"。", Some("他说\"好\"。")),
            ("（括号）,", Some("括号）,")),
            ("用 GPS, 走", Some("GPS, 走")),
            ("第一(二)段", Some("第一(二)段")),
            ("https://qinghe.example/wu", None),
        ] {
            assert_eq!(first_half_width(text, Script::Hans).as_deref(), wanted, "{text}");
        }
    }
}
