//! Photos: they fill their frame, run over the trim, carry veils, tags and a caption in both scripts.

use super::{Drawn, Piece, crop, halves, within_lines};
use crate::base::say::LayoutSay;
use crate::base::{Digest, PhotoFacts, PhotoState, Severity};
use crate::geom::{Rect, Size, Transform, point, rect, um};
use crate::layout::desk::{Desk, WHITE, em_at};
use crate::layout::setting::{self, Part, Wish, box_path, line_path};
use crate::layout::{BLEED, GroupItem, Ink, Item, Paint, Path, PathItem, Placed, ShadowItem, path};
use crate::model::{Edge, ElementId, FrameShape, PhotoElement, Scripts, Shadow};
use crate::script::Script;
use std::sync::Arc;

pub fn draw_photo(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, area: Rect, scale: f64) -> Drawn {
    let mut drawn = Drawn::new(area);
    let frame = bleed(area, desk.template.size);
    let outline = outline(piece, photo, area, frame);
    let image = match shown(desk, photo.photo) {
        Ok(facts) => vec![crop::picture(&facts, photo, frame, piece.slot.grey)],
        Err(finding) => {
            drawn
                .findings
                .push(desk.finding(Some(piece.element), Severity::Warning, "photo-missing", finding));
            placeholder(desk, area, frame)
        }
    };
    let veils = veils(desk, piece, area, frame);
    let source = Some(piece.element.id);
    let plain = |item| Placed {
        at: Transform::IDENTITY,
        item,
        source,
    };
    let edge = photo.edge.as_ref().or(piece.slot.edge.as_ref());
    let form = || outline.clone().unwrap_or_else(|| Path::rect(frame));
    if let Some(shadow) = edge.and_then(|edge| edge.shadow.as_ref()) {
        drawn.items.push(cast(desk, shadow, form(), source));
    }
    let line = edge.and_then(|edge| line_inside(desk, edge, form()));
    let is_clipped = outline.is_some() || line.is_some();
    let inner: Vec<Placed> = image.into_iter().chain(veils).chain(line).map(plain).collect();
    if is_clipped {
        drawn.items.push(plain(Item::Group(GroupItem {
            clip: Some(form()),
            opacity: 1.0,
            items: inner,
        })));
    } else {
        drawn.items.extend(inner);
    }
    drawn.foot = area.bottom();
    tag(desk, piece, photo, area, scale, &mut drawn);
    caption(desk, piece, photo, area, &mut drawn);
    drawn
}

/// Soft, under the frame that casts it.
fn cast(desk: &Desk<'_>, shadow: &Shadow, path: Path, source: Option<ElementId>) -> Placed {
    let [right, down] = shadow.shift.map(um);
    Placed {
        at: Transform::shift(right, down),
        item: Item::Shadow(ShadowItem {
            path,
            blur: um(shadow.blur.clamp(0.0, 200.0)),
            ink: Ink {
                colour: desk.swatch(&shadow.colour),
                alpha: um(shadow.opacity.clamp(0.0, 1.0)),
            },
        }),
        source,
    }
}

/// Twice as wide as wished: the frame cuts off its outer half.
fn line_inside(desk: &Desk<'_>, edge: &Edge, path: Path) -> Option<Item> {
    let width = um(edge.width.min(200.0) * 2.0);
    (width > 0.0).then(|| setting::stroked(path, desk.swatch(&edge.colour), width))
}

/// The photo's facts, or why it cannot be shown.
fn shown(desk: &Desk<'_>, photo: Option<Digest>) -> Result<Arc<PhotoFacts>, LayoutSay> {
    let digest = photo.ok_or(LayoutSay::PhotoWanted)?;
    let facts = desk
        .input
        .photos
        .get(&digest)
        .cloned()
        .ok_or(LayoutSay::PhotoLost { name: String::new() })?;
    let has_pixels = facts.stored_px.iter().all(|&side| side > 0);
    match facts.state {
        PhotoState::Good | PhotoState::Truncated if has_pixels => Ok(facts),
        _ => Err(LayoutSay::PhotoLost {
            name: facts.name.clone(),
        }),
    }
}

/// Width over height of the upright photo; a usual shape while there is none.
pub fn shape(desk: &Desk<'_>, photo: &PhotoElement) -> f64 {
    let facts = photo.photo.and_then(|digest| desk.input.photos.get(&digest));
    match facts.map(|facts| facts.upright_px()) {
        Some([w, h]) if w > 0 && h > 0 => f64::from(w) / f64::from(h),
        _ => 1.5,
    }
}

/// What touches the trim runs over it.
pub fn bleed(area: Rect, board: Size) -> Rect {
    let near = |a: f64, b: f64| (a - b).abs() < 0.05;
    let left = if near(area.x, 0.0) { -BLEED } else { area.x };
    let top = if near(area.y, 0.0) { -BLEED } else { area.y };
    let right = if near(area.right(), board.w) {
        board.w + BLEED
    } else {
        area.right()
    };
    let bottom = if near(area.bottom(), board.h) {
        board.h + BLEED
    } else {
        area.bottom()
    };
    rect(um(left), um(top), um(right - left), um(bottom - top))
}

/// The photo's own outline, else the slot's.
fn outline(piece: &Piece<'_>, photo: &PhotoElement, area: Rect, frame: Rect) -> Option<Path> {
    match photo.shape {
        None => slot_outline(piece, area),
        Some(FrameShape::Plain) => None,
        Some(FrameShape::Rounded(radius)) => {
            let radius = um(radius.min(area.w / 2.0).min(area.h / 2.0));
            (radius > 0.0).then(|| Path::rounded(frame, radius))
        }
        Some(FrameShape::Ellipse) => Some(Path::ellipse(area)),
    }
}

/// What lies below the slot's middle moves with its foot.
fn slot_outline(piece: &Piece<'_>, area: Rect) -> Option<Path> {
    let slot = &piece.slot;
    let data = slot.clip.as_ref().filter(|_| piece.is_own)?;
    let mut path = path::parse(data)?;
    let middle = slot.area.y + slot.area.h / 2.0;
    let foot = area.bottom() - slot.area.bottom();
    crate::layout::decor::map_points(&mut path, |p| if p.y > middle { point(p.x, um(p.y + foot)) } else { p });
    Some(path)
}

/// A quiet field with the outline of a picture.
fn placeholder(desk: &Desk<'_>, area: Rect, frame: Rect) -> Vec<Item> {
    let tone = desk.accent(None);
    let mut items = vec![
        setting::filled(Path::rect(frame), desk.paper()),
        setting::faded(Path::rect(frame), tone, 0.10),
    ];
    let side = (area.w.min(area.h) * 0.2).clamp(8.0, 60.0);
    let (cx, cy) = (area.x + area.w / 2.0, area.y + area.h / 2.0 - side * 0.2);
    let (w, h) = (side * 1.3, side);
    let (x, y) = (cx - w / 2.0, cy - h / 2.0);
    let line = (side * 0.045).max(0.6);
    let faint = |item: Item| match item {
        Item::Path(mut item) => {
            if let Some(stroke) = &mut item.stroke {
                stroke.paint = Paint::Flat(Ink {
                    colour: tone,
                    alpha: 0.5,
                });
            }
            Item::Path(item)
        }
        other => other,
    };
    items.push(faint(setting::stroked(box_path(x, y, w, h), tone, line)));
    let hills = [
        (x + w * 0.08, y + h * 0.84),
        (x + w * 0.36, y + h * 0.42),
        (x + w * 0.56, y + h * 0.70),
        (x + w * 0.70, y + h * 0.54),
        (x + w * 0.92, y + h * 0.84),
    ];
    items.push(faint(setting::stroked(line_path(&hills), tone, line)));
    items.push(faint(setting::stroked(
        Path::circle(point(x + w * 0.7, y + h * 0.28), h * 0.09),
        tone,
        line,
    )));
    let hint = match desk.script {
        Script::Hans => "照片待补",
        Script::Hant => "照片待補",
    };
    let (set, em) = setting::hint(desk, hint, area.w, tone);
    let at = Transform::shift(um(cx - set.width() / 2.0), um(y + h + em * 0.6));
    if area.h > side * 1.6 {
        items.extend(set.place(point(at.e, at.f), None).into_iter().map(|placed| {
            Item::Group(GroupItem {
                clip: None,
                opacity: 0.7,
                items: vec![placed],
            })
        }));
    }
    items
}

fn veils(desk: &Desk<'_>, piece: &Piece<'_>, area: Rect, frame: Rect) -> Vec<Item> {
    let slot = &piece.slot;
    let (foot, head) = match &slot.veil_colours {
        Some([foot, head]) => (desk.swatch(foot), desk.swatch(head)),
        None => (desk.swatch("ink"), desk.swatch("paper")),
    };
    let ink = |colour, alpha: f64| Ink {
        colour,
        alpha: um(alpha),
    };
    let mut items = Vec::new();
    let mut veil = |from: f64, to: f64, stops: Vec<(f64, Ink)>| {
        let (top, bottom) = (from.min(to), from.max(to));
        items.push(Item::Path(PathItem {
            path: box_path(frame.x, top, frame.w, bottom - top),
            fill: Some(Paint::Linear {
                from: point(um(frame.x), um(from)),
                to: point(um(frame.x), um(to)),
                stops,
            }),
            stroke: None,
        }));
    };
    if slot.veil > 0.0 {
        let reach = (area.h * 0.62).max(area.h.min(60.0));
        let stops = vec![
            (0.0, ink(foot, 0.0)),
            (0.35, ink(foot, slot.veil * 0.16)),
            (0.7, ink(foot, slot.veil * 0.66)),
            (1.0, ink(foot, slot.veil)),
        ];
        veil(area.bottom() - reach, frame.bottom(), stops);
    }
    if slot.veil_head > 0.0 {
        let stops = vec![
            (0.0, ink(head, slot.veil_head)),
            (0.45, ink(head, slot.veil_head * 0.72)),
            (0.75, ink(head, slot.veil_head * 0.2)),
            (1.0, ink(head, 0.0)),
        ];
        veil(frame.y, area.y + area.h * 0.62, stops);
    }
    items
}

/// A chip on the foot: before, after.
fn tag(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, area: Rect, scale: f64, drawn: &mut Drawn) {
    let Some(two) = photo.tag.as_ref().filter(|tag| !tag.source.is_blank()) else {
        return;
    };
    let style = desk.style(if desk.has_style("tag") { "tag" } else { "caption" });
    let em = em_at(style, scale);
    let text = desk.plain(two);
    let part = Part {
        text: &text,
        slot: style.slot,
        weight: style.weight,
        em,
        colour: WHITE,
        gap: 0.0,
    };
    let set = setting::set_line(desk, &[part], em * 2.0, 0.0);
    let w = (set.width() + em * 1.8).min(area.w);
    let y = area.bottom() - em * 2.0;
    drawn.fill(
        piece,
        box_path(area.x, y, w, em * 2.0),
        desk.accent(piece.slot.accent.as_ref()),
    );
    drawn
        .items
        .extend(set.place(point(area.x + em * 0.9, y), Some(piece.element.id)));
}

/// Below the photo, or on its foot, where the slot says so; first the board's script, then the other.
fn caption(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, area: Rect, drawn: &mut Drawn) {
    let Some((place, gap)) = caption_place(desk, piece, photo, area) else {
        return;
    };
    let mut y = area.bottom() + gap;
    if piece.slot.caption_inside && piece.slot.second_area.is_none() {
        y = area.bottom() - caption_height(desk, piece, photo, place.w) - gap;
    }
    let (w, step) = caption_columns(desk, piece, place.w);
    let mut x = place.x;
    for set in caption_sets(desk, piece, photo, w) {
        drawn.text(desk, piece, &set, x, y);
        match step {
            Some(step) => x += step,
            None => y += set.foot(),
        }
    }
    drawn.foot = drawn.foot.max(area.bottom());
}

/// Where the caption's lines begin, and how far under the photo's foot.
fn caption_place(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, area: Rect) -> Option<(Rect, f64)> {
    photo.caption.as_ref().filter(|caption| !caption.source.is_blank())?;
    let em = desk.style(caption_style(piece)).em;
    if let Some(second) = piece.slot.second_area.filter(|_| piece.is_own) {
        return Some((second, second.y - piece.slot.area.bottom()));
    }
    let inset = if piece.slot.caption_inside { em * 1.5 } else { 0.0 };
    let place = rect(area.x + inset, area.bottom(), area.w - 2.0 * inset, 0.0);
    Some((place, um(em * 0.75)))
}

fn caption_style<'a>(piece: &'a Piece<'_>) -> &'a str {
    piece.slot.second.as_ref().map_or("caption", |style| style.0.as_str())
}

fn caption_sets(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, w: f64) -> Vec<setting::Set> {
    let Some(caption) = &photo.caption else {
        return Vec::new();
    };
    let style = caption_style(piece);
    let other = format!("{style}-other");
    let other = if desk.has_style(&other) { other.as_str() } else { style };
    let only = piece.scripts().and_then(Scripts::only);
    let own = only.unwrap_or(desk.script);
    [(own, style), (own.other(), other)]
        .into_iter()
        .take(if only.is_some() { 1 } else { 2 })
        .map(|(script, style)| {
            let words = desk.words(caption, script);
            within_lines(desk, &words, Wish::new(style, w, 1.0, script), 1)
        })
        .collect()
}

/// How wide one script of the caption is, and how far the other stands beside it where it does.
fn caption_columns(desk: &Desk<'_>, piece: &Piece<'_>, w: f64) -> (f64, Option<f64>) {
    if piece.scripts() != Some(Scripts::Beside) {
        return (w, None);
    }
    let (half, gap) = halves(w, 1.5 * desk.style(caption_style(piece)).em);
    let half = um(half);
    (half, Some(half + gap))
}

fn caption_height(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, w: f64) -> f64 {
    let (w, step) = caption_columns(desk, piece, w);
    let feet = caption_sets(desk, piece, photo, w).into_iter().map(|set| set.foot());
    match step {
        Some(_) => feet.fold(0.0, f64::max),
        None => feet.sum(),
    }
}

/// How much the caption adds below a photo that is `w` wide.
pub fn caption_room(desk: &Desk<'_>, piece: &Piece<'_>, photo: &PhotoElement, w: f64) -> f64 {
    let area = rect(0.0, 0.0, w, 0.0);
    match caption_place(desk, piece, photo, area) {
        Some((place, gap)) if !piece.slot.caption_inside => gap + caption_height(desk, piece, photo, place.w),
        _ => 0.0,
    }
}
