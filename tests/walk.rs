//! The walk without a window: what its picture shows, where shadows fall, where nobody can walk.

use std::collections::BTreeMap;
use std::sync::Arc;
use zhanban::base::Day;
use zhanban::geom::{point, size};
use zhanban::layout::LayoutCache;
use zhanban::media::Library;
use zhanban::model::*;
use zhanban::raster::{Ink, Picture};
use zhanban::script::{Region, Script};
use zhanban::store::Home;
use zhanban::walk::*;

fn home() -> Home {
    Home::open().unwrap()
}

fn two(text: &str) -> TwoName {
    TwoName {
        hans: text.into(),
        hant: text.into(),
    }
}

/// Boards of one unit with a title each; nobody has placed them yet.
fn show(count: usize) -> Exhibition {
    let mut show = Exhibition::new(two("水土青禾"), Region::Mainland);
    let unit = Committee {
        id: CommitteeId::random(),
        name: two("柳溪"),
    };
    let template = home().template("red-story").unwrap().clone();
    let reference = TemplateRef {
        name: template.name.clone(),
        version: template.version(),
    };
    show.templates = Arc::new(BTreeMap::from([(reference.clone(), template)]));
    for at in 0..count {
        let title = Element {
            id: ElementId::random(),
            slot: Some(SlotName("title".into())),
            area: Area::Slot,
            group: None,
            z: "1".into(),
            is_locked: false,
            is_hidden: false,
            scripts: None,
            kind: ElementKind::Text(TextElement {
                style: None,
                text: TwoScript::new(Script::Hans, "水到上坪村的那一天"),
            }),
        };
        show.boards.push(Arc::new(Board {
            id: BoardId::random(),
            code: format!("QH{:03}", at + 1),
            committee: unit.id,
            template: reference.clone(),
            size: size(900.0, 1200.0),
            script: Script::Hans,
            make: Make::default(),
            arrangement: 0,
            ground: None,
            guides: Default::default(),
            elements: vec![Arc::new(title)],
        }));
    }
    show.committees = Arc::new(vec![unit]);
    show.order = Arc::new(show.boards.iter().map(|board| board.id).collect());
    show
}

/// The boards at these places, facing that way.
fn placed(stands: &[(f64, f64, f64)]) -> (Exhibition, Plaza) {
    let show = show(stands.len());
    let mut plaza = Plaza::new(PlazaId::random(), "广场".into(), size(30.0, 20.0));
    for (board, (x, y, facing)) in show.boards.iter().zip(stands) {
        plaza.places.insert(board.id, Stand::new(point(*x, *y), *facing));
    }
    plaza.venue.latitude = Some(31.0);
    plaza.venue.longitude = Some(120.0);
    (show, plaza)
}

fn day() -> Day {
    Day::parse("2026-10-01").unwrap()
}

struct Studio {
    show: Exhibition,
    scene: Scene,
    light: Light,
    cache: LayoutCache,
    ink: Ink,
    _folder: tempfile::TempDir,
}

impl Studio {
    fn of(show: Exhibition, plaza: &Plaza, minutes: u16) -> Studio {
        let home = home();
        let folder = tempfile::tempdir().unwrap();
        Studio {
            scene: Scene::of(&show, plaza, false),
            light: Light::of(&plaza.venue, day(), Hour(minutes)),
            cache: LayoutCache::new(home.fonts.clone()),
            ink: Ink {
                fonts: home.fonts.clone(),
                library: Library::open(folder.path()),
                proof: home.proof.clone(),
                photos: show.photos.clone(),
                lens: None,
            },
            show,
            _folder: folder,
        }
    }

    fn shoot(&self, eye: &Eye, shot: Shot) -> (Picture, Cloths) {
        let cloths = Wardrobe::default().dress(&self.scene, &self.show, &self.cache, &self.ink, eye, shot);
        let mask = Mask::of(&self.scene, &self.light);
        (picture(&self.scene, &self.light, &mask, eye, &cloths, shot), cloths)
    }
}

const SHOT: Shot = Shot {
    width: 960,
    height: 540,
};

fn pixel(picture: &Picture, x: f32, y: f32) -> [f32; 3] {
    let at = (y as usize * picture.width as usize + x as usize) * 4;
    [0, 1, 2].map(|i| f32::from(picture.rgba[at + i]) / 255.0)
}

/// How far the picture is from the board's own, over its whole face, where its texture is turned by `map`.
fn away(studio: &Studio, picture: &Picture, eye: &Eye, cloth: &Cloth, map: fn(f32, f32) -> (f32, f32)) -> f32 {
    let panel = &studio.scene.panels[0];
    let camera = Camera::new(eye, [picture.width as f32, picture.height as f32]);
    let tint = studio.light.tint(panel.normal, 1.0);
    let (mut sum, mut count) = (0.0, 0);
    for row in 1..90 {
        for column in 1..60 {
            let (u, v) = (column as f32 / 60.0, row as f32 / 90.0);
            let [x, y] = camera.project(panel.point(u, v)).unwrap();
            let (u, v) = map(u, v);
            let own = times(cloth.look(u, v, cloth.size()[1] as f32 / 400.0), tint);
            let seen = pixel(picture, x, y);
            sum += (0..3).map(|i| (own[i] - seen[i]).abs()).sum::<f32>() / 3.0;
            count += 1;
        }
    }
    sum / count as f32
}

#[test]
fn before_a_board_one_sees_its_own_picture_upright_and_not_mirrored() {
    let (show, plaza) = placed(&[(15.0, 8.0, 0.0)]);
    let studio = Studio::of(show, &plaza, 12 * 60);
    let eye = before(&studio.scene.panels[0], 1.5);
    let (picture, cloths) = studio.shoot(&eye, SHOT);
    let cloth = cloths.panels[0].clone().unwrap();
    let right = away(&studio, &picture, &eye, &cloth, |u, v| (u, v));
    let mirrored = away(&studio, &picture, &eye, &cloth, |u, v| (1.0 - u, v));
    let upside = away(&studio, &picture, &eye, &cloth, |u, v| (u, 1.0 - v));
    assert!(right < 0.03, "{right}");
    assert!(
        mirrored > right * 2.0 && upside > right * 2.0,
        "{right} {mirrored} {upside}"
    );
}

#[test]
fn whichever_way_a_board_faces_the_reader_before_it_reads_it() {
    for facing in [0.0, 90.0, 137.0, 180.0, 300.0] {
        let (show, plaza) = placed(&[(15.0, 8.0, facing)]);
        let studio = Studio::of(show, &plaza, 12 * 60);
        let eye = before(&studio.scene.panels[0], 1.5);
        let (picture, cloths) = studio.shoot(&eye, SHOT);
        let cloth = cloths.panels[0].clone().unwrap();
        // In the sun or out of it, the colours only change evenly.
        let right = away(&studio, &picture, &eye, &cloth, |u, v| (u, v));
        let mirrored = away(&studio, &picture, &eye, &cloth, |u, v| (1.0 - u, v));
        assert!(mirrored > right * 1.3, "{facing}: {right} {mirrored}");
    }
}

#[test]
fn a_near_board_hides_a_far_one_and_its_back_shows_no_picture() {
    let (show, plaza) = placed(&[(15.0, 8.0, 0.0), (15.0, 10.0, 0.0)]);
    let studio = Studio::of(show, &plaza, 12 * 60);
    let eye = Eye::at(point(15.0, 14.0), 1.2, 0.0);
    let way = eye.forward();
    let (panel, _) = studio.scene.hit(eye.at, way).unwrap();
    assert_eq!(panel.number, 2);
    let (from_front, _) = studio.shoot(&eye, SHOT);
    let back = Eye::at(point(15.0, 4.0), 1.2, 180.0);
    assert!(studio.scene.hit(back.at, back.forward()).is_none());
    let (from_back, _) = studio.shoot(&back, SHOT);
    let middle = |picture: &Picture| pixel(picture, 480.0, 270.0);
    let (front, back) = (middle(&from_front), middle(&from_back));
    let spread = |c: [f32; 3]| c.iter().fold(0.0_f32, |m, p| m.max(*p)) - c.iter().fold(1.0_f32, |m, p| m.min(*p));
    assert!(spread(back) < 0.06, "the back is bare: {back:?}");
    assert!(front != back);
}

#[test]
fn shadows_fall_away_from_the_sun_and_are_as_long_as_its_height_says() {
    let (show, plaza) = placed(&[(15.0, 10.0, 0.0)]);
    for minutes in [9 * 60, 12 * 60, 15 * 60] {
        let studio = Studio::of(show.clone(), &plaza, minutes);
        let mask = Mask::of(&studio.scene, &studio.light);
        let toward = studio.light.toward;
        let panel = &studio.scene.panels[0];
        let top = panel.corners[0].lerp(panel.corners[1], 0.5);
        let tip = |part: f32| {
            let reach = top.z * part / toward.z;
            (top.x - toward.x * reach, top.y - toward.y * reach)
        };
        let (x, y) = tip(0.9);
        let (beyond_x, beyond_y) = tip(1.12);
        assert!(mask.at(x, y) > 0.2, "{minutes}: dark at the tip {}", mask.at(x, y));
        assert!(mask.at(beyond_x, beyond_y) < 0.05, "{minutes}: light beyond");
        let (sun_x, sun_y) = (top.x + toward.x * top.z / toward.z, top.y + toward.y * top.z / toward.z);
        assert!(mask.at(sun_x, sun_y) < 0.05, "{minutes}: light towards the sun");
    }
}

#[test]
fn a_board_behind_another_stands_in_its_shadow() {
    // At eight the autumn sun is low in the east-south-east.
    let (show, mut plaza) = placed(&[(15.0, 8.0, 270.0), (17.0, 8.5, 270.0)]);
    let lit = |plaza: &Plaza| {
        let studio = Studio::of(show.clone(), plaza, 7 * 60 + 30);
        let panel = &studio.scene.panels[0];
        let shades = studio.scene.shades_of(panel, &studio.light);
        (0..100)
            .filter(|at| {
                let p = panel.point((at % 10) as f32 / 10.0 + 0.05, (at / 10) as f32 / 10.0 + 0.05);
                studio.scene.is_lit(p, &studio.light, &shades)
            })
            .count()
    };
    let shaded = lit(&plaza);
    let other = show.boards[1].id;
    plaza.places.remove(&other);
    let alone = lit(&plaza);
    assert_eq!(alone, 100);
    assert!(shaded < 70, "{shaded} of 100 points in the sun");
}

#[test]
fn nobody_walks_through_boards_walls_and_trees() {
    let (show, mut plaza) = placed(&[(15.0, 8.0, 0.0)]);
    plaza.venue.things.push(Thing {
        kind: ThingKind::Wall,
        points: vec![point(2.0, 12.0), point(28.0, 12.0)],
        width: 0.24,
        height: 2.4,
        name: String::new(),
        picture: None,
    });
    let scene = Scene::of(&show, &plaza, false);
    let end = scene
        .obstacles
        .slide(v3(15.0, 6.0, 1.5), v3(15.0, 10.0, 1.5), scene.size);
    assert!(end.y < 8.0, "stopped by the board: {end:?}");
    let end = scene
        .obstacles
        .slide(v3(14.0, 10.0, 1.5), v3(16.0, 14.0, 1.5), scene.size);
    assert!(end.y < 12.0 && end.x > 15.0, "slid along the wall: {end:?}");
    let end = scene
        .obstacles
        .slide(v3(10.0, 6.0, 1.5), v3(10.0, 10.0, 1.5), scene.size);
    assert!((end.y - 10.0).abs() < 0.01, "a free way is free: {end:?}");
    let out = scene
        .obstacles
        .slide(v3(10.0, 18.0, 1.5), v3(900.0, 900.0, 1.5), scene.size);
    assert!(out.x < 60.0 && out.y < 60.0, "{out:?}");
}

#[test]
fn the_low_sun_dazzles_before_one_board_and_behind_another() {
    // One looks east, one west; the evening sun stands behind the first and shines on the second.
    let (show, plaza) = placed(&[(15.0, 8.0, 270.0), (15.0, 14.0, 90.0)]);
    let scene = Scene::of(&show, &plaza, false);
    let found = dazzles(&scene, &plaza, day());
    let said: Vec<(usize, DazzleKind)> = found.iter().map(|one| (one.number, one.kind)).collect();
    assert_eq!(said, [(1, DazzleKind::Backlight), (2, DazzleKind::Glare)], "{found:?}");
    assert!(
        found.iter().all(|one| one.from.0 >= 16 * 60 && one.to > one.from),
        "{found:?}"
    );
    let mut hall = plaza.clone();
    hall.venue.is_indoor = true;
    assert!(dazzles(&Scene::of(&show, &hall, false), &hall, day()).is_empty());
}

#[test]
fn a_tour_passes_its_stops_in_order_and_stays_as_long_as_it_says() {
    let (show, mut plaza) = placed(&[(5.0, 5.0, 0.0), (8.0, 5.0, 0.0), (11.0, 5.0, 0.0)]);
    let ids: Vec<BoardId> = show.boards.iter().map(|board| board.id).collect();
    let stop = |board, seconds| Stop {
        board,
        seconds,
        speech: String::new(),
    };
    plaza.tours.push(Tour {
        name: "领导".into(),
        is_leaders: true,
        stops: vec![stop(ids[2], Some(20.0)), stop(ids[0], Some(f64::NAN))],
    });
    let all = tour_of(&show, &plaza, None);
    assert_eq!(all.iter().map(|pass| pass.stay.board).collect::<Vec<_>>(), ids);
    let some = tour_of(&show, &plaza, plaza.tours.first());
    assert_eq!(
        some.iter().map(|pass| pass.stay.board).collect::<Vec<_>>(),
        [ids[2], ids[0]]
    );
    assert_eq!(some[0].stay.seconds, 20.0);
    assert!(some[1].stay.seconds >= 4.0);
}

#[test]
fn nothing_and_nonsense_are_drawn_without_a_fall() {
    let (show, mut plaza) = placed(&[(f64::NAN, 8.0, 0.0), (1e300, -1e300, f64::INFINITY), (5.0, 5.0, 720.0)]);
    let bad = [
        point(f64::NAN, 0.0),
        point(3.0, 3.0),
        point(f64::INFINITY, 9.0),
        point(9.0, 9.0),
    ];
    for kind in ThingKind::ALL {
        for points in [
            &bad[..],
            &bad[1..2],
            &[],
            &[point(4.0, 4.0), point(9.0, 4.0), point(9.0, 9.0), point(4.0, 9.0)],
        ] {
            plaza.venue.things.push(Thing {
                kind,
                points: points.to_vec(),
                width: f64::NAN,
                height: -3.0,
                name: String::new(),
                picture: Some(zhanban::base::Digest::of(b"gone")),
            });
        }
    }
    plaza.venue.latitude = Some(f64::NAN);
    plaza.venue.north = f64::NAN;
    let empty = Plaza::new(PlazaId::random(), String::new(), size(f64::NAN, 0.0));
    for plaza in [&plaza, &empty] {
        for indoor in [false, true] {
            let mut plaza = plaza.clone();
            plaza.venue.is_indoor = indoor;
            let mut studio = Studio::of(show.clone(), &plaza, 17 * 60);
            studio.scene = Scene::of(&show, &plaza, true);
            for view in views(&studio.scene, &show, &plaza, 1.5, 1).iter().take(2) {
                let small = Shot { width: 64, height: 36 };
                let (picture, _) = studio.shoot(&view.eye, small);
                assert_eq!(picture.rgba.len(), 64 * 36 * 4);
            }
        }
    }
}

/// Red on the left, blue on the right; as inks where `is_ink`.
fn front_jpeg(is_ink: bool) -> Vec<u8> {
    use jpeg_encoder::{ColorType, Encoder};
    let (red, blue, kind) = if is_ink {
        (vec![0, 255, 255, 0], vec![255, 200, 0, 0], ColorType::Cmyk)
    } else {
        (vec![220, 30, 30], vec![30, 30, 220], ColorType::Rgb)
    };
    let row = [red.repeat(120), blue.repeat(120)].concat();
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, 90)
        .encode(&row.repeat(96), 240, 96, kind)
        .unwrap();
    bytes
}

/// With the mark of a camera that was held on its side.
fn turned(jpeg: &[u8]) -> Vec<u8> {
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    let length = (exif.len() + 2) as u16;
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xe1];
    bytes.extend(length.to_be_bytes());
    bytes.append(&mut exif);
    bytes.extend(&jpeg[2..]);
    bytes
}

#[test]
fn the_front_of_a_building_shows_any_photo_upright_and_is_plaster_where_there_is_none() {
    let (show, plaza) = placed(&[(15.0, 8.0, 0.0)]);
    let plain = front_jpeg(false);
    let ink = front_jpeg(true);
    let half = plain[..plain.len() * 2 / 3].to_vec();
    for (name, bytes, is_shown) in [
        ("plain", plain.clone(), true),
        ("turned", turned(&plain), true),
        ("inks", ink, true),
        ("broken off", half, true),
        ("no photo", b"\xff\xd8\xff\xe1 not at all".to_vec(), false),
    ] {
        let (mut show, mut plaza) = (show.clone(), plaza.clone());
        let folder = tempfile::tempdir().unwrap();
        let facts = Library::open(folder.path()).add_bytes(name, &bytes).unwrap();
        plaza.venue.things.push(Thing {
            kind: ThingKind::Building,
            points: vec![point(5.0, -8.0), point(25.0, -8.0), point(25.0, -2.0), point(5.0, -2.0)],
            width: 0.0,
            height: 8.0,
            name: String::new(),
            picture: Some(facts.digest),
        });
        show.photos = Arc::new([(facts.digest, Arc::new(facts))].into());
        let mut studio = Studio::of(show, &plaza, 12 * 60);
        studio.ink.library = Library::open(folder.path());
        let eye = Eye::at(point(15.0, 18.0), 1.5, 0.0);
        let (seen, cloths) = studio.shoot(&eye, SHOT);
        let front = cloths.fronts[0].clone();
        assert_eq!(front.is_some(), is_shown, "{name}");
        let Some(front) = front else { continue };
        let red = |u: f32, v: f32| {
            let [r, _, b] = front.look(u, v, 1.0);
            r - b
        };
        let (first, last) = if name == "turned" {
            (red(0.5, 0.1), red(0.5, 0.45))
        } else {
            (red(0.1, 0.3), red(0.9, 0.3))
        };
        assert!(first > 0.1, "{name}: {first}");
        assert!(name == "turned" || last < -0.1, "{name}: {last}");
        assert_eq!(front.size()[0] < front.size()[1], name == "turned", "{name}");
        // And it stands over the board, red to the left.
        let camera = Camera::new(&eye, [960.0, 540.0]);
        let [x, y] = camera.project(v3(8.0, -2.0, 6.5)).unwrap();
        let [r, _, b] = pixel(&seen, x, y);
        assert!(r > b, "{name}: {r} {b}");
    }
}

#[test]
fn two_thousand_boards_are_a_scene_in_no_time() {
    let stands: Vec<(f64, f64, f64)> = (0..2000)
        .map(|at| ((at % 100) as f64 * 1.4, (at / 100) as f64 * 4.0, 0.0))
        .collect();
    let (show, mut plaza) = placed(&stands);
    plaza.size = size(142.0, 80.0);
    let begin = std::time::Instant::now();
    let scene = Scene::of(&show, &plaza, true);
    let made = begin.elapsed();
    let light = Light::of(&plaza.venue, day(), Hour(9 * 60));
    let mask = Mask::of(&scene, &light);
    println!(
        "scene {made:?}, mask {:?}, {} faces",
        begin.elapsed() - made,
        scene.faces.len()
    );
    assert_eq!(scene.panels.len(), 2000);
    assert!(mask.dark.iter().any(|px| *px > 60));
    assert!(begin.elapsed().as_secs_f64() < 10.0);
}
