//! Format 1: what stands in the file, as types of its own. The model may change; these may only gain optional fields.
//! Only a template is saved as the model's own JSON: the version that boards name is the hash of that very text.
//! Fields are in alphabetical order, so that the JSON is canonical: equal content, equal bytes, equal hash.

mod board;
mod drawn;
mod meeting;
mod photo;
mod photo_file;
mod pieces;
mod print;
mod shop;
mod show;
mod text;
mod venue;

pub use pieces::{encode, holder, read};

use crate::geom;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An enum of names that stands for one of the model, both ways. A new name there stops the build here.
macro_rules! names {
    ($name:ident, $model:ty, [$($variant:ident),+]) => {
        #[derive(Clone, Copy, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($variant),+ }

        impl From<$model> for $name {
            fn from(value: $model) -> $name {
                match value { $(<$model>::$variant => $name::$variant),+ }
            }
        }

        impl From<$name> for $model {
            fn from(value: $name) -> $model {
                match value { $($name::$variant => <$model>::$variant),+ }
            }
        }
    };
}
use names;

/// A number that reads back exactly: JSON where six places tell it, else its shortest text.
#[derive(Clone, Copy, Default)]
pub struct Real(pub f64);

impl Serialize for Real {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Fifteen digits survive every JSON reader; longer numbers may lose their last bit.
        let is_short = self.0.abs() < 1e9 && (self.0 * 1e6).round() / 1e6 == self.0;
        if is_short {
            serializer.serialize_f64(self.0)
        } else {
            serializer.serialize_str(&format!("{:?}", self.0))
        }
    }
}

impl<'de> Deserialize<'de> for Real {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Real, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Real;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number")
            }

            fn visit_f64<E>(self, value: f64) -> Result<Real, E> {
                Ok(Real(value))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Real, E> {
                Ok(Real(value as f64))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Real, E> {
                Ok(Real(value as f64))
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Real, E> {
                text.parse().map(Real).map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Size {
    pub h: Real,
    pub w: Real,
}

impl From<geom::Size> for Size {
    fn from(size: geom::Size) -> Size {
        Size {
            h: Real(size.h),
            w: Real(size.w),
        }
    }
}

impl From<Size> for geom::Size {
    fn from(size: Size) -> geom::Size {
        geom::size(size.w.0, size.h.0)
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
pub struct Rect {
    pub h: Real,
    pub w: Real,
    pub x: Real,
    pub y: Real,
}

impl From<geom::Rect> for Rect {
    fn from(rect: geom::Rect) -> Rect {
        Rect {
            h: Real(rect.h),
            w: Real(rect.w),
            x: Real(rect.x),
            y: Real(rect.y),
        }
    }
}

impl From<Rect> for geom::Rect {
    fn from(rect: Rect) -> geom::Rect {
        geom::rect(rect.x.0, rect.y.0, rect.w.0, rect.h.0)
    }
}

fn is_false(value: &bool) -> bool {
    !value
}
