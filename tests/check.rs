//! Every rule of the preflight with a fixture that breaks it and one that keeps it.

mod photos;
mod rules;

use std::sync::Arc;
use zhanban::base::{Colour, Digest, Finding, Lang, PhotoColour, PhotoFacts, PhotoFormat, PhotoState, Severity, Turn};
use zhanban::check::{check_board, check_show, usual_shop};
use zhanban::geom::{Rect, Transform, point, rect, size};
use zhanban::layout::{Frame, Glyph, GlyphRun, ImageItem, Item, Laid, Paint, Path, PathItem, Placed};
use zhanban::model::*;
use zhanban::script::{Region, Script, WordPair, Words};
use zhanban::text::{FaceId, FontSlot};

/// A show with one unit, a template whose title is required, and boards as the test wants them.
struct Bench {
    show: Document,
    template: Arc<Template>,
}

fn name(text: &str) -> TwoName {
    TwoName {
        hans: text.into(),
        hant: text.into(),
    }
}

fn slot(name: &str, takes: SlotKind, required: bool) -> Slot {
    Slot {
        name: name.into(),
        takes,
        required,
        second: Some(StyleName("caption".into())),
        area: rect(60.0, 60.0, 100.0, 100.0),
        ..Slot::default()
    }
}

impl Bench {
    fn new() -> Bench {
        let template = Arc::new(Template {
            name: "plain".into(),
            size: size(900.0, 1200.0),
            slots: vec![
                slot("title", SlotKind::Text, true),
                slot("hero", SlotKind::Photo, false),
            ],
            ..Template::default()
        });
        let mut show = Document::new(Exhibition::new(name("展"), Region::Mainland));
        let unit = Committee {
            id: CommitteeId(1),
            name: name("柳溪镇"),
        };
        show.execute(&Command::Batch(vec![
            Command::SetCommittees(vec![unit]),
            Command::AddTemplate(template.clone()),
        ]))
        .unwrap();
        Bench { show, template }
    }

    /// A board of these elements; it has a title unless they bring one.
    fn board(&mut self, code: &str, script: Script, mut elements: Vec<Arc<Element>>) -> Arc<Board> {
        if !elements
            .iter()
            .any(|element| element.slot.as_ref().is_some_and(|slot| slot.0 == "title"))
        {
            elements.push(text("title", Script::Hans, "山水"));
        }
        elements.sort_by(|one, other| (&one.z, one.id).cmp(&(&other.z, other.id)));
        let board = Arc::new(Board {
            id: BoardId::random(),
            code: code.into(),
            committee: CommitteeId(1),
            template: TemplateRef {
                name: "plain".into(),
                version: self.template.version(),
            },
            size: size(900.0, 1200.0),
            script,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements,
        });
        let at = self.show.exhibition().boards.len();
        self.show
            .execute(&Command::AddBoard {
                board: board.clone(),
                at,
            })
            .unwrap();
        board
    }

    fn photo(&mut self, number: u8, state: PhotoState) -> Digest {
        let facts = PhotoFacts {
            digest: Digest([number; 32]),
            name: format!("p{number}.jpg"),
            format: PhotoFormat::Jpeg,
            stored_px: [1000, 800],
            turn: Turn::default(),
            colour: PhotoColour::Rgb,
            has_icc: false,
            bytes: 1000,
            state,
            look: None,
            credit: Default::default(),
        };
        self.show.execute(&Command::AddPhoto(Arc::new(facts))).unwrap();
        Digest([number; 32])
    }

    /// Rules broken by one board with this frame.
    fn check(&self, board: &Arc<Board>, items: Vec<Placed>) -> Vec<Finding> {
        self.check_for(board, items, &usual_shop())
    }

    fn check_for(&self, board: &Arc<Board>, items: Vec<Placed>, shop: &Shop) -> Vec<Finding> {
        let laid = Laid {
            frame: Frame {
                size: board.size,
                items,
            },
            ..empty()
        };
        check_board(self.show.exhibition(), board, &laid, shop)
    }
}

fn empty() -> Laid {
    Laid {
        frame: Frame::default(),
        findings: Vec::new(),
        areas: Default::default(),
        grips: Default::default(),
    }
}

fn rules(findings: &[Finding]) -> Vec<&str> {
    for finding in findings {
        let is_known = zhanban::base::say::rule_of(finding.rule).is_some();
        assert!(is_known, "{} stands in no list of rules", finding.rule);
        for lang in Lang::ALL {
            assert!(!finding.text(lang).trim().is_empty(), "{finding:?}");
        }
    }
    findings.iter().map(|finding| finding.rule).collect()
}

fn element(slot: &str, kind: ElementKind) -> Arc<Element> {
    Arc::new(Element {
        id: ElementId::random(),
        slot: Some(SlotName(slot.into())),
        area: Area::Slot,
        group: None,
        z: "a".into(),
        is_locked: false,
        is_hidden: false,
        scripts: None,
        kind,
    })
}

fn text(slot: &str, script: Script, words: &str) -> Arc<Element> {
    element(
        slot,
        ElementKind::Text(TextElement {
            style: None,
            text: TwoScript::new(script, words),
        }),
    )
}

fn photo(slot: &str, photo: Digest, caption: &str) -> Arc<Element> {
    element(
        slot,
        ElementKind::Photo(PhotoElement {
            photo: Some(photo),
            caption: (!caption.is_empty()).then(|| TwoScript::new(Script::Hans, caption)),
            ..PhotoElement::default()
        }),
    )
}

fn placed(item: Item, source: Option<ElementId>) -> Placed {
    Placed {
        at: Transform::IDENTITY,
        item,
        source,
    }
}

/// A picture 1000 px wide at this width in mm.
fn image(digest: Digest, width: f64, source: ElementId) -> Placed {
    let place = rect(60.0, 60.0, width, width * 0.8);
    placed(
        Item::Image(ImageItem {
            photo: digest,
            turn: Turn::default(),
            stored_px: [1000, 800],
            place,
            clip: place,
            grey: false,
            recipe: None,
        }),
        Some(source),
    )
}

fn word(words: &str, em: f64, x: f64, y: f64) -> Placed {
    let mut start = 0;
    let glyphs = words.chars().enumerate().map(|(index, c)| {
        let range = start..start + c.len_utf8() as u32;
        start = range.end;
        Glyph {
            id: 1,
            x: x + em * index as f64,
            y,
            quarter_turns: 0,
            stretch: 1.0,
            cluster: range,
        }
    });
    placed(
        Item::Glyphs(GlyphRun {
            face: FaceId(0),
            slot: FontSlot::Hei,
            em,
            paint: Paint::flat(Colour::Cmyk([0.0, 0.0, 0.0, 100.0])),
            text: words.into(),
            glyphs: glyphs.collect(),
        }),
        None,
    )
}

#[test]
fn a_photo_under_the_least_dpi_is_told_with_its_largest_sharp_width() {
    let mut bench = Bench::new();
    let digest = bench.photo(1, PhotoState::Good);
    let hero = photo("hero", digest, "溪");
    let board = bench.board("A1", Script::Hans, vec![hero.clone()]);
    // 1000 px: 58 dpi at 438 mm.
    assert_eq!(
        rules(&bench.check(&board, vec![image(digest, 430.0, hero.id)])),
        Vec::<&str>::new()
    );
    let found = bench.check(&board, vec![image(digest, 500.0, hero.id)]);
    assert_eq!(rules(&found), ["photo-dpi"]);
    assert_eq!(found[0].severity, Severity::Warning);
    let said = found[0].text(Lang::En);
    assert!(
        said.contains("51 dpi") && said.contains("sharp width is 43 cm"),
        "{said}"
    );
    let found = bench.check(&board, vec![image(digest, 900.0, hero.id)]);
    assert_eq!(found[0].severity, Severity::Error);
    assert_eq!(found[0].place.element, Some(hero.id.to_string()));
    // The same through a group that doubles it.
    let mut half = image(digest, 250.0, hero.id);
    half.at = Transform::scale(2.0, 2.0);
    assert_eq!(rules(&bench.check(&board, vec![half])), ["photo-dpi"]);
}

#[test]
fn photos_that_cannot_be_printed_are_errors() {
    for state in [
        PhotoState::Truncated,
        PhotoState::TooLarge,
        PhotoState::Broken { reason: "x".into() },
        PhotoState::Missing,
    ] {
        let mut bench = Bench::new();
        let digest = bench.photo(1, state);
        let board = bench.board("A1", Script::Hans, vec![photo("hero", digest, "溪")]);
        let found = bench.check(&board, Vec::new());
        assert_eq!(
            (rules(&found), found[0].severity),
            (vec!["photo-broken"], Severity::Error)
        );
    }
}

#[test]
fn a_photo_wants_a_caption_of_its_own() {
    let mut bench = Bench::new();
    let (one, two) = (bench.photo(1, PhotoState::Good), bench.photo(2, PhotoState::Good));
    let bare = bench.board("A1", Script::Hans, vec![photo("hero", one, "")]);
    assert_eq!(rules(&bench.check(&bare, Vec::new())), ["caption-missing"]);
    let right = bench.board(
        "A2",
        Script::Hans,
        vec![photo("hero", one, "溪水"), photo("photo.2", two, "山路")],
    );
    assert_eq!(rules(&bench.check(&right, Vec::new())), Vec::<&str>::new());
    let wrong = bench.board("A3", Script::Hans, vec![photo("hero", two, "溪水")]);
    assert_eq!(rules(&bench.check(&wrong, Vec::new())), Vec::<&str>::new());
    let found = check_show(bench.show.exhibition());
    let twice: Vec<_> = found.iter().filter(|finding| finding.rule == "caption-twice").collect();
    assert_eq!(twice.len(), 1);
    assert_eq!(twice[0].place.board.as_deref(), Some("A3"));
    assert!(twice[0].text(Lang::Hans).contains("A2"));
}

#[test]
fn one_photo_in_several_places_is_known() {
    let mut bench = Bench::new();
    let (one, two) = (bench.photo(1, PhotoState::Good), bench.photo(2, PhotoState::Good));
    let board = bench.board(
        "A1",
        Script::Hans,
        vec![photo("hero", one, "一"), photo("photo.2", one, "二")],
    );
    bench.board(
        "A2",
        Script::Hans,
        vec![photo("hero", one, "三"), photo("photo.2", two, "四")],
    );
    assert_eq!(rules(&bench.check(&board, Vec::new())), ["photo-twice"]);
    let found = check_show(bench.show.exhibition());
    let shared: Vec<_> = found.iter().filter(|finding| finding.rule == "photo-shared").collect();
    assert_eq!(shared.len(), 1, "the other photo stands on one board only");
    assert_eq!(shared[0].severity, Severity::Note);
    assert!(shared[0].text(Lang::Hans).contains("A1、A2") && shared[0].text(Lang::En).contains("A1, A2"));
}

#[test]
fn a_board_without_title_is_an_error_and_words_that_keep_a_place_a_warning() {
    let mut bench = Bench::new();
    let board = bench.board("A1", Script::Hans, vec![text("title", Script::Hans, " ")]);
    let found = bench.check(&board, Vec::new());
    assert_eq!((rules(&found), found[0].severity), (vec!["empty"], Severity::Error));
    for (code, words, wanted) in [
        ("B1", "标题待补", vec!["stand-in"]),
        ("B2", "XX 镇", vec!["stand-in"]),
        ("B3", "EXXON", vec![]),
        ("B4", "石桥还在", vec![]),
    ] {
        let board = bench.board(code, Script::Hans, vec![text("title", Script::Hans, words)]);
        assert_eq!(rules(&bench.check(&board, Vec::new())), wanted, "{words}");
    }
}

#[test]
fn small_type_and_type_at_the_edge_are_told() {
    let mut bench = Bench::new();
    let board = bench.board("A1", Script::Hans, Vec::new());
    let check = |item: Placed| rules(&bench.check(&board, vec![item])).join(" ");
    assert_eq!(check(word("溪水", 11.0, 60.0, 100.0)), "");
    assert_eq!(check(word("溪水", 8.0, 60.0, 100.0)), "text-small");
    assert_eq!(check(word("溪水", 20.0, 5.0, 100.0)), "safe-area");
    assert_eq!(check(word("溪水", 20.0, 860.0, 100.0)), "safe-area");
    assert_eq!(check(word("溪水", 20.0, 840.0, 100.0)), "");
    assert_eq!(check(word("溪水", 20.0, 100.0, 1199.0)), "safe-area");
    let mut shifted = word("溪水", 20.0, 100.0, 100.0);
    shifted.at = Transform::shift(-95.0, 0.0);
    assert_eq!(check(shifted), "safe-area");
}

#[test]
fn couplets_are_pairs() {
    let mut bench = Bench::new();
    let mut check = |code: &str, sides: &[(&str, &str)]| {
        let elements = sides
            .iter()
            .map(|(slot, words)| text(slot, Script::Hans, words))
            .collect();
        let board = bench.board(code, Script::Hans, elements);
        rules(&bench.check(&board, Vec::new())).join(" ")
    };
    assert_eq!(
        check(
            "A1",
            &[("couplet.1", "春雨新添塘里水，"), ("couplet.2", "晚风轻拂岭头松。")]
        ),
        ""
    );
    assert_eq!(
        check("A2", &[("couplet.1", "春雨新添水"), ("couplet.2", "晚风轻拂岭头松")]),
        "couplet"
    );
    assert_eq!(check("A3", &[("couplet.2", "晚风轻拂岭头松")]), "couplet");
}

#[test]
fn codes_are_large_enough_and_lead_somewhere() {
    let mut bench = Bench::new();
    let mut check = |code: &str, content: &str, area: Rect| {
        let qr = element(
            "qr",
            ElementKind::Qr(QrElement {
                content: content.into(),
                call: TwoScript::new(Script::Hans, "扫一扫"),
            }),
        );
        let board = bench.board(code, Script::Hans, vec![qr.clone()]);
        let ground = Item::Path(PathItem {
            path: Path::rect(area),
            fill: Some(Paint::flat(Colour::Srgb([255, 255, 255]))),
            stroke: None,
        });
        rules(&bench.check(&board, vec![placed(ground, Some(qr.id))])).join(" ")
    };
    assert_eq!(check("A1", "https://qinghe.example", rect(60.0, 60.0, 60.0, 60.0)), "");
    assert_eq!(
        check("A2", "https://qinghe.example", rect(60.0, 60.0, 50.0, 80.0)),
        "qr"
    );
    assert_eq!(check("A3", " ", rect(60.0, 60.0, 88.0, 88.0)), "qr");
}

#[test]
fn one_text_keeps_to_one_script_and_full_width_marks() {
    let mut bench = Bench::new();
    for (code, script, words, wanted) in [
        ("A1", Script::Hans, "水从云岭下来，过柳溪。", ""),
        ("A2", Script::Hans, "水从雲岭下来。", "mixed-script"),
        ("A3", Script::Hant, "水從雲嶺下来。", "mixed-script"),
        ("A4", Script::Hant, "水從雲嶺下來。", ""),
        ("A5", Script::Hans, "水来了,人笑了。", "half-width"),
    ] {
        let board = bench.board(code, script, vec![text("body", script, words)]);
        assert_eq!(rules(&bench.check(&board, Vec::new())).join(" "), wanted, "{words}");
    }
}

#[test]
fn doubts_count_where_the_other_script_is_shown() {
    let mut bench = Bench::new();
    // 后 as a surname stays; the dictionary alone cannot know it here.
    let words = "后的";
    let own = bench.board("A1", Script::Hans, vec![text("body", Script::Hans, words)]);
    assert_eq!(
        rules(&bench.check(&own, Vec::new())),
        Vec::<&str>::new(),
        "nobody sees the derived text"
    );
    let turned = bench.board("A2", Script::Hant, vec![text("body", Script::Hans, words)]);
    let found = bench.check(&turned, Vec::new());
    assert_eq!((rules(&found), found[0].severity), (vec!["doubts"], Severity::Note));
    for (code, scripts, wanted) in [
        ("B1", Scripts::Hans, vec![]),
        ("B2", Scripts::Hant, vec!["doubts"]),
        ("B3", Scripts::Stacked, vec!["doubts"]),
        ("B4", Scripts::Beside, vec!["doubts"]),
    ] {
        let mut element = Element::clone(&text("body", Script::Hans, words));
        element.scripts = Some(scripts);
        let board = bench.board(code, Script::Hans, vec![Arc::new(element)]);
        assert_eq!(rules(&bench.check(&board, Vec::new())), wanted, "{scripts:?}");
    }
    // A place that the template does not list looks like the last of its role, in its scripts too.
    let mut template = Template::clone(&bench.template);
    template.slots[0].scripts = Some(Scripts::Stacked);
    bench.template = Arc::new(template);
    bench
        .show
        .execute(&Command::AddTemplate(bench.template.clone()))
        .unwrap();
    let kin = bench.board("B5", Script::Hans, vec![text("title.2", Script::Hans, words)]);
    assert_eq!(rules(&bench.check(&kin, Vec::new())), ["doubts"]);
    let mut settled = TwoScript::new(Script::Hans, words);
    settled.source.paras[0].marks.push(Mark {
        range: 0..3,
        kind: MarkKind::Pick("后".into()),
    });
    let element = element(
        "body",
        ElementKind::Text(TextElement {
            style: None,
            text: settled,
        }),
    );
    let board = bench.board("A3", Script::Hant, vec![element]);
    assert_eq!(rules(&bench.check(&board, Vec::new())), Vec::<&str>::new());
}

#[test]
fn an_approved_text_that_the_word_list_would_change_by_now_is_told() {
    let mut bench = Bench::new();
    let frozen = |other: &str| {
        let mut two = TwoScript::new(Script::Hans, "请后文彬来");
        two.other = OtherScript::Frozen {
            text: RichText::plain(other),
        };
        element("body", ElementKind::Text(TextElement { style: None, text: two }))
    };
    let unseen = bench.board("A1", Script::Hans, vec![frozen("請後文彬來")]);
    let wrong = bench.board("A2", Script::Hant, vec![frozen("請後文彬來")]);
    let right = bench.board("A3", Script::Hant, vec![frozen("請后文彬來")]);
    let pair = WordPair {
        hans: "后文彬".into(),
        hant: "后文彬".into(),
    };
    let words = Words { pairs: vec![pair] };
    bench.show.execute(&Command::SetWords(words)).unwrap();
    let found = bench.check(&wrong, Vec::new());
    assert_eq!(rules(&found), ["frozen-words"]);
    assert_eq!(
        found[0].text(Lang::Hans),
        "定稿时转换成“請後文彬來”，照现在的词表是“請后文彬來”。要改，请先把展板退回修改。"
    );
    assert_eq!(rules(&bench.check(&right, Vec::new())), Vec::<&str>::new());
    assert_eq!(rules(&bench.check(&unseen, Vec::new())), Vec::<&str>::new());
}

#[test]
fn boards_without_a_place_are_told_once() {
    let mut bench = Bench::new();
    let one = bench.board("A1", Script::Hans, Vec::new());
    bench.board("A2", Script::Hans, Vec::new());
    let of_place = |bench: &Bench| -> Vec<Finding> {
        let found = check_show(bench.show.exhibition());
        found.into_iter().filter(|finding| finding.rule == "no-place").collect()
    };
    assert_eq!(of_place(&bench)[0].severity, Severity::Note, "no plaza yet");
    let stand = Stand::new(point(5.0, 5.0), 0.0);
    let plaza = Plaza {
        places: [(one.id, stand)].into(),
        ..Plaza::new(PlazaId(1), "场".into(), size(30.0, 30.0))
    };
    bench.show.execute(&Command::AddPlaza(Arc::new(plaza))).unwrap();
    let found = of_place(&bench);
    assert_eq!((found.len(), found[0].severity), (1, Severity::Warning));
    assert_eq!(found[0].place.board.as_deref(), Some("A2"));
    let arranged = zhanban::plaza::arrange_command(bench.show.exhibition());
    bench.show.execute(&arranged).unwrap();
    assert!(of_place(&bench).is_empty());
}

#[test]
fn hidden_elements_are_not_checked_and_the_layouts_own_findings_come_first() {
    let mut bench = Bench::new();
    let mut hidden = Element::clone(&text("body", Script::Hans, "水来了,人笑了。"));
    hidden.is_hidden = true;
    let board = bench.board("A1", Script::Hans, vec![Arc::new(hidden)]);
    assert_eq!(rules(&bench.check(&board, Vec::new())), Vec::<&str>::new());
    let spoken = bench.board("A2", Script::Hans, vec![text("body", Script::Hans, "水来了,人笑了。")]);
    let laid = Laid {
        findings: vec![Finding {
            severity: Severity::Error,
            rule: "overset",
            place: zhanban::base::Place::board("A2"),
            say: zhanban::base::Say::Layout(zhanban::base::say::LayoutSay::Overset),
        }],
        ..empty()
    };
    let found = check_board(bench.show.exhibition(), &spoken, &laid, &usual_shop());
    assert_eq!(rules(&found), ["overset", "half-width"]);
}

#[test]
fn text_under_holes_folds_and_the_cassette_is_told() {
    let mut bench = Bench::new();
    let board = bench.board("B1", Script::Hans, Vec::new());
    let shop = |white_edge: f64, finishing: Finishing| Shop {
        white_edge,
        finishing,
        ..usual_shop()
    };
    let holes = Finishing {
        eyelets: Some(Eyelets {
            spacing: 500.0,
            inset: 30.0,
            diameter: 12.0,
        }),
        ..Finishing::default()
    };
    let hem = Finishing {
        hem: 40.0,
        ..Finishing::default()
    };
    let clamp = Finishing {
        clamp: 100.0,
        ..Finishing::default()
    };
    // Letters of 20 mm: their ink is from 16 mm above the line to 1 mm below it.
    for (finishing, edge, at, wanted) in [
        (holes, 0.0, (20.0, 40.0), true),
        (holes, 0.0, (60.0, 80.0), false),
        // 840 mm between the corners take one hole in the middle.
        (holes, 0.0, (440.0, 40.0), true),
        (holes, 0.0, (300.0, 40.0), false),
        (holes, 100.0, (20.0, 40.0), false),
        (hem, 0.0, (30.0, 600.0), true),
        (hem, 0.0, (45.0, 600.0), false),
        (hem, 50.0, (15.0, 600.0), false),
        // Only boards for a cassette lose their foot.
        (clamp, 0.0, (300.0, 1150.0), false),
    ] {
        let found = bench.check_for(&board, vec![word("溪水", 20.0, at.0, at.1)], &shop(edge, finishing));
        let told = rules(&found).contains(&"finishing");
        assert_eq!(told, wanted, "{finishing:?} {edge} {at:?}");
    }
    let stand = Arc::new(Template {
        kind: "rollup".into(),
        ..Template::clone(&bench.template)
    });
    bench.show.execute(&Command::AddTemplate(stand.clone())).unwrap();
    bench.template = stand;
    let board = bench.board("B2", Script::Hans, Vec::new());
    for (y, wanted) in [(1150.0, true), (1098.0, false)] {
        let found = bench.check_for(&board, vec![word("溪水", 20.0, 300.0, y)], &shop(0.0, clamp));
        assert_eq!(rules(&found).contains(&"finishing"), wanted, "{y}");
    }
}
