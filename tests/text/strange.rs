//! What nobody means to type, boxes nobody means to draw, fonts nobody means to ship: nothing panics, nothing hangs,
//! nothing is silently left out. `bench/full/fuzz-text` and `bench/full/fuzz-fonts` look for more of it.

use super::*;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Found by the random search or thought of; every one is laid in every box.
const CORPUS: &[&str] = &[
    "",
    " ",
    "\t\t字\t",
    "\n\n字\n",
    "\r\n字\u{85}字\u{2028}字\u{2029}",
    "\u{0}\u{1f}\u{7f}",
    "\u{202e}字\u{200f}\u{feff}字\u{2066}abc\u{2069}",
    "\u{301}",
    "\u{301}\u{302}字",
    "，\u{301}。\u{20dd}",
    "a\u{301}\u{301}",
    "\u{200d}\u{200d}",
    "👩‍🌾👨‍👩‍👧‍👦🇨🇳",
    "字\u{fe00}字\u{e0100}",
    "一）。」，。”）",
    "（（（（（（（（",
    "——————",
    "…—…—…",
    "·······",
    "/////////",
    "12345678901234567890123456789012345678901234567890",
    "https://example.org/a/b/c?d=e&f=g#h-i_j~k",
    "字\u{13000}字\u{e000}\u{10ffff}",
    "العربية עברית ไทย हिन्दी",
    "\u{3000}\u{3000}字",
    "字\u{a0}字\u{200b}字\u{2060}字\u{ad}字",
    "A\u{30a}B\u{327}1\u{20e3}",
];

const SIZES: &[f64] = &[
    0.0,
    -5.0,
    0.01,
    10.0,
    45.0,
    300.0,
    1e9,
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
];

/// Lays it, and says what is wrong with the result.
fn wrong(input: &BoxIn, fonts: &Fonts) -> Option<String> {
    wrong_within(Duration::from_secs(1), input, fonts)
}

fn wrong_within(limit: Duration, input: &BoxIn, fonts: &Fonts) -> Option<String> {
    let timed = || {
        let start = Instant::now();
        let layout = lay(input, fonts);
        (start.elapsed(), layout)
    };
    let (mut took, layout) = timed();
    // A machine with much else to do is given two more chances.
    for _ in 0..2 {
        if took > limit {
            took = took.min(timed().0);
        }
    }
    if took > limit {
        return Some(format!("took {took:?}"));
    }
    let is_finite = |glyph: &zhanban::text::PosGlyph| {
        [glyph.x, glyph.y, glyph.em, glyph.stretch]
            .iter()
            .all(|n| n.is_finite())
    };
    if !layout.glyphs.iter().all(is_finite) {
        return Some("a glyph stands nowhere".into());
    }
    for (index, para) in input.paras.iter().enumerate() {
        let mut seen = vec![0u8; para.text.len()];
        for glyph in layout.glyphs.iter().filter(|glyph| glyph.para as usize == index) {
            glyph.cluster.clone().for_each(|at| seen[at as usize] += 1);
        }
        let is_shown = |at: usize| seen[at] == 1;
        for (at, c) in para.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            if !is_shown(at) && !layout.missing.contains(&c) {
                return Some(format!("{c:?} at {at} is shown {} times and not told", seen[at]));
            }
        }
    }
    None
}

fn strange_box(text: &str, (w, h): (f64, f64), vertical: bool, align: Align) -> BoxIn {
    let mut input = boxed(text, Set { vertical, align, ..SC });
    input.size = size(w, h);
    input
}

#[test]
fn strange_texts_in_strange_boxes_are_laid_or_told() {
    let combining = format!("字{}", "\u{301}".repeat(10_000));
    let mut found = Vec::new();
    for text in CORPUS.iter().copied().chain([combining.as_str()]) {
        for (index, &w) in SIZES.iter().enumerate() {
            for align in [Align::Justify, Align::Start, Align::Centre, Align::End, Align::Spread] {
                for vertical in [false, true] {
                    let h = SIZES[(index + 3) % SIZES.len()];
                    let input = strange_box(text, (w, h), vertical, align);
                    let said = wrong(&input, fonts());
                    found.extend(said.map(|said| format!("{text:.60?} in {w} x {h}: {said}")));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn strange_settings_are_laid_or_told() {
    let text = "青禾县“village 12”，渠——水。";
    for number in SIZES.iter().copied().chain([1e-9, -0.0, 1e300]) {
        for (index, vertical) in (0..7).flat_map(|index| [(index, false), (index, true)]) {
            let mut input = strange_box(text, (60.0, 60.0), vertical, Align::Justify);
            let para = &mut input.paras[0];
            (para.hanging, para.dots, para.upright_digits) = (true, vec![0..3, 2..400], 255);
            para.ruby = vec![
                (0..9, "qīng hé xiàn".into()),
                (1..2, "x".into()),
                (std::ops::Range { start: 90, end: 80 }, "x".into()),
            ];
            match index {
                0 => para.look.em = number,
                1 => para.line = number,
                2 => para.indent = number,
                3 => {
                    para.spans = vec![(
                        3..20,
                        Look {
                            em: number,
                            ..para.look
                        },
                    )]
                }
                4 => (input.para_gap, input.columns) = (number, 0),
                5 => (input.column_gap, input.columns) = (number, 255),
                _ => input.block_align = number,
            }
            assert_eq!(wrong(&input, fonts()), None, "setting {index} is {number}");
        }
    }
}

/// A megabyte pasted into one caption: a paragraph, a word, nothing but marks, a line a character. The limit leaves room
/// for busy machines and none for anything quadratic.
#[test]
fn a_megabyte_in_one_caption_is_set_in_time() {
    for piece in [
        "青禾县的水从山上来，一路abc流过 12 个镇。",
        "village",
        "（”，",
        "字\n",
        "一\u{301}",
    ] {
        let text = piece.repeat(1_000_000 / piece.len());
        for vertical in [false, true] {
            let input = strange_box(&text, (200.0, 200.0), vertical, Align::Justify);
            let start = Instant::now();
            let said = wrong_within(Duration::from_secs(20), &input, fonts());
            eprintln!("a megabyte of {piece:?}, vertical {vertical}: {:?}", start.elapsed());
            assert_eq!(said, None, "a megabyte of {piece:?}");
        }
    }
}

/// A folder of the shipped fonts in which one may be spoilt.
struct Spoilt {
    folder: PathBuf,
    file: PathBuf,
    whole: Vec<u8>,
}

impl Spoilt {
    fn new(file: &str, name: &str) -> Spoilt {
        let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        for face in fonts().faces() {
            let (from, to) = (shipped.join(face.file), folder.join(face.file));
            if face.file == file || std::fs::hard_link(&from, &to).is_err() {
                std::fs::copy(&from, &to).unwrap();
            }
        }
        let whole = std::fs::read(shipped.join(file)).unwrap();
        Spoilt {
            file: folder.join(file),
            folder,
            whole,
        }
    }

    /// Opens the fonts with this in the place of the file, and lays text with whatever opens.
    fn wrong(&self, bytes: &[u8], slot: FontSlot) -> Option<String> {
        std::fs::write(&self.file, bytes).unwrap();
        let start = Instant::now();
        let opened = Fonts::open(&self.folder);
        if start.elapsed() > Duration::from_secs(1) {
            return Some(format!("took {:?} to open", start.elapsed()));
        }
        let fonts = opened.ok()?;
        for vertical in [false, true] {
            let mut input = strange_box("青禾县“village 12”，渠——水……", (60.0, 60.0), vertical, Align::Justify);
            input.paras[0].look.slot = slot;
            if let Some(said) = wrong(&input, &fonts) {
                return Some(said);
            }
        }
        None
    }
}

impl Drop for Spoilt {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

const SPOILT: [(&str, FontSlot); 2] = [
    ("LXGWWenKai-Regular.ttf", FontSlot::Kai),
    ("NotoSansCJKsc-Regular.otf", FontSlot::Hei),
];

#[test]
fn spoilt_fonts_are_refused_or_laid_with() {
    for (file, slot) in SPOILT {
        let spoilt = Spoilt::new(file, &format!("spoilt-{file}"));
        let whole = &spoilt.whole;
        assert_eq!(spoilt.wrong(whole, slot), None);
        for length in [0, 1, 12, 300, 5000, whole.len() / 2, whole.len() - 1] {
            assert_eq!(
                spoilt.wrong(&whole[..length], slot),
                None,
                "{file} cut to {length} bytes"
            );
        }
        for bits in 0..12 {
            let mut bytes = whole.clone();
            // Every third byte of the table of contents, then whole stretches of the tables.
            (0..400).step_by(3).for_each(|at| bytes[at + 12] ^= 1 << (bits % 8));
            assert_eq!(spoilt.wrong(&bytes, slot), None, "{file} with bit {bits} flipped");
            bytes = whole.clone();
            let from = 300 + bits * 7919;
            bytes[from..from + 4000].fill(if bits % 2 == 0 { 0 } else { 0xff });
            assert_eq!(spoilt.wrong(&bytes, slot), None, "{file} with a hole at {from}");
        }
        let refused = |bytes: &[u8]| {
            std::fs::write(&spoilt.file, bytes).unwrap();
            Fonts::open(&spoilt.folder).is_err()
        };
        assert!(refused(&[]) && refused(&whole[..5000]) && !refused(whole), "{file}");
    }
}

/// Numbers that come again from the same seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        (self.roll() % most.max(1) as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// How long to search, and from which seed: `ZHANBAN_FUZZ=SECONDS,SEED`.
fn search(mut round: impl FnMut(&mut Dice, u64)) {
    let asked = std::env::var("ZHANBAN_FUZZ").unwrap_or_else(|_| "10,1".into());
    let (seconds, seed) = asked.split_once(',').expect("SECONDS,SEED");
    let until = Instant::now() + Duration::from_secs_f64(seconds.parse().unwrap());
    let mut seed: u64 = seed.parse().unwrap();
    let first = seed;
    loop {
        round(&mut Dice(seed), seed);
        seed = seed.wrapping_add(1);
        if Instant::now() > until {
            break;
        }
    }
    eprintln!("{} rounds from seed {first}", seed - first);
}

fn any_text(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.below(120) {
        match dice.below(8) {
            0 | 1 => text.push_str(dice.of(CORPUS)),
            2 => text.extend(char::from_u32(dice.below(0x11_0000) as u32)),
            3 => text.extend(char::from_u32(dice.below(0x3000) as u32)),
            4 => text.push(dice.of(&[
                '，', '。', '“', '”', '（', '）', '—', '…', '·', '/', '-', '～', '%', ' ',
            ])),
            5 => text.push_str(dice.of(&["12", "3.5", "abc", "W", "7", "\u{301}", "\u{202e}", "\n"])),
            _ => text.extend(char::from_u32(0x4e00 + dice.below(0x5200) as u32)),
        }
    }
    text
}

fn any_length(dice: &mut Dice) -> f64 {
    match dice.below(6) {
        0 => dice.of(SIZES),
        _ => dice.below(40_000) as f64 / 100.0,
    }
}

fn any_box(dice: &mut Dice) -> BoxIn {
    let align = dice.of(&[Align::Justify, Align::Start, Align::Centre, Align::End, Align::Spread]);
    let mut input = strange_box("", (any_length(dice), any_length(dice)), dice.below(2) == 0, align);
    input.region = dice.of(&[Region::Mainland, Region::Taiwan, Region::HongKong]);
    (input.columns, input.column_gap) = (dice.below(5) as u8, any_length(dice));
    let model = input.paras.remove(0);
    for _ in 0..1 + dice.below(3) {
        let mut para = ParaIn {
            text: any_text(dice),
            ..model.clone()
        };
        para.breaking = dice.of(&[
            Breaking::Best,
            Breaking::Balanced,
            Breaking::Quick,
            Breaking::ByPauses { most: 4 },
        ]);
        para.level = dice.of(&[
            Prohibition::None,
            Prohibition::Basic,
            Prohibition::Gb,
            Prohibition::Strict,
        ]);
        para.look.slot = dice.of(&[FontSlot::Hei, FontSlot::Song, FontSlot::Kai]);
        (para.hanging, para.upright_digits) = (dice.below(2) == 0, dice.below(5) as u8);
        para.indent = any_length(dice) / 50.0;
        let length = para.text.len();
        let mut range = || {
            let from = dice.below(length + 2);
            from..from + dice.below(40)
        };
        para.dots = vec![range()];
        para.ruby = vec![(range(), "zhōng guó".into()), (range(), "ㄓㄨㄥ".into())];
        let span = range();
        para.spans = vec![(
            span,
            Look {
                em: any_length(dice) / 10.0,
                weight: Weight(900),
                ..para.look
            },
        )];
        input.paras.push(para);
    }
    input
}

#[test]
#[ignore = "a search without end: bench/full/fuzz-text"]
fn search_texts() {
    search(|dice, seed| {
        let input = any_box(dice);
        let laid = std::panic::catch_unwind(|| wrong(&input, fonts()));
        let said = laid.unwrap_or_else(|_| Some("panics".into()));
        assert_eq!(said, None, "seed {seed}: {input:?}");
    });
}

#[test]
#[ignore = "a search without end: bench/full/fuzz-fonts"]
fn search_fonts() {
    let spoilt = SPOILT.map(|(file, slot)| (Spoilt::new(file, &format!("search-{file}")), slot));
    search(|dice, seed| {
        let (spoilt, slot) = &spoilt[dice.below(2)];
        let mut bytes = spoilt.whole.clone();
        // Half of the changes fall where the tables begin.
        for _ in 0..1 + dice.below(30) {
            let within = dice.of(&[400, 20_000, bytes.len(), bytes.len()]);
            let (from, length) = (dice.below(within), dice.of(&[1, 1, 2, 4, 64]));
            let end = (from + length).min(bytes.len());
            let fill = dice.of(&[0, 0xff, 0x7f, 0x80]);
            let flip = 1 << dice.below(8);
            bytes[from..end]
                .iter_mut()
                .for_each(|byte| *byte = if length == 1 { *byte ^ flip } else { fill });
        }
        if dice.below(8) == 0 {
            bytes.truncate(dice.below(spoilt.whole.len()));
        }
        let laid = std::panic::catch_unwind(|| spoilt.wrong(&bytes, *slot));
        let said = laid.unwrap_or_else(|_| Some("panics".into()));
        assert_eq!(said, None, "seed {seed}: {}", spoilt.file.display());
    });
}
