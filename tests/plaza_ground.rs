//! Arranging on any ground: outlines with corners cut out, things in the way, pinned boards, every foot and form.

use crate::plaza::show;
use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::base::say::{GroundSay, PlazaSay};
use zhanban::base::{Day, Say};
use zhanban::geom::{Point, point, size};
use zhanban::model::*;
use zhanban::plaza::*;

/// Numbers that look random and are the same every time (an LCG of Knuth's).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % count.max(1)
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.below(10_001) as f64 / 10_000.0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

fn rounds(usual: usize) -> usize {
    let wish = std::env::var("ZHANBAN_RANDOM").ok();
    wish.and_then(|count| count.parse().ok()).unwrap_or(usual)
}

fn thing(kind: ThingKind, points: Vec<Point>, width: f64) -> Thing {
    Thing {
        kind,
        points,
        width,
        height: 2.0,
        name: String::new(),
        picture: None,
    }
}

/// A star-like ring of corners: it may be concave and never crosses itself.
fn outline(dice: &mut Dice, w: f64, h: f64) -> Vec<Point> {
    match dice.below(4) {
        0 => Vec::new(),
        1 => vec![
            point(0.0, 0.0),
            point(w, 0.0),
            point(w, h * 0.5),
            point(w * 0.5, h * 0.5),
            point(w * 0.5, h),
            point(0.0, h),
        ],
        _ => {
            let count = 3 + dice.below(9);
            (0..count)
                .map(|at| {
                    let (sin, cos) = (std::f64::consts::TAU * at as f64 / count as f64).sin_cos();
                    let reach = dice.between(0.45, 1.0);
                    point(w / 2.0 * (1.0 + cos * reach), h / 2.0 * (1.0 + sin * reach))
                })
                .collect()
        }
    }
}

fn random_venue(dice: &mut Dice, show: &Exhibition) -> Plaza {
    let (w, h) = (dice.between(12.0, 70.0), dice.between(12.0, 60.0));
    let mut plaza = Plaza::new(PlazaId(7), "广场".into(), size(w, h));
    plaza.venue.outline = outline(dice, w, h);
    for _ in 0..dice.below(7) {
        let kind = dice.of(&ThingKind::ALL);
        let at = point(dice.between(0.0, w), dice.between(0.0, h));
        let to = point(at.x + dice.between(-9.0, 9.0), at.y + dice.between(-9.0, 9.0));
        let points = match kind {
            ThingKind::Flagpole | ThingKind::Tree | ThingKind::Power => vec![at],
            ThingKind::Gate | ThingKind::FireLane | ThingKind::Wall => vec![at, to],
            ThingKind::Steps | ThingKind::KeepOut | ThingKind::Building => {
                vec![at, point(to.x, at.y), to, point(at.x, to.y)]
            }
        };
        plaza.venue.things.push(thing(kind, points, dice.between(0.2, 4.0)));
    }
    for board in &show.boards {
        let at = point(dice.between(0.0, w), dice.between(0.0, h));
        let stand = Stand {
            foot: dice.of(&Foot::ALL),
            is_pinned: dice.below(12) == 0,
            ..Stand::new(at, dice.of(&[0.0, 90.0, 180.0, 33.0]))
        };
        if !stand.is_pinned || is_free(show, &plaza, board, &stand) {
            plaza.places.insert(board.id, stand);
        }
    }
    plaza
}

fn random_wish(dice: &mut Dice) -> Arrangement {
    Arrangement {
        form: dice.of(&Form::ALL),
        way: dice.of(&[Way::Serpentine, Way::SameWay]),
        is_two_sided: dice.below(2) == 0,
        by_theme: dice.below(2) == 0,
        keeps_ground: true,
        facing: dice.of(&[None, None, Some(0.0), Some(25.0)]),
        gap: dice.between(0.0, 0.8),
        aisle: dice.between(0.0, 5.0),
        margin: dice.between(0.0, 3.0),
        row: dice.of(&[None, None, Some(8.0)]),
        ..Arrangement::default()
    }
}

#[test]
fn five_hundred_random_grounds_hold_no_fault_and_pins_stay() {
    let mut dice = Dice(20_261_128);
    let mut placed = 0;
    for round in 0..rounds(500) {
        let units: Vec<Vec<u32>> = (0..1 + dice.below(6))
            .map(|_| {
                (0..1 + dice.below(9))
                    .map(|_| dice.of(&[60, 80, 90, 90, 120, 240]))
                    .collect()
            })
            .collect();
        let units: Vec<&[u32]> = units.iter().map(Vec::as_slice).collect();
        let show = show(&units);
        let plaza = random_venue(&mut dice, &show);
        let wish = random_wish(&mut dice);
        let fitted = fit(&show, Some(&plaza), &wish, &Sights::new());
        let after = &fitted.plaza;
        assert_eq!(
            after.places.len() + fitted.left.len(),
            show.boards.len(),
            "round {round}"
        );
        assert_eq!((after.size, &after.venue), (plaza.size, &plaza.venue));
        for (id, stand) in plaza.places.iter().filter(|(_, stand)| stand.is_pinned) {
            assert_eq!(after.places.get(id), Some(stand), "round {round}: pins stay");
        }
        let is_pinned = |code: &str| {
            let id = show.board_by_code(code).unwrap().id;
            after.places[&id].is_pinned
        };
        for finding in findings(&show, after) {
            let is_ours = match &finding.say {
                Say::Plaza(PlazaSay::Overlap { first, second }) => !is_pinned(first) || !is_pinned(second),
                // What was pinned may crowd; nobody else may.
                Say::Plaza(PlazaSay::Narrow { first, second, .. }) => !is_pinned(first) && !is_pinned(second),
                Say::Plaza(PlazaSay::Outside { board } | PlazaSay::OnThing { board, .. }) => !is_pinned(board),
                _ => false,
            };
            assert!(!is_ours, "round {round} {wish:?}: {:?}", finding.say);
        }
        placed += after.places.len();
    }
    assert!(placed > 2_000, "{placed} boards stood");
}

#[test]
fn every_form_takes_two_hundred_boards_and_keeps_the_lane_free() {
    let usual: &[u32] = &[90, 90, 90, 120, 90, 80, 90, 120];
    let show = show(&[usual; 25]);
    let mut plaza = Plaza::new(PlazaId(1), "广场".into(), size(90.0, 60.0));
    plaza.venue.things = vec![
        thing(ThingKind::FireLane, vec![point(45.0, 0.0), point(45.0, 60.0)], 4.0),
        thing(ThingKind::Flagpole, vec![point(20.0, 30.0)], 0.6),
        thing(ThingKind::Gate, vec![point(42.0, 60.0), point(48.0, 60.0)], 0.4),
        thing(ThingKind::Wall, vec![point(2.0, 8.0), point(2.0, 50.0)], 0.3),
    ];
    for form in Form::ALL {
        let wish = Arrangement {
            form,
            aisle: 3.0,
            margin: 2.0,
            ..Arrangement::default()
        };
        let fitted = fit(&show, Some(&plaza), &wish, &Sights::new());
        assert_eq!(fitted.left, [], "{form:?}");
        assert_eq!(findings(&show, &fitted.plaza), [], "{form:?}");
        let hung = fitted
            .plaza
            .places
            .values()
            .filter(|stand| stand.foot == Foot::OnWall)
            .count();
        assert_eq!(hung > 20, form == Form::Walls, "{form:?}: {hung} on the wall");
        if std::env::var("ZHANBAN_PLANS").is_ok() {
            let mut with = show.clone();
            with.plazas = vec![Arc::new(fitted.plaza.clone())];
            println!("{form:?}: {}", Score::of(&with, &with.plazas[0]).say().texts()[0]);
        }
    }
}

#[test]
fn bays_open_towards_the_way_that_leads_from_one_into_the_next() {
    let units: Vec<Vec<u32>> = (0..23).map(|unit| vec![90; 4 + unit * 7 % 11]).collect();
    let units: Vec<&[u32]> = units.iter().map(Vec::as_slice).collect();
    for aisle in [LEAST_AISLE, 3.0, 4.0] {
        let wish = Arrangement {
            form: Form::Blocks,
            aisle,
            ..Arrangement::default()
        };
        let mut show = show(&units);
        let fitted = fit(&show, None, &wish, &Sights::new());
        assert_eq!(fitted.left, []);
        show.plazas = vec![Arc::new(fitted.plaza)];
        let plaza = &*show.plazas[0];
        assert_eq!(findings(&show, plaza), []);
        let score = Score::of(&show, plaza);
        // Only where two rows of bays stand back to back the short way leads through from behind.
        assert!(score.crossings <= 6, "at {aisle} m: {}", score.say().texts()[2]);
        // From one board of a committee to its next one nobody walks around anything.
        let order = show.in_order();
        for (leg, pair) in route(&show, plaza)[1..].iter().zip(order.windows(2)) {
            let is_within = pair[0].committee == pair[1].committee;
            let far = walked(std::slice::from_ref(leg));
            assert!(!is_within || far < 3.0 * aisle + 4.0, "{:?}: {far} m", leg.to);
        }
    }
}

#[test]
fn two_sided_rows_share_their_frames_and_take_less_ground() {
    let show = show(&[&[90; 60]]);
    let plaza = Plaza::new(PlazaId(1), String::new(), size(40.0, 30.0));
    let wish = |is_two_sided| Arrangement {
        is_two_sided,
        keeps_ground: true,
        facing: Some(0.0),
        row: Some(18.0),
        ..Arrangement::default()
    };
    let depth_of = |plaza: &Plaza| {
        let ys: Vec<f64> = plaza.places.values().map(|stand| stand.at.y).collect();
        ys.iter().copied().fold(0.0, f64::max) - ys.iter().copied().fold(f64::INFINITY, f64::min)
    };
    let (one, two) = (
        fit(&show, Some(&plaza), &wish(false), &Sights::new()),
        fit(&show, Some(&plaza), &wish(true), &Sights::new()),
    );
    assert!(one.left.is_empty() && two.left.is_empty());
    assert!(depth_of(&two.plaza) < depth_of(&one.plaza));
    assert!(two.plaza.places.values().all(|stand| stand.foot == Foot::BackToBack));
    assert_eq!(findings(&show, &two.plaza), []);
}

#[test]
fn a_ground_too_small_takes_what_fits_and_says_what_to_change() {
    let show = show(&[&[90; 40]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(16.0, 11.0));
    plaza.venue.outline = vec![point(0.0, 0.0), point(16.0, 0.0), point(16.0, 11.0), point(0.0, 11.0)];
    let wish = Arrangement {
        margin: 1.5,
        ..Arrangement::default()
    };
    let fitted = fit(&show, Some(&plaza), &wish, &Sights::new());
    assert!(!fitted.plaza.places.is_empty() && !fitted.left.is_empty());
    assert_eq!(fitted.plaza.size, plaza.size);
    let said = advice(&show, &plaza, &wish, &Sights::new(), fitted.left.len());
    assert_eq!(
        said[0],
        PlazaSay::FitsOnly {
            placed: fitted.plaza.places.len(),
            all: 40
        }
    );
    assert!(matches!(said.last(), Some(PlazaSay::NeedsGround { .. })), "{said:?}");
}

#[test]
fn bad_input_is_survived() {
    // A board wider than the venue: it alone finds no room.
    let wide = show(&[&[90, 2000, 90]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(12.0, 10.0));
    plaza.venue.outline = vec![point(0.0, 0.0), point(12.0, 0.0), point(12.0, 10.0), point(0.0, 10.0)];
    let fitted = fit(&wide, Some(&plaza), &Arrangement::default(), &Sights::new());
    assert_eq!(fitted.left, [BoardId(2)]);
    // No aisle at all: people still pass.
    let none = Arrangement {
        aisle: 0.0,
        margin: 0.0,
        ..Arrangement::default()
    };
    let narrow = fit(&show(&[&[90; 12]]), Some(&plaza), &none, &Sights::new());
    assert!(
        findings(&show(&[&[90; 12]]), &narrow.plaza)
            .iter()
            .all(|finding| finding.rule != "plaza-narrow")
    );
    // Two pins on one spot are told; the rest is arranged.
    let three = show(&[&[90, 90, 90]]);
    for id in [BoardId(1), BoardId(2)] {
        let pin = Stand {
            is_pinned: true,
            ..Stand::new(point(6.0, 5.0), 0.0)
        };
        plaza.places.insert(id, pin);
    }
    assert_eq!(pins_that_meet(&three, &plaza).len(), 1);
    let fitted = fit(&three, Some(&plaza), &Arrangement::default(), &Sights::new());
    assert_eq!(fitted.plaza.places.len(), 3);
    // No show, no ground.
    assert!(
        fit(&show(&[]), Some(&plaza), &Arrangement::default(), &Sights::new())
            .left
            .is_empty()
    );
    assert!(proposed(&show(&[]), &plaza).is_empty());
}

#[test]
fn a_ground_that_crosses_itself_and_a_latitude_beyond_the_pole_are_refused() {
    let mut document = Document::new(show(&[&[90]]));
    let plaza = Plaza::new(PlazaId(1), "广场".into(), size(20.0, 20.0));
    document.execute(&Command::AddPlaza(Arc::new(plaza.clone()))).unwrap();
    let before = document.exhibition().clone();
    let bow = [(0.0, 0.0), (9.0, 9.0), (9.0, 0.0), (0.0, 9.0)].map(|(x, y)| point(x, y));
    let with = |change: &dyn Fn(&mut Venue)| {
        let mut changed = plaza.clone();
        change(&mut changed.venue);
        Command::SetPlaza(Arc::new(changed))
    };
    for command in [
        with(&|venue| venue.outline = bow.to_vec()),
        with(&|venue| venue.outline = bow[..2].to_vec()),
        with(&|venue| venue.latitude = Some(123.0)),
        with(&|venue| venue.latitude = Some(f64::NAN)),
    ] {
        let refusal = document.execute(&command).unwrap_err();
        assert!(!refusal.0.text(zhanban::base::Lang::Hans).is_empty());
        assert!(document.exhibition().is_same(&before));
    }
}

#[test]
fn things_below_a_board_are_told_by_name() {
    let show = show(&[&[90, 90]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(30.0, 20.0));
    plaza.venue.things = vec![
        thing(ThingKind::FireLane, vec![point(0.0, 5.0), point(30.0, 5.0)], 4.0),
        thing(ThingKind::Wall, vec![point(2.0, 15.0), point(20.0, 15.0)], 0.2),
    ];
    plaza.places.insert(BoardId(1), Stand::new(point(8.0, 6.0), 0.0));
    let hung = Stand {
        foot: Foot::OnWall,
        ..Stand::new(point(8.0, 14.9), 180.0)
    };
    plaza.places.insert(BoardId(2), hung);
    let found: Vec<Say> = findings(&show, &plaza).into_iter().map(|finding| finding.say).collect();
    let wanted = PlazaSay::OnThing {
        board: "B001".into(),
        thing: GroundSay::FireLane,
    };
    assert_eq!(found, [Say::Plaza(wanted)]);
}

#[test]
fn the_way_leads_around_a_building_and_tours_are_timed() {
    let show = show(&[&[90, 90, 90]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(40.0, 30.0));
    plaza.entrance = Some(point(20.0, 30.0));
    let corners = [(10.0, 12.0), (30.0, 12.0), (30.0, 18.0), (10.0, 18.0)];
    plaza.venue.things = vec![thing(
        ThingKind::Building,
        corners.iter().map(|(x, y)| point(*x, *y)).collect(),
        0.0,
    )];
    for (id, x) in [(1, 5.0), (2, 35.0), (3, 20.0)] {
        plaza.places.insert(BoardId(id), Stand::new(point(x, 5.0), 0.0));
    }
    let legs = route(&show, &plaza);
    for ends in legs.iter().flat_map(|leg| leg.points.windows(2)) {
        let middle = point((ends[0].x + ends[1].x) / 2.0, (ends[0].y + ends[1].y) / 2.0);
        assert!(
            !zhanban::plaza::ground::is_inside(&plaza.venue.things[0].points, middle),
            "{ends:?}"
        );
    }
    let order = proposed(&show, &plaza);
    assert!(order == [BoardId(1), BoardId(3), BoardId(2)] || order == [BoardId(2), BoardId(3), BoardId(1)]);
    let tour = |boards: &[BoardId]| Tour {
        name: "参观".into(),
        is_leaders: false,
        stops: boards
            .iter()
            .map(|board| Stop {
                board: *board,
                seconds: None,
                speech: String::new(),
            })
            .collect(),
    };
    let (short, long) = (
        measured(&show, &plaza, &tour(&order)),
        measured(&show, &plaza, &tour(&show.order)),
    );
    assert!(short.metres < long.metres, "{} {}", short.metres, long.metres);
    assert_eq!(short.cues.len(), 3);
    // Boards without words get a glance of ten seconds each.
    assert!((short.seconds - short.metres / STROLL - 30.0).abs() < 1e-6);
    // The visitors' tour is the way from now on.
    plaza.tours = vec![tour(&[BoardId(2)])];
    assert_eq!(route(&show, &plaza).len(), 1);
}

#[test]
fn proposals_are_measured_and_the_sun_and_the_wind_are_weighed() {
    let show = show(&[&[90; 16], &[120; 8]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(40.0, 30.0));
    plaza.venue.outline = vec![point(0.0, 0.0), point(40.0, 0.0), point(40.0, 30.0), point(0.0, 30.0)];
    plaza.venue.latitude = Some(30.66);
    plaza.venue.longitude = Some(104.06);
    plaza.venue.day = Day::parse("2026-12-01");
    (plaza.venue.opens, plaza.venue.closes) = (Hour(9 * 60), Hour(17 * 60));
    plaza.venue.wind = Some(0.0);
    let wish = Arrangement {
        margin: 2.0,
        ..Arrangement::default()
    };
    let found = variants(&show, Some(&plaza), &wish, &Sights::new());
    assert!((3..=4).contains(&found.len()), "{}", found.len());
    assert_eq!(found[0].wish, wish);
    for proposal in &found {
        assert_eq!(proposal.fitted.left, [], "{:?}", proposal.wish.form);
        assert!(proposal.score.metres > 20.0 && proposal.score.sun.is_some());
        let [hans, hant, en] = proposal.score.say().texts();
        assert!(hans.contains('米') && hant.contains("公尺") && en.contains("walk"));
    }
    // In December the sun of nine o'clock stands low in the south-east: boards that look there have it in the face.
    let mut facing = plaza.clone();
    facing.places = BTreeMap::from([
        (BoardId(1), Stand::new(point(5.0, 5.0), 315.0)),
        (BoardId(2), Stand::new(point(9.0, 5.0), 180.0)),
    ]);
    assert_eq!(in_low_sun(&facing, Hour(9 * 60)), Some(1));
    facing.venue.is_indoor = true;
    assert_eq!(in_low_sun(&facing, Hour(9 * 60)), None);
    // A wind from the north meets a row that looks south with its whole back.
    let rows = fit(
        &show,
        Some(&plaza),
        &Arrangement {
            facing: Some(0.0),
            ..wish.clone()
        },
        &Sights::new(),
    );
    assert!(!exposed(&show, &rows.plaza).is_empty());
    let mut aside = rows.plaza.clone();
    aside.venue.wind = Some(90.0);
    assert!(exposed(&show, &aside).is_empty());
}

#[test]
fn orders_follow_units_sound_and_strokes_and_touch_no_board() {
    let mut show = show(&[&[90, 90], &[90, 90]]);
    show.order = Arc::new([3, 1, 4, 2].map(BoardId).to_vec());
    assert_eq!(ordered(&show, OrderBy::Units), [1, 2, 3, 4].map(BoardId));
    let plaza = Plaza::new(PlazaId(1), "广场".into(), size(20.0, 20.0));
    let mut document = Document::new(show.clone());
    document.execute(&Command::AddPlaza(Arc::new(plaza))).unwrap();
    let boards = document.exhibition().boards.clone();
    for by in OrderBy::ALL {
        let order = ordered(document.exhibition(), by);
        assert_eq!(order.len(), 4, "{by:?}");
        document.execute(&Command::SetOrder(order)).unwrap();
    }
    // Numbers are places in the order: no board is another one now.
    assert!(
        boards
            .iter()
            .zip(&document.exhibition().boards)
            .all(|(a, b)| Arc::ptr_eq(a, b))
    );
}

#[test]
fn rows_that_look_one_way_are_read_to_and_fro_when_wished() {
    let show = show(&[&[90; 6]]);
    let mut plaza = Plaza::new(PlazaId(1), String::new(), size(20.0, 20.0));
    for at in 0..6_u32 {
        let stand = Stand::new(point(2.0 + f64::from(at % 3) * 2.0, 4.0 + f64::from(at / 3) * 5.0), 0.0);
        plaza.places.insert(BoardId(u128::from(at) + 1), stand);
    }
    assert_eq!(order_by_rows(&show, &plaza, false), [1, 2, 3, 4, 5, 6].map(BoardId));
    assert_eq!(order_by_rows(&show, &plaza, true), [1, 2, 3, 6, 5, 4].map(BoardId));
    let rows = rows_of(&show, &plaza);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].ends, [point(1.55, 4.0), point(6.45, 4.0)]);
}

/// One thing somebody does to a plaza.
fn random_command(dice: &mut Dice, show: &Exhibition) -> Command {
    let plaza = dice.below(show.plazas.len().max(1));
    let Some(plaza) = show.plazas.get(plaza) else {
        return Command::AddPlaza(Arc::new(random_venue(dice, show)));
    };
    let mut changed = Plaza::clone(plaza);
    let (w, h) = (plaza.size.w, plaza.size.h);
    match dice.below(12) {
        0 => {
            let wish = random_wish(dice);
            changed = fit(show, Some(plaza), &wish, &Sights::new()).plaza;
        }
        1 => changed.venue.outline = outline(dice, w, h),
        2 => {
            let at = point(dice.between(0.0, w), dice.between(0.0, h));
            changed.venue.things.push(thing(ThingKind::Tree, vec![at], 2.0));
        }
        3 => {
            changed.venue.things.pop();
        }
        4 => changed.venue.wind = Some(dice.between(-720.0, 720.0)),
        5 => changed.tours.push(Tour {
            name: "路线".into(),
            is_leaders: dice.below(2) == 0,
            stops: Vec::new(),
        }),
        6 => {
            changed.tours.pop();
        }
        // Some of these are refused; then nothing happens.
        7 => changed.venue.latitude = Some(dice.between(-200.0, 200.0)),
        8 => return Command::SetOrder(ordered(show, dice.of(&OrderBy::ALL))),
        9 => {
            return Command::SetOrder(order_by_rows(show, plaza, dice.below(2) == 0));
        }
        10 if show.plazas.len() > 1 => return Command::RemovePlaza(plaza.id),
        10 => {
            let id = PlazaId(u128::from(dice.0));
            return Command::AddPlaza(Arc::new(Plaza::new(id, "又一处".into(), plaza.size)));
        }
        _ => {
            let board = dice.of(&show.order);
            let stand = Stand {
                foot: dice.of(&Foot::ALL),
                is_pinned: dice.below(5) == 0,
                ..Stand::new(
                    point(dice.between(-5.0, w), dice.between(0.0, h)),
                    dice.between(-400.0, 400.0),
                )
            };
            return Command::SetPlaces {
                plaza: plaza.id,
                places: vec![(board, (dice.below(6) > 0).then_some(stand))],
            };
        }
    }
    Command::SetPlaza(Arc::new(changed))
}

#[test]
fn after_any_number_of_random_deeds_undo_leads_back_to_the_start() {
    let mut dice = Dice(5_000);
    for round in 0..rounds(1_500).div_ceil(500) {
        let show = show(&[&[90; 6], &[120, 90, 90]]);
        let mut document = Document::new(show.clone());
        let mut steps = 0;
        for _ in 0..500 {
            let command = random_command(&mut dice, document.exhibition());
            steps += usize::from(document.execute(&command).is_ok());
        }
        assert!(steps > 300, "{steps}");
        // The boards of these tests have no templates.
        let mut wrong = invariants(document.exhibition());
        wrong.retain(|what| !what.starts_with("the template of"));
        assert_eq!(wrong, Vec::<String>::new(), "round {round}");
        while document.undo() {}
        assert!(*document.exhibition() == show, "round {round}");
    }
}

#[test]
fn first_letters_and_orders_are_those_of_the_input_methods() {
    use zhanban::script::{Sorting, compare, initials};
    for (text, letters) in [
        ("保存", "bc"),
        ("打开展览", "dkzl"),
        ("撤销", "cx"),
        ("导出 PDF", "dcpdf"),
        ("摆上广场", "bsgc"),
        ("匯出、儲存", "hccc"),
    ] {
        assert_eq!(initials(text), letters, "{text}");
    }
    let mut titles = ["水到上坪村", "石桥还在", "茶山新路", "夜校开课", "一条路"];
    titles.sort_by(|a, b| compare(Sorting::Pinyin, a, b));
    assert_eq!(titles, ["茶山新路", "石桥还在", "水到上坪村", "夜校开课", "一条路"]);
    titles.sort_by(|a, b| compare(Sorting::Strokes, a, b));
    assert_eq!(titles, ["一条路", "水到上坪村", "石桥还在", "夜校开课", "茶山新路"]);
}
