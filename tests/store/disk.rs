//! Disks that are full, write-protected or shared with another window.

use super::{copy_folder, edited, folder, open, reopened, rich, titled};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};
use zhanban::base::Say;
use zhanban::base::say::StoreSay;
use zhanban::model::Exhibition;
use zhanban::store::{Project, SaveState, StoreError};

/// A small disk of its own, where the system lets us make one.
pub struct SmallDisk {
    pub dir: tempfile::TempDir,
}

impl SmallDisk {
    pub fn new(bytes: u64) -> Option<SmallDisk> {
        let dir = tempfile::tempdir().unwrap();
        let size = format!("size={bytes}");
        if mount(&["-t", "tmpfs", "-o", &size, "none"], dir.path()) {
            return Some(SmallDisk { dir });
        }
        assert!(
            std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(),
            "a tmpfs cannot be mounted"
        );
        println!("skipped: tmpfs");
        None
    }

    fn project(&self) -> PathBuf {
        self.dir.path().join("青禾.zhanban")
    }

    pub fn protect(&self) {
        assert!(mount(&["-o", "remount,ro"], self.dir.path()));
    }

    /// Fills the disk to the last byte.
    fn fill(&self, name: &str) -> PathBuf {
        let file = self.dir.path().join(name);
        let mut filler = std::fs::File::create(&file).unwrap();
        let block = vec![7u8; 4096];
        while std::io::Write::write_all(&mut filler, &block).is_ok() {}
        file
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(self.dir.path()).status();
    }
}

pub fn mount(args: &[&str], at: &Path) -> bool {
    let status = Command::new("mount")
        .args(args)
        .arg(at)
        .stderr(std::process::Stdio::null())
        .status();
    cfg!(target_os = "linux") && status.is_ok_and(|status| status.success())
}

fn wait_for(project: &Project, state: &SaveState) {
    let begin = Instant::now();
    while project.state() != *state {
        assert!(begin.elapsed() < Duration::from_secs(20), "still {:?}", project.state());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Text that no compression makes small.
fn long_text(seed: u64) -> String {
    let mut random = seed | 1;
    let next = |_| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        char::from_u32(0x4E00 + (random >> 40) as u32 % 20_000).unwrap()
    };
    (0..100_000).map(next).collect()
}

#[test]
fn on_a_full_disk_the_work_is_kept_told_and_saved_once_there_is_room() {
    let Some(disk) = SmallDisk::new(12 << 20) else { return };
    let folder = disk.project();
    let show = rich(4);
    let project = Project::create(&folder, &show).unwrap();
    // A reserve of the size this disk can hold.
    std::fs::write(folder.join("reserve.bin"), vec![7u8; 2 << 20]).unwrap();
    disk.fill("filler-1");
    let first = edited(&show, 0, &long_text(1));
    project.save(&first);
    project.flush().unwrap();
    assert!(!folder.join("reserve.bin").exists(), "the reserve was not needed?");

    let filler = disk.fill("filler-2");
    let second = edited(&edited(&first, 1, &long_text(2)), 2, &long_text(3));
    project.save(&second);
    let Err(StoreError::Told(say, cause)) = project.flush() else {
        panic!("saved on a full disk")
    };
    assert_eq!(say, Say::Store(StoreSay::DiskFull));
    assert!(cause.is_some());
    wait_for(&project, &SaveState::Failed(Say::Store(StoreSay::DiskFull)));
    // The last good state is there for everybody else, and the work in memory goes on.
    assert_eq!(reopened(&folder), first);
    let third = titled(&second, "接着做");
    project.save(&third);
    std::fs::remove_file(filler).unwrap();
    wait_for(&project, &SaveState::Saved);
    drop(project);
    assert_eq!(reopened(&folder), third);
}

#[test]
fn a_write_protected_disk_opens_for_looking() {
    let Some(disk) = SmallDisk::new(12 << 20) else { return };
    let folder = disk.project();
    let show = rich(4);
    drop(Project::create(&folder, &show).unwrap());
    disk.protect();
    let opened = open(&folder);
    assert_eq!((&opened.exhibition, opened.findings.len()), (&show, 0));
    let why = Say::Store(StoreSay::ReadOnlyPlace);
    assert_eq!(opened.project.state(), SaveState::ReadOnly(why.clone()));
    opened.project.flush().unwrap();
    opened.project.save(&titled(&show, "改"));
    assert!(matches!(opened.project.flush(), Err(StoreError::Told(say, _)) if say == why));
    assert!(matches!(opened.project.checkpoint(&show, "x"), Err(StoreError::Told(say, _)) if say == why));
    let elsewhere = disk.dir.path().join("new.zhanban");
    assert!(matches!(
        Project::create(&elsewhere, &show),
        Err(StoreError::Told(Say::Store(StoreSay::CannotCreate { .. }), Some(_)))
    ));
}

/// The files of a project as a crash leaves them: a save begun, its journal on disk.
fn crashed(folder: &Path, to: &Path) {
    let mut db = rusqlite::Connection::open(folder.join("project.db")).unwrap();
    db.execute_batch("PRAGMA cache_size = 1; PRAGMA cache_spill = 1;")
        .unwrap();
    let tx = db.transaction().unwrap();
    tx.execute_batch("UPDATE rev SET reason = hex(randomblob(3000)); DELETE FROM meta;")
        .unwrap();
    copy_folder(folder, to);
    assert!(to.join("project.db-journal").metadata().unwrap().len() > 1000);
    let copied = std::fs::read(to.join("project.db")).unwrap();
    tx.rollback().unwrap();
    assert_ne!(copied, std::fs::read(folder.join("project.db")).unwrap());
}

#[test]
fn a_save_broken_off_by_a_crash_is_taken_back_when_opening() {
    let (dir, folder) = folder();
    let show = rich(6);
    drop(Project::create(&folder, &show).unwrap());
    let broken = dir.path().join("broken.zhanban");
    crashed(&folder, &broken);
    assert_eq!(reopened(&broken), show);
    assert!(!broken.join("project.db-journal").exists());
}

#[test]
fn a_save_broken_off_by_a_crash_can_be_looked_at_on_a_write_protected_disk() {
    let Some(disk) = SmallDisk::new(12 << 20) else { return };
    let (_dir, folder) = folder();
    let show = rich(6);
    drop(Project::create(&folder, &show).unwrap());
    crashed(&folder, &disk.project());
    disk.protect();
    assert_eq!(reopened(&disk.project()), show);
}

#[test]
fn a_second_window_looks_and_the_first_goes_on() {
    let (_dir, folder) = folder();
    let show = rich(3);
    let first = Project::create(&folder, &show).unwrap();
    let second = open(&folder);
    let SaveState::ReadOnly(Say::Store(StoreSay::OpenElsewhere { .. })) = second.project.state() else {
        panic!("{:?}", second.project.state())
    };
    let next: Exhibition = titled(&show, "第一个窗口");
    first.save(&next);
    first.flush().unwrap();
    drop(second);
    drop(first);
    let third = open(&folder);
    assert_eq!((third.project.state(), third.exhibition), (SaveState::Saved, next));
}
