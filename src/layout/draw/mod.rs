//! One element into items: given its slot's look, a place and a scale of type.

mod art;
mod crop;
mod figure;
mod form;
mod photo;
mod point;
mod qr;
mod say;
mod table;

pub use art::art_picture;
pub use figure::amount;
pub use photo::{caption_room, shape};
pub use qr::squares as qr_path;
pub use say::step_line;

use super::desk::Desk;
use super::setting::{self, OPEN, Set, Wish};
use super::{Path, Placed, TextBox};
use crate::base::say::LayoutSay;
use crate::base::{Align, Colour, Finding, Severity};
use crate::geom::{Point, Rect, Transform, point, rect, um};
use crate::model::{Element, ElementKind, Para, RichText, Scripts, Slot, SlotLook, TextElement};

/// An element and the slot that says how it looks.
#[derive(Clone)]
pub struct Piece<'a> {
    pub element: &'a Element,
    pub slot: Slot,
    /// "photo"
    pub role: String,
    /// 3 of "photo.3"; 1 where the name has none.
    pub index: u32,
    /// The slot is the element's own, not only one of the same kind.
    pub is_own: bool,
}

impl Piece<'_> {
    /// The scripts wanted for it; `None`: the board's, and for a photo's caption both.
    fn scripts(&self) -> Option<Scripts> {
        self.element.scripts.or(self.slot.scripts)
    }
}

/// What an element can only know from its neighbours.
#[derive(Clone, Copy, Default)]
pub struct Around {
    /// The last of its group.
    pub is_last: bool,
    /// The greatest figure of the board's chart.
    pub chart_most: f64,
}

/// An element drawn.
#[derive(Default)]
pub struct Drawn {
    pub items: Vec<Placed>,
    /// Where the content ends.
    pub foot: f64,
    /// What is selected by a click.
    pub main: Rect,
    /// More than the place holds.
    pub is_over: bool,
    pub findings: Vec<Finding>,
    /// `None`: it is taken hold of everywhere in `main`.
    pub grip: Option<Grip>,
    /// Of the element that is asked for.
    pub boxes: Vec<TextBox>,
}

/// Lines from point to point, and how far from them, in mm, something is still drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Grip {
    pub along: Vec<Point>,
    pub reach: f64,
}

impl Drawn {
    fn new(main: Rect) -> Drawn {
        Drawn {
            foot: main.y,
            main,
            ..Drawn::default()
        }
    }

    /// Together with `other`, which fills the same place.
    fn and(mut self, other: Drawn, area: Rect) -> Drawn {
        self.items.extend(other.items);
        self.findings.extend(other.findings);
        self.boxes.extend(other.boxes);
        self.foot = self.foot.max(other.foot);
        self.is_over |= other.is_over;
        let is_closed = area.h < OPEN / 2.0;
        self.main = if is_closed { area } else { self.main.union(&other.main) };
        self
    }

    fn move_down(&mut self, by: f64) {
        for placed in &mut self.items {
            placed.at = placed.at.then(&Transform::shift(0.0, by));
        }
        for text in &mut self.boxes {
            text.at = text.at.then(&Transform::shift(0.0, by));
        }
        self.foot += by;
    }

    fn add(&mut self, piece: &Piece<'_>, item: super::Item) {
        self.items.push(Placed {
            at: Transform::IDENTITY,
            item,
            source: Some(piece.element.id),
        });
    }

    /// Puts a set text at a place and notes what it lacks.
    fn text(&mut self, desk: &Desk<'_>, piece: &Piece<'_>, set: &Set, x: f64, y: f64) {
        self.foot = self.foot.max(y + set.foot());
        if desk.measures {
            return;
        }
        self.items.extend(set.place(point(x, y), Some(piece.element.id)));
        self.record(desk, piece, set, point(x, y));
        self.note(desk, piece, set);
    }

    fn record(&mut self, desk: &Desk<'_>, piece: &Piece<'_>, set: &Set, origin: Point) {
        if desk.wanted == Some(piece.element.id) {
            self.boxes.push(TextBox::new(set, origin));
        }
    }

    fn note(&mut self, desk: &Desk<'_>, piece: &Piece<'_>, set: &Set) {
        let element = Some(piece.element);
        if !set.layout.missing.is_empty() {
            let text = set.missing();
            self.findings.push(desk.finding(
                element,
                Severity::Error,
                "missing-glyph",
                LayoutSay::MissingGlyph { text },
            ));
        }
        if set.layout.yielded {
            self.findings
                .push(desk.finding(element, Severity::Warning, "narrow-box", LayoutSay::NarrowBox));
        }
        if let Some(text) = set.lone_ending() {
            let say = LayoutSay::LoneCharacter { text };
            self.findings
                .push(desk.finding(element, Severity::Note, "lone-character", say));
        }
    }

    fn fill(&mut self, piece: &Piece<'_>, path: Path, colour: Colour) {
        self.add(piece, setting::filled(path, colour));
    }
}

/// Draws in `area`; where its height is `OPEN`, the content is as high as it needs.
pub fn draw(desk: &Desk<'_>, piece: &Piece<'_>, area: Rect, scale: f64, around: Around) -> Drawn {
    let ruled = piece.slot.rule.as_ref().map_or(0.0, |rule| rule.width + rule.gap);
    let inner = rect(area.x, area.y + ruled, area.w, (area.h - ruled).max(1.0));
    let only = piece.scripts().and_then(Scripts::only);
    let desk = &desk.in_script(only.unwrap_or(desk.script));
    let mut drawn = match &piece.element.kind {
        ElementKind::Text(text) => draw_scripts(desk, piece, text, inner, scale),
        ElementKind::Photo(photo) => photo::draw_photo(desk, piece, photo, inner, scale),
        ElementKind::Number(number) => figure::draw_number(desk, piece, number, inner, scale, around),
        ElementKind::Quote(quote) => say::draw_quote(desk, piece, quote, inner, scale),
        ElementKind::Qr(code) => qr::draw_qr(desk, piece, code, inner, scale),
        ElementKind::Table(grid) => table::draw_table(desk, piece, grid, inner, scale),
        ElementKind::Step(step) if piece.slot.look == SlotLook::Question => {
            point::draw_question(desk, piece, step, inner, scale)
        }
        ElementKind::Step(step) if piece.slot.look == SlotLook::Moment => {
            point::draw_moment(desk, piece, step, inner, scale, around)
        }
        ElementKind::Step(step) => say::draw_step(desk, piece, step, inner, scale, around),
        ElementKind::Change(change) => say::draw_change(desk, piece, change, inner, scale),
        ElementKind::Shape(shape) => form::draw_shape(desk, piece, shape, area),
        ElementKind::Art(art) => art::draw_art(desk, piece, art, area),
        ElementKind::Emblem(emblem) => art::draw_emblem(desk, piece, emblem, area),
    };
    if let Some(rule) = &piece.slot.rule {
        let length = if rule.length > 0.0 {
            rule.length.min(area.w)
        } else {
            area.w
        };
        // Words of a heading stand a little left of the margin; its bar stands on it.
        let path = setting::box_path(area.x, area.y, length, rule.width);
        drawn.fill(piece, path, desk.swatch(&rule.colour));
        drawn.main = rect(area.x, area.y, drawn.main.w, drawn.main.h + ruled);
    }
    if area.h < OPEN / 2.0 && !matches!(piece.element.kind, ElementKind::Photo(_)) {
        drawn.is_over |= drawn.foot > area.bottom() + 0.5;
    }
    drawn
}

/// Draws in a place of its own: the type shrinks until all fits, or as far as the floors allow.
pub fn draw_closed(desk: &Desk<'_>, piece: &Piece<'_>, area: Rect, around: Around) -> Drawn {
    let mut drawn = Drawn::default();
    let mut is_overset = false;
    for step in 0..ALL_SCALES {
        drawn = draw(desk, piece, area, scale_of(step), around);
        if !drawn.is_over {
            break;
        }
        if step + 1 >= SCALES {
            is_overset = true;
        }
    }
    if is_overset {
        drawn.findings.push(overset(desk, piece.element));
    }
    drawn
}

/// Steps of the fit: from the style's size down to half of it; floors stop each style earlier.
pub const SCALES: usize = 26;

/// With those below all floors, for what would else run out of its place.
pub const ALL_SCALES: usize = 49;

pub fn scale_of(step: usize) -> f64 {
    um(1.0 - 0.02 * step as f64)
}

pub fn overset(desk: &Desk<'_>, element: &Element) -> Finding {
    desk.finding(Some(element), Severity::Error, "overset", LayoutSay::Overset)
}

/// A text, and where it is wanted the same text in the other script below or beside it.
fn draw_scripts(desk: &Desk<'_>, piece: &Piece<'_>, text: &TextElement, area: Rect, scale: f64) -> Drawn {
    let other = desk.in_script(desk.script.other());
    let own = text.style.as_ref().or(piece.slot.style.as_ref());
    let em = super::desk::em_at(desk.style(own.map_or("body", |style| style.0.as_str())), scale);
    match piece.scripts() {
        Some(Scripts::Beside | Scripts::Stacked) if piece.slot.vertical => {
            let (w, gap) = halves(area.w, em);
            // Vertical text is read from the right.
            let first = draw_text(desk, piece, text, rect(area.x + w + gap, area.y, w, area.h), scale);
            let second = draw_text(&other, piece, text, rect(area.x, area.y, w, area.h), scale);
            first.and(second, area)
        }
        Some(Scripts::Beside) => {
            let (w, gap) = halves(area.w, 1.5 * em);
            let first = draw_text(desk, piece, text, rect(area.x, area.y, w, area.h), scale);
            let second = draw_text(&other, piece, text, rect(area.x + w + gap, area.y, w, area.h), scale);
            first.and(second, area)
        }
        Some(Scripts::Stacked) => {
            let first = draw_text(desk, piece, text, rect(area.x, area.y, area.w, OPEN), scale);
            let top = um(first.foot + 0.5 * em);
            let second = draw_text(&other, piece, text, rect(area.x, top, area.w, OPEN), scale);
            let mut both = first.and(second, area);
            let is_closed = area.h < OPEN / 2.0;
            let free = if is_closed {
                (area.bottom() - both.foot).max(0.0)
            } else {
                0.0
            };
            both.move_down(um(free * piece.slot.block_align));
            both
        }
        _ => draw_text(desk, piece, text, area, scale),
    }
}

/// The width of each of two halves and the gap between them, in mm; in a narrow place the gap is less than wished.
fn halves(w: f64, gap: f64) -> (f64, f64) {
    let gap = gap.min(w / 4.0);
    ((w - gap) / 2.0, gap)
}

fn draw_text(desk: &Desk<'_>, piece: &Piece<'_>, element: &TextElement, area: Rect, scale: f64) -> Drawn {
    let slot = &piece.slot;
    let words = desk.words(&element.text, desk.script);
    let words = match slot.look {
        SlotLook::Joined => RichText::plain(&joined(&words)),
        _ if piece.role == "credits" => credited(&words),
        _ => words.into_owned(),
    };
    let own = element.style.as_ref().or(slot.style.as_ref());
    let style = own.map_or("body", |style| style.0.as_str());
    let mut wish = Wish::new(style, area.w, scale, desk.script);
    wish.vertical = slot.vertical;
    wish.block_align = if area.h < OPEN / 2.0 { slot.block_align } else { 0.0 };
    wish.h = area.h;
    (wish.columns, wish.column_gap) = columns(desk, piece, style, area.w, scale);
    if slot.vertical {
        return draw_vertical(desk, piece, &words, wish, area);
    }
    let mut set = within_lines(desk, &words, wish, slot.lines);
    let align = desk.style(style).align;
    let mut x = area.x;
    if align != Align::Justify && wish.columns == 1 && wish.block_align == 0.0 {
        let before = standing(&set, align);
        set = balanced(desk, &words, wish, set);
        // A narrower measure moves what stands in its middle or at its end.
        x += before - standing(&set, align);
    }
    let mut drawn = Drawn::new(rect(area.x, area.y, area.w, set.foot().max(1.0)));
    if area.h < OPEN / 2.0 && slot.block_align > 0.0 {
        drawn.main = area;
    }
    drawn.text(desk, piece, &set, x, area.y);
    drawn.is_over |= set.width() > area.w + 0.5;
    drawn
}

/// Where a set text's lines are aligned, from its left.
fn standing(set: &Set, align: Align) -> f64 {
    let line = set.layout.lines.first();
    line.map_or(0.0, |line| match align {
        Align::Centre => (line.start + line.end) / 2.0,
        Align::End => line.end,
        Align::Justify | Align::Start | Align::Spread => 0.0,
    })
}

/// A measure over 42 characters is hard to read: it takes two columns.
fn columns(desk: &Desk<'_>, piece: &Piece<'_>, style: &str, w: f64, scale: f64) -> (u8, f64) {
    let slot = &piece.slot;
    let em = super::desk::em_at(desk.style(style), scale);
    let narrow = w < slot.area.w * 0.7 && slot.columns > 1;
    if narrow {
        return (1, 0.0);
    }
    if slot.columns <= 1 && piece.role == "body" && w > em * 42.0 {
        return (2, em * 1.7);
    }
    (slot.columns, slot.column_gap)
}

/// Shrinks before it takes more lines than the slot likes, and before a line of few leaves one character to the next;
/// at the floor it takes them. 0: as many as it needs.
pub fn within_lines(desk: &Desk<'_>, words: &RichText, wish: Wish<'_>, most: u8) -> Set {
    let first = setting::set(desk, words, &wish);
    let limit = line_limit(words, most);
    let fits = |set: &Set| set.lines() <= limit;
    let is_good = |set: &Set| fits(set) && (most == 0 || !leaves_one(set));
    if is_good(&first) {
        return first;
    }
    let style = desk.style(wish.style);
    let floor = style.least_em.map_or(1.0, |least| least / style.em);
    let mut scale = wish.scale;
    let mut best = first;
    while scale > floor {
        scale = um(scale - 0.02).max(floor);
        let smaller = setting::set(desk, words, &Wish { scale, ..wish });
        if is_good(&smaller) {
            return smaller;
        }
        if fits(&smaller) && !fits(&best) {
            best = smaller;
        }
    }
    best
}

/// A paragraph ends with a line of one character.
fn leaves_one(set: &Set) -> bool {
    set.last_lines().any(|line| line.cells.len() == 1)
}

/// Ragged lines of about one length: the narrowest measure that needs no further line. No last line of one character.
pub fn balanced(desk: &Desk<'_>, words: &RichText, wish: Wish<'_>, set: Set) -> Set {
    let lines = set.lines();
    if desk.measures || !(2..=12).contains(&lines) {
        return set;
    }
    let mut best = set;
    for step in 1..10 {
        let w = wish.w * (1.0 - 0.04 * f64::from(step));
        let narrow = setting::set(desk, words, &Wish { w, ..wish });
        if narrow.lines() > lines || narrow.layout.yielded {
            break;
        }
        if narrow.lines() == lines && narrow.foot() <= best.foot() + 0.01 {
            best = narrow;
        }
    }
    best
}

fn line_limit(words: &RichText, most: u8) -> usize {
    match most {
        0 => usize::MAX,
        most => usize::from(most).max(words.paras.len()),
    }
}

fn draw_vertical(desk: &Desk<'_>, piece: &Piece<'_>, words: &RichText, wish: Wish<'_>, area: Rect) -> Drawn {
    let open = area.h >= OPEN / 2.0;
    let h = if open {
        least_height(desk, words, &wish, piece.slot.lines)
    } else {
        area.h
    };
    let set = setting::set(desk, words, &Wish { h, ..wish });
    let mut drawn = Drawn::new(rect(area.x, area.y, area.w, h));
    drawn.items = set.place(point(area.x, area.y), Some(piece.element.id));
    drawn.record(desk, piece, &set, point(area.x, area.y));
    drawn.note(desk, piece, &set);
    drawn.foot = area.y + h;
    drawn.is_over = set.layout.overflow || set.layout.used.x < -0.5;
    drawn
}

/// The shortest columns with which the text is no wider than its box.
fn least_height(desk: &Desk<'_>, words: &RichText, wish: &Wish<'_>, most: u8) -> f64 {
    let style = desk.style(wish.style);
    let em = super::desk::em_at(style, wish.scale);
    let most = line_limit(words, most);
    let fits = |cells: usize| {
        let h = um(cells as f64 * em + 0.01);
        let set = setting::set(desk, words, &Wish { h, ..*wish });
        set.lines() <= most && !set.layout.overflow && set.layout.used.x > -0.5
    };
    let longest = words.paras.iter().map(|para| para.text.chars().count()).sum::<usize>() + 3;
    let (mut low, mut high) = (4usize, longest.max(5));
    while low < high {
        let middle = (low + high) / 2;
        if fits(middle) { high = middle } else { low = middle + 1 }
    }
    um(high as f64 * em + 0.01)
}

/// Role and name pairs in one line.
fn joined(words: &RichText) -> String {
    let paras: Vec<String> = credited(words).paras.into_iter().map(|para| para.text).collect();
    paras.join("　　")
}

/// "主办 张建" becomes "主办　张　建": names of two characters are as long as those of three.
fn credited(words: &RichText) -> RichText {
    let one = |para: &Para| {
        let text = para.text.trim();
        let mut parts = text.splitn(2, [' ', '　', '：', ':']);
        let role = parts.next().unwrap_or_default();
        let Some(names) = parts.next().map(str::trim).filter(|names| !names.is_empty()) else {
            return text.to_string();
        };
        let spaced: Vec<String> = names.split('、').map(spaced_name).collect();
        format!("{role}　{}", spaced.join("、"))
    };
    RichText::plain(&words.paras.iter().map(one).collect::<Vec<_>>().join("\n"))
}

fn spaced_name(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    match letters.as_slice() {
        [family, given]
            if letters
                .iter()
                .all(|&letter| ('\u{4e00}'..='\u{9fff}').contains(&letter)) =>
        {
            format!("{family}　{given}")
        }
        _ => name.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_two_characters_are_as_long_as_those_of_three() {
        let words = RichText::plain("策划 张建、李小梅\n摄影：Trevor");
        assert_eq!(credited(&words).to_plain(), "策划　张　建、李小梅\n摄影　Trevor");
        assert_eq!(joined(&words), "策划　张　建、李小梅　　摄影　Trevor");
    }
}
