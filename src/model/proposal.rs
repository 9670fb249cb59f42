//! Changes proposed to the texts of a show: found by a search or by the clean-up, chosen by a person, done as one command.

use super::part::{Spot, get, parts, with};
use super::{Board, Command, ElementKind, Exhibition, OtherScript, RichText, edited};
use crate::script::{Config, Script, Slip, Words, convert, detect, slips};
use std::collections::BTreeMap;
use std::ops::Range;

/// One stretch of one text, and what may stand there instead.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub spot: Spot,
    /// Index of the paragraph, and bytes of its text.
    pub para: usize,
    pub range: Range<usize>,
    pub becomes: String,
    /// `None`: found by a search.
    pub slip: Option<Slip>,
    /// `false`: it may well be meant as it stands.
    pub is_sure: bool,
}

/// What to look for, in either script: 台湾 finds 臺灣 too.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    forms: Vec<String>,
    /// By script of the text.
    becomes: [String; 2],
    minds_case: bool,
}

impl Query {
    /// `becomes` is turned into the script of each text it is put into, the show's words first.
    pub fn new(find: &str, becomes: &str, minds_case: bool, is_exact: bool, words: &Words) -> Query {
        let mut forms = Vec::new();
        let mut add = |form: String| {
            if !form.is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        };
        add(find.to_string());
        if !is_exact {
            for config in [Config::T2s, Config::S2t, Config::S2tw, Config::S2hk] {
                add(convert(find, config, words, &[]).text);
            }
        }
        // The longest first: what reads longer is meant.
        forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
        let turned = |script: Script| match detect(becomes) {
            Some(is) if is != script && !is_exact => {
                let config = if is == Script::Hans { Config::S2tw } else { Config::Tw2s };
                convert(becomes, config, words, &[]).text
            }
            _ => becomes.to_string(),
        };
        Query {
            forms,
            becomes: [turned(Script::Hans), turned(Script::Hant)],
            minds_case,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// Where it stands in a text, from left to right, not overlapping.
    pub fn places(&self, text: &str) -> Vec<Range<usize>> {
        let mut places = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let rest = &text.as_bytes()[at..];
            let is_here = |form: &&String| {
                let form = form.as_bytes();
                rest.len() >= form.len()
                    && match self.minds_case {
                        true => rest.starts_with(form),
                        false => rest[..form.len()].eq_ignore_ascii_case(form),
                    }
            };
            match self.forms.iter().find(is_here) {
                Some(form) => {
                    places.push(at..at + form.len());
                    at += form.len();
                }
                None => at += text[at..].chars().next().map_or(1, char::len_utf8),
            }
        }
        places
    }

    /// Every place on a board.
    pub fn on(&self, board: &Board) -> Vec<Proposal> {
        proposals(board, |text, script| {
            let becomes = &self.becomes[usize::from(script == Script::Hant)];
            let places = self.places(text).into_iter();
            places.map(|range| (range, becomes.clone(), None, true)).collect()
        })
    }
}

/// The slips of typing and pasting in every text of a board.
pub fn slips_on(board: &Board) -> Vec<Proposal> {
    proposals(board, |text, script| {
        let edits = slips(text, script).into_iter();
        edits
            .map(|edit| (edit.range, edit.becomes, Some(edit.slip), edit.is_sure))
            .collect()
    })
}

/// Bytes of the text, what becomes of them, which slip it is, whether it is sure.
pub type Found = (Range<usize>, String, Option<Slip>, bool);

/// What `find` proposes for each typed paragraph of a board.
pub fn proposals(board: &Board, find: impl Fn(&str, Script) -> Vec<Found>) -> Vec<Proposal> {
    let mut all = Vec::new();
    for element in &board.elements {
        for part in parts(&element.kind) {
            let Some(two) = get(&element.kind, part, board.script) else {
                continue;
            };
            let mut look = |text: &RichText, script, is_other| {
                let spot = Spot {
                    board: board.id,
                    element: element.id,
                    part,
                    is_other,
                };
                for (index, para) in text.paras.iter().enumerate() {
                    let found = find(&para.text, script).into_iter();
                    all.extend(found.map(|(range, becomes, slip, is_sure)| Proposal {
                        spot,
                        para: index,
                        range,
                        becomes,
                        slip,
                        is_sure,
                    }));
                }
            };
            look(&two.source, two.authored, false);
            if let OtherScript::Kept { text, .. } = &two.other {
                look(text, two.authored.other(), true);
            }
        }
    }
    all
}

/// Does these, as one command; those that no longer fit their text are left out. A rewritten other script that was
/// up to date stays so where both sides are changed.
pub fn accepted<'a>(exhibition: &Exhibition, chosen: impl IntoIterator<Item = &'a Proposal>) -> Command {
    let mut by_text: BTreeMap<_, Vec<&Proposal>> = BTreeMap::new();
    for proposal in chosen {
        let spot = proposal.spot;
        by_text.entry((spot.board, spot.element)).or_default().push(proposal);
    }
    let commands = by_text.into_iter().filter_map(|((board, element), mut proposals)| {
        let script = exhibition.board(board)?.script;
        let before = &exhibition.board(board)?.element(element)?.kind;
        proposals.sort_by_key(|proposal| proposal.spot.part);
        let kind = proposals
            .chunk_by(|one, other| one.spot.part == other.spot.part)
            .fold(before.clone(), |kind, chosen| changed(kind, script, chosen));
        (kind != *before).then_some(Command::SetKind { board, element, kind })
    });
    Command::Batch(commands.collect())
}

fn changed(kind: ElementKind, script: Script, chosen: &[&Proposal]) -> ElementKind {
    let Some(part) = chosen.first().map(|proposal| proposal.spot.part) else {
        return kind;
    };
    let Some(mut two) = get(&kind, part, script) else {
        return kind;
    };
    let was_stale = two.is_stale();
    let of = |is_other: bool| chosen.iter().filter(move |proposal| proposal.spot.is_other == is_other);
    let source = put_in(&two.source, of(false));
    let has_both = of(true).next().is_some();
    two.source = source;
    let digest = two.source.digest();
    if let OtherScript::Kept { text, of: known } = &mut two.other {
        *text = put_in(text, of(true));
        if has_both && !was_stale {
            *known = digest;
        }
    }
    with(&kind, part, two)
}

fn put_in<'a>(text: &RichText, chosen: impl Iterator<Item = &'a &'a Proposal>) -> RichText {
    let mut text = text.clone();
    let mut by_para: BTreeMap<usize, Vec<(Range<usize>, String)>> = BTreeMap::new();
    for proposal in chosen {
        let edit = (proposal.range.clone(), proposal.becomes.clone());
        by_para.entry(proposal.para).or_default().push(edit);
    }
    for (index, mut edits) in by_para {
        let Some(para) = text.paras.get_mut(index) else {
            continue;
        };
        edits.sort_by_key(|(range, _)| range.start);
        edits.dedup_by(|next, first| next.0.start < first.0.end);
        edits.retain(|(range, _)| para.text.get(range.clone()).is_some());
        *para = edited(para, &edits);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Element, ElementId, SlotName, TextElement, TwoName, TwoScript};
    use crate::script::{Region, WordPair};
    use std::sync::Arc;

    fn show(texts: &[TwoScript]) -> Exhibition {
        let mut show = Exhibition::new(TwoName::default(), Region::Mainland);
        let mut board = crate::model::board_for_tests();
        board.elements = texts
            .iter()
            .enumerate()
            .map(|(index, text)| {
                Arc::new(Element {
                    id: ElementId::random(),
                    slot: Some(SlotName(format!("body.{index}"))),
                    area: Default::default(),
                    group: None,
                    z: "a".into(),
                    is_locked: false,
                    is_hidden: false,
                    scripts: None,
                    kind: ElementKind::Text(TextElement {
                        style: None,
                        text: text.clone(),
                    }),
                })
            })
            .collect();
        show.order = Arc::new(vec![board.id]);
        show.boards = vec![Arc::new(board)];
        show
    }

    /// The texts after everything found was accepted.
    fn after(show: &Exhibition, found: &[Proposal]) -> Vec<(String, String)> {
        let Command::Batch(commands) = accepted(show, found) else {
            panic!("one batch");
        };
        let board = &show.boards[0];
        let mut texts: Vec<_> = board
            .elements
            .iter()
            .map(|element| element.texts()[0].clone())
            .collect();
        for command in commands {
            let Command::SetKind { element, kind, .. } = command else {
                panic!("only texts change");
            };
            let at = board.elements.iter().position(|other| other.id == element).unwrap();
            let Some(text) = get(&kind, super::super::part::Part::Text, board.script) else {
                panic!("still a text");
            };
            texts[at] = text;
        }
        let plain = |text: &TwoScript| {
            let other = text.in_script(text.authored.other(), Region::Mainland, &Words::default());
            (text.source.to_plain(), other.to_plain())
        };
        texts.iter().map(plain).collect()
    }

    #[test]
    fn a_word_is_found_in_either_script_and_replaced_in_that_of_the_text() {
        let show = show(&[
            TwoScript::new(Script::Hans, "龙潭村修渠，龙潭村种树"),
            TwoScript::new(Script::Hant, "龍潭村的水"),
            TwoScript::both(Script::Hans, "去龙潭村", "往龍潭村去"),
        ]);
        let query = Query::new("龙潭村", "凤溪镇", false, false, &Words::default());
        let found = query.on(&show.boards[0]);
        assert_eq!(found.len(), 5);
        let texts = after(&show, &found);
        let wanted = [
            ("凤溪镇修渠，凤溪镇种树", "鳳溪鎮修渠，鳳溪鎮種樹"),
            ("鳳溪鎮的水", "凤溪镇的水"),
            ("去凤溪镇", "往鳳溪鎮去"),
        ];
        for (is, wanted) in texts.iter().zip(wanted) {
            assert_eq!((is.0.as_str(), is.1.as_str()), wanted);
        }
        let exact = Query::new("龙潭村", "x", false, true, &Words::default());
        assert_eq!(exact.on(&show.boards[0]).len(), 3);
    }

    #[test]
    fn both_sides_changed_stay_up_to_date_and_one_side_alone_is_told() {
        let show = show(&[TwoScript::both(Script::Hans, "旧名一", "舊名一")]);
        let stale = |found: &[Proposal]| {
            let Command::Batch(commands) = accepted(&show, found) else {
                panic!("one batch");
            };
            let Some(Command::SetKind { kind, .. }) = commands.first() else {
                panic!("one change");
            };
            get(kind, super::super::part::Part::Text, Script::Hans)
                .unwrap()
                .is_stale()
        };
        let found = Query::new("一", "二", false, false, &Words::default()).on(&show.boards[0]);
        assert_eq!(found.len(), 2);
        assert!(!stale(&found));
        assert!(stale(&found[..1]));
    }

    #[test]
    fn case_and_words_of_the_show_count() {
        let text = TwoScript::new(Script::Hans, "Gps 和 GPS，石古镇");
        let show = show(&[text]);
        let count = |query: Query| query.on(&show.boards[0]).len();
        assert_eq!(count(Query::new("gps", "", false, false, &Words::default())), 2);
        assert_eq!(count(Query::new("GPS", "", true, false, &Words::default())), 1);
        let words = Words {
            pairs: vec![WordPair {
                hans: "石古镇".into(),
                hant: "石鼓鎮".into(),
            }],
        };
        assert_eq!(count(Query::new("石鼓鎮", "", false, false, &words)), 1);
        assert!(Query::new("", "x", false, false, &words).is_empty());
    }

    #[test]
    fn slips_are_found_on_a_board_and_marks_outside_them_stay() {
        let mut text = TwoScript::new(Script::Hans, "修 渠,引 水。");
        text.source.paras[0].marks.push(crate::model::Mark {
            range: 8..15,
            kind: crate::model::MarkKind::Underline,
        });
        let show = show(&[text]);
        let found = slips_on(&show.boards[0]);
        let texts = after(&show, &found);
        assert_eq!(texts[0].0, "修渠，引水。");
        let Command::Batch(commands) = accepted(&show, &found) else {
            panic!("one batch");
        };
        let Some(Command::SetKind {
            kind: ElementKind::Text(text),
            ..
        }) = commands.first()
        else {
            panic!("one text");
        };
        let para = &text.text.source.paras[0];
        assert_eq!(&para.text[para.marks[0].range.clone()], "引水");
    }
}
