//! Photos inside a PDF. A JPEG's scans and a plain PNG's rows go in as they are, tagged with the photo's own profile;
//! only what a PDF cannot hold is decoded. Image dictionaries: ISO 32000-1, 8.9.5.

use super::book::Book;
use super::file::{Id, reference};
use super::{ExportError, Page, Sources, jpeg, png};
use crate::base::say::{ExportSay, MediaSay};
use crate::base::{Digest, Finding, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Place, Say, Severity};
use crate::layout::ImageItem;
use crate::media::{self, Pixels};
use lopdf::{Dictionary, Object, StringFormat, dictionary};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A photo's object, and whether its pixels stand as the file has them or were turned upright already.
#[derive(Clone, Copy, Debug)]
pub struct Stored {
    pub id: Id,
    pub is_upright: bool,
}

/// Writes the photo of an image. `None`, with a finding, where nothing can be shown: with a recipe that is what the
/// recipe makes of it, never the original.
pub fn store(book: &mut Book, image: &ImageItem) -> Result<Option<Stored>, ExportError> {
    let Some(facts) = book.sources.photos.get(&image.photo).cloned() else {
        tell(book, &image.photo.hex(), Say::Export(ExportSay::PhotoUnknown));
        return Ok(None);
    };
    if let Some(say) = lacking(&facts, book.sources.library.has(&facts)) {
        tell(book, &facts.name, say);
        return Ok(None);
    }
    let stored = stored(book, image, &facts)?;
    if stored.is_none() {
        let name = facts.name.clone();
        tell(book, &facts.name, Say::Media(MediaSay::Broken { name }));
    }
    Ok(stored)
}

fn stored(book: &mut Book, image: &ImageItem, facts: &PhotoFacts) -> Result<Option<Stored>, ExportError> {
    let (grey, library) = (image.grey, book.sources.library.clone());
    // A shop that takes inks gets no RGB at all: what is not inks or greys already is turned, and so is what becomes RGB
    // where it is worked on or has to be decoded.
    let takes_inks = book.press.shop.photo_quality > 0.0;
    let is_turned = takes_inks && (facts.colour == PhotoColour::Rgb || image.recipe.is_some());
    if !is_turned {
        let kept = match &image.recipe {
            Some(recipe) => match library.baked(facts, recipe) {
                Some(baked) => as_it_is(book, &baked.facts, &baked.bytes, grey)?,
                None => return Ok(None),
            },
            None => as_it_is(book, facts, &library.bytes(facts).unwrap_or_default(), grey)?,
        };
        if kept.is_some() {
            return Ok(kept);
        }
    }
    let pixels = match &image.recipe {
        Some(recipe) => library.baked_pixels(facts, recipe, u32::MAX, grey),
        None => library.pixels(facts, u32::MAX, grey),
    };
    let Some(pixels) = pixels else { return Ok(None) };
    let id = match takes_inks {
        true => turned(book, &pixels)?,
        false => decoded(book, &pixels, grey)?,
    };
    Ok(Some(Stored { id, is_upright: true }))
}

/// Why there is nothing to show of a photo; `None` where there is.
fn lacking(facts: &PhotoFacts, is_there: bool) -> Option<Say> {
    let is_usable = matches!(facts.state, PhotoState::Good | PhotoState::Truncated);
    let missing = || MediaSay::Missing {
        name: facts.name.clone(),
    };
    (!is_usable || !is_there).then(|| Say::Media(MediaSay::of(facts).unwrap_or_else(missing)))
}

fn tell(book: &mut Book, name: &str, say: Say) {
    let finding = finding(&book.board, name, say);
    book.findings.push(finding);
}

fn finding(board: &str, name: &str, say: Say) -> Finding {
    let mut place = Place::file(name);
    place.board = Some(board.to_string());
    Finding {
        severity: Severity::Error,
        rule: "photo-not-in-pdf",
        place,
        say,
    }
}

/// Photos of a page that cannot be shown; for pictures, which are drawn without them.
pub fn missing(sources: &Sources, page: &Page) -> Vec<Finding> {
    let mut photos = BTreeSet::new();
    super::photos_of(&page.frame.items, &mut photos);
    let told = |digest: &Digest| {
        let Some(facts) = sources.photos.get(digest) else {
            return Some((digest.hex(), Say::Export(ExportSay::PhotoUnknown)));
        };
        Some((facts.name.clone(), lacking(facts, sources.library.has(facts))?))
    };
    let found = photos.iter().filter_map(told);
    found.map(|(name, say)| finding(&page.code, &name, say)).collect()
}

/// The file's own compressed data, where a PDF can hold them.
fn as_it_is(book: &mut Book, facts: &PhotoFacts, bytes: &[u8], grey: bool) -> Result<Option<Stored>, ExportError> {
    // A cut file would be reported by the shop's check; its pixels are stored whole instead.
    if facts.state != PhotoState::Good {
        return Ok(None);
    }
    let id = match facts.format {
        PhotoFormat::Jpeg => jpeg_as_it_is(book, facts, bytes, grey)?,
        PhotoFormat::Png => png_as_it_is(book, facts, bytes, grey)?,
        PhotoFormat::WebP
        | PhotoFormat::Tiff
        | PhotoFormat::Bmp
        | PhotoFormat::Gif
        | PhotoFormat::Svg
        | PhotoFormat::Unknown => None,
    };
    Ok(id.map(|id| Stored { id, is_upright: false }))
}

fn jpeg_as_it_is(book: &mut Book, facts: &PhotoFacts, bytes: &[u8], grey: bool) -> Result<Option<Id>, ExportError> {
    let Some(pieces) = jpeg::kept(bytes) else {
        return Ok(None);
    };
    let Some(space) = space(book, facts, bytes, grey)? else {
        return Ok(None);
    };
    let [width, height] = facts.stored_px;
    let mut image = image(width, height, 8, space);
    image.set("Filter", "DCTDecode");
    if facts.colour == (PhotoColour::Cmyk { inverted: true }) {
        image.set("Decode", upside_down());
    }
    let id = book.file.reserve();
    book.file.put_stream(id, image, &pieces)?;
    Ok(Some(id))
}

fn png_as_it_is(book: &mut Book, facts: &PhotoFacts, bytes: &[u8], grey: bool) -> Result<Option<Id>, ExportError> {
    let Some(rows) = png::rows(bytes) else {
        return Ok(None);
    };
    // A palette is a palette of RGB whatever its entries are.
    let is_rgb = rows.channels == 3 || rows.palette.is_some();
    let colour = if is_rgb { PhotoColour::Rgb } else { PhotoColour::Grey };
    if colour != facts.colour {
        return Ok(None);
    }
    let Some(mut space) = space(book, facts, bytes, grey)? else {
        return Ok(None);
    };
    if let Some(palette) = rows.palette {
        let colours = palette.len() / 3;
        space = Object::Array(vec![
            "Indexed".into(),
            space,
            Object::Integer(colours as i64 - 1),
            Object::String(palette[..colours * 3].to_vec(), StringFormat::Hexadecimal),
        ]);
    }
    let mut image = image(rows.width, rows.height, rows.bits, space);
    image.set("Filter", "FlateDecode");
    image.set(
        "DecodeParms",
        dictionary! {
            "Predictor" => 15,
            "Colors" => i64::from(rows.channels),
            "BitsPerComponent" => i64::from(rows.bits),
            "Columns" => i64::from(rows.width),
        },
    );
    let id = book.file.reserve();
    book.file.put_stream(id, image, &rows.pieces)?;
    Ok(Some(id))
}

/// What the photo's numbers mean. `None` where they have to be reckoned first.
fn space(book: &mut Book, facts: &PhotoFacts, bytes: &[u8], grey: bool) -> Result<Option<Object>, ExportError> {
    let icc = if facts.has_icc { media::icc_profile(bytes) } else { None };
    Ok(Some(match (facts.colour, icc) {
        (PhotoColour::Grey, Some(icc)) => book.tagged(&icc, 1)?,
        (PhotoColour::Grey, None) => book.grey()?,
        (PhotoColour::Rgb, icc) if grey => book.tagged(&media::grey_profile(icc.as_deref()), 3)?,
        (PhotoColour::Rgb, Some(icc)) => book.tagged(&icc, 3)?,
        (PhotoColour::Rgb, None) => book.srgb()?,
        (PhotoColour::Cmyk { .. }, _) if grey => return Ok(None),
        // The job's own profile again would only be a second name for the device (PDF/X-4 forbids it).
        (PhotoColour::Cmyk { .. }, Some(icc)) if icc != book.press.profile() => book.tagged(&icc, 4)?,
        (PhotoColour::Cmyk { .. }, _) => "DeviceCMYK".into(),
    }))
}

fn image(width: u32, height: u32, bits: u8, space: Object) -> Dictionary {
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "BitsPerComponent" => i64::from(bits),
        "ColorSpace" => space,
        "Interpolate" => false,
    }
}

/// Upright pixels as a JPEG in the profile's inks, within the shop's limit of them; greys as greys.
fn turned(book: &mut Book, pixels: &Pixels) -> Result<Id, ExportError> {
    let points = pixels.rgba.as_chunks::<4>().0;
    let is_grey = points.par_iter().all(|[r, g, b, _]| r == g && g == b);
    let (data, kind, space): (Vec<u8>, _, Object) = match is_grey {
        true => {
            let greys = points.iter().map(|point| point[0]).collect();
            (greys, jpeg_encoder::ColorType::Luma, book.grey()?)
        }
        false => (
            in_inks(book, pixels),
            jpeg_encoder::ColorType::Cmyk,
            "DeviceCMYK".into(),
        ),
    };
    book.stop_if_cancelled()?;
    let size = |side: u32| u16::try_from(side).map_err(|error| ExportError::Build(error.to_string()));
    let quality = book.press.shop.photo_quality.round().clamp(1.0, 100.0) as u8;
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, quality);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::F_1_1);
    let (width, height) = (size(pixels.width)?, size(pixels.height)?);
    let encoded = encoder.encode(&data, width, height, kind);
    encoded.map_err(|error| ExportError::Build(error.to_string()))?;
    let mut dictionary = image(pixels.width, pixels.height, 8, space);
    dictionary.set("Filter", "DCTDecode");
    if !is_grey {
        dictionary.set("Decode", upside_down());
    }
    add_mask(book, &mut dictionary, pixels)?;
    let id = book.file.reserve();
    book.file.put_stream(id, dictionary, &[&jpeg])?;
    Ok(id)
}

fn in_inks(book: &mut Book, pixels: &Pixels) -> Vec<u8> {
    let inks = book.inks();
    let rows = pixels.rgba.par_chunks((pixels.width as usize).max(1) * 4 * ROWS);
    let cmyk: Vec<Vec<u8>> = rows
        .map(|rgba| {
            let pixels = rgba.as_chunks::<4>().0.iter();
            let rgb: Vec<u8> = pixels.flat_map(|p| [p[0], p[1], p[2]]).collect();
            inks.photo(&rgb)
        })
        .collect();
    cmyk.concat()
}

/// Rows of a photo that one core turns at a time.
const ROWS: usize = 256;

/// The JPEG's numbers say how much paper is left, not how much ink there is, as all programs that write CMYK have it.
fn upside_down() -> Object {
    Object::Array([1, 0, 1, 0, 1, 0, 1, 0].map(Object::Integer).to_vec())
}

/// What is not opaque, as a soft mask.
fn add_mask(book: &mut Book, dictionary: &mut Dictionary, pixels: &Pixels) -> Result<(), ExportError> {
    let points = pixels.rgba.as_chunks::<4>().0;
    if points.iter().all(|point| point[3] == 255) {
        return Ok(());
    }
    let mask: Vec<u8> = points.iter().map(|point| point[3]).collect();
    let of_mask = image(pixels.width, pixels.height, 8, "DeviceGray".into());
    let mask = book.file.add_deflated(of_mask, &mask)?;
    dictionary.set("SMask", reference(mask));
    Ok(())
}

/// Upright sRGB (or grey) pixels, deflated, with what is not opaque as a soft mask.
fn decoded(book: &mut Book, pixels: &Pixels, grey: bool) -> Result<Id, ExportError> {
    let points = pixels.rgba.as_chunks::<4>().0;
    let (space, data): (Object, Vec<u8>) = if grey {
        (book.grey()?, points.iter().map(|point| point[0]).collect())
    } else {
        let colours = points.iter().flat_map(|[red, green, blue, _]| [*red, *green, *blue]);
        (book.srgb()?, colours.collect())
    };
    let mut dictionary = image(pixels.width, pixels.height, 8, space);
    add_mask(book, &mut dictionary, pixels)?;
    book.file.add_deflated(dictionary, &data)
}
