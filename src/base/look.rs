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
