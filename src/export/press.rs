//! A shop's wishes and the profile that its files are made for.

use crate::model::{Output, Shop};
use std::sync::Arc;

#[derive(Clone)]
pub struct Press {
    pub shop: Shop,
    /// ICC output profile: the output intent of the file.
    pub profile: Arc<[u8]>,
}

impl Press {
    pub fn of(shop: &Shop, profile: Arc<[u8]>) -> Press {
        let (shop, _) = shop.clone().mended();
        Press { shop, profile }
    }

    /// The sheet as it is: plans, reports.
    pub fn plain(profile: Arc<[u8]>) -> Press {
        let shop = Shop {
            bleed: 0.0,
            slug: 0.0,
            has_crop_marks: false,
            ink_limit: 400.0,
            ..Shop::default()
        };
        Press { shop, profile }
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
