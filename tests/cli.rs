//! The program as scripts call it: exit codes, one clear sentence, JSON, nothing half-written.

mod disk;
mod exchange;
mod handover;
mod meeting;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A folder of the test's own, which is the working directory of all it runs.
struct Bench {
    dir: tempfile::TempDir,
}

impl Bench {
    fn new() -> Bench {
        Bench {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let file = self.path(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_zhanban"));
        command
            .args(args)
            .current_dir(self.dir.path())
            .env("ZHANBAN_HOME", env!("CARGO_MANIFEST_DIR"))
            .env("HOME", self.dir.path())
            .env("LC_ALL", "en_US.UTF-8");
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, args: &[&str]) -> Answer {
        Answer::of(self.command(args).stdin(Stdio::null()).output().unwrap())
    }

    /// A show of two boards with one photo.
    fn small_show(&self) {
        self.write(
            "in/committees.csv",
            "committee,board,size\n柳溪镇,A1,90x120cm\n柳溪镇,A2,90x120cm\n".as_bytes(),
        );
        self.write(
            "in/boards/A1.yaml",
            "id: A1\ntemplate: red-story\ntitle: 石桥还在\nlead: 桥修好了。\nphotos:\n- {file: a.png, caption_s: 桥。}\n".as_bytes(),
        );
        self.write(
            "in/boards/A2.yaml",
            "id: A2\ntemplate: ink-story\ntitle: 溪声依旧\nphotos:\n- {file: a.png, caption_s: 溪。}\n".as_bytes(),
        );
        let mut png = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_fn(400, 300, |x, y| image::Rgb([(x / 2) as u8, (y / 2) as u8, 90]))
            .write_to(&mut png, image::ImageFormat::Png)
            .unwrap();
        self.write("in/photos/a.png", &png.into_inner());
        let made = self.run(&["import", "in", "--into", "s.zhanban"]);
        assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    }
}

struct Answer {
    code: i32,
    out: String,
    err: String,
}

impl Answer {
    fn of(output: Output) -> Answer {
        Answer {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}{}", self.out, self.err))
    }

    /// Not done, with one line that says why.
    fn refused(&self, part: &str) {
        assert_eq!((self.code, self.out.as_str()), (2, ""), "{}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "{}", self.err);
        assert!(self.err.contains(part), "{part} is not in {}", self.err);
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn lines_are_converted_from_stdin_to_stdout() {
    let bench = Bench::new();
    bench.write("words.csv", "后文彬,后文彬\n".as_bytes());
    for (args, input, wanted) in [
        (vec!["--config", "s2tw"], "水利局\n里面没有换行", "水利局\n裡面沒有換行"),
        (vec!["--config", "t2s"], "湖裡的漁船\r\n", "湖里的渔船\r\n"),
        (
            vec!["--config", "s2tw", "--words", "words.csv"],
            "后文彬以后\n",
            "后文彬以後\n",
        ),
    ] {
        let args: Vec<&str> = [vec!["convert"], args].concat();
        let mut child = bench
            .command(&args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        let answer = Answer::of(child.wait_with_output().unwrap());
        assert_eq!((answer.code, answer.out.as_str(), answer.err.as_str()), (0, wanted, ""));
    }
    bench
        .run(&["convert", "--config", "s2tw", "--words", "none.csv"])
        .refused("none.csv");
}

#[test]
fn what_cannot_be_done_is_said_in_one_line_of_the_users_language() {
    let bench = Bench::new();
    bench.run(&["check", "none.zhanban"]).refused("none.zhanban");
    bench.run(&["import", "none", "--into", "x.zhanban"]).refused("none");
    bench.run(&["export", "x.zhanban"]).refused("--help");
    bench.run(&["dance"]).refused("--help");
    bench.run(&["convert", "--config", "s2x"]).refused("s2x");
    bench.run(&["--workspace", "kitchen"]).refused("kitchen");
    bench.run(&["--screenshot", "a.png"]).refused("display");
    assert_eq!(names(bench.dir.path()), Vec::<String>::new(), "nothing was left behind");
    for (locale, part) in [
        ("zh_TW.UTF-8", "也沒有這個命令"),
        ("zh_CN.UTF-8", "也没有这个命令"),
        ("C", "也没有这个命令"),
    ] {
        let output = bench.command(&["dance"]).env("LC_ALL", locale).output().unwrap();
        let answer = Answer::of(output);
        assert_eq!(answer.code, 2);
        assert!(answer.err.contains(part), "{}", answer.err);
    }
    let lost = bench
        .command(&["templates"])
        .env("ZHANBAN_HOME", bench.path("nowhere"))
        .output()
        .unwrap();
    Answer::of(lost).refused("ZHANBAN_HOME");
}

#[test]
fn help_is_a_result() {
    let bench = Bench::new();
    let help = bench.run(&["--help"]);
    assert_eq!((help.code, help.err.as_str()), (0, ""));
    for command in [
        "sample",
        "new",
        "import",
        "export",
        "render",
        "check",
        "ledger",
        "convert",
        "plan",
        "templates",
    ] {
        assert!(help.out.contains(command), "{command}");
    }
}

#[test]
fn templates_are_listed_with_their_sizes() {
    let bench = Bench::new();
    let list = bench.run(&["templates", "--json"]);
    assert_eq!(list.code, 0, "{}", list.err);
    let list = list.json();
    let list = list.as_array().unwrap();
    assert!(list.len() >= 25);
    let roll = list.iter().find(|template| template["id"] == "green-rollup").unwrap();
    assert_eq!(roll["size_mm"], serde_json::json!([800.0, 1800.0]));
    assert!(roll["slots"].as_array().unwrap().contains(&"qr".into()));
    let text = bench.run(&["templates"]);
    assert_eq!(text.out.lines().count(), list.len());
    let one = bench.run(&["templates", "--only", "green-rollup"]);
    assert!(
        one.out.starts_with("green-rollup ") && one.out.contains("80×180 cm"),
        "{}",
        one.out
    );
    bench.run(&["templates", "--only", "green-roof"]).refused("green-roof");
}

#[test]
fn a_template_is_drawn_with_texts_and_photos_in_both_scripts() {
    let bench = Bench::new();
    let drawn = bench.run(&[
        "templates",
        "--sheet",
        "--only",
        "ink-end",
        "--content",
        "little",
        "--to",
        "out",
    ]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let sheets = ["ink-end-hans.jpg", "ink-end-hant.jpg"].map(|name| {
        let bytes = std::fs::read(bench.path("out").join(name)).unwrap();
        assert!(bytes.len() <= 400_000, "{name}: {}", bytes.len());
        image::load_from_memory(&bytes).unwrap().to_rgb8()
    });
    assert_eq!(names(&bench.path("out")).len(), 2);
    assert!(sheets[0].width() > 700 && sheets[0].dimensions() == sheets[1].dimensions());
    assert_ne!(sheets[0], sheets[1], "one script is not the other");
    let dark = sheets[0]
        .pixels()
        .filter(|pixel| pixel.0.iter().all(|part| *part < 60))
        .count();
    assert!(dark > 8_000, "{dark}: there is ink on the board");
    bench
        .run(&[
            "templates",
            "--sheet",
            "--only",
            "ink-end",
            "--content",
            "plenty",
            "--to",
            "other",
        ])
        .refused("plenty");
    assert!(!bench.path("other").exists());
}

#[test]
fn a_new_show_is_empty_and_never_replaces_one_that_is_there() {
    let bench = Bench::new();
    let made = bench.run(&["new", "x.zhanban", "--title", "春天的水"]);
    assert_eq!(made.code, 0, "{}", made.err);
    bench
        .run(&["new", "x.zhanban", "--title", "又一个"])
        .refused("x.zhanban");
    bench.run(&["sample", "x.zhanban"]).refused("x.zhanban");
    bench.run(&["new", "y.zhanban", "--title", " "]).refused("--title");
    let check = bench.run(&["check", "x.zhanban", "--json"]);
    assert_eq!((check.code, &check.json()["errors"]), (0, &0.into()));
    assert_eq!(names(bench.dir.path()), ["x.zhanban"]);
}

#[test]
fn a_folder_is_imported_once_and_its_boards_are_listed_checked_placed() {
    let bench = Bench::new();
    bench.small_show();
    let again = bench.run(&["import", "in", "--into", "s.zhanban", "--json"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(
        (&again.json()["added"], &again.json()["updated"]),
        (&0.into(), &0.into())
    );

    let ledger = bench.run(&["ledger", "s.zhanban", "--json"]).json();
    assert_eq!(ledger.as_array().unwrap().len(), 2);
    assert_eq!(
        (&ledger[1]["code"], &ledger[1]["place"]),
        (&"A2".into(), &serde_json::Value::Null)
    );
    let arranged = bench.run(&["plan", "arrange", "s.zhanban"]);
    assert_eq!(arranged.code, 0, "{}{}", arranged.out, arranged.err);
    let ledger = bench.run(&["ledger", "s.zhanban", "--json"]).json();
    assert!(ledger[1]["place"][0].as_f64().unwrap() > 0.0);
    assert_eq!(bench.run(&["ledger", "s.zhanban"]).out.lines().count(), 3);

    // 400 pixels are too few for a board, and one photo stands on both.
    let check = bench.run(&["check", "s.zhanban", "--json"]);
    assert_eq!(check.code, 1);
    let found = check.json();
    let rules: Vec<&str> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|f| f["rule"].as_str().unwrap())
        .collect();
    assert!(
        rules.contains(&"photo-dpi") && rules.contains(&"photo-shared"),
        "{rules:?}"
    );
    let unknown = bench.run(&["check", "s.zhanban", "--shop", "红印厂"]);
    unknown.refused("红印厂");
    unknown.refused("Outdoor inkjet (outdoor-inkjet)");
}

#[test]
fn boards_become_files_with_their_number_code_and_title() {
    let bench = Bench::new();
    bench.small_show();
    let all = bench.run(&["export", "s.zhanban", "--all", "--to", "out", "--json"]);
    assert_eq!(all.code, 0, "{}{}", all.out, all.err);
    assert_eq!(
        names(&bench.path("out")),
        ["001_A1_石桥还在.pdf", "002_A2_溪声依旧.pdf"]
    );
    assert_eq!(all.json()["files"].as_array().unwrap().len(), 2);
    let one = bench.run(&[
        "export",
        "s.zhanban",
        "--board",
        "A2",
        "--to",
        "one",
        "--script",
        "hant",
        "--quiet",
    ]);
    assert_eq!((one.code, one.out.as_str(), one.err.as_str()), (0, "", ""));
    assert_eq!(names(&bench.path("one")).len(), 1);
    assert_eq!(
        bench.run(&["export", "s.zhanban", "--joined", "--to", "joined"]).code,
        0
    );
    let joined = names(&bench.path("joined"));
    assert_eq!(joined.len(), 1, "{joined:?}");
    assert!(
        std::fs::read(bench.path("joined").join(&joined[0]))
            .unwrap()
            .starts_with(b"%PDF")
    );
    bench
        .run(&["export", "s.zhanban", "--board", "Z9", "--to", "none"])
        .refused("Z9");
    assert!(!bench.path("none").exists());
    bench.write("file", b"");
    bench
        .run(&["export", "s.zhanban", "--all", "--to", "file/in"])
        .refused("file/in");
}

#[test]
fn the_shops_own_profile_goes_into_the_file_and_what_is_none_is_refused() {
    let bench = Bench::new();
    bench.small_show();
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let mut own = std::fs::read(shipped).unwrap();
    bench.write("cut.icc", &own[..2000]);
    bench.write("rgb.icc", &moxcms::ColorProfile::new_srgb().encode().unwrap());
    bench.write("none.icc", b"no profile at all");
    let export = |profile: &str, to: &str| {
        bench.run(&["export", "s.zhanban", "--board", "A1", "--profile", profile, "--to", to])
    };
    for profile in ["cut.icc", "rgb.icc", "none.icc", "gone.icc"] {
        export(profile, "out").refused(profile);
    }
    assert!(!bench.path("out").exists());
    // A description of the same length tells it from the shipped one.
    let at = own.windows(7).position(|bytes| bytes == b"Coated ").unwrap();
    own[at..at + 7].copy_from_slice(b"OwnShop");
    bench.write("own.icc", &own);
    assert_eq!(export("own.icc", "out").code, 0);
    let file = std::fs::read(bench.path("out").join(&names(&bench.path("out"))[0])).unwrap();
    assert!(
        file.windows(7).any(|bytes| bytes == b"OwnShop"),
        "the output intent names it"
    );
}

#[test]
fn a_board_that_cannot_be_written_is_named_and_the_others_are() {
    let bench = Bench::new();
    bench.small_show();
    // A folder stands where the first file should.
    bench.write("out/001_A1_石桥还在.pdf/x", b"");
    let all = bench.run(&["export", "s.zhanban", "--all", "--to", "out"]);
    assert_eq!(all.code, 1, "{}{}", all.out, all.err);
    assert!(
        all.out.contains("A1") && all.out.contains("001_A1_石桥还在.pdf"),
        "{}",
        all.out
    );
    assert!(!all.out.contains("A2"), "{}", all.out);
    assert_eq!(
        names(&bench.path("out")),
        ["001_A1_石桥还在.pdf", "002_A2_溪声依旧.pdf"]
    );
    assert!(bench.path("out/001_A1_石桥还在.pdf").is_dir());
    assert!(bench.path("out/002_A2_溪声依旧.pdf").is_file());
}

#[test]
fn a_board_is_drawn_at_the_size_asked_for() {
    let bench = Bench::new();
    bench.small_show();
    let drawn = bench.run(&[
        "render",
        "s.zhanban",
        "--board",
        "A1",
        "--dpi",
        "20",
        "--to",
        "a.png",
        "--quiet",
    ]);
    assert_eq!(drawn.code, 0, "{}", drawn.err);
    let picture = image::open(bench.path("a.png")).unwrap().to_rgb8();
    assert_eq!((picture.width(), picture.height()), (709, 945));
    let first = *picture.get_pixel(5, 5);
    assert!(picture.pixels().any(|pixel| *pixel != first), "something is on it");
    bench
        .run(&["render", "s.zhanban", "--board", "A1", "--dpi", "0", "--to", "b.png"])
        .refused("--dpi");
    bench
        .run(&["render", "s.zhanban", "--board", "A1", "--to", "no/b.png"])
        .refused("b.png");
    assert!(!bench.path("b.png").exists());
}

#[test]
fn the_plan_is_printed_and_told_to_be_missing() {
    let bench = Bench::new();
    bench.small_show();
    bench
        .run(&["plan", "export", "s.zhanban", "--to", "plan"])
        .refused("plaza");
    assert_eq!(bench.run(&["plan", "arrange", "s.zhanban", "--quiet"]).code, 0);
    let plan = bench.run(&["plan", "export", "s.zhanban", "--to", "plan"]);
    assert_eq!(plan.code, 0, "{}", plan.err);
    let names = names(&bench.path("plan"));
    let ends: Vec<&str> = names.iter().map(|name| name.rsplit('.').next().unwrap()).collect();
    assert_eq!(ends, ["pdf", "png"]);
}

#[test]
fn without_a_display_the_given_show_goes_into_a_folder_and_is_not_changed() {
    let bench = Bench::new();
    bench.small_show();
    bench.write("zhanban-output/mine.txt", b"keep");
    let before = std::fs::read(bench.path("s.zhanban/project.db")).unwrap();
    let done = bench.run(&["s.zhanban"]);
    // The photo is too small for its boards, which is an error of the show and not of the job.
    assert_eq!(done.code, 1, "{}{}", done.out, done.err);
    assert!(done.err.contains("display"), "{}", done.err);
    assert_eq!(names(&bench.path("zhanban-output")), ["mine.txt"]);
    let written = names(&bench.path("zhanban-output-2"));
    for part in ["boards", "findings.json", "findings.txt"] {
        assert!(written.iter().any(|name| name == part), "{part} is not in {written:?}");
    }
    assert_eq!(
        written.iter().filter(|name| name.ends_with(".pdf")).count(),
        2,
        "joined file and plan"
    );
    assert_eq!(names(&bench.path("zhanban-output-2/boards")).len(), 2);
    assert_eq!(std::fs::read(bench.path("s.zhanban/project.db")).unwrap(), before);
}

/// Ctrl+C in the middle of an export leaves whole files or none.
#[cfg(unix)]
#[test]
fn an_interrupted_job_leaves_nothing_half_written() {
    let bench = Bench::new();
    let mut child = bench.command(&["sample", "big.zhanban", "--quiet"]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(150));
    let kill = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(kill.success());
    let code = child.wait().unwrap().code();
    let left = names(bench.dir.path());
    match code {
        // It was done before the signal came.
        Some(0) => assert_eq!(left, ["big.zhanban"]),
        code => assert_eq!((code, left), (Some(2), Vec::new())),
    }
}

#[test]
fn fonts_missing_stop_an_export_until_they_are_accepted_or_installed() {
    use crate::fonts::forge;
    use zhanban::base::{Digest, FontSlot, NamedFont};
    let bench = Bench::new();
    bench.small_show();
    let bytes = forge::font(&forge::Wish {
        family: "Elsewhere Hei",
        chinese: "别处黑体",
        ..Default::default()
    });
    let opened = zhanban::store::Project::open(&bench.path("s.zhanban")).unwrap();
    let mut show = zhanban::model::Document::new(opened.exhibition.clone());
    let font = NamedFont {
        family: "Elsewhere Hei".into(),
        full_name: "别处黑体".into(),
        file: Digest::of(&bytes),
        index: 0,
        weight: 400,
    };
    let fonts = FontSlot::ALL.map(|slot| (slot, vec![font.clone()]));
    show.execute(&zhanban::model::Command::SetFonts(fonts.into())).unwrap();
    opened.project.save(show.exhibition());
    opened.project.flush().unwrap();
    drop(opened);
    bench.write("fonts/readme.txt", b"none yet");
    let run = |args: &[&str]| {
        let mut command = bench.command(args);
        let output = command.env("ZHANBAN_FONTS", bench.path("fonts")).output().unwrap();
        Answer::of(output)
    };
    let is_missing = |finding: &&serde_json::Value| finding["rule"] == "font-missing";
    let missing = |answer: &Answer| {
        answer.json()["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(is_missing)
            .count()
    };
    assert!(missing(&run(&["check", "s.zhanban", "--json"])) >= 2);
    let stopped = run(&["export", "s.zhanban", "--all", "--to", "out"]);
    assert_eq!((stopped.code, stopped.out.as_str()), (2, ""));
    assert!(
        stopped.err.contains("别处黑体") && stopped.err.contains("--accept-fonts"),
        "{}",
        stopped.err
    );
    assert!(!bench.path("out").exists());
    let accepted = run(&["export", "s.zhanban", "--all", "--to", "out", "--accept-fonts"]);
    assert_eq!(names(&bench.path("out")).len(), 2, "{}", accepted.err);
    assert!(accepted.err.contains("别处黑体"), "{}", accepted.err);
    bench.write("fonts/deep/elsewhere.ttf", &bytes);
    assert_eq!(missing(&run(&["check", "s.zhanban", "--json"])), 0);
    let here = run(&["export", "s.zhanban", "--board", "A1", "--to", "here"]);
    assert_eq!(names(&bench.path("here")).len(), 1, "{}", here.err);
    assert!(!here.err.contains("--accept-fonts"), "{}", here.err);
}

#[test]
fn a_shop_is_picked_by_id_or_name_in_any_language() {
    let bench = Bench::new();
    bench.small_show();
    for (index, shop) in ["outdoor-inkjet", "喷绘", "大圖噴繪", "Outdoor inkjet"]
        .into_iter()
        .enumerate()
    {
        let to = format!("out{index}");
        let done = bench.run(&["export", "s.zhanban", "--board", "A1", "--shop", shop, "--to", &to]);
        assert!(done.code <= 1, "{shop}: {}{}", done.out, done.err);
        assert_eq!(
            names(&bench.path(&to)),
            ["001_A1_石桥还在_900x1200mm_1-1_1份.pdf"],
            "{shop}"
        );
    }
    // What the check asks of a photo is the shop's wish too.
    for (shop, asked) in [("outdoor-inkjet", "30"), ("uv-flatbed", "100")] {
        let done = bench.run(&["check", "s.zhanban", "--shop", shop, "--json"]);
        let found = done.json();
        let mut texts = found["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|f| f["rule"] == "photo-dpi");
        let text = texts.next().unwrap()["text"].as_str().unwrap();
        assert!(text.contains(asked), "{shop}: {text}");
    }
}

#[test]
fn a_board_is_put_on_another_template_and_keeps_its_texts() {
    let bench = Bench::new();
    bench.small_show();
    let list = bench.run(&["restyle", "s.zhanban", "--board", "A1", "--json"]);
    assert_eq!(list.code, 0, "{}", list.err);
    let list = list.json();
    let rows = list.as_array().unwrap();
    assert!(
        rows.len() >= 5 && rows.iter().all(|row| row["size_mm"][0] == 900.0),
        "{list}"
    );
    let any = bench
        .run(&["restyle", "s.zhanban", "--board", "A1", "--any-size", "--json"])
        .json();
    assert!(any.as_array().unwrap().len() > rows.len());
    let put = bench.run(&[
        "restyle",
        "s.zhanban",
        "--board",
        "A1",
        "--template",
        "blue-before-after",
    ]);
    assert_eq!(put.code, 0, "{}{}", put.out, put.err);
    let ledger = bench.run(&["ledger", "s.zhanban", "--json"]).json();
    let row = ledger
        .as_array()
        .unwrap()
        .iter()
        .find(|row| row["code"] == "A1")
        .unwrap();
    assert_eq!(row["title"], "石桥还在", "{row}");
    bench.run(&["restyle", "s.zhanban", "--board", "A9"]).refused("A9");
    bench
        .run(&["restyle", "s.zhanban", "--board", "A1", "--template", "no-such"])
        .refused("no-such");
}
