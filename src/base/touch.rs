//! What is done to a photo's pixels, as data: tone, masks, and for which part. Knows no pixels; `media` works it in.

use serde::{Deserialize, Serialize};

/// A part of the upright photo, in ten-thousandths of its sides: finer than a pixel of most photos, and whole numbers
/// are the same on every machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PhotoPart {
    pub x: u16,
    pub y: u16,
    pub w: u16,
    pub h: u16,
}

impl PhotoPart {
    /// A whole side.
    pub const SIDE: u16 = 10_000;
    /// No part is narrower: it could not be grabbed.
    pub const LEAST: u16 = 50;

    /// From shares of the sides, brought inside the photo.
    pub fn of([x, y, w, h]: [f64; 4]) -> PhotoPart {
        let along = |start: f64, length: f64| {
            let whole = f64::from(PhotoPart::SIDE);
            let length = (length * whole).round().clamp(f64::from(PhotoPart::LEAST), whole);
            let start = (start * whole).round().clamp(0.0, whole - length);
            (start as u16, length as u16)
        };
        let ((x, w), (y, h)) = (along(x, w), along(y, h));
        PhotoPart { x, y, w, h }
    }

    pub fn shares(self) -> [f64; 4] {
        [self.x, self.y, self.w, self.h].map(|part| f64::from(part) / f64::from(PhotoPart::SIDE))
    }

    /// Inside the photo and large enough to be grabbed.
    pub fn settled(self) -> PhotoPart {
        PhotoPart::of(self.shares())
    }

    pub fn union(self, other: PhotoPart) -> PhotoPart {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.w).max(other.x + other.w);
        let bottom = (self.y + self.h).max(other.y + other.h);
        PhotoPart {
            x,
            y,
            w: right - x,
            h: bottom - y,
        }
    }
}

/// Light and colour, each −100..=100; all at 0 and full levels leave the photo as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tone {
    pub brightness: i8,
    pub contrast: i8,
    pub saturation: i8,
    /// Above 0 warmer, below cooler.
    pub warmth: i8,
    /// What becomes black and what white, 0..=255: set by the automatic correction.
    pub levels: [u8; 2],
}

impl Default for Tone {
    fn default() -> Tone {
        Tone {
            brightness: 0,
            contrast: 0,
            saturation: 0,
            warmth: 0,
            levels: [0, 255],
        }
    }
}

impl Tone {
    pub fn settled(self) -> Tone {
        let within = |value: i8| value.clamp(-100, 100);
        let [black, white] = self.levels;
        Tone {
            brightness: within(self.brightness),
            contrast: within(self.contrast),
            saturation: within(self.saturation),
            warmth: within(self.warmth),
            levels: if black < white { self.levels } else { [0, 255] },
        }
    }
}

/// A face or a paper that nobody is to recognise: what lies under it is gone from everything that is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mask {
    pub part: PhotoPart,
    #[serde(default)]
    pub form: MaskForm,
    #[serde(default)]
    pub kind: MaskKind,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaskForm {
    #[default]
    Ellipse,
    Rect,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MaskKind {
    /// Means of a few large cells, running into each other.
    #[default]
    Blur,
    /// An even dark grey.
    Solid,
}

/// What is worked into the pixels of one placed photo.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Recipe {
    pub tone: Tone,
    pub masks: Vec<Mask>,
    /// Width and height of the whole upright photo.
    pub full_px: [u32; 2],
    /// The part that is kept, in pixels of the upright photo: left, top, width, height.
    pub part_px: [u32; 4],
    /// Corners in pixels of the part, where it is seen at an angle: what lies outside is not kept either.
    pub seen: Option<[[i32; 2]; 4]>,
}
