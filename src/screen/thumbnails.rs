//! Small pictures of boards and photos as pixels, and the names they are kept under. Knows no window.

use super::shelf::{Shelf, ShelfError};
use crate::base::{Digest, PhotoFacts, Progress};
use crate::layout::{Laid, LayoutCache, LayoutInput, art_picture, layout_input};
use crate::media::{self, Proof};
use crate::model::Exhibition;
use crate::raster::{self, Ink, Photos, View};
use crate::text::named_face;
use fast_image_resize as fir;
use rayon::prelude::*;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// Height of the board picture that is kept on disk; smaller ones are made from it.
pub const BOARD_PX: u32 = 384;
/// Height of the one beside it for a whole plaza at once: read in a moment.
pub const SMALL_PX: u32 = 96;
/// Longer side of the photo picture that is kept on disk.
pub const PHOTO_PX: u32 = 384;

/// Opaque pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumb {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

impl Thumb {
    /// Not larger than this high; never scaled up.
    pub fn high(self, height: u32) -> Thumb {
        let width = (u64::from(self.width) * u64::from(height)).div_ceil(u64::from(self.height.max(1))) as u32;
        self.shrink(width, height)
    }

    /// The longer side not above this.
    pub fn within(self, longest: u32) -> Thumb {
        let longer = u64::from(self.width.max(self.height).max(1));
        let side = |px: u32| ((u64::from(px) * u64::from(longest) + longer / 2) / longer).max(1) as u32;
        let (width, height) = (side(self.width), side(self.height));
        self.shrink(width, height)
    }

    pub fn shrink(self, width: u32, height: u32) -> Thumb {
        let (width, height) = (width.max(1), height.max(1));
        if width >= self.width || height >= self.height {
            return self;
        }
        let Ok(source) = fir::images::Image::from_vec_u8(self.width, self.height, self.rgba, fir::PixelType::U8x4)
        else {
            return Thumb::grey(width, height);
        };
        let mut target = fir::images::Image::new(width, height, fir::PixelType::U8x4);
        let options = fir::ResizeOptions::new()
            .resize_alg(fir::ResizeAlg::Convolution(fir::FilterType::CatmullRom))
            .use_alpha(false);
        if fir::Resizer::new().resize(&source, &mut target, &options).is_err() {
            return Thumb::grey(width, height);
        }
        Thumb {
            width,
            height,
            rgba: target.into_vec(),
        }
    }

    fn grey(width: u32, height: u32) -> Thumb {
        Thumb {
            width,
            height,
            rgba: [0xe6, 0xe8, 0xea, 0xff].repeat((width * height) as usize),
        }
    }
}

/// Hash of all that decides how the board looks, the program itself included.
pub fn board_name(input: &LayoutInput, proof: &Proof) -> Digest {
    let mut bytes = stamp().to_vec();
    bytes.extend(proof.id().0);
    let mut add = |part: serde_json::Result<Vec<u8>>| bytes.extend(part.unwrap_or_default());
    add(serde_json::to_vec(&input.board));
    add(serde_json::to_vec(&input.template.version()));
    add(serde_json::to_vec(&input.swatches));
    add(serde_json::to_vec(&input.region));
    add(serde_json::to_vec(&input.script));
    add(serde_json::to_vec(&input.words));
    let labels = &input.labels;
    add(serde_json::to_vec(&(&labels.number, &labels.committee, &labels.show)));
    for named in &input.named {
        let face = named_face(named.face).map(|face| (face.file, face.index));
        add(serde_json::to_vec(&(named.slot, named.weight, face)));
    }
    let art: Vec<Digest> = input.art.iter().map(|art| art.digest).collect();
    add(serde_json::to_vec(&art));
    for photo in input.board.files() {
        add(serde_json::to_vec(&input.photos.get(&photo)));
    }
    Digest::of(&bytes)
}

pub fn photo_name(facts: &PhotoFacts) -> Digest {
    Digest::of(format!("photo {} {}", facts.digest, facts.turn.exif()).as_bytes())
}

/// Another build may lay out or draw differently: its file's length and date stand for its code.
fn stamp() -> &'static [u8] {
    static STAMP: OnceLock<Vec<u8>> = OnceLock::new();
    STAMP.get_or_init(|| {
        let about = std::env::current_exe().and_then(|exe| exe.metadata());
        about.map_or_else(
            |_| env!("CARGO_PKG_VERSION").into(),
            |about| format!("{} {:?}", about.len(), about.modified().ok()).into_bytes(),
        )
    })
}

/// The laid-out board this high, on white where it is transparent.
pub fn draw_board(laid: &Laid, ink: &Ink, height: u32) -> Thumb {
    let dpi = f64::from(height) / (laid.frame.size.h / 25.4).max(1e-3);
    let picture = raster::draw(&laid.frame, &View::whole(&laid.frame, dpi), ink, Photos::Wait);
    Thumb {
        width: picture.width,
        height: picture.height,
        rgba: on_white(picture.rgba, true),
    }
}

/// The photo upright; `None` where it cannot be shown.
pub fn draw_photo(facts: &PhotoFacts, ink: &Ink, longest: u32) -> Option<Thumb> {
    if let Some(art) = media::art_at_hand(facts.digest) {
        let frame = art_picture(&art, f64::from(longest.max(1)));
        // A dot a millimetre.
        let picture = raster::draw(&frame, &View::whole(&frame, 25.4), ink, Photos::Wait);
        return Some(Thumb {
            width: picture.width,
            height: picture.height,
            rgba: on_white(picture.rgba, true),
        });
    }
    let pixels = ink.library.pixels(facts, longest, false)?;
    let thumb = Thumb {
        width: pixels.width,
        height: pixels.height,
        rgba: on_white(pixels.rgba.clone(), false),
    };
    Some(thumb.within(longest))
}

fn on_white(mut rgba: Vec<u8>, premultiplied: bool) -> Vec<u8> {
    for px in rgba.chunks_exact_mut(4).filter(|px| px[3] != 255) {
        let alpha = u32::from(px[3]);
        for value in &mut px[..3] {
            let ink = if premultiplied {
                u32::from(*value)
            } else {
                u32::from(*value) * alpha / 255
            };
            *value = (ink + 255 - alpha).min(255) as u8;
        }
        px[3] = 255;
    }
    rgba
}

/// At least this high, or as high as they are kept: from the shelf, else drawn and kept there.
pub fn board_thumb(
    laid: impl FnOnce() -> Arc<Laid>,
    input: &LayoutInput,
    ink: &Ink,
    shelf: Option<&Shelf>,
    height: u32,
) -> Thumb {
    let Some(shelf) = shelf else {
        return draw_board(&laid(), ink, BOARD_PX);
    };
    let name = board_name(input, &ink.proof);
    let small = small_name(&name);
    if let Some(thumb) = (height <= SMALL_PX).then(|| shelf.take(&small)).flatten() {
        return thumb;
    }
    let thumb = shelf.take(&name).unwrap_or_else(|| {
        let thumb = draw_board(&laid(), ink, BOARD_PX);
        // A full disk costs time at the next start and nothing else.
        let _ = shelf.keep(&name, &thumb);
        thumb
    });
    if height <= SMALL_PX || !shelf.has(&small) {
        let _ = shelf.keep(&small, &thumb.clone().high(SMALL_PX));
    }
    thumb
}

fn small_name(name: &Digest) -> Digest {
    Digest::of(&[&name.0[..], b"small"].concat())
}

/// From the shelf, else decoded and kept there.
pub fn photo_thumb(facts: &PhotoFacts, ink: &Ink, shelf: Option<&Shelf>) -> Option<Thumb> {
    let name = photo_name(facts);
    if let Some(thumb) = shelf.and_then(|shelf| shelf.take(&name)) {
        return Some(thumb);
    }
    let thumb = draw_photo(facts, ink, PHOTO_PX)?;
    if let Some(shelf) = shelf {
        let _ = shelf.keep(&name, &thumb);
    }
    Some(thumb)
}

/// Fills the folder with the thumbnails of a whole show, so that the window finds them all at its first start.
/// Gives how many had to be made. The first picture that cannot be kept stops the rest.
pub fn make_all(
    exhibition: &Exhibition,
    cache: &LayoutCache,
    ink: &Ink,
    folder: &Path,
    progress: &Progress,
) -> Result<usize, ShelfError> {
    let shelf = Shelf::at(folder);
    let photos: Vec<_> = exhibition.photos.values().collect();
    progress.set_total((exhibition.boards.len() + photos.len()) as u64);
    let boards: Result<Vec<bool>, ShelfError> = exhibition
        .boards
        .par_iter()
        .map(|board| {
            if progress.is_cancelled() {
                return Ok(false);
            }
            let name = board_name(&layout_input(exhibition, board, None), &ink.proof);
            let is_new = !shelf.has(&name) || !shelf.has(&small_name(&name));
            if is_new {
                let laid = cache.lay(exhibition, board, None);
                let thumb = draw_board(&laid, ink, BOARD_PX);
                shelf.keep(&name, &thumb)?;
                shelf.keep(&small_name(&name), &thumb.high(SMALL_PX))?;
            }
            progress.advance(1);
            Ok(is_new)
        })
        .collect();
    let photos: Result<Vec<bool>, ShelfError> = photos
        .par_iter()
        .map(|facts| {
            let is_new = !progress.is_cancelled() && !shelf.has(&photo_name(facts));
            if let Some(thumb) = is_new.then(|| draw_photo(facts, ink, PHOTO_PX)).flatten() {
                shelf.keep(&photo_name(facts), &thumb)?;
            }
            progress.advance(1);
            Ok(is_new)
        })
        .collect();
    Ok(boards?.into_iter().chain(photos?).filter(|is_new| *is_new).count())
}
