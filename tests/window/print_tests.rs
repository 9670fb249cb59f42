//! The print workspace: mends, reasons, strictness, what went out, registers.

use super::shell_tests::{Window, ctrl, exhibition, open_show};
use egui_kittest::kittest::Queryable as _;
use std::time::{Duration, Instant};
use zhanban::app::Ask;
use zhanban::app::paper_work::{PaperKind, Parcel};
use zhanban::app::session::Workspace;
use zhanban::app::tasks::{Export, Work};
use zhanban::app::view::Message;
use zhanban::base::Lang;
use zhanban::base::say::RuleSay;
use zhanban::model::*;
use zhanban::script::Script;

/// The show of three boards with this text on the first.
fn with_text(words: &str) -> Exhibition {
    let mut document = Document::new(exhibition());
    let board = document.exhibition().boards[0].clone();
    let element = board.in_slot("body").unwrap().id;
    let kind = ElementKind::Text(TextElement {
        style: None,
        text: TwoScript::new(Script::Hans, words),
    });
    let board = board.id;
    document.execute(&Command::SetKind { board, element, kind }).unwrap();
    document.exhibition().clone()
}

fn wait_for(window: &mut Window, part: &str) {
    let start = Instant::now();
    while !window.has_part(part) {
        assert!(start.elapsed() < Duration::from_secs(60), "{part} does not come");
        std::thread::sleep(Duration::from_millis(30));
        window.settle();
    }
}

/// Rows that are scrolled out of sight have no label: here all are in sight.
fn tall(window: &mut Window) {
    window.harness.set_size(egui::vec2(1440.0, 2600.0));
    window.settle();
}

fn words_of(window: &Window) -> String {
    window.show().boards[0].in_slot("body").unwrap().texts()[0]
        .source
        .to_plain()
}

#[test]
fn a_finding_with_one_mend_is_mended_where_it_is_told() {
    for (lang, mend) in [(Lang::Hans, "改好"), (Lang::Hant, "改好"), (Lang::En, "Mend")] {
        let mut window = open_show(with_text("水来了，我们的的渠。"), Workspace::Print, lang);
        tall(&mut window);
        let start = Instant::now();
        while !window.has(mend) {
            assert!(start.elapsed() < Duration::from_secs(60), "{mend} does not come");
            std::thread::sleep(Duration::from_millis(30));
            window.settle();
        }
        window.click(mend);
        assert_eq!(words_of(&window), "水来了，我们的渠。");
        window.key(ctrl(), egui::Key::Z);
        assert_eq!(words_of(&window), "水来了，我们的的渠。");
    }
}

#[test]
fn a_warning_takes_a_reason_that_is_saved_with_the_show() {
    let mut window = open_show(with_text("他说：“好。"), Workspace::Print, Lang::Hans);
    tall(&mut window);
    wait_for(&mut window, "只有一半");
    let say = RuleSay::BracketOpen {
        mark: '“',
        text: "“好。".into(),
    };
    let finding = Lang::Hans.of(say.texts());
    let field = format!("照此付印的理由 · {finding}");
    // Its board is the first and stands beside the list already.
    window.retype(&field, "原文如此");
    let book = &window.show().show.print;
    assert_eq!(book.reasons.len(), 1);
    assert_eq!(
        (book.reasons[0].rule.as_str(), book.reasons[0].why.as_str()),
        ("brackets", "原文如此")
    );
    window.key(ctrl(), egui::Key::Z);
    assert!(window.show().show.print.reasons.is_empty());
}

#[test]
fn rules_are_made_stricter_or_put_off_in_a_form() {
    let mut window = open_show(with_text("水来了,好。"), Workspace::Print, Lang::Hans);
    wait_for(&mut window, "半角标点");
    window.click("检查项…");
    // The fifth rule of the list: 半角标点.
    let off = window.harness.get_all_by_label("不查").nth(4).unwrap();
    off.click();
    window.settle();
    assert_eq!(window.show().show.print.levels.get("half-width"), Some(&Level::Off));
    window.click("好");
    window.key(ctrl(), egui::Key::Z);
    assert!(window.show().show.print.levels.is_empty());
}

#[test]
fn a_hand_over_waits_for_reasons_and_is_known_to_the_show_then() {
    let mut window = open_show(exhibition(), Workspace::Print, Lang::Hans);
    let folder = tempfile::tempdir().unwrap();
    let boards = window.show().order.to_vec();
    let parcel = Parcel::default();
    let start = |window: &mut Window| {
        let work = Work::Export(
            Export::Handover(boards.clone(), parcel.clone()),
            folder.path().to_path_buf(),
        );
        let ctx = window.harness.ctx.clone();
        window.harness.state_mut().obey(&ctx, Message::Start(work));
        window.settle();
    };
    start(&mut window);
    // Its boards lack what their template needs: warnings that nobody has given a reason for.
    wait_for(&mut window, "没人写理由");
    assert_eq!(
        std::fs::read_dir(folder.path()).unwrap().count(),
        0,
        "nothing is left behind"
    );
    // With a reason for each, it goes out, and the show knows what went where.
    let ctx = window.harness.ctx.clone();
    let findings = open_findings(&window);
    let book = findings.iter().fold(window.show().show.print.clone(), |book, finding| {
        book.with_reason(finding, "样张", "2026-11-28")
    });
    window
        .harness
        .state_mut()
        .obey(&ctx, Message::Do(Command::SetPrint(book)));
    window.settle();
    start(&mut window);
    let begin = Instant::now();
    while window.show().show.print.sent.is_empty() {
        assert!(begin.elapsed() < Duration::from_secs(60), "it does not go out");
        std::thread::sleep(Duration::from_millis(30));
        window.settle();
    }
    assert_eq!(window.show().show.print.sent.len(), 1);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// Starts this hand-over and waits until the show knows of so many.
fn hand_over(window: &mut Window, parcel: &Parcel, folder: &std::path::Path, wanted: usize) {
    let boards = window.show().order.to_vec();
    let work = Work::Export(Export::Handover(boards, parcel.clone()), folder.to_path_buf());
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Start(work));
    let begin = Instant::now();
    while window.show().show.print.sent.len() < wanted {
        assert!(begin.elapsed() < Duration::from_secs(60), "it does not go out");
        std::thread::sleep(Duration::from_millis(30));
        window.settle();
    }
}

#[test]
fn only_what_changed_since_a_hand_over_goes_out_and_a_zip_lies_beside_it() {
    let mut document = Document::new(exhibition());
    let book = document.exhibition().show.print.clone();
    // Nobody waits for reasons here.
    let off = zhanban::base::say::RULES
        .iter()
        .fold(book, |book, rule| book.with_level(rule.name, Some(Level::Off)));
    document.execute(&Command::SetPrint(off)).unwrap();
    let mut window = open_show(document.exhibition().clone(), Workspace::Print, Lang::Hans);
    tall(&mut window);
    let folder = tempfile::tempdir().unwrap();
    window.click("整套：文件、工单、标签");
    assert!(!window.has("交付范围"), "nothing went out yet");
    hand_over(&mut window, &Parcel::default(), folder.path(), 1);
    window.settle();
    let at = window.show().show.print.sent[0].at.clone();
    let choice = format!("{} 后改的 · 3 块", &at[5..10]);
    window.click("交付范围");
    window.click(&choice);
    assert!(window.has("交付 · 0 块"), "all is at the shop as it is");
    let board = window.show().boards[1].clone();
    let element = board.in_slot("title").unwrap().id;
    let kind = ElementKind::Text(TextElement {
        style: None,
        text: TwoScript::new(Script::Hans, "石桥修好了"),
    });
    let ctx = window.harness.ctx.clone();
    let command = Command::SetKind {
        board: board.id,
        element,
        kind,
    };
    window.harness.state_mut().obey(&ctx, Message::Do(command));
    window.settle();
    assert!(window.has("交付 · 1 块"));
    window.click("旁边再放一个 ZIP");
    let parcel = Parcel {
        since: Some(at),
        is_zipped: true,
    };
    hand_over(&mut window, &parcel, folder.path(), 2);
    let sent = &window.show().show.print.sent[1];
    assert_eq!((sent.boards.len(), sent.boards[0].board), (1, board.id));
    let package = folder.path().join(&sent.package);
    assert_eq!(std::fs::read_dir(package.join("印刷文件")).unwrap().count(), 1);
    let read_me = std::fs::read_to_string(package.join("请先读我.txt")).unwrap();
    assert!(
        read_me.contains("换掉：QH002") && read_me.contains("其余 2 块照上次的文件印"),
        "{read_me}"
    );
    assert!(folder.path().join(format!("{}.zip", sent.package)).is_file());
    // Nothing more has changed since then.
    let parcel = Parcel {
        since: Some(sent.at.clone()),
        is_zipped: false,
    };
    let work = Work::Export(
        Export::Handover(window.show().order.to_vec(), parcel),
        folder.path().into(),
    );
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Start(work));
    wait_for(&mut window, "没有展板改过");
}

/// Every warning that a hand-over of all boards asks a reason for.
fn open_findings(window: &Window) -> Vec<zhanban::base::Finding> {
    let show = window.show();
    let cache = std::sync::Arc::new(zhanban::layout::LayoutCache::new(super::home().fonts.clone()));
    let boards: Vec<_> = show.in_order().into_iter().cloned().collect();
    let mut found = zhanban::check::check_all(show, &cache, &zhanban::check::usual_shop());
    found.extend(zhanban::check::check_handover(show, &boards));
    found.retain(|finding| finding.severity == zhanban::base::Severity::Warning);
    found
}

#[test]
fn papers_are_made_in_the_window_too() {
    let mut window = open_show(exhibition(), Workspace::Print, Lang::Hans);
    let folder = tempfile::tempdir().unwrap();
    let boards = window.show().order.to_vec();
    for kind in PaperKind::ALL {
        assert!(window.has(Lang::Hans.of(kind.name())), "{kind:?}");
        let to = folder.path().join(format!("{kind:?}"));
        let work = Work::Export(Export::Paper(kind, boards.clone()), to.clone());
        let ctx = window.harness.ctx.clone();
        window.harness.state_mut().obey(&ctx, Message::Start(work));
        let start = Instant::now();
        let wanted = if matches!(kind, PaperKind::Whole | PaperKind::Handout | PaperKind::Report) {
            1
        } else {
            3
        };
        let count = |to: &std::path::Path| {
            let files = std::fs::read_dir(to).into_iter().flatten().flatten();
            files
                .filter(|file| !file.file_name().to_string_lossy().starts_with('.'))
                .count()
        };
        while count(&to) < wanted {
            assert!(start.elapsed() < Duration::from_secs(120), "{kind:?}");
            std::thread::sleep(Duration::from_millis(50));
            window.settle();
        }
    }
}

#[test]
fn a_figure_in_the_register_is_changed_with_the_boards_that_quote_it() {
    let mut document = Document::new(with_text("灌溉面积达到1.2万亩。"));
    let fact = Fact {
        id: FactId(1),
        name: "灌溉面积".into(),
        value: "1.2".into(),
        unit: "万亩".into(),
        date: String::new(),
        source: String::new(),
    };
    document.execute(&Command::SetFacts(vec![fact])).unwrap();
    let mut window = open_show(document.exhibition().clone(), Workspace::Print, Lang::Hans);
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Ask(Ask::Registers));
    window.settle();
    window.retype("数值 · 灌溉面积", "1.35");
    assert_eq!(window.show().facts[0].value, "1.2", "it asks first");
    window.click("连同 1 块展板一起改");
    assert_eq!(
        (window.show().facts[0].value.as_str(), words_of(&window).as_str()),
        ("1.35", "灌溉面积达到1.35万亩。")
    );
    window.click("名字");
    window.click("添加名字");
    assert_eq!(window.show().show.names.len(), 1);
    window.click("好");
    window.key(ctrl(), egui::Key::Z);
    window.key(ctrl(), egui::Key::Z);
    assert_eq!(
        (window.show().facts[0].value.as_str(), words_of(&window).as_str()),
        ("1.2", "灌溉面积达到1.2万亩。")
    );
}
