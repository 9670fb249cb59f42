//! Boards as PDF: the sample through our own assertions and outside programs, and frames made by hand.

#[path = "export/colours.rs"]
mod colours;
#[path = "export/hand.rs"]
pub mod hand;
#[path = "export/kinds.rs"]
mod kinds;
#[path = "export/likeness.rs"]
pub mod likeness;
#[path = "export/outlines.rs"]
mod outlines;
#[path = "export/places.rs"]
mod places;
#[path = "export/sample.rs"]
mod sample;
#[path = "export/shops.rs"]
mod shops;
#[path = "export/touched.rs"]
mod touched;
#[path = "export/x4.rs"]
pub mod x4;

use std::path::Path;
use std::process::{Command, Output};

/// What an outside program prints; `None` where it is not installed.
pub fn outside(program: &str, args: &[&str], file: &Path) -> Option<String> {
    let done = called(Command::new(program).args(args).arg(file).arg("-"))?;
    Some(String::from_utf8_lossy(&done.stdout).into_owned())
}

/// An outside program's work, which must not fail; `None` where it is not installed (which `.ci/run` does not allow).
pub fn called(command: &mut Command) -> Option<Output> {
    let Ok(done) = command.output() else {
        let program = command.get_program().display();
        assert!(
            std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(),
            "{program} is not installed"
        );
        println!("skipped: {program}");
        return None;
    };
    assert!(
        done.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    Some(done)
}
