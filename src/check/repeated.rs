//! Words that stand twice running: a slip of copying. Chinese doubles many words on purpose; those are spared.

use super::{Subject, excerpt};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::model::{Board, Proposal, proposals};
use crate::script::{Script, Slip, slips};
use std::ops::Range;

pub const RULE: &str = "repeated";

/// Two-character words that nobody doubles; 研究研究 and 很多很多 are as they should be.
const ONCE: &[&str] = &[
    "我们", "我們", "他们", "他們", "全县", "全縣", "全镇", "全鎮", "全村", "以及", "因为", "因為", "所以", "进行",
    "進行", "通过", "通過", "工作", "群众", "群眾", "干部", "幹部", "项目", "項目", "建设", "建設", "发展", "發展",
    "可以", "已经", "已經", "其中", "目前", "同时", "同時", "并且", "並且", "这个", "這個", "一个", "一個", "没有",
    "沒有", "展览", "展覽",
];
/// Small words that are doubled in no sentence, but in these words.
const SMALL: &str = "的了呢吗嗎";
/// Where they meet all the same: 有目的的活动, 为了了解.
const SPARED: &[&str] = &[
    "不了了之",
    "的的确确",
    "的的確確",
    "目的的",
    "标的的",
    "標的的",
    "的的士",
    "了了解",
    "了了结",
    "了了結",
    "了了然",
];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut last = None;
    for proposal in mended(subject.board) {
        let element = proposal.spot.element;
        let is_shown = subject.shown().any(|shown| shown.id == element);
        if last == Some(element) || !is_shown {
            continue;
        }
        last = Some(element);
        let text = around(subject.board, &proposal);
        found.push(subject.find(Some(element), Severity::Warning, RULE, RuleSay::Repeated { text }));
    }
}

/// The second of each two taken out.
pub fn mended(board: &Board) -> Vec<Proposal> {
    proposals(board, |text, script| {
        let twice = doubled(text, script).into_iter();
        twice
            .map(|range| (range, String::new(), Some(Slip::Doubled), true))
            .collect()
    })
}

fn doubled(text: &str, script: Script) -> Vec<Range<usize>> {
    let mut twice: Vec<Range<usize>> = slips(text, script)
        .into_iter()
        .filter(|edit| edit.slip == Slip::Doubled)
        .filter(|edit| {
            let word = &text[edit.range.clone()];
            edit.is_sure || word.chars().count() == 1 || ONCE.contains(&word)
        })
        .map(|edit| edit.range)
        .collect();
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    for pair in chars.windows(2) {
        let [(_, first), (next, second)] = [pair[0], pair[1]];
        let range = next..next + second.len_utf8();
        let is_known = twice
            .iter()
            .any(|other| other.start < range.end && range.start < other.end);
        if first == second && SMALL.contains(first) && !is_known {
            twice.push(range);
        }
    }
    twice.retain(|range| {
        let is_in = |word: &&str| {
            let mut places = text.match_indices(*word);
            places.any(|(start, _)| start <= range.start && range.start < start + word.len())
        };
        !SPARED.iter().any(is_in) && !is_in_twos(&chars, range)
    });
    twice.sort_by_key(|range| range.start);
    twice
}

/// 实实在在, 干干净净: beside the doubled character stands another one.
fn is_in_twos(chars: &[(usize, char)], range: &Range<usize>) -> bool {
    let Some(second) = chars.iter().position(|(at, _)| *at == range.start) else {
        return false;
    };
    let is_pair = |first: Option<usize>| {
        let pair = first.and_then(|first| chars.get(first..first + 2));
        pair.is_some_and(|pair| pair[0].1 == pair[1].1)
    };
    let is_one = chars.get(second).is_some_and(|(_, c)| c.len_utf8() == range.len());
    is_one && (is_pair(second.checked_sub(3)) || is_pair(Some(second + 1)))
}

fn around(board: &Board, proposal: &Proposal) -> String {
    let element = board.element(proposal.spot.element);
    let two = element.and_then(|element| crate::model::part::get(&element.kind, proposal.spot.part, board.script));
    let Some(text) = two.as_ref().and_then(|two| two.typed(proposal.spot.is_other)) else {
        return String::new();
    };
    let text = text.paras.get(proposal.para).map_or("", |para| para.text.as_str());
    let before = text[..proposal.range.start].char_indices().rev().nth(3);
    excerpt(&text[before.map_or(0, |(at, _)| at)..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_found_and_what_chinese_doubles_is_spared() {
        for (text, wanted) in [
            ("这是我们的的渠。", 1),
            ("水来了了。", 1),
            ("我们我们一起修渠。", 1),
            ("全县二十三个党组织全县二十三个党组织", 1),
            ("天天修渠，渐渐有水，人人高兴，实实在在。", 0),
            ("研究研究再说，很多很多水。", 0),
            ("不能不了了之，的的确确。", 0),
            ("一步一步走，认认真真干。", 0),
            ("有目的的活动，为了了解水情，坐打来的的士去。", 0),
            ("是是非非，里里外外，说说笑笑，大家都来了。", 0),
        ] {
            assert_eq!(doubled(text, Script::Hans).len(), wanted, "{text}");
        }
    }
}
