//! Files that are not projects, cut short, altered, damaged, newer: one clear sentence each, nothing changed, and
//! what can be read is read.

use super::{edited, folder, open, reopened, rich, titled};
use std::collections::BTreeMap;
use std::path::Path;
use zhanban::base::Say;
use zhanban::base::say::{Part, StoreSay};
use zhanban::model::{Board, Exhibition};
use zhanban::store::{Project, SaveState, StoreError};

fn files(folder: &Path) -> BTreeMap<std::ffi::OsString, Vec<u8>> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .filter(|entry| entry.path().is_file())
        .map(|entry| (entry.file_name(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

fn refusal(folder: &Path) -> StoreSay {
    match Project::open(folder) {
        Err(StoreError::Told(Say::Store(say), _)) => say,
        Err(error) => panic!("{error}"),
        Ok(opened) => panic!("opened with {:?}", opened.findings),
    }
}

/// Refused with this sentence, and every byte as it was.
fn check_refused(folder: &Path, say: fn(String) -> StoreSay) {
    let before = folder.is_dir().then(|| files(folder));
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(refusal(folder), say(name));
    assert_eq!(folder.is_dir().then(|| files(folder)), before);
}

fn project(show: &Exhibition) -> (tempfile::TempDir, std::path::PathBuf) {
    let (dir, folder) = folder();
    drop(Project::create(&folder, show).unwrap());
    (dir, folder)
}

fn sql(folder: &Path, sql: &str) {
    let db = rusqlite::Connection::open(folder.join("project.db")).unwrap();
    db.execute_batch(sql).unwrap();
}

#[test]
fn what_is_no_project_is_told_and_left_alone() {
    let (_dir, folder) = folder();
    check_refused(&folder, |name| StoreSay::NotFound { name });
    std::fs::create_dir(&folder).unwrap();
    check_refused(&folder, |name| StoreSay::NotAProject { name });
    std::fs::write(folder.join("project.db"), "展板".repeat(500)).unwrap();
    check_refused(&folder, |name| StoreSay::NotAProject { name });
    std::fs::write(folder.join("project.db"), "").unwrap();
    check_refused(&folder, |name| StoreSay::CutShort { name });
    std::fs::remove_file(folder.join("project.db")).unwrap();
    sql(&folder, "CREATE TABLE songs(title); INSERT INTO songs VALUES ('x');");
    check_refused(&folder, |name| StoreSay::NotAProject { name });
    std::fs::remove_file(folder.join("project.db")).unwrap();
    std::fs::create_dir(folder.join("project.db")).unwrap();
    check_refused(&folder, |name| StoreSay::NotAProject { name });
}

#[test]
fn the_file_inside_opens_its_project() {
    let show = rich(1);
    let (_dir, folder) = project(&show);
    assert_eq!(reopened(&folder.join("project.db")), show);
}

#[test]
fn a_project_cut_short_anywhere_is_told_and_left_alone() {
    let (_dir, folder) = project(&rich(6));
    let file = folder.join("project.db");
    let whole = std::fs::read(&file).unwrap();
    let odd = [0, 1, 15, 16, 60, 99, 100, 101, 511, whole.len() - 1];
    let pages = (0..whole.len()).step_by(4096).flat_map(|at| [at, at + 1, at + 2049]);
    let mut count = 0;
    for length in odd.into_iter().chain(pages).filter(|length| *length < whole.len()) {
        std::fs::write(&file, &whole[..length]).unwrap();
        check_refused(&folder, |name| StoreSay::CutShort { name });
        count += 1;
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_flipped_bit_is_never_silent() {
    let show = rich(5);
    let (_dir, folder) = project(&show);
    let file = folder.join("project.db");
    let opened = open(&folder);
    opened.project.save(&edited(&show, 0, "还没有成为版本"));
    opened.project.flush().unwrap();
    // As a crash leaves it: working states and revisions.
    let whole = std::fs::read(&file).unwrap();
    let show = edited(&show, 0, "还没有成为版本");
    drop(opened);
    std::fs::write(&file, &whole).unwrap();
    let as_left = reopened(&folder);
    assert_eq!(as_left.boards[0].title(), show.boards[0].title());

    let mut random = 20_261_126u64;
    let [mut refused, mut told, mut unseen] = [0; 3];
    for _ in 0..400 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let bit = (random >> 20) as usize % (whole.len() * 8);
        let mut damaged = whole.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&file, &damaged).unwrap();
        match Project::open(&folder) {
            Err(StoreError::Told(..)) => refused += 1,
            Ok(opened) if !opened.findings.is_empty() => {
                told += 1;
                assert_eq!(zhanban::model::invariants(&opened.exhibition), Vec::<String>::new());
            }
            Ok(opened) => {
                unseen += 1;
                assert_eq!(
                    opened.exhibition, as_left,
                    "bit {bit} changed the show and nobody said so"
                );
            }
        }
        // Opening and closing wrote nothing.
        assert!(
            std::fs::read(&file).unwrap() == damaged,
            "bit {bit}: the file was changed"
        );
    }
    println!("{refused} refused, {told} told, {unseen} in unused bytes, history or elsewhere");
    assert!(told > 50, "{told}");
}

/// Spoils the stored bytes of one object's newest revision.
const SPOIL: &str =
    "UPDATE rev SET body = zeroblob(200) WHERE hash = (SELECT head FROM object WHERE kind = 'board' AND id = '#')";

#[test]
fn a_damaged_board_comes_back_as_it_was_before() {
    let first = rich(3);
    let (_dir, folder) = project(&first);
    let second = edited(&first, 1, "第二版");
    let opened = open(&folder);
    opened.project.checkpoint(&second, "test").unwrap();
    drop(opened);
    sql(&folder, &SPOIL.replace('#', &first.boards[1].id.to_string()));
    let opened = open(&folder);
    assert_eq!(opened.exhibition, first);
    let [finding] = &opened.findings[..] else {
        panic!("{:?}", opened.findings)
    };
    assert_eq!(finding.place.board.as_deref(), Some("QH001"));
    assert!(matches!(&finding.say, Say::Store(StoreSay::PartOlder { .. })));

    // It can be worked on from there.
    let third = edited(&first, 1, "第三版");
    opened.project.save(&third);
    drop(opened);
    assert_eq!(reopened(&folder), third);
}

#[test]
fn a_board_that_cannot_be_read_at_all_costs_only_itself() {
    let show = rich(4);
    let (_dir, folder) = project(&show);
    sql(&folder, &SPOIL.replace('#', &show.boards[1].id.to_string()));
    let opened = open(&folder);
    let lost = Say::Store(StoreSay::PartLost {
        part: Part::Board { code: String::new() },
    });
    assert!(
        opened.findings.iter().any(|finding| finding.say == lost),
        "{:?}",
        opened.findings
    );
    let rest = zhanban::model::Command::RemoveBoard(show.boards[1].id)
        .apply(&show)
        .unwrap();
    assert_eq!(opened.exhibition, rest);
}

#[test]
fn lost_lists_are_replaced_so_that_the_boards_can_be_worked_on() {
    let show = rich(3);
    for kind in [
        "committees",
        "order",
        "states",
        "template",
        "photo",
        "show",
        "words",
        "plaza",
    ] {
        let (_dir, folder) = project(&show);
        sql(&folder, &format!("UPDATE rev SET body = NULL WHERE kind = '{kind}'"));
        let opened = open(&folder);
        assert!(!opened.findings.is_empty(), "{kind}");
        assert_eq!(
            zhanban::model::invariants(&opened.exhibition),
            Vec::<String>::new(),
            "{kind}"
        );
        let texts = |show: &Exhibition| -> Vec<Vec<String>> {
            let mut boards: Vec<_> = show.boards.clone();
            boards.sort_by_key(|board| board.id);
            boards
                .iter()
                .map(|board| vec![board.code.clone(), board.title()])
                .collect()
        };
        assert_eq!(texts(&opened.exhibition), texts(&show), "{kind}");
        let next = titled(&opened.exhibition, "接着做");
        opened.project.save(&next);
        drop(opened);
        assert_eq!(open(&folder).exhibition, next, "{kind}");
    }
}

#[test]
fn a_newer_project_opens_for_looking_and_stays_as_it_is() {
    let show = rich(3);
    let (_dir, folder) = project(&show);
    sql(
        &folder,
        "PRAGMA user_version = 2; CREATE TABLE later(x); INSERT INTO later VALUES (1);",
    );
    let before = files(&folder);
    let opened = open(&folder);
    assert_eq!(opened.project.state(), SaveState::ReadOnly(Say::Store(StoreSay::Newer)));
    assert_eq!((&opened.exhibition, &opened.findings[..]), (&show, &[][..]));
    opened.project.save(&titled(&show, "改"));
    assert!(opened.project.flush().is_err());
    drop(opened);
    assert!(files(&folder) == before);

    sql(&folder, "ALTER TABLE rev RENAME TO revision");
    check_refused(&folder, |name| StoreSay::NewerUnreadable { name });
}

#[test]
fn a_file_with_sql_of_its_own_is_refused() {
    for hostile in [
        "CREATE TRIGGER t AFTER INSERT ON state BEGIN DELETE FROM rev; END",
        "CREATE VIEW v AS SELECT * FROM rev",
        "CREATE INDEX i ON rev(upper(reason))",
        "ALTER TABLE object ADD COLUMN x AS (hex(head))",
        "DROP TABLE state; CREATE VIEW state AS SELECT kind, object, body, body_sha AS seal FROM rev",
    ] {
        let (_dir, folder) = project(&rich(1));
        sql(&folder, hostile);
        check_refused_but_for_the_lock(&folder);
    }
}

fn check_refused_but_for_the_lock(folder: &Path) {
    let before = std::fs::read(folder.join("project.db")).unwrap();
    assert!(matches!(refusal(folder), StoreSay::Foreign { .. }));
    assert!(std::fs::read(folder.join("project.db")).unwrap() == before);
}

// ---- what a newer program of the same format has written

/// Replaces the board's working state by this JSON, sealed as the program does it.
fn put_board(folder: &Path, id: &str, json: &serde_json::Value) {
    use std::io::Write;
    let text = json.to_string();
    let digest = |text: &str| zhanban::base::Digest::of(text.as_bytes());
    let seal = digest(&format!("board\0{id}\0{}", digest(&text)));
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(text.as_bytes()).unwrap();
    let db = rusqlite::Connection::open(folder.join("project.db")).unwrap();
    db.execute(
        "INSERT OR REPLACE INTO state(kind, object, body, seal) VALUES ('board', ?1, ?2, ?3)",
        (id, packer.finish().unwrap(), seal.0),
    )
    .unwrap();
}

/// The board's newest JSON.
fn get_board(folder: &Path, id: &str) -> serde_json::Value {
    let db = rusqlite::Connection::open(folder.join("project.db")).unwrap();
    let packed: Vec<u8> = db
        .query_row(
            "SELECT coalesce((SELECT body FROM state WHERE kind = 'board' AND object = ?1), \
             (SELECT body FROM object JOIN rev ON hash = head WHERE object.kind = 'board' AND object.id = ?1))",
            [id],
            |row| row.get(0),
        )
        .unwrap();
    serde_json::from_reader(flate2::read::ZlibDecoder::new(&packed[..])).unwrap()
}

#[test]
fn what_a_newer_program_added_is_kept_and_written_back() {
    let show = rich(2);
    let (_dir, folder) = project(&show);
    let id = show.boards[0].id.to_string();
    let mut json = get_board(&folder, &id);
    json["light"] = serde_json::json!({ "lux": 300 });
    json["elements"][2]["shadow"] = 0.5.into();
    json["elements"][1]["kind"]["photo"]["caption"]["voice"] = "a.ogg".into();
    let hologram = serde_json::json!({ "id": "00000000000000000000000000000abc", "z": "zz", "kind": { "hologram": { "depth": 3 } } });
    json["elements"].as_array_mut().unwrap().push(hologram.clone());
    put_board(&folder, &id, &json);

    let opened = open(&folder);
    assert_eq!(opened.exhibition, show, "the hologram cannot be shown, all else can");
    let say = StoreSay::FromNewer {
        part: Part::Board { code: "QH000".into() },
        count: 1,
    };
    assert_eq!(opened.findings[0].say, Say::Store(say));
    let next = edited(&show, 0, "旧程序改的");
    opened.project.save(&next);
    drop(opened);

    let saved = get_board(&folder, &id);
    assert_eq!(saved["light"], json["light"]);
    let elements = saved["elements"].as_array().unwrap();
    assert!(elements.contains(&hologram));
    let find = |at: usize| {
        elements
            .iter()
            .find(|element| element["id"] == json["elements"][at]["id"])
            .unwrap()
    };
    assert_eq!(find(2)["shadow"], 0.5);
    assert_eq!(find(1)["kind"]["photo"]["caption"]["voice"], "a.ogg");
    assert!(find(0).to_string().contains("旧程序改的"));
    assert_eq!(open(&folder).exhibition, next);
}

#[test]
fn a_board_with_marks_beyond_its_text_or_numbers_beyond_reach_is_made_safe() {
    let show = rich(1);
    let (_dir, folder) = project(&show);
    let id = show.boards[0].id.to_string();
    let mut json = get_board(&folder, &id);
    let mark = serde_json::json!({ "from": 1, "to": 9999, "kind": "underline" });
    json["elements"][0]["kind"]["text"]["text"]["source"]["paras"][0]["marks"] = vec![mark].into();
    json["elements"][1]["area"] =
        serde_json::json!({ "by-hand": { "angle": "NaN", "rect": { "h": 1e300, "w": 1, "x": 0, "y": 0 } } });
    json["size"]["w"] = "inf".into();
    put_board(&folder, &id, &json);
    let opened = open(&folder);
    let board: &Board = &opened.exhibition.boards[0];
    assert_eq!(zhanban::model::invariants(&opened.exhibition), Vec::<String>::new());
    assert_eq!(board.elements.len(), show.boards[0].elements.len() - 1);
    let zhanban::model::ElementKind::Text(text) = &board.elements[0].kind else {
        panic!()
    };
    assert!(text.text.source.paras[0].marks.is_empty());
}

#[test]
fn a_damaged_project_opens_again_from_its_backup_as_the_sentence_says() {
    let show = rich(3);
    let (_dir, folder) = project(&show);
    let next = edited(&show, 0, "存过一次");
    let opened = open(&folder);
    opened.project.save(&next);
    drop(opened);
    let file = folder.join("project.db");
    std::fs::write(&file, &std::fs::read(&file).unwrap()[..5000]).unwrap();
    check_refused(&folder, |name| StoreSay::CutShort { name });
    let copies: Vec<_> = std::fs::read_dir(folder.join("backups"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .collect();
    assert_eq!(copies.len(), 1);
    std::fs::copy(copies[0].path(), &file).unwrap();
    assert_eq!(reopened(&folder), next);
}

/// Format 1 as it was first written opens for ever.
#[test]
fn a_project_of_the_first_format_opens() {
    let (_dir, folder) = folder();
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/format-1.zhanban");
    super::copy_folder(&kept, &folder);
    let show = reopened(&folder);
    let codes: Vec<&str> = show.in_order().iter().map(|board| board.code.as_str()).collect();
    assert_eq!(codes, ["QH001", "QH002", "QH000"]);
    let board = show.board_by_code("QH001").unwrap();
    assert_eq!(board.elements.len(), 9);
    assert_eq!(show.committee(board.committee).unwrap().name.hans, "下湾");
    assert_eq!(show.state(show.boards[0].id), zhanban::model::BoardState::Approved);
    assert_eq!(show.template_of(board).unwrap().name, "red-story");
    assert_eq!(show.plazas[0].places.len(), 3);
    assert_eq!(
        [
            show.photos.len(),
            show.facts.len(),
            show.shops.len(),
            show.imports.len()
        ],
        [5, 1, 1, 1]
    );
    let zhanban::model::ElementKind::Text(text) = &board.elements[0].kind else {
        panic!()
    };
    assert_eq!(text.text.source.paras[0].marks.len(), 9);
}
