//! Simplified and Traditional: conversion, detection, doubts, the show's word list. Knows strings only.

use serde::{Deserialize, Serialize};

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
    pub source: std::ops::Range<usize>,
    pub result: std::ops::Range<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Converted {
    pub text: String,
    pub map: Vec<Piece>,
}

/// A character that may become one of several, and nobody has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Bytes of the source.
    pub range: std::ops::Range<usize>,
    pub from: char,
    /// What the dictionary took.
    pub taken: char,
    pub choices: Vec<char>,
}

/// Settled characters: byte range of the source and what it becomes (the `pick` marks).
pub type Picks<'a> = &'a [(std::ops::Range<usize>, String)];

/// Converts one text. Word list first, then picks, then the dictionary. Loads the dictionaries at the first call.
pub fn convert(text: &str, config: Config, words: &Words, picks: Picks<'_>) -> Converted {
    let (_, _, _) = (config, words, picks);
    Converted {
        text: text.to_string(),
        map: Vec::new(),
    }
}

/// Characters of `text` that one-to-many tables leave open and neither word list, picks nor a dictionary phrase settles.
pub fn doubts(text: &str, config: Config, words: &Words, picks: Picks<'_>) -> Vec<Doubt> {
    let (_, _, _, _) = (text, config, words, picks);
    Vec::new()
}

/// The script a text is in, by characters that only one of them uses; `None` where it could be both.
pub fn detect(text: &str) -> Option<Script> {
    let _ = text;
    None
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
