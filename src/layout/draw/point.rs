//! Steps that are shown as something else: a question with its answer, a moment of a time line.

use super::say::{centred, name_of};
use super::{Around, Drawn, Piece, within_lines};
use crate::base::FontSlot;
use crate::geom::{Rect, point, rect, um};
use crate::layout::Path;
use crate::layout::desk::{Desk, WHITE, em_at};
use crate::layout::setting::{self, OPEN, Wish, box_path};
use crate::model::StepElement;
use crate::script::Script;

/// The mark of the question on its disc, the question beside it; the mark of the answer in a ring, the answer beside it.
pub fn draw_question(desk: &Desk<'_>, piece: &Piece<'_>, step: &StepElement, area: Rect, scale: f64) -> Drawn {
    let slot = &piece.slot;
    let head = name_of(slot.style.as_ref(), "step");
    let em = em_at(desk.style(head), scale);
    let d = um(em * 1.42);
    let x = area.x + d + em * 0.55;
    let w = (area.right() - x).max(1.0);
    let (ask, answer) = match desk.script {
        Script::Hans => ("问", "答"),
        Script::Hant => ("問", "答"),
    };
    let mut drawn = Drawn::new(area);
    let colour = desk.accent(slot.accent.as_ref());
    let question = desk.words(&step.head, desk.script);
    let mut y = area.y;
    let disc = |y: f64| rect(area.x, y, d, d);
    if !question.is_blank() {
        drawn.fill(piece, Path::circle(disc(y).centre(), d / 2.0), colour);
        centred(desk, piece, ask, FontSlot::Hei, d * 0.56, WHITE, disc(y), &mut drawn);
        let set = within_lines(desk, &question, Wish::new(head, w, scale, desk.script), slot.lines);
        // The first line stands on the middle of the disc.
        let down = (d - desk.style(head).line * em) / 2.0;
        drawn.text(desk, piece, &set, x, y + down.max(0.0));
        y = drawn.foot.max(y + d) + em * 0.28;
    }
    let words = desk.words(&step.text, desk.script);
    if !words.is_blank() {
        let second = name_of(slot.second.as_ref(), "step-text");
        let ring = d - em * 0.09;
        let inside = rect(area.x + em * 0.045, y + em * 0.045, ring, ring);
        let circle = Path::circle(inside.centre(), ring / 2.0);
        drawn.add(piece, setting::stroked(circle, colour, em * 0.09));
        centred(
            desk,
            piece,
            answer,
            FontSlot::Hei,
            d * 0.56,
            colour,
            disc(y),
            &mut drawn,
        );
        let set = within_lines(desk, &words, Wish::new(second, w, scale, desk.script), 0);
        let small = em_at(desk.style(second), scale) * desk.style(second).line;
        let down = ((d - small) / 2.0).max(0.0);
        drawn.text(desk, piece, &set, x, y + down);
        drawn.foot = drawn.foot.max(y + d);
    }
    drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
    drawn
}

/// A moment this many times as wide as its type is high has room for when and what side by side.
const BESIDE: f64 = 16.0;

/// When, a disc on the line of time, what: side by side in a high column, under the line in a row. The line goes on over
/// the gap to the next moment, which is the slot's padding.
pub fn draw_moment(
    desk: &Desk<'_>,
    piece: &Piece<'_>,
    step: &StepElement,
    area: Rect,
    scale: f64,
    around: Around,
) -> Drawn {
    let slot = &piece.slot;
    let head = name_of(slot.style.as_ref(), "step");
    let em = em_at(desk.style(head), scale);
    let second = name_of(slot.second.as_ref(), "step-text");
    let when = desk.words(&step.head, desk.script);
    let what = desk.words(&step.text, desk.script);
    let (d, line) = (um(em * 0.62), um(em * 0.11));
    let colour = desk.accent(slot.accent.as_ref());
    let mut drawn = Drawn::new(area);
    let high = desk.style(head).line * em;
    if area.w < em * BESIDE {
        let middle = area.y + d / 2.0;
        let end = if around.is_last {
            area.x + d / 2.0
        } else {
            area.right() + slot.padding
        };
        let top = area.y + d + em * 0.35;
        let set = within_lines(desk, &when, Wish::new(head, area.w, scale, desk.script), 1);
        let wide = (end - area.x - d / 2.0).max(0.0);
        drawn.fill(
            piece,
            box_path(area.x + d / 2.0, middle - line / 2.0, wide, line),
            colour,
        );
        drawn.fill(piece, Path::circle(point(area.x + d / 2.0, middle), d / 2.0), colour);
        drawn.text(desk, piece, &set, area.x, top);
        let set = within_lines(desk, &what, Wish::new(second, area.w, scale, desk.script), 0);
        let y = drawn.foot + em * 0.1;
        drawn.text(desk, piece, &set, area.x, y);
        drawn.foot = drawn.foot.max(top);
    } else {
        let left = um((em * 5.6).min(area.w * 0.3));
        let axis = um(area.x + left + em * 0.9);
        let middle = area.y + high / 2.0;
        let x = axis + em * 0.9;
        let set = within_lines(desk, &when, Wish::new(head, left, scale, desk.script), 1);
        let words = within_lines(desk, &what, Wish::new(second, area.right() - x, scale, desk.script), 0);
        let small = em_at(desk.style(second), scale) * desk.style(second).line;
        let down = ((high - small) / 2.0).max(0.0);
        let foot = area.y + set.foot().max(down + words.foot());
        // In its place among others, which may have more air than its words ask for.
        let foot = if area.h < OPEN / 2.0 { area.bottom() } else { foot };
        let end = if around.is_last {
            middle
        } else {
            foot + slot.padding + high / 2.0
        };
        drawn.fill(piece, box_path(axis - line / 2.0, middle, line, end - middle), colour);
        drawn.fill(piece, Path::circle(point(axis, middle), d / 2.0), colour);
        drawn.text(desk, piece, &set, area.x, area.y);
        drawn.text(desk, piece, &words, x, area.y + down);
    }
    drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
    drawn
}
