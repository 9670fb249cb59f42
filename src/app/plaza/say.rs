//! Words of the plaza workspace that nobody else needs.

use super::plan::Spot;
use crate::app::words::Words;
use crate::base::Lang;

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
pub const GROUND: Words = ["场地", "場地", "Ground"];
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
        format!("{count} boards chosen"),
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
