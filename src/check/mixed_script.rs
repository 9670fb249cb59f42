//! Simplified characters in a Traditional text, or the other way round.

use super::Subject;
use crate::base::say::CheckSay;
use crate::base::{Finding, Severity};
use crate::model::{Element, OtherScript, RichText, TwoScript};
use crate::script::{Script, script_of};
use std::collections::BTreeSet;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for element in subject.shown() {
        let strangers: BTreeSet<char> = element.texts().into_iter().flat_map(strangers).collect();
        if strangers.is_empty() {
            continue;
        }
        let text: Vec<String> = strangers.iter().map(char::to_string).collect();
        let say = match script_of(text[0].chars().next().unwrap_or_default()) {
            Some(Script::Hant) => CheckSay::TraditionalInSimplified {
                characters: text.join("、"),
            },
            _ => CheckSay::SimplifiedInTraditional {
                characters: text.join("、"),
            },
        };
        found.push(find(subject, element, say));
    }
}

fn find(subject: &Subject<'_>, element: &Element, say: CheckSay) -> Finding {
    subject.find(Some(element.id), Severity::Warning, "mixed-script", say)
}

/// Characters at home only in the script that the text is not in. A derived text has none by itself.
fn strangers(text: &TwoScript) -> Vec<char> {
    let mut strangers = in_script(&text.source, text.authored);
    if let OtherScript::Kept { text: other, .. } | OtherScript::Frozen { text: other } = &text.other {
        strangers.extend(in_script(other, text.authored.other()));
    }
    strangers
}

fn in_script(text: &RichText, script: Script) -> Vec<char> {
    let text = text.to_plain();
    text.chars().filter(|c| script_of(*c) == Some(script.other())).collect()
}
