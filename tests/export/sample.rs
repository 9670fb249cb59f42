//! All 200 boards of the sample as PDF files. One export serves all tests.

use super::{outside, x4};
use lopdf::{Dictionary, Document, Object};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Arc, OnceLock};
use zhanban::base::Digest;
use zhanban::layout::{Frame, Item, LayoutCache, Placed};
use zhanban::media::Library;
use zhanban::model::Exhibition;
use zhanban::store::{Home, Project};

pub struct Sample {
    _dir: tempfile::TempDir,
    pub home: Home,
    pub exhibition: Exhibition,
    pub library: Library,
    /// In display sequence: code, frame and file of each board.
    pub boards: Vec<(String, Arc<Frame>, PathBuf)>,
    pub joined: PathBuf,
}

pub fn sample() -> &'static Sample {
    static SAMPLE: OnceLock<Sample> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let dir = tempfile::tempdir().unwrap();
        let show = dir.path().join("sample.zhanban");
        let (files, joined) = (dir.path().join("boards"), dir.path().join("joined"));
        let run = |args: &[&std::ffi::OsStr]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_zhanban"));
            command
                .args(args)
                .arg("--quiet")
                .env("ZHANBAN_HOME", env!("CARGO_MANIFEST_DIR"));
            let done = command.stdin(Stdio::null()).output().unwrap();
            assert!(
                done.status.success(),
                "{args:?}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
        };
        run(&["sample".as_ref(), show.as_os_str()]);
        run(&[
            "export".as_ref(),
            show.as_os_str(),
            "--all".as_ref(),
            "--to".as_ref(),
            files.as_os_str(),
        ]);
        run(&[
            "export".as_ref(),
            show.as_os_str(),
            "--joined".as_ref(),
            "--to".as_ref(),
            joined.as_os_str(),
        ]);
        let home = Home::open_at(std::path::Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
        let opened = Project::open(&show).unwrap();
        let cache = LayoutCache::new(home.fonts.clone());
        let mut written: Vec<PathBuf> = std::fs::read_dir(&files)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        written.sort();
        let exhibition = opened.exhibition;
        let boards = exhibition.in_order();
        assert_eq!(boards.len(), written.len());
        let boards = boards
            .into_iter()
            .zip(written)
            .map(|(board, file)| {
                let laid = cache.lay(&exhibition, board, None);
                (board.code.clone(), Arc::new(laid.frame.clone()), file)
            })
            .collect();
        let joined = std::fs::read_dir(&joined).unwrap().next().unwrap().unwrap().path();
        Sample {
            library: opened.project.library(),
            home,
            exhibition,
            boards,
            joined,
            _dir: dir,
        }
    })
}

/// Every item of a frame, groups opened.
pub fn each_item<'f>(items: &'f [Placed], see: &mut impl FnMut(&'f Item)) {
    for placed in items {
        see(&placed.item);
        if let Item::Group(group) = &placed.item {
            each_item(&group.items, see);
        }
    }
}

/// Characters and how often each is there, without spaces.
fn counted(text: &str) -> BTreeMap<char, i64> {
    let mut counts = BTreeMap::new();
    for c in text.chars().filter(|c| !c.is_whitespace() && !c.is_control()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

fn text_of(frame: &Frame) -> String {
    let mut text = String::new();
    each_item(&frame.items, &mut |item| {
        if let Item::Glyphs(run) = item {
            for glyph in &run.glyphs {
                text.push_str(&run.text[glyph.cluster.start as usize..glyph.cluster.end as usize]);
            }
        }
    });
    text
}

#[test]
fn every_board_holds_the_rules_and_its_boxes_are_exact() {
    let sample = sample();
    assert_eq!(sample.boards.len(), 200);
    let faults: Vec<String> = sample
        .boards
        .par_iter()
        .flat_map(|(code, frame, file)| {
            let bytes = std::fs::read(file).unwrap();
            let mut faults: Vec<String> = x4::faults(&bytes)
                .into_iter()
                .map(|fault| format!("{code}: {fault}"))
                .collect();
            let document = Document::load_mem(&bytes).unwrap();
            let page = document.get_dictionary(document.get_pages()[&1]).unwrap();
            let mm = |key: &[u8]| {
                x4::as_box(page.get(key).unwrap())
                    .unwrap()
                    .map(|side| side * 25.4 / 72.0)
            };
            let [left, bottom, right, top] = mm(b"TrimBox");
            for (is, wanted) in [(right - left, frame.size.w), (top - bottom, frame.size.h)] {
                if (is - wanted).abs() > 0.005 {
                    faults.push(format!("{code}: trim {is} mm for {wanted}"));
                }
            }
            let bleed = mm(b"BleedBox");
            for (is, wanted) in bleed
                .into_iter()
                .zip([left - 3.0, bottom - 3.0, right + 3.0, top + 3.0])
            {
                if (is - wanted).abs() > 0.005 {
                    faults.push(format!("{code}: bleed at {is} mm for {wanted}"));
                }
            }
            faults
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_character_comes_back_in_both_scripts() {
    let sample = sample();
    let faults: Vec<String> = sample
        .boards
        .par_iter()
        .filter_map(|(code, frame, file)| {
            let read = outside("pdftotext", &["-raw"], file)?;
            let mut missing: BTreeMap<char, i64> = counted(&text_of(frame));
            for (c, count) in counted(&read) {
                *missing.entry(c).or_default() -= count;
            }
            // The slug line has more characters than the board; none may be fewer.
            missing.retain(|_, count| *count > 0);
            if !missing.is_empty() {
                return Some(format!("{code}: {missing:?}"));
            }
            // The slug line comes last; before it all reads as the board is read.
            let said = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
            let (wanted, is) = (said(&text_of(frame)), said(&read));
            let at = wanted.iter().zip(&is).position(|(wanted, is)| wanted != is)?;
            let near = |text: &[char]| {
                text[at.saturating_sub(8)..(at + 8).min(text.len())]
                    .iter()
                    .collect::<String>()
            };
            Some(format!("{code}: reads {} for {}", near(&is), near(&wanted)))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Photos as the joined file has them, by object: the pixels and how often pages show them.
fn images(document: &Document) -> BTreeMap<u32, (Vec<u8>, BTreeSet<u32>)> {
    let mut images: BTreeMap<u32, (Vec<u8>, BTreeSet<u32>)> = BTreeMap::new();
    for (number, id) in document.get_pages() {
        let page = document.get_dictionary(id).unwrap();
        let resources = page.get(b"Resources").unwrap().as_dict().unwrap();
        for (_, object) in resources
            .get(b"XObject")
            .and_then(Object::as_dict)
            .unwrap_or(&Dictionary::new())
        {
            let stream = document.dereference(object).unwrap().1.as_stream().unwrap();
            if stream.dict.get(b"Subtype").unwrap().as_name().unwrap() == b"Image" {
                let id = object.as_reference().unwrap().0;
                let entry = images
                    .entry(id)
                    .or_insert_with(|| (stream.content.clone(), BTreeSet::new()));
                entry.1.insert(number);
            }
        }
    }
    images
}

#[test]
fn every_photo_is_there_and_keeps_its_pixels() {
    let sample = sample();
    let document = Document::load(&sample.joined).unwrap();
    let images = images(&document);
    let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgb8().into_raw();
    let mut originals: BTreeMap<Digest, Vec<u8>> = BTreeMap::new();
    let mut wanted: BTreeMap<u32, BTreeSet<Digest>> = BTreeMap::new();
    for (number, (_, frame, _)) in sample.boards.iter().enumerate() {
        let shown = wanted.entry(number as u32 + 1).or_default();
        each_item(&frame.items, &mut |item| {
            if let Item::Image(image) = item {
                shown.insert(image.photo);
                originals.entry(image.photo).or_insert_with(|| {
                    let facts = &sample.exhibition.photos[&image.photo];
                    pixels(&sample.library.bytes(facts).unwrap())
                });
            }
        });
    }
    assert!(originals.len() >= 24, "{} photos", originals.len());
    let by_pixels: BTreeMap<&[u8], Digest> = originals
        .iter()
        .map(|(digest, pixels)| (pixels.as_slice(), *digest))
        .collect();
    let mut found: BTreeMap<u32, BTreeSet<Digest>> = wanted.keys().map(|page| (*page, BTreeSet::new())).collect();
    for (id, (bytes, pages)) in &images {
        let decoded = pixels(bytes);
        let digest = by_pixels.get(decoded.as_slice());
        let digest = *digest.unwrap_or_else(|| panic!("object {id} is no photo of the show, pixel for pixel"));
        for page in pages {
            found.get_mut(page).unwrap().insert(digest);
        }
    }
    // Also the other way round: a page names no photo that it does not show.
    assert_eq!(found, wanted);
}

#[test]
fn the_joined_file_has_labels_bookmarks_and_all_boards() {
    let sample = sample();
    let bytes = std::fs::read(&sample.joined).unwrap();
    assert_eq!(x4::faults(&bytes), Vec::<String>::new());
    let document = Document::load_mem(&bytes).unwrap();
    assert_eq!(document.get_pages().len(), 200);
    let catalog = document.catalog().unwrap();
    let labels = catalog.get(b"PageLabels").unwrap().as_dict().unwrap();
    let labels = labels.get(b"Nums").unwrap().as_array().unwrap();
    let label = labels[33].as_dict().unwrap().get(b"P").unwrap();
    assert_eq!(
        (labels[32].as_i64().unwrap(), x4::decoded_text(label).as_str()),
        (16, "017")
    );
    let outlines = document
        .get_object(catalog.get(b"Outlines").unwrap().as_reference().unwrap())
        .unwrap();
    let units = outlines.as_dict().unwrap().get(b"Count").unwrap().as_i64().unwrap();
    let committees: BTreeSet<_> = sample.exhibition.boards.iter().map(|board| board.committee).collect();
    assert_eq!(units as usize, committees.len());
}
