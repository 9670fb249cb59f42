use super::{Digest, PhotoPart};
use serde::{Deserialize, Serialize};

/// What is known of a photo without its pixels. `media` finds it out once, when the photo comes in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhotoFacts {
    pub digest: Digest,
    /// The name it came under; only for people, never used as a path.
    pub name: String,
    pub format: PhotoFormat,
    /// As stored in the file, before the turn, in pixels; of a drawing only the proportions count.
    pub stored_px: [u32; 2],
    pub turn: Turn,
    pub colour: PhotoColour,
    /// An ICC profile is embedded and readable.
    pub has_icc: bool,
    pub bytes: u64,
    pub state: PhotoState,
    /// What its pixels say; `None` where nobody has looked (files of earlier programs, very large ones, broken ones).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<PhotoLook>,
    /// What people say of it: the file does not know.
    #[serde(default, skip_serializing_if = "PhotoCredit::is_default")]
    pub credit: PhotoCredit,
}

/// Who took a photo, and whether those who are on it agreed to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PhotoCredit {
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub consent: Consent,
    #[serde(default)]
    pub note: String,
}

impl PhotoCredit {
    pub fn is_default(&self) -> bool {
        *self == PhotoCredit::default()
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consent {
    #[default]
    Unknown,
    Yes,
    No,
    /// Nobody can be recognised, or the licence says so.
    NotNeeded,
}

impl Consent {
    pub const ALL: [Consent; 4] = [Consent::Unknown, Consent::Yes, Consent::No, Consent::NotNeeded];
}

/// Seen in the pixels once, when the photo came in, and kept: so that one show is one picture on every machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PhotoLook {
    /// Mean greys of 17 × 17 cells, row by row: by them copies are known.
    pub print: Vec<u8>,
    /// The same of the picture without its rims: copies are often trimmed.
    pub inner: Vec<u8>,
    pub faces: Vec<PhotoPart>,
    /// Faces and what is around them, else what stands out.
    pub subject: Option<PhotoPart>,
    /// The file names the camera or phone that took it.
    pub has_camera: bool,
}

impl PhotoFacts {
    /// Width and height as a person sees the photo, after the EXIF turn.
    pub fn upright_px(&self) -> [u32; 2] {
        let [w, h] = self.stored_px;
        if self.turn.swaps_sides() { [h, w] } else { [w, h] }
    }

    /// Probably compressed by a chat program: it has the small size and the name that those give, and no camera is
    /// named any more.
    pub fn is_from_chat(&self) -> bool {
        let is_small = self.stored_px.iter().all(|side| *side <= CHAT_PX);
        let names_none = self.look.as_ref().is_some_and(|look| !look.has_camera);
        is_small && names_none && is_chat_name(&self.name.to_lowercase())
    }

    /// How long its longer side may be printed, in mm, and still have so many pixels an inch.
    pub fn sharp_length(&self, dpi: f64) -> f64 {
        f64::from(self.stored_px[0].max(self.stored_px[1])) / dpi.max(1.0) * 25.4
    }
}

/// Chat programs make the longer side no longer than this unless asked for the original.
const CHAT_PX: u32 = 1920;

/// As WeChat and WhatsApp name what they save: mmexport1700000000000.jpg, 微信图片_20240501.jpg, IMG-20240501-WA0003.jpg.
fn is_chat_name(lower: &str) -> bool {
    let begins = ["mmexport", "微信图片", "微信圖片", "wechat image", "wx_camera_"];
    let is_whatsapp = lower.strip_prefix("img-").is_some_and(|rest| {
        let (date, rest) = rest.split_at_checked(8).unwrap_or_default();
        date.chars().all(|c| c.is_ascii_digit()) && rest.starts_with("-wa")
    });
    is_whatsapp || begins.iter().any(|begin| lower.starts_with(begin))
}

/// What stands in `PhotoState::Broken`: stored with the show, so these words never change.
pub mod reason {
    pub const EMPTY: &str = "0 bytes";
    pub const HEIC: &str = "HEIC";
    pub const AVIF: &str = "AVIF";
    pub const VIDEO: &str = "video";
    pub const WEB_PAGE: &str = "web page";
    pub const PDF: &str = "PDF";
    pub const WECHAT: &str = "enciphered file of a chat program";
    pub const NO_PICTURE: &str = "no picture format";
    pub const NO_HEADER: &str = "no usable header";
    pub const NO_PIXELS: &str = "ends before its first pixel";
    pub const RARE_JPEG: &str = "kind of JPEG that is not supported";
    pub const DECODER_FAILED: &str = "the decoder gave up";
    pub const SVGZ: &str = "compressed SVG";
    pub const BROKEN_DRAWING: &str = "no drawing that can be read";
    pub const LARGE_DRAWING: &str = "a drawing of too many parts";
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhotoFormat {
    Jpeg,
    Png,
    WebP,
    Tiff,
    Bmp,
    Gif,
    /// A vector drawing: no photo, and in no photo's place.
    Svg,
    Unknown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhotoColour {
    Grey,
    Rgb,
    /// Four inks; `inverted` where an Adobe marker says that 255 means no ink.
    Cmyk {
        inverted: bool,
    },
}

/// Whether the pixels can be trusted. Everything but `Good` becomes a finding; `Broken` and `Missing` a placeholder.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhotoState {
    Good,
    /// The file ends early; what decodes is shown, print is refused.
    Truncated,
    /// Over 30,000 px a side or 200 megapixels; refused from the header.
    TooLarge,
    /// Not decodable; `reason` is technical and shown below the plain sentence.
    Broken {
        reason: String,
    },
    Missing,
}

/// The EXIF orientation, 1 to 8: how the stored pixels are turned to stand upright.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Turn(u8);

impl Default for Turn {
    fn default() -> Turn {
        Turn(1)
    }
}

impl Turn {
    /// Values outside 1..=8, which some cameras write, count as upright.
    pub fn from_exif(value: u32) -> Turn {
        if (1..=8).contains(&value) {
            Turn(value as u8)
        } else {
            Turn(1)
        }
    }

    pub fn exif(self) -> u8 {
        self.0
    }

    pub fn swaps_sides(self) -> bool {
        self.0 >= 5
    }

    /// Where a point of the stored picture (unit square, y down) stands in the upright one:
    /// `[a, b, c, d, e, f]` with `x' = a x + c y + e`, `y' = b x + d y + f`.
    pub fn matrix(self) -> [f64; 6] {
        match self.0 {
            2 => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            3 => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            4 => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            5 => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            6 => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            7 => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            8 => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
            _ => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
        }
    }
}
