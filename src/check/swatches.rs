//! Colours that are none of the template's or the show's, and names of colours that are no more.

use super::Subject;
use crate::base::say::RuleSay;
use crate::base::{Colour, Finding, Severity};
use crate::model::{Element, Ground, MarkKind, Tint, with_shared};
use std::collections::BTreeMap;

const RULE: &str = "colour-strange";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(template) = subject.template else { return };
    let swatches = with_shared(template, &subject.exhibition.show.swatches);
    let mut tell = |element, say: Option<RuleSay>| {
        let severity = match &say {
            Some(RuleSay::ColourGone { .. }) => Severity::Warning,
            _ => Severity::Note,
        };
        found.extend(say.map(|say| subject.find(element, severity, RULE, say)));
    };
    for element in subject.shown() {
        let drawn = element
            .kind
            .tints()
            .into_iter()
            .find_map(|tint| strange(tint, &swatches));
        tell(Some(element.id), drawn.or_else(|| gone(element, &swatches)));
    }
    let ground = subject.board.ground.iter().flat_map(Ground::tints);
    tell(None, ground.into_iter().find_map(|tint| strange(tint, &swatches)));
}

fn strange(tint: &Tint, swatches: &BTreeMap<String, Colour>) -> Option<RuleSay> {
    match tint {
        Tint::Swatch(name) => (!swatches.contains_key(name)).then(|| RuleSay::ColourGone { name: name.clone() }),
        Tint::Inks(inks) => {
            // Paper and black are everybody's.
            let is_usual = inks[..3] == [0.0; 3] && [0.0, 100.0].contains(&inks[3]);
            let is_known = swatches.values().any(|colour| *colour == Colour::Cmyk(*inks));
            let [c, m, y, k] = inks;
            (!is_usual && !is_known).then(|| RuleSay::ColourStrange {
                inks: format!("C{c:.0} M{m:.0} Y{y:.0} K{k:.0}"),
            })
        }
    }
}

fn gone(element: &Element, swatches: &BTreeMap<String, Colour>) -> Option<RuleSay> {
    let texts = element.texts().into_iter();
    let paras = texts.flat_map(|text| [text.typed(false), text.typed(true)].into_iter().flatten());
    let mut marks = paras.flat_map(|text| &text.paras).flat_map(|para| &para.marks);
    marks.find_map(|mark| match &mark.kind {
        MarkKind::Colour(name) if !swatches.contains_key(name) => Some(RuleSay::ColourGone { name: name.clone() }),
        _ => None,
    })
}
