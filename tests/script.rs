//! Conversion between the scripts, held against OpenCC's own cases and against texts of our kind.

use proptest::prelude::*;
use zhanban::script::{Config, Region, Script, WordPair, Words, convert, detect, doubts};

#[derive(serde::Deserialize)]
struct Case {
    id: String,
    input: String,
    expected: std::collections::BTreeMap<String, String>,
}

/// `opencc.json` says where it comes from in the README beside it.
#[test]
fn all_468_official_checks_pass() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("data/opencc.json")).unwrap();
    let (mut checks, mut wrong) = (0, Vec::new());
    for case in &cases {
        for (name, expected) in &case.expected {
            let config = Config::parse(name).unwrap();
            let got = convert(&case.input, config, &Words::default(), &[]).text;
            checks += 1;
            if got != *expected {
                wrong.push(format!("{} {name}: {} gave {got}, not {expected}", case.id, case.input));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(checks, 468);
}

#[test]
fn every_text_of_the_sample_comes_back_from_the_other_script() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/boards");
    let (mut characters, mut lost) = (0, Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| detect(line) == Some(Script::Hant)) {
            let hans = convert(line, Config::Tw2s, &Words::default(), &[]).text;
            let back = convert(&hans, Config::S2tw, &Words::default(), &[]).text;
            let open = doubts(&hans, Config::S2tw, &Words::default(), &[]);
            characters += line.chars().count();
            for ((at, _), (was, is)) in hans.char_indices().zip(line.chars().zip(back.chars())) {
                let is_told = open.iter().any(|doubt| doubt.range.contains(&at));
                if was != is && !is_told {
                    lost.push(format!("{was}→{is} in {line}"));
                }
            }
        }
    }
    // Names, rare senses and variants (濕 and 溼) of which the dictionary knows one; each is a word-list entry's business.
    let allowed = characters / 400;
    assert!(
        lost.len() <= allowed,
        "{} of {characters}:\n{}",
        lost.len(),
        lost.join("\n")
    );
}

/// The article of the layout tests, written in Simplified: to Traditional, to Simplified and back to Traditional.
#[test]
fn an_article_comes_back_from_the_other_script() {
    let none = Words::default();
    let article = include_str!("text/article.txt");
    let hant = convert(article, Config::S2tw, &none, &[]).text;
    let hans = convert(&hant, Config::Tw2s, &none, &[]).text;
    let back = convert(&hans, Config::S2tw, &none, &[]).text;
    let open = doubts(&hans, Config::S2tw, &none, &[]);
    let lost: Vec<(usize, char, char)> = hans
        .char_indices()
        .zip(hant.chars().zip(back.chars()))
        .filter(|(_, (was, is))| was != is)
        .map(|((at, _), (was, is))| (at, was, is))
        .collect();
    assert_eq!(hant.chars().count(), back.chars().count());
    assert!(lost.len() <= 1, "{lost:?}");
    assert!(
        lost.iter()
            .all(|(at, ..)| open.iter().any(|doubt| doubt.range.start == *at)),
        "{lost:?}"
    );
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(
            "后里发干面台系于卷只云余姜叶石桥头发皇后王后，。“”1万个A 後裡髮乾麵臺"
                .chars()
                .collect::<Vec<_>>(),
        ),
        0..40,
    )
    .prop_map(|chars| chars.into_iter().collect())
}

proptest! {
    #[test]
    fn a_word_of_the_list_is_never_touched(
        before in text(),
        after in text(),
        hans in "[后里发干面台云余]{1,4}",
        hant in "[后後里裡發髮干乾麵臺雲餘]{1,4}",
    ) {
        let words = Words {
            pairs: vec![WordPair { hans: hans.clone(), hant: hant.clone() }],
        };
        for config in Config::ALL {
            let (word, becomes) = match config.from() {
                Script::Hans => (&hans, &hant),
                Script::Hant => (&hant, &hans),
            };
            // A mark on either side, so that the text around makes no earlier match.
            let source = format!("{before}，{word}，{after}");
            let got = convert(&source, config, &words, &[]);
            let range = before.len() + 3..before.len() + 3 + word.len();
            let carried = got.carried(&range);
            prop_assert_eq!(&got.text[carried], becomes.as_str(), "{} {}", config.name(), got.text);
        }
    }

    #[test]
    fn the_map_has_no_gap_and_every_doubt_is_a_character(text in text()) {
        for config in Config::ALL {
            let got = convert(&text, config, &Words::default(), &[]);
            let (mut source, mut result) = (0, 0);
            for piece in &got.map {
                prop_assert_eq!((piece.source.start, piece.result.start), (source, result));
                prop_assert!(text.is_char_boundary(piece.source.end) && got.text.is_char_boundary(piece.result.end));
                (source, result) = (piece.source.end, piece.result.end);
            }
            prop_assert_eq!((source, result), (text.len(), got.text.len()));
            for doubt in doubts(&text, config, &Words::default(), &[]) {
                prop_assert!(text[doubt.range.clone()].starts_with(doubt.from));
                prop_assert!(doubt.choices.len() > 1 && doubt.choices.contains(&doubt.taken));
            }
        }
    }

    #[test]
    fn any_text_at_all_is_converted(text in "\\PC{0,60}") {
        for config in Config::ALL {
            convert(&text, config, &Words::default(), &[]);
            doubts(&text, config, &Words::default(), &[]);
        }
        detect(&text);
        zhanban::script::derive(&text, Script::Hans, Region::Taiwan, &Words::default(), &[]);
    }
}

#[test]
fn what_both_scripts_write_gives_nothing_away() {
    for character in "床灶峰台群里".chars() {
        assert_eq!(zhanban::script::script_of(character), None, "{character}");
    }
    for (character, script) in [
        ('们', Script::Hans),
        ('這', Script::Hant),
        ('个', Script::Hans),
        ('門', Script::Hant),
    ] {
        assert_eq!(zhanban::script::script_of(character), Some(script), "{character}");
    }
}

/// Marks stay on their words while a text is edited 10,000 times, and travel to the other script with them.
#[test]
fn marks_hold_to_their_words_through_ten_thousand_edits() {
    use zhanban::model::{Mark, MarkKind, TwoScript, retext};
    let alphabet: Vec<char> = "后里发干面台只云的是修渠种树，。abc1\n".chars().collect();
    let mut seed = 42u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below.max(1)
    };
    let words = Words::default();
    let mut two = TwoScript::new(Script::Hans, "她站在后面，里村的后师傅发了面。");
    for round in 0..10_000 {
        let chars: Vec<char> = two.source.to_plain().chars().collect();
        let at = next(chars.len() + 1);
        let gone = next(3).min(chars.len() - at);
        let come: String = (0..next(4)).map(|_| alphabet[next(alphabet.len())]).collect();
        let mut text: String = chars[..at].iter().collect::<String>() + &come;
        text.extend(&chars[at + gone..]);
        if text.chars().count() > 120 {
            text = text.chars().take(40).collect();
        }
        let before = two.source.clone();
        two.source = retext(&two.source, &text);
        assert_eq!(two.source.to_plain(), text);
        // A settled character is either still on that very character or gone.
        for para in &two.source.paras {
            for mark in &para.marks {
                let on = para.text.get(mark.range.clone()).expect("on character borders");
                assert!(!on.is_empty(), "round {round}: {before:?}");
                if let MarkKind::Pick(_) = mark.kind {
                    assert_eq!(on, "后", "round {round}");
                }
            }
        }
        let derived = two.derived(Region::Mainland, &words);
        assert_eq!(derived.paras.len(), two.source.paras.len());
        for (from, to) in two.source.paras.iter().zip(&derived.paras) {
            let kept = from.marks.iter().filter(|mark| !matches!(mark.kind, MarkKind::Pick(_)));
            assert_eq!(kept.count(), to.marks.len(), "round {round}: {from:?} {to:?}");
            assert!(to.marks.iter().all(|mark| to.text.get(mark.range.clone()).is_some()));
            for (range, becomes) in from.picks() {
                // What was settled stands in the result.
                assert!(to.text.contains(&becomes), "round {round}: {range:?} {from:?} {to:?}");
            }
        }
        let index = next(two.source.paras.len());
        let para = &mut two.source.paras[index];
        if para.marks.len() < 4 && !para.text.is_empty() {
            let borders: Vec<usize> = para.text.char_indices().map(|(at, _)| at).collect();
            let start = borders[next(borders.len())];
            let first = para.text[start..].chars().next().unwrap();
            let (end, kind) = match first {
                '后' => (start + first.len_utf8(), MarkKind::Pick("后".into())),
                _ => (para.text.len(), MarkKind::Underline),
            };
            let overlaps = para
                .marks
                .iter()
                .any(|mark| mark.range.start < end && start < mark.range.end);
            if !overlaps {
                para.marks.push(Mark {
                    range: start..end,
                    kind,
                });
                para.marks.sort_by_key(|mark| mark.range.start);
            }
        }
    }
}

#[test]
fn only_what_a_reader_could_take_for_another_word_is_in_doubt() {
    let open = |text: &str, config| {
        let found = doubts(text, config, &Words::default(), &[]);
        found.iter().map(|doubt| doubt.from).collect::<String>()
    };
    for (text, wanted) in [
        ("晒乾的筍乾，洗乾淨", ""),
        ("他追著跑，在邊上等著。", ""),
        ("陳乾師傅", "乾"),
        ("林守拙 著", "著"),
    ] {
        assert_eq!(open(text, Config::Tw2s), wanted, "{text}");
    }
    for (text, wanted) in [
        ("家家有余粮", ""),
        ("他姓后，也姓范。", "后范"),
        ("打着卷，地都干。", "卷干"),
        ("船慢慢划，鱼往上游。", "划"),
        // The dictionary settles it as it is; the poem has 漫捲.
        ("东风漫卷红旗", "卷"),
    ] {
        assert_eq!(open(text, Config::S2tw), wanted, "{text}");
    }
}
