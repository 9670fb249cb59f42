//! The registers of a show, figures and names, from tables and into them: CSV or a workbook, columns in any order, heads
//! in Chinese or English. A workbook is read cell by cell and no further than a register can be long.

use super::decode;
use crate::base::say::RegisterSay;
use crate::model::{Fact, FactId, KnownName, NameId, NameKind, TwoName};
use crate::script::{Region, Script, Words, derive};
use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use std::io::Cursor;

/// What was read, and how many rows made no sense.
#[derive(Debug)]
pub struct Taken<T> {
    pub entries: Vec<T>,
    pub skipped: usize,
    /// What somebody should know of the table.
    pub notes: Vec<RegisterSay>,
}

/// Rows of a table, its head among them: more is no register but something else.
const MOST_ROWS: usize = 20_000;
/// Columns that are looked at.
const MOST_COLUMNS: usize = 64;
/// Bytes of a workbook once it is unpacked.
const MOST_BYTES: u64 = 256 << 20;

const FACT_HEADS: [&[&str]; 5] = [
    &["name", "名称", "名稱", "数据", "數據", "项目", "項目"],
    &["value", "数值", "數值", "值"],
    &["unit", "单位", "單位"],
    &["date", "日期", "截至"],
    &["source", "来源", "來源", "出处", "出處"],
];
const NAME_HEADS: [&[&str]; 6] = [
    &["kind", "类别", "類別", "类型", "類型"],
    &["hans", "name", "姓名", "名字", "名称", "名稱", "简体", "簡體"],
    &["hant", "繁体", "繁體"],
    &["post", "职务", "職務"],
    &["post hant", "职务繁体", "職務繁體"],
    &["rank", "排序", "位次"],
];
const KINDS: [(NameKind, &[&str]); 3] = [
    (NameKind::Person, &["person", "人", "人名"]),
    (NameKind::Place, &["place", "地", "地名"]),
    (NameKind::Unit, &["unit", "单位", "單位"]),
];

/// Figures; one whose name is known keeps its id, so that boards that quote it go on doing so.
///
/// # Errors
/// Where the file is no table, has no column of names, or is too long.
pub fn facts_from(bytes: &[u8], known: &[Fact]) -> Result<Taken<Fact>, RegisterSay> {
    let (rows, notes) = rows(bytes, &FACT_HEADS, 0)?;
    let mut skipped = 0;
    let mut facts = known.to_vec();
    for row in rows {
        let [name, value, unit, date, source] = row;
        if name.is_empty() || value.is_empty() {
            skipped += 1;
            continue;
        }
        let at = facts.iter().position(|fact| fact.name == name);
        let fact = Fact {
            id: at.map_or_else(FactId::random, |at| facts[at].id),
            name,
            value,
            unit,
            date,
            source,
        };
        match at {
            Some(at) => facts[at] = fact,
            None => facts.push(fact),
        }
    }
    Ok(Taken {
        entries: facts,
        skipped,
        notes,
    })
}

/// Names; a missing Traditional form is converted.
///
/// # Errors
/// As `facts_from`.
pub fn names_from(
    bytes: &[u8],
    known: &[KnownName],
    region: Region,
    words: &Words,
) -> Result<Taken<KnownName>, RegisterSay> {
    let (rows, notes) = rows(bytes, &NAME_HEADS, 1)?;
    let mut skipped = 0;
    let mut names = known.to_vec();
    let both = |hans: String, hant: String| {
        let is_given = !hant.is_empty();
        let made = || derive(&hans, Script::Hans, region, words, &[]).text;
        TwoName {
            hant: if is_given { hant } else { made() },
            hans,
        }
    };
    for row in rows {
        let [kind, hans, hant, post, post_hant, rank] = row;
        if hans.is_empty() {
            skipped += 1;
            continue;
        }
        let lower = kind.to_lowercase();
        let kind = KINDS.iter().find(|(_, called)| called.contains(&lower.as_str()));
        let kind = kind.map_or(NameKind::Person, |(kind, _)| *kind);
        let at = names
            .iter()
            .position(|name| name.name.hans == hans && name.kind == kind);
        let name = KnownName {
            id: at.map_or_else(NameId::random, |at| names[at].id),
            kind,
            name: both(hans, hant),
            post: both(post, post_hant),
            rank: rank.parse().unwrap_or_default(),
        };
        match at {
            Some(at) => names[at] = name,
            None => names.push(name),
        }
    }
    Ok(Taken {
        entries: names,
        skipped,
        notes,
    })
}

/// The head and a row for each figure.
pub fn facts_table(facts: &[Fact]) -> Vec<Vec<String>> {
    let head = ["名称", "数值", "单位", "日期", "来源"].map(String::from).to_vec();
    let row = |fact: &Fact| {
        let Fact {
            name,
            value,
            unit,
            date,
            source,
            ..
        } = fact.clone();
        vec![name, value, unit, date, source]
    };
    std::iter::once(head).chain(facts.iter().map(row)).collect()
}

pub fn names_table(names: &[KnownName]) -> Vec<Vec<String>> {
    let head = ["类别", "简体", "繁体", "职务", "职务繁体", "排序"]
        .map(String::from)
        .to_vec();
    let row = |known: &KnownName| {
        let kind = match known.kind {
            NameKind::Person => "人名",
            NameKind::Place => "地名",
            NameKind::Unit => "单位",
        };
        let rank = if known.rank > 0 {
            known.rank.to_string()
        } else {
            String::new()
        };
        let (name, post) = (known.name.clone(), known.post.clone());
        vec![kind.to_string(), name.hans, name.hant, post.hans, post.hant, rank]
    };
    std::iter::once(head).chain(names.iter().map(row)).collect()
}

/// With the mark by which spreadsheets know UTF-8.
pub fn as_csv(table: &[Vec<String>]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in table {
        // Memory takes every write, and all rows are as long as the head.
        let _ = writer.write_record(row);
    }
    writer.into_inner().unwrap_or_default()
}

type Table = Vec<Vec<String>>;

/// The cells of these columns, row by row; a column that is not there is empty, but the one that names must be.
fn rows<const N: usize>(
    bytes: &[u8],
    heads: &[&[&str]; N],
    naming: usize,
) -> Result<(Vec<[String; N]>, Vec<RegisterSay>), RegisterSay> {
    let (table, notes) = if bytes.starts_with(b"PK") {
        from_xlsx(bytes)?
    } else if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(RegisterSay::OldWorkbook);
    } else {
        (from_csv(bytes)?, Vec::new())
    };
    let mut table = table.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty()));
    let Some(head) = table.next() else {
        return Err(RegisterSay::Empty);
    };
    let place = |called: &&[&str]| {
        head.iter()
            .position(|cell| called.contains(&cell.to_lowercase().as_str()))
    };
    let places: Vec<Option<usize>> = heads.iter().map(place).collect();
    if places[naming].is_none() {
        let wanted = heads[naming].iter().find(|head| !head.is_ascii()).unwrap_or(&"name");
        return Err(RegisterSay::NoHead {
            wanted: (*wanted).to_string(),
        });
    }
    let cell = |row: &Vec<String>, at: usize| places[at].and_then(|place| row.get(place)).cloned().unwrap_or_default();
    let rows = table.map(|row| std::array::from_fn(|at| cell(&row, at))).collect();
    Ok((rows, notes))
}

fn from_csv(bytes: &[u8]) -> Result<Table, RegisterSay> {
    let text = decode(bytes).text;
    let text = text.trim_start_matches('\u{feff}');
    if text.contains('\0') {
        return Err(RegisterSay::Broken);
    }
    let is_tabbed = text.lines().next().is_some_and(|line| line.contains('\t'));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_tabbed { b'\t' } else { b',' })
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut table = Table::new();
    for record in reader.records().flatten() {
        if table.len() == MOST_ROWS {
            return Err(RegisterSay::TooLong { most: MOST_ROWS });
        }
        table.push(
            record
                .iter()
                .take(MOST_COLUMNS)
                .map(|cell| cell.trim().to_string())
                .collect(),
        );
    }
    Ok(table)
}

/// The first sheet that has anything in it. Where a cell holds a formula, what it came to when the workbook was saved.
fn from_xlsx(bytes: &[u8]) -> Result<(Table, Vec<RegisterSay>), RegisterSay> {
    let broken = |_: XlsxError| RegisterSay::Broken;
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_damaged| RegisterSay::Broken)?;
    let sizes = (0..zip.len()).map(|at| zip.by_index_raw(at).map_or(0, |file| file.size()));
    if sizes.sum::<u64>() > MOST_BYTES {
        return Err(RegisterSay::TooLong { most: MOST_ROWS });
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for name in book.sheet_names() {
        let (mut table, mut formulas) = (Table::new(), 0);
        let mut cells = book.worksheet_cells_reader(&name).map_err(broken)?;
        while let Some(cell) = cells.next_cell_with_formula().map_err(broken)? {
            let (row, column) = cell.pos;
            let text = text_of(&cell.value);
            formulas += usize::from(cell.formula.is_some());
            if text.is_empty() || column as usize >= MOST_COLUMNS {
                continue;
            }
            if row as usize >= MOST_ROWS {
                return Err(RegisterSay::TooLong { most: MOST_ROWS });
            }
            let (row, column) = (row as usize, column as usize);
            table.resize(table.len().max(row + 1), Vec::new());
            let row = &mut table[row];
            row.resize(row.len().max(column + 1), String::new());
            row[column] = text;
        }
        if !table.is_empty() {
            let note = (formulas > 0).then_some(RegisterSay::Formulas { cells: formulas });
            return Ok((table, note.into_iter().collect()));
        }
    }
    Err(RegisterSay::Empty)
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        // What a formula came to that could not be reckoned is no value.
        DataRef::Error(_) => String::new(),
        value => calamine::Data::from(value.clone()).to_string().trim().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_come_back_from_their_tables() {
        let facts = facts_from("名称,数值,单位,来源\n灌溉面积,1.2,万亩,水务站\n,3,,\n".as_bytes(), &[]).unwrap();
        assert_eq!((facts.entries.len(), facts.skipped), (1, 1));
        let again = facts_from(&as_csv(&facts_table(&facts.entries)), &facts.entries).unwrap();
        assert_eq!(again.entries, facts.entries);
        let words = Words::default();
        let names = names_from(
            "类别,姓名,职务,排序\n人名,温岚,镇长,1\n地名,云岭,,\n".as_bytes(),
            &[],
            Region::Taiwan,
            &words,
        )
        .unwrap();
        assert_eq!(names.entries[0].name.hant, "溫嵐");
        assert_eq!(
            (names.entries[0].post.hant.as_str(), names.entries[0].rank),
            ("鎮長", 1)
        );
        assert_eq!(names.entries[1].kind, NameKind::Place);
        let again = names_from(
            &as_csv(&names_table(&names.entries)),
            &names.entries,
            Region::Taiwan,
            &words,
        )
        .unwrap();
        assert_eq!(again.entries, names.entries);
    }

    #[test]
    fn tables_of_every_office_are_read_and_others_told_with_the_remedy() {
        let facts = |bytes: &[u8]| facts_from(bytes, &[]);
        let text = "名称,数值,单位\n灌溉面积,1.2,万亩\n";
        let (gbk, ..) = encoding_rs::GBK.encode(text);
        let read = facts(&gbk).unwrap();
        assert_eq!(
            (read.entries[0].name.as_str(), read.entries[0].unit.as_str()),
            ("灌溉面积", "万亩")
        );
        let longest = "灌溉面积,1\n".repeat(MOST_ROWS - 1);
        assert!(facts(format!("名称,数值\n{longest}").as_bytes()).is_ok());
        let too_long = RegisterSay::TooLong { most: MOST_ROWS };
        let whole = workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>名称</t></is></c></row>");
        for (bytes, wanted) in [
            (format!("名称,数值\n{longest}再,1\n").into_bytes(), too_long),
            (Vec::new(), RegisterSay::Empty),
            (b"\n\n".to_vec(), RegisterSay::Empty),
            (b"PK\x03\x04 and then nothing".to_vec(), RegisterSay::Broken),
            (whole[..whole.len() / 2].to_vec(), RegisterSay::Broken),
            (workbook("<row r=\"1\"><c r=\"A1\"><v>"), RegisterSay::Broken),
            (workbook(""), RegisterSay::Empty),
            (vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], RegisterSay::OldWorkbook),
            (
                "甲,乙\n一,二\n".into(),
                RegisterSay::NoHead {
                    wanted: "名称".into()
                },
            ),
        ] {
            let start: Vec<u8> = bytes.iter().copied().take(20).collect();
            let said = facts(&bytes).unwrap_err();
            assert_eq!(said, wanted, "{start:?}");
            assert!(said.texts().iter().all(|text| text.chars().count() > 10));
        }
    }

    #[test]
    fn a_formula_gives_what_it_came_to_and_is_told() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (column, head) in (0..).zip(["名称", "数值", "单位"]) {
            sheet.write_string(0, column, head).unwrap();
        }
        sheet.write_string(1, 0, "灌溉面积").unwrap();
        let sum = rust_xlsxwriter::Formula::new("=0.7+0.5").set_result("1.2");
        sheet.write_formula(1, 1, sum).unwrap();
        sheet.write_string(2, 0, "受益人口").unwrap();
        sheet.write_number(2, 1, 1350.0).unwrap();
        let read = facts_from(&book.save_to_buffer().unwrap(), &[]).unwrap();
        let values: Vec<&str> = read.entries.iter().map(|fact| fact.value.as_str()).collect();
        assert_eq!(values, ["1.2", "1350"]);
        assert_eq!(read.notes, [RegisterSay::Formulas { cells: 1 }]);
    }

    /// As Excel writes it when somebody drags a formula down to the last row there is.
    #[test]
    fn a_workbook_of_a_million_rows_is_refused_and_not_read_to_its_end() {
        let rows: String = (1..=1_048_576)
            .map(|row| format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>名称</t></is></c></row>"))
            .collect();
        let book = workbook(&rows);
        let start = std::time::Instant::now();
        let said = facts_from(&book, &[]).unwrap_err();
        assert_eq!(said, RegisterSay::TooLong { most: MOST_ROWS });
        assert!(
            start.elapsed() < std::time::Duration::from_secs(20),
            "{:?}",
            start.elapsed()
        );
    }

    /// A workbook of one sheet with these rows, written by hand.
    fn workbook(rows: &str) -> Vec<u8> {
        use std::io::Write as _;
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let kept = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const PACK: &str = "http://schemas.openxmlformats.org/package/2006";
        const KIND: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        for (name, xml) in [
            (
                "[Content_Types].xml",
                format!(
                    "<Types xmlns=\"{PACK}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{KIND}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{KIND}.worksheet+xml\"/></Types>"
                ),
            ),
            (
                "_rels/.rels",
                format!(
                    "<Relationships xmlns=\"{PACK}/relationships\"><Relationship Id=\"r1\" Type=\"{REL}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    "<Relationships xmlns=\"{PACK}/relationships\"><Relationship Id=\"r1\" Type=\"{REL}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
            ),
        ] {
            zip.start_file(name, kept).unwrap();
            zip.write_all(xml.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}
