//! What commands allow, what layout makes of it, what the check finds, what survives closing.

use super::{Bench, DRAWING, art, emblem, line, shape};
use std::sync::Arc;
use zhanban::base::say::{CheckSay, LayoutSay, ModelSay};
use zhanban::base::{Digest, Finding, Lang, PhotoFacts, PhotoFormat, Say, Severity};
use zhanban::check::{check_board, usual_shop};
use zhanban::geom::{point, rect};
use zhanban::layout::{GroupItem, Item, Paint, Placed, hit};
use zhanban::model::*;
use zhanban::script::Script;
use zhanban::store::Project;

fn items(bench: &Bench, element: ElementId) -> Vec<Placed> {
    let laid = bench.laid();
    laid.frame
        .items
        .into_iter()
        .filter(|placed| placed.source == Some(element))
        .collect()
}

#[test]
fn a_shape_is_drawn_as_it_is_set() {
    let mut bench = Bench::new();
    let area = rect(100.0, 200.0, 300.0, 200.0);
    let mut wanted = shape(ShapeForm::Rect { corner: 20.0 });
    wanted.line = line(Heads::None, 3.0).line;
    wanted.shadow = Some(Shadow {
        shift: [2.0, 4.0],
        blur: 10.0,
        opacity: 0.4,
        colour: "ink".into(),
    });
    wanted.opacity = 0.5;
    let id = bench.add(area, ElementKind::Shape(wanted));
    let items = items(&bench, id);
    let [
        Placed {
            item: Item::Group(GroupItem { opacity, items, .. }),
            ..
        },
    ] = items.as_slice()
    else {
        panic!("what fades fades together: {items:?}");
    };
    assert_eq!(*opacity, 0.5);
    let [shadow, form] = items.as_slice() else {
        panic!("{items:?}")
    };
    assert!(matches!(&shadow.item, Item::Shadow(shadow) if shadow.blur == 10.0));
    assert_eq!((shadow.at.e, shadow.at.f), (2.0, 4.0));
    let Item::Path(form) = &form.item else { panic!() };
    assert!(form.fill.is_some());
    assert_eq!(form.stroke.as_ref().unwrap().width, 3.0);
    let curves = form
        .path
        .segs
        .iter()
        .filter(|seg| matches!(seg, zhanban::layout::Seg::Cubic(..)));
    assert_eq!(curves.count(), 4);
}

#[test]
fn a_thin_line_is_found_where_it_runs_and_only_there() {
    let mut bench = Bench::new();
    let under = bench.add(
        rect(100.0, 100.0, 400.0, 400.0),
        ElementKind::Shape(shape(ShapeForm::Ellipse)),
    );
    let level = bench.add(rect(50.0, 700.0, 300.0, 0.0), ElementKind::Shape(line(Heads::End, 1.0)));
    let slant = bench.add(
        rect(100.0, 100.0, 400.0, 400.0),
        ElementKind::Shape(line(Heads::None, 1.0)),
    );
    let frame = ShapeElement {
        fill: None,
        line: line(Heads::None, 2.0).line,
        ..shape(ShapeForm::Rect { corner: 0.0 })
    };
    let frame = bench.add(rect(80.0, 80.0, 440.0, 440.0), ElementKind::Shape(frame));
    let laid = bench.laid();
    for (at, wanted) in [
        (point(200.0, 703.0), Some(level)),
        (point(200.0, 712.0), None),
        (point(300.0, 302.0), Some(slant)),
        (point(300.0, 200.0), Some(under)),
        (point(81.0, 300.0), Some(frame)),
        (point(90.0, 90.0), None),
    ] {
        assert_eq!(hit(&laid, at, 4.0), wanted, "{at:?}");
    }
}

#[test]
fn an_arrow_has_a_head_where_it_ends_and_turns_with_its_box() {
    let mut bench = Bench::new();
    let id = bench.add(
        rect(100.0, 100.0, 200.0, 0.0),
        ElementKind::Shape(line(Heads::End, 5.0)),
    );
    let board = bench.board().id;
    let heads = |bench: &Bench| {
        let laid = items(bench, id);
        let filled = laid.into_iter().filter_map(|placed| match placed.item {
            Item::Path(item) if item.fill.is_some() => Some((placed.at, item.path)),
            _ => None,
        });
        filled.collect::<Vec<_>>()
    };
    let [(at, path)] = &heads(&bench)[..] else { panic!() };
    let zhanban::layout::Seg::Move(_) = path.segs[0] else {
        panic!()
    };
    let tips: Vec<f64> = path
        .segs
        .iter()
        .filter_map(|seg| match seg {
            zhanban::layout::Seg::Move(p) | zhanban::layout::Seg::Line(p) => Some(at.apply(*p).x),
            _ => None,
        })
        .collect();
    assert_eq!(tips.iter().copied().fold(0.0, f64::max), 300.0);
    let area = Area::ByHand {
        rect: rect(100.0, 100.0, 200.0, 0.0),
        angle: 90.0,
    };
    bench
        .show
        .execute(&Command::SetArea {
            board,
            element: id,
            area,
        })
        .unwrap();
    assert_eq!(hit(&bench.laid(), point(200.0, 190.0), 4.0), Some(id));
    assert_eq!(hit(&bench.laid(), point(120.0, 100.0), 4.0), None);
}

#[test]
fn numbers_out_of_reason_are_held_or_refused() {
    let mut bench = Bench::new();
    let mut wild = line(Heads::None, 9_999.0);
    wild.opacity = 7.0;
    wild.fill = Some(Tint::Inks([-5.0, 300.0, 1.0, 2.0]));
    let id = bench.add(rect(0.0, 0.0, 10.0, 10.0), ElementKind::Shape(wild.clone()));
    let board = bench.board();
    let ElementKind::Shape(held) = &board.element(id).unwrap().kind else {
        panic!()
    };
    assert_eq!((held.opacity, held.line.as_ref().unwrap().width), (1.0, 200.0));
    assert_eq!(held.fill, Some(Tint::Inks([0.0, 100.0, 1.0, 2.0])));
    wild.opacity = f64::NAN;
    let kind = ElementKind::Shape(wild);
    let refused = bench.show.execute(&Command::SetKind {
        board: board.id,
        element: id,
        kind,
    });
    assert_eq!(refused.unwrap_err().0, Say::Model(ModelSay::NumberOutOfReach));
    assert!(invariants(bench.show.exhibition()).is_empty());
}

#[test]
fn a_drawing_keeps_its_proportions_unless_it_is_told_to_stretch() {
    let mut bench = Bench::new();
    let file = bench.file("花.svg", DRAWING.as_bytes());
    assert_eq!((file.format, file.stored_px), (PhotoFormat::Svg, [10_000, 5_000]));
    let id = bench.add(rect(100.0, 100.0, 400.0, 400.0), art(file.digest));
    let scale = |bench: &Bench| {
        let laid = items(bench, id);
        (laid[0].at.a, laid[0].at.d, laid[0].at.f)
    };
    assert_eq!(scale(&bench), (0.4, 0.4, 200.0));
    let board = bench.board().id;
    let kind = ElementKind::Art(ArtElement {
        art: Some(file.digest),
        is_stretched: true,
    });
    bench
        .show
        .execute(&Command::SetKind {
            board,
            element: id,
            kind,
        })
        .unwrap();
    assert_eq!(scale(&bench), (0.4, 0.8, 100.0));
    assert!(bench.show.undo());
    assert_eq!(scale(&bench), (0.4, 0.4, 200.0));
}

#[test]
fn a_drawing_whose_file_is_gone_leaves_a_mark_and_a_sentence() {
    let mut bench = Bench::new();
    let known = bench.file("花.svg", DRAWING.as_bytes());
    let gone = Arc::new(PhotoFacts {
        digest: Digest::of(b"nobody has this file"),
        name: "丢.svg".into(),
        ..PhotoFacts::clone(&known)
    });
    bench.show.execute(&Command::AddPhoto(gone.clone())).unwrap();
    let id = bench.add(rect(100.0, 100.0, 200.0, 200.0), art(gone.digest));
    let laid = bench.laid();
    let found: Vec<&Finding> = laid
        .findings
        .iter()
        .filter(|finding| finding.rule == "art-missing")
        .collect();
    let name = "丢.svg".to_string();
    assert_eq!(found[0].say, Say::Layout(LayoutSay::ArtLost { name }));
    assert_eq!(found[0].severity, Severity::Error);
    assert!(items(&bench, id).len() > 2, "something is seen in its place");
}

#[test]
fn photos_and_drawings_do_not_take_each_others_places() {
    let mut bench = Bench::new();
    let drawing = bench.file("花.svg", DRAWING.as_bytes());
    let photo = bench.file("渠.jpg", &crate::export::hand::jpeg());
    let id = bench.add(rect(0.0, 0.0, 100.0, 100.0), art(drawing.digest));
    let board = bench.board().id;
    let set = |kind| Command::SetKind {
        board,
        element: id,
        kind,
    };
    let as_photo = ElementKind::Photo(PhotoElement {
        photo: Some(drawing.digest),
        ..PhotoElement::default()
    });
    for (command, why) in [
        (set(art(photo.digest)), ModelSay::PhotoAsDrawing),
        (set(as_photo), ModelSay::DrawingAsPhoto),
        (
            Command::SetGround {
                board,
                ground: Some(Ground::Photo {
                    photo: drawing.digest,
                    veil: 0.5,
                }),
            },
            ModelSay::DrawingAsPhoto,
        ),
        (
            Command::RemovePhoto(drawing.digest),
            ModelSay::PhotoUsed {
                name: "花.svg".into(),
                code: "QH001".into(),
            },
        ),
    ] {
        assert_eq!(bench.show.execute(&command).unwrap_err().0, Say::Model(why));
    }
}

#[test]
fn an_emblem_is_not_tilted_and_becomes_nothing_else() {
    let mut bench = Bench::new();
    let file = bench.file("徽.svg", DRAWING.as_bytes());
    let id = bench.add(rect(100.0, 100.0, 200.0, 200.0), emblem(file.digest));
    let (board, element) = (bench.board().id, id);
    let tilted = Area::ByHand {
        rect: rect(100.0, 100.0, 200.0, 200.0),
        angle: 3.0,
    };
    for (command, why) in [
        (
            Command::SetArea {
                board,
                element,
                area: tilted,
            },
            ModelSay::EmblemTilted,
        ),
        (
            Command::SetKind {
                board,
                element,
                kind: art(file.digest),
            },
            ModelSay::EmblemReplaced,
        ),
    ] {
        let before = bench.show.exhibition().clone();
        let say = bench.show.execute(&command).unwrap_err().0;
        assert_eq!(say, Say::Model(why));
        assert!(Lang::ALL.iter().all(|lang| !say.text(*lang).is_empty()));
        assert_eq!(*bench.show.exhibition(), before, "no trace of it");
    }
    // A box of another shape does not stretch it.
    let wide = Area::ByHand {
        rect: rect(100.0, 100.0, 600.0, 100.0),
        angle: 0.0,
    };
    let set = Command::SetArea {
        board,
        element,
        area: wide,
    };
    bench.show.execute(&set).unwrap();
    let at = items(&bench, id)[0].at;
    assert_eq!((at.a, at.d), (0.2, 0.2));
}

fn emblem_says(bench: &Bench) -> Vec<CheckSay> {
    let (board, laid) = (bench.board(), bench.laid());
    let found = check_board(bench.show.exhibition(), &board, &laid, &usual_shop());
    let says = found.into_iter().filter(|finding| finding.rule == "emblem");
    says.map(|finding| match finding.say {
        Say::Check(say) => say,
        other => panic!("{other:?}"),
    })
    .collect()
}

#[test]
fn the_check_guards_what_is_around_an_emblem() {
    let mut bench = Bench::new();
    let file = bench.file("徽.svg", DRAWING.as_bytes());
    // In the middle of the empty board, above a plate that holds it with its air.
    bench.ground(Ground::Flat(Tint::Inks([0.0, 0.0, 5.0, 0.0])));
    bench.add(
        rect(200.0, 450.0, 500.0, 350.0),
        ElementKind::Shape(shape(ShapeForm::Rect { corner: 10.0 })),
    );
    let id = bench.add(rect(350.0, 550.0, 200.0, 100.0), emblem(file.digest));
    assert_eq!(emblem_says(&bench), []);
    let board = bench.board().id;
    let put = |bench: &mut Bench, x: f64, y: f64, w: f64| {
        let area = Area::ByHand {
            rect: rect(x, y, w, w / 2.0),
            angle: 0.0,
        };
        bench
            .show
            .execute(&Command::SetArea {
                board,
                element: id,
                area,
            })
            .unwrap();
    };
    put(&mut bench, 400.0, 600.0, 20.0);
    assert_eq!(
        emblem_says(&bench),
        [CheckSay::EmblemSmall {
            height_mm: 10,
            least_mm: 15
        }]
    );
    // Half over the plate's edge.
    put(&mut bench, 120.0, 550.0, 200.0);
    assert_eq!(emblem_says(&bench), [CheckSay::EmblemCrowded]);
    put(&mut bench, 350.0, 550.0, 200.0);
    bench.add(
        rect(500.0, 600.0, 100.0, 4.0),
        ElementKind::Shape(shape(ShapeForm::Ellipse)),
    );
    assert_eq!(emblem_says(&bench), [CheckSay::EmblemCovered]);
    assert!(bench.show.undo());
    assert_eq!(emblem_says(&bench), []);
}

#[test]
fn text_too_near_to_its_background_is_found() {
    let mut bench = Bench::new();
    bench.add(
        rect(200.0, 550.0, 500.0, 100.0),
        ElementKind::Text(TextElement {
            style: Some(StyleName("body".into())),
            text: TwoScript::new(Script::Hans, "水到了田头"),
        }),
    );
    let rules = |bench: &Bench| {
        let (board, laid) = (bench.board(), bench.laid());
        let found = check_board(bench.show.exhibition(), &board, &laid, &usual_shop());
        // Not the labels of the template.
        let is_it = |finding: &&Finding| finding.rule == "ground-contrast" && finding.place.element.is_some();
        found.iter().filter(is_it).count()
    };
    assert_eq!(rules(&bench), 0);
    let dark = Tint::Inks([60.0, 60.0, 60.0, 90.0]);
    let pale = Tint::Inks([0.0, 0.0, 8.0, 0.0]);
    bench.ground(Ground::Flat(dark.clone()));
    assert_eq!(rules(&bench), 1);
    bench.ground(Ground::Flat(pale.clone()));
    assert_eq!(rules(&bench), 0);
    bench.ground(Ground::Fade {
        from: pale,
        to: dark,
        way: FadeWay::Down,
    });
    assert_eq!(rules(&bench), 1);
    let photo = bench.file("渠.jpg", &crate::export::hand::jpeg()).digest;
    bench.ground(Ground::Photo { photo, veil: 0.1 });
    assert_eq!(rules(&bench), 1);
    bench.ground(Ground::Photo { photo, veil: 0.7 });
    assert_eq!(rules(&bench), 0);
}

#[test]
fn grounds_reach_the_bleed_and_undo_gives_the_paper_back() {
    let mut bench = Bench::new();
    let paper = bench.laid().frame.items[0].clone();
    let tint = |k| Tint::Inks([0.0, 0.0, 0.0, k]);
    for (figure, at_least) in [
        (Figure::Dots, 500),
        (Figure::Stripes, 50),
        (Figure::Grid, 80),
        (Figure::Waves, 1000),
    ] {
        bench.ground(Ground::Pattern {
            figure,
            paper: tint(5.0),
            ink: tint(20.0),
            pitch: 30.0,
        });
        let laid = bench.laid();
        let [ground, figures] = &laid.frame.items[..2] else {
            panic!()
        };
        assert!(
            matches!(&ground.item, Item::Path(item) if item.path == zhanban::layout::Path::rect(rect(-10.0, -10.0, 920.0, 1220.0)))
        );
        let Item::Group(group) = &figures.item else {
            panic!("{figures:?}")
        };
        let Item::Path(path) = &group.items[0].item else {
            panic!()
        };
        assert!(path.path.segs.len() > at_least, "{figure:?} {}", path.path.segs.len());
        assert!(path.path.segs.len() < 60_000, "{figure:?} {}", path.path.segs.len());
        assert!(bench.show.undo());
    }
    assert_eq!(bench.laid().frame.items[0], paper);
    bench.ground(Ground::Fade {
        from: tint(0.0),
        to: tint(100.0),
        way: FadeWay::Right,
    });
    let laid = bench.laid();
    let Item::Path(item) = &laid.frame.items[0].item else {
        panic!()
    };
    assert!(matches!(&item.fill, Some(Paint::Linear { from, to, .. }) if from.x == 0.0 && to.x == 900.0));
}

#[test]
fn drawings_come_back_after_closing_with_their_files() {
    let mut bench = Bench::new();
    let folder = bench.dir.path().join("show.zhanban");
    drop(Project::create(&folder, bench.show.exhibition()).unwrap());
    let opened = Project::open(&folder).unwrap();
    bench.library = opened.project.library();
    // Not the same drawing as in other tests, so that it is known from its file only.
    let own = DRAWING.replace("#7b1fa2", "#7b1fa3");
    let file = bench.file("花.svg", own.as_bytes());
    bench.add(rect(100.0, 100.0, 400.0, 200.0), art(file.digest));
    bench.add(rect(600.0, 100.0, 200.0, 100.0), emblem(file.digest));
    bench.add(
        rect(50.0, 700.0, 300.0, 40.0),
        ElementKind::Shape(line(Heads::Both, 2.5)),
    );
    bench.ground(Ground::Flat(Tint::Swatch("gold".into())));
    opened.project.save(bench.show.exhibition());
    opened.project.flush().unwrap();
    drop(opened);
    let again = Project::open(&folder).unwrap();
    assert_eq!(again.findings, []);
    assert_eq!(again.exhibition, *bench.show.exhibition());
    assert!(again.project.library().has(&file));
    assert!(zhanban::media::art_at_hand(file.digest).is_some());
}
