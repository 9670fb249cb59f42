//! Small pictures of many boards on few textures, so that a whole plaza is painted with a few calls. Each picture lies there
//! in three sizes: these textures have no smaller versions of their own.

use super::thumbnails::Thumb;
use crate::model::BoardId;
use egui::{Color32, ColorImage, Pos2, Rect, TextureHandle, TextureId, TextureOptions, pos2};
use std::collections::HashMap;

/// The longer side of a picture, in pixels.
pub const SIDE: usize = 48;
/// Of a texture.
const WIDTH: usize = 2048;
const HEIGHT: usize = 1024;
/// Around each picture its edge goes on for a pixel, for what is read between pixels.
const EDGE: usize = 1;
/// Of a picture with its smaller ones below.
const CELL: [usize; 2] = [SIDE + 2 * EDGE, SIDE + SIDE / 2 + 4 * EDGE];
/// White lies in the corner, for what has one colour.
const COLUMNS: usize = (WIDTH - CELL[0]) / CELL[0];
const ROWS: usize = HEIGHT / CELL[1];
/// 2,500 boards; what is shown now comes before what was.
const MOST: usize = 5;

/// A picture as it is painted: a texture, and which part of it, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub texture: TextureId,
    pub uv: Rect,
    /// A place on the texture that is white.
    pub white: Option<Pos2>,
}

impl Look {
    pub fn whole(texture: TextureId) -> Look {
        Look {
            texture,
            uv: Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)),
            white: None,
        }
    }
}

#[derive(Default)]
pub struct Sheets {
    pages: Vec<TextureHandle>,
    cells: HashMap<BoardId, Cell>,
    /// Places that were never used, the next one last.
    free: Vec<usize>,
}

struct Cell {
    place: usize,
    version: u64,
    /// Frame in which it was last shown.
    used: u64,
    size: [usize; 2],
}

impl Sheets {
    /// The picture of this board and its version, for a height in pixels.
    pub fn look(&mut self, board: BoardId, height_px: u32, now: u64) -> Option<(u64, Look)> {
        let cell = self.cells.get_mut(&board)?;
        cell.used = now;
        let texture = self.pages.get(cell.place / (COLUMNS * ROWS))?.id();
        // The smallest that has a pixel for each on the screen.
        let level = (1..3)
            .rev()
            .find(|level| cell.size[1] >> level >= height_px as usize)
            .unwrap_or(0);
        let at = level_at(cell.place, level);
        let size = cell.size.map(|side| (side >> level).max(1));
        let place = |x: usize, y: usize| pos2(x as f32 / WIDTH as f32, y as f32 / HEIGHT as f32);
        let look = Look {
            texture,
            uv: Rect::from_min_max(place(at[0], at[1]), place(at[0] + size[0], at[1] + size[1])),
            white: Some(place(WIDTH - 4, 4)),
        };
        Some((cell.version, look))
    }

    /// Up to what height on the screen a board's picture here serves; `None` where the board is too long and thin.
    pub fn serves(size: crate::geom::Size) -> Option<u32> {
        let [w, h] = [size.w, size.h].map(|side| SIDE as f64 * side / size.w.max(size.h).max(1e-6));
        (w >= 10.0 && h >= 10.0).then_some((h * 1.2) as u32)
    }

    pub fn has(&self, board: BoardId, version: u64) -> bool {
        self.cells.get(&board).is_some_and(|cell| cell.version == version)
    }

    /// Takes a picture in; without a place for it nothing happens.
    pub fn put(&mut self, ctx: &egui::Context, board: BoardId, version: u64, thumb: &Thumb) {
        let now = ctx.cumulative_frame_nr();
        let thumb = thumb.clone().within(SIDE as u32);
        let size = [thumb.width as usize, thumb.height as usize];
        if size.iter().any(|side| *side == 0 || *side > SIDE) {
            return;
        }
        let place = match self.cells.get(&board) {
            Some(cell) => Some(cell.place),
            None => self.place(ctx, now),
        };
        let Some(place) = place else { return };
        self.cells.insert(
            board,
            Cell {
                place,
                version,
                used: now,
                size,
            },
        );
        let Some(page) = self.pages.get_mut(place / (COLUMNS * ROWS)) else {
            return;
        };
        for level in 0..3 {
            let [w, h] = size.map(|side| (side >> level).max(1));
            let small = thumb.clone().shrink(w as u32, h as u32);
            let [x, y] = level_at(place, level);
            page.set_partial([x - EDGE, y - EDGE], framed(&small), TextureOptions::LINEAR);
        }
    }

    /// A free place, else that of the picture that was not shown for longest.
    fn place(&mut self, ctx: &egui::Context, now: u64) -> Option<usize> {
        if let Some(place) = self.free.pop() {
            return Some(place);
        }
        if self.pages.len() < MOST {
            let first = self.pages.len() * COLUMNS * ROWS;
            let mut blank = ColorImage::filled([WIDTH, HEIGHT], Color32::TRANSPARENT);
            for row in 0..8 {
                blank.pixels[row * WIDTH + WIDTH - 8..(row + 1) * WIDTH].fill(Color32::WHITE);
            }
            self.pages
                .push(ctx.load_texture("small pictures", blank, TextureOptions::LINEAR));
            self.free.extend((first..first + COLUMNS * ROWS).rev());
            return self.free.pop();
        }
        let oldest = self.cells.iter().min_by_key(|(_, cell)| cell.used);
        let (board, place) = oldest
            .filter(|(_, cell)| cell.used + 2 < now)
            .map(|(board, cell)| (*board, cell.place))?;
        self.cells.remove(&board);
        Some(place)
    }
}

/// Where a picture begins: the two smaller ones lie below it, side by side.
fn level_at(place: usize, level: usize) -> [usize; 2] {
    let within = place % (COLUMNS * ROWS);
    let (x, y) = (within % COLUMNS * CELL[0], within / COLUMNS * CELL[1]);
    let [right, down] = match level {
        0 => [0, 0],
        1 => [0, SIDE + 2 * EDGE],
        _ => [SIDE / 2 + 2 * EDGE, SIDE + 2 * EDGE],
    };
    [x + right + EDGE, y + down + EDGE]
}

/// With its outermost pixels once more around it.
fn framed(thumb: &Thumb) -> ColorImage {
    let (width, height) = (thumb.width as usize, thumb.height as usize);
    let size = [width + 2 * EDGE, height + 2 * EDGE];
    let mut pixels = Vec::with_capacity(size[0] * size[1]);
    for y in 0..size[1] {
        let row = y.saturating_sub(EDGE).min(height - 1) * width;
        for x in 0..size[0] {
            let at = (row + x.saturating_sub(EDGE).min(width - 1)) * 4;
            let [r, g, b] = [0, 1, 2].map(|part| thumb.rgba[at + part]);
            pixels.push(Color32::from_rgb(r, g, b));
        }
    }
    ColorImage::new(size, pixels)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thumb(width: u32, height: u32) -> Thumb {
        Thumb {
            width,
            height,
            rgba: [200, 100, 50, 255].repeat((width * height) as usize),
        }
    }

    #[test]
    fn no_two_pictures_share_a_pixel_and_none_hangs_over_the_edge() {
        let mut taken = vec![false; WIDTH * HEIGHT];
        for place in 0..COLUMNS * ROWS {
            for level in 0..3 {
                let [x, y] = level_at(place, level);
                let side = (SIDE >> level) + 2 * EDGE;
                for row in y - EDGE..y - EDGE + side {
                    for column in x - EDGE..x - EDGE + side {
                        let at = &mut taken[row * WIDTH + column];
                        assert!(column < WIDTH - 8 && !*at, "{place} {level}: {column} {row}");
                        *at = true;
                    }
                }
            }
        }
    }

    #[test]
    fn a_picture_is_found_again_and_the_size_asked_for_says_which_of_three() {
        let ctx = egui::Context::default();
        let mut sheets = Sheets::default();
        let board = BoardId::random();
        assert!(sheets.look(board, 40, 0).is_none());
        sheets.put(&ctx, board, 7, &thumb(72, 96));
        let heights = [48, 40, 24, 20, 12, 5].map(|px| {
            let (version, look) = sheets.look(board, px, 1).unwrap();
            assert_eq!(version, 7);
            (look.uv.height() * HEIGHT as f32).round() as u32
        });
        assert_eq!(heights, [48, 48, 24, 24, 12, 12]);
        sheets.put(&ctx, board, 8, &thumb(96, 24));
        let (version, look) = sheets.look(board, 12, 1).unwrap();
        assert_eq!((version, (look.uv.width() * WIDTH as f32).round()), (8, 48.0));
    }

    #[test]
    fn when_all_is_full_what_is_shown_stays_and_what_was_shown_longest_ago_goes() {
        let ctx = egui::Context::default();
        let mut sheets = Sheets::default();
        let boards: Vec<BoardId> = (0..COLUMNS * ROWS * MOST + 1).map(|_| BoardId::random()).collect();
        let (last, boards) = boards.split_last().unwrap();
        for board in boards {
            sheets.put(&ctx, *board, 1, &thumb(3, 4));
        }
        assert!(boards.iter().all(|board| sheets.has(*board, 1)));
        sheets.put(&ctx, *last, 1, &thumb(3, 4));
        assert!(!sheets.has(*last, 1), "all were shown just now");
        for board in &boards[1..] {
            sheets.look(*board, 4, 9);
        }
        for _ in 0..4 {
            let mut output = ctx.run_ui(Default::default(), |_| {});
            output.textures_delta.clear();
        }
        sheets.put(&ctx, *last, 1, &thumb(3, 4));
        assert!(sheets.has(*last, 1) && !sheets.has(boards[0], 1) && sheets.has(boards[1], 1));
    }
}
