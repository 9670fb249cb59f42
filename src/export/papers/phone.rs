//! A board as a picture that goes round in a chat: small enough to be sent, marked so that nobody prints it.

use super::jpeg_of;
use super::sheet::{RED, Sheet, Type};
use crate::base::Lang;
use crate::base::say::paper;
use crate::geom::point;
use crate::layout::Frame;
use crate::raster::{Ink, Photos, View, draw};

/// Chat programs take no more, or squeeze it themselves.
const LARGEST: usize = 2_000_000;
/// As much as a phone shows at its widest zoom.
const PIXELS: f64 = 2600.0;

pub fn phone_preview(frame: &Frame, ink: &Ink, lang: Lang) -> Vec<u8> {
    let size = frame.size;
    let mut sheet = Sheet::over(&ink.fonts, lang, frame);
    let word = lang.of(paper::DRAFT);
    let look = Type {
        em: size.w.min(size.h) / 4.0,
        weight: 700,
        colour: RED,
    };
    sheet.slanted(word, point(size.w / 2.0, size.h / 2.0), look, 0.22, -28.0);
    let marked = sheet.finish();
    let mut pixels = PIXELS;
    loop {
        let view = View::whole(&marked, pixels / size.w.max(size.h) * 25.4);
        let picture = draw(&marked, &view, ink, Photos::Wait);
        for quality in [86, 78, 70, 60] {
            let file = jpeg_of(&picture, quality);
            if file.len() <= LARGEST {
                return file;
            }
        }
        pixels *= 0.75;
    }
}
