//! A pasted article as its parts: title, lead, couplets, headings, paragraphs, credits, and what a web page left in it.
//! Knows the shapes of lines and punctuation; no templates, no boards.

use crate::script::{Config, Words, convert};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    pub title: String,
    pub subtitle: String,
    pub lead: String,
    pub parts: Vec<Part>,
    /// Role and name.
    pub credits: Vec<(String, String)>,
    /// "Scan the code …"
    pub call: String,
    /// What stands under photos, in the order of the text.
    pub captions: Vec<String>,
    /// Lines that are no text of the article, in their order: remains of a web page, a line repeated under every photo.
    pub left_out: Vec<String>,
}

/// What stands under one heading, or before the first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Part {
    pub heading: String,
    /// Two sides of equal length, as a heading or above one.
    pub couplet: Vec<String>,
    pub paras: Vec<String>,
}

impl Part {
    fn is_empty(&self) -> bool {
        self.heading.is_empty() && self.couplet.is_empty() && self.paras.is_empty()
    }
}

/// A line that comes so often is no text: photo captions that nobody wrote.
const REPEATED: usize = 3;

/// A heading is no longer than this, and neither is a line that may be repeated.
const SHORT: usize = 40;

/// Words with which web pages begin lines of their own, in Simplified.
const DEBRIS: [&str; 12] = [
    "分享到",
    "相关文章",
    "相关阅读",
    "上一篇",
    "下一篇",
    "阅读原文",
    "责任编辑",
    "来源",
    "点击",
    "返回",
    "打印",
    "版权",
];

/// Behind 图, before a caption, in Simplified. 图： and 图片： name the photographer.
const CAPTION_HEADS: [&str; 4] = ["说", "注", "片说明", "片说"];

/// No caption is longer.
const CAPTION: usize = 80;

/// Words before a lead, in Simplified.
const LEADS: [&str; 6] = ["核心提示", "内容提要", "内容摘要", "导语", "编者按", "摘要"];

/// Who made it, in Simplified.
const ROLES: [&str; 16] = [
    "策划",
    "统筹",
    "撰文",
    "撰稿",
    "文字",
    "文",
    "图",
    "图文",
    "摄影",
    "图片",
    "编辑",
    "设计",
    "审核",
    "记者",
    "通讯员",
    "制作",
];

/// Reads the text line by line. Nothing is lost: what is in no part stands in `left_out`.
pub fn read(text: &str) -> Article {
    let lines: Vec<&str> = text.lines().map(trimmed).filter(|line| !line.is_empty()).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines.iter().filter(|line| line.chars().count() <= SHORT) {
        *counts.entry(plain(line)).or_default() += 1;
    }
    let mut reader = Reader {
        article: Article::default(),
        part: Part::default(),
        has_text: false,
    };
    for line in lines {
        let repeats = counts.get(&plain(line)).copied().unwrap_or(0);
        reader.line(line, repeats);
    }
    reader.finish()
}

struct Reader {
    article: Article,
    part: Part,
    /// A paragraph has come.
    has_text: bool,
}

impl Reader {
    fn line(&mut self, line: &str, repeats: usize) {
        let simplified = plain(line);
        if self.article.title.is_empty() {
            (self.article.title, self.article.subtitle) = titles(line);
        } else if self.is_title_again(&simplified) || repeats >= REPEATED || starts_with(&simplified, &DEBRIS) {
            self.article.left_out.push(line.into());
        } else if let Some(rest) = dashed(line).filter(|_| !self.has_text) {
            if self.article.subtitle.is_empty() {
                self.article.subtitle = format!("——{rest}");
            } else {
                self.article.left_out.push(line.into());
            }
        } else if let Some(lead) = lead_of(line) {
            self.add_lead(lead);
        } else if let Some(credit) = credit_of(line) {
            self.article.credits.push(credit);
        } else if let Some(caption) = caption_of(line) {
            self.article.captions.push(caption.into());
        } else if is_call(&simplified) {
            self.article.call = line.trim_end_matches(['。', '.']).into();
        } else if let Some((is_lower, side)) = side_of(line) {
            self.add_side(is_lower, side);
        } else if let Some(couplet) = couplet_of(after_name(line, &["对联", "對聯"]).unwrap_or(line)) {
            self.begin();
            self.part.couplet = couplet;
        } else if is_heading(line) {
            // A couplet above a heading belongs to it.
            if !(self.part.heading.is_empty() && self.part.paras.is_empty()) {
                self.begin();
            }
            self.part.heading = line.into();
        } else {
            self.has_text = true;
            self.part.paras.push(line.into());
        }
    }

    fn add_lead(&mut self, lead: &str) {
        self.has_text = true;
        let sep = if self.article.lead.is_empty() { "" } else { "\n" };
        self.article.lead.push_str(sep);
        self.article.lead.push_str(lead);
    }

    /// The sides of a couplet, each in a line of its own; a lower side without an upper one stays a paragraph.
    fn add_side(&mut self, is_lower: bool, side: &str) {
        if !is_lower {
            self.begin();
            self.part.couplet = vec![side.into()];
        } else if self.part.couplet.len() == 1 {
            self.part.couplet.push(side.into());
        } else {
            self.has_text = true;
            self.part.paras.push(side.into());
        }
    }

    /// The title over the text once more, whole or without its second line.
    fn is_title_again(&self, simplified: &str) -> bool {
        let title = plain(&self.article.title);
        let subtitle = plain(&self.article.subtitle);
        simplified == title
            || !subtitle.is_empty() && (simplified == subtitle || *simplified == format!("{title}{subtitle}"))
    }

    fn begin(&mut self) {
        let part = std::mem::take(&mut self.part);
        if !part.is_empty() {
            self.article.parts.push(part);
        }
    }

    fn finish(mut self) -> Article {
        self.begin();
        // Half a couplet is a line of text.
        for part in self.article.parts.iter_mut().filter(|part| part.couplet.len() == 1) {
            part.paras.splice(0..0, std::mem::take(&mut part.couplet));
        }
        self.article
    }
}

/// Blanks of both widths and what invisible marks a page had.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{3000}' | '\u{feff}' | '\u{200b}')
    })
}

/// In Simplified and without blanks: to compare.
fn plain(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    convert(&text, Config::T2s, &Words::default(), &[]).text
}

fn starts_with(simplified: &str, words: &[&str]) -> bool {
    simplified.chars().count() <= SHORT && words.iter().any(|word| simplified.starts_with(word))
}

/// "Title——subtitle" in one line.
fn titles(line: &str) -> (String, String) {
    match line.find("——").filter(|at| *at > 0) {
        Some(at) => (line[..at].trim().into(), line[at..].trim().into()),
        None => (line.into(), String::new()),
    }
}

/// The words behind the dash of a second title.
fn dashed(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("——").or_else(|| line.strip_prefix('—'))?;
    Some(rest.trim()).filter(|rest| rest.chars().count() <= SHORT)
}

/// What stands behind "lead:", in either script.
fn lead_of(line: &str) -> Option<&str> {
    let at = line.find(['：', ':'])?;
    let word = plain(&line[..at]);
    let is_lead = LEADS.contains(&word.as_str());
    is_lead.then(|| line[at..].trim_start_matches(['：', ':', ' ', '　']))
}

fn credit_of(line: &str) -> Option<(String, String)> {
    let at = line.find(['：', ':'])?;
    let (role, name) = (line[..at].trim(), line[at..].trim_start_matches(['：', ':']).trim());
    let is_role = ROLES.contains(&plain(role).as_str());
    // "张　建" is one name with air in it.
    let name: String = match name.chars().filter(|c| !c.is_whitespace()).count() {
        0..=3 => name.chars().filter(|c| !c.is_whitespace()).collect(),
        _ => name.into(),
    };
    let is_name = !name.is_empty() && name.chars().count() <= 30 && !name.ends_with('。');
    (is_role && is_name).then(|| (role.into(), name))
}

/// "图1：…", "（图说：…）", "△…", "图为…": what offices and newspapers write under photos.
fn caption_of(line: &str) -> Option<&str> {
    let bare = line
        .strip_prefix(['（', '('])
        .and_then(|line| line.strip_suffix(['）', ')']));
    let line = bare.unwrap_or(line).trim();
    let some = |text: &'_ str| !text.is_empty() && text.chars().count() <= CAPTION;
    if let Some(rest) = line.strip_prefix(['△', '▲', '▽', '▼']) {
        return Some(rest.trim()).filter(|text| some(text));
    }
    let rest = line.strip_prefix(['图', '圖'])?;
    if rest.starts_with(['为', '為']) {
        return Some(line).filter(|text| some(text));
    }
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let counted = rest.trim_start_matches(is_number);
    let behind = match rest.split_once(['：', ':']) {
        Some((head, text)) if CAPTION_HEADS.contains(&plain(head).as_str()) => text,
        Some((head, text)) if !head.is_empty() && head.trim().chars().all(is_number) => text,
        _ if counted.len() < rest.len() && counted.starts_with([' ', '　', '、', '.']) => {
            counted.trim_start_matches(['、', '.'])
        }
        _ => return None,
    };
    Some(behind.trim()).filter(|text| some(text))
}

fn is_call(simplified: &str) -> bool {
    let is_short = simplified.chars().count() <= SHORT;
    is_short && (simplified.contains("二维码") || simplified.contains("扫码") || simplified.contains("扫一扫"))
}

/// One side of a couplet that is called so; whether it is the lower one.
fn side_of(line: &str) -> Option<(bool, &str)> {
    let upper = after_name(line, &["上联", "上聯"]).map(|side| (false, side));
    upper.or_else(|| after_name(line, &["下联", "下聯"]).map(|side| (true, side)))
}

/// What stands behind one of these names and a colon or a space.
fn after_name<'a>(line: &'a str, names: &[&str]) -> Option<&'a str> {
    let rest = names.iter().find_map(|name| line.trim().strip_prefix(name))?;
    let text = rest.strip_prefix(['：', ':', ' ', '　'])?.trim();
    Some(text).filter(|text| !text.is_empty())
}

/// Two sides of three to eleven characters each, equally long, with one mark between them.
fn couplet_of(line: &str) -> Option<Vec<String>> {
    let sides: Vec<&str> = line.split(['，', ',', '；', ';', '　', ' ']).map(str::trim).collect();
    let [left, right] = sides[..] else { return None };
    let is_han = |side: &str| side.chars().all(is_han);
    let (a, b) = (left.chars().count(), right.chars().count());
    (a == b && (3..=11).contains(&a) && is_han(left) && is_han(right)).then(|| vec![left.into(), right.into()])
}

/// Short, and no sentence.
fn is_heading(line: &str) -> bool {
    let count = line.chars().count();
    let ends = line.ends_with([
        '。', '！', '？', '；', '…', '，', '：', '.', '!', '?', ';', ',', ':', '”', '」',
    ]);
    count <= 20 && !ends && line.chars().any(is_han)
}

pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
青禾縣的一年——柳溪河兩岸記事

青禾县的一年——柳溪河两岸记事
青禾縣的一年
——柳溪河兩岸記事

核心提示: 今年以來,青禾縣修渠引水。

水清魚自在,路闊客常來

青禾县的一年——柳溪河两岸记事

去年冬天,上坪村還沒有水。

先修渠

青禾县的一年——柳溪河两岸记事

渠有十一公里。
撰文:周 全
攝影：何穗、李禾
歡迎您掃描二維碼進行關注。
分享到:
";

    #[test]
    fn a_pasted_page_is_read_as_title_lead_parts_and_credits() {
        let article = read(PAGE);
        assert_eq!(article.title, "青禾縣的一年");
        assert_eq!(article.subtitle, "——柳溪河兩岸記事");
        assert_eq!(article.lead, "今年以來,青禾縣修渠引水。");
        let [first, second] = &article.parts[..] else {
            panic!("{:?}", article.parts)
        };
        assert_eq!(first.couplet, ["水清魚自在", "路闊客常來"]);
        assert_eq!(first.paras, ["去年冬天,上坪村還沒有水。"]);
        assert_eq!((second.heading.as_str(), second.paras.len()), ("先修渠", 1));
        let credits: Vec<&str> = article.credits.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(credits, ["周全", "何穗、李禾"]);
        assert_eq!(article.call, "歡迎您掃描二維碼進行關注");
        assert_eq!(article.left_out.len(), 6, "{:?}", article.left_out);
    }

    #[test]
    fn short_lines_are_told_apart() {
        assert!(couplet_of("一渠活水千家潤，萬畝青禾四野香").is_some());
        assert!(couplet_of("一渠活水，萬畝青禾四野香").is_none());
        assert!(couplet_of("去年,今年").is_none());
        let named = read("一渠清水\n上联：引来清水千家润\n下联：种得良田万户安\n一、老渠\n修了四个月。");
        let part = named.parts.iter().find(|part| !part.couplet.is_empty()).unwrap();
        assert_eq!(part.couplet, ["引来清水千家润", "种得良田万户安"]);
        assert!(named.left_out.is_empty());
        let one = read("一渠清水\n下联：种得良田万户安\n修了四个月。");
        assert!(
            one.parts
                .iter()
                .any(|part| part.paras.contains(&"种得良田万户安".to_string()))
        );
        assert!(is_heading("基層保障制度化") && !is_heading("水到了。") && !is_heading("2026"));
        assert!(credit_of("時間：上午九點").is_none());
        assert_eq!(lead_of("導語：水來了"), Some("水來了"));
        for line in [
            "图1：水到上坪村",
            "（圖說：水到上坪村）",
            "△ 水到上坪村",
            "图三 水到上坪村",
            "图片说明：水到上坪村",
        ] {
            assert_eq!(caption_of(line), Some("水到上坪村"), "{line}");
        }
        assert_eq!(caption_of("圖為新渠通水"), Some("圖為新渠通水"));
        for line in ["图：何穗", "图片：何穗", "图书馆开放：每天", "图纸画好了", "圖1"] {
            assert_eq!(caption_of(line), None, "{line}");
        }
    }

    #[test]
    fn nothing_and_one_line_are_no_trouble() {
        assert_eq!(read(" \n\n"), Article::default());
        assert_eq!(read("水").title, "水");
    }
}
