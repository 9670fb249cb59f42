//! Unicode's own line break cases against the opportunities that the rules of Chinese are laid over.

use flate2::read::GzDecoder;
use std::collections::BTreeMap;
use std::io::Read;
use zhanban::text::unicode_breaks;

/// LineBreakTest of Unicode 18, as its consortium publishes it; its licence lies beside it.
const CASES: &[u8] = include_bytes!("../data/LineBreakTest-18.0.0.txt.gz");

/// Rule of UAX 14 in Unicode 18, whether it breaks, how many places differ, why.
const KNOWN: &[(&str, bool, usize, &str)] = &[
    ("12.1", false, 9, "glue after an ideographic space"),
    ("15.3", true, 2, "a decimal that begins with its point"),
    ("15.4", false, 2, "the middle dot, which no line of ours begins with"),
    ("20.1", false, 42, "Unicode's younger class of hyphens, before letters"),
    (
        "23.02",
        false,
        2,
        "an unassigned character that younger data take for a letter",
    ),
    ("23.03", false, 2, "the same"),
    ("24.02", false, 4, "the same"),
    ("24.03", false, 4, "the same"),
    ("25.06", false, 1, "a currency sign after a figure and a full stop"),
    (
        "28.0",
        false,
        50,
        "an unassigned character that younger data take for a letter",
    ),
    ("28.11", false, 2, "Balinese digits"),
    ("28.12", false, 4, "the same"),
    (
        "29.0",
        false,
        2,
        "an unassigned character that younger data take for a letter",
    ),
    ("30.01", false, 2, "the same"),
    ("30.02", false, 2, "the same"),
    ("31.01", true, 69, "Balinese digits, which were figures before"),
    (
        "9.0",
        false,
        139,
        "Thai vowel signs: scripts without spaces need a model that boards do not carry",
    ),
];

#[test]
fn line_breaks_are_unicode_s_but_for_a_known_list() {
    let mut text = String::new();
    GzDecoder::new(CASES).read_to_string(&mut text).unwrap();
    let mut differing: BTreeMap<(&str, bool), (usize, &str)> = BTreeMap::new();
    let (mut cases, mut whole) = (0, 0);
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (case, comment) = line.split_once('#').unwrap();
        let (string, expected) = parsed(case);
        let got = unicode_breaks(&string);
        // The start of the text is no break to Unicode, and no rule is named at it.
        let rules: Vec<&str> = comment
            .split('[')
            .skip(1)
            .map(|rest| rest.split(']').next().unwrap())
            .collect();
        cases += 1;
        let mut is_same = true;
        for (index, (at, breaks)) in expected.iter().enumerate().skip(1) {
            if got.contains(at) != *breaks {
                is_same = false;
                let entry = differing.entry((rules[index], *breaks)).or_insert((0, line));
                entry.0 += 1;
            }
        }
        whole += usize::from(is_same);
    }
    eprintln!("{whole} of {cases} cases as Unicode has them");
    assert!(cases > 19_000);
    let known: Vec<(&str, bool, usize)> = KNOWN
        .iter()
        .map(|(rule, breaks, count, _)| (*rule, *breaks, *count))
        .collect();
    let found: Vec<(&str, bool, usize)> = differing
        .iter()
        .map(|((rule, breaks), (count, _))| (*rule, *breaks, *count))
        .collect();
    assert_eq!(found, known, "{differing:#?}");
}

/// The string of a case, and each place between its characters with whether a line may break there.
fn parsed(case: &str) -> (String, Vec<(usize, bool)>) {
    let (mut string, mut places) = (String::new(), Vec::new());
    for word in case.split_whitespace() {
        match word {
            "÷" | "×" => places.push((string.len(), word == "÷")),
            code => string.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32)),
        }
    }
    (string, places)
}
