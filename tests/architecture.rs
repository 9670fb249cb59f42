//! Who may know whom: the module table of the code map (`src/lib.rs`) as data, held against the sources.

use std::path::{Path, PathBuf};

/// A module and the modules it may name; all may also name `base` and `geom`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("geom", &[]),
    ("script", &[]),
    ("text", &["script"]),
    ("model", &["script"]),
    ("media", &[]),
    // A `Frame` carries face numbers of `text` and element ids of `model`.
    ("layout", &["model", "text", "media", "script"]),
    ("raster", &["layout", "model", "text", "media", "script"]),
    ("plaza", &["model", "layout", "text", "script"]),
    ("walk", &["model", "layout", "raster", "plaza", "media"]),
    (
        "check",
        &["layout", "raster", "plaza", "model", "text", "media", "script"],
    ),
    (
        "compose",
        &["layout", "raster", "plaza", "model", "text", "media", "script"],
    ),
    // It opens the fonts once for everybody.
    ("store", &["model", "media", "script", "text"]),
    ("workflow", &["model", "check", "plaza", "script"]),
    (
        "export",
        &[
            "raster", "check", "plaza", "workflow", "layout", "model", "text", "media", "script",
        ],
    ),
    (
        "screen",
        &["raster", "plaza", "walk", "layout", "model", "text", "media", "script"],
    ),
    ("cli", &EVERYTHING),
    ("app", &EVERYTHING),
];

const EVERYTHING: [&str; 16] = [
    "script", "text", "model", "media", "layout", "raster", "plaza", "check", "compose", "store", "workflow", "export",
    "screen", "walk", "cli", "app",
];

/// What is named from outside, and the places (modules or single files) that may name it.
const OUTSIDE: &[(&str, &[&str])] = &[
    ("egui", &["screen", "app"]),
    ("egui_extras", &["screen", "app"]),
    ("egui_material_icons", &["screen", "app"]),
    ("eframe", &["app"]),
    ("rfd", &["app"]),
    ("printpdf", &["export"]),
    ("lopdf", &["export"]),
    (
        "std::fs",
        // `text` maps its fonts, `compose` reads the content folder, the window keeps its settings, `screen` its
        // thumbnails: each in one file.
        &[
            "store",
            "media",
            "export",
            "cli",
            "text/fonts.rs",
            "compose/folder.rs",
            "app/files.rs",
            "screen/shelf.rs",
        ],
    ),
];

#[test]
fn every_module_names_only_what_its_place_in_the_table_allows() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for file in files_under(&root.join("src"), "rs") {
        let name = slashed(file.strip_prefix(root.join("src")).unwrap());
        let Some(module) = module_of(&name).filter(|_| !name.ends_with("/tests.rs")) else {
            continue;
        };
        let code = code_only(&std::fs::read_to_string(&file).unwrap());
        for (line, named) in modules_named(&code) {
            if !may_use(module, &named) {
                faults.push(format!("src/{name}:{line}: `{module}` may not name `{named}`"));
            }
        }
        for (outside, places) in OUTSIDE {
            let is_allowed = places.iter().any(|place| *place == module || *place == name);
            for line in lines_naming(&code, outside).into_iter().filter(|_| !is_allowed) {
                faults.push(format!(
                    "src/{name}:{line}: `{outside}` belongs to {}",
                    places.join(", ")
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_table_names_every_module_there_is() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let lib = std::fs::read_to_string(root.join("lib.rs")).unwrap();
    let mut modules: Vec<&str> = lib
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let mut table: Vec<&str> = MAY_USE.iter().map(|(module, _)| *module).collect();
    modules.sort_unstable();
    table.sort_unstable();
    assert_eq!(table, modules);
}

#[test]
fn no_file_names_a_path_of_somebodys_machine() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    // Put together here so that this file does not name them itself.
    let homes: Vec<String> = ["work", "home", "root", "Users"]
        .iter()
        .map(|dir| format!("/{dir}/"))
        .collect();
    let drives = ["\\", "\\\\"].map(|slash| format!(":{slash}Users"));
    let mut faults = Vec::new();
    for file in tracked_files(root) {
        // Pictures and fonts are not text.
        let Ok(text) = std::fs::read_to_string(&file) else {
            continue;
        };
        for (index, line) in text.lines().enumerate() {
            let windows = drives.iter().any(|drive| line.contains(drive));
            if windows || homes.iter().any(|home| starts_a_path(line, home)) {
                let name = slashed(file.strip_prefix(root).unwrap());
                faults.push(format!("{name}:{}: {}", index + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_reader_sees_through_comments_strings_and_braces() {
    let code = code_only(
        "// crate::app\nuse crate::{base::{A, B}, cli};\nlet s = \"crate::screen\"; /* egui */ let c = '\"';\nfs::read(x); std::fs::read(x); use std::{io, fs};\n#[cfg(test)]\nmod tests { use crate::app; }",
    );
    assert_eq!(modules_named(&code), [(2, "base".to_string()), (2, "cli".to_string())]);
    assert_eq!(lines_naming(&code, "std::fs"), [4, 4]);
    assert!(lines_naming(&code, "egui").is_empty());
    assert!(starts_a_path("see \"/here/x\"", "/here/") && !starts_a_path("net/here/x", "/here/"));
}

fn module_of(name: &str) -> Option<&str> {
    let first = name.split('/').next()?.trim_end_matches(".rs");
    MAY_USE
        .iter()
        .map(|(module, _)| *module)
        .find(|module| *module == first)
}

fn may_use(module: &str, named: &str) -> bool {
    // Names that are no module are items of the crate root, of which there are none.
    if named == module || ["base", "geom"].contains(&named) || module_of(named).is_none() {
        return true;
    }
    MAY_USE
        .iter()
        .any(|(name, allowed)| *name == module && allowed.contains(&named))
}

/// The text without comments and literals, line ends kept, cut at the tests: they may use anything.
fn code_only(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let rest = &chars[i..];
        let length = if rest.starts_with(&['/', '/']) {
            rest.iter().position(|c| *c == '\n').unwrap_or(rest.len())
        } else if rest.starts_with(&['/', '*']) {
            rest.windows(2)
                .skip(2)
                .position(|pair| pair == ['*', '/'])
                .map_or(rest.len(), |at| at + 4)
        } else {
            literal_length(rest)
        };
        if length == 0 {
            code.push(chars[i]);
            i += 1;
        } else {
            code.extend(rest[..length].iter().filter(|c| **c == '\n'));
            i += length;
        }
    }
    let tests = code.find("#[cfg(test)]\nmod tests").unwrap_or(code.len());
    code.truncate(tests);
    code
}

/// Characters of the string or character literal that starts here; 0 where none does.
fn literal_length(rest: &[char]) -> usize {
    let quoted = |open: usize| {
        let mut at = open + 1;
        while at < rest.len() && rest[at] != '"' {
            at += if rest[at] == '\\' { 2 } else { 1 };
        }
        (at + 1).min(rest.len())
    };
    match rest {
        ['"', ..] => quoted(0),
        ['r', next, ..] if *next == '"' || *next == '#' => {
            let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
            if rest.get(1 + hashes) != Some(&'"') {
                return 0;
            }
            let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            let from = hashes + 2;
            rest[from..]
                .windows(end.len())
                .position(|w| w == end)
                .map_or(rest.len(), |at| from + at + end.len())
        }
        ['\'', '\\', _, tail @ ..] => 3 + tail.iter().position(|c| *c == '\'').map_or(0, |at| at + 1),
        ['\'', _, '\'', ..] => 3,
        _ => 0,
    }
}

/// Line and name of every module named as `crate::x` or `crate::{x, y::z}`.
fn modules_named(code: &str) -> Vec<(usize, String)> {
    let mut named = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(is_word) || code[..at].ends_with('$') {
            continue;
        }
        let line = code[..at].matches('\n').count() + 1;
        for name in heads(&code[at + "crate::".len()..]) {
            named.push((line, name));
        }
    }
    named
}

/// Lines where this crate or path is named, also as `std::{io, fs}`.
fn lines_naming(code: &str, path: &str) -> Vec<usize> {
    let (head, tail) = path.split_once("::").unwrap_or((path, ""));
    let mut lines = Vec::new();
    for (at, _) in code.match_indices(head) {
        let after = &code[at + head.len()..];
        if code[..at].ends_with(is_word) || after.starts_with(is_word) {
            continue;
        }
        let is_path = after.trim_start().starts_with("::");
        let is_meant = match after.strip_prefix("::") {
            Some(after) if !tail.is_empty() => heads(after).iter().any(|name| name == tail),
            _ => tail.is_empty() && is_path,
        };
        if is_meant {
            lines.push(code[..at].matches('\n').count() + 1);
        }
    }
    lines
}

/// The first names after a `::`: one, or those of a brace at its outermost level.
fn heads(after: &str) -> Vec<String> {
    let Some(inside) = after.strip_prefix('{') else {
        return vec![after.chars().take_while(|c| is_word(*c)).collect()];
    };
    let mut names = vec![String::new()];
    let (mut depth, mut is_head) = (0, true);
    for c in inside.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(String::new());
                is_head = true;
            }
            c if is_word(c) && is_head => names.last_mut().unwrap().push(c),
            c if c.is_whitespace() => {}
            _ => is_head = false,
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// `home` stands in the line where a path begins, not in the middle of one (an address, a relative path).
fn starts_a_path(line: &str, home: &str) -> bool {
    line.match_indices(home)
        .any(|(at, _)| !line[..at].ends_with(|c: char| is_word(c) || "./-~}$)".contains(c)))
}

fn files_under(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path, extension));
        } else if extension.is_empty() || path.extension().is_some_and(|other| other == extension) {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// What git tracks; everything but build results where there is no git.
fn tracked_files(root: &Path) -> Vec<PathBuf> {
    let listed = std::process::Command::new("git")
        .arg("-C")
        .arg(root)
        .args(["ls-files", "-z"])
        .output();
    match listed {
        Ok(output) if output.status.success() => output
            .stdout
            .split(|byte| *byte == 0)
            .filter_map(|name| std::str::from_utf8(name).ok())
            .filter(|name| !name.is_empty())
            .map(|name| root.join(name))
            .collect(),
        _ => ["src", "tests", "assets", "fonts"]
            .iter()
            .map(|name| root.join(name))
            .filter(|path| path.is_dir())
            .flat_map(|path| files_under(&path, ""))
            .collect(),
    }
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
