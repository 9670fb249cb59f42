//! Half-width marks in Chinese text: they break the line's rhythm and come from the wrong input mode.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::TwoScript;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let Some(text) = element.texts().into_iter().find_map(half_width) else {
            continue;
        };
        let say = CheckSay::HalfWidth { text };
        found.push(subject.find(Some(element.id), Severity::Warning, "half-width", say));
    }
}

fn half_width(text: &TwoScript) -> Option<String> {
    text.source.paras.iter().find_map(|para| first_half_width(&para.text))
}

/// The first such mark with the characters around it.
fn first_half_width(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let is_han = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| is_han(*c));
    let at = (0..chars.len()).find(|&at| {
        let (before, after) = (is_han(at.checked_sub(1)), is_han(Some(at + 1)));
        match chars[at] {
            ',' | '.' | ';' | '!' | '?' | ')' => before,
            ':' => before || after,
            '(' => after,
            '"' | '\'' => before || after,
            _ => false,
        }
    })?;
    Some(chars[at.saturating_sub(3)..(at + 4).min(chars.len())].iter().collect())
}

/// Han characters and full-width marks.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}')
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
            ("用 GPS, 走", None),
            ("第一(二)段", Some("第一(二)段")),
            ("https://qinghe.example/wu", None),
        ] {
            assert_eq!(first_half_width(text).as_deref(), wanted, "{text}");
        }
    }
}
