//! Words of the plaza workspace that nobody else needs.

use super::plan::Spot;
use crate::app::words::Words;
use crate::base::{Day, Lang, many};
use crate::model::Tour;
use crate::plaza::{Arrangement, Form};

pub const PLAN: Words = ["平面图", "平面圖", "Plan"];
pub const NO_BOARDS: Words = [
    "还没有展板。先做一块，再来摆位置。",
    "還沒有展板。先做一塊，再來擺位置。",
    "No boards yet. Make one first, then give it a place.",
];
pub const NO_PLAZA: Words = [
    "展板还没有摆上广场。按参观次序排成行，再慢慢挪。",
    "展板還沒有擺上廣場。依參觀順序排成列，再慢慢移。",
    "The boards have no places yet. Put them in rows in visiting order, then move them as you like.",
];
pub const EMPTY_PLAZA: Words = [
    "这个广场上还没有展板。从右边拖上来，或者排成行。",
    "這個廣場上還沒有展板。從右邊拖上來，或者排成列。",
    "Nothing stands here yet. Drag boards in from the right, or put them in rows.",
];
pub const IN_ROWS: Words = ["按参观次序排成行", "依參觀順序排成列", "Put them in rows"];
pub const WHICH_PLAZA: Words = ["看哪个广场", "看哪個廣場", "Which plaza"];
pub const NAME: Words = ["广场名称", "廣場名稱", "Name of the plaza"];
pub const WIDTH: Words = ["东西", "東西", "Width"];
pub const HEIGHT: Words = ["南北", "南北", "Depth"];
pub const METRE: Words = ["米", "公尺", "m"];
pub const DEGREE: Words = ["度", "度", "°"];
pub const ROWS: Words = ["排成行", "排成列", "In rows"];
pub const ROW_LENGTH: Words = ["行长", "列長", "Row length"];
pub const AUTO_ROW: Words = [
    "行长填 0：自动选接近 3∶2 的场地",
    "列長填 0：自動選接近 3∶2 的場地",
    "Row length 0: chosen for a ground near 3:2",
];
pub const AISLE: Words = ["过道", "走道", "Aisle"];
pub const GAP: Words = ["板间距离", "板間距離", "Gap"];
pub const WAY: Words = ["走法", "走法", "Way"];
pub const WAYS: [Words; 2] = [
    ["面对面，来回走", "面對面，來回走", "Face to face"],
    ["都朝南", "都朝南", "All facing south"],
];
pub const ARRANGED: Words = [
    "排好了，拖动还能改",
    "排好了，拖曳還能改",
    "Arranged; drag to change it",
];
pub const CHOSEN_X: Words = ["离西边", "離西邊", "From west"];
pub const CHOSEN_Y: Words = ["离北边", "離北邊", "From north"];
pub const FACING: Words = ["朝向", "朝向", "Facing"];
pub const FAULTS: Words = ["要看一看的地方", "要看一看的地方", "Worth a look"];
pub const NO_FAULTS: Words = [
    "都站得开，没有重叠",
    "都站得開，沒有重疊",
    "Everyone has room, nothing overlaps",
];
pub const HOMELESS: Words = ["没有位置", "沒有位置", "Without a place"];
pub const DRAG_IN: Words = [
    "拖到图上，或者点一下放在中间",
    "拖到圖上，或者點一下放在中間",
    "Drag onto the plan, or click to put in the middle",
];
pub const PICTURES: Words = ["画面", "畫面", "Pictures"];
pub const PICTURES_HELP: Words = [
    "展板的画面平铺在它前面",
    "展板的畫面平鋪在它前面",
    "Each board's picture lies in front of it",
];
pub const ROUTE: Words = ["路线", "路線", "Route"];
pub const ROUTE_HELP: Words = ["按参观次序走的路", "依參觀順序走的路", "The walk in visiting order"];
pub const ENTRANCE: Words = ["入口", "入口", "Entrance"];
pub const ENTRANCE_HELP: Words = [
    "入口，沿着场地边拖动",
    "入口，沿著場地邊拖曳",
    "The entrance; drag it along the edge",
];
pub const ENTRANCE_X: Words = ["入口离西边", "入口離西邊", "Entrance from west"];
pub const ENTRANCE_Y: Words = ["入口离北边", "入口離北邊", "Entrance from north"];
pub const HINT_ENTRANCE: Words = [
    "入口沿着场地边走 · Esc 放回去",
    "入口沿著場地邊走 · Esc 放回去",
    "The entrance stays on the edge · Esc puts it back",
];
pub const NORTH: Words = ["北", "北", "N"];
pub const OPEN_BOARD: Words = ["打开展板", "開啟展板", "Open the board"];
pub const WHOLE_UNIT: Words = ["选中整个单位", "選取整個單位", "Choose the whole unit"];
pub const HINT_MOVE: Words = [
    "Shift 走直线 · Alt 不吸附 · Esc 放回去",
    "Shift 走直線 · Alt 不吸附 · Esc 放回去",
    "Shift keeps it straight · Alt without snapping · Esc puts it back",
];
pub const HINT_CHOSEN: Words = [
    "方向键 10 cm · Shift 1 米 · R 旋转 · 逗号句号改次序 · 回车打开",
    "方向鍵 10 cm · Shift 1 公尺 · R 旋轉 · 逗號句號改順序 · Enter 開啟",
    "Arrows 10 cm · Shift 1 m · R turns · comma and period change the order · Enter opens",
];

pub const TAB: Words = ["看什么", "看什麼", "About"];
pub const TABS: [Words; 4] = [
    ["摆放", "擺放", "Boards"],
    ["场地", "場地", "Venue"],
    ["路线图", "路線圖", "Tours"],
    ["看得清", "看得清", "Reading"],
];
pub const FORM: Words = ["摆成", "擺成", "Form"];
pub const FORMS: [Words; 4] = [
    ["行", "列", "Rows"],
    ["块", "塊", "Bays"],
    ["环", "環", "Ring"],
    ["沿墙", "沿牆", "Walls"],
];
pub const TWO_SIDED: Words = ["两面摆，背靠背", "兩面擺，背靠背", "Two-sided, back to back"];
pub const BY_THEME: Words = ["同主题的也放在一起", "同主題的也放在一起", "Keep themes together too"];
pub const KEEPS_GROUND: Words = ["场地大小不变", "場地大小不變", "Keep the size of the ground"];
pub const SEE_VARIANTS: Words = ["看几种摆法", "看幾種擺法", "See other ways"];
pub const VARIANTS: Words = ["几种摆法", "幾種擺法", "Ways to arrange"];
pub const LEAVE: Words = ["不用了", "不用了", "Leave it"];
pub const FOOT: Words = ["用什么架子", "用什麼架子", "Stands on"];
pub const PINNED: Words = ["自动排时不动", "自動排時不動", "Arranging leaves it alone"];
pub const ORDER_BY: Words = ["按什么排次序", "依什麼排順序", "Order by"];
pub const ORDERS: [Words; 8] = [
    ["单位名单（建制顺序）", "單位名單（建制順序）", "The list of units"],
    ["主题（版式系列）", "主題（版式系列）", "Theme (family of templates)"],
    ["标题上面的一行", "標題上面的一行", "The line above the title"],
    ["文中日期", "文中日期", "Date in the text"],
    ["标题笔画", "標題筆畫", "Strokes of the title"],
    ["标题拼音", "標題拼音", "Sound of the title"],
    [
        "站的位置，每行从左到右",
        "站的位置，每列從左到右",
        "Where they stand, each row from the left",
    ],
    ["站的位置，来回走", "站的位置，來回走", "Where they stand, to and fro"],
];
pub const ORDER_NOTE: Words = [
    "编号就是次序里的第几位：板上、图上、台账一起变，展板本身不动。",
    "編號就是順序裡的第幾位：板上、圖上、台帳一起變，展板本身不動。",
    "Numbers are places in the order: they change on boards, plan and ledger at once; the boards themselves stay.",
];
pub const RENUMBER: Words = ["就这样排", "就這樣排", "Order them so"];
pub const RENUMBERED: Words = ["次序重排好了", "順序重排好了", "Ordered anew"];
pub const TOURS: Words = ["参观路线", "參觀路線", "Tours"];
pub const NO_TOURS: Words = [
    "还没有路线：观众按编号走。加一条，可以点板定停留，也可以自动找近路。",
    "還沒有路線：觀眾依編號走。加一條，可以點板定停留，也可以自動找近路。",
    "No tours yet: visitors follow the numbers. Add one, then click boards or let a short way be found.",
];
pub const NEW_TOUR: Words = ["加观众路线", "加觀眾路線", "Visitors' tour"];
pub const NEW_LEADERS: Words = ["加领导路线", "加長官路線", "Leaders' tour"];
pub const TOUR_NAME: Words = ["路线名称", "路線名稱", "Name of the tour"];
pub const SHORTEST: Words = ["找近路", "找近路", "Short way"];
pub const SHORTEST_HELP: Words = [
    "每块都走到，绕开展板和障碍，走得最少",
    "每塊都走到，繞開展板和障礙，走得最少",
    "Past every board once, around rows and obstacles, with the least walking",
];
pub const IN_ORDER: Words = ["按编号走", "依編號走", "By numbers"];
pub const COPY_TOUR: Words = ["复制路线", "複製路線", "Copy the tour"];
pub const DELETE_TOUR: Words = ["删除路线", "刪除路線", "Delete the tour"];
pub const CLICK_STOPS: Words = ["点图上的板来加停留", "點圖上的板來加停留", "Click boards to add stops"];
pub const HINT_STOPS: Words = [
    "点一块板加一站，再点一次去掉",
    "點一塊板加一站，再點一次去掉",
    "Click a board to stop there, once more not to",
];
pub const READING: Words = ["站着读", "站著讀", "Reading"];
pub const LETTERS: Words = ["字/分", "字/分", "c/min"];
pub const STAY: Words = ["停多久", "停多久", "Stay"];
pub const SECOND: Words = ["秒", "秒", "s"];
pub const SPEECH: Words = ["谁在这里讲什么", "誰在這裡講什麼", "Who speaks here, of what"];
pub const NO_STOP: Words = ["不停这里", "不停這裡", "Do not stop here"];
pub const LEGIBLE: Words = ["从走道上看得清吗", "從走道上看得清嗎", "Legible from the way"];
pub const LEVELS: [Words; 3] = [
    ["轻松看清", "輕鬆看清", "Read with ease"],
    ["要费劲", "要費勁", "An effort"],
    ["看不清或被挡住", "看不清或被擋住", "Not legible, or hidden"],
];
pub const LEGIBLE_RULE: Words = [
    "站在路线最近的一点看：汉字占 30 分视角以上轻松，20 分以上费劲，再小就看不清；低于 0.7 米要弯腰。展板的颜色看它大半的字。",
    "站在路線最近的一點看：漢字佔 30 分視角以上輕鬆，20 分以上費勁，再小就看不清；低於 0.7 公尺要彎腰。展板的顏色看它大半的字。",
    "From the nearest point of the way: 30 minutes of arc for a Han character are easy, 20 an effort, less is not legible; below 0.7 m one stoops. A board's colour is that of most of its words.",
];
pub const ALL_LEGIBLE: Words = ["都看得清", "都看得清", "All of them are legible"];
pub const BOARDS_TO_SEE: Words = ["看不清的展板", "看不清的展板", "Boards to look at"];
pub const GO_TO_TEXT: Words = ["打开这段文字", "開啟這段文字", "Open this text"];

pub fn plaza_name(lang: Lang, count: usize) -> String {
    lang.of([
        format!("广场 {count}"),
        format!("廣場 {count}"),
        format!("Plaza {count}"),
    ])
}

/// What a screen reader says of a board on the plan.
pub fn spoken(spot: &Spot) -> String {
    format!("{:03} {}，{}", spot.number, spot.title, spot.unit)
}

pub fn in_sequence(lang: Lang, spot: &Spot) -> String {
    let word = lang.of(["次序", "順序", "Order"]);
    format!("{word} {:03} {}", spot.number, spot.title)
}

pub fn put_in(lang: Lang, spot: &Spot) -> String {
    let word = lang.of(["放上", "放上", "Put in"]);
    format!("{word} {:03} {}", spot.number, spot.title)
}

pub fn board_size(lang: Lang, spot: &Spot) -> String {
    let (w, h) = (spot.board.size.w, spot.board.size.h);
    lang.of([
        format!("{w:.0} × {h:.0} 毫米"),
        format!("{w:.0} × {h:.0} 公釐"),
        format!("{w:.0} × {h:.0} mm"),
    ])
}

pub fn several(lang: Lang, count: usize) -> String {
    lang.of([
        format!("已选 {count} 块"),
        format!("已選 {count} 塊"),
        format!("{} chosen", many(count, "board")),
    ])
}

pub fn all_in(lang: Lang, placed: usize, all: usize, w: f64, h: f64) -> String {
    lang.of([
        format!("{placed} / {all} 块就位 · {w:.0} × {h:.0} 米"),
        format!("{placed} / {all} 塊就位 · {w:.0} × {h:.0} 公尺"),
        format!("{placed} of {all} placed · {w:.0} × {h:.0} m"),
    ])
}

pub fn more(lang: Lang, count: usize) -> String {
    lang.of([
        format!("还有 {count} 处"),
        format!("還有 {count} 處"),
        format!("and {count} more"),
    ])
}

pub fn deleted(lang: Lang, name: &str) -> String {
    lang.of([
        format!("删除了“{name}”，上面的展板没有位置了"),
        format!("刪除了「{name}」，上面的展板沒有位置了"),
        format!("Deleted “{name}”; its boards have no place now"),
    ])
}

pub fn metres(lang: Lang, count: f64) -> String {
    format!("{count} {}", lang.of(METRE))
}

pub fn variant(lang: Lang, wish: &Arrangement) -> String {
    let form = lang.of(FORMS[Form::ALL.iter().position(|form| *form == wish.form).unwrap_or(0)]);
    let mut parts = vec![lang.of([format!("排成{form}"), format!("排成{form}"), form.to_string()])];
    if wish.is_two_sided {
        parts.push(lang.of(["两面", "兩面", "two-sided"]).into());
    }
    if wish.facing.is_some() {
        parts.push(lang.of(["转向", "轉向", "turned"]).into());
    }
    parts.join(" · ")
}

pub fn take(lang: Lang, number: usize) -> String {
    lang.of([
        format!("用第 {number} 种"),
        format!("用第 {number} 種"),
        format!("Take number {number}"),
    ])
}

pub fn tour(lang: Lang, tour: &Tour) -> String {
    let word = lang.of(["路线", "路線", "Tour"]);
    format!("{word} {}", tour.name)
}

pub fn tour_name(lang: Lang, is_leaders: bool, number: usize) -> String {
    if is_leaders {
        lang.of([
            format!("领导路线 {number}"),
            format!("長官路線 {number}"),
            format!("Leaders {number}"),
        ])
    } else {
        lang.of([
            format!("观众路线 {number}"),
            format!("觀眾路線 {number}"),
            format!("Visitors {number}"),
        ])
    }
}

/// 1:05 for 65 seconds.
pub fn clock(seconds: f64) -> String {
    let whole = seconds.round().max(0.0) as u64;
    format!("{}:{:02}", whole / 60, whole % 60)
}

pub fn walked(lang: Lang, metres: f64, seconds: f64, stops: usize) -> String {
    let minutes = (seconds / 60.0).ceil();
    lang.of([
        format!("{stops} 站 · {metres:.0} 米 · 约 {minutes:.0} 分钟"),
        format!("{stops} 站 · {metres:.0} 公尺 · 約 {minutes:.0} 分鐘"),
        format!("{stops} stops · {metres:.0} m · about {minutes:.0} min"),
    ])
}

pub fn cue(lang: Lang, spot: &Spot, at: f64, seconds: f64) -> String {
    let word = lang.of(["停留", "停留", "Stop"]);
    format!("{word} {:03} {} {} {seconds:.0} s", spot.number, spot.title, clock(at))
}

pub fn seen(lang: Lang, spot: &Spot, metres: f64) -> String {
    let word = lang.of(["看", "看", "See"]);
    format!("{word} {:03} {} {metres:.1} m", spot.number, spot.title)
}

pub fn hidden(lang: Lang, by: &str) -> String {
    lang.of([
        format!("被 {by} 挡住了"),
        format!("被 {by} 擋住了"),
        format!("Hidden behind {by}"),
    ])
}

pub fn block(lang: Lang, text: &str, em: f64, minutes: f64, is_low: bool) -> String {
    let low = if is_low {
        lang.of(["，太低", "，太低", ", too low"])
    } else {
        ""
    };
    lang.of([
        format!("{text}　字高 {em:.1} 毫米，{minutes:.0} 分{low}"),
        format!("{text}　字高 {em:.1} 公釐，{minutes:.0} 分{low}"),
        format!("{text}　{em:.1} mm, {minutes:.0}′{low}"),
    ])
}

/// The day and the place the sun is reckoned for.
pub fn sun_of(lang: Lang, day: Day, has_place: bool) -> String {
    let place = match has_place {
        true => "",
        false => lang.of([
            "；还没填地点，按全国中部算，到“场地”里填",
            "；還沒填地點，按全國中部算，到「場地」裡填",
            "; no place is set, so one in the middle of the country: set it under Venue",
        ]),
    };
    lang.of([
        format!("{day}，开放时间里{place}"),
        format!("{day}，開放時間裡{place}"),
        format!("{day}, during opening hours{place}"),
    ])
}
