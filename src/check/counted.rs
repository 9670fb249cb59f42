//! 三个坚持：… with two items behind it.

use super::{Subject, excerpt};
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};

const NUMERALS: &str = "一二三四五六七八九十";
const MEASURES: &str = "个個大项項条條点點步种種件";
/// Characters between the measure and the colon.
const LONGEST: usize = 10;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let paras = element.texts().into_iter().flat_map(|text| &text.source.paras);
        if let Some(say) = paras.into_iter().find_map(|para| miscounted(&para.text)) {
            found.push(subject.find(Some(element.id), Severity::Warning, "counted", say));
        }
    }
}

fn miscounted(text: &str) -> Option<RuleSay> {
    let chars: Vec<char> = text.chars().collect();
    (0..chars.len()).find_map(|at| {
        let said = number(&chars, at)?;
        let colon = at + 2 + chars[at + 2..].iter().take(LONGEST).position(|c| *c == '：')?;
        let phrase: String = chars[at..colon].iter().collect();
        if phrase.contains(['，', '。', '；', '、']) || phrase.chars().count() < 3 {
            return None;
        }
        let end = chars[colon..]
            .iter()
            .position(|c| "。！？".contains(*c))
            .map_or(chars.len(), |end| colon + end);
        let list: String = chars[colon + 1..end].iter().collect();
        let listed = items(&list)?;
        (!listed.contains(&said)).then(|| RuleSay::Counted {
            text: excerpt(&phrase),
            said,
            listed: listed[0],
        })
    })
}

/// 三个 and the like at this place; neither 第三个 nor 十三个.
fn number(chars: &[char], at: usize) -> Option<usize> {
    let place = NUMERALS.chars().position(|c| c == chars[at]);
    let said = match chars[at] {
        '两' | '兩' => 2,
        _ => place? + 1,
    };
    let before = at.checked_sub(1).map(|at| chars[at]);
    let is_part = before.is_some_and(|c| "第前后後每百千万萬".contains(c) || NUMERALS.contains(c) || c.is_numeric());
    let is_measured = chars.get(at + 1).is_some_and(|c| MEASURES.contains(*c));
    (said > 1 && is_measured && !is_part).then_some(said)
}

/// How many a list may be said to have; `None` where it is no list that can be counted.
fn items(list: &str) -> Option<Vec<usize>> {
    let (commas, marks) = (list.contains('，'), list.contains('、'));
    let by = |mark: char| list.split(mark).filter(|item| !item.trim().is_empty()).count();
    let length = |item: &str| item.trim().chars().count();
    let count = if list.contains('；') {
        by('；')
    } else if marks && !commas {
        let is_short = list.split('、').all(|item| length(item) <= 12);
        is_short.then(|| by('、'))?
    } else if commas && !marks {
        // Clauses of one sentence are of all lengths, items of a list are alike.
        let first = length(list.split('，').next()?);
        let is_even = first <= 8 && list.split('，').all(|item| length(item) == first);
        // 一条向东，一条向西，都通镇上: the sentence goes on behind its list.
        let starts: Vec<Option<char>> = list.split('，').map(|item| item.trim().chars().next()).collect();
        let goes_on = starts.len() > 2 && starts[0] == starts[1] && starts.iter().any(|start| *start != starts[0]);
        (is_even && !goes_on).then(|| by('，'))?
    } else {
        return None;
    };
    // 甲、乙和丙 are three; 甲、乙等 are as many as one likes.
    let last = list.rsplit(['；', '、']).next().unwrap_or_default();
    if list.contains('…') || last.contains('等') {
        return None;
    }
    let joined = ["和", "与", "與", "及"].iter().any(|word| last.contains(word));
    match (count, joined && !list.contains('；')) {
        (0 | 1, _) => None,
        (count, true) => Some(vec![count, count + 1]),
        (count, false) => Some(vec![count]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_counted_where_they_can_be() {
        for (text, wanted) in [
            ("三个坚持：坚持修渠、坚持护林。", true),
            ("三个坚持：坚持修渠、坚持护林、坚持改土。", false),
            ("四项任务：修渠、护林、改土和种粮。", false),
            ("两大工程：修渠；护林；改土。", true),
            ("三个坚持：坚持修渠，坚持护林。", true),
            ("三个办法：先修渠引水，再把坡上的林子护好。", false),
            ("第三个问题：水、土、林、田。", false),
            ("十三个村：水口、石桥。", false),
            ("三个人说：好。", false),
            ("五个村：柳溪、石桥、上坪等。", false),
            ("六件事：修渠、护林……", false),
            ("两条路：一条向东，一条向西，都通镇上。", false),
            ("四个字：实事求是。", false),
        ] {
            assert_eq!(miscounted(text).is_some(), wanted, "{text}");
        }
    }
}
