//! Photos of people who did not agree to be shown, and photos of which nobody wrote down who took them and whether those
//! on them agreed. The second says nothing until a show asks for it.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Consent, Finding, Severity};
use crate::model::ElementKind;

pub const CONSENT: &str = "photo-consent";
pub const CREDIT: &str = "photo-credit";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let ElementKind::Photo(photo) = &element.kind else {
            continue;
        };
        let Some(facts) = photo.photo.and_then(|digest| subject.exhibition.photos.get(&digest)) else {
            continue;
        };
        let (file, credit) = (facts.name.clone(), &facts.credit);
        let mut tell = |rule, say| found.push(subject.find(Some(element.id), Severity::Warning, rule, say));
        match (credit.consent, credit.author.trim().is_empty()) {
            // Somebody is made unrecognisable: a person has seen to it.
            (Consent::No, _) if photo.masks.is_empty() => tell(CONSENT, RuleSay::PhotoNoConsent { file }),
            (Consent::Unknown, true) => tell(CREDIT, RuleSay::PhotoNoCredit { file }),
            (Consent::Unknown, false) => tell(CREDIT, RuleSay::PhotoConsentUnknown { file }),
            (Consent::Yes | Consent::No | Consent::NotNeeded, true) => tell(CREDIT, RuleSay::PhotoNoAuthor { file }),
            (Consent::Yes | Consent::No | Consent::NotNeeded, false) => {}
        }
    }
}
