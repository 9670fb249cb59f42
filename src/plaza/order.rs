//! The display sequence that a plan shows: numbers follow where people put the boards.

use super::along;
use super::fill::theme;
use super::rows::is_on_line;
use crate::model::{Board, BoardId, Exhibition, Plaza, Stand};
use crate::script::{Sorting, compare};
use std::collections::BTreeMap;
use std::sync::Arc;

/// By what the display sequence is made anew; equal boards keep their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderBy {
    /// The list of units.
    Units,
    /// Families of templates, in the order in which they come up now.
    Theme,
    /// The line above the title, in the order in which such lines come up now.
    Heading,
    /// The first date in the board's words.
    Date,
    /// Strokes of the title's characters.
    Strokes,
    /// Sound of the title.
    Pinyin,
}

impl OrderBy {
    pub const ALL: [OrderBy; 6] = [
        OrderBy::Units,
        OrderBy::Theme,
        OrderBy::Heading,
        OrderBy::Date,
        OrderBy::Strokes,
        OrderBy::Pinyin,
    ];
}

pub fn ordered(exhibition: &Exhibition, by: OrderBy) -> Vec<BoardId> {
    let mut boards: Vec<&Arc<Board>> = exhibition.in_order();
    match by {
        OrderBy::Units => {
            let units: BTreeMap<_, usize> = exhibition.committees.iter().map(|unit| unit.id).zip(0..).collect();
            boards.sort_by_key(|board| units.get(&board.committee).copied().unwrap_or(usize::MAX));
        }
        OrderBy::Theme => by_first(&mut boards, |board| theme(board).to_string()),
        OrderBy::Heading => by_first(&mut boards, |board| words_in(board, "kicker")),
        OrderBy::Date => {
            let latest = boards.iter().filter_map(|board| date(board)?.0).max().unwrap_or(0);
            boards.sort_by_cached_key(|board| match date(board) {
                Some((year, month, day)) => (year.unwrap_or(latest), month, day),
                None => (u32::MAX, 0, 0),
            });
        }
        OrderBy::Strokes | OrderBy::Pinyin => {
            let sorting = if by == OrderBy::Pinyin {
                Sorting::Pinyin
            } else {
                Sorting::Strokes
            };
            let mut titled: Vec<(String, &Arc<Board>)> = boards.iter().map(|board| (board.title(), *board)).collect();
            titled.sort_by(|a, b| compare(sorting, &a.0, &b.0));
            boards = titled.into_iter().map(|(_, board)| board).collect();
        }
    }
    boards.into_iter().map(|board| board.id).collect()
}

/// Equal ones together, in the order in which the first of each comes up.
fn by_first(boards: &mut [&Arc<Board>], word: impl Fn(&Board) -> String) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for board in boards.iter() {
        let count = seen.len();
        seen.entry(word(board)).or_insert(count);
    }
    boards.sort_by_cached_key(|board| seen.get(&word(board)).copied());
}

fn words_in(board: &Board, slot: &str) -> String {
    let element = board
        .elements
        .iter()
        .find(|element| element.slot.as_ref().is_some_and(|name| name.0 == slot));
    let texts = element.map(|element| element.texts()).unwrap_or_default();
    texts.first().map(|text| text.source.to_plain()).unwrap_or_default()
}

/// Year if it is said, month, day.
type Date = (Option<u32>, u32, u32);

fn date(board: &Board) -> Option<Date> {
    let texts = board.elements.iter().flat_map(|element| element.texts());
    texts.into_iter().find_map(|text| date_in(&text.source.to_plain()))
}

/// 2026年5月23日, 5月23日, 2026年5月; not 3个月.
fn date_in(text: &str) -> Option<Date> {
    text.match_indices('月').find_map(|(at, sign)| {
        let (rest, month) = number_at_end(&text[..at])?;
        let year = rest.strip_suffix('年').and_then(number_at_end).map(|(_, year)| year);
        let after: String = text[at + sign.len()..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let is_month = (1..=12).contains(&month) && (year.is_some() || !after.is_empty());
        is_month.then(|| (year, month, after.parse().unwrap_or(0)))
    })
}

fn number_at_end(text: &str) -> Option<(&str, u32)> {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    Some((rest, text[rest.len()..].parse().ok()?))
}

/// Boards row by row from the north, each row from the reader's left to right; boards without a place keep their
/// order after all others.
pub fn order_from_places(exhibition: &Exhibition, plaza: &Plaza) -> Vec<BoardId> {
    order_by_rows(exhibition, plaza, false)
}

/// The same; `is_snake`: a row that looks the same way as the one before it is read back again, from right to left.
pub fn order_by_rows(exhibition: &Exhibition, plaza: &Plaza, is_snake: bool) -> Vec<BoardId> {
    let mut rows: Vec<Vec<(BoardId, Stand)>> = Vec::new();
    let mut placed: Vec<(BoardId, Stand)> = exhibition
        .order
        .iter()
        .filter_map(|id| plaza.places.get(id).map(|stand| (*id, *stand)))
        .collect();
    placed.sort_by(|a, b| a.1.at.y.total_cmp(&b.1.at.y));
    for (id, stand) in placed {
        match rows.iter_mut().rev().find(|row| is_on_line(&row[0].1, &stand)) {
            Some(row) => row.push((id, stand)),
            None => rows.push(vec![(id, stand)]),
        }
    }
    for row in &mut rows {
        let side = along(row[0].1.facing);
        row.sort_by(|a, b| (a.1.at.x * side.x + a.1.at.y * side.y).total_cmp(&(b.1.at.x * side.x + b.1.at.y * side.y)));
    }
    let mut turned = false;
    for at in 1..rows.len() {
        let turn = (rows[at][0].1.facing - rows[at - 1][0].1.facing).rem_euclid(360.0);
        turned = is_snake && turn.min(360.0 - turn) < 20.0 && !turned;
        if turned {
            rows[at].reverse();
        }
    }
    let mut order: Vec<BoardId> = rows.into_iter().flatten().map(|(id, _)| id).collect();
    order.extend(exhibition.order.iter().filter(|id| !plaza.places.contains_key(id)));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_found_in_words_and_durations_are_not() {
        for (text, date) in [
            ("2026年5月23日清晨", Some((Some(2026), 5, 23))),
            ("修了3个月，12月1日开门", Some((None, 12, 1))),
            ("2025年11月动工", Some((Some(2025), 11, 0))),
            ("八个月", None),
            ("13月1日", None),
        ] {
            assert_eq!(date_in(text), date, "{text}");
        }
    }
}
