//! Whole paragraphs against line by line, and balanced headings.

use super::*;

pub const ARTICLE: &str = include_str!("article.txt");

const QUICK: Set = Set {
    breaking: Breaking::Quick,
    ..SC
};

#[derive(Default, Debug)]
struct Measured {
    /// Sum over all full lines of the squared white, in em, that they had to take in.
    stretched: f64,
    /// The same for white squeezed out of marks, of which rule 17 says that it is felt 0.6 times.
    squeezed: f64,
    lines: usize,
    /// Last lines of one character, its mark not counted.
    orphans: usize,
    /// Lines that end in a number whose unit stands on the next.
    torn: usize,
}

impl Measured {
    fn add(&mut self, text: &str, how: Set) {
        let layout = set(text, how);
        let lines = lines(text, &layout);
        self.lines += lines.len();
        let lone = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).count() < 2;
        self.orphans += usize::from(lines.len() > 1 && lines.last().is_some_and(|line| lone(line)));
        for (index, line) in lines.iter().rev().skip(1).rev().enumerate() {
            let indent = if index == 0 { how.indent } else { 0.0 };
            let slack = how.width - indent - width_in_em(line.trim_end(), how);
            if slack > 0.0 {
                self.stretched += slack * slack;
            } else {
                self.squeezed += (0.6 * slack).powi(2);
            }
            self.torn += usize::from(line.ends_with(|c: char| c.is_ascii_digit()));
        }
    }

    fn white(&self) -> f64 {
        self.stretched + self.squeezed
    }
}

fn compare<'a>(texts: impl Iterator<Item = &'a str> + Clone, widths: &[f64]) -> (Measured, Measured) {
    let (mut best, mut quick) = (Measured::default(), Measured::default());
    for &width in widths {
        for text in texts.clone() {
            let indent = 2.0;
            best.add(text, Set { width, indent, ..SC });
            quick.add(text, Set { width, indent, ..QUICK });
        }
    }
    eprintln!("whole paragraphs {best:.1?}, line by line {quick:.1?}");
    (best, quick)
}

#[test]
fn whole_paragraphs_are_set_better_than_line_by_line() {
    let (best, quick) = compare(ARTICLE.lines(), &[9.0, 14.0, 20.5, 27.3, 40.0]);
    assert!(best.orphans == 0 && quick.orphans > 0, "{best:?} {quick:?}");
    assert!(best.torn < quick.torn, "{best:?} {quick:?}");
    assert!(best.white() < 1.1 * quick.white(), "{best:?} {quick:?}");
    assert!(best.lines <= quick.lines + quick.lines / 100, "{best:?} {quick:?}");
}

#[test]
fn the_sample_is_set_better_by_whole_paragraphs() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/boards");
    let texts: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let long = texts.iter().flat_map(|text| text.lines());
    let long = long
        .map(|line| line.trim().trim_start_matches("- "))
        .filter(|line| line.chars().count() > 60);
    let (best, quick) = compare(long, &[12.0, 21.0]);
    assert!(best.orphans == 0 && quick.orphans > 0, "{best:?} {quick:?}");
    assert!(best.stretched < 0.9 * quick.stretched, "{best:?} {quick:?}");
    assert!(best.white() < 1.05 * quick.white(), "{best:?} {quick:?}");
    assert!(best.lines < quick.lines, "{best:?} {quick:?}");
}

#[test]
fn headings_are_balanced_and_break_where_a_reader_breathes() {
    let table: &[(&str, f64, &[&str])] = &[
        ("一渠水养活了七个镇的人", 10.0, &["一渠水养活了", "七个镇的人"]),
        ("从山上来的水，流过三个镇", 11.0, &["从山上来的水，", "流过三个镇"]),
        (
            "从山上来的水，流过了三个镇和四十三个村",
            13.0,
            &["从山上来的水，", "流过了三个镇和四十三个村"],
        ),
        ("老人的水路和过去的田", 8.0, &["老人的水路", "和过去的田"]),
        ("短句", 10.0, &["短句"]),
        ("2016年春天，县里修好了石渠", 12.0, &["2016年春天，", "县里修好了石渠"]),
        (
            "老人说\n渠和人一样，三天不看就要生病",
            12.0,
            &["老人说", "渠和人一样，", "三天不看就要生病"],
        ),
    ];
    let mut wrong = Vec::new();
    for (text, width, expected) in table {
        let how = Set {
            width: *width,
            align: Align::Centre,
            breaking: Breaking::Balanced,
            ..SC
        };
        let layout = set(text, how);
        let got = lines(text, &layout);
        if got.iter().map(|line| line.trim()).collect::<Vec<_>>() != *expected {
            wrong.push(format!("{got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn balancing_never_makes_more_lines() {
    for text in ARTICLE.lines().flat_map(|para| para.split_inclusive(['。', '，'])) {
        for width in [6.0, 9.5, 13.0] {
            let of = |breaking| {
                let how = Set {
                    width,
                    align: Align::Start,
                    breaking,
                    ..SC
                };
                set(text, how).lines.len()
            };
            assert_eq!(of(Breaking::Balanced), of(Breaking::Quick), "{text} in {width} em");
        }
    }
}

#[test]
fn spoken_lines_end_where_a_speaker_pauses() {
    // most lines | width in em | text, expected lines
    let table: &[(u8, f64, &str, &[&str])] = &[
        (
            4,
            12.0,
            "渠和人一样，三天不看，就要生病。",
            &["渠和人一样，", "三天不看，就要生病。"],
        ),
        (
            4,
            9.0,
            "渠和人一样，三天不看，就要生病。",
            &["渠和人一样，", "三天不看，", "就要生病。"],
        ),
        // More lines than wanted: balanced like a heading.
        (
            2,
            9.0,
            "渠和人一样，三天不看，就要生病。",
            &["渠和人一样，三天", "不看，就要生病。"],
        ),
        // A clause longer than a line is broken, the others are not.
        (
            4,
            8.0,
            "水来了，今年春天的梨树一下子都活了，真好。",
            &["水来了，", "今年春天的梨树", "一下子都活了，", "真好。"],
        ),
        (
            4,
            12.0,
            "他说：“渠在，田在。”然后走了",
            &["他说：“渠在，", "田在。”然后走了"],
        ),
        (4, 12.0, "短句", &["短句"]),
    ];
    let mut wrong = Vec::new();
    for (most, width, text, expected) in table {
        let breaking = Breaking::ByPauses { most: *most };
        let layout = set(
            text,
            Set {
                width: *width,
                align: Align::Start,
                breaking,
                ..SC
            },
        );
        let got = lines(text, &layout);
        if got != *expected {
            wrong.push(format!("{got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
