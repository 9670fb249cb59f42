//! Photos without a caption, and different photos under one and the same.

use super::{Subject, excerpt};
use crate::base::say::CheckSay;
use crate::base::{Digest, Finding, Place, Say, Severity};
use crate::model::{Element, ElementKind, Exhibition, PhotoElement, TwoScript};
use std::collections::BTreeMap;

pub fn check_board(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let Some(photo) = photo_of(element) else { continue };
        let has_caption = photo.caption.as_ref().is_some_and(|caption| !caption.source.is_blank());
        if photo.photo.is_none() || has_caption || !has_room(subject, element) {
            continue;
        }
        let facts = photo.photo.and_then(|digest| subject.exhibition.photos.get(&digest));
        let say = CheckSay::CaptionMissing {
            file: facts.map(|facts| facts.name.clone()).unwrap_or_default(),
        };
        found.push(subject.find(Some(element.id), Severity::Warning, "caption-missing", say));
    }
}

/// Some templates carry a photo as their ground and give it no line of words.
fn has_room(subject: &Subject<'_>, element: &Element) -> bool {
    subject
        .slot_of(element)
        .is_none_or(|slot| slot.second.is_some() || slot.second_area.is_some() || slot.caption_inside)
}

fn photo_of(element: &Element) -> Option<&PhotoElement> {
    match &element.kind {
        ElementKind::Photo(photo) => Some(photo),
        _ => None,
    }
}

/// In display sequence; the first photo under a caption is right, the others are told.
pub fn check_show(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let mut firsts: BTreeMap<String, (Digest, String)> = BTreeMap::new();
    for board in exhibition.in_order() {
        for element in board.elements.iter().filter(|element| !element.is_hidden) {
            let Some((digest, caption)) = photo_of(element).and_then(words) else {
                continue;
            };
            let text = caption.source.to_plain().trim().to_string();
            match firsts.get(&text) {
                Some((first, code)) if *first != digest => {
                    let say = CheckSay::CaptionTwice {
                        caption: excerpt(&text),
                        first: code.clone(),
                    };
                    found.push(Finding {
                        severity: Severity::Warning,
                        rule: "caption-twice",
                        place: Place::board(&board.code).at_element(element.id),
                        say: Say::Check(say),
                    });
                }
                Some(_) => {}
                None => {
                    firsts.insert(text, (digest, board.code.clone()));
                }
            }
        }
    }
}

fn words(photo: &PhotoElement) -> Option<(Digest, &TwoScript)> {
    let caption = photo.caption.as_ref().filter(|caption| !caption.source.is_blank())?;
    Some((photo.photo?, caption))
}
