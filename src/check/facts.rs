//! Figures of the register as boards quote them, and one figure with two values on two boards.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Place, Severity};
use crate::model::part::{Spot, get, parts};
use crate::model::{
    Board, Command, CommitteeId, ElementKind, Exhibition, Fact, MarkKind, NumberElement, Proposal, accepted,
};
use std::collections::BTreeMap;
use std::ops::Range;

pub const RULE: &str = "fact";

/// Between a figure's name and its number: "灌溉面积已经达到 1.2 万亩".
const FURTHEST: usize = 8;

/// A place where a board says how much a registered figure is.
pub struct Quote {
    pub is: String,
    place: Where,
}

enum Where {
    Text(Proposal),
    Number(Spot),
}

impl Quote {
    pub fn element(&self) -> crate::model::ElementId {
        match &self.place {
            Where::Text(proposal) => proposal.spot.element,
            Where::Number(spot) => spot.element,
        }
    }
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for fact in subject.exhibition.facts.iter() {
        for quote in quotes(fact, subject.board) {
            let element = quote.element();
            let is_shown = subject.shown().any(|shown| shown.id == element);
            if !is_shown || is_equal(&quote.is, &fact.value) {
                continue;
            }
            let say = RuleSay::FactValue {
                name: fact.name.clone(),
                is: format!("{}{}", quote.is, fact.unit),
                value: format!("{}{}", fact.value, fact.unit),
            };
            found.push(subject.find(Some(element), Severity::Warning, RULE, say));
        }
    }
}

/// One label of one unit with two values: the later board is told.
pub fn check_show(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let mut firsts: BTreeMap<(CommitteeId, String, String), (String, String)> = BTreeMap::new();
    for board in exhibition.in_order() {
        for element in board.elements.iter().filter(|element| !element.is_hidden) {
            let ElementKind::Number(number) = &element.kind else {
                continue;
            };
            let [label, unit] = [&number.label, &number.unit].map(|text| text.source.to_plain().trim().to_string());
            if label.is_empty() {
                continue;
            }
            let key = (board.committee, label.clone(), unit.clone());
            let Some((first, value)) = firsts.get(&key) else {
                firsts.insert(key, (board.code.clone(), number.value.clone()));
                continue;
            };
            if *first != board.code && !is_equal(value, &number.value) {
                let say = RuleSay::FigureDiffers {
                    label,
                    is: format!("{}{unit}", number.value),
                    first: first.clone(),
                    value: format!("{value}{unit}"),
                };
                found.push(Finding {
                    severity: Severity::Warning,
                    rule: "figure",
                    place: Place::board(&board.code).at_element(element.id),
                    say: say.into(),
                });
            }
        }
    }
}

/// Every place of one board that says how much it is, right or wrong.
pub fn quotes(fact: &Fact, board: &Board) -> Vec<Quote> {
    let mut all = Vec::new();
    for element in &board.elements {
        if let ElementKind::Number(number) = &element.kind
            && is_of(fact, number)
        {
            all.push(Quote {
                is: number.value.clone(),
                place: Where::Number(Spot {
                    board: board.id,
                    element: element.id,
                    part: crate::model::part::Part::Label,
                    is_other: false,
                }),
            });
        }
        for part in parts(&element.kind) {
            let Some(two) = get(&element.kind, part, board.script) else {
                continue;
            };
            for is_other in [false, true] {
                let Some(text) = two.typed(is_other) else { continue };
                for (para, body) in text.paras.iter().enumerate() {
                    let marked = body.marks.iter().filter_map(|mark| match mark.kind {
                        MarkKind::Field(id) if id == fact.id => figures(&body.text, mark.range.clone()),
                        _ => None,
                    });
                    let mut ranges: Vec<Range<usize>> = marked.chain(named(fact, &body.text)).collect();
                    ranges.sort_by_key(|range| range.start);
                    ranges.dedup();
                    all.extend(ranges.into_iter().map(|range| Quote {
                        is: body.text[range.clone()].to_string(),
                        place: Where::Text(Proposal {
                            spot: Spot {
                                board: board.id,
                                element: element.id,
                                part,
                                is_other,
                            },
                            para,
                            range,
                            becomes: fact.value.clone(),
                            slip: None,
                            is_sure: true,
                        }),
                    }));
                }
            }
        }
    }
    all
}

/// Every quote that does not say the register's value made to say it: one command for the whole show, and how many
/// boards it changes.
pub fn requote(exhibition: &Exhibition, fact: &Fact) -> (Command, usize) {
    let mut commands = Vec::new();
    let mut boards = 0;
    for board in &exhibition.boards {
        let wrong = quotes(fact, board)
            .into_iter()
            .filter(|quote| !is_equal(&quote.is, &fact.value));
        let before = commands.len();
        commands.extend(put(exhibition, fact, board, wrong));
        boards += usize::from(commands.len() > before);
    }
    (Command::Batch(commands), boards)
}

/// The wrong quotes of one element put right.
pub fn mended(exhibition: &Exhibition, board: &Board, element: crate::model::ElementId) -> Option<Command> {
    let commands: Vec<Command> = exhibition
        .facts
        .iter()
        .flat_map(|fact| {
            let quotes = quotes(fact, board).into_iter();
            let wrong = quotes.filter(|quote| quote.element() == element && !is_equal(&quote.is, &fact.value));
            put(exhibition, fact, board, wrong)
        })
        .collect();
    // Two figures in one text would each be put into the text as it was.
    commands.into_iter().next()
}

fn put(exhibition: &Exhibition, fact: &Fact, board: &Board, quotes: impl Iterator<Item = Quote>) -> Vec<Command> {
    let (mut texts, mut commands) = (Vec::new(), Vec::new());
    for quote in quotes {
        match quote.place {
            Where::Text(proposal) => texts.push(proposal),
            Where::Number(spot) => {
                if let Some(ElementKind::Number(number)) = board.element(spot.element).map(|element| &element.kind) {
                    let kind = ElementKind::Number(NumberElement {
                        value: fact.value.clone(),
                        ..number.clone()
                    });
                    let (board, element) = (spot.board, spot.element);
                    commands.push(Command::SetKind { board, element, kind });
                }
            }
        }
    }
    if !texts.is_empty()
        && let Command::Batch(list) = accepted(exhibition, &texts)
    {
        commands.extend(list);
    }
    commands
}

fn is_of(fact: &Fact, number: &NumberElement) -> bool {
    let [label, unit] = [&number.label, &number.unit].map(|text| text.source.to_plain());
    label.trim() == fact.name && (fact.unit.is_empty() || unit.trim() == fact.unit)
}

/// Bytes of the number behind each mention of the figure's name.
fn named(fact: &Fact, text: &str) -> Vec<Range<usize>> {
    if fact.name.chars().count() < 2 {
        return Vec::new();
    }
    let behind = |(at, name): (usize, &str)| {
        let from = at + name.len();
        let gap = text[from..].char_indices().take(FURTHEST + 1);
        let stop = |c: char| "。；，、！？\n".contains(c);
        let (start, _) = gap.take_while(|(_, c)| !stop(*c)).find(|(_, c)| c.is_ascii_digit())?;
        let range = figures(text, from + start..text.len())?;
        let is_of_unit = text[range.end..].trim_start().starts_with(&fact.unit);
        is_of_unit.then_some(range)
    };
    text.match_indices(&fact.name).filter_map(behind).collect()
}

/// The first number in this stretch.
fn figures(text: &str, within: Range<usize>) -> Option<Range<usize>> {
    let stretch = text.get(within.clone())?;
    let start = stretch.find(|c: char| c.is_ascii_digit())?;
    let length = stretch[start..]
        .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .unwrap_or(stretch.len() - start);
    let kept = stretch[start..start + length].trim_end_matches(['.', ',']).len();
    Some(within.start + start..within.start + start + kept)
}

/// As numbers, so that 1,350 is 1350 and 1.20 is 1.2.
fn is_equal(one: &str, other: &str) -> bool {
    let number = |text: &str| text.trim().replace([',', '，'], "").parse::<f64>();
    match (number(one), number(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one.trim() == other.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FactId;

    #[test]
    fn the_number_behind_a_name_is_found() {
        let fact = Fact {
            id: FactId(1),
            name: "灌溉面积".into(),
            value: "1.2".into(),
            unit: "万亩".into(),
            date: String::new(),
            source: String::new(),
        };
        for (text, wanted) in [
            ("灌溉面积达到1.5万亩。", Some("1.5")),
            ("灌溉面积已经有 1,350 万亩", Some("1,350")),
            ("灌溉面积大了，修渠1.5万亩", None),
            ("灌溉面积1.5公里", None),
            ("面积1.5万亩", None),
        ] {
            let range = named(&fact, text).into_iter().next();
            assert_eq!(range.map(|range| &text[range]), wanted, "{text}");
        }
        assert!(is_equal("1,350", "1350") && is_equal("1.20", "1.2") && !is_equal("1.2", "1.3"));
    }
}
