//! Carets and selections over horizontal, vertical, squeezed and strange text.

use super::breaking::ARTICLE;
use super::*;
use zhanban::geom::{Rect, point};
use zhanban::text::{Affinity, Carets, Move, Position};

const VERTICAL: Set = Set { vertical: true, ..TC };

/// Three lines of eight em.
const TWENTY: &str = "一二三四五六七八九十一二三四五六七八九十";

fn before(para: u32, at: u32) -> Position {
    Position {
        para,
        at,
        affinity: Affinity::After,
    }
}

fn at(at: usize) -> Position {
    before(0, at as u32)
}

/// Paragraphs by line, laid; `check` is asked about them.
fn with<T>(text: &str, how: Set, check: impl FnOnce(&Carets<'_>, &TextLayout) -> T) -> T {
    let mut input = boxed(text, how);
    let model = input.paras.remove(0);
    input.paras = text
        .split('\n')
        .map(|text| ParaIn {
            text: text.into(),
            ..model.clone()
        })
        .collect();
    let layout = lay(&input, fonts());
    check(&Carets::new(&input, &layout), &layout)
}

/// In lines of eight em, then in columns; `check` is told whether they are columns.
fn both_ways(text: &str, check: impl Fn(&Carets<'_>, &TextLayout, bool)) {
    for vertical in [false, true] {
        let how = Set {
            width: 8.0,
            vertical,
            ..SC
        };
        with(text, how, |carets, layout| check(carets, layout, vertical));
    }
}

fn walk(carets: &Carets<'_>, from: Position, by: Move) -> Vec<(u32, u32)> {
    let mut places = vec![(from.para, from.at)];
    let mut position = from;
    for _ in 0..10_000 {
        let next = carets.moved(position, by);
        if next == position {
            break;
        }
        position = next;
        places.push((position.para, position.at));
    }
    places
}

#[test]
fn a_caret_can_be_clicked_where_it_stands() {
    let centred = Set {
        align: Align::Centre,
        ..SC
    };
    for how in [SC, VERTICAL, centred] {
        let how = Set {
            width: 14.0,
            indent: 2.0,
            ..how
        };
        with(ARTICLE, how, |carets, _| {
            for (para, at) in walk(carets, carets.moved(at(0), Move::TextStart), Move::NextCharacter) {
                let position = before(para, at);
                let caret = carets.rect_of(position);
                let clicked = carets.position_at(caret.centre());
                let stands = carets.rect_of(clicked);
                assert_eq!(stands, caret, "{position:?} {clicked:?}");
            }
        });
    }
}

#[test]
fn characters_are_passed_one_by_one_there_and_back() {
    let table: &[(&str, &[(u32, u32)])] = &[
        ("水a，", &[(0, 0), (0, 3), (0, 4), (0, 7)]),
        ("e\u{301}字", &[(0, 0), (0, 3), (0, 6)]),
        ("👩‍🌾字", &[(0, 0), (0, 11), (0, 14)]),
        ("——字", &[(0, 0), (0, 3), (0, 6), (0, 9)]),
        ("水\n\n山", &[(0, 0), (0, 3), (1, 0), (2, 0), (2, 3)]),
        ("", &[(0, 0)]),
    ];
    for (text, expected) in table {
        with(text, SC, |carets, _| {
            let there = walk(carets, at(0), Move::NextCharacter);
            assert_eq!(there, *expected, "{text}");
            let mut back = walk(carets, carets.moved(at(0), Move::TextEnd), Move::PreviousCharacter);
            back.reverse();
            assert_eq!(back, there, "{text} backwards");
        });
    }
}

#[test]
fn words_are_passed_as_chinese_has_them() {
    let text = "春天，我们在village里种树。";
    let stops = |by, from| -> Vec<&str> {
        let places = with(text, SC, |carets, _| walk(carets, from, by));
        let mut stops: Vec<usize> = places.iter().map(|place| place.1 as usize).collect();
        stops.sort_unstable();
        stops.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    };
    assert_eq!(
        stops(Move::NextWord, at(0)),
        ["春天", "，我们", "在", "village", "里", "种树", "。"]
    );
    assert_eq!(
        stops(Move::PreviousWord, at(text.len())),
        ["春天，", "我们", "在", "village", "里", "种树。"]
    );
    for (place, expected) in [("们", "我们"), ("llage", "village")] {
        let word = with(text, SC, |carets, _| carets.word_at(at(text.find(place).unwrap())));
        assert_eq!(&text[word.start as usize..word.end as usize], expected);
    }
}

#[test]
fn lines_are_passed_downwards_and_in_vertical_text_to_the_left() {
    both_ways(TWENTY, |carets, layout, vertical| {
        let start = at(9);
        let goal = carets.goal(start);
        assert_eq!(goal, 30.0);
        let down = carets.moved(start, Move::NextLine(goal));
        assert_eq!(down.at, layout.lines[1].range.start + 9);
        assert_eq!(carets.moved(down, Move::PreviousLine(goal)), start);
        let (from, to) = (carets.rect_of(start), carets.rect_of(down));
        let is_after = if vertical { to.x < from.x } else { to.y > from.y };
        assert!(is_after, "{from:?} {to:?}");
        let end = carets.moved(start, Move::LineEnd);
        assert_eq!((end.at, end.affinity), (layout.lines[0].range.end, Affinity::Before));
        // The same byte stands at the end of one line and at the start of the next.
        let begin = before(end.para, end.at);
        assert_ne!(carets.rect_of(end), carets.rect_of(begin));
        assert_eq!(carets.moved(end, Move::LineStart), at(0));
        assert_eq!(carets.moved(begin, Move::LineStart), begin);
        let last = carets.moved(down, Move::TextEnd);
        assert_eq!(carets.moved(last, Move::NextLine(0.0)), last);
    });
}

#[test]
fn squeezed_and_joined_marks_have_their_carets_where_their_room_ends() {
    // text | byte | how far along, in em
    let table: &[(&str, usize, f64, Set)] = &[
        ("字」「字", 6, 1.5, SC),
        ("字」「字", 9, 2.5, SC),
        ("“字", 3, 0.5, SC),
        ("字——字", 6, 2.0, SC),
        ("字12字", 4, 1.5, VERTICAL),
        ("县7个", 3, 1.25, SC),
    ];
    for (text, byte, expected, how) in table {
        let how = Set {
            align: Align::Start,
            ..*how
        };
        let got = with(text, how, |carets, _| carets.goal(at(*byte)) / 10.0);
        assert!(
            (got - expected).abs() < 0.001,
            "{text} at {byte}: {got}, not {expected}"
        );
    }
}

#[test]
fn a_selection_lights_each_line_from_edge_to_edge() {
    let text = "一渠水养活了七个镇的人，今天还在流。";
    both_ways(text, |carets, layout, vertical| {
        let lit = carets.selection(at(text.len()), at(0));
        assert_eq!(lit.len(), layout.lines.len());
        for (rect, line) in lit.iter().zip(&layout.lines) {
            let (from, to) = if vertical {
                (rect.y, rect.bottom())
            } else {
                (rect.x, rect.right())
            };
            assert!(
                (from - line.start).abs() < 0.01 && (to - line.end).abs() < 0.01,
                "{rect:?} {line:?}"
            );
        }
        assert!(carets.selection(at(3), at(3)).iter().all(|rect| rect.w * rect.h == 0.0));
        let two = carets.selection(at(3), at(9));
        let length = |rect: &Rect| if vertical { rect.h } else { rect.w };
        assert!((length(&two[0]) - 20.0).abs() < 0.2, "{two:?}");
    });
}

#[test]
fn an_input_method_is_told_its_pieces_and_where_its_window_goes() {
    both_ways(TWENTY, |carets, _, _| {
        let told = carets.preedit(0, 15..36, 33);
        assert_eq!(told.pieces.len(), 2);
        assert_eq!(told.candidates, told.pieces[1]);
        assert_eq!(carets.preedit(0, 15..36, 15).candidates, told.pieces[0]);
        // Nothing typed yet: the window stands at the caret.
        assert_eq!(carets.preedit(0, 15..15, 15).candidates, carets.rect_of(at(15)));
    });
}

#[test]
fn strange_text_has_carets_too() {
    for text in [
        "",
        "\n",
        "\u{202e}\u{0}",
        "字\u{200b}字",
        "\u{301}",
        "a\u{301}\u{301}",
        "字\u{13000}",
    ] {
        for how in [SC, VERTICAL, Set { width: 0.0, ..SC }] {
            with(text, how, |carets, _| {
                for x in [-5.0, 0.0, 5.0, 1e6] {
                    let position = carets.position_at(point(x, x));
                    let caret = carets.rect_of(position);
                    assert!(caret.x.is_finite() && caret.y.is_finite());
                    assert!(position.at as usize <= text.len());
                    walk(carets, position, Move::NextWord);
                    walk(carets, position, Move::PreviousLine(0.0));
                    carets.selection(at(0), position);
                }
            });
        }
    }
}
