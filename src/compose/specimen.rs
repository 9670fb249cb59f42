//! Templates with something on them: a board for each, filled with what boards of its kind are given. The texts stand in
//! a folder for each amount, a file a kind, written as in content folders; the photos are the sample's.

use super::content::{self, Content};
use super::fit::places;
use super::folder::{ImportError, Imported, read_text};
use super::import::{Read, import};
use super::photos::{self, Wanted};
use crate::base::Progress;
use crate::media::Library;
use crate::model::{Exhibition, Template};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

/// How much stands on a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    Little,
    Normal,
    Much,
}

impl Amount {
    pub const ALL: [Amount; 3] = [Amount::Little, Amount::Normal, Amount::Much];

    pub fn name(self) -> &'static str {
        match self {
            Amount::Little => "little",
            Amount::Normal => "normal",
            Amount::Much => "much",
        }
    }
}

/// A board for each template, its code the template's name, as commands for the exhibition `into`.
pub fn specimens(
    texts: &Path,
    photos: &Path,
    amount: Amount,
    templates: &[Arc<Template>],
    into: &Exhibition,
    library: &Library,
    progress: &Progress,
) -> Result<Imported, ImportError> {
    let mut found = Vec::new();
    let folder = texts.join(amount.name());
    let contents: Vec<(String, Content)> = templates
        .iter()
        .map(|template| {
            let file = format!("{}.yaml", template.kind);
            let text = read_text(&folder, &file, &mut found);
            let content = text.and_then(|text| content::read(&text, &file, &mut found));
            let mut content = Content {
                code: template.name.clone(),
                template: Some(template.name.clone()),
                ..content.unwrap_or_default()
            };
            leave_out_what_has_no_place(&mut content, template);
            (file, content)
        })
        .collect();
    let names: BTreeSet<&String> = contents
        .iter()
        .flat_map(|(_, content)| content.photos.iter().map(|photo| &photo.file))
        .collect();
    let wanted: Vec<Wanted> = names
        .into_iter()
        .map(|name| Wanted {
            name: name.clone(),
            path: photos.join(name),
        })
        .collect();
    progress.set_total(wanted.len() as u64);
    let facts = photos::take_in(&wanted, library, progress)?;
    let taken = wanted.into_iter().zip(facts);
    let read = Read {
        rows: Vec::new(),
        has_boards: true,
        contents,
        photos: taken.map(|(wanted, facts)| (vec![wanted.name], facts)).collect(),
    };
    Ok(import(read, into, templates, found))
}

/// A kind's content is for all its templates: one has a lead photo, another is all drawing.
fn leave_out_what_has_no_place(content: &mut Content, template: &Template) {
    let has = |roles: &[&str]| roles.iter().any(|role| !places(template, role).is_empty());
    for (role, text) in [
        ("kicker", &mut content.kicker),
        ("subtitle", &mut content.subtitle),
        ("lead", &mut content.lead),
        ("contact", &mut content.contact),
        ("qr", &mut content.qr),
    ] {
        text.take_if(|_| !has(&[role]));
    }
    if !has(&["hero", "before", "photo"]) {
        content.photos.clear();
    }
    if !has(&["body", "heading"]) {
        content.sections.clear();
    }
    if !has(&["couplet"]) {
        content.couplet.clear();
    }
    if !has(&["number"]) {
        content.stats.clear();
    }
    if !has(&["step", "item"]) {
        content.steps.clear();
        content.items.clear();
    }
    if !has(&["qa"]) {
        content.qa.clear();
    }
    if !has(&["moment"]) {
        content.timeline.clear();
    }
    if !has(&["credits"]) {
        content.credits.clear();
    }
}
