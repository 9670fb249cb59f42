//! The words of a text in the script that is asked for, with their marks.

use super::LayoutInput;
use crate::model::{Mark, MarkKind, OtherScript, Para, RichText, TwoScript};
use crate::script::{Converted, Script, config, convert};
use std::borrow::Cow;
use std::ops::Range;

/// As written, as rewritten by a person, as frozen at approval, or derived.
pub fn in_script<'a>(input: &LayoutInput, two: &'a TwoScript, script: Script) -> Cow<'a, RichText> {
    if two.authored == script {
        return Cow::Borrowed(&two.source);
    }
    match &two.other {
        OtherScript::Kept { text, .. } | OtherScript::Frozen { text } => Cow::Borrowed(text),
        OtherScript::Derived => Cow::Owned(RichText {
            paras: two.source.paras.iter().map(|para| derived(input, two, para)).collect(),
        }),
    }
}

fn derived(input: &LayoutInput, two: &TwoScript, para: &Para) -> Para {
    let picks: Vec<_> = para
        .marks
        .iter()
        .filter_map(|mark| match &mark.kind {
            MarkKind::Pick(becomes) => Some((mark.range.clone(), becomes.clone())),
            _ => None,
        })
        .collect();
    let converted = convert(&para.text, config(two.authored, input.region), &input.words, &picks);
    let marks = para
        .marks
        .iter()
        .filter(|mark| !matches!(mark.kind, MarkKind::Pick(_)))
        .map(|mark| Mark {
            range: carried(&converted, &mark.range),
            kind: mark.kind.clone(),
        })
        .collect();
    Para {
        id: para.id,
        style: para.style.clone(),
        text: converted.text,
        marks,
    }
}

/// The range of the result that stands for a range of the source.
fn carried(converted: &Converted, range: &Range<usize>) -> Range<usize> {
    if converted.map.is_empty() {
        return range.start.min(converted.text.len())..range.end.min(converted.text.len());
    }
    let touched = || {
        converted
            .map
            .iter()
            .filter(|piece| piece.source.start < range.end && piece.source.end > range.start)
    };
    let inside = |piece: &crate::script::Piece, at: usize| {
        // A stretch that only changed character by character keeps its byte offsets.
        let offset = at.saturating_sub(piece.source.start);
        let same_length = piece.source.len() == piece.result.len();
        let at = piece.result.start + offset;
        (same_length && converted.text.is_char_boundary(at)).then_some(at)
    };
    let start = touched().next().map(|piece| {
        if range.start <= piece.source.start {
            piece.result.start
        } else {
            inside(piece, range.start).unwrap_or(piece.result.start)
        }
    });
    let end = touched().next_back().map(|piece| {
        if range.end >= piece.source.end {
            piece.result.end
        } else {
            inside(piece, range.end).unwrap_or(piece.result.end)
        }
    });
    match (start, end) {
        (Some(start), Some(end)) if start <= end => start..end,
        _ => 0..0,
    }
}
