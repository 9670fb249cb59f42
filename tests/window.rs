//! Tests of the window through its labels, the way a screen reader finds things. A glyph no font has fails here.

mod board_tests;
mod canvas_tests;
mod colours_tests;
mod drawn_tests;
mod exchange_tests;
mod fonts_tests;
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

use std::sync::OnceLock;
use zhanban::model::Exhibition;
use zhanban::store::{Home, Opened, Project};

fn home() -> Home {
    static HOME: OnceLock<Home> = OnceLock::new();
    HOME.get_or_init(|| Home::open().unwrap()).clone()
}

/// A show as it is opened from a folder of its own; the folder goes when it is dropped.
fn saved(exhibition: Exhibition) -> (Opened, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let project = Project::create(&folder.path().join("show.zhanban"), &exhibition).unwrap();
    let opened = Opened {
        project,
        exhibition,
        findings: Vec::new(),
    };
    (opened, folder)
}
