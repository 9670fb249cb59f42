//! A day of the calendar, as due dates are given: `2026-12-01`. Such days sort by time.

use super::utc;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// Reads `2026-12-01`, also as people type it: `2026/12/1`, `2026.12.1`, `2026年12月1日`.
    pub fn parse(text: &str) -> Option<Day> {
        let parts: Vec<&str> = text
            .trim()
            .trim_end_matches('日')
            .split(['-', '/', '.', '年', '月'])
            .map(str::trim)
            .collect();
        let [year, month, day] = parts[..] else { return None };
        let day = Day {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        let is_real = (1970..=9999).contains(&day.year) && (1..=12).contains(&day.month);
        (is_real && day.day >= 1 && day.day <= day.last_of_month()).then_some(day)
    }

    /// By world time.
    pub fn today() -> Day {
        Day::of_moment(&utc::now()).unwrap_or(Day {
            year: 1970,
            month: 1,
            day: 1,
        })
    }

    /// The day of a moment as `utc` writes it.
    pub fn of_moment(moment: &str) -> Option<Day> {
        Day::parse(moment.get(..10)?)
    }

    /// How many days later `other` is.
    pub fn until(self, other: Day) -> i64 {
        other.count() - self.count()
    }

    pub fn year(self) -> u16 {
        self.year
    }

    /// From 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// From 1 to 31.
    pub fn of_month(self) -> u8 {
        self.day
    }

    /// Monday is 0.
    pub fn weekday(self) -> u8 {
        // The day that `count` begins with is a Wednesday.
        (self.count() + 2).rem_euclid(7) as u8
    }

    /// So many days later; stays within the years that can be written.
    pub fn plus(self, days: i64) -> Day {
        let first = Day {
            year: 1970,
            month: 1,
            day: 1,
        };
        let last = Day {
            year: 9999,
            month: 12,
            day: 31,
        };
        Day::of_count(self.count().saturating_add(days).clamp(first.count(), last.count()))
    }

    /// The same day so many months later, or the last of a month that has no such day.
    pub fn plus_months(self, months: i64) -> Day {
        let counted = i64::from(self.year) * 12 + i64::from(self.month) - 1 + months;
        let counted = counted.clamp(1970 * 12, 9999 * 12 + 11);
        let first = Day {
            year: (counted / 12) as u16,
            month: (counted % 12) as u8 + 1,
            day: 1,
        };
        Day {
            day: self.day.min(first.last_of_month()),
            ..first
        }
    }

    /// All days of its month.
    pub fn whole_month(self) -> impl Iterator<Item = Day> {
        (1..=self.last_of_month()).map(move |day| Day { day, ..self })
    }

    /// The first of January is 1.
    pub fn of_year(self) -> u16 {
        let first = Day {
            month: 1,
            day: 1,
            ..self
        };
        first.until(self) as u16 + 1
    }

    fn last_of_month(self) -> u8 {
        let is_leap = self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 31,
        }
    }

    /// Days since the first of March of the year 0: the leap day is the last of its year.
    fn count(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day) - 1
    }

    fn of_count(count: i64) -> Day {
        const FOUR_CENTURIES: i64 = 146_097;
        let (era, of_era) = (count.div_euclid(FOUR_CENTURIES), count.rem_euclid(FOUR_CENTURIES));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / (FOUR_CENTURIES - 1)) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let is_next = month >= 10;
        Day {
            year: (era * 400 + year + i64::from(is_next)) as u16,
            month: if is_next { month - 9 } else { month + 3 } as u8,
            day: day as u8,
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).ok_or_else(|| serde::de::Error::custom("not a day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them_and_counted_over_leap_years() {
        let day = |text: &str| Day::parse(text).unwrap();
        for text in ["2026-12-01", "2026/12/1", " 2026.12.1 ", "2026年12月1日"] {
            assert_eq!(day(text).to_string(), "2026-12-01");
        }
        for text in ["", "2026-13-01", "2026-02-29", "2026-12", "明天", "2026-00-10"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(day("2028-02-28").until(day("2028-03-01")), 2);
        assert_eq!(day("2026-11-28").until(day("2027-11-28")), 365);
        assert_eq!(day("2026-12-01").until(day("2026-11-28")), -3);
        assert_eq!((day("2026-01-01").of_year(), day("2028-12-31").of_year()), (1, 366));
        assert_eq!(Day::of_moment("2026-11-28T01:47:52.000Z"), Some(day("2026-11-28")));
    }

    #[test]
    fn days_later_and_months_later_are_days_of_the_calendar() {
        let day = |text: &str| Day::parse(text).unwrap();
        let mut at = day("1970-01-01");
        // Thursday.
        assert_eq!(at.weekday(), 3);
        for _ in 0..60_000 {
            let next = at.plus(1);
            assert_eq!((at.until(next), (at.weekday() + 1) % 7), (1, next.weekday()), "{at}");
            assert_eq!(Day::parse(&next.to_string()), Some(next));
            at = next;
        }
        assert_eq!(day("2026-01-31").plus_months(1), day("2026-02-28"));
        assert_eq!(day("2026-11-15").plus_months(2), day("2027-01-15"));
        assert_eq!(day("2027-01-15").plus_months(-1), day("2026-12-15"));
        assert_eq!(day("1970-01-01").plus(-5), day("1970-01-01"));
        assert_eq!(day("9999-12-31").plus_months(5).year(), 9999);
        assert_eq!(day("2028-02-10").whole_month().count(), 29);
    }
}
