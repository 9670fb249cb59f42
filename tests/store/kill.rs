//! Kill -9 in the middle of the work: what was acknowledged is there, and nothing is half there.

use super::{edited, folder, open, reopened, rich, titled};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use zhanban::model::{Command as Change, ElementKind, Exhibition};
use zhanban::store::Project;

const FOLDER: &str = "ZHANBAN_TEST_KILLED_PROJECT";
const KILLS: usize = 100;

/// Every step changes the title and three boards at once, and now and then the number of boards.
fn step(show: &Exhibition, number: u64) -> Exhibition {
    let mut next = titled(show, &number.to_string());
    for board in 0..3 {
        next = edited(&next, board, &number.to_string());
    }
    if next.boards.len() > 8 {
        let last = next.boards[next.boards.len() - 1].id;
        next = Change::RemoveBoard(last).apply(&next).unwrap();
    } else if number.is_multiple_of(3) {
        let mut board = zhanban::model::Board::clone(&next.boards[0]);
        board.id = zhanban::model::BoardId::random();
        board.code = format!("N{number}");
        let (board, at) = (board.into(), 2);
        next = Change::AddBoard { board, at }.apply(&next).unwrap();
    }
    next
}

fn number(show: &Exhibition) -> u64 {
    show.show.title.hans.parse().unwrap()
}

/// The step a show belongs to; fails where its parts belong to different ones.
fn whole_number(show: &Exhibition) -> u64 {
    for board in &show.boards[..3] {
        let ElementKind::Text(text) = &board.elements[0].kind else {
            panic!("no text")
        };
        assert_eq!(text.text.source.to_plain(), number(show).to_string(), "torn");
    }
    number(show)
}

/// Runs in the process that gets killed; does nothing in an ordinary run.
#[test]
fn worker_that_gets_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let opened = open(Path::new(&folder));
    let mut show = opened.exhibition;
    loop {
        let next = number(&show) + 1;
        show = step(&show, next);
        if next.is_multiple_of(5) {
            opened.project.checkpoint(&show, "test").unwrap();
        } else {
            opened.project.save(&show);
            opened.project.flush().unwrap();
        }
        println!("\nsaved {next}");
    }
}

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let (_dir, folder) = folder();
    let start = step(&titled(&rich(4), "0"), 0);
    drop(Project::create(&folder, &start).unwrap());
    let mut random = u64::from(std::process::id()) | 1;
    let mut acknowledged = 0;
    let mut within_a_save = 0;
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["store::kill::worker_that_gets_killed", "--exact", "--nocapture"])
            .env(FOLDER, &folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let saved = |line: &String| line.strip_prefix("saved ").map(|number| number.parse::<u64>().unwrap());
        // Every fourth is killed wherever it stands; the others once they are at work.
        if kill % 4 > 0 {
            acknowledged = lines
                .by_ref()
                .map_while(Result::ok)
                .find_map(|line| saved(&line))
                .unwrap();
        }
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_millis(2 + (random >> 33) % 59));
        child.kill().unwrap();
        child.wait().unwrap();
        let rest = lines.map_while(Result::ok).filter_map(|line| saved(&line)).max();
        acknowledged = rest.unwrap_or(acknowledged).max(acknowledged);
        within_a_save += usize::from(folder.join("project.db-journal").exists());

        let show = reopened(&folder);
        let found = whole_number(&show);
        assert!(
            found >= acknowledged,
            "{acknowledged} was acknowledged, {found} is there"
        );
        assert!(
            found <= acknowledged + 1,
            "{found} is there and only {acknowledged} was done"
        );
        assert_eq!(zhanban::model::invariants(&show), Vec::<String>::new());
        acknowledged = found;
    }
    assert!(acknowledged > KILLS as u64 / 2, "only {acknowledged} steps were done");
    println!("{KILLS} kills, {within_a_save} of them inside a save, {acknowledged} steps");
}
