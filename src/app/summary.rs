//! The show as lists need it: one row a board, counts by unit and phase. Made again only when the show or the findings
//! changed.

use super::words;
use crate::base::{Day, Finding, Lang, Severity};
use crate::model::{Board, BoardId, BoardState, Committee, CommitteeId, Exhibition, OtherScript};
use crate::script::{self, Config};
use crate::workflow::{LedgerRow, ledger, phase};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

pub struct BoardRow {
    pub board: Arc<Board>,
    pub number: usize,
    pub title: String,
    pub unit: String,
    pub state: BoardState,
    pub phase: usize,
    pub errors: usize,
    pub warnings: usize,
    /// Its unit's day has passed and it was not handed in.
    pub is_late: bool,
    /// Everything a search looks through, in lower case.
    haystack: String,
}

pub struct UnitRow {
    pub committee: Committee,
    pub name: String,
    /// Boards in each phase.
    pub phases: [usize; 5],
    /// Rows of the unit's boards, in display sequence.
    pub rows: Vec<usize>,
    pub due: Option<Day>,
    /// How many of its boards are late.
    pub late: usize,
}

/// Not handed in, or sent back, after the day it was due.
pub fn is_late(due: Option<Day>, phase: usize, today: Day) -> bool {
    due.is_some_and(|due| due < today) && matches!(phase, 0 | 2)
}

#[derive(Default)]
pub struct Summary {
    made_from: Option<(Exhibition, u64, Lang)>,
    /// In display sequence.
    pub rows: Vec<BoardRow>,
    pub units: Vec<UnitRow>,
    pub phases: [usize; 5],
    ledger: OnceCell<Vec<LedgerRow>>,
    pub errors: usize,
    pub warnings: usize,
}

impl Summary {
    /// `round` counts the checks: findings are compared by it.
    pub fn renew(&mut self, exhibition: &Exhibition, findings: &[Finding], round: u64, lang: Lang) {
        let is_same = |(made, its_round, its_lang): &(Exhibition, u64, Lang)| {
            *its_round == round && *its_lang == lang && made.is_same(exhibition)
        };
        if self.made_from.as_ref().is_some_and(is_same) {
            return;
        }
        let reads_same = |(made, its_round, its_lang): &(Exhibition, u64, Lang)| {
            *its_round == round && *its_lang == lang && is_read_alike(made, exhibition)
        };
        if self.made_from.as_ref().is_some_and(reads_same) {
            // Something else changed, a place on the plan or a word: only the ledger looks at those.
            self.ledger.take();
        } else {
            *self = make(std::mem::take(self), exhibition, findings, lang);
        }
        self.made_from = Some((exhibition.clone(), round, lang));
    }

    /// Made when it is first looked at.
    pub fn ledger(&self, exhibition: &Exhibition, findings: &[Finding]) -> &[LedgerRow] {
        self.ledger.get_or_init(|| ledger(exhibition, findings))
    }

    pub fn row(&self, board: BoardId) -> Option<&BoardRow> {
        self.rows.iter().find(|row| row.board.id == board)
    }

    /// Board waiting for the organizer.
    pub fn waiting(&self) -> usize {
        self.phases[1]
    }
}

/// All that rows and units are made from, but for findings and language.
fn is_read_alike(one: &Exhibition, other: &Exhibition) -> bool {
    let mut boards = one.boards.iter().zip(&other.boards);
    one.boards.len() == other.boards.len()
        && boards.all(|(one, other)| Arc::ptr_eq(one, other))
        && Arc::ptr_eq(&one.order, &other.order)
        && Arc::ptr_eq(&one.committees, &other.committees)
        && Arc::ptr_eq(&one.states, &other.states)
        && one.show.due == other.show.due
}

fn make(old: Summary, exhibition: &Exhibition, findings: &[Finding], lang: Lang) -> Summary {
    // Where neither the board nor the units changed, what a search looks through is the same.
    let mut kept: BTreeMap<BoardId, (Arc<Board>, usize, String)> = BTreeMap::new();
    if let Some((made, _, _)) = &old.made_from
        && Arc::ptr_eq(&made.committees, &exhibition.committees)
    {
        kept.extend(
            old.rows
                .into_iter()
                .map(|row| (row.board.id, (row.board, row.number, row.haystack))),
        );
    }
    let mut found: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut summary = Summary::default();
    for finding in findings {
        let at = match finding.severity {
            Severity::Note => continue,
            Severity::Warning => 1,
            Severity::Error => 0,
        };
        if at == 0 {
            summary.errors += 1;
        } else {
            summary.warnings += 1;
        }
        if let Some(code) = &finding.place.board {
            found.entry(code).or_default()[at] += 1;
        }
    }
    let today = Day::today();
    for (index, board) in exhibition.in_order().into_iter().enumerate() {
        let [errors, warnings] = found.get(board.code.as_str()).copied().unwrap_or_default();
        let haystack = match kept.remove(&board.id) {
            Some((its, number, haystack)) if number == index + 1 && Arc::ptr_eq(&its, board) => haystack,
            _ => haystack(exhibition, board, index + 1),
        };
        let unit = exhibition.committee(board.committee);
        let state = exhibition.state(board.id);
        summary.rows.push(BoardRow {
            board: board.clone(),
            number: index + 1,
            title: board.title(),
            unit: unit
                .map(|unit| words::name_of(&unit.name, lang).to_string())
                .unwrap_or_default(),
            state,
            phase: phase(state),
            is_late: is_late(exhibition.show.due.get(&board.committee).copied(), phase(state), today),
            errors,
            warnings,
            haystack,
        });
    }
    for row in &summary.rows {
        summary.phases[row.phase] += 1;
    }
    summary.units = units(exhibition, &summary.rows, lang);
    summary
}

/// Number, code, title, unit and all texts in both scripts, in lower case.
fn haystack(exhibition: &Exhibition, board: &Board, number: usize) -> String {
    let unit = exhibition.committee(board.committee);
    let title = board.title();
    let mut haystack = format!("{number:03} {} {title} ", board.code);
    if let Some(unit) = unit {
        haystack.push_str(&format!("{} {} ", unit.name.hans, unit.name.hant));
    }
    for element in &board.elements {
        for text in element.texts() {
            haystack.push_str(&text.source.to_plain());
            haystack.push(' ');
            if let OtherScript::Kept { text, .. } | OtherScript::Frozen { text } = &text.other {
                haystack.push_str(&text.to_plain());
                haystack.push(' ');
            }
        }
    }
    haystack.to_lowercase()
}

fn units(exhibition: &Exhibition, rows: &[BoardRow], lang: Lang) -> Vec<UnitRow> {
    let mut by_unit: BTreeMap<CommitteeId, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        by_unit.entry(row.board.committee).or_default().push(index);
    }
    let unit = |committee: &Committee| {
        let its_rows = by_unit.get(&committee.id).cloned().unwrap_or_default();
        let mut phases = [0; 5];
        for row in &its_rows {
            phases[rows[*row].phase] += 1;
        }
        UnitRow {
            committee: committee.clone(),
            name: words::name_of(&committee.name, lang).to_string(),
            phases,
            due: exhibition.show.due.get(&committee.id).copied(),
            late: its_rows.iter().filter(|row| rows[**row].is_late).count(),
            rows: its_rows,
        }
    };
    exhibition.committees.iter().map(unit).collect()
}

/// What a person looks for: all words must be there, in either script.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    typed: String,
    /// Each word as typed, in Simplified and in Traditional.
    words: Vec<Vec<String>>,
}

impl Query {
    /// Converts only when the text changed.
    pub fn set(&mut self, typed: &str) {
        if self.typed == typed {
            return;
        }
        self.typed = typed.to_string();
        self.words = typed.split_whitespace().map(forms).collect();
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub fn finds(&self, row: &BoardRow) -> bool {
        self.words
            .iter()
            .all(|forms| forms.iter().any(|form| row.haystack.contains(form.as_str())))
    }
}

fn forms(word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let mut forms = vec![word.clone()];
    if !word.is_ascii() {
        for config in [Config::T2s, Config::S2t] {
            let other = script::convert(&word, config, &script::Words::default(), &[]).text;
            if !forms.contains(&other) {
                forms.push(other);
            }
        }
    }
    forms
}
