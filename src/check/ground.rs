//! Text that hardly stands off from a background of the board's own.

use super::light::{contrast, luminance as light};
use super::{Subject, excerpt, walk};
use crate::base::say::CheckSay;
use crate::base::{Colour, Finding, Severity};
use crate::geom::Rect;
use crate::layout::{Item, Paint};
use crate::model::{Ground, ShowSwatch, Tint, with_shared};
use std::collections::BTreeSet;

pub const RULE: &str = "ground-contrast";

/// WCAG 2.1, 1.4.3: large text needs a contrast of 3 : 1, and all text of a board is large.
const LEAST: f64 = 3.0;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(lights) = ground_lights(subject) else { return };
    let items = &subject.parts;
    let mut told = BTreeSet::new();
    for (index, part) in items.iter().enumerate() {
        let Item::Glyphs(run) = part.item else { continue };
        let boxes = run.glyphs.iter().filter_map(|glyph| super::safe_area::ink(run, glyph));
        let Some(place) = boxes.reduce(|all, one| all.union(&one)).map(|area| part.on_board(area)) else {
            continue;
        };
        // What is painted between the ground and the text is what the text is read on.
        if items[..index].iter().any(|other| covers(other, place, subject)) {
            continue;
        }
        let Paint::Flat(ink) = &run.paint else { continue };
        let own = light(ink.colour);
        let worst = lights
            .iter()
            .map(|ground| contrast(own, *ground))
            .fold(f64::INFINITY, f64::min);
        if worst < LEAST && told.insert(part.source) {
            let say = CheckSay::GroundTooNear {
                text: excerpt(run.text.trim()),
            };
            found.push(subject.find(part.source, Severity::Warning, RULE, say));
        }
    }
}

/// The lightest and darkest that the ground is anywhere; `None` where the board has the template's paper.
fn ground_lights(subject: &Subject<'_>) -> Option<Vec<f64>> {
    let ground = subject.board.ground.as_ref()?;
    let template = subject.template?;
    let swatches = with_shared(template, &shared(subject));
    let of = |tint: &Tint| light(tint.colour(&swatches));
    Some(match ground {
        Ground::Flat(tint) => vec![of(tint)],
        Ground::Fade { from, to, .. } => vec![of(from), of(to)],
        Ground::Pattern { paper, ink, .. } => vec![of(paper), of(ink)],
        // A picture may be black here and white there; the paper over it brings both together.
        Ground::Photo { veil, .. } => {
            let paper = swatches.get(&template.paper).copied();
            let paper = light(paper.unwrap_or(Colour::Cmyk([0.0; 4])));
            vec![paper * veil, paper * veil + 1.0 - veil]
        }
    })
}

fn shared(subject: &Subject<'_>) -> Vec<ShowSwatch> {
    subject.exhibition.show.swatches.clone()
}

/// Opaque, and larger than the text's middle.
fn covers(other: &walk::Found<'_>, place: Rect, subject: &Subject<'_>) -> bool {
    let area = match other.item {
        Item::Image(image) => image.clip,
        Item::Path(item) if matches!(&item.fill, Some(Paint::Flat(ink)) if ink.alpha > 0.9) => {
            match walk::bounds(&item.path) {
                Some(area) => area,
                None => return false,
            }
        }
        Item::Path(_) | Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => return false,
    };
    !other.is_ground(subject.laid.frame.size) && other.on_board(area).contains(place.centre())
}
