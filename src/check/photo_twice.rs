//! One photo in several places: on one board surely a mistake, on several worth knowing.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Digest, Finding, Place, Say, Severity};
use crate::model::{ElementKind, Exhibition};
use std::collections::{BTreeMap, BTreeSet};

pub fn check_board(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for element in subject.shown() {
        let ElementKind::Photo(photo) = &element.kind else {
            continue;
        };
        let Some(digest) = photo.photo else { continue };
        if !seen.insert(digest) {
            let file = name(subject.exhibition, digest);
            found.push(subject.find(
                Some(element.id),
                Severity::Warning,
                "photo-twice",
                CheckSay::PhotoTwiceHere { file },
            ));
        }
    }
}

/// One note a photo, at the first board that shows it.
pub fn check_show(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let mut boards: BTreeMap<Digest, Vec<String>> = BTreeMap::new();
    let mut sequence = Vec::new();
    for board in exhibition.in_order() {
        for digest in board.photos().collect::<BTreeSet<_>>() {
            let codes = boards.entry(digest).or_default();
            if codes.is_empty() {
                sequence.push(digest);
            }
            codes.push(board.code.clone());
        }
    }
    for digest in sequence {
        let codes = &boards[&digest];
        let [first, others @ ..] = &codes[..] else { continue };
        if others.is_empty() {
            continue;
        }
        let file = name(exhibition, digest);
        let mut place = Place::board(first);
        place.file = Some(file.clone());
        found.push(Finding {
            severity: Severity::Note,
            rule: "photo-shared",
            place,
            say: Say::Check(CheckSay::PhotoShared {
                file,
                boards: codes.clone(),
            }),
        });
    }
}

fn name(exhibition: &Exhibition, digest: Digest) -> String {
    exhibition
        .photos
        .get(&digest)
        .map(|facts| facts.name.clone())
        .unwrap_or_default()
}
