use super::Digest;
use serde::{Deserialize, Serialize};

/// A colour by value; a swatch is looked up before it gets here.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colour {
    /// Percent of cyan, magenta, yellow, black, 0..=100.
    Cmyk([f64; 4]),
    Srgb([u8; 3]),
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
