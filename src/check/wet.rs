//! More ink than the shop can dry. The board in cells of a centimetre, each with the inks that stand in it at the end:
//! colours in CMYK are what they say, screen colours and photos what the shop's profile makes of them. Of a photo the greys
//! that are known of it do, because the darkest greys take the most ink of all; no pixel is decoded. Letters and lines are
//! narrower than a cell and dry.
//!
//! Where a shop takes its photos as CMYK the export brings screen colours within the limit, unseen by this rule.

use super::light::{CELLS, Cells, Mix, print_cell};
use super::{Subject, walk::Found};
use crate::base::say::RuleSay;
use crate::base::{Colour, Finding, PhotoColour, Severity};
use crate::geom::{Path, rect};
use crate::layout::{ImageItem, Ink, Item, Paint};
use crate::media::{Grade, Proof, proof_at_hand};
use crate::model::{ElementId, Output};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// Cells a millimetre.
const SCALE: f64 = 0.1;
/// Percent over the limit that are none where inks are given as numbers.
const SLACK: f32 = 0.5;
/// The same where a profile makes them: its darkest black is a few percent over the round number that it was made for
/// (FOGRA39, made for 300 %, prints black with 305 %).
const SLACK_OF_PROFILE: f32 = 6.0;
/// Smaller dark places of a photo dry, in cells.
const LEAST: u32 = 4;

pub const RULE: &str = "ink-limit";

pub fn check(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    // Flat pictures are brought within the limit as they are made.
    if subject.shop.output != Output::Pdf {
        return;
    }
    let press = Press::of(subject);
    let inked: Vec<Option<Inked<'_>>> = subject.parts.iter().map(|part| press.inked(part)).collect();
    // Inks that lie over each other are no more than the wetter of the two: most boards need no second look.
    if !inked.iter().flatten().any(|inked| inked.most() > inked.limit(subject)) {
        return;
    }
    let size = subject.laid.frame.size;
    let cells = Cells::new(rect(0.0, 0.0, size.w, size.h), SCALE);
    let mut wet = vec![([0.0f32; 4], usize::MAX); cells.count()];
    for (index, (part, inked)) in subject.parts.iter().zip(&inked).enumerate() {
        let Some(inked) = inked else { continue };
        cells.visit(&inked.path, part, |at, p| {
            let [c, m, y, k, alpha] = inked.mix.at(p);
            let (inks, of) = &mut wet[at];
            for (ink, new) in inks.iter_mut().zip([c, m, y, k]) {
                *ink += (new - *ink) * alpha;
            }
            if alpha >= 0.5 {
                *of = index;
            }
        });
    }
    tell(subject, &inked, &wet, found);
}

/// One finding an element, of its wettest cell.
fn tell(subject: &Subject<'_>, inked: &[Option<Inked<'_>>], wet: &[([f32; 4], usize)], found: &mut Vec<Finding>) {
    type Worst = (Option<ElementId>, bool, f32, u32);
    let mut worst: Vec<Worst> = Vec::new();
    for (inks, of) in wet {
        let sum: f32 = inks.iter().sum();
        let Some((part, Some(inked))) = subject.parts.get(*of).zip(inked.get(*of)) else {
            continue;
        };
        if sum <= inked.limit(subject) {
            continue;
        }
        let is_kept = inked.is_kept;
        let known = worst.iter_mut().find(|one| (one.0, one.1) == (part.source, is_kept));
        match known {
            Some(one) => (one.2, one.3) = (one.2.max(sum), one.3 + 1),
            None => worst.push((part.source, is_kept, sum, 1)),
        }
    }
    worst.retain(|(_, is_kept, _, cm2)| !is_kept || *cm2 >= LEAST);
    for (source, is_kept, sum, cm2) in worst {
        let (sum, limit) = (sum.round() as u32, subject.shop.ink_limit.round() as u32);
        let say = match is_kept {
            true => RuleSay::ScreenInkOver { sum, limit, cm2 },
            false => RuleSay::InkOver { sum, limit, cm2 },
        };
        found.push(subject.find(source, Severity::Warning, RULE, say));
    }
}

/// What makes inks of colours here.
struct Press<'a> {
    subject: &'a Subject<'a>,
    proof: Option<Arc<Proof>>,
    /// Screen colours reach the shop as they are.
    keeps_rgb: bool,
    /// Screen colours that were met.
    known: RefCell<HashMap<[u8; 3], [f64; 4]>>,
}

struct Inked<'a> {
    path: Cow<'a, Path>,
    mix: Of<'a>,
    /// The export leaves it to the shop to make inks of it.
    is_kept: bool,
}

/// Percent of C, M, Y, K, and how opaque, 0..=1.
enum Of<'a> {
    Paint(Mix<5>),
    /// A photo's cells.
    Photo(&'a ImageItem, Vec<[f32; 5]>),
}

impl Of<'_> {
    fn at(&self, p: crate::geom::Point) -> [f32; 5] {
        match self {
            Of::Paint(mix) => mix.at(p),
            Of::Photo(image, cells) => cells[print_cell(image, image.whole(), p)],
        }
    }
}

impl Inked<'_> {
    fn limit(&self, subject: &Subject<'_>) -> f32 {
        subject.shop.ink_limit as f32 + if self.is_kept { SLACK_OF_PROFILE } else { SLACK }
    }

    fn most(&self) -> f32 {
        let sum = |inks: &[f32; 5]| inks[..4].iter().sum::<f32>();
        match &self.mix {
            Of::Paint(Mix::Flat(inks)) => sum(inks),
            Of::Paint(Mix::Linear(_, _, stops) | Mix::Radial(_, _, stops)) => {
                stops.iter().map(|(_, inks)| sum(inks)).fold(0.0, f32::max)
            }
            Of::Photo(_, cells) => cells.iter().map(sum).fold(0.0, f32::max),
        }
    }
}

impl<'a> Press<'a> {
    fn of(subject: &'a Subject<'a>) -> Press<'a> {
        let own = subject.shop.profile.as_ref().map(|profile| &profile.icc);
        Press {
            subject,
            proof: proof_at_hand(own),
            keeps_rgb: subject.shop.photo_quality <= 0.0,
            known: RefCell::default(),
        }
    }

    fn inked(&self, part: &Found<'a>) -> Option<Inked<'a>> {
        match part.item {
            Item::Path(item) => Some(Inked {
                path: Cow::Borrowed(&item.path),
                mix: Of::Paint(self.paint(item.fill.as_ref()?, part.opacity)),
                is_kept: is_screen(item.fill.as_ref()?),
            }),
            Item::Image(image) => Some(Inked {
                path: Cow::Owned(Path::rect(image.clip)),
                mix: Of::Photo(image, self.photo(image, part.opacity)?),
                is_kept: true,
            }),
            Item::Glyphs(_) | Item::Shadow(_) | Item::Group(_) => None,
        }
    }

    fn paint(&self, paint: &Paint, opacity: f64) -> Mix<5> {
        Mix::of(paint, |ink| {
            let inks = match ink.colour {
                Colour::Cmyk(inks) => inks,
                Colour::Srgb(rgb) if self.keeps_rgb => self.screen(rgb),
                // Of a plate of its own, or within the limit already.
                Colour::Srgb(_) | Colour::Spot(_) => [0.0; 4],
            };
            let [c, m, y, k] = inks.map(|ink| ink as f32);
            [c, m, y, k, (ink.alpha * opacity) as f32]
        })
    }

    /// Drawings say a few colours many times.
    fn screen(&self, rgb: [u8; 3]) -> [f64; 4] {
        let Some(proof) = &self.proof else { return [0.0; 4] };
        *self.known.borrow_mut().entry(rgb).or_insert_with(|| proof.cmyk(rgb))
    }

    /// `None` where nobody has looked at the photo, and where the export brings it within the limit.
    fn photo(&self, image: &ImageItem, opacity: f64) -> Option<Vec<[f32; 5]>> {
        let facts = self.subject.exhibition.photos.get(&image.photo)?;
        let is_kept = self.keeps_rgb || (matches!(facts.colour, PhotoColour::Cmyk { .. }) && image.recipe.is_none());
        let print = &facts.look.as_ref()?.print;
        let proof = self
            .proof
            .as_ref()
            .filter(|_| is_kept && print.len() == CELLS * CELLS)?;
        let mut rgba: Vec<u8> = print.iter().flat_map(|grey| [*grey, *grey, *grey, 255]).collect();
        if let Some(recipe) = &image.recipe {
            Grade::of(&recipe.tone).work_in(&mut rgba);
        }
        let inks = rgba.chunks_exact(4).map(|pixel| {
            let [c, m, y, k] = proof.grey(pixel[1]);
            [c, m, y, k, opacity as f32]
        });
        Some(inks.collect())
    }
}

fn is_screen(paint: &Paint) -> bool {
    let of = |ink: &Ink| matches!(ink.colour, Colour::Srgb(_));
    match paint {
        Paint::Flat(ink) => of(ink),
        Paint::Linear { stops, .. } | Paint::Radial { stops, .. } => stops.iter().any(|(_, ink)| of(ink)),
    }
}
