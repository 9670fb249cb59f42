//! OpenCC's way of converting: normalise, cut into phrases, run each piece through the chain of dictionaries.

use super::dict::Dict;
use super::{Config, Converted, Piece};
use std::ops::Range;
use std::sync::OnceLock;

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../assets/opencc/", $name, ".txt"))
    };
}

/// All dictionaries, parsed at the first use (a few milliseconds: call `warm` on a thread at start).
pub struct Dicts {
    normal: Step,
    /// Simplified phrases: cut texts, and are the first table of every way to Traditional.
    pub st_phrases: Dict,
    pub st_characters: Dict,
    pub ts_phrases: Dict,
    ts_extra: Dict,
    pub ts_characters: Dict,
    pub tw: Step,
    twp: Step,
    tw_back: Step,
    twp_back: Step,
    pub hk: Step,
    hk_back: Step,
}

/// Dictionaries of which the first that knows a prefix decides.
pub type Step = Vec<Dict>;

pub fn dicts() -> &'static Dicts {
    static DICTS: OnceLock<Dicts> = OnceLock::new();
    DICTS.get_or_init(|| Dicts {
        normal: vec![Dict::new(&[file!("CJK_Compatibility_Ideographs")])],
        st_phrases: Dict::new(&[file!("STPhrases"), file!("STPhrases_GeneratedFromRegionalPhrases")]),
        st_characters: Dict::new(&[file!("STCharacters")]),
        ts_phrases: Dict::new(&[file!("TSPhrases")]),
        ts_extra: Dict::new(&[file!("TSCharactersExt")]),
        ts_characters: Dict::new(&[file!("TSCharacters")]),
        tw: vec![
            Dict::new(&[file!("TWVariantsPhrases")]),
            Dict::new(&[file!("TWVariants")]),
        ],
        twp: vec![
            Dict::new(&[file!("TWPhrases")]),
            Dict::new(&[file!("TWVariantsPhrases")]),
            Dict::new(&[file!("TWVariants")]),
        ],
        tw_back: vec![
            Dict::new(&[file!("TWVariantsRevPhrases")]),
            Dict::new(&[file!("TWVariantsRev")]),
        ],
        twp_back: vec![
            Dict::new(&[file!("TWPhrasesRev")]),
            Dict::new(&[file!("TWVariantsRevPhrases")]),
            Dict::new(&[file!("TWVariantsRev")]),
        ],
        hk: vec![
            Dict::new(&[file!("HKVariantsPhrases")]),
            Dict::new(&[file!("HKVariants")]),
        ],
        hk_back: vec![
            Dict::new(&[file!("HKVariantsRevPhrases")]),
            Dict::new(&[file!("HKVariantsRev")]),
        ],
    })
}

/// A configuration: where texts are cut, and the steps each piece goes through.
struct Way<'a> {
    cut: Option<&'a Dict>,
    steps: Vec<Vec<&'a Dict>>,
}

impl Dicts {
    fn way(&self, config: Config) -> Way<'_> {
        fn all(step: &Step) -> Vec<&Dict> {
            step.iter().collect()
        }
        let to_hant = vec![&self.st_phrases, &self.st_characters];
        let to_hans = vec![&self.ts_phrases, &self.ts_extra, &self.ts_characters];
        let (hant, hans) = (Some(&self.st_phrases), Some(&self.ts_phrases));
        let (cut, steps) = match config {
            // The two plain configurations run over the text uncut.
            Config::S2t => (None, vec![to_hant]),
            Config::T2s => (None, vec![to_hans]),
            Config::S2tw => (hant, vec![to_hant, all(&self.tw)]),
            Config::S2twp => (hant, vec![to_hant, all(&self.twp)]),
            Config::S2hk => (hant, vec![to_hant, all(&self.hk)]),
            Config::Tw2s => (hans, vec![all(&self.tw_back), to_hans]),
            Config::Tw2sp => (hans, vec![all(&self.twp_back), to_hans]),
            Config::Hk2s => (hans, vec![all(&self.hk_back), to_hans]),
        };
        Way { cut, steps }
    }

    /// What the steps after the first make of a single character: a choice in the form it will be printed.
    pub fn variant(&self, character: &str, config: Config) -> String {
        let way = self.way(config);
        let mut text = character.to_string();
        if matches!(config, Config::S2tw | Config::S2twp | Config::S2hk) {
            for step in &way.steps[1..] {
                text = run(step, &text).text;
            }
        }
        text
    }
}

/// Converts by dictionary alone.
pub fn by_dictionary(text: &str, config: Config) -> Converted {
    let dicts = dicts();
    let way = dicts.way(config);
    let normal: Vec<&Dict> = dicts.normal.iter().collect();
    if !concerns(&normal, text) {
        return way.whole(text, Borders::Joined);
    }
    let first = run(&normal, text);
    let second = way.whole(&first.text, Borders::Kept);
    let mut joined = Converted::default();
    joined.append(&first.then(&second), Borders::Joined);
    joined
}

/// Whether pieces that keep their length become one: whoever chains a further step needs every border.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Borders {
    Kept,
    Joined,
}

impl Way<'_> {
    fn whole(&self, text: &str, borders: Borders) -> Converted {
        let mut whole = Converted::with_capacity(text.len());
        let mut piece = Converted::default();
        let Some(cut) = self.cut else {
            self.through(Cut::Loose(text), &mut piece);
            whole.append(&piece, borders);
            return whole;
        };
        // The first step knows no other phrases than those the text was cut by.
        let cuts_by_first = self
            .steps
            .first()
            .and_then(|step| step.first())
            .is_some_and(|dict| std::ptr::eq(*dict, cut));
        each_phrase(cut, text, |range, value| {
            let known = value.filter(|_| cuts_by_first);
            let start = known.map_or(Cut::Loose(&text[range.clone()]), |value| Cut::Known(range.len(), value));
            self.through(start, &mut piece);
            whole.append(&piece, borders);
        });
        whole
    }

    /// All steps over one stretch; `now` is emptied first, and kept so that its room is used again.
    fn through(&self, start: Cut<'_>, now: &mut Converted) {
        let mut steps = self.steps.iter();
        now.text.clear();
        now.map.clear();
        match start {
            Cut::Loose(text) => match steps.next() {
                Some(step) => run_into(step, text, now),
                None => now.push(text.len(), text),
            },
            Cut::Known(length, value) => {
                steps.next();
                now.push(length, value);
            }
        }
        for step in steps {
            if concerns(step, &now.text) {
                let next = run(step, &now.text);
                *now = now.then(&next);
            }
        }
    }
}

/// A stretch of a text between two cuts.
enum Cut<'a> {
    /// What the first step makes of these bytes, known already.
    Known(usize, &'a str),
    Loose(&'a str),
}

/// A step changes nothing in a text without any character that begins one of its keys.
fn concerns(step: &[&Dict], text: &str) -> bool {
    text.chars()
        .any(|letter| step.iter().any(|dict| dict.begins_with(letter)))
}

/// Greedy longest matches; what lies between them stays together.
pub fn phrases(cut: &Dict, text: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    each_phrase(cut, text, |range, _| ranges.push(range));
    ranges
}

/// Every stretch in order, with the first value of the phrase that it is.
fn each_phrase(cut: &Dict, text: &str, mut take: impl FnMut(Range<usize>, Option<&'static str>)) {
    let (mut at, mut loose) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        match cut.longest(rest) {
            Some((key, value)) => {
                if loose < at {
                    take(loose..at, None);
                }
                take(at..at + key.len(), Some(value));
                at += key.len();
                loose = at;
            }
            None => at += unmatched(rest),
        }
    }
    if loose < at {
        take(loose..at, None);
    }
}

/// One step over one text.
fn run(step: &[&Dict], text: &str) -> Converted {
    let mut out = Converted::with_capacity(text.len());
    run_into(step, text, &mut out);
    out
}

fn run_into(step: &[&Dict], text: &str, out: &mut Converted) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        match step.iter().find_map(|dict| dict.longest(rest)) {
            Some((key, value)) => {
                out.push(key.len(), value);
                at += key.len();
            }
            None => {
                let length = unmatched(rest);
                out.push(length, &rest[..length]);
                at += length;
            }
        }
    }
}

/// Bytes that are copied together where no key begins: a character description, or one character.
fn unmatched(rest: &str) -> usize {
    description(rest).unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8))
}

/// The length of an ideographic description sequence (⿰木每), which describes one character and stays as it is.
fn description(text: &str) -> Option<usize> {
    let mut open = match operands(text.chars().next()?) {
        0 => return None,
        count => count,
    };
    let mut length = text.chars().next()?.len_utf8();
    for character in text[length..].chars().take(64) {
        length += character.len_utf8();
        open = open - 1 + operands(character);
        if open == 0 {
            return Some(length);
        }
    }
    None
}

fn operands(character: char) -> usize {
    match character {
        '\u{2ff2}' | '\u{2ff3}' => 3,
        '\u{2ffe}' | '\u{2fff}' => 1,
        '\u{2ff0}'..='\u{2ffd}' | '\u{31ef}' => 2,
        _ => 0,
    }
}

impl Converted {
    fn with_capacity(length: usize) -> Converted {
        Converted {
            text: String::with_capacity(length + length / 8),
            map: Vec::new(),
        }
    }

    /// The next `source` bytes of the source become `result`.
    pub(super) fn push(&mut self, source: usize, result: &str) {
        let (from, at) = self
            .map
            .last()
            .map_or((0, 0), |last| (last.source.end, last.result.end));
        self.map.push(Piece {
            source: from..from + source,
            result: at..at + result.len(),
        });
        self.text.push_str(result);
    }

    /// The range of the result that stands for a range of the source; empty where nothing does.
    pub fn carried(&self, range: &Range<usize>) -> Range<usize> {
        let touched = || {
            self.map
                .iter()
                .filter(|piece| piece.source.start < range.end && piece.source.end > range.start)
        };
        let inside = |piece: &Piece, at: usize| {
            // A stretch that only changed character by character keeps its byte offsets.
            let offset = at.saturating_sub(piece.source.start);
            let same_length = piece.source.len() == piece.result.len();
            let at = piece.result.start + offset;
            (same_length && self.text.is_char_boundary(at)).then_some(at)
        };
        let start = touched().next().map(|piece| {
            if range.start <= piece.source.start {
                piece.result.start
            } else {
                inside(piece, range.start).unwrap_or(piece.result.start)
            }
        });
        let end = touched().next_back().map(|piece| {
            if range.end >= piece.source.end {
                piece.result.end
            } else {
                inside(piece, range.end).unwrap_or(piece.result.end)
            }
        });
        match (start, end) {
            (Some(start), Some(end)) if start <= end => start..end,
            _ => 0..0,
        }
    }

    /// `next` behind it. Joined stretches keep their byte offsets: they only changed character by character.
    pub(super) fn append(&mut self, next: &Converted, borders: Borders) {
        let (from, at) = self
            .map
            .last()
            .map_or((0, 0), |last| (last.source.end, last.result.end));
        for piece in &next.map {
            let moved = Piece {
                source: piece.source.start + from..piece.source.end + from,
                result: piece.result.start + at..piece.result.end + at,
            };
            match self.map.last_mut() {
                Some(last)
                    if borders == Borders::Joined
                        && last.source.len() == last.result.len()
                        && moved.source.len() == moved.result.len() =>
                {
                    last.source.end = moved.source.end;
                    last.result.end = moved.result.end;
                }
                _ => self.map.push(moved),
            }
        }
        self.text.push_str(&next.text);
    }

    /// `self`, then `next` on its result: pieces end where both maps have a border.
    fn then(&self, next: &Converted) -> Converted {
        let mut map = Vec::with_capacity(self.map.len());
        let mut second = next.map.iter();
        let (mut from, mut at, mut reached) = (
            0,
            0,
            Piece {
                source: 0..0,
                result: 0..0,
            },
        );
        for piece in &self.map {
            while reached.source.end < piece.result.end {
                match second.next() {
                    Some(step) => reached = step.clone(),
                    None => break,
                }
            }
            // An empty result of the first step has no border of its own in the second.
            if reached.source.end == piece.result.end && (piece.result.end > piece.result.start || map.is_empty()) {
                map.push(Piece {
                    source: from..piece.source.end,
                    result: at..reached.result.end,
                });
                (from, at) = (piece.source.end, reached.result.end);
            }
        }
        let source_end = self.map.last().map_or(0, |last| last.source.end);
        if let Some(last) = map.last_mut()
            && from < source_end
        {
            last.source.end = source_end;
            last.result.end = next.text.len();
        }
        Converted {
            text: next.text.clone(),
            map,
        }
    }
}
