//! What is done to the rows and columns of a table. Rows are told as they are read: the head first, where there is one.

use super::{TableElement, TwoScript};
use crate::script::Script;

/// A table is no wider and no longer than this: a board shows no more.
pub const MOST_CELLS: usize = 2_000;

impl TableElement {
    /// Cells that stand together with tabs between them, as spreadsheets copy them; `None` where no line has a tab and
    /// there is but one.
    pub fn cells_of(text: &str) -> Option<Vec<Vec<String>>> {
        let text = text.trim_end_matches(['\r', '\n']);
        if !text.contains(['\t', '\n']) {
            return None;
        }
        let cells = |line: &str| line.split('\t').map(|cell| cell.trim().to_string()).collect();
        Some(text.lines().map(cells).collect())
    }

    /// A whole table of such cells, its first row the head; `None` where it is no table: fewer than two rows or columns,
    /// or more than [`MOST_CELLS`].
    pub fn pasted(text: &str, script: Script) -> Option<TableElement> {
        let cells = TableElement::cells_of(text)?;
        let wide = cells.iter().map(Vec::len).max().unwrap_or(0);
        let is_even = cells.iter().all(|row| row.len() > 1);
        if cells.len() < 2 || wide < 2 || !is_even || cells.len() * wide > MOST_CELLS {
            return None;
        }
        let mut table = TableElement {
            head: vec![TwoScript::new(script, "")],
            rows: Vec::new(),
        };
        table.fill(0, 0, &cells, script);
        Some(table)
    }

    pub fn columns(&self) -> usize {
        let rows = self.rows.iter().map(Vec::len);
        rows.chain([self.head.len()]).max().unwrap_or(0)
    }

    pub fn lines(&self) -> usize {
        self.rows.len() + usize::from(self.has_head())
    }

    pub fn has_head(&self) -> bool {
        !self.head.is_empty()
    }

    /// The first line becomes the head, or the head the first line.
    pub fn turn_head(&mut self) {
        if self.has_head() {
            self.rows.insert(0, std::mem::take(&mut self.head));
        } else if !self.rows.is_empty() {
            self.head = self.rows.remove(0);
        }
    }

    /// A blank line before line `at`, or after the last one.
    pub fn add_line(&mut self, at: usize, script: Script) {
        let blank = vec![TwoScript::new(script, ""); self.columns().max(1)];
        self.change(|lines| lines.insert(at.min(lines.len()), blank));
    }

    /// A blank column before column `at`, or after the last one.
    pub fn add_column(&mut self, at: usize, script: Script) {
        self.change(|lines| {
            for line in lines {
                line.insert(at.min(line.len()), TwoScript::new(script, ""));
            }
        });
    }

    /// The last line and the last column stay: a table without cells would be nothing to get hold of.
    pub fn drop_line(&mut self, at: usize) {
        if self.lines() > 1 {
            self.change(|lines| {
                if at < lines.len() {
                    lines.remove(at);
                }
            });
        }
    }

    pub fn drop_column(&mut self, at: usize) {
        if self.columns() > 1 {
            self.change(|lines| {
                for line in lines {
                    if at < line.len() {
                        line.remove(at);
                    }
                }
            });
        }
    }

    /// Cells from one on, to the right and down; the table grows as it must, up to [`MOST_CELLS`]. A cell keeps the
    /// script it was written in. `false`: there were too many, and nothing is changed.
    pub fn fill(&mut self, line: usize, column: usize, cells: &[Vec<String>], script: Script) -> bool {
        let wide = cells.iter().map(Vec::len).max().unwrap_or(0);
        let (lines, columns) = (self.lines().max(line + cells.len()), self.columns().max(column + wide));
        if lines * columns > MOST_CELLS {
            return false;
        }
        while self.columns() < columns {
            self.add_column(usize::MAX, script);
        }
        while self.lines() < lines {
            self.add_line(usize::MAX, script);
        }
        self.change(|lines| {
            for (row, line) in cells.iter().zip(lines.iter_mut().skip(line)) {
                line.resize(columns.max(line.len()), TwoScript::new(script, ""));
                for (text, cell) in row.iter().zip(line.iter_mut().skip(column)) {
                    *cell = TwoScript::new(cell.authored, text);
                }
            }
        });
        true
    }

    /// All lines as one list; the head stays the head.
    fn change(&mut self, change: impl FnOnce(&mut Vec<Vec<TwoScript>>)) {
        let has_head = self.has_head();
        let mut lines = std::mem::take(&mut self.rows);
        if has_head {
            lines.insert(0, std::mem::take(&mut self.head));
        }
        change(&mut lines);
        if has_head && !lines.is_empty() {
            self.head = lines.remove(0);
        }
        self.rows = lines;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(table: &TableElement) -> String {
        let line = |line: &Vec<TwoScript>| {
            let cells: Vec<String> = line.iter().map(|cell| cell.source.to_plain()).collect();
            cells.join("|")
        };
        let lines: Vec<String> = [&table.head].into_iter().chain(&table.rows).map(line).collect();
        lines.join("/")
    }

    fn table(text: &str) -> TableElement {
        TableElement::pasted(text, Script::Hans).unwrap()
    }

    #[test]
    fn cells_of_a_spreadsheet_are_a_table_and_text_is_none() {
        assert_eq!(said(&table("村\t户\r\n上坪\t120\r\n")), "村|户/上坪|120");
        for text in ["", "村", "一行\n两行", "村\t户", "村\t户\n没有格"] {
            assert_eq!(TableElement::pasted(text, Script::Hans), None, "{text:?}");
        }
        let large = "a\tb\n".repeat(MOST_CELLS);
        assert_eq!(TableElement::pasted(&large, Script::Hans), None);
    }

    #[test]
    fn lines_and_columns_come_and_go_and_the_head_stays_the_head() {
        let mut table = table("村\t户\n上坪\t120");
        table.add_line(1, Script::Hans);
        table.add_column(2, Script::Hans);
        assert_eq!(said(&table), "村|户|/||/上坪|120|");
        table.drop_line(1);
        table.drop_column(0);
        assert_eq!(said(&table), "户|/120|");
        table.drop_line(0);
        assert_eq!((table.has_head(), said(&table).as_str()), (true, "120|"));
        table.drop_line(0);
        table.drop_column(1);
        table.drop_column(0);
        assert_eq!((table.lines(), table.columns()), (1, 1));
    }

    #[test]
    fn the_head_and_the_first_line_take_each_others_place() {
        let mut table = table("村\t户\n上坪\t120");
        table.turn_head();
        assert_eq!((table.has_head(), table.lines()), (false, 2));
        table.add_line(0, Script::Hans);
        table.drop_line(0);
        table.turn_head();
        assert_eq!(said(&table), "村|户/上坪|120");
    }

    #[test]
    fn cells_are_filled_in_from_one_on_and_the_table_grows() {
        let mut table = table("村\t户\n上坪\t120");
        let cells = TableElement::cells_of("7\t8\n9\t10").unwrap();
        assert!(table.fill(1, 1, &cells, Script::Hans));
        assert_eq!(said(&table), "村|户|/上坪|7|8/|9|10");
        let before = table.clone();
        let large: Vec<Vec<String>> = vec![vec![String::new(); MOST_CELLS]; 2];
        assert!(!table.fill(0, 0, &large, Script::Hans));
        assert_eq!(table, before);
    }
}
