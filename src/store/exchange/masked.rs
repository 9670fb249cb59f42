//! A photo with masks never leaves with what they hide: in a pack the pixels are worked in, and the board shows that file.

use crate::base::{Digest, Mask, PhotoFacts, Recipe, Tone};
use crate::media::Library;
use crate::model::{Board, Element, ElementKind, Exhibition};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Boards whose masks are worked into files of `beside`. A photo that cannot be worked on is left out of the pack, so
/// that its masks stay in force.
pub fn burnt(show: &Exhibition, library: &Library, beside: &Library) -> Exhibition {
    let mut burnt = show.clone();
    let mut made: BTreeMap<(Digest, Vec<Mask>), Option<Arc<PhotoFacts>>> = BTreeMap::new();
    for board in &mut burnt.boards {
        if !board.elements.iter().any(|element| masks_of(element).is_some()) {
            continue;
        }
        let mut body = Board::clone(board);
        for element in &mut body.elements {
            let Some((digest, masks)) = masks_of(element) else {
                continue;
            };
            let file = made
                .entry((digest, masks.clone()))
                .or_insert_with(|| work_in(show.photos.get(&digest)?, masks, library, beside));
            if let Some(file) = file {
                *element = Arc::new(with_file(element, file.digest));
                Arc::make_mut(&mut burnt.photos).insert(file.digest, file.clone());
            }
        }
        *board = Arc::new(body);
    }
    burnt
}

/// A place still shows it under masks, because they could not be worked in: its file stays here.
pub fn kept_back(show: &Exhibition, digest: Digest) -> bool {
    let elements = show.boards.iter().flat_map(|board| &board.elements);
    let mut masked = elements.filter_map(|element| masks_of(element));
    masked.any(|(photo, _)| photo == digest)
}

fn masks_of(element: &Element) -> Option<(Digest, Vec<Mask>)> {
    match &element.kind {
        ElementKind::Photo(photo) if !photo.masks.is_empty() => Some((photo.photo?, photo.masks.clone())),
        _ => None,
    }
}

fn with_file(element: &Element, file: Digest) -> Element {
    let mut element = element.clone();
    if let ElementKind::Photo(photo) = &mut element.kind {
        photo.photo = Some(file);
        photo.masks.clear();
    }
    element
}

fn work_in(facts: &PhotoFacts, masks: Vec<Mask>, library: &Library, beside: &Library) -> Option<Arc<PhotoFacts>> {
    let full_px = facts.upright_px();
    let recipe = Recipe {
        tone: Tone::default(),
        masks,
        full_px,
        part_px: [0, 0, full_px[0], full_px[1]],
        seen: None,
    };
    let baked = library.baked(facts, &recipe)?;
    let name = facts
        .name
        .rsplit_once('.')
        .map_or(facts.name.as_str(), |(stem, _)| stem);
    beside
        .add_bytes(&format!("{name} (2).jpg"), &baked.bytes)
        .ok()
        .map(Arc::new)
}
