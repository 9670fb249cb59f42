//! Words of printed papers: job sheets, labels, reports, proofs. Simplified, Traditional, English.

type Words = [&'static str; 3];

pub const CONTACT: Words = ["展板小样", "展板小樣", "Contact sheet"];
pub const REPORT: Words = ["检查报告", "檢查報告", "Preflight report"];
pub const JOB_SHEET: Words = ["印制工单", "印製工單", "Job sheet"];
pub const LABELS: Words = ["背面标签", "背面標籤", "Labels"];
pub const DESK_PROOF: Words = ["校样", "校樣", "Proof"];
pub const HANDOUT: Words = ["大字文稿", "大字文稿", "Large-print texts"];
pub const WHOLE: Words = ["全展", "全展", "Whole show"];
pub const DRAFT: Words = ["草稿", "草稿", "DRAFT"];
pub const OF_SHOW: Words = ["整个展览", "整個展覽", "The whole show"];
pub const NO_PLACE: Words = ["广场位置未定", "廣場位置未定", "no place in the plaza yet"];
pub const REASON: Words = ["照此付印的理由：", "照此付印的理由：", "Goes to print because: "];
pub const ERROR: Words = ["错误", "錯誤", "Error"];
pub const WARNING: Words = ["提醒", "提醒", "Warning"];
pub const NOTE: Words = ["说明", "說明", "Note"];
pub const TOTAL: Words = ["合计", "合計", "Total"];
pub const SIGNED: Words = ["校对", "校對", "Proof read by"];
pub const APPROVED_BY: Words = ["审定", "審定", "Approved by"];
pub const DATE: Words = ["日期", "日期", "Date"];
pub const PRINTED: Words = ["出样", "出樣", "Printed"];
pub const VERSION: Words = ["版本", "版本", "Version"];
pub const UNIT: Words = ["单位", "單位", "Unit"];
pub const SIZE: Words = ["成品尺寸", "成品尺寸", "Trim size"];
pub const MATERIAL: Words = ["材料", "材料", "Material"];
pub const NO_TEXT: Words = ["这块板没有文字", "這塊板沒有文字", "This board has no text"];
pub const UNNAMED: Words = ["（未写）", "（未寫）", "(not named)"];

/// Heads of the job sheet's columns.
pub const JOB_HEAD: [Words; 12] = [
    ["序号", "序號", "No."],
    ["编号", "編號", "Code"],
    ["标题", "標題", "Title"],
    ["单位", "單位", "Unit"],
    ["宽 mm", "寬 mm", "Width mm"],
    ["高 mm", "高 mm", "Height mm"],
    ["材料", "材料", "Material"],
    ["后道", "後道", "Finishing"],
    ["份数", "份數", "Copies"],
    ["面积 m²", "面積 m²", "Area m²"],
    ["文件", "檔案", "File"],
    ["SHA-256", "SHA-256", "SHA-256"],
];

/// Heads of the table of rolls.
pub const ROLL_HEAD: [Words; 5] = [
    ["材料", "材料", "Material"],
    ["卷宽 mm", "捲寬 mm", "Roll mm"],
    ["用长 m", "用長 m", "Length m"],
    ["张数", "張數", "Sheets"],
    ["损耗 %", "損耗 %", "Waste %"],
];

pub fn checked(boards: usize, [errors, warnings, notes]: [usize; 3], date: &str) -> [String; 3] {
    [
        format!("{date} 检查了 {boards} 块展板：错误 {errors}，提醒 {warnings}，说明 {notes}。没有问题的展板不列出。"),
        format!("{date} 檢查了 {boards} 塊展板：錯誤 {errors}，提醒 {warnings}，說明 {notes}。沒有問題的展板不列出。"),
        format!(
            "{boards} boards checked on {date}. Errors: {errors}, warnings: {warnings}, notes: {notes}. Boards without findings are not listed."
        ),
    ]
}

/// Metres from the plaza's top left corner, as its plan has them.
pub fn place(plaza: &str, right: f64, down: f64) -> [String; 3] {
    [
        format!("{plaza}　横 {right:.1} 米，纵 {down:.1} 米"),
        format!("{plaza}　橫 {right:.1} 公尺，縱 {down:.1} 公尺"),
        format!("{plaza}  {right:.1} m across, {down:.1} m down"),
    ]
}

pub fn scale(of: f64) -> [String; 3] {
    [
        format!("比例 1:{of:.1}，每格 10 厘米"),
        format!("比例 1:{of:.1}，每格 10 公分"),
        format!("Scale 1:{of:.1}, a mark each 10 cm"),
    ]
}

pub fn smallest(em_mm: f64) -> [String; 3] {
    [
        format!("最小的字，原大（{em_mm:.1} 毫米）"),
        format!("最小的字，原大（{em_mm:.1} 公釐）"),
        format!("The smallest type at its true size ({em_mm:.1} mm)"),
    ]
}

/// Under the title of the job sheet.
pub fn job_about(shop: &str, date: &str, boards: usize, copies: u32, area_m2: f64) -> [String; 3] {
    [
        format!("印厂：{shop}　日期：{date}　展板 {boards} 块，共 {copies} 份，{area_m2:.3} 平方米"),
        format!("印刷廠：{shop}　日期：{date}　展板 {boards} 塊，共 {copies} 份，{area_m2:.3} 平方公尺"),
        format!("Shop: {shop}  Date: {date}  Boards: {boards}, copies: {copies}, {area_m2:.3} m²"),
    ]
}

pub fn roll(material: &str, roll_mm: f64, length_m: f64, sheets: usize, waste: f64) -> [String; 3] {
    let named = |unnamed: &str| {
        if material.is_empty() {
            unnamed.to_string()
        } else {
            material.to_string()
        }
    };
    let [hans, hant, en] = ["没写材料的", "沒寫材料的", "Without a named material"].map(named);
    let waste = waste * 100.0;
    [
        format!("{hans}：{sheets} 张，用宽 {roll_mm:.0} 毫米的卷材 {length_m:.2} 米，损耗 {waste:.1}%"),
        format!("{hant}：{sheets} 張，用寬 {roll_mm:.0} 公釐的捲材 {length_m:.2} 公尺，損耗 {waste:.1}%"),
        format!("{en}: {sheets} sheets on {length_m:.2} m of the {roll_mm:.0} mm roll, waste {waste:.1} %"),
    ]
}
