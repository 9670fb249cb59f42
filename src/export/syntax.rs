//! PDF syntax: how numbers, names, strings and dictionaries are written, and the operators of a page.
//! Knows neither boards nor files. Rules: ISO 32000-1, 7.3 and 8.

use crate::geom::{Point, Transform};
use crate::layout::{Path, Seg};
use lopdf::{Dictionary, Object, StringFormat};
use std::io::Write as _;

/// A number with `digits` decimals and no needless zeros.
pub fn number(out: &mut Vec<u8>, value: f64, digits: u32) {
    let unit = 10_i64.pow(digits);
    let scaled = (value * unit as f64).round() as i64;
    let whole = scaled.unsigned_abs() / unit.unsigned_abs();
    let mut part = scaled.unsigned_abs() % unit.unsigned_abs();
    if scaled < 0 {
        out.push(b'-');
    }
    // Writing to a `Vec` cannot fail.
    let _ = write!(out, "{whole}");
    if part > 0 {
        out.push(b'.');
        let mut step = unit.unsigned_abs() / 10;
        while part > 0 {
            out.push(b'0' + (part / step) as u8);
            part %= step;
            step = (step / 10).max(1);
        }
    }
}

/// An object as it stands in a file; streams are the file's business and come out as `null`.
pub fn object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null | Object::Stream(_) => out.extend(b"null"),
        Object::Boolean(value) => out.extend(if *value { &b"true"[..] } else { b"false" }),
        Object::Integer(value) => drop(write!(out, "{value}")),
        Object::Real(value) => number(out, f64::from(*value), 4),
        Object::Name(text) => name(out, text),
        Object::String(text, format) => string(out, text, format),
        Object::Array(items) => {
            out.push(b'[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(b' ');
                }
                self::object(out, item);
            }
            out.push(b']');
        }
        Object::Dictionary(items) => dictionary(out, items),
        Object::Reference((id, generation)) => drop(write!(out, "{id} {generation} R")),
    }
}

pub fn dictionary(out: &mut Vec<u8>, items: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in items {
        name(out, key);
        out.push(b' ');
        object(out, value);
    }
    out.extend(b">>");
}

fn name(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'/');
    for byte in text {
        if byte.is_ascii_alphanumeric() || b"-_.+,".contains(byte) {
            out.push(*byte);
        } else {
            let _ = write!(out, "#{byte:02X}");
        }
    }
}

fn string(out: &mut Vec<u8>, text: &[u8], format: &StringFormat) {
    if *format == StringFormat::Hexadecimal {
        out.push(b'<');
        for byte in text {
            let _ = write!(out, "{byte:02X}");
        }
        out.push(b'>');
        return;
    }
    out.push(b'(');
    for byte in text {
        if matches!(byte, b'(' | b')' | b'\\') {
            out.push(b'\\');
        }
        out.push(*byte);
    }
    out.push(b')');
}

/// Text for people (titles, bookmarks): ASCII as it is, the rest in UTF-16 with its mark.
pub fn text(value: &str) -> Object {
    if value.is_ascii() {
        return Object::string_literal(value);
    }
    Object::String(utf16(value), StringFormat::Hexadecimal)
}

/// Big-endian UTF-16 with the byte order mark.
pub fn utf16(value: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(value.encode_utf16());
    units.flat_map(u16::to_be_bytes).collect()
}

pub fn reals(items: &[f64]) -> Object {
    Object::Array(items.iter().map(|item| Object::Real(*item as f32)).collect())
}

/// The operators of a page or form, one after the other. Points are in the page's units, y up.
#[derive(Default)]
pub struct Content {
    pub bytes: Vec<u8>,
}

impl Content {
    pub fn op(&mut self, operator: &str) {
        self.bytes.extend(operator.as_bytes());
        self.bytes.push(b'\n');
    }

    /// Numbers with `digits` decimals, then the operator.
    pub fn with(&mut self, numbers: &[f64], digits: u32, operator: &str) {
        for value in numbers {
            number(&mut self.bytes, *value, digits);
            self.bytes.push(b' ');
        }
        self.op(operator);
    }

    /// `/Name operator`
    pub fn named(&mut self, name: &str, operator: &str) {
        self.bytes.push(b'/');
        self.bytes.extend(name.as_bytes());
        self.bytes.push(b' ');
        self.op(operator);
    }

    pub fn matrix(&mut self, m: &Transform, operator: &str) {
        for value in [m.a, m.b, m.c, m.d] {
            number(&mut self.bytes, value, 6);
            self.bytes.push(b' ');
        }
        self.with(&[m.e, m.f], 3, operator);
    }

    /// The path's operators without painting it.
    pub fn path(&mut self, path: &Path, to_page: &Transform) {
        let at = |p: &Point| {
            let p = to_page.apply(*p);
            [p.x, p.y]
        };
        for seg in &path.segs {
            match seg {
                Seg::Move(p) => self.with(&at(p), 3, "m"),
                Seg::Line(p) => self.with(&at(p), 3, "l"),
                Seg::Cubic(a, b, c) => {
                    let ([ax, ay], [bx, by], [cx, cy]) = (at(a), at(b), at(c));
                    self.with(&[ax, ay, bx, by, cx, cy], 3, "c");
                }
                Seg::Close => self.op("h"),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_to_their_digits() {
        let written = |value: f64, digits: u32| {
            let mut out = Vec::new();
            number(&mut out, value, digits);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written(0.0, 3), "0");
        assert_eq!(written(-0.0004, 3), "0");
        assert_eq!(written(-0.25, 3), "-0.25");
        assert_eq!(written(2_551.181_102, 4), "2551.1811");
        assert_eq!(written(12.0, 3), "12");
        assert_eq!(written(0.007, 3), "0.007");
        assert_eq!(written(0.05, 1), "0.1");
    }

    #[test]
    fn strings_and_names_are_guarded() {
        let mut out = Vec::new();
        object(&mut out, &Object::string_literal("a(b)\\"));
        object(&mut out, &Object::from("A B#展"));
        object(&mut out, &text("石"));
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "(a\\(b\\)\\\\)/A#20B#23#E5#B1#95<FEFF77F3>"
        );
    }
}
