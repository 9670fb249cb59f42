//! Tables: a rule on top, one under the head, hairlines between; columns of figures end at their
//! right edge, columns of words begin at their left.

use super::{Drawn, Piece};
use crate::base::Align;
use crate::geom::{Rect, rect};
use crate::layout::desk::Desk;
use crate::layout::setting::{self, Set, Wish, box_path};
use crate::model::{RichText, TableElement};

/// Between columns, in em.
const GUTTER: f64 = 0.9;

pub fn draw_table(desk: &Desk<'_>, piece: &Piece<'_>, grid: &TableElement, area: Rect, scale: f64) -> Drawn {
    let mut drawn = Drawn::new(area);
    let body = piece.slot.style.as_ref().map_or("table", |style| style.0.as_str());
    let head = piece.slot.second.as_ref().map_or(body, |style| style.0.as_str());
    let rows = rows(desk, grid, head, body);
    let count = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    if count == 0 {
        return drawn;
    }
    let em = crate::layout::desk::em_at(desk.style(body), scale);
    let natural = natural_widths(desk, &rows, count, scale);
    let aligns: Vec<Align> = (0..count).map(|column| align_of(grid, column)).collect();
    let widths = shared_out(&natural, area.w, em * GUTTER);
    let dark = desk.accent(piece.slot.accent.as_ref());
    let light = desk.accent(piece.slot.accent_2.as_ref().or(piece.slot.accent.as_ref()));
    drawn.fill(piece, box_path(area.x, area.y, area.w, 2.4), dark);
    let mut y = area.y + 3.6;
    for (index, row) in rows.iter().enumerate() {
        let mut x = area.x;
        let mut foot = y;
        for ((cell, w), align) in row.iter().zip(&widths).zip(&aligns) {
            let set = set_cell(desk, cell, *align, *w, scale);
            drawn.is_over |= set.width() > w + 1.0;
            drawn.text(desk, piece, &set, x, y);
            foot = foot.max(y + set.foot());
            x += w + em * GUTTER;
        }
        let is_head = index == 0 && !grid.head.is_empty();
        let (thick, colour) = if is_head { (1.2, dark) } else { (0.6, light) };
        drawn.fill(piece, box_path(area.x, foot, area.w, thick), colour);
        y = foot + if is_head { 1.2 } else { 0.6 };
    }
    drawn.foot = y;
    drawn.main = rect(area.x, area.y, area.w, y - area.y);
    drawn
}

struct Cell<'a> {
    words: RichText,
    style: &'a str,
    is_strong: bool,
}

fn rows<'a>(desk: &Desk<'_>, grid: &TableElement, head: &'a str, body: &'a str) -> Vec<Vec<Cell<'a>>> {
    let words = |text: &crate::model::TwoScript| desk.words(text, desk.script).into_owned();
    let head_row: Vec<Cell<'a>> = grid
        .head
        .iter()
        .map(|text| Cell {
            words: words(text),
            style: head,
            is_strong: false,
        })
        .collect();
    let body_rows = grid.rows.iter().map(|row| {
        row.iter()
            .enumerate()
            .map(|(column, text)| Cell {
                words: words(text),
                style: body,
                is_strong: column == 0,
            })
            .collect()
    });
    Some(head_row)
        .filter(|row: &Vec<Cell<'a>>| !row.is_empty())
        .into_iter()
        .chain(body_rows)
        .collect()
}

/// Figures: most cells below the head begin with a digit.
fn align_of(grid: &TableElement, column: usize) -> Align {
    let cells = grid.rows.iter().filter_map(|row| row.get(column));
    let texts = cells
        .map(|cell| cell.source.to_plain())
        .filter(|text| !text.trim().is_empty());
    let is_figure = |text: &String| {
        let first = text
            .trim_start()
            .trim_start_matches(['+', '-', '−', '约', '約'])
            .chars()
            .next();
        first.is_some_and(|first| first.is_ascii_digit())
    };
    let (figures, all) = texts.fold((0, 0), |(figures, all), text| {
        (figures + usize::from(is_figure(&text)), all + 1)
    });
    if column > 0 && all > 0 && figures * 2 > all {
        Align::End
    } else {
        Align::Start
    }
}

fn set_cell(desk: &Desk<'_>, cell: &Cell<'_>, align: Align, w: f64, scale: f64) -> Set {
    let mut words = cell.words.clone();
    if cell.is_strong {
        for para in &mut words.paras {
            let range = 0..para.text.len();
            para.marks.push(crate::model::Mark {
                range,
                kind: crate::model::MarkKind::Weight(700),
            });
        }
    }
    let mut wish = Wish::new(cell.style, w, scale, desk.script);
    wish.align = Some(align);
    setting::set(desk, &words, &wish)
}

fn natural_widths(desk: &Desk<'_>, rows: &[Vec<Cell<'_>>], count: usize, scale: f64) -> Vec<f64> {
    let mut widths = vec![0.0_f64; count];
    for row in rows {
        for (cell, width) in row.iter().zip(&mut widths) {
            // At the left, so that the width is the text's own.
            let set = set_cell(desk, cell, Align::Start, setting::OPEN, scale);
            let wide = set
                .layout
                .lines
                .iter()
                .map(|line| line.end - line.start)
                .fold(0.0, f64::max);
            *width = width.max(wide + 0.2);
        }
    }
    widths
}

/// What is left goes to the columns evenly; what is short is taken from the widest.
fn shared_out(natural: &[f64], w: f64, gutter: f64) -> Vec<f64> {
    let count = natural.len().max(1) as f64;
    let room = w - gutter * (count - 1.0);
    let sum: f64 = natural.iter().sum();
    if sum <= room {
        let more = (room - sum) / count;
        return natural.iter().map(|width| width + more).collect();
    }
    let even = room / count;
    let small: f64 = natural.iter().filter(|width| **width <= even).sum();
    let large: f64 = natural.iter().filter(|width| **width > even).sum();
    let times = ((room - small) / large.max(1.0)).max(0.1);
    natural
        .iter()
        .map(|width| if *width > even { width * times } else { *width })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::shared_out;

    #[test]
    fn columns_fill_the_width_whatever_they_hold() {
        for natural in [
            vec![10.0, 20.0, 30.0],
            vec![5.0, 200.0, 10.0],
            vec![300.0, 300.0],
            vec![0.0],
        ] {
            let widths = shared_out(&natural, 100.0, 2.0);
            let sum: f64 = widths.iter().sum::<f64>() + 2.0 * (natural.len() as f64 - 1.0);
            assert!((sum - 100.0).abs() < 1e-6, "{natural:?} {widths:?}");
        }
    }
}
