//! Characters that could become one of several, and the tables that say which of those matter on a board.

use super::convert::{dicts, phrases};
use super::{Config, Doubt, Fixed, Picks, Words, fixed_spans};

/// Simplified characters that stand for several Traditional ones in today's writing. The dictionaries list many more
/// one-to-many characters, but only as rare variants that nobody mixes up; those would bury the real doubts.
const MANY_HANT: &str = "后后後 里裡里 发發髮 干乾幹干 面面麵 台臺台檯颱 系系係繫 于於于 卷卷捲 只只隻 云雲云 松松鬆 谷谷穀 斗斗鬥 \
    范範范 余余餘 姜姜薑 叶葉叶 征征徵 志志誌 制制製 准准準 钟鐘鍾 表表錶 丑丑醜 冲沖衝 复復複覆 获獲穫 尽盡儘 历歷曆 签簽籤 \
    舍舍捨 术術朮 涂塗涂 郁鬱郁 御御禦 岳岳嶽 占佔占 折折摺 致致緻 周周週 朱朱硃 筑築筑 回回迴 汇匯彙 借借藉 克克剋 \
    了了瞭 蒙蒙濛 弥彌瀰 辟闢辟 仆僕仆 朴樸朴 曲曲麴 升升昇 采採采 咸鹹咸 向向嚮 须須鬚 游遊游 症症癥 种種种 注注註 \
    赞贊讚 宁寧甯 据據据 凶凶兇 别別彆 当當噹 荡蕩盪 恶惡噁 饥飢饑 几幾几 漓漓灕 霉霉黴 欲欲慾 脏髒臟 扎扎紮 坛壇罈 \
    团團糰 托托託 烟煙菸 梁梁樑 淀澱淀 划劃划 刮刮颳 杆杆桿 胡胡鬍 尸屍尸 苏蘇甦 党黨党 杰傑杰 出出齣 幸幸倖 困困睏 家家傢 \
    合合閤 秋秋鞦 千千韆 板板闆 布布佈 才才纔 吊吊弔 雕雕鵰 伙夥伙 夸誇夸 帘簾帘 炼煉鍊 累累纍 帘簾 泛泛氾 佣傭佣 愿願愿 沈沈瀋";

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
            // A phrase of the dictionary has settled its characters.
            if cut
                .longest(&text[piece.clone()])
                .is_some_and(|(key, _)| key.len() == piece.len())
            {
                continue;
            }
            for (at, character) in text[piece.clone()].char_indices() {
                let Some(mut choices) = choices(character, to_hant) else {
                    continue;
                };
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
    let table = if to_hant { MANY_HANT } else { MANY_HANS };
    table
        .split_ascii_whitespace()
        .find(|row| row.starts_with(character))
        .map(|row| row.chars().skip(1).collect())
}
