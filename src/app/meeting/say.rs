//! Words of the comment meeting.

use crate::app::words::Words;
use crate::base::{Lang, many};
use crate::model::BoardState;

pub const MEETING: Words = ["点评会", "點評會", "Comment meeting"];
pub const MEETING_HELP: Words = [
    "投影上一块一块地讲，记意见、作结论，最后出纪要",
    "投影上一塊一塊地講，記意見、作結論，最後出紀要",
    "Board after board on the wall: notes, decisions, minutes at the end",
];
pub const BEGIN: Words = ["开始点评", "開始點評", "Begin"];
pub const GO_ON: Words = ["接着开", "繼續開", "Go on"];
pub const NEW: Words = ["另开一次", "另開一次", "Another meeting"];
pub const WHICH: Words = ["讲哪些展板", "講哪些展板", "Which boards"];
pub const ALL: Words = ["全部，按展出顺序", "全部，依展出順序", "All, in display sequence"];
pub const WAITING: Words = ["等着审阅的", "等待審閱的", "Those waiting for review"];
pub const NOTHING: Words = [
    "这里没有展板可讲。请换一个范围，或先做展板。",
    "這裡沒有展板可講。請換一個範圍，或先做展板。",
    "There is no board to talk about here. Choose others, or make boards first.",
];
pub const LIMIT: Words = ["每块限时", "每塊限時", "Limit a board"];
pub const MINUTES: Words = ["分钟", "分鐘", "min"];
pub const LIMIT_HINT: Words = [
    "0 是不限；快到时变黄，超过变红",
    "0 是不限；快到時變黃，超過變紅",
    "0: none. Amber shortly before, red after",
];
pub const START_WRONG: Words = ["时间写成 14:30", "時間寫成 14:30", "Write the time as 14:30"];
pub const LEAVE: Words = ["离开", "離開", "Leave"];
pub const END: Words = ["结束点评会", "結束點評會", "End the meeting"];
pub const ENDED: Words = ["点评会结束了", "點評會結束了", "The meeting is over"];
pub const BACK: Words = ["回到展板", "回到展板", "Back to the boards"];
pub const SAVE_PDF: Words = ["存会议纪要 PDF", "儲存會議紀要 PDF", "Save minutes as PDF"];
pub const SAVE_XLSX: Words = ["存会议纪要 XLSX", "儲存會議紀要 XLSX", "Save minutes as XLSX"];
pub const NEXT: Words = ["下一块", "下一塊", "Next board"];
pub const PREVIOUS: Words = ["上一块", "上一塊", "Previous board"];
pub const NOTE: Words = ["意见", "意見", "Note"];
pub const NOTE_HINT: Words = [
    "按 N 写意见，Ctrl+Enter 写好",
    "按 N 寫意見，Ctrl+Enter 寫好",
    "N to write, Ctrl+Enter when done",
];
pub const WHY_HINT: Words = ["写一句要改什么", "寫一句要改什麼", "Say what is to be changed"];
pub const EARLIER: Words = ["以前的意见", "以前的意見", "Earlier notes"];
pub const NO_EARLIER: Words = ["以前没有意见", "以前沒有意見", "No earlier notes"];
pub const NO_PLACE: Words = [
    "这块展板还没有摆进广场",
    "這塊展板還沒有擺進廣場",
    "This board has no place in the plaza yet",
];
pub const DELETED: Words = [
    "这块展板已经删除，只留下会上说的话",
    "這塊展板已經刪除，只留下會上說的話",
    "This board was deleted; what was said of it stays",
];
pub const THIS_BOARD: Words = ["本块", "本塊", "This board"];
pub const WHOLE: Words = ["全会", "全會", "Meeting"];
pub const GO_TO: Words = ["去几号展板", "去幾號展板", "Go to board"];
pub const HINTS: Words = [
    "空格 →　下一块　　←　上一块　　Enter 数字 Enter　去某块　　N　写意见　　Ctrl+Z　撤销",
    "空白鍵 →　下一塊　　←　上一塊　　Enter 數字 Enter　去某塊　　N　寫意見　　Ctrl+Z　復原",
    "Space →  next    ←  previous    Enter number Enter  go there    N  note    Ctrl+Z  undo",
];
pub const SMALL_PLAN: Words = [
    "这块展板在广场的位置",
    "這塊展板在廣場的位置",
    "Where this board stands",
];
pub const PAST: Words = ["以往的点评会", "以往的點評會", "Past meetings"];
pub const NO_PAST: Words = [
    "还没有开过点评会。",
    "還沒有開過點評會。",
    "No meeting has been held yet.",
];
pub const FORGET: Words = ["删除这次点评会", "刪除這次點評會", "Delete this meeting"];
pub const FORGOTTEN: Words = ["已删除这次点评会", "已刪除這次點評會", "The meeting is deleted"];
pub const GONE: Words = [
    "这次点评会已经删除，出不了纪要。",
    "這次點評會已經刪除，出不了紀要。",
    "This meeting was deleted: there are no minutes to write.",
];
pub const NOT_OVER: Words = ["没有结束", "尚未結束", "not ended"];
pub const CLOSE: Words = ["关闭", "關閉", "Close"];

pub fn past(lang: Lang, count: usize) -> String {
    lang.of([
        format!("以往的点评会（{count}）"),
        format!("以往的點評會（{count}）"),
        format!("Past meetings ({count})"),
    ])
}

pub fn cut_off(lang: Lang, start: &str, reached: usize, of: usize) -> String {
    lang.of([
        format!("今天 {start} 开始的点评会还没有结束：讲了 {reached} 块，共 {of} 块。"),
        format!("今天 {start} 開始的點評會還沒有結束：講了 {reached} 塊，共 {of} 塊。"),
        format!("Today's meeting of {start} is not over: {reached} of {of} boards were reached."),
    ])
}

pub fn joined(lang: Lang, boards: usize) -> String {
    lang.of([
        format!("这以后又来了 {boards} 块展板，接着开时一起讲。"),
        format!("這以後又來了 {boards} 塊展板，繼續開時一起講。"),
        match boards {
            1 => "A board has come since: it joins.".into(),
            _ => format!("{boards} boards have come since: they join."),
        },
    ])
}

pub fn count(lang: Lang, boards: usize) -> String {
    lang.of([
        format!("{boards} 块展板"),
        format!("{boards} 塊展板"),
        many(boards, "board"),
    ])
}

pub fn no_such(lang: Lang, typed: &str) -> String {
    lang.of([
        format!("这次点评会没有 {typed} 号展板"),
        format!("這次點評會沒有 {typed} 號展板"),
        format!("There is no board {typed} in this meeting"),
    ])
}

/// Why a state allows no approval, or no return.
pub fn barred(lang: Lang, state: BoardState, is_approval: bool) -> &'static str {
    lang.of(match state {
        BoardState::Draft | BoardState::SelfChecked => [
            "还没有送审：请单位先送审。",
            "還沒有送審：請單位先送審。",
            "Not handed in yet: its unit submits it first.",
        ],
        BoardState::Returned => [
            "已经退回：等单位改好再送审。",
            "已經退回：等單位改好再送審。",
            "Returned already: its unit mends it and submits it again.",
        ],
        BoardState::Approved if is_approval => ["已经通过了。", "已經核可了。", "Approved already."],
        BoardState::SentToShop | BoardState::Printed | BoardState::Standing => [
            "已经送厂：先在“审阅”里改回“已通过”。",
            "已經送廠：先在「審閱」裡改回「已核可」。",
            "At the shop already: set it back to “Approved” in the review first.",
        ],
        BoardState::Submitted | BoardState::InReview | BoardState::Approved => {
            ["现在不能这样定。", "現在不能這樣定。", "Not possible now."]
        }
    })
}

/// "017　Returned"
pub fn decided(number: u32, word: &str) -> String {
    format!("{number:03}　{word}")
}
