//! 2月30日 and 13月: dates that no calendar has.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};

/// February has 29 days in some years; which year is meant is not always said.
const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let mut texts = element.texts().into_iter();
        if let Some(date) = texts.find_map(|text| impossible(&text.source.to_plain())) {
            found.push(subject.find(
                Some(element.id),
                Severity::Warning,
                "date",
                RuleSay::DateImpossible { date },
            ));
        }
    }
}

fn impossible(text: &str) -> Option<String> {
    text.match_indices('月').find_map(|(at, _)| {
        let month = digits_before(&text[..at]);
        let rest = &text[at + '月'.len_utf8()..];
        // 3个月, 12月份: only a month by its number.
        if month.is_empty() || month.len() > 2 {
            return None;
        }
        let number: u32 = month.parse().ok()?;
        let day: String = rest.chars().take_while(char::is_ascii_digit).collect();
        let is_day = (1..=2).contains(&day.len()) && rest[day.len()..].starts_with(['日', '号', '號']);
        let Some(most) = (number as usize).checked_sub(1).and_then(|at| DAYS.get(at)) else {
            return Some(format!("{month}月"));
        };
        let wrong = is_day && !day.parse().is_ok_and(|day: u32| (1..=*most).contains(&day));
        wrong.then(|| format!("{month}月{day}日"))
    })
}

fn digits_before(text: &str) -> &str {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_held_against_the_calendar() {
        for (text, wanted) in [
            ("2026年2月30日", Some("2月30日")),
            ("4月31号动工", Some("4月31日")),
            ("2024年13月", Some("13月")),
            ("2月29日", None),
            ("12月31日", None),
            ("修了3个月", None),
            ("每月10日", None),
            ("2026年5月上旬", None),
        ] {
            assert_eq!(impossible(text).as_deref(), wanted, "{text}");
        }
    }
}
