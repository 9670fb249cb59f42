//! Exports onto disks that fill up, take no long files, are write-protected, or have something else in the way.
#![cfg(target_os = "linux")]

use super::{Answer, Bench, names};
use crate::export::{called, x4};
use crate::store::disk::{SmallDisk, mount};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use zhanban::model::{Document, Output, Shop};
use zhanban::store::Project;

/// All ways of writing boards: what is asked for, and the shop that it is for.
fn ways() -> [(&'static str, &'static str, Shop); 5] {
    let flat = |output| Shop {
        output,
        output_dpi: 15.0,
        ..Shop::default()
    };
    let strips = Shop {
        rolls: vec![600.0],
        ..Shop::default()
    };
    [
        ("singles", "--all", Shop::default()),
        ("joined", "--joined", Shop::default()),
        ("strips", "--all", strips),
        ("tiff", "--all", flat(Output::Tiff)),
        ("jpeg", "--all", flat(Output::Jpeg)),
    ]
}

impl Bench {
    /// Boards A1 … with one photo each; `noisy` ones have a cut JPEG of noise, which a PDF can hold only as pixels: its
    /// file is far longer than the photo.
    fn show_of(&self, boards: usize, is_noisy: impl Fn(usize) -> bool) {
        let mut units = "committee,board,size\n".to_string();
        for board in 1..=boards {
            units += &format!("柳溪镇,A{board},90x120cm\n");
            let text = format!(
                "id: A{board}\ntemplate: red-story\ntitle: 石桥{board}\nphotos:\n- {{file: p{board}.jpg, caption_s: 桥。}}\n"
            );
            self.write(&format!("in/boards/A{board}.yaml"), text.as_bytes());
            let mut random = board as u32;
            let mut noise = || {
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (random >> 24) as u8
            };
            let picture = match is_noisy(board) {
                true => image::RgbImage::from_fn(480, 360, |_, _| image::Rgb([noise(), noise(), noise()])),
                false => image::RgbImage::from_pixel(480, 360, image::Rgb([90, 120, board as u8 * 40])),
            };
            let mut jpeg = Vec::new();
            let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 30);
            picture.write_with_encoder(encoder).unwrap();
            let length = if is_noisy(board) {
                jpeg.len() * 49 / 50
            } else {
                jpeg.len()
            };
            self.write(&format!("in/photos/p{board}.jpg"), &jpeg[..length]);
        }
        self.write("in/committees.csv", units.as_bytes());
        let made = self.run(&["import", "in", "--into", "s.zhanban"]);
        assert!(made.code <= 1, "{}{}", made.out, made.err);
    }

    fn print_at(&self, shop: Shop) {
        let opened = Project::open(&self.path("s.zhanban")).unwrap();
        let mut show = Document::new(opened.exhibition.clone());
        show.execute(&zhanban::model::Command::SetShops(vec![shop])).unwrap();
        opened.project.save(show.exhibition());
        opened.project.flush().unwrap();
    }

    /// Bytes of each file of this export, where nothing stands in its way.
    fn lengths(&self, name: &str, what: &str) -> Vec<(String, u64)> {
        let done = self.run(&["export", "s.zhanban", what, "--to", name]);
        assert_eq!(
            (done.code, done.err.lines().count() <= 1),
            (0, true),
            "{}{}",
            done.out,
            done.err
        );
        let folder = self.path(name);
        let length = |file: &String| folder.join(file).metadata().unwrap().len();
        names(&folder)
            .into_iter()
            .map(|file| (file.clone(), length(&file)))
            .collect()
    }

    /// The program where no file can be longer than this.
    fn run_short(&self, args: &[&str], longest: u64) -> Answer {
        let command = self.command(args);
        // Blocks of 512 bytes; without the trap the signal would end the program, as no disk does.
        let limited = format!("trap \"\" XFSZ; ulimit -f {}; exec \"$0\" \"$@\"", longest / 512);
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &limited])
            .arg(command.get_program())
            .args(command.get_args());
        shell.current_dir(self.dir.path());
        for (key, value) in command.get_envs() {
            match value {
                Some(value) => shell.env(key, value),
                None => shell.env_remove(key),
            };
        }
        Answer::of(shell.stdin(Stdio::null()).output().unwrap())
    }
}

/// Every file in the folder is whole, and none is a temporary one.
fn all_whole(folder: &Path) -> Vec<String> {
    let names = names(folder);
    for name in &names {
        let file = folder.join(name);
        let bytes = std::fs::read(&file).unwrap();
        match file.extension().and_then(|end| end.to_str()) {
            Some("pdf") => {
                assert_eq!(x4::faults(&bytes), Vec::<String>::new(), "{name}");
                called(Command::new("qpdf").arg("--check").arg(&file));
            }
            Some("jpg") => drop(image::load_from_memory(&bytes).unwrap()),
            Some("tif") => {
                // The table of tags, which is written last, is where the head says.
                let at = u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize;
                assert!(at > 8 && at + 2 + 14 * 12 < bytes.len(), "{name}");
            }
            _ => panic!("{name} was left behind"),
        }
    }
    names
}

#[test]
fn a_board_too_long_for_the_disk_is_told_and_the_others_are_whole() {
    let bench = Bench::new();
    bench.show_of(3, |board| board == 2);
    for (name, what, shop) in ways() {
        bench.print_at(shop);
        let lengths = bench.lengths(name, what);
        let longest = lengths.iter().map(|(_, length)| *length).max().unwrap() * 6 / 10;
        let to = format!("{name}-short");
        // What was exported yesterday stays where today's cannot be written.
        let is_late = |file: &str| what == "--joined" || file.contains("_A2_");
        let before: Vec<&String> = lengths
            .iter()
            .map(|(file, _)| file)
            .filter(|file| is_late(file))
            .collect();
        before
            .iter()
            .for_each(|file| bench.write(&format!("{to}/{file}"), b"yesterday"));
        let done = bench.run_short(&["export", "s.zhanban", what, "--to", &to], longest);
        if what == "--joined" {
            done.refused("one file a board");
        } else {
            assert_eq!(done.code, 1, "{name}: {}{}", done.out, done.err);
            let told: Vec<&str> = done
                .out
                .lines()
                .filter(|line| line.contains("longer than files"))
                .collect();
            assert!(
                told.len() == 1 && told[0].contains("A2") && told[0].contains("another disk"),
                "{name}: {}",
                done.out
            );
        }
        for file in before {
            let file = bench.path(&to).join(file);
            assert_eq!(std::fs::read(&file).unwrap(), b"yesterday", "{name}");
            std::fs::remove_file(file).unwrap();
        }
        let wanted: Vec<&String> = lengths
            .iter()
            .map(|(file, _)| file)
            .filter(|file| !is_late(file))
            .collect();
        assert_eq!(all_whole(&bench.path(&to)).iter().collect::<Vec<_>>(), wanted, "{name}");
    }
}

/// Without the number of the strip.
fn board_of(file: &str) -> &str {
    file.split("_石桥").next().unwrap()
}

#[test]
fn a_disk_that_fills_up_half_way_is_told_and_holds_whole_boards_only() {
    let bench = Bench::new();
    bench.show_of(4, |_| true);
    for (name, what, shop) in ways() {
        bench.print_at(shop);
        let lengths = bench.lengths(name, what);
        let all: u64 = lengths.iter().map(|(_, length)| length).sum();
        let Some(disk) = SmallDisk::new(all * 6 / 10) else {
            return;
        };
        let to = disk.dir.path();
        let done = bench.run(&["export", "s.zhanban", what, "--to", &to.to_string_lossy()]);
        // Told by the disk, or before the file that will not fit.
        done.refused("The disk is ");
        done.refused("Make room or choose another disk");
        assert!(
            lengths.iter().any(|(file, _)| done.err.contains(file)),
            "{name}: {}",
            done.err
        );
        let left = all_whole(to);
        if what == "--joined" {
            assert_eq!(left, Vec::<String>::new());
            continue;
        }
        assert!(!left.is_empty() && left.len() < lengths.len(), "{name}: {left:?}");
        for file in &left {
            let of_board = |files: &mut dyn Iterator<Item = &String>| {
                files.filter(|other| board_of(other) == board_of(file)).count()
            };
            let wanted = of_board(&mut lengths.iter().map(|(file, _)| file));
            assert_eq!(of_board(&mut left.iter()), wanted, "{name}: {left:?}");
        }
    }
}

#[test]
fn a_disk_that_is_surely_too_small_is_told_before_anything_is_written() {
    let bench = Bench::new();
    bench.show_of(5, |_| true);
    for what in ["--all", "--joined"] {
        let Some(disk) = SmallDisk::new(800_000) else { return };
        let done = bench.run(&["export", "s.zhanban", what, "--to", &disk.dir.path().to_string_lossy()]);
        done.refused("The disk is too small");
        assert_eq!(names(disk.dir.path()), Vec::<String>::new());
    }
    // Every file of its own has the profile: photos alone would fit.
    let photos: u64 = (1..=5)
        .map(|at| bench.path(&format!("in/photos/p{at}.jpg")).metadata().unwrap().len())
        .sum();
    let Some(disk) = SmallDisk::new(photos + 500_000) else {
        return;
    };
    let done = bench.run(&[
        "export",
        "s.zhanban",
        "--all",
        "--to",
        &disk.dir.path().to_string_lossy(),
    ]);
    done.refused("The disk is too small");
}

#[test]
fn a_write_protected_disk_is_told_once() {
    let bench = Bench::new();
    bench.show_of(3, |_| false);
    let Some(disk) = SmallDisk::new(4 << 20) else { return };
    disk.protect();
    for (_, what, shop) in ways() {
        bench.print_at(shop);
        let done = bench.run(&["export", "s.zhanban", what, "--to", &disk.dir.path().to_string_lossy()]);
        done.refused("cannot be written");
        done.refused("another place");
    }
}

/// A file that cannot be replaced, as one that another program has open on Windows.
struct Held(PathBuf);

impl Held {
    fn new(bench: &Bench, file: PathBuf) -> Option<Held> {
        bench.write("held", b"held");
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, b"").unwrap();
        let from = bench.path("held");
        if mount(&["--bind", &from.to_string_lossy()], &file) {
            return Some(Held(file));
        }
        assert!(
            std::env::var_os("ZHANBAN_ALL_TOOLS").is_none(),
            "a file cannot be mounted"
        );
        println!("skipped: mount --bind");
        None
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_file_that_is_open_elsewhere_is_told_and_stays() {
    let bench = Bench::new();
    bench.show_of(3, |_| false);
    for (name, what, shop) in ways() {
        bench.print_at(shop);
        let lengths = bench.lengths(name, what);
        let (first, _) = lengths
            .iter()
            .find(|(file, _)| what == "--joined" || file.contains("_A2_"))
            .unwrap();
        let to = format!("{name}-held");
        let Some(held) = Held::new(&bench, bench.path(&to).join(first)) else {
            return;
        };
        let done = bench.run(&["export", "s.zhanban", what, "--to", &to]);
        if what == "--joined" {
            done.refused("open elsewhere");
        } else {
            assert_eq!(done.code, 1, "{name}: {}{}", done.out, done.err);
            let told = done.out.lines().find(|line| line.contains("open elsewhere"));
            assert!(told.is_some_and(|line| line.contains("A2")), "{name}: {}", done.out);
        }
        assert_eq!(std::fs::read(&held.0).unwrap(), b"held");
        let file = held.0.clone();
        drop(held);
        std::fs::remove_file(&file).unwrap();
        let others = lengths
            .iter()
            .map(|(file, _)| file)
            .filter(|file| what != "--joined" && !file.contains("_A2_"));
        assert_eq!(
            all_whole(&bench.path(&to)).iter().collect::<Vec<_>>(),
            others.collect::<Vec<_>>(),
            "{name}"
        );
    }
}

#[test]
fn a_folder_where_the_joined_file_should_be_is_told() {
    let bench = Bench::new();
    bench.show_of(1, |_| false);
    let lengths = bench.lengths("out", "--joined");
    bench.write(&format!("there/{}/x", lengths[0].0), b"");
    bench
        .run(&["export", "s.zhanban", "--joined", "--to", "there"])
        .refused(&lengths[0].0);
    assert_eq!(names(&bench.path("there")), [lengths[0].0.clone()]);
}

#[test]
fn a_photo_that_vanishes_after_the_check_is_named_and_the_rest_is_printed() {
    let bench = Bench::new();
    bench.show_of(3, |_| false);
    let rules = |answer: Answer| -> Vec<String> {
        let found = answer.json()["findings"].as_array().unwrap().clone();
        found
            .iter()
            .map(|finding| finding["rule"].as_str().unwrap().to_string())
            .collect()
    };
    assert!(!rules(bench.run(&["check", "s.zhanban", "--json"])).contains(&"photo-not-in-pdf".to_string()));
    let photo = std::fs::read(bench.path("in/photos/p2.jpg")).unwrap();
    let kept = walk(&bench.path("s.zhanban/media"));
    let lost = kept.iter().find(|file| std::fs::read(file).unwrap() == photo).unwrap();
    std::fs::remove_file(lost).unwrap();
    for (name, what, shop) in ways() {
        bench.print_at(shop);
        let done = bench.run(&["export", "s.zhanban", what, "--to", name, "--json"]);
        assert_eq!(done.code, 1, "{name}: {}{}", done.out, done.err);
        let found = done.json()["findings"].as_array().unwrap().clone();
        assert!(!found.is_empty(), "{name}");
        for finding in found {
            let said = [&finding["rule"], &finding["board"], &finding["file"]];
            assert_eq!(said, ["photo-not-in-pdf", "A2", "p2.jpg"], "{name}");
        }
        let boards = if what == "--joined" { 1 } else { 3 };
        assert!(all_whole(&bench.path(name)).len() >= boards, "{name}");
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] })
        .collect()
}

#[test]
fn of_two_hundred_boards_the_one_that_cannot_be_written_is_told() {
    let bench = Bench::new();
    let mut units = "committee,board,size\n".to_string();
    for board in 1..=200 {
        units += &format!("第{}村,B{board:03},90x120cm\n", board % 7);
        let text = format!("id: B{board:03}\ntemplate: red-story\ntitle: 石桥{board}\n");
        bench.write(&format!("in/boards/B{board:03}.yaml"), text.as_bytes());
    }
    bench.write("in/committees.csv", units.as_bytes());
    let made = bench.run(&["import", "in", "--into", "s.zhanban"]);
    assert!(made.code <= 1, "{}{}", made.out, made.err);
    bench.run(&["export", "s.zhanban", "--board", "B117", "--to", "one"]);
    let name = &names(&bench.path("one"))[0];
    bench.write(&format!("out/{name}/x"), b"");
    let done = bench.run(&["export", "s.zhanban", "--all", "--to", "out"]);
    assert_eq!(done.code, 1, "{}{}", done.out, done.err);
    assert_eq!(done.out.lines().count(), 1, "{}", done.out);
    assert!(done.out.contains("B117") && done.out.contains(name), "{}", done.out);
    std::fs::remove_dir_all(bench.path("out").join(name)).unwrap();
    assert_eq!(names(&bench.path("out")).len(), 199);
}

#[test]
fn a_hand_over_onto_a_full_or_protected_disk_is_told_and_leaves_nothing() {
    let bench = Bench::new();
    bench.show_of(3, |_| false);
    bench.print_at(Shop {
        least_dpi: 10.0,
        ..Shop::default()
    });
    let reason = ["--accept", "试印"];
    let onto = |to: &Path| {
        let to = to.join("交付").to_string_lossy().into_owned();
        let mut line = vec!["handover", "s.zhanban", "--to", &to];
        line.extend(reason);
        bench.run(&line)
    };
    let Some(full) = SmallDisk::new(600_000) else { return };
    let done = onto(full.dir.path());
    done.refused("The disk is ");
    assert_eq!(names(full.dir.path()), Vec::<String>::new());
    let Some(protected) = SmallDisk::new(4 << 20) else {
        return;
    };
    protected.protect();
    let done = onto(protected.dir.path());
    done.refused("cannot be written");
    // It is not taken for handed over.
    let show = Project::open(&bench.path("s.zhanban")).unwrap().exhibition;
    assert!(show.show.print.sent.is_empty());
    let home = bench.path("home");
    assert_eq!(onto(&home).code, 0, "the same goes out where there is room");
}
