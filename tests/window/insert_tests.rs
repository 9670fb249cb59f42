//! Contents put on the board by hand: written where they stand, tables by cell and by paste, the bar beside the chosen.

use super::board_tests::{TITLE, Window, ctrl, open, usual, with};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;
use zhanban::base::Lang;
use zhanban::model::*;
use zhanban::script::Script;

fn insert(window: &mut Window, what: &str) -> ElementId {
    window.rest();
    window.click("插入");
    window.click(what);
    window.settle();
    window.chosen().unwrap()
}

fn say(window: &mut Window, text: &str) {
    window.harness.event(Event::Text(text.into()));
    window.settle();
}

fn kind(window: &Window, id: ElementId) -> ElementKind {
    window.board().element(id).unwrap().kind.clone()
}

fn number(window: &Window, id: ElementId) -> (String, String, String) {
    let ElementKind::Number(number) = kind(window, id) else {
        panic!("it is a number")
    };
    let plain = |text: &TwoScript| text.source.to_plain();
    (number.value.clone(), plain(&number.unit), plain(&number.label))
}

#[test]
fn a_number_is_written_where_it_stands_figure_unit_and_label() {
    let mut window = usual();
    let before = window.board();
    let id = insert(&mut window, "插入大数字");
    say(&mut window, "1350");
    assert_eq!(number(&window, id).0, "1350");
    window.key(Modifiers::NONE, Key::Tab);
    say(&mut window, "亩");
    window.key(Modifiers::NONE, Key::Tab);
    say(&mut window, "新增水田");
    let three = ("1350".to_string(), "亩".to_string(), "新增水田".to_string());
    assert_eq!(number(&window, id), three);
    // The figure beside its unit is written in by itself.
    window.key(Modifiers::SHIFT, Key::Tab);
    window.key(Modifiers::SHIFT, Key::Tab);
    say(&mut window, "1400");
    assert_eq!(number(&window, id).0, "1400");
    window.key(Modifiers::NONE, Key::Escape);
    window.rest();
    let saved = window.saved_again();
    assert_eq!(
        saved.board(window.board().id).unwrap().element(id).unwrap().kind,
        kind(&window, id)
    );
    for _ in 0..5 {
        window.key(ctrl(), Key::Z);
    }
    assert_eq!(window.board(), before);
}

#[test]
fn a_double_click_on_a_figure_opens_the_figure_and_not_its_unit() {
    let two = |text: &str| TwoScript::new(Script::Hans, text);
    let mut window = with(ElementKind::Number(NumberElement {
        value: "1350".into(),
        unit: two("亩"),
        label: two("新增水田"),
        bar: None,
    }));
    window.rest();
    let id = window.board().elements.last().unwrap().id;
    window.click("大数字 1350亩");
    window.key(Modifiers::NONE, Key::Enter);
    window.key(ctrl(), Key::End);
    say(&mut window, "0");
    assert_eq!(number(&window, id), ("13500".into(), "亩".into(), "新增水田".into()));
}

#[test]
fn a_quote_is_written_inside_the_marks_it_is_given() {
    let mut window = usual();
    let id = insert(&mut window, "插入引语");
    say(&mut window, "水来了");
    window.key(Modifiers::NONE, Key::Backspace);
    say(&mut window, "到了");
    let ElementKind::Quote(quote) = kind(&window, id) else {
        panic!("it is a quote")
    };
    assert_eq!(
        quote.text.source.to_plain(),
        "水来到了",
        "the marks around it are not its own"
    );
    window.key(Modifiers::NONE, Key::Tab);
    say(&mut window, "范有田");
    let ElementKind::Quote(quote) = kind(&window, id) else {
        panic!("it is a quote")
    };
    assert_eq!(quote.speaker.source.to_plain(), "范有田");
}

#[test]
fn a_comparison_is_written_part_by_part() {
    let mut window = usual();
    let id = insert(&mut window, "插入前后对比");
    for (at, words) in ["亩产", "320 公斤", "400 公斤"].into_iter().enumerate() {
        if at > 0 {
            window.key(Modifiers::NONE, Key::Tab);
        }
        say(&mut window, words);
    }
    let ElementKind::Change(change) = kind(&window, id) else {
        panic!("it is a comparison")
    };
    let parts = [&change.label, &change.from, &change.to].map(|text| text.source.to_plain());
    assert_eq!(parts, ["亩产", "320 公斤", "400 公斤"]);
}

#[test]
fn every_content_is_inserted_found_by_name_and_undone() {
    for (what, name) in [
        ("插入大数字", "大数字"),
        ("插入引语", "引语"),
        ("插入二维码", "二维码"),
        ("插入表格", "表格"),
        ("插入步骤", "步骤"),
        ("插入前后对比", "前后对比"),
    ] {
        let mut window = usual();
        let before = window.board();
        let id = insert(&mut window, what);
        assert!(window.has(name), "{what}: the inspector shows it");
        assert!(window.board().element(id).is_some());
        window.key(Modifiers::NONE, Key::Escape);
        window.key(Modifiers::NONE, Key::Escape);
        window.key(ctrl(), Key::Z);
        assert_eq!(window.board(), before, "{what}");
    }
}

#[test]
fn a_code_gets_its_address_at_once() {
    let mut window = usual();
    let id = insert(&mut window, "插入二维码");
    say(&mut window, "https://example.org/qinghe");
    window.key(Modifiers::NONE, Key::Enter);
    let ElementKind::Qr(code) = kind(&window, id) else {
        panic!("it is a code")
    };
    assert_eq!(code.content, "https://example.org/qinghe");
}

fn cells(window: &Window, id: ElementId) -> Vec<Vec<String>> {
    let ElementKind::Table(table) = kind(window, id) else {
        panic!("it is a table")
    };
    let line = |line: &Vec<TwoScript>| line.iter().map(|cell| cell.source.to_plain()).collect();
    [&table.head].into_iter().chain(&table.rows).map(line).collect()
}

#[test]
fn a_table_grows_by_rows_and_columns_and_takes_what_a_spreadsheet_copies() {
    let mut window = open(super::board_tests::exhibition(), Lang::Hans, [1440.0, 1600.0]);
    let id = insert(&mut window, "插入表格");
    say(&mut window, "村");
    window.key(Modifiers::NONE, Key::Tab);
    say(&mut window, "户");
    window.key(Modifiers::NONE, Key::Escape);
    window.rest();
    assert_eq!(cells(&window, id)[0], ["村", "户", ""]);
    window.click("第 1 行第 2 列");
    window
        .harness
        .event(Event::Paste("120\t35\n98\t21\n77\t12\n60\t9\n".into()));
    window.rest();
    let all = cells(&window, id);
    assert_eq!(all.len(), 5, "four rows under the head");
    assert_eq!(all[1], ["", "120", "35"]);
    assert_eq!(all[4], ["", "60", "9"]);
    window.click("第 2 行第 1 列");
    window.click("上面加一行");
    assert_eq!(cells(&window, id)[2], ["", "", ""]);
    window.click("删除这一行");
    window.click("右边加一列");
    assert_eq!(cells(&window, id)[1], ["", "", "120", "35"]);
    window.click("删除这一列");
    window.click("首行是表头");
    let ElementKind::Table(table) = kind(&window, id) else {
        panic!("it is a table")
    };
    assert!(!table.has_head() && table.lines() == 5);
    let saved = window.saved_again();
    assert_eq!(
        saved.board(window.board().id).unwrap().element(id).unwrap().kind,
        kind(&window, id)
    );
}

#[test]
fn cells_pasted_on_the_canvas_become_a_table() {
    let mut window = usual();
    window.rest();
    window.click(TITLE);
    window.harness.event(Event::Paste("村\t户\n上坪\t120\n下坪\t98".into()));
    window.settle();
    let id = window.chosen().unwrap();
    assert_eq!(cells(&window, id), [["村", "户"], ["上坪", "120"], ["下坪", "98"]]);
    // In a cell on the board they go on from there.
    window.key(Modifiers::NONE, Key::Enter);
    window.key(Modifiers::NONE, Key::Tab);
    window.harness.event(Event::Paste("人\t亩\n300\t90".into()));
    window.settle();
    assert_eq!(
        cells(&window, id),
        [["村", "人", "亩"], ["上坪", "300", "90"], ["下坪", "98", ""]]
    );
}

#[test]
fn the_bar_beside_the_chosen_does_what_it_says_and_stays_out_of_the_way() {
    let mut window = usual();
    window.rest();
    assert!(!window.has("再来一个"), "nothing is chosen");
    window.click(TITLE);
    assert!(window.has("对齐与分布"));
    window.click("再来一个");
    assert_eq!(window.board().elements.len(), 4);
    window.click("对齐与分布");
    // The inspector has the same button; the menu's is the later one.
    window.harness.get_all_by_label("左对齐").last().unwrap().click();
    window.settle();
    let id = window.chosen().unwrap();
    let Area::ByHand { rect, .. } = window.board().element(id).unwrap().area else {
        panic!("it was placed by hand")
    };
    assert_eq!(rect.x, 10.0, "at the safe area's edge");
    window.click("改文字");
    assert!(!window.has("再来一个"), "while a text is written there is no bar");
    window.key(Modifiers::NONE, Key::Escape);
    window.click("删除这一样");
    assert_eq!(window.board().elements.len(), 3);
    assert!(window.harness.query_by_label("再来一个").is_none());
}
