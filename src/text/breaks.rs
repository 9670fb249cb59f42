//! Where a line may end: Unicode's opportunities, overridden for Chinese by the table of marks.

use super::Prohibition;
use super::atoms::Atom;
use super::class::{self, Class};
use icu_segmenter::LineSegmenter;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    Never,
    May,
    /// A line end in the text.
    Must,
    /// Against the rules, because the box is too narrow for them.
    Forced,
}

/// Where Unicode lets a line begin (UAX 14), in bytes: the level under the rules of Chinese.
pub fn unicode_breaks(text: &str) -> Vec<usize> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(Default::default());
    segmenter.segment_str(text).collect()
}

/// For each atom whether a line may begin with it; one more entry for the end, which always may.
pub fn breaks(text: &str, atoms: &[Atom], level: Prohibition) -> Vec<Break> {
    let mut unicode = vec![false; text.len() + 1];
    if atoms.iter().any(|atom| !class::is_cjk(atom.class)) {
        for at in unicode_breaks(text) {
            unicode[at] = true;
        }
    }
    let mut breaks = vec![Break::Never; atoms.len() + 1];
    for (index, pair) in atoms.windows(2).enumerate() {
        let (one, next) = (&pair[0], &pair[1]);
        let between = &text[one.range.end..next.range.start];
        breaks[index + 1] = if between.contains(['\n', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}', '\r']) {
            Break::Must
        } else if may_break(one, next, unicode[next.range.start], level) {
            Break::May
        } else {
            Break::Never
        };
    }
    if let Some(end) = breaks.last_mut() {
        *end = Break::Must;
    }
    breaks
}

fn may_break(one: &Atom, next: &Atom, unicode_may: bool, level: Prohibition) -> bool {
    if next.class == Class::Space || next.is_tied {
        return false;
    }
    if class::is_never_last(one.last, level) || class::is_never_first(next.first, level) {
        return false;
    }
    // A figure and its sign stay together: 12%, 30℃, ¥5.
    let is_word = |class| matches!(class, Class::Latin | Class::Digit | Class::Mark);
    if is_word(one.class) && is_word(next.class) {
        return unicode_may;
    }
    let chinese = class::is_cjk(one.class) || class::is_cjk(next.class);
    if chinese && one.class != Class::Space {
        return one.class != Class::Connector || unicode_may;
    }
    unicode_may || one.class == Class::Space
}

/// Opens chunks that no line can hold: inside words, and in boxes too narrow for the rules. Says whether a rule of
/// Chinese had to yield.
pub fn force(breaks: &mut [Break], widths: &[f64], measure: f64, atoms: &[Atom]) -> bool {
    let mut has_yielded = false;
    let mut start = 0;
    for end in 1..breaks.len() {
        if breaks[end] == Break::Never {
            continue;
        }
        if end - start > 1 && widths[end] - widths[start] > measure {
            // As much as fits on each line, from the left.
            let mut from = start;
            for at in start + 1..end {
                if widths[at + 1] - widths[from] > measure {
                    breaks[at] = Break::Forced;
                    has_yielded |= class::is_cjk(atoms[at].class) || class::is_cjk(atoms[at - 1].class);
                    from = at;
                }
            }
        }
        start = end;
    }
    has_yielded
}
