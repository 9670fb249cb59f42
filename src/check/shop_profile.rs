//! A shop's profile that can no longer be read: files would be made for the usual paper, unseen.

use crate::base::say::RuleSay;
use crate::base::{Finding, Place, Severity};
use crate::media::proof_of;
use crate::model::{Output, Shop};

pub fn check(shop: &Shop) -> Option<Finding> {
    let own = shop
        .profile
        .as_ref()
        .filter(|_| shop.output == Output::Pdf || shop.output == Output::Tiff)?;
    proof_of(&own.icc).is_none().then(|| Finding {
        severity: Severity::Warning,
        rule: "shop-profile",
        place: Place::default(),
        say: RuleSay::ProfileUnreadable {
            profile: own.name.clone(),
        }
        .into(),
    })
}
