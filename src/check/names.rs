//! Names that differ from the register by one character, and posts that are another's.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::model::{Board, Element, ElementKind, KnownName, NameKind, Proposal, proposals};
use crate::script::Script;
use std::ops::Range;

pub const RULE: &str = "name";

/// Two-character names differ by one from half of all words: they are held only against what stands beside their post.
const SHORTEST: usize = 3;
/// Of places and units, which share their last characters with many others.
const SHORTEST_PLACE: usize = 4;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let names = &subject.exhibition.show.names;
    if names.is_empty() {
        return;
    }
    let mut last = None;
    for proposal in mended(names, subject.board) {
        let element = proposal.spot.element;
        let Some(shown) = subject.shown().find(|shown| shown.id == element) else {
            continue;
        };
        if last == Some(element) {
            continue;
        }
        last = Some(element);
        let say = RuleSay::NameSpelled {
            text: stretch(shown, subject.board, &proposal),
            name: proposal.becomes.clone(),
        };
        found.push(subject.find(Some(element), Severity::Warning, RULE, say));
    }
    for element in subject.shown() {
        if let Some(say) = names.iter().find_map(|known| wrong_post(names, known, element)) {
            found.push(subject.find(Some(element.id), Severity::Warning, RULE, say));
        }
    }
}

/// Every such name as it is registered.
pub fn mended(names: &[KnownName], board: &Board) -> Vec<Proposal> {
    proposals(board, |text, script| {
        let near = misspelled(names, text, script).into_iter();
        near.map(|(range, name)| (range, name, None, true)).collect()
    })
}

fn misspelled(names: &[KnownName], text: &str, script: Script) -> Vec<(Range<usize>, String)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let is_registered = |word: &[char]| {
        let word: String = word.iter().collect();
        names
            .iter()
            .any(|known| known.name.hans == word || known.name.hant == word)
    };
    let mut near: Vec<(Range<usize>, String)> = Vec::new();
    for known in names {
        let name: Vec<char> = known.name.of(script).chars().collect();
        let least = if known.kind == NameKind::Person {
            SHORTEST
        } else {
            SHORTEST_PLACE
        };
        if name.len() < least {
            if name.len() == 2 && known.kind == NameKind::Person {
                near.extend(beside_post(text, &chars, &name, known.post.of(script), &is_registered));
            }
            continue;
        }
        for window in chars.windows(name.len()) {
            let word: Vec<char> = window.iter().map(|(_, c)| *c).collect();
            let differing = word.iter().zip(&name).filter(|(one, other)| one != other).count();
            let is_alike = differing == 1 && (known.kind != NameKind::Person || word[0] == name[0]);
            let is_han = word.iter().all(|c| ('\u{3400}'..='\u{9fff}').contains(c));
            if is_alike && is_han && !is_registered(&word) {
                let (last, c) = window[window.len() - 1];
                near.push((window[0].0..last + c.len_utf8(), name.iter().collect()));
            }
        }
    }
    near.sort_by_key(|(range, _)| range.start);
    near.dedup_by(|next, one| next.0.start < one.0.end);
    near
}

/// Of people with this name in two characters: the same surname beside their post, with another given name.
fn beside_post(
    text: &str,
    chars: &[(usize, char)],
    name: &[char],
    post: &str,
    is_registered: &impl Fn(&[char]) -> bool,
) -> Vec<(Range<usize>, String)> {
    let mut near = Vec::new();
    if post.chars().count() < 2 {
        return near;
    }
    let is_han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
    for (index, pair) in chars.windows(2).enumerate() {
        let [(start, surname), (last, given)] = [pair[0], pair[1]];
        let range = start..last + given.len_utf8();
        let is_given = is_han(given) && !SMALL_WORDS.contains(given) && !NO_NAMES.contains(given);
        let is_alike = surname == name[0] && given != name[1] && is_given;
        if !is_alike || is_registered(&[surname, given]) {
            continue;
        }
        let next = chars.get(index + 2).map(|(_, c)| *c);
        // A third character may belong to the name: then it is somebody else.
        let is_whole = next.is_none_or(|c| !is_han(c) || SMALL_WORDS.contains(c));
        let before = text[..start].strip_suffix(post);
        let is_other_post = |before: &str| before.ends_with(['副', '前', '原', '老', '总', '總']);
        let is_behind = before.is_some_and(|before| is_whole && !is_other_post(before));
        let is_before = text[range.end..].starts_with(post);
        if is_behind || is_before {
            near.push((range, name.iter().collect()));
        }
    }
    near
}

/// What follows a name or a post in a sentence and is no part of a name.
const SMALL_WORDS: &str =
    "的了是在和与與同及也都又就还還等说說讲講带帶来來去到向对對把将將不没沒有很为為从從给給让讓请請曾已要";

/// 余下的活, 高中, 何时: words that begin like a name.
const NO_NAMES: &str = "下上里裡外内內中间間时時年月日人们們个個大小多少";

fn stretch(element: &Element, board: &Board, proposal: &Proposal) -> String {
    let two = crate::model::part::get(&element.kind, proposal.spot.part, board.script);
    let text = two.as_ref().and_then(|two| two.typed(proposal.spot.is_other));
    let para = text.and_then(|text| text.paras.get(proposal.para));
    let word = para.and_then(|para| para.text.get(proposal.range.clone()));
    word.unwrap_or_default().to_string()
}

/// A quotation's post that is not the speaker's, or another's post right before the name.
fn wrong_post(names: &[KnownName], known: &KnownName, element: &Element) -> Option<RuleSay> {
    let script = element.texts().first()?.authored;
    let (name, post) = (known.name.of(script), known.post.of(script));
    if known.kind != NameKind::Person || name.is_empty() || post.is_empty() {
        return None;
    }
    let tell = |is: &str| {
        Some(RuleSay::PostWrong {
            name: name.to_string(),
            is: is.to_string(),
            post: post.to_string(),
        })
    };
    if let ElementKind::Quote(quote) = &element.kind {
        let is = quote.post.source.to_plain();
        if quote.speaker.source.to_plain().trim() == name && !is.trim().is_empty() && !is.contains(post) {
            return tell(is.trim());
        }
    }
    let mut others = names
        .iter()
        .map(|other| other.post.of(script))
        .filter(|other| !other.is_empty());
    others.find_map(|other| {
        let wrong = format!("{other}{name}");
        let is_here = element.texts().into_iter().any(|text| {
            let plain = text.source.to_plain();
            let mut places = plain.match_indices(&wrong);
            places.any(|(at, _)| !plain[..at + other.len()].ends_with(post))
        });
        is_here.then(|| tell(other)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{NameId, TwoName};

    #[test]
    fn one_wrong_character_is_found_and_other_people_are_left_alone() {
        let known = |name: &str, kind| KnownName {
            id: NameId(1),
            kind,
            name: TwoName {
                hans: name.into(),
                hant: name.into(),
            },
            post: TwoName::default(),
            rank: 0,
        };
        let names = [
            known("温建岚", NameKind::Person),
            known("温建山", NameKind::Person),
            known("青禾水务站", NameKind::Unit),
            known("何山", NameKind::Person),
            KnownName {
                post: TwoName {
                    hans: "镇长".into(),
                    hant: "镇长".into(),
                },
                ..known("余清", NameKind::Person)
            },
        ];
        for (text, wanted) in [
            ("镇长温建兰说", Some("温建岚")),
            ("镇长温建岚说", None),
            ("温建山也来了", None),
            ("李建岚来了", None),
            ("青禾水利站的人", Some("青禾水务站")),
            ("何水来了", None),
            // Without a post beside it, two characters say too little; with it, one of them may be wrong.
            ("余青来了，余热还在", None),
            ("镇长余青说", Some("余清")),
            ("镇长余青。", Some("余清")),
            ("余青镇长到了村里", Some("余清")),
            ("镇长余清说", None),
            ("镇长余清泉说", None),
            ("镇长余晓光说", None),
            ("镇长余下的活", None),
            ("副镇长余青说", None),
            ("镇长余在不在", None),
        ] {
            let near = misspelled(&names, text, Script::Hans);
            assert_eq!(near.first().map(|(_, name)| name.as_str()), wanted, "{text}");
        }
    }
}
