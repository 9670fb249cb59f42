//! A new board from photos and text, by label: what was pasted stands on it, one step takes all of it back.

use super::board_tests::{Window, ctrl, exhibition, open};
use egui::{Event, Key, Modifiers};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use zhanban::app::view::Message;
use zhanban::base::Lang;
use zhanban::model::*;
use zhanban::script::Region;

const TEXT: &str = "一河清水绕村来\n——柳溪河两岸记事\n今年以来，上坪村的党员认领了十一公里河段，每周走一遍，记一本河长日记。\n河边建起三座亲水台，老人傍晚来坐，孩子放学来玩。";

fn usual() -> Window {
    open(exhibition(), Lang::Hans, [1440.0, 900.0])
}

fn photo(folder: &Path, name: &str, colour: [u8; 3]) -> PathBuf {
    let file = folder.join(name);
    image::RgbImage::from_pixel(1200, 800, image::Rgb(colour))
        .save(&file)
        .unwrap();
    file
}

fn docx(file: &Path, lines: &[&str]) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(file).unwrap());
    zip.start_file("word/document.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let paras: String = lines
        .iter()
        .map(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))
        .collect();
    write!(zip, "<w:document xmlns:w=\"w\"><w:body>{paras}</w:body></w:document>").unwrap();
    zip.finish().unwrap();
}

fn wait_for(window: &mut Window, label: &str) {
    window.wait(label, |window| window.has(label));
}

fn drop_files(window: &mut Window, files: Vec<PathBuf>) {
    let ctx = window.harness.ctx.clone();
    window.harness.state_mut().obey(&ctx, Message::Drop(files, None));
    window.settle();
}

fn all_text(board: &Board) -> String {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    texts.map(|text| text.source.to_plain()).collect::<Vec<_>>().join("\n")
}

fn paste(window: &mut Window, text: &str) {
    window.field("文字").focus();
    window.settle();
    window.harness.input_mut().events.push(Event::Paste(text.into()));
    window.rest();
}

#[test]
fn new_board_takes_pasted_text_and_dropped_photos_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let photos = vec![
        photo(folder.path(), "03_上坪村的新渠.png", [40, 120, 160]),
        photo(folder.path(), "IMG_2031.png", [160, 90, 40]),
    ];
    let mut window = usual();
    let before = window.show().clone();
    window.key(ctrl(), Key::N);
    drop_files(&mut window, photos);
    wait_for(&mut window, "图说 2");
    assert!(!window.has("图说 3"));
    paste(&mut window, TEXT);
    wait_for(&mut window, "一河清水绕村来");
    window.click("水墨 · 故事板");
    window.click("建好，开始编辑");
    let board = window.board();
    assert_eq!(board.template.name, "ink-story");
    assert_eq!(board.title(), "一河清水绕村来");
    let text = all_text(&board);
    for part in [
        "——柳溪河两岸记事",
        "每周走一遍，记一本河长日记。",
        "三座亲水台",
        "上坪村的新渠",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert_eq!(board.photos().count(), 2);
    let show = window.show();
    assert_eq!(invariants(show), Vec::<String>::new());
    assert_eq!(show.boards.len(), before.boards.len() + 1);
    window.key(ctrl(), Key::Z);
    assert_eq!(*window.show(), before);
}

#[test]
fn new_board_reads_a_word_document_and_tells_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let (good, old) = (folder.path().join("稿子.docx"), folder.path().join("旧稿.doc"));
    docx(&good, &["一渠活水进村来", "十一公里新渠通到家门口。"]);
    std::fs::write(
        &old,
        [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat(),
    )
    .unwrap();
    let mut window = usual();
    // Dropped on the window, it opens the page.
    drop_files(&mut window, vec![good, old]);
    let told = "旧稿.doc 是旧版 Word 或 WPS 文档，读不了。请用 Word 或 WPS 打开，另存为 .docx 再拖进来。";
    wait_for(&mut window, told);
    wait_for(&mut window, "一渠活水进村来");
    window.click("建好，开始编辑");
    assert_eq!(window.board().title(), "一渠活水进村来");
    assert!(all_text(&window.board()).contains("十一公里新渠通到家门口。"));
}

#[test]
fn new_board_of_an_empty_show_brings_its_unit_along() {
    let name = TwoName {
        hans: "新展览".into(),
        hant: "新展覽".into(),
    };
    let mut window = open(Exhibition::new(name, Region::Mainland), Lang::Hans, [1280.0, 720.0]);
    window.key(ctrl(), Key::N);
    assert!(window.has("写上单位名称"));
    window.field("单位名称").focus();
    window.settle();
    wait_for(&mut window, "水墨 · 故事板");
    window
        .harness
        .input_mut()
        .events
        .push(Event::Text("上坪村党支部".into()));
    window.settle();
    window.click("建好，开始编辑");
    let show = window.show();
    assert_eq!(show.committees[0].name.hant, "上坪村黨支部");
    assert_eq!(
        (show.boards.len(), show.boards[0].committee),
        (1, show.committees[0].id)
    );
    window.key(ctrl(), Key::Z);
    assert!(window.show().committees.is_empty());
}

#[test]
fn new_board_of_a_book_becomes_a_series() {
    let mut window = usual();
    let before = window.show().boards.len();
    window.key(ctrl(), Key::N);
    let para = "上坪村的党员认领了十一公里河段，每周走一遍，记一本河长日记。".repeat(8);
    paste(
        &mut window,
        &format!("一河清水绕村来\n{}", format!("{para}\n").repeat(20)),
    );
    window.click("做成一组展板");
    window.wait("what was put in", |window| window.show().boards.len() > before);
    let show = window.show();
    assert!(show.boards.len() > before + 10, "{}", show.boards.len());
    window.key(ctrl(), Key::Z);
    assert_eq!(window.show().boards.len(), before);
}

#[test]
fn new_board_can_be_given_up_and_arrows_choose_a_template() {
    let mut window = usual();
    let before = window.show().clone();
    window.key(ctrl(), Key::N);
    wait_for(&mut window, "水墨 · 故事板");
    window.key(Modifiers::NONE, Key::ArrowRight);
    window.key(Modifiers::NONE, Key::Escape);
    assert!(!window.has("做成一组展板"));
    assert_eq!(*window.show(), before);
    window.key(ctrl(), Key::N);
    wait_for(&mut window, "水墨 · 故事板");
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(window.show().boards.len(), before.boards.len() + 1);
}

/// What people keep in one folder: photos, photos that are none, documents, links, packs, nothing at all.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let sound = photo(folder, "好照片.png", [40, 120, 160]);
    let png = std::fs::read(&sound).unwrap();
    let kinds: Vec<(&str, Vec<u8>)> = vec![
        ("半张.png", png[..png.len() / 2].to_vec()),
        ("空.jpg", Vec::new()),
        ("网页.jpg", b"<html><script>alert(1)</script></html>".to_vec()),
        ("宽得离谱.png", huge_png()),
        ("假.docx", b"not a zip at all".to_vec()),
        ("半个.docx", b"PK\x03\x04\x14\x00".to_vec()),
        ("旧.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1].repeat(80)),
        ("程序.exe", b"MZ\x90\x00".repeat(50)),
        ("表.xlsx", b"PK\x03\x04".to_vec()),
        ("包.zbpack", b"no pack".to_vec()),
        ("图.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g".to_vec()),
        ("坏.txt", vec![0xff, 0xfe, 0x00, 0xd8, 0x41]),
        ("字.ttf", b"OTTO\x00\x01".to_vec()),
        ("没有扩展名", vec![7; 90]),
    ];
    let mut files = vec![sound, folder.join("没有这个文件.jpg"), folder.to_path_buf()];
    for number in 0..300 - files.len() {
        let (name, bytes) = &kinds[number % kinds.len()];
        let file = folder.join(format!("{number}_{name}"));
        std::fs::write(&file, bytes).unwrap();
        files.push(file);
    }
    files
}

/// The head of a picture of 100,000 pixels a side.
fn huge_png() -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([0, 1, 0x86, 0xa0, 0, 1, 0x86, 0xa0, 8, 2, 0, 0, 0]);
    png.extend([0; 40]);
    png
}

#[test]
fn three_hundred_files_of_every_kind_dropped_at_once_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let files = everything(folder.path());
    assert_eq!(files.len(), 300);
    let mut window = usual();
    // What no font has is a box in the window; the harness would rather end.
    let boxes = egui::MissingGlyphPolicy::Tofu;
    window.harness.ctx.set_missing_glyph_policy(boxes);
    let before = window.show().clone();
    window.key(ctrl(), Key::N);
    drop_files(&mut window, files);
    // The good one comes in, and the form tells of others.
    wait_for(&mut window, "图说 1");
    window.wait("what was put in", |window| window.harness.state().is_idle());
    window.click("建好，开始编辑");
    let show = window.show();
    assert_eq!(show.boards.len(), before.boards.len() + 1);
    assert!(before.boards.iter().all(|board| show.boards.contains(board)));
    assert_eq!(invariants(show), Vec::<String>::new());
    assert!(window.board().photos().count() > 0);
    window.key(ctrl(), Key::Z);
    assert_eq!(*window.show(), before);
}

#[test]
fn a_million_characters_pasted_are_a_series_offered_not_a_frozen_window() {
    let mut window = usual();
    window.key(ctrl(), Key::N);
    let million = format!("一河清水绕村来\n{}", "水".repeat(999).as_str().to_owned() + "\n").repeat(1_000);
    paste(&mut window, &million);
    window.wait("what was put in", |window| window.harness.state().is_idle());
    assert!(window.has("做成一组展板"));
    window.key(Modifiers::NONE, Key::Escape);
    assert_eq!(window.show().boards.len(), exhibition().boards.len());
}
