//! Where every board stands, as a table: written for spreadsheets, read again to see what has changed since.

use super::site::{Site, Spot, is_finite};
use crate::base::say::{PlanSay, plaza_paper as words};
use crate::base::{Lang, Say};
use crate::export::handover::HandoverError;
use crate::export::{Cell, ExportError, Sheet, write_xlsx};
use crate::geom::{Point, point};
use crate::model::Foot;
use calamine::{Data, Reader as _, Xlsx};
use std::io::Cursor;
use std::path::Path;

/// Larger files are no table of positions.
const LARGEST: u64 = 20_000_000;
/// Rows that are read at most.
const MOST_ROWS: usize = 20_000;

/// A board as a table of positions had it.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    pub plaza: String,
    pub number: usize,
    pub code: String,
    pub title: String,
    pub at: Point,
    pub facing: f64,
}

fn head(lang: Lang) -> Vec<String> {
    words::POSITION_HEAD.map(|head| lang.of(head).to_string()).to_vec()
}

fn cells(site: &Site<'_>, spot: &Spot<'_>) -> Vec<Cell> {
    let board = spot.board;
    let row = site.row_of(board.id).map_or(Cell::Empty, |row| Cell::count(row + 1));
    let rounded = |value: f64, parts: f64| Cell::Number((value * parts).round() / parts);
    vec![
        Cell::text(&site.plaza.name),
        row,
        Cell::count(spot.number),
        Cell::text(&board.code),
        Cell::text(board.title()),
        Cell::text(site.unit_name(board.committee)),
        rounded(spot.stand.at.x, 1000.0),
        rounded(spot.stand.at.y, 1000.0),
        rounded(spot.stand.facing.rem_euclid(360.0), 10.0),
        Cell::text(site.lang.of(foot(spot.stand.foot))),
        rounded(board.size.w, 10.0),
        rounded(board.size.h, 10.0),
        Cell::text(site.square(spot.stand.at)),
    ]
}

pub fn foot(foot: Foot) -> words::Words {
    match foot {
        Foot::Frame => words::FRAME,
        Foot::AFrame => words::A_FRAME,
        Foot::Truss => words::TRUSS,
        Foot::RollUp => words::ROLL_UP,
        Foot::Easel => words::EASEL,
        Foot::BackToBack => words::BACK_TO_BACK,
        Foot::OnWall => words::ON_WALL,
    }
}

/// All plazas in one workbook, a sheet each.
pub fn as_workbook(sites: &[Site<'_>]) -> Result<Vec<u8>, ExportError> {
    let sheets: Vec<Sheet> = sites
        .iter()
        .map(|site| Sheet {
            name: site.plaza.name.clone(),
            head: head(site.lang),
            rows: site.spots.iter().map(|spot| cells(site, spot)).collect(),
            total: Vec::new(),
        })
        .collect();
    write_xlsx(&sheets).map_err(|error| ExportError::Build(error.to_string()))
}

/// The same as one table, with the mark by which spreadsheets know UTF-8.
pub fn as_csv(sites: &[Site<'_>], lang: Lang) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::Writer::from_writer(vec![0xEF, 0xBB, 0xBF]);
    let built = |error: csv::Error| ExportError::Build(error.to_string());
    writer.write_record(head(lang)).map_err(built)?;
    for site in sites {
        for spot in &site.spots {
            let texts = cells(site, spot).into_iter().map(|cell| match cell {
                Cell::Text(text) => text,
                Cell::Number(number) => number.to_string(),
                Cell::Empty => String::new(),
            });
            writer.write_record(texts).map_err(built)?;
        }
    }
    writer
        .into_inner()
        .map_err(|error| ExportError::Build(error.to_string()))
}

/// A table of positions that lies here: .xlsx or .csv, in any of the three languages, columns in any order. Of a folder of
/// papers, the table in it.
pub fn read(file: &Path) -> Result<Vec<Position>, HandoverError> {
    let unreadable = || -> HandoverError {
        let file = file.display().to_string();
        HandoverError::Told(Say::from(PlanSay::EarlierUnreadable { file }))
    };
    let found = if file.is_dir() {
        table_in(file)
    } else {
        Some(file.to_path_buf())
    };
    let found = found.ok_or_else(unreadable)?;
    let is_small = std::fs::metadata(&found).is_ok_and(|about| about.len() <= LARGEST);
    let bytes = std::fs::read(&found).ok().filter(|_| is_small).ok_or_else(unreadable)?;
    let positions = parse(&bytes);
    if positions.is_empty() {
        Err(unreadable())
    } else {
        Ok(positions)
    }
}

fn table_in(folder: &Path) -> Option<std::path::PathBuf> {
    let is_table = |name: &str| {
        let stem = name.strip_suffix(".csv").or(name.strip_suffix(".xlsx"));
        stem.is_some_and(|stem| words::POSITIONS.contains(&stem))
    };
    let mut entries = std::fs::read_dir(folder).ok()?.flatten();
    let found = entries.find(|entry| is_table(&entry.file_name().to_string_lossy()));
    found.map(|entry| entry.path())
}

/// Nothing where the bytes are no such table.
pub fn parse(bytes: &[u8]) -> Vec<Position> {
    if bytes.starts_with(b"PK") {
        return parse_book(bytes);
    }
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let records = reader.records().flatten().take(MOST_ROWS);
    let rows: Vec<Vec<String>> = records
        .map(|record| record.iter().map(str::to_string).collect())
        .collect();
    of_rows(&rows)
}

fn parse_book(bytes: &[u8]) -> Vec<Position> {
    let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let mut positions = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else {
            continue;
        };
        let rows: Vec<Vec<String>> = range
            .rows()
            .take(MOST_ROWS)
            .map(|row| row.iter().map(Data::to_string).collect())
            .collect();
        positions.extend(of_rows(&rows));
    }
    positions
}

fn of_rows(rows: &[Vec<String>]) -> Vec<Position> {
    let Some((head, rest)) = rows.split_first() else {
        return Vec::new();
    };
    let column = |which: usize| {
        let names = words::POSITION_HEAD[which];
        head.iter().position(|cell| names.contains(&cell.trim()))
    };
    let [plaza, number, code, title, x, y, facing] = [0, 2, 3, 4, 6, 7, 8].map(column);
    let (Some(code), Some(x), Some(y)) = (code, x, y) else {
        return Vec::new();
    };
    let of = |row: &Vec<String>| -> Option<Position> {
        let text = |column: Option<usize>| column.and_then(|at| row.get(at)).map(|cell| cell.trim().to_string());
        let value = |column: Option<usize>| text(column).and_then(|text| text.parse::<f64>().ok());
        let at = point(value(Some(x))?, value(Some(y))?);
        let code = text(Some(code)).filter(|code| !code.is_empty())?;
        let number = value(number).filter(|number| (0.0..1e6).contains(number));
        is_finite(at).then(|| Position {
            plaza: text(plaza).unwrap_or_default(),
            number: number.unwrap_or_default() as usize,
            code,
            title: text(title).unwrap_or_default(),
            at,
            facing: value(facing).filter(|facing| facing.is_finite()).unwrap_or_default(),
        })
    };
    rest.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_known_by_their_heads_and_rubbish_is_no_table() {
        let read = parse("\u{feff}Code,y m,x m,No.\nA1,2.5,1,7\nA2,NaN,1,8\n,1,1,9\n".as_bytes());
        assert_eq!(read.len(), 1);
        assert_eq!(
            (read[0].code.as_str(), read[0].number, read[0].at),
            ("A1", 7, point(1.0, 2.5))
        );
        assert!(parse(b"PK\x03\x04 no book").is_empty() && parse(b"").is_empty() && parse(&[0xFF; 40]).is_empty());
    }
}
