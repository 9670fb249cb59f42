//! Tests of store through its public face: shows come back as they were, whatever happens in between.

mod damage;
pub mod disk;
mod kill;

use std::path::Path;
use std::sync::Arc;
use zhanban::base::{
    Colour, Day, Digest, FontSlot, Mask, MaskForm, MaskKind, PhotoColour, PhotoLook, PhotoPart, PhotoState, Plate,
    Spot, Tone,
};
use zhanban::geom::{point, rect, size};
use zhanban::model::*;
use zhanban::script::{Region, Script, WordPair, Words};
use zhanban::store::{Opened, Project, SaveState, StoreError};

// ---- a show with everything in it

fn two(hans: &str, hant: &str) -> TwoName {
    TwoName {
        hans: hans.into(),
        hant: hant.into(),
    }
}

fn words(text: &str) -> TwoScript {
    TwoScript::new(Script::Hans, text)
}

/// Text with every kind of mark, rewritten in the other script.
fn marked() -> TwoScript {
    let kinds = [
        MarkKind::Weight(700),
        MarkKind::Size(1.15),
        MarkKind::Colour("accent".into()),
        MarkKind::Slot(FontSlot::Kai),
        MarkKind::Underline,
        MarkKind::EmphasisDots,
        MarkKind::Ruby("hú".into()),
        MarkKind::Field(FactId::random()),
        MarkKind::Pick("湖".into()),
    ];
    let text = "青石湖的水又清了\n第二段";
    let mut two = TwoScript::both(Script::Hans, text, "青石湖的水又清了\n第二段，另寫");
    two.source.paras[0].style = Some(StyleName("lead".into()));
    two.source.paras[0].marks = kinds.into_iter().map(|kind| Mark { range: 0..9, kind }).collect();
    two
}

fn kinds(photo: Digest) -> Vec<ElementKind> {
    let frozen = TwoScript {
        other: OtherScript::Frozen {
            text: RichText::plain("凍結"),
        },
        ..words("冻结")
    };
    vec![
        ElementKind::Text(TextElement {
            style: Some(StyleName("body".into())),
            text: marked(),
        }),
        ElementKind::Photo(PhotoElement {
            photo: Some(photo),
            crop: Crop {
                zoom: 1.25,
                focus: [0.333333, 0.5],
                angle: -3.7,
                quarters: 3,
                keep: Some(PhotoPart::of([0.1, 0.2, 0.3, 0.4])),
            },
            tone: Tone {
                brightness: 12,
                contrast: -30,
                saturation: 100,
                warmth: -1,
                levels: [9, 240],
            },
            masks: vec![
                Mask {
                    part: PhotoPart::of([0.5, 0.5, 0.1, 0.1]),
                    form: MaskForm::Ellipse,
                    kind: MaskKind::Blur,
                },
                Mask {
                    part: PhotoPart::of([0.0, 0.9, 0.5, 0.1]),
                    form: MaskForm::Rect,
                    kind: MaskKind::Solid,
                },
            ],
            shape: Some(FrameShape::Rounded(12.5)),
            caption: Some(words("雨后的渠首")),
            tag: Some(frozen),
            edge: Some(Edge {
                width: 2.5,
                colour: "ink".into(),
                shadow: Some(Shadow {
                    shift: [1.5, -2.0],
                    blur: 12.0,
                    opacity: 0.35,
                    colour: "show/金".into(),
                }),
            }),
        }),
        ElementKind::Photo(PhotoElement::default()),
        ElementKind::Number(NumberElement {
            value: "1.2".into(),
            unit: words("万亩"),
            label: words("新增灌溉"),
            bar: Some([0.1 + 0.2, 1e300]),
        }),
        ElementKind::Quote(QuoteElement {
            text: words("水到了田头，人就留得住。"),
            speaker: words("老陆"),
            post: words("六十一岁，管水员"),
        }),
        ElementKind::Qr(QrElement {
            content: "https://example.org/a?b=1".into(),
            call: words("扫一扫"),
        }),
        ElementKind::Table(TableElement {
            head: vec![words("村"), words("户")],
            rows: vec![vec![words("上湾"), words("31")], vec![words("下湾"), words("28")]],
        }),
        ElementKind::Step(StepElement {
            head: words("清淤"),
            text: words("三月动工"),
        }),
        ElementKind::Change(ChangeElement {
            label: words("产量"),
            from: words("620"),
            to: words("810"),
        }),
        ElementKind::Shape(ShapeElement {
            form: ShapeForm::Line(Course {
                is_leftward: true,
                is_upward: false,
                heads: Heads::Both,
            }),
            fill: None,
            line: Some(ShapeLine {
                tint: Tint::Inks([12.5, 0.0, 33.3, 100.0]),
                width: 1.75,
                dash: Dash::Dotted,
            }),
            opacity: 0.85,
            shadow: Some(Shadow {
                shift: [1.0, 2.0],
                blur: 3.5,
                opacity: 0.25,
                colour: "ink".into(),
            }),
        }),
        ElementKind::Emblem(EmblemElement { art: Some(photo) }),
        ElementKind::Art(ArtElement {
            art: None,
            is_stretched: true,
        }),
        ElementKind::Shape(ShapeElement {
            form: ShapeForm::Rect { corner: 6.5 },
            fill: Some(Tint::Swatch("show/金".into())),
            line: None,
            opacity: 1.0,
            shadow: None,
        }),
    ]
}

fn grounds(photo: Digest) -> [Option<Ground>; 5] {
    let (paper, ink) = (Tint::Swatch("paper".into()), Tint::Inks([5.0, 10.0, 20.0, 0.0]));
    [
        None,
        Some(Ground::Flat(ink.clone())),
        Some(Ground::Fade {
            from: paper.clone(),
            to: ink.clone(),
            way: FadeWay::DownLeft,
        }),
        Some(Ground::Photo { photo, veil: 0.55 }),
        Some(Ground::Pattern {
            figure: Figure::Waves,
            paper,
            ink,
            pitch: 42.5,
        }),
    ]
}

fn board(show: &Exhibition, index: usize, template: &Template, photo: Digest) -> Arc<Board> {
    let mut board = Board {
        id: BoardId::random(),
        code: format!("QH{index:03}"),
        committee: show.committees[index % show.committees.len()].id,
        template: TemplateRef {
            name: template.name.clone(),
            version: template.version(),
        },
        size: size(900.0, 1200.0),
        script: if index.is_multiple_of(3) {
            Script::Hant
        } else {
            Script::Hans
        },
        ground: grounds(photo)[index % 5].clone(),
        make: Make {
            material: "KT板".into(),
            copies: 2,
            ..Make::default()
        },
        arrangement: 0,
        guides: Guides {
            upright: vec![100.5],
            level: (0..index % 2).map(|_| 20.0).collect(),
            are_locked: index.is_multiple_of(3),
        },
        elements: Vec::new(),
    };
    for (at, kind) in kinds(photo).into_iter().enumerate() {
        let z = board.front_z();
        board = board.with_element(Arc::new(Element {
            id: ElementId::random(),
            slot: (at % 2 == 0).then(|| SlotName(format!("text.{at}"))),
            area: if at % 2 == 0 {
                Area::Slot
            } else {
                Area::ByHand {
                    rect: rect(10.5, 20.125, 300.0, 200.0),
                    angle: -7.5,
                }
            },
            group: (at == 3).then_some(u64::MAX),
            z,
            is_locked: at == 4,
            is_hidden: at == 5,
            scripts: [None, Some(Scripts::Stacked), Some(Scripts::Hant)][at % 3],
            kind,
        }));
    }
    Arc::new(board)
}

fn template() -> Template {
    let style: ParaStyle = serde_json::from_str(
        r#"{"slot":"song","weight":700,"em":14.2,"least_em":12,"line":1.7,"align":"justify","indent":2,"colour":"ink"}"#,
    )
    .unwrap();
    let slot: Slot = serde_json::from_str(
        r#"{"name":"photo.1","takes":"photo","area":{"x":1,"y":2,"w":3,"h":4},"second":"caption",
            "second_area":{"x":1,"y":2,"w":3,"h":4},"ground":"paper","veil":0.4,"script":"hant","vertical":true}"#,
    )
    .unwrap();
    let decor: Decor = serde_json::from_str(
        r#"{"d":"M0 0 L 9 9","fill":{"linear":{"from":[0,0],"to":[0,9.5],"stops":[[0,"ink",1],[1,"paper",0.25]]}},
            "stroke":{"swatch":"ink"},"width":0.35,"with":"photo.1"}"#,
    )
    .unwrap();
    Template {
        styles: [(StyleName("body".into()), style)].into(),
        slots: vec![slot],
        decor: vec![decor],
        swatches: [
            ("ink".into(), Colour::Cmyk([60.0, 50.0, 45.0, 92.5])),
            ("screen".into(), Colour::Srgb([1, 2, 3])),
        ]
        .into(),
        ..Template::clone(&super::commands::template("red-story"))
    }
}

/// `count` boards of all kinds of content, and every other part of a show filled.
fn rich(count: usize) -> Exhibition {
    let mut show = Exhibition::new(two("青禾展", "青禾展"), Region::Taiwan);
    let template = Arc::new(template());
    let day = |text: &str| Day::parse(text);
    let settings = Show {
        usual_script: Some(Script::Hant),
        opens: day("2026-12-01"),
        closes: day("2026-12-10"),
        place: two("县文化广场", "縣文化廣場"),
        ..Show::clone(&show.show)
    };
    let mut run = |command| show = Command::apply(&command, &show).unwrap();
    run(Command::SetShow(settings));
    run(Command::SetCommittees(
        ["上湾", "下湾", "石桥"]
            .map(|name| Committee {
                id: CommitteeId::random(),
                name: two(name, name),
            })
            .to_vec(),
    ));
    run(Command::AddTemplate(template.clone()));
    let states = [
        PhotoState::Good,
        PhotoState::Truncated,
        PhotoState::TooLarge,
        PhotoState::Broken { reason: "bad".into() },
        PhotoState::Missing,
    ];
    for (at, state) in states.into_iter().enumerate() {
        let mut photo = zhanban::base::PhotoFacts::clone(&super::commands::photo(&format!("{at}.jpg")));
        photo.state = state;
        photo.colour = [
            PhotoColour::Rgb,
            PhotoColour::Grey,
            PhotoColour::Cmyk { inverted: true },
        ][at % 3];
        photo.look = (at % 2 == 0).then(|| PhotoLook {
            print: (0..=255).chain(0..33).collect(),
            inner: (0..=255).rev().chain(0..33).collect(),
            faces: vec![PhotoPart::of([0.1, 0.2, 0.05, 0.06])],
            subject: Some(PhotoPart::of([0.0, 0.1, 0.3, 0.4])),
            has_camera: at == 0,
        });
        run(Command::AddPhoto(Arc::new(photo)));
    }
    for index in 0..count {
        let board = board(&show, index, &template, Digest::of(b"0.jpg"));
        let at = index / 2;
        show = Command::AddBoard { board, at }.apply(&show).unwrap();
    }
    let ids: Vec<BoardId> = show.boards.iter().map(|board| board.id).collect();
    let mut run = |command| show = Command::apply(&command, &show).unwrap();
    for (board, state) in ids
        .iter()
        .zip([BoardState::Approved, BoardState::SentToShop, BoardState::SelfChecked])
    {
        run(Command::SetState { board: *board, state });
    }
    for name in ["乙", "甲"] {
        let places = ids.iter().take(3).enumerate();
        run(Command::AddPlaza(Arc::new(Plaza {
            entrance: (name == "甲").then(|| point(0.0, 12.25)),
            places: places
                .map(|(at, id)| {
                    let at = point(at as f64 * 1.5, 2.125);
                    (*id, Stand::new(at, 180.0))
                })
                .collect(),
            ..Plaza::new(PlazaId::random(), name.into(), size(60.0, 40.5))
        })));
    }
    run(Command::SetWords(Words {
        pairs: vec![WordPair {
            hans: "里程".into(),
            hant: "里程".into(),
        }],
    }));
    run(Command::SetFacts(vec![Fact {
        id: FactId::random(),
        name: "灌溉面积".into(),
        value: "1.2".into(),
        unit: "万亩".into(),
        date: "2026-05".into(),
        source: "水务所".into(),
    }]));
    run(Command::SetShops(vec![Shop {
        id: ShopId::random(),
        name: "印厂".into(),
        bleed: 0.0,
        slug: 12.5,
        has_crop_marks: true,
        ink_limit: 300.0,
        least_dpi: 72.0,
        is_outlined: true,
        kind: "photo-print".into(),
        white_edge: 100.0,
        view_m: 2.5,
        rich_black: Some([50.0, 40.0, 40.0, 100.0]),
        plain_black: 8.0,
        scale: 10,
        file_names: "{code} {title}".into(),
        rolls: vec![1270.0, 1520.0],
        overlap: 15.0,
        output: Output::Tiff,
        output_dpi: 72.0,
        photo_quality: 90.0,
        finishing: Finishing {
            eyelets: Some(Eyelets {
                spacing: 400.0,
                inset: 50.0,
                diameter: 10.0,
            }),
            hem: 30.0,
            clamp: 100.0,
            has_cut_line: true,
        },
        profile: Some(OutputProfile {
            name: "县城喷绘".into(),
            icc: (0..=255).collect(),
        }),
    }]));
    run(Command::SetNames(vec![KnownName {
        id: NameId(7),
        kind: NameKind::Person,
        name: two("温岚", "溫嵐"),
        post: two("镇长", "鎮長"),
        rank: 1,
    }]));
    run(Command::SetPrint(PrintBook {
        levels: [("doubts".to_string(), Level::Off)].into(),
        reasons: vec![Reason {
            rule: "photo-dpi".into(),
            place: zhanban::base::Place::board("QH001").at_element("00"),
            said: Digest::of(b"said"),
            why: "老照片".into(),
            at: "2026-05-01T00:00:00Z".into(),
        }],
        sent: vec![Sent {
            at: "2026-05-02T00:00:00Z".into(),
            shop: "甲".into(),
            package: "p".into(),
            boards: vec![SentBoard {
                board: BoardId(3),
                number: 1,
                body: Digest::of(b"body"),
            }],
        }],
    }));
    run(Command::SetMeeting(Meeting {
        id: MeetingId(9),
        day: zhanban::base::Day::parse("2026-05-03").unwrap(),
        start: Hour(14 * 60 + 30),
        place: "镇政府".into(),
        chair: "温岚".into(),
        present: "三个村\n两个组".into(),
        limit: 3,
        scope: Some(MeetingScope::Unit(CommitteeId(1))),
        is_over: true,
        entries: vec![MeetingEntry {
            board: BoardId(3),
            number: 4,
            title: "青石湖".into(),
            unit: two("柳溪", "柳溪"),
            seconds: 75,
            note: "字太小".into(),
            decision: Some(Decision::HeldOver),
        }],
    }));
    run(Command::SetSwatches(vec![
        ShowSwatch {
            name: "红".into(),
            colour: Colour::Cmyk([0.0, 98.5, 95.0, 2.0]),
            stands_for: vec!["red/ground".into(), "doc/accent".into()],
        },
        ShowSwatch {
            name: "金".into(),
            colour: Colour::Spot(Spot {
                plate: Plate::new("专金").unwrap(),
                cmyk: [20.0, 40.0, 85.0, 5.0],
            }),
            stands_for: Vec::new(),
        },
        ShowSwatch {
            name: "蓝".into(),
            colour: Colour::Srgb([10, 20, 200]),
            stands_for: Vec::new(),
        },
    ]));
    run(Command::SetImportMark {
        code: "QH000".into(),
        mark: ImportMark {
            source: Digest::of(b"a"),
            body: Digest::of(b"b"),
        },
    });
    assert_eq!(invariants(&show), Vec::<String>::new());
    show
}

/// The show with its title changed: the smallest edit.
fn titled(show: &Exhibition, title: &str) -> Exhibition {
    let settings = Show {
        title: two(title, title),
        ..Show::clone(&show.show)
    };
    Command::SetShow(settings).apply(show).unwrap()
}

/// The show with the text of one board's first element changed.
fn edited(show: &Exhibition, board: usize, text: &str) -> Exhibition {
    let board = &show.boards[board];
    let kind = ElementKind::Text(TextElement {
        style: None,
        text: words(text),
    });
    let (board, element) = (board.id, board.elements[0].id);
    Command::SetKind { board, element, kind }.apply(show).unwrap()
}

fn open(folder: &Path) -> Opened {
    Project::open(folder).unwrap_or_else(|error| panic!("{error}"))
}

/// Opens, expects no finding, and gives the show.
fn reopened(folder: &Path) -> Exhibition {
    let opened = open(folder);
    assert_eq!(opened.findings, []);
    opened.exhibition
}

fn folder() -> (tempfile::TempDir, std::path::PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("青禾.zhanban");
    (dir, folder)
}

#[test]
fn a_rich_show_comes_back_equal() {
    let (_dir, folder) = folder();
    let show = rich(12);
    drop(Project::create(&folder, &show).unwrap());
    assert_eq!(reopened(&folder), show);

    let project = open(&folder).project;
    let mut next = edited(&show, 3, "改过");
    next = Command::RemoveBoard(next.boards[5].id).apply(&next).unwrap();
    next = Command::RemovePlaza(next.plazas[0].id).apply(&next).unwrap();
    next = Command::RemovePhoto(Digest::of(b"4.jpg")).apply(&next).unwrap();
    project.save(&next);
    assert_eq!(project.state(), SaveState::Saving);
    project.flush().unwrap();
    assert_eq!(project.state(), SaveState::Saved);
    // What is on disk without closing: a copy of the folder.
    let copy = folder.with_file_name("copy.zhanban");
    copy_folder(&folder, &copy);
    assert_eq!(reopened(&copy), next);

    // Undo is a save like any other; the removed ones stand where they stood.
    project.save(&show);
    drop(project);
    assert_eq!(reopened(&folder), show);
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn work_is_on_disk_within_a_second_without_asking() {
    let (_dir, folder) = folder();
    let show = rich(3);
    let project = Project::create(&folder, &show).unwrap();
    let begin = std::time::Instant::now();
    let mut last = show.clone();
    let mut steps = 0;
    // Keeps typing, so that no pause ever comes.
    while begin.elapsed().as_millis() < 900 {
        steps += 1;
        last = titled(&last, &format!("第{steps}次"));
        project.save(&last);
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    // A second window looks while the first goes on.
    let title = reopened(&folder).show.title.hans.clone();
    assert_ne!(title, show.show.title.hans, "{steps} steps and nothing saved");
    while project.state() != SaveState::Saved {
        assert!(begin.elapsed().as_secs() < 10, "never saved");
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

#[test]
fn a_folder_that_is_there_is_not_touched() {
    let (_dir, folder) = folder();
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("letter.txt"), "dear").unwrap();
    assert!(matches!(Project::create(&folder, &rich(0)), Err(StoreError::Told(..))));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
}
