//! Characters that a named font does not have; they come from a stand-in. A font for Simplified under Traditional text.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::ElementId;
use crate::script::Script;
use crate::text::{NamedFace, found as on_this_pc};
use std::collections::{BTreeMap, BTreeSet};

/// More say no more.
const SHOWN: usize = 12;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (slot, fonts) in &subject.exhibition.show.fonts {
        let faces: Vec<&NamedFace> = fonts.iter().filter_map(on_this_pc).collect();
        let Some(first) = faces.first() else { continue };
        let is_named = |run: &crate::layout::GlyphRun| faces.iter().any(|face| face.id == run.face);
        let mut lacking: BTreeMap<Option<ElementId>, BTreeSet<char>> = BTreeMap::new();
        for (source, run) in subject.runs() {
            if run.slot == *slot && !is_named(run) {
                let strange = run.text.chars().filter(|c| !c.is_whitespace() && !first.has(*c));
                lacking.entry(source).or_default().extend(strange);
            }
        }
        for (element, characters) in lacking.into_iter().filter(|(_, characters)| !characters.is_empty()) {
            let mut list: Vec<String> = characters.iter().take(SHOWN).map(char::to_string).collect();
            if characters.len() > SHOWN {
                list.push("…".into());
            }
            let (font, characters) = (first.portrait.full_name.clone(), list.join("、"));
            let is_simplified_in_traditional = first.portrait.only_simplified && subject.board.script == Script::Hant;
            let say = if is_simplified_in_traditional {
                CheckSay::FontOnlySimplified { font, characters }
            } else {
                CheckSay::FontLacks { font, characters }
            };
            found.push(subject.find(element, Severity::Warning, "font-lacks", say));
        }
    }
}
