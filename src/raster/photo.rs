//! Photos: which a picture needs and how large, and their pixels fitted to the picture's own.

use super::outline::Area;
use super::{Ink, Photos, bands};
use crate::base::{Digest, PhotoFacts, PhotoFormat, PhotoState, Recipe};
use crate::geom::{Point, Rect, Transform, point};
use crate::layout::{Frame, ImageItem, Item, Path, Placed, Seg, Stroke};
use crate::media::{Pixels, baked_key};
use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Photos decoded at the same time; a large one takes a hundred megabytes meanwhile.
const DECODING: usize = 4;

/// A photo, or what a recipe makes of it, in colour or as luminance.
pub type Key = (Digest, bool);

/// What there is to show of a photo.
#[derive(Clone)]
pub enum Found {
    Pixels(Arc<Ready>),
    /// Not decoded yet.
    NotYet,
    /// Missing or damaged.
    Never,
}

/// Premultiplied pixels of the upright photo.
pub struct Ready {
    pixels: Arc<Pixels>,
    pub is_opaque: bool,
}

pub type Fetched = HashMap<Key, Found>;

/// The photos a picture shows.
pub struct Wanted {
    photos: HashMap<Key, Photo>,
    places: Vec<(Key, Area)>,
}

struct Photo {
    digest: Digest,
    recipe: Option<Arc<Recipe>>,
    /// Longer side in pixels, for its largest place.
    longest_px: u32,
}

pub fn key_of(image: &ImageItem) -> Key {
    let digest = match &image.recipe {
        Some(recipe) => baked_key(image.photo, recipe),
        None => image.photo,
    };
    (digest, image.grey)
}

/// No recipe of these items has still to be worked in.
pub fn is_settled(items: &[Placed], ink: &Ink) -> bool {
    items.iter().all(|placed| match &placed.item {
        Item::Image(image) => match (&image.recipe, ink.photos.get(&image.photo)) {
            (Some(recipe), Some(facts)) => ink.library.has_baked(facts, recipe),
            _ => true,
        },
        Item::Group(group) => is_settled(&group.items, ink),
        Item::Glyphs(_) | Item::Path(_) | Item::Shadow(_) => true,
    })
}

/// The four corners of a rectangle in the picture, in order around it.
pub fn corners(r: &Rect, at: &Transform) -> [Point; 4] {
    [
        point(r.x, r.y),
        point(r.right(), r.y),
        point(r.right(), r.bottom()),
        point(r.x, r.bottom()),
    ]
    .map(|p| at.apply(p))
}

impl Wanted {
    pub fn of(frame: &Frame, to_px: &Transform, area: &Area) -> Wanted {
        let mut wanted = Wanted {
            photos: HashMap::new(),
            places: Vec::new(),
        };
        wanted.add(&frame.items, to_px, area);
        wanted
    }

    fn add(&mut self, items: &[Placed], at: &Transform, area: &Area) {
        for placed in items {
            let at = placed.at.then(at);
            match &placed.item {
                Item::Image(image) => {
                    let place = Area::around(corners(&image.clip, &at));
                    if let Some(place) = place.and_then(|place| place.intersect(area)) {
                        let key = key_of(image);
                        let photo = self.photos.entry(key).or_insert_with(|| Photo {
                            digest: image.photo,
                            recipe: image.recipe.clone(),
                            longest_px: 0,
                        });
                        photo.longest_px = photo.longest_px.max(longest_px(image, &at));
                        self.places.push((key, place));
                    }
                }
                Item::Group(group) => self.add(&group.items, &at, area),
                Item::Glyphs(_) | Item::Path(_) | Item::Shadow(_) => {}
            }
        }
    }

    /// The photos of an area. What was fetched for the area before and is needed again is taken over, the rest let go.
    pub fn fetch(&self, area: &Area, ink: &Ink, patience: Photos, before: &Fetched) -> Fetched {
        let mut keys: Vec<Key> = self
            .places
            .iter()
            .filter(|(_, place)| place.intersect(area).is_some())
            .map(|(key, _)| *key)
            .collect();
        keys.sort();
        keys.dedup();
        let threads = match patience {
            Photos::Wait => bands::cores().min(DECODING),
            Photos::AtHand | Photos::Preview => 1,
        };
        let fetched = Mutex::new(Fetched::new());
        bands::on_threads(threads, keys, |key| {
            let known = before.get(&key).cloned();
            let found = known.unwrap_or_else(|| find(&self.photos[&key], key.1, ink, patience));
            let mut fetched = fetched.lock().unwrap_or_else(PoisonError::into_inner);
            fetched.insert(key, found);
        });
        fetched.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

fn longest_px(image: &ImageItem, at: &Transform) -> u32 {
    let across = at.a.hypot(at.b) * image.place.w;
    let down = at.c.hypot(at.d) * image.place.h;
    across.max(down).ceil().clamp(1.0, 1e6) as u32
}

fn find(photo: &Photo, grey: bool, ink: &Ink, patience: Photos) -> Found {
    let Some(facts) = ink.photos.get(&photo.digest) else {
        return Found::Never;
    };
    if !matches!(facts.state, PhotoState::Good | PhotoState::Truncated) {
        return Found::Never;
    }
    let (pixels, otherwise) = match patience {
        Photos::Wait => (made(photo, facts, grey, ink), Found::Never),
        Photos::Preview => (previewed(photo, facts, grey, ink), Found::NotYet),
        Photos::AtHand => (at_hand(photo, facts, grey, ink), Found::NotYet),
    };
    let Some(pixels) = pixels else {
        return otherwise;
    };
    if pixels.rgba.len() != pixels.width as usize * pixels.height as usize * 4 || pixels.rgba.is_empty() {
        return Found::Never;
    }
    // A JPEG has no alpha to look for.
    let is_opaque = facts.format == PhotoFormat::Jpeg || pixels.rgba.as_chunks::<4>().0.iter().all(|px| px[3] == 255);
    let pixels = match &ink.lens {
        Some(lens) => Arc::new(lens.photo(&pixels)),
        None => pixels,
    };
    let pixels = if is_opaque { pixels } else { premultiplied(&pixels) };
    Found::Pixels(Arc::new(Ready { pixels, is_opaque }))
}

fn made(photo: &Photo, facts: &PhotoFacts, grey: bool, ink: &Ink) -> Option<Arc<Pixels>> {
    match &photo.recipe {
        Some(recipe) => ink.library.baked_pixels(facts, recipe, photo.longest_px, grey),
        None => ink.library.pixels(facts, photo.longest_px, grey),
    }
}

/// Never the original where a recipe is asked for: what a mask hides is not shown for a moment either.
fn at_hand(photo: &Photo, facts: &PhotoFacts, grey: bool, ink: &Ink) -> Option<Arc<Pixels>> {
    let Some(recipe) = &photo.recipe else {
        return ink.library.pixels_at_hand(photo.digest, photo.longest_px, grey);
    };
    let key = baked_key(photo.digest, recipe);
    let preview = || ink.library.preview_at_hand(facts, recipe, photo.longest_px, grey);
    let baked = ink.library.pixels_at_hand(key, photo.longest_px, grey);
    baked.or_else(|| preview().map(Arc::new))
}

fn previewed(photo: &Photo, facts: &PhotoFacts, grey: bool, ink: &Ink) -> Option<Arc<Pixels>> {
    match &photo.recipe {
        Some(recipe) if !ink.library.has_baked(facts, recipe) => {
            at_hand(photo, facts, grey, ink).or_else(|| {
                // Decoded once, then every turn of the slider is quick.
                ink.library.pixels(facts, photo.longest_px.min(2048), grey)?;
                at_hand(photo, facts, grey, ink)
            })
        }
        _ => made(photo, facts, grey, ink),
    }
}

fn premultiplied(pixels: &Pixels) -> Arc<Pixels> {
    let mut pixels = pixels.clone();
    for [r, g, b, alpha] in pixels.rgba.as_chunks_mut::<4>().0 {
        for part in [r, g, b] {
            *part = ((u32::from(*part) * u32::from(*alpha) + 127) / 255) as u8;
        }
    }
    Arc::new(pixels)
}

impl Ready {
    /// The pixels of an area of the picture where the whole photo lies on `place`.
    pub fn fit(&self, place: &Rect, at: &Transform, area: &Area) -> Vec<u8> {
        let is_upright = at.b == 0.0 && at.c == 0.0 && at.a > 0.0 && at.d > 0.0;
        let upright = is_upright.then(|| self.resized(place, at, area)).flatten();
        let mut rgba = upright.unwrap_or_else(|| self.sampled(place, at, area));
        if !self.is_opaque {
            // Sharpening filters overshoot.
            for [r, g, b, alpha] in rgba.as_chunks_mut::<4>().0 {
                (*r, *g, *b) = ((*r).min(*alpha), (*g).min(*alpha), (*b).min(*alpha));
            }
        }
        rgba
    }

    /// With a filter as wide as the step between two pixels of the picture. `None` where the photo is too narrow for that.
    fn resized(&self, place: &Rect, at: &Transform, area: &Area) -> Option<Vec<u8>> {
        let [from, _, to, _] = corners(place, at);
        let from_px = &self.pixels;
        let x = Span::new([from.x, to.x], from_px.width, [area.x0, area.x1])?;
        let y = Span::new([from.y, to.y], from_px.height, [area.y0, area.y1])?;
        let source = ImageRef::new(from_px.width, from_px.height, &from_px.rgba, PixelType::U8x4).ok()?;
        let mut inner = Image::new(x.count, y.count, PixelType::U8x4);
        let shrinks = x.length > f64::from(x.count) || y.length > f64::from(y.count);
        let filter = if shrinks {
            FilterType::CatmullRom
        } else {
            FilterType::Bilinear
        };
        let options = ResizeOptions::new()
            .resize_alg(ResizeAlg::Convolution(filter))
            .use_alpha(false)
            .crop(x.begin, y.begin, x.length, y.length);
        Resizer::new().resize(&source, &mut inner, &options).ok()?;
        let inner = inner.into_vec();
        if x.count == area.width() && y.count == area.height() {
            return Some(inner);
        }
        Some(with_edges(&inner, &x, &y, area))
    }

    /// For photos that are turned, mirrored or narrow: between the four nearest pixels.
    fn sampled(&self, place: &Rect, at: &Transform, area: &Area) -> Vec<u8> {
        let Pixels { width, height, rgba } = &*self.pixels;
        let (last_x, last_y) = (f64::from(width - 1), f64::from(height - 1));
        let scale = Transform::scale(place.w / f64::from(*width), place.h / f64::from(*height));
        let to_px = scale.then(&Transform::shift(place.x, place.y)).then(at);
        let mut out = vec![0; area.width() as usize * area.height() as usize * 4];
        let Some(back) = to_px.inverse() else {
            return out;
        };
        let pixel = |x: usize, y: usize| rgba[(y * *width as usize + x) * 4..][..4].as_array::<4>();
        for (y, row) in out.chunks_exact_mut(area.width() as usize * 4).enumerate() {
            let y = f64::from(area.y0) + y as f64 + 0.5;
            for (x, target) in row.as_chunks_mut::<4>().0.iter_mut().enumerate() {
                let p = back.apply(point(f64::from(area.x0) + x as f64 + 0.5, y));
                let (px, py) = ((p.x - 0.5).clamp(0.0, last_x), (p.y - 0.5).clamp(0.0, last_y));
                let (x0, y0) = (px as usize, py as usize);
                let (x1, y1) = ((x0 + 1).min(last_x as usize), (y0 + 1).min(last_y as usize));
                let (u, v) = (part_of(px), part_of(py));
                let around = [pixel(x0, y0), pixel(x1, y0), pixel(x0, y1), pixel(x1, y1)];
                if let [Some(a), Some(b), Some(c), Some(d)] = around {
                    *target = std::array::from_fn(|i| between([a[i], b[i], c[i], d[i]], u, v));
                }
            }
        }
        out
    }
}

/// The way from one pixel to the next in 1/256.
fn part_of(value: f64) -> u32 {
    (value.fract() * 256.0) as u32
}

fn between([a, b, c, d]: [u8; 4], u: u32, v: u32) -> u8 {
    let [a, b, c, d] = [a, b, c, d].map(u32::from);
    let (top, bottom) = (a * (256 - u) + b * u, c * (256 - u) + d * u);
    ((top * (256 - v) + bottom * v + (1 << 15)) >> 16) as u8
}

/// Along one axis: the picture's pixels that lie wholly on the photo, and what they show of it.
struct Span {
    first: i32,
    count: u32,
    /// In pixels of the photo.
    begin: f64,
    length: f64,
}

impl Span {
    fn new([from, to]: [f64; 2], photo_px: u32, [begin, end]: [i32; 2]) -> Option<Span> {
        let photo_px = f64::from(photo_px);
        let first = f64::from(begin).max(from.ceil());
        let last = f64::from(end).min(to.floor());
        if last - first < 1.0 {
            return None;
        }
        let step = photo_px / (to - from);
        let begin = ((first - from) * step).clamp(0.0, photo_px);
        Some(Span {
            first: first as i32,
            count: (last - first) as u32,
            begin,
            length: ((last - first) * step).min(photo_px - begin),
        })
    }

    /// Which inner pixel stands at this place; those at the rim stand for the half-covered ones outside too.
    fn nearest(&self, at: i32) -> usize {
        (at - self.first).clamp(0, self.count as i32 - 1) as usize
    }
}

fn with_edges(inner: &[u8], x: &Span, y: &Span, area: &Area) -> Vec<u8> {
    let mut rgba = Vec::with_capacity(area.width() as usize * area.height() as usize * 4);
    for at_y in area.y0..area.y1 {
        let row = &inner[y.nearest(at_y) * x.count as usize * 4..][..x.count as usize * 4];
        for at_x in area.x0..x.first {
            rgba.extend_from_slice(&row[x.nearest(at_x) * 4..][..4]);
        }
        rgba.extend_from_slice(row);
        for at_x in x.first + x.count as i32..area.x1 {
            rgba.extend_from_slice(&row[x.nearest(at_x) * 4..][..4]);
        }
    }
    rgba
}

/// Oblique lines over the place of a photo that cannot be shown, and their width.
pub fn hatching(clip: &Rect) -> (Path, f64) {
    let step = (clip.w.min(clip.h) / 6.0)
        .clamp(3.0, 40.0)
        .max((clip.w + clip.h) / 200.0);
    let mut segs = Vec::new();
    let mut along = step;
    while along < clip.w + clip.h {
        // From the upper or right side down to the left or lower one.
        let top = if along <= clip.w {
            point(clip.x + along, clip.y)
        } else {
            point(clip.right(), clip.y + along - clip.w)
        };
        let bottom = if along <= clip.h {
            point(clip.x, clip.y + along)
        } else {
            point(clip.x + along - clip.h, clip.bottom())
        };
        segs.extend([Seg::Move(top), Seg::Line(bottom)]);
        along += step;
    }
    (Path::from(segs), step / 5.0)
}

/// A solid line of this colour.
pub fn plain_stroke(width: f64, rgb: [u8; 3]) -> Stroke {
    Stroke {
        paint: crate::layout::Paint::flat(crate::layout::Colour::Srgb(rgb)),
        width,
        round: false,
        dash: Vec::new(),
    }
}
