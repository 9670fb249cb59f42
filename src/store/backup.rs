//! Copies of `project.db` in `backups/`, at most one an hour, each verified before it takes its name.

use super::db;
use super::load::all_rows_fit;
use super::project::sync_folder;
use crate::base::utc;
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

const HOUR: Duration = Duration::from_secs(3600);
/// The newest ones that stay, and the days of which the last one stays.
const HOURLY: usize = 24;
const DAILY: usize = 30;

/// Copies the file if the last copy is an hour old. The copy is whole or not there.
pub fn make_if_due(db: &Connection, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let backups = folder.join("backups");
    let newest = copies(&backups)
        .pop()
        .and_then(|file| file.metadata().ok()?.modified().ok());
    let age = newest.map(|time| SystemTime::now().duration_since(time).unwrap_or_default());
    if age.is_some_and(|age| age < HOUR) {
        return Ok(());
    }
    std::fs::create_dir_all(&backups)?;
    let copying = tempfile::Builder::new().prefix(".copying-").tempdir_in(&backups)?;
    let copy = copying.path().join("project.db");
    db.execute(
        "VACUUM INTO ?1",
        [copy.to_str().ok_or("the folder's name is not Unicode")?],
    )?;
    if !all_rows_fit(&db::open(&copy, false)?) {
        return Err("the copy does not equal what was written".into());
    }
    std::fs::File::options().write(true).open(&copy)?.sync_all()?;
    std::fs::rename(&copy, backups.join(format!("project-{}.db", stamp(&utc::now()))))?;
    sync_folder(&backups);
    for file in superfluous(copies(&backups)) {
        std::fs::remove_file(file)?;
    }
    Ok(())
}

/// "20261126-0634"
fn stamp(now: &str) -> String {
    let digits: String = now.chars().filter(char::is_ascii_digit).take(12).collect();
    format!("{}-{}", &digits[..8], &digits[8..])
}

/// Oldest first: the names sort by time.
fn copies(backups: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(backups).into_iter().flatten();
    let mut copies: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| day(file).is_some())
        .collect();
    copies.sort();
    copies
}

/// The day in the name of a copy; `None` for other files, which are not ours to remove.
fn day(file: &Path) -> Option<String> {
    let name = file
        .file_name()?
        .to_str()?
        .strip_prefix("project-")?
        .strip_suffix(".db")?;
    let is_stamp = name.len() == 13
        && name
            .bytes()
            .enumerate()
            .all(|(at, c)| if at == 8 { c == b'-' } else { c.is_ascii_digit() });
    is_stamp.then(|| name[..8].to_string())
}

fn superfluous(copies: Vec<PathBuf>) -> Vec<PathBuf> {
    let mut days = BTreeSet::new();
    let newest_first = copies.into_iter().rev().enumerate();
    newest_first
        .filter(|(at, file)| {
            let is_last_of_day = days.insert(day(file));
            *at >= HOURLY && !(is_last_of_day && days.len() <= DAILY)
        })
        .map(|(_, file)| file)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_and_the_last_of_each_day_stay() {
        assert_eq!(stamp("2026-11-26T06:34:27.125Z"), "20261126-0634");
        let copies: Vec<PathBuf> = (1..=28)
            .flat_map(|day| (0..24).map(move |hour| PathBuf::from(format!("project-202601{day:02}-{hour:02}00.db"))))
            .collect();
        let gone = superfluous(copies.clone());
        assert_eq!(gone.len(), copies.len() - 24 - 27);
        assert!(!gone.contains(&PathBuf::from("project-20260101-2300.db")));
        assert!(gone.contains(&PathBuf::from("project-20260127-2200.db")));
        assert!(day(Path::new("project-damaged.db")).is_none());
    }
}
