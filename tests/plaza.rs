//! The plaza as people see it: 200 boards in rows, nothing overlaps, numbers follow.

use std::sync::Arc;
use zhanban::base::Digest;
use zhanban::geom::{point, size};
use zhanban::model::*;
use zhanban::plaza::*;
use zhanban::script::{Region, Script, Words};

/// A show of boards by committee: widths in cm.
pub fn show(committees: &[&[u32]]) -> Exhibition {
    let mut boards = Vec::new();
    let mut units = Vec::new();
    for (index, widths) in committees.iter().enumerate() {
        let id = CommitteeId(index as u128 + 1);
        let name = TwoName {
            hans: format!("第{}单位", index + 1),
            hant: format!("第{}單位", index + 1),
        };
        units.push(Committee { id, name });
        for width in *widths {
            boards.push(Arc::new(Board {
                id: BoardId(boards.len() as u128 + 1),
                code: format!("B{:03}", boards.len() + 1),
                committee: id,
                template: TemplateRef {
                    name: "red-story".into(),
                    version: Digest([0; 32]),
                },
                size: size(f64::from(*width) * 10.0, 1200.0),
                script: Script::Hans,
                make: Make::default(),
                arrangement: 0,
                ground: None,
                guides: Default::default(),
                elements: Vec::new(),
            }));
        }
    }
    Exhibition {
        show: Arc::new(Show {
            id: ShowId(1),
            title: TwoName {
                hans: "水土青禾".into(),
                hant: "水土青禾".into(),
            },
            region: Region::Taiwan,
            usual_size: size(900.0, 1200.0),
            usual_script: None,
            opens: None,
            closes: None,
            place: TwoName::default(),
            fonts: Default::default(),
            swatches: Vec::new(),
            due: Default::default(),
            names: Vec::new(),
            meetings: Vec::new(),
            print: Default::default(),
        }),
        committees: Arc::new(units),
        order: Arc::new(boards.iter().map(|board| board.id).collect()),
        boards,
        states: Arc::default(),
        plazas: Vec::new(),
        templates: Arc::default(),
        photos: Arc::default(),
        words: Arc::new(Words::default()),
        facts: Arc::default(),
        shops: Arc::default(),
        imports: Arc::default(),
        bin: Arc::default(),
        met: Arc::default(),
    }
}

fn two_hundred() -> Exhibition {
    let first: Vec<u32> = [240, 240].into_iter().chain([90; 12]).collect();
    let usual: &[u32] = &[90, 90, 90, 120, 90, 80, 90, 120];
    let last: Vec<u32> = [90; 17].into_iter().chain([120]).collect();
    let mut committees: Vec<&[u32]> = vec![&first];
    committees.extend([usual; 21]);
    committees.push(&last);
    show(&committees)
}

#[test]
fn two_hundred_boards_stand_without_a_fault() {
    let exhibition = two_hundred();
    assert_eq!(exhibition.boards.len(), 200);
    for way in [Way::Serpentine, Way::SameWay] {
        let plaza = arrange_with(
            &exhibition,
            &Arrangement {
                way,
                ..Arrangement::default()
            },
        );
        assert_eq!(plaza.places.len(), 200);
        assert_eq!(findings(&exhibition, &plaza), []);
        let ratio = plaza.size.w / plaza.size.h;
        assert!((1.0..2.2).contains(&ratio), "{:?}", plaza.size);
        // Numbers follow the rows: reading the plan gives the display sequence back.
        assert_eq!(order_from_places(&exhibition, &plaza), *exhibition.order);
    }
}

#[test]
fn gaps_in_a_row_are_equal_and_ways_are_wide() {
    let exhibition = two_hundred();
    let plaza = arrange(&exhibition);
    let order = exhibition.in_order();
    let mut ways = 0;
    for pair in order.windows(2) {
        let (a, b) = (plaza.places[&pair[0].id], plaza.places[&pair[1].id]);
        let across = (a.at.y - b.at.y).abs();
        if across > 0.01 {
            assert!(across - DEPTH >= LEAST_AISLE - 1e-6);
            ways += 1;
        } else {
            let gap = (a.at.x - b.at.x).abs() - (pair[0].size.w + pair[1].size.w) / 2000.0;
            let wished = if pair[0].committee == pair[1].committee {
                0.4
            } else {
                1.6
            };
            assert!(
                (gap - wished).abs() < 0.01,
                "{gap} between {} and {}",
                pair[0].code,
                pair[1].code
            );
        }
    }
    assert!(ways >= 4);
}

#[test]
fn what_overlaps_stands_outside_or_crowds_is_told() {
    let exhibition = show(&[&[90, 90, 90, 90]]);
    let mut plaza = arrange(&exhibition);
    plaza.size = size(20.0, 20.0);
    let stand = |x, y, facing| Stand::new(point(x, y), facing);
    let at = |plaza: &mut Plaza, stands: [Stand; 3]| {
        plaza.places = (1..).map(BoardId).zip(stands).collect();
        let found = findings(&exhibition, plaza);
        found.iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    let far = stand(3.0, 15.0, 0.0);
    assert_eq!(
        at(&mut plaza, [stand(3.0, 3.0, 0.0), stand(3.4, 3.0, 30.0), far]),
        ["plaza-overlap", "plaza-unplaced"]
    );
    assert_eq!(
        at(&mut plaza, [stand(0.2, 3.0, 0.0), stand(9.0, 3.0, 0.0), far]),
        ["plaza-outside", "plaza-unplaced"]
    );
    assert_eq!(
        at(&mut plaza, [stand(3.0, 3.0, 0.0), stand(3.2, 4.5, 0.0), far]),
        ["plaza-narrow", "plaza-unplaced"]
    );
    assert_eq!(
        at(&mut plaza, [stand(3.0, 3.0, 0.0), stand(3.9, 3.0, 0.0), far]),
        ["plaza-unplaced"]
    );
}

#[test]
fn a_show_without_boards_or_committees_still_has_a_plaza() {
    let plaza = arrange(&show(&[]));
    assert!(plaza.places.is_empty() && plaza.size.w > 0.0 && plaza.size.h > 0.0);
    let one = show(&[&[240]]);
    assert_eq!(findings(&one, &arrange(&one)), []);
}

#[test]
fn a_dragged_board_snaps_beside_its_neighbour_and_is_hit_where_it_stands() {
    let exhibition = show(&[&[90, 120]]);
    let mut plaza = arrange(&exhibition);
    let (first, second) = (BoardId(1), BoardId(2));
    plaza.places.insert(first, Stand::new(point(5.0, 5.0), 0.0));
    let wish = Stand::new(point(6.5, 5.2), 0.0);
    let snapped = snap(&exhibition, &plaza, second, wish, 0.4, 0.4);
    assert_eq!(snapped.stand.at, point(5.0 + 0.45 + 0.4 + 0.6, 5.0));
    assert_eq!(snapped.guides.len(), 1);
    plaza.places.insert(second, snapped.stand);
    assert_eq!(hit(&exhibition, &plaza, point(6.9, 5.0), 0.1), Some(second));
    assert_eq!(hit(&exhibition, &plaza, point(5.65, 5.0), 0.1), None);
    // A board that looks west (90) has its width along y.
    let west = footprint(exhibition.board(first).unwrap(), &Stand::new(point(0.0, 0.0), 90.0));
    assert!(
        (west[0].y + 0.45).abs() < 1e-9 && (west[0].x + DEPTH / 2.0).abs() < 1e-9,
        "{west:?}"
    );
}

#[test]
fn the_way_begins_at_the_entrance_passes_every_board_and_crosses_none() {
    let exhibition = two_hundred();
    for way in [Way::Serpentine, Way::SameWay] {
        let mut plaza = arrange_with(
            &exhibition,
            &Arrangement {
                way,
                ..Arrangement::default()
            },
        );
        for entrance in [None, Some(point(plaza.size.w, 20.0))] {
            plaza.entrance = entrance;
            let legs = route(&exhibition, &plaza);
            let passed: Vec<BoardId> = legs.iter().map(|leg| leg.to).collect();
            assert_eq!(passed, *exhibition.order);
            let start = legs[0].points[0];
            assert!(entrance.is_none_or(|entrance| start == entrance));
            assert!(start.x == 0.0 || start.x == plaza.size.w, "{start:?} is on an edge");
            for ends in legs.iter().flat_map(|leg| leg.points.windows(2)) {
                for part in 0..=50 {
                    let t = f64::from(part) / 50.0;
                    let at = point(
                        ends[0].x + (ends[1].x - ends[0].x) * t,
                        ends[0].y + (ends[1].y - ends[0].y) * t,
                    );
                    assert_eq!(hit(&exhibition, &plaza, at, 0.0), None, "{way:?} {at:?}");
                }
            }
        }
    }
}
