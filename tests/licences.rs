//! What the program is made of may be given away: crates, photographs, fonts, data.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Each part of an expression like `(MIT OR Apache-2.0) AND Unicode-3.0` that we may ship.
const FREE: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Zlib",
    "ISC",
    "IJG",
    "0BSD",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
    "MPL-2.0",
    "Unicode-3.0",
    "Apache-2.0 WITH LLVM-exception",
    "OFL-1.1",
    "Ubuntu-font-1.0",
    "bzip2-1.0.6",
];

#[test]
fn every_crate_in_the_program_has_a_licence_that_lets_us_ship_it() {
    let output = std::process::Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
        ])
        .arg(host())
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 100);
    let odd: Vec<String> = packages
        .iter()
        .filter(|package| !is_free(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();
    assert!(odd.is_empty(), "{}", odd.join("\n"));
}

#[test]
fn an_expression_is_free_where_one_choice_of_each_part_is() {
    assert!(is_free("MIT OR GPL-3.0"));
    assert!(is_free("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_free("Apache-2.0/MIT"));
    assert!(!is_free("GPL-3.0"));
    assert!(!is_free("(MIT OR Apache-2.0) AND GPL-2.0"));
    assert!(!is_free(""));
}

/// `AND` binds what must all hold, `OR` (or the old slash) what one may choose from.
fn is_free(expression: &str) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], "");
    plain
        .split(" AND ")
        .all(|part| part.split(" OR ").any(|name| FREE.contains(&name.trim())))
}

#[test]
fn every_photograph_of_the_sample_has_its_row_and_a_free_licence() {
    let sample = root().join("assets/sample");
    let mut rows = csv::Reader::from_path(sample.join("LICENCES.csv")).unwrap();
    let mut listed = BTreeSet::new();
    for row in rows.records() {
        let row = row.unwrap();
        let [file, title, author, licence, source] = [0, 1, 2, 3, 4].map(|at| row.get(at).unwrap_or_default());
        assert!(
            ["CC0-1.0", "CC-BY-", "CC-BY-SA-"]
                .iter()
                .any(|free| licence.starts_with(free)),
            "{file}: {licence}"
        );
        assert!(![title, author, source].contains(&""), "{file} lacks its origin");
        listed.insert(file.to_string());
    }
    let there: BTreeSet<String> = names(&sample.join("photos"), "jpg").into_iter().collect();
    assert!(there.len() >= 24, "{} photographs", there.len());
    assert_eq!(listed, there);
    let bytes: u64 = there
        .iter()
        .map(|name| std::fs::metadata(sample.join("photos").join(name)).unwrap().len())
        .sum();
    assert!(bytes <= 40 << 20, "{bytes} bytes of photographs");
    for name in &there {
        let (w, h) = image::image_dimensions(sample.join("photos").join(name)).unwrap();
        assert!(w.max(h) >= 2400, "{name} is {w}×{h}");
    }
}

#[test]
fn every_font_is_the_one_its_list_names() {
    let fonts = root().join("fonts");
    let list = std::fs::read_to_string(fonts.join("README.md")).unwrap();
    let mut files = names(&fonts, "otf");
    files.extend(names(&fonts, "ttf"));
    assert!(!files.is_empty());
    for name in files {
        let digest = zhanban::base::Digest::of(&std::fs::read(fonts.join(&name)).unwrap());
        assert!(list.contains(&format!("| {name} |")), "{name} is not listed");
        assert!(list.contains(&digest.hex()), "{name} has changed");
    }
    assert!(fonts.join("OFL-Noto-CJK.txt").exists() && fonts.join("OFL-LXGW-WenKai.txt").exists());
}

/// The machine's own platform: only its crates were fetched.
fn host() -> String {
    let output = std::process::Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap()
        .to_string()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn names(folder: &Path, extension: &str) -> Vec<String> {
    std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(&format!(".{extension}")))
        .collect()
}
