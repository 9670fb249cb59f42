//! How a board is to be made: copies that are none, tables whose rows are of different length.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Finding, Severity};
use crate::model::ElementKind;

pub const COPIES: &str = "copies";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    if subject.board.make.copies == 0 {
        found.push(subject.find(None, Severity::Error, COPIES, RuleSay::NoCopies));
    }
    for element in subject.shown() {
        let ElementKind::Table(table) = &element.kind else {
            continue;
        };
        let columns = table.head.len();
        let ragged = table.rows.iter().position(|row| columns > 0 && row.len() != columns);
        if let Some(row) = ragged {
            let say = RuleSay::TableRagged {
                row: row + 1,
                cells: table.rows[row].len(),
                columns,
            };
            found.push(subject.find(Some(element.id), Severity::Warning, "table", say));
        }
    }
}
