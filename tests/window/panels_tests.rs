//! Panels of the board editor by label: history, tabs, swapped and found photos, credits, styles and templates.

use super::board_tests::{TITLE, Window, ctrl, exhibition, open, open_with, source, usual, with_photo};
use super::canvas_tests::drag;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::app::view::{Message, PhotoPlace};
use zhanban::base::{Consent, Digest, Lang, PhotoFacts, PhotoState};
use zhanban::media::Library;
use zhanban::model::*;

fn picture(shade: u8, size: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(size, size * 2 / 3, |x, y| {
        image::Rgb([shade, (x % 200) as u8, (y % 150) as u8])
    });
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode_image(&picture)
        .unwrap();
    bytes
}

fn menu(window: &mut Window, row: &str) {
    window.click("菜单");
    window.click(row);
}

#[test]
fn the_history_names_each_step_and_a_click_goes_there() {
    let mut window = usual();
    window.click(TITLE);
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.rest();
    window.key(ctrl(), Key::L);
    window.click("历史");
    window.click("历史 0 打开时");
    assert_eq!(window.slot("title").area, Area::Slot);
    assert!(window.has("历史 2 锁定"), "what was undone is still there to go to");
    window.click("历史 2 锁定");
    assert!(window.slot("title").is_locked && window.slot("title").area != Area::Slot);
    window.click("历史 1 移动");
    assert!(!window.slot("title").is_locked && window.slot("title").area != Area::Slot);
}

#[test]
fn boards_that_were_opened_stand_in_tabs() {
    let mut window = usual();
    assert!(!window.has("标签 水到上坪村"), "one board needs no tabs");
    let [first, second] = [0, 1].map(|at| window.show().order[at]);
    window.open_second();
    assert!(window.has("标签 水到上坪村") && window.has("标签 石桥还在"));
    let front = |window: &Window| window.harness.state().session().board.unwrap();
    window.key(ctrl(), Key::Tab);
    assert_eq!(front(&window), first);
    window.key(ctrl() | Modifiers::SHIFT, Key::Tab);
    assert_eq!(front(&window), second);
    let order = |window: &Window| window.harness.state().session().settings.tabs.clone();
    assert_eq!(order(&window), [first, second]);
    let [from, to] = ["标签 石桥还在", "标签 水到上坪村"].map(|tab| window.harness.get_by_label(tab).rect().center());
    drag(&mut window, from, to, Modifiers::NONE);
    assert_eq!(order(&window), [second, first]);
    window.click("关上 石桥还在");
    assert_eq!((order(&window), front(&window)), (vec![first], first));
    assert_eq!(window.show().boards.len(), 2, "the board stays");
}

/// Two photos in the first two places of the first board.
fn two_photos() -> (Window, [Digest; 2]) {
    let all = [("a.jpg", picture(20, 900)), ("b.jpg", picture(200, 600))];
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path());
    let facts = all
        .clone()
        .map(|(name, bytes)| library.add_bytes(name, &bytes).unwrap());
    let digests = facts.clone().map(|facts| facts.digest);
    let mut show = exhibition();
    let mut board = show.boards[0].clone();
    for (at, photo) in digests.iter().enumerate() {
        let shown = PhotoElement {
            photo: Some(*photo),
            caption: Some(TwoScript::new(zhanban::script::Script::Hans, ["甲图", "乙图"][at])),
            ..PhotoElement::default()
        };
        let slot = Some(SlotName(format!("photo.{}", at + 1)));
        let known = board.in_slot(&format!("photo.{}", at + 1)).map(|element| element.id);
        let element = Element::new(
            known.unwrap_or_else(ElementId::random),
            slot,
            format!("4{at}"),
            ElementKind::Photo(shown),
        );
        board = Arc::new(board.with_element(Arc::new(element)));
    }
    show.boards[0] = board;
    show.photos = Arc::new(facts.into_iter().map(|facts| (facts.digest, Arc::new(facts))).collect());
    let window = open_with(show, Lang::Hans, [1440.0, 900.0], |opened| {
        for (name, bytes) in &all {
            opened.project.library().add_bytes(name, bytes).unwrap();
        }
    });
    (window, digests)
}

fn photo(window: &Window, slot: &str) -> PhotoElement {
    match &window.slot(slot).kind {
        ElementKind::Photo(photo) => photo.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_photo_let_go_on_another_changes_places_with_it() {
    let (mut window, [a, b]) = two_photos();
    window.rest();
    let [from, to] = ["照片 1 甲图", "照片 2 乙图"].map(|label| window.harness.get_by_label(label).rect().center());
    drag(&mut window, from, to, Modifiers::NONE);
    assert_eq!(
        (photo(&window, "photo.1").photo, photo(&window, "photo.2").photo),
        (Some(b), Some(a))
    );
    let caption = photo(&window, "photo.2").caption.unwrap();
    assert_eq!(caption.source.to_plain(), "甲图", "the caption goes along");
    assert_eq!(window.slot("photo.1").area, Area::Slot, "both stand in their places");
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window, "photo.1").photo, Some(a), "one step");
}

#[test]
fn credit_and_consent_are_kept_with_the_photo() {
    let mut window = with_photo("河.jpg", &picture(80, 600));
    window.click(TITLE);
    let id = window.slot("photo.1").id;
    while window.chosen() != Some(id) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    window.rewrite("摄影", "余茂生");
    window.key(Modifiers::NONE, Key::Enter);
    window
        .harness
        .get_by_role_and_label(Role::ComboBox, "肖像同意、授权")
        .click();
    window.settle();
    window.click("同意");
    let credit = |show: &Exhibition| show.photos.values().next().unwrap().credit.clone();
    assert_eq!(credit(window.show()).author, "余茂生");
    assert_eq!(credit(window.show()).consent, Consent::Yes);
    window.rest();
    assert_eq!(credit(&window.saved_again()), credit(window.show()));
    // The same file comes in again and knows nothing of it.
    let bare = PhotoFacts {
        credit: Default::default(),
        ..PhotoFacts::clone(window.show().photos.values().next().unwrap())
    };
    assert!(window.harness.state_mut().execute(&Command::AddPhoto(Arc::new(bare))));
    assert_eq!(credit(window.show()).author, "余茂生");
}

fn until_idle(window: &mut Window) {
    window.wait("rest", |window| window.harness.state().is_idle());
}

#[test]
fn a_lost_photo_is_found_again_or_another_takes_its_place() {
    let right = picture(80, 600);
    let mut window = with_photo("河.jpg", &right);
    let lost = photo(&window, "photo.1").photo.unwrap();
    let mut facts = PhotoFacts::clone(&window.show().photos[&lost]);
    facts.state = PhotoState::Missing;
    assert!(window.harness.state_mut().execute(&Command::AddPhoto(Arc::new(facts))));
    window.click(TITLE);
    let id = window.slot("photo.1").id;
    while window.chosen() != Some(id) {
        window.key(Modifiers::NONE, Key::Tab);
    }
    assert!(window.has("找回文件…"));
    let folder = tempfile::tempdir().unwrap();
    let give = |window: &mut Window, name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let ctx = window.harness.ctx.clone();
        let drop = Message::Drop(vec![path], Some(PhotoPlace::Instead(lost)));
        window.harness.state_mut().obey(&ctx, drop);
        until_idle(window);
    };
    give(&mut window, "right.jpg", &right);
    assert_eq!(window.show().photos[&lost].state, PhotoState::Good);
    assert_eq!(photo(&window, "photo.1").photo, Some(lost));
    give(&mut window, "other.jpg", &picture(10, 500));
    let now = photo(&window, "photo.1").photo.unwrap();
    assert_ne!(now, lost);
    window.key(ctrl(), Key::Z);
    assert_eq!(photo(&window, "photo.1").photo, Some(lost));
}

#[test]
fn styles_of_the_template_change_for_all_its_boards_as_a_version_of_the_show() {
    let mut window = usual();
    let approved = window.show().order[1];
    let approve = Command::SetState {
        board: approved,
        state: BoardState::Approved,
    };
    assert!(window.harness.state_mut().execute(&approve));
    let before = window.board().template.clone();
    menu(&mut window, "版式样式…");
    window.rewrite("字号", "21");
    window.key(Modifiers::NONE, Key::Enter);
    window.click("好");
    let now = window.board().template.clone();
    assert!(now != before && now.name.starts_with("own-"));
    let template = window.show().template_of(&window.board()).unwrap().clone();
    assert_eq!(template.styles[&StyleName("body".into())].em, 21.0);
    assert_eq!(
        window.show().board(approved).unwrap().template,
        before,
        "approved boards stay"
    );
    assert_eq!(window.show().own_templates().len(), 1);
    menu(&mut window, "版式样式…");
    window.rewrite("字号", "22");
    window.key(Modifiers::NONE, Key::Enter);
    window.click("好");
    let newest = window.show().own_templates();
    assert_eq!((newest.len(), newest[0].edition), (1, 2));
    assert_eq!(window.board().template.name, now.name);
    window.key(ctrl(), Key::Z);
    window.key(ctrl(), Key::Z);
    assert_eq!(window.board().template, before);
    assert_eq!(invariants(window.show()), Vec::<String>::new());
}

#[test]
fn a_board_becomes_a_template_whose_rules_hold_on_new_boards() {
    let mut window = usual();
    menu(&mut window, "存为版式…");
    window.rewrite("简体名称", "镇里的版式");
    window.rewrite("繁体名称", "鎮裡的版式");
    window.click("锁位置 标题");
    window.click("必须改 标题");
    window.click("锁内容 正文");
    window.harness.get_by_role_and_label(Role::Button, "存为版式").click();
    window.settle();
    let own = window.show().own_templates();
    assert_eq!(own.len(), 1);
    assert!(own[0].slot("title").unwrap().rules.fixed_place);
    window.key(ctrl(), Key::N);
    window.wait("镇里的版式", |window| {
        let mut cards = window.harness.query_all_by_label("镇里的版式");
        cards.any(|node| node.accesskit_node().role() == Role::RadioButton)
    });
    super::still(&mut window.harness, |harness| {
        harness.get_by_role_and_label(Role::RadioButton, "镇里的版式").rect()
    });
    window
        .harness
        .get_by_role_and_label(Role::RadioButton, "镇里的版式")
        .click();
    window.settle();
    window.click("建好，开始编辑");
    assert_eq!(window.show().boards.len(), 3);
    let board = window.board();
    assert_eq!(board.template.name, own[0].name);
    assert!(
        source(board.in_slot("body").unwrap()).starts_with("他姓后"),
        "fixed content is there"
    );
    assert_eq!(window.show().unchanged(&board), [board.in_slot("title").unwrap().id]);
    let board_id = board.id;
    let mut refused = |command: Command| !window.harness.state_mut().execute(&command);
    let move_title = Command::SetArea {
        board: board_id,
        element: board.in_slot("title").unwrap().id,
        area: Area::ByHand {
            rect: zhanban::geom::rect(10.0, 10.0, 100.0, 50.0),
            angle: 0.0,
        },
    };
    assert!(refused(move_title));
    let body = board.in_slot("body").unwrap();
    let rewrite = Command::SetKind {
        board: board_id,
        element: body.id,
        kind: ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(zhanban::script::Script::Hans, "别的"),
        }),
    };
    assert!(refused(rewrite));
    window.rest();
    let again = window.saved_again();
    assert_eq!(again.own_templates(), window.show().own_templates());
    let known: BTreeMap<_, _> = again.templates.iter().collect();
    assert!(known.contains_key(&board.template));
    assert_eq!(invariants(window.show()), Vec::<String>::new());
    drop(open(again, Lang::Hant, [1120.0, 640.0]));
}
