//! A shop's wishes as the writer needs them.

use crate::model::Shop;
use std::sync::Arc;

#[derive(Clone)]
pub struct Press {
    /// Beyond the trim, in mm.
    pub bleed: f64,
    /// Room for marks and the slug line outside the bleed, in mm; 0 for plans and proofs.
    pub slug: f64,
    pub has_crop_marks: bool,
    /// Text goes into the file as filled paths; the file has no font.
    pub is_outlined: bool,
    /// ICC output profile: the output intent of the file.
    pub profile: Arc<[u8]>,
}

impl Press {
    pub fn of(shop: &Shop, profile: Arc<[u8]>) -> Press {
        Press {
            bleed: shop.bleed,
            slug: shop.slug,
            has_crop_marks: shop.has_crop_marks,
            is_outlined: shop.is_outlined,
            profile,
        }
    }

    /// The sheet as it is: plans, reports.
    pub fn plain(profile: Arc<[u8]>) -> Press {
        Press {
            bleed: 0.0,
            slug: 0.0,
            has_crop_marks: false,
            is_outlined: false,
            profile,
        }
    }
}
