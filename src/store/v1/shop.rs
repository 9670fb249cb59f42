//! Print shops in the file. All but the first wishes came late: they stand there only where they differ from the usual.

use super::Real;
use crate::model::{self, Eyelets, Finishing, Output, OutputProfile, ShopId};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as BASE64;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
pub struct Shop {
    bleed: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    clamp: Option<Real>,
    #[serde(default, skip_serializing_if = "is_default")]
    cut_line: bool,
    /// Spacing, inset, diameter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    eyelets: Option<[Real; 3]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file_names: Option<String>,
    has_crop_marks: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    hem: Option<Real>,
    id: ShopId,
    ink_limit: Real,
    #[serde(default, skip_serializing_if = "is_default")]
    kind: String,
    least_dpi: Real,
    name: String,
    #[serde(default, skip_serializing_if = "is_default")]
    outlines: bool,
    #[serde(default, skip_serializing_if = "is_default")]
    output: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    output_dpi: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    overlap: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    photo_quality: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    plain_black: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    profile: Option<Profile>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rich_black: Option<[Real; 4]>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    rolls: Vec<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    scale: Option<u32>,
    slug: Real,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    view_m: Option<Real>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    white_edge: Option<Real>,
}

#[derive(Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    #[default]
    Pdf,
    Tiff,
    Jpeg,
}

#[derive(Serialize, Deserialize)]
struct Profile {
    /// In base64.
    icc: String,
    name: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn unusual<T: PartialEq>(value: T, usual: T) -> Option<T> {
    (value != usual).then_some(value)
}

impl From<&model::Shop> for Shop {
    fn from(shop: &model::Shop) -> Shop {
        let usual = model::Shop::default();
        let real = |value: f64, usual: f64| unusual(value, usual).map(Real);
        let finishing = &shop.finishing;
        Shop {
            bleed: Real(shop.bleed),
            clamp: real(finishing.clamp, 0.0),
            cut_line: finishing.has_cut_line,
            eyelets: finishing.eyelets.map(|eyelets| {
                let Eyelets {
                    spacing,
                    inset,
                    diameter,
                } = eyelets;
                [spacing, inset, diameter].map(Real)
            }),
            file_names: unusual(shop.file_names.clone(), usual.file_names),
            has_crop_marks: shop.has_crop_marks,
            hem: real(finishing.hem, 0.0),
            id: shop.id,
            ink_limit: Real(shop.ink_limit),
            kind: shop.kind.clone(),
            least_dpi: Real(shop.least_dpi),
            name: shop.name.clone(),
            outlines: shop.is_outlined,
            output: match shop.output {
                Output::Pdf => Kind::Pdf,
                Output::Tiff => Kind::Tiff,
                Output::Jpeg => Kind::Jpeg,
            },
            output_dpi: real(shop.output_dpi, usual.output_dpi),
            overlap: real(shop.overlap, usual.overlap),
            photo_quality: real(shop.photo_quality, usual.photo_quality),
            plain_black: real(shop.plain_black, usual.plain_black),
            profile: shop.profile.as_ref().map(|profile| Profile {
                icc: BASE64.encode(&profile.icc),
                name: profile.name.clone(),
            }),
            rich_black: shop.rich_black.map(|inks| inks.map(Real)),
            rolls: shop.rolls.iter().copied().map(Real).collect(),
            scale: unusual(shop.scale, usual.scale),
            slug: Real(shop.slug),
            view_m: real(shop.view_m, usual.view_m),
            white_edge: real(shop.white_edge, usual.white_edge),
        }
    }
}

impl From<Shop> for model::Shop {
    fn from(shop: Shop) -> model::Shop {
        let usual = model::Shop::default();
        let real = |value: Option<Real>, usual: f64| value.map_or(usual, |value| value.0);
        model::Shop {
            id: shop.id,
            kind: shop.kind,
            name: shop.name,
            bleed: shop.bleed.0,
            white_edge: real(shop.white_edge, usual.white_edge),
            slug: shop.slug.0,
            has_crop_marks: shop.has_crop_marks,
            ink_limit: shop.ink_limit.0,
            least_dpi: shop.least_dpi.0,
            view_m: real(shop.view_m, usual.view_m),
            rich_black: shop.rich_black.map(|inks| inks.map(|ink| ink.0)),
            plain_black: real(shop.plain_black, usual.plain_black),
            is_outlined: shop.outlines,
            scale: shop.scale.unwrap_or(usual.scale),
            file_names: shop.file_names.unwrap_or(usual.file_names),
            rolls: shop.rolls.into_iter().map(|roll| roll.0).collect(),
            overlap: real(shop.overlap, usual.overlap),
            output: match shop.output {
                Kind::Pdf => Output::Pdf,
                Kind::Tiff => Output::Tiff,
                Kind::Jpeg => Output::Jpeg,
            },
            output_dpi: real(shop.output_dpi, usual.output_dpi),
            photo_quality: real(shop.photo_quality, usual.photo_quality),
            finishing: Finishing {
                eyelets: shop.eyelets.map(|[spacing, inset, diameter]| Eyelets {
                    spacing: spacing.0,
                    inset: inset.0,
                    diameter: diameter.0,
                }),
                hem: real(shop.hem, 0.0),
                clamp: real(shop.clamp, 0.0),
                has_cut_line: shop.cut_line,
            },
            profile: shop.profile.and_then(|profile| {
                Some(OutputProfile {
                    name: profile.name,
                    icc: BASE64.decode(profile.icc).ok()?.into(),
                })
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_of_an_early_file_is_as_usual_and_goes_back_to_the_same_bytes() {
        let early = r#"{"bleed":5.0,"has_crop_marks":true,"id":"000000000000000000000000000000ab","ink_limit":300.0,"least_dpi":72.0,"name":"印厂","slug":12.5}"#;
        let shop: model::Shop = serde_json::from_str::<Shop>(early).unwrap().into();
        let wanted = model::Shop {
            id: ShopId(0xab),
            name: "印厂".into(),
            bleed: 5.0,
            slug: 12.5,
            least_dpi: 72.0,
            ..model::Shop::default()
        };
        assert_eq!(shop, wanted);
        assert_eq!(serde_json::to_string(&Shop::from(&shop)).unwrap(), early);
    }
}
