//! Words of a comment meeting's minutes. Simplified, Traditional, English.

type Words = [&'static str; 3];

pub const MINUTES: Words = ["点评会纪要", "點評會紀要", "Minutes of the comment meeting"];
pub const MEETING: Words = ["点评会", "點評會", "Comment meeting"];
pub const DAY: Words = ["日期", "日期", "Date"];
pub const START: Words = ["开始", "開始", "Began at"];
pub const PLACE: Words = ["地点", "地點", "Place"];
pub const CHAIR: Words = ["主持", "主持", "Chair"];
pub const PRESENT: Words = ["出席", "出席", "Present"];
pub const SPOKEN: Words = ["用时", "用時", "Time"];
pub const NOTES: Words = ["意见", "意見", "Notes"];
pub const RESULT: Words = ["结论", "結論", "Decision"];
pub const NUMBER: Words = ["编号", "編號", "Number"];
pub const TITLE: Words = ["标题", "標題", "Title"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const BOARDS: Words = ["展板", "展板", "Boards"];
pub const APPROVED: Words = ["通过", "核可", "Approved"];
pub const RETURNED: Words = ["退回修改", "退回修改", "Returned"];
pub const HELD_OVER: Words = ["下次再议", "下次再議", "Held over"];
pub const OPEN: Words = ["未作结论", "未作結論", "No decision"];
pub const NOT_REACHED: Words = ["没有讲到", "沒有講到", "Not reached"];
pub const SIGN_CHAIR: Words = ["主持人（签字）", "主持人（簽字）", "Chair (signature)"];
pub const SIGN_CLERK: Words = ["记录人（签字）", "記錄人（簽字）", "Minutes taken by (signature)"];
pub const NO_PICTURE: Words = ["展板已删除", "展板已刪除", "Board deleted"];

/// `[approved, returned, held over, no decision, not reached]`; the last two are told only where there are any.
pub fn sums(boards: usize, [approved, returned, held_over, open, not_reached]: [usize; 5]) -> [String; 3] {
    let mut texts = [
        format!("共 {boards} 块展板：通过 {approved}，退回修改 {returned}，下次再议 {held_over}"),
        format!("共 {boards} 塊展板：核可 {approved}，退回修改 {returned}，下次再議 {held_over}"),
        format!("Boards: {boards}. Approved: {approved}, returned: {returned}, held over: {held_over}"),
    ];
    for (count, words) in [(open, OPEN), (not_reached, NOT_REACHED)] {
        if count > 0 {
            for (text, (gap, word)) in texts.iter_mut().zip(["，", "，", ", "].into_iter().zip(words)) {
                text.push_str(&format!("{gap}{} {count}", lowered(word)));
            }
        }
    }
    let [hans, hant, en] = texts;
    [format!("{hans}。"), format!("{hant}。"), format!("{en}.")]
}

fn lowered(word: &str) -> String {
    if word.is_ascii() {
        format!("{}:", word.to_lowercase())
    } else {
        word.into()
    }
}
