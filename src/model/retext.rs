//! A rewritten plain text put back into paragraphs with marks: what was not touched keeps its marks and paragraph ids.

use super::{Mark, MarkKind, Para, RichText, TwoScript};
use std::mem::discriminant;
use std::ops::Range;

/// `old` with its words replaced by `text`.
pub fn retext(old: &RichText, text: &str) -> RichText {
    let before = old.to_plain();
    if before == text {
        return old.clone();
    }
    let change = Change::between(&before, text);
    let marks: Vec<Mark> = marks_of_whole(old)
        .into_iter()
        .filter_map(|mark| change.carried(mark))
        .collect();
    let mut paras = Vec::new();
    let mut start = 0;
    let lines: Vec<&str> = text.split('\n').collect();
    let mut next_id = old.paras.iter().map(|para| para.id + 1).max().unwrap_or(0);
    let is_behind: Vec<bool> = starts(&lines).map(|start| change.is_behind(start)).collect();
    let behind = is_behind.iter().filter(|is| **is).count();
    for (index, line) in lines.iter().enumerate() {
        let whole = start..start + line.len();
        start = whole.end + 1;
        let from = if is_behind[index] {
            (old.paras.len() + index).checked_sub(lines.len())
        } else {
            // What the paragraphs behind the change go on with is theirs.
            old.paras.len().checked_sub(behind + 1).map(|last| index.min(last))
        };
        let is_taken = |id: u64| paras.iter().any(|para: &Para| para.id == id);
        let id = match from.map(|at| old.paras[at].id).filter(|id| !is_taken(*id)) {
            Some(id) => id,
            None => {
                next_id += 1;
                next_id - 1
            }
        };
        paras.push(Para {
            id,
            style: from.and_then(|at| old.paras[at].style.clone()),
            text: (*line).to_string(),
            marks: marks.iter().filter_map(|mark| cut(mark, &whole)).collect(),
        });
    }
    RichText { paras }
}

/// A paragraph with stretches of its text replaced, as if typed: `edits` in order, not overlapping, on character borders.
pub fn edited(para: &Para, edits: &[(Range<usize>, String)]) -> Para {
    let mut para = para.clone();
    for (range, becomes) in edits.iter().rev() {
        let change = Change {
            old: range.clone(),
            new: range.start..range.start + becomes.len(),
            took_break: false,
        };
        para.marks = std::mem::take(&mut para.marks)
            .into_iter()
            .filter_map(|mark| change.carried(mark))
            .collect();
        para.text.replace_range(range.clone(), becomes);
    }
    para
}

/// The one stretch in which two texts differ, in bytes of each.
struct Change {
    old: Range<usize>,
    new: Range<usize>,
    /// Whole paragraphs went: the next one begins where the change ends.
    took_break: bool,
}

impl Change {
    fn between(old: &str, new: &str) -> Change {
        let head: usize = old
            .chars()
            .zip(new.chars())
            .take_while(|(one, other)| one == other)
            .map(|(character, _)| character.len_utf8())
            .sum();
        let tail: usize = old[head..]
            .chars()
            .rev()
            .zip(new[head..].chars().rev())
            .take_while(|(one, other)| one == other)
            .map(|(character, _)| character.len_utf8())
            .sum();
        let end = old.len() - tail;
        Change {
            old: head..end,
            new: head..new.len() - tail,
            took_break: end > head && old[..end].ends_with('\n'),
        }
    }

    /// A mark in the new text. What is written inside or right behind a stretch of one look takes that look; a settled
    /// character, a reading or a fact goes when it is touched.
    fn carried(&self, mark: Mark) -> Option<Mark> {
        let Range { start, end } = mark.range;
        let is_whole = matches!(mark.kind, MarkKind::Pick(_) | MarkKind::Ruby(_) | MarkKind::Field(_));
        let moved = |at: usize| at - self.old.end + self.new.end;
        let range = if end < self.old.start || (is_whole && end == self.old.start) {
            start..end
        } else if start >= self.old.end && (start > self.old.start || is_whole || !self.old.is_empty()) {
            moved(start)..moved(end)
        } else if is_whole {
            return None;
        } else {
            let from = if start <= self.old.start { start } else { self.new.end };
            let to = if end >= self.old.end {
                moved(end)
            } else {
                self.new.start
            };
            from..to
        };
        (range.start < range.end).then_some(Mark { range, kind: mark.kind })
    }

    /// The new paragraph that begins here was not touched: it is one of the old text's last.
    fn is_behind(&self, start: usize) -> bool {
        start >= self.new.end && (start > self.new.start || self.took_break)
    }
}

/// Where each line begins in the whole text.
fn starts<'l>(lines: &'l [&str]) -> impl Iterator<Item = usize> + 'l {
    lines.iter().scan(0, |start, line| {
        let this = *start;
        *start += line.len() + 1;
        Some(this)
    })
}

fn marks_of_whole(text: &RichText) -> Vec<Mark> {
    let mut start = 0;
    let mut marks = Vec::new();
    for para in &text.paras {
        marks.extend(para.marks.iter().map(|mark| Mark {
            range: mark.range.start + start..mark.range.end + start,
            kind: mark.kind.clone(),
        }));
        start += para.text.len() + 1;
    }
    marks
}

fn cut(mark: &Mark, whole: &Range<usize>) -> Option<Mark> {
    let range = mark.range.start.max(whole.start)..mark.range.end.min(whole.end);
    (range.start < range.end).then(|| Mark {
        range: range.start - whole.start..range.end - whole.start,
        kind: mark.kind.clone(),
    })
}

/// The look of a part of a text in one respect; `None` where it has none or places differ. `part` in bytes of
/// `to_plain`.
pub fn look_of(text: &RichText, part: &Range<usize>, like: &MarkKind) -> Option<MarkKind> {
    let marks: Vec<Mark> = marks_of_whole(text)
        .into_iter()
        .filter(|mark| discriminant(&mark.kind) == discriminant(like))
        .collect();
    let kind = marks
        .iter()
        .find(|mark| mark.range.start < part.end && mark.range.end > part.start)?;
    let stretches = stretches(text, part);
    let is_covered = |stretch: &Range<usize>| {
        let mut reached = stretch.start;
        for mark in marks.iter().filter(|mark| mark.kind == kind.kind) {
            if mark.range.start <= reached {
                reached = reached.max(mark.range.end);
            }
        }
        reached >= stretch.end
    };
    stretches.iter().all(is_covered).then(|| kind.kind.clone())
}

/// A part of a text in one look of a kind; `is_on` false takes it away. `part` in bytes of `to_plain`.
pub fn with_look(text: &RichText, part: &Range<usize>, kind: &MarkKind, is_on: bool) -> RichText {
    let mut text = text.clone();
    let mut start = 0;
    for para in &mut text.paras {
        let (from, to) = (start, start + para.text.len());
        start = to + 1;
        let range = part.start.max(from)..part.end.min(to);
        if range.start >= range.end {
            continue;
        }
        let range = range.start - from..range.end - from;
        let (like, others): (Vec<Mark>, Vec<Mark>) = std::mem::take(&mut para.marks)
            .into_iter()
            .partition(|mark| discriminant(&mark.kind) == discriminant(kind));
        para.marks = others;
        for mark in like {
            // A reading belongs to its characters as a whole.
            let overlaps = mark.range.start < range.end && mark.range.end > range.start;
            if overlaps && matches!(mark.kind, MarkKind::Ruby(_)) {
                continue;
            }
            let sides = [
                mark.range.start..mark.range.end.min(range.start),
                mark.range.start.max(range.end)..mark.range.end,
            ];
            let sides = sides.into_iter().filter(|side| side.start < side.end);
            para.marks.extend(sides.map(|range| Mark {
                range,
                kind: mark.kind.clone(),
            }));
        }
        if is_on {
            para.marks.push(Mark {
                range,
                kind: kind.clone(),
            });
        }
        para.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    }
    text
}

/// What of each paragraph lies in a part of the text.
fn stretches(text: &RichText, part: &Range<usize>) -> Vec<Range<usize>> {
    let mut start = 0;
    let paras = text.paras.iter().map(|para| {
        let from = start;
        start += para.text.len() + 1;
        from.max(part.start)..(start - 1).min(part.end)
    });
    paras.filter(|range| range.start < range.end).collect()
}

/// The source with one character settled.
pub fn picked(two: &TwoScript, para: usize, range: Range<usize>, becomes: char) -> TwoScript {
    let mut two = two.clone();
    if let Some(para) = two.source.paras.get_mut(para) {
        para.marks.retain(|mark| {
            let overlaps = mark.range.start < range.end && mark.range.end > range.start;
            !(overlaps && matches!(mark.kind, MarkKind::Pick(_)))
        });
        para.marks.push(Mark {
            range,
            kind: MarkKind::Pick(becomes.to_string()),
        });
        para.marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    }
    two
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::script::Script;

    fn marked(text: &str, on: &str, kind: MarkKind) -> RichText {
        let mut rich = RichText::plain(text);
        for para in &mut rich.paras {
            if let Some(at) = para.text.find(on) {
                para.marks.push(Mark {
                    range: at..at + on.len(),
                    kind: kind.clone(),
                });
            }
        }
        rich
    }

    fn on(text: &RichText) -> Vec<&str> {
        text.paras
            .iter()
            .flat_map(|para| para.marks.iter().map(|mark| &para.text[mark.range.clone()]))
            .collect()
    }

    #[test]
    fn a_settled_character_moves_with_the_text_and_goes_with_its_word() {
        let old = marked("他在后院", "后", MarkKind::Pick("後".into()));
        assert_eq!(on(&retext(&old, "今天他在后院")), ["后"]);
        assert_eq!(on(&retext(&old, "他在后院里")), ["后"]);
        assert_eq!(on(&retext(&old, "他在后面院")), ["后"]);
        assert!(on(&retext(&old, "他在前院")).is_empty());
        assert!(on(&retext(&old, "")).is_empty());
    }

    #[test]
    fn a_look_takes_in_what_is_written_inside_or_behind_it() {
        let old = marked("清水河", "清水河", MarkKind::Size(1.2));
        assert_eq!(on(&retext(&old, "清水大河")), ["清水大河"]);
        assert_eq!(on(&retext(&old, "清水河边")), ["清水河边"]);
        assert_eq!(on(&retext(&old, "清河")), ["清河"]);
        let part = marked("看清水河吧", "清水", MarkKind::Underline);
        assert_eq!(on(&retext(&part, "看河吧")), Vec::<&str>::new());
        assert_eq!(on(&retext(&part, "看清湖水河吧")), ["清湖水"]);
    }

    #[test]
    fn paragraphs_keep_their_ids_when_others_come_and_go() {
        let ids = |text: &RichText| text.paras.iter().map(|para| para.id).collect::<Vec<_>>();
        let old = RichText::plain("一\n二\n三");
        assert_eq!(ids(&retext(&old, "一\n二\n新\n三")), [0, 1, 3, 2]);
        assert_eq!(ids(&retext(&old, "一\n三")), [0, 2]);
        assert_eq!(ids(&retext(&old, "一\n二二\n三")), [0, 1, 2]);
        assert_eq!(retext(&old, "一\n二\n三"), old);
        for text in ["", "\n", "一二三", "\n一\n\n二\n三\n", "三\n二\n一"] {
            let new = retext(&old, text);
            assert_eq!(new.to_plain(), text);
            let mut all = ids(&new);
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), new.paras.len(), "{text:?}");
        }
    }

    #[test]
    fn a_text_takes_one_look_and_loses_it_again() {
        let old = RichText::plain("一二\n\n三");
        let all = 0..old.to_plain().len();
        let large = with_look(&old, &all, &MarkKind::Size(1.5), true);
        assert_eq!(look_of(&large, &all, &MarkKind::Size(1.0)), Some(MarkKind::Size(1.5)));
        let larger = with_look(&large, &all, &MarkKind::Size(2.0), true);
        assert_eq!(on(&larger), ["一二", "三"]);
        assert_eq!(with_look(&larger, &all, &MarkKind::Size(1.0), false), old);
    }

    #[test]
    fn a_part_of_a_text_takes_a_look_of_its_own() {
        let old = RichText::plain("清水河\n老渠");
        let bold = |weight| MarkKind::Weight(weight);
        let all = with_look(&old, &(0..16), &bold(700), true);
        // 水河 and 老 lose it: the rest keeps it.
        let part = with_look(&all, &(3..13), &bold(0), false);
        assert_eq!(on(&part), ["清", "渠"]);
        assert_eq!(look_of(&part, &(0..3), &bold(0)), Some(bold(700)));
        assert_eq!(look_of(&part, &(0..6), &bold(0)), None);
        let other = with_look(&all, &(3..6), &bold(400), true);
        assert_eq!(on(&other), ["清", "水", "河", "老渠"]);
        assert_eq!(look_of(&other, &(0..9), &bold(0)), None);
        let read = |on: &RichText, part: Range<usize>, reading: &str| {
            with_look(on, &part, &MarkKind::Ruby(reading.into()), !reading.is_empty())
        };
        let once = read(&old, 0..9, "qing shui he");
        assert_eq!(on(&read(&once, 3..6, "shui")), ["水"], "one reading at a place");
        assert_eq!(read(&once, 3..6, ""), old);
    }

    #[test]
    fn settling_twice_keeps_the_last_choice() {
        let two = TwoScript::new(Script::Hans, "后院");
        let two = picked(&picked(&two, 0, 0..3, '后'), 0, 0..3, '後');
        assert_eq!(two.source.paras[0].marks.len(), 1);
        assert_eq!(two.source.paras[0].marks[0].kind, MarkKind::Pick("後".into()));
    }
}
