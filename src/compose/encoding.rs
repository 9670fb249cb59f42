//! Bytes of a text file into text: what Excel, Notepad and WPS save on office PCs.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

pub struct Decoded {
    pub text: String,
    /// Some bytes stand for no character; they became �.
    pub is_damaged: bool,
}

/// A byte order mark decides; else valid UTF-8 is UTF-8; else UTF-16 by its zero bytes; else GB18030.
pub fn decode(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_string(),
            is_damaged: false,
        };
    }
    decode_as(utf_16_without_mark(bytes).unwrap_or(GB18030), bytes)
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, is_damaged) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        is_damaged,
    }
}

/// Commas, digits and line ends have a zero byte on one side; GB18030 text has no zero byte at all.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |odd: usize| bytes.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        (0, 0) => None,
        _ if even > odd => Some(UTF_16BE),
        _ => Some(UTF_16LE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_text_reads_the_same_in_every_encoding_an_office_saves() {
        let text = "committee,board\n青禾县,QH001\n";
        let utf_16 = |big: bool| -> Vec<u8> {
            text.encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let with = |mark: &[u8], rest: Vec<u8>| [mark.to_vec(), rest].concat();
        let cases = [
            text.as_bytes().to_vec(),
            with(&[0xEF, 0xBB, 0xBF], text.as_bytes().to_vec()),
            with(&[0xFF, 0xFE], utf_16(false)),
            with(&[0xFE, 0xFF], utf_16(true)),
            utf_16(false),
            utf_16(true),
            GB18030.encode(text).0.into_owned(),
        ];
        for bytes in cases {
            let decoded = decode(&bytes);
            assert_eq!((decoded.text.as_str(), decoded.is_damaged), (text, false), "{bytes:?}");
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        assert!(decode(&[0x81, 0x20, 0xFF, b'a']).is_damaged);
    }
}
