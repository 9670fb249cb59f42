//! Words of the venue's panel.

use crate::app::words::Words;
use crate::base::Lang;
use crate::model::{Foot, Surface, ThingKind};
use crate::plaza::name_of;

pub const EDGE: Words = ["边界", "邊界", "Edge"];
pub const DRAW_EDGE: Words = ["画边界", "畫邊界", "Draw the edge"];
pub const DRAW_EDGE_HELP: Words = [
    "在图上一个角一个角地点，回车收口，Esc 不画了",
    "在圖上一個角一個角地點，Enter 收口，Esc 不畫了",
    "Click corner after corner on the plan; Enter closes, Esc gives up",
];
pub const BACK_TO_RECTANGLE: Words = ["恢复成长方形", "恢復成長方形", "Back to a rectangle"];
pub const CORNERS: Words = ["各个角（米）", "各個角（公尺）", "Corners (m)"];
pub const HINT_DRAW: Words = [
    "点一下放一个角 · 退格去掉上一个 · 回车收口 · Esc 不画了",
    "點一下放一個角 · 退格去掉上一個 · Enter 收口 · Esc 不畫了",
    "Click sets a corner · Backspace takes the last back · Enter closes · Esc gives up",
];
pub const HINT_VENUE: Words = [
    "拖角改边界 · 双击边加一个角 · Delete 去掉选中的 · Alt 不对齐",
    "拖角改邊界 · 雙擊邊加一個角 · Delete 去掉選取的 · Alt 不對齊",
    "Drag corners · double-click the edge for a new one · Delete removes what is chosen · Alt without the grid",
];
pub const HINT_SCALE: Words = [
    "在底图上点两个知道距离的点",
    "在底圖上點兩個知道距離的點",
    "Click two points of the picture whose distance you know",
];
pub const THINGS: Words = ["场地上有的", "場地上有的", "What is there"];
pub const THING_NAME: Words = ["名称", "名稱", "Name"];
pub const THING_WIDTH: Words = ["宽", "寬", "Width"];
pub const THING_HEIGHT: Words = ["高", "高", "Height"];
pub const FRONT: Words = ["放正面照片", "放正面照片", "Picture of the front"];
pub const FRONT_OFF: Words = ["去掉正面照片", "去掉正面照片", "Without the picture"];
pub const DELETE_THING: Words = ["删掉它", "刪掉它", "Delete it"];
pub const SKETCH: Words = ["底图", "底圖", "Picture below"];
pub const ADD_SKETCH: Words = ["放一张图", "放一張圖", "Put a picture"];
pub const ADD_SKETCH_HELP: Words = [
    "照片、手绘图或卫星图，垫在平面图下面照着画",
    "照片、手繪圖或衛星圖，墊在平面圖下面照著畫",
    "A photo, sketch or satellite picture below the plan, to trace over",
];
pub const REMOVE_SKETCH: Words = ["去掉底图", "去掉底圖", "Without it"];
pub const MOVE_SKETCH: Words = ["用手挪底图", "用手挪底圖", "Move it by hand"];
pub const SCALE_SKETCH: Words = ["用两点定比例", "用兩點定比例", "Scale by two points"];
pub const DISTANCE: Words = ["两点相距", "兩點相距", "They are apart"];
pub const OPACITY: Words = ["浓淡", "濃淡", "Opacity"];
pub const TURN: Words = ["底图旋转", "底圖旋轉", "Turned"];
pub const SKETCH_X: Words = ["底图离西边", "底圖離西邊", "Picture from west"];
pub const SKETCH_Y: Words = ["底图离北边", "底圖離北邊", "Picture from north"];
pub const CONDITIONS: Words = ["地面和天气", "地面和天氣", "Ground and weather"];
pub const SURFACE: Words = ["地面", "地面", "Ground is"];
pub const INDOOR: Words = ["在室内", "在室內", "Indoors"];
pub const NORTH: Words = ["北偏（顺时针）", "北偏（順時針）", "North, clockwise"];
pub const PLACE: Words = ["在哪里", "在哪裡", "Where it is"];
pub const PICK_PLACE: Words = ["选一个地方……", "選一個地方……", "Choose a place…"];
pub const LATITUDE: Words = ["北纬", "北緯", "Latitude"];
pub const LONGITUDE: Words = ["东经", "東經", "Longitude"];
pub const DAY: Words = ["日期", "日期", "Day"];
pub const DAY_OF_SUN: Words = ["太阳按哪天算", "太陽按哪天算", "Sun as on"];
pub const OPENS: Words = ["几点开门", "幾點開門", "Opens at"];
pub const CLOSES: Words = ["几点关门", "幾點關門", "Closes at"];
pub const HOUR: Words = ["点", "點", "h"];
pub const WIND: Words = ["风从哪来", "風從哪來", "Wind from"];
pub const NOTE: Words = ["坡度等说明", "坡度等說明", "Slope and the like"];
pub const NO_WIND: Words = ["不知道", "不知道", "not known"];

/// Seats of provinces, to a hundredth of a degree: enough for the sun.
pub const PLACES: [(Words, f64, f64); 16] = [
    (["北京", "北京", "Beijing"], 39.90, 116.41),
    (["石家庄", "石家莊", "Shijiazhuang"], 38.04, 114.51),
    (["沈阳", "瀋陽", "Shenyang"], 41.80, 123.43),
    (["哈尔滨", "哈爾濱", "Harbin"], 45.80, 126.53),
    (["上海", "上海", "Shanghai"], 31.23, 121.47),
    (["杭州", "杭州", "Hangzhou"], 30.27, 120.15),
    (["福州", "福州", "Fuzhou"], 26.07, 119.30),
    (["武汉", "武漢", "Wuhan"], 30.59, 114.30),
    (["广州", "廣州", "Guangzhou"], 23.13, 113.26),
    (["成都", "成都", "Chengdu"], 30.66, 104.06),
    (["贵阳", "貴陽", "Guiyang"], 26.65, 106.63),
    (["昆明", "昆明", "Kunming"], 25.04, 102.71),
    (["西安", "西安", "Xi'an"], 34.34, 108.94),
    (["兰州", "蘭州", "Lanzhou"], 36.06, 103.83),
    (["西宁", "西寧", "Xining"], 36.62, 101.78),
    (["拉萨", "拉薩", "Lhasa"], 29.65, 91.11),
];

pub fn kind(lang: Lang, kind: ThingKind) -> &'static str {
    lang.of(name_of(kind).texts())
}

/// Where it stands alone, as on a button.
pub fn kind_alone(lang: Lang, kind_of: ThingKind) -> String {
    let word = kind(lang, kind_of);
    let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}", first.to_uppercase())
}

pub fn surface(lang: Lang, surface: Surface) -> &'static str {
    lang.of(match surface {
        Surface::Paving => ["铺砖", "鋪磚", "Paving"],
        Surface::Grass => ["草地", "草地", "Grass"],
        Surface::Asphalt => ["柏油", "柏油", "Asphalt"],
        Surface::Floor => ["地板", "地板", "Floor"],
    })
}

/// As on the papers.
pub fn foot(lang: Lang, foot: Foot) -> &'static str {
    lang.of(crate::export::plaza::foot(foot))
}

pub fn corner(lang: Lang, number: usize, is_x: bool) -> String {
    let axis = if is_x {
        ["离西", "離西", "x"]
    } else {
        ["离北", "離北", "y"]
    };
    format!("{} {number} {}", lang.of(["角", "角", "Corner"]), lang.of(axis))
}

pub fn place(lang: Lang, kind_of: ThingKind) -> String {
    format!("{} {}", lang.of(["放", "放", "Add"]), kind(lang, kind_of))
}

pub fn copy_of(lang: Lang, name: &str) -> String {
    lang.of([format!("{name} 副本"), format!("{name} 副本"), format!("{name} copy")])
}
