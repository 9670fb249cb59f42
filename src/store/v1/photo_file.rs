//! What is known of a photo's file.

use super::names;
use super::photo::Part;
use crate::base::{self, Digest};
use serde::{Deserialize, Serialize};

names!(
    PhotoFormat,
    base::PhotoFormat,
    [Jpeg, Png, WebP, Tiff, Bmp, Gif, Svg, Unknown]
);

#[derive(Serialize, Deserialize)]
pub struct Photo {
    bytes: u64,
    colour: PhotoColour,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    credit: Option<Credit>,
    digest: Digest,
    format: PhotoFormat,
    has_icc: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look: Option<Look>,
    name: String,
    state: PhotoState,
    stored_px: [u32; 2],
    turn: u8,
}

#[derive(Serialize, Deserialize)]
struct Credit {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    author: String,
    consent: Consent,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    note: String,
}

names!(Consent, base::Consent, [Unknown, Yes, No, NotNeeded]);

#[derive(Serialize, Deserialize)]
struct Look {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    faces: Vec<Part>,
    has_camera: bool,
    /// Two hexadecimal digits a cell; first of the whole picture, then of its inner part.
    print: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    subject: Option<Part>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PhotoColour {
    Grey,
    Rgb,
    Cmyk { inverted: bool },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PhotoState {
    Good,
    Truncated,
    TooLarge,
    Broken { reason: String },
    Missing,
}

impl From<&base::PhotoFacts> for Photo {
    fn from(photo: &base::PhotoFacts) -> Photo {
        Photo {
            bytes: photo.bytes,
            colour: match photo.colour {
                base::PhotoColour::Grey => PhotoColour::Grey,
                base::PhotoColour::Rgb => PhotoColour::Rgb,
                base::PhotoColour::Cmyk { inverted } => PhotoColour::Cmyk { inverted },
            },
            credit: (!photo.credit.is_default()).then(|| Credit {
                author: photo.credit.author.clone(),
                consent: photo.credit.consent.into(),
                note: photo.credit.note.clone(),
            }),
            digest: photo.digest,
            format: photo.format.into(),
            has_icc: photo.has_icc,
            look: photo.look.as_ref().map(Look::from),
            name: photo.name.clone(),
            state: match &photo.state {
                base::PhotoState::Good => PhotoState::Good,
                base::PhotoState::Truncated => PhotoState::Truncated,
                base::PhotoState::TooLarge => PhotoState::TooLarge,
                base::PhotoState::Broken { reason } => PhotoState::Broken { reason: reason.clone() },
                base::PhotoState::Missing => PhotoState::Missing,
            },
            stored_px: photo.stored_px,
            turn: photo.turn.exif(),
        }
    }
}

impl From<Photo> for base::PhotoFacts {
    fn from(photo: Photo) -> base::PhotoFacts {
        base::PhotoFacts {
            digest: photo.digest,
            name: photo.name,
            format: photo.format.into(),
            stored_px: photo.stored_px,
            turn: base::Turn::from_exif(photo.turn.into()),
            colour: match photo.colour {
                PhotoColour::Grey => base::PhotoColour::Grey,
                PhotoColour::Rgb => base::PhotoColour::Rgb,
                PhotoColour::Cmyk { inverted } => base::PhotoColour::Cmyk { inverted },
            },
            has_icc: photo.has_icc,
            bytes: photo.bytes,
            state: match photo.state {
                PhotoState::Good => base::PhotoState::Good,
                PhotoState::Truncated => base::PhotoState::Truncated,
                PhotoState::TooLarge => base::PhotoState::TooLarge,
                PhotoState::Broken { reason } => base::PhotoState::Broken { reason },
                PhotoState::Missing => base::PhotoState::Missing,
            },
            look: photo.look.map(base::PhotoLook::from),
            credit: photo
                .credit
                .map(|credit| base::PhotoCredit {
                    author: credit.author,
                    consent: credit.consent.into(),
                    note: credit.note,
                })
                .unwrap_or_default(),
        }
    }
}

impl From<&base::PhotoLook> for Look {
    fn from(look: &base::PhotoLook) -> Look {
        let cells = look.print.iter().chain(&look.inner);
        Look {
            faces: look.faces.iter().map(|face| Part::from(*face)).collect(),
            has_camera: look.has_camera,
            print: cells.map(|grey| format!("{grey:02x}")).collect(),
            subject: look.subject.map(Part::from),
        }
    }
}

impl From<Look> for base::PhotoLook {
    fn from(look: Look) -> base::PhotoLook {
        let cell = |at: usize| u8::from_str_radix(look.print.get(at..at + 2)?, 16).ok();
        let mut print: Vec<u8> = (0..look.print.len() / 2).filter_map(|at| cell(2 * at)).collect();
        let inner = print.split_off(print.len() / 2);
        base::PhotoLook {
            print,
            inner,
            faces: look.faces.into_iter().map(base::PhotoPart::from).collect(),
            subject: look.subject.map(base::PhotoPart::from),
            has_camera: look.has_camera,
        }
    }
}
