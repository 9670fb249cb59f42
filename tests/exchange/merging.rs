//! The merge itself, by tables and by random pairs of branches.

use super::*;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use zhanban::model::merge::{Field, News, Side, Take};

fn base() -> Exhibition {
    let photos = ["p", "q"].map(crate::commands::photo);
    show(&[("A", 2), ("B", 2)], &photos)
}

fn title_of(code: &str) -> ElementId {
    ElementId(id(&format!("{code}.title")))
}

fn plain(show: &Exhibition, code: &str) -> String {
    let board = show.board_by_code(code).unwrap();
    let texts = board.elements.iter().flat_map(|element| element.texts());
    texts.map(|text| text.source.to_plain()).collect::<Vec<_>>().join("|")
}

fn both(base: &Exhibition, ours: &Exhibition, theirs: &Exhibition) -> Merged {
    let merged = merge(ours, &other(base, theirs), &Choices::default());
    assert_eq!(invariants(&merged.exhibition), Vec::<String>::new());
    merged
}

#[test]
fn two_paragraphs_of_one_text_changed_on_two_desks_are_both_there() {
    let base = base();
    let a1 = board_of(&base, "A1");
    let ours = with_para(&base, a1, body_of("A1"), 0, "甲");
    let theirs = with_para(&base, a1, body_of("A1"), 2, "丙");
    let theirs = Command::SetState {
        board: a1,
        state: BoardState::Submitted,
    }
    .apply(&theirs)
    .unwrap();
    let merged = both(&base, &ours, &theirs);
    assert_eq!(plain(&merged.exhibition, "A1"), "A1的一天|甲\n第二段\n丙|渠首");
    assert_eq!(merged.exhibition.state(a1), BoardState::Submitted);
    assert_eq!(merged.conflicts, []);
    assert_eq!(
        merged
            .boards
            .iter()
            .filter(|row| row.news == News::ChangedOnBoth)
            .count(),
        1
    );
    // Whatever nobody touched is the very same.
    let b1 = board_of(&base, "B1");
    assert!(Arc::ptr_eq(
        base.board(b1).unwrap(),
        merged.exhibition.board(b1).unwrap()
    ));
}

#[test]
fn the_same_paragraph_changed_twice_is_listed_and_either_side_can_be_chosen() {
    let base = base();
    let a1 = board_of(&base, "A1");
    let ours = with_para(&base, a1, body_of("A1"), 1, "我们的");
    let theirs = with_para(&base, a1, body_of("A1"), 1, "他们的");
    let merged = both(&base, &ours, &theirs);
    assert_eq!(plain(&merged.exhibition, "A1"), "A1的一天|第一段\n我们的\n第三段|渠首");
    let [conflict] = &merged.conflicts[..] else {
        panic!("{:?}", merged.conflicts)
    };
    assert_eq!(
        (conflict.board, conflict.element, conflict.field),
        (Some(a1), Some(body_of("A1")), Field::Text)
    );
    assert_eq!(
        (conflict.ours["text"].as_str(), conflict.theirs["text"].as_str()),
        (Some("我们的"), Some("他们的"))
    );

    let mut choices = Choices::default();
    choices.sides.insert(conflict.key.clone(), Side::Theirs);
    let chosen = merge(&ours, &other(&base, &theirs), &choices);
    assert_eq!(plain(&chosen.exhibition, "A1"), "A1的一天|第一段\n他们的\n第三段|渠首");

    let mut choices = Choices::default();
    choices.boards.insert(a1, Take::Copy);
    let copied = merge(&ours, &other(&base, &theirs), &choices).exhibition;
    assert_eq!(invariants(&copied), Vec::<String>::new());
    assert_eq!(plain(&copied, "A1"), "A1的一天|第一段\n我们的\n第三段|渠首");
    assert_eq!(plain(&copied, "A1-2"), "A1的一天（另一份）|第一段\n他们的\n第三段|渠首");
}

#[test]
fn what_was_changed_stays_where_the_other_desk_deleted_it() {
    let base = base();
    let a1 = board_of(&base, "A1");
    let changed = with_para(&base, a1, body_of("A1"), 1, "改过");
    let removed = Command::RemoveBoard(a1).apply(&base).unwrap();
    for (ours, theirs) in [(&changed, &removed), (&removed, &changed)] {
        let merged = both(&base, ours, theirs);
        assert!(plain(&merged.exhibition, "A1").contains("改过"));
        assert_eq!(merged.conflicts[0].field, Field::Board);
    }
    // Untouched here and deleted there: it waits in the bin.
    let merged = both(&base, &base, &removed).exhibition;
    assert!(merged.board(a1).is_none());
    assert_eq!(merged.bin[0].board.id, a1);
    let back = Command::RestoreBoard(a1).apply(&merged).unwrap();
    assert_eq!((back.order.clone(), back.bin.len()), (base.order.clone(), 0));

    let element = title_of("A1");
    let without = Command::RemoveElement { board: a1, element }.apply(&base).unwrap();
    let with = with_para(&base, a1, element, 0, "新题");
    let merged = both(&base, &without, &with);
    assert!(plain(&merged.exhibition, "A1").contains("新题"));
    assert_eq!(merged.conflicts[0].field, Field::Element);
}

#[test]
fn another_board_of_the_same_code_comes_as_a_second_one() {
    let ours = base();
    let mut theirs = Exhibition::new(two("柳溪"), Region::Mainland);
    let unit = CommitteeId(77);
    let twin = Board {
        id: BoardId(5),
        committee: unit,
        elements: vec![text_element("x", "title", "a", "另一块")],
        ..Board::clone(ours.board_by_code("A1").unwrap())
    };
    theirs = Command::Batch(vec![
        Command::AddTemplate(crate::commands::template("red-story")),
        Command::SetCommittees(vec![Committee {
            id: unit,
            name: two("A"),
        }]),
        Command::AddBoard {
            board: Arc::new(twin),
            at: 0,
        },
    ])
    .apply(&theirs)
    .unwrap();
    let mut other = other(&theirs, &theirs);
    other.base = Exhibition::new(two("无"), Region::Mainland);
    let merged = merge(&ours, &other, &Choices::default());
    assert_eq!(invariants(&merged.exhibition), Vec::<String>::new());
    assert_eq!(merged.exhibition.boards.len(), 5);
    // One unit of one name, and behind its boards.
    assert_eq!(merged.exhibition.committees, ours.committees);
    let codes: Vec<&str> = merged
        .exhibition
        .in_order()
        .iter()
        .map(|board| board.code.as_str())
        .collect();
    assert_eq!(codes, ["A1", "A2", "A1-2", "B1", "B2"]);
    let mut choices = Choices::default();
    choices.boards.insert(BoardId(5), Take::Merge);
    let merged = merge(&ours, &other, &choices).exhibition;
    assert_eq!((merged.boards.len(), plain(&merged, "A1").as_str()), (4, "另一块"));
}

#[test]
fn boards_that_are_approved_here_wait_for_a_person() {
    let base = base();
    let a1 = board_of(&base, "A1");
    let ours = Command::SetState {
        board: a1,
        state: BoardState::Approved,
    }
    .apply(&base)
    .unwrap();
    let theirs = with_para(&base, a1, body_of("A1"), 0, "迟到的");
    let other = other(&base, &theirs);
    let news = merge(&ours, &other, &Choices::default()).boards;
    let kept = merge(&ours, &other, &careful(&ours, &news));
    assert!(kept.exhibition.is_same(&ours), "nothing at all has changed");
    assert_eq!(kept.counts(&careful(&ours, &news)), [0, 0, 0, 1]);
    let taken = merge(&ours, &other, &Choices::default()).exhibition;
    let ElementKind::Text(text) = &taken.board(a1).unwrap().element(body_of("A1")).unwrap().kind else {
        panic!()
    };
    assert_eq!(text.text.source.paras[0].text, "迟到的");
    assert_eq!(
        text.text.other,
        OtherScript::Derived,
        "a changed text follows its source again"
    );
}

// ---- random branches

#[derive(Clone, Debug)]
enum Edit {
    Para { board: usize, para: usize, text: u8 },
    Move { board: usize, element: usize, x: u8 },
    Drop { board: usize, element: usize },
    Add { board: usize, text: u8 },
    Photo { board: usize, photo: u8 },
    State { board: usize, state: u8 },
    Remove { board: usize },
    New { text: u8 },
    Order { from: usize, to: usize },
    Due { day: u8 },
    Word { text: u8 },
}

fn edits(boards: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Edit>> {
    let board = move || boards.clone();
    let one = prop_oneof![
        4 => (board(), 0usize..3, 0u8..9).prop_map(|(board, para, text)| Edit::Para { board, para, text }),
        3 => (board(), 0usize..3, 0u8..9).prop_map(|(board, element, x)| Edit::Move { board, element, x }),
        1 => (board(), 0usize..3).prop_map(|(board, element)| Edit::Drop { board, element }),
        2 => (board(), 0u8..9).prop_map(|(board, text)| Edit::Add { board, text }),
        2 => (board(), 0u8..9).prop_map(|(board, photo)| Edit::Photo { board, photo }),
        2 => (board(), 0u8..4).prop_map(|(board, state)| Edit::State { board, state }),
        1 => board().prop_map(|board| Edit::Remove { board }),
        1 => (0u8..9).prop_map(|text| Edit::New { text }),
        1 => (board(), board()).prop_map(|(from, to)| Edit::Order { from, to }),
        1 => (1u8..28).prop_map(|day| Edit::Due { day }),
        1 => (0u8..9).prop_map(|text| Edit::Word { text }),
    ];
    prop::collection::vec(one, 1..7)
}

const CODES: [&str; 4] = ["A1", "A2", "B1", "B2"];

/// The show after these edits by one side; what does not apply any more is passed over.
fn edited(base: &Exhibition, edits: &[Edit], side: &str) -> Exhibition {
    let mut show = base.clone();
    for (at, edit) in edits.iter().enumerate() {
        let made = command(&show, edit, &format!("{side}{at}"));
        if let Some(after) = made.and_then(|command| command.apply(&show).ok()) {
            show = after;
        }
    }
    show
}

fn command(show: &Exhibition, edit: &Edit, name: &str) -> Option<Command> {
    let board = |at: &usize| show.board_by_code(CODES[*at]);
    Some(match edit {
        Edit::Para { board: at, para, text } => {
            let element = body_of(CODES[*at]);
            let ElementKind::Text(old) = &board(at)?.element(element)?.kind else {
                return None;
            };
            let mut new = old.clone();
            new.text.source.paras[*para].text = format!("{name}说{text}");
            Command::SetKind {
                board: board(at)?.id,
                element,
                kind: ElementKind::Text(new),
            }
        }
        Edit::Move { board: at, element, x } => Command::SetArea {
            board: board(at)?.id,
            element: board(at)?.elements.get(*element)?.id,
            area: Area::ByHand {
                rect: zhanban::geom::rect(f64::from(*x) * 10.0, 5.0, 100.0, 50.0),
                angle: 0.0,
            },
        },
        Edit::Drop { board: at, element } => Command::RemoveElement {
            board: board(at)?.id,
            element: board(at)?.elements.get(*element)?.id,
        },
        Edit::Add { board: at, text } => Command::AddElement {
            board: board(at)?.id,
            element: text_element(name, "body", &board(at)?.front_z(), &format!("{name}添{text}")),
        },
        Edit::Photo { board: at, photo } => {
            let facts = crate::commands::photo(&format!("{name}.{photo}"));
            let board = board(at)?;
            let element = photo_element(&format!("{name}.photo"), &board.front_z(), Some(facts.digest));
            let add = Command::AddElement {
                board: board.id,
                element,
            };
            Command::Batch(vec![Command::AddPhoto(facts), add])
        }
        Edit::State { board: at, state } => Command::SetState {
            board: board(at)?.id,
            state: [
                BoardState::Draft,
                BoardState::Submitted,
                BoardState::Returned,
                BoardState::Approved,
            ][usize::from(*state)],
        },
        Edit::Remove { board: at } => Command::BinBoard {
            board: board(at)?.id,
            at: "2026-11-28T00:00:00.000Z".into(),
        },
        Edit::New { text } => Command::AddBoard {
            board: super::board(&format!("{name}N{text}"), show.committees[0].id, None),
            at: usize::from(*text),
        },
        Edit::Order { from, to } => {
            let mut order = show.order.to_vec();
            let moved = board(from)?.id;
            order.retain(|id| *id != moved);
            order.insert((*to).min(order.len()), moved);
            Command::SetOrder(order)
        }
        Edit::Due { day } => Command::SetDue {
            committee: show.committees[usize::from(*day % 2)].id,
            day: zhanban::base::Day::parse(&format!("2026-12-{day:02}")),
        },
        Edit::Word { text } => {
            let mut words = (*show.words).clone();
            words.add(zhanban::script::WordPair {
                hans: format!("词{text}"),
                hant: format!("詞{text}{}", &name[..1]),
            });
            Command::SetWords(words)
        }
    })
}

fn paragraphs(show: &Exhibition) -> BTreeSet<String> {
    let elements = show.boards.iter().flat_map(|board| &board.elements);
    let texts = elements.flat_map(|element| element.texts().into_iter().cloned().collect::<Vec<_>>());
    texts.flat_map(|text| text.source.paras).map(|para| para.text).collect()
}

/// Without what tells the sides apart: the sequence in which boards are kept.
fn by_id(show: &Exhibition) -> BTreeMap<BoardId, (Board, BoardState)> {
    let boards = show.boards.iter();
    boards
        .map(|board| (board.id, (Board::clone(board), show.state(board.id))))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn nothing_vanishes_whatever_two_desks_do(mine in edits(0..4), yours in edits(0..4)) {
        let base = base();
        let (ours, theirs) = (edited(&base, &mine, "m"), edited(&base, &yours, "y"));
        prop_assert!(merge(&ours, &other(&base, &ours), &Choices::default()).exhibition.is_same(&ours));
        let merged = both(&base, &ours, &theirs);
        let mirrored = both(&base, &theirs, &ours);
        // Every new text is there or listed.
        let old = paragraphs(&base);
        let there = paragraphs(&merged.exhibition);
        let listed = format!("{:?}", merged.conflicts);
        for text in paragraphs(&ours).union(&paragraphs(&theirs)) {
            prop_assert!(old.contains(text) || there.contains(text) || listed.contains(text.as_str()), "{text} is lost");
        }
        // Every photo that a side put on a board is known, and shown or listed.
        for board in ours.boards.iter().chain(&theirs.boards) {
            for photo in board.photos() {
                prop_assert!(merged.exhibition.photos.contains_key(&photo));
            }
        }
        // Which desk is asked matters only in conflicts.
        prop_assert_eq!(merged.conflicts.is_empty(), mirrored.conflicts.is_empty());
        if merged.conflicts.is_empty() {
            prop_assert_eq!(by_id(&merged.exhibition), by_id(&mirrored.exhibition));
        }
        // Choosing theirs everywhere gives what the other desk keeps.
        let sides = merged.conflicts.iter().map(|conflict| (conflict.key.clone(), Side::Theirs)).collect();
        let choices = Choices { sides, ..Choices::default() };
        let yielded = merge(&ours, &other(&base, &theirs), &choices);
        prop_assert_eq!(invariants(&yielded.exhibition), Vec::<String>::new());
        // A second time there is nothing new.
        let again = merge(&merged.exhibition, &other(&theirs, &theirs), &Choices::default());
        prop_assert!(again.exhibition.is_same(&merged.exhibition));
    }

    #[test]
    fn changes_of_different_boards_are_all_in_it(mine in edits(0..2), yours in edits(2..4)) {
        let base = base();
        let keeps = |edit: &Edit| !matches!(edit, Edit::Word { .. } | Edit::Due { .. } | Edit::Order { .. });
        let mine: Vec<Edit> = mine.into_iter().filter(keeps).collect();
        let yours: Vec<Edit> = yours.into_iter().filter(keeps).collect();
        let (ours, theirs) = (edited(&base, &mine, "m"), edited(&base, &yours, "y"));
        let merged = both(&base, &ours, &theirs);
        prop_assert!(merged.conflicts.is_empty());
        let mut wanted = by_id(&ours);
        for (id, theirs) in by_id(&theirs) {
            if base.board(id).is_none_or(|base| *base != Arc::new(theirs.0.clone()) || theirs.1 != BoardState::Draft) {
                wanted.insert(id, theirs);
            }
        }
        for board in &base.boards {
            if theirs.board(board.id).is_none() {
                wanted.remove(&board.id);
            }
        }
        prop_assert_eq!(by_id(&merged.exhibition), wanted);
    }
}
