//! Numbers in running text: how much, of what, and what it counts. Dates, times and ordinals are none.

use super::article::is_han;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// "2600", "1.2"
    pub value: String,
    /// "余万元", "户"
    pub unit: String,
    /// "葡萄销售收入"
    pub label: String,
}

/// Measures and counters in both scripts; the longer ones first.
const UNITS: [&str; 71] = [
    "平方公里",
    "平方米",
    "立方米",
    "人次",
    "公里",
    "公顷",
    "公頃",
    "公斤",
    "千米",
    "小时",
    "小時",
    "个月",
    "個月",
    "户次",
    "戶次",
    "分钟",
    "分鐘",
    "元",
    "户",
    "戶",
    "人",
    "名",
    "位",
    "个",
    "個",
    "处",
    "處",
    "场",
    "場",
    "条",
    "條",
    "起",
    "次",
    "亩",
    "畝",
    "吨",
    "噸",
    "斤",
    "米",
    "里",
    "项",
    "項",
    "套",
    "间",
    "間",
    "座",
    "家",
    "块",
    "塊",
    "件",
    "棵",
    "株",
    "头",
    "頭",
    "只",
    "隻",
    "本",
    "册",
    "冊",
    "篇",
    "期",
    "岁",
    "歲",
    "天",
    "面",
    "台",
    "臺",
    "盏",
    "盞",
    "%",
    "％",
];

/// Words that stand for orders of magnitude.
const ORDERS: [char; 7] = ['百', '千', '万', '萬', '亿', '億', '多'];

/// Counters of people and things that are named behind them.
const COUNTERS: [&str; 4] = ["个", "個", "名", "位"];

/// What stands before a number without being what it counts.
const VERBS: [&str; 28] = [
    "分别达到",
    "分別達到",
    "达到",
    "達到",
    "超过",
    "超過",
    "不少于",
    "不少於",
    "共计",
    "共計",
    "总计",
    "總計",
    "实现",
    "實現",
    "投入",
    "共",
    "达",
    "達",
    "近",
    "约",
    "約",
    "为",
    "為",
    "有",
    "的",
    "了",
    "计",
    "計",
];

/// Before these words a sentence only says where or when.
const LEAD_INS: [&str; 8] = ["先后", "先後", "今年", "去年", "每年", "共", "已", "都"];

const CLAUSE_ENDS: [char; 18] = [
    '，', '。', '；', '：', '！', '？', '、', '“', '”', '「', '」', '（', '）', ',', ';', ':', '(', ')',
];

/// Longest label that stands well under a large number.
const LABEL: usize = 12;

/// In the order of the text.
pub fn figures(text: &str) -> Vec<Figure> {
    let clauses = text.split(CLAUSE_ENDS);
    clauses.flat_map(of_clause).collect()
}

fn of_clause(clause: &str) -> Vec<Figure> {
    let chars: Vec<char> = clause.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut from) = (0, 0);
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < chars.len() && (chars[at].is_ascii_digit() || chars[at] == '.') {
            at += 1;
        }
        let value: String = chars[start..at].iter().collect();
        let value = value.trim_end_matches('.').to_string();
        let unit = unit_at(&chars[at..]);
        let end = at + unit.chars().count();
        let is_ordinal = start > 0 && chars[start - 1] == '第';
        let follows = chars.get(end).copied().unwrap_or(' ');
        let is_date = unit.is_empty()
            && matches!(
                follows,
                '年' | '月' | '日' | '号' | '號' | '时' | '時' | '点' | '點' | '分'
            );
        if !is_ordinal && !is_date && !unit.is_empty() {
            let after = || label_after(&chars[end..]);
            let before = || label_before(&chars[from..start]);
            // "745个支部" says behind what "全县" before does not.
            let label = match COUNTERS.iter().any(|counter| unit.ends_with(counter)) {
                true => after().or_else(before),
                false => before().or_else(after),
            };
            found.extend(label.map(|label| Figure { value, unit, label }));
        }
        at = end.max(at);
        from = at;
    }
    found
}

/// "余万元" of "余万元以上": 余, orders, a unit. Empty where no unit follows.
fn unit_at(chars: &[char]) -> String {
    let mut at = 0;
    let is_more = |c: &char| matches!(c, '余' | '餘' | '多');
    while chars.get(at).is_some_and(|c| is_more(c) || ORDERS.contains(c)) && at < 4 {
        at += 1;
    }
    let rest: String = chars[at..].iter().take(4).collect();
    let unit = UNITS
        .iter()
        .find(|unit| rest.starts_with(**unit))
        .copied()
        .unwrap_or_default();
    // "1.2万贫困人口": the order alone is unit enough.
    if unit.is_empty() && at == 0 {
        return String::new();
    }
    let order: String = chars[..at].iter().collect();
    // "万元/月"
    let per: String = chars[at + unit.chars().count()..].iter().take(2).collect();
    let per = if per.starts_with('/') && !unit.is_empty() {
        per
    } else {
        String::new()
    };
    format!("{order}{unit}{per}")
}

fn label_before(chars: &[char]) -> Option<String> {
    let text: String = chars.iter().collect();
    let mut text = text.trim();
    // From behind the last date.
    if let Some(at) = text.rfind(['年', '月', '日']) {
        let mark = text[at..].chars().next().map_or(0, char::len_utf8);
        text = &text[at + mark..];
    }
    for word in LEAD_INS {
        if let Some(at) = text.rfind(word) {
            let rest = &text[at + word.len()..];
            if rest.chars().count() >= 2 {
                text = rest;
            }
        }
    }
    if VERBS.contains(&text) {
        return None;
    }
    let mut is_cut = true;
    while is_cut {
        is_cut = false;
        for verb in VERBS {
            if let Some(rest) = text.strip_suffix(verb).filter(|rest| rest.chars().count() >= 2) {
                (text, is_cut) = (rest, true);
            }
        }
    }
    label(text)
}

fn label_after(chars: &[char]) -> Option<String> {
    // What stands before another number belongs to that one.
    if chars.iter().any(char::is_ascii_digit) {
        return None;
    }
    let text: String = chars.iter().take_while(|c| is_han(**c)).collect();
    label(text.trim_start_matches(['的', '以', '上']))
}

fn label(text: &str) -> Option<String> {
    let text = text.trim_matches(|c: char| !is_han(c) && !c.is_alphanumeric());
    let count = text.chars().count();
    ((2..=LABEL).contains(&count) && text.chars().all(|c| is_han(c) || c.is_alphanumeric())).then(|| text.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let told = |figure: Figure| format!("{} {}{}", figure.label, figure.value, figure.unit);
        figures(text).into_iter().map(told).collect()
    }

    #[test]
    fn numbers_have_a_unit_and_say_what_they_count() {
        assert_eq!(
            read("先後投資2000餘萬元,新建村級活動場所205個;全縣黨員幹部共走訪群眾78900餘戶。"),
            ["投資 2000餘萬元", "新建村級活動場所 205個", "走訪群眾 78900餘戶"]
        );
        assert_eq!(read("2016年實現1.2萬貧困人口穩定脫貧"), ["貧困人口穩定脫貧 1.2萬"]);
        assert_eq!(read("36戶1500畝葡萄銷售收入2600餘萬元"), ["葡萄銷售收入 2600餘萬元"]);
        assert_eq!(read("全縣745個村莊,205個"), ["村莊 745個"]);
        assert_eq!(
            read("村支書1350元/月、村主任1080元/月"),
            ["村支書 1350元/月", "村主任 1080元/月"]
        );
    }

    #[test]
    fn dates_ordinals_and_bare_numbers_are_none() {
        assert_eq!(read("6月27日一早，第3組從9點走到2026年。編號15"), Vec::<String>::new());
        assert_eq!(read(""), Vec::<String>::new());
        assert_eq!(read("12.50.8.元"), Vec::<String>::new());
    }
}
