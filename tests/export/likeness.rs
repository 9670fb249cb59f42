//! What the screen shows and what another program makes of the PDF, compared as people see colours.

use super::called;
use super::sample::{Sample, sample};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use zhanban::base::Progress;
use zhanban::export::{Page, Press, Sources, write_pdf};
use zhanban::layout::Frame;
use zhanban::raster::{Ink, Photos, Picture, View, draw};

const DPI: f64 = 40.0;

/// CIE L*a*b* (D65 white, as both pictures are sRGB).
pub fn lab(rgb: [u8; 3]) -> [f64; 3] {
    let linear = rgb.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let [r, g, b] = linear;
    let xyz = [
        (0.412_4 * r + 0.357_6 * g + 0.180_5 * b) / 0.950_5,
        0.212_6 * r + 0.715_2 * g + 0.072_2 * b,
        (0.019_3 * r + 0.119_2 * g + 0.950_5 * b) / 1.089,
    ];
    let [x, y, z] = xyz.map(|t| {
        if t > 0.008_856 {
            t.cbrt()
        } else {
            7.787 * t + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// ΔE (CIE 1976).
pub fn distance(a: [f64; 3], b: [f64; 3]) -> f64 {
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// The sheet as poppler draws it, with our profile for the inks.
pub fn printed(file: &Path, profile: &Path, screen: &Picture) -> Option<Vec<[u8; 3]>> {
    let to = file.with_extension("");
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "40", "-png", "-singlefile", "-defaultcmykprofile"]);
    called(command.args([profile, file, &to]))?;
    let picture = image::open(to.with_extension("png")).unwrap().into_rgb8();
    // A sheet that is no whole number of pixels is rounded up by poppler and to the nearest by us.
    assert!(picture.width().abs_diff(screen.width) <= 1 && picture.height().abs_diff(screen.height) <= 1);
    let (right, bottom) = (picture.width() - 1, picture.height() - 1);
    let rows = (0..screen.height).map(|y| y.min(bottom));
    let pixels = rows.flat_map(|y| (0..screen.width).map(move |x| (x.min(right), y)));
    Some(pixels.map(|(x, y)| picture.get_pixel(x, y).0).collect())
}

/// Away from edges, which the two smooth differently: mean distance, and the share of pixels that differ by over 10.
pub fn compare(screen: &Picture, print: &[[u8; 3]]) -> (f64, f64) {
    let (width, height) = (screen.width as usize, screen.height as usize);
    let seen: Vec<[u8; 3]> = screen
        .rgba
        .as_chunks::<4>()
        .0
        .iter()
        .map(|[r, g, b, _]| [*r, *g, *b])
        .collect();
    let (screen, print): (Vec<_>, Vec<_>) = (
        seen.iter().map(|rgb| lab(*rgb)).collect(),
        print.iter().map(|rgb| lab(*rgb)).collect(),
    );
    let is_edge = |at: usize| {
        let (x, y) = (at % width, at / width);
        (y.saturating_sub(1)..=(y + 1).min(height - 1)).any(|ny| {
            (x.saturating_sub(1)..=(x + 1).min(width - 1)).any(|nx| {
                let other = ny * width + nx;
                distance(screen[at], screen[other]) > 8.0 || distance(print[at], print[other]) > 8.0
            })
        })
    };
    let smooth: Vec<f64> = (0..screen.len())
        .filter(|at| !is_edge(*at))
        .map(|at| distance(screen[at], print[at]))
        .collect();
    assert!(smooth.len() * 2 > screen.len(), "hardly a pixel is no edge");
    let far = smooth.iter().filter(|off| **off > 10.0).count();
    (
        smooth.iter().sum::<f64>() / smooth.len() as f64,
        far as f64 / smooth.len() as f64,
    )
}

/// Without bleed and marks, so that both pictures have the same pixels.
fn write_sheet(sample: &Sample, code: &str, frame: &Arc<Frame>, to: &Path) {
    let page = Page {
        frame: frame.clone(),
        number: String::new(),
        title: code.into(),
        code: code.into(),
        committee: String::new(),
        ..Page::default()
    };
    let sources = Sources {
        fonts: sample.home.fonts.clone(),
        library: sample.library.clone(),
        photos: sample.exhibition.photos.clone(),
        proof: sample.home.proof.clone(),
    };
    let press = Press::plain(sample.home.profile.clone());
    write_pdf(&[page], code, &press, &sources, to, &Progress::default()).unwrap();
    without_intent(to);
}

/// poppler (22.12) takes the output intent for the profile of the screen and shows tagged photos too dark: measured
/// (160, 120, 122) for (172, 145, 144), and right as soon as the intent is gone. The inks' profile is named to it.
pub fn without_intent(file: &Path) {
    let mut bytes = std::fs::read(file).unwrap();
    let at = bytes
        .windows(14)
        .position(|window| window == b"/OutputIntents")
        .unwrap();
    bytes[at + 13] = b'x';
    std::fs::write(file, bytes).unwrap();
}

/// One board of each template.
fn chosen(sample: &Sample) -> Vec<usize> {
    let mut seen = BTreeMap::new();
    for (index, board) in sample.exhibition.in_order().into_iter().enumerate() {
        seen.entry(board.template.name.clone()).or_insert(index);
    }
    seen.into_values().collect()
}

#[test]
fn screen_and_print_agree_in_colour_and_place() {
    let sample = sample();
    let profile = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc");
    let ink = Ink {
        fonts: sample.home.fonts.clone(),
        library: sample.library.clone(),
        proof: sample.home.proof.clone(),
        photos: sample.exhibition.photos.clone(),
        lens: None,
    };
    let boards = chosen(sample);
    assert!(boards.len() >= 6, "{} templates", boards.len());
    let folder = tempfile::tempdir().unwrap();
    let results: Vec<Option<(String, f64, f64)>> = boards
        .par_iter()
        .map(|index| {
            let (code, frame, _) = &sample.boards[*index];
            let file = folder.path().join(format!("{code}.pdf"));
            write_sheet(sample, code, frame, &file);
            let screen = draw(frame, &View::whole(frame, DPI), &ink, Photos::Wait);
            let print = printed(&file, &profile, &screen)?;
            let (mean, far) = compare(&screen, &print);
            Some((code.clone(), mean, far))
        })
        .collect();
    let results: Vec<_> = results.into_iter().flatten().collect();
    let off: Vec<_> = results
        .iter()
        .filter(|(_, mean, far)| *mean > 2.0 || *far > 0.005)
        .collect();
    assert!(
        off.is_empty(),
        "mean ΔE and share of far pixels: {off:?}\nall: {results:?}"
    );
    println!("{results:?}");
}
