//! A photo on which something is made unrecognisable, and the same photo elsewhere without: the mask was in vain.

use crate::base::say::CheckSay;
use crate::base::{Digest, Finding, Place, Say, Severity};
use crate::model::{ElementKind, Exhibition, PhotoElement};
use std::collections::BTreeMap;

pub fn check_show(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let boards = exhibition.in_order();
    let mut masked: BTreeMap<Digest, String> = BTreeMap::new();
    for board in &boards {
        let photos = board.elements.iter().filter_map(|element| photo_of(&element.kind));
        for (digest, _) in photos.filter(|(_, photo)| !photo.masks.is_empty()) {
            masked.entry(digest).or_insert_with(|| board.code.clone());
        }
    }
    for board in &boards {
        for element in board.elements.iter().filter(|element| !element.is_hidden) {
            let Some((digest, photo)) = photo_of(&element.kind) else {
                continue;
            };
            let Some(first) = masked.get(&digest).filter(|_| photo.masks.is_empty()) else {
                continue;
            };
            let facts = exhibition.photos.get(&digest);
            let say = CheckSay::PhotoUnmasked {
                file: facts.map(|facts| facts.name.clone()).unwrap_or_default(),
                first: first.clone(),
            };
            found.push(Finding {
                severity: Severity::Warning,
                rule: "photo-unmasked",
                place: Place::board(&board.code).at_element(element.id),
                say: Say::Check(say),
            });
        }
    }
}

fn photo_of(kind: &ElementKind) -> Option<(Digest, &PhotoElement)> {
    match kind {
        ElementKind::Photo(photo) => Some((photo.photo?, photo)),
        _ => None,
    }
}
