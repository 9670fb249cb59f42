//! Print shops that come with the program: `assets/shops/*.json`, one a shop. What a file gets wrong is told and mended;
//! a file that cannot be read is left out.

use crate::base::say::ShopSay;
use crate::base::{Finding, Place, Say, Severity};
use crate::model::{Eyelets, Finishing, Output, Shop, ShopProfile};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;

/// A shop in its file; lengths in mm. What is left out is as usual.
#[derive(Deserialize)]
struct File {
    id: String,
    /// Simplified, Traditional, English.
    names: [String; 3],
    about: [String; 3],
    bleed_mm: Option<f64>,
    white_edge_mm: Option<f64>,
    slug_mm: Option<f64>,
    crop_marks: Option<bool>,
    ink_limit_percent: Option<f64>,
    least_dpi: Option<f64>,
    seen_from_m: Option<f64>,
    /// C, M, Y, K.
    rich_black_percent: Option<[f64; 4]>,
    plain_black_mm: Option<f64>,
    outlines: Option<bool>,
    scale: Option<u32>,
    file_names: Option<String>,
    #[serde(default)]
    roll_widths_mm: Vec<f64>,
    overlap_mm: Option<f64>,
    output: Option<String>,
    output_dpi: Option<f64>,
    /// JPEG quality; with it photos become CMYK.
    photo_cmyk_quality: Option<f64>,
    eyelets: Option<Holes>,
    hem_mm: Option<f64>,
    clamp_mm: Option<f64>,
    cut_line: Option<bool>,
    #[serde(flatten)]
    unknown: BTreeMap<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holes {
    spacing_mm: f64,
    inset_mm: f64,
    diameter_mm: f64,
}

/// Every shop of the folder by the name of its file, and what is wrong with the files.
pub fn shops(folder: &Path) -> (Vec<ShopProfile>, Vec<Finding>) {
    let (mut shops, mut findings): (Vec<ShopProfile>, Vec<Finding>) = (Vec::new(), Vec::new());
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    for file in files {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let (shop, said) = match std::fs::read(&file) {
            Ok(bytes) => read(&bytes),
            Err(error) => (None, vec![unreadable(&error)]),
        };
        let is_lost = shop.is_none();
        shops.extend(shop.filter(|shop| shops.iter().all(|known| known.shop.kind != shop.shop.kind)));
        findings.extend(said.into_iter().map(|say| Finding {
            severity: if is_lost { Severity::Warning } else { Severity::Note },
            rule: "shop-file",
            place: Place::file(&name),
            say: Say::Shop(say),
        }));
    }
    (shops, findings)
}

/// One shop from its JSON, and what had to be mended.
pub fn read(json: &[u8]) -> (Option<ShopProfile>, Vec<ShopSay>) {
    let file: File = match serde_json::from_slice(json) {
        Ok(file) => file,
        Err(error) => return (None, vec![unreadable(&error)]),
    };
    if file.id.trim().is_empty() || file.names.iter().any(|name| name.trim().is_empty()) {
        return (
            None,
            vec![ShopSay::Unreadable {
                why: "id, names".into(),
            }],
        );
    }
    let mut said: Vec<ShopSay> = file
        .unknown
        .keys()
        .map(|key| ShopSay::KeyUnknown { key: key.clone() })
        .collect();
    let output = match file.output.as_deref() {
        None | Some("pdf") => Output::Pdf,
        Some("tiff") => Output::Tiff,
        Some("jpeg") => Output::Jpeg,
        Some(word) => {
            said.push(ShopSay::OutputUnknown { word: word.into() });
            Output::Pdf
        }
    };
    let (names, about) = (file.names.clone(), file.about.clone());
    let (shop, mended) = file.shop(output).mended();
    said.extend(mended);
    (Some(ShopProfile { names, about, shop }), said)
}

impl File {
    fn shop(self, output: Output) -> Shop {
        let usual = Shop::default();
        Shop {
            id: Shop::id_of(&self.id),
            kind: self.id,
            name: self.names[0].clone(),
            bleed: self.bleed_mm.unwrap_or(usual.bleed),
            white_edge: self.white_edge_mm.unwrap_or(usual.white_edge),
            slug: self.slug_mm.unwrap_or(usual.slug),
            has_crop_marks: self.crop_marks.unwrap_or(usual.has_crop_marks),
            ink_limit: self.ink_limit_percent.unwrap_or(usual.ink_limit),
            least_dpi: self.least_dpi.unwrap_or(usual.least_dpi),
            view_m: self.seen_from_m.unwrap_or(usual.view_m),
            rich_black: self.rich_black_percent,
            plain_black: self.plain_black_mm.unwrap_or(usual.plain_black),
            is_outlined: self.outlines.unwrap_or(usual.is_outlined),
            scale: self.scale.unwrap_or(usual.scale),
            file_names: self.file_names.unwrap_or(usual.file_names),
            rolls: self.roll_widths_mm,
            overlap: self.overlap_mm.unwrap_or(usual.overlap),
            output,
            output_dpi: self.output_dpi.unwrap_or(usual.output_dpi),
            photo_quality: self.photo_cmyk_quality.unwrap_or(usual.photo_quality),
            finishing: Finishing {
                eyelets: self.eyelets.map(|holes| Eyelets {
                    spacing: holes.spacing_mm,
                    inset: holes.inset_mm,
                    diameter: holes.diameter_mm,
                }),
                hem: self.hem_mm.unwrap_or(0.0),
                clamp: self.clamp_mm.unwrap_or(0.0),
                has_cut_line: self.cut_line.unwrap_or(false),
            },
            profile: None,
        }
    }
}

fn unreadable(error: &dyn std::error::Error) -> ShopSay {
    ShopSay::Unreadable { why: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#""id":"a","names":["甲","甲","A"],"about":["","",""]"#;

    #[test]
    fn what_a_file_gets_wrong_is_told_in_a_sentence_each() {
        for (rest, sentences) in [
            ("", &[][..]),
            (r#","bleed_mm":12"#, &["出血不能是 12 mm，按 10 mm。"]),
            (
                r#","bleed_mm":-3,"least_dpi":0"#,
                &["出血不能是 -3 mm，按 0 mm。", "照片最低清晰度不能是 0 dpi，按 10 dpi。"],
            ),
            (r#","colour":"red""#, &["“colour”不认识，没有用。"]),
            (
                r#","output":"psd""#,
                &["输出只能是 pdf、tiff 或 jpeg，不能是“psd”，按 pdf。"],
            ),
            (
                r#","file_names":"{shop}.""#,
                &["文件名“{shop}.”里没有序号、编号或标题，每块都会同名，按“序号_编号_标题”。"],
            ),
        ] {
            let (shop, said) = read(format!("{{{HEAD}{rest}}}").as_bytes());
            let told: Vec<String> = said.iter().map(|say| say.texts()[0].clone()).collect();
            assert_eq!(told, sentences, "{rest}");
            assert_eq!(shop.map(|shop| shop.shop.faults()), Some(Vec::new()), "{rest}");
        }
    }

    #[test]
    fn a_broken_file_is_left_out_and_the_others_are_there() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
        write("1.json", &format!("{{{HEAD}}}"));
        write("2.json", r#"{"id":"b","names":["#);
        write("3.json", &format!("{{{HEAD},\"bleed_mm\":\"three\"}}"));
        write("notes.txt", "x");
        let (shops, findings) = shops(folder.path());
        assert_eq!(shops.len(), 1);
        let files: Vec<_> = findings
            .iter()
            .filter_map(|finding| finding.place.file.as_deref())
            .collect();
        assert_eq!(files, ["2.json", "3.json"]);
    }
}
