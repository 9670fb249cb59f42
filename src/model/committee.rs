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
}
