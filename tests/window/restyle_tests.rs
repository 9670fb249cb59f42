//! Another template, a newer version of one, another arrangement of the photos: by label, each taken back in one step.

use super::board_tests::{Window, ctrl, exhibition, open};
use super::home;
use egui::{Key, Modifiers};
use std::sync::Arc;
use zhanban::app::Ask;
use zhanban::app::view::Message;
use zhanban::base::Lang;
use zhanban::model::*;

fn usual() -> Window {
    open(exhibition(), Lang::Hans, [1440.0, 900.0])
}

fn ask(window: &mut Window, ask: Ask) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Ask(ask));
    window.settle();
}

fn texts(board: &Board) -> Vec<String> {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    let mut texts: Vec<String> = texts
        .map(|text| text.source.to_plain())
        .filter(|text| !text.is_empty())
        .collect();
    texts.sort();
    texts
}

#[test]
fn restyle_a_board_is_seen_on_other_templates_and_takes_one() {
    let mut window = usual();
    let before = window.board();
    window.key(ctrl() | Modifiers::SHIFT, Key::M);
    assert!(window.has("换一个版式"));
    window.click("水墨 · 故事板");
    window.click("换成这个版式");
    let after = window.board();
    assert_eq!((after.id, after.template.name.as_str()), (before.id, "ink-story"));
    assert_eq!(texts(&after), texts(&before));
    assert_eq!(after.template.version, home().template("ink-story").unwrap().version());
    window.key(ctrl(), Key::Z);
    assert_eq!(*window.board(), *before);
}

#[test]
fn restyle_another_size_shows_other_templates() {
    let mut window = usual();
    window.key(ctrl() | Modifiers::SHIFT, Key::M);
    assert!(!window.has("清新 · 前后对比"));
    window.click("120 × 90 cm");
    window.click("清新 · 前后对比");
    window.click("换成这个版式");
    let board = window.board();
    assert_eq!((board.size.w, board.size.h), (1200.0, 900.0));
    assert_eq!(board.template.name, "green-before-after");
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("换一个版式"));
}

#[test]
fn restyle_boards_follow_a_template_that_has_changed_in_one_step() {
    let mut show = exhibition();
    let mut older = Template::clone(home().template("red-story").unwrap());
    older.english = "Older".into();
    let reference = TemplateRef {
        name: older.name.clone(),
        version: older.version(),
    };
    show.templates = Arc::new([(reference.clone(), Arc::new(older))].into());
    for board in &mut show.boards {
        Arc::make_mut(board).template = reference.clone();
    }
    let settled = show.boards[1].id;
    show.states = Arc::new([(settled, BoardState::Approved)].into());
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    ask(&mut window, Ask::Versions);
    assert!(window.has("更新版式"));
    assert!(window.has("更新 1 块"), "what is approved stays unless it is ticked");
    window.click("QH002　石桥还在");
    window.click("更新 2 块");
    let newest = home().template("red-story").unwrap().version();
    let versions = |window: &Window| -> Vec<_> { window.show().boards.iter().map(|b| b.template.version).collect() };
    assert_eq!(versions(&window), [newest; 2]);
    window.key(ctrl(), Key::Z);
    assert_eq!(versions(&window), [reference.version; 2]);
    window.key(ctrl() | Modifiers::SHIFT, Key::Z);
    ask(&mut window, Ask::Versions);
    assert!(window.has("所有展板用的都是最新的版式。"));
}

#[test]
fn restyle_photos_take_another_arrangement_and_another_order() {
    let mut show = exhibition();
    for (index, name) in ["photo.2", "photo.3", "photo.4"].into_iter().enumerate() {
        let board = Arc::make_mut(&mut show.boards[0]);
        let photo = Element::clone(board.in_slot("photo.1").unwrap());
        let caption = TwoScript::new(zhanban::script::Script::Hans, &format!("第{}张", index + 2));
        let ElementKind::Photo(kind) = photo.kind.clone() else {
            panic!("a photo");
        };
        let photo = Element {
            id: ElementId::random(),
            slot: Some(SlotName(name.into())),
            is_locked: name == "photo.4",
            kind: ElementKind::Photo(PhotoElement {
                caption: Some(caption),
                ..kind
            }),
            ..photo
        };
        *board = board.with_element(Arc::new(photo));
    }
    let mut window = open(show, Lang::Hans, [1440.0, 900.0]);
    let before = window.board();
    window.key(ctrl() | Modifiers::SHIFT, Key::R);
    assert_eq!(window.board().arrangement, 1);
    window.key(ctrl(), Key::Z);
    assert_eq!(*window.board(), *before);
    let ctx = window.harness.ctx.clone();
    let shuffle = Message::Act(zhanban::app::actions::Action::Shuffle);
    window.harness.state_mut().obey(&ctx, shuffle);
    window.settle();
    let after = window.board();
    assert_eq!(texts(&after), texts(&before));
    assert_ne!(*after, *before);
    assert_eq!(
        after.in_slot("photo.4"),
        before.in_slot("photo.4"),
        "a locked one stays"
    );
    window.key(ctrl(), Key::Z);
    assert_eq!(*window.board(), *before);
}

#[test]
fn restyle_what_a_template_has_no_place_for_waits_and_is_put_on_the_board() {
    let mut window = usual();
    let board = window.board();
    let quote = Element {
        id: ElementId::random(),
        slot: Some(SlotName("change.1".into())),
        z: board.front_z(),
        kind: ElementKind::Change(ChangeElement {
            label: TwoScript::new(zhanban::script::Script::Hans, "亩产"),
            from: TwoScript::new(zhanban::script::Script::Hans, "三百斤"),
            to: TwoScript::new(zhanban::script::Script::Hans, "五百斤"),
        }),
        ..Element::clone(board.in_slot("title").unwrap())
    };
    let id = quote.id;
    let add = Command::AddElement {
        board: board.id,
        element: Arc::new(quote),
    };
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Do(add));
    window.harness.state_mut().obey(&ctx, Message::GoTo(board.id, Some(id)));
    window.settle();
    window.click("放到板上");
    let element = window.board().element(id).unwrap().clone();
    assert!(matches!(element.area, Area::ByHand { .. }));
    assert!(!window.has("放到板上"));
    window.key(ctrl(), Key::Z);
    assert_eq!(window.board().element(id).unwrap().area, Area::Slot);
}
