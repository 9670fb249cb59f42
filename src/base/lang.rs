use serde::{Deserialize, Serialize};

/// "1 board", "3 boards": English nouns that take an s.
pub fn many(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}

/// The verb that goes with `many`.
pub fn verb<'a>(count: usize, of_one: &'a str, of_more: &'a str) -> &'a str {
    if count == 1 { of_one } else { of_more }
}

/// The language of the window, of findings and of reports. Not the script of a board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    #[default]
    Hans,
    Hant,
    En,
}

impl Lang {
    pub const ALL: [Lang; 3] = [Lang::Hans, Lang::Hant, Lang::En];

    /// As in file names and on the command line.
    pub fn tag(self) -> &'static str {
        self.of(["hans", "hant", "en"])
    }

    /// Picks this language out of `[simplified, traditional, english]`.
    pub fn of<T>(self, texts: [T; 3]) -> T {
        let [hans, hant, en] = texts;
        match self {
            Lang::Hans => hans,
            Lang::Hant => hant,
            Lang::En => en,
        }
    }
}
