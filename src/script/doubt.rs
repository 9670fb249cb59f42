//! Characters that could become one of several, and the tables that say which of those matter on a board.

use super::convert::{dicts, phrases};
use super::{Config, Doubt, Fixed, Picks, Words, fixed_spans};
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

/// Simplified characters that stand for several Traditional ones in today's writing. The dictionaries list many more
/// one-to-many characters, but only as rare variants that nobody mixes up, or with the rarer reading in set words that
/// they know (家 becomes 傢 in 家具 alone); those would bury the real doubts.
const MANY_HANT: &str = "后后後 里裡里 发發髮 干乾幹干 面面麵 台臺台檯颱 系系係繫 于於于 卷卷捲 只只隻 \
    云雲云 松松鬆 谷谷穀 斗斗鬥 范範范 余余餘 姜姜薑 征征徵 制制製 准准準 钟鐘鍾 \
    表表錶 丑丑醜 冲沖衝 复復複覆 获獲穫 尽盡儘 历歷曆 签簽籤 术術朮 涂塗涂 \
    郁鬱郁 御御禦 岳岳嶽 致致緻 周周週 朱朱硃 筑築筑 汇匯彙 蒙蒙濛 辟闢辟 朴樸朴 \
    咸鹹咸 须須鬚 宁寧甯 恶惡噁 霉霉黴 欲欲慾 扎扎紮 坛壇罈 团團糰 托托託 梁梁樑 \
    淀澱淀 刮刮颳 胡胡鬍 尸屍尸 苏蘇甦 杰傑杰 板板闆 布布佈 吊吊弔 雕雕鵰 伙夥伙 \
    炼煉鍊 佣傭佣 沈沈瀋 游遊游 划劃划 党黨党";

/// Phrases that the dictionary settles one way and careful writers the other: 漫卷 stays, yet the poem has 漫捲.
const CONTESTED: [&str; 1] = ["漫卷"];

/// The other way there are few: these keep their form in some words and lose it in others.
const MANY_HANS: &str =
    "乾干乾 著着著 瞭了瞭 藉借藉 於于於 夥伙夥 徵征徵 鍾钟锺 餘余馀 覆覆复 麼么麽 甦苏甦 祇只祇 閤合阁 甯宁甯";

pub(super) fn doubts(text: &str, config: Config, words: &Words, picks: Picks<'_>) -> Vec<Doubt> {
    let dicts = dicts();
    let to_hant = matches!(config, Config::S2t | Config::S2tw | Config::S2hk | Config::S2twp);
    let (cut, characters) = if to_hant {
        (&dicts.st_phrases, &dicts.st_characters)
    } else {
        (&dicts.ts_phrases, &dicts.ts_characters)
    };
    let mut found = Vec::new();
    for span in fixed_spans(text, config, words, picks) {
        let Fixed::Free(free) = span else { continue };
        for piece in phrases(cut, &text[free.clone()]) {
            let piece = free.start + piece.start..free.start + piece.end;
            let whole = cut.longest(&text[piece.clone()]);
            let whole = whole.filter(|(key, _)| key.len() == piece.len());
            // A phrase of the dictionary has settled its characters.
            if whole.is_some_and(|(key, _)| !CONTESTED.contains(&key)) {
                continue;
            }
            for (at, character) in text[piece.clone()].char_indices() {
                let Some(mut choices) = choices(character, to_hant) else {
                    continue;
                };
                let place = piece.start + at;
                if !to_hant && (is_known(text, place, character) || is_particle(text, place, character)) {
                    continue;
                }
                let range = piece.start + at..piece.start + at + character.len_utf8();
                let taken = characters.values(&text[range.clone()]).next();
                let taken = taken.map_or(character, |taken| {
                    dicts.variant(taken, config).chars().next().unwrap_or(character)
                });
                if !choices.contains(&taken) {
                    choices.insert(0, taken);
                }
                found.push(Doubt {
                    range,
                    from: character,
                    taken,
                    choices,
                });
            }
        }
    }
    found
}

/// What a character may become, if that is a question at all.
fn choices(character: char, to_hant: bool) -> Option<Vec<char>> {
    static TABLES: OnceLock<[HashMap<char, Vec<char>>; 2]> = OnceLock::new();
    let tables = TABLES.get_or_init(|| {
        [MANY_HANS, MANY_HANT].map(|table| {
            let rows = table.split_ascii_whitespace().map(|row| {
                let mut row = row.chars();
                (row.next().unwrap_or_default(), row.collect())
            });
            rows.collect()
        })
    });
    tables[usize::from(to_hant)].get(&character).cloned()
}

/// 看著 is 看着; only behind white or a mark, or with nothing behind it, it is the 著 of an author.
fn is_particle(text: &str, at: usize, character: char) -> bool {
    let (before, behind) = (&text[..at], &text[at + character.len_utf8()..]);
    character == '著' && before.ends_with(|c: char| c.is_alphabetic()) && !behind.trim().is_empty()
}

/// Part of a Traditional word that the phrases of the other direction lead to (乾淨, 曬乾): it goes back the same way.
fn is_known(text: &str, at: usize, character: char) -> bool {
    static KNOWN: OnceLock<HashSet<&'static str>> = OnceLock::new();
    let known = KNOWN.get_or_init(|| {
        let is_open = |word: &str| word.chars().any(|c| choices(c, false).is_some());
        let values = dicts().st_phrases.entries().flat_map(|(_, values)| values.split(' '));
        values.filter(|word| is_open(word)).collect()
    });
    let start = text[..at].char_indices().rev().take(3).last().map_or(at, |(at, _)| at);
    let starts = text[start..at + character.len_utf8()]
        .char_indices()
        .map(|(offset, _)| start + offset);
    starts.into_iter().any(|from| {
        let ends = text[from..]
            .char_indices()
            .map(|(offset, c)| from + offset + c.len_utf8());
        ends.take(4)
            .skip(1)
            .any(|to| to > at && known.contains(&text[from..to]))
    })
}
