//! Shapes, drawings, emblems and backgrounds by label: insert, change in the inspector, undo.

use super::board_tests::{ctrl, usual};
use egui::{Key, Modifiers};
use zhanban::model::*;

fn board(window: &super::board_tests::Window) -> std::sync::Arc<Board> {
    window.show().boards[0].clone()
}

fn shape_of(window: &super::board_tests::Window) -> ShapeElement {
    let board = board(window);
    let found = board.elements.iter().rev().find_map(|element| match &element.kind {
        ElementKind::Shape(shape) => Some(shape.clone()),
        _ => None,
    });
    found.unwrap()
}

#[test]
fn a_rectangle_is_inserted_coloured_by_number_and_undone() {
    let mut window = usual();
    let before = board(&window);
    window.click("插入");
    window.click("插入矩形");
    assert!(matches!(shape_of(&window).form, ShapeForm::Rect { .. }));
    window.rewrite("填充 C", "35");
    window.key(Modifiers::NONE, Key::Enter);
    let Some(Tint::Inks(inks)) = shape_of(&window).fill else {
        panic!("a number typed is a colour by value")
    };
    assert_eq!(inks[0], 35.0);
    window.rewrite("圆角", "12");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(shape_of(&window).form, ShapeForm::Rect { corner: 12.0 });
    window.click("加阴影");
    assert!(shape_of(&window).shadow.is_some());
    for _ in 0..4 {
        window.key(ctrl(), Key::Z);
    }
    assert_eq!(board(&window), before);
}

#[test]
fn an_arrow_is_inserted_and_gets_a_second_head() {
    let mut window = usual();
    window.click("插入");
    window.click("插入箭头");
    assert!(matches!(shape_of(&window).form, ShapeForm::Line(course) if course.heads == Heads::End));
    // A level line is found by name on the canvas too.
    assert!(window.has("线条"));
    window.click("箭头在哪端");
    window.click("两端");
    assert!(matches!(shape_of(&window).form, ShapeForm::Line(course) if course.heads == Heads::Both));
    window.key(ctrl(), Key::Z);
    assert!(matches!(shape_of(&window).form, ShapeForm::Line(course) if course.heads == Heads::End));
}

#[test]
fn a_background_is_chosen_where_nothing_else_is() {
    let mut window = usual();
    assert_eq!(board(&window).ground, None);
    window.click("背景样式");
    window.click("图案");
    assert!(matches!(board(&window).ground, Some(Ground::Pattern { .. })));
    window.rewrite("间距", "40");
    window.key(Modifiers::NONE, Key::Enter);
    assert!(matches!(board(&window).ground, Some(Ground::Pattern { pitch, .. }) if pitch == 40.0));
    window.click("背景样式");
    window.click("单色");
    assert!(matches!(board(&window).ground, Some(Ground::Flat(_))));
    for _ in 0..3 {
        window.key(ctrl(), Key::Z);
    }
    assert_eq!(board(&window).ground, None);
}

#[test]
fn an_emblem_offers_nothing_that_would_change_it() {
    let mut window = super::board_tests::with(ElementKind::Emblem(EmblemElement { art: None }));
    let emblem = board(&window).elements.last().unwrap().id;
    while window.harness.state().session().element != Some(emblem) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    assert!(window.has("换一张"));
    for forbidden in ["转", "裁切", "填充", "不透明度", "拉伸铺满框"] {
        assert!(!window.has(forbidden), "{forbidden}");
    }
}

#[test]
fn a_drawing_can_be_told_to_stretch() {
    let mut window = super::board_tests::with(ElementKind::Art(ArtElement::default()));
    let art = board(&window).elements.last().unwrap().id;
    while window.harness.state().session().element != Some(art) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    window.click("拉伸铺满框");
    let is_stretched = |window: &super::board_tests::Window| match &board(window).element(art).unwrap().kind {
        ElementKind::Art(art) => art.is_stretched,
        other => panic!("{other:?}"),
    };
    assert!(is_stretched(&window));
    window.key(ctrl(), Key::Z);
    assert!(!is_stretched(&window));
}
