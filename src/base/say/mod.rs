//! Every sentence the program says about the user's work: one variant a sentence, with its arguments.
//! Each area answers with all three languages at once, so a missing translation does not compile.

mod check;
mod exchange;
mod export;
mod handover;
mod import;
mod layout;
mod media;
pub mod minutes;
mod model;
pub mod paper;
mod plaza;
pub mod plaza_paper;
mod register;
mod rule;
mod rules;
mod shop;
mod store;

pub use check::CheckSay;
pub use exchange::ExchangeSay;
pub use export::ExportSay;
pub use handover::HandoverSay;
pub use import::{ImportSay, Named, Wanted};
pub use layout::{LayoutSay, LeftOut};
pub use media::MediaSay;
pub use model::{Deed, ModelSay};
pub use plaza::{GroundSay, PlazaSay};
pub use plaza_paper::PlanSay;
pub use register::RegisterSay;
pub use rule::RuleSay;
pub use rules::{ASKED_FOR, RULES, Rule, RuleField, rule_of};
pub use shop::{Finish, ShopField, ShopSay};
pub use store::{Part, StoreSay};

use super::Lang;
use serde::{Deserialize, Serialize};

/// One sentence, by area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Say {
    Check(CheckSay),
    Exchange(ExchangeSay),
    Export(ExportSay),
    Handover(HandoverSay),
    Import(ImportSay),
    Layout(LayoutSay),
    Media(MediaSay),
    Model(ModelSay),
    Plan(PlanSay),
    Plaza(PlazaSay),
    Register(RegisterSay),
    Rule(RuleSay),
    Shop(ShopSay),
    Store(StoreSay),
}

impl From<CheckSay> for Say {
    fn from(say: CheckSay) -> Say {
        Say::Check(say)
    }
}

impl From<ExchangeSay> for Say {
    fn from(say: ExchangeSay) -> Say {
        Say::Exchange(say)
    }
}

impl From<RuleSay> for Say {
    fn from(say: RuleSay) -> Say {
        Say::Rule(say)
    }
}

impl From<RegisterSay> for Say {
    fn from(say: RegisterSay) -> Say {
        Say::Register(say)
    }
}

impl From<HandoverSay> for Say {
    fn from(say: HandoverSay) -> Say {
        Say::Handover(say)
    }
}

impl From<ShopSay> for Say {
    fn from(say: ShopSay) -> Say {
        Say::Shop(say)
    }
}

impl From<PlanSay> for Say {
    fn from(say: PlanSay) -> Say {
        Say::Plan(say)
    }
}

impl Say {
    pub fn text(&self, lang: Lang) -> String {
        lang.of(match self {
            Say::Check(say) => say.texts(),
            Say::Exchange(say) => say.texts(),
            Say::Export(say) => say.texts(),
            Say::Handover(say) => say.texts(),
            Say::Import(say) => say.texts(),
            Say::Layout(say) => say.texts(),
            Say::Media(say) => say.texts(),
            Say::Model(say) => say.texts(),
            Say::Plan(say) => say.texts(),
            Say::Plaza(say) => say.texts(),
            Say::Register(say) => say.texts(),
            Say::Rule(say) => say.texts(),
            Say::Shop(say) => say.texts(),
            Say::Store(say) => say.texts(),
        })
    }
}

/// The first of many codes, for Chinese sentences and for English ones.
fn some_of(codes: &[String]) -> [String; 2] {
    const SHOWN: usize = 6;
    let first = &codes[..codes.len().min(SHOWN)];
    let more = if codes.len() > SHOWN {
        ["…", " and more"]
    } else {
        ["", ""]
    };
    [
        format!("{}{}", first.join("、"), more[0]),
        format!("{}{}", first.join(", "), more[1]),
    ]
}
