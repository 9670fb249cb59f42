//! Words on papers of the plaza: set-up plan, lists for the crew, leaflet, tours; and sentences about them. Simplified,
//! Traditional, English.

use crate::base::{many, verb};
use serde::{Deserialize, Serialize};

pub type Words = [&'static str; 3];

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlanSay {
    NoPlaza,
    UnknownPlaza {
        name: String,
        known: Vec<String>,
    },
    OutlineCrosses {
        plaza: String,
    },
    /// The list of earlier positions cannot be read.
    EarlierUnreadable {
        file: String,
    },
    /// The changes are wanted, but not since when.
    EarlierMissing,
    /// Cue lists are wanted, and no tour has stops.
    NoTour {
        plaza: String,
    },
    NothingToWrite,
    /// No board stands there, and nothing else is wanted than lists of boards.
    NothingThere {
        plaza: String,
    },
    Made {
        files: usize,
        folder: String,
    },
}

impl PlanSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            PlanSay::NoPlaza => [
                "广场还没有排过，没有图可出。先排一次。".into(),
                "廣場還沒有排過，沒有圖可出。先排一次。".into(),
                "The plaza is not arranged yet, so there is no plan. Arrange it once.".into(),
            ],
            PlanSay::UnknownPlaza { name, known } => {
                let list = known.join("、");
                [
                    format!("没有叫“{name}”的广场。现有：{list}。"),
                    format!("沒有叫「{name}」的廣場。現有：{list}。"),
                    format!("There is no plaza called {name}. There are: {}.", known.join(", ")),
                ]
            }
            PlanSay::OutlineCrosses { plaza } => [
                format!("{plaza} 的场地边界自相交叉，图上改画成矩形。请在广场里重画边界。"),
                format!("{plaza} 的場地邊界自相交叉，圖上改畫成矩形。請在廣場裡重畫邊界。"),
                format!("The outline of {plaza} crosses itself; the plan shows the rectangle. Draw the outline again."),
            ],
            PlanSay::EarlierUnreadable { file } => [
                format!("{file} 不是读得出的点位表，比不出变动。请指明以前导出的点位表（xlsx 或 csv）。"),
                format!("{file} 不是讀得出的點位表，比不出變動。請指明以前匯出的點位表（xlsx 或 csv）。"),
                format!("{file} is no table of positions that can be read. Name one exported earlier (xlsx or csv)."),
            ],
            PlanSay::EarlierMissing => [
                "要出变动单，请指明以前的点位表。".into(),
                "要出變動單，請指明以前的點位表。".into(),
                "For the page of changes, name an earlier table of positions.".into(),
            ],
            PlanSay::NoTour { plaza } => [
                format!("{plaza} 还没有设导览路线，没有讲解单。"),
                format!("{plaza} 還沒有設導覽路線，沒有講解單。"),
                format!("{plaza} has no tour with stops, so there is no cue list."),
            ],
            PlanSay::NothingToWrite => [
                "没有选要出的图纸。".into(),
                "沒有選要出的圖紙。".into(),
                "No paper is chosen.".into(),
            ],
            PlanSay::NothingThere { plaza } => [
                format!("{plaza} 里还没有展板，这些图纸没有内容可出。先排一次。"),
                format!("{plaza} 裡還沒有展板，這些圖紙沒有內容可出。先排一次。"),
                format!("No board stands in {plaza} yet, so these papers would be empty. Arrange it once."),
            ],
            PlanSay::Made { files, folder } => [
                format!("图纸已出齐：{files} 个文件，在 {folder}"),
                format!("圖紙已出齊：{files} 個檔案，在 {folder}"),
                format!("Papers are ready: {files} files in {folder}"),
            ],
        }
    }
}

pub const SETUP: Words = ["布展图", "佈展圖", "Set-up plan"];
pub const LOADING: Words = ["装车单", "裝車單", "Loading list"];
pub const CARDS: Words = ["地面号牌", "地面號牌", "Ground cards"];
pub const SCHEDULE: Words = ["布展分工", "佈展分工", "Who sets what when"];
pub const CHECK_IN: Words = ["到场核对", "到場核對", "Check-in list"];
pub const SPARES: Words = ["未排位展板", "未排位展板", "Boards without a place"];
pub const CHANGES: Words = ["变动单", "變動單", "Changes"];
pub const POSITIONS: Words = ["点位表", "點位表", "Positions"];
pub const LEAFLET: Words = ["观展折页", "觀展折頁", "Visitor leaflet"];
pub const CUES: Words = ["讲解单", "講解單", "Cue list"];
pub const CATALOGUE: Words = ["展板图册", "展板圖冊", "Catalogue"];
pub const SLIDES: Words = ["投影", "投影", "Slides"];
pub const PAGE: Words = ["手机导览", "手機導覽", "Phone page"];

pub const NORTH: Words = ["北", "北", "N"];
pub const ENTRANCE: Words = ["入口", "入口", "Entrance"];
pub const SCALE: Words = ["比例", "比例", "Scale"];
pub const PAPER: Words = ["图幅", "圖幅", "Paper"];
pub const SHEET: Words = ["张次", "張次", "Sheet"];
pub const BOARDS: Words = ["展板", "展板", "Boards"];
pub const DATE: Words = ["日期", "日期", "Date"];
pub const VERSION: Words = ["版本", "版本", "Version"];
pub const DRAWN: Words = ["编制", "編製", "Drawn"];
pub const CHECKED: Words = ["复核", "複核", "Checked"];
pub const APPROVED: Words = ["批准", "批准", "Approved"];
pub const LEGEND: Words = ["图例", "圖例", "Legend"];
pub const ROWS: Words = ["各行放线", "各列放樣", "Rows"];
pub const UNITS: Words = ["单位与序号", "單位與序號", "Units and numbers"];
pub const NOTES: Words = ["说明", "說明", "Notes"];
pub const SIGN_BOARD: Words = ["展板，箭头为正面", "展板，箭頭為正面", "Board; arrow: its face"];
pub const SIGN_ROW: Words = ["行线与行号", "列線與列號", "Row and its number"];
pub const SIGN_MEASURE: Words = ["尺寸，米", "尺寸，公尺", "Measure in metres"];
pub const SIGN_FIXED: Words = ["放线基点 A、B", "放樣基點 A、B", "Fixed points A, B"];
pub const SIGN_TOUR: Words = ["领导参观路线", "長官參觀路線", "Leaders' tour"];
/// Heads of the table beside the plan: narrow.
pub const ROW_SHORT: [[&str; 8]; 3] = [
    ["行", "序号", "块数", "长 m", "首 A", "首 B", "末 A", "末 B"],
    ["列", "序號", "塊數", "長 m", "首 A", "首 B", "末 A", "末 B"],
    ["Row", "No.", "Pcs", "Len. m", "1st A", "1st B", "Last A", "Last B"],
];
pub const ROW_LONG: [[&str; 8]; 3] = [
    [
        "行",
        "序号",
        "块数",
        "全长 m",
        "首板左脚距 A",
        "首板左脚距 B",
        "末板右脚距 A",
        "末板右脚距 B",
    ],
    [
        "列",
        "序號",
        "塊數",
        "全長 m",
        "首板左腳距 A",
        "首板左腳距 B",
        "末板右腳距 A",
        "末板右腳距 B",
    ],
    [
        "Row",
        "Numbers",
        "Boards",
        "Length m",
        "First, left foot to A",
        "First, left foot to B",
        "Last, right foot to A",
        "Last, right foot to B",
    ],
];
pub const HOW_TO_MEASURE: Words = [
    "首、末为一行从读者左手起的首板左脚和末板右脚到基点 A、B 的皮尺距离，单位米；两弧相交处即为落点。",
    "首、末為一列從讀者左手起的首板左腳和末板右腳到基點 A、B 的皮尺距離，單位公尺；兩弧相交處即為落點。",
    "First and last: tape from A and from B to the left foot of a row's first board and the right foot of its last, in metres, as its reader sees it; where both arcs meet, it stands.",
];

pub const FRAME: Words = ["钢架", "鋼架", "Steel frame"];
pub const A_FRAME: Words = ["人字架", "人字架", "A-frame"];
pub const TRUSS: Words = ["桁架", "桁架", "Truss"];
pub const ROLL_UP: Words = ["易拉宝", "易拉展架", "Roll-up"];
pub const EASEL: Words = ["画架", "畫架", "Easel"];
pub const BACK_TO_BACK: Words = ["双面架", "雙面架", "Back to back"];
pub const ON_WALL: Words = ["挂墙", "掛牆", "On the wall"];

/// From north, clockwise.
pub const BEARINGS: [Words; 8] = [
    ["北", "北", "north"],
    ["东北", "東北", "north-east"],
    ["东", "東", "east"],
    ["东南", "東南", "south-east"],
    ["南", "南", "south"],
    ["西南", "西南", "south-west"],
    ["西", "西", "west"],
    ["西北", "西北", "north-west"],
];

/// Heads of the table of positions. Whoever reads the file again knows its columns by these.
pub const POSITION_HEAD: [Words; 13] = [
    ["广场", "廣場", "Plaza"],
    ["行", "列", "Row"],
    ["序号", "序號", "No."],
    ["编号", "編號", "Code"],
    ["标题", "標題", "Title"],
    ["单位", "單位", "Unit"],
    ["横 m", "橫 m", "x m"],
    ["纵 m", "縱 m", "y m"],
    ["朝向°", "朝向°", "Facing°"],
    ["支架", "支架", "Foot"],
    ["宽 mm", "寬 mm", "Width mm"],
    ["高 mm", "高 mm", "Height mm"],
    ["格", "格", "Square"],
];
pub const TITLE: Words = ["标题", "標題", "Title"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const NUMBER: Words = ["序号", "序號", "No."];
pub const CODE: Words = ["编号", "編號", "Code"];
pub const SIZE: Words = ["尺寸", "尺寸", "Size"];
pub const FOOT: Words = ["支架", "支架", "Foot"];
pub const ROW: Words = ["行", "列", "Row"];
pub const SQUARE: Words = ["格", "格", "Square"];
pub const LOADED: Words = ["已装", "已裝", "Loaded"];
pub const TURN: Words = ["装车次序", "裝車順序", "Load"];
pub const ARRIVED: Words = ["到场", "到場", "Here"];
pub const SOUND: Words = ["完好", "完好", "Sound"];
pub const SIGNATURE: Words = ["签字", "簽字", "Signature"];
pub const FROM_TO: Words = ["起止时间", "起訖時間", "From – to"];
pub const PERSON: Words = ["负责人、电话", "負責人、電話", "In charge, phone"];
pub const REMARK: Words = ["备注", "備註", "Remark"];
pub const WHAT_CHANGED: Words = ["变动", "變動", "What changed"];
pub const BEFORE: Words = ["原位", "原位", "Before"];
pub const AFTER: Words = ["现位", "現位", "Now"];
pub const ADDED: Words = ["新增", "新增", "Added"];
pub const GONE: Words = ["撤下", "撤下", "Gone"];
pub const TOTAL: Words = ["合计", "合計", "Total"];
pub const FACES: Words = ["正面朝", "正面朝", "Faces"];
pub const ALL_BOARDS: Words = ["全部展板", "全部展板", "All boards"];
pub const LOADING_ABOUT: Words = [
    "最先摆放的最后装车：从上往下装，到场从车尾往里卸，正好按顺序立板。",
    "最先擺放的最後裝車：由上往下裝，到場從車尾往裡卸，正好依順序立板。",
    "What is set up first is loaded last: load from the top of this list, and unloading gives the order of setting up.",
];
pub const CHANGES_ABOUT: Words = [
    "和以前的点位表逐块比较，以编号为准。挪动不到 5 厘米、转动不到 1 度的不算。",
    "和以前的點位表逐塊比較，以編號為準。挪動不到 5 公分、轉動不到 1 度的不算。",
    "Compared board by board with the earlier table of positions, by code. Moves under 5 cm and turns under 1° are left out.",
];
pub const NO_CHANGES: Words = [
    "没有变动：每块展板都在原来的位置。",
    "沒有變動：每塊展板都在原來的位置。",
    "Nothing has changed: every board stands where it stood.",
];
pub const SCHEDULE_ABOUT: Words = [
    "时间和负责人由各单位填写，布展完成后签字。",
    "時間和負責人由各單位填寫，佈展完成後簽字。",
    "Units fill in time and person, and sign when their boards stand.",
];

pub const OPEN: Words = ["开放时间", "開放時間", "Open"];
pub const BEGIN_HERE: Words = ["从这里开始", "從這裡開始", "Begin here"];
pub const HOW_TO_VISIT: Words = [
    "从入口进场，沿序号从 001 号起看。牌上的号码和本图一致；颜色表示制作单位。",
    "從入口進場，沿序號從 001 號起看。牌上的號碼和本圖一致；顏色表示製作單位。",
    "Come in at the entrance and follow the numbers from 001. Numbers on the boards are those of this map; colours show the units that made them.",
];
pub const BOARD: Words = ["展板", "展板", "Board"];
pub const STOP: Words = ["站", "站", "Stop"];
pub const CLOCK: Words = ["时刻", "時刻", "Time"];
pub const STAY: Words = ["停留", "停留", "Stay"];
pub const SPEECH: Words = ["讲解", "講解", "Who speaks, of what"];
pub const WALK: Words = ["步行", "步行", "Walk"];
pub const TOUR: Words = ["导览路线", "導覽路線", "Tour"];
pub const CUES_ABOUT: Words = [
    "没有定停留时间的，按这一站的字数算阅读时间；步行按每分钟 60 米。",
    "沒有定停留時間的，依這一站的字數算閱讀時間；步行以每分鐘 60 公尺計。",
    "Where nobody set a time, it is that of reading the board; people walk 60 m a minute.",
];

/// Of the page for phones.
pub const SEARCH: Words = ["搜序号、标题、单位", "搜序號、標題、單位", "Search number, title, unit"];
pub const NO_MATCH: Words = ["没有找到", "沒有找到", "Nothing found"];
pub const CLOSE: Words = ["关闭", "關閉", "Close"];
pub const ON_MAP: Words = ["在图上看", "在圖上看", "Show on the map"];
pub const WHOLE_MAP: Words = ["看全图", "看全圖", "Whole map"];

pub fn metres(count: f64) -> [String; 3] {
    [format!("{count} 米"), format!("{count} 公尺"), format!("{count} m")]
}

pub fn grid_of(step: f64) -> [String; 3] {
    [
        format!("每格 {step:.0} 米"),
        format!("每格 {step:.0} 公尺"),
        format!("Squares of {step:.0} m"),
    ]
}

pub fn spare_count(count: usize) -> [String; 3] {
    [
        format!("另有 {count} 块展板没有位置，见未排位展板表。"),
        format!("另有 {count} 塊展板沒有位置，見未排位展板表。"),
        format!(
            "{} {} no place; see their list.",
            many(count, "board"),
            verb(count, "has", "have")
        ),
    ]
}

/// "第3行", as lists are titled.
pub fn row(number: usize) -> [String; 3] {
    [
        format!("第 {number} 行"),
        format!("第 {number} 列"),
        format!("Row {number}"),
    ]
}

pub fn boards(count: usize) -> [String; 3] {
    [
        format!("{count} 块展板"),
        format!("{count} 塊展板"),
        many(count, "board"),
    ]
}

pub fn moved(metres: f64, bearing: &Words) -> [String; 3] {
    [
        format!("往{}挪 {metres:.2} 米", bearing[0]),
        format!("往{}挪 {metres:.2} 公尺", bearing[1]),
        format!("moved {metres:.2} m to the {}", bearing[2]),
    ]
}

pub fn turned(degrees: f64) -> [String; 3] {
    [
        format!("转 {degrees:.0}°"),
        format!("轉 {degrees:.0}°"),
        format!("turned {degrees:.0}°"),
    ]
}

pub fn renumbered(from: usize, to: usize) -> [String; 3] {
    [
        format!("改号 {from:03} → {to:03}"),
        format!("改號 {from:03} → {to:03}"),
        format!("renumbered {from:03} → {to:03}"),
    ]
}

pub fn other_plaza(from: &str, to: &str) -> [String; 3] {
    [
        format!("从{from}换到{to}"),
        format!("從{from}換到{to}"),
        format!("from {from} to {to}"),
    ]
}

/// How far a board's left foot is from where its row begins.
pub fn from_start(metres: f64) -> [String; 3] {
    [
        format!("左脚距行首 {metres:.2} 米"),
        format!("左腳距列首 {metres:.2} 公尺"),
        format!("Left foot {metres:.2} m from the row's start"),
    ]
}

pub fn seconds(seconds: f64) -> [String; 3] {
    let (minutes, rest) = ((seconds / 60.0).floor(), (seconds % 60.0).round());
    if minutes < 1.0 {
        return [format!("{rest:.0} 秒"), format!("{rest:.0} 秒"), format!("{rest:.0} s")];
    }
    [
        format!("{minutes:.0} 分 {rest:02.0} 秒"),
        format!("{minutes:.0} 分 {rest:02.0} 秒"),
        format!("{minutes:.0} min {rest:02.0} s"),
    ]
}

/// Under the title of a cue list.
pub fn tour_about(stops: usize, minutes: f64, metres: f64) -> [String; 3] {
    [
        format!("{stops} 站，全程约 {minutes:.0} 分钟，步行 {metres:.0} 米"),
        format!("{stops} 站，全程約 {minutes:.0} 分鐘，步行 {metres:.0} 公尺"),
        format!("{stops} stops, about {minutes:.0} minutes, {metres:.0} m on foot"),
    ]
}
