//! The minutes of a comment meeting: who met, what was decided of which board, with its picture; as a paper to be signed
//! and as a workbook.

use super::book::Book;
use super::sheet::{A4, AMBER, GREY, PALE, RED, WASH, plain, strong};
use super::{Thumbs, write_sheets};
use crate::base::say::minutes as words;
use crate::base::{Colour, Lang, Progress};
use crate::export::{Boards, Cell, ExportError, Press, Sheet as Table, Sources, Written};
use crate::geom::{point, rect};
use crate::layout::{Frame, LayoutCache};
use crate::model::{Board, Decision, Exhibition, Meeting, MeetingEntry, TwoName};
use crate::text::Fonts;
use std::path::Path;
use std::sync::Arc;

type Words = [&'static str; 3];

/// What a decision is called once it is taken.
pub fn decision_word(decision: Decision) -> Words {
    match decision {
        Decision::Approved => words::APPROVED,
        Decision::Returned => words::RETURNED,
        Decision::HeldOver => words::HELD_OVER,
    }
}

/// What came of a board: a decision, none, or nobody came to it.
pub fn result_word(entry: &MeetingEntry) -> Words {
    match entry.decision {
        Some(decision) => decision_word(decision),
        None if entry.is_reached() => words::OPEN,
        None => words::NOT_REACHED,
    }
}

/// "2:05"; an hour has sixty minutes here too: "75:00".
pub fn minutes_and_seconds(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The sums in one sentence.
pub fn sums_of(meeting: &Meeting, lang: Lang) -> String {
    let tally = meeting.tally();
    lang.of(words::sums(
        meeting.entries.len(),
        [
            tally.approved,
            tally.returned,
            tally.held_over,
            tally.open,
            tally.not_reached,
        ],
    ))
}

fn name(of: &TwoName, lang: Lang) -> &str {
    let wished = lang.of([&of.hans, &of.hant, &of.hans]);
    if wished.trim().is_empty() { &of.hans } else { wished }
}

/// Writes the paper: A4, type and rules as vectors, boards as small pictures made beside `to`. A board that is in the bin
/// is shown, one that is gone for good is named.
pub fn write_minutes(
    meeting: &Meeting,
    exhibition: &Exhibition,
    cache: &LayoutCache,
    press: &Press,
    sources: &Sources,
    to: &Path,
    lang: Lang,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let reached = meeting.entries.iter().filter(|entry| entry.is_reached());
    let found: Vec<Arc<Board>> = reached
        .filter_map(|entry| {
            let binned = || exhibition.bin.iter().find(|binned| binned.board.id == entry.board);
            let here = exhibition.board(entry.board).cloned();
            here.or_else(|| binned().map(|binned| binned.board.clone()))
        })
        .collect();
    let boards = Boards {
        exhibition,
        boards: &found,
        script: None,
        cache,
    };
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let thumbs = Thumbs::of(&boards, sources, 480, 82, folder, progress)?;
    let show = name(&exhibition.show.title, lang);
    let frames = minutes(meeting, &thumbs, show, &sources.fonts, lang);
    let title = format!("{show} {}", lang.of(words::MINUTES));
    let seen = thumbs.sources(sources);
    write_sheets(frames, &title, press, &seen, to, &progress.part())
}

const EDGE: f64 = 16.0;
const EM: f64 = 3.5;
const THUMB: [f64; 2] = [23.0, 28.0];

struct Minutes<'a> {
    lang: Lang,
    book: Book<'a>,
}

/// The sheets of the paper.
pub fn minutes(meeting: &Meeting, thumbs: &Thumbs, show: &str, fonts: &Fonts, lang: Lang) -> Vec<Frame> {
    let title = format!("{show}　{}", lang.of(words::MINUTES));
    let mut minutes = Minutes {
        lang,
        book: Book::new(fonts, lang, EDGE, title),
    };
    minutes.head(meeting, show);
    let (reached, left): (Vec<_>, Vec<_>) = meeting.entries.iter().partition(|entry| entry.is_reached());
    for entry in reached {
        minutes.entry(entry, thumbs);
    }
    minutes.book.rule();
    minutes.not_reached(&left);
    minutes.signatures();
    minutes.book.finish()
}

const ROOM: f64 = A4.w - 2.0 * EDGE;

impl Minutes<'_> {
    fn head(&mut self, meeting: &Meeting, show: &str) {
        let lang = self.lang;
        self.book
            .sheet
            .line(show, point(EDGE, self.book.y), ROOM, plain(4.0).in_colour(GREY));
        self.book.y += 7.0;
        self.book
            .sheet
            .line(lang.of(words::MINUTES), point(EDGE, self.book.y), ROOM, strong(8.0));
        self.book.y += 15.0;
        let day = meeting.day.to_string();
        let start = meeting.start.to_string();
        let facts = [
            (words::DAY, day.as_str()),
            (words::START, start.as_str()),
            (words::PLACE, meeting.place.as_str()),
            (words::CHAIR, meeting.chair.as_str()),
            (words::PRESENT, meeting.present.as_str()),
        ];
        let told: Vec<(&str, &str)> = facts
            .into_iter()
            .filter(|(_, what)| !what.trim().is_empty())
            .map(|(word, what)| (lang.of(word), what))
            .collect();
        let wide = |(word, _): &(&str, &str)| self.book.sheet.width_of(word, plain(EM));
        let column = told.iter().map(wide).fold(0.0, f64::max) + 5.0;
        for (word, what) in told {
            self.book
                .sheet
                .line(word, point(EDGE, self.book.y), column, plain(EM).in_colour(GREY));
            let at = point(EDGE + column, self.book.y);
            self.book.y += self.book.sheet.paragraph(what, at, ROOM - column, plain(EM)) + 1.0;
        }
        self.book.y += 2.0;
        let sums = sums_of(meeting, lang);
        let high = self.book.sheet.height_of(&sums, ROOM - 10.0, strong(EM)) + 5.0;
        self.book.sheet.fill(rect(EDGE, self.book.y, ROOM, high), WASH);
        let at = point(EDGE + 5.0, self.book.y + 2.5);
        self.book.sheet.paragraph(&sums, at, ROOM - 10.0, strong(EM));
        self.book.y += high + 4.0;
    }

    fn entry(&mut self, entry: &MeetingEntry, thumbs: &Thumbs) {
        let lang = self.lang;
        let left = EDGE + THUMB[0] + 5.0;
        let width = A4.w - EDGE - left;
        let note = entry.note.trim();
        let lines = self.lines_of(note, width);
        let high = 18.0 + lines.len() as f64 * EM * 1.45;
        self.book.need(high.clamp(THUMB[1] + 4.0, 120.0));
        self.book.rule();
        let (top, page) = (self.book.y, self.book.full());
        let place = rect(EDGE, top, THUMB[0], THUMB[1]);
        match thumbs.get(entry.board) {
            Some(facts) => {
                let seen = self.book.sheet.picture(facts, place);
                self.book.sheet.outline(seen, 0.1, PALE);
            }
            None => {
                self.book.sheet.fill(place, WASH);
                let middle = point(place.centre().x, place.centre().y - 2.0);
                let word = lang.of(words::NO_PICTURE);
                self.book
                    .sheet
                    .line_about(word, middle, THUMB[0] - 2.0, plain(2.6).in_colour(GREY));
            }
        }
        let word = lang.of(result_word(entry));
        let look = strong(4.0).in_colour(colour_of(entry.decision));
        let wide = self.book.sheet.width_of(word, look);
        self.book
            .sheet
            .line(word, point(A4.w - EDGE - wide, top), wide + 0.1, look);
        let title = format!("{:03}　{}", entry.number, entry.title);
        self.book
            .sheet
            .line(&title, point(left, top), width - wide - 6.0, strong(4.4));
        let about = format!(
            "{} · {} {}",
            name(&entry.unit, lang),
            lang.of(words::SPOKEN),
            minutes_and_seconds(entry.seconds)
        );
        self.book
            .sheet
            .line(&about, point(left, top + 7.4), width, plain(3.0).in_colour(GREY));
        self.book.y = top + 13.4;
        for line in lines {
            self.book.need(EM * 1.45);
            self.book
                .sheet
                .line(&line, point(left, self.book.y), width + 2.0 * EM, plain(EM));
            self.book.y += EM * 1.45;
        }
        if self.book.full() == page {
            self.book.y = self.book.y.max(top + THUMB[1]);
        }
        self.book.y += 2.5;
    }

    /// A note may be longer than a page: its lines are laid one by one.
    fn lines_of(&self, note: &str, width: f64) -> Vec<String> {
        note.lines()
            .filter(|line| !line.trim().is_empty())
            .flat_map(|line| self.book.sheet.broken(line, width, plain(EM)))
            .collect()
    }

    /// Boards nobody came to, in one paragraph.
    fn not_reached(&mut self, left: &[&MeetingEntry]) {
        if left.is_empty() {
            return;
        }
        let lang = self.lang;
        let names = left
            .iter()
            .map(|entry| format!("{:03} {}", entry.number, entry.title.trim()));
        let names: Vec<String> = names.collect();
        let text = names.join(lang.of(["；", "；", "; "]));
        let head = format!("{} {}", lang.of(words::NOT_REACHED), left.len());
        self.book.need(20.0);
        self.book.sheet.line(&head, point(EDGE, self.book.y), ROOM, strong(EM));
        self.book.y += EM * 1.6;
        for line in self.lines_of(&text, ROOM) {
            self.book.need(EM * 1.45);
            self.book.sheet.line(
                &line,
                point(EDGE, self.book.y),
                ROOM + 2.0 * EM,
                plain(EM).in_colour(GREY),
            );
            self.book.y += EM * 1.45;
        }
    }

    fn signatures(&mut self) {
        self.book.need(24.0);
        let y = self.book.y + 16.0;
        let width = ROOM / 3.0;
        for (at, word) in [words::SIGN_CHAIR, words::SIGN_CLERK, words::DAY]
            .into_iter()
            .enumerate()
        {
            let x = EDGE + at as f64 * width;
            self.book.sheet.rule(point(x, y), point(x + width - 6.0, y), 0.2, GREY);
            let word = self.lang.of(word);
            self.book
                .sheet
                .line(word, point(x, y + 1.2), width - 6.0, plain(2.9).in_colour(GREY));
        }
    }
}

/// Dark enough for type.
const GREEN: Colour = Colour::Cmyk([85.0, 30.0, 85.0, 20.0]);

fn colour_of(decision: Option<Decision>) -> Colour {
    match decision {
        Some(Decision::Approved) => GREEN,
        Some(Decision::Returned) => RED,
        Some(Decision::HeldOver) => AMBER,
        None => GREY,
    }
}

/// The same as tables: a row a board, and the meeting itself on a second sheet.
pub fn minutes_tables(meeting: &Meeting, show: &str, lang: Lang) -> [Table; 2] {
    let head = [
        words::NUMBER,
        words::TITLE,
        words::UNIT,
        words::RESULT,
        words::NOTES,
        words::SPOKEN,
    ];
    let row = |entry: &MeetingEntry| {
        vec![
            Cell::text(format!("{:03}", entry.number)),
            Cell::text(&entry.title),
            Cell::text(name(&entry.unit, lang)),
            Cell::text(lang.of(result_word(entry))),
            Cell::text(entry.note.trim()),
            Cell::text(minutes_and_seconds(entry.seconds)),
        ]
    };
    let mut total = vec![Cell::Empty; head.len()];
    total[4] = Cell::text(sums_of(meeting, lang));
    total[5] = Cell::text(minutes_and_seconds(meeting.seconds()));
    let boards = Table {
        name: lang.of(words::BOARDS).into(),
        head: head.map(|word| lang.of(word).to_string()).to_vec(),
        rows: meeting.entries.iter().map(row).collect(),
        total,
    };
    let facts = [
        (words::DAY, meeting.day.to_string()),
        (words::START, meeting.start.to_string()),
        (words::PLACE, meeting.place.clone()),
        (words::CHAIR, meeting.chair.clone()),
        (words::PRESENT, meeting.present.clone()),
    ];
    let about = Table {
        name: lang.of(words::MEETING).into(),
        head: vec![lang.of(words::MINUTES).into(), show.into()],
        rows: facts
            .into_iter()
            .map(|(word, what)| vec![Cell::text(lang.of(word)), Cell::text(what)])
            .collect(),
        total: Vec::new(),
    };
    [boards, about]
}
