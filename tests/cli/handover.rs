//! What leaves the house: hand-overs, proofs, reports, registers.

use super::*;
use calamine::{Data, Reader as _, Xlsx};

impl Bench {
    /// Two boards whose photo is large enough for print.
    fn printable_show(&self) {
        self.small_show();
        let mut png = std::io::Cursor::new(Vec::new());
        image::RgbImage::from_fn(3200, 2400, |x, y| image::Rgb([(x / 16) as u8, (y / 16) as u8, 90]))
            .write_to(&mut png, image::ImageFormat::Png)
            .unwrap();
        self.write("in/photos/b.png", &png.into_inner());
        self.board("A1", "石桥还在", "桥修好了。");
        self.board("A2", "溪声依旧", "水也清了。");
        std::fs::remove_dir_all(self.path("s.zhanban")).unwrap();
        let made = self.run(&["import", "in", "--into", "s.zhanban"]);
        assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    }

    fn board(&self, code: &str, title: &str, lead: &str) {
        let yaml = format!(
            "id: {code}\ntemplate: red-story\ntitle: {title}\nlead: {lead}\nphotos:\n- {{file: b.png, caption_s: {title}的照片。}}\n"
        );
        self.write(&format!("in/boards/{code}.yaml"), yaml.as_bytes());
    }

    fn residue(&self) -> Vec<String> {
        let mut names = names(self.dir.path());
        names.retain(|name| name.contains("part") || name.starts_with(".zhanban"));
        names
    }
}

fn cells(file: &Path, sheet: usize) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(std::io::Cursor::new(std::fs::read(file).unwrap())).unwrap();
    let name = book.sheet_names()[sheet].clone();
    let range = book.worksheet_range(&name).unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn errors_block_a_hand_over_and_nothing_is_left_behind() {
    let bench = Bench::new();
    bench.small_show();
    let answer = bench.run(&["handover", "s.zhanban", "--shop", "photo-print", "--to", "out"]);
    assert_eq!(answer.code, 1, "{}{}", answer.out, answer.err);
    assert!(
        answer.out.contains("error") && answer.err.contains("Nothing was handed over"),
        "{}",
        answer.err
    );
    let accepted = bench.run(&["handover", "s.zhanban", "--to", "out", "--accept", "急用"]);
    assert_eq!(accepted.code, 1, "errors cannot be accepted: {}", accepted.out);
    assert!(!bench.path("out").exists() && bench.residue().is_empty());
    let shops = bench.run(&["handover", "--list"]);
    assert!(shops.code == 0 && shops.out.contains("photo-print") && shops.out.lines().count() >= 5);
    bench
        .run(&["handover", "s.zhanban", "--shop", "nobody", "--to", "out"])
        .refused("nobody");
}

#[test]
fn a_hand_over_is_whole_verified_and_known_to_the_next_one() {
    let bench = Bench::new();
    bench.printable_show();
    let line = ["handover", "s.zhanban", "--shop", "photo-print", "--to", "out"];
    let open = bench.run(&line);
    assert_eq!(open.code, 1, "warnings want a reason: {}", open.out);
    assert!(open.err.contains("without a reason"), "{}", open.err);
    let mut with_reason = line.to_vec();
    with_reason.extend(["--accept", "先印一套试样", "--zip"]);
    let done = bench.run(&with_reason);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert!(done.out.contains("Ready: 2 boards"), "{}", done.out);
    let files = names(&bench.path("out"));
    for wanted in [
        "print-files",
        "Job sheet.pdf",
        "Job sheet.xlsx",
        "Contact sheet.pdf",
        "Labels.pdf",
        "Preflight report.pdf",
        "fonts-and-licences.txt",
        "read-me-first.txt",
        "manifest.json",
        "manifest.sha256",
    ] {
        assert!(files.iter().any(|name| name == wanted), "{wanted}: {files:?}");
    }
    assert!(bench.path("out.zip").is_file() && bench.residue().is_empty());
    // Nobody has put these boards in a plaza: their labels say so.
    if let Ok(read) = Command::new("pdftotext")
        .arg(bench.path("out/Labels.pdf"))
        .arg("-")
        .output()
    {
        let read = String::from_utf8_lossy(&read.stdout).into_owned();
        let without = zhanban::base::say::paper::NO_PLACE[2];
        assert_eq!(read.matches(without).count(), 2, "{read}");
    }
    let read_me = std::fs::read_to_string(bench.path("out/read-me-first.txt")).unwrap();
    assert!(read_me.contains("先印一套试样"), "the reason goes along: {read_me}");
    // Sums of the job sheet are those of the ledger.
    let ledger = bench.run(&["ledger", "s.zhanban", "--json"]).json();
    let area: f64 = ledger
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["area_m2"].as_f64().unwrap())
        .sum();
    let rows = cells(&bench.path("out/Job sheet.xlsx"), 0);
    assert_eq!(rows.len(), 1 + 2 + 1);
    assert_eq!(rows[3][9], Data::Float((area * 1000.0).round() / 1000.0));
    // This shop takes outlines too: two files a board.
    assert_eq!(
        rows[1][11].to_string().lines().map(str::len).collect::<Vec<_>>(),
        [64, 64]
    );
    assert_eq!(names(&bench.path("out/outlined-files")).len(), 2);
    // Every file is as listed, until one byte is not.
    assert_eq!(bench.run(&["handover", "--verify", "out"]).code, 0);
    let board = bench
        .path("out/print-files")
        .join(&names(&bench.path("out/print-files"))[0]);
    let mut bytes = std::fs::read(&board).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&board, &bytes).unwrap();
    let broken = bench.run(&["handover", "--verify", "out"]);
    assert_eq!(broken.code, 1);
    assert!(
        broken.out.contains(&*board.file_name().unwrap().to_string_lossy()),
        "{}",
        broken.out
    );
    bytes[middle] ^= 1;
    std::fs::write(&board, &bytes).unwrap();
    // The reasons are saved: the next one needs none. What did not change is not handed over again.
    bench.run(&line).refused("out");
    let again = [
        "handover",
        "s.zhanban",
        "--shop",
        "photo-print",
        "--to",
        "next",
        "--since",
        "out",
    ];
    bench.run(&again).refused("nothing to hand over");
    bench.board("A2", "溪声依旧", "水更清了。");
    assert_eq!(bench.run(&["import", "in", "--into", "s.zhanban"]).code, 0);
    let next = bench.run(&again);
    assert_eq!(next.code, 0, "{}{}", next.out, next.err);
    assert_eq!(names(&bench.path("next/print-files")).len(), 1);
    let read_me = std::fs::read_to_string(bench.path("next/read-me-first.txt")).unwrap();
    assert!(
        read_me.contains("Replaced: A2") && read_me.contains("New: —"),
        "{read_me}"
    );
    let manifest = std::fs::read_to_string(bench.path("next/manifest.json")).unwrap();
    assert!(manifest.contains("\"A1\""), "it knows the look of boards it leaves out");
}

#[test]
fn proofs_are_small_marked_and_complete() {
    let bench = Bench::new();
    bench.printable_show();
    let done = bench.run(&["proofs", "s.zhanban", "--board", "A1", "--to", "desk"]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert_eq!(names(&bench.path("desk")).len(), 1);
    assert_eq!(bench.run(&["proofs", "s.zhanban", "--phone", "--to", "phone"]).code, 0);
    for name in names(&bench.path("phone")) {
        let bytes = std::fs::read(bench.path("phone").join(name)).unwrap();
        assert!(bytes.len() <= 2_000_000);
        let picture = image::load_from_memory(&bytes).unwrap();
        assert!(picture.height() > 1500);
    }
    assert_eq!(bench.run(&["proofs", "s.zhanban", "--whole", "--to", "whole"]).code, 0);
    let whole = bench.path("whole").join(&names(&bench.path("whole"))[0]);
    assert!(std::fs::metadata(&whole).unwrap().len() < 20_000_000);
    let pages = lopdf::Document::load(&whole).unwrap().get_pages().len();
    assert_eq!(pages, 2);
    assert_eq!(
        bench.run(&["proofs", "s.zhanban", "--handout", "--to", "texts"]).code,
        0
    );
    let texts = bench.path("texts").join(&names(&bench.path("texts"))[0]);
    if let Ok(read) = Command::new("pdftotext").arg(&texts).arg("-").output() {
        let read = String::from_utf8_lossy(&read.stdout).replace(char::is_whitespace, "");
        assert!(read.contains("石桥还在") && read.contains("石橋還在"), "{read}");
    }
}

#[test]
fn a_report_shows_the_boards_and_single_mends_are_done() {
    let bench = Bench::new();
    bench.printable_show();
    bench.board("A1", "石桥还在", "桥修好了,我们的的桥。");
    assert_eq!(bench.run(&["import", "in", "--into", "s.zhanban"]).code, 0);
    let count = |answer: &Answer, rule: &str| {
        let json = answer.json();
        let found = json["findings"].as_array().unwrap().iter();
        found.filter(|finding| finding["rule"] == rule).count()
    };
    let before = bench.run(&["check", "s.zhanban", "--json", "--pdf", "report.pdf"]);
    assert_eq!(
        (count(&before, "half-width"), count(&before, "repeated")),
        (1, 1),
        "{}",
        before.out
    );
    let report = lopdf::Document::load(bench.path("report.pdf")).unwrap();
    assert_eq!(report.get_pages().len(), 1);
    let after = bench.run(&["check", "s.zhanban", "--json", "--fix"]);
    assert_eq!(
        (count(&after, "half-width"), count(&after, "repeated")),
        (0, 0),
        "{}",
        after.out
    );
    assert!(after.err.contains("Mended") && after.err.contains('2'), "{}", after.err);
    let text = bench.run(&["check", "s.zhanban", "--text", "--shop", "photo-print"]);
    assert!(text.out.contains("warnings:"), "{}", text.out);
}

#[test]
fn registers_go_in_and_out_and_boards_follow_a_changed_figure() {
    let bench = Bench::new();
    bench.printable_show();
    bench.board("A1", "石桥还在", "灌溉面积达到1.2万亩。");
    assert_eq!(bench.run(&["import", "in", "--into", "s.zhanban"]).code, 0);
    let facts = |value: &str| format!("名称,数值,单位,日期,来源\n灌溉面积,{value},万亩,2026-05,水务站\n");
    bench.write("f.csv", facts("1.2").as_bytes());
    bench.write("n.csv", "类别,姓名,职务,排序\n人名,温岚,镇长,1\n".as_bytes());
    let done = bench.run(&[
        "registers",
        "s.zhanban",
        "--facts",
        "f.csv",
        "--names",
        "n.csv",
        "--to",
        "reg",
    ]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert_eq!(names(&bench.path("reg")), ["facts.csv", "names.csv", "registers.xlsx"]);
    let names_back = std::fs::read_to_string(bench.path("reg/names.csv")).unwrap();
    assert!(names_back.contains("温岚,溫嵐,镇长,鎮長,1"), "{names_back}");
    let has_finding = || bench.run(&["check", "s.zhanban"]).out.contains("in the register");
    assert!(!has_finding());
    bench.write("f.csv", facts("1.35").as_bytes());
    assert_eq!(bench.run(&["registers", "s.zhanban", "--facts", "f.csv"]).code, 0);
    assert!(has_finding(), "the board still says 1.2");
    // The workbook that came out goes in as well.
    assert_eq!(
        bench
            .run(&["registers", "s.zhanban", "--facts", "reg/registers.xlsx"])
            .code,
        0
    );
    assert!(!has_finding());
    assert_eq!(
        bench
            .run(&["registers", "s.zhanban", "--facts", "f.csv", "--update"])
            .code,
        0
    );
    assert!(!has_finding(), "the board follows");
}
