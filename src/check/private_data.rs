//! Mobile and identity numbers in what everybody will read.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let mut texts = element.texts().into_iter();
        if let Some(say) = texts.find_map(|text| private(&text.source.to_plain())) {
            found.push(subject.find(Some(element.id), Severity::Warning, "private-data", say));
        }
    }
}

fn private(text: &str) -> Option<RuleSay> {
    runs(text).into_iter().find_map(|digits| {
        if is_identity(&digits) {
            let masked = format!("{}********{}", &digits[..6], &digits[14..]);
            return Some(RuleSay::IdentityNumber { masked });
        }
        is_mobile(&digits).then(|| RuleSay::PhoneNumber {
            masked: format!("{}****{}", &digits[..3], &digits[7..]),
        })
    })
}

/// Figures that stand together; single spaces and hyphens between groups of three or more do not part them.
fn runs(text: &str) -> Vec<String> {
    let mut runs = Vec::new();
    let mut run = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_next = |wanted: fn(&char) -> bool, chars: &mut std::iter::Peekable<std::str::Chars<'_>>| {
            chars.peek().is_some_and(wanted)
        };
        if c.is_ascii_digit() || (matches!(c, 'x' | 'X') && run.len() == 17) {
            run.push(c.to_ascii_uppercase());
        } else if matches!(c, ' ' | '-') && run.len() >= 3 && is_next(char::is_ascii_digit, &mut chars) {
            continue;
        } else if !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
    }
    runs.push(run);
    runs
}

/// Mainland mobile numbers: eleven figures from 13 to 19; +86 may stand before.
fn is_mobile(digits: &str) -> bool {
    let number = digits
        .strip_prefix("86")
        .filter(|rest| rest.len() == 11)
        .unwrap_or(digits);
    let bytes = number.as_bytes();
    bytes.len() == 11 && bytes[0] == b'1' && (b'3'..=b'9').contains(&bytes[1]) && digits.len() == 11
}

/// GB 11643: seventeen figures and a check figure, which may be X.
fn is_identity(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = digits.as_bytes();
    if bytes.len() != 18 {
        return false;
    }
    let values = bytes[..17].iter().map(|byte| u32::from(byte.wrapping_sub(b'0')));
    let sum: u32 = values.zip(WEIGHTS).map(|(value, weight)| value * weight).sum();
    CHECKS[(sum % 11) as usize] == bytes[17]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_numbers_are_found_and_figures_are_left_alone() {
        for (text, wanted) in [
            ("电话13812345678联系", true),
            ("电话 138 1234 5678", true),
            ("电话138-1234-5678", true),
            ("身份证11010519491231002X", true),
            ("身份证110105194912310021", false),
            ("全县12812345678元", false),
            ("0571-87654321", false),
            ("编号20260501001", false),
            ("1949 1978 2026", false),
        ] {
            assert_eq!(private(text).is_some(), wanted, "{text}");
        }
    }
}
