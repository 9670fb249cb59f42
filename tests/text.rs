//! Chinese line layout: one line a rule, then properties over random texts and over the sample.

#[path = "text/breaking.rs"]
mod breaking;
#[path = "text/caret.rs"]
mod caret;
#[path = "text/columns.rs"]
mod columns;
#[path = "text/ruby.rs"]
mod ruby;

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
            ruby: Vec::new(),
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
fn lines_break_as_the_rules_say() {
    // rule | text | width in em | expected lines
    let table: &[(&str, &str, f64, &[&str])] = &[
        (
            "1 line start",
            "一二三四五六七八九，十一",
            9.5,
            &["一二三四五六七八九，", "十一"],
        ),
        (
            "1 line start",
            "一二三四五六七八。九十",
            8.5,
            &["一二三四五六七八。", "九十"],
        ),
        (
            "2 line end",
            "一二三四五六七（八）九十",
            8.0,
            &["一二三四五六七", "（八）九十"],
        ),
        (
            "3 slash",
            "每月一千三百五十元/月整",
            10.0,
            &["每月一千三百五十元", "/月整"],
        ),
        (
            "6 dash",
            "一二三四五六七——八九十一",
            8.0,
            &["一二三四五六七", "——八九十一"],
        ),
        (
            "6 figure",
            "二〇一六年收入12.5%上升",
            9.0,
            &["二〇一六年收入", "12.5%上升"],
        ),
        (
            "7 squeeze",
            "一二三，四五六，七八九，十",
            12.5,
            &["一二三，四五六，七八九，十"],
        ),
        ("8 adjacent", "他说（“一二三”）四", 8.0, &["他说（“一二三”）四"]),
        ("6 word", "春天在 village 里", 5.0, &["春天在", "village 里"]),
        (
            "21 orphan",
            "一二三四五六七八九十，，一",
            12.0,
            &["一二三四五六七八九十，，一"],
        ),
    ];
    let mut wrong = Vec::new();
    for (rule, text, width, expected) in table {
        let layout = set(text, Set { width: *width, ..SC });
        let got = lines(text, &layout);
        if got.iter().map(|line| line.trim()).collect::<Vec<_>>() != *expected {
            wrong.push(format!("{rule}: {got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn marks_take_the_width_the_rules_give_them() {
    // text | em | how
    let table: &[(&str, f64, Set)] = &[
        ("字。」字", 3.5, SC),
        ("字」「字", 3.5, SC),
        ("字（（字", 3.5, SC),
        ("字」」字", 3.5, SC),
        ("字！！字", 4.0, SC),
        ("约翰·史密斯", 5.5, SC),
        ("字——字", 4.0, SC),
        ("字……字", 4.0, SC),
        // Rule 10 and 11: half of a mark at each edge goes.
        ("“字”", 2.0, SC),
        ("字字，", 2.5, SC),
        // Rule 12: the other regions give a quarter.
        ("字字，", 2.75, TC),
        ("字字！", 3.0, TC),
    ];
    for (text, expected, how) in table {
        let got = width_in_em(text, *how);
        assert!((got - expected).abs() < 0.001, "{text}: {got} em, not {expected}");
    }
    let digits = width_in_em("745", SC);
    assert!(
        (width_in_em("县745个", SC) - 2.5 - digits).abs() < 0.001,
        "rule 19: a quarter em on both sides"
    );
    assert!(
        (width_in_em("，745，字", SC) - 3.0 - digits).abs() < 0.001,
        "rule 19: none beside marks"
    );
}

#[test]
fn the_first_line_stands_two_em_in_and_shrinks_in_a_narrow_box() {
    let text = "青禾县的水从山上来，一路流过三个镇，到湖边才慢下来。";
    let layout = set(text, Set { indent: 2.0, ..SC });
    assert_eq!(layout.lines[0].start, 20.0);
    assert_eq!(layout.lines[1].start, 0.0);
    let narrow = set(
        text,
        Set {
            indent: 2.0,
            width: 2.0,
            ..SC
        },
    );
    assert!(narrow.lines[0].start <= 10.0);
}

#[test]
fn each_region_has_its_own_forms() {
    let ids = |region| -> Vec<u16> {
        let layout = set(
            "，。骨",
            Set {
                region,
                align: Align::Start,
                ..SC
            },
        );
        layout.glyphs.iter().map(|glyph| glyph.id).collect()
    };
    let (mainland, taiwan, hongkong) = (ids(Region::Mainland), ids(Region::Taiwan), ids(Region::HongKong));
    for at in 0..3 {
        assert_ne!(mainland[at], taiwan[at]);
    }
    assert_ne!(mainland, hongkong);
    // WenKai borrows the marks that it has in mainland form only.
    let kai = |region| {
        set(
            "字，",
            Set {
                slot: FontSlot::Kai,
                region,
                align: Align::Start,
                ..SC
            },
        )
        .glyphs[1]
            .face
    };
    assert_ne!(kai(Region::Mainland), kai(Region::Taiwan));
}

#[test]
fn rare_characters_are_found_and_unknown_ones_are_told() {
    for slot in [FontSlot::Hei, FontSlot::Song, FontSlot::Kai] {
        let layout = set("㛃𬭎䶮𠮷", Set { slot, ..SC });
        assert!(layout.missing.is_empty(), "{slot:?}");
        assert!(layout.glyphs.iter().all(|glyph| glyph.id != 0));
    }
    let layout = set("字\u{13000}字", SC);
    assert_eq!(layout.missing, ['\u{13000}']);
    assert_eq!(layout.glyphs.len(), 3);
    assert!(layout.glyphs.iter().all(|glyph| glyph.id != 0));
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
fn curly_quotes_stand_as_corner_brackets_in_vertical_lines() {
    let ids = |text: &str, region| -> Vec<u16> {
        let how = Set {
            vertical: true,
            region,
            align: Align::Start,
            ..SC
        };
        let layout = set(text, how);
        assert!(layout.glyphs.iter().all(|glyph| glyph.quarter_turns == 0));
        layout.glyphs.iter().map(|glyph| glyph.id).collect()
    };
    let text = "他说：“三天‘不看’就生病。”";
    let mainland = "他说：『三天「不看」就生病。』";
    let taiwan = "他说：「三天『不看』就生病。」";
    assert_eq!(ids(text, Region::Mainland), ids(mainland, Region::Mainland));
    assert_eq!(ids(text, Region::Taiwan), ids(taiwan, Region::Taiwan));
    assert_ne!(ids(text, Region::Mainland), ids(taiwan, Region::Mainland));
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
            ruby: Vec::new(),
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

#[test]
fn strange_input_is_laid_out_in_time() {
    let combining = format!("字{}", "\u{301}".repeat(10_000));
    let long = "青禾县的水从山上来，一路abc流过 12 个镇。".repeat(20_000);
    for text in [
        "",
        "\u{0}\u{1f}\u{7f}",
        "\u{202e}字\u{200f}\u{feff}",
        "\n\n字\n",
        "\u{301}",
        "a\u{301}\u{301}",
        &combining,
        &long,
        "👩‍🌾",
    ] {
        for how in [
            SC,
            Set { vertical: true, ..TC },
            Set { width: 0.0, ..SC },
            Set { width: 1.0, ..SC },
            Set {
                align: Align::Centre,
                width: 0.3,
                ..SC
            },
        ] {
            let layout = set(text, how);
            assert!(
                layout
                    .glyphs
                    .iter()
                    .all(|glyph| glyph.x.is_finite() && glyph.y.is_finite())
            );
        }
    }
    let yielded = set("一）。」，。”）", Set { width: 1.0, ..SC });
    assert!(yielded.yielded);
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
