//! An article and a folder of photos become a series of boards: no sentence is lost, and what is none is told.

use std::path::{Path, PathBuf};
use std::process::Command as Process;
use zhanban::base::{Lang, Progress, Severity};
use zhanban::compose::{Draft, Imported, draft, take_pictures};
use zhanban::layout::LayoutCache;
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::script::{Region, Script};
use zhanban::store::{Home, Project};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn article() -> String {
    std::fs::read_to_string(root().join("tests/data/article.txt")).unwrap()
}

struct Bench {
    dir: tempfile::TempDir,
    home: Home,
    show: Document,
}

impl Bench {
    fn new() -> Bench {
        let name = TwoName {
            hans: "水土".into(),
            hant: "水土".into(),
        };
        Bench {
            dir: tempfile::tempdir().unwrap(),
            home: Home::open_at(root()).unwrap(),
            show: Document::new(Exhibition::new(name, Region::Taiwan)),
        }
    }

    /// Small pictures of their own, under these names.
    fn photos(&self, names: &[&str]) -> PathBuf {
        let folder = self.dir.path().join("photos");
        std::fs::create_dir_all(&folder).unwrap();
        for (index, name) in names.iter().enumerate() {
            let tone = (index * 16) as u8;
            let picture = image::RgbImage::from_pixel(60, 40, image::Rgb([tone, 90, 200 - tone]));
            picture.save(folder.join(name)).unwrap();
        }
        folder
    }

    fn draft(&mut self, text: &str, photos: &Path, family: Option<&str>) -> Imported {
        let library = Library::open(&self.dir.path().join("media"));
        let progress = Progress::default();
        let photos = take_pictures(photos, &library, &progress).unwrap();
        let what = Draft {
            text,
            photos: &photos,
            captions: &[],
            family,
            committee: None,
        };
        let (home, into) = (&self.home, self.show.exhibition());
        let mut made = draft(&what, into, &home.templates, &home.fonts, &progress).unwrap();
        let commands = std::mem::take(&mut made.commands);
        self.show.execute(&Command::Batch(commands)).unwrap();
        made
    }

    fn boards(&self) -> Vec<std::sync::Arc<Board>> {
        self.show.exhibition().in_order().into_iter().cloned().collect()
    }
}

/// Every text of the boards as written, in order.
fn all_text(boards: &[std::sync::Arc<Board>]) -> String {
    let elements = boards.iter().flat_map(|board| &board.elements);
    elements
        .flat_map(|element| element.texts())
        .map(|text| text.source.to_plain() + "\n")
        .collect()
}

fn han(text: &str) -> String {
    text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).collect()
}

const TWELVE: [&str; 12] = [
    "01_老渠塌方处.jpg",
    "02_勘测队进山.jpg",
    "03.jpg",
    "04.jpg",
    "05.jpg",
    "06.jpg",
    "07.jpg",
    "08.jpg",
    "09.jpg",
    "10.jpg",
    "11.jpg",
    "12_入夜的渠.png",
];

#[test]
fn every_sentence_of_an_article_is_on_a_board_and_nothing_is_overset() {
    let mut bench = Bench::new();
    let photos = bench.photos(&TWELVE);
    for family in ["red", "ink", "green", "blue", "doc"] {
        bench.show = Bench::new().show;
        let made = bench.draft(&article(), &photos, Some(family));
        let boards = bench.boards();
        assert_eq!(made.added, boards.len());
        assert!((6..=14).contains(&boards.len()), "{family}: {} boards", boards.len());
        let all = han(&all_text(&boards));
        let read = article();
        let sentences = read
            .split(['。', ';', '\n', '”', '“', '?'])
            .map(han)
            .filter(|sentence| sentence.chars().count() > 8);
        for sentence in sentences {
            let is_left_out = made
                .findings
                .iter()
                .any(|finding| han(&finding.text(Lang::Hans)).contains(&sentence));
            // The words before a speech's end go with its speaker.
            let told = sentence.trim_end_matches('說').trim_start_matches("核心提示");
            assert!(all.contains(told) || is_left_out, "{family}: {sentence}");
        }
        let cache = LayoutCache::new(bench.home.fonts.clone());
        for board in &boards {
            for script in [Script::Hans, Script::Hant] {
                let laid = cache.lay(bench.show.exhibition(), board, Some(script));
                let overset = laid.findings.iter().find(|finding| finding.rule == "overset");
                assert!(overset.is_none(), "{family} {}: {overset:?}", board.code);
            }
        }
        let shown = boards.iter().flat_map(|board| board.photos()).count();
        assert_eq!(shown, 12, "{family}");
    }
}

#[test]
fn figures_become_tiles_speeches_quotes_and_file_names_captions() {
    let mut bench = Bench::new();
    let photos = bench.photos(&TWELVE);
    let made = bench.draft(&article(), &photos, Some("ink"));
    let boards = bench.boards();
    let kinds: Vec<&ElementKind> = boards
        .iter()
        .flat_map(|board| &board.elements)
        .map(|element| &element.kind)
        .collect();
    let numbers: Vec<String> = kinds
        .iter()
        .filter_map(|kind| match kind {
            ElementKind::Number(number) => Some(format!(
                "{} {}{}",
                number.label.source.to_plain(),
                number.value,
                number.unit.source.to_plain()
            )),
            _ => None,
        })
        .collect();
    for wanted in [
        "修復舊渠 268公里",
        "新挖水塘 73面",
        "受益農戶 41600餘戶",
        "節約用水 130餘萬立方米",
    ] {
        assert!(numbers.iter().any(|number| number == wanted), "{wanted}: {numbers:?}");
    }
    let captions: Vec<String> = kinds
        .iter()
        .filter_map(|kind| match kind {
            ElementKind::Photo(photo) => photo.caption.as_ref().map(|caption| caption.source.to_plain()),
            _ => None,
        })
        .collect();
    assert_eq!(captions, ["老渠塌方处", "勘测队进山", "入夜的渠"]);
    // The title stands over all, its parts carry their headings, and long parts are counted.
    let titles: Vec<String> = boards.iter().map(|board| board.title()).collect();
    assert!(titles[0].contains("渠水繞過青石灣"), "{titles:?}");
    assert!(titles.iter().any(|title| title.contains("修渠先修人心")));
    assert!(titles[1].contains("山高泉眼細"));
    let left_out: Vec<String> = made
        .findings
        .iter()
        .filter(|finding| finding.rule == "draft-left-out")
        .map(|finding| finding.text(Lang::En))
        .collect();
    assert!(left_out.iter().any(|line| line.contains("分享到")), "{left_out:?}");
    // The line that stands under every photo is told with how often it came.
    assert!(left_out.iter().any(|line| line.contains("6 times")), "{left_out:?}");
    assert!(!made.findings.iter().any(|finding| finding.severity == Severity::Error));
}

#[test]
fn the_same_article_again_changes_nothing_and_undo_takes_it_all_back() {
    let mut bench = Bench::new();
    let before = bench.show.exhibition().clone();
    let photos = bench.photos(&TWELVE[..3]);
    bench.draft(&article(), &photos, None);
    let once = bench.show.exhibition().clone();
    let again = bench.draft(&article(), &photos, None);
    assert_eq!((again.added, again.updated, again.kept), (0, 0, 0));
    assert_eq!(*bench.show.exhibition(), once);
    while bench.show.can_undo() {
        bench.show.undo();
    }
    assert_eq!(*bench.show.exhibition(), before);
}

#[test]
fn no_article_takes_the_codes_of_another() {
    let mut bench = Bench::new();
    let photos = bench.photos(&[]);
    let mut boards = 0;
    for number in 0..60 {
        bench.draft(
            &format!("第{number}篇\n\n渠水來了，田裡的人都站起來看。"),
            &photos,
            None,
        );
        let now = bench.boards().len();
        assert_eq!(now, boards + 2, "article {number}");
        boards = now;
    }
}

#[test]
fn odd_articles_make_sound_boards() {
    let long = "水".repeat(2_000);
    let sentences = "渠水來了,田裡的人都站起來看。".repeat(300);
    for (text, least) in [
        ("一行", 1),
        ("標題\n\n\n小標題\n\n另一個小標題", 2),
        (long.as_str(), 1),
        (format!("標題\n\n{sentences}").as_str(), 8),
        (
            "標題\n\n“只有開頭的引號，沒有結尾，也沒有說話的人，可是很長很長很長。",
            2,
        ),
        ("標題\n<p>&nbsp;</p>\n\u{200b}\u{feff}正文一句話就夠了。", 2),
    ] {
        let mut bench = Bench::new();
        let photos = bench.photos(&[]);
        bench.draft(text, &photos, None);
        let boards = bench.boards();
        assert!(boards.len() >= least, "{} boards of {text:.20}", boards.len());
        assert_eq!(invariants(bench.show.exhibition()), Vec::<String>::new());
    }
}

#[test]
fn the_command_makes_a_show_and_says_what_is_wrong() {
    let bench = Bench::new();
    let run = |args: &[&str]| {
        Process::new(env!("CARGO_BIN_EXE_zhanban"))
            .args(args)
            .env("ZHANBAN_HOME", root())
            .current_dir(bench.dir.path())
            .output()
            .unwrap()
    };
    bench.photos(&TWELVE[..2]);
    let bytes = as_utf16(&article());
    std::fs::write(bench.dir.path().join("a.txt"), bytes).unwrap();
    let done = run(&[
        "draft",
        "a.txt",
        "--photos",
        "photos",
        "--into",
        "x.zhanban",
        "--family",
        "green",
        "--quiet",
    ]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let opened = Project::open(&bench.dir.path().join("x.zhanban")).unwrap();
    assert!(opened.exhibition.boards.len() >= 6);
    assert!(
        opened
            .exhibition
            .templates
            .values()
            .all(|template| template.family == "green" || template.kind == "end" || template.kind == "quotes")
    );
    for (args, said) in [
        (vec!["draft", "none.txt", "--into", "y.zhanban"], "none.txt"),
        (
            vec!["draft", "a.txt", "--into", "y.zhanban", "--family", "pink"],
            "pink",
        ),
        (vec!["draft", "empty.txt", "--into", "y.zhanban"], "没有文字"),
    ] {
        std::fs::write(bench.dir.path().join("empty.txt"), " \n").unwrap();
        let failed = run(&args);
        assert_eq!(failed.status.code(), Some(2), "{args:?}");
        let told = String::from_utf8_lossy(&failed.stderr).into_owned();
        assert!(told.contains(said), "{args:?}: {told}");
        assert!(!bench.dir.path().join("y.zhanban").exists());
    }
}

/// As an old notepad saves it, with the mark.
fn as_utf16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}
