//! Two files that show one picture, and pictures of one moment: readers walk past both.

use crate::base::say::CheckSay;
use crate::base::{Digest, Finding, PhotoFacts, Place, Say, Severity};
use crate::media::{Alike, alike};
use crate::model::Exhibition;
use std::collections::BTreeMap;
use std::sync::Arc;

/// In display sequence: what comes later is told, and names the boards where its like was seen before.
pub fn check_show(exhibition: &Exhibition, found: &mut Vec<Finding>) {
    let mut boards: BTreeMap<Digest, Vec<String>> = BTreeMap::new();
    let mut sequence: Vec<&Arc<PhotoFacts>> = Vec::new();
    for board in exhibition.in_order() {
        for digest in board.photos() {
            let Some(facts) = exhibition.photos.get(&digest) else {
                continue;
            };
            let codes = boards.entry(digest).or_default();
            if codes.is_empty() {
                sequence.push(facts);
            }
            if !codes.contains(&board.code) {
                codes.push(board.code.clone());
            }
        }
    }
    for (at, facts) in sequence.iter().enumerate() {
        let likes = sequence[..at].iter();
        let Some((kind, other)) = likes
            .filter_map(|other| Some((alike(facts, other)?, other)))
            .min_by_key(|(kind, _)| *kind)
        else {
            continue;
        };
        let (file, like) = (facts.name.clone(), other.name.clone());
        let others = boards[&other.digest].clone();
        let (severity, rule, say) = match kind {
            Alike::Same => {
                let say = CheckSay::PhotoSame {
                    file,
                    like,
                    boards: others,
                };
                (Severity::Warning, "photo-same", say)
            }
            Alike::Near => {
                let say = CheckSay::PhotoNear {
                    file,
                    like,
                    boards: others,
                };
                (Severity::Note, "photo-near", say)
            }
        };
        let mut place = Place::board(&boards[&facts.digest][0]);
        place.file = Some(facts.name.clone());
        found.push(Finding {
            severity,
            rule,
            place,
            say: Say::Check(say),
        });
    }
}
