//! Packs that are cut, changed or made up: one clear sentence, nothing changed, in bounded time.

use super::*;
use std::io::{Cursor, Read as _, Write as _};
use std::time::{Duration, Instant};
use zhanban::base::Say;
use zhanban::base::say::ExchangeSay;
use zhanban::store::ExchangeError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

type Entries = Vec<(String, Vec<u8>)>;

struct Bench {
    desk: Desk,
    _photos: tempfile::TempDir,
    pack: Vec<u8>,
}

fn bench() -> Bench {
    let photos = tempfile::tempdir().unwrap();
    let library = Library::open(photos.path());
    let facts: Vec<_> = (0..3)
        .map(|at| picture(&library, &format!("{at}.png"), at * 60))
        .collect();
    let desk = Desk::new(&show(&[("A", 3)], &facts), photos.path());
    let pack = std::fs::read(desk.pack(None)).unwrap();
    Bench {
        desk,
        _photos: photos,
        pack,
    }
}

impl Bench {
    /// What is said of a pack of these bytes; `None`: it is taken. Nothing may be left behind either way.
    fn said(&self, bytes: &[u8]) -> Option<ExchangeSay> {
        let file = self.desk.dir.path().join("bad.zbpack");
        std::fs::write(&file, bytes).unwrap();
        let folder = self.desk.project.folder();
        let names = || {
            let mut names: Vec<_> = std::fs::read_dir(folder)
                .unwrap()
                .map(|entry| entry.unwrap().file_name())
                .collect();
            names.sort();
            names
        };
        let before = names();
        let begin = Instant::now();
        let opened = Incoming::open(&file, folder, &Progress::default());
        assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
        let said = match opened {
            Ok(incoming) => {
                drop(incoming);
                None
            }
            Err(ExchangeError::Told(Say::Exchange(say), _)) => Some(say),
            Err(other) => panic!("{other:?}"),
        };
        assert_eq!(names(), before);
        said
    }

    fn entries(&self) -> Entries {
        let mut zip = ZipArchive::new(Cursor::new(&self.pack)).unwrap();
        let mut entries = Vec::new();
        for at in 0..zip.len() {
            let mut entry = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            entry.read_to_end(&mut bytes).unwrap();
            entries.push((entry.name().unwrap().into_owned(), bytes));
        }
        entries
    }

    fn changed(&self, change: impl FnOnce(&mut Entries)) -> Option<ExchangeSay> {
        let mut entries = self.entries();
        change(&mut entries);
        self.said(&zipped(&entries))
    }

    /// The pack with its list written anew.
    fn relisted(&self, change: impl FnOnce(&mut serde_json::Value)) -> Option<ExchangeSay> {
        self.changed(|entries| {
            let (_, text) = entries.iter_mut().find(|(name, _)| name == "manifest.json").unwrap();
            let mut list: serde_json::Value = serde_json::from_slice(text).unwrap();
            change(&mut list);
            *text = serde_json::to_vec(&list).unwrap();
        })
    }
}

fn zipped(entries: &Entries) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn is_odd(said: Option<ExchangeSay>) -> bool {
    matches!(said, Some(ExchangeSay::Odd { .. }))
}

fn is_damaged(said: Option<ExchangeSay>) -> bool {
    matches!(said, Some(ExchangeSay::Damaged { .. }))
}

#[test]
fn a_pack_cut_anywhere_is_told_and_nothing_is_left() {
    let bench = bench();
    assert_eq!(bench.said(&bench.pack), None);
    for share in 0..40 {
        let length = bench.pack.len() * share / 40;
        let said = bench.said(&bench.pack[..length]);
        let is_told = matches!(said, Some(ExchangeSay::CutShort { .. } | ExchangeSay::NotAPack { .. }));
        assert!(is_told, "{length}: {said:?}");
    }
    let longer = [&bench.pack[..], b"\0\0\0\0"].concat();
    assert!(bench.said(&longer).is_some());
    for other in [&b""[..], b"not a pack at all", &bench.pack[4..]] {
        assert!(matches!(bench.said(other), Some(ExchangeSay::NotAPack { .. })));
    }
    assert!(matches!(
        bench.said(&zipped(&vec![("a.txt".into(), vec![1])])),
        Some(ExchangeSay::NotAPack { .. })
    ));
}

#[test]
fn a_changed_byte_is_seen_or_changes_nothing() {
    let bench = bench();
    let whole = bench.desk.incoming(&bench.desk.pack(None)).exhibition;
    let mut seen = 0;
    for round in 0..150 {
        let mut bytes = bench.pack.clone();
        let at = (round * 7919 + 13) % bytes.len();
        bytes[at] ^= 0x20;
        let file = bench.desk.dir.path().join("flipped.zbpack");
        std::fs::write(&file, &bytes).unwrap();
        match Incoming::open(&file, bench.desk.project.folder(), &Progress::default()) {
            Err(_) => seen += 1,
            // A time stamp or another field that nobody reads.
            Ok(incoming) => assert_eq!(incoming.exhibition.boards, whole.boards),
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn names_that_lead_elsewhere_and_files_nobody_listed_are_refused() {
    let bench = bench();
    for name in [
        "../../evil.txt",
        "/etc/evil",
        "C:\\evil",
        "o/../x.json",
        "m/evil",
        "o/000999.json",
    ] {
        assert!(
            is_odd(bench.changed(|entries| entries.push((name.into(), b"x".to_vec())))),
            "{name}"
        );
    }
    assert!(is_odd(bench.changed(|entries| drop(entries.remove(2)))));
    // Listed, and still no name of ours.
    let said = bench.changed(|entries| {
        let evil = b"x".to_vec();
        let (_, text) = entries.iter_mut().find(|(name, _)| name == "manifest.json").unwrap();
        let mut list: serde_json::Value = serde_json::from_slice(text).unwrap();
        list["entries"].as_array_mut().unwrap().push(serde_json::json!({
            "name": "../evil", "bytes": 1, "sha256": Digest::of(&evil), "role": "readme",
        }));
        *text = serde_json::to_vec(&list).unwrap();
        entries.push(("../evil".into(), evil));
    });
    assert!(is_odd(said));
}

#[test]
fn an_entry_that_is_there_twice_is_refused() {
    let bench = bench();
    let mut entries = bench.entries();
    entries.push(("o/000002.jsoX".into(), b"{}".to_vec()));
    let mut bytes = zipped(&entries);
    let wrong = b"o/000002.jsoX";
    while let Some(at) = bytes.windows(wrong.len()).position(|part| part == wrong) {
        bytes[at + wrong.len() - 1] = b'n';
    }
    assert!(bench.said(&bytes).is_some());
}

#[test]
fn sizes_and_hashes_that_lie_are_seen() {
    let bench = bench();
    let first = |list: &mut serde_json::Value| list["entries"][3].clone();
    let _ = first;
    assert!(is_odd(bench.relisted(|list| list["entries"][3]["bytes"] = 1.into())));
    assert!(is_damaged(bench.relisted(|list| {
        let hash = Digest::of(b"another");
        list["entries"][3]["sha256"] = serde_json::to_value(hash).unwrap();
    })));
    let huge = bench.relisted(|list| list["entries"][3]["bytes"] = (1u64 << 40).into());
    assert!(matches!(huge, Some(ExchangeSay::TooMuch { .. })), "{huge:?}");
    // 300 MB of zeros in 300 KB, called a text of the show.
    let bomb = bench.changed(|entries| {
        entries.push(("o/000900.json".into(), vec![b' '; 80 << 20]));
        let (_, text) = entries.iter_mut().find(|(name, _)| name == "manifest.json").unwrap();
        let mut list: serde_json::Value = serde_json::from_slice(text).unwrap();
        list["entries"].as_array_mut().unwrap().push(serde_json::json!({
            "name": "o/000900.json", "bytes": 80 << 20, "sha256": Digest::of(b""), "role": "object", "kind": "board", "id": "x",
        }));
        *text = serde_json::to_vec(&list).unwrap();
    });
    assert!(matches!(bomb, Some(ExchangeSay::TooMuch { .. })), "{bomb:?}");
}

#[test]
fn a_hundred_thousand_entries_are_not_even_counted() {
    let bench = bench();
    let many: Entries = (0..100_000).map(|at| (format!("o/{at:06}.json"), Vec::new())).collect();
    let said = bench.said(&zipped(&many));
    assert!(matches!(said, Some(ExchangeSay::TooMuch { .. })), "{said:?}");
}

#[test]
fn a_newer_pack_and_an_unknown_kind_are_told_apart() {
    let bench = bench();
    let newer = bench.relisted(|list| list["format"] = 99.into());
    assert!(matches!(newer, Some(ExchangeSay::Newer { .. })));
    let rebuilt = bench.relisted(|list| {
        list["format"] = 99.into();
        list["entries"] = "of another shape".into();
    });
    assert!(matches!(rebuilt, Some(ExchangeSay::Newer { .. })));
    // A kind that a later program added is passed over.
    let said = bench.changed(|entries| {
        let body = b"{}".to_vec();
        let (_, text) = entries.iter_mut().find(|(name, _)| name == "manifest.json").unwrap();
        let mut list: serde_json::Value = serde_json::from_slice(text).unwrap();
        list["entries"].as_array_mut().unwrap().push(serde_json::json!({
            "name": "o/000900.json", "bytes": 2, "sha256": Digest::of(&body), "role": "object", "kind": "hologram", "id": "x",
        }));
        *text = serde_json::to_vec(&list).unwrap();
        entries.push(("o/000900.json".into(), body));
    });
    assert_eq!(said, None);
    assert!(is_damaged(
        bench.relisted(|list| list["entries"] = serde_json::json!("x"))
    ));
}
