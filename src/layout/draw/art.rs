//! Drawings and emblems from files: whole, in their own colours, in the middle of their place.

use super::{Drawn, Piece};
use crate::base::say::LayoutSay;
use crate::base::{Digest, PhotoFacts, PhotoFormat, PhotoState, Severity, reason};
use crate::geom::{Path, Rect, Transform, point, rect, size, um};
use crate::layout::desk::{BLACK, Desk, WHITE};
use crate::layout::setting;
use crate::layout::{Colour, Frame, GroupItem, ImageItem, Ink, Item, Paint, PathItem, Placed, Stroke};
use crate::media::{Art, Fill, Mark, Tone};
use crate::model::{ArtElement, ElementId, EmblemElement};
use crate::script::Script;
use std::sync::Arc;

pub fn draw_art(desk: &Desk<'_>, piece: &Piece<'_>, art: &ArtElement, area: Rect) -> Drawn {
    let mut drawn = Drawn::new(area);
    match art.art.map(|file| vectors(desk, file)) {
        Some(Ok(drawing)) => {
            tell_left_out(desk, piece, &drawing, &mut drawn);
            let place = if art.is_stretched {
                area
            } else {
                contained(drawing.size.w, drawing.size.h, area)
            };
            drawn.items.push(placed(&drawing, place, Some(piece.element.id)));
        }
        Some(Err(say)) => missing(desk, piece, area, say, Severity::Error, &mut drawn),
        None => missing(desk, piece, area, LayoutSay::ArtWanted, Severity::Warning, &mut drawn),
    }
    drawn
}

pub fn draw_emblem(desk: &Desk<'_>, piece: &Piece<'_>, emblem: &EmblemElement, area: Rect) -> Drawn {
    let mut drawn = Drawn::new(area);
    let Some(file) = emblem.art else {
        missing(
            desk,
            piece,
            area,
            LayoutSay::EmblemWanted,
            Severity::Warning,
            &mut drawn,
        );
        return drawn;
    };
    let facts = desk.input.photos.get(&file);
    let picture = facts.filter(|facts| facts.format != PhotoFormat::Svg && is_shown(facts));
    if let Some(facts) = picture {
        let [w, h] = facts.upright_px().map(f64::from);
        let place = contained(w, h, area);
        let image = ImageItem {
            photo: file,
            turn: facts.turn,
            stored_px: facts.stored_px,
            place,
            clip: place,
            grey: false,
            recipe: None,
        };
        drawn.add(piece, Item::Image(image));
        drawn.main = place;
        return drawn;
    }
    match vectors(desk, file) {
        Ok(drawing) => {
            tell_left_out(desk, piece, &drawing, &mut drawn);
            let place = contained(drawing.size.w, drawing.size.h, area);
            drawn.items.push(placed(&drawing, place, Some(piece.element.id)));
            drawn.main = place;
        }
        Err(say) => missing(desk, piece, area, say, Severity::Error, &mut drawn),
    }
    drawn
}

/// The drawing by itself, for lists: a frame whose longer side has this many millimetres.
pub fn art_picture(art: &Art, longest: f64) -> Frame {
    let times = longest / art.size.w.max(art.size.h).max(1e-6);
    let size = size(art.size.w * times, art.size.h * times);
    Frame {
        size,
        items: vec![placed(art, rect(0.0, 0.0, size.w, size.h), None)],
    }
}

fn is_shown(facts: &PhotoFacts) -> bool {
    let has_pixels = facts.stored_px.iter().all(|&side| side > 0);
    has_pixels && matches!(facts.state, PhotoState::Good | PhotoState::Truncated)
}

/// The drawing of a file, or why there is none.
fn vectors(desk: &Desk<'_>, file: Digest) -> Result<Arc<Art>, LayoutSay> {
    if let Some(art) = desk.input.art.iter().find(|art| art.digest == file) {
        return Ok(art.clone());
    }
    let facts = desk.input.photos.get(&file);
    let name = facts.map(|facts| facts.name.clone()).unwrap_or_default();
    Err(match facts.map(|facts| &facts.state) {
        Some(PhotoState::Broken { reason }) if reason == reason::LARGE_DRAWING => LayoutSay::ArtTooMuch { name },
        Some(PhotoState::Broken { .. }) => LayoutSay::ArtBroken { name },
        _ => LayoutSay::ArtLost { name },
    })
}

fn tell_left_out(desk: &Desk<'_>, piece: &Piece<'_>, art: &Art, drawn: &mut Drawn) {
    if art.left_out.is_empty() {
        return;
    }
    let facts = desk.input.photos.get(&art.digest);
    let say = LayoutSay::ArtLeavesOut {
        name: facts.map(|facts| facts.name.clone()).unwrap_or_default(),
        what: art.left_out.clone(),
    };
    let finding = desk.finding(Some(piece.element), Severity::Warning, "art-left-out", say);
    drawn.findings.push(finding);
}

/// As large as fits, in the middle.
pub fn contained(w: f64, h: f64, area: Rect) -> Rect {
    let times = (area.w / w.max(1e-9)).min(area.h / h.max(1e-9));
    let (w, h) = (w * times, h * times);
    rect(
        um(area.x + (area.w - w) / 2.0),
        um(area.y + (area.h - h) / 2.0),
        um(w),
        um(h),
    )
}

fn placed(art: &Art, place: Rect, source: Option<ElementId>) -> Placed {
    let fine = |value: f64| (value * 1e9).round() / 1e9;
    let at = Transform {
        a: fine(place.w / art.size.w.max(1e-9)),
        d: fine(place.h / art.size.h.max(1e-9)),
        e: place.x,
        f: place.y,
        ..Transform::IDENTITY
    };
    let item = Item::Group(GroupItem {
        clip: None,
        opacity: 1.0,
        items: art.marks.iter().map(mark).collect(),
    });
    Placed { at, item, source }
}

fn mark(mark: &Mark) -> Placed {
    let (at, item) = match mark {
        Mark::Shape(shape) => {
            let item = PathItem {
                path: shape.path.clone(),
                fill: shape.fill.as_ref().map(paint),
                stroke: shape.line.as_ref().map(|line| Stroke {
                    paint: Paint::Flat(ink(line.tone)),
                    width: line.width,
                    round: line.is_round,
                    dash: line.dash.clone(),
                }),
            };
            (shape.at, Item::Path(item))
        }
        Mark::Group { clip, opacity, marks } => {
            let item = GroupItem {
                clip: clip.clone(),
                opacity: *opacity,
                items: marks.iter().map(self::mark).collect(),
            };
            (Transform::IDENTITY, Item::Group(item))
        }
    };
    let source = None;
    Placed { at, item, source }
}

fn paint(fill: &Fill) -> Paint {
    // A gradient keeps its own space: black among its colours must not mix as ink.
    let stop = |(at, tone): &(f64, Tone)| {
        let colour = Colour::Srgb(tone.rgb);
        let alpha = tone.alpha;
        (*at, Ink { colour, alpha })
    };
    match fill {
        Fill::Flat(tone) => Paint::Flat(ink(*tone)),
        Fill::Linear { from, to, stops } => Paint::Linear {
            from: *from,
            to: *to,
            stops: stops.iter().map(stop).collect(),
        },
        Fill::Radial { centre, radius, stops } => Paint::Radial {
            centre: *centre,
            radius: *radius,
            stops: stops.iter().map(stop).collect(),
        },
    }
}

/// Colours of a drawing are sRGB and stay so: the PDF carries them with their profile. Only black and white are inks and
/// paper, so that fine black lines print from one plate and white from none.
fn ink(tone: Tone) -> Ink {
    let colour = match tone.rgb {
        [0, 0, 0] => BLACK,
        [255, 255, 255] => WHITE,
        rgb => Colour::Srgb(rgb),
    };
    Ink {
        colour,
        alpha: tone.alpha,
    }
}

/// A quiet field with a cross and a word, where a drawing should be.
fn missing(desk: &Desk<'_>, piece: &Piece<'_>, area: Rect, say: LayoutSay, severity: Severity, drawn: &mut Drawn) {
    drawn
        .findings
        .push(desk.finding(Some(piece.element), severity, "art-missing", say));
    let tone = desk.accent(None);
    let line = (area.w.min(area.h) * 0.01).clamp(0.3, 1.2);
    let inner = area.grow(-line / 2.0);
    drawn.add(piece, setting::faded(Path::rect(area), tone, 0.10));
    let cross = [
        [point(inner.x, inner.y), point(inner.right(), inner.bottom())],
        [point(inner.right(), inner.y), point(inner.x, inner.bottom())],
    ];
    let mut segs = Path::rect(inner).segs;
    for [from, to] in cross {
        segs.extend([crate::layout::Seg::Move(from), crate::layout::Seg::Line(to)]);
    }
    drawn.add(
        piece,
        Item::Path(PathItem {
            path: Path::from(segs),
            fill: None,
            stroke: Some(Stroke {
                paint: Paint::Flat(Ink {
                    colour: tone,
                    alpha: 0.5,
                }),
                width: um(line),
                round: false,
                dash: Vec::new(),
            }),
        }),
    );
    let text = match desk.script {
        Script::Hans => "图形待补",
        Script::Hant => "圖形待補",
    };
    let (set, em) = setting::hint(desk, text, area.w, tone);
    if area.h < em * 3.0 {
        return;
    }
    let at = point(um(area.centre().x - set.width() / 2.0), um(area.centre().y - em * 0.7));
    let ground = rect(at.x - em * 0.4, at.y, set.width() + em * 0.8, em * 1.4);
    drawn.fill(
        piece,
        setting::box_path(ground.x, ground.y, ground.w, ground.h),
        desk.paper(),
    );
    drawn.items.extend(set.place(at, Some(piece.element.id)));
}
