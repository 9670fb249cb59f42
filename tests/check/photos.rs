//! Photos that are like each other, came through a chat, or lost their mask.

use super::*;
use zhanban::base::{Mask, PhotoLook, PhotoPart};

/// A photo with a print of its own kind, all of it this much lighter, under this name.
pub fn known(bench: &mut Bench, number: u8, name: &str, [kind, lighter]: [u32; 2], has_camera: bool) -> Digest {
    let grey = |cell: u32| (cell.wrapping_mul(2_654_435_761u32.rotate_left(kind * 5)) >> 25) as u8 + lighter as u8;
    let print: Vec<u8> = (0..17 * 17).map(grey).collect();
    let digest = bench.photo(number, PhotoState::Good);
    let facts = PhotoFacts {
        name: name.into(),
        look: Some(PhotoLook {
            inner: print.clone(),
            print,
            has_camera,
            ..PhotoLook::default()
        }),
        ..PhotoFacts::clone(&bench.show.exhibition().photos[&digest])
    };
    bench.show.execute(&Command::AddPhoto(Arc::new(facts))).unwrap();
    digest
}

#[test]
fn copies_and_near_copies_name_the_boards_of_their_like() {
    let mut bench = Bench::new();
    let first = known(&mut bench, 1, "a.jpg", [1, 0], true);
    let copy = known(&mut bench, 2, "b.jpg", [1, 1], true);
    let near = known(&mut bench, 3, "c.jpg", [1, 30], true);
    let other = known(&mut bench, 4, "d.jpg", [2, 0], true);
    bench.board("A1", Script::Hans, vec![photo("hero", first, "一")]);
    bench.board("A2", Script::Hans, vec![photo("hero", copy, "二")]);
    bench.board(
        "A3",
        Script::Hans,
        vec![photo("hero", other, "三"), photo("photo.2", near, "四")],
    );
    let found = check_show(bench.show.exhibition());
    let of = |rule: &str| found.iter().filter(|finding| finding.rule == rule).collect::<Vec<_>>();
    let (same, near) = (of("photo-same"), of("photo-near"));
    assert_eq!((same.len(), near.len()), (1, 1), "{found:?}");
    assert_eq!(same[0].severity, Severity::Warning);
    assert_eq!(same[0].place.board.as_deref(), Some("A2"));
    assert!(same[0].text(Lang::Hans).contains("A1") && same[0].text(Lang::En).contains("a.jpg on A1"));
    assert_eq!(near[0].severity, Severity::Note);
    assert_eq!(near[0].place.board.as_deref(), Some("A3"));
    rules(&found);
}

#[test]
fn what_came_through_a_chat_is_asked_for_again() {
    let mut bench = Bench::new();
    let chat = known(&mut bench, 1, "微信图片_20240501.jpg", [1, 0], false);
    let camera = known(&mut bench, 2, "mmexport1700000000000.jpg", [2, 0], true);
    let board = bench.board(
        "A1",
        Script::Hans,
        vec![photo("hero", chat, "一"), photo("photo.2", camera, "二")],
    );
    let found = bench.check(&board, Vec::new());
    assert_eq!(rules(&found), ["photo-chat"]);
    assert_eq!(found[0].severity, Severity::Warning);
}

#[test]
fn a_mask_that_is_missing_on_another_board_is_told_there() {
    let mut bench = Bench::new();
    let digest = bench.photo(1, PhotoState::Good);
    let mut masked = Element::clone(&photo("hero", digest, "一"));
    if let ElementKind::Photo(photo) = &mut masked.kind {
        photo.masks.push(Mask {
            part: PhotoPart::of([0.4, 0.4, 0.2, 0.2]),
            form: Default::default(),
            kind: Default::default(),
        });
    }
    bench.board("A1", Script::Hans, vec![photo("hero", digest, "一")]);
    bench.board("A2", Script::Hans, vec![Arc::new(masked)]);
    let found = check_show(bench.show.exhibition());
    let told: Vec<_> = found
        .iter()
        .filter(|finding| finding.rule == "photo-unmasked")
        .collect();
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].place.board.as_deref(), Some("A1"));
    assert!(told[0].text(Lang::Hans).contains("A2"));
    rules(&found);
}
