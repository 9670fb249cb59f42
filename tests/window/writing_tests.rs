//! Writing on the board itself: caret and choice by keys and hand, input methods, undo.

use super::board_tests::{TITLE, Window, ctrl, exhibition, open, source, usual, with};
use super::canvas_tests::drag;
use egui::{Event, ImeEvent, Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;
use std::sync::Arc;
use zhanban::base::Lang;
use zhanban::model::*;
use zhanban::script::Script;

fn writing() -> Window {
    let mut window = usual();
    window.rest();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::Enter);
    window
}

fn say(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.into()));
    window.settle();
}

fn compose(window: &mut Window, text: &str) {
    window.harness.event(Event::Ime(ImeEvent::Preedit {
        text: text.into(),
        active_range_chars: None,
    }));
    window.settle();
}

fn commit(window: &mut Window, text: &str) {
    window.harness.event(Event::Ime(ImeEvent::Commit(text.into())));
    window.settle();
}

fn title(window: &Window) -> String {
    source(&window.slot("title"))
}

#[test]
fn what_is_written_stands_on_the_board_at_once_and_a_burst_is_one_step() {
    let mut window = writing();
    say(&mut window, "了");
    assert_eq!(title(&window), "水到上坪村了");
    say(&mut window, "吗");
    window.key(Modifiers::NONE, Key::Backspace);
    assert_eq!(title(&window), "水到上坪村了");
    window.key(ctrl(), Key::Home);
    say(&mut window, "清");
    assert_eq!(title(&window), "清水到上坪村了");
    window.key(ctrl(), Key::Z);
    assert_eq!(title(&window), "水到上坪村");
    window.key(ctrl() | Modifiers::SHIFT, Key::Z);
    assert_eq!(title(&window), "清水到上坪村了");
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(title(&window), "清水到上坪村了");
    assert_eq!(
        window.chosen(),
        Some(window.slot("title").id),
        "Esc leaves the text, not the element"
    );
    window.key(Modifiers::NONE, Key::T);
    assert_eq!(window.board().elements.len(), 4, "and letters are keys again");
}

#[test]
fn a_new_text_is_written_at_once_and_its_sample_words_go() {
    let mut window = usual();
    window.rest();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::T);
    let id = window.chosen().unwrap();
    say(&mut window, "路口的话");
    assert_eq!(source(window.board().element(id).unwrap()), "路口的话");
    window.key(Modifiers::NONE, Key::Escape);
    window.key(ctrl(), Key::Z);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.board().elements.len(), 3);
}

#[test]
fn letters_that_are_keys_elsewhere_are_letters_in_a_text() {
    let mut window = writing();
    window.key(Modifiers::NONE, Key::T);
    window.key(Modifiers::NONE, Key::P);
    window.key(Modifiers::NONE, Key::Delete);
    assert_eq!(window.board().elements.len(), 3);
    assert_eq!(title(&window), "水到上坪村");
}

#[test]
fn shift_and_arrows_choose_and_what_is_written_takes_their_place() {
    let mut window = writing();
    window.key(ctrl(), Key::Home);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    window.key(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.has("所选文字：水到"));
    assert!(window.has("所选字加粗"), "a bar stands over the chosen words");
    window.click("所选字加粗");
    let bold = Mark {
        range: 0..6,
        kind: MarkKind::Weight(700),
    };
    assert_eq!(window.slot("title").texts()[0].source.paras[0].marks, [bold]);
    say(&mut window, "路通");
    assert_eq!(title(&window), "路通上坪村");
    window.key(ctrl(), Key::A);
    window.harness.event(Event::Cut);
    window.settle();
    assert_eq!(title(&window), "");
    window.harness.event(Event::Paste("石桥\n还在".into()));
    window.settle();
    assert_eq!(title(&window), "石桥\n还在");
    assert_eq!(window.slot("title").texts()[0].source.paras.len(), 2);
}

#[test]
fn nothing_half_composed_reaches_the_board_undo_or_the_disk() {
    let mut window = writing();
    let before = window.board();
    compose(&mut window, "shui");
    window.rest();
    assert!(Arc::ptr_eq(&before, &window.board()), "the board is the very same");
    assert_eq!(
        source(window.saved_again().boards[0].in_slot("title").unwrap()),
        "水到上坪村"
    );
    compose(&mut window, "shui dao");
    // Keys that the input method uses are not the text's.
    window.key(Modifiers::NONE, Key::Backspace);
    assert_eq!(title(&window), "水到上坪村");
    commit(&mut window, "水稻");
    assert_eq!(title(&window), "水到上坪村水稻");
    compose(&mut window, "huang");
    compose(&mut window, "");
    commit(&mut window, "");
    assert_eq!(title(&window), "水到上坪村水稻", "given up, it leaves nothing");
    window.rest();
    window.key(ctrl(), Key::Z);
    assert_eq!(title(&window), "水到上坪村");
}

#[test]
fn the_window_of_candidates_stands_at_the_caret_at_every_zoom() {
    let mut window = writing();
    for key in [None, Some(Key::Num9), Some(Key::Equals), Some(Key::Num0)] {
        if let Some(key) = key {
            window.key(ctrl(), key);
        }
        // A key brings the caret into view.
        window.key(Modifiers::NONE, Key::End);
        window.settle();
        let ime = window
            .harness
            .output()
            .platform_output
            .ime
            .expect("an input method may write");
        let title = window.harness.get_by_label(TITLE).rect();
        let caret = ime.cursor_rect;
        assert!(title.expand(12.0).intersects(caret), "{caret:?} is not on {title:?}");
        assert!(caret.height() > 4.0 && caret.width() < 6.0, "{caret:?}");
    }
}

#[test]
fn an_empty_text_is_written_into_and_a_composition_given_up_leaves_it_empty() {
    let empty = TwoScript::new(Script::Hans, "");
    let mut window = with(ElementKind::Text(TextElement {
        style: None,
        text: empty,
    }));
    let id = window.board().elements.last().unwrap().id;
    window.rest();
    window.click(TITLE);
    while window.chosen() != Some(id) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    window.key(Modifiers::NONE, Key::Enter);
    let text = |window: &Window| source(window.board().element(id).unwrap());
    let before = window.board();
    compose(&mut window, "cun");
    assert!(Arc::ptr_eq(&before, &window.board()));
    assert!(window.harness.output().platform_output.ime.is_some());
    compose(&mut window, "");
    assert_eq!(text(&window), "");
    compose(&mut window, "cun");
    commit(&mut window, "村口");
    assert_eq!(text(&window), "村口");
    say(&mut window, "的桥");
    assert_eq!(text(&window), "村口的桥");
}

#[test]
fn a_million_characters_are_turned_away_with_a_sentence_wherever_they_are_pasted() {
    let mut window = writing();
    let book = "水".repeat(1_000_000);
    let before = window.show().clone();
    window.harness.event(Event::Paste(book.clone()));
    window.settle();
    let told = "剪贴板里有 1000000 字";
    assert!(window.harness.query_all_by_label_contains(told).next().is_some());
    window.key(Modifiers::NONE, Key::Escape);
    window.harness.event(Event::Paste(book));
    window.rest();
    assert!(window.show().is_same(&before));
}

#[test]
fn tab_goes_on_into_the_next_text_and_shift_tab_back() {
    let mut window = writing();
    say(&mut window, "了");
    window.key(Modifiers::NONE, Key::Tab);
    let body = window.slot("body").id;
    assert_eq!(window.chosen(), Some(body));
    say(&mut window, "全换");
    assert_eq!(source(&window.slot("body")), "全换", "the whole text was chosen");
    assert_eq!(title(&window), "水到上坪村了");
    window.key(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.chosen(), Some(window.slot("title").id));
    window.key(Modifiers::NONE, Key::End);
    say(&mut window, "吗");
    assert_eq!(title(&window), "水到上坪村了吗");
    for before in ["水到上坪村了", "水到上坪村了", "水到上坪村"] {
        window.key(ctrl(), Key::Z);
        assert_eq!(title(&window), before);
    }
    assert_ne!(source(&window.slot("body")), "全换");
}

#[test]
fn a_click_sets_the_caret_a_second_takes_the_word_and_a_drag_a_part() {
    let mut window = usual();
    window.rest();
    window.click(TITLE);
    window.click(TITLE);
    assert!(
        window.harness.output().platform_output.ime.is_some(),
        "a double click opens the text"
    );
    window.rest();
    let place = window.harness.get_by_label(TITLE).rect();
    let at = |share: f32| place.left_center() + vec2(place.width() * share, 0.0);
    drag(&mut window, at(0.02), at(0.98), Modifiers::NONE);
    assert!(window.harness.query_by_label_contains("所选文字：").is_some());
    say(&mut window, "桥");
    assert!(title(&window).contains('桥') && title(&window) != "水到上坪村桥");
    // Outside the text the hand is the canvas's again.
    window.rest();
    window.click("正文 他姓后，清水河上游三公里，石板路修到了桥头。");
    assert_eq!(window.chosen(), Some(window.slot("body").id));
    assert!(window.harness.output().platform_output.ime.is_none());
}

#[test]
fn both_scripts_side_by_side_are_written_each_by_itself() {
    let mut show = exhibition();
    let board = Arc::make_mut(&mut show.boards[0]);
    for element in &mut board.elements {
        let element = Arc::make_mut(element);
        if element.slot.as_ref().is_some_and(|slot| slot.0 == "body") {
            element.scripts = Some(Scripts::Beside);
            element.kind = ElementKind::Text(TextElement {
                style: None,
                text: TwoScript::both(Script::Hans, "水到了村口", "水來到了村口"),
            });
        }
    }
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.rest();
    let label = "正文 水到了村口";
    let place = window.harness.get_by_label(label).rect();
    window.click(label);
    window.key(Modifiers::NONE, Key::Enter);
    say(&mut window, "。");
    let two = |window: &Window| match &window.slot("body").kind {
        ElementKind::Text(text) => text.text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(two(&window).source.to_plain(), "水到了村口。");
    window.rest();
    let at = place.left_top() + vec2(place.width() * 0.62, 4.0);
    drag(&mut window, at, at + vec2(1.0, 0.0), Modifiers::NONE);
    window.key(Modifiers::NONE, Key::End);
    say(&mut window, "！");
    assert_eq!(two(&window).typed(true).unwrap().to_plain(), "水來到了村口！");
    assert_eq!(two(&window).source.to_plain(), "水到了村口。");
}

#[test]
fn in_columns_the_arrows_follow_the_columns() {
    let mut show = exhibition();
    let template = super::home().template("ink-story").unwrap().clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    Arc::make_mut(&mut show.templates).insert(reference.clone(), template.clone());
    Arc::make_mut(&mut show.boards[0]).template = reference;
    let is_vertical = |name: &str| template.slot(name).is_some_and(|slot| slot.vertical);
    assert!(is_vertical("title") || is_vertical("body"));
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    window.rest();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::Enter);
    window.key(ctrl(), Key::Home);
    let forward = if is_vertical("title") {
        Key::ArrowDown
    } else {
        Key::ArrowRight
    };
    window.key(Modifiers::NONE, forward);
    say(&mut window, "满");
    assert_eq!(title(&window), "水满到上坪村");
}
