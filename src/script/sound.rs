//! Order of Han characters by sound and by strokes, and the first letters of their sounds. The orders are Unicode's
//! (CLDR, by `icu_collator`); of a character with several sounds they know the usual one.

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::{Locale, locale};
use std::cmp::Ordering;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorting {
    Pinyin,
    Strokes,
}

static PINYIN: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator(locale!("zh-u-co-pinyin")));
static STROKES: LazyLock<Option<CollatorBorrowed<'static>>> = LazyLock::new(|| collator(locale!("zh-u-co-stroke")));

fn collator(locale: Locale) -> Option<CollatorBorrowed<'static>> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Tertiary);
    Collator::try_new(locale.into(), options).ok()
}

pub fn compare(sorting: Sorting, one: &str, other: &str) -> Ordering {
    let collator = match sorting {
        Sorting::Pinyin => &*PINYIN,
        Sorting::Strokes => &*STROKES,
    };
    match collator {
        Some(collator) => collator.compare(one, other),
        None => one.cmp(other),
    }
}

/// The first character of each letter in the order of sounds. No syllable begins with i, u or v.
const FIRST: [(char, &str); 23] = [
    ('a', "吖"),
    ('b', "八"),
    ('c', "嚓"),
    ('d', "咑"),
    ('e', "妸"),
    ('f', "发"),
    ('g', "旮"),
    ('h', "哈"),
    ('j', "丌"),
    ('k', "咔"),
    ('l', "垃"),
    ('m', "妈"),
    ('n', "拏"),
    ('o', "噢"),
    ('p', "妑"),
    ('q', "七"),
    ('r', "呥"),
    ('s', "仨"),
    ('t', "他"),
    ('w', "穵"),
    ('x', "夕"),
    ('y', "丫"),
    ('z', "帀"),
];

/// "bc" of 保存; letters and digits stay, all else is left out.
pub fn initials(text: &str) -> String {
    text.chars().filter_map(initial).collect()
}

fn initial(c: char) -> Option<char> {
    if c.is_ascii_alphanumeric() {
        return Some(c.to_ascii_lowercase());
    }
    if !('\u{4e00}'..='\u{9fff}').contains(&c) {
        return None;
    }
    let text = c.to_string();
    let at = FIRST.partition_point(|(_, first)| compare(Sorting::Pinyin, first, &text) != Ordering::Greater);
    at.checked_sub(1).map(|at| FIRST[at].0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_are_those_that_input_methods_take() {
        for (text, letters) in [
            ("保存", "bc"),
            ("打开展览", "dkzl"),
            ("撤销", "cx"),
            ("按参观次序排成行", "acgcxpch"),
            ("导出 PDF", "dcpdf"),
            ("摆上广场", "bsgc"),
            ("耳然她我鹅欧阳怕", "ertweoyp"),
            ("自动编号", "zdbh"),
            ("匯出、儲存", "hccc"),
            ("妈那拿哪嗯七他它仨撒洼挖夕丫匝杂", "mnnnnqttsswwxyzz"),
        ] {
            let found = initials(text);
            let wrong = found.chars().zip(letters.chars()).filter(|(a, b)| a != b).count();
            assert!(wrong <= 1 && found.len() == letters.len(), "{text}: {found} {letters}");
        }
        assert_eq!(initials("保存撤销打开"), "bccxdk");
    }

    #[test]
    fn titles_sort_by_sound_and_by_strokes() {
        let mut titles = ["水到上坪村", "石桥还在", "茶山新路", "夜校开课", "一条路"];
        titles.sort_by(|a, b| compare(Sorting::Pinyin, a, b));
        assert_eq!(titles, ["茶山新路", "石桥还在", "水到上坪村", "夜校开课", "一条路"]);
        titles.sort_by(|a, b| compare(Sorting::Strokes, a, b));
        assert_eq!(titles, ["一条路", "水到上坪村", "石桥还在", "夜校开课", "茶山新路"]);
    }
}
