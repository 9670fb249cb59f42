//! Simplified and Traditional: conversion, detection, doubts, the show's word list. Knows strings only.

mod clean;
mod convert;
mod detect;
mod dict;
mod doubt;
mod sound;

pub use clean::{Edit, Slip, mended, slips};
pub use detect::{detect, script_of, tell_tales};
pub use sound::{Sorting, compare, initials};

use convert::Borders;
use serde::{Deserialize, Serialize};
use std::ops::Range;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Script {
    #[default]
    Hans,
    Hant,
}

impl Script {
    pub fn other(self) -> Script {
        match self {
            Script::Hans => Script::Hant,
            Script::Hant => Script::Hans,
        }
    }
}

/// Decides glyph forms, quotes and which Traditional table is used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    #[default]
    Mainland,
    Taiwan,
    HongKong,
}

/// The eight OpenCC configurations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Config {
    S2t,
    T2s,
    S2tw,
    Tw2s,
    S2hk,
    Hk2s,
    S2twp,
    Tw2sp,
}

/// Word pairs of a show (names, places) that go before the dictionary, both ways.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub pairs: Vec<WordPair>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordPair {
    pub hans: String,
    pub hant: String,
}

/// A piece of the result and the bytes of the source it stands for, in order and gapless on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub source: Range<usize>,
    pub result: Range<usize>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Converted {
    pub text: String,
    pub map: Vec<Piece>,
}

/// A character that may become one of several, and nobody has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Bytes of the source.
    pub range: Range<usize>,
    pub from: char,
    /// What the dictionary took.
    pub taken: char,
    pub choices: Vec<char>,
}

/// Settled characters: byte range of the source and what it becomes (the `pick` marks). In order, not overlapping.
pub type Picks<'a> = &'a [(Range<usize>, String)];

/// Converts one text. Word list first, then picks, then the dictionary. Loads the dictionaries at the first call.
pub fn convert(text: &str, config: Config, words: &Words, picks: Picks<'_>) -> Converted {
    let mut whole = Converted::default();
    for span in fixed_spans(text, config, words, picks) {
        match span {
            Fixed::Free(range) => convert::by_dictionary(&text[range], config, &mut whole),
            Fixed::Settled(range, result) => whole.push(range.len(), result, Borders::Kept),
        }
    }
    whole
}

/// The other script of a text as a board shows it: converted, with the quotation marks of its script
/// (`“‘’”` in Simplified, `「『』」` in Traditional).
pub fn derive(text: &str, from: Script, region: Region, words: &Words, picks: Picks<'_>) -> Converted {
    let mut converted = convert(text, config(from, region), words, picks);
    // All these marks take three bytes, so the map stays right.
    if converted.text.contains(QUOTES) {
        converted.text = converted.text.chars().map(|mark| quote(mark, from.other())).collect();
    }
    converted
}

const QUOTES: [char; 8] = ['“', '”', '‘', '’', '「', '」', '『', '』'];

fn quote(mark: char, script: Script) -> char {
    let (hans, hant) = QUOTES.split_at(4);
    let (from, to) = match script {
        Script::Hans => (hant, hans),
        Script::Hant => (hans, hant),
    };
    from.iter().position(|other| *other == mark).map_or(mark, |at| to[at])
}

/// Characters of `text` that one-to-many tables leave open and neither word list, picks nor a dictionary phrase settles.
pub fn doubts(text: &str, config: Config, words: &Words, picks: Picks<'_>) -> Vec<Doubt> {
    doubt::doubts(text, config, words, picks)
}

/// Parses the dictionaries; call it on a thread at start so that no frame waits for it.
pub fn warm() {
    convert::dicts();
    detect::script_of('一');
}

/// The configuration from one script to the other for a region's Traditional.
pub fn config(from: Script, region: Region) -> Config {
    match (from, region) {
        (Script::Hans, Region::HongKong) => Config::S2hk,
        (Script::Hans, _) => Config::S2tw,
        (Script::Hant, Region::HongKong) => Config::Hk2s,
        (Script::Hant, _) => Config::Tw2s,
    }
}

/// Whose glyph forms and marks a text takes: Simplified the mainland's, Traditional those of the show's region
/// (Taiwan's where the show is a mainland one: its Traditional is written for readers used to them).
pub fn glyph_region(script: Script, region: Region) -> Region {
    match (script, region) {
        (Script::Hans, _) => Region::Mainland,
        (Script::Hant, Region::HongKong) => Region::HongKong,
        (Script::Hant, _) => Region::Taiwan,
    }
}

impl Config {
    pub const ALL: [Config; 8] = [
        Config::S2t,
        Config::T2s,
        Config::S2tw,
        Config::Tw2s,
        Config::S2hk,
        Config::Hk2s,
        Config::S2twp,
        Config::Tw2sp,
    ];

    /// "s2tw"
    pub fn name(self) -> &'static str {
        match self {
            Config::S2t => "s2t",
            Config::T2s => "t2s",
            Config::S2tw => "s2tw",
            Config::Tw2s => "tw2s",
            Config::S2hk => "s2hk",
            Config::Hk2s => "hk2s",
            Config::S2twp => "s2twp",
            Config::Tw2sp => "tw2sp",
        }
    }

    pub fn parse(name: &str) -> Option<Config> {
        Config::ALL.into_iter().find(|config| config.name() == name)
    }

    /// The script it reads.
    pub fn from(self) -> Script {
        match self {
            Config::S2t | Config::S2tw | Config::S2hk | Config::S2twp => Script::Hans,
            Config::T2s | Config::Tw2s | Config::Hk2s | Config::Tw2sp => Script::Hant,
        }
    }
}

impl Words {
    /// Reads `hans,hant` rows, quoted as CSV may be, with or without a header; also parted by tabs or full-width commas.
    /// Says how many rows had no pair. Later rows win over earlier ones with the same word.
    pub fn from_csv(text: &str) -> (Words, usize) {
        let mut words = Words::default();
        let mut skipped = 0;
        for line in text
            .trim_start_matches('\u{feff}')
            .lines()
            .filter(|line| !line.trim().is_empty())
        {
            let mut cells = cells(line).into_iter().map(|cell| cell.trim().to_string());
            match (cells.next(), cells.next()) {
                (Some(hans), Some(_)) if words.pairs.is_empty() && HEADS.contains(&hans.to_lowercase().as_str()) => {}
                (Some(hans), Some(hant)) if !hans.is_empty() && !hant.is_empty() => words.add(WordPair { hans, hant }),
                _ => skipped += 1,
            }
        }
        (words, skipped)
    }

    /// With a header row, for spreadsheets and for `from_csv`.
    pub fn to_csv(&self) -> String {
        let mut text = String::from("hans,hant\r\n");
        for pair in &self.pairs {
            text.push_str(&format!("{},{}\r\n", quoted(&pair.hans), quoted(&pair.hant)));
        }
        text
    }

    /// Takes a pair in; one with the same word on either side gives way where it stands.
    pub fn add(&mut self, pair: WordPair) {
        let same = |other: &WordPair| other.hans == pair.hans || other.hant == pair.hant;
        match self.pairs.iter().position(same) {
            Some(at) => {
                self.pairs[at] = pair.clone();
                let mut index = 0;
                self.pairs.retain(|other| {
                    index += 1;
                    index - 1 == at || other.hans != pair.hans && other.hant != pair.hant
                });
            }
            None => self.pairs.push(pair),
        }
    }

    /// The characters that words of the list begin with, in order.
    fn starts(&self, from: Script) -> Vec<char> {
        let words = self.pairs.iter().map(|pair| match from {
            Script::Hans => &pair.hans,
            Script::Hant => &pair.hant,
        });
        let mut starts: Vec<char> = words.filter_map(|word| word.chars().next()).collect();
        starts.sort_unstable();
        starts
    }

    /// The longest word of the list that `text` begins with, and what it becomes.
    fn longest(&self, text: &str, from: Script) -> Option<(&str, &str)> {
        self.pairs
            .iter()
            .map(|pair| match from {
                Script::Hans => (pair.hans.as_str(), pair.hant.as_str()),
                Script::Hant => (pair.hant.as_str(), pair.hans.as_str()),
            })
            .filter(|(word, _)| !word.is_empty() && text.starts_with(word))
            .max_by_key(|(word, _)| word.len())
    }
}

/// What a first cell says that is no word.
const HEADS: [&str; 6] = ["hans", "简体", "簡體", "simplified", "简体字", "zh-hans"];

/// The cells of one row.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let Some(cell) = cells.last_mut() else { break };
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' if is_quoted || cell.is_empty() => is_quoted = !is_quoted,
            ',' | '，' | '\t' if !is_quoted => cells.push(String::new()),
            _ => cell.push(c),
        }
    }
    cells
}

fn quoted(cell: &str) -> String {
    match cell.contains([',', '，', '"', '\t', '\n']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_string(),
    }
}

/// A stretch of a text: open to the dictionary, or settled by the word list or a pick.
enum Fixed<'a> {
    Free(Range<usize>),
    Settled(Range<usize>, &'a str),
}

/// The text cut at everything that is settled before the dictionary comes; words win over picks inside them.
fn fixed_spans<'a>(text: &str, config: Config, words: &'a Words, picks: Picks<'a>) -> Vec<Fixed<'a>> {
    let from = config.from();
    let mut spans = Vec::new();
    let (mut free, mut at) = (0, 0);
    let starts = words.starts(from);
    while at < text.len() {
        let rest = &text[at..];
        let begins = rest
            .chars()
            .next()
            .is_some_and(|letter| starts.binary_search(&letter).is_ok());
        let word = if begins { words.longest(rest, from) } else { None };
        let word = word.map(|(word, result)| (word.len(), result));
        let settled = word.or_else(|| {
            let pick = picks.iter().find(|(range, _)| range.start == at)?;
            let fits = text.is_char_boundary(pick.0.end.min(text.len())) && pick.0.end <= text.len();
            (fits && !pick.0.is_empty()).then_some((pick.0.len(), pick.1.as_str()))
        });
        match settled {
            Some((length, result)) => {
                if free < at {
                    spans.push(Fixed::Free(free..at));
                }
                spans.push(Fixed::Settled(at..at + length, result));
                at += length;
                free = at;
            }
            // Without words and picks there is nothing to look for.
            None if words.pairs.is_empty() && picks.is_empty() => at = text.len(),
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if free < text.len() {
        spans.push(Fixed::Free(free..text.len()));
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(pairs: &[(&str, &str)]) -> Words {
        let pair = |(hans, hant): &(&str, &str)| WordPair {
            hans: (*hans).into(),
            hant: (*hant).into(),
        };
        Words {
            pairs: pairs.iter().map(pair).collect(),
        }
    }

    #[test]
    fn the_word_list_wins_over_the_dictionary_both_ways() {
        let list = words(&[("后师傅", "后師傅"), ("石古镇", "石鼓鎮")]);
        let hant = convert("石古镇的后师傅站在后面", Config::S2tw, &list, &[]);
        assert_eq!(hant.text, "石鼓鎮的后師傅站在後面");
        assert_eq!(
            convert(&hant.text, Config::Tw2s, &list, &[]).text,
            "石古镇的后师傅站在后面"
        );
    }

    #[test]
    fn a_list_of_words_goes_to_a_table_and_back() {
        let list = words(&[("后师傅", "后師傅"), ("石,古", "石\"鼓\""), ("甲", "甲")]);
        assert_eq!(Words::from_csv(&list.to_csv()), (list, 0));
        let text = "\u{feff}简体,繁體,備註\n里村\t裏村\n半行\n，空\n\n里村，里村\n";
        assert_eq!(Words::from_csv(text), (words(&[("里村", "里村")]), 2));
    }

    #[test]
    fn a_pick_settles_its_character_and_nothing_else() {
        let text = "他姓后，在后院";
        let at = text.find('后').unwrap();
        let picks = [(at..at + 3, "后".to_string())];
        assert_eq!(
            convert(text, Config::S2tw, &Words::default(), &picks).text,
            "他姓后，在後院"
        );
        let open = |picks: Picks<'_>| doubts(text, Config::S2tw, &Words::default(), picks).len();
        assert_eq!((open(&[]), open(&picks)), (1, 0));
    }

    #[test]
    fn the_map_is_gapless_and_leads_to_the_same_characters() {
        let converted = convert("头发里的面条，晒了3天。", Config::S2tw, &Words::default(), &[]);
        assert_eq!(converted.text, "頭髮裡的麵條，曬了3天。");
        let (mut source, mut result) = (0, 0);
        for piece in &converted.map {
            assert_eq!((piece.source.start, piece.result.start), (source, result));
            (source, result) = (piece.source.end, piece.result.end);
        }
        assert_eq!(
            (source, result),
            ("头发里的面条，晒了3天。".len(), converted.text.len())
        );
    }

    #[test]
    fn the_script_shows_in_the_characters_that_only_one_has() {
        assert_eq!(detect("青禾县的水"), Some(Script::Hans));
        assert_eq!(detect("青禾縣的水"), Some(Script::Hant));
        assert_eq!(detect("青禾山水"), None);
        assert_eq!(detect("「青禾」"), Some(Script::Hant));
        assert_eq!(detect("後面的后羿"), Some(Script::Hant));
        assert_eq!(detect("abc 123"), None);
    }

    #[test]
    fn quotation_marks_follow_the_script() {
        let list = Words::default();
        let hant = derive("他说：“听‘水’声”", Script::Hans, Region::Mainland, &list, &[]);
        assert_eq!(hant.text, "他說：「聽『水』聲」");
        assert_eq!(
            derive(&hant.text, Script::Hant, Region::Mainland, &list, &[]).text,
            "他说：“听‘水’声”"
        );
    }

    #[test]
    fn strange_texts_pass_through() {
        for text in ["", "\u{0}\u{202e}", "⿰木每", "⿰", "👩‍🌾𠮷", "\u{fe00}e\u{301}"] {
            for config in Config::ALL {
                assert_eq!(convert(text, config, &Words::default(), &[]).text, text);
            }
        }
    }
}
