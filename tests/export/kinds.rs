//! A photo of each kind that cameras, phones, scanners and layout programs write, all on one sheet: its own bytes are in
//! the PDF, programs of others show it as the screen does and upright, and nothing that it tells of people goes along.

use super::hand::{Bench, image as photo, page};
use super::likeness::{distance, lab, without_intent};
use super::{called, x4};
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use lopdf::{Document, Object};
use moxcms::ColorProfile;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use zhanban::base::{PhotoColour, PhotoFacts, PhotoState, Progress};
use zhanban::export::{Press, write_pdf};
use zhanban::geom::{Rect, rect};
use zhanban::media::{Library, Pixels};

/// Upright, in pixels: two by two quarters of 48 × 32.
const SIDES: [u32; 2] = [96, 64];
const ACROSS: usize = 6;
/// Two pixels a millimetre, so that no program has to smooth.
const DPI: &str = "50.8";
const PER_MM: f64 = 2.0;

struct Kind {
    name: String,
    /// As the PDF must have it.
    clean: Vec<u8>,
    /// As it comes, with all that a PDF must not have.
    file: Vec<u8>,
    turn: u16,
    /// What it shows, where no profile has to be asked.
    colours: Option<[[u8; 3]; 4]>,
    /// Whether ImageMagick can be asked for it: it reads no spoilt Exif and takes files that are neither for YCbCr.
    is_common: bool,
}

impl Kind {
    fn new(name: &str, clean: Vec<u8>) -> Kind {
        Kind {
            name: name.into(),
            file: telling(&clean, &exif(1)),
            clean,
            turn: 1,
            colours: Some(RGB),
            is_common: true,
        }
    }

    fn of_profile(name: &str, clean: Vec<u8>) -> Kind {
        Kind {
            colours: None,
            ..Kind::new(name, clean)
        }
    }
}

/// Which quarter a pixel of the upright picture lies in, and a slow change of light within it.
fn upright(x: u32, y: u32) -> (usize, i16) {
    let quarter = (y / 32 * 2 + x / 48) as usize;
    (quarter, ((x % 48) / 4) as i16 - 6)
}

/// Where the pixel that a camera stores at `x`, `y` stands in the upright picture (definition of the Exif tag).
fn from_stored(turn: u16, x: u32, y: u32) -> (u32, u32) {
    let [w, h] = SIDES;
    match turn {
        2 => (w - 1 - x, y),
        3 => (w - 1 - x, h - 1 - y),
        4 => (x, h - 1 - y),
        5 => (y, x),
        6 => (w - 1 - y, x),
        7 => (w - 1 - y, h - 1 - x),
        8 => (y, h - 1 - x),
        _ => (x, y),
    }
}

fn stored_sides(turn: u16) -> [u32; 2] {
    let [w, h] = SIDES;
    if turn < 5 { [w, h] } else { [h, w] }
}

/// Samples as a camera stores them, each quarter in its colour.
fn samples<const N: usize>(turn: u16, colours: [[u8; N]; 4]) -> Vec<u8> {
    let [w, h] = stored_sides(turn);
    let places = (0..h).flat_map(|y| (0..w).map(move |x| (x, y)));
    places
        .flat_map(|(x, y)| {
            let (x, y) = from_stored(turn, x, y);
            let (quarter, light) = upright(x, y);
            colours[quarter].map(|part| (i16::from(part) + light).clamp(0, 255) as u8)
        })
        .collect()
}

const RGB: [[u8; 3]; 4] = [[190, 90, 80], [90, 160, 90], [80, 100, 170], [222, 212, 190]];
const GREY: [[u8; 1]; 4] = [[70], [120], [170], [220]];
/// Amounts of ink, 255 is full.
const INK: [[u8; 4]; 4] = [
    [30, 180, 170, 10],
    [170, 40, 190, 20],
    [190, 140, 20, 10],
    [20, 30, 60, 6],
];

fn jpeg(data: &[u8], turn: u16, colour: ColorType, set: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let [w, h] = stored_sides(turn);
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, 93);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    set(&mut encoder);
    encoder.encode(data, w as u16, h as u16, colour).unwrap();
    bytes
}

fn rgb_jpeg(turn: u16, set: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    jpeg(&samples(turn, RGB), turn, ColorType::Rgb, set)
}

fn ink_jpeg(colours: [[u8; 4]; 4], colour: ColorType) -> Vec<u8> {
    jpeg(&samples(1, colours), 1, colour, |_| {})
}

/// Where the first segment of this kind stands, and its length with the marker.
fn segment(jpeg: &[u8], marker: u8) -> (usize, usize) {
    let mut at = 2;
    while jpeg[at + 1] != marker {
        at += 2 + usize::from(jpeg[at + 2]) * 256 + usize::from(jpeg[at + 3]);
    }
    (at, 2 + usize::from(jpeg[at + 2]) * 256 + usize::from(jpeg[at + 3]))
}

fn without(mut jpeg: Vec<u8>, marker: u8) -> Vec<u8> {
    let (at, length) = segment(&jpeg, marker);
    jpeg.drain(at..at + length);
    jpeg
}

fn with_segment(jpeg: &[u8], marker: u8, data: &[u8]) -> Vec<u8> {
    let length = (data.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xFF, marker], &length, data, &jpeg[2..]].concat()
}

/// What no file for print may carry stands under this word in all that is planted.
const SECRET: &[u8] = b"SECRET";

/// Exif as phones write it, big end first: maker, turn, the place, and a small picture of the photo.
fn exif(turn: u16) -> Vec<u8> {
    let small = with_segment(&rgb_jpeg(1, |_| {}), 0xFE, b"SECRET small picture");
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let head = [tag.to_be_bytes(), kind.to_be_bytes()].concat();
        [&head[..], &count.to_be_bytes(), &value].concat()
    };
    let at = |offset: usize| (offset as u32).to_be_bytes();
    let [high, low] = turn.to_be_bytes();
    let (place, second) = (8 + 2 + 3 * 12 + 4 + 16, 8 + 2 + 3 * 12 + 4 + 16 + 2 + 12 + 4 + 16);
    let small_at = second + 2 + 2 * 12 + 4;
    [
        &b"MM\0*\0\0\0\x08"[..],
        &3u16.to_be_bytes(),
        &entry(0x010F, 2, 16, at(8 + 2 + 3 * 12 + 4)),
        &entry(0x0112, 3, 1, [high, low, 0, 0]),
        &entry(0x8825, 4, 1, at(place)),
        &at(second),
        b"SECRET phone \0\0\0",
        &1u16.to_be_bytes(),
        &entry(0x001C, 7, 16, at(place + 2 + 12 + 4)),
        &at(0),
        b"SECRET valley\0\0\0",
        &2u16.to_be_bytes(),
        &entry(0x0201, 4, 1, at(small_at)),
        &entry(0x0202, 4, 1, at(small.len())),
        &at(0),
        &small,
    ]
    .concat()
}

/// With Exif, XMP, press data, a list of further pictures, a comment and a trailer.
fn telling(clean: &[u8], exif: &[u8]) -> Vec<u8> {
    let mut file = clean.to_vec();
    for (marker, data) in [
        (0xFE, &b"SECRET comment"[..]),
        (0xE2, b"MPF\0MM\0*\0\0\0\x08SECRET list"),
        (0xED, b"Photoshop 3.0\08BIM\x04\x04SECRET writer"),
        (
            0xE1,
            b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET edits</x:xmpmeta>",
        ),
    ] {
        file = with_segment(&file, marker, data);
    }
    file = with_segment(&file, 0xE1, &[b"Exif\0\0", exif].concat());
    file.extend(b"SECRET trailer \xFF\xD8\xFF\xD9");
    file
}

/// Exif that is not quite as it should be, and what can still be read of it.
fn spoilt() -> Vec<(&'static str, u16, Vec<u8>)> {
    let sound = exif(6);
    // The turn is the second entry of the first directory; the block up to behind it.
    let (turn_at, head) = (8 + 2 + 12, 8 + 2 + 2 * 12);
    let changed = |at: usize, bytes: &[u8]| {
        let mut block = sound.clone();
        block[at..at + bytes.len()].copy_from_slice(bytes);
        block
    };
    vec![
        ("cut behind the turn", 6, sound[..head].to_vec()),
        ("more entries than there are", 6, changed(8, &[0xFF, 0xFF])),
        (
            "a turn that claims to be long",
            6,
            changed(turn_at + 2, &[0, 4, 0, 0, 0, 1, 0, 0, 0, 6]),
        ),
        (
            "long in a cut block",
            6,
            changed(turn_at + 2, &[0, 4, 0, 0, 0, 1, 0, 0, 0, 6])[..head].to_vec(),
        ),
        ("a turn with the other end first", 6, changed(turn_at + 8, &[6, 0])),
        ("said to be little end first", 6, changed(0, b"II")),
        (
            "place of the first directory is far beyond",
            1,
            changed(4, &[0, 0xFF, 0xFF, 0xFF]),
        ),
        (
            "place of the first directory is beyond all numbers",
            1,
            changed(4, &[0xFF; 4]),
        ),
        ("cut in the turn", 1, sound[..head - 6].to_vec()),
        ("cut in the header", 1, sound[..6].to_vec()),
        ("no Exif at all", 1, b"SECRET rubbish".to_vec()),
    ]
}

/// A segment whose length is wrong by this much, before the JFIF segment.
fn with_wrong_length(clean: &[u8], by: i16) -> Vec<u8> {
    // Without the small picture: its end marker among rubbish would be the photo's end to every decoder.
    let block = &exif(6)[..8 + 2 + 3 * 12 + 4 + 16];
    let mut file = with_segment(clean, 0xE1, &[b"Exif\0\0", block].concat());
    let length = (block.len() as i16 + 8 + by).to_be_bytes();
    file[4..6].copy_from_slice(&length);
    file
}

fn profile() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc")
}

/// The job's inks by another name, so that it is not the job's own profile.
fn other_profile() -> Vec<u8> {
    let mut icc = std::fs::read(profile()).unwrap();
    let at = icc.windows(7).position(|bytes| bytes == b"Coated ").unwrap();
    icc[at..at + 7].copy_from_slice(b"Another");
    icc
}

fn kinds() -> Vec<Kind> {
    let tagged = |name: &str, data: &[u8], colour: ColorType, icc: &[u8]| {
        Kind::of_profile(name, jpeg(data, 1, colour, |e| e.add_icc_profile(icc).unwrap()))
    };
    let rgb_of =
        |name: &str, profile: ColorProfile| tagged(name, &samples(1, RGB), ColorType::Rgb, &profile.encode().unwrap());
    let dark = ColorProfile::new_gray_with_gamma(1.8).encode().unwrap();
    let rgb = || rgb_jpeg(1, |_| {});
    // Samples that go in as if they were YCbCr already are plain RGB where the file says so.
    let untouched = || without(jpeg(&samples(1, RGB), 1, ColorType::Ycbcr, |_| {}), 0xE0);
    let adobe_rgb = with_segment(&untouched(), 0xEE, b"Adobe\0\x64\0\0\0\0\0");
    let mut named = untouched();
    let (frame, scan) = (segment(&named, 0xC0).0, segment(&named, 0xDA).0);
    for (index, name) in b"RGB".iter().enumerate() {
        named[frame + 10 + 3 * index] = *name;
        named[scan + 5 + 2 * index] = *name;
    }
    // The names alone say it; readers of PDF need the mark.
    let marked = with_segment(&named, 0xEE, b"Adobe\0\x64\0\0\0\0\0");
    let paper = INK.map(|inks| inks.map(|ink| 255 - ink));
    let mut kinds = vec![
        Kind::new("RGB", rgb()),
        Kind::new(
            "half the colour",
            rgb_jpeg(1, |e| e.set_sampling_factor(SamplingFactor::F_2_2)),
        ),
        Kind::new("progressive", rgb_jpeg(1, |e| e.set_progressive(true))),
        Kind::new("restarts", rgb_jpeg(1, |e| e.set_restart_interval(3))),
        rgb_of("Adobe RGB", ColorProfile::new_adobe_rgb()),
        rgb_of("Display P3", ColorProfile::new_display_p3()),
        Kind {
            colours: Some(GREY.map(|[grey]| [grey; 3])),
            ..Kind::new("grey", jpeg(&samples(1, GREY), 1, ColorType::Luma, |_| {}))
        },
        tagged("grey with a profile", &samples(1, GREY), ColorType::Luma, &dark),
        tagged(
            "CMYK with a profile",
            &samples(1, INK),
            ColorType::Cmyk,
            &other_profile(),
        ),
        Kind::of_profile("CMYK with Adobe's mark", ink_jpeg(INK, ColorType::Cmyk)),
        // The encoder turns amounts of ink over; what has no mark is not turned over, as libjpeg has it. ImageMagick turns
        // all of them.
        Kind {
            is_common: false,
            ..Kind::of_profile("CMYK without", without(ink_jpeg(paper, ColorType::Cmyk), 0xEE))
        },
        Kind::of_profile("YCCK", ink_jpeg(INK, ColorType::CmykAsYcck)),
        Kind::new("RGB by Adobe's mark", adobe_rgb),
        Kind {
            file: telling(&named, &exif(1)),
            ..Kind::new("RGB by its names", marked)
        },
    ];
    for turn in 2..=8 {
        let clean = rgb_jpeg(turn, |_| {});
        kinds.push(Kind {
            file: telling(&clean, &exif(turn)),
            turn,
            ..Kind::new(&format!("turn {turn}"), clean)
        });
    }
    for (name, turn, block) in spoilt() {
        let clean = rgb_jpeg(turn, |_| {});
        kinds.push(Kind {
            file: telling(&clean, &block),
            turn,
            is_common: false,
            ..Kind::new(name, clean)
        });
    }
    for (name, by) in [("Exif segment too short", -3), ("Exif segment too long", 4)] {
        let clean = rgb_jpeg(6, |_| {});
        let file = with_wrong_length(&clean, by);
        // The length that is too large takes the mark of the next segment along.
        let clean = if by > 0 { without(clean, 0xE0) } else { clean };
        kinds.push(Kind {
            file,
            turn: 6,
            is_common: false,
            ..Kind::new(name, clean)
        });
    }
    kinds
}

/// The sheet with all of them, and what went onto it.
struct Sheet {
    bench: Bench,
    file: PathBuf,
    photos: Vec<(Kind, Arc<PhotoFacts>)>,
}

fn place(index: usize) -> Rect {
    let (column, row) = (index % ACROSS, index / ACROSS);
    rect(1.0 + 49.0 * column as f64, 1.0 + 33.0 * row as f64, 48.0, 32.0)
}

fn sheet(kinds: Vec<Kind>) -> Sheet {
    let mut bench = Bench::new();
    let add = |kind: Kind| {
        let facts = bench.photo(&kind.name, &kind.file);
        assert_eq!(
            (&facts.state, u16::from(facts.turn.exif())),
            (&PhotoState::Good, kind.turn),
            "{}",
            kind.name
        );
        (kind, facts)
    };
    let photos: Vec<_> = kinds.into_iter().map(add).collect();
    let press = Press::plain(bench.home.profile.clone());
    let mut sheet = Sheet {
        file: PathBuf::new(),
        bench,
        photos,
    };
    sheet.file = sheet.write("kinds.pdf", &press);
    sheet
}

impl Sheet {
    fn write(&self, name: &str, press: &Press) -> PathBuf {
        let items = self.photos.iter().enumerate();
        let items = items.map(|(index, (_, facts))| photo(facts, place(index))).collect();
        let to = self.bench.path(name);
        write_pdf(
            &[page("1", items)],
            "x",
            press,
            &self.bench.sources(),
            &to,
            &Progress::default(),
        )
        .unwrap();
        assert_eq!(x4::faults(&std::fs::read(&to).unwrap()), Vec::<String>::new());
        to
    }
}

/// How often something stands in the file, packed or not, that tells of people.
fn told(file: &Path) -> usize {
    let raw = std::fs::read(file).unwrap();
    let document = Document::load_mem(&raw).unwrap();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let all = streams.map(x4::bytes_of).chain([raw]);
    let secrets = [SECRET, b"Exif\0", b"xap/1.0/\0"];
    let is_secret = |bytes: &[u8]| secrets.iter().any(|secret| bytes.starts_with(secret));
    all.map(|bytes| (0..bytes.len()).filter(|at| is_secret(&bytes[*at..])).count())
        .sum()
}

/// Contents of all images, as they stand in the file.
fn images(document: &Document) -> Vec<&lopdf::Stream> {
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let is_image =
        |stream: &&lopdf::Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image");
    streams.filter(is_image).collect()
}

/// Each of the wanted files is among the found, as often as it is wanted.
fn all_are_there(wanted: impl Iterator<Item = (String, Vec<u8>)>, mut found: Vec<Vec<u8>>) {
    for (name, bytes) in wanted {
        let at = found.iter().position(|other| *other == bytes);
        found.swap_remove(at.unwrap_or_else(|| panic!("{name} is not there byte for byte")));
    }
    assert_eq!(found.len(), 0);
}

#[test]
fn a_jpeg_of_any_kind_keeps_its_bytes_and_only_those_for_print() {
    let sheet = sheet(kinds());
    let clean = || {
        sheet
            .photos
            .iter()
            .map(|(kind, _)| (kind.name.clone(), kind.clean.clone()))
    };
    let document = Document::load(&sheet.file).unwrap();
    let stored = images(&document).iter().map(|stream| stream.content.clone()).collect();
    all_are_there(clean(), stored);
    assert_eq!(told(&sheet.file), 0);
    // Also where the shop wants other pixels than the photo's.
    let mut press = Press::plain(sheet.bench.home.profile.clone());
    press.shop.photo_quality = 90.0;
    let inks = sheet.write("inks.pdf", &press);
    assert_eq!(told(&inks), 0);
    // The same by a program of others.
    let to = sheet.bench.path("out");
    std::fs::create_dir(&to).unwrap();
    let mut pdfimages = Command::new("pdfimages");
    if called(pdfimages.arg("-all").arg(&sheet.file).arg(to.join("p"))).is_none() {
        return;
    }
    let taken = std::fs::read_dir(&to)
        .unwrap()
        .map(|file| std::fs::read(file.unwrap().path()).unwrap());
    all_are_there(clean(), taken.collect());
}

/// The sheet as another program draws it; `None` where it is not there.
fn drawn(file: &Path, program: &str) -> Option<RgbImage> {
    let to = file.with_extension(format!("{program}.png"));
    let mut command = Command::new(program);
    match program {
        "pdftoppm" => {
            command.args(["-r", DPI, "-png", "-singlefile", "-defaultcmykprofile"]);
            command.args([&profile(), file, &to.with_extension("")]);
        }
        "gs" => {
            let with = |key: &str, value: &Path| format!("-s{key}={}", value.display());
            command
                .args(["-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=png16m"])
                .arg(format!("-r{DPI}"));
            command
                .arg(with("DefaultCMYKProfile", &profile()))
                .arg(with("OutputFile", &to))
                .arg(file);
        }
        _ => {
            command.args(["draw", "-q", "-r", DPI, "-F", "png", "-o"]);
            command.arg(&to).arg(file);
        }
    }
    called(&mut command)?;
    Some(image::open(&to).unwrap().into_rgb8())
}

/// The photo as ImageMagick shows it by itself.
fn developed(bench: &Bench, kind: &Kind, facts: &PhotoFacts) -> Option<RgbImage> {
    let (from, to) = (
        bench.path(&format!("{}.jpg", kind.name)),
        bench.path(&format!("{}.png", kind.name)),
    );
    std::fs::write(&from, &kind.file).unwrap();
    let screen = bench.path("srgb.icc");
    std::fs::write(&screen, ColorProfile::new_srgb().encode().unwrap()).unwrap();
    let mut command = Command::new("convert");
    command
        .arg(&from)
        .args(["-auto-orient", "-intent", "relative", "-black-point-compensation"]);
    let is_ink = matches!(facts.colour, PhotoColour::Cmyk { .. });
    if is_ink && !facts.has_icc {
        command.arg("-profile").arg(profile());
    }
    if is_ink || facts.has_icc {
        command.arg("-profile").arg(&screen);
    }
    called(command.arg("-depth").arg("8").arg(format!("PNG24:{}", to.display())))?;
    Some(image::open(&to).unwrap().into_rgb8())
}

fn part(sheet: &RgbImage, index: usize) -> RgbImage {
    let place = place(index);
    let (x, y) = ((place.x * PER_MM) as u32, (place.y * PER_MM) as u32);
    image::imageops::crop_imm(sheet, x, y, SIDES[0], SIDES[1]).to_image()
}

fn shown(library: &Library, facts: &PhotoFacts) -> RgbImage {
    let pixels: Arc<Pixels> = library.pixels(facts, u32::MAX, false).unwrap();
    assert_eq!([pixels.width, pixels.height], SIDES);
    RgbImage::from_fn(SIDES[0], SIDES[1], |x, y| {
        let at = (y * pixels.width + x) as usize * 4;
        Rgb([pixels.rgba[at], pixels.rgba[at + 1], pixels.rgba[at + 2]])
    })
}

/// Mean and 95th percentile of ΔE, away from the edges of the picture and of its quarters.
fn apart(one: &RgbImage, other: &RgbImage) -> (f64, f64) {
    let is_inside = |x: u32, y: u32| (4..44).contains(&(x % 48)) && (4..28).contains(&(y % 32));
    let pixels = one.enumerate_pixels().filter(|(x, y, _)| is_inside(*x, *y));
    let mut apart: Vec<f64> = pixels
        .map(|(x, y, rgb)| distance(lab(rgb.0), lab(other.get_pixel(x, y).0)))
        .collect();
    apart.sort_by(f64::total_cmp);
    (
        apart.iter().sum::<f64>() / apart.len() as f64,
        apart[apart.len() * 95 / 100],
    )
}

fn made(colours: [[u8; 3]; 4]) -> RgbImage {
    RgbImage::from_fn(SIDES[0], SIDES[1], |x, y| {
        let (quarter, light) = upright(x, y);
        Rgb(colours[quarter].map(|part| (i16::from(part) + light) as u8))
    })
}

/// Mean colours of the four quarters.
fn quarters(picture: &RgbImage) -> [[f64; 3]; 4] {
    std::array::from_fn(|quarter| {
        let pixels = picture
            .enumerate_pixels()
            .filter(|(x, y, _)| upright(*x, *y).0 == quarter);
        let sums = pixels.fold([0.0; 3], |sums: [f64; 3], (_, _, rgb)| {
            std::array::from_fn(|i| sums[i] + f64::from(rgb[i]))
        });
        lab(sums.map(|sum| (sum / (48.0 * 32.0)).round() as u8))
    })
}

/// The quarters after each of the eight turns.
const TURNS: [[usize; 4]; 8] = [
    [0, 1, 2, 3],
    [1, 0, 3, 2],
    [3, 2, 1, 0],
    [2, 3, 0, 1],
    [0, 2, 1, 3],
    [2, 0, 3, 1],
    [3, 1, 2, 0],
    [1, 3, 0, 2],
];

/// Turned in any other way the one would be less like the other.
fn stands_alike(one: &RgbImage, other: &RgbImage) -> bool {
    let (one, other) = (quarters(one), quarters(other));
    let off = |turn: &[usize; 4]| -> f64 { (0..4).map(|at| distance(one[at], other[turn[at]])).sum() };
    let best = TURNS.iter().min_by(|a, b| off(a).total_cmp(&off(b)));
    best == Some(&TURNS[0])
}

#[test]
fn a_photo_of_any_kind_looks_in_print_as_on_the_screen() {
    let sheet = sheet(kinds());
    let shown: Vec<RgbImage> = sheet
        .photos
        .iter()
        .map(|(_, facts)| shown(&sheet.bench.library, facts))
        .collect();
    let mut faults = Vec::new();
    for ((kind, _), shown) in sheet.photos.iter().zip(&shown) {
        let Some(colours) = kind.colours else { continue };
        let (mean, most) = apart(shown, &made(colours));
        if mean > MEAN || most > MOST {
            faults.push(format!(
                "screen: {}: mean {mean:.2}, 95 of 100 within {most:.2}",
                kind.name
            ));
        }
    }
    without_intent(&sheet.file);
    for program in ["pdftoppm", "gs", "mutool"] {
        let Some(print) = drawn(&sheet.file, program) else {
            continue;
        };
        for (index, (kind, _)) in sheet.photos.iter().enumerate() {
            let print = part(&print, index);
            let (mean, most) = apart(&shown[index], &print);
            println!(
                "{program:9} {:40} mean {mean:5.2}, 95 of 100 within {most:5.2}",
                kind.name
            );
            if !stands_alike(&shown[index], &print) {
                faults.push(format!("{program}: {} does not stand upright", kind.name));
            }
            // mupdf as distributions build it knows no profiles.
            if program != "mutool" && (mean > MEAN || most > MOST) {
                faults.push(format!(
                    "{program}: {}: mean {mean:.2}, 95 of 100 within {most:.2}",
                    kind.name
                ));
            }
        }
    }
    for (index, (kind, facts)) in sheet.photos.iter().enumerate().filter(|(_, (kind, _))| kind.is_common) {
        let Some(other) = developed(&sheet.bench, kind, facts) else {
            break;
        };
        let (mean, most) = apart(&shown[index], &other);
        println!(
            "convert   {:40} mean {mean:5.2}, 95 of 100 within {most:5.2}",
            kind.name
        );
        if !stands_alike(&shown[index], &other) || mean > MEAN || most > MOST {
            faults.push(format!(
                "convert: {}: mean {mean:.2}, 95 of 100 within {most:.2}",
                kind.name
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// ΔE that two programs may be apart, on average and for 95 of 100 pixels. Measured: 0.51 and 0.98, the largest of all.
const MEAN: f64 = 1.0;
const MOST: f64 = 2.0;

#[test]
fn a_png_of_eight_bits_keeps_its_rows_and_turns_without_being_decoded() {
    let mut bench = Bench::new();
    let [w, h] = stored_sides(6);
    let data = samples(6, RGB);
    let mut plain = Vec::new();
    let encoder = image::codecs::png::PngEncoder::new(&mut plain);
    encoder.write_image(&data, w, h, ExtendedColorType::Rgb8).unwrap();
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(data);
        [
            &(data.len() as u32).to_be_bytes()[..],
            kind,
            data,
            &crc.sum().to_be_bytes(),
        ]
        .concat()
    };
    let told_in = [chunk(b"eXIf", &exif(6)), chunk(b"tEXt", b"Author\0SECRET writer")].concat();
    let bytes = [&plain[..33], &told_in, &plain[33..]].concat();
    let facts = bench.photo("a.png", &bytes);
    assert_eq!(facts.turn.exif(), 6);
    let (file, document) = bench.good(vec![photo(&facts, place(0))]);
    let mut rows: Vec<u8> = Vec::new();
    let mut at = 8;
    while at < plain.len() {
        let length = u32::from_be_bytes(plain[at..at + 4].try_into().unwrap()) as usize;
        if &plain[at + 4..at + 8] == b"IDAT" {
            rows.extend(&plain[at + 8..at + 8 + length]);
        }
        at += length + 12;
    }
    let [stored] = images(&document)[..] else {
        panic!("one photo")
    };
    assert_eq!(stored.content, rows);
    assert_eq!(told(&file), 0);
}
