//! Quotation marks and brackets that lack their other half.

use super::{Subject, excerpt};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::model::TwoScript;

const PAIRS: [(char, char); 6] = [
    ('“', '”'),
    ('「', '」'),
    ('『', '』'),
    ('（', '）'),
    ('《', '》'),
    ('【', '】'),
];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let mut texts = element.texts().into_iter();
        let Some((mark, text)) = texts.find_map(of_text) else {
            continue;
        };
        let say = RuleSay::BracketOpen { mark, text };
        found.push(subject.find(Some(element.id), Severity::Warning, "brackets", say));
    }
}

fn of_text(text: &TwoScript) -> Option<(char, String)> {
    let typed = [text.typed(false), text.typed(true)].into_iter().flatten();
    typed.map(|text| text.to_plain()).find_map(|text| unpaired(&text))
}

/// The mark and the words at it. A quotation of several paragraphs opens each of them and closes once.
fn unpaired(text: &str) -> Option<(char, String)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut before = '\n';
    for (at, c) in text.char_indices() {
        let is_start = before == '\n';
        before = if c.is_whitespace() && is_start { before } else { c };
        if let Some(pair) = PAIRS.iter().find(|pair| pair.0 == c) {
            let is_again = is_start && open.last().is_some_and(|(_, mark)| *mark == pair.0);
            if !is_again {
                open.push((at, c));
            }
        } else if let Some(pair) = PAIRS.iter().find(|pair| pair.1 == c) {
            match open.iter().rposition(|(_, mark)| *mark == pair.0) {
                Some(place) => drop(open.remove(place)),
                None => {
                    let start = text[..at].char_indices().rev().nth(4);
                    return Some((c, excerpt(&text[start.map_or(0, |(at, _)| at)..])));
                }
            }
        }
    }
    open.first().map(|(at, mark)| (*mark, excerpt(&text[*at..])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_found() {
        for (text, wanted) in [
            ("他说：“好。", Some('“')),
            ("他说：好。”", Some('”')),
            ("他说：“好。”（笑）", None),
            ("《水土志", Some('《')),
            ("“一段。\n“又一段。”", None),
            ("1）修渠", Some('）')),
        ] {
            assert_eq!(unpaired(text).map(|(mark, _)| mark), wanted, "{text}");
        }
    }
}
