//! Which script a text is in.

use super::Script;
use super::convert::{Dicts, dicts};
use std::collections::HashMap;
use std::sync::OnceLock;

/// The script whose own characters a text uses; the more frequent one where it uses both, `None` where neither.
pub fn detect(text: &str) -> Option<Script> {
    let (hans, hant) = tell_tales(text);
    match hans.cmp(&hant) {
        std::cmp::Ordering::Greater => Some(Script::Hans),
        std::cmp::Ordering::Less => Some(Script::Hant),
        // Corner brackets are how Traditional quotes; the only hint left.
        std::cmp::Ordering::Equal => text.contains(['「', '『']).then_some(Script::Hant),
    }
}

/// How many characters only Simplified, and only Traditional text would have.
pub fn tell_tales(text: &str) -> (usize, usize) {
    let only = only();
    let count = |script| text.chars().filter(|c| only.get(c) == Some(&script)).count();
    (count(Script::Hans), count(Script::Hant))
}

/// The script a single character gives away, if it does.
pub fn script_of(character: char) -> Option<Script> {
    only().get(&character).copied()
}

fn only() -> &'static HashMap<char, Script> {
    static ONLY: OnceLock<HashMap<char, Script>> = OnceLock::new();
    ONLY.get_or_init(|| table(dicts()))
}

/// A key that always changes, and that the other way round nothing but itself leads to, is at home in one script only.
fn table(dicts: &Dicts) -> HashMap<char, Script> {
    let mut only = HashMap::new();
    for (dict, script) in [
        (&dicts.st_characters, Script::Hans),
        (&dicts.ts_characters, Script::Hant),
    ] {
        for (key, values) in dict.entries() {
            let mut chars = key.chars();
            if let (Some(character), None) = (chars.next(), chars.next())
                && values.split(' ').all(|value| value != key)
            {
                only.insert(character, script);
            }
        }
    }
    // Both tables may hold a character as a key (一些异体字): those say nothing.
    for (key, values) in dicts.st_characters.entries() {
        for value in values.split(' ').filter(|value| *value != key) {
            if let Some(character) = value.chars().next()
                && only.get(&character) == Some(&Script::Hans)
            {
                only.remove(&character);
            }
        }
    }
    for (key, values) in dicts.ts_characters.entries() {
        for value in values.split(' ').filter(|value| *value != key) {
            if let Some(character) = value.chars().next()
                && only.get(&character) == Some(&Script::Hant)
            {
                only.remove(&character);
            }
        }
    }
    // What Taiwan or Hong Kong write every day is at home in both: 床 灶 峰 (the tables' own Traditional has 牀 竈 峯).
    for (_, values) in dicts.tw.iter().chain(&dicts.hk).flat_map(|dict| dict.entries()) {
        for character in values.split(' ').flat_map(str::chars) {
            if only.get(&character) == Some(&Script::Hans) {
                only.remove(&character);
            }
        }
    }
    // The phrases keep these in Traditional though the table of characters changes them: 發霉, 永恒, 虱目魚.
    for character in "霉恒虱".chars() {
        only.remove(&character);
    }
    only
}
