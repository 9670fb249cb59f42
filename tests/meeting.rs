//! Comment meetings without the window: commands with undo, the file, two desks, minutes as paper and workbook.

use crate::exchange::{board_of, other, show};
use crate::export::outside;
use crate::window::{home, saved};
use std::sync::Arc;
use zhanban::base::{Day, Lang, Progress};
use zhanban::export::papers::{minutes_tables, write_minutes};
use zhanban::export::{Cell, Press, Sources, write_xlsx};
use zhanban::layout::LayoutCache;
use zhanban::media::Library;
use zhanban::model::merge::{Choices, merge};
use zhanban::model::*;
use zhanban::store::Project;
use zhanban::workflow::decided;

fn day() -> Day {
    Day::parse("2026-11-28").unwrap()
}

/// A meeting of all boards with the first returned for a reason.
fn held(exhibition: &Exhibition, place: &str, note: &str) -> Meeting {
    let boards: Vec<Arc<Board>> = exhibition.in_order().into_iter().cloned().collect();
    let mut meeting = Meeting::new(exhibition, &boards, day(), Hour(14 * 60 + 30));
    meeting.place = place.into();
    meeting.entries[0].note = note.into();
    meeting.entries[0].seconds = 95;
    meeting.entries[0].decision = Some(Decision::Returned);
    meeting
}

#[test]
fn a_decision_is_one_step_with_the_boards_state_and_undo_takes_both_back() {
    let mut document = Document::new(show(&[("A", 2)], &[]));
    let first = document.exhibition().order[0];
    let state = BoardState::Submitted;
    document.execute(&Command::SetState { board: first, state }).unwrap();
    let boards: Vec<Arc<Board>> = document.exhibition().in_order().into_iter().cloned().collect();
    let mut meeting = Meeting::new(document.exhibition(), &boards, day(), Hour(9 * 60));
    document.execute(&Command::SetMeeting(meeting.clone())).unwrap();
    let steps = document.revision();
    meeting.entries[0].note = "字太小".into();
    let command = decided(document.exhibition(), &meeting, first, Decision::Approved).unwrap();
    document.execute(&command).unwrap();
    assert_eq!(document.exhibition().state(first), BoardState::Approved);
    let kept = document.exhibition().meeting(meeting.id).unwrap();
    assert_eq!(kept.entries[0].decision, Some(Decision::Approved));
    assert_eq!(kept.entries[0].note, "字太小");
    assert!(document.undo());
    assert_eq!(document.exhibition().state(first), state);
    assert_eq!(
        document.exhibition().meeting(meeting.id).unwrap().entries[0].decision,
        None
    );
    assert!(document.redo() && document.undo());
    // A draft cannot be approved, and what is held over keeps its state.
    let second = document.exhibition().order[1];
    assert_eq!(
        decided(document.exhibition(), &meeting, second, Decision::Approved),
        None
    );
    let command = decided(document.exhibition(), &meeting, second, Decision::HeldOver).unwrap();
    document.execute(&command).unwrap();
    assert_eq!(document.exhibition().state(second), BoardState::Draft);
    while document.undo() {}
    assert!(document.exhibition().show.meetings.is_empty());
    assert!(steps > 0);
    // The same board twice is no meeting.
    meeting.entries[1] = meeting.entries[0].clone();
    assert!(document.execute(&Command::SetMeeting(meeting)).is_err());
}

#[test]
fn a_meeting_is_there_when_the_show_is_opened_again_also_of_boards_that_are_gone() {
    let exhibition = show(&[("A", 2)], &[]);
    let meeting = held(&exhibition, "镇政府", "换照片");
    let first = exhibition.order[0];
    let exhibition = Command::Batch(vec![Command::SetMeeting(meeting.clone()), Command::RemoveBoard(first)])
        .apply(&exhibition)
        .unwrap();
    assert_eq!(invariants(&exhibition), Vec::<String>::new());
    let (opened, folder) = saved(exhibition);
    let at = folder.path().join("show.zhanban");
    opened.project.flush().unwrap();
    drop(opened);
    let again = Project::open(&at).unwrap();
    assert_eq!(again.exhibition.show.meetings, vec![meeting.clone()]);
    assert_eq!(again.findings, []);
    let without = Command::RemoveMeeting(meeting.id).apply(&again.exhibition).unwrap();
    assert!(without.show.meetings.is_empty());
}

#[test]
fn two_desks_with_a_meeting_each_have_both_and_one_meeting_is_joined_board_by_board() {
    let base = show(&[("A", 3)], &[]);
    let with = |show: &Exhibition, meeting: &Meeting| Command::SetMeeting(meeting.clone()).apply(show).unwrap();
    let (mine, yours) = (held(&base, "东院", "甲"), held(&base, "西院", "乙"));
    let merged = merge(
        &with(&base, &mine),
        &other(&base, &with(&base, &yours)),
        &Choices::default(),
    );
    assert_eq!(merged.conflicts, []);
    let meetings = &merged.exhibition.show.meetings;
    assert_eq!(meetings.len(), 2);
    assert!(meetings.contains(&mine) && meetings.contains(&yours));
    // Both write down the same meeting, of different boards.
    let base = with(&base, &mine);
    let mut one = mine.clone();
    one.entries[1].note = "一号桌".into();
    let mut two = mine.clone();
    two.entries[2].decision = Some(Decision::HeldOver);
    let merged = merge(
        &with(&base, &one),
        &other(&base, &with(&base, &two)),
        &Choices::default(),
    );
    assert_eq!(merged.conflicts, []);
    let [joined] = &merged.exhibition.show.meetings[..] else {
        panic!("{:?}", merged.exhibition.show.meetings)
    };
    assert_eq!(joined.entries[1].note, "一号桌");
    assert_eq!(joined.entries[2].decision, Some(Decision::HeldOver));
}

#[test]
fn the_minutes_say_who_met_and_what_came_of_each_board() {
    let exhibition = show(&[("A", 3), ("B", 1)], &[]);
    let long = "标题的字太小，站在两米外看不清，请放大。".repeat(120);
    let mut meeting = held(&exhibition, "镇政府二楼", &long);
    meeting.chair = "温岚".into();
    meeting.present = "柳溪、石鼓、青禾三个单位的负责人".into();
    meeting.entries[1].decision = Some(Decision::Approved);
    meeting.entries[1].seconds = 20;
    meeting.entries[2].decision = Some(Decision::HeldOver);
    // A board that was deleted since, and one in the bin.
    let [gone, binned] = [exhibition.order[1], exhibition.order[2]];
    let exhibition = Command::Batch(vec![
        Command::RemoveBoard(gone),
        Command::BinBoard {
            board: binned,
            at: "2026-11-28T00:00:00.000Z".into(),
        },
    ])
    .apply(&exhibition)
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let home = home();
    let sources = Sources {
        fonts: home.fonts.clone(),
        library: Library::open(folder.path()),
        photos: Arc::default(),
        proof: home.proof.clone(),
    };
    let cache = LayoutCache::new(home.fonts.clone());
    let press = Press::plain(home.profile.clone());
    for (lang, words) in [
        (
            Lang::Hans,
            [
                "点评会纪要",
                "镇政府二楼",
                "退回修改",
                "下次再议",
                "没有讲到",
                "主持人（签字）",
            ],
        ),
        (
            Lang::Hant,
            [
                "點評會紀要",
                "镇政府二楼",
                "退回修改",
                "下次再議",
                "沒有講到",
                "主持人（簽字）",
            ],
        ),
        (
            Lang::En,
            [
                "Minutes of the comment meeting",
                "镇政府二楼",
                "Returned",
                "Held over",
                "Not reached",
                "Chair (signature)",
            ],
        ),
    ] {
        let to = folder.path().join(format!("{lang:?}.pdf"));
        let progress = Progress::default();
        let written = write_minutes(&meeting, &exhibition, &cache, &press, &sources, &to, lang, &progress).unwrap();
        assert_eq!(written.findings, []);
        assert!(written.pages >= 2, "a long note goes over the page: {}", written.pages);
        let left: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .filter(|name| name.to_string_lossy().starts_with(".zhanban"))
            .collect();
        assert!(left.is_empty(), "{left:?}");
        let Some(text) = outside("pdftotext", &["-raw"], &to) else {
            continue;
        };
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        for word in words {
            let word: String = word.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(text.contains(&word), "{word} is not in {text}");
        }
        assert!(text.contains("1:35") && text.contains("2026-11-28") && text.contains("14:30"));
        // Every word of the note, however long.
        assert_eq!(text.matches("站在两米外看不清").count(), 120, "{lang:?}");
    }
    let tables = minutes_tables(&meeting, "水土青禾", Lang::Hans);
    assert_eq!(tables[0].rows.len(), 4);
    assert_eq!(tables[0].rows[2][3], Cell::text("下次再议"));
    assert_eq!(tables[0].rows[3][3], Cell::text("没有讲到"));
    assert_eq!(
        tables[0].total[4],
        Cell::text("共 4 块展板：通过 1，退回修改 1，下次再议 1，没有讲到 1。")
    );
    assert!(write_xlsx(&tables).unwrap().starts_with(b"PK"));
    let english = minutes_tables(&meeting, "", Lang::En);
    let sums = "Boards: 4. Approved: 1, returned: 1, held over: 1, not reached: 1.";
    assert_eq!(english[0].total[4], Cell::text(sums));
}

#[test]
fn what_was_said_of_a_board_comes_back_the_last_first() {
    let base = show(&[("A", 2)], &[]);
    let board = board_of(&base, "A1");
    let commands = ["甲", "乙"].map(|note| Command::SetMeeting(held(&base, "", note)));
    let after = Command::Batch(commands.to_vec()).apply(&base).unwrap();
    let notes: Vec<&str> = after.said_of(board).map(|(_, entry)| entry.note.as_str()).collect();
    assert_eq!(notes, ["乙", "甲"]);
    assert_eq!(after.said_of(board_of(&base, "A2")).count(), 0);
}
