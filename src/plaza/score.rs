//! How good an arrangement is, in figures people can weigh: the walk, crossings, low sun, wind; and what to change where
//! the ground is too small.

use super::fit::{Fitted, Sights, fit, is_given};
use super::ground::{bars_sight, cross, ground_of, length, sides};
use super::rows::{Row, rows_of};
use super::{Arrangement, Form, LEAST_AISLE, Leg, Way, facing_vector, route, sun_over};
use crate::base::say::PlazaSay;
use crate::geom::{Point, Size, point};
use crate::model::{Exhibition, Hour, Plaza, Stand};
use std::collections::BTreeSet;

/// Below this the sun dazzles and whitens a board that looks at it, in degrees above the horizon.
const LOW: f64 = 25.0;
/// So far to either side of a board's face, in degrees.
const ASIDE: f64 = 45.0;
/// A row meets the wind with its whole face when the wind comes within so many degrees of straight on.
const BROADSIDE: f64 = 30.0;
/// So far upwind something shelters a row, in metres: five times the height of a board.
const SHELTER: f64 = 12.0;

#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    pub placed: usize,
    pub all: usize,
    /// Length of the visitors' way.
    pub metres: f64,
    /// How often the way crosses itself.
    pub crossings: usize,
    /// At the hour when it is worst: how many boards face the low sun; `None`: the place or the day is not known.
    pub sun: Option<(Hour, usize)>,
    /// Rows that stand across the wind without shelter; `None`: the wind is not known.
    pub wind: Option<usize>,
}

impl Score {
    pub fn of(exhibition: &Exhibition, plaza: &Plaza) -> Score {
        let legs = route(exhibition, plaza);
        Score {
            placed: plaza.places.len(),
            all: exhibition.boards.len(),
            metres: walked(&legs),
            crossings: crossings(&legs),
            sun: worst_sun(plaza),
            wind: has_wind(plaza).then(|| exposed(exhibition, plaza).len()),
        }
    }

    /// The less the better; boards without a place outweigh all else.
    fn cost(&self) -> f64 {
        let missing = self.all.saturating_sub(self.placed) as f64 * 1e6;
        let sun = self.sun.map_or(0, |(_, count)| count) as f64;
        missing + self.metres + 15.0 * self.crossings as f64 + 3.0 * sun + 8.0 * self.wind.unwrap_or(0) as f64
    }

    pub fn say(&self) -> PlazaSay {
        PlazaSay::Score {
            placed: self.placed,
            all: self.all,
            metres: self.metres.round() as usize,
            crossings: self.crossings,
            sun: self.sun.map(|(hour, count)| (hour.0, count)),
            wind: self.wind,
        }
    }
}

pub fn walked(legs: &[Leg]) -> f64 {
    let parts = legs.iter().flat_map(|leg| leg.points.windows(2));
    parts.map(|ends| length(ends[0], ends[1])).sum()
}

fn crossings(legs: &[Leg]) -> usize {
    let parts: Vec<[Point; 2]> = legs
        .iter()
        .flat_map(|leg| leg.points.windows(2).map(|ends| [ends[0], ends[1]]))
        .filter(|[p, q]| length(*p, *q) > 0.01)
        .collect();
    let mut sorted: Vec<usize> = (0..parts.len()).collect();
    let low = |at: usize| parts[at][0].x.min(parts[at][1].x);
    sorted.sort_by(|a, b| low(*a).total_cmp(&low(*b)));
    let mut count = 0;
    for (at, one) in sorted.iter().enumerate() {
        let high = parts[*one][0].x.max(parts[*one][1].x);
        let near = sorted[at + 1..].iter().take_while(|other| low(**other) <= high);
        // Neighbours meet at their common end; that is no crossing.
        count += near
            .filter(|other| one.abs_diff(**other) > 1 && cross(parts[*one], parts[**other]))
            .count();
    }
    count
}

/// Clockwise from north: where a face looks.
pub fn bearing(plaza: &Plaza, facing: f64) -> f64 {
    (facing + 180.0 - plaza.venue.north).rem_euclid(360.0)
}

fn apart(one: f64, other: f64) -> f64 {
    let turn = (one - other).rem_euclid(360.0);
    turn.min(360.0 - turn)
}

/// Boards that look into a low sun at that hour.
pub fn in_low_sun(plaza: &Plaza, hour: Hour) -> Option<usize> {
    let sun = sun_over(&plaza.venue, hour)?;
    if !(0.0..LOW).contains(&sun.altitude) {
        return Some(0);
    }
    let faces = |stand: &&Stand| apart(bearing(plaza, stand.facing), sun.azimuth) <= ASIDE;
    Some(plaza.places.values().filter(faces).count())
}

/// Each hour the venue is open.
fn worst_sun(plaza: &Plaza) -> Option<(Hour, usize)> {
    let (opens, closes) = (plaza.venue.opens.0, plaza.venue.closes.0);
    let (opens, closes) = if opens < closes {
        (opens, closes)
    } else {
        (9 * 60, 17 * 60)
    };
    let hours = (opens..=closes).step_by(60).map(Hour);
    let each = hours.filter_map(|hour| Some((hour, in_low_sun(plaza, hour)?)));
    // Of equal hours the first.
    each.reduce(|worst, one| if one.1 > worst.1 { one } else { worst })
}

fn has_wind(plaza: &Plaza) -> bool {
    plaza.venue.wind.is_some() && !plaza.venue.is_indoor
}

/// Rows that stand across the wind with nothing before them that breaks it.
pub fn exposed(exhibition: &Exhibition, plaza: &Plaza) -> Vec<Row> {
    let Some(wind) = plaza.venue.wind.filter(|_| has_wind(plaza)) else {
        return Vec::new();
    };
    // Towards where it comes from, on the plan.
    let (sin, cos) = (wind + plaza.venue.north).to_radians().sin_cos();
    let upwind = point(sin, -cos);
    let rows = rows_of(exhibition, plaza);
    let shelters: Vec<[Point; 2]> = plaza
        .venue
        .things
        .iter()
        .filter(|thing| bars_sight(thing.kind) && thing.points.len() > 1)
        .flat_map(ground_of)
        .flat_map(|corners| sides(&corners).collect::<Vec<_>>())
        .chain(rows.iter().map(|row| row.ends))
        .collect();
    let is_exposed = |row: &&Row| {
        let front = facing_vector(row.facing);
        let across = (front.x * upwind.x + front.y * upwind.y).abs();
        let middle = point(
            (row.ends[0].x + row.ends[1].x) / 2.0,
            (row.ends[0].y + row.ends[1].y) / 2.0,
        );
        let from = point(middle.x + upwind.x * 0.2, middle.y + upwind.y * 0.2);
        let to = point(middle.x + upwind.x * SHELTER, middle.y + upwind.y * SHELTER);
        across >= BROADSIDE.to_radians().cos() && !shelters.iter().any(|side| cross([from, to], *side))
    };
    rows.iter().filter(is_exposed).cloned().collect()
}

/// One way to arrange the show, measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub wish: Arrangement,
    pub fitted: Fitted,
    pub score: Score,
}

/// The wish itself, then up to three others, the best first.
pub fn proposals(exhibition: &Exhibition, plaza: Option<&Plaza>, wish: &Arrangement, sights: &Sights) -> Vec<Proposal> {
    let propose = |wish: Arrangement| {
        let fitted = fit(exhibition, plaza, &wish, sights);
        let score = Score::of(exhibition, &fitted.plaza);
        Proposal { wish, fitted, score }
    };
    let first = propose(wish.clone());
    let mut others: Vec<Proposal> = others(plaza, wish).into_iter().map(propose).collect();
    others.sort_by(|a, b| a.score.cost().total_cmp(&b.score.cost()));
    let mut seen = vec![first];
    for one in others {
        if seen.len() < 4
            && seen
                .iter()
                .all(|other| other.fitted.plaza.places != one.fitted.plaza.places)
        {
            seen.push(one);
        }
    }
    seen
}

fn others(plaza: Option<&Plaza>, wish: &Arrangement) -> Vec<Arrangement> {
    let with = |form: Form| Arrangement {
        form,
        facing: None,
        ..wish.clone()
    };
    let mut others: Vec<Arrangement> = Form::ALL
        .into_iter()
        .filter(|form| *form != wish.form)
        .map(with)
        .collect();
    if plaza.is_none_or(|plaza| super::ground::hanging_lines(plaza).is_empty()) {
        others.retain(|other| other.form != Form::Walls);
    }
    others.push(Arrangement {
        is_two_sided: !wish.is_two_sided,
        way: Way::Serpentine,
        ..wish.clone()
    });
    others.push(Arrangement {
        facing: Some((wish.facing.unwrap_or(0.0) + 90.0).rem_euclid(360.0)),
        ..with(Form::Rows)
    });
    others
}

/// What would give every board a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Advice {
    /// Ground of this size would do, in metres.
    Size(Size),
    Gap(f64),
    Aisle(f64),
    TwoSided,
}

/// Sentences for a ground that is too small; nothing where all boards stand.
pub fn advice(
    exhibition: &Exhibition,
    plaza: &Plaza,
    wish: &Arrangement,
    sights: &Sights,
    left: usize,
) -> Vec<PlazaSay> {
    if left == 0 {
        return Vec::new();
    }
    let all = exhibition.boards.len();
    let mut said = vec![PlazaSay::FitsOnly {
        placed: all.saturating_sub(left),
        all,
    }];
    let fits = |wish: Arrangement| fit(exhibition, Some(plaza), &wish, sights).left.is_empty();
    let mut tries = Vec::new();
    if wish.gap > 0.1 {
        tries.push((
            Advice::Gap(0.1),
            Arrangement {
                gap: 0.1,
                committee_gap: 0.4,
                ..wish.clone()
            },
        ));
    }
    if wish.aisle > LEAST_AISLE {
        tries.push((
            Advice::Aisle(LEAST_AISLE),
            Arrangement {
                aisle: LEAST_AISLE,
                ..wish.clone()
            },
        ));
    }
    if !wish.is_two_sided {
        let two = Arrangement {
            is_two_sided: true,
            way: Way::Serpentine,
            ..wish.clone()
        };
        tries.push((Advice::TwoSided, two));
    }
    said.extend(
        tries
            .into_iter()
            .filter(|(_, wish)| fits(wish.clone()))
            .map(|(advice, _)| advice.say()),
    );
    let bare = Plaza {
        places: Default::default(),
        ..Plaza::new(plaza.id, plaza.name.clone(), plaza.size)
    };
    let open = Arrangement {
        keeps_ground: false,
        row: None,
        ..wish.clone()
    };
    let needed = fit(exhibition, Some(&bare), &open, sights).plaza.size;
    said.push(Advice::Size(needed).say());
    said
}

impl Advice {
    fn say(self) -> PlazaSay {
        match self {
            Advice::Size(size) => PlazaSay::NeedsGround { w: size.w, h: size.h },
            Advice::Gap(metres) => PlazaSay::NeedsGap { metres },
            Advice::Aisle(metres) => PlazaSay::NeedsAisle { metres },
            Advice::TwoSided => PlazaSay::NeedsTwoSides,
        }
    }
}

/// Boards of one plaza and what is asked of them, for those who only know the show.
pub fn is_ground_fixed(plaza: &Plaza, wish: &Arrangement) -> bool {
    is_given(plaza) || wish.keeps_ground
}

/// Two pinned boards that stand in each other's way: nothing can be arranged around both.
pub fn pins_that_meet(exhibition: &Exhibition, plaza: &Plaza) -> Vec<PlazaSay> {
    let pinned: Vec<_> = plaza
        .places
        .iter()
        .filter(|(_, stand)| stand.is_pinned)
        .filter_map(|(id, stand)| Some((exhibition.board(*id)?, super::footprint(exhibition.board(*id)?, stand))))
        .collect();
    let mut said = Vec::new();
    let mut told = BTreeSet::new();
    for (at, (one, corners)) in pinned.iter().enumerate() {
        for (other, outline) in &pinned[at + 1..] {
            if super::geometry::overlap(corners, outline) && told.insert(one.id) {
                said.push(PlazaSay::PinsMeet {
                    first: one.code.clone(),
                    second: other.code.clone(),
                });
            }
        }
    }
    said
}
