//! Tables as a workbook (.xlsx) that Excel, WPS and LibreOffice open: a head that stays, filters, widths that fit.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, XlsxError};

/// What stands in one cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Empty,
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Cell {
        Cell::Text(text.into())
    }

    pub fn count(count: usize) -> Cell {
        Cell::Number(count as f64)
    }
}

/// One table of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// On the tab. What Excel refuses there is replaced, what is too long is cut.
    pub name: String,
    pub head: Vec<String>,
    /// As long as the head; a longer row keeps its cells, a shorter one is empty there.
    pub rows: Vec<Vec<Cell>>,
    /// Stands under the table in bold: sums.
    pub total: Vec<Cell>,
}

/// What a cell of Excel holds at most, in UTF-16 units (Excel specifications and limits).
const MOST_TEXT: usize = 32_767;
/// Length of a tab's name, likewise.
const MOST_NAME: usize = 31;
/// Columns no wider than this many half characters: long texts wrap.
const WIDEST: usize = 60;

/// The bytes of the file.
pub fn write_xlsx(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = tab_name(&sheet.name, &names);
        names.push(name.clone());
        let page = book.add_worksheet();
        page.set_name(&name)?;
        fill(page, sheet)?;
    }
    book.save_to_buffer()
}

fn fill(page: &mut rust_xlsxwriter::Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let line = Color::RGB(0xC9_CE_D4);
    let body = Format::new()
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Thin)
        .set_border_color(line);
    let head = body.clone().set_bold().set_background_color(Color::RGB(0xEE_F1_F4));
    let total = body.clone().set_bold();
    for (column, text) in (0..).zip(&sheet.head) {
        page.write_with_format(0, column, text.as_str(), &head)?;
        page.set_column_width(column, width(sheet, usize::from(column)))?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        put(page, row, cells, &body)?;
    }
    let last = sheet.rows.len() as u32;
    put(page, last + 1, &sheet.total, &total)?;
    if let Some(right) = (sheet.head.len() as u16).checked_sub(1) {
        page.set_freeze_panes(1, 0)?;
        page.set_repeat_rows(0, 0)?;
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        page.autofilter(0, 0, last.max(1), right)?;
    }
    Ok(())
}

fn put(page: &mut rust_xlsxwriter::Worksheet, row: u32, cells: &[Cell], format: &Format) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        match cell {
            // As a text always: a title that begins with = is no formula.
            Cell::Text(text) => page.write_string_with_format(row, column, cut(text), format)?,
            Cell::Number(number) => page.write_number_with_format(row, column, *number, format)?,
            Cell::Empty => page.write_blank(row, column, format)?,
        };
    }
    Ok(())
}

fn cut(text: &str) -> &str {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > MOST_TEXT {
            return &text[..at];
        }
    }
    text
}

fn width(sheet: &Sheet, column: usize) -> f64 {
    let of_cell = |cell: &Cell| match cell {
        Cell::Text(text) => text.lines().map(halves).max().unwrap_or(0),
        Cell::Number(number) => number.to_string().len(),
        Cell::Empty => 0,
    };
    let cells = sheet
        .rows
        .iter()
        .chain([&sheet.total])
        .filter_map(|row| row.get(column));
    // The head carries the button of its filter.
    let head = halves(&sheet.head[column]) + 3;
    cells.map(of_cell).max().unwrap_or(0).max(head).min(WIDEST) as f64 + 2.0
}

/// Half characters a line takes: an ideograph is two.
fn halves(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn tab_name(wish: &str, taken: &[String]) -> String {
    let clean: String = wish
        .chars()
        .map(|c| if "[]:*?/\\'".contains(c) { ' ' } else { c })
        .collect();
    let clean = clean.trim();
    let base = if clean.is_empty() { "1" } else { clean };
    let named = |end: &str| {
        let keep = MOST_NAME - end.encode_utf16().count();
        let mut units = 0;
        let kept: String = base
            .chars()
            .take_while(|c| {
                units += c.len_utf16();
                units <= keep
            })
            .collect();
        format!("{kept}{end}")
    };
    let is_free = |name: &String| taken.iter().all(|other| !other.eq_ignore_ascii_case(name));
    let first = named("");
    if is_free(&first) {
        return first;
    }
    (2..).map(|n| named(&format!(" {n}"))).find(is_free).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader as _, Xlsx};
    use std::io::Cursor;

    #[test]
    fn a_workbook_gives_back_its_texts_and_numbers() {
        let long = "长".repeat(40_000);
        let sheet = |name: &str| Sheet {
            name: name.into(),
            head: vec!["标题".into(), "面积".into()],
            rows: vec![
                vec![Cell::text("=1+1"), Cell::Number(1.08)],
                vec![Cell::text(&long), Cell::Empty],
            ],
            total: vec![Cell::Empty, Cell::Number(1.08)],
        };
        let names = ["a/b:c", "A/B:C", &"名".repeat(50), ""];
        let bytes = write_xlsx(&names.map(sheet)).unwrap();
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names()[..2], ["a b c", "A B C 2"]);
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).unwrap();
            assert_eq!(range.get((1, 0)), Some(&Data::String("=1+1".into())));
            assert_eq!(range.get((1, 1)), Some(&Data::Float(1.08)));
            assert_eq!(range.get((2, 0)).unwrap().to_string().chars().count(), MOST_TEXT);
            assert_eq!(range.get((3, 1)), Some(&Data::Float(1.08)));
        }
    }
}
