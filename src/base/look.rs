use super::Digest;
use serde::{Deserialize, Serialize};

/// A colour by value; a swatch is looked up before it gets here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Percent of cyan, magenta, yellow, black, 0..=100.
    Cmyk([f64; 4]),
    Srgb([u8; 3]),
    Spot(Spot),
}

/// An ink of its own beside the four.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    pub plate: Plate,
    /// Percent of C, M, Y, K that look like it, on screen and where a press has no such plate.
    pub cmyk: [f64; 4],
}

impl Colour {
    /// A spot ink as the inks that look like it; others as they are.
    pub fn in_process(self) -> Colour {
        match self {
            Colour::Spot(spot) => Colour::Cmyk(spot.cmyk),
            Colour::Cmyk(_) | Colour::Srgb(_) => self,
        }
    }
}

/// Name of an ink as its plate has it: "PANTONE 485 C", "专金". At most 32 bytes; never one of the names that PDF keeps
/// for itself (ISO 32000-1, 8.6.6.4) or for the four inks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Plate {
    bytes: [u8; Plate::MOST],
    len: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlateError {
    #[error("an ink needs a name of 1 to 32 bytes")]
    Length,
    #[error("this name is kept for an ink that every file has")]
    Kept,
}

impl Plate {
    pub const MOST: usize = 32;
    const KEPT: [&str; 6] = ["all", "none", "cyan", "magenta", "yellow", "black"];

    pub fn new(name: &str) -> Result<Plate, PlateError> {
        let name = name.trim();
        if name.is_empty() || name.len() > Plate::MOST || name.contains(char::is_control) {
            return Err(PlateError::Length);
        }
        if Plate::KEPT.contains(&name.to_lowercase().as_str()) {
            return Err(PlateError::Kept);
        }
        let mut bytes = [0; Plate::MOST];
        bytes[..name.len()].copy_from_slice(name.as_bytes());
        let len = name.len() as u8;
        Ok(Plate { bytes, len })
    }

    pub fn name(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

impl std::fmt::Debug for Plate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.name())
    }
}

impl TryFrom<String> for Plate {
    type Error = PlateError;

    fn try_from(name: String) -> Result<Plate, PlateError> {
        Plate::new(&name)
    }
}

impl From<Plate> for String {
    fn from(plate: Plate) -> String {
        plate.name().into()
    }
}

/// A style of type as an office names it; which face stands in is the business of `text`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FontSlot {
    /// 黑体
    #[default]
    Hei,
    /// 宋体
    Song,
    /// 楷体
    Kai,
    /// 仿宋
    FangSong,
    /// 标宋, for titles
    BiaoSong,
    /// 隶书
    LiShu,
}

impl FontSlot {
    pub const ALL: [FontSlot; 6] = [
        FontSlot::Hei,
        FontSlot::Song,
        FontSlot::Kai,
        FontSlot::FangSong,
        FontSlot::BiaoSong,
        FontSlot::LiShu,
    ];

    /// Simplified, Traditional, English.
    pub fn names(self) -> [&'static str; 3] {
        match self {
            FontSlot::Hei => ["黑体", "黑體", "Hei"],
            FontSlot::Song => ["宋体", "宋體", "Song"],
            FontSlot::Kai => ["楷体", "楷體", "Kai"],
            FontSlot::FangSong => ["仿宋", "仿宋", "FangSong"],
            FontSlot::BiaoSong => ["标宋", "標宋", "BiaoSong"],
            FontSlot::LiShu => ["隶书", "隸書", "LiShu"],
        }
    }

    /// The shipped face that this style is set in.
    pub fn face_names(self) -> [&'static str; 3] {
        match self {
            FontSlot::Hei => ["思源黑体", "思源黑體", "Noto Sans CJK"],
            FontSlot::Song | FontSlot::BiaoSong => ["思源宋体", "思源宋體", "Noto Serif CJK"],
            FontSlot::Kai | FontSlot::FangSong | FontSlot::LiShu => ["霞鹜文楷", "霞鶩文楷", "LXGW WenKai"],
        }
    }
}

/// An installed font that a show names for a style. On another PC it is this very file, or it is missing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedFont {
    pub family: String,
    /// What people see: "方正仿宋_GBK", "FZFangSong-Z02 Regular".
    pub full_name: String,
    /// Of the whole file.
    pub file: Digest,
    /// Which face of a collection; else 0.
    pub index: u32,
    pub weight: u16,
}

/// How lines stand between the edges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Both edges, last line at the start.
    Justify,
    #[default]
    Start,
    Centre,
    End,
    /// One line, equal air between all characters, first and last at the edges: couplets.
    Spread,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plates_have_names_that_no_press_mistakes() {
        let named = |name: &str| Plate::new(name).map(|plate| plate.name().to_string());
        assert_eq!(named(" PANTONE 485 C "), Ok("PANTONE 485 C".into()));
        assert_eq!(named("一二三四五六七八九十"), Ok("一二三四五六七八九十".into()));
        assert_eq!(named("一二三四五六七八九十一"), Err(PlateError::Length));
        assert_eq!(named(" "), Err(PlateError::Length));
        for kept in ["All", "none", "BLACK"] {
            assert_eq!(named(kept), Err(PlateError::Kept));
        }
        let gold = Colour::Spot(Spot {
            plate: Plate::new("专金").unwrap(),
            cmyk: [20.0, 40.0, 85.0, 5.0],
        });
        let written = serde_json::to_string(&gold).unwrap();
        assert_eq!(written, r#"{"spot":{"plate":"专金","cmyk":[20.0,40.0,85.0,5.0]}}"#);
        assert_eq!(serde_json::from_str::<Colour>(&written).unwrap(), gold);
        assert!(serde_json::from_str::<Colour>(&written.replace("专金", "All")).is_err());
    }
}
