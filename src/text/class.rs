//! What each character is to a typesetter, after CLREQ (W3C, Requirements for Chinese Text Layout). A table, no engine.

use super::Prohibition;
use crate::script::Region;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Ideographs, kana, bopomofo, symbols a full em wide.
    Han,
    /// （《「“
    Open,
    /// ）》」”
    Close,
    /// ，、；：
    Comma,
    /// 。？！
    Stop,
    /// ·
    Middle,
    /// — … : two of them are one mark.
    Joined,
    /// – ～ and the slash.
    Connector,
    /// Letters and digits of the Latin kind.
    Latin,
    Digit,
    /// Half-width marks: they live with Latin.
    Mark,
    Space,
}

const OPEN: &str = "（《〈「『【〔〖［｛“‘﹁﹃";
const CLOSE: &str = "）》〉」』】〕〗］｝”’﹂﹄";
const COMMA: &str = "，、；：﹐﹑";
const STOP: &str = "。？！．";
const MIDDLE: &str = "·・‧";
const JOINED: &str = "—―…⋯";
const SLASH: &str = "/／";
const CONNECTOR: &str = "–～〜~/／-";

/// CLREQ, prohibition rules: never first in a line.
const NEVER_FIRST: &str = "，。、；：！？．）》〉」』】〕〗］｝”’﹂﹄·・‧–～〜々ー)]},.;:!?%‰℃℉°′″％＂＇";
/// Never last in a line.
const NEVER_LAST: &str = "（《〈「『【〔〖［｛“‘﹁﹃([{$￥¥£€№＄";

pub fn class(c: char) -> Class {
    // Nearly all characters of a board: no table needs to be looked at.
    if is_ideograph(c) {
        return Class::Han;
    }
    if c.is_ascii_digit() {
        return Class::Digit;
    }
    for (marks, class) in [
        (OPEN, Class::Open),
        (CLOSE, Class::Close),
        (COMMA, Class::Comma),
        (STOP, Class::Stop),
        (MIDDLE, Class::Middle),
        (JOINED, Class::Joined),
        (CONNECTOR, Class::Connector),
    ] {
        if !c.is_alphanumeric() && marks.contains(c) {
            return class;
        }
    }
    match c {
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' => Class::Space,
        _ if is_wide(c) => Class::Han,
        _ if c.is_alphanumeric() => Class::Latin,
        _ if (c as u32) < 0x2000 => Class::Mark,
        _ => Class::Han,
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Stands in a full em by nature: ideographs, kana, bopomofo, full-width forms, the ideographic space.
pub fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe10}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// Rule 18: these may hang outside the measure.
pub fn may_hang(c: char) -> bool {
    "，。、".contains(c)
}

/// Drawn on the character before it.
pub fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
        | '\u{302a}'..='\u{302f}' | '\u{3099}'..='\u{309a}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}'
        | '\u{e0100}'..='\u{e01ef}')
}

/// Controls, marks of direction, joiners: nothing to draw.
pub fn is_invisible(c: char) -> bool {
    c.is_control() && c != '\t'
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// May not begin a line (rules 1, 3 and 4). GB/T 15834 keeps the slash from both ends of a line.
pub fn is_never_first(c: char, level: Prohibition) -> bool {
    match level {
        _ if is_ideograph(c) => false,
        Prohibition::None => false,
        Prohibition::Basic => NEVER_FIRST.contains(c),
        Prohibition::Gb => NEVER_FIRST.contains(c) || SLASH.contains(c),
        Prohibition::Strict => NEVER_FIRST.contains(c) || SLASH.contains(c) || JOINED.contains(c),
    }
}

/// May not end a line (rules 2 and 3).
pub fn is_never_last(c: char, level: Prohibition) -> bool {
    match level {
        _ if is_ideograph(c) => false,
        Prohibition::None => false,
        Prohibition::Basic => NEVER_LAST.contains(c),
        Prohibition::Gb | Prohibition::Strict => NEVER_LAST.contains(c) || SLASH.contains(c),
    }
}

/// The white that belongs to a full-width mark, before and after its ink, in em: what may be squeezed.
pub fn blank(c: char, class: Class, region: Region, is_vertical: bool) -> (f64, f64) {
    let is_mainland = region == Region::Mainland;
    match class {
        Class::Open => (0.5, 0.0),
        Class::Close => (0.0, 0.5),
        // Rule 13: in vertical lines these fill their em.
        Class::Comma | Class::Stop if is_vertical && "；：？！".contains(c) => (0.0, 0.0),
        Class::Comma | Class::Stop if is_mainland => (0.0, 0.5),
        // Rule 12: the other regions centre them; question and exclamation marks do not give.
        Class::Stop if "？！".contains(c) => (0.0, 0.0),
        Class::Comma | Class::Stop | Class::Middle => (0.25, 0.25),
        _ => (0.0, 0.0),
    }
}

/// Rule 25: curly quotation marks stand in vertical lines as corner brackets, double ones first in Traditional text
/// and, after GB/T 15834, white ones on the mainland. As many bytes as before.
pub fn stood(text: &str, region: Region) -> String {
    let forms = match region {
        Region::Mainland => ["『", "』", "「", "」"],
        Region::Taiwan | Region::HongKong => ["「", "」", "『", "』"],
    };
    let marks = ["“", "”", "‘", "’"].into_iter().zip(forms);
    marks.fold(text.to_string(), |text, (mark, form)| text.replace(mark, form))
}

/// A bracket or quotation mark.
pub fn is_bracket(class: Class) -> bool {
    matches!(class, Class::Open | Class::Close)
}

pub fn is_cjk(class: Class) -> bool {
    !matches!(
        class,
        Class::Latin | Class::Digit | Class::Mark | Class::Space | Class::Connector
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_letters_and_ideographs_are_told_apart() {
        let classes: Vec<Class> = "字，。（”·—aé9 %～".chars().map(class).collect();
        use Class::*;
        assert_eq!(
            classes,
            [
                Han, Comma, Stop, Open, Close, Middle, Joined, Latin, Latin, Digit, Space, Mark, Connector
            ]
        );
    }
}
