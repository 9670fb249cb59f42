//! OpenCC's way of converting: normalise, cut into phrases, run each piece through the chain of dictionaries.

use super::dict::{Dict, Letters};
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
struct Way {
    cut: Option<&'static Dict>,
    steps: Vec<Tables>,
}

/// Dictionaries of which the first that knows a prefix decides.
struct Tables {
    dicts: Vec<&'static Dict>,
    begins: Letters,
}

impl Tables {
    fn new(dicts: Vec<&'static Dict>) -> Tables {
        let begins = Letters::new(dicts.iter().flat_map(|dict| dict.firsts()));
        Tables { dicts, begins }
    }

    /// A step changes nothing in a text without any character that begins one of its keys.
    fn concerns(&self, text: &str) -> bool {
        text.chars().any(|letter| self.begins.has(letter))
    }
}

fn way(config: Config) -> &'static Way {
    static WAYS: [OnceLock<Way>; 8] = [const { OnceLock::new() }; 8];
    WAYS[config as usize].get_or_init(|| {
        let dicts = dicts();
        let all = |step: &'static Step| Tables::new(step.iter().collect());
        let to_hant = || Tables::new(vec![&dicts.st_phrases, &dicts.st_characters]);
        let to_hans = || Tables::new(vec![&dicts.ts_phrases, &dicts.ts_extra, &dicts.ts_characters]);
        let (hant, hans) = (Some(&dicts.st_phrases), Some(&dicts.ts_phrases));
        let (cut, steps) = match config {
            // The two plain configurations run over the text uncut.
            Config::S2t => (None, vec![to_hant()]),
            Config::T2s => (None, vec![to_hans()]),
            Config::S2tw => (hant, vec![to_hant(), all(&dicts.tw)]),
            Config::S2twp => (hant, vec![to_hant(), all(&dicts.twp)]),
            Config::S2hk => (hant, vec![to_hant(), all(&dicts.hk)]),
            Config::Tw2s => (hans, vec![all(&dicts.tw_back), to_hans()]),
            Config::Tw2sp => (hans, vec![all(&dicts.twp_back), to_hans()]),
            Config::Hk2s => (hans, vec![all(&dicts.hk_back), to_hans()]),
        };
        Way { cut, steps }
    })
}

impl Dicts {
    /// What the steps after the first make of a single character: a choice in the form it will be printed.
    pub fn variant(&self, character: &str, config: Config) -> String {
        let mut text = character.to_string();
        if matches!(config, Config::S2tw | Config::S2twp | Config::S2hk) {
            for step in &way(config).steps[1..] {
                text = run(&step.dicts, &text).text;
            }
        }
        text
    }
}

/// Converts by dictionary alone, behind what `whole` has already.
pub fn by_dictionary(text: &str, config: Config, whole: &mut Converted) {
    static NORMAL: OnceLock<Tables> = OnceLock::new();
    let normal = NORMAL.get_or_init(|| Tables::new(dicts().normal.iter().collect()));
    let way = way(config);
    if !normal.concerns(text) {
        return way.whole(text, Borders::Joined, whole);
    }
    let (first, mut second, mut both) = (run(&normal.dicts, text), Converted::default(), Converted::default());
    way.whole(&first.text, Borders::Kept, &mut second);
    first.then(&second, &mut both);
    whole.append(&both, Borders::Joined);
}

/// Whether pieces that keep their length become one: whoever chains a further step needs every border.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Borders {
    Kept,
    Joined,
}

/// Room that every stretch of a text uses again.
#[derive(Default)]
struct Work {
    now: Converted,
    next: Converted,
    both: Converted,
}

impl Way {
    fn whole(&self, text: &str, borders: Borders, whole: &mut Converted) {
        whole.text.reserve(text.len());
        let mut work = Work::default();
        let Some(cut) = self.cut else {
            return self.through(text, None, &mut work, borders, whole);
        };
        each_phrase(cut, text, |range, value| {
            self.through(&text[range], value, &mut work, borders, whole);
        });
    }

    /// All steps over one stretch: a phrase of the cut with its value, or text in which none begins.
    fn through(
        &self,
        text: &str,
        value: Option<&'static str>,
        work: &mut Work,
        borders: Borders,
        whole: &mut Converted,
    ) {
        let Work { now, next, both } = work;
        let mut made = Made::Nothing;
        for step in &self.steps {
            let current = match made {
                Made::Nothing => text,
                Made::Value(value) => value,
                Made::Pieces => &now.text,
            };
            if !step.concerns(current) {
                continue;
            }
            // A step that asks the dictionary of the cut first knows nothing new about text as it was cut.
            let is_cut = self.cut.is_some_and(|cut| std::ptr::eq(cut, step.dicts[0]));
            next.clear();
            made = match (made, value) {
                (Made::Nothing, Some(value)) if is_cut => Made::Value(value),
                (Made::Nothing, _) => {
                    now.clear();
                    run_into(&step.dicts[usize::from(is_cut)..], text, now);
                    Made::Pieces
                }
                (Made::Value(value), _) => {
                    run_into(&step.dicts, value, next);
                    now.clear();
                    now.push(text.len(), &next.text, Borders::Kept);
                    Made::Pieces
                }
                (Made::Pieces, _) => {
                    run_into(&step.dicts, &now.text, next);
                    both.clear();
                    now.then(next, both);
                    std::mem::swap(now, both);
                    Made::Pieces
                }
            };
        }
        match made {
            Made::Nothing if borders == Borders::Kept => {
                let letters = text.char_indices().map(|(at, letter)| at..at + letter.len_utf8());
                letters.for_each(|letter| whole.push(letter.len(), &text[letter], borders));
            }
            Made::Nothing => whole.push(text.len(), text, borders),
            Made::Value(value) => whole.push(text.len(), value, borders),
            Made::Pieces => whole.append(now, borders),
        }
    }
}

/// What the steps so far have made of a stretch.
#[derive(Clone, Copy)]
enum Made {
    Nothing,
    /// Another text for the stretch as a whole.
    Value(&'static str),
    /// What `Work::now` maps piece by piece.
    Pieces,
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
    let mut out = Converted::default();
    run_into(step, text, &mut out);
    out
}

fn run_into(step: &[&Dict], text: &str, out: &mut Converted) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        match step.iter().find_map(|dict| dict.longest(rest)) {
            Some((key, value)) => {
                out.push(key.len(), value, Borders::Kept);
                at += key.len();
            }
            None => {
                let length = unmatched(rest);
                out.push(length, &rest[..length], Borders::Kept);
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
    fn clear(&mut self) {
        self.text.clear();
        self.map.clear();
    }

    /// The next `source` bytes of the source become `result`.
    pub(super) fn push(&mut self, source: usize, result: &str, borders: Borders) {
        self.push_piece(source, result.len(), borders);
        self.text.push_str(result);
    }

    /// Joined stretches keep their byte offsets: they only changed character by character.
    fn push_piece(&mut self, source: usize, result: usize, borders: Borders) {
        let is_even = |piece: &Piece| piece.source.len() == piece.result.len();
        match self.map.last_mut() {
            Some(last) if borders == Borders::Joined && source == result && is_even(last) => {
                last.source.end += source;
                last.result.end += result;
            }
            last => {
                let (from, at) = last.map_or((0, 0), |last| (last.source.end, last.result.end));
                self.map.push(Piece {
                    source: from..from + source,
                    result: at..at + result,
                });
            }
        }
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

    /// `next` behind it.
    pub(super) fn append(&mut self, next: &Converted, borders: Borders) {
        for piece in &next.map {
            self.push_piece(piece.source.len(), piece.result.len(), borders);
        }
        self.text.push_str(&next.text);
    }

    /// `self`, then `next` on its result, into the empty `both`: pieces end where both maps have a border.
    fn then(&self, next: &Converted, both: &mut Converted) {
        let mut second = next.map.iter();
        let (mut from, mut at) = (0, 0);
        // Where the second step has got to: bytes of its source, bytes of its result.
        let mut reached = (0, 0);
        for piece in &self.map {
            while reached.0 < piece.result.end {
                match second.next() {
                    Some(step) => reached = (step.source.end, step.result.end),
                    None => break,
                }
            }
            // An empty result of the first step has no border of its own in the second.
            if reached.0 == piece.result.end && (piece.result.end > piece.result.start || both.map.is_empty()) {
                both.map.push(Piece {
                    source: from..piece.source.end,
                    result: at..reached.1,
                });
                (from, at) = (piece.source.end, reached.1);
            }
        }
        let source_end = self.map.last().map_or(0, |last| last.source.end);
        if let Some(last) = both.map.last_mut()
            && from < source_end
        {
            last.source.end = source_end;
            last.result.end = next.text.len();
        }
        both.text.push_str(&next.text);
    }
}
