use super::{CommitteeId, FactId, ShopId, TwoName};
use serde::{Deserialize, Serialize};

/// A grassroots unit that makes boards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Committee {
    pub id: CommitteeId,
    pub name: TwoName,
}

/// A registered figure that boards quote: one value, one source, everywhere the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    pub id: FactId,
    pub name: String,
    pub value: String,
    pub unit: String,
    pub date: String,
    pub source: String,
}

/// A print shop's wishes; `export::Press` is made from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shop {
    pub id: ShopId,
    pub name: String,
    /// In mm beyond the trim.
    pub bleed: f64,
    /// Room for marks outside the bleed, in mm.
    pub slug: f64,
    pub has_crop_marks: bool,
    /// Highest sum of C, M, Y, K in percent.
    pub ink_limit: f64,
    /// Lowest pixels an inch a photo may have at its printed size.
    pub least_dpi: f64,
    /// Text as filled paths (转曲) in place of fonts.
    pub is_outlined: bool,
}

/// What a show without a shop of its own is held against: offset-like, 3 mm bleed, 10 mm slug, crop marks, 300 % ink.
/// Photos: an eye splits one minute of arc, which is 58 pixels an inch from the 1.5 m where a board is read.
impl Default for Shop {
    fn default() -> Shop {
        Shop {
            id: ShopId(0),
            name: String::new(),
            bleed: 3.0,
            slug: 10.0,
            has_crop_marks: true,
            ink_limit: 300.0,
            least_dpi: 58.0,
            is_outlined: false,
        }
    }
}
