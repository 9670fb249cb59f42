//! The canvas of a board by label: groups, lining up, turning, copies, rulers and guides, what the view shows.

use super::board_tests::{TITLE, Window, ctrl, exhibition, open, source, usual};
use egui::{Event, Key, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::kittest::Queryable;
use std::sync::Arc;
use zhanban::base::Lang;
use zhanban::geom::Rect;
use zhanban::model::*;

const BODY: &str = "正文 他姓后，清水河上游三公里，石板路修到了桥头。";

fn button(window: &mut Window, pos: Pos2, pressed: bool, modifiers: Modifiers) {
    let event = Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    };
    window.harness.event(Event::ModifiersChanged(modifiers));
    window.harness.event(event);
    window.harness.run_steps(2);
}

/// A hand that goes slowly, in steps; lets go at the end.
pub(super) fn drag(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    pull(window, from, to, modifiers);
    button(window, to, false, modifiers);
    window.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    window.settle();
}

fn pull(window: &mut Window, from: Pos2, to: Pos2, modifiers: Modifiers) {
    window.harness.event(Event::PointerMoved(from));
    button(window, from, true, modifiers);
    for part in [0.3, 0.7, 1.0] {
        window.harness.event(Event::PointerMoved(from + (to - from) * part));
        window.harness.run_steps(2);
    }
}

fn middle(window: &Window, label: &str) -> Pos2 {
    window.harness.get_by_label(label).rect().center()
}

fn by_hand(element: &Element) -> (Rect, f64) {
    match element.area {
        Area::ByHand { rect, angle } => (rect, angle),
        Area::Slot => panic!("nobody has moved it"),
    }
}

fn choose_both(window: &mut Window) {
    window.rest();
    window.click(TITLE);
    window.rest();
    window.harness.get_by_label(BODY).click_modifiers(Modifiers::SHIFT);
    window.settle();
    assert!(window.has("选中 2 样"));
}

#[test]
fn a_group_is_chosen_as_one_and_a_double_click_goes_into_it() {
    let mut window = usual();
    choose_both(&mut window);
    window.key(ctrl(), Key::G);
    let group = window.slot("title").group;
    assert!(group.is_some() && group == window.slot("body").group);
    window.key(Modifiers::NONE, Key::Escape);
    window.rest();
    window.click(TITLE);
    assert!(window.has("选中 2 样"), "the rest of the group comes along");
    window.click(TITLE);
    assert!(!window.has("选中 2 样"), "the second click went inside");
    assert_eq!(window.chosen(), Some(window.slot("title").id));
    window.key(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(window.slot("body").area, Area::Slot, "only one of them moves");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(window.has("选中 2 样"), "Esc goes out to the whole group");
    window.key(ctrl() | Modifiers::SHIFT, Key::G);
    assert_eq!(window.slot("title").group, None);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").group, group);
}

#[test]
fn copies_of_a_group_are_a_group_of_their_own() {
    let mut window = usual();
    choose_both(&mut window);
    window.key(ctrl(), Key::G);
    window.key(ctrl(), Key::D);
    let groups: Vec<u64> = window
        .board()
        .elements
        .iter()
        .filter_map(|element| element.group)
        .collect();
    assert_eq!(groups.len(), 4);
    assert!(groups.iter().filter(|group| **group == groups[0]).count() == 2);
}

#[test]
fn several_line_up_with_the_one_clicked_last_and_one_with_the_safe_area() {
    let mut window = usual();
    window.click(TITLE);
    window.click("左对齐");
    assert_eq!(by_hand(&window.slot("title")).0.x, 10.0, "one goes to the safe area");
    window.key(ctrl(), Key::Z);
    choose_both(&mut window);
    window.click("右对齐");
    let title = by_hand(&window.slot("title")).0;
    assert_eq!(window.slot("body").area, Area::Slot, "the last one clicked stays");
    window.click("左对齐");
    assert_ne!(by_hand(&window.slot("title")).0.x, title.x);
    window.key(ctrl(), Key::Z);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").area, Area::Slot, "each is one step");
    window.click("排整齐");
    assert_eq!(invariants(window.show()), Vec::<String>::new());
}

#[test]
fn alt_drags_a_copy_and_escape_takes_it_back() {
    let mut window = usual();
    window.rest();
    let from = middle(&window, TITLE);
    pull(&mut window, from, from + vec2(40.0, 80.0), Modifiers::ALT);
    assert_eq!(window.board().elements.len(), 4);
    assert_eq!(window.slot("title").area, Area::Slot, "what was there stays");
    window.harness.event(Event::ModifiersChanged(Modifiers::NONE));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.board().elements.len(), 3);
    button(&mut window, from, false, Modifiers::NONE);
    window.rest();
    let from = middle(&window, TITLE);
    drag(&mut window, from, from + vec2(40.0, 80.0), Modifiers::ALT);
    assert_eq!(window.board().elements.len(), 4);
    let copy = window.chosen().unwrap();
    assert_ne!(copy, window.slot("title").id);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.board().elements.len(), 3, "one step");
}

#[test]
fn the_handle_above_turns_and_shift_turns_by_fifteen_degrees() {
    let mut window = usual();
    window.click(TITLE);
    let place = window.harness.get_by_label(TITLE).rect();
    let handle = place.center_top() - vec2(0.0, 26.0);
    let to = place.center() + vec2(120.0, -40.0);
    drag(&mut window, handle, to, Modifiers::SHIFT);
    let (_, angle) = by_hand(&window.slot("title"));
    assert!(angle != 0.0 && angle % 15.0 == 0.0, "{angle}");
    window.key(ctrl(), Key::Z);
    assert_eq!(window.slot("title").area, Area::Slot);
}

/// The rectangles of title and body, the title's angle.
fn both(window: &Window) -> (Rect, Rect, f64) {
    let ((title, angle), (body, _)) = (by_hand(&window.slot("title")), by_hand(&window.slot("body")));
    (title, body, angle)
}

#[test]
fn several_turn_about_their_middle_as_one() {
    let mut window = usual();
    choose_both(&mut window);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.rest();
    let (title, body, _) = both(&window);
    let rects = [TITLE, BODY].map(|label| window.harness.get_by_label(label).rect());
    let around = rects[0].union(rects[1]);
    let handle = around.center_top() - vec2(0.0, 26.0);
    drag(
        &mut window,
        handle,
        around.center() + vec2(200.0, 0.0),
        Modifiers::SHIFT,
    );
    let (turned, other, angle) = both(&window);
    assert_eq!(angle, 90.0);
    assert_eq!(by_hand(&window.slot("body")).1, 90.0);
    // A quarter turn about the middle of both: what stood above stands to the right.
    let middle = title.union(&body).centre();
    let (before, after) = (title.centre(), turned.centre());
    assert!((after.x - (middle.x - (before.y - middle.y))).abs() < 0.01, "{after:?}");
    assert!((after.y - (middle.y + (before.x - middle.x))).abs() < 0.01, "{after:?}");
    assert_eq!((other.w, other.h), (body.w, body.h));
    window.key(ctrl(), Key::Z);
    assert_eq!(both(&window), (title, body, 0.0), "one step");
}

#[test]
fn a_corner_of_the_box_around_several_makes_all_of_them_larger() {
    let mut window = usual();
    choose_both(&mut window);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.rest();
    let (title, body, _) = both(&window);
    let rects = [TITLE, BODY].map(|label| window.harness.get_by_label(label).rect());
    let around = rects[0].union(rects[1]);
    drag(&mut window, around.right_bottom(), around.center(), Modifiers::NONE);
    let (smaller, other, angle) = both(&window);
    let whole = title.union(&body);
    let times = smaller.w / title.w;
    assert!((0.3..0.8).contains(&times) && angle == 0.0, "{times}");
    assert!((smaller.h / title.h - times).abs() < 1e-6 && (other.w / body.w - times).abs() < 1e-6);
    let now = smaller.union(&other);
    assert!(
        (now.x - whole.x).abs() < 0.01 && (now.y - whole.y).abs() < 0.01,
        "the far corner stays"
    );
    window.key(ctrl(), Key::Z);
    assert_eq!(both(&window), (title, body, 0.0), "one step");
}

#[test]
fn what_was_copied_stands_on_another_board_where_it_stood_on_this_one() {
    let mut window = usual();
    window.click(TITLE);
    let before = window.board();
    window.key(ctrl(), Key::C);
    window.open_second();
    assert_ne!(window.board().id, before.id);
    window.key(ctrl() | Modifiers::SHIFT, Key::V);
    assert_eq!(window.board().elements.len(), 4);
    let pasted = window.board().element(window.chosen().unwrap()).unwrap().clone();
    assert_eq!(source(&pasted), "水到上坪村");
    let here = window.harness.get_by_label("标题 2 水到上坪村").rect();
    window.click("标签 水到上坪村");
    let there = window.harness.get_by_label(TITLE).rect();
    assert!((here.min - there.min).length() < 1.0, "{here:?} {there:?}");
}

#[test]
fn a_look_goes_from_one_text_to_another_and_the_words_stay() {
    let mut window = usual();
    window.click(TITLE);
    window.click("加粗");
    window.key(ctrl() | Modifiers::ALT, Key::C);
    window.rest();
    window.click(BODY);
    let words = source(&window.slot("body"));
    window.key(ctrl() | Modifiers::ALT, Key::V);
    let body = window.slot("body");
    let marks = &body.texts()[0].source.paras[0].marks;
    assert!(marks.iter().any(|mark| mark.kind == MarkKind::Weight(700)));
    assert_eq!(source(&body), words);
    window.key(ctrl(), Key::Z);
    assert!(window.slot("body").texts()[0].source.paras[0].marks.is_empty());
}

#[test]
fn guides_come_out_of_the_rulers_move_and_go_back_into_them() {
    let mut window = usual();
    let lines = |window: &Window| window.board().guides.clone();
    let ruler = middle(&window, "横标尺");
    drag(&mut window, ruler, ruler + vec2(0.0, 300.0), Modifiers::NONE);
    assert_eq!((lines(&window).level.len(), lines(&window).upright.len()), (1, 0));
    let first = lines(&window).level[0];
    assert_eq!(first.fract(), 0.0, "on whole millimetres");
    let side = middle(&window, "竖标尺");
    drag(&mut window, side, side + vec2(200.0, 0.0), Modifiers::NONE);
    assert_eq!(lines(&window).upright.len(), 1);
    // Far from everything on the board, at the left.
    let on = ruler + vec2(-340.0, 300.0);
    drag(&mut window, on, on + vec2(0.0, 50.0), Modifiers::NONE);
    assert!(lines(&window).level[0] > first);
    window.key(ctrl(), Key::Z);
    assert_eq!(lines(&window).level, [first]);
    drag(&mut window, on, on - vec2(0.0, 300.0), Modifiers::NONE);
    assert!(lines(&window).level.is_empty(), "dragged back it goes");
    window.key(ctrl(), Key::Z);
    assert_eq!(lines(&window).level, [first]);
    pull(&mut window, on, on + vec2(0.0, 80.0), Modifiers::NONE);
    window.key(Modifiers::NONE, Key::Escape);
    button(&mut window, on, false, Modifiers::NONE);
    assert_eq!(lines(&window).level, [first], "Esc puts it back");
    assert_eq!(invariants(window.show()), Vec::<String>::new());
}

#[test]
fn the_place_of_a_guide_is_typed_after_a_double_click() {
    let mut window = usual();
    let ruler = middle(&window, "横标尺");
    drag(&mut window, ruler, ruler + vec2(0.0, 300.0), Modifiers::NONE);
    window.rest();
    let on = ruler + vec2(-340.0, 300.0);
    for _ in 0..2 {
        window.harness.event(Event::PointerMoved(on));
        button(&mut window, on, true, Modifiers::NONE);
        button(&mut window, on, false, Modifiers::NONE);
    }
    window.settle();
    window.rewrite("参考线位置", "123.5");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.board().guides.level, [123.5]);
    assert!(!window.has("参考线位置"));
}

#[test]
fn switches_of_the_view_are_kept_in_the_settings_and_locked_guides_stay() {
    let mut window = usual();
    let choices = |window: &Window| window.harness.state().session().settings.canvas;
    window.click("画布上显示什么");
    window.click("版式网格");
    assert!(choices(&window).shows_grid);
    window.click("标尺");
    assert!(!choices(&window).shows_rulers && !window.has("横标尺"));
    window.click("标尺");
    window.click("吸附");
    assert!(!choices(&window).snaps);
    window.click("锁定参考线");
    assert!(window.board().guides.are_locked);
    window.key(ctrl(), Key::Z);
    assert!(!window.board().guides.are_locked);
}

#[test]
fn the_zoom_goes_to_sixty_four_times_and_to_what_is_chosen() {
    let mut window = usual();
    let zoom = |window: &Window| window.harness.state().session().zoom.unwrap();
    for _ in 0..60 {
        window.harness.key_press_modifiers(ctrl(), Key::Equals);
        window.harness.run_steps(1);
    }
    window.settle();
    assert!((zoom(&window) - 6400.0).abs() < 1.0, "{}", zoom(&window));
    window.key(ctrl(), Key::Num0);
    let whole = zoom(&window);
    window.click(TITLE);
    window.key(ctrl(), Key::Num8);
    assert!(zoom(&window) > whole);
}

#[test]
fn from_afar_the_board_is_small_and_small_texts_are_counted() {
    let mut window = usual();
    window.click("画布上显示什么");
    window.click("从远处看…");
    let zoom = |window: &Window| window.harness.state().session().zoom.unwrap();
    assert!((zoom(&window) - 12.0).abs() < 0.1, "0.6 m of 5 m: {}", zoom(&window));
    assert!(window.harness.query_by_label_contains("从 5 米看：").is_some());
    window.click("2 米");
    assert!((zoom(&window) - 30.0).abs() < 0.1);
    window.key(Modifiers::NONE, Key::Escape);
    window.click("回到平时的大小");
    assert!(!window.has("2 米"));
}

#[test]
fn a_bank_card_tells_how_large_a_millimetre_is() {
    let mut window = usual();
    window.click("画布上显示什么");
    window.click("校准屏幕…");
    window.harness.get_by_label("卡片大小").focus();
    window.settle();
    for _ in 0..5 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    let px = window.harness.state().session().settings.canvas.px_per_mm.unwrap();
    assert!(px > 96.0 / 25.4);
    window.click("完成");
    window.key(ctrl(), Key::Num9);
    let zoom = window.harness.state().session().zoom.unwrap();
    assert!((zoom - 100.0).abs() < 0.01);
}

#[test]
fn groups_guides_and_credits_come_back_from_the_disk() {
    let mut show = exhibition();
    let board = Arc::make_mut(&mut show.boards[0]);
    board.guides = Guides {
        upright: vec![120.0],
        level: vec![33.5, 900.0],
        are_locked: true,
    };
    Arc::make_mut(&mut board.elements[0]).group = Some(7);
    let window = open(show, Lang::Hans, [1440.0, 900.0]);
    assert_eq!(window.board().guides.level, [33.5, 900.0]);
    let again = window.saved_again();
    assert_eq!(again.boards[0].guides, window.board().guides);
    assert_eq!(again.boards[0].elements[0].group, Some(7));
}
