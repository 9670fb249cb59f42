//! A board as one flat picture, for shops whose programs take nothing else: TIFF in the profile's CMYK, JPEG in sRGB.
//! Drawn as the screen draws it, bleed and white edge around it, no marks. Tags: TIFF 6.0.

use super::book::srgb_profile;
use super::file::{Part, refused};
use super::inks::Inks;
use super::{ExportError, Page, Press, Sources, Written};
use crate::base::Progress;
use crate::geom::point;
use crate::model::Output;
use crate::raster::{Ink, Photos, Picture, View, draw};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::ImageEncoder as _;
use std::io::{Seek as _, SeekFrom, Write};
use std::path::Path;

/// Pixels that are drawn at once.
const BAND: u32 = 1024;

/// More pixels than this no shop's program opens.
const MOST_PIXELS: u64 = 1_000_000_000;

/// The sheet as pixels: where it lies and how large it is.
struct Sheet<'p> {
    page: &'p Page,
    width: u32,
    height: u32,
    /// From the cut to the trim, bleed included.
    around: f64,
    bleed: f64,
    per_mm: f64,
    dpi: f64,
}

/// Writes the page as the picture that the shop asks for.
pub fn write_flat(
    page: &Page,
    press: &Press,
    sources: &Sources,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ExportError> {
    let sheet = Sheet::of(page, press);
    if u64::from(sheet.width) * u64::from(sheet.height) > MOST_PIXELS {
        let (w, h) = (sheet.width, sheet.height);
        return Err(ExportError::Build(format!(
            "{w} × {h} pixels are too many for one picture"
        )));
    }
    let mut part = Part::begin(to)?;
    let ink = Ink {
        fonts: sources.fonts.clone(),
        library: sources.library.clone(),
        proof: sources.proof.clone(),
        photos: sources.photos.clone(),
        lens: None,
    };
    let done = match press.shop.output {
        Output::Jpeg => jpeg(&sheet, &ink, part.file(), progress),
        Output::Tiff | Output::Pdf => tiff(&sheet, press, &ink, part.file(), progress),
    };
    done.map_err(|source| match source.kind() {
        std::io::ErrorKind::Interrupted => ExportError::Cancelled,
        _ => refused(to, source),
    })?;
    let bytes = part.file().metadata().map_or(0, |data| data.len());
    part.sync()?;
    part.take_place()?;
    Ok(Written {
        file: to.to_path_buf(),
        pages: 1,
        bytes,
        findings: super::photo::missing(sources, page),
    })
}

impl Sheet<'_> {
    fn of<'p>(page: &'p Page, press: &Press) -> Sheet<'p> {
        let (size, around) = (page.frame.size, press.shop.white_edge + press.shop.bleed);
        let per_mm = press.shop.output_dpi / 25.4;
        let px = |mm: f64| (((mm + 2.0 * around) * per_mm).round() as u32).max(1);
        Sheet {
            page,
            width: px(size.w),
            height: px(size.h),
            around,
            bleed: press.shop.bleed,
            per_mm,
            // A file of 1:10 is a tenth as long with the same pixels.
            dpi: press.shop.output_dpi * press.scale(),
        }
    }

    /// RGB of a band, unprinted paper white.
    fn band(&self, top: u32, ink: &Ink) -> Vec<u8> {
        let rows = BAND.min(self.height - top);
        let view = View {
            width_px: self.width,
            height_px: rows,
            origin: point(-self.around, -self.around + f64::from(top) / self.per_mm),
            px_per_mm: self.per_mm,
        };
        let Picture { rgba, .. } = draw(&self.page.frame, &view, ink, Photos::Wait);
        let size = self.page.frame.size;
        let edge = |mm: f64| (mm * self.per_mm).round() as i64;
        let (x0, x1) = (edge(self.around - self.bleed), edge(self.around + size.w + self.bleed));
        let (y0, y1) = (edge(self.around - self.bleed), edge(self.around + size.h + self.bleed));
        let width = self.width as usize;
        let pixels = rgba.as_chunks::<4>().0.iter().enumerate();
        pixels
            .flat_map(|(at, [r, g, b, alpha])| {
                let (x, y) = ((at % width) as i64, i64::from(top) + (at / width) as i64);
                let is_printed = (x0..x1).contains(&x) && (y0..y1).contains(&y);
                let white = if is_printed { 255 - *alpha } else { 255 };
                [r, g, b].map(|part| if is_printed { part.saturating_add(white) } else { 255 })
            })
            .collect()
    }

    fn bands(&self) -> impl Iterator<Item = u32> {
        (0..self.height).step_by(BAND as usize)
    }
}

fn stop_if_cancelled(progress: &Progress) -> std::io::Result<()> {
    if progress.is_cancelled() {
        return Err(std::io::ErrorKind::Interrupted.into());
    }
    Ok(())
}

fn jpeg(sheet: &Sheet<'_>, ink: &Ink, file: &mut std::fs::File, progress: &Progress) -> std::io::Result<()> {
    let mut rgb = Vec::with_capacity(sheet.width as usize * sheet.height as usize * 3);
    for top in sheet.bands() {
        stop_if_cancelled(progress)?;
        rgb.extend(sheet.band(top, ink));
    }
    let mut out = std::io::BufWriter::new(file);
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, 95);
    let dpi = sheet.dpi.round().clamp(1.0, 65_000.0) as u16;
    encoder.set_pixel_density(image::codecs::jpeg::PixelDensity::dpi(dpi));
    // Without the profile the picture is taken for sRGB all the same.
    if let Ok(profile) = srgb_profile() {
        let _ = encoder.set_icc_profile(profile);
    }
    let written = encoder.write_image(&rgb, sheet.width, sheet.height, image::ExtendedColorType::Rgb8);
    written.map_err(|error| match error {
        image::ImageError::IoError(source) => source,
        error => std::io::Error::other(error),
    })?;
    out.flush()
}

/// Little-endian, one deflated strip a band, the table of tags last.
fn tiff(
    sheet: &Sheet<'_>,
    press: &Press,
    ink: &Ink,
    file: &mut std::fs::File,
    progress: &Progress,
) -> std::io::Result<()> {
    let inks = Inks::of(&ink.proof, press.shop.ink_limit);
    let (mut offsets, mut lengths) = (Vec::new(), Vec::new());
    let mut out = std::io::BufWriter::new(file);
    out.write_all(b"II*\0\0\0\0\0")?;
    let mut at = 8u32;
    let too_long = || std::io::Error::other("longer than 4 GB");
    for top in sheet.bands() {
        stop_if_cancelled(progress)?;
        let cmyk = inks.photo(&sheet.band(top, ink));
        let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(&cmyk)?;
        let packed = packed.finish()?;
        out.write_all(&packed)?;
        offsets.push(at);
        lengths.push(packed.len() as u32);
        at = u32::try_from(packed.len())
            .ok()
            .and_then(|length| at.checked_add(length))
            .ok_or_else(too_long)?;
    }
    let mut tags = Tags::default();
    let short = |value: u16| u32::from(value).to_le_bytes().to_vec();
    let dpi = [(sheet.dpi * 100.0).round() as u32, 100];
    let longs = |values: &[u32]| values.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>();
    tags.add(256, 4, 1, longs(&[sheet.width]));
    tags.add(257, 4, 1, longs(&[sheet.height]));
    tags.add(
        258,
        3,
        4,
        [8u16; 4].iter().flat_map(|bits| bits.to_le_bytes()).collect(),
    );
    tags.add(259, 3, 1, short(8));
    tags.add(262, 3, 1, short(5));
    tags.add(273, 4, offsets.len() as u32, longs(&offsets));
    tags.add(277, 3, 1, short(4));
    tags.add(278, 4, 1, longs(&[BAND.min(sheet.height)]));
    tags.add(279, 4, lengths.len() as u32, longs(&lengths));
    tags.add(282, 5, 1, longs(&dpi));
    tags.add(283, 5, 1, longs(&dpi));
    tags.add(296, 3, 1, short(2));
    tags.add(332, 3, 1, short(1));
    tags.add(34675, 7, press.profile().len() as u32, press.profile().to_vec());
    // Tables begin at even places.
    if at % 2 == 1 {
        out.write_all(&[0])?;
        at = at.checked_add(1).ok_or_else(too_long)?;
    }
    out.write_all(&tags.written(at))?;
    out.seek(SeekFrom::Start(4))?;
    out.write_all(&at.to_le_bytes())?;
    out.flush()
}

/// Tag, type, count, bytes of the value.
#[derive(Default)]
struct Tags(Vec<(u16, u16, u32, Vec<u8>)>);

impl Tags {
    fn add(&mut self, tag: u16, kind: u16, count: u32, value: Vec<u8>) {
        self.0.push((tag, kind, count, value));
    }

    /// The table at `at`, long values behind it.
    fn written(&self, at: u32) -> Vec<u8> {
        let mut table = (self.0.len() as u16).to_le_bytes().to_vec();
        let mut rest: Vec<u8> = Vec::new();
        let behind = at + 2 + 12 * self.0.len() as u32 + 4;
        for (tag, kind, count, value) in &self.0 {
            table.extend(tag.to_le_bytes());
            table.extend(kind.to_le_bytes());
            table.extend(count.to_le_bytes());
            if value.len() <= 4 {
                let mut inside = value.clone();
                inside.resize(4, 0);
                table.extend(inside);
            } else {
                table.extend((behind + rest.len() as u32).to_le_bytes());
                rest.extend(value);
                if rest.len() % 2 == 1 {
                    rest.push(0);
                }
            }
        }
        table.extend([0; 4]);
        table.extend(rest);
        table
    }
}
