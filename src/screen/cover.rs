//! What near boards and walls hide: cells of the picture that are wholly behind one. What lies only in such cells need not
//! be painted.

use egui::{Pos2, Rect};

/// Points a cell has each way.
const CELL: f32 = 4.0;

pub struct Cover {
    from: Pos2,
    columns: usize,
    rows: usize,
    is_hidden: Vec<bool>,
}

impl Cover {
    pub fn of(picture: Rect) -> Cover {
        let count = |length: f32| (length / CELL).ceil().clamp(1.0, 4096.0) as usize;
        let (columns, rows) = (count(picture.width()), count(picture.height()));
        Cover {
            from: picture.min,
            columns,
            rows,
            is_hidden: vec![false; columns * rows],
        }
    }

    /// Whether nothing of this part of the picture is to be seen.
    pub fn hides(&self, part: Rect) -> bool {
        let (columns, rows) = (self.columns as f32, self.rows as f32);
        let low = (part.min - self.from) / CELL;
        let high = (part.max - self.from) / CELL;
        let (left, right) = (low.x.floor().clamp(0.0, columns), high.x.ceil().clamp(0.0, columns));
        let (top, bottom) = (low.y.floor().clamp(0.0, rows), high.y.ceil().clamp(0.0, rows));
        (top as usize..bottom as usize).all(|row| {
            self.is_hidden[row * self.columns..][left as usize..right as usize]
                .iter()
                .all(|cell| *cell)
        })
    }

    /// Something without dents stands there and lets nothing through.
    pub fn add(&mut self, corners: &[Pos2]) {
        let ys = || corners.iter().map(|corner| (corner.y - self.from.y) / CELL);
        let top = ys().fold(f32::INFINITY, f32::min).ceil().max(0.0);
        let bottom = ys().fold(f32::NEG_INFINITY, f32::max).floor().min(self.rows as f32);
        if !top.is_finite() || !bottom.is_finite() || top >= bottom {
            return;
        }
        for row in top as usize..bottom as usize {
            let edges = [row, row + 1].map(|edge| span(corners, self.from.y + edge as f32 * CELL));
            let [Some((left, right)), Some((other_left, other_right))] = edges else {
                continue;
            };
            let column = |x: f32| (x - self.from.x) / CELL;
            let from = column(left.max(other_left)).ceil().clamp(0.0, self.columns as f32) as usize;
            let to = column(right.min(other_right)).floor().clamp(0.0, self.columns as f32) as usize;
            if from < to {
                self.is_hidden[row * self.columns + from..row * self.columns + to].fill(true);
            }
        }
    }
}

/// From where to where a level line runs inside.
fn span(corners: &[Pos2], y: f32) -> Option<(f32, f32)> {
    let mut found: Option<(f32, f32)> = None;
    for (at, a) in corners.iter().enumerate() {
        let b = corners[(at + 1) % corners.len()];
        if (a.y - y) * (b.y - y) > 0.0 {
            continue;
        }
        let x = if (b.y - a.y).abs() < 1e-4 {
            [a.x, b.x]
        } else {
            [a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y); 2]
        };
        let (left, right) = found.unwrap_or((f32::INFINITY, f32::NEG_INFINITY));
        found = Some((left.min(x[0]).min(x[1]), right.max(x[0]).max(x[1])));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn picture() -> Cover {
        Cover::of(Rect::from_min_max(pos2(100.0, 50.0), pos2(500.0, 350.0)))
    }

    fn part(left: f32, top: f32, right: f32, bottom: f32) -> Rect {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom))
    }

    #[test]
    fn what_is_wholly_behind_is_hidden_and_what_looks_out_is_not() {
        let mut cover = picture();
        assert!(!cover.hides(part(210.0, 110.0, 220.0, 120.0)));
        cover.add(&[
            pos2(200.0, 100.0),
            pos2(300.0, 110.0),
            pos2(300.0, 240.0),
            pos2(200.0, 250.0),
        ]);
        assert!(cover.hides(part(220.0, 120.0, 280.0, 230.0)));
        for shown in [
            part(190.0, 120.0, 280.0, 230.0),
            part(220.0, 90.0, 280.0, 230.0),
            part(220.0, 120.0, 310.0, 230.0),
            part(220.0, 120.0, 280.0, 260.0),
            // The slanting edge does not hide what is over it.
            part(290.0, 100.0, 299.0, 108.0),
        ] {
            assert!(!cover.hides(shown), "{shown:?}");
        }
    }

    #[test]
    fn two_beside_each_other_hide_what_neither_hides_alone() {
        let mut cover = picture();
        let board = |left: f32| {
            [
                pos2(left, 100.0),
                pos2(left + 40.0, 100.0),
                pos2(left + 40.0, 200.0),
                pos2(left, 200.0),
            ]
        };
        cover.add(&board(200.0));
        assert!(!cover.hides(part(210.0, 120.0, 270.0, 180.0)));
        cover.add(&board(240.0));
        assert!(cover.hides(part(210.0, 120.0, 270.0, 180.0)));
    }

    #[test]
    fn what_hangs_out_of_the_picture_counts_only_within() {
        let mut cover = picture();
        cover.add(&[
            pos2(-900.0, -900.0),
            pos2(900.0, -900.0),
            pos2(900.0, 900.0),
            pos2(-900.0, 900.0),
        ]);
        assert!(cover.hides(part(-50.0, 60.0, 900.0, 100.0)));
        cover.add(&[pos2(f32::NAN, 0.0), pos2(1.0, 1.0), pos2(2.0, 2.0)]);
        cover.add(&[]);
    }
}
