//! Rules 26 and 27: pinyin and bopomofo beside their bases.

use super::*;

const VERTICAL: Set = Set { vertical: true, ..SC };

/// `readings`: base | reading.
fn read(text: &str, readings: &[(&str, &str)], how: Set) -> TextLayout {
    let mut input = boxed(text, how);
    input.paras[0].ruby = readings
        .iter()
        .map(|(base, reading)| {
            let at = text.find(base).unwrap();
            (at..at + base.len(), reading.to_string())
        })
        .collect();
    lay(&input, fonts())
}

fn small(layout: &TextLayout) -> Vec<&zhanban::text::PosGlyph> {
    layout.glyphs.iter().filter(|glyph| glyph.em < 10.0).collect()
}

/// From where a cell of the text begins to where it ends, in em.
fn cell(layout: &TextLayout, text: &str, piece: &str) -> (f64, f64) {
    let at = text.find(piece).unwrap() as u32;
    let cells = layout.lines.iter().flat_map(|line| &line.cells);
    let cell = cells.into_iter().find(|cell| cell.range.start == at).unwrap();
    (cell.from / 10.0, cell.to / 10.0)
}

#[test]
fn pinyin_stands_over_the_middle_of_its_base() {
    let text = "去青禾县";
    let layout = read(
        text,
        &[("青禾", "qīng hé")],
        Set {
            align: Align::Start,
            ..SC
        },
    );
    let letters = small(&layout);
    assert_eq!(letters.len(), 6);
    let base = layout.glyphs[1].y;
    assert!(
        letters
            .iter()
            .all(|glyph| glyph.em == 5.0 && glyph.y < base - 8.8 && glyph.quarter_turns == 0)
    );
    let line = &layout.lines[0];
    assert!(
        letters
            .iter()
            .all(|glyph| glyph.y > line.area.y && glyph.y < line.area.bottom())
    );
    // 16.2 mm: the line grew from 15 to hold the readings.
    assert!((line.area.h - 16.2).abs() < 0.01, "{}", line.area.h);
    let (from, to) = cell(&layout, text, "禾");
    let last = (letters[4].x + letters[5].x) / 20.0;
    assert!(from < last && last < to, "{from} {last} {to}");
}

#[test]
fn wide_readings_widen_their_base_and_never_touch() {
    let how = Set {
        align: Align::Start,
        width: 30.0,
        ..SC
    };
    let width = |text: &str, readings: &[(&str, &str)], piece| {
        let layout = read(text, readings, how);
        let (from, to) = cell(&layout, text, piece);
        to - from
    };
    assert_eq!(width("一山一", &[("山", "à")], "山"), 1.0);
    let alone = width("庄", &[("庄", "zhuāng")], "庄");
    assert!(alone > 1.2, "{alone}");
    // Over plain neighbours an eighth of an em may hang on either side; elsewhere 0.07 em keep readings apart.
    assert!((width("一庄一", &[("庄", "zhuāng")], "庄") - (alone - 0.39)).abs() < 0.001);
    let text = "庄窗床";
    let layout = read(text, &[(text, "zhuāng chuāng chuáng")], how);
    let letters = small(&layout);
    assert_eq!(letters.len(), 18);
    assert!(
        letters.windows(2).all(|pair| pair[1].x > pair[0].x),
        "the letters stand in order"
    );
    let gap = letters[6].x - letters[5].x;
    assert!(gap > 3.5, "the g ends before the next syllable: {gap}");
}

#[test]
fn no_line_breaks_inside_a_base_and_nothing_leaves_the_box() {
    let text = "我们从青禾县到石岭县再到梨花村去看渠水和麦田";
    let readings = [
        ("青禾县", "qīnghéxiàn"),
        ("石岭县", "shílǐngxiàn"),
        ("梨花村", "líhuācūn"),
    ];
    for tenth in 40..160 {
        for vertical in [false, true] {
            let width = f64::from(tenth) / 10.0;
            let layout = read(text, &readings, Set { width, vertical, ..SC });
            for line in lines(text, &layout) {
                for (base, _) in readings {
                    let start = base.chars().next().unwrap();
                    assert!(!line.contains(start) || line.contains(base), "{line} in {width} em");
                }
            }
            let along = |glyph: &zhanban::text::PosGlyph| if vertical { glyph.y } else { glyph.x };
            for glyph in small(&layout) {
                assert!(
                    (-0.01..width * 10.0 - 1.0).contains(&along(glyph)),
                    "{glyph:?} in {width} em"
                );
            }
        }
    }
}

#[test]
fn readings_say_nothing_when_the_page_is_copied() {
    let text = "去青禾县，看渠。";
    let layout = read(
        text,
        &[("青禾", "qīng hé"), ("渠", "qú")],
        Set {
            align: Align::Start,
            ..SC
        },
    );
    let said: String = layout
        .glyphs
        .iter()
        .map(|glyph| &text[glyph.cluster.start as usize..glyph.cluster.end as usize])
        .collect();
    assert_eq!(said, text);
    let first_small = layout.glyphs.iter().position(|glyph| glyph.em < 10.0).unwrap();
    assert!(layout.glyphs[first_small..].iter().all(|glyph| glyph.em < 10.0));
}

#[test]
fn in_vertical_lines_pinyin_lies_to_the_right() {
    let text = "去青禾县";
    let layout = read(text, &[("青禾", "qīng hé")], VERTICAL);
    let line = &layout.lines[0];
    let base = &layout.glyphs[1];
    for glyph in small(&layout) {
        assert_eq!(glyph.quarter_turns, 1);
        assert!(
            glyph.x > base.x + 10.0 && glyph.x < line.area.right(),
            "{glyph:?} {base:?}"
        );
    }
}

#[test]
fn bopomofo_stands_right_of_each_character_in_both_directions() {
    let text = "青禾";
    let readings = [("青禾", "ㄑㄧㄥ ㄏㄜˊ")];
    let layout = read(
        text,
        &readings,
        Set {
            align: Align::Start,
            ..TC
        },
    );
    assert_eq!(cell(&layout, text, "青"), (0.0, 1.5));
    assert_eq!(cell(&layout, text, "禾"), (1.5, 3.0));
    let symbols = small(&layout);
    assert_eq!(symbols.len(), 6);
    assert!(
        symbols[..3]
            .iter()
            .all(|glyph| glyph.x == symbols[0].x && glyph.x > 10.0)
    );
    assert!(symbols[..3].windows(2).all(|pair| pair[1].y - pair[0].y > 2.9));
    assert!(symbols[5].x > symbols[4].x, "the tone stands beside");
    let stood = read(
        text,
        &readings,
        Set {
            align: Align::Start,
            vertical: true,
            ..TC
        },
    );
    assert_eq!(cell(&stood, text, "禾"), (1.0, 2.0), "no room is taken along the line");
    let column = &stood.lines[0].area;
    let beside = small(&stood);
    assert!(
        beside
            .iter()
            .all(|glyph| glyph.x > stood.glyphs[0].x + 10.0 && glyph.x < column.right())
    );
    assert!(beside.iter().all(|glyph| glyph.quarter_turns == 0));
}

#[test]
fn strange_readings_are_left_out_or_set_all_the_same() {
    let how = Set { width: 2.0, ..SC };
    for (text, base, reading) in [
        ("字", "字", ""),
        ("字", "", "zì"),
        ("字，", "，", "x"),
        ("a", "a", "很长的一段注音文字"),
    ] {
        let layout = read(text, &[(base, reading)], how);
        assert!(layout.glyphs.iter().all(|glyph| glyph.x.is_finite()));
        assert!(!layout.glyphs.is_empty());
    }
    let mut input = boxed("字字", how);
    input.paras[0].ruby = vec![(1..4, "zì".into()), (40..50, "zì".into()), (6..6, "zì".into())];
    assert_eq!(
        lay(&input, fonts())
            .glyphs
            .iter()
            .filter(|glyph| glyph.em == 10.0)
            .count(),
        2
    );
}
