use crate::base::{many, verb};
use serde::{Deserialize, Serialize};

/// Sentences of `plaza`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlazaSay {
    Overlap {
        first: String,
        second: String,
    },
    Outside {
        board: String,
    },
    Narrow {
        first: String,
        second: String,
        metres: f64,
    },
    Unplaced {
        count: usize,
    },
    /// A board on ground that something else has.
    OnThing {
        board: String,
        thing: GroundSay,
    },
    /// Two boards that arranging must leave where they are.
    PinsMeet {
        first: String,
        second: String,
    },
    /// How good an arrangement is. The sun's hour in minutes after midnight, with its boards.
    Score {
        placed: usize,
        all: usize,
        metres: usize,
        crossings: usize,
        sun: Option<(u16, usize)>,
        wind: Option<usize>,
    },
    FitsOnly {
        placed: usize,
        all: usize,
    },
    NeedsGround {
        w: f64,
        h: f64,
    },
    NeedsGap {
        metres: f64,
    },
    NeedsAisle {
        metres: f64,
    },
    NeedsTwoSides,
}

/// What a plan has on its ground, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroundSay {
    Gate,
    Steps,
    Flagpole,
    Tree,
    FireLane,
    Power,
    KeepOut,
    Wall,
    Building,
}

impl GroundSay {
    pub fn texts(self) -> [&'static str; 3] {
        match self {
            GroundSay::Gate => ["大门", "大門", "gate"],
            GroundSay::Steps => ["台阶", "臺階", "steps"],
            GroundSay::Flagpole => ["旗杆", "旗桿", "flagpole"],
            GroundSay::Tree => ["树", "樹", "tree"],
            GroundSay::FireLane => ["消防通道", "消防通道", "fire lane"],
            GroundSay::Power => ["电源", "電源", "power"],
            GroundSay::KeepOut => ["禁放区", "禁放區", "keep-out"],
            GroundSay::Wall => ["墙", "牆", "wall"],
            GroundSay::Building => ["建筑", "建築", "building"],
        }
    }
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
                format!(
                    "{} {} no place yet. Drag onto the plan, or arrange again.",
                    many(*count, "board"),
                    verb(*count, "has", "have")
                ),
            ],
            PlazaSay::OnThing { board, thing } => {
                let [hans, hant, en] = thing.texts();
                [
                    format!("{board} 占了{hans}的地方。把它挪开。"),
                    format!("{board} 佔了{hant}的地方。把它挪開。"),
                    format!("{board} stands in the way of the {en}. Move it."),
                ]
            }
            PlazaSay::PinsMeet { first, second } => [
                format!("{first} 和 {second} 都固定了，却叠在一起。先松开一块。"),
                format!("{first} 和 {second} 都固定了，卻疊在一起。先鬆開一塊。"),
                format!("{first} and {second} are both pinned and overlap. Unpin one of them first."),
            ],
            PlazaSay::Score {
                placed,
                all,
                metres,
                crossings,
                sun,
                wind,
            } => score(*placed, *all, *metres, *crossings, *sun, *wind),
            PlazaSay::FitsOnly { placed, all } => [
                format!("场地不够大：{all} 块里只摆得下 {placed} 块。"),
                format!("場地不夠大：{all} 塊裡只擺得下 {placed} 塊。"),
                format!("The ground is too small: only {placed} of {all} boards find room."),
            ],
            PlazaSay::NeedsGround { w, h } => [
                format!("空地要有 {w:.0} × {h:.0} 米左右。"),
                format!("空地要有 {w:.0} × {h:.0} 公尺左右。"),
                format!("Free ground of about {w:.0} × {h:.0} m would do."),
            ],
            PlazaSay::NeedsGap { metres } => [
                format!("板间距离改成 {metres} 米，就都摆得下。"),
                format!("板間距離改成 {metres} 公尺，就都擺得下。"),
                format!("With a gap of {metres} m all of them find room."),
            ],
            PlazaSay::NeedsAisle { metres } => [
                format!("过道改成 {metres} 米，就都摆得下。"),
                format!("走道改成 {metres} 公尺，就都擺得下。"),
                format!("With an aisle of {metres} m all of them find room."),
            ],
            PlazaSay::NeedsTwoSides => [
                "改成两面摆，就都摆得下。".into(),
                "改成兩面擺，就都擺得下。".into(),
                "Back to back, all of them find room.".into(),
            ],
        }
    }
}

/// What is not known is not said.
fn score(
    placed: usize,
    all: usize,
    metres: usize,
    crossings: usize,
    sun: Option<(u16, usize)>,
    wind: Option<usize>,
) -> [String; 3] {
    let mut parts: Vec<[String; 3]> = Vec::new();
    if placed < all {
        parts.push([
            format!("{placed} / {all} 块"),
            format!("{placed} / {all} 塊"),
            format!("{placed} of {all} boards"),
        ]);
    }
    parts.push([
        format!("走 {metres} 米"),
        format!("走 {metres} 公尺"),
        format!("walk {metres} m"),
    ]);
    parts.push(match crossings {
        0 => ["不走交叉路".into(), "不走交叉路".into(), "no crossing".into()],
        1 => ["交叉 1 处".into(), "交叉 1 處".into(), "1 crossing".into()],
        count => [
            format!("交叉 {count} 处"),
            format!("交叉 {count} 處"),
            format!("{count} crossings"),
        ],
    });
    if let Some((minutes, count)) = sun {
        let hour = format!("{}:{:02}", minutes / 60, minutes % 60);
        parts.push(match count {
            0 => [
                "没有板迎着低太阳".into(),
                "沒有板迎著低太陽".into(),
                "no board faces a low sun".into(),
            ],
            1 => [
                format!("{hour} 有 1 块迎着低太阳"),
                format!("{hour} 有 1 塊迎著低太陽"),
                format!("1 board faces the low sun at {hour}"),
            ],
            count => [
                format!("{hour} 有 {count} 块迎着低太阳"),
                format!("{hour} 有 {count} 塊迎著低太陽"),
                format!("{count} boards face the low sun at {hour}"),
            ],
        });
    }
    if let Some(count) = wind {
        parts.push(match count {
            0 => [
                "没有一行横着挡风".into(),
                "沒有一列橫著擋風".into(),
                "no row stands across the wind".into(),
            ],
            1 => [
                "1 行横着挡风".into(),
                "1 列橫著擋風".into(),
                "1 row stands across the wind".into(),
            ],
            count => [
                format!("{count} 行横着挡风"),
                format!("{count} 列橫著擋風"),
                format!("{count} rows stand across the wind"),
            ],
        });
    }
    let joined = |at: usize, by: &str| parts.iter().map(|part| part[at].as_str()).collect::<Vec<_>>().join(by);
    [joined(0, "，"), joined(1, "，"), joined(2, ", ")]
}
