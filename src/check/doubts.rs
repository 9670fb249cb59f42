//! Characters that could become one of several in the other script, where that script is shown and nobody decided.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Place, Say, Severity};
use crate::model::part::{Part, Spot, get, parts};
use crate::model::{Board, Exhibition, OtherScript, Scripts, TwoScript};
use crate::script::{Doubt, Script, config, doubts};

/// One such character and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenCharacter {
    pub spot: Spot,
    pub para: usize,
    pub doubt: Doubt,
    /// The script it is written in.
    pub from: Script,
    /// The characters before and behind it.
    pub around: [Option<char>; 2],
}

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    found.extend(doubts_in(subject.exhibition, subject.board, subject.board.script));
}

/// One finding for each element of a board that goes to print in this script.
pub fn doubts_in(exhibition: &Exhibition, board: &Board, script: Script) -> Vec<Finding> {
    let all = characters_in(exhibition, board, script);
    let of_element = |of: &[OpenCharacter]| {
        let place = Place::board(&board.code).at_element(of.first()?.spot.element);
        let mut open: Vec<(char, &[char])> = of
            .iter()
            .map(|open| (open.doubt.from, &open.doubt.choices[..]))
            .collect();
        open.sort();
        open.dedup();
        let listed: Vec<String> = open.iter().map(|(from, _)| from.to_string()).collect();
        let choices: Vec<String> = open.first()?.1.iter().map(char::to_string).collect();
        Some(Finding {
            severity: Severity::Note,
            rule: "doubts",
            place,
            say: Say::Check(CheckSay::Doubts {
                characters: listed.join("、"),
                choices: choices.join("／"),
            }),
        })
    };
    let elements = all.chunk_by(|one, next| one.spot.element == next.spot.element);
    elements.filter_map(of_element).collect()
}

/// All of a board, in the order of its elements: in texts of which a reader sees the derived script.
pub fn open_characters(exhibition: &Exhibition, board: &Board) -> Vec<OpenCharacter> {
    characters_in(exhibition, board, board.script)
}

fn characters_in(exhibition: &Exhibition, board: &Board, script: Script) -> Vec<OpenCharacter> {
    let mut all = Vec::new();
    for element in board.elements.iter().filter(|element| !element.is_hidden) {
        let scripts = exhibition.scripts_of(board, element);
        for part in parts(&element.kind) {
            let Some(two) = get(&element.kind, part, script) else {
                continue;
            };
            if !is_derived_shown(part, scripts, two.authored, script) || two.other != OtherScript::Derived {
                continue;
            }
            let spot = Spot {
                board: board.id,
                element: element.id,
                part,
                is_other: false,
            };
            all.extend(of_text(exhibition, spot, &two));
        }
    }
    all
}

/// Captions show both scripts, and so do texts where that is wanted; others the board's own, or the one wanted.
pub(super) fn is_derived_shown(part: Part, scripts: Option<Scripts>, authored: Script, own: Script) -> bool {
    let shown = match (scripts, part) {
        (Some(Scripts::Stacked | Scripts::Beside), Part::Text | Part::Caption) | (None, Part::Caption) => return true,
        (scripts, _) => scripts.and_then(Scripts::only).unwrap_or(own),
    };
    shown != authored
}

fn of_text(exhibition: &Exhibition, spot: Spot, two: &TwoScript) -> Vec<OpenCharacter> {
    let config = config(two.authored, exhibition.show.region);
    let mut all = Vec::new();
    for (index, para) in two.source.paras.iter().enumerate() {
        let open = doubts(&para.text, config, &exhibition.words, &para.picks());
        all.extend(open.into_iter().map(|doubt| OpenCharacter {
            spot,
            para: index,
            from: two.authored,
            around: [
                para.text[..doubt.range.start].chars().next_back(),
                para.text[doubt.range.end..].chars().next(),
            ],
            doubt,
        }));
    }
    all
}
