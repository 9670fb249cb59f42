use super::{CommitteeId, FactId, TwoName};
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
