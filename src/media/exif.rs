//! The EXIF turn, also out of blocks that are slightly broken.

use crate::base::Turn;
use exif::{In, Reader, Tag};

/// The turn of an EXIF block that begins with its byte order mark; upright where it says nothing usable.
pub fn turn(block: &[u8]) -> Turn {
    let value = by_library(block).filter(is_turn).or_else(|| by_hand(block));
    Turn::from_exif(value.unwrap_or(1))
}

/// Whether a maker or a model of a camera is named.
pub fn has_camera(block: &[u8]) -> bool {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let exif = match reader.read_raw(block.to_vec()) {
        Ok(exif) => Some(exif),
        Err(error) => error.distill_partial_result(|_| {}).ok(),
    };
    exif.is_some_and(|exif| {
        [Tag::Make, Tag::Model]
            .into_iter()
            .any(|tag| exif.get_field(tag, In::PRIMARY).is_some())
    })
}

fn is_turn(value: &u32) -> bool {
    (1..=8).contains(value)
}

fn by_library(block: &[u8]) -> Option<u32> {
    let mut reader = Reader::new();
    reader.continue_on_error(true);
    let exif = match reader.read_raw(block.to_vec()) {
        Ok(exif) => exif,
        Err(error) => error.distill_partial_result(|_| {}).ok()?,
    };
    exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)
}

/// Looks through the first directory only, past whatever else is broken in the block.
fn by_hand(block: &[u8]) -> Option<u32> {
    const ORIENTATION: u16 = 0x0112;
    const LONG: u16 = 4;
    // Where the mark of the order and the number 42 behind it differ, the number was written like all that follows.
    let is_little = match block.get(..4)? {
        [b'I', b'I', 0, 42] => false,
        [b'M', b'M', 42, 0] => true,
        [b'I', b'I', ..] => true,
        [b'M', b'M', ..] => false,
        _ => return None,
    };
    let short = |at: usize| {
        let pair: [u8; 2] = block.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        })
    };
    let long = |at: usize| {
        let (first, second) = (u32::from(short(at)?), u32::from(short(at + 2)?));
        Some(if is_little {
            second << 16 | first
        } else {
            first << 16 | second
        })
    };
    let directory = usize::try_from(long(4)?).ok()?;
    let count = usize::from(short(directory)?);
    (0..count).find_map(|index| {
        let entry = directory + 2 + index * 12;
        if short(entry)? != ORIENTATION {
            return None;
        }
        if short(entry + 2)? == LONG {
            return long(entry + 8);
        }
        // The value alone in the other order, as some programs that turn photos leave it.
        let value = short(entry + 8)?;
        [value, value.swap_bytes()].map(u32::from).into_iter().find(is_turn)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One directory with the turn as its only entry, and a link to a next one.
    fn block(turn: u16, next: u32) -> Vec<u8> {
        let mut block = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
        block.extend(turn.to_le_bytes());
        block.extend([0, 0]);
        block.extend(next.to_le_bytes());
        block
    }

    #[test]
    fn a_turn_is_read_though_the_block_is_broken_behind_it() {
        assert_eq!(turn(&block(6, 0)).exif(), 6);
        assert_eq!(turn(&block(8, 0x00FF_FFFF)).exif(), 8);
        let cut = &block(3, 0)[..22];
        assert_eq!(turn(cut).exif(), 3);
    }

    #[test]
    fn rubbish_counts_as_upright() {
        for rubbish in [
            &b""[..],
            b"II",
            b"XX*\0\x08\0\0\0",
            b"MM\0*\xFF\xFF\xFF\xFF",
            &block(9, 0),
            &block(0, 0),
        ] {
            assert_eq!(turn(rubbish).exif(), 1, "{rubbish:?}");
        }
    }
}
