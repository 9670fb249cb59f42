//! A print shop's wishes as plain data, and what of them contradicts itself. Knows no PDF and no disk.

use super::ShopId;
use crate::base::say::{ShopField, ShopSay};
use crate::base::{Digest, Lang};
use crate::geom::{Rect, Size, rect};
use std::sync::Arc;

/// A print shop's wishes; `export::Press` is made from it. The first shop of a show is the one it prints at.
#[derive(Clone, Debug, PartialEq)]
pub struct Shop {
    pub id: ShopId,
    /// Id of the profile that came with the program ("photo-print"); empty for an office's own.
    pub kind: String,
    pub name: String,
    /// In mm beyond the trim, at most what frames have (`layout::BLEED`).
    pub bleed: f64,
    /// Unprinted material around the picture, in mm, cut off with nothing: eyelets stand in it.
    pub white_edge: f64,
    /// Room for marks outside the bleed, in mm of the file.
    pub slug: f64,
    pub has_crop_marks: bool,
    /// Highest sum of C, M, Y, K in percent.
    pub ink_limit: f64,
    /// Lowest pixels an inch a photo may have at its printed size.
    pub least_dpi: f64,
    /// From how far people look, in m.
    pub view_m: f64,
    /// Inks of large black areas in percent; `None` leaves them as they are.
    pub rich_black: Option<[f64; 4]>,
    /// Black text up to this size, in mm, takes black ink alone; 0 leaves it as it is.
    pub plain_black: f64,
    /// Text as filled paths (转曲) in place of fonts.
    pub is_outlined: bool,
    /// The file is 1:`scale` of the board, 1 or 10; photos are untouched.
    pub scale: u32,
    /// Names of files, with the words of `NAME_WORDS` in braces.
    pub file_names: String,
    /// Widths of the shop's rolls in mm.
    pub rolls: Vec<f64>,
    /// How far strips of a sheet that is wider than the rolls lie over each other, in mm.
    pub overlap: f64,
    pub output: Output,
    /// Of TIFF and JPEG, at the printed size.
    pub output_dpi: f64,
    /// JPEG quality of photos turned into the profile's CMYK; 0 leaves photos as they are, pixel for pixel.
    pub photo_quality: f64,
    pub finishing: Finishing,
    /// How this press prints, as the shop gave it; `None`: as usual on coated paper.
    pub profile: Option<OutputProfile>,
}

/// An ICC output profile that lies with the show.
#[derive(Clone, PartialEq)]
pub struct OutputProfile {
    /// What it says of itself, or its file's name.
    pub name: String,
    pub icc: Arc<[u8]>,
}

impl std::fmt::Debug for OutputProfile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({} bytes)", self.name, self.icc.len())
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Output {
    #[default]
    Pdf,
    /// One flat picture, sRGB.
    Tiff,
    Jpeg,
}

/// What is done to the printed sheet. Millimetres, from the edge where it is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Finishing {
    pub eyelets: Option<Eyelets>,
    /// Folded back all around.
    pub hem: f64,
    /// Hidden in the cassette of a roll-up; only boards that are made for one have it.
    pub clamp: f64,
    pub has_cut_line: bool,
}

/// Holes with a ring, at the corners and between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Eyelets {
    /// From middle to middle at most.
    pub spacing: f64,
    /// Of the middle from the cut.
    pub inset: f64,
    pub diameter: f64,
}

/// A shop as it comes with the program, called and described in Simplified, Traditional, English.
#[derive(Clone, Debug, PartialEq)]
pub struct ShopProfile {
    pub names: [String; 3],
    pub about: [String; 3],
    pub shop: Shop,
}

/// What names of files may be made of.
pub const NAME_WORDS: [&str; 9] = [
    "number",
    "code",
    "title",
    "committee",
    "size",
    "material",
    "copies",
    "scale",
    "shop",
];

pub const USUAL_NAMES: &str = "{number}_{code}_{title}";

/// What a show without a shop of its own is held against: offset-like, 3 mm bleed, 10 mm slug, crop marks, 300 % ink.
/// Photos: an eye splits one minute of arc, which is 58 pixels an inch from the 1.5 m where a board is read.
impl Default for Shop {
    fn default() -> Shop {
        Shop {
            id: ShopId(0),
            kind: String::new(),
            name: String::new(),
            bleed: 3.0,
            white_edge: 0.0,
            slug: 10.0,
            has_crop_marks: true,
            ink_limit: 300.0,
            least_dpi: 58.0,
            view_m: 1.5,
            rich_black: None,
            plain_black: 0.0,
            is_outlined: false,
            scale: 1,
            file_names: USUAL_NAMES.into(),
            rolls: Vec::new(),
            overlap: 20.0,
            output: Output::Pdf,
            output_dpi: 150.0,
            photo_quality: 0.0,
            finishing: Finishing::default(),
            profile: None,
        }
    }
}

impl Default for Eyelets {
    fn default() -> Eyelets {
        Eyelets {
            spacing: 500.0,
            inset: 30.0,
            diameter: 12.0,
        }
    }
}

impl ShopProfile {
    /// Called so, by its id or in any language; spaces and capitals do not count.
    pub fn is_called(&self, name: &str) -> bool {
        let bare = |name: &str| name.split_whitespace().collect::<String>().to_lowercase();
        let mut known = self.names.iter().chain([&self.shop.kind]);
        known.any(|known| bare(known) == bare(name))
    }

    pub fn name(&self, lang: Lang) -> &str {
        let [hans, hant, en] = &self.names;
        lang.of([hans, hant, en])
    }

    pub fn about(&self, lang: Lang) -> &str {
        let [hans, hant, en] = &self.about;
        lang.of([hans, hant, en])
    }
}

impl Shop {
    /// The profile that a show without a shop is held against.
    pub const USUAL: &str = "offset";

    /// The id that a shipped profile has in every show.
    pub fn id_of(kind: &str) -> ShopId {
        let digest = Digest::of(kind.as_bytes());
        ShopId(digest.0[..16].iter().fold(0, |id, byte| id << 8 | u128::from(*byte)))
    }

    pub fn is_own(&self) -> bool {
        self.kind.is_empty()
    }

    /// Where a board's sheet is cut, in millimetres of the board.
    pub fn cut(&self, board: Size) -> Rect {
        rect(0.0, 0.0, board.w, board.h).grow(self.white_edge)
    }

    /// What contradicts itself, a sentence each; empty for a sound shop.
    pub fn faults(&self) -> Vec<ShopSay> {
        self.clone().mended().1
    }

    /// The nearest sound wishes, and a sentence for each that had to change.
    pub fn mended(mut self) -> (Shop, Vec<ShopSay>) {
        let mut said = Vec::new();
        self.hold_numbers(&mut said);
        if self.white_edge > 0.0 && self.bleed > 0.0 {
            said.push(ShopSay::BleedIntoEdge { bleed: self.bleed });
            self.bleed = 0.0;
        }
        if self.has_crop_marks && self.slug < 2.0 {
            self.slug = 10.0;
            said.push(ShopSay::MarksWithoutRoom { slug: self.slug });
        }
        if ![1, 10].contains(&self.scale) {
            said.push(ShopSay::ScaleUnknown { scale: self.scale });
            self.scale = 1;
        }
        self.hold_black(&mut said);
        self.hold_names(&mut said);
        (self, said)
    }

    fn hold_numbers(&mut self, said: &mut Vec<ShopSay>) {
        use ShopField as F;
        let finishing = &mut self.finishing;
        for (field, value, least, most, usual) in [
            (F::Bleed, &mut self.bleed, 0.0, 10.0, 3.0),
            (F::WhiteEdge, &mut self.white_edge, 0.0, 300.0, 0.0),
            (F::Slug, &mut self.slug, 0.0, 100.0, 10.0),
            (F::LeastDpi, &mut self.least_dpi, 10.0, 1200.0, 58.0),
            (F::ViewDistance, &mut self.view_m, 0.2, 100.0, 1.5),
            (F::InkLimit, &mut self.ink_limit, 100.0, 400.0, 300.0),
            (F::PlainBlack, &mut self.plain_black, 0.0, 100.0, 0.0),
            (F::OutputDpi, &mut self.output_dpi, 10.0, 600.0, 150.0),
            (F::PhotoQuality, &mut self.photo_quality, 0.0, 100.0, 92.0),
            (F::Overlap, &mut self.overlap, 0.0, 200.0, 20.0),
            (F::Hem, &mut finishing.hem, 0.0, 200.0, 0.0),
            (F::Clamp, &mut finishing.clamp, 0.0, 400.0, 0.0),
        ] {
            hold(field, value, least, most, usual, said);
        }
        if let Some(eyelets) = &mut finishing.eyelets {
            hold(F::EyeletDiameter, &mut eyelets.diameter, 4.0, 60.0, 12.0, said);
            hold(F::EyeletSpacing, &mut eyelets.spacing, 50.0, 2000.0, 500.0, said);
            let least = eyelets.diameter / 2.0;
            hold(F::EyeletInset, &mut eyelets.inset, least, 300.0, 30.0, said);
        }
        for roll in &mut self.rolls {
            hold(F::RollWidth, roll, 100.0, 10_000.0, 1270.0, said);
        }
        for part in self.rich_black.iter_mut().flatten() {
            hold(F::RichBlack, part, 0.0, 100.0, 0.0, said);
        }
    }

    fn hold_black(&mut self, said: &mut Vec<ShopSay>) {
        let limit = self.ink_limit;
        if let Some(inks) = &mut self.rich_black
            && inks.iter().sum::<f64>() > limit + 1e-6
        {
            let sum = inks.iter().sum();
            *inks = within(*inks, limit);
            said.push(ShopSay::RichBlackTooWet { sum, limit });
        }
    }

    fn hold_names(&mut self, said: &mut Vec<ShopSay>) {
        let words: Vec<String> = name_words(&self.file_names).map(str::to_string).collect();
        for word in words.iter().filter(|word| !NAME_WORDS.contains(&word.as_str())) {
            self.file_names = self.file_names.replace(&format!("{{{word}}}"), "");
            said.push(ShopSay::NameUnknown { word: word.clone() });
        }
        let tells = |word: &String| ["number", "code", "title"].contains(&word.as_str());
        if !words.iter().any(tells) {
            let pattern = std::mem::replace(&mut self.file_names, USUAL_NAMES.into());
            said.push(ShopSay::NamesAlike { pattern });
        }
    }
}

/// Inks with no more than this sum: black stays, the colours give way together.
pub fn within(inks: [f64; 4], limit: f64) -> [f64; 4] {
    let [c, m, y, k] = inks;
    let colours = c + m + y;
    if colours + k <= limit || colours <= 0.0 {
        return inks;
    }
    let share = ((limit - k) / colours).clamp(0.0, 1.0);
    [c * share, m * share, y * share, k]
}

/// The words in braces.
pub fn name_words(pattern: &str) -> impl Iterator<Item = &str> {
    let parts = pattern.split('{').skip(1);
    parts.filter_map(|part| part.split_once('}').map(|(word, _)| word))
}

/// The shops of a show in which this one is chosen: it first, an office's own kept behind it.
pub fn with_chosen(shops: &[Shop], chosen: Shop) -> Vec<Shop> {
    let others = shops.iter().filter(|shop| shop.is_own() && shop.id != chosen.id);
    let others: Vec<Shop> = others.map(|shop| shop.clone().mended().0).collect();
    std::iter::once(chosen).chain(others).collect()
}

fn hold(field: ShopField, value: &mut f64, least: f64, most: f64, usual: f64, said: &mut Vec<ShopSay>) {
    let held = if value.is_finite() {
        value.clamp(least, most)
    } else {
        usual
    };
    if held != *value {
        said.push(ShopSay::OutOfReach {
            field,
            is: *value,
            held,
        });
        *value = held;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_contradicts_itself_is_said_once_and_mended() {
        type Spoil = fn(&mut Shop);
        let table: [(&str, Spoil, Spoil); 11] = [
            ("出血不能是 12 mm，按 10 mm", |s| s.bleed = 12.0, |s| s.bleed = 10.0),
            ("出血不能是 -1 mm", |s| s.bleed = -1.0, |s| s.bleed = 0.0),
            ("清晰度不能是 0 dpi", |s| s.least_dpi = 0.0, |s| s.least_dpi = 10.0),
            (
                "有白边就没有出血",
                |s| s.white_edge = 100.0,
                |s| {
                    (s.white_edge, s.bleed) = (100.0, 0.0);
                },
            ),
            ("没有留边", |s| s.slug = 0.0, |_| {}),
            ("1:3", |s| s.scale = 3, |_| {}),
            ("每块都会同名", |s| s.file_names = "{shop}".into(), |_| {}),
            (
                "{colour} 不认识",
                |s| s.file_names = "{code}{colour}".into(),
                |s| {
                    s.file_names = "{code}".into();
                },
            ),
            (
                "超过上限 300%",
                |s| s.rich_black = Some([80.0, 80.0, 80.0, 100.0]),
                |s| {
                    s.rich_black = Some([200.0 / 3.0, 200.0 / 3.0, 200.0 / 3.0, 100.0]);
                },
            ),
            (
                "打扣间距不能是 0 mm",
                |s| {
                    s.finishing.eyelets = Some(Eyelets {
                        spacing: 0.0,
                        ..Eyelets::default()
                    })
                },
                |s| {
                    s.finishing.eyelets = Some(Eyelets {
                        spacing: 50.0,
                        ..Eyelets::default()
                    })
                },
            ),
            ("总墨量上限不能是", |s| s.ink_limit = f64::NAN, |_| {}),
        ];
        assert_eq!(Shop::default().faults(), []);
        for (sentence, spoil, wanted) in table {
            let (mut shop, mut sound) = (Shop::default(), Shop::default());
            spoil(&mut shop);
            wanted(&mut sound);
            let (mended, said) = shop.mended();
            assert_eq!(said.len(), 1, "{sentence}: {said:?}");
            assert!(said[0].texts()[0].contains(sentence), "{sentence}: {said:?}");
            let [mut a, mut b] = [mended.clone(), sound];
            let near = |inks: &mut Option<[f64; 4]>| inks.iter_mut().flatten().for_each(|ink| *ink = ink.round());
            near(&mut a.rich_black);
            near(&mut b.rich_black);
            assert_eq!(a, b, "{sentence}");
            assert_eq!(mended.faults(), [], "{sentence}");
        }
    }
}
