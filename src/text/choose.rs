//! Which of the possible breaks become line ends: over the whole paragraph, balanced, or line by line.

use super::atoms::Atom;
use super::breaks::Break;
use super::class::Class;
use super::fit::{STEPS, Sums};
use super::{Align, Breaking};

/// Paragraphs with more atoms than this are set line by line: nobody sees the difference, everybody would wait.
const LONG: usize = 20_000;

/// More ragged lines than this are body text: their length is the measure's, not their own.
const BALANCED_LINES: usize = 6;

/// How much a squeeze of each step of rule 15 is felt beside the same white put in (rule 17: 0.6 in the middle).
const FELT: [f64; STEPS] = [0.4, 0.4, 0.5, 0.6, 0.7, 0.9];

/// Marks at which a speaker takes breath; the enumeration comma is none.
const HEARD: &str = "，。；：？！…—";

/// They lean on the word before them and begin no line of a heading.
const PARTICLES: &str = "的了着过地得们吗呢吧啊過著們嗎";

/// Costs in squared em of white.
const LONE_CHARACTER: f64 = 12.0;
const SHORT_LAST_LINE: f64 = 0.2;
const NUMBER_FROM_UNIT: f64 = 1.0;
const LONE_BEGINNING: f64 = 0.05;
const FORCED: f64 = 1e3;
const OVER_THE_EDGE: f64 = 1e6;
/// In balanced text one line more is worse than any raggedness.
const ONE_MORE_LINE: f64 = 1e5;
const NO_PAUSE: f64 = 1e8;

/// How many places the search for the longest line goes back.
const BACK: usize = 4;

fn em_of(sums: &Sums<'_>) -> f64 {
    sums.para.look.em.max(1e-6)
}

/// Places between atoms where lines begin, from 0 to the end.
pub fn choose(sums: &Sums<'_>, breaks: &[Break], measure: f64, first_indent: f64) -> Vec<usize> {
    let target = move |start: usize| measure - if start == 0 { first_indent } else { 0.0 };
    let is_justified = sums.para.align == Align::Justify;
    let is_long = breaks.len() > LONG;
    match (is_justified, sums.para.breaking) {
        (true, Breaking::Quick) => quick(sums, breaks, target),
        (true, _) if is_long => quick(sums, breaks, target),
        (true, _) => best(sums, breaks, target, 0.0, |start, end, slack| {
            line_cost(sums, breaks, start, end, slack)
        }),
        (false, Breaking::Balanced) if !is_long => balanced(sums, breaks, target),
        (false, Breaking::ByPauses { most }) if !is_long => {
            by_pauses(sums, breaks, target, usize::from(most)).unwrap_or_else(|| balanced(sums, breaks, target))
        }
        (false, _) => first(sums, breaks, target),
    }
}

/// Every line takes as much as fits.
fn first(sums: &Sums<'_>, breaks: &[Break], target: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut starts = vec![0];
    let (mut start, mut good) = (0, None);
    let mut at = 1;
    while at < breaks.len() {
        if breaks[at] == Break::Never {
            at += 1;
            continue;
        }
        let fits = sums.natural(start, at) <= target(start) + 1e-6;
        match (fits, good) {
            (false, Some(last)) => {
                starts.push(last);
                (start, good) = (last, None);
                continue;
            }
            _ => good = Some(at),
        }
        if breaks[at] == Break::Must || !fits {
            starts.push(at);
            (start, good) = (at, None);
        }
        at += 1;
    }
    starts
}

/// Line by line the end that costs least; it does not look at the lines that follow.
fn quick(sums: &Sums<'_>, breaks: &[Break], target: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut starts = vec![0];
    let mut start = 0;
    while start + 1 < breaks.len() {
        let mut chosen: Option<(f64, usize)> = None;
        for end in start + 1..breaks.len() {
            if breaks[end] == Break::Never {
                continue;
            }
            let slack = target(start) - sums.natural(start, end);
            let Some(cost) = line_cost(sums, breaks, start, end, slack) else {
                chosen = chosen.or(Some((OVER_THE_EDGE, end)));
                break;
            };
            if chosen.is_none_or(|(least, _)| cost <= least) {
                chosen = Some((cost, end));
            }
            if breaks[end] == Break::Must {
                break;
            }
        }
        let Some((_, end)) = chosen else { break };
        starts.push(end);
        start = end;
    }
    starts
}

/// The breaks whose lines cost least together: dynamic programming over all of them. A cost of `None` says that the
/// line cannot be squeezed into the measure; a line that is short by `slack` mm and not the last costs a quarter of its
/// square in em at least, and `a_line` besides.
fn best(
    sums: &Sums<'_>,
    breaks: &[Break],
    target: impl Fn(usize) -> f64,
    a_line: f64,
    cost_of: impl Fn(usize, usize, f64) -> Option<f64>,
) -> Vec<usize> {
    let places: Vec<usize> = (0..breaks.len())
        .filter(|at| *at == 0 || breaks[*at] != Break::Never)
        .collect();
    let em = em_of(sums);
    let mut cost = vec![f64::INFINITY; places.len()];
    // The least cost of this place and all that come after it.
    let mut least = cost.clone();
    let mut from = vec![0; places.len()];
    cost[0] = 0.0;
    least[0] = 0.0;
    // The last line end in the text, and where the longest line began that fitted.
    let (mut floor, mut longest) = (0, 0);
    for end in 1..places.len() {
        let is_last = breaks[places[end]] == Break::Must;
        let mut is_first = true;
        // A mark that gives its white or hangs may let a line begin earlier than the one before it.
        for start in longest.max(floor + BACK) - BACK..end {
            let slack = target(places[start]) - sums.natural(places[start], places[end]);
            if !is_last && slack > 0.0 && cost[end].is_finite() {
                let short = a_line + 0.25 * (slack / em).powi(2);
                // Shorter lines yet cannot be better, wherever they begin.
                if short + least[start] > cost[end] {
                    break;
                }
                if short + cost[start] > cost[end] {
                    continue;
                }
            }
            // Whatever is left alone on a line has to stand there, even over the edge.
            let line = match cost_of(places[start], places[end], slack) {
                Some(line) => line,
                None if start + 1 == end => OVER_THE_EDGE,
                None => continue,
            };
            if std::mem::take(&mut is_first) {
                longest = start;
            }
            let total = cost[start] + line;
            if total <= cost[end] {
                cost[end] = total;
                from[end] = start;
            }
        }
        least[end] = cost[end];
        for before in least[..end].iter_mut().rev().take_while(|before| **before > cost[end]) {
            *before = cost[end];
        }
        if is_last {
            (floor, longest) = (end, end);
        }
    }
    let mut starts = Vec::new();
    let mut at = places.len() - 1;
    while at > 0 {
        starts.push(places[at]);
        at = from[at];
    }
    starts.push(0);
    starts.reverse();
    starts
}

/// As few lines as line by line, of nearly equal length, broken where a reader would breathe.
fn balanced(sums: &Sums<'_>, breaks: &[Break], target: impl Fn(usize) -> f64) -> Vec<usize> {
    let plain = first(sums, breaks, &target);
    if plain.len() < 3 || plain.len() > BALANCED_LINES + 1 {
        return plain;
    }
    let em = em_of(sums);
    // A title stacked two or three characters wide is a block of its own.
    if target(usize::MAX) < 4.0 * em {
        return plain;
    }
    let words = sums.all.word_starts(&sums.para.text);
    best(sums, breaks, &target, ONE_MORE_LINE, |start, end, slack| {
        let slack = slack / em;
        if slack < -1e-6 {
            return None;
        }
        let atoms = &sums.all.atoms;
        let is_breath = |class| matches!(class, Class::Comma | Class::Stop | Class::Close | Class::Space);
        let breath = (0.35 * target(start) / em).powi(2);
        let penalty = match breaks[end] {
            Break::Must => 0.0,
            _ if is_breath(atoms[end - 1].class) => 0.0,
            _ if !may_begin(&atoms[end], words) => 4.0 * breath,
            _ => breath + tear_cost(sums, breaks, end),
        };
        Some(ONE_MORE_LINE + slack * slack + penalty)
    })
}

/// The lines that fewest times end where nobody pauses; `None` if they are more than `most`, or one is too long.
fn by_pauses(sums: &Sums<'_>, breaks: &[Break], target: impl Fn(usize) -> f64, most: usize) -> Option<Vec<usize>> {
    let em = em_of(sums);
    let words = sums.all.word_starts(&sums.para.text);
    let starts = best(sums, breaks, &target, ONE_MORE_LINE, |start, end, slack| {
        let slack = slack / em;
        if slack < -1e-6 {
            return None;
        }
        let is_pause = breaks[end] == Break::Must || ends_in_pause(&sums.all.atoms[start..end]);
        let torn = match is_pause {
            true => 0.0,
            false if may_begin(&sums.all.atoms[end], words) => NO_PAUSE,
            false => NO_PAUSE + ONE_MORE_LINE / 2.0,
        };
        Some(ONE_MORE_LINE + slack * slack + torn)
    });
    let fits = |pair: &[usize]| sums.natural(pair[0], pair[1]) <= target(pair[0]) + 1e-6;
    (starts.len() <= most + 1 && starts.windows(2).all(fits)).then_some(starts)
}

/// Ends with a mark that is heard, and whatever closes behind it.
fn ends_in_pause(atoms: &[Atom]) -> bool {
    let said = atoms
        .iter()
        .rev()
        .find(|atom| atom.class != Class::Close && atom.class != Class::Space);
    said.is_some_and(|atom| HEARD.contains(atom.last))
}

/// A word begins here, and it is not a particle.
fn may_begin(atom: &Atom, words: &[usize]) -> bool {
    let starts = |at: usize| words.binary_search(&at).is_ok();
    let is_particle = PARTICLES.contains(atom.first) && starts(atom.range.start + atom.first.len_utf8());
    starts(atom.range.start) && !is_particle
}

/// What a justified line costs that is `slack` mm short; `None` where it cannot be squeezed into the measure.
fn line_cost(sums: &Sums<'_>, breaks: &[Break], start: usize, end: usize, slack: f64) -> Option<f64> {
    let em = em_of(sums);
    let is_last = breaks[end] == Break::Must;
    let ending = if is_last {
        last_line_cost(sums, breaks, start, end, slack / em)
    } else {
        tear_cost(sums, breaks, end)
    };
    if slack < -1e-6 {
        return Some(squeeze_cost(sums, start, end, -slack)? + ending);
    }
    if is_last {
        return Some(ending);
    }
    let (soft, places) = sums.take(start, end);
    let hard = (slack - soft).max(0.0) / em;
    let each = hard / places.max(1) as f64;
    // Rule 17: gaps over a quarter em are seen across the hall.
    let torn = if each > 0.25 { 40.0 * each } else { 0.0 };
    let felt = hard + 0.5 * slack.min(soft) / em;
    Some(felt * felt + torn + ending)
}

/// White taken out step by step, the later steps being felt more.
fn squeeze_cost(sums: &Sums<'_>, start: usize, end: usize, mut over: f64) -> Option<f64> {
    let mut felt = 0.0;
    for (give, weight) in sums.give(start, end).into_iter().zip(FELT) {
        let taken = give.min(over);
        felt += weight * taken;
        over -= taken;
    }
    let em = em_of(sums);
    (over <= 1e-6).then(|| (felt / em).powi(2))
}

/// Rule 21: one character alone on the last line is a fault, two are a pity.
fn last_line_cost(sums: &Sums<'_>, breaks: &[Break], start: usize, end: usize, slack_in_em: f64) -> f64 {
    if start == 0 || slack_in_em <= 2.0 || breaks[start] == Break::Must {
        return 0.0;
    }
    let atoms = &sums.all.atoms[start..end];
    match atoms.iter().filter(|atom| atom.class == Class::Han).take(4).count() {
        0 | 1 if atoms.len() < 4 => LONE_CHARACTER,
        0 | 1 => 0.0,
        2 => SHORT_LAST_LINE,
        _ => 0.0,
    }
}

/// What the break before an atom tears apart: a number and its unit, or the first character of a clause and the rest.
fn tear_cost(sums: &Sums<'_>, breaks: &[Break], at: usize) -> f64 {
    let atoms = &sums.all.atoms;
    let forced = if breaks[at] == Break::Forced { FORCED } else { 0.0 };
    let (Some(one), Some(next)) = (atoms.get(at.wrapping_sub(1)), atoms.get(at)) else {
        return forced;
    };
    let is_mark = |class| matches!(class, Class::Comma | Class::Stop | Class::Close | Class::Open);
    let torn = match (one.class, next.class) {
        (Class::Digit, Class::Han) => NUMBER_FROM_UNIT,
        (Class::Han, Class::Han) if at < 2 || is_mark(atoms[at - 2].class) => LONE_BEGINNING,
        _ => 0.0,
    };
    forced + torn
}
