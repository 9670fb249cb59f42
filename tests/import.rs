//! Content folders into boards: what offices send, and what is wrong with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use zhanban::base::{Finding, Lang, Progress, Severity};
use zhanban::compose::{ImportError, Imported, import_folder, import_paths};
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::script::{Region, Script};

fn templates() -> Vec<Arc<Template>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    files
        .iter()
        .map(|file| Arc::new(serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()))
        .collect()
}

fn empty_show() -> Document {
    let title = TwoName {
        hans: "水土".into(),
        hant: "水土".into(),
    };
    Document::new(Exhibition::new(title, Region::Mainland))
}

/// A content folder under the test's own temporary folder, and a show to import into.
struct Bench {
    dir: tempfile::TempDir,
    show: Document,
}

impl Bench {
    fn new(files: &[(&str, &[u8])]) -> Bench {
        let bench = Bench {
            dir: tempfile::tempdir().unwrap(),
            show: empty_show(),
        };
        std::fs::create_dir(bench.folder()).unwrap();
        for (name, bytes) in files {
            bench.write(name, bytes);
        }
        bench
    }

    fn folder(&self) -> PathBuf {
        self.dir.path().join("content")
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let file = self.folder().join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }

    fn read(&self) -> Result<Imported, ImportError> {
        let library = Library::open(&self.dir.path().join("media"));
        import_folder(
            &self.folder(),
            self.show.exhibition(),
            &templates(),
            &library,
            &Progress::default(),
        )
    }

    /// Imports, executes and holds the show against its invariants; the folder must be as it was.
    fn import(&mut self) -> Imported {
        let before = snapshot(&self.folder());
        let imported = self.read().unwrap();
        assert_eq!(snapshot(&self.folder()), before, "the folder changed");
        self.show.execute(&Command::Batch(imported.commands.clone())).unwrap();
        assert_eq!(invariants(self.show.exhibition()), Vec::<String>::new());
        imported
    }

    fn board(&self, code: &str) -> Arc<Board> {
        self.show.exhibition().board_by_code(code).unwrap().clone()
    }

    fn codes(&self) -> Vec<String> {
        let boards = self.show.exhibition().in_order();
        boards.into_iter().map(|board| board.code.clone()).collect()
    }
}

fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(snapshot(&path));
        } else {
            files.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
    files
}

/// The findings in English, each with its board or file in front.
fn said(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .map(|finding| {
            let place = finding.place.board.as_ref().or(finding.place.file.as_ref());
            format!("{}: {}", place.map_or("-", String::as_str), finding.text(Lang::En))
        })
        .collect()
}

fn slots(board: &Board) -> Vec<&str> {
    let mut names: Vec<&str> = board
        .elements
        .iter()
        .filter_map(|element| element.slot.as_ref())
        .map(|slot| slot.0.as_str())
        .collect();
    names.sort_unstable();
    names
}

fn kind<'a>(board: &'a Board, slot: &str) -> &'a ElementKind {
    let element = board
        .elements
        .iter()
        .find(|element| element.slot.as_ref().is_some_and(|name| name.0 == slot));
    &element
        .unwrap_or_else(|| panic!("no {slot} among {:?}", slots(board)))
        .kind
}

fn text<'a>(board: &'a Board, slot: &str) -> &'a TwoScript {
    match kind(board, slot) {
        ElementKind::Text(text) => &text.text,
        other => panic!("{other:?}"),
    }
}

fn photo<'a>(board: &'a Board, slot: &str) -> &'a PhotoElement {
    match kind(board, slot) {
        ElementKind::Photo(photo) => photo,
        other => panic!("{other:?}"),
    }
}

/// A small sound picture.
fn png(shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(40, 30, image::Luma([shade]))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

const STORY: &str = "id: A1
committee: 柳溪镇
template: red-story
title: 一封信
subtitle: ——寄给上游
sections:
- heading: ''
  paras: [回信到了。]
- heading: 水是这样来的
  paras: [第一段。, 第二段。]
- heading: 后来
  paras: [第三段。]
stats:
- {label: 写出去的信, unit: 封, value: 42}
- {label: 信走的路, unit: 里, value: '86'}
photos:
- {file: one.png, caption_s: 信从山路上背下来。}
- {file: TWO.png, caption_t: 樹幹上停著一隻鳥。}
- {file: three.png, caption_s: 这样, caption_t: 這樣}
- {file: one.png}
";

#[test]
fn every_text_and_photo_finds_its_slot_and_nothing_is_dropped() {
    let mut bench = Bench::new(&[
        ("boards/A1.yaml", STORY.as_bytes()),
        ("photos/one.png", &png(1)),
        ("photos/two.png", &png(2)),
        ("photos/three.png", &png(3)),
    ]);
    let imported = bench.import();
    assert_eq!(said(&imported.findings), Vec::<String>::new());
    let board = bench.board("A1");
    assert_eq!(
        slots(&board),
        [
            "body",
            "body.2",
            "heading",
            "heading.2",
            "hero",
            "lead",
            "number.1",
            "number.2",
            "photo.2",
            "photo.3",
            "photo.4",
            "subtitle",
            "title"
        ]
    );
    assert_eq!(text(&board, "lead").source.to_plain(), "回信到了。");
    assert_eq!(text(&board, "body").source.paras.len(), 2);
    assert_eq!(text(&board, "heading.2").source.to_plain(), "后来");
    assert_eq!(board.size, zhanban::geom::size(900.0, 1200.0));
    assert_eq!(board.script, Script::Hans);
    assert!(
        photo(&board, "photo.2").photo.is_some(),
        "case of a file's name does not matter"
    );
    assert_eq!(
        photo(&board, "photo.2").caption.as_ref().unwrap().authored,
        Script::Hant
    );
    let both = photo(&board, "photo.3").caption.as_ref().unwrap();
    assert_eq!(both.source.to_plain(), "这样");
    assert!(matches!(&both.other, OtherScript::Kept { text, .. } if text.to_plain() == "這樣"));
    assert_eq!(photo(&board, "hero").photo, photo(&board, "photo.4").photo);
    assert_eq!(bench.show.exhibition().committees[0].name.hant, "柳溪鎮");
}

#[test]
fn a_traditional_board_is_known_by_its_text() {
    let mut bench = Bench::new(&[(
        "boards/A1.yaml",
        "id: A1\ncommittee: 南塘鎮\ntemplate: ink-story\ntitle: |-\n  退漁還湖\n  白鷺先知\nlead: 船留著，網收了。\nsections:\n- heading: ''\n  paras: [湖裡有三百多個巢。]\n".as_bytes(),
    )]);
    bench.import();
    let board = bench.board("A1");
    assert_eq!(board.script, Script::Hant);
    assert_eq!(text(&board, "lead").authored, Script::Hant);
    assert_eq!(text(&board, "title").source.to_plain(), "退漁還湖\n白鷺先知");
    let name = &bench.show.exhibition().committees[0].name;
    assert_eq!((name.hans.as_str(), name.hant.as_str()), ("南塘镇", "南塘鎮"));
    assert_eq!(photo(&board, "hero").photo, None, "the lead photo's place waits");
}

#[test]
fn pairs_charts_tables_and_lists_go_where_the_template_wants_them() {
    let mut bench = Bench::new(&[
        (
            "boards/B1.yaml",
            "id: B1\ncommittee: 甲镇\ntemplate: green-before-after\nsize_mm: [1200, 900]\ntitle: 坡绿了\nchanges:\n- {label: 停牧, from: 0 天, to: 120 天}\nphotos:\n- {file: a.png, tag: 三年前}\n- {file: b.png, tag: 今年}\n- {file: a.png}\n".as_bytes(),
        ),
        (
            "boards/B2.yaml",
            "id: B2\ncommittee: 甲镇\ntemplate: blue-story\ntitle: 办事\nstats:\n- {label: 小屋, unit: 间, value: 64}\n- {label: 证明, unit: 件, value: 1268, bar: true}\n- {label: 补贴, unit: 件, value: 946, bar: true}\n- {label: 入户率, unit: '%', value: 91, bar: {last: 84, now: 91}}\ntable:\n  head: [事项, 现在]\n  rows: [[建房, 2 趟], [医保, 0 趟]]\nqr: https://qinghe.example/wu\nqr_call: 扫一扫\n".as_bytes(),
        ),
        ("photos/a.png", &png(1)),
        ("photos/b.png", &png(2)),
    ]);
    let imported = bench.import();
    assert_eq!(said(&imported.findings), Vec::<String>::new());
    let pair = bench.board("B1");
    assert_eq!(slots(&pair), ["after", "before", "change.1", "photo.3", "title"]);
    assert_eq!(photo(&pair, "after").tag.as_ref().unwrap().source.to_plain(), "今年");
    let blue = bench.board("B2");
    let value = |slot: &str| match kind(&blue, slot) {
        ElementKind::Number(number) => (number.value.clone(), number.bar),
        other => panic!("{other:?}"),
    };
    assert_eq!(value("number.1"), ("1268".into(), Some([0.0, 1268.0])));
    assert_eq!(
        value("number.4"),
        ("64".into(), None),
        "a plain figure leaves the bars to the chart"
    );
    assert_eq!(value("number.3").1, Some([84.0, 91.0]));
    assert!(matches!(kind(&blue, "table"), ElementKind::Table(table) if table.rows[1][1].source.to_plain() == "0 趟"));
    assert!(matches!(kind(&blue, "qr"), ElementKind::Qr(qr) if qr.call.source.to_plain() == "扫一扫"));
}

#[test]
fn drawings_and_emblems_stand_where_the_file_says() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"40\" height=\"20\" fill=\"red\"/></svg>";
    let file = "id: A1\ntitle: \u{6e20}\ndrawings:\n- file: wave.svg\n  area_mm: [100, 200, 300, 150]\n- file: gone.svg\n- file: plain.png\n  area_mm: [1, 2]\nemblem: {file: mark.png}\n";
    let mut bench = Bench::new(&[
        ("boards/A1.yaml", file.as_bytes()),
        ("photos/wave.svg", svg),
        ("photos/plain.png", &png(90)),
        ("photos/mark.png", &png(200)),
    ]);
    let imported = bench.import();
    let board = bench.board("A1");
    let by_hand: Vec<&Arc<Element>> = board.elements.iter().filter(|element| element.slot.is_none()).collect();
    let [wave, gone, plain, mark] = by_hand[..] else {
        panic!("{by_hand:?}")
    };
    let Area::ByHand { rect, .. } = wave.area else {
        panic!("{wave:?}")
    };
    assert_eq!((rect.x, rect.y, rect.w, rect.h), (100.0, 200.0, 300.0, 150.0));
    assert!(matches!(&wave.kind, ElementKind::Art(art) if art.art.is_some()));
    assert!(matches!(&gone.kind, ElementKind::Art(art) if art.art.is_none()));
    assert!(matches!(&plain.kind, ElementKind::Photo(photo) if photo.photo.is_some()));
    assert!(matches!(&mark.kind, ElementKind::Emblem(emblem) if emblem.art.is_some()));
    let told = said(&imported.findings);
    assert!(told.iter().any(|text| text.contains("gone.svg")), "{told:?}");
    assert!(told.iter().any(|text| text.contains("drawings.area_mm")), "{told:?}");
    // The same folder again changes nothing.
    let again = bench.import();
    assert_eq!((again.added, again.updated), (0, 0));
}

#[test]
fn the_table_gives_order_and_units_in_every_encoding() {
    let table =
        "尺寸,编号,单位,标题,版式\n90x120cm,B2,乙镇,二,red-story\n120x90cm,A1,甲镇,一,\n,C3,乙镇,三,ink-quotes\n";
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(table.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let gb = encoding_rs::GB18030.encode(table).0.into_owned();
    let marked = [b"\xEF\xBB\xBF", table.as_bytes()].concat();
    for bytes in [table.as_bytes().to_vec(), marked, utf16, gb] {
        let mut bench = Bench::new(&[("committees.csv", &bytes)]);
        let imported = bench.import();
        assert_eq!((imported.added, said(&imported.findings)), (3, Vec::new()));
        assert_eq!(bench.codes(), ["B2", "A1", "C3"]);
        let units: Vec<_> = bench
            .show
            .exhibition()
            .committees
            .iter()
            .map(|unit| unit.name.hans.clone())
            .collect();
        assert_eq!(units, ["乙镇", "甲镇"]);
        assert_eq!(bench.board("A1").size, zhanban::geom::size(1200.0, 900.0));
        assert_eq!(bench.board("C3").template.name, "ink-quotes");
        assert_eq!(text(&bench.board("A1"), "title").source.to_plain(), "一");
    }
}

#[test]
fn a_table_of_words_joins_the_list_and_names_the_units_at_once() {
    let table = "committees.csv";
    let rows = "单位,编号,标题\n石古镇,A1,山后\n".as_bytes();
    let words = "\u{feff}简体,繁体\r\n石古镇,石鼓鎮\r\n坏行\r\n".as_bytes();
    let mut bench = Bench::new(&[(table, rows), ("words.csv", words)]);
    bench.import();
    let show = bench.show.exhibition();
    assert_eq!(show.words.pairs.len(), 1);
    assert_eq!(show.committees[0].name.hant, "石鼓鎮");
    let again = bench.import();
    let is_words = |command: &Command| matches!(command, Command::SetWords(_));
    assert!(!again.commands.iter().any(is_words), "nothing new");
    assert!(bench.show.undo() && bench.show.exhibition().words.pairs.is_empty());
}

#[test]
fn an_unknown_template_is_replaced_by_one_of_the_same_shape_and_told() {
    for (wish, size, taken) in [
        ("red-stroy", "[900, 1200]", "red-story"),
        ("春天", "[800, 1800]", "green-rollup"),
        ("ink-everything", "[900, 1200]", "ink-story"),
        ("大", "[2400, 1200]", "red-title"),
    ] {
        let yaml = format!("id: A1\ncommittee: 甲\ntemplate: {wish}\nsize_mm: {size}\ntitle: 山\n");
        let mut bench = Bench::new(&[("boards/A1.yaml", yaml.as_bytes())]);
        let imported = bench.import();
        assert_eq!(bench.board("A1").template.name, taken, "{wish}");
        assert_eq!(imported.findings.len(), 1, "{:?}", said(&imported.findings));
        assert_eq!(imported.findings[0].rule, "import-template");
        assert!(imported.findings[0].text(Lang::Hans).contains(wish));
    }
}

#[test]
fn the_second_import_changes_only_what_nobody_touched() {
    let mut bench = Bench::new(&[
        (
            "committees.csv",
            "board,committee\nA1,甲镇\nA2,甲镇\nA3,乙镇\n".as_bytes(),
        ),
        ("boards/A1.yaml", "id: A1\ntitle: 一\n".as_bytes()),
        ("boards/A2.yaml", "id: A2\ntitle: 二\n".as_bytes()),
        ("boards/A3.yaml", "id: A3\ntitle: 三\n".as_bytes()),
    ]);
    assert_eq!(bench.import().added, 3);
    let before = bench.show.exhibition().clone();
    let again = bench.import();
    assert_eq!(
        (again.added, again.updated, again.kept, again.commands.len()),
        (0, 0, 0, 0)
    );
    assert!(bench.show.exhibition().is_same(&before));

    // Somebody works on A2; the folder changes A1, A2 and gains A4 between A1 and A2.
    let old = bench.board("A2");
    let mut touched = Board::clone(&old);
    touched.script = Script::Hant;
    bench
        .show
        .execute(&Command::SetBoard(Arc::new(touched.clone())))
        .unwrap();
    bench
        .show
        .execute(&Command::SetOrder(before.order.iter().rev().copied().collect()))
        .unwrap();
    bench.write(
        "committees.csv",
        "board,committee\nA1,甲镇\nA4,丙镇\nA2,甲镇\nA3,乙镇\n".as_bytes(),
    );
    bench.write("boards/A1.yaml", "id: A1\ntitle: 一新\n".as_bytes());
    bench.write("boards/A2.yaml", "id: A2\ntitle: 二新\n".as_bytes());
    bench.write("boards/A4.yaml", "id: A4\ntitle: 四\n".as_bytes());
    let third = bench.import();
    assert_eq!((third.added, third.updated, third.kept), (1, 1, 1));
    assert_eq!(text(&bench.board("A1"), "title").source.to_plain(), "一新");
    assert_eq!(bench.board("A1").id, before.board_by_code("A1").unwrap().id);
    assert_eq!(*bench.board("A2"), touched);
    assert_eq!(third.findings.len(), 1);
    assert_eq!(
        (third.findings[0].rule, third.findings[0].place.board.as_deref()),
        ("import-kept", Some("A2"))
    );
    assert_eq!(bench.codes(), ["A3", "A2", "A1", "A4"]);
    // Nothing new to say the next time but what is still open.
    let fourth = bench.import();
    assert_eq!(
        (fourth.added, fourth.updated, fourth.kept, fourth.commands.len()),
        (0, 0, 1, 0)
    );
}

#[test]
fn a_board_made_by_hand_is_never_overwritten() {
    let mut bench = Bench::new(&[("boards/A1.yaml", "id: A1\ncommittee: 甲\ntitle: 一\n".as_bytes())]);
    bench.import();
    let mut mine = Board::clone(&bench.board("A1"));
    mine.id = BoardId::random();
    mine.code = "A9".into();
    let mine = Arc::new(mine);
    bench
        .show
        .execute(&Command::AddBoard {
            board: mine.clone(),
            at: 0,
        })
        .unwrap();
    bench.write("boards/A9.yaml", "id: A9\ncommittee: 甲\ntitle: 九\n".as_bytes());
    let imported = bench.import();
    assert_eq!((imported.added, imported.kept), (0, 1));
    assert_eq!(bench.board("A9"), mine);
}

#[test]
fn a_photo_that_comes_later_fills_its_empty_place() {
    let yaml = "id: A1\ncommittee: 甲\ntitle: 一\nphotos:\n- file: a.png\n";
    let mut bench = Bench::new(&[("boards/A1.yaml", yaml.as_bytes())]);
    let imported = bench.import();
    assert_eq!(imported.findings.len(), 1);
    assert!(said(&imported.findings)[0].contains("a.png"));
    assert_eq!(photo(&bench.board("A1"), "hero").photo, None);
    bench.write("photos/a.png", &png(7));
    let imported = bench.import();
    assert_eq!((imported.updated, imported.findings.len()), (1, 0));
    assert!(photo(&bench.board("A1"), "hero").photo.is_some());
}

#[test]
fn broken_empty_and_renamed_pictures_are_kept_and_told_in_one_sentence_each() {
    let mut bench = Bench::new(&[
        (
            "boards/A1.yaml",
            "id: A1\ncommittee: 甲\ntitle: 一\nphotos:\n- file: empty.jpg\n- file: text.jpg\n- file: really.jpg\n"
                .as_bytes(),
        ),
        ("photos/empty.jpg", b""),
        ("photos/text.jpg", b"this is no picture at all"),
        ("photos/really.jpg", &png(5)),
    ]);
    let imported = bench.import();
    let rules: Vec<_> = imported.findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(
        rules,
        ["import-photo-broken", "import-photo-name", "import-photo-broken"]
    );
    for (finding, file) in imported.findings.iter().zip(["empty.jpg", "really.jpg", "text.jpg"]) {
        for lang in Lang::ALL {
            assert!(finding.text(lang).contains(file), "{}", finding.text(lang));
        }
    }
    let board = bench.board("A1");
    assert!(board.photos().count() == 3, "all three stand on the board");
}

#[test]
fn names_that_lead_out_of_the_folder_lead_nowhere() {
    let mut bench = Bench::new(&[(
        "boards/A1.yaml",
        "id: A1\ncommittee: 甲\ntitle: 一\nphotos:\n- file: ../secret.png\n- file: photos/../../secret.png\n- file: sub/in.png\n".as_bytes(),
    )]);
    std::fs::write(bench.dir.path().join("secret.png"), png(1)).unwrap();
    bench.write("photos/sub/in.png", &png(2));
    let imported = bench.import();
    assert_eq!(imported.findings.len(), 2, "{:?}", said(&imported.findings));
    let board = bench.board("A1");
    assert_eq!(board.photos().count(), 1);
}

#[test]
fn a_folder_with_mistakes_gives_what_is_right_and_says_what_is_not() {
    let mut bench = Bench::new(&[
        (
            "committees.csv",
            "board,committee,size,colour\nA1,甲镇,90x120cm,red\nA2,甲镇,huge,\n,甲镇,,\nA1,乙镇,,\nA7,甲镇,,\n"
                .as_bytes(),
        ),
        ("boards/A1.yaml", "id: A1\ntitel: 一\ntitle: 一\nstats: 12\n".as_bytes()),
        ("boards/A2.yaml", "id: A2\ntitle: [二]\n".as_bytes()),
        (
            "boards/A3.yaml",
            "id: A3\nsections:\n- heading: a\n   paras: b\n".as_bytes(),
        ),
        ("boards/A4.yaml", "id: A1\ntitle: 又一\n".as_bytes()),
        ("boards/A5.yaml", "title: 五\n".as_bytes()),
        ("boards/A6.yaml", b""),
        ("boards/notes.txt", b"not a board"),
    ]);
    let imported = bench.import();
    assert_eq!(bench.codes(), ["A1", "A2", "A7", "A5"]);
    let said = said(&imported.findings);
    for part in [
        "colour",
        "huge",
        "Line 4",
        "line 5",
        "titel",
        "stats",
        "“title”",
        "A3.yaml",
        "A4.yaml",
        "No id",
        "A6.yaml",
        "boards/A7.yaml",
        "No unit",
    ] {
        assert!(
            said.iter().any(|text| text.contains(part)),
            "{part} is not in {said:#?}"
        );
    }
    assert!(
        imported
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    );
    for finding in &imported.findings {
        for lang in Lang::ALL {
            assert!(!finding.text(lang).trim().is_empty());
        }
    }
}

#[test]
fn a_folder_of_nothing_and_one_that_is_not_there_are_refused() {
    let bench = Bench::new(&[("photos/a.png", &png(1))]);
    assert!(matches!(bench.read(), Err(ImportError::Empty { .. })));
    std::fs::remove_dir_all(bench.folder()).unwrap();
    assert!(matches!(bench.read(), Err(ImportError::Read { .. })));
}

#[test]
fn an_import_can_be_stopped() {
    let bench = Bench::new(&[("boards/A1.yaml", b"id: A1\n")]);
    let progress = Progress::default();
    progress.cancel();
    let library = Library::open(&bench.dir.path().join("media"));
    let stopped = import_folder(
        &bench.folder(),
        bench.show.exhibition(),
        &templates(),
        &library,
        &progress,
    );
    assert!(matches!(stopped, Err(ImportError::Cancelled)));
}

#[test]
fn loose_photos_come_in_once() {
    let mut bench = Bench::new(&[("a.png", &png(1)), ("b.png", &png(1)), ("c.jpg", b"no picture")]);
    let library = Library::open(&bench.dir.path().join("media"));
    let files = ["a.png", "b.png", "c.jpg", "gone.png"].map(|name| bench.folder().join(name));
    let imported = import_paths(&files, bench.show.exhibition(), &library, &Progress::default()).unwrap();
    assert_eq!((imported.added, imported.kept, imported.findings.len()), (2, 1, 2));
    bench.show.execute(&Command::Batch(imported.commands)).unwrap();
    assert_eq!(bench.show.exhibition().photos.len(), 2);
    assert_eq!(invariants(bench.show.exhibition()), Vec::<String>::new());
}

#[test]
fn the_sample_comes_in_whole_and_without_a_word() {
    let dir = tempfile::tempdir().unwrap();
    let mut show = empty_show();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample");
    let library = Library::open(&dir.path().join("media"));
    let imported = import_folder(&sample, show.exhibition(), &templates(), &library, &Progress::default()).unwrap();
    assert_eq!(said(&imported.findings), Vec::<String>::new());
    show.execute(&Command::Batch(imported.commands)).unwrap();
    let exhibition = show.exhibition();
    assert_eq!((exhibition.boards.len(), exhibition.committees.len()), (200, 23));
    assert_eq!(invariants(exhibition), Vec::<String>::new());
    // Every photo that the files name is on its board.
    let named: usize = std::fs::read_dir(sample.join("boards"))
        .unwrap()
        .map(|entry| {
            std::fs::read_to_string(entry.unwrap().path())
                .unwrap()
                .matches("file:")
                .count()
        })
        .sum();
    let shown: usize = exhibition.boards.iter().map(|board| board.photos().count()).sum();
    assert_eq!(shown, named);
    let letter = exhibition.board_by_code("QH013").unwrap();
    assert!(text(letter, "lead").source.to_plain().contains("四十二个孩子"));
    let scripts = |script| exhibition.boards.iter().filter(|board| board.script == script).count();
    assert!(scripts(Script::Hans) > 50 && scripts(Script::Hant) > 50);
}

#[test]
fn questions_and_moments_of_a_file_stand_in_their_places() {
    let bench = Bench::new(&[]);
    bench.write(
        "committees.csv",
        "committee,board,size\n柳溪镇,Q1,90x120cm\n柳溪镇,T1,90x120cm\n柳溪镇,S1,90x120cm\n".as_bytes(),
    );
    let qa = "qa:\n- {q: 几点停水？, a: 晚上十一点。}\n- {q: 找谁？, a: 打水站。}\n";
    bench.write("boards/Q1.yaml", format!("id: Q1\ntitle: 问答\n{qa}").as_bytes());
    let timeline = "id: T1\ntitle: 年表\ntimeline:\n- {when: 正月, what: 开工。}\n- {when: 腊月, what: 完工。}\n";
    bench.write("boards/T1.yaml", timeline.as_bytes());
    bench.write(
        "boards/S1.yaml",
        format!("id: S1\ntemplate: green-roster\ntitle: 问答\n{qa}").as_bytes(),
    );
    let mut show = empty_show();
    let library = Library::open(&bench.dir.path().join("media"));
    let imported = import_folder(
        &bench.folder(),
        show.exhibition(),
        &templates(),
        &library,
        &Progress::default(),
    )
    .unwrap();
    show.execute(&Command::Batch(imported.commands)).unwrap();
    let step = |code: &str, slot: &str| -> (String, String) {
        let board = show.exhibition().board_by_code(code).unwrap();
        let element = board
            .in_slot(slot)
            .unwrap_or_else(|| panic!("{code} {slot} on {}", board.template.name));
        let ElementKind::Step(step) = &element.kind else {
            panic!("{code} {slot}");
        };
        (step.head.source.to_plain(), step.text.source.to_plain())
    };
    assert_eq!(show.exhibition().board_by_code("Q1").unwrap().template.name, "blue-qa");
    assert_eq!(
        show.exhibition().board_by_code("T1").unwrap().template.name,
        "ink-timeline"
    );
    assert_eq!(step("Q1", "qa.2"), ("找谁？".into(), "打水站。".into()));
    assert_eq!(step("T1", "moment.1"), ("正月".into(), "开工。".into()));
    // A template without places for questions shows them as the items it has.
    assert_eq!(step("S1", "qa.1"), ("几点停水？".into(), "晚上十一点。".into()));
    let board = show.exhibition().board_by_code("S1").unwrap();
    let fonts = zhanban::text::Fonts::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts")).unwrap();
    let input = zhanban::layout::layout_input(show.exhibition(), board, None);
    let laid = zhanban::layout::lay_board(&input, &fonts);
    let rules: Vec<&str> = laid.findings.iter().map(|finding| finding.rule).collect();
    assert!(!rules.contains(&"no-place"), "{rules:?}");
}
