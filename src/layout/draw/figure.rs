//! Big numbers: the figure, its unit on the same baseline, its label; as tile or as bar of a chart.

use super::{Around, Drawn, Piece, balanced, within_lines};
use crate::geom::{Rect, rect};
use crate::layout::desk::{Desk, em_at};
use crate::layout::setting::{self, OPEN, Part, Set, Wish, box_path};
use crate::model::{NumberElement, ParaStyle, SlotLook};
use crate::script::Script;

/// Size of the unit to the figure's.
const UNIT: f64 = 0.30;

/// Between a tile's figure and the note over its bar, in mm.
const NOTE_GAP: f64 = 8.0;

pub fn draw_number(
    desk: &Desk<'_>,
    piece: &Piece<'_>,
    number: &NumberElement,
    area: Rect,
    scale: f64,
    around: Around,
) -> Drawn {
    let job = Job {
        desk,
        piece,
        number,
        figure: piece.slot.style.as_ref().map_or("number", |style| &style.0),
        label: piece.slot.second.as_ref().map_or("label", |style| &style.0),
        scale,
    };
    match piece.slot.look {
        SlotLook::Beside => job.beside(area),
        SlotLook::Chart if number.bar.is_some() => job.chart(area, around.chart_most),
        SlotLook::Chart => Job {
            figure: if desk.has_style("number") { "number" } else { job.figure },
            ..job
        }
        .plain(area),
        SlotLook::Tile => job.tile(area),
        SlotLook::Plain | SlotLook::Brackets | SlotLook::Joined | SlotLook::Question | SlotLook::Moment => {
            job.plain(area)
        }
    }
}

/// What a bar of the chart stands for.
pub fn amount(number: &NumberElement) -> f64 {
    let written = number.value.trim().replace([',', '，'], "").parse::<f64>().ok();
    let counted = number.bar.map(|[_, now]| now);
    written
        .or(counted)
        .filter(|amount| amount.is_finite())
        .unwrap_or(0.0)
        .max(0.0)
}

struct Job<'a> {
    desk: &'a Desk<'a>,
    piece: &'a Piece<'a>,
    number: &'a NumberElement,
    figure: &'a str,
    label: &'a str,
    scale: f64,
}

impl Job<'_> {
    /// Figure and unit on one baseline, no wider than `w` if that can be.
    fn figure_line(&self, w: f64, more: &[Part<'_>]) -> Set {
        let style = self.desk.style(self.figure);
        let unit = self.desk.plain(&self.number.unit);
        let mut em = em_at(style, self.scale);
        loop {
            let set = self.line_at(style, em, &unit, more);
            let floor = style.least_em.unwrap_or(style.em).min(em) * 0.75;
            if set.width() <= w || em <= floor {
                return set;
            }
            em = (em * (w / set.width()).clamp(0.9, 0.985)).max(floor);
        }
    }

    fn line_at(&self, style: &ParaStyle, em: f64, unit: &str, more: &[Part<'_>]) -> Set {
        let colour = self.desk.swatch(&style.colour);
        let mut parts = vec![Part {
            text: self.number.value.trim(),
            slot: style.slot,
            weight: style.weight,
            em,
            colour,
            gap: 0.0,
        }];
        let label = self.desk.style(self.label);
        parts.push(Part {
            text: unit,
            slot: style.slot,
            weight: 700,
            em: (em * UNIT).max(em_at(label, self.scale)),
            colour,
            gap: (em * 0.085).clamp(3.0, 14.0),
        });
        parts.extend(more.iter().map(|part| Part { ..*part }));
        let line = style.line * em;
        setting::set_line(self.desk, &parts, line, style.tracking)
    }

    fn label_set(&self, w: f64, lines: u8) -> Option<Set> {
        let label = &self.number.label;
        if label.source.is_blank() {
            return None;
        }
        let words = self.desk.words(label, self.desk.script);
        let wish = Wish::new(self.label, w, self.scale, self.desk.script);
        let set = within_lines(self.desk, &words, wish, lines);
        Some(balanced(self.desk, &words, wish, set))
    }

    fn plain(&self, area: Rect) -> Drawn {
        let mut drawn = Drawn::new(area);
        let figure = self.figure_line(area.w, &[]);
        let label = self.label_set(area.w - 2.0, 2);
        let gap = 3.0;
        let high = figure.foot() + label.as_ref().map_or(0.0, |label| gap + label.foot());
        let free = if area.h < OPEN / 2.0 {
            (area.h - high).max(0.0)
        } else {
            0.0
        };
        let y = area.y + free * self.piece.slot.block_align;
        drawn.is_over = figure.width() > area.w + 1.0;
        drawn.text(self.desk, self.piece, &figure, area.x, y);
        if let Some(label) = label {
            drawn.text(self.desk, self.piece, &label, area.x + 2.0, y + figure.foot() + gap);
        }
        if free == 0.0 || self.piece.slot.block_align == 0.0 {
            drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
        }
        drawn
    }

    /// The label on the figure's line; under it, where that is too long.
    fn beside(&self, area: Rect) -> Drawn {
        let style = self.desk.style(self.label);
        let text = self.desk.plain(&self.number.label);
        let part = Part {
            text: &text,
            slot: style.slot,
            weight: style.weight,
            em: em_at(style, self.scale),
            colour: self.desk.swatch(&style.colour),
            gap: 9.0,
        };
        let figure = self.desk.style(self.figure);
        let unit = self.desk.plain(&self.number.unit);
        let mut em = em_at(figure, self.scale);
        let least = figure.least_em.unwrap_or(figure.em).min(em);
        loop {
            let set = self.line_at(figure, em, &unit, std::slice::from_ref(&part));
            if set.width() <= area.w {
                let mut drawn = Drawn::new(area);
                drawn.text(self.desk, self.piece, &set, area.x, area.y);
                drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
                return drawn;
            }
            if em <= least {
                return self.plain(area);
            }
            em = (em - 1.0).max(least);
        }
    }

    /// Label at the left, figure at the right, the bar under both.
    fn chart(&self, area: Rect, most: f64) -> Drawn {
        let mut drawn = Drawn::new(area);
        let figure = self.figure_line(area.w * 0.62, &[]);
        let label = self.label_set(area.w - figure.width() - 8.0, 1);
        let x = area.right() - figure.width();
        drawn.text(self.desk, self.piece, &figure, x, area.y);
        if let Some(label) = label {
            let y = area.y + (figure.foot() - label.foot()).max(0.0) * 0.75;
            drawn.text(self.desk, self.piece, &label, area.x, y);
        }
        let thick = 10.0;
        let y = drawn.foot + 4.0;
        let share = if most > 0.0 {
            (amount(self.number) / most).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let slot = &self.piece.slot;
        let rail = self.desk.swatch("white");
        drawn.add(
            self.piece,
            setting::faded(box_path(area.x, y, area.w, thick), rail, 0.14),
        );
        let tone = match share >= 1.0 {
            true => slot.accent_2.as_ref().or(slot.accent.as_ref()),
            false => slot.accent.as_ref(),
        };
        drawn.fill(
            self.piece,
            box_path(area.x, y, (area.w * share).max(1.0), thick),
            self.desk.accent(tone),
        );
        drawn.foot = y + thick;
        drawn.main = rect(area.x, area.y, area.w, drawn.foot - area.y);
        drawn
    }

    /// Figure at the head, label at the foot, both on lines that all tiles share.
    fn tile(&self, area: Rect) -> Drawn {
        let slot = &self.piece.slot;
        let mut drawn = Drawn::new(area);
        if let Some(ground) = &slot.ground {
            drawn.fill(
                self.piece,
                box_path(area.x, area.y, area.w, area.h),
                self.desk.swatch(ground),
            );
        }
        let pad = slot.padding;
        let w = (area.w - 2.0 * pad).max(10.0);
        let bar = self.number.bar.filter(|bar| bar.iter().all(|part| part.is_finite()));
        let note = bar.and_then(|[last, _]| self.bar_note(last, w));
        // What stands over the bar shares the figure's line.
        let taken = note.as_ref().map_or(-pad * 0.5, |note| note.width() + NOTE_GAP);
        let figure = self.figure_line(w - taken, &[]);
        let top = area.y + (area.h * 0.125).max(pad * 0.8);
        drawn.text(self.desk, self.piece, &figure, area.x + pad - 4.0, top);
        let label = self.label_set(w, 2);
        let label_high = label.as_ref().map_or(0.0, Set::foot);
        let label_y = area.bottom() - pad - label_high;
        if let Some(both) = bar {
            let place = rect(area.x + pad, top + figure.foot() + area.h * 0.06, w, 14.0);
            self.tile_bar(both, note, place, &mut drawn);
        }
        if let Some(label) = label {
            drawn.text(self.desk, self.piece, &label, area.x + pad, label_y);
        }
        drawn.is_over = figure.width() > area.w - pad || label_y < top + figure.foot() - 2.0;
        drawn.foot = area.bottom();
        drawn
    }

    /// Both from zero: the last time in the light tone, this time in the dark one.
    fn tile_bar(&self, [last, now]: [f64; 2], note: Option<Set>, bar: Rect, drawn: &mut Drawn) {
        let slot = &self.piece.slot;
        let dark = self.desk.accent(slot.accent.as_ref());
        let light = self.desk.accent(slot.accent_2.as_ref().or(slot.accent.as_ref()));
        let unit = self.desk.plain(&self.number.unit);
        let most = if unit == "%" {
            100.0
        } else {
            last.max(now).max(f64::MIN_POSITIVE)
        };
        let share = |part: f64| (part / most).clamp(0.0, 1.0) * bar.w;
        drawn.add(
            self.piece,
            setting::faded(box_path(bar.x, bar.y, bar.w, bar.h), dark, 0.16),
        );
        drawn.fill(self.piece, box_path(bar.x, bar.y, share(now), bar.h), dark);
        if last > 0.0 {
            drawn.fill(
                self.piece,
                box_path(bar.x, bar.y, share(last).min(share(now)), bar.h),
                light,
            );
        }
        if let Some(note) = note {
            let (x, y) = (bar.right() - note.width(), bar.y - note.foot() - self.note_em() * 0.35);
            drawn.text(self.desk, self.piece, &note, x, y);
        }
    }

    fn note_em(&self) -> f64 {
        em_at(self.desk.style(self.label), self.scale) * 0.93
    }

    /// The last time's amount; beside a long figure without the unit, which the figure has too.
    fn bar_note(&self, last: f64, w: f64) -> Option<Set> {
        if last <= 0.0 {
            return None;
        }
        let before = match self.desk.script {
            Script::Hans | Script::Hant => "上年",
        };
        let style = self.desk.style(self.label);
        let em = self.note_em();
        let set = |text: &str| {
            let part = Part {
                text,
                slot: style.slot,
                weight: 400,
                em,
                colour: self.desk.swatch(&style.colour),
                gap: 0.0,
            };
            setting::set_line(self.desk, &[part], em * 1.3, 0.0)
        };
        let whole = set(&format!("{before} {last}{}", self.desk.plain(&self.number.unit)));
        let has_room = self.figure_line(w, &[]).width() + NOTE_GAP + whole.width() <= w;
        Some(if has_room {
            whole
        } else {
            set(&format!("{before} {last}"))
        })
    }
}
