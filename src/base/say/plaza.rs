use serde::{Deserialize, Serialize};

/// Sentences of `plaza`, and the words on the plan sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlazaSay {
    Overlap { first: String, second: String },
    Outside { board: String },
    Narrow { first: String, second: String, metres: f64 },
    Unplaced { count: usize },
    PlanTitle,
    PlanFacts { boards: usize, w: f64, h: f64, scale: u32 },
    North,
    Entrance,
    Metres { count: u32 },
    Legend,
}

impl PlazaSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            PlazaSay::Overlap { first, second } => [
                format!("{first} 和 {second} 叠在一起。把其中一块挪开。"),
                format!("{first} 和 {second} 疊在一起。把其中一塊挪開。"),
                format!("{first} and {second} overlap. Move one of them."),
            ],
            PlazaSay::Outside { board } => [
                format!("{board} 站到广场外面去了。把它挪进来，或者把广场改大。"),
                format!("{board} 站到廣場外面去了。把它挪進來，或者把廣場改大。"),
                format!("{board} stands outside the plaza. Move it in, or make the plaza larger."),
            ],
            PlazaSay::Narrow { first, second, metres } => [
                format!("{first} 前面不到 {metres} 米就是 {second}，看板的人站不开。"),
                format!("{first} 前面不到 {metres} 公尺就是 {second}，看板的人站不開。"),
                format!("{second} stands less than {metres} m in front of {first}: readers have no room."),
            ],
            PlazaSay::Unplaced { count } => [
                format!("还有 {count} 块展板没有位置。拖到图上，或者重新排一遍。"),
                format!("還有 {count} 塊展板沒有位置。拖到圖上，或者重新排一遍。"),
                format!("{count} boards have no place yet. Drag them onto the plan, or arrange again."),
            ],
            PlazaSay::PlanTitle => ["展板位置图".into(), "展板位置圖".into(), "Plan of the boards".into()],
            PlazaSay::PlanFacts { boards, w, h, scale } => [
                format!("{boards} 块展板 · 场地 {w:.0} × {h:.0} 米 · 比例 1:{scale}"),
                format!("{boards} 塊展板 · 場地 {w:.0} × {h:.0} 公尺 · 比例 1:{scale}"),
                format!("{boards} boards · ground {w:.0} × {h:.0} m · scale 1:{scale}"),
            ],
            PlazaSay::Entrance => ["入口".into(), "入口".into(), "Entrance".into()],
            PlazaSay::North => ["北".into(), "北".into(), "N".into()],
            PlazaSay::Metres { count } => [format!("{count} 米"), format!("{count} 公尺"), format!("{count} m")],
            PlazaSay::Legend => [
                "单位与编号（色条为板面一侧，数字在板后）".into(),
                "單位與編號（色條為板面一側，數字在板後）".into(),
                "Units and numbers (colour marks the face, figures stand behind it)".into(),
            ],
        }
    }
}
