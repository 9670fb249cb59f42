//! What a shop makes: one row a board as the ledger counts it, and how much of its rolls that takes.

use super::ledger;
use crate::geom::{Size, size};
use crate::model::{Board, Exhibition, Shop};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq)]
pub struct JobRow {
    pub number: usize,
    pub code: String,
    pub title: String,
    pub committee: String,
    pub width_mm: f64,
    pub height_mm: f64,
    pub material: String,
    pub finishing: String,
    pub copies: u32,
    /// Of one copy.
    pub area_m2: f64,
}

impl JobRow {
    pub fn total_m2(&self) -> f64 {
        thousandths(self.area_m2 * f64::from(self.copies))
    }
}

/// These boards in display sequence.
pub fn job(exhibition: &Exhibition, boards: &[Arc<Board>]) -> Vec<JobRow> {
    let rows = ledger(exhibition, &[]).into_iter();
    rows.filter_map(|row| {
        let board = boards.iter().find(|board| board.code == row.code)?;
        Some(JobRow {
            number: row.number,
            code: row.code,
            title: row.title,
            committee: row.committee,
            width_mm: row.width_mm,
            height_mm: row.height_mm,
            material: row.material,
            finishing: board.make.finishing.clone(),
            copies: row.copies,
            area_m2: row.area_m2,
        })
    })
    .collect()
}

/// Copies and square metres of all rows.
pub fn sums(rows: &[JobRow]) -> (u32, f64) {
    let copies = rows.iter().map(|row| row.copies).sum();
    let area = rows.iter().map(JobRow::total_m2).sum();
    (copies, thousandths(area))
}

fn thousandths(area: f64) -> f64 {
    (area * 1000.0).round() / 1000.0
}

/// What one material takes of one roll.
#[derive(Clone, Debug, PartialEq)]
pub struct RollUse {
    pub material: String,
    pub roll_mm: f64,
    pub length_mm: f64,
    pub pieces: usize,
    /// Share of the material that is cut off.
    pub waste: f64,
}

/// The roll with the least waste for each material; sheets are laid in rows across it, turned where that is shorter, and
/// in strips where they are wider. Empty where the shop names no rolls.
pub fn roll_use(rows: &[JobRow], shop: &Shop) -> Vec<RollUse> {
    let mut pieces: BTreeMap<&str, Vec<Size>> = BTreeMap::new();
    for row in rows {
        let cut = shop.cut(size(row.width_mm, row.height_mm));
        let of = pieces.entry(&row.material).or_default();
        of.extend(std::iter::repeat_n(cut.size(), row.copies as usize));
    }
    let best = |(material, sheets): (&str, Vec<Size>)| {
        let on_roll = |roll: &f64| {
            let strips: Vec<Size> = sheets
                .iter()
                .flat_map(|sheet| strips(*sheet, *roll, shop.overlap))
                .collect();
            let length = shortest(&strips, *roll);
            let printed: f64 = sheets.iter().map(|sheet| sheet.w * sheet.h).sum();
            RollUse {
                material: material.to_string(),
                roll_mm: *roll,
                length_mm: length,
                pieces: sheets.len(),
                waste: (1.0 - printed / (roll * length).max(1.0)).max(0.0),
            }
        };
        let all = shop.rolls.iter().filter(|roll| **roll > 0.0).map(on_roll);
        all.min_by(|one, other| one.waste.total_cmp(&other.waste))
    };
    pieces.into_iter().filter_map(best).collect()
}

/// A sheet that fits, else the strips it is printed in.
fn strips(sheet: Size, roll: f64, overlap: f64) -> Vec<Size> {
    if sheet.w <= roll || sheet.h <= roll {
        return vec![sheet];
    }
    let count = ((sheet.w - overlap) / (roll - overlap).max(1.0)).ceil().max(1.0);
    let width = (sheet.w + overlap * (count - 1.0)) / count;
    vec![size(width, sheet.h); count as usize]
}

/// Of both ways to lay them: upright where that fits, or across.
fn shortest(sheets: &[Size], roll: f64) -> f64 {
    let upright = |sheet: &Size| (sheet.w.min(sheet.h), sheet.w.max(sheet.h));
    let across = |sheet: &Size| (sheet.w.max(sheet.h), sheet.w.min(sheet.h));
    let laid = |way: &dyn Fn(&Size) -> (f64, f64)| {
        let held = |sheet: &Size| match way(sheet) {
            (width, height) if width <= roll => (width, height),
            (width, height) => (height.min(roll), width),
        };
        length(sheets.iter().map(held).collect(), roll)
    };
    laid(&upright).min(laid(&across))
}

/// First-fit by falling height: each sheet in the first row that still has the width.
fn length(mut sheets: Vec<(f64, f64)>, roll: f64) -> f64 {
    sheets.sort_by(|one, other| other.1.total_cmp(&one.1));
    let mut rows: Vec<(f64, f64)> = Vec::new();
    for (width, height) in sheets {
        match rows.iter_mut().find(|row| row.0 + width <= roll + 0.01) {
            Some(row) => row.0 += width,
            None => rows.push((width, height)),
        }
    }
    rows.iter().map(|row| row.1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(w: f64, h: f64, copies: u32) -> JobRow {
        JobRow {
            number: 1,
            code: "A".into(),
            title: "水".into(),
            committee: String::new(),
            width_mm: w,
            height_mm: h,
            material: "KT板".into(),
            finishing: String::new(),
            copies,
            area_m2: w * h / 1e6,
        }
    }

    #[test]
    fn sheets_lie_beside_each_other_and_wide_ones_in_strips() {
        let shop = |rolls: &[f64]| Shop {
            rolls: rolls.to_vec(),
            ..Shop::default()
        };
        // Two of 900 are wider than the roll, 900 high rows of one 1200 wide sheet are not.
        let used = roll_use(&[row(900.0, 1200.0, 4)], &shop(&[1270.0]));
        assert_eq!((used[0].length_mm, used[0].pieces), (3600.0, 4));
        assert!((used[0].waste - (1.0 - 1200.0 / 1270.0)).abs() < 1e-6);
        // A wider roll takes two side by side.
        let used = roll_use(&[row(900.0, 1200.0, 4)], &shop(&[1270.0, 1800.0]));
        assert_eq!(
            (used[0].roll_mm, used[0].length_mm, used[0].waste),
            (1800.0, 2400.0, 0.0)
        );
        let used = roll_use(&[row(3000.0, 2000.0, 1)], &shop(&[1000.0]));
        assert_eq!(used[0].length_mm, 8000.0, "four strips of 765 mm");
        assert!(roll_use(&[row(900.0, 1200.0, 1)], &shop(&[])).is_empty());
        assert_eq!(sums(&[row(900.0, 1200.0, 4), row(1000.0, 1000.0, 1)]), (5, 5.32));
    }
}
