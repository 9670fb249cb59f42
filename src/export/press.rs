//! A shop's wishes as the writer needs them.

use crate::geom::{Rect, Size, rect};
use crate::model::{Finishing, Output, Shop, USUAL_NAMES};
use std::sync::Arc;

#[derive(Clone)]
pub struct Press {
    /// "写真": in the slug line, and in names that ask for it.
    pub shop: String,
    /// Beyond the trim, in mm.
    pub bleed: f64,
    /// Unprinted material around the trim, in mm.
    pub white_edge: f64,
    /// Room for marks and the slug line outside the bleed, in mm of the file; 0 for plans and proofs.
    pub slug: f64,
    pub has_crop_marks: bool,
    /// Text goes into the file as filled paths; the file has no font.
    pub is_outlined: bool,
    /// Millimetres of the board in one of the file.
    pub scale: f64,
    pub ink_limit: f64,
    pub rich_black: Option<[f64; 4]>,
    pub plain_black: f64,
    pub finishing: Finishing,
    pub file_names: String,
    /// Widths of the shop's rolls, and how far strips lie over each other, in mm.
    pub rolls: Vec<f64>,
    pub overlap: f64,
    pub output: Output,
    /// Of TIFF and JPEG, at the printed size.
    pub output_dpi: f64,
    /// JPEG quality of photos turned into the profile's CMYK; 0: they stay as they are.
    pub photo_quality: f64,
    /// ICC output profile: the output intent of the file.
    pub profile: Arc<[u8]>,
}

impl Press {
    pub fn of(shop: &Shop, profile: Arc<[u8]>) -> Press {
        let (shop, _) = shop.clone().mended();
        Press {
            shop: shop.name,
            bleed: shop.bleed,
            white_edge: shop.white_edge,
            slug: shop.slug,
            has_crop_marks: shop.has_crop_marks,
            is_outlined: shop.is_outlined,
            scale: f64::from(shop.scale),
            ink_limit: shop.ink_limit,
            rich_black: shop.rich_black,
            plain_black: shop.plain_black,
            finishing: shop.finishing,
            file_names: shop.file_names,
            rolls: shop.rolls,
            overlap: shop.overlap,
            output: shop.output,
            output_dpi: shop.output_dpi,
            photo_quality: shop.photo_quality,
            profile,
        }
    }

    /// The sheet as it is: plans, reports.
    pub fn plain(profile: Arc<[u8]>) -> Press {
        Press {
            shop: String::new(),
            bleed: 0.0,
            white_edge: 0.0,
            slug: 0.0,
            has_crop_marks: false,
            is_outlined: false,
            scale: 1.0,
            ink_limit: 400.0,
            rich_black: None,
            plain_black: 0.0,
            finishing: Finishing::default(),
            file_names: USUAL_NAMES.into(),
            rolls: Vec::new(),
            overlap: 20.0,
            output: Output::Pdf,
            output_dpi: 150.0,
            photo_quality: 0.0,
            profile,
        }
    }

    /// Where the sheet is cut, in millimetres of the board.
    pub fn cut(&self, board: Size) -> Rect {
        rect(0.0, 0.0, board.w, board.h).grow(self.white_edge)
    }

    /// The slug in millimetres of the board: marks stay readable in a file of 1:10.
    pub fn room(&self) -> f64 {
        self.slug * self.scale
    }

    /// How names of its files end.
    pub fn extension(&self) -> &'static str {
        match self.output {
            Output::Pdf => "pdf",
            Output::Tiff => "tif",
            Output::Jpeg => "jpg",
        }
    }
}
