//! A JPEG file without what does not belong in a PDF. Tables, scans, profile and colour marks are the source's bytes;
//! Exif (with the place where the photo was taken), XMP, maker notes, comments, second pictures and trailers stay out.

use memchr::memchr;

/// The pieces to keep, in order. `None` where the bytes do not read as one whole JPEG.
pub fn kept(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return None;
    }
    let mut pieces: Vec<&[u8]> = vec![&bytes[..2]];
    let (mut is_marked, mut is_named) = (false, false);
    let mut at = 2;
    loop {
        // Rubbish between segments is passed over, as every decoder does.
        at += memchr(0xFF, bytes.get(at..)?)?;
        while *bytes.get(at + 1)? == 0xFF {
            at += 1;
        }
        let marker = bytes[at + 1];
        match marker {
            0xD9 => {
                pieces.push(&bytes[at..at + 2]);
                if is_named && !is_marked {
                    pieces.insert(1, PLAIN);
                }
                return Some(pieces);
            }
            0x00 | 0x01 | 0xD0..=0xD8 => {
                at += 2;
                continue;
            }
            _ => {}
        }
        let length = usize::from(*bytes.get(at + 2)?) << 8 | usize::from(*bytes.get(at + 3)?);
        let mut end = at + 2 + length.max(2);
        let data = bytes.get(at + 4..end)?;
        if marker == 0xDA {
            end = after_scan(bytes, end)?;
        }
        if is_wanted(marker, data) {
            pieces.push(&bytes[at..end]);
            is_marked |= matches!(marker, 0xE0 | 0xEE);
            is_named |= matches!(marker, 0xC0..=0xC2) && is_named_rgb(data);
        }
        at = end;
    }
}

/// Adobe's mark for components that stand for themselves. Where only their names R, G and B say so, readers of PDF take
/// them for YCbCr (ISO 32000-1, table 13), and some do so in spite of the dictionary's `ColorTransform`.
const PLAIN: &[u8] = b"\xFF\xEE\x00\x0EAdobe\x00\x64\x00\x00\x00\x00\x00";

/// Of a frame: precision, two sides, number of components, then three bytes for each, its name first.
fn is_named_rgb(frame: &[u8]) -> bool {
    matches!(frame, [_, _, _, _, _, 3, b'R', _, _, b'G', _, _, b'B', ..])
}

fn is_wanted(marker: u8, data: &[u8]) -> bool {
    match marker {
        0xE0 => data.starts_with(b"JFIF\0"),
        0xE2 => data.starts_with(b"ICC_PROFILE\0"),
        0xEE => data.starts_with(b"Adobe"),
        0xE1 | 0xE3..=0xED | 0xEF | 0xFE => false,
        _ => true,
    }
}

/// Where the compressed data that begins at `at` meets its next marker.
fn after_scan(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr(0xFF, bytes.get(at..)?)?;
        match bytes.get(at + 1)? {
            0 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(pieces: &[&[u8]]) -> Vec<u8> {
        pieces.concat()
    }

    #[test]
    fn what_tells_of_people_goes_and_the_picture_stays() {
        let jfif = b"\xFF\xE0\x00\x07JFIF\0";
        let exif = b"\xFF\xE1\x00\x08Exif\0\0";
        let profile = b"\xFF\xE2\x00\x0EICC_PROFILE\0";
        let table = b"\xFF\xDB\x00\x03\x10";
        let scan = b"\xFF\xDA\x00\x03\x01\xAB\xFF\x00\xFF\xD0\xCD";
        let file = joined(&[
            b"\xFF\xD8",
            jfif,
            exif,
            b"\xFF\xFF\xFE\x00\x04hi",
            profile,
            table,
            scan,
            b"\xFF\xD9",
            b"trailer",
        ]);
        let kept = joined(&kept(&file).unwrap());
        assert_eq!(kept, joined(&[b"\xFF\xD8", jfif, profile, table, scan, b"\xFF\xD9"]));
    }

    #[test]
    fn a_cut_file_is_no_whole_jpeg() {
        assert!(kept(b"\xFF\xD8\xFF\xDB\x00\x03\x10\xFF\xDA\x00\x03\x01\xAB\xCD").is_none());
        assert!(kept(b"\xFF\xD8\xFF").is_none());
        assert!(kept(b"GIF89a").is_none());
    }
}
