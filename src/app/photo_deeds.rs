//! What is done to all photos of a board at once: another arrangement, another order.

use super::words::Words;
use crate::base::{Digest, PhotoFacts, PhotoFormat};
use crate::model::{Board, Command, Element, ElementKind, Exhibition, PhotoElement};
use std::sync::Arc;

pub const REARRANGE: Words = ["照片换一种排法", "照片換一種排法", "Arrange photos another way"];
pub const REARRANGE_HELP: Words = [
    "照片次序不变，换下一种合适的排法；连按几次就轮回第一种",
    "照片次序不變，換下一種合適的排法；連按幾次就輪回第一種",
    "Keeps their order and takes the next good arrangement; after the last comes the first",
];
pub const SHUFFLE: Words = ["打乱照片次序", "打亂照片次序", "Shuffle photos"];
pub const SHUFFLE_HELP: Words = [
    "照片连同图说换位置；锁住的照片不动",
    "照片連同圖說換位置；鎖住的照片不動",
    "Photos change places together with their captions; locked ones stay",
];

/// One photo in place of another wherever that is shown: its file is lost. `None` where it is the same one.
pub fn instead(show: &Exhibition, lost: Digest, facts: &PhotoFacts) -> Option<Command> {
    if facts.digest == lost || facts.format == PhotoFormat::Svg {
        return None;
    }
    let mut commands = Vec::new();
    for board in &show.boards {
        for element in &board.elements {
            if let ElementKind::Photo(photo) = &element.kind
                && photo.photo == Some(lost)
            {
                let photo = PhotoElement {
                    photo: Some(facts.digest),
                    ..photo.clone()
                };
                commands.push(Command::SetKind {
                    board: board.id,
                    element: element.id,
                    kind: ElementKind::Photo(photo),
                });
            }
        }
    }
    (!commands.is_empty()).then_some(Command::Batch(commands))
}

/// The next of the good arrangements; `None` where nothing is to be arranged.
pub fn rearranged(board: &Board) -> Option<Command> {
    (photos(board).count() > 1).then(|| Command::SetArrangement {
        board: board.id,
        arrangement: board.arrangement.wrapping_add(1),
    })
}

/// Another order of the photos that are not locked: never the one they have. The same board gives the same order.
pub fn shuffled(board: &Board) -> Option<Command> {
    let free: Vec<&Arc<Element>> = photos(board).filter(|element| !element.is_locked).collect();
    let count = free.len();
    if count < 2 {
        return None;
    }
    // By a hash of what each shows and where: repeating goes on through the orders.
    let mut order: Vec<usize> = (0..count).collect();
    let key = |at: &usize| {
        let shown = match &free[*at].kind {
            ElementKind::Photo(photo) => photo.photo,
            _ => None,
        };
        let before = free.get((*at + count - 1) % count).map(|element| element.id);
        Digest::of(format!("{shown:?} {before:?} {:?}", free[*at].id).as_bytes())
    };
    order.sort_by_key(key);
    if order.iter().enumerate().all(|(at, from)| at == *from) {
        order.rotate_left(1);
    }
    let changes = free.iter().zip(order).map(|(element, from)| Command::SetKind {
        board: board.id,
        element: element.id,
        kind: free[from].kind.clone(),
    });
    Some(Command::Batch(changes.collect()))
}

fn photos(board: &Board) -> impl Iterator<Item = &Arc<Element>> {
    let is_photo = |element: &&Arc<Element>| matches!(element.kind, ElementKind::Photo(_));
    board.elements.iter().filter(is_photo)
}
