//! `meeting`, as scripts call it.

use super::Bench;
use std::sync::Arc;
use zhanban::base::Day;
use zhanban::model::*;
use zhanban::store::Project;

/// Holds a meeting in the show on disk.
fn hold(bench: &Bench, note: &str) {
    let opened = Project::open(&bench.path("s.zhanban")).unwrap();
    let boards: Vec<Arc<Board>> = opened.exhibition.in_order().into_iter().cloned().collect();
    let day = Day::parse("2026-11-28").unwrap();
    let mut meeting = Meeting::new(&opened.exhibition, &boards, day, Hour(14 * 60));
    meeting.place = "镇政府".into();
    meeting.entries[0].note = note.into();
    meeting.entries[0].decision = Some(Decision::HeldOver);
    let after = Command::SetMeeting(meeting).apply(&opened.exhibition).unwrap();
    opened.project.save(&after);
    opened.project.flush().unwrap();
}

#[test]
fn meetings_are_listed_and_their_minutes_written_and_what_is_not_there_is_told() {
    let bench = Bench::new();
    bench.small_show();
    assert_eq!(bench.run(&["meeting", "s.zhanban"]).out, "");
    bench
        .run(&["meeting", "s.zhanban", "--minutes", "m.pdf"])
        .refused("No comment meeting");
    hold(&bench, "字太小");
    hold(&bench, "换照片");
    let list = bench.run(&["meeting", "s.zhanban"]);
    assert_eq!((list.code, list.out.lines().count()), (0, 2), "{}", list.err);
    assert!(
        list.out
            .contains("1\t2026-11-28\t14:00\t镇政府\tBoards: 2. Approved: 0, returned: 0, held over: 1")
    );
    let json = bench.run(&["meeting", "s.zhanban", "--json"]).json();
    assert_eq!(json[1]["entries"][0]["note"], "换照片");
    for file in ["m.pdf", "m.xlsx", "M.XLSX"] {
        let done = bench.run(&["meeting", "s.zhanban", "--minutes", file, "--number", "1"]);
        assert_eq!(done.code, 0, "{}", done.err);
        let bytes = std::fs::read(bench.path(file)).unwrap();
        assert!(bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK"), "{file}");
    }
    bench
        .run(&["meeting", "s.zhanban", "--minutes", "m.pdf", "--number", "3"])
        .refused("There is no meeting 3");
    bench
        .run(&["meeting", "s.zhanban", "--minutes", "m.doc"])
        .refused("must end in .pdf or .xlsx");
    bench
        .run(&["meeting", "s.zhanban", "--minutes", "no/such/m.pdf"])
        .refused("");
}
