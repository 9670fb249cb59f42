//! Chinese line layout: one line a rule, then properties over random texts and over the sample.

#[path = "text/article.rs"]
mod article;
#[path = "text/breaking.rs"]
mod breaking;
#[path = "text/caret.rs"]
mod caret;
#[path = "text/columns.rs"]
mod columns;
#[path = "text/ruby.rs"]
mod ruby;
#[path = "text/rules.rs"]
mod rules;
#[path = "text/strange.rs"]
mod strange;
#[path = "text/unicode.rs"]
mod unicode;

use proptest::prelude::*;
use std::sync::OnceLock;
use zhanban::base::Align;
use zhanban::geom::size;
use zhanban::script::Region;
use zhanban::text::{BoxIn, Breaking, FontSlot, Fonts, Look, ParaIn, Prohibition, TextLayout, Weight, lay};

pub fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        Fonts::open(&folder).unwrap()
    })
}

/// One paragraph of 10 mm type in a box `width` em wide (vertical: high).
#[derive(Clone, Copy)]
struct Set {
    width: f64,
    region: Region,
    vertical: bool,
    align: Align,
    indent: f64,
    slot: FontSlot,
    level: Prohibition,
    breaking: Breaking,
}

const SC: Set = Set {
    width: 10.0,
    region: Region::Mainland,
    vertical: false,
    align: Align::Justify,
    indent: 0.0,
    slot: FontSlot::Hei,
    level: Prohibition::Gb,
    breaking: Breaking::Best,
};
const TC: Set = Set {
    region: Region::Taiwan,
    ..SC
};

fn set(text: &str, how: Set) -> TextLayout {
    lay(&boxed(text, how), fonts())
}

fn boxed(text: &str, how: Set) -> BoxIn {
    let along = how.width * 10.0;
    let look = Look {
        slot: how.slot,
        weight: Weight(400),
        em: 10.0,
        tag: 0,
    };
    BoxIn {
        size: if how.vertical {
            size(1000.0, along)
        } else {
            size(along, 1000.0)
        },
        vertical: how.vertical,
        region: how.region,
        paras: vec![ParaIn {
            text: text.into(),
            look,
            spans: Vec::new(),
            line: 15.0,
            align: how.align,
            indent: how.indent,
            han_latin_gap: true,
            level: how.level,
            breaking: how.breaking,
            ..ParaIn::default()
        }],
        para_gap: 0.0,
        columns: 1,
        column_gap: 0.0,
        block_align: 0.0,
    }
}

fn lines<'a>(text: &'a str, layout: &TextLayout) -> Vec<&'a str> {
    layout
        .lines
        .iter()
        .map(|line| &text[line.range.start as usize..line.range.end as usize])
        .collect()
}

fn width_in_em(text: &str, how: Set) -> f64 {
    let layout = set(
        text,
        Set {
            width: 500.0,
            align: Align::Start,
            ..how
        },
    );
    (layout.lines[0].end - layout.lines[0].start) / 10.0
}

#[test]
fn larger_words_make_their_line_higher_and_keep_off_the_next() {
    let text = "一二三四五六七八九十一二三四五";
    for vertical in [false, true] {
        let with = |times: f64| {
            let mut input = boxed(
                text,
                Set {
                    width: 5.0,
                    vertical,
                    ..SC
                },
            );
            let look = input.paras[0].look;
            // 六 and 七, on the second line.
            let large = Look {
                em: look.em * times,
                ..look
            };
            input.paras[0].spans = vec![(15..21, large)];
            lay(&input, fonts())
        };
        let heights = |layout: &TextLayout| {
            let across = |line: &zhanban::text::Line| if vertical { line.area.w } else { line.area.h };
            layout.lines.iter().map(across).collect::<Vec<f64>>()
        };
        assert_eq!(heights(&with(1.2)), [15.0; 4], "half the white is enough for a little");
        let layout = with(2.0);
        assert_eq!(heights(&layout)[..2], [15.0, 22.5]);
        let large = layout.glyphs.iter().find(|glyph| glyph.em > 15.0).unwrap();
        let line = layout.lines.iter().find(|line| line.range.start == 15).unwrap();
        let (from, to) = if vertical {
            (large.x, large.x + large.em)
        } else {
            (large.y - 0.88 * large.em, large.y + 0.12 * large.em)
        };
        let (start, end) = match vertical {
            true => (line.area.x, line.area.right()),
            false => (line.area.y, line.area.bottom()),
        };
        assert!(
            from >= start - 1e-6 && to <= end + 1e-6,
            "{from}..{to} in {start}..{end}"
        );
    }
}

#[test]
fn vertical_lines_run_from_the_right_and_turn_what_must_turn() {
    let text = "九十六岁，住在12号village里，一共1350块。";
    let layout = set(
        text,
        Set {
            vertical: true,
            width: 12.0,
            ..SC
        },
    );
    assert!(layout.lines.len() > 1);
    assert!(layout.lines.windows(2).all(|pair| pair[1].area.x < pair[0].area.x));
    let of = |piece: &str| {
        let at = text.find(piece).unwrap() as u32;
        layout
            .glyphs
            .iter()
            .find(|glyph| glyph.cluster.start == at && !glyph.cluster.is_empty())
            .unwrap()
    };
    assert_eq!(of("九").quarter_turns, 0);
    assert_eq!(of("12").quarter_turns, 0);
    assert_eq!(of("village").quarter_turns, 1);
    assert_eq!(of("1350").quarter_turns, 1);
    // The two figures of 12 stand side by side.
    let second = text.find("12").unwrap() as u32 + 1;
    let two = layout
        .glyphs
        .iter()
        .find(|glyph| glyph.cluster.start == second)
        .unwrap();
    assert_eq!(two.y, of("12").y);
    assert!(two.x > of("12").x);
    let upright = set(
        "，",
        Set {
            align: Align::Start,
            ..SC
        },
    );
    let stood = set(
        "，",
        Set {
            vertical: true,
            align: Align::Start,
            ..SC
        },
    );
    assert_ne!(
        upright.glyphs[0].id, stood.glyphs[0].id,
        "the comma takes its vertical form"
    );
}

#[test]
fn columns_are_even_and_blocks_stand_where_they_are_told() {
    let mut input = BoxIn {
        size: size(210.0, 400.0),
        vertical: false,
        region: Region::Mainland,
        paras: vec![ParaIn {
            text: "水从山上来，".repeat(30),
            look: Look {
                slot: FontSlot::Song,
                weight: Weight(500),
                em: 10.0,
                tag: 0,
            },
            spans: Vec::new(),
            line: 17.0,
            align: Align::Justify,
            indent: 2.0,
            han_latin_gap: true,
            level: Prohibition::Gb,
            breaking: Breaking::Best,
            ..ParaIn::default()
        }],
        para_gap: 0.0,
        columns: 2,
        column_gap: 10.0,
        block_align: 0.0,
    };
    let layout = lay(&input, fonts());
    let (left, right): (Vec<_>, Vec<_>) = layout.lines.iter().partition(|line| line.area.x == 0.0);
    assert!(left.len() - right.len() <= 1 && !right.is_empty());
    assert_eq!(right[0].area.x, 110.0);
    input.columns = 1;
    input.block_align = 1.0;
    let layout = lay(&input, fonts());
    assert!((layout.used.bottom() - 400.0).abs() < 0.01);
}

#[test]
fn a_couplet_is_spread_from_edge_to_edge() {
    let layout = set(
        "一渠活水千家润",
        Set {
            align: Align::Spread,
            width: 14.0,
            ..SC
        },
    );
    assert_eq!((layout.lines[0].start, layout.lines[0].end), (0.0, 140.0));
    let steps: Vec<f64> = layout.glyphs.windows(2).map(|pair| pair[1].x - pair[0].x).collect();
    assert!(steps.iter().all(|step| (step - steps[0]).abs() < 0.002), "{steps:?}");
}

const FIRST: &str = "，。、；：！？）》〉」』】〕”’·";
const LAST: &str = "（《〈「『【〔“‘";

/// What rules 1, 2 and 11 and the justified edge ask of every layout.
fn faults(text: &str, how: Set) -> Vec<String> {
    let layout = set(text, how);
    let mut faults = Vec::new();
    if !layout.yielded && how.width >= 4.0 {
        for line in lines(text, &layout).iter().skip(1) {
            if line.starts_with(|c| FIRST.contains(c)) {
                faults.push(format!("begins with a closing mark: {line}"));
            }
        }
        for line in lines(text, &layout).iter().rev().skip(1) {
            if line.ends_with(|c| LAST.contains(c)) {
                faults.push(format!("ends with an opening mark: {line}"));
            }
        }
    }
    for line in layout
        .lines
        .iter()
        .filter(|line| !line.last_of_para && how.align == Align::Justify)
    {
        let piece = &text[line.range.start as usize..line.range.end as usize];
        let can_stretch = piece.chars().filter(|c| ('\u{4e00}'..'\u{9fff}').contains(c)).count() > 1;
        let off = (line.end - how.width * 10.0).abs() / 10.0;
        if can_stretch && off > 0.001 {
            faults.push(format!("ends {off:.4} em off the edge: {piece}"));
        }
    }
    for line in layout.lines.iter().filter(|line| line.last_of_para) {
        if line.end > how.width * 10.0 + 0.01 && how.width >= 4.0 && how.align == Align::Justify {
            let piece = &text[line.range.start as usize..line.range.end as usize];
            if piece.chars().any(|c| ('\u{4e00}'..'\u{9fff}').contains(&c)) {
                faults.push(format!("runs over the edge: {piece}"));
            }
        }
    }
    let mut seen = vec![0; text.len()];
    for glyph in &layout.glyphs {
        for at in glyph.cluster.clone() {
            seen[at as usize] += 1;
        }
    }
    if seen.iter().any(|count| *count > 1) {
        faults.push("a character stands in two clusters".into());
    }
    for (at, c) in text.char_indices() {
        if seen[at] == 0 && !c.is_whitespace() {
            faults.push(format!("{c} is lost"));
        }
    }
    faults
}

#[test]
fn the_sample_holds_the_rules_in_every_width_region_and_direction() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/boards");
    let mut faults_found = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    for (index, file) in files.iter().enumerate() {
        let text = std::fs::read_to_string(file).unwrap();
        let long = text.lines().map(str::trim).filter(|line| line.chars().count() > 40);
        for line in long.map(|line| line.trim_start_matches("- ")) {
            for (at, width) in [8.0, 14.0, 20.5, 27.3, 40.0].into_iter().enumerate() {
                let region = if (index + at) % 2 == 0 {
                    Region::Mainland
                } else {
                    Region::Taiwan
                };
                for vertical in [false, true] {
                    faults_found.extend(faults(
                        line,
                        Set {
                            width,
                            region,
                            vertical,
                            indent: 2.0,
                            ..SC
                        },
                    ));
                }
            }
        }
    }
    assert!(faults_found.is_empty(), "{}", faults_found.join("\n"));
}

fn text() -> impl Strategy<Value = String> {
    let pieces = [
        "水", "山", "，", "。", "“", "”", "（", "）", "《", "》", "——", "……", "12", "3.5%", "abc", " ", "、", "？",
        "·", "一", "「", "」",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 1..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_is_typed_stays_inside_the_rules(text in text(), width in 5.0f64..30.0, tc: bool, vertical: bool) {
        let how = Set { width, vertical, ..(if tc { TC } else { SC }) };
        let layout = set(&text, how);
        prop_assert_eq!(&layout, &set(&text, how));
        let found: Vec<String> = faults(&text, how).into_iter().filter(|fault| !fault.contains("mark:")).collect();
        prop_assert!(found.is_empty(), "{} {}", text, found.join("\n"));
    }
}
