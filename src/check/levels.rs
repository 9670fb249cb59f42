//! How strict a show is with each rule, laid over what the rules themselves say.

use crate::base::say::ASKED_FOR;
use crate::base::{Finding, Severity};
use crate::model::{Exhibition, Level};

/// Rules that are off say nothing, nor do those that nobody asked for; what is mandatory blocks, what is recommended does
/// not.
pub fn settle(exhibition: &Exhibition, mut found: Vec<Finding>) -> Vec<Finding> {
    let levels = &exhibition.show.print.levels;
    found.retain_mut(|finding| match levels.get(finding.rule) {
        Some(Level::Off) => false,
        Some(Level::Mandatory) => {
            finding.severity = Severity::Error;
            true
        }
        Some(Level::Recommended) => {
            finding.severity = Severity::Warning;
            true
        }
        None => !ASKED_FOR.contains(&finding.rule),
    });
    found
}
