//! A shop's wishes and the profile that its files are made for.

use super::file::deflated;
use crate::model::{Output, Shop};
use std::sync::{Arc, OnceLock};

#[derive(Clone)]
pub struct Press {
    pub shop: Shop,
    /// ICC output profile: the output intent of the file.
    profile: Arc<[u8]>,
    /// The same deflated, once for all files of the job.
    packed: Arc<OnceLock<Vec<u8>>>,
}

impl Press {
    pub fn of(shop: &Shop, profile: Arc<[u8]>) -> Press {
        let (shop, _) = shop.clone().mended();
        let packed = Arc::default();
        Press { shop, profile, packed }
    }

    /// The sheet as it is: plans, reports.
    pub fn plain(profile: Arc<[u8]>) -> Press {
        Press::of(&Shop::default(), profile).bare()
    }

    /// For a sheet as it is, with the same profile.
    pub fn bare(&self) -> Press {
        let shop = Shop {
            bleed: 0.0,
            slug: 0.0,
            has_crop_marks: false,
            ink_limit: 400.0,
            ..Shop::default()
        };
        Press { shop, ..self.clone() }
    }

    pub fn profile(&self) -> &[u8] {
        &self.profile
    }

    pub fn packed_profile(&self) -> &[u8] {
        self.packed.get_or_init(|| deflated(&self.profile))
    }

    /// Millimetres of the board in one of the file.
    pub fn scale(&self) -> f64 {
        f64::from(self.shop.scale)
    }

    /// The slug in millimetres of the board: marks stay readable in a file of 1:10.
    pub fn room(&self) -> f64 {
        self.shop.slug * self.scale()
    }

    /// How names of its files end.
    pub fn extension(&self) -> &'static str {
        match self.shop.output {
            Output::Pdf => "pdf",
            Output::Tiff => "tif",
            Output::Jpeg => "jpg",
        }
    }
}
