//! Handing in and bringing in, the bin, due dates and several rows of the ledger, by label.

use super::shell_tests::{Window, ctrl, exhibition, open};
use super::{home, saved};
use egui_kittest::kittest::Queryable;
use zhanban::app::session::{Settings, ThemeChoice, Workspace};
use zhanban::app::{Shell, theme};
use zhanban::base::{Day, Lang, Progress};
use zhanban::model::*;

fn overview() -> Window {
    open(Workspace::Overview, Lang::Hans, ThemeChoice::Light)
}

/// Until this label is there: a job is under way.
fn wait_for(window: &mut Window, part: &str) {
    super::until(part, || {
        window.settle();
        window.has_part(part)
    });
}

#[test]
fn a_deleted_board_waits_in_the_bin_and_goes_back_to_its_place() {
    let mut window = overview();
    let before = window.show().clone();
    window.key(ctrl(), egui::Key::Backspace);
    window.click("删除");
    assert_eq!((window.show().order.len(), window.show().bin.len()), (2, 1));
    window.click("回收站");
    assert!(window.has("QH001　水到上坪村"));
    window.click("放回原处 QH001");
    assert_eq!(window.show().order, before.order);
    let state = |show: &Exhibition| before.order.iter().map(|id| show.state(*id)).collect::<Vec<_>>();
    assert_eq!(state(window.show()), state(&before));
    assert!(window.show().bin.is_empty());

    window.key(ctrl(), egui::Key::Z);
    window.click("清空回收站…");
    assert_eq!(window.show().bin.len(), 1, "nothing goes before the answer");
    window.click("彻底删除");
    assert!(window.show().bin.is_empty() && window.show().order.len() == 2);
}

#[test]
fn a_due_day_is_typed_and_who_is_late_is_marked() {
    let mut window = overview();
    window.harness.get_all_by_label("单位").next().unwrap().click();
    window.settle();
    window.retype("交稿日期 1", "2026年1月5日");
    let unit = window.show().committees[0].id;
    assert_eq!(window.show().show.due.get(&unit).copied(), Day::parse("2026-01-05"));
    assert!(window.has("迟交 1"), "one of the unit's boards is a draft");
    window.retype("交稿日期 1", "明天");
    assert_eq!(window.show().show.due.len(), 1, "what is no day changes nothing");
    window.key(ctrl(), egui::Key::Z);
    assert!(window.show().show.due.is_empty());
}

#[test]
fn several_rows_of_the_ledger_change_their_state_in_one_step() {
    let mut window = overview();
    window.click("台账");
    window.key(ctrl(), egui::Key::A);
    assert!(window.has("选了 3 块"));
    window.click("改为…");
    window.click("改为 退回修改　1 块");
    assert_eq!(window.show().state(window.show().order[2]), BoardState::Returned);
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().state(window.show().order[2]), BoardState::Approved);
    // A number of the matrix filters the ledger where it stands.
    window.click("取消选择");
    window.click("柳溪镇 待审 1");
    assert!(window.has_part("002 石桥还在") && !window.has_part("003 湖的一天"));
}

#[test]
fn a_pack_dropped_on_the_window_is_looked_at_and_brought_in_in_one_step() {
    // Another desk with the same show: one title changed there, another here.
    let base = exhibition();
    let (desk, there) = saved(base.clone());
    let retitled = |show: &Exhibition, at: usize, element: usize, text: &str| {
        let board = &show.boards[at];
        let mut new = Element::clone(&board.elements[element]);
        let ElementKind::Text(words) = &mut new.kind else {
            panic!()
        };
        words.text.source = RichText::plain(text);
        let (board, element, kind) = (board.id, new.id, new.kind);
        Command::SetKind { board, element, kind }.apply(show).unwrap()
    };
    let theirs = retitled(&base, 0, 0, "那边的题目");
    desk.project.checkpoint(&theirs, "work").unwrap();
    let pack = there.path().join("交稿.zbpack");
    let library = desk.project.library();
    zhanban::store::pack(
        &theirs,
        None,
        desk.project.folder(),
        &library,
        &pack,
        &Progress::default(),
    )
    .unwrap();

    let (mut opened, folder) = saved(base.clone());
    opened.exhibition = retitled(&base, 0, 0, "这边的题目");
    opened.project.checkpoint(&opened.exhibition, "work").unwrap();
    let settings = Settings {
        lang: Lang::Hans,
        workspace: Workspace::Overview,
        theme: ThemeChoice::Light,
        ..Settings::default()
    };
    let fonts = home().fonts.clone();
    let harness = egui_kittest::Harness::builder()
        .with_size([1440.0, 900.0])
        .with_context_setup(move |ctx| theme::install(ctx, &fonts))
        .build_ui_state(
            |ui, shell: &mut Shell| shell.frame(ui),
            Shell::on(home(), opened, settings),
        );
    let mut window = Window::of(harness, folder);
    window.settle();
    let ctx = window.harness.ctx.clone();
    let dropped = zhanban::app::view::Message::Drop(vec![pack], None);
    window.harness.state_mut().obey(&ctx, dropped);
    window.settle();
    assert!(window.has("这是一个展板包"));
    window.click("收进现在的展览");
    wait_for(&mut window, "从“交稿.zbpack”收进来");
    assert!(window.has("两边都改过") && window.has_part("那边 那边的题目"));
    assert_eq!(
        window.show().boards[0].title(),
        "这边的题目",
        "nothing goes in before the answer"
    );
    super::still(&mut window.harness, |harness| {
        harness.get_by_label_contains("那边 那边的题目").rect()
    });
    window.harness.get_by_label_contains("那边 那边的题目").click();
    window.settle();
    window.click("收进来");
    super::until("the other title", || {
        window.settle();
        window.show().boards[0].title() == "那边的题目"
    });
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(window.show().boards[0].title(), "这边的题目");
}
