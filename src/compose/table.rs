//! `committees.csv`: one row a board, columns in any order, names in English or Chinese.

use super::content::{are_near, is_a_side};
use crate::base::say::ImportSay;
use crate::base::{Finding, Place, Say, Severity};
use crate::geom::{Size, size, um};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    pub code: String,
    pub committee: String,
    pub title: String,
    pub template: String,
    pub size: Option<Size>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Column {
    Committee,
    Board,
    Title,
    Template,
    Size,
}

const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Committee,
        &[
            "committee",
            "unit",
            "单位",
            "單位",
            "委员会",
            "委員會",
            "村委会",
            "村委會",
            "部门",
            "部門",
            "制作单位",
            "製作單位",
        ],
    ),
    (
        Column::Board,
        &["board", "id", "code", "编号", "編號", "展板", "展板编号", "展板編號"],
    ),
    (
        Column::Title,
        &["title", "标题", "標題", "题目", "題目", "展板标题", "展板標題"],
    ),
    (Column::Template, &["template", "版式", "模板", "範本", "样式", "樣式"]),
    (Column::Size, &["size", "尺寸", "大小", "规格", "規格"]),
];

/// Rows in the order of the file. The first of two rows with one code holds.
pub fn read(text: &str, file: &str, found: &mut Vec<Finding>) -> Vec<Row> {
    let mut say = |severity, board: Option<&str>, say: ImportSay| {
        found.push(Finding {
            severity,
            rule: "import-table",
            place: Place {
                board: board.map(str::to_string),
                file: Some(file.to_string()),
                ..Place::default()
            },
            say: Say::Import(say),
        });
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // Text is valid UTF-8 by now and rows may have any length, so every record reads.
    let mut records = reader.records().flatten().filter(|record| !is_blank(record));
    let Some(header) = records.next() else {
        say(Severity::Warning, None, ImportSay::TableEmpty);
        return Vec::new();
    };
    let columns: Vec<Option<Column>> = header.iter().map(column).collect();
    if !columns.contains(&Some(Column::Board)) {
        say(Severity::Error, None, ImportSay::TableHeader);
        return Vec::new();
    }
    for (name, column) in header.iter().zip(&columns) {
        if column.is_none() && !name.trim().is_empty() {
            let name = name.trim().to_string();
            say(Severity::Note, None, ImportSay::TableColumn { name });
        }
    }
    let mut rows: Vec<Row> = Vec::new();
    for record in records {
        let line = record.position().map_or(0, |position| position.line());
        let cell = |wanted: Column| -> String {
            let at = columns.iter().position(|column| *column == Some(wanted));
            let text = at.and_then(|at| record.get(at)).unwrap_or_default();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let code = cell(Column::Board);
        if code.is_empty() {
            say(Severity::Warning, None, ImportSay::TableRowNoBoard { line });
            continue;
        }
        if rows.iter().any(|row| row.code == code) {
            let twice = ImportSay::TableTwice {
                line,
                code: code.clone(),
            };
            say(Severity::Warning, Some(&code), twice);
            continue;
        }
        let text = cell(Column::Size);
        let size = parse_size(&text);
        if size.is_none() && !text.is_empty() {
            say(Severity::Warning, Some(&code), ImportSay::TableSize { line, text });
        }
        rows.push(Row {
            committee: cell(Column::Committee),
            title: cell(Column::Title),
            template: cell(Column::Template),
            size,
            code,
        });
    }
    rows
}

fn is_blank(record: &csv::StringRecord) -> bool {
    record.iter().all(|cell| cell.trim().is_empty())
}

/// Excel saves tabs or semicolons in some countries; the first line tells.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |byte: u8| first.bytes().filter(|other| *other == byte).count();
    let mut best = b',';
    for byte in [b'\t', b';'] {
        if count(byte) > count(best) {
            best = byte;
        }
    }
    best
}

fn column(name: &str) -> Option<Column> {
    let name = name.trim().trim_matches('"').to_lowercase();
    let exact = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()));
    let near = || {
        NAMES
            .iter()
            .find(|(_, names)| names.iter().any(|known| are_near(known, &name)))
    };
    exact.or_else(near).map(|(column, _)| *column)
}

/// `90x120cm`, `900×1200 mm`, `0.9*1.2米`; centimetres where no unit is given.
pub fn parse_size(text: &str) -> Option<Size> {
    let text: String = text.to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let units = [
        ("毫米", 1.0),
        ("mm", 1.0),
        ("厘米", 10.0),
        ("公分", 10.0),
        ("cm", 10.0),
        ("公尺", 1000.0),
        ("米", 1000.0),
        ("m", 1000.0),
    ];
    let unit = units.iter().find(|(unit, _)| text.ends_with(unit));
    let factor = unit.map_or(10.0, |(_, factor)| *factor);
    // "90cm×120cm" names its unit twice.
    let bare = unit.map_or(text.clone(), |(unit, _)| text.replace(unit, ""));
    let (w, h) = bare.split_once(['x', '×', '*', 'х', '✕'])?;
    let side = |text: &str| {
        text.parse::<f64>()
            .ok()
            .map(|side| um(side * factor))
            .filter(|mm| is_a_side(*mm))
    };
    Some(size(side(w)?, side(h)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_as_people_write_them() {
        for text in [
            "90x120cm",
            "90×120",
            "900*1200mm",
            "0.9 x 1.2 m",
            "90cm×120cm",
            "90X120厘米",
        ] {
            assert_eq!(parse_size(text), Some(size(900.0, 1200.0)), "{text}");
        }
        for text in ["", "A1", "90", "90x", "0x120cm", "9e9x120cm", "-90x120cm"] {
            assert_eq!(parse_size(text), None, "{text}");
        }
    }

    #[test]
    fn columns_stand_in_any_order_under_chinese_names_and_tabs() {
        let mut found = Vec::new();
        let rows = read(
            "编号\t备注\t標題\t单位\nA1\t好\t山\t柳溪镇\n\nA1\t\t再\t\n\t\t无号\t\n",
            "committees.csv",
            &mut found,
        );
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (
                rows[0].code.as_str(),
                rows[0].title.as_str(),
                rows[0].committee.as_str()
            ),
            ("A1", "山", "柳溪镇")
        );
        assert_eq!(found.len(), 3, "{found:#?}");
    }

    #[test]
    fn a_table_without_its_first_line_is_told() {
        let mut found = Vec::new();
        assert!(read("柳溪镇,A1,山\n", "committees.csv", &mut found).is_empty());
        assert_eq!(found.len(), 1);
    }
}
