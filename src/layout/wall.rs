//! A group of photos in one region: which of the slicing arrangements fills it with the least loss.
//! Knows shapes, captions' heights and millimetres; knows no board.
//!
//! Photos keep their order, from left to right and from above to below; only the lead photo comes before all others.
//! Every arrangement is a tree of rows and stacks. With all gaps and captions its height is linear in its width, and at
//! one width linear in the factor by which all photos become higher or lower than their shapes: one such factor makes
//! it fill the region exactly.

use crate::geom::{Rect, rect};

/// The share of a photo that may be cut off to make the group fill its region.
pub const MOST_CROP: f64 = 0.12;
/// Where no arrangement stays under that, these; a region that is too high for the last one shows its ground.
const CROPS: [f64; 4] = [MOST_CROP, 0.2, 0.35, LAST_CROP];
const LAST_CROP: f64 = 0.5;
/// Gaps give way before photos do: these shares of the wished gap are tried in turn.
const GAPS: [f64; 5] = [1.0, 0.75, 1.35, 0.5, 1.8];
/// Up to so many photos all arrangements are compared, beyond it rows, columns and those about the lead photo.
const ALL_TREES: usize = 6;
/// Up to so many rows and columns of every length are compared, beyond it even rows.
const ALL_ROWS: usize = 15;
/// An arrangement with this score is taken without trying other gaps.
const FINE: f64 = 2.5;
/// No photo is smaller than this share of what it would have if all had the same.
const SMALLEST: f64 = 0.12;
/// The lead is no larger than so many of the next largest.
const LARGEST: f64 = 8.0;
/// A row of a wall may have this many times fewer or more photos' widths than the rows have on average.
const UNEVEN: f64 = 1.8;
/// A photo narrower than this, in mm, cannot carry a caption.
const NARROWEST: f64 = 25.0;

pub struct Wall<'a> {
    /// Width over height of each upright photo, in order.
    pub shapes: &'a [f64],
    pub w: f64,
    pub h: f64,
    /// Between photos side by side; photos one under the other stand 1.2 times as far apart.
    pub gap: f64,
    /// No photo should be lower than this.
    pub least: f64,
    /// The photo that is to be larger than the others.
    pub lead: Option<usize>,
    /// Which of the good arrangements: 0 the best one.
    pub variant: usize,
    /// The room under a photo of this index and width.
    pub captions: &'a dyn Fn(usize, f64) -> f64,
}

/// Where each photo stands, without its caption.
#[derive(Clone, Debug, Default)]
pub struct Arranged {
    pub rects: Vec<Rect>,
    /// The share of every photo that is cut off.
    pub crop: f64,
    /// The region is not filled: its shape suits none of the arrangements.
    pub is_loose: bool,
    /// How many arrangements `variant` goes through.
    pub variants: usize,
}

#[derive(Clone, Debug, PartialEq)]
enum Tree {
    Leaf(usize),
    /// Side by side, equally high.
    Side(Vec<Tree>),
    /// One under the other, equally wide.
    Stack(Vec<Tree>),
}

/// An arrangement measured.
struct Tried<'t> {
    tree: &'t Tree,
    rects: Vec<Rect>,
    /// Photos are so many times as high as their shapes ask for.
    times: f64,
    score: f64,
}

impl Wall<'_> {
    pub fn arrange(&self) -> Arranged {
        let count = self.shapes.len();
        if count == 0 {
            return Arranged::default();
        }
        let mut trees = self.trees();
        if let Some(lead) = self.lead.filter(|lead| *lead > 0) {
            trees.iter_mut().for_each(|tree| lead_first(tree, lead));
        }
        let caps = self.usual_captions();
        let mut cropped: Vec<Vec<(f64, &Tree)>> = Vec::new();
        for limit in CROPS {
            let mut best: Option<(f64, Arranged)> = None;
            for (at, share) in GAPS.iter().enumerate() {
                let gap = self.gap * share;
                if cropped.len() <= at {
                    cropped.push(self.cropped(&trees, gap, &caps));
                }
                let Some((score, found)) = self.best(&cropped[at], limit, gap, &caps) else {
                    continue;
                };
                if at == 0 && score < FINE {
                    return found;
                }
                let score = score + if at == 0 { 0.0 } else { 0.3 };
                if best.as_ref().is_none_or(|(least, _)| score < *least) {
                    best = Some((score, found));
                }
            }
            if let Some((_, best)) = best {
                return best;
            }
        }
        self.forced(&trees, &caps)
    }

    /// How much each arrangement crops that fills the region, the least first.
    fn cropped<'t>(&self, trees: &'t [Tree], gap: f64, caps: &[f64]) -> Vec<(f64, &'t Tree)> {
        let mut all: Vec<(f64, &Tree)> = trees
            .iter()
            .filter_map(|tree| Some((crop_of(self.times(tree, gap, &self.level(tree, caps))?), tree)))
            .collect();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        all
    }

    /// The best of those that crop no more than `limit`, with its score; `variant` takes another one of the good.
    fn best(&self, cropped: &[(f64, &Tree)], limit: f64, gap: f64, caps: &[f64]) -> Option<(f64, Arranged)> {
        let within = cropped.partition_point(|(crop, _)| *crop <= limit + 1e-9);
        let mut tried: Vec<Tried<'_>> = cropped[..within]
            .iter()
            .filter_map(|(_, tree)| self.tried(tree, gap, caps))
            .collect();
        tried.sort_by(|a, b| a.score.total_cmp(&b.score));
        let worst = tried.first()?.score + 1.6;
        let variants = tried.iter().filter(|one| one.score <= worst).count().min(12);
        let wanted = self.variant % variants.max(1);
        if let Some(one) = tried.get(wanted).filter(|_| wanted > 0)
            && let Some(one) = self.refined(one.tree, gap, caps)
        {
            return Some((one.score, self.arranged(one, variants)));
        }
        let mut chosen: Option<Tried<'_>> = None;
        for one in tried.iter().take(12) {
            if chosen.as_ref().is_some_and(|chosen| chosen.score <= one.score) {
                break;
            }
            if let Some(fine) = self.refined(one.tree, gap, caps)
                && chosen.as_ref().is_none_or(|chosen| fine.score < chosen.score)
            {
                chosen = Some(fine);
            }
        }
        chosen.map(|chosen| (chosen.score, self.arranged(chosen, variants)))
    }

    fn arranged(&self, tried: Tried<'_>, variants: usize) -> Arranged {
        Arranged {
            crop: crop_of(tried.times),
            rects: tried.rects,
            is_loose: false,
            variants,
        }
    }

    /// Where all else fails: cropped as much as a low region asks for; in the middle of a high one, which shows its
    /// ground above and below.
    fn forced(&self, trees: &[Tree], usual: &[f64]) -> Arranged {
        let off = |tree: &&Tree| {
            self.factor(tree, self.gap, &self.level(tree, usual))
                .max(0.01)
                .ln()
                .abs()
        };
        let Some(tree) = trees.iter().min_by(|a, b| off(a).total_cmp(&off(b))) else {
            return Arranged::default();
        };
        let mut caps = self.level(tree, usual);
        let mut arranged = Arranged {
            rects: vec![rect(0.0, 0.0, 0.0, 0.0); self.shapes.len()],
            variants: 1,
            ..Arranged::default()
        };
        for _ in 0..6 {
            let most = 1.0 / (1.0 - LAST_CROP);
            let factor = self.factor(tree, self.gap, &caps);
            let times = factor.clamp(0.05, most);
            let (a, b) = self.line(tree, times, self.gap, &caps);
            let y = ((self.h - a * self.w - b) / 2.0).max(0.0);
            self.place(tree, [0.0, y, self.w], times, self.gap, &caps, &mut arranged.rects);
            arranged.crop = crop_of(times);
            arranged.is_loose = factor > most;
            let places = arranged.rects.iter().enumerate();
            let now: Vec<f64> = places
                .map(|(index, place)| (self.captions)(index, place.w.max(1.0)))
                .collect();
            if now.iter().zip(&caps).all(|(now, had)| *now <= had + 0.01) {
                break;
            }
            let higher: Vec<f64> = caps.iter().zip(now).map(|(cap, now)| cap.max(now)).collect();
            caps = self.level(tree, &higher);
        }
        arranged
    }

    /// Captions' heights at the widths that photos of equal area would have.
    fn usual_captions(&self) -> Vec<f64> {
        let each = self.w * self.h / self.shapes.len().max(1) as f64;
        let wide = |shape: f64| (each * shape * 0.8).sqrt().min(self.w);
        let caption = |(index, shape): (usize, &f64)| (self.captions)(index, wide(*shape));
        self.shapes.iter().enumerate().map(caption).collect()
    }

    /// With the captions' heights at the photos' true widths.
    fn refined<'t>(&self, tree: &'t Tree, gap: f64, usual: &[f64]) -> Option<Tried<'t>> {
        let mut caps = usual.to_vec();
        let mut tried = self.tried(tree, gap, &caps)?;
        for round in 0..10 {
            let places = tried.rects.iter().enumerate();
            let mut now: Vec<f64> = places.map(|(index, place)| (self.captions)(index, place.w)).collect();
            // Where wider and narrower take turns, the caption keeps the room it needs at most.
            if round > 1 {
                now.iter_mut()
                    .zip(&caps)
                    .for_each(|(now, before)| *now = now.max(*before));
            }
            if now.iter().zip(&caps).all(|(a, b)| (a - b).abs() < 0.01) {
                break;
            }
            caps = now;
            tried = self.tried(tree, gap, &caps)?;
        }
        // A caption that takes another line than it would have to is a photo too narrow for it.
        let wraps = caps
            .iter()
            .zip(usual)
            .filter(|(now, usual)| **now > **usual * 1.25 + 0.1)
            .count();
        tried.score += 0.6 * wraps as f64;
        Some(tried)
    }

    fn tried<'t>(&self, tree: &'t Tree, gap: f64, caps: &[f64]) -> Option<Tried<'t>> {
        let caps = self.level(tree, caps);
        let times = self.times(tree, gap, &caps)?;
        let mut rects = vec![rect(0.0, 0.0, 0.0, 0.0); self.shapes.len()];
        self.place(tree, [0.0, 0.0, self.w], times, gap, &caps, &mut rects);
        let share = SMALLEST * self.w * self.h / self.shapes.len() as f64;
        let is_small =
            |place: &Rect| place.w < NARROWEST.min(self.w / 4.0) || place.h < 2.0 || place.w * place.h < share;
        if rects.iter().any(is_small) || self.lead_ratio(&rects).is_some_and(|ratio| ratio > LARGEST) {
            return None;
        }
        let score = self.score(tree, times, &rects);
        Some(Tried {
            tree,
            rects,
            times,
            score,
        })
    }

    /// The factor with which the tree is as high as the region; `None` where that crops too much.
    fn times(&self, tree: &Tree, gap: f64, caps: &[f64]) -> Option<f64> {
        let factor = self.factor(tree, gap, caps);
        (factor > 0.0 && crop_of(factor) <= LAST_CROP).then_some(factor)
    }

    fn factor(&self, tree: &Tree, gap: f64, caps: &[f64]) -> f64 {
        let height = |times: f64| {
            let (a, b) = self.line(tree, times, gap, caps);
            a * self.w + b
        };
        let (one, two) = (height(1.0), height(2.0));
        1.0 + (self.h - one) / (two - one)
    }

    /// What is bad about an arrangement; 1 is about as bad as a crop of 12 %.
    fn score(&self, tree: &Tree, times: f64, rects: &[Rect]) -> f64 {
        let crop = crop_of(times);
        let over = (crop - MOST_CROP).max(0.0) / MOST_CROP;
        let mut score = (crop / MOST_CROP).powi(2).min(1.0) + 20.0 * over;
        let is_lead = |index: usize| self.lead == Some(index);
        let areas = || {
            rects
                .iter()
                .enumerate()
                .map(|(index, place)| (index, place.w * place.h))
        };
        let others = || areas().filter(|(index, _)| !is_lead(*index)).map(|(_, area)| area);
        let most = others().fold(0.0, f64::max);
        let least = others().fold(f64::INFINITY, f64::min);
        if most > 0.0 && least < most {
            score += 0.9 * (most / least).ln().powi(2);
        }
        if let Some(ratio) = self.lead_ratio(rects) {
            score += 5.0 * (1.6 / ratio).ln().max(0.0) + 3.0 * (ratio / 4.5).ln().max(0.0);
        }
        for place in rects {
            score += 8.0 * (1.0 - place.h / self.least.max(1.0)).max(0.0);
        }
        score += 0.12 * depth(tree).saturating_sub(2) as f64;
        (score * 1e6).round() / 1e6
    }

    /// The lead's size against the largest of the others.
    fn lead_ratio(&self, rects: &[Rect]) -> Option<f64> {
        let lead = rects.get(self.lead?)?;
        let area = |place: &Rect| place.w * place.h;
        let others = rects.iter().enumerate().filter(|(index, _)| self.lead != Some(*index));
        let most = others.map(|(_, place)| area(place)).fold(0.0, f64::max);
        (most > 0.0).then(|| area(lead) / most)
    }

    /// Captions of one row are equally high, so that the photos' feet stand on one line.
    fn level(&self, tree: &Tree, caps: &[f64]) -> Vec<f64> {
        let mut caps = caps.to_vec();
        level_side(tree, &mut caps);
        caps
    }

    /// Height of a tree as a multiple of its width, and what is added to that.
    fn line(&self, tree: &Tree, times: f64, gap: f64, caps: &[f64]) -> (f64, f64) {
        match tree {
            Tree::Leaf(index) => {
                let shape = self.shapes.get(*index).copied().unwrap_or(1.5);
                (times / shape, caps.get(*index).copied().unwrap_or(0.0))
            }
            Tree::Stack(parts) => {
                let lines = parts.iter().map(|part| self.line(part, times, gap, caps));
                let (a, b) = lines.fold((0.0, 0.0), |sum, line| (sum.0 + line.0, sum.1 + line.1));
                (a, b + gap * 1.2 * (parts.len() as f64 - 1.0))
            }
            Tree::Side(parts) => {
                let (mut wide, mut less) = (0.0, -gap * (parts.len() as f64 - 1.0));
                for part in parts {
                    let (a, b) = self.line(part, times, gap, caps);
                    wide += 1.0 / a;
                    less += b / a;
                }
                (1.0 / wide, less / wide)
            }
        }
    }

    fn place(&self, tree: &Tree, [x, y, w]: [f64; 3], times: f64, gap: f64, caps: &[f64], rects: &mut [Rect]) {
        match tree {
            Tree::Leaf(index) => {
                let (a, _) = self.line(tree, times, gap, caps);
                if let Some(place) = rects.get_mut(*index) {
                    *place = rect(x, y, w, a * w);
                }
            }
            Tree::Stack(parts) => {
                let mut y = y;
                for part in parts {
                    let (a, b) = self.line(part, times, gap, caps);
                    self.place(part, [x, y, w], times, gap, caps, rects);
                    y += a * w + b + gap * 1.2;
                }
            }
            Tree::Side(parts) => {
                let (a, b) = self.line(tree, times, gap, caps);
                let height = a * w + b;
                let mut x = x;
                for part in parts {
                    let (a, b) = self.line(part, times, gap, caps);
                    let wide = (height - b) / a;
                    self.place(part, [x, y, wide], times, gap, caps, rects);
                    x += wide + gap;
                }
            }
        }
    }

    /// The arrangements to compare.
    fn trees(&self) -> Vec<Tree> {
        let count = self.shapes.len();
        if count <= ALL_TREES {
            return all_trees(0, count);
        }
        // As the trees count them: the lead before all others.
        let mut shapes = self.shapes.to_vec();
        if let Some(lead) = self.lead.filter(|lead| *lead < count) {
            shapes[..=lead].rotate_right(1);
        }
        let total: f64 = shapes.iter().sum();
        let usual = (total * self.h / self.w.max(1.0)).sqrt().round().max(1.0) as usize;
        let usual = usual.clamp(1, count);
        if count > ALL_ROWS {
            return (1..=count).map(|rows| even_rows(&shapes, rows)).collect();
        }
        let mut trees = Vec::new();
        // The more photos there are, the more arrangements of one number of rows.
        let more = if count > 10 { 1 } else { 2 };
        for rows in usual.saturating_sub(1).max(1)..=(usual + more).min(count) {
            let lines = lines_of(&shapes, 0, rows, total / rows as f64);
            trees.extend(lines.into_iter().map(|lines| stack_of(lines, side_of)));
        }
        let heights: Vec<f64> = shapes.iter().map(|shape| 1.0 / shape).collect();
        let high: f64 = heights.iter().sum();
        let columns = (self.w * high / self.h.max(1.0)).sqrt().round() as usize;
        for columns in columns.saturating_sub(1).max(2)..=(columns + 1).max(2).min(count) {
            let lines = lines_of(&heights, 0, columns, high / columns as f64);
            trees.extend(lines.into_iter().map(|lines| row_of(lines, pile_of)));
        }
        // The lead as high as the region, the others in rows beside it.
        let rest: f64 = shapes.iter().skip(1).sum();
        for rows in 1..=(usual + more).min(count - 1) {
            for lines in lines_of(&shapes, 1, rows, rest / rows as f64) {
                trees.push(Tree::Side(vec![Tree::Leaf(0), stack_of(lines, side_of)]));
            }
        }
        if self.lead.is_some() {
            trees.extend(about_lead(&shapes));
        }
        trees
    }
}

/// The lead in a corner: some photos in rows beside it and the rest in rows under both, or the other way round.
fn about_lead(shapes: &[f64]) -> Vec<Tree> {
    let some_rows = |from: usize, to: usize| -> Vec<Tree> {
        let sizes = shapes.get(..to).unwrap_or_default();
        let total: f64 = sizes.iter().skip(from).sum();
        let lines = (1..=3.min(to - from)).flat_map(|rows| lines_of(sizes, from, rows, total / rows as f64));
        lines.map(|lines| stack_of(lines, side_of)).collect()
    };
    let mut trees = Vec::new();
    for cut in 2..shapes.len() {
        let rest = some_rows(cut, shapes.len());
        for near in some_rows(1, cut) {
            for far in &rest {
                let beside = Tree::Side(vec![Tree::Leaf(0), near.clone()]);
                trees.push(Tree::Stack(vec![beside, far.clone()]));
                let under = Tree::Stack(vec![Tree::Leaf(0), near.clone()]);
                trees.push(Tree::Side(vec![under, far.clone()]));
            }
        }
    }
    trees
}

/// The trees count the lead as the first photo; from here on every number is the photo's own.
fn lead_first(tree: &mut Tree, lead: usize) {
    match tree {
        Tree::Leaf(0) => *tree = Tree::Leaf(lead),
        Tree::Leaf(index) if *index <= lead => *index -= 1,
        Tree::Leaf(_) => {}
        Tree::Side(parts) | Tree::Stack(parts) => parts.iter_mut().for_each(|part| lead_first(part, lead)),
    }
}

fn crop_of(times: f64) -> f64 {
    1.0 - times.min(1.0 / times.max(1e-6))
}

fn depth(tree: &Tree) -> usize {
    match tree {
        Tree::Leaf(_) => 0,
        Tree::Side(parts) | Tree::Stack(parts) => 1 + parts.iter().map(depth).max().unwrap_or(0),
    }
}

fn level_side(tree: &Tree, caps: &mut [f64]) {
    match tree {
        Tree::Leaf(_) => {}
        Tree::Stack(parts) => {
            for part in parts {
                level_side(part, caps);
            }
        }
        Tree::Side(parts) => {
            let most = parts.iter().map(|part| foot(part, caps)).fold(0.0, f64::max);
            for part in parts {
                set_foot(part, most, caps);
                level_side(part, caps);
            }
        }
    }
}

/// The room under the lowest photos.
fn foot(tree: &Tree, caps: &[f64]) -> f64 {
    match tree {
        Tree::Leaf(index) => caps.get(*index).copied().unwrap_or(0.0),
        Tree::Side(parts) => parts.iter().map(|part| foot(part, caps)).fold(0.0, f64::max),
        Tree::Stack(parts) => parts.last().map_or(0.0, |part| foot(part, caps)),
    }
}

fn set_foot(tree: &Tree, high: f64, caps: &mut [f64]) {
    match tree {
        Tree::Leaf(index) => {
            if let Some(cap) = caps.get_mut(*index) {
                *cap = high;
            }
        }
        Tree::Side(parts) => {
            for part in parts {
                set_foot(part, high, caps);
            }
        }
        Tree::Stack(parts) => {
            if let Some(part) = parts.last() {
                set_foot(part, high, caps);
            }
        }
    }
}

/// Every slicing arrangement of the photos `from..to`.
fn all_trees(from: usize, to: usize) -> Vec<Tree> {
    if to - from == 1 {
        return vec![Tree::Leaf(from)];
    }
    let mut trees: Vec<Tree> = splits(from, to, true).into_iter().map(Tree::Side).collect();
    trees.extend(splits(from, to, false).into_iter().map(Tree::Stack));
    trees
}

/// All ways to cut `from..to` into two or more parts, none of which is cut the same way again.
fn splits(from: usize, to: usize, is_side: bool) -> Vec<Vec<Tree>> {
    let part = |from: usize, to: usize| -> Vec<Tree> {
        match to - from {
            1 => vec![Tree::Leaf(from)],
            _ if is_side => splits(from, to, false).into_iter().map(Tree::Stack).collect(),
            _ => splits(from, to, true).into_iter().map(Tree::Side).collect(),
        }
    };
    let mut found = Vec::new();
    for cut in from + 1..to {
        let mut rest: Vec<Vec<Tree>> = part(cut, to).into_iter().map(|tree| vec![tree]).collect();
        if to - cut > 1 {
            rest.extend(splits(cut, to, is_side));
        }
        for first in part(from, cut) {
            for rest in &rest {
                let parts = std::iter::once(first.clone()).chain(rest.iter().cloned());
                found.push(parts.collect());
            }
        }
    }
    found
}

/// All ways to cut `sizes[from..]` into `count` runs, each about as long as `usual`.
fn lines_of(sizes: &[f64], from: usize, count: usize, usual: f64) -> Vec<Vec<std::ops::Range<usize>>> {
    let is_even = |run: &[f64]| {
        let sum: f64 = run.iter().sum();
        // One photo is a run whatever its shape: a panorama, an upright one.
        run.len() == 1 || (sum * UNEVEN >= usual && sum <= usual * UNEVEN)
    };
    let to = sizes.len();
    if count <= 1 {
        let run = sizes.get(from..).unwrap_or_default();
        return if is_even(run) { vec![vec![from..to]] } else { Vec::new() };
    }
    let mut found = Vec::new();
    for cut in from + 1..=to.saturating_sub(count - 1) {
        if !is_even(sizes.get(from..cut).unwrap_or_default()) {
            continue;
        }
        for mut rest in lines_of(sizes, cut, count - 1, usual) {
            rest.insert(0, from..cut);
            found.push(rest);
        }
    }
    found
}

fn side_of(run: std::ops::Range<usize>) -> Tree {
    row_of(run.collect(), Tree::Leaf)
}

fn pile_of(run: std::ops::Range<usize>) -> Tree {
    stack_of(run.collect(), Tree::Leaf)
}

fn row_of<T>(parts: Vec<T>, tree: impl Fn(T) -> Tree) -> Tree {
    let mut trees: Vec<Tree> = parts.into_iter().map(tree).collect();
    if trees.len() == 1 {
        trees.remove(0)
    } else {
        Tree::Side(trees)
    }
}

fn stack_of<T>(parts: Vec<T>, tree: impl Fn(T) -> Tree) -> Tree {
    let mut trees: Vec<Tree> = parts.into_iter().map(tree).collect();
    if trees.len() == 1 {
        trees.remove(0)
    } else {
        Tree::Stack(trees)
    }
}

/// Rows whose shapes add up as evenly as can be.
fn even_rows(shapes: &[f64], rows: usize) -> Tree {
    let total: f64 = shapes.iter().sum();
    let mut lines = Vec::new();
    let (mut start, mut sum) = (0, 0.0);
    for row in 0..rows {
        let left = rows - row - 1;
        let goal = total * (row + 1) as f64 / rows as f64;
        let mut end = start;
        while end < shapes.len() - left {
            let shape = shapes.get(end).copied().unwrap_or(1.0);
            // The one on the border goes where it lies for the greater part.
            if end > start && sum + shape / 2.0 > goal && left > 0 {
                break;
            }
            sum += shape;
            end += 1;
        }
        lines.push(start..end);
        start = end;
    }
    lines.retain(|line| !line.is_empty());
    stack_of(lines, side_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall<'a>(shapes: &'a [f64], w: f64, h: f64, captions: &'a dyn Fn(usize, f64) -> f64) -> Wall<'a> {
        Wall {
            shapes,
            w,
            h,
            gap: 15.0,
            least: 60.0,
            lead: None,
            variant: 0,
            captions,
        }
    }

    /// Inside the region, in order, apart from each other, the outermost at its edges.
    fn check(wall: &Wall<'_>, arranged: &Arranged) {
        let rects = &arranged.rects;
        assert_eq!(rects.len(), wall.shapes.len());
        for (index, place) in rects.iter().enumerate() {
            assert!(place.x > -0.01 && place.y > -0.01, "{place:?}");
            assert!(
                place.right() < wall.w + 0.01 && place.bottom() < wall.h + 0.01,
                "{place:?}"
            );
            for other in &rects[..index] {
                let is_apart = other.right() <= place.x + 0.01
                    || place.right() <= other.x + 0.01
                    || other.bottom() <= place.y + 0.01
                    || place.bottom() <= other.y + 0.01;
                assert!(is_apart, "{other:?} {place:?}");
                let is_before = other.x < place.x + 0.01 || other.y < place.y + 0.01;
                assert!(is_before || wall.lead == Some(index), "{other:?} before {place:?}");
            }
            let shape = wall.shapes[index] / (place.w / place.h);
            assert!(
                1.0 - shape.min(1.0 / shape) <= arranged.crop + 1e-4,
                "{shape} {}",
                arranged.crop
            );
        }
        if !arranged.is_loose {
            let right = rects.iter().map(Rect::right).fold(0.0, f64::max);
            let foot = rects
                .iter()
                .enumerate()
                .map(|(index, place)| place.bottom() + (wall.captions)(index, place.w));
            assert!((right - wall.w).abs() < 0.01, "{right}");
            // A caption may have kept room for a second line.
            let free = wall.h - foot.fold(0.0, f64::max);
            assert!((-0.05..13.0).contains(&free), "{free}");
        }
    }

    /// A number from 0 to 1 out of a seed that goes on.
    fn next(seed: &mut u64) -> f64 {
        *seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 40) as f64 / (1u64 << 24) as f64
    }

    #[test]
    fn four_to_fifteen_photos_fill_regions_of_usual_shapes_and_lose_little() {
        let mut seed = 7;
        let kinds = [1.5, 1.5, 1.333, 0.75, 0.667, 1.778, 1.0];
        let mut over = 0;
        let mut runs = 0;
        for count in 4..=15 {
            for _ in 0..40 {
                let shapes: Vec<f64> = (0..count).map(|_| kinds[(next(&mut seed) * 6.99) as usize]).collect();
                let w = 400.0 + 700.0 * next(&mut seed);
                let h = w * (0.5 + 0.9 * next(&mut seed));
                let wall = Wall {
                    lead: (next(&mut seed) > 0.5).then_some(0),
                    ..wall(&shapes, w, h, &|_, w| if w < 90.0 { 24.0 } else { 12.0 })
                };
                let arranged = wall.arrange();
                check(&wall, &arranged);
                runs += 1;
                over += usize::from(arranged.crop > MOST_CROP + 1e-6);
            }
        }
        assert!(over * 100 <= runs * 5, "{over} of {runs}");
    }

    #[test]
    fn the_lead_is_larger_wherever_it_stands() {
        for (count, lead) in [(3, 0), (5, 0), (6, 2), (8, 1), (9, 0), (12, 0)] {
            let shapes = vec![1.5; count];
            let wall = Wall {
                lead: Some(lead),
                ..wall(&shapes, 1080.0, 620.0, &|_, _| 20.0)
            };
            let arranged = wall.arrange();
            check(&wall, &arranged);
            let area = |index: usize| arranged.rects[index].w * arranged.rects[index].h;
            let others = (0..count).filter(|index| *index != lead).map(area).fold(0.0, f64::max);
            assert!(area(lead) > others * 1.3, "{count}: {} {others}", area(lead));
        }
    }

    #[test]
    fn a_panorama_takes_a_row_of_its_own() {
        let shapes = [1.5, 10.0, 1.5, 1.5];
        let wall = wall(&shapes, 800.0, 860.0, &|_, _| 14.0);
        let arranged = wall.arrange();
        check(&wall, &arranged);
        assert!(arranged.rects[1].w > 799.0, "{arranged:?}");
        assert!(arranged.crop <= MOST_CROP + 1e-6);
    }

    #[test]
    fn a_region_that_suits_nothing_shows_the_ground_and_forty_photos_stand() {
        let thin = wall(&[1.5, 1.5], 900.0, 20.0, &|_, _| 5.0);
        let arranged = thin.arrange();
        assert!(!arranged.is_loose && arranged.crop > LAST_CROP);
        check(&thin, &arranged);
        let tall = wall(&[8.0, 9.0], 300.0, 900.0, &|_, _| 5.0);
        let arranged = tall.arrange();
        assert!(arranged.is_loose);
        check(&tall, &arranged);
        let shapes = [1.5; 40];
        let many = wall(&shapes, 1080.0, 760.0, &|_, _| 8.0);
        check(&many, &many.arrange());
    }

    #[test]
    fn other_arrangements_differ_and_come_round_again() {
        let shapes = [1.5, 0.75, 1.5, 1.333, 1.5];
        let at = |variant: usize| {
            let wall = Wall {
                variant,
                ..wall(&shapes, 800.0, 560.0, &|_, _| 12.0)
            };
            let arranged = wall.arrange();
            check(&wall, &arranged);
            arranged
        };
        let first = at(0);
        assert!(first.variants > 2, "{}", first.variants);
        assert_ne!(at(1).rects, at(2).rects);
        assert_eq!(at(1).rects, at(1 + first.variants).rects);
    }

    #[test]
    fn five_photos_have_ninety_arrangements() {
        let counts: Vec<usize> = (1..=6).map(|count| all_trees(0, count).len()).collect();
        assert_eq!(counts, [1, 2, 6, 22, 90, 394]);
    }
}
