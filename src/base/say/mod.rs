//! Every sentence the program says about the user's work: one variant a sentence, with its arguments.
//! Each area answers with all three languages at once, so a missing translation does not compile.

mod check;
mod exchange;
mod export;
mod import;
mod layout;
mod media;
mod model;
mod plaza;
mod shop;
mod store;

pub use check::CheckSay;
pub use exchange::ExchangeSay;
pub use export::ExportSay;
pub use import::{ImportSay, Named, Wanted};
pub use layout::{LayoutSay, LeftOut};
pub use media::MediaSay;
pub use model::{Deed, ModelSay};
pub use plaza::PlazaSay;
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
    Import(ImportSay),
    Layout(LayoutSay),
    Media(MediaSay),
    Model(ModelSay),
    Plaza(PlazaSay),
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

impl From<ShopSay> for Say {
    fn from(say: ShopSay) -> Say {
        Say::Shop(say)
    }
}

impl Say {
    pub fn text(&self, lang: Lang) -> String {
        lang.of(match self {
            Say::Check(say) => say.texts(),
            Say::Exchange(say) => say.texts(),
            Say::Export(say) => say.texts(),
            Say::Import(say) => say.texts(),
            Say::Layout(say) => say.texts(),
            Say::Media(say) => say.texts(),
            Say::Model(say) => say.texts(),
            Say::Plaza(say) => say.texts(),
            Say::Shop(say) => say.texts(),
            Say::Store(say) => say.texts(),
        })
    }
}
