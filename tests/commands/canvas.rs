//! Guides, groups, credits and looks: set to a value, rounded, refused where they make no sense, undone.

use super::{element_id, photo, show};
use std::sync::Arc;
use zhanban::base::{Consent, Digest, PhotoCredit, PhotoFacts};
use zhanban::model::*;

const SHOW: &str = "units A / photos x / board 1 A: t=words u=more p:x@15,10,40x20";

fn opened() -> (Document, BoardId) {
    let document = Document::new(show(SHOW));
    let board = document.exhibition().boards[0].id;
    (document, board)
}

#[test]
fn guides_are_rounded_and_those_out_of_reach_are_refused() {
    let (mut document, board) = opened();
    let set = |at: f64| Command::SetGuides {
        board,
        guides: Guides {
            upright: vec![at],
            ..Guides::default()
        },
    };
    document.execute(&set(12.345_678)).unwrap();
    assert_eq!(document.exhibition().boards[0].guides.upright, [12.346]);
    let before = document.exhibition().clone();
    for wild in [f64::NAN, f64::INFINITY, 1e9] {
        assert!(document.execute(&set(wild)).is_err(), "{wild}");
    }
    assert!(document.exhibition().is_same(&before));
    document.execute(&set(12.346)).unwrap();
    assert!(document.exhibition().is_same(&before), "the same guides are no step");
}

#[test]
fn steps_are_gone_to_by_their_number() {
    let (mut document, board) = opened();
    let start = document.exhibition().clone();
    let element = element_id("1", "t");
    for group in 1..=3 {
        let group = Some(group);
        document.execute(&Command::SetGroup { board, element, group }).unwrap();
    }
    let (done, undone) = document.deeds();
    assert_eq!((done.len(), undone.len()), (3, 0));
    document.go_to(0);
    assert!(*document.exhibition() == start);
    document.go_to(2);
    assert_eq!(document.exhibition().boards[0].element(element).unwrap().group, Some(2));
    assert_eq!(document.deeds().1.len(), 1);
    document.go_to(9);
    assert_eq!(document.exhibition().boards[0].element(element).unwrap().group, Some(3));
}

#[test]
fn a_credit_stays_when_its_photo_comes_in_again() {
    let (mut document, _) = opened();
    let credit = PhotoCredit {
        author: "余茂生".into(),
        consent: Consent::Yes,
        note: String::new(),
    };
    let set = |photo| Command::SetCredit {
        photo,
        credit: credit.clone(),
    };
    let digest = photo("x").digest;
    document.execute(&set(digest)).unwrap();
    assert!(document.execute(&set(Digest::of(b"nothing"))).is_err());
    document.execute(&Command::AddPhoto(photo("x"))).unwrap();
    let kept = |document: &Document| document.exhibition().photos[&digest].credit.clone();
    assert_eq!(kept(&document), credit);
    let other = PhotoFacts {
        credit: PhotoCredit {
            consent: Consent::No,
            ..PhotoCredit::default()
        },
        ..PhotoFacts::clone(&photo("x"))
    };
    document.execute(&Command::AddPhoto(Arc::new(other))).unwrap();
    assert_eq!(
        kept(&document).consent,
        Consent::No,
        "one that says something else is taken"
    );
}

#[test]
fn a_look_goes_over_and_what_is_said_does_not() {
    let (document, _) = opened();
    let board = &document.exhibition().boards[0];
    let kind = |name: &str| board.element(element_id("1", name)).unwrap().kind.clone();
    let mut like = kind("t");
    if let ElementKind::Text(text) = &mut like {
        text.style = Some(StyleName("lead".into()));
        text.text.source = with_look(&text.text.source, &(0..5), &MarkKind::Underline, true);
    }
    let Some(ElementKind::Text(worn)) = dressed(&kind("u"), &like) else {
        panic!("texts have a look in common");
    };
    assert_eq!(worn.style, Some(StyleName("lead".into())));
    assert_eq!(worn.text.source.to_plain(), "more");
    assert_eq!(worn.text.source.paras[0].marks[0].range, 0..4);
    assert_eq!(
        dressed(&kind("p"), &like),
        None,
        "a photo has none in common with a text"
    );
}
