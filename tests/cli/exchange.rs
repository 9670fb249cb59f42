//! `pack`, `bring`, `copy` and the ledger as a workbook, as scripts call them.

use super::Bench;
use crate::store::disk::SmallDisk;

#[test]
fn a_unit_packs_and_the_organizer_brings_it_in() {
    let bench = Bench::new();
    bench.small_show();
    let packed = bench.run(&["pack", "s.zhanban", "--committee", "柳溪镇", "--to", "a.zbpack"]);
    assert_eq!(packed.code, 0, "{}", packed.err);
    assert!(packed.err.contains("2 boards, 1 photo,"), "{}", packed.err);
    // Into a show that is not there yet, then once more: nothing new.
    let made = bench.run(&["bring", "a.zbpack", "--into", "own.zhanban", "--json"]);
    assert_eq!((made.code, made.json()["new"].as_u64()), (0, Some(2)), "{}", made.err);
    let again = bench.run(&["bring", "a.zbpack", "--into", "own.zhanban", "--json"]);
    let answer = again.json();
    assert_eq!((answer["new"].as_u64(), answer["changed"].as_u64()), (Some(0), Some(0)));
    let codes = bench.run(&["ledger", "own.zhanban", "--json"]).json();
    assert_eq!(codes.as_array().unwrap().len(), 2);
    bench
        .run(&["pack", "s.zhanban", "--committee", "没有的", "--to", "b.zbpack"])
        .refused("There is no unit");
    bench.write("bad.zbpack", b"PK\x03\x04 and no more");
    bench
        .run(&["bring", "bad.zbpack", "--into", "own.zhanban"])
        .refused("cut short");
    bench
        .run(&["bring", "s.zhanban", "--into", "s.zhanban"])
        .refused("nothing to bring in");
}

#[test]
fn a_copy_is_whole_and_a_stick_that_is_full_or_protected_is_told() {
    let bench = Bench::new();
    bench.small_show();
    let copied = bench.run(&["copy", "s.zhanban", "--to", "stick/s.zhanban"]);
    assert_eq!(copied.code, 0, "{}", copied.err);
    let one = bench.run(&["ledger", "s.zhanban", "--json"]).out;
    assert_eq!(bench.run(&["ledger", "stick/s.zhanban", "--json"]).out, one);
    bench
        .run(&["copy", "s.zhanban", "--to", "stick/s.zhanban"])
        .refused("already there");
    let Some(disk) = SmallDisk::new(64 << 10) else { return };
    let to = disk.dir.path().join("s.zhanban");
    let to = to.to_str().unwrap();
    bench.run(&["copy", "s.zhanban", "--to", to]).refused("no room");
    disk.protect();
    bench
        .run(&["pack", "s.zhanban", "--to", &format!("{to}.zbpack")])
        .refused("");
    assert_eq!(std::fs::read_dir(disk.dir.path()).unwrap().count(), 0);
}

#[test]
fn the_ledger_is_a_workbook_of_two_sheets() {
    use calamine::{Reader as _, Xlsx};
    let bench = Bench::new();
    bench.small_show();
    let done = bench.run(&["ledger", "s.zhanban", "--xlsx", "台账.xlsx"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let bytes = std::fs::read(bench.path("台账.xlsx")).unwrap();
    let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    assert_eq!(book.sheet_names(), ["Ledger", "Units"]);
    let boards = book.worksheet_range("Ledger").unwrap();
    assert_eq!((boards.height(), boards.width()), (4, 16));
    assert_eq!(boards.get((3, 2)).unwrap().to_string(), "2 boards");
    assert_eq!(boards.get((3, 8)).unwrap().to_string(), "2.16");
    let units = book.worksheet_range("Units").unwrap();
    assert_eq!(units.get((2, 10)).unwrap().to_string(), "2");
}
