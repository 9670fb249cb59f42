//! The text panel: find and replace, clean up, settle characters, the word list.

use super::shell_tests::{Window, ctrl, open};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use zhanban::app::session::{ThemeChoice, Workspace};
use zhanban::base::Lang;
use zhanban::model::*;
use zhanban::script::WordPair;

fn with_panel() -> Window {
    let mut window = open(Workspace::Overview, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl(), Key::H);
    window
}

fn write(window: &mut Window, label: &str, text: &str) {
    window.harness.get_by_label(label).focus();
    window.settle();
    window.harness.get_by_label(label).type_text(text);
    window.settle();
}

/// The bodies of all boards in display sequence.
fn bodies(window: &Window) -> Vec<String> {
    let of = |board: &std::sync::Arc<Board>| board.in_slot("body").unwrap().texts()[0].source.to_plain();
    window.show().in_order().into_iter().map(of).collect()
}

/// The body of the first board set to a text.
fn set_body(window: &mut Window, text: &str) {
    let board = window.show().in_order()[0].clone();
    let element = board.in_slot("body").unwrap();
    let ElementKind::Text(body) = &element.kind else {
        panic!("a text")
    };
    let kind = ElementKind::Text(TextElement {
        text: TwoScript::new(body.text.authored, text),
        ..body.clone()
    });
    let command = Command::SetKind {
        board: board.id,
        element: element.id,
        kind,
    };
    assert!(window.harness.state_mut().execute(&command));
    window.settle();
}

#[test]
fn a_word_is_replaced_on_all_boards_in_one_step_but_not_on_approved_ones_unasked() {
    let mut window = with_panel();
    write(&mut window, "查找文字", "石板路");
    assert!(window.has("3 处，在 3 块展板上"));
    write(&mut window, "替换成", "青石路");
    // The third board is approved: it is listed and not ticked.
    window.click("改 2 处");
    let changed: Vec<bool> = bodies(&window).iter().map(|body| body.contains("青石路")).collect();
    assert_eq!(changed, [true, true, false]);
    assert!(window.has("1 处，在 1 块展板上"));
    window.key(ctrl(), Key::Z);
    assert!(bodies(&window).iter().all(|body| body.contains("石板路")));
}

#[test]
fn traditional_typed_finds_simplified_and_what_replaces_it_takes_the_script_of_the_text() {
    let mut window = with_panel();
    write(&mut window, "查找文字", "橋頭");
    write(&mut window, "替换成", "渡頭");
    window.click("改 2 处");
    assert!(bodies(&window)[0].ends_with("修到了渡头。"));
}

#[test]
fn slips_are_listed_by_kind_and_mended() {
    let mut window = with_panel();
    set_body(&mut window, "修 渠,种树；实行实行新办法");
    window.click("清理");
    assert!(window.has("标点 1") && window.has("空格 1") && window.has("重复 1"));
    window.click("改 2 处");
    assert_eq!(bodies(&window)[0], "修渠，种树；实行实行新办法");
    window.key(ctrl(), Key::Z);
    assert_eq!(bodies(&window)[0], "修 渠,种树；实行实行新办法");
}

#[test]
fn a_word_joins_the_list_and_leaves_it() {
    let mut window = with_panel();
    window.click("词表");
    write(&mut window, "简体", "里村");
    write(&mut window, "繁体", "里村");
    window.click("加入");
    let pair = WordPair {
        hans: "里村".into(),
        hant: "里村".into(),
    };
    assert_eq!(window.show().words.pairs, [pair]);
    window.click("删除");
    assert!(window.show().words.pairs.is_empty());
    window.key(ctrl(), Key::Z);
    assert_eq!(window.show().words.pairs.len(), 1);
}

#[test]
fn characters_alike_are_settled_together_or_go_to_the_word_list() {
    let mut window = with_panel();
    // The first board shows Traditional: what it has of one-to-many characters is open.
    let board = window.show().in_order()[0].id;
    set_body(&mut window, "他姓后，她也姓后");
    let command = Command::SetScript {
        board,
        script: zhanban::script::Script::Hant,
    };
    assert!(window.harness.state_mut().execute(&command));
    window.settle();
    window.click("多义字");
    assert!(window.has_part("后 1 · QH001"));
    let to_words = window
        .harness
        .get_all_by_label("加入词表，以后都这样写")
        .next()
        .unwrap();
    to_words.click();
    window.settle();
    assert!(window.has("加入"));
    window.click("多义字");
    let choice = window.harness.get_all_by_label("用 后").next().unwrap();
    choice.click();
    window.settle();
    let picks = |window: &Window| {
        let board = window.show().in_order()[0].clone();
        let element = board.in_slot("body").unwrap().clone();
        element.texts()[0].source.paras[0].picks().len()
    };
    let settled = picks(&window);
    assert!(settled > 0);
    window.key(ctrl(), Key::Z);
    assert_eq!(picks(&window), 0);
}

#[test]
fn the_panel_opens_and_shuts_in_every_language() {
    for lang in Lang::ALL {
        let mut window = open(Workspace::Print, lang, ThemeChoice::Dark);
        window.key(ctrl(), Key::H);
        for tab in [
            ["清理", "清理", "Clean up"],
            ["多义字", "多義字", "Characters"],
            ["词表", "詞表", "Words"],
            ["查找替换", "尋找取代", "Find"],
        ] {
            window.click(lang.of(tab));
        }
        window.click(lang.of(["关闭", "關閉", "Close"]));
        assert!(!window.has(lang.of(["替换成", "取代為", "Replace by"])));
        window.key(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_style_of_the_template_goes_to_the_chosen_text() {
    let mut window = open(Workspace::Board, Lang::Hans, ThemeChoice::Light);
    window.key(ctrl(), Key::H);
    window.click("样式");
    let board = window.harness.state().session().board.unwrap();
    let title = window.show().board(board).unwrap().in_slot("title").unwrap().id;
    // Nothing is chosen yet: the style leads to where it is used.
    let row = |window: &mut Window, label: &str| {
        let role = egui::accesskit::Role::ListItem;
        window.harness.get_by_role_and_label(role, label).click_accesskit();
        window.settle();
    };
    row(&mut window, "标题");
    assert_eq!(window.harness.state().session().element, Some(title));
    row(&mut window, "导语");
    let style = |window: &Window| match &window.show().board(board).unwrap().element(title).unwrap().kind {
        ElementKind::Text(text) => text.style.clone(),
        _ => None,
    };
    assert_eq!(style(&window), Some(StyleName("lead".into())));
    window.key(ctrl(), Key::Z);
    assert_eq!(style(&window), None);
}
