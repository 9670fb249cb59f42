//! The registers of a show, figures and names, from tables and into them: CSV or a workbook, columns in any order, heads
//! in Chinese or English.

use super::decode;
use crate::model::{Fact, FactId, KnownName, NameId, NameKind, TwoName};
use crate::script::{Region, Script, Words, derive};
use calamine::{Data, Reader as _, Xlsx};
use std::io::Cursor;

/// What was read, and how many rows made no sense.
pub struct Taken<T> {
    pub entries: Vec<T>,
    pub skipped: usize,
}

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
pub fn facts_from(bytes: &[u8], known: &[Fact]) -> Taken<Fact> {
    let (rows, mut skipped) = (rows(bytes, &FACT_HEADS), 0);
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
    Taken {
        entries: facts,
        skipped,
    }
}

/// Names; a missing Traditional form is converted.
pub fn names_from(bytes: &[u8], known: &[KnownName], region: Region, words: &Words) -> Taken<KnownName> {
    let (rows, mut skipped) = (rows(bytes, &NAME_HEADS), 0);
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
    Taken {
        entries: names,
        skipped,
    }
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

/// The cells of these columns, row by row; a column that is not there is empty.
fn rows<const N: usize>(bytes: &[u8], heads: &[&[&str]; N]) -> Vec<[String; N]> {
    let table = if bytes.starts_with(b"PK") {
        from_xlsx(bytes)
    } else {
        from_csv(bytes)
    };
    let mut table = table.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty()));
    let Some(head) = table.next() else {
        return Vec::new();
    };
    let place = |called: &&[&str]| {
        head.iter()
            .position(|cell| called.contains(&cell.to_lowercase().as_str()))
    };
    let places: Vec<Option<usize>> = heads.iter().map(place).collect();
    let cell = |row: &Vec<String>, at: usize| places[at].and_then(|place| row.get(place)).cloned().unwrap_or_default();
    table.map(|row| std::array::from_fn(|at| cell(&row, at))).collect()
}

fn from_csv(bytes: &[u8]) -> Vec<Vec<String>> {
    let text = decode(bytes).text;
    let text = text.trim_start_matches('\u{feff}');
    let is_tabbed = text.lines().next().is_some_and(|line| line.contains('\t'));
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_tabbed { b'\t' } else { b',' })
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records = reader.records().flatten();
    records
        .map(|record| record.iter().map(|cell| cell.trim().to_string()).collect())
        .collect()
}

/// The first sheet that has anything in it.
fn from_xlsx(bytes: &[u8]) -> Vec<Vec<String>> {
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let text = |cell: &Data| match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        cell => cell.to_string().trim().to_string(),
    };
    for name in book.sheet_names() {
        if let Ok(range) = book.worksheet_range(&name)
            && !range.is_empty()
        {
            return range.rows().map(|row| row.iter().map(text).collect()).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_come_back_from_their_tables() {
        let facts = facts_from("名称,数值,单位,来源\n灌溉面积,1.2,万亩,水务站\n,3,,\n".as_bytes(), &[]);
        assert_eq!((facts.entries.len(), facts.skipped), (1, 1));
        let again = facts_from(&as_csv(&facts_table(&facts.entries)), &facts.entries);
        assert_eq!(again.entries, facts.entries);
        let words = Words::default();
        let names = names_from(
            "类别,姓名,职务,排序\n人名,温岚,镇长,1\n地名,云岭,,\n".as_bytes(),
            &[],
            Region::Taiwan,
            &words,
        );
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
        );
        assert_eq!(again.entries, names.entries);
    }
}
