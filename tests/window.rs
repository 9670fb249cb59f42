//! Tests of the window through its labels, the way a screen reader finds things. A glyph no font has fails here.

mod board_tests;
mod canvas_tests;
mod colours_tests;
mod drawn_tests;
mod exchange_tests;
mod fonts_tests;
mod insert_tests;
mod meeting_tests;
mod new_board_tests;
mod panels_tests;
mod photo_tests;
mod plaza_papers_tests;
mod plaza_tests;
mod print_tests;
mod random_tests;
mod restyle_tests;
mod shell_tests;
mod shops_tests;
mod texts_tests;
mod walk_tests;
mod writing_tests;

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use zhanban::app::Shell;
use zhanban::model::Exhibition;
use zhanban::store::{Home, Opened, Project};

pub fn home() -> Home {
    static HOME: OnceLock<Home> = OnceLock::new();
    HOME.get_or_init(|| Home::open().unwrap()).clone()
}

/// What threads make comes when it is done, and a busy machine takes its time: a minute at most.
fn until(what: &str, mut is_there: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_there() {
        assert!(start.elapsed() < Duration::from_secs(60), "{what} does not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Nobody clicks at what moves: a dialog that has just come up is measured first and stands in its place a frame later.
fn still(harness: &mut Harness<'static, Shell>, place: impl Fn(&Harness<'static, Shell>) -> egui::Rect) {
    for _ in 0..50 {
        let before = place(harness);
        harness.run_steps(2);
        if place(harness) == before {
            return;
        }
    }
    panic!("it never stands still");
}

fn click(harness: &mut Harness<'static, Shell>, label: &str) {
    still(harness, |harness| harness.get_by_label(label).rect());
    harness.get_by_label(label).click();
}

/// A show as it is opened from a folder of its own; the folder goes when it is dropped.
pub fn saved(exhibition: Exhibition) -> (Opened, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let project = Project::create(&folder.path().join("show.zhanban"), &exhibition).unwrap();
    let opened = Opened {
        project,
        exhibition,
        findings: Vec::new(),
    };
    (opened, folder)
}
