//! Print colours on screen, held against two outsiders that share no code with us: a table made by lcms2, and poppler,
//! which shows our PDFs.

use crate::export::called;
use std::path::Path;
use std::process::Command;
use zhanban::base::Colour;
use zhanban::media::Proof;

fn profile() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/profiles/coated-fogra39.icc")
}

fn proof() -> Proof {
    Proof::from_icc(&std::fs::read(profile()).unwrap()).unwrap()
}

fn seen(proof: &Proof, inks: &[u8]) -> [u8; 3] {
    proof.srgb(Colour::Cmyk(std::array::from_fn(|i| f64::from(inks[i]) / 2.55)))
}

/// Rows of `tests/data/fogra39-lcms2.txt` with so many numbers on the left.
fn rows(left: usize) -> Vec<(Vec<u8>, Vec<u8>)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fogra39-lcms2.txt");
    let table = std::fs::read_to_string(file).unwrap();
    let numbers = |text: &str| -> Vec<u8> { text.split_whitespace().map(|part| part.parse().unwrap()).collect() };
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    let rows = lines.map(|line| line.split_once('>').unwrap());
    let rows = rows.map(|(from, to)| (numbers(from), numbers(to)));
    rows.filter(|(from, _)| from.len() == left).collect()
}

/// CIE L*a*b* (D65, as the difference of two screen colours is usually reckoned).
fn lab(rgb: &[u8]) -> [f64; 3] {
    let [r, g, b] = std::array::from_fn(|i| {
        let part = f64::from(rgb[i]) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let f = |part: f64| {
        if part > 0.008856 {
            part.cbrt()
        } else {
            part * 7.787 + 16.0 / 116.0
        }
    };
    let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
    let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
    let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// ΔE76.
fn difference(one: &[u8], other: &[u8]) -> f64 {
    let (one, other) = (lab(one), lab(other));
    let squares: f64 = one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum();
    squares.sqrt()
}

/// Mean and largest difference.
fn summary(differences: &[f64]) -> (f64, f64) {
    assert!(!differences.is_empty());
    let mean = differences.iter().sum::<f64>() / differences.len() as f64;
    (mean, differences.iter().copied().fold(0.0, f64::max))
}

#[test]
fn inks_look_as_lcms2_shows_them() {
    let proof = proof();
    let rows = rows(4);
    assert!(rows.len() >= 40);
    let flat: Vec<f64> = rows
        .iter()
        .map(|(inks, rgb)| difference(&seen(&proof, inks), rgb))
        .collect();
    let (mean, largest) = summary(&flat);
    println!("flat colours: mean {mean:.2}, largest {largest:.2}");
    assert!(mean <= 0.5 && largest <= 2.0, "mean {mean}, largest {largest}");
    // Photos go through a table of their own.
    let inks: Vec<u8> = rows.iter().flat_map(|(inks, _)| inks.iter().copied()).collect();
    let photo = proof.photo(&inks);
    let shown = photo.as_chunks::<4>().0.iter().zip(&rows);
    let (mean, largest) = summary(&shown.map(|(seen, (_, rgb))| difference(seen, rgb)).collect::<Vec<_>>());
    println!("photos: mean {mean:.2}, largest {largest:.2}");
    assert!(mean <= 1.0 && largest <= 4.0, "photos: mean {mean}, largest {largest}");
}

#[test]
fn screen_colours_get_the_inks_lcms2_gives_them() {
    let proof = proof();
    let rows = rows(3);
    assert!(rows.len() >= 12);
    for (rgb, wanted) in rows {
        let inks = proof.cmyk([rgb[0], rgb[1], rgb[2]]);
        // Four inks can make one colour in many ways, so the amounts are held against each other and the look too.
        let wanted_inks = std::array::from_fn::<f64, 4, _>(|i| f64::from(wanted[i]) / 2.55);
        let apart = inks
            .iter()
            .zip(wanted_inks)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f64::max);
        let look = difference(&proof.srgb(Colour::Cmyk(inks)), &seen(&proof, &wanted));
        println!("{rgb:?}: {apart:.1} % ink, ΔE {look:.2}");
        assert!(
            apart <= 5.0 && look <= 2.0,
            "{rgb:?}: {inks:?} instead of {wanted_inks:?}"
        );
    }
}

/// A page of squares ten points wide, one row, each filled with its inks.
fn patches_pdf(patches: &[[u8; 4]]) -> Vec<u8> {
    let mut squares = String::new();
    for (index, inks) in patches.iter().enumerate() {
        let [c, m, y, k] = inks.map(|ink| f64::from(ink) / 255.0);
        squares += &format!("{c:.5} {m:.5} {y:.5} {k:.5} k {} 0 10 10 re f\n", index * 10);
    }
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} 10]/Resources<<>>/Contents 4 0 R>>",
        patches.len() * 10
    );
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_string(),
        page,
        format!("<</Length {}>>stream\n{squares}endstream", squares.len()),
    ];
    let mut pdf = "%PDF-1.6\n".to_string();
    let mut places = String::new();
    for (index, object) in objects.iter().enumerate() {
        places += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{} 0 obj\n{object}\nendobj\n", index + 1);
    }
    let table = pdf.len();
    pdf += &format!("xref\n0 5\n0000000000 65535 f \n{places}trailer<</Size 5/Root 1 0 R>>\n");
    pdf += &format!("startxref\n{table}\n%%EOF\n");
    pdf.into_bytes()
}

fn patches() -> Vec<[u8; 4]> {
    let mut patches = Vec::new();
    for ink in 0..4 {
        for amount in (0..=255).step_by(15) {
            let mut inks = [0; 4];
            inks[ink] = amount;
            patches.push(inks);
        }
    }
    // Rich blacks, the darkest print, overprints.
    patches.extend([[153, 102, 102, 255], [102, 0, 0, 255], [128, 102, 102, 230], [255; 4]]);
    patches.extend([[255, 255, 0, 0], [255, 0, 255, 0], [0, 255, 255, 0], [255, 255, 255, 0]]);
    patches
}

#[test]
fn poppler_shows_the_inks_of_a_pdf_in_the_same_colours() {
    let folder = tempfile::tempdir().unwrap();
    let patches = patches();
    std::fs::write(folder.path().join("patches.pdf"), patches_pdf(&patches)).unwrap();
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "72", "-png", "-singlefile", "-defaultcmykprofile"]);
    command.arg(profile()).args(["patches.pdf", "patches"]);
    if called(command.current_dir(folder.path())).is_none() {
        return;
    }
    let page = image::open(folder.path().join("patches.png")).unwrap().into_rgb8();
    let proof = proof();
    let differences: Vec<f64> = patches
        .iter()
        .enumerate()
        .map(|(index, inks)| {
            let poppler = page.get_pixel(index as u32 * 10 + 5, 5).0;
            difference(&seen(&proof, inks), &poppler)
        })
        .collect();
    let (mean, largest) = summary(&differences);
    println!("poppler: mean {mean:.2}, largest {largest:.2}");
    assert!(mean <= 0.5 && largest <= 2.0, "mean {mean}, largest {largest}");
}
