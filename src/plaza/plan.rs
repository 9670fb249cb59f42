//! The plan as a sheet of paper: a vector `Frame` in millimetres, so that PDF and picture come from the same back ends
//! as the boards.

use super::geometry::{bounds, box_before};
use super::{along, entrance, facing_vector};
use crate::base::say::PlazaSay;
use crate::base::{Align, Colour, FontSlot, Lang};
use crate::geom::{Point, Rect, Size, Transform, point, rect, um};
use crate::layout::{Frame, GlyphRun, Item, Paint, Path, PathItem, Placed, Seg, Stroke};
use crate::model::{Board, CommitteeId, Exhibition, Plaza, Stand};
use crate::script::Region;
use crate::text::{BoxIn, Breaking, Fonts, Look, ParaIn, Prohibition, TextLayout, Weight, lay};
use std::collections::BTreeMap;

/// Reductions a surveyor's ruler knows.
const SCALES: [u32; 22] = [
    10, 20, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400, 500, 600, 750, 1000, 1250, 1500, 2000, 2500, 5000, 10000,
];
const INK: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 100.0]);
const GREY: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 55.0]);
const PALE: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 22.0]);
const PAPER: Colour = Colour::Cmyk([0.0, 0.0, 0.0, 0.0]);
/// Neighbouring committees take neighbouring entries, so these differ in lightness as well as in hue.
const COMMITTEES: [Colour; 6] = [
    Colour::Cmyk([20.0, 90.0, 80.0, 10.0]),
    Colour::Cmyk([65.0, 10.0, 10.0, 0.0]),
    Colour::Cmyk([85.0, 35.0, 80.0, 25.0]),
    Colour::Cmyk([10.0, 45.0, 90.0, 0.0]),
    Colour::Cmyk([100.0, 75.0, 30.0, 20.0]),
    Colour::Cmyk([50.0, 5.0, 85.0, 0.0]),
];

/// The plan in Simplified Chinese on paper of this size (mm); both ways round are fine.
pub fn plan_frame(exhibition: &Exhibition, plaza: &Plaza, fonts: &Fonts, paper: Size) -> Frame {
    plan_frame_in(exhibition, plaza, fonts, paper, Lang::Hans)
}

pub fn plan_frame_in(exhibition: &Exhibition, plaza: &Plaza, fonts: &Fonts, paper: Size, lang: Lang) -> Frame {
    let unit = (paper.w.min(paper.h) / 420.0).max(0.3);
    let mut sheet = Sheet {
        fonts,
        lang,
        unit,
        items: Vec::new(),
        taken: Vec::new(),
    };
    let paper_rect = rect(0.0, 0.0, paper.w, paper.h);
    sheet.fill(&corners(&paper_rect), PAPER);
    let inner = paper_rect.grow(-14.0 * unit);
    let legend = sheet.legend(exhibition, &inner);
    let head = 24.0 * unit;
    let room = rect(
        inner.x,
        inner.y + head,
        inner.w,
        (inner.h - head - legend - 8.0 * unit).max(1.0),
    );
    let scale = fitting_scale(plaza, &room);
    sheet.head(exhibition, plaza, &inner, scale);
    let mm = 1000.0 / f64::from(scale);
    let ground = Ground {
        at: point(
            room.x + (room.w - plaza.size.w * mm) / 2.0,
            room.y + (room.h - plaza.size.h * mm) / 2.0,
        ),
        mm,
    };
    sheet.ground(plaza, &ground);
    sheet.entrance(exhibition, plaza, &ground);
    sheet.boards(exhibition, plaza, &ground);
    Frame {
        size: paper,
        items: sheet.items,
    }
}

/// The least reduction at which the ground fits, else what fits exactly.
fn fitting_scale(plaza: &Plaza, room: &Rect) -> u32 {
    let needed = (plaza.size.w * 1000.0 / room.w).max(plaza.size.h * 1000.0 / room.h);
    SCALES
        .into_iter()
        .find(|scale| f64::from(*scale) >= needed)
        .unwrap_or(needed.ceil().min(1e9) as u32)
}

/// Metres on the ground to millimetres on the sheet.
struct Ground {
    at: Point,
    mm: f64,
}

impl Ground {
    fn map(&self, p: Point) -> Point {
        point(self.at.x + p.x * self.mm, self.at.y + p.y * self.mm)
    }
}

struct Sheet<'a> {
    fonts: &'a Fonts,
    lang: Lang,
    /// 1 on A2; all type and lines follow it.
    unit: f64,
    items: Vec<Placed>,
    /// Where something stands already that a label must not cover.
    taken: Vec<Rect>,
}

impl Sheet<'_> {
    fn head(&mut self, exhibition: &Exhibition, plaza: &Plaza, inner: &Rect, scale: u32) {
        let unit = self.unit;
        let show = &exhibition.show.title;
        let name = self.lang.of([&show.hans, &show.hant, &show.hans]);
        let plan = self.words(&PlazaSay::PlanTitle);
        let title = if name.is_empty() {
            plan
        } else {
            format!("{name}　{plan}")
        };
        let title = self.set(&title, 11.0 * unit, 700);
        self.put(&title, point(inner.x, inner.y - 2.0 * unit), INK);
        let facts = PlazaSay::PlanFacts {
            boards: plaza.places.len(),
            w: plaza.size.w,
            h: plaza.size.h,
            scale,
        };
        let facts = self.set(&self.words(&facts), 4.6 * unit, 400);
        self.put(&facts, point(inner.x, inner.y + 13.0 * unit), GREY);
        self.north(point(inner.right() - 8.0 * unit, inner.y + 7.0 * unit));
        self.scale_bar(point(inner.right() - 30.0 * unit, inner.y + 14.0 * unit), scale);
    }

    /// An arrow to the top of the sheet, which is north.
    fn north(&mut self, at: Point) {
        let (w, h) = (3.4 * self.unit, 9.0 * self.unit);
        let half = |side: f64| {
            vec![
                point(at.x, at.y - h),
                point(at.x + side * w, at.y + h * 0.45),
                point(at.x, at.y + h * 0.15),
            ]
        };
        self.fill(&half(-1.0), INK);
        self.outline(&half(1.0), INK, 0.3 * self.unit);
        let word = self.set(&self.words(&PlazaSay::North), 4.6 * self.unit, 700);
        self.put(&word, point(at.x - word.used.w / 2.0, at.y + h * 0.55), INK);
    }

    /// Ends at `right`; alternating fields, one for each fifth.
    fn scale_bar(&mut self, right: Point, scale: u32) {
        let mm = 1000.0 / f64::from(scale);
        let metres = [1u32, 2, 5, 10, 20, 50, 100, 200, 500]
            .into_iter()
            .find(|metres| f64::from(*metres) * mm >= 40.0 * self.unit)
            .unwrap_or(1000);
        let length = f64::from(metres) * mm;
        let (x, h) = (right.x - length, 1.8 * self.unit);
        for index in 0..5 {
            let field = rect(x + length / 5.0 * f64::from(index), right.y - h, length / 5.0, h);
            let colour = if index % 2 == 0 { INK } else { PAPER };
            self.fill(&corners(&field), colour);
        }
        self.outline(&corners(&rect(x, right.y - h, length, h)), INK, 0.25 * self.unit);
        let zero = self.set("0", 3.8 * self.unit, 400);
        self.put(&zero, point(x - zero.used.w / 2.0, right.y - h - 5.4 * self.unit), INK);
        let end = self.set(&self.words(&PlazaSay::Metres { count: metres }), 3.8 * self.unit, 400);
        self.put(
            &end,
            point(right.x - end.used.w / 2.0, right.y - h - 5.4 * self.unit),
            INK,
        );
    }

    /// Every committee with its colour and numbers, in columns at the foot; gives back how high it is.
    fn legend(&mut self, exhibition: &Exhibition, inner: &Rect) -> f64 {
        let unit = self.unit;
        let (row, em) = (6.2 * unit, 3.9 * unit);
        let columns = ((inner.w / (88.0 * unit)).floor() as usize).max(1);
        let entries = legend_entries(exhibition, self.lang);
        let rows = entries.len().div_ceil(columns);
        let height = (rows as f64 + 1.0) * row + 3.0 * unit;
        let top = inner.bottom() - height;
        let line = [point(inner.x, top), point(inner.right(), top)];
        self.stroke(&line, false, PALE, 0.4 * unit);
        let words = self.set(&self.words(&PlazaSay::Legend), 3.4 * unit, 400);
        self.put(&words, point(inner.x, top + 1.8 * unit), GREY);
        for (index, (colour, name, numbers)) in entries.into_iter().enumerate() {
            let x = inner.x + inner.w / columns as f64 * (index / rows.max(1)) as f64;
            let y = top + row * ((index % rows.max(1)) as f64 + 1.0) + 2.4 * unit;
            self.fill(&corners(&rect(x, y + 0.6 * unit, 3.0 * unit, 3.0 * unit)), colour);
            let numbers = self.set(&numbers, em, 700);
            self.put(&numbers, point(x + 5.0 * unit, y - 0.3 * unit), INK);
            let name = self.set(&name, em, 400);
            self.put(&name, point(x + 26.0 * unit, y - 0.3 * unit), INK);
        }
        height
    }

    /// The outline of the plaza and a faint line every ten metres.
    fn ground(&mut self, plaza: &Plaza, ground: &Ground) {
        let place = rect(
            ground.at.x,
            ground.at.y,
            plaza.size.w * ground.mm,
            plaza.size.h * ground.mm,
        );
        let faint = Colour::Cmyk([0.0, 0.0, 0.0, 9.0]);
        let lines = |length: f64| (1..=((length - 0.01) / 10.0).min(200.0) as u32).map(|index| f64::from(index) * 10.0);
        for x in lines(plaza.size.w).map(|metres| ground.at.x + metres * ground.mm) {
            self.stroke(
                &[point(x, place.y), point(x, place.bottom())],
                false,
                faint,
                0.2 * self.unit,
            );
        }
        for y in lines(plaza.size.h).map(|metres| ground.at.y + metres * ground.mm) {
            self.stroke(
                &[point(place.x, y), point(place.right(), y)],
                false,
                faint,
                0.2 * self.unit,
            );
        }
        self.outline(&corners(&place), INK, 0.6 * self.unit);
    }

    /// An arrow from outside onto the edge, its word beside it.
    fn entrance(&mut self, exhibition: &Exhibition, plaza: &Plaza, ground: &Ground) {
        let Some(at) = entrance(exhibition, plaza) else { return };
        let inward = if at.x <= 0.0 {
            point(1.0, 0.0)
        } else if at.x >= plaza.size.w {
            point(-1.0, 0.0)
        } else if at.y <= 0.0 {
            point(0.0, 1.0)
        } else {
            point(0.0, -1.0)
        };
        let (tip, long, half) = (ground.map(at), 5.0 * self.unit, 2.2 * self.unit);
        let back = point(tip.x - inward.x * long, tip.y - inward.y * long);
        let arrow = [
            tip,
            point(back.x - inward.y * half, back.y + inward.x * half),
            point(back.x + inward.y * half, back.y - inward.x * half),
        ];
        self.fill(&arrow, INK);
        let word = self.set(&self.words(&PlazaSay::Entrance), 4.2 * self.unit, 700);
        let away = if inward.x == 0.0 {
            0.9 * word.em
        } else {
            word.used.w / 2.0 + self.unit
        };
        let middle = point(back.x - inward.x * away, back.y - inward.y * away);
        let place = centred(&word, middle);
        self.taken.push(ink_of(&word, place));
        self.put(&word, place, INK);
    }

    /// Bars first, numbers next, names last: each avoids all that stands already.
    fn boards(&mut self, exhibition: &Exhibition, plaza: &Plaza, ground: &Ground) {
        let colours = colours(exhibition);
        let mut standing: Vec<(usize, &Board, Stand)> = Vec::new();
        for (index, board) in exhibition.in_order().into_iter().enumerate() {
            if let Some(stand) = plaza.places.get(&board.id) {
                standing.push((index + 1, board, *stand));
            }
        }
        for (_, board, stand) in &standing {
            let colour = colours.get(&board.committee).copied().unwrap_or(GREY);
            self.bar(board, stand, ground, colour);
        }
        for (number, board, stand) in &standing {
            self.number(*number, board, stand, ground);
        }
        let names: BTreeMap<CommitteeId, String> = exhibition
            .committees
            .iter()
            .map(|committee| (committee.id, name_of(committee, self.lang)))
            .collect();
        for block in standing.chunk_by(|a, b| a.1.committee == b.1.committee && is_one_row(&a.2, &b.2)) {
            if let Some(name) = names.get(&block[0].1.committee) {
                self.committee(name, block, ground);
            }
        }
    }

    /// True width; as thick as a pen makes it, colour towards the reader.
    fn bar(&mut self, board: &Board, stand: &Stand, ground: &Ground, colour: Colour) {
        let metres = |mm: f64| mm * self.unit / ground.mm;
        let half = board.size.w / 2000.0;
        let face = box_before(stand, half, 0.0, metres(1.3)).map(|p| ground.map(p));
        let back = box_before(stand, half, -metres(0.6), 0.0).map(|p| ground.map(p));
        self.fill(&face, colour);
        self.fill(&back, INK);
        self.taken.push(bounds(&face).union(&bounds(&back)));
    }

    /// Behind its board, no wider than the board; every other one steps back where boards are narrow.
    fn number(&mut self, number: usize, board: &Board, stand: &Stand, ground: &Ground) {
        let width = board.size.w / 1000.0 * ground.mm;
        let digits = format!("{number:03}");
        let em = (width / (0.6 * digits.len() as f64)).clamp(1.9 * self.unit, 3.6 * self.unit);
        let label = self.set(&digits, em, 700);
        let front = facing_vector(stand.facing);
        let foot = ground.map(stand.at);
        for step in 0..4 {
            let away = 0.6 * self.unit + (0.75 + 1.1 * f64::from(step)) * em;
            let at = centred(&label, point(foot.x - front.x * away, foot.y - front.y * away));
            if step == 3 || self.is_free(&ink_of(&label, at)) {
                self.taken.push(ink_of(&label, at));
                self.put(&label, at, INK);
                return;
            }
        }
    }

    /// In front of its boards if there is room, else behind, else beside; smaller before not at all. What finds no
    /// room is in the legend all the same.
    fn committee(&mut self, name: &str, block: &[(usize, &Board, Stand)], ground: &Ground) {
        let stand = &block[0].2;
        let (front, side) = (facing_vector(stand.facing), along(stand.facing));
        let middle = block.iter().fold(point(0.0, 0.0), |sum, (_, _, stand)| {
            point(sum.x + stand.at.x, sum.y + stand.at.y)
        });
        let count = block.len() as f64;
        let middle = ground.map(point(middle.x / count, middle.y / count));
        for em in [4.2, 3.4, 2.7].map(|em| em * self.unit) {
            let label = self.set(name, em, 500);
            for away in [1.6, -2.4, 2.9, -3.6, 4.2] {
                for aside in [0.0, -1.5, 1.5, -3.0, 3.0] {
                    let (dx, dy) = (front.x * away + side.x * aside, front.y * away + side.y * aside);
                    let at = centred(&label, point(middle.x + dx * em, middle.y + dy * em));
                    let ink = ink_of(&label, at);
                    if self.is_free(&ink.grow(0.3 * self.unit)) {
                        self.taken.push(ink);
                        self.put(&label, at, INK);
                        return;
                    }
                }
            }
        }
    }

    fn is_free(&self, place: &Rect) -> bool {
        self.taken.iter().all(|taken| taken.intersect(place).is_none())
    }

    fn words(&self, say: &PlazaSay) -> String {
        self.lang.of(say.texts())
    }

    /// One line of type, ready to measure and place.
    fn set(&self, text: &str, em: f64, weight: u16) -> Label {
        let line = em * 1.2;
        let look = Look {
            slot: FontSlot::Hei,
            weight: Weight(weight),
            em,
            tag: 0,
        };
        let para = ParaIn {
            text: text.to_string(),
            look,
            spans: Vec::new(),
            line,
            align: Align::Start,
            indent: 0.0,
            han_latin_gap: false,
            level: Prohibition::None,
            breaking: Breaking::Quick,
            ..ParaIn::default()
        };
        let layout = lay(
            &BoxIn {
                size: crate::geom::size(20_000.0, line),
                vertical: false,
                region: self.lang.of([Region::Mainland, Region::Taiwan, Region::Mainland]),
                paras: vec![para],
                para_gap: 0.0,
                columns: 1,
                column_gap: 0.0,
                block_align: 0.0,
            },
            self.fonts,
        );
        let width = layout
            .lines
            .iter()
            .map(|line| line.end - line.start)
            .fold(0.0, f64::max);
        let start = layout.lines.first().map_or(0.0, |line| line.start);
        Label {
            text: text.to_string(),
            em,
            used: rect(start, 0.0, width, line),
            layout,
        }
    }

    /// Puts the label's top left at `at`.
    fn put(&mut self, label: &Label, at: Point, colour: Colour) {
        let glyphs = &label.layout.glyphs;
        for run in glyphs.chunk_by(|a, b| a.face == b.face) {
            let run = GlyphRun::of(run, Paint::flat(colour), &label.text);
            self.items.extend(run.map(|run| Placed {
                at: Transform::shift(um(at.x - label.used.x), um(at.y)),
                item: Item::Glyphs(run),
                source: None,
            }));
        }
    }

    fn fill(&mut self, points: &[Point], colour: Colour) {
        self.path(points, true, Some(Paint::flat(colour)), None);
    }

    fn outline(&mut self, points: &[Point], colour: Colour, width: f64) {
        self.stroke(points, true, colour, width);
    }

    fn stroke(&mut self, points: &[Point], is_closed: bool, colour: Colour, width: f64) {
        let stroke = Stroke {
            paint: Paint::flat(colour),
            width,
            round: false,
            dash: Vec::new(),
        };
        self.path(points, is_closed, None, Some(stroke));
    }

    fn path(&mut self, points: &[Point], is_closed: bool, fill: Option<Paint>, stroke: Option<Stroke>) {
        let mut segs: Vec<Seg> = points
            .iter()
            .enumerate()
            .map(|(index, p)| (index, point(um(p.x), um(p.y))))
            .map(|(index, p)| if index == 0 { Seg::Move(p) } else { Seg::Line(p) })
            .collect();
        if is_closed {
            segs.push(Seg::Close);
        }
        self.items.push(Placed {
            at: Transform::IDENTITY,
            item: Item::Path(PathItem {
                path: Path::from(segs),
                fill,
                stroke,
            }),
            source: None,
        });
    }
}

/// One line of type; `used` from its own top left.
struct Label {
    text: String,
    em: f64,
    used: Rect,
    layout: TextLayout,
}

fn centred(label: &Label, at: Point) -> Point {
    point(at.x - label.used.w / 2.0, at.y - label.used.h / 2.0)
}

fn ink_of(label: &Label, at: Point) -> Rect {
    rect(at.x, at.y + label.em * 0.1, label.used.w, label.em)
}

fn corners(r: &Rect) -> [Point; 4] {
    [
        point(r.x, r.y),
        point(r.right(), r.y),
        point(r.right(), r.bottom()),
        point(r.x, r.bottom()),
    ]
}

fn is_one_row(first: &Stand, second: &Stand) -> bool {
    let front = facing_vector(first.facing);
    let (dx, dy) = (second.at.x - first.at.x, second.at.y - first.at.y);
    (first.facing - second.facing).abs() < 1.0 && (dx * front.x + dy * front.y).abs() < 0.5
}

fn colours(exhibition: &Exhibition) -> BTreeMap<CommitteeId, Colour> {
    exhibition
        .committees
        .iter()
        .enumerate()
        .map(|(index, committee)| (committee.id, COMMITTEES[index % COMMITTEES.len()]))
        .collect()
}

fn name_of(committee: &crate::model::Committee, lang: Lang) -> String {
    let name = &committee.name;
    let wished = lang.of([&name.hans, &name.hant, &name.hans]);
    if wished.is_empty() {
        name.hans.clone()
    } else {
        wished.clone()
    }
}

/// Colour, name and numbers ("015–022") of every committee that has boards.
fn legend_entries(exhibition: &Exhibition, lang: Lang) -> Vec<(Colour, String, String)> {
    let colours = colours(exhibition);
    let mut numbers: BTreeMap<CommitteeId, Vec<usize>> = BTreeMap::new();
    for (index, board) in exhibition.in_order().into_iter().enumerate() {
        numbers.entry(board.committee).or_default().push(index + 1);
    }
    exhibition
        .committees
        .iter()
        .filter_map(|committee| {
            let numbers = numbers.get(&committee.id)?;
            Some((colours[&committee.id], name_of(committee, lang), spans(numbers)))
        })
        .collect()
}

/// Ascending numbers as "001–014 020"; more than two spans end in "…".
fn spans(numbers: &[usize]) -> String {
    let runs: Vec<&[usize]> = numbers.chunk_by(|a, b| a + 1 == *b).collect();
    let mut text: Vec<String> = runs
        .iter()
        .take(2)
        .map(|run| match run {
            [only] => format!("{only:03}"),
            [first, .., last] => format!("{first:03}–{last:03}"),
            [] => String::new(),
        })
        .collect();
    if runs.len() > 2 {
        text.push("…".into());
    }
    text.join(" ")
}
