//! Boards on other templates, at other sizes, on newer versions of their template: nothing on them is lost.

use crate::layout::{sample, templates};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use zhanban::compose::{misfit, refit, restyled};
use zhanban::geom::{rect, size};
use zhanban::layout::{lay_board, layout_input};
use zhanban::model::*;
use zhanban::script::Script;

/// All characters of all texts, sorted: lines may have been joined or parted.
fn characters(board: &Board) -> Vec<char> {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    let mut all: Vec<char> = texts
        .flat_map(|text| text.source.to_plain().chars().collect::<Vec<_>>())
        .collect();
    all.retain(|c| *c != '\n');
    all.sort_unstable();
    all
}

fn photos(board: &Board) -> Vec<zhanban::base::Digest> {
    let mut all: Vec<_> = board.photos().collect();
    all.sort_unstable();
    all
}

fn check_nothing_lost(before: &Board, after: &Board, what: &str) {
    assert_eq!(characters(before), characters(after), "{what}");
    assert_eq!(photos(before), photos(after), "{what}");
    let count = |board: &Board, is: fn(&ElementKind) -> bool| board.elements.iter().filter(|e| is(&e.kind)).count();
    for is in [
        (|kind: &ElementKind| matches!(kind, ElementKind::Number(_))) as fn(&ElementKind) -> bool,
        |kind| matches!(kind, ElementKind::Quote(_)),
        |kind| matches!(kind, ElementKind::Step(_)),
    ] {
        assert_eq!(count(before, is), count(after, is), "{what}");
    }
    let slots: Vec<&SlotName> = after
        .elements
        .iter()
        .filter_map(|element| element.slot.as_ref())
        .collect();
    let once: BTreeSet<&SlotName> = slots.iter().copied().collect();
    assert_eq!(slots.len(), once.len(), "{what}: {slots:?}");
    let ids: BTreeSet<ElementId> = after.elements.iter().map(|element| element.id).collect();
    assert_eq!(ids.len(), after.elements.len(), "{what}");
    assert!(
        after
            .elements
            .is_sorted_by_key(|element| (element.z.clone(), element.id)),
        "{what}"
    );
}

#[test]
fn a_board_goes_through_every_template_and_back_and_loses_nothing() {
    let sample = sample();
    let show = sample.show.exhibition();
    let all: Vec<Arc<Template>> = templates().into_iter().map(Arc::new).collect();
    let mut one_each: BTreeMap<&str, &Arc<Board>> = BTreeMap::new();
    for board in &show.boards {
        one_each.entry(board.template.name.as_str()).or_insert(board);
    }
    assert!(one_each.len() >= 12);
    for board in one_each.values() {
        let own = show.template_of(board).unwrap();
        for to in &all {
            let what = format!("{} from {} to {}", board.code, own.name, to.name);
            let there = refit(board, own, to, to.size);
            check_nothing_lost(board, &there, &what);
            let required = to
                .slots
                .iter()
                .filter(|slot| slot.required && slot.takes == SlotKind::Photo);
            for slot in required {
                assert!(there.in_slot(&slot.name).is_some(), "{what}: {}", slot.name);
            }
            let back = refit(&there, to, own, board.size);
            check_nothing_lost(board, &back, &format!("{what} and back"));
        }
    }
}

#[test]
fn the_first_three_proposals_differ_and_the_own_template_fits_best_of_its_size() {
    let sample = sample();
    let show = sample.show.exhibition();
    let all: Vec<Arc<Template>> = templates().into_iter().map(Arc::new).collect();
    let mut overset = 0;
    let mut proposed = 0;
    for board in show.boards.iter().step_by(10) {
        let own = show.template_of(board).unwrap();
        let options = restyled(show, board, &all, Some(board.size), &sample.fonts);
        let misfits: Vec<f64> = options.iter().map(|one| one.misfit).collect();
        assert!(misfits[1..].iter().all(|other| *other >= misfits[0]), "{misfits:?}");
        let own_misfit = misfit(board, own);
        assert!(
            own_misfit < misfits[0] + 1.0,
            "{} {} {own_misfit} {misfits:?}",
            board.code,
            own.name
        );
        let families: BTreeSet<&str> = options[..3.min(options.len())]
            .iter()
            .map(|one| one.template.family.as_str())
            .collect();
        assert!(families.len() >= 2.min(options.len()), "{}: {families:?}", board.code);
        for one in &options[..3.min(options.len())] {
            let mut changed = show.clone();
            Arc::make_mut(&mut changed.templates).insert(one.board.template.clone(), one.template.clone());
            let laid = lay_board(&layout_input(&changed, &one.board, Some(Script::Hans)), &sample.fonts);
            proposed += 1;
            overset += usize::from(laid.findings.iter().any(|finding| finding.rule == "overset"));
        }
    }
    assert!(
        proposed >= 40 && overset * 10 <= proposed,
        "{overset} of {proposed} overset"
    );
}

#[test]
fn places_by_hand_stay_with_the_board_and_go_with_another_template() {
    let sample = sample();
    let show = sample.show.exhibition();
    let board = show
        .boards
        .iter()
        .find(|board| board.template.name == "green-story")
        .unwrap();
    let own = show.template_of(board).unwrap();
    let title = board.in_slot("title").unwrap().id;
    let hand = Area::ByHand {
        rect: rect(100.0, 200.0, 300.0, 80.0),
        angle: 3.0,
    };
    let free = Element {
        id: ElementId(77),
        slot: None,
        area: hand,
        ..Element::clone(board.in_slot("title").unwrap())
    };
    let moved = Element {
        area: hand,
        ..Element::clone(board.in_slot("title").unwrap())
    };
    let board = board.with_element(Arc::new(moved)).with_element(Arc::new(free));
    let halved = refit(&board, own, own, size(board.size.w / 2.0, board.size.h / 2.0));
    for id in [title, ElementId(77)] {
        let Area::ByHand { rect: area, angle } = halved.element(id).unwrap().area else {
            panic!("still by hand");
        };
        assert_eq!(angle, 3.0);
        assert_eq!(area, rect(50.0, 100.0, 150.0, 40.0));
    }
    let other = templates()
        .into_iter()
        .find(|template| template.name == "blue-before-after")
        .unwrap();
    let there = refit(&board, own, &other, other.size);
    assert_eq!(there.element(title).unwrap().area, Area::Slot);
    let Area::ByHand { rect: area, .. } = there.element(ElementId(77)).unwrap().area else {
        panic!("what has no slot stays where it is put");
    };
    // From 900×1200 to 1200×900: the middle keeps its share of both sides, nothing is stretched.
    assert!((area.centre().x - 250.0 / 900.0 * 1200.0).abs() < 0.01 && (area.centre().y - 180.0).abs() < 0.01);
    assert!((area.w / area.h - 300.0 / 80.0).abs() < 1e-3);
}

#[test]
fn a_newer_version_keeps_slots_by_name_and_finds_places_for_the_rest() {
    let sample = sample();
    let show = sample.show.exhibition();
    for board in show.boards.iter().step_by(9) {
        let own = show.template_of(board).unwrap();
        let mut newer = Template::clone(own);
        newer
            .slots
            .retain(|slot| slot.name != "body.2" && slot.name != "photo.2");
        if let Some(slot) = newer.slots.iter_mut().find(|slot| slot.name == "heading.1") {
            slot.name = "heading.9".into();
        }
        let after = refit(board, own, &newer, board.size);
        check_nothing_lost(board, &after, &board.code);
        for element in &board.elements {
            let Some(name) = &element.slot else { continue };
            let is_kept = newer
                .slot(&name.0)
                .is_some_and(|slot| slot.takes == element.kind.fills().0);
            if let (true, Some(now)) = (is_kept, after.element(element.id)) {
                assert_eq!(now.slot.as_ref(), Some(name), "{}", board.code);
            }
        }
    }
}
