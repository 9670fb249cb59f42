//! Which template a board takes: the one it wishes, else the one that fits best.

use super::content::{Content, are_near};
use super::fit::{needs, places};
use crate::geom::Size;
use crate::model::Template;
use std::sync::Arc;

pub struct Choice {
    pub template: Arc<Template>,
    /// A template was named and is not there.
    pub is_stand_in: bool,
}

/// `size` is the board's, where it says one. `None` only where there are no templates at all.
pub fn choose(content: &Content, size: Option<Size>, templates: &[Arc<Template>]) -> Option<Choice> {
    let wish = content.template.as_deref().unwrap_or_default();
    if let Some(template) = templates.iter().find(|template| is_named(template, wish)) {
        return Some(Choice {
            template: template.clone(),
            is_stand_in: false,
        });
    }
    let scored = templates
        .iter()
        .map(|template| (cost(template, content, size, wish), template));
    let best = scored.min_by(|(one, a), (other, b)| one.total_cmp(other).then_with(|| a.name.cmp(&b.name)))?;
    Some(Choice {
        template: best.1.clone(),
        is_stand_in: !wish.is_empty(),
    })
}

fn is_named(template: &Template, wish: &str) -> bool {
    let same = |name: &str| !wish.is_empty() && name.eq_ignore_ascii_case(wish);
    same(&template.name) || same(&template.title.hans) || same(&template.title.hant) || same(&template.english)
}

/// How badly a template fits; the least wins, and among equals the first by name.
/// - shape: 12 × the logarithm of the ratio of both shapes (3:4 against 4:3 costs 7), so that size goes before all;
/// - size: 2 × the logarithm of the ratio of both areas;
/// - content without a place: 1 each; required places without content: 1.5, other places: 0.1;
/// - kind: 0.5 where it is no story, which a board tells that says nothing else;
/// - the wish: −2 where only a letter differs, −1 where its family, −1 where its kind is named.
pub fn cost(template: &Template, content: &Content, size: Option<Size>, wish: &str) -> f64 {
    let size = size.unwrap_or(template.size);
    let shape = (size.w / size.h).ln() - (template.size.w / template.size.h).ln();
    let area = (size.w * size.h).ln() - (template.size.w * template.size.h).ln();
    let kind = if template.kind == "story" { 0.0 } else { 0.5 };
    12.0 * shape.abs() + 2.0 * area.abs() + kind + content_cost(template, content) - wish_gain(template, wish)
}

fn content_cost(template: &Template, content: &Content) -> f64 {
    let needs = needs(content, template);
    let mut cost = 0.0;
    for (role, count) in &needs {
        let there = places(template, role).len();
        cost += count.saturating_sub(there) as f64;
    }
    let mut roles: Vec<&str> = template.slots.iter().map(|slot| role_of(&slot.name)).collect();
    roles.sort_unstable();
    roles.dedup();
    for role in roles {
        let filled = needs
            .iter()
            .find(|(name, _)| *name == role)
            .map_or(0, |(_, count)| *count);
        for name in places(template, role).iter().skip(filled) {
            let slot = template.slot(name);
            cost += if slot.is_some_and(|slot| slot.required) {
                1.5
            } else {
                0.1
            };
        }
    }
    cost
}

fn role_of(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

fn wish_gain(template: &Template, wish: &str) -> f64 {
    if wish.is_empty() {
        return 0.0;
    }
    let wish = wish.to_lowercase();
    let near = are_near(&template.name, &wish);
    let names = |part: &str| !part.is_empty() && wish.contains(part);
    2.0 * f64::from(u8::from(near))
        + f64::from(u8::from(names(&template.family)))
        + f64::from(u8::from(names(&template.kind)))
}
