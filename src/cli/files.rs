//! Writing small files whole, and the folder of the headless job.

use super::fault::Fault;
use std::io::Write as _;
use std::path::{Path, PathBuf};

pub fn make_folder(folder: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(folder).map_err(|source| Fault::Write {
        file: folder.to_path_buf(),
        source,
    })
}

/// To a temporary file beside it, then renamed: whoever looks sees the old file or the new one.
pub fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let write = || -> std::io::Result<()> {
        let mut part = tempfile::Builder::new().prefix(".zhanban-").tempfile_in(parent(file))?;
        part.write_all(bytes)?;
        part.as_file().sync_all()?;
        open_to_others(part.as_file())?;
        part.persist(file)?;
        Ok(())
    };
    write().map_err(|source| Fault::Write {
        file: file.to_path_buf(),
        source,
    })
}

/// Temporary files are private; results are as readable as any file the user makes.
#[cfg(unix)]
fn open_to_others(file: &std::fs::File) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    file.set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn open_to_others(_file: &std::fs::File) -> std::io::Result<()> {
    Ok(())
}

pub fn parent(file: &Path) -> &Path {
    file.parent()
        .filter(|parent| !parent.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

pub fn read(file: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(file).map_err(|source| Fault::Read {
        file: file.to_path_buf(),
        source,
    })
}

/// Lies in every folder that the headless job made, and in no other.
const MARK: &str = ".made-by-zhanban";

/// `zhanban-output` in this folder, or the first of `zhanban-output-2` … that is ours or not there yet.
pub fn output_folder(at: &Path) -> Result<PathBuf, Fault> {
    let mut number = 1;
    loop {
        let name = if number == 1 {
            "zhanban-output".to_string()
        } else {
            format!("zhanban-output-{number}")
        };
        let folder = at.join(name);
        let is_there = folder.symlink_metadata().is_ok();
        if !is_there {
            make_folder(&folder)?;
            write_whole(&folder.join(MARK), b"")?;
        }
        if folder.join(MARK).is_file() {
            return Ok(folder);
        }
        number += 1;
    }
}

/// What file systems everywhere take.
pub fn safe_name(name: &str) -> String {
    let refused = |c: char| c.is_control() || r#"/\:*?"<>|"#.contains(c);
    let name: String = name.chars().filter(|c| !refused(*c)).take(40).collect();
    let name = name.trim().trim_end_matches('.');
    if name.is_empty() { "zhanban".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_somebody_else_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let theirs = dir.path().join("zhanban-output");
        std::fs::create_dir(&theirs).unwrap();
        std::fs::write(theirs.join("mine.txt"), "keep").unwrap();
        let ours = output_folder(dir.path()).unwrap();
        assert_eq!(ours, dir.path().join("zhanban-output-2"));
        assert_eq!(output_folder(dir.path()).unwrap(), ours, "the second time it is ours");
        assert_eq!(std::fs::read_dir(&theirs).unwrap().count(), 1);
    }

    #[test]
    fn a_file_is_replaced_whole() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("a.txt");
        write_whole(&file, b"one").unwrap();
        write_whole(&file, b"two").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"two");
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(write_whole(&dir.path().join("no/such/a.txt"), b"x").is_err());
    }
}
