//! Quotes with their speakers, steps and list items, changes from old to new.

use super::{Around, Drawn, Piece, balanced, within_lines};
use crate::base::{Colour, FontSlot};
use crate::geom::{Point, Rect, point, rect, um};
use crate::layout::desk::{Desk, WHITE, em_at};
use crate::layout::setting::{self, OPEN, Part, Set, Wish, box_path, line_path};
use crate::layout::{Path, Seg};
use crate::model::{ChangeElement, QuoteElement, RichText, SlotLook, StepElement, StyleName};
use crate::script::Script;

pub fn name_of<'a>(style: Option<&'a StyleName>, usual: &'a str) -> &'a str {
    style.map_or(usual, |style| style.0.as_str())
}

pub fn draw_quote(desk: &Desk<'_>, piece: &Piece<'_>, quote: &QuoteElement, area: Rect, scale: f64) -> Drawn {
    let slot = &piece.slot;
    let is_large = slot.look == SlotLook::Brackets;
    let pad = if is_large { slot.padding } else { 0.0 };
    let mut drawn = Drawn::new(area);
    let style = name_of(slot.style.as_ref(), "quote");
    let words = desk.words(&quote.text, desk.script);
    let words = if is_large {
        unquoted(&words)
    } else {
        quoted(&words, desk.script)
    };
    let wish = Wish {
        pauses: is_large.then_some(slot.lines.max(1)),
        ..Wish::new(style, area.w - 2.0 * pad, scale, desk.script)
    };
    let mut set = within_lines(desk, &words, wish, slot.lines);
    if !is_large {
        set = balanced(desk, &words, wish, set);
    }
    let top = area.y + pad * 0.42;
    let mut y = top + set.foot();
    drawn.text(desk, piece, &set, area.x + pad, top);
    if is_large {
        let foot = y + pad * 0.42;
        brackets(desk, piece, rect(area.x, area.y, area.w, foot - area.y), &mut drawn);
        y = foot + pad * 0.28;
    } else {
        y += 22.0;
    }
    let by = Speaker::new(desk, piece, quote, area.w - pad, scale);
    if area.h < OPEN / 2.0 && !is_large {
        // In a row of quotes all speakers stand on one line.
        y = y.max(area.bottom() - by.h);
    }
    by.draw(desk, piece, point(area.x + pad, y), &mut drawn);
    drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
    drawn
}

const OPENING: [char; 4] = ['“', '「', '『', '‘'];
const CLOSING: [char; 4] = ['”', '」', '』', '’'];

/// The drawn brackets are the quotation marks.
fn unquoted(words: &RichText) -> RichText {
    let mut words = words.clone();
    let starts = words.paras.first().is_some_and(|para| para.text.starts_with(OPENING));
    let ends = words.paras.last().is_some_and(|para| para.text.ends_with(CLOSING));
    let inner = words.to_plain().matches(OPENING).count() == 1;
    if starts && ends && inner {
        if let Some(first) = words.paras.first_mut() {
            let cut = first.text.chars().next().map_or(0, char::len_utf8);
            first.text.drain(..cut);
            for mark in &mut first.marks {
                mark.range = mark.range.start.saturating_sub(cut)..mark.range.end.saturating_sub(cut);
            }
        }
        if let Some(last) = words.paras.last_mut() {
            last.text.pop();
            let end = last.text.len();
            for mark in &mut last.marks {
                mark.range = mark.range.start.min(end)..mark.range.end.min(end);
            }
        }
    }
    words
}

/// With the marks of its script, unless it has some.
fn quoted(words: &RichText, script: Script) -> RichText {
    let mut words = words.clone();
    let has_marks = words.paras.first().is_some_and(|para| para.text.starts_with(OPENING));
    if has_marks || words.is_blank() {
        return words;
    }
    let (open, close) = match script {
        Script::Hans => ('“', '”'),
        Script::Hant => ('「', '」'),
    };
    if let Some(first) = words.paras.first_mut() {
        first.text.insert(0, open);
        let by = open.len_utf8();
        for mark in &mut first.marks {
            mark.range = mark.range.start + by..mark.range.end + by;
        }
    }
    if let Some(last) = words.paras.last_mut() {
        last.text.push(close);
    }
    words
}

/// Two strokes at the upper left and two at the lower right.
fn brackets(desk: &Desk<'_>, piece: &Piece<'_>, area: Rect, drawn: &mut Drawn) {
    let thick = 24.0;
    let across = 118.0_f64.min(area.w * 0.25);
    let down = (area.h * 0.52).min(152.0);
    let (x, y, r, b) = (area.x, area.y, area.right(), area.bottom());
    let head = [
        (x, y),
        (x + across, y),
        (x + across, y + thick),
        (x + thick, y + thick),
        (x + thick, y + down),
        (x, y + down),
    ];
    let foot = head.map(|(px, py)| (r - (px - x), b - (py - y)));
    let mut path = line_path(&head);
    path.segs.push(Seg::Close);
    path.segs.extend(line_path(&foot).segs);
    path.segs.push(Seg::Close);
    drawn.fill(piece, path, desk.accent(piece.slot.accent.as_ref()));
}

/// The seal with the surname, then the name and who that is: on one line under a large quote, on two in a row of
/// quotes, where all are to look alike.
struct Speaker {
    h: f64,
    /// Its letter and side.
    seal: Option<(char, f64)>,
    /// Each set line and its place from the top left.
    lines: Vec<(Set, f64, f64)>,
}

impl Speaker {
    fn new(desk: &Desk<'_>, piece: &Piece<'_>, quote: &QuoteElement, w: f64, scale: f64) -> Speaker {
        let (name, post) = (desk.plain(&quote.speaker), desk.plain(&quote.post));
        let letter = name.chars().next();
        let style_name = name_of(piece.slot.second.as_ref(), "speaker");
        let style = desk.style(style_name);
        let em = em_at(style, scale);
        let part = |text, weight, em, gap| Part {
            text,
            slot: style.slot,
            weight,
            em,
            colour: desk.swatch(&style.colour),
            gap,
        };
        let both = [
            part(name.as_str(), 900, em * 1.38, 0.0),
            part(post.as_str(), style.weight, em, em),
        ];
        let is_large = piece.slot.look == SlotLook::Brackets;
        let high = 48.0;
        let x = if letter.is_some() { high * 1.3 } else { 0.0 };
        if is_large {
            let line = setting::set_line(desk, &both, high, 0.0);
            if line.width() <= w - x {
                return Speaker {
                    h: high,
                    seal: letter.map(|letter| (letter, high)),
                    lines: vec![(line, x, 0.0)],
                };
            }
        }
        let mut lines = Vec::new();
        let mut h = 0.0;
        if !name.is_empty() {
            let set = setting::set_line(desk, &both[..1], em * 1.38 * 1.15, 0.0);
            h = set.foot();
            lines.push((set, 0.0, 0.0));
        }
        let side = em * (1.38 * 1.15 + style.line);
        let x = if letter.is_some() { side * 1.28 } else { 0.0 };
        if !post.is_empty() {
            let wish = Wish::new(style_name, w - x, scale, desk.script);
            let set = within_lines(desk, &RichText::plain(&post), wish, 1);
            let foot = h + set.foot();
            lines.push((set, 0.0, h));
            h = foot;
        }
        // A name alone stands in the middle of its seal.
        let least = if letter.is_some() { side } else { 0.0 };
        let down = ((least - h) / 2.0).max(0.0);
        for line in &mut lines {
            line.1 = x;
            line.2 += down;
        }
        Speaker {
            h: h.max(least),
            seal: letter.map(|letter| (letter, side)),
            lines,
        }
    }

    fn draw(&self, desk: &Desk<'_>, piece: &Piece<'_>, at: Point, drawn: &mut Drawn) {
        if let Some((letter, side)) = self.seal {
            seal(desk, piece, letter, rect(at.x, at.y, side, side), drawn);
        }
        for (set, x, y) in &self.lines {
            drawn.text(desk, piece, set, at.x + x, at.y + y);
        }
    }
}

/// A square of seal ink with a slightly worn edge and the surname in paper.
fn seal(desk: &Desk<'_>, piece: &Piece<'_>, letter: char, area: Rect, drawn: &mut Drawn) {
    let d = area.w;
    let mut worn = Worn(u64::from(u32::from(letter)) | 1);
    let mut points = Vec::new();
    let parts = 18;
    for side in 0..4 {
        for part in 0..parts {
            let along = f64::from(part) / f64::from(parts) * d;
            let in_by = (worn.next() * 0.02 - 0.008) * d;
            let (x, y) = match side {
                0 => (along, in_by),
                1 => (d - in_by, along),
                2 => (d - along, d - in_by),
                _ => (in_by, d - along),
            };
            points.push((area.x + x, area.y + y));
        }
    }
    let mut edge = line_path(&points);
    edge.segs.push(Seg::Close);
    drawn.fill(piece, edge, desk.accent(piece.slot.accent.as_ref()));
    let paper = desk.paper();
    let inner = box_path(area.x + d * 0.07, area.y + d * 0.07, d * 0.86, d * 0.86);
    drawn.add(piece, setting::stroked(inner, paper, d * 0.018));
    let em = d * 0.6;
    centred(desk, piece, &letter.to_string(), FontSlot::Song, em, paper, area, drawn);
}

/// A small repeatable source of unevenness.
struct Worn(u64);

impl Worn {
    /// 0..1
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1u64 << 24) as f64
    }
}

/// One line in the middle of a place.
pub fn centred(
    desk: &Desk<'_>,
    piece: &Piece<'_>,
    text: &str,
    slot: FontSlot,
    em: f64,
    colour: Colour,
    area: Rect,
    drawn: &mut Drawn,
) {
    let part = Part {
        text,
        slot,
        weight: 900,
        em,
        colour,
        gap: 0.0,
    };
    let set = setting::set_line(desk, &[part], area.h, 0.0);
    let x = area.x + (area.w - set.width()) / 2.0;
    drawn
        .items
        .extend(set.place(point(um(x), um(area.y)), Some(piece.element.id)));
}

pub fn draw_step(
    desk: &Desk<'_>,
    piece: &Piece<'_>,
    step: &StepElement,
    area: Rect,
    scale: f64,
    around: Around,
) -> Drawn {
    let slot = &piece.slot;
    let is_beside = slot.look == SlotLook::Beside;
    let head_style = name_of(slot.style.as_ref(), "step");
    let em = em_at(desk.style(head_style), scale);
    let d = um(if is_beside { em * 1.88 } else { em * 1.47 });
    let mut drawn = Drawn::new(area);
    let last = around.is_last && slot.accent_2.is_some();
    let tone = if last {
        slot.accent_2.as_ref()
    } else {
        slot.accent.as_ref()
    };
    let disc = Path::circle(point(area.x + d / 2.0, area.y + d / 2.0), d / 2.0);
    drawn.fill(piece, disc, desk.accent(tone));
    let figure = piece.index.to_string();
    let colour = if last { desk.swatch("deep") } else { WHITE };
    let place = rect(area.x, area.y, d, d);
    centred(desk, piece, &figure, FontSlot::Hei, d * 0.56, colour, place, &mut drawn);
    let (x, mut y, w) = match is_beside {
        true => (area.x + d + em * 0.55, area.y - em * 0.1, area.w - d - em * 0.55),
        false => (area.x, area.y + d + em * 0.4, area.w),
    };
    drawn.foot = area.y + d;
    let head = desk.words(&step.head, desk.script);
    if !head.is_blank() {
        let set = within_lines(desk, &head, Wish::new(head_style, w, scale, desk.script), 1);
        drawn.text(desk, piece, &set, x, y);
        y += set.foot() + em * 0.08;
    }
    let text = desk.words(&step.text, desk.script);
    if !text.is_blank() {
        let style = name_of(slot.second.as_ref(), "step-text");
        let lines = if is_beside { 1 } else { 3 };
        let set = within_lines(desk, &text, Wish::new(style, w, scale, desk.script), lines);
        drawn.text(desk, piece, &set, x, y);
    }
    drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
    drawn
}

/// Label; the old state small and grey, an arrow, the new state big.
pub fn draw_change(desk: &Desk<'_>, piece: &Piece<'_>, change: &ChangeElement, area: Rect, scale: f64) -> Drawn {
    let slot = &piece.slot;
    let mut drawn = Drawn::new(area);
    let mut y = area.y;
    let label = desk.words(&change.label, desk.script);
    if !label.is_blank() {
        let style = name_of(slot.second.as_ref(), "change-label");
        let set = within_lines(desk, &label, Wish::new(style, area.w, scale, desk.script), 1);
        drawn.text(desk, piece, &set, area.x, y);
        y += set.foot();
    }
    let style = desk.style(name_of(slot.style.as_ref(), "change"));
    let (from, to) = (desk.plain(&change.from), desk.plain(&change.to));
    let mut em = em_at(style, scale);
    let floor = style.least_em.unwrap_or(style.em).min(em) * 0.8;
    let colour = desk.swatch(&style.colour);
    loop {
        let part = |text, weight, em, colour, gap| Part {
            text,
            slot: style.slot,
            weight,
            em,
            colour,
            gap,
        };
        let arrow = em * 1.16;
        let old = [part(from.as_str(), 500, em * 0.52, desk.swatch("mute"), 0.0)];
        let old_set = setting::set_line(desk, &old, style.line * em, 0.0);
        let both = [
            part(from.as_str(), 500, em * 0.52, desk.swatch("mute"), 0.0),
            part(to.as_str(), style.weight, em, colour, arrow),
        ];
        let set = setting::set_line(desk, &both, style.line * em, 0.0);
        if set.width() > area.w && em > floor {
            em = (em * 0.96).max(floor);
            continue;
        }
        drawn.is_over = set.width() > area.w + 1.0;
        drawn.text(desk, piece, &set, area.x, y);
        let start = area.x + old_set.width() + arrow * 0.22;
        arrow_path(
            desk,
            piece,
            start,
            y + style.line * em * 0.56,
            arrow * 0.54,
            em,
            &mut drawn,
        );
        break;
    }
    drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
    drawn
}

fn arrow_path(desk: &Desk<'_>, piece: &Piece<'_>, x: f64, y: f64, length: f64, em: f64, drawn: &mut Drawn) {
    let head = length * 0.3;
    let mut path = line_path(&[(x, y), (x + length, y)]);
    let tip = [
        (x + length - head, y - head),
        (x + length, y),
        (x + length - head, y + head),
    ];
    path.segs.extend(line_path(&tip).segs);
    let colour = desk.accent(piece.slot.accent.as_ref());
    drawn.add(piece, setting::stroked(path, colour, em * 0.068));
}

/// The line on which a row of discs stands.
pub fn step_line(from: Rect, to: Rect, disc: f64) -> Path {
    let y = from.y + disc / 2.0;
    line_path(&[(from.x + disc / 2.0, y), (to.x + disc / 2.0, y)])
}
