//! Slips of typing and pasting, with what should stand there: proposals for a person, never applied unasked.
//!
//! Marks after GB/T 15834 (full width in Chinese text, half width in figures, addresses and Latin); quotation marks after
//! the script of the text.

use super::Script;
use std::ops::Range;

/// What kind of slip an edit mends; people choose by kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slip {
    /// What pages and messengers leave behind: tags, entities, invisible characters, white at the ends.
    Debris,
    /// Half-width marks in Chinese, full-width ones in figures and addresses, broken dashes and ellipses.
    Mark,
    /// Straight quotation marks, or those of the other script.
    Quote,
    /// White between Chinese characters.
    Space,
    /// Full-width figures and letters.
    Wide,
    /// The same words twice.
    Doubled,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub becomes: String,
    pub slip: Slip,
    /// `false`: it may well be meant so; a person decides.
    pub is_sure: bool,
}

impl Slip {
    pub const ALL: [Slip; 6] = [
        Slip::Debris,
        Slip::Mark,
        Slip::Quote,
        Slip::Space,
        Slip::Wide,
        Slip::Doubled,
    ];
}

/// The slips of one paragraph, in order, not overlapping. Mending one may bring another to light: ask again after.
pub fn slips(text: &str, script: Script) -> Vec<Edit> {
    let line = Line::new(text);
    let mut edits: Vec<Edit> = Vec::new();
    for rule in [debris, marks, quotes, spaces, wide, doubled] {
        for edit in rule(&line, script) {
            let overlaps = |other: &Edit| other.range.start < edit.range.end && edit.range.start < other.range.end;
            if !edits.iter().any(overlaps) {
                edits.push(edit);
            }
        }
    }
    edits.sort_by_key(|edit| edit.range.start);
    edits
}

/// The text with these edits done.
pub fn mended(text: &str, edits: &[Edit]) -> String {
    let mut text = text.to_string();
    for edit in edits.iter().rev() {
        text.replace_range(edit.range.clone(), &edit.becomes);
    }
    text
}

/// A paragraph as characters with their places.
struct Line<'a> {
    text: &'a str,
    chars: Vec<(usize, char)>,
    /// By character: part of an address (`https://…`, `a@b.c`), in which nothing is touched.
    is_address: Vec<bool>,
}

impl<'a> Line<'a> {
    fn new(text: &'a str) -> Line<'a> {
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let mut is_address = vec![false; chars.len()];
        let mut start = 0;
        while start < chars.len() {
            let graphic = |(_, c): &&(usize, char)| c.is_ascii_graphic() || *c == '：';
            let length = chars[start..].iter().take_while(graphic).count();
            let run: String = chars[start..start + length].iter().map(|(_, c)| *c).collect();
            let is_mail = run
                .split_once('@')
                .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            if run.contains("://") || run.contains("：//") || run.starts_with("www.") || is_mail {
                is_address[start..start + length].fill(true);
            }
            start += length.max(1);
        }
        Line {
            text,
            chars,
            is_address,
        }
    }

    fn get(&self, at: usize) -> Option<char> {
        self.chars.get(at).map(|(_, c)| *c)
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.get(at))
    }

    /// Bytes of characters `from..to`.
    fn bytes(&self, from: usize, to: usize) -> Range<usize> {
        let place = |at: usize| self.chars.get(at).map_or(self.text.len(), |(place, _)| *place);
        place(from)..place(to)
    }

    fn edit(&self, from: usize, to: usize, becomes: &str, slip: Slip, is_sure: bool) -> Edit {
        Edit {
            range: self.bytes(from, to),
            becomes: becomes.to_string(),
            slip,
            is_sure,
        }
    }

    /// The next character that is not white, and its place.
    fn after_white(&self, at: usize) -> (usize, Option<char>) {
        let white = self.chars[at.min(self.chars.len())..]
            .iter()
            .take_while(|(_, c)| *c == ' ')
            .count();
        (at + white, self.get(at + white))
    }

    fn has_han(&self) -> bool {
        self.chars.iter().any(|(_, c)| is_han(*c))
    }
}

/// An ideograph.
fn is_han(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// An ideograph or a mark a full em wide.
fn is_full(c: char) -> bool {
    is_han(c)
        || matches!(c, '\u{3001}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{ff01}'..='\u{ff5e}' | '“' | '”' | '‘' | '’' | '…' | '—')
}

fn is_full_mark(c: char) -> bool {
    is_full(c) && !is_han(c)
}

fn debris(line: &Line<'_>, _: Script) -> Vec<Edit> {
    let mut edits = Vec::new();
    let is_white = |c: char| c == '\u{3000}' || c.is_whitespace();
    let count = line.chars.len();
    let head = line.chars.iter().take_while(|(_, c)| is_white(*c)).count();
    let tail = line.chars.iter().rev().take_while(|(_, c)| is_white(*c)).count();
    if head > 0 {
        edits.push(line.edit(0, head, "", Slip::Debris, true));
    }
    if tail > 0 && head < count {
        edits.push(line.edit(count - tail, count, "", Slip::Debris, true));
    }
    let mut at = head;
    while at + tail < count {
        let Some(c) = line.get(at) else { break };
        let found = match c {
            '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{ad}'
            | '\u{feff}' => Some((1, "".to_string(), true)),
            '\u{fffd}' => Some((1, "".to_string(), false)),
            '\u{a0}' | '\t' => Some((1, " ".to_string(), true)),
            '<' => tag(line, at).map(|length| (length, "".to_string(), true)),
            '&' => entity(line, at).map(|(length, is)| (length, is.to_string(), true)),
            '[' => footnote(line, at).map(|length| (length, "".to_string(), false)),
            _ if c.is_control() => Some((1, "".to_string(), true)),
            _ => None,
        };
        match found {
            Some((length, becomes, is_sure)) => {
                edits.push(line.edit(at, at + length, &becomes, Slip::Debris, is_sure));
                at += length;
            }
            None => at += 1,
        }
    }
    edits
}

/// `<br/>`, `</span>`, `<p class="x">`
fn tag(line: &Line<'_>, at: usize) -> Option<usize> {
    let rest = &line.chars[at..];
    let length = rest.iter().take(200).position(|(_, c)| *c == '>')? + 1;
    let inner: String = rest[1..length - 1].iter().map(|(_, c)| *c).collect();
    let name: String = inner
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect();
    const TAGS: [&str; 25] = [
        "a", "b", "br", "center", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i", "img", "li", "ol", "p",
        "section", "span", "strong", "table", "td", "tr", "u", "ul",
    ];
    TAGS.contains(&name.to_ascii_lowercase().as_str()).then_some(length)
}

fn entity(line: &Line<'_>, at: usize) -> Option<(usize, char)> {
    let rest = &line.chars[at..];
    let length = rest.iter().take(10).position(|(_, c)| *c == ';')? + 1;
    let name: String = rest[1..length - 1].iter().map(|(_, c)| *c).collect();
    const NAMES: [(&str, char); 17] = [
        ("nbsp", ' '),
        ("ensp", ' '),
        ("emsp", ' '),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("ldquo", '“'),
        ("rdquo", '”'),
        ("lsquo", '‘'),
        ("rsquo", '’'),
        ("mdash", '—'),
        ("hellip", '…'),
        ("middot", '·'),
        ("times", '×'),
        ("deg", '°'),
    ];
    let is = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
        None => NAMES.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((length, is))
}

/// `[1]` behind a Chinese sentence.
fn footnote(line: &Line<'_>, at: usize) -> Option<usize> {
    line.before(at).filter(|c| is_full(*c))?;
    let digits = line.chars[at + 1..]
        .iter()
        .take_while(|(_, c)| c.is_ascii_digit())
        .count();
    ((1..=2).contains(&digits) && line.get(at + 1 + digits) == Some(']')).then_some(digits + 2)
}

fn marks(line: &Line<'_>, _: Script) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        let length = match mark(line, at) {
            Some(edit) => {
                let length = line.text[edit.range.clone()].chars().count();
                edits.push(edit);
                length
            }
            None => 1,
        };
        at += length.max(1);
    }
    for (open, close) in brackets(line) {
        edits.push(line.edit(open, open + 1, "（", Slip::Mark, true));
        edits.push(line.edit(close, close + 1, "）", Slip::Mark, true));
    }
    edits
}

fn mark(line: &Line<'_>, at: usize) -> Option<Edit> {
    let c = line.get(at)?;
    if line.is_address[at] {
        // Of an address only its colon can have been typed wide.
        let is_colon = c == '：' && line.get(at + 1) == Some('/');
        return is_colon.then(|| line.edit(at, at + 1, ":", Slip::Mark, true));
    }
    let before = line.before(at);
    let (next_at, next) = line.after_white(at + 1);
    let is = |c: Option<char>, what: fn(char) -> bool| c.is_some_and(what);
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let directly = line.get(at + 1);
    let full = |becomes: &str| {
        // White behind the mark belonged to the half-width way of writing.
        let to = if is(next, is_full) { next_at } else { at + 1 };
        Some(line.edit(at, to, becomes, Slip::Mark, true))
    };
    let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let in_figure = is_digit(before) && is_digit(directly);
    match c {
        ',' | ';' if !in_figure && (is(before, is_full) || is_word(before) && is(next, is_han)) => {
            full(if c == ',' { "，" } else { "；" })
        }
        ':' if !in_figure && (is(before, is_full) || is_word(before) && is(directly, is_han)) => full("："),
        '!' if is(before, is_full) => full("！"),
        '?' if is(before, is_full) => full("？"),
        '.' if line.text[line.bytes(at, at + 3)] == *"..."
            && (is(before, is_full) || is(line.get(at + 3), is_full)) =>
        {
            let dots = line.chars[at..].iter().take_while(|(_, c)| *c == '.').count();
            Some(line.edit(at, at + dots, "……", Slip::Mark, true))
        }
        '.' if is(before, is_full) && !directly.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.') => full("。"),
        '。' if directly == Some('。') => {
            let stops = line.chars[at..].iter().take_while(|(_, c)| *c == '。').count();
            let becomes = if stops > 2 { "……" } else { "。" };
            Some(line.edit(at, at + stops, becomes, Slip::Mark, stops > 2))
        }
        '，' | '、' if directly == Some(c) => Some(line.edit(at, at + 2, &c.to_string(), Slip::Mark, true)),
        '-' if directly == Some('-') && (is(before, is_full) || is(line.get(at + 2), is_full)) => {
            let dashes = line.chars[at..].iter().take_while(|(_, c)| *c == '-').count();
            Some(line.edit(at, at + dashes, "——", Slip::Mark, true))
        }
        '~' if (is(before, is_han) || is_digit(before)) && (is(directly, is_han) || is_digit(directly)) => full("～"),
        '．' if is_digit(before) && is_digit(directly) => Some(line.edit(at, at + 1, ".", Slip::Mark, true)),
        '：' if is_digit(before) && is_time(line, at) => Some(line.edit(at, at + 1, ":", Slip::Mark, true)),
        '，' if is_thousands(line, at) => Some(line.edit(at, at + 1, ",", Slip::Mark, false)),
        _ => None,
    }
}

/// 8：30
fn is_time(line: &Line<'_>, at: usize) -> bool {
    let digit = |at: usize| line.get(at).is_some_and(|c| c.is_ascii_digit());
    digit(at + 1) && digit(at + 2) && !digit(at + 3)
}

/// 1，350
fn is_thousands(line: &Line<'_>, at: usize) -> bool {
    let digits = |range: &[(usize, char)]| range.iter().take_while(|(_, c)| c.is_ascii_digit()).count();
    let before = line.chars[..at]
        .iter()
        .rev()
        .take_while(|(_, c)| c.is_ascii_digit())
        .count();
    (1..=3).contains(&before) && digits(&line.chars[at + 1..]) == 3
}

/// Pairs of half-width brackets with Chinese inside, or standing behind Chinese.
fn brackets(line: &Line<'_>) -> Vec<(usize, usize)> {
    let mut open = Vec::new();
    let mut pairs = Vec::new();
    for (at, (_, c)) in line.chars.iter().enumerate() {
        match c {
            '(' if !line.is_address[at] => open.push(at),
            ')' if !line.is_address[at] => {
                if let Some(start) = open.pop() {
                    let has_han = line.chars[start + 1..at].iter().any(|(_, c)| is_han(*c));
                    let is_behind = line.before(start).is_some_and(is_full);
                    if has_han || is_behind {
                        pairs.push((start, at));
                    }
                }
            }
            _ => {}
        }
    }
    pairs
}

fn quotes(line: &Line<'_>, script: Script) -> Vec<Edit> {
    if !line.has_han() {
        return Vec::new();
    }
    // A Traditional text may quote the mainland's way throughout: then its straight marks follow that.
    let corner = match script {
        Script::Hans => false,
        Script::Hant => !line.text.contains('“') || line.text.contains('「'),
    };
    let [open, close, inner_open, inner_close] = if corner {
        ["「", "」", "『", "』"]
    } else {
        ["“", "”", "‘", "’"]
    };
    let mut edits = Vec::new();
    straight(line, '"', open, close, &mut edits);
    straight(line, '\'', inner_open, inner_close, &mut edits);
    let others = match script {
        Script::Hans => [("「", "“"), ("」", "”"), ("『", "‘"), ("』", "’")],
        Script::Hant => [("“", "「"), ("”", "」"), ("‘", "『"), ("’", "』")],
    };
    for (at, (_, c)) in line.chars.iter().enumerate() {
        let found = others.iter().find(|(from, _)| from.starts_with(*c));
        let is_apostrophe = *c == '’' && line.before(at).is_some_and(|c| c.is_ascii_alphabetic());
        if let Some((_, to)) = found.filter(|_| !is_apostrophe) {
            edits.push(line.edit(at, at + 1, to, Slip::Quote, false));
        }
    }
    edits
}

/// Straight marks, taken in pairs as they come; an odd one out makes all of them doubtful.
fn straight(line: &Line<'_>, mark: char, open: &str, close: &str, edits: &mut Vec<Edit>) {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let places: Vec<usize> = (0..line.chars.len())
        .filter(|&at| line.get(at) == Some(mark) && !line.is_address[at])
        // don't, 5' and 3": not quotation marks.
        .filter(|&at| {
            !(is_letter(line.before(at)) && (mark == '\'' || line.before(at).is_some_and(|c| c.is_ascii_digit())))
        })
        .collect();
    let is_even = places.len().is_multiple_of(2);
    for pair in places.chunks(2) {
        let [from, to] = pair else { continue };
        let inside = &line.chars[from + 1..*to];
        let has_han = inside.iter().any(|(_, c)| is_full(*c))
            || line.before(*from).is_some_and(is_full)
            || line.get(to + 1).is_some_and(is_full);
        if has_han {
            edits.push(line.edit(*from, from + 1, open, Slip::Quote, is_even));
            edits.push(line.edit(*to, to + 1, close, Slip::Quote, is_even));
        }
    }
}

fn spaces(line: &Line<'_>, _: Script) -> Vec<Edit> {
    // In running text white between characters is a slip; in a line of short words it may be what holds them apart.
    let is_running = line.text.contains(['，', '。', '；', '、', '：']);
    let mut edits = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        let (end, after) = line.after_white(at);
        if end == at {
            at += 1;
            continue;
        }
        if let (Some(before), Some(after)) = (line.before(at), after) {
            let by_mark = is_full_mark(before) || is_full_mark(after);
            if is_full(before) && is_full(after) {
                edits.push(line.edit(at, end, "", Slip::Space, by_mark || is_running));
            } else if by_mark {
                edits.push(line.edit(at, end, "", Slip::Space, true));
            } else if end - at > 1 {
                edits.push(line.edit(at, end, " ", Slip::Space, true));
            }
        }
        at = end;
    }
    edits
}

fn wide(line: &Line<'_>, _: Script) -> Vec<Edit> {
    let is_wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let mut edits = Vec::new();
    let mut at = 0;
    while at < line.chars.len() {
        let length = line.chars[at..].iter().take_while(|(_, c)| is_wide(*c)).count();
        if length > 0 {
            let narrow: String = line.chars[at..at + length]
                .iter()
                .filter_map(|(_, c)| char::from_u32(*c as u32 - 0xfee0))
                .collect();
            edits.push(line.edit(at, at + length, &narrow, Slip::Wide, true));
        }
        at += length.max(1);
    }
    edits
}

/// Small words that nobody writes twice running.
const ONCE: &str = "的在是和与與为為被把从從将將及或并並就也而但于於";

fn doubled(line: &Line<'_>, _: Script) -> Vec<Edit> {
    let chars: Vec<char> = line.chars.iter().map(|(_, c)| *c).collect();
    let mut edits = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let longest = (2..=12.min((chars.len() - at) / 2)).rev().find(|&length| {
            let (one, two) = (&chars[at..at + length], &chars[at + length..at + 2 * length]);
            // 一步一步, 开着开着: how Chinese counts and lingers.
            let is_usual =
                "一二两兩三四五六七八九十几幾半每".contains(one[0]) || length == 2 && "着著".contains(one[1]);
            one == two && one.iter().all(|c| is_han(*c)) && one.iter().any(|c| *c != one[0]) && !is_usual
        });
        match longest {
            Some(length) => {
                // 研究研究 and 很多很多 are Chinese; longer ones hardly ever are.
                edits.push(line.edit(at + length, at + 2 * length, "", Slip::Doubled, length > 3));
                at += 2 * length;
            }
            None => {
                if chars.get(at + 1) == Some(&chars[at]) && ONCE.contains(chars[at]) {
                    edits.push(line.edit(at + 1, at + 2, "", Slip::Doubled, false));
                    at += 1;
                }
                at += 1;
            }
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All proposals done, again and again until none is left.
    fn clean(text: &str, script: Script, with_doubtful: bool) -> String {
        let mut text = text.to_string();
        for _ in 0..6 {
            let edits: Vec<Edit> = slips(&text, script)
                .into_iter()
                .filter(|edit| edit.is_sure || with_doubtful)
                .collect();
            if edits.is_empty() {
                break;
            }
            text = mended(&text, &edits);
        }
        text
    }

    #[test]
    fn sure_slips_are_mended_and_what_is_meant_stays() {
        for (text, wanted) in [
            ("近年来,青禾县委, 坚持做到:", "近年来，青禾县委，坚持做到："),
            ("全县745个村,人均1,350元.", "全县745个村，人均1,350元。"),
            ("一共3.5公里;早上10:30开会", "一共3.5公里；早上10:30开会"),
            ("早上10：30，走３．５公里", "早上10:30，走3.5公里"),
            (
                "看https://qinghe.example/a,b?c(d)吧",
                "看https://qinghe.example/a,b?c(d)吧",
            ),
            ("写信到 a.b@qinghe.example,谢谢", "写信到 a.b@qinghe.example,谢谢"),
            ("使用GPS,定位(误差3米)准确!", "使用GPS，定位（误差3米）准确！"),
            (
                "GPS (Global Positioning System), GLONASS",
                "GPS (Global Positioning System), GLONASS",
            ),
            ("他说\"好\",又说'行'.", "他说“好”，又说‘行’。"),
            ("don't say \"yes\" to it", "don't say \"yes\" to it"),
            ("修 渠 引 水，种 树 ， 养鱼", "修渠引水，种树，养鱼"),
            ("治水 修路 种树", "治水 修路 种树"),
            ("使用 GPS 定位", "使用 GPS 定位"),
            ("　　他来了。\u{200b}\u{feff}", "他来了。"),
            ("第一行<br/>第二行&nbsp;完&#8220;好&#x201d;", "第一行第二行 完“好”"),
            ("面积<5亩且>3亩", "面积<5亩且>3亩"),
            ("等等...后来--终于。。。", "等等……后来——终于……"),
            ("３月１２日ＡＢ", "3月12日AB"),
            ("大力推进乡村大力推进乡村建设", "大力推进乡村建设"),
            ("我们研究研究，一步一步来", "我们研究研究，一步一步来"),
            ("张　建", "张　建"),
            ("3~5天", "3～5天"),
            ("", ""),
        ] {
            assert_eq!(clean(text, Script::Hans, false), wanted, "{text}");
        }
    }

    #[test]
    fn quotation_marks_follow_the_script_and_the_habit_of_the_text() {
        assert_eq!(clean("他說\"好'水'\"。", Script::Hant, false), "他說「好『水』」。");
        assert_eq!(clean("“新”，\"舊\"", Script::Hant, false), "“新”，“舊”");
        assert_eq!(clean("“新”", Script::Hant, true), "「新」");
        assert_eq!(clean("他说「好」", Script::Hans, true), "他说“好”");
        // One mark too many: nobody knows which.
        assert_eq!(clean("他说\"好\"，\"走", Script::Hans, false), "他说\"好\"，\"走");
    }

    #[test]
    fn doubtful_slips_wait_for_a_person() {
        for (text, wanted) in [
            ("實行實行新辦法", "實行新辦法"),
            ("这是是他的的家", "这是他的家"),
            ("人均1，350元", "人均1,350元"),
            ("见下文[1]。", "见下文。"),
        ] {
            assert_eq!(clean(text, Script::Hans, false), text, "{text}");
            assert_eq!(clean(text, Script::Hans, true), wanted, "{text}");
        }
    }

    #[test]
    fn edits_are_in_order_and_apart_for_any_text() {
        let alphabet: Vec<char> = "修渠的的,，.。 \"'(（)）12３<b>&;：:-~…\u{200b}　a@/".chars().collect();
        let mut seed = 7u64;
        for _ in 0..3000 {
            let mut next = || {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                (seed >> 33) as usize
            };
            let text: String = (0..next() % 24).map(|_| alphabet[next() % alphabet.len()]).collect();
            for script in [Script::Hans, Script::Hant] {
                let edits = slips(&text, script);
                assert!(
                    edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start),
                    "{text}"
                );
                assert!(
                    edits.iter().all(|edit| text[edit.range.clone()] != edit.becomes),
                    "{text}"
                );
                mended(&text, &edits);
            }
        }
    }
}
