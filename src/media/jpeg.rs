//! The segments of a JPEG file, read without decoding, and its samples by zune-jpeg.
//! Knows no colour profiles: samples come out as the file means them (grey, RGB or amounts of ink).

use std::borrow::Cow;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

/// What the header says, and whether the file reaches its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    pub width: u32,
    pub height: u32,
    pub components: u8,
    pub bits: u8,
    /// The number of the frame marker: 0 baseline, 1 extended, 2 progressive; others are not decoded.
    pub process: u8,
    /// The transform byte of the Adobe segment: 0 none, 1 YCbCr, 2 YCCK.
    pub adobe: Option<u8>,
    /// Chunks of APP2 profiles: number and bytes.
    icc_chunks: Vec<(u8, Vec<u8>)>,
    icc_count: u8,
    /// The EXIF block from its byte order mark on.
    pub exif: Option<Vec<u8>>,
    /// Where the frame's segment has its data.
    frame_at: usize,
    /// Where the first scan's compressed data begins; 0 without a scan.
    scan_at: usize,
    pub has_end: bool,
    /// Where the last whole segment or scan ends.
    whole_to: usize,
}

impl Header {
    /// The profile put together from its chunks; `None` where one is missing.
    pub fn icc(&self) -> Option<Vec<u8>> {
        let mut chunks: Vec<_> = self.icc_chunks.iter().collect();
        chunks.sort_by_key(|(number, _)| *number);
        chunks.dedup_by_key(|(number, _)| *number);
        let is_whole = !chunks.is_empty() && chunks.len() == usize::from(self.icc_count.max(1));
        is_whole.then(|| chunks.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect())
    }

    pub fn is_ended_before_scan(&self) -> bool {
        self.scan_at == 0
    }
}

/// Walks the segments. `None` where there is no frame header at all.
pub fn header(bytes: &[u8]) -> Option<Header> {
    let mut header = Header::default();
    let mut at = 2;
    while let Some((marker, body)) = next_marker(bytes, at) {
        match marker {
            0xD8 | 0x01 | 0xD0..=0xD7 => {
                at = body;
                continue;
            }
            0xD9 => {
                header.has_end = header.scan_at > 0;
                break;
            }
            _ => {}
        }
        let Some(length) = bytes
            .get(body..body + 2)
            .map(|b| usize::from(b[0]) << 8 | usize::from(b[1]))
        else {
            break;
        };
        let end = body + length.max(2);
        let Some(data) = bytes.get(body + 2..end) else {
            break;
        };
        let had_frame = header.components > 0;
        read_segment(&mut header, marker, data);
        if header.components > 0 && !had_frame {
            header.frame_at = body + 2;
        }
        if marker == 0xDA && header.scan_at == 0 {
            header.scan_at = end;
        }
        at = if marker == 0xDA { after_scan(bytes, end) } else { end };
    }
    header.whole_to = at.min(bytes.len());
    (header.components > 0).then_some(header)
}

/// The next marker at or after `at`, and where its body begins; rubbish between segments is passed over.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let mut at = at;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        let marker = at + bytes[at..].iter().position(|byte| *byte != 0xFF)?;
        if bytes[marker] != 0 {
            return Some((bytes[marker], marker + 1));
        }
        at = marker + 1;
    }
}

/// Where the compressed data that begins at `at` meets its next marker.
fn after_scan(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| *byte == 0xFF))
    {
        at += found;
        match bytes.get(at + 1) {
            Some(0 | 0xD0..=0xD7) => at += 2,
            Some(0xFF) => at += 1,
            Some(_) => return at,
            None => break,
        }
    }
    bytes.len()
}

fn read_segment(header: &mut Header, marker: u8, data: &[u8]) {
    match marker {
        // C4, C8 and CC are tables, not frames. Only the first frame counts.
        0xC0..=0xCF if ![0xC4, 0xC8, 0xCC].contains(&marker) && data.len() >= 6 && header.components == 0 => {
            header.process = marker - 0xC0;
            header.bits = data[0];
            header.height = u32::from(data[1]) << 8 | u32::from(data[2]);
            header.width = u32::from(data[3]) << 8 | u32::from(data[4]);
            header.components = data[5];
        }
        0xE1 if data.starts_with(b"Exif\0") && header.exif.is_none() => {
            // The second zero is missing in some files.
            let start = if data.get(5) == Some(&0) { 6 } else { 5 };
            header.exif = Some(data[start..].to_vec());
        }
        0xE2 if data.starts_with(b"ICC_PROFILE\0") && data.len() > 14 => {
            header.icc_count = data[13];
            header.icc_chunks.push((data[12], data[14..].to_vec()));
        }
        0xEE if data.starts_with(b"Adobe") => header.adobe = Some(data.get(11).copied().unwrap_or(0)),
        _ => {}
    }
}

/// Samples as stored, rows from the top: 1 (grey), 3 (RGB) or 4 (percent of ink as 0..=255) a pixel.
pub struct Samples {
    pub width: u32,
    pub height: u32,
    pub channels: u8,
    pub data: Vec<u8>,
}

/// The marker at the end of every file.
const END: [u8; 2] = [0xFF, 0xD9];

/// By which instructions a file is decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Fast,
    /// Those that every processor has: the same samples everywhere.
    Plain,
}

/// Decodes what can be decoded; what is missing of a cut file stays mid grey.
pub fn decode(bytes: &[u8], header: &Header, way: Way) -> Result<Samples, String> {
    let mut samples = match header.has_end {
        true => decoded(bytes, header, way)?,
        // Each scan covers the whole picture; the decoder shows those it has where it meets an end.
        false if header.process == 2 => decoded(&[&bytes[..header.whole_to], &END].concat(), header, way)?,
        false => only_certain(bytes, header, way)?,
    };
    if samples.channels == 4 {
        into_ink(&mut samples.data, header.adobe);
    }
    Ok(samples)
}

/// The decoder fills the row of blocks it stands in by guessing what follows. What another ending changes was guessed;
/// what both have in common was in the file.
fn only_certain(bytes: &[u8], header: &Header, way: Way) -> Result<Samples, String> {
    let mut samples = decoded(bytes, header, way)?;
    let other = with_other_ending(bytes, samples.width);
    if let Ok(other) = decoded(&other, header, way) {
        blank_where_different(&mut samples, &other);
    }
    Ok(samples)
}

/// Long enough for the rest of one row of blocks.
fn with_other_ending(bytes: &[u8], width: u32) -> Vec<u8> {
    let end = bytes.iter().rposition(|byte| *byte != 0xFF).map_or(0, |last| last + 1);
    let mut other = bytes[..end].to_vec();
    other.resize(end + 4096 + 16 * width as usize, 0xA5);
    other
}

/// Mid grey from the first difference to the right edge, in bands as high as a row of blocks.
fn blank_where_different(samples: &mut Samples, other: &Samples) {
    const BLOCK: usize = 8;
    let row = samples.width as usize * usize::from(samples.channels);
    let bands = samples.data.chunks_mut(row * BLOCK).zip(other.data.chunks(row * BLOCK));
    for (band, other) in bands {
        let rows = band.chunks(row).zip(other.chunks(row));
        let differences = rows.filter_map(|(row, other)| row.iter().zip(other).position(|(a, b)| a != b));
        let Some(first) = differences.min() else {
            continue;
        };
        let first = first - first % usize::from(samples.channels);
        band.chunks_mut(row).for_each(|row| row[first..].fill(128));
    }
}

/// Whether the decoder understands the tables, the frame and the scan: it is given a picture as small as a stamp, with
/// this file's own head and no data. So a file that shows nothing at all is found out without decoding it.
pub fn check_head(bytes: &[u8], header: &Header) -> Result<(), String> {
    const STAMP: [u8; 4] = [0, 16, 0, 16];
    let mut stamp = bytes[..header.scan_at].to_vec();
    stamp.extend(END);
    if let Some(sides) = stamp.get_mut(header.frame_at + 1..header.frame_at + 5) {
        sides.copy_from_slice(&STAMP);
    }
    decoded(&stamp, header, Way::Fast).map(|_| ())
}

fn decoded(bytes: &[u8], header: &Header, way: Way) -> Result<Samples, String> {
    let (bytes, out) = as_zune_takes_it(bytes, header)?;
    let mut decoder = decoder(&bytes, out, way);
    decoder.decode_headers().map_err(|error| error.to_string())?;
    // Components named R, G and B need no detour.
    if decoder.input_colorspace() == Some(ColorSpace::RGB) {
        decoder.set_options(decoder.options().jpeg_set_out_colorspace(ColorSpace::RGB));
    }
    let (width, height) = decoder.dimensions().ok_or("no size")?;
    let channels = out.num_components();
    let mut data = vec![128; width * height * channels];
    let done = decoder.decode_into(&mut data);
    // Where it is spoilt in its midst, what came before is shown.
    let has_nothing = || data.iter().all(|sample| *sample == 128);
    if let Err(error) = done
        && has_nothing()
    {
        return Err(error.to_string());
    }
    Ok(Samples {
        width: width as u32,
        height: height as u32,
        channels: channels as u8,
        data,
    })
}

fn decoder(bytes: &[u8], out: ColorSpace, way: Way) -> JpegDecoder<ZCursor<&[u8]>> {
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_use_unsafe(way == Way::Fast)
        .set_max_width(super::MAX_SIDE as usize)
        .set_max_height(super::MAX_SIDE as usize)
        .jpeg_set_out_colorspace(out);
    JpegDecoder::new_with_options(ZCursor::new(bytes), options)
}

/// The bytes and the colour space to ask for.
fn as_zune_takes_it<'b>(bytes: &'b [u8], header: &Header) -> Result<(Cow<'b, [u8]>, ColorSpace), String> {
    // Three components that an Adobe segment calls plain are RGB already; zune takes them for ink. With the
    // segment's name spoilt it takes them for YCbCr, and asked for YCbCr it hands them over untouched.
    let is_plain_rgb = header.components == 3 && header.adobe == Some(0);
    let out = match (header.components, header.adobe) {
        (1, _) => ColorSpace::Luma,
        (3, _) if is_plain_rgb => ColorSpace::YCbCr,
        (3, _) => ColorSpace::RGB,
        (4, Some(2)) => ColorSpace::YCCK,
        (4, _) => ColorSpace::CMYK,
        (count, _) => return Err(format!("{count} components")),
    };
    let bytes = if is_plain_rgb {
        Cow::Owned(without_adobe(bytes))
    } else {
        Cow::Borrowed(bytes)
    };
    Ok((bytes, out))
}

/// YCCK and the inverted CMYK of Adobe files become amounts of ink.
fn into_ink(data: &mut [u8], adobe: Option<u8>) {
    match adobe {
        Some(2) => {
            for pixel in data.as_chunks_mut::<4>().0 {
                // Adobe's YCC is that of the ink itself (what libjpeg calls R is 255 minus the inverted C).
                let [y, cb, cr] = [pixel[0], pixel[1], pixel[2]].map(f32::from);
                let (cb, cr) = (cb - 128.0, cr - 128.0);
                pixel[0] = (y + 1.402 * cr + 0.5) as u8;
                pixel[1] = (y - 0.344_136 * cb - 0.714_136 * cr + 0.5) as u8;
                pixel[2] = (y + 1.772 * cb + 0.5) as u8;
                pixel[3] = 255 - pixel[3];
            }
        }
        Some(_) => data.iter_mut().for_each(|sample| *sample = 255 - *sample),
        None => {}
    }
}

fn without_adobe(bytes: &[u8]) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    let mut at = 2;
    while let Some((marker, body)) = next_marker(&copy, at) {
        let Some(length) = copy
            .get(body..body + 2)
            .map(|b| usize::from(b[0]) << 8 | usize::from(b[1]))
        else {
            break;
        };
        if marker == 0xEE && copy[body + 2..].starts_with(b"Adobe") {
            copy[body + 2] = b'-';
        }
        if marker == 0xDA {
            break;
        }
        at = body + length.max(2);
    }
    copy
}
