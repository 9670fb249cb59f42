//! Two files that show one picture, and pictures of one moment: readers walk past both.

use crate::base::say::CheckSay;
use crate::base::{Digest, Finding, PhotoFacts, Place, Say, Severity};
use crate::media::{Alike, alike};
use crate::model::Exhibition;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// For each photo of a sequence, what is like it before it; none of this changes while the photos are the same.
#[derive(Default)]
pub struct Likes {
    sequence: Vec<Arc<PhotoFacts>>,
    kinds: Vec<Option<(Alike, usize)>>,
}

impl Likes {
    fn renew(&mut self, sequence: &[&Arc<PhotoFacts>]) {
        let is_same = |(one, other): (&Arc<PhotoFacts>, &&Arc<PhotoFacts>)| Arc::ptr_eq(one, other);
        let known = self
            .sequence
            .iter()
            .zip(sequence)
            .take_while(|pair| is_same(*pair))
            .count();
        self.sequence.truncate(known);
        self.kinds.truncate(known);
        let like = |at: usize| {
            let before = sequence[..at].iter().enumerate();
            let alike = before.filter_map(|(index, other)| Some((alike(sequence[at], other)?, index)));
            alike.min_by_key(|(kind, _)| *kind)
        };
        let rest: Vec<_> = (known..sequence.len()).into_par_iter().map(like).collect();
        self.kinds.extend(rest);
        self.sequence
            .extend(sequence[known..].iter().map(|facts| Arc::clone(facts)));
    }
}

/// In display sequence: what comes later is told, and names the boards where its like was seen before.
pub fn check_show(exhibition: &Exhibition, likes: &mut Likes, found: &mut Vec<Finding>) {
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
    likes.renew(&sequence);
    for (facts, like) in sequence.iter().zip(&likes.kinds) {
        let Some((kind, other)) = like.map(|(kind, at)| (kind, sequence[at])) else {
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
