//! Photos whose file is damaged, cut short, too large or gone: print would show a gap.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, PhotoState, Severity};
use crate::model::ElementKind;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let ElementKind::Photo(photo) = &element.kind else {
            continue;
        };
        let Some(facts) = photo.photo.and_then(|digest| subject.exhibition.photos.get(&digest)) else {
            continue;
        };
        let file = facts.name.clone();
        let say = match facts.state {
            PhotoState::Good => continue,
            PhotoState::Truncated => CheckSay::PhotoTruncated { file },
            PhotoState::TooLarge => CheckSay::PhotoTooLarge { file },
            PhotoState::Broken { .. } => CheckSay::PhotoBroken { file },
            PhotoState::Missing => CheckSay::PhotoGone { file },
        };
        // The layout says that it shows a placeholder; why, and that it blocks the print, is said here.
        let id = element.id.to_string();
        found.retain(|other| other.rule != "photo-missing" || other.place.element.as_ref() != Some(&id));
        found.push(subject.find(Some(element.id), Severity::Error, "photo-broken", say));
    }
}
