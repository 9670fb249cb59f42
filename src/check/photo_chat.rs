//! Photos that came through a chat program, which makes them small: the original prints sharper.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::ElementKind;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let ElementKind::Photo(photo) = &element.kind else {
            continue;
        };
        let facts = photo.photo.and_then(|digest| subject.exhibition.photos.get(&digest));
        if let Some(facts) = facts.filter(|facts| facts.is_from_chat()) {
            let file = facts.name.clone();
            let say = CheckSay::PhotoFromChat { file };
            found.push(subject.find(Some(element.id), Severity::Warning, "photo-chat", say));
        }
    }
}
