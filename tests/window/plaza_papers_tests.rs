//! Papers of the plaza in the window: reached from the plan, chosen by ticks, made by a job in a folder of their own.

use super::shell_tests::{Window, exhibition, open_show};
use egui_kittest::kittest::Queryable as _;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use zhanban::app::Ask;
use zhanban::app::actions::{Action, row_of};
use zhanban::app::plaza_papers::{PAPERS, PlanWish};
use zhanban::app::session::Workspace;
use zhanban::app::tasks::{Export, Work};
use zhanban::app::view::Message;
use zhanban::base::Lang;
use zhanban::export::plaza::PlanKind;
use zhanban::model::*;
use zhanban::plaza::arrange;

fn arranged() -> Exhibition {
    let mut show = exhibition();
    show.plazas = vec![Arc::new(arrange(&show))];
    show
}

fn send(window: &mut Window, message: Message) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, message);
    window.settle();
}

#[test]
fn papers_are_chosen_by_ticks_in_every_language() {
    for lang in Lang::ALL {
        let mut window = open_show(arranged(), Workspace::Plaza, lang);
        window.click(lang.of(PAPERS));
        for kind in PlanKind::ALL {
            let is_wanted = kind != PlanKind::Cues;
            assert_eq!(window.has(lang.of(kind.name())), is_wanted, "{kind:?} {lang:?}");
        }
        // What is compared needs something to be compared with.
        window.click(lang.of(PlanKind::Changes.name()));
        let since = lang.of(["和哪份点位表比", "和哪份點位表比", "Compare with which positions"]);
        assert!(window.has(since), "{lang:?}");
        window.click(lang.of(PlanKind::Changes.name()));
        assert!(!window.has(since));
        window.click(lang.of(["取消", "取消", "Cancel"]));
        assert!(!window.has(lang.of(PlanKind::Cards.name())));
    }
}

#[test]
fn a_tour_brings_cue_lists_and_asks_when_it_begins() {
    let mut show = arranged();
    let board = show.order[0];
    Arc::make_mut(&mut show.plazas[0]).tours = vec![Tour {
        name: String::new(),
        is_leaders: false,
        stops: vec![Stop {
            board,
            seconds: None,
            speech: String::new(),
        }],
    }];
    let mut window = open_show(show, Workspace::Plaza, Lang::Hans);
    send(&mut window, Message::Ask(Ask::PlanPapers));
    assert!(window.has("讲解单"));
    window.retype("讲解几点开始", "25:00");
    assert!(window.has_part("9:00 这样"));
    window.retype("讲解几点开始", "14:30");
    assert!(!window.has_part("9:00 这样"));
}

#[test]
fn the_job_writes_a_folder_of_its_own_and_tells_where_it_cannot() {
    let mut window = open_show(arranged(), Workspace::Plaza, Lang::Hans);
    let folder = tempfile::tempdir().unwrap();
    let wish = PlanWish {
        kinds: vec![PlanKind::Setup, PlanKind::Positions, PlanKind::Page],
        plaza: None,
        paper: None,
        since: None,
        start: Hour::default(),
    };
    let work = |to: &Path| Work::Export(Export::PlanPapers(Box::new(wish.clone())), to.to_path_buf());
    send(&mut window, Message::Start(work(folder.path())));
    let start = Instant::now();
    let made = loop {
        let entries = std::fs::read_dir(folder.path()).unwrap().flatten();
        let made = entries
            .map(|entry| entry.path())
            .find(|path| path.join("布展图.pdf").is_file());
        if let Some(made) = made.filter(|made| !made.file_name().unwrap().to_string_lossy().starts_with('.')) {
            break made;
        }
        assert!(start.elapsed() < Duration::from_secs(120), "the papers do not come");
        std::thread::sleep(Duration::from_millis(50));
        window.settle();
    };
    assert!(made.join("手机导览.html").is_file() && made.join("点位表.xlsx").is_file());
    let mut bare = exhibition();
    bare.plazas.clear();
    let mut window = open_show(bare, Workspace::Print, Lang::Hans);
    send(&mut window, Message::Start(work(folder.path())));
    let start = Instant::now();
    while !window.has_part("广场还没有排过") {
        assert!(start.elapsed() < Duration::from_secs(60), "nobody says why");
        std::thread::sleep(Duration::from_millis(50));
        window.settle();
    }
}

#[test]
fn the_menu_the_palette_and_the_keys_know_them() {
    let row = row_of(Action::PlanPapers);
    assert_eq!(row.label, PAPERS);
    let window = open_show(arranged(), Workspace::Plaza, Lang::Hans);
    assert_eq!(window.harness.query_all_by_label(Lang::Hans.of(PAPERS)).count(), 1);
}
