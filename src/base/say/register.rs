//! Sentences about tables that become a register.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterSay {
    Broken,
    /// As Excel saved before 2007.
    OldWorkbook,
    Empty,
    /// No column says what each row is about.
    NoHead {
        wanted: String,
    },
    TooLong {
        most: usize,
    },
    /// What they came to when the workbook was saved was taken.
    Formulas {
        cells: usize,
    },
}

impl RegisterSay {
    /// Simplified, Traditional, English.
    pub fn texts(&self) -> [String; 3] {
        match self {
            RegisterSay::Broken => [
                "这个表格读不出来，可能坏了或者不是表格。请用 Excel 或 WPS 打开，另存为 .xlsx 或 CSV 再试。".into(),
                "這個表格讀不出來，可能壞了或者不是表格。請用 Excel 或 WPS 開啟，另存為 .xlsx 或 CSV 再試。".into(),
                "This table cannot be read: it is damaged or none. Open it in Excel or WPS and save it as .xlsx or CSV."
                    .into(),
            ],
            RegisterSay::OldWorkbook => [
                "这是旧格式的表格（.xls），读不了。请用 Excel 或 WPS 打开，另存为 .xlsx 再试。".into(),
                "這是舊格式的表格（.xls），讀不了。請用 Excel 或 WPS 開啟，另存為 .xlsx 再試。".into(),
                "This is a workbook of the old kind (.xls). Open it in Excel or WPS and save it as .xlsx.".into(),
            ],
            RegisterSay::Empty => [
                "表格是空的。请在第一行写好列名，下面每行一条。".into(),
                "表格是空的。請在第一列寫好欄名，下面每列一筆。".into(),
                "The table is empty. Its first row names the columns; each row below is an entry.".into(),
            ],
            RegisterSay::NoHead { wanted } => [
                format!("第一行里没有“{wanted}”这一列。请在第一行写好列名，可以先导出一份表格照着填。"),
                format!("第一列裡沒有「{wanted}」這一欄。請在第一列寫好欄名，可以先匯出一份表格照著填。"),
                format!("The first row names no column “{wanted}”. Name the columns there; an exported table shows how."),
            ],
            RegisterSay::TooLong { most } => [
                format!("表格太长：登记最多 {most} 行。请只留要登记的，删掉别的再试。"),
                format!("表格太長：登記最多 {most} 列。請只留要登記的，刪掉別的再試。"),
                format!("The table is too long: a register has at most {most} rows. Keep only what is to be registered."),
            ],
            RegisterSay::Formulas { cells } => [
                format!("{cells} 格是公式，用的是表格保存时算出的数。请看一眼对不对。"),
                format!("{cells} 格是公式，用的是表格儲存時算出的數。請看一眼對不對。"),
                format!("Cells with formulas: {cells}. What they came to when the table was saved was taken; look whether it is right."),
            ],
        }
    }
}
