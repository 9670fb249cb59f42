use serde::{Deserialize, Serialize};

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
